"""The cost of a layout's doses against its definition, written out in NumPy."""

import numpy as np
import pytest
from anneal_states import NEEDLES, annealed, search_of

from dose_kernels.search.arrays import POLES
from dose_kernels.search.objective import count_energy, crowd_energy, dose_energy
from dose_kernels.search.term_volumes import RAMP

CASES = [("ball", "minimum-peripheral"), ("rich", "minimum-peripheral"), ("rich", "d90")]


def ramp(dose, level, half_width):
    return np.clip(0.5 + 0.5 * (dose - level) / half_width, 0.0, 1.0)


def pole_doses(search, state, dose, g):
    """Doses at the poles of target ``g``'s needles."""
    static = len(search.points.volume)
    columns = [
        static + POLES * i + end
        for i in range(state.size[0])
        if search.rays.target[state.approach[i]] == g
        for end in range(POLES)
        if state.cold[i, end]
    ]
    return dose[columns]


def limit_cost(search, dose, l):
    limits, volume = search.limits, search.points.volume
    part = slice(*limits.range[l])
    dose, volume, threshold = dose[part], volume[part].astype(float), float(limits.threshold[l])
    sign, allowed = float(limits.sign[l]), float(limits.allowed[l])
    if allowed < 0:
        return max(0.0, sign * ((volume * dose).sum() / threshold - 1.0))
    beyond = sign * (dose / threshold - 1.0) + 0.02
    wrong = (volume * np.clip(beyond / 0.02, 0, 1)).sum()
    excess = np.maximum(beyond, 0)
    return 0.0 if wrong <= allowed else wrong - allowed + 0.02 + (volume * excess / (1 + 0.5 * excess)).sum()


def plain_energy(search, state, dose, half_width=RAMP, limits=True):
    """Cost of doses (n,): cold surface and poles, or uncovered volume; hot volume, spill, limits."""
    points, w = search.points, search.weights
    dose, total = np.asarray(dose, float), 0.0
    volume = points.volume.astype(float)
    for g in range(len(points.surface)):
        if w.cold_worst > 0:
            surface = dose[slice(*points.surface[g])]
            short = np.append(
                np.maximum(w.aim - surface, 0),
                np.maximum(w.aim + w.pole_margin - pole_doses(search, state, dose, g), 0),
            )
            total += w.cold_mean * (short**2).sum() / len(surface)
            total += w.cold_worst * (short**8).sum() ** (1 / 8)
        inside = slice(*points.inside[g])
        parts = {
            level: (volume[inside] * ramp(dose[inside], level, half_width)).sum() for level in (1.5, 2.0)
        }
        if w.cover_goal > 0:
            covered = (volume[inside] * ramp(dose[inside], w.aim, half_width)).sum()
            total += w.cover * max(0.0, w.cover_goal - covered)
            total += w.cover * (volume[inside] * np.maximum(1 - dose[inside], 0) ** 2).sum()
        total += w.v150 * parts[1.5] + w.v200 * parts[2.0]
        total += w.over * (max(parts[1.5] - w.v150_knee, 0) + max(parts[2.0] - w.v200_knee, 0))
        shell = slice(*points.shell[g])
        total += w.outside_dose * (volume[shell] * ramp(dose[shell], 1.0, half_width)).sum()
    if limits:
        total += sum(
            search.limits.weight[l] * limit_cost(search, dose, l) for l in range(len(search.limits.range))
        )
    return total


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
    found = crowd_energy(rays, search.rules, w, state, trial, NEEDLES + 1)
    assert found == pytest.approx(w.isolation_cost * isolated, rel=1e-6, abs=1e-9)


def test_the_energy_of_a_run_is_that_of_its_layout_computed_afresh():
    """What the annealing carries along step by step agrees with the plain sum over its layout."""
    search = search_of("rich")
    state, trial, _ = annealed(search, 6000, 3)
    trial.count[0] = 0
    fixed = count_energy(search.rays, search.weights, state, trial, NEEDLES + 1)
    fixed += crowd_energy(search.rays, search.rules, search.weights, state, trial, NEEDLES + 1)
    assert state.energy[0] == pytest.approx(fixed + plain_energy(search, state, state.dose), rel=1e-3)
