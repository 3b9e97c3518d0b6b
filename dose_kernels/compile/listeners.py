"""Who is told when a kernel has to be compiled.  Light to import: nothing of numba is loaded here."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

# What people are told of it.
COMPILING = "compiling once for this machine: this run takes longer (tps warm-up does it beforehand)"

# The ones who listen, the last one last; a stack for ``heard_by``, no setting.
_LISTENERS: list[Callable[[str], None]] = []


@contextmanager
def heard_by(listener: Callable[[str], None]) -> Iterator[None]:
    """Tell ``listener`` the name of every kernel that this process compiles inside the block."""
    _LISTENERS.append(listener)
    try:
        yield
    finally:
        _LISTENERS.remove(listener)


def tell(kernel: str) -> None:
    """Say that a kernel is about to be compiled."""
    for listener in _LISTENERS:
        listener(kernel)
