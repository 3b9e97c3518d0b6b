"""The plain greedy planner on a lattice that ours is compared with.

Needles along one direction on a square lattice of 10 mm, as through a template, seeds every 5 mm along them
at the closest; the seed that lessens the squared shortfall below the prescription most is added until as much
of the target is covered as asked, then every seed that is not needed is taken out again.  Of four places of
the template the best is taken.  The same rules hold: needles and seeds 10 mm or more apart.
"""

from dataclasses import dataclass

import numpy as np

from tps.model import Seed
from tps.optimize.certificate.candidates import collect, lattice
from tps.optimize.problem import Problem
from tps.optimize.search.arrays import make_rules
from tps.optimize.search.layout_metrics import LayoutMetrics, measure_layout

PITCH_MM = 5.0
TEMPLATE_MM = 10.0
OFFSETS_MM = ((0.0, 0.0), (5.0, 0.0), (0.0, 5.0), (5.0, 5.0))

# Points inside the target that the greedy search looks at.
MOST_POINTS = 4000

# Coordinates nearer than this to each other are the same.
ROUNDING_MM = 1e-6


@dataclass(frozen=True, eq=False)
class Greedy:
    """What the greedy planner found: number of needles, seeds, and the verdict on them."""

    needles: int
    seeds: tuple[Seed, ...]
    verdict: LayoutMetrics


def plan_greedily(problem: Problem, approach, coverage: float) -> Greedy:
    """Plan one target along one approach, to a V100 of ``coverage`` (a fraction) if the lattice allows it."""
    found = [_on_template(problem, approach, coverage, np.array(offset)) for offset in OFFSETS_MM]
    return min(found, key=lambda g: (round(max(coverage - g.verdict.targets[0].v100, 0.0), 3), g.needles))


def _on_template(problem: Problem, approach, coverage: float, offset_mm: np.ndarray) -> Greedy:
    target, rules = problem.targets[0], make_rules(problem)
    middle = _middle(target, approach)
    abt = lattice(target, approach, middle, PITCH_MM, rules)
    off = (abt[:, :2] - middle[:2] - offset_mm) / TEMPLATE_MM
    candidates = collect([(approach, abt[np.all(np.abs(off - np.rint(off)) < ROUNDING_MM, axis=1)])])
    step = -(-len(target.inside_points_mm) // MOST_POINTS)
    points, volume = target.inside_points_mm[::step], target.inside_volumes_mm3[::step]
    dose = problem.engine.influence_gy_per_u(points, candidates.positions, candidates.directions)
    dose = dose * (problem.strength_u / problem.prescription.dose_gy)
    chosen = _pruned(dose, volume, _added(dose, volume, candidates, rules, coverage), coverage)
    seeds = tuple(
        Seed(
            number,
            int(candidates.line[i]) + 1,
            candidates.positions[i],
            approach.direction,
            problem.strength_u,
        )
        for number, i in enumerate(chosen, start=1)
    )
    return Greedy(len({s.needle for s in seeds}), seeds, measure_layout(problem, seeds))


def _middle(target, approach) -> np.ndarray:
    """Middle of the target in the approach's coordinates, (3,)."""
    return np.array([0.5 * (x.min() + x.max()) for x in approach.lateral_mm(target.surface_points_mm)])


def _covered(total: np.ndarray, volume: np.ndarray) -> float:
    return float(volume[total >= 1.0].sum() / volume.sum())


def _added(dose, volume, candidates, rules, coverage: float) -> list[int]:
    total, chosen = np.zeros(dose.shape[1]), []
    free = np.ones(len(dose), bool)
    while _covered(total, volume) < coverage and free.any():
        short = np.maximum(1.0 - total, 0.0)
        cold = short > 0
        # Sum of squares before minus after, for every candidate at once.
        after = np.maximum(short[cold] - dose[:, cold], 0.0)
        gain = np.where(free, (volume[cold] * (short[cold] ** 2 - after**2)).sum(axis=1), -1.0)
        best = int(np.argmax(gain))
        chosen.append(best)
        total = total + dose[best]
        apart = np.linalg.norm(candidates.positions - candidates.positions[best], axis=1)
        free &= apart >= rules.seed_min - ROUNDING_MM
    return chosen


def _pruned(dose, volume, chosen: list[int], coverage: float) -> list[int]:
    """The chosen without those that are not needed, the least useful first."""
    total = dose[chosen].sum(axis=0)
    if _covered(total, volume) < coverage:
        return chosen
    while True:
        left, which = max((_covered(total - dose[i], volume), i) for i in chosen)
        if left < coverage:
            return chosen
        chosen = [i for i in chosen if i != which]
        total = total - dose[which]
