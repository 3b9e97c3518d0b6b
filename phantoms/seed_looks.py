"""How seeds and other metal look in CT: their solid parts as points of excess attenuation, in HU mm3.

The values stand for a 120 kV scan at an effective 70 keV and are linear: no photon starvation.  Titanium
reads about 7100 HU, steel about 13000 on an extended scale; silver, gold and tungsten follow from their
attenuation at 70 keV relative to water, reduced by a third for the hardened beam: rounded, not measured.
"""

from dataclasses import dataclass

import numpy as np

from phantoms.errors import PhantomError

# Excess over soft tissue, HU.
MATERIALS_HU = {
    "silver": 140_000.0,
    "gold": 420_000.0,
    "tungsten": 380_000.0,
    "titanium": 7_100.0,
    "steel": 13_000.0,
    "ceramic": 2_500.0,
}

# Points along a part are at most this far apart; well below any scanner's blur.
STEP_MM = 0.12


@dataclass(frozen=True)
class SeedLook:
    """One seed model: a solid rod in a hollow capsule.

    Parameters
    ----------
    name : str
    marker : str
        Material of the rod, a key of ``MATERIALS_HU``.
    marker_mm : (length, diameter)
    capsule : str
    capsule_mm : (length, diameter, wall)
    """

    name: str
    marker: str = "silver"
    marker_mm: tuple[float, float] = (3.0, 0.5)
    capsule: str = "titanium"
    capsule_mm: tuple[float, float, float] = (4.5, 0.8, 0.05)

    @property
    def mass_hu_mm3(self) -> float:
        """Excess HU integrated over the seed."""
        return float(self.points(np.zeros(3), np.array([0.0, 0.0, 1.0]))[1].sum())

    def points(self, position_mm, direction) -> tuple[np.ndarray, np.ndarray]:
        """Points (n, 3), mm, and the excess of each (n,), HU mm3, of a seed at a place along an axis."""
        length, diameter = self.marker_mm
        rod = np.pi / 4 * diameter**2 * length * MATERIALS_HU[self.marker]
        outer, width, wall = self.capsule_mm
        hu = MATERIALS_HU[self.capsule]
        tube = np.pi * (width - wall) * wall * outer * hu
        cap = np.pi / 4 * width**2 * 2 * wall * hu
        # A ring of sqrt(1/2) of the radius has the second moment of a solid disc.
        parts = [
            cylinder(position_mm, direction, length, diameter / 2 * np.sqrt(0.5), rod),
            cylinder(position_mm, direction, outer, (width - wall) / 2, tube),
        ]
        for end in (-1, 1):
            at = np.asarray(position_mm) + end * (outer / 2 - wall) * np.asarray(direction)
            parts.append(cylinder(at, direction, 2 * wall, width / 2 * np.sqrt(0.5), cap))
        return np.concatenate([p for p, _ in parts]), np.concatenate([m for _, m in parts])


LOOKS = {
    look.name: look
    for look in (
        SeedLook("6711"),
        SeedLook("gold-marker", "gold", (3.0, 0.3)),
        SeedLook("tungsten-marker", "tungsten", (3.6, 0.25)),
        SeedLook("no-marker", "ceramic", (3.5, 0.6)),
    )
}


def look_of(name: str) -> SeedLook:
    """The look of that name; raises ``PhantomError``."""
    if name not in LOOKS:
        raise PhantomError(f"no seed look {name!r}", f"one of: {', '.join(LOOKS)}")
    return LOOKS[name]


def perpendiculars(direction) -> tuple[np.ndarray, np.ndarray]:
    """Two unit vectors perpendicular to a direction and to each other."""
    direction = np.asarray(direction, float)
    helper = np.eye(3)[np.argmin(np.abs(direction))]
    first = np.cross(direction, helper)
    first /= np.linalg.norm(first)
    return first, np.cross(direction, first)


def cylinder(centre_mm, direction, length_mm: float, ring_mm: float, mass: float, sides: int = 4):
    """A tube as points (n, 3) and masses (n,): lines at a distance from its axis.

    Parameters
    ----------
    centre_mm, direction : (3,)
    length_mm : float
    ring_mm : float
        Distance of the lines from the axis.
    mass : float
        Of all, HU mm3.
    sides : int
        How many lines.
    """
    count = max(2, int(np.ceil(length_mm / STEP_MM)))
    along = ((np.arange(count) + 0.5) / count - 0.5) * length_mm
    first, second = perpendiculars(direction)
    angles = 2 * np.pi * (np.arange(sides) + 0.5) / sides
    ring = ring_mm * (np.cos(angles)[:, None] * first + np.sin(angles)[:, None] * second)
    points = np.asarray(centre_mm) + along[:, None, None] * np.asarray(direction) + ring
    return points.reshape(-1, 3), np.full(count * sides, mass / (count * sides))


def ellipsoid(centre_mm, semi_axes_mm, hu: float, step_mm: float = 0.4):
    """A solid ellipsoid as points (n, 3) on a lattice and masses (n,).

    Parameters
    ----------
    centre_mm : (3,)
    semi_axes_mm : (3,)
        Along x, y, z.
    hu : float
        Above what surrounds it.
    step_mm : float
        Of the lattice.
    """
    semi = np.asarray(semi_axes_mm, float)
    steps = [np.arange(-np.ceil(s / step_mm), np.ceil(s / step_mm) + 1) * step_mm for s in semi]
    lattice = np.stack(np.meshgrid(*steps, indexing="ij"), axis=-1).reshape(-1, 3)
    inside = lattice[((lattice / semi) ** 2).sum(axis=1) <= 1]
    volume = 4 / 3 * np.pi * semi.prod()
    return np.asarray(centre_mm) + inside, np.full(len(inside), hu * volume / len(inside))
