"""Seeds of a plan in our own nouns, from plan.json or from any system's RTPLAN."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from tps.batch.find.item import Item
from tps.batch.options import RecomputeOptions
from tps.batch.run.source_models import known_sources
from tps.dicom.rt.rtplan_read import read_plan
from tps.dicom.rt.seed_models import model_named, said_of_sources
from tps.dicom.rt.seed_plan import PlannedSeed, PlannedSource, SeedPlan
from tps.dose.decay import strength_at
from tps.errors import BadInput
from tps.export.plan_json import read_plan_json
from tps.model import Implant, PlacedSeed, Prescription, Seed
from tps.model.implant import NO_NEEDLE
from tps.model.moment import read_moment
from tps.model.strength import check_strength
from tps.model.words import counted


@dataclass(frozen=True, eq=False)
class ReadPlan:
    """A plan as read, before targets and prescription are settled.

    Parameters
    ----------
    implant : Implant
        Without a prescription where the input states none, or several.
    targets : tuple of str
        Names that the plan treats; not all need be ROIs.
    needles : int, optional
    recorded : dict of str to dict
        Metrics by ROI.
    frame_uid, study_uid : str
    warnings : tuple of str
    is_top_up : bool
        Some of the seeds were there before, implanted at another time.
    """

    implant: Implant
    targets: tuple[str, ...]
    needles: int | None
    recorded: dict[str, dict]
    frame_uid: str
    study_uid: str
    warnings: tuple[str, ...]
    is_top_up: bool = False


def from_plan_json(item: Item, options: RecomputeOptions) -> ReadPlan:
    """Read a plan.json, with the seeds that were there before."""
    file = read_plan_json(item.plan_file)
    insist = options.allow_any_strength
    extra = file.model_extra or {}
    implant = Implant.of_plan(file.plan(allow_any_strength=insist), _time(extra.get("implant")))
    existing: tuple[str, ...] = ()
    if before := file.existing_seeds(allow_any_strength=insist):
        implant = implant.joined(_numbered_on(implant, before))
        existing = (_counted(before),)
    inputs = file.inputs
    return ReadPlan(
        implant=implant,
        targets=tuple(file.targets),
        needles=len(file.needles),
        recorded={roi: dict(values) for roi, values in file.metrics.items()},
        frame_uid=str(inputs.get("frame_of_reference_uid", "")),
        study_uid=str(inputs.get("study_uid", "")),
        warnings=tuple(file.warnings) + existing,
        is_top_up=bool(existing),
    )


def _counted(before: Sequence) -> str:
    return f"{counted(len(before), 'seed')} that {'was' if len(before) == 1 else 'were'} there before count"


def _numbered_on(implant: Implant, seeds: Sequence[Seed]) -> tuple[Seed, ...]:
    """Earlier seeds, numbered after the plan's own and on none of its needles."""
    last = max((seed.id for seed in implant.seeds), default=0)
    return tuple(replace(s, id=last + n, needle=NO_NEEDLE) for n, s in enumerate(seeds, start=1))


def _time(text) -> datetime | None:
    return read_moment(str(text), "plan.json, implant") if text else None


def from_rtplan(item: Item, options: RecomputeOptions) -> ReadPlan:
    """Read an RTPLAN of a permanent implant, whoever wrote it."""
    read = read_plan(item.plan_file, allow_any_strength=options.allow_any_strength)
    named = model_named(read.sources, known_sources(options.source_folder))
    source = item.source or named or options.assume_source
    if not source and not any(variant.source for variant in options.variants):
        raise _unknown_model(read.sources)
    implanted, strength, notes = _at_one_time(read, options.allow_any_strength)
    if source and not (item.source or named):
        notes += (f"source model {source} is assumed: the plan calls it {said_of_sources(read.sources)!r}",)
    if implanted is not None and any(variant.to_date for variant in options.variants):
        notes += ("the implant is taken to be at the reference time of the source strength",)
    seeds = tuple(_placed(n, s, strength[s.source]) for n, s in enumerate(read.seeds, start=1))
    old = read.earlier_setups
    known_needles = all(n.tip_mm is not None for n in read.needles if n.number not in old)
    prescription = None if read.prescription_gy is None else Prescription(read.prescription_gy)
    return ReadPlan(
        implant=Implant(source or "", seeds, prescription, implanted),
        targets=tuple(text.rpartition(": ")[0] or text for text in read.prescriptions_gy),
        needles=len({s.needle for s in read.seeds}) - len(old) if known_needles else None,
        recorded={},
        frame_uid=read.frame_of_reference_uid,
        study_uid=read.study_uid,
        warnings=(*read.warnings, *notes),
        is_top_up=bool(old),
    )


def _placed(number: int, seed: PlannedSeed, strength_u: float) -> PlacedSeed:
    if seed.direction is None:
        return PlacedSeed(number, seed.needle, seed.position_mm, None, strength_u)
    return Seed(number, seed.needle, seed.position_mm, seed.direction, strength_u)


def _at_one_time(
    read: SeedPlan, allow_any_strength: bool
) -> tuple[datetime | None, dict[int, float], tuple[str, ...]]:
    """Latest reference time of the sources, and each one's strength then.

    Seeds that were there before keep the strength at their own implant, from which on their dose counts.
    """
    old = {seed.source for seed in read.earlier_seeds}
    if old:
        new = replace(read, sources=tuple(s for s in read.sources if s.number not in old), needles=())
        when, strength, notes = _at_one_time(new, allow_any_strength)
        before = {s.number: s.strength_u for s in read.sources if s.number in old}
        return when, strength | before, (*notes, _counted(read.earlier_seeds))
    times = {source.reference for source in read.sources}
    if len(times) == 1:
        return times.pop(), {s.number: s.strength_u for s in read.sources}, ()
    dated = [(s, s.reference) for s in read.sources if s.reference is not None]
    if len(dated) < len(read.sources):
        raise BadInput(
            "some sources have a reference date of their strength and others have none",
            where="RTPLAN",
            remedy="export the plan again",
        )
    latest = max(reference for _, reference in dated)
    strength = {s.number: strength_at(s, s.strength_u, reference, latest) for s, reference in dated}
    for source in read.sources:
        where = f"RTPLAN, source {source.number}, brought to the latest reference time of all sources"
        check_strength(strength[source.number], where, isotope=source.isotope, insist=allow_any_strength)
    return (
        latest,
        strength,
        (f"sources of {len(times)} reference times: strengths brought to {latest:%Y-%m-%d %H:%M}",),
    )


def _unknown_model(sources: tuple[PlannedSource, ...]) -> BadInput:
    return BadInput(
        f"source model {said_of_sources(sources)!r} is none that is known here",
        where="RTPLAN",
        remedy="--assume-source MODEL, or the column source of a manifest; `tps sources` lists the models",
    )
