"""The plain greedy planner on a lattice that ours is compared with.

Needles along one direction on a square lattice, seeds on a lattice along them; the seed that lessens the
squared shortfall below the prescription most is added until the surface has its dose, then every seed that
is not needed is taken out again.  The same rules hold: needles and seeds 10 mm or more apart.
"""

from dataclasses import dataclass

import numpy as np

from tps.model import Seed
from tps.optimize.candidates import collect, lattice
from tps.optimize.judge import Verdict, judge
from tps.optimize.problem import Problem
from tps.optimize.space import make_rules

PITCH_MM = 5.0

# Surface and inside points the greedy search looks at.
MOST_POINTS = 4000

# The search's points are samples: a little more is asked for, and more still where the verdict is "too cold".
MARGINS = (1.0, 1.01, 1.02, 1.04, 1.07, 1.1)

# Two lines nearer than this to each other are the same.
ROUNDING_MM = 1e-6


@dataclass(frozen=True, eq=False)
class Greedy:
    """What the greedy planner found: number of needles, seeds, and the verdict on them."""

    needles: int
    seeds: tuple[Seed, ...]
    verdict: Verdict


def plan_greedily(problem: Problem, approach) -> Greedy:
    """Plan one target along one approach; the first of ``MARGINS`` that meets the prescription, or the last."""
    target, rules = problem.targets[0], make_rules(problem)
    candidates = collect([(approach, lattice(target, approach, _middle(target, approach), PITCH_MM, rules))])
    step = -(-len(target.surface_points_mm) // MOST_POINTS)
    points = target.surface_points_mm[::step]
    dose = problem.engine.influence_gy_per_u(points, candidates.positions, candidates.directions)
    dose = dose * (problem.strength_u / problem.prescription.dose_gy)
    best = None
    for margin in MARGINS:
        chosen = _pruned(dose, _added(dose, candidates, rules, margin), margin)
        seeds = tuple(
            Seed(n, int(candidates.line[i]) + 1, candidates.positions[i], approach.direction, problem.strength_u)
            for n, i in enumerate(chosen, start=1)
        )
        verdict = judge(problem, seeds)
        best = Greedy(len({s.needle for s in seeds}), seeds, verdict)
        if verdict.met:
            break
    return best


def _middle(target, approach) -> np.ndarray:
    """Middle of the target in the approach's coordinates, (3,)."""
    return np.array([0.5 * (x.min() + x.max()) for x in approach.lateral_mm(target.surface_points_mm)])


def _added(dose, candidates, rules, margin) -> list[int]:
    total, chosen = np.zeros(dose.shape[1]), []
    free = np.ones(len(dose), bool)
    lines = candidates.lines[:, 1:3]
    while total.min() < margin and free.any():
        short = np.maximum(margin - total, 0.0)
        cold = short > 0
        # Sum of squares before minus after, for every candidate at once.
        after = np.maximum(short[cold] - dose[:, cold], 0.0)
        gain = np.where(free, (short[cold] ** 2).sum() - (after**2).sum(axis=1), -1.0)
        best = int(np.argmax(gain))
        chosen.append(best)
        total = total + dose[best]
        apart = np.linalg.norm(candidates.positions - candidates.positions[best], axis=1)
        free &= apart >= rules.seed_min - ROUNDING_MM
        between = np.linalg.norm(lines - lines[candidates.line[best]], axis=1)
        near = (between > ROUNDING_MM) & (between < rules.needle_min - ROUNDING_MM)
        free &= ~near[candidates.line]
    return chosen


def _pruned(dose, chosen: list[int], margin: float) -> list[int]:
    """The chosen without those that are not needed, the least useful first."""
    total = dose[chosen].sum(axis=0)
    if total.min() < margin:
        return chosen
    while True:
        spare = [(float((total - dose[i]).min()), i) for i in chosen]
        lowest, which = max(spare)
        if lowest < margin:
            return chosen
        chosen = [i for i in chosen if i != which]
        total = total - dose[which]
