"""The slopes the descent follows, against finite differences of the plain cost; and what a descent does."""

import numpy as np
import pytest
from anneal_states import annealed, search_of
from test_anneal_energy import plain_energy

from dose_kernels.descent_slope import dose_slope

STEP = 1e-4


def away_from_kinks(search, dose, p, half_width):
    """True if no ramp or shortfall bends within a step of column ``p``'s dose."""
    w = search.weights
    levels = [w.aim, w.aim + w.pole_margin, 1.0]
    levels += [level + side * half_width for level in (1.0, 1.5, 2.0, w.aim) for side in (-1, 1)]
    return min(abs(dose[p] - level) for level in levels) > 3 * STEP


@pytest.mark.parametrize(
    ("kind", "metric"), [("ball", "minimum-peripheral"), ("rich", "minimum-peripheral"), ("rich", "d90")]
)
@pytest.mark.parametrize("half_width", [0.05, 0.25])
def test_slope_is_the_derivative_of_the_cost(kind, metric, half_width, rng):
    search = search_of(kind, metric)
    search = search._replace(limits=search.limits._replace(weight=0 * search.limits.weight))
    state, _, _ = annealed(search, 800, 12)
    dose = state.dose.astype(float)
    slope = np.empty(len(dose))
    dose_slope(search, state, state.dose, half_width, slope)
    static = len(search.points.volume)
    used = static + np.flatnonzero(state.cold[: state.size[0]].ravel())
    compared = 0
    for p in [*rng.choice(static, 150, replace=False), *used[:40]]:
        if not away_from_kinks(search, dose, p, half_width):
            continue
        ends = []
        for side in (STEP, -STEP):
            moved = dose.copy()
            moved[p] += side
            ends.append(plain_energy(search, state, moved, half_width, limits=False))
        numeric = (ends[0] - ends[1]) / (2 * STEP)
        assert slope[p] == pytest.approx(numeric, rel=2e-3, abs=1e-5)
        compared += 1
    assert compared > 100
    assert np.count_nonzero(slope) > 50


@pytest.mark.parametrize("l", range(6))
def test_slope_of_a_broken_limit_points_back_to_it(l):
    search = search_of("rich")
    weight = np.zeros_like(search.limits.weight)
    weight[l] = 1.0
    weights = search.weights._replace(cold_worst=0.0, cover_goal=0.0, v150=0.0, v200=0.0, over=0.0, spill=0.0)
    search = search._replace(limits=search.limits._replace(weight=weight), weights=weights)
    state, _, _ = annealed(search_of("rich"), 2000, 5)
    sign = search.limits.sign[l]
    broken, kept = (100.0, 0.01) if sign > 0 else (0.01, 100.0)
    slope = np.empty(len(state.dose))
    dose_slope(search, state, (broken * state.dose).astype(np.float32), 0.1, slope)
    part = np.zeros(len(slope), bool)
    part[slice(*search.limits.range[l])] = True
    assert np.all(sign * slope[part] >= 0) and np.any(sign * slope[part] > 0)
    assert not np.any(slope[~part])
    dose_slope(search, state, (kept * state.dose).astype(np.float32), 0.1, slope)
    assert not np.any(slope)
