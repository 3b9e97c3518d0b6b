"""The plan that an implant is held against: a plan folder of ours, or the RT Plan of any system."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tps.dicom.rt.rtplan_read import read_plan
from tps.dicom.rt.seed_models import model_named, said_of_sources
from tps.dicom.rt.seed_plan import PlannedSeed, SeedPlan
from tps.dose.decay import strength_at
from tps.errors import BadInput
from tps.export.integrity import PLAN_JSON, is_plan_folder
from tps.export.plan_json import PlanFile, SessionEntry
from tps.model import Case, Implant, Needle, PlacedSeed, Prescription, Seed
from tps.model.moment import hours_between, moment_text, read_moment
from tps.model.strength import remaining_fraction
from tps.pipeline.load import load_case
from tps.pipeline.reevaluate import read_case_of, read_plan_folder
from tps.postimplant.planned import PlannedImplant
from tps.sources.library import list_sources, load_source


def read_planned(
    path: Path | str,
    *,
    ct: Path | str | None = None,
    structures: Sequence[Path | str] = (),
    source: str = "",
    source_folder: str = "",
    prescription_gy: float | None = None,
    targets: Sequence[str] = (),
) -> PlannedImplant:
    """Read a plan.

    Parameters
    ----------
    path : path-like
        A plan folder, or an RT Plan of a permanent implant.
    ct, structures : path-like, optional
        The scan it was made on and its contours: needed where an RT Plan is given and the target is to be
        carried over; of a plan folder only where they were moved since.
    source : str
        Seed model of a plan that names none known here.
    source_folder : str
        Folder of the user's own models; "" for none.
    prescription_gy : float, optional
        Of a plan that states none.
    targets : sequence of str
        Of a plan that names none.

    Raises
    ------
    BadInput
        If it is no plan of a permanent implant, contradicts itself, or does not say what is needed.
    """
    path = Path(path)
    if path.is_dir() and is_plan_folder(path):
        return _of_folder(path, ct, structures)
    return _of_rtplan(path, ct, structures, source, source_folder, prescription_gy, targets)


def _of_folder(folder: Path, ct, structures) -> PlannedImplant:
    file = read_plan_folder(folder)
    plan = file.plan()
    notes: tuple[str, ...] = ()
    case: Case | None = None
    try:
        case = read_case_of(file, folder, ct, structures)
    except BadInput as error:
        if ct is not None or structures:
            raise
        notes = (f"the scan that was planned on is not compared: {error.what}",)
    extra = file.model_extra or {}
    return PlannedImplant(
        Implant.of_plan(plan, _moment(extra.get("implant"))),
        plan.needles,
        tuple(name for name in plan.targets),
        {name: {k: v for k, v in found.items() if v is not None} for name, found in file.metrics.items()},
        case,
        _earlier(file),
        folder.resolve().name,
        {
            "plan_uid": extra.get("dicom", {}).get("RTPLAN.dcm", ""),
            "sha256": hashlib.sha256((folder / PLAN_JSON).read_bytes()).hexdigest(),
            "folder": folder.resolve().name,
        },
        notes,
    )


def _moment(text) -> datetime | None:
    return read_moment(str(text), f"{PLAN_JSON}, implant") if text else None


def _earlier(file: PlanFile) -> tuple[Implant, ...]:
    """What was there before, each implant with its time."""
    if file.existing is None:
        return ()
    seeds, found = list(file.existing_seeds()), []
    parts = file.existing.sessions or [SessionEntry(implanted=file.existing.implanted, seeds=len(seeds))]
    for part in parts:
        mine, seeds = tuple(seeds[: part.seeds]), seeds[part.seeds :]
        found.append(Implant(file.existing.source, mine, None, _moment(part.implanted)))
    return tuple(found)


def _of_rtplan(path: Path, ct, structures, source, source_folder, prescription_gy, targets) -> PlannedImplant:
    read = read_plan(path)
    named = model_named(read.sources, list_sources(source_folder or None))
    model, notes = source or named, list(read.warnings)
    if not model:
        raise BadInput(
            f"source model {said_of_sources(read.sources)!r} is none that is known here",
            where=str(path),
            remedy="--source MODEL; `tps sources` lists the models",
        )
    if source and source != named:
        notes.append(f"source model {source} is assumed: the plan calls it {said_of_sources(read.sources)!r}")
    load_source(model, source_folder or None)  # says what is wrong with a name
    dose = prescription_gy or read.prescription_gy
    if dose is None:
        raise BadInput(
            "the plan states no prescribed dose, or several", where=str(path), remedy="--prescription-gy"
        )
    seeds, at = _at_latest(read)
    old = read.earlier_setups
    numbered = [_placed(n, s, u) for n, (s, u) in enumerate(seeds, start=1)]
    mine = [(s, p) for (s, _), p in zip(seeds, numbered, strict=True)]
    new = tuple(p for s, p in mine if s.needle not in old)
    before = tuple(p for s, p in mine if s.needle in old)
    names = tuple(targets) or tuple(t.rpartition(": ")[0] or t for t in read.prescriptions_gy)
    needles = tuple(
        Needle(n.number, n.entry_mm, n.tip_mm)
        for n in read.needles
        if n.entry_mm is not None and n.tip_mm is not None and n.number not in old
    )
    case = None
    if ct is not None:
        case = load_case(ct, list(structures) or None)
        if read.frame_of_reference_uid not in ("", case.identity.frame_of_reference_uid):
            raise BadInput(
                "plan and planning CT lie in different frames of reference",
                where="--plan-ct",
                expected="the scan that the plan was made on",
            )
    return PlannedImplant(
        Implant(model, new, Prescription(dose), at),
        needles,
        names,
        {},
        case,
        (Implant(model, before),) if before else (),
        path.stem,
        {"plan_uid": read.sop_uid, "sha256": hashlib.sha256(path.read_bytes()).hexdigest(), "folder": ""},
        tuple(notes),
    )


def _at_latest(read: SeedPlan) -> tuple[list[tuple[PlannedSeed, float]], datetime | None]:
    """Each seed with its strength at the latest reference time of the new sources, and that time."""
    old = {seed.source for seed in read.earlier_seeds}
    references = [s.reference for s in read.sources if s.number not in old and s.reference is not None]
    at = max(references) if references else None
    by_number = {s.number: s for s in read.sources}
    found = []
    for seed in read.seeds:
        one = by_number[seed.source]
        strength = seed.strength_u
        if at is not None and one.reference is not None and one.number not in old:
            strength = strength_at(one, strength, one.reference, at)
        found.append((seed, strength))
    return found, at


def _placed(number: int, seed: PlannedSeed, strength_u: float) -> PlacedSeed:
    if seed.direction is None:
        return PlacedSeed(number, seed.needle, seed.position_mm, None, strength_u)
    return Seed(number, seed.needle, seed.position_mm, seed.direction, strength_u)


def at_implant(planned: PlannedImplant, implanted: datetime | None, half_life_h: float) -> PlannedImplant:
    """The plan with the strengths that its seeds had when they were really implanted.

    Parameters
    ----------
    planned : PlannedImplant
    implanted : datetime, optional
        When; None: when it was planned for.
    half_life_h : float
        Of the seeds.

    Raises
    ------
    BadInput
        If only one of the two times carries a time zone.
    """
    at = planned.implant.at
    if implanted is None:
        note = "nobody says when the implant was made: the strengths are those of the plan"
        return planned if at is not None else replace(planned, notes=(*planned.notes, note))
    if at is None:
        note = "the plan is not dated: its strengths are taken to be those at the implant"
        dated = replace(planned.implant, at=implanted)
        return replace(planned, implant=dated, notes=(*planned.notes, note))
    hours = hours_between(at, implanted, "--implanted and the plan's date")
    decayed = replace(planned.implant.scaled(remaining_fraction(half_life_h, hours)), at=implanted)
    if hours == 0:
        return replace(planned, implant=decayed)
    note = (
        f"implanted {moment_text(implanted)}, planned for {moment_text(at)}: strengths are"
        f" {remaining_fraction(half_life_h, hours):.1%} of the plan's"
    )
    return replace(planned, implant=decayed, notes=(*planned.notes, note))
