"""Where the time goes: seconds per stage, in the order they ran."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

ProgressCallback = Callable[[str, float], None]


class Stopwatch:
    """Collects ``timing_s`` while telling the user which stage runs.

    Parameters
    ----------
    progress : callable (stage, fraction), optional
        Called at the start and the end of each stage.
    """

    def __init__(self, progress: ProgressCallback | None = None):
        self._tell = progress or (lambda stage, fraction: None)
        self.timing_s: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[Callable[[float], None]]:
        """Time a stage; yields a function that tells its progress (0-1)."""
        self._tell(name, 0.0)
        start = time.perf_counter()
        yield lambda fraction: self._tell(name, fraction)
        self.timing_s[name] = self.timing_s.get(name, 0.0) + time.perf_counter() - start
        self._tell(name, 1.0)
