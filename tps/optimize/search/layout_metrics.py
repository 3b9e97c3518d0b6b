"""The verdict on a layout: the prescription and the limits on the points of the report."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from tps.evaluate.dvh import Dvh
from tps.evaluate.goals import GoalResult, check_limits
from tps.evaluate.surface import cold_points
from tps.model import Seed
from tps.model.prescribed_metric import PrescribedMetric
from tps.optimize.problem import Problem, TargetProblem

# The exact engine is asked at this many of the lowest surface points: the fast one agrees within 0.1 %, so
# the true minimum is among them.
EXACT_POINTS = 100

# More points inside a target than this tell the search nothing new.
MOST_INSIDE = 8000


@dataclass(frozen=True, eq=False)
class TargetDose:
    """What one target gets.

    Parameters
    ----------
    name : str
    minimum : float
        Lowest dose on the surface, in prescriptions.
    coldest_mm : (3,) float
        Where that is.
    to_fraction : float
        Dose that the prescribed fraction of its volume gets at least (D90 ...), in prescriptions; ``minimum``
        where the surface is prescribed.
    v100, v150, v200 : float
        Volume fractions.
    """

    name: str
    minimum: float
    coldest_mm: np.ndarray
    to_fraction: float
    v100: float
    v150: float
    v200: float


@dataclass(frozen=True, eq=False)
class LayoutMetrics:
    """Doses of each target, and what became of the hard and the soft limits.

    ``met`` speaks of the prescription alone; ``measure`` is the prescription's.
    """

    targets: tuple[TargetDose, ...]
    measure: PrescribedMetric
    hard: tuple[GoalResult, ...] = ()
    soft: tuple[GoalResult, ...] = ()

    def of(self, target: TargetDose) -> float:
        """The prescribed metric of a target, in prescriptions."""
        return target.minimum if self.measure.on_surface else target.to_fraction

    @property
    def lowest(self) -> float:
        """The prescribed metric of the worst target, in prescriptions."""
        return min(self.of(t) for t in self.targets)

    @property
    def met(self) -> bool:
        """Every target has its prescription."""
        return self.lowest >= 1.0

    @property
    def broken(self) -> tuple[GoalResult, ...]:
        """Hard limits that are not kept."""
        return tuple(g for g in self.hard if not g.met)


class SurfaceDose(NamedTuple):
    """Points (n, 3) of a target's surface, its samples and the coldest places between, and their dose, Gy."""

    points_mm: np.ndarray
    dose_gy: np.ndarray


def surface_dose(problem: Problem, target: TargetProblem, seeds: tuple[Seed, ...]) -> SurfaceDose:
    """Dose on one target's surface: by the fast engine, where it is lowest by the exact one."""
    points = target.surface_points_mm
    dose = problem.engine.dose_gy(points, seeds)
    if seeds:
        distance = target.signed_distance_mm or target.distance.at
        cold, cold_dose = cold_points(points, distance, lambda p: problem.engine.dose_gy(p, seeds), seeds)
        points, dose = np.concatenate([points, cold]), np.append(dose, cold_dose)
    lowest = np.argsort(dose, kind="stable")[:EXACT_POINTS]
    dose[lowest] = problem.engine.dose_gy(points[lowest], seeds, exact=True)
    return SurfaceDose(points, dose)


def surface_doses(problem: Problem, seeds: tuple[Seed, ...]) -> list[SurfaceDose]:
    """Dose on the surface of each target, of new ``seeds`` and those that are there already."""
    every = tuple(seeds) + problem.existing
    return [surface_dose(problem, target, every) for target in problem.targets]


def target_dose(
    problem: Problem, target: TargetProblem, seeds: tuple[Seed, ...], surface: SurfaceDose
) -> tuple[TargetDose, Dvh]:
    """What seeds give one target.

    Parameters
    ----------
    problem : Problem
    target : TargetProblem
    seeds : tuple of Seed
        All there are, old ones too.
    surface : SurfaceDose
        Of the same target and seeds.
    """
    reference = problem.prescription.dose_gy
    step = -(-len(target.inside_points_mm) // MOST_INSIDE)
    inside = problem.engine.dose_gy(target.inside_points_mm[::step], seeds)
    dvh = Dvh.of(inside, target.inside_volumes_mm3[::step])
    coldest = int(np.argmin(surface.dose_gy))
    v100, v150, v200 = (dvh.fraction_at_dose(x * reference) for x in (1.0, 1.5, 2.0))
    minimum = float(surface.dose_gy[coldest]) / reference
    fraction = problem.prescription.measure.volume_fraction
    found = TargetDose(
        target.name,
        minimum,
        surface.points_mm[coldest],
        minimum if fraction is None else dvh.d_at_fraction(fraction) / reference,
        v100,
        v150,
        v200,
    )
    return found, dvh


def measure_layout(
    problem: Problem, seeds: tuple[Seed, ...], surfaces: list[SurfaceDose] | None = None
) -> LayoutMetrics:
    """Judge new seeds together with those that are there already; ``surfaces`` as of ``surface_doses``."""
    surfaces = surfaces or surface_doses(problem, seeds)
    seeds = tuple(seeds) + problem.existing
    results = [
        target_dose(problem, target, seeds, surface)
        for target, surface in zip(problem.targets, surfaces, strict=True)
    ]
    dvhs = {found.name: dvh for found, dvh in results}
    for organ in problem.organs:
        dvhs[organ.name] = Dvh.of(problem.engine.dose_gy(organ.points_mm, seeds), organ.volumes_mm3)
    reference = problem.prescription.dose_gy
    return LayoutMetrics(
        tuple(found for found, _ in results),
        problem.prescription.measure,
        check_limits(problem.limits, dvhs, reference),
        check_limits(problem.soft_limits, dvhs, reference),
    )
