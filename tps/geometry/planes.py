"""Contours sorted into planes, and the separate pieces of a structure in each plane."""

from dataclasses import dataclass

import numpy as np

from dose_kernels.geometry.polygons import boundary_edges, even_odd_area, point_inside
from tps.errors import BadInput
from tps.geometry.crossing import outlines_meet
from tps.model.grid import Grid
from tps.model.structure import Structure

# Contour coordinates are printed with one or more decimals: vertices of one plane differ by as much.
PLANE_TOLERANCE_MM = 0.1

# Half the width of a keyhole's bridge that still counts as closed; far below any drawn detail.
BRIDGE_MM = 0.02

# Scan lines per piece: the midpoint rule's error on a disc is then below 1e-4 of its area.
AREA_LINES = 400

# A contour enclosing less is a stray click, mm2.
LEAST_AREA_MM2 = 1e-3


@dataclass(frozen=True, eq=False)
class Frame:
    """Coordinates in which contour planes are level: rows of ``axes`` are x, y (in plane) and the normal."""

    axes: np.ndarray

    def to_local(self, points_mm) -> np.ndarray:
        """Patient points (n, 3) in this frame."""
        return np.asarray(points_mm, dtype=float) @ self.axes.T

    def to_patient(self, points) -> np.ndarray:
        """Points (n, 3) of this frame in patient coordinates."""
        return np.asarray(points, dtype=float) @ self.axes


@dataclass(frozen=True, eq=False)
class Piece:
    """One connected part of a structure's section: an outline with its holes.

    Parameters
    ----------
    edges : (m, 4) float64
        ``x0, y0, x1, y1`` of all rings, in the plane; the even-odd rule makes the region.
    real : (m,) bool
        Edges that bound it (a keyhole's bridge does not).
    area_mm2 : float
    centre : (2,) float
        Centroid.
    """

    edges: np.ndarray
    real: np.ndarray
    area_mm2: float
    centre: np.ndarray


@dataclass(frozen=True, eq=False)
class Plane:
    """The section of a structure at height ``z`` of its frame."""

    z: float
    pieces: tuple[Piece, ...]


def contour_frame(structure: Structure, ct_grid: Grid) -> Frame:
    """The frame of a structure's planes: the CT's own axes where the planes are its slices.

    Raises
    ------
    BadInput
        If a contour is not planar or the planes are not parallel.
    """
    normal = max((_area_vector(c.points_mm) for c in structure.contours), key=np.linalg.norm)
    length = np.linalg.norm(normal)
    if length < LEAST_AREA_MM2:
        raise BadInput("contours enclose no area", where=f"ROI {structure.name!r}", remedy="draw it again")
    normal = normal / length
    ct_normal = ct_grid.axes[2]
    if abs(normal @ ct_normal) > 1 - 1e-6:
        axes = ct_grid.axes
    else:
        normal = normal if normal @ ct_normal >= 0 else -normal
        side = np.eye(3)[np.argmin(np.abs(normal))]
        x = np.cross(side, normal)
        x /= np.linalg.norm(x)
        axes = np.stack([x, np.cross(normal, x), normal])
    frame = Frame(np.array(axes))
    for contour in structure.contours:
        heights = frame.to_local(contour.points_mm)[:, 2]
        if np.ptp(heights) > 2 * PLANE_TOLERANCE_MM:
            raise BadInput(
                f"a contour is off its plane by {np.ptp(heights) / 2:.2f} mm",
                where=f"ROI {structure.name!r}",
                expected="planar contours in parallel planes",
                remedy="export the structure with contours on parallel planes",
            )
    return frame


def _area_vector(points: np.ndarray) -> np.ndarray:
    x, y, z = (points - points.mean(axis=0)).T
    u, v, w = (np.append(column[1:], column[0]) for column in (x, y, z))
    return 0.5 * np.array([y @ w - z @ v, z @ u - x @ w, x @ v - y @ u])


def sort_into_planes(structure: Structure, frame: Frame) -> tuple[Plane, ...]:
    """Planes of a structure in order of height; stray contours without area make no piece.

    Raises
    ------
    BadInput
        If no contour encloses an area (two identical ones cancel).
    """
    rings = [frame.to_local(c.points_mm) for c in structure.contours]
    heights = np.array([ring[:, 2].mean() for ring in rings])
    order = np.argsort(heights, kind="stable")
    groups: list[list[int]] = []
    for index in order:
        if groups and heights[index] - heights[groups[-1][0]] <= PLANE_TOLERANCE_MM:
            groups[-1].append(index)
        else:
            groups.append([index])
    planes = []
    for group in groups:
        pieces = _pieces([rings[i][:, :2] for i in group])
        if pieces:
            planes.append(Plane(float(heights[group].mean()), pieces))
    if not planes:
        raise BadInput("contours enclose no area", where=f"ROI {structure.name!r}", remedy="draw it again")
    return tuple(planes)


def ring_edges(ring: np.ndarray) -> np.ndarray:
    """Edges (m, 4) of a closed ring (m, 2)."""
    return np.concatenate([ring, np.roll(ring, -1, axis=0)], axis=1)


def _pieces(rings: list[np.ndarray]) -> tuple[Piece, ...]:
    pieces = []
    for family in _families(rings):
        edges = np.ascontiguousarray(np.concatenate([ring_edges(rings[i]) for i in family]))
        area, x, y = even_odd_area(edges, AREA_LINES)
        if area >= LEAST_AREA_MM2:
            pieces.append(Piece(edges, boundary_edges(edges, BRIDGE_MM), area, np.array([x, y])))
    return tuple(pieces)


def _families(rings: list[np.ndarray]) -> list[list[int]]:
    """Rings that make one region together: an outline with its holes, or outlines that cross."""
    count = len(rings)
    edges = [np.ascontiguousarray(ring_edges(r)) for r in rings]
    low, high = np.array([r.min(axis=0) for r in rings]), np.array([r.max(axis=0) for r in rings])
    family = np.arange(count)
    # Rings whose boxes are apart can neither hold nor meet each other.
    meets = [(low[i] <= high).all(axis=1) & (low <= high[i]).all(axis=1) for i in range(count)]
    holds = [
        {j for j in np.flatnonzero(meets[i]) if j != i and _lies_in(rings[i], edges[j])} for i in range(count)
    ]
    depth = [len(h) for h in holds]
    for i in range(count):
        for j in np.flatnonzero(meets[i][:i]):
            outer, inner = (i, j) if depth[i] < depth[j] else (j, i)
            is_hole = depth[outer] % 2 == 0 and depth[inner] == depth[outer] + 1
            if (is_hole and outer in holds[inner]) or outlines_meet(edges[i], edges[j]):
                family[family == family[i]] = family[j]
    return [np.flatnonzero(family == f).tolist() for f in sorted(set(family.tolist()))]


def _lies_in(ring: np.ndarray, edges: np.ndarray) -> bool:
    """True if most of a ring's vertices lie inside a polygon (single ones may touch it)."""
    votes = [point_inside(edges, x, y) for x, y in ring[:: max(1, len(ring) // 9)]]
    return 2 * sum(votes) > len(votes)
