"""Contours of one region that cross each other: what exclusive or takes away there was hardly meant."""

from collections.abc import Sequence

import numpy as np

from tps.model import Contour

# Contours nearer in height than this are on one plane.
SAME_PLANE_MM = 0.1

# Only vertices this far from the other contour count as inside or outside: contours may share an edge.
CLEAR_MM = 0.3


def crossing_heights(contours: Sequence[Contour], normal: np.ndarray) -> list[float]:
    """Heights along ``normal`` (3,), mm, of the planes on which two contours partly overlap."""
    flat = _axes_of_plane(normal)
    heights = np.array([float((c.points_mm @ normal).mean()) for c in contours])
    order = np.argsort(heights, kind="stable")
    found: list[float] = []
    for n, a in enumerate(order):
        for b in order[n + 1 :]:
            if heights[b] - heights[a] > SAME_PLANE_MM:
                break
            if _cross(contours[a].points_mm @ flat, contours[b].points_mm @ flat):
                found.append(float(heights[a]))
    return sorted(set(found))


def _axes_of_plane(normal: np.ndarray) -> np.ndarray:
    """Two unit vectors perpendicular to ``normal`` and each other, as columns (3, 2)."""
    least = np.eye(3)[np.abs(normal).argmin()]
    first = np.cross(normal, least)
    first /= np.linalg.norm(first)
    return np.column_stack([first, np.cross(normal, first)])


def _cross(a: np.ndarray, b: np.ndarray) -> bool:
    """True if polygon ``a`` (n, 2) lies partly inside and partly outside ``b`` (m, 2), or the other way."""
    if (a.min(0) >= b.max(0)).any() or (b.min(0) >= a.max(0)).any():
        return False
    return _is_split(a, b) or _is_split(b, a)


def _is_split(points: np.ndarray, polygon: np.ndarray) -> bool:
    inside, distance = _inside_and_distance(points, polygon)
    clear = distance > CLEAR_MM
    return bool((inside & clear).any() and (~inside & clear).any())


def _inside_and_distance(points: np.ndarray, polygon: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Even-odd membership and distance to the outline of points (n, 2)."""
    side = np.roll(polygon, -1, axis=0) - polygon
    relative = points[:, None] - polygon
    along = (relative * side).sum(-1) / np.maximum((side**2).sum(-1), np.finfo(float).tiny)
    nearest = relative - np.clip(along, 0, 1)[..., None] * side
    x, y = points[:, :1], points[:, 1:]
    crosses = (polygon[:, 1] <= y) != (polygon[:, 1] + side[:, 1] <= y)
    slope = side[:, 0] / np.where(side[:, 1] == 0, np.inf, side[:, 1])
    left = x < polygon[:, 0] + (y - polygon[:, 1]) * slope
    inside = np.count_nonzero(crosses & left, axis=1) % 2 == 1
    return inside, np.linalg.norm(nearest, axis=-1).min(axis=1)
