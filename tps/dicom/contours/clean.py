"""Clean polygons as drawn: planes, repeated points, keyholes, copies."""

from collections.abc import Sequence

import numpy as np

from tps.dicom.contours.ring import following, preceding
from tps.model import Contour

# Points of one contour may miss their common plane by this much: half a digit of the coarsest writer seen.
PLANAR_TOLERANCE_MM = 0.1

# Points nearer than this are the same point; a decimal string of 16 characters resolves much less.
SAME_POINT_MM = 1e-3

# Of a vertex's coordinates; any odd numbers far apart keep the sums of different vertices apart.
_WEIGHTS = np.array([1, 1_000_003, 998_244_353_001])

# A polygon of less area than this is a line or a dot and encloses nothing.
MIN_AREA_MM2 = 1e-3

# A vertex counts as a spike if it is off the curve through its neighbours by more than this: less than the
# step at which surfaces are sampled does no harm.
SPIKE_MM = 1.0

# ... and by more than this many times what nine tenths of the region's vertices are off.
SPIKE_RATIO = 8.0

# More of them are the region's own corners.
MOST_SPIKES = 3


def vector_area(points: np.ndarray) -> np.ndarray:
    """Area (mm2) times unit normal of a closed polygon (n, 3): half the sum of cross products."""
    local = points - points[0]
    (x, y, z), (u, v, w) = local.T, following(local).T
    return 0.5 * np.column_stack([y * w - z * v, z * u - x * w, x * v - y * u]).sum(axis=0)


def off_plane_mm(points: np.ndarray, normal: np.ndarray) -> float:
    """How far the points spread along a unit normal, half the full width."""
    heights = points @ normal
    return float(heights.max() - heights.min()) / 2


def plane_normal(contours: Sequence[np.ndarray], preferred: np.ndarray) -> np.ndarray | None:
    """The common unit normal of planar polygons; ``None`` if they have none.

    ``preferred`` (the CT's normal) wins wherever every polygon is flat along it.  Otherwise the normal of
    the largest polygon is tried.
    """
    if all(off_plane_mm(c, preferred) <= PLANAR_TOLERANCE_MM for c in contours):
        return preferred
    # |vector area| of a self-crossing or keyhole contour is still along its plane's normal.
    largest = max((vector_area(c) for c in contours), key=np.linalg.norm)
    length = np.linalg.norm(largest)
    if length < MIN_AREA_MM2:
        return None
    normal = largest / length
    if all(off_plane_mm(c, normal) <= PLANAR_TOLERANCE_MM for c in contours):
        return normal
    return None


def without_repeats(points: np.ndarray) -> np.ndarray:
    """Drop points that repeat the one before; the last joins the first."""
    if len(points) < 2:
        return points
    step = np.linalg.norm(points - preceding(points), axis=1)
    return points[step > SAME_POINT_MM] if np.any(step > SAME_POINT_MM) else points[:1]


def split_keyholes(points: np.ndarray) -> list[np.ndarray]:
    """Split a polygon wherever it comes back to an earlier vertex.

    A keyhole draws a ring as one line: around the outside, along a cut to the inside, around it, and back
    along the cut.  Split at the returning vertices, the cut falls out and the two rings remain, which by
    exclusive or enclose the same area.

    Returns
    -------
    list of (n, 3) arrays
        Closed polygons; those without area left out.
    """
    keys = _keys(points)
    # Equal vertices are equal in every sum of their coordinates: where all sums differ there are none.
    if len(np.unique(keys @ _WEIGHTS)) == len(points):
        rings = [points]
    else:
        rings = [points[loop] for loop in _simple_loops(keys) if len(loop) >= 3]
    return [r for r in rings if np.linalg.norm(vector_area(r)) >= MIN_AREA_MM2]


def _keys(points: np.ndarray) -> np.ndarray:
    """Whole numbers (n, 3) that are equal for points closer than ``SAME_POINT_MM``, as a rule."""
    return np.round(points / SAME_POINT_MM).astype(np.int64)


def _simple_loops(keys: np.ndarray) -> list[list[int]]:
    """Cut a closed walk over vertices into loops that meet no vertex twice; indices of the vertices."""
    loops: list[list[int]] = []
    path: list[int] = []
    place: dict[tuple[int, ...], int] = {}
    for index, key in enumerate(map(tuple, keys)):
        if key in place:
            start = place[key]
            loops.append(path[start:])
            for gone in path[start + 1 :]:
                place.pop(tuple(keys[gone]))
            path = path[: start + 1]
        else:
            place[key] = len(path)
            path.append(index)
    return [*loops, path]


def spikes(contours: Sequence[Contour]) -> np.ndarray:
    """Vertices (n, 3) that stick out of otherwise smooth contours: a digit gone wrong, or a slip of the hand.

    Each vertex is compared with the cubic through the two vertices before and the two behind it.  Where more
    than ``MOST_SPIKES`` stand out they are taken for the region's corners, and none is returned.
    """
    off, where = [], []
    for contour in contours:
        p = contour.points_mm
        if len(p) < 6:
            continue
        near = preceding(p) + following(p)
        far = preceding(p, 2) + following(p, 2)
        residual = np.linalg.norm(p - (4 * near - far) / 6, axis=1)
        # One wrong vertex disturbs its neighbours too, but less: only the highest of five counts.
        window = np.max([turn(residual, by) for turn in (following, preceding) for by in (1, 2)], axis=0)
        off.append(np.where(residual >= window, residual, 0.0))
        where.append(p)
    if not off:
        return np.empty((0, 3))
    height, points = np.concatenate(off), np.concatenate(where)
    usual = np.quantile(height[height > 0], 0.9) if len(height[height > 0]) > MOST_SPIKES else 0.0
    out = points[height > max(SPIKE_MM, SPIKE_RATIO * usual)]
    return out if len(out) <= MOST_SPIKES else np.empty((0, 3))
