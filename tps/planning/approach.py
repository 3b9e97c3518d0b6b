"""How the planner sees the patient along one direction: a raster of parallel rays through the target."""

from dataclasses import dataclass

import numpy as np

from tps.model.grid import frozen_array

_RASTERS = (
    "entry_t",
    "reach_t",
    "clearance_mm",
    "lung_mm",
    "pleura",
    "target_first_t",
    "target_last_t",
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
    tilt_deg : float
        Angle between ``direction`` and the axial plane.
    reachable_fraction : float
        Part of the target's volume that needles along this direction reach.
    mean_depth_mm, mean_lung_mm : float
        From the skin to the middle of the target, and through lung, averaged over the reaching rays.
    cost : float
        Soft preferences of the protocol put together; the smaller the better.
    blockers : dict of str to float
        What stops the rays that do not reach, as fractions of the target's volume.
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
    tilt_deg: float
    reachable_fraction: float
    mean_depth_mm: float
    mean_lung_mm: float
    cost: float
    blockers: dict[str, float]

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
