"""The figures of an arrangement: previewed from samples, or exact as the evaluation gives them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tps.dose.second_check import SecondCheck
from tps.evaluate.dvh import Dvh
from tps.evaluate.goals import GoalResult, check_limits
from tps.model import Plan
from tps.model.limit import Limit
from tps.pipeline.result import PlanResult
from tps.postimplant.verification import Verification
from tps.workstation.live_dose import Doses, LiveDose

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


def previewed(live: LiveDose, doses: Doses, reference_gy: float, limits: Sequence[Limit] = ()) -> Figures:
    """Figures from the samples.

    Parameters
    ----------
    live : LiveDose
    doses : Doses
    reference_gy : float
        Prescription dose.
    limits : sequence of Limit
    """
    metrics, dvhs, places = live.samples.figures(doses.at_samples, reference_gy)
    checked = [limit for limit in limits if limit.roi in dvhs]
    coldest = {n: (metrics[n]["minimum_peripheral_dose_gy"], place) for n, place in places.items()}
    goals = check_limits(checked, dvhs, reference_gy)
    return Figures(metrics, *curves_of(dvhs, reference_gy), goals, coldest)


def exact_figures(result: PlanResult) -> Figures:
    """Figures of a plan that was evaluated in full."""
    found, reference = result.evaluation, result.plan.prescription.dose_gy
    coldest = {
        name: (found.metrics[name]["minimum_peripheral_dose_gy"], np.asarray(place, float))
        for name, place in found.minimum_at_mm.items()
    }
    return Figures(
        found.metrics,
        *curves_of(found.dvhs, reference),
        found.goals,
        coldest,
        result.plan,
        result.second_check,
    )


def implant_figures(found: Verification, plan: Plan) -> Figures:
    """Figures of what was delivered.

    Parameters
    ----------
    found : Verification
    plan : Plan
        Made of it.
    """
    evaluation, reference = found.evaluation, plan.prescription.dose_gy
    coldest = {
        name: (evaluation.metrics[name]["minimum_peripheral_dose_gy"], np.asarray(place, float))
        for name, place in evaluation.minimum_at_mm.items()
    }
    curves = curves_of(evaluation.dvhs, reference)
    return Figures(evaluation.metrics, *curves, evaluation.goals, coldest, plan, found.check)


def curves_of(dvhs: Mapping[str, Dvh], reference_gy: float) -> tuple[dict[str, np.ndarray], dict[str, float]]:
    """Fraction of volume at ``curve_doses``, and volume in cm3, of each region."""
    doses = curve_doses(reference_gy)
    curves = {name: dvh.curve(doses) / dvh.total_cc for name, dvh in dvhs.items()}
    return curves, {name: dvh.total_cc for name, dvh in dvhs.items()}
