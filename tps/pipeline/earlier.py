"""Read the implant that a top-up adds to, and refuse one that is not this patient's or not countable here."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import numpy as np

from tps.errors import BadInput
from tps.export.integrity import check_beside_plan, is_plan_folder
from tps.export.plan_json import PlanFile, SessionEntry, read_plan_json
from tps.formats.seeds_csv import read_existing_csv
from tps.model import Implant, SourceModel, Volume
from tps.model.earlier import EarlierImplant, check_order
from tps.model.moment import hours_between, moment_text, read_moment
from tps.model.strength import check_dates, check_strength, remaining_fraction
from tps.model.words import counted
from tps.pipeline.request import PlanRequest

EXISTING, SOURCE, IMPLANTED, MEASURED = (
    "--existing",
    "--existing-source",
    "--existing-implanted",
    "--existing-strength-date",
)

# Where all of the scan within so many mm shows less than this (HU), there is no body: the emptiest lung has
# vessels and walls.
AROUND_MM = 5.0
AIR_HU = -950.0


def read_earlier(request: PlanRequest, source: SourceModel) -> EarlierImplant | None:
    """The seeds that are there already; None where none are named.

    Parameters
    ----------
    request : PlanRequest
    source : SourceModel
        Of the new seeds.

    Raises
    ------
    BadInput
        If the table cannot be read, the seeds are of another model than the new ones, a strength is
        improbable, or their dates contradict those of the new implant.
    """
    if not request.existing_seeds:
        return None
    check_beside_plan(request.existing_seeds)
    model, said = _model(request)
    if model and model != source.name:
        raise BadInput(
            f"the seeds there already are of {model}, the new ones of {source.name}{said}",
            where=SOURCE,
            expected="one source model: doses of two are not added here",
            remedy=f"plan with --source {model}",
        )
    implanted = read_moment(request.existing_implanted, IMPLANTED) if request.existing_implanted else None
    sessions = _sessions(request, source, implanted)
    for session in sessions:
        _check_time(session, request.implanted, len(sessions) > 1)
    return EarlierImplant.of_sessions(sessions, source, bool(model))


def _sessions(request: PlanRequest, source: SourceModel, implanted: datetime | None) -> list[Implant]:
    """What was implanted before, by its times."""
    insist = request.allow_any_strength
    file = plan_beside(request.existing_seeds)
    if file is not None and not request.existing_strength_date:
        return _of_folder(file, source, implanted, insist)
    # What the table holds is looked at once the strengths are those at the implant.
    seeds, when = read_existing_csv(request.existing_seeds, allow_any_strength=insist)
    if any(when):
        if implanted is not None:
            raise BadInput(
                "the table says when each seed was implanted, and so does the option",
                where=IMPLANTED,
                expected="one of the two",
                remedy="leave the option out",
            )
        times = sorted({at for at in when if at is not None}, key=lambda at: at.isoformat())
        return [
            Implant(source.name, tuple(s for s, w in zip(seeds, when, strict=True) if w == at), None, at)
            for at in times
        ]
    if request.existing_strength_date:
        seeds = _at_their_implant(request, seeds, source, implanted)
    return [Implant(source.name, seeds, None, implanted)]


def _check_time(session: Implant, implant: datetime | None, several: bool) -> None:
    if implant is None:
        return
    if session.at is None:
        raise BadInput(
            "the new implant is dated, that of the seeds there already is not",
            where=IMPLANTED,
            expected="the date of their implant: their strength in the table is the one then",
            remedy=f"add {IMPLANTED}; for strengths of another day also {MEASURED}",
        )
    check_order(session.at, implant, f"{IMPLANTED if not several else EXISTING} and --implant-date")


def plan_beside(named: str) -> PlanFile | None:
    """The plan.json of a folder that is named, or of one whose own seeds are; None for any other table."""
    path = Path(named)
    folder = path if path.is_dir() else path.parent if path.name == "seeds.csv" else None
    return read_plan_json(folder) if folder is not None and is_plan_folder(folder) else None


def _of_folder(
    file: PlanFile, source: SourceModel, implanted: datetime | None, insist: bool
) -> list[Implant]:
    """The implant of a folder, and those that were there before it."""
    told = (file.model_extra or {}).get("implant")
    at = read_moment(str(told), "plan.json, implant") if told else None
    if at is not None and implanted is not None and at != implanted:
        raise BadInput(
            f"the folder says that it was implanted {moment_text(at)}, the option {moment_text(implanted)}",
            where=IMPLANTED,
            expected="one time",
            remedy="leave the option out, or verify the implant again with --implanted",
        )
    seeds = file.plan(allow_any_strength=insist).seeds
    found = [Implant(source.name, seeds, None, at or implanted)] if seeds else []
    before = list(file.existing_seeds(allow_any_strength=insist))
    if file.existing is None:
        return found
    parts = file.existing.sessions or [SessionEntry(implanted=file.existing.implanted, seeds=len(before))]
    for part in parts:
        mine, before = tuple(before[: part.seeds]), before[part.seeds :]
        when = read_moment(part.implanted, "plan.json, existing") if part.implanted else None
        found.append(Implant(source.name, mine, None, when))
    return found


def _model(request: PlanRequest) -> tuple[str, str]:
    """The model as stated, or as the plan says that the table belongs to; and who says so."""
    if request.existing_source:
        return request.existing_source, ""
    named = Path(request.existing_seeds)
    beside = (named if named.is_dir() else named.parent) / "plan.json"
    if not beside.is_file():
        return "", ""
    return read_plan_json(beside).source.model, " (by plan.json beside the table)"


def _at_their_implant(request: PlanRequest, seeds, source: SourceModel, implanted):
    """Seeds with the strength at their implant, from that of the day stated."""
    if implanted is None:
        raise BadInput(
            "the strengths of the seeds there already are dated, their implant is not",
            where=MEASURED,
            remedy=f"give {IMPLANTED} too",
        )
    where = f"{MEASURED} and {IMPLANTED}"
    measured = read_moment(request.existing_strength_date, MEASURED)
    # A day before the implant is a calibration and has its bounds; one after it may be years later.
    if hours_between(measured, implanted, where) > 0:
        check_dates(source, measured, implanted, where, request.allow_any_strength)
    part = remaining_fraction(source.half_life_h, hours_between(measured, implanted, where))
    for seed in seeds:
        check_strength(
            seed.strength_u * part,
            f"{request.existing_seeds}, seed {seed.id}, brought from {MEASURED} to {IMPLANTED}",
            isotope=source.isotope,
            insist=request.allow_any_strength,
        )
    return tuple(replace(seed, strength_u=seed.strength_u * part) for seed in seeds)


def check_frame(request: PlanRequest, frame_uid: str) -> None:
    """Refuse seeds that were found in another scan than the one that is planned on; raises ``BadInput``."""
    file = plan_beside(request.existing_seeds) if request.existing_seeds else None
    if file is None or not (file.model_extra or {}).get("delivered"):
        return
    theirs = str(file.inputs.get("frame_of_reference_uid", ""))
    if theirs and frame_uid and theirs != frame_uid:
        raise BadInput(
            "the seeds there already were found in another scan than this",
            where=EXISTING,
            expected="the CT that was verified: the one after the implant",
            remedy="plan the top-up on that CT, or verify the implant on this one",
        )


def check_in_patient(earlier: EarlierImplant | None, ct: Volume) -> tuple[str, ...]:
    """Refuse seeds that cannot lie in this patient; remarks on single ones outside the body.

    Parameters
    ----------
    earlier : EarlierImplant or None
    ct : Volume

    Raises
    ------
    BadInput
        If a seed lies outside the scan, or most of them outside the body.
    """
    if earlier is None:
        return ()
    positions = np.array([s.position_mm for s in earlier.seeds])
    expected = "the seeds of this patient, in the coordinates of this scan"
    remedy = "check whose seeds these are, and in which scan their places were found"
    outside = ~ct.grid.contains(positions)
    if outside.any():
        seed = earlier.seeds[int(np.argmax(outside))]
        raise BadInput(
            f"{outside.sum()} of {counted(len(outside), 'seed')} lie outside the scan, seed {seed.id} at"
            f" {np.round(seed.position_mm, 1).tolist()} mm",
            where=EXISTING,
            expected=expected,
            remedy=remedy,
        )
    in_air = np.array([_is_in_air(position, ct) for position in positions])
    if in_air.sum() > len(in_air) / 2:
        seed = earlier.seeds[int(np.argmax(in_air))]
        raise BadInput(
            f"{in_air.sum()} of {counted(len(in_air), 'seed')} lie outside the body, seed {seed.id} at"
            f" {np.round(seed.position_mm, 1).tolist()} mm",
            where=EXISTING,
            expected=expected,
            remedy=remedy,
        )
    if not in_air.any():
        return ()
    return (
        f"Top-up: {counted(int(in_air.sum()), 'seed')} of those there already"
        f" {'lies' if in_air.sum() == 1 else 'lie'} outside the body: check their places.",
    )


def _is_in_air(position_mm: np.ndarray, ct: Volume) -> bool:
    """Whether nothing but air is near a place (3,) in the scan."""
    near = AROUND_MM / np.array(ct.grid.spacing_mm)
    index = ct.grid.world_to_index(position_mm[None])[0]
    low = np.maximum(np.floor(index - near).astype(int), 0)
    high = np.ceil(index + near).astype(int) + 1
    (x0, y0, z0), (x1, y1, z1) = low, high
    return bool(ct.values[z0:z1, y0:y1, x0:x1].max() < AIR_HU)
