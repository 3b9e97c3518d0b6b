"""What was done in the workstation survives a killed server."""

import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hand_plans import write_hand_plan
from workstation_visits import made_ready, opened_room

from tps.errors import BadInput, OutputRefused
from tps.pipeline.reevaluate import open_folder
from tps.workstation.desk import Desk
from tps.workstation.journal import FOLDER, SCHEMA, Journal, key_of, state_folder
from tps.workstation.memory import NOT_RESTORED, Memory
from tps.workstation.open_plan import desk_of, open_room
from tps.workstation.snapshot import arrangement_of, arrangement_record


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_hand_plan(tmp_path_factory.mktemp("hand"))


@pytest.fixture(scope="module")
def opened(folder):
    return open_folder(folder)


@pytest.fixture(scope="module")
def first(opened):
    return made_ready(desk_of(opened)).history.first


@pytest.fixture
def begin(opened, first, tmp_path):
    """Opens the plan with its journal anew, as a server that starts does."""
    open_now = []

    def begin_anew():
        while open_now:
            open_now.pop().journal.close()
        desk = Desk(opened.case, opened.as_parent)
        desk.open(first.basis, first.arrangement)
        room = opened_room(desk, tmp_path)
        memory = Memory(desk, room.versions, Journal(tmp_path / "one.journal"))
        open_now.append(memory)
        memory.begin()
        return room, memory

    yield begin_anew
    while open_now:
        open_now.pop().journal.close()


def bits(desk):
    return json.dumps(arrangement_record(desk.moment.arrangement))


def do(desk, kind, **edit):
    return desk.edit(desk.revision, {"type": kind, **edit})


def some_work(desk):
    tip = desk.moment.arrangement.needle(1).tip_mm
    do(desk, "move-needle", needle=1, tip_mm=(tip + [1.1, 0.7, -0.3]).tolist())
    do(desk, "lock", needle=1)
    do(desk, "move-seed", seed=5, depth_mm=14.3)
    do(desk, "remove-seed", seed=12)
    do(desk, "add-seed", needle=4, depth_mm=24.0)
    desk.undo()
    desk.undo()
    desk.redo()


def test_everything_is_put_back_as_it_was(begin):
    room, memory = begin()
    assert memory.restored == 0
    some_work(room.desk)
    before, history = bits(room.desk), room.desk.history
    again, memory = begin()
    assert bits(again.desk) == before and memory.restored == 8 and memory.note == ""
    assert again.desk.history.texts == history.texts
    assert again.desk.history.can_redo == history.can_redo
    again.desk.redo()
    history.redo()
    assert bits(again.desk) == json.dumps(arrangement_record(history.state.arrangement))
    for _ in range(5):
        again.desk.undo()
        history.undo()
        assert bits(again.desk) == json.dumps(arrangement_record(history.state.arrangement))
    third, _ = begin()
    assert bits(third.desk) == bits(again.desk) and not third.desk.is_edited


def test_versions_and_signatures_are_put_back_too(begin):
    room, _ = begin()
    do(room.desk, "move-seed", seed=5, depth_mm=14.0)
    version = room.versions.check(room.desk.revision, "A. Planner", "colder at the edge")
    room.versions.sign(version.number, "prepared", "A. Planner")
    again, memory = begin()
    assert memory.note == ""
    found = again.versions.current
    assert found.entry() == version.entry() and found.number == 1
    result = again.versions.result_of(found)
    assert result.plan.approval.prepared.name == "A. Planner"
    assert result.authored["reason"] == "colder at the edge"


def test_a_line_cut_short_is_left_out(begin, tmp_path):
    room, _ = begin()
    do(room.desk, "move-seed", seed=5, depth_mm=14.0)
    before = bits(room.desk)
    do(room.desk, "move-seed", seed=5, depth_mm=15.0)
    path = tmp_path / "one.journal"
    path.write_bytes(path.read_bytes()[:-20])
    again, memory = begin()
    assert bits(again.desk) == before and memory.restored == 1
    do(again.desk, "move-seed", seed=6, depth_mm=25.0)
    third, memory = begin()
    assert memory.restored == 2 and bits(third.desk) == bits(again.desk)


@pytest.mark.parametrize(
    "line",
    [
        {"do": "step"},
        {"do": "step", "text": "x", "basis": 7, "arrangement": {}},
        {"do": "sign", "number": 9, "role": "prepared", "name": "x", "at": "", "reason": ""},
        {"do": "basis", "start": {"request": {"targets": []}}},
        {},
    ],
)
def test_what_cannot_be_put_back_is_said_and_the_rest_is_there(begin, tmp_path, line):
    room, memory = begin()
    do(room.desk, "move-seed", seed=5, depth_mm=14.0)
    before = bits(room.desk)
    memory.journal.note(line)
    again, memory = begin()
    assert memory.note == NOT_RESTORED and bits(again.desk) == before
    do(again.desk, "move-seed", seed=6, depth_mm=25.0)
    third, memory = begin()
    assert memory.note == "" and memory.restored == 2 and bits(third.desk) == bits(again.desk)


def test_numbers_are_read_as_they_were_to_the_last_bit(rng, first):
    for _ in range(20):
        record = arrangement_record(first.arrangement)
        for seed in record["seeds"]:
            seed[2] = (rng.normal(size=3) * 100).tolist()
            axis = rng.normal(size=3)
            seed[3] = (axis / (axis @ axis) ** 0.5).tolist()
        text = json.dumps(record)
        assert json.dumps(arrangement_record(arrangement_of(json.loads(text)))) == text
    same = arrangement_of(arrangement_record(first.arrangement), first.arrangement)
    assert all(a is b for a, b in zip(same.seeds, first.arrangement.seeds, strict=True))
    assert all(a is b for a, b in zip(same.needles, first.arrangement.needles, strict=True))


def test_the_journal_is_for_its_owner_alone_and_tells_no_name(begin, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    place = state_folder()
    assert place == tmp_path / "state" / FOLDER and stat.S_IMODE(place.stat().st_mode) == 0o700
    room, memory = begin()
    some_work(room.desk)
    assert stat.S_IMODE(memory.journal.path.stat().st_mode) == 0o600
    identity = room.desk.case.identity
    text = memory.journal.path.read_text()
    assert identity.patient_name not in text and f'"{identity.patient_id}"' not in text
    monkeypatch.setenv("XDG_STATE_HOME", "not/whole")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert state_folder() == tmp_path / ".local" / "state" / FOLDER
    assert key_of("a", "b") != key_of("ab") and len(key_of("a")) == 32


def test_one_plan_one_server(tmp_path):
    path = tmp_path / "x.journal"
    one = Journal(path)
    with pytest.raises(BadInput, match="open in another tps view"):
        Journal(path)
    one.close()
    Journal(path).close()


def test_what_is_no_journal_is_left_alone(tmp_path):
    path = tmp_path / "x.journal"
    for text in ('{"schema": "seedwright-journal/9"}\n', '{"a": 1}\n{"b": 2}\n'):
        path.write_text(text)
        with pytest.raises(BadInput, match="no journal of this version"):
            Journal(path)
        assert path.read_text() == text
    with pytest.raises(OutputRefused, match="cannot be written"):
        Journal(tmp_path / "no" / "x.journal")
    if hasattr(os, "O_NOFOLLOW"):
        (tmp_path / "link").symlink_to(path)
        with pytest.raises(OutputRefused):
            Journal(tmp_path / "link")
    (tmp_path / "file").write_text("")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
        with pytest.raises(OutputRefused, match="no journal can be kept"):
            state_folder()


def test_what_is_damaged_ends_the_journal(tmp_path):
    path = tmp_path / "x.journal"
    path.write_text(json.dumps({"schema": SCHEMA}) + '\n{"do": "undo"}\nnot json\n{"do": "redo"}\n')
    journal = Journal(path)
    assert journal.lines == [{"do": "undo"}]
    journal.clear()
    journal.close()
    assert path.read_text() == json.dumps({"schema": SCHEMA}) + "\n"
    path.write_text(json.dumps({"schema": SCHEMA}) + "\n[1]\n")
    journal = Journal(path)
    assert journal.lines == []
    journal.close()


def test_a_server_that_is_killed_loses_nothing(folder, tmp_path):
    """A real one, killed without a word right after an edit."""
    code = f"""
import os, sys
os.environ["XDG_STATE_HOME"] = {str(tmp_path)!r}
from pathlib import Path
from tps.workstation.open_plan import open_room
room = open_room(Path({str(folder)!r}))
desk = room.desk
desk.edit(desk.revision, {{"type": "move-seed", "seed": 5, "depth_mm": 14.25}})
print("done", flush=True)
time.sleep(600)
"""
    child = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True)
    try:
        assert child.stdout is not None and child.stdout.readline() == "done\n"
    finally:
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_STATE_HOME", str(tmp_path))
        room = open_room(Path(folder))
    assert room.memory.restored == 1
    assert room.desk.history.texts == ["needle 2: seed 5 moved 1.2 mm further out"]
    room.memory.journal.close()
