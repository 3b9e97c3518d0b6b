"""Where the search begins: needles spread evenly over the target's shadow, seeds along each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dose_kernels.anneal_types import Rules, State, new_layout
from dose_kernels.pieces import widened

if TYPE_CHECKING:
    from tps.planning.approach import Approach

# Rounds of moving each needle to the middle of the part it serves (Lloyd 1982, doi:10.1109/TIT.1982.1056489).
LLOYD_ROUNDS = 8

# Points of a target's shadow used for that.
SHADOW_POINTS = 250

# Needles that then stand too near each other are pushed apart in so many rounds.
PUSH_ROUNDS = 25

# A needle pushed farther than this out of the shadow is set back on its edge.
STRAY_MM = 1.5

# The end seeds of a needle lie about this far inside the surface.
INSET_MM = 3.0

# A needle serves what lies within this of it; for the starts only.
SERVED_MM = 4.0

# A ray that crosses less of the target than this gets no needle.
SHORTEST_CHORD_MM = 3.0


@dataclass(frozen=True)
class Room:
    """How many needles, seeds on a needle and approaches a search has room for."""

    needles: int
    seeds: int


def _squared_distances(p: np.ndarray, q: np.ndarray) -> np.ndarray:
    """Squared distances (n, m) between points (n, 2) and (m, 2)."""
    return (p[:, :1] - q[:, 0]) ** 2 + (p[:, 1:] - q[:, 1]) ** 2


def spread(
    shadow: np.ndarray, count: int, nearest_mm: float, outward: float, rng: np.random.Generator
) -> np.ndarray:
    """``count`` positions (n, 2) spread over the points ``shadow`` (m, 2).

    They are ``nearest_mm`` or more apart if there is room for that, and denser towards the edge the larger
    ``outward`` is (0: even).
    """
    count = min(count, len(shadow))
    at = shadow[rng.choice(len(shadow), count, replace=False)]
    from_middle = np.linalg.norm(shadow - shadow.mean(axis=0), axis=1)
    weight = 1.0 + outward * (from_middle / max(from_middle.max(), 1e-9)) ** 2
    for _ in range(LLOYD_ROUNDS):
        owner = np.argmin(_squared_distances(shadow, at), axis=1)
        whole = np.bincount(owner, weight, count)
        served = whole > 0.0
        for c in range(2):
            at[served, c] = (np.bincount(owner, weight * shadow[:, c], count) / np.maximum(whole, 1e-9))[
                served
            ]
    for _ in range(PUSH_ROUNDS):
        apart = at[:, None] - at[None]
        gap = np.linalg.norm(apart, axis=2) + np.diag(np.full(count, np.inf))
        if gap.min() >= nearest_mm:
            break
        push = np.maximum(1.01 * nearest_mm - gap, 0.0) / np.maximum(gap, 0.1)
        at = at + 0.5 * (push[:, :, None] * apart).sum(axis=1)
        home = np.argmin(_squared_distances(shadow, at), axis=0)
        outside = np.linalg.norm(shadow[home] - at, axis=1) > STRAY_MM
        at[outside] = shadow[home[outside]]
    return at


def nearest_ray(approach: "Approach", ab: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ray indices i, j of lateral positions (n, 2), and whether they lie on the raster."""
    i = np.rint((ab[:, 0] - approach.a0) / approach.step_mm).astype(int)
    j = np.rint((ab[:, 1] - approach.b0) / approach.step_mm).astype(int)
    on = (i >= 0) & (j >= 0) & (i < approach.shape[0]) & (j < approach.shape[1])
    return np.where(on, i, 0), np.where(on, j, 0), on


def seed_steps(chord_mm: float, wanted_mm: float, rules: Rules, most: int) -> tuple[int, int]:
    """Number of seeds for a chord, and the steps between them, about ``wanted_mm`` apart."""
    length = max(chord_mm - 2.0 * INSET_MM, 0.0)
    count = min(int(length / wanted_mm + 0.6) + 1, most)
    if count == 1:
        return 1, rules.gap_low
    gap = int(np.clip(round(length / (count - 1) / rules.step), rules.gap_low, rules.gap_high))
    while count > 1 and (count - 1) * gap * rules.step > chord_mm:
        count -= 1
    return count, gap


@dataclass(frozen=True, eq=False)
class Part:
    """The needles of a start that share an approach.

    Parameters
    ----------
    number : int
        Of the approach among the search's rays.
    approach : Approach
    needles : int
    points_mm : (n, 3) float or None
        The points of the target they are for; None: all of it.
    """

    number: int
    approach: "Approach"
    needles: int
    points_mm: np.ndarray | None = None


def shadow_of(approach: "Approach", points_mm: np.ndarray) -> np.ndarray:
    """True for rays (na, nb) that pass within ``SERVED_MM`` of points (n, 3)."""
    a, b, _ = approach.lateral_mm(points_mm)
    i, j, on = nearest_ray(approach, np.stack([a, b], axis=1))
    hit = np.zeros(approach.shape, bool)
    hit[i[on], j[on]] = True
    return widened(hit, rounds=max(int(round(SERVED_MM / approach.step_mm)), 1))


def spread_start(parts: Sequence[Part], rules: Rules, room: Room, rng: np.random.Generator) -> State:
    """A layout of evenly spread needles on each of ``parts``."""
    layout = new_layout(room.needles, room.seeds)
    n = 0
    # A large target is cooler with its needles and seeds denser towards its edge and sparser within.
    outward, apart = rng.uniform(0.0, 3.0), rules.step * rng.uniform(rules.gap_low, rules.gap_high)
    for part in parts:
        k, approach = part.number, part.approach
        first, last = np.asarray(approach.target_first_t, float), np.asarray(approach.target_last_t, float)
        deepest = np.minimum(last, np.asarray(approach.reach_t, float) - rules.first)
        serving = np.nan_to_num(deepest - first, nan=-1.0) > 0.0
        if part.points_mm is not None:
            serving &= shadow_of(approach, part.points_mm)
        hit_i, hit_j = np.nonzero(serving)
        if len(hit_i) == 0:
            continue
        shadow = np.stack(
            [approach.a0 + hit_i * approach.step_mm, approach.b0 + hit_j * approach.step_mm], axis=1
        )
        shadow = shadow[:: max(len(shadow) // SHADOW_POINTS, 1)]
        ab = spread(shadow, part.needles, rules.needle_min, outward, rng)
        i, j, on = nearest_ray(approach, ab)
        chord = np.where(on, deepest[i, j] - first[i, j], np.nan)
        for m in np.nonzero(chord >= SHORTEST_CHORD_MM)[0]:
            if n == min(room.needles, rules.max_needles):
                break
            count, gap = seed_steps(chord[m], apart, rules, room.seeds)
            middle = 0.5 * (first[i[m], j[m]] + deepest[i[m], j[m]])
            layout.approach[n], layout.count[n] = k, count
            layout.place[n] = ab[m, 0], ab[m, 1], middle + 0.5 * (count - 1) * gap * rules.step
            layout.offset[n, :count] = gap * np.arange(count)
            n += 1
    layout.size[0] = n
    return layout
