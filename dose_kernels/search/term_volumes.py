"""Terms of the objective that count volumes: coverage, V150 and V200, dose outside; value and slope.

Formulas: docs/methods.md.
"""

import numpy as np

from dose_kernels.compile.options import lean, lean_inline

# Half width of the ramps that stand for the steps of V100, V150 and V200: with points 3 mm apart a sharp step
# would reward moving the points' own dose across it by a hair.
RAMP = 0.05

# What counts as hot, in prescriptions.
V150_LEVEL, V200_LEVEL = 1.5, 2.0


@lean
def volume_beyond(dose, volume, low, high, level):
    """Volume of points low..high at or above ``level``, by a ramp.

    Parameters
    ----------
    dose, volume : (n,) float32
    low, high : int
        First and one past the last point.
    level : float
    """
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
def volume_beyond_wide(dose, volume, low, high, level, half_width):
    """Volume of points low..high at or above ``level``, by a ramp of any width: the slopes' own.

    Parameters
    ----------
    dose, volume, low, high, level : as for ``volume_beyond``
    half_width : float
        Of the ramp.
    """
    total = 0.0
    for p in range(low, high):
        total += volume[p] * min(max(0.5 + 0.5 * (dose[p] - level) / half_width, 0.0), 1.0)
    return total


@lean
def add_beyond_slope(slope, dose, volume, low, high, level, half_width, weight):
    """Add the slopes of ``volume_beyond_wide``, times ``weight``.

    Parameters
    ----------
    slope : (n,) float64
        Added to.
    dose, volume, low, high, level, half_width : as for ``volume_beyond_wide``
    weight : float
    """
    per_dose = weight * 0.5 / half_width
    for p in range(low, high):
        if abs(dose[p] - level) < half_width:
            slope[p] += per_dose * volume[p]


@lean_inline
def plus_hot(energy, weights, dose, volume, low, high):
    """``energy`` and the cost of hot volume, V150 and V200, of a target's points.

    Parameters
    ----------
    energy : float
        Added up in its place in the sum: rounding, and with it the search, depends on the order.
    weights : Weights
    dose, volume : (n,) float32
    low, high : int
        First and one past the last point.
    """
    v150 = volume_beyond(dose, volume, low, high, V150_LEVEL)
    v200 = volume_beyond(dose, volume, low, high, V200_LEVEL)
    energy += weights.v150 * v150 + weights.v200 * v200
    energy += weights.over * (
        max(v150 - weights.v150_threshold, 0.0) + max(v200 - weights.v200_threshold, 0.0)
    )
    return energy


@lean_inline
def add_hot_slope(slope, weights, dose, volume, low, high, half_width):
    """Add the slopes of the cost of hot volume.

    Parameters
    ----------
    slope : (n,) float64
        Added to.
    weights : Weights
    dose, volume, low, high : as for ``plus_hot``
    half_width : float
        Of the ramps.
    """
    for level, weight, threshold in (
        (V150_LEVEL, weights.v150, weights.v150_threshold),
        (V200_LEVEL, weights.v200, weights.v200_threshold),
    ):
        over = volume_beyond_wide(dose, volume, low, high, level, half_width) > threshold
        per_volume = weight + (weights.over if over else 0.0)
        add_beyond_slope(slope, dose, volume, low, high, level, half_width, per_volume)


@lean
def shortfall(dose, volume, low, high):
    """Volume-weighted squares of the shortfall below the prescription.

    Parameters
    ----------
    dose, volume : (n,) float32
    low, high : int
        First and one past the last point.
    """
    total, zero, one = np.float32(0.0), np.float32(0.0), np.float32(1.0)
    for i in range(low, high):
        h = one - dose[i]
        h = h if h > zero else zero
        total += volume[i] * h * h
    return total
