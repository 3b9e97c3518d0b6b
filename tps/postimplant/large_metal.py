"""Screws, rods, prostheses: metal in one piece that is larger than any group of seeds."""

import numpy as np
from scipy import ndimage

from tps.postimplant.component import LARGEST_MM, Component

# No bone is so dense.
METAL_HU = 1900.0

# What lies this near to large metal is its edge and its streaks.
NEAR_MM = 8.0


def large_metal(hu: np.ndarray, spacing_mm) -> tuple[list[Component], np.ndarray]:
    """The pieces of large metal in a CT, and where it hides what else there is.

    Parameters
    ----------
    hu : (nz, ny, nx) int16
    spacing_mm : (3,)
        Along x, y, z.

    Returns
    -------
    pieces : list of Component
    near : (nz, ny, nx) bool
        Within ``NEAR_MM`` of one.
    """
    near = np.zeros(hu.shape, bool)
    bright = hu > METAL_HU
    pieces: list[Component] = []
    if not bright.any():
        return pieces, near
    spacing = np.asarray(spacing_mm)[::-1]
    margin = np.ceil(NEAR_MM / spacing).astype(int)
    labels, _ = ndimage.label(bright, np.ones((3, 3, 3)))
    for number, box in enumerate(ndimage.find_objects(labels), start=1):
        extent = (np.array([s.stop - s.start for s in box]) - [1, 0, 0]) * spacing
        if extent.max() <= LARGEST_MM:
            continue
        low, high = np.array([s.start for s in box]), np.array([s.stop for s in box])
        mask = labels[box] == number
        mass = float(hu[box][mask].sum(dtype=float) * spacing.prod())
        pieces.append(Component(low, mask, mass, METAL_HU, True))
        low, high = np.maximum(low - margin, 0), np.minimum(high + margin, hu.shape)
        around = tuple(slice(a, b) for a, b in zip(low, high, strict=True))
        near[around] |= ndimage.distance_transform_edt(labels[around] != number, sampling=spacing) <= NEAR_MM
    return pieces, near
