"""The CT of a phantom, one file a slice, numbered as scanners number images."""

from pathlib import Path

import numpy as np
from pydicom.uid import CTImageStorage

from phantoms.dicom_common import DATE, TIME, decimal, new_object, save

# Stored value = HU + 1024, as most scanners write it.
INTERCEPT = -1024

# Where the usual scale of 12 bits ends.
TWELVE_BIT_HU = 3071


def slice_uids(identifiers, count: int) -> list[str]:
    """SOP Instance UIDs of the slices, in their order along row x column."""
    return [identifiers.uid(f"ct/{k}") for k in range(1, count + 1)]


def write_ct(
    folder: Path,
    scene,
    identifiers,
    frame,
    slice_mm: float,
    volume: np.ndarray,
    top_hu: float = TWELVE_BIT_HU,
) -> None:
    """Write ``folder``/NNN.dcm, named by the number of the image.

    Parameters
    ----------
    folder : Path
        Made here.
    scene : Scene
    identifiers : Identifiers
    frame : Frame
    slice_mm : float
        Distance of the slices, and their thickness.
    volume : (nz, ny, nx) int16
        HU along the patient's axes.
    top_hu : float
        Highest value stored.
    """
    folder.mkdir()
    stored = (np.clip(frame.stored(volume), INTERCEPT, top_hu) - INTERCEPT).astype("<u2")
    uids = slice_uids(identifiers, len(stored))
    template = _template(scene, identifiers, frame, slice_mm)
    for number, uid, z, pixels in zip(frame.image_numbers, uids, frame.slice_z_mm, stored, strict=True):
        template.file_meta.MediaStorageSOPInstanceUID = uid
        template.SOPInstanceUID = uid
        template.InstanceNumber = str(number)
        template.ImagePositionPatient = [decimal(v) for v in frame.corner_mm(z)]
        template.SliceLocation = decimal(z)
        template.PixelData = pixels.tobytes()
        save(template, folder / f"{number:03d}.dcm")


def _template(scene, identifiers, frame, slice_mm: float):
    """All that the slices have in common."""
    ds = new_object(scene, identifiers, CTImageStorage, identifiers.uid("ct/0"), "CT")
    ds.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
    ds.SeriesInstanceUID = identifiers.uid("series/ct")
    ds.SeriesDescription = f"{decimal(slice_mm)} mm, {frame.position}"
    ds.SeriesNumber, ds.AcquisitionNumber = "1", "1"
    ds.AcquisitionDate, ds.AcquisitionTime, ds.ContentDate, ds.ContentTime = DATE, TIME, DATE, TIME
    ds.PatientPosition = frame.position
    ds.BodyPartExamined = "CHESTABDOMEN"
    ds.KVP = "120"
    ds.RescaleIntercept, ds.RescaleSlope, ds.RescaleType = str(INTERCEPT), "1", "HU"
    ds.SliceThickness = decimal(slice_mm)
    ds.SpacingBetweenSlices = decimal(slice_mm)
    ds.ImageOrientationPatient = [str(v) for v in frame.orientation]
    ds.SamplesPerPixel, ds.PhotometricInterpretation = 1, "MONOCHROME2"
    ds.Rows, ds.Columns = len(frame.y_mm), len(frame.x_mm)
    pixel = decimal(float(frame.x_mm[1] - frame.x_mm[0]))
    ds.PixelSpacing = [pixel, pixel]
    ds.BitsAllocated, ds.BitsStored, ds.HighBit, ds.PixelRepresentation = 16, 16, 15, 0
    ds.WindowCenter, ds.WindowWidth = "40", "400"
    return ds
