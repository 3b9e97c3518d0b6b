"""The planner's verb: from a problem to a layout."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np

from dose_kernels.anneal_types import State
from tps.optimize.directions import SINGLE_DIRECTION, Choice, choose
from tps.optimize.judge import judge
from tps.optimize.layouts import Chosen
from tps.optimize.points import COARSE, FINE, ROUGH
from tps.optimize.polish import polish
from tps.optimize.problem import Layout, Problem
from tps.optimize.race import Leg, race, thread_count
from tps.optimize.reasons import reasons_and_warnings
from tps.optimize.space import make_rules, make_search
from tps.optimize.starts import Room, spread_start
from tps.optimize.weights import Aim

# Approaches searched: for a single target, and for each of several.
APPROACHES = 6
APPROACHES_EACH = 4

# Needles of the starts beyond what the target's cross-section suggests: those at its edge serve less than a
# full hexagon each.
MORE_NEEDLES = (1.5, 0.7, 2.3, 0.0, 3.0, 1.1, 1.9, 3.8)

# The legs of the race, for a layout of some 20 seeds; larger ones get more steps.
STARTS = 60
LEGS = (
    (ROUGH, Leg(STARTS, 1500, (0.8, 0.3), (4.0, 3.0))),
    (ROUGH, Leg(24, 6000, (0.3, 0.1), (3.0, 1.5))),
    (COARSE, Leg(8, 12000, (0.1, 0.01), (1.5, 0.3))),
    (FINE, Leg(3, 8000, (0.02, 0.003), (0.7, 0.15))),
)
POLISH_STEPS = 5000
USUAL_SEEDS = 20
MOST_STRETCH = 2.5


def make_starts(
    problem: Problem, choices: Sequence[Choice], chosen: Chosen, rules, room: Room, count: int
) -> list[State]:
    """Spread layouts: each takes one approach for each target, or two where one does not reach it all."""
    of_target = [[k for k, (g, _) in enumerate(chosen) if g == t] for t in range(len(choices))]
    starts = []
    for number in range(count):
        rng = np.random.default_rng([problem.random_seed, number])
        more = MORE_NEEDLES[number % len(MORE_NEEDLES)]
        parts = []

        def wanted(t, k, more=more):
            return max(int(round(choices[t].needles[k - of_target[t][0]] + more)), 1)

        for t, mine in enumerate(of_target):
            if not mine:
                continue
            # The more promising approaches are tried more often.
            k = mine[min(int(len(mine) * rng.uniform() ** 1.5), len(mine) - 1)]
            parts.append((k, chosen[k][1], wanted(t, k)))
            reached = choices[t].covered[k - mine[0]].mean()
            if reached < SINGLE_DIRECTION and len(mine) > 1:
                other = mine[int(rng.integers(len(mine)))]
                if other != k:
                    parts.append((other, chosen[other][1], wanted(t, other)))
        starts.append(spread_start(parts, rules, room, rng))
    return starts


def room_for(problem: Problem, choices: Sequence[Choice]) -> Room:
    """Room for twice the needles expected, and for seeds all along the longest way through a target."""
    needles = sum(float(c.needles.max(initial=1.0)) for c in choices)
    longest = (
        max(float(np.linalg.norm(np.ptp(t.surface_points_mm, axis=0))) for t in problem.targets)
        + 2.0 * problem.protocol.seed_beyond_target_mm
    )
    low = max(problem.protocol.seed_spacing_mm[0], 1.0)
    most = problem.max_needles or 80
    return Room(int(min(2.0 * needles + 8, most, 80)), int(np.clip(longest / low + 2, 4, 24)))


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
    single = len(problem.targets) == 1
    most = APPROACHES if single else APPROACHES_EACH
    choices = [choose(t, problem.protocol, most, rules.first) for t in problem.targets]
    chosen = tuple((g, a) for g, c in enumerate(choices) for a in c.approaches)
    if not chosen:
        return _nothing(problem, choices)
    told(0.05, "choosing directions")
    room = room_for(problem, choices)
    searches = {s: make_search(problem, chosen, s, Aim()) for s in (ROUGH, COARSE, FINE)}
    starts = make_starts(problem, choices, chosen, rules, room, STARTS)
    seeds = np.mean([s.count[: s.size[0]].sum() for s in starts]) / USUAL_SEEDS
    stretch = float(np.clip(seeds, 0.7, MOST_STRETCH)) * problem.effort
    legs = [(searches[s], Leg(leg.keep, int(leg.steps * stretch), leg.heat, leg.reach_mm)) for s, leg in LEGS]
    runners, computed = race(
        starts,
        legs,
        room,
        problem.random_seed,
        problem.threads,
        lambda done: told(0.05 + 0.7 * done, "searching"),
    )
    steps = int(POLISH_STEPS * stretch)
    with ThreadPoolExecutor(thread_count(problem.threads)) as pool:
        polished = list(pool.map(lambda r: polish(problem, searches[FINE], r, chosen, room, steps), runners))
    best = min(polished, key=lambda p: p.rank)
    told(0.95, "judging")
    verdict = judge(problem, best.drawn.seeds)
    reasons, warnings = reasons_and_warnings(problem, best.drawn, verdict, choices, rules)
    return Layout(
        needles=best.drawn.needles,
        seeds=best.drawn.seeds,
        met=not reasons,
        reasons=reasons,
        warnings=warnings,
        search={
            "random_seed": problem.random_seed,
            "effort": problem.effort,
            "approaches": len(chosen),
            "starts": len(starts),
            "doses_computed": computed + sum(p.computed for p in polished),
            "points": {
                name: int(searches[s].points.xyz.shape[1])
                for name, s in (("rough", ROUGH), ("coarse", COARSE), ("fine", FINE))
            },
            "energy": round(best.runner.energy, 4),
        },
    )


def _nothing(problem: Problem, choices: Sequence[Choice]) -> Layout:
    names = ", ".join(t.name for t in problem.targets)
    return Layout((), (), False, (f"reach: no needle path reaches {names} from any direction",))
