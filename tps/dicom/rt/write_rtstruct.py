"""Write a structure set: targets, organs, derived obstacles, seeds and needles and, when asked, isodoses.

Seeds are points.  A needle is an open line from entry to tip (any two points are coplanar: ``OPEN_PLANAR``),
and a point on every slice that it passes: viewers draw a slice's own contours, and few draw lines across
slices.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from pydicom import Dataset
from pydicom.uid import RTStructureSetStorage

from tps import NOT_FOR_CLINICAL_USE
from tps.dicom.rt.header import (
    LO_LENGTH,
    Stamp,
    check_text,
    finalise,
    new_object,
    reference,
    save,
    set_long_decimals,
)
from tps.errors import BadInput
from tps.model import Case, CaseIdentity, Structure
from tps.model.grid import frozen_array

_STUDY_MANAGEMENT = (
    "1.2.840.10008.3.1.2.3.1"  # Detached Study Management, retired; the standard still names it here
)

# A contour belongs to a CT slice if its plane lies this near to it.
ON_SLICE_TOLERANCE_MM = 0.01

_ALGORITHM = {"derived": "AUTOMATIC", "entered": "MANUAL", "contoured": ""}

# Red targets, grey derived tissue, then colours that colour-blind readers can tell apart (Okabe, Ito 2008).
_TARGET_COLOUR, _DERIVED_COLOUR, _LINE_COLOUR = (213, 40, 40), (150, 150, 150), (255, 215, 0)
_POINT_COLOUR = (255, 110, 0)
_COLOURS = ((0, 114, 178), (0, 158, 115), (230, 159, 0), (86, 180, 233), (204, 121, 167), (240, 228, 66))


@dataclass(frozen=True, eq=False)
class Points:
    """Single points in the patient, each a contour of its own: the seeds.

    Parameters
    ----------
    name : str
    points_mm : (n, 3) float, n >= 1
    interpreted_type : str
        RT ROI Interpreted Type.
    """

    name: str
    points_mm: np.ndarray
    interpreted_type: str = "MARKER"

    def __post_init__(self):
        points = frozen_array(self.points_mm, (None, 3), "points_mm")
        if not self.name or not len(points):
            raise ValueError(
                f"points {self.name!r} need a name and one point or more, there are {len(points)}"
            )
        object.__setattr__(self, "points_mm", points)


@dataclass(frozen=True, eq=False)
class Line:
    """An open line in the patient, written as a contour that is not closed: a needle from entry to tip.

    Parameters
    ----------
    name : str
    points_mm : (n, 3) float, n >= 2
    interpreted_type : str
        RT ROI Interpreted Type.
    """

    name: str
    points_mm: np.ndarray
    interpreted_type: str = "BRACHY_CHANNEL"

    def __post_init__(self):
        points = frozen_array(self.points_mm, (None, 3), "points_mm")
        if not self.name or len(points) < 2:
            raise ValueError(f"line {self.name!r} needs a name and two points or more, it has {len(points)}")
        object.__setattr__(self, "points_mm", points)


def build_rtstruct(
    case: Case,
    structures: Sequence[Structure],
    *,
    lines: Sequence[Line | Points] = (),
    label: str = "PLAN",
    stamp: Stamp | None = None,
) -> Dataset:
    """A structure set in the study and frame of reference of the CT.

    Parameters
    ----------
    case : Case
        The CT it is drawn on.
    structures : sequence of Structure
        Each keeps its ROI number unless two claim the same one.
    lines : sequence of Line or Points
        Written as ``OPEN_PLANAR`` and ``POINT`` contours.
    label : str
        Structure Set Label, 16 characters at most.
    stamp : Stamp, optional
        When the export is made; default: now.

    Raises
    ------
    BadInput
        If there is nothing to write, two ROIs have one name, or a name is too long.
    """
    stamp = stamp or Stamp.now()
    rois: list[Structure | Line | Points] = [*structures, *lines]
    _check_names(rois)
    ds = new_object(case.identity, RTStructureSetStorage, "RTSTRUCT", "Structures", stamp)
    ds.StructureSetLabel = check_text(label, 16, "Structure Set Label")
    ds.StructureSetDescription = NOT_FOR_CLINICAL_USE
    ds.StructureSetDate, ds.StructureSetTime = stamp.date, stamp.time
    ds.ApprovalStatus = "UNAPPROVED"
    ds.ReferencedFrameOfReferenceSequence = [_frame_of_reference(case.identity)]
    numbers = _numbers(rois)
    ds.StructureSetROISequence = [
        _roi(roi, number, case.identity) for roi, number in zip(rois, numbers, strict=True)
    ]
    slices = _SliceFinder(case)
    ds.ROIContourSequence = [
        _contours(roi, number, slices) for roi, number in zip(rois, numbers, strict=True)
    ]
    ds.RTROIObservationsSequence = [
        _observation(roi, number) for roi, number in zip(rois, numbers, strict=True)
    ]
    return finalise(ds)


def write_rtstruct(case: Case, structures: Sequence[Structure], path: Path | str, **options) -> Dataset:
    """Write the structure set of ``build_rtstruct`` (same ``options``) to a new file, and return it.

    Parameters
    ----------
    case, structures : as for ``build_rtstruct``
    path : path
    **options

    Raises
    ------
    BadInput
        As ``build_rtstruct``.
    OutputRefused
        If the file exists or cannot be written.
    """
    return save(build_rtstruct(case, structures, **options), path)


def _check_names(rois: Sequence[Structure | Line | Points]) -> None:
    if not rois:
        raise BadInput("no structure to write", where="structure set")
    names = [check_text(r.name, LO_LENGTH, "ROI name") for r in rois]
    doubled = sorted({n for n in names if names.count(n) > 1})
    if doubled:
        raise BadInput(
            f"two ROIs are named {', '.join(map(repr, doubled))}",
            where="structure set",
            expected="every ROI with a name of its own",
            remedy="rename one",
        )


def _numbers(rois: Sequence[Structure | Line | Points]) -> list[int]:
    """The number each ROI came with where it is free; the lowest free one otherwise."""
    wished = [getattr(r, "number", 0) for r in rois]
    taken: set[int] = set()
    kept = []
    for number in wished:
        keeps = number > 0 and number not in taken
        taken |= {number} if keeps else set()
        kept.append(number if keeps else 0)
    free = (n for n in range(1, len(rois) + max(taken, default=0) + 1) if n not in taken)
    return [number or next(free) for number in kept]


def _frame_of_reference(identity: CaseIdentity) -> Dataset:
    frame = Dataset()
    frame.FrameOfReferenceUID = identity.frame_of_reference_uid
    if identity.slice_uids and identity.series_uid:
        series = Dataset()
        series.SeriesInstanceUID = identity.series_uid
        series.ContourImageSequence = [
            reference(identity.ct_sop_class_uid, uid) for uid in dict.fromkeys(identity.slice_uids)
        ]
        study = reference(_STUDY_MANAGEMENT, identity.study_uid)
        study.RTReferencedSeriesSequence = [series]
        frame.RTReferencedStudySequence = [study]
    return frame


class _SliceFinder:
    """Which CT slice a contour lies on."""

    def __init__(self, case: Case):
        grid, uids = case.ct.grid, case.identity.slice_uids
        self._normal, self._class = grid.axes[2], case.identity.ct_sop_class_uid
        self._heights = (
            grid.index_to_world(np.c_[np.zeros((grid.shape[0], 2)), np.arange(grid.shape[0])])
        ) @ (self._normal)
        self._half_mm = float(grid.spacing_mm[2]) / 2
        one_file_per_slice = len(uids) == grid.shape[0] and len(set(uids)) == len(uids)
        self._uids = uids if one_file_per_slice else ()

    def reference(self, points_mm: np.ndarray) -> Dataset | None:
        """The slice all points lie on, or None."""
        if not self._uids:
            return None
        height = points_mm @ self._normal
        k = int(np.abs(self._heights - height[0]).argmin())
        if np.abs(height - self._heights[k]).max() > ON_SLICE_TOLERANCE_MM:
            return None
        return reference(self._class, self._uids[k])

    def nearest(self, points_mm: np.ndarray) -> Dataset | None:
        """The slice within whose thickness all points lie, or None."""
        if not self._uids:
            return None
        height = points_mm @ self._normal
        k = int(np.abs(self._heights - height.mean()).argmin())
        if np.abs(height - self._heights[k]).max() > self._half_mm + ON_SLICE_TOLERANCE_MM:
            return None
        return reference(self._class, self._uids[k])

    def crossings_mm(self, points_mm: np.ndarray) -> np.ndarray:
        """Where a line (n, 3) passes the planes of the slices, (m, 3)."""
        found = []
        for start, end in pairwise(points_mm):
            a, b = start @ self._normal, end @ self._normal
            inside = self._heights[(self._heights >= min(a, b)) & (self._heights <= max(a, b))]
            if abs(b - a) > ON_SLICE_TOLERANCE_MM:
                found += [start + (h - a) / (b - a) * (end - start) for h in inside]
        return np.array(found).reshape(-1, 3)


def _roi(roi: Structure | Line | Points, number: int, identity: CaseIdentity) -> Dataset:
    item = Dataset()
    item.ROINumber = number
    item.ReferencedFrameOfReferenceUID = identity.frame_of_reference_uid
    item.ROIName = roi.name
    item.ROIGenerationAlgorithm = _ALGORITHM[roi.origin] if isinstance(roi, Structure) else "AUTOMATIC"
    if isinstance(roi, Structure) and roi.origin != "contoured":
        item.ROIDescription = "computed from the CT" if roi.origin == "derived" else "typed in"
    return item


def _contours(roi: Structure | Line | Points, number: int, slices: _SliceFinder) -> Dataset:
    item = Dataset()
    item.ReferencedROINumber = number
    item.ROIDisplayColor = list(_colour(roi, number))
    if isinstance(roi, Line):
        crossings = slices.crossings_mm(roi.points_mm)
        item.ContourSequence = [
            _contour("OPEN_PLANAR", roi.points_mm, slices.nearest(roi.points_mm)),
            *(_contour("POINT", p[None], slices.nearest(p[None])) for p in crossings),
        ]
    elif isinstance(roi, Points):
        item.ContourSequence = [_contour("POINT", p[None], slices.nearest(p[None])) for p in roi.points_mm]
    else:
        item.ContourSequence = [
            _contour("CLOSED_PLANAR", c.points_mm, slices.reference(c.points_mm)) for c in roi.contours
        ]
    return item


def _contour(kind: str, points_mm: np.ndarray, image: Dataset | None) -> Dataset:
    item = Dataset()
    if image is not None:
        item.ContourImageSequence = [image]
    item.ContourGeometricType = kind
    item.NumberOfContourPoints = len(points_mm)
    set_long_decimals(item, "ContourData", points_mm)
    return item


def _colour(roi: Structure | Line | Points, number: int) -> tuple[int, int, int]:
    if isinstance(roi, Points):
        return _POINT_COLOUR
    if isinstance(roi, Line):
        return _LINE_COLOUR
    if roi.interpreted_type in ("GTV", "CTV", "PTV"):
        return _TARGET_COLOUR
    return _DERIVED_COLOUR if roi.origin == "derived" else _COLOURS[number % len(_COLOURS)]


def _observation(roi: Structure | Line | Points, number: int) -> Dataset:
    item = Dataset()
    item.ObservationNumber = number
    item.ReferencedROINumber = number
    item.RTROIInterpretedType = roi.interpreted_type
    item.ROIInterpreter = None
    return item
