"""The path from case to folder: what decides a plan's status, and which strength is taken."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from tps.evaluate.goals import GoalResult
from tps.model import Needle, Plan, Prescription
from tps.model.limit import Limit
from tps.model.prescribed_metric import D90, MINIMUM_PERIPHERAL
from tps.model.reason import Reason
from tps.pipeline import plan_rows as pipeline
from tps.pipeline.judge import judged as judged_by
from tps.pipeline.stopwatch import Stopwatch


def judged(metric, minimum, d90, goals=(), v150=0.3, **more):
    metrics = {"minimum_peripheral_dose_gy": minimum, "d90_gy": d90, "v150": v150}
    evaluation = SimpleNamespace(metrics={"GTV": metrics}, goals=goals)
    plan = Plan("i125_6711", Prescription(120.0, metric), ("GTV",), more.pop("needles", ()), ())
    plan = replace(plan, status="not-met", reasons=more.pop("reasons", ()))
    return judged_by(plan, evaluation, 5.0, **more)


def goal(text, value, preference=False):
    limit = Limit.parse(text, preference=preference)
    return GoalResult(limit, value, limit.holds(value))


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
    plan = judged("minimum-peripheral", 121.0, 150.0, goals=(goal("GTV V150 < 40 %", 0.55),))
    assert plan.status == "not-met"
    (reason,) = plan.reasons
    assert reason.kind == "limit" and "55.0 %" in reason.text


def test_a_preference_that_is_not_kept_is_told_and_decides_nothing():
    plan = judged("minimum-peripheral", 121.0, 150.0, goals=(goal("GTV V150 < 40 %", 0.55, True),))
    assert plan.status == "met" and not plan.reasons
    assert plan.warnings == ("limit: GTV V150 < 40 % (a preference) is not kept, the plan gives 55.0 %",)


def test_a_target_at_the_skin_is_told_apart_from_one_that_is_cold():
    plan = judged("minimum-peripheral", 90.0, 150.0, deep_met=True)
    assert [r.kind for r in plan.reasons] == ["skin"] and "5 mm" in plan.reasons[0].text
    assert [r.kind for r in judged("minimum-peripheral", 90.0, 150.0).reasons] == ["dose"]


def test_what_the_search_says_of_the_deep_part_does_not_stand_for_the_whole():
    deep = Reason(
        "dose", "GTV: lowest surface dose of what lies deep enough below the skin 119.4 Gy of 120 Gy"
    )
    plan = judged("minimum-peripheral", 85.9, 150.0, reasons=(deep,), reaching_skin=["GTV"])
    assert [r.text for r in plan.reasons] == ["GTV: 85.90 Gy of the 120 Gy prescribed", deep.text]
    # Elsewhere the search's own reason says it, and where.
    assert judged("minimum-peripheral", 85.9, 150.0, reasons=(deep,)).reasons == (deep,)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"v150": 0.61}, "V150 is 61%"),
        ({"d90": 181.0}, "151% of the prescription"),
        ({"needles": 21}, "21 needles: more than"),
        ({"pleural": 13}, "13 needles through the pleura"),
    ],
)
def test_improbable_plans_say_what_to_try(changes, words):
    def warnings(v150=0.59, d90=179.0, needles=20, pleural=12):
        each = [
            Needle(n + 1, (0.0, 0.0, 90.0), (0.0, 0.0, n), pleural_passages=int(n < pleural))
            for n in range(needles)
        ]
        return judged("minimum-peripheral", 121.0, d90, v150=v150, needles=tuple(each)).warnings

    assert warnings() == ()
    (note,) = warnings(**changes)
    assert words in note and "Try" in note


def row(met, needles, seeds, v150, minimum=120.0, strength=0.5, d90=140.0):
    doses = {"minimum_peripheral_dose_gy": minimum, "d90_gy": d90}
    hot = {"v150": v150, "v200": 0.1}
    return {"met": met, "needles": needles, "seeds": seeds, "strength_u": strength} | doses | hot


def test_the_best_strength_meets_its_prescription_then_weighs_needles_seeds_and_heat():
    rows = [row(False, 3, 9, 0.1, 119.0), row(True, 7, 20, 0.3), row(True, 6, 20, 0.3)]
    assert pipeline.best_row(rows, MINIMUM_PERIPHERAL) == 2
    hot = [row(True, 7, 20, 0.3), row(True, 6, 20, 0.6)]
    assert pipeline.best_row(hot, MINIMUM_PERIPHERAL) == 0


def test_prescribed_to_d90_strengths_are_weighed_as_the_search_for_it_weighs():
    # A needle more against 5 % less of V150, both below the threshold: worth it on the surface, not for D90.
    rows = [row(True, 9, 32, 0.35), row(True, 10, 30, 0.30)]
    assert pipeline.best_row(rows, D90) == 0
    assert pipeline.best_row(rows, MINIMUM_PERIPHERAL) == 1


def test_where_no_strength_meets_its_prescription_the_nearest_is_taken():
    rows = [row(False, 4, 9, 0.1, 80.0, d90=119.0), row(False, 8, 30, 0.3, 110.0, d90=115.0)]
    assert pipeline.best_row(rows, MINIMUM_PERIPHERAL) == 1
    assert pipeline.best_row(rows, D90) == 0


def test_stages_are_timed_and_told():
    told = []
    watch = Stopwatch(lambda stage, fraction: told.append((stage, fraction)))
    with watch.stage("reading") as done:
        done(0.5)
    assert told == [("reading", 0.0), ("reading", 0.5), ("reading", 1.0)]
    assert list(watch.timing_s) == ["reading"] and watch.timing_s["reading"] >= 0
