"""Which part of a target no needle reaches, and what stands in the way."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from dose_kernels import paths, rays
from tps.geometry.solid import Solid
from tps.model.grid import frozen_array
from tps.planning.approach import COVER_STEP_MM, Approach, reached_by
from tps.planning.obstacles import Obstacles
from tps.planning.path_check import SEARCH_MM
from tps.planning.ray_caster import RayCaster, directions_around

# Less than this part of a target is below what its sampling tells.
LEAST_PART = 0.005

# Points of the unreached part, and blocked rays, that are asked for what is in the way.
ASKED_POINTS = 60
ASKED_RAYS = 1500

_WORDS = {
    rays.NO_SKIN: "the edge of the scan",
    rays.NO_ROOM: "another part of the body in front of the skin",
    rays.TOO_DEEP: "depth beyond the longest needle",
    rays.LEAVES_BODY: "air outside the body",
    rays.TABLE: "the table",
}


@dataclass(frozen=True, eq=False)
class Unreachable:
    """The part of a target that no allowed needle reaches.

    Parameters
    ----------
    target : str
    fraction : float
        Of the target's volume.
    volume_mm3 : float
    centroid_mm : (3,) float
        Middle of that part (of the target, where there is none).
    blockers : dict of str to float
        What stops the ways there, as parts of all ways looked at, largest first.
    """

    target: str
    fraction: float
    volume_mm3: float
    centroid_mm: np.ndarray
    blockers: dict[str, float] = field(default_factory=dict)

    def __post_init__(self):
        object.__setattr__(self, "centroid_mm", frozen_array(self.centroid_mm, (3,), "centroid_mm"))

    @property
    def message(self) -> str:
        """One or two sentences for people; "" if all of the target is reached."""
        if self.fraction < LEAST_PART:
            return ""
        x, y, z = self.centroid_mm
        if self.fraction > 1 - LEAST_PART:
            text = f"{self.target}: no allowed needle reaches it."
        else:
            text = (
                f"{self.target}: {100 * self.fraction:.0f} % of its volume ({self.volume_mm3 / 1000:.1f} cm3 "
                f"around x {x:.0f}, y {y:.0f}, z {z:.0f} mm) cannot be reached."
            )
        ways = ", ".join(
            f"{name} ({100 * part:.0f} %)" for name, part in self.blockers.items() if part >= 0.01
        )
        return f"{text} What stops the ways there: {ways}." if ways else text


def unreachable_part(target: Solid, approaches: Sequence[Approach], obstacles: Obstacles) -> Unreachable:
    """What none of the approaches reaches, and what blocks the directions around the patient."""
    protocol = obstacles.protocol
    points, volumes = target.quadrature(COVER_STEP_MM)
    missed = ~reached_by(approaches, points, protocol)
    volume = float(volumes[missed].sum())
    fraction = volume / target.volume_mm3
    if fraction < LEAST_PART:
        return Unreachable(target.name, fraction, volume, target.centroid_mm)
    lost = points[missed]
    centroid = volumes[missed] @ lost / volume
    asked = lost[:: max(1, len(lost) // ASKED_POINTS)]
    return Unreachable(target.name, fraction, volume, centroid, _blockers(target, obstacles, asked))


def _blockers(target: Solid, obstacles: Obstacles, points: np.ndarray) -> dict[str, float]:
    caster = RayCaster(obstacles, target, obstacles.protocol)
    beyond = obstacles.protocol.tip_beyond_seed_mm
    found: Counter[str] = Counter()
    stopped = []
    for direction in directions_around(obstacles.protocol):
        table = caster.cast(points, direction)
        blocked = table[:, rays.REACH] < beyond
        codes = table[blocked, rays.STOP].astype(int)
        found.update(_WORDS[code] for code in codes if code in _WORDS)
        at = blocked & (table[:, rays.STOP] == rays.OBSTACLE)
        depth = np.where(np.isfinite(table[:, rays.REACH]), table[:, rays.REACH], table[:, rays.ENTRY])
        stopped.append(points[at] + depth[at, None] * direction)
    where = np.concatenate(stopped)
    step = max(1, len(where) // ASKED_RAYS)
    for point in where[::step]:
        found[_obstacle_at(obstacles, point)] += step
    total = sum(found.values())
    return {name: count / total for name, count in found.most_common()} if total else {}


def _obstacle_at(obstacles: Obstacles, point_mm: np.ndarray) -> str:
    """Name of the obstacle whose clearance is the tightest at a point."""
    voxels = obstacles.voxels
    distance, label = paths.voxel_distance(
        voxels.labels, voxels.spacing, rays.BONE | rays.GAS, obstacles.local_mm(point_mm), SEARCH_MM
    )
    name = "gas" if label & rays.GAS else "bone"
    found = [(distance - obstacles.protocol.bone_clearance_mm, name)]
    for item in obstacles.avoided:
        own = item.solid.grid
        d = paths.distance_outside(*item.shape, *(own.world_to_index(point_mm) * own.spacing_mm))
        found.append((d - item.clearance_mm, item.solid.name))
    return min(found)[1]
