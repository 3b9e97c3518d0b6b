"""``tps evaluate``: a plan folder judged again, as it is and with a table that somebody changed."""

import hashlib
import json
import shutil
import sys

import pytest
from hand_plans import STRENGTH_U, changed_table, hand_request, write_hand_plan
from pydicom import dcmread

from tps.cli.app import main
from tps.errors import BadInput, OutputRefused
from tps.export.integrity import check_plan_folder
from tps.export.plan_json import read_plan_json
from tps.export.read_needles import read_needles_csv
from tps.pipeline.reevaluate import evaluate_folder, refuse_within
from tps.pipeline.write import write_plan


def run(monkeypatch, capsys, *words) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["tps", *map(str, words)])
    with pytest.raises(SystemExit) as stopped:
        main()
    out, err = capsys.readouterr()
    return stopped.value.code, out, err


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("hand")
    write_hand_plan(folder)
    return folder


@pytest.fixture
def table(home, tmp_path):
    """Writes a changed copy of a table of the plan and returns its path."""

    def write(name, change):
        path = tmp_path / f"edited-{name}"
        path.write_bytes(changed_table(home / "plan" / name, change).encode())
        return path

    return write


def sums(folder):
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir()}


def test_as_it_is_the_plan_gets_the_figures_it_had(home, tmp_path):
    before = sums(home / "plan")
    result = evaluate_folder(home / "plan")
    folder = write_plan(result, tmp_path / "again", report=False).folder
    old, new = (json.loads((f / "plan.json").read_text()) for f in (home / "plan", folder))
    for key in ("needles", "seeds", "metrics", "goals", "verdict", "access", "status", "reasons", "request"):
        assert new[key] == old[key], key
    assert new["edited_by_hand"] == [] and old["edited_by_hand"] == []
    assert new["parent"] == {
        "plan_uid": old["dicom"]["RTPLAN.dcm"],
        "sha256": before["plan.json"],
        "folder": "plan",
    }
    assert new["dicom"]["RTPLAN.dcm"] != old["dicom"]["RTPLAN.dcm"]
    assert sums(home / "plan") == before and check_plan_folder(folder) == ()
    # The child is a plan folder like any other, and can be judged again itself.
    assert evaluate_folder(folder).plan.status == result.plan.status


def move_tip(rows):
    rows[0]["tip_y_mm"] = f"{float(rows[0]['tip_y_mm']) - 3.0:.2f}"


def move_seed(rows):
    rows[1]["seed_distances_from_tip_mm"] = "3.0;13.0;25.0"


def drop_seed(rows):
    rows[1]["seed_distances_from_tip_mm"], rows[1]["seeds"] = "3.0;13.0", "2"


def add_seed(rows):
    rows[1]["seed_distances_from_tip_mm"], rows[1]["seeds"] = "3.0;13.0;23.0;33.0", ""


def drop_needle(rows):
    return rows[1:]


def empty_needle(rows):
    rows[2]["seed_distances_from_tip_mm"], rows[2]["seeds"] = "", "0"


def add_needle(rows):
    new = dict.fromkeys(rows[0], "") | {"needle": "9", "seed_distances_from_tip_mm": "3;13"}
    for end, y in (("entry", -70.0), ("tip", 1.0)):
        new |= {f"{end}_x_mm": "5", f"{end}_y_mm": f"{y}", f"{end}_z_mm": "-300"}
    return [*rows, new]


@pytest.mark.parametrize(
    ("change", "said", "seeds"),
    [
        (move_tip, ["needle 1: tip moved 3.0 mm"], 12),
        (move_seed, ["needle 2: seed 6 moved 2.0 mm further out"], 12),
        (drop_seed, ["needle 2: seed 6 removed"], 11),
        (add_seed, ["needle 2: seed 13 added 33.0 mm from the tip"], 13),
        (drop_needle, ["needle 1 removed"], 9),
        (empty_needle, ["needle 3 removed: no seed is left on it"], 9),
        (add_needle, ["needle 9 added, 2 seeds"], 14),
        (lambda rows: rows[::-1], [], 12),
    ],
)
def test_a_changed_needle_table(home, table, change, said, seeds):
    result = evaluate_folder(home / "plan", needles=table("needles.csv", change))
    assert list(result.plan.edited_by_hand) == said
    assert len(result.plan.seeds) == seeds
    same = {s.id: s for s in result.plan.seeds}
    kept = json.loads((home / "plan" / "plan.json").read_text())["seeds"]
    for seed in kept:
        if seed["needle"] == 4 and change is not drop_needle:
            assert same[seed["id"]].position_mm.tolist() == seed["position_mm"]


def test_seeds_move_with_their_needle(home, table):
    result = evaluate_folder(home / "plan", needles=table("needles.csv", move_tip))
    needle = result.plan.needles[0]
    assert needle.length_mm == pytest.approx(70.809036 - 3.0, abs=0.01)
    for seed, distance in zip(result.plan.seeds_on(1), (3.0, 13.0, 23.0), strict=True):
        assert (needle.tip_mm - seed.position_mm) @ needle.direction == pytest.approx(distance, abs=1e-6)


def change_depth(rows):
    rows[0]["insertion_depth_mm"] = "75.0"


def change_angle(rows):
    rows[3]["axial_angle_deg"] = "20.0"


def change_count(rows):
    rows[0]["seeds"] = "4"


def twice(rows):
    rows[1]["needle"] = "1"


def elsewhere(rows):
    rows[0]["target"] = "Liver"


def no_number(rows):
    rows[0]["tip_x_mm"] = "1,5"


def overlap(rows):
    rows[0]["seed_distances_from_tip_mm"] = "3.0;6.0;23.0"


def nothing(rows):
    for row in rows:
        row["seed_distances_from_tip_mm"], row["seeds"] = "", "0"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (change_depth, "edited-needles.csv:2: needle 1: insertion_depth_mm is 75, .* it is 70.8"),
        (change_angle, "edited-needles.csv:5: needle 4: axial_angle_deg is 20"),
        (change_count, "needle 1: seeds is 4, by its entry, tip and seeds it is 3"),
        (twice, "needle 1 comes twice"),
        (elsewhere, "needle 1 serves 'Liver'"),
        (no_number, "tip_x_mm is '1,5'"),
        (overlap, "seed 1 and seed 2 lie within each other, centres 3.0 mm apart"),
        (nothing, "no seed is left"),
    ],
)
def test_a_needle_table_that_cannot_be(home, table, change, said):
    with pytest.raises(BadInput, match=said):
        evaluate_folder(home / "plan", needles=table("needles.csv", change))


def shift(seed, axis, by):
    seed[f"{axis}_mm"] = f"{float(seed[f'{axis}_mm']) + by:.6f}"


def deeper(rows):
    shift(rows[3], "y", 1.0)


def stronger(rows):
    rows[0]["strength_u"] = "0.8"


def gone(rows):
    return rows[:6] + rows[9:]


def beside(rows):
    shift(rows[0], "x", 0.4)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (deeper, ["needle 2: seed 4 moved 1.0 mm"]),
        (stronger, ["needle 1: seed 1 has 0.800 U, before 0.762 U"]),
        (
            gone,
            [*(f"needle 3: seed {n} removed" for n in (7, 8, 9)), "needle 3 removed: no seed is left on it"],
        ),
        (beside, ["needle 1: seed 1 moved 0.4 mm"]),
    ],
)
def test_a_changed_seed_table(home, table, change, said):
    result = evaluate_folder(home / "plan", seeds=table("seeds.csv", change))
    assert list(result.plan.edited_by_hand) == said


def off(rows):
    shift(rows[0], "x", 2.0)


def beyond(rows):
    shift(rows[0], "y", 5.0)


def across(rows):
    rows[0] |= {"ux": "1", "uy": "0", "uz": "0"}


def onto(rows):
    shift(rows[1], "y", 7.0)


def unknown(rows):
    rows[0]["needle"] = "7"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (off, "seed 1 lies 2.0 mm beside the axis of needle 1"),
        (beyond, "seed 1 lies 2.0 mm beyond the tip of needle 1"),
        (across, "seed 1 lies 90 degrees across needle 1"),
        (onto, "seed 1 and seed 2 lie within each other"),
        (unknown, "seed 1 is on needle 7"),
    ],
)
def test_seeds_that_cannot_be(home, table, change, said):
    with pytest.raises(BadInput, match=said):
        evaluate_folder(home / "plan", seeds=table("seeds.csv", change))


def near(rows):
    shift(rows[0], "y", -2.0)


def far(rows):
    shift(rows[2], "y", -12.0)


def outside_body(rows):
    shift(rows[2], "y", -53.0)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (near, "rule not kept: seeds 1 and 2 are 8.0 mm apart, 10 mm needed"),
        (near, "rule not kept: needle 1: seeds 1 and 2 are 8.0 mm apart, 10 to 15 mm allowed"),
        (far, "rule not kept: seed 3 lies .* mm outside the target"),
        (beside, "rule not kept: seed 1 lies 0.4 mm beside the axis of needle 1; taken as given"),
        (outside_body, "rule not kept: seed 3 lies outside the body, before the entry of needle 1"),
        (
            lambda rows: shift(rows[0], "y", 0.5),
            "needle 1: seed 1 is 2.5 mm from the tip, the nearest allowed",
        ),
        (
            lambda rows: shift(rows[2], "y", -0.5),
            "seed 3 is 23.5 mm from the tip, positions go in steps of 1 mm",
        ),
    ],
)
def test_a_broken_rule_is_said_and_not_refused(home, table, change, said):
    plan = evaluate_folder(home / "plan", seeds=table("seeds.csv", change)).plan
    import re

    assert any(re.search(said, warning) for warning in plan.warnings), plan.warnings


def through_cord(rows):
    for end in ("entry", "tip"):
        rows[1][f"{end}_x_mm"] = "30"
    rows[1] |= {"entry_y_mm": "-66.6", "tip_y_mm": "8"}


def close_needles(rows):
    rows[1] |= {"entry_x_mm": "3", "tip_x_mm": "3"}


def test_a_needle_that_its_path_forbids_makes_the_plan_not_met(home, table):
    plan = evaluate_folder(home / "plan", needles=table("needles.csv", through_cord)).plan
    assert plan.status == "not-met"
    assert any("needle 2: 0.0 mm from Cord" in str(r) for r in plan.reasons)
    assert "needle 2: 0.0 mm from Cord" in plan.verdict.access


def test_needles_too_near_each_other_are_said(home, table):
    plan = evaluate_folder(home / "plan", needles=table("needles.csv", close_needles)).plan
    said = "rule not kept: needles 1 and 2 are 4.0 mm apart in the target, 10 mm needed"
    assert said in plan.warnings
    assert "rule not kept: needles 1 and 2 enter 4.0 mm apart, 5 mm needed" in plan.warnings


def test_a_limit_of_the_plan_is_judged_again(home, table):
    result = evaluate_folder(home / "plan", needles=table("needles.csv", drop_needle))
    assert result.plan.status == "not-met" and not result.plan.verdict.dose_met
    assert [g.limit.roi for g in result.evaluation.goals] == ["Cord", "GTV"]


def test_the_command_and_its_words(home, table, tmp_path, monkeypatch, capsys):
    edited = table("needles.csv", move_tip)
    code, out, err = run(
        monkeypatch, capsys, "evaluate", home / "plan", "--needles", edited, "--out", tmp_path / "out"
    )
    assert code in (0, 3), err
    said = "Changed by hand: needle 1: tip moved 3.0 mm."
    assert said in out
    folder = tmp_path / "out"
    assert said in str(dcmread(folder / "RTPLAN.dcm").RTPlanDescription)
    page = (folder / "report.html").read_text()
    # On top, above the sheet and the skin map, and at the needle itself.
    assert page.count("needle 1: tip moved 3.0 mm") == 4 and said in page
    checks = json.loads((folder / "plan.json").read_text())["checks"]
    assert checks["read_back"]["seeds"] == len(read_plan_json(folder).seeds)
    assert checks["hand"][0]["ok"] and {b["what"] for b in checks["plausibility"]} >= {"Dose-rate constant"}
    sheet = read_needles_csv(folder / "needles.csv")
    assert len(sheet) == 4 and "tip moved 3.0 mm" in (folder / "needles.csv").read_text()
    document = json.loads((folder / "plan.json").read_text())
    assert document["edited_by_hand"] == ["needle 1: tip moved 3.0 mm"]
    # What was changed before stays said.
    code, out, err = run(
        monkeypatch, capsys, "evaluate", folder, "--out", tmp_path / "again", "--no-report", "--json"
    )
    assert json.loads(out)["edited_by_hand"] == ["needle 1: tip moved 3.0 mm"]
    assert json.loads(out)["parent"]["folder"] == "out"


def test_the_plan_itself_is_never_written_to(home, tmp_path, monkeypatch, capsys):
    before = sums(home / "plan")
    for out in (home / "plan", home / "plan" / "below"):
        with pytest.raises(OutputRefused, match="never changed"):
            refuse_within(out, home / "plan")
        code, _, err = run(monkeypatch, capsys, "evaluate", home / "plan", "--overwrite", "--out", out)
        assert code == 4 and "never changed" in err
    assert sums(home / "plan") == before
    both = ["--needles", "a", "--seeds", "b"]
    code, _, err = run(monkeypatch, capsys, "evaluate", home / "plan", *both, "--out", tmp_path / "x")
    assert code == 2 and "one table at a time" in err


def test_what_is_no_plan_folder(tmp_path):
    with pytest.raises(BadInput, match="is no plan folder"):
        evaluate_folder(tmp_path)


def test_a_plan_that_does_not_say_its_request(home, tmp_path):
    anonymous = write_hand_plan(home, out="anonymous", anonymise=True)
    with pytest.raises(BadInput, match="does not say what was asked for"):
        evaluate_folder(anonymous)


def test_inputs_that_were_moved(home, tmp_path):
    copy = tmp_path / "moved"
    shutil.copytree(home, copy)
    text = (home / "plan" / "plan.json").read_text()
    gone = tmp_path / "elsewhere"
    shutil.move(home / "ct", gone)
    try:
        with pytest.raises(BadInput, match=r"(?s)ct is not there.*--ct DIR"):
            evaluate_folder(copy / "plan")
        result = evaluate_folder(copy / "plan", ct=gone, structures=[home / "rs.dcm"])
        assert result.plan.status == json.loads(text)["status"]
    finally:
        shutil.move(gone, home / "ct")


def test_inputs_that_are_others(home, tmp_path):
    other = tmp_path / "rs.dcm"
    data = dcmread(home / "rs.dcm")
    data.StructureSetLabel = "another"
    data.save_as(other)
    with pytest.raises(BadInput, match="1 file of scan and contours differ"):
        evaluate_folder(home / "plan", structures=[other])
    data.SOPInstanceUID = data.file_meta.MediaStorageSOPInstanceUID = "1.2.3"
    data.save_as(other)
    with pytest.raises(BadInput, match="the structure set is not the one the plan was made on"):
        evaluate_folder(home / "plan", structures=[other])


def test_seeds_there_already_and_dates_are_those_of_the_plan(home, tmp_path):
    there = tmp_path / "there.csv"
    there.write_text(f"seed,needle,x_mm,y_mm,z_mm,ux,uy,uz,strength_u\n1,1,5,-12,-285,0,1,0,{STRENGTH_U}\n")
    request = hand_request(
        existing_seeds=str(there),
        existing_implanted="2026-01-05T08:00",
        implant_datetime="2026-02-05T08:00",
        calibration_datetime="2026-02-01T08:00",
    )
    plan = write_hand_plan(home, request, out="topped-up")
    there.unlink()
    result = evaluate_folder(plan)
    assert len(result.existing) == 1 and result.earlier.implanted.isoformat() == "2026-01-05T08:00:00"
    old = json.loads((plan / "plan.json").read_text())
    folder = write_plan(result, tmp_path / "again", report=False).folder
    new = json.loads((folder / "plan.json").read_text())
    for key in ("metrics", "existing", "strength", "warnings", "seeds"):
        assert new[key] == old[key], key
