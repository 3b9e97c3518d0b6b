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

    Each side is a number: four times its starting corner, and the direction in which it is walked.  The side
    after each is found for all at once; only the walk itself goes one by one.
    """
    mask = np.asarray(mask, dtype=bool)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not len(rows):
        return []
    first = np.array([rows[0], columns[0]])
    leaves = _sides(mask[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1])
    corners, headings = np.nonzero(leaves.reshape(-1, 4))
    width = leaves.shape[1]
    after = _sides_after(leaves.reshape(-1, 4), corners, headings, width)
    before = np.empty_like(after)
    before[after] = np.arange(len(after))
    # A midpoint lies on a straight line, level or diagonal, where the sides before and after it run alike.
    bends = headings[before] != headings[after]
    start = np.column_stack(np.divmod(corners, width)) + first - 0.5
    middles = (start + 0.5 * np.array(_STEPS)[headings])[:, ::-1]
    return [middles[walk[bends[walk]]] for walk in _walks(after)]


def _sides(mask: np.ndarray) -> np.ndarray:
    """Which sides are walked: (ny + 1, nx + 1, 4) bool by starting corner (row, column) and direction."""
    ny, nx = mask.shape
    padded = np.pad(mask, 1)
    inside = padded[1:-1, 1:-1]
    leaves = np.zeros((ny + 1, nx + 1, 4), dtype=bool)
    leaves[:-1, :-1, 0] = inside & ~padded[:-2, 1:-1]
    leaves[:-1, 1:, 1] = inside & ~padded[1:-1, 2:]
    leaves[1:, 1:, 2] = inside & ~padded[2:, 1:-1]
    leaves[1:, :-1, 3] = inside & ~padded[1:-1, :-2]
    return leaves


def _sides_after(leaves: np.ndarray, corners: np.ndarray, headings: np.ndarray, width: int) -> np.ndarray:
    """Index of the side that follows each side.

    Where two walks touch at a corner, both turn right: diagonal neighbours stay apart.
    """
    numbers = np.full(leaves.size, -1)
    numbers[4 * corners + headings] = np.arange(len(corners))
    steps = np.array([row * width + column for row, column in _STEPS])
    end = corners + steps[headings]
    right, left = (headings + 1) % 4, (headings + 3) % 4
    onward = np.where(leaves[end, headings], headings, left)
    return numbers[4 * end + np.where(leaves[end, right], right, onward)]


def _walks(after: np.ndarray) -> list[np.ndarray]:
    """The closed walks of sides, each as indices in order."""
    following, walks = after.tolist(), []
    is_left = [True] * len(following)
    for side in range(len(following)):
        walk = []
        while is_left[side]:
            is_left[side] = False
            walk.append(side)
            side = following[side]
        if walk:
            walks.append(np.array(walk))
    return walks
