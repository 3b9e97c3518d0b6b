"""Polygons on regular grids: even-odd regions, their area, signed distance and sections between planes.

Edges are ``(m, 4)`` float64 arrays ``x0, y0, x1, y1``; closed rings simply list all their edges.  A region is
what an even-odd count of those edges encloses.  Grids are ``(ny, nx)``; node (i, j) lies at
``low + index * step``.
"""

import numpy as np

from dose_kernels.compile.options import exact, fast_inline

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
    low, height, first, listed = _by_height(edges)
    for e in range(count):
        dx, dy = edges[e, 2] - edges[e, 0], edges[e, 3] - edges[e, 1]
        length = np.sqrt(dx * dx + dy * dy)
        if length == 0.0:
            continue
        x, y = 0.5 * (edges[e, 0] + edges[e, 2]), 0.5 * (edges[e, 1] + edges[e, 3])
        nx, ny = -dy / length * probe_mm, dx / length * probe_mm
        side = _inside_listed(edges, low, height, first, listed, x + nx, y + ny)
        real[e] = side != _inside_listed(edges, low, height, first, listed, x - nx, y - ny)
    return real


@exact
def _band(y, low, height, count):
    """The band of heights that ``y`` lies in; those beyond the ends belong to the last ones."""
    return min(count - 1, max(0, int((y - low) / height)))


@exact
def _by_height(edges):
    """Edges listed by the bands of height they span: (low, height of a band, first (n + 1,), listed (m,)).

    Bands are so high that the list has at most six entries for each edge, steep as the edges may be.
    """
    count = edges.shape[0]
    low, high, climb = np.inf, -np.inf, 0.0
    for e in range(count):
        low = min(low, edges[e, 1], edges[e, 3])
        high = max(high, edges[e, 1], edges[e, 3])
        climb += abs(edges[e, 3] - edges[e, 1])
    height = max((high - low) / count, climb / (4 * count))
    height = height if height > 0.0 else 1.0
    first = np.zeros(count + 1, np.int64)
    for e in range(count):
        for b in range(
            _band(min(edges[e, 1], edges[e, 3]), low, height, count),
            _band(max(edges[e, 1], edges[e, 3]), low, height, count) + 1,
        ):
            first[b + 1] += 1
    for b in range(count):
        first[b + 1] += first[b]
    listed = np.empty(first[count], np.int64)
    filled = np.empty(count, np.int64)
    for b in range(count):
        filled[b] = first[b]
    for e in range(count):
        for b in range(
            _band(min(edges[e, 1], edges[e, 3]), low, height, count),
            _band(max(edges[e, 1], edges[e, 3]), low, height, count) + 1,
        ):
            listed[filled[b]] = e
            filled[b] += 1
    return low, height, first, listed


@exact
def _inside_listed(edges, low, height, first, listed, x, y):
    """As ``point_inside``, asking only the edges in the band of the point's height."""
    inside = False
    band = _band(y, low, height, first.shape[0] - 1)
    for k in range(first[band], first[band + 1]):
        e = listed[k]
        y0, y1 = edges[e, 1], edges[e, 3]
        if (y0 <= y) != (y1 <= y):
            if edges[e, 0] + (y - y0) / (y1 - y0) * (edges[e, 2] - edges[e, 0]) > x:
                inside = not inside
    return inside


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
    low, high = np.inf, -np.inf
    for e in range(edges.shape[0]):
        low, high = min(low, edges[e, 1]), max(high, edges[e, 1])
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
    """True for pixels (ny, nx) whose centre lies inside by the even-odd rule.

    Parameters
    ----------
    edges : (m, 4) float64
    x_low, y_low : float
        Centre of pixel (0, 0).
    dx, dy : float
        From pixel to pixel.
    ny, nx : int
        Number of pixels.
    """
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
    # An edge that the node has already cannot be nearer; most neighbours away from the outline share theirs.
    if e >= 0 and e != nearest[j, i]:
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
    x_low, y_low : float
        Of the first node.
    step : float
        From node to node.
    ny, nx : int
        Number of nodes.
    """
    bounding, count = np.empty((edges.shape[0], 4)), 0
    for e in range(edges.shape[0]):
        if real[e]:
            for c in range(4):
                bounding[count, c] = edges[e, c]
            count += 1
    bounding = bounding[:count]
    best, nearest = np.empty((ny, nx)), np.empty((ny, nx), np.int32)
    for j in range(ny):
        for i in range(nx):
            best[j, i], nearest[j, i] = FAR_MM * FAR_MM, -1
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
    """Signed distance (mm) at a continuous index; beyond the grid, less the way there.

    Parameters
    ----------
    values : (ny, nx) float32
        Signed distance, mm, > 0 inside; at least two nodes along each axis.
    x, y : float
        Continuous index.
    step : float
        From node to node, mm.
    """
    ny, nx = values.shape
    cx, cy = min(max(x, 0.0), nx - 1.0), min(max(y, 0.0), ny - 1.0)
    i, j = min(int(cx), nx - 2), min(int(cy), ny - 2)
    fx, fy = cx - i, cy - j
    low = (1.0 - fx) * values[j, i] + fx * values[j, i + 1]
    high = (1.0 - fx) * values[j + 1, i] + fx * values[j + 1, i + 1]
    return (1.0 - fy) * low + fy * high - step * np.sqrt((x - cx) ** 2 + (y - cy) ** 2)


@exact
def blend_slices(below, above, part, below_shift, above_shift, step):
    """``(1 - part) * below + part * above``, each moved by its shift, (ny, nx) float32.

    Parameters
    ----------
    below, above : (ny, nx) float32
        As ``values`` of ``bilinear``.
    part : float
        0 to 1.
    below_shift, above_shift : (2,) float64
        Along x and y, in nodes.
    step : float
        From node to node, mm.
    """
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
    """Signed distance (ny, nx) float32 of a region that is shrunk and moved.

    Beyond the grid the distance goes on along the ray from the centre.

    Parameters
    ----------
    values : (ny, nx) float32
        As for ``bilinear``.
    centre : (2,) float64
        Continuous index x, y of the point about which it shrinks.
    scale : float
        Size that is left, as a fraction; above 0.
    shift : (2,) float64
        Along x and y, in nodes.
    step : float
        From node to node, mm.
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
    """The level whose ``area_above`` equals ``area``, to a ten-thousandth of ``step``.

    By Newton's method from level 0, by halves where that leaves what is known to hold the level.
    """
    least = most = values[0, 0]
    for j in range(values.shape[0]):
        for i in range(values.shape[1]):
            least, most = min(least, values[j, i]), max(most, values[j, i])
    low, high = least - 0.5 * step, most + 0.5 * step
    level = min(max(0.0, low), high)
    while high - low > 1e-4 * step:
        excess = area_above(values, level, step) - area
        if excess > 0.0:
            low = level
        else:
            high = level
        cut = 0
        for j in range(values.shape[0]):
            for i in range(values.shape[1]):
                cut += abs(values[j, i] - level) < 0.5 * step
        following = level + excess / (cut * step) if cut > 0 else low
        if low < following < high:
            if abs(following - level) < 0.5e-4 * step:
                return following
            level = following
        else:
            level = 0.5 * (low + high)
    return 0.5 * (low + high)
