"""The contours of a phantom as one RTSTRUCT."""

from pathlib import Path

from pydicom.dataelem import RawDataElement
from pydicom.dataset import Dataset
from pydicom.tag import Tag
from pydicom.uid import CTImageStorage, RTStructureSetStorage

from phantoms.dicom_common import DATE, TIME, decimal, new_object, save
from phantoms.dicom_ct import slice_uids

# Retired class whose UID RTSTRUCTs still carry to point at the study.
STUDY_CLASS = "1.2.840.10008.3.1.2.3.1"

CONTOUR_DATA = Tag(0x3006, 0x0050)

COLOURS = ((255, 60, 60), (255, 170, 0), (230, 80, 230))
ORGAN_COLOURS = (
    (80, 180, 255),
    (90, 220, 120),
    (250, 240, 110),
    (170, 130, 255),
    (120, 230, 230),
    (210, 170, 130),
)


def write_rtstruct(path: Path, scene, identifiers, frame, rings) -> None:
    """Write the regions of ``scene``.

    Parameters
    ----------
    path : Path
    scene : Scene
    identifiers : Identifiers
    frame : Frame
    rings : dict of str to list of list of (n, 2) arrays
        Contours of each region at each slice, in the order of ``frame.slice_z_mm``.
    """
    uids = slice_uids(identifiers, len(frame.z_mm))
    ds = new_object(scene, identifiers, RTStructureSetStorage, identifiers.uid("rtstruct"), "RTSTRUCT")
    ds.SeriesInstanceUID, ds.SeriesNumber = identifiers.uid("series/rtstruct"), "2"
    ds.SeriesDescription = "Analytic contours"
    ds.OperatorsName = ""
    ds.StructureSetLabel, ds.StructureSetName = "PHANTOM", scene.name
    ds.StructureSetDate, ds.StructureSetTime = DATE, TIME
    ds.ApprovalStatus = "UNAPPROVED"
    ds.ReferencedFrameOfReferenceSequence = [_referenced_frame(identifiers, uids)]
    ds.StructureSetROISequence, ds.ROIContourSequence, ds.RTROIObservationsSequence = [], [], []
    for number, region in enumerate(scene.regions, start=1):
        ds.StructureSetROISequence.append(_roi(number, region, identifiers))
        colour = _colour(number, len(scene.targets))
        ds.ROIContourSequence.append(_contours(number, colour, rings[region.name], frame, uids))
        ds.RTROIObservationsSequence.append(_observation(number, region))
    save(ds, path)


def _colour(number: int, targets: int) -> tuple[int, int, int]:
    if number <= targets:
        return COLOURS[(number - 1) % len(COLOURS)]
    return ORGAN_COLOURS[(number - targets - 1) % len(ORGAN_COLOURS)]


def _image_reference(uid: str) -> Dataset:
    item = Dataset()
    item.ReferencedSOPClassUID, item.ReferencedSOPInstanceUID = CTImageStorage, uid
    return item


def _referenced_frame(identifiers, uids) -> Dataset:
    series = Dataset()
    series.SeriesInstanceUID = identifiers.uid("series/ct")
    series.ContourImageSequence = [_image_reference(uid) for uid in uids]
    study = Dataset()
    study.ReferencedSOPClassUID, study.ReferencedSOPInstanceUID = STUDY_CLASS, identifiers.uid("study")
    study.RTReferencedSeriesSequence = [series]
    item = Dataset()
    item.FrameOfReferenceUID = identifiers.uid("frame")
    item.RTReferencedStudySequence = [study]
    return item


def _roi(number: int, region, identifiers) -> Dataset:
    item = Dataset()
    item.ROINumber = number
    item.ReferencedFrameOfReferenceUID = identifiers.uid("frame")
    item.ROIName = region.name
    item.ROIGenerationAlgorithm = "AUTOMATIC"
    return item


def _contours(number: int, colour, rings_by_slice, frame, uids) -> Dataset:
    item = Dataset()
    item.ROIDisplayColor = list(colour)
    item.ReferencedROINumber = number
    item.ContourSequence = []
    for rings, z, uid in zip(rings_by_slice, frame.slice_z_mm, uids, strict=True):
        height = decimal(z)
        for ring in rings:
            contour = Dataset()
            contour.ContourImageSequence = [_image_reference(uid)]
            contour.ContourGeometricType = "CLOSED_PLANAR"
            contour.NumberOfContourPoints = len(ring)
            contour[CONTOUR_DATA] = _contour_data(ring, height)
            item.ContourSequence.append(contour)
    return item


def _contour_data(ring, height: str) -> RawDataElement:
    """Contour Data as the file holds it: pydicom then need not parse and check the text number by number."""
    text = "\\".join(f"{decimal(x)}\\{decimal(y)}\\{height}" for x, y in ring.tolist())
    value = (text + " " * (len(text) % 2)).encode("ascii")
    return RawDataElement(CONTOUR_DATA, "DS", len(value), value, 0, False, True)


def _observation(number: int, region) -> Dataset:
    item = Dataset()
    item.ObservationNumber, item.ReferencedROINumber = number, number
    item.RTROIInterpretedType = region.kind
    item.ROIInterpreter = ""
    return item
