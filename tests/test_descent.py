"""The slopes the descent follows, against finite differences of the plain cost; and what a descent does."""

import numba
import numpy as np
import pytest
from anneal_states import annealed, search_of
from test_anneal_energy import plain_energy

from dose_kernels.block import f4
from dose_kernels.descent_slope import dose_slope
from dose_kernels.pull import make_pull_scratch, pull
from tps.dose.engine import DoseEngine
from tps.model import Seed
from tps.sources.library import load_source

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


@numba.njit
def pulls(table, xyz, worth, seed, axes, out):
    scratch = make_pull_scratch()
    place = (f4(seed[0]), f4(seed[1]), f4(seed[2]))
    u = (f4(axes[0, 0]), f4(axes[0, 1]), f4(axes[0, 2]))
    v = (f4(axes[1, 0]), f4(axes[1, 1]), f4(axes[1, 2]))
    n = (f4(axes[2, 0]), f4(axes[2, 1]), f4(axes[2, 2]))
    pull(table, xyz[0], xyz[1], xyz[2], worth, place, u, v, n, f4(0.5), scratch, out[0], out[1], out[2])


@pytest.mark.parametrize("name", ["i125_6711", "pd103_theraseed_200"])
def test_pull_is_the_slope_of_a_seeds_dose_with_its_place(name, rng):
    engine = DoseEngine(load_source(name))
    axes = np.linalg.qr(rng.normal(size=(3, 3)))[0]
    seed = rng.uniform(-5, 5, 3)
    # More points than one pass handles; off the axis, where a table of planes has no sharp edges.
    away = rng.normal(size=(4000, 3))
    away *= (rng.uniform(4.0, 60.0, 4000) / np.linalg.norm(away, axis=1))[:, None]
    away = away[np.abs(away @ axes[2]) < 0.9 * np.linalg.norm(away, axis=1)]
    worth = rng.uniform(-2.0, 2.0, len(away)).astype(np.float32)
    out = np.zeros((3, len(away)), np.float32)
    xyz = np.ascontiguousarray((seed + away).T, np.float32)
    pulls(engine.table, xyz, worth, seed, axes, out)

    def dose(place):
        return engine.dose_gy(seed + away, [Seed(1, 1, place, axes[2], 0.5)]) / engine.gy_per_rate

    # Over the width of a few cells: within one the table is flat.
    h = 0.5
    numeric = worth * [(dose(seed + h * a) - dose(seed - h * a)) / (2 * h) for a in axes]
    off = np.linalg.norm(out - numeric, axis=0) / np.linalg.norm(numeric, axis=0)
    # The difference straddles the published nodes, where the slope jumps; few places are that near to one.
    assert np.median(off) < 0.01
    assert np.quantile(off, 0.9) < 0.05
