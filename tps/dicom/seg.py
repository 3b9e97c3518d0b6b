"""Read a DICOM Segmentation: one structure per segment."""

import numpy as np
from pydicom import Dataset

from tps.dicom.ct_slices import image_axes
from tps.dicom.dicom_file import DicomFile, guarded
from tps.dicom.masks import structure_of_mask
from tps.dicom.pixels import matrix_of, stored_frames
from tps.dicom.rtstruct_read import StructureSet
from tps.dicom.values import integer, items, number, numbers, text
from tps.errors import BadInput
from tps.model import Grid, Structure

SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4"
LABELMAP_SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.7"
SEGMENTATION_CLASSES = (SEGMENTATION, LABELMAP_SEGMENTATION)

# A fractional segmentation counts as inside from one half on.
HALF = 0.5

# Frames that belong to one plane agree within this; planes are at least this far apart.
PLANE_TOLERANCE_MM = 0.01

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
    with guarded(file.name):
        return _read(file)


def _read(file: DicomFile) -> StructureSet:
    dataset, where = file.dataset, file.name
    labels = {
        integer(s, "SegmentNumber", where): text(s, "SegmentLabel") for s in items(dataset, "SegmentSequence")
    }
    if not labels:
        raise BadInput("describes no segments", where=where, expected="a segmentation", remedy=_REMEDY)
    segments = {n: label or f"segment {n}" for n, label in labels.items()}
    frames = _frames(file, segments)
    warnings = [*file.notes, *(f"segment {n} has no label" for n, label in labels.items() if not label)]
    kind = text(dataset, "SegmentationType").upper()
    if kind == "FRACTIONAL":
        warnings.append("fractional segmentation: inside from one half on")
    if kind == "LABELMAP":
        shown = set(np.unique(np.concatenate([np.unique(v) for _, _, v in frames])).tolist())
        lost = sorted(shown - {0, *segments})
        if lost:
            warnings.append(f"labels {lost} of the pixels belong to no described segment: ignored")
    structures: dict[str, Structure] = {}
    empty = []
    for count, label in segments.items():
        name = label if list(segments.values()).count(label) == 1 else f"{label} (segment {count})"
        # In a label map every frame shows all segments, by their numbers.
        chosen = [(p, v == count if kind == "LABELMAP" else v > 0) for p, n, v in frames if n in (0, count)]
        found = _structure(name, chosen, dataset, count, where)
        if found is None:
            empty.append(name)
        else:
            structures[name] = found
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


def _frames(file: DicomFile, known) -> list[tuple[np.ndarray, int, np.ndarray]]:
    """Position (3,), segment number (0 in a label map) and pixels (rows, columns) of each frame.

    ``known`` holds the segment numbers that are described.
    """
    dataset, where = file.dataset, file.name
    described = items(dataset, "PerFrameFunctionalGroupsSequence")
    pixels = stored_frames(file, *matrix_of(dataset, where))
    if len(pixels) != len(described):
        raise BadInput(
            f"holds {len(pixels)} frames and describes {len(described)}", where=where, remedy=_REMEDY
        )
    kind = text(dataset, "SegmentationType").upper()
    if kind not in ("BINARY", "FRACTIONAL", "LABELMAP"):
        raise BadInput(f"the Segmentation Type is {kind or '(none)'}", where=where, expected="BINARY")
    if kind == "FRACTIONAL":
        pixels = pixels >= HALF * number(dataset, "MaximumFractionalValue", where)
    found = []
    for frame, values in zip(described, pixels, strict=True):
        position = numbers(
            _group(dataset, frame, "PlanePositionSequence", where), "ImagePositionPatient", where, 3
        )
        segment = 0
        if kind != "LABELMAP":
            identity = _group(dataset, frame, "SegmentIdentificationSequence", where)
            segment = integer(identity, "ReferencedSegmentNumber", where)
            if segment not in known:
                raise BadInput(f"a frame is of segment {segment}, which is not described", where=where)
        found.append((position, segment, values))
    return found


def _group(dataset: Dataset, frame: Dataset | None, keyword: str, where: str) -> Dataset:
    shared = (items(dataset, "SharedFunctionalGroupsSequence") or [Dataset()])[0]
    found = (items(frame, keyword) if frame is not None else []) or items(shared, keyword)
    if not found:
        raise BadInput(f"{keyword} is missing", where=where, remedy=_REMEDY)
    return found[0]


def _structure(name, frames, dataset: Dataset, count: int, where: str) -> Structure | None:
    """Outlines frame by frame, each on its own plane: frames without content are often left out."""
    plane = _group(dataset, None, "PlaneOrientationSequence", where)
    row, column, _ = image_axes(numbers(plane, "ImageOrientationPatient", where, 6), where)
    spacing = numbers(_group(dataset, None, "PixelMeasuresSequence", where), "PixelSpacing", where, 2)[::-1]
    if spacing.min() <= 0:
        raise BadInput(f"Pixel Spacing is {spacing[::-1].tolist()}", where=where, expected="values above 0")
    across = np.cross(row, column)
    axes = np.array([row, column, across])
    contours, heights = [], []
    for position, mask in frames:
        height = float(position @ across)
        if any(abs(height - h) < PLANE_TOLERANCE_MM for h in heights):
            raise BadInput(f"segment {name!r} has two frames on one plane", where=where, remedy=_REMEDY)
        heights.append(height)
        grid = Grid(position, (*spacing, 1.0), (1, *mask.shape), axes)
        found = structure_of_mask(name, mask[np.newaxis], grid, across, count)
        contours += found.contours if found else ()
    return Structure(name, tuple(contours), count) if contours else None


def _images(dataset: Dataset) -> frozenset[str]:
    return frozenset(
        text(image, "ReferencedSOPInstanceUID")
        for series in items(dataset, "ReferencedSeriesSequence")
        for image in items(series, "ReferencedInstanceSequence")
    )
