"""What is drawn over the CT on a plane: outlines, isodoses, needles and seeds, in picture coordinates."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from contourpy import contour_generator

from tps.geometry.tracing import level_lines
from tps.model.plan import Needle, Seed
from tps.model.structure import Structure
from tps.render3d.palette import ISODOSES
from tps.report.planes import Plane

# Sampling of dose and of cut regions on a plane, mm.
DOSE_STEP_MM = 1.0
REGION_STEP_MM = 0.8

# A needle is drawn solid where it runs this close to the plane, a seed where its centre does.
NEAR_PLANE_MM = 3.0

# The projection of a needle farther away than this would only confuse.
FAR_MM = 40.0

# No isodose that is drawn reaches this far beyond the box of all seeds.
DOSE_RANGE_MM = 35.0

# Needles are cut into steps of this length to find which parts are near.
NEEDLE_STEP_MM = 0.5

# A contour belongs to a slice whose plane it lies on within this, or within half the contours' own spacing.
SAME_PLANE_MM = 0.6

# A solid reaches up to about this far beyond its outermost contours.
END_MM = 5.0

# Cosines of directions that count as the same differ by less than this (about 0.5 degrees).
SAME_DIRECTION = 4e-5


@dataclass(frozen=True, eq=False)
class Layers:
    """Lines on one plane, each (n, 2) mm.

    Parameters
    ----------
    targets, organs, derived : list of (str, (n, 2) array)
        Outlines with the region's name.
    isodoses : dict of float to list of (n, 2) arrays
        By fraction of the prescription.
    needles_near, needles_far : list of (int, (n, 2) array)
        With the needle's number; parts near the plane, and the projection of the others.
    seeds_near, seeds_far : list of (2, 2) arrays
    """

    targets: list
    organs: list
    derived: list
    isodoses: dict
    needles_near: list
    needles_far: list
    seeds_near: list
    seeds_far: list


def layers_on(
    content, plane: Plane, near_mm: float = NEAR_PLANE_MM, dose_step_mm: float = DOSE_STEP_MM
) -> Layers:
    """All lines of ``content`` (a ``Content``) on a plane.

    Parameters
    ----------
    content : Content
    plane : Plane
    near_mm : float
        What lies nearer counts as on the plane.
    dose_step_mm : float
        Between the doses the isodoses are drawn from.
    """
    near, far = needle_parts(content.plan.needles, plane, near_mm)
    seeds, length = tuple(content.plan.seeds) + tuple(content.existing), content.source.capsule_length_mm
    return Layers(
        targets=_outlines(content.targets, content, plane),
        organs=_outlines(content.organs, content, plane),
        derived=[(s.name, line) for s in content.derived for line in content.stacks[s.name].on(plane)],
        isodoses=isodose_lines(content, plane, dose_step_mm),
        needles_near=near,
        needles_far=far,
        seeds_near=seed_lines(seeds, plane, -1.0, near_mm, length),
        seeds_far=seed_lines(seeds, plane, near_mm, 3 * near_mm, length),
    )


def _outlines(solids: Sequence, content, plane: Plane) -> list:
    return [(s.name, line) for s in solids for line in solid_outline(s, content.stacks[s.name], plane)]


def solid_outline(solid, stack: "ContourStack", plane: Plane) -> list[np.ndarray]:
    """Where a solid's surface cuts the plane; the drawn contours themselves on a plane that has them."""
    drawn = stack.on(plane)
    if drawn or not _may_cut(solid.structure, plane):
        return drawn
    across, along, points = plane.points(REGION_STEP_MM)
    low, high = solid.structure.bounds_mm()
    inside = np.all((points >= low - 3) & (points <= high + 3), axis=1)
    if not inside.any():
        return []
    depth = np.full(len(points), -3.0)
    depth[inside] = solid.signed_distance_mm(points[inside])
    return level_lines(contour_generator(across, along, depth.reshape(len(along), len(across))), 0.0)


@dataclass(frozen=True, eq=False)
class ContourStack:
    """The contours of a structure sorted by height along one direction; empty if they lie across it.

    Parameters
    ----------
    contours : tuple of (n, 3) arrays, closed
    heights_mm : (m,) float
        Along ``axis``.
    spacing_mm : float
        Usual distance of neighbouring planes.
    axis : (3,) float
    """

    contours: tuple[np.ndarray, ...]
    heights_mm: np.ndarray
    spacing_mm: float
    axis: np.ndarray

    @staticmethod
    def of(structure: Structure, axis: np.ndarray) -> "ContourStack":
        """Sort the contours along ``axis``, the CT's slice normal."""
        closed, heights = [], []
        for contour in structure.contours:
            height = contour.points_mm @ axis
            if np.ptp(height) <= SAME_PLANE_MM:
                closed.append(np.concatenate([contour.points_mm, contour.points_mm[:1]]))
                heights.append(float(height.mean()))
        levels = np.unique(np.round(heights, 2))
        spacing = float(np.median(np.diff(levels))) if len(levels) > 1 else 0.0
        return ContourStack(tuple(closed), np.array(heights), spacing, axis)

    def on(self, plane: Plane) -> list[np.ndarray]:
        """The contours drawn on the plane, or on the drawn plane it is nearest to."""
        if not len(self.heights_mm) or abs(plane.normal @ self.axis) < 1 - SAME_DIRECTION:
            return []
        distance = np.abs(self.heights_mm - plane.corner_mm @ self.axis)
        nearest = distance.min()
        if nearest > max(SAME_PLANE_MM, self.spacing_mm / 2 + 0.01):
            return []
        level = self.heights_mm[np.argmin(distance)]
        chosen = np.flatnonzero(np.abs(self.heights_mm - level) < 0.01)
        return [plane.project(self.contours[i])[0] for i in chosen]


def isodose_lines(content, plane: Plane, step_mm: float = DOSE_STEP_MM) -> dict[float, list[np.ndarray]]:
    """Isodoses of the plan on the plane, computed there and not read from a grid."""
    seeds = tuple(content.plan.seeds) + tuple(content.existing)
    if not seeds:
        return {fraction: [] for fraction in ISODOSES}
    across, along, points = plane.points(step_mm)
    positions = np.array([s.position_mm for s in seeds])
    near = np.all(
        np.abs(points - np.clip(points, positions.min(axis=0), positions.max(axis=0))) < DOSE_RANGE_MM, axis=1
    )
    dose = np.zeros(len(points))
    if near.any():
        dose[near] = content.engine.dose_gy(points[near], seeds)
    generator = contour_generator(across, along, dose.reshape(len(along), len(across)))
    reference = content.plan.prescription.dose_gy
    return {fraction: level_lines(generator, fraction * reference) for fraction in ISODOSES}


def needle_parts(needles: Sequence[Needle], plane: Plane, near_mm: float) -> tuple[list, list]:
    """Parts of needles near the plane, and of those up to ``FAR_MM`` away; each with the needle's number."""
    near: list[tuple] = []
    far: list[tuple] = []
    for needle in needles:
        count = max(2, int(np.ceil(needle.length_mm / NEEDLE_STEP_MM)) + 1)
        points = needle.entry_mm + np.linspace(0, 1, count)[:, None] * (needle.tip_mm - needle.entry_mm)
        position, height = plane.project(points)
        close = np.abs(height) <= near_mm
        for runs, wanted in ((near, close), (far, ~close & (np.abs(height) <= FAR_MM))):
            runs.extend((needle.id, run) for run in _runs(position, wanted))
    return near, far


def seed_lines(
    seeds: Sequence[Seed], plane: Plane, low_mm: float, high_mm: float, length_mm: float
) -> list[np.ndarray]:
    """Axes (2, 2) of seeds whose centre is more than ``low_mm`` and up to ``high_mm`` from the plane.

    Parameters
    ----------
    seeds : sequence of Seed
    plane : Plane
    low_mm, high_mm : float
    length_mm : float
        Of a seed's capsule.
    """
    if not seeds:
        return []
    half = np.array([s.direction for s in seeds]) * length_mm / 2
    centre = np.array([s.position_mm for s in seeds])
    position, height = plane.project(np.stack([centre - half, centre + half], axis=1))
    distance = np.abs(height.reshape(-1, 2).mean(axis=1))
    return list(position.reshape(-1, 2, 2)[(low_mm < distance) & (distance <= high_mm)])


def inside_only(line: np.ndarray, plane: Plane) -> np.ndarray:
    """The line with everything outside the picture blanked by NaN."""
    outside = np.any((line < 0) | (line > [plane.width_mm, plane.height_mm]), axis=1)
    return np.where(outside[:, None], np.nan, line)


def _may_cut(structure: Structure, plane: Plane) -> bool:
    low, high = structure.bounds_mm()
    corners = np.array(
        [[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])]
    )
    height = plane.project(corners)[1]
    return height.min() <= END_MM and height.max() >= -END_MM


def _runs(position: np.ndarray, wanted: np.ndarray) -> list[np.ndarray]:
    """Consecutive wanted samples, each run as one line of at least two."""
    edges = np.flatnonzero(np.diff(np.concatenate([[False], wanted, [False]]).astype(int)))
    return [
        position[a : min(b + 1, len(position))] for a, b in zip(edges[::2], edges[1::2], strict=True) if b > a
    ]
