"""What is made once, by whoever asks for it first."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Made = TypeVar("Made")


class Once(Generic[Made]):
    """A value that is made when it is first asked for; who asks meanwhile waits for it.

    What making it raises is raised to who asked, and the next one tries again.

    Parameters
    ----------
    make : callable
        Gives the value.
    """

    def __init__(self, make: Callable[[], Made]):
        self._make = make
        self._lock = threading.Lock()
        self._found: list[Made] = []

    def __call__(self) -> Made:
        """The value."""
        with self._lock:
            if not self._found:
                self._found.append(self._make())
            return self._found[0]

    @property
    def done(self) -> bool:
        """Whether it is there."""
        return bool(self._found)
