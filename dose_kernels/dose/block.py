"""One seed at a block of points, in float32: the innermost loop of the volume dose.

Short passes over chunks that stay in the first-level cache: place about the seed's axis, geometry function,
cell number, the cell itself, the cell's plane times the geometry function.  In one long pass the processor
would wait for results: it sees only so many instructions ahead, and each point's are a chain.  All passes are
vectorised but that which fetches the cells: a gather instruction is slower.

Arrays are taken out of ``table`` within the loops.  Passed on by themselves they would be counted as in use
and out of use again at each call, and these atomic operations cost as much as the dose at 60 points.
"""

import math

import numpy as np
from numba import int16, int32

from dose_kernels.compile.options import fast_inline, float_of_bits, lean_inline, load, load_own, store
from dose_kernels.dose.table import NEAR_END_MM, SLOPE_UNIT

# Points a pass handles at once: five arrays of this length fit the first-level cache beside the table's rows.
CHUNK = 512

f4 = np.float32
HALF_PI = f4(math.pi / 2)
HALF = f4(0.5)
ONE = f4(1.0)
SLOPE = f4(SLOPE_UNIT)
# atan(t) / t as a polynomial in t^2, 0 <= t <= 1: least maximal relative error, 7e-7.
A0, A1, A2, A3 = f4(0.99999933), f4(-0.33326375), f4(0.19879872), f4(-0.13480406)
A4, A5, A6 = f4(0.08374156), f4(-0.03689863), f4(0.00782548)
# atan(s) / s as a power series: 2e-6 at s = 0.37, the largest beyond NEAR_MM for a line of 5 mm.
S1, S2, S3, S4, S5 = f4(-1 / 3), f4(1 / 5), f4(-1 / 7), f4(1 / 9), f4(-1 / 11)
# Closer than this the series for the geometry function is not used, and the capsule is looked for.
NEAR_MM = 14.0
# The centre itself lies on no ray; a point this far beside it stands for it.
CENTRE_MM = f4(1e-5)
NEAR_END = f4(NEAR_END_MM)
# Stands for L rho, mm2, where there is no line: too small to change 1/r^2, large enough to divide by.
NO_LENGTH = f4(1e-12)


@lean_inline
def _atan_over(t2):
    # By Estrin's scheme: short chains of dependent operations.
    t4 = t2 * t2
    return (A0 + t2 * A1) + t4 * (A2 + t2 * A3) + (t4 * t4) * ((A4 + t2 * A5) + t4 * A6)


@lean_inline
def _cylinder_pass(x, y, z, base, count, seed, across, along):
    """Distance from the seed's axis into ``across``, |position along it| into ``along``."""
    sx, sy, sz, ux, uy, uz = seed
    for i in range(count):
        dx, dy, dz = load(x, base + i) - sx, load(y, base + i) - sy, load(z, base + i) - sz
        cx, cy, cz = dy * uz - dz * uy, dz * ux - dx * uz, dx * uy - dy * ux
        store(across, i, max(math.sqrt(cx * cx + cy * cy + cz * cz), CENTRE_MM))
        store(along, i, abs(dx * ux + dy * uy + dz * uz))


@lean_inline
def _far_pass(table, count, strength, along, across, radius, factor):
    """Geometry function into ``factor`` and distance into ``radius``, at ``NEAR_MM`` and more."""
    length = f4(table.active_length_mm)
    quarter = HALF * HALF * length * length
    for i in range(count):
        rho, axial = load(across, i), load(along, i)
        r2 = rho * rho + axial * axial
        shape = ONE / (r2 - quarter)
        s = length * rho * shape
        s2 = s * s
        # G_L = beta / (L rho), beta = atan(s), s = L rho / (r^2 - L^2/4)
        beta = ONE + s2 * (S1 + s2 * (S2 + s2 * (S3 + s2 * (S4 + s2 * S5))))
        store(radius, i, math.sqrt(r2))
        store(factor, i, strength * shape * beta)


@lean_inline
def _any_pass(table, count, strength, along, across, radius, factor):
    """Geometry function into ``factor`` and distance into ``radius``, of the surface within a capsule."""
    length = f4(table.active_length_mm)
    quarter = HALF * HALF * length * length
    capsule, half_length = f4(table.capsule_radius_mm), f4(table.capsule_half_length_mm)
    sphere = half_length == f4(0.0)
    per_radius = ONE / capsule
    per_half_length = f4(0.0) if sphere else ONE / half_length
    per_ball_radius = per_radius if sphere else f4(0.0)
    for i in range(count):
        rho, axial = load(across, i), load(along, i)
        r2 = rho * rho + axial * axial
        r = math.sqrt(r2)
        # How deep inside the capsule: the ray leaves it at rho / depth, axial / depth.
        depth = max(max(rho * per_radius, axial * per_half_length), r * per_ball_radius)
        depth = min(depth, ONE)
        # beta = atan2(L rho, r^2 - L^2/4) at that point by octants; G_L = beta / (L rho).
        reach = max(length * rho * depth, NO_LENGTH)
        inside = r2 - quarter * depth * depth
        beyond = abs(inside)
        denominator = max(reach, beyond)
        # One division serves 1 / depth, 1 / denominator and 1 / reach.
        sides = denominator * reach
        shared = ONE / (depth * sides)
        per_sides = shared * depth
        per_denominator = per_sides * reach
        part = min(reach, beyond) * per_denominator
        ratio = _atan_over(part * part)
        # Where the angle is wide, the denominator is the reach.
        shape = (HALF_PI - part * ratio if reach > beyond else ratio) * per_denominator
        shape = f4(math.pi) * (per_sides * denominator) - shape if inside < f4(0.0) else shape
        store(radius, i, r * (shared * sides))
        store(factor, i, strength * (depth * depth) * shape)


@lean_inline
def cell_pass(table, count, along, across, radius, keys):
    """Cell of every point into ``keys``, and where it lies in it, from the cell's centre.

    Parameters
    ----------
    table : Table
    count : int
        Points, n at most.
    along, across : (n,) float32
        |Position along the seed's axis| and distance from it, in one unit: only their ratio counts.  Receive
        the place in the cell along the distance and along the angle, -0.5 to 0.5.
    radius : (n,) float32
        Distance from the centre, mm; within the capsule that of its surface.
    keys : (n,) int32
        Receives numbers in ``table.cells``.
    """
    near_columns, far_columns = f4(table.near_values.shape[1]), f4(table.far_values.shape[1])
    far_first = f4((table.near_values.shape[0] - 1) * table.near_values.shape[1])
    # The near lattice has fewer rows than the far one.
    last = f4(table.far_values.shape[0] - 1.5)
    for i in range(count):
        rho, axial, r = load_own(across, i), load_own(along, i), load(radius, i)
        t = min(rho, axial) / max(rho, axial)
        angle = t * _atan_over(t * t)
        angle = HALF_PI - angle if rho > axial else angle
        close = r < NEAR_END
        q = angle * (table.near_per_radian if close else table.far_per_radian)
        p = min(r * (table.near_per_mm if close else table.far_per_mm), last)
        row, column = np.floor(p), np.floor(q)
        columns = near_columns if close else far_columns
        store(along, i, p - row - HALF)
        store(across, i, q - column - HALF)
        store(keys, i, int32(row * columns + (column + (f4(0.0) if close else far_first))))


@lean_inline
def fetch_pass(table, count, keys, out):
    """Cells of points, by their numbers.

    Parameters
    ----------
    table : Table
    count : int
        Points, n at most.
    keys : (n,) int32
        As ``cell_pass`` leaves them.
    out : (n,) int64
        Receives the cells, packed as in ``Table``.
    """
    # No ``store``: one by one is faster than the gather instruction it would become.
    for i in range(count):
        out[i] = load(table.cells, keys[i])


@lean_inline
def _sum_pass(cells, base, count, along, across, factor, out):
    for i in range(count):
        cell = load(cells, i)
        value = float_of_bits(int32(cell))
        slopes = int32(cell >> 32)
        slope_r = f4(slopes >> int32(16)) * SLOPE
        slope_t = f4(int16(slopes)) * SLOPE
        plane = value + value * (load(along, i) * slope_r + load(across, i) * slope_t)
        store(out, base + i, load_own(out, base + i) + load(factor, i) * plane)


@lean_inline
def add_block(table, x, y, z, seed, strength, near, scratch, out):
    """Add one seed's dose rate to ``out`` at points (x, y, z).

    Parameters
    ----------
    table : Table
    x, y, z, out : (n,) float32
        Points (mm) in any frame shared with ``seed``; at most some 0.5 m from it.
    seed : six float32
        Centre (mm) and unit axis.
    strength : float32, U
    near : bool
        False is faster, and allowed only if every point is at least ``NEAR_MM`` from the centre.
    scratch : see ``make_scratch``
    """
    keys, along, across, radius, factor, cells = scratch
    for base in range(0, x.shape[0], CHUNK):
        count = min(CHUNK, x.shape[0] - base)
        _cylinder_pass(x, y, z, base, count, seed, across, along)
        if near:
            _any_pass(table, count, strength, along, across, radius, factor)
        else:
            _far_pass(table, count, strength, along, across, radius, factor)
        cell_pass(table, count, along, across, radius, keys)
        fetch_pass(table, count, keys, cells)
        _sum_pass(cells, base, count, along, across, factor, out)


@lean_inline
def floats(vector):
    """Three numbers as float32."""
    return f4(vector[0]), f4(vector[1]), f4(vector[2])


@fast_inline
def make_scratch():
    """Work arrays of ``add_block``: cell number, two positions within the cell, geometry factor, cell."""
    return (
        np.empty(CHUNK, np.int32),
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.int64),
    )
