"""The planes that regions were drawn on, as a grid that stands in for the scan's."""

import numpy as np

from tps.dicom.contours.region import LONGEST_MM
from tps.dicom.rt.rtstruct_read import StructureSet
from tps.errors import BadInput
from tps.geometry.planes import contour_frame
from tps.model import Grid

# Planes nearer than this are one plane.
SAME_PLANE_MM = 0.1

# Room around the contours, mm.
_ROOM_MM = 2.0

# Contours are read for slices across the patient; others tell their own direction.
ACROSS = Grid(np.zeros(3), np.ones(3), (1, 1, 1))


def contour_grid(found: StructureSet, names: tuple[str, ...], single_mm: float | None = None) -> Grid:
    """The grid whose slices are the planes the regions were drawn on; it stands in for the scan's.

    In plane its step is 1 mm; nothing depends on it.

    Parameters
    ----------
    found : StructureSet
    names : tuple of str
        Regions that count.
    single_mm : float, optional
        Thickness of a slice where every region is drawn on one plane only.

    Raises
    ------
    BadInput
        If nothing tells how thick a slice is, or the regions lie too far apart to be of one patient.
    """
    first = found.structures[names[0]]
    frame = contour_frame(first, ACROSS)
    rings = [[frame.to_local(c.points_mm) for c in found.structures[n].contours] for n in names]
    step = _slice_step(rings, single_mm)
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


def _slice_step(regions: list[list[np.ndarray]], single_mm: float | None) -> float:
    """The usual distance of neighbouring planes in the first region that has more than one."""
    for rings in regions:
        heights = np.sort([ring[:, 2].mean() for ring in rings])
        gaps = np.diff(heights)
        gaps = gaps[gaps > SAME_PLANE_MM]
        if len(gaps):
            return float(np.median(gaps))
    if single_mm is not None:
        return single_mm
    raise BadInput(
        "every region is drawn on one plane only: nothing tells how thick a slice is",
        where="RTSTRUCT",
        remedy="draw the target on every slice that shows it",
    )
