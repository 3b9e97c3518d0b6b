"""Dose of a trial needle: of its seeds on all points, and of all seeds on its axis points.

Axis points are points every needle carries with it, where its axis enters and leaves the target and beside
that.  A seed gives little dose off its ends, in a cone so narrow (at 5 mm some 1 mm wide) that fixed points
miss it; so the coldest places lie on the needles' own axes.

Points are columns: those of ``Points`` first, then the axis points of each needle there is room for.  Every
seed has a row of the pool with its dose on all columns, so that moving a needle computes its own seeds alone.
"""

import math

import numpy as np

from dose_kernels.compile.options import lean, lean_inline
from dose_kernels.dose.block import add_block, f4, floats
from dose_kernels.search.arrays import AXIS_POINTS
from dose_kernels.search.feasibility import depth_in, world

# The rays say roughly where an axis crosses the surface; Newton's rule on the distance does the rest.  A seed
# 5 mm off gives 40 % more a mm nearer, so a tenth of a mm counts.
NEWTON_STEPS = 2
SLOPE_MM = 0.5
LEAST_SLOPE = 0.1
FARTHEST_MM = 3.0

# How far beside the crossing the other axis points of an end lie.
BESIDE_MM = (0.5, 1.2)

_ZERO, _ONE = np.float32(0.0), np.float32(1.0)


@lean
def assign(out, values):
    """``out[:] = values``, as a loop: numba spends seconds compiling the error messages of the other."""
    for p in range(out.shape[0]):
        out[p] = values[p]


@lean
def add(dose, row, sign):
    """``dose += sign * row``."""
    for p in range(dose.shape[0]):
        dose[p] += sign * row[p]


@lean_inline
def seed_dose(table, x, y, z, position, direction, scale, scratch, out):
    """Write the dose of one seed at some columns.

    Parameters
    ----------
    table : Table
    x, y, z : (n,) float32
        Patient coordinates, mm.
    position, direction : (3,) float64
        The seed's centre (mm) and the unit vector of its axis.
    scale : float
        The table's rate per U times this is the seed's dose, in prescriptions.
    scratch : see ``dose_kernels.dose.block.make_scratch``
    out : (n,) float32
        Receives the dose.
    """
    for p in range(out.shape[0]):
        out[p] = _ZERO
    seed = floats(position) + floats(direction)
    add_block(table, x, y, z, seed, f4(scale), True, scratch, out)


@lean
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


@lean
def _slope(fields, g, point, direction):
    """How fast the depth in target ``g`` grows along a direction."""
    h = 0.5 * SLOPE_MM
    ahead = depth_in(
        fields, g, point[0] + h * direction[0], point[1] + h * direction[1], point[2] + h * direction[2]
    )
    behind = depth_in(
        fields, g, point[0] - h * direction[0], point[1] - h * direction[1], point[2] - h * direction[2]
    )
    return (ahead - behind) / SLOPE_MM


@lean
def _place_end(rays, fields, trial, t, axis_points):
    """Put a axis point at the crossing near depth ``t``, and four on the surface beside it.

    Where the surface runs oblique to the axis the coldest place is not quite on the axis: farther out the
    seed is farther, farther in the other needles are.
    """
    k = trial.approach[0]
    g, axis = rays.target[k], rays.direction[k]
    axis_point = axis_points[0]
    world(rays, k, trial.place[0], trial.place[1], t, axis_point)
    along = 1.0
    for _ in range(NEWTON_STEPS):
        along = _slope(fields, g, axis_point, axis)
        # Where the axis hardly leaves the surface any place of it will do.
        if not abs(along) > LEAST_SLOPE:
            break
        move = depth_in(fields, g, axis_point[0], axis_point[1], axis_point[2]) / along
        t -= min(max(move, -FARTHEST_MM), FARTHEST_MM)
        world(rays, k, trial.place[0], trial.place[1], t, axis_point)
    du, dv = _slope(fields, g, axis_point, rays.u[k]), _slope(fields, g, axis_point, rays.v[k])
    across = math.sqrt(du * du + dv * dv)
    oblique = across > LEAST_SLOPE
    step = 1.0 / math.sqrt(across * across + along * along) if oblique else np.nan
    for c in range(3):
        # In the tangent plane, the way along which the axis' coordinate changes fastest.
        lateral = (du * rays.u[k, c] + dv * rays.v[k, c]) / across if oblique else np.nan
        move = step * (across * axis[c] - along * lateral)
        for n in range(2):
            axis_points[1 + 2 * n, c] = axis_point[c] + BESIDE_MM[n] * move
            axis_points[2 + 2 * n, c] = axis_point[c] - BESIDE_MM[n] * move


@lean
def place_axis_points(rays, fields, trial):
    """Put the trial needle's axis points where its axis crosses the surface; nan where it misses it."""
    k = trial.approach[0]
    x = (trial.place[0] - rays.low[k, 0]) / rays.step[k]
    y = (trial.place[1] - rays.low[k, 1]) / rays.step[k]
    i, j = int(math.floor(x)), int(math.floor(y))
    width = rays.count[k, 1] + 1
    at = rays.ray_start[k] + i * width + j
    first = _between(rays.ray_first, at, width, x - i, y - j)
    last = _between(rays.ray_last, at, width, x - i, y - j)
    _place_end(rays, fields, trial, first, trial.axis_point[: AXIS_POINTS // 2])
    _place_end(rays, fields, trial, last, trial.axis_point[AXIS_POINTS // 2 :])


@lean
def _same_line(state, i, trial):
    return (
        state.approach[i] == trial.approach[0]
        and state.place[i, 0] == trial.place[0]
        and state.place[i, 1] == trial.place[1]
    )


@lean_inline
def dose_own_axis_points(search, state, trial, i, scratch):
    """Place the trial needle's own axis points, and put the dose of all seeds there into its columns.

    Parameters
    ----------
    search : Search
    state : State
    trial : Trial
        As ``trial_dose`` leaves it; receives the axis points and the dose there, of each seed (``own``)
        and of all.
    i, scratch : as for ``trial_dose``
    """
    rays, rules = search.rays, search.rules
    place_axis_points(rays, search.fields, trial)
    trial.placed[0] = True
    for end in range(AXIS_POINTS):
        trial.total[end] = 0.0
        there = trial.axis_point[end, 0] == trial.axis_point[end, 0]
        for c in range(3):
            trial.spot[c, end] = trial.axis_point[end, c] if there else search.points.xyz[c, 0]
    needles, x, y, z = state.size[0], trial.spot[0], trial.spot[1], trial.spot[2]
    # One call of ``seed_dose``, which is compiled into it: the trial needle's seeds, those of the other
    # needles, and those that are there already.
    for n in range(-1, needles + 1):
        if n < 0:
            count = np.int64(trial.count[0])
        elif n < needles:
            count = np.int64(state.count[n] if n != i else 0)
        else:
            count = np.int64(rules.fixed.shape[0])
        for m in range(count):
            scale = search.scale
            if n < 0:
                seed, direction, slot = trial.seed[m], rays.direction[trial.approach[0]], trial.slot[m]
            elif n < needles:
                seed, direction, slot = state.seed[n, m], rays.direction[state.approach[n]], state.slot[n, m]
            else:
                seed, direction, slot = rules.fixed[m], rules.fixed_axis[m], np.int32(-1)
                scale *= rules.fixed_part[m]
            seed_dose(search.table, x, y, z, seed, direction, scale, scratch, trial.part)
            for end in range(AXIS_POINTS):
                trial.total[end] += trial.part[end]
                if slot >= 0:
                    trial.own[slot, end] = trial.part[end]
    first = search.points.volume.shape[0] + AXIS_POINTS * i
    for end in range(AXIS_POINTS):
        trial.dose[first + end] = trial.total[end]


@lean_inline
def trial_dose(search, state, trial, i, scratch):
    """Dose with the trial needle in place of needle ``i``; seeds that stay where they are are not computed.

    Parameters
    ----------
    search : Search
    state : State
        Nothing is written but free rows of its pool.
    trial : Trial
        With the positions of its seeds; receives dose and slots.  ``trial.turned[0]`` tells whether the
        needle's axis points moved: then ``dose_own_axis_points`` has to be called, but only if the trial is
        good enough without them, as cold axis points make it only worse.
    i : int
        ``state.size[0]``: the trial needle is a new one.
    scratch : see ``dose_kernels.dose.block.make_scratch``

    Returns
    -------
    int
        How many rows of the pool were taken for new seeds: the last free ones, given up by doing nothing.
    """
    rays, rules, dose = search.rays, search.rules, trial.dose
    assign(dose, state.dose)
    for j in range(trial.count[0]):
        trial.slot[j] = -1
    same = i < state.size[0] and _same_line(state, i, trial)
    trial.turned[0] = trial.count[0] > 0 and not same
    trial.placed[0] = False
    # Columns of needles that do not exist are left alone.
    columns = search.points.volume.shape[0] + AXIS_POINTS * state.size[0]
    x, y, z, sum_of = state.xyz[0, :columns], state.xyz[1, :columns], state.xyz[2, :columns], dose[:columns]
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
                add(sum_of, state.pool[state.slot[i, m]], -_ONE)
    taken, last = 0, state.free.shape[0] - 1
    for j in range(trial.count[0]):
        if trial.slot[j] < 0:
            taken += 1
            slot = state.free[state.free[last] - taken]
            trial.slot[j] = slot
            row = state.pool[slot, :columns]
            direction = rays.direction[trial.approach[0]]
            seed_dose(search.table, x, y, z, trial.seed[j], direction, search.scale, scratch, row)
            add(sum_of, row, _ONE)
    return taken


@lean
def settle_axis_points(points, state, trial, i):
    """Make the trial needle's axis points needle ``i``'s: its columns of the coordinates and of the pool.

    Parameters
    ----------
    points : Points
    state : State
        Written to; the trial needle is part of it already.
    trial : Trial
        As ``dose_own_axis_points`` leaves it.
    i : int
        Needle.
    """
    first = points.volume.shape[0] + AXIS_POINTS * i
    for end in range(AXIS_POINTS):
        axis_point = trial.axis_point[end]
        state.axis_point_exists[i, end] = axis_point[0] == axis_point[0]
        for c in range(3):
            state.xyz[c, first + end] = axis_point[c] if state.axis_point_exists[i, end] else points.xyz[c, 0]
        for n in range(state.size[0]):
            for m in range(state.count[n]):
                state.pool[state.slot[n, m], first + end] = trial.own[state.slot[n, m], end]


@lean
def move_axis_points(points, state, old, new):
    """Move the columns of one needle to another.

    Parameters
    ----------
    points : Points
    state : State
        Changed in place.
    old, new : int
        Needles.
    """
    static = points.volume.shape[0]
    for end in range(AXIS_POINTS):
        a, b = static + AXIS_POINTS * old + end, static + AXIS_POINTS * new + end
        state.axis_point_exists[new, end] = state.axis_point_exists[old, end]
        state.dose[b] = state.dose[a]
        for c in range(3):
            state.xyz[c, b] = state.xyz[c, a]
        for n in range(state.size[0]):
            for m in range(state.count[n]):
                state.pool[state.slot[n, m], b] = state.pool[state.slot[n, m], a]


@lean
def clear_columns(points, state):
    """Begin with the points' own columns, and axis points that are nowhere in particular."""
    static = points.volume.shape[0]
    for p in range(state.dose.shape[0]):
        state.dose[p] = points.background[p] if p < static else _ZERO
        for c in range(3):
            state.xyz[c, p] = points.xyz[c, p if p < static else 0]
