"""The objective's term for a cold surface: value and slope.

Formula: docs/methods.md.  The 8-norm stands for the largest shortfall.
"""

import numpy as np

from dose_kernels.compile.options import lean
from dose_kernels.search.arrays import AXIS_POINTS

# Shortfalls are scaled before they are raised to the eighth power, so that one of 1 % does not underflow.
SCALE = 10.0
_SCALE_4, PER_SCALE = SCALE**4, 1.0 / SCALE


@lean
def deficit(dose, low, high, aim):
    """Sums of the squares and of the eighth powers (times ``SCALE``) the shortfalls below ``aim``.

    Parameters
    ----------
    dose : (n,) float32
    low, high : int
        First and one past the last point.
    aim : float
    """
    zero, level = np.float32(0.0), np.float32(aim)
    squares, eighths = np.float32(0.0), np.float32(0.0)
    for i in range(low, high):
        h = level - dose[i]
        h = h if h > zero else zero
        h2 = h * h
        squares += h2
        h4 = np.float32(_SCALE_4) * h2 * h2
        eighths += h4 * h4
    return squares, eighths


@lean
def axis_point_deficit(search, state, trial, changed, g):
    """As ``deficit``, at the axis points of the needles of target ``g``.

    Parameters
    ----------
    search : Search
    state : State
    trial : Trial
    changed : int
        Needle that counts as ``trial``.
    g : int
        Target.
    """
    squares, eighths = 0.0, 0.0
    first, n = search.points.volume.shape[0], state.size[0]
    aim = search.weights.aim + search.weights.axis_point_margin
    for i in range(n + (1 if changed == n else 0)):
        if i == changed and trial.count[0] == 0:
            continue
        if search.rays.target[trial.approach[0] if i == changed else state.approach[i]] != g:
            continue
        turned = i == changed and trial.turned[0]
        if turned and not trial.placed[0]:
            continue
        for end in range(AXIS_POINTS):
            # nan, which equals nothing: there is none.
            own = trial.axis_point[end, 0] == trial.axis_point[end, 0]
            if own if turned else state.axis_point_exists[i, end]:
                h = max(aim - trial.dose[first + AXIS_POINTS * i + end], 0.0)
                squares += h * h
                eighths += (SCALE * h) ** 8
    return squares, eighths


@lean
def add_cold_slope(slope, search, state, dose, g):
    """Slopes of the cost of a cold surface and cold axis points of target ``g``.

    Parameters
    ----------
    slope : (n,) float64
        Added to.
    search : Search
    state : State
    dose : (n,) float32
    g : int
        Target.
    """
    points, weights, rays = search.points, search.weights, search.rays
    first, last = points.surface[g, 0], points.surface[g, 1]
    static = points.volume.shape[0]
    eighths = 0.0
    for p in range(first, last):
        h = SCALE * max(weights.aim - dose[p], 0.0)
        eighths += h**8
    axis_point_aim = weights.aim + weights.axis_point_margin
    for i in range(state.size[0]):
        if rays.target[state.approach[i]] == g:
            for end in range(AXIS_POINTS):
                if state.axis_point_exists[i, end]:
                    h = SCALE * max(axis_point_aim - dose[static + AXIS_POINTS * i + end], 0.0)
                    eighths += h**8
    if eighths == 0.0:
        return
    # d/dD of worst / SCALE * (sum (SCALE h)^8)^(1/8), and of mean * sum h^2 / n
    worst = weights.cold_worst * eighths ** (-7.0 / 8.0)
    mean = 2.0 * weights.cold_mean / (last - first)
    for p in range(first, last):
        h = max(weights.aim - dose[p], 0.0)
        slope[p] -= worst * (SCALE * h) ** 7 + mean * h
    for i in range(state.size[0]):
        if rays.target[state.approach[i]] == g:
            for end in range(AXIS_POINTS):
                if state.axis_point_exists[i, end]:
                    p = static + AXIS_POINTS * i + end
                    h = max(axis_point_aim - dose[p], 0.0)
                    slope[p] -= worst * (SCALE * h) ** 7 + mean * h
