"""What the search weighs against what; docs/methods.md has the formulas, and a reason for each number.

The unit is one needle where a surface is prescribed.  The prescription outweighs everything.  Then a needle
is worth three seeds, or five points of V150, two in a hot target: a needle is a minute of the patient's time
and a risk of bleeding, a seed only its price.
"""

from dataclasses import dataclass

import numpy as np

from dose_kernels.search.arrays import Limits, Weights
from tps.model.limit import Limit
from tps.model.prescribed_metric import PrescribedMetric
from tps.optimize.problem import Problem

ISOLATION_PER_MM = 2.0
AXIS_POINT_MARGIN = 0.01
COLD_MEAN = 3000.0
DIRECTION = 1.0

# Prescribed to D90 the volume covered is still meant to be nearly all of it; D90 = prescription alone would
# be content with 90 %.
COVER_GOAL = 0.98


@dataclass(frozen=True)
class ObjectiveWeights:
    """What things cost under one way to prescribe.

    Parameters
    ----------
    needle, seed : float
    v150, v200 : float
        All of the target that hot.
    v150_threshold, v200_threshold : float
        Beyond these volume fractions ``over`` is added to those.
    over : float
    cover : float
        All of the target below the prescription, where a volume fraction at it is prescribed.
    outside_dose : float
        As much volume outside at the prescription as the target has.
    hard_limit, soft_limit : float
        All of an organ beyond a limit that must be kept, and one that is a wish.
    """

    needle: float
    seed: float
    v150: float
    v200: float
    v150_threshold: float
    v200_threshold: float
    over: float
    cover: float
    outside_dose: float
    hard_limit: float
    soft_limit: float

    def heat(self, v150: float, v200: float) -> float:
        """What the hot part of a target costs, given V150 and V200 as fractions."""
        cost = self.v150 * v150 + self.v200 * v200
        beyond = max(v150 - self.v150_threshold, 0.0) + max(v200 - self.v200_threshold, 0.0)
        return cost + self.over * beyond


# Every point of the surface at the prescription leaves no choice but how hot the inside gets.  Prescribed to
# a part of the volume the inside is cool anyway, and the dose can be held closer to the target.
SURFACE = ObjectiveWeights(
    needle=1.0,
    seed=0.35,
    v150=20.0,
    v200=12.0,
    v150_threshold=0.2,
    v200_threshold=0.11,
    over=30.0,
    cover=0.0,
    outside_dose=0.3,
    hard_limit=100.0,
    soft_limit=10.0,
)
VOLUME = ObjectiveWeights(
    needle=1.6,
    seed=0.15,
    v150=1.0,
    v200=1.0,
    v150_threshold=0.37,
    v200_threshold=0.18,
    over=40.0,
    cover=650.0,
    outside_dose=40.0,
    hard_limit=1500.0,
    soft_limit=10.0,
)


@dataclass(frozen=True)
class DoseGoal:
    """What the search aims at.

    Parameters
    ----------
    cold : float
        Cost of a surface point without any dose.
    dose : float
        Prescriptions, on the surface.
    cover : float
        Volume fraction at the prescription, where that is prescribed.
    """

    cold: float
    dose: float = 1.004
    cover: float = COVER_GOAL


def worth_of(measure: PrescribedMetric) -> ObjectiveWeights:
    """What things cost where a dose is prescribed to ``measure``."""
    return SURFACE if measure.on_surface else VOLUME


def search_weights(problem: Problem, aim: DoseGoal) -> Weights:
    """Weights of a problem."""
    surface = problem.prescription.measure.on_surface
    worth = worth_of(problem.prescription.measure)
    return Weights(
        needle=worth.needle,
        seed=worth.seed,
        isolation_cost=ISOLATION_PER_MM,
        aim=aim.dose,
        axis_point_margin=AXIS_POINT_MARGIN,
        cold_worst=aim.cold if surface else 0.0,
        cold_mean=COLD_MEAN,
        cover_goal=0.0 if surface else aim.cover,
        cover=worth.cover,
        v150=worth.v150,
        v200=worth.v200,
        v150_threshold=worth.v150_threshold,
        v200_threshold=worth.v200_threshold,
        over=worth.over,
        outside_dose=worth.outside_dose,
        # Lines that the user chose cost nothing for pointing different ways.
        direction=0.0 if problem.fixed_lines else DIRECTION * problem.protocol.weight_directions,
    )


def _limit_row(limit: Limit, prescription_gy: float, total_cc: float) -> tuple[float, float, float]:
    """Threshold (prescriptions), allowed volume fraction beyond it (-1: the mean), sign."""
    sign = 1.0 if limit.is_upper else -1.0
    if limit.kind == "mean":
        return limit.value / prescription_gy, -1.0, sign
    if limit.kind in ("max", "minimum"):
        return limit.value / prescription_gy, 0.0, 1.0 if limit.kind == "max" else -1.0
    if limit.kind.startswith("dose-at"):
        part = limit.parameter / total_cc if limit.kind == "dose-at-cc" else limit.parameter
        part = min(part, 1.0)
        return limit.value / prescription_gy, part if sign > 0 else 1.0 - part, sign
    level = limit.parameter if limit.kind == "volume-at-prescription" else limit.parameter / prescription_gy
    part = min(limit.value if limit.unit == "fraction" else limit.value / total_cc, 1.0)
    return level, part if sign > 0 else 1.0 - part, sign


def search_limits(problem: Problem, ranges: dict[str, tuple[int, int]]) -> Limits:
    """The problem's limits on the search's points."""
    volume_cc = {t.name: t.volume_mm3 / 1000.0 for t in problem.targets}
    volume_cc |= {o.name: float(o.volumes_mm3.sum()) / 1000.0 for o in problem.organs}
    worth = worth_of(problem.prescription.measure)
    rows = [(limit, worth.hard_limit) for limit in problem.limits]
    rows += [(limit, worth.soft_limit) for limit in problem.soft_limits]
    numbers = [_limit_row(l, problem.prescription.dose_gy, volume_cc[l.roi]) for l, _ in rows]
    threshold, allowed, sign = np.array(numbers, np.float32).reshape(-1, 3).T
    return Limits(
        range=np.array([ranges[l.roi] for l, _ in rows], np.int64).reshape(-1, 2),
        threshold=np.ascontiguousarray(threshold),
        allowed=np.ascontiguousarray(allowed),
        sign=np.ascontiguousarray(sign),
        weight=np.array([w for _, w in rows], np.float32),
    )
