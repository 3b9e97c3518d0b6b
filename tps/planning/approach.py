"""How the planner sees the patient along one direction: a raster of parallel rays through the target."""

from dataclasses import dataclass

import numba
import numpy as np

from dose_kernels import rays
from tps.geometry.solid import Solid
from tps.model.grid import frozen_array
from tps.model.protocol import Protocol
from tps.planning.obstacles import MARGIN_LOW_MM, MARGIN_PER_MM, Obstacles

_RASTERS = (
    "entry_t",
    "reach_t",
    "clearance_mm",
    "lung_mm",
    "pleura",
    "target_first_t",
    "target_last_t",
    "stop",
)


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
        ``REACH_BEYOND_MM`` past the target even if the way is free.
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

    def __post_init__(self):
        for name in ("direction", "u", "v", "origin_mm"):
            object.__setattr__(self, name, frozen_array(getattr(self, name), (3,), name))
        for name in _RASTERS:
            raster = np.ascontiguousarray(getattr(self, name))
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
        """Patient coordinates (..., 3) of lateral coordinates ``a``, ``b`` and depth ``t`` (mm, broadcast)."""
        a, b, t = np.broadcast_arrays(np.asarray(a, float), np.asarray(b, float), np.asarray(t, float))
        return self.origin_mm + a[..., None] * self.u + b[..., None] * self.v + t[..., None] * self.direction

    def lateral_mm(self, points_mm) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Coordinates a, b, t (n,) of patient points (n, 3)."""
        offset = np.asarray(points_mm, dtype=float) - self.origin_mm
        return offset @ self.u, offset @ self.v, offset @ self.direction


# Rays of the full raster and of the first look, mm apart.
RASTER_MM = 1.0
GLANCE_MM = 4.0

# The raster covers the target's shadow and this much around it.
RASTER_MARGIN_MM = 2.0

# Rays are followed this far beyond the target: room for a seed outside it and the needle's tip.
REACH_BEYOND_MM = 15.0

# Error allowance of the interpolated margin on its lattice of about 1 mm.
MARGIN_ERROR_MM = 0.1

# Only directions that reach at least this part of a target are handed on, and at most so many.
LEAST_FRACTION = 0.02
MOST_APPROACHES = 48


def find_approaches(
    obstacles: Obstacles, target: Solid, protocol: Protocol, threads: int | None = None
) -> tuple[Approach, ...]:
    """Directions from which needles reach a target, the most useful first.

    Directions go round the patient in axial planes and tilted ones.  All are looked at with a coarse raster;
    the best, and those that alone reach some part, get the full raster.

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
        look = _Look(obstacles, target, protocol)
        glances = [look.along(direction, GLANCE_MM) for direction in directions_around(protocol)]
        chosen = _choose(glances)
        found = [look.along(glances[n].direction, RASTER_MM) for n in chosen]
    finally:
        numba.set_num_threads(before)
    found = [a for a in found if a.reachable_fraction >= LEAST_FRACTION]
    return tuple(sorted(found, key=_usefulness))


def directions_around(protocol: Protocol) -> tuple[np.ndarray, ...]:
    """Unit vectors (3,) pointing inwards: axial ones first, then tilted by each step up to the largest."""
    count = max(1, int(round(360.0 / protocol.axial_step_deg)))
    tilts = [0.0]
    if protocol.tilt_step_deg > 0:
        steps = int(np.floor(protocol.max_tilt_deg / protocol.tilt_step_deg + 1e-9))
        for n in range(1, steps + 1):
            tilts += [n * protocol.tilt_step_deg, -n * protocol.tilt_step_deg]
    found = []
    for tilt in np.deg2rad(tilts):
        for angle in 2 * np.pi * np.arange(count) / count:
            found.append(np.array([np.cos(angle) * np.cos(tilt), np.sin(angle) * np.cos(tilt), np.sin(tilt)]))
    return tuple(found)


class _Look:
    """Casts the rays of one target."""

    def __init__(self, obstacles: Obstacles, target: Solid, protocol: Protocol):
        self.obstacles, self.target, self.protocol = obstacles, target, protocol
        self.centre = target.centroid_mm
        self.surface = target.surface_points(2.0)
        clearances = [protocol.bone_clearance_mm, *[a.clearance_mm for a in obstacles.avoided]]
        # A needle between two rays, each at distance d from an obstacle, is nearer to it by up to
        # d - sqrt(d^2 - (step / 2)^2): the rays keep that much more.
        least = max(0.25, min(clearances))
        self.needed = np.sqrt(least**2 + (0.5 * RASTER_MM) ** 2) - least + MARGIN_ERROR_MM

    def along(self, direction: np.ndarray, step: float) -> Approach:
        u, v = _raster_axes(direction)
        offset = self.surface - self.centre
        a, b, t = offset @ u, offset @ v, offset @ direction
        low_a, low_b = a.min() - RASTER_MARGIN_MM, b.min() - RASTER_MARGIN_MM
        na = int(np.ceil((a.max() + RASTER_MARGIN_MM - low_a) / step)) + 1
        nb = int(np.ceil((b.max() + RASTER_MARGIN_MM - low_b) / step)) + 1
        grid_a, grid_b = np.meshgrid(
            low_a + step * np.arange(na), low_b + step * np.arange(nb), indexing="ij"
        )
        starts = self.centre + grid_a.reshape(-1, 1) * u + grid_b.reshape(-1, 1) * v
        o, solid = self.obstacles, self.target
        spacing = o.grid.spacing_mm
        table = rays.cast_rays(
            o.hu,
            o.labels,
            spacing,
            o.margin,
            (MARGIN_LOW_MM, MARGIN_PER_MM),
            spacing / [1.0, 1.0, o.parts],
            np.array([0.0, 0.0, 0.5 - 0.5 * o.parts]),
            solid.distance_mm,
            solid.grid.spacing_mm,
            o.local_mm(starts),
            solid.grid.world_to_index(starts) * solid.grid.spacing_mm,
            o.grid.axes @ direction,
            solid.grid.axes @ direction,
            (
                self.protocol.body_hu,
                self.protocol.needle_max_depth_mm,
                self.needed,
                t.min() - 2.0,
                t.max() + 2.0,
                t.max() + REACH_BEYOND_MM,
            ),
        ).reshape(na, nb, rays.COLUMNS)
        return self._approach(direction, u, v, step, low_a, low_b, table)

    def _approach(self, direction, u, v, step, low_a, low_b, table) -> Approach:
        first, last = table[..., rays.FIRST], table[..., rays.LAST]
        chord = np.where(np.isnan(first), 0.0, last - first)
        served = np.clip(
            table[..., rays.REACH] - self.protocol.tip_beyond_seed_mm - np.nan_to_num(first), 0, chord
        )
        whole, reached = chord.sum(), served.sum()
        fraction = float(reached / whole) if whole > 0 else 0.0
        weight = served / reached if reached > 0 else np.zeros_like(served)
        depth = float((weight * np.nan_to_num(0.5 * (first + last) - table[..., rays.ENTRY])).sum())
        lung = float((weight * table[..., rays.LUNG_MM]).sum())
        passages = float((weight * table[..., rays.PLEURA]).sum())
        tilt = float(np.degrees(np.arcsin(np.clip(direction[2], -1, 1))))
        p = self.protocol
        cost = (
            p.weight_tilt * abs(tilt) / 45.0
            + p.weight_depth * depth / 100.0
            + p.weight_lung * (lung / 50.0 + max(0.0, passages - p.max_pleural_passages))
        )
        return Approach(
            direction,
            u,
            v,
            self.centre,
            step,
            float(low_a),
            float(low_b),
            table[..., rays.ENTRY],
            table[..., rays.REACH],
            table[..., rays.MARGIN],
            table[..., rays.LUNG_MM],
            table[..., rays.PLEURA].astype(np.int8),
            first,
            last,
            table[..., rays.STOP].astype(np.int8),
            tilt,
            fraction,
            depth,
            lung,
            float(cost),
        )


def _raster_axes(direction: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """``u`` in the axial plane, ``v`` towards the head, both perpendicular to ``direction``."""
    u = np.cross([0.0, 0.0, 1.0], direction)
    u /= np.linalg.norm(u)
    return u, np.cross(direction, u)


def _usefulness(approach: Approach) -> float:
    """Small is good: what is not reached counts more than any preference."""
    return approach.cost + 5.0 * (1.0 - approach.reachable_fraction)


def _choose(glances) -> list[int]:
    order = sorted(range(len(glances)), key=lambda n: _usefulness(glances[n]))
    return [n for n in order if glances[n].reachable_fraction > 0][:MOST_APPROACHES]
