"""The search's dose points: fewer than the report's, spread evenly."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dose_kernels.search.arrays import Points
from tps.optimize.problem import DistanceField, OrganProblem, Problem, TargetProblem

# How far from the target the dose outside it counts (conformity).
SHELL_DEPTH_MM = 10.0

# Farther from every target than this a seed gives an organ less than 1 % of a prescription.
SEARCHED_ORGAN_MM = 60.0

# Nearer than this all of an organ's points are used: there its hottest 0.1 cm3 lies.
NEAR_MM = 8.0


@dataclass(frozen=True)
class Sampling:
    """A name, and how densely the search's points lie.

    Parameters
    ----------
    name : str
    most : int
        Points inside each target, and at most so many on its surface and around it.
    organ_mm : float
        Least spacing in an organ.
    cold : float
        Cost, in needles, of a surface point without any dose: the better the points, the more is made of it.
    aim : float
        The dose wanted there, in prescriptions: above 1 for what lies between the points.
    """

    name: str
    most: int
    organ_mm: float
    cold: float
    aim: float


# For choosing between starts, and for improving the better ones.
ROUGH = Sampling("rough", 200, 5.0, 180.0, 1.04)
COARSE = Sampling("coarse", 350, 4.0, 350.0, 1.03)
# For the last improvement.  The lowest dose between surface points 2 mm apart lies within 1 % of the lowest
# point's, since no seed is nearer than some 5 mm to a cold spot; the refinement adds the report's own points.
FINE = Sampling("fine", 600, 3.0, 500.0, 1.01)


def thin(points: np.ndarray, step_mm: float) -> np.ndarray:
    """Indices (sorted) of one point in each cube of ``step_mm``: the one nearest the cube's centre.

    Parameters
    ----------
    points : (n, 3) float, mm
    step_mm : float
    """
    scaled = (points - points.min(axis=0)) / step_mm
    cell = np.floor(scaled).astype(np.int64)
    off = np.linalg.norm(scaled - cell - 0.5, axis=1)
    size = cell.max(axis=0) + 1
    key = (cell[:, 2] * size[1] + cell[:, 1]) * size[0] + cell[:, 0]
    order = np.lexsort((off, key))
    first = np.append(True, np.diff(key[order]) != 0)
    return np.sort(order[first])


def thin_to(points: np.ndarray, step_mm: float, most: int) -> np.ndarray:
    """As ``thin``, with the step widened until at most ``most`` points are left."""
    kept = thin(points, step_mm)
    while len(kept) > most:
        step_mm *= 1.1
        kept = thin(points, step_mm)
    return kept


def lattice_between(distance: DistanceField, low_mm: float, high_mm: float, step_mm: float) -> np.ndarray:
    """Points (n, 3) of a cubic lattice whose signed distance lies between two bounds.

    Parameters
    ----------
    distance : DistanceField
        The lattice lies in the middle of its grid.
    low_mm, high_mm : float
        From the lower bound on, up to below the higher one; > 0 inside.
    step_mm : float
        Of the lattice.
    """
    grid = distance.grid
    extent = (np.array(grid.shape[::-1]) - 1) * distance.step_mm
    count = np.floor(extent / step_mm).astype(int) + 1
    start = distance.origin_mm + 0.5 * (extent - (count - 1) * step_mm)
    axes = [start[c] + step_mm * np.arange(count[c]) for c in range(3)]
    points = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)
    depth = distance.at(points)
    return points[(depth >= low_mm) & (depth < high_mm)]


def inside_lattice(target: TargetProblem, sampling: Sampling) -> np.ndarray:
    """The search's points inside a target, (n, 3); at least one."""
    points = lattice_between(target.distance, 0.0, np.inf, (target.volume_mm3 / sampling.most) ** (1 / 3))
    if len(points) < 20:
        # A target this small is better served by its own points.
        points = target.inside_points_mm[thin_to(target.inside_points_mm, 1.0, sampling.most)]
    return points


def shell_lattice(target: TargetProblem, most: int) -> tuple[np.ndarray, float]:
    """At most so many points (n, 3) around a target within ``SHELL_DEPTH_MM``; the volume of each, mm3."""
    radius = (target.volume_mm3 * 0.75 / np.pi) ** (1 / 3)
    # A ball has the smallest shell.
    smallest = 4.0 / 3.0 * np.pi * ((radius + SHELL_DEPTH_MM) ** 3 - radius**3)
    step = (smallest / most) ** (1 / 3)
    points = lattice_between(target.distance, -SHELL_DEPTH_MM, 0.0, step)
    while len(points) > most:
        step *= 1.1
        points = lattice_between(target.distance, -SHELL_DEPTH_MM, 0.0, step)
    return points, step**3


def organ_points(
    organ: OrganProblem, targets: Sequence[TargetProblem], sampling: Sampling
) -> tuple[np.ndarray, np.ndarray]:
    """An organ's points (n, 3), thinned except near a target, and the fraction of its volume each stands for.

    Points farther than ``SEARCHED_ORGAN_MM`` from every target's box are left out: no seed gives them a
    relevant dose.
    """
    away = _distance_to(organ.points_mm, targets)
    points, part = [], []
    for low, high, step in ((-1.0, NEAR_MM, 0.0), (NEAR_MM, SEARCHED_ORGAN_MM, sampling.organ_mm)):
        mine = organ.points_mm[(away > low) & (away <= high)]
        volume = organ.volumes_mm3[(away > low) & (away <= high)]
        if len(mine) == 0:
            continue
        kept = thin(mine, step) if step else np.arange(len(mine))
        points.append(mine[kept])
        part.append(volume[kept] * volume.sum() / volume[kept].sum())
    if not points:
        return organ.points_mm[:1], np.zeros(1)
    return np.concatenate(points), np.concatenate(part) / organ.volumes_mm3.sum()


def search_points(problem: Problem, sampling: Sampling) -> tuple[Points, dict[str, tuple[int, int]]]:
    """All points the search computes doses at, and the range of each organ and target (inside) by name.

    Background dose is that of the seeds that are there already.
    """
    blocks: list[np.ndarray] = []
    weights: list[np.ndarray] = []
    ranges: dict[str, tuple[int, int]] = {}

    def add(points, weight) -> tuple[int, int]:
        start = sum(len(b) for b in blocks)
        blocks.append(points)
        weights.append(np.broadcast_to(weight, len(points)))
        return start, start + len(points)

    # Only where a part of the volume is prescribed is there a choice how much dose lies around the target.
    around = sampling.most if not problem.prescription.measure.on_surface else sampling.most // 4
    surface, inside, shell = [], [], []
    for target in problem.targets:
        within = inside_lattice(target, sampling)
        inside.append(add(within, 1.0 / len(within)))
        ranges[target.name] = inside[-1]
        beside, volume = shell_lattice(target, around)
        shell.append(add(beside, volume / target.volume_mm3))
    for organ in problem.organs:
        ranges[organ.name] = add(*organ_points(organ, problem.targets, sampling))
    # The surfaces come last: the refinement puts other points in their place.
    for target in problem.targets:
        # No body of this volume has less surface than a ball: finer than so would be too many points.
        step = (36.0 * np.pi * target.volume_mm3**2) ** (1 / 6) / np.sqrt(sampling.most)
        kept = thin_to(target.surface_points_mm, step, sampling.most)
        surface.append(add(target.surface_points_mm[kept], 0.0))
    xyz = np.concatenate(blocks)
    background = np.zeros(len(xyz))
    if problem.existing:
        background = problem.engine.dose_gy(xyz, problem.existing) / problem.prescription.dose_gy
    points = Points(
        xyz=np.ascontiguousarray(xyz.T, np.float32),
        volume=np.concatenate(weights).astype(np.float32),
        surface=np.array(surface, np.int64),
        inside=np.array(inside, np.int64),
        shell=np.array(shell, np.int64),
        background=background.astype(np.float32),
    )
    return points, ranges


def _distance_to(points: np.ndarray, targets: Sequence[TargetProblem]) -> np.ndarray:
    """Distance (n,) of points to the nearest target's bounding box."""
    nearest = np.full(len(points), np.inf)
    for target in targets:
        low, high = target.surface_points_mm.min(axis=0), target.surface_points_mm.max(axis=0)
        gap = np.maximum(np.maximum(low - points, points - high), 0.0)
        nearest = np.minimum(nearest, np.linalg.norm(gap, axis=1))
    return nearest
