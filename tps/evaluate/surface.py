"""The lowest dose on a surface, found between samples too.

Along its axis a seed gives a fraction of the dose it gives beside itself (TG-43 anisotropy: less than half
within some 10 degrees).  Five millimetres beyond a seed, or midway between two seeds of a needle, lies a cold
spot hardly a millimetre wide; where it touches the target's surface, samples 1 mm apart read the minimum up
to 5 % too high.  So the samples are joined by points of the surface next to the seeds' axes, and the coldest
of all are followed downhill along the surface.
"""

from collections.abc import Callable, Sequence

import numpy as np

from tps.model.plan import Seed

# Axes are looked at in steps of this length, mm, and up to this far beyond the outermost seed: farther out
# the cold cone is wide enough for samples 1 mm apart.
AXIS_STEP_MM = 0.25
AXIS_BEYOND_MM = 15.0

# Points of an axis this close to the surface are moved onto it.
AXIS_NEAR_MM = 1.5

# Samples up to this much above the lowest are followed downhill, at most this many.
FOLLOWED_ABOVE = 0.15
MOST_FOLLOWED = 300

# Steps of the descent, mm: from half the samples' distance down to a tenth, where the dose changes by 0.1 %.
DESCENT_MM = (0.5, 0.3, 0.2, 0.1)
DIRECTIONS = 8

# Seeds share an axis if they lie within this of it, mm.
SAME_AXIS_MM = 0.1

# Half the distance over which the surface's normal is taken, mm.
NORMAL_STEP_MM = 0.3

# How far an estimate of the dose may be off.  The engine's fast table errs by up to 0.09 % per seed at 2 mm
# and more from its centre (docs/dose-engine.md), a sum of seeds by no more; nearer to a seed nothing is cold.
ESTIMATE_ERROR = 0.001
SURELY = (1 + ESTIMATE_ERROR) / (1 - ESTIMATE_ERROR)

Distance = Callable[[np.ndarray], np.ndarray]
Dose = Callable[[np.ndarray], np.ndarray]


def cold_points(
    samples: np.ndarray,
    signed_distance_mm: Distance,
    dose_gy: Dose,
    seeds: Sequence[Seed],
    estimate_gy: Dose | None = None,
):
    """The coldest places of a surface.

    Parameters
    ----------
    samples : (n, 3) float
        Points of the surface, about 1 mm apart.
    signed_distance_mm : callable
        Points (m, 3) to signed distances (m,) to the surface, > 0 inside; within 2 mm of it is enough.
    dose_gy : callable
        Points (m, 3) to doses (m,).
    seeds : sequence of Seed
        All seeds that give dose there.
    estimate_gy : callable, optional
        As ``dose_gy``, off by no more than ``ESTIMATE_ERROR`` where it is cold, and faster: points that are
        not among the coldest by it are not looked at again.  The result is the same.

    Returns
    -------
    points : (k, 3) float
        Coldest first; k is at most ``MOST_FOLLOWED``.
    doses : (k,) float
        The first is the minimum over samples and all that was looked at.
    """
    box = None
    if len(samples):
        box = np.array([[column.min() for column in samples.T], [column.max() for column in samples.T]])
    points = np.concatenate([samples, points_beside_axes(signed_distance_mm, seeds, box)])
    if estimate_gy is not None:
        rough = np.asarray(estimate_gy(points), float)
        points = points[rough <= (1 + FOLLOWED_ABOVE) * SURELY * rough.min()]
    dose = np.asarray(dose_gy(points), float)
    order = np.argsort(dose, kind="stable")[:MOST_FOLLOWED]
    order = order[dose[order] <= (1 + FOLLOWED_ABOVE) * dose[order[0]]]
    points, dose = points[order], dose[order]
    level = np.asarray(signed_distance_mm(points), float)
    for step in DESCENT_MM:
        points, dose = _downhill(points, dose, level, step, signed_distance_mm, dose_gy, estimate_gy)
    order = np.argsort(dose, kind="stable")
    return points[order], dose[order]


def axis_points(seeds: Sequence[Seed]) -> np.ndarray:
    """Points (n, 3) of the seeds' axes, ``AXIS_STEP_MM`` apart, up to ``AXIS_BEYOND_MM`` beyond them."""
    lines = [np.empty((0, 3))]
    for position, direction, first, last in _axes(seeds):
        along = np.arange(first - AXIS_BEYOND_MM, last + AXIS_BEYOND_MM, AXIS_STEP_MM)
        lines.append(position + along[:, None] * direction)
    return np.concatenate(lines)


def points_beside_axes(signed_distance_mm: Distance, seeds: Sequence[Seed], box=None) -> np.ndarray:
    """Points of the surface that are nearest to parts of seeds' axes within ``AXIS_NEAR_MM`` of it.

    Parameters
    ----------
    signed_distance_mm : callable
        As for ``cold_points``.
    seeds : sequence of Seed
    box : two (3,), optional
        Low and high corner of a box that holds the surface: axes are looked at only where they are near it,
        because far from a surface its distance takes long to find.

    Returns
    -------
    (n, 3) float
    """
    points = axis_points(seeds)
    if box is not None:
        low, high = box[0] - AXIS_NEAR_MM, box[1] + AXIS_NEAR_MM
        points = points[np.all((points >= low) & (points <= high), axis=1)]
    points = points[np.abs(signed_distance_mm(points)) <= AXIS_NEAR_MM]
    for _ in range(2):
        points = _onto(points, np.zeros(len(points)), signed_distance_mm)
    return points


def _downhill(
    points,
    dose,
    level,
    step_mm: float,
    signed_distance_mm: Distance,
    dose_gy: Dose,
    estimate_gy: Dose | None,
):
    """Each point moved once to the coldest of its neighbours on the surface, if one is colder."""
    normal = _normals(points, signed_distance_mm)
    across = np.cross(normal, np.where(np.abs(normal[:, :1]) < 0.7, [[1.0, 0, 0]], [[0, 1.0, 0]]))
    across /= np.linalg.norm(across, axis=1, keepdims=True)
    up = np.cross(normal, across)
    angle = np.arange(DIRECTIONS) * 2 * np.pi / DIRECTIONS
    offset = np.cos(angle)[None, :, None] * across[:, None] + np.sin(angle)[None, :, None] * up[:, None]
    around = (points[:, None] + step_mm * offset).reshape(-1, 3)
    around = _onto(around, np.repeat(level, DIRECTIONS), signed_distance_mm)
    found = np.full((len(points), DIRECTIONS), np.inf)
    worth = np.ones(found.shape, bool)
    if estimate_gy is not None:
        rough = np.asarray(estimate_gy(around), float).reshape(found.shape)
        worth = rough <= SURELY * np.minimum(rough.min(axis=1), dose)[:, None]
    if worth.any():
        found[worth] = dose_gy(around[worth.ravel()])
    best = found.argmin(axis=1)
    lower = found.min(axis=1) < dose
    moved = np.where(lower[:, None], around.reshape(-1, DIRECTIONS, 3)[np.arange(len(points)), best], points)
    return moved, np.where(lower, found.min(axis=1), dose)


def _onto(points, level, signed_distance_mm: Distance) -> np.ndarray:
    """Points moved along the normal to where the signed distance is ``level``."""
    away = np.asarray(signed_distance_mm(points), float) - level
    return points - away[:, None] * _normals(points, signed_distance_mm)


def _normals(points, signed_distance_mm: Distance) -> np.ndarray:
    """Unit vectors (n, 3) along which the signed distance grows."""
    if not len(points):
        return np.empty((0, 3))
    shift = NORMAL_STEP_MM * np.eye(3)
    both = np.concatenate([points + s * row for row in shift for s in (1.0, -1.0)])
    distance = np.asarray(signed_distance_mm(both), float).reshape(3, 2, -1)
    slope = (distance[:, 0] - distance[:, 1]).T
    length = np.linalg.norm(slope, axis=1, keepdims=True)
    return np.where(length > 1e-9, slope / np.maximum(length, 1e-9), [[0.0, 0.0, 1.0]])


def _axes(seeds: Sequence[Seed]) -> list[tuple[np.ndarray, np.ndarray, float, float]]:
    """Each different axis: a point, its direction, and the first and last seed along it from the point."""
    if not seeds:
        return []
    places = np.array([seed.position_mm for seed in seeds])
    directions = np.array([seed.direction for seed in seeds])
    away = places[:, None] - places[None]
    along = np.einsum("ijk,jk->ij", away, directions)
    across = np.einsum("ijk,ijk->ij", away, away) - along**2
    same = (np.abs(directions @ directions.T) > 1 - 1e-6) & (across < SAME_AXIS_MM**2)
    reach: dict[int, list[float]] = {}
    for seed in range(len(seeds)):
        axis = next((first for first in reach if same[seed, first]), seed)
        low, high = reach.get(axis, (0.0, 0.0))
        reach[axis] = [min(low, along[seed, axis]), max(high, along[seed, axis])]
    return [(places[n], directions[n], low, high) for n, (low, high) in reach.items()]
