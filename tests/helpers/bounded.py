"""Reading within bounds of time and memory."""

import signal
import tracemalloc
from contextlib import contextmanager

HANG_S = 10


MEMORY_BYTES = 200e6


# An accepted place may differ by this without a word: rounding that scanners do (0.1 mm) for grids and
# seeds, the sampling step of surfaces (1 mm) for single vertices of a contour.
GRID_MM, SEED_MM, VERTEX_MM = 0.1, 0.01, 1.0


class Hang(BaseException):
    """Not an Exception, so that no handler under test can swallow it."""


@contextmanager
def time_limit():
    def stop(signum, frame):
        raise Hang

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(HANG_S)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


@contextmanager
def memory_limit(label, is_on):
    """Measuring triples the time, so it is done where sizes were tampered with, and now and then."""
    if not is_on:
        yield
        return
    tracemalloc.start()
    try:
        yield
    finally:
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < MEMORY_BYTES, f"{label}: {peak / 1e6:.0f} MB"
