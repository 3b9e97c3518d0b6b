"""Which files make an implant: by UID and frame of reference, whatever they are called."""

import json
import os
import shutil
from pathlib import Path

import pydicom
import pytest

from benchmarks.batch_cohort import write_cohort
from tps.batch.find.discovery import find_items, pseudonym
from tps.batch.find.manifest import read_manifest
from tps.batch.implant import read_implant
from tps.batch.options import RecomputeOptions
from tps.errors import BadInput


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made")
    write_cohort(folder, 2, 4, dose=True)
    return folder


@pytest.fixture
def tree(made, tmp_path):
    shutil.copytree(made, tmp_path / "tree")
    return tmp_path / "tree"


def edit(path, **values):
    data = pydicom.dcmread(path)
    for name, value in values.items():
        setattr(data, name, value)
    data.save_as(path)


def names(item):
    return {part: os.path.basename(path) for part, path in item.files.items()}


def test_a_folder_each(tree):
    items = find_items([tree])
    assert [names(item) for item in items] == 2 * [
        {"plan": "RP.dcm", "structures": "RS.dcm", "dose": "RD.dcm"}
    ]
    assert len({item.case for item in items}) == len({item.patient for item in items}) == 2
    assert all(not item.trouble and not item.warnings for item in items)


def test_names_and_folders_do_not_matter(tree, tmp_path):
    shuffled = tmp_path / "shuffled"
    for k, path in enumerate(sorted(tree.rglob("*.dcm"))):
        place = shuffled / f"{k % 3}" / f"{(7 * k) % 6}"
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)
    before = {item.case: item for item in find_items([tree])}
    after = {item.case: item for item in find_items([shuffled])}
    assert before.keys() == after.keys()
    for case, item in before.items():
        for part, path in item.files.items():
            with open(path, "rb") as one, open(after[case].files[part], "rb") as other:
                assert one.read() == other.read()


def test_structures_by_frame_of_reference_where_the_plan_names_none(tree):
    plan = tree / "implant_0000" / "RP.dcm"
    data = pydicom.dcmread(plan)
    del data.ReferencedStructureSetSequence
    data.save_as(plan)
    first = find_items([tree])[0]
    assert names(first)["structures"] == "RS.dcm" and "frame of reference" in first.warnings[0]
    shutil.copy(tree / "implant_0000" / "RS.dcm", tree / "implant_0000" / "copy.dcm")
    edit(tree / "implant_0000" / "copy.dcm", SOPInstanceUID="1.2.3")
    assert "2 RTSTRUCTs lie in the plan's frame of reference" in find_items([tree])[0].trouble


@pytest.mark.parametrize(
    ("break_it", "trouble"),
    [
        (lambda f: (f / "RS.dcm").unlink(), "is not among the files"),
        (lambda f: (f / "RP.dcm").write_bytes(b"\0" * 128 + b"DICM\1\2\3"), "does not say what it holds"),
        (lambda f: (f / "RP.dcm").write_bytes(b"nothing"), "is named like a DICOM file and is none"),
        (lambda f: edit(f / "RP.dcm", FrameOfReferenceUID="1.2.3"), "different frames of reference"),
    ],
)
def test_what_cannot_be_computed_is_kept_with_its_reason(tree, break_it, trouble):
    break_it(tree / "implant_0000")
    items = find_items([tree])
    assert len(items) == 2 and trouble in items[0].trouble and not items[1].trouble


def cut(path, part):
    content = path.read_bytes()
    path.write_bytes(content[: int(part * len(content))])


@pytest.mark.parametrize("part", [0.045, 0.05, 0.055, 0.1, 0.5, 0.95])
def test_a_plan_cut_short_is_told_as_that(tree, part):
    """And not as one whose structures are missing, whatever lies beside it."""
    folder = tree / "implant_0000"
    cut(folder / "RP.dcm", part)
    for text in (None, '{"schema": "seedwright-plan/1", "needl'):
        if text:
            (folder / "plan.json").write_text(text)
        items = [i for i in find_items([tree]) if Path(i.plan_file).parent == folder]
        assert str(folder / "RP.dcm") in [i.plan_file for i in items]
        why = " | ".join(i.trouble for i in items)
        if not why:
            with pytest.raises(BadInput) as refused:
                read_implant(items[0], RecomputeOptions())
            why = str(refused.value)
        assert "cut short" in why or (text and "plan.json" in why), why
        assert "RTSTRUCT" not in why
        assert not text or "plan.json" in why, why


@pytest.mark.parametrize("length", [200, 350, 400, 450])
def test_structures_cut_short_are_told_as_that(tree, length):
    path = tree / "implant_0000" / "RS.dcm"
    path.write_bytes(path.read_bytes()[:length])
    assert "RS.dcm: the file is cut short" in find_items([tree])[0].trouble


def test_copies_count_once_and_contradictions_not_at_all(tree):
    shutil.copytree(tree / "implant_0000", tree / "implant_0000_copy")
    items = find_items([tree])
    assert len(items) == 2 and "1 identical copy of this plan left out" in items[0].warnings[0]
    assert len(items[0].copies) == 1
    edit(tree / "implant_0000_copy" / "RP.dcm", RTPlanLabel="OTHER")
    items = find_items([tree])
    assert len(items) == 3 and sum("different plans carry the UID" in i.trouble for i in items) == 2
    assert items[0].case != items[1].case


def test_different_structures_under_one_uid_are_refused(tree):
    shutil.copy(tree / "implant_0000" / "RS.dcm", tree / "other.dcm")
    edit(tree / "other.dcm", StructureSetLabel="OTHER")
    assert "2 different files claim to be RTSTRUCT" in find_items([tree])[0].trouble


def test_two_doses_are_not_chosen_between(tree):
    shutil.copy(tree / "implant_0000" / "RD.dcm", tree / "other.dcm")
    edit(tree / "other.dcm", SOPInstanceUID="1.2.3")
    item = find_items([tree])[0]
    assert not item.dose_file and "2 RTDOSEs belong to the plan" in item.warnings[0] and not item.trouble


def test_a_plan_folder_of_ours_counts_once_and_goes_before_its_rtplan(tree):
    folder = tree / "implant_0000"
    plan, structures = pydicom.dcmread(folder / "RP.dcm"), pydicom.dcmread(folder / "RS.dcm")
    document = {
        "dicom": {"RTPLAN.dcm": plan.SOPInstanceUID, "RTSTRUCT.dcm": structures.SOPInstanceUID},
        "inputs": {"frame_of_reference_uid": plan.FrameOfReferenceUID},
    }
    (folder / "plan.json").write_text(json.dumps(document))
    (folder / "existing_seeds.csv").write_text("")
    items = find_items([tree])
    assert len(items) == 2
    expected = {
        "plan": "plan.json",
        "structures": "RS.dcm",
        "dose": "RD.dcm",
        "existing": "existing_seeds.csv",
    }
    assert names(items[0]) == expected and items[0].patient_id == "COHORT-00000"
    (folder / "plan.json").write_text("[]")
    assert len(find_items([tree])) == 2  # the RTPLAN beside it still stands


def test_a_pipe_is_not_waited_for(tree):
    os.mkfifo(tree / "implant_0000" / "pipe.dcm")
    os.mkfifo(tree / "implant_0001" / "plan.json")
    assert len(find_items([tree])) == 2
    with pytest.raises(BadInput, match="no plan found"):
        find_items([tree / "implant_0000" / "pipe.dcm"])


def test_overlapping_paths_and_empty_ones(tree, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "notes.txt").write_text("nothing")
    items = find_items([tree, tree / "implant_0001", tmp_path / "empty", tmp_path / "notes.txt"])
    assert len(items) == 4
    assert [bool(item.trouble) for item in items] == [False, False, True, True]


def test_one_patient_one_pseudonym(tree):
    for k in (0, 1):
        for file in ("RP.dcm", "RS.dcm"):
            edit(tree / f"implant_000{k}" / file, PatientID="SAME")
    first, second = find_items([tree])
    assert first.patient == second.patient and first.case != second.case
    assert first.patient_id == "SAME" and "SAME" not in first.patient
    assert pseudonym("case", first.plan_uid) == first.case


def write_manifest(folder, text):
    (folder / "m.csv").write_text(text)
    return folder / "m.csv"


def test_a_manifest_says_what_uids_do_not(tree):
    path = write_manifest(
        tree,
        "plan,structures,targets,source,prescription_gy\n"
        "implant_0000/RP.dcm,implant_0001/RS.dcm,GTV; Aorta,i125_6702,100\n"
        "implant_0001/RP.dcm,implant_0009/RS.dcm,,,\n",
    )
    first, second = find_items([path])
    assert first.targets == ("GTV", "Aorta") and first.source == "i125_6702" and first.prescription_gy == 100
    assert first.structures_file == str(tree / "implant_0001" / "RS.dcm") and not first.dose_file
    assert "structures file is not there (m.csv line 3)" in second.trouble


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "column plan is missing"),
        ("plan,colour\na,b\n", "colour"),
        ("structures\na\n", "column plan is missing"),
        ("plan,plan\na,b\n", "column plan comes twice"),
        ("plan\n", "no rows"),
        ("plan,structures\na,b,c\n", "m.csv:2: 3 values"),
        ('plan\n"a', "m.csv:2: not a table"),
    ],
)
def test_wrong_manifests(tmp_path, text, message):
    with pytest.raises(BadInput, match=message):
        read_manifest(write_manifest(tmp_path, text))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        (",implant_0000/RS.dcm,", "no plan"),
        ("implant_0000/RP.dcm,implant_0000/RS.dcm,much", "prescription_gy is 'much'"),
        ("implant_0000/RP.dcm,implant_0000/RS.dcm,-1", "prescription_gy is '-1'"),
        ("implant_0000/RP.dcm,nowhere.dcm,", "structures file is not there"),
    ],
)
def test_a_wrong_row_of_a_manifest_is_its_own_trouble(tree, row, why):
    head, right = "plan,structures,prescription_gy", "implant_0001/RP.dcm,implant_0001/RS.dcm,100"
    items = find_items([write_manifest(tree, f"{head}\n{row}\n{right}\n")])
    assert why in items[0].trouble and "line 2" in items[0].trouble and not items[1].trouble


def test_a_plan_without_structures_in_a_manifest(tree):
    (item,) = read_manifest(write_manifest(tree, "plan\nimplant_0000/RP.dcm\n"))
    assert "no structures given" in item.trouble


def test_no_plan_anywhere(tmp_path):
    with pytest.raises(BadInput, match="no plan found"):
        find_items([tmp_path])


def test_plans_for_afterloaders_stand_with_their_files(shared_data):
    items = find_items([shared_data / "hdr-vitesse-phantom"])
    assert [names(i) for i in items] == [
        {"plan": "PL001.dcm", "structures": "SS001.dcm", "dose": "DO001.dcm"}
    ]
