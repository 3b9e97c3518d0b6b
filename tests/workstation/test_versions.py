"""Check, sign, compare and export in the workstation."""

import json

import pytest
from hand_plans import write_hand_plan
from pydicom import dcmread
from workstation_visits import opened_desk, opened_room, visiting

from tps.errors import BadInput, OutputRefused
from tps.export.integrity import check_plan_folder
from tps.export.plan_json import read_plan_json
from tps.model.approval import Approval, Signature, checked_name, checked_reason
from tps.pipeline.reevaluate import evaluate_folder
from tps.workstation.conflict import Conflict
from tps.workstation.sign_page import sign_page_entry

AT = "2026-03-04T05:06:07+08:00"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_hand_plan(tmp_path_factory.mktemp("hand"))


@pytest.fixture(scope="module")
def opened(folder):
    return opened_desk(folder)


@pytest.fixture
def room(opened, tmp_path):
    opened.open(opened.history.first.basis, opened.history.first.arrangement)
    return opened_room(opened, tmp_path)


def move(room, depth=14.0):
    return room.desk.edit(room.desk.revision, {"type": "move-seed", "seed": 5, "depth_mm": depth})


def check(room, author="A. Planner", reason="warmer"):
    return room.versions.check(room.desk.revision, author, reason)


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_was_opened_is_version_0_and_unsigned(room):
    plan = room.desk.entry()
    assert plan["checked_version"] == 0 and plan["approval"] == {"status": "unsigned"}
    assert [v["number"] for v in plan["versions"]] == [0]
    plan = move(room)
    assert plan["checked_version"] is None and plan["approval"]["status"] == "unsigned"


def test_a_check_makes_a_version_with_exact_figures(room):
    move(room)
    version = check(room)
    plan = room.desk.entry()
    assert plan["checked_version"] == version.number == 1
    assert plan["versions"][1]["author"] == "A. Planner" and plan["versions"][1]["reason"] == "warmer"
    assert plan["second_check"]["points"] >= 200 and plan["metrics"]["GTV"]["ci"] > 0
    room.desk.undo()
    assert room.desk.entry()["checked_version"] == 0
    with pytest.raises(Conflict):
        room.versions.check(room.desk.revision - 1, "A", "")
    for name in ("", "  ", "a" * 61, "A\\B", "A^B", "A=B", "A\nB\x00"):
        with pytest.raises(BadInput, match="name cannot be written"):
            room.versions.check(room.desk.revision, name, "")
    with pytest.raises(BadInput, match="reason cannot be written"):
        room.versions.check(room.desk.revision, "A", "a" * 501)


def test_two_people_sign_what_lies_on_the_desk_and_nothing_else(room):
    move(room)
    with pytest.raises(Conflict, match="not the version that was shown"):
        room.versions.sign(1, "prepared", "A. Planner")
    version = check(room)
    with pytest.raises(Conflict, match="that comes first"):
        room.versions.sign(1, "reviewed", "B. Reviewer")
    with pytest.raises(BadInput, match="no such role"):
        room.versions.sign(1, "approved", "B. Reviewer")
    room.versions.sign(1, "prepared", " A.  Planner ", "as discussed")
    assert room.desk.entry()["approval"]["status"] == "prepared"
    assert version.signatures["prepared"].name == "A. Planner"
    with pytest.raises(Conflict, match="signed already"):
        room.versions.sign(1, "prepared", "C. Other")
    with pytest.raises(BadInput, match="prepared it"):
        room.versions.sign(1, "reviewed", "a. planner")
    room.versions.sign(1, "reviewed", "B. Reviewer")
    assert room.desk.entry()["approval"]["status"] == "signed"
    assert move(room, 15.0)["approval"]["status"] == "changed-since"
    assert room.desk.undo()["approval"]["status"] == "signed"
    assert room.desk.undo()["approval"]["status"] == "changed-since"


def test_the_page_before_a_signature_shows_what_is_signed(room, folder):
    move(room)
    with pytest.raises(Conflict, match="check it first"):
        sign_page_entry(room.versions)
    version = check(room)
    page = sign_page_entry(room.versions)
    file = json.loads((folder / "plan.json").read_text())
    assert page["version"] == version.version == room.desk.entry()["version"]
    assert page["source"]["level"] == file["source"]["level"] and page["prescription"]["dose_gy"] == 100
    assert page["strength_label"] and page["second_check"]["points"] >= 200
    assert page["edits"] == ["needle 2: seed 5 moved 1.0 mm further out"]
    assert page["warnings"] and page["needles"] == 4 and page["seeds"] == 12
    assert page["parent"]["sha256"] and page["parent"]["folder"] == "plan"


@pytest.mark.patient
def test_a_signed_export_is_a_plan_folder_like_any_other(room, folder, tmp_path):
    before = contents(folder)
    move(room)
    version = check(room)
    room.versions.sign(1, "prepared", "A. Planner")
    room.versions.sign(1, "reviewed", "\N{CJK UNIFIED IDEOGRAPH-674E}\N{CJK UNIFIED IDEOGRAPH-56DB}")
    _, written = room.versions.export(1, "plan-v1")
    out = written.folder
    assert out == tmp_path / "plan-v1" and contents(folder) == before
    assert check_plan_folder(out) == ()
    said = json.loads((out / "plan.json").read_text())
    assert said["approval"]["status"] == "APPROVED" and said["approval"]["version"] == version.version
    assert said["plan"]["version"] == version.version
    assert said["approval"]["prepared"]["name"] == "A. Planner"
    assert said["authored"]["author"] == "A. Planner" and said["authored"]["reason"] == "warmer"
    assert said["parent"]["sha256"] == room.desk.parent["sha256"]
    assert said["edited_by_hand"] == ["needle 2: seed 5 moved 1.0 mm further out"]
    plan = dcmread(out / "RTPLAN.dcm")
    assert plan.ApprovalStatus == "APPROVED" and plan.OperatorsName == "A. Planner"
    assert str(plan.ReviewerName) == "\u674e\u56db" and plan.ReviewDate and plan.ReviewTime
    report = (out / "report.html").read_text()
    assert "APPROVED; prepared by A. Planner" in report and "\u674e\u56db" in report
    assert room.desk.entry()["versions"][1]["exported"] == "plan-v1"
    # The table on the screen is what was written.
    shown = {s["id"]: s["position_mm"] for s in room.desk.entry()["seeds"]}
    for seed in said["seeds"]:
        assert max(abs(a - b) for a, b in zip(shown[seed["id"]], seed["position_mm"], strict=True)) < 0.01
    # Read again it says who signed it; judged again it is a new plan that nobody has signed.
    assert read_plan_json(out).plan().approval.is_approved
    assert evaluate_folder(out).plan.approval is None
    assert opened_room(opened_desk(out)).desk.entry()["approval"]["status"] == "signed"
    with pytest.raises(OutputRefused, match="exists already"):
        room.versions.export(1, "plan-v1")


def test_an_unsigned_export_says_so(room, tmp_path):
    move(room)
    with pytest.raises(Conflict, match="check it first"):
        room.versions.export(1, "x")
    check(room)
    for name in ("", "..", "../x", "a/b", ".x", "a b", "x" * 65, "/tmp/x", "C:x"):
        with pytest.raises(BadInput, match="no name of a folder"):
            room.versions.export(1, name)
    assert list(tmp_path.iterdir()) == []
    out = room.versions.export(1, "mine")[1].folder
    assert dcmread(out / "RTPLAN.dcm").ApprovalStatus == "UNAPPROVED"
    said = json.loads((out / "plan.json").read_text())
    assert "approval" not in said and "ReviewerName" not in dcmread(out / "RTPLAN.dcm")
    assert "UNAPPROVED" in (out / "report.html").read_text()


def test_versions_are_held_against_each_other(room):
    before = room.desk.entry()
    plan = move(room)
    check(room)
    move(room, 15.0)

    async def visit(make):
        page = make()
        original = await page.json("/api/compare?with=original")
        first = await page.json("/api/compare?with=1")
        assert (await page.get("/api/compare?with=7"))[0] == 409
        grids = [await page.grid(f"/api/dose?version={n}") for n in ("original", "1")]
        return original, first, grids, await page.grid("/api/dose")

    original, first, grids, now = visiting(room, visit)
    rows = {(r["roi"], r["key"]): r for r in original["rows"]}
    row = rows["GTV", "d90_gy"]
    assert row["label"] == "D90" and row["unit"] == "Gy"
    assert row["difference"] == pytest.approx(row["value"] - row["other"], abs=2e-3)
    assert original["other"]["seeds"][4]["position_mm"] == before["seeds"][4]["position_mm"]
    assert first["other"]["seeds"][4] == plan["seeds"][4]
    assert set(original["other"]["dvh"]) == set(before["dvh"])
    assert abs(grids[0][1] - now[1]).max() > 1.0 and abs(grids[0][1] - grids[1][1]).max() > 1.0


@pytest.mark.patient
def test_the_whole_way_through_the_server(room, tmp_path):
    async def visit(make):
        page = make()
        await page.connect()
        plan = await page.edit(room.desk.revision, kind="move-seed", seed=5, depth_mm=14.0)
        assert (await page.get("/api/sign-page"))[0] == 409
        made = await page.do(
            "/api/check", {"base_revision": plan["revision"], "author": "A. Planner", "reason": "r"}
        )
        number = made["version"]["number"]
        assert made["plan"]["checked"] == "checked"
        assert (await page.json("/api/sign-page"))["number"] == number
        for role, name in (("prepared", "A. Planner"), ("reviewed", "B. Reviewer")):
            signed = await page.do("/api/sign", {"number": number, "role": role, "name": name})
        assert signed["plan"]["approval"]["status"] == "signed"
        found = await page.do("/api/export", {"number": number, "name": "done"})
        assert {"plan.json", "RTPLAN.dcm", "report.html"} <= set(found["files"]) and found["folder"] == "done"
        status, again = await page.post("/api/export", {"number": number, "name": "done"})
        assert status == 422 and "exists already" in again["error"]
        for path, body in (
            ("/api/check", {"author": "x"}),
            ("/api/check", {"base_revision": 1, "author": 3}),
            ("/api/sign", {"number": "1", "role": "prepared", "name": "x"}),
            ("/api/export", {"number": 1}),
        ):
            assert (await page.post(path, body))[0] == 422

    visiting(room, visit)
    assert check_plan_folder(tmp_path / "done") == ()


def test_a_second_page_signs_and_exports_nothing(room):
    async def visit(make):
        first, second = make(), make()
        await first.connect()
        await second.connect()
        for path in ("check", "sign", "export", "plan", "plan/cancel"):
            status, answer = await second.post(f"/api/{path}", {})
            assert status == 409 and answer["kind"] == "read-only"

    visiting(room, visit)


def test_signatures_are_valid_or_not_at_all():
    one = Signature("A. Planner", AT)
    assert one.text == "A. Planner, 2026-03-04 05:06"
    assert Approval("v").status == "UNAPPROVED" and Approval("v").text == "UNAPPROVED"
    half = Approval("v", prepared=one)
    assert half.status == "UNAPPROVED" and half.text.endswith("prepared by A. Planner, 2026-03-04 05:06")
    assert Approval("v", one, Signature("B", AT)).status == "APPROVED"
    assert checked_name("  a   b ") == "a b" and checked_reason(" x  y ") == "x y"
    with pytest.raises(BadInput):
        Signature("", AT)
