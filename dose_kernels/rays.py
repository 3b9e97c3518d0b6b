"""Needles as straight lines through labelled voxels: ray casting, path checks, distance of two needles.

Positions here are "local" mm: along the voxel axes, voxel (i, j, k)'s centre at (i, j, k) * spacing.
Labels are bytes of the bits below.
"""

import numpy as np

from dose_kernels.jit import exact, exact_parallel, prange
from dose_kernels.raster import inside_grid, trilinear

BODY = 1
BONE = 2
GAS = 4
LUNG = 8
AIR = 16  # outside the body and really seen as air
OBJECT = 32  # dense, outside the body: table, other limb

# Why a ray goes no deeper.
FREE, NO_SKIN, NO_ROOM, TOO_DEEP, OBSTACLE, LEAVES_BODY = 0, 1, 2, 3, 4, 5

# Column numbers of what ``cast_rays`` finds.
ENTRY, REACH, MARGIN, LUNG_MM, PLEURA, FIRST, LAST, STOP, COLUMNS = 0, 1, 2, 3, 4, 5, 6, 7, 8

WALK_MM = 0.5


@exact
def segment_distance(entry_a, tip_a, entry_b, tip_b):
    """Smallest distance between two segments, each from entry to tip (3,).

    Closest points of two lines, clamped to the segments in turn (Ericson, Real-Time Collision Detection,
    2005, section 5.1.9).
    """
    ax, ay, az = tip_a[0] - entry_a[0], tip_a[1] - entry_a[1], tip_a[2] - entry_a[2]
    bx, by, bz = tip_b[0] - entry_b[0], tip_b[1] - entry_b[1], tip_b[2] - entry_b[2]
    rx, ry, rz = entry_a[0] - entry_b[0], entry_a[1] - entry_b[1], entry_a[2] - entry_b[2]
    aa, bb = ax * ax + ay * ay + az * az, bx * bx + by * by + bz * bz
    ab, ar, br = ax * bx + ay * by + az * bz, ax * rx + ay * ry + az * rz, bx * rx + by * ry + bz * rz
    s, t = 0.0, 0.0
    if aa > 0.0 and bb > 0.0:
        spread = aa * bb - ab * ab
        if spread > 1e-12 * aa * bb:
            s = min(1.0, max(0.0, (ab * br - ar * bb) / spread))
        t = (ab * s + br) / bb
        if t < 0.0:
            t, s = 0.0, min(1.0, max(0.0, -ar / aa))
        elif t > 1.0:
            t, s = 1.0, min(1.0, max(0.0, (ab - ar) / aa))
    elif aa > 0.0:
        s = min(1.0, max(0.0, -ar / aa))
    elif bb > 0.0:
        t = min(1.0, max(0.0, br / bb))
    dx, dy, dz = rx + s * ax - t * bx, ry + s * ay - t * by, rz + s * az - t * bz
    return np.sqrt(dx * dx + dy * dy + dz * dz)


@exact
def _nearest(volume, spacing, x, y, z, outside):
    """Value of the voxel that holds a local position."""
    i, j, k = (
        int(np.floor(x / spacing[0] + 0.5)),
        int(np.floor(y / spacing[1] + 0.5)),
        int(np.floor(z / spacing[2] + 0.5)),
    )
    if i < 0 or j < 0 or k < 0 or k >= volume.shape[0] or j >= volume.shape[1] or i >= volume.shape[2]:
        return outside
    return volume[k, j, i]


@exact
def _hu_at(hu, spacing, x, y, z):
    """Interpolated HU; the nearest voxel's at the rim of the scan, very low beyond."""
    if inside_grid(hu, x / spacing[0], y / spacing[1], z / spacing[2]):
        return trilinear(hu, x / spacing[0], y / spacing[1], z / spacing[2])
    return float(_nearest(hu, spacing, x, y, z, -32768))


@exact
def _margin_at(margin, low_mm, per_mm, steps, shift, x, y, z):
    """Interpolated margin, mm; positions beyond the lattice take the nearest node's."""
    fx = min(max(x / steps[0] - shift[0], 0.0), margin.shape[2] - 1.0)
    fy = min(max(y / steps[1] - shift[1], 0.0), margin.shape[1] - 1.0)
    fz = min(max(z / steps[2] - shift[2], 0.0), margin.shape[0] - 1.0)
    return low_mm + trilinear(margin, fx, fy, fz) / per_mm


@exact
def find_skin(hu, labels, spacing, start, direction, skin_hu, longest_mm):
    """Walk from a local position inside the body against ``direction`` to the skin.

    Returns
    -------
    (distance, code) : float, int
        Distance walked, and FREE, or why there is no entry: NO_SKIN where the scan ends first or shows no
        air beyond the skin, NO_ROOM where something outside is in the needle's way, TOO_DEEP.
    """
    t = 0.0
    while True:
        here = _nearest(
            labels,
            spacing,
            start[0] - t * direction[0],
            start[1] - t * direction[1],
            start[2] - t * direction[2],
            255,
        )
        if here == 255:
            return t, NO_SKIN
        if not here & BODY:
            break
        t += WALK_MM
        if t > longest_mm:
            return t, TOO_DEEP
    t = _onto_skin(hu, spacing, start, direction, t, skin_hu)
    if t > longest_mm:
        return t, TOO_DEEP
    return t, _way_in(hu, labels, spacing, start, direction, t, skin_hu)


# How far the skin may lie from where the body's mask ends: a drawn outline may run through the air.
MASK_OUTSIDE_MM = 15.0
MASK_INSIDE_MM = 3.0

# Air must be seen from here to there in front of the skin.
AIR_FROM_MM, AIR_TO_MM = 2.0, 4.0

# Nothing dense may stand in front of the skin within this distance: needle shaft, hub and hand.
ROOM_MM = 50.0


@exact
def _onto_skin(hu, spacing, start, direction, t, skin_hu):
    """Refine the walked distance to where the interpolated HU crosses the skin threshold."""
    step = 0.25
    way, last = (
        (-step, t - MASK_OUTSIDE_MM)
        if _hu_on(hu, spacing, start, direction, t) < skin_hu
        else (step, t + MASK_INSIDE_MM)
    )
    inward = way < 0
    here = _hu_on(hu, spacing, start, direction, t)
    while (t > last) if inward else (t < last):
        following = _hu_on(hu, spacing, start, direction, t + way)
        if (following >= skin_hu) == inward:
            part = (skin_hu - here) / (following - here) if following != here else 0.0
            return t + part * way
        t += way
        here = following
    return t


@exact
def _hu_on(hu, spacing, start, direction, t):
    return _hu_at(
        hu, spacing, start[0] - t * direction[0], start[1] - t * direction[1], start[2] - t * direction[2]
    )


@exact
def _way_in(hu, labels, spacing, start, direction, t, skin_hu):
    """FREE if air is seen in front of the skin and nothing stands in the way there."""
    way = AIR_FROM_MM
    while way <= ROOM_MM:
        x, y, z = (
            start[0] - (t + way) * direction[0],
            start[1] - (t + way) * direction[1],
            start[2] - (t + way) * direction[2],
        )
        here = _nearest(labels, spacing, x, y, z, 255)
        if way <= AIR_TO_MM:
            if here == 255 or not here & AIR or _nearest(hu, spacing, x, y, z, 32767) >= skin_hu:
                return NO_SKIN
            way += WALK_MM
        else:
            if here == 255:
                return FREE
            if here & (BODY | OBJECT):
                return NO_ROOM
            way += 4 * WALK_MM
    return FREE


@exact
def _target_chord(target, target_steps, start, direction, low, high):
    """First and last t at which a line is inside a signed distance (positions local to that grid); nan if never."""
    first, last = np.nan, np.nan
    t, before, t_before = low, -1.0, low
    while t <= high:
        x = (start[0] + t * direction[0]) / target_steps[0]
        y = (start[1] + t * direction[1]) / target_steps[1]
        z = (start[2] + t * direction[2]) / target_steps[2]
        here = trilinear(target, x, y, z) if inside_grid(target, x, y, z) else -1.0
        if (here > 0.0) != (before > 0.0):
            cross = t_before + (t - t_before) * before / (before - here)
            if np.isnan(first):
                first = cross
            last = cross
        t_before, before = t, here
        t += max(WALK_MM, 0.9 * abs(here))
    if before > 0.0:
        last = t_before
    return first, last


@exact
def _lung_on(labels, spacing, start, direction, t_from, t_to, least_mm, gap_mm):
    """Length through lung and number of passages into it; short specks and gaps do not count."""
    total, passages, run, gap, inside = 0.0, 0, 0.0, 0.0, False
    t = t_from + 0.5 * WALK_MM
    while t < t_to:
        x, y, z = start[0] + t * direction[0], start[1] + t * direction[1], start[2] + t * direction[2]
        if _nearest(labels, spacing, x, y, z, 0) & LUNG:
            total += WALK_MM
            run += WALK_MM
            gap = 0.0
            if not inside and run >= least_mm:
                inside = True
                passages += 1
        else:
            run = 0.0
            gap += WALK_MM
            if gap >= gap_mm:
                inside = False
        t += WALK_MM
    return total, passages


# A speck of lung shorter than this is no passage; a vessel or fissure narrower than that does not end one.
LUNG_LEAST_MM = 3.0
LUNG_GAP_MM = 10.0


@exact
def _advance(
    labels, spacing, margin, low_mm, per_mm, steps, shift, start, direction, t_from, t_to, needed, ends
):
    """Go inwards while the margin stays above ``needed``; (deepest t, smallest margin before ``ends``, code)."""
    t, reach, least = t_from, -np.inf, np.inf
    while True:
        x, y, z = start[0] + t * direction[0], start[1] + t * direction[1], start[2] + t * direction[2]
        if not _nearest(labels, spacing, x, y, z, 0) & BODY and t > t_from + 2.0:
            return reach, least, LEAVES_BODY
        here = _margin_at(margin, low_mm, per_mm, steps, shift, x, y, z)
        if here < needed:
            return reach, least, OBSTACLE
        reach = t
        if t <= ends:
            least = min(least, here)
        if t >= t_to:
            return reach, least, FREE
        t = min(t_to, t + max(WALK_MM, min(2.0, 0.9 * (here - needed))))


@exact_parallel
def cast_rays(
    hu,
    labels,
    spacing,
    margin,
    margin_code,
    steps,
    shift,
    target,
    target_steps,
    starts,
    target_starts,
    direction,
    target_direction,
    limits,
):
    """What parallel rays meet between the skin and the far side of a target.

    Parameters
    ----------
    hu : (nz, ny, nx) int16
    labels : (nz, ny, nx) uint8
    spacing : (3,) float64
        Of ``hu`` and ``labels``.
    margin : (mz, my, mx) uint8
        Distance to obstacles less the clearance each asks for.
    margin_code : (low_mm, per_mm)
        A byte b of ``margin`` stands for ``low_mm + b / per_mm``.
    steps, shift : (3,) float64
        Node (i, j, k) of ``margin`` lies at local ((i, j, k) + shift) * steps.
    target : (tz, ty, tx) float32
        Signed distance of the target on its own grid.
    target_steps : (3,) float64
    starts, target_starts : (n, 3) float64
        Where each ray has t = 0: local, and local to the target's grid (axes may differ).
    direction, target_direction : (3,) float64
        Unit vector inwards, along either grid's axes.
    limits : (skin_hu, max_depth_mm, needed_mm, t_low, t_high, t_end)
        Skin threshold, greatest depth, margin that must stay, range of t that holds the target, and
        how deep to follow the rays.

    Returns
    -------
    (n, COLUMNS) float32
        See the column numbers above; ``MARGIN`` is the smallest margin up to the target's far side.
    """
    skin_hu, max_depth, needed, t_low, t_high, t_end = limits
    count = starts.shape[0]
    out = np.empty((count, COLUMNS), np.float32)
    for n in prange(count):
        start = starts[n]
        first, last = _target_chord(target, target_steps, target_starts[n], target_direction, t_low, t_high)
        begin = 0.0 if np.isnan(first) else first
        final = begin if np.isnan(last) else last
        while begin < final and not _is_body(labels, spacing, start, direction, begin):
            begin += WALK_MM
        out[n, FIRST], out[n, LAST] = first, last
        out[n, ENTRY], out[n, REACH], out[n, MARGIN] = np.nan, -np.inf, np.nan
        out[n, LUNG_MM], out[n, PLEURA], out[n, STOP] = 0.0, 0.0, NO_SKIN
        if not _is_body(labels, spacing, start, direction, begin):
            continue
        inside = start + begin * direction
        depth, code = find_skin(hu, labels, spacing, inside, direction, skin_hu, max_depth)
        out[n, STOP] = code
        if code != FREE:
            continue
        entry = begin - depth
        out[n, ENTRY] = entry
        deepest = min(t_end, entry + max_depth)
        reach, least, code = _advance(
            labels,
            spacing,
            margin,
            margin_code[0],
            margin_code[1],
            steps,
            shift,
            start,
            direction,
            entry,
            deepest,
            needed,
            final,
        )
        if code == FREE and deepest < t_end:
            code = TOO_DEEP
        out[n, REACH], out[n, MARGIN], out[n, STOP] = reach, least, code
        out[n, LUNG_MM], out[n, PLEURA] = _lung_on(
            labels, spacing, start, direction, entry, begin, LUNG_LEAST_MM, LUNG_GAP_MM
        )
    return out


@exact
def _is_body(labels, spacing, start, direction, t):
    x, y, z = start[0] + t * direction[0], start[1] + t * direction[1], start[2] + t * direction[2]
    return (_nearest(labels, spacing, x, y, z, 0) & BODY) != 0


@exact
def _voxel_distance(labels, spacing, wanted, x, y, z, limit_mm):
    """Distance from a local position to the nearest voxel (as a box) with any bit of ``wanted``; its label."""
    nz, ny, nx = labels.shape
    best, found = limit_mm * limit_mm, 0
    k0, k1 = (
        int(np.floor((z - limit_mm) / spacing[2] + 0.5)),
        int(np.floor((z + limit_mm) / spacing[2] + 0.5)),
    )
    j0, j1 = (
        int(np.floor((y - limit_mm) / spacing[1] + 0.5)),
        int(np.floor((y + limit_mm) / spacing[1] + 0.5)),
    )
    i0, i1 = (
        int(np.floor((x - limit_mm) / spacing[0] + 0.5)),
        int(np.floor((x + limit_mm) / spacing[0] + 0.5)),
    )
    for k in range(max(0, k0), min(nz, k1 + 1)):
        dz = max(0.0, abs(k * spacing[2] - z) - 0.5 * spacing[2])
        for j in range(max(0, j0), min(ny, j1 + 1)):
            dy = max(0.0, abs(j * spacing[1] - y) - 0.5 * spacing[1])
            across = dz * dz + dy * dy
            if across >= best:
                continue
            for i in range(max(0, i0), min(nx, i1 + 1)):
                if labels[k, j, i] & wanted:
                    dx = max(0.0, abs(i * spacing[0] - x) - 0.5 * spacing[0])
                    if across + dx * dx < best:
                        best, found = across + dx * dx, labels[k, j, i]
    return np.sqrt(best), found


@exact
def path_voxel_distance(labels, spacing, wanted, start, direction, length, limit_mm, step_mm):
    """Smallest distance from a straight path to voxels (as boxes) with any bit of ``wanted``.

    The distance changes by no more than the way walked, so where it is large the walk is quick.

    Returns
    -------
    (distance, t, label) : float, float, int
        ``limit_mm``, nan and 0 if nothing is that near.
    """
    best, where, label = limit_mm, np.nan, 0
    t = 0.0
    while True:
        x, y, z = start[0] + t * direction[0], start[1] + t * direction[1], start[2] + t * direction[2]
        d, found = _voxel_distance(labels, spacing, wanted, x, y, z, limit_mm)
        if found and d < best:
            best, where, label = d, t, found
        if t >= length or best == 0.0:
            return best, where, label
        t = min(length, t + max(step_mm, d - best))


@exact
def path_leaves_body(labels, spacing, start, direction, length, slack_mm, step_mm):
    """First t at which a path is outside the body, from ``slack_mm`` behind its start on; nan if never."""
    t = slack_mm
    while t <= length:
        if not _is_body(labels, spacing, start, direction, t):
            return t
        t += step_mm
    return np.nan if _is_body(labels, spacing, start, direction, length) else length


@exact
def path_highest_hu(hu, spacing, start, direction, length, step_mm):
    """Highest HU of the voxels a path runs through, sampled every ``step_mm`` and at its end."""
    highest, t = -32768, 0.0
    while True:
        x, y, z = start[0] + t * direction[0], start[1] + t * direction[1], start[2] + t * direction[2]
        highest = max(highest, int(_nearest(hu, spacing, x, y, z, -32768)))
        if t >= length:
            return highest
        t = min(length, t + step_mm)


@exact
def path_lung(labels, spacing, start, direction, length):
    """Length (mm) of a path through lung and its passages into lung."""
    return _lung_on(labels, spacing, start, direction, 0.0, length, LUNG_LEAST_MM, LUNG_GAP_MM)


@exact
def distance_outside(values, steps, x, y, z):
    """Distance from a position (local mm) to a body given by its signed distance; < 0 inside the body.

    Beyond the grid the result is a lower bound: the body lies inside the grid's box, so the way to the box
    and the distance from there add at least like the sides of a right angle.
    """
    nz, ny, nx = values.shape
    fx = min(max(x / steps[0], 0.0), nx - 1.0)
    fy = min(max(y / steps[1], 0.0), ny - 1.0)
    fz = min(max(z / steps[2], 0.0), nz - 1.0)
    d = -trilinear(values, fx, fy, fz)
    ox, oy, oz = x - fx * steps[0], y - fy * steps[1], z - fz * steps[2]
    beyond = ox * ox + oy * oy + oz * oz
    return np.sqrt(beyond + d * d) if beyond > 0.0 else d


@exact
def path_body_distance(values, steps, start, direction, length, step_mm):
    """Smallest distance from a path to a body given by its signed distance (positions local to its grid)."""
    best, t = np.inf, 0.0
    while True:
        x, y, z = start[0] + t * direction[0], start[1] + t * direction[1], start[2] + t * direction[2]
        best = min(best, distance_outside(values, steps, x, y, z))
        if t >= length:
            return best
        t = min(length, t + step_mm)


@exact_parallel
def lower_margin(margin, low_mm, per_mm, first, cell, values, steps, clearance_mm):
    """Lower ``margin`` (mz, my, mx) uint8, in place, to the distance from a body less its clearance.

    Parameters
    ----------
    first : (3,) float64
        Position of the margin's node (0, 0, 0), local to the body's grid.
    cell : (3, 3) float64
        Rows: the margin's steps along its x, y, z in the same coordinates.
    values : (nz, ny, nx) float32
        The body's signed distance; ``steps`` (3,) its node distances.
    """
    nz, ny, nx = margin.shape
    for k in prange(nz):
        for j in range(ny):
            for i in range(nx):
                x = first[0] + i * cell[0, 0] + j * cell[1, 0] + k * cell[2, 0]
                y = first[1] + i * cell[0, 1] + j * cell[1, 1] + k * cell[2, 1]
                z = first[2] + i * cell[0, 2] + j * cell[1, 2] + k * cell[2, 2]
                here = (distance_outside(values, steps, x, y, z) - clearance_mm - low_mm) * per_mm
                if here < margin[k, j, i]:
                    margin[k, j, i] = np.uint8(max(0.0, here))
