"""What a layout costs: cold surface, hot inside, organs, needles and seeds; the smaller the better.

The unit is the worth of one needle; doses are multiples of the prescription.  Formulas: docs/methods.md.
"""

import math

import numpy as np

from dose_kernels.compile.options import lean_inline
from dose_kernels.search.term_cold import PER_SCALE, axis_point_deficit, deficit
from dose_kernels.search.term_limits import limit_cost
from dose_kernels.search.term_volumes import plus_hot, shortfall, volume_beyond


@lean_inline
def dose_energy(search, state, trial, changed):
    """Cost of ``trial.dose``, were a needle as ``trial``.

    Parameters
    ----------
    search : Search
    state : State
    trial : Trial
        With its dose.  Where it turned, its axis points count only once they have been placed.
    changed : int
        Needle that counts as ``trial``; ``state.size[0]``: it is added.  With ``trial.count`` 0 it is gone.
    """
    points, limits, weights = search.points, search.limits, search.weights
    energy, dose = 0.0, trial.dose
    for g in range(points.surface.shape[0]):
        if weights.cold_worst > 0.0:
            first, last = points.surface[g, 0], points.surface[g, 1]
            squares, eighths = deficit(dose, first, last, weights.aim)
            more_squares, more = axis_point_deficit(search, state, trial, changed, g)
            energy += weights.cold_mean * (squares + more_squares) / (last - first)
            # The 8-norm stands for the largest: it is smooth, and close to it.
            energy += weights.cold_worst * PER_SCALE * math.sqrt(math.sqrt(math.sqrt(eighths + more)))
        low, high = points.inside[g, 0], points.inside[g, 1]
        if weights.cover_goal > 0.0:
            missing = weights.cover_goal - volume_beyond(dose, points.volume, low, high, weights.aim)
            energy += weights.cover * (max(0.0, missing) + shortfall(dose, points.volume, low, high))
        energy = plus_hot(energy, weights, dose, points.volume, low, high)
        shell = points.shell[g]
        energy += weights.outside_dose * volume_beyond(dose, points.volume, shell[0], shell[1], 1.0)
    for l in range(limits.range.shape[0]):
        energy += limits.weight[l] * limit_cost(points, limits, dose, l)
    return energy


@lean_inline
def isolation_energy(rays, rules, weights, state, trial, changed):
    """Cost of needles whose nearest neighbour in the same target is farther than the rule says.

    Parameters
    ----------
    rays : Rays
    rules : Rules
    weights : Weights
    state : State
    trial : Trial
        With its distances to the other needles.
    changed : as for ``dose_energy``
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
    return weights.isolation_cost * total


@lean_inline
def count_energy(rays, weights, state, trial, changed):
    """Cost of needles, seeds, needle places and directions.

    Parameters
    ----------
    rays : Rays
    weights : Weights
    state : State
    trial : Trial
        Its place, like those of the state, lies on the raster.
    changed : as for ``dose_energy``
    """
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
