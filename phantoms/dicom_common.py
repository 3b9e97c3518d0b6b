"""The attributes that CT and RTSTRUCT of one phantom share, and how numbers become DICOM decimal strings."""

from pathlib import Path

from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.uid import UID, ExplicitVRLittleEndian

# All phantoms were "made" at one moment, so that the same options give the same bytes.
DATE, TIME = "20260101", "120000"

# A DICOM decimal string holds at most this many characters.
DS_CHARACTERS = 16
DECIMALS = 4


def decimal(value: float) -> str:
    """``value`` as a DICOM decimal string with 0.0001 mm."""
    text = f"{value:.{DECIMALS}f}".rstrip("0").rstrip(".")
    text = "0" if text == "-0" else text
    if len(text) > DS_CHARACTERS:
        raise OverflowError(f"{text} has more than {DS_CHARACTERS} characters")
    return text


def new_object(scene, identifiers, sop_class: str, sop_uid: str, modality: str) -> FileDataset:
    """A DICOM object with the patient, study and equipment of a phantom.

    Parameters
    ----------
    scene : Scene
    identifiers : Identifiers
        Of patient, study and frame.
    sop_class, sop_uid : str
    modality : str
    """
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = UID(sop_class)
    meta.MediaStorageSOPInstanceUID = UID(sop_uid)
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    ds.SpecificCharacterSet = "ISO_IR 100"
    ds.InstanceCreationDate, ds.InstanceCreationTime = DATE, TIME
    ds.SOPClassUID, ds.SOPInstanceUID = sop_class, sop_uid
    ds.StudyDate, ds.StudyTime, ds.SeriesDate, ds.SeriesTime = DATE, TIME, DATE, TIME
    ds.AccessionNumber = ""
    ds.Modality = modality
    ds.Manufacturer = "seedwright phantoms"
    ds.ReferringPhysicianName = ""
    ds.StudyDescription = "Synthetic patient, not a person"
    ds.ManufacturerModelName = "analytic phantom"
    ds.PatientName = f"Phantom^{scene.name}"
    ds.PatientID = f"PHANTOM-{scene.name}"[:64]
    ds.PatientBirthDate, ds.PatientSex = "", "O"
    ds.SoftwareVersions = "1"
    ds.StudyInstanceUID = identifiers.uid("study")
    ds.StudyID = "1"
    ds.FrameOfReferenceUID = identifiers.uid("frame")
    ds.PositionReferenceIndicator = ""
    return ds


def save(ds: FileDataset, path: Path) -> None:
    """Write one DICOM file, preamble and file meta information included."""
    ds.save_as(path, enforce_file_format=True)
