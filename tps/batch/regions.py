"""Which regions of a structure set are targets and organs, and the planes they were drawn on."""

import numpy as np

from tps.dicom.roi_contours import LONGEST_MM
from tps.dicom.rtstruct_read import StructureSet
from tps.errors import BadInput, UnknownName
from tps.geometry.planes import contour_frame
from tps.model import Grid
from tps.model.structure import TARGET_TYPES
from tps.pipeline.regions import NOT_ORGANS, ORGAN_RANGE_MM

# Planes nearer than this are one plane.
SAME_PLANE_MM = 0.1

# Room around the contours, mm.
_ROOM_MM = 2.0


def choose_targets(found: StructureSet, asked: tuple[str, ...], planned: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the targets: those asked for; else those the plan names; else those marked as targets.

    Raises
    ------
    UnknownName
        If one that is asked for is not there.
    BadInput
        If it has no contours or cannot be used, or nothing tells which ROI is a target.
    """
    asked = tuple(found.renamed.get(name, name) for name in asked)
    planned = tuple(found.renamed.get(name, name) for name in planned)
    for name in (*asked, *(() if asked else planned)):
        if name in found.left_out:
            raise BadInput(
                f"ROI {name!r} cannot be used: {found.left_out[name]}",
                where="RTSTRUCT",
                remedy="draw or export the region again, or choose another",
            )
    for name in asked:
        if name in found.empty_rois:
            raise BadInput(f"ROI {name!r} has no contours", where="RTSTRUCT")
        if name not in found.structures:
            raise UnknownName("ROI", name, found.structures, where="RTSTRUCT")
    named = tuple(name for name in planned if name in found.structures)
    if asked or named:
        return asked or named
    marked = tuple(n for n, s in found.structures.items() if s.is_target)
    if not marked:
        raise BadInput(
            "nothing tells which ROI is the target",
            where="RTSTRUCT",
            expected=f"a ROI marked as {', '.join(TARGET_TYPES)}; there are: {', '.join(found.structures)}",
            remedy="--target ROI, or the column targets of a manifest",
        )
    return marked


def choose_organs(
    found: StructureSet, targets: tuple[str, ...], recorded: tuple[str, ...]
) -> tuple[str, ...]:
    """Names of the regions to report beside the targets: those the plan reported, else all within reach."""
    if recorded:
        return tuple(name for name in recorded if name in found.structures and name not in targets)
    bounds = [found.structures[name].bounds_mm() for name in targets]
    low = np.min([b[0] for b in bounds], axis=0) - ORGAN_RANGE_MM
    high = np.max([b[1] for b in bounds], axis=0) + ORGAN_RANGE_MM
    chosen = []
    for name, structure in found.structures.items():
        if name in targets or structure.interpreted_type.upper() in NOT_ORGANS:
            continue
        first, last = structure.bounds_mm()
        if np.all(first <= high) and np.all(last >= low):
            chosen.append(name)
    return tuple(chosen)


def contour_grid(found: StructureSet, names: tuple[str, ...]) -> Grid:
    """The grid whose slices are the planes the regions were drawn on; it stands in for the scan's.

    In plane its step is 1 mm; nothing depends on it.

    Raises
    ------
    BadInput
        If no region was drawn on two planes, so that nothing tells how thick a slice is, or they lie too far
        apart to be of one patient.
    """
    first = found.structures[names[0]]
    frame = contour_frame(first, Grid(np.zeros(3), np.ones(3), (1, 1, 1)))
    step = _slice_step([[frame.to_local(c.points_mm) for c in found.structures[n].contours] for n in names])
    points = np.concatenate(
        [frame.to_local(c.points_mm) for n in names for c in found.structures[n].contours]
    )
    low, high = points.min(axis=0) - _ROOM_MM, points.max(axis=0) + _ROOM_MM
    if (high - low).max() > LONGEST_MM:
        raise BadInput(
            f"the regions lie {(high - low).max() / 1000:.4g} m apart",
            where="RTSTRUCT",
            expected=f"targets and organs within {LONGEST_MM / 1000:g} m",
            remedy="--no-organs, or name targets of one place",
        )
    plane = frame.to_local(first.contours[0].points_mm)[:, 2].mean()
    low[2] = plane - step * np.ceil((plane - low[2]) / step)
    spacing = np.array([1.0, 1.0, step])
    count = np.ceil((high - low) / spacing).astype(int) + 1
    return Grid(frame.to_patient(low), spacing, tuple(count[::-1]), frame.axes)


def _slice_step(regions: list[list[np.ndarray]]) -> float:
    """The usual distance of neighbouring planes in the first region that has more than one."""
    for rings in regions:
        heights = np.sort([ring[:, 2].mean() for ring in rings])
        gaps = np.diff(heights)
        gaps = gaps[gaps > SAME_PLANE_MM]
        if len(gaps):
            return float(np.median(gaps))
    raise BadInput(
        "every region is drawn on one plane only: nothing tells how thick a slice is",
        where="RTSTRUCT",
        remedy="draw the target on every slice that shows it",
    )
