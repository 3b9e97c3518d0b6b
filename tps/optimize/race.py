"""Many starts, few finishers: the search spends its steps where they pay (successive halving).

Jamieson and Talwalkar 2016, arXiv:1502.07943.  Which starts go on depends on their energies and numbers
alone, never on which thread was first, so any number of threads gives the same result.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from dose_kernels.anneal import anneal
from dose_kernels.anneal_moves import SHARES
from dose_kernels.anneal_needle import cell_of
from dose_kernels.anneal_types import Search, State, Trial, new_layout, new_state, new_trial
from dose_kernels.descent import Slide, descend, new_slide
from tps.optimize.starts import Room


@dataclass(frozen=True)
class Leg:
    """One leg of the race.

    Parameters
    ----------
    keep : int
        How many of the layouts run this leg.
    steps : int
        Annealing steps of each round.
    heat : (float, float)
        First and last temperature.
    reach_mm : (float, float)
        First and last reach of a shift.
    rounds : int
        Rounds of annealing and descent.
    slide : (int, int)
        Steps of the descent after each round: with every seed free, and with spacings fixed.
    loose : int
        Steps of a descent before all, in which rules may be broken.
    stride_mm : (float, float)
        First and last step of the descent.
    """

    keep: int
    steps: int
    heat: tuple[float, float]
    reach_mm: tuple[float, float]
    rounds: int = 1
    slide: tuple[int, int] = (0, 0)
    loose: int = 0
    stride_mm: tuple[float, float] = (0.5, 0.05)

    def scaled(self, factor: float) -> "Leg":
        """The leg with ``factor`` times as many annealing steps, in fewer rounds where it is below 1."""
        rounds = min(self.rounds, max(1, round(self.rounds * factor)))
        return replace(self, rounds=rounds, steps=int(self.steps * factor * self.rounds / rounds))


@dataclass(frozen=True, eq=False)
class Runner:
    """A layout in the race, with its number at the start."""

    number: int
    layout: State

    @property
    def energy(self) -> float:
        """What the layout costs."""
        return float(self.layout.energy[0])


def best_different(runners: Sequence[Runner], count: int) -> list[Runner]:
    """The ``count`` best runners, no more than half of them with the same numbers of needles and seeds.

    Those that lead are often one layout found again and again; what the last points of the surface then ask
    for may be another number of seeds.
    """
    seen: dict[tuple[int, int], int] = {}
    first: list[Runner] = []
    again: list[Runner] = []
    for runner in sorted(runners, key=lambda r: (r.energy, r.number)):
        n = int(runner.layout.size[0])
        numbers = (n, int(runner.layout.count[:n].sum()))
        seen[numbers] = seen.get(numbers, 0) + 1
        (first if seen[numbers] <= -(-count // 2) else again).append(runner)
    return (first + again)[:count]


def stream(random_seed: int, number: int, leg: int) -> int:
    """A seed for the random numbers of one run."""
    return int(np.random.SeedSequence([random_seed, number, leg]).generate_state(1, np.uint64)[0])


def run_leg(search: Search, runner: Runner, leg: Leg, room: Room, random_seed: int) -> tuple[Runner, int]:
    """Anneal and slide one layout in rounds; return the best one seen and the number of doses computed."""
    n = search.points.xyz.shape[1]
    state, trial = new_state(room.needles, room.seeds, n, random_seed), new_trial(room.needles, room.seeds, n)
    slide = new_slide(room.needles, room.seeds, n)
    still, work = np.array([0.0, 1.0, 1.0, 1.0, 1.0]), np.array([leg.steps, *leg.heat, *leg.reach_mm], float)
    way = np.array([*leg.slide, *leg.stride_mm, 0.0])
    best, computed = new_layout(room.needles, room.seeds), 0
    best.energy[0] = np.inf
    now = new_layout(room.needles, room.seeds)
    copy_layout(runner.layout, now)
    if leg.loose:
        _push_into_place(search, now, state, trial, slide, leg)
    slides = sum(leg.slide) > 0
    for _ in range(leg.rounds):
        computed += anneal(search, now, state, trial, now, SHARES, work)
        if now.energy[0] < best.energy[0]:
            copy_layout(now, best)
        if slides and now.size[0] > 0:
            descend(search, now, state, trial, slide, way)
    if slides:
        # What the last descent is worth; that of the others the annealing after it has told.
        anneal(search, now, state, trial, now, SHARES, still)
        if now.energy[0] < best.energy[0]:
            copy_layout(now, best)
    return Runner(runner.number, best), int(computed)


def _push_into_place(
    search: Search, layout: State, state: State, trial: Trial, slide: Slide, leg: Leg
) -> None:
    """Slide a layout that may break the rules to where it breaks fewer."""
    k, on = layout.approach, np.ones(int(layout.size[0]), bool)
    for i in range(len(on)):
        on[i] = cell_of(search.rays, k[i], layout.place[i, 0], layout.place[i, 1]) >= 0
    if on.all() and on.any():
        descend(search, layout, state, trial, slide, np.array([leg.loose, 0, *leg.stride_mm, leg.loose]))


def copy_layout(source: State, target: State) -> None:
    """Copy needles and energy of one layout into another."""
    for name in ("size", "approach", "place", "count", "offset", "energy"):
        getattr(target, name)[...] = getattr(source, name)


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
            runners = best_different(runners, leg.keep)
            seeds = [stream(random_seed, r.number, number) for r in runners]
            results = list(pool.map(lambda r, s, p=search, l=leg: run_leg(p, r, l, room, s), runners, seeds))
            runners = [r for r, _ in results]
            computed += sum(c for _, c in results)
            told((number + 1) / len(legs))
    return sorted(runners, key=lambda r: (r.energy, r.number)), computed
