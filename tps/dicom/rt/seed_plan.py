"""A permanent-seed plan as an RT Plan file states it, whoever wrote it."""

from dataclasses import dataclass
from datetime import datetime

import numpy as np

from tps.model.grid import frozen_array

# A setup of this name in a plan of ours holds seeds that were there before: nothing of it is to be implanted.
ALREADY_IMPLANTED = "Already implanted"


@dataclass(frozen=True)
class PlannedSource:
    """One entry of the plan's list of sources.

    Parameters
    ----------
    number : int
    model, manufacturer, description, isotope : str
        As written ("" where not).
    half_life_h : float
    strength_u : float
        Air-kerma strength at ``reference``, U.
    reference : datetime or None
        When the source has that strength.
    """

    number: int
    model: str
    manufacturer: str
    description: str
    isotope: str
    half_life_h: float
    strength_u: float
    reference: datetime | None


@dataclass(frozen=True, eq=False)
class PlannedSeed:
    """One seed.

    Parameters
    ----------
    position_mm : (3,) float
    direction : (3,) float or None
        Unit vector; None where the plan gives no orientation.
    strength_u : float
        At the reference time of its source.
    source : int
        Number of its source.
    needle : int
        Number of its application setup.
    channel : int
        Number of its channel within the setup.
    """

    position_mm: np.ndarray
    direction: np.ndarray | None
    strength_u: float
    source: int
    needle: int
    channel: int

    def __post_init__(self):
        object.__setattr__(self, "position_mm", frozen_array(self.position_mm, (3,), "position_mm"))
        if self.direction is not None:
            object.__setattr__(self, "direction", frozen_array(self.direction, (3,), "direction"))


@dataclass(frozen=True, eq=False)
class PlannedNeedle:
    """One application setup with channels.

    Parameters
    ----------
    number : int
    name, setup_type : str
    tip_mm, entry_mm : (3,) float or None
        Known only where the plan says so (our own plans do).
    is_earlier : bool
        No needle: seeds that were there before, as our own plans list them.
    """

    number: int
    name: str
    setup_type: str
    tip_mm: np.ndarray | None = None
    entry_mm: np.ndarray | None = None
    is_earlier: bool = False


@dataclass(frozen=True, eq=False)
class SeedPlan:
    """Seeds, sources and prescription of a permanent implant.

    Parameters
    ----------
    seeds : tuple of PlannedSeed
    needles : tuple of PlannedNeedle
    sources : tuple of PlannedSource
        Those that seeds name.
    prescriptions_gy : dict of str to float
        Prescribed dose by what it is prescribed to.
    label, name, approval, manufacturer : str
    sop_uid, study_uid, frame_of_reference_uid, structure_set_uid, patient_id : str
    dose_uids : tuple of str
        RT Dose objects the plan names.
    warnings : tuple of str
    sha256 : str
    """

    seeds: tuple[PlannedSeed, ...]
    needles: tuple[PlannedNeedle, ...]
    sources: tuple[PlannedSource, ...]
    prescriptions_gy: dict[str, float]
    label: str = ""
    name: str = ""
    approval: str = ""
    manufacturer: str = ""
    sop_uid: str = ""
    study_uid: str = ""
    frame_of_reference_uid: str = ""
    structure_set_uid: str = ""
    patient_id: str = ""
    dose_uids: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    sha256: str = ""

    @property
    def prescription_gy(self) -> float | None:
        """The prescribed dose where there is exactly one."""
        doses = set(self.prescriptions_gy.values())
        return doses.pop() if len(doses) == 1 else None

    @property
    def half_life_h(self) -> float:
        """Half-life of the seeds' nuclide (all sources of a plan have the same)."""
        return self.sources[0].half_life_h

    @property
    def earlier_setups(self) -> frozenset[int]:
        """Numbers of the setups that hold seeds there before (of our own plans)."""
        return frozenset(n.number for n in self.needles if n.is_earlier)

    @property
    def earlier_seeds(self) -> tuple[PlannedSeed, ...]:
        """Seeds that were there before."""
        return tuple(s for s in self.seeds if s.needle in self.earlier_setups)
