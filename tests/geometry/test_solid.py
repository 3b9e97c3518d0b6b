"""Bodies made of contours: volume, distance and samples against formulas."""

import numpy as np
import pytest
from drawn_shapes import (
    CT,
    ct_of,
    ellipsoid_rings,
    heights,
    polar_ring,
    sphere_radius,
    sphere_rings,
    sphere_volume,
    structure,
)
from scipy.spatial import cKDTree

from tps.errors import BadInput
from tps.geometry.slice_mask import centre_mask
from tps.geometry.solid import build_solid
from tps.geometry.sphere import sphere_structure
from tps.model import Grid

# What is asked of volumes: 1 % from 5 cm3 on, 3 % at 0.5 cm3.
VOLUMES = [(500.0, 0.03), (5000.0, 0.01), (30000.0, 0.01)]


@pytest.fixture(scope="module")
def ball():
    """A sphere of radius 15 mm about (3, -2, 1.3), drawn every 2.5 mm."""
    centre = np.array([3.0, -2.0, 1.3])
    return centre, 15.0, build_solid(structure(sphere_rings(centre, 15.0, heights(-20, 20, 2.5))), CT)


@pytest.mark.parametrize("slice_mm", [1.0, 2.5])
@pytest.mark.parametrize(("volume", "tolerance"), VOLUMES)
def test_volume_of_spheres(volume, tolerance, slice_mm):
    radius = sphere_radius(volume)
    for offset in (0.0, 0.37 * slice_mm):
        rings = sphere_rings((0.4, 0.2, 0.0), radius, heights(-radius, radius, slice_mm, offset))
        assert build_solid(structure(rings), ct_of(slice_mm)).volume_mm3 == pytest.approx(
            volume, rel=tolerance
        )


@pytest.mark.parametrize("offset", [0.0, 1.3, 2.5])
def test_volume_of_a_sphere_in_thick_slices_keeps_one_per_cent(offset):
    radius = sphere_radius(5000.0)
    rings = sphere_rings((0, 0, 0), radius, heights(-radius, radius, 5.0, offset))
    assert build_solid(structure(rings), ct_of(5.0)).volume_mm3 == pytest.approx(5000.0, rel=0.01)


@pytest.mark.parametrize("slice_mm", [1.0, 2.5, 5.0])
def test_volume_of_a_tilted_ellipsoid(slice_mm, rng):
    axes, _ = np.linalg.qr(rng.normal(size=(3, 3)))
    half = np.array([7.0, 11.0, 18.0])
    matrix = axes @ np.diag(1 / half**2) @ axes.T
    volume = sphere_volume(1) * half.prod()
    rings = ellipsoid_rings(np.array([1.0, 2.0, 0.3]), matrix, heights(-40, 40, slice_mm))
    assert build_solid(structure(rings), ct_of(slice_mm)).volume_mm3 == pytest.approx(volume, rel=0.01)


@pytest.mark.parametrize("slice_mm", [1.0, 2.5])
def test_volume_of_a_lobulated_body(slice_mm):
    # Two balls of radius 10 with centres 12 mm apart; their common lens is counted once.
    radius, apart = 10.0, 12.0
    lens = np.pi * (2 * radius - apart) ** 2 * (apart**2 + 4 * apart * radius) / (12 * apart)
    rings = []
    for z in heights(-radius, radius, slice_mm, 0.4):
        r, h = np.sqrt(radius**2 - z**2), apart / 2
        if r > h:
            reach = lambda a, r=r, h=h: h * np.abs(np.cos(a)) + np.sqrt(r**2 - (h * np.sin(a)) ** 2)  # noqa: E731
            rings.append(polar_ring(reach, (0, 0), z, 720))
        else:
            rings += [polar_ring(lambda a, r=r: r, (side * h, 0), z) for side in (-1, 1)]
    truth = 2 * sphere_volume(radius) - lens
    assert build_solid(structure(rings), ct_of(slice_mm)).volume_mm3 == pytest.approx(truth, rel=0.01)


def test_volume_of_a_shell_by_hole_and_by_keyhole():
    planes = heights(-14, 14, 2.0, 0.5)
    outer, inner = sphere_rings((0, 0, 0), 14.0, planes), sphere_rings((0, 0, 0), 8.0, planes)
    holed = build_solid(structure(outer + inner), ct_of(2.0))
    truth = sphere_volume(14.0) - sphere_volume(8.0)
    assert holed.volume_mm3 == pytest.approx(truth, rel=0.02)
    inside = {float(r[0, 2]): r for r in inner}
    keyholes = []
    for ring in outer:
        hole = inside.get(float(ring[0, 2]))
        # Out along one ring, over a bridge, back along the other, and home over the same bridge.
        keyholes.append(
            ring if hole is None else np.concatenate([ring, ring[:1], hole[:1], hole[:0:-1], hole[:1]])
        )
    keyed = build_solid(structure(keyholes), ct_of(2.0))
    assert keyed.volume_mm3 == pytest.approx(holed.volume_mm3, rel=1e-3)  # areas by scan lines: 1e-4
    on_the_bridge = np.array([[11.0, 0.0, 0.5]])
    assert keyed.signed_distance_mm(on_the_bridge) == pytest.approx(
        holed.signed_distance_mm(on_the_bridge), abs=0.1
    )
    assert not holed.contains([[0.0, 0.0, 0.5]])[0] and holed.contains([[11.0, 0.0, 0.5]])[0]


def test_an_island_in_a_hole_counts():
    rings = [
        polar_ring(lambda a, r=r: r, (0, 0), z) for z in heights(-10, 10, 2.0) for r in (20.0, 12.0, 5.0)
    ]
    solid = build_solid(structure(rings), ct_of(2.0))
    area = np.pi * (20.0**2 - 12.0**2 + 5.0**2)
    # 9 planes of 2 mm, cut off flat half a plane beyond the last.
    assert solid.volume_mm3 == pytest.approx(area * 18.0, rel=1e-3)
    assert list(solid.contains([[0, 0, 0], [8.0, 0, 0], [15.0, 0, 0], [21.0, 0, 0]])) == [
        True,
        False,
        True,
        False,
    ]


def test_identical_contours_cancel():
    ring = polar_ring(lambda a: 9.0, (0, 0), 0.0)
    more = [polar_ring(lambda a: 9.0, (0, 0), z) for z in (2.5, 5.0)]
    solid = build_solid(structure([ring, ring.copy(), *more]), CT)
    assert solid.volume_mm3 == pytest.approx(np.pi * 81.0 * 5.0, rel=1e-3)
    assert not solid.contains([[0.0, 0.0, 0.0]])[0]
    with pytest.raises(BadInput, match="enclose no area"):
        build_solid(structure([ring, ring.copy()]), CT)


def test_pieces_that_come_and_go_have_ends_of_their_own():
    # Three balls side by side at different heights, one far above: no wall may join them.
    balls = [((-20, 0, -6), 9.0), ((4, 3, 3), 8.0), ((26, -2, 10), 7.0), ((-20, 0, 26), 6.0)]
    for slice_mm, tolerance in ((1.0, 0.01), (2.5, 0.01), (5.0, 0.06)):
        planes = heights(-30, 40, slice_mm, 0.3)
        rings = [ring for centre, radius in balls for ring in sphere_rings(centre, radius, planes)]
        solid = build_solid(structure(rings), ct_of(slice_mm))
        truth = sum(sphere_volume(radius) for _, radius in balls)
        assert solid.volume_mm3 == pytest.approx(truth, rel=tolerance)
        assert not solid.contains([[-20.0, 0.0, 12.0]])[0]
        assert solid.contains([centre for centre, _ in balls]).all()


def test_one_contour_is_as_thick_as_a_slice():
    solid = build_solid(structure([polar_ring(lambda a: 10.0, (1, 2), 3.7)]), CT)
    assert solid.volume_mm3 == pytest.approx(np.pi * 100 * 2.5, rel=1e-3)
    assert solid.contains([[1, 2, 4.8], [1, 2, 5.2], [1, 2, 2.6], [1, 2, 2.2]]).tolist() == [
        True,
        False,
        True,
        False,
    ]
    assert "one plane only" in solid.notes[0]


def test_a_missing_plane_is_bridged_and_said():
    radius, planes = 15.0, list(heights(-15, 15, 2.5, 0.2))
    del planes[4]
    solid = build_solid(structure(sphere_rings((0, 0, 0), radius, planes)), CT)
    assert solid.volume_mm3 == pytest.approx(sphere_volume(radius), rel=0.01)
    assert "interpolated" in solid.notes[0]


@pytest.mark.parametrize("normal", [(1.0, 0, 0), (0, 1.0, 0), (0.48, 0.6, 0.64)])
def test_planes_of_any_normal(normal):
    normal = np.array(normal)
    x = np.cross([0.3, -0.5, 0.8], normal)
    x /= np.linalg.norm(x)
    axes = np.stack([x, np.cross(normal, x), normal])
    rings = [ring @ axes for ring in sphere_rings((2.0, 1.0, 0.0), 12.0, heights(-12, 12, 2.0, 0.7))]
    solid = build_solid(structure(rings), CT)
    centre = np.array([2.0, 1.0, 0.0]) @ axes
    assert solid.volume_mm3 == pytest.approx(sphere_volume(12.0), rel=0.01)
    np.testing.assert_allclose(solid.centroid_mm, centre, atol=0.1)  # a fifth of a grid step


def test_signed_distance_is_euclidean(ball, rng):
    centre, radius, solid = ball
    direction = rng.normal(size=(4000, 3))
    direction /= np.linalg.norm(direction, axis=1)[:, None]
    distance = rng.uniform(0.5, 60.0, 4000)
    found = solid.signed_distance_mm(centre + distance[:, None] * direction)
    # Half a grid step; twice as good on the average.
    np.testing.assert_allclose(found, radius - distance, atol=0.25)
    assert np.abs(found - radius + distance).mean() < 0.06


def test_signed_distance_of_a_prism_matches_brute_force(rng):
    # An L-shaped prism, whose distance is written down from its faces.
    corners = np.array([[0, 0], [20, 0], [20, 8], [8, 8], [8, 24], [0, 24]], float)
    planes = heights(-10, 10, 2.0)
    solid = build_solid(structure([np.column_stack([corners, np.full(6, z)]) for z in planes]), ct_of(2.0))
    low, high = planes[0] - 1.0, planes[-1] + 1.0

    def truth(point):
        ends = np.roll(corners, -1, axis=0)
        way = ends - corners
        s = np.clip(((point[:2] - corners) * way).sum(1) / (way**2).sum(1), 0, 1)
        lateral = np.linalg.norm(corners + s[:, None] * way - point[:2], axis=1).min()
        x, y = point[:2]
        inside = (0 < x < 20 and 0 < y < 8) or (0 < x < 8 and 0 < y < 24)
        across = min(point[2] - low, high - point[2])
        if inside and across > 0:
            return min(lateral, across)
        return -np.hypot(0.0 if inside else lateral, max(0.0, -across))

    points = rng.uniform([-8, -8, -18], [28, 32, 18], (1500, 3))
    found = solid.signed_distance_mm(points)
    np.testing.assert_allclose(found, [truth(p) for p in points], atol=0.45)  # edges are blunt by a grid step


def test_surface_points_hold_the_contours_and_cover_the_surface(ball, rng):
    centre, radius, solid = ball
    points = solid.surface_points(1.0)
    drawn = np.concatenate([c.points_mm for c in solid.structure.contours])
    assert cKDTree(points).query(drawn)[0].max() == 0.0
    assert np.abs(np.linalg.norm(points - centre, axis=1) - radius).max() < 0.1  # a fifth of a grid step
    direction = rng.normal(size=(3000, 3))
    surface = centre + radius * direction / np.linalg.norm(direction, axis=1)[:, None]
    # A square net of 1 mm leaves no place farther than 0.71 mm; the surface's own error adds up to 0.2 mm.
    assert cKDTree(points).query(surface)[0].max() < 0.9


def test_long_edges_of_contours_are_divided():
    corners = np.array([[0, 0], [20, 0], [20, 10], [0, 10]], float)
    solid = build_solid(
        structure([np.column_stack([corners, np.full(4, z)]) for z in heights(-6, 6, 2.0)]), CT
    )
    points = solid.surface_points(1.0)
    edge = np.column_stack([np.linspace(0, 20, 200), np.zeros(200), np.full(200, 2.0)])
    assert cKDTree(points).query(edge)[0].max() <= 0.5 + 1e-9


def test_quadrature_sums_to_the_volume(ball):
    centre, radius, solid = ball
    for step in (1.0, 2.0):
        points, volumes = solid.quadrature(step)
        assert volumes.sum() == pytest.approx(solid.volume_mm3, rel=1e-12)
        assert (volumes > 0).all() and solid.contains(points).mean() > 0.999
        # Second moment of a ball about a diameter: R^2 / 5 of its volume.
        moment = volumes @ (points - centre) ** 2 / volumes.sum()
        np.testing.assert_allclose(moment, radius**2 / 5, rtol=0.01)


def test_scattered_points_keep_the_tails_of_a_distribution(ball):
    """By centroids of cells of 3 mm the tenth of the ball farthest along x begins 2 % of R too far out."""
    centre, radius, solid = ball
    x = np.linspace(-radius, radius, 20001)
    # Part of a ball beyond x: a cap.
    beyond = (radius - x) ** 2 * (2 * radius + x) / (4 * radius**3)
    truth = np.interp(-0.1, -beyond, x)
    found = {}
    for name in ("quadrature", "scattered"):
        points, volumes = getattr(solid, name)(3.0)
        assert volumes.sum() == pytest.approx(solid.volume_mm3, rel=1e-12)
        assert solid.contains(points).mean() > 0.999
        order = np.argsort(-points[:, 0])
        part = (np.cumsum(volumes[order]) - 0.5 * volumes[order]) / volumes.sum()
        found[name] = np.interp(0.1, part, points[order, 0] - centre[0])
    assert found["scattered"] == pytest.approx(truth, abs=0.002 * radius)


def test_small_targets_are_sampled_finely():
    radius = sphere_radius(500.0)
    solid = build_solid(structure(sphere_rings((0, 0, 0), radius, heights(-9, 9, 2.5))), CT)
    points, _ = solid.quadrature(1.0)
    assert len(points) > 2000


def test_mask_holds_fractions(ball):
    centre, radius, solid = ball
    turn = np.array([[0.8, 0.6, 0], [-0.6, 0.8, 0], [0, 0, 1.0]])
    for grid in (CT, Grid([-10.0, -50.0, -20.0], [2.0, 1.5, 3.0], (16, 60, 50), turn)):
        mask = solid.mask(grid)
        assert mask.values.sum() * grid.voxel_mm3 == pytest.approx(sphere_volume(radius), rel=0.02)
        distance = radius - np.linalg.norm(grid.centres_mm() - centre, axis=1)
        far = 0.5 * np.linalg.norm(grid.spacing_mm) + 0.4
        np.testing.assert_array_equal(mask.values.ravel()[distance > far], 1.0)
        np.testing.assert_array_equal(mask.values.ravel()[distance < -far], 0.0)
    assert not solid.mask(Grid([500.0, 0, 0], [1.0, 1, 1], (4, 4, 4))).values.any()


def test_expand_adds_the_margin(ball):
    centre, radius, solid = ball
    wide = solid.expand(5.0, "PTV")
    assert wide.name == "PTV" and wide.structure.origin == "derived"
    assert wide.volume_mm3 == pytest.approx(sphere_volume(radius + 5.0), rel=0.01)
    np.testing.assert_allclose(wide.centroid_mm, centre, atol=0.15)
    index = CT.world_to_index(np.concatenate([c.points_mm for c in wide.structure.contours]))[:, 2]
    np.testing.assert_allclose(index, np.round(index), atol=1e-6)
    with pytest.raises(ValueError, match="must be positive"):
        solid.expand(0.0)


def test_sphere_structure_has_the_spheres_volume():
    drawn = sphere_structure((1.0, 2.0, 3.3), 12.0, CT, "Ball")
    assert drawn.origin == "entered"
    assert build_solid(drawn, CT).volume_mm3 == pytest.approx(sphere_volume(12.0), rel=0.002)


@pytest.mark.parametrize(
    ("centre", "radius"), [((0, 0, 0), 0.0), ((0, 0, 0), -3.0), ((0, np.nan, 0), 5.0), ((0, 0, 500.0), 5.0)]
)
def test_sphere_that_cannot_be_drawn_is_refused(centre, radius):
    with pytest.raises(BadInput, match="sphere 'Ball'"):
        sphere_structure(centre, radius, CT, "Ball")


def test_bent_and_crossing_planes_are_refused():
    flat = polar_ring(lambda a: 10.0, (0, 0), 0.0)
    bent = flat.copy()
    bent[5, 2] += 1.0
    with pytest.raises(BadInput, match="off its plane"):
        build_solid(structure([flat, bent]), CT)
    with pytest.raises(BadInput, match="off its plane"):
        build_solid(structure([flat, 0.5 * flat[:, [0, 2, 1]]]), CT)
    line = np.array([[0, 0, 0], [10, 0, 0], [5, 0, 0]], float)
    with pytest.raises(BadInput, match="enclose no area"):
        build_solid(structure([line]), CT)


def test_large_structures_get_a_coarser_grid():
    small = build_solid(structure(sphere_rings((0, 0, 0), 8.0, heights(-8, 8, 2.5))), CT)
    rings = [polar_ring(lambda a: 150.0, (0, 0), z) for z in heights(-150, 150, 5.0)]
    large = build_solid(structure(rings), ct_of(5.0))
    assert small.distance_mm.size < 1.2e6 and large.distance_mm.size < 2.5e6
    assert max(large.grid.spacing_mm) > 2 * max(small.grid.spacing_mm)
    assert large.volume_mm3 == pytest.approx(np.pi * 150.0**2 * 295.0, rel=1e-3)


def test_centre_mask_marks_voxels_by_their_centre(ball):
    centre, radius, solid = ball
    rings = [c.points_mm for c in solid.structure.contours]
    on_slices = structure([np.column_stack([r[:, :2], np.round(r[:, 2] / 2.5) * 2.5]) for r in rings])
    mask = centre_mask(on_slices, CT)
    inside = build_solid(on_slices, CT).signed_distance_mm(CT.centres_mm()).reshape(CT.shape)
    certain = np.abs(inside) > 1.5
    # Beyond the last plane the slice mask knows nothing; everywhere else centres decide.
    planes = np.unique(
        np.round(CT.world_to_index(np.concatenate([c.points_mm for c in on_slices.contours]))[:, 2])
    )
    for k in planes.astype(int):
        np.testing.assert_array_equal(mask[k][certain[k]], (inside[k] > 0)[certain[k]])
    turned = structure([r[:, [2, 0, 1]] for r in rings])
    assert centre_mask(turned, CT).sum() * CT.voxel_mm3 == pytest.approx(sphere_volume(radius), rel=0.02)
