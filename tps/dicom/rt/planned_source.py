"""One source of an RT Plan: nuclide, strength, and when it has that strength."""

from datetime import datetime

from pydicom import Dataset

from tps.dicom.file.values import integer, number, text
from tps.dicom.rt.header import MANUFACTURER
from tps.dicom.rt.seed_plan import PlannedSource
from tps.dicom.rt.write_rtplan import IMPLANT_NOT_SET
from tps.errors import BadInput
from tps.model.nuclide import NUCLIDES, find_nuclide
from tps.model.strength import strength_remark

HALF_LIFE_TOLERANCE = 0.01

HOURS_PER_DAY = 24.0

# The two places in which a source's strength is written agree within their digits.
SAME_STRENGTH = 1e-3

# Stands for a date that was taken out together with the patient's identity (PS3.15 annex E).
REMOVED_DATE = "19000101"


def is_ours(dataset: Dataset) -> bool:
    """True for a plan this program wrote."""
    return text(dataset, "Manufacturer") == MANUFACTURER


def planned_source(item: Dataset, plan: Dataset, where: str, warnings: list[str]) -> PlannedSource:
    """One item of the Source Sequence; what is unusual is added to ``warnings``.

    Parameters
    ----------
    item : Dataset
        Of the Source Sequence.
    plan : Dataset
        The whole RT Plan.
    where : str
        For messages.
    warnings : list of str
        Added to.

    Raises
    ------
    BadInput
        If its nuclide is not implanted for good, or strength, half-life or reference time cannot be read.
    """
    count = integer(item, "SourceNumber", where)
    label = f"{where}, source {count}"
    isotope = text(item, "SourceIsotopeName")
    nuclide = find_nuclide(isotope)
    if nuclide is None:
        raise BadInput(
            f"the nuclide {isotope or '(none)'} is not implanted for good: not a permanent seed implant",
            where=label,
            expected=" or ".join(NUCLIDES),
        )
    half_life_d = number(item, "SourceIsotopeHalfLife", label)
    usual = nuclide.half_life_days
    if half_life_d <= 0:
        raise BadInput(f"the half-life is {half_life_d} d", where=label, expected="more than 0")
    if abs(half_life_d - usual) > HALF_LIFE_TOLERANCE * usual:
        warnings.append(f"source {count}: half-life {half_life_d:g} d, {isotope} has {usual:g} d")
    strength = _strength(item, label)
    if remark := strength_remark(strength, isotope):
        warnings.append(f"source {count}: {remark}")
    return PlannedSource(
        count,
        text(item, "SourceModelID"),
        text(item, "SourceManufacturer"),
        text(item, "SourceDescription"),
        isotope,
        half_life_d * HOURS_PER_DAY,
        strength,
        _reference(item, plan, count, label, warnings),
    )


def _strength(item: Dataset, where: str) -> float:
    """Air-kerma strength in U: 1 uGy/h at 1 m = 1 cGy cm2/h."""
    units = text(item, "SourceStrengthUnits", "AIR_KERMA_RATE")
    if units != "AIR_KERMA_RATE":
        raise BadInput(f"the source strength is given as {units}", where=where, expected="AIR_KERMA_RATE")
    strength, again = (number(item, k, where, 0.0) for k in ("ReferenceAirKermaRate", "SourceStrength"))
    if strength and again and abs(strength - again) > SAME_STRENGTH * strength:
        raise BadInput(
            f"Reference Air Kerma Rate {strength:g} and Source Strength {again:g} differ",
            where=where,
            expected="one strength, U",
            remedy="export the plan again",
        )
    strength = strength or again
    if strength <= 0:
        raise BadInput(f"the air-kerma strength is {strength:g} U", where=where, expected="more than 0")
    return strength


def _reference(item: Dataset, plan: Dataset, count: int, where: str, warnings: list[str]) -> datetime | None:
    """When the source has its strength; None where the plan does not say."""
    date, time = text(item, "SourceStrengthReferenceDate"), text(item, "SourceStrengthReferenceTime")
    if is_ours(plan) and IMPLANT_NOT_SET in text(plan, "RTPlanDescription"):
        warnings.append("the plan does not say when the implant is: its strengths are those at the implant")
        return None
    if date.replace(".", "") == REMOVED_DATE:
        warnings.append(f"source {count}: the reference date of its strength was taken out")
        return None
    if not date:
        warnings.append(f"source {count}: no reference date of its strength")
        return None
    if not time:
        warnings.append(f"source {count}: no reference time of its strength; taken as the start of the day")
    try:
        moment = datetime.strptime(
            date.replace(".", "") + (time.partition(".")[0] + "000000")[:6], "%Y%m%d%H%M%S"
        )
        zone = text(plan, "TimezoneOffsetFromUTC")
        return datetime.strptime(f"{moment:%Y%m%d%H%M%S}{zone}", "%Y%m%d%H%M%S%z") if zone else moment
    except ValueError as error:
        raise BadInput(f"the reference date and time {date} {time} do not exist", where=where) from error
