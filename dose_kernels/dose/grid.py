"""Dose rate of many seeds on a regular grid: an adaptive two-level scheme with an error budget.

The grid is cut into tiles of about ``TILE_MM``.  Within a tile, the dose of a seed that is near or has a
published kink there is computed voxel by voxel; that of the others on a lattice of few nodes, from which it
is interpolated (product of one-dimensional cubics) once for all seeds together.  For each tile and seed the
coarsest lattice is taken whose estimated error keeps the root of the summed squares of all errors within
``tolerance`` x the tile's dose.  Tiles are independent: any number of threads gives the same bits.
"""

import math

import numpy as np

from dose_kernels.compile.options import LANES, add_lanes, fast, fast_inline, set_lanes, take
from dose_kernels.compile.threads import run
from dose_kernels.dose.block import NEAR_MM, add_block, f4, make_scratch
from dose_kernels.dose.table import KINK_DEG, KINK_MM, polar_angle, rate_at
from dose_kernels.dose.tg43 import cylinder, plain

# Edge of a tile: small tiles see fewer kinks, large ones share a lattice among more voxels.
TILE_MM = 9.0
# On coarse grids tiles grow, up to twice, until they hold this many voxels: fewer do not fill the loops.
LEAST_VOXELS = 1000
# A tile holds at most this many voxels along an edge, so that it stays in the second-level cache.
TILE_VOXELS = 48
# Nodes a voxel is interpolated from along an axis.
TAPS = 4
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
    first = np.clip(np.floor(position).astype(int) - 1, 0, nodes - TAPS)
    for m in range(TAPS):
        value = np.ones(voxels)
        for other in range(TAPS):
            if other != m:
                value *= (position - first - other) / (m - other)
        weights[first + m, np.arange(voxels)] = value
    return weights


def _lattice_axis(count: int, voxels: int) -> tuple[int, np.ndarray]:
    if count >= WORTHWHILE * voxels:
        return voxels, np.eye(voxels)
    return count, _lagrange(count, voxels)


def _taps(weights, longest: int) -> tuple[np.ndarray, np.ndarray]:
    """Nodes (longest, TAPS) that each voxel is made of, and their weights; all but ``TAPS`` of them are 0."""
    nodes, voxels = weights.shape
    index, weight = np.zeros((longest, TAPS), np.int64), np.zeros((longest, TAPS), np.float32)
    first = np.minimum((weights != 0).argmax(axis=0), max(nodes - TAPS, 0))
    for tap in range(min(TAPS, nodes)):
        index[:voxels, tap] = first + tap
        weight[:voxels, tap] = weights[first + tap, np.arange(voxels)]
    return index, weight


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
        """What the kernel needs to know of the lattices, finest first (the first one is the voxels).

        Returns
        -------
        x, y, z : (n,) float32
            Nodes of all lattices, one after another.
        offsets : (l + 1,) int64
            Where each begins.
        counts : (l, 3) int64
            Nodes along z, y, x.
        h : (l,) float64
            Step, mm.
        rows : (l, m, width) float32
            Weights from nodes along x to voxels along x; as many of each as fill whole vectors.
        index, weight : (l, 2, n, TAPS)
            Along z and y: the nodes each voxel is made of, and their weights.
        """
        x, y, z = (np.concatenate([lattice[a] for lattice in self.lattices]) for a in range(3))
        counts = np.array([[w.shape[0] for w in lattice[3]] for lattice in self.lattices], dtype=np.int64)
        offsets = np.concatenate([[0], np.cumsum(counts.prod(axis=1))])
        h = np.array([lattice[4] for lattice in self.lattices])
        most = -(-int(counts[1:, 2].max(initial=1)) // TAPS) * TAPS
        rows = np.zeros((len(h), most, -(-int(self.voxels[2]) // LANES) * LANES), np.float32)
        pairs = []
        for lattice, (_, _, _, weights, _) in enumerate(self.lattices[1:], 1):
            rows[lattice, : weights[2].shape[0], : self.voxels[2]] = weights[2]
            pairs.append([_taps(w, int(self.voxels[:2].max())) for w in weights[:2]])
        pairs = [[_taps(np.eye(1), int(self.voxels[:2].max()))] * 2, *pairs]
        index, weight = (np.array([[axis[part] for axis in pair] for pair in pairs]) for part in range(2))
        return x, y, z, offsets, counts, h, rows, index, weight


@fast
def _worst_kink(kinks, r, theta_deg, radius):
    """Largest kink (1/mm) that a ball of ``radius`` about (r, theta) may touch."""
    # Half the angle the ball covers, as seen from the seed: asin(s) <= s + (pi/2 - 1) s^3.
    sine = min(radius / r, 1.0)
    spread = math.degrees(sine * (1.0 + (0.5 * math.pi - 1.0) * sine * sine))
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
            theta_deg = math.degrees(polar_angle(rho, z))
            rough[s, 0] = _worst_kink(table.kinks, r, theta_deg, radius) * KINK_ERROR
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
def _spread_along_x(values, nodes, lines, weights, out):
    """Lines of ``nodes`` values to lines of voxels, as wide as ``weights`` (nodes, width)."""
    width = weights.shape[1]
    flat = weights.reshape(weights.size)
    for line in range(lines):
        last = (line + 1) * nodes - 1
        for m in range(0, nodes, TAPS):
            at, w = line * nodes + m, m * width
            # The weights beyond the last node are 0.
            four = values[at], values[min(at + 1, last)], values[min(at + 2, last)], values[min(at + 3, last)]
            for block in range(0, width, LANES):
                first, to = w + block, line * width + block
                rows = first, first + width, first + 2 * width, first + 3 * width
                if m == 0:
                    set_lanes(out, to, flat, rows, four)
                else:
                    add_lanes(out, to, flat, rows, four)


@fast_inline
def _spread_along_y(values, planes, nodes, voxels, width, index, weight, out):
    """Planes of ``nodes`` lines to planes of ``voxels`` lines."""
    for k in range(planes):
        for j in range(voxels):
            a, b, c, d = index[j, 0], index[j, 1], index[j, 2], index[j, 3]
            line, weights = k * nodes, (weight[j, 0], weight[j, 1], weight[j, 2], weight[j, 3])
            a, b, c, d = (line + a) * width, (line + b) * width, (line + c) * width, (line + d) * width
            to = (k * voxels + j) * width
            for i in range(0, width, LANES):
                set_lanes(out, to + i, values, (a + i, b + i, c + i, d + i), weights)


@fast_inline
def _add_along_z(values, voxels, plane, index, weight, out):
    """Planes of nodes, added to planes of voxels."""
    for k in range(voxels):
        a, b, c, d = index[k, 0] * plane, index[k, 1] * plane, index[k, 2] * plane, index[k, 3] * plane
        weights = weight[k, 0], weight[k, 1], weight[k, 2], weight[k, 3]
        for i in range(0, plane, LANES):
            add_lanes(out, k * plane + i, values, (a + i, b + i, c + i, d + i), weights)


@fast
def _tiles(
    counter,
    table,
    origin,
    steps,
    tiles,
    voxels,
    radius,
    lattices,
    positions,
    directions,
    strengths,
    tolerance,
    out,
):
    x, y, z, offsets, counts, h, rows, index, weight = lattices
    nz, ny, nx = voxels[0], voxels[1], voxels[2]
    seeds = positions.shape[0]
    width = rows.shape[2]
    centre, scratch = np.empty(3), make_scratch()
    level, near = np.empty(seeds, np.int64), np.empty(seeds, np.bool_)
    share, rough = np.empty(seeds), np.empty((seeds, 2))
    values, used = np.empty(offsets[-1], np.float32), np.empty(h.shape[0], np.bool_)
    dose, second = np.empty(nz * ny * width, np.float32), np.empty(nz * ny * width, np.float32)
    first = np.empty(nz * ny * width, np.float32)
    while True:
        tile = take(counter)
        if tile >= tiles[0] * tiles[1] * tiles[2]:
            return
        k0 = tile // (tiles[1] * tiles[2]) * nz
        j0 = tile // tiles[2] % tiles[1] * ny
        i0 = tile % tiles[2] * nx
        middle = (i0 + 0.5 * (nx - 1), j0 + 0.5 * (ny - 1), k0 + 0.5 * (nz - 1))
        for a in range(3):
            centre[a] = (
                origin[a] + middle[0] * steps[0, a] + middle[1] * steps[1, a] + middle[2] * steps[2, a]
            )
        _choose(
            table, centre, radius, positions, directions, strengths, h, tolerance, level, near, share, rough
        )
        values[:] = f4(0.0)
        dose[:] = f4(0.0)
        used[:] = False
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
        for l in range(1, h.shape[0]):
            if used[l]:
                pz, py, px = counts[l, 0], counts[l, 1], counts[l, 2]
                _spread_along_x(values[offsets[l] : offsets[l + 1]], px, pz * py, rows[l], first)
                _spread_along_y(first, pz, py, ny, width, index[l, 1], weight[l, 1], second)
                _add_along_z(second, nz, ny * width, index[l, 0], weight[l, 0], dose)
        for k in range(min(nz, out.shape[0] - k0)):
            for j in range(min(ny, out.shape[1] - j0)):
                row, line = (k * ny + j) * nx, (k * ny + j) * width
                for i in range(min(nx, out.shape[2] - i0)):
                    out[k0 + k, j0 + j, i0 + i] += values[row + i] + dose[line + i]


def add_to_grid(
    table, origin_mm, axes, spacing_mm, dose, positions_mm, directions, strengths_u, tolerance=0.0
) -> None:
    """Add seeds to a dose-rate grid in place; negative strengths take seeds away.

    Parameters
    ----------
    table, origin_mm, axes, spacing_mm, positions_mm, directions, strengths_u : as for ``grid_dose_rate``
    dose : (nz, ny, nx) float32, C order
        cGy/h; added to.
    tolerance : float
        As for ``grid_dose_rate``; with 0 what is added can be taken away again to within float32 rounding.
    """
    layout = _Layout(axes, spacing_mm, dose.shape)
    run(
        _tiles,
        int(layout.tiles.prod()),
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
