"""One kernel on several threads, each taking the next piece of work until none is left.

Plain threads and kernels that release the GIL: compiling a kernel for ``numba.prange`` takes several times as
long, and a thread that another process holds up would hold up its whole share of the work.
"""

from concurrent.futures import ThreadPoolExecutor

import numba
import numpy as np


def most_threads() -> int:
    """What this process may use at most: NUMBA_NUM_THREADS, or the number of cores."""
    return numba.config.NUMBA_NUM_THREADS  # type: ignore[attr-defined]  # numba sets it as it is loaded


def run(kernel, pieces: int, *arguments) -> None:
    """Call ``kernel(counter, *arguments)`` once on each of numba's threads at the same time.

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
    with ThreadPoolExecutor(others) as pool:
        running = [pool.submit(kernel, counter, *arguments) for _ in range(others)]
        kernel(counter, *arguments)
    for one in running:
        one.result()
