"""Limits checked against a DVH."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tps.errors import BadInput, UnknownName
from tps.evaluate.dvh import SAME_VOLUME, Dvh
from tps.model.limit import Limit
from tps.model.reason import Reason


@dataclass(frozen=True)
class GoalResult:
    """What a limit asked and what the plan gives.

    Parameters
    ----------
    limit : Limit
    value : float
        Measured, in the limit's unit.
    met : bool
    """

    limit: Limit
    value: float
    met: bool

    @property
    def value_text(self) -> str:
        """The measured value for people, with its unit."""
        if self.limit.unit == "fraction":
            return f"{100 * self.value:.1f} %"
        return f"{self.value:.1f} Gy" if self.limit.unit == "Gy" else f"{self.value:.2f} cc"

    @property
    def reason(self) -> Reason:
        """What is said of it where it is not kept."""
        preference = " (a preference)" if self.limit.preference else ""
        text = f"{self.limit.text}{preference} is not kept, the plan gives {self.value_text}"
        return Reason("limit", text)


def measure(limit: Limit, dvh: Dvh, prescription_gy: float) -> float:
    """Value of the limit's metric, in the limit's unit."""
    if limit.kind == "dose-at-cc":
        return dvh.d_at_volume_cc(limit.parameter)
    if limit.kind == "dose-at-fraction":
        return dvh.d_at_fraction(limit.parameter)
    if limit.kind in ("mean", "max", "minimum"):
        return {"mean": dvh.mean_gy, "max": dvh.max_gy, "minimum": dvh.min_gy}[limit.kind]
    dose = limit.parameter * prescription_gy if limit.kind == "volume-at-prescription" else limit.parameter
    return dvh.fraction_at_dose(dose) if limit.unit == "fraction" else dvh.v_at_dose(dose)


def refuse_larger_than(limit: Limit, volume_cc: float) -> None:
    """``BadInput`` if a limit is on the dose to more than ``volume_cc``, the whole region's volume."""
    if limit.kind == "dose-at-cc" and limit.parameter > volume_cc * (1 + SAME_VOLUME):
        raise BadInput(
            f"ROI {limit.roi!r} has only {volume_cc:.2f} cm3: there is no {limit.metric}",
            where=f"--limit {limit.text!r}",
            expected=f"a dose to {volume_cc:.2f} cm3 at most",
            remedy=f"limit D0.1cc, or the maximum: '{limit.roi} max < ... Gy'",
        )


def check_limits(
    limits: Sequence[Limit], dvhs: Mapping[str, Dvh], prescription_gy: float
) -> tuple[GoalResult, ...]:
    """Check every limit.

    Raises
    ------
    UnknownName
        If a limit names a region that was not evaluated.
    BadInput
        If a region is smaller than the volume whose dose a limit is on.
    """
    results = []
    for limit in limits:
        if limit.roi not in dvhs:
            raise UnknownName("ROI", limit.roi, dvhs, where=f"--limit {limit.text!r}")
        refuse_larger_than(limit, dvhs[limit.roi].total_cc)
        value = measure(limit, dvhs[limit.roi], prescription_gy)
        results.append(GoalResult(limit, value, limit.holds(value)))
    return tuple(results)
