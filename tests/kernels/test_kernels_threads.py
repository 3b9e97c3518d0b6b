"""Sharing work among threads, and the vector loads and stores that kernels are written with."""

import numba
import numpy as np
import pytest

from dose_kernels.compile import threads
from dose_kernels.compile.options import LANES, add_lanes, exact, fast, set_lanes, take


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
    calls = []
    monkeypatch.setattr(threads.numba, "get_num_threads", lambda: 3)
    for pieces in (0, 1, 2, 50):
        calls.clear()
        threads.run(lambda counter: calls.append(counter), pieces)
        assert len(calls) == max(1, min(3, pieces))
        assert all(counter is calls[0] for counter in calls)


def test_what_goes_wrong_on_another_thread_is_raised(monkeypatch):
    monkeypatch.setattr(threads.numba, "get_num_threads", lambda: 2)
    calls = []

    def kernel(counter):
        calls.append(counter)
        # The call for the caller's own thread may come first or second; one of the two fails.
        if len(calls) == 2:
            raise MemoryError("no room")

    with pytest.raises(MemoryError, match="no room"):
        threads.run(kernel, 2)


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
