"""Where the search begins: needles on a hexagonal lattice, turned and shifted, seeds spread along each."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dose_kernels.anneal_types import Rules, State, new_state

if TYPE_CHECKING:
    from tps.planning.approach import Approach

# Lattice constants tried in turn, mm: from as near as needles may be to as far as neighbours should be.
PITCHES_MM = (12.0, 13.0, 11.2, 14.0, 10.4)

# The end seeds of a needle lie about this far inside the surface.
INSET_MM = 3.0

# A ray that crosses less of the target than this gets no needle.
SHORTEST_CHORD_MM = 7.0


@dataclass(frozen=True)
class Room:
    """How many needles, seeds on a needle and approaches a search has room for."""

    needles: int
    seeds: int


def hexagonal(extent_mm: float, pitch_mm: float, turn: float, shift) -> np.ndarray:
    """Points (n, 2) of a hexagonal lattice within ``extent_mm`` of the origin."""
    n = int(np.ceil(2.0 * extent_mm / pitch_mm)) + 2
    i, j = np.meshgrid(np.arange(-n, n + 1), np.arange(-n, n + 1))
    points = pitch_mm * np.stack([i + 0.5 * j, np.sqrt(0.75) * j], axis=-1).reshape(-1, 2)
    points = points + pitch_mm * np.asarray(shift)
    c, s = np.cos(turn), np.sin(turn)
    points = points @ np.array([[c, s], [-s, c]])
    return points[np.hypot(points[:, 0], points[:, 1]) <= extent_mm]


def nearest_ray(approach: "Approach", ab: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Ray indices i, j of lateral positions (n, 2), and whether they lie on the raster."""
    i = np.rint((ab[:, 0] - approach.a0) / approach.step_mm).astype(int)
    j = np.rint((ab[:, 1] - approach.b0) / approach.step_mm).astype(int)
    on = (i >= 0) & (j >= 0) & (i < approach.shape[0]) & (j < approach.shape[1])
    return np.where(on, i, 0), np.where(on, j, 0), on


def seed_steps(chord_mm: float, rules: Rules, most: int) -> tuple[int, int]:
    """Number of seeds for a chord, and the steps between them."""
    length = max(chord_mm - 2.0 * INSET_MM, 0.0)
    count = min(int(length / (0.5 * (rules.gap_low + rules.gap_high) * rules.step) + 0.6) + 1, most)
    if count == 1:
        return 1, rules.gap_low
    gap = int(np.clip(round(length / (count - 1) / rules.step), rules.gap_low, rules.gap_high))
    while count > 1 and (count - 1) * gap * rules.step > chord_mm:
        count -= 1
    return count, gap


def lattice_start(
    parts: list[tuple[int, "Approach"]], pitch_mm: float, rules: Rules, room: Room, rng: np.random.Generator
) -> State:
    """A layout with a lattice of needles on each of ``parts``: (index among the rays, approach)."""
    layout = new_state(room.needles, room.seeds, 1, 0)
    n = 0
    for k, approach in parts:
        first, last = np.asarray(approach.target_first_t, float), np.asarray(approach.target_last_t, float)
        hit_i, hit_j = np.nonzero(np.isfinite(first))
        if len(hit_i) == 0:
            continue
        a = approach.a0 + hit_i * approach.step_mm
        b = approach.b0 + hit_j * approach.step_mm
        middle = np.array([0.5 * (a.min() + a.max()), 0.5 * (b.min() + b.max())])
        extent = float(np.hypot(a - middle[0], b - middle[1]).max()) + approach.step_mm
        ab = middle + hexagonal(extent, pitch_mm, rng.uniform(0, np.pi / 3), rng.uniform(0, 1, 2))
        i, j, on = nearest_ray(approach, ab)
        deepest = np.minimum(last, np.asarray(approach.reach_t, float) - rules.first)
        chord = np.where(on, deepest[i, j] - first[i, j], np.nan)
        for m in np.nonzero(chord >= SHORTEST_CHORD_MM)[0]:
            if n == min(room.needles, rules.max_needles):
                break
            count, gap = seed_steps(chord[m], rules, room.seeds)
            middle_t = 0.5 * (first[i[m], j[m]] + deepest[i[m], j[m]])
            layout.approach[n], layout.count[n] = k, count
            layout.place[n] = ab[m, 0], ab[m, 1], middle_t + 0.5 * (count - 1) * gap * rules.step
            layout.offset[n, :count] = gap * np.arange(count)
            n += 1
    layout.size[0] = n
    return layout
