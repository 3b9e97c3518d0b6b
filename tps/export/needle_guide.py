"""What the person who pushes a needle measures: where it enters, how it leans, how far, and the steps back.

- *Angle from the vertical*: of the needle seen along the body, between its outer part and straight up in the
  room; its side is named by the patient.
- *Gantry tilt*: that of the image which holds the whole needle, from its entry to its tip; above 0 where the
  image's upper edge leans towards the feet, as for a needle that comes from above and goes towards the head.
- *Steps*: how far to withdraw before each seed, so that its centre lies where it is planned.
"""

import math
from dataclasses import dataclass

import numpy as np

from tps.access.bedside import Bedside
from tps.access.risk import FROM_CT_SUFFIX, risk_of
from tps.export.hub_room import HubRoom, hub_room
from tps.export.operator_terms import NeedleRow, needle_row
from tps.model import Case, Crossing, Needle, Protocol, Seed

# Of a needle's shaft this much stays outside the skin, for its hub and a grip.
GRIP_MM = 20.0

# Below this an angle is none: nobody holds a needle better.
STRAIGHT_DEG = 0.5

SIDES = {
    (0, -1): "the patient's right",
    (0, 1): "the patient's left",
    (1, -1): "the patient's front",
    (1, 1): "the patient's back",
    (2, -1): "the feet",
    (2, 1): "the head",
}


@dataclass(frozen=True, eq=False)
class NeedleGuide:
    """One needle as it is dialled in.

    Parameters
    ----------
    row : NeedleRow
    bedside : Bedside
        Of the entry.
    pixel : tuple of float
        Column and row of the entry in the scanner's image, the first ones 1.
    vertical_deg : float
        Angle from the vertical, 0 to 180.
    hub_side : str
        Where the needle's outer part leans to; "" where it stands upright.
    gantry_deg : float
    image_deg : float
        Angle from the image's own vertical, in the image with that tilt.
    leans_right : bool
        Whether the outer part leans to the right of the axial image.
    drawn_sides, image_sides : tuple of str
        Where right and left of a view along the body, and of the image's rows, are on the patient.
    crossed : tuple of Crossing
    first_seed_mm : float or None
        From the skin to the centre of the deepest seed; None without seeds.
    steps_mm : tuple of float
        Withdraw by, before each seed, from the tip as planned: to the first seed's centre, then from centre
        to centre.
    take_mm, outside_mm : float or None
        Length of the needle to take, and what of it stays outside; None where none is long enough.
    hub : HubRoom or None
        Room around the hub of that needle.
    """

    row: NeedleRow
    bedside: Bedside
    pixel: tuple[float, float]
    vertical_deg: float
    hub_side: str
    gantry_deg: float
    image_deg: float
    leans_right: bool
    drawn_sides: tuple[str, str]
    image_sides: tuple[str, str]
    crossed: tuple[Crossing, ...]
    first_seed_mm: float | None
    steps_mm: tuple[float, ...]
    take_mm: float | None
    outside_mm: float | None
    hub: HubRoom | None = None

    @property
    def in_plane(self) -> bool:
        """Whether it lies in one axial image as it is, to half a degree."""
        return abs(self.row.cranio_caudal_angle_deg) < STRAIGHT_DEG

    @property
    def lung_from_mm(self) -> float | None:
        """From the skin to the pleura; None where no lung is crossed."""
        return next((c.from_mm for c in self.crossed if _tissue(c) == "lung"), None)


def side_of(direction) -> str:
    """Where a direction points to on the patient, by its largest part: "the patient's left"."""
    axis = int(np.abs(direction).argmax())
    return SIDES[axis, 1 if direction[axis] > 0 else -1]


def signed_side(length_mm: float, sides: tuple[str, str]) -> str:
    """A length along the image's rows for people: "34 mm to the patient's left"; ``sides``: right, left."""
    whole = round(length_mm)
    return f"{abs(whole)} mm to {sides[whole < 0]}" if whole else "0 mm"


def length_to_take(depth_mm: float, lengths_mm) -> float | None:
    """The shortest needle in stock that leaves ``GRIP_MM`` outside; None where none does."""
    return next((length for length in sorted(lengths_mm) if length >= depth_mm + GRIP_MM - 1e-6), None)


def withdraw_steps(from_tip_mm) -> tuple[float, ...]:
    """Steps back from the tip to each seed's centre, the deepest first."""
    return tuple(round(float(d), 1) for d in np.diff([0.0, *from_tip_mm]))


def needle_guide(
    needle: Needle,
    seeds: tuple[Seed, ...],
    case: Case,
    protocol: Protocol,
    up,
    bedside: Bedside,
    as_scanned: bool = True,
) -> NeedleGuide:
    """The guide of one needle.

    Parameters
    ----------
    needle : Needle
    seeds : tuple of Seed
        Those it carries.
    case : Case
        Its CT gives the images.
    protocol : Protocol
        Says which needles there are.
    up : (3,) float
        Away from the floor, patient coordinates, as the patient lies during the implant.
    bedside : Bedside
        Of its entry.
    as_scanned : bool
        Whether the patient lies as in the scan.
    """
    grid = case.ct.grid
    row = needle_row(needle, seeds, case)
    outward, up = -needle.direction, np.asarray(up, float)
    head = grid.axes[2] if grid.axes[2][2] >= 0 else -grid.axes[2]
    right = np.cross(head, up)
    # As the scanner shows it, feet first too; a patient turned over since the scan is seen from the feet.
    right = -right if right @ grid.axes[0] < -0.5 else right
    across, rise, along = float(outward @ right), float(outward @ up), float(-(outward @ head))
    vertical = math.degrees(math.atan2(abs(across), rise))
    take = length_to_take(needle.length_mm, protocol.needle_lengths_mm)
    outside = None if take is None else take - needle.length_mm
    hub = (
        None
        if outside is None
        else hub_room(needle, outside, grid, protocol, up, bedside.table_mm, as_scanned)
    )
    pixel = grid.world_to_index(needle.entry_mm[None])[0, :2] + 1.0
    return NeedleGuide(
        row=row,
        bedside=bedside,
        pixel=(float(pixel[0]), float(pixel[1])),
        vertical_deg=vertical,
        hub_side=side_of(across * right) if STRAIGHT_DEG <= vertical <= 180 - STRAIGHT_DEG else "",
        gantry_deg=math.degrees(math.atan2(math.copysign(1.0, rise) * along, abs(rise))) + 0.0,
        image_deg=math.degrees(math.atan2(abs(across), math.copysign(math.hypot(rise, along), rise))),
        leans_right=across > 0,
        drawn_sides=(side_of(right), side_of(-right)),
        image_sides=(side_of(grid.axes[0]), side_of(-grid.axes[0])),
        crossed=needle.crossed,
        first_seed_mm=needle.length_mm - row.from_tip_mm[0] if row.from_tip_mm else None,
        steps_mm=withdraw_steps(row.from_tip_mm),
        take_mm=take,
        outside_mm=outside,
        hub=hub,
    )


def _tissue(crossing: Crossing) -> str:
    return risk_of(crossing.name.removesuffix(FROM_CT_SUFFIX)).tissue
