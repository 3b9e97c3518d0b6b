"""The circle of reconstruction is no skin, whatever value stands beyond it."""

import numpy as np
import pytest
from little_patients import TISSUE, Sketch, ball_target, grid_of
from scanned_patients import CHEST, chest, label_at, layered, look, scanned, way_out, wide_grid

from dose_kernels.geometry import rays
from tps.access.obstacles import find_obstacles
from tps.access.path_check import check_path
from tps.access.tissue.field_of_view import find_field_of_view
from tps.model import Protocol, Volume

# Half the width of a square image; the patient is wider.
VIEW_MM = 119.0


def cut_chest(rng, fill, lowest=-1024, size=(240.0, 240.0, 100.0)):
    return scanned(chest(Sketch(wide_grid(size))), rng, view_mm=VIEW_MM, fill=fill, lowest=lowest)


def assert_circle_is_no_skin(obstacles, view_mm):
    """No air is seen beyond the circle or beside tissue at its edge."""
    for degrees in range(0, 360, 5):
        out = np.array([np.cos(np.deg2rad(degrees)), np.sin(np.deg2rad(degrees)), 0.0])
        skin = 1 / np.hypot(out[0] / CHEST[0], out[1] / CHEST[1])
        what, depth = way_out(obstacles, (0.0, 0.0, 8.0), out)
        beyond = label_at(obstacles, (view_mm + 4) * out + [0, 0, 8])
        assert beyond in (rays.UNSEEN, -1), degrees
        if skin > view_mm + 3:
            assert what in ("unseen", "edge"), degrees
            assert depth == pytest.approx(view_mm, abs=3.0)
        elif skin < view_mm - 6:
            assert what == "free" and depth == pytest.approx(skin, abs=3.0), degrees


@pytest.mark.parametrize("fill", [-3024, -2000, -1024, -1000, 0])
def test_the_circle_of_view_is_no_skin(rng, fill):
    obstacles = look(cut_chest(rng, fill))
    assert_circle_is_no_skin(obstacles, VIEW_MM)
    note = " ".join(obstacles.warnings)
    assert "circle of view (radius 119 mm)" in note and "left (z" in note and "right (z" in note


def test_air_cut_at_the_fill_value_hides_no_circle(rng):
    # Scanners and treatment planning systems that store nothing below -1000 HU: half of the air has it.
    assert_circle_is_no_skin(look(cut_chest(rng, -1000, lowest=-1000)), VIEW_MM)


@pytest.mark.parametrize("fill", [-1024, -1000])
def test_a_circle_without_noise_is_found_where_it_fits_the_image(fill):
    sketch = Sketch(wide_grid((240.0, 240.0, 60.0))).cylinder(TISSUE, (0, 0), CHEST)
    assert_circle_is_no_skin(look(scanned(sketch, view_mm=VIEW_MM, fill=fill)), VIEW_MM)


def test_a_smaller_circle_is_found_by_its_value():
    sketch = Sketch(grid_of((220.0, 180.0, 60.0))).cylinder(30, (0.0, 0.0), (105.0, 70.0))
    obstacles = look(scanned(sketch, view_mm=80.0, fill=-2000), (50.0, 0.0, 0.0))
    what, depth = way_out(obstacles, (50.0, 0.0, 0.0), (1, 0, 0))
    assert what == "unseen" and depth == pytest.approx(30.0, abs=3.0)
    assert way_out(obstacles, (20.0, 0.0, 0.0), (0, -1, 0))[0] == "free"
    assert not check_path(obstacles, (79.5, 0.0, 0.0), (50.0, 0.0, 0.0)).allowed


def test_a_part_cut_out_of_a_scan_keeps_its_circle(rng):
    sketch = cut_chest(rng, -1024)
    _, ny, nx = sketch.hu.shape
    part = sketch.grid.cropped((nx // 2, ny // 3, 0), (nx, ny, len(sketch.hu)))
    values = sketch.hu[:, ny // 3 :, nx // 2 :]
    view = find_field_of_view(Volume(part, values, "HU"))
    assert view is not None and view.radius_mm == pytest.approx(VIEW_MM, abs=2.5)
    middle = part.index_to_world([[*view.centre, 0.0]])[0]
    np.testing.assert_allclose(middle[:2], 0.0, atol=3.0)


@pytest.mark.parametrize("air", [-1000, -1024])
def test_a_round_phantom_in_air_keeps_its_skin(air):
    sketch = Sketch(grid_of((256.0, 256.0, 60.0)))
    sketch.hu[:] = air
    obstacles = look(sketch.cylinder(40, (0.0, 0.0), (80.0, 80.0)))
    assert not obstacles.warnings
    for out in ((1, 0, 0), (0, -1, 0), (-0.7, 0.7, 0)):
        what, depth = way_out(obstacles, (0.0, 0.0, 0.0), out)
        assert what == "free" and depth == pytest.approx(80.0, abs=2.5)


def test_a_body_within_the_circle_is_not_touched_by_it(rng):
    small = Sketch(wide_grid((300.0, 300.0, 60.0))).cylinder(TISSUE, (0.0, 10.0), (90.0, 70.0))
    obstacles = look(scanned(small, rng, view_mm=149.0))
    assert not obstacles.warnings
    assert label_at(obstacles, (148.0, 148.0, 0.0)) == rays.UNSEEN
    for out in ((1, 0, 0), (0, -1, 0), (0, 1, 0)):
        assert way_out(obstacles, (0.0, 10.0, 0.0), out)[0] == "free"


def test_lung_cut_by_the_circle_is_no_air(rng):
    # A circle so small that it cuts the lungs on both sides.
    sketch = scanned(chest(Sketch(wide_grid((200.0, 200.0, 80.0)))), rng, view_mm=99.0)
    obstacles = look(sketch)
    for y in (-20.0, 0.0, 20.0):
        assert not label_at(obstacles, (92.0, y, 8.0)) & rays.AIR
        assert label_at(obstacles, (85.0, y, 8.0)) & rays.LUNG
        assert way_out(obstacles, (0.0, y, 8.0), (1, 0, 0))[0] in ("unseen", "edge")


def test_the_edge_of_the_images_is_told_too(rng):
    sketch = scanned(layered(Sketch(wide_grid((260.0, 260.0, 60.0)))), rng)
    obstacles = look(sketch)
    (note,) = obstacles.warnings
    assert "edge of its images: right (z -28 to 28 mm), left (z -28 to 28 mm)" in note or (
        "edge of its images: left (z -28 to 28 mm), right (z -28 to 28 mm)" in note
    )


def test_the_part_that_needles_reach_is_no_edge_of_the_scan(rng):
    # What lies too far from the target is not looked at: that is no cut.
    grid = wide_grid((420.0, 260.0, 60.0))
    sketch = scanned(layered(Sketch(grid), half=(190.0, 100.0)), rng)
    target = ball_target(grid, (-150.0, 0.0, 0.0), 8.0)
    case = sketch.case(target.structure)
    obstacles = find_obstacles(case, [target], {}, Protocol(needle_max_depth_mm=100.0))
    assert obstacles.grid.shape[2] < grid.shape[2] and not obstacles.warnings
