"""Simulated annealing over needles and seeds: one run, on one thread.

Each step changes one needle, looks up the dose of the seeds that moved, and takes the change or not by
Metropolis' rule (Kirkpatrick, Gelatt, Vecchi 1983, doi:10.1126/science.220.4598.671).  Rules are never
broken on the way; the number of needles and seeds is free.
"""

import math

import numpy as np

from dose_kernels.compile.options import lean, lean_inline
from dose_kernels.dose.block import make_scratch
from dose_kernels.search.arrays import AXIS_POINTS
from dose_kernels.search.feasibility import (
    cell_of,
    drop_deepest,
    fits_layout,
    fits_patient,
    fits_room,
    make_seeds,
    seed_belongs,
)
from dose_kernels.search.moves import propose
from dose_kernels.search.objective import count_energy, dose_energy, isolation_energy
from dose_kernels.search.random_stream import uniform
from dose_kernels.search.trial_dose import (
    add,
    assign,
    clear_columns,
    dose_own_axis_points,
    move_axis_points,
    settle_axis_points,
    trial_dose,
)

# The running single-precision dose is summed afresh after so many changes; by then rounding is below 1e-5.
REFRESH = 2000


@lean
def _release(state, trial, i):
    """Give back the pool rows of needle ``i`` that the trial does not use."""
    last = state.free.shape[0] - 1
    for m in range(state.count[i]):
        kept = False
        for j in range(trial.count[0]):
            kept = kept or trial.slot[j] == state.slot[i, m]
        if not kept:
            state.free[state.free[last]] = state.slot[i, m]
            state.free[last] += 1


@lean
def _forget(points, state, i):
    """Take needle ``i`` out by moving the last needle into its place."""
    n = state.size[0] - 1
    state.count[i] = 0
    if i != n:
        state.approach[i], state.count[i] = state.approach[n], state.count[n]
        assign(state.place[i], state.place[n])
        for j in range(state.count[n]):
            state.offset[i, j], state.slot[i, j] = state.offset[n, j], state.slot[n, j]
            assign(state.seed[i, j], state.seed[n, j])
        for j in range(n):
            state.gap[i, j] = state.gap[n, j]
            state.gap[j, i] = state.gap[j, n]
        state.gap[i, i] = np.inf
    state.size[0] = n
    if i != n:
        move_axis_points(points, state, n, i)


@lean_inline
def accept(points, state, trial, i, taken, energy):
    """Make the trial needle part of the state in place of needle ``i``.

    Parameters
    ----------
    points : Points
    state : State
        Changed in place: needles, seeds, doses, distances and energy.
    trial : Trial
        With its dose, and with axis points where it turned.  Without seeds needle ``i`` is taken out, and the
        last needle gets its number.
    i : int
        ``state.size[0]``: the trial needle is a new one.
    taken : int
        Rows of the pool, as ``trial_dose`` says.
    energy : float
        Of the layout with the trial needle.
    """
    state.free[state.free.shape[0] - 1] -= taken
    if i < state.size[0]:
        _release(state, trial, i)
    assign(state.dose, trial.dose)
    state.energy[0] = energy
    if trial.count[0] == 0:
        _forget(points, state, i)
        return
    if i == state.size[0]:
        state.size[0] += 1
    state.approach[i], state.count[i] = trial.approach[0], trial.count[0]
    assign(state.place[i], trial.place)
    for j in range(trial.count[0]):
        state.offset[i, j], state.slot[i, j] = trial.offset[j], trial.slot[j]
        assign(state.seed[i, j], trial.seed[j])
    for j in range(state.size[0]):
        state.gap[i, j] = state.gap[j, i] = trial.gap[j]
    state.gap[i, i] = np.inf
    if trial.turned[0]:
        settle_axis_points(points, state, trial, i)


@lean
def _refresh(points, state):
    """Sum the dose on the points afresh from the seeds' rows (the axis points keep their running sums)."""
    n = points.volume.shape[0]
    dose = state.dose[:n]
    assign(dose, points.background)
    for i in range(state.size[0]):
        for m in range(state.count[i]):
            add(dose, state.pool[state.slot[i, m]], np.float32(1.0))


@lean
def _remember(state, best):
    """Copy the layout (not its doses) of ``state`` into ``best``."""
    n = state.size[0]
    best.size[0], best.energy[0] = n, state.energy[0]
    for i in range(n):
        best.approach[i], best.count[i] = state.approach[i], state.count[i]
        assign(best.place[i], state.place[i])
        for j in range(state.count[i]):
            best.offset[i, j] = state.offset[i, j]


@lean_inline
def _fits(search, state, trial, i, work):
    """True if the trial needle keeps the rules in place of needle ``i``."""
    return fits_patient(search.rays, search.fields, search.rules, trial) and fits_layout(
        search.rays, search.rules, state, trial, i, work
    )


@lean
def _trim(search, trial):
    """Draw the trial needle back to where its way is open, and drop end seeds outside its target.

    Those too near the skin are dropped too.

    Returns whether any are left.
    """
    rays, rules, k = search.rays, search.rules, trial.approach[0]
    cell = cell_of(rays, k, trial.place[0], trial.place[1])
    if cell < 0 or not rays.reach[cell] > -np.inf:
        return False
    trial.place[2] = min(trial.place[2], rays.reach[cell] - rules.first)
    make_seeds(rays, rules, trial)
    g, low, high = rays.target[k], 0, trial.count[0]
    while low < high and not seed_belongs(search.fields, g, trial.seed[low], rays.direction[k], rules.beyond):
        low += 1
    while low < high and (
        trial.place[2] - trial.offset[high - 1] * rules.step < rays.highest[cell]
        or not seed_belongs(search.fields, g, trial.seed[high - 1], rays.direction[k], rules.beyond)
    ):
        high -= 1
    trial.count[0] = high
    for _ in range(low if low < high else 0):
        drop_deepest(rules, trial)
    return low < high


@lean
def _begin(points, layout, state):
    """An empty layout with nothing but the background; the number of needles that will be taken up."""
    state.size[0] = 0
    slots = state.free.shape[0] - 1
    for s in range(slots):
        state.free[s] = s
    state.free[slots] = slots
    clear_columns(points, state)
    return layout.size[0]


@lean
def _take_up(search, layout, i, state, trial):
    """Make needle ``i`` of ``layout`` the trial needle; False without room, or if nothing of it is left."""
    trial.approach[0], trial.count[0] = layout.approach[i], layout.count[i]
    assign(trial.place, layout.place[i])
    for j in range(layout.count[i]):
        trial.offset[j] = layout.offset[i, j]
    room = min(search.rules.max_needles, state.count.shape[0])
    return state.size[0] < room and _trim(search, trial)


@lean
def _run(search, layout, state, trial, best, shares, schedule, work, scratch):
    """As ``anneal``; ``work`` (6, 3) float64 and ``scratch`` are scratch.

    Turns before -1 take up a needle of the layout each, turn -1 sums the energy, the others are steps.  One
    loop for all: what it calls is compiled into it, and would be once more for a second one.
    """
    rays, points, rules, weights = search.rays, search.points, search.rules, search.weights
    steps, accepted, computed = int(schedule[0]), 0, 0
    needles, shortened = _begin(points, layout, state), False
    step = -2 - needles
    while shortened or step + 1 < steps:
        if not shortened:
            step += 1
        takes_up, highest, own = step < -1, np.inf, 0.0
        if takes_up:
            i = state.size[0]
            if not shortened and not _take_up(search, layout, needles + 1 + step, state, trial):
                continue
        elif step < 0:
            # This turn changes nothing: a trial without seeds in place of a needle that does not exist.
            i, trial.count[0] = state.gap.shape[0] + 1, 0
        else:
            done = step / max(steps, 1)
            temperature = schedule[1] * (schedule[2] / schedule[1]) ** done
            reach = schedule[3] * (schedule[4] / schedule[3]) ** done
            i = propose(rays, search.fields, points, rules, state, trial, shares, reach)
            if i < 0:
                continue
        if trial.count[0] > 0 and not _fits(search, state, trial, i, work):
            # What crosses the way of a needle of the layout may leave room for its upper seeds.
            shortened = takes_up and trial.count[0] > 1
            if shortened:
                drop_deepest(rules, trial)
            continue
        shortened = False
        if not takes_up:
            if step >= 0:
                # The highest energy that will be taken is drawn first: no dose is computed for a needle that
                # costs more than that by itself.
                highest = state.energy[0] - temperature * math.log(1.0 - uniform(state.random))
            own = count_energy(rays, weights, state, trial, i)
            own += isolation_energy(rays, rules, weights, state, trial, i)
            if own > highest:
                continue
        taken, energy = trial_dose(search, state, trial, i, scratch), own
        if not takes_up:
            computed += 1
            energy += dose_energy(search, state, trial, i)
            if energy > highest:
                continue
        if takes_up or trial.turned[0]:
            dose_own_axis_points(search, state, trial, i, scratch)
            if not takes_up:
                energy = own + dose_energy(search, state, trial, i)
                if energy > highest:
                    continue
        if step == -1:
            state.energy[0] = energy
            _remember(state, best)
            continue
        accept(points, state, trial, i, taken, energy)
        if takes_up:
            continue
        accepted += 1
        if accepted % REFRESH == 0:
            _refresh(points, state)
        if energy < best.energy[0] - 1e-6:
            _remember(state, best)
    return computed


def anneal(search, layout, state, trial, best, shares, schedule):
    """Anneal from a layout; leave the best one seen in ``best``.

    Parameters
    ----------
    search : Search
    layout : State
        Where to begin; its doses are not used.  Needles that break a rule lose their deepest seeds until they
        do not, or are left out.
    state, trial : State and Trial
        Scratch, with room for the search's points; ``state.random`` is the stream of random numbers.
    best : State
        Receives size, approach, count, place, offset and energy; may be ``layout``.
    shares : (11,) float64
        Probabilities of the moves, see ``dose_kernels.search.moves``.
    schedule : (5,) float64
        Number of steps (0: only sum the energy), first and last temperature, first and last reach of a
        shift (mm).

    Returns
    -------
    int
        Number of steps for which the dose was computed.

    Raises
    ------
    ValueError
        If layout, state, trial and best have not the same room, or the layout is larger.
    """
    needles, seeds = state.offset.shape
    if (
        layout.offset.shape != state.offset.shape
        or best.offset.shape != state.offset.shape
        or trial.offset.shape[0] != seeds
        or trial.gap.shape[0] != needles
        or not fits_room(layout, needles, seeds)
        or trial.dose.shape != state.dose.shape
        or state.dose.shape[0] != search.points.volume.shape[0] + AXIS_POINTS * needles
    ):
        raise ValueError("layout, state, trial and best have room for different numbers of needles or seeds")
    work, scratch = np.empty((6, 3)), make_scratch()
    return _run(search, layout, state, trial, best, shares, schedule, work, scratch)
