"""What an archive holds and hands out: studies, and objects checked as they arrive."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from tps.dicom.file.dicom_file import open_header, reading_guard
from tps.dicom.file.file_source import Blob
from tps.errors import BadInput, WrongUsage

_UID = re.compile(r"[0-9]+(\.[0-9]+)*")


@dataclass(frozen=True)
class Study:
    """What an archive holds of a study: number of objects, or None where it does not say."""

    uid: str
    objects: int | None


def is_uid(text: str) -> bool:
    """True for digits and dots, at most 64 of them: what an identifier is, and may be a file's name."""
    return bool(_UID.fullmatch(text)) and len(text) <= 64


def check_uid(text: str, option: str) -> str:
    """``text`` if it is a UID; raises ``WrongUsage`` otherwise (a wildcard would ask for every patient)."""
    if not is_uid(text):
        raise WrongUsage(f"{option}: {text!r} is not a UID\nExpected: digits and dots, at most 64 characters")
    return text


def check_study(files: Mapping[str, bytes], study_uid: str, where: str) -> None:
    """Raise ``BadInput`` unless all objects (by SOP Instance UID) belong to one study of one patient.

    Parameters
    ----------
    files : mapping of str to bytes
    study_uid : str
    where : str
        The archive, for messages.
    """
    patients = set()
    for uid, content in files.items():
        header = _header(content, where)
        if header.study_uid != study_uid:
            raise BadInput(
                f"an object of another study arrived ({header.study_uid[:64] or 'it names none'})",
                where=where,
                expected=f"objects of the study {study_uid}",
                remedy="ask who runs the archive; nothing was kept",
            )
        check_arrived_uid(uid, where)
        if header.uid != uid:
            raise BadInput("an object arrived under the identifier of another", where=where)
        patients.add(header.patient)
    if len(patients) > 1:
        raise BadInput(
            f"the objects of the study name {len(patients)} patients",
            where=where,
            expected="one patient",
            remedy="ask who runs the archive; nothing was kept",
        )


def add_arrived(files: dict[str, bytes], uid: str, content: bytes, where: str) -> None:
    """Add an object to those that arrived; ``BadInput`` where another came under its identifier.

    Parameters
    ----------
    files : dict of str to bytes
        SOP Instance UID to file; changed.
    uid : str
    content : bytes
    where : str
        For messages.
    """
    if files.setdefault(uid, content) != content:
        raise BadInput(
            "an object came twice, with different content",
            where=where,
            remedy="fetch it again; if that does not help, ask who runs the archive",
        )


def arrived_uid(content: bytes, where: str) -> str:
    """SOP Instance UID of an object that arrived, "" where it has none; ``BadInput`` where it is no DICOM."""
    return _header(content, where).uid


def check_arrived_uid(uid: str, where: str) -> None:
    """Raise ``BadInput`` unless an object that arrived has an identifier that could be a file's name."""
    if not is_uid(uid):
        raise BadInput(
            "an object that arrived has no valid SOP Instance UID",
            where=where,
            expected="digits and dots, at most 64 characters",
            remedy="ask who runs the archive; nothing was kept",
        )


@dataclass(frozen=True)
class _Named:
    """What an object that arrived says of itself, "" where it says nothing."""

    uid: str
    study_uid: str
    series_uid: str
    modality: str
    patient: tuple[str, str]


def _header(content: bytes, where: str) -> _Named:
    """What an object that arrived says of itself; refused where it is cut short or no DICOM."""
    name = f"{where}, an object that arrived"
    header = open_header(Blob(name, lambda: content, lambda count: content[:count]))
    if header is None:
        raise BadInput(
            "an object that arrived is not DICOM",
            where=where,
            expected="DICOM objects",
            remedy="ask who runs the archive; nothing was kept",
        )
    with reading_guard(name):  # values that break a rule of their type are looked at, not warned of
        uid, study, series, modality, patient, patient_name = (
            str(header.dataset.get(keyword) or "")
            for keyword in (
                "SOPInstanceUID",
                "StudyInstanceUID",
                "SeriesInstanceUID",
                "Modality",
                "PatientID",
                "PatientName",
            )
        )
    return _Named(uid, study, series, modality, (patient, patient_name))


def named(files: Mapping[str, bytes], where: str) -> dict[str, bytes]:
    """Files by SOP Instance UID -> files by path: a folder for each series, named by its modality.

    Raises
    ------
    BadInput
        If what arrived is not DICOM, or its identifiers could not be file names.
    """
    series: dict[tuple[str, str], int] = {}
    result = {}
    for uid, content in files.items():
        check_arrived_uid(uid, where)
        header = _header(content, where)
        modality = re.sub("[^a-z]", "", header.modality.lower())[:16] or "other"
        key = (modality, header.series_uid)
        number = series.setdefault(key, 1 + sum(1 for m, _ in series if m == modality))
        result[f"{modality}_{number}/{uid}.dcm"] = content
    return result
