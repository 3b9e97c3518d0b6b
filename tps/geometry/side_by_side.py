"""Pieces of work that do not depend on one another, done at the same time."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import numba

Found = TypeVar("Found")


def side_by_side(work: Sequence[Callable[[], Found]]) -> list[Found]:
    """What each piece of work gives, in their order; on as many threads as compiled loops use.

    The first of the pieces that raises, in their order, is heard.

    Parameters
    ----------
    work : sequence of callable
        Pieces that share nothing that changes: any number of threads gives the same bits.
    """
    count = min(numba.get_num_threads(), len(work))
    if count <= 1:
        return [each() for each in work]
    # Each thread has a number of its own for the loops in it, which is not that of who calls.
    threads = numba.get_num_threads()
    with ThreadPoolExecutor(count, "beside", numba.set_num_threads, (threads,)) as pool:
        return [each.result() for each in [pool.submit(each) for each in work]]
