"""The dose engine of a batch: the engine itself, and the time spent in it."""

import time
from contextlib import contextmanager
from dataclasses import dataclass, field

import numpy as np

from tps.dose.engine import DoseEngine
from tps.model import Volume


@dataclass
class Clock:
    """Seconds spent in each part of the work."""

    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def part(self, name: str):
        """Count the time of a block to ``name``."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.seconds[name] = self.seconds.get(name, 0.0) + time.perf_counter() - start


class TimedEngine(DoseEngine):
    """A ``DoseEngine`` that counts the time spent in it as ``dose``.

    Parameters
    ----------
    engine : DoseEngine
        Whose tables it uses.
    clock : Clock
    """

    def __init__(self, engine: DoseEngine, clock: Clock):
        vars(self).update(vars(engine))
        self._clock = clock

    def dose_gy(self, points, seeds, exact: bool = False) -> np.ndarray:
        """As ``DoseEngine.dose_gy``."""
        with self._clock.part("dose"):
            return super().dose_gy(points, seeds, exact)

    def dose_grid(self, grid, seeds) -> Volume:
        """As ``DoseEngine.dose_grid``."""
        with self._clock.part("dose"):
            return super().dose_grid(grid, seeds)
