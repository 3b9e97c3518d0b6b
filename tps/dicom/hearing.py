"""Who hears how far the reading of a scan is."""

from collections.abc import Callable
from dataclasses import dataclass

from tps.model import Volume


def _nobody(*_told: object) -> None:
    """Nobody listens."""


@dataclass(frozen=True)
class Hearing:
    """What is called while a scan is read.

    Parameters
    ----------
    images : callable (done, of)
        Each time another image is read.
    scan : callable (Volume)
        Once, as soon as the scan is whole; whether it fits to anything else is not known then.
    """

    images: Callable[[int, int], None] = _nobody
    scan: Callable[[Volume], None] = _nobody


SILENT = Hearing()
