"""What every DICOM object written here has in common: patient, study, series, equipment, identifiers."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import numpy as np
from pydicom import Dataset, dcmread, dcmwrite
from pydicom.charset import default_encoding
from pydicom.dataelem import RawDataElement
from pydicom.dataset import FileMetaDataset
from pydicom.errors import InvalidDicomError
from pydicom.tag import Tag
from pydicom.uid import UID, ExplicitVRLittleEndian, ImplicitVRLittleEndian
from pydicom.valuerep import CUSTOMIZABLE_CHARSET_VR, DSfloat

from tps import __version__
from tps.dicom.file.charset import WRITABLE, same_when_written
from tps.dicom.identity.uids import uid_of
from tps.errors import BadInput, OutputRefused
from tps.formats.whole_file import write_whole
from tps.model import CaseIdentity

MANUFACTURER = "seedwright"
NOTICE = "Research, not for clinical use"  # fits every text type, SH (16) apart

IMPLEMENTATION_UID = uid_of("seedwright", "implementation")
IMPLEMENTATION_VERSION = "SEEDWRIGHT"

# Lengths in files are given to a nanometre, strengths to a millionth of a U: far below anything that can be
# measured or dialled, and short enough that every number fits the 16 characters of a decimal string.
DECIMALS = 6

# Far above the numbers scanners give to their series.
SERIES_NUMBER = {"RTSTRUCT": 9001, "RTPLAN": 9002, "RTDOSE": 9003}

# For texts that the CT's own character set has no letters for.
UTF_8 = "ISO_IR 192"

# Longest values of the text types (PS3.5, 6.2).
LO_LENGTH, SH_LENGTH = 64, 16


# What an object takes over from the CT: element, and what DICOM allows there (PS3.5, 6.2).
_FROM_CT = {
    "patient_name": ("PatientName", r"[^\\]{0,192}"),
    "patient_id": ("PatientID", r"[^\\]{0,64}"),
    "patient_birth_date": ("PatientBirthDate", r"(\d{8})?"),
    "patient_sex": ("PatientSex", r"[MFO]?"),
    "study_date": ("StudyDate", r"(\d{8})?"),
    "study_time": ("StudyTime", r"(\d{2}(\d{2}(\d{2}(\.\d{1,6})?)?)?)?"),
    "study_id": ("StudyID", r"[^\\]{0,16}"),
    "accession_number": ("AccessionNumber", r"[^\\]{0,16}"),
    "referring_physician": ("ReferringPhysicianName", r"[^\\]{0,192}"),
    "study_description": ("StudyDescription", r"[^\\]{0,64}"),
    "patient_age": ("PatientAge", r"(\d{3}[DWMY])?"),
    "patient_size": ("PatientSize", r"([-+.\deE]{1,16})?"),
    "patient_weight": ("PatientWeight", r"([-+.\deE]{1,16})?"),
}

# Of those, the ones that are left out rather than written empty (type 3).
_NOT_EMPTY = ("study_description", "patient_age", "patient_size", "patient_weight")


@dataclass(frozen=True)
class Stamp:
    """When and by what an export was made; one per export, so that its files agree.

    Parameters
    ----------
    created : datetime
    version : str
        Software version.
    """

    created: datetime
    version: str = __version__

    @staticmethod
    def now() -> "Stamp":
        """The present moment; or the one in ``SOURCE_DATE_EPOCH`` (seconds since 1970, UTC), which makes an
        export reproducible.

        Raises
        ------
        BadInput
            If ``SOURCE_DATE_EPOCH`` is set and is not a number of seconds.
        """
        epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
        if not epoch:
            return Stamp(datetime.now())
        try:
            return Stamp(datetime.fromtimestamp(int(epoch), UTC).replace(tzinfo=None))
        except (ValueError, OverflowError, OSError) as error:
            raise BadInput(
                f"{epoch!r} is not a time",
                where="environment variable SOURCE_DATE_EPOCH",
                expected="whole seconds since 1970, such as 1767225600",
                remedy="correct it or unset it",
            ) from error

    @property
    def date(self) -> str:
        """As a DICOM date."""
        return self.created.strftime("%Y%m%d")

    @property
    def time(self) -> str:
        """As a DICOM time, to the microsecond."""
        return self.created.strftime("%H%M%S.%f")


def decimal(value: float, digits: int = DECIMALS) -> DSfloat:
    """A number as a decimal string, rounded to ``digits`` decimals, at most 16 characters."""
    rounded = round(float(value), digits) + 0.0  # + 0.0: no "-0.0"
    return DSfloat(rounded, auto_format=True)


def decimals(values, digits: int = DECIMALS) -> list[DSfloat]:
    """A list of decimal strings."""
    return [decimal(v, digits) for v in np.ravel(values)]


def set_long_decimals(dataset: Dataset, keyword: str, values, digits: int = DECIMALS) -> None:
    """Set a decimal-string element from its text at once: a contour of many values makes no objects.

    Parameters
    ----------
    dataset : Dataset
        Changed.
    keyword : str
    values : (n,) float
    digits : int
        After the point.
    """
    plain = np.round(np.ravel(values).astype(float), digits) + 0.0  # + 0.0: no "-0"
    text = "\\".join(f"{v:.{digits}f}".rstrip("0").rstrip(".") for v in plain.tolist())
    data = text.encode("ascii")
    data += b" " * (len(data) % 2)
    tag = Tag(keyword)
    dataset[tag] = RawDataElement(tag, "DS", len(data), data, 0, False, True)
    # Says in what encoding the bytes are, so that a file in that encoding takes them as they stand.
    dataset.set_original_encoding(True, True, default_encoding)


def check_text(value: str, limit: int, where: str) -> str:
    """``value`` if it fits a text element.

    Raises
    ------
    BadInput
        If it is too long, or holds the backslash that separates values in DICOM.
    """
    if len(value) > limit or "\\" in value:
        raise BadInput(
            f"{value!r} does not fit a DICOM text element",
            where=where,
            expected=f"at most {limit} characters, no backslash",
            remedy="give it a shorter name",
        )
    return value


def unfit_values(identity: CaseIdentity) -> tuple[str, ...]:
    """Fields of the CT that break DICOM's own limits; they are left empty here, never shortened."""
    return tuple(
        name for name, (_, allowed) in _FROM_CT.items() if not re.fullmatch(allowed, getattr(identity, name))
    )


def unfit_warnings(identity: CaseIdentity) -> tuple[str, ...]:
    """A sentence for each of ``unfit_values``, without the value."""
    return tuple(
        f"{_FROM_CT[name][0]} of the CT is not what DICOM allows there: left empty in the files written"
        for name in unfit_values(identity)
    )


def new_object(
    identity: CaseIdentity, sop_class_uid: str, modality: str, description: str, stamp: Stamp
) -> Dataset:
    """A data set with patient, study, series, frame of reference and equipment, in the study of the CT.

    Its own identifiers are still missing; ``finalise`` adds them once the content is complete.

    Parameters
    ----------
    identity : CaseIdentity
    sop_class_uid, modality, description : str
    stamp : Stamp
        When the export is made.

    Raises
    ------
    BadInput
        If the CT has no study or no frame of reference to belong to.
    """
    for name, value in (
        ("Study Instance UID", identity.study_uid),
        ("Frame of Reference UID", identity.frame_of_reference_uid),
    ):
        if not value:
            raise BadInput(
                f"the CT has no {name}",
                where="DICOM export",
                expected="a CT that says which study and frame of reference it belongs to",
                remedy="export the CT again from the scanner or archive",
            )
    ds = Dataset()
    ds.SpecificCharacterSet = identity.character_set if identity.character_set in WRITABLE else UTF_8
    ds.InstanceCreationDate, ds.InstanceCreationTime = stamp.date, stamp.time
    ds.SOPClassUID = sop_class_uid
    unfit = unfit_values(identity)
    for name, (keyword, _) in _FROM_CT.items():
        value = "" if name in unfit else getattr(identity, name)
        if value or name not in _NOT_EMPTY:
            setattr(ds, keyword, value)
    _set_deidentification(ds, identity)
    ds.StudyInstanceUID = identity.study_uid
    ds.Modality = modality
    ds.SeriesNumber = SERIES_NUMBER[modality]
    ds.SeriesDate, ds.SeriesTime = stamp.date, stamp.time
    ds.SeriesDescription = check_text(f"{description}. {NOTICE}", LO_LENGTH, "SeriesDescription")
    ds.OperatorsName = None
    ds.FrameOfReferenceUID = identity.frame_of_reference_uid
    ds.PositionReferenceIndicator = None
    ds.Manufacturer = ds.ManufacturerModelName = MANUFACTURER
    ds.SoftwareVersions = stamp.version[:LO_LENGTH]
    return ds


def _set_deidentification(ds: Dataset, identity: CaseIdentity) -> None:
    """What the CT says of having had its patient's identity removed holds for what is made from it."""
    methods = [m for m in identity.deidentification_methods if len(m) <= LO_LENGTH]
    codes = [
        c
        for c in identity.deidentification_codes
        if all(c) and max(len(c[0]), len(c[1])) <= SH_LENGTH and len(c[2]) <= LO_LENGTH
    ]
    if identity.identity_removed != "YES" or not (methods or codes):
        return
    ds.PatientIdentityRemoved = "YES"
    if methods:
        ds.DeidentificationMethod = methods
    if codes:
        ds.DeidentificationMethodCodeSequence = [code_item(*c) for c in codes]


def code_item(value: str, scheme: str, meaning: str) -> Dataset:
    """An item that names a concept by its code."""
    item = Dataset()
    item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, scheme, meaning
    return item


def reference(sop_class_uid: str, sop_instance_uid: str) -> Dataset:
    """An item that points to another object."""
    item = Dataset()
    item.ReferencedSOPClassUID, item.ReferencedSOPInstanceUID = sop_class_uid, sop_instance_uid
    return item


def _can_be_written(dataset: Dataset, character_set: str) -> bool:
    """True if a character set has every character of the object, and every reader will see the same."""
    return all(same_when_written(text, character_set) for text in _texts(dataset))


def _texts(dataset: Dataset) -> Iterator[str]:
    for tag in dataset.keys():
        element = dataset.get_item(tag)
        if isinstance(element, RawDataElement):  # long decimals, to be written as they stand
            continue
        if element.VR == "SQ":
            for item in element.value:
                yield from _texts(item)
        elif element.VR in CUSTOMIZABLE_CHARSET_VR and element.value:
            yield str(element.value)


def finalise(dataset: Dataset) -> Dataset:
    """Give a complete data set its instance and series UIDs, made from its content, and return it."""
    if not _can_be_written(dataset, str(dataset.SpecificCharacterSet)):
        dataset.SpecificCharacterSet = UTF_8
    content = BytesIO()
    dcmwrite(content, dataset, implicit_vr=True, little_endian=True)
    dataset.SOPInstanceUID = uid_of("instance", content.getvalue())
    dataset.SeriesInstanceUID = uid_of("series", content.getvalue())
    return dataset


def encode(dataset: Dataset) -> bytes:
    """The bytes of a Part 10 file.

    Structure sets are written in implicit VR: a contour may be longer than the 64 KiB that a decimal string
    can have in explicit VR.
    """
    implicit = dataset.Modality == "RTSTRUCT"
    return encode_as(dataset, ImplicitVRLittleEndian if implicit else ExplicitVRLittleEndian)


def encode_as(dataset: Dataset, transfer_syntax_uid: str) -> bytes:
    """The bytes of a Part 10 file in a transfer syntax; compressed pixels must be in that syntax already."""
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    meta.TransferSyntaxUID = UID(transfer_syntax_uid)
    meta.ImplementationClassUID = UID(IMPLEMENTATION_UID)
    meta.ImplementationVersionName = IMPLEMENTATION_VERSION
    dataset.file_meta = meta
    content = BytesIO()
    dcmwrite(content, dataset, enforce_file_format=True)
    return content.getvalue()


def save(dataset: Dataset, path: Path | str) -> Dataset:
    """Write a sealed data set to a new file and return it.

    Raises
    ------
    OutputRefused
        If the file exists or cannot be written; nothing is left then.
    """
    path = Path(path)
    data = encode(dataset)
    if path.exists():
        raise OutputRefused(f"{path}: exists already\nRemedy: name another file")
    write_whole(path, data)
    return dataset


def is_own_file(path: Path | str) -> bool:
    """True for a DICOM file that this program wrote."""
    try:
        meta = dcmread(path, stop_before_pixels=True, specific_tags=[]).file_meta
    except (OSError, InvalidDicomError, ValueError, EOFError):
        return False
    return meta.get("ImplementationClassUID") == IMPLEMENTATION_UID


def roi_numbers(structure_set: Dataset | None) -> dict[str, int]:
    """ROI names of a structure set and their numbers; empty without one."""
    rois: Sequence[Dataset] = structure_set.StructureSetROISequence if structure_set is not None else ()
    return {str(r.ROIName): int(r.ROINumber) for r in rois}
