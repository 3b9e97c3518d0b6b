"""Where the numbers of needles stand: outside the skin, on the needle's own line, no two over each other."""

from collections.abc import Sequence

import numpy as np

from tps.model.plan import Needle
from tps.render3d.camera import Camera

# Size of the letters, and the room a number of so many digits takes on the picture; pixels.
FONT_PX = 22
DIGIT_PX, LINE_PX, GAP_PX = 15.0, 24.0, 4.0

# A number stands this far outside the skin, and goes farther out only where another one is in its place.
LABEL_BEYOND_MM = 22.0

# Tries for one number, and how far out each goes beyond the one before, in lines.
TRIES, STEP_LINES = 60, 0.5


def place_labels(
    needles: Sequence[Needle], camera: Camera, height_px: int
) -> tuple[tuple[tuple[str, np.ndarray], ...], np.ndarray]:
    """Numbers of needles and where they stand.

    Parameters
    ----------
    needles : sequence of Needle
    camera : Camera
    height_px : int
        Height of the picture.

    Returns
    -------
    labels : tuple of (str, (3,) float)
    leaders : (n, 2, 3) float
        Lines from where a number would usually stand to those that had to go farther out.
    """
    pixel_mm = 2 * camera.half_height_mm / height_px
    screen = screen_axes(camera) / pixel_mm
    labels, leaders = [], []
    taken: list[tuple[np.ndarray, np.ndarray]] = []
    for needle in needles:
        text = str(needle.id)
        half = np.array([DIGIT_PX * len(text) + GAP_PX, LINE_PX + GAP_PX]) / 2
        outs = LABEL_BEYOND_MM + STEP_LINES * LINE_PX * pixel_mm * np.arange(TRIES)
        points = needle.entry_mm - outs[:, None] * needle.direction
        free = [not _overlaps(screen @ point, half, taken) for point in points]
        chosen = free.index(True) if any(free) else 0
        taken.append((screen @ points[chosen], half))
        labels.append((text, points[chosen]))
        if chosen:
            leaders.append([points[0], points[chosen]])
    return tuple(labels), np.array(leaders).reshape(-1, 2, 3)


def screen_axes(camera: Camera) -> np.ndarray:
    """Unit vectors along the picture's width and height, (2, 3)."""
    right = np.cross(camera.direction, camera.up)
    right = right / np.linalg.norm(right)
    return np.stack([right, np.cross(right, camera.direction)])


def _overlaps(at: np.ndarray, half: np.ndarray, taken: list) -> bool:
    return any(np.all(np.abs(at - other) < half + other_half) for other, other_half in taken)
