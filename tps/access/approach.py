"""How the planner sees the patient along one direction: a raster of parallel rays through the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numba
import numpy as np

from dose_kernels.compile.threads import most_threads
from dose_kernels.geometry import rays
from tps.access.cost import ray_points, tilt_deg
from tps.access.directions import allowed_directions, is_above
from tps.access.obstacles import Obstacles
from tps.access.ray_caster import RASTER_MM, RayCaster
from tps.geometry.solid import Solid
from tps.model.grid import frozen_array
from tps.model.protocol import Protocol
from tps.model.steering import Line

# Rasters of an approach and the columns of ``cast_rays`` they hold.
_COLUMNS = {
    "entry_t": rays.ENTRY,
    "reach_t": rays.REACH,
    "clearance_mm": rays.MARGIN,
    "lung_mm": rays.LUNG_MM,
    "pleura": rays.PLEURA,
    "target_first_t": rays.FIRST,
    "target_last_t": rays.LAST,
    "stop": rays.STOP,
    "seed_from_t": rays.SEED_FROM,
}


@dataclass(frozen=True, eq=False)
class Approach:
    """Parallel candidate needles along one direction.

    Ray (i, j) is ``origin_mm + (a0 + i * step_mm) * u + (b0 + j * step_mm) * v + t * direction``; t grows
    from the skin inwards.

    Parameters
    ----------
    direction, u, v : (3,) float
        Orthonormal; ``direction`` points from the skin to the target.
    origin_mm : (3,) float
        The target's centroid: t = 0 lies beside it.
    step_mm, a0, b0 : float
        The raster.
    entry_t : (na, nb) float32
        Where the ray crosses the skin; nan where the scan shows no skin.
    reach_t : (na, nb) float32
        Deepest t a tip may have by every hard rule, coming from the skin; -inf where there is none.  Ends
        ``ray_caster.REACH_BEYOND_MM`` past the target even if the way is free.
    clearance_mm : (na, nb) float32
        Smallest distance to an obstacle on the way to where the ray leaves the target (or to ``reach_t``,
        whichever comes first), in excess of the clearance that obstacle asks for.
    lung_mm : (na, nb) float32
        Path through lung from the skin to the target (to t = 0 where the ray misses it).
    pleura : (na, nb) int8
        Passages into lung on that path.
    target_first_t, target_last_t : (na, nb) float32
        Where the ray enters the target first and leaves it last; nan where it misses.
    stop : (na, nb) int8
        Why the ray goes no deeper than ``reach_t``: a code of ``dose_kernels.geometry.rays``.
    seed_from_t : (na, nb) float32
        From here to ``reach_t`` the ray lies deep enough below the skin for seeds; inf where it never does.
    skin_angle_deg : (na, nb) float32
        Angle between the ray and the skin's normal where it enters.
    points : (na, nb) float32
        What a needle on the ray costs, in points of ``tps.access.cost``.
    tilt_deg : float
        Angle between ``direction`` and the axial plane.
    reachable_fraction : float
        Part of the target's volume that needles along this direction reach.
    mean_depth_mm, mean_lung_mm : float
        From the skin to the middle of the target, and through lung, averaged over the reaching rays.
    cost : float
        ``points`` averaged over the reaching rays; the smaller the better.
    """

    direction: np.ndarray
    u: np.ndarray
    v: np.ndarray
    origin_mm: np.ndarray
    step_mm: float
    a0: float
    b0: float
    entry_t: np.ndarray
    reach_t: np.ndarray
    clearance_mm: np.ndarray
    lung_mm: np.ndarray
    pleura: np.ndarray
    target_first_t: np.ndarray
    target_last_t: np.ndarray
    stop: np.ndarray
    seed_from_t: np.ndarray
    skin_angle_deg: np.ndarray
    points: np.ndarray
    tilt_deg: float
    reachable_fraction: float
    mean_depth_mm: float
    mean_lung_mm: float
    cost: float

    def __post_init__(self):
        for name in ("direction", "u", "v", "origin_mm"):
            object.__setattr__(self, name, frozen_array(getattr(self, name), (3,), name))
        for name in (*_COLUMNS, "skin_angle_deg", "points"):
            dtype = np.int8 if name in ("pleura", "stop") else np.float32
            raster = np.ascontiguousarray(getattr(self, name), dtype)
            if raster.shape != self.shape:
                raise ValueError(f"{name} has shape {raster.shape}, entry_t {self.shape}")
            raster = raster.view()
            raster.setflags(write=False)
            object.__setattr__(self, name, raster)

    @property
    def shape(self) -> tuple[int, int]:
        """Number of rays along ``u`` and along ``v``."""
        return self.entry_t.shape

    def point_mm(self, a, b, t) -> np.ndarray:
        """Patient coordinates (..., 3) of lateral ``a``, ``b`` and depth ``t`` (mm; broadcast)."""
        a, b, t = np.broadcast_arrays(np.asarray(a, float), np.asarray(b, float), np.asarray(t, float))
        return self.origin_mm + a[..., None] * self.u + b[..., None] * self.v + t[..., None] * self.direction

    def lateral_mm(self, points_mm) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Coordinates a, b, t (n,) of patient points (n, 3)."""
        offset = np.asarray(points_mm, dtype=float) - self.origin_mm
        return offset @ self.u, offset @ self.v, offset @ self.direction

    def reaches(self, points_mm, beyond_mm: float) -> np.ndarray:
        """True for points (n, 3) at which a needle on the nearest ray could leave a seed.

        Its tip must be able to pass them by ``beyond_mm``, and they must lie deep enough below the skin.
        """
        a, b, t = self.lateral_mm(points_mm)
        i = np.rint((a - self.a0) / self.step_mm).astype(int)
        j = np.rint((b - self.b0) / self.step_mm).astype(int)
        on = (i >= 0) & (j >= 0) & (i < self.shape[0]) & (j < self.shape[1])
        ray = np.clip(i, 0, self.shape[0] - 1), np.clip(j, 0, self.shape[1] - 1)
        return on & (self.reach_t[ray] >= t + beyond_mm) & (self.seed_from_t[ray] <= t)


# Rays of the first look are this far apart.
GLANCE_MM = 4.0

# The raster covers the target's shadow and this much around it.
RASTER_MARGIN_MM = 2.0

# At most so many directions are handed on.
MOST_APPROACHES = 36

# So many points of access are worth reaching all of a target instead of nothing.
POINTS_FOR_REACH = 15.0

# An entry this far from the drawn entry region is still in it: a drawn skin has hardly any thickness.
ENTRY_TOLERANCE_MM = 5.0

# The raster of a user's line: one needle's width would move it visibly, this does not.
LINE_STEP_MM = 0.02

# A direction that reaches this much more of the target than others did is taken for it.
WORTH_A_DIRECTION = 0.005


def find_approaches(
    obstacles: Obstacles,
    target: Solid,
    protocol: Protocol,
    threads: int | None = None,
) -> tuple[Approach, ...]:
    """Directions from which needles reach a target, the most useful first.

    Directions go round the patient, from above the horizontal, in axial planes and tilted ones.  All are
    looked at with a coarse raster; the best, and those that alone reach some part, get the full raster.

    Parameters
    ----------
    obstacles : Obstacles
    target : Solid
    protocol : Protocol
    threads : int, optional
        For the compiled loops; default: as numba is set.

    Raises
    ------
    BadInput
        If the patient's position and the user's wishes leave no direction.
    """
    steering = obstacles.steering
    before = numba.get_num_threads()
    if threads is not None:
        numba.set_num_threads(max(1, min(threads, most_threads())))
    try:
        caster = RayCaster(obstacles, target, protocol)
        directions = allowed_directions(protocol, obstacles.position, steering, obstacles.grid)
        if steering.lines:
            return _along_lines(
                caster, [line for line in steering.lines if is_above(line.direction, obstacles.position)]
            )
        found = _search(caster, directions)
    finally:
        numba.set_num_threads(before)
    return tuple(sorted(found, key=_usefulness)[:MOST_APPROACHES])


def reach_in(obstacles: Obstacles, target: Solid, protocol: Protocol) -> tuple[float, float]:
    """Part of a target that any direction reaches at a first look, and the points of the best direction.

    Parameters
    ----------
    obstacles : Obstacles
        In the position asked about.
    target : Solid
    protocol : Protocol
    """
    caster = RayCaster(obstacles, target, protocol)
    directions = allowed_directions(protocol, obstacles.position, obstacles.steering, obstacles.grid)
    seen = [a for a in _look(caster, directions, GLANCE_MM) if a.reachable_fraction > 0]
    if not seen:
        return 0.0, np.inf
    best = min(seen, key=_usefulness)
    return float(reached_by(seen, deep_points(obstacles, target)[0], protocol).mean()), best.cost


# A point counts this much less with every direction chosen that reaches it.
CHOICE_DECAY = 0.8

# Points of a target at which it is judged what is reached.
COVER_STEP_MM = 3.0

# A needle along the skin keeps this more than the clearance where the skin is not flat.
TIP_ROOM_MM = 1.0


def deep_points(obstacles: Obstacles, target: Solid) -> tuple[np.ndarray, np.ndarray]:
    """Points (n, 3) of a target that lie deep enough below the skin for a seed, and their volumes (n,) mm3.

    What lies nearer to the skin no needle serves, whatever its direction; its dose comes from below.
    """
    points, volumes = target.quadrature(COVER_STEP_MM)
    deep = obstacles.skin_depth_mm(points) >= obstacles.protocol.skin_clearance_mm + TIP_ROOM_MM
    return points[deep], volumes[deep]


def reached_by(approaches, points_mm: np.ndarray, protocol: Protocol) -> np.ndarray:
    """True for target points (n, 3) at which a needle of any of the approaches could leave a seed."""
    reached = np.zeros(len(points_mm), bool)
    for approach in approaches:
        reached |= approach.reaches(points_mm, protocol.tip_beyond_seed_mm)
    return reached


def _along_lines(caster: RayCaster, lines: Sequence[Line]) -> tuple[Approach, ...]:
    """An approach for each of a user's lines that meets the target: rays so near that they are one."""
    found = []
    for line in lines:
        direction = np.array([line.direction])
        u, v = _raster_axes(direction)
        offset = line.tip_mm - caster.centre
        low = (float(offset @ u[0]) - LINE_STEP_MM / 2, float(offset @ v[0]) - LINE_STEP_MM / 2)
        raster = _Raster(direction[0], u[0], v[0], LINE_STEP_MM, low, (2, 2))
        table = caster.cast(raster.offsets(), direction, np.array([raster.count]))
        approach = raster.approach(caster, table)
        if np.isfinite(approach.target_first_t).all():
            found.append(approach)
    return tuple(found)


def _search(caster: RayCaster, directions: Sequence[np.ndarray]) -> list[Approach]:
    if len(directions) <= MOST_APPROACHES:
        return [a for a in _look(caster, directions, RASTER_MM) if a.reachable_fraction > 0]
    useful = [g for g in _look(caster, directions, GLANCE_MM) if g.reachable_fraction > 0]
    points = caster.target.quadrature(COVER_STEP_MM)[0]
    chosen = _choose(useful, points, caster.protocol)
    return _look(caster, [useful[n].direction for n in chosen], RASTER_MM)


def _choose(glances: list[Approach], points: np.ndarray, protocol: Protocol) -> list[int]:
    """The directions that reach something the better ones do not, then those that add the most choice.

    A point that several directions reach already counts for less: a rib's shadow needs many ways round it,
    what lies open needs few.
    """
    order = sorted(range(len(glances)), key=lambda n: _usefulness(glances[n]))
    reached = [g.reaches(points, protocol.tip_beyond_seed_mm) for g in glances]
    covered = np.zeros(len(points), bool)
    chosen = []
    for n in order:
        new = reached[n] & ~covered
        if new.mean() > WORTH_A_DIRECTION:
            chosen.append(n)
            covered |= new
    times = sum((reached[n].astype(int) for n in chosen), np.zeros(len(points), int))
    rest = [n for n in order if n not in set(chosen)]
    while rest and len(chosen) < MOST_APPROACHES:
        weight = CHOICE_DECAY**times
        best = max(
            rest,
            key=lambda n: (weight * reached[n]).sum() / weight.sum() - glances[n].cost / POINTS_FOR_REACH,
        )
        rest.remove(best)
        chosen.append(best)
        times = times + reached[best]
    return chosen[:MOST_APPROACHES]


def _usefulness(approach: Approach) -> float:
    """Small is good: what is not reached counts more than any preference."""
    return approach.cost + POINTS_FOR_REACH * (1.0 - approach.reachable_fraction)


def _raster_axes(directions: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """``u`` (n, 3) in the axial plane, ``v`` towards the head; perpendicular to ``directions`` (n, 3)."""
    u = np.cross([0.0, 0.0, 1.0], directions)
    length = np.linalg.norm(u, axis=1, keepdims=True)
    u = np.where(length > 1e-6, u / np.maximum(length, 1e-6), [1.0, 0.0, 0.0])
    return u, np.cross(directions, u)


def _look(caster: RayCaster, directions, step: float) -> list[Approach]:
    """Rasters of all directions, cast at once."""
    if not len(directions):
        return []
    layouts = _rasters(caster, np.array(directions), step)
    offsets = np.concatenate([r.offsets() for r in layouts])
    counts = np.array([r.count for r in layouts])
    table = caster.cast(offsets, np.array([r.direction for r in layouts]), counts)
    tables = np.split(table, np.cumsum(counts)[:-1])
    return [r.approach(caster, table) for r, table in zip(layouts, tables, strict=True)]


def _rasters(caster: RayCaster, directions: np.ndarray, step: float) -> "list[_Raster]":
    """The rasters along ``directions`` (n, 3) that cover the target's shadow and its margin."""
    u, v = _raster_axes(directions)
    lateral = np.concatenate([u, v]) @ caster.outline.T
    low = lateral.min(axis=1).reshape(2, -1).T - RASTER_MARGIN_MM
    high = lateral.max(axis=1).reshape(2, -1).T + RASTER_MARGIN_MM
    shape = np.ceil((high - low) / step).astype(int) + 1
    return [
        _Raster(directions[n], u[n], v[n], step, tuple(low[n].tolist()), tuple(shape[n].tolist()))
        for n in range(len(directions))
    ]


@dataclass(frozen=True, eq=False)
class _Raster:
    """Where the rays of one direction lie."""

    direction: np.ndarray
    u: np.ndarray
    v: np.ndarray
    step: float
    low: tuple[float, float]
    shape: tuple[int, int]

    @property
    def count(self) -> int:
        return self.shape[0] * self.shape[1]

    def offsets(self) -> np.ndarray:
        a, b = (low + self.step * np.arange(n) for low, n in zip(self.low, self.shape, strict=True))
        return (a[:, None, None] * self.u + b[None, :, None] * self.v).reshape(-1, 3)

    def approach(self, caster: RayCaster, table: np.ndarray) -> Approach:
        table = table.reshape(*self.shape, rays.COLUMNS)
        raster = {name: table[..., column] for name, column in _COLUMNS.items()}
        self._close(caster, raster)
        cosine = np.clip(table[..., rays.SKIN_COSINE], -1.0, 1.0)
        raster["skin_angle_deg"] = np.degrees(np.arccos(cosine))
        obstacles = caster.obstacles
        raster["points"] = ray_points(
            raster | {"crossing": table[..., rays.CROSSING]},
            self.direction,
            caster.protocol,
            obstacles.position,
            caster.in_lung,
        )
        fields: dict[str, Any] = raster | _summary(raster, self.direction, caster.protocol)
        return Approach(
            direction=self.direction,
            u=self.u,
            v=self.v,
            origin_mm=caster.centre,
            step_mm=self.step,
            a0=self.low[0],
            b0=self.low[1],
            **fields,
        )

    def _close(self, caster: RayCaster, raster: dict[str, np.ndarray]) -> None:
        """Shut the rays that go through too much lung or enter elsewhere than the user wants, in place."""
        most = caster.obstacles.steering.max_lung_mm
        closed = {rays.MUCH_LUNG: raster["pleura"] > caster.protocol.max_pleural_passages}
        if most is not None:
            closed[rays.MUCH_LUNG] |= raster["lung_mm"] > most
        if caster.entry is not None:
            open_ways = np.isfinite(raster["entry_t"]) & np.isfinite(raster["reach_t"])
            entries = caster.centre + self.offsets().reshape(*self.shape, 3)[open_ways]
            entries = entries + raster["entry_t"][open_ways][:, None] * self.direction
            elsewhere = np.zeros(self.shape, bool)
            elsewhere[open_ways] = caster.entry.signed_distance_mm(entries) < -ENTRY_TOLERANCE_MM
            closed[rays.ELSEWHERE] = elsewhere
        for reason, where in closed.items():
            raster["stop"][where & np.isfinite(raster["reach_t"])] = reason
            raster["reach_t"][where] = -np.inf


def _summary(raster, direction: np.ndarray, p: Protocol) -> dict:
    """Fractions and means of an approach over its rays, weighted by how much of the target each serves."""
    first, last = raster["target_first_t"], raster["target_last_t"]
    hit = ~np.isnan(first)
    chord = np.where(hit, last - first, 0.0)
    served = np.where(hit, np.clip(raster["reach_t"] - p.tip_beyond_seed_mm - first, 0.0, chord), 0.0)
    whole, reached = float(chord.sum()), float(served.sum())
    weight = served / reached if reached > 0 else np.zeros_like(served)
    way = np.where(served > 0, 0.5 * (first + last) - raster["entry_t"], 0.0)
    return {
        "tilt_deg": tilt_deg(direction),
        "reachable_fraction": reached / whole if whole > 0 else 0.0,
        "mean_depth_mm": float((weight * way).sum()),
        "mean_lung_mm": float((weight * raster["lung_mm"]).sum()),
        "cost": float((weight * np.where(served > 0, raster["points"], 0.0)).sum()),
    }
