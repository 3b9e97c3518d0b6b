"""Many starts, few finishers: the search spends its steps where they pay (successive halving).

Jamieson and Talwalkar 2016, arXiv:1502.07943.  Which starts go on depends on their energies and numbers
alone, never on which thread was first, so any number of threads gives the same result.
"""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from dose_kernels.search.annealing import anneal
from dose_kernels.search.arrays import Search, State, Trial, new_layout, new_state, new_trial
from dose_kernels.search.feasibility import cell_of
from dose_kernels.search.gradient_descent import DescentState, descend, new_descent_state
from dose_kernels.search.moves import SHARES
from tps.optimize.search.initial_layouts import Capacity


@dataclass(frozen=True)
class SearchStage:
    """One stage of the search: how many layouts run, how long, and on which points.

    Parameters
    ----------
    keep : int
        How many of the layouts run this stage.
    steps : int
        Annealing steps of each round.
    heat : (float, float)
        First and last temperature.
    reach_mm : (float, float)
        First and last reach of a shift.
    rounds : int
        Rounds of annealing and descent.
    descent_state : (int, int)
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
    descent_state: tuple[int, int] = (0, 0)
    loose: int = 0
    stride_mm: tuple[float, float] = (0.5, 0.05)

    def scaled(self, factor: float) -> "SearchStage":
        """The stage with ``factor`` times as many annealing steps, in fewer rounds where it is below 1."""
        rounds = min(self.rounds, max(1, round(self.rounds * factor)))
        return replace(self, rounds=rounds, steps=int(self.steps * factor * self.rounds / rounds))


@dataclass(frozen=True, eq=False)
class Solution:
    """A layout of the search, with its number at the start."""

    number: int
    layout: State

    @property
    def energy(self) -> float:
        """What the layout costs."""
        return float(self.layout.energy[0])


def diverse_best(solutions: Sequence[Solution], count: int) -> list[Solution]:
    """The ``count`` best solutions, no more than half of them with the same numbers of needles and seeds.

    Those that lead are often one layout found again and again; what the last points of the surface then ask
    for may be another number of seeds.
    """
    seen: dict[tuple[int, int], int] = {}
    first: list[Solution] = []
    again: list[Solution] = []
    for solution in sorted(solutions, key=lambda r: (r.energy, r.number)):
        n = int(solution.layout.size[0])
        numbers = (n, int(solution.layout.count[:n].sum()))
        seen[numbers] = seen.get(numbers, 0) + 1
        (first if seen[numbers] <= -(-count // 2) else again).append(solution)
    return (first + again)[:count]


def stream(random_seed: int, number: int, stage: int) -> int:
    """A seed for the random numbers of one run."""
    return int(np.random.SeedSequence([random_seed, number, stage]).generate_state(1, np.uint64)[0])


def run_stage(
    search: Search, solution: Solution, stage: SearchStage, capacity: Capacity, random_seed: int
) -> tuple[Solution, int]:
    """Anneal and slide one layout in rounds.

    Parameters
    ----------
    search : Search
    solution : Solution
        Where to begin; not changed.
    stage : SearchStage
    capacity : Capacity
        The layout's room.
    random_seed : int
        Of this run, see ``stream``.

    Returns
    -------
    Solution
        The best one seen.
    int
        Doses computed.
    """
    n = search.points.xyz.shape[1]
    state, trial = (
        new_state(capacity.needles, capacity.seeds, n, random_seed),
        new_trial(capacity.needles, capacity.seeds, n),
    )
    descent_state = new_descent_state(capacity.needles, capacity.seeds, n)
    still, work = (
        np.array([0.0, 1.0, 1.0, 1.0, 1.0]),
        np.array([stage.steps, *stage.heat, *stage.reach_mm], float),
    )
    way = np.array([*stage.descent_state, *stage.stride_mm, 0.0])
    best, computed = new_layout(capacity.needles, capacity.seeds), 0
    best.energy[0] = np.inf
    now = new_layout(capacity.needles, capacity.seeds)
    copy_layout(solution.layout, now)
    if stage.loose:
        _push_into_place(search, now, state, trial, descent_state, stage)
    slides = sum(stage.descent_state) > 0
    for _ in range(stage.rounds):
        computed += anneal(search, now, state, trial, now, SHARES, work)
        if now.energy[0] < best.energy[0]:
            copy_layout(now, best)
        if slides and now.size[0] > 0:
            descend(search, now, state, trial, descent_state, way)
    if slides:
        # What the last descent is worth; that of the others the annealing after it has told.
        anneal(search, now, state, trial, now, SHARES, still)
        if now.energy[0] < best.energy[0]:
            copy_layout(now, best)
    return Solution(solution.number, best), int(computed)


def _push_into_place(
    search: Search, layout: State, state: State, trial: Trial, descent_state: DescentState, stage: SearchStage
) -> None:
    """Slide a layout that may break the rules to where it breaks fewer."""
    k, on = layout.approach, np.ones(int(layout.size[0]), bool)
    for i in range(len(on)):
        on[i] = cell_of(search.rays, k[i], layout.place[i, 0], layout.place[i, 1]) >= 0
    if on.all() and on.any():
        descend(
            search,
            layout,
            state,
            trial,
            descent_state,
            np.array([stage.loose, 0, *stage.stride_mm, stage.loose]),
        )


def copy_layout(source: State, target: State) -> None:
    """Copy needles and energy of one layout into another."""
    for name in ("size", "approach", "place", "count", "offset", "energy"):
        getattr(target, name)[...] = getattr(source, name)


def thread_count(threads: int | None) -> int:
    """The threads asked for, or as many as this process may use."""
    return threads or len(os.sched_getaffinity(0))


def run_stages(
    starts: Sequence[State],
    stages: Sequence[tuple[Search, SearchStage]],
    capacity: Capacity,
    random_seed: int,
    threads: int | None,
    report_progress: Callable[[float], None],
) -> tuple[list[Solution], int]:
    """Run the stages; the best layouts of each go on to the next.

    Parameters
    ----------
    starts : sequence of State
        Layouts to begin with; not changed.
    stages : sequence of (Search, SearchStage)
    capacity : Capacity
        The layouts' room.
    random_seed : int
    threads : int or None
        As for ``thread_count``.
    report_progress : callable (fraction) -> None

    Returns
    -------
    list of Solution
        Those of the last stage, best first.
    int
        Doses computed in all.
    """
    solutions = [Solution(i, s) for i, s in enumerate(starts)]
    computed = 0
    with ThreadPoolExecutor(thread_count(threads)) as pool:
        for number, (search, stage) in enumerate(stages):
            solutions = diverse_best(solutions, stage.keep)
            seeds = [stream(random_seed, r.number, number) for r in solutions]
            results = list(
                pool.map(lambda r, s, p=search, l=stage: run_stage(p, r, l, capacity, s), solutions, seeds)
            )
            solutions = [r for r, _ in results]
            computed += sum(c for _, c in results)
            report_progress((number + 1) / len(stages))
    return sorted(solutions, key=lambda r: (r.energy, r.number)), computed
