"""How dose at points changes as one seed moves, in float32: what the descent over places follows.

One pass gives the slopes along three axes, by the chain rule through the geometry function and the packed
cells of the table (see ``block``).  Slopes need not be good to more than a few per cent: closer than
``NEAREST_MM`` the geometry function's are those at that distance, and no capsule is looked for.
"""

import math

import numpy as np
from numba import int16, int32

from dose_kernels.compile.options import fast_inline, float_of_bits, lean_inline, load, store
from dose_kernels.dose.block import CHUNK, S1, S2, S3, cell_pass, fetch_pass
from dose_kernels.dose.table import NEAR_END_MM, SLOPE_UNIT

NEAREST_MM = 2.5

f4 = np.float32
ONE, TWO, FOUR = f4(1.0), f4(2.0), f4(4.0)
SLOPE = f4(SLOPE_UNIT)
NEAR_END = f4(NEAR_END_MM)
# The square of s = L rho / (r^2 - L^2/4) up to which the power series of atan(s) / s is used.
MOST_S2 = f4(0.6)
# A point on the axis itself has no side; a point this far beside it stands for it.
BESIDE_MM = f4(1e-3)


@fast_inline
def make_pull_scratch():
    """Work arrays of ``pull``: cells and places within them as for ``add_block``, three coordinates."""
    return (
        np.empty(CHUNK, np.int32),
        np.empty(CHUNK, np.int64),
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.float32),
    )


@lean_inline
def _place_pass(x, y, z, base, count, seed, u, v, n, beside, above, axial, across, along, radius):
    """Points in the seed's own axes u, v, n; distance from the axis, |position along it|, distance."""
    sx, sy, sz = seed
    ux, uy, uz = u
    vx, vy, vz = v
    nx, ny, nz = n
    for i in range(count):
        dx, dy, dz = load(x, base + i) - sx, load(y, base + i) - sy, load(z, base + i) - sz
        a, b, t = dx * ux + dy * uy + dz * uz, dx * vx + dy * vy + dz * vz, dx * nx + dy * ny + dz * nz
        rho2 = a * a + b * b
        store(beside, i, a)
        store(above, i, b)
        store(axial, i, t)
        store(across, i, max(math.sqrt(rho2), BESIDE_MM))
        store(along, i, abs(t))
        store(radius, i, max(math.sqrt(rho2 + t * t), BESIDE_MM))


@lean_inline
def _slope_pass(
    table, base, count, strength, weight, beside, above, axial, across, along, radius, cells, su, sv, sn
):
    """Weighted slopes with the seed's place along u, v and n."""
    length = f4(table.active_length_mm)
    quarter = f4(0.25) * length * length
    nearest = f4(NEAREST_MM * NEAREST_MM)
    for i in range(count):
        a, b, t, r = load(beside, i), load(above, i), load(axial, i), load(radius, i)
        rho2 = a * a + b * b
        per_r = ONE / r
        per_q = ONE / (max(r * r, nearest) - quarter)
        # G = P(s^2) / q with q = r^2 - L^2/4, s = L rho / q, P = atan(s) / s
        per_q2 = length * length * per_q * per_q
        s2 = min(rho2 * per_q2, MOST_S2)
        p = ONE + s2 * (S1 + s2 * (S2 + s2 * S3))
        rise = (S1 + s2 * (TWO * S2 + s2 * (f4(3.0) * S3))) / p
        down = -TWO * per_q - rise * FOUR * s2 * per_q
        cell = load(cells, i)
        slopes = int32(cell >> 32)
        slope_r = f4(slopes >> int32(16)) * SLOPE
        slope_t = f4(int16(slopes)) * SLOPE
        plane = ONE + load(along, i) * slope_r + load(across, i) * slope_t
        close = r < NEAR_END
        # Relative slopes of the tabulated factor with r and with the angle.
        with_r = slope_r * (table.near_per_mm if close else table.far_per_mm) / plane
        with_t = slope_t * (table.near_per_radian if close else table.far_per_radian) / plane
        rho = max(math.sqrt(rho2), BESIDE_MM)
        dose = load(weight, base + i) * strength * float_of_bits(int32(cell)) * plane * p * per_q
        radial = with_r * per_r
        turning = with_t * per_r * per_r
        # What moves the seed by so much moves the points by the opposite.
        sideways = dose * (down + rise * TWO * per_q2 + radial + turning * abs(t) / rho)
        lengthways = dose * (t * (down + radial) - (turning * rho if t >= f4(0.0) else -turning * rho))
        store(su, base + i, -sideways * a)
        store(sv, base + i, -sideways * b)
        store(sn, base + i, -lengthways)


@lean_inline
def pull(table, x, y, z, weight, seed, u, v, n, strength, scratch, su, sv, sn):
    """Slopes of a weighted sum of doses with the place of a seed, point by point.

    Parameters
    ----------
    table : Table
    x, y, z, weight : (m,) float32
        Points (mm), and what a unit of dose at each is worth.
    seed, u, v, n : three float32 each
        Centre (mm); two unit vectors across the seed's axis; the axis.
    strength : float32, U
    scratch : see ``make_pull_scratch``
    su, sv, sn : (m,) float32
        Receive ``weight`` times the slope of the dose with the seed's place along u, v and n, per mm.
    """
    keys, cells, beside, above, axial, across, along, radius = scratch
    for base in range(0, x.shape[0], CHUNK):
        count = min(CHUNK, x.shape[0] - base)
        _place_pass(x, y, z, base, count, seed, u, v, n, beside, above, axial, across, along, radius)
        cell_pass(table, count, along, across, radius, keys)
        fetch_pass(table, count, keys, cells)
        _slope_pass(
            table,
            base,
            count,
            strength,
            weight,
            beside,
            above,
            axial,
            across,
            along,
            radius,
            cells,
            su,
            sv,
            sn,
        )
