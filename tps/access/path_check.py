"""The verdict on one needle path: the final judge of every needle."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from dose_kernels.geometry import paths, rays
from tps.access.cost import elevation_deg
from tps.access.margin import SEARCH_MM
from tps.access.obstacles import Obstacles
from tps.access.tissue.bone import DENSE_HU

# Paths are sampled this finely; half of it squared over twice a clearance of 1 mm is below 0.01 mm.
CHECK_STEP_MM = 0.2

# An entry this far from where the scan shows the skin is still on the skin.
SKIN_TOLERANCE_MM = 1.0

# An angle to the skin is told within this by the smoothed skin; a direction by its rounding in a file.
SKIN_ANGLE_TOLERANCE_DEG = 3.0
ABOVE_TOLERANCE_DEG = 0.5

# Depth below the skin is told within this by the depth lattice.
SKIN_DEPTH_TOLERANCE_MM = 0.3

# Lung on a path is measured in steps of half a millimetre.
LUNG_TOLERANCE_MM = 1.0

# Lengths are compared with this slack for rounding.
LENGTH_TOLERANCE_MM = 1e-6

_BLOCKED = {
    rays.NO_SKIN: "the scan shows no skin with air in front of it at the entry",
    rays.NO_ROOM: "another part of the body stands in front of the entry",
    rays.TABLE: "the table stands in front of the entry",
}


@dataclass(frozen=True)
class PathCheck:
    """Whether a straight needle from entry to tip keeps every hard rule, and how closely it passes.

    Parameters
    ----------
    allowed : bool
    reason : str
        "" when allowed; otherwise the first rule broken, in words, with the value found.
    clearance_mm : float
        Smallest distance between the needle's axis and bone, gas or an avoided structure; ``inf`` when
        nothing lies within ``SEARCH_MM``.  Where a clearance is broken, that of the obstacle it belongs to.
    nearest : str
        Name of that obstacle, "" if nothing is that near.
    lung_mm : float
        Length of the path through lung.
    pleural_passages : int
        How often the path goes into lung.
    skin_angle_deg : float
        Angle between the needle and the skin's normal at the entry.
    """

    allowed: bool
    reason: str = ""
    clearance_mm: float = float("inf")
    nearest: str = ""
    lung_mm: float = 0.0
    pleural_passages: int = 0
    skin_angle_deg: float = 0.0


def check_path(obstacles: Obstacles, entry_mm, tip_mm, seed_ends_mm=()) -> PathCheck:
    """Judge a straight needle from the skin to its tip by every hard rule.

    Distances to voxels are exact (voxels count as boxes); bone, gas and avoided structures ask for their
    clearance; besides, no voxel above ``DENSE_HU`` may lie on the way.

    Parameters
    ----------
    obstacles : Obstacles
    entry_mm, tip_mm : (3,) float
    seed_ends_mm : (n, 3) float
        Of the needle's seeds; none where only the way is asked about.
    """
    entry, tip = np.asarray(entry_mm, dtype=float), np.asarray(tip_mm, dtype=float)
    length = float(np.linalg.norm(tip - entry))
    if not 0 < length < np.inf:
        return PathCheck(False, "entry and tip coincide or are not finite")
    start, along = obstacles.local_mm(entry), obstacles.grid.axes @ ((tip - entry) / length)
    most = obstacles.deepest_mm
    if length > most + LENGTH_TOLERANCE_MM:
        return PathCheck(False, f"{length:.1f} mm deep, {most:g} mm allowed")
    angle = obstacles.skin_angle_deg(entry, (tip - entry) / length)
    skin = _skin(obstacles, start, along, length)
    # Where no skin is seen, an angle to it means nothing.
    reason = skin if skin in _BLOCKED.values() else _way_in(obstacles, entry, tip, angle) or skin
    reason = reason or _too_shallow(obstacles, tip, seed_ends_mm)
    near = _nearest_obstacle(obstacles, entry, (tip - entry) / length, length)
    distance = max(0.0, near.distance_mm)
    if not reason and near.excess_mm < 0:
        reason = f"{distance:.1f} mm from {near.name}, {near.needed_mm:g} mm needed"
    if not reason:
        highest = paths.path_highest_hu(obstacles.voxels, start, along, length, CHECK_STEP_MM)
        if highest > DENSE_HU:
            reason = f"a voxel of {highest} HU on the way, {DENSE_HU} allowed"
    lung, passages = rays.lung_on_path(obstacles.voxels, start, along, 0.0, length)
    # A tip beyond its target by as much as a seed outside it asks for is no new way into lung.
    inside = max(
        length - obstacles.protocol.seed_beyond_target_mm - obstacles.protocol.tip_beyond_seed_mm, 0.0
    )
    on_the_way = rays.lung_on_path(obstacles.voxels, start, along, 0.0, inside)
    reason = reason or _lung(obstacles, *on_the_way)
    return PathCheck(not reason, reason, distance, near.name, lung, passages, angle)


def _way_in(obstacles: Obstacles, entry, tip, angle_deg: float) -> str:
    """Why a needle cannot be pushed that way."""
    protocol = obstacles.protocol
    direction = (tip - entry) / np.linalg.norm(tip - entry)
    above = elevation_deg(direction, obstacles.position)
    if above < -ABOVE_TOLERANCE_DEG:
        return (
            f"the needle comes from {-above:.0f} degrees below the horizontal"
            f" of a patient who lies {obstacles.position.words}"
        )
    if angle_deg > protocol.max_skin_angle_deg + SKIN_ANGLE_TOLERANCE_DEG:
        return f"{angle_deg:.0f} degrees from the skin's normal, {protocol.max_skin_angle_deg:g} allowed"
    return ""


def _too_shallow(obstacles: Obstacles, tip, seed_ends_mm) -> str:
    """Why the tip or a seed lies too near the skin."""
    needed = obstacles.protocol.skin_clearance_mm
    ends = np.asarray(seed_ends_mm, float).reshape(-1, 3)
    depths = obstacles.skin_depth_mm(np.concatenate([[tip], ends]))
    for what, depth in (("the tip", depths[0]), ("the end of a seed", depths[1:].min(initial=np.inf))):
        if depth < needed - SKIN_DEPTH_TOLERANCE_MM:
            return f"{what} lies {depth:.1f} mm below the skin, {needed:g} mm needed"
    return ""


def _lung(obstacles: Obstacles, lung_mm: float, passages: int) -> str:
    """Why a path goes through too much lung."""
    if passages > obstacles.protocol.max_pleural_passages:
        return f"{passages} passages into lung, {obstacles.protocol.max_pleural_passages} allowed"
    most = obstacles.steering.max_lung_mm
    if most is not None and lung_mm > most + LUNG_TOLERANCE_MM:
        return f"{lung_mm:.0f} mm of lung on the way, {most:g} mm allowed"
    return ""


def _skin(obstacles: Obstacles, start, along, length: float) -> str:
    """What is wrong with where the needle enters, or that it leaves the body."""
    voxels = obstacles.voxels
    # Start a little inside, where the body's mask is certain, and walk out to the skin.
    inside = min(length, 2.0 * float(voxels.spacing.max()))
    skin_hu = obstacles.protocol.body_hu
    no_table = not obstacles.position.as_scanned
    walked, code = rays.find_skin(voxels, start + inside * along, along, skin_hu, inside + 20.0, no_table)
    if code in _BLOCKED:
        return _BLOCKED[code]
    if code == rays.TOO_DEEP or abs(walked - inside) > SKIN_TOLERANCE_MM:
        return f"the entry is {walked - inside:+.1f} mm off the skin along the needle"
    left = paths.path_leaves_body(voxels, start, along, length, inside, CHECK_STEP_MM)
    if not np.isnan(left):
        return f"the needle leaves the body {left:.1f} mm from the skin"
    return ""


class _Near(NamedTuple):
    """An obstacle beside a path: its distance, its name, the clearance it asks for and what is left of it."""

    distance_mm: float = float("inf")
    name: str = ""
    needed_mm: float = 0.0

    @property
    def excess_mm(self) -> float:
        return self.distance_mm - self.needed_mm


def _nearest_obstacle(obstacles: Obstacles, entry, direction, length: float) -> _Near:
    """The obstacle whose clearance is broken the most; where none is, the nearest."""
    voxels = obstacles.voxels
    distance, _, label = paths.path_voxel_distance(
        voxels.labels,
        voxels.spacing,
        rays.BONE | rays.GAS,
        obstacles.local_mm(entry),
        obstacles.grid.axes @ direction,
        length,
        SEARCH_MM,
        CHECK_STEP_MM,
    )
    found = []
    if label:
        name = "Bone" if label & rays.BONE else "Gas"
        found.append(_Near(distance, name, obstacles.protocol.bone_clearance_mm))
    stretches = _stretches(obstacles, entry, direction, length)
    found += _regions_beside(obstacles, entry, direction, stretches)
    for item in obstacles.avoided:
        own = item.grid
        start, along = own.world_to_index(entry) * own.spacing_mm, own.axes @ direction
        for first, last, near_target in stretches:
            needed = item.near_target_mm if near_target else item.clearance_mm
            d = paths.path_shape_distance(
                item.shape, start + first * along, along, last - first, CHECK_STEP_MM
            )
            if d <= max(SEARCH_MM, needed):
                found.append(_Near(d, item.name, needed))
    broken = min((f for f in found if f.excess_mm < 0), key=lambda f: f.excess_mm, default=None)
    return broken or min(found, key=lambda f: f.distance_mm, default=_Near())


def _regions_beside(obstacles: Obstacles, entry, direction, stretches) -> list[_Near]:
    """The closed regions found in the CT beside a path, on each stretch of it."""
    start, along = obstacles.local_mm(entry), obstacles.grid.axes @ direction
    found = []
    for region in obstacles.closing.closed_regions:
        for first, last, near_target in stretches:
            risk = region.risk
            needed = risk.clearance_near_target_mm if near_target else risk.clearance_mm
            distance, _, mark = paths.path_voxel_distance(
                obstacles.closing.marks,
                obstacles.voxels.spacing,
                region.bit,
                start + first * along,
                along,
                last - first,
                max(SEARCH_MM, needed),
                CHECK_STEP_MM,
            )
            if mark:
                found.append(_Near(distance, region.name, needed))
    return found


def _stretches(obstacles: Obstacles, entry, direction, length: float) -> list[tuple[float, float, bool]]:
    """The path cut where it enters or leaves the zone near a target: from, to, whether it lies in the zone.

    What lies between two samples on different sides of the border counts as outside.
    """
    closing = obstacles.closing
    if not closing.closed_regions and all(a.near_target_mm >= a.clearance_mm for a in closing.avoided):
        return [(0.0, length, False)]
    t = np.linspace(0.0, length, max(2, int(np.ceil(length / CHECK_STEP_MM)) + 1))
    near = obstacles.is_near_target(entry + t[:, None] * direction)
    found = []
    turns = [0, *(np.flatnonzero(np.diff(near)) + 1), len(t)]
    for first, stop in zip(turns[:-1], turns[1:], strict=True):
        low, high = first, stop - 1
        if not near[first]:
            low, high = max(0, low - 1), min(len(t) - 1, high + 1)
        found.append((float(t[low]), float(t[high]), bool(near[first])))
    return found
