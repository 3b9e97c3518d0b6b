"""From the page to a plan that leaves it: planned again, checked, compared, signed, exported."""

import csv
import json
import re
import shutil

import numpy as np
import pytest
from interop import run
from page_texts import texts_of
from pydicom import dcmread
from selenium.webdriver import Keys
from typer.testing import CliRunner
from workstation_page import Page, Server, need_browser, until

from tps.cli.app import app

# On a needle that no test locks.
SEED = 8
AUTHOR, REVIEWER = "A. Physicist", "B. Reviewer"


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """A page on a plan of its own: what these tests do stays in it."""
    from hand_plans import write_hand_plan

    need_browser()
    folder = tmp_path_factory.mktemp("finish")
    plan = write_hand_plan(folder)
    server = Server(plan, log=folder / "view.log")
    page = Page(server.address, folder / "profile")
    page.folder = plan
    yield page
    page.close()
    server.stop()


def press(page, label):
    """The button with a label, in the bar or in the dialog."""
    script = """
      const all = [...(document.querySelector('dialog') ?? document).querySelectorAll('button')];
      const found = all.find(b => b.textContent === arguments[0] && !b.disabled && b.getClientRects().length);
      if (found) found.click();
      return Boolean(found);
    """
    until(lambda: page.js(script, label), f"button {label}")


def chips(page):
    return page.texts(".chip")


def test_planning_around_a_locked_needle_leaves_it_and_undo_comes_back(desk):
    before = desk.fetched("/api/state")["plan"]
    locked = next(n for n in before["needles"] if n["id"] == 2)
    desk.click('[data-needle-row="2"] .lock')
    until(lambda: desk.attribute('[data-needle-row="2"] .lock', "aria-pressed") == "true", "locked needle")
    desk.click("#tab-steer")
    until(lambda: "2" in desk.text("#panel-steer .hint"), "word on what is locked")
    until(lambda: desk.css("[data-field='prescription.dose_gy']"), "form of the request")
    assert float(desk.value("[data-field='prescription.dose_gy'] input")) == before["prescription"]["dose_gy"]
    press_in(desk, "#panel-steer", "Plan")
    until(lambda: desk.js("return !document.querySelector('#panel-steer progress').hidden"), "progress")
    until(lambda: not any("planning" in c for c in chips(desk)), "end of planning", 300)
    after = desk.fetched("/api/state")["plan"]
    kept = next(n for n in after["needles"] if n["id"] == 2)
    assert (kept["entry_mm"], kept["tip_mm"]) == (locked["entry_mm"], locked["tip_mm"])
    assert [n["tip_mm"] for n in after["needles"]] != [n["tip_mm"] for n in before["needles"]]
    desk.focus("[data-pane=axial]")
    desk.keys("z", held=Keys.CONTROL)
    until(lambda: places(desk.fetched("/api/state")["plan"]) == places(before), "plan before")


def places(plan):
    return [(n["id"], n["entry_mm"], n["tip_mm"]) for n in plan["needles"]]


def press_in(page, box, label):
    script = """
      const all = [...document.querySelectorAll(arguments[0] + ' button')];
      const b = all.find(b => b.textContent === arguments[1]);
      if (b.disabled) return false;
      b.click();
      return true;
    """
    until(lambda: page.js(script, box, label), label)


def test_planning_is_cancelled_and_leaves_the_plan(desk):
    before = places(desk.fetched("/api/state")["plan"])
    desk.click("#tab-steer")
    until(lambda: desk.css("[data-field='prescription.dose_gy']"), "form of the request")
    press_in(desk, "#panel-steer", "Plan")
    until(lambda: any("planning" in c for c in chips(desk)), "planning")
    press_in(desk, "#panel-steer", "Cancel")
    until(lambda: not any("planning" in c for c in chips(desk)), "end of planning", 120)
    assert places(desk.fetched("/api/state")["plan"]) == before


def test_a_request_that_cannot_be_is_refused_in_words(desk):
    desk.click("#tab-steer")
    until(lambda: desk.css("[data-field='prescription.dose_gy']"), "form of the request")
    desk.type_over("[data-field='prescription.dose_gy'] input", "5000")
    press_in(desk, "#panel-steer", "Plan")
    until(lambda: "5000" in desk.text("#panel-steer .stage"), "reason in words", 120)
    until(lambda: not any("planning" in c for c in chips(desk)), "end of planning")
    desk.open()


@pytest.fixture(scope="module")
def exported(desk):
    """The folder of an edited plan that two people signed; what the page said on the way."""
    desk.open()
    said = {}
    desk.click("#tab-seeds")
    depth = float(desk.value(f'[data-seed-row="{SEED}"] input'))
    desk.type_over(f'[data-seed-row="{SEED}"] input', str(depth - 4))
    until(lambda: any("not re-checked" in c for c in chips(desk)), "word on the edit")
    desk.at_rest()
    press(desk, "Export")
    said["unchecked"] = until(lambda: desk.text("#message"), "refusal")
    press(desk, "Check")
    press(desk, "Check")
    said["no author"] = until(lambda: desk.text("#message"), "word on the author")
    desk.type_over("#check-author", AUTHOR)
    press(desk, "Check")
    until(lambda: not desk.css("dialog"), "finished check", 240)
    until(lambda: "checked" in chips(desk), "checked plan")
    for who, role in ((AUTHOR, "prepared"), (REVIEWER, "reviewed")):
        press(desk, "Sign")
        until(lambda: desk.css("#sign-name"), "page to sign")
        said[role] = desk.text("dialog")
        desk.js("document.querySelector('#sign-role').value = arguments[0]", role)
        desk.type_over("#sign-name", who)
        press(desk, "Sign")
        until(lambda: not desk.css("dialog"), "signature")
    said["chips"] = until(lambda: chips(desk) if "APPROVED" in chips(desk) else None, "approved plan")
    said["table"] = {
        int(row): desk.text(f'[data-seed-row="{row}"] .position')
        for (row,) in desk.attributes("[data-seed-row]", "data-seed-row")
    }
    said["d90"] = dict(
        zip(desk.texts("[data-roi=GTV] dt"), desk.texts("[data-roi=GTV] dd .value"), strict=True)
    )["D90"]
    first = {p.name: p.read_bytes() for p in desk.folder.iterdir()}
    press(desk, "Export")
    until(lambda: desk.css("#export-name"), "page to export")
    said["export"] = desk.text("dialog")
    desk.type_over("#export-name", "edited")
    if desk.css("#export-sure"):
        press(desk, "Export")
        said["not sure"] = desk.text("#message")
        desk.click("#export-sure")
    press(desk, "Export")
    until(lambda: "Exported" in desk.text("dialog h2"), "export", 240)
    desk.keys(Keys.ESCAPE)
    assert {p.name: p.read_bytes() for p in desk.folder.iterdir()} == first
    return desk.folder.parent / "edited", said


def test_an_edited_plan_is_checked_signed_twice_and_marked_on_the_way(exported):
    _, said = exported
    assert "Check the plan first" in said["unchecked"]
    assert "author" in said["no author"]
    for word in (
        "Version",
        "Level of the source data",
        "Prescription",
        "Strength",
        "Second check",
        "Warnings",
    ):
        assert word in said["prepared"], word
    assert AUTHOR in said["reviewed"]
    assert f"seed {SEED} moved" in said["export"]


def test_a_broken_rule_is_asked_for_before_the_export(exported):
    _, said = exported
    assert "Rules are broken" in said["not sure"]


def test_the_exported_plan_is_that_of_the_screen(exported):
    folder, said = exported
    plan = json.loads((folder / "plan.json").read_text())
    with (folder / "seeds.csv").open(encoding="utf-8-sig") as file:
        rows = {int(r["seed"]): [float(r[f"{a}_mm"]) for a in "xyz"] for r in csv.DictReader(file)}
    assert set(rows) == set(said["table"])
    for seed, text in said["table"].items():
        # One digit is shown.
        assert [float(v) for v in text.split(",")] == pytest.approx(rows[seed], abs=0.051)
    assert float(said["d90"].split()[0]) == pytest.approx(plan["metrics"]["GTV"]["d90_gy"], abs=0.051)
    assert plan["parent"] and plan["edited_by_hand"]


def test_terminal_and_report_say_the_figures_of_the_screen(exported):
    folder, said = exported
    words = ["evaluate", str(folder), "--no-report", "--out", str(folder.parent / "again")]
    done = CliRunner().invoke(app, words)
    d90 = float(said["d90"].split()[0])
    printed = re.search(r"D90\s+([\d.]+) Gy", done.output)
    assert float(printed[1]) == pytest.approx(d90, abs=0.051)
    report = " ".join(texts_of((folder / "report.html").read_text(encoding="utf-8")))
    assert re.search(rf"D90\W+{d90:.1f}\W*Gy", report), "D90 with its unit"
    plan = json.loads((folder / "plan.json").read_text())
    assert plan["plan"]["version"] in report and plan["plan"]["number"] in report
    for words in ("Changed by hand", f"seed {SEED} moved", "not a medical device"):
        assert words in report


def test_the_dicom_of_the_export_is_read_by_others_and_has_the_seeds_of_the_screen(desk, exported):
    folder, _ = exported
    plan = dcmread(folder / "RTPLAN.dcm")
    found = np.array(
        [
            point.ControlPoint3DPosition
            for setup in plan.ApplicationSetupSequence
            for channel in setup.ChannelSequence
            for point in channel.BrachyControlPointSequence
        ],
        float,
    )
    wanted = np.array([s["position_mm"] for s in json.loads((folder / "plan.json").read_text())["seeds"]])
    away = np.linalg.norm(found[:, None] - wanted[None], axis=2)
    assert away.min(axis=0).max() < 0.01
    for name in ("RTPLAN.dcm", "RTDOSE.dcm", "RTSTRUCT.dcm"):
        if shutil.which("dciodvfy"):
            assert "Error" not in run("dciodvfy", folder / name)


def test_both_signatures_are_in_plan_json_and_in_the_dicom_plan(exported):
    folder, _ = exported
    approval = json.dumps(json.loads((folder / "plan.json").read_text())["approval"])
    assert AUTHOR in approval and REVIEWER in approval
    dicom = dcmread(folder / "RTPLAN.dcm")
    assert dicom.ApprovalStatus == "APPROVED"
    assert REVIEWER in str(dicom.ReviewerName).replace("^", " ")
    report = (folder / "report.html").read_text(encoding="utf-8")
    assert AUTHOR in report and REVIEWER in report


def test_a_change_after_the_signature_is_said_wherever_figures_are(desk, exported):
    desk.focus("[data-pane=axial]")
    revision, done = desk.revision(), len(desk.fetched("/api/state")["plan"]["edits"])
    desk.keys("z", held=Keys.CONTROL)
    until(lambda: desk.revision() != revision, "undone edit")
    until(lambda: "APPROVED" not in chips(desk), "no approval")
    desk.keys("z", held=Keys.CONTROL + Keys.SHIFT)
    until(lambda: len(desk.fetched("/api/state")["plan"]["edits"]) == done, "redone edit")


def test_two_versions_stand_side_by_side_with_their_differences(desk, exported):
    folder, _ = exported
    desk.click("#tab-compare")
    press_in(desk, "#panel-compare", "Compare")
    cell = '[data-compared="GTV/d90_gy"]'
    until(lambda: desk.css(cell), "row of D90")
    script = "return [...document.querySelectorAll(arguments[0])].map(e => Number.parseFloat(e.textContent))"
    values = desk.js(script, f"{cell} td")
    # Each is shown with one digit.
    assert values[2] == pytest.approx(values[0] - values[1], abs=0.11)
    original = json.loads((desk.folder / "plan.json").read_text())["metrics"]["GTV"]["d90_gy"]
    assert values[1] == pytest.approx(original, rel=0.01)
    desk.go(
        np.mean([s["position_mm"] for s in json.loads((folder / "plan.json").read_text())["seeds"]], axis=0)
    )
    until(lambda: desk.css("[data-pane=axial] .other path"), "isodoses of the other plan")
    own = desk.attributes("[data-pane=axial] .isodoses path", "stroke-dasharray")
    other = desk.attributes("[data-pane=axial] .other path", "stroke-dasharray")
    assert {d for (d,) in own} == {"none"} and all(re.match(r"\d", d) for (d,) in other)
