"""Contours that are there twice: exactly, or as another program, rounding or hand repeats them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tps.dicom.contours.ring import following, preceding
from tps.dicom.contours.scan_lines import common_area

# Outlines are copies if they run within this of each other ...
NEAR_MM = 0.3

# ... along at least this part of the length of each.
NEAR_PART = 0.95

# ... and share at least this part of their area: two specks side by side are near each other too.
SHARED_PART = 0.5

# Steps in which outlines are compared, and the most of them: a longer outline is no drawing.
STEP_MM = 0.2
MOST_STEPS = 100_000

# Boxes around copies differ by no more: a copy may leave the other by more over a short way.
BOX_MM = 5.0

# So many contours of a plane are compared one with another.
FEW = 200

# Copies enclose nearly the same: their areas differ by no more than a band of this width along the outline.
BAND_MM = 2 * NEAR_MM


@dataclass(frozen=True)
class Copies:
    """What was found on one plane.

    Parameters
    ----------
    kept : tuple of int
        Of the contours given, in their order; the first of equals.
    apart_mm : float
        The farthest that a copy runs from the one kept.
    area_change : float
        The largest difference of area between a copy and the one kept, as a fraction.
    """

    kept: tuple[int, ...]
    apart_mm: float = 0.0
    area_change: float = 0.0


def find_copies(rings: Sequence[np.ndarray]) -> Copies:
    """Which of the polygons (n, 2) of one plane are there once, and how far copies are from them."""
    if len(rings) < 2:
        return Copies(tuple(range(len(rings))))
    areas = [abs(signed_area(r)) for r in rings]
    first: dict[int, int] = {}
    apart, change = 0.0, 0.0
    for one, other in alike(rings):
        if one in first or other in first:
            continue
        distance = _copy_distance(rings[other], rings[one], areas[other], areas[one])
        if distance is not None:
            first[other] = one
            apart = max(apart, distance)
            change = max(change, abs(areas[other] - areas[one]) / max(areas[other], areas[one]))
    return Copies(tuple(k for k in range(len(rings)) if k not in first), apart, change)


def alike(rings: Sequence[np.ndarray]) -> list[tuple[int, int]]:
    """Pairs of polygons (n, 2) whose boxes are nearly the same, the earlier one first."""
    if len(rings) < 2:
        return []
    boxes = np.array([[*r.min(axis=0), *r.max(axis=0)] for r in rings])
    if len(rings) <= FEW:
        near = np.abs(boxes[:, None] - boxes).max(axis=-1) <= BOX_MM
        return [(int(i), int(j)) for i, j in np.argwhere(np.triu(near, 1))]
    from scipy.spatial import cKDTree

    return sorted((min(p), max(p)) for p in cKDTree(boxes).query_pairs(BOX_MM, p=np.inf))


def rim_mm(a: np.ndarray, b: np.ndarray) -> tuple[float, float]:
    """Mean width (mm) of what lies in one of two polygons (n, 2) only, and the area (mm2) in both."""
    common = common_area(a, b)
    apart = max(0.0, abs(signed_area(a)) + abs(signed_area(b)) - 2 * common)
    return 2 * apart / (perimeter(a) + perimeter(b)), common


def signed_area(ring: np.ndarray) -> float:
    """Area of a polygon (n, 2), > 0 if it runs counter-clockwise."""
    x, y = (ring - ring[0]).T
    return 0.5 * float(x @ following(y) - y @ following(x))


def _copy_distance(a: np.ndarray, b: np.ndarray, area_a: float, area_b: float) -> float | None:
    """The farthest that one outline runs from the other where they are copies, else None."""
    length = min(perimeter(a), perimeter(b))
    if abs(area_a - area_b) > BAND_MM * length:
        return None
    common = common_area(a, b)
    # Counted along lines, the area in common is good to a part in a thousand.
    if area_a + area_b - 2 * common > BAND_MM * length + 0.01 * area_a:
        return None
    if common < SHARED_PART * min(area_a, area_b):
        return None
    farthest = 0.0
    for one, other in ((a, b), (b, a)):
        points, distance = outline_distances(one, other)
        share = np.linalg.norm(following(points) - preceding(points), axis=1)
        if share @ (distance <= NEAR_MM) < NEAR_PART * share.sum():
            return None
        farthest = max(farthest, float(distance.max()))
    return farthest


def perimeter(ring: np.ndarray) -> float:
    """Length of a closed polygon (n, d)."""
    return float(np.linalg.norm(following(ring) - ring, axis=1).sum())


def outline_distances(ring: np.ndarray, other: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """A ring's vertices with points between them (n, 2), and the distance (n,) of each to another outline."""
    from scipy.spatial import cKDTree

    points, outline = _divided(ring), _divided(other)
    _, nearest = cKDTree(outline).query(points)
    distance = [
        _to_segment(points, outline[nearest], outline[(nearest + way) % len(outline)]) for way in (-1, 1)
    ]
    return points, np.minimum(*distance)


def _to_segment(points: np.ndarray, start: np.ndarray, end: np.ndarray) -> np.ndarray:
    side, relative = end - start, points - start
    square = np.maximum((side**2).sum(axis=1), np.finfo(float).tiny)
    along = np.clip((relative * side).sum(axis=1) / square, 0.0, 1.0)
    return np.linalg.norm(relative - along[:, None] * side, axis=1)


def _divided(ring: np.ndarray) -> np.ndarray:
    """Vertices of a closed ring (n, 2) and points between them, at most ``STEP_MM`` apart as a rule."""
    side = following(ring) - ring
    length = np.linalg.norm(side, axis=1)
    step = max(STEP_MM, length.sum() / MOST_STEPS)
    pieces = np.maximum(1, np.ceil(length / step)).astype(int)
    number = np.arange(pieces.sum()) - np.repeat(np.cumsum(pieces) - pieces, pieces)
    return (
        np.repeat(ring, pieces, axis=0) + np.repeat(side / pieces[:, None], pieces, axis=0) * number[:, None]
    )
