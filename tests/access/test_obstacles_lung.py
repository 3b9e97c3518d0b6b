"""Lung, however thin, is told from the gas in airways, stomach and bowel."""

import numpy as np
import pytest
from little_patients import AIR, Sketch, ball_target
from scanned_patients import (
    LUNG,
    MUSCLE,
    chest,
    inside,
    label_at,
    layered,
    look,
    obstacles_for,
    region,
    scanned,
    tube,
    wide_grid,
)
from scipy.ndimage import gaussian_filter

from dose_kernels.geometry import rays
from tps.geometry.tracing import trace_mask
from tps.model import Structure, Volume

HEART = (20.0, -32.0, 0.0)


def chest_sketch(length=120.0, **kind) -> Sketch:
    return chest(Sketch(wide_grid((320.0, 230.0, length))), **kind)


def lung_places(obstacles):
    """Labels in both lungs, away from walls and vessels."""
    centres = obstacles.grid.centres_mm().reshape(*obstacles.grid.shape, 3)
    x, y = np.abs(centres[..., 0]) - 84.0, centres[..., 1]
    return obstacles.voxels.labels[(x / 24.0) ** 2 + ((y + 2) / 55.0) ** 2 < 1]


def thinned(sketch, rng, middle, texture, where=None):
    """Lung of another mean, uneven over a few millimetres as damaged lung is."""
    grain = gaussian_filter(rng.standard_normal(sketch.hu.shape), (1.0, 2.5, 2.5))
    hu = middle + texture * grain / grain.std()
    lung = sketch.hu == LUNG if where is None else (sketch.hu == LUNG) & where
    sketch.hu[lung] = np.clip(hu[lung], -1000, -600)
    return sketch


@pytest.mark.parametrize(("middle", "texture"), [(-905, 20), (-930, 30), (-950, 40)])
def test_emphysema_is_lung(rng, middle, texture):
    sketch = chest_sketch()
    obstacles = look(scanned(thinned(sketch, rng, middle, texture), rng), HEART)
    labels = lung_places(obstacles)
    # The rest is vessels.
    assert np.mean((labels & rays.LUNG) != 0) > 0.96
    assert np.mean((labels & rays.GAS) != 0) < 0.002
    assert region(obstacles, "Airway").any()


def test_a_thin_region_of_400_cm3_is_lung(rng):
    sketch = chest_sketch(140.0)
    x, y, z = sketch.x - 72.0, sketch.y, sketch.z
    where = np.broadcast_to((x / 45) ** 2 + (y / 65) ** 2 + (z / 50) ** 2 < 1, sketch.hu.shape)
    obstacles = look(scanned(thinned(sketch, rng, -935, 15, where), rng), HEART)
    litres = where[sketch.hu < -500].size * sketch.grid.voxel_mm3 * 1e-6
    assert litres > 0.4
    labels = lung_places(obstacles)
    assert np.mean((labels & rays.GAS) != 0) < 0.002 and not region(obstacles, "Bulla").any()


def test_a_bulla_stays_lung_and_has_a_name(rng):
    sketch = chest_sketch().ball(AIR, (85.0, 10.0, 0.0), 16.0).ball(AIR, (-85.0, 10.0, 0.0), 3.0)
    obstacles = look(scanned(sketch, rng), HEART)
    assert inside(obstacles, "Bulla", (85.0, 10.0, 0.0)) and not inside(
        obstacles, "Bulla", (-85.0, 10.0, 0.0)
    )
    assert label_at(obstacles, (85.0, 10.0, 0.0)) & rays.LUNG
    ball = 4 / 3 * np.pi * 16.0**3
    assert region(obstacles, "Bulla").sum() * obstacles.grid.voxel_mm3 == pytest.approx(ball, rel=0.35)


@pytest.mark.parametrize("wall_mm", [3.0, 6.0])
def test_stomach_gas_under_the_lung_is_gas(rng, wall_mm):
    # The left lung ends at z = -10; the stomach's wall and the diaphragm lie between.
    sketch = chest_sketch(160.0)
    below = np.broadcast_to((sketch.z < -10) & (sketch.x > 20), sketch.hu.shape) & (sketch.hu == LUNG)
    sketch.hu[below] = MUSCLE
    sketch.ball(AIR, (72.0, -20.0, -10.0 - wall_mm - 24.0), 24.0)
    obstacles = look(scanned(sketch, rng), HEART)
    here = label_at(obstacles, (72.0, -20.0, -36.0))
    assert here & rays.GAS and not here & rays.LUNG
    assert label_at(obstacles, (72.0, -20.0, 10.0)) & rays.LUNG
    assert not region(obstacles, "Bulla").any()


def test_trachea_and_main_bronchi_are_airways_and_no_lung(rng):
    obstacles = look(scanned(chest_sketch(160.0), rng), HEART)
    for point in ((0, 8, 40), (0, 8, 12), (12, 9.6, -10.4), (-12, 9.6, -10.4), (22, 11, -19)):
        assert inside(obstacles, "Airway", point), point
        assert label_at(obstacles, point) & rays.GAS and not label_at(obstacles, point) & rays.LUNG
    # No ring of lung about the trachea.
    labels = [
        label_at(obstacles, (r * np.cos(a), 8 + r * np.sin(a), 40)) for r in (6, 8, 10) for a in range(6)
    ]
    assert not any(label & rays.LUNG for label in labels)


def test_lung_at_the_top_of_a_scan_of_the_belly_is_lung(rng):
    sketch = layered(Sketch(wide_grid((320.0, 230.0, 160.0))))
    for sign in (-1, 1):
        sketch.ball(LUNG, (sign * 70.0, 20.0, 90.0), 30.0)
    volume = (sketch.hu == LUNG).sum() / 2 * sketch.grid.voxel_mm3
    assert 5_000 < volume < 40_000
    obstacles = look(scanned(sketch, rng))
    here = label_at(obstacles, (70.0, 20.0, 76.0))
    assert here & rays.LUNG and not here & rays.GAS


def test_bowel_gas_is_gas(rng):
    sketch = layered(Sketch(wide_grid((320.0, 230.0, 120.0))))
    tube(sketch, AIR, (-60, -40, -50), (60, -40, -20), 18.0)
    tube(sketch, AIR, (60, 0, 20), (60, 20, 30), 8.0)
    sketch.ball(-700, (-60.0, 20.0, 0.0), 14.0)
    obstacles = look(scanned(sketch, rng))
    for point in ((0, -40, -35), (60, 10, 25), (-60, 20, 0)):
        assert label_at(obstacles, point) & rays.GAS, point
    assert not ((obstacles.voxels.labels & rays.LUNG) != 0).any()


def test_gas_is_gas_in_a_drawn_lung_too(rng):
    sketch = scanned(chest_sketch(160.0), rng)
    drawn = (sketch.hu < -500) & np.broadcast_to(np.hypot(sketch.x / 140, sketch.y / 95) < 1, sketch.hu.shape)
    structure = Structure("Lungs", trace_mask(Volume(sketch.grid, drawn, "mask")), interpreted_type="ORGAN")
    obstacles = obstacles_for(sketch, ball_target(sketch.grid, HEART, 8.0), (structure,))
    assert "Lung" in obstacles.drawn
    here = label_at(obstacles, (0, 8, 40))
    assert here & rays.GAS and not here & rays.LUNG
    assert label_at(obstacles, (90.0, 10.0, 0.0)) & rays.LUNG
