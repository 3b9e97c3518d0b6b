"""The page before the plan is there: how far its opening is, the scan, and nothing that can be changed."""

import asyncio
import json
import threading

import aiohttp
import numpy as np
import pytest
from hand_plans import write_hand_plan
from workstation_page import Page, need_browser, until
from workstation_visits import Visit, opened_desk, opened_room

from tps.dicom.hearing import Hearing
from tps.errors import BadInput
from tps.pipeline.load import load_case
from tps.pipeline.reevaluate import open_folder
from tps.workstation import launch, surfaces
from tps.workstation.entrance import Entrance
from tps.workstation.first_look import first_look
from tps.workstation.launch import Opening, listening
from tps.workstation.open_plan import open_room

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

    def __init__(self, room, scan=None, error=None, first=None):
        self.room, self.scan, self.error, self.first = room, scan, error, first
        self.go = threading.Event()
        self.entrance = None

    def __call__(self, entrance):
        self.entrance = entrance
        entrance.images(5, 20)
        if self.scan is not None:
            entrance.show(self.scan)
        if self.first is not None:
            entrance.look(self.first)
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
    case = load_case(folder.parent / "ct", folder.parent / "rs.dcm", hearing=hearing)
    count = case.ct.grid.shape[0]
    done = [d for d, _, _ in images]
    assert done == sorted(done) and done[-1] == count and set(range(1, count + 1)) <= set(done)
    assert {of for _, of, _ in images} == {count} and not any(shown for _, _, shown in images)
    assert scans == [case.ct]


def test_the_first_look_at_a_plan_is_that_of_the_plan_itself(folder, desk):
    first, plan = first_look(open_folder(folder)), desk.entry()
    shown = first.entry["plan"]
    for kind in ("needles", "seeds"):
        # Nobody has asked the rules, nor gone the ways again.
        own = [{k: v for k, v in item.items() if k != "rules"} for item in plan[kind]]
        assert [{k: v for k, v in item.items() if k != "rules"} for item in shown[kind]] == own
        assert not any(item["rules"] for item in shown[kind])
    assert (
        shown["seed_length_mm"] == plan["seed_length_mm"]
        and "metrics" not in shown
        and "verdict" not in shown
    )
    full = {s.structure.name: (s.colour, s.dash) for s in desk.moment.basis.shapes}
    early = {s["name"]: (s["colour"], s["dash"]) for s in first.entry["structures"]}
    assert early and all(full[name] == look for name, look in early.items())
    seeds = desk.moment.arrangement.seeds
    fresh = desk.moment.basis.live.engine.dose_grid(first.grid, seeds).values
    assert np.array_equal(first.dose, fresh)


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

    hearing = Hearing(entrance.images, entrance.show)
    room = open_room(folder, progress=progress, hearing=hearing, seen=entrance.look)
    assert entrance.entry()["look"] and entrance.first.dose is not None
    entrance.enter(room)
    assert not entrance.entry()["look"] and entrance.first is None and entrance.entry()["ready"]
    assert entrance.scan is room.desk.case.ct
    assert list(dict.fromkeys(stages)) == ["reading", "structures", "obstacles", "approaches", "restoring"]
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
        # The plan as it was opened lies on them, and nobody can move any of it.
        held.entrance.look(first_look(open_folder(folder)))
        until(lambda: len(page.css("[data-pane=sagittal] [data-seed]")) >= 3, "seeds")
        until(lambda: page.css("[data-pane=axial] path.isodose"), "isodoses")
        assert page.css('[data-pane=axial] path.contour.target[data-structure="GTV"]')
        assert "to look at only" in page.text("#opening")
        seed = page.place("[data-pane=sagittal] [data-seed] .grip")
        for _ in range(2):
            page.drag(seed, (seed[0] + 40, seed[1]))
        assert page.place("[data-pane=sagittal] [data-seed] .grip") == seed
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
