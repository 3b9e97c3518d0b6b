"""What a layout costs: cold surface, hot inside, organs, needles and seeds; the smaller the better.

The unit is the worth of one needle; doses are multiples of the prescription.
"""

import math

import numpy as np

from dose_kernels.anneal_types import POLES
from dose_kernels.jit import lean, lean_inline

# Half widths of the ramps that stand for the steps of V100, V150 and V200: with points 3 mm apart a sharp
# step would reward moving the points' own dose across it by a hair.
RAMP = 0.05


@lean
def _beyond(dose, volume, low, high, level):
    """Volume of points low..high at or above ``level``, by a ramp."""
    total = np.float32(0.0)
    start, slope = np.float32(level - RAMP), np.float32(0.5 / RAMP)
    zero, one = np.float32(0.0), np.float32(1.0)
    for i in range(low, high):
        h = (dose[i] - start) * slope
        h = h if h > zero else zero
        h = h if h < one else one
        total += volume[i] * h
    return total


@lean
def _deficit(dose, low, high, aim):
    """Sums of the squares and of the eighth powers (of ten times) the shortfalls below ``aim``."""
    zero, level = np.float32(0.0), np.float32(aim)
    squares, eighths = np.float32(0.0), np.float32(0.0)
    for i in range(low, high):
        h = level - dose[i]
        h = h if h > zero else zero
        h2 = h * h
        squares += h2
        # Scaled, so that a shortfall of 1 % does not underflow.
        h4 = np.float32(1e4) * h2 * h2
        eighths += h4 * h4
    return squares, eighths


@lean
def _pole_deficit(search, state, trial, changed, g):
    """As ``_deficit``, at the poles of the needles of target ``g``."""
    squares, eighths = 0.0, 0.0
    first, n = search.points.volume.shape[0], state.size[0]
    aim = search.weights.aim + search.weights.pole_margin
    for i in range(n + (1 if changed == n else 0)):
        if i == changed and trial.count[0] == 0:
            continue
        if search.rays.target[trial.approach[0] if i == changed else state.approach[i]] != g:
            continue
        turned = i == changed and trial.turned[0]
        if turned and not trial.placed[0]:
            continue
        for end in range(POLES):
            if trial.pole[end, 0] == trial.pole[end, 0] if turned else state.cold[i, end]:
                h = max(aim - trial.dose[first + POLES * i + end], 0.0)
                squares += h * h
                eighths += (10.0 * h) ** 8
    return squares, eighths


@lean
def _shortfall(dose, volume, low, high):
    """Volume-weighted squares of the shortfall below the prescription."""
    total, zero, one = np.float32(0.0), np.float32(0.0), np.float32(1.0)
    for i in range(low, high):
        h = one - dose[i]
        h = h if h > zero else zero
        total += volume[i] * h * h
    return total


@lean
def _limit_cost(points, limits, dose, l):
    """How badly limit ``l`` is broken: volume fraction too much beyond its threshold, or relative mean."""
    low, high, threshold, sign = limits.range[l, 0], limits.range[l, 1], limits.threshold[l], limits.sign[l]
    if limits.allowed[l] < 0.0:
        mean = np.float32(0.0)
        for i in range(low, high):
            mean += points.volume[i] * dose[i]
        return max(0.0, sign * (mean / threshold - 1.0))
    wrong, excess = np.float32(0.0), np.float32(0.0)
    zero, one = np.float32(0.0), np.float32(1.0)
    start, slope, half = np.float32(0.98), np.float32(50.0), np.float32(0.5)
    for i in range(low, high):
        ratio = dose[i] / threshold if sign > zero else np.float32(2.0) - dose[i] / threshold
        h = (ratio - start) * slope
        h = h if h > zero else zero
        h = h if h < one else one
        wrong += points.volume[i] * h
        over = ratio - start
        over = over if over > zero else zero
        # Levels off: a wish that cannot come true must not drag everything with it.
        excess += points.volume[i] * over / (one + half * over)
    if wrong <= limits.allowed[l]:
        return 0.0
    # The excess gives a direction to go while the volume alone is flat.
    return (wrong - limits.allowed[l]) + 0.02 + excess


@lean_inline
def dose_energy(search, state, trial, changed):
    """Cost of ``trial.dose``, were needle ``changed`` as ``trial``."""
    points, limits, weights = search.points, search.limits, search.weights
    energy, dose = 0.0, trial.dose
    for g in range(points.surface.shape[0]):
        if weights.cold_worst > 0.0:
            first, last = points.surface[g, 0], points.surface[g, 1]
            squares, eighths = _deficit(dose, first, last, weights.aim)
            more_squares, more = _pole_deficit(search, state, trial, changed, g)
            energy += weights.cold_mean * (squares + more_squares) / (last - first)
            # The 8-norm stands for the largest: it is smooth, and close to it.
            energy += weights.cold_worst * 0.1 * math.sqrt(math.sqrt(math.sqrt(eighths + more)))
        low, high = points.inside[g, 0], points.inside[g, 1]
        if weights.cover_goal > 0.0:
            missing = weights.cover_goal - _beyond(dose, points.volume, low, high, weights.aim)
            energy += weights.cover * (max(0.0, missing) + _shortfall(dose, points.volume, low, high))
        v150 = _beyond(dose, points.volume, low, high, 1.5)
        v200 = _beyond(dose, points.volume, low, high, 2.0)
        energy += weights.v150 * v150 + weights.v200 * v200
        energy += weights.over * (max(v150 - weights.v150_knee, 0.0) + max(v200 - weights.v200_knee, 0.0))
        shell = points.shell[g]
        energy += weights.spill * _beyond(dose, points.volume, shell[0], shell[1], 1.0)
    for l in range(limits.range.shape[0]):
        energy += limits.weight[l] * _limit_cost(points, limits, dose, l)
    return energy


@lean_inline
def crowd_energy(rays, rules, weights, state, trial, changed):
    """Cost of needles whose nearest neighbour in the same target is farther than the rule says.

    Needle ``changed`` counts as ``trial`` (``changed == size``: added; ``trial.count == 0``: taken away).
    """
    n, gone = state.size[0], trial.count[0] == 0
    total = 0.0
    for i in range(n + (1 if changed == n else 0)):
        if i == changed and gone:
            continue
        target = rays.target[trial.approach[0] if i == changed else state.approach[i]]
        nearest = np.inf
        for j in range(n + (1 if changed == n else 0)):
            if j == i or (j == changed and gone):
                continue
            if rays.target[trial.approach[0] if j == changed else state.approach[j]] != target:
                continue
            if i == changed:
                gap = trial.gap[j]
            elif j == changed:
                gap = trial.gap[i]
            else:
                gap = state.gap[i, j]
            nearest = min(nearest, gap)
        if nearest < np.inf:
            total += max(0.0, nearest - rules.needle_max)
    return weights.crowd * total


@lean_inline
def count_energy(rays, weights, state, trial, changed):
    """Cost of needles, seeds, needle places and directions, needle ``changed`` counting as ``trial``."""
    n, total = state.size[0], 0.0
    used = 0
    for i in range(n + (1 if changed == n else 0)):
        if i == changed:
            count, k, a, b = trial.count[0], trial.approach[0], trial.place[0], trial.place[1]
        else:
            count, k, a, b = state.count[i], state.approach[i], state.place[i, 0], state.place[i, 1]
        if count == 0:
            continue
        ia = int((a - rays.low[k, 0]) / rays.step[k])
        ib = int((b - rays.low[k, 1]) / rays.step[k])
        total += weights.needle + weights.seed * count + rays.cost[rays.start[k] + ia * rays.count[k, 1] + ib]
        # A bit for each approach; the approaches of one search are few.
        used |= 1 << k
    directions = 0
    while used:
        directions += used & 1
        used >>= 1
    return total + weights.direction * directions
