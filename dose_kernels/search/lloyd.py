"""A few positions spread evenly over many points of a plane, no two too near each other."""

import math

import numpy as np

from dose_kernels.compile.options import exact


@exact
def _nearest(points, x, y):
    """Index of the point (n, 2) nearest to (x, y)."""
    best, away = 0, np.inf
    for p in range(points.shape[0]):
        d = (points[p, 0] - x) ** 2 + (points[p, 1] - y) ** 2
        if d < away:
            best, away = p, d
    return best


@exact
def _even_out(points, weight, at, rounds):
    """Move each position to the middle of the points nearest to it, over and over (Lloyd's rule)."""
    total = np.empty((at.shape[0], 3))
    for _ in range(rounds):
        total[:] = 0.0
        for p in range(points.shape[0]):
            owner = _nearest(at, points[p, 0], points[p, 1])
            for c in range(2):
                total[owner, c] += weight[p] * points[p, c]
            total[owner, 2] += weight[p]
        for i in range(at.shape[0]):
            if total[i, 2] > 0.0:
                for c in range(2):
                    at[i, c] = total[i, c] / total[i, 2]


@exact
def _push_apart(points, at, apart, stray, rounds):
    """Push positions apart that are nearer than ``apart``, and set back those that stray from the points."""
    move = np.empty((at.shape[0], 2))
    for _ in range(rounds):
        move[:] = 0.0
        near = False
        for i in range(at.shape[0]):
            for j in range(i):
                x, y = at[i, 0] - at[j, 0], at[i, 1] - at[j, 1]
                gap = math.sqrt(x * x + y * y)
                near = near or gap < apart
                # A little more than needed, so that few rounds do.
                push = 0.5 * max(1.01 * apart - gap, 0.0) / max(gap, 0.1)
                move[i, 0] += push * x
                move[i, 1] += push * y
                move[j, 0] -= push * x
                move[j, 1] -= push * y
        if not near:
            return
        for i in range(at.shape[0]):
            at[i, 0] += move[i, 0]
            at[i, 1] += move[i, 1]
            home = _nearest(points, at[i, 0], at[i, 1])
            if math.hypot(points[home, 0] - at[i, 0], points[home, 1] - at[i, 1]) > stray:
                at[i, 0], at[i, 1] = points[home, 0], points[home, 1]


@exact
def spread(points, weight, at, apart, stray, rounds):
    """Spread positions over points, in place.

    Parameters
    ----------
    points : (m, 2) float64, mm
    weight : (m,) float64
        The larger, the denser the positions there.
    at : (n, 2) float64, mm
        Where they begin; receives where they end.
    apart : float, mm
        The least distance wanted between two; kept if there is room.
    stray : float, mm
        A position pushed farther than this from every point is set back on the nearest.
    rounds : (int, int)
        Rounds of evening out and, at most, of pushing apart.
    """
    _even_out(points, weight, at, rounds[0])
    _push_apart(points, at, apart, stray, rounds[1])
