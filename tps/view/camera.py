"""From where a scene is looked at."""

from dataclasses import dataclass

import numpy as np

# The camera stands on the needles' side, turned this far around the patient's long axis and raised this far,
# so that needles are seen from the side and not end-on.
TURN_DEG = 50.0
RAISE_DEG = 20.0

# The picture's half height, in units of the farthest point's distance from the middle.
ROOM = 1.45


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


def camera_for(points_mm, needle_directions, half_height_mm: float | None = None) -> Camera:
    """A camera that sees all ``points_mm`` (n, 3), needles of ``needle_directions`` (m, 3) from the side."""
    points = np.asarray(points_mm, float)
    along = (
        np.mean(np.asarray(needle_directions, float).reshape(-1, 3), axis=0)
        if len(needle_directions)
        else None
    )
    if along is None or np.linalg.norm(along[:2]) < 0.2:
        along = np.array([0.0, 1.0, 0.0])
    angle = np.arctan2(along[1], along[0]) + np.radians(TURN_DEG)
    tilt = np.radians(RAISE_DEG)
    direction = np.array([np.cos(angle) * np.cos(tilt), np.sin(angle) * np.cos(tilt), -np.sin(tilt)])
    focus = (points.min(axis=0) + points.max(axis=0)) / 2
    if half_height_mm is None:
        half_height_mm = ROOM * float(np.linalg.norm(points - focus, axis=1).max())
    return Camera(focus, direction, np.array([0.0, 0.0, 1.0]), half_height_mm)
