"""What is said of a layout that is too cold: advice that someone can follow, and none where there is none."""

from types import SimpleNamespace

import pytest

from tps.optimize.reasons import STRONGEST_U, WORTH_CHANGING, _stronger


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
