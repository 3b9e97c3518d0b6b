"""The coldest places of all: where a needle's own axis leaves its target.

A seed gives little dose off its ends, in a cone so narrow (at 5 mm some 1 mm wide) that fixed points miss it.
So every needle carries two points of its own, its poles, where its axis enters and leaves the target.
"""

import math

import numpy as np

from dose_kernels.anneal_dose import LATTICE_MM, NEAREST_MM, PER_MM, PER_SINE
from dose_kernels.anneal_needle import world
from dose_kernels.jit import fast

# Dose of a pole that does not exist: its needle only grazes the target.
NOWHERE = 1e6


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
    """Put the trial needle's poles where its axis crosses the surface; nan where it only grazes."""
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
def dose_at(lattice, point, seed, direction):
    """Dose of one seed at one point, as ``anneal_dose.seed_dose`` gives it at many; 0 at a nan point."""
    dx, dy, dz = point[0] - seed[0], point[1] - seed[1], point[2] - seed[2]
    r2 = dx * dx + dy * dy + dz * dz
    if not r2 >= 0.0:
        return 0.0
    r2 = max(r2, NEAREST_MM * NEAREST_MM)
    q = dx * direction[0] + dy * direction[1] + dz * direction[2]
    a = min(math.sqrt(r2), LATTICE_MM) * PER_MM
    b = math.sqrt(max(1.0 - q * q / r2, 0.0)) * PER_SINE
    i, j = int(a), int(b)
    a, b = a - i, b - j
    low = lattice[i, j] + b * (lattice[i, j + 1] - lattice[i, j])
    high = lattice[i + 1, j] + b * (lattice[i + 1, j + 1] - lattice[i + 1, j])
    return (low + a * (high - low)) / r2


@fast
def add_to_poles(lattice, state, trial, i, seed, direction, sign):
    """Add (or take away) one seed at the poles of every needle but ``i``."""
    for n in range(state.size[0]):
        if n != i:
            for end in range(2):
                trial.pole_dose[n, end] += sign * dose_at(lattice, state.pole[n, end], seed, direction)


@fast
def dose_own_poles(rays, rules, lattice, state, trial, i):
    """Sum every seed at the trial needle's own poles."""
    own = trial.approach[0]
    for end in range(2):
        pole = trial.pole[end]
        # A pole that is nowhere is never cold.
        total = 0.0 if pole[0] == pole[0] else NOWHERE
        for j in range(trial.count[0]):
            total += dose_at(lattice, pole, trial.seed[j], rays.direction[own])
        for n in range(state.size[0]):
            if n != i:
                for m in range(state.count[n]):
                    total += dose_at(lattice, pole, state.seed[n, m], rays.direction[state.approach[n]])
        for m in range(rules.fixed.shape[0]):
            total += rules.fixed_part[m] * dose_at(lattice, pole, rules.fixed[m], rules.fixed_axis[m])
        trial.pole_dose[i, end] = total
