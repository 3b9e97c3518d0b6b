"""The last improvement of a layout: on every surface point of the report that is anywhere near cold."""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from dose_kernels.search.arrays import Limits, Search, State
from dose_kernels.search.feasibility import cell_of
from tps.optimize.problem import Problem
from tps.optimize.search.active_points import MOST_COLD, nearly_cold, with_cold_points
from tps.optimize.search.decode import Chosen, DecodedLayout, draw
from tps.optimize.search.initial_layouts import Capacity
from tps.optimize.search.layout_metrics import LayoutMetrics, measure_layout, surface_doses
from tps.optimize.search.multistart import SearchStage, Solution, run_stage, stream

# First aim on the surface, in prescriptions; a little above 1 because the search's dose is good to 0.1 %.
FIRST_AIM = 1.001

# A minimum this far above the prescription is near enough: more would be dose for nothing.
ENOUGH_MARGIN = 0.004

# The needles' own axis points stand between the places found; there a little more is wanted.
FINE_AXIS_POINT_MARGIN = 0.004

# Cold points outweigh everything here: 0.1 % below the aim costs as much as two seeds.
COLD_WORST = 700.0

# Prescribed to a part of the volume: fraction at the prescription that is good enough to stop at.
COVERED = 0.96

# Most rounds, and most rounds after needles that the final judge refused.
MOST_ROUNDS = 8
MOST_REPAIRS = 4

# The rounds: the first may still rearrange the layout, with the cold places of the last one in view; later
# ones move less and less.  Steps are multiplied by the problem's size.
ROUNDS = (
    SearchStage(1, 3000, (0.05, 0.01), (0.8, 0.2), 2, (30, 20), stride_mm=(0.3, 0.03)),
    SearchStage(1, 3000, (0.03, 0.005), (0.6, 0.1), 2, (20, 20), stride_mm=(0.2, 0.02)),
    SearchStage(1, 3000, (0.01, 0.002), (0.4, 0.06), 2, (0, 30), stride_mm=(0.1, 0.01)),
    SearchStage(1, 2400, (0.003, 0.0005), (0.2, 0.03), 2, (0, 30), stride_mm=(0.05, 0.005)),
)

# Instead of the first round, for a layout that misses by no more than ``SHAKEN_BELOW`` after all; so often.
SHAKE = SearchStage(1, 5000, (0.15, 0.02), (1.5, 0.3), 3, (30, 20), stride_mm=(0.4, 0.03))
SHAKEN_BELOW = 0.06
MOST_SHAKES = 2

# After needles that the final judge refused.
REPAIR = SearchStage(1, 8000, (0.05, 0.002), (1.5, 0.2))

# So many layouts go on after each round.
KEPT = (4, 3, 2)

# A layout that misses its prescription by no more than this is worth another search.
NEAR_MISS = 0.3

# A layout this far below the prescription that a round does not bring nearer is given up.
ABANDON_SHORTFALL = 0.01


@dataclass(frozen=True, eq=False)
class Refined:
    """A finished layout.

    Parameters
    ----------
    solution : Solution
    decoded : DecodedLayout
    verdict : LayoutMetrics
    low : float
        How far below what is wanted the worst target is, as a fraction; 0: nowhere.
    over : float
        Sum of the relative excesses over hard limits.
    """

    solution: Solution
    decoded: DecodedLayout
    verdict: LayoutMetrics
    low: float
    over: float

    @property
    def kept(self) -> bool:
        """The prescription and all hard limits are kept."""
        return self.verdict.lowest >= 1.0 and self.over == 0.0

    @property
    def nearly_kept(self) -> bool:
        """What is missed, if anything, is missed by so little that another search may do."""
        return self.kept or max(self.low, self.over) <= NEAR_MISS

    @property
    def worth_another(self) -> bool:
        """Something is missed, but by so little that another search may do."""
        return self.nearly_kept and not self.kept

    @property
    def rank(self) -> tuple:
        """Order of preference: paths allowed, prescription and limits kept, coverage, energy, number."""
        missed = round(max(1.0 - self.verdict.lowest, 0.0) + self.over, 4)
        wrong = round(self.low + self.over, 4)
        return (len(self.decoded.refused), missed, wrong, self.solution.energy, self.solution.number)


def shortfall(verdict: LayoutMetrics) -> float:
    """How far the worst target is below what is wanted, as a fraction; 0 if it is not."""
    fraction = verdict.measure.volume_fraction
    if fraction is None:
        return max(1.0 - verdict.lowest, 0.0)
    covered = max(COVERED, fraction)
    return max(max(1.0 - verdict.lowest, covered - t.v100, 0.0) for t in verdict.targets)


def excess(verdict: LayoutMetrics) -> float:
    """Sum of the relative distances from hard limits that are not kept."""
    return sum(abs(g.value / g.limit.value - 1.0) if g.limit.value > 0 else 1.0 for g in verdict.broken)


def close_cells(search: Search, layout: State, refused: tuple[int, ...]) -> None:
    """Close the cells of refused needles for every later run of this search."""
    for i in refused:
        a, b = float(layout.place[i, 0]), float(layout.place[i, 1])
        search.rays.reach[cell_of(search.rays, int(layout.approach[i]), a, b)] = -np.inf


def tightened(limits: Limits, verdict: LayoutMetrics) -> Limits:
    """Limits with those that are not kept drawn tighter by as much as they are missed (10 % at most)."""
    threshold = limits.threshold.copy()
    for i, goal in enumerate(verdict.hard):
        if not goal.met and goal.value > 0:
            ratio = goal.limit.value / goal.value
            threshold[i] *= np.clip(ratio, 0.9, 1.1)
    return limits._replace(threshold=threshold)


class Refinement:
    """One layout on its way to the prescription on the report's own surface points, and to no more than that.

    Parameters
    ----------
    problem : Problem
    search : Search
        The finest of the search.
    solution : Solution
    chosen : approaches of the search, as (target index, approach)
    capacity : Capacity
    stretch : float
        By how much rounds are longer than usual.
    """

    def __init__(
        self,
        problem: Problem,
        search: Search,
        solution: Solution,
        chosen: Chosen,
        capacity: Capacity,
        stretch: float,
    ):
        self.problem, self.chosen, self.capacity, self.stretch = problem, chosen, capacity, stretch
        weights = search.weights
        if weights.cold_worst > 0.0:
            weights = weights._replace(
                cold_worst=COLD_WORST, aim=FIRST_AIM, axis_point_margin=FINE_AXIS_POINT_MARGIN
            )
        # Its own copy of the cells: a refused needle closes one, and the other layouts must not notice.
        rays = search.rays._replace(reach=search.rays.reach.copy())
        self.search = search._replace(rays=rays, weights=weights)
        self.points = search.points
        # Cold spots lie on needles' axes and move with them: those of earlier rounds stay in, newest first.
        self.cold = [np.empty((0, 3)) for _ in problem.targets]
        self.turn, self.repairs, self.wrong_before = 0, 0, np.inf
        self.rounds, self.first_turn = ROUNDS, 0
        self.done, self.computed = False, 0
        self._best: Refined | None = None
        self._judge(solution)

    def _judge(self, solution: Solution) -> None:
        self.solution = solution
        decoded = draw(self.problem, solution.layout, self.chosen, self.search.rules)
        surfaces = surface_doses(self.problem, decoded.seeds)
        verdict = measure_layout(self.problem, decoded.seeds, surfaces)
        self.found = Refined(solution, decoded, verdict, shortfall(verdict), excess(verdict))
        self.cold = [
            np.concatenate([nearly_cold(self.problem, s), old])[:MOST_COLD]
            for s, old in zip(surfaces, self.cold, strict=True)
        ]

    def advance(self) -> None:
        """Go one round on, unless nothing is left to do: then say so in ``done``."""
        stage = self._next_leg()
        if stage is None:
            self.done = True
            return
        points = with_cold_points(self.problem, self.found.decoded.seeds, self.cold, self.points)
        stream_of_turn = stream(self.problem.random_seed, self.solution.number, 100 + self.turn)
        solution, count = run_stage(
            self.search._replace(points=points),
            self.solution,
            stage.scaled(self.stretch),
            self.capacity,
            stream_of_turn,
        )
        self.computed += count
        self.turn += 1
        self._judge(solution)
        if self._best is None or self.found.rank < self._best.rank:
            self._best = self.found

    @property
    def best(self) -> Refined:
        """The best layout of any round; before the first, the one that the stages before ended with."""
        return self._best or self.found

    def perturb(self) -> None:
        """Begin again from the best layout found, hotter, and aiming beyond what was missed."""
        weights = self.search.weights
        if weights.cold_worst > 0.0:
            weights = weights._replace(aim=FIRST_AIM + self.best.low)
        self.search = self.search._replace(weights=weights)
        self.solution, self.found = self.best.solution, self.best
        self.rounds, self.first_turn = (SHAKE, *ROUNDS[1:]), self.turn - self.repairs
        self.wrong_before, self.done = np.inf, False

    def _next_leg(self) -> SearchStage | None:
        turn, found = self.turn - self.repairs - self.first_turn, self.found
        if found.decoded.refused:
            self.repairs += 1
            close_cells(self.search, self.solution.layout, found.decoded.refused)
            return REPAIR if self.repairs <= MOST_REPAIRS else None
        if turn > 0:
            wrong = found.low + found.over
            settled = turn >= len(self.rounds) and _settled(found, wrong, self.wrong_before)
            if settled or turn >= MOST_ROUNDS:
                return None
            self.wrong_before = wrong
            weights, limits = (
                _aimed_anew(self.search.weights, found),
                tightened(self.search.limits, found.verdict),
            )
            self.search = self.search._replace(weights=weights, limits=limits)
        return self.rounds[min(turn, len(self.rounds) - 1)]


def refine(refinements: Sequence[Refinement], pool: Executor) -> list[Refinement]:
    """Refine layouts side by side, fewer in every round; those that were not given up, best first.

    Which layout can be brought to its prescription shows only on the report's own surface points: what seems
    to do with a needle less on the search's fewer points often cannot.
    """
    kept, turn = list(refinements), 0
    for shakes in range(MOST_SHAKES + 1):
        while not all(p.done for p in kept):
            list(pool.map(Refinement.advance, [p for p in kept if not p.done]))
            kept.sort(key=lambda p: p.best.rank)
            kept = kept[: KEPT[min(turn, len(KEPT) - 1)]]
            turn += 1
        wrong = kept[0].best.low + kept[0].best.over
        if not 0.0 < wrong < SHAKEN_BELOW or shakes == MOST_SHAKES:
            break
        for p in kept:
            p.perturb()
    return kept


def _settled(found: Refined, wrong: float, before: float) -> bool:
    """True if nothing is wrong and nothing wasted, or if there is no hope."""
    if wrong > 0.0:
        return wrong > ABANDON_SHORTFALL and wrong > 0.8 * before
    return not found.verdict.measure.on_surface or found.verdict.lowest <= 1.0 + ENOUGH_MARGIN


def _aimed_anew(weights, found: Refined):
    """Weights that ask for a little more where the last round fell short, for less where it went too far."""
    if weights.cold_worst > 0.0:
        missed = FIRST_AIM - found.verdict.lowest
        return weights._replace(aim=weights.aim + float(np.clip(missed, -0.02, 0.003)))
    return weights._replace(cover_goal=min(weights.cover_goal + min(found.low, 0.01), 1.0))
