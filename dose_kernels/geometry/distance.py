"""Distances in space on regular grids: to a zero surface, sampled, and what part of a cell lies inside.

Grids are ``(nz, ny, nx)``; node (i, j, k) lies at ``low + index * step``, an index is continuous and given as
x, y, z.
"""

import numpy as np
from numba import int32

from dose_kernels.compile.options import exact, fast_inline, load, load_own, store, take
from dose_kernels.compile.threads import run
from dose_kernels.geometry.polygons import FAR_MM

# Points that a thread takes at a time.
POINTS_AT_ONCE = 2048


@fast_inline
def _slope(values, k, j, i, axis, step):
    """Central difference along an axis; one-sided at the edge of the grid or beside unknown (nan) nodes."""
    dk, dj, di = int(axis == 0), int(axis == 1), int(axis == 2)
    here = values[k, j, i]
    up, down, ways = here, here, 0
    if k + dk < values.shape[0] and j + dj < values.shape[1] and i + di < values.shape[2]:
        if not np.isnan(values[k + dk, j + dj, i + di]):
            up = values[k + dk, j + dj, i + di]
            ways += 1
    if k - dk >= 0 and j - dj >= 0 and i - di >= 0 and not np.isnan(values[k - dk, j - dj, i - di]):
        down = values[k - dk, j - dj, i - di]
        ways += 1
    return 0.0 if ways == 0 else (up - down) / (ways * step)


@fast_inline
def _changes_sign(values, k, j, i):
    inside = values[k, j, i] > 0.0
    nz, ny, nx = values.shape
    for side in range(6):
        kk = k + (side == 0) - (side == 1)
        jj = j + (side == 2) - (side == 3)
        ii = i + (side == 4) - (side == 5)
        if 0 <= kk < nz and 0 <= jj < ny and 0 <= ii < nx and (values[kk, jj, ii] > 0.0) != inside:
            return True
    return False


@exact
def _feet_near_surface(values, steps, nearest, best):
    """Feet of the nodes beside a change of sign: nearest surface points, to first order.

    Writes each such node's foot number into ``nearest`` and its squared distance into ``best``, -1 and
    ``FAR_MM`` for the others; returns (n, 6): the feet, the surface's unit normals there, and room for more.
    """
    nz, ny, nx = values.shape
    longest = np.sqrt(steps[0] ** 2 + steps[1] ** 2 + steps[2] ** 2)
    count = 0
    feet = np.empty((1024, 6))
    for k in range(nz):
        for j in range(ny):
            for i in range(nx):
                nearest[k, j, i], best[k, j, i] = -1, FAR_MM
                if np.isnan(values[k, j, i]) or not _changes_sign(values, k, j, i):
                    continue
                gz = _slope(values, k, j, i, 0, steps[2])
                gy = _slope(values, k, j, i, 1, steps[1])
                gx = _slope(values, k, j, i, 2, steps[0])
                slope = np.sqrt(gx * gx + gy * gy + gz * gz)
                if slope < 1e-3:
                    continue
                if count == feet.shape[0]:
                    larger = np.empty((2 * count, 6))
                    for n in range(count):  # a slice would compile the text of its error messages too
                        for c in range(6):
                            larger[n, c] = feet[n, c]
                    feet = larger
                way = min(longest, max(-longest, values[k, j, i] / slope))
                feet[count, 0] = i * steps[0] - way * gx / slope
                feet[count, 1] = j * steps[1] - way * gy / slope
                feet[count, 2] = k * steps[2] - way * gz / slope
                feet[count, 3], feet[count, 4], feet[count, 5] = gx / slope, gy / slope, gz / slope
                best[k, j, i] = way * way
                nearest[k, j, i] = count
                count += 1
    return feet


@fast_inline
def _offer_row(x, y, z, number, best, here, there, nx, step, row_y, row_z):
    """Give each node of the row at ``here`` the foot of its neighbour in the row at ``there``, if nearer.

    One loop without branches over plain arrays: it is made into vectors.
    """
    for i in range(nx):
        fx, fy, fz = load(x, there + i), load(y, there + i), load(z, there + i)
        foot, at = load(number, there + i), here + i
        dx, dy, dz = np.float32(i) * step - fx, row_y - fy, row_z - fz
        d = dx * dx + dy * dy + dz * dz
        own = load_own(best, at)
        ox, oy, oz, mine = load_own(x, at), load_own(y, at), load_own(z, at), load_own(number, at)
        is_nearer = d < own
        store(best, at, d if is_nearer else own)
        store(x, at, fx if is_nearer else ox)
        store(y, at, fy if is_nearer else oy)
        store(z, at, fz if is_nearer else oz)
        store(number, at, foot if is_nearer else mine)


@fast_inline
def _hand_along_row(x, y, z, number, best, here, nx, step, row_y, row_z):
    """Hand feet on from node to node along the row at ``here``, there and back."""
    for way in (1, -1):
        at = here if way > 0 else here + nx - 1
        fx, fy, fz, foot = x[at], y[at], z[at], number[at]
        across = (row_y - fy) ** 2 + (row_z - fz) ** 2
        for _ in range(1, nx):
            at += way
            dx = np.float32(at - here) * step - fx
            d = dx * dx + across
            if d < best[at]:
                best[at], x[at], y[at], z[at], number[at] = d, fx, fy, fz, foot
            else:
                fx, fy, fz, foot = x[at], y[at], z[at], number[at]
                across = (row_y - fy) ** 2 + (row_z - fz) ** 2


@exact
def _hand_on_feet(feet, nearest, best, steps):
    """Sweep the grid up and down until every node has the nearest foot (Danielsson's method in space).

    Every node carries its foot's place with it: looking it up by its number would take ten times as long.
    """
    nz, ny, nx = best.shape
    number, square = nearest.reshape(best.size), best.reshape(best.size)
    size = best.size
    x, y, z = np.empty(size, np.float32), np.empty(size, np.float32), np.empty(size, np.float32)
    for n in range(size):
        x[n] = y[n] = z[n] = -FAR_MM
        if number[n] >= 0:
            x[n], y[n], z[n] = feet[number[n], 0], feet[number[n], 1], feet[number[n], 2]
    step, step_y, step_z = np.float32(steps[0]), np.float32(steps[1]), np.float32(steps[2])
    for up in (True, False):
        for layer in range(nz):
            k = layer if up else nz - 1 - layer
            before = k - 1 if up else k + 1
            row_z = np.float32(k) * step_z
            if 0 <= before < nz:
                for j in range(ny):
                    here, there = (k * ny + j) * nx, (before * ny + j) * nx
                    row_y = np.float32(j) * step_y
                    _offer_row(x, y, z, number, square, here, there, nx, step, row_y, row_z)
            for forth in (True, False):
                for row in range(ny):
                    j = row if forth else ny - 1 - row
                    here, there = (k * ny + j) * nx, (k * ny + (j - 1 if forth else j + 1)) * nx
                    row_y = np.float32(j) * step_y
                    if row > 0:
                        _offer_row(x, y, z, number, square, here, there, nx, step, row_y, row_z)
                    _hand_along_row(x, y, z, number, square, here, nx, step, row_y, row_z)


@exact
def signed_distance_3d(values, steps):
    """Euclidean signed distance (nz, ny, nx) float32 to the zero surface of a function given at grid nodes.

    Nodes beside the surface find its nearest point by the function's gradient; the others get the nearest
    of these points in sweeps.  Feet are about a step apart: where a node stands nearly above its foot, the
    distance is that to the surface's tangent plane there.

    Parameters
    ----------
    values : (nz, ny, nx) float32
        Positive inside; nan where unknown, which counts as outside.
    steps : (3,) float64
        Node distance along x, y, z, mm.
    """
    nz, ny, nx = values.shape
    nearest, best = np.empty((nz, ny, nx), np.int32), np.empty((nz, ny, nx), np.float32)
    feet = _feet_near_surface(values, steps, nearest, best)
    _hand_on_feet(feet, nearest, best, steps)
    out = np.empty((nz, ny, nx), np.float32)
    sideways = 0.5 * max(steps[0], steps[2]) ** 2
    for k in range(nz):
        for j in range(ny):
            for i in range(nx):
                d, foot = np.sqrt(best[k, j, i]), nearest[k, j, i]
                if foot >= 0:
                    above = (i * steps[0] - feet[foot, 0]) * feet[foot, 3]
                    above += (j * steps[1] - feet[foot, 1]) * feet[foot, 4]
                    above += (k * steps[2] - feet[foot, 2]) * feet[foot, 5]
                    if best[k, j, i] - above * above < sideways:
                        d = abs(above)
                out[k, j, i] = d if values[k, j, i] > 0.0 else -d
    return out


@fast_inline
def trilinear(values, x, y, z):
    """Value of a grid at a continuous index.

    Parameters
    ----------
    values : (nz, ny, nx), any real type
        At least two nodes along each axis.
    x, y, z : float
        Continuous index; must lie inside the grid (``inside_grid``).
    """
    nz, ny, nx = values.shape
    i, j, k = min(int(x), nx - 2), min(int(y), ny - 2), min(int(z), nz - 2)
    fx, fy, fz = x - i, y - j, z - k
    a = (1.0 - fx) * values[k, j, i] + fx * values[k, j, i + 1]
    b = (1.0 - fx) * values[k, j + 1, i] + fx * values[k, j + 1, i + 1]
    c = (1.0 - fx) * values[k + 1, j, i] + fx * values[k + 1, j, i + 1]
    d = (1.0 - fx) * values[k + 1, j + 1, i] + fx * values[k + 1, j + 1, i + 1]
    return (1.0 - fz) * ((1.0 - fy) * a + fy * b) + fz * ((1.0 - fy) * c + fy * d)


@fast_inline
def inside_grid(values, x, y, z):
    """True if ``trilinear`` may be asked for this continuous index.

    Parameters
    ----------
    values, x, y, z : as for ``trilinear``
    """
    nz, ny, nx = values.shape
    return 0.0 <= x <= nx - 1.0 and 0.0 <= y <= ny - 1.0 and 0.0 <= z <= nz - 1.0


@exact
def _samples(counter, values, index, outside, out):
    while True:
        first = take(counter) * POINTS_AT_ONCE
        if first >= index.shape[0]:
            return
        for n in range(first, min(first + POINTS_AT_ONCE, index.shape[0])):
            x, y, z = index[n, 0], index[n, 1], index[n, 2]
            out[n] = trilinear(values, x, y, z) if inside_grid(values, x, y, z) else outside


def sample_points(values, index, outside) -> np.ndarray:
    """Trilinear values (n,) float64 at continuous indices (n, 3) x, y, z; ``outside`` beyond the grid."""
    out = np.empty(len(index))
    pieces = -(-len(index) // POINTS_AT_ONCE)
    run(_samples, pieces, values, np.ascontiguousarray(index, float), float(outside), out)
    return out


@fast_inline
def _cell_point(n, x, y, z, cell, parts):
    """Where the ``n``-th of the ``parts``^3 samples of a parallelepiped cell about (x, y, z) lies."""
    a, b, c = n % parts, n // parts % parts, n // (parts * parts)
    sa, sb, sc = (a + 0.5) / parts - 0.5, (b + 0.5) / parts - 0.5, (c + 0.5) / parts - 0.5
    return (
        x + sa * cell[0, 0] + sb * cell[1, 0] + sc * cell[2, 0],
        y + sa * cell[0, 1] + sb * cell[1, 1] + sc * cell[2, 1],
        z + sa * cell[0, 2] + sb * cell[1, 2] + sc * cell[2, 2],
    )


@fast_inline
def _samples_inside(values, nx, plane, x, y, z, ox, oy, oz, found):
    """Write 1 into ``found`` for each sample of a cell with a positive value; return how many.

    ``values`` (flat, ``nx`` a row, ``plane`` a level) hold the samples at (x, y, z) + (ox, oy, oz) and the
    nodes beyond them.  One loop without branches: it is made into vectors.
    """
    count = int32(0)
    for n in range(found.size):
        px, py, pz = x + load(ox, n), y + load(oy, n), z + load(oz, n)
        i, j, k = int32(px), int32(py), int32(pz)
        fx, fy, fz = px - np.float32(i), py - np.float32(j), pz - np.float32(k)
        low = k * plane + j * nx + i
        high = low + plane
        a, b = load(values, low), load(values, low + int32(1))
        c, d = load(values, low + nx), load(values, low + nx + int32(1))
        e, f = load(values, high), load(values, high + int32(1))
        g, h = load(values, high + nx), load(values, high + nx + int32(1))
        first, second = a + fx * (b - a), c + fx * (d - c)
        third, fourth = e + fx * (f - e), g + fx * (h - g)
        under, over = first + fy * (second - first), third + fy * (fourth - third)
        inside = int32(under + fz * (over - under) > np.float32(0.0))
        store(found, n, inside)
        count += inside
    return count


@exact
def _samples_inside_at_edge(values, x, y, z, ox, oy, oz, found):
    """As ``_samples_inside``, for cells that reach out of the grid."""
    count = 0
    for n in range(found.size):
        px, py, pz = x + ox[n], y + oy[n], z + oz[n]
        found[n] = inside_grid(values, px, py, pz) and trilinear(values, px, py, pz) > 0.0
        count += found[n]
    return count


@fast_inline
def _numbered(found, number):
    """Where the ``number``-th (from 0) of the samples that are inside stands."""
    n = -1
    while number >= 0:
        n += 1
        number -= found[n]
    return n


@fast_inline
def _scattered(i, j, k, a, b, c):
    """A number from 0 to 1 for a cell: evenly spread along rows, columns and layers, without a pattern."""
    return (i * np.sqrt(a) + j * np.sqrt(b) + k * np.sqrt(c)) % 1.0


@exact
def _fractions(counter, values, first, cell, half_diagonal_mm, parts, scatter, fraction, place):
    nz, ny, nx = fraction.shape
    flat, row = values.reshape(values.size), int32(values.shape[2])
    plane = int32(values.shape[1] * values.shape[2])
    samples = parts**3
    ox, oy, oz = np.empty(samples, np.float32), np.empty(samples, np.float32), np.empty(samples, np.float32)
    found = np.empty(samples, np.int32)
    far_x = far_y = far_z = np.float32(0.0)
    for n in range(samples):
        ox[n], oy[n], oz[n] = _cell_point(n, 0.0, 0.0, 0.0, cell, parts)
        far_x, far_y, far_z = max(far_x, abs(ox[n])), max(far_y, abs(oy[n])), max(far_z, abs(oz[n]))
    # A sample on the grid's last node has no node beyond.
    reach = far_x + 1e-3, far_y + 1e-3, far_z + 1e-3
    while True:
        k = take(counter)
        if k >= nz:
            return
        for j in range(ny):
            for i in range(nx):
                x = first[0] + i * cell[0, 0] + j * cell[1, 0] + k * cell[2, 0]
                y = first[1] + i * cell[0, 1] + j * cell[1, 1] + k * cell[2, 1]
                z = first[2] + i * cell[0, 2] + j * cell[1, 2] + k * cell[2, 2]
                f = -1.0
                if inside_grid(values, x, y, z):
                    d = trilinear(values, x, y, z)
                    if d > half_diagonal_mm:
                        f = 1.0
                    elif d < -half_diagonal_mm:
                        f = 0.0
                if f < 0.0:
                    low = inside_grid(values, x - reach[0], y - reach[1], z - reach[2])
                    if low and inside_grid(values, x + reach[0], y + reach[1], z + reach[2]):
                        middle = np.float32(x), np.float32(y), np.float32(z)
                        count = _samples_inside(flat, row, plane, *middle, ox, oy, oz, found)
                    else:
                        count = _samples_inside_at_edge(values, x, y, z, ox, oy, oz, found)
                    f = count / samples
                    if scatter and 0 < count < samples:
                        n = _numbered(found, int(_scattered(i, j, k, 2.0, 3.0, 5.0) * count))
                        x, y, z = x + ox[n], y + oy[n], z + oz[n]
                    elif 0 < count < samples:
                        mx, my, mz = 0.0, 0.0, 0.0
                        for m in range(samples):
                            mx, my, mz = mx + found[m] * ox[m], my + found[m] * oy[m], mz + found[m] * oz[m]
                        x, y, z = x + mx / count, y + my / count, z + mz / count
                if scatter and f == 1.0:
                    u = _scattered(i, j, k, 2.0, 3.0, 5.0) - 0.5
                    v = _scattered(i, j, k, 7.0, 11.0, 13.0) - 0.5
                    w = _scattered(i, j, k, 17.0, 19.0, 23.0) - 0.5
                    x += u * cell[0, 0] + v * cell[1, 0] + w * cell[2, 0]
                    y += u * cell[0, 1] + v * cell[1, 1] + w * cell[2, 1]
                    z += u * cell[0, 2] + v * cell[1, 2] + w * cell[2, 2]
                fraction[k, j, i] = f
                place[k, j, i, 0], place[k, j, i, 1], place[k, j, i, 2] = x, y, z


def cell_fractions(
    values, first, cell, half_diagonal_mm, shape, parts, scatter=False
) -> tuple[np.ndarray, np.ndarray]:
    """Part of each cell of another grid that lies where a signed distance is positive.

    Parameters
    ----------
    values : (nz, ny, nx) float32
        Signed distance, mm, > 0 inside.
    first : (3,) float64
        Continuous index x, y, z in ``values`` of the other grid's first cell centre.
    cell : (3, 3) float64
        Rows: the other grid's steps along its x, y, z, as index steps in ``values``.
    half_diagonal_mm : float
        Half the diagonal of the other grid's cell: deeper than that a cell is full, farther out empty.
    shape : (nz, ny, nx) of the other grid
    parts : int
        Samples per axis in cells that the surface cuts.
    scatter : bool
        Give any place inside, one cell's here and the next one's there, instead of the centroid.

    Returns
    -------
    fraction : (nz, ny, nx) float32
    place : (nz, ny, nx, 3) float32
        Continuous index in ``values`` of the centroid of each cell's inner part, or of a place in it.
    """
    fraction = np.zeros(shape, np.float32)
    place = np.zeros((*shape, 3), np.float32)
    half, parts = float(half_diagonal_mm), int(parts)
    run(_fractions, shape[0], values, first, cell, half, parts, bool(scatter), fraction, place)
    return fraction, place


@fast_inline
def _mixed_row(values, rows, weights, row):
    """The sum of weight x ``row.size`` values from each of four places on, into ``row``."""
    p, q, r, s = rows
    a, b, c, d = weights
    for i in range(row.size):
        value = a * load(values, p + i) + b * load(values, q + i) + c * load(values, r + i)
        store(row, i, value + d * load(values, s + i))


@exact
def _crossings_along_rows(values, ys, zs, found):
    """Indices x, y, z where lines along x at ``ys`` and ``zs`` cross zero, as many as ``found`` (n, 3) holds.

    Along such a line trilinear values are linear from node to node, so that the crossing is exact.  Returns
    how many there are.
    """
    nz, ny, nx = values.shape
    flat, one = values.reshape(values.size), np.float32(1.0)
    row, count, room = np.empty(nx, np.float32), 0, found.shape[0]
    for z in zs:
        k = min(int(z), nz - 2)
        for y in ys:
            j = min(int(y), ny - 2)
            fy, fz, at = np.float32(y - j), np.float32(z - k), (k * ny + j) * nx
            rows = at, at + nx, at + ny * nx, at + ny * nx + nx
            weights = (one - fy) * (one - fz), fy * (one - fz), (one - fy) * fz, fy * fz
            _mixed_row(flat, rows, weights, row)
            inside = row[0] > 0.0
            for i in range(1, nx):
                now = row[i] > 0.0
                if now != inside:
                    if count < room:
                        found[count, 0] = i - 1 + row[i - 1] / (row[i - 1] - row[i])
                        found[count, 1], found[count, 2] = y, z
                    count += 1
                inside = now
    return count


def _along_rows(values, ys, zs) -> np.ndarray:
    values = np.ascontiguousarray(values)
    # Counted first: an array that grows inside the loop would take ten times as long.
    found = np.empty((_crossings_along_rows(values, ys, zs, np.empty((0, 3))), 3))
    _crossings_along_rows(values, ys, zs, found)
    return found


def net_crossings(values, xs, ys, zs) -> np.ndarray:
    """Where the lines of a net cross the zero surface of trilinear values.

    Parameters
    ----------
    values : (nz, ny, nx) float32
    xs, ys, zs : (n,) float64
        The net: continuous indices within the grid at which its lines run.

    Returns
    -------
    (n, 3) float64
        Continuous indices x, y, z: of the lines along x, then y, then z.
    """
    along_y = _along_rows(values.transpose(0, 2, 1), xs, zs)
    along_z = _along_rows(values.transpose(1, 2, 0), xs, ys)
    return np.concatenate([_along_rows(values, ys, zs), along_y[:, [1, 0, 2]], along_z[:, [1, 2, 0]]])


def surface_crossings(values) -> np.ndarray:
    """Continuous indices (n, 3) x, y, z where a grid line crosses the zero surface of ``values``."""
    return net_crossings(values, *(np.arange(float(count)) for count in values.shape[::-1]))


@exact
def thin_points(points, fixed, distance):
    """Which points (n, 3) to keep so that no two are nearer than ``distance``; the first ``fixed`` all stay.

    Points are taken in their order (n,) bool.
    """
    count = points.shape[0]
    kept = np.zeros(count, np.bool_)
    if count == 0:
        return kept
    low, shape = np.empty(3), np.empty(3, np.int64)
    for c in range(3):
        low[c] = high = points[0, c]
        for n in range(count):
            low[c], high = min(low[c], points[n, c]), max(high, points[n, c])
        shape[c] = int((high - low[c]) / distance) + 3
    head, following = np.empty(shape[0] * shape[1] * shape[2], np.int32), np.empty(count, np.int32)
    for cell in range(head.size):
        head[cell] = -1
    for n in range(count):
        cx = int((points[n, 0] - low[0]) / distance) + 1
        cy = int((points[n, 1] - low[1]) / distance) + 1
        cz = int((points[n, 2] - low[2]) / distance) + 1
        free = True
        if n >= fixed:
            # The own cell (13) first: there a neighbour is most often too near.
            for turn in range(27):
                side = (turn + 13) % 27
                x, y, z = cx + side % 3 - 1, cy + side // 3 % 3 - 1, cz + side // 9 - 1
                other = head[(z * shape[1] + y) * shape[0] + x]
                while other >= 0 and free:
                    dx = points[n, 0] - points[other, 0]
                    dy = points[n, 1] - points[other, 1]
                    dz = points[n, 2] - points[other, 2]
                    free = dx * dx + dy * dy + dz * dz >= distance * distance
                    other = following[other]
                if not free:
                    break
        if free:
            kept[n] = True
            cell = (cz * shape[1] + cy) * shape[0] + cx
            following[n] = head[cell]
            head[cell] = n
    return kept
