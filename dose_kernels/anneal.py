"""Simulated annealing over needles and seeds: one run, on one thread.

Each step changes one needle, looks up the dose of the seeds that moved, and takes the change or not by
Metropolis' rule (Kirkpatrick, Gelatt, Vecchi 1983, doi:10.1126/science.220.4598.671).  Rules are never
broken on the way; the number of needles and seeds is free.
"""

import math

import numpy as np

from dose_kernels.anneal_dose import seed_dose
from dose_kernels.anneal_energy import count_energy, crowd_energy, dose_energy
from dose_kernels.anneal_moves import propose
from dose_kernels.anneal_needle import fits_layout, fits_patient
from dose_kernels.anneal_poles import add_to_poles, dose_own_poles, place_poles
from dose_kernels.anneal_random import uniform
from dose_kernels.jit import fast

# The running single-precision dose is summed afresh after so many changes; by then rounding is below 1e-5.
REFRESH = 2000


@fast
def _assign(out, values):
    # An explicit loop: numba spends seconds compiling the error messages of ``out[:] = values``.
    for p in range(out.shape[0]):
        out[p] = values[p]


@fast
def _add(dose, row, sign):
    for p in range(dose.shape[0]):
        dose[p] += sign * row[p]


@fast
def _same_line(state, i, trial):
    return (
        state.approach[i] == trial.approach[0]
        and state.place[i, 0] == trial.place[0]
        and state.place[i, 1] == trial.place[1]
    )


@fast
def trial_dose(rays, points, rules, lattice, state, trial, i):
    """Dose with the trial needle in place of needle ``i``; seeds that stay where they are are not computed.

    Returns how many rows of the pool were taken for new seeds: the last free ones, given up by doing nothing.
    """
    dose = trial.dose
    _assign(dose, state.dose)
    for n in range(state.size[0]):
        trial.pole_dose[n, 0], trial.pole_dose[n, 1] = state.pole_dose[n, 0], state.pole_dose[n, 1]
    for j in range(trial.count[0]):
        trial.slot[j] = -1
    if i < state.size[0]:
        same = _same_line(state, i, trial)
        for m in range(state.count[i]):
            kept = False
            if same:
                t = state.place[i, 2] - state.offset[i, m] * rules.step
                for j in range(trial.count[0]):
                    if abs(trial.place[2] - trial.offset[j] * rules.step - t) < 1e-9:
                        trial.slot[j] = state.slot[i, m]
                        kept = True
            if not kept:
                _add(dose, state.pool[state.slot[i, m]], np.float32(-1.0))
                direction = rays.direction[state.approach[i]]
                add_to_poles(lattice, state, trial, i, state.seed[i, m], direction, -1.0)
    taken, last = 0, state.free.shape[0] - 1
    for j in range(trial.count[0]):
        if trial.slot[j] < 0:
            taken += 1
            slot = state.free[state.free[last] - taken]
            trial.slot[j] = slot
            row = state.pool[slot]
            direction = rays.direction[trial.approach[0]]
            seed_dose(lattice, points.xyz, trial.seed[j], direction, trial.work, row)
            _add(dose, row, np.float32(1.0))
            add_to_poles(lattice, state, trial, i, trial.seed[j], direction, 1.0)
    if trial.count[0] > 0:
        place_poles(rays, trial)
        dose_own_poles(rays, rules, lattice, state, trial, i)
    return taken


@fast
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


@fast
def _forget(state, i):
    """Take needle ``i`` out by moving the last needle into its place."""
    n = state.size[0] - 1
    if i != n:
        state.approach[i], state.count[i] = state.approach[n], state.count[n]
        _assign(state.place[i], state.place[n])
        for j in range(state.count[n]):
            state.offset[i, j], state.slot[i, j] = state.offset[n, j], state.slot[n, j]
            _assign(state.seed[i, j], state.seed[n, j])
        for end in range(2):
            _assign(state.pole[i, end], state.pole[n, end])
            state.pole_dose[i, end] = state.pole_dose[n, end]
        for j in range(n):
            state.gap[i, j] = state.gap[n, j]
            state.gap[j, i] = state.gap[j, n]
        state.gap[i, i] = np.inf
    state.size[0] = n


@fast
def accept(state, trial, i, taken, energy):
    """Make the trial needle part of the state in place of needle ``i``."""
    state.free[state.free.shape[0] - 1] -= taken
    if i < state.size[0]:
        _release(state, trial, i)
    _assign(state.dose, trial.dose)
    for n in range(state.size[0]):
        state.pole_dose[n, 0], state.pole_dose[n, 1] = trial.pole_dose[n, 0], trial.pole_dose[n, 1]
    state.energy[0] = energy
    if trial.count[0] == 0:
        _forget(state, i)
        return
    if i == state.size[0]:
        state.size[0] += 1
    state.approach[i], state.count[i] = trial.approach[0], trial.count[0]
    _assign(state.place[i], trial.place)
    for j in range(trial.count[0]):
        state.offset[i, j], state.slot[i, j] = trial.offset[j], trial.slot[j]
        _assign(state.seed[i, j], trial.seed[j])
    for end in range(2):
        _assign(state.pole[i, end], trial.pole[end])
        state.pole_dose[i, end] = trial.pole_dose[i, end]
    for j in range(state.size[0]):
        state.gap[i, j] = state.gap[j, i] = trial.gap[j]
    state.gap[i, i] = np.inf


@fast
def _refresh(points, state):
    """Sum the dose afresh from the seeds' rows."""
    _assign(state.dose, points.background)
    for i in range(state.size[0]):
        for m in range(state.count[i]):
            _add(state.dose, state.pool[state.slot[i, m]], np.float32(1.0))


@fast
def _remember(state, best):
    """Copy the layout (not its doses) of ``state`` into ``best``."""
    n = state.size[0]
    best.size[0], best.energy[0] = n, state.energy[0]
    for i in range(n):
        best.approach[i], best.count[i] = state.approach[i], state.count[i]
        _assign(best.place[i], state.place[i])
        for j in range(state.count[i]):
            best.offset[i, j] = state.offset[i, j]


@fast
def _load(search, layout, state, trial, work):
    """Fill ``state`` with those needles of ``layout`` that keep the rules, and sum its dose."""
    rays, points, rules = search.rays, search.points, search.rules
    state.size[0] = 0
    slots = state.free.shape[0] - 1
    for s in range(slots):
        state.free[s] = s
    state.free[slots] = slots
    _assign(state.dose, points.background)
    for i in range(layout.size[0]):
        trial.approach[0], trial.count[0] = layout.approach[i], layout.count[i]
        _assign(trial.place, layout.place[i])
        for j in range(layout.count[i]):
            trial.offset[j] = layout.offset[i, j]
        n = state.size[0]
        if fits_patient(rays, search.fields, rules, trial) and fits_layout(
            rays, rules, state, trial, n, work
        ):
            taken = trial_dose(rays, points, rules, search.lattice, state, trial, n)
            accept(state, trial, n, taken, 0.0)


@fast
def anneal(search, layout, state, trial, best, shares, schedule):
    """Anneal from a layout; leave the best one seen in ``best``.

    Parameters
    ----------
    search : Search
    layout : State
        Where to begin; its doses are not used.  Needles that break a rule are left out.
    state : State, trial : Trial
        Scratch, with room for the search's points; ``state.random`` is the stream of random numbers.
    best : State
        Receives size, approach, count, place, offset and energy; may be ``layout``.
    shares : (11,) float64
        Probabilities of the moves, see ``anneal_moves``.
    schedule : (5,) float64
        Number of steps (0: only sum the energy), first and last temperature, first and last reach of a
        shift (mm).

    Returns
    -------
    int
        Number of steps for which the dose was computed.
    """
    rays, points, rules, weights = search.rays, search.points, search.rules, search.weights
    work = np.empty((6, 3))
    _load(search, layout, state, trial, work)
    steps, accepted, computed = int(schedule[0]), 0, 0
    for step in range(-1, steps):
        done = max(step, 0) / max(steps, 1)
        temperature = schedule[1] * (schedule[2] / schedule[1]) ** done
        if step < 0:
            # The first turn changes nothing: a trial without seeds in place of a needle that does not exist.
            i, trial.count[0], highest = state.gap.shape[0] + 1, 0, np.inf
        else:
            reach = schedule[3] * (schedule[4] / schedule[3]) ** done
            i = propose(rays, search.fields, points, rules, state, trial, shares, reach)
            if i < 0:
                continue
            if trial.count[0] > 0 and not (
                fits_patient(rays, search.fields, rules, trial)
                and fits_layout(rays, rules, state, trial, i, work)
            ):
                continue
            # The highest energy that will be taken is drawn first: no dose is computed for a needle that
            # costs more than that by itself.
            highest = state.energy[0] - temperature * math.log(1.0 - uniform(state.random))
        energy = count_energy(rays, weights, state, trial, i)
        energy += crowd_energy(rays, rules, weights, state, trial, i)
        if energy > highest:
            continue
        taken = trial_dose(rays, points, rules, search.lattice, state, trial, i)
        computed += 1
        energy += dose_energy(rays, points, search.limits, weights, state, trial, i)
        if energy > highest:
            continue
        if step < 0:
            state.energy[0] = energy
            _remember(state, best)
            continue
        accept(state, trial, i, taken, energy)
        accepted += 1
        if accepted % REFRESH == 0:
            _refresh(points, state)
        if energy < best.energy[0] - 1e-6:
            _remember(state, best)
    return computed
