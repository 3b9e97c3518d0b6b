"""Seeds found after an implant, corrected on the desk: every number is that of ``tps verify --seeds``."""

import json

import numpy as np
import pytest
from hand_implant import LOST, OFF_MM, write_hand_implant
from hand_plans import write_hand_plan

from tps.dicom.case import read_case
from tps.dicom.hearing import Hearing
from tps.errors import BadInput
from tps.language import catalogue
from tps.pipeline.open_verified import found_otherwise, open_verified
from tps.pipeline.reading import to_be_shown
from tps.pipeline.verify import verify
from tps.pipeline.write_verified import write_verified
from tps.workstation.conflict import Conflict
from tps.workstation.desk import Desk
from tps.workstation.implant_basis import Corrected
from tps.workstation.journal import Journal
from tps.workstation.memory import Memory
from tps.workstation.open_plan import implant_desk, open_room, room_around
from tps.workstation.planning import form_entry


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    return write_hand_implant(tmp_path_factory.mktemp("implant"))


@pytest.fixture(scope="module")
def opened(folders):
    return implant_desk(folders[1])[0]


@pytest.fixture
def desk(opened):
    first = opened.history.first
    opened.open(first.basis, first.arrangement)
    opened.exact(opened.moment, Corrected(first.basis.opened))
    return opened


def do(desk, kind, **edit):
    return desk.edit(desk.revision, {"type": kind, **edit})


def planned_of(folders, number):
    seeds = json.loads((folders[0] / "plan.json").read_text())["seeds"]
    return np.array(next(s for s in seeds if s["id"] == number)["position_mm"])


def seed_for(entry, planned):
    return next(s for s in entry["seeds"] if s["planned_seed"] == planned)


def test_what_was_found_is_told_with_who_is_who(desk, folders):
    entry = desk.entry()
    assert entry["kind"] == "implant" and entry["checked"] == "checked" and not entry["edited"]
    assert entry["counts"] == {"planned": 12, "found": 11, "matched": 11, "by_hand": 0}
    (lost,) = entry["lost"]
    assert lost["seed"] == LOST and lost["planned_at_mm"] == pytest.approx(
        planned_of(folders, LOST), abs=1e-3
    )
    for seed in entry["seeds"]:
        place = planned_of(folders, seed["planned_seed"]) + OFF_MM
        # Half a slice; within the slice the finder is good to a tenth.
        assert seed["position_mm"] == pytest.approx(place, abs=1.3) and seed["standing"] == "planned"
    written = json.loads((folders[1] / "plan.json").read_text())
    assert entry["metrics"]["GTV"] == pytest.approx(written["metrics"]["GTV"])
    promised = json.loads((folders[0] / "plan.json").read_text())["metrics"]["GTV"]["d90_gy"]
    assert entry["planned_metrics"]["GTV"]["d90_gy"] == pytest.approx(promised)


def test_a_seed_that_was_missed_is_added_and_every_number_follows(desk):
    before = desk.entry()
    (lost,) = before["lost"]
    after = do(desk, "add-seed", position_mm=lost["planned_at_mm"], direction=lost["direction"])
    assert after["counts"] == {"planned": 12, "found": 12, "matched": 12, "by_hand": 1}
    assert after["checked"] == "preview" and not after["lost"]
    assert after["metrics"]["GTV"]["d90_gy"] > before["metrics"]["GTV"]["d90_gy"] + 1
    exact = desk.refine()
    assert exact["checked"] == "edited-not-checked"
    # Samples of a preview agree with those of the evaluation to a fifth of a per cent.
    assert exact["metrics"]["GTV"]["d90_gy"] == pytest.approx(after["metrics"]["GTV"]["d90_gy"], rel=2e-3)
    assert desk.undo()["counts"] == before["counts"]
    assert desk.entry()["metrics"] == before["metrics"]


def test_corrections_exported_are_those_of_the_command_line(desk, folders, tmp_path):
    entry = desk.entry()
    one, two, three = (seed_for(entry, n)["id"] for n in (1, 2, 3))
    do(desk, "move-seed", seed=one, position_mm=(planned_of(folders, 1) + [3.0, 0, 0]).tolist())
    do(desk, "move-seed", seed=one, direction=[0.3, 1.0, 0.2])
    do(desk, "split-seed", seed=two)
    do(desk, "remove-seed", seed=three)
    after = do(desk, "add-seed", position_mm=planned_of(folders, LOST).tolist())
    assert [e["text"].partition(" ")[0] for e in after["edits"]] == ["seed"] * 5
    room = room_around(desk, tmp_path)
    version = room.versions.check(desk.revision, "A. Physicist", "looked again")
    room.versions.export(version.number, "corrected")
    mine = json.loads((tmp_path / "corrected" / "plan.json").read_text())
    assert mine["authored"]["author"] == "A. Physicist" and mine["authored"]["reason"] == "looked again"
    assert mine["corrected_from"]["folder"] == "verified"
    # Moved and turned, split into one moved and one added, taken out, added.
    assert len(mine["edited_by_hand"]) == 5
    found = verify(
        folders[0], folders[0].parent / "post", seeds=tmp_path / "corrected" / "found.csv", by="none"
    )
    write_verified(found, tmp_path / "command", report=False)
    command = json.loads((tmp_path / "command" / "plan.json").read_text())
    for key in ("metrics", "seeds", "needles", "verification", "edited_by_hand", "status", "second_check"):
        assert mine[key] == command[key], key
    text = (tmp_path / "corrected" / "found.csv").read_bytes()
    assert text == (tmp_path / "command" / "found.csv").read_bytes()
    assert (tmp_path / "corrected" / "report.html").exists()


def test_the_journal_puts_corrections_back_and_the_opened_folder_stays_as_it_is(desk, folders, tmp_path):
    before = {p.name: p.read_bytes() for p in folders[1].iterdir()}
    path = tmp_path / "one.journal"

    def remembered(one):
        memory = Memory(one, room_around(one, tmp_path).versions, Journal(path))
        memory.begin()
        return memory

    memory = remembered(desk)
    do(desk, "split-seed", seed=4)
    do(desk, "move-seed", seed=4, direction=[0.3, 1.0, 0.2])
    kept = desk.entry()
    memory.journal.close()
    desk.on_step = None
    again = Desk(desk.case, desk.parent)
    again.open(desk.moment.basis, desk.history.first.arrangement)
    memory = remembered(again)
    assert memory.restored == 2 and memory.note == ""
    for key in ("seeds", "edits", "counts", "version"):
        assert again.entry()[key] == kept[key]
    memory.journal.close()
    assert {p.name: p.read_bytes() for p in folders[1].iterdir()} == before


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        ({"type": "move-needle", "needle": 1}, "no such edit"),
        ({"type": "move-seed", "seed": 99, "position_mm": [0, 0, 0]}, "no seed 99"),
        ({"type": "move-seed", "seed": 1, "direction": [0, 0, 0]}, "no length"),
        ({"type": "add-seed", "position_mm": [0, 0, 9999]}, "no number"),
        ({"type": "add-seed", "position_mm": [0, 0, 400]}, "outside the scan"),
        ({"type": "split-seed"}, "no whole number"),
    ],
)
def test_what_cannot_be_corrected_is_said_and_changes_nothing(desk, edit, said):
    before = desk.revision
    with pytest.raises(BadInput, match=said):
        desk.edit(before, edit)
    assert desk.revision == before


def test_what_another_version_found_elsewhere_is_said():
    corrected = ("seed added at (1.0, 2.0, 3.0)",)
    assert found_otherwise(corrected, corrected) == () and found_otherwise((), corrected) == ()
    (said,) = found_otherwise((*corrected, "seed at (4.0, 5.0, 6.0) moved by 0.3 mm"), corrected)
    assert said.endswith("count as placed by hand: 1")
    assert catalogue("zh").translate(said) != said


def test_the_last_seed_stays(desk):
    for seed in desk.entry()["seeds"][1:]:
        do(desk, "remove-seed", seed=seed["id"])
    with pytest.raises(BadInput, match="no seed would be left"):
        do(desk, "remove-seed", seed=desk.entry()["seeds"][0]["id"])


def test_seeds_that_lie_there_cannot_be_planned_again_nor_signed(desk, tmp_path):
    with pytest.raises(Conflict, match="tps plan --existing"):
        form_entry(desk)
    room = room_around(desk, tmp_path)
    room.versions.first()
    with pytest.raises(Conflict, match="not signed"):
        room.versions.sign(0, "prepared", "A. Physicist")


def test_a_plan_that_is_not_the_one_that_was_verified_is_refused(folders, tmp_path):
    # Written once more, it has other identifiers.
    other = write_hand_plan(folders[0].parent, out="other")
    with pytest.raises(BadInput, match="not the one that was verified"):
        open_verified(folders[1], plan=other)
    with pytest.raises(BadInput, match="was not verified"):
        open_room(folders[0], plan=other)
    with pytest.raises(BadInput, match="is not there"):
        open_verified(folders[1], plan=tmp_path / "nowhere")


def test_the_new_scan_is_shown_before_its_seeds_are_looked_for(folders, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    told = []
    hearing = Hearing(lambda done, of: None, lambda scan: told.append(scan))

    def read(*what, **how):
        # What is read ahead of it by another process.
        assert (what, how) == to_be_shown(folders[1])
        return read_case(*what, **how, hearing=hearing)

    room = open_room(folders[1], read=read, progress=lambda stage, fraction: told.append(stage))
    assert told.index("finding seeds") > told.index(room.desk.case.ct)
    room.memory.journal.close()
