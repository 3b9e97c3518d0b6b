"""The first stages of the search, for each target by itself; later ones run all targets together."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from dose_kernels.search.arrays import Rules, State, new_layout
from tps.optimize.problem import Problem
from tps.optimize.search.arrays import make_search
from tps.optimize.search.directions import SINGLE_DIRECTION, Choice
from tps.optimize.search.dose_points import ROUGH
from tps.optimize.search.initial_layouts import ApproachView, Capacity, NeedleGroup, spread_start
from tps.optimize.search.multistart import SearchStage, Solution, run_stages
from tps.optimize.search.weights import DoseGoal

# Needles of the starts beyond what the target's cross-section suggests: those at its edge serve less than a
# full hexagon each.
MORE_NEEDLES = (1.5, 2.3, 3.0, 1.1, 1.9, 3.8, 2.7, 4.5)

# Approaches of one start at most.
MOST_GROUPS = 4

# Starts of a target that one approach reaches whole, and of one that takes several; the stages they run.
STARTS = 240
STARTS_MIXED = 440
FEWEST_STARTS = 10
STAGES = (
    SearchStage(STARTS_MIXED, 160, (0.8, 0.5), (4.0, 3.0), 1, (20, 8), 5),
    SearchStage(16, 500, (0.4, 0.2), (3.0, 1.5), 12, (24, 10)),
)
# Runs are longer for a layout of many seeds, which has more to arrange, and for one of few, where every seed
# must stand right and a step costs little.
MANY_SEEDS, FEW_SEEDS = 35.0, 36.0
STRETCH = (1.2, 3.0)

# And longer where several approaches must share a target.
STRETCH_MIXED = 1.5


def stretch_for(seeds: float, effort: float) -> float:
    """By how much runs are longer for a layout of so many seeds."""
    return float(np.clip(max(seeds / MANY_SEEDS, FEW_SEEDS / max(seeds, 1.0)), *STRETCH)) * effort


def single_target_problem(problem: Problem, g: int) -> Problem:
    """The problem of target ``g`` without the others; limits on those are dropped."""
    target = problem.targets[g]
    known = {target.name, *(o.name for o in problem.organs)}
    return replace(
        problem,
        targets=(target,),
        limits=tuple(l for l in problem.limits if l.roi in known),
        soft_limits=tuple(l for l in problem.soft_limits if l.roi in known),
    )


def pick_groups(
    choice: Choice, views: Sequence[ApproachView], more: float, rng: np.random.Generator
) -> list[NeedleGroup]:
    """An approach by chance, the more promising ones more often, and others for what it does not reach.

    Parameters
    ----------
    choice : Choice
        With one approach at least.
    views : sequence of ApproachView
        Of the choice's approaches.
    more : float
        Needles on the first approach beyond the choice's estimate.
    rng : numpy.random.Generator
    """
    count = len(choice.approaches)
    first = min(int(count * rng.uniform() ** 1.5), count - 1)
    groups = [NeedleGroup(views[first], max(int(round(choice.needles[first] + more)), 1))]
    safety = np.exp(-(choice.access - choice.access.min()))
    left = ~choice.covered[first]
    while 1.0 - left.mean() < SINGLE_DIRECTION and len(groups) < MOST_GROUPS:
        gain = safety * (choice.covered & left).sum(axis=1).astype(float) ** 2
        if not gain.any():
            break
        k = int(rng.choice(count, p=gain / gain.sum()))
        share = (choice.covered[k] & left).mean() / max(choice.covered[k].mean(), 1e-9)
        needles = max(int(round(choice.needles[k] * share + rng.uniform())), 1)
        groups.append(NeedleGroup(views[k], needles, choice.points[left & choice.covered[k]]))
        left &= ~choice.covered[k]
    return groups


def pick_lines(views: Sequence[ApproachView], rng: np.random.Generator) -> list[NeedleGroup]:
    """Most or all of the user's own lines, one needle on each: the search takes away what is too much."""
    count = int(rng.integers((len(views) + 1) // 2, len(views), endpoint=True))
    return [NeedleGroup(views[k], 1) for k in rng.permutation(len(views))[:count]]


def start_count(choice: Choice, effort: float) -> int:
    """Starts of a target."""
    return max(int((STARTS if choice.single else STARTS_MIXED) * min(effort, 1.0)), FEWEST_STARTS)


def make_starts(
    choice: Choice,
    rules: Rules,
    capacity: Capacity,
    random_seed: tuple[int, int],
    effort: float,
    lines: bool = False,
) -> list[State]:
    """Spread layouts on one approach each, or on a few where one does not reach the whole target.

    Parameters
    ----------
    choice : Choice
        With one approach at least; the layouts' approaches are numbered within it.
    rules : Rules
    capacity : Capacity
        The layouts' room.
    random_seed : (int, int)
        The problem's, and the target's number.
    effort : float
        As of ``Problem``.
    lines : bool
        Every approach is a line of the user's, which holds one needle.
    """
    views = [ApproachView(k, a, rules) for k, a in enumerate(choice.approaches)]
    starts = []
    for number in range(start_count(choice, effort)):
        rng = np.random.default_rng([*random_seed, number])
        more = MORE_NEEDLES[number % len(MORE_NEEDLES)]
        groups = pick_lines(views, rng) if lines else pick_groups(choice, views, more, rng)
        # Of needles too near each other the later one is dropped: now of the first approach, now of others.
        if rng.uniform() < 0.5:
            groups.reverse()
        starts.append(spread_start(groups, rules, capacity, rng, lines))
    return starts


def search_single_target(
    problem: Problem,
    g: int,
    choice: Choice,
    capacity: Capacity,
    report_progress: Callable[[float], None],
) -> tuple[list[Solution], int]:
    """Search on the starts of one target alone.

    Parameters
    ----------
    problem : Problem
        Of all targets.
    g : int
        Target.
    choice : Choice
        The target's; without approaches the one solution has no needles.
    capacity : Capacity
        The layouts' room.
    report_progress : callable (fraction) -> None

    Returns
    -------
    list of Solution
        Best first; their approaches are numbered within ``choice``.
    int
        Doses computed.
    """
    if not choice.approaches:
        return [Solution(0, new_layout(capacity.needles, capacity.seeds))], 0
    single = single_target_problem(problem, g)
    search = make_search(single, [(0, a) for a in choice.approaches], ROUGH, DoseGoal(ROUGH.cold, ROUGH.aim))
    starts = make_starts(
        choice, search.rules, capacity, (problem.random_seed, g), problem.effort, problem.fixed_lines
    )
    seeds = np.mean([s.count[: s.size[0]].sum() for s in starts])
    stretch = stretch_for(float(seeds), problem.effort) * (1.0 if choice.single else STRETCH_MIXED)
    stages = [(search, stage.scaled(stretch)) for stage in STAGES]
    return run_stages(
        starts, stages, capacity, problem.random_seed + 1000 * g, problem.threads, report_progress
    )


def joined(layouts: Sequence[State], first_approach: Sequence[int] | np.ndarray, capacity: Capacity) -> State:
    """One layout of several targets' layouts, their approaches renumbered from ``first_approach``."""
    whole = new_layout(capacity.needles, capacity.seeds)
    n = 0
    for layout, first in zip(layouts, first_approach, strict=True):
        for i in range(layout.size[0]):
            if n == capacity.needles:
                break
            whole.approach[n], whole.count[n] = layout.approach[i] + first, layout.count[i]
            whole.place[n], whole.offset[n] = layout.place[i], layout.offset[i]
            n += 1
    whole.size[0] = n
    return whole


def combine_targets(
    singles: Sequence[list[Solution]],
    choices: Sequence[Choice],
    capacity: Capacity,
    count: int,
    random_seed: int,
) -> list[State]:
    """Joint layouts: the best of each target together first, then chance picks among the better.

    Parameters
    ----------
    singles : sequence of list of Solution
        Of each target, best first; none is empty.
    choices : sequence of Choice
        Of each target; approaches are numbered through all of them.
    capacity : Capacity
        The joint layouts' room.
    count : int
        Layouts wanted.
    random_seed : int
    """
    first = np.concatenate([[0], np.cumsum([len(c.approaches) for c in choices])[:-1]]).astype(int)
    starts = []
    for number in range(count):
        rng = np.random.default_rng([random_seed, 7, number])
        ranks = [min(number, len(h) - 1) for h in singles]
        if len(singles) > 1 and number > 0:
            ranks = [min(int(rng.integers(number + 1)), len(h) - 1) for h in singles]
        starts.append(joined([h[r].layout for h, r in zip(singles, ranks, strict=True)], first, capacity))
    return starts
