"""Planning from the workstation: the form's request, what is locked, progress and the way out."""

import json

import numpy as np
import pytest
from hand_plans import hand_request, write_hand_plan
from workstation_visits import opened_desk, opened_room, visiting

from tps.errors import BadInput
from tps.model import Needle
from tps.model.forbidden import ForbiddenDirections, ForbiddenRegion
from tps.model.steering import Steering
from tps.pipeline.load import load_case
from tps.pipeline.locked import locked_as
from tps.pipeline.prepare import prepare
from tps.workstation.conflict import Conflict
from tps.workstation.desk import Desk
from tps.workstation.journal import Journal
from tps.workstation.memory import Memory
from tps.workstation.planning import begin, form_entry, requested
from tps.workstation.snapshot import arrangement_of, arrangement_record


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_hand_plan(tmp_path_factory.mktemp("hand"))


@pytest.fixture(scope="module")
def opened(folder):
    return opened_desk(folder)


@pytest.fixture
def desk(opened):
    opened.open(opened.history.first.basis, opened.history.first.arrangement)
    return opened


WALL = [[0.0, -60.0], [9.5, -60.0], [9.5, -50.0]]


def test_what_was_forbidden_by_drawing_is_asked_of_the_planner_and_can_be_undone(desk):
    figures = desk.figures()
    record = form_entry(desk)["request"]

    def do(kind, **edit):
        return desk.edit(desk.revision, {"type": kind, **edit})

    do("forbid-region", outline_mm=WALL, from_z_mm=-310.0, to_z_mm=-290)
    do("forbid-region", outline_mm=WALL, from_z_mm=-310.0, to_z_mm=-290, name="Vessel")
    entry = do("forbid-directions", from_deg=60, to_deg=120)
    assert [r["name"] for r in entry["forbidden"]] == ["Forbidden 1", "Vessel"]
    assert entry["forbidden"][0]["outline_mm"] == WALL and entry["not_from"] == [
        {"from_deg": 60, "to_deg": 120}
    ]
    assert [e["text"] for e in entry["edits"]] == [
        "no needle through Forbidden 1: z -310.0 to -290.0 mm",
        "no needle through Vessel: z -310.0 to -290.0 mm",
        "no needle from 60 to 120 deg",
    ]
    assert desk.figures() is figures, "nothing has moved"
    # What the form's record says of it does not count.
    steering = begin(desk, record, True).request.steering
    desk.busy = ""
    assert [r.name for r in steering.forbidden] == ["Forbidden 1", "Vessel"]
    assert steering.not_from[0].holds(90) and not steering.not_from[0].holds(0)
    entry = do("allow", region="Vessel")
    entry = do("allow", directions=0)
    assert [r["name"] for r in entry["forbidden"]] == ["Forbidden 1"] and entry["not_from"] == []
    written = json.loads(json.dumps(arrangement_record(desk.moment.arrangement)))
    again = arrangement_of(written, desk.moment.arrangement)
    assert arrangement_record(again) == arrangement_record(desk.moment.arrangement)
    for _ in range(5):
        entry = desk.undo()
    assert entry["forbidden"] == [] and entry["not_from"] == []


@pytest.mark.parametrize(
    "edit",
    [
        {"type": "forbid-region", "outline_mm": WALL[:2], "from_z_mm": 0, "to_z_mm": 1},
        {"type": "forbid-region", "outline_mm": [[0, 0], [1, 1], "x"], "from_z_mm": 0, "to_z_mm": 1},
        {"type": "forbid-region", "outline_mm": WALL, "from_z_mm": 3, "to_z_mm": 1},
        {"type": "forbid-region", "outline_mm": WALL, "from_z_mm": 0, "to_z_mm": 1, "name": "x" * 99},
        {"type": "forbid-directions", "from_deg": 0, "to_deg": 0},
        {"type": "forbid-directions", "from_deg": 0},
        {"type": "allow", "region": "nobody"},
        {"type": "allow", "directions": 0},
    ],
)
def test_what_cannot_be_forbidden_is_said(desk, edit):
    before = desk.revision
    with pytest.raises(BadInput):
        desk.edit(before, edit)
    assert desk.revision == before


def test_a_plan_that_was_steered_shows_it_and_keeps_it(folder, tmp_path):
    # Across the two needles on the right of the picture.
    vessel = ForbiddenRegion("Vessel", [[8.0, -60.0], [14.0, -60.0], [14.0, -50.0], [8.0, -50.0]], -315, -285)
    steering = Steering(forbidden=(vessel,), not_from=(ForbiddenDirections(60, 120),))
    steered = write_hand_plan(folder.parent, hand_request(steering=steering), out="steered")
    written = json.loads((steered / "plan.json").read_text())["request"]["steering"]
    assert written["forbidden"][0]["name"] == "Vessel" and written["not_from"] == [
        {"from_deg": 60.0, "to_deg": 120.0}
    ]
    desk = opened_desk(steered)
    entry = desk.entry()
    assert [r["name"] for r in entry["forbidden"]] == ["Vessel"]
    # A needle through it is said to be, as through any structure that is avoided.
    told = [n["id"] for n in entry["needles"] if any("Vessel" in text for text in n["rules"])]
    assert told == [2, 4]


@pytest.mark.patient
def test_the_rest_is_planned_around_what_is_locked(desk, tmp_path):
    """Two needles of four are locked, of one two seeds: they stay to the last bit; undo brings all back."""
    room = opened_room(desk, tmp_path)
    memory = Memory(desk, room.versions, Journal(tmp_path / "one.journal"))
    memory.begin()
    heard = []

    async def visit(make):
        page = make()
        await page.connect()
        for lock in ({"needle": 2}, {"seed": 10}, {"seed": 11}):
            await page.edit(desk.revision, kind="lock", **lock)
        record = (await page.json("/api/request-schema"))["request"]
        record["prescription"]["dose_gy"] = 95.0
        assert (await page.do("/api/plan", {"request": record, "keep_locked": True}))["state"] == "running"
        refused = await page.post(
            "/api/edit", {"base_revision": desk.revision, "edit": {"type": "unlock", "needle": 2}}
        )
        assert refused[0] == 409 and "planner is at work" in refused[1]["error"]
        assert (await page.post("/api/plan", {"request": record}))[0] == 409
        while not heard or heard[-1]["type"] != "job" or heard[-1]["state"] == "running":
            heard.append(await page.hear("progress", "job"))
        assert heard[-1]["state"] == "done", heard[-1]
        return await page.json("/api/state")

    before = desk.moment.arrangement
    state = visiting(room, visit)
    plan = state["plan"]
    assert {m["stage"] for m in heard if m["type"] == "progress"} >= {"approaches", "optimising"}
    fractions = [m["fraction"] for m in heard if m.get("stage") == "optimising"]
    assert len(fractions) > 2 and fractions[-1] == 1.0
    after = desk.moment.arrangement
    for number in (2, 4):
        assert np.array_equal(after.needle(number).tip_mm, before.needle(number).tip_mm)
        assert np.array_equal(after.needle(number).entry_mm, before.needle(number).entry_mm)
    for number in (4, 5, 6, 10, 11):
        assert np.array_equal(after.seed(number).position_mm, before.seed(number).position_mm)
    assert [s.id for s in after.seeds_on(4)] == [10, 11]
    assert {n.id for n in after.needles} & {1, 3} == set()
    assert plan["prescription"]["dose_gy"] == 95.0 and plan["edits"][-1]["text"] == (
        "planned again around 2 locked needles (2, 4)"
    )
    assert [n["id"] for n in plan["needles"] if n["locked"]] == [2]
    assert [s["id"] for s in plan["seeds"] if s["locked"]] == [10, 11]
    assert state["levels"][2]["gy"] == 95.0
    version = room.versions.check(desk.revision, "A", "around two")
    result = room.versions.result_of(version)
    assert result.locked == (2, 4) and result.plan.edited_by_hand == ()
    planned = json.dumps(arrangement_record(desk.moment.arrangement))
    # A server that starts anew finds it all: the request, the plan, the version.
    memory.journal.close()
    again = Desk(desk.case, desk.parent)
    again.open(desk.history.first.basis, desk.history.first.arrangement)
    room = opened_room(again, tmp_path)
    memory = Memory(again, room.versions, Journal(tmp_path / "one.journal"))
    memory.begin()
    assert memory.note == "" and json.dumps(arrangement_record(again.moment.arrangement)) == planned
    assert again.moment.basis.request.prescription.dose_gy == 95.0
    found = room.versions.result_of(room.versions.current)
    assert found.evaluation.metrics == result.evaluation.metrics and found.locked == (2, 4)
    memory.journal.close()
    desk.on_step = None
    desk.undo()
    assert desk.entry()["prescription"]["dose_gy"] == 100.0
    assert [s.id for s in desk.moment.arrangement.seeds] == list(range(1, 13))


def test_planning_can_be_stopped(desk):
    room = opened_room(desk)

    async def visit(make):
        page = make()
        await page.connect()
        record = (await page.json("/api/request-schema"))["request"]
        before = desk.revision
        assert (await page.post("/api/plan/cancel"))[0] == 409
        await page.do("/api/plan", {"request": record, "keep_locked": False})
        await page.hear("progress", where=lambda m: m["stage"] == "optimising")
        await page.do("/api/plan/cancel")
        ended = await page.hear("job", where=lambda m: m["state"] != "running")
        assert ended["state"] == "cancelled" and desk.revision == before and not desk.busy
        assert (await page.edit(desk.revision, kind="lock", needle=1))["revision"] == before + 1

    visiting(room, visit)


@pytest.mark.patient
def test_the_first_plan_of_a_patient(folder, tmp_path):
    case = load_case(folder.parent / "ct", folder.parent / "rs.dcm")
    desk = Desk(case)
    room = opened_room(desk, tmp_path)

    async def visit(make):
        page = make()
        await page.connect()
        form = await page.json("/api/request-schema")
        assert form["request"]["targets"] == ["GTV"] and set(form["rois"]) == {"GTV", "Cord"}
        record = form["request"] | {"prescription": {"dose_gy": 90.0, "metric": "d90"}}
        await page.do("/api/plan", {"request": record})
        ended = await page.hear("job", where=lambda m: m["state"] != "running")
        assert ended["state"] == "done", ended
        await page.hear("state")
        return await page.json("/api/state")

    state = visiting(room, visit)
    plan = state["plan"]
    assert state["phase"] == "plan" and plan["checked"] == "checked" and plan["checked_version"] == 0
    assert not plan["edited"] and plan["edits"] == [] and plan["parent"] is None
    assert plan["metrics"]["GTV"]["d90_gy"] >= 90.0
    out = room.versions.export(0, "first")[1].folder
    said = json.loads((out / "plan.json").read_text())
    assert "parent" not in said and said["prescription"]["metric"] == "d90"
    assert said["metrics"]["GTV"]["d90_gy"] == pytest.approx(plan["metrics"]["GTV"]["d90_gy"], rel=1e-5)


def test_a_plan_without_a_seed_is_said_and_not_taken(desk):
    record = form_entry(desk)["request"]
    record["steering"]["max_depth_mm"] = 20.0
    revision = desk.revision
    planning = begin(desk, record, True)
    planning.run()
    assert planning.state == "failed" and "no seed can be placed" in planning.message
    assert desk.revision == revision and desk.busy == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"targets": ["Nowhere"]}, None),
        ({"targets": []}, "no target was named"),
        ({"prescription": {"dose_gy": 5.0, "metric": "d90"}}, "by the protocol"),
        ({"prescription": {"dose_gy": "5", "metric": "d90"}}, "dose_gy"),
        ({"limits": ["GTV is fine"]}, None),
        ({"strength_u": -1.0}, "-1"),
        ({"source_folder": "/etc"}, "folder of sources"),
        ({"protocol": {"seed_step_mm": 0.0}}, "seed_step_mm"),
    ],
)
def test_a_request_that_is_none_is_said_so(desk, change, said):
    record = form_entry(desk)["request"] | change
    if said is None:
        planning = begin(desk, record, False)
        planning.run()
        assert planning.state == "failed" and planning.message and desk.busy == ""
    else:
        with pytest.raises(BadInput, match=said):
            begin(desk, record, False)
        assert desk.busy == ""


def test_what_a_form_cannot_say_stays(desk):
    now = hand_request(source="i125_6711")
    record = form_entry(desk)["request"]
    assert "source_folder" not in record
    found = requested(record, now)
    assert found.targets == now.targets and found.protocol == now.protocol and found.limits == now.limits
    assert set(form_entry(desk)["schema"]["properties"]) >= {
        "targets",
        "prescription",
        "protocol",
        "steering",
    }


def test_while_it_plans_nothing_else_changes(desk):
    planning = begin(desk, form_entry(desk)["request"], False)
    for change in (desk.undo, desk.redo, desk.original):
        with pytest.raises(Conflict, match="planner is at work"):
            change()
    planning.stop()
    planning.run()
    assert planning.state == "cancelled"


def test_locked_needles_keep_numbers_and_strengths(opened):
    basis = opened.history.first.basis
    now = opened.history.first.arrangement
    kept = ((now.needle(3),), now.seeds_on(3))
    prepared = prepare(basis.case, basis.request, search=False, kept=kept)
    assert [n.id for n in prepared.locked.needles] == [3]
    assert prepared.with_strength(0.5).locked.seeds[0].strength_u == now.seeds[0].strength_u
    assert "locked on the screen" in prepared.locked.note
    assert locked_as(((), ()), prepared.source, prepared.obstacles, (), "x") is None
    bent = Needle(3, now.needle(3).entry_mm, now.needle(3).tip_mm + [20, 0, 0])
    with pytest.raises(BadInput):
        prepare(basis.case, basis.request, search=False, kept=((bent,), now.seeds_on(3)))
