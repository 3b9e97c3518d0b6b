"""What one CT image says about itself, apart from its pixels."""

import re
from dataclasses import dataclass

import numpy as np
from pydicom import Dataset
from pydicom.uid import UID

from tps.dicom.file.dicom_file import DicomFile
from tps.dicom.file.pixels import matrix_of
from tps.dicom.file.values import has, integer, items, number, numbers, text
from tps.errors import BadInput

CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2"
ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1"
LEGACY_CONVERTED_CT = "1.2.840.10008.5.1.4.1.1.2.2"
MULTI_FRAME_CT = (ENHANCED_CT, LEGACY_CONVERTED_CT)

# Direction cosines of fewer digits are off by this much at most; beyond it they are wrong, not rounded.
COSINE_TOLERANCE = 5e-3


@dataclass(frozen=True, eq=False)
class Slice:
    """One axial image (a file, or a frame of a multi-frame file).

    Parameters
    ----------
    file : DicomFile
    frame : int or None
        Index of the frame in a multi-frame object.
    sop_uid, series_uid, series_number, frame_of_reference_uid : str
    position_mm : (3,) float
        Centre of the first pixel.
    row_axis, column_axis : (3,) float
        Unit vectors along a row (to the next column) and along a column (to the next row).
    pixel_mm : (2,) float
        Distance of neighbouring columns (x) and rows (y).
    rows, columns : int
    slope, intercept : float
        HU = slope x stored + intercept.
    padding : (low, high) or None
        Stored values that are outside the image.
    tilt_deg : float
        Gantry tilt as the header states it.
    cosine_error : float
        By how much the direction cosines as written miss being perpendicular unit vectors.
    is_lossy : bool
        The pixels went through a lossy compression at some time.
    thickness_mm : float
        Slice thickness as the header states it; 0 where it does not.
    rescale_type : str
        What the header calls the rescaled values.
    image_number : int or None
        By which scanner and archive show the image: Instance Number, or the frame's number from 1.
    """

    file: DicomFile
    frame: int | None
    sop_uid: str
    series_uid: str
    series_number: str
    frame_of_reference_uid: str
    position_mm: np.ndarray
    row_axis: np.ndarray
    column_axis: np.ndarray
    pixel_mm: np.ndarray
    rows: int
    columns: int
    slope: float
    intercept: float
    padding: tuple[int, int] | None = None
    tilt_deg: float = 0.0
    cosine_error: float = 0.0
    is_lossy: bool = False
    thickness_mm: float = 0.0
    rescale_type: str = ""
    image_number: int | None = None

    @property
    def normal(self) -> np.ndarray:
        """Unit vector perpendicular to the image: row axis x column axis."""
        return np.cross(self.row_axis, self.column_axis)

    @property
    def label(self) -> str:
        """How messages name this image."""
        frame = "" if self.frame is None else f" frame {self.frame + 1}"
        return f"{self.file.name}{frame}"


def why_not_a_slice(dataset: Dataset) -> str:
    """Why an object is not an axial CT image ("" if it is one): its kind, in a word or two."""
    sop_class = text(dataset, "SOPClassUID")
    if sop_class not in (CT_IMAGE, *MULTI_FRAME_CT):
        return _kind(dataset, sop_class)
    if "LOCALIZER" in text(dataset, "ImageType").upper().split("\\"):
        return "localizer"
    return ""


def _kind(dataset: Dataset, sop_class: str) -> str:
    name = UID(sop_class).name if sop_class else ""
    if name and name != sop_class:
        return name.removesuffix(" Storage")
    return text(dataset, "Modality") or "object of unknown kind"


def slices_of(file: DicomFile) -> tuple[Slice, ...]:
    """The images of a CT object; one for a classic CT image, one per frame for an enhanced one."""
    if text(file.dataset, "SOPClassUID") in MULTI_FRAME_CT:
        return _frames(file)
    return (_slice(file, None, file.dataset, file.dataset, file.dataset, file.dataset),)


def _frames(file: DicomFile) -> tuple[Slice, ...]:
    dataset = file.dataset
    shared = (items(dataset, "SharedFunctionalGroupsSequence") or [Dataset()])[0]
    per_frame = items(dataset, "PerFrameFunctionalGroupsSequence")
    count = integer(dataset, "NumberOfFrames", file.name)
    if count != len(per_frame):
        raise BadInput(
            f"Number of Frames is {count}, but {len(per_frame)} frames are described",
            where=file.name,
            remedy="export the series again",
        )

    def group(frame: Dataset, keyword: str) -> Dataset:
        found = items(frame, keyword) or items(shared, keyword)
        if not found:
            raise BadInput(f"{keyword} is missing", where=file.name, remedy="export the series again")
        return found[0]

    return tuple(
        _slice(
            file,
            k,
            group(frame, "PlanePositionSequence"),
            group(frame, "PlaneOrientationSequence"),
            group(frame, "PixelMeasuresSequence"),
            group(frame, "PixelValueTransformationSequence"),
        )
        for k, frame in enumerate(per_frame)
    )


def _slice(
    file: DicomFile, frame: int | None, position: Dataset, plane: Dataset, measures: Dataset, rescale: Dataset
) -> Slice:
    where = file.name if frame is None else f"{file.name} frame {frame + 1}"
    dataset = file.dataset
    rows, columns = matrix_of(dataset, where)
    pixel = numbers(measures, "PixelSpacing", where, 2)
    if pixel.min() <= 0:
        raise BadInput(f"Pixel Spacing is {pixel.tolist()}", where=where, expected="values above 0")
    row_axis, column_axis, error = image_axes(numbers(plane, "ImageOrientationPatient", where, 6), where)
    slope, intercept = number(rescale, "RescaleSlope", where), number(rescale, "RescaleIntercept", where)
    if slope == 0:
        raise BadInput("Rescale Slope is 0", where=where, expected="a slope other than 0")
    return Slice(
        file=file,
        frame=frame,
        sop_uid=text(dataset, "SOPInstanceUID"),
        series_uid=text(dataset, "SeriesInstanceUID"),
        series_number=text(dataset, "SeriesNumber"),
        frame_of_reference_uid=text(dataset, "FrameOfReferenceUID"),
        position_mm=numbers(position, "ImagePositionPatient", where, 3),
        row_axis=row_axis,
        column_axis=column_axis,
        pixel_mm=pixel[::-1],
        rows=rows,
        columns=columns,
        slope=slope,
        intercept=intercept,
        padding=_padding(dataset, where),
        tilt_deg=number(dataset, "GantryDetectorTilt", where, 0.0),
        cosine_error=error,
        is_lossy=text(dataset, "LossyImageCompression") == "01",
        rescale_type=text(rescale, "RescaleType"),
        thickness_mm=max(number(measures, "SliceThickness", where, 0.0), 0.0),
        image_number=_instance_number(dataset) if frame is None else frame + 1,
    )


def _instance_number(dataset: Dataset) -> int | None:
    """Instance Number; nothing but names hangs on it, so that a malformed one counts as none."""
    written = text(dataset, "InstanceNumber")
    return int(written) if re.fullmatch(r"[-+]?[0-9]{1,12}", written) else None


def image_axes(cosines: np.ndarray, where: str) -> tuple[np.ndarray, np.ndarray, float]:
    """Row and column axis made exactly perpendicular unit vectors, and how far the written ones were off.

    Parameters
    ----------
    cosines : (6,) float
        Image Orientation (Patient).
    where : str
        For messages.

    Raises
    ------
    BadInput
        If the written ones are not perpendicular unit vectors within ``COSINE_TOLERANCE``.
    """
    row, column = cosines[:3], cosines[3:]
    error = max(abs(row @ row - 1), abs(column @ column - 1), abs(row @ column))
    if error > COSINE_TOLERANCE:
        raise BadInput(
            f"Image Orientation (Patient) {cosines.tolist()} is not a pair of perpendicular unit vectors",
            where=where,
            remedy="export the series again",
        )
    row = row / np.linalg.norm(row)
    column = column - (column @ row) * row
    return row, column / np.linalg.norm(column), float(error)


def _padding(dataset: Dataset, where: str) -> tuple[int, int] | None:
    if not has(dataset, "PixelPaddingValue"):
        return None
    first = integer(dataset, "PixelPaddingValue", where)
    last = integer(dataset, "PixelPaddingRangeLimit", where, first)
    is_signed = integer(dataset, "PixelRepresentation", where, 0) == 1
    ends = _as_stored(first, is_signed), _as_stored(last, is_signed)
    return min(ends), max(ends)


def _as_stored(value: int, is_signed: bool) -> int:
    """The padding value in the sign convention of the pixels; some writers use the other, with equal bits."""
    if is_signed and value >= 2**15:
        return value - 2**16
    return value + 2**16 if not is_signed and value < 0 else value
