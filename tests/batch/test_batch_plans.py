"""Many cases planned: a folder each, one table, and a case that fails does not stop the others."""

import csv
import shutil
from dataclasses import replace

import numpy as np
import pytest

from phantoms.cohort import write_random_phantom
from tps.batch.find.plan_items import PlanItem, read_plan_manifest
from tps.batch.plan_batch import PlanBatchOptions, plan_batch, plan_one, request_of
from tps.batch.recompute import recompute
from tps.batch.run.items import Executor
from tps.errors import BadInput, OutputRefused, UnknownName
from tps.pipeline.load import load_case
from tps.pipeline.request import PlanRequest

pytestmark = pytest.mark.patient

HEAD = "case,ct,structures,targets"
SPHERE = ",sphere_x_mm,sphere_y_mm,sphere_z_mm,sphere_radius_mm"


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """One small case planned, and one whose target does not exist."""
    folder = tmp_path_factory.mktemp("plans")
    write_random_phantom(folder / "patient", 5, diameter_mm=(9.0, 11.0))
    manifest = folder / "cases.csv"
    manifest.write_text(
        f"{HEAD},activity_mci\na,patient/ct,patient/rtstruct.dcm,Target,0.8\nb,patient/ct,patient/rtstruct.dcm,Nope,\n"
    )
    report = plan_batch(manifest, folder / "out", PlanBatchOptions(report=False), where=Executor(1))
    return folder, manifest, report


@pytest.mark.parametrize(
    ("head", "row", "why"),
    [
        ("", "b,,s,T", "no ct"),
        ("", "b,ct,,T", "no structures"),
        ("", "b,ct,s,", "no targets"),
        (",prescribe_to", "b,ct,s,T,d80", "prescribe_to is 'd80'"),
        (",prescription_gy", "b,ct,s,T,many", "prescription_gy is 'many'"),
        (",activity_mci", "b,ct,s,T,-1", "activity_mci is '-1'"),
        (",margin_mm", "b,ct,s,T,-1", "margin_mm is '-1'"),
        (SPHERE, "b,ct,,,1,2,3,", "no sphere_radius_mm"),
        (SPHERE, "b,ct,,,1,2,three,4", "sphere_z_mm is 'three'"),
        (SPHERE, "b,ct,,,1,2,3,0", "radius 0.0 mm"),
        (SPHERE, "b,ct,,T,1,2,3,4", "no structures"),
    ],
)
def test_a_wrong_row_is_that_case_s_trouble(tmp_path, head, row, why):
    """The other cases are planned: it used to stop the whole run."""
    comma = "," * head.count(",")
    (tmp_path / "m.csv").write_text(f"{HEAD}{head}\na,ct,s,T{comma}\n{row}\nc,ct,s,T{comma}\n")
    items, _ = read_plan_manifest(tmp_path / "m.csv")
    assert [item.case for item in items] == ["a", "b", "c"] and items[0].margin_mm is None
    assert [bool(item.trouble) for item in items] == [False, True, False]
    assert why in items[1].trouble and "line 3" in items[1].trouble
    with pytest.raises(BadInput, match=why):
        plan_one(items[1], PlanBatchOptions(out=str(tmp_path / "out")))


def rows_of(path):
    with open(path, newline="", encoding="utf-8-sig") as stream:
        return list(csv.DictReader(stream))


def test_a_folder_and_rows_for_each_case(planned):
    folder, _, report = planned
    assert (report.cases, report.failed, report.resumed) == (2, 1, 0)
    assert "Nope" in report.failures["b"] and not (folder / "out" / "b").exists()
    assert (folder / "out" / "a" / "RTPLAN.dcm").is_file()
    rows = rows_of(report.table)
    assert [row["status"] for row in rows if row["case"] == "b"] == ["failed"]
    (target,) = [row for row in rows if row["role"] == "target"]
    assert target["roi"] == "Target" and float(target["strength_u"]) == pytest.approx(0.8 * 1.27)
    assert report.not_met == (target["status"] == "not-met")


def test_resume_does_only_what_is_left(planned):
    folder, manifest, report = planned
    before, made = report.table.read_bytes(), (folder / "out" / "a" / "plan.json").stat().st_mtime_ns
    again = plan_batch(
        manifest, folder / "out", PlanBatchOptions(report=False), where=Executor(1), resume=True
    )
    assert again.resumed == 1 and report.table.read_bytes() == before
    assert (folder / "out" / "a" / "plan.json").stat().st_mtime_ns == made


def test_resume_keeps_what_somebody_changed(planned, tmp_path):
    shutil.copytree(planned[0], tmp_path / "copy")
    seeds = tmp_path / "copy" / "out" / "a" / "seeds.csv"
    changed = "".join(seeds.read_text().splitlines(keepends=True)[:-1])
    seeds.write_text(changed)
    options = PlanBatchOptions(report=False)
    where = {"where": Executor(1), "resume": True}
    again = plan_batch(tmp_path / "copy" / "cases.csv", tmp_path / "copy" / "out", options, **where)
    assert again.resumed == 0 and "seeds.csv is not as written" in again.failures["a"]
    assert seeds.read_text() == changed


def test_nothing_is_written_over(planned):
    folder, manifest, _ = planned
    with pytest.raises(OutputRefused, match="is there already"):
        plan_batch(manifest, folder / "out")
    item = read_plan_manifest(manifest)[0][0]
    with pytest.raises(OutputRefused):
        plan_one(item, PlanBatchOptions(out=str(folder / "out"), report=False))


def test_what_was_planned_can_be_recomputed_and_agrees(planned, tmp_path):
    folder, _, report = planned
    again = recompute([folder / "out"], tmp_path / "results.csv", where=Executor(1), summary=False)
    assert (again.plans, again.failed) == (1, 0)
    target = next(row for row in rows_of(tmp_path / "results.csv") if row["role"] == "target")
    wanted = next(row for row in rows_of(report.table) if row["role"] == "target")
    assert target["needles"] == wanted["needles"] and target["seeds"] == wanted["seeds"]
    assert target["input_metrics"] == "plan.json"
    for name in ("d90_gy", "v100", "minimum_peripheral_dose_gy"):
        # Contours travel through DICOM with 6 decimals of a mm, seeds through plan.json with as many.
        assert float(target[name]) == pytest.approx(float(wanted[name]), rel=1e-4)
    assert float(target["input_d90_gy"]) == pytest.approx(float(wanted["d90_gy"]), rel=1e-5)  # 6 digits
    assert float(target["difference_p95"]) < 2e-3 and float(target["gamma_1pc_1mm"]) == 1.0


def test_cells_go_before_what_holds_for_all():
    common = PlanRequest(targets=("x",), margin_mm=2.0)
    item = PlanItem(
        "a",
        "",
        "",
        ("T",),
        100.0,
        "d90",
        0.5,
        0.0,
        "i125_6702",
        avoid=("Aorta:5", "Cord"),
        cross=("Stomach",),
        limits=("Cord D1cc < 9 Gy",),
    )
    request = request_of(item, common, ("T", "Aorta", "Cord"))
    assert (request.targets, request.source, request.margin_mm) == (("T",), "i125_6702", 0.0)
    assert (request.prescription.dose_gy, request.prescription.metric) == (100.0, "d90")
    assert request.strength_u == pytest.approx(0.635)
    assert request.avoid == {"Aorta": 5.0, "Cord": None} and request.limits == ("Cord D1cc < 9 Gy",)
    assert request.cross == ("Stomach",)
    plain = request_of(PlanItem("a", "", "", ("T",)), common, ("T",))
    assert plain == replace(common, targets=("T",))
    for text, error in (("Nope:3", UnknownName), ("Nope", UnknownName), ("Aorta:x", BadInput)):
        with pytest.raises(error):
            request_of(replace(item, avoid=(text,)), common, ("T", "Aorta", "Cord"))


@pytest.mark.parametrize(
    ("name", "why"), [("../a", "case is '../a'"), ("A", "case 'A' is named twice"), ("", "")]
)
def test_a_name_that_no_folder_can_have_goes_by_its_line(tmp_path, name, why):
    (tmp_path / "m.csv").write_text(f"{HEAD}\na,ct,s,T\n{name},ct,s,T\nline_3,ct,s,T\n")
    items, _ = read_plan_manifest(tmp_path / "m.csv")
    assert [item.case for item in items] == ["a", "line_3", "line_4"]
    assert why in items[1].trouble and "line 3" in items[1].trouble
    # The name that the wrong row has now is taken.
    assert items[0].trouble == "" and "named twice" in items[2].trouble


def test_a_manifest_without_its_columns_is_refused(tmp_path):
    (tmp_path / "m.csv").write_text("case,structures\na,b\n")
    with pytest.raises(BadInput, match="column ct is missing"):
        read_plan_manifest(tmp_path / "m.csv")


def test_a_case_without_contours_is_planned_and_bad_rows_do_not_stop_it(planned, tmp_path):
    patient = planned[0] / "patient"
    low, high = load_case(patient / "ct", patient / "rtstruct.dcm").structure("Target").bounds_mm()
    x, y, z = (low + high) / 2
    (tmp_path / "m.csv").write_text(
        f"{HEAD}{SPHERE}\n"
        f"../evil,{patient}/ct,,,{x},{y},{z},5\n"
        f"far,{patient}/ct,,,{x + 5000},{y},{z},5\n"
        f"gone,{patient}/nothing,,,{x},{y},{z},5\n"
        f"ball,{patient}/ct,,,{x},{y},{z},5\n"
        f"ball,{patient}/ct,,,{x},{y},{z},5\n"
    )
    report = plan_batch(
        tmp_path / "m.csv", tmp_path / "out", PlanBatchOptions(report=False), where=Executor(1)
    )
    assert (report.cases, report.failed) == (5, 4)
    assert set(report.failures) == {"line_2", "far", "gone", "line_6"}
    row = next(row for row in rows_of(report.table) if row["case"] == "ball" and row["role"] == "target")
    assert row["roi"] == "Sphere" and float(row["volume_cc"]) == pytest.approx(
        4 / 3 * np.pi * 0.125, rel=0.02
    )
    assert (tmp_path / "out" / "ball" / "RTPLAN.dcm").is_file()
