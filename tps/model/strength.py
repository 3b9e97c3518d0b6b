"""How strong a seed is, when, and how that is known: one noun, and one set of bounds for every way in.

A strength that comes with a calibration date holds then and decays until the implant; one without holds at
the implant.  Everything else that is computed from a seed takes its strength at the implant.
"""

import math
from dataclasses import dataclass
from datetime import datetime

from tps.errors import BadInput
from tps.model.moment import hours_between, moment_text
from tps.model.nuclide import NUCLIDES, find_nuclide
from tps.model.source import SourceModel

MBQ_PER_MCI = 37.0

# Seeds for permanent implants have 0.2 to 4 U when implanted; an older implant's seeds have decayed for some
# half-lives.  Beyond these bounds a unit, a decimal point or a year is wrong, unless somebody insists.
PLAUSIBLE_U = (0.05, 5.0)

# Insisting ends here: nothing that is implanted and left has more.
LARGEST_U = 100.0

# A seed is implanted within weeks of its certificate, before or after the day it is certified for.  Beyond so
# many half-lives a date is wrong, or the two are swapped.
MOST_HALF_LIVES_BEFORE, MOST_HALF_LIVES_AFTER = 2.0, 0.5
MOST_INSISTED = 20.0

INSIST = "--allow-any-strength"

# A certificate's U/mCi may differ by so much from the published one; more is the factor of another nuclide.
FACTOR_TOLERANCE = 0.2


def remaining_fraction(half_life_h: float, hours: float) -> float:
    """Part of a strength that is left after ``hours``; above 1 for a time before (negative)."""
    return math.exp(-math.log(2.0) * hours / half_life_h)


def u_per_mci_of(isotope: str, stated: float | None = None) -> float:
    """U per mCi: the certificate's if stated, else that of the nuclide.

    Raises
    ------
    BadInput
        If neither is known, or the stated one cannot be this nuclide's.
    """
    nuclide = find_nuclide(isotope)
    known = nuclide.u_per_mci if nuclide else None
    factor = known if stated is None else stated
    if factor is None:
        raise BadInput(
            f"no U/mCi known for {isotope}",
            where="strength in mCi",
            expected="the factor of the source certificate",
            remedy="state the strength in U (--strength-u), or give the factor (--u-per-mci)",
        )
    if stated is None:
        return float(factor)
    if not 0 < stated < math.inf:
        raise BadInput(
            f"U/mCi of the certificate is {stated:g}", where="--u-per-mci", expected="a positive number"
        )
    if nuclide is not None and known is not None and abs(stated / known - 1) > FACTOR_TOLERANCE:
        raise BadInput(
            f"{stated:g} U/mCi is not the factor of {nuclide.name}",
            where="--u-per-mci",
            expected=f"about {known:g}, within {FACTOR_TOLERANCE:.0%}",
            remedy="check the certificate, or leave the factor out",
        )
    return float(stated)


def check_strength(
    strength_u: float, where: str, *, isotope: str = "", unit: str = "U", insist: bool = False
) -> None:
    """Refuse a seed strength that cannot be, or that only a slip explains.

    Parameters
    ----------
    strength_u : float
        Of one seed, U.
    where : str
        Option, file and line, or the like.
    isotope : str
        Of the seed; "" where it is not known.
    unit : {"U", "mCi"}
        In which it was stated.
    insist : bool
        The user says that it is meant: only what cannot be is refused then.

    Raises
    ------
    BadInput
        With a hint where another unit would explain it.
    """
    if not 0 < strength_u <= LARGEST_U:
        insist, expected = False, f"above 0, at most {LARGEST_U:g} U"
    else:
        low, high = PLAUSIBLE_U
        if insist or low <= strength_u <= high:
            return
        expected = f"{low:g} to {high:g} U at any time"
    nuclide = find_nuclide(isotope)
    if nuclide:
        expected += "; {} seeds have {:g} to {:g} U".format(nuclide.name, *nuclide.usual_u)
    remedy = "check the unit, the decimal point and the dates"
    if 0 < strength_u <= LARGEST_U:
        remedy += f"; {INSIST} takes it all the same"
    raise BadInput(
        f"seed strength {_both(strength_u, isotope)} is improbable{_unit_hint(strength_u, isotope, unit)}",
        where=where,
        expected=expected,
        remedy=remedy,
    )


def strength_remark(strength_u: float, isotope: str) -> str:
    """What is worth saying of a strength that is possible and yet unusual; "" if nothing."""
    nuclide = find_nuclide(isotope)
    if nuclide is None or nuclide.usual_u[0] <= strength_u <= nuclide.usual_u[1]:
        return ""
    low, high = nuclide.usual_u
    return (
        f"{_both(strength_u, isotope)} per seed is unusual for {nuclide.name} ({low:g} to {high:g} U):"
        " check the unit."
    )


def _both(strength_u: float, isotope: str) -> str:
    nuclide = find_nuclide(isotope)
    if nuclide is None or nuclide.u_per_mci is None:
        return f"{strength_u:g} U"
    return f"{strength_u:.5g} U ({strength_u / nuclide.u_per_mci:.4g} mCi)"


def _unit_hint(strength_u: float, isotope: str, unit: str) -> str:
    """Other readings of the number that would be a usual strength: another unit, another decimal point."""
    nuclide = find_nuclide(isotope) or NUCLIDES["I-125"]
    factor = nuclide.u_per_mci or 1.0
    number = strength_u / factor if unit == "mCi" else strength_u
    readings = [
        (f"{number:.4g} {other} would be", number * in_mci * factor)
        for other, in_mci in (("MBq", 1 / MBQ_PER_MCI), ("GBq", 1e3 / MBQ_PER_MCI), ("Ci", 1e3))
    ]
    readings += [("a tenth of it is", strength_u / 10), ("ten times it is", strength_u * 10)]
    low, high = nuclide.usual_u
    usual = [f"{text} {u:.3g} U" for text, u in readings if low <= u <= high]
    return f" ({', '.join(usual)}: is the unit or the decimal point wrong?)" if usual else ""


@dataclass(frozen=True)
class Strength:
    """The strength of one seed.

    Parameters
    ----------
    isotope : str
    u : float
        Air-kerma strength at the implant, U.
    factor : float or None
        U per mCi, to show it in mCi too; None where none is known.
    at : datetime, optional
        The implant.
    calibrated_at : datetime, optional
        When the seed had ``calibrated_u``.
    calibrated_u : float
        The strength as stated: ``u`` where no calibration is dated.
    """

    isotope: str
    u: float
    factor: float | None
    at: datetime | None = None
    calibrated_at: datetime | None = None
    calibrated_u: float = 0.0

    def __post_init__(self):
        if not self.calibrated_u:
            object.__setattr__(self, "calibrated_u", self.u)

    @staticmethod
    def stated(
        source: SourceModel,
        strength_u: float,
        *,
        at: datetime | None = None,
        calibrated_at: datetime | None = None,
        factor: float | None = None,
        insist: bool = False,
        where: str = "strength",
        where_dates: str = "calibration and implant",
    ) -> "Strength":
        """A strength as somebody states it: at the calibration if that is dated, else at the implant.

        Parameters
        ----------
        source : SourceModel
        strength_u : float
        at, calibrated_at : datetime, optional
            The implant; the calibration, which needs an implant to decay to.
        factor : float, optional
            U/mCi of the certificate.
        insist : bool
            Take improbable strengths and dates too.
        where, where_dates : str
            Of strength and dates, for messages.

        Raises
        ------
        BadInput
            If strength or dates are improbable, a calibration has no implant, or only one of the two times
            carries a time zone.
        """
        if calibrated_at is not None and at is None:
            raise BadInput(
                "the calibration is dated, the implant is not",
                where=where_dates,
                remedy="give the date of the implant too",
            )
        check_strength(strength_u, where, isotope=source.isotope, insist=insist)
        u = strength_u
        if calibrated_at is not None and at is not None:
            check_dates(source, calibrated_at, at, where_dates, insist)
            u *= remaining_fraction(source.half_life_h, hours_between(calibrated_at, at, where_dates))
            check_strength(u, f"{where}, decayed to the implant", isotope=source.isotope, insist=insist)
        return Strength(
            source.isotope, u, _factor(source.isotope, factor), at, calibrated_at, float(strength_u)
        )

    @staticmethod
    def at_implant(
        source: SourceModel,
        strength_u: float,
        *,
        at: datetime | None = None,
        calibrated_at: datetime | None = None,
        factor: float | None = None,
    ) -> "Strength":
        """The strength of a plan's seed, with what it had, or must have, at the calibration; unchecked.

        Parameters
        ----------
        source : SourceModel
        strength_u : float
            At the implant.
        at, calibrated_at : datetime, optional
        factor : float, optional
            U/mCi of the certificate.
        """
        before = strength_u
        if at is not None and calibrated_at is not None:
            hours = hours_between(calibrated_at, at, "strength")
            before /= remaining_fraction(source.half_life_h, hours)
        return Strength(
            source.isotope, strength_u, _factor(source.isotope, factor), at, calibrated_at, before
        )

    @property
    def mci(self) -> float | None:
        """Apparent activity at the implant; None where no factor is known."""
        return None if self.factor is None else self.u / self.factor

    @property
    def calibrated_mci(self) -> float | None:
        """Apparent activity at the calibration."""
        return None if self.factor is None else self.calibrated_u / self.factor

    @property
    def change(self) -> float:
        """Strength at the implant over that at the calibration, less 1: below 0 where it decayed."""
        return self.u / self.calibrated_u - 1.0

    @property
    def text(self) -> str:
        """At the implant: ``0.762 U (0.60 mCi)``."""
        return strength_text(self.u, self.factor)

    @property
    def calibration_text(self) -> str:
        """What it was certified for and how it got from there; "" where no calibration is dated."""
        if self.calibrated_at is None or self.at is None:
            return ""
        how = "decayed" if self.change <= 0 else "grown, since the calibration lies after the implant,"
        return (
            f"{strength_text(self.calibrated_u, self.factor)} at the calibration"
            f" {moment_text(self.calibrated_at)}, {how} by {100 * abs(self.change):.1f} % until the implant"
            f" {moment_text(self.at)}"
        )

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a reader must know of it."""
        found = [strength_remark(self.u, self.isotope), self._factor_remark()]
        if self.change > 0:
            found.append(
                "The calibration lies after the implant: at the implant the seeds are stronger than"
                f" certified, by {100 * self.change:.1f} %."
            )
        return tuple(text for text in found if text)

    def _factor_remark(self) -> str:
        """That no report vouches for the nuclide's factor; "" where one does, or another factor is stated."""
        nuclide = find_nuclide(self.isotope)
        if nuclide is None or nuclide.factor_published or self.factor != nuclide.u_per_mci:
            return ""
        return (
            f"{self.factor:g} U/mCi for {nuclide.name} could not be verified against a publication: state"
            " strengths in U, or the factor of the certificate (--u-per-mci)."
        )

    def entry(self) -> dict:
        """As ``strength`` of plan.json."""

        def rounded(value: float | None) -> float | None:
            return None if value is None else float(f"{value:.6g}")

        def told(moment: datetime | None) -> str | None:
            return None if moment is None else moment.isoformat()

        return {
            "u": rounded(self.u),
            "mci": rounded(self.mci),
            "factor": self.factor,
            "at": told(self.at),
            "calibrated_at": told(self.calibrated_at),
            "calibrated_u": rounded(self.calibrated_u),
            "calibrated_mci": rounded(self.calibrated_mci),
        }


def strength_text(strength_u: float, factor: float | None, digits: int = 2) -> str:
    """``0.762 U (0.60 mCi)``; in U alone where no factor is known."""
    mci = "" if factor is None else f" ({strength_u / factor:.{digits}f} mCi)"
    return f"{strength_u:.3f} U{mci}"


def _factor(isotope: str, stated: float | None) -> float | None:
    nuclide = find_nuclide(isotope)
    if stated is None and (nuclide is None or nuclide.u_per_mci is None):
        return None
    return u_per_mci_of(isotope, stated)


def check_dates(
    source: SourceModel, calibrated_at: datetime, at: datetime, where: str, insist: bool = False
) -> None:
    """Refuse a calibration and an implant that lie too far apart, or the wrong way round.

    Parameters
    ----------
    source : SourceModel
    calibrated_at, at : datetime
        Calibration and implant.
    where : str
        For messages.
    insist : bool
        Take improbable ones too.

    Raises
    ------
    BadInput
        Saying by how much the strength would change; or if only one of the times carries a time zone.
    """
    half_lives = hours_between(calibrated_at, at, where) / source.half_life_h
    most_before, most_after = (
        (MOST_INSISTED,) * 2 if insist else (MOST_HALF_LIVES_BEFORE, MOST_HALF_LIVES_AFTER)
    )
    if -most_after <= half_lives <= most_before:
        return
    half_life_days = source.half_life_h / 24
    days = abs(half_lives) * half_life_days
    if half_lives > 0:
        what = (
            f"the calibration lies {days:.0f} days before the implant: {_power(-half_lives)} of the strength"
        )
        what += " would be left"
        longest, remedy = most_before * half_life_days, "check the year"
    else:
        what = f"the calibration lies {days:.0f} days after the implant: the strength would grow"
        what += f" {_power(-half_lives)} times"
        longest, remedy = most_after * half_life_days, "check whether the two dates are swapped, and the year"
    raise BadInput(
        what,
        where=where,
        expected=f"at most {longest:.0f} days for {source.isotope}",
        remedy=remedy if insist else f"{remedy}; {INSIST} takes it all the same",
    )


def _power(half_lives: float) -> str:
    """Two to that power, as text, however large."""
    return f"{2.0**half_lives:.2g}" if half_lives < 1000 else "10^300"
