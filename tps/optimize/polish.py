"""The last improvement of a layout: on every surface point of the report that is anywhere near cold."""

from dataclasses import dataclass

import numpy as np

from dose_kernels.anneal_needle import cell_of
from dose_kernels.anneal_types import Limits, Points, Search, State
from tps.model import Seed
from tps.optimize.judge import SurfaceDose, Verdict, judge, surface_doses
from tps.optimize.layouts import Chosen, Drawn, draw
from tps.optimize.problem import Problem, TargetProblem
from tps.optimize.race import Leg, Runner, run_leg, stream
from tps.optimize.starts import Room

# Surface points of the report below this many prescriptions join the search's own; at most so many.
NEARLY_COLD = 1.12
MOST_COLD = 600

# No step of the polish cools a surface sample as warm as this, in prescriptions, below the prescription.
SAFELY_WARM = 1.25

# All the report's samples this near (mm) to a needle's axis join too, up to so far beyond its outermost
# seeds: the cold cone off a seed's ends is narrow and moves with the needle.
BESIDE_MM = 2.2
BEYOND_MM = 9.0

# First aim on the surface, in prescriptions; a little above 1 because the search's dose is good to 0.1 %.
FIRST_AIM = 1.001

# A minimum this far above the prescription is near enough: more would be dose for nothing.
ENOUGH = 0.004

# The needles' own poles stand between the places found; there a little more is wanted.
POLE_MARGIN = 0.004

# Cold points outweigh everything here: 0.1 % below the aim costs as much as two seeds.
COLD_WORST = 700.0

# Prescribed to D90: volume fraction at the prescription that is good enough to stop at.
COVERED = 0.972

# Most rounds, and most rounds after needles that the final judge refused.
MOST_ROUNDS = 8
MOST_REPAIRS = 4

# The rounds: the first may still rearrange the layout, with the cold places of the last one in view; later
# ones move less and less.  Steps are multiplied by the problem's size.
ROUNDS = (
    Leg(1, 1500, (0.05, 0.01), (0.8, 0.2), 2, (30, 20), stride_mm=(0.3, 0.03)),
    Leg(1, 1500, (0.03, 0.005), (0.6, 0.1), 2, (20, 20), stride_mm=(0.2, 0.02)),
    Leg(1, 1500, (0.01, 0.002), (0.4, 0.06), 2, (0, 30), stride_mm=(0.1, 0.01)),
    Leg(1, 1200, (0.003, 0.0005), (0.2, 0.03), 2, (0, 30), stride_mm=(0.05, 0.005)),
)

# Instead of the first round, for a layout that a polish before this one could not bring to its prescription.
SHAKE = Leg(1, 2500, (0.15, 0.02), (1.5, 0.3), 3, (30, 20), stride_mm=(0.4, 0.03))

# After needles that the final judge refused.
REPAIR = Leg(1, 4000, (0.05, 0.002), (1.5, 0.2))

# A layout that misses its prescription by no more than this is worth another search.
NEAR_MISS = 0.15

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
    def nearly(self) -> bool:
        """Something is missing, but so little that searching on may find it."""
        return 0.0 < self.low + self.over and max(self.low, self.over) <= NEAR_MISS

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


def beside_axes(target: TargetProblem, seeds: tuple[Seed, ...]) -> np.ndarray:
    """The surface samples (n, 3) of a target beside the axes of needles."""
    points = target.surface_points_mm
    near = np.zeros(len(points), bool)
    lines: dict[int, list[Seed]] = {}
    for seed in seeds:
        lines.setdefault(seed.needle, []).append(seed)
    for line in lines.values():
        axis, along = line[0].direction, [float(s.position_mm @ line[0].direction) for s in line]
        depth = points @ axis
        away = np.linalg.norm(points - line[0].position_mm - (depth - along[0])[:, None] * axis, axis=1)
        near |= (away < BESIDE_MM) & (depth > min(along) - BEYOND_MM) & (depth < max(along) + BEYOND_MM)
    return points[near]


def with_cold_points(
    problem: Problem, seeds: tuple[Seed, ...], found: list[np.ndarray], points: Points
) -> Points:
    """``points`` with the cold points (n, 3) ``found`` on each surface and samples that could get cold.

    ``seeds`` are the layout's own.
    """
    reference = problem.prescription.dose_gy
    start = int(points.surface.min())
    blocks, background, ranges = [points.xyz[:, :start]], [points.background[:start]], []
    for target, cold, (low, high) in zip(problem.targets, found, points.surface, strict=True):
        samples = np.concatenate([points.xyz[:, low:high].T.astype(float), beside_axes(target, seeds)])
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
    problem: Problem,
    search: Search,
    runner: Runner,
    chosen: Chosen,
    room: Room,
    stretch: float,
    missed: float = 0.0,
    again: int = 0,
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
    stretch : float
        By how much rounds are longer than usual.
    missed : float
        By how much an earlier polish of this layout missed the prescription: that is aimed at beyond it.
    again : int
        Number of that earlier polish; above 0 the layout is shaken first.
    """
    weights = search.weights
    if weights.cold_worst > 0.0:
        weights = weights._replace(cold_worst=COLD_WORST, aim=FIRST_AIM + missed, pole_margin=POLE_MARGIN)
    rounds = ROUNDS if again == 0 else (SHAKE, *ROUNDS[1:])
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
        leg = rounds[min(turn - repairs, len(rounds) - 1)]
        if drawn.refused:
            repairs += 1
            if repairs > MOST_REPAIRS:
                break
            close_cells(search._replace(rays=rays), runner.layout, drawn.refused)
            leg = REPAIR
        elif turn > 0:
            wrong = found.low + found.over
            last = turn - repairs >= len(ROUNDS) and _settled(found, wrong, before)
            if last or turn - repairs >= MOST_ROUNDS:
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
        leg = leg.scaled(stretch)
        seed = stream(problem.random_seed, runner.number, 100 * (again + 1) + turn)
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
        return weights._replace(aim=weights.aim + float(np.clip(missed, -0.02, 0.003)))
    return weights._replace(cover_goal=min(weights.cover_goal + min(found.low, 0.01), 1.0))
