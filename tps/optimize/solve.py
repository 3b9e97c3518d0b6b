"""The planner's verb: from a problem to a layout."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial

import numpy as np

from tps.model.reason import Reason
from tps.optimize.problem import Layout, Problem, TargetProblem
from tps.optimize.reasons import reasons_and_warnings
from tps.optimize.search.arrays import make_rules, make_search
from tps.optimize.search.decode import Chosen
from tps.optimize.search.directions import Choice, choose, choose_safer, take_all
from tps.optimize.search.dose_points import COARSE, FINE
from tps.optimize.search.initial_layouts import (
    FEWEST_SEEDS_ON_NEEDLE,
    MOST_NEEDLES,
    MOST_SEEDS_ON_NEEDLE,
    Capacity,
)
from tps.optimize.search.multistart import SearchStage, diverse_best, run_stages, thread_count
from tps.optimize.search.per_target import combine_targets, search_single_target, start_count, stretch_for
from tps.optimize.search.refine import Refined, Refinement, refine
from tps.optimize.search.weights import DoseGoal

# Approaches searched for a target that one of them serves whole (alone, and as one of several targets), and
# for one that takes several.
APPROACHES = 6
APPROACHES_EACH = 4
APPROACHES_MIXED = 12
APPROACHES_SAFER = 8

# Prescribed Gy for each U of a seed, up to which needles as far apart as ``Choice.needles`` expects have room
# for the seeds it takes (in a ball of 28 mm, 600 Gy/U fill them all).
DOSE_PER_STRENGTH = 400.0

# The stages that all targets run together; those of the last are refined.
STAGES = (
    (COARSE, SearchStage(5, 1200, (0.15, 0.1), (1.5, 0.5), 8, (24, 12))),
    (FINE, SearchStage(4, 1600, (0.08, 0.04), (0.8, 0.4), 1, (30, 15))),
)

# A near miss is searched anew with other random numbers, so many times in all: one target, several targets
# (whose searches are longer), and further ways in where others already meet the prescription or nearly do.
MOST_ATTEMPTS = 6
MOST_ATTEMPTS_JOINT = 3
FEW_ATTEMPTS = 2
ANOTHER_STREAM = 100_003


def at_most(count: int, effort: float) -> int:
    """How often something is repeated: less often where less effort is asked for, at least once."""
    return max(int(count * min(effort, 1.0)), 1)


def capacity_for(problem: Problem, choices: Sequence[Choice]) -> Capacity:
    """Room for more needles than expected, and for seeds all along the longest way through a target."""
    needles = sum(1.6 * float(c.needles.max(initial=1.0)) + 4.0 for c in choices)
    if problem.fixed_lines:
        needles = max(needles, sum(len(c.approaches) for c in choices))
    longest = max(float(np.linalg.norm(np.ptp(t.surface_points_mm, axis=0))) for t in problem.targets)
    longest += 2.0 * problem.protocol.seed_beyond_target_mm
    low = max(problem.protocol.seed_spacing_mm[0], 1.0)
    seeds = np.clip(longest / low + 2, FEWEST_SEEDS_ON_NEEDLE, MOST_SEEDS_ON_NEEDLE)
    return Capacity(int(min(needles, problem.max_needles or MOST_NEEDLES, MOST_NEEDLES)), int(seeds))


def _choose(problem: Problem, target: TargetProblem, first_mm: float) -> Choice:
    """The approaches to search for one target."""
    if problem.fixed_lines:
        return take_all(target, first_mm)
    most = APPROACHES if len(problem.targets) == 1 else APPROACHES_EACH
    choice = choose(target, most, first_mm)
    if not choice.single:
        choice = choose(target, APPROACHES_MIXED, first_mm)
    return _with_needles_for(problem, choice)


def _with_needles_for(problem: Problem, choice: Choice) -> Choice:
    """The choice with as many more needles expected as it takes where each seed gives little."""
    times = problem.prescription.dose_gy / problem.strength_u / DOSE_PER_STRENGTH
    return replace(choice, needles=choice.needles * times) if times > 1.0 else choice


@dataclass(frozen=True, eq=False)
class Attempt:
    """One whole search: the layouts it refined, the searches it used, and the doses it computed."""

    refined: tuple[Refined, ...]
    points: dict[str, int]
    computed: int

    @property
    def best(self) -> Refined:
        """The preferred layout."""
        return min(self.refined, key=lambda p: p.rank)


def _report_single(
    report_progress: Callable[[float, str], None], g: int, targets: int, fraction: float
) -> None:
    """The searches of single targets take the first half, each the same part of it."""
    part = 0.5 / targets
    report_progress(part * (g + fraction), "searching")


def attempt(
    problem: Problem,
    choices: Sequence[Choice],
    chosen: Chosen,
    report_progress: Callable[[float, str], None],
) -> Attempt:
    """Search once: each target by itself, all together, refinement.

    Parameters
    ----------
    problem : Problem
    choices : sequence of Choice
        Of each target.
    chosen : sequence of (target index, approach)
    report_progress : callable (fraction, text)
    """
    capacity = capacity_for(problem, choices)
    singles, computed = [], 0
    for g, choice in enumerate(choices):
        progress = partial(_report_single, report_progress, g, len(choices))
        solutions, count = search_single_target(problem, g, choice, capacity, progress)
        singles.append(diverse_best(solutions, STAGES[0][1].keep))
        computed += count
    starts = combine_targets(singles, choices, capacity, STAGES[0][1].keep, problem.random_seed)
    searches = {s: make_search(problem, chosen, s, DoseGoal(s.cold, s.aim)) for s, _ in STAGES}
    seeds = float(np.mean([s.count[: s.size[0]].sum() for s in starts]))
    stretch = stretch_for(seeds, problem.effort)
    stages = [(searches[s], stage.scaled(stretch)) for s, stage in STAGES]
    seed, threads = problem.random_seed + 1, problem.threads
    solutions, count = run_stages(
        starts, stages, capacity, seed, threads, lambda x: report_progress(0.5 + 0.2 * x, "improving")
    )
    computed += count
    report_progress(0.7, "refining")
    fine = searches[FINE]
    with ThreadPoolExecutor(thread_count(threads)) as pool:
        begun = list(
            pool.map(
                lambda r: Refinement(problem, fine, r, chosen, capacity, stretch),
                solutions,
            )
        )
        refined = refine(begun, pool)
    points = {s.name: int(search.points.xyz.shape[1]) for s, search in searches.items()}
    return Attempt(tuple(p.best for p in refined), points, computed + sum(p.computed for p in begun))


@dataclass(frozen=True, eq=False)
class WaysSearched:
    """The best of the searches on one set of ways in, with what tells how it was found."""

    choices: tuple[Choice, ...]
    chosen: Chosen
    attempts: tuple[Attempt, ...]

    @property
    def best(self) -> Refined:
        """The preferred layout of all attempts."""
        return min((a.best for a in self.attempts), key=lambda p: p.rank)

    @property
    def rank(self) -> tuple:
        """Order of preference between sets of ways: what is met, then all that the search weighs."""
        missed = self.best.rank[:3]
        # Within rounding of the prescription two layouts are as good; then ways and doses decide.
        return (missed[0], round(missed[1], 2), round(missed[2], 2), self.best.solution.energy)


def search_ways(problem: Problem, choices: Sequence[Choice], most: int, report_progress) -> WaysSearched:
    """Search one set of ways, anew where it misses narrowly.

    Parameters
    ----------
    problem : Problem
    choices : sequence of Choice
        Of each target.
    most : int
        So many searches at most; fewer with less effort.
    report_progress : callable (fraction, text) -> None
    """
    chosen = tuple((g, a) for g, c in enumerate(choices) for a in c.approaches)
    attempts: list[Attempt] = []
    for number in range(at_most(most, problem.effort)):
        seed = problem.random_seed + ANOTHER_STREAM * number
        attempts.append(attempt(replace(problem, random_seed=seed), choices, chosen, report_progress))
        if not attempts[-1].best.worth_another:
            break
    return WaysSearched(tuple(choices), chosen, tuple(attempts))


def sets_of_ways(problem: Problem, first_mm: float) -> list[tuple[Choice, ...]]:
    """The ways to search: those that promise the best plan, and clearly safer ones where there are such."""
    plain = tuple(_choose(problem, t, first_mm) for t in problem.targets)
    if problem.fixed_lines:
        return [plain]
    safer = [
        choose_safer(t, APPROACHES_SAFER, first_mm, c) for t, c in zip(problem.targets, plain, strict=True)
    ]
    if not any(safer):
        return [plain]
    return [
        tuple(_with_needles_for(problem, s) if s else c for s, c in zip(safer, plain, strict=True)),
        plain,
    ]


def optimise(problem: Problem) -> Layout:
    """Find needles and seeds.

    Where clearly safer ways reach the targets than those that promise the fewest needles, both are searched;
    the layout that is cheaper by all that is weighed is taken, the other one is its alternative.

    Parameters
    ----------
    problem : Problem

    Returns
    -------
    Layout
        The best found; ``met`` tells whether it meets the prescription, the hard limits and the rules.
    """
    report_progress = problem.progress or (lambda fraction, text: None)
    rules = make_rules(problem)
    sets = sets_of_ways(problem, rules.first)
    if not any(c.approaches for c in sets[0]):
        names = ", ".join(t.name for t in problem.targets)
        ways = "none of the lines given" if problem.fixed_lines else "no needle path from any direction"
        text = f"{ways} reaches {names}"
        reason = Reason("reach", text)
        return Layout((), (), False, (reason,))
    found: list[WaysSearched] = []
    for number, choices in enumerate(sets):
        most = MOST_ATTEMPTS if len(problem.targets) == 1 else MOST_ATTEMPTS_JOINT
        if any(w.best.nearly_kept for w in found):
            most = FEW_ATTEMPTS

        def share(fraction: float, text: str, number=number) -> None:
            report_progress((number + fraction) / len(sets), text)

        found.append(search_ways(problem, choices, most, share))
    report_progress(1.0, "judging")
    found.sort(key=lambda w: w.rank)
    layouts = [_layout(problem, ways, rules, len(found)) for ways in found]
    return replace(layouts[0], alternatives=tuple(layouts[1:]))


def _layout(problem: Problem, ways: WaysSearched, rules, sets_of_ways: int) -> Layout:
    best, attempts = ways.best, ways.attempts
    reasons, warnings = reasons_and_warnings(problem, best.decoded, best.verdict, ways.choices, rules)
    return Layout(
        needles=best.decoded.needles,
        seeds=best.decoded.seeds,
        met=not reasons,
        reasons=reasons,
        warnings=warnings,
        search={
            "random_seed": problem.random_seed,
            "effort": problem.effort,
            "attempts": len(attempts),
            "approaches": len(ways.chosen),
            "sets_of_ways": sets_of_ways,
            "starts": len(attempts) * sum(start_count(c, problem.effort) for c in ways.choices),
            "doses_computed": sum(a.computed for a in attempts),
            "points": attempts[0].points,
            "energy": round(best.solution.energy, 4),
        },
    )
