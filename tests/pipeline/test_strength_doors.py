"""One implant through every way in has one dose, and one improbable strength is refused at all of them."""

import csv
import json
import sys
from dataclasses import replace
from datetime import datetime, timedelta

import numpy as np
import pytest
from export_case import CENTRE_MM, ball, make_case, small_plan
from made_dicom import write
from made_plans import channel, control_points, plan, setup, source
from pydicom import dcmread

from tps.access.obstacles import find_obstacles
from tps.batch.find.item import Item
from tps.batch.find.plan_items import PlanItem
from tps.batch.implant import read_implant
from tps.batch.options import RecomputeOptions, Variant, variants_of
from tps.batch.plan_batch import request_of
from tps.batch.run.recompute_one import recompute_one
from tps.cli import values
from tps.cli.app import main
from tps.dicom.rt.rtplan_read import read_plan
from tps.dose.engine import DoseEngine
from tps.dose.second_check import SecondCheck
from tps.errors import BadInput
from tps.evaluate.evaluate import evaluate_plan
from tps.export.plan_json import read_plan_json
from tps.formats.seeds_csv import read_seeds_csv, seeds_csv
from tps.geometry.solid import build_solid
from tps.model import Protocol, Seed, Strength
from tps.pipeline.earlier import read_earlier
from tps.pipeline.regions import Regions
from tps.pipeline.request import PlanRequest
from tps.pipeline.result import PlanResult
from tps.pipeline.write import _anonymous, write_plan
from tps.sources.library import load_source

SOURCE = load_source("i125_6711")
DATES = {"calibration_datetime": "2026-03-01T12:00", "implant_datetime": "2026-03-10T09:30"}
ASSAYED_U = 0.9 * 1.27
POINTS = CENTRE_MM + np.random.default_rng(3).normal(size=(40, 3)) * [9.0, 9.0, 9.0]


def planned(folder, **choices):
    """A plan of 12 seeds for a ball, written as the pipeline writes it; its result."""
    case = make_case(folder)
    target = ball(case.ct.grid, CENTRE_MM, 15.0)
    request = PlanRequest(targets=("GTV",), strength_u=ASSAYED_U, **choices)
    source = load_source(request.source)
    plan = small_plan(source.name, strengths=(request.strength_of(source).u,))
    solid = build_solid(target, case.ct.grid)
    engine = DoseEngine(source)
    evaluation = evaluate_plan(case, plan, engine, [solid], [], Protocol())
    regions = Regions((solid,), (solid,), ())
    result = PlanResult(
        case, request, source, plan, evaluation, SecondCheck(400, 0.0), regions,
        find_obstacles(case, [solid], {}, Protocol()), engine=engine,
    )  # fmt: skip
    write_plan(result, folder / "out", report=False)
    return result


@pytest.fixture(scope="module")
def assayed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("assayed")
    return folder / "out", planned(folder, **DATES)


@pytest.fixture(scope="module")
def undated(tmp_path_factory):
    folder = tmp_path_factory.mktemp("undated")
    return folder / "out", planned(folder)


@pytest.fixture(params=["assayed", "undated"])
def made(request):
    return request.getfixturevalue(request.param)


@pytest.fixture
def tps(monkeypatch, capsys):
    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["tps", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return end.value.code, out, err

    return run


def doses_of(tps, tmp_path, table, *options):
    """Total doses that ``tps dose`` gives a table of seeds at ``POINTS``."""
    lines = "\n".join(",".join(f"{v:.6f}" for v in p) for p in POINTS)
    (tmp_path / "points.csv").write_text(f"x_mm,y_mm,z_mm\n{lines}\n")
    files = ("--seeds", table, "--points", tmp_path / "points.csv", "--out", tmp_path / "doses.csv")
    code, out, err = tps("dose", "--source", "i125_6711", *files, *options)
    assert code == 0, err
    with open(tmp_path / "doses.csv", newline="", encoding="utf-8-sig") as stream:
        return np.array([float(row["total_dose_gy"]) for row in csv.DictReader(stream)]), out


def row_of(plan_file, folder, **options):
    options = {"targets": ("GTV",), "organs": False} | options
    item = Item("one", str(plan_file), str(folder / "RTSTRUCT.dcm"))
    return next(r for r in recompute_one(item, RecomputeOptions(**options))["rows"] if r["role"] == "target")


def test_an_assayed_seed_is_weaker_at_the_implant(assayed, undated):
    days = 8 + 21.5 / 24
    left = 2 ** (-days / 59.4)
    for result, expected in ((assayed[1], ASSAYED_U * left), (undated[1], ASSAYED_U)):
        assert [s.strength_u for s in result.plan.seeds] == pytest.approx([expected] * 12, rel=1e-12)
    assert assayed[1].evaluation.metrics["GTV"]["d90_gy"] == pytest.approx(
        left * undated[1].evaluation.metrics["GTV"]["d90_gy"], rel=1e-4
    )


def test_one_implant_has_one_dose_through_every_way_in(made, tps, tmp_path):
    """plan.json, RTPLAN, seeds.csv as planned, and the certificate's strengths with both dates."""
    folder, result = made
    d90 = result.evaluation.metrics["GTV"]["d90_gy"]
    for name in ("plan.json", "RTPLAN.dcm"):
        row = row_of(folder / name, folder)
        # Contours read back to 1e-6 mm, samples the same; strengths carry six decimals.
        assert row["d90_gy"] == pytest.approx(d90, rel=1e-3), name
        assert row["strength_u"] == pytest.approx(result.strength.u, abs=1e-6), name
    wanted = result.engine.dose_gy(POINTS, result.plan.seeds, exact=True)
    at_implant, _ = doses_of(tps, tmp_path, folder / "seeds.csv")
    np.testing.assert_allclose(at_implant, wanted, rtol=2e-6)
    certificate = [replace(s, strength_u=result.strength.calibrated_u) for s in result.plan.seeds]
    (tmp_path / "assayed.csv").write_text(seeds_csv(certificate))
    dates = ("--calibrated", DATES["calibration_datetime"], "--implanted", DATES["implant_datetime"])
    told = dates if result.request.calibration_datetime else ()
    by_certificate, out = doses_of(tps, tmp_path, tmp_path / "assayed.csv", *told)
    np.testing.assert_allclose(by_certificate, wanted, rtol=2e-6)
    assert ("strengths decayed to 2026-03-10T09:30 from 2026-03-01T12:00 by 9.9 %" in out) == bool(told)


def test_both_dates_stand_in_every_output(assayed):
    folder, result = assayed
    document = json.loads((folder / "plan.json").read_text())
    told = document["strength"]
    assert (told["at"], told["calibrated_at"]) == ("2026-03-10T09:30:00", "2026-03-01T12:00:00")
    assert told["calibrated_u"] == pytest.approx(ASSAYED_U) and told["calibrated_mci"] == pytest.approx(0.9)
    assert told["u"] == pytest.approx(result.strength.u, rel=1e-5) == document["source"]["strength_u"][0]
    assert document["implant"] == told["at"] and told["factor"] == 1.27
    rtplan = dcmread(folder / "RTPLAN.dcm")
    (item,) = rtplan.SourceSequence
    # Strength and reference belong together: decayed from the one it is the strength at the implant.
    when = datetime.strptime(
        item.SourceStrengthReferenceDate + item.SourceStrengthReferenceTime[:6], "%Y%m%d%H%M%S"
    )
    hours = (datetime(2026, 3, 10, 9, 30) - when).total_seconds() / 3600
    left = 2 ** (-hours / (24 * float(item.SourceIsotopeHalfLife)))
    assert float(item.ReferenceAirKermaRate) * left == pytest.approx(result.strength.u, abs=1e-6)
    assert "1.143 U (0.90 mCi) at the calibration 2026-03-01 12:00" in rtplan.RTPlanDescription
    assert "2026-03-10 09:30" in rtplan.RTPlanDescription
    (order,) = csv.DictReader((folder / "order.csv").read_text(encoding="utf-8-sig").splitlines())
    assert (order["certified"], order["certified_strength_u"]) == ("2026-03-01T12:00", "1.1430")
    assert (order["at_implant"], order["strength_u"]) == ("2026-03-10T09:30", f"{result.strength.u:.4f}")


def test_a_time_zone_goes_all_the_way_and_back(tmp_path):
    dates = {
        "calibration_datetime": "2026-03-01T12:00+01:00",
        "implant_datetime": "2026-03-10T09:30+08:00",
    }
    result = planned(tmp_path, **dates)
    hours = (8 * 24 + 21.5) - 7
    assert result.strength.u == pytest.approx(ASSAYED_U * 2 ** (-hours / (59.4 * 24)), rel=1e-12)
    told = json.loads((tmp_path / "out" / "plan.json").read_text())["strength"]
    assert (told["at"], told["calibrated_at"]) == ("2026-03-10T09:30:00+08:00", "2026-03-01T12:00:00+01:00")
    dataset = dcmread(tmp_path / "out" / "RTPLAN.dcm")
    assert dataset.TimezoneOffsetFromUTC == "+0800"
    read = read_plan(tmp_path / "out" / "RTPLAN.dcm")
    assert read.sources[0].reference == result.request.implanted
    assert read.sources[0].reference.utcoffset() == timedelta(hours=8)
    for name in ("plan.json", "RTPLAN.dcm"):
        row = row_of(
            tmp_path / "out" / name, tmp_path / "out", variants=(Variant(to_date="2026-04-09T09:30"),)
        )
        assert row["days"] == pytest.approx(30.0), "the plan's own clock"


def test_an_export_without_the_identity_has_no_dates_and_the_same_strength(assayed, tmp_path):
    _, result = assayed
    write_plan(result, tmp_path / "out", report=False, anonymise=True)
    told = json.loads((tmp_path / "out" / "plan.json").read_text())["strength"]
    assert told["at"] is told["calibrated_at"] is None and told["u"] == pytest.approx(
        result.strength.u, rel=1e-5
    )
    assert told["calibrated_u"] == told["u"]
    row = row_of(tmp_path / "out" / "RTPLAN.dcm", tmp_path / "out")
    assert row["d90_gy"] == pytest.approx(result.evaluation.metrics["GTV"]["d90_gy"], rel=1e-3)
    for path in (tmp_path / "out").iterdir():
        assert b"2026-03" not in path.read_bytes(), path.name
    from tps.report import Content
    from tps.report.tables import date_texts, order_rows, plan_rows

    shown = Content.of(_anonymous(result, ()))
    assert "2026" not in f"{plan_rows(shown)} {order_rows(shown)} {date_texts(shown)}"
    assert dict(plan_rows(shown))["Strength of a seed"].startswith(result.strength.text)


@pytest.mark.parametrize(
    ("source", "heading"),
    [("pd103_theraseed_200", "Palladium-103"), ("cs131_cs1_rev2", "Cesium-131"), ("i125_6711", "Iodine-125")],
)
def test_a_report_is_headed_by_its_own_nuclide(tmp_path, source, heading):
    from tps.report import Content
    from tps.report.tables import plan_rows, title_text

    content = Content.of(planned(tmp_path, source=source))
    assert title_text(content) == f"{heading} seed implant: plan"
    factor = {"P": "1.293", "C": "0.638", "I": "1.270"}[heading[0]]
    rows = dict(plan_rows(content))
    assert f"at {factor} U/mCi" in rows["Strength of a seed"]
    told = json.loads((tmp_path / "out" / "plan.json").read_text())["strength"]
    assert told["mci"] == pytest.approx(
        ASSAYED_U / {"P": 1.293, "C": 0.6378, "I": 1.27}[heading[0]], rel=1e-5
    )


# ---------------------------------------------------------------- what every way in refuses


def table_of(folder, strength_u):
    path = folder / "seeds.csv"
    path.write_text(
        seeds_csv([Seed(1, 1, (0, 0, 0), (0, 0, 1), 0.762)]).replace("0.762000", f"{strength_u!r}")
    )
    return path


def by_plan_option(folder, strength_u, insist):
    return values.seed_strengths(SOURCE, "", f"{strength_u!r}", None, insist)[0]


def by_plan_option_in_mci(folder, strength_u, insist):
    return values.seed_strengths(SOURCE, f"{strength_u / 1.27!r}", "", None, insist)[0]


def by_request(folder, strength_u, insist):
    return PlanRequest(("A",), strength_u=strength_u, allow_any_strength=insist).strength_of(SOURCE).u


def by_calibration(folder, strength_u, insist):
    dates = {"calibration_datetime": "2026-03-01T12:00", "implant_datetime": "2026-03-01T12:00"}
    request = PlanRequest(("A",), strength_u=strength_u, allow_any_strength=insist, **dates)
    return request.strength_of(SOURCE).u


def by_manifest(folder, strength_u, insist):
    common = PlanRequest(("as in the manifest",), allow_any_strength=insist)
    item = PlanItem("a", "", "", ("A",), activity_mci=strength_u / 1.27)
    return request_of(item, common, ("A",)).strength_u


def by_batch_option(folder, strength_u, insist):
    common = PlanRequest(("as in the manifest",), allow_any_strength=insist)
    return request_of(PlanItem("a", "", "", ("A",)), common, ("A",), strength_u / 1.27).strength_u


def by_seeds_csv(folder, strength_u, insist):
    return read_seeds_csv(table_of(folder, strength_u), allow_any_strength=insist)[0].strength_u


def by_existing_seeds(folder, strength_u, insist):
    path = table_of(folder, strength_u)
    request = PlanRequest(("A",), existing_seeds=str(path), allow_any_strength=insist)
    return read_earlier(request, load_source("i125_6711")).seeds[0].strength_u


def by_dose(folder, strength_u, insist):
    from tps.cli.dose import _strengths

    seeds = read_seeds_csv(table_of(folder, strength_u), allow_any_strength=insist)
    return _strengths(SOURCE, seeds, "", "", insist, "seeds.csv")[0].u


def by_rtplan(folder, strength_u, insist):
    points = control_points([(1.0, 2.0, 3.0)] * 2, (0, 100))
    path = write(plan([setup(1, [channel(points)])], [source(1, strength_u)]), folder / "rp.dcm")
    return read_plan(path, allow_any_strength=insist).seeds[0].strength_u


def by_plan_json(folder, strength_u, insist):
    return read_plan_json(folder / "plan.json").plan(allow_any_strength=insist).seeds[0].strength_u


def by_recompute(name):
    def read(folder, strength_u, insist):
        item = Item("one", str(folder / name / name), str(folder / name / "RTSTRUCT.dcm"))
        options = RecomputeOptions(targets=("GTV",), allow_any_strength=insist)
        return read_implant(item, options).implant.seeds[0].strength_u

    return read


def strong_folder(undated, folder, strength_u):
    """The plan with all its seeds of another strength: as plan.json and, apart from it, as an RT Plan."""
    for name in ("plan.json", "RTPLAN.dcm"):
        (folder / name).mkdir()
        (folder / name / "RTSTRUCT.dcm").write_bytes((undated[0] / "RTSTRUCT.dcm").read_bytes())
    document = json.loads((undated[0] / "plan.json").read_text())
    del document["files"]  # sums of the files as they were
    for seed in document["seeds"]:
        seed["strength_u"] = strength_u
    (folder / "plan.json" / "plan.json").write_text(json.dumps(document))
    dataset = dcmread(undated[0] / "RTPLAN.dcm")
    for item in dataset.SourceSequence:
        item.ReferenceAirKermaRate = strength_u
        if "SourceStrength" in item:
            del item.SourceStrength
    dataset.save_as(folder / "RTPLAN.dcm" / "RTPLAN.dcm")


DOORS = {
    "plan --strength-u": by_plan_option,
    "plan --activity-mci": by_plan_option_in_mci,
    "PlanRequest": by_request,
    "plan with a calibration": by_calibration,
    "manifest of plan-batch": by_manifest,
    "plan-batch --activity-mci": by_batch_option,
    "seeds.csv": by_seeds_csv,
    "plan --existing": by_existing_seeds,
    "tps dose": by_dose,
    "RTPLAN": by_rtplan,
    "plan.json": by_plan_json,
    "recompute of plan.json": by_recompute("plan.json"),
    "recompute of RTPLAN": by_recompute("RTPLAN.dcm"),
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("strength_u", [6 * 1.27, 22.2, 0.0222, 584.0])
def test_every_way_in_refuses_the_same_improbable_strengths(door, strength_u, undated, tmp_path):
    strong_folder(undated, tmp_path, strength_u)
    with pytest.raises(BadInput, match="improbable") as caught:
        DOORS[door](tmp_path, strength_u, False)
    message = str(caught.value)
    # Each says what other unit or decimal point would make it a usual strength.
    assert ("is the unit or the decimal point wrong?" in message) == (strength_u != 584.0), message
    assert ("--allow-any-strength" in message) == (strength_u <= 100)
    if strength_u <= 100:
        assert DOORS[door](tmp_path, strength_u, True) == pytest.approx(strength_u, rel=1e-6)
    else:
        with pytest.raises(BadInput, match="at most 100 U"):
            DOORS[door](tmp_path, strength_u, True)


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("strength_u", [0.06, 0.762, 4.9])
def test_every_way_in_takes_the_same_strengths(door, strength_u, undated, tmp_path):
    strong_folder(undated, tmp_path, strength_u)
    assert DOORS[door](tmp_path, strength_u, False) == pytest.approx(strength_u, rel=1e-6)


@pytest.mark.parametrize(
    ("dates", "says"),
    [
        (("2025-03-01T12:00", "2026-03-10T09:30"), "374 days before the implant"),
        (("2026-09-10T09:30", "2026-03-01T12:00"), "swapped"),
        (("2026-03-01T12:00+01:00", "2026-03-10T09:30"), "time zone"),
        (("2026-03-01T12:00", "soon"), "'soon' is not a date"),
    ],
)
def test_plan_and_dose_refuse_the_same_dates(dates, says, tps, undated, tmp_path):
    folder, _ = undated
    words = ("plan", tmp_path / "ct", "--target", "A", "--out", tmp_path / "out")
    code, _, plan_message = tps(*words, "--calibration-date", dates[0], "--implant-date", dates[1])
    (tmp_path / "points.csv").write_text("x_mm,y_mm,z_mm\n0,0,0\n")
    files = (
        "--seeds",
        folder / "seeds.csv",
        "--points",
        tmp_path / "points.csv",
        "--out",
        tmp_path / "d.csv",
    )
    code_too, _, dose_message = tps(
        "dose", "--source", "i125_6711", *files, "--calibrated", dates[0], "--implanted", dates[1]
    )
    assert code == code_too == 4 and says in plan_message and says in dose_message
    assert "--calibration-date" in plan_message or "--implant-date" in plan_message
    assert "--calibrated" in dose_message or "--implanted" in dose_message
    assert not (tmp_path / "d.csv").exists() and not (tmp_path / "out").exists()


def test_seeds_of_a_plan_do_not_decay_a_second_time(tps, assayed, undated, tmp_path):
    (tmp_path / "points.csv").write_text("x_mm,y_mm,z_mm\n0,0,0\n")
    dates = ("--calibrated", DATES["calibration_datetime"], "--implanted", DATES["implant_datetime"])
    for (folder, _), expected in ((assayed, 4), (undated, 0)):
        files = ("--seeds", folder / "seeds.csv", "--points", tmp_path / "points.csv")
        code, _, err = tps("dose", "--source", "i125_6711", *files, "--out", tmp_path / "d.csv", *dates)
        assert code == expected and ("have decayed already, from 2026-03-01T12:00" in err) == bool(expected)


def test_a_date_without_a_time_is_said_where_it_counts(tps, tmp_path):
    request = PlanRequest(("A",), implant_datetime="2026-03-10", calibration_datetime="2026-03-01T12:00")
    (remark,) = request.date_remarks
    assert remark.startswith("The implant date has no time of day") and "2026" not in remark
    (tmp_path / "points.csv").write_text("x_mm,y_mm,z_mm\n10,0,0\n")
    files = (
        "--seeds",
        table_of(tmp_path, 0.762),
        "--points",
        tmp_path / "points.csv",
        "--out",
        tmp_path / "d.csv",
    )
    dates = ("--calibrated", "2026-03-01", "--implanted", "2026-03-10T09:30")
    code, out, err = tps("dose", "--source", "i125_6711", *files, *dates, "--json")
    assert code == 0 and "--calibrated has no time of day" in err
    found = json.loads(out)
    assert "--calibrated has no time of day" in found["notes"][0]
    assert (found["calibrated_at"], found["at"]) == ("2026-03-01T00:00:00", "2026-03-10T09:30:00")


def test_an_activity_is_one_of_the_case_s_own_nuclide():
    common = PlanRequest(("as in the manifest",))
    for name, factor in (("i125_6711", 1.27), ("pd103_theraseed_200", 1.293), ("cs131_cs1_rev2", 0.6378)):
        item = PlanItem("a", "", "", ("A",), activity_mci=1.5, source=name)
        assert request_of(item, common, ("A",)).strength_u == pytest.approx(1.5 * factor)
        assert values.seed_strengths(load_source(name), "1.5", "", None, False) == (
            pytest.approx(1.5 * factor),
        )
        assert Strength.stated(load_source(name), 1.5 * factor).mci == pytest.approx(1.5)
    assert values.seed_strengths(SOURCE, "1.5", "", 1.3, False) == (pytest.approx(1.95),)


# ---------------------------------------------------------------- dose in a time


def test_a_dose_in_a_time_is_not_compared_with_a_total_dose(assayed):
    folder, result = assayed
    item = Item("one", str(folder / "RTPLAN.dcm"), str(folder / "RTSTRUCT.dcm"), str(folder / "RTDOSE.dcm"))
    options = RecomputeOptions(variants=variants_of(Variant(days=60.0), True), targets=("GTV",), organs=False)
    whole, part = (r for r in recompute_one(item, options)["rows"] if r["role"] == "target")
    assert part["d90_gy"] == pytest.approx(whole["d90_gy"] * (1 - 2 ** (-60 / 59.4)), rel=1e-3)
    for name in ("difference_mean", "difference_median", "gamma_1pc_1mm", "input_d90_gy", "points"):
        assert part[name] == pytest.approx(whole[name], rel=1e-9), name
    assert abs(part["difference_mean"]) < 0.01
    assert "the comparison are of the total dose" in part["warnings"]


def test_an_export_without_an_implant_date_is_no_date_of_an_implant(undated):
    folder, _ = undated
    read = read_plan(folder / "RTPLAN.dcm")
    assert read.sources[0].reference is None
    assert any("does not say when the implant is" in w for w in read.warnings)
    with pytest.raises(BadInput, match="no date of the implant"):
        row_of(folder / "RTPLAN.dcm", folder, variants=(Variant(to_date="2030-01-01"),))
    assert row_of(folder / "RTPLAN.dcm", folder, variants=(Variant(days=60.0),))["days"] == 60.0


def test_a_reference_date_that_was_taken_out_is_none(assayed, tmp_path):
    folder, _ = assayed
    dataset = dcmread(folder / "RTPLAN.dcm")
    dataset.SourceSequence[0].SourceStrengthReferenceDate = "19000101"
    dataset.save_as(tmp_path / "RTPLAN.dcm")
    read = read_plan(tmp_path / "RTPLAN.dcm")
    assert read.sources[0].reference is None and any("was taken out" in w for w in read.warnings)


def test_a_date_to_count_to_says_what_it_assumes(assayed):
    folder, _ = assayed
    row = row_of(folder / "RTPLAN.dcm", folder, variants=(Variant(to_date="2026-04-10"),))
    assert row["days"] == pytest.approx(31 - 9.5 / 24)
    assert "--to-date has no time of day" in row["warnings"]
    assert "taken to be at the reference time" in row["warnings"]
