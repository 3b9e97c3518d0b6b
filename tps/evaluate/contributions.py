"""What each implant gives to a target: given so far, still to come, and what new seeds add."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from tps.dose.model import DoseModel
from tps.evaluate.samples import target_step_mm
from tps.geometry.region import Region
from tps.model import Seed
from tps.model.earlier import EarlierImplant
from tps.model.moment import moment_text
from tps.model.words import counted


@dataclass(frozen=True)
class Contribution:
    """One implant's part.

    Parameters
    ----------
    of : str
        Which implant: "implant 1", the earliest, ...; "new seeds".
    at : datetime, optional
        When it was made.
    seeds : int
    mean_gy : float
        Of the target, until all has decayed.
    given_gy : float, optional
        Of that, given when the new seeds come; None where a date is missing.
    coldest_gy : float
        At the place of the target's surface where the dose of all is lowest.
    """

    of: str
    at: datetime | None
    seeds: int
    mean_gy: float
    given_gy: float | None
    coldest_gy: float


def contributions(
    solid: Region,
    volume_mm3: float,
    coldest_mm: np.ndarray,
    engine: DoseModel,
    new: Sequence[Seed],
    earlier: EarlierImplant,
    implant: datetime | None,
) -> tuple[Contribution, ...]:
    """Of a target, earliest implant first; doses of one kind add up to those of all.

    Parameters
    ----------
    solid : Region
    volume_mm3 : float
        Of it.
    coldest_mm : (3,)
        Where the dose of all is lowest.
    engine : DoseModel
    new : sequence of Seed
        Of the new implant.
    earlier : EarlierImplant
    implant : datetime, optional
        When the new seeds come.
    """
    points, volumes = solid.scattered(target_step_mm(volume_mm3))
    place = np.asarray(coldest_mm, float)[None]

    def found(of: str, at: datetime | None, seeds: Sequence[Seed], given: float | None) -> Contribution:
        mean = float(engine.dose_gy(points, seeds) @ volumes / volumes.sum()) if seeds else 0.0
        coldest = float(engine.dose_gy(place, seeds, exact=True)[0]) if seeds else 0.0
        return Contribution(of, at, len(seeds), mean, None if given is None else given * mean, coldest)

    rows = []
    for number, part in enumerate(earlier.sessions, start=1):
        given = earlier.given_of(part, implant)
        rows.append(found(f"implant {number}", part.at, part.dose_seeds(), given))
    rows.append(found("new seeds", implant, tuple(new), 0.0))
    return tuple(rows)


def contribution_text(rows: Sequence[Contribution]) -> str:
    """The rows in a sentence: they add up."""
    said = []
    for row in rows:
        when = "" if row.at is None else f"{moment_text(row.at)}, "
        text = f"{row.of} ({when}{counted(row.seeds, 'seed')}): mean {row.mean_gy:.1f} Gy"
        if row.given_gy is not None and row is not rows[-1]:
            text += f" ({row.given_gy:.1f} given, {row.mean_gy - row.given_gy:.1f} to come)"
        said.append(f"{text}, coldest place {row.coldest_gy:.1f} Gy")
    mean, coldest = sum(r.mean_gy for r in rows), sum(r.coldest_gy for r in rows)
    return "; ".join(said) + f"; together mean {mean:.1f} Gy, coldest place {coldest:.1f} Gy"
