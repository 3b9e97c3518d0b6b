"""Second readings of the planes of a region: parts between the planes of others, parts that skip one."""

from collections.abc import Sequence

import numpy as np

from tps.dicom.contours.copies import rim_mm, signed_area
from tps.dicom.contours.doubt import Doubt, percent
from tps.dicom.contours.planes import LEAST_PLANES, Neighbours, Stack, neighbours

# Pieces are joined over gaps of up to this many usual plane distances, as ``tps.geometry`` joins them.
LONGEST_GAP = 3.5

# A plane nearer to the next than this part of the region's step lies between two of them ...
BETWEEN = 0.5

# ... and, where nothing goes on from plane to plane, one nearer than this part of the structure set's.
APART = 0.9

# Outlines of neighbouring planes show the same if they have this part of the larger one in common.
SAME_PART = 0.8

# A part that is missing on a plane goes on straight beyond it if so much of the smaller outline is common.
STRAIGHT_ON = 0.5

# A contour may be a hole in those above and below if its area is less than this part of theirs and those are
# alike.  Where that is so many times, it is no neck.
WAIST, LEAST_WAISTS = 0.8, 3


def usual_gap(follows: Neighbours, single_mm: float) -> float:
    """The usual distance of planes as ``tps.geometry`` takes it: of those between which something goes on."""
    joined = follows.plane[follows.above == follows.plane + 1]
    gaps = np.diff(follows.level_mm)[np.unique(joined)]
    return float(np.median(gaps)) if len(gaps) else single_mm


def drawn_volume(stack: Stack, follows: Neighbours, single_mm: float) -> float:
    """Volume (mm3) as ``tps.geometry`` reads the planes: each stands for half the way to its neighbours.

    Where a part does not go on in the next plane it ends half a usual distance beyond.
    """
    usual = usual_gap(follows, single_mm)
    joined = (follows.above == follows.plane + 1) & (follows.gap_mm <= LONGEST_GAP * usual + 1e-6)
    return _volume(stack, follows, joined, usual)


def _volume(stack: Stack, follows: Neighbours, joined: np.ndarray, usual: float) -> float:
    """Volume (mm3) if rings go on in the next ones where they are ``joined`` (n,) bool."""
    above = np.where(joined, follows.gap_mm, usual)
    below = np.full(len(above), usual)
    low, high = follows.pairs[joined[follows.pairs[:, 0]]].T
    below[high] = follows.gap_mm[low]
    areas = stack.areas_mm2
    return float(np.where(follows.hole, -areas, areas) @ (above + below) / 2)


def doubts_about_planes(stack: Stack, follows: Neighbours, step_mm: float) -> list[Doubt]:
    """Second readings of a region drawn, as a rule, every ``step_mm``."""
    if len(follows.level_mm) < 2:
        return []
    volume = drawn_volume(stack, follows, step_mm)
    return [
        *_beside(stack, follows, volume, step_mm),
        *_between(stack, follows, volume, step_mm),
        *_missing(stack, follows, volume, step_mm),
        *_alternating(stack, follows, volume),
    ]


def _beside(stack: Stack, follows: Neighbours, volume: float, step_mm: float) -> list[Doubt]:
    """Planes far nearer to each other than the step: read as drawn, or as one plane each."""
    near = float(np.diff(follows.level_mm).min())
    if near > (BETWEEN if len(follows.pairs) else APART) * step_mm + 1e-6:
        return []
    other = _on_even_planes(stack, follows, step_mm)
    fraction = _difference(volume, drawn_volume(other, neighbours(other), step_mm))
    text = f"planes lie {near:.2g} mm beside others, where {step_mm:.2g} mm is usual"
    # Two planes on which all goes on are a small region drawn in finer steps than the others.
    is_fine = len(follows.level_mm) < LEAST_PLANES and len(np.unique(follows.pairs)) == len(stack.rings)
    return [
        Doubt(
            fraction,
            f"{text}: read as drawn, on one plane each its volume would differ by {percent(fraction)}",
            ""
            if is_fine
            else f"{text}: read as drawn or on one plane each, its volume differs by {percent(fraction)}",
            always=True,
        )
    ]


def _difference(one: float, other: float) -> float:
    largest = max(abs(one), abs(other))
    return abs(one - other) / largest if largest > 0 else 0.0


def _between(stack: Stack, follows: Neighbours, volume: float, step_mm: float) -> list[Doubt]:
    """Parts whose planes lie between those of others: they end at each of those, or go on beyond."""
    usual = usual_gap(follows, step_mm)
    going_on = (follows.above >= 0) & (follows.gap_mm <= (1 + BETWEEN) * step_mm)
    fraction = _difference(volume, _volume(stack, follows, going_on, usual))
    text = "parts are drawn on planes between those of others"
    return [
        Doubt(
            fraction,
            f"{text}: read as drawn, {percent(fraction)} of its volume depends on whether they go on there",
            f"{text}: {percent(fraction)} of its volume depends on whether they go on there",
        )
    ]


def _on_even_planes(stack: Stack, follows: Neighbours, step_mm: float) -> Stack:
    """The region with its contours moved onto planes ``step_mm`` apart; what shows the same counts once."""
    points = np.bincount(follows.plane, weights=[len(r) for r in stack.rings])
    offsets = (follows.level_mm - follows.level_mm[:, None]) / step_mm
    misses = np.abs(offsets - np.round(offsets)) @ points
    # What lies halfway goes down, all of it.
    cells = np.floor(offsets[int(np.argmin(misses))] + 0.5 - 1e-6).astype(int)[follows.plane]
    kept: list[int] = []
    for cell in np.unique(cells):
        members = np.flatnonzero(cells == cell)
        first = follows.plane[members[np.argmax(points[follows.plane[members]])]]
        own = members[follows.plane[members] == first].tolist()
        for ring in members[follows.plane[members] != first].tolist():
            if not any(_same(stack.rings[ring], stack.rings[k]) for k in own):
                own.append(ring)
        kept += own
    kept.sort()
    return Stack(tuple(stack.rings[k] for k in kept), cells[kept] * step_mm)


def _same(a: np.ndarray, b: np.ndarray) -> bool:
    return rim_mm(a, b)[1] >= SAME_PART * max(abs(signed_area(a)), abs(signed_area(b)))


def _missing(stack: Stack, follows: Neighbours, volume: float, step_mm: float) -> list[Doubt]:
    """Parts (or holes) that go on beyond planes on which others are drawn and they are not."""
    skips = (follows.above > follows.plane + 1) & (follows.gap_mm > (1 + BETWEEN) * step_mm)
    skips &= follows.gap_mm <= LONGEST_GAP * step_mm
    if not skips.any():
        return []
    areas = stack.areas_mm2
    ends = 0.5 * areas
    going_on = np.zeros(len(areas), bool)
    for low, high in follows.pairs[skips[follows.pairs[:, 0]]].tolist():
        common = rim_mm(stack.rings[low], stack.rings[high])[1]
        going_on[low] |= common >= STRAIGHT_ON * min(areas[low], areas[high])
        ends[low] += 0.5 * areas[high]
    skips &= going_on
    if not skips.any():
        return []
    lost = float(ends[skips] @ (follows.gap_mm[skips] - step_mm))
    fraction = lost / (abs(volume) + lost)
    first = follows.level_mm[follows.plane[skips].min()]
    return [
        Doubt(
            fraction,
            f"a part is not drawn on planes on which others are, first above {first:.1f} mm: left out there, "
            f"{percent(fraction)} of its volume",
        )
    ]


def _alternating(stack: Stack, follows: Neighbours, volume: float) -> list[Doubt]:
    """Holes drawn on planes of their own, or on a plane on which their outline is missing."""
    areas = stack.areas_mm2
    above: dict[int, list[int]] = {}
    below: dict[int, list[int]] = {}
    for low, high in follows.pairs.tolist():
        above.setdefault(low, []).append(high)
        below.setdefault(high, []).append(low)
    waists = [
        ring
        for ring in sorted(above.keys() & below.keys())
        if _is_waist(stack.rings, areas, ring, below[ring], above[ring])
    ]
    if not waists:
        return []
    around = np.array([min(areas[below[ring][0]], areas[above[ring][0]]) for ring in waists])
    below_mm = np.array([follows.gap_mm[below[ring][0]] for ring in waists])
    lost = float((around - areas[waists]) @ (below_mm + follows.gap_mm[waists]) / 2)
    fraction = lost / (abs(volume) + lost)
    first = follows.level_mm[follows.plane[waists].min()]
    text = f"{len(waists)} contour(s) lie between larger ones above and below, first at {first:.1f} mm"
    return [
        Doubt(
            fraction,
            f"{text}: read as drawn, not as holes, {percent(fraction)} of its volume",
            f"{text}: holes or not, {percent(fraction)} of its volume" if len(waists) >= LEAST_WAISTS else "",
        )
    ]


def _is_waist(
    rings: Sequence[np.ndarray], areas: np.ndarray, ring: int, below: list[int], above: list[int]
) -> bool:
    if len(below) != 1 or len(above) != 1:
        return False
    low, high = below[0], above[0]
    return areas[ring] < WAIST * min(areas[low], areas[high]) and _same(rings[low], rings[high])
