"""Option values that are more than one word: ranges, clearances, spheres, strengths."""

import dataclasses

from tps.dose.decay import strength_from_mci
from tps.errors import BadInput
from tps.formats.csv_table import read_number
from tps.model import SourceModel
from tps.model.protocol import Protocol
from tps.model.setting import settings_of
from tps.model.strength import check_strength, u_per_mci_of

USUAL_MCI = "0.6"


def number(text: str, option: str, what: str) -> float:
    """One finite number; raises ``BadInput`` naming the option."""
    value = read_number(text)
    if value is None:
        raise BadInput(f"{text!r} is not a number", where=option, expected=what)
    return value


def spacing(text: str, option: str = "--spacing-mm") -> tuple[float, float]:
    """``10:15`` as (10.0, 15.0); the first must not exceed the second, both as a protocol may have them."""
    allowed = settings_of(Protocol)["seed_spacing_mm"]
    what = f"LOW:HIGH in mm, such as 10:15; {allowed.range_text}"
    low_text, _, high_text = text.partition(":")
    low, high = number(low_text, option, what), number(high_text or low_text, option, what)
    try:
        return allowed.checked("spacing", (low, high))
    except ValueError as error:
        raise BadInput(
            f"{text!r} asks for spacings from {low:g} to {high:g} mm", where=option, expected=what
        ) from error


def changed_rules(protocol: Protocol, spacing_mm: str = "", seed_step_mm: float | None = None) -> Protocol:
    """The protocol with what ``--spacing-mm`` and ``--seed-step-mm`` say; raises ``BadInput``."""
    changes: dict = {}
    if seed_step_mm is not None:
        changes["seed_step_mm"] = seed_step(seed_step_mm)
    if spacing_mm:
        low, high = spacing(spacing_mm)
        changes |= {
            "needle_spacing_mm": (low, high),
            "seed_spacing_mm": (low, high),
            "seed_min_distance_mm": low,
        }
    try:
        return dataclasses.replace(protocol, **changes)
    except ValueError as error:
        raise BadInput(
            str(error),
            where="--spacing-mm, --seed-step-mm",
            remedy="choose a spacing that holds a whole number of the gun's steps",
        ) from error


def avoided(items: list[str], known: list[str]) -> dict[str, float | None]:
    """``ROI`` or ``ROI:CLEARANCE`` items as name to clearance (mm); a name may itself hold colons.

    Parameters
    ----------
    items : list of str
    known : list of str
        ROI names there are; a full match is a name even if it ends in a number.
    """
    result: dict[str, float | None] = {}
    for item in items:
        name, colon, clearance = item.rpartition(":")
        if item in known or not colon:
            result[item] = None
        else:
            result[name] = number(clearance, f"--avoid {item}", "ROI or ROI:CLEARANCE in mm, such as Aorta:5")
    return result


def sphere(text: str) -> tuple[tuple[float, float, float], float]:
    """``X,Y,Z,RADIUS`` in mm as (centre, radius)."""
    parts = text.split(",")
    what = "X,Y,Z,RADIUS in mm, patient coordinates (LPS), such as -94,33,-303,15"
    if len(parts) != 4:
        raise BadInput(f"{text!r} has {len(parts)} numbers", where="--target-sphere", expected=what)
    x, y, z, radius = (number(p, "--target-sphere", what) for p in parts)
    return (x, y, z), radius


def strengths(text: str, option: str = "--activity-mci") -> tuple[float, ...]:
    """One strength, ``LOW:HIGH`` (steps of 0.1) or a list ``0.4,0.5,0.7``, in the unit given."""
    what = "a number above 0, a range LOW:HIGH, or a list such as 0.4,0.5,0.6"
    if ":" not in text:
        values = tuple(number(part, option, what) for part in text.split(","))
    else:
        low_text, _, high_text = text.partition(":")
        low, high = number(low_text, option, what), number(high_text, option, what)
        if not low <= high:
            raise BadInput(f"{text!r} runs downwards", where=option, expected=what)
        count = int(round((high - low) / 0.1)) + 1
        values = tuple(
            round(low + i * 0.1, 6) for i in range(min(count, 100)) if low + i * 0.1 <= high + 1e-9
        )
    for value in values:
        if value <= 0:
            raise BadInput(f"{value:g} is not a seed strength", where=option, expected=what)
    return values


def seed_strengths(
    source: SourceModel, activity_mci: str, strength_u: str, u_per_mci: float | None, insist: bool
) -> tuple[float, ...]:
    """Strengths in U of ``--strength-u`` or ``--activity-mci``, as stated; 0.6 mCi where neither is given.

    Parameters
    ----------
    source : SourceModel
    activity_mci, strength_u : str
        One value or several, as typed; "" for none.
    u_per_mci : float or None
        Of the certificate.
    insist : bool
        Take improbable ones too.

    Raises
    ------
    BadInput
        If one is no number, or improbable; ``insist`` takes improbable ones.
    """
    if strength_u:
        option, unit, found = "--strength-u", "U", strengths(strength_u, "--strength-u")
        u_per_mci_of(source.isotope, u_per_mci)
    else:
        option, unit = "--activity-mci", "mCi"
        found = tuple(
            strength_from_mci(source, mci, u_per_mci) for mci in strengths(activity_mci or USUAL_MCI)
        )
    for each in found:
        check_strength(each, option, isotope=source.isotope, unit=unit, insist=insist)
    return found


def seed_step(step_mm: float, option: str = "--seed-step-mm") -> float:
    """The step of the gun, mm, as a protocol may have it; raises ``BadInput``."""
    allowed = settings_of(Protocol)["seed_step_mm"]
    try:
        return allowed.checked("step", step_mm)
    except ValueError as error:
        raise BadInput(
            f"{step_mm:g} mm", where=option, expected=f"{allowed.range_text}; guns have 1 or 5 mm"
        ) from error
