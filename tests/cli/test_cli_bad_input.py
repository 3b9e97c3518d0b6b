"""Bad input ends in one clear message, exit code 4, and nothing written.  A test per way to go wrong."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pydicom
import pytest

import phantoms
from tps.cli.app import main
from tps.formats.folder import write_folder


@pytest.fixture(scope="module")
def patient(tmp_path_factory) -> Path:
    """A sphere of 1 cc in water, on thick slices: quick to read."""
    return phantoms.write_shape_case(tmp_path_factory.mktemp("bad") / "patient", "sphere", 1.0, slice_mm=5.0)


@pytest.fixture
def mutable(patient, tmp_path) -> Path:
    """A copy of the patient that a test may spoil."""
    return Path(shutil.copytree(patient, tmp_path / "patient"))


def run(monkeypatch, capsys, *arguments) -> tuple[int, str, str]:
    """Run ``tps`` in this process; its exit code, stdout and stderr."""
    monkeypatch.setattr(sys, "argv", ["tps", *map(str, arguments)])
    with pytest.raises(SystemExit) as stopped:
        main()
    out, err = capsys.readouterr()
    return stopped.value.code, out, err


@pytest.fixture
def refused(monkeypatch, capsys, tmp_path):
    """``refused(patient, *options)``: run ``tps plan`` on it, hold it to the contract, give its message."""

    def check(folder, *options, ct="ct", structures="rtstruct.dcm", target="Target", code=4):
        out = tmp_path / "out"
        before = sorted(tmp_path.iterdir())
        words = ["plan", folder / ct, "--out", out, *options]
        if structures:
            words += ["--structures", folder / structures]
        if target:
            words += ["--target", target]
        got, _, message = run(monkeypatch, capsys, *words)
        assert got == code, message
        # On a busy machine the stages that took over a second are told first.
        told, _, what = message.rpartition("tps: error: ")
        assert "Traceback" not in message and what
        assert all(line.endswith(" ...") for line in told.splitlines())
        assert sorted(tmp_path.iterdir()) == before, "something was left behind"
        return message

    return check


def test_empty_folder(refused, patient, mutable):
    (mutable / "empty").mkdir()
    assert (
        "no files" in refused(mutable, ct="empty").lower() or "empty" in refused(mutable, ct="empty").lower()
    )


def test_folder_that_is_not_there(refused, patient):
    assert "none" in refused(patient, ct="none")


def test_no_ct_in_the_folder(refused, mutable):
    other = mutable / "other"
    other.mkdir()
    (other / "notes.txt").write_text("not DICOM")
    shutil.copy(mutable / "rtstruct.dcm", other)
    assert "no CT" in refused(mutable, ct="other")


def test_two_series_are_listed(refused, mutable):
    for path in sorted((mutable / "ct").iterdir()):
        ds = pydicom.dcmread(path)
        ds.SeriesInstanceUID += ".2"
        ds.SOPInstanceUID += ".2"
        ds.file_meta.MediaStorageSOPInstanceUID = ds.SOPInstanceUID
        ds.save_as(path.with_name("b" + path.name))
    message = refused(mutable)
    assert str(ds.SeriesInstanceUID) in message and "--series" in message


def test_missing_slice_is_named(refused, mutable):
    slices = sorted((mutable / "ct").iterdir())
    slices[len(slices) // 2].unlink()
    message = refused(mutable)
    assert "10" in message and "5" in message and "slice" in message


def test_truncated_file_is_named(refused, mutable):
    victim = sorted((mutable / "ct").iterdir())[3]
    victim.write_bytes(victim.read_bytes()[:-2000])
    assert victim.name in refused(mutable)


def test_structures_of_another_patient(refused, mutable):
    other = phantoms.write_shape_case(mutable / "other", "sphere", 1.0, slice_mm=5.0, seed=99)
    ds = pydicom.dcmread(other / "rtstruct.dcm")
    ds.PatientID, ds.StudyInstanceUID = "SOMEBODY-ELSE", ds.StudyInstanceUID + ".9"
    for item in ds.ReferencedFrameOfReferenceSequence:
        item.FrameOfReferenceUID += ".9"
    for item in ds.StructureSetROISequence:
        item.ReferencedFrameOfReferenceUID += ".9"
    ds.FrameOfReferenceUID = ds.ReferencedFrameOfReferenceSequence[0].FrameOfReferenceUID
    ds.save_as(mutable / "rtstruct.dcm")
    message = refused(mutable)
    assert "frame of reference" in message.lower()
    assert "SOMEBODY" not in message


def test_unknown_roi_lists_the_names(refused, patient):
    message = refused(patient, target="Tumour")
    assert "'Tumour'" in message and "Target" in message and "rtstruct.dcm: " in message


def test_unknown_roi_to_avoid_lists_the_names(refused, patient):
    message = refused(patient, "--avoid", "Aorta:5")
    assert "'Aorta'" in message and "Target" in message


def test_limit_on_an_unknown_roi(refused, patient):
    message = refused(patient, "--limit", "Heart D0.1cc < 20 Gy")
    assert "'Heart'" in message and "Target" in message


def test_empty_roi(refused, mutable):
    ds = pydicom.dcmread(mutable / "rtstruct.dcm")
    number = next(r.ROINumber for r in ds.StructureSetROISequence if r.ROIName == "Target")
    item = next(r for r in ds.ROIContourSequence if r.ReferencedROINumber == number)
    del item.ContourSequence
    ds.save_as(mutable / "rtstruct.dcm")
    message = refused(mutable)
    assert "no contours" in message and "rtstruct.dcm: " in message


def test_target_outside_the_scan(refused, patient):
    message = refused(patient, "--target-sphere", "0,0,5000,10", structures="", target="")
    assert "outside the scan" in message and "--target-sphere:" in message
    message = refused(patient, "--target-sphere", "135,0,0,12", structures="", target="")
    assert "outside the scan" in message and "--target-sphere:" in message


def test_target_without_structures(refused, patient):
    assert "--structures" in refused(patient, structures="")


def test_no_target(refused, patient):
    assert "no target" in refused(patient, target="")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--prescription-gy", "20"), "90 to 165 Gy"),
        (("--prescription-gy", "-120"), "above 0 Gy"),
        (("--prescription-gy", "nan"), "above 0 Gy"),
        (("--activity-mci", "0"), "not a seed strength"),
        (("--activity-mci", "-0.6"), "not a seed strength"),
        (("--strength-u", "0"), "not a seed strength"),
        (("--strength-u", "762"), "at most 100 U"),
        (("--spacing-mm", "15:10"), "the lower one first"),
        (("--margin-mm", "-2"), "0 to 30 mm"),
        (("--u-per-mci", "0"), "--u-per-mci: U/mCi of the certificate is 0"),
        (("--threads", "-1"), "threads"),
        (("--source", "i125_6712"), "i125_6711"),
        (("--implant-date", "tomorrow"), "ISO date"),
        (("--max-needles", "0"), "1 or more"),
        (("--seed", "-1"), "--seed: random seed -1"),
        (("--isodose", "-5"), "above 0 Gy"),
        (("--protocol", "/nowhere/clinic.toml"), "cannot be read"),
        (("--existing", "/nowhere/seeds.csv"), "seeds.csv"),
    ],
)
def test_bad_options(refused, patient, options, says):
    assert says in refused(patient, *options)


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (("--activity-mci", "0.6", "--strength-u", "0.762"), "give the strength once"),
        (("--prescribe-to", "D95"), "minimum-peripheral, d90 or d95"),
        (("--dose-bits", "8"), "16 or 32"),
        (("--limit", "Target is cold"), "Target is cold"),
    ],
)
def test_wrong_usage_is_code_2(refused, patient, options, says):
    assert says in refused(patient, *options, code=2)


def test_unknown_option_is_code_2(monkeypatch, capsys):
    code, _, message = run(monkeypatch, capsys, "plan", "--targte", "x")
    assert code == 2 and "--targte" in message and "Traceback" not in message


def test_folder_that_exists_is_left_alone(monkeypatch, capsys, patient, tmp_path):
    out = tmp_path / "mine"
    out.mkdir()
    (out / "thesis.txt").write_text("precious")
    words = (
        "plan",
        patient / "ct",
        "--structures",
        patient / "rtstruct.dcm",
        "--target",
        "Target",
        "--out",
        out,
    )
    code, _, message = run(monkeypatch, capsys, *words)
    assert code == 4 and "--overwrite" in message
    code, _, message = run(monkeypatch, capsys, *words, "--overwrite")
    assert code == 4 and (out / "thesis.txt").read_text() == "precious"


def test_overwriting_never_takes_its_own_input(monkeypatch, capsys, patient, tmp_path):
    out = tmp_path / "out"
    listed = {"plan.json": "", "RTSTRUCT.dcm": ""}
    write_folder(
        out,
        {
            "plan.json": json.dumps({"schema": "seedwright-plan/1", "files": listed}),
            "RTSTRUCT.dcm": (patient / "rtstruct.dcm").read_bytes(),
        },
    )
    shutil.copytree(patient / "ct", out / "ct")
    before = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}
    words = ["plan", out / "ct", "--target", "Target", "--no-report", "--out", out, "--overwrite"]
    code, _, message = run(monkeypatch, capsys, *words, "--structures", out / "RTSTRUCT.dcm")
    assert code == 4 and "RTSTRUCT.dcm would be replaced" in message
    # A run that fails on the way, here at a name, leaves the folder as it was.
    code, _, message = run(
        monkeypatch, capsys, *words, "--structures", patient / "rtstruct.dcm", "--cross", "Nope"
    )
    assert code == 4 and "Nope" in message
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before
    code, _, message = run(monkeypatch, capsys, *words, "--structures", patient / "rtstruct.dcm")
    assert code in (0, 3), message
    kept = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}
    slices = {p: content for p, content in before.items() if p.parent.name == "ct"}
    assert slices.items() <= kept.items() and (out / "RTPLAN.dcm").is_file()


def test_folder_that_cannot_be_made(monkeypatch, capsys, patient, tmp_path):
    (tmp_path / "file").write_text("in the way")
    code, _, message = run(
        monkeypatch,
        capsys,
        "plan",
        patient / "ct",
        "--target-sphere",
        "0,0,0,8",
        "--out",
        tmp_path / "file" / "plan",
    )
    assert code == 4 and "Remedy" in message


@pytest.mark.skipif(os.name != "posix", reason="file size limits are POSIX")
def test_full_disk_leaves_nothing(patient, tmp_path):
    """A limit on the size of any file stands for a disk that is full: writing fails part of the way."""
    code = (
        "import resource, signal, sys\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
        "sys.argv = ['tps', *sys.argv[1:]]\n"
        "from tps.cli.app import main\n"
        "main()\n"
    )
    out = tmp_path / "out"
    command = [sys.executable, "-c", code, "plan", patient / "ct", "--structures", patient / "rtstruct.dcm"]
    command += ["--target", "Target", "--out", out, "--no-report"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 4, done.stderr
    assert "nothing was" in done.stderr and list(tmp_path.iterdir()) == []


def test_a_fault_is_no_traceback(monkeypatch, capsys, patient, tmp_path):
    monkeypatch.setattr("tps.pipeline.load.check_beside_plan", lambda *a, **k: 1 / 0)
    code, _, message = run(
        monkeypatch, capsys, "plan", patient / "ct", "--target", "T", "--out", tmp_path / "out"
    )
    assert code == 1 and "fault of this program" in message and "Traceback" not in message


def test_ctrl_c_says_that_it_stopped(monkeypatch, capsys, patient, tmp_path):
    def stopped(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr("tps.pipeline.load.check_beside_plan", stopped)
    code, _, message = run(
        monkeypatch, capsys, "plan", patient / "ct", "--target", "T", "--out", tmp_path / "out"
    )
    assert code == 130 and "stopped; nothing half-written" in message and "Traceback" not in message
    assert list(tmp_path.iterdir()) == []


def test_tilted_gantry(monkeypatch, capsys, shared_data, tmp_path):
    code, _, message = run(
        monkeypatch,
        capsys,
        "plan",
        shared_data / "head-tilt-ge/ct",
        "--target-sphere",
        "0,0,0,10",
        "--out",
        tmp_path / "o",
    )
    assert code == 4 and "tilt" in message and "18.5" in message and not (tmp_path / "o").exists()


def test_tilted_gantry_is_straightened_on_request(shared_data):
    from tps.pipeline.load import load_case

    case = load_case(shared_data / "head-tilt-ge/ct", resample=True)
    assert any("resampled" in w or "straightened" in w for w in case.warnings)
