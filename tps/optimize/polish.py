"""The last improvement of a layout: on every surface point of the report that is anywhere near cold."""

from dataclasses import dataclass

import numpy as np

from dose_kernels.anneal_needle import cell_of
from dose_kernels.anneal_types import Limits, Points, Search, State
from tps.model import Seed
from tps.optimize.judge import SurfaceDose, Verdict, judge, surface_doses
from tps.optimize.layouts import Chosen, Drawn, draw
from tps.optimize.problem import Problem
from tps.optimize.race import Leg, Runner, run_leg, stream
from tps.optimize.starts import Room

# Surface points of the report below this many prescriptions join the search's own; at most so many.
NEARLY_COLD = 1.08
MOST_COLD = 600

# No step of the polish cools a surface sample as warm as this, in prescriptions, below the prescription.
SAFELY_WARM = 1.25

# First aim on the surface, in prescriptions; a little above 1 because the search's dose is good to 0.1 %.
FIRST_AIM = 1.001

# A minimum this far above the prescription is near enough: more would be dose for nothing.
ENOUGH = 0.004

# The needles' own poles stand between the places found; there a little more is wanted.
POLE_MARGIN = 0.004

# Cold points outweigh everything here: 0.1 % below the aim costs as much as two seeds.
COLD_WORST = 700.0

# Prescribed to D90: volume fraction at the prescription that is good enough to stop at.
COVERED = 0.968

# Most rounds, and most rounds after needles that the final judge refused.
MOST_ROUNDS = 6
MOST_REPAIRS = 4

# Temperatures, reach (mm) and descents of the first round and of the later ones; those should not make new
# cold spots.
FIRST_ROUND = ((0.01, 0.001), (0.5, 0.08), 2, (0, 30), 0, (0.15, 0.01))
LATER_ROUND = ((0.003, 0.0005), (0.2, 0.03), 2, (0, 30), 0, (0.06, 0.005))

# A layout this far below the prescription that a round does not bring nearer is given up.
HOPELESS = 0.01


@dataclass(frozen=True, eq=False)
class Polished:
    """A finished layout.

    Parameters
    ----------
    runner : Runner
    drawn : Drawn
    verdict : Verdict
    low : float
        How far below what is wanted the worst target is, as a fraction; 0: nowhere.
    over : float
        Sum of the relative excesses over hard limits.
    computed : int
        Doses computed on the way.
    """

    runner: Runner
    drawn: Drawn
    verdict: Verdict
    low: float
    over: float
    computed: int

    @property
    def rank(self) -> tuple:
        """Order of preference: paths allowed, prescription and limits kept, energy, number at the start."""
        wrong = round(self.low + self.over, 4)
        return (len(self.drawn.refused), wrong, self.runner.energy, self.runner.number)


def shortfall(verdict: Verdict) -> float:
    """How far the worst target is below what is wanted, as a fraction; 0 if it is not."""
    if verdict.metric == "minimum-peripheral":
        return max(1.0 - verdict.lowest, 0.0)
    return max(max(1.0 - verdict.lowest, COVERED - t.v100, 0.0) for t in verdict.targets)


def excess(verdict: Verdict) -> float:
    """Sum of the relative distances from hard limits that are not kept."""
    return sum(abs(g.value / g.limit.value - 1.0) if g.limit.value > 0 else 1.0 for g in verdict.broken)


def nearly_cold(problem: Problem, surface: SurfaceDose) -> np.ndarray:
    """The coldest of a surface's points, (n, 3)."""
    order = np.argsort(surface.dose_gy, kind="stable")[:MOST_COLD]
    return surface.points_mm[order[surface.dose_gy[order] < NEARLY_COLD * problem.prescription.dose_gy]]


def with_cold_points(
    problem: Problem, seeds: tuple[Seed, ...], found: list[np.ndarray], points: Points
) -> Points:
    """``points`` with the cold points (n, 3) ``found`` on each surface and samples that could get cold.

    ``seeds`` are the layout's own.
    """
    reference = problem.prescription.dose_gy
    start = int(points.surface.min())
    blocks, background, ranges = [points.xyz[:, :start]], [points.background[:start]], []
    for cold, (low, high) in zip(found, points.surface, strict=True):
        samples = points.xyz[:, low:high].T.astype(float)
        warm = problem.engine.dose_gy(samples, seeds + problem.existing) > SAFELY_WARM * reference
        every = np.concatenate([samples[~warm], cold, samples[:1]])
        old = problem.engine.dose_gy(every, problem.existing) if problem.existing else np.zeros(len(every))
        blocks.append(every.T)
        background.append(old / reference)
        ranges.append((start, start + len(every)))
        start = ranges[-1][1]
    first = ranges[0][0]
    return points._replace(
        xyz=np.ascontiguousarray(np.concatenate(blocks, axis=1), np.float32),
        volume=np.append(points.volume[:first], np.zeros(start - first)).astype(np.float32),
        background=np.concatenate(background).astype(np.float32),
        surface=np.array(ranges, np.int64),
    )


def close_cells(search: Search, layout: State, refused: tuple[int, ...]) -> None:
    """Close the cells of refused needles for every later run of this search."""
    for i in refused:
        a, b = float(layout.place[i, 0]), float(layout.place[i, 1])
        search.rays.reach[cell_of(search.rays, int(layout.approach[i]), a, b)] = -np.inf


def tightened(limits: Limits, verdict: Verdict) -> Limits:
    """Limits with those that are not kept drawn tighter by as much as they are missed (10 % at most)."""
    threshold = limits.threshold.copy()
    for i, goal in enumerate(verdict.hard):
        if not goal.met and goal.value > 0:
            ratio = goal.limit.value / goal.value
            threshold[i] *= np.clip(ratio, 0.9, 1.1)
    return limits._replace(threshold=threshold)


def polish(
    problem: Problem, search: Search, runner: Runner, chosen: Chosen, room: Room, steps: int
) -> Polished:
    """Improve a layout until the report's own surface points have the prescription, and no more than that.

    Parameters
    ----------
    problem : Problem
    search : Search
        The finest of the race.
    runner : Runner
    chosen : approaches of the search, as (target index, approach)
    room : Room
    steps : int
        Annealing steps of one round.
    """
    weights = search.weights
    if weights.cold_worst > 0.0:
        weights = weights._replace(cold_worst=COLD_WORST, aim=FIRST_AIM, pole_margin=POLE_MARGIN)
    # Its own copy of the cells: a refused needle closes one, and the other layouts must not notice.
    rays, limits = search.rays._replace(reach=search.rays.reach.copy()), search.limits
    best: Polished | None = None
    repairs, computed, before = 0, 0, np.inf
    cold = [np.empty((0, 3)) for _ in problem.targets]
    for turn in range(MOST_ROUNDS + MOST_REPAIRS):
        drawn = draw(problem, runner.layout, chosen, search.rules)
        surfaces = surface_doses(problem, drawn.seeds)
        verdict = judge(problem, drawn.seeds, surfaces)
        found = Polished(runner, drawn, verdict, shortfall(verdict), excess(verdict), computed)
        if turn > 0 and (best is None or found.rank < best.rank):
            best = found
        leg = Leg(1, steps, *(FIRST_ROUND if turn == repairs else LATER_ROUND))
        if drawn.refused:
            repairs += 1
            if repairs > MOST_REPAIRS:
                break
            close_cells(search._replace(rays=rays), runner.layout, drawn.refused)
            leg = Leg(1, 2 * steps, (0.05, 0.002), (1.5, 0.2))
        elif turn > 0:
            wrong = found.low + found.over
            if _settled(found, wrong, before) or turn - repairs >= MOST_ROUNDS:
                break
            before = wrong
            weights = _aimed_anew(weights, found)
            limits = tightened(limits, verdict)
        # Cold spots lie on needles' axes and move with them: those of earlier rounds stay in, newest first.
        cold = [
            np.concatenate([nearly_cold(problem, s), old])[:MOST_COLD]
            for s, old in zip(surfaces, cold, strict=True)
        ]
        points = with_cold_points(problem, drawn.seeds, cold, search.points)
        changed = search._replace(rays=rays, points=points, limits=limits, weights=weights)
        seed = stream(problem.random_seed, runner.number, 100 + turn)
        runner, count = run_leg(changed, runner, leg, room, seed)
        computed += count
    return best or found


def _settled(found: Polished, wrong: float, before: float) -> bool:
    """True if nothing is wrong and nothing wasted, or if there is no hope."""
    if wrong > 0.0:
        return wrong > HOPELESS and wrong > 0.8 * before
    return found.verdict.metric != "minimum-peripheral" or found.verdict.lowest <= 1.0 + ENOUGH


def _aimed_anew(weights, found: Polished):
    """Weights that ask for a little more where the last round fell short, for less where it went too far."""
    if weights.cold_worst > 0.0:
        missed = FIRST_AIM - found.verdict.lowest
        return weights._replace(aim=weights.aim + float(np.clip(missed, -0.005, 0.003)))
    return weights._replace(cover_goal=min(weights.cover_goal + min(found.low, 0.01), 1.0))
