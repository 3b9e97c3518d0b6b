"""What a user says about the ways in."""

from dataclasses import dataclass, field

import numpy as np

from tps.errors import BadInput
from tps.model.forbidden import FORBID, ForbiddenDirections, ForbiddenRegion
from tps.model.grid import frozen_array

SIDES = ("anterior", "posterior", "left", "right")

# Limits of what is accepted, mm.
LONGEST_MM = 300.0


@dataclass(frozen=True, eq=False)
class Line:
    """A needle's line as a user gives it: from a point outside or on the skin towards a point in the target.

    Parameters
    ----------
    name : str
        As in the user's table.
    entry_mm, tip_mm : (3,) float
        Two points of the line, patient coordinates; the needle runs from the first towards the second.
    """

    name: str
    entry_mm: np.ndarray
    tip_mm: np.ndarray

    def __post_init__(self):
        object.__setattr__(self, "entry_mm", frozen_array(self.entry_mm, (3,), "entry_mm"))
        object.__setattr__(self, "tip_mm", frozen_array(self.tip_mm, (3,), "tip_mm"))
        if not np.linalg.norm(self.tip_mm - self.entry_mm) > 0:
            raise BadInput(f"line {self.name}: entry and tip coincide", where="--needles")

    @property
    def direction(self) -> np.ndarray:
        """Unit vector inwards, (3,)."""
        way = self.tip_mm - self.entry_mm
        return way / np.linalg.norm(way)


@dataclass(frozen=True, eq=False)
class Steering:
    """The ways in that a user allows; as it stands by default, all of them.

    Parameters
    ----------
    side : str
        "anterior", "posterior", "left" or "right": needles come from there, within 45 degrees in the axial
        plane; "" for any side.
    angle_deg, tilt_deg : float or None
        Exactly this axial-plane angle (and cranio-caudal angle), as the needle sheet gives them.
    in_plane : bool
        No needle leaves the axial plane.
    max_lung_mm : float or None
        Most lung on a needle's way.
    max_depth_mm : float or None
        Deepest tip, from the skin.
    entry : str
        ROI within which needles enter the skin; "" for anywhere.
    directions : tuple of (3,) float
        Only these directions, inwards (those of another plan, say).
    lines : tuple of Line
        Only needles on these lines.
    forbidden : tuple of ForbiddenRegion
        No needle enters these.
    not_from : tuple of ForbiddenDirections
        No needle comes from these.

    Raises
    ------
    BadInput
        For an unknown side, a value out of range, or wishes that exclude each other.
    """

    side: str = ""
    angle_deg: float | None = None
    tilt_deg: float | None = None
    in_plane: bool = False
    max_lung_mm: float | None = None
    max_depth_mm: float | None = None
    entry: str = ""
    directions: tuple[np.ndarray, ...] = field(default_factory=tuple)
    lines: tuple[Line, ...] = ()
    forbidden: tuple[ForbiddenRegion, ...] = ()
    not_from: tuple[ForbiddenDirections, ...] = ()

    def __post_init__(self):
        ways = tuple(frozen_array(d, (3,), "directions") for d in self.directions)
        object.__setattr__(self, "directions", ways)
        for name in ("lines", "forbidden", "not_from"):
            object.__setattr__(self, name, tuple(getattr(self, name)))
        names = [region.name for region in self.forbidden]
        doubled = next((name for name in names if names.count(name) > 1), None)
        if doubled is not None:
            raise BadInput(
                f"two forbidden regions are called {doubled!r}", where=FORBID, remedy="give each a name"
            )
        if self.side and self.side not in SIDES:
            raise BadInput(
                f"side {self.side!r}", where="--from", expected=f"{', '.join(SIDES)}, or DEG[:TILT]"
            )
        for value, option, low, high in (
            (self.angle_deg, "--from", -180.0, 180.0),
            (self.tilt_deg, "--from", -60.0, 60.0),
            (self.max_lung_mm, "--max-lung-mm", 0.0, LONGEST_MM),
            (self.max_depth_mm, "--max-depth-mm", 1.0, LONGEST_MM),
        ):
            if value is not None and not low <= value <= high:
                raise BadInput(f"{value:g}", where=option, expected=f"{low:g} to {high:g}")
        ways_given = {
            "--from": bool(self.side) or self.angle_deg is not None,
            "--keep-approach": bool(self.directions),
            "--needles": bool(self.lines),
        }
        named = [option for option, given in ways_given.items() if given]
        if len(named) > 1:
            raise BadInput(
                f"{' and '.join(named)} both say where needles come from",
                where=named[0],
                remedy="give one of them",
            )
        if self.in_plane and self.tilt_deg:
            raise BadInput(
                f"a tilt of {self.tilt_deg:g} degrees leaves the axial plane",
                where="--from / --in-plane",
                remedy="leave one out",
            )

    @property
    def is_free(self) -> bool:
        """Whether the user leaves the choice of directions to the planner."""
        return not (self.side or self.angle_deg is not None or self.directions or self.lines)
