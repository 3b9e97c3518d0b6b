"""The cost of a layout's doses against its definition, written out in NumPy."""

import numpy as np
import pytest
from anneal_states import NEEDLES, annealed, search_of
from plain_objective import limit_cost, plain_energy

from dose_kernels.search.objective import count_energy, dose_energy, isolation_energy

CASES = [("ball", "minimum-peripheral"), ("rich", "minimum-peripheral"), ("rich", "d90")]


@pytest.mark.parametrize(("kind", "metric"), CASES)
@pytest.mark.parametrize("steps", [600, 3000])
def test_cost_of_doses_is_what_its_definition_says(kind, metric, steps):
    search = search_of(kind, metric)
    state, trial, _ = annealed(search, steps, 6, heat=(0.3, 0.1))
    assert state.size[0] >= 2
    trial.count[0] = 0
    for factor in (0.7, 1.0, 1.3):
        # Nothing is changed: a needle beyond all there is room for, without seeds.
        trial.dose[:] = factor * state.dose
        found = dose_energy(search, state, trial, NEEDLES + 1)
        wanted = plain_energy(search, state, factor * state.dose)
        # Sums of single-precision doses.
        assert found == pytest.approx(wanted, rel=2e-4, abs=1e-3)


def test_every_limit_of_the_problem_costs_something_somewhere():
    search = search_of("rich")
    state, _, _ = annealed(search, 2000, 5)
    for l in range(len(search.limits.range)):
        costs = [limit_cost(search, factor * state.dose, l) for factor in (0.01, 1.0, 100.0)]
        assert max(costs) > 0.01
        assert min(costs) == 0.0


def nearest_gaps(search, state):
    """Distance of each needle to its nearest neighbour in the same target."""
    rays, rules, n = search.rays, search.rules, state.size[0]
    gaps = np.full((n, n), np.inf)
    for i in range(n):
        for j in range(n):
            k, m = state.approach[i], state.approach[j]
            if i != j and k == m:
                gaps[i, j] = np.hypot(*(state.place[i, :2] - state.place[j, :2]))
            elif i != j:
                # Of different directions: as the state says; its own distances are tested elsewhere.
                gaps[i, j] = state.gap[i, j]
            if rays.target[k] != rays.target[m]:
                gaps[i, j] = np.inf
    return gaps.min(axis=1), rules.needle_max


@pytest.mark.parametrize(("kind", "metric"), CASES[:2])
def test_cost_of_needles_seeds_directions_and_lonely_needles(kind, metric):
    search = search_of(kind, metric)
    rays, w = search.rays, search.weights
    state, trial, _ = annealed(search, 3000, 8)
    trial.count[0] = 0
    n = int(state.size[0])
    places = 0.0
    for i in range(n):
        k = state.approach[i]
        a, b = np.floor((state.place[i, :2] - rays.low[k]) / rays.step[k]).astype(int)
        places += float(rays.cost[rays.start[k] + a * rays.count[k, 1] + b])
    wanted = w.needle * n + w.seed * state.count[:n].sum() + places
    wanted += w.direction * len(set(state.approach[:n]))
    assert count_energy(rays, w, state, trial, NEEDLES + 1) == pytest.approx(wanted, rel=1e-6)
    nearest, farthest = nearest_gaps(search, state)
    isolated = np.maximum(nearest[np.isfinite(nearest)] - farthest, 0.0).sum()
    found = isolation_energy(rays, search.rules, w, state, trial, NEEDLES + 1)
    assert found == pytest.approx(w.isolation_cost * isolated, rel=1e-6, abs=1e-9)


def test_the_energy_of_a_run_is_that_of_its_layout_computed_afresh():
    """What the annealing carries along step by step agrees with the plain sum over its layout."""
    search = search_of("rich")
    state, trial, _ = annealed(search, 6000, 3)
    trial.count[0] = 0
    fixed = count_energy(search.rays, search.weights, state, trial, NEEDLES + 1)
    fixed += isolation_energy(search.rays, search.rules, search.weights, state, trial, NEEDLES + 1)
    assert state.energy[0] == pytest.approx(fixed + plain_energy(search, state, state.dose), rel=1e-3)
