"""Source strength: units, decay to the day of the implant, and dose in a time (total dose: ``engine.py``).

The bounds of strengths and dates, and the noun that carries both, stand in ``tps.model.strength``; the
factors by nuclide in ``tps.model.nuclide``.
"""

import math
from datetime import datetime
from typing import Protocol

from tps.errors import BadInput
from tps.model import SourceModel
from tps.model.moment import hours_between
from tps.model.strength import remaining_fraction, u_per_mci_of


def u_per_mci(source: SourceModel, certificate_u_per_mci: float | None = None) -> float:
    """The conversion factor for a source: the certificate's if given, else that of its nuclide.

    Raises
    ------
    BadInput
        If there is no factor for the nuclide and none is given, or the given one is not this nuclide's.
    """
    return u_per_mci_of(source.isotope, certificate_u_per_mci)


def _positive(value: float, what: str) -> float:
    if not 0 < value < math.inf:
        raise BadInput(f"{what} is {value:g}", expected="a positive number")
    return float(value)


def strength_from_mci(source: SourceModel, activity_mci: float, certificate_u_per_mci=None) -> float:
    """Air-kerma strength (U) of an apparent activity in mCi."""
    return _positive(activity_mci, "activity (mCi)") * u_per_mci(source, certificate_u_per_mci)


def activity_mci(source: SourceModel, strength_u: float, certificate_u_per_mci=None) -> float:
    """Apparent activity (mCi) of an air-kerma strength in U."""
    return _positive(strength_u, "strength (U)") / u_per_mci(source, certificate_u_per_mci)


class HasHalfLife(Protocol):
    """What decays: a source model, or the source of a plan that was read."""

    @property
    def half_life_h(self) -> float:
        """Hours."""


def decay_factor(source: HasHalfLife, hours: float) -> float:
    """Remaining fraction of the strength after ``hours`` (negative: before)."""
    return remaining_fraction(source.half_life_h, hours)


def strength_at(source: HasHalfLife, strength_u: float, calibrated: datetime, implanted: datetime) -> float:
    """Strength (U) at the implant, from that of the certificate; both with date *and time*.

    Parameters
    ----------
    source : SourceModel
        Or whatever has a half-life.
    strength_u : float
        At ``calibrated``.
    calibrated, implanted : datetime

    Raises
    ------
    BadInput
        If the strength is not positive, or only one of the times carries a time zone.
    """
    hours = hours_between(calibrated, implanted, "calibration and implant")
    return _positive(strength_u, "strength (U)") * decay_factor(source, hours)


def dose_fraction_within(source: SourceModel, hours: float) -> float:
    """Fraction of the total dose of a permanent implant that is delivered within ``hours``.

    Raises
    ------
    BadInput
        If ``hours`` is negative.
    """
    if not hours >= 0:
        raise BadInput(f"time is {hours:g} h", expected="a time from the implant on, not negative")
    return -math.expm1(-math.log(2.0) * hours / source.half_life_h)
