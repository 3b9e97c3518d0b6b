"""Dose of a trial needle: of its seeds on all points, and of all seeds on its poles.

Poles are two points every needle carries with it, where its axis enters and leaves the target.  A seed gives
little dose off its ends, in a cone so narrow (at 5 mm some 1 mm wide) that fixed points miss it; so the
coldest places lie on the needles' own axes.

Points are columns: those of ``Points`` first, then two for each needle there is room for.  Every seed has a
row of the pool with its dose on all columns, so that moving a needle computes that needle's seeds alone.
"""

import math

import numpy as np

from dose_kernels.anneal_needle import world
from dose_kernels.block import add_block, f4
from dose_kernels.jit import fast

_ZERO, _ONE = np.float32(0.0), np.float32(1.0)


@fast
def assign(out, values):
    """``out[:] = values``, as a loop: numba spends seconds compiling the error messages of the other."""
    for p in range(out.shape[0]):
        out[p] = values[p]


@fast
def add(dose, row, sign):
    """``dose += sign * row``."""
    for p in range(dose.shape[0]):
        dose[p] += sign * row[p]


@fast
def seed_dose(table, xyz, position, direction, scale, scratch, out):
    """Write the dose of one seed at columns ``xyz`` (3, n) float32 into ``out`` (n,) float32."""
    for p in range(out.shape[0]):
        out[p] = _ZERO
    seed = (
        f4(position[0]),
        f4(position[1]),
        f4(position[2]),
        f4(direction[0]),
        f4(direction[1]),
        f4(direction[2]),
    )
    add_block(table, xyz[0], xyz[1], xyz[2], seed, f4(scale), True, scratch, out)


@fast
def _between(raster, at, width, x, y):
    """Bilinear value between those of the four rays that hit the target; nan if none does."""
    total, weights = 0.0, 0.0
    for i in range(2):
        for j in range(2):
            value = raster[at + i * width + j]
            # Never quite 0, so that a needle on a ray still sees its neighbours if that ray misses.
            weight = (x if i else 1.0 - x) * (y if j else 1.0 - y) + 1e-6
            if value == value:
                total += weight * value
                weights += weight
    return total / weights if weights > 0.0 else np.nan


@fast
def place_poles(rays, trial):
    """Put the trial needle's poles where its axis crosses the surface; nan where it misses the target."""
    k = trial.approach[0]
    x = (trial.place[0] - rays.low[k, 0]) / rays.step[k]
    y = (trial.place[1] - rays.low[k, 1]) / rays.step[k]
    i, j = int(math.floor(x)), int(math.floor(y))
    width = rays.count[k, 1] + 1
    at = rays.ray_start[k] + i * width + j
    first = _between(rays.ray_first, at, width, x - i, y - j)
    last = _between(rays.ray_last, at, width, x - i, y - j)
    world(rays, k, trial.place[0], trial.place[1], first, trial.pole[0])
    world(rays, k, trial.place[0], trial.place[1], last, trial.pole[1])


@fast
def _same_line(state, i, trial):
    return (
        state.approach[i] == trial.approach[0]
        and state.place[i, 0] == trial.place[0]
        and state.place[i, 1] == trial.place[1]
    )


@fast
def _seen_before(state, n, skip, own):
    """True if an earlier needle (or the trial) goes along the approach of needle ``n``."""
    if state.approach[n] == own:
        return True
    for m in range(n):
        if m != skip and state.approach[m] == state.approach[n]:
            return True
    return False


@fast
def _own_dose(search, state, trial, i, k, end, scratch):
    """Dose of every seed on approach ``k`` at a pole of the trial needle, into ``trial.own``; return the sum.

    A seed and a point at the same distance and angle change places: one call puts a seed of this direction
    at the pole and asks for the dose where the seeds are.
    """
    seed_dose(
        search.table, state.seat, trial.pole[end], search.rays.direction[k], search.scale, scratch, trial.work
    )
    total = 0.0
    if trial.approach[0] == k:
        for j in range(trial.count[0]):
            trial.own[trial.slot[j], end] = trial.work[trial.slot[j]]
            total += trial.work[trial.slot[j]]
    for n in range(state.size[0]):
        if n != i and state.approach[n] == k:
            for m in range(state.count[n]):
                trial.own[state.slot[n, m], end] = trial.work[state.slot[n, m]]
                total += trial.work[state.slot[n, m]]
    return total


@fast
def _dose_own_poles(search, state, trial, i, scratch):
    """Dose of all seeds at the trial needle's own poles, into its columns of ``trial.dose``."""
    rules, pair = search.rules, trial.pair
    first = search.points.volume.shape[0] + 2 * i
    for end in range(2):
        total = 0.0
        pole = trial.pole[end]
        if pole[0] == pole[0]:
            total += _own_dose(search, state, trial, i, trial.approach[0], end, scratch)
            for n in range(state.size[0]):
                if n != i and not _seen_before(state, n, i, trial.approach[0]):
                    total += _own_dose(search, state, trial, i, state.approach[n], end, scratch)
            for c in range(3):
                pair[c, 0] = pair[c, 1] = pole[c]
            for m in range(rules.fixed.shape[0]):
                scale = search.scale * rules.fixed_part[m]
                seed_dose(search.table, pair, rules.fixed[m], rules.fixed_axis[m], scale, scratch, trial.two)
                total += trial.two[0]
        trial.dose[first + end] = total


@fast
def trial_dose(search, state, trial, i, scratch):
    """Dose with the trial needle in place of needle ``i``; seeds that stay where they are are not computed.

    Returns how many rows of the pool were taken for new seeds: the last free ones, given up by doing nothing.
    ``trial.turned[0]`` tells whether the needle's poles moved.
    """
    rays, rules, dose = search.rays, search.rules, trial.dose
    assign(dose, state.dose)
    for j in range(trial.count[0]):
        trial.slot[j] = -1
    same = i < state.size[0] and _same_line(state, i, trial)
    trial.turned[0] = trial.count[0] > 0 and not same
    if i < state.size[0]:
        for m in range(state.count[i]):
            kept = False
            if same:
                t = state.place[i, 2] - state.offset[i, m] * rules.step
                for j in range(trial.count[0]):
                    if abs(trial.place[2] - trial.offset[j] * rules.step - t) < 1e-9:
                        trial.slot[j] = state.slot[i, m]
                        kept = True
            if not kept:
                add(dose, state.pool[state.slot[i, m]], -_ONE)
    taken, last = 0, state.free.shape[0] - 1
    for j in range(trial.count[0]):
        if trial.slot[j] < 0:
            taken += 1
            slot = state.free[state.free[last] - taken]
            trial.slot[j] = slot
            row = state.pool[slot]
            direction = rays.direction[trial.approach[0]]
            seed_dose(search.table, state.xyz, trial.seed[j], direction, search.scale, scratch, row)
            add(dose, row, _ONE)
            for c in range(3):
                state.seat[c, slot] = trial.seed[j, c]
    if trial.turned[0]:
        place_poles(rays, trial)
        _dose_own_poles(search, state, trial, i, scratch)
    return taken


@fast
def settle_poles(points, state, trial, i):
    """Make the trial needle's poles needle ``i``'s: its columns of the coordinates and of the pool."""
    first = points.volume.shape[0] + 2 * i
    for end in range(2):
        pole = trial.pole[end]
        state.cold[i, end] = pole[0] == pole[0]
        for c in range(3):
            state.xyz[c, first + end] = pole[c] if state.cold[i, end] else points.xyz[c, 0]
        for n in range(state.size[0]):
            for m in range(state.count[n]):
                state.pool[state.slot[n, m], first + end] = trial.own[state.slot[n, m], end]


@fast
def move_poles(points, state, old, new):
    """Move the columns of needle ``old`` to needle ``new``."""
    static = points.volume.shape[0]
    for end in range(2):
        a, b = static + 2 * old + end, static + 2 * new + end
        state.cold[new, end] = state.cold[old, end]
        state.dose[b] = state.dose[a]
        for c in range(3):
            state.xyz[c, b] = state.xyz[c, a]
        for n in range(state.size[0]):
            for m in range(state.count[n]):
                state.pool[state.slot[n, m], b] = state.pool[state.slot[n, m], a]


@fast
def clear_columns(points, state):
    """Begin with the points' own columns, and poles that are nowhere in particular."""
    static = points.volume.shape[0]
    for p in range(state.dose.shape[0]):
        state.dose[p] = points.background[p] if p < static else _ZERO
        for c in range(3):
            state.xyz[c, p] = points.xyz[c, p if p < static else 0]
