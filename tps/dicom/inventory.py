"""What a folder, ZIP or file holds, what is wrong with it, and what can be done."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from shlex import quote

import numpy as np

from tps.dicom.advice import likely_targets, recompute_advice
from tps.dicom.case import check_belongs
from tps.dicom.ct.identity import identity_of
from tps.dicom.ct.resample import straight_grid
from tps.dicom.ct.series import read_series
from tps.dicom.ct.slices import Slice, slices_of, why_not_a_slice
from tps.dicom.ct.stack import NotStraight, group_series
from tps.dicom.file.dicom_file import DicomFile, open_header, reading_guard
from tps.dicom.file.file_source import Blob, look_into
from tps.dicom.file.file_tree import shell_word
from tps.dicom.masks.labelmap import is_labelmap, read_labelmaps
from tps.dicom.masks.seg import SEGMENTATION_CLASSES, read_segmentation
from tps.dicom.rt.frames import in_frame
from tps.dicom.rt.roi_names import with_fitting_names
from tps.dicom.rt.rtdose_read import RTDOSE, dose_of
from tps.dicom.rt.rtplan_read import ION_PLAN, RTPLAN, plan_of
from tps.dicom.rt.rtstruct_read import RTSTRUCT, StructureSet, read_structure_set
from tps.dicom.rt.seed_plan import SeedPlan
from tps.errors import BadInput
from tps.formats.visible import shown
from tps.model import CaseIdentity, Grid, SourceModel, Structure
from tps.model.words import counted

STRUCTURE_SET = "RT Structure Set"


@dataclass(frozen=True, eq=False)
class SeriesFound:
    """A CT series.

    Parameters
    ----------
    uid, number, description, position : str
        ``position``: patient position.
    images : int
    grid : Grid or None
        Where it makes a regular stack.
    can_resample : bool
        It does not, but ``--resample`` would make one.
    problem, remedy : str
        Why it cannot be used as it is ("" if it can), and what helps.
    warnings : tuple of str
    identity : CaseIdentity
    """

    uid: str
    number: str
    description: str
    position: str
    images: int
    grid: Grid | None
    can_resample: bool
    problem: str
    remedy: str
    warnings: tuple[str, ...]
    identity: CaseIdentity


@dataclass(frozen=True, eq=False)
class ObjectFound:
    """Structures, a plan or a dose.

    Parameters
    ----------
    kind, name : str
    summary : str
        One line.
    rois : tuple of str
        Of structures: names of the regions that have contours.
    problem, remedy : str
        Why it cannot be used ("" if it can), and what helps.
    warnings : tuple of str
    plan : SeedPlan, optional
        Of an RT Plan.
    structures : tuple of Structure
        Of structures.
    path : Path, optional
        Of the file; None within a ZIP.
    """

    kind: str
    name: str
    summary: str = ""
    rois: tuple[str, ...] = ()
    problem: str = ""
    remedy: str = ""
    warnings: tuple[str, ...] = ()
    plan: SeedPlan | None = None
    structures: tuple[Structure, ...] = ()
    path: Path | None = None


@dataclass(frozen=True, eq=False)
class Inventory:
    """Everything found at ``path``; ``damaged`` and ``other`` are (name, why or kind).

    ``charset``: what names were read in where the files do not say so truly.
    """

    path: str
    series: tuple[SeriesFound, ...]
    objects: tuple[ObjectFound, ...]
    damaged: tuple[tuple[str, str], ...] = ()
    other: dict[str, int] = field(default_factory=dict)
    advice: tuple[str, ...] = ()
    charset: str = ""


def take_inventory(path: Path | str, models: Sequence[SourceModel] = (), charset: str = "") -> Inventory:
    """Look at everything at ``path``; only a path that cannot be listed at all raises ``BadInput``.

    Parameters
    ----------
    path : path
    models : sequence of SourceModel
        The seed models there are, by which a plan's source is known.
    charset : str
        What texts are written in where the files do not say so truly (``charset.STATABLE``).
    """
    path = Path(path)
    damaged: list[tuple[str, str]] = []
    slices: list[Slice] = []
    files: list[DicomFile] = []
    other: Counter[str] = Counter()
    maps: list[Blob] = []
    listing = look_into(path)
    damaged += listing.unread
    for blob in listing.blobs:
        try:
            _sort_in(blob, charset, slices, files, other, maps)
        except BadInput as error:
            damaged.append((blob.name, error.what))
    series = tuple(_series(g, str(path)) for g in group_series(slices).values())
    found = [replace(_object(f, series), path=f.blob.path) for f in files]
    found += [
        replace(_labelmap(blob.path or Path(blob.name), blob.name, series), path=blob.path) for blob in maps
    ]
    inventory = Inventory(shown(path), series, tuple(found), tuple(damaged), dict(other), charset=charset)
    return replace(inventory, advice=_advice(inventory, path, models))


def _sort_in(blob, charset: str, slices: list, files: list, other: Counter, maps: list) -> None:
    if is_labelmap(Path(blob.name)):
        maps.append(blob)
        return
    file = open_header(blob, charset)
    if file is None:
        other["not DICOM"] += 1
    elif file.sop_class in (RTSTRUCT, RTPLAN, ION_PLAN, RTDOSE, *SEGMENTATION_CLASSES):
        files.append(file)
    else:
        with reading_guard(file.name):
            kind = why_not_a_slice(file.dataset)
            if kind:
                other[kind] += 1
            else:
                slices += slices_of(file)


def _series(slices: Sequence[Slice], where: str) -> SeriesFound:
    grid, can_resample, problem, remedy = None, False, "", ""
    warnings: tuple[str, ...] = ()
    identity = identity_of(slices)
    try:
        read = read_series(slices, where)
        grid, identity, warnings = read.volume.grid, read.identity, read.warnings
    except NotStraight as error:
        problem, remedy = error.what, error.remedy
        can_resample = _can_resample(slices, where)
    except BadInput as error:
        problem = f"{error.where}: {error.what}" if error.where != where else error.what
        remedy = error.remedy
    first = slices[0]
    return SeriesFound(
        first.series_uid,
        first.series_number,
        identity.series_description,
        identity.patient_position,
        len(slices),
        grid,
        can_resample,
        problem,
        remedy,
        warnings,
        identity,
    )


def _can_resample(slices: Sequence[Slice], where: str) -> bool:
    try:
        straight_grid(slices, where)
    except BadInput:
        return False
    return True


def _object(file: DicomFile, series: Sequence[SeriesFound]) -> ObjectFound:
    if file.sop_class in (RTPLAN, ION_PLAN):
        return _attempt("RT Plan", file.name, lambda: _plan(file))
    if file.sop_class == RTDOSE:
        return _attempt("RT Dose", file.name, lambda: _dose(file))
    if file.sop_class == RTSTRUCT:
        normal = next((s.grid.axes[2] for s in series if s.grid is not None), np.array([0.0, 0, 1]))
        return _attempt(
            STRUCTURE_SET,
            file.name,
            lambda: _structures(with_fitting_names(read_structure_set(file, normal)), series),
        )
    return _attempt(
        "Segmentation", file.name, lambda: _structures(with_fitting_names(read_segmentation(file)), series)
    )


def _labelmap(path: Path, name: str, series: Sequence[SeriesFound]) -> ObjectFound:
    return _attempt("label map", name, lambda: _structures(with_fitting_names(read_labelmaps(path)), series))


def _attempt(kind: str, name: str, look: Callable[[], dict]) -> ObjectFound:
    try:
        return ObjectFound(kind, name, **look())
    except BadInput as error:
        return ObjectFound(kind, name, problem=error.what, remedy=error.remedy)


def _plan(file: DicomFile) -> dict:
    plan = plan_of(file)
    source = plan.sources[0]
    dose = "no stated prescription" if plan.prescription_gy is None else f"{plan.prescription_gy:g} Gy"
    summary = (
        f"{counted(len(plan.seeds), 'seed')} of {source.isotope}, {source.strength_u:.3g} U each, {dose}"
    )
    return {"summary": summary, "warnings": plan.warnings, "plan": plan}


def _dose(file: DicomFile) -> dict:
    dose = dose_of(file)
    nz, ny, nx = dose.values_gy.shape
    summary = f"{nx} x {ny} x {nz} points, up to {dose.values_gy.max():.4g} Gy, {len(dose.dvhs)} DVHs"
    return {"summary": summary, "warnings": dose.warnings}


def _structures(found: StructureSet, series: Sequence[SeriesFound]) -> dict:
    tied: list[str] = []
    problem = ""
    usable = [(s, s.grid) for s in series if s.grid is not None]
    for s, grid in usable:
        try:
            here = in_frame(found, s.identity.frame_of_reference_uid, s.identity.slice_uids, "")
            tied = check_belongs(here, s.identity, grid, "")
        except BadInput as error:
            problem = problem or error.what
        else:
            found, problem = here, ""
            break
    regions = ", ".join(f"{n} ({len(s.contours)})" for n, s in found.structures.items())
    count = len(found.structures)
    summary = f"{count} region{'' if count == 1 else 's'} (contours): {regions}"
    if found.empty_rois:
        summary += f"; empty: {', '.join(found.empty_rois)}"
    if found.left_out:
        summary += f"; left out: {', '.join(found.left_out)}"
    return {
        "summary": summary,
        "rois": tuple(found.structures),
        "structures": tuple(found.structures.values()),
        # The summary says so already.
        "warnings": (*(w for w in found.warnings if not w.startswith("without ")), *tied),
        "problem": problem,
    }


def _advice(found: Inventory, path: Path, models: Sequence[SourceModel]) -> tuple[str, ...]:
    advice = []
    charset = f" --charset {found.charset}" if found.charset else ""
    usable = [s for s in found.series if s.grid is not None]
    several = len(found.series) > 1
    for s in found.series:
        name = f"series {s.number or s.uid}"
        if s.can_resample:
            advice.append(f"{name}: read it with --resample{_series_option(s, several)}")
        elif s.problem and s.remedy:
            advice.append(f"{name}: {s.remedy}")
    if found.damaged:
        advice.append(
            "copy or export the damaged files again, or take them out: a CT is not read beside them"
        )
    advice += dict.fromkeys(f"{o.kind}: {o.remedy}" for o in found.objects if "--charset" in o.remedy)
    if usable:
        sets = [o for o in found.objects if o.rois and not o.problem]
        options = _structure_options(sets, path) + _series_option(usable[0], several)
        then = "then " if found.damaged else ""
        advice.append(f"{then}tps plan {shell_word(path)}{options}{charset} --out DIR")
    plans = [o.plan for o in found.objects if o.plan is not None]
    if plans:
        drawn = [o.structures for o in found.objects if o.structures and o.kind == STRUCTURE_SET]
        advice += [
            line.replace(" --out", f"{charset} --out")
            for line in recompute_advice(path, plans, drawn, models)
        ]
    if not found.series:
        advice.append("no CT here to plan on: name the folder of a CT series")
    return tuple(advice)


def _series_option(series: SeriesFound, several: bool) -> str:
    return f" --series {quote(series.uid)}" if several else ""


def _structure_options(sets: Sequence[ObjectFound], path: Path) -> str:
    """The set with the fewest remarks, as a rule the one drawn on this very series."""
    if not sets:
        return " --target-sphere X,Y,Z,RADIUS"
    best = min(sets, key=lambda o: len(o.warnings))
    inside = best.path or path
    return f" --structures {shell_word(inside)} --target {quote(likely_targets(best.structures)[0])}"
