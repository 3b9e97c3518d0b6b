"""How the cost of a layout's doses (``objective.dose_energy``) changes with the dose at each column.

The ramps that stand for V100, V150 and V200 are wider here: a point feels the step while still on its way.
"""

from dose_kernels.compile.options import lean
from dose_kernels.search.term_cold import add_cold_slope
from dose_kernels.search.term_limits import add_limit_slope
from dose_kernels.search.term_volumes import add_beyond_slope, add_hot_slope, volume_beyond_wide


@lean
def dose_slope(search, state, dose, half_width, slope):
    """Write the slope of the cost at every column.

    Parameters
    ----------
    search : Search
    state : State
        Its approaches, and which axis points there are.
    dose : (n,) float32
        At the points, then at the needles' axis points; in prescriptions.
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
            add_cold_slope(slope, search, state, dose, g)
        if weights.cover_goal > 0.0:
            if (
                volume_beyond_wide(dose, points.volume, low, high, weights.aim, half_width)
                < weights.cover_goal
            ):
                add_beyond_slope(
                    slope, dose, points.volume, low, high, weights.aim, half_width, -weights.cover
                )
            for p in range(low, high):
                slope[p] -= weights.cover * 2.0 * points.volume[p] * max(1.0 - dose[p], 0.0)
        add_hot_slope(slope, weights, dose, points.volume, low, high, half_width)
        first, last = points.shell[g, 0], points.shell[g, 1]
        add_beyond_slope(slope, dose, points.volume, first, last, 1.0, half_width, weights.outside_dose)
    for l in range(search.limits.range.shape[0]):
        add_limit_slope(slope, search, dose, l)
