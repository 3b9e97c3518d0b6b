"""Where the search begins: positions spread over a projection, and layouts cut to what keeps the rules."""

import numpy as np
import pytest
from anneal_states import annealed, search_of
from planner_problems import ball_problem

from dose_kernels.search.annealing import anneal
from dose_kernels.search.arrays import new_layout, new_state, new_trial
from dose_kernels.search.lloyd import spread
from dose_kernels.search.moves import SHARES
from tps.optimize.search.arrays import make_search
from tps.optimize.search.directions import choose
from tps.optimize.search.dose_points import ROUGH
from tps.optimize.search.weights import DoseGoal

NEEDLES, SEEDS = 14, 6


def disc(radius, step=1.0):
    axis = np.arange(-radius, radius + step, step)
    points = np.stack(np.meshgrid(axis, axis), axis=-1).reshape(-1, 2)
    return points[np.linalg.norm(points, axis=1) <= radius]


def gaps(at):
    return np.linalg.norm(at[:, None] - at[None], axis=2)[np.triu_indices(len(at), 1)]


def test_positions_are_pushed_apart_and_stay_on_the_shadow(rng):
    points = disc(25.0)
    for _ in range(20):
        at = rng.uniform(-3.0, 3.0, (8, 2))
        spread(points, np.ones(len(points)), at, 10.0, 1.5, (0, 200))
        assert gaps(at).min() >= 10.0
        away = np.linalg.norm(points[:, None] - at[None], axis=2).min(axis=0)
        assert away.max() <= 1.5


def test_evened_out_each_serves_as_much_and_weight_draws_them_there(rng):
    points = disc(25.0)
    radius = np.linalg.norm(points, axis=1)
    even, outer = [], []
    for _ in range(10):
        begin = points[rng.choice(len(points), 12, replace=False)]
        for weight, found in ((np.ones(len(points)), even), (1.0 + 3.0 * (radius / 25.0) ** 2, outer)):
            at = begin.copy()
            spread(points, weight, at, 0.0, 1.5, (50, 0))
            owner = np.linalg.norm(points[:, None] - at[None], axis=2).argmin(axis=1)
            # Lloyd's rule ends where each position is the middle of what it serves.
            middle = np.stack(
                [np.average(points[owner == i], axis=0, weights=weight[owner == i]) for i in range(12)]
            )
            assert np.abs(middle - at).max() < 1.0
            found.append(np.linalg.norm(at, axis=1).mean())
    assert np.mean(outer) > np.mean(even) + 0.5


def loaded(search, layout):
    """What of a layout keeps the rules."""
    points = search.points.volume.shape[0]
    found = new_layout(NEEDLES, SEEDS)
    found.energy[0] = np.inf
    state, trial = new_state(NEEDLES, SEEDS, points, 1), new_trial(NEEDLES, SEEDS, points)
    anneal(search, layout, state, trial, found, SHARES, np.array([0.0, 1.0, 1.0, 1.0, 1.0]))
    return found


def depths(search, layout, i):
    return layout.place[i, 2] - layout.offset[i, : layout.count[i]] * search.rules.step


@pytest.mark.parametrize("by_mm", [-9.0, 9.0])
def test_end_seeds_outside_the_target_are_dropped_and_the_others_stay(by_mm):
    search = search_of("ball")
    _, _, layout = annealed(search, 4000, 3)
    assert loaded(search, layout).size[0] == layout.size[0]
    i = int(np.argmax(layout.count[: layout.size[0]]))
    before = depths(search, layout, i)
    assert len(before) >= 2
    layout.place[i, 2] += by_mm
    found = loaded(search, layout)
    assert found.size[0] == layout.size[0]
    left = depths(search, found, i)
    assert 0 < len(left) < len(before)
    kept = before[-len(left) :] if by_mm > 0 else before[: len(left)]
    assert np.allclose(left, kept + by_mm)


def test_a_needle_that_crosses_another_ends_before_it():
    problem = ball_problem((0.0, -8.0, 0.0, 16.0))
    target = problem.targets[0]
    approaches = choose(target, 8, 3.0).approaches
    away = [abs(float(a.direction @ approaches[0].direction)) for a in approaches]
    other = int(np.argmin(away))
    search = make_search(problem, [(0, a) for a in approaches], ROUGH, DoseGoal(ROUGH.cold))
    layout = new_layout(NEEDLES, SEEDS)
    centre = np.array([[0.0, -8.0, 0.0]])
    for n, k in enumerate((0, other)):
        a, b, t = (float(x[0]) for x in approaches[k].lateral_mm(centre))
        layout.approach[n], layout.count[n] = k, 4
        layout.place[n] = a, b, t + 15.0
        layout.offset[n, :4] = 10 * np.arange(4)
    layout.size[0] = 2
    found = loaded(search, layout)
    assert found.size[0] == 2 and found.count[0] == 4 and 0 < found.count[1] < 4
    assert np.allclose(depths(search, found, 1), depths(search, layout, 1)[-found.count[1] :])
    # Its tip is 10 mm or more from the other needle's axis, which it met before.
    tip = found.place[1, 2] + search.rules.first - (layout.place[1, 2] - 15.0)
    sine = np.sqrt(1.0 - away[other] ** 2)
    assert abs(tip) * sine >= 10.0
