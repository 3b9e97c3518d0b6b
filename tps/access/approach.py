"""How the planner sees the patient along one direction: a raster of parallel rays through the target."""

from dataclasses import dataclass

import numba
import numpy as np

from dose_kernels import rays
from tps.access.obstacles import Obstacles
from tps.access.ray_caster import RASTER_MM, RayCaster, directions_around
from tps.geometry.solid import Solid
from tps.model.grid import frozen_array
from tps.model.protocol import Protocol

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
        Why the ray goes no deeper than ``reach_t``: a code of ``dose_kernels.rays``.
    tilt_deg : float
        Angle between ``direction`` and the axial plane.
    reachable_fraction : float
        Part of the target's volume that needles along this direction reach.
    mean_depth_mm, mean_lung_mm : float
        From the skin to the middle of the target, and through lung, averaged over the reaching rays.
    cost : float
        Soft preferences of the protocol put together; the smaller the better.
    needs_turning : bool
        Whether some of its needles enter where the table is: the patient would have to be turned.
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
    tilt_deg: float
    reachable_fraction: float
    mean_depth_mm: float
    mean_lung_mm: float
    cost: float
    needs_turning: bool = False

    def __post_init__(self):
        for name in ("direction", "u", "v", "origin_mm"):
            object.__setattr__(self, name, frozen_array(getattr(self, name), (3,), name))
        for name in _COLUMNS:
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
        """True for points (n, 3) that the tip of a needle on the nearest ray can pass by ``beyond_mm``."""
        a, b, t = self.lateral_mm(points_mm)
        i = np.rint((a - self.a0) / self.step_mm).astype(int)
        j = np.rint((b - self.b0) / self.step_mm).astype(int)
        on = (i >= 0) & (j >= 0) & (i < self.shape[0]) & (j < self.shape[1])
        reach = self.reach_t[np.clip(i, 0, self.shape[0] - 1), np.clip(j, 0, self.shape[1] - 1)]
        return on & (reach >= t + beyond_mm)


# Rays of the first look are this far apart.
GLANCE_MM = 4.0

# The raster covers the target's shadow and this much around it.
RASTER_MARGIN_MM = 2.0

# At most so many directions are handed on.
MOST_APPROACHES = 36

# Ways in over the table are looked for only if the others leave more than this of the target unreached.
WORTH_TURNING = 0.02

# A direction that reaches this much more of the target than others did is taken for it.
WORTH_A_DIRECTION = 0.005


def find_approaches(
    obstacles: Obstacles, target: Solid, protocol: Protocol, threads: int | None = None
) -> tuple[Approach, ...]:
    """Directions from which needles reach a target, the most useful first.

    Directions go round the patient in axial planes and tilted ones.  All are looked at with a coarse raster;
    the best, and those that alone reach some part, get the full raster.  Only where they leave some of the
    target unreached, ways in over the table are added, marked ``needs_turning``.

    Parameters
    ----------
    obstacles : Obstacles
    target : Solid
    protocol : Protocol
    threads : int, optional
        For the compiled loops; default: as numba is set.
    """
    before = numba.get_num_threads()
    if threads is not None:
        numba.set_num_threads(max(1, min(threads, numba.config.NUMBA_NUM_THREADS)))
    try:
        found = _search(RayCaster(obstacles, target, protocol))
        if reached_by(found, target.quadrature(COVER_STEP_MM)[0], protocol).mean() < 1 - WORTH_TURNING:
            found += [a for a in _search(RayCaster(obstacles, target, protocol, True)) if a.needs_turning]
    finally:
        numba.set_num_threads(before)
    return tuple(sorted(found, key=_usefulness)[:MOST_APPROACHES])


# A point counts this much less with every direction chosen that reaches it.
CHOICE_DECAY = 0.8

# Points of a target at which it is judged what is reached.
COVER_STEP_MM = 3.0


def reached_by(approaches, points_mm: np.ndarray, protocol: Protocol) -> np.ndarray:
    """True for target points (n, 3) at which a needle of any of the approaches could leave a seed."""
    reached = np.zeros(len(points_mm), bool)
    for approach in approaches:
        reached |= approach.reaches(points_mm, protocol.tip_beyond_seed_mm)
    return reached


def _search(caster: RayCaster) -> list[Approach]:
    useful = [
        g for g in _look(caster, directions_around(caster.protocol), GLANCE_MM) if g.reachable_fraction > 0
    ]
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
        best = max(rest, key=lambda n: (weight * reached[n]).sum() / weight.sum() - glances[n].cost / 5.0)
        rest.remove(best)
        chosen.append(best)
        times = times + reached[best]
    return chosen[:MOST_APPROACHES]


def _usefulness(approach: Approach) -> float:
    """Small is good: what is not reached counts more than any preference."""
    return approach.cost + 5.0 * (1.0 - approach.reachable_fraction)


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
        return Approach(
            direction=self.direction,
            u=self.u,
            v=self.v,
            origin_mm=caster.centre,
            step_mm=self.step,
            a0=self.low[0],
            b0=self.low[1],
            **raster,
            **_summary(raster, table[..., rays.TURN], self.direction, caster.protocol),
        )


def _summary(raster, turned: np.ndarray, direction: np.ndarray, p: Protocol) -> dict:
    """Fractions and means of an approach over its rays, weighted by how much of the target each serves."""
    first, last = raster["target_first_t"], raster["target_last_t"]
    hit = ~np.isnan(first)
    chord = np.where(hit, last - first, 0.0)
    served = np.where(hit, np.clip(raster["reach_t"] - p.tip_beyond_seed_mm - first, 0.0, chord), 0.0)
    whole, reached = float(chord.sum()), float(served.sum())
    weight = served / reached if reached > 0 else np.zeros_like(served)
    way = np.where(served > 0, 0.5 * (first + last) - raster["entry_t"], 0.0)
    depth, lung = float((weight * way).sum()), float((weight * raster["lung_mm"]).sum())
    passages = float((weight * raster["pleura"]).sum())
    tilt = float(np.degrees(np.arcsin(np.clip(direction[2], -1.0, 1.0))))
    # In needles' worth: 45 degrees of tilt, 100 mm of depth, 50 mm of lung count about the same.
    cost = p.weight_tilt * abs(tilt) / 45.0 + p.weight_depth * depth / 100.0
    cost += p.weight_lung * (lung / 50.0 + max(0.0, passages - p.max_pleural_passages))
    return {
        "tilt_deg": tilt,
        "reachable_fraction": reached / whole if whole > 0 else 0.0,
        "mean_depth_mm": depth,
        "mean_lung_mm": lung,
        "cost": float(cost),
        "needs_turning": bool((turned[served > 0] > 0).any()),
    }
