"""Casts rays through the patient towards one target."""

import numpy as np

from dose_kernels import rays
from tps.access.obstacles import Obstacles
from tps.geometry.solid import Solid
from tps.model.protocol import Protocol

# Rays are followed this far beyond the target: room for a seed outside it and the needle's tip.
REACH_BEYOND_MM = 15.0

# Distance of neighbouring rays on a full raster.
RASTER_MM = 1.0

# Error allowance of the margin interpolated on a lattice of 1 mm; it grows with the square of the step.
MARGIN_ERROR_MM = 0.1


class RayCaster:
    """Follows parallel rays by the protocol's hard rules.

    Parameters
    ----------
    obstacles : Obstacles
    target : Solid
    protocol : Protocol
    turning : bool
        Whether ways in over the table are taken too: the patient would have to be turned.
    """

    def __init__(self, obstacles: Obstacles, target: Solid, protocol: Protocol, turning: bool = False):
        self.obstacles, self.target, self.protocol, self.turning = obstacles, target, protocol, turning
        self.centre = target.centroid_mm
        self.outline = target.surface_points(2.0) - self.centre
        clearances = [protocol.bone_clearance_mm, *[a.clearance_mm for a in obstacles.avoided]]
        # A needle between two rays, each at distance d from an obstacle, is nearer to it by up to
        # d - sqrt(d^2 - (step / 2)^2): the rays keep that much more.
        least = max(0.5 * RASTER_MM, min(clearances))
        between = np.sqrt(least**2 + (0.5 * RASTER_MM) ** 2) - least
        coarse = max(1.0, float(obstacles.margin.steps.max()))
        self.needed = float(between + MARGIN_ERROR_MM * coarse**2)

    def cast(self, offsets: np.ndarray, directions: np.ndarray, counts: np.ndarray) -> np.ndarray:
        """Follow rays through points, where t = 0; the columns of ``dose_kernels.rays`` (n, COLUMNS).

        Points, ``offsets`` (n, 3) from the target's centroid, lie inside the target or beside it.  The first
        ``counts[0]`` rays go along ``directions[0]``, the next ``counts[1]`` along ``directions[1]``, and so
        on: threads are woken once for all.
        """
        o, own = self.obstacles, self.target.grid
        far = np.repeat((self.outline @ np.transpose(directions)).max(axis=0), counts)
        far -= np.einsum("ij,ij->i", offsets, np.repeat(directions, counts, axis=0))
        radius = float(np.linalg.norm(self.outline, axis=1).max()) + 2.0
        radius += float(np.sqrt((offsets**2) @ np.ones(3)).max(initial=0.0))
        limits = rays.Limits(
            float(self.protocol.body_hu),
            float(self.protocol.needle_max_depth_mm),
            self.needed,
            -radius,
            radius,
            self.turning,
        )
        return rays.cast_rays(
            o.voxels,
            o.margin,
            rays.Shape(self.target.distance_mm, np.array(own.spacing_mm)),
            _along(o.grid.axes, offsets) + o.local_mm(self.centre),
            _along(own.axes, offsets) + own.world_to_index(self.centre) * own.spacing_mm,
            np.repeat(directions @ o.grid.axes.T, counts, axis=0),
            np.repeat(directions @ own.axes.T, counts, axis=0),
            far + REACH_BEYOND_MM,
            limits,
        )


def _along(axes: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    """Vectors (n, 3) along a grid's axes; most grids have the patient's, and need no product of matrices."""
    straight = np.diag(axes)
    return vectors * straight if np.array_equal(axes, np.diag(straight)) else vectors @ axes.T


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
