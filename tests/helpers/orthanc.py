"""A real archive for the tests: Orthanc with its DICOMweb plugin, on the loopback interface only."""

import json
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest

PLUGIN = Path("/usr/share/orthanc/plugins/libOrthancDicomWeb.so")
START_S = 90


def free_port() -> int:
    """A TCP port nobody listens on."""
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Archive:
    """A running Orthanc."""

    def __init__(self, folder):
        self.folder = folder
        self.dicom_port, self.http_port, self.receive_port = free_port(), free_port(), free_port()
        self.dimse = f"ORTHANC@127.0.0.1:{self.dicom_port}"
        self.http = f"http://127.0.0.1:{self.http_port}"
        self.web = f"{self.http}/dicom-web"
        self.receive = f"RECEIVER@127.0.0.1:{self.receive_port}"

    def config(self) -> dict:
        return {
            "Name": "test",
            "StorageDirectory": str(self.folder / "db"),
            "IndexDirectory": str(self.folder / "db"),
            "Plugins": [str(PLUGIN)],
            "DicomAet": "ORTHANC",
            "DicomPort": self.dicom_port,
            "DicomCheckCalledAet": True,
            "HttpPort": self.http_port,
            "RemoteAccessAllowed": False,
            "AuthenticationEnabled": False,
            "DicomAlwaysAllowGet": True,
            "DicomAlwaysAllowFind": True,
            "DicomAlwaysAllowMove": True,
            "DicomModalities": {"receiver": ["RECEIVER", "127.0.0.1", self.receive_port]},
            "DicomWeb": {"Enable": True, "Root": "/dicom-web/"},
        }

    def ask(self, path: str):
        """Answer of Orthanc's own interface."""
        with urllib.request.urlopen(self.http + path, timeout=10) as answer:
            return json.load(answer)

    def clear(self) -> None:
        """Delete every patient."""
        for patient in self.ask("/patients"):
            request = urllib.request.Request(f"{self.http}/patients/{patient}", method="DELETE")
            urllib.request.urlopen(request, timeout=10).close()


@contextmanager
def running(folder: Path):
    """An archive that runs as long as the context; ended by its process id."""
    program = shutil.which("Orthanc")
    if program is None or not PLUGIN.exists():
        pytest.skip("Orthanc with its DICOMweb plugin is not installed (make system)")
    archive = Archive(folder)
    (folder / "orthanc.json").write_text(json.dumps(archive.config()))
    with open(folder / "orthanc.log", "w") as log:
        process = subprocess.Popen([program, folder / "orthanc.json"], stdout=log, stderr=log, cwd=folder)
    try:
        _wait(archive, process)
        yield archive
    finally:
        process.terminate()
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(archive: Archive, process) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end:
        assert process.poll() is None, (archive.folder / "orthanc.log").read_text()
        try:
            archive.ask("/dicom-web/studies")
            return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise AssertionError("Orthanc did not start: " + (archive.folder / "orthanc.log").read_text())
