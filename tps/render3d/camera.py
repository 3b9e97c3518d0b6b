"""From where a scene is looked at."""

from dataclasses import dataclass

import numpy as np

# The camera stands on the needles' side, turned this far around the patient's long axis and raised this far,
# so that needles are seen from the side and not end-on.
TURN_DEG = 50.0
RAISE_DEG = 20.0

# A view from below is unfamiliar: it is taken only if it hides this much less of the target.
FROM_BELOW = 0.15

# The picture's half height, in units of the farthest point's distance from the middle.
ROOM = 1.45

# Never less than this is shown either side of the middle, mm: the target needs its surroundings.
LEAST_HALF_MM = 80.0


@dataclass(frozen=True, eq=False)
class Camera:
    """A parallel view.

    Parameters
    ----------
    focus_mm : (3,) float
        What is in the middle.
    direction : (3,) float
        Unit vector in which the camera looks.
    up : (3,) float
    half_height_mm : float
        Half of what the picture's height covers.
    """

    focus_mm: np.ndarray
    direction: np.ndarray
    up: np.ndarray
    half_height_mm: float

    def as_dict(self) -> dict:
        """As plain lists, for a file."""
        return {k: np.asarray(v).tolist() for k, v in vars(self).items()}


def camera_for(points_mm, needle_directions, hidden=None) -> Camera:
    """A camera that sees all points and shows needles from the side.

    Parameters
    ----------
    points_mm : (n, 3) float
    needle_directions : (m, 3) float
    hidden : callable (direction (3,)) -> float, optional
        How much hides the target when looking along a direction; of the views to either side and from above
        and below the one with the least is taken.
    """
    points = np.asarray(points_mm, float)
    directions = np.asarray(needle_directions, float).reshape(-1, 3)
    along = directions.mean(axis=0) if len(directions) else np.zeros(3)
    if np.linalg.norm(along[:2]) < 0.2:
        along = np.array([0.0, 1.0, 0.0])
    views = [_view(along, turn, lift) for lift in (RAISE_DEG, -RAISE_DEG) for turn in (TURN_DEG, -TURN_DEG)]
    direction = views[0]
    if hidden is not None:
        direction = min(views, key=lambda view: hidden(view) + FROM_BELOW * (view[2] > 0))
    focus = (points.min(axis=0) + points.max(axis=0)) / 2
    reach = max(LEAST_HALF_MM, ROOM * float(np.linalg.norm(points - focus, axis=1).max()))
    return Camera(focus, direction, np.array([0.0, 0.0, 1.0]), reach)


def _view(along, turn_deg: float, raise_deg: float) -> np.ndarray:
    """Unit vector along ``along`` seen in the axial plane, turned around the long axis, from above."""
    angle, tilt = np.arctan2(along[1], along[0]) + np.radians(turn_deg), np.radians(raise_deg)
    return np.array([np.cos(angle) * np.cos(tilt), np.sin(angle) * np.cos(tilt), -np.sin(tilt)])
