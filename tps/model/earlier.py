"""Seeds that are there already when an implant is topped up."""

from dataclasses import dataclass
from datetime import datetime

from tps.errors import BadInput
from tps.model.moment import hours_between, moment_text
from tps.model.plan import Seed
from tps.model.source import SourceModel
from tps.model.strength import remaining_fraction
from tps.model.words import counted


@dataclass(frozen=True, eq=False)
class EarlierImplant:
    """An earlier implant whose dose counts in full, that already given and that still to come.

    Parameters
    ----------
    seeds : tuple of Seed
        With the strength they had at their own implant.
    source : SourceModel
        Their model.
    implanted : datetime, optional
        When; None where nobody says.
    model_stated : bool
        The model was stated, not taken to be that of the new seeds.
    """

    seeds: tuple[Seed, ...]
    source: SourceModel
    implanted: datetime | None = None
    model_stated: bool = False

    def hours_before(self, implant: datetime | None) -> float | None:
        """Hours from the earlier implant to the new one; None unless both are known."""
        if implant is None or self.implanted is None:
            return None
        return hours_between(self.implanted, implant, "the earlier implant and the new one")

    def given_fraction(self, implant: datetime | None) -> float | None:
        """Fraction of its dose that is given when the new seeds come; None where a date is missing."""
        hours = self.hours_before(implant)
        return None if hours is None else 1.0 - remaining_fraction(self.source.half_life_h, hours)

    def meaning(self, implant: datetime | None = None, dated: bool = True) -> str:
        """What the seeds and their strength are taken to be, in a sentence; with dates or without."""
        model = "" if self.model_stated else ", as nothing else is said (--existing-source)"
        text = (
            f"{counted(len(self.seeds), 'seed')} of {self.source.name}{model}, with the strength they had at"
            " their own implant; their whole dose counts, from their implant on."
        )
        if not dated:
            return text
        text += f" It was {moment_text(self.implanted)}." if self.implanted else " Its date is not said."
        given = self.given_fraction(implant)
        return text if given is None else f"{text} {given:.0%} of it are given when the new seeds come."


def check_order(earlier: datetime, implant: datetime, where: str) -> None:
    """Raise ``BadInput`` unless the earlier implant lies before the new one."""
    if hours_between(earlier, implant, where) < 0:
        raise BadInput(
            f"the earlier implant ({moment_text(earlier)}) lies after the new one ({moment_text(implant)})",
            where=where,
            expected="the earlier implant first",
            remedy="check the years, and whether the two dates are swapped",
        )
