"""Read an RT Structure Set: regions as they were drawn."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from pydicom import Dataset

from tps.dicom.contours import (
    MIN_AREA_MM2,
    drop_copies,
    off_plane_mm,
    plane_normal,
    spikes,
    split_keyholes,
    vector_area,
    without_repeats,
)
from tps.dicom.dicom_file import DicomFile, guarded
from tps.dicom.overlap import crossing_heights
from tps.dicom.region_names import believed_names
from tps.dicom.values import has, integer, items, numbers, text, text_trouble
from tps.errors import BadInput
from tps.model import Contour, Structure

RTSTRUCT = "1.2.840.10008.5.1.4.1.1.481.3"

# The kinds that enclose an area (the second since DICOM 2021: exclusive or of nested polygons, our reading
# of the first as well).
CLOSED_TYPES = ("CLOSED_PLANAR", "CLOSEDPLANAR_XOR")
KNOWN_TYPES = (*CLOSED_TYPES, "POINT", "OPEN_PLANAR", "OPEN_NONPLANAR", "INTERPOLATED_PLANAR")


@dataclass(frozen=True, eq=False)
class StructureSet:
    """Regions of interest as read, from whatever kind of file.

    Parameters
    ----------
    structures : dict of str to Structure
    empty_rois : tuple of str
        ROI names without closed contours.
    warnings : tuple of str
    sop_uid, label, study_uid, patient_id : str
    frame_of_reference_uids : frozenset of str
        All frames of reference the regions name.
    image_uids : frozenset of str
        SOP Instance UIDs of the images the contours name.
    sha256 : str
    """

    structures: dict[str, Structure]
    empty_rois: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    sop_uid: str = ""
    label: str = ""
    study_uid: str = ""
    patient_id: str = ""
    frame_of_reference_uids: frozenset[str] = frozenset()
    image_uids: frozenset[str] = field(default_factory=frozenset)
    sha256: str = ""


def read_structure_set(file: DicomFile, normal=(0.0, 0.0, 1.0)) -> StructureSet:
    """All regions of an RTSTRUCT.

    Closed planar contours are kept where and as they were drawn, on whatever planes.  Points, open lines
    and contours without area are left out, with a warning.  A contour that runs along a cut into a hole
    and back (keyhole) is split into its rings; the same contour drawn twice counts once, with a warning.

    Parameters
    ----------
    file : DicomFile
    normal : (3,) float
        Unit normal of the CT slices.

    Raises
    ------
    BadInput
        If the file is no RTSTRUCT, or a closed contour is malformed or not flat.
    """
    with guarded(file.name):
        return _read(file, np.asarray(normal, dtype=float))


def _read(file: DicomFile, normal: np.ndarray) -> StructureSet:
    dataset = file.dataset
    if text(dataset, "SOPClassUID") != RTSTRUCT:
        raise BadInput(
            f"is not a structure set (modality {text(dataset, 'Modality') or 'unknown'})",
            where=file.name,
            expected="an RTSTRUCT",
            remedy="name the RTSTRUCT file of this scan",
        )
    rois = items(dataset, "StructureSetROISequence")
    if not rois:
        raise BadInput(
            "no regions of interest in it (Structure Set ROI Sequence is missing or empty)",
            where=file.name,
            remedy="export the structure set again",
        )
    if "ROIContourSequence" not in dataset:
        raise BadInput(
            "no contours in it (ROI Contour Sequence is missing)",
            where=file.name,
            remedy="export the structure set again",
        )
    names, name_warnings = _names(rois, file.name)
    drawn = {integer(c, "ReferencedROINumber", file.name): c for c in items(dataset, "ROIContourSequence")}
    warnings = [f"{note}: {file.name}" for note in file.notes] + name_warnings
    warnings += _name_warnings(rois, names, drawn)
    if not items(dataset, "RTROIObservationsSequence"):
        warnings.append("the structure set states no ROI types (RT ROI Observations Sequence is missing)")
    types = _types(dataset, file.name)
    structures, empty = {}, []
    ignored: dict[str, list[str]] = {}
    for number, name in names.items():
        contours, remarks, left_out = _contours(drawn.get(number), name, normal, file.name)
        warnings += remarks
        for kind in left_out:
            ignored.setdefault(kind, []).append(name)
        if contours:
            structures[name] = Structure(name, tuple(contours), number, "contoured", types.get(number, ""))
        else:
            empty.append(name)
    if empty:
        warnings.append(f"without closed contours: ROI {', '.join(empty)}")
    for kind, of in ignored.items():
        warnings.append(f"ignored {len(of)} x {kind} of ROI {', '.join(dict.fromkeys(of))}")
    return StructureSet(
        structures,
        tuple(empty),
        tuple(warnings),
        text(dataset, "SOPInstanceUID"),
        "" if text_trouble(dataset, "StructureSetLabel") else text(dataset, "StructureSetLabel"),
        text(dataset, "StudyInstanceUID"),
        text(dataset, "PatientID"),
        _frames(dataset, rois),
        frozenset(
            text(image, "ReferencedSOPInstanceUID")
            for roi in drawn.values()
            for contour in items(roi, "ContourSequence")
            for image in items(contour, "ContourImageSequence")
        ),
        file.sha256,
    )


def _names(rois: Sequence[Dataset], where: str) -> tuple[dict[int, str], list[str]]:
    """Name by ROI number; a name used twice, or none, is made unique with the number; warnings."""
    numbers_used = [integer(r, "ROINumber", where) for r in rois]
    if len(set(numbers_used)) < len(rois):
        raise BadInput(
            "two regions have the same ROI Number, so it is unclear which contours belong to which",
            where=where,
            remedy="export the structure set again",
        )
    plain, warnings = believed_names(list(zip(numbers_used, rois, strict=True)), "ROIName", "ROI", where)
    unique = {
        n: name if name and plain.count(name) == 1 else f"{name} (ROI {n})".strip()
        for n, name in zip(numbers_used, plain, strict=True)
    }
    return unique, warnings


def _name_warnings(rois: Sequence[Dataset], names: dict[int, str], drawn: dict[int, Dataset]) -> list[str]:
    plain = [text(r, "ROIName") for r in rois]
    warnings = [
        f"{plain.count(name)} ROIs are named {name!r}: told apart by their number"
        for name in sorted({p for p in plain if plain.count(p) > 1})
    ]
    lost = sorted(set(drawn) - set(names))
    if lost:
        warnings.append(f"contours of ROI numbers {lost} belong to no named ROI: ignored")
    return warnings


def _types(dataset: Dataset, where: str) -> dict[int, str]:
    return {
        integer(o, "ReferencedROINumber", where): text(o, "RTROIInterpretedType")
        for o in items(dataset, "RTROIObservationsSequence")
        if has(o, "ReferencedROINumber")
    }


def _frames(dataset: Dataset, rois: Sequence[Dataset]) -> frozenset[str]:
    found = {text(r, "ReferencedFrameOfReferenceUID") for r in rois}
    found |= {text(f, "FrameOfReferenceUID") for f in items(dataset, "ReferencedFrameOfReferenceSequence")}
    return frozenset(found - {""})


def _contours(
    roi: Dataset | None, name: str, normal: np.ndarray, where: str
) -> tuple[list[Contour], list[str], list[str]]:
    """Closed contours of one ROI, what was remarkable, and the kind of each contour left out."""
    label = f"{where}, ROI {name!r}"
    polygons, ignored = [], []
    for k, item in enumerate(items(roi, "ContourSequence") if roi is not None else []):
        kind = text(item, "ContourGeometricType")
        if kind not in KNOWN_TYPES:
            raise BadInput(
                f"contour {k + 1} has the Contour Geometric Type {kind!r}",
                where=label,
                expected=f"one of: {', '.join(KNOWN_TYPES)}",
                remedy="export the structure set again",
            )
        points = _points(item, k, label)
        if kind not in CLOSED_TYPES:
            ignored.append(kind)
        elif (
            len(points) < 3
            or np.linalg.norm(vector_area(points)) < MIN_AREA_MM2
            and not split_keyholes(points)
        ):
            ignored.append("closed contour without area")
        else:
            polygons.append(points)
    if not polygons:
        return [], [], ignored
    remarks = []
    common = plane_normal(polygons, normal)
    if common is None:
        worst = max(off_plane_mm(p, normal) for p in polygons)
        raise BadInput(
            f"its contours do not lie in parallel planes (a contour leaves its slice by {worst:.2f} mm)",
            where=label,
            expected="flat contours with one common normal",
            remedy="export or draw the region again",
        )
    if common is not normal:
        remarks.append(f"ROI {name!r}: its contours are not parallel to the CT slices")
    contours, keyholes = [], 0
    for points in polygons:
        rings = split_keyholes(points)
        keyholes += len(rings) > 1
        contours += [Contour(r) for r in rings]
    if keyholes:
        remarks.append(f"ROI {name!r}: {keyholes} contour(s) with a cut to a hole (keyhole) split into rings")
    contours, copies = drop_copies(contours)
    crossings = crossing_heights(contours, common)
    if crossings:
        remarks.append(
            f"ROI {name!r}: contours cross each other on {len(crossings)} plane(s), first at "
            f"{crossings[0]:.1f} mm: where they overlap counts as outside (exclusive or)"
        )
    for point in spikes(contours):
        remarks.append(f"ROI {name!r}: the contour has a spike at {np.round(point, 1).tolist()} mm")
    if copies:
        remarks.append(f"ROI {name!r}: {copies} contour(s) are drawn twice: counted once")
    return contours, remarks, ignored


def _points(item: Dataset, index: int, where: str) -> np.ndarray:
    label = f"{where}, contour {index + 1}"
    values = numbers(item, "ContourData", label)
    if len(values) % 3:
        raise BadInput(
            f"Contour Data has {len(values)} numbers",
            where=label,
            expected="three for each point",
            remedy="export the structure set again",
        )
    points = values.reshape(-1, 3)
    stated = integer(item, "NumberOfContourPoints", label, len(points))
    if stated != len(points):
        raise BadInput(
            f"Number of Contour Points is {stated}, but there are {len(points)}",
            where=label,
            remedy="export the structure set again",
        )
    return without_repeats(points)
