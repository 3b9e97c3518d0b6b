"""Whether the seeds of an RT Plan stay for good: what it says of times, technique and kerma, held together.

By the standard a channel's total time is in seconds; a permanent implant has none, the mean life of the
nuclide for each seed, or "for ever".  Systems exist that write the mean life in days or hours, or once for a
whole channel.  Such a time alone would be that of a temporary implant; it is read as what it is where the
technique says PERMANENT, or where the total reference air kerma is that of seeds left for good.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from pydicom import Dataset

from tps.dicom.file.values import integer, items, number, text
from tps.dicom.rt.seed_plan import PlannedSeed, PlannedSource
from tps.errors import BadInput

SECONDS_PER_HOUR = 3600.0

# What is taken out again stays for less than a half-life.
SHORTEST_PERMANENT_HALF_LIVES = 1.0

# Total reference air kerma and mean life may be rounded, or computed with a slightly other half-life.
KERMA_TOLERANCE = LIFE_TOLERANCE = 0.02

_UNITS = {"seconds": 1.0, "minutes": 60.0, "hours": 3600.0, "days": 86400.0}


@dataclass(frozen=True)
class Stay:
    """How long the seeds of one channel stay.

    Parameters
    ----------
    total_s : float
        The channel's total time, s.
    seeds : int
    source : int
        Number of their source.
    """

    total_s: float
    seeds: int
    source: int


def permanence_remarks(
    dataset: Dataset,
    stays: Sequence[Stay],
    seeds: Sequence[PlannedSeed],
    sources: Mapping[int, PlannedSource],
    where: str,
) -> list[str]:
    """What in a plan of seeds left for good contradicts that they are; for the reader to know.

    Parameters
    ----------
    dataset : Dataset
        The RT Plan.
    stays : sequence of Stay
        How long the seeds of each channel stay.
    seeds : sequence of PlannedSeed
    sources : dict of int to PlannedSource
        By number.
    where : str
        For messages.

    Raises
    ------
    BadInput
        If the sources are taken out again.
    """
    doubts, stated = _kerma_doubts(dataset, seeds, sources, where)
    says_so = text(dataset, "BrachyTreatmentTechnique").upper() == "PERMANENT"
    kerma_fits = bool(stated) and not doubts
    remarks = [_stay_remark(stay, sources[stay.source], says_so, kerma_fits, where) for stay in stays]
    return [text for text in dict.fromkeys(remarks) if text] + doubts


def _stay_remark(stay: Stay, source: PlannedSource, says_so: bool, kerma_fits: bool, where: str) -> str:
    each_h = stay.total_s / stay.seeds / SECONDS_PER_HOUR
    if each_h >= SHORTEST_PERMANENT_HALF_LIVES * source.half_life_h:
        return ""
    evidence = " and ".join(
        ["its technique is PERMANENT"] * says_so
        + ["its total reference air kerma is that of seeds left for good"] * kerma_fits
    )
    unit = _mean_life_unit(stay, source)
    if unit and evidence:
        return (
            f"channel times are the mean life of {source.isotope} in {unit}, not in seconds for each seed:"
            f" read as a permanent implant, since {evidence}"
        )
    if says_so and kerma_fits:
        return f"a channel time of {stay.total_s:g} s is not used: {evidence}"
    raise BadInput(
        f"is a temporary implant: a source stays {_time_text(each_h)}"
        + (", though its technique is PERMANENT" if says_so else ""),
        where=where,
        expected="a permanent seed implant: the mean life of the nuclide, or no time at all",
        remedy="export the plan again with its channel times in seconds" if says_so or unit else "",
    )


def _time_text(hours: float) -> str:
    return f"{hours:.1f} h" if hours >= 1 else f"{hours * SECONDS_PER_HOUR:.4g} s"


def _mean_life_unit(stay: Stay, source: PlannedSource) -> str:
    """The unit in which a channel's time is the mean life, for each seed or once for all; "" if none."""
    life_s = source.half_life_h * SECONDS_PER_HOUR / log(2)
    for unit, seconds in _UNITS.items():
        for count in (1, stay.seeds):
            if abs(stay.total_s * seconds / (count * life_s) - 1) <= LIFE_TOLERANCE:
                return unit if count > 1 or stay.seeds == 1 else f"{unit}, once for a whole channel"
    return ""


def _kerma_doubts(
    dataset: Dataset, seeds: Sequence[PlannedSeed], sources: Mapping[int, PlannedSource], where: str
) -> tuple[list[str], int]:
    """Setups whose stated total reference air kerma is neither that of their seeds nor of all seeds.

    Returns
    -------
    doubts : list of str
    stated : int
        Setups with seeds that state one.
    """
    per_seed = {n: s.strength_u * s.half_life_h / log(2) for n, s in sources.items()}
    whole = sum(per_seed[s.source] for s in seeds)
    doubts, count_stated = [], 0
    for setup in items(dataset, "ApplicationSetupSequence"):
        stated = number(setup, "TotalReferenceAirKerma", where, 0.0)
        count = integer(setup, "ApplicationSetupNumber", where)
        own = sum(per_seed[s.source] for s in seeds if s.needle == count)
        if not (own and stated):
            continue
        count_stated += 1
        if min(abs(stated - own) / own, abs(stated - whole) / whole) > KERMA_TOLERANCE:
            doubts.append(
                f"application setup {count}: total reference air kerma {stated:.5g} uGy is neither that of "
                f"its seeds ({own:.5g}) nor of the implant ({whole:.5g})"
            )
    return doubts, count_stated
