"""The path from case to folder: what decides a plan's status, and which strength is taken."""

from types import SimpleNamespace

import pytest

from tps.model import Plan, Prescription
from tps.model.limit import Limit
from tps.pipeline import plan as pipeline
from tps.pipeline.request import PlanRequest
from tps.pipeline.stopwatch import Stopwatch


def judged(metric, minimum, d90, goals=()):
    evaluation = SimpleNamespace(
        metrics={"GTV": {"minimum_peripheral_dose_gy": minimum, "d90_gy": d90}}, goals=goals
    )
    request = PlanRequest(targets=("GTV",), prescription=Prescription(120.0, metric))
    plan = Plan("i125_6711", request.prescription, ("GTV",), (), ())
    return pipeline._judged(plan, evaluation, request)


@pytest.mark.parametrize(
    ("metric", "minimum", "d90", "status"),
    [
        ("minimum-peripheral", 120.0, 150.0, "met"),
        ("minimum-peripheral", 119.9, 150.0, "not-met"),
        ("d90", 90.0, 120.0, "met"),
        ("d90", 125.0, 119.9, "not-met"),
    ],
)
def test_the_reported_dose_decides_the_status(metric, minimum, d90, status):
    plan = judged(metric, minimum, d90)
    assert plan.status == status
    assert bool(plan.reasons) == (status == "not-met")


def test_a_limit_that_is_not_kept_is_not_met():
    limit = Limit.parse("GTV V150 < 40 %")
    goal = SimpleNamespace(limit=limit, met=False, value_text="55.0 %")
    plan = judged("minimum-peripheral", 121.0, 150.0, goals=(goal,))
    assert plan.status == "not-met" and "55.0 %" in plan.reasons[0]


def test_a_preference_that_is_not_kept_is_told_and_decides_nothing():
    limit = Limit.parse("GTV V150 < 40 %", preference=True)
    goal = SimpleNamespace(limit=limit, met=False, value_text="55.0 %")
    plan = judged("minimum-peripheral", 121.0, 150.0, goals=(goal,))
    assert plan.status == "met" and not plan.reasons
    assert plan.warnings == ("limit: GTV V150 < 40 % (a preference) is not kept, the plan gives 55.0 %",)


def row(met, needles, seeds, v150, minimum=120.0, strength=0.5, d90=140.0):
    doses = {"minimum_peripheral_dose_gy": minimum, "d90_gy": d90}
    hot = {"v150": v150, "v200": 0.1}
    return {"met": met, "needles": needles, "seeds": seeds, "strength_u": strength} | doses | hot


def test_the_best_strength_meets_its_prescription_then_weighs_needles_seeds_and_heat():
    rows = [row(False, 3, 9, 0.1, 119.0), row(True, 7, 20, 0.3), row(True, 6, 20, 0.3)]
    assert pipeline.best_row(rows, "minimum-peripheral") == 2
    hot = [row(True, 7, 20, 0.3), row(True, 6, 20, 0.6)]
    assert pipeline.best_row(hot, "minimum-peripheral") == 0


def test_where_no_strength_meets_its_prescription_the_nearest_is_taken():
    rows = [row(False, 4, 9, 0.1, 80.0, d90=119.0), row(False, 8, 30, 0.3, 110.0, d90=115.0)]
    assert pipeline.best_row(rows, "minimum-peripheral") == 1
    assert pipeline.best_row(rows, "d90") == 0


def test_stages_are_timed_and_told():
    told = []
    watch = Stopwatch(lambda stage, fraction: told.append((stage, fraction)))
    with watch.stage("reading") as done:
        done(0.5)
    assert told == [("reading", 0.0), ("reading", 0.5), ("reading", 1.0)]
    assert list(watch.timing_s) == ["reading"] and watch.timing_s["reading"] >= 0
