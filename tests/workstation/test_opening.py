"""The page before the plan is there: how far its opening is, the scan, and nothing that can be changed."""

import asyncio
import json
import math
import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from functools import partial

import aiohttp
import numpy as np
import pytest
from hand_plans import write_hand_plan
from places import ROOT
from workstation_page import Page, need_browser, until
from workstation_visits import Visit, made_ready, opened_desk, opened_room, visiting

from tps.dicom.case import read_case
from tps.dicom.hearing import Hearing
from tps.errors import BadInput
from tps.pipeline.load import load_case
from tps.pipeline.reevaluate import open_folder
from tps.workstation import launch, plan_basis, surfaces
from tps.workstation import room as room_around_it
from tps.workstation.entrance import Entrance
from tps.workstation.launch import Opening, listening
from tps.workstation.line import ruled_entry
from tps.workstation.once import Once
from tps.workstation.open_plan import desk_of, open_room
from tps.workstation.point import point_entry
from tps.workstation.samples import DoseSamples
from tps.workstation.words import in_language

LOCKED_OUT = [
    "/api/state",
    "/api/dose",
    "/api/contours",
    "/api/point?x=0&y=0&z=0",
    "/api/compare",
    "/api/surfaces",
]
CHANGES = ["/api/edit", "/api/undo", "/api/check", "/api/sign", "/api/export", "/api/plan"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_hand_plan(tmp_path_factory.mktemp("hand"))


@pytest.fixture(scope="module")
def desk(folder):
    return opened_desk(folder)


class Held:
    """A plan that is opened step by step, when the test says so."""

    def __init__(self, room, scan=None, error=None):
        self.room, self.scan, self.error = room, scan, error
        self.go = threading.Event()
        self.entrance = None

    def __call__(self, entrance):
        self.entrance = entrance
        entrance.images(5, 20)
        if self.scan is not None:
            entrance.show(self.scan)
        assert self.go.wait(120)
        if self.error:
            raise self.error
        return self.room


class Served:
    """The server on a thread of its own, from the first moment; ``address`` as it is said."""

    def __init__(self, make, monkeypatch):
        monkeypatch.setattr(launch, "DESERTED_S", 0.2)
        monkeypatch.setattr(launch, "LOOK_EVERY_S", 0.05)
        self.said, self.error = [], None
        self.listener = listening()
        self.thread = threading.Thread(target=self._run, args=(make,), daemon=True)
        self.thread.start()
        until(lambda: self.said, "address")
        self.address = self.said[0].split()[7]

    def _run(self, make):
        try:
            launch.serve(make, self.listener, Opening(False, self.said.append))
        except BadInput as error:
            self.error = error
        finally:
            self.listener.close()


async def asked(address, talk):
    """A client of a server on another thread."""

    class Key:
        port, key = int(address.split(":")[2].partition("/")[0]), address.partition("token=")[2]

    async with aiohttp.ClientSession() as http:
        return await talk(Visit(http, Key))


def test_until_the_plan_is_there_nothing_of_it_is_told_or_changed(desk, monkeypatch):
    held = Held(opened_room(desk), desk.case.ct)
    served = Served(held, monkeypatch)

    async def talk(page):
        before = await page.json("/api/opening?seen=-1")
        assert before["ready"] is False and before["error"] == ""
        while not before["ct"]:
            before = await page.json(f"/api/opening?seen={before['number']}")
        # The scan alone is shown.
        header, values = await page.grid("/api/ct")
        assert header["shape"] == before["ct"]["shape"] and np.array_equal(values, desk.case.ct.values)
        for path in LOCKED_OUT:
            status, _, content = await page.get(path)
            assert (status, json.loads(content)["error"]) == (503, "the plan is still being opened")
        for path in CHANGES:
            status, said = await page.post(path, {"base_revision": desk.revision, "edit": {}})
            assert (status, said["error"]) == (503, "the plan is still being opened")
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await page.connect()
        assert refused.value.status == 503
        held.go.set()
        now = await page.json(f"/api/opening?seen={before['number']}")
        assert now["ready"] and now["ct"] is None and now["number"] > before["number"]
        await page.connect()
        assert (await page.json("/api/state"))["plan"]["revision"] == desk.revision
        await page.line.close()

    asyncio.run(asked(served.address, talk))
    served.thread.join(60)
    assert "ended" in served.said[-1]


def test_what_cannot_be_opened_is_said_on_the_page_and_raised(desk, monkeypatch):
    held = Held(None, desk.case.ct, BadInput("is another scan", where="the CT"))
    served = Served(held, monkeypatch)

    async def talk(page):
        held.go.set()
        news = {"error": "", "number": -1}
        while not news["error"]:
            news = await page.json(f"/api/opening?seen={news['number']}")
        assert "is another scan" in news["error"] and not news["ready"]

    asyncio.run(asked(served.address, talk))
    served.thread.join(60)
    assert served.error is held.error


def test_reading_tells_every_image_and_shows_the_scan_before_the_contours(folder):
    images, scans = [], []
    hearing = Hearing(lambda done, of: images.append((done, of, len(scans))), scans.append)
    read = partial(read_case, hearing=hearing)
    case = load_case(folder.parent / "ct", folder.parent / "rs.dcm", read=read)
    count = case.ct.grid.shape[0]
    done = [d for d, _, _ in images]
    assert done == sorted(done) and done[-1] == count and set(range(1, count + 1)) <= set(done)
    assert {of for _, of, _ in images} == {count} and not any(shown for _, _, shown in images)
    assert scans == [case.ct]


def test_a_plan_that_is_opened_shows_what_its_folder_says_and_makes_nothing_else(folder):
    desk = desk_of(open_folder(folder))
    written = json.loads((folder / "plan.json").read_text())
    plan = desk.entry()
    assert (plan["checked"], plan["preparing"]) == ("stored", "editing")
    assert plan["metrics"] == written["metrics"]
    assert plan["verdict"]["dose"] == written["verdict"]["dose"] and plan["status"] == written["status"]
    assert plan["second_check"] == written["second_check"]
    curve = plan["dvh"]["GTV"]
    rows = [r.split(",") for r in (folder / "dvh.csv").read_text().splitlines() if r.startswith("GTV,")]
    at = {float(r[1]): float(r[3]) for r in rows}
    for dose, fraction in zip(curve["dose_gy"], curve["volume_fraction"], strict=True):
        if dose in at:
            assert fraction == pytest.approx(at[dose], abs=1e-5)
    assert len(set(at) & set(curve["dose_gy"])) > 20
    # Isodoses are the engine's, of the seeds that are shown.
    live = desk.moment.basis.live
    fresh = live.engine.dose_grid(live.grid, desk.moment.arrangement.seeds).values
    assert np.array_equal(desk.doses().on_grid, fresh)
    # Nothing of this asked for what editing needs.
    assert not any(step.done for step in desk.moment.basis.steps)


def test_what_is_shown_first_is_called_the_same_once_everything_is_there(folder):
    desk = desk_of(open_folder(folder))
    early = {s.structure.name: s.entry() for s in desk.moment.basis.shapes}
    made_ready(desk)
    late = {s.structure.name: s.entry() for s in desk.moment.basis.shapes}
    found = {name: late.pop(name) for name in set(late) - set(early)}
    assert early == late and found and {s["kind"] for s in found.values()} == {"derived"}
    assert len({s["key"] for s in (*late.values(), *found.values())}) == len(late) + len(found)


def test_until_the_rules_are_asked_nothing_is_said_to_be_kept(folder):
    desk = desk_of(open_folder(folder))
    targets, organs, rules, regions = desk.moment.basis.steps
    targets()
    organs()
    # Through the cord: against the rules, and nobody knows yet.
    cord = next(s for s in desk.case.structures.values() if s.name == "Cord")
    low, high = cord.bounds_mm()
    edit = {"type": "move-needle", "needle": 1, "tip_mm": ((low + high) / 2).tolist()}
    plan = desk.edit(desk.revision, edit)
    assert plan["preparing"] == "rules" and plan["rules"] == [] and plan["checked"] == "preview"
    assert "Skin" not in plan["metrics"] and "GTV" in plan["metrics"]
    preview = desk.drag(desk.revision, {"type": "move-seed", "seed": 5, "depth_mm": 13.0})
    assert ruled_entry(preview)["asked"] is False
    rules()
    plan = desk.entry()
    assert plan["preparing"] == "" and any("Cord" in text for text in plan["rules"])
    assert ruled_entry(preview)["asked"] is True
    # What is dragged now is looked at on the skin too.
    preview = desk.drag(desk.revision, {"type": "move-seed", "seed": 5, "depth_mm": 13.5})
    assert "Skin" in preview.figures.metrics
    plan = desk.undo()
    assert plan["checked"] == "stored"
    exact = desk.refine()
    assert exact["checked"] == "checked" and not regions.done


def test_a_plan_is_edited_as_soon_as_its_targets_are_bodies(folder):
    desk = desk_of(open_folder(folder))
    targets, organs, *_ = desk.moment.basis.steps
    targets()
    plan = desk.edit(desk.revision, {"type": "move-seed", "seed": 5, "depth_mm": 13.0})
    preview = desk.drag(desk.revision, {"type": "move-seed", "seed": 5, "depth_mm": 13.5})
    early = plan["metrics"]["GTV"]
    assert (plan["preparing"], plan["checked"]) == ("organs", "preview")
    assert set(plan["metrics"]) == set(preview.figures.metrics) == {"GTV"} and not organs.done
    place = desk.case.structures["Cord"].bounds_mm()[0]
    assert point_entry(desk, place)["dose_gy"] > 0 and not organs.done
    organs()
    # What was previewed without them is previewed with them, and nothing else of it changes.
    plan = desk.entry()
    assert (plan["preparing"], plan["metrics"]["GTV"]) == ("rules", early)
    assert "Cord" in plan["metrics"] and "Cord" in plan["dvh"]
    preview = desk.drag(desk.revision, {"type": "move-seed", "seed": 5, "depth_mm": 13.5})
    assert set(preview.figures.metrics) == set(plan["metrics"])
    # All samples are those that are made at once.
    basis = desk.moment.basis
    at_once = DoseSamples.of(basis._regions(), basis.request.protocol.surface_step_mm)
    grown = basis.live.samples()
    assert np.array_equal(grown.points_mm, at_once.points_mm)
    assert [r.name for r in grown.regions] == [r.name for r in at_once.regions]


def test_a_plan_that_lost_its_curves_is_shown_without_them(folder, tmp_path):
    copy = tmp_path / "plan"
    shutil.copytree(folder, copy)
    (copy / "dvh.csv").unlink()
    plan = desk_of(open_folder(copy)).entry()
    assert plan["dvh"] == {} and plan["metrics"]["GTV"]["d90_gy"] > 0


def test_figures_of_a_folder_that_are_not_those_found_now_are_told(folder):
    desk = desk_of(open_folder(folder))
    known = desk.shown(desk.moment)
    desk.refine()
    assert known.notes == () and known.figures.exact
    desk = desk_of(open_folder(folder))
    known = desk.shown(desk.moment)
    stored = known.figures.metrics
    changed = {name: dict(values) for name, values in stored.items()}
    changed["GTV"]["d90_gy"] *= 1.002
    changed["Cord"]["max_gy"] = math.nan
    known.figures = replace(known.figures, metrics=changed)
    said = desk.refine()["warnings"][0]
    assert said.startswith(
        "2 of the folder's figures differ from those that this version finds, first D90 of GTV"
    )
    assert "文件夹" in in_language({"warnings": [said]}, "zh")["warnings"][0]
    assert desk.entry()["metrics"]["GTV"]["d90_gy"] == pytest.approx(stored["GTV"]["d90_gy"], rel=1e-5)
    # It belongs to what was opened, not to what is made of it.
    plan = desk.edit(desk.revision, {"type": "move-seed", "seed": 5, "depth_mm": 13.0})
    assert said not in plan["warnings"]


def test_figures_of_a_folder_without_sums_are_not_shown(folder, tmp_path):
    copy = tmp_path / "plan"
    shutil.copytree(folder, copy)
    document = json.loads((copy / "plan.json").read_text())
    del document["files"]
    (copy / "plan.json").write_text(json.dumps(document))
    desk = desk_of(open_folder(copy))
    plan = desk.entry()
    assert (plan["checked"], plan["metrics"], plan["dvh"]) == ("preview", {}, {})
    assert made_ready(desk).refine()["metrics"]["GTV"]["d90_gy"] > 0


def test_work_that_was_put_back_waits_for_its_figures(folder, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    room = open_room(folder)
    room.desk.edit(room.desk.revision, {"type": "move-seed", "seed": 5, "depth_mm": 13.0})
    room.memory.journal.close()
    room = open_room(folder)
    plan = room.desk.entry()
    assert plan["edits"] and plan["metrics"] == {} and plan["checked"] == "preview"
    assert room.desk.entry(room.desk.history.first)["checked"] == "stored"
    made_ready(room.desk)
    assert room.desk.entry()["metrics"]["GTV"]["d90_gy"] > 0
    room.memory.journal.close()


def test_the_page_is_told_of_each_step(folder):
    desk = desk_of(open_folder(folder))

    async def visit(make):
        page = make()
        welcome = await page.connect()
        room.refine_soon()
        told = []
        while True:
            message = await page.hear("plan", "regions")
            if message["type"] == "regions":
                break
            told.append((message["plan"]["preparing"], message["plan"]["checked"]))
        assert told == [("organs", "stored"), ("rules", "stored"), ("", "stored"), ("", "checked")]
        derived = [s for s in message["structures"] if s["kind"] == "derived"]
        assert len(message["structures"]) == welcome["regions"] + len(derived)
        drawn = await page.json("/api/contours?kind=derived")
        assert set(drawn) == {s["key"] for s in derived} and all(drawn.values())

    room = opened_room(desk)
    visiting(room, visit, refine=True)


def test_the_page_is_served_before_what_opens_the_plan_is_loaded():
    script = """
import sys
from tps.pipeline.case_reader import CaseReader
from tps.pipeline.reading import to_be_shown
from tps.workstation.launch import listening, serve
for name in ("numba", "pydicom", "scipy", "SimpleITK", "tps.workstation.room", "tps.workstation.inside"):
    assert name not in sys.modules, name
"""
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)


def test_a_page_that_comes_is_told_what_it_may_have_missed(folder):
    desk = desk_of(open_folder(folder))

    async def visit(make):
        page = make()
        welcome = await page.connect()
        assert (welcome["preparing"], welcome["exact"]) == ("editing", False)
        made_ready(desk).refine()
        welcome = await make().connect()
        assert (welcome["preparing"], welcome["exact"]) == ("", True)
        desk.edit(desk.revision, {"type": "move-seed", "seed": 5, "depth_mm": 13.0})
        welcome = await make().connect()
        assert welcome["exact"] is False and welcome["revision"] == desk.revision

    visiting(opened_room(desk), visit)


def test_editing_is_prepared_once_a_page_has_got_all_that_it_shows(folder, monkeypatch):
    monkeypatch.setattr(room_around_it, "SHOWN_WITHIN_S", 600.0)
    desk = desk_of(open_folder(folder))
    room = opened_room(desk)

    async def visit(make):
        room.start(room.begin())
        page = make()
        await page.connect()
        for path in ("/api/state", "/api/contours"):
            await page.json(path)
        await asyncio.sleep(0.2)
        assert not any(step.done for step in desk.moment.basis.steps)
        await page.grid("/api/dose")
        assert (await page.hear("plan"))["plan"]["preparing"] == "organs"

    visiting(room, visit, refine=True)


def test_what_is_made_once_is_made_by_one_and_waited_for_by_others():
    begun, go, count = threading.Event(), threading.Event(), []

    def make():
        count.append(1)
        begun.set()
        if len(count) == 1:
            raise BadInput("not yet", where="here")
        assert go.wait(60)
        return len(count)

    once, found = Once(make), []
    with pytest.raises(BadInput, match="not yet"):
        once()
    assert not once.done
    threads = [threading.Thread(target=lambda: found.append(once())) for _ in range(3)]
    for thread in threads:
        thread.start()
    go.set()
    for thread in threads:
        thread.join(60)
    assert found == [2, 2, 2] and once.done and len(count) == 2


def test_the_entrance_tells_stages_once_and_nothing_of_what_is_over():
    entrance = Entrance()
    entrance.stage("reading", 0.0)
    first = entrance.entry()
    entrance.stage("reading", 0.5)
    assert entrance.entry() == first and first["stage"] == "reading" and "done" not in first
    entrance.images(3, 20)
    assert entrance.entry() == first | {"number": first["number"] + 1, "done": 3, "of": 20}
    entrance.stage("obstacles", 0.0)
    entrance.stage("obstacles", 1.0)
    assert entrance.entry()["stage"] == "obstacles" and "done" not in entrance.entry()


def test_a_plan_that_is_opened_for_the_page_says_how_far_it_is(folder, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    entrance, stages = Entrance(), []

    def progress(stage, fraction):
        entrance.stage(stage, fraction)
        stages.append(entrance.entry().get("stage"))

    read = partial(read_case, hearing=Hearing(entrance.images, entrance.show))
    room = open_room(folder, progress=progress, read=read)
    entrance.enter(room)
    assert entrance.entry()["ready"] and entrance.scan is room.desk.case.ct
    assert list(dict.fromkeys(stages)) == ["reading", "restoring"]
    room.memory.journal.close()


def test_the_page_shows_slices_and_how_far_it_is_before_the_plan_is_there(
    folder, desk, monkeypatch, tmp_path
):
    need_browser()
    held = Held(opened_room(desk), desk.case.ct)
    served = Served(held, monkeypatch)
    monkeypatch.setattr(launch, "DESERTED_S", 5.0)
    monkeypatch.setattr(Page, "open", lambda self: self)
    page = Page(served.address, tmp_path / "profile")
    try:
        page.driver.get(page.address)
        until(lambda: len(page.css(".pane.slice[data-slice]")) == 3, "slices")
        assert page.text("#opening").startswith("Opening: reading")
        assert not page.css(".dock") and not page.css(".topbar") and not page.css("[data-seed]")
        assert page.js("return document.body.dataset.ready") is None
        before = page.slice_of("axial")
        page.wheel(*page.place("[data-pane=axial]"), 2)
        until(lambda: page.slice_of("axial") == before + 2, "another slice")
        held.entrance.images(7, 20)
        until(lambda: page.text("#opening") == "Reading the CT, 7 of 20 images …", "progress")
        held.go.set()
        page.wait_ready()
        # Where one was is where one is, now with the plan.
        assert page.slice_of("axial") == before + 2 and page.css("[data-needle]") and not page.css("#opening")
        page.watch()
        assert [m for m in page.messages if not m.startswith("INFO")] == []
    finally:
        held.go.set()
        page.close()
    served.thread.join(60)


def test_the_page_can_be_used_before_the_surfaces_in_space_are_there(desk, monkeypatch, tmp_path):
    need_browser()
    go, made = threading.Event(), []
    real = surfaces.surface_entry

    def late(solid):
        assert go.wait(120)
        made.append(solid)
        return real(solid)

    monkeypatch.setattr(surfaces, "surface_entry", late)
    served = Served(lambda entrance: opened_room(desk), monkeypatch)
    monkeypatch.setattr(launch, "DESERTED_S", 5.0)
    page = Page(served.address, tmp_path / "profile")
    try:
        before = page.slice_of("axial")
        page.wheel(*page.place("[data-pane=axial]"), 1)
        until(lambda: page.slice_of("axial") == before + 1, "another slice")
        assert page.enabled(".topbar .group:last-child button") and not made
        go.set()
        until(lambda: made, "surfaces")
    finally:
        go.set()
        page.close()
    served.thread.join(60)


def test_the_page_says_what_is_not_there_yet_and_lets_nothing_be_moved_before_it_can_be(
    folder, monkeypatch, tmp_path
):
    need_browser()
    samples, organs, rules = threading.Event(), threading.Event(), threading.Event()
    real_samples, real_prepare = plan_basis.DoseSamples.of, plan_basis.prepare

    def late(go, make):
        def wait(*arguments, **named):
            assert go.wait(120)
            return make(*arguments, **named)

        return wait

    monkeypatch.setattr(plan_basis.DoseSamples, "of", staticmethod(late(samples, real_samples)))
    monkeypatch.setattr(plan_basis, "prepare_regions", late(organs, plan_basis.prepare_regions))
    monkeypatch.setattr(plan_basis, "prepare", late(rules, real_prepare))
    monkeypatch.setattr(Page, "wait_ready", Page.wait_seen)
    served = Served(lambda entrance: opened_room(desk_of(open_folder(folder))), monkeypatch)
    monkeypatch.setattr(launch, "DESERTED_S", 5.0)
    page = Page(served.address, tmp_path / "profile")
    try:
        # To look at: contours, isodoses, the folder's figures and curves, and a wheel that turns.
        asked = page.js(
            "return performance.getEntriesByType('resource').map((e) => new URL(e.name).pathname)"
        )
        assert asked.count("/api/state") == 1 and asked.count("/api/dose") <= 1
        written = json.loads((folder / "plan.json").read_text())["metrics"]["GTV"]
        assert page.figure("GTV", "d90_gy") == pytest.approx(written["d90_gy"], abs=0.05)
        assert page.text(".metrics .checked") == "as stored in the folder"
        until(lambda: page.css("[data-pane=axial] path.isodose"), "isodoses")
        assert page.css('[data-pane=axial] path.contour.target[data-structure="GTV"]')
        before = page.slice_of("axial")
        page.wheel(*page.place("[data-pane=axial]"), 1)
        until(lambda: page.slice_of("axial") == before + 1, "another slice")
        # Nothing can be moved, and it says why; nobody says that a rule is kept.
        assert "Editing is being prepared: to look at only until then" in page.texts(".chip")
        for name in ("needle", "check", "export"):
            selector = "[data-tool=needle]" if name == "needle" else ".topbar .group:last-child button"
            assert not page.enabled(selector)
        assert set(page.texts("[data-needle-row] .rules")) == {"…"}
        seed = page.place("[data-pane=sagittal] [data-seed] .grip")
        for _ in range(2):
            page.drag(seed, (seed[0] + 40, seed[1]))
        assert page.place("[data-pane=sagittal] [data-seed] .grip") == seed
        until(lambda: page.text("#message").startswith("Editing is being prepared"), "reason")
        samples.set()
        until(lambda: page.enabled("[data-tool=needle]"), "page that edits")
        # Edited before organs are bodies: the target's figures follow, of organs nothing is said meanwhile.
        assert "Organs and rules not looked at yet" in page.texts(".chip")
        page.click("#tab-seeds")
        page.type_over('[data-seed-row="5"] input', "14")
        until(lambda: page.text(".metrics .checked") == "preview", "preview")
        assert page.css('[data-roi="GTV"] [data-metric]') and not page.css('[data-roi="Cord"] [data-metric]')
        organs.set()
        until(lambda: "Rules not looked at yet" in page.texts(".chip"), "organs")
        assert page.css('[data-roi="Cord"] [data-metric]')
        # Before the rules are known: figures follow, the rules are not said to be kept.
        page.click("#tab-seeds")
        page.type_over('[data-seed-row="5"] input', "14.5")
        until(lambda: page.text(".metrics .checked") == "preview", "preview")
        assert page.text("#message").endswith("Rules not looked at yet")
        assert set(page.texts("[data-seed-row] .rules")) == {"…"}
        assert not page.enabled(".topbar .group:last-child button")
        derived = 'tr[data-structure-row*="from CT"]'
        assert not page.css(derived)
        rules.set()
        until(lambda: page.js("return document.body.dataset.preparing === ''"), "rules")
        page.at_rest()
        until(lambda: "…" not in page.texts("[data-seed-row] .rules"), "what the rules say")
        assert page.text(".metrics .checked") == "edited, not re-checked"
        page.click("#tab-structures")
        until(lambda: page.css(derived), "what was found in the CT")
        page.watch()
        assert [m for m in page.messages if not m.startswith("INFO")] == []
    finally:
        samples.set()
        organs.set()
        rules.set()
        page.close()
    served.thread.join(60)
