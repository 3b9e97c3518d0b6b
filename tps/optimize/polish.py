"""The last improvement of a layout: on every surface point of the report that is anywhere near cold."""

from dataclasses import dataclass

import numpy as np

from dose_kernels.anneal_needle import cell_of
from dose_kernels.anneal_types import Points, Search, State
from tps.model import Seed
from tps.optimize.judge import surface_dose_gy
from tps.optimize.layouts import Chosen, Drawn, draw
from tps.optimize.problem import Problem
from tps.optimize.race import Leg, Runner, run_leg, stream
from tps.optimize.starts import Room

# Surface points of the report below this many prescriptions join the search's own; at most so many.
NEARLY_COLD = 1.08
MOST_COLD = 600

# First aim on the surface, in prescriptions; a little above 1 because the search's dose is good to 0.05 %.
FIRST_AIM = 1.001

# A minimum this far above the prescription is near enough: more would be dose for nothing.
ENOUGH = 1.004

# Cold points outweigh everything here: 0.1 % below the aim costs as much as two seeds.
COLD_WORST = 700.0

# A needle the final judge refused leaves a hole: the layout is annealed again, warmer, at most this often.
MOST_REPAIRS = 4
MOST_ROUNDS = 4

# A layout this far below the prescription that a round does not bring half way up is given up.
HOPELESS = 0.003


@dataclass(frozen=True, eq=False)
class Polished:
    """A finished layout: its needles and seeds, its energy, and the lowest surface dose in prescriptions."""

    runner: Runner
    drawn: Drawn
    minimum: float
    computed: int

    @property
    def rank(self) -> tuple:
        """Order of preference: prescription met, then energy, then number at the start."""
        low = 1.0 - self.minimum
        return (len(self.drawn.refused), round(max(low, 0.0), 4), self.runner.energy, self.runner.number)


def cold_points(problem: Problem, seeds: tuple[Seed, ...], points: Points) -> tuple[Points, float]:
    """``points`` and, with the surfaces' samples, the report's own surface points that are nearly cold.

    ``seeds`` are all there are, old ones too.  Also returns the lowest surface dose in prescriptions.
    """
    reference = problem.prescription.dose_gy
    start = int(points.surface.min())
    blocks, background, surface = [points.xyz[:, :start]], [points.background[:start]], []
    lowest = np.inf
    for target, (low, high) in zip(problem.targets, points.surface, strict=True):
        dose = surface_dose_gy(problem, target.surface_points_mm, seeds) / reference
        lowest = min(lowest, float(dose.min()))
        order = np.argsort(dose, kind="stable")[:MOST_COLD]
        cold = target.surface_points_mm[order[dose[order] < NEARLY_COLD]]
        old = problem.engine.dose_gy(cold, problem.existing) if problem.existing else np.zeros(len(cold))
        blocks += [points.xyz[:, low:high], cold.T]
        background += [points.background[low:high], old / reference]
        surface.append((start, start + high - low + len(cold)))
        start = surface[-1][1]
    surface = np.array(surface, np.int64)
    first = surface.min()
    changed = points._replace(
        xyz=np.ascontiguousarray(np.concatenate(blocks, axis=1), np.float32),
        volume=np.append(points.volume[:first], np.zeros(start - first)).astype(np.float32),
        background=np.concatenate(background).astype(np.float32),
        surface=surface,
    )
    return changed, lowest


def own_copy(search: Search, weights) -> Search:
    """A search whose cells can be closed without the others noticing."""
    return search._replace(rays=search.rays._replace(reach=search.rays.reach.copy()), weights=weights)


def close_cells(search: Search, layout: State, refused: tuple[int, ...]) -> None:
    """Close the cells of refused needles for every later run of this search."""
    for i in refused:
        cell = cell_of(
            search.rays, int(layout.approach[i]), float(layout.place[i, 0]), float(layout.place[i, 1])
        )
        search.rays.reach[cell] = -np.inf


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
    surface = problem.prescription.metric == "minimum-peripheral"
    weights = search.weights._replace(cold_worst=COLD_WORST if surface else 0.0)
    search = own_copy(search, weights)
    aim, repairs, computed, before = FIRST_AIM, 0, 0, np.inf
    best: Polished | None = None
    for turn in range(MOST_ROUNDS + MOST_REPAIRS):
        drawn = draw(problem, runner.layout, chosen, search.rules)
        points, minimum = cold_points(problem, drawn.seeds + problem.existing, search.points)
        found = Polished(runner, drawn, minimum if surface else 1.0, computed)
        if turn > 0 and (best is None or found.rank < best.rank):
            best = found
        leg = Leg(1, steps, (0.01, 0.001), (0.6, 0.1))
        if drawn.refused:
            repairs += 1
            if repairs > MOST_REPAIRS:
                break
            close_cells(search, runner.layout, drawn.refused)
            leg = Leg(1, 2 * steps, (0.05, 0.002), (1.5, 0.2))
        elif turn > 0:
            low = max(1.0 - minimum, 0.0) if surface else 0.0
            if low > HOPELESS and low > 0.5 * before or minimum <= ENOUGH and low == 0.0:
                break
            if turn - repairs >= MOST_ROUNDS:
                break
            before = low
            aim += min(low, 0.01) + 0.0003 * (low > 0.0)
        turn_search = search._replace(
            points=points, weights=weights._replace(aim=aim if surface else weights.aim)
        )
        seed = stream(problem.random_seed, runner.number, 100 + turn)
        runner, count = run_leg(turn_search, runner, leg, room, seed)
        computed += count
    return best or found
