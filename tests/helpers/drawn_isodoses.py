"""Isodoses as the page draws them, and how far they lie from where the dose is."""

import numpy as np


def drawn_points(path: str, axes: tuple[int, int, int], depth_mm: float) -> np.ndarray:
    """Points (n, 3) mm of a drawn line, from the scan's first voxel along its axes.

    ``axes``: those of the screen's columns and rows, and the one across the picture.
    """
    across, down, through = axes
    flat = np.array([[float(v) for v in pair.split()] for pair in path.replace("M", "L").split("L")[1:]])
    points = np.empty((len(flat), 3))
    points[:, across], points[:, down], points[:, through] = flat[:, 0], flat[:, 1], depth_mm
    return points


def distance_from_level(engine, seeds, points, gy):
    """Distance from the surface of a dose, to first order: difference over slope, mm."""
    step = 0.05
    slope = [
        (
            engine.dose_gy(points + step * e, seeds, exact=True)
            - engine.dose_gy(points - step * e, seeds, exact=True)
        )
        / (2 * step)
        for e in np.eye(3)
    ]
    return np.abs(engine.dose_gy(points, seeds, exact=True) - gy) / np.linalg.norm(slope, axis=0)
