"""What else a region's contours could mean, and how much of its volume depends on it.

Contours of one plane are read by exclusive or, and planes are joined as they follow one another.  A contour
that crosses another, one that runs round twice, or a rim left between two nearly equal ones is read
differently elsewhere, as are holes that run the same way round as their outline, and planes between planes.
Where a reading changes the volume noticeably it is said; where it changes much the region cannot be used.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tps.dicom.contours.copies import alike, outline_distances, rim_mm
from tps.dicom.contours.doubt import SAID, Doubt, percent
from tps.dicom.contours.plane_readings import LONGEST_GAP, doubts_about_planes, usual_gap
from tps.dicom.contours.planes import Neighbours, Stack
from tps.dicom.contours.scan_lines import Together, common_area, contains, own_areas, together

# Two contours cross if each has more than this part of the smaller's area to itself and in common ...
CROSSING_PART = 0.05

# ... or if one runs this deep inside and this far outside the other.
CLEAR_MM = 1.0

# Points of an outline that are looked for inside another.
MOST_PROBES = 400

# What is left between an outline and its hole is no organ's wall if it is thinner than this on average.
THINNEST_MM = 1.0


@dataclass(frozen=True, eq=False)
class _Section:
    """One plane of a region."""

    height_mm: float
    thickness_mm: float
    rings: tuple[np.ndarray, ...]
    areas: Together


def doubts(stack: Stack, follows: Neighbours, step_mm: float | None) -> list[Doubt]:
    """All second readings of a region whose copies are gone and whose planes are level.

    Parameters
    ----------
    stack : Stack
    follows : Neighbours
        Of its rings.
    step_mm : float or None
        How far apart its planes are as a rule.
    """
    sections = _sections(stack, follows, step_mm or 1.0)
    whole = sum(s.areas.any_mm2 * s.thickness_mm for s in sections)
    if not whole > 0:
        return []
    found = [
        _running_round_twice(sections, whole),
        _nearly_twice(sections, whole),
        _crossing(sections, whole),
        _holes(sections, whole),
    ]
    kept = [d for d in found if d is not None]
    return kept + (doubts_about_planes(stack, follows, step_mm) if step_mm is not None else [])


def _sections(stack: Stack, follows: Neighbours, single_mm: float) -> list[_Section]:
    gaps = np.diff(follows.level_mm)
    usual = usual_gap(follows, single_mm)
    half = 0.5 * np.where(gaps > LONGEST_GAP * usual, usual, gaps)
    thickness = np.append(half, 0.5 * usual) + np.append(0.5 * usual, half)
    found = []
    for members, height, t in zip(stack.planes(), follows.level_mm, thickness, strict=True):
        rings = tuple(stack.rings[r] for r in members)
        found.append(_Section(float(height), float(t), rings, together(rings)))
    return found


def _where(sections: Sequence[_Section]) -> str:
    return f"on {len(sections)} plane(s), first at {sections[0].height_mm:.1f} mm"


def _own_areas(section: _Section) -> list[tuple[float, float]]:
    """``own_areas`` of each contour; of one that is alone on its plane they are known."""
    if len(section.rings) == 1:
        return [(section.areas.odd_mm2, section.areas.wound_mm2)]
    return [own_areas(ring) for ring in section.rings]


def _running_round_twice(sections: Sequence[_Section], whole: float) -> Doubt | None:
    """A contour that runs round a place twice leaves it out by exclusive or."""
    lost, at = 0.0, []
    for section in sections:
        areas = np.array(_own_areas(section))
        missing = areas[:, 1] - areas[:, 0]
        lost += float(missing.sum()) * section.thickness_mm
        if (missing > SAID * areas[:, 1]).any():
            at.append(section)
    if not at:
        return None
    fraction = lost / (whole + lost)
    text = f"a contour runs round a place twice {_where(at)}"
    return Doubt(
        fraction,
        f"{text}: counted as outside (exclusive or), {percent(fraction)} of its volume",
        f"{text}: {percent(fraction)} of its volume counts or does not, as one reads it",
    )


def _nearly_twice(sections: Sequence[_Section], whole: float) -> Doubt | None:
    """Two outlines too near each other for a wall between them, too far apart for copies."""
    lost, at, widest = 0.0, [], 0.0
    for section in sections:
        for i, j in alike(section.rings):
            rim, common = rim_mm(section.rings[i], section.rings[j])
            if common > 0 and rim < THINNEST_MM:
                lost += common * section.thickness_mm
                widest = max(widest, rim)
                if section not in at:
                    at.append(section)
    if not at:
        return None
    fraction = min(1.0, lost / whole)
    text = f"two contours lie {widest:.2g} mm apart on average {_where(at)}"
    return Doubt(
        fraction,
        f"{text}: read as an outline and a hole, {percent(fraction)} of its volume",
        f"{text}: drawn twice, or an outline and its hole, {percent(fraction)} of its volume",
    )


def _crossing(sections: Sequence[_Section], whole: float) -> Doubt | None:
    """What two contours have in common where they cross counts as outside by exclusive or."""
    lost, at = 0.0, []
    for section in sections:
        rings = [section.rings[i] for i in sorted(section.areas.entangled)]
        areas = [own_areas(r)[0] for r in rings]
        for i in range(len(rings)):
            for j in range(i):
                part, crosses = _lost_by_crossing(rings[i], rings[j], min(areas[i], areas[j]))
                lost += part * section.thickness_mm
                if crosses and section not in at:
                    at.append(section)
    fraction = min(1.0, lost / whole)
    if not at and fraction <= SAID:
        return None
    text = f"contours cross each other {_where(at)}" if at else "contours cross each other slightly"
    return Doubt(
        fraction,
        f"{text}: where they overlap counts as outside (exclusive or), {percent(fraction)} of its volume",
        f"{text}: {percent(fraction)} of its volume counts or does not, as one reads it",
        always=bool(at),
    )


def _lost_by_crossing(a: np.ndarray, b: np.ndarray, least: float) -> tuple[float, bool]:
    """Area (mm2) that two readings of two contours differ by, and whether they cross clearly."""
    common = common_area(a, b)
    alone = max(0.0, least - common)
    if common <= 0:
        return 0.0, False
    if min(common, alone) > CROSSING_PART * least or _runs_in_and_out(a, b) or _runs_in_and_out(b, a):
        return common, True
    return min(common, alone), False


def _runs_in_and_out(ring: np.ndarray, other: np.ndarray) -> bool:
    points, distance = outline_distances(ring, other)
    clear = np.flatnonzero(distance > CLEAR_MM)
    inside = contains(other, points[clear[:: max(1, len(clear) // MOST_PROBES)]])
    return bool(inside.any() and not inside.all())


def _holes(sections: Sequence[_Section], whole: float) -> Doubt | None:
    """A hole that runs the same way round as its outline is filled for those who go by direction."""
    filled = [s.areas.wound_mm2 - s.areas.odd_mm2 for s in sections]
    at = [s for s, area in zip(sections, filled, strict=True) if area > SAID * s.areas.any_mm2]
    fraction = sum(area * s.thickness_mm for s, area in zip(sections, filled, strict=True)) / whole
    if not at or fraction <= SAID:
        return None
    return Doubt(
        fraction,
        f"contours lie inside others {_where(at)}, the same way round: read as holes, {percent(fraction)} of"
        " what is enclosed",
    )
