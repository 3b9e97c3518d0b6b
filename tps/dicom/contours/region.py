"""The contours of one region of a structure set: from items of a sequence to outlines that mean one body."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from pydicom import Dataset

from tps.dicom.contours.clean import (
    MIN_AREA_MM2,
    off_plane_mm,
    plane_normal,
    spikes,
    split_keyholes,
    vector_area,
    without_repeats,
)
from tps.dicom.contours.copies import find_copies
from tps.dicom.contours.planes import LEAST_PLANES, Neighbours, Stack, level, neighbours, usual_step
from tps.dicom.contours.readings import doubts
from tps.dicom.file.values import integer, items, numbers, text
from tps.errors import BadInput
from tps.model import Contour

# The kinds that enclose an area (the second since DICOM 2021: exclusive or of nested polygons, our reading
# of the first as well).
CLOSED_TYPES = ("CLOSED_PLANAR", "CLOSEDPLANAR_XOR")
KNOWN_TYPES = (*CLOSED_TYPES, "POINT", "OPEN_PLANAR", "OPEN_NONPLANAR", "INTERPOLATED_PLANAR")

# A region that is longer than this holds a wrong coordinate: no couch is.
LONGEST_MM = 2500.0

_REMEDY = "export the structure set again"


@dataclass(frozen=True, eq=False)
class Drawn:
    """What stands in the file for one region.

    Parameters
    ----------
    rings : tuple of (n, 3) arrays
        Closed polygons with area, keyholes split.
    normal : (3,) float
        Of all their planes.
    remarks : tuple of str
    ignored : tuple of str
        The kind of each contour left out.
    """

    rings: tuple[np.ndarray, ...]
    normal: np.ndarray
    remarks: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    @property
    def stack(self) -> Stack:
        """The rings in the coordinates of their planes."""
        return Stack.of(self.rings, self.normal)


def read_drawn(roi: Dataset | None, normal: np.ndarray, where: str) -> Drawn:
    """The closed contours of an item of the ROI Contour Sequence.

    Raises
    ------
    BadInput
        If a contour is malformed, the contours are not flat, or they lie too far apart.
    """
    polygons, rings, ignored = _polygons(roi, where)
    if not polygons:
        return Drawn((), normal, (), tuple(ignored))
    _check_extent(polygons, where)
    remarks = []
    common = plane_normal(polygons, normal)
    if common is None:
        worst = max(off_plane_mm(p, normal) for p in polygons)
        raise BadInput(
            f"its contours do not lie in parallel planes (a contour leaves its slice by {worst:.2f} mm)",
            where=where,
            expected="flat contours with one common normal",
            remedy="export or draw the region again",
        )
    if common is not normal:
        remarks.append("its contours are not parallel to the CT slices")
    keyholes = sum(len(r) > 1 for r in rings)
    if keyholes:
        remarks.append(f"{keyholes} contour(s) with a cut to a hole (keyhole) split into rings")
    return Drawn(tuple(r for parts in rings for r in parts), common, tuple(remarks), tuple(ignored))


def _polygons(roi: Dataset | None, where: str) -> tuple[list[np.ndarray], list[list[np.ndarray]], list[str]]:
    """Closed contours with area, each in its rings too, and the kind of each that is left out."""
    polygons, rings, ignored = [], [], []
    for k, item in enumerate(items(roi, "ContourSequence") if roi is not None else []):
        kind = text(item, "ContourGeometricType")
        if kind not in KNOWN_TYPES:
            raise BadInput(
                f"contour {k + 1} has the Contour Geometric Type {kind!r}",
                where=where,
                expected=f"one of: {', '.join(KNOWN_TYPES)}",
                remedy=_REMEDY,
            )
        points = _points(item, k, where)
        if kind not in CLOSED_TYPES:
            ignored.append(kind)
            continue
        parts = split_keyholes(points) if len(points) >= 3 else []
        if parts or (len(points) >= 3 and np.linalg.norm(vector_area(points)) >= MIN_AREA_MM2):
            polygons.append(points)
            rings.append(parts)
        else:
            ignored.append("closed contour without area")
    return polygons, rings, ignored


def _points(item: Dataset, index: int, where: str) -> np.ndarray:
    label = f"{where}, contour {index + 1}"
    values = numbers(item, "ContourData", label)
    if len(values) % 3:
        raise BadInput(
            f"Contour Data has {len(values)} numbers",
            where=label,
            expected="three for each point",
            remedy=_REMEDY,
        )
    points = values.reshape(-1, 3)
    stated = integer(item, "NumberOfContourPoints", label, len(points))
    if stated != len(points):
        raise BadInput(
            f"Number of Contour Points is {stated}, but there are {len(points)}", where=label, remedy=_REMEDY
        )
    return without_repeats(points)


def _check_extent(polygons: Sequence[np.ndarray], where: str) -> None:
    low = np.min([p.min(axis=0) for p in polygons], axis=0)
    high = np.max([p.max(axis=0) for p in polygons], axis=0)
    longest = float((high - low).max())
    if longest > LONGEST_MM:
        raise BadInput(
            f"its contours reach over {longest / 1000:.4g} m",
            where=where,
            expected=f"a region of at most {LONGEST_MM / 1000:g} m",
            remedy="export or draw the region again",
        )


def settle(
    drawn: Drawn, follows: Neighbours, step_mm: float | None, where: str
) -> tuple[tuple[Contour, ...], list[str]]:
    """The contours a region is made of, and what was done to get there.

    Planes far nearer to each other than the usual step are put together, contours that are there twice count
    once, and what could be read in another way is said.

    Parameters
    ----------
    drawn : Drawn
    follows : Neighbours
        Of the rings as drawn.
    step_mm : float or None
        The usual step of the structure set.
    where : str

    Raises
    ------
    BadInput
        If too much of the region's volume depends on how its contours are read.
    """
    stack = drawn.stack
    levelled = level(stack, step_mm)
    rings = [
        ring + shift * drawn.normal if shift else ring
        for ring, shift in zip(drawn.rings, levelled.shift_mm, strict=True)
    ]
    remarks = []
    if levelled.planes:
        remarks.append(
            f"contours on planes up to {levelled.widest_mm:.2g} mm beside others are taken as lying on those "
            f"({levelled.planes} plane(s), first at {levelled.first_mm:.1f} mm)"
        )
    rings, said = _once(rings, Stack(stack.rings, stack.heights + levelled.shift_mm))
    if levelled.planes or len(rings) < len(drawn.rings):
        stack = Stack.of(rings, drawn.normal)
        follows = neighbours(stack)
    own = usual_step(follows)
    told = own is not None and (step_mm is None or len(follows.level_mm) >= LEAST_PLANES)
    found = doubts(stack, follows, own if told else step_mm)
    for doubt in found:
        if doubt.is_too_much:
            raise BadInput(
                doubt.refused,
                where=where,
                expected="contours that can be read in one way only",
                remedy="draw the region again: each outline once, outlines that do not cross",
            )
    remarks += said + [d.said for d in found if d.is_said]
    contours = tuple(Contour(r) for r in rings)
    remarks += [f"the contour has a spike at {np.round(p, 1).tolist()} mm" for p in spikes(contours)]
    return contours, remarks


def _once(rings: list[np.ndarray], stack: Stack) -> tuple[list[np.ndarray], list[str]]:
    """The contours without copies, and a remark where there were some."""
    kept, apart, change, heights = [], 0.0, 0.0, []
    for members in stack.planes():
        found = find_copies([stack.rings[k] for k in members])
        kept += members[list(found.kept)].tolist()
        if len(found.kept) < len(members):
            heights.append(float(stack.heights[members].mean()))
        apart, change = max(apart, found.apart_mm), max(change, found.area_change)
    copies = len(rings) - len(kept)
    if not copies:
        return rings, []
    what = f"{copies} contour(s) are drawn twice on {len(heights)} plane(s), first at {heights[0]:.1f} mm"
    how = (
        f"; the copies run up to {apart:.2g} mm beside, their areas differ by up to {100 * change:.1f} %"
        if apart
        else ""
    )
    return [rings[k] for k in sorted(kept)], [f"{what}: counted once{how}"]
