"""Needles, seeds, and the plan they make."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from tps.model.approval import Approval
from tps.model.crossing import Crossing
from tps.model.grid import frozen_array
from tps.model.prescription import Prescription
from tps.model.reason import Reason
from tps.model.verdict import Verdict
from tps.model.words import counted

# A direction counts as a unit vector within this; it travels through CSV and DICOM with 6 digits or more.
UNIT_VECTOR_TOLERANCE = 1e-4


def _unit(vector, name: str) -> np.ndarray:
    vector = np.array(frozen_array(vector, (3,), name))
    length = float(np.linalg.norm(vector))
    if abs(length - 1.0) > UNIT_VECTOR_TOLERANCE:
        raise ValueError(f"{name} has length {length:.6g}, expected a unit vector")
    vector /= length
    vector.setflags(write=False)
    return vector


@dataclass(frozen=True, eq=False)
class PlacedSeed:
    """A seed where it lies, whether or not anybody knows its needle and its axis.

    Parameters
    ----------
    id : int
        Counts from 1 through the implant.
    needle : int or None
        Number of the needle that brought it.
    position_mm : (3,) float
        Centre, patient coordinates.
    direction : (3,) float or None
        Unit vector of the seed's axis.
    strength_u : float
        Air-kerma strength at the time of the implant, U.
    """

    id: int
    needle: int | None
    position_mm: np.ndarray
    direction: np.ndarray | None
    strength_u: float

    def __post_init__(self):
        object.__setattr__(self, "position_mm", frozen_array(self.position_mm, (3,), "position_mm"))
        if self.direction is not None:
            object.__setattr__(self, "direction", _unit(self.direction, "direction"))
        if not 0 < self.strength_u < float("inf"):
            raise ValueError(f"strength_u is {self.strength_u}, must be positive and finite")


@dataclass(frozen=True, eq=False)
class Seed(PlacedSeed):
    """One seed of a plan: its needle and its axis are known.

    Parameters
    ----------
    id : int
        Counts from 1 through the whole plan.
    needle : int
        ``id`` of the needle that carries it.
    position_mm : (3,) float
        Centre, patient coordinates.
    direction : (3,) float
        Unit vector of the seed's axis, pointing as its needle does, from entry to tip.
    strength_u : float
        Air-kerma strength at the time of the implant, U.
    """

    id: int
    needle: int
    position_mm: np.ndarray
    direction: np.ndarray
    strength_u: float

    def __post_init__(self):
        if self.direction is None:
            raise ValueError("direction is None, a seed of a plan has one")
        super().__post_init__()


@dataclass(frozen=True, eq=False)
class Needle:
    """One straight needle from the skin to its tip.

    Parameters
    ----------
    id : int
        Counts from 1.
    entry_mm, tip_mm : (3,) float
        Where the axis crosses the skin, and the tip.
    clearance_mm : float
        Smallest distance between the needle's axis and anything it must not touch (bone, avoided
        structures); ``inf`` when there is nothing within the searched range.
    nearest_obstacle : str
        Name of what is nearest, "" if nothing.
    lung_path_mm : float
        Length of the path through lung.
    pleural_passages : int
        How often the path goes into lung.
    skin_angle_deg : float
        Angle between the needle and the skin's normal at its entry; nan where it was not looked at.
    target : str
        Name of the target it serves.
    crossed : tuple of Crossing
        What it passes, in order from the skin; its own target is not among them.
    """

    id: int
    entry_mm: np.ndarray
    tip_mm: np.ndarray
    clearance_mm: float = float("inf")
    nearest_obstacle: str = ""
    lung_path_mm: float = 0.0
    pleural_passages: int = 0
    skin_angle_deg: float = float("nan")
    target: str = ""
    crossed: tuple[Crossing, ...] = ()

    def __post_init__(self):
        object.__setattr__(self, "entry_mm", frozen_array(self.entry_mm, (3,), "entry_mm"))
        object.__setattr__(self, "tip_mm", frozen_array(self.tip_mm, (3,), "tip_mm"))
        if self.length_mm <= 0:
            raise ValueError(f"needle {self.id}: entry and tip coincide")

    @cached_property
    def length_mm(self) -> float:
        """Insertion depth: skin to tip along the needle."""
        return float(np.linalg.norm(self.tip_mm - self.entry_mm))

    @cached_property
    def direction(self) -> np.ndarray:
        """Unit vector from entry to tip, (3,)."""
        found = (self.tip_mm - self.entry_mm) / self.length_mm
        found.setflags(write=False)
        return found


@dataclass(frozen=True, eq=False)
class Plan:
    """An implant: what to put where.  Doses and metrics are computed from it, never stored in it.

    Parameters
    ----------
    source : str
        Name of the source model.
    prescription : Prescription
    targets : tuple of str
        ROI names.
    needles, seeds : tuple of Needle, tuple of Seed
        Every seed names an existing needle.
    status : {"met", "not-met"}
        Whether the prescription is met on every target.
    reasons : tuple of Reason
        When not met: what binds, and what would do.
    warnings : tuple of str
    certificate : dict
        ``seeds``, ``lower_bound``, ``gap`` (None where not asked for).
    search : dict
        How the plan was found (seed of the random generator, iterations, candidates ...).
    verdict : Verdict, optional
        On dose, limits and access, each for itself.
    edited_by_hand : tuple of str
        What somebody changed since the plan was made, in words.
    approval : Approval, optional
        Who signed it.
    """

    source: str
    prescription: Prescription
    targets: tuple[str, ...]
    needles: tuple[Needle, ...]
    seeds: tuple[Seed, ...]
    status: str = "met"
    reasons: tuple[Reason, ...] = ()
    warnings: tuple[str, ...] = ()
    certificate: dict = field(default_factory=lambda: {"seeds": None, "lower_bound": None, "gap": None})
    search: dict = field(default_factory=dict)
    verdict: Verdict | None = None
    edited_by_hand: tuple[str, ...] = ()
    approval: Approval | None = None

    def __post_init__(self):
        known = {n.id for n in self.needles}
        lost = sorted({s.needle for s in self.seeds} - known)
        if lost:
            raise ValueError(f"seeds name needles {lost} that the plan does not have")
        if self.status not in ("met", "not-met"):
            raise ValueError(f"status is {self.status!r}, expected 'met' or 'not-met'")

    @property
    def headline(self) -> str:
        """Dose and limits in capitals: a prescription that is met is called met though a limit fails."""
        if self.verdict is not None:
            return self.verdict.headline
        return "PRESCRIPTION MET" if self.status == "met" else "PRESCRIPTION NOT MET"

    @property
    def size(self) -> str:
        """How much there is to implant, in words: "8 needles, 25 seeds"."""
        return f"{counted(len(self.needles), 'needle')}, {counted(len(self.seeds), 'seed')}"

    @property
    def edits_text(self) -> str:
        """What was changed by hand, in one line; "" for a plan as it was made."""
        return f"Changed by hand: {'; '.join(self.edited_by_hand)}." if self.edited_by_hand else ""

    def edits_of(self, needle_id: int) -> tuple[str, ...]:
        """What was changed by hand on one needle: the words begin with its number."""
        return tuple(
            text
            for text in self.edited_by_hand
            if text.startswith((f"needle {needle_id}:", f"needle {needle_id} "))
        )

    def seeds_on(self, needle_id: int) -> tuple[Seed, ...]:
        """Seeds of one needle, deepest (nearest the tip) first."""
        needle = next(n for n in self.needles if n.id == needle_id)
        mine = [s for s in self.seeds if s.needle == needle_id]
        return tuple(sorted(mine, key=lambda s: -float((s.position_mm - needle.entry_mm) @ needle.direction)))


def seed_arrays(seeds: Iterable[Seed]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Positions (n, 3) mm, directions (n, 3), strengths (n,) U of seeds, float64, for the kernels."""
    seeds = list(seeds)
    position = np.array([s.position_mm for s in seeds], dtype=float).reshape(-1, 3)
    direction = np.array([s.direction for s in seeds], dtype=float).reshape(-1, 3)
    return position, direction, np.array([s.strength_u for s in seeds], dtype=float)
