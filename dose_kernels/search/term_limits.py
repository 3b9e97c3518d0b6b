"""The objective's term for a limit on a range of points: value and slope.

Formula: docs/methods.md.
"""

import numpy as np

from dose_kernels.compile.options import lean

# The step at a threshold is a ramp that begins so much before it, as a part of it.
RAMP = 0.02
_START, _PER_RATIO = 1.0 - RAMP, 1.0 / RAMP

# How fast the sum of excesses levels off.
LEVELLING = 0.5

# Slope of the ramp that the descent follows, and how far it reaches beyond the threshold: the value's own
# slope would make single points jump, and the excess alone would be too faint to lead anywhere.
GENTLE_SLOPE, GENTLE_REACH = 10.0, 0.1


@lean
def limit_cost(points, limits, dose, l):
    """How badly limit ``l`` is broken: volume fraction too much beyond its threshold, or relative mean.

    Parameters
    ----------
    points : Points
    limits : Limits
    dose : (n,) float32
    l : int
        Limit.
    """
    low, high, threshold, sign = limits.range[l, 0], limits.range[l, 1], limits.threshold[l], limits.sign[l]
    if limits.allowed[l] < 0.0:
        mean = np.float32(0.0)
        for i in range(low, high):
            mean += points.volume[i] * dose[i]
        return max(0.0, sign * (mean / threshold - 1.0))
    wrong, excess = np.float32(0.0), np.float32(0.0)
    zero, one = np.float32(0.0), np.float32(1.0)
    start, slope, half = np.float32(_START), np.float32(_PER_RATIO), np.float32(LEVELLING)
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
    return (wrong - limits.allowed[l]) + RAMP + excess


@lean
def add_limit_slope(slope, search, dose, l):
    """Slopes of the cost of limit ``l``.

    Parameters
    ----------
    slope : (n,) float64
        Added to.
    search : Search
    dose : (n,) float32
    l : int
        Limit.
    """
    points, limits = search.points, search.limits
    low, high, threshold, sign = limits.range[l, 0], limits.range[l, 1], limits.threshold[l], limits.sign[l]
    if limits.allowed[l] < 0.0:
        mean = 0.0
        for p in range(low, high):
            mean += points.volume[p] * dose[p]
        if sign * (mean / threshold - 1.0) > 0.0:
            for p in range(low, high):
                slope[p] += limits.weight[l] * sign * points.volume[p] / threshold
        return
    wrong = 0.0
    for p in range(low, high):
        over = sign * (dose[p] / threshold - 1.0)
        wrong += points.volume[p] * min(max(_PER_RATIO * (over + RAMP), 0.0), 1.0)
    if wrong <= limits.allowed[l]:
        return
    for p in range(low, high):
        over = sign * (dose[p] / threshold - 1.0)
        if over > -RAMP:
            per_dose = GENTLE_SLOPE if over < GENTLE_REACH else 1.0 / (1.0 + LEVELLING * over) ** 2
            slope[p] += limits.weight[l] * sign * per_dose * points.volume[p] / threshold
