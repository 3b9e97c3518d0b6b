"""Other people's programs: where they are, and what they say; a test is skipped where one is missing."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

# A Python environment of their own for peers that need older libraries than ours; `make peers` makes it.
PEERS = Path(os.environ.get("SEEDWRIGHT_PEERS", Path.home() / ".cache" / "seedwright-peers"))


def run(program: str, *arguments, cwd=None) -> str:
    """What a program prints, on both streams; the test is skipped if it is not installed."""
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed (make system)")
    done = subprocess.run(
        [program, *map(str, arguments)], capture_output=True, text=True, cwd=cwd, timeout=120, check=False
    )
    return done.stdout + done.stderr


def run_peer(code: str, *arguments, timeout_s: float = 180) -> dict:
    """Run Python ``code`` in the peers' environment, in a process of its own; its last line is JSON.

    The test is skipped if the environment is not there.
    """
    python = PEERS / "bin" / "python"
    if not python.exists():
        pytest.skip(f"no environment with PyGRPM and dicompyler-core in {PEERS} (make peers)")
    done = subprocess.run(
        [python, "-W", "ignore", "-c", code, *map(str, arguments)],
        capture_output=True,
        text=True,
        timeout=timeout_s,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.strip().splitlines()[-1])
