"""Stand-ins with known answers: spheres as regions, isotropic inverse-square seeds, a one-seed plan."""

from dataclasses import dataclass

import numpy as np

from tps.model import Case, CaseIdentity, Contour, Grid, Needle, Plan, Prescription, Seed, Structure, Volume


def circle_stack(name, centre, radius, step=1.0, interpreted_type="", origin="contoured", vertices=72):
    """A sphere as circles on axial planes."""
    centre = np.asarray(centre, float)
    angle = np.linspace(0, 2 * np.pi, vertices, endpoint=False)
    contours = []
    for z in np.arange(-radius + step / 2, radius, step):
        r = np.sqrt(radius**2 - z**2)
        ring = np.stack([r * np.cos(angle), r * np.sin(angle), np.full(vertices, z)], axis=1)
        contours.append(Contour(ring + centre))
    return Structure(name, tuple(contours), interpreted_type=interpreted_type, origin=origin)


@dataclass(frozen=True, eq=False)
class SphereSolid:
    """A sphere with the interface of ``tps.geometry.Solid``."""

    name: str
    centre: tuple
    radius: float

    @property
    def structure(self):
        return circle_stack(self.name, self.centre, self.radius)

    @property
    def volume_mm3(self):
        return 4 / 3 * np.pi * self.radius**3

    def signed_distance_mm(self, points):
        return self.radius - np.linalg.norm(np.asarray(points) - self.centre, axis=1)

    def contains(self, points):
        return self.signed_distance_mm(points) >= 0

    def surface_points(self, step_mm=1.0):
        n = max(200, int(4 * np.pi * self.radius**2 / step_mm**2))
        z = 1 - (2 * np.arange(n) + 1) / n
        phi = np.pi * (1 + 5**0.5) * np.arange(n)
        s = np.sqrt(1 - z**2)
        return self.centre + self.radius * np.stack([s * np.cos(phi), s * np.sin(phi), z], axis=1)

    def quadrature(self, step_mm=1.0):
        n = int(np.ceil(self.radius / step_mm)) + 1
        axis = (np.arange(-n, n) + 0.5) * step_mm
        points = np.stack(np.meshgrid(axis, axis, axis), axis=-1).reshape(-1, 3) + self.centre
        points += np.array([0.13, -0.29, 0.41]) * step_mm  # off centre, so that few samples tie
        points = points[self.contains(points)]
        return points, np.full(len(points), self.volume_mm3 / len(points))

    def mask(self, grid):
        depth = self.signed_distance_mm(grid.centres_mm()) / grid.spacing_mm.mean()
        return Volume(grid, np.clip(depth + 0.5, 0, 1).reshape(grid.shape).astype(np.float32), "fraction")


class InverseSquareEngine:
    """Dose = strength / r^2 (Gy, mm), constant inside 0.5 mm."""

    def dose_gy(self, points, seeds, exact=False):
        dose = np.zeros(len(points))
        for seed in seeds:
            r2 = ((np.asarray(points) - seed.position_mm) ** 2).sum(axis=1)
            dose += seed.strength_u / np.maximum(r2, 0.25)
        return dose

    def dose_grid(self, grid, seeds):
        dose = self.dose_gy(grid.centres_mm(), seeds).reshape(grid.shape)
        return Volume(grid, dose.astype(np.float32), "Gy")


def one_seed_plan(strength, dose_gy, position=(0, 0, 0)):
    """A plan with a single seed at ``position``."""
    position = np.asarray(position, float)
    needle = Needle(1, position + [0, -100, 0], position + [0, 5, 0])
    seed = Seed(1, 1, position, (0, 1, 0), strength)
    return Plan("i125_6711", Prescription(dose_gy), ("T",), (needle,), (seed,))


def empty_case(extent=200.0):
    """A scan of nothing, 10 mm voxels."""
    grid = Grid.around((-extent,) * 3, (extent,) * 3, 10.0)
    return Case(Volume(grid, np.zeros(grid.shape, np.int16), "HU"), {}, CaseIdentity())
