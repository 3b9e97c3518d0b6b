"""The slopes the descent follows, against finite differences of the plain cost; and what a descent does."""

import numba
import numpy as np
import pytest
from anneal_states import NEEDLES, SEEDS, annealed, search_of
from plain_objective import plain_energy

from dose_kernels.dose.block import f4
from dose_kernels.dose.gradient import make_pull_scratch, pull
from dose_kernels.search.annealing import anneal
from dose_kernels.search.arrays import new_layout, new_state, new_trial
from dose_kernels.search.gradient_descent import WIDTHS, descend, new_descent_state
from dose_kernels.search.moves import SHARES
from dose_kernels.search.objective_slope import dose_slope
from tps.dose.engine import DoseEngine
from tps.model import Seed
from tps.sources.library import load_source

STEP = 1e-4


def away_from_kinks(search, dose, p, half_width):
    """True if no ramp or shortfall bends within a step of column ``p``'s dose."""
    w = search.weights
    levels = [w.aim, w.aim + w.axis_point_margin, 1.0]
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
    used = static + np.flatnonzero(state.axis_point_exists[: state.size[0]].ravel())
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
    weights = search.weights._replace(
        cold_worst=0.0, cover_goal=0.0, v150=0.0, v200=0.0, over=0.0, outside_dose=0.0
    )
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


CASES = [("ball", "minimum-peripheral"), ("rich", "minimum-peripheral"), ("rich", "d90")]


def copied(layout):
    return layout._replace(**{name: values.copy() for name, values in layout._asdict().items()})


def slid(search, layout, free, rigid, first_mm=0.4, last_mm=0.04):
    """What a descent makes of a layout, which stays as it is."""
    points, found = len(search.points.volume), copied(layout)
    state, trial = new_state(NEEDLES, SEEDS, points, 1), new_trial(NEEDLES, SEEDS, points)
    schedule = np.array([free, rigid, first_mm, last_mm, 0.0])
    descend(search, found, state, trial, new_descent_state(NEEDLES, SEEDS, points), schedule)
    return found


def energy_of(search, layout):
    """By the annealing, which only sums it; infinite for a layout that breaks a rule."""
    points, best = len(search.points.volume), new_layout(NEEDLES, SEEDS)
    state, trial = new_state(NEEDLES, SEEDS, points, 1), new_trial(NEEDLES, SEEDS, points)
    anneal(search, layout, state, trial, best, SHARES, np.array([0.0, 1.0, 1.0, 1.0, 1.0]))
    same = best.size[0] == layout.size[0] and best.count[: best.size[0]].sum() == seeds_in(layout).sum()
    return float(best.energy[0]) if same else np.inf


def seeds_in(layout):
    return layout.count[: layout.size[0]]


@pytest.mark.parametrize(("kind", "metric"), CASES)
def test_a_descent_makes_a_layout_cheaper_and_keeps_its_numbers_and_rules(kind, metric):
    search = search_of(kind, metric)
    rules, gains = search.rules, []
    for random_seed in range(6):
        # Hardly annealed: what is left to gain is more than what the wide ramps of the slopes leave open.
        before = annealed(search, 150, random_seed)[2]
        after = slid(search, before, 30, 15)
        n = int(before.size[0])
        assert after.size[0] == n
        assert np.array_equal(after.approach[:n], before.approach[:n])
        assert np.array_equal(seeds_in(after), seeds_in(before))
        assert not np.array_equal(after.place[:n], before.place[:n])
        for i in range(n):
            gaps = np.diff(after.offset[i, : after.count[i]])
            assert np.all((gaps >= rules.gap_low) & (gaps <= rules.gap_high))
        gains.append(energy_of(search, before) - energy_of(search, after))
    assert np.all(np.isfinite(gains))
    # Steps of a fixed length may end a hair above where they began; they seldom do.
    assert sum(gain > 0 for gain in gains) >= 4 and sum(gains) > 10.0


@pytest.mark.parametrize(("kind", "metric"), CASES)
def test_a_descent_of_no_steps_leaves_a_layout_as_it_is(kind, metric):
    search = search_of(kind, metric)
    before = annealed(search, 1500, 7)[2]
    after, n = slid(search, before, 0, 0), int(before.size[0])
    assert np.allclose(after.place[:n], before.place[:n], atol=1e-9)
    for i in range(n):
        assert np.array_equal(after.offset[i, : after.count[i]], before.offset[i, : before.count[i]])


def test_steps_with_spacings_fixed_move_each_needle_as_a_whole():
    search = search_of("ball")
    before = annealed(search, 1500, 9)[2]
    after, n = slid(search, before, 0, 20), int(before.size[0])
    assert not np.allclose(after.place[:n], before.place[:n], atol=0.05)
    for i in range(n):
        assert np.array_equal(after.offset[i, : after.count[i]], before.offset[i, : before.count[i]])


def plain_dose(search, layout, shift=None):
    """Dose at the points, prescriptions, by the exact engine; needle ``shift[0]`` moved by ``shift[1]``."""
    rays, engine = search.rays, DoseEngine(load_source("i125_6711"))
    seeds = []
    for i in range(layout.size[0]):
        k = layout.approach[i]
        a, b, t = layout.place[i]
        for offset in layout.offset[i, : layout.count[i]]:
            at = rays.origin[k] + a * rays.u[k] + b * rays.v[k]
            at = at + (t - offset * search.rules.step) * rays.direction[k]
            at = at + (shift[1] if shift is not None and shift[0] == i else 0.0)
            seeds.append(Seed(len(seeds) + 1, 1, at, rays.direction[k], 1.0))
    rate = engine.dose_gy(search.points.xyz.T.astype(float), seeds, exact=True) / engine.gy_per_rate
    return search.points.background + search.scale * rate


def test_the_first_step_goes_downhill():
    """Adam's first step is as long along every coordinate, against the slope of the plain cost."""
    search = search_of(
        "ball", "d90"
    )  # nothing asks about axis points, which a plain twin would have to place
    before = annealed(search, 1500, 3)[2]
    state = annealed(search, 1, 3)[0]
    step, h, compared = 0.01, 0.1, 0
    after = slid(search, before, 1, 0, step, step)
    for i in range(before.size[0]):
        k = before.approach[i]
        for c, axis in enumerate((search.rays.u[k], search.rays.v[k])):
            moved = after.place[i, c] - before.place[i, c]
            ends = [
                plain_energy(search, state, plain_dose(search, before, (i, side * axis)), WIDTHS[0])
                for side in (h, -h)
            ]
            slope = (ends[0] - ends[1]) / (2 * h)
            # Needles that stand at their least distance are pushed apart besides.
            if abs(slope) > 0.05 and abs(abs(moved) - step) < 1e-3 * step:
                assert np.sign(moved) == -np.sign(slope)
                compared += 1
    assert compared >= 4


@pytest.mark.parametrize("which", ["layout", "trial", "slide", "points"])
def test_a_descent_without_room_is_refused(which):
    search = search_of("ball")
    points = len(search.points.volume)
    rooms = {name: (NEEDLES, SEEDS, points) for name in ("layout", "trial", "slide", "points")}
    rooms[which] = (NEEDLES + 1, SEEDS + 1, points + 1)
    layout, trial = new_layout(*rooms["layout"][:2]), new_trial(*rooms["trial"])
    state, descent_state = new_state(*rooms["points"], 1), new_descent_state(*rooms["slide"])
    with pytest.raises(ValueError, match="room for different numbers"):
        descend(search, layout, state, trial, descent_state, np.array([1.0, 0.0, 0.1, 0.1, 0.0]))
