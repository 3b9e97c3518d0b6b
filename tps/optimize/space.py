"""From a problem to the plain arrays the compiled search works on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from dose_kernels.anneal_types import Fields, Rays, Rules, Search
from tps.model import Protocol
from tps.optimize.points import Sampling, search_points
from tps.optimize.problem import Problem
from tps.optimize.weights import Aim, search_limits, search_weights

if TYPE_CHECKING:
    from tps.access.approach import Approach

# Two needles may come no nearer to each other than their radii and this, anywhere on their way.
NEEDLE_MARGIN_MM = 1.0

# What a needle pays for each mm from the skin and each mm through lung, in needles, at weight 1.
COST_PER_DEPTH_MM = 0.0004
COST_PER_LUNG_MM = 0.002
COST_PER_TILT_DEG = 0.001
COST_PER_PLEURA = 0.2

# Room for seeds on one needle: a needle through the longest target seen, 120 mm, at 10 mm.
MOST_SEEDS_ON_NEEDLE = 14


def cells(raster: np.ndarray, combine) -> np.ndarray:
    """Combine the four corner rays of each cell: (na, nb) -> (na - 1, nb - 1)."""
    corners = np.stack([raster[:-1, :-1], raster[1:, :-1], raster[:-1, 1:], raster[1:, 1:]])
    return combine(corners, axis=0)


def cell_arrays(approach: "Approach", protocol: Protocol) -> tuple[np.ndarray, ...]:
    """Reach, entry, first and cost of an approach's cells, float32."""
    entry = cells(np.asarray(approach.entry_t, float), np.mean)
    reach = cells(np.asarray(approach.reach_t, float), np.min)
    pleura = cells(np.asarray(approach.pleura, float), np.max)
    closed = ~np.isfinite(entry) | (pleura > protocol.max_pleural_passages)
    reach = np.where(closed, -np.inf, reach)
    entry = np.where(closed, 0.0, entry)
    first = np.asarray(approach.target_first_t, float)
    first = cells(np.where(np.isnan(first), np.inf, first), np.min)
    lung = cells(np.asarray(approach.lung_mm, float), np.mean)
    cost = (
        protocol.weight_depth * COST_PER_DEPTH_MM * np.maximum(-entry, 0.0)
        + protocol.weight_lung * (COST_PER_LUNG_MM * lung + COST_PER_PLEURA * (pleura > 0))
        + protocol.weight_tilt * COST_PER_TILT_DEG * abs(approach.tilt_deg)
    )
    return tuple(np.ascontiguousarray(x, np.float32) for x in (reach, entry, first, np.nan_to_num(cost)))


def make_rays(chosen: Sequence[tuple[int, "Approach"]], protocol: Protocol) -> Rays:
    """Rays of approaches, each with the index of its target."""
    parts = [cell_arrays(approach, protocol) for _, approach in chosen]
    shapes = np.array([p[0].shape for p in parts], np.int32).reshape(-1, 2)
    sizes = shapes.astype(np.int64).prod(axis=1)
    rays = [a.entry_t.size for _, a in chosen]
    flat = [np.concatenate([p[i].ravel() for p in parts]) for i in range(4)]

    def stack(values, shape):
        return np.array(values, float).reshape(shape)

    return Rays(
        target=np.array([g for g, _ in chosen], np.int32),
        direction=stack([a.direction for _, a in chosen], (-1, 3)),
        u=stack([a.u for _, a in chosen], (-1, 3)),
        v=stack([a.v for _, a in chosen], (-1, 3)),
        origin=stack([a.origin_mm for _, a in chosen], (-1, 3)),
        step=stack([a.step_mm for _, a in chosen], (-1,)),
        low=stack([(a.a0, a.b0) for _, a in chosen], (-1, 2)),
        count=shapes,
        start=np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64),
        reach=flat[0],
        entry=flat[1],
        first=flat[2],
        cost=flat[3],
        ray_start=np.concatenate([[0], np.cumsum(rays)[:-1]]).astype(np.int64),
        ray_first=np.concatenate([np.ravel(a.target_first_t) for _, a in chosen]).astype(np.float32),
        ray_last=np.concatenate([np.ravel(a.target_last_t) for _, a in chosen]).astype(np.float32),
    )


def make_fields(problem: Problem) -> Fields:
    """Distance fields of all targets, one after the other."""
    distances = [t.distance for t in problem.targets]
    sizes = [d.values.size for d in distances]
    return Fields(
        origin=np.array([d.origin_mm for d in distances]),
        step=np.array([float(d.step_mm) for d in distances]),
        shape=np.array([d.values.shape[::-1] for d in distances], np.int64),
        start=np.concatenate([[0], np.cumsum(sizes)[:-1]]).astype(np.int64),
        values=np.concatenate([d.values.ravel() for d in distances]),
    )


def make_rules(problem: Problem) -> Rules:
    """The protocol's hard rules as numbers."""
    p = problem.protocol
    step = p.seed_step_mm
    gap_low = int(np.ceil(max(p.seed_spacing_mm[0], p.seed_min_distance_mm) / step - 1e-9))
    return Rules(
        needle_min=float(p.needle_spacing_mm[0]),
        needle_max=float(p.needle_spacing_mm[1]),
        needle_clear=float(2.0 * p.needle_radius_mm + NEEDLE_MARGIN_MM),
        entry_min=float(p.entry_separation_mm),
        seed_min=float(p.seed_min_distance_mm),
        gap_low=gap_low,
        gap_high=max(int(np.floor(p.seed_spacing_mm[1] / step + 1e-9)), gap_low),
        step=float(step),
        first=float(np.ceil(p.tip_beyond_seed_mm / step - 1e-9) * step),
        beyond=float(p.seed_beyond_target_mm),
        max_needles=int(problem.max_needles or 64),
        fixed=np.array([s.position_mm for s in problem.existing], float).reshape(-1, 3),
        fixed_axis=np.array([s.direction for s in problem.existing], float).reshape(-1, 3),
        fixed_part=np.array([s.strength_u / problem.strength_u for s in problem.existing], float),
    )


def make_search(
    problem: Problem, chosen: Sequence[tuple[int, "Approach"]], sampling: Sampling, aim: Aim
) -> Search:
    """Everything the compiled search needs, for the approaches ``chosen`` as (target index, approach)."""
    points, ranges = search_points(problem, sampling)
    scale = problem.engine.gy_per_rate * problem.strength_u / problem.prescription.dose_gy
    return Search(
        rays=make_rays(chosen, problem.protocol),
        fields=make_fields(problem),
        points=points,
        limits=search_limits(problem, ranges),
        rules=make_rules(problem),
        weights=search_weights(problem, aim),
        table=problem.engine.table,
        scale=float(scale),
    )
