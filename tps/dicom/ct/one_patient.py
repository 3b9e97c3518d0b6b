"""One series shows one patient in one study: slices of another patient among them are refused."""

from collections.abc import Sequence

from pydicom import Dataset
from pydicom.datadict import dictionary_description

from tps.dicom.ct.slices import Slice
from tps.dicom.file.dicom_file import reading_guard
from tps.dicom.file.values import text
from tps.errors import BadInput

# Whoever writes one series writes the same into all of its images.
_PATIENT = ("PatientID", "PatientName", "PatientBirthDate")
_STUDY = "StudyInstanceUID"

_NAMED = 3


def check_one_patient(slices: Sequence[Slice], where: str) -> list[str]:
    """Warnings about images of one series that name several studies and yet belong together.

    They do where all lie in one frame of reference, or where each has a study of its own (converters that
    make up an identifier for every file).  Messages name elements and files, never what they say of the
    patient.

    Raises
    ------
    BadInput
        If the images are of several patients, or of several studies otherwise.
    """
    for keyword in _PATIENT:
        groups = _groups(slices, keyword)
        if len(groups) > 1:
            _refuse(keyword, groups, slices, where)
    studies = _groups(slices, _STUDY)
    if len(studies) == 1:
        return []
    frames = {s.frame_of_reference_uid for s in slices}
    if len(studies) < len(slices) and (len(frames) > 1 or frames == {""}):
        _refuse(_STUDY, studies, slices, where)
    return [f"the images of the series name {len(studies)} studies: taken for one, that of the first image"]


def _groups(slices: Sequence[Slice], keyword: str) -> list[list[Slice]]:
    groups: dict[str, list[Slice]] = {}
    for s in slices:
        with reading_guard(s.file.name):
            groups.setdefault(_compared(s.file.dataset, keyword), []).append(s)
    return list(groups.values())


def _compared(dataset: Dataset, keyword: str) -> str:
    """A value without what has no meaning: blanks, empty parts of a name, capitals."""
    return text(dataset, keyword).rstrip("^= ").casefold()


def _refuse(keyword: str, groups: list[list[Slice]], slices: Sequence[Slice], where: str) -> None:
    frames = {s.frame_of_reference_uid for s in slices}
    choose = "choose one with --series FRAME_OF_REFERENCE_UID, or " if len(frames) == len(groups) else ""
    raise BadInput(
        f"{dictionary_description(keyword)} differs within the series: "
        + "; ".join(f"one in {_names(group)}" for group in groups[:_NAMED])
        + (f"; and {len(groups) - _NAMED} more" if len(groups) > _NAMED else ""),
        where=where,
        expected="images of one patient and one study",
        remedy=f"{choose}take the images that do not belong out of the folder",
    )


def _names(slices: Sequence[Slice]) -> str:
    names = ", ".join(dict.fromkeys(s.file.name for s in slices[:_NAMED]))
    more = f" and {len(slices) - _NAMED} more" if len(slices) > _NAMED else ""
    return f"{len(slices)} image{'' if len(slices) == 1 else 's'} ({names}{more})"
