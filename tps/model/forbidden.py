"""Where a user lets no needle go: regions of the patient, and directions."""

from dataclasses import dataclass

import numpy as np

from tps.errors import BadInput
from tps.model.grid import frozen_array

FORBID, NOT_FROM = "--forbid", "--not-from"

# A region that is smaller is a slip of the hand, mm2.
LEAST_MM2 = 1.0


@dataclass(frozen=True, eq=False)
class ForbiddenRegion:
    """A region that no needle may enter: an outline, as high as the user says.

    Parameters
    ----------
    name : str
    outline_mm : (n, 2) float, n >= 3
        Its corners, x and y in patient coordinates; the last joins the first.
    from_z_mm, to_z_mm : float
        Its lower and upper end, patient coordinates.

    Raises
    ------
    BadInput
        If it has no name, no area or no height.
    """

    name: str
    outline_mm: np.ndarray
    from_z_mm: float
    to_z_mm: float

    def __post_init__(self):
        if not self.name.strip():
            raise BadInput("a forbidden region has no name", where=FORBID)
        outline = np.asarray(self.outline_mm, float)
        if outline.ndim != 2 or outline.shape[1:] != (2,) or len(outline) < 3:
            raise BadInput(
                f"the outline of {self.name!r} is none",
                where=FORBID,
                expected="three corners or more, x and y",
            )
        object.__setattr__(self, "outline_mm", frozen_array(outline, (None, 2), "outline_mm"))
        if self.area_mm2 < LEAST_MM2:
            raise BadInput(f"{self.name!r} has no area", where=FORBID, expected=f"{LEAST_MM2:g} mm2 or more")
        if not self.from_z_mm < self.to_z_mm:
            raise BadInput(
                f"{self.name!r} reaches from z {self.from_z_mm:g} to {self.to_z_mm:g} mm",
                where=FORBID,
                expected="a lower end below the upper one",
            )

    @property
    def area_mm2(self) -> float:
        """Area of the outline."""
        x, y = np.asarray(self.outline_mm).T
        return float(abs(x @ np.roll(y, -1) - y @ np.roll(x, -1)) / 2)


@dataclass(frozen=True)
class ForbiddenDirections:
    """Directions from which no needle may come, whatever their cranio-caudal angle.

    Parameters
    ----------
    from_deg, to_deg : float
        Axial-plane angles as on the needle sheet, from the one upwards to the other: 150 to -150 holds 180.

    Raises
    ------
    BadInput
        If an angle is none, or both are the same.
    """

    from_deg: float
    to_deg: float

    def __post_init__(self):
        for angle in (self.from_deg, self.to_deg):
            if not -180.0 <= angle <= 180.0:
                raise BadInput(f"{angle:g}", where=NOT_FROM, expected="an angle from -180 to 180 degrees")
        if self.width_deg == 0:
            raise BadInput(
                f"{self.from_deg:g} to {self.to_deg:g} degrees is no range",
                where=NOT_FROM,
                expected="two angles",
            )

    @property
    def width_deg(self) -> float:
        """How far it is from the one to the other, above 0 and below 360."""
        return (self.to_deg - self.from_deg) % 360.0

    def holds(self, axial_deg: float) -> bool:
        """Whether an axial-plane angle lies among them, ends included."""
        return (axial_deg - self.from_deg) % 360.0 <= self.width_deg
