"""What several implants have given to a target by a date, and what is still to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from tps.dose.model import DoseModel
from tps.evaluate.contributions import Contribution, contributions
from tps.evaluate.evaluate import evaluate_implant
from tps.geometry.region import Region
from tps.model.earlier import EarlierImplant
from tps.model.implant import Implant
from tps.model.moment import hours_between
from tps.model.prescription import Prescription
from tps.model.protocol import Protocol

# Figures of a target that are told of a date.
FIGURES = ("mean_gy", "d90_gy", "minimum_peripheral_dose_gy")


@dataclass(frozen=True)
class DoseByDate:
    """Dose to one target.

    Parameters
    ----------
    target : str
    at : datetime, optional
        By when; None: until all has decayed.
    parts : tuple of Contribution
        Of each implant, earliest first; ``mean_gy`` and ``coldest_gy`` until all has decayed, at the place
        that is coldest then.
    fractions : tuple of float
        Of each implant's dose, given by that date; 0 before it is made.
    given, whole : dict of str to float
        ``FIGURES`` by that date, and until all has decayed.
    """

    target: str
    at: datetime | None
    parts: tuple[Contribution, ...]
    fractions: tuple[float, ...]
    given: dict[str, float]
    whole: dict[str, float]


def dose_by_dates(
    history: EarlierImplant,
    engine: DoseModel,
    targets: Sequence[Region],
    dates: Sequence[datetime | None],
) -> tuple[DoseByDate, ...]:
    """The dose of a history of dated implants, by date and target.

    Parameters
    ----------
    history : EarlierImplant
        Every session dated.
    engine : DoseModel
        Of the seeds' model.
    targets : sequence of Region
    dates : sequence of datetime or None
        None: until all has decayed.

    Raises
    ------
    BadInput
        If only one of a date and an implant's time carries a time zone.

    Notes
    -----
    Dose is proportional to strength, so what is given by a date is the dose of weaker seeds: each implant's
    times 1 - 2^(-t/T) with t since that implant.
    """
    sessions = history.sessions
    whole = _figures(history, (1.0,) * len(sessions), engine, targets)
    places = _coldest(history, engine, targets)
    parts = {
        target.name: contributions(target, target.volume_mm3, places[target.name], engine, (), history, None)[
            : len(sessions)
        ]
        for target in targets
    }
    found = []
    for date in dates:
        fractions = tuple(_fraction(history, session, date) for session in sessions)
        given = _figures(history, fractions, engine, targets)
        found += [
            DoseByDate(t.name, date, parts[t.name], fractions, given[t.name], whole[t.name]) for t in targets
        ]
    return tuple(found)


def _fraction(history: EarlierImplant, session: Implant, date: datetime | None) -> float:
    if date is None:
        return 1.0
    if session.at is None:
        raise ValueError("an implant of the history is not dated")
    if hours_between(session.at, date, "the implant and the date") <= 0:
        return 0.0
    return history.given_of(session, date) or 0.0


def _scaled(history: EarlierImplant, fractions: Sequence[float]) -> Implant:
    """The seeds with the strengths that would give, until all has decayed, what is given by then."""
    parts = [s.scaled(f) for s, f in zip(history.sessions, fractions, strict=True) if f > 0]
    seeds = tuple(seed for part in parts for seed in part.dose_seeds())
    return Implant(history.source.name, seeds, Prescription())


def _figures(
    history: EarlierImplant, fractions: Sequence[float], engine: DoseModel, targets: Sequence[Region]
) -> dict[str, dict[str, float]]:
    scaled = _scaled(history, fractions)
    if not scaled.seeds:
        return {t.name: dict.fromkeys(FIGURES, 0.0) for t in targets}
    metrics = evaluate_implant(scaled, engine, targets, (), Protocol()).metrics
    return {t.name: {name: float(metrics[t.name][name]) for name in FIGURES} for t in targets}


def _coldest(history: EarlierImplant, engine: DoseModel, targets: Sequence[Region]) -> dict:
    """Where each target's dose is lowest once all has decayed."""
    everything = _scaled(history, (1.0,) * len(history.sessions))
    return evaluate_implant(everything, engine, targets, (), Protocol()).minimum_at_mm
