"""The plan that an implant is held against."""

from dataclasses import dataclass, field

import numpy as np

from tps.model import Case, Implant, Needle, PlacedSeed
from tps.model.words import counted


@dataclass(frozen=True, eq=False)
class PlannedImplant:
    """What was to be implanted.

    Parameters
    ----------
    implant : Implant
        Strengths at its own time.
    needles : tuple of Needle
        Empty where the plan does not say where they go.
    targets : tuple of str
    metrics : dict of str to dict
        As the plan tells them; empty where it does not.
    case : Case, optional
        The scan it was made on; None where nobody says where that is.
    earlier : tuple of Implant
        What was there before, earliest first.
    name : str
    parent : dict
        ``parent`` of a plan.json made from it.
    notes : tuple of str
    """

    implant: Implant
    needles: tuple[Needle, ...]
    targets: tuple[str, ...]
    metrics: dict[str, dict]
    case: Case | None
    earlier: tuple[Implant, ...] = ()
    name: str = ""
    parent: dict = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def count_text(self) -> str:
        """How many seeds there should be, in words."""
        text = counted(len(self.implant.seeds), "seed")
        return f"{text} and {len(self.earlier_seeds)} of before" if self.earlier else text

    @property
    def earlier_seeds(self) -> tuple[PlacedSeed, ...]:
        """Seeds that were there before."""
        return tuple(seed for one in self.earlier for seed in one.seeds)

    @property
    def axes(self) -> np.ndarray:
        """Axis of each planned seed's needle (n, 3): as the plan gives it, else through its seeds."""
        found = np.zeros((len(self.implant.seeds), 3))
        places = self.implant.positions_mm
        numbers = np.array([-1 if s.needle is None else s.needle for s in self.implant.seeds])
        for n, seed in enumerate(self.implant.seeds):
            if seed.direction is not None:
                found[n] = seed.direction
                continue
            mine = places[numbers == numbers[n]]
            found[n] = np.linalg.svd(mine - mine.mean(axis=0))[2][0] if len(mine) > 1 else [0.0, 0.0, 1.0]
        return found
