"""How far points are from the nearest of many others."""

import numpy as np

from dose_kernels.compile.options import exact, take
from dose_kernels.compile.threads import run

# Neighbouring points that are looked at together.
BLOCK = 32

# Points that a thread takes at a time, where neighbours do not matter.
POINTS_AT_ONCE = 2048

# Slack of squared distances for rounding: what is farther by less stays a candidate.
SLACK = 1.0 + 1e-12


@exact
def _sphere(points, begin, end):
    """Middle of some of ``points`` (3, n), and the radius that holds them."""
    x, y, z, square = 0.0, 0.0, 0.0, 0.0
    for n in range(begin, end):
        x, y, z = x + points[0, n], y + points[1, n], z + points[2, n]
    x, y, z = x / (end - begin), y / (end - begin), z / (end - begin)
    for n in range(begin, end):
        dx, dy, dz = points[0, n] - x, points[1, n] - y, points[2, n] - z
        square = max(square, dx * dx + dy * dy + dz * dz)
    return x, y, z, np.sqrt(square)


@exact
def _squared(counter, points, blocks, others, other_blocks, out):
    """Squared distance ``out`` (n,) of ``points`` (3, n) to ``others`` (3, m), both in blocks."""
    spheres = np.empty((other_blocks.shape[0] - 1, 4))
    for b in range(spheres.shape[0]):
        sphere = _sphere(others, other_blocks[b], other_blocks[b + 1])
        spheres[b, 0], spheres[b, 1], spheres[b, 2], spheres[b, 3] = sphere
    near = np.empty(spheres.shape[0])
    chosen, away = np.empty(others.shape[1], np.int64), np.empty(others.shape[1])
    while True:
        block = take(counter)
        if block >= blocks.shape[0] - 1:
            return
        begin, end = blocks[block], blocks[block + 1]
        x, y, z, radius = _sphere(points, begin, end)
        limit = np.inf
        for b in range(spheres.shape[0]):
            dx, dy, dz = spheres[b, 0] - x, spheres[b, 1] - y, spheres[b, 2] - z
            middle = np.sqrt(dx * dx + dy * dy + dz * dz)
            near[b], limit = middle - spheres[b, 3], min(limit, middle + spheres[b, 3])
        # The nearest to a point of this block is no farther from its middle than the nearest to that, and
        # the block's diameter.
        limit, count, least = limit + 2.0 * radius, 0, np.inf
        for b in range(spheres.shape[0]):
            if near[b] <= limit * SLACK:
                for s in range(other_blocks[b], other_blocks[b + 1]):
                    dx, dy, dz = others[0, s] - x, others[1, s] - y, others[2, s] - z
                    chosen[count], away[count] = s, dx * dx + dy * dy + dz * dz
                    least = min(least, away[count])
                    count += 1
        limit = (np.sqrt(least) + 2.0 * radius) ** 2 * SLACK
        for n in range(begin, end):
            out[n] = np.inf
        for c in range(count):
            if away[c] <= limit:
                s = chosen[c]
                sx, sy, sz = others[0, s], others[1, s], others[2, s]
                for n in range(begin, end):
                    dx, dy, dz = points[0, n] - sx, points[1, n] - sy, points[2, n] - sz
                    square = dx * dx + dy * dy + dz * dz
                    out[n] = square if square < out[n] else out[n]


def nearest_distance(points, others) -> np.ndarray:
    """Distance (n,) of each of ``points`` (n, 3) to the nearest of ``others`` (m, 3), m > 0; exact."""
    points, others = np.asarray(points, float), np.asarray(others, float)
    if len(points) == 0:
        return np.zeros(0)
    order, blocks = _blocks(points)
    other_order, other_blocks = _blocks(others)
    found, out = np.empty(len(points)), np.empty(len(points))
    mine, theirs = (np.ascontiguousarray(a.T) for a in (points[order], others[other_order]))
    run(_squared, len(blocks) - 1, mine, blocks, theirs, other_blocks, found)
    out[order] = np.sqrt(found)
    return out


def _blocks(points: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """An order of points (n, 3) that puts neighbours together, and where each block begins and ends."""
    low, size = points.min(axis=0), np.ptp(points, axis=0)
    # Even points on a line or a plane fall into blocks that are not too small.
    side = np.cbrt(np.prod(np.maximum(size, 1.0)) * BLOCK / len(points))
    cell = np.floor((points - low) / side).astype(np.int64)
    count = cell.max(axis=0) + 1
    key = (cell[:, 2] * count[1] + cell[:, 1]) * count[0] + cell[:, 0]
    order = np.argsort(key, kind="stable")
    starts = np.flatnonzero(np.append(True, np.diff(key[order]) != 0))
    return order, np.append(starts, len(points))


@exact
def _boxed(counter, points, centres, reach, out):
    while True:
        first = take(counter) * POINTS_AT_ONCE
        if first >= points.shape[0]:
            return
        for n in range(first, min(first + POINTS_AT_ONCE, points.shape[0])):
            x, y, z, found = points[n, 0], points[n, 1], points[n, 2], False
            for c in range(centres.shape[0]):
                if abs(x - centres[c, 0]) <= reach and abs(y - centres[c, 1]) <= reach:
                    found = found or abs(z - centres[c, 2]) <= reach
            out[n] = found


def within_boxes(points, centres, reach: float) -> np.ndarray:
    """True (n,) for ``points`` (n, 3) no farther than ``reach`` along x, y and z from one of ``centres``."""
    points = np.ascontiguousarray(points, float)
    out = np.empty(len(points), np.bool_)
    centres = np.ascontiguousarray(centres, float).reshape(-1, 3)
    run(_boxed, -(-len(points) // POINTS_AT_ONCE), points, centres, float(reach), out)
    return out
