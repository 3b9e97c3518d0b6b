"""Small patients of numpy arrays: a body of ellipses with bones, gas, lung, table and targets in it."""

from dataclasses import dataclass

import numpy as np

from tps.geometry.solid import Solid, build_solid
from tps.geometry.sphere import sphere_structure
from tps.model import Case, CaseIdentity, Grid, Structure, Volume

AIR, TISSUE, BONE, LUNG = -1000, 40, 700, -750


def grid_of(size_mm=(160.0, 130.0, 90.0), spacing_mm=(2.0, 2.0, 3.0), axes=None) -> Grid:
    """A scan centred on the origin."""
    shape = tuple(int(round(s / d)) | 1 for s, d in zip(size_mm, spacing_mm, strict=True))
    axes = np.eye(3) if axes is None else np.asarray(axes, float)
    half = 0.5 * (np.array(shape) - 1) * spacing_mm
    return Grid(-half @ axes, spacing_mm, shape[::-1], axes)


@dataclass
class Sketch:
    """HU of a scan, drawn shape by shape."""

    grid: Grid

    def __post_init__(self):
        self.hu = np.full(self.grid.shape, AIR, np.int16)
        nz, ny, nx = self.grid.shape
        k, j, i = np.ogrid[:nz, :ny, :nx]
        (ax, bx, cx), (ay, by, cy), (az, bz, cz) = (self.grid.axes * self.grid.spacing_mm[:, None]).T
        x, y, z = self.grid.origin_mm
        # Coordinates that do not change along an axis keep length 1 there: most shapes are drawn once.
        self.x = x + ax * i + bx * j + (cx * k if cx else 0.0)
        self.y = y + ay * i + by * j + (cy * k if cy else 0.0)
        self.z = z + cz * k + (az * i if az else 0.0) + (bz * j if bz else 0.0)

    def _ellipse(self, centre_xy, half_xy) -> np.ndarray:
        across, down = (self.x - centre_xy[0]) / half_xy[0], (self.y - centre_xy[1]) / half_xy[1]
        return across**2 + down**2

    def cylinder(self, hu: int, centre_xy, half_xy, z=(-1e9, 1e9)) -> "Sketch":
        """An elliptic cylinder along z."""
        self.hu[(self._ellipse(centre_xy, half_xy) <= 1) & (self.z >= z[0]) & (self.z <= z[1])] = hu
        return self

    def ball(self, hu: int, centre, radius: float) -> "Sketch":
        """A ball."""
        x, y, z = centre
        self.hu[(self.x - x) ** 2 + (self.y - y) ** 2 + (self.z - z) ** 2 <= radius**2] = hu
        return self

    def box(self, hu: int, low, high) -> "Sketch":
        """A box along the patient axes."""
        inside = True
        for at, first, last in zip((self.x, self.y, self.z), low, high, strict=True):
            inside = inside & (at >= first) & (at <= last)
        self.hu[inside] = hu
        return self

    def strip(self, centre_xy, half_xy) -> "Sketch":
        """Air outside an elliptic cylinder along z."""
        self.hu[np.broadcast_to(self._ellipse(centre_xy, half_xy) > 1, self.hu.shape)] = AIR
        return self

    def noise(self, sigma: float, rng: np.random.Generator) -> "Sketch":
        """Gaussian noise, clipped at -1024 as scanners do."""
        noisy = self.hu + rng.normal(0.0, sigma, self.hu.shape)
        self.hu = np.clip(noisy, -1024, 3000).astype(np.int16)
        return self

    def case(self, *structures: Structure) -> Case:
        """The scan with structures."""
        return Case(Volume(self.grid, self.hu, "HU"), {s.name: s for s in structures}, CaseIdentity())


def torso(grid: Grid | None = None) -> Sketch:
    """A body of 120 x 90 mm in air."""
    return Sketch(grid or grid_of()).cylinder(TISSUE, (0.0, 0.0), (60.0, 45.0))


def ball_target(grid: Grid, centre=(0.0, 0.0, 0.0), radius: float = 10.0, name: str = "Target") -> Solid:
    """A spherical target."""
    return build_solid(sphere_structure(centre, radius, grid, name), grid)


def random_patient(rng: np.random.Generator) -> tuple[Case, Solid]:
    """A body with random bones, gas, lung, a structure to avoid ("Vessel"), noise, crop and target."""
    spacing = (rng.uniform(1.6, 2.4),) * 2 + (rng.uniform(2.0, 5.0),)
    turn = rng.uniform(-0.2, 0.2) * (rng.random() < 0.3)
    axes = np.array([[np.cos(turn), np.sin(turn), 0], [-np.sin(turn), np.cos(turn), 0], [0, 0, 1.0]])
    grid = grid_of((rng.uniform(100, 170), rng.uniform(90, 140), rng.uniform(50, 90)), spacing, axes)
    sketch = Sketch(grid)
    half = np.array([rng.uniform(45, 65), rng.uniform(35, 50)])
    middle = rng.uniform(-10, 10, 2)
    sketch.cylinder(TISSUE, middle, half)
    for _ in range(rng.integers(0, 3)):
        sketch.cylinder(
            LUNG, rng.uniform(-40, 40, 2), rng.uniform(6, 20, 2), np.sort(rng.uniform(-40, 40, 2))
        )
    for _ in range(rng.integers(1, 6)):
        if rng.random() < 0.5:
            sketch.ball(int(rng.integers(250, 1500)), rng.uniform(-40, 40, 3), rng.uniform(2, 9))
        else:
            sketch.cylinder(int(rng.integers(350, 1500)), rng.uniform(-45, 45, 2), rng.uniform(2, 8, 2))
    if rng.random() < 0.5:
        sketch.ball(AIR, rng.uniform(-30, 30, 3), rng.uniform(3, 9))
    sketch.strip(middle, half)
    if rng.random() < 0.5:
        sketch.box(-50, (-200, half[1] + 25, -200), (200, half[1] + 32, 200))
    if rng.random() < 0.5:
        sketch.noise(rng.uniform(5, 40), rng)
    centre = rng.uniform([-20, -15, -8], [20, 15, 8])
    target = sphere_structure(centre, rng.uniform(5, 12), grid, "Target")
    vessel = sphere_structure(
        centre + rng.uniform(-30, 30, 3) * [1, 1, 0.3], rng.uniform(3, 7), grid, "Vessel"
    )
    return sketch.case(target, vessel), build_solid(target, grid)
