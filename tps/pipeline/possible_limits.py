"""Limits that no plan can keep because their organ contains what is to be treated: told before the search."""

from collections.abc import Sequence

from tps.errors import BadInput
from tps.geometry.solid import Solid
from tps.model.limit import Limit
from tps.model.prescription import Prescription

# Step of the samples that tell how much of a target lies in an organ.
OVERLAP_STEP_MM = 1.5

# A volume told by samples and drawn by hand is not told better than this.
SLACK_FRACTION, SLACK_CC = 0.1, 0.05


def impossible_limits(
    limits: Sequence[Limit], targets: Sequence[Solid], organs: Sequence[Solid], prescription: Prescription
) -> dict[Limit, str]:
    """Why each limit that cannot be kept cannot be.

    Parameters
    ----------
    limits : sequence of Limit
    targets : sequence of Solid
        Each gets the prescription.
    organs : sequence of Solid
        Of the limits.
    prescription : Prescription
    """
    solids = {solid.name: solid for solid in (*organs, *targets)}
    found = {}
    for limit in limits:
        solid = solids.get(limit.roi)
        if solid is None or not limit.is_upper:
            continue
        hot = hot_cc(solid, targets, prescription)
        total = solid.volume_mm3 / 1000.0
        if _contradicts(limit, hot, total, prescription.dose_gy):
            names = ", ".join(t.name for t in targets)
            found[limit] = (
                f"{hot:.1f} cc of {limit.roi} ({total:.1f} cc) lie in {names} and are to get"
                f" {prescription.dose_gy:g} Gy"
            )
    return found


def refuse_impossible(
    limits: Sequence[Limit], targets: Sequence[Solid], organs: Sequence[Solid], prescription: Prescription
) -> None:
    """Raise ``BadInput`` for the first hard limit that no plan can keep; the arguments are the above.

    Parameters
    ----------
    limits : sequence of Limit
        The hard ones.
    targets, organs : sequence of Solid
    prescription : Prescription
    """
    for limit, why in impossible_limits(limits, targets, organs, prescription).items():
        if not limit.preference:
            raise BadInput(
                f"no plan can keep {limit.text!r}: {why}",
                where="--limit",
                expected="limits that leave the target its dose",
                remedy="raise or drop the limit, make it a preference (--prefer), or contour the organ"
                " without the target",
            )


def hot_cc(solid: Solid, targets: Sequence[Solid], prescription: Prescription) -> float:
    """Volume (cm3) of a structure that gets the prescription in every plan that meets it, at the least."""
    total = 0.0
    for target in targets:
        points, volumes = target.quadrature(OVERLAP_STEP_MM)
        shared = float(volumes[solid.contains(points)].sum())
        spared = prescription.measure.spared_fraction * target.volume_mm3
        total = max(total, shared - spared)
    return max(0.0, total * (1.0 - SLACK_FRACTION) / 1000.0 - SLACK_CC)


def _contradicts(limit: Limit, hot: float, total: float, dose_gy: float) -> bool:
    """Whether ``hot`` of ``total`` cc at ``dose_gy`` or more break an upper limit."""
    if hot <= 0.0:
        return False
    if limit.kind == "mean":
        return dose_gy * hot / total > limit.value
    if limit.kind == "max":
        return limit.value < dose_gy
    if limit.kind == "minimum":
        return hot >= total and limit.value < dose_gy
    if limit.kind in ("dose-at-cc", "dose-at-fraction"):
        volume = limit.parameter * (total if limit.kind == "dose-at-fraction" else 1.0)
        return limit.value < dose_gy and hot > volume
    dose = limit.parameter * (dose_gy if limit.kind == "volume-at-prescription" else 1.0)
    return dose <= dose_gy and hot > limit.value * (total if limit.unit == "fraction" else 1.0)
