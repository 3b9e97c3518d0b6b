"""The figures of an arrangement: previewed from samples, or exact as the evaluation gives them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from tps.dose.second_check import SecondCheck
from tps.evaluate.dvh import Dvh
from tps.evaluate.evaluate import Evaluation
from tps.evaluate.goals import GoalResult, check_limits
from tps.export.compared_plan import read_curves
from tps.model import Plan
from tps.model.limit import Limit
from tps.model.metric_table import BY_KEY
from tps.pipeline.reevaluate import OpenedPlan
from tps.workstation.live_dose import Doses

# DVHs are sent at so many doses, from 0 to this many times the prescription.
CURVE_DOSES = 151
LAST_DOSE = 3.0

# Figures that differ by more than this part are not the same: a folder holds six digits of each.
SAME_FIGURE = 1e-3


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
    stored : bool
        They stand in the folder that was opened; nobody has computed them here.
    """

    metrics: dict[str, dict[str, float]]
    curves: dict[str, np.ndarray]
    volumes_cc: dict[str, float]
    goals: tuple[GoalResult, ...]
    coldest: dict[str, tuple[float, np.ndarray]]
    plan: Plan | None = None
    check: SecondCheck | None = None
    stored: bool = False

    @property
    def exact(self) -> bool:
        """Whether they come from the full evaluation."""
        return self.plan is not None and not self.stored


# Of what nothing is known yet.
NO_FIGURES = Figures({}, {}, {}, (), {})


def curve_doses(reference_gy: float) -> np.ndarray:
    """Doses (n,) Gy at which DVHs are sent."""
    return np.linspace(0.0, LAST_DOSE * reference_gy, CURVE_DOSES)


def previewed(doses: Doses, reference_gy: float, limits: Sequence[Limit] = ()) -> Figures:
    """Figures from the samples.

    Parameters
    ----------
    doses : Doses
    reference_gy : float
        Prescription dose.
    limits : sequence of Limit
    """
    sampled = doses.sampled
    metrics, dvhs, places = sampled.samples.figures(sampled.dose_gy, reference_gy)
    checked = [limit for limit in limits if limit.roi in dvhs]
    coldest = {n: (metrics[n]["minimum_peripheral_dose_gy"], place) for n, place in places.items()}
    goals = check_limits(checked, dvhs, reference_gy)
    return Figures(metrics, *curves_of(dvhs, reference_gy), goals, coldest)


def stored_figures(opened: OpenedPlan) -> Figures:
    """Figures as a plan folder holds them; where the dose is lowest stands in none of its files."""
    file, plan = opened.file, opened.plan
    metrics = {
        name: {key: math.nan if value is None else float(value) for key, value in values.items()}
        for name, values in file.metrics.items()
    }
    doses = curve_doses(plan.prescription.dose_gy)
    path = opened.folder / "dvh.csv"
    curves = {name: curve.at(doses) for name, curve in (read_curves(path) if path.is_file() else {}).items()}
    volumes = {name: metrics.get(name, {}).get("volume_cc", math.nan) for name in curves}
    found, check = file.second_check, None
    if "points" in found and "max_relative_difference" in found:
        check = SecondCheck(int(found["points"]), found["max_relative_difference"])
    return Figures(metrics, curves, volumes, (), {}, plan, check, stored=True)


def told_otherwise(stored: Figures, found: Figures) -> tuple[str, ...]:
    """What must be said where a folder's figures are not those that are computed of it now.

    Parameters
    ----------
    stored, found : Figures
        Of the same plan.
    """
    differ = [
        (name, key)
        for name, values in stored.metrics.items()
        for key, value in values.items()
        if not math.isclose(value, found.metrics.get(name, {}).get(key, math.nan), rel_tol=SAME_FIGURE)
        and not (math.isnan(value) and math.isnan(found.metrics.get(name, {}).get(key, math.nan)))
    ]
    if not differ:
        return ()
    name, key = differ[0]
    label = BY_KEY[key].label if key in BY_KEY else key
    return (
        f"{len(differ)} of the folder's figures differ from those that this version finds, first {label} of"
        f" {name}",
    )


def exact_figures(found: Evaluation, plan: Plan, check: SecondCheck) -> Figures:
    """Figures of what was evaluated in full.

    Parameters
    ----------
    found : Evaluation
    plan : Plan
        That was evaluated, or made of what was delivered.
    check : SecondCheck
    """
    coldest = {
        name: (found.metrics[name]["minimum_peripheral_dose_gy"], np.asarray(place, float))
        for name, place in found.minimum_at_mm.items()
    }
    curves = curves_of(found.dvhs, plan.prescription.dose_gy)
    return Figures(found.metrics, *curves, found.goals, coldest, plan, check)


def curves_of(dvhs: Mapping[str, Dvh], reference_gy: float) -> tuple[dict[str, np.ndarray], dict[str, float]]:
    """Fraction of volume at ``curve_doses``, and volume in cm3, of each region."""
    doses = curve_doses(reference_gy)
    curves = {name: dvh.curve(doses) / dvh.total_cc for name, dvh in dvhs.items()}
    return curves, {name: dvh.total_cc for name, dvh in dvhs.items()}
