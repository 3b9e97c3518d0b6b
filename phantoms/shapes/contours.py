"""How planes of constant z cut a shape: rings whose vertices are solved for on the surface.

A grid over the cut tells which of its edges the outline crosses and in what order; each vertex is then moved
along its edge until the shape's function is zero, so the rings are exact at their vertices whatever the grid.
"""

import numpy as np

# Grid cells across the cut, along x and along y: about four vertices a cell, some 280 for a round cut.
CELLS = 72

# Halvings of a grid edge: 2**-40 of a few millimetres is far below the 0.0001 mm that is written.
HALVINGS = 40

# Neighbouring vertices nearer than this fraction of a cell are thinned out: they may round to the same text.
THINNING = 0.2

# How often the search for a cut zooms in: on the few cells that are inside or, if there are none, on the
# lowest value.  Each time the window shrinks to a ninth or less, so a cut of 0.01 mm is still found.
ZOOMS = 5


def contours_of(shape, z_mm, cells: int = CELLS) -> list[list[np.ndarray]]:
    """Rings (n, 2) of ``shape`` at each plane of ``z_mm``; see ``Shape.contours``."""
    planes = np.asarray(z_mm, dtype=float)
    if len(planes) == 0:
        return []
    pieces, rings_of_plane = [], []
    for z in planes:
        inner, outer, rings, cell = _crossings(shape, float(z), cells)
        pieces.append((inner, outer, np.full(len(inner), z)))
        rings_of_plane.append((rings, cell))
    inner, outer = (np.concatenate([piece[i] for piece in pieces]) for i in (0, 1))
    vertices = _on_surface(shape, inner, outer, np.concatenate([piece[2] for piece in pieces]))
    ends = np.cumsum([len(piece[0]) for piece in pieces])
    result = []
    for (rings, cell), points in zip(rings_of_plane, np.split(vertices, ends[:-1]), strict=True):
        thinned = (_thinned(points[ring], cell * THINNING) for ring in rings)
        result.append([ring for ring in thinned if len(ring) >= 3])
    return result


def ring_area_mm2(ring) -> float:
    """Signed area of a closed ring (n, 2): positive anticlockwise."""
    x, y = np.asarray(ring)[:, 0], np.asarray(ring)[:, 1]
    return float(0.5 * np.sum(x * np.roll(y, -1) - np.roll(x, -1) * y))


def _window(shape, z: float, cells: int):
    """Box (x0, x1, y0, y1) around the cut at ``z``, or None when the plane misses the shape."""
    low, high = shape.bounds()
    if not low[2] <= z <= high[2]:
        return None
    x0, y0, x1, y1 = low[0], low[1], high[0], high[1]
    fitted = None
    for _ in range(ZOOMS):
        x, y = np.linspace(x0, x1, cells + 1), np.linspace(y0, y1, cells + 1)
        value = np.broadcast_to(shape.field(x[None, :], y[:, None], z), (cells + 1, cells + 1))
        rows, columns = np.nonzero(value <= 0)
        dx, dy = x[1] - x[0], y[1] - y[0]
        if len(rows):
            # One cell more on each side, so that the outline lies within.
            fitted = x[columns.min()] - dx, x[columns.max()] + dx, y[rows.min()] - dy, y[rows.max()] + dy
            if min(np.ptp(columns), np.ptp(rows)) >= cells // 3:
                return fitted
            x0, x1, y0, y1 = fitted
            continue
        row, column = np.unravel_index(np.argmin(value), value.shape)
        x0, x1, y0, y1 = x[column] - 4 * dx, x[column] + 4 * dx, y[row] - 4 * dy, y[row] + 4 * dy
    return fitted


def _crossings(shape, z: float, cells: int):
    """Grid edges that the outline crosses: inner and outer ends (n, 2), rings as indices, the cell size."""
    window = _window(shape, z, cells)
    if window is None:
        return np.zeros((0, 2)), np.zeros((0, 2)), [], 0.0
    x_low, x_high, y_low, y_high = window
    x, y = np.linspace(x_low, x_high, cells + 1), np.linspace(y_low, y_high, cells + 1)
    inside = np.array(np.broadcast_to(shape.field(x[None, :], y[:, None], z) <= 0, (cells + 1, cells + 1)))
    inside[[0, -1], :] = False
    inside[:, [0, -1]] = False
    edges, rings = _linked(inside)
    ends = _edge_ends(edges, inside, x, y)
    return *ends, rings, min(x[1] - x[0], y[1] - y[0])


def _linked(inside) -> tuple[np.ndarray, list[np.ndarray]]:
    """Crossed grid edges in the order met, and rings of indices into them, inside to the left.

    Edges are numbered: first the horizontal ones, row by row, then the vertical ones.
    """
    rows, columns = inside.shape[0] - 1, inside.shape[1] - 1
    horizontal = np.arange((rows + 1) * columns).reshape(rows + 1, columns)
    vertical = horizontal.size + np.arange(rows * (columns + 1)).reshape(rows, columns + 1)
    corner = [inside[:-1, :-1], inside[:-1, 1:], inside[1:, 1:], inside[1:, :-1]]
    edge = [horizontal[:-1], vertical[:, 1:], horizontal[1:], vertical[:, :-1]]
    follower: dict[int, int] = {}
    for s in range(4):
        # Going round a cell, the outline enters where inside turns to outside and leaves at the last edge
        # before it where outside turned to inside; that keeps two opposite corners apart.
        open_ = corner[s] & ~corner[(s + 1) % 4]
        for back in (1, 2, 3):
            t = (s - back) % 4
            found = open_ & ~corner[t] & corner[(t + 1) % 4]
            follower.update(zip(edge[s][found].tolist(), edge[t][found].tolist(), strict=True))
            open_ = open_ & ~found
    edges: list[int] = []
    rings = []
    while follower:
        first, ring = next(iter(follower)), []
        current = first
        while current in follower:
            ring.append(len(edges))
            edges.append(current)
            current = follower.pop(current)
        rings.append(np.array(ring))
    return np.array(edges, dtype=int), rings


def _edge_ends(edges, inside, x, y) -> tuple[np.ndarray, np.ndarray]:
    """Inner and outer end point (n, 2) of each numbered edge."""
    rows, columns = inside.shape[0] - 1, inside.shape[1] - 1
    lying = edges < (rows + 1) * columns
    rest = edges - (rows + 1) * columns
    row = np.where(lying, edges // columns, rest // (columns + 1))
    column = np.where(lying, edges % columns, rest % (columns + 1))
    first = np.stack([x[column], y[row]], axis=1)
    second = np.stack([x[column + lying], y[row + ~lying]], axis=1)
    starts_inside = inside[row, column][:, None]
    return np.where(starts_inside, first, second), np.where(starts_inside, second, first)


def _on_surface(shape, inner, outer, z) -> np.ndarray:
    """Points (n, 2) between ``inner`` and ``outer`` where the shape's function changes sign, by halving."""
    for _ in range(HALVINGS if len(inner) else 0):
        middle = (inner + outer) / 2
        within = (shape.field(middle[:, 0], middle[:, 1], z) <= 0)[:, None]
        inner, outer = np.where(within, middle, inner), np.where(within, outer, middle)
    return inner


def _thinned(ring, least_mm: float) -> np.ndarray:
    """The ring without vertices that nearly coincide with the one before."""
    keep = np.linalg.norm(ring - np.roll(ring, 1, axis=0), axis=1) > least_mm
    return ring[keep]
