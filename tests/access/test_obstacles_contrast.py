"""Contrast in vessels, kidneys and bowel is told from bone, and kept away from."""

import numpy as np
import pytest
from little_patients import Sketch
from scanned_patients import (
    CORTEX,
    MUSCLE,
    SPONGIOSA,
    inside,
    label_at,
    layered,
    look,
    region,
    scanned,
    spine,
    tube,
    wide_grid,
)

from dose_kernels.geometry import rays
from tps.access.path_check import check_path

AORTA, CAVA, KIDNEYS = (12.0, 26.0), (-16.0, 24.0), ((-72.0, 40.0, 0.0), (72.0, 40.0, 0.0))


def belly(spacing=(2.0, 2.0, 4.0), length=160.0) -> Sketch:
    """Spine, ribs and iliac wings; nothing in the vessels yet."""
    sketch = spine(layered(Sketch(wide_grid((320.0, 230.0, length), spacing))))
    for n in (3, 4, 7, 8, 15, 16, 19, 20):
        angle = 2 * np.pi * (n + 0.5) / 24
        x, y = 133 * np.sin(angle), -88 * np.cos(angle)
        sketch.cylinder(CORTEX, (x, y), (6, 6)).cylinder(250, (x, y), (3.5, 3.5))
    for sign in (-1, 1):
        tube(sketch, CORTEX, (sign * 60, 70, -80), (sign * 105, 30, -50), 11.0)
        tube(sketch, 160, (sign * 60, 70, -80), (sign * 105, 30, -50), 8.5)
    return sketch


def with_vessels(sketch, aorta=170, cava=165, portal=175) -> Sketch:
    sketch.cylinder(aorta, AORTA, (11, 11)).cylinder(cava, CAVA, (12, 10))
    return tube(sketch, portal, (-10, 0, -20), (-60, -15, 30), 7.0)


def with_kidneys(sketch, hu=200, pelvis=500) -> Sketch:
    for x, y, z in KIDNEYS:
        tube(sketch, hu, (x, y, z - 26), (x, y, z + 26), 24.0)
        sketch.ball(pelvis, (x * 0.94, y, z), 9.0)
    return sketch


def with_bowel(sketch, hu=380) -> Sketch:
    for y in (-60, -30):
        tube(sketch, MUSCLE, (-70, y, -40), (70, y, -30), 17.0)
        tube(sketch, hu, (-70, y, -40), (70, y, -30), 14.0)
    return sketch


def is_bone(obstacles, point) -> bool:
    return bool(label_at(obstacles, point) & rays.BONE)


def assert_skeleton(obstacles):
    """Vertebra with marrow, arch, rib and iliac wing are bone, and nothing of them is contrast."""
    for point in (
        (0, 55, 0),
        (0, 68, 20),
        (13, 81, 0),
        (0, 97, 10),
        (133 * np.sin(2 * np.pi * 3.5 / 24), 0, 0),
    ):
        if point[0] > 100:
            point = (point[0], -88 * np.cos(2 * np.pi * 3.5 / 24), 0)
        assert is_bone(obstacles, point), point
    assert is_bone(obstacles, (82, 50, -65))
    for name in ("Contrast", "Vessel"):
        for point in ((0, 55, 0), (0, 68, 20), (13, 81, 0), (82, 50, -65)):
            assert not inside(obstacles, name, point), (name, point)


@pytest.mark.parametrize("pelvis", [220, 500, 1200])
def test_kidneys_full_of_contrast_are_no_bone(rng, pelvis):
    obstacles = look(scanned(with_kidneys(with_vessels(belly()), 200, pelvis), rng), (0, -60, 0))
    assert_skeleton(obstacles)
    for x, y, z in KIDNEYS:
        for point in ((x, y, z), (x, y + 15, z), (x * 0.94, y, z + 20)):
            assert inside(obstacles, "Contrast", point) and not is_bone(obstacles, point), point


def test_vessels_full_of_contrast_are_named(rng):
    obstacles = look(scanned(with_kidneys(with_vessels(belly())), rng), (0, -60, 0))
    for z in (-40.0, 0.0, 40.0):
        assert inside(obstacles, "Vessel", (*AORTA, z)) and not is_bone(obstacles, (*AORTA, z))
        assert inside(obstacles, "Vessel", (*CAVA, z))
    assert inside(obstacles, "Vessel", (-35, -8, 5))
    assert not inside(obstacles, "Vessel", (0, -20, 0)) and not inside(obstacles, "Vessel", KIDNEYS[0])
    true = np.pi * 11**2 * 160.0 + np.pi * 12 * 10 * 160.0 + np.pi * 7**2 * 78.0
    assert region(obstacles, "Vessel").sum() * obstacles.grid.voxel_mm3 == pytest.approx(true, rel=0.25)


def test_an_aorta_in_the_arterial_phase_beside_the_spine(rng):
    # As bright as bone, and it touches the vertebra.
    obstacles = look(scanned(with_vessels(belly(), aorta=380, cava=60, portal=60), rng), (0, -60, 0))
    assert_skeleton(obstacles)
    for z in (-40.0, 0.0, 40.0):
        assert inside(obstacles, "Vessel", (*AORTA, z)) and not is_bone(obstacles, (*AORTA, z))


@pytest.mark.parametrize("hu", [280, 380, 600])
def test_bowel_full_of_contrast_is_no_bone(rng, hu):
    obstacles = look(scanned(with_bowel(belly(), hu), rng), (0, 5, 30))
    assert_skeleton(obstacles)
    for point in ((0, -60, -35), (0, -30, -35), (50, -60, -31)):
        assert inside(obstacles, "Contrast", point) and not is_bone(obstacles, point), point


def test_dense_contrast_is_not_crossed(rng):
    sketch = scanned(with_bowel(belly(), 600), rng)
    obstacles = look(sketch, (0, 5, -30))
    check = check_path(obstacles, (0.0, -105.0, -35.0), (0.0, 5.0, -35.0))
    assert not check.allowed


def test_a_target_is_left_out_of_contrast(rng):
    # A dark lesion at the edge of a bright kidney: its rim is bright.
    sketch = with_kidneys(with_vessels(belly()))
    sketch.ball(70, (72, 55, 0), 9.0)
    obstacles = look(scanned(sketch, rng), (72.0, 55.0, 0.0), 12.0)
    assert inside(obstacles, "Contrast", (72, 30, 0))
    for point in ((72, 55, 0), (72, 45, 0), (64, 55, 0)):
        assert not inside(obstacles, "Contrast", point)


@pytest.mark.parametrize("noise", [8.0, 30.0])
def test_a_scan_without_contrast_has_none(rng, noise):
    obstacles = look(scanned(belly((1.0, 1.0, 4.0), 80.0), rng, noise=noise), (0, -60, 0))
    assert not region(obstacles, "Contrast").any() and not region(obstacles, "Vessel").any()
    assert is_bone(obstacles, (0, 55, 0)) and is_bone(obstacles, (0, 68, 20))


def test_long_bones_are_no_contrast(rng):
    sketch = layered(Sketch(wide_grid((200.0, 200.0, 120.0), (1.0, 1.0, 4.0))), half=(80.0, 80.0))
    sketch.cylinder(1200, (0, 0), (15, 15)).cylinder(-80, (0, 0), (8, 8))
    # The joint's end: fine spongy bone under a thin shell.
    sketch.ball(600, (0, 0, 40.0), 26.0).ball(280, (0, 0, 40.0), 24.0)
    obstacles = look(scanned(sketch, rng), (50.0, 0.0, 0.0))
    assert not region(obstacles, "Contrast").any() and not region(obstacles, "Vessel").any()
    assert is_bone(obstacles, (0, 0, 40)) and is_bone(obstacles, (11, 0, 0)) and is_bone(obstacles, (0, 0, 0))


def test_a_bright_liver_is_neither_vessel_nor_contrast(rng):
    sketch = belly()
    sketch.cylinder(145, (-60, -10), (60, 70), (-40, 60))
    obstacles = look(scanned(with_vessels(sketch, 190, 185, 190), rng), (60, -40, 0))
    assert not inside(obstacles, "Vessel", (-80, -10, 0)) and not inside(obstacles, "Contrast", (-80, -10, 0))
    assert inside(obstacles, "Vessel", (*AORTA, 0.0))


def test_an_enhancing_liver_beside_a_kidney_is_no_contrast(rng):
    # In the portal phase part of a liver is brighter than what may be contrast, and it touches the kidney.
    sketch = belly()
    sketch.cylinder(138, (-65, -5), (40, 45), (-40, 60))
    obstacles = look(scanned(with_kidneys(with_vessels(sketch), 210, 220), rng), (60, -40, 0))
    contrast = region(obstacles, "Contrast")
    assert inside(obstacles, "Contrast", KIDNEYS[0])
    for point in ((-95, -5, 0), (-75, -35, 20), (-60, -5, 30)):
        assert not inside(obstacles, "Contrast", point), point
    # The kidneys, and no more of what is beside them than a rim.
    kidneys = 2 * (np.pi * 24.0**2 * 52.0 + 4 / 3 * np.pi * 24.0**3)
    assert contrast.sum() * obstacles.grid.voxel_mm3 < 1.15 * kidneys


def test_marrow_that_is_not_closed_in_is_bone(rng):
    # A vertebra whose cortex is open in front over 12 mm: no ring encloses its marrow.
    sketch = belly()
    sketch.box(SPONGIOSA, (-6, 36, -999), (6, 44, 999)).box(MUSCLE, (-6, 30, -999), (6, 37, 999))
    obstacles = look(scanned(sketch, rng), (60, -40, 0))
    assert is_bone(obstacles, (0, 55, 0)) and is_bone(obstacles, (8, 60, 12))
