"""A real Dask scheduler and worker processes on loopback, for tests."""

import json
import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

TESTS = Path(__file__).parent
START_S = 60.0


def _start(module, *arguments, log):
    environment = dict(os.environ, PYTHONPATH=f"{TESTS}{os.pathsep}{TESTS.parent}")
    command = [sys.executable, "-m", f"distributed.cli.{module}", *arguments]
    return subprocess.Popen(command, env=environment, stdout=log, stderr=log)


@contextmanager
def cluster(folder, workers=2):
    """Yield the scheduler's address and the worker processes; all are ended on the way out."""
    where = folder / "scheduler.json"
    with open(folder / "dask.log", "wb") as log:
        running = [
            _start(
                "dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard",
                "--scheduler-file", str(where), log=log,
            )
        ]  # fmt: skip
        try:
            deadline = time.monotonic() + START_S
            while not where.exists() or not where.read_text().endswith("}"):
                assert time.monotonic() < deadline, (folder / "dask.log").read_text()
                time.sleep(0.05)
            address = json.loads(where.read_text())["address"]
            running += [
                _start(
                    "dask_worker", address, "--nthreads", "1", "--no-nanny", "--no-dashboard",
                    "--host", "127.0.0.1", "--local-directory", str(folder), log=log,
                )
                for _ in range(workers)
            ]  # fmt: skip
            yield address, running[1:]
        finally:
            for process in reversed(running):
                process.terminate()
            for process in running:
                try:
                    process.wait(20)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()
