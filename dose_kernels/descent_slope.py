"""How the cost of a layout's doses (``anneal_energy.dose_energy``) changes with the dose at each column.

The ramps that stand for V100, V150 and V200 are wider here: a point feels the step while still on its way.
"""

from dose_kernels.anneal_types import POLES
from dose_kernels.jit import lean


@lean
def _beyond(dose, volume, low, high, level, half_width):
    """Volume of points low..high at or above ``level``, by a ramp."""
    total = 0.0
    for p in range(low, high):
        total += volume[p] * min(max(0.5 + 0.5 * (dose[p] - level) / half_width, 0.0), 1.0)
    return total


@lean
def _add_beyond(slope, dose, volume, low, high, level, half_width, weight):
    """The ramp's slopes, times ``weight``."""
    per_dose = weight * 0.5 / half_width
    for p in range(low, high):
        if abs(dose[p] - level) < half_width:
            slope[p] += per_dose * volume[p]


@lean
def _add_cold(slope, search, state, dose, g):
    """Slopes of the cost of a cold surface and cold poles of target ``g``."""
    points, weights, rays = search.points, search.weights, search.rays
    first, last = points.surface[g, 0], points.surface[g, 1]
    static = points.volume.shape[0]
    eighths = 0.0
    for p in range(first, last):
        h = 10.0 * max(weights.aim - dose[p], 0.0)
        eighths += h**8
    pole_aim = weights.aim + weights.pole_margin
    for i in range(state.size[0]):
        if rays.target[state.approach[i]] == g:
            for end in range(POLES):
                if state.cold[i, end]:
                    h = 10.0 * max(pole_aim - dose[static + POLES * i + end], 0.0)
                    eighths += h**8
    if eighths == 0.0:
        return
    # d/dD of worst * 0.1 * (sum (10 h)^8)^(1/8), and of mean * sum h^2 / n
    worst = weights.cold_worst * eighths ** (-7.0 / 8.0)
    mean = 2.0 * weights.cold_mean / (last - first)
    for p in range(first, last):
        h = max(weights.aim - dose[p], 0.0)
        slope[p] -= worst * (10.0 * h) ** 7 + mean * h
    for i in range(state.size[0]):
        if rays.target[state.approach[i]] == g:
            for end in range(POLES):
                if state.cold[i, end]:
                    p = static + POLES * i + end
                    h = max(pole_aim - dose[p], 0.0)
                    slope[p] -= worst * (10.0 * h) ** 7 + mean * h


@lean
def _add_limit(slope, search, dose, l):
    """Slopes of the cost of limit ``l``."""
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
        wrong += points.volume[p] * min(max(50.0 * (over + 0.02), 0.0), 1.0)
    if wrong <= limits.allowed[l]:
        return
    for p in range(low, high):
        over = sign * (dose[p] / threshold - 1.0)
        if over > -0.02:
            # Beyond the ramp the excess alone would be too faint to lead anywhere.
            per_dose = 10.0 if over < 0.1 else 1.0 / (1.0 + 0.5 * over) ** 2
            slope[p] += limits.weight[l] * sign * per_dose * points.volume[p] / threshold


@lean
def dose_slope(search, state, dose, half_width, slope):
    """Write the slope of the cost at every column.

    Parameters
    ----------
    search : Search
    state : State
        Its approaches, and which poles there are.
    dose : (n,) float32
        At the points, then at the needles' poles; in prescriptions.
    half_width : float
        Half the width of the ramps, in prescriptions.
    slope : (n,) float64
        Receives it.
    """
    points, weights = search.points, search.weights
    for p in range(slope.shape[0]):
        slope[p] = 0.0
    for g in range(points.surface.shape[0]):
        low, high = points.inside[g, 0], points.inside[g, 1]
        if weights.cold_worst > 0.0:
            _add_cold(slope, search, state, dose, g)
        if weights.cover_goal > 0.0:
            if _beyond(dose, points.volume, low, high, weights.aim, half_width) < weights.cover_goal:
                _add_beyond(slope, dose, points.volume, low, high, weights.aim, half_width, -weights.cover)
            for p in range(low, high):
                slope[p] -= weights.cover * 2.0 * points.volume[p] * max(1.0 - dose[p], 0.0)
        for level, weight, knee in (
            (1.5, weights.v150, weights.v150_knee),
            (2.0, weights.v200, weights.v200_knee),
        ):
            over = _beyond(dose, points.volume, low, high, level, half_width) > knee
            per_volume = weight + (weights.over if over else 0.0)
            _add_beyond(slope, dose, points.volume, low, high, level, half_width, per_volume)
        first, last = points.shell[g, 0], points.shell[g, 1]
        _add_beyond(slope, dose, points.volume, first, last, 1.0, half_width, weights.spill)
    for l in range(search.limits.range.shape[0]):
        _add_limit(slope, search, dose, l)
