"""Independent work at the same time: in its order, with the first error, on the threads that are allowed."""

import threading

import numba
import pytest

from tps.geometry.side_by_side import side_by_side


@pytest.fixture
def two_threads():
    before = numba.get_num_threads()
    numba.set_num_threads(min(2, before))
    yield min(2, before)
    numba.set_num_threads(before)


def test_results_come_in_the_order_of_the_work(two_threads):
    if two_threads < 2:
        pytest.skip("one core")
    second = threading.Event()

    def slow():
        assert second.wait(60)
        return 1, numba.get_num_threads()

    def fast():
        second.set()
        return 2, numba.get_num_threads()

    # The first waits for the second: they are under way at the same time, as wide as their caller.
    assert side_by_side([slow, fast]) == [(1, 2), (2, 2)]


def test_with_one_thread_everything_is_done_by_who_calls(two_threads):
    numba.set_num_threads(1)
    assert side_by_side([threading.get_ident] * 3) == [threading.get_ident()] * 3
    assert side_by_side([]) == []


def test_the_first_error_in_order_is_heard(two_threads):
    done = threading.Event()

    def fails(kind, before, after):
        def work():
            if before:
                assert before.wait(60)
            try:
                raise kind("said")
            finally:
                if after:
                    after.set()

        return work

    first, last = fails(KeyError, done if two_threads > 1 else None, None), fails(ValueError, None, done)
    with pytest.raises(KeyError, match="said"):
        side_by_side([first, last])
