"""The lowest and the highest dose of a region, found between its samples too.

Along its axis a seed gives a fraction of the dose it gives beside itself.  Between two seeds of a needle,
and beyond the last, lies a cold spot hardly a millimetre wide: samples 1 mm apart read the lowest dose of a
target 3 % too high.  The highest dose of an organ lies on its surface where a seed is nearest, or at a seed
in it.  So samples are joined by points of the seeds' axes and by the organ's points nearest to seeds, and the
best of all are followed, inside the region, to where no neighbour is lower (higher).
"""

from collections.abc import Callable, Sequence

import numpy as np

from tps.dose.model import DoseModel
from tps.evaluate.surface import axis_points
from tps.geometry.region import Region, SampledRegion
from tps.model.plan import Seed

# Steps of the walk, mm: from half the samples' distance down to where the dose changes by less than 0.1 %.
STEPS_MM = (0.5, 0.25, 0.12, 0.06, 0.03, 0.012, 0.005)

# So many moves in each step, if there is anything to gain.
MOVES = 4

# Starting points: the best of each cell of this size, mm, and at most so many.
CELL_MM = 1.5
MOST_STARTS = 30

# Starting points may be so much worse than the best of them.
ABOVE_BEST = 0.15

# The organ's nearest points are looked for around seeds up to this far from it, mm: farther out the dose
# changes too little within a sample's distance to matter.
SEED_WITHIN_MM = 15.0

# Half the distance over which the direction to the nearest surface is taken, mm.
NORMAL_STEP_MM = 0.3

# The 26 neighbours of a point, at distance 1.
_AROUND = np.array([v for v in np.ndindex(3, 3, 3) if v != (1, 1, 1)], float) - 1.0
AROUND = _AROUND / np.linalg.norm(_AROUND, axis=1, keepdims=True)

Dose = Callable[[np.ndarray], np.ndarray]


def lowest_dose(solid: Region, points_mm: np.ndarray, engine: DoseModel, seeds: Sequence[Seed]) -> float:
    """Lowest dose (Gy) inside a region.

    Parameters
    ----------
    solid : Region
    points_mm : (n, 3) float
        Points of it about 1 mm apart, of which at least one is inside.
    engine : DoseModel
    seeds : sequence of Seed

    Returns
    -------
    float
        By the exact formula at the lowest place found; the surface is looked at by
        ``tps.evaluate.surface``.
    """
    low, high = solid.structure.bounds_mm()
    along = axis_points(seeds)
    along = along[np.all((along >= low) & (along <= high), axis=1)]
    starts = np.concatenate([points_mm, along[solid.contains(along)]])
    places = walk(starts, lambda p: engine.dose_gy(p, seeds), solid.contains)
    return float(np.min(engine.dose_gy(places, seeds, exact=True)))


def highest_dose(
    solid: SampledRegion, points_mm: np.ndarray, engine: DoseModel, seeds: Sequence[Seed]
) -> float:
    """Highest dose (Gy) inside a region; arguments as of ``lowest_dose``.

    Parameters
    ----------
    solid : Region
    points_mm : (n, 3) float
        As for ``lowest_dose``.
    engine : DoseModel
    seeds : sequence of Seed
    """
    near = nearest_inside(solid, seeds)
    starts = np.concatenate([points_mm, near[solid.contains(near)]])
    places = walk(starts, lambda p: -engine.dose_gy(p, seeds), solid.contains)
    return float(np.max(engine.dose_gy(places, seeds, exact=True)))


def nearest_inside(solid: SampledRegion, seeds: Sequence[Seed]) -> np.ndarray:
    """For each seed near a region a point of it, (n, 3): the seed, or near it just under the surface."""
    points = np.array([seed.position_mm for seed in seeds]).reshape(-1, 3)
    points = points[np.asarray(solid.signed_distance_mm(points)) >= -SEED_WITHIN_MM]
    for _ in range(3):
        depth = np.asarray(solid.signed_distance_mm(points), float)
        outside = depth < STEPS_MM[-1]
        step = (STEPS_MM[-1] - depth)[:, None] * _inwards(solid, points)
        points = np.where(outside[:, None], points + step, points)
    return points


def _inwards(solid: SampledRegion, points: np.ndarray) -> np.ndarray:
    """Unit vectors (n, 3) along which the signed distance grows; 0 where it does not change."""
    shift = NORMAL_STEP_MM * np.concatenate([np.eye(3), -np.eye(3)])
    distance = solid.signed_distance_mm((points[None] + shift[:, None]).reshape(-1, 3)).reshape(6, -1)
    slope = (distance[:3] - distance[3:]).T
    return slope / np.maximum(np.linalg.norm(slope, axis=1, keepdims=True), 1e-9)


def walk(points_mm: np.ndarray, value: Dose, inside: Callable[[np.ndarray], np.ndarray]) -> np.ndarray:
    """Places (k, 3) of the lowest values that are reached from some points by steps inside a region.

    Parameters
    ----------
    points_mm : (n, 3) float
        Inside.
    value : callable
        Points (m, 3) to values (m,).
    inside : callable
        Points (m, 3) to bool (m,).
    """
    points, found = _starts(points_mm, np.asarray(value(points_mm), float))
    for step in STEPS_MM:
        for _ in range(MOVES):
            around = (points[:, None] + step * AROUND).reshape(-1, 3)
            allowed = np.asarray(inside(around))
            of_each = np.full(len(around), np.inf)
            of_each[allowed] = value(around[allowed])
            values = of_each.reshape(len(points), -1)
            best = values.argmin(axis=1)
            rows = np.arange(len(points))
            lower = values[rows, best] < found
            if not lower.any():
                break
            around = around.reshape(len(points), -1, 3)
            points = np.where(lower[:, None], around[rows, best], points)
            found = np.where(lower, values[rows, best], found)
    return points


def _starts(points: np.ndarray, values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """The lowest of each cell, lowest first."""
    best = values.min()
    near = np.flatnonzero(values <= best + ABOVE_BEST * abs(best))
    near = near[np.argsort(values[near], kind="stable")]
    _, first = np.unique(np.floor(points[near] / CELL_MM).astype(np.int64), axis=0, return_index=True)
    chosen = near[np.sort(first)[:MOST_STARTS]]
    return points[chosen], values[chosen]
