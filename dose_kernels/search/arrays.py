"""Arrays the annealing loops work on, by noun.  Lengths in mm, doses as multiples of the prescription."""

from typing import NamedTuple

import numpy as np

from dose_kernels.dose.table import Table

# Axis points of a needle: at either end where its axis crosses its target's surface, and two on each side.
AXIS_POINTS = 10


class Rays(NamedTuple):
    """Every approach's raster cut into cells (the squares between four rays), one approach after the other.

    A needle on approach k at (a, b) runs along ``origin[k] + a u[k] + b v[k] + t direction[k]``.
    """

    target: np.ndarray  # (k,) int32: which target the approach serves
    direction: np.ndarray  # (k, 3) float64
    u: np.ndarray  # (k, 3) float64
    v: np.ndarray  # (k, 3) float64
    origin: np.ndarray  # (k, 3) float64
    step: np.ndarray  # (k,) float64
    low: np.ndarray  # (k, 2) float64: a and b of the first ray
    count: np.ndarray  # type: ignore[assignment]  # (k, 2) int32: cells along a and b; hides a tuple's method
    start: np.ndarray  # (k,) int64: where the approach's cells begin in the flat arrays
    reach: np.ndarray  # (cells,) float32: deepest tip allowed by all four rays; -inf where there is none
    entry: np.ndarray  # (cells,) float32: where the skin lies, mean of the four rays
    highest: np.ndarray  # (cells,) float32: smallest t of a seed's centre: deep enough below the skin
    first: (
        np.ndarray
    )  # (cells,) float32: where the first of the four rays enters the target, inf if none does
    cost: np.ndarray  # (cells,) float32: what a needle here costs by the soft preferences
    ray_start: np.ndarray  # (k,) int64: where the approach's rays begin in the next two
    ray_first: np.ndarray  # (rays,) float32: where each ray enters the target, nan if it does not
    ray_last: np.ndarray  # (rays,) float32: where it leaves the target


class Fields(NamedTuple):
    """Signed distance of each target on a grid along the patient axes, one after the other; > 0 inside."""

    origin: np.ndarray  # (targets, 3) float64
    step: np.ndarray  # (targets,) float64
    shape: np.ndarray  # (targets, 3) int64: nx, ny, nz
    start: np.ndarray  # (targets,) int64
    values: np.ndarray  # (voxels,) float32


class Points(NamedTuple):
    """Dose points; those of one target's surface, inside and shell, and of each organ, lie together."""

    xyz: np.ndarray  # (3, n) float32
    volume: (
        np.ndarray
    )  # (n,) float32: fraction of its target's or organ's volume (of the target's for a shell)
    surface: np.ndarray  # (targets, 2) int64: first and past-the-last point
    inside: np.ndarray  # (targets, 2) int64
    shell: np.ndarray  # (targets, 2) int64
    background: np.ndarray  # (n,) float32: dose that is there already


class Limits(NamedTuple):
    """Dose limits on ranges of points, each as a volume fraction beyond a threshold, or as a mean."""

    range: np.ndarray  # (limits, 2) int64
    threshold: np.ndarray  # (limits,) float32
    allowed: (
        np.ndarray
    )  # (limits,) float32: fraction that may lie beyond the threshold; < 0: limit on the mean
    sign: np.ndarray  # (limits,) float32: +1 from above, -1 from below
    weight: np.ndarray  # (limits,) float32


class Rules(NamedTuple):
    """What no layout may break (``needle_max`` alone is a steep penalty: no single move could repair it)."""

    needle_min: float  # between needles inside the target
    needle_max: float  # from a needle to its nearest neighbour in the same target
    needle_clear: float  # between the axes of any two needles, anywhere
    entry_min: float  # between two entry points
    seed_min: float  # between any two seeds
    gap_low: int  # between neighbours on a needle, in steps
    gap_high: int
    step: float
    first: float  # from the tip to the centre of the deepest seed
    beyond: float  # a seed may lie so far outside its target along the needle
    half_seed: float  # from a seed's centre to its ends
    max_needles: int
    fixed: np.ndarray  # (m, 3) float64: seeds that are there already
    fixed_axis: np.ndarray  # (m, 3) float64
    fixed_part: np.ndarray  # (m,) float64: their strength in terms of a new seed's
    fixed_apart: np.ndarray  # (m,) float64: least distance of a new seed's centre from theirs


class Weights(NamedTuple):
    """What each thing costs; the unit is one needle's worth."""

    needle: float
    seed: float
    isolation_cost: float  # a mm over needle_max
    aim: float  # the dose the search aims at on the surface, a little over 1 because it samples coarsely
    axis_point_margin: float  # how much more than that it aims at on the needles' axis points
    cold_worst: float  # lowest surface point under the aim, as a fraction
    cold_mean: float  # mean of squared shortfalls over the surface points
    cover_goal: float  # volume fraction wanted at the prescription; 0: not asked
    cover: float
    v150: float
    v200: float
    v150_threshold: float  # above these fractions every further part costs ``over`` more
    v200_threshold: float
    over: float
    outside_dose: float  # volume outside at the prescription, in target volumes
    direction: float  # each further direction in use


class Search(NamedTuple):
    """All that stays the same during a run.

    ``table`` is a ``dose_kernels.dose.table.Table``; its rate times ``scale`` is a seed's dose in
    prescriptions.
    """

    rays: Rays
    fields: Fields
    points: Points
    limits: Limits
    rules: Rules
    weights: Weights
    table: Table
    scale: float


class State(NamedTuple):
    """A layout in the making.  ``size[0]`` needles are in use; seeds of a needle run from the tip upwards.

    n columns: the points, then ``AXIS_POINTS`` axis points for each needle there is room for.
    """

    size: np.ndarray  # (1,) int64
    approach: np.ndarray  # (needles,) int32
    place: np.ndarray  # (needles, 3) float64: a, b, and t of the deepest seed
    count: np.ndarray  # type: ignore[assignment]  # (needles,) int32; hides a tuple's method
    offset: np.ndarray  # (needles, seeds) int32: steps above the deepest seed, rising, first 0
    slot: np.ndarray  # (needles, seeds) int32: row of ``pool`` holding that seed's dose
    seed: np.ndarray  # (needles, seeds, 3) float64
    axis_point_exists: np.ndarray  # (needles, axis points) bool: it exists, and may be cold
    gap: np.ndarray  # (needles, needles) float64: distance between needles
    xyz: np.ndarray  # (3, n) float32
    pool: np.ndarray  # (slots, n) float32
    free: np.ndarray  # (slots + 1,) int32: free rows; the last entry counts them
    dose: np.ndarray  # (n,) float32
    energy: np.ndarray  # (1,) float64
    random: np.ndarray  # (1,) uint64


class Trial(NamedTuple):
    """One needle as a move would make it, and the dose it would give."""

    approach: np.ndarray  # (1,) int32
    place: np.ndarray  # (3,) float64
    count: np.ndarray  # type: ignore[assignment]  # (1,) int32; hides a tuple's method
    offset: np.ndarray  # (seeds,) int32
    slot: np.ndarray  # (seeds,) int32; -1: not yet computed
    seed: np.ndarray  # (seeds, 3) float64
    axis_point: np.ndarray  # (axis points, 3) float64
    own: np.ndarray  # (slots, axis points) float32: dose of each row's seed at the axis points
    turned: np.ndarray  # (1,) bool: the axis points are not those of the needle it replaces
    placed: np.ndarray  # (1,) bool: they have been placed
    gap: np.ndarray  # (needles,) float64
    dose: np.ndarray  # (n,) float32
    spot: np.ndarray  # (3, axis points) float32: scratch, as the next two
    part: np.ndarray  # (axis points,) float32
    total: np.ndarray  # (axis points,) float64


def new_state(needles: int, seeds: int, points: int, random_seed: int) -> State:
    """An empty state.

    Parameters
    ----------
    needles, seeds : int
        Room for so many needles, of so many seeds each.
    points : int
        Dose points; room for the axis points is added.
    random_seed : int
        Where the stream of random numbers begins, 0 to 2^64 - 1.
    """
    slots, columns = needles * seeds + seeds, points + AXIS_POINTS * needles
    return State(
        size=np.zeros(1, np.int64),
        approach=np.zeros(needles, np.int32),
        place=np.zeros((needles, 3)),
        count=np.zeros(needles, np.int32),
        offset=np.zeros((needles, seeds), np.int32),
        slot=np.full((needles, seeds), -1, np.int32),
        seed=np.zeros((needles, seeds, 3)),
        axis_point_exists=np.zeros((needles, AXIS_POINTS), np.bool_),
        gap=np.full((needles, needles), np.inf),
        xyz=np.zeros((3, columns), np.float32),
        pool=np.zeros((slots, columns), np.float32),
        free=np.append(np.arange(slots), slots).astype(np.int32),
        dose=np.zeros(columns, np.float32),
        energy=np.zeros(1),
        random=np.array([random_seed], np.uint64),
    )


def new_layout(needles: int, seeds: int) -> State:
    """A state that only holds a layout: no points."""
    return new_state(needles, seeds, 0, 0)._replace(pool=np.zeros((1, 1), np.float32))


def new_trial(needles: int, seeds: int, points: int) -> Trial:
    """Room for one trial needle."""
    slots = needles * seeds + seeds
    return Trial(
        approach=np.zeros(1, np.int32),
        place=np.zeros(3),
        count=np.zeros(1, np.int32),
        offset=np.zeros(seeds, np.int32),
        slot=np.full(seeds, -1, np.int32),
        seed=np.zeros((seeds, 3)),
        axis_point=np.zeros((AXIS_POINTS, 3)),
        own=np.zeros((slots, AXIS_POINTS), np.float32),
        turned=np.zeros(1, np.bool_),
        placed=np.zeros(1, np.bool_),
        gap=np.zeros(needles),
        dose=np.zeros(points + AXIS_POINTS * needles, np.float32),
        spot=np.zeros((3, AXIS_POINTS), np.float32),
        part=np.zeros(AXIS_POINTS, np.float32),
        total=np.zeros(AXIS_POINTS),
    )
