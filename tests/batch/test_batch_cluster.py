"""A real Dask scheduler with two worker processes: one is killed, nothing is lost or counted twice."""

import socket
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass

import pytest
from dask_processes import cluster

from tps.batch.run.cluster import run_cluster
from tps.errors import BadInput, WrongUsage

pytest.importorskip("distributed", reason="the extra `cluster` is not installed")


@dataclass(frozen=True)
class Job:
    case: str
    number: int


def slow_square(job):
    time.sleep(0.05)
    if job.number == 3:
        raise BadInput("no good")
    return {"square": job.number**2}


JOBS = [Job(f"case-{i}", i) for i in range(40)]


@pytest.mark.patient
def test_a_worker_killed_in_the_middle(tmp_path):
    with cluster(tmp_path) as (address, workers):
        outcomes = []
        for outcome in run_cluster(slow_square, iter(JOBS), address, 0):
            outcomes.append(outcome)
            if len(outcomes) == 8:
                workers[0].kill()
    assert sorted(o.case for o in outcomes) == sorted(job.case for job in JOBS)
    by_case = {o.case: o for o in outcomes}
    assert by_case["case-3"].error == "no good"
    assert all(by_case[job.case].value == {"square": job.number**2} for job in JOBS if job.number != 3)


@contextmanager
def port_taken(number):
    """Keep a port from others, if nobody has it yet."""
    with socket.socket() as listener:
        with suppress(OSError):
            listener.bind(("127.0.0.1", number))
            listener.listen()
        yield


def test_a_cluster_started_for_the_run_gives_the_same_beside_another_one():
    with port_taken(8787):  # where Dask serves its dashboard unless told otherwise
        outcomes = {o.case: o for o in run_cluster(slow_square, JOBS[:6], "local", 2)}
    assert len(outcomes) == 6 and outcomes["case-5"].value == {"square": 25}


def test_a_worker_with_another_program_computes_nothing(monkeypatch):
    monkeypatch.setattr("tps.batch.run.cluster.fingerprint", lambda: "another")
    (outcome,) = run_cluster(slow_square, JOBS[:1], "local", 1)
    assert "another version of this program" in outcome.error and outcome.value is None


def test_no_scheduler_there(monkeypatch):
    monkeypatch.setattr("tps.batch.run.cluster.CONNECT_TIMEOUT_S", 1)
    with pytest.raises(BadInput, match="no Dask scheduler answers"):
        list(run_cluster(slow_square, JOBS, "tcp://127.0.0.1:9", 0))


def test_dask_not_installed(monkeypatch):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(WrongUsage, match=r"seedwright\[cluster\]"):
        list(run_cluster(slow_square, JOBS, "local", 1))
