"""Linear algebra with one thread: so that a sum is added up in the same order in every kind of worker."""

from collections.abc import Iterator
from contextlib import contextmanager

from threadpoolctl import threadpool_limits


@contextmanager
def one_blas_thread() -> Iterator[None]:
    """Keep BLAS to one thread inside the block.

    OpenBLAS splits a dot product among its threads, and their number changes the last bit of the result.
    """
    with threadpool_limits(limits=1, user_api="blas"):
        yield
