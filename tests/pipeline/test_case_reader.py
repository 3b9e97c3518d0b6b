"""A case that another process reads: the same as one read here, whatever becomes of that process."""

import numpy as np
import pytest
from hand_plans import write_hand_plan

from tps.dicom.case import read_case
from tps.errors import BadInput, UnknownName
from tps.pipeline.case_reader import CaseReader
from tps.pipeline.load import load_case
from tps.pipeline.reading import USUAL, to_be_shown
from tps.pipeline.reevaluate import open_folder


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_hand_plan(tmp_path_factory.mktemp("read"))


@pytest.fixture
def reader():
    with CaseReader() as found:
        yield found


def heard_by(reader):
    told = []
    reader.images = lambda done, of: told.append((done, of))
    reader.scan = told.append
    return told


def same(a, b):
    """Whether two cases are the same to the last bit, in what may be written too."""
    about = ("identity", "warnings", "files", "file_names", "structures_from", "empty_rois", "left_out")
    assert all(getattr(a, name) == getattr(b, name) for name in about)
    assert list(a.structures) == list(b.structures) and a.ct.grid.shape == b.ct.grid.shape
    for name in ("origin_mm", "spacing_mm", "axes"):
        mine, other = getattr(a.ct.grid, name), getattr(b.ct.grid, name)
        assert np.array_equal(mine, other) and mine.flags.writeable == other.flags.writeable
    assert a.ct.values.dtype == b.ct.values.dtype and np.array_equal(a.ct.values, b.ct.values)
    assert (a.ct.quantity, a.ct.values.flags.writeable) == (b.ct.quantity, b.ct.values.flags.writeable)
    for mine, other in zip(a.structures.values(), b.structures.values(), strict=True):
        assert (mine.name, mine.number, mine.origin) == (other.name, other.number, other.origin)
        for p, q in zip(mine.contours, other.contours, strict=True):
            assert np.array_equal(p.points_mm, q.points_mm)
            assert p.points_mm.flags.writeable == q.points_mm.flags.writeable
    return True


def test_another_process_reads_the_same_and_tells_how_far_it_is(folder, reader):
    told = heard_by(reader)
    what, how = to_be_shown(folder)
    reader.begin(*what, **how)
    opened = open_folder(folder, read=reader.read)
    case = load_case(*what, **how)
    assert same(opened.case, case) and opened.case.read_from == case.read_from
    *images, scan = told
    assert scan is opened.case.ct and images[-1] == (len(scan.values), len(scan.values))
    assert images == sorted(images)
    # It has ended by itself; what is read next is read here.
    assert reader.process.wait(60) == 0
    assert same(open_folder(folder, read=reader.read).case, case) and told[-1] is not scan


def test_what_cannot_be_read_is_said_as_if_it_were_read_here(folder, reader, tmp_path):
    with pytest.raises(BadInput) as here:
        read_case(tmp_path)
    reader.begin(tmp_path, **USUAL)
    with pytest.raises(BadInput) as there:
        load_case(tmp_path, read=reader.read)
    assert str(there.value) == str(here.value) and vars(there.value) == vars(here.value)


def test_an_error_of_another_kind_keeps_its_kind(folder, reader):
    how = USUAL | {"series": "no such series"}
    reader.begin(folder.parent / "ct", None, **how)
    with pytest.raises(UnknownName, match="no such series") as found:
        load_case(folder.parent / "ct", **how, read=reader.read)
    assert found.value.valid


def test_what_the_other_process_does_not_tell_is_read_here(folder, reader):
    told = heard_by(reader)
    what, how = to_be_shown(folder)
    reader.process.kill()
    reader.process.wait()
    reader.begin(*what, **how)
    assert same(load_case(*what, **how, read=reader.read), load_case(*what, **how))
    assert any(not isinstance(t, tuple) for t in told)


def test_another_case_than_the_one_begun_is_read_here(folder, reader):
    what, how = to_be_shown(folder)
    reader.begin(*what, **how)
    scan_alone = load_case(what[0], read=reader.read)
    assert not scan_alone.structures and len(scan_alone.ct.values)


def test_a_reader_that_is_not_needed_is_ended(folder):
    with CaseReader() as reader:
        what, how = to_be_shown(folder)
        reader.begin(*what, **how)
    assert reader.process.returncode is not None


def test_what_will_be_shown_is_what_opening_reads(folder, tmp_path):
    asked = []

    def noted(*what, **how):
        asked.append((what, how))
        return read_case(*what, **how)

    opened = open_folder(folder, read=noted)
    assert asked == [to_be_shown(folder)]
    ct, contours = (opened.case.read_from[name] for name in ("ct_path", "structures_path"))
    assert asked[0][0] == (ct, contours[0])
    moved = to_be_shown(folder, folder.parent / "ct", [folder.parent / "rs.dcm"])
    assert moved[0] == (folder.parent / "ct", str(folder.parent / "rs.dcm"))
    assert to_be_shown(folder.parent / "ct", None, []) == ((folder.parent / "ct", None), USUAL)
    # What cannot be told is said by opening it.
    assert to_be_shown(folder, tmp_path / "gone") is None
    (tmp_path / "plan.json").write_text("{}")
    assert to_be_shown(tmp_path) is None


def test_nothing_that_lies_where_one_works_is_run(folder, tmp_path, monkeypatch):
    # A folder of a patient's files may hold anything.
    for name in ("numpy", "pickle", "pydicom"):
        (tmp_path / f"{name}.py").write_text("open('run', 'w').close()\n")
    monkeypatch.chdir(tmp_path)
    what, how = to_be_shown(folder)
    with CaseReader() as reader:
        told = heard_by(reader)
        reader.begin(*what, **how)
        load_case(*what, **how, read=reader.read)
        assert reader.process.wait(60) == 0 and told
    assert not (tmp_path / "run").exists()
