"""Seeds that are there already: whose, of what, since when; and all files of a top-up tell one dose."""

import json
from dataclasses import fields, replace
from types import SimpleNamespace

import numpy as np
import pytest
from export_case import CENTRE_MM, ball, make_case, small_plan
from pydicom import dcmread

from tps.access.approach import Approach
from tps.access.old_seeds import needles_too_near, shortened_before
from tps.batch.find.item import Item
from tps.batch.options import RecomputeOptions, Variant
from tps.batch.run.recompute_one import recompute_one
from tps.dicom.rt.rtdose_read import read_dose
from tps.dicom.rt.rtplan_read import read_plan
from tps.dose.engine import DoseEngine
from tps.dose.second_check import SecondCheck
from tps.errors import BadInput
from tps.evaluate.contributions import contribution_text, contributions
from tps.evaluate.evaluate import evaluate_plan
from tps.formats.seeds_csv import seeds_csv
from tps.geometry.solid import build_solid
from tps.model import Needle, Protocol, Seed
from tps.pipeline.earlier import check_in_patient, read_earlier
from tps.pipeline.regions import Regions
from tps.pipeline.request import PlanRequest
from tps.pipeline.result import PlanResult
from tps.pipeline.write import write_plan
from tps.sources.library import load_source

SOURCE = load_source("i125_6711")
OLD_U, OLD_SEEDS = 0.6, 7
DATES = {
    "implant_datetime": "2026-03-10T09:30",
    "existing_implanted": "2026-01-09T09:30",
    "existing_source": "i125_6711",
}
# Within the target and around it.
POINTS = CENTRE_MM + np.random.default_rng(5).normal(size=(200, 3)) * [8.0, 8.0, 8.0]


def old_seeds(strength_u=OLD_U, moved=(0.0, 0.0, 0.0)):
    """Seeds in the lower part of the target, away from the new ones."""
    places = CENTRE_MM + np.array([[x, 11.0, 4.0 * x / 3.0] for x in np.linspace(-6, 6, OLD_SEEDS)])
    return [Seed(n + 1, 1, p + moved, (0.0, 0.6, 0.8), strength_u) for n, p in enumerate(places)]


def table(folder, seeds):
    path = folder / "before.csv"
    path.write_text(seeds_csv(seeds))
    return str(path)


def straight_approach():
    """Parallel ways along z, 1 mm apart, from z = 0 to 80."""
    shape = (21, 21)
    columns = {f.name: np.zeros(shape) for f in fields(Approach)}
    frame = {"direction": np.eye(3)[2], "u": np.eye(3)[0], "v": np.eye(3)[1], "origin_mm": np.zeros(3)}
    numbers = {"step_mm": 1.0, "a0": -10.0, "b0": -10.0, "reach_t": np.full(shape, 80.0)}
    return Approach(**(columns | frame | numbers))


def topped_up(folder, **choices):
    """A plan of 12 new seeds on top of 7 old ones, written as the pipeline writes it; its result."""
    case = make_case(folder)
    solid = build_solid(ball(case.ct.grid, CENTRE_MM, 15.0), case.ct.grid)
    anonymise = choices.pop("anonymise", False)
    choices.setdefault("existing_seeds", table(folder, old_seeds()))
    request = PlanRequest(targets=("GTV",), **choices)
    plan, engine = small_plan(SOURCE.name), DoseEngine(SOURCE)
    earlier = read_earlier(request, SOURCE)
    evaluation = evaluate_plan(case, plan, engine, [solid], [], Protocol(), existing=earlier.seeds)
    result = PlanResult(
        case, request, SOURCE, plan, evaluation, SecondCheck(400, 0.0), Regions((solid,), (solid,), ()),
        SimpleNamespace(derived=()), earlier.seeds, engine=engine, earlier=earlier,
    )  # fmt: skip
    write_plan(result, folder / "out", report=False, anonymise=anonymise)
    return result


@pytest.fixture(scope="module", params=["dated", "undated"])
def made(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    return folder / "out", topped_up(folder, **(DATES if request.param == "dated" else {}))


def test_plan_and_dose_files_hold_the_same_seeds(made):
    """The stored dose is that of the seeds which the RT Plan holds, each from its own implant on."""
    folder, result = made
    read = read_plan(folder / "RTPLAN.dcm")
    assert len(read.seeds) == len(result.plan.seeds) + OLD_SEEDS
    assert len(read.earlier_seeds) == OLD_SEEDS
    seeds = [Seed(n, 1, s.position_mm, s.direction, s.strength_u) for n, s in enumerate(read.seeds)]
    # What may differ is the interpolation between the file's voxels, and that near seeds only.
    apart = [np.linalg.norm(POINTS - s.position_mm, axis=1) for s in seeds]
    points = POINTS[np.min(apart, axis=0) > 4.0]
    stored = read_dose(folder / "RTDOSE.dcm").dose_at(points)
    assert len(points) > 50
    np.testing.assert_allclose(stored, result.engine.dose_gy(points, seeds), rtol=0.02)


@pytest.mark.parametrize("file", ["plan.json", "RTPLAN.dcm"])
def test_a_recomputation_finds_the_dose_that_was_told(made, tmp_path, file):
    folder, result = made
    alone = tmp_path / file  # beside a plan.json, a folder would be read through that
    alone.write_bytes((folder / file).read_bytes())
    item = Item("one", str(alone), str(folder / "RTSTRUCT.dcm"))
    rows = recompute_one(item, RecomputeOptions(targets=("GTV",), organs=False))["rows"]
    (row,) = [r for r in rows if r["role"] == "target"]
    told = result.evaluation.metrics["GTV"]
    # Contours go through the digits of the file.
    assert row["d90_gy"] == pytest.approx(told["d90_gy"], rel=2e-3)
    assert row["seeds"] == len(result.plan.seeds) + OLD_SEEDS and row["needles"] == len(result.plan.needles)
    assert "7 seeds that were there before count" in str(row["warnings"])


def test_the_old_seeds_are_no_needle_and_keep_their_own_reference(made):
    folder, result = made
    plan = dcmread(folder / "RTPLAN.dcm")
    *new, old = plan.ApplicationSetupSequence
    assert [s.ApplicationSetupName for s in new] == [f"Needle {n.id}" for n in result.plan.needles]
    assert old.ApplicationSetupName == "Already implanted" and len(old.ChannelSequence) == OLD_SEEDS
    source = plan.SourceSequence[old.ChannelSequence[0].ReferencedSourceNumber - 1]
    assert float(source.ReferenceAirKermaRate) == pytest.approx(OLD_U)
    if result.request.existing_implanted:
        assert source.SourceStrengthReferenceDate == "20260109"
        assert plan.SourceSequence[0].SourceStrengthReferenceDate == "20260310"
    doses = [
        float(s.BrachyApplicationSetupDose)
        for s in plan.FractionGroupSequence[0].ReferencedBrachyApplicationSetupSequence
    ]
    point = result.evaluation.minimum_at_mm["GTV"]
    seeds = (*result.plan.seeds, *result.existing)
    assert sum(doses) == pytest.approx(float(result.engine.dose_gy(np.array([point]), seeds)[0]), rel=1e-3)


def test_the_plan_says_what_the_old_strengths_mean(made):
    folder, result = made
    entry = json.loads((folder / "plan.json").read_text())["existing"]
    assert entry["source"] == "i125_6711" and len(entry["seeds"]) == OLD_SEEDS
    assert "the strength they had at their own implant" in entry["meaning"]
    if result.request.existing_implanted:
        # 60 days of I-125: 1 - 2^(-60/59.4)
        assert entry["days_before"] == 60 and entry["given_fraction"] == pytest.approx(0.50348, abs=1e-4)
    else:
        assert entry["days_before"] is None and "Its date is not said" in entry["meaning"]


def test_no_date_of_the_old_implant_leaves_with_an_export_without_identity(tmp_path):
    topped_up(tmp_path, anonymise=True, **DATES)
    for file in (tmp_path / "out").iterdir():
        assert b"20260109" not in file.read_bytes() and b"2026-01-09" not in file.read_bytes(), file


def test_strengths_of_another_day_are_brought_to_the_implant(tmp_path):
    """The same seeds, once as they were and once as measured after 60 days, are one implant."""
    later = OLD_U * 2.0 ** (-60.0 / 59.4)
    day = {"existing_strength_date": "2026-03-10T09:30"}
    path = table(tmp_path, old_seeds(later))
    seeds = read_earlier(PlanRequest(("A",), existing_seeds=path, **DATES, **day), SOURCE).seeds
    assert [s.strength_u for s in seeds] == pytest.approx([OLD_U] * OLD_SEEDS, abs=2e-6)


@pytest.mark.parametrize(
    ("choices", "message"),
    [
        ({"existing_source": "pd103_theraseed_200"}, "of pd103_theraseed_200, the new ones of i125_6711"),
        ({"implant_datetime": "2026-03-10T09:30"}, "that of the seeds there already is not"),
        (
            {"implant_datetime": "2025-03-10", "existing_implanted": "2026-01-09"},
            "lies after the new one",
        ),
        ({"existing_strength_date": "2026-03-10"}, "their implant is not"),
        ({"existing_implanted": "2026-01-09", "existing_strength_date": "2029-03-10"}, "improbable"),
        ({"existing_implanted": "2026-01-09", "existing_strength_date": "2025-01-09"}, "would be left"),
        ({"existing_implanted": "9th of January"}, "is not a date"),
    ],
)
def test_what_cannot_be_counted_is_refused(tmp_path, choices, message):
    request = PlanRequest(("A",), existing_seeds=table(tmp_path, old_seeds()), **choices)
    with pytest.raises(BadInput, match=message):
        read_earlier(request, SOURCE)


def test_the_plan_that_a_table_belongs_to_says_its_model(tmp_path):
    folder = tmp_path / "out"
    topped_up(tmp_path)
    request = PlanRequest(("A",), existing_seeds=str(folder / "seeds.csv"))
    assert read_earlier(request, SOURCE).model_stated
    with pytest.raises(BadInput, match=r"of i125_6711, the new ones of pd103.* \(by plan.json beside"):
        read_earlier(request, load_source("pd103_theraseed_200"))


@pytest.mark.parametrize("said", [{"existing_source": "i125_6711"}, {"existing_implanted": "2026-01-01"}])
def test_what_is_said_of_seeds_there_already_needs_them(said):
    with pytest.raises(BadInput, match="none are named"):
        PlanRequest(("A",), **said)


@pytest.mark.parametrize(
    ("moved", "message"), [((800, 0, 0), "outside the scan"), ((70, 55, 0), "outside the body")]
)
def test_seeds_of_another_patient_are_refused(tmp_path, moved, message):
    case = make_case(tmp_path)
    near = read_earlier(PlanRequest(("A",), existing_seeds=table(tmp_path, old_seeds())), SOURCE)
    assert check_in_patient(near, case.ct) == ()
    far = read_earlier(PlanRequest(("A",), existing_seeds=table(tmp_path, old_seeds(moved=moved))), SOURCE)
    with pytest.raises(BadInput, match=f"7 of 7 seeds lie {message}"):
        check_in_patient(far, case.ct)
    one = old_seeds()[:6] + old_seeds(moved=(70, 55, 0))[6:]
    stray = read_earlier(PlanRequest(("A",), existing_seeds=table(tmp_path, one)), SOURCE)
    assert "1 seed of those there already lies outside the body" in check_in_patient(stray, case.ct)[0]


@pytest.mark.parametrize("variant", [{"days": 60.0}, {"to_date": "2026-06-01"}])
def test_a_dose_in_a_time_is_not_told_of_two_implants(made, variant):
    folder, _ = made
    item = Item("one", str(folder / "plan.json"), str(folder / "RTSTRUCT.dcm"))
    options = RecomputeOptions(targets=("GTV",), variants=(Variant("in-time", **variant),))
    with pytest.raises(BadInput, match="implanted at another time"):
        recompute_one(item, options)


TWO_DATES = ("2025-11-03T08:00", "2026-01-09T09:30")


def history_table(folder, dates=TWO_DATES):
    """The old seeds, the first three of one day and the rest of another."""
    when = [dates[0]] * 3 + [dates[1]] * (OLD_SEEDS - 3)
    lines = seeds_csv(old_seeds()).splitlines()
    path = folder / "history.csv"
    rows = [f"{line},{at}" for line, at in zip(lines[1:], when, strict=True)]
    path.write_text("\n".join([f"{lines[0]},implanted", *rows]) + "\n")
    return str(path)


@pytest.fixture(scope="module")
def thrice(tmp_path_factory):
    """A third implant on top of two of different days."""
    folder = tmp_path_factory.mktemp("history")
    request = {"existing_seeds": history_table(folder), "implant_datetime": "2026-03-10T09:30"}
    return folder / "out", topped_up(folder, **request)


def test_a_history_is_a_list_of_implants_each_with_its_time(thrice):
    folder, result = thrice
    first, second = result.earlier.sessions
    assert (len(first.seeds), len(second.seeds)) == (3, OLD_SEEDS - 3)
    assert first.at.isoformat() == "2025-11-03T08:00:00" and second.at.isoformat() == "2026-01-09T09:30:00"
    # 127 days and 1.5 hours, 60 days of I-125 (59.4 days).
    implant = result.request.implanted
    assert result.earlier.given_of(first, implant) == pytest.approx(1 - 2 ** (-127.0625 / 59.4))
    assert result.earlier.given_of(second, implant) == pytest.approx(1 - 2 ** (-60 / 59.4))
    given = (3 * (1 - 2 ** (-127.0625 / 59.4)) + 4 * (1 - 2 ** (-60 / 59.4))) / 7
    assert result.earlier.given_fraction(implant) == pytest.approx(given)
    entry = json.loads((folder / "plan.json").read_text())["existing"]
    assert [s["seeds"] for s in entry["sessions"]] == [3, 4] and "2 sessions" in entry["meaning"]


def test_the_files_of_a_history_keep_every_date(thrice):
    folder, result = thrice
    plan = dcmread(folder / "RTPLAN.dcm")
    old = plan.ApplicationSetupSequence[-1].ChannelSequence
    dates = [plan.SourceSequence[c.ReferencedSourceNumber - 1].SourceStrengthReferenceDate for c in old]
    assert dates == ["20251103"] * 3 + ["20260109"] * (OLD_SEEDS - 3)
    again = read_earlier(PlanRequest(("A",), existing_seeds=str(folder / "existing_seeds.csv")), SOURCE)
    assert [s.at for s in again.sessions] == [s.at for s in result.earlier.sessions]
    assert len(read_plan(folder / "RTPLAN.dcm").earlier_seeds) == OLD_SEEDS


def test_a_folder_says_when_it_was_implanted_and_what_was_there_before(thrice):
    folder, result = thrice
    found = read_earlier(PlanRequest(("A",), existing_seeds=str(folder)), SOURCE)
    assert [len(s.seeds) for s in found.sessions] == [3, OLD_SEEDS - 3, len(result.plan.seeds)]
    assert found.sessions[-1].at == result.request.implanted and found.model_stated
    same = read_earlier(PlanRequest(("A",), existing_seeds=str(folder / "seeds.csv")), SOURCE)
    assert [s.at for s in same.sessions] == [s.at for s in found.sessions]
    with pytest.raises(BadInput, match="the folder says that it was implanted 2026-03-10 09:30"):
        read_earlier(PlanRequest(("A",), existing_seeds=str(folder), existing_implanted="2026-03-11"), SOURCE)


def test_one_of_several_that_comes_after_the_new_implant_is_refused(tmp_path):
    path = history_table(tmp_path, ("2025-11-03", "2026-05-01"))
    with pytest.raises(BadInput, match="lies after the new one"):
        read_earlier(PlanRequest(("A",), existing_seeds=path, implant_datetime="2026-03-10"), SOURCE)


def test_a_table_is_dated_wholly_or_not_at_all_and_by_one(tmp_path):
    path = history_table(tmp_path, ("", "2026-01-09"))
    with pytest.raises(BadInput, match=r"history.csv:2.*not said when"):
        read_earlier(PlanRequest(("A",), existing_seeds=path), SOURCE)
    path = history_table(tmp_path)
    with pytest.raises(BadInput, match="and so does the option"):
        read_earlier(PlanRequest(("A",), existing_seeds=path, existing_implanted="2026-01-09"), SOURCE)


def test_what_each_implant_gives_adds_up(thrice):
    _, result = thrice
    solid = result.regions.planned[0]
    coldest = result.evaluation.minimum_at_mm["GTV"]
    rows = contributions(
        solid, solid.volume_mm3, coldest, result.engine, result.plan.seeds, result.earlier,
        result.request.implanted,
    )  # fmt: skip
    assert [r.seeds for r in rows] == [3, OLD_SEEDS - 3, len(result.plan.seeds)]
    told = result.evaluation.metrics["GTV"]
    assert sum(r.coldest_gy for r in rows) == pytest.approx(told["minimum_peripheral_dose_gy"], rel=1e-6)
    # The figure's mean is that of the histogram, whose ends are the extremes.
    assert sum(r.mean_gy for r in rows) == pytest.approx(told["mean_gy"], rel=5e-3)
    assert rows[1].given_gy == pytest.approx((1 - 2 ** (-60 / 59.4)) * rows[1].mean_gy)
    text = contribution_text(rows)
    assert "implant 1 (2025-11-03 08:00, 3 seeds)" in text and "to come" in text


def test_ways_end_before_old_seeds():
    """One seed across the middle of a way ends it 3 mm before; ways beside it go on."""
    approach = straight_approach()
    seed = Seed(1, 1, (0.0, 0.0, 40.0), (1.0, 0.0, 0.0), 0.5)
    found = shortened_before(approach, [seed], 2.25, 3.0)
    middle = approach.shape[0] // 2
    assert 40.0 - 3.0 - 1.5 < found.reach_t[middle, middle] <= 40.0 - 3.0  # steps of 0.5 mm, rays 1 mm apart
    assert found.reach_t[0, 0] == approach.reach_t[0, 0]
    assert shortened_before(approach, [seed], 2.25, 0.0) is approach
    # A seed where the way begins leaves nothing of it.
    shut = shortened_before(approach, [replace(seed, position_mm=(0, 0, 1.0))], 2.25, 3.0)
    assert shut.reach_t[middle, middle] == -np.inf


def test_needles_that_touch_old_seeds_are_told():
    needles = [Needle(1, (0, 0, 0), (0, 0, 50.0)), Needle(2, (9.0, 0, 0), (9.0, 0, 50.0))]
    seed = Seed(7, 1, (2.0, 0.0, 40.0), (0.0, 0.0, 1.0), 0.5)
    ((needle, old, away),) = needles_too_near(needles, [seed], 2.25, 3.0)
    assert (needle.id, old.id) == (1, 7) and away == pytest.approx(2.0)
