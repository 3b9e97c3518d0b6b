"""The planes that a region's contours lie on: how far apart they are as a rule, and which are one plane."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from tps.dicom.contours.copies import signed_area
from tps.dicom.contours.scan_lines import contains

# Contours nearer in height than this are on one plane: coordinates are printed with a decimal or more.
SAME_PLANE_MM = 0.1

# Planes nearer to each other than this part of the usual step are meant as one, up to this many mm.
NEAR_PART = 0.25
NEAR_MM = 0.5

# The usual step is that which a quarter of the contours exceed at most: where a region has contours between
# its planes, the short steps to them are not usual.
STEP_QUANTILE = 0.75

# The step of a structure set is told by regions of so many planes.
LEAST_PLANES = 3

# Vertices of one contour that are looked for in another to tell whether they overlap.
PROBES = 24

# Beyond so many planes nobody looks for what goes on.
MOST_SKIPPED = 8


@dataclass(frozen=True, eq=False)
class Stack:
    """Contours of one region in the coordinates of their planes.

    Parameters
    ----------
    rings : tuple of (n, 2) arrays
        In the plane.
    heights : (m,) float
        Along the normal, mm, one per ring.
    """

    rings: tuple[np.ndarray, ...]
    heights: np.ndarray

    @staticmethod
    def of(contours: Sequence[np.ndarray], normal: np.ndarray) -> "Stack":
        """From contours (n, 3) in planes across ``normal``."""
        flat = axes_of_plane(normal)
        heights = np.array([float((c @ normal).mean()) for c in contours])
        return Stack(tuple(c @ flat for c in contours), heights)

    @cached_property
    def areas_mm2(self) -> np.ndarray:
        """Area (m,) of each ring."""
        return np.array([abs(signed_area(r)) for r in self.rings])

    def planes(self) -> list[np.ndarray]:
        """Indices of the rings on each plane, in the order of height."""
        groups: list[list[int]] = []
        for k in np.argsort(self.heights, kind="stable").tolist():
            if groups and self.heights[k] - self.heights[groups[-1][0]] <= SAME_PLANE_MM:
                groups[-1].append(k)
            else:
                groups.append([k])
        return [np.array(sorted(g)) for g in groups]


def axes_of_plane(normal: np.ndarray) -> np.ndarray:
    """Two unit vectors perpendicular to ``normal`` and each other, as columns (3, 2)."""
    least = np.eye(3)[np.abs(normal).argmin()]
    second = np.cross(normal, least)
    second /= np.linalg.norm(second)
    return np.column_stack([np.cross(second, normal), second])


def holes(stack: Stack) -> np.ndarray:
    """True (n,) for rings inside an odd number of others of their plane: by exclusive or they are holes."""
    boxes = _boxes(stack)
    found = np.zeros(len(stack.rings), bool)
    for members in stack.planes():
        for ring in members if len(members) > 1 else ():
            around = members[
                (boxes[members, :2] <= boxes[ring, :2]).all(axis=1)
                & (boxes[ring, 2:] <= boxes[members, 2:]).all(axis=1)
                & (members != ring)
            ]
            points = _probes(stack.rings[ring])
            depth = sum(contains(stack.rings[other], points).mean() > 0.5 for other in around)
            found[ring] = depth % 2 == 1
    return found


@dataclass(frozen=True, eq=False)
class Neighbours:
    """For each ring the nearest plane above on which a ring of its kind overlaps it.

    Parameters
    ----------
    level_mm : (m,) float
        Height of each plane.
    plane : (n,) int
        The ring's own plane.
    hole : (n,) bool
        Its kind: a hole, or not.
    above : (n,) int
        The plane on which it goes on; -1 where there is none.
    gap_mm : (n,) float
        Distance to it; nan where there is none.
    pairs : (k, 2) int
        Each ring with each of those that it goes on in.
    """

    level_mm: np.ndarray
    plane: np.ndarray
    hole: np.ndarray
    above: np.ndarray
    gap_mm: np.ndarray
    pairs: np.ndarray


def neighbours(stack: Stack) -> Neighbours:
    """Which rings of a region follow one another, seen along the normal."""
    planes = stack.planes()
    level_mm = np.array([stack.heights[p].mean() for p in planes])
    boxes, hole = _boxes(stack), holes(stack)
    plane, above, pairs = np.empty(len(boxes), int), np.full(len(boxes), -1), []
    for k, members in enumerate(planes):
        plane[members] = k
        for ring in members.tolist():
            for m in range(k + 1, min(k + 1 + MOST_SKIPPED, len(planes))):
                others = _overlapping(stack, boxes, ring, planes[m][hole[planes[m]] == hole[ring]])
                if others:
                    above[ring] = m
                    pairs += [(ring, other) for other in others]
                    break
    gap = np.where(above >= 0, level_mm[above] - level_mm[plane], np.nan)
    return Neighbours(level_mm, plane, hole, above, gap, np.array(pairs, int).reshape(-1, 2))


def _boxes(stack: Stack) -> np.ndarray:
    return np.array([[*r.min(axis=0), *r.max(axis=0)] for r in stack.rings])


def _overlapping(stack: Stack, boxes: np.ndarray, ring: int, others: np.ndarray) -> list[int]:
    """Those of some rings that share area with one, as far as some of their vertices tell."""
    meet = (boxes[others, :2] < boxes[ring, 2:]).all(axis=1) & (boxes[ring, :2] < boxes[others, 2:]).all(
        axis=1
    )
    return [k for k in others[meet].tolist() if _overlap(stack.rings[ring], stack.rings[k])]


def _overlap(a: np.ndarray, b: np.ndarray) -> bool:
    return bool(contains(b, _probes(a)).any() or contains(a, _probes(b)).any())


def _probes(ring: np.ndarray) -> np.ndarray:
    return ring[:: max(1, len(ring) // PROBES)]


def usual_step(found: Neighbours) -> float | None:
    """The distance from plane to plane at which a region is drawn, mm; None where nothing tells."""
    gaps = found.gap_mm[found.above >= 0]
    return float(np.quantile(gaps, STEP_QUANTILE, method="higher")) if len(gaps) else None


@dataclass(frozen=True, eq=False)
class Levelled:
    """Contours whose planes are apart.

    Parameters
    ----------
    shift_mm : (n,) float
        How far each contour was moved along the normal.
    widest_mm : float
        The farthest apart that planes were which now are one; 0 where none were.
    planes : int
        How many planes were put together of several.
    first_mm : float
        Height of the first of them.
    """

    shift_mm: np.ndarray
    widest_mm: float = 0.0
    planes: int = 0
    first_mm: float = 0.0


def level(stack: Stack, step_mm: float | None) -> Levelled:
    """Put planes that are far nearer to each other than ``step_mm`` onto the one with most vertices."""
    shift = np.zeros(len(stack.rings))
    if step_mm is None:
        return Levelled(shift)
    limit = min(NEAR_PART * step_mm, NEAR_MM)
    planes = stack.planes()
    heights = np.array([stack.heights[p].mean() for p in planes])
    chains = np.split(np.arange(len(planes)), np.flatnonzero(np.diff(heights) > limit) + 1)
    widest, count, first = 0.0, 0, 0.0
    for chain in chains:
        width = heights[chain[-1]] - heights[chain[0]]
        # A long chain of near planes is a region drawn in fine steps.
        if len(chain) == 1 or width > limit:
            continue
        points = [sum(len(stack.rings[r]) for r in planes[k]) for k in chain]
        goal = heights[chain[int(np.argmax(points))]]
        for k in chain:
            shift[planes[k]] = goal - heights[k]
        widest, first = max(widest, float(width)), first if count else float(goal)
        count += 1
    return Levelled(shift, widest, count, first)
