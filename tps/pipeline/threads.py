"""How many cores to use; results never depend on it."""

import os

from tps.errors import BadInput


def use_threads(threads: int) -> int:
    """Use ``threads`` cores (0: all there are) in every compiled loop; returns the number used.

    Raises
    ------
    BadInput
        If the number is negative.
    """
    if threads < 0:
        raise BadInput(f"{threads} threads", where="--threads", expected="0 (all cores) or more")
    import numba

    from dose_kernels.compile.threads import most_threads

    count = min(threads or os.cpu_count() or 1, most_threads())
    numba.set_num_threads(count)
    return count
