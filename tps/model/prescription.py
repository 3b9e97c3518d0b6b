"""What dose is asked for, and where."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Prescription:
    """Total dose of the permanent implant.

    Parameters
    ----------
    dose_gy : float
        Prescription dose, Gy, > 0.
    metric : {"minimum-peripheral", "d90"}
        ``minimum-peripheral``: the lowest dose on the target's surface; ``d90``: the dose that 90 % of the
        target's volume gets at least.
    """

    dose_gy: float = 120.0
    metric: Literal["minimum-peripheral", "d90"] = "minimum-peripheral"

    def __post_init__(self):
        if not self.dose_gy > 0 or self.dose_gy == float("inf"):
            raise ValueError(f"dose_gy is {self.dose_gy}, must be positive and finite")
        if self.metric not in ("minimum-peripheral", "d90"):
            raise ValueError(f"metric is {self.metric!r}, expected 'minimum-peripheral' or 'd90'")
