"""Casts rays through the patient towards one target."""

import numpy as np

from dose_kernels.geometry import rays
from tps.access.obstacles import Obstacles
from tps.geometry.solid import Solid
from tps.model.protocol import Protocol

# Rays are followed this far beyond the target: room for a seed outside it and the needle's tip.
REACH_BEYOND_MM = 15.0

# Distance of neighbouring rays on a full raster.
RASTER_MM = 1.0

# Between rays that keep their depth below the skin a needle may come this much nearer to it.
SKIN_BETWEEN_MM = 0.3

# Depths along a ray are single precision.
ROUNDING_MM = 1e-3

# Error allowance of the margin interpolated on a lattice of 1 mm; it grows with the square of the step.
MARGIN_ERROR_MM = 0.1


class RayCaster:
    """Follows parallel rays by the protocol's hard rules.

    Parameters
    ----------
    obstacles : Obstacles
    target : Solid
    protocol : Protocol
    """

    def __init__(self, obstacles: Obstacles, target: Solid, protocol: Protocol):
        self.obstacles, self.target, self.protocol = obstacles, target, protocol
        self.centre = target.centroid_mm
        self.outline = target.surface_points(2.0) - self.centre
        self.in_lung = obstacles.lies_in_lung(target)
        self.entry = obstacles.entry
        clearances = [protocol.bone_clearance_mm, *[a.near_target_mm for a in obstacles.avoided]]
        clearances += [r.risk.clearance_near_target_mm for r in obstacles.closing.closed_regions]
        # A needle between two rays, each at distance d from an obstacle, is nearer to it by up to
        # d - sqrt(d^2 - (step / 2)^2): the rays keep that much more.
        least = max(0.5 * RASTER_MM, min(clearances))
        between = np.sqrt(least**2 + (0.5 * RASTER_MM) ** 2) - least
        coarse = max(1.0, float(obstacles.margin.steps.max()))
        self.needed = float(between + MARGIN_ERROR_MM * coarse**2)

    def cast(self, offsets: np.ndarray, directions: np.ndarray, counts: np.ndarray) -> np.ndarray:
        """Follow rays through points, where t = 0: ``dose_kernels.geometry.rays``' columns (n, COLUMNS).

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
            float(o.deepest_mm - ROUNDING_MM),
            self.needed,
            -radius,
            radius,
            float(self.protocol.skin_clearance_mm + SKIN_BETWEEN_MM),
            float(np.cos(np.deg2rad(self.protocol.max_skin_angle_deg))),
            not o.position.as_scanned,
        )
        return rays.cast_rays(
            o.patient,
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
