"""Who and what a stack of CT images shows: patient, study, series, and the numbers of its images."""

from collections.abc import Sequence
from dataclasses import replace

from pydicom import Dataset

from tps.dicom.ct.slices import Slice
from tps.dicom.file.charset import assumed_name, assumed_term, remedy_for
from tps.dicom.file.dicom_file import reading_guard
from tps.dicom.file.values import items, raw_text, text, text_trouble
from tps.errors import BadInput
from tps.model import CaseIdentity

# Without these nobody knows whose plan it is; a plan is not made under a name that may be another's.
_WHOSE = ("PatientName", "PatientID")

# Texts that a plan does without.
_ASIDE = (
    "StudyID",
    "AccessionNumber",
    "ReferringPhysicianName",
    "StudyDescription",
    "SeriesDescription",
)


def identity_of(ordered: Sequence[Slice]) -> CaseIdentity:
    """Patient, study and series of a stack, with the SOP Instance UID and the number of every image.

    Texts that are not to be believed (``check_texts``) are left empty.
    """
    first: Dataset = ordered[0].file.dataset
    uids = tuple(s.sop_uid for s in ordered)
    with reading_guard(ordered[0].file.name):
        found = _identity_of(first, uids, _numbers(ordered))
    return replace(found, slice_thickness_mm=_thickness(ordered))


def _thickness(ordered: Sequence[Slice]) -> float:
    """The thickness that all images state, mm; 0 where they state none, or several."""
    stated = {round(s.thickness_mm, 3) for s in ordered}
    return stated.pop() if len(stated) == 1 else 0.0


def check_texts(ordered: Sequence[Slice]) -> list[str]:
    """Warnings about texts of a stack's first image that are no text of the set it states.

    Raises
    ------
    BadInput
        If the patient's name or identifier is none; the message does not repeat it.
    """
    file = ordered[0].file
    with reading_guard(file.name):
        for keyword in _WHOSE:
            trouble = text_trouble(file.dataset, keyword)
            if trouble:
                raise BadInput(
                    trouble,
                    where=file.name,
                    expected="a name that reads the same everywhere",
                    remedy=remedy_for(raw_text(file.dataset, keyword) or b""),
                )
        warnings = [f"{t}: left out" for keyword in _ASIDE if (t := text_trouble(file.dataset, keyword))]
        name = assumed_name(file.dataset)
        if name and _says_something(file.dataset):
            stated = text(file.dataset, "SpecificCharacterSet") or "no character set"
            warnings.append(
                f"texts of the CT, which states {stated}, are read as {name}, as stated by the user"
            )
    return warnings


def _says_something(dataset: Dataset) -> bool:
    """True if a text holds more than ASCII."""
    return any(not (raw_text(dataset, keyword) or b"").isascii() for keyword in (*_WHOSE, *_ASIDE))


def _believed(dataset: Dataset, keyword: str) -> str:
    return "" if text_trouble(dataset, keyword) else text(dataset, keyword)


def _identity_of(first: Dataset, slice_uids: tuple[str, ...], image_numbers: tuple[int, ...]) -> CaseIdentity:
    return CaseIdentity(
        patient_id=_believed(first, "PatientID"),
        patient_name=_believed(first, "PatientName"),
        patient_birth_date=text(first, "PatientBirthDate"),
        patient_sex=text(first, "PatientSex"),
        study_uid=text(first, "StudyInstanceUID"),
        study_date=text(first, "StudyDate"),
        study_time=text(first, "StudyTime"),
        study_id=_believed(first, "StudyID"),
        accession_number=_believed(first, "AccessionNumber"),
        referring_physician=_believed(first, "ReferringPhysicianName"),
        study_description=_believed(first, "StudyDescription"),
        series_uid=text(first, "SeriesInstanceUID"),
        series_description=_believed(first, "SeriesDescription"),
        frame_of_reference_uid=text(first, "FrameOfReferenceUID"),
        patient_position=text(first, "PatientPosition"),
        ct_sop_class_uid=text(first, "SOPClassUID"),
        slice_uids=slice_uids,
        image_numbers=image_numbers,
        patient_age=text(first, "PatientAge"),
        patient_size=text(first, "PatientSize"),
        patient_weight=text(first, "PatientWeight"),
        character_set=assumed_term(first) or text(first, "SpecificCharacterSet"),
        identity_removed=text(first, "PatientIdentityRemoved"),
        deidentification_methods=tuple(filter(None, text(first, "DeidentificationMethod").split("\\"))),
        deidentification_codes=tuple(
            (text(c, "CodeValue"), text(c, "CodingSchemeDesignator"), text(c, "CodeMeaning"))
            for c in items(first, "DeidentificationMethodCodeSequence")
        ),
    )


def number_warnings(ordered: Sequence[Slice]) -> list[str]:
    """Why slices cannot be called by the scanner's own numbers, where they cannot."""
    without = sum(s.image_number is None for s in ordered)
    if without:
        return [
            f"{without} of {len(ordered)} images carry no Instance Number: slices are named by position alone"
        ]
    if not _numbers(ordered):
        return ["the Instance Numbers are not each image's own: slices are named by position alone"]
    return []


def _numbers(slices: Sequence[Slice]) -> tuple[int, ...]:
    """Number of the image of each slice; () unless every image has its own."""
    number_of = {id(s): s.image_number for s in slices}
    numbers = tuple(n for s in slices if (n := s.image_number) is not None)
    return numbers if len(numbers) == len(slices) and len(set(number_of.values())) == len(number_of) else ()
