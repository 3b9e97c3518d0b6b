"""From a result of planning to its folder, all or nothing."""

import time
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from tps.dicom.anonymise import anonymise_case
from tps.export.folder import write_folder
from tps.export.plan_folder import ExportOptions, plan_files
from tps.model import Structure
from tps.pipeline.plan import PlanResult


@dataclass(frozen=True)
class WrittenPlan:
    """Where a plan lies, and what of it could not be made.

    Parameters
    ----------
    folder : Path
    notes : tuple of str
        For the user: a picture that could not be drawn, say.
    """

    folder: Path
    notes: tuple[str, ...] = ()


def write_plan(
    result: PlanResult,
    out,
    *,
    overwrite: bool = False,
    report: bool = True,
    anonymise: bool = False,
    isodoses_gy: tuple[float, ...] = (),
    needle_contours: bool = False,
    dose_bits: int = 16,
) -> WrittenPlan:
    """Write a plan folder.

    Parameters
    ----------
    result : PlanResult
    out : path-like
        Folder to make.
    overwrite : bool
        Replace the folder if it is a plan of ours.
    report : bool
        Also write ``report.html`` and its pictures.
    anonymise : bool
        Take the patient's identity out of every file.
    isodoses_gy : tuple of float
        Isodoses to write into the structure set.
    needle_contours : bool
        Write the needles into the structure set, as open contours.
    dose_bits : {16, 32}
        Bits per voxel of RTDOSE.

    Returns
    -------
    WrittenPlan

    Raises
    ------
    OutputRefused
        If it cannot be written; nothing is left behind.
    BadInput
        If something of the plan cannot be said in DICOM.
    """
    timing = dict(result.timing_s)
    pages, notes = {}, ()
    if report:
        start = time.perf_counter()
        pages, notes = _pages(result, anonymise)
        timing["report"] = time.perf_counter() - start
    request = result.request
    options = ExportOptions(
        implant=datetime.fromisoformat(request.implant_datetime) if request.implant_datetime else None,
        u_per_mci=request.u_per_mci,
        seed_step_mm=request.protocol.seed_step_mm,
        anonymise=anonymise,
        isodoses_gy=isodoses_gy,
        needle_contours=needle_contours,
        dose_bits=dose_bits,
    )
    files = plan_files(
        result.case,
        result.plan,
        result.source,
        result.evaluation,
        result.second_check,
        structures_to_write(result),
        timing_s=timing,
        existing=result.existing,
        extra={"sweep": list(result.sweep)} if result.sweep else None,
        pages=pages,
        options=options,
        engine=result.engine,
    )
    return WrittenPlan(write_folder(out, files, overwrite=overwrite), notes)


def structures_to_write(result: PlanResult) -> tuple[Structure, ...]:
    """Targets, organs and derived obstacles, for the structure set."""
    regions = result.regions
    return (*(s.structure for s in regions.targets + regions.organs), *result.obstacles.derived)


def _pages(result: PlanResult, anonymise: bool) -> tuple[dict[str, bytes], tuple[str, ...]]:
    from tps.report import make_report

    shown = replace(result, case=anonymise_case(result.case)) if anonymise else result
    report = make_report(shown)
    return report.files, report.notes
