"""Patients as scanners show them: layers with blur and noise, a circle of view, tables, all ways to lie."""

import numpy as np
from little_patients import AIR, Sketch, ball_target, grid_of
from scipy.ndimage import gaussian_filter

from dose_kernels.geometry import rays
from tps.access.obstacles import Obstacles, find_obstacles
from tps.geometry.solid import Solid
from tps.model import Case, Protocol, Structure, Volume
from tps.model.case import CaseIdentity

SKIN, FAT, MUSCLE, CORTEX, SPONGIOSA, CANAL, LUNG, BLOOD = 15, -100, 55, 550, 190, 30, -850, 45

# Half axes of the chest, mm.
CHEST = (150.0, 105.0)

# Image axes for each way to lie, as rows of direction cosines: columns, rows, slices.
POSITIONS = {
    "HFS": np.eye(3),
    "HFP": np.diag([-1.0, -1.0, 1.0]),
    "HFDR": np.array([[0.0, 1.0, 0.0], [-1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]),
    "HFDL": np.array([[0.0, -1.0, 0.0], [1.0, 0.0, 0.0], [0.0, 0.0, 1.0]]),
}

# Where the table lies for each, in patient coordinates.
DOWN = {"HFS": (0, 1, 0), "HFP": (0, -1, 0), "HFDR": (-1, 0, 0), "HFDL": (1, 0, 0)}


def tube(sketch: Sketch, hu: int, a, b, radius: float) -> Sketch:
    """A round tube from ``a`` to ``b``."""
    a, b = np.asarray(a, float), np.asarray(b, float)
    along = (b - a) / np.linalg.norm(b - a)
    away = [sketch.x - a[0], sketch.y - a[1], sketch.z - a[2]]
    t = np.clip(sum(d * n for d, n in zip(away, along, strict=True)), 0, np.linalg.norm(b - a))
    sketch.hu[sum((d - t * n) ** 2 for d, n in zip(away, along, strict=True)) <= radius**2] = hu
    return sketch


def layered(sketch: Sketch, middle=(0.0, 0.0), half=CHEST, fat_mm: float = 12.0) -> Sketch:
    """An elliptic body of skin, fat and muscle."""
    for hu, depth in ((SKIN, 0.0), (FAT, 2.0), (MUSCLE, 2.0 + fat_mm)):
        sketch.cylinder(hu, middle, (half[0] - depth, half[1] - depth))
    return sketch


def spine(sketch: Sketch, y: float = 55.0, open_at=()) -> Sketch:
    """Vertebral bodies and arches about a canal; the arch is open behind at the heights ``open_at``."""
    sketch.cylinder(CORTEX, (0, y), (21, 17)).cylinder(SPONGIOSA, (0, y), (18, 14))
    sketch.cylinder(CORTEX, (0, y + 26), (15, 14)).box(CORTEX, (-3, y + 38, -999), (3, y + 50, 999))
    for z in open_at:
        sketch.box(MUSCLE, (-14, y + 28, z - 6), (14, y + 50, z + 6))
    return sketch.cylinder(CANAL, (0, y + 26), (10, 9))


def chest(sketch: Sketch, lung_hu: int = LUNG, lungs=("right", "left"), blood: int = BLOOD) -> Sketch:
    """A chest: two lungs, heart, aorta, trachea with main bronchi (at z = 0), spine, ribs, arms up."""
    layered(sketch)
    for side in lungs:
        sign = 1 if side == "left" else -1
        sketch.cylinder(lung_hu, (sign * 72.0, -2.0), (50.0, 74.0))
    # A vessel that every lung has, and septa.
    for sign in (-1, 1):
        for y in (-30, 0, 30):
            sketch.cylinder(30, (sign * 75.0, y), (3.5, 3.5))
    sketch.cylinder(blood, (20.0, -32.0), (46.0, 36.0), (-999, 25)).cylinder(
        blood, (14.0, 28.0), (11.0, 11.0)
    )
    for sign in (-1, 1):
        tube(sketch, 40, (0, 8, 0), (sign * 28, 12, -26), 15.0)
    for hu, radius in ((35, 9.0), (AIR, 7.0)):
        tube(sketch, hu, (0, 8, 0), (0, 8, 90), radius + 1)
        for sign in (-1, 1):
            tube(sketch, hu, (0, 8, 0), (sign * 30, 12, -26), radius)
    spine(sketch)
    for n in range(24):
        angle = 2 * np.pi * (n + 0.5) / 24
        x, y = 133 * np.sin(angle), -88 * np.cos(angle)
        for hu, radius in ((CORTEX, 6.0), (250, 3.5)):
            sketch.cylinder(hu, (x, y), (radius, radius))
    return sketch


def scanned(
    sketch: Sketch,
    rng: np.random.Generator | None = None,
    *,
    noise: float = 12.0,
    blur_mm: float = 1.0,
    view_mm: float | None = None,
    fill: int = -1024,
    lowest: int = -1024,
) -> Sketch:
    """What a scanner makes of it: blurred, noisy, cut at the lowest HU, one value beyond its circle."""
    hu = sketch.hu.astype(np.float32)
    if rng is not None:
        dx, dy, _ = sketch.grid.spacing_mm
        hu = gaussian_filter(hu, (0, blur_mm / dy, blur_mm / dx))
        hu += noise * rng.standard_normal(hu.shape).astype(np.float32)
    hu = np.clip(hu, lowest, 3071)
    if view_mm is not None:
        _, ny, nx = hu.shape
        x, y = np.arange(nx) - (nx - 1) / 2, np.arange(ny) - (ny - 1) / 2
        dx, dy, _ = sketch.grid.spacing_mm
        hu[:, np.hypot(x[None] * dx, y[:, None] * dy) > view_mm] = fill
    sketch.hu = np.rint(hu).astype(np.int16)
    return sketch


def look(
    sketch: Sketch, centre=(0.0, 0.0, 0.0), radius: float = 8.0, structures: tuple[Structure, ...] = ()
) -> Obstacles:
    """Obstacles of a sketch with a ball as target."""
    return obstacles_for(sketch, ball_target(sketch.grid, centre, radius), structures)


def obstacles_for(sketch: Sketch, target: Solid, structures: tuple[Structure, ...] = ()) -> Obstacles:
    """Obstacles of a sketch with this target."""
    named = {s.name: s for s in (target.structure, *structures)}
    case = Case(Volume(sketch.grid, sketch.hu, "HU"), named, CaseIdentity())
    return find_obstacles(case, [target], {}, Protocol())


def label_at(obstacles: Obstacles, point) -> int:
    """Labels of the voxel that holds a point; -1 outside the scan."""
    i, j, k = np.rint(obstacles.grid.world_to_index(np.asarray(point, float)[None])[0]).astype(int)
    nz, ny, nx = obstacles.grid.shape
    inside = 0 <= i < nx and 0 <= j < ny and 0 <= k < nz
    return int(obstacles.voxels.labels[k, j, i]) if inside else -1


def way_out(obstacles: Obstacles, start, outward, room_mm: float = 50.0) -> tuple[str, float]:
    """What stands before the skin on the way out of the body, and how far away that is; by labels alone."""
    start, outward = np.asarray(start, float), np.asarray(outward, float) / np.linalg.norm(outward)
    t = 0.0
    while label_at(obstacles, start + t * outward) & rays.BODY and t < 400:
        if label_at(obstacles, start + t * outward) < 0:
            return "edge", t
        t += 0.5
    for way in np.arange(2.0, room_mm, 0.5):
        here = label_at(obstacles, start + (t + way) * outward)
        if here < 0:
            return ("edge", t) if way <= 4 else ("free", t)
        if here & rays.OBJECT:
            return "object", t
        if here & rays.BODY:
            return "body", t
        if way <= 4 and not here & rays.AIR:
            return "unseen", t
    return "free", t


def region(obstacles: Obstacles, name: str) -> np.ndarray:
    """Mask of the derived region of that name, empty where it was not found."""
    for found in obstacles.regions:
        if found.name == f"{name} (from CT)":
            return found.mask
    return np.zeros(obstacles.grid.shape, bool)


def inside(obstacles: Obstacles, name: str, point) -> bool:
    """Whether a point lies in a derived region."""
    i, j, k = np.rint(obstacles.grid.world_to_index(np.asarray(point, float)[None])[0]).astype(int)
    return bool(region(obstacles, name)[k, j, i])


def wide_grid(size=(360.0, 260.0, 120.0), spacing=(2.0, 2.0, 4.0), position: str = "HFS"):
    """A grid in patient coordinates for a patient who lies that way."""
    axes = POSITIONS[position]
    return grid_of(tuple(np.abs(axes) @ np.asarray(size)), spacing, axes)
