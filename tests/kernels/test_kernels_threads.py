"""Sharing work among threads, and the vector loads and stores that kernels are written with."""

import os
import subprocess
import sys
import threading
import time

import numba
import numpy as np
import pytest
from places import ROOT

from dose_kernels.compile import threads
from dose_kernels.compile.options import LANES, add_lanes, exact, fast, set_lanes, take
from dose_kernels.compile.threads import most_threads


@exact
def count_visits(counter, visits):
    while True:
        piece = take(counter)
        if piece >= visits.shape[0]:
            return
        visits[piece] += 1


@pytest.fixture
def set_threads():
    before = numba.get_num_threads()
    yield numba.set_num_threads
    numba.set_num_threads(before)


@pytest.mark.parametrize("count", [1, numba.config.NUMBA_NUM_THREADS])
@pytest.mark.parametrize("pieces", [0, 1, 2, 100_000])
def test_every_piece_is_done_once(count, pieces, set_threads):
    set_threads(count)
    visits = np.zeros(pieces, np.int64)
    threads.run(count_visits, pieces, visits)
    assert np.all(visits == 1)


def test_as_many_threads_as_numba_has_but_no_more_than_pieces(monkeypatch):
    for most in (2, most_threads()):
        monkeypatch.setattr(threads.numba, "get_num_threads", lambda most=most: most)
        for pieces in (0, 1, 2, 50):
            calls, wanted = [], max(1, min(most, pieces))
            together = threading.Barrier(wanted)

            def kernel(counter, calls=calls, together=together):
                calls.append((counter, threading.get_ident()))
                together.wait(60)

            threads.run(kernel, pieces)
            assert len(calls) == wanted and len({thread for _, thread in calls}) == wanted
            assert all(counter is calls[0][0] for counter, _ in calls)


def test_what_goes_wrong_on_another_thread_is_raised(monkeypatch):
    monkeypatch.setattr(threads.numba, "get_num_threads", lambda: 2)
    together, mine = threading.Barrier(2), threading.get_ident()

    def kernel(counter):
        together.wait(60)
        if threading.get_ident() != mine:
            raise MemoryError("no room")

    with pytest.raises(MemoryError, match="no room"):
        threads.run(kernel, 2)


def test_where_the_callers_own_thread_fails_the_others_have_ended_before_that_is_raised(monkeypatch):
    monkeypatch.setattr(threads.numba, "get_num_threads", lambda: 2)
    together, mine, ended = threading.Barrier(2), threading.get_ident(), []

    def kernel(counter):
        together.wait(60)
        if threading.get_ident() == mine:
            raise KeyboardInterrupt
        time.sleep(0.2)
        ended.append(True)

    with pytest.raises(KeyboardInterrupt):
        threads.run(kernel, 2)
    assert ended == [True]


def test_a_thread_that_has_not_begun_is_not_waited_for(monkeypatch):
    monkeypatch.setattr(threads.numba, "get_num_threads", lambda: 2)
    free, busy, calls = threading.Event(), threading.Barrier(most_threads() + 1), []

    def hold():
        busy.wait(60)
        assert free.wait(60)

    held = [threads.helpers().submit(hold) for _ in range(most_threads())]
    busy.wait(60)
    threads.run(lambda counter: calls.append(counter), 2)
    assert len(calls) == 1
    free.set()
    for one in held:
        one.result()
    assert len(calls) == 1


def test_threads_are_started_once(monkeypatch):
    monkeypatch.setattr(threads.numba, "get_num_threads", lambda: 2)
    for _ in range(20):
        threads.run(lambda counter: time.sleep(0.001), 2)
    own = [t for t in threading.enumerate() if t.name.startswith("kernel")]
    assert 1 <= len(own) <= most_threads()


FORKED = """
import os, threading
from dose_kernels.compile import threads
threads.numba.get_num_threads = lambda: 2
def together():
    met = threading.Barrier(2)
    threads.run(lambda counter: met.wait(60), 2)
together()
child = os.fork()
if child == 0:
    together()
    os._exit(7)
assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7
together()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")
def test_a_process_that_was_forked_has_threads_of_its_own():
    done = subprocess.run([sys.executable, "-c", FORKED], cwd=ROOT, timeout=120, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


@fast
def weigh(source, places, weights, out):
    set_lanes(out, 3, source, (places[0], places[1]), (weights[0], weights[1]))
    add_lanes(out, 3, source, (places[2],), (weights[2],))


def test_lanes_are_weighted_sums_and_touch_nothing_else(rng):
    source = rng.normal(size=100).astype(np.float32)
    places, weights = np.array([0, 17, 84]), np.array([0.5, -2.0, 3.0], np.float32)
    out = np.full(LANES + 5, 7.0, np.float32)
    weigh(source, places, weights, out)
    expected = sum(w * source[p : p + LANES] for p, w in zip(places, weights, strict=True))
    np.testing.assert_allclose(out[3:-2], expected, rtol=1e-5, atol=1e-6)
    assert np.all(out[:3] == 7.0) and np.all(out[-2:] == 7.0)
