"""Mediastinum and spinal canal from the CT, in every position and where the scan shows little."""

import numpy as np
import pytest
from little_patients import Sketch, ball_target, grid_of
from scanned_patients import (
    MUSCLE,
    POSITIONS,
    chest,
    inside,
    label_at,
    layered,
    look,
    region,
    scanned,
    spine,
    wide_grid,
)

from dose_kernels.geometry import rays

IN_MEDIASTINUM = {
    "heart": (20.0, -32.0, 0.0),
    "left ventricle": (54.0, -32.0, -12.0),
    "aorta": (14.0, 28.0, 20.0),
    "gullet": (2.0, 30.0, 0.0),
    "upper mediastinum": (0.0, -10.0, 40.0),
}
NOT_IN_MEDIASTINUM = {
    "right lung": (-80.0, 0.0, 0.0),
    "left lung": (90.0, 10.0, 0.0),
    "chest wall in front": (0.0, -97.0, 0.0),
    "chest wall left": (135.0, 0.0, 0.0),
    "vertebra": (0.0, 55.0, 0.0),
    "spinal canal": (0.0, 81.0, 0.0),
    "back": (30.0, 92.0, 0.0),
    "lung vessel": (75.0, 30.0, 0.0),
}
SIZE = (330.0, 240.0, 140.0)


def chest_sketch(position="HFS", axes=None, **kind) -> Sketch:
    grid = wide_grid(SIZE, position=position) if axes is None else grid_of(SIZE, (2.0, 2.0, 4.0), axes)
    return chest(Sketch(grid), **kind)


def assert_mediastinum(obstacles):
    for what, point in IN_MEDIASTINUM.items():
        assert inside(obstacles, "Mediastinum", point), what
    for what, point in NOT_IN_MEDIASTINUM.items():
        assert not inside(obstacles, "Mediastinum", point), what


@pytest.mark.parametrize("position", POSITIONS)
def test_the_mediastinum_lies_between_the_lungs(rng, position):
    obstacles = look(scanned(chest_sketch(position), rng), (90.0, 20.0, 0.0))
    assert_mediastinum(obstacles)
    assert inside(obstacles, "Spinal-Canal", (0, 81, 0)) and inside(obstacles, "Airway", (0, 8, 40))
    assert label_at(obstacles, (90.0, 10.0, 0.0)) & rays.LUNG


def test_images_upside_down_show_the_same_regions(rng):
    # Rows from back to front, slices from head to foot: still a right-handed stack.
    usual = look(scanned(chest_sketch()), (90.0, 20.0, 0.0))
    other = look(scanned(chest_sketch(axes=np.diag([1.0, -1.0, -1.0]))), (90.0, 20.0, 0.0))
    assert_mediastinum(other)
    for found in usual.regions:
        name = found.name.split(" (")[0]
        volumes = [region(o, name).sum() * o.grid.voxel_mm3 for o in (usual, other)]
        assert volumes[1] == pytest.approx(volumes[0], rel=0.05), name


def test_noise_and_thin_slices_change_little(rng):
    grid = wide_grid((330.0, 240.0, 60.0), (1.5, 1.5, 1.5))
    obstacles = look(scanned(chest(Sketch(grid)), rng, noise=35.0), (90.0, 20.0, 0.0))
    for what, point in IN_MEDIASTINUM.items():
        if abs(point[2]) < 25:
            assert inside(obstacles, "Mediastinum", point), what
    for what, point in NOT_IN_MEDIASTINUM.items():
        assert not inside(obstacles, "Mediastinum", point), what


@pytest.mark.parametrize("lung", ["right", "left"])
def test_one_lung_is_enough(rng, lung):
    # The other side is full of fluid.
    sketch = chest_sketch(lungs=(lung,))
    obstacles = look(scanned(sketch, rng), (90.0 if lung == "right" else -90.0, 20.0, 0.0))
    sign = 1 if lung == "right" else -1
    for point in ((10.0, -32.0, 0.0), (0.0, 20.0, 20.0), (0.0, -20.0, 40.0)):
        assert inside(obstacles, "Mediastinum", point), point
    # Fluid far from the middle is not shut off.
    assert not inside(obstacles, "Mediastinum", (sign * 95.0, 0.0, 0.0))


def test_a_slice_with_one_lung_among_others(rng):
    sketch = chest_sketch()
    left = np.broadcast_to((sketch.x > 15) & (np.abs(sketch.z) < 9), sketch.hu.shape) & (sketch.hu < -500)
    sketch.hu[left] = MUSCLE
    obstacles = look(scanned(sketch, rng), (-90.0, 20.0, 0.0))
    assert inside(obstacles, "Mediastinum", (20.0, -32.0, 0.0))
    assert inside(obstacles, "Mediastinum", (20.0, -32.0, 30.0))


def test_a_tumour_at_the_mediastinum_stays_open(rng):
    centre = (-44.0, 0.0, 0.0)
    sketch = chest_sketch().ball(45, centre, 20.0)
    obstacles = look(scanned(sketch, rng), centre, 20.0)
    for point in (centre, (-44.0, 14.0, 0.0), (-30.0, 0.0, 0.0)):
        assert not inside(obstacles, "Mediastinum", point), point
    assert inside(obstacles, "Mediastinum", (10.0, -20.0, 0.0))
    assert inside(obstacles, "Mediastinum", (-12.0, 0.0, 0.0))


def test_a_node_in_the_mediastinum_stays_open_and_is_surrounded(rng):
    centre = (-2.0, -15.0, 40.0)
    obstacles = look(scanned(chest_sketch(), rng), centre, 8.0)
    target = ball_target(obstacles.grid, centre, 7.0).mask(obstacles.grid).values > 0.5
    assert not region(obstacles, "Mediastinum")[target].any()
    for away in ((12, 0, 0), (-12, 0, 0), (0, -12, 0)):
        assert inside(obstacles, "Mediastinum", np.add(centre, away))


def test_the_dome_of_the_liver_is_no_heart(rng):
    sketch = chest(Sketch(wide_grid((330.0, 240.0, 200.0))))
    # Below z = -40 the liver fills the right lung but for a rim; the left lung ends a little lower.
    inner = ((sketch.x + 72) / 44) ** 2 + ((sketch.y + 6) / 66) ** 2
    height = (sketch.z + 40) / 50
    dome = np.broadcast_to(inner + height * np.abs(height) < 1, sketch.hu.shape)
    sketch.hu[dome & np.broadcast_to(sketch.z < -20, sketch.hu.shape) & (sketch.hu < 0)] = 60
    obstacles = look(scanned(sketch, rng), (60.0, 0.0, 30.0))
    for z in (-48.0, -60.0):
        assert not inside(obstacles, "Mediastinum", (-80.0, 0.0, z)), z
        assert not inside(obstacles, "Mediastinum", (-90.0, -30.0, z)), z
    assert inside(obstacles, "Mediastinum", (20.0, -32.0, -20.0))


def test_without_lungs_there_is_no_mediastinum(rng):
    obstacles = look(scanned(spine(layered(Sketch(wide_grid(SIZE)))), rng))
    assert not region(obstacles, "Mediastinum").any() and not region(obstacles, "Airway").any()
    assert inside(obstacles, "Spinal-Canal", (0, 81, 0))


def column(open_at=(), length=140.0, spacing=(2.0, 2.0, 4.0)) -> Sketch:
    return spine(layered(Sketch(wide_grid((320.0, 230.0, length), spacing))), open_at=open_at)


def canal_volume(obstacles):
    return region(obstacles, "Spinal-Canal").sum() * obstacles.grid.voxel_mm3


@pytest.mark.parametrize("spacing", [(2.0, 2.0, 4.0), (0.9, 0.9, 5.0), (1.5, 1.5, 1.5)])
def test_the_spinal_canal_is_found(rng, spacing):
    obstacles = look(scanned(column(length=80.0, spacing=spacing), rng, noise=20.0))
    for z in (-30.0, 0.0, 30.0):
        assert inside(obstacles, "Spinal-Canal", (0, 81, z)) and inside(obstacles, "Spinal-Canal", (5, 81, z))
        assert not inside(obstacles, "Spinal-Canal", (0, 55, z))
    true = np.pi * 10 * 9 * obstacles.grid.shape[0] * spacing[2]
    assert canal_volume(obstacles) == pytest.approx(true, rel=0.35)


def test_open_rings_are_bridged(rng):
    obstacles = look(scanned(column(open_at=(-40, 0, 40)), rng))
    for z in (-60, -40, -20, 0, 20, 40, 60):
        assert inside(obstacles, "Spinal-Canal", (0, 81, z)), z


def test_marrow_of_long_bones_is_no_spinal_canal(rng):
    sketch = layered(Sketch(wide_grid((200.0, 200.0, 160.0), (1.0, 1.0, 4.0))), half=(80.0, 80.0))
    sketch.cylinder(1100, (-20, -20), (17, 15)).cylinder(40, (-20, -20), (10, 8))
    sketch.cylinder(1100, (30, 10), (8, 8)).cylinder(-70, (30, 10), (5, 5))
    obstacles = look(scanned(sketch, rng), (0.0, 40.0, 0.0))
    assert not region(obstacles, "Spinal-Canal").any()


def test_a_target_in_the_vertebra_leaves_canal_and_target_apart(rng):
    sketch = column().ball(60, (0.0, 68.0, 0.0), 9.0)
    obstacles = look(scanned(sketch, rng), (0.0, 68.0, 0.0), 10.0)
    assert not inside(obstacles, "Spinal-Canal", (0, 70, 0)) and inside(obstacles, "Spinal-Canal", (0, 84, 0))


def test_regions_lie_within_the_body_and_beside_the_target(rng):
    """What holds for every region: body only, no target, no lung but for bullae, of some size."""
    target = ball_target(wide_grid(SIZE), (-30.0, 0.0, 0.0), 12.0)
    obstacles = look(scanned(chest_sketch(blood=300), rng), (-30.0, 0.0, 0.0), 12.0)
    solid = target.mask(obstacles.grid).values > 0.5
    names = [found.name for found in obstacles.regions]
    assert len(names) == len(set(names)) and all(name.endswith(" (from CT)") for name in names)
    for found in obstacles.regions:
        assert found.mask.dtype == bool and found.mask.shape == obstacles.grid.shape
        assert found.mask.sum() * obstacles.grid.voxel_mm3 > 300
        assert (obstacles.voxels.labels[found.mask] & rays.BODY).all()
        assert not (found.mask & solid).any(), found.name
        if "Bulla" not in found.name:
            assert not (obstacles.voxels.labels[found.mask] & rays.LUNG).any(), found.name
