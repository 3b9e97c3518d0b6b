"""The verdict: dose, limits and access, each for itself; and limits that no plan can keep."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from little_patients import LUNG, ball_target, torso

from tps.access.obstacles import find_obstacles
from tps.errors import BadInput
from tps.evaluate.dvh import Dvh
from tps.evaluate.goals import GoalResult, measure
from tps.geometry.solid import build_solid
from tps.geometry.sphere import sphere_structure
from tps.model import Needle, Plan, Prescription, Protocol
from tps.model.crossing import Crossing
from tps.model.limit import Limit
from tps.model.reason import Reason
from tps.pipeline.possible_limits import hot_cc, impossible_limits, refuse_impossible
from tps.pipeline.verdict import verdict_of

LUNG_WAY = Crossing("Lung (from CT)", "cost", True, 31.0, 20.0)
LIVER_WAY = Crossing("Liver", "cost", False, 44.0, 10.0)


def verdict(crossings=(), organs=(), minimum=121.0, goals=(), lung=False, cross=(), reasons=(), **more):
    """Of needles that pass the given crossings, in a body with organs (name, centre, radius)."""
    sketch = torso()
    if lung:
        sketch.cylinder(LUNG, (20.0, 0.0), (26.0, 32.0))
    target = ball_target(sketch.grid, (-25.0, 0.0, 0.0), name="GTV")
    drawn = [sphere_structure(centre, radius, sketch.grid, name) for name, centre, radius in organs]
    obstacles = find_obstacles(sketch.case(target.structure, *drawn), [target], {}, Protocol(), cross=cross)
    needles = tuple(
        Needle(n, (60.0, 0.0, 2.0 * n), (-25.0, 0.0, 2.0 * n), crossed=tuple(passed))
        for n, passed in enumerate(crossings, start=1)
    )
    plan = Plan("i125_6711", Prescription(120.0), ("GTV",), needles, (), reasons=reasons)
    metrics = {"GTV": {"minimum_peripheral_dose_gy": minimum, "d90_gy": 150.0}}
    return verdict_of(plan, SimpleNamespace(metrics=metrics, goals=goals), obstacles, **more)


def kept(text, value):
    limit = Limit.parse(text)
    return GoalResult(limit, value, limit.holds(value))


def test_dose_and_limits_are_told_apart():
    met = verdict([()])
    assert (met.dose, met.limits, met.headline) == ("dose met", "no limits asked for", "PRESCRIPTION MET")
    broken = verdict([()], goals=(kept("Cord D0.1cc < 45 Gy", 50.0),))
    assert (
        broken.dose == "dose met" and broken.limits == "limit not kept: Cord D0.1cc < 45 Gy (plan: 50.0 Gy)"
    )
    assert broken.headline == "PRESCRIPTION MET, LIMIT NOT KEPT"
    cold = verdict([()], minimum=93.2, goals=(kept("Cord D0.1cc < 45 Gy", 40.0),))
    assert (cold.dose, cold.limits) == ("dose not met: GTV 93.2 of 120 Gy", "limits kept")
    assert cold.headline == "PRESCRIPTION NOT MET"
    both = verdict([()], minimum=93.2, goals=(kept("Cord D0.1cc < 45 Gy", 50.0),))
    assert both.headline == "PRESCRIPTION NOT MET, LIMIT NOT KEPT"


def test_where_nothing_was_looked_at_it_says_so():
    found = verdict([()])
    assert "nothing between skin and target was contoured or looked at" in found.access
    assert found.looked_at == () and found.not_looked_at == ("vessels", "bowel", "nerves")
    assert "access: nothing" in found.text and found.text.startswith("dose met; no limits asked for")


def test_access_counts_needles_and_tells_the_longest_way():
    found = verdict(
        [(LIVER_WAY, LUNG_WAY), (LIVER_WAY,), (replace(LIVER_WAY, length_mm=20.0),)],
        organs=[("Liver", (20.0, 0.0, 0.0), 12.0)],
    )
    parts = found.access.split("; ")
    assert parts[0] == "3 needles through Liver, up to 44 mm"
    assert parts[1] == "1 needle through lung, up to 31 mm"
    assert found.looked_at == ("Liver",)


def test_both_lungs_of_one_needle_are_added_up():
    lobes = [Crossing(f"lung_{lobe}_lobe_left", "cost", False, 10.0) for lobe in ("upper", "lower")]
    found = verdict([lobes], organs=[("Liver", (20.0, 0.0, 0.0), 12.0)])
    assert "1 needle through lung, up to 20 mm" in found.access


def test_what_is_free_is_not_worth_a_word():
    free = [Crossing("breast", "free", False, 20.0), Crossing("Chestwall", "cost", False, 20.0)]
    found = verdict([free], organs=[("breast", (40.0, 0.0, 0.0), 9.0)])
    assert found.access.startswith("no organ that was looked at is crossed")


def test_what_was_not_looked_at_goes_by_the_part_of_the_body():
    chest = verdict([()], lung=True, organs=[("Heart", (0.0, -20.0, 0.0), 8.0)])
    assert chest.not_looked_at == ("vessels", "oesophagus", "airways", "nerves")
    belly = verdict([()], organs=[("Colon", (0.0, -20.0, 0.0), 8.0)])
    assert belly.not_looked_at == ("vessels", "nerves")
    vessel = verdict([()], organs=[("Colon", (0.0, -20.0, 0.0), 8.0), ("Aorta", (0.0, 25.0, 0.0), 6.0)])
    assert vessel.not_looked_at == ("other vessels", "nerves")
    assert "not looked at: other vessels, nerves" in vessel.access


def test_what_was_opened_by_name_is_named():
    aorta = Crossing("Aorta", "never", False, 12.0)
    found = verdict([(aorta,)], organs=[("Aorta", (20.0, 0.0, 0.0), 6.0)], cross=["Aorta"])
    assert "1 needle through Aorta, up to 12 mm" in found.access and "opened by name: Aorta" in found.access


def test_a_refused_needle_and_another_position_are_part_of_access():
    refused = Reason("path", "needle 3 is not allowed by the final check of its path")
    found = verdict([()], reasons=(refused,), positions=("GTV needs a CT taken prone",))
    assert found.access.startswith("needle 3 is not allowed") and found.access.endswith(
        "needs a CT taken prone"
    )
    assert verdict([]).access == "no needle reaches the target"


# --- reasons ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["dose", "limit", "path", "reach", "activity and spacing", "strength"])
def test_reasons_are_read_back_from_their_text(kind):
    reason = Reason(kind, "GTV: 90 Gy of 120 Gy")
    assert Reason.parse(str(reason)) == reason


def test_a_reason_has_a_known_kind():
    with pytest.raises(ValueError, match="kind is 'bad'"):
        Reason("bad", "x")


# --- limits that no plan can keep --------------------------------------------------------------------------


def solids(apart):
    """A target of 10 mm radius and an organ of 20 mm at a distance of their centres."""
    sketch = torso()
    organ = sphere_structure((apart, 0.0, 0.0), 20.0, sketch.grid, "Liver")
    return ball_target(sketch.grid, name="GTV"), build_solid(organ, sketch.grid)


@pytest.mark.parametrize(
    ("text", "apart", "possible"),
    [
        ("Liver D1cc < 100 Gy", 0.0, False),
        ("Liver D1cc < 130 Gy", 0.0, True),  # above the prescription: it may be kept
        ("Liver D5cc < 100 Gy", 0.0, True),  # the target has 4.2 cc
        ("Liver D1cc < 100 Gy", 45.0, True),  # apart
        ("Liver D1cc < 100 Gy", 29.5, True),  # a sliver of overlap
        ("Liver max < 100 Gy", 15.0, False),
        ("Liver mean < 10 Gy", 0.0, False),  # 4.2 of 33.5 cc at 120 Gy are 15 Gy on average
        ("Liver mean < 20 Gy", 0.0, True),
        ("Liver V100 < 5 %", 0.0, False),
        ("Liver V100 < 20 %", 0.0, True),
        ("Liver V60Gy < 2 cc", 0.0, False),
        ("Liver V200 < 1 %", 0.0, True),
        ("Liver D50 < 60 Gy", 0.0, True),
        ("Liver D5% < 60 Gy", 0.0, False),
        ("Liver D1cc > 10 Gy", 0.0, True),
        ("GTV max < 100 Gy", 45.0, False),  # the target itself
        ("GTV V150 < 40 %", 45.0, True),
    ],
)
def test_limits_against_the_prescription_are_found_before_the_search(text, apart, possible):
    target, organ = solids(apart)
    limit = Limit.parse(text)
    assert (limit not in impossible_limits([limit], [target], [organ], Prescription(120.0))) == possible


def test_a_limit_that_cannot_be_kept_is_refused_and_a_preference_is_not():
    target, organ = solids(0.0)
    with pytest.raises(BadInput, match="no plan can keep 'Liver D1cc < 100 Gy'") as caught:
        refuse_impossible([Limit.parse("Liver D1cc < 100 Gy")], [target], [organ], Prescription(120.0))
    text = str(caught.value)
    assert "--limit" in text and "3.7 cc of Liver" in text and "--prefer" in text
    refuse_impossible([Limit.parse("Liver D1cc < 100 Gy", True)], [target], [organ], Prescription(120.0))


def test_a_plan_to_d90_may_leave_a_tenth_cold():
    target, organ = solids(0.0)
    whole = hot_cc(organ, [target], Prescription(120.0))
    spared = hot_cc(organ, [target], Prescription(120.0, "d90"))
    assert whole - spared == pytest.approx(0.9 * 0.1 * target.volume_mm3 / 1000.0, rel=1e-3)


def test_a_limit_called_impossible_is_broken_by_the_mildest_dose_there_is(rng):
    """The prescription in the target and nothing outside: what this breaks no plan keeps."""
    texts = ["Liver D1cc < 100 Gy", "Liver V60Gy < 2 cc", "Liver mean < 12 Gy", "Liver max < 110 Gy"]
    for apart in rng.uniform(0.0, 35.0, 6):
        target, organ = solids(float(apart))
        points, volumes = organ.quadrature(1.0)
        dose = np.where(target.contains(points), 120.0, 0.0)
        for text in texts:
            limit = Limit.parse(text)
            if limit in impossible_limits([limit], [target], [organ], Prescription(120.0)):
                assert not limit.holds(measure(limit, Dvh.of(dose, volumes), 120.0)), (text, apart)
