"""Dose rate of many seeds on a regular grid."""

import numpy as np

from dose_kernels.jit import fast_parallel, prange
from dose_kernels.table import table_at
from dose_kernels.tg43 import plain


@fast_parallel
def _direct(table, origin, step_x, step_y, step_z, positions, directions, strengths, out):
    for row in prange(out.shape[0] * out.shape[1]):
        k, j = row // out.shape[1], row % out.shape[1]
        for i in range(out.shape[2]):
            x = origin[0] + i * step_x[0] + j * step_y[0] + k * step_z[0]
            y = origin[1] + i * step_x[1] + j * step_y[1] + k * step_z[1]
            z = origin[2] + i * step_x[2] + j * step_y[2] + k * step_z[2]
            total = 0.0
            for s in range(positions.shape[0]):
                total += strengths[s] * table_at(
                    table,
                    x - positions[s, 0],
                    y - positions[s, 1],
                    z - positions[s, 2],
                    directions[s, 0],
                    directions[s, 1],
                    directions[s, 2],
                )
            out[k, j, i] = total


def grid_dose_rate(
    table, origin_mm, axes, spacing_mm, shape, positions_mm, directions, strengths_u
) -> np.ndarray:
    """Dose rate of seeds at the voxel centres of a grid, cGy/h.

    Parameters
    ----------
    table : Table
    origin_mm : (3,)
        Centre of voxel (0, 0, 0).
    axes : (3, 3)
        Rows: unit vectors of the x-, y- and z-index.
    spacing_mm : (3,)
        Along x-, y-, z-index.
    shape : (nz, ny, nx)
    positions_mm, directions : (s, 3)
    strengths_u : (s,)

    Returns
    -------
    (nz, ny, nx) float32
    """
    steps = plain(axes) * plain(spacing_mm)[:, None]
    out = np.empty(tuple(shape), dtype=np.float32)
    _direct(
        table,
        plain(origin_mm),
        steps[0].copy(),
        steps[1].copy(),
        steps[2].copy(),
        plain(positions_mm).reshape(-1, 3),
        plain(directions).reshape(-1, 3),
        plain(strengths_u).reshape(-1),
        out,
    )
    return out
