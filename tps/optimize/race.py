"""Many starts, few finishers: the search spends its steps where they pay (successive halving).

Jamieson and Talwalkar 2016, arXiv:1502.07943.  Which starts go on depends on their energies and numbers
alone, never on which thread was first, so any number of threads gives the same result.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from dose_kernels.anneal import anneal
from dose_kernels.anneal_moves import SHARES
from dose_kernels.anneal_types import Search, State, new_layout, new_state, new_trial
from tps.optimize.starts import Room


@dataclass(frozen=True)
class Leg:
    """One leg of the race.

    Parameters
    ----------
    keep : int
        How many of the layouts run this leg.
    steps : int
        Annealing steps for each.
    heat : (float, float)
        First and last temperature.
    reach_mm : (float, float)
        First and last reach of a shift.
    """

    keep: int
    steps: int
    heat: tuple[float, float]
    reach_mm: tuple[float, float]


@dataclass(frozen=True, eq=False)
class Runner:
    """A layout in the race, with its number at the start."""

    number: int
    layout: State

    @property
    def energy(self) -> float:
        """What the layout costs."""
        return float(self.layout.energy[0])


def stream(random_seed: int, number: int, leg: int) -> int:
    """A seed for the random numbers of one run."""
    return int(np.random.SeedSequence([random_seed, number, leg]).generate_state(1, np.uint64)[0])


def run_leg(search: Search, runner: Runner, leg: Leg, room: Room, random_seed: int) -> tuple[Runner, int]:
    """Anneal one layout; return it and the number of doses computed."""
    n = search.points.xyz.shape[1]
    state, best = (
        new_state(room.needles, room.seeds, n, random_seed),
        new_layout(room.needles, room.seeds),
    )
    schedule = np.array([leg.steps, *leg.heat, *leg.reach_mm], float)
    count = anneal(
        search, runner.layout, state, new_trial(room.needles, room.seeds, n), best, SHARES, schedule
    )
    return Runner(runner.number, best), int(count)


def thread_count(threads: int | None) -> int:
    """The threads asked for, or as many as this process may use."""
    return threads or len(os.sched_getaffinity(0))


def race(
    starts: Sequence[State],
    legs: Sequence[tuple[Search, Leg]],
    room: Room,
    random_seed: int,
    threads: int | None,
    told: Callable[[float], None],
) -> tuple[list[Runner], int]:
    """Run the legs; the best layouts of each go on to the next.

    Returns
    -------
    list of Runner
        Those of the last leg, best first.
    int
        Doses computed in all.
    """
    runners = [Runner(i, s) for i, s in enumerate(starts)]
    computed = 0
    with ThreadPoolExecutor(thread_count(threads)) as pool:
        for number, (search, leg) in enumerate(legs):
            runners = sorted(runners, key=lambda r: (r.energy, r.number))[: leg.keep]
            seeds = [stream(random_seed, r.number, number) for r in runners]
            results = list(pool.map(lambda r, s, p=search, l=leg: run_leg(p, r, l, room, s), runners, seeds))
            runners = [r for r, _ in results]
            computed += sum(c for _, c in results)
            told((number + 1) / len(legs))
    return sorted(runners, key=lambda r: (r.energy, r.number)), computed
