"""Seeds that are there already when an implant is topped up."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tps.errors import BadInput
from tps.model.implant import Implant
from tps.model.moment import hours_between, moment_text
from tps.model.plan import Seed
from tps.model.source import SourceModel
from tps.model.strength import remaining_fraction
from tps.model.words import counted


@dataclass(frozen=True, eq=False)
class EarlierImplant:
    """What was implanted before, in one session or several; its dose counts in full, given or still to come.

    Parameters
    ----------
    seeds : tuple of Seed
        With the strength they had at their own implant.
    source : SourceModel
        Their model.
    implanted : datetime, optional
        When, the last of several sessions; None where nobody says.
    model_stated : bool
        The model was stated, not taken to be that of the new seeds.
    parts : tuple of Implant
        The sessions, earliest first, their seeds together ``seeds``; empty for a single one.
    """

    seeds: tuple[Seed, ...]
    source: SourceModel
    implanted: datetime | None = None
    model_stated: bool = False
    parts: tuple[Implant, ...] = ()

    @classmethod
    def of_sessions(
        cls, sessions: Sequence[Implant], source: SourceModel, model_stated: bool = True
    ) -> "EarlierImplant":
        """A history: implants of one model, each with its own time."""
        parts = tuple(sorted(sessions, key=lambda one: "" if one.at is None else one.at.isoformat()))
        seeds = tuple(seed for part in parts for seed in part.dose_seeds())
        return cls(seeds, source, parts[-1].at, model_stated, parts if len(parts) > 1 else ())

    @property
    def sessions(self) -> tuple[Implant, ...]:
        """Each implant with its own seeds and time, earliest first."""
        return self.parts or (Implant(self.source.name, self.seeds, None, self.implanted),)

    @property
    def undated(self) -> "EarlierImplant":
        """The same without its dates."""
        return replace(self, implanted=None, parts=tuple(replace(part, at=None) for part in self.parts))

    def hours_before(self, implant: datetime | None) -> float | None:
        """Hours from the (last) earlier implant to the new one; None unless both are known."""
        return _hours(self.implanted, implant)

    def given_fraction(self, implant: datetime | None) -> float | None:
        """Fraction of its dose that is given when the new seeds come; None where a date is missing.

        Of several sessions: that of all strength together.
        """
        found = [self.given_of(part, implant) for part in self.sessions]
        if any(fraction is None for fraction in found):
            return None
        weights = [part.total_strength_u for part in self.sessions]
        return sum(w * (f or 0.0) for w, f in zip(weights, found, strict=True)) / sum(weights)

    def given_of(self, session: Implant, until: datetime | None) -> float | None:
        """Fraction of one session's dose that is given at a time; None where a date is missing."""
        hours = _hours(session.at, until)
        return None if hours is None else 1.0 - remaining_fraction(self.source.half_life_h, hours)

    def meaning(self, implant: datetime | None = None, dated: bool = True) -> str:
        """What the seeds and their strength are taken to be, in a sentence; with dates or without."""
        model = "" if self.model_stated else ", as nothing else is said (--existing-source)"
        several = len(self.sessions) > 1
        text = (
            f"{counted(len(self.seeds), 'seed')} of {self.source.name}{model}, with the strength they had at"
            " their own implant; their whole dose counts, from their implant on."
        )
        if several:
            text += f" They came in {len(self.sessions)} sessions."
        if not dated:
            return text
        if several:
            return text + "".join(f" {self._of_session(part, implant)}" for part in self.sessions)
        text += f" It was {moment_text(self.implanted)}." if self.implanted else " Its date is not said."
        given = self.given_fraction(implant)
        return text if given is None else f"{text} {given:.0%} of it are given when the new seeds come."

    def _of_session(self, part: Implant, implant: datetime | None) -> str:
        when = moment_text(part.at) if part.at else "not dated"
        given = self.given_of(part, implant)
        told = "" if given is None else f", {given:.0%} given when the new seeds come"
        return f"{counted(len(part.seeds), 'seed')}, {when}{told}."


def _hours(first: datetime | None, second: datetime | None) -> float | None:
    if first is None or second is None:
        return None
    return hours_between(first, second, "the earlier implant and the new one")


def check_order(earlier: datetime, implant: datetime, where: str) -> None:
    """Raise ``BadInput`` unless the earlier implant lies before the new one."""
    if hours_between(earlier, implant, where) < 0:
        raise BadInput(
            f"the earlier implant ({moment_text(earlier)}) lies after the new one ({moment_text(implant)})",
            where=where,
            expected="the earlier implant first",
            remedy="check the years, and whether the two dates are swapped",
        )
