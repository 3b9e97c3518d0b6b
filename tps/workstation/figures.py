"""The figures of an arrangement: previewed from samples, or exact as the evaluation gives them."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from tps.dose.second_check import SecondCheck
from tps.evaluate.dvh import Dvh
from tps.evaluate.goals import GoalResult, check_limits
from tps.model import Plan
from tps.pipeline.result import PlanResult
from tps.workstation.basis import Basis
from tps.workstation.live_dose import Doses

# DVHs are sent at so many doses, from 0 to this many times the prescription.
CURVE_DOSES = 151
LAST_DOSE = 3.0


@dataclass(frozen=True, eq=False)
class Figures:
    """What an arrangement gives.

    Parameters
    ----------
    metrics : dict of str to dict of str to float
        By region.
    curves : dict of str to (n,) float
        Fraction of each region's volume that gets at least the doses of ``curve_doses``.
    volumes_cc : dict of str to float
    goals : tuple of GoalResult
    coldest : dict of str to (float, (3,) float)
        Of each target: the lowest dose on its surface, and where.
    plan : Plan or None
        As it was judged; None for a preview.
    check : SecondCheck or None
    """

    metrics: dict[str, dict[str, float]]
    curves: dict[str, np.ndarray]
    volumes_cc: dict[str, float]
    goals: tuple[GoalResult, ...]
    coldest: dict[str, tuple[float, np.ndarray]]
    plan: Plan | None = None
    check: SecondCheck | None = None

    @property
    def exact(self) -> bool:
        """Whether they come from the full evaluation."""
        return self.plan is not None


def curve_doses(reference_gy: float) -> np.ndarray:
    """Doses (n,) Gy at which DVHs are sent."""
    return np.linspace(0.0, LAST_DOSE * reference_gy, CURVE_DOSES)


def previewed(basis: Basis, doses: Doses) -> Figures:
    """Figures from the samples."""
    reference = basis.request.prescription.dose_gy
    metrics, dvhs, places = basis.live.samples.figures(doses.at_samples, reference)
    limits = [limit for limit in basis.limits if limit.roi in dvhs]
    coldest = {n: (metrics[n]["minimum_peripheral_dose_gy"], place) for n, place in places.items()}
    return Figures(metrics, *_curves(dvhs, reference), check_limits(limits, dvhs, reference), coldest)


def exact_figures(result: PlanResult) -> Figures:
    """Figures of a plan that was evaluated in full."""
    found, reference = result.evaluation, result.plan.prescription.dose_gy
    coldest = {
        name: (found.metrics[name]["minimum_peripheral_dose_gy"], np.asarray(place, float))
        for name, place in found.minimum_at_mm.items()
    }
    return Figures(
        found.metrics,
        *_curves(found.dvhs, reference),
        found.goals,
        coldest,
        result.plan,
        result.second_check,
    )


def _curves(dvhs: Mapping[str, Dvh], reference_gy: float) -> tuple[dict[str, np.ndarray], dict[str, float]]:
    doses = curve_doses(reference_gy)
    curves = {name: dvh.curve(doses) / dvh.total_cc for name, dvh in dvhs.items()}
    return curves, {name: dvh.total_cc for name, dvh in dvhs.items()}
