"""One kernel on several threads, each taking the next piece of work until none is left.

Plain threads and kernels that release the GIL: compiling a kernel for ``numba.prange`` takes several times as
long, and a thread that another process holds up would hold up its whole share of the work.

The threads stay from call to call: to start one takes as long as many a kernel, longer where other work has
the machine.  One that has not begun by the time that all pieces are taken is not waited for.
"""

import os
from concurrent.futures import ThreadPoolExecutor, wait
from functools import cache

import numba
import numpy as np


def most_threads() -> int:
    """What this process may use at most: NUMBA_NUM_THREADS, or the number of cores."""
    return numba.config.NUMBA_NUM_THREADS  # type: ignore[attr-defined]  # numba sets it as it is loaded


@cache
def helpers() -> ThreadPoolExecutor:
    """The threads that help whoever calls ``run``; they run kernels alone, so that none waits for another."""
    return ThreadPoolExecutor(most_threads(), "kernel")


# A process that is forked has none of its parent's threads.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=helpers.cache_clear)


def run(kernel, pieces: int, *arguments) -> None:
    """Call ``kernel(counter, *arguments)`` on each of numba's threads, at the same time where they are free.

    Parameters
    ----------
    kernel : compiled function
        Asks ``dose_kernels.compile.options.take(counter)`` for the index of its next piece of work, until
        that is no longer below their number.  Pieces write to different places, so that any number of threads
        gives the same bits.
    pieces : int
        Number of pieces; no more threads than pieces are used.
    *arguments
        Of the kernel, after the counter.
    """
    counter = np.zeros(1, np.int64)
    others = min(numba.get_num_threads(), pieces) - 1
    if others <= 0:
        kernel(counter, *arguments)
        return
    running = [helpers().submit(kernel, counter, *arguments) for _ in range(others)]
    try:
        kernel(counter, *arguments)
    finally:
        # Whatever became of this one: those that have begun still write.
        begun = [one for one in running if not one.cancel()]
        wait(begun)
    for one in begun:
        one.result()
