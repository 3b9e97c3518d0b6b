"""The dose an annealing run carries along, and the axis points its needles carry with them."""

import numpy as np
import pytest
from anneal_states import NEEDLES, SEEDS, annealed, search_of
from planner_problems import STRENGTH_U, engine

from dose_kernels.search.arrays import AXIS_POINTS, new_trial
from dose_kernels.search.trial_dose import BESIDE_MM, place_axis_points
from tps.model import Seed

PRESCRIPTION_GY = 120.0


def seeds_of(search, state):
    return [
        Seed(1, 1, state.seed[i, m], search.rays.direction[state.approach[i]], STRENGTH_U)
        for i in range(state.size[0])
        for m in range(state.count[i])
    ]


@pytest.mark.parametrize(("kind", "steps"), [("ball", 20000), ("rich", 20000)])
def test_running_dose_is_the_sum_of_the_seeds_exact_doses(kind, steps):
    search = search_of(kind)
    state, _, _ = annealed(search, steps, 21, heat=(2.0, 1.0))
    rules, static = search.rules, search.points.volume.shape[0]
    seeds = seeds_of(search, state)
    assert len(seeds) >= 6
    old = [
        Seed(1, 0, at, axis, part * STRENGTH_U)
        for at, axis, part in zip(rules.fixed, rules.fixed_axis, rules.fixed_part, strict=True)
    ]
    cold = np.flatnonzero(state.axis_point_exists[: state.size[0]].ravel())
    columns = np.append(np.arange(static), static + cold)
    assert len(cold) >= 20
    points = state.xyz[:, columns].T.astype(float)
    wanted = engine().dose_gy(points, tuple(seeds + old), exact=True) / PRESCRIPTION_GY
    places = np.array([s.position_mm for s in seeds + old])
    away = np.linalg.norm(points[:, None] - places[None], axis=2).min(axis=1)
    # The fast table is good to 0.2 % from 2 mm on; sums of thousands of changes in single precision add 1e-4.
    far = away >= 2.5
    assert far.sum() > 0.9 * len(points)
    assert np.abs(state.dose[columns][far] / wanted[far] - 1).max() < 3e-3


def test_rows_of_the_pool_are_never_lost_nor_shared():
    search = search_of("rich")
    state, _, _ = annealed(search, 20000, 22, heat=(3.0, 1.0))
    used = [int(state.slot[i, m]) for i in range(state.size[0]) for m in range(state.count[i])]
    free = state.free[: state.free[-1]].tolist()
    assert sorted(used + free) == list(range(len(state.free) - 1))


def placed(search, k, offset, t):
    """A trial needle on approach ``k``, ``offset`` (2,) mm from its target's middle, with its axis points."""
    rays, fields = search.rays, search.fields
    g = rays.target[k]
    middle = fields.origin[g] + 0.5 * fields.step[g] * (fields.shape[g] - 1)
    trial = new_trial(NEEDLES, SEEDS, 1)
    trial.approach[0], trial.count[0] = k, 1
    at = middle - rays.origin[k]
    trial.place[:] = at @ rays.u[k] + offset[0], at @ rays.v[k] + offset[1], at @ rays.direction[k] + t
    place_axis_points(rays, fields, trial)
    return trial


BALL_MM = np.array([0.0, -8.0, 0.0]), 11.0


@pytest.mark.parametrize("offset", [(0.3, 0.2), (4.0, 1.0), (-3.0, 6.0), (0.0, -8.0)])
def test_poles_of_a_ball_lie_where_the_axis_crosses_it_and_beside(offset):
    search = search_of("ball")
    centre, radius = BALL_MM
    for k in range(len(search.rays.target)):
        axis_point = placed(search, k, offset, 0.0).axis_point
        axis = search.rays.direction[k]
        for end, first in enumerate((0, AXIS_POINTS // 2)):
            crossing = axis_point[first]
            # The ball is known by contours 3 mm apart and a field of 1.5 mm.
            assert abs(np.linalg.norm(crossing - centre) - radius) < 0.3
            assert ((crossing - centre) @ axis > 0) == (end == 1)
            outwards = (crossing - centre) / np.linalg.norm(crossing - centre)
            if np.linalg.norm(np.cross(outwards, axis)) < 0.15:
                continue  # nearly square to the surface: beside it nothing is colder
            for n, beside in enumerate(BESIDE_MM):
                two = axis_point[[first + 1 + 2 * n, first + 2 + 2 * n]] - crossing
                assert np.allclose(np.linalg.norm(two, axis=1), beside, atol=1e-6)
                assert np.allclose(two[0], -two[1], atol=1e-9)
                # Along the surface, and in the plane of the axis and the surface's normal.
                assert np.abs(two @ outwards).max() < 0.12 * beside + 0.02
                assert np.abs(two @ np.cross(outwards, axis)).max() < 0.15 * beside


def test_an_axis_beside_the_target_has_no_axis_points():
    search = search_of("ball")
    trial = placed(search, 0, (0.0, 13.5), 0.0)
    assert np.isnan(trial.axis_point[0]).all() and np.isnan(trial.axis_point[AXIS_POINTS // 2]).all()
