"""Where the search begins: needles spread evenly over the target's projection, seeds along each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dose_kernels.geometry.components import dilated
from dose_kernels.search.arrays import Rules, State, new_layout
from dose_kernels.search.lloyd import spread

if TYPE_CHECKING:
    from tps.access.approach import Approach

# Rounds of moving each needle to the middle of the part it serves (Lloyd 1982, doi:10.1109/TIT.1982.1056489).
LLOYD_ROUNDS = 8

# Points of a target's projection used for that.
PROJECTION_POINTS = 250

# Needles that then stand too near each other are pushed apart in so many rounds.
PUSH_ROUNDS = 25

# A needle pushed farther than this out of the projection is set back on its edge.
STRAY_MM = 1.5

# The end seeds of a needle lie so far inside the surface, or less, up to as far outside as is allowed.
DEEPEST_INSET_MM = 3.0

# A needle serves what lies within this of it; for the starts only.
SERVED_MM = 4.0

# A ray that crosses less of the target than this gets no needle.
SHORTEST_CHORD_MM = 3.0


# No search has room for more needles, or for more seeds on one of them (22 at 5 mm go through 110 mm); what
# asks for more gets as good a layout as these allow.
MOST_NEEDLES = 80
MOST_SEEDS_ON_NEEDLE = 24

# The room of the smallest target.
FEWEST_SEEDS_ON_NEEDLE = 4


@dataclass(frozen=True)
class Capacity:
    """How many needles, and seeds on a needle, a search has room for; its kernels keep to it."""

    needles: int
    seeds: int


def spread_over(
    projection: np.ndarray, count: int, nearest_mm: float, outward: float, rng: np.random.Generator
) -> np.ndarray:
    """Positions (n, 2) spread over points, beginning at some of them by chance.

    Parameters
    ----------
    projection : (m, 2) float, mm
    count : int
        Positions wanted; no more than points are given.
    nearest_mm : float
        They are so far apart or more if there is room for that.
    outward : float
        The larger, the denser towards the edge; 0: even.
    rng : numpy.random.Generator
    """
    projection = np.ascontiguousarray(projection)  # one kind of array: its kernel is compiled once
    at = projection[rng.choice(len(projection), min(count, len(projection)), replace=False)]
    from_middle = np.linalg.norm(projection - projection.mean(axis=0), axis=1)
    weight = 1.0 + outward * (from_middle / max(from_middle.max(), 1e-9)) ** 2
    spread(projection, weight, at, nearest_mm, STRAY_MM, (LLOYD_ROUNDS, PUSH_ROUNDS))
    return at


def nearest_ray(approach: "Approach", ab: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ray indices i, j of lateral positions (n, 2), and whether they lie on the raster."""
    i = np.rint((ab[:, 0] - approach.a0) / approach.step_mm).astype(int)
    j = np.rint((ab[:, 1] - approach.b0) / approach.step_mm).astype(int)
    on = (i >= 0) & (j >= 0) & (i < approach.shape[0]) & (j < approach.shape[1])
    return np.where(on, i, 0), np.where(on, j, 0), on


def seed_steps(length_mm: float, wanted_mm: float, rules: Rules, most: int) -> tuple[int, int]:
    """Number of seeds for a length of needle, and the steps between them.

    Parameters
    ----------
    length_mm : float
        From the first seed's centre to the last one's, about.
    wanted_mm : float
        From seed to seed, about; the rules have the last word.
    rules : Rules
    most : int
        So many seeds at most.
    """
    length = max(length_mm, 0.0)
    count = min(int(length / wanted_mm + 0.6) + 1, most)
    if count == 1:
        return 1, rules.gap_low
    gap = min(max(round(length / (count - 1) / rules.step), rules.gap_low), rules.gap_high)
    return count, gap


class ApproachView:
    """What the starts need of an approach: where its rays enter the target, and how deep a seed may go.

    Parameters
    ----------
    number : int
        Of the approach among the search's rays.
    approach : Approach
    rules : Rules
    """

    def __init__(self, number: int, approach: "Approach", rules: Rules):
        self.number, self.approach = number, approach
        last = np.asarray(approach.target_last_t, float)
        highest = np.asarray(approach.seed_from_t, float) + rules.half_seed
        self.first = np.maximum(np.asarray(approach.target_first_t, float), highest)
        self.deepest = np.minimum(last, np.asarray(approach.reach_t, float) - rules.first)
        self.serving = np.nan_to_num(self.deepest - self.first, nan=-1.0) > 0.0

    def projection(self, points_mm: np.ndarray | None) -> np.ndarray:
        """Lateral positions (n, 2) of the serving rays; of those near ``points_mm`` (n, 3) if given."""
        approach, serving = self.approach, self.serving
        if points_mm is not None:
            serving = serving & projection_of(approach, points_mm)
        i, j = np.nonzero(serving)
        return np.stack([approach.a0 + i * approach.step_mm, approach.b0 + j * approach.step_mm], axis=1)


@dataclass(frozen=True, eq=False)
class NeedleGroup:
    """The needles of a start that share an approach.

    Parameters
    ----------
    view : View
    needles : int
    points_mm : (n, 3) float or None
        The points of the target they are for; None: all of it.
    """

    view: ApproachView
    needles: int
    points_mm: np.ndarray | None = None


def projection_of(approach: "Approach", points_mm: np.ndarray) -> np.ndarray:
    """True for rays (na, nb) that pass within ``SERVED_MM`` of points (n, 3)."""
    a, b, _ = approach.lateral_mm(points_mm)
    raw = np.rint(np.stack([a - approach.a0, b - approach.b0], axis=1) / approach.step_mm).astype(int)
    # A user's own line is a raster of its own, as wide as a hair: most of what it serves lies beside it.
    at = np.clip(raw, 0, np.array(approach.shape) - 1)
    served = np.hypot(*(raw - at).T) * approach.step_mm <= SERVED_MM
    hit = np.zeros(approach.shape, bool)
    hit[at[served, 0], at[served, 1]] = True
    return dilated(hit, rounds=max(int(round(SERVED_MM / approach.step_mm)), 1))


def spread_start(
    groups: Sequence[NeedleGroup],
    rules: Rules,
    capacity: Capacity,
    rng: np.random.Generator,
    lines: bool = False,
) -> State:
    """A layout of evenly spread needles.

    Parameters
    ----------
    groups : sequence of NeedleGroup
        Where there is no room for all needles, those of the first groups are taken.
    rules : Rules
    capacity : Capacity
        The layout's room.
    rng : numpy.random.Generator
    lines : bool
        The groups are a user's own lines, which leave each other the room that they mean to.
    """
    layout = new_layout(capacity.needles, capacity.seeds)
    n = 0
    # A large target is cooler with its needles and seeds denser towards its edge and sparser within.
    outward, apart = rng.uniform(0.0, 3.0), rules.step * rng.uniform(rules.gap_low, rules.gap_high)
    # Needles right through the target would leave others that cross them no room.
    free = lines or len(groups) == 1
    inset = rng.uniform(-rules.beyond, DEEPEST_INSET_MM) if free else DEEPEST_INSET_MM
    for group in groups:
        view = group.view
        projection = view.projection(group.points_mm)
        if len(projection) == 0:
            continue
        projection = projection[:: max(len(projection) // PROJECTION_POINTS, 1)]
        ab = spread_over(projection, group.needles, rules.needle_min, outward, rng)
        i, j, on = nearest_ray(view.approach, ab)
        first, deepest = view.first[i, j], view.deepest[i, j]
        chord = np.where(on, deepest - first, np.nan)
        for m in np.nonzero(chord >= SHORTEST_CHORD_MM)[0]:
            if n == min(capacity.needles, rules.max_needles):
                break
            count, gap = seed_steps(float(chord[m]) - 2.0 * inset, apart, rules, capacity.seeds)
            middle = 0.5 * (first[m] + deepest[m])
            layout.approach[n], layout.count[n] = view.number, count
            layout.place[n] = ab[m, 0], ab[m, 1], middle + 0.5 * (count - 1) * gap * rules.step
            layout.offset[n, :count] = gap * np.arange(count)
            n += 1
    layout.size[0] = n
    return layout
