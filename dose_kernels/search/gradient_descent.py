"""Gradient descent (Adam) over where needles and seeds lie: what annealing is slow at, given a good layout.

Needles slide sideways, seeds along them; how many there are and which approach each takes stays.  Steps are
scaled for each coordinate by its recent slopes (Kingma and Ba 2015, arXiv:1412.6980).  Rules are kept by
moving what breaks them: needles too near each other are pushed apart, spacings are drawn back into their
range, and a needle whose way is closed goes back to where it was.
"""

import math
from typing import NamedTuple

import numpy as np

from dose_kernels.compile.options import lean, lean_inline
from dose_kernels.dose.block import add_block, f4, floats, make_scratch
from dose_kernels.dose.gradient import make_pull_scratch, pull
from dose_kernels.search.arrays import AXIS_POINTS
from dose_kernels.search.feasibility import (
    ROUNDING_MM,
    cell_of,
    fits_layout,
    fits_room,
    nearest_parts,
    needle_segments,
    seed_belongs,
    world,
)
from dose_kernels.search.objective_slope import dose_slope
from dose_kernels.search.trial_dose import assign, place_axis_points

# Decay of the running means of slopes and of squared slopes; shorter than usual, the runs are short too.
MEAN_DECAY, SQUARE_DECAY = 0.8, 0.95

# Half the width of the volume ramps, in prescriptions, in the first and in the last step.
WIDTHS = (0.35, 0.12)

# Rounds of pushing apart after each step, and how much beyond the least distance.
PUSH_ROUNDS = 4
PUSH_BEYOND_MM = 0.02

# Axis points are placed anew every so many steps: in between needles move by half a millimetre at most.
POLES_EVERY = 2


class DescentState(NamedTuple):
    """Places of a layout's needles as free coordinates, their slopes, and what the steps remember."""

    lateral: np.ndarray  # (needles, 2) float64: a, b
    depth: np.ndarray  # (needles, seeds) float64: t of each seed, deepest first
    old_lateral: np.ndarray
    old_depth: np.ndarray
    lateral_slope: np.ndarray
    depth_slope: np.ndarray
    lateral_mean: np.ndarray
    depth_mean: np.ndarray
    lateral_square: np.ndarray
    depth_square: np.ndarray
    slope: np.ndarray  # (columns,) float64: of the cost with the dose
    active: np.ndarray  # (columns,) int64: columns whose slope is not 0
    spot: np.ndarray  # (3, columns) float32: coordinates of the active columns
    worth: np.ndarray  # (columns,) float32: their slopes
    pull: np.ndarray  # (3, columns) float32: slopes by one seed's place there, along u, v and the needle


def new_descent_state(needles: int, seeds: int, points: int) -> DescentState:
    """Room for ``needles`` needles of ``seeds`` seeds on ``points`` points."""
    columns = points + AXIS_POINTS * needles
    lateral, depth = (needles, 2), (needles, seeds)
    return DescentState(
        lateral=np.zeros(lateral),
        depth=np.zeros(depth),
        old_lateral=np.zeros(lateral),
        old_depth=np.zeros(depth),
        lateral_slope=np.zeros(lateral),
        depth_slope=np.zeros(depth),
        lateral_mean=np.zeros(lateral),
        depth_mean=np.zeros(depth),
        lateral_square=np.zeros(lateral),
        depth_square=np.zeros(depth),
        slope=np.zeros(columns),
        active=np.zeros(columns, np.int64),
        spot=np.zeros((3, columns), np.float32),
        worth=np.zeros(columns, np.float32),
        pull=np.zeros((3, columns), np.float32),
    )


@lean
def _place_all_axis_points(search, descent_state, state, trial):
    """Place the axis points of all needles."""
    rays, points = search.rays, search.points
    static = points.volume.shape[0]
    for i in range(state.size[0]):
        trial.approach[0] = state.approach[i]
        trial.place[0], trial.place[1] = descent_state.lateral[i, 0], descent_state.lateral[i, 1]
        place_axis_points(rays, search.fields, trial)
        for end in range(AXIS_POINTS):
            there = trial.axis_point[end, 0] == trial.axis_point[end, 0]
            state.axis_point_exists[i, end] = there
            for c in range(3):
                at = static + AXIS_POINTS * i + end
                state.xyz[c, at] = trial.axis_point[end, c] if there else points.xyz[c, 0]


@lean
def _sum_dose(search, descent_state, state, scratch):
    """Sum the dose of all seeds on all columns into ``state.dose``."""
    rays, rules, points = search.rays, search.rules, search.points
    n, static = state.size[0], points.volume.shape[0]
    columns = static + AXIS_POINTS * n
    dose = state.dose[:columns]
    for p in range(columns):
        dose[p] = points.background[p] if p < static else np.float32(0.0)
    x, y, z = state.xyz[0, :columns], state.xyz[1, :columns], state.xyz[2, :columns]
    # One call of ``add_block``, which is compiled into it: after the needles' seeds those there already.
    for i in range(n + 1):
        fixed = i == n
        # The points' background holds the latter.
        first = static if fixed else 0
        for j in range(rules.fixed.shape[0] if fixed else state.count[i]):
            if fixed:
                place, direction = rules.fixed[j], rules.fixed_axis[j]
                strength = search.scale * rules.fixed_part[j]
            else:
                k, place, strength = state.approach[i], state.seed[i, j], search.scale
                direction = rays.direction[k]
                a, b = descent_state.lateral[i, 0], descent_state.lateral[i, 1]
                world(rays, k, a, b, descent_state.depth[i, j], place)
            seed = floats(place) + floats(direction)
            out = dose[first:]
            add_block(search.table, x[first:], y[first:], z[first:], seed, f4(strength), True, scratch, out)
    return columns


@lean
def _total(values, count):
    total = f4(0.0)
    for q in range(count):
        total += values[q]
    return total


@lean
def _slopes(search, descent_state, state, columns, half_width, scratch):
    """Slopes of the dose cost with every coordinate, from the doses in ``state.dose``."""
    rays, static = search.rays, search.points.volume.shape[0]
    dose_slope(search, state, state.dose, half_width, descent_state.slope[:columns])
    # Not plain zeros: to numba these are a type of their own, for which what is called with them is compiled.
    count, axis_points = np.int64(0), np.int64(0)
    for p in range(columns):
        if p == static:
            axis_points = count
        if descent_state.slope[p] != 0.0:
            descent_state.active[count] = p
            descent_state.worth[count] = np.float32(descent_state.slope[p])
            for c in range(3):
                descent_state.spot[c, count] = state.xyz[c, p]
            count += 1
    for i in range(state.size[0]):
        for c in range(2):
            descent_state.lateral_slope[i, c] = 0.0
        for j in range(state.count[i]):
            descent_state.depth_slope[i, j] = 0.0
    if count == 0:
        return
    x, y, z = descent_state.spot[0, :count], descent_state.spot[1, :count], descent_state.spot[2, :count]
    su, sv, sn = descent_state.pull[0, :count], descent_state.pull[1, :count], descent_state.pull[2, :count]
    for i in range(state.size[0]):
        k = state.approach[i]
        u, v, n = floats(rays.u[k]), floats(rays.v[k]), floats(rays.direction[k])
        for j in range(state.count[i]):
            place = floats(state.seed[i, j])
            pull(
                search.table,
                x,
                y,
                z,
                descent_state.worth[:count],
                place,
                u,
                v,
                n,
                f4(search.scale),
                scratch,
                su,
                sv,
                sn,
            )
            descent_state.lateral_slope[i, 0] += _total(su, axis_points)
            descent_state.lateral_slope[i, 1] += _total(sv, axis_points)
            descent_state.depth_slope[i, j] = _total(sn, count)
            _pull_axis_points(rays, descent_state, state, i, static, axis_points, count)


@lean
def _pull_axis_points(rays, descent_state, state, i, static, first, count):
    """Lateral slopes by a seed of needle ``i`` at the axis points, which move with their own needles."""
    k = state.approach[i]
    for q in range(first, count):
        m = (descent_state.active[q] - static) // AXIS_POINTS
        if m == i:
            continue
        a, b = descent_state.pull[0, q], descent_state.pull[1, q]
        descent_state.lateral_slope[i, 0] += a
        descent_state.lateral_slope[i, 1] += b
        other = state.approach[m]
        for c in range(3):
            move = a * rays.u[k, c] + b * rays.v[k, c]
            descent_state.lateral_slope[m, 0] -= move * rays.u[other, c]
            descent_state.lateral_slope[m, 1] -= move * rays.v[other, c]


@lean
def _step(value, slope, mean, square, rate, turn):
    """One step of one coordinate; returns value, mean, square."""
    mean = MEAN_DECAY * mean + (1.0 - MEAN_DECAY) * slope
    square = SQUARE_DECAY * square + (1.0 - SQUARE_DECAY) * slope * slope
    m = mean / (1.0 - MEAN_DECAY ** (turn + 1))
    s = square / (1.0 - SQUARE_DECAY ** (turn + 1))
    return value - rate * m / (math.sqrt(s) + 1e-6), mean, square


@lean
def _advance(descent_state, state, rate, turn, rigid):
    """Move every coordinate one step down."""
    for i in range(state.size[0]):
        for c in range(2):
            value, mean, square = _step(
                descent_state.lateral[i, c],
                descent_state.lateral_slope[i, c],
                descent_state.lateral_mean[i, c],
                descent_state.lateral_square[i, c],
                rate,
                turn,
            )
            (
                descent_state.lateral[i, c],
                descent_state.lateral_mean[i, c],
                descent_state.lateral_square[i, c],
            ) = value, mean, square
        if rigid:
            total = 0.0
            for j in range(state.count[i]):
                total += descent_state.depth_slope[i, j]
            for j in range(state.count[i]):
                descent_state.depth_slope[i, j] = total
        for j in range(state.count[i]):
            value, mean, square = _step(
                descent_state.depth[i, j],
                descent_state.depth_slope[i, j],
                descent_state.depth_mean[i, j],
                descent_state.depth_square[i, j],
                rate,
                turn,
            )
            descent_state.depth[i, j], descent_state.depth_mean[i, j], descent_state.depth_square[i, j] = (
                value,
                mean,
                square,
            )


@lean
def _draw_spacings(rules, depth, count):
    """Draw the spacings of one needle's seeds into their range, its middle staying where it is."""
    low, high = rules.gap_low * rules.step, rules.gap_high * rules.step
    before, after, kept = 0.0, 0.0, 0.0
    for j in range(count):
        before += depth[j]
    last = depth[0]
    for j in range(1, count):
        kept += min(max(last - depth[j], low), high)
        last = depth[j]
        depth[j] = depth[0] - kept
    for j in range(count):
        after += depth[j]
    for j in range(count):
        depth[j] += (before - after) / count


@lean_inline
def _push_parallel(descent_state, i, m, need):
    """Push two needles of one approach apart, each by half of what is missing; True if they were too near."""
    da = descent_state.lateral[i, 0] - descent_state.lateral[m, 0]
    db = descent_state.lateral[i, 1] - descent_state.lateral[m, 1]
    gap = da * da + db * db
    if gap >= need * need:
        return False
    gap = math.sqrt(gap)
    if gap < 1e-6:
        return False
    half = 0.5 * (need - gap) / gap
    descent_state.lateral[i, 0] += half * da
    descent_state.lateral[i, 1] += half * db
    descent_state.lateral[m, 0] -= half * da
    descent_state.lateral[m, 1] -= half * db
    return True


@lean_inline
def _push_crossing(search, descent_state, state, i, m, need, work):
    """As ``_push_parallel`` for needles of two approaches, by their parts inside the target."""
    rays, rules = search.rays, search.rules
    for row, n in ((0, i), (3, m)):
        if cell_of(rays, state.approach[n], descent_state.lateral[n, 0], descent_state.lateral[n, 1]) < 0:
            return False
        steps = int(
            math.ceil((descent_state.depth[n, 0] - descent_state.depth[n, state.count[n] - 1]) / rules.step)
        )
        place = work[6]
        place[0], place[1], place[2] = (
            descent_state.lateral[n, 0],
            descent_state.lateral[n, 1],
            descent_state.depth[n, 0],
        )
        needle_segments(rays, rules, state.approach[n], place, steps, work[row], work[row + 1], work[row + 2])
    along, other = nearest_parts(work[1], work[2], work[4], work[5])
    gap = 0.0
    for c in range(3):
        one = work[1, c] + along * (work[2, c] - work[1, c])
        two = work[4, c] + other * (work[5, c] - work[4, c])
        work[6, c] = one - two
        gap += work[6, c] ** 2
    gap = math.sqrt(gap)
    if gap >= need or gap < 1e-6:
        return False
    for n, sign in ((i, 0.5), (m, -0.5)):
        k = state.approach[n]
        for c in range(3):
            move = sign * (need - gap) / gap * work[6, c]
            descent_state.lateral[n, 0] += move * rays.u[k, c]
            descent_state.lateral[n, 1] += move * rays.v[k, c]
    return True


@lean
def _push_apart(search, descent_state, state, work):
    """Push needles apart that stand too near each other inside the target."""
    rules = search.rules
    need = rules.needle_min + ROUNDING_MM + PUSH_BEYOND_MM
    beside = max(rules.needle_min, rules.entry_min) + ROUNDING_MM + PUSH_BEYOND_MM
    for _ in range(PUSH_ROUNDS):
        near = False
        for i in range(state.size[0]):
            for m in range(i):
                if state.approach[i] == state.approach[m]:
                    near |= _push_parallel(descent_state, i, m, beside)
                else:
                    near |= _push_crossing(search, descent_state, state, i, m, need, work)
        if not near:
            break


@lean_inline
def _try_needle(search, descent_state, state, trial, i):
    """Needle ``i`` as the coordinates have it, into ``trial``; True if its way is open to its tip."""
    rays, rules, k, count = search.rays, search.rules, state.approach[i], state.count[i]
    trial.approach[0], trial.count[0] = k, count
    trial.place[0], trial.place[1], trial.place[2] = (
        descent_state.lateral[i, 0],
        descent_state.lateral[i, 1],
        descent_state.depth[i, 0],
    )
    for j in range(count):
        # Rounded up: what asks for offsets here wants to know how long the needle's loaded part is.
        trial.offset[j] = int(
            math.ceil((descent_state.depth[i, 0] - descent_state.depth[i, j]) / rules.step - 1e-6)
        )
        world(
            rays,
            k,
            descent_state.lateral[i, 0],
            descent_state.lateral[i, 1],
            descent_state.depth[i, j],
            trial.seed[j],
        )
    cell = cell_of(rays, k, trial.place[0], trial.place[1])
    if cell < 0 or trial.place[2] + rules.first > rays.reach[cell]:
        return False
    if descent_state.depth[i, count - 1] < rays.highest[cell]:
        return False
    for j in range(count):
        if not seed_belongs(search.fields, rays.target[k], trial.seed[j], rays.direction[k], rules.beyond):
            return False
    return True


@lean_inline
def _settle(search, descent_state, state, trial, i):
    """Make needle ``i`` of ``state`` what the coordinates say."""
    is_open = _try_needle(search, descent_state, state, trial, i)
    assign(state.place[i], trial.place)
    for j in range(state.count[i]):
        state.offset[i, j] = trial.offset[j]
        assign(state.seed[i, j], trial.seed[j])
    return is_open


@lean
def _put_back(descent_state, state, i, sideways):
    """Needle ``i``'s depths, and with ``sideways`` its lateral place too, as they were before the step."""
    for j in range(state.count[i]):
        descent_state.depth[i, j] = descent_state.old_depth[i, j]
        descent_state.depth_mean[i, j] = 0.0
    if sideways:
        for c in range(2):
            descent_state.lateral[i, c] = descent_state.old_lateral[i, c]
            descent_state.lateral_mean[i, c] = 0.0


@lean_inline
def _stands_clear(rules, descent_state, state, i):
    """True if all needles share an approach, none is near needle ``i``, and no seeds are there already.

    That is how it mostly is, and quickly told; False says nothing.
    """
    need = max(rules.needle_min, rules.entry_min, rules.seed_min) + ROUNDING_MM
    if rules.fixed.shape[0] > 0:
        return False
    for m in range(state.size[0]):
        if m == i:
            continue
        if state.approach[m] != state.approach[i]:
            return False
        da = descent_state.lateral[i, 0] - descent_state.lateral[m, 0]
        db = descent_state.lateral[i, 1] - descent_state.lateral[m, 1]
        if da * da + db * db < need * need:
            return False
    return True


@lean
def _hold_back(search, descent_state, state, trial, work):
    """Put back needles whose way is closed, and those that came too near another or another's seeds."""
    n = state.size[0]
    for i in range(n):
        # As it is, then with its depths put back, then with its lateral place too.
        for attempt in range(3):
            if _settle(search, descent_state, state, trial, i):
                break
            if attempt < 2:
                _put_back(descent_state, state, i, attempt == 1)
    for _ in range(n):
        wrong = False
        for i in range(n):
            at_rest = True
            for c in range(2):
                at_rest = at_rest and descent_state.lateral[i, c] == descent_state.old_lateral[i, c]
            for j in range(state.count[i]):
                at_rest = at_rest and descent_state.depth[i, j] == descent_state.old_depth[i, j]
            if at_rest or _stands_clear(search.rules, descent_state, state, i):
                continue
            _try_needle(search, descent_state, state, trial, i)
            if not fits_layout(search.rays, search.rules, state, trial, i, work):
                _put_back(descent_state, state, i, True)
                _settle(search, descent_state, state, trial, i)
                wrong = True
        if not wrong:
            break


@lean
def _stay_on_raster(search, descent_state, state):
    """Put back needles that left the raster of their approach."""
    for i in range(state.size[0]):
        if (
            cell_of(search.rays, state.approach[i], descent_state.lateral[i, 0], descent_state.lateral[i, 1])
            < 0
        ):
            _put_back(descent_state, state, i, True)


@lean
def _write_back(rules, descent_state, state, layout):
    """The coordinates as a layout: spacings in whole steps."""
    layout.size[0] = state.size[0]
    for i in range(state.size[0]):
        count = state.count[i]
        layout.approach[i], layout.count[i] = state.approach[i], count
        shift, offset = 0.0, 0
        layout.offset[i, 0] = 0
        for j in range(1, count):
            # Rounding what is left after the steps so far, so that errors do not add up.
            gap = (
                int(math.floor((descent_state.depth[i, 0] - descent_state.depth[i, j]) / rules.step + 0.5))
                - offset
            )
            offset += min(max(gap, rules.gap_low), rules.gap_high)
            layout.offset[i, j] = offset
            shift += descent_state.depth[i, 0] - descent_state.depth[i, j] - offset * rules.step
        layout.place[i, 0], layout.place[i, 1] = descent_state.lateral[i, 0], descent_state.lateral[i, 1]
        layout.place[i, 2] = descent_state.depth[i, 0] - shift / count


@lean
def _read(rules, layout, descent_state, state):
    """Coordinates of a layout."""
    state.size[0] = layout.size[0]
    for i in range(layout.size[0]):
        state.approach[i], state.count[i] = layout.approach[i], layout.count[i]
        descent_state.lateral[i, 0], descent_state.lateral[i, 1] = layout.place[i, 0], layout.place[i, 1]
        for j in range(layout.count[i]):
            descent_state.depth[i, j] = layout.place[i, 2] - layout.offset[i, j] * rules.step
    for i in range(layout.size[0]):
        for c in range(2):
            descent_state.lateral_mean[i, c] = descent_state.lateral_square[i, c] = 0.0
        for j in range(layout.count[i]):
            descent_state.depth_mean[i, j] = descent_state.depth_square[i, j] = 0.0


@lean
def _run(search, layout, state, trial, descent_state, schedule, work, scratch, pull_scratch):
    """As ``descend``; ``work`` (7, 3) float64 and the last two are scratch."""
    rules, points = search.rules, search.points
    static = points.volume.shape[0]
    for p in range(static):
        for c in range(3):
            state.xyz[c, p] = points.xyz[c, p]
    _read(rules, layout, descent_state, state)
    free, rigid, loose = int(schedule[0]), int(schedule[1]), int(schedule[4])
    for turn in range(free + rigid):
        if turn == free:
            _write_back(rules, descent_state, state, layout)
            _read(rules, layout, descent_state, state)
        done = turn / max(free + rigid - 1, 1)
        rate = schedule[2] * (schedule[3] / schedule[2]) ** done
        half_width = WIDTHS[0] + (WIDTHS[1] - WIDTHS[0]) * done
        if turn % POLES_EVERY == 0:
            _place_all_axis_points(search, descent_state, state, trial)
        columns = _sum_dose(search, descent_state, state, scratch)
        _slopes(search, descent_state, state, columns, half_width, pull_scratch)
        for i in range(state.size[0]):
            assign(descent_state.old_lateral[i], descent_state.lateral[i])
            assign(descent_state.old_depth[i], descent_state.depth[i])
        own_turn = turn if turn < free else turn - free
        _advance(descent_state, state, rate, own_turn, turn >= free)
        if turn < free:
            for i in range(state.size[0]):
                _draw_spacings(rules, descent_state.depth[i], state.count[i])
        _push_apart(search, descent_state, state, work)
        if turn < loose:
            _stay_on_raster(search, descent_state, state)
        else:
            _hold_back(search, descent_state, state, trial, work)
    _write_back(rules, descent_state, state, layout)


def descend(search, layout, state, trial, descent_state, schedule):
    """Slide needles and seeds of a layout downhill; ``layout`` receives where they end.

    Parameters
    ----------
    search : Search
    layout : State
        A layout whose needles lie on their rasters.
    state, trial, descent_state : State, Trial and Slide
        Scratch with room for the search's points.
    schedule : (5,) float64
        Steps with every seed free along its needle, steps with the spacings fixed, first and last step (mm),
        and the number of steps before needles are held to open ways: for layouts that do not keep the rules.

    Raises
    ------
    ValueError
        If layout, state, trial and slide have not the same room, or the layout is larger.
    """
    needles, seeds = state.offset.shape
    if (
        layout.offset.shape != state.offset.shape
        or descent_state.depth.shape != state.offset.shape
        or trial.offset.shape[0] != seeds
        or not fits_room(layout, needles, seeds)
        or descent_state.slope.shape != state.dose.shape
        or trial.dose.shape != state.dose.shape
        or state.dose.shape[0] != search.points.volume.shape[0] + AXIS_POINTS * needles
    ):
        raise ValueError("layout, state, trial and slide have room for different numbers of needles or seeds")
    scratch, pull_scratch = make_scratch(), make_pull_scratch()
    _run(search, layout, state, trial, descent_state, schedule, np.empty((7, 3)), scratch, pull_scratch)
