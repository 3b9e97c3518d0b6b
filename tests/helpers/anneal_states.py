"""States of the annealing to hold its kernels against: a search on a small problem, a layout."""

from functools import lru_cache

import numpy as np
from planner_problems import ball_problem, rich_problem

from dose_kernels.search.annealing import anneal
from dose_kernels.search.arrays import Search, State, Trial, new_layout, new_state, new_trial
from dose_kernels.search.moves import SHARES
from tps.optimize.search.arrays import make_search
from tps.optimize.search.directions import choose
from tps.optimize.search.dose_points import COARSE
from tps.optimize.search.weights import DoseGoal

NEEDLES, SEEDS = 14, 6


@lru_cache
def search_of(kind: str, metric: str = "minimum-peripheral") -> Search:
    """The search on a small problem, ``"ball"`` or ``"rich"``, with up to four approaches a target."""
    problem = rich_problem(metric) if kind == "rich" else ball_problem(metric=metric)
    chosen = [
        (g, approach)
        for g, target in enumerate(problem.targets)
        for approach in choose(target, 4, 3.0).approaches
    ]
    return make_search(problem, chosen, COARSE, DoseGoal(COARSE.cold))


def annealed(search: Search, steps: int, random_seed: int, heat=(1.0, 0.3)) -> tuple[State, Trial, State]:
    """State and trial after so many steps from nothing, and the best layout on the way."""
    points = search.points.volume.shape[0]
    state, trial = new_state(NEEDLES, SEEDS, points, random_seed), new_trial(NEEDLES, SEEDS, points)
    best = new_layout(NEEDLES, SEEDS)
    schedule = np.array([steps, *heat, 3.0, 0.5])
    anneal(search, new_layout(NEEDLES, SEEDS), state, trial, best, SHARES, schedule)
    return state, trial, best


def as_needle(state: State, i: int, trial: Trial) -> None:
    """Make the trial needle a copy of needle ``i``."""
    trial.approach[0], trial.count[0] = state.approach[i], state.count[i]
    trial.place[:], trial.offset[:] = state.place[i], state.offset[i]
