"""What a plan gives, as numbers: the result of ``evaluate_plan``."""

from dataclasses import dataclass, field

import numpy as np

from tps.evaluate.dvh import Dvh
from tps.evaluate.goals import GoalResult


@dataclass(frozen=True, eq=False)
class Evaluation:
    """Doses of one plan.

    Parameters
    ----------
    metrics : dict of str to dict of str to float
        By ROI name.  Targets: ``volume_cc, minimum_peripheral_dose_gy, matched_peripheral_dose_gy, d90_gy,
        d100_gy, mean_gy, v90, v100, v150, v200, ci, ei, hi``; organs: ``volume_cc, mean_gy, max_gy,
        d0.1cc_gy, d1cc_gy, d2cc_gy``, of the skin ``d10cc_gy`` too.  V, CI, EI, HI are fractions.  An organ
        that overlaps a target has an entry without it too: "Liver minus GTV".
    dvhs : dict of str to Dvh
        By ROI name, targets first.
    minimum_at_mm : dict of str to (3,) float
        By target: where on its surface the dose is lowest.
    goals : tuple of GoalResult
        The limits that were asked for, with what the plan gives.
    """

    metrics: dict[str, dict[str, float]]
    dvhs: dict[str, Dvh]
    minimum_at_mm: dict[str, np.ndarray] = field(default_factory=dict)
    goals: tuple[GoalResult, ...] = ()
