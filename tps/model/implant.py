"""Seeds in a patient, however they came to be known: planned, read from a file, found in a CT."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

import numpy as np
from numpy.typing import ArrayLike

from tps.errors import WrongUsage
from tps.model.plan import PlacedSeed, Plan, Seed
from tps.model.prescription import Prescription

# Stands where an axis is asked for and none is known: the 1D formalism does not look at it.
_ANY_AXIS = np.array([0.0, 0.0, 1.0])

# Stands where a needle is asked for and none is known; needles count from 1.
NO_NEEDLE = 0


@dataclass(frozen=True, eq=False)
class Implant:
    """Seeds of one model that gave, give or are to give dose together.

    Parameters
    ----------
    source : str
        Name of the source model; "" where nobody says.
    seeds : tuple of PlacedSeed
        A ``Seed`` where needle and axis are known.
    prescription : Prescription, optional
        None where nobody says.
    at : datetime, optional
        When the seeds have these strengths: the time of the implant.
    """

    source: str
    seeds: tuple[PlacedSeed, ...]
    prescription: Prescription | None = None
    at: datetime | None = None

    @classmethod
    def of_plan(cls, plan: Plan, at: datetime | None = None) -> "Implant":
        """What a plan puts into the patient."""
        return cls(plan.source, plan.seeds, plan.prescription, at)

    @property
    def has_axes(self) -> bool:
        """Every seed's axis is known: the 2D formalism can be used."""
        return all(seed.direction is not None for seed in self.seeds)

    @property
    def positions_mm(self) -> np.ndarray:
        """Centres (n, 3)."""
        return np.array([seed.position_mm for seed in self.seeds], float).reshape(-1, 3)

    @property
    def total_strength_u(self) -> float:
        """Sum of the strengths, U."""
        return sum(seed.strength_u for seed in self.seeds)

    @property
    def reference_gy(self) -> float:
        """The prescribed dose, which volumes and conformity refer to.

        Raises
        ------
        ValueError
            Without a prescription.
        """
        if self.prescription is None:
            raise ValueError("the implant has no prescription")
        return self.prescription.dose_gy

    def dose_seeds(self, formalism: str = "2d") -> tuple[Seed, ...]:
        """The seeds as a dose model takes them.

        Parameters
        ----------
        formalism : {"2d", "1d"}
            With 1d an axis that is not known may be any.

        Raises
        ------
        WrongUsage
            If an axis is not known and the formalism needs it.
        """
        if formalism != "1d" and not self.has_axes:
            raise WrongUsage("the axis of a seed is not known: the 1D formalism is needed")
        return tuple(seed if isinstance(seed, Seed) else _filled(seed) for seed in self.seeds)

    def moved(self, positions_mm: ArrayLike, directions: ArrayLike | None = None) -> "Implant":
        """The same seeds elsewhere.

        Parameters
        ----------
        positions_mm : (n, 3) float
            New centres, in the order of ``seeds``.
        directions : (n, 3) float, optional
            New axes; by default each keeps its own.

        Raises
        ------
        ValueError
            If there are not as many places or axes as seeds.
        """
        places = np.asarray(positions_mm, float).reshape(-1, 3)
        axes: Iterable = [seed.direction for seed in self.seeds]
        if directions is not None:
            axes = np.asarray(directions, float).reshape(-1, 3)
        seeds = tuple(
            replace(seed, position_mm=place, direction=axis)
            for seed, place, axis in zip(self.seeds, places, axes, strict=True)
        )
        return replace(self, seeds=seeds)

    def scaled(self, factor: float) -> "Implant":
        """Every strength times ``factor``, as the dose is."""
        if factor == 1.0:
            return self
        return replace(
            self, seeds=tuple(replace(seed, strength_u=seed.strength_u * factor) for seed in self.seeds)
        )

    def joined(self, seeds: Iterable[PlacedSeed]) -> "Implant":
        """With other seeds of the same model, whose strengths are those at their own implant."""
        return replace(self, seeds=(*self.seeds, *seeds))


def _filled(seed: PlacedSeed) -> Seed:
    needle = NO_NEEDLE if seed.needle is None else seed.needle
    axis = _ANY_AXIS if seed.direction is None else seed.direction
    return Seed(seed.id, needle, seed.position_mm, axis, seed.strength_u)
