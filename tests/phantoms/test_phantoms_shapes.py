"""Analytic shapes: volumes against other ways of integrating, contours against closed formulas."""

import numpy as np
import pytest

from phantoms.errors import PhantomError
from phantoms.shapes import (
    Box,
    Difference,
    Dumbbell,
    Ellipsoid,
    HalfSpace,
    Intersection,
    Kidney,
    Lobulated,
    Sphere,
    Tube,
    Union,
    integrated_volume_mm3,
    ring_area_mm2,
)

CLOSED_FORM = {
    "sphere": Sphere(12),
    "ellipsoid": Ellipsoid(19, 16, 12, turn_deg=30, lean_deg=20),
    "kidney": Kidney(12, 20, 14, bend=0.7),
    "dumbbell": Dumbbell(10, 24, 5),
    "stubby dumbbell": Dumbbell(10, 6, 9),
    "lobulated": Lobulated(14, 0.2, 0.4),
    "moved and scaled": Kidney(1, 1.5, 1.2).scaled(11).at(30, -20, 7.3),
}
COMBINED = {
    "union": Union(Sphere(10), Sphere(8).at(9, 4, 3)),
    "difference": Difference(Ellipsoid(15, 13, 10), Sphere(7).at(10, 0, 0)),
    "intersection": Intersection(Sphere(10), HalfSpace((0, 0, 1), 2.0)),
    "tube": Tube([(0, 0, 0), (10, 5, 20), (0, 12, 35)], [6, 5, 3]),
}


def volume_by_columns(shape, steps=300):
    """Slow twin: count cells of a grid, plane by plane; nothing shared with the package."""
    low, high = shape.bounds()
    x, y = (low[i] + (high[i] - low[i]) * (np.arange(steps) + 0.5) / steps for i in (0, 1))
    z = low[2] + (high[2] - low[2]) * (np.arange(2 * steps) + 0.5) / (2 * steps)
    filled = sum(np.count_nonzero(shape.field(x[None, :], y[:, None], float(at)) <= 0) for at in z)
    return filled * np.prod(high - low) / (2 * steps**3)


@pytest.mark.parametrize("name", CLOSED_FORM)
def test_closed_volume_agrees_with_counting(name):
    shape = CLOSED_FORM[name]
    # 300 x 300 x 600 cells: counting is good to about 1e-4; the truth is promised to 5e-4.
    assert volume_by_columns(shape) == pytest.approx(shape.volume_mm3(), rel=2e-4)


@pytest.mark.parametrize("name", COMBINED)
def test_integrated_volume_agrees_with_counting(name):
    shape = COMBINED[name]
    assert shape.volume_mm3() == pytest.approx(volume_by_columns(shape), rel=3e-4)


def test_integration_reproduces_a_ball_and_a_cap():
    assert integrated_volume_mm3(Sphere(10)) == pytest.approx(4 / 3 * np.pi * 1000, rel=2e-4)
    cap = Intersection(Sphere(10), HalfSpace((0, 0, -1), -4.0))
    assert cap.volume_mm3() == pytest.approx(np.pi * 6**2 * (30 - 6) / 3, rel=2e-4)


@pytest.mark.parametrize("name", [*CLOSED_FORM, *COMBINED])
def test_contours_enclose_the_volume(name):
    shape = {**CLOSED_FORM, **COMBINED}[name]
    low, high = shape.bounds()
    step = (high[2] - low[2]) / 120
    planes = low[2] + step * (np.arange(120) + 0.5)
    area = sum(ring_area_mm2(ring) for rings in shape.contours(planes) for ring in rings)
    # Midpoint rule with 120 planes: 1e-4 for round ends, and polygons of some 280 sides: 1e-4.
    assert area * step == pytest.approx(shape.volume_mm3(), rel=6e-4)


@pytest.mark.parametrize("name", [*CLOSED_FORM, *COMBINED])
def test_the_box_holds_the_shape_and_touches_it(name):
    shape = {**CLOSED_FORM, **COMBINED}[name]
    low, high = shape.bounds()
    wide = [np.linspace(a - 5, b + 5, 90) for a, b in zip(low, high, strict=True)]
    points = np.stack(np.meshgrid(*wide, indexing="ij"), axis=-1).reshape(-1, 3)
    within = points[shape.inside(points)]
    assert (within >= low).all() and (within <= high).all()
    if name in CLOSED_FORM:
        # The grid is coarser than half a millimetre, so a tight box is met to within one step of it.
        slack = (high - low + 10) / 89
        assert (within.min(axis=0) < low + 1.1 * slack).all() and (
            within.max(axis=0) > high - 1.1 * slack
        ).all()


def test_vertices_of_a_ball_lie_on_it_and_turn_anticlockwise():
    centre = np.array([5.0, -3.0, 2.0])
    ball = Sphere(11).at(*centre)
    planes = np.array([-8.9, -3.0, 2.0, 12.99])
    for z, rings in zip(planes, ball.contours(planes), strict=True):
        (ring,) = rings
        points = np.column_stack([ring, np.full(len(ring), z)])
        # 40 halvings of a cell leave nothing but rounding.
        assert np.linalg.norm(points - centre, axis=1) == pytest.approx(11.0, abs=1e-9)
        assert len(ring) >= 100
        assert ring_area_mm2(ring) == pytest.approx(np.pi * (121 - (z - 2) ** 2), rel=3e-4)


def test_vertices_of_a_turned_ellipsoid_solve_its_equation():
    semi, turn = np.array([15.0, 9.0, 12.0]), np.radians(35)
    shape = Ellipsoid(*semi, turn_deg=35)
    for z, (ring,) in zip((-7.0, 0.0, 11.0), shape.contours([-7.0, 0.0, 11.0]), strict=True):
        u = np.cos(turn) * ring[:, 0] + np.sin(turn) * ring[:, 1]
        v = -np.sin(turn) * ring[:, 0] + np.cos(turn) * ring[:, 1]
        assert (u / 15) ** 2 + (v / 9) ** 2 + (z / 12) ** 2 == pytest.approx(1.0, abs=1e-9)


def test_a_leaning_ellipsoid_leans_towards_plus_x():
    top = Ellipsoid(5, 5, 20, lean_deg=30)
    assert top.inside([[20 * np.sin(np.pi / 6) * 0.99, 0, 20 * np.cos(np.pi / 6) * 0.99]]).all()


def test_a_plane_through_both_balls_of_a_dumbbell_cuts_two_rings():
    rings = Dumbbell(10, 30, 4).contours([0.0, 6.0, 10.5])
    assert [len(plane) for plane in rings] == [1, 2, 0]


def test_holes_run_clockwise_and_do_not_fill():
    shell = Difference(Sphere(10), Sphere(6))
    (rings,) = shell.contours([0.0])
    areas = sorted(ring_area_mm2(ring) for ring in rings)
    assert areas == pytest.approx([-np.pi * 36, np.pi * 100], rel=6e-4)
    assert not shell.inside([[0, 0, 0], [5.99, 0, 0]]).any() and shell.inside([[0, 8, 0]]).all()


def test_opposite_corners_of_a_cell_stay_apart():
    # Two balls that touch: whatever the grid does at the point of contact, no area is lost or gained.
    pair = Union(Sphere(8).at(-8, 0, 0), Sphere(8).at(8, 0, 0))
    (rings,) = pair.contours([0.0])
    assert sum(map(ring_area_mm2, rings)) == pytest.approx(2 * np.pi * 64, rel=5e-4)


def test_a_very_small_cut_is_still_found():
    (rings,) = Sphere(10).contours([9.99999])
    assert ring_area_mm2(rings[0]) == pytest.approx(np.pi * (100 - 9.99999**2), rel=6e-4)
    assert Sphere(10).contours([10.1, -11.0]) == [[], []]
    assert Sphere(10).contours([]) == []


def test_scaling_to_a_volume_and_moving():
    shape = Dumbbell(10, 24, 6).with_volume(15000.0).at(1.0, 2.0, 3.0)
    assert shape.volume_mm3() == pytest.approx(15000.0, rel=1e-12)
    assert shape.centre_mm() == pytest.approx([1, 2, 3], abs=1e-9)
    assert shape.centroid_mm() == pytest.approx([1, 2, 3], abs=0.02)


def test_centroid_of_half_a_ball():
    half = Intersection(Sphere(20), HalfSpace((0, 0, -1), 0.0))
    assert half.centroid_mm() == pytest.approx([0, 0, 3 / 8 * 20], abs=0.03)


def test_boxes_and_half_spaces():
    box = Box([1, 2, 3], [4, 6, 8])
    assert box.volume_mm3() == 60
    assert box.inside([[1, 2, 3], [4, 6, 8], [0.9, 3, 4]]).tolist() == [True, True, False]
    plane = HalfSpace((0, 1, 0), 5)
    assert plane.inside([[0, 5, 0], [0, 5.1, 0]]).tolist() == [True, False]
    assert np.isfinite(plane.bounds()).all()


@pytest.mark.parametrize(
    ("make", "word"),
    [
        (lambda: Sphere(0), "a is 0"),
        (lambda: Ellipsoid(3, -1, 2), "b is -1"),
        (lambda: Kidney(3, 4, float("nan")), "c is nan"),
        (lambda: Dumbbell(5, 10, 6), "at most radius_mm"),
        (lambda: Dumbbell(5, 0, 3), "distance_mm"),
        (lambda: Lobulated(10, 0.4), "depth is 0.4"),
        (lambda: Lobulated(-1), "radius_mm"),
        (lambda: Tube([(0, 0, 0), (1, 1, 1)], 0), "radius_mm"),
    ],
)
def test_impossible_shapes_are_refused(make, word):
    with pytest.raises(PhantomError, match=word):
        make()
