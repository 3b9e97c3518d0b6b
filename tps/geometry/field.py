"""The body that contours describe, as a function on a fine grid: positive inside, zero on the surface.

A section with area A and in-plane signed distance f enters as A - pi (r - f)^2 with r = sqrt(A / pi): for a
circle that is A less the area within a point's distance of the centre.  Unlike f itself this stays smooth in
height where a section closes to a point (for a sphere it is a quadratic in space), so its gradient on the
grid, and with it the distance to the surface, is good there too.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dose_kernels.geometry.polygons import (
    area_above,
    bilinear,
    blend_slices,
    level_of_area,
    shrunk_slice,
    signed_distance_2d,
)
from tps.geometry.planes import Piece, Plane
from tps.geometry.sections import Cap, Link, Sections

# A section shrinks about its centroid if that lies this deep in it, as part of the deepest point's depth;
# otherwise (rings, sickles) it is thinned from its outline.
CENTRAL_DEPTH = 0.5

# Sections are shrunk no further than this: the distance to what is left is the distance to a point.
SMALLEST_SCALE = 1e-3


@dataclass(frozen=True)
class Lattice:
    """Nodes of the fine grid in the frame of the planes; ``step`` in plane, ``z_step`` across."""

    low: tuple[float, float, float]
    step: float
    z_step: float
    shape: tuple[int, int, int]

    @property
    def heights(self) -> np.ndarray:
        """Heights of the levels."""
        return self.low[2] + self.z_step * np.arange(self.shape[0])


def piece_distances(planes: Sequence[Plane], lattice: Lattice) -> list[list[np.ndarray]]:
    """In-plane signed distance of every piece of every plane, (ny, nx) float32 each."""
    return [[_piece_distance(p, lattice) for p in plane.pieces] for plane in planes]


def _piece_distance(piece: Piece, lattice: Lattice) -> np.ndarray:
    x, y, _ = lattice.low
    _, ny, nx = lattice.shape
    return signed_distance_2d(piece.edges, piece.real, x, y, lattice.step, ny, nx)


def overlap_tables(distances: list[list[np.ndarray]]) -> list[np.ndarray]:
    """For each gap between planes, which pieces below and above overlap when laid over each other."""
    tables = []
    for low, high in zip(distances[:-1], distances[1:], strict=True):
        inside_high = [d > 0 for d in high]
        tables.append(np.array([[bool((d > 0)[h].any()) for h in inside_high] for d in low]))
    return tables


def fill_levels(planes: Sequence[Plane], distances, sections: Sections, lattice: Lattice) -> np.ndarray:
    """The function (nz, ny, nx) float32; nan on levels that nothing comes near.

    Parameters
    ----------
    planes : sequence of Plane
        Of the contours, along the normal.
    distances : sequence of (ny, nx) float
        Signed distance on each plane.
    sections : Sections
        How the planes go on in each other.
    lattice : Lattice
        On which the function is wanted.
    """
    values = np.full(lattice.shape, np.nan, np.float32)
    heights = np.array([p.z for p in planes])
    links: dict[int, list[_LinkShape]] = {}
    for link in sections.links:
        links.setdefault(link.plane, []).append(_LinkShape(link, planes, distances, lattice))
    caps: dict[int, list[_CapShape]] = {}
    for cap in sections.caps:
        gap = cap.plane if cap.side > 0 else cap.plane - 1
        caps.setdefault(gap, []).append(_CapShape(cap, planes, distances, lattice))
    # A level on a plane belongs to the gap above it; rounding must not decide.
    gaps = np.searchsorted(heights, lattice.heights + 1e-6 * lattice.z_step, side="right") - 1
    for level, (z, gap) in enumerate(zip(lattice.heights, gaps, strict=True)):
        shapes = [s.at(z) for s in links.get(gap, ())]
        shapes += [s.at(z) for s in caps.get(gap, ()) if s.is_near(z)]
        for shape in shapes:
            np.fmax(values[level], shape, out=values[level])
    return values


def _smooth(distance: np.ndarray, area: float) -> np.ndarray:
    """The function described at the top of this module; ``area`` may be negative beyond an end."""
    radius = np.float32(np.sqrt(max(area, 0.0) / np.pi))
    return np.float32(area / np.pi) - (radius - distance) ** 2


class _LinkShape:
    """Sections of one body between two planes."""

    def __init__(self, link: Link, planes, distances, lattice: Lattice):
        self.link, self.step = link, lattice.step
        self.z_low = planes[link.plane].z
        ends = []
        for plane, members in ((link.plane, link.below), (link.plane + 1, link.above)):
            pieces = [planes[plane].pieces[p] for p in members]
            area = sum(p.area_mm2 for p in pieces)
            centre = sum(p.area_mm2 * p.centre for p in pieces) / area
            distance = np.maximum.reduce([distances[plane][p] for p in members])
            ends.append((distance, centre, area, area_above(distance, 0.0, lattice.step)))
        (self.low, self.low_centre, *self.low_areas), (self.high, self.high_centre, *self.high_areas) = ends

    def at(self, z: float) -> np.ndarray:
        s = min(1.0, max(0.0, (z - self.z_low) / self.link.gap_mm))
        way = (self.high_centre - self.low_centre) / self.step
        blend = blend_slices(self.low, self.high, s, s * way, (s - 1) * way, self.step)
        exact, counted = (
            (1 - s) * lo + s * hi for lo, hi in zip(self.low_areas, self.high_areas, strict=True)
        )
        # The counted areas differ from the polygons' by the grid's error: the same error is put into what is
        # asked for, so that the drawn contours themselves are met without a shift.
        area = self.link.area_mm2(s)
        level = level_of_area(blend, area * counted / exact, self.step)
        return _smooth(blend - np.float32(level), area)


class _CapShape:
    """Sections of one piece beyond its last plane."""

    def __init__(self, cap: Cap, planes, distances, lattice: Lattice):
        self.cap, self.step, self.z_step = cap, lattice.step, lattice.z_step
        self.z = planes[cap.plane].z
        piece = planes[cap.plane].pieces[cap.piece]
        self.distance = distances[cap.plane][cap.piece]
        self.centre = (piece.centre - np.array(lattice.low[:2])) / lattice.step
        self.counted = area_above(self.distance, 0.0, lattice.step) / cap.area_mm2
        depth = bilinear(self.distance, self.centre[0], self.centre[1], self.step)
        self.shrinks = depth >= CENTRAL_DEPTH * self.distance.max()

    def is_near(self, z: float) -> bool:
        return abs(z - self.z) <= self.cap.height_mm + 3 * self.z_step

    def at(self, z: float) -> np.ndarray:
        d = abs(z - self.z)
        if self.cap.is_flat:
            return _smooth(np.minimum(self.distance, np.float32(self.cap.height_mm - d)), self.cap.area_mm2)
        if d < self.cap.height_mm:
            return _smooth(self._section(d), self.cap.area_at(d))
        return _smooth(np.minimum(self._section(self.cap.height_mm), 0.0), min(0.0, self.cap.area_at(d)))

    def _section(self, d: float) -> np.ndarray:
        part = max(self.cap.area_at(d) / self.cap.area_mm2, SMALLEST_SCALE**2)
        if self.shrinks:
            shift = self.cap.drift * d / self.step
            return shrunk_slice(self.distance, self.centre, np.sqrt(part), shift, self.step)
        level = level_of_area(self.distance, part * self.cap.area_mm2 * self.counted, self.step)
        return self.distance - np.float32(level)
