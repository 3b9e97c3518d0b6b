"""Folders, links, archives, odd names: every file once, nothing left out without a word, memory bounded."""

import os
import shutil
import subprocess
import tracemalloc
import zipfile
from pathlib import Path

import numpy as np
import pytest
from made_dicom import ct_slices, rtstruct, square, write, write_series
from pydicom.uid import DeflatedExplicitVRLittleEndian, JPEGLSLossless, RLELossless

from benchmarks.batch_cohort import write_cohort
from tps.batch.find.discovery import find_items
from tps.batch.find.item import Item
from tps.batch.rows import without_identity
from tps.batch.table import write_csv
from tps.dicom.case import read_case
from tps.dicom.ct.series import read_ct
from tps.dicom.file import file_source as blobs
from tps.dicom.file.file_tree import shell_word, walk
from tps.dicom.inventory import take_inventory
from tps.errors import BadInput
from tps.formats.visible import shown

# "Patient" in the bytes of Chinese Windows, as Python keeps a name that is no UTF-8.
GBK = os.fsdecode("病人".encode("gbk"))


def names(root, most=1000):
    return [str(p.relative_to(root)) for p in walk(root, most).files]


def test_links_lead_to_each_file_once(tmp_path):
    """Links to folders and files, to each other, upwards and in circles."""
    (tmp_path / "real/a/b").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    for name in ("real/1", "real/a/2", "real/a/b/3", "elsewhere/4", "elsewhere/5"):
        (tmp_path / name).write_bytes(name.encode())
    root = tmp_path / "root"
    root.mkdir()
    (root / "own").write_bytes(b"own")
    (root / ".hidden").symlink_to(tmp_path / "real")
    (root / "tree").symlink_to(tmp_path / "real")
    (root / "again").symlink_to(tmp_path / "real/a")
    (root / "circle").symlink_to(root)
    (root / "up").symlink_to("..")
    assert sorted(Path(n).name for n in names(root)) == ["1", "2", "3", "4", "5", "own"]
    (root / "up").unlink()
    (root / "to_own").symlink_to("own")
    (root / "single").symlink_to(tmp_path / "elsewhere/4")
    (root / "twice").symlink_to(tmp_path / "elsewhere/4")
    assert [n for n in names(root) if n in ("single", "twice", "to_own")] == ["single"]
    assert "own" in names(root), "what is no link goes first"


def test_random_trees_of_links(tmp_path):
    """However folders are linked: the contents that can be reached, each once."""
    for seed in range(12):
        rng = np.random.default_rng(seed)
        base = tmp_path / str(seed)
        folders = [base / "0"]
        folders[0].mkdir(parents=True)
        for k in range(1, 7):
            parent = folders[rng.integers(len(folders))] if rng.random() < 0.5 else base
            folders.append(parent / str(k))
            folders[-1].mkdir()
        for k, folder in enumerate(folders):
            (folder / f"file{k}").write_text(str(k))
        for k in range(8):
            place, goal = (folders[i] for i in rng.integers(len(folders), size=2))
            (place / f"link{k}").symlink_to(goal if rng.random() < 0.7 else next(goal.glob("file*")))
        reached, waiting = set(), [folders[0]]
        while waiting:  # the long way: by the real path of everything
            real = waiting.pop().resolve()
            if real not in reached:
                reached.add(real)
                waiting += list(real.iterdir()) if real.is_dir() else []
        wanted = sorted(p.read_text() for p in reached if p.is_file())
        assert sorted(p.read_text() for p in walk(folders[0], 100).files) == wanted, f"seed {seed}"


def test_a_series_of_links_is_read(tmp_path):
    folder = write_series(ct_slices(), tmp_path / "archive")
    plain = read_ct(folder).volume
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked/ct").symlink_to("../archive")
    (tmp_path / "files").mkdir()
    for k, file in enumerate(folder.iterdir()):
        (tmp_path / f"files/{k}").symlink_to(file)
    shutil.copytree(folder, tmp_path / "beside/ct")
    (tmp_path / "beside/same").symlink_to("ct")
    for name in ("linked", "files", "beside"):
        np.testing.assert_array_equal(read_ct(tmp_path / name).volume.values, plain.values)


def test_a_cohort_of_links_is_found(tmp_path):
    write_cohort(tmp_path / "cohort", 2, 4)
    (tmp_path / "links").mkdir()
    for folder in (tmp_path / "cohort").iterdir():
        (tmp_path / "links" / folder.name).symlink_to(folder)
    items = find_items([tmp_path / "links"])
    assert len(items) == 2 and not any(item.trouble for item in items)
    assert {i.case for i in items} == {i.case for i in find_items([tmp_path / "cohort"])}


# --- what cannot be read ---------------------------------------------------------------------------------


@pytest.fixture
def closed(monkeypatch):
    """A function that closes a folder, for root as well."""
    shut, scandir = set(), os.scandir

    def reading_guard(path):
        if Path(path) in shut:
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("os.scandir", reading_guard)
    return shut.add


def test_a_folder_that_cannot_be_opened_is_not_passed_over(tmp_path, closed):
    """Five slices less at the end would still be a stack."""
    slices = ct_slices((8, 16, 12))
    write_series(slices[:5], tmp_path / "ct/first")
    write_series(slices[5:], tmp_path / "ct/rest")
    assert read_ct(tmp_path / "ct").volume.grid.shape[0] == 8
    closed(tmp_path / "ct/rest")
    with pytest.raises(BadInput, match=r"part of it cannot be read: rest \(Permission denied\)") as caught:
        read_ct(tmp_path / "ct")
    assert "access rights" in caught.value.remedy
    found = take_inventory(tmp_path / "ct")
    assert found.damaged == (("rest", "Permission denied"),) and found.series[0].images == 5
    commands = [a for a in found.advice if "tps plan" in a]
    assert all(a.startswith("then ") for a in commands) and "take them out" in found.advice[0]


def test_a_folder_closed_altogether(tmp_path, closed):
    (tmp_path / "ct").mkdir()
    closed(tmp_path / "ct")
    with pytest.raises(BadInput, match="cannot be read"):
        read_ct(tmp_path / "ct")


def test_a_link_that_leads_nowhere_is_said(tmp_path):
    folder = write_series(ct_slices(), tmp_path / "ct")
    (folder / "gone.dcm").symlink_to("missing")
    with pytest.raises(BadInput, match=r"gone\.dcm \(the link leads nowhere"):
        read_ct(folder)


def test_plans_below_a_closed_folder_are_missing_from_no_table(tmp_path, closed):
    write_cohort(tmp_path, 3, 4)
    folder = sorted(p for p in tmp_path.iterdir() if p.is_dir())[1]
    closed(folder)
    items = find_items([tmp_path])
    assert len(items) == 3
    (failed,) = (i for i in items if i.trouble)
    assert failed.plan_file == str(folder) and "plans below it are missing" in failed.trouble


def test_a_pipe_is_not_waited_for(tmp_path):
    folder = write_series(ct_slices(), tmp_path / "ct")
    os.mkfifo(folder / "pipe")
    assert read_ct(folder).volume.grid.shape[0] == 4


def test_a_film_is_not_read(tmp_path, monkeypatch):
    """Its first bytes say that it is no DICOM; 3 GB of it are no reason to refuse the scan beside it."""
    folder = write_series(ct_slices(), tmp_path / "cd")
    for name, size in (("movie.avi", 3 * 1024**3), ("empty", 0)):
        with open(folder / name, "wb") as stream:
            stream.truncate(size)
    read, whole = [], blobs.read_file
    monkeypatch.setattr(blobs, "read_file", lambda path: read.append(path.name) or whole(path))
    ct = read_ct(folder)
    assert ct.volume.grid.shape[0] == 4 and any("movie.avi" in w for w in ct.warnings)
    found = take_inventory(folder)
    assert found.other == {"not DICOM": 2} and not found.damaged
    assert not {"movie.avi", "empty"} & set(read)


# --- archives --------------------------------------------------------------------------------------------


def test_the_list_of_a_zip_is_read_once(tmp_path, monkeypatch):
    """Whatever the number of members: reading it anew for each takes the square of their number."""
    folder = write_series(ct_slices((30, 8, 8)), tmp_path / "ct")
    with zipfile.ZipFile(tmp_path / "ct.zip", "w") as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, file.name)
    opened, plain = [], zipfile.ZipFile._RealGetContents
    monkeypatch.setattr(zipfile.ZipFile, "_RealGetContents", lambda self: opened.append(1) or plain(self))
    assert read_ct(tmp_path / "ct.zip").volume.grid.shape[0] == 30
    assert len(opened) == 1


def bomb_zip(path):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("a.dcm", "w", force_zip64=True) as stream:
            stream.write(bytes(128) + b"DICM")
            for _ in range(300):
                stream.write(bytes(1024**2))


def bomb_deflated(path):
    dataset = ct_slices((1, 8, 8))[0]
    dataset.file_meta.TransferSyntaxUID = DeflatedExplicitVRLittleEndian
    dataset.ImageComments = "x"
    dataset.add_new(0x7FE00010, "OW", bytes(200 * 1024**2))
    write(dataset, path)


def bomb_rle(path):
    """A frame whose segments unpack to a hundred times the pixels promised."""
    dataset = ct_slices((1, 8, 8))[0]
    dataset.file_meta.TransferSyntaxUID = RLELossless
    runs = b"\x81\x00" * 100_000
    header = np.array([2, 64, 64 + len(runs)] + 13 * [0], "<u4").tobytes()
    frame = header + 2 * runs
    item = b"\xfe\xff\x00\xe0"
    dataset.PixelData = item + bytes(4) + item + len(frame).to_bytes(4, "little") + frame
    dataset["PixelData"].is_undefined_length = True
    write(dataset, path)


def bomb_jpegls(path):
    """The header promises 8 x 8 pixels, the image in it 40,000 x 40,000."""
    dataset = ct_slices((1, 8, 8))[0]
    dataset.compress(JPEGLSLossless, generate_instance_uid=False)
    at = dataset.PixelData.index(b"\xff\xf7")
    size = (40_000).to_bytes(2, "big")
    dataset.PixelData = dataset.PixelData[: at + 5] + 2 * size + dataset.PixelData[at + 9 :]
    write(dataset, path)


@pytest.mark.parametrize("make", [bomb_zip, bomb_deflated, bomb_rle, bomb_jpegls])
def test_bombs_end_in_one_message(tmp_path, make):
    """In little memory: what a file unpacks to is bounded before it is unpacked."""
    path = tmp_path / "ct" / ("a.zip" if make is bomb_zip else "a.dcm")
    path.parent.mkdir()
    make(path)
    source = path if make is bomb_zip else path.parent
    if make not in (bomb_zip, bomb_deflated):  # a second image, so that there is a stack to read
        other = ct_slices((2, 8, 8))[1]
        write(other, path.parent / "b.dcm")
    tracemalloc.start()
    try:
        with pytest.raises(BadInput, match="unpack|a compressed image of 40000|more bytes of pixel data"):
            read_ct(source)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < 150e6  # twice the 64 MB up to which anything is unpacked, for the unpacker's own buffer


def test_large_but_honest_archives_are_read(tmp_path, monkeypatch):
    """The limits hold for what unpacks out of proportion alone."""
    monkeypatch.setattr(blobs, "ZIP_RATIO_FREE_BYTES", 100)
    folder = write_series(ct_slices((4, 64, 48)), tmp_path / "ct")
    with zipfile.ZipFile(tmp_path / "ct.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for file in folder.iterdir():
            archive.write(file, file.name)
    assert read_ct(tmp_path / "ct.zip").volume.grid.shape == (4, 64, 48)
    monkeypatch.setattr(blobs, "MAX_MEMBER_BYTES", 1000)
    with pytest.raises(BadInput, match="promise to unpack"):
        read_ct(tmp_path / "ct.zip")


# --- names that are no UTF-8 -----------------------------------------------------------------------------


def odd_patient(tmp_path):
    """A CT whose folder, files and neighbours are named in GBK; returns folder and structure set."""
    write_series(ct_slices(), tmp_path / "plain")
    folder = tmp_path / f"{GBK}-ct"
    folder.mkdir()
    for file in (tmp_path / "plain").iterdir():
        file.rename(folder / f"{GBK}{file.name}")
    (folder / f"{GBK}.txt").write_bytes(b"read me")
    structures = write(rtstruct({"GTV": [square(-4, 4, 32.5), square(-4, 4, 35)]}), folder / f"{GBK}.rs")
    return folder, structures


def test_file_names_in_gbk_are_shown_escaped(tmp_path):
    folder, structures = odd_patient(tmp_path)
    case = read_case(folder, structures)
    texts = [*case.warnings, *case.file_names]
    assert any("\\xb2\\xa1\\xc8\\xcb.txt" in w for w in case.warnings)
    "".join(texts).encode("utf-8")  # what goes into plan.json and report
    with pytest.raises(BadInput, match=r"\\xb2\\xa1") as caught:
        read_case(folder / "none")
    str(caught.value).encode("utf-8")


def test_what_inspect_advises_can_be_typed(tmp_path):
    """The shell makes the very bytes of the names out of it."""
    folder, structures = odd_patient(tmp_path)
    found = take_inventory(folder)
    found.path.encode("utf-8")
    (command,) = (a for a in found.advice if a.startswith("tps plan"))
    told = subprocess.run(
        ["bash", "-c", command.replace("tps plan", "printf '%s\\0'")], capture_output=True, check=True
    ).stdout.split(b"\0")
    assert told[0] == os.fsencode(folder) and told[2] == os.fsencode(structures)
    for name in ("plain", "with blank", "it's", f"{GBK} it's \\ \n"):
        again = subprocess.run(
            ["bash", "-c", f"printf %s {shell_word(name)}"], capture_output=True, check=True
        )
        assert again.stdout == os.fsencode(name)


def test_tables_hold_paths_that_are_no_utf_8(tmp_path):
    """Escaped; and taken out, as others are, where identities are not asked for."""
    path = f"/data/{GBK}/RP.dcm"
    item = Item("case", path, patient_id="")
    write_csv(tmp_path / "t.csv", [{"plan_file": path}], (("plan_file", "text", ""),))
    assert (tmp_path / "t.csv").read_text(
        encoding="utf-8-sig"
    ) == "plan_file\n/data/\\xb2\\xa1\\xc8\\xcb/RP.dcm\n"
    for message in (f"{path}: damaged", f"{shown(path)}: damaged"):
        assert without_identity(message, item) == "<plan file>: damaged"
    assert shown("a\ud800b") == "a\\ud800b"
