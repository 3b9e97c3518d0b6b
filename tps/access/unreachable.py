"""Which part of a target no needle reaches, and what stands in the way."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from dose_kernels import paths, rays
from tps.access.approach import Approach, deep_points, reached_by
from tps.access.directions import allowed_directions
from tps.access.obstacles import Obstacles
from tps.access.ray_caster import RayCaster
from tps.geometry.solid import Solid
from tps.model.grid import frozen_array

# Less than this part of a target is below what its sampling tells.
LEAST_PART = 0.005

# Points of the unreached part, and rays to them, that are asked for what is in the way.
ASKED_POINTS = 40
ASKED_RAYS = 1000

# Steps of the walk that looks for obstacles.
WALK_OUT_MM = 2.0

# Where no obstacle lies on a way itself, one lies within its clearance beside it.
NARROW = "gaps narrower than the clearance"

_WORDS = {
    rays.NO_SKIN: "the edge of the scan",
    rays.NO_ROOM: "another part of the body in front of the skin",
    rays.TOO_DEEP: "depth beyond the longest needle",
    rays.LEAVES_BODY: "air outside the body",
    rays.TABLE: "the table",
    rays.FLAT: "needles too flat to the skin",
    rays.SHALLOW: "the skin, which tips and seeds must lie below",
    rays.MUCH_LUNG: "more lung or pleura than allowed",
    rays.ELSEWHERE: "entries outside the region drawn for them",
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
    points_mm : (n, 3) float
        Samples of that part.
    """

    target: str
    fraction: float
    volume_mm3: float
    centroid_mm: np.ndarray
    blockers: dict[str, float] = field(default_factory=dict)
    points_mm: np.ndarray = field(default_factory=lambda: np.zeros((0, 3)))

    def __post_init__(self):
        object.__setattr__(self, "centroid_mm", frozen_array(self.centroid_mm, (3,), "centroid_mm"))
        object.__setattr__(self, "points_mm", frozen_array(self.points_mm, (None, 3), "points_mm"))

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
                f"around x {x:.0f}, y {y:.0f}, z {z:.0f} mm) cannot be reached from any direction."
            )
        ways = ", ".join(
            f"{name} ({100 * part:.0f} %)" for name, part in self.blockers.items() if part >= 0.01
        )
        return f"{text} What stops the ways there: {ways}." if ways else text


def unreachable_part(target: Solid, approaches: Sequence[Approach], obstacles: Obstacles) -> Unreachable:
    """What none of the approaches reaches, and what blocks the directions around the patient."""
    protocol = obstacles.protocol
    points, volumes = deep_points(obstacles, target)
    missed = ~reached_by(approaches, points, protocol)
    volume = float(volumes[missed].sum())
    fraction = volume / target.volume_mm3
    if fraction < LEAST_PART:
        return Unreachable(target.name, fraction, volume, target.centroid_mm)
    lost = points[missed]
    centroid = volumes[missed] @ lost / volume
    asked = lost[:: max(1, len(lost) // ASKED_POINTS)]
    return Unreachable(target.name, fraction, volume, centroid, _blockers(target, obstacles, asked), lost)


def _blockers(target: Solid, obstacles: Obstacles, points: np.ndarray) -> dict[str, float]:
    """What stops the ways to points, as seen from there: the first obstacle on the way out, or the skin."""
    caster = RayCaster(obstacles, target, obstacles.protocol)
    around = allowed_directions(obstacles.protocol, obstacles.position, obstacles.steering, obstacles.grid)
    directions = np.array(around)
    asked = points[:: max(1, len(points) * len(directions) // ASKED_RAYS)]
    starts, inwards = np.tile(asked, (len(directions), 1)), np.repeat(directions, len(asked), axis=0)
    table = caster.cast(starts - caster.centre, directions, np.full(len(directions), len(asked)))
    blocked = table[:, rays.REACH] < obstacles.protocol.tip_beyond_seed_mm
    found: Counter[str] = Counter()
    for start, inward, row in zip(starts[blocked], inwards[blocked], table[blocked], strict=True):
        depth = -row[rays.ENTRY] if np.isfinite(row[rays.ENTRY]) else obstacles.deepest_mm
        name = _first_obstacle(obstacles, start, -inward, float(depth))
        found[name or _WORDS.get(int(row[rays.STOP]), NARROW)] += 1
    total = sum(found.values())
    return {name: count / total for name, count in found.most_common()}


def _first_obstacle(obstacles: Obstacles, start_mm, outward, length: float) -> str:
    """Name of the first obstacle met from a point outwards; "" if none is met."""
    voxels = obstacles.voxels
    start, along = obstacles.local_mm(start_mm), obstacles.grid.axes @ outward
    for t in np.arange(0.0, length, WALK_OUT_MM):
        label = rays.voxel_at(voxels.labels, voxels.spacing, start, along, t, 0)
        if label & (rays.BONE | rays.GAS):
            return "bone" if label & rays.BONE else "gas"
        for item in obstacles.avoided:
            own = item.solid.grid
            local = own.world_to_index(start_mm + t * outward) * own.spacing_mm
            if paths.distance_outside(*item.shape, *local) < item.clearance_mm:
                return item.solid.name
    return ""
