"""One needle against the patient: its cell, its seeds, and the distances to other needles and seeds."""

import math

import numpy as np

from dose_kernels.compile.options import lean, lean_inline

# Seeds on one needle may touch the limits exactly; between needles this much is added, so that positions
# printed with two decimals still keep the rule.
ROUNDING_MM = 0.01


@lean_inline
def cell_of(rays, k, a, b):
    """Index of the cell that holds a lateral position; -1 outside the approach's raster.

    Parameters
    ----------
    rays : Rays
    k : int
        Approach.
    a, b : float
        Along ``u`` and ``v``, mm.
    """
    x, y = (a - rays.low[k, 0]) / rays.step[k], (b - rays.low[k, 1]) / rays.step[k]
    # Asked this way round, and before they become whole numbers, so that what is not a number lies outside.
    if not (x >= 0.0 and y >= 0.0 and x < rays.count[k, 0] and y < rays.count[k, 1]):
        return -1
    return rays.start[k] + int(x) * rays.count[k, 1] + int(y)


def fits_room(layout, needles, seeds):
    """True if a layout's numbers of needles and seeds are those of a room for so many."""
    size = int(layout.size[0])
    if not 0 <= size <= needles:
        return False
    counts = layout.count[:size]
    return bool(np.all((counts >= 0) & (counts <= seeds)))


@lean_inline
def world(rays, k, a, b, t, out):
    """Patient coordinates of a place on an approach.

    Parameters
    ----------
    rays, k, a, b : as for ``cell_of``
    t : float
        Along ``direction``, mm.
    out : (3,) float64
        Receives them, mm.
    """
    for c in range(3):
        out[c] = rays.origin[k, c] + a * rays.u[k, c] + b * rays.v[k, c] + t * rays.direction[k, c]


@lean_inline
def depth_in(fields, g, x, y, z):
    """Signed distance (mm, > 0 inside) of a point to a target, trilinear; -inf outside the field.

    Parameters
    ----------
    fields : Fields
    g : int
        Target.
    x, y, z : float
        Patient coordinates, mm.
    """
    nx, ny, nz = fields.shape[g, 0], fields.shape[g, 1], fields.shape[g, 2]
    fx = (x - fields.origin[g, 0]) / fields.step[g]
    fy = (y - fields.origin[g, 1]) / fields.step[g]
    fz = (z - fields.origin[g, 2]) / fields.step[g]
    # Asked this way round so that a point that is not a number lies outside too.
    if not (fx >= 0.0 and fy >= 0.0 and fz >= 0.0 and fx < nx - 1 and fy < ny - 1 and fz < nz - 1):
        return -np.inf
    i, j, k = int(fx), int(fy), int(fz)
    fx, fy, fz = fx - i, fy - j, fz - k
    total = 0.0
    for dk in range(2):
        wz = fz if dk else 1.0 - fz
        for dj in range(2):
            w = wz * (fy if dj else 1.0 - fy)
            at = fields.start[g] + ((k + dk) * ny + j + dj) * nx + i
            total += w * ((1.0 - fx) * fields.values[at] + fx * fields.values[at + 1])
    return total


@lean
def depths(values, index, out):
    """Trilinear ``values`` (nz, ny, nx) at indices x, y, z (n, 3), held at the edge, into ``out``."""
    nx, ny, nz = values.shape[2], values.shape[1], values.shape[0]
    for p in range(index.shape[0]):
        x = min(max(index[p, 0], 0.0), nx - 1.0)
        y = min(max(index[p, 1], 0.0), ny - 1.0)
        z = min(max(index[p, 2], 0.0), nz - 1.0)
        i, j, k = min(int(x), nx - 2), min(int(y), ny - 2), min(int(z), nz - 2)
        x, y, z = x - i, y - j, z - k
        total = 0.0
        for dk in range(2):
            for dj in range(2):
                w = (z if dk else 1.0 - z) * (y if dj else 1.0 - y)
                total += w * ((1.0 - x) * values[k + dk, j + dj, i] + x * values[k + dk, j + dj, i + 1])
        out[p] = total


@lean
def seed_belongs(fields, g, seed, direction, beyond):
    """True if a seed lies in a target, or little enough outside it along its needle.

    Parameters
    ----------
    fields, g : as for ``depth_in``
    seed : (3,) float64
        Its centre in patient coordinates, mm.
    direction : (3,) float64
        Unit vector of the needle.
    beyond : float, mm
        So far outside at most.
    """
    here = depth_in(fields, g, seed[0], seed[1], seed[2])
    if here >= 0.0:
        return True
    if here < -beyond:
        return False
    steps = int(math.ceil(beyond))
    for s in range(steps, 0, -1):
        d = min(float(s), beyond)
        for side in (-d, d):
            x, y, z = (
                seed[0] + side * direction[0],
                seed[1] + side * direction[1],
                seed[2] + side * direction[2],
            )
            if depth_in(fields, g, x, y, z) >= 0.0:
                return True
    return False


@lean_inline
def nearest_parts(p, q, r, s):
    """Where two segments are nearest to each other.

    Parameters
    ----------
    p, q : (3,) float64
        The ends of one.
    r, s : (3,) float64
        The ends of the other.

    Returns
    -------
    (along, other) : float, float
        Fractions of their lengths, from p and from r.
    """
    a = b = c = d = e = 0.0
    for i in range(3):
        u, v, w = q[i] - p[i], s[i] - r[i], p[i] - r[i]
        a += u * u
        b += u * v
        c += v * v
        d += u * w
        e += v * w
    # Clamped least squares over both parameters (Ericson, Real-Time Collision Detection, 2005, 5.1.9).
    determinant = a * c - b * b
    along = min(max((b * e - c * d) / determinant, 0.0), 1.0) if determinant > 1e-9 * a * c else 0.0
    if c == 0.0 and a > 0.0:
        along = min(max(-d / a, 0.0), 1.0)
    other = (b * along + e) / c if c > 0.0 else 0.0
    if other < 0.0:
        other = 0.0
        along = min(max(-d / a, 0.0), 1.0) if a > 0.0 else 0.0
    elif other > 1.0:
        other = 1.0
        along = min(max((b - d) / a, 0.0), 1.0) if a > 0.0 else 0.0
    return along, other


@lean_inline
def segment_distance(p, q, r, s):
    """Smallest distance between two segments.

    Parameters
    ----------
    p, q, r, s : as for ``nearest_parts``
    """
    along, other = nearest_parts(p, q, r, s)
    total = 0.0
    for i in range(3):
        gap = p[i] - r[i] + along * (q[i] - p[i]) - other * (s[i] - r[i])
        total += gap * gap
    return math.sqrt(total)


@lean
def drop_deepest(rules, trial):
    """Take the deepest of a trial needle's seeds away, of two at least; the next one is then the deepest."""
    first = trial.offset[1]
    for j in range(trial.count[0] - 1):
        trial.offset[j] = trial.offset[j + 1] - first
    trial.place[2] -= first * rules.step
    trial.count[0] -= 1


@lean
def make_seeds(rays, rules, trial):
    """Compute the seed positions of a trial needle from its place and offsets."""
    k = trial.approach[0]
    for j in range(trial.count[0]):
        t = trial.place[2] - trial.offset[j] * rules.step
        world(rays, k, trial.place[0], trial.place[1], t, trial.seed[j])


@lean_inline
def fits_patient(rays, fields, rules, trial):
    """True if a trial needle's path is open down to its tip and its seeds keep the rules.

    Parameters
    ----------
    rays : Rays
    fields : Fields
    rules : Rules
    trial : Trial
        Receives the positions of its seeds, if its depth and its gaps keep the rules.
    """
    k, count = trial.approach[0], trial.count[0]
    cell = cell_of(rays, k, trial.place[0], trial.place[1])
    if count < 1 or cell < 0:
        return False
    if trial.place[2] + rules.first > rays.reach[cell]:
        return False
    for j in range(1, count):
        gap = trial.offset[j] - trial.offset[j - 1]
        if gap < rules.gap_low or gap > rules.gap_high:
            return False
    if trial.place[2] - trial.offset[count - 1] * rules.step < rays.highest[cell]:
        return False
    make_seeds(rays, rules, trial)
    g = rays.target[k]
    for j in range(count):
        if not seed_belongs(fields, g, trial.seed[j], rays.direction[k], rules.beyond):
            return False
    return True


@lean_inline
def needle_segments(rays, rules, k, place, last_offset, entry, top, tip):
    """Entry point, begin of the part inside the target, and tip of a needle.

    Parameters
    ----------
    rays : Rays
    rules : Rules
    k : int
        Approach.
    place : (3,) float64
        a and b, which must lie on the raster, and t of the deepest seed, mm.
    last_offset : int
        Steps from the deepest seed to the shallowest.
    entry, top, tip : (3,) float64
        Receive them, in patient coordinates, mm.
    """
    cell = cell_of(rays, k, place[0], place[1])
    world(rays, k, place[0], place[1], float(rays.entry[cell]), entry)
    start = min(place[2] - last_offset * rules.step, float(rays.first[cell]))
    world(rays, k, place[0], place[1], start, top)
    world(rays, k, place[0], place[1], place[2] + rules.first, tip)


@lean_inline
def _crossing_gap(rays, rules, trial, state, i, work):
    """Distance inside the target between a trial needle and needle ``i`` of another approach.

    -1 if they come too close anywhere.  Each counts from where it enters the target (or from its first seed)
    to its tip.  ``work`` (6, 3) is scratch.
    """
    k, m = trial.approach[0], state.approach[i]
    # Of one kind with what the descent asks for: each kind would be compiled by itself.
    last = np.int64(trial.offset[trial.count[0] - 1])
    other_last = np.int64(state.offset[i, state.count[i] - 1])
    needle_segments(rays, rules, k, trial.place, last, work[0], work[1], work[2])
    needle_segments(rays, rules, m, state.place[i], other_last, work[3], work[4], work[5])
    apart = 0.0
    for c in range(3):
        apart += (work[0, c] - work[3, c]) ** 2
    if apart < (rules.entry_min + ROUNDING_MM) ** 2:
        return -1.0
    if segment_distance(work[0], work[2], work[3], work[5]) < rules.needle_clear + ROUNDING_MM:
        return -1.0
    return segment_distance(work[1], work[2], work[4], work[5])


@lean
def _apart(p, q, limit2):
    total = 0.0
    for c in range(3):
        total += (p[c] - q[c]) ** 2
    return total >= limit2


@lean_inline
def fits_layout(rays, rules, state, trial, skip, work):
    """True if a trial needle keeps its distance to every needle but one and to every other seed.

    Parameters
    ----------
    rays : Rays
    rules : Rules
    state : State
    trial : Trial
        With the positions of its seeds; its ``gap`` receives the distances to the other needles, all of them
        only if it fits.
    skip : int
        The needle in whose place it would stand.
    work : (6, 3) float64
        Scratch.
    """
    limit2 = (rules.seed_min + ROUNDING_MM) ** 2
    for i in range(state.size[0]):
        if i == skip:
            trial.gap[i] = np.inf
            continue
        parallel = trial.approach[0] == state.approach[i]
        if parallel:
            da, db = trial.place[0] - state.place[i, 0], trial.place[1] - state.place[i, 1]
            gap = math.sqrt(da * da + db * db)
        else:
            gap = _crossing_gap(rays, rules, trial, state, i, work)
        # Needles beside each other enter as far apart as they run, or farther.
        least = max(rules.needle_min, rules.entry_min) if parallel else rules.needle_min
        if gap < least + ROUNDING_MM:
            return False
        trial.gap[i] = gap
        # Parallel needles this far apart keep their seeds apart too.
        if parallel and gap >= rules.seed_min + ROUNDING_MM:
            continue
        for j in range(trial.count[0]):
            for m in range(state.count[i]):
                if not _apart(trial.seed[j], state.seed[i, m], limit2):
                    return False
    for j in range(trial.count[0]):
        for m in range(rules.fixed.shape[0]):
            if not _apart(trial.seed[j], rules.fixed[m], (rules.fixed_apart[m] + ROUNDING_MM) ** 2):
                return False
    return True
