"""Which of a target's approaches are worth searching."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tps.optimize.problem import TargetProblem
from tps.optimize.search.arrays import cell_arrays

if TYPE_CHECKING:
    from tps.access.approach import Approach

# The part of a target's cross-section one needle serves, mm2: hexagons 12.5 mm across.
AREA_PER_NEEDLE_MM2 = 135.0

# What an unreachable target would cost, in needles: far more than any detour.
UNREACHED = 60.0

# A point counts this much less with every approach picked that reaches it.
PICKED_DECAY = 0.3

# Two approaches nearer than this to each other offer the search little choice.
DISTINCT_DEG = 18.0

# A long target end-on takes the fewest needles, but is not the coolest: to be searched too, a view so many
# degrees from those picked counts as if it took so many needles fewer.
OTHER_VIEW, OTHER_VIEW_DEG = 12.0, 60.0

# Ways are clearly safer if each of them saves a needle so many points of access.
SAFER_POINTS = 0.5

# A target is served by one direction if that reaches this part of it.
SINGLE_DIRECTION = 0.98

# A needle on a line of its own serves what lies this near it: half the widest spacing of needles.
SERVED_BY_LINE_MM = 7.5

# Points of a target at which reach is judged.
REACH_POINTS = 600


@dataclass(frozen=True, eq=False)
class Choice:
    """Approaches of one target worth searching, best first.

    ``covered`` (n, m) tells which of the target's reachable ``points`` (m, 3) each reaches; ``needles``
    estimates how many needles each would take.
    """

    approaches: tuple["Approach", ...]
    covered: np.ndarray
    points: np.ndarray
    needles: np.ndarray

    @property
    def access(self) -> np.ndarray:
        """What a needle of each costs, in points of access, (n,)."""
        return np.array([a.cost for a in self.approaches])

    @property
    def single(self) -> bool:
        """Whether the first approach alone serves the target."""
        return bool(len(self.covered) and self.covered[0].mean() >= SINGLE_DIRECTION)

    @property
    def reached(self) -> float:
        """Part of what any approach reaches that at least one of these does."""
        return float(self.covered.any(axis=0).mean()) if len(self.covered) else 0.0


def estimate(approach: "Approach") -> tuple[float, float]:
    """Needles an approach would take, and what one costs by the soft preferences (in needles)."""
    hit = np.isfinite(np.asarray(approach.target_first_t, float))
    if not hit.any():
        return 0.0, 0.0
    needles = hit.sum() * approach.step_mm**2 / AREA_PER_NEEDLE_MM2
    cells = cell_arrays(approach)
    return max(float(needles), 1.0), float(cells["cost"][np.isfinite(cells["first"])].mean())


def take_all(target: TargetProblem, first_mm: float) -> Choice:
    """Every approach of a target that reaches some of it: the user's own lines, none of which is left out."""
    points = target.inside_points_mm[:: max(len(target.inside_points_mm) // REACH_POINTS, 1)]
    useful = [a for a in target.approaches if np.isfinite(a.reach_t).any()]
    # A line serves what lies around it.
    near = [
        np.hypot(*(x - m for x, m in zip(a.lateral_mm(points)[:2], (a.a0, a.b0), strict=True)))
        for a in useful
    ]
    covered = np.array([d < SERVED_BY_LINE_MM for d in near]).reshape(len(useful), len(points))
    return Choice(tuple(useful), covered, points, np.ones(len(useful)))


def choose(target: TargetProblem, most: int, first_mm: float) -> Choice:
    """The ``most`` approaches that promise few needles, easy ways, and together reach all of the target."""
    points, covered = reachable_points(target, first_mm)
    if not len(points):
        return Choice((), np.zeros((0, 0), bool), points, np.zeros(0))
    return _chosen(target, covered, points, np.ones(len(covered), bool), most)


def choose_safer(target: TargetProblem, most: int, first_mm: float, than: Choice) -> Choice | None:
    """Approaches that together reach as much as another choice's first, each by a clearly safer way.

    Parameters
    ----------
    target : TargetProblem
    most : int
        So many approaches at most.
    first_mm : float
        From a needle's tip to the centre of its deepest seed.
    than : Choice
        The other choice, of the same target.

    Returns
    -------
    Choice or None
        None where there are no such.
    """
    if not than.approaches:
        return None
    points, covered = reachable_points(target, first_mm)
    access = np.array([a.cost for a in target.approaches])
    safer = access < access_of(than) - SAFER_POINTS
    if not safer.any() or covered[safer].any(axis=0).mean() < SINGLE_DIRECTION * than.covered[0].mean():
        return None
    found = _chosen(target, covered, points, safer, most)
    return found if found.reached >= SINGLE_DIRECTION * than.covered[0].mean() else None


def access_of(choice: Choice) -> float:
    """What a needle of a choice costs at least where its first approach is used, points of access."""
    return float(choice.access[0])


def reachable_points(target: TargetProblem, first_mm: float) -> tuple[np.ndarray, np.ndarray]:
    """Points (n, 3) of a target that any approach reaches, and which approach reaches which, (m, n) bool."""
    points = target.inside_points_mm[:: max(len(target.inside_points_mm) // REACH_POINTS, 1)]
    if not target.approaches:
        return np.zeros((0, 3)), np.zeros((0, 0), bool)
    covered = np.array([a.reaches(points, first_mm) for a in target.approaches])
    within = covered.any(axis=0)
    return points[within], covered[:, within]


def _chosen(
    target: TargetProblem, covered: np.ndarray, points: np.ndarray, free: np.ndarray, most: int
) -> Choice:
    guesses = np.array([estimate(a) for a in target.approaches])
    picked = _pick(target, covered, guesses, free, most)
    return Choice(
        tuple(target.approaches[p] for p in picked), covered[picked], points, guesses[picked, 0].copy()
    )


def _pick(
    target: TargetProblem, covered: np.ndarray, guesses: np.ndarray, free: np.ndarray, most: int
) -> list[int]:
    """Indices of approaches among those that are ``free`` (n,), most useful first.

    The first serves the target as well as it can, the next fill what is left, then offer a choice.
    """
    cost = guesses[:, 0] * (1.0 + guesses[:, 1])
    directions = np.array([a.direction for a in target.approaches])
    near = np.cos(np.radians(DISTINCT_DEG))
    times = np.zeros(covered.shape[1])
    free = free.copy()
    picked: list[int] = []
    while free.any() and len(picked) < most:
        weight = PICKED_DECAY**times
        worth = cost - UNREACHED * (covered * weight).sum(axis=1) / weight.sum()
        if picked and covered[picked[0]].mean() >= SINGLE_DIRECTION:
            # From the far side a target looks the same.
            turn = np.degrees(np.arccos(np.abs(directions @ directions[picked].T).max(axis=1).clip(0.0, 1.0)))
            worth -= OTHER_VIEW * np.minimum(turn / OTHER_VIEW_DEG, 1.0)
        best = int(np.argmin(np.where(free, worth, np.inf)))
        if not covered[best].any():
            break
        picked.append(best)
        times += covered[best]
        free &= directions @ directions[best] < near
    return picked
