"""A structure as a solid body: volume, distance to its surface, samples of surface and inside."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

import numpy as np

from dose_kernels.geometry.distance import (
    cell_fractions,
    net_crossings,
    sample_points,
    signed_distance_3d,
    surface_crossings,
    thin_points,
)
from dose_kernels.geometry.nearest import nearest_distance
from tps.errors import BadInput
from tps.geometry.field import Lattice, fill_levels, overlap_tables, piece_distances
from tps.geometry.planes import Frame, Plane, contour_frame, sort_into_planes
from tps.geometry.sections import LONGEST_GAP, Sections, build_sections
from tps.geometry.side_by_side import side_by_side
from tps.geometry.tracing import trace_level
from tps.model.grid import Grid, Volume
from tps.model.structure import Contour, Structure

# The grid reaches this far beyond the contours; distances farther out come from surface points.
MARGIN_MM = 6.0

# Nodes that a grid may have before it becomes coarser than asked for; and the number aimed at.
MOST_NODES = 1_500_000
USUAL_NODES = 300_000
FINEST_MM = 0.5

# A body's samples must show between so much and so much of its volume: else they are a matter of luck.  Only
# of one with few nodes inside can that be in question.
LEAST_SHOWN, MOST_SHOWN = 0.1, 2.5
ENOUGH_NODES = 5000

# Samples per axis of a cell that the surface cuts: its fraction is good to about 1 %.
PARTS = 4

# Even the smallest target is sampled by about this many points inside.
LEAST_SAMPLES = 3000

# Wall and cap samples keep this distance from one another, in steps: then every place of the surface has a
# sample within 0.71 steps, as on a square net of one step.
SAMPLE_DISTANCE = 0.62
SOURCE_STEP = 0.45


@dataclass(frozen=True, eq=False)
class Solid:
    """A body with a closed surface.

    Parameters
    ----------
    structure : Structure
        The contours it was made from.
    ct_grid : Grid
        The scan it belongs to.
    grid : Grid
        Fine local grid, level with the contours' planes.
    distance_mm : (nz, ny, nx) float32
        Signed distance to the surface at the nodes of ``grid``, > 0 inside.
    volume_mm3 : float
        From the contours' areas and how they go on between and beyond the planes.
    notes : tuple of str
        What is unusual about the contours.
    """

    structure: Structure
    ct_grid: Grid
    grid: Grid
    distance_mm: np.ndarray
    volume_mm3: float
    notes: tuple[str, ...] = field(default=())

    @property
    def name(self) -> str:
        """The structure's name."""
        return self.structure.name

    @property
    def centroid_mm(self) -> np.ndarray:
        """Centre of mass, (3,)."""
        points, volumes = self.quadrature(max(self.grid.spacing_mm))
        return volumes @ points / volumes.sum()

    def bounds_mm(self) -> tuple[np.ndarray, np.ndarray]:
        """Lowest and highest x, y, z of the surface, to half a grid step."""
        index = surface_crossings(self.distance_mm)
        if not len(index):
            return self.structure.bounds_mm()
        points = np.concatenate(
            [self.grid.index_to_world(index), *[c.points_mm for c in self.structure.contours]]
        )
        return points.min(axis=0), points.max(axis=0)

    def signed_distance_mm(self, points_mm) -> np.ndarray:
        """Euclidean distance (n,) of points (n, 3) to the surface, > 0 inside."""
        points = np.asarray(points_mm, dtype=float).reshape(-1, 3)
        found = sample_points(self.distance_mm, self.grid.world_to_index(points), np.nan)
        outside = np.isnan(found)
        if outside.any():
            found[outside] = -nearest_distance(points[outside], self._seen_from_afar)
        return found

    @cached_property
    def _seen_from_afar(self) -> np.ndarray:
        """Points (n, 3) of the surface, for distances beyond the grid."""
        drawn = [c.points_mm for c in self.structure.contours]
        return np.concatenate([self._surface_nodes(max(self.grid.spacing_mm)), *drawn])

    def contains(self, points_mm) -> np.ndarray:
        """True for points (n, 3) inside, (n,)."""
        points = np.asarray(points_mm, dtype=float).reshape(-1, 3)
        return sample_points(self.distance_mm, self.grid.world_to_index(points), -1.0) > 0

    def surface_points(self, step_mm: float = 1.0) -> np.ndarray:
        """Points (n, 3) of the surface, none farther than ``step_mm`` from its neighbours.

        All vertices of the drawn contours come first, with points between them; then walls between the
        planes and the ends beyond the last ones.
        """
        drawn = np.concatenate([_densified(c.points_mm, step_mm) for c in self.structure.contours])
        wall = self._surface_nodes(SOURCE_STEP * step_mm)
        kept = thin_points(np.concatenate([drawn, wall]), len(drawn), SAMPLE_DISTANCE * step_mm)
        return np.concatenate([drawn, wall[kept[len(drawn) :]]])

    def quadrature(self, step_mm: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
        """Points (n, 3) inside and the volume (n,) mm3 each stands for; the sum is ``volume_mm3``.

        Cells of ``step_mm`` or finer; one that the surface cuts is represented by the centroid of its
        inner part.  For integrals; what is lowest or highest in a cell is lost.
        """
        return self._cells(step_mm, False)

    def scattered(self, step_mm: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
        """As ``quadrature``, each cell represented by some place inside it: for distributions, such as a DVH.

        A cell's centroid has neither its lowest nor its highest dose: D90 of a target in cells of 1 mm
        comes out 0.5 % too high.  Of places spread evenly over all parts of the cells as many are low as
        should be.
        """
        return self._cells(step_mm, True)

    def sampled_mm3(self) -> float:
        """The volume (mm3) that the samples would show; theirs are scaled to ``volume_mm3``."""
        fraction, _, step = self._fractions(1.0, False)
        return float(fraction.sum(dtype=float)) * step**3

    def _cells(self, step_mm: float, scatter: bool) -> tuple[np.ndarray, np.ndarray]:
        fraction, place, _ = self._fractions(step_mm, scatter)
        inside = fraction > 0
        volumes = fraction[inside].astype(float)
        volumes *= self.volume_mm3 / volumes.sum()
        return self.grid.index_to_world(place[inside]), volumes

    def _fractions(self, step_mm: float, scatter: bool) -> tuple[np.ndarray, np.ndarray, float]:
        """Fraction of each cell inside, a place in it, and the cells' step."""
        step = min(step_mm, np.cbrt(self.volume_mm3 / LEAST_SAMPLES))
        cell = np.diag(step / self.grid.spacing_mm)
        first, shape = self._covering(step)
        fraction, place = cell_fractions(
            self.distance_mm, first, cell, 0.5 * np.sqrt(3.0) * step, shape, PARTS, scatter
        )
        return fraction, place, step

    def mask(self, grid: Grid) -> Volume:
        """Part of each voxel of ``grid`` that lies inside, 0 to 1."""
        values = np.zeros(grid.shape, np.float32)
        low, high = self._box(-max(self.grid.spacing_mm))
        corners = np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)])
        index = grid.world_to_index(self.grid.index_to_world(np.where(corners, high, low)))
        start = np.clip(np.floor(index.min(axis=0)).astype(int), 0, None)
        stop = np.minimum(np.ceil(index.max(axis=0)).astype(int) + 1, grid.shape[::-1])
        if np.all(stop > start):
            part = grid.cropped(start, stop)
            cell = part.spacing_mm[:, None] * part.axes @ self.grid.axes.T / self.grid.spacing_mm
            first = self.grid.world_to_index(part.origin_mm)
            half = 0.5 * float(np.linalg.norm(part.spacing_mm))
            inside, _ = cell_fractions(self.distance_mm, first, cell, half, part.shape, PARTS)
            values[start[2] : stop[2], start[1] : stop[1], start[0] : stop[0]] = inside
        return Volume(grid, values, "fraction")

    def expand(self, margin_mm: float, name: str | None = None) -> "Solid":
        """This body with an isotropic margin (PTV = CTV + margin), contoured on the CT's slices.

        Raises
        ------
        ValueError
            If ``margin_mm`` is not positive.
        """
        if not 0 < margin_mm < np.inf:
            raise ValueError(f"margin_mm is {margin_mm}, must be positive")
        low, high = self.bounds_mm()
        corners = np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)])
        reach = self.ct_grid.world_to_index(np.where(corners, high, low))[:, 2]
        spare = margin_mm / self.ct_grid.spacing_mm[2]
        slices = np.arange(int(np.ceil(reach.min() - spare)), int(np.floor(reach.max() + spare)) + 1)
        contours = trace_level(
            self.signed_distance_mm, -margin_mm, self.ct_grid, slices, (low, high), margin_mm
        )
        structure = Structure(
            name or f"{self.name}+{margin_mm:g}mm", contours, origin="derived", interpreted_type="PTV"
        )
        return build_solid(structure, self.ct_grid)

    def _box(self, depth_mm: float) -> tuple[np.ndarray, np.ndarray]:
        """Lowest and highest index x, y, z (3,) of nodes deeper than ``depth_mm``."""
        deep = self.distance_mm > depth_mm
        used = [np.flatnonzero(deep.any(axis=axes)) for axes in ((0, 1), (0, 2), (1, 2))]
        return np.array([u[0] for u in used]), np.array([u[-1] for u in used])

    def _covering(self, step: float) -> tuple[np.ndarray, tuple[int, int, int]]:
        """First cell's index and shape (nz, ny, nx) of cells of ``step`` that cover the body."""
        low, high = (index * self.grid.spacing_mm for index in self._box(-max(self.grid.spacing_mm)))
        count = np.ceil((high - low) / step).astype(int) + 1
        return low / self.grid.spacing_mm, (int(count[2]), int(count[1]), int(count[0]))

    def _surface_nodes(self, step: float) -> np.ndarray:
        """Points (n, 3) where lines of a net of ``step`` meet the surface."""
        first, (nz, ny, nx) = self._covering(step)
        first = np.maximum(first - step / self.grid.spacing_mm, 0.0)
        cell = step / self.grid.spacing_mm
        limit = np.array(self.distance_mm.shape[::-1]) - 1.0
        count = np.minimum([nx + 2, ny + 2, nz + 2], np.floor((limit - first) / cell).astype(int) + 1)
        net = [first[axis] + cell[axis] * np.arange(count[axis]) for axis in range(3)]
        return self.grid.index_to_world(net_crossings(self.distance_mm, *net))


def _densified(ring: np.ndarray, step: float) -> np.ndarray:
    """Vertices of a closed ring (n, 3) and points between them, at most ``step`` apart."""
    ends = np.roll(ring, -1, axis=0)
    pieces = np.maximum(1, np.ceil(np.linalg.norm(ends - ring, axis=1) / step - 1e-9)).astype(int)
    number = np.arange(pieces.sum()) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    return (
        np.repeat(ring, pieces, axis=0)
        + np.repeat((ends - ring) / pieces[:, None], pieces, axis=0) * (number[:, None])
    )


def build_solid(structure: Structure, ct_grid: Grid, step_mm: float = 1.0) -> Solid:
    """Make a solid of a structure's contours.

    Each plane's contours become a signed distance; between planes these are blended (Raya and Udupa 1990,
    doi:10.1109/42.52980) and cut where the section has the area that local quadratics through the planes'
    areas give; beyond the last planes the same quadratics end the body.  The result is turned into true
    Euclidean distances on a fine grid.

    Parameters
    ----------
    structure : Structure
    ct_grid : Grid
        Gives the thickness of a structure drawn on one plane only, and the axes.
    step_mm : float
        Grid step wanted at the most; large structures get a coarser grid.

    Raises
    ------
    BadInput
        If contours are not planar, not parallel, enclose no area, or enclose so little that the grid does not
        show it.
    """
    frame = contour_frame(structure, ct_grid)
    planes = sort_into_planes(structure, frame)
    single = float(np.abs(ct_grid.axes @ frame.axes[2]) @ ct_grid.spacing_mm)
    lattice = _lattice(planes, single, step_mm)
    distances = piece_distances(planes, lattice)
    sections = build_sections(planes, overlap_tables(distances), single)
    values = fill_levels(planes, distances, sections, lattice)
    steps = np.array([lattice.step, lattice.step, lattice.z_step])
    grid = Grid(frame.to_patient(lattice.low), steps, lattice.shape, frame.axes)
    distance_mm = signed_distance_3d(values, steps)
    solid = Solid(
        structure,
        ct_grid,
        grid,
        distance_mm,
        sections.volume_mm3,
        _notes(structure, planes, sections, single),
    )
    _check_shown(solid)
    return solid


def _check_shown(solid: Solid) -> None:
    """Refuse a body that the grid hardly shows: no dose to it can be counted."""
    nodes = np.count_nonzero(solid.distance_mm > 0)
    if nodes >= ENOUGH_NODES:
        return
    shown = solid.sampled_mm3() / solid.volume_mm3 if nodes else 0.0
    if not LEAST_SHOWN <= shown <= MOST_SHOWN:
        raise BadInput(
            f"its contours enclose {solid.volume_mm3 / 1000:.2g} cm3: too small or too thin to be looked at"
            f" in steps of {max(solid.grid.spacing_mm):.2g} mm",
            where=f"ROI {solid.name!r}",
            expected="a body",
            remedy="draw it again, or leave it out",
        )


def build_all(
    structures: Sequence[Structure], ct_grid: Grid
) -> tuple[tuple[Solid, ...], dict[str, BadInput]]:
    """As ``build_solids``, those that can be built; and why others cannot, by name."""

    def attempt(structure: Structure) -> Solid | BadInput:
        try:
            return build_solid(structure, ct_grid)
        except BadInput as error:
            return error

    found = side_by_side([partial(attempt, structure) for structure in structures])
    failures = {s.name: f for s, f in zip(structures, found, strict=True) if isinstance(f, BadInput)}
    return tuple(f for f in found if isinstance(f, Solid)), failures


def build_solids(structures: Sequence[Structure], ct_grid: Grid) -> tuple[Solid, ...]:
    """``build_solid`` of several structures, on as many threads as numba has; the first error is raised."""
    return tuple(side_by_side([partial(build_solid, structure, ct_grid) for structure in structures]))


def _lattice(planes: tuple[Plane, ...], single: float, step_mm: float) -> Lattice:
    edges = np.concatenate([piece.edges for plane in planes for piece in plane.pieces])
    heights = np.array([p.z for p in planes])
    usual = float(np.median(np.diff(heights))) if len(planes) > 1 else single
    low = np.array([*edges[:, :2].min(axis=0), heights[0] - usual]) - MARGIN_MM
    high = np.array([*edges[:, :2].max(axis=0), heights[-1] + usual]) + MARGIN_MM
    room = float(np.prod(high - low))
    step = max(FINEST_MM, np.cbrt(room / USUAL_NODES))
    if step > step_mm:
        step = max(step_mm, np.cbrt(room / MOST_NODES))
    z_step = usual / np.ceil(usual / step - 1e-6)
    # Levels fall on the planes where these are evenly spaced, so that drawn contours are met exactly.
    below = int(np.ceil((heights[0] - low[2]) / z_step))
    low[2] = heights[0] - below * z_step
    count = np.ceil((high - low) / [step, step, z_step]).astype(int) + 1
    return Lattice(tuple(low), float(step), float(z_step), (int(count[2]), int(count[1]), int(count[0])))


def _notes(
    structure: Structure, planes: tuple[Plane, ...], sections: Sections, single: float
) -> tuple[str, ...]:
    notes = []
    if len(planes) == 1:
        notes.append(f"{structure.name}: drawn on one plane only, taken as one slice thick")
        return tuple(notes)
    heights = np.array([p.z for p in planes])
    joined = {link.plane for link in sections.links}
    if joined and sections.usual_mm > LONGEST_GAP * single:
        notes.append(
            f"{structure.name}: drawn every {sections.usual_mm:.1f} mm only, the CT's slices are"
            f" {single:.1f} mm apart: interpolated"
        )
    for k, (low, gap) in enumerate(zip(heights[:-1], np.diff(heights), strict=True)):
        if gap > 1.5 * sections.usual_mm:
            word = "interpolated" if k in joined else "left open"
            notes.append(f"{structure.name}: no contour for {gap:.1f} mm above height {low:.1f} mm, {word}")
    return tuple(notes)


__all__ = ["Contour", "Frame", "Solid", "build_all", "build_solid", "build_solids"]
