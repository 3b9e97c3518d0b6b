"""The report's own surface points, as far as they matter to a layout: cold ones, and those beside needles."""

import numpy as np

from dose_kernels.search.arrays import Points
from tps.model import Seed
from tps.optimize.problem import Problem, TargetProblem
from tps.optimize.search.layout_metrics import SurfaceDose

# Surface points of the report below this many prescriptions join the search's own; at most so many.
NEARLY_COLD = 1.12
MOST_COLD = 600

# No step of the refinement cools a surface sample as warm as this, in prescriptions, below the prescription.
WELL_COVERED = 1.25

# All the report's samples this near (mm) to a needle's axis join too, up to so far beyond its outermost
# seeds: the cold cone off a seed's ends is narrow and moves with the needle.
BESIDE_MM = 2.2
BEYOND_MM = 9.0


def nearly_cold(problem: Problem, surface: SurfaceDose) -> np.ndarray:
    """The coldest of a surface's points, (n, 3)."""
    order = np.argsort(surface.dose_gy, kind="stable")[:MOST_COLD]
    return surface.points_mm[order[surface.dose_gy[order] < NEARLY_COLD * problem.prescription.dose_gy]]


def beside_axes(target: TargetProblem, seeds: tuple[Seed, ...]) -> np.ndarray:
    """The surface samples (n, 3) of a target beside the axes of needles."""
    points = target.surface_points_mm
    near = np.zeros(len(points), bool)
    lines: dict[int, list[Seed]] = {}
    for seed in seeds:
        lines.setdefault(seed.needle, []).append(seed)
    for line in lines.values():
        axis, along = line[0].direction, [float(s.position_mm @ line[0].direction) for s in line]
        depth = points @ axis
        away = np.linalg.norm(points - line[0].position_mm - (depth - along[0])[:, None] * axis, axis=1)
        near |= (away < BESIDE_MM) & (depth > min(along) - BEYOND_MM) & (depth < max(along) + BEYOND_MM)
    return points[near]


def with_cold_points(
    problem: Problem, seeds: tuple[Seed, ...], found: list[np.ndarray], points: Points
) -> Points:
    """The search's points with the cold ones on each surface, and with samples that could get cold.

    Parameters
    ----------
    problem : Problem
    seeds : tuple of Seed
        The layout's own.
    found : list of (n, 3) float
        Cold points of each target, mm.
    points : Points
        The search's; their surfaces come last.
    """
    reference = problem.prescription.dose_gy
    start = int(points.surface.min())
    blocks, background, ranges = [points.xyz[:, :start]], [points.background[:start]], []
    for target, cold, (low, high) in zip(problem.targets, found, points.surface, strict=True):
        samples = np.concatenate([points.xyz[:, low:high].T.astype(float), beside_axes(target, seeds)])
        warm = problem.engine.dose_gy(samples, seeds + problem.existing) > WELL_COVERED * reference
        every = np.concatenate([samples[~warm], cold, samples[:1]])
        old = problem.engine.dose_gy(every, problem.existing) if problem.existing else np.zeros(len(every))
        blocks.append(every.T)
        background.append(old / reference)
        ranges.append((start, start + len(every)))
        start = ranges[-1][1]
    first = ranges[0][0]
    return points._replace(
        xyz=np.ascontiguousarray(np.concatenate(blocks, axis=1), np.float32),
        volume=np.append(points.volume[:first], np.zeros(start - first)).astype(np.float32),
        background=np.concatenate(background).astype(np.float32),
        surface=np.array(ranges, np.int64),
    )
