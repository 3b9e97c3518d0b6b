"""From a verification to its folder, all or nothing: the files of a plan, of what was delivered."""

import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np

from tps.dicom.rt.header import Stamp
from tps.dose.grids import file_dose
from tps.export.plan_folder import ExportOptions, plan_files
from tps.formats.folder import write_folder
from tps.model import Needle, Plan, Protocol, Seed
from tps.model.earlier import EarlierImplant
from tps.pipeline.stopwatch import ProgressCallback, Stopwatch
from tps.pipeline.write import WrittenPlan, timed_and_sealed
from tps.postimplant.verification import Verification
from tps.postimplant.verified_files import FOUND_CSV, found_csv, verification_entry

# Sheets for the room and the order of seeds say what to do; here everything is done.
NOT_WRITTEN = ("needles.csv", "order.csv")

# A seed of no known needle stands on a line of this length through it, mm.
OWN_LINE_MM = 10.0

LABEL = "Delivered"


def delivered_plan(found: Verification) -> Plan:
    """What was delivered as a plan: needles run through the seeds found, one line for each seed of none.

    A needle keeps the direction and the length it was planned with.
    """
    planned = {n.id: n for n in found.planned.needles}
    needles: list[Needle] = []
    seeds: list[Seed] = []
    numbers = sorted({s.needle for s in found.delivered.seeds if s.needle is not None})
    lines = {n: _line(planned[n], found, n) for n in numbers if n in planned}
    needles += lines.values()
    last = max([*planned, *numbers, 0])
    for seed in found.delivered.dose_seeds():
        needle = seed.needle
        if needle not in lines:
            last += 1
            needles.append(own_line(last, seed))
            needle = last
        seeds.append(replace(seed, needle=needle))
    reference = found.planned.implant.reference_gy
    prescription = found.delivered.prescription
    assert prescription is not None
    met = all(
        prescription.measure.of(found.evaluation.metrics[s.name]) >= reference - 0.005 for s in found.targets
    )
    return Plan(
        source=found.delivered.source,
        prescription=prescription,
        targets=tuple(s.name for s in found.targets),
        needles=tuple(needles),
        seeds=tuple(seeds),
        status="met" if met else "not-met",
        warnings=(
            "Delivered: seeds as found in the CT after the implant. Their needles are lines through them.",
            *found.notes,
        ),
        edited_by_hand=found.changes,
    )


def own_line(number: int, seed: Seed) -> Needle:
    """A short line through a seed of no known needle.

    Parameters
    ----------
    number : int
    seed : Seed
    """
    half = OWN_LINE_MM / 2 * seed.direction
    return Needle(number, seed.position_mm - half, seed.position_mm + half)


def _line(needle: Needle, found: Verification, number: int) -> Needle:
    """The needle in the new scan, shifted so that it runs through the middle of its seeds."""
    move = found.registration.move
    direction = move.axes(needle.direction)[0]
    tip = move.points(needle.tip_mm)[0]
    mine = np.array([s.position_mm for s in found.delivered.seeds if s.needle == number])
    off = (mine - tip).mean(axis=0)
    off = off - (off @ direction) * direction
    # Never short of its deepest seed.
    deepest = float(((mine - tip) @ direction).max())
    tip = tip + off + max(0.0, deepest + 3.0) * direction
    return Needle(number, tip - needle.length_mm * direction, tip, target=needle.target)


def write_verified(
    found: Verification,
    out,
    *,
    overwrite: bool = False,
    report: bool = True,
    language: str = "en",
    progress: ProgressCallback | None = None,
    corrected: Mapping[str, dict] | None = None,
) -> WrittenPlan:
    """Write the folder.

    Parameters
    ----------
    found : Verification
    out : path-like
        Folder to make.
    overwrite : bool
        Replace the folder if it is one of ours.
    report : bool
        Also write ``report.html`` and its pictures.
    language : str
        Of the report, a code of ``tps.language.LANGUAGES``.
    progress : callable (stage, fraction), optional
    corrected : mapping, optional
        Of seeds corrected on the screen: ``authored`` (author, reason, at) and ``corrected_from``, the folder
        they were found in, as plan.json says them.

    Returns
    -------
    WrittenPlan

    Raises
    ------
    OutputRefused
        If it cannot be written; nothing is left behind.
    BadInput
        If something cannot be said in DICOM.
    """
    watch = Stopwatch(progress)
    watch.timing_s.update(found.timing_s)
    plan, stamp = delivered_plan(found), Stamp.now()
    earlier = EarlierImplant.of_sessions(found.before, found.source) if found.before else None
    pages: dict[str, bytes | str] = {}
    with watch.stage("writing"):
        bounds = [s.bounds_mm() for s in found.targets]
        files = plan_files(
            found.case,
            plan,
            found.source,
            found.evaluation,
            found.check,
            [s.structure for s in (*found.targets, *found.organs)],
            timing_s=watch.timing_s,
            earlier=earlier,
            extra={
                "delivered": True,
                "verification": verification_entry(found),
                "parent": found.planned.parent,
                "read_from": dict(found.case.read_from),
                "asked": found.asked,
                **(corrected or {}),
            },
            options=ExportOptions(
                implant=found.delivered.at, label=LABEL, needle_contours=False, stamp=stamp
            ),
            dose=file_dose(found.engine, found.all_seeds, bounds, Protocol()),
        )
        files = {name: content for name, content in files.items() if name not in NOT_WRITTEN}
        files[FOUND_CSV] = found_csv(found)
    if report:
        with watch.stage("report"):
            from tps.report.verification import verification_report

            made = stamp.created.isoformat(sep=" ", timespec="minutes")
            pages = verification_report(found, made, language)
    about, begun = str(files.pop("plan.json")), time.perf_counter()
    written = timed_and_sealed(about, watch, begun, found.source)
    folder = write_folder(out, {**files, **pages, "plan.json": written}, overwrite=overwrite)
    return WrittenPlan(Path(folder), (), dict(watch.timing_s))
