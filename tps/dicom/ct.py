"""Read a CT series from a folder, a ZIP or a multi-frame file."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydicom import Dataset

from tps.dicom.blobs import Blob, list_blobs
from tps.dicom.ct_pixels import read_hu
from tps.dicom.ct_slices import Slice, slices_of, why_not_a_slice
from tps.dicom.ct_stack import NotStraight, choose_series, stack
from tps.dicom.dicom_file import DicomFile, guarded, open_header
from tps.dicom.resample import nearest_slices, resample_hu, straight_grid
from tps.dicom.values import items, text
from tps.errors import BadInput
from tps.model import CaseIdentity, Volume

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


def sort_files(blobs: Sequence[Blob]) -> Sorted:
    """Open every file's header and tell CT slices from the rest."""
    slices, others, foreign = [], [], []
    for blob in blobs:
        file = open_header(blob)
        if file is None:
            foreign.append(blob.name)
            continue
        with guarded(file.name):
            kind = why_not_a_slice(file.dataset)
            if kind:
                others.append((file, kind))
            else:
                slices += slices_of(file)
    return Sorted(tuple(slices), tuple(others), tuple(foreign))


def read_ct(path: Path | str, series: str | None = None, resample: bool = False) -> CtRead:
    """Read one CT series.

    Parameters
    ----------
    path : path
        Folder (searched with its sub-folders), ZIP, or multi-frame file.
    series : str, optional
        Series Instance UID, Frame of Reference UID or series number, where there are several.
    resample : bool
        Straighten a tilted or unevenly stepped stack instead of refusing it.

    Raises
    ------
    BadInput
        If there is no CT, more than one series, or the images do not make one regular grid.
    UnknownName
        If ``series`` is not there.
    """
    path = Path(path)
    sorted_files = sort_files(list_blobs(path))
    if not sorted_files.slices:
        raise BadInput(
            f"no CT image in it ({_count(sorted_files) or 'no files'})",
            where=str(path),
            expected="a CT series",
            remedy="name the folder that holds the CT slices",
        )
    chosen = choose_series(sorted_files.slices, series, str(path))
    try:
        grid, ordered, warnings = stack(chosen, str(path))
        values, pixel_warnings = read_hu(ordered)
        owners = ordered
    except NotStraight:
        if not resample:
            raise
        grid, ordered, warnings = straight_grid(chosen, str(path))
        scanned, pixel_warnings = read_hu(ordered)
        values, owners = resample_hu(scanned, ordered, grid), nearest_slices(ordered, grid)
    return CtRead(
        volume=Volume(grid, values, "HU"),
        identity=identity_of(owners),
        warnings=(*_ignored(sorted_files), *_irregular(ordered), *warnings, *pixel_warnings),
        files={s.sop_uid: s.file.sha256 for s in ordered},
    )


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


def identity_of(ordered: Sequence[Slice]) -> CaseIdentity:
    """Patient, study and series of a stack, with the SOP Instance UID of every slice."""
    first: Dataset = ordered[0].file.dataset
    uids = tuple(s.sop_uid for s in ordered)
    with guarded(ordered[0].file.name):
        return _identity_of(first, uids)


def _identity_of(first: Dataset, slice_uids: tuple[str, ...]) -> CaseIdentity:
    return CaseIdentity(
        patient_id=text(first, "PatientID"),
        patient_name=text(first, "PatientName"),
        patient_birth_date=text(first, "PatientBirthDate"),
        patient_sex=text(first, "PatientSex"),
        study_uid=text(first, "StudyInstanceUID"),
        study_date=text(first, "StudyDate"),
        study_time=text(first, "StudyTime"),
        study_id=text(first, "StudyID"),
        accession_number=text(first, "AccessionNumber"),
        referring_physician=text(first, "ReferringPhysicianName"),
        study_description=text(first, "StudyDescription"),
        series_uid=text(first, "SeriesInstanceUID"),
        series_description=text(first, "SeriesDescription"),
        frame_of_reference_uid=text(first, "FrameOfReferenceUID"),
        patient_position=text(first, "PatientPosition"),
        ct_sop_class_uid=text(first, "SOPClassUID"),
        slice_uids=slice_uids,
        patient_age=text(first, "PatientAge"),
        patient_size=text(first, "PatientSize"),
        patient_weight=text(first, "PatientWeight"),
        character_set=text(first, "SpecificCharacterSet"),
        identity_removed=text(first, "PatientIdentityRemoved"),
        deidentification_methods=tuple(filter(None, text(first, "DeidentificationMethod").split("\\"))),
        deidentification_codes=tuple(
            (text(c, "CodeValue"), text(c, "CodingSchemeDesignator"), text(c, "CodeMeaning"))
            for c in items(first, "DeidentificationMethodCodeSequence")
        ),
    )
