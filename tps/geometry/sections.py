"""Between the drawn planes: which pieces belong together, and how the section's area goes on.

A stack of slabs (area x spacing) misses a sphere of radius R by up to ``dz^2 / (4 R^2)`` of its volume.  The
area of any ellipsoid's section is a quadratic of height, so local quadratics through the areas of
neighbouring planes are exact for ellipsoids and third order otherwise; beyond the last plane the quadratic
says where the body ends.
"""

from dataclasses import dataclass

import numpy as np

# Pieces are joined over a gap of up to this many usual plane distances (two planes missing).
LONGEST_GAP = 3.5

# An end extrapolated to less than this many plane distances is believed: a section too small to draw may be
# missing in the next plane.
END_SLACK = 1.1

# Second derivative of a sphere's section area against height.
SPHERE_CURVATURE = -2.0 * np.pi

# Nodes in [0, 1] and weights of the Gauss-Legendre rule that integrates areas.
_NODES, _WEIGHTS = (
    0.5 * (array + shift) for array, shift in zip(np.polynomial.legendre.leggauss(9), (1, 0), strict=True)
)


@dataclass(frozen=True, eq=False)
class Link:
    """Pieces of two neighbouring planes that are one body between them.

    ``area`` holds the coefficients of the section's area, a cubic of s = (z - z_low) / gap in [0, 1], highest
    power first (``numpy.polyval``).
    """

    plane: int
    below: tuple[int, ...]
    above: tuple[int, ...]
    gap_mm: float
    area: np.ndarray

    def area_mm2(self, s):
        """Area at s, a number or an array of them, kept within reason where quadratics swing."""
        first, last = self.area[-1], self.area.sum()
        value = 0.0
        for coefficient in self.area:
            value = value * s + coefficient
        bulge = 0.5 * np.pi * self.gap_mm**2
        return np.minimum(np.maximum(value, 0.5 * min(first, last)), max(first, last) + bulge)

    @property
    def volume_mm3(self) -> float:
        """Integral of the area over the gap (9-point Gauss-Legendre: exact where nothing is clipped)."""
        return self.gap_mm * float(_WEIGHTS @ self.area_mm2(_NODES))


@dataclass(frozen=True, eq=False)
class Cap:
    """How a piece ends beyond its last plane.

    Parameters
    ----------
    plane, piece : int
    side : {-1, 1}
        Towards lower or higher planes.
    height_mm : float
        Where the body ends, beyond the plane.
    slope, curvature : float
        Section area at distance d is ``area + slope d + curvature d^2 / 2``; both 0 for a flat end.
    area_mm2 : float
        Of the piece in its plane.
    drift : (2,) float
        How the section's centre moves with d, mm/mm.
    """

    plane: int
    piece: int
    side: int
    height_mm: float
    slope: float
    curvature: float
    area_mm2: float
    drift: np.ndarray

    @property
    def is_flat(self) -> bool:
        """True where the body is cut off like a cylinder."""
        return self.slope == 0.0 and self.curvature == 0.0

    def area_at(self, d: float) -> float:
        """Section area at distance ``d`` beyond the plane; below 0 beyond a pointed end."""
        return self.area_mm2 + self.slope * d + 0.5 * self.curvature * d * d

    @property
    def volume_mm3(self) -> float:
        """Integral of the area over the cap."""
        h = self.height_mm
        return self.area_mm2 * h + self.slope * h**2 / 2 + self.curvature * h**3 / 6


@dataclass(frozen=True, eq=False)
class Sections:
    """Everything between and beyond the planes, which are ``usual_mm`` apart as a rule."""

    links: tuple[Link, ...]
    caps: tuple[Cap, ...]
    usual_mm: float

    @property
    def volume_mm3(self) -> float:
        """Volume of the whole body."""
        return float(sum(p.volume_mm3 for p in self.links + self.caps))


def build_sections(planes, overlaps, single_mm: float) -> Sections:
    """Join the pieces of neighbouring planes and end the others.

    Parameters
    ----------
    planes : sequence of Plane
    overlaps : sequence of (n_below, n_above) bool
        For each gap, which pieces of the two planes overlap when laid over each other.
    single_mm : float
        Thickness of what is drawn on one plane only: the CT's slice spacing.
    """
    heights = np.array([p.z for p in planes])
    gaps = np.diff(heights)
    # Between planes on which nothing goes on, the distance says nothing of how thick a slice is.
    joined = gaps[[bool(o.any()) for o in overlaps]] if len(gaps) else gaps
    usual = float(np.median(joined)) if len(joined) else single_mm
    groups = [
        _groups(o) if gap <= LONGEST_GAP * usual + 1e-6 else [] for o, gap in zip(overlaps, gaps, strict=True)
    ]
    chain = _Chain(planes, groups, heights)
    found = []
    for k, plane in enumerate(planes):
        for piece in range(len(plane.pieces)):
            for side in (-1, 1):
                if chain.group_beside(k, piece, side) is None:
                    found.append(_cap(chain, k, piece, side, usual))
    caps = tuple(found)
    links = tuple(
        _link(chain, k, below, above, caps) for k, group in enumerate(groups) for below, above in group
    )
    return Sections(links, caps, usual)


def _groups(overlap: np.ndarray) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Connected groups (pieces below, pieces above) of an overlap table."""
    below, above = overlap.shape
    left, found = set(range(below)), []
    while left:
        lows: set[int] = {left.pop()}
        highs: set[int] = set()
        grow = True
        while grow:
            highs_now = {int(j) for i in lows for j in np.flatnonzero(overlap[i])}
            lows_now = lows | {int(i) for j in highs_now for i in np.flatnonzero(overlap[:, j])}
            grow = lows_now != lows or highs_now != highs
            lows, highs = lows_now, highs_now
        left -= lows
        if highs:
            found.append((tuple(sorted(map(int, lows))), tuple(sorted(map(int, highs)))))
    return found


class _Chain:
    """Looks up what follows a set of pieces, plane by plane."""

    def __init__(self, planes, groups, heights):
        self.planes, self.groups, self.heights = planes, groups, heights

    def area(self, plane, pieces):
        return sum(self.planes[plane].pieces[p].area_mm2 for p in pieces)

    def centre(self, plane, pieces):
        parts = [self.planes[plane].pieces[p] for p in pieces]
        return sum(p.area_mm2 * p.centre for p in parts) / sum(p.area_mm2 for p in parts)

    def group_beside(self, plane, piece, side):
        """The group that a piece is in on one side, or None where it ends."""
        gap = plane if side > 0 else plane - 1
        if not 0 <= gap < len(self.groups):
            return None
        own = 0 if side > 0 else 1
        return next((g for g in self.groups[gap] if piece in g[own]), None)

    def follow(self, plane, pieces, side):
        """The pieces that go on from exactly these, or None where one ends or others join in."""
        groups = [self.group_beside(plane, piece, side) for piece in pieces]
        if any(group is None for group in groups):
            return None
        own, other = (0, 1) if side > 0 else (1, 0)
        if {piece for group in groups for piece in group[own]} != set(pieces):
            return None
        return tuple(sorted({piece for group in groups for piece in group[other]}))


def _parabola(z, a):
    """Coefficients, highest power first, through three points (z, area): Newton's divided differences."""
    (z0, z1, z2), (a0, a1, a2) = z, a
    first, second = (a1 - a0) / (z1 - z0), (a2 - a1) / (z2 - z1)
    half = (second - first) / (z2 - z0)
    slope = first - half * (z0 + z1)
    return np.array([half, slope, a0 - (slope + half * z0) * z0])


def _link(chain: _Chain, k, below, above, caps) -> Link:
    z = chain.heights
    gap = float(z[k + 1] - z[k])
    a0, a1 = chain.area(k, below), chain.area(k + 1, above)
    quadratics = []
    before, after = chain.follow(k, below, -1), chain.follow(k + 1, above, 1)
    if before is not None:
        s = -(z[k] - z[k - 1]) / gap
        quadratics.append(_parabola([s, 0, 1], [chain.area(k - 1, before), a0, a1]))
    if after is not None:
        s = 1 + (z[k + 2] - z[k + 1]) / gap
        quadratics.append(_parabola([0, 1, s], [a0, a1, chain.area(k + 2, after)]))
    if len(quadratics) == 2:
        # (1 - s) q_before + s q_after: a cubic with the quadratics' slopes at the planes.
        first, second = quadratics
        area = np.append(0.0, first) + np.append(second - first, 0.0)
    elif quadratics:
        area = quadratics[0]
    else:
        ends = [
            c for c in caps if (c.plane, c.piece) in {(k, p) for p in below} | {(k + 1, p) for p in above}
        ]
        round_ends = len(ends) == 2 and not any(c.is_flat for c in ends)
        bulge = -0.5 * SPHERE_CURVATURE * gap**2 if round_ends else 0.0
        area = np.array([-bulge, a1 - a0 + bulge, a0])
    return Link(k, below, above, gap, area)


def _cap(chain: _Chain, k, piece, side, usual: float) -> Cap:
    """End a piece where the quadratic through the last areas vanishes, or flat half a plane beyond.

    A body whose extrapolated end lies beyond the next plane would have been drawn there: it ends like a
    cylinder, on average half way.
    """
    area = chain.area(k, (piece,))
    flat = Cap(k, piece, side, 0.5 * usual, 0.0, 0.0, area, np.zeros(2))
    group = chain.group_beside(k, piece, -side)
    if group is None:
        return flat
    own, second = group if side < 0 else group[::-1]
    # Where pieces join further in, each has its share of the joint section.
    share = area / chain.area(k, own)
    a1 = share * chain.area(k - side, second)
    d1 = abs(chain.heights[k - side] - chain.heights[k])
    third = chain.follow(k - side, second, -side) if len(own) == 1 else None
    if third is None:
        curvature = SPHERE_CURVATURE
        slope = (area - a1) / d1 + 0.5 * curvature * d1
    else:
        d2 = abs(chain.heights[k - 2 * side] - chain.heights[k])
        half, slope, _ = _parabola([0, -d1, -d2], [area, a1, chain.area(k - 2 * side, third)])
        curvature = 2 * half
    if curvature > 0:
        curvature, slope = 0.0, (area - a1) / d1
    root = _first_root(area, slope, curvature)
    if root > END_SLACK * usual:
        return flat
    drift = (chain.centre(k, own) - chain.centre(k - side, second)) / d1
    furthest = 0.5 * np.sqrt(area / np.pi)
    way = np.linalg.norm(drift) * root
    if way > furthest:
        drift = drift * (furthest / way)
    return Cap(k, piece, side, float(root), float(slope), float(curvature), area, drift)


def _first_root(area: float, slope: float, curvature: float) -> float:
    """Smallest d > 0 with area + slope d + curvature d^2 / 2 = 0, curvature <= 0; inf where there is none."""
    if curvature == 0.0:
        return -area / slope if slope < 0 else float("inf")
    return (-slope - np.sqrt(slope * slope - 2 * curvature * area)) / curvature
