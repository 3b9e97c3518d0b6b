"""Cases that outsiders tried, made by their own scripts and put through the command line.

The scripts and files lie in ``../shared/tried``, one folder a case, each with what was found and what should
be.  What they found stands in the ordinary tests too, with inputs made by this repository's own code; in
``tests/tried`` the very inputs of the finders are run.
"""

import csv
import json
import os
import re
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from places import ROOT, SHARED
from pydicom import dcmread

TRIED = SHARED / "tried"
HOSTILE = TRIED / "hostile"

ON_THIS_MACHINE = [
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
