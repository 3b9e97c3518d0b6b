"""Polygons and distances on regular grids: even-odd regions, signed distances, fractions of cells.

Edges are ``(m, 4)`` float64 arrays ``x0, y0, x1, y1``; closed rings simply list all their edges.  A region is
what an even-odd count of those edges encloses.  Grids of two dimensions are ``(ny, nx)``, of three
``(nz, ny, nx)``; node (i, j, k) lies at ``origin + index * step``.
"""

import numpy as np

from dose_kernels.jit import exact, exact_parallel, fast_inline, prange

# Far outside anything that is measured here, mm; keeps arithmetic finite where nothing is near.
FAR_MM = 1e6


@exact
def point_inside(edges, x, y):
    """True if the point lies inside by the even-odd rule."""
    inside = False
    for e in range(edges.shape[0]):
        y0, y1 = edges[e, 1], edges[e, 3]
        if (y0 <= y) != (y1 <= y):
            if edges[e, 0] + (y - y0) / (y1 - y0) * (edges[e, 2] - edges[e, 0]) > x:
                inside = not inside
    return inside


@exact
def boundary_edges(edges, probe_mm):
    """True for edges with the region on one side only, seen ``probe_mm`` to either side of their middle.

    The two strokes of a keyhole's bridge have the region on both sides, and so bound nothing.
    """
    count = edges.shape[0]
    real = np.zeros(count, np.bool_)
    for e in range(count):
        dx, dy = edges[e, 2] - edges[e, 0], edges[e, 3] - edges[e, 1]
        length = np.sqrt(dx * dx + dy * dy)
        if length == 0.0:
            continue
        x, y = 0.5 * (edges[e, 0] + edges[e, 2]), 0.5 * (edges[e, 1] + edges[e, 3])
        nx, ny = -dy / length * probe_mm, dx / length * probe_mm
        real[e] = point_inside(edges, x + nx, y + ny) != point_inside(edges, x - nx, y - ny)
    return real


@exact
def _crossings(edges, y, found):
    """Write the sorted x of all edges that cross height ``y`` into ``found``; return how many."""
    count = 0
    for e in range(edges.shape[0]):
        y0, y1 = edges[e, 1], edges[e, 3]
        if (y0 <= y) != (y1 <= y):
            x = edges[e, 0] + (y - y0) / (y1 - y0) * (edges[e, 2] - edges[e, 0])
            place = count
            while place > 0 and found[place - 1] > x:
                found[place] = found[place - 1]
                place -= 1
            found[place] = x
            count += 1
    return count


@exact
def even_odd_area(edges, lines):
    """Area and centroid (area, x, y) of the region by ``lines`` scan lines, each exact in x."""
    low, high = edges[:, 1].min(), edges[:, 1].max()
    dy = (high - low) / lines
    found = np.empty(edges.shape[0])
    area, mx, my = 0.0, 0.0, 0.0
    for line in range(lines):
        y = low + (line + 0.5) * dy
        count = _crossings(edges, y, found)
        for c in range(0, count - 1, 2):
            length = found[c + 1] - found[c]
            area += length
            mx += length * 0.5 * (found[c + 1] + found[c])
            my += length * y
    if area <= 0.0:
        return 0.0, 0.0, 0.0
    return area * dy, mx / area, my / area


@exact
def fill_slice(edges, x_low, y_low, dx, dy, ny, nx):
    """True for pixel centres (ny, nx) inside by the even-odd rule; pixel (i, j) at low + (i dx, j dy)."""
    out = np.zeros((ny, nx), np.bool_)
    found = np.empty(edges.shape[0])
    for j in range(ny):
        count = _crossings(edges, y_low + j * dy, found)
        for c in range(0, count - 1, 2):
            first = int(np.ceil((found[c] - x_low) / dx))
            last = int(np.floor((found[c + 1] - x_low) / dx))
            for i in range(max(0, first), min(nx, last + 1)):
                out[j, i] = True
    return out


@fast_inline
def _edge_distance_squared(edges, e, x, y):
    x0, y0 = edges[e, 0], edges[e, 1]
    dx, dy = edges[e, 2] - x0, edges[e, 3] - y0
    square = dx * dx + dy * dy
    s = 0.0
    if square > 0.0:
        s = min(1.0, max(0.0, ((x - x0) * dx + (y - y0) * dy) / square))
    px, py = x - x0 - s * dx, y - y0 - s * dy
    return px * px + py * py


@fast_inline
def _try_edge(edges, nearest, best, j, i, e, x, y):
    if e >= 0:
        d = _edge_distance_squared(edges, e, x, y)
        if d < best[j, i]:
            best[j, i] = d
            nearest[j, i] = e


@exact
def _seed_edges(edges, x_low, y_low, step, nearest, best):
    """Give the nodes of every cell that an edge runs through that edge's distance."""
    ny, nx = best.shape
    for e in range(edges.shape[0]):
        dx, dy = edges[e, 2] - edges[e, 0], edges[e, 3] - edges[e, 1]
        pieces = int(np.ceil(2.0 * max(abs(dx), abs(dy)) / step)) + 1
        for piece in range(pieces + 1):
            s = piece / pieces
            i0 = int(np.floor((edges[e, 0] + s * dx - x_low) / step))
            j0 = int(np.floor((edges[e, 1] + s * dy - y_low) / step))
            for j in range(max(0, j0), min(ny, j0 + 2)):
                for i in range(max(0, i0), min(nx, i0 + 2)):
                    _try_edge(edges, nearest, best, j, i, e, x_low + i * step, y_low + j * step)


@exact
def signed_distance_2d(edges, real, x_low, y_low, step, ny, nx):
    """Signed distance to a region's boundary at the nodes of a grid, > 0 inside, (ny, nx) float32.

    The nearest edge is handed on from node to node in sweeps over the grid (Danielsson 1980,
    doi:10.1016/0146-664X(80)90054-4); the distance to that edge is exact.

    Parameters
    ----------
    edges : (m, 4) float64
    real : (m,) bool
        Which edges bound the region (``boundary_edges``).
    """
    bounding = edges[real]
    best = np.full((ny, nx), FAR_MM * FAR_MM)
    nearest = np.full((ny, nx), -1, np.int32)
    _seed_edges(bounding, x_low, y_low, step, nearest, best)
    for sweep in range(4):
        for row in range(ny):
            j = row if sweep % 2 == 0 else ny - 1 - row
            before = j - 1 if sweep % 2 == 0 else j + 1
            y = y_low + j * step
            if 0 <= before < ny:
                for i in range(nx):
                    for di in range(-1, 2):
                        if 0 <= i + di < nx:
                            _try_edge(
                                bounding, nearest, best, j, i, nearest[before, i + di], x_low + i * step, y
                            )
            for i in range(1, nx):
                _try_edge(bounding, nearest, best, j, i, nearest[j, i - 1], x_low + i * step, y)
            for i in range(nx - 2, -1, -1):
                _try_edge(bounding, nearest, best, j, i, nearest[j, i + 1], x_low + i * step, y)
    out = np.empty((ny, nx), np.float32)
    found = np.empty(edges.shape[0])
    for j in range(ny):
        count = _crossings(edges, y_low + j * step, found)
        c = 0
        for i in range(nx):
            while c < count and found[c] <= x_low + i * step:
                c += 1
            d = np.sqrt(best[j, i])
            out[j, i] = d if c % 2 == 1 else -d
    return out


@fast_inline
def bilinear(values, x, y, step):
    """Distance at continuous index (x, y) of a (ny, nx) grid of ``step`` mm; beyond, less the way there."""
    ny, nx = values.shape
    cx, cy = min(max(x, 0.0), nx - 1.0), min(max(y, 0.0), ny - 1.0)
    i, j = min(int(cx), nx - 2), min(int(cy), ny - 2)
    fx, fy = cx - i, cy - j
    low = (1.0 - fx) * values[j, i] + fx * values[j, i + 1]
    high = (1.0 - fx) * values[j + 1, i] + fx * values[j + 1, i + 1]
    return (1.0 - fy) * low + fy * high - step * np.sqrt((x - cx) ** 2 + (y - cy) ** 2)


@exact
def blend_slices(below, above, part, below_shift, above_shift, step):
    """``(1 - part) * below + part * above``, each moved by its shift (x, y) in nodes, (ny, nx) float32."""
    ny, nx = below.shape
    out = np.empty((ny, nx), np.float32)
    for j in range(ny):
        for i in range(nx):
            low = bilinear(below, i - below_shift[0], j - below_shift[1], step)
            high = bilinear(above, i - above_shift[0], j - above_shift[1], step)
            out[j, i] = (1.0 - part) * low + part * high
    return out


@exact
def shrunk_slice(values, centre, scale, shift, step):
    """Signed distance of a region shrunk by ``scale`` about ``centre`` and moved by ``shift`` (nodes).

    Beyond the grid the distance goes on along the ray from the centre.
    """
    ny, nx = values.shape
    out = np.empty((ny, nx), np.float32)
    for j in range(ny):
        for i in range(nx):
            dx, dy = (i - shift[0] - centre[0]) / scale, (j - shift[1] - centre[1]) / scale
            part = 1.0
            if dx != 0.0:
                part = min(part, ((nx - 1.0 - centre[0]) if dx > 0.0 else -centre[0]) / dx)
            if dy != 0.0:
                part = min(part, ((ny - 1.0 - centre[1]) if dy > 0.0 else -centre[1]) / dy)
            inside = bilinear(values, centre[0] + part * dx, centre[1] + part * dy, step)
            out[j, i] = scale * (inside - (1.0 - part) * np.sqrt(dx * dx + dy * dy) * step)
    return out


@exact
def area_above(values, level, step):
    """Area where a signed distance on nodes exceeds ``level``; a cell counts in proportion to its depth."""
    total = 0.0
    for j in range(values.shape[0]):
        for i in range(values.shape[1]):
            total += min(1.0, max(0.0, (values[j, i] - level) / step + 0.5))
    return total * step * step


@exact
def level_of_area(values, area, step):
    """The level whose ``area_above`` equals ``area``, by bisection to a ten-thousandth of ``step``."""
    low, high = values.min() - 0.5 * step, values.max() + 0.5 * step
    while high - low > 1e-4 * step:
        middle = 0.5 * (low + high)
        if area_above(values, middle, step) > area:
            low = middle
        else:
            high = middle
    return 0.5 * (low + high)


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

    Writes each such node's foot number into ``nearest`` and its squared distance into ``best``; returns
    (n, 6): the feet and the surface's unit normals there.
    """
    nz, ny, nx = values.shape
    longest = np.sqrt(steps[0] ** 2 + steps[1] ** 2 + steps[2] ** 2)
    count = 0
    feet = np.empty((1024, 6))
    for k in range(nz):
        for j in range(ny):
            for i in range(nx):
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
                    larger[:count] = feet
                    feet = larger
                way = min(longest, max(-longest, values[k, j, i] / slope))
                feet[count, 0] = i * steps[0] - way * gx / slope
                feet[count, 1] = j * steps[1] - way * gy / slope
                feet[count, 2] = k * steps[2] - way * gz / slope
                feet[count, 3], feet[count, 4], feet[count, 5] = gx / slope, gy / slope, gz / slope
                best[k, j, i] = way * way
                nearest[k, j, i] = count
                count += 1
    return feet[:count].copy()


@fast_inline
def _try_foot(feet, nearest, best, steps, k, j, i, foot):
    if foot >= 0:
        dx = i * steps[0] - feet[foot, 0]
        dy = j * steps[1] - feet[foot, 1]
        dz = k * steps[2] - feet[foot, 2]
        d = dx * dx + dy * dy + dz * dz
        if d < best[k, j, i]:
            best[k, j, i] = d
            nearest[k, j, i] = foot


@exact
def _hand_on_feet(feet, nearest, best, steps):
    """Sweep the grid until every node has the nearest foot."""
    nz, ny, nx = best.shape
    for sweep in range(4):
        for layer in range(nz):
            k = layer if sweep % 2 == 0 else nz - 1 - layer
            k_before = k - 1 if sweep % 2 == 0 else k + 1
            for row in range(ny):
                j = row if sweep < 2 else ny - 1 - row
                j_before = j - 1 if sweep < 2 else j + 1
                for i in range(nx):
                    if 0 <= k_before < nz:
                        _try_foot(feet, nearest, best, steps, k, j, i, nearest[k_before, j, i])
                    if 0 <= j_before < ny:
                        _try_foot(feet, nearest, best, steps, k, j, i, nearest[k, j_before, i])
                for i in range(1, nx):
                    _try_foot(feet, nearest, best, steps, k, j, i, nearest[k, j, i - 1])
                for i in range(nx - 2, -1, -1):
                    _try_foot(feet, nearest, best, steps, k, j, i, nearest[k, j, i + 1])


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
    nearest = np.full((nz, ny, nx), -1, np.int32)
    best = np.full((nz, ny, nx), FAR_MM, np.float32)
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
    """Value at continuous index (x, y, z) of a (nz, ny, nx) grid, which must lie inside it."""
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
    """True if ``trilinear`` may be asked for this continuous index."""
    nz, ny, nx = values.shape
    return 0.0 <= x <= nx - 1.0 and 0.0 <= y <= ny - 1.0 and 0.0 <= z <= nz - 1.0


@exact_parallel
def sample_points(values, index, outside):
    """Trilinear values (n,) float64 at continuous indices (n, 3) x, y, z; ``outside`` beyond the grid."""
    out = np.empty(index.shape[0])
    for n in prange(index.shape[0]):
        x, y, z = index[n, 0], index[n, 1], index[n, 2]
        out[n] = trilinear(values, x, y, z) if inside_grid(values, x, y, z) else outside
    return out


@exact
def _cell_fraction(values, x, y, z, cell, parts):
    """Part of a parallelepiped cell with a positive value, by ``parts``^3 samples; and their mean index."""
    inside, mx, my, mz = 0, 0.0, 0.0, 0.0
    for c in range(parts):
        for b in range(parts):
            for a in range(parts):
                sa, sb, sc = (a + 0.5) / parts - 0.5, (b + 0.5) / parts - 0.5, (c + 0.5) / parts - 0.5
                px = x + sa * cell[0, 0] + sb * cell[1, 0] + sc * cell[2, 0]
                py = y + sa * cell[0, 1] + sb * cell[1, 1] + sc * cell[2, 1]
                pz = z + sa * cell[0, 2] + sb * cell[1, 2] + sc * cell[2, 2]
                if inside_grid(values, px, py, pz) and trilinear(values, px, py, pz) > 0.0:
                    inside += 1
                    mx += px
                    my += py
                    mz += pz
    if inside == 0:
        return 0.0, x, y, z
    return inside / parts**3, mx / inside, my / inside, mz / inside


@exact_parallel
def cell_fractions(values, first, cell, half_diagonal_mm, shape, parts):
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

    Returns
    -------
    fraction : (nz, ny, nx) float32
    centroid : (nz, ny, nx, 3) float32
        Continuous index in ``values`` of the centroid of each cell's inner part.
    """
    nz, ny, nx = shape
    fraction = np.zeros((nz, ny, nx), np.float32)
    centroid = np.zeros((nz, ny, nx, 3), np.float32)
    for k in prange(nz):
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
                    f, x, y, z = _cell_fraction(values, x, y, z, cell, parts)
                fraction[k, j, i] = f
                centroid[k, j, i, 0], centroid[k, j, i, 1], centroid[k, j, i, 2] = x, y, z
    return fraction, centroid


@exact
def surface_crossings(values):
    """Continuous indices (n, 3) x, y, z where a grid line crosses the zero surface of ``values``."""
    nz, ny, nx = values.shape
    count = 0
    found = np.empty((64, 3))
    for k in range(nz):
        for j in range(ny):
            for i in range(nx):
                here = values[k, j, i]
                for axis in range(3):
                    kk, jj, ii = k + (axis == 2), j + (axis == 1), i + (axis == 0)
                    if kk >= nz or jj >= ny or ii >= nx:
                        continue
                    there = values[kk, jj, ii]
                    if (here > 0.0) == (there > 0.0):
                        continue
                    if count == found.shape[0]:
                        larger = np.empty((2 * count, 3))
                        larger[:count] = found
                        found = larger
                    s = here / (here - there)
                    found[count, 0] = i + s * (axis == 0)
                    found[count, 1] = j + s * (axis == 1)
                    found[count, 2] = k + s * (axis == 2)
                    count += 1
    return found[:count].copy()


@exact
def thin_points(points, fixed, distance):
    """Which points (n, 3) to keep so that no two are nearer than ``distance``; the first ``fixed`` all stay.

    Points are taken in their order (n,) bool.
    """
    count = points.shape[0]
    low = np.array([points[:, 0].min(), points[:, 1].min(), points[:, 2].min()])
    high = np.array([points[:, 0].max(), points[:, 1].max(), points[:, 2].max()])
    shape = ((high - low) / distance).astype(np.int64) + 3
    head = np.full(shape[0] * shape[1] * shape[2], -1, np.int32)
    following = np.full(count, -1, np.int32)
    kept = np.zeros(count, np.bool_)
    for n in range(count):
        cx = int((points[n, 0] - low[0]) / distance) + 1
        cy = int((points[n, 1] - low[1]) / distance) + 1
        cz = int((points[n, 2] - low[2]) / distance) + 1
        free = True
        if n >= fixed:
            for side in range(27):
                x, y, z = cx + side % 3 - 1, cy + side // 3 % 3 - 1, cz + side // 9 - 1
                other = head[(z * shape[1] + y) * shape[0] + x]
                while other >= 0 and free:
                    dx = points[n, 0] - points[other, 0]
                    dy = points[n, 1] - points[other, 1]
                    dz = points[n, 2] - points[other, 2]
                    free = dx * dx + dy * dy + dz * dz >= distance * distance
                    other = following[other]
        if free:
            kept[n] = True
            cell = (cz * shape[1] + cy) * shape[0] + cx
            following[n] = head[cell]
            head[cell] = n
    return kept
