"""Tiny DICOM objects made for one test each; pydicom only, nothing of the code under test."""

from pathlib import Path

import numpy as np
from pydicom import Dataset, FileMetaDataset, dcmread, dcmwrite
from pydicom.uid import ExplicitVRLittleEndian, generate_uid

CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2"
RTSTRUCT = "1.2.840.10008.5.1.4.1.1.481.3"
STUDY, SERIES, FRAME = "1.2.3.4.1", "1.2.3.4.2", "1.2.3.4.3"


def blank(sop_class, sop_uid, modality):
    """A data set with the identity every object carries."""
    dataset = Dataset()
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.MediaStorageSOPClassUID = sop_class
    dataset.file_meta.MediaStorageSOPInstanceUID = sop_uid
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.SOPClassUID, dataset.SOPInstanceUID, dataset.Modality = sop_class, sop_uid, modality
    dataset.PatientName, dataset.PatientID = "Made^Up", "MADE"
    dataset.StudyInstanceUID, dataset.StudyDate, dataset.StudyTime = STUDY, "20260101", "120000"
    return dataset


def ct_slice(k, pixels, position, orientation=(1, 0, 0, 0, 1, 0), spacing=(1.0, 1.0), **changes):
    """One CT image; ``changes`` overwrite elements, None deletes them."""
    dataset = blank(CT_IMAGE, f"{SERIES}.{k + 1}", "CT")
    dataset.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    dataset.SeriesInstanceUID, dataset.SeriesNumber = SERIES, 7
    dataset.FrameOfReferenceUID, dataset.InstanceNumber = FRAME, k + 1
    dataset.PatientPosition = "HFS"
    dataset.ImagePositionPatient = [float(v) for v in position]
    dataset.ImageOrientationPatient = [float(v) for v in orientation]
    dataset.PixelSpacing = list(spacing)
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.Rows, dataset.Columns = pixels.shape
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 16, 16, 15
    dataset.PixelRepresentation = int(pixels.dtype.kind == "i")
    dataset.RescaleSlope, dataset.RescaleIntercept = 1, -1024
    for keyword, value in changes.items():
        if value is None:
            delattr(dataset, keyword)
        else:
            setattr(dataset, keyword, value)
    dataset.add_new(0x7FE00010, "OW", pixels.tobytes())
    return dataset


def pixels_of(shape=(4, 16, 12), seed=1):
    """Stored values (slices, rows, columns), different everywhere, unsigned."""
    return np.random.default_rng(seed).integers(24, 3000, size=shape).astype(np.uint16)


def ct_slices(
    shape=(4, 16, 12), step=2.5, spacing=(0.8, 1.2), origin=(-10.0, -12.0, 30.0), axes=None, **changes
):
    """A regular series; ``axes`` rows: along a row, along a column; slices along their cross product."""
    pixels = pixels_of(shape)
    row, column = (np.eye(3)[:2] if axes is None else np.asarray(axes, float))[:2]
    normal = np.cross(row, column)
    return [
        ct_slice(k, pixels[k], np.asarray(origin) + k * step * normal, (*row, *column), spacing, **changes)
        for k in range(shape[0])
    ]


def write(dataset, path):
    """Write with the data set's own transfer syntax."""
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    dcmwrite(path, dataset, enforce_file_format=True)
    return path


def write_series(slices, folder, names="{}.dcm"):
    """Write slices in file order that has nothing to do with their position."""
    for k, dataset in enumerate(slices):
        write(dataset, Path(folder) / names.format((k * 7) % 97))
    return Path(folder)


def square(low, high, z):
    """Corners of an axis-aligned square, (4, 3)."""
    return np.array([(low, low, z), (high, low, z), (high, high, z), (low, high, z)], dtype=float)


def rtstruct(rois, images=(), study=STUDY, frame=FRAME):
    """Structure set; ``rois``: name -> list of (n, 3) polygons or (type, points)."""
    dataset = blank(RTSTRUCT, "1.2.3.4.9", "RTSTRUCT")
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = study, "1.2.3.4.8"
    dataset.StructureSetLabel = "made"
    dataset.StructureSetROISequence, dataset.ROIContourSequence = [], []
    dataset.RTROIObservationsSequence = []
    for number, (name, polygons) in enumerate(rois.items(), start=1):
        roi, drawn, observation = Dataset(), Dataset(), Dataset()
        roi.ROINumber, roi.ROIName, roi.ReferencedFrameOfReferenceUID = number, name, frame
        roi.ROIGenerationAlgorithm = "MANUAL"
        drawn.ReferencedROINumber = observation.ReferencedROINumber = number
        observation.ObservationNumber, observation.RTROIInterpretedType = number, "GTV"
        observation.ROIInterpreter = ""
        drawn.ContourSequence = [_contour(p, images) for p in polygons]
        dataset.StructureSetROISequence.append(roi)
        dataset.ROIContourSequence.append(drawn)
        dataset.RTROIObservationsSequence.append(observation)
    return dataset


def _contour(polygon, images):
    kind, points = polygon if isinstance(polygon, tuple) else ("CLOSED_PLANAR", polygon)
    points = np.asarray(points, float)
    contour = Dataset()
    contour.ContourGeometricType, contour.NumberOfContourPoints = kind, len(points)
    contour.ContourData = [float(v) for v in np.round(points, 6).ravel()]
    if images:
        image = Dataset()
        image.ReferencedSOPClassUID, image.ReferencedSOPInstanceUID = CT_IMAGE, images[0]
        contour.ContourImageSequence = [image]
    return contour


__all__ = ["dcmread", "generate_uid"]
