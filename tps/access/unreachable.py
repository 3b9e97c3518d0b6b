"""Which part of a target no needle reaches, and what stands in the way."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from dose_kernels.geometry import rays
from dose_kernels.geometry.distance import sample_points
from tps.access.approach import Approach, deep_points, reached_by
from tps.access.directions import allowed_directions
from tps.access.obstacles import Obstacles
from tps.access.ray_caster import RayCaster
from tps.access.risk import FROM_CT_SUFFIX, risk_of
from tps.geometry.solid import Solid
from tps.model.grid import frozen_array

# Less than this part of a target is below what its sampling tells.
LEAST_PART = 0.005

# Points of the unreached part, and rays to them, that are asked for what is in the way.
ASKED_POINTS = 40
ASKED_RAYS = 1000

# A closed structure is worth opening if so much of what is not reached comes into reach; so many are tried.
WORTH_OPENING = 0.05
MOST_OPENED = 3

# Joins the names of structures that only together open a way.
JOINT = " + "

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
    openings : dict of str to float
        What crossing a closed structure (or several, joined by " + ") would open, as part of what is not
        reached.
    """

    target: str
    fraction: float
    volume_mm3: float
    centroid_mm: np.ndarray
    blockers: dict[str, float] = field(default_factory=dict)
    points_mm: np.ndarray = field(default_factory=lambda: np.zeros((0, 3)))
    openings: dict[str, float] = field(default_factory=dict)

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
        text = f"{text} What stops the ways there: {ways}." if ways else text
        return " ".join([text, *(_remedy(names, part) for names, part in self.openings.items())])


def _remedy(names: str, part: float) -> str:
    several = names.split(JOINT)
    options = " ".join(f"--cross {_quoted(name)}" for name in several)
    never = [name for name in several if risk_of(name.removesuffix(FROM_CT_SUFFIX)).risk_class == "never"]
    caution = f" ({', '.join(never)}: not crossed in practice)" if never else ""
    return f"{options} would open ways to {100 * part:.0f} % of it{caution}."


def _quoted(name: str) -> str:
    return f"'{name}'" if " " in name else name


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
    blockers = _blockers(target, obstacles, asked)
    openings = _openings(target, obstacles, asked, blockers)
    return Unreachable(target.name, fraction, volume, centroid, blockers, lost, openings)


def _openings(target: Solid, obstacles: Obstacles, points: np.ndarray, blockers: dict[str, float]) -> dict:
    """What each closed structure in the way would open if it were crossed; several where none does alone."""
    found = {}
    for name in _closed_blockers(obstacles, blockers)[:MOST_OPENED]:
        part = _reached_part(target, obstacles.opened([name]), points)
        if part >= WORTH_OPENING:
            found[name] = part
    return dict(sorted(found.items(), key=lambda item: -item[1])) or _joint(
        target, obstacles, points, blockers
    )


def _joint(target: Solid, obstacles: Obstacles, points: np.ndarray, blockers: dict[str, float]) -> dict:
    """The first few structures, opened one after the other as they come in the way, that open something."""
    names: list[str] = []
    while len(names) < MOST_OPENED and (closed := _closed_blockers(obstacles, blockers)):
        names.append(closed[0])
        obstacles = obstacles.opened(closed[:1])
        part = _reached_part(target, obstacles, points)
        if part >= WORTH_OPENING:
            return {JOINT.join(names): part}
        blockers = _blockers(target, obstacles, points)
    return {}


def _closed_blockers(obstacles: Obstacles, blockers: dict[str, float]) -> list[str]:
    """The structures closed by their names that stop a fair part of the ways, the worst first."""
    closed = {item.name for item in obstacles.avoided if not item.asked}
    closed |= {region.name for region in obstacles.closing.closed_regions}
    return [name for name, share in blockers.items() if name in closed and share >= WORTH_OPENING]


def _reached_part(target: Solid, obstacles: Obstacles, points: np.ndarray) -> float:
    """The part of some points (n, 3) that a needle from any direction reaches."""
    table = _ways_out(target, obstacles, points)[2]
    reached = table[:, rays.REACH] >= obstacles.protocol.tip_beyond_seed_mm
    return float(reached.reshape(-1, len(points)).any(axis=0).mean())


def _ways_out(target: Solid, obstacles: Obstacles, points: np.ndarray):
    """Starts, directions inwards and table of rays from all points, direction by direction."""
    caster = RayCaster(obstacles, target, obstacles.protocol)
    directions = np.array(_directions(obstacles))
    starts, inwards = np.tile(points, (len(directions), 1)), np.repeat(directions, len(points), axis=0)
    table = caster.cast(starts - caster.centre, directions, np.full(len(directions), len(points)))
    return starts, inwards, table


def _blockers(target: Solid, obstacles: Obstacles, points: np.ndarray) -> dict[str, float]:
    """What stops the ways to points, as seen from there: the first obstacle on the way out, or the skin."""
    directions = len(_directions(obstacles))
    asked = points[:: max(1, len(points) * directions // ASKED_RAYS)]
    starts, inwards, table = _ways_out(target, obstacles, asked)
    blocked = table[:, rays.REACH] < obstacles.protocol.tip_beyond_seed_mm
    starts, inwards, table = starts[blocked], inwards[blocked], table[blocked]
    depth = np.where(np.isfinite(table[:, rays.ENTRY]), -table[:, rays.ENTRY], obstacles.deepest_mm)
    names = _first_obstacles(obstacles, starts, -inwards, depth)
    found = Counter(
        name or _WORDS.get(int(stop), NARROW) for name, stop in zip(names, table[:, rays.STOP], strict=True)
    )
    total = sum(found.values())
    return {name: count / total for name, count in found.most_common()}


def _directions(obstacles: Obstacles):
    return allowed_directions(obstacles.protocol, obstacles.position, obstacles.steering, obstacles.grid)


def _first_obstacles(obstacles: Obstacles, starts_mm, outwards, lengths) -> list[str]:
    """Name of the first obstacle met on each way (n,) from a point outwards; "" where none is met."""
    if not len(starts_mm):
        return []
    t = np.arange(0.0, max(float(lengths.max()), WALK_OUT_MM), WALK_OUT_MM)
    points = (starts_mm[:, None] + t[:, None] * outwards[:, None]).reshape(-1, 3)
    open_yet = (t < lengths[:, None]).ravel()
    index = np.rint(obstacles.grid.world_to_index(points)).astype(int)
    index = np.clip(index, 0, np.array(obstacles.grid.shape)[::-1] - 1)
    label = obstacles.voxels.labels[index[:, 2], index[:, 1], index[:, 0]]
    regions = obstacles.closing.closed_regions
    names = ["", "bone", "gas", *(item.name for item in obstacles.avoided), *(r.name for r in regions)]
    met = np.where(label & rays.BONE, 1, np.where(label & rays.GAS, 2, 0))
    near = obstacles.is_near_target(points)
    for number, item in enumerate(obstacles.avoided, start=3):
        depth = sample_points(item.shape.values, item.grid.world_to_index(points), -np.inf)
        needed = np.where(near, item.near_target_mm, item.clearance_mm)
        met[(met == 0) & (depth > -needed)] = number
    for number, region in enumerate(regions, start=3 + len(obstacles.avoided)):
        mark = obstacles.closing.marks[index[:, 2], index[:, 1], index[:, 0]]
        met[(met == 0) & ((mark & region.bit) != 0)] = number
    met = np.where(open_yet, met, 0).reshape(len(starts_mm), -1)
    first = np.argmax(met > 0, axis=1)
    return [names[n] for n in met[np.arange(len(met)), first]]
