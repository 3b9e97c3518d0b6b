"""Cases that outsiders tried, as their scripts make them, through the command line: each as it should be.

The scripts and files lie in ``../shared/tried``, one folder a case, each with what was found and what should
be.  What they found stands in the ordinary tests too, with inputs made by this repository's own code; here
the very inputs of the finders are run.  Servers run on the loopback interface and are ended by their ids.
"""

import csv
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
import zipfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from orthanc import free_port, running
from places import ROOT, SHARED
from pydicom import dcmread, dcmwrite

TRIED = SHARED / "tried"
HOSTILE = TRIED / "hostile"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not TRIED.is_dir(), reason="the cases (../shared/tried) are not on this machine"),
]

# Volume (cm3) of a ball of 12 mm drawn on planes 2.5 mm apart with 48 corners.
BALL_CC = 7.22

# No command of these needs more; what is wrong takes all there is.
MOST_BYTES = 8_000_000_000
LONGEST_S = 300


@dataclass(frozen=True)
class Run:
    """What a command did."""

    code: int
    out: str
    error: str

    @property
    def said(self) -> str:
        """All it said, with the breaks of a narrow screen taken out."""
        return re.sub(r"\s+", " ", self.out + " " + self.error)


def limited() -> None:
    """In the child: no more memory than a small machine has."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_BYTES, MOST_BYTES))


def tps(*arguments, where: Path, env: dict | None = None, raw: bool = False) -> Run:
    """Run ``tps``; whatever it does, it never speaks of a fault of its own."""
    command = [sys.executable, "-m", "tps.cli", *map(os.fspath, arguments)]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "COLUMNS": "200"} | (env or {})
    done = subprocess.run(
        command,
        cwd=where,
        env=environment,
        capture_output=True,
        timeout=LONGEST_S,
        preexec_fn=limited,
        check=False,
    )
    out, error = (b.decode("utf-8", "backslashreplace") for b in (done.stdout, done.stderr))
    assert "fault of this program" not in error and "Traceback" not in error, error
    assert raw or "Warning:" not in error, error  # warnings of libraries belong on no screen
    return Run(done.returncode, out, error)


def made(case: str, folder: Path, *arguments) -> Path:
    """The case's inputs, made by its own script."""
    script = next(TRIED.glob(f"{case}-*")) / "make.py"
    done = subprocess.run(
        [sys.executable, "-W", "ignore", script, folder, *arguments],
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        timeout=LONGEST_S,
        check=False,
    )
    if done.returncode and "ModuleNotFoundError" in done.stderr:
        pytest.skip(f"the case's script needs {done.stderr.rsplit(' ', 1)[-1].strip()}")
    assert done.returncode == 0, done.stderr
    return folder


def planned(
    where: Path, structures: str, *more, ct="ct", target="GTV", out="plan", **run
) -> tuple[Run, dict]:
    """A plan without report, and its ``plan.json`` ({} where none was written)."""
    plan = ("plan", ct, "--structures", structures, "--target", target, "--no-report", "--out", out)
    done = tps(*plan, *more, where=where, **run)
    file = where / out / "plan.json"
    return done, json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def volume_cc(plan: dict, roi: str = "GTV") -> float:
    return plan["metrics"][roi]["volume_cc"]


def rows_of(path: Path) -> list[dict]:
    return list(csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines()))


def test_01_no_needle_enters_through_the_edge_of_the_circle_of_view(tmp_path):
    made("01", tmp_path)
    for name in ("minus2000", "minus3024", "padding"):
        done, plan = planned(tmp_path / name, "rs.dcm")
        assert done.code == 0 and "the scan cuts the patient at its circle of view" in done.said
        entries = np.array([n["entry_mm"] for n in plan["needles"]])
        # The true skin is the ellipse; a voxel measures 2 mm.
        assert np.abs(np.hypot(entries[:, 0] / 105, entries[:, 1] / 70) - 1).max() < 2 / 70
        assert np.hypot(entries[:, 0], entries[:, 1]).max() < 77


@pytest.mark.parametrize(
    "name", ["plain", "rounded", "shifted_0.01", "shifted_0.2", "more_points", "target_part"]
)
def test_02_a_contour_that_is_there_twice_counts_once(tmp_path, name):
    made("02", tmp_path)
    done, plan = planned(tmp_path, f"{name}.dcm")
    assert done.code == 0
    assert volume_cc(plan) == pytest.approx(BALL_CC, rel=0.01)
    assert ("drawn twice" in done.said) == (name != "plain")


def test_02_a_contour_that_runs_round_twice_is_refused(tmp_path):
    made("02", tmp_path)
    done, plan = planned(tmp_path, "wound_twice.dcm")
    assert done.code == 4 and not plan
    assert "'GTV'" in done.said and "runs round a place twice on 9 plane(s), first at -8.8 mm" in done.said


def test_02_a_doubled_organ_is_the_organ(tmp_path):
    made("02", tmp_path)
    done, plan = planned(tmp_path, "organ.dcm", "--avoid", "Bowel:5")
    assert done.code in (0, 3)
    assert volume_cc(plan, "Bowel") == pytest.approx(49.7, rel=0.01)
    assert "ROI 'Bowel': 22 contour(s) are drawn twice" in done.said


def test_03_a_target_of_another_frame_of_reference_is_refused_by_name(tmp_path):
    made("03", tmp_path)
    done, plan = planned(tmp_path, "rs.dcm", target="GTV_MR")
    assert done.code == 4 and not plan
    assert "'GTV_MR'" in done.said and "another frame of reference" in done.said


@pytest.mark.parametrize("name", ["ref0.8", "ref0.3", "ref0.12", "wire0.2", "sliver"])
def test_04_a_region_of_less_than_a_pixel_stops_nothing(tmp_path, name):
    made("04", tmp_path)
    done, plan = planned(tmp_path, f"{name}.dcm")
    assert done.code == 0
    assert ("'Ref point' IS LEFT OUT" in done.said) == (name != "ref0.8")
    assert volume_cc(plan) == pytest.approx(BALL_CC, rel=0.01)


def test_04_nor_a_batch(tmp_path):
    made("04", tmp_path)
    done = tps("recompute", "batch", "--out", "b.csv", "--assume-source", "i125_6711", where=tmp_path)
    assert done.code == 0
    rows = rows_of(tmp_path / "b.csv")
    assert [row["status"] for row in rows if row["roi"] == "GTV"] == ["ok", "ok"]
    assert all("'Ref point' left out" in row["warnings"] for row in rows)


@pytest.mark.parametrize("off", ["0.0", "0.05", "0.15", "0.3"])
def test_05_islands_on_planes_a_little_apart_are_both_there(tmp_path, off):
    made("05", tmp_path)
    done, plan = planned(tmp_path, f"off{off}.dcm")
    assert done.code == 0
    assert volume_cc(plan) == pytest.approx(2 * BALL_CC, rel=0.01)
    assert ("beside others are taken as lying on those" in done.said) == (off in ("0.15", "0.3"))


def name_of(path: Path) -> str:
    """Patient's name, decoded by what the file itself says."""
    dataset = dcmread(path)
    return str(dataset.PatientName)


def texts_of(folder: Path) -> list[str]:
    """All texts of a plan folder: text files, and the values of text in DICOM objects."""
    found = []
    for path in sorted(folder.iterdir()):
        if path.suffix == ".dcm":
            elements = dcmread(path).iterall()
            found += [str(e.value) for e in elements if e.VR in ("PN", "LO", "SH", "ST", "LT", "UT", "CS")]
        else:
            found.append(path.read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("key", ["none", "latin1"])
def test_06_bytes_that_are_not_what_they_say_are_read_as_stated_or_not_at_all(tmp_path, key):
    made("06", tmp_path)
    done = tps("inspect", key, where=tmp_path)
    assert "look like GB18030" in done.said and "--charset gb18030" in done.said
    target = {"ct": f"{key}/ct", "target": "肿瘤靶区"}
    done, plan = planned(tmp_path, f"{key}/rs.dcm", **target)
    assert done.code == 4 and not plan and "--charset" in done.said
    done, plan = planned(tmp_path, f"{key}/rs.dcm", "--charset", "gb18030", **target)
    assert done.code == 0 and volume_cc(plan, "肿瘤靶区") == pytest.approx(BALL_CC, rel=0.01)
    for name in ("RTPLAN", "RTSTRUCT", "RTDOSE"):
        assert name_of(tmp_path / "plan" / f"{name}.dcm") == "王小明"


def test_07_code_extensions_leave_no_escapes(tmp_path):
    made("07", tmp_path)
    done, plan = planned(tmp_path, "rs.dcm", target="肿瘤靶区")
    assert done.code == 0 and set(plan["metrics"]) >= {"肿瘤靶区", "左肾"}
    for name in ("RTPLAN", "RTSTRUCT", "RTDOSE"):
        assert name_of(tmp_path / "plan" / f"{name}.dcm") == "Wang^XiaoMing=王^小明"
    assert not [text for text in texts_of(tmp_path / "plan") if "\x1b" in text]


def test_08_chinese_names_in_pictures_and_tables(tmp_path):
    made("08", tmp_path)
    done = tps(
        "plan",
        "病人 张三/ct",
        *("--structures", "病人 张三/rs.dcm", "--target", "肿瘤靶区", "--avoid", "左肾:5", "--out", "plan"),
        where=tmp_path,
    )
    assert done.code == 0 and "Glyph" not in done.said
    needles = (tmp_path / "plan" / "needles.csv").read_bytes()
    assert needles.startswith(b"\xef\xbb\xbf") or "utf-8" in done.said.lower() or needles.isascii()


def test_09_file_names_that_are_no_utf_8(tmp_path):
    made("09", tmp_path)
    done, plan = planned(tmp_path, "a/rs.dcm", ct="gbk")
    assert done.code == 0 and volume_cc(plan) == pytest.approx(BALL_CC, rel=0.01)
    assert "\\xb1\\xa8\\xb8\\xe6.pdf" in done.said
    recompute = ("recompute", "cohort", "--identify", "--out", "c.csv", "--assume-source", "i125_6711")
    done = tps(*recompute, where=tmp_path)
    assert done.code == 0
    assert [row["status"] for row in rows_of(tmp_path / "c.csv")] == ["ok", "ok"]


def test_10_a_screen_that_is_not_utf_8(tmp_path):
    made("10", tmp_path)
    case = {"ct": "病人 张三/ct", "target": "肿瘤靶区"}
    done, plan = planned(tmp_path, "病人 张三/rs.dcm", env={"PYTHONIOENCODING": "latin-1"}, **case)
    assert done.code == 0 and plan and "Nothing was written" not in done.said
    posix = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = tps("inspect", ".", where=tmp_path, env=posix)
    assert done.code == 0 and "30 images" in done.said


def test_11_a_study_with_a_key_object_and_a_report_is_fetched_whole(tmp_path):
    pytest.importorskip("pynetdicom", reason="the extra `pacs` is not installed")
    made("11", tmp_path / "made")
    (tmp_path / "archive").mkdir()
    with running(tmp_path / "archive") as archive:
        assert tps("send", "made/study", "--to", archive.dimse, where=tmp_path).code == 0
        study = str(dcmread(tmp_path / "made" / "study" / "rs.dcm").StudyInstanceUID)
        ways = {
            "get": ("--from", archive.dimse),
            "move": ("--from", archive.dimse, "--receive", archive.receive),
            "web": ("--from", archive.web),
        }
        for way, options in ways.items():
            done = tps("fetch", *options, "--study", study, "--out", way, where=tmp_path)
            assert done.code == 0 and "9 objects" in done.said, way
            assert len(list((tmp_path / way).rglob("*.dcm"))) == 9


def test_12_an_archive_of_the_default_transfer_syntax_takes_a_plan(tmp_path):
    pytest.importorskip("pynetdicom", reason="the extra `pacs` is not installed")
    script = next(TRIED.glob("12-*")) / "scp.py"
    made("13", tmp_path)
    assert planned(tmp_path, "count.dcm")[0].code == 0
    port = free_port()
    with server(script, str(port), port=port):
        done = tps("send", "plan", "--to", f"TESTPACS@127.0.0.1:{port}", where=tmp_path)
    assert done.code == 0, done.error


@pytest.mark.parametrize("name", ["not_flat", "count", "no_type", "no_data", "nan"])
def test_13_one_bad_region_nobody_needs_stops_nothing(tmp_path, name):
    made("13", tmp_path)
    done, plan = planned(tmp_path, f"{name}.dcm")
    assert done.code == 0 and "'Marker' IS LEFT OUT" in done.said
    assert volume_cc(plan) == pytest.approx(BALL_CC, rel=0.01)
    done, plan = planned(tmp_path, f"{name}.dcm", "--avoid", "Marker:5", out="needed")
    assert done.code == 4 and not plan and "'Marker'" in done.said


@pytest.mark.parametrize("points", [2000, 12000])
def test_14_dense_outlines_take_time_in_proportion(tmp_path, points):
    made("14", tmp_path, str(points))
    for name, count in ((f"rings{points}.dcm", 10), ("body.dcm", 360)):
        begun = time.monotonic()
        done = tps("inspect", name, where=tmp_path)
        assert done.code == 0 and f"({count})" in done.said
        assert time.monotonic() - begun < 30  # alone on a machine: 2 s; quadratic: 626 s


def test_15_a_long_name_is_shortened_at_the_beginning(tmp_path):
    made("15", tmp_path)
    assert f"'{'x' * 70}' is called '{'x' * 62}~1'" in tps("inspect", ".", where=tmp_path).said
    done, plan = planned(tmp_path, "rs.dcm")
    assert done.code == 0 and f"{'x' * 62}~1" in plan["metrics"]
    names = [roi.ROIName for roi in dcmread(tmp_path / "plan" / "RTSTRUCT.dcm").StructureSetROISequence]
    assert f"{'x' * 62}~1" in names


def test_16_cosines_that_tremble_are_taken_with_a_word(tmp_path):
    made("16", tmp_path)
    done, plan = planned(tmp_path, "rs.dcm")
    assert done.code == 0 and "direction cosines differ from image to image" in done.said
    assert volume_cc(plan) == pytest.approx(BALL_CC, rel=0.01)


def test_17_a_mask_in_centimetres_is_refused(tmp_path):
    made("17", tmp_path)
    done, plan = planned(tmp_path, "mm.nrrd", target="mm")
    assert done.code == 0 and volume_cc(plan, "mm") == pytest.approx(7.14, rel=0.02)
    done, plan = planned(tmp_path, "cm.nrrd", target="cm", out="no")
    assert done.code == 4 and not plan and "its unit of length is 'cm'" in done.said


def test_18_a_background_is_no_region(tmp_path):
    made("18", tmp_path)
    done, plan = planned(tmp_path, "labelmap.dcm")
    assert done.code == 0 and "Background" not in plan["metrics"]
    assert volume_cc(plan) == pytest.approx(7.14, rel=0.02)


def test_19_links_are_followed_and_films_are_not_read(tmp_path):
    made("19", tmp_path)
    assert "30 images" in tps("inspect", "cd", where=tmp_path).said
    assert "30 images" in tps("inspect", "linked", where=tmp_path).said
    done, plan = planned(tmp_path, "cd/DICOM/PAT00000/STD00000/RS000001", ct="cd")
    assert done.code == 0 and volume_cc(plan) == pytest.approx(BALL_CC, rel=0.01)
    with open(tmp_path / "cd" / "VIEWER" / "movie.avi", "r+b") as film:
        film.truncate(1_500_000_000)
    begun = time.monotonic()
    assert tps("inspect", "cd", where=tmp_path).code == 0 and time.monotonic() - begun < 15
    recompute = ("recompute", "cohort_links", "--out", "c.csv", "--assume-source", "i125_6711")
    assert tps(*recompute, where=tmp_path).code == 0
    assert [row["status"] for row in rows_of(tmp_path / "c.csv") if row["roi"] == "GTV"] == ["ok", "ok"]


@pytest.mark.parametrize("name", ["gbk", "utf16", "semicolon", "chinese_case"])
def test_20_manifests_as_a_chinese_spreadsheet_saves_them(tmp_path, name):
    made("20", tmp_path)
    patient = next(made("08", tmp_path / "patient").iterdir())
    for part in ("ct", "rs.dcm"):
        shutil.move(patient / part, tmp_path / part)
    done = tps("plan-batch", f"{name}.csv", "--no-report", "--out", "o", where=tmp_path)
    assert done.code == 0, done.said
    rows = {row["roi"]: row for row in rows_of(tmp_path / "o" / "plans.csv")}
    assert rows["肿瘤靶区"]["status"] == "met"
    assert rows["肿瘤靶区"]["case"] == ("张三" if name == "chinese_case" else "p1")
    assert ("note:" in done.said) == (name != "chinese_case")


def test_20_a_table_of_points_in_gbk_is_read_and_told_or_refused_with_a_remedy(tmp_path):
    made("20", tmp_path)
    (tmp_path / "seeds.csv").write_text(
        "seed,needle,x_mm,y_mm,z_mm,ux,uy,uz,strength_u\n1,1,10,0,0,0,0,1,0.762\n", encoding="utf-8"
    )
    options = (
        "--source",
        "i125_6711",
        "--seeds",
        "seeds.csv",
        "--points",
        "points_gbk.csv",
        "--out",
        "d.csv",
    )
    done = tps("dose", *options, where=tmp_path)
    assert done.code == 4 and "备注" in done.said and "Expected" in done.said and "Remedy" in done.said


# --- hostile and odd inputs ---------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def scan(tmp_path_factory) -> Path:
    """The scan that the hostile structure sets are drawn on, and one with a wall of bone."""
    folder = tmp_path_factory.mktemp("hostile")
    for name, archive in (("ct", "ct.zip"), ("bone", "ct_bone370.zip")):
        with zipfile.ZipFile(HOSTILE / archive) as file:
            file.extractall(folder / name)
    return folder


@pytest.fixture(scope="module")
def good_plan(scan) -> Path:
    done, plan = planned(scan, HOSTILE / "rs_ok.dcm", target="Target", out="good")
    assert done.code == 0 and volume_cc(plan, "Target") == pytest.approx(2.136, rel=0.01)
    return scan / "good"


@pytest.mark.parametrize(
    ("name", "organ_cc", "word"),
    [
        ("rs_target_drawn_twice_0.01mm", 7.2, "ROI 'Target': 3 contour(s) are drawn twice"),
        ("rs_organ_drawn_twice_0.2mm", None, "ROI 'Wall': 14 contour(s) are drawn twice"),
        ("rs_tiny_organ", None, "'Organ' IS LEFT OUT: its contours enclose 9e-05 cm3"),
        ("rs_contour_12m", None, "'Organ' IS LEFT OUT: its contours reach over 31.99 m"),
        ("rs_contour_1200m", None, "'Organ' IS LEFT OUT: its contours reach over 3200 m"),
    ],
)
def test_odd_contours(scan, tmp_path, name, organ_cc, word):
    done, plan = planned(scan, HOSTILE / f"{name}.dcm", target="Target", out=tmp_path / "plan")
    assert done.code in (0, 3) and word in done.said
    assert volume_cc(plan, "Target") == pytest.approx(2.136, rel=0.01)
    if organ_cc:
        assert volume_cc(plan, "Organ") == pytest.approx(organ_cc, rel=0.02)


def test_no_needle_goes_through_bone(scan, tmp_path):
    _, plan = planned(
        scan, HOSTILE / "rs_target_for_bone.dcm", ct="bone", target="Target", out=tmp_path / "p"
    )
    slices = sorted((dcmread(f) for f in (scan / "bone").iterdir()), key=lambda d: d.ImagePositionPatient[2])
    hu = np.stack([d.pixel_array for d in slices])
    assert hu.max() >= 370 and plan["needles"]
    for needle in plan["needles"]:
        way = np.linspace(needle["entry_mm"], needle["tip_mm"], 500)
        at = np.round((way - np.array(slices[0].ImagePositionPatient, float)) / 3.0).astype(int)
        assert hu[at[:, 2], at[:, 1], at[:, 0]].max() < 300


@pytest.mark.parametrize("name", ["a_nogeo.mha", "n_units_cmcmcm.nrrd"])
def test_masks_that_do_not_say_where_they_lie(scan, tmp_path, name):
    done, plan = planned(scan, HOSTILE / name, target="Target", out=tmp_path / "plan")
    assert done.code == 4 and not plan
    assert "does not say where in the patient" in done.said or "unit of length is 'cm'" in done.said


def test_no_escape_sequence_reaches_the_screen(scan, tmp_path):
    done, _ = planned(scan, HOSTILE / "rs_ansi_name.dcm", target="ROI 1", out=tmp_path / "plan")
    assert "\x1b" not in done.out + done.error and "\x07" not in done.out + done.error
    assert not [text for text in texts_of(tmp_path / "plan") if "\x1b" in text or "\x07" in text]


@pytest.mark.parametrize("name", ["rs_left_right_brackets", "rs_markup_name", "rs_csv_formula_html"])
def test_names_are_shown_as_they_are_and_run_nothing(scan, tmp_path, name):
    rois = [r.ROIName for r in dcmread(HOSTILE / f"{name}.dcm").StructureSetROISequence]
    done, plan = planned(scan, HOSTILE / f"{name}.dcm", target=rois[0], out=tmp_path / "plan")
    assert done.code in (0, 3) and plan
    # Organs of less than 1 Gy are counted on the screen of a plan, not listed.
    assert rois[0] in done.out
    assert all(roi in tps("inspect", HOSTILE / f"{name}.dcm", where=tmp_path).said for roi in rois)
    for table in (tmp_path / "plan").glob("*.csv"):
        cells = [cell for row in csv.reader(table.read_text("utf-8-sig").splitlines()) for cell in row]
        assert not [cell for cell in cells if cell[:1] in ("=", "@", "+") and not _is_number(cell)], table


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("file", sorted((HOSTILE / "toml").glob("*.toml")), ids=lambda p: p.stem)
def test_no_protocol_value_is_out_of_its_range(scan, tmp_path, file):
    protocol = ("--protocol", file)
    done, plan = planned(scan, HOSTILE / "rs_ok.dcm", *protocol, target="Target", out=tmp_path / "plan")
    assert done.code == 4 and not plan
    assert re.search(rf"{file.stem.partition('___')[0]} is \S+, expected .* to ", done.said)


# --- servers ------------------------------------------------------------------------------------------------


@contextmanager
def server(script: Path, *arguments, port: int, env: dict | None = None):
    """A server that runs as long as the context; ended by its process id."""
    process = subprocess.Popen(
        [sys.executable, script, *arguments],
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"} | (env or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_for(port, process)
        yield process
    finally:
        process.kill()
        process.wait()


def _wait_for(port: int, process) -> None:
    """Until it listens, as the kernel lists it: a connection would count as one by some of them."""
    end = time.monotonic() + 60
    listening = f":{port:04X} "
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended"
        lines = Path("/proc/net/tcp").read_text().splitlines()[1:]
        if any(listening in line.split(maxsplit=2)[1] + " " and " 0A " in line for line in lines):
            return
        time.sleep(0.1)
    raise AssertionError("the server did not start")


@pytest.fixture(scope="module")
def study(scan) -> Path:
    """Slices of the one study that the hostile web server says it has."""
    pytest.importorskip("pynetdicom", reason="the extra `pacs` is not installed")
    folder = scan / "study"
    folder.mkdir()
    for path in sorted((scan / "ct").iterdir())[:21]:
        dataset = dcmread(path)
        dataset.StudyInstanceUID = "1.2.3.4"
        dcmwrite(folder / path.name, dataset, enforce_file_format=True)
    return folder


def from_web(mode: str, study: Path, folder: Path) -> Run:
    port = free_port()
    with server(HOSTILE / "evilweb.py", mode, str(port), port=port, env={"CT": str(study)}):
        return tps(
            *("fetch", "--from", f"http://127.0.0.1:{port}", "--study", "1.2.3.4", "--out", "f"), where=folder
        )


REFUSED = {
    "otherstudy": "another study",
    "mixed": "another study",
    "traversal": "no valid SOP Instance UID",
    "nosop": "no valid SOP Instance UID",
    "longuid": "no valid SOP Instance UID",
    "dupsop": "came twice",
    "garbage": "not DICOM",
    "emptypart": "not DICOM|empty",
    "trunc": "cut short",
    "redirect": "another address",
    "redirloop": "another address",
    "q_list": "not DICOMweb",
    "q_str": "not DICOMweb",
    "q_null": "not DICOMweb",
    "q_deep": "not DICOMweb",
    "q_html": "not DICOMweb",
    "q_gzip": "longer than 20 MB",
    "endless": "longer than",
    "w_gzip": "longer than",
    "w_notmulti": "not DICOMweb",
    "w_noct": "not DICOMweb",
    "w_404": "status 404",
    "w_cut": "breaks off",
}


@pytest.mark.parametrize("mode", REFUSED)
def test_a_web_server_that_misbehaves_is_refused(study, tmp_path, mode):
    done = from_web(mode, study, tmp_path)
    assert done.code == 4 and re.search(REFUSED[mode], done.said), done.said
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    "mode",
    [
        *("plain", "modality", "longmod", "nomodality"),
        *("q_text", "q_dict", "q_neg", "q_huge", "q_valdict"),
    ],
)
def test_oddities_of_a_web_server_do_no_harm(study, tmp_path, mode):
    done = from_web(mode, study, tmp_path)
    assert done.code == 0 and "5 objects" in done.said
    assert [p.name for p in tmp_path.iterdir()] == ["f"] and len(list(tmp_path.rglob("*.dcm"))) == 5


@pytest.mark.parametrize(
    "mode",
    [f"stow_{m}" for m in "garbage html redirect empty fail failnoreason list xml 204".split()],
)
def test_only_what_a_web_server_confirms_counts_as_stored(study, good_plan, tmp_path, mode):
    port = free_port()
    with server(HOSTILE / "evilweb.py", mode, str(port), port=port, env={"CT": str(study)}):
        done = tps("send", good_plan, "--to", f"http://127.0.0.1:{port}", where=tmp_path)
    assert done.code == 4 and "objects stored" not in done.said
    assert ("points to another address" in done.said) == (mode == "stow_redirect")


@pytest.mark.parametrize(
    ("mode", "code", "word"),
    [
        ("plain", 0, "5 objects"),
        ("nocount", 0, "5 objects"),
        ("otherstudy", 4, "another study"),
        ("badsop", 4, "came twice|no valid SOP Instance UID"),
        ("badcount", 4, "refused the question"),
        ("manyfind", 4, "answers to the question for one study"),
    ],
)
def test_an_archive_that_misbehaves_is_refused(study, tmp_path, mode, code, word):
    port = free_port()
    with server(HOSTILE / "evildimse.py", mode, str(port), port=port, env={"CT": str(study)}):
        begun = time.monotonic()
        options = ("--from", f"EVIL@127.0.0.1:{port}", "--study", "1.2.3.4", "--out", "f")
        done = tps("fetch", *options, where=tmp_path)
        assert time.monotonic() - begun < 25
    assert done.code == code and re.search(word, done.said), done.said
    assert [p.name for p in tmp_path.iterdir()] == (["f"] if code == 0 else [])


def test_what_a_stranger_sends_meanwhile_is_not_kept(study, tmp_path):
    port, receiver = free_port(), free_port()
    environment = {"CT": str(study)}
    injection = [sys.executable, HOSTILE / "inject.py", str(receiver), "127.0.0.1", "ME", "1.5"]
    with server(HOSTILE / "evildimse.py", "move", str(port), str(receiver), port=port, env=environment):
        stranger = subprocess.Popen(
            injection,
            env=os.environ | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            options = ("--from", f"EVIL@127.0.0.1:{port}", "--receive", f"ME@127.0.0.1:{receiver}")
            done = tps("fetch", *options, "--study", "1.2.3.4", "--out", "f", where=tmp_path)
            said, _ = stranger.communicate(timeout=30)
        finally:
            stranger.kill()
            stranger.wait()
    assert "0x0" not in said.split("stores:")[-1].split()
    assert done.code == 0
    kept = [dcmread(p) for p in (tmp_path / "f").rglob("*.dcm")]
    assert len(kept) == 5 and {d.PatientID for d in kept} == {"PID123"}
