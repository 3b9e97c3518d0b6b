"""The skin as the planner needs it: how deep a place lies below it, and how it slopes."""

import numpy as np

from dose_kernels.geometry import rays
from dose_kernels.geometry.voxels import block_mean, distance_levels, slice_distance_squared
from tps.access.tissue.body import coarse_factor
from tps.model.grid import Grid

# Depths are followed this far beyond what the rules ask for.
BEYOND_MM = 3.0

# The slope is that of the body smoothed with a Gaussian of this width: larger than folds and noise, smaller
# than a limb.
SMOOTH_MM = 6.0

# A Gaussian is cut off at so many widths.
GAUSSIAN_REACH = 2.5

# Nodes of the depth lattice are no farther apart.
LATTICE_MM = 1.1

# A byte b of the depth lattice stands for b / DEPTH_PER_MM.
DEPTH_PER_MM = 20.0


def find_skin(labels: np.ndarray, grid: Grid, deepest_mm: float) -> rays.Skin:
    """Depth below the skin, and its slope, from the labels of a scan.

    What lies beyond the edge of the scan counts as body: there is no skin to be seen.

    Parameters
    ----------
    labels : (nz, ny, nx) uint8
        Bits of ``dose_kernels.geometry.rays``.
    grid : Grid
    deepest_mm : float
        Depths are told up to this and a little more.
    """
    dx, dy, dz = grid.spacing_mm
    body = (labels & rays.BODY) != 0
    limit = min(deepest_mm + BEYOND_MM, 255.0 / DEPTH_PER_MM)
    parts = max(1, int(np.ceil(dz / LATTICE_MM - 1e-6)))
    squared = slice_distance_squared(~body, dx, dy, limit)
    depth = rays.Margin(
        distance_levels(squared, dz, parts, 0.0, limit, 0.0, DEPTH_PER_MM),
        0.0,
        DEPTH_PER_MM,
        grid.spacing_mm / [1, 1, parts],
        np.array([0.0, 0.0, 0.5 - 0.5 * parts]),
    )
    factor = coarse_factor(grid.spacing_mm)
    steps = np.array(grid.spacing_mm) * [factor, factor, 1.0]
    smooth = _smoothed(block_mean(body, factor), (SMOOTH_MM / steps)[::-1])
    shift = np.array([0.5 - 0.5 / factor, 0.5 - 0.5 / factor, 0.0])
    return rays.Skin(depth, smooth, steps, shift)


def _smoothed(values: np.ndarray, widths: np.ndarray) -> np.ndarray:
    """``values`` (nz, ny, nx) under a Gaussian of these widths in nodes, the rim repeated beyond itself."""
    for axis, width in enumerate(widths):
        reach = int(np.ceil(GAUSSIAN_REACH * width))
        weights = np.exp(-0.5 * (np.arange(-reach, reach + 1) / width) ** 2)
        count = values.shape[axis]
        total = np.zeros_like(values)
        for shift, weight in zip(range(-reach, reach + 1), weights / weights.sum(), strict=True):
            total += np.float32(weight) * values.take(np.clip(np.arange(count) + shift, 0, count - 1), axis)
        values = total
    return values
