"""Add, remove and move one seed in a sum of doses at points.

Compiled; call them from Python or from your own ``@fast`` kernels.  Arrays are C-ordered and writable (see
``dose_kernels.dose.tg43.plain``).  A seed's dose is the same float32 number whenever it is asked for, so that
what was added is taken away again to within the rounding of the float64 sum.
"""

import numpy as np

from dose_kernels.compile.options import fast
from dose_kernels.dose.block import CHUNK, add_block, f4, make_scratch


@fast
def add_seed(table, dose, points, position, direction, strength):
    """``dose[i] += strength * rate`` of one seed at every point; a negative strength takes it away.

    Parameters
    ----------
    table : Table
    dose : (n,) float64
        cGy/h; added to.
    points : (n, 3) float64, mm
    position, direction : (3,) float64
        The seed's centre (mm) and the unit vector of its axis.
    strength : float, U
    """
    scratch = make_scratch()
    x, y, z, part = (
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.float32),
    )
    zero = f4(0.0)
    seed = (zero, zero, zero, f4(direction[0]), f4(direction[1]), f4(direction[2]))
    for base in range(0, points.shape[0], CHUNK):
        count = min(CHUNK, points.shape[0] - base)
        for i in range(count):
            x[i] = f4(points[base + i, 0] - position[0])
            y[i] = f4(points[base + i, 1] - position[1])
            z[i] = f4(points[base + i, 2] - position[2])
            part[i] = zero
        add_block(table, x[:count], y[:count], z[:count], seed, f4(strength), True, scratch, part[:count])
        for i in range(count):
            dose[base + i] += part[i]


@fast
def remove_seed(table, dose, points, position, direction, strength):
    """Take back what ``add_seed`` with the same arguments added.

    Parameters
    ----------
    table, dose, points, position, direction, strength : as for ``add_seed``
    """
    add_seed(table, dose, points, position, direction, -strength)


@fast
def move_seed(table, dose, points, old_position, old_direction, new_position, new_direction, strength):
    """Remove a seed from one place and add it at another.

    Parameters
    ----------
    table, dose, points, strength : as for ``add_seed``
    old_position, old_direction, new_position, new_direction : (3,) float64
        As ``position`` and ``direction`` of ``add_seed``, before and after.
    """
    add_seed(table, dose, points, old_position, old_direction, -strength)
    add_seed(table, dose, points, new_position, new_direction, strength)
