"""Worker processes: one outcome for every item, whatever happens to the workers."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from tps.batch.run.error_boundary import attempt
from tps.batch.run.items import Executor
from tps.batch.run.pool import ATTEMPTS, run_pool, run_serial
from tps.errors import BadInput, WrongUsage


@dataclass(frozen=True)
class Job:
    case: str
    number: int


def jobs(n):
    return [Job(f"case-{i}", i) for i in range(n)]


def square(job, bad=()):
    if job.number in bad:
        raise BadInput("no good", where=f"plan {job.number}")
    return {"square": job.number**2, "threads": os.environ.get("NUMBA_NUM_THREADS")}


def fault(job):
    raise KeyError("Mustermann^Max")


def die_once(job, folder):
    mark = Path(folder) / f"{job.number}"
    if job.number % 3 == 0 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return {"square": job.number**2}


def die_always(job):
    if job.number == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return {"square": job.number**2}


def test_serial_and_pool_agree():
    task = partial(square, bad=(2, 5))
    serial = {o.case: (o.value and o.value["square"], o.error) for o in run_serial(task, jobs(9))}
    pool = {o.case: (o.value and o.value["square"], o.error) for o in run_pool(task, jobs(9), 2)}
    assert serial == pool and len(serial) == 9
    assert serial["case-5"] == (None, "plan 5: no good")
    assert serial["case-8"] == (64, "")


def test_workers_use_one_thread_and_leave_ours_alone(monkeypatch):
    monkeypatch.setenv("NUMBA_NUM_THREADS", "2")
    assert {o.value["threads"] for o in run_pool(square, jobs(3), 2)} == {"1"}
    assert os.environ["NUMBA_NUM_THREADS"] == "2"


def test_killed_workers_are_replaced_and_nothing_is_lost_or_doubled(tmp_path):
    outcomes = list(run_pool(partial(die_once, folder=str(tmp_path)), jobs(8), 2))
    assert sorted(o.case for o in outcomes) == sorted(j.case for j in jobs(8))
    assert {o.case: o.value for o in outcomes} == {j.case: {"square": j.number**2} for j in jobs(8)}


def test_a_plan_that_kills_every_worker_becomes_an_error():
    outcomes = {o.case: o for o in run_pool(die_always, jobs(4), 2)}
    assert outcomes["case-1"].error == f"its worker process died {ATTEMPTS} times (signal 9)"
    assert outcomes["case-1"].is_fault
    assert all(not o.error for case, o in outcomes.items() if case != "case-1") and len(outcomes) == 4


def test_items_are_taken_only_as_workers_become_free():
    taken = []

    def items():
        for job in jobs(50):
            taken.append(job.number)
            yield job

    run = run_pool(square, items(), 2)
    next(run)
    assert len(taken) <= 4  # one with each worker, and one more asked for after each that is finished
    run.close()


def test_workers_are_gone_when_the_run_is_left():
    run = run_pool(square, jobs(50), 2)
    next(run)
    children = _children()
    assert len(children) >= 2
    run.close()
    deadline = time.monotonic() + 10
    while children & _children() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not children & _children()


def _children():
    own = Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children")
    if not own.exists():
        pytest.skip("the system does not tell a process its children")
    named = {
        pid for pid in own.read_text().split() if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()
    }
    return named


# A worker told to end while compiled code calls back into Python, where an exception can only be dropped.
TOLD_IN_A_CALLBACK = """
import ctypes, os, signal, sys, threading, time
sys.path.insert(0, sys.argv[1])
from multiprocessing import Event, Pipe
from types import SimpleNamespace
from tps.batch.run.pool import work_until_told

def task(item):
    def back():
        os.kill(os.getpid(), signal.SIGTERM)
        for _ in range(1000):  # the signal is heard between two of Python's instructions
            pass
    ctypes.CFUNCTYPE(None)(back)()
    time.sleep(60)

near, far = Pipe()
near.send(SimpleNamespace(case="case-0"))
work_until_told(far, task, Event())
"""


def test_a_worker_told_to_end_in_a_callback_ends_without_a_word():
    root = Path(__file__).parents[2]
    told = subprocess.run(
        [sys.executable, "-c", TOLD_IN_A_CALLBACK, str(root)], capture_output=True, timeout=50
    )
    assert (told.returncode, told.stderr) == (128 + signal.SIGTERM, b"")


def test_unexpected_faults_tell_their_place_and_not_their_text():
    outcome = attempt(fault, jobs(1)[0])
    assert outcome.is_fault and "KeyError" in outcome.error and "Mustermann" not in outcome.error


def test_faults_inside_the_package_name_the_line():
    from tps.batch.find.discovery import pseudonym

    outcome = attempt(lambda job: pseudonym("case", job.number), jobs(1)[0])
    assert "AttributeError in tps/batch/find/discovery.py line" in outcome.error


def test_missing_files_are_told_without_their_path(tmp_path):
    outcome = attempt(lambda job: (tmp_path / "Mustermann").read_bytes(), jobs(1)[0])
    assert outcome.error == "a file cannot be read or written: No such file or directory"
    assert not outcome.is_fault


@pytest.mark.parametrize("options", [{"workers": 0}, {"workers": 2, "scheduler": "tcp://localhost:1"}])
def test_contradicting_places_are_refused(options):
    with pytest.raises(WrongUsage):
        Executor(**options)


def test_no_items_need_no_workers():
    assert list(Executor().outcomes(square, [])) == []
