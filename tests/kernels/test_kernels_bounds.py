"""No kernel reads or writes beside its arrays: by what it is given, and with every index checked."""

import os
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from anneal_states import search_of
from places import ROOT
from planner_problems import ball_problem

from dose_kernels.search.annealing import anneal
from dose_kernels.search.arrays import new_layout, new_state, new_trial
from dose_kernels.search.feasibility import cell_of
from dose_kernels.search.gradient_descent import descend, new_descent_state
from dose_kernels.search.moves import ADD, SHARES
from tps.errors import BadInput
from tps.model import Protocol
from tps.optimize.problem import Problem
from tps.optimize.search.arrays import make_rules
from tps.optimize.search.directions import choose
from tps.optimize.search.initial_layouts import MOST_NEEDLES, MOST_SEEDS_ON_NEEDLE
from tps.optimize.solve import capacity_for, optimise
from tps.pipeline.prepare import check_seeds_fit
from tps.sources.library import load_source

# Tests that call the kernels; with checked indices they run at a tenth of the usual speed.
KERNEL_TESTS = (
    "kernels/test_anneal_dose.py kernels/test_anneal_energy.py kernels/test_anneal_needle.py"
    " kernels/test_descent.py kernels/test_starts.py kernels/test_kernels_fast.py kernels/test_rays.py"
    " kernels/test_raster.py kernels/test_pieces.py kernels/test_tg43_exact.py"
    " kernels/test_kernels_bounds.py geometry/test_solid.py"
).split()

ADDING = np.eye(len(SHARES))[ADD]


def annealed_in(needles: int, seeds: int, layout_room=None, shares=ADDING):
    """A search that only adds needles, allowed far more than there is room for."""
    search = search_of("ball")
    search = search._replace(
        rules=search.rules._replace(max_needles=MOST_NEEDLES, needle_min=3.0, seed_min=3.0, entry_min=0.0)
    )
    n = search.points.volume.shape[0]
    best = new_layout(needles, seeds)
    start = new_layout(*(layout_room or (needles, seeds)))
    state, trial = new_state(needles, seeds, n, 5), new_trial(needles, seeds, n)
    anneal(search, start, state, trial, best, shares, np.array([3000, 50.0, 50.0, 3.0, 1.0]))
    return state, best


@pytest.mark.parametrize("needles", [1, 3])
def test_no_more_needles_than_there_is_room_for(needles):
    state, best = annealed_in(needles, 4)
    assert state.size[0] == needles, "the search did not fill its room: this test would not see an overflow"
    assert best.size[0] <= needles and state.free[-1] >= 0
    assert (state.count[:needles] >= 1).all() and (state.count <= 4).all()


def test_arrays_of_different_room_are_refused():
    for capacity in ((2, 4), (4, 4), (3, 5)):
        with pytest.raises(ValueError, match="room for different numbers"):
            annealed_in(3, 4, layout_room=capacity)
    search = search_of("ball")
    n = search.points.volume.shape[0]
    state, trial, layout = new_state(3, 4, n, 1), new_trial(3, 4, n), new_layout(3, 4)
    schedule = np.array([1.0, 0.0, 0.5, 0.1, 0.0])
    for descent_state in (
        new_descent_state(2, 4, n),
        new_descent_state(3, 3, n),
        new_descent_state(3, 4, n - 1),
    ):
        with pytest.raises(ValueError, match="room for different numbers"):
            descend(search, layout, state, trial, descent_state, schedule)
    layout.count[0], layout.size[0] = 5, 1
    with pytest.raises(ValueError, match="room for different numbers"):
        descend(search, layout, state, trial, new_descent_state(3, 4, n), schedule)


@pytest.mark.parametrize("x", [np.nan, np.inf, -np.inf, 1e300, -1e300, 1e19, -1e19])
def test_a_place_that_is_no_number_lies_in_no_cell(x):
    rays = search_of("ball").rays
    middle = rays.low[0] + 0.5 * rays.step[0] * rays.count[0]
    assert 0 <= cell_of(rays, 0, *middle) < len(rays.reach)
    assert cell_of(rays, 0, x, middle[1]) == -1 and cell_of(rays, 0, middle[0], x) == -1


@pytest.mark.parametrize("low", [2.0, 3.0, 5.0, 10.0, 50.0])
@pytest.mark.parametrize("most", [None, 1, 7, 1000])
def test_rules_and_room_say_the_same_number(low, most):
    problem: Problem = ball_problem()
    protocol = Protocol(
        needle_spacing_mm=(low, 50.0), seed_spacing_mm=(low, 50.0), seed_min_distance_mm=min(low, 3.0)
    )
    problem = replace(problem, protocol=protocol, max_needles=most)
    capacity = capacity_for(problem, [choose(t, 6, 3.0) for t in problem.targets])
    assert 1 <= capacity.needles <= make_rules(problem).max_needles <= MOST_NEEDLES
    assert 2 <= capacity.seeds <= MOST_SEEDS_ON_NEEDLE


def test_seeds_of_a_needle_never_lie_within_each_other():
    source = load_source("i125_6711")
    length = 2 * source.capsule_half_length_mm
    near = Protocol(seed_spacing_mm=(3.0, 15.0), seed_min_distance_mm=3.0)
    with pytest.raises(BadInput, match="3 mm apart would lie within each other") as caught:
        check_seeds_fit(source, near)
    assert f"at least {length:g} mm" in str(caught.value) and "--spacing-mm" in caught.value.where
    check_seeds_fit(source, replace(near, seed_min_distance_mm=length))


@pytest.mark.slow
@pytest.mark.parametrize("low", [4.6, 5.0])
def test_the_densest_layouts_keep_their_rules(low):
    from layout_checks import broken_rules

    protocol = Protocol(
        needle_spacing_mm=(3.0, 3.0),
        seed_spacing_mm=(low, 5.0),
        seed_min_distance_mm=3.0,
        seed_step_mm=low,
        entry_separation_mm=0.0,
    )
    problem = ball_problem((0.0, -8.0, 0.0, 14.0), protocol=protocol, strength_u=0.1)
    layout = optimise(problem)
    assert len(layout.needles) > 14
    assert broken_rules(problem, layout) == []


CHECKED = """
import numpy as np
from dose_kernels.compile.options import fast, lean, load, set_lanes, store

@lean
def plain(a, i): return a[i]
@lean
def through(a, i): return load(a, i)
@lean
def into(a, i): store(a, i, 1.0)
@fast
def lanes(a, i): set_lanes(a, i, a, (0,), (np.float32(1.0),))

a = np.zeros(40, np.float32)
for kernel, last in ((plain, 39), (through, 39), (into, 39), (lanes, 24)):
    kernel(a, last)
    for at in (last + 1, -41):
        try:
            kernel(a, at)
        except IndexError:
            continue
        raise SystemExit(f"{kernel.__name__} at {at} was not noticed")
"""


def checked(*words, **options):
    more = {"NUMBA_BOUNDSCHECK": "1", "PYTHONPATH": str(ROOT)}
    return subprocess.run([sys.executable, *words], cwd=ROOT, env=os.environ | more, **options)


def test_checking_notices_an_index_beside_the_array(tmp_path):
    (tmp_path / "kernels.py").write_text(CHECKED)
    checked(tmp_path / "kernels.py", check=True)


@pytest.mark.slow
def test_the_kernels_tests_pass_with_every_index_checked():
    if os.environ.get("NUMBA_BOUNDSCHECK"):
        pytest.skip("this is that run")
    words = ["-m", "pytest", "-q", "-m", "not slow", "-p", "no:cacheprovider"]
    done = checked(*words, *(f"tests/{name}" for name in KERNEL_TESTS), capture_output=True, text=True)
    assert done.returncode == 0, done.stdout[-4000:]
