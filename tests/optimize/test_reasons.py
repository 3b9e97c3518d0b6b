"""What is said of a layout that is too cold: advice that someone can follow, and none where there is none."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from planner_problems import ball_problem

from dose_kernels.search.arrays import new_layout
from tps.optimize.reasons import STRONGEST_U, WORTH_CHANGING, _stronger, reasons_and_warnings
from tps.optimize.search.arrays import make_rules
from tps.optimize.search.decode import draw


def advice(value, strength_u=0.762, isotope="I-125", existing=()):
    source = SimpleNamespace(isotope=isotope)
    problem = SimpleNamespace(strength_u=strength_u, existing=existing, engine=SimpleNamespace(source=source))
    return _stronger(problem, "GTV", value)


def test_stronger_seeds_are_advised_where_they_would_do():
    (reason,) = advice(0.8)
    assert reason.kind == "strength" and "0.953 U per seed (1.25 times)" in reason.text


@pytest.mark.parametrize("value", [0.9999, 0.999, 0.99, 1.0 / (1.0 + WORTH_CHANGING) + 1e-9])
def test_the_present_strength_is_no_advice(value):
    assert advice(value) == []


@pytest.mark.parametrize(("value", "isotope"), [(0.0978, "I-125"), (0.5, "I-125"), (0.05, "Pd-103")])
def test_a_strength_that_nobody_sells_is_no_advice(value, isotope):
    assert advice(value, isotope=isotope) == []


def test_what_is_advised_is_always_another_strength_that_exists(rng):
    for value in rng.uniform(0.01, 1.0, 300):
        for reason in advice(float(value)):
            told = float(reason.text.split(" with ")[1].split(" U")[0])
            assert 0.762 * 1.01 < told <= STRONGEST_U["I-125"] + 5e-4


def test_nothing_is_advised_where_old_seeds_give_part_of_the_dose_or_there_is_none():
    assert advice(0.8, existing=("a seed",)) == []
    assert advice(0.0) == []


def test_the_needle_that_is_refused_is_the_one_that_is_named():
    problem = ball_problem()
    approach = problem.targets[0].approaches[0]
    layout = new_layout(4, 4)
    # Put in from the far side of the raster on: the search's order is not that of the numbers.
    for i, b in enumerate((6.0, -6.0)):
        layout.place[i] = (0.0, b, 60.0)
        layout.count[i] = 1
    layout.size[0] = 2
    rules = make_rules(problem)
    places = {}

    def refuse_second(entry, tip, ends):
        places[len(places) + 1] = tip
        return SimpleNamespace(
            allowed=len(places) != 2,
            clearance_mm=5.0,
            nearest="",
            lung_mm=0.0,
            pleural_passages=0,
            skin_angle_deg=0.0,
        )

    decoded = draw(replace(problem, check_path=refuse_second), layout, [(0, approach)], rules)
    assert decoded.refused == (0,), "the first of the search is the second to be numbered"
    nothing = SimpleNamespace(targets=(), broken=(), soft=())
    (reason,), _ = reasons_and_warnings(problem, decoded, nothing, (), rules)
    assert reason.text.startswith("needle 2 ")
    assert tuple(decoded.needles[1].tip_mm) == tuple(places[2])
