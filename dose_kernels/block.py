"""One seed at a block of points, in float32: the innermost loop of the volume dose.

Three passes over chunks that stay in the first-level cache: (1) vectorised: distance, angle, geometry
function and cell number of every point; (2) the cells, fetched one by one (a gather instruction is slower);
(3) vectorised: the cell's plane times the geometry function.
"""

import math

import numpy as np
from numba import int16, int32

from dose_kernels.jit import fast_inline, float_of_bits, load, load_own, store
from dose_kernels.table import NEAR_END_MM, SLOPE_UNIT

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
NEAR_END_2 = f4(NEAR_END_MM**2)


@fast_inline
def _atan_over(t2):
    return A0 + t2 * (A1 + t2 * (A2 + t2 * (A3 + t2 * (A4 + t2 * (A5 + t2 * A6)))))


@fast_inline
def _far_pass(table, x, y, z, base, count, seed, strength, keys, along, across, factor):
    per_mm, per_radian = f4(table.far_per_mm), f4(table.far_per_degree * 180.0 / math.pi)
    length = f4(table.active_length_mm)
    quarter = HALF * HALF * length * length
    columns, last = int32(table.far_values.shape[1]), f4(table.far_values.shape[0] - 1.5)
    first = int32((table.near_values.shape[0] - 1) * table.near_values.shape[1])
    sx, sy, sz, ux, uy, uz = seed
    for i in range(count):
        dx, dy, dz = load(x, base + i) - sx, load(y, base + i) - sy, load(z, base + i) - sz
        cx, cy, cz = dy * uz - dz * uy, dz * ux - dx * uz, dx * uy - dy * ux
        rho2 = cx * cx + cy * cy + cz * cz
        axial = abs(dx * ux + dy * uy + dz * uz)
        r2 = rho2 + axial * axial
        rho = math.sqrt(rho2)
        steep = rho > axial
        small = axial if steep else rho
        large = rho if steep else axial
        inside = r2 - quarter
        # One division serves small / large and 1 / inside.
        reciprocal = ONE / (large * inside)
        t = small * inside * reciprocal
        shape = large * reciprocal
        angle = t * _atan_over(t * t)
        q = (HALF_PI - angle if steep else angle) * per_radian
        p = math.sqrt(r2) * per_mm
        p = p if p < last else last
        s = length * rho * shape
        s2 = s * s
        # G_L = beta / (L rho), beta = atan(s), s = L rho / (r^2 - L^2/4)
        beta = ONE + s2 * (S1 + s2 * (S2 + s2 * (S3 + s2 * (S4 + s2 * S5))))
        row, column = int32(p), int32(q)
        store(along, i, p - f4(row) - HALF)
        store(across, i, q - f4(column) - HALF)
        store(keys, i, int32(first + row * columns + column))
        store(factor, i, strength * shape * beta)


@fast_inline
def _any_pass(table, x, y, z, base, count, seed, strength, keys, along, across, factor):
    near_mm, near_radian = f4(table.near_per_mm), f4(table.near_per_degree * 180.0 / math.pi)
    far_mm, far_radian = f4(table.far_per_mm), f4(table.far_per_degree * 180.0 / math.pi)
    near_columns, far_columns = int32(table.near_values.shape[1]), int32(table.far_values.shape[1])
    far_first, last = (
        int32((table.near_values.shape[0] - 1) * near_columns),
        f4(table.far_values.shape[0] - 1.5),
    )
    length = f4(table.active_length_mm)
    quarter = HALF * HALF * length * length
    radius, half_length = f4(table.capsule_radius_mm), f4(table.capsule_half_length_mm)
    sphere = half_length == f4(0.0)
    per_radius = ONE / radius
    per_half_length = f4(0.0) if sphere else ONE / half_length
    sx, sy, sz, ux, uy, uz = seed
    for i in range(count):
        dx, dy, dz = load(x, base + i) - sx, load(y, base + i) - sy, load(z, base + i) - sz
        cx, cy, cz = dy * uz - dz * uy, dz * ux - dx * uz, dx * uy - dy * ux
        rho = math.sqrt(cx * cx + cy * cy + cz * cz)
        rho = rho if rho > CENTRE_MM else CENTRE_MM
        axial = abs(dx * ux + dy * uy + dz * uz)
        wall, end = rho * per_radius, axial * per_half_length
        depth = wall if wall > end else end
        round_depth = math.sqrt(rho * rho + axial * axial) * per_radius
        depth = round_depth if sphere else depth
        stretch = ONE / (depth if depth < ONE else ONE)
        rho *= stretch
        axial *= stretch
        r2 = rho * rho + axial * axial
        steep = rho > axial
        small = axial if steep else rho
        large = rho if steep else axial
        t = small / large
        angle = t * _atan_over(t * t)
        close = r2 < NEAR_END_2
        q = (HALF_PI - angle if steep else angle) * (near_radian if close else far_radian)
        p = math.sqrt(r2) * (near_mm if close else far_mm)
        p = p if p < last or close else last
        # beta = atan2(L rho, r^2 - L^2/4) by octants; G_L = beta / (L rho), without L where it vanishes.
        inside = r2 - quarter
        reach = length * rho
        beyond = abs(inside)
        wide = reach > beyond
        part = (beyond if wide else reach) / (reach if wide else beyond)
        ratio = _atan_over(part * part)
        obtuse = inside < f4(0.0)
        narrow_shape = ratio / beyond
        wide_shape = (HALF_PI - part * ratio) / reach
        shape = wide_shape if wide else narrow_shape
        shape = f4(math.pi) / reach - shape if obtuse else shape
        row, column = int32(p), int32(q)
        store(along, i, p - f4(row) - HALF)
        store(across, i, q - f4(column) - HALF)
        near_key = int32(row * near_columns + column)
        far_key = int32(far_first + row * far_columns + column)
        store(keys, i, near_key if close else far_key)
        store(factor, i, strength * shape)


@fast_inline
def _sum_pass(cells, base, count, along, across, factor, out):
    for i in range(count):
        cell = load(cells, i)
        value = float_of_bits(int32(cell))
        slopes = int32(cell >> 32)
        slope_r = f4(slopes >> int32(16)) * SLOPE
        slope_t = f4(int16(slopes)) * SLOPE
        plane = value + value * (load(along, i) * slope_r + load(across, i) * slope_t)
        store(out, base + i, load_own(out, base + i) + load(factor, i) * plane)


@fast_inline
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
    keys, along, across, factor, cells = scratch
    for base in range(0, x.shape[0], CHUNK):
        count = min(CHUNK, x.shape[0] - base)
        if near:
            _any_pass(table, x, y, z, base, count, seed, strength, keys, along, across, factor)
        else:
            _far_pass(table, x, y, z, base, count, seed, strength, keys, along, across, factor)
        for i in range(count):
            cells[i] = table.cells[keys[i]]
        _sum_pass(cells, base, count, along, across, factor, out)


@fast_inline
def make_scratch():
    """Work arrays of ``add_block``: cell number, two positions within the cell, geometry factor, cell."""
    return (
        np.empty(CHUNK, np.int32),
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.float32),
        np.empty(CHUNK, np.int64),
    )
