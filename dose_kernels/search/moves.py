"""The moves of the annealing: each makes one needle new, in ``trial``, and says which needle that is.

A move that cannot be made here returns -1.  Whether the result keeps the rules is judged elsewhere.
"""

import numpy as np

from dose_kernels.compile.options import lean, lean_inline
from dose_kernels.search.feasibility import depth_in, drop_deepest, world
from dose_kernels.search.random_stream import below, normal, uniform

# How often each move is tried, in the order of ``propose``; found by trying.
SHIFT, SLIDE, GAP, SEED_MOVE, GROW, SHRINK, ADD, DROP, RELOCATE, REFILL, TURN = range(11)
SHARES = np.array([0.42, 0.12, 0.12, 0.08, 0.05, 0.05, 0.03, 0.03, 0.03, 0.04, 0.03])

# A new needle is aimed at the coldest of this many random points.
TOURNAMENT = 6


@lean
def _copy(state, i, trial):
    trial.approach[0] = state.approach[i]
    trial.count[0] = state.count[i]
    for c in range(3):
        trial.place[c] = state.place[i, c]
    for j in range(state.count[i]):
        trial.offset[j] = state.offset[i, j]


@lean
def _cold_point(points, state, g):
    """A random point on the surface or inside of target ``g``, rather a cold one."""
    best, lowest = 0, np.inf
    for _ in range(TOURNAMENT):
        part = points.inside if uniform(state.random) < 0.5 else points.surface
        if part[g, 1] <= part[g, 0]:
            continue
        p = part[g, 0] + below(state.random, part[g, 1] - part[g, 0])
        if state.dose[p] < lowest:
            best, lowest = p, state.dose[p]
    return best


@lean
def _fill(rays, fields, rules, trial, middle, random):
    """Lay seeds evenly along the trial needle's line through its target, about depth ``middle``."""
    k = trial.approach[0]
    g = rays.target[k]
    low = high = middle
    point = trial.seed[0]
    while True:
        world(rays, k, trial.place[0], trial.place[1], low - 1.0, point)
        if depth_in(fields, g, point[0], point[1], point[2]) < 0.0:
            break
        low -= 1.0
    while True:
        world(rays, k, trial.place[0], trial.place[1], high + 1.0, point)
        if depth_in(fields, g, point[0], point[1], point[2]) < 0.0:
            break
        high += 1.0
    gap = rules.gap_low + below(random, rules.gap_high - rules.gap_low + 1)
    length = high - low + 4.0 * normal(random)
    count = min(max(int(length / (gap * rules.step)) + 1, 1), trial.offset.shape[0])
    trial.count[0] = count
    for j in range(count):
        trial.offset[j] = j * gap
    trial.place[2] = 0.5 * (low + high) + 0.5 * (count - 1) * gap * rules.step + normal(random)


@lean
def _aim(rays, k, trial, x, y, z, spread, random):
    """Put the trial needle on approach ``k`` through (x, y, z), give or take ``spread``; return its depth."""
    trial.approach[0] = k
    dx, dy, dz = x - rays.origin[k, 0], y - rays.origin[k, 1], z - rays.origin[k, 2]
    trial.place[0] = dx * rays.u[k, 0] + dy * rays.u[k, 1] + dz * rays.u[k, 2] + spread * normal(random)
    trial.place[1] = dx * rays.v[k, 0] + dy * rays.v[k, 1] + dz * rays.v[k, 2] + spread * normal(random)
    return dx * rays.direction[k, 0] + dy * rays.direction[k, 1] + dz * rays.direction[k, 2]


@lean
def _anew(rays, fields, points, rules, state, trial):
    """A new needle towards a cold place, on the direction of a needle in use or on any."""
    k = below(state.random, rays.target.shape[0])
    if state.size[0] > 0 and uniform(state.random) < 0.5:
        k = state.approach[below(state.random, state.size[0])]
    p = _cold_point(points, state, rays.target[k])
    x, y, z = float(points.xyz[0, p]), float(points.xyz[1, p]), float(points.xyz[2, p])
    _fill(rays, fields, rules, trial, _aim(rays, k, trial, x, y, z, 3.0, state.random), state.random)


@lean
def _turn(rays, fields, rules, state, trial, i):
    """Needle ``i`` on another approach of its target, through its middle."""
    k = below(state.random, rays.target.shape[0])
    if k == state.approach[i] or rays.target[k] != rays.target[state.approach[i]]:
        return -1
    x = y = z = 0.0
    for j in range(state.count[i]):
        x += state.seed[i, j, 0] / state.count[i]
        y += state.seed[i, j, 1] / state.count[i]
        z += state.seed[i, j, 2] / state.count[i]
    _fill(rays, fields, rules, trial, _aim(rays, k, trial, x, y, z, 1.0, state.random), state.random)
    return i


@lean
def _grow(rules, state, trial):
    """One more seed at either end of the needle."""
    count = trial.count[0]
    if count >= trial.offset.shape[0]:
        return False
    gap = rules.gap_low + below(state.random, rules.gap_high - rules.gap_low + 1)
    if uniform(state.random) < 0.5:
        trial.offset[count] = trial.offset[count - 1] + gap
    else:
        for j in range(count, 0, -1):
            trial.offset[j] = trial.offset[j - 1] + gap
        trial.place[2] += gap * rules.step
    trial.count[0] = count + 1
    return True


@lean
def _shrink(rules, state, trial):
    """One seed less at either end; a needle's last seed takes the needle with it."""
    count = trial.count[0]
    if count > 1 and uniform(state.random) < 0.5:
        drop_deepest(rules, trial)
    else:
        trial.count[0] = count - 1


@lean
def _change_gap(rules, state, trial):
    """One gap wider or narrower by a step or two; the seeds below or the seeds above give way."""
    count = trial.count[0]
    if count < 2:
        return False
    j = 1 + below(state.random, count - 1)
    by = 1 + below(state.random, 2)
    if uniform(state.random) < 0.5:
        by = -by
    for m in range(j, count):
        trial.offset[m] += by
    if uniform(state.random) < 0.5:
        trial.place[2] += by * rules.step
    return True


@lean
def _move_seed(state, trial):
    """One inner seed a step or two along the needle, the others staying."""
    count = trial.count[0]
    if count < 3:
        return False
    j = 1 + below(state.random, count - 2)
    by = 1 + below(state.random, 2)
    trial.offset[j] += by if uniform(state.random) < 0.5 else -by
    return True


@lean
def _pick(random, shares):
    u, kind = uniform(random), 0
    while kind < shares.shape[0] - 1 and u >= shares[kind]:
        u -= shares[kind]
        kind += 1
    return kind


@lean_inline
def propose(rays, fields, points, rules, state, trial, shares, reach):
    """Make a trial needle by a random move.

    Parameters
    ----------
    rays : Rays
    fields : Fields
    points : Points
    rules : Rules
    state : State
        Only its stream of random numbers moves on.
    trial : Trial
        Receives approach, place, count (0: the needle is taken away) and offsets; its first seed is scratch.
    shares : (11,) float64
        The moves' probabilities; they sum to 1.
    reach : float
        Standard deviation of a shift, mm.

    Returns
    -------
    int
        The needle it replaces, ``state.size[0]`` for a new one; -1 if the move cannot be made.
    """
    random, n = state.random, state.size[0]
    kind = _pick(random, shares)
    if kind == ADD or n == 0:
        if n >= min(rules.max_needles, state.count.shape[0]):
            return -1
        _anew(rays, fields, points, rules, state, trial)
        return n
    i = below(random, n)
    _copy(state, i, trial)
    if kind == SHIFT:
        trial.place[0] += reach * normal(random)
        trial.place[1] += reach * normal(random)
        trial.place[2] += reach * normal(random)
    elif kind == SLIDE:
        trial.place[2] += reach * normal(random)
    elif kind == GAP:
        return i if _change_gap(rules, state, trial) else -1
    elif kind == SEED_MOVE:
        return i if _move_seed(state, trial) else -1
    elif kind == GROW:
        return i if _grow(rules, state, trial) else -1
    elif kind == SHRINK:
        _shrink(rules, state, trial)
    elif kind == DROP:
        trial.count[0] = 0
    elif kind == RELOCATE:
        _anew(rays, fields, points, rules, state, trial)
    elif kind == REFILL:
        middle = trial.place[2] - 0.5 * trial.offset[trial.count[0] - 1] * rules.step
        _fill(rays, fields, rules, trial, middle, random)
    else:
        return _turn(rays, fields, rules, state, trial, i)
    return i
