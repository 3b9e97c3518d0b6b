"""The files of a plan folder say what the plan says, and are read back as they were written."""

import csv
import io
import json
from dataclasses import replace
from datetime import datetime

import numpy as np
import pytest
from evaluation_doubles import InverseSquareEngine
from export_case import CENTRE_MM, evaluate_ball, make_case, plan_folder_files, small_plan
from pydicom import dcmread

from tps.dose.grids import file_dose
from tps.dose.second_check import SecondCheck
from tps.errors import BadInput
from tps.evaluate.dvh import Dvh
from tps.export.isodoses import isodose_structures
from tps.export.plan_folder import dvh_table, plan_files
from tps.export.plan_json import PlanFile, dump, read_plan_json
from tps.export.tables import dvh_csv, needles_csv, order_csv
from tps.formats.seeds_csv import COLUMNS, read_seeds_csv, seeds_csv
from tps.geometry.solid import build_solid
from tps.model import Crossing, Grid, Plan, Protocol, Reason, Seed, Verdict, Volume
from tps.sources.library import load_source


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return make_case(tmp_path_factory.mktemp("patient"))


@pytest.fixture(scope="module")
def source():
    return load_source("i125_6711")


@pytest.fixture(scope="module")
def files(case, source):
    return plan_folder_files(case, small_plan(), source)


def table(text):
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def same_plan(a, b, mm=5.1e-7, axis=1e-9, strength=5.1e-7):
    """True where two plans agree to the digits their files carry."""
    assert (a.source, a.prescription, a.targets, a.status) == (b.source, b.prescription, b.targets, b.status)
    assert [s.id for s in a.seeds] == [s.id for s in b.seeds]
    assert [n.id for n in a.needles] == [n.id for n in b.needles]
    for s, t in zip(a.seeds, b.seeds, strict=True):
        assert s.needle == t.needle
        assert np.abs(s.position_mm - t.position_mm).max() <= mm
        assert np.abs(s.direction - t.direction).max() <= axis
        assert abs(s.strength_u - t.strength_u) <= strength
    for n, m in zip(a.needles, b.needles, strict=True):
        assert np.abs(n.entry_mm - m.entry_mm).max() <= mm
        assert np.abs(n.tip_mm - m.tip_mm).max() <= mm
        assert (n.nearest_obstacle, n.target) == (m.nearest_obstacle, m.target)
        assert n.clearance_mm == pytest.approx(m.clearance_mm, abs=1e-4)
    return True


def test_all_promised_files_are_there(files):
    assert set(files) == {
        "plan.json",
        "RTPLAN.dcm",
        "RTDOSE.dcm",
        "RTSTRUCT.dcm",
        "needles.csv",
        "seeds.csv",
        "dvh.csv",
        "order.csv",
    }


def test_plan_json_has_the_agreed_keys(files):
    document = json.loads(files["plan.json"])
    assert document["schema"] == "seedwright-plan/1"
    assert document["software"].startswith("seedwright ")
    assert document["source"]["model"] == "i125_6711"
    assert document["prescription"] == {"dose_gy": 120.0, "metric": "minimum-peripheral"}
    assert {"id", "entry_mm", "tip_mm", "length_mm", "clearance_mm"} <= set(document["needles"][0])
    assert set(document["seeds"][0]) == {"id", "needle", "position_mm", "direction", "strength_u"}
    assert {"volume_cc", "minimum_peripheral_dose_gy", "d90_gy", "v100"} <= set(document["metrics"]["GTV"])
    assert set(document["certificate"]) == {"seeds", "lower_bound", "gap"}
    assert document["second_check"] == {"points": 400, "max_relative_difference": 1e-4}
    assert document["status"] == "met"
    assert document["timing_s"] == {"optimising": 1.235}
    assert document["inputs"]["study_uid"] and len(document["inputs"]["sha256"]) == 32
    assert "Not for clinical use" in document["notice"]
    for name, uid in document["dicom"].items():
        assert dcmread(io.BytesIO(files[name])).SOPInstanceUID == uid


def test_plan_json_gives_the_plan_back(files, tmp_path):
    (tmp_path / "plan.json").write_text(files["plan.json"])
    for path in (tmp_path, tmp_path / "plan.json"):
        assert same_plan(read_plan_json(path).plan(), small_plan())


def test_plan_json_gives_infinite_clearance_and_reasons_back(case, source, tmp_path):
    plan = small_plan()
    free = replace(plan.needles[0], clearance_mm=float("inf"), nearest_obstacle="")
    plan = Plan(
        plan.source,
        plan.prescription,
        plan.targets,
        (free, *plan.needles[1:]),
        plan.seeds,
        status="not-met",
        reasons=(Reason("reach", "binds"), Reason("dose", "GTV: 80 Gy")),
        certificate={"seeds": 12, "lower_bound": np.int64(11), "gap": np.float64(1 / 11)},
    )
    text = plan_folder_files(case, plan, source)["plan.json"]
    assert json.loads(text)["needles"][0]["clearance_mm"] is None
    (tmp_path / "plan.json").write_text(text)
    again = read_plan_json(tmp_path).plan()
    assert same_plan(again, plan)
    assert again.reasons == (Reason("reach", "binds"), Reason("dose", "GTV: 80 Gy"))
    assert again.certificate["lower_bound"] == 11


def test_plan_json_gives_crossings_and_verdict_back(case, source, tmp_path):
    plan = small_plan()
    passed = (
        Crossing("Liver", "cost", False, 31.25, 12.5),
        Crossing("Lung (from CT)", "cost", True, 8.0, 60.0),
    )
    first = replace(
        plan.needles[0], crossed=passed, pleural_passages=1, skin_angle_deg=12.5, lung_path_mm=8.0
    )
    verdict = Verdict("dose met", "limits kept", "1 needle through Liver", True, True, ("Liver",), ("bowel",))
    plan = replace(plan, needles=(first, *plan.needles[1:]), verdict=verdict)
    text = plan_folder_files(case, plan, source)["plan.json"]
    (tmp_path / "plan.json").write_text(text)
    again = read_plan_json(tmp_path).plan()
    assert again.verdict == verdict
    assert again.needles[0].crossed == passed and again.needles[1].crossed == ()
    assert (again.needles[0].pleural_passages, again.needles[0].skin_angle_deg) == (1, 12.5)
    assert [n.target for n in again.needles] == [n.target for n in plan.needles]
    entry = json.loads(text)["needles"][0]
    assert entry["crossed"][0] == {
        "name": "Liver",
        "class": "cost",
        "derived": False,
        "mm": 31.25,
        "from_mm": 12.5,
    }
    assert (entry["lung_mm"], entry["depth_mm"]) == (8.0, pytest.approx(first.length_mm, abs=1e-6))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "not JSON"),
        ("[1, 2]", "schema"),
        ('{"schema": "other/9"}', "other/9"),
        ('{"schema": "seedwright-plan/1"}', "Field required"),
    ],
)
def test_a_plan_json_that_is_none_is_refused(tmp_path, text, message):
    path = tmp_path / "plan.json"
    path.write_text(text)
    with pytest.raises(BadInput, match=message):
        read_plan_json(path)


def test_a_plan_json_that_cannot_be_read_is_refused(tmp_path, monkeypatch):
    with pytest.raises(BadInput, match="cannot be read"):
        read_plan_json(tmp_path / "none.json")
    monkeypatch.setattr("tps.export.plan_json.MAX_BYTES", 3)
    (tmp_path / "plan.json").write_text("{  }")
    with pytest.raises(BadInput, match="MB"):
        read_plan_json(tmp_path)


@pytest.mark.parametrize(
    "change", ["needle", "direction", "strength", "position", "status", "nan", "far", "text"]
)
def test_contradictions_in_plan_json_are_refused(files, tmp_path, change):
    document = json.loads(files["plan.json"])
    seed = document["seeds"][0]
    if change == "needle":
        seed["needle"] = 99
    elif change == "direction":
        seed["direction"] = [1.0, 1.0, 0.0]
    elif change == "strength":
        seed["strength_u"] = 0.0
    elif change == "position":
        seed["position_mm"] = [1.0, 2.0]
    elif change == "far":
        document["needles"][0]["entry_mm"] = [0.0, 1e9, 0.0]
    elif change == "text":
        seed["strength_u"] = "0.7"
    elif change == "status":
        document["status"] = "perhaps"
    else:
        seed["strength_u"] = float("nan")
    (tmp_path / "plan.json").write_text(json.dumps(document))
    with pytest.raises(BadInput):
        read_plan_json(tmp_path).plan()


def test_keys_of_later_versions_are_let_through(files):
    document = json.loads(files["plan.json"]) | {"something_new": 1}
    assert PlanFile.model_validate(document).plan().seeds
    assert "[1.0, 2.0, 3.0]" in dump(document | {"x": [1.0, 2.0, 3.0]})


def test_seeds_csv_gives_the_seeds_back(tmp_path):
    plan = small_plan(strengths=(0.762, 0.635))
    (tmp_path / "seeds.csv").write_text(seeds_csv(plan.seeds))
    again = Plan(
        plan.source, plan.prescription, plan.targets, plan.needles, read_seeds_csv(tmp_path / "seeds.csv")
    )
    assert same_plan(again, plan)
    assert seeds_csv(again.seeds) == seeds_csv(plan.seeds)


def test_seeds_csv_of_a_spreadsheet_is_read(tmp_path):
    """Byte-order mark, carriage returns, blank lines and another order of columns."""
    order = ["strength_u", *COLUMNS[:-1]]
    text = "\ufeff" + ",".join(order) + "\r\n0.7,1,1,1,2,3,0,0,1\r\n\r\n"
    (tmp_path / "seeds.csv").write_text(text, encoding="utf-8", newline="")
    (seed,) = read_seeds_csv(tmp_path / "seeds.csv")
    assert (seed.id, seed.needle, seed.strength_u, list(seed.position_mm)) == (1, 1, 0.7, [1.0, 2.0, 3.0])


@pytest.mark.parametrize(
    ("header", "rows", "message"),
    [
        (",".join(COLUMNS), [], "no seed"),
        ("seed,needle,x_mm", ["1,1,1"], "column y_mm is missing"),
        (",".join(COLUMNS) + ",colour", ["1,1,0,0,0,0,0,1,0.7,red"], "unknown column 'colour'"),
        (",".join((*COLUMNS, "seed")), ["1,1,0,0,0,0,0,1,0.7,1"], "comes twice"),
        (",".join(COLUMNS), ["1,1,0,0,zero,0,0,1,0.7"], r"seeds.csv:2: z_mm is 'zero'"),
        (",".join(COLUMNS), ["1,1,0,0,nan,0,0,1,0.7"], "z_mm is 'nan'"),
        (",".join(COLUMNS), ["1,1,0,0,0,0,0,2,0.7"], "unit vector"),
        (",".join(COLUMNS), ["1,1,0,0,0,0,0,1,0"], "strength_u"),
        (",".join(COLUMNS), ["1,1,0,0,0,0,0,1,1e6"], "seed strength 1e"),
        (",".join(COLUMNS), ["1,1,0,1e300,0,0,0,1,0.7"], "lies at"),
        (",".join(COLUMNS), ["1,1,0,0,0,0,0,1e300,0.7"], "lies at"),
        (",".join(COLUMNS), ["1.5,1,0,0,0,0,0,1,0.7"], "whole number"),
        (",".join(COLUMNS), ["1,1,0,0,0,0,0,1"], "8 values"),
        (",".join(COLUMNS), ["1,1,0,0,0,0,0,1,0.7", "1,1,0,0,9,0,0,1,0.7"], "seed 1 comes twice"),
    ],
)
def test_a_bad_seeds_csv_is_refused_with_its_line(tmp_path, header, rows, message):
    (tmp_path / "seeds.csv").write_text("\n".join([header, *rows]))
    with pytest.raises(BadInput, match=message):
        read_seeds_csv(tmp_path / "seeds.csv")


def test_what_is_no_table_is_refused(tmp_path, monkeypatch):
    with pytest.raises(BadInput, match="cannot be read"):
        read_seeds_csv(tmp_path / "none.csv")
    (tmp_path / "seeds.csv").write_bytes(b"\xff\xfe\x00\x81")
    with pytest.raises(BadInput, match="column seed is missing"):
        read_seeds_csv(tmp_path / "seeds.csv")
    (tmp_path / "seeds.csv").write_text(",".join(COLUMNS) + '\n"' + "1" * 200_000)
    with pytest.raises(BadInput, match="not a table"):
        read_seeds_csv(tmp_path / "seeds.csv")
    monkeypatch.setattr("tps.formats.seeds_csv.MAX_BYTES", 10)
    with pytest.raises(BadInput, match="MB"):
        read_seeds_csv(tmp_path / "seeds.csv")


def test_needle_sheet_says_what_the_operator_dials(case):
    rows = table(needles_csv(case, small_plan()))
    assert len(rows) == 4
    first = rows[0]
    assert first["insertion_depth_mm"] == "76.5"
    assert first["seed_distances_from_tip_mm"] == "5.0;15.0;25.0"
    assert (first["seeds"], first["clearance_mm"], rows[1]["nearest_obstacle"]) == ("3", "7.2", "bone")
    # The entry lies at z = -317.86; slices of 2.5 mm from -338.75, numbered from 1: the ninth, at -318.75.
    assert (first["image_number"], first["entry_slice_mm"]) == ("9", "-318.75")
    # From the front (0 degrees is straight down), leaning 5.9 degrees to the patient's right, rising 11.6.
    assert (first["axial_angle_deg"], first["cranio_caudal_angle_deg"]) == ("-5.9", "11.6")


def test_every_table_says_that_it_is_utf_8(case, source):
    """Excel on a Chinese computer would take them for GBK."""
    dvh = evaluate_ball(small_plan(), source).dvhs["GTV"]
    assert dvh_csv({"GTV": dvh}, 120.0).startswith("\ufeffroi,")
    assert seeds_csv(small_plan().seeds).startswith("\ufeffseed,")
    marked = dvh_csv({"\u80bf\u7624": dvh}, 120.0)
    assert marked.encode().startswith(b"\xef\xbb\xbfroi,")
    rows = list(csv.DictReader(io.StringIO(marked.encode().decode("utf-8-sig"))))
    assert rows[0]["roi"] == "\u80bf\u7624"
    needles = replace(small_plan().needles[0], nearest_obstacle="\u809d")
    assert needles_csv(case, replace(small_plan(), needles=(needles,), seeds=())).startswith("\ufeffneedle,")


def test_dvh_table_falls_from_the_whole_volume_to_the_maximum(source):
    plan = small_plan()
    dvh = evaluate_ball(plan, source).dvhs["GTV"]
    rows = table(dvh_csv({"GTV": dvh}, 120.0))
    dose = np.array([float(r["dose_gy"]) for r in rows])
    fraction = np.array([float(r["volume_fraction"]) for r in rows])
    assert fraction[0] == 1.0 and np.all(np.diff(fraction) <= 0)
    assert dose[-1] == pytest.approx(dvh.max_gy, rel=1e-5)
    assert np.interp(120.0, dose, fraction) == pytest.approx(dvh.fraction_at_dose(120.0), abs=1e-6)


def test_dicom_dvh_of_a_cold_region_has_one_bin():
    cold = dvh_table("Liver", Dvh.of([0.0, 0.0], [1.0, 1.0]), 120.0)
    assert list(cold.volume_cc) == [0.002] and list(cold.bin_width_gy) == [1.0]


def test_dicom_dvh_is_the_curve_of_the_evaluation(files, source):
    dvh = evaluate_ball(small_plan(), source).dvhs["GTV"]
    item = dcmread(io.BytesIO(files["RTDOSE.dcm"])).DVHSequence[0]
    data = np.array(item.DVHData, float).reshape(-1, 2)
    begins = np.cumsum(data[:, 0]) - data[:, 0]
    assert np.abs(data[:, 1] - dvh.curve(begins)).max() < 1e-6
    assert data[:, 0].sum() == pytest.approx(dvh.max_gy, abs=1e-3)


def test_order_list_counts_seeds_of_each_strength(source):
    rows = table(order_csv(small_plan(strengths=(0.762, 0.635)), source, 1.27, datetime(2025, 2, 3, 8, 30)))
    assert [(r["seeds"], r["strength_u"], r["activity_mci"]) for r in rows] == [
        ("6", "0.6350", "0.5000"),
        ("6", "0.7620", "0.6000"),
    ]
    assert rows[0]["at_implant"] == "2025-02-03T08:30"
    assert table(order_csv(small_plan(), source, 1.27, None))[0]["at_implant"] == ""


def test_order_list_has_spares_and_the_strength_of_the_certificate(source):
    implant, certified = datetime(2025, 2, 3, 8, 30), datetime(2025, 1, 20, 12, 0)
    protocol = Protocol(spare_fraction=0.5, spare_least=1)
    first = table(order_csv(small_plan(), source, 1.27, implant, certified, protocol))[0]
    needed = int(first["seeds"])
    assert int(first["spares"]) == -(-needed // 2) and int(first["order"]) == needed + int(first["spares"])
    hours = (implant - certified).total_seconds() / 3600
    then = float(first["strength_u"]) * 2 ** (hours / source.half_life_h)
    assert float(first["certified_strength_u"]) == pytest.approx(then, abs=1e-4)
    assert float(first["certified_activity_mci"]) == pytest.approx(then / 1.27, abs=1e-4)
    assert first["certified"] == "2025-01-20T12:00"
    few = table(order_csv(small_plan(), source, 1.27, implant, None, Protocol(spare_least=7)))[0]
    assert few["spares"] == "7" and few["certified_strength_u"] == ""


def test_setup_doses_add_up_to_the_dose_at_their_point(case, source, files):
    plan = small_plan()
    evaluation = evaluate_ball(plan, source)
    setups = dcmread(io.BytesIO(files["RTPLAN.dcm"])).FractionGroupSequence[0]
    doses = [float(s.BrachyApplicationSetupDose) for s in setups.ReferencedBrachyApplicationSetupSequence]
    # The evaluation takes the fast look-up, the setup doses the exact formula; they agree to 0.1 %.
    assert sum(doses) == pytest.approx(evaluation.metrics["GTV"]["minimum_peripheral_dose_gy"], rel=1e-3)


def test_options_change_what_is_written(case, source, files):
    more = plan_folder_files(
        case,
        small_plan(),
        source,
        isodoses_gy=(120.0, 240.0, 1e6),
        needle_contours=True,
        dose_bits=32,
        u_per_mci=1.3,
        seed_step_mm=2.5,
        implant=datetime(2025, 2, 3, 8, 30),
    )
    names = [r.ROIName for r in dcmread(io.BytesIO(more["RTSTRUCT.dcm"])).StructureSetROISequence]
    assert names == [
        "GTV",
        "Isodose 240 Gy",
        "Isodose 120 Gy",
        *(f"Needle {n}" for n in (1, 2, 3, 4)),
        "Seeds",
    ]
    assert dcmread(io.BytesIO(more["RTDOSE.dcm"])).BitsAllocated == 32
    rtplan = dcmread(io.BytesIO(more["RTPLAN.dcm"]))
    assert rtplan.ApplicationSetupSequence[0].ChannelSequence[0].SourceApplicatorStepSize == 2.5
    document = json.loads(more["plan.json"])
    assert document["implant"] == "2025-02-03T08:30:00"
    assert document["source"]["activity_mci"] == [pytest.approx(0.762 / 1.3, rel=1e-5)]
    names = [r.ROIName for r in dcmread(io.BytesIO(files["RTSTRUCT.dcm"])).StructureSetROISequence]
    assert names == ["GTV", *(f"Needle {n}" for n in (1, 2, 3, 4)), "Seeds"], "by default"
    bare = plan_folder_files(case, small_plan(), source, needle_contours=False)
    names = [r.ROIName for r in dcmread(io.BytesIO(bare["RTSTRUCT.dcm"])).StructureSetROISequence]
    assert names == ["GTV"]


def test_same_plan_and_time_give_the_same_files(case, source, files):
    again = plan_folder_files(case, small_plan(), source)
    assert again == files


def test_plan_json_tells_the_protocol_that_was_used(case, source):
    used = Protocol(bone_hu=175.5, seed_spacing_mm=(9.0, 14.0), seed_min_distance_mm=9.0, spare_least=3)
    document = json.loads(plan_folder_files(case, small_plan(), source, protocol=used)["plan.json"])
    assert Protocol(**document["protocol"]) == used


def test_isodose_of_a_ball_of_dose_is_that_ball():
    grid = Grid.around(CENTRE_MM - 20, CENTRE_MM + 20, 1.0)
    distance = np.linalg.norm(grid.centres_mm() - CENTRE_MM, axis=1).reshape(grid.shape)
    dose = Volume(grid, 200.0 - 10.0 * distance, "Gy")
    (ten,) = isodose_structures(dose, [100.0])
    points = np.concatenate([c.points_mm for c in ten.contours])
    # Linear interpolation of a distance on a 1 mm grid is off by 1/8 of the curvature: 0.02 mm at 10 mm, more
    # towards the poles.
    assert np.abs(np.linalg.norm(points - CENTRE_MM, axis=1) - 10.0).max() < 0.15
    assert isodose_structures(dose, [500.0]) == ()


def test_isodose_that_leaves_the_grid_is_closed_along_its_edge():
    dose = Volume(Grid([0, 0, 0], [1, 1, 1], (1, 4, 4)), np.full((1, 4, 4), 100.0), "Gy")
    (loop,) = isodose_structures(dose, [50.0])[0].contours
    assert loop.points_mm[:, 0].min() == pytest.approx(-0.5) and loop.points_mm[:, 0].max() == pytest.approx(
        3.5
    )


def area_mm2(contour):
    x, y = contour.points_mm[:, 0], contour.points_mm[:, 1]
    return 0.5 * abs(x @ np.roll(y, -1) - y @ np.roll(x, -1))


# Chords of 0.6 mm for circles, and planes 0.6 mm apart through a ball, enclose a little less than it has.
@pytest.mark.parametrize(("volume_cc", "tolerance"), [(0.1, 0.02), (0.8, 0.01), (8.0, 0.003)])
def test_an_isodose_encloses_the_volume_it_has(volume_cc, tolerance):
    """Inverse square dose of one point: the isodose is a sphere."""
    radius = (volume_cc * 1000 / (4 / 3 * np.pi)) ** (1 / 3)
    seeds = [Seed(1, 1, CENTRE_MM + [0.21, -0.13, 0.07], (0, 0, 1), 120.0 * radius**2)]
    dose = file_dose(InverseSquareEngine(), seeds, [(CENTRE_MM - 8, CENTRE_MM + 8)], Protocol())
    (found,) = isodose_structures(dose, [120.0])
    stacked = sum(map(area_mm2, found.contours)) * dose.grid.spacing_mm[2] / 1000
    assert stacked == pytest.approx(volume_cc, rel=tolerance)
    assert build_solid(found, dose.grid).volume_mm3 / 1000 == pytest.approx(volume_cc, rel=tolerance)


def test_the_dose_is_written_on_a_fine_grid(files):
    dose = dcmread(io.BytesIO(files["RTDOSE.dcm"]))
    assert list(dose.PixelSpacing) == [0.6, 0.6] and dose.SliceThickness == 0.6


def test_a_plan_with_seeds_is_not_written_without_its_dose(case, source):
    plan = small_plan()
    with pytest.raises(ValueError, match="with its dose"):
        plan_files(case, plan, source, evaluate_ball(plan, source), SecondCheck(400, 0.0), [])
