"""Read a CT series from a folder, a ZIP or a multi-frame file."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from tps.dicom.ct.acquisitions import ALL, alternation, choose, every, find_acquisitions
from tps.dicom.ct.hounsfield import read_hu
from tps.dicom.ct.identity import check_texts, identity_of, number_warnings
from tps.dicom.ct.one_patient import check_one_patient
from tps.dicom.ct.resample import nearest_slices, resample_hu, straight_grid
from tps.dicom.ct.slices import Slice, slices_of, why_not_a_slice
from tps.dicom.ct.stack import STEP_TOLERANCE_MM, NotStraight, check_alike, choose_series, stack
from tps.dicom.file.dicom_file import DicomFile, open_header, reading_guard
from tps.dicom.file.file_source import Blob, list_blobs
from tps.dicom.hearing import SILENT, Hearing
from tps.errors import BadInput, UnknownName
from tps.model import CaseIdentity, Grid, Volume

_NAMED = 5


@dataclass(frozen=True, eq=False)
class CtRead:
    """A CT as read.

    Parameters
    ----------
    volume : Volume
        Hounsfield units, int16.
    identity : CaseIdentity
        Without the structure set.
    warnings : tuple of str
    files : dict of str to str
        SHA-256 by SOP Instance UID.
    """

    volume: Volume
    identity: CaseIdentity
    warnings: tuple[str, ...]
    files: dict[str, str]


@dataclass(frozen=True, eq=False)
class Sorted:
    """What a set of files turned out to be.

    Parameters
    ----------
    slices : tuple of Slice
    others : tuple of (DicomFile, str)
        DICOM objects that are no CT slices, each with its kind.
    foreign : tuple of str
        Names of files that are not DICOM.
    """

    slices: tuple[Slice, ...]
    others: tuple[tuple[DicomFile, str], ...]
    foreign: tuple[str, ...]


def sort_files(blobs: Sequence[Blob], charset: str = "", hearing: Hearing = SILENT) -> Sorted:
    """Open every file's header and tell CT slices from the rest.

    Parameters
    ----------
    blobs : sequence of Blob
    charset : str
        As for ``open_header``.
    hearing : Hearing
        A file whose header is read counts as half an image.
    """
    slices: list[Slice] = []
    others: list[tuple[DicomFile, str]] = []
    foreign: list[str] = []
    for number, blob in enumerate(blobs, start=1):
        hearing.images(number // 2, len(blobs))
        file = open_header(blob, charset)
        if file is None:
            foreign.append(blob.name)
            continue
        with reading_guard(file.name):
            kind = why_not_a_slice(file.dataset)
            if kind:
                others.append((file, kind))
            else:
                slices += slices_of(file)
    return Sorted(tuple(slices), tuple(others), tuple(foreign))


def read_ct(
    path: Path | str,
    series: str | None = None,
    resample: bool = False,
    acquisition: str | None = None,
    charset: str = "",
    hearing: Hearing = SILENT,
) -> CtRead:
    """Read one CT series.

    Parameters
    ----------
    path : path
        Folder (searched with its sub-folders), ZIP, or multi-frame file.
    series : str, optional
        Series Instance UID, Frame of Reference UID or series number, where there are several.
    resample : bool
        Straighten a tilted or unevenly stepped stack instead of refusing it.
    acquisition : str, optional
        Which of several acquisitions that share the series, from "1" in the order of the message that refuses
        them; "all" reads them as one scan.
    charset : str
        What texts are written in where the files do not say so truly (``tps.dicom.file.charset.STATABLE``).
    hearing : Hearing
        Told of each image, and of the scan.

    Raises
    ------
    BadInput
        If there is no CT, more than one series or acquisition, another patient's image, or the images do not
        make one regular grid.
    UnknownName
        If ``series`` or ``acquisition`` is not there.
    """
    path = Path(path)
    sorted_files = sort_files(list_blobs(path), charset, hearing)
    if not sorted_files.slices:
        raise BadInput(
            f"no CT image in it ({_count(sorted_files) or 'no files'})",
            where=str(path),
            expected="a CT series",
            remedy="name the folder that holds the CT slices",
        )
    chosen = choose_series(sorted_files.slices, series, str(path))
    read = read_series(chosen, str(path), resample, acquisition, hearing)
    hearing.scan(read.volume)
    return replace(read, warnings=(*_ignored(sorted_files), *read.warnings))


def read_series(
    series: Sequence[Slice],
    where: str,
    resample: bool = False,
    acquisition: str | None = None,
    hearing: Hearing = SILENT,
) -> CtRead:
    """Read the images of one series; parameters and errors as for ``read_ct``, ``where`` for messages.

    Parameters
    ----------
    series : sequence of Slice
    where : str
        For messages.
    resample, acquisition, hearing : as for ``read_ct``
    """
    remarks = [*check_texts(series), *check_one_patient(series, where)]
    check_alike(series, where)
    found = () if acquisition == ALL else find_acquisitions(series)
    chosen = choose(found, acquisition, where) if found else series
    try:
        stacked = _stacked(chosen, where, hearing)
    except NotStraight:
        if not resample:
            raise
        stacked = _straightened(chosen, where)
    if acquisition != ALL and (turns := alternation(stacked.scanned)) > 1:
        wanted = None if found else acquisition
        stacked = _stacked(choose(every(stacked.ordered, turns), wanted, where), where)
    elif not found and acquisition not in (None, ALL, "1"):
        raise UnknownName("acquisition", acquisition, ("1", ALL), where=where)
    ordered = stacked.ordered
    return CtRead(
        volume=Volume(stacked.grid, stacked.values, "HU"),
        identity=identity_of(stacked.owners),
        warnings=(
            *_irregular(ordered),
            *remarks,
            *_left_out(series, ordered),
            *number_warnings(ordered),
            *stacked.warnings,
        ),
        files={s.sop_uid: s.file.sha256 for s in ordered},
    )


@dataclass(frozen=True, eq=False)
class _Stacked:
    """Images in order, their values on a grid, and which of them each slice of the grid refers to."""

    grid: Grid
    values: np.ndarray
    ordered: list[Slice]
    owners: list[Slice]
    scanned: np.ndarray
    warnings: tuple[str, ...]


def _stacked(slices: Sequence[Slice], where: str, hearing: Hearing = SILENT) -> _Stacked:
    grid, ordered, warnings = stack(slices, where)
    values, remarks = read_hu(ordered, hearing)
    return _Stacked(grid, values, ordered, ordered, values, (*warnings, *remarks))


def _straightened(slices: Sequence[Slice], where: str) -> _Stacked:
    grid, ordered, warnings = straight_grid(slices, where)
    scanned, remarks = read_hu(ordered)
    values, owners = resample_hu(scanned, ordered, grid), nearest_slices(ordered, grid)
    heights = np.array([(s.position_mm - grid.origin_mm) @ grid.axes[2] for s in owners])
    away = float(np.abs(heights - grid.spacing_mm[2] * np.arange(len(owners))).max())
    if away > STEP_TOLERANCE_MM:
        remarks.append(
            f"slices between scanned images go by the number of the nearest, up to {away:.1f} mm away"
        )
    return _Stacked(grid, values, ordered, owners, scanned, (*warnings, *remarks))


def _left_out(series: Sequence[Slice], ordered: Sequence[Slice]) -> list[str]:
    if len(series) == len(ordered):
        return []
    return [f"one acquisition of the series was chosen: {len(ordered)} of its {len(series)} images"]


def _count(found: Sorted) -> str:
    kinds = Counter(kind for _, kind in found.others)
    parts = [f"{n} x {kind}" for kind, n in kinds.items()]
    if found.foreign:
        parts.append(f"{len(found.foreign)} files that are not DICOM")
    return ", ".join(parts)


def _ignored(found: Sorted) -> list[str]:
    warnings = []
    kinds: dict[str, list[str]] = {}
    for file, kind in found.others:
        kinds.setdefault(kind, []).append(file.name)
    for kind, names in kinds.items():
        warnings.append(f"ignored, not a CT slice: {len(names)} x {kind} ({_named(names)})")
    if found.foreign:
        warnings.append(f"ignored, not DICOM: {_named(found.foreign)}")
    return warnings


def _irregular(ordered: Sequence[Slice]) -> list[str]:
    notes: dict[str, list[str]] = {}
    for s in ordered:
        for note in s.file.notes:
            notes.setdefault(note, []).append(s.file.name)
    return [f"{note}: {_named(names)}" for note, names in notes.items()]


def _named(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more
