"""Outlines of a mask: polygons halfway between the pixel centres inside and those outside."""

import numpy as np

# Unit steps along the four sides of a pixel, as (row, column): right, down, left, up.
_STEPS = ((0, 1), (1, 0), (0, -1), (-1, 0))


def outlines(mask: np.ndarray) -> list[np.ndarray]:
    """Closed polygons around the pixels that are set, holes included.

    Parameters
    ----------
    mask : (ny, nx) bool

    Returns
    -------
    list of (n, 2) float
        Vertices x, y in pixel indices (pixel centres at whole numbers).  By exclusive or they enclose the
        mask; diagonal neighbours are apart.

    Notes
    -----
    The sides of pixels on the border are walked round with the inside to the right; the polygon joins their
    midpoints, which is the contour at one half of marching squares.  Per closed polygon it encloses half a
    pixel less than the pixels it stands for, or, round a hole, half a pixel more than the hole.
    """
    padded = np.pad(np.asarray(mask, dtype=bool), 1)
    inside = padded[1:-1, 1:-1]
    # A side runs from one corner to the next; corner (r, c) is the upper left corner of pixel (r, c).
    top = inside & ~padded[:-2, 1:-1]
    right = inside & ~padded[1:-1, 2:]
    bottom = inside & ~padded[2:, 1:-1]
    left = inside & ~padded[1:-1, :-2]
    starts: dict[tuple[int, int], list[int]] = {}
    for side, (set_sides, row, column) in enumerate(
        ((top, 0, 0), (right, 0, 1), (bottom, 1, 1), (left, 1, 0))
    ):
        for r, c in np.argwhere(set_sides).tolist():
            starts.setdefault((r + row, c + column), []).append(side)
    polygons = []
    while starts:
        polygons.append(_without_straight(_midpoints(_walk(starts))))
    return polygons


def _walk(starts: dict[tuple[int, int], list[int]]) -> list[tuple[int, int]]:
    """Take one closed walk of sides out of ``starts``; its corners in order."""
    corner = first = next(iter(starts))
    corners, heading = [], None
    while True:
        here = starts[corner]
        # Where two walks touch at a corner, turn right: diagonal neighbours stay apart.
        right = (heading + 1) % 4 if heading is not None else None
        heading = here.pop(here.index(right) if right in here else 0)
        if not here:
            del starts[corner]
        corners.append(corner)
        corner = (corner[0] + _STEPS[heading][0], corner[1] + _STEPS[heading][1])
        # Back at the first corner: closed, unless two walks touch there and a right turn carries this one on.
        if corner == first and (heading + 1) % 4 not in starts.get(corner, ()):
            return corners


def _midpoints(corners: list[tuple[int, int]]) -> np.ndarray:
    """Midpoints (n, 2) x, y of the sides between successive corners, in pixel indices."""
    points = np.array(corners, dtype=float)[:, ::-1] - 0.5
    return (points + np.roll(points, -1, axis=0)) / 2


def _without_straight(points: np.ndarray) -> np.ndarray:
    """Drop vertices on a straight line between their neighbours."""
    before, after = points - np.roll(points, 1, axis=0), np.roll(points, -1, axis=0) - points
    turn = before[:, 0] * after[:, 1] - before[:, 1] * after[:, 0]
    return points[np.abs(turn) > 1e-9]
