"""Archives, and servers that misbehave; all on the loopback interface, ended by their ids."""

import os
import re
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest
from orthanc import free_port, running
from pydicom import dcmread, dcmwrite
from tried_cases import HOSTILE, ON_THIS_MACHINE, TRIED, Run, made, planned, tps

pytestmark = ON_THIS_MACHINE


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
