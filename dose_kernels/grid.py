"""Dose rate of many seeds on a regular grid: an adaptive two-level scheme with an error budget.

The grid is cut into tiles of about ``TILE_MM``.  Within a tile, the dose of a seed that is near or has a
published kink there is computed voxel by voxel; that of the others on a lattice of few nodes, from which it
is interpolated (product of one-dimensional cubics) once for all seeds together.  For each tile and seed the
coarsest lattice is taken whose estimated error keeps the root of the summed squares of all errors within
``tolerance`` x the tile's dose.  Tiles are independent: any number of threads gives the same bits.
"""

import math

import numpy as np

from dose_kernels.block import NEAR_MM, add_block, f4, make_scratch
from dose_kernels.jit import fast, fast_inline, fast_parallel, prange
from dose_kernels.table import KINK_DEG, KINK_MM, rate_at
from dose_kernels.tg43 import cylinder, plain

# Edge of a tile: small tiles see fewer kinks, large ones share a lattice among more voxels.
TILE_MM = 9.0
# On coarse grids tiles grow, up to twice, until they hold this many voxels: fewer do not fill the loops.
LEAST_VOXELS = 1000
# A tile holds at most this many voxels along an edge, so that it stays in the second-level cache.
TILE_VOXELS = 48
# Nodes along the edge of the lattices, coarsest first.
LATTICES = np.array([4, 6, 8, 11, 15, 20, 27])
# A lattice with more than this part of the voxels along an edge saves nothing.
WORTHWHILE = 0.7

# Default bound for the estimated error; the measured error is smaller (docs/dose-engine.md).
TOLERANCE = 0.001

# Error of interpolation over a kink of slope jump K (relative, 1/mm) on a lattice of step h: KINK_ERROR K h.
KINK_ERROR = 0.19
# Error of cubic interpolation of exp(-m r) / r^2 on a lattice of step h:
# SMOOTH_ERROR (m + 120^(1/4) / r)^4 h^4.
SMOOTH_ERROR = 0.05
INVERSE_SQUARE = 120.0**0.25


def _lagrange(nodes: int, voxels: int) -> np.ndarray:
    """Weights (nodes, voxels): local cubic from equidistant nodes to points, ends shared."""
    weights = np.zeros((nodes, voxels))
    position = np.arange(voxels) * (nodes - 1) / max(voxels - 1, 1)
    first = np.clip(np.floor(position).astype(int) - 1, 0, nodes - 4)
    for m in range(4):
        value = np.ones(voxels)
        for other in range(4):
            if other != m:
                value *= (position - first - other) / (m - other)
        weights[first + m, np.arange(voxels)] = value
    return weights


def _lattice_axis(count: int, voxels: int) -> tuple[int, np.ndarray]:
    if count >= WORTHWHILE * voxels:
        return voxels, np.eye(voxels)
    return count, _lagrange(count, voxels)


def _points(steps, voxels, counts) -> tuple[np.ndarray, ...]:
    """x, y, z (float32) of ``counts`` (z, y, x) equidistant points spanning a tile, about its centre."""
    along = [
        np.linspace(-0.5, 0.5, count) * (size - 1) if count > 1 else np.zeros(1)
        for count, size in zip(counts, voxels, strict=True)
    ]
    k, j, i = np.meshgrid(*along, indexing="ij")
    index = np.stack([i.ravel(), j.ravel(), k.ravel()], axis=1)
    return tuple(np.ascontiguousarray(column, dtype=np.float32) for column in (index @ steps).T)


class _Layout:
    """Tiles and lattices of one grid."""

    def __init__(self, axes, spacing, shape):
        self.steps = plain(axes) * plain(spacing)[:, None]
        step_mm = plain(spacing)[::-1]
        edge = TILE_MM
        while np.prod(np.maximum(edge // step_mm, 1)) < LEAST_VOXELS and edge < 1.9 * TILE_MM:
            edge *= 1.05
        most = np.clip(edge // step_mm, 1, TILE_VOXELS)
        self.tiles = np.ceil(np.array(shape) / most).astype(np.int64)
        self.voxels = np.ceil(np.array(shape) / self.tiles).astype(np.int64)
        extent = (self.voxels - 1) * step_mm
        self.radius_mm = float(np.linalg.norm(extent)) / 2
        self.lattices = [self._lattice(self.voxels, [np.eye(n) for n in self.voxels], 0.0)]
        for nodes in LATTICES:
            h = extent.max() / (nodes - 1)
            counts = np.maximum(np.ceil(extent / max(h, 1e-9) - 1e-6).astype(int) + 1, 4)
            pairs = [_lattice_axis(int(c), int(n)) for c, n in zip(counts, self.voxels, strict=True)]
            if np.prod([p[0] for p in pairs]) < WORTHWHILE**2 * np.prod(self.voxels):
                self.lattices.insert(1, self._lattice([p[0] for p in pairs], [p[1] for p in pairs], h))

    def _lattice(self, counts, weights, h):
        x, y, z = _points(self.steps, self.voxels, counts)
        return x, y, z, [plain(w, np.float32) for w in weights], h

    def arrays(self):
        """Lattices one after another: x, y, z; offsets; counts (l, 3); steps h; weights and their offsets."""
        x, y, z = (np.concatenate([lattice[a] for lattice in self.lattices]) for a in range(3))
        counts = np.array([[w.shape[0] for w in lattice[3]] for lattice in self.lattices], dtype=np.int64)
        offsets = np.concatenate([[0], np.cumsum(counts.prod(axis=1))])
        weights = np.concatenate([w.ravel() for lattice in self.lattices for w in lattice[3]])
        sizes = np.array([[w.size for w in lattice[3]] for lattice in self.lattices]).ravel()
        starts = np.concatenate([[0], np.cumsum(sizes)[:-1]]).reshape(-1, 3)
        h = np.array([lattice[4] for lattice in self.lattices])
        return x, y, z, offsets, counts, h, weights, starts


@fast
def _worst_kink(kinks, r, theta_deg, radius):
    """Largest kink (1/mm) that a ball of ``radius`` about (r, theta) may touch."""
    spread = 90.0 if radius >= r else math.degrees(math.asin(radius / r))
    first_r = min(int(max(r - radius, 0.0) / KINK_MM), kinks.shape[0] - 1)
    last_r = min(int((r + radius) / KINK_MM), kinks.shape[0] - 1)
    first_t = max(int((theta_deg - spread) / KINK_DEG), 0)
    last_t = min(int((theta_deg + spread) / KINK_DEG), kinks.shape[1] - 1)
    worst = 0.0
    for i in range(first_r, last_r + 1):
        for j in range(first_t, last_t + 1):
            worst = max(worst, kinks[i, j])
    return worst


@fast
def _choose(table, centre, radius, positions, directions, strengths, h, tolerance, level, near, share, rough):
    """Fill ``level`` (lattice of each seed; 0 = every voxel) and ``near`` for the tile about ``centre``."""
    total = 0.0
    seeds = positions.shape[0]
    for s in range(seeds):
        rho, z = cylinder(
            centre[0] - positions[s, 0],
            centre[1] - positions[s, 1],
            centre[2] - positions[s, 2],
            directions[s, 0],
            directions[s, 1],
            directions[s, 2],
        )
        r = math.sqrt(rho * rho + z * z)
        near[s] = r - radius < NEAR_MM
        if near[s]:
            # The least the seed gives anywhere in the tile.
            share[s] = abs(strengths[s]) * rate_at(table, 0.7 * (r + radius), 0.7 * (r + radius))
            rough[s, 0] = math.inf
        else:
            share[s] = abs(strengths[s]) * rate_at(table, rho, z)
            theta = math.degrees(math.atan2(rho, z))
            rough[s, 0] = _worst_kink(table.kinks, r, theta, radius) * KINK_ERROR
        # At the point of the tile closest to the line source, whose ends are as rough as a point.
        closest = max(r - radius - 0.5 * table.active_length_mm, 1.0)
        rough[s, 1] = SMOOTH_ERROR * (table.fall_per_mm + INVERSE_SQUARE / closest) ** 4
        total += share[s]
        level[s] = 0
    if tolerance <= 0.0:
        return
    budget = tolerance * total
    allowance = budget
    for _ in range(16):
        # Errors at kinks lie at different places for different seeds; those of smooth parts add up.
        kinked, smooth = 0.0, 0.0
        for s in range(seeds):
            level[s] = 0
            if near[s]:
                continue
            for l in range(h.shape[0] - 1, 0, -1):
                kink, bend = share[s] * rough[s, 0] * h[l], share[s] * rough[s, 1] * h[l] ** 4
                if kink + bend <= allowance:
                    level[s] = l
                    kinked += kink * kink
                    smooth += bend
                    break
        if math.sqrt(kinked) + smooth <= budget:
            break
        allowance *= 0.7


@fast_inline
def _spread(values, counts, voxels, weights, starts, first, second, out):
    """Interpolate lattice ``values`` to the voxels of a tile and add them to ``out``."""
    pz, py, px = counts[0], counts[1], counts[2]
    nz, ny, nx = voxels[0], voxels[1], voxels[2]
    for row in range(pz * py):
        line = first[row * nx : (row + 1) * nx]
        line[:] = f4(0.0)
        for m in range(px):
            value = values[row * px + m]
            w = weights[starts[2] + m * nx : starts[2] + (m + 1) * nx]
            for i in range(nx):
                line[i] += value * w[i]
    for k in range(pz):
        for j in range(ny):
            line = second[(k * ny + j) * nx : (k * ny + j + 1) * nx]
            line[:] = f4(0.0)
            for m in range(py):
                w = weights[starts[1] + m * ny + j]
                if w != f4(0.0):
                    source = first[(k * py + m) * nx : (k * py + m + 1) * nx]
                    for i in range(nx):
                        line[i] += w * source[i]
    plane = ny * nx
    for k in range(nz):
        slab = out[k * plane : (k + 1) * plane]
        for m in range(pz):
            w = weights[starts[0] + m * nz + k]
            if w != f4(0.0):
                source = second[m * plane : (m + 1) * plane]
                for i in range(plane):
                    slab[i] += w * source[i]


@fast_parallel
def _tiles(
    table, origin, steps, tiles, voxels, radius, lattices, positions, directions, strengths, tolerance, out
):
    x, y, z, offsets, counts, h, weights, starts = lattices
    number = tiles[0] * tiles[1] * tiles[2]
    size = voxels[0] * voxels[1] * voxels[2]
    seeds = positions.shape[0]
    nz, ny, nx = out.shape
    # Neighbouring tiles cost alike; taking every second one keeps two halves of the work equal.
    half = (number + 1) // 2
    for turn in prange(number):
        tile = 2 * turn if turn < half else 2 * (turn - half) + 1
        k0 = tile // (tiles[1] * tiles[2]) * voxels[0]
        j0 = tile // tiles[2] % tiles[1] * voxels[1]
        i0 = tile % tiles[2] * voxels[2]
        middle = (i0 + 0.5 * (voxels[2] - 1), j0 + 0.5 * (voxels[1] - 1), k0 + 0.5 * (voxels[0] - 1))
        centre = np.empty(3)
        for a in range(3):
            centre[a] = (
                origin[a] + middle[0] * steps[0, a] + middle[1] * steps[1, a] + middle[2] * steps[2, a]
            )
        level, near = np.empty(seeds, np.int64), np.empty(seeds, np.bool_)
        share, rough = np.empty(seeds), np.empty((seeds, 2))
        _choose(
            table, centre, radius, positions, directions, strengths, h, tolerance, level, near, share, rough
        )
        values = np.zeros(offsets[-1], np.float32)
        used = np.zeros(h.shape[0], np.bool_)
        scratch = make_scratch()
        for s in range(seeds):
            l = level[s]
            used[l] = True
            seed = (
                f4(positions[s, 0] - centre[0]),
                f4(positions[s, 1] - centre[1]),
                f4(positions[s, 2] - centre[2]),
                f4(directions[s, 0]),
                f4(directions[s, 1]),
                f4(directions[s, 2]),
            )
            a, b = offsets[l], offsets[l + 1]
            add_block(table, x[a:b], y[a:b], z[a:b], seed, f4(strengths[s]), near[s], scratch, values[a:b])
        dose = values[:size]
        first, second = np.empty(size, np.float32), np.empty(size, np.float32)
        for l in range(1, h.shape[0]):
            if used[l]:
                part = values[offsets[l] : offsets[l + 1]]
                _spread(part, counts[l], voxels, weights, starts[l], first, second, dose)
        for k in range(min(voxels[0], nz - k0)):
            for j in range(min(voxels[1], ny - j0)):
                row = (k * voxels[1] + j) * voxels[2]
                for i in range(min(voxels[2], nx - i0)):
                    out[k0 + k, j0 + j, i0 + i] += dose[row + i]


def add_to_grid(
    table, origin_mm, axes, spacing_mm, dose, positions_mm, directions, strengths_u, tolerance=0.0
) -> None:
    """Add seeds to a dose-rate grid in place; negative strengths take seeds away.

    With ``tolerance`` 0 every voxel is looked up, so that what is added can be taken away again to within
    float32 rounding.  Parameters as for ``grid_dose_rate``; ``dose`` is (nz, ny, nx) float32, C order.
    """
    layout = _Layout(axes, spacing_mm, dose.shape)
    _tiles(
        table,
        plain(origin_mm),
        layout.steps,
        layout.tiles,
        layout.voxels,
        layout.radius_mm,
        layout.arrays(),
        plain(positions_mm).reshape(-1, 3),
        plain(directions).reshape(-1, 3),
        plain(strengths_u).reshape(-1),
        float(tolerance),
        dose,
    )


def grid_dose_rate(
    table, origin_mm, axes, spacing_mm, shape, positions_mm, directions, strengths_u, tolerance=TOLERANCE
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
    tolerance : float
        Bound for the estimated relative error of interpolation; 0 looks up every voxel.

    Returns
    -------
    (nz, ny, nx) float32
    """
    dose = np.zeros(tuple(shape), dtype=np.float32)
    add_to_grid(table, origin_mm, axes, spacing_mm, dose, positions_mm, directions, strengths_u, tolerance)
    return dose
