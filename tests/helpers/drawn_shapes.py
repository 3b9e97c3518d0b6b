"""Contours of shapes with a known volume, drawn plane by plane from formulas."""

import numpy as np

from tps.model import Contour, Grid, Structure

CT = Grid([-60.0, -60.0, -60.0], [1.0, 1.0, 2.5], (49, 121, 121))


def ct_of(slice_mm: float) -> Grid:
    """A CT of 120 mm with this slice spacing."""
    return Grid([-60.0, -60.0, -60.0], [1.0, 1.0, slice_mm], (int(120 / slice_mm) + 1, 121, 121))


def heights(low: float, high: float, slice_mm: float, offset: float = 0.0) -> np.ndarray:
    """Plane heights strictly inside low..high, on multiples of ``slice_mm`` shifted by ``offset``."""
    first = int(np.ceil((low - offset) / slice_mm + 1e-9))
    last = int(np.floor((high - offset) / slice_mm - 1e-9))
    return offset + slice_mm * np.arange(first, last + 1)


def polar_ring(radius_of_angle, centre_xy, z: float, count: int = 180) -> np.ndarray:
    """Closed ring (count, 3) of a star-shaped section."""
    angle = 2 * np.pi * np.arange(count) / count
    radius = np.broadcast_to(radius_of_angle(angle), angle.shape)
    return np.stack(
        [centre_xy[0] + radius * np.cos(angle), centre_xy[1] + radius * np.sin(angle), np.full(count, z)],
        axis=1,
    )


def sphere_rings(centre, radius: float, planes, count: int = 180) -> list[np.ndarray]:
    """Circles where planes z = ... cut a sphere."""
    rings = []
    for z in planes:
        square = radius**2 - (z - centre[2]) ** 2
        if square > 1e-4:
            rings.append(polar_ring(lambda a, r=square**0.5: r, centre[:2], z, count))
    return rings


def ellipsoid_rings(centre, matrix, planes, count: int = 180) -> list[np.ndarray]:
    """Sections of {x : (x - c)^T M (x - c) <= 1} with planes z = ... ."""
    rings = []
    block, mixed, last = matrix[:2, :2], matrix[:2, 2], matrix[2, 2]
    inverse = np.linalg.inv(block)
    for z in planes:
        d = z - centre[2]
        shift = -inverse @ mixed * d
        room = 1 - d * d * (last - mixed @ inverse @ mixed)
        if room > 1e-6:
            angle = 2 * np.pi * np.arange(count) / count
            ring = np.linalg.cholesky(inverse * room) @ np.stack([np.cos(angle), np.sin(angle)])
            rings.append(np.column_stack([(ring.T + shift + centre[:2]), np.full(count, z)]))
    return rings


def structure(rings, name: str = "Target") -> Structure:
    """A structure of rings (n, 3)."""
    return Structure(name, tuple(Contour(ring) for ring in rings))


def sphere_volume(radius: float) -> float:
    """Volume of a ball."""
    return 4 / 3 * np.pi * radius**3


def sphere_radius(volume: float) -> float:
    """Radius of the ball with a volume."""
    return float(np.cbrt(volume * 3 / (4 * np.pi)))
