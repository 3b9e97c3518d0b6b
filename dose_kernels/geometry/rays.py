"""Needles as straight lines through labelled voxels: skin, ray casting, distance of two needles.

Positions here are "local" mm: along the voxel axes, voxel (i, j, k)'s centre at (i, j, k) * spacing.
Labels are bytes of the bits below.
"""

from typing import NamedTuple

import numpy as np

from dose_kernels.compile.options import exact, fast_inline, lean, take
from dose_kernels.compile.threads import run
from dose_kernels.geometry.distance import inside_grid, trilinear

BODY = 1
BONE = 2
GAS = 4
LUNG = 8
AIR = 16  # outside the body and really seen as air
OBJECT = 32  # outside the body, stops a needle: table, supports
UNSEEN = 64  # beyond what the scan shows: nothing is known of it

# Why a ray goes no deeper.
FREE, NO_SKIN, NO_ROOM, TOO_DEEP, OBSTACLE, LEAVES_BODY, TABLE, FLAT, SHALLOW = 0, 1, 2, 3, 4, 5, 6, 7, 8

# Further reasons, which are not found by following a ray: too much lung or pleura, an entry elsewhere.
MUCH_LUNG, ELSEWHERE = 9, 10

# Column numbers of what ``cast_rays`` finds.
ENTRY, REACH, MARGIN, LUNG_MM, PLEURA, FIRST, LAST, STOP = 0, 1, 2, 3, 4, 5, 6, 7
SEED_FROM, SKIN_COSINE, CROSSING, COLUMNS = 8, 9, 10, 11

# Rays that a thread takes at a time.
RAYS_AT_ONCE = 64

WALK_MM = 0.5

# How far the skin may lie from where the body's mask ends: a drawn outline may run through the air.
MASK_OUTSIDE_MM = 15.0
MASK_INSIDE_MM = 3.0

# Air must be seen from here to there in front of the skin.
AIR_FROM_MM, AIR_TO_MM = 2.0, 4.0

# No part of the body may stand in front of the skin within this distance: needle shaft, hub and hand.
ROOM_MM = 50.0

# No table or support may stand there within this distance: as much of a needle may stick out of the skin.
TABLE_ROOM_MM = 150.0

# The skin's slope is taken over this way to either side of the entry.
SLOPE_MM = 3.0

# A tip stays this far from where its path would leave the body again.
TENT_MM = 2.0

# A speck of lung shorter than this is no passage; a vessel or fissure narrower than that does not end one.
LUNG_LEAST_MM = 3.0
LUNG_GAP_MM = 10.0

# Positions outside the voxels read as this label, which no combination of bits makes.
BEYOND = 255


class Voxels(NamedTuple):
    """A scan: ``hu`` (nz, ny, nx) int16, ``labels`` (nz, ny, nx) uint8, ``spacing`` (3,) mm x, y, z."""

    hu: np.ndarray
    labels: np.ndarray
    spacing: np.ndarray


class Margin(NamedTuple):
    """Distance to obstacles less the clearance each asks for, mm.

    ``values`` (mz, my, mx) uint8: a byte b stands for ``low_mm + b / per_mm``; node (i, j, k) lies at local
    ``((i, j, k) + shift) * steps``.
    """

    values: np.ndarray
    low_mm: float
    per_mm: float
    steps: np.ndarray
    shift: np.ndarray


class Shape(NamedTuple):
    """A body as signed distance, > 0 inside, on its own grid: ``values`` (nz, ny, nx), ``steps`` (3,) mm."""

    values: np.ndarray
    steps: np.ndarray


class Skin(NamedTuple):
    """How far below the skin a place lies, and how the skin slopes.

    ``depth``: distance to what is not body, as a margin.  ``body`` (mz, my, mx) float32: the part of the
    surroundings that is body, smoothed; node (i, j, k) lies at local ``((i, j, k) + shift) * steps``.
    """

    depth: Margin
    body: np.ndarray
    steps: np.ndarray
    shift: np.ndarray


class Organs(NamedTuple):
    """What may be crossed at a cost: ``index`` (nz, ny, nx) uint8 on the scan's voxels, 0 where nothing.

    Organ n costs ``crossing[n]`` where a path enters it and ``per_mm[n]`` for each mm in it.
    """

    index: np.ndarray  # type: ignore[assignment]  # hides a tuple's method
    crossing: np.ndarray
    per_mm: np.ndarray


class Patient(NamedTuple):
    """All that rays are followed through."""

    voxels: Voxels
    margin: Margin
    skin: Skin
    organs: Organs


class Limits(NamedTuple):
    """How rays are followed.

    ``skin_hu``: the skin's threshold; ``deepest_mm``: longest needle; ``margin_mm``: margin that must stay;
    ``t_low``, ``t_high``: range of t that holds the target; ``skin_mm``: how far below the skin tip and
    seeds must lie; ``flattest``: least cosine between a needle and the skin's normal; ``no_table``: whether
    the scan's table does not count, because the patient is to lie otherwise.
    """

    skin_hu: float
    deepest_mm: float
    margin_mm: float
    t_low: float
    t_high: float
    skin_mm: float
    flattest: float
    no_table: bool


@fast_inline
def voxel_at(volume, spacing, start, direction, t, outside):
    """Value of the voxel that holds the local position ``start + t * direction``.

    Parameters
    ----------
    volume : (nz, ny, nx), any type
    spacing : (3,) float64
        Of the voxels along x, y, z, mm.
    start : (3,) float64
        Local mm.
    direction : (3,) float64
        Unit vector along the voxel axes.
    t : float, mm
    outside : number
        The value of positions beyond the voxels.
    """
    x = (start[0] + t * direction[0]) / spacing[0] + 0.5
    y = (start[1] + t * direction[1]) / spacing[1] + 0.5
    z = (start[2] + t * direction[2]) / spacing[2] + 0.5
    nz, ny, nx = volume.shape
    if not (x >= 0.0 and y >= 0.0 and z >= 0.0 and x < nx and y < ny and z < nz):
        return outside
    return volume[np.uint64(z), np.uint64(y), np.uint64(x)]


@fast_inline
def _hu_at(voxels, start, direction, t):
    """Interpolated HU; the nearest voxel's at the rim of the scan, very low beyond."""
    x = (start[0] + t * direction[0]) / voxels.spacing[0]
    y = (start[1] + t * direction[1]) / voxels.spacing[1]
    z = (start[2] + t * direction[2]) / voxels.spacing[2]
    if inside_grid(voxels.hu, x, y, z):
        return trilinear(voxels.hu, x, y, z)
    return float(voxel_at(voxels.hu, voxels.spacing, start, direction, t, -32768))


@fast_inline
def is_body(voxels, start, direction, t):
    """True if the voxel at ``start + t * direction`` belongs to the body.

    Parameters
    ----------
    voxels : Voxels
    start, direction, t : as for ``voxel_at``
    """
    return (voxel_at(voxels.labels, voxels.spacing, start, direction, t, 0) & BODY) != 0


@fast_inline
def _margin_at(margin, start, direction, t):
    """Interpolated margin, mm; positions beyond the lattice take the nearest node's."""
    x = (start[0] + t * direction[0]) / margin.steps[0] - margin.shift[0]
    y = (start[1] + t * direction[1]) / margin.steps[1] - margin.shift[1]
    z = (start[2] + t * direction[2]) / margin.steps[2] - margin.shift[2]
    nz, ny, nx = margin.values.shape
    x, y, z = min(max(x, 0.0), nx - 1.0), min(max(y, 0.0), ny - 1.0), min(max(z, 0.0), nz - 1.0)
    return margin.low_mm + trilinear(margin.values, x, y, z) / margin.per_mm


@lean
def find_skin(voxels, start, direction, skin_hu, longest_mm, no_table):
    """Walk from a position inside the body outwards, to the skin.

    Parameters
    ----------
    voxels : Voxels
    start : (3,) float64
        Local mm, inside the body.
    direction : (3,) float64
        Unit vector inwards, along the voxel axes: the walk goes against it.
    skin_hu : float
        The skin's threshold.
    longest_mm : float
        The walk goes no farther.
    no_table : bool
        What is not body counts as air: the patient is to lie otherwise than in the scan.

    Returns
    -------
    (distance, code) : float, int
        Distance walked, and FREE, or why there is no entry: NO_SKIN where the scan ends first or shows no
        air beyond the skin, NO_ROOM where another part of the body is in the needle's way, TABLE where
        something else is, TOO_DEEP.
    """
    t = 0.0
    while True:
        here = voxel_at(voxels.labels, voxels.spacing, start, direction, -t, BEYOND)
        if here == BEYOND:
            return t, NO_SKIN
        if not here & BODY:
            break
        t += WALK_MM
        if t > longest_mm:
            return t, TOO_DEEP
    t = _onto_skin(voxels, start, direction, t, skin_hu)
    if t > longest_mm:
        return t, TOO_DEEP
    return t, _way_in(voxels, start, direction, t, skin_hu, no_table)


@lean
def _onto_skin(voxels, start, direction, t, skin_hu):
    """Refine the walked distance to where the interpolated HU crosses the skin threshold."""
    here = _hu_at(voxels, start, direction, -t)
    inward = here < skin_hu
    way = -0.25 if inward else 0.25
    last = t - MASK_OUTSIDE_MM if inward else t + MASK_INSIDE_MM
    while (t > last) if inward else (t < last):
        following = _hu_at(voxels, start, direction, -(t + way))
        if (following >= skin_hu) == inward:
            part = (skin_hu - here) / (following - here) if following != here else 0.0
            return t + part * way
        t += way
        here = following
    return t


@lean
def _way_in(voxels, start, direction, t, skin_hu, no_table):
    """FREE if air is seen in front of the skin and nothing stands in the way there."""
    way = AIR_FROM_MM
    while way <= TABLE_ROOM_MM:
        here = voxel_at(voxels.labels, voxels.spacing, start, direction, -t - way, BEYOND)
        if way <= AIR_TO_MM:
            hu = voxel_at(voxels.hu, voxels.spacing, start, direction, -t - way, 32767)
            if here == BEYOND:
                return NO_SKIN
            if (here & BODY) if no_table else (not here & AIR or hu >= skin_hu):
                return NO_SKIN
            way += WALK_MM
        else:
            if here == BEYOND:
                return FREE
            if here & BODY and way <= ROOM_MM:
                return NO_ROOM
            if here & OBJECT and not no_table:
                return TABLE
            way += 2 * WALK_MM
    return FREE


@fast_inline
def _span(start, direction, length, low, high):
    """The part of ``low`` .. ``high`` in which ``start + t * direction`` lies within 0 .. ``length``."""
    if direction == 0.0:
        return (low, high) if 0.0 <= start <= length else (high, low)
    one, other = -start / direction, (length - start) / direction
    return max(low, min(one, other)), min(high, max(one, other))


@lean
def _target_chord(target, start, direction, low, high):
    """First and last t at which a line (local to the shape's grid) is inside a shape; nan if never."""
    first, last = np.nan, np.nan
    nz, ny, nx = target.values.shape
    low, high = _span(start[0], direction[0], (nx - 1) * target.steps[0], low, high)
    low, high = _span(start[1], direction[1], (ny - 1) * target.steps[1], low, high)
    low, high = _span(start[2], direction[2], (nz - 1) * target.steps[2], low, high)
    t, before, t_before = low, -1.0, low
    while t <= high:
        x = (start[0] + t * direction[0]) / target.steps[0]
        y = (start[1] + t * direction[1]) / target.steps[1]
        z = (start[2] + t * direction[2]) / target.steps[2]
        here = trilinear(target.values, x, y, z) if inside_grid(target.values, x, y, z) else -1.0
        if (here > 0.0) != (before > 0.0):
            last = t_before + (t - t_before) * before / (before - here)
            if np.isnan(first):
                first = last
        t_before, before = t, here
        t += max(WALK_MM, 0.9 * abs(here))
    if before > 0.0:
        last = t_before
    return first, last


@lean
def lung_on_path(voxels, start, direction, t_from, t_to):
    """Length (mm) through lung and number of passages into it; short specks and gaps do not count.

    Parameters
    ----------
    voxels : Voxels
    start, direction : as for ``voxel_at``
    t_from, t_to : float, mm
        The path's begin and end.
    """
    total, passages, run, gap, inside = 0.0, 0, 0.0, LUNG_GAP_MM, False
    t = t_from + 0.5 * WALK_MM
    while t < t_to:
        if voxel_at(voxels.labels, voxels.spacing, start, direction, t, 0) & LUNG:
            total += WALK_MM
            run += WALK_MM
            gap = 0.0
            if not inside and run >= LUNG_LEAST_MM:
                inside = True
                passages += 1
        else:
            run = 0.0
            gap += WALK_MM
            if gap >= LUNG_GAP_MM:
                inside = False
        t += WALK_MM
    return total, passages


@lean
def _advance(voxels, margin, start, direction, entry, t_to, needed, ends):
    """Go inwards while the margin stays above ``needed``: deepest t, smallest margin up to ``ends``, code."""
    t, reach, least = entry, -np.inf, np.inf
    while True:
        # The first millimetres may lie outside the body's mask, which ends at whole voxels.
        if t > entry + 2.0 and not is_body(voxels, start, direction, t):
            return reach - TENT_MM, least, LEAVES_BODY
        here = _margin_at(margin, start, direction, t)
        if here < needed:
            return reach, least, OBSTACLE
        reach = t
        if t <= ends:
            least = min(least, here)
        if t >= t_to:
            return reach, least, FREE
        t = min(t_to, t + max(WALK_MM, min(2.0, 0.9 * (here - needed))))


@lean
def skin_cosine(skin, position, direction):
    """Cosine between a direction inwards and the inward normal of the skin near a local position.

    0 where the skin's slope cannot be told.
    """
    nz, ny, nx = skin.body.shape
    along, total = 0.0, 0.0
    for axis in range(3):
        slope = 0.0
        for side in (-1.0, 1.0):
            x = (position[0] + (axis == 0) * side * SLOPE_MM) / skin.steps[0] - skin.shift[0]
            y = (position[1] + (axis == 1) * side * SLOPE_MM) / skin.steps[1] - skin.shift[1]
            z = (position[2] + (axis == 2) * side * SLOPE_MM) / skin.steps[2] - skin.shift[2]
            x, y, z = min(max(x, 0.0), nx - 1.0), min(max(y, 0.0), ny - 1.0), min(max(z, 0.0), nz - 1.0)
            slope += side * trilinear(skin.body, x, y, z)
        along += slope * direction[axis]
        total += slope * slope
    return along / np.sqrt(total) if total > 1e-12 else 0.0


@lean
def _deep_stretch(skin, start, direction, t_from, t_to, first, last, needed):
    """The stretch of a ray that lies ``needed`` mm below the skin throughout: its begin and its end.

    Of several the one with most of the target (``first`` to ``last``) in it; inf and -inf if there is none.
    """
    best, best_from, best_to = -1.0, np.inf, -np.inf
    begin, before, t = np.nan, t_from, t_from
    while t_from <= t_to:
        deep = _margin_at(skin.depth, start, direction, t) >= needed
        if deep and np.isnan(begin):
            begin = t
        if not np.isnan(begin) and (not deep or t >= t_to):
            end = t if deep else before
            # Where the target does not tell, the longer stretch.
            worth = max(0.0, min(end, last) - max(begin, first)) + 1e-3 * (end - begin)
            if worth > best:
                best, best_from, best_to = worth, begin, end
            begin = np.nan
        if t >= t_to:
            break
        before = t
        t = min(t_to, t + WALK_MM)
    return best_from, best_to


@lean
def organs_on_path(organs, spacing, start, direction, t_from, t_to):
    """What the organs on a path cost; specks shorter than ``LUNG_LEAST_MM`` count by their length alone.

    Parameters
    ----------
    organs : Organs
    spacing : as for ``voxel_at``
    start, direction, t_from, t_to : as for ``lung_on_path``

    Returns
    -------
    float
        In the unit of ``organs.crossing``.
    """
    total, inside, run = 0.0, 0, 0.0
    t = t_from + 0.5 * WALK_MM
    while t < t_to:
        here = int(voxel_at(organs.index, spacing, start, direction, t, 0))
        run = run + WALK_MM if here == inside else WALK_MM
        inside = here
        if here:
            total += organs.per_mm[here] * WALK_MM
            if run >= LUNG_LEAST_MM and run - WALK_MM < LUNG_LEAST_MM:
                total += organs.crossing[here]
        t += WALK_MM
    return total


@exact
def _cast(patient, target, start, target_start, direction, target_direction, ends, limits, out):
    """One ray of ``cast_rays`` into its row ``out``."""
    voxels, skin = patient.voxels, patient.skin
    first, last = _target_chord(target, target_start, target_direction, limits.t_low, limits.t_high)
    begin = 0.0 if np.isnan(first) else first
    final = begin if np.isnan(last) else last
    while begin < final and not is_body(voxels, start, direction, begin):
        begin += WALK_MM
    out[FIRST], out[LAST] = first, last
    out[ENTRY], out[REACH], out[MARGIN], out[SEED_FROM] = np.nan, -np.inf, np.nan, np.inf
    out[LUNG_MM], out[PLEURA], out[STOP], out[SKIN_COSINE], out[CROSSING] = 0.0, 0.0, NO_SKIN, 0.0, 0.0
    if not is_body(voxels, start, direction, begin):
        return
    inside = start + begin * direction
    depth, code = find_skin(voxels, inside, direction, limits.skin_hu, limits.deepest_mm, limits.no_table)
    out[STOP] = code
    if code != FREE:
        return
    entry = begin - depth
    out[SKIN_COSINE] = skin_cosine(skin, start + entry * direction, direction)
    if out[SKIN_COSINE] < limits.flattest:
        out[STOP] = FLAT
        return
    deepest = min(ends, entry + limits.deepest_mm)
    reach, least, code = _advance(
        voxels, patient.margin, start, direction, entry, deepest, limits.margin_mm, final
    )
    if code == FREE and deepest < ends:
        code = TOO_DEEP
    deep_from, deep_to = _deep_stretch(skin, start, direction, entry, reach, begin, final, limits.skin_mm)
    if deep_to < reach and deep_to < final:
        code = SHALLOW
    out[ENTRY], out[REACH], out[MARGIN], out[STOP] = entry, deep_to, least, code
    out[SEED_FROM] = deep_from
    out[LUNG_MM], out[PLEURA] = lung_on_path(voxels, start, direction, entry, begin)
    out[CROSSING] = organs_on_path(patient.organs, voxels.spacing, start, direction, entry, begin)


@exact
def _cast_some(
    counter,
    patient,
    target,
    starts,
    target_starts,
    directions,
    target_directions,
    ends,
    limits,
    out,
):
    while True:
        first = take(counter) * RAYS_AT_ONCE
        if first >= starts.shape[0]:
            return
        for n in range(first, min(first + RAYS_AT_ONCE, starts.shape[0])):
            _cast(
                patient,
                target,
                starts[n],
                target_starts[n],
                directions[n],
                target_directions[n],
                ends[n],
                limits,
                out[n],
            )


def cast_rays(
    patient, target, starts, target_starts, directions, target_directions, ends, limits
) -> np.ndarray:
    """What rays meet between the skin and the far side of a target.

    Parameters
    ----------
    patient : Patient
    target : Shape
    starts, target_starts : (n, 3) float64
        Where each ray has t = 0: local, and local to the target's grid (axes may differ).
    directions, target_directions : (n, 3) float64
        Unit vectors inwards, along either grid's axes.
    ends : (n,) float64
        The t to which each ray is followed.
    limits : Limits

    Returns
    -------
    (n, COLUMNS) float32
        See the column numbers above; ``MARGIN`` is the smallest margin up to the target's far side,
        ``SEED_FROM`` the t from which on all is deep enough below the skin, ``CROSSING`` what the organs on
        the way cost.
    """
    out = np.empty((len(starts), COLUMNS), np.float32)
    given = (starts, target_starts, directions, target_directions, ends)
    lines = tuple(np.ascontiguousarray(a) for a in given)
    run(_cast_some, -(-len(starts) // RAYS_AT_ONCE), patient, target, *lines, limits, out)
    return out
