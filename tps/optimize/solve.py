"""The planner's verb: from a problem to a layout."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import numpy as np

from tps.optimize.directions import Choice, choose, take_all
from tps.optimize.heats import combine, run_heat, start_count, stretch_for
from tps.optimize.layouts import Chosen
from tps.optimize.points import COARSE, FINE
from tps.optimize.polish import Polished, Polishing, polish
from tps.optimize.problem import Layout, Problem, TargetProblem
from tps.optimize.race import Leg, best_different, race, thread_count
from tps.optimize.reasons import reasons_and_warnings
from tps.optimize.space import make_rules, make_search
from tps.optimize.starts import Room
from tps.optimize.weights import Aim

# Approaches searched for a target that one of them serves whole, for one that takes several, and for each of
# several targets.
APPROACHES = 6
APPROACHES_MIXED = 12
APPROACHES_EACH = 4

# The legs that all targets run together; those of the last are polished.
LEGS = (
    (COARSE, Leg(5, 1200, (0.15, 0.1), (1.5, 0.5), 8, (24, 12))),
    (FINE, Leg(4, 1600, (0.08, 0.04), (0.8, 0.4), 1, (30, 15))),
)

# A near miss is searched anew with other random numbers, so many times in all.
MOST_ATTEMPTS = 6
ANOTHER_STREAM = 100_003


def at_most(count: int, effort: float) -> int:
    """How often something is repeated: less often where less effort is asked for, at least once."""
    return max(int(count * min(effort, 1.0)), 1)


def room_for(problem: Problem, choices: Sequence[Choice]) -> Room:
    """Room for more needles than expected, and for seeds all along the longest way through a target."""
    needles = sum(1.6 * float(c.needles.max(initial=1.0)) + 4.0 for c in choices)
    longest = max(float(np.linalg.norm(np.ptp(t.surface_points_mm, axis=0))) for t in problem.targets)
    longest += 2.0 * problem.protocol.seed_beyond_target_mm
    low = max(problem.protocol.seed_spacing_mm[0], 1.0)
    most = problem.max_needles or 80
    return Room(int(min(needles, most, 80)), int(np.clip(longest / low + 2, 4, 24)))


def _choose(problem: Problem, target: TargetProblem, first_mm: float) -> Choice:
    """The approaches to search for one target."""
    if problem.fixed_lines:
        return take_all(target, first_mm)
    most = APPROACHES if len(problem.targets) == 1 else APPROACHES_EACH
    choice = choose(target, most, first_mm)
    if len(problem.targets) == 1 and not choice.single:
        return choose(target, APPROACHES_MIXED, first_mm)
    return choice


@dataclass(frozen=True, eq=False)
class Attempt:
    """One whole search: the layouts it polished, the searches it used, and the doses it computed."""

    polished: tuple[Polished, ...]
    points: dict[str, int]
    computed: int

    @property
    def best(self) -> Polished:
        """The preferred layout."""
        return min(self.polished, key=lambda p: p.rank)


def attempt(problem: Problem, choices: Sequence[Choice], chosen: Chosen, told) -> Attempt:
    """Search once: heats, race, polish.

    Parameters
    ----------
    problem : Problem
    choices : sequence of Choice
        Of each target.
    chosen : sequence of (target index, approach)
    told : callable (fraction, text)
    """
    room = room_for(problem, choices)
    heats, computed = [], 0
    for g, choice in enumerate(choices):
        part = 0.5 / len(choices)
        runners, count = run_heat(
            problem, g, choice, room, lambda x, g=g, part=part: told(part * (g + x), "searching")
        )
        heats.append(best_different(runners, LEGS[0][1].keep))
        computed += count
    starts = combine(heats, choices, room, LEGS[0][1].keep, problem.random_seed)
    searches = {s: make_search(problem, chosen, s, Aim(s.cold, s.aim)) for s, _ in LEGS}
    seeds = float(np.mean([s.count[: s.size[0]].sum() for s in starts]))
    stretch = stretch_for(seeds, problem.effort)
    legs = [(searches[s], leg.scaled(stretch)) for s, leg in LEGS]
    seed, threads = problem.random_seed + 1, problem.threads
    runners, count = race(starts, legs, room, seed, threads, lambda x: told(0.5 + 0.2 * x, "improving"))
    computed += count
    told(0.7, "polishing")
    fine = searches[FINE]
    with ThreadPoolExecutor(thread_count(threads)) as pool:
        begun = list(
            pool.map(
                lambda r: Polishing(problem, fine, r, chosen, room, stretch),
                runners,
            )
        )
        polished = polish(begun, pool)
    points = {s.name: int(search.points.xyz.shape[1]) for s, search in searches.items()}
    return Attempt(tuple(p.best for p in polished), points, computed + sum(p.computed for p in begun))


def optimise(problem: Problem) -> Layout:
    """Find needles and seeds.

    Parameters
    ----------
    problem : Problem

    Returns
    -------
    Layout
        The best found; ``met`` tells whether it meets the prescription, the hard limits and the rules.
    """
    told = problem.progress or (lambda fraction, text: None)
    rules = make_rules(problem)
    choices = [_choose(problem, t, rules.first) for t in problem.targets]
    chosen = tuple((g, a) for g, c in enumerate(choices) for a in c.approaches)
    if not chosen:
        names = ", ".join(t.name for t in problem.targets)
        return Layout((), (), False, (f"reach: no needle path reaches {names} from any direction",))
    attempts: list[Attempt] = []
    for number in range(at_most(MOST_ATTEMPTS, problem.effort)):
        seed = problem.random_seed + ANOTHER_STREAM * number
        attempts.append(attempt(replace(problem, random_seed=seed), choices, chosen, told))
        if not attempts[-1].best.worth_another:
            break
    told(1.0, "judging")
    best = min((a.best for a in attempts), key=lambda p: p.rank)
    reasons, warnings = reasons_and_warnings(problem, best.drawn, best.verdict, choices, rules)
    return Layout(
        needles=best.drawn.needles,
        seeds=best.drawn.seeds,
        met=not reasons,
        reasons=reasons,
        warnings=warnings,
        search={
            "random_seed": problem.random_seed,
            "effort": problem.effort,
            "attempts": len(attempts),
            "approaches": len(chosen),
            "starts": len(attempts) * sum(start_count(c, problem.effort) for c in choices),
            "doses_computed": sum(a.computed for a in attempts),
            "points": attempts[0].points,
            "energy": round(best.runner.energy, 4),
        },
    )
