"""From a plan through an implant with errors to its top-up, by the README's commands, against the truth."""

import csv
import io
import json
import re

import numpy as np
import pytest
from page_texts import english_in, texts_of
from typer.testing import CliRunner

from phantoms import catalogue
from tps.access.kept_needles import segments_apart
from tps.cli.app import app
from tps.cli.screen import speak
from tps.dicom.case import read_case
from tps.dose.second_check import recompute_gy
from tps.evaluate import Dvh
from tps.export.plan_json import read_plan_json
from tps.geometry.solid import build_solid
from tps.model import Seed
from tps.sources.library import load_source

pytestmark = pytest.mark.patient

SOURCE = load_source("i125_6711")
PLANNED_FOR, TOPPED_UP = "2026-03-01T09:30", "2026-04-15T10:00"
HALF_SEED_MM, CLEAR_MM = 2.25, 3.0

# The nodule reaches from 137 to 165 mm; images are registered on 35 mm about it.
SCANNED_MM = (102, 200)


def run(*arguments, exit_code=0):
    shown = CliRunner().invoke(app, [str(a) for a in arguments])
    assert shown.exit_code == exit_code, shown.output
    return shown


@pytest.fixture(scope="module")
def short_scans():
    """Scans of what is looked at, not of the whole chest."""
    whole = catalogue._scene
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            catalogue, "_scene", lambda name, title, what, _, **k: whole(name, title, what, SCANNED_MM, **k)
        )
        yield


@pytest.fixture(scope="module")
def clinic(tmp_path_factory, short_scans):
    """A nodule planned, implanted without its three uppermost seeds, verified."""
    folder = tmp_path_factory.mktemp("clinic")
    patient, plan, post = folder / "patient", folder / "plan", folder / "post"
    run("phantom", "lung_nodule", "--out", patient)
    words = ["--structures", patient / "rtstruct.dcm", "--target", "Target", "--implant-date", PLANNED_FOR]
    run("plan", patient / "ct", *words, "--no-report", "--out", plan)
    run(
        "phantom",
        "lung_nodule",
        "--post",
        "--implant",
        plan / "seeds.csv",
        "--missing",
        3,
        "--out",
        post,
    )
    shown = run("verify", plan, post / "ct", "--out", folder / "verified")
    return folder, shown


def truth_of(folder):
    """Seeds, target samples and their dose as the phantom's truth has them, by the separate calculation."""
    truth = json.loads((folder / "post" / "truth.json").read_text())
    strength = read_plan_json(folder / "plan").seeds[0].strength_u
    seeds = [
        Seed(n, 1, s["position_mm"], np.array(s["direction"]) / np.linalg.norm(s["direction"]), strength)
        for n, s in enumerate(truth["seeds"], start=1)
    ]
    case = read_case(folder / "post" / "ct", folder / "post" / "rtstruct.dcm")
    solid = build_solid(case.structure("Target"), case.ct.grid)
    points, volumes = solid.scattered(0.8)
    return truth, points, volumes, recompute_gy(SOURCE, seeds, points)


def verification(folder, name="verified"):
    return json.loads((folder / name / "plan.json").read_text())["verification"]


def test_the_delivered_dose_is_that_of_the_true_seeds(clinic):
    folder, _ = clinic
    _, _, volumes, dose = truth_of(folder)
    told = verification(folder)["metrics"]["Target"]["d90_gy"]
    # At 2.5 mm the goal is 1.5 % for the same contour; this one was carried over (0.3 mm of registration).
    assert told["delivered"] == pytest.approx(Dvh.of(dose, volumes).d_at_fraction(0.9), rel=0.03)
    assert told["difference"] < -20 and told["localisation"][0] < told["delivered"] < told["localisation"][1]


def test_the_report_tells_the_true_cold_place(clinic):
    folder, shown = clinic
    _, points, volumes, dose = truth_of(folder)
    missing = np.maximum(120.0 - dose, 0.0) * volumes
    (part,) = verification(folder)["underdosed"]
    true_cc = volumes[dose < 120.0].sum() / 1000
    assert part["volume_cc"] == pytest.approx(true_cc, rel=0.1)
    # Half a slice.
    assert np.linalg.norm(np.array(part["centroid_mm"]) - missing @ points / missing.sum()) < 1.25
    page = (folder / "verified" / "report.html").read_text()
    said = re.search(r"lies about \(([^)]*)\)", page)
    place = [float(v) for v in said[1].split(",")]
    np.testing.assert_allclose(place, part["pieces"][0]["centroid_mm"], atol=0.06)  # one decimal
    assert "get less than 120 Gy" in shown.output and "synthetic seeds only" in shown.output


def test_counts_and_places_add_up(clinic):
    folder, _ = clinic
    truth, *_ = truth_of(folder)
    told = verification(folder)
    assert told["found"] == len(truth["seeds"])
    assert told["matched"] + len(told["lost"]) == told["planned"]
    assert told["matched"] + len(told["extra"]) + len(told["migrated"]) == told["found"]
    assert told["registration"]["correlation"] > 0.9
    # Images and seeds agree; where nearly all seeds slid against others, seeds are not asked.
    places = np.array([s["position_mm"] for s in truth["seeds"]])
    apart = np.linalg.norm(places[:, None] - places[None], axis=2) + 99 * np.eye(len(places))
    alone = int((apart.min(axis=1) > 6.5).sum())
    assert not any("disagree" in note for note in told["notes"])
    assert alone >= 3 or told["registration"]["seeds_apart_mm"] is None
    shift = np.array(told["registration"]["shift_mm"])
    move = truth["move"]
    centre = np.mean([s["planned_mm"] for s in truth["seeds"]], axis=0)
    there = np.array(told["registration"]["matrix"]) @ centre + shift
    assert np.linalg.norm(there - np.array(move["matrix"]) @ centre - move["shift_mm"]) < 0.8


def test_the_folder_is_a_plan_folder_of_what_was_delivered(clinic):
    folder, _ = clinic
    verified = folder / "verified"
    names = {p.name for p in verified.iterdir()}
    assert {
        "plan.json",
        "RTPLAN.dcm",
        "RTDOSE.dcm",
        "RTSTRUCT.dcm",
        "seeds.csv",
        "found.csv",
        "report.html",
    } <= names
    assert not {"needles.csv", "order.csv"} & names  # nothing is to be done any more
    file = read_plan_json(verified)
    assert file.parent.folder == "plan" and file.checks.read_back.seeds == len(file.seeds)
    table = folder / "recomputed.csv"
    run("recompute", verified, "--out", table, "--no-summary", "--workers", 1)
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8-sig"))))
    (row,) = [r for r in rows if r["roi"] == "Target"]
    assert float(row["d90_gy"]) == pytest.approx(file.metrics["Target"]["d90_gy"], rel=5e-3)


@pytest.fixture(scope="module")
def corrected(clinic):
    """The same without two of the seeds found, told in Chinese."""
    folder, _ = clinic
    lines = (folder / "verified" / "found.csv").read_text(encoding="utf-8-sig").splitlines()
    (folder / "mine.csv").write_text("\n".join(lines[:-2]) + "\n")
    words = ["--seeds", folder / "mine.csv", "--lang", "zh", "--out", folder / "corrected"]
    shown = run("verify", folder / "plan", folder / "post" / "ct", *words)
    speak("en")
    return folder, shown


def test_a_corrected_table_changes_every_number_and_is_recorded(corrected):
    folder, shown = corrected
    before, after = verification(folder), verification(folder, "corrected")
    assert after["found"] == before["found"] - 2 and len(after["changed_by_hand"]) == 2
    assert all("taken out" in text for text in after["changed_by_hand"]) and "手工：" in shown.output
    assert (
        after["metrics"]["Target"]["d90_gy"]["delivered"] < before["metrics"]["Target"]["d90_gy"]["delivered"]
    )
    assert read_plan_json(folder / "corrected").edited_by_hand == after["changed_by_hand"]


@pytest.fixture(scope="module")
def topped_up(clinic):
    """The same patient planned a second time over the seeds that are there."""
    folder, _ = clinic
    verified, out = folder / "verified", folder / "topup"
    words = ["--structures", verified / "RTSTRUCT.dcm", "--target", "Target", "--existing", verified]
    run("plan", folder / "post" / "ct", *words, "--implant-date", TOPPED_UP, "--no-report", "--out", out)
    return folder


def test_the_top_up_reaches_the_prescription_and_keeps_from_old_seeds(topped_up):
    folder = topped_up
    file = read_plan_json(folder / "topup")
    plan, old = file.plan(), file.existing_seeds()
    assert (
        file.metrics["Target"]["minimum_peripheral_dose_gy"] >= 120.0
        and len(old) == verification(folder)["found"]
    )
    days = 45 + 0.5 / 24
    assert file.existing.given_fraction == pytest.approx(1 - 2 ** (-days / 59.4), rel=1e-4)
    rows = file.model_extra["contributions"]["Target"]
    assert sum(r["coldest_gy"] for r in rows) == pytest.approx(
        file.metrics["Target"]["minimum_peripheral_dose_gy"], rel=1e-4
    )
    entry, tip = (np.array([getattr(n, end) for n in plan.needles]) for end in ("entry_mm", "tip_mm"))
    for seed in old:
        half = HALF_SEED_MM * seed.direction
        apart = segments_apart(entry, tip, seed.position_mm - half, seed.position_mm + half)
        assert apart.min() >= CLEAR_MM - 0.01


@pytest.fixture(scope="module")
def twice(topped_up):
    """The second implant made, with errors of its own, scanned and verified: two implants in one CT."""
    folder = topped_up
    words = ["--after", folder / "post", "--implant", folder / "topup" / "seeds.csv", "--seed", 5]
    run("phantom", "lung_nodule", "--post", *words, "--out", folder / "post2")
    run("verify", folder / "topup", folder / "post2" / "ct", "--no-report", "--out", folder / "verified2")
    truth = json.loads((folder / "post2" / "truth.json").read_text())
    return folder, truth, read_plan_json(folder / "verified2")


def nearest(place, truth):
    away = [np.linalg.norm(np.array(s["position_mm"]) - place) for s in truth["seeds"]]
    return truth["seeds"][int(np.argmin(away))]


def test_after_a_top_up_old_seeds_are_known_and_new_ones_are_the_plan_s(twice):
    folder, truth, file = twice
    told = verification(folder, "verified2")
    old = [s for s in truth["seeds"] if s["kind"] == "there"]
    new = [s for s in truth["seeds"] if s["kind"] != "there"]
    assert told["found"] == len(truth["seeds"]) and told["planned"] == len(new) + len(truth["lost"])
    assert len(file.existing.seeds) == len(old) and len(file.seeds) == len(new)
    assert {nearest(s.position_mm, truth)["kind"] for s in file.existing.seeds} == {"there"}
    assert "there" not in {nearest(s.position_mm, truth)["kind"] for s in file.seeds}
    # Each keeps the strength of its own day.
    first = read_plan_json(folder / "verified").seeds
    assert {s.strength_u for s in file.existing.seeds} == {s.strength_u for s in first}
    assert file.existing.implanted.startswith(PLANNED_FOR)


def test_after_a_top_up_the_total_dose_is_that_of_all_true_seeds(twice):
    folder, truth, file = twice
    strength = {True: file.existing.seeds[0].strength_u, False: file.seeds[0].strength_u}
    seeds = [
        Seed(n, 1, s["position_mm"], np.array(s["direction"]), strength[s["kind"] == "there"])
        for n, s in enumerate(truth["seeds"], start=1)
    ]
    case = read_case(folder / "post2" / "ct", folder / "post2" / "rtstruct.dcm")
    points, volumes = build_solid(case.structure("Target"), case.ct.grid).scattered(0.8)
    true = Dvh.of(recompute_gy(SOURCE, seeds, points), volumes).d_at_fraction(0.9)
    told = verification(folder, "verified2")["metrics"]["Target"]["d90_gy"]["delivered"]
    assert told == pytest.approx(true, rel=0.03)  # as after the first implant
    shown = run("history", folder / "verified2", "--at", TOPPED_UP, "--json")
    first, second, together = json.loads(shown.stdout)["doses"][:3]
    days = 45 + 0.5 / 24
    assert first["given_fraction"] == pytest.approx(1 - 2 ** (-days / 59.4), rel=1e-4)
    assert second["given_fraction"] == 0.0 and first["seeds"] + second["seeds"] == len(truth["seeds"])
    assert together["d90_gy"] == pytest.approx(told, rel=5e-3)


def test_seeds_found_in_another_scan_are_refused(clinic):
    folder, _ = clinic
    words = [
        "--structures",
        folder / "patient" / "rtstruct.dcm",
        "--target",
        "Target",
        "--out",
        folder / "no",
    ]
    shown = CliRunner().invoke(
        app,
        [str(w) for w in ("plan", folder / "patient" / "ct", "--existing", folder / "verified", *words)],
    )
    assert shown.exit_code != 0 and "found in another scan" in str(shown.exception)
    assert not (folder / "no").exists()


def test_a_scan_without_seeds_is_refused(clinic):
    folder, _ = clinic
    shown = CliRunner().invoke(
        app, ["verify", str(folder / "plan"), str(folder / "patient" / "ct"), "--out", str(folder / "none")]
    )
    assert "no seed was found" in str(shown.exception) and not (folder / "none").exists()


def test_any_rt_plan_with_contours_drawn_anew(clinic):
    """An RT Plan alone: no planning scan, the target drawn on the new one, registered by the seeds."""
    folder, _ = clinic
    alone = folder / "alone"
    alone.mkdir()
    (alone / "RTPLAN.dcm").write_bytes((folder / "plan" / "RTPLAN.dcm").read_bytes())
    words = ["--structures", folder / "post" / "rtstruct.dcm", "--no-report", "--out", folder / "other"]
    run("verify", alone / "RTPLAN.dcm", folder / "post" / "ct", *words)
    told, ours = verification(folder, "other"), verification(folder)
    assert told["contours"] == "drawn on this scan" and told["registration"]["by"] == "seeds"
    assert told["metrics"]["Target"]["d90_gy"]["delivered"] == pytest.approx(
        ours["metrics"]["Target"]["d90_gy"]["delivered"], rel=0.03
    )


def test_a_verification_in_chinese_has_no_english_left(corrected):
    folder, shown = corrected
    page = (folder / "corrected" / "report.html").read_text(encoding="utf-8")
    assert '<html lang="zh-CN">' in page and "实际植入结果" in page
    # A file's name and a command stay as they are.
    assert [t for t in texts_of(page) if english_in(t) and t != "tps verify"] == []
    assert "低于 120 Gy" in shown.output and "配准：" in shown.output and "最小周边剂量" in shown.output
    # What machines read is in English, with the same keys.
    english, chinese = verification(folder), verification(folder, "corrected")
    assert list(chinese) == list(english) and json.dumps(chinese, ensure_ascii=False).isascii()
