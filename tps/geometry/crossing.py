"""Whether two outlines meet, without comparing every edge of one with every edge of the other."""

import numpy as np

# Pairs of edges looked at in one go.
CHUNK = 1_000_000


def outlines_meet(a: np.ndarray, b: np.ndarray) -> bool:
    """True if two polygons cross or touch, or run along each other all the way.

    Parameters
    ----------
    a, b : (n, 4), (m, 4) float
        Edges ``x0, y0, x1, y1`` of closed polygons.
    """
    if np.any(a[:, :2].max(0) < b[:, :2].min(0)) or np.any(b[:, :2].max(0) < a[:, :2].min(0)):
        return False
    if any(_met(a[first], b[second]) for first, second in _near_pairs(a, b)):
        return True
    return len(a) == len(b) and set(map(tuple, a[:, :2])) == set(map(tuple, b[:, :2]))


def _near_pairs(a: np.ndarray, b: np.ndarray):
    """Index arrays of edges of ``a`` and ``b`` whose boxes meet; all such pairs, in chunks.

    Edges are sorted along the axis on which they are shorter all in all.  Those of ``b`` that begin below the
    end of one of ``a`` and above its beginning less their own length are a run of the sorted ones; by classes
    of length, each twice the one before, few of a run are too short to reach.
    """
    axis = int(np.argmin(np.abs(a[:, 2:] - a[:, :2]).sum(0) + np.abs(b[:, 2:] - b[:, :2]).sum(0)))
    low_a, high_a = _interval(a, axis)
    low_b, high_b = _interval(b, axis)
    length = high_b - low_b
    longest = float(length.max())
    classes = np.zeros(len(b), int)
    if longest > 0:
        classes = np.clip(np.ceil(-np.log2(np.maximum(length, longest * 2.0**-40) / longest)), 0, 40).astype(
            int
        )
    for c in np.unique(classes):
        members = np.flatnonzero(classes == c)
        members = members[np.argsort(low_b[members], kind="stable")]
        begins = low_b[members]
        first = np.searchsorted(begins, low_a - length[members].max(), side="left")
        stop = np.searchsorted(begins, high_a, side="right")
        count = stop - first
        ends = np.cumsum(count)
        start = 0
        while start < len(a):
            # So many edges of ``a`` that their pairs fit a chunk; one at least.
            base = ends[start - 1] if start else 0
            end = max(start + 1, int(np.searchsorted(ends, base + CHUNK, side="right")))
            some = np.repeat(np.arange(start, end), count[start:end])
            offset = np.arange(len(some)) - np.repeat(
                ends[start:end] - count[start:end] - base, count[start:end]
            )
            others = members[first[some] + offset]
            apart = _apart(a[some], b[others])
            yield some[~apart], others[~apart]
            start = end


def _interval(edges: np.ndarray, axis: int) -> tuple[np.ndarray, np.ndarray]:
    one, other = edges[:, axis], edges[:, axis + 2]
    return np.minimum(one, other), np.maximum(one, other)


def _apart(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """True where the boxes of edges (n, 4) and (n, 4) are apart."""
    found = np.zeros(len(a), bool)
    for axis in (0, 1):
        (low_a, high_a), (low_b, high_b) = _interval(a, axis), _interval(b, axis)
        found |= (high_a < low_b) | (high_b < low_a)
    return found


def _met(a: np.ndarray, b: np.ndarray) -> bool:
    """True if an edge of (n, 4) meets the one of (n, 4) beside it; parallel ones do not count."""
    da, db = a[:, 2:] - a[:, :2], b[:, 2:] - b[:, :2]
    gap = b[:, :2] - a[:, :2]
    cross = da[:, 0] * db[:, 1] - da[:, 1] * db[:, 0]
    with np.errstate(divide="ignore", invalid="ignore"):
        s = (gap[:, 0] * db[:, 1] - gap[:, 1] * db[:, 0]) / cross
        t = (gap[:, 0] * da[:, 1] - gap[:, 1] * da[:, 0]) / cross
        met = (cross != 0) & (s >= 0) & (s <= 1) & (t >= 0) & (t <= 1)
    return bool(met.any())
