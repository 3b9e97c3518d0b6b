"""Read a DICOM Segmentation: one structure per segment."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

import numpy as np
from pydicom import Dataset

from tps.dicom.ct.slices import image_axes
from tps.dicom.file.dicom_file import DicomFile, reading_guard
from tps.dicom.file.pixels import each_frame, matrix_of
from tps.dicom.file.values import integer, items, number, numbers, text
from tps.dicom.masks.outline import outlines
from tps.dicom.masks.structures import labels_in
from tps.dicom.rt.region_names import believed_names
from tps.dicom.rt.rtstruct_read import StructureSet
from tps.errors import BadInput
from tps.model import Contour, Structure

SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4"
LABELMAP_SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.7"
SEGMENTATION_CLASSES = (SEGMENTATION, LABELMAP_SEGMENTATION)

# A fractional segmentation counts as inside from one half on.
HALF = 0.5

# Frames that belong to one plane agree within this; planes are at least this far apart.
PLANE_TOLERANCE_MM = 0.01

# Planes nearer than this part of the usual distance are one plane of two scans that are shifted.
CROWDED = 0.3

# Orientations of frames agree within what their few digits allow.
PARALLEL_TOLERANCE_DEG = 0.1

_REMEDY = "export the segmentation again"


def read_segmentation(file: DicomFile) -> StructureSet:
    """All segments of a DICOM SEG (binary, fractional or label map).

    Parameters
    ----------
    file : DicomFile

    Raises
    ------
    BadInput
        If the file is no segmentation of parallel planes, or is damaged.
    """
    with reading_guard(file.name):
        return _read(file)


def _read(file: DicomFile) -> StructureSet:
    dataset, where = file.dataset, file.name
    kind = text(dataset, "SegmentationType").upper()
    if kind not in ("BINARY", "FRACTIONAL", "LABELMAP"):
        raise BadInput(f"the Segmentation Type is {kind or '(none)'}", where=where, expected="BINARY")
    labels, name_warnings = _labels(dataset, where)
    background = _background(dataset, where) if kind == "LABELMAP" else -1
    labels.pop(background, None)
    if not labels:
        raise BadInput("describes no segments", where=where, expected="a segmentation", remedy=_REMEDY)
    warnings = [
        *file.notes,
        *name_warnings,
        *(f"segment {n} has no label" for n, label in labels.items() if not label),
    ]
    if kind == "FRACTIONAL":
        warnings.append("fractional segmentation: inside from one half on")
    drawn, lost = _drawn(file, kind, labels, background)
    if lost:
        warnings.append(f"labels {sorted(lost)} of the pixels belong to no described segment: ignored")
    segments = {n: label or f"segment {n}" for n, label in labels.items()}
    structures: dict[str, Structure] = {}
    empty = []
    for count, label in segments.items():
        name = label if list(segments.values()).count(label) == 1 else f"{label} (segment {count})"
        if drawn.get(count):
            structures[name] = Structure(name, tuple(drawn[count]), count)
        else:
            empty.append(name)
    if empty:
        warnings.append(f"without contours: segment {', '.join(empty)}")
    return StructureSet(
        structures,
        tuple(empty),
        tuple(warnings),
        text(dataset, "SOPInstanceUID"),
        text(dataset, "ContentLabel"),
        text(dataset, "StudyInstanceUID"),
        text(dataset, "PatientID"),
        frozenset({text(dataset, "FrameOfReferenceUID")} - {""}),
        _images(dataset),
        file.sha256,
    )


def _labels(dataset: Dataset, where: str) -> tuple[dict[int, str], list[str]]:
    """Label by segment number, and warnings about labels that cannot be read."""
    segments = [(integer(s, "SegmentNumber", where), s) for s in items(dataset, "SegmentSequence")]
    names, warnings = believed_names(segments, "SegmentLabel", "segment", where)
    labels = {number: name for (number, _), name in zip(segments, names, strict=True)}
    if len(labels) < len(segments):
        raise BadInput("two segments have the same Segment Number", where=where, remedy=_REMEDY)
    return labels, warnings


def _background(dataset: Dataset, where: str) -> int:
    """The pixel value of a label map that means no segment: Pixel Padding Value, or 0 where none is stated.

    A segment of that number describes the background (PS3.3 C.8.20.2) and is no region.
    """
    return integer(dataset, "PixelPaddingValue", where, 0)


def _drawn(
    file: DicomFile, kind: str, known: Container[int], background: int
) -> tuple[dict[int, list[Contour]], set[int]]:
    """Contours by segment number, and the pixel values of a label map that no segment has.

    Every frame is drawn on its own plane, wherever the header puts that: frames come in any order, and those
    without content are often left out.
    """
    dataset, where = file.dataset, file.name
    described = items(dataset, "PerFrameFunctionalGroupsSequence")
    planes = [_plane(dataset, frame, where) for frame in described]
    _check_parallel(planes, where)
    numbers_of = [0] * len(described)
    if kind != "LABELMAP":
        numbers_of = [_segment(dataset, frame, known, where) for frame in described]
    _check_once(planes, numbers_of, where)
    half = _half(dataset, where) if kind == "FRACTIONAL" else 0.0
    drawn: dict[int, list[Contour]] = {}
    lost: set[int] = set()
    count = -1
    frames = each_frame(file, *matrix_of(dataset, where))
    for count, pixels in enumerate(frames):
        if count >= len(planes):
            continue
        if kind == "LABELMAP":
            values = labels_in(pixels, background)
            lost.update(v for v in values if v not in known)
            masks = {v: pixels == v for v in values if v in known}
        else:
            masks = {numbers_of[count]: pixels >= half if half else pixels > 0}
        for segment, mask in masks.items():
            drawn.setdefault(segment, []).extend(planes[count].contours(mask))
    if count + 1 != len(described):
        raise BadInput(
            f"holds {count + 1} frames and describes {len(described)}", where=where, remedy=_REMEDY
        )
    return drawn, lost


def _half(dataset: Dataset, where: str) -> float:
    """The pixel value from which on a fractional segmentation counts as inside."""
    most = number(dataset, "MaximumFractionalValue", where)
    if most <= 0:
        raise BadInput(f"Maximum Fractional Value is {most:g}", where=where, expected="above 0")
    return HALF * most


@dataclass(frozen=True, eq=False)
class _Plane:
    """Where a frame lies."""

    position_mm: np.ndarray
    row: np.ndarray
    column: np.ndarray
    spacing_mm: np.ndarray

    @property
    def normal(self) -> np.ndarray:
        return np.cross(self.row, self.column)

    def contours(self, mask: np.ndarray) -> list[Contour]:
        """Outlines of a mask (rows, columns)."""
        steps = np.array([self.row, self.column]) * self.spacing_mm[:, None]
        return [Contour(self.position_mm + polygon @ steps) for polygon in outlines(mask)]


def _plane(dataset: Dataset, frame: Dataset, where: str) -> _Plane:
    plane = _group(dataset, frame, "PlaneOrientationSequence", where)
    row, column, _ = image_axes(numbers(plane, "ImageOrientationPatient", where, 6), where)
    spacing = numbers(_group(dataset, frame, "PixelMeasuresSequence", where), "PixelSpacing", where, 2)
    if spacing.min() <= 0:
        raise BadInput(f"Pixel Spacing is {spacing.tolist()}", where=where, expected="values above 0")
    position = _group(dataset, frame, "PlanePositionSequence", where)
    return _Plane(numbers(position, "ImagePositionPatient", where, 3), row, column, spacing[::-1])


def _segment(dataset: Dataset, frame: Dataset, known: Container[int], where: str) -> int:
    identity = _group(dataset, frame, "SegmentIdentificationSequence", where)
    segment = integer(identity, "ReferencedSegmentNumber", where)
    if segment not in known:
        raise BadInput(f"a frame is of segment {segment}, which is not described", where=where)
    return segment


def _check_parallel(planes: Sequence[_Plane], where: str) -> None:
    for count, plane in enumerate(planes):
        apart = np.degrees(np.arccos(min(1.0, abs(float(plane.normal @ planes[0].normal)))))
        if apart > PARALLEL_TOLERANCE_DEG:
            raise BadInput(
                f"frames 1 and {count + 1} are not parallel ({apart:.1f} degrees)",
                where=where,
                expected="frames of one orientation",
                remedy=_REMEDY,
            )


def _check_once(planes: Sequence[_Plane], segments: Sequence[int], where: str) -> None:
    """No segment may have two frames on a plane, nor so near to each other that they cannot be two planes."""
    if len(planes) < 2:
        return
    heights = np.array([plane.position_mm @ planes[0].normal for plane in planes])
    steps = np.diff(np.sort(heights))
    usual = float(np.median(steps[steps >= PLANE_TOLERANCE_MM])) if steps.max() >= PLANE_TOLERANCE_MM else 0.0
    of_segment = np.array(segments)
    for segment in np.unique(of_segment):
        gaps = np.diff(np.sort(heights[of_segment == segment]))
        if not len(gaps):
            continue
        if gaps.min() < PLANE_TOLERANCE_MM:
            raise BadInput(f"segment {segment} has two frames on one plane", where=where, remedy=_REMEDY)
        if gaps.min() < CROWDED * max(usual, float(np.median(gaps))):
            raise BadInput(
                f"two frames of segment {segment} are {gaps.min():.2f} mm apart, the usual step is"
                f" {max(usual, float(np.median(gaps))):.2f} mm",
                where=where,
                expected="frames on the planes of one scan",
                remedy=_REMEDY,
            )


def _group(dataset: Dataset, frame: Dataset, keyword: str, where: str) -> Dataset:
    """The functional group of a frame, stated for it alone or for all; twice only if it says the same."""
    shared = (items(dataset, "SharedFunctionalGroupsSequence") or [Dataset()])[0]
    own, common = items(frame, keyword), items(shared, keyword)
    if own and common and own[0] != common[0]:
        raise BadInput(
            f"{keyword} is stated for all frames and otherwise for one", where=where, remedy=_REMEDY
        )
    if not own and not common:
        raise BadInput(f"{keyword} is missing", where=where, remedy=_REMEDY)
    return (own or common)[0]


def _images(dataset: Dataset) -> frozenset[str]:
    return frozenset(
        text(image, "ReferencedSOPInstanceUID")
        for series in items(dataset, "ReferencedSeriesSequence")
        for image in items(series, "ReferencedInstanceSequence")
    )
