"""From a problem to the plain arrays the compiled search works on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from dose_kernels.geometry.rays import SHALLOW
from dose_kernels.search.arrays import Fields, Rays, Rules, Search
from tps.model import Seed
from tps.optimize.problem import Problem
from tps.optimize.search.dose_points import Sampling, search_points
from tps.optimize.search.initial_layouts import MOST_NEEDLES
from tps.optimize.search.weights import DoseGoal, search_limits, search_weights

if TYPE_CHECKING:
    from tps.access.approach import Approach

# Two needles may come no nearer to each other than their radii and this, anywhere on their way.
NEEDLE_MARGIN_MM = 1.0

# What a point of access costs, in needles: a plan may take more needles and run hotter for safer ways.
NEEDLES_PER_POINT = 1.0


def cells(raster: np.ndarray, combine_targets) -> np.ndarray:
    """Combine the four corner rays of each cell: (na, nb) -> (na - 1, nb - 1)."""
    corners = np.stack([raster[:-1, :-1], raster[1:, :-1], raster[:-1, 1:], raster[1:, 1:]])
    return combine_targets(corners, axis=0)


def cell_arrays(approach: "Approach") -> dict[str, np.ndarray]:
    """Reach, entry, highest seed, first and cost of an approach's cells, float32, by name."""
    entry = cells(np.asarray(approach.entry_t, float), np.mean)
    reach = cells(np.asarray(approach.reach_t, float), np.min)
    closed = ~np.isfinite(entry)
    first = np.asarray(approach.target_first_t, float)
    first = cells(np.where(np.isnan(first), np.inf, first), np.min)
    found = {
        "reach": np.where(closed, -np.inf, reach),
        "entry": np.where(closed, 0.0, entry),
        "highest": cells(np.asarray(approach.seed_from_t, float), np.max),
        "first": first,
        "cost": np.nan_to_num(NEEDLES_PER_POINT * cells(np.asarray(approach.points, float), np.mean)),
    }
    return {name: np.ascontiguousarray(values, np.float32) for name, values in found.items()}


def deep_chord(approach: "Approach") -> tuple[np.ndarray, np.ndarray]:
    """Where each ray (na, nb) enters and leaves the part of its target that lies deep enough for seeds."""
    first = np.asarray(approach.target_first_t, float)
    last = np.asarray(approach.target_last_t, float)
    low = np.asarray(approach.seed_from_t, float)
    high = np.where(np.asarray(approach.stop) == SHALLOW, np.asarray(approach.reach_t, float), np.inf)
    # Where no seed may lie the whole target counts: the way is shut anyway.
    open_ways = np.isfinite(low)
    return np.where(open_ways, np.maximum(first, low), first), np.where(
        open_ways, np.minimum(last, high), last
    )


def make_rays(chosen: Sequence[tuple[int, "Approach"]], half_seed_mm: float) -> Rays:
    """Rays of approaches, each with the index of its target; half a seed's length is kept from the skin."""
    parts = [cell_arrays(approach) for _, approach in chosen]
    shapes = np.array([p["entry"].shape for p in parts], np.int32).reshape(-1, 2)
    sizes = shapes.astype(np.int64).prod(axis=1)
    rays = [a.entry_t.size for _, a in chosen]
    chords = [deep_chord(approach) for _, approach in chosen]
    flat = {name: np.concatenate([p[name].ravel() for p in parts]) for name in parts[0]}

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
        reach=flat["reach"],
        entry=flat["entry"],
        highest=flat["highest"] + np.float32(half_seed_mm),
        first=flat["first"],
        cost=flat["cost"],
        ray_start=np.concatenate([[0], np.cumsum(rays)[:-1]]).astype(np.int64),
        ray_first=np.concatenate([np.ravel(first) for first, _ in chords]).astype(np.float32),
        ray_last=np.concatenate([np.ravel(last) for _, last in chords]).astype(np.float32),
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
        first=float(p.deepest_seed_mm),
        beyond=float(p.seed_beyond_target_mm),
        half_seed=float(problem.half_seed_mm),
        max_needles=min(problem.max_needles or MOST_NEEDLES, MOST_NEEDLES),
        fixed=np.array([s.position_mm for s in problem.existing], float).reshape(-1, 3),
        fixed_axis=np.array([s.direction for s in problem.existing], float).reshape(-1, 3),
        fixed_part=np.array([s.strength_u / problem.strength_u for s in problem.existing], float),
        fixed_apart=np.array([_apart_mm(s, problem) for s in problem.existing], float),
    )


def _apart_mm(seed: Seed, problem: Problem) -> float:
    """How far a new seed keeps from one that is there: one of this plan, or of an earlier implant."""
    kept = any(seed is own for own in problem.kept_seeds)
    return float(problem.protocol.seed_min_distance_mm if kept else problem.protocol.old_seed_clearance_mm)


def make_search(
    problem: Problem, chosen: Sequence[tuple[int, "Approach"]], sampling: Sampling, aim: DoseGoal
) -> Search:
    """Everything the compiled search needs.

    Parameters
    ----------
    problem : Problem
    chosen : sequence of (target index, approach)
    sampling : Sampling
        Of the dose points.
    aim : DoseGoal
    """
    points, ranges = search_points(problem, sampling)
    scale = problem.engine.gy_per_rate * problem.strength_u / problem.prescription.dose_gy
    return Search(
        rays=make_rays(chosen, problem.half_seed_mm),
        fields=make_fields(problem),
        points=points,
        limits=search_limits(problem, ranges),
        rules=make_rules(problem),
        weights=search_weights(problem, aim),
        table=problem.engine.table,
        scale=float(scale),
    )
