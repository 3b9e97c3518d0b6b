"""Kernels on grids against slow twins written from their definitions."""

import numpy as np
import pytest
from scipy import ndimage

from dose_kernels.geometry import distance, voxels
from dose_kernels.geometry import polygons as raster


def star(rng, count=40, centre=(0.0, 0.0), radius=10.0):
    """Edges of a random star-shaped polygon, and its ring."""
    angle = np.sort(rng.uniform(0, 2 * np.pi, count))
    r = radius * rng.uniform(0.5, 1.0, count)
    ring = np.column_stack([centre[0] + r * np.cos(angle), centre[1] + r * np.sin(angle)])
    return np.ascontiguousarray(np.concatenate([ring, np.roll(ring, -1, axis=0)], axis=1)), ring


def slow_inside(ring, point):
    """Winding number by summed angles."""
    a = ring - point
    b = np.roll(a, -1, axis=0)
    turn = np.arctan2(a[:, 0] * b[:, 1] - a[:, 1] * b[:, 0], (a * b).sum(1)).sum()
    return abs(turn) > np.pi


def slow_distance(ring, point):
    """Distance to a polygon's outline, edge by edge."""
    best = np.inf
    for a, b in zip(ring, np.roll(ring, -1, axis=0), strict=True):
        s = np.clip((point - a) @ (b - a) / ((b - a) @ (b - a)), 0, 1)
        best = min(best, np.linalg.norm(a + s * (b - a) - point))
    return best


def test_point_inside_and_signed_distance_match_winding_and_brute_force(rng):
    edges, ring = star(rng)
    real = raster.boundary_edges(edges, 0.01)
    assert real.all()
    found = raster.signed_distance_2d(edges, real, -14.0, -13.0, 0.7, 38, 40)
    for j in range(0, 38, 3):
        for i in range(0, 40, 3):
            point = np.array([-14.0 + 0.7 * i, -13.0 + 0.7 * j])
            inside = slow_inside(ring, point)
            assert raster.point_inside(edges, *point) == inside
            truth = slow_distance(ring, point) * (1 if inside else -1)
            # Handing on the nearest edge may miss it by a few per cent of a step (Danielsson 1980).
            assert found[j, i] == pytest.approx(truth, abs=0.05)


def test_area_and_centroid_match_the_shoelace_formula(rng):
    edges, ring = star(rng, centre=(3.0, -4.0))
    x, y = ring.T
    cross = x * np.roll(y, -1) - y * np.roll(x, -1)
    area = 0.5 * cross.sum()
    centre = [
        ((x + np.roll(x, -1)) * cross).sum() / (6 * area),
        ((y + np.roll(y, -1)) * cross).sum() / (6 * area),
    ]
    found = raster.even_odd_area(edges, 4000)
    assert found[0] == pytest.approx(area, rel=1e-5)  # midpoint rule with 4000 lines
    assert found[1:] == pytest.approx(centre, abs=1e-4)


def test_edges_inside_the_region_bound_nothing():
    square = np.array(
        [[0, 0], [10, 0], [10, 10], [0, 10], [0, 0], [2, 2], [2, 8], [8, 8], [8, 2], [2, 2]], float
    )
    edges = np.ascontiguousarray(np.concatenate([square, np.roll(square, -1, axis=0)], axis=1))
    real = raster.boundary_edges(edges, 0.02)
    assert real.tolist() == [True] * 4 + [False] + [True] * 4 + [False]


def test_fill_slice_matches_point_in_polygon(rng):
    edges, _ = star(rng)
    mask = raster.fill_slice(edges, -11.3, -10.7, 0.9, 1.1, 20, 26)
    for j in range(20):
        for i in range(26):
            assert mask[j, i] == raster.point_inside(edges, -11.3 + 0.9 * i, -10.7 + 1.1 * j)


def test_level_of_area_gives_the_area(rng):
    edges, _ = star(rng)
    depth = raster.signed_distance_2d(edges, np.ones(len(edges), bool), -14.0, -14.0, 0.5, 57, 57)
    for area in (20.0, 80.0, 150.0):
        level = raster.level_of_area(depth, area, 0.5)
        slow = np.clip((depth - level) / 0.5 + 0.5, 0, 1).sum() * 0.25
        assert slow == pytest.approx(area, abs=0.02)  # the level is found to 1e-4 of a step
        assert raster.area_above(depth, level, 0.5) == pytest.approx(slow, rel=1e-6)


def test_blending_and_shrinking_slices():
    y, x = np.mgrid[-20:21, -20:21] * 0.5
    disc = (6.0 - np.hypot(x, y)).astype(np.float32)
    small = (3.0 - np.hypot(x - 2.0, y)).astype(np.float32)
    half = raster.blend_slices(disc, small, 0.5, np.array([2.0, 0.0]), np.array([-2.0, 0.0]), 0.5)
    # Both moved to x = 1: the blend of two concentric discs is a disc of the mean radius.
    np.testing.assert_allclose(half[20, 8:36], (4.5 - np.hypot(x - 1.0, y))[20, 8:36], atol=0.02)
    shrunk = raster.shrunk_slice(disc, np.array([20.0, 20.0]), 0.25, np.array([4.0, 0.0]), 0.5)
    np.testing.assert_allclose(shrunk, 1.5 - np.hypot(x - 2.0, y), atol=0.06)


def test_trilinear_and_sampling_match_scipy(rng):
    values = rng.normal(size=(5, 6, 7)).astype(np.float32)
    index = rng.uniform(0, 1, (2 * distance.POINTS_AT_ONCE + 7, 3)) * [6, 5, 4]
    truth = ndimage.map_coordinates(values.astype(float), index[:, ::-1].T, order=1)
    np.testing.assert_allclose(
        distance.sample_points(values, index, -9.0), truth, atol=1e-6
    )  # float32 values
    outside = np.array([[-0.01, 1, 1], [6.01, 1, 1], [1, 1, 4.01]])
    assert (distance.sample_points(values, outside, -9.0) == -9.0).all()
    assert raster.bilinear(values[0], 2.5, 3.25, 1.0) == pytest.approx(
        ndimage.map_coordinates(values[0].astype(float), [[3.25], [2.5]], order=1)[0], abs=1e-6
    )


@pytest.mark.parametrize("kind", ["compiled", "python"])
def test_a_net_meets_the_surface_where_its_values_vanish(kind, monkeypatch):
    if kind == "python":
        monkeypatch.setattr(distance, "_crossings_along_rows", distance._crossings_along_rows.py_func)
    k, j, i = np.indices((11, 10, 9))
    ball = 3.5 - np.sqrt((i - 4.2) ** 2 + (j - 4.4) ** 2 + (k - 5.1) ** 2)
    axis_point = 1.2 - np.sqrt((i - 7.0) ** 2 + (j - 6.0) ** 2)  # runs out of the grid at both ends
    values = np.maximum(ball, axis_point).astype(np.float32)
    net = np.arange(0.3, 8.0, 0.4), np.arange(0.2, 9.0, 0.45), np.arange(0.0, 10.01, 0.5)
    found = distance.net_crossings(values, *net)
    assert np.abs(distance.sample_points(values, found, np.nan)).max() < 1e-6
    # Each line changes its sign, from node to node of the grid, as often as it crosses.
    for axis in range(3):
        on_nodes = [np.arange(values.shape[2 - a]) if a == axis else net[a] for a in range(3)]
        points = np.stack(np.meshgrid(*on_nodes, indexing="ij"), axis=-1)
        inside = distance.sample_points(values, points.reshape(-1, 3), np.nan).reshape(points.shape[:3]) > 0
        lines = [a for a in range(3) if a != axis]
        whole = np.all([np.isin(found[:, a], net[a]) for a in lines], axis=0)
        assert whole.sum() == (np.diff(inside.astype(int), axis=axis) != 0).sum() > 100


def test_signed_distance_3d_of_a_plane_and_a_ball():
    z, y, x = np.mgrid[-10:11, -10:11, -10:11] * np.array([0.8, 0.5, 0.5])[:, None, None, None]
    steps = np.array([0.5, 0.5, 0.8])
    normal = np.array([0.48, 0.6, 0.64])
    plane = 3.0 * (normal[0] * x + normal[1] * y + normal[2] * z - 0.3)
    found = distance.signed_distance_3d(plane.astype(np.float32), steps)
    middle = (slice(5, 16),) * 3
    np.testing.assert_allclose(found[middle], (plane / 3.0)[middle], atol=0.08)
    # A ball given by a quadratic, which is not its distance.
    ball = (9.0 - x**2 - y**2 - z**2).astype(np.float32)
    truth = 3.0 - np.sqrt(x**2 + y**2 + z**2)
    away = truth < 2.5  # at the centre feet lie on all sides
    np.testing.assert_allclose(distance.signed_distance_3d(ball, steps)[away], truth[away], atol=0.2)


def test_cell_fractions_count_samples(rng):
    k, j, i = np.indices((12, 12, 12))
    ball = (4.0 - np.sqrt((i - 5.5) ** 2 + (j - 5.5) ** 2 + (k - 5.5) ** 2)).astype(np.float32)
    cell = np.diag([1.7, 1.5, 1.9])
    first = np.array([0.3, 0.4, 0.2])
    fraction, centroid = distance.cell_fractions(
        ball, first, cell, 0.5 * np.linalg.norm(np.diag(cell)), (6, 7, 6), 4
    )
    sub = (np.arange(4) + 0.5) / 4 - 0.5
    for c in ((0, 0, 0), (2, 3, 2), (1, 2, 3), (3, 1, 4), (4, 4, 2)):
        middle = first + np.array(c[::-1]) * np.diag(cell)
        points = middle + np.stack(np.meshgrid(sub, sub, sub), -1).reshape(-1, 3) * np.diag(cell)
        inside = distance.sample_points(ball, points, -1.0) > 0
        assert fraction[c] == pytest.approx(inside.mean(), abs=1e-6)
        if inside.any():
            np.testing.assert_allclose(centroid[c], points[inside].mean(axis=0), atol=1e-4)


@pytest.mark.parametrize("scatter", [False, True])
def test_cells_that_reach_out_of_the_grid_end_there(scatter):
    k, j, i = np.indices((8, 8, 8))
    # The body runs out of the grid on one side.
    values = (i + 0.3173 * j - 0.2071 * k - 2.1437).astype(np.float32)
    cell = np.array([[1.4, 0.3, 0.0], [-0.2, 1.3, 0.1], [0.0, 0.2, 1.2]])
    first, shape = np.array([-0.4137, -0.3271, -0.2193]), (8, 7, 7)
    fraction, place = distance.cell_fractions(values, first, cell, 1.5, shape, 4, scatter)
    sub = (np.arange(4) + 0.5) / 4 - 0.5
    parts = np.stack(np.meshgrid(sub, sub, sub), axis=-1).reshape(-1, 3) @ cell
    cut = 0
    for c in np.ndindex(shape):
        points = first + np.array(c[::-1]) @ cell + parts
        inside = distance.sample_points(values, points, -1.0) > 0
        if 0 < fraction[c] < 1:
            cut += 1
            assert fraction[c] == inside.mean()
            nearest = np.abs(points[inside] - place[c]).max(axis=1).min()
            assert (
                nearest < 1e-5 if scatter else np.allclose(place[c], points[inside].mean(axis=0), atol=1e-5)
            )
    assert cut > 30


def test_surface_crossings_lie_on_the_surface():
    k, j, i = np.indices((9, 10, 11)).astype(np.float32)
    plane = 2.0 * i + j - k - 6.3
    found = distance.surface_crossings(plane.astype(np.float32))
    assert len(found) > 100
    np.testing.assert_allclose(2 * found[:, 0] + found[:, 1] - found[:, 2], 6.3, atol=1e-5)
    count = sum((np.diff((plane > 0).astype(int), axis=a) != 0).sum() for a in range(3))
    assert len(found) == count


def test_thin_points_keeps_a_maximal_spaced_set(rng):
    points = rng.uniform(0, 10, (1500, 3))
    kept = distance.thin_points(points, 20, 1.0)
    assert kept[:20].all() and not kept.all()
    later = points[20:][kept[20:]]
    gaps = np.linalg.norm(points[:, None] - points[kept][None], axis=2)
    # Every dropped point has a kept neighbour, and kept ones after the first 20 keep their distance.
    assert gaps.min(axis=1)[~kept].max() < 1.0
    to_all = np.linalg.norm(later[:, None] - points[kept][None], axis=2)
    assert np.sort(to_all, axis=1)[:, 1].min() >= 1.0


def test_smoothing_and_block_means(rng):
    values = rng.integers(-1000, 1000, (3, 7, 8)).astype(np.int16)
    weights = np.outer([1, 2, 1], [1, 2, 1])[None]
    truth = ndimage.convolve(values.astype(float), weights, mode="nearest") / 16
    np.testing.assert_allclose(voxels.smooth_in_plane(values), np.floor(truth))
    blocks = voxels.block_mean(values, 3)
    assert blocks.shape == (3, 3, 3)
    assert blocks[1, 0, 1] == pytest.approx(values[1, :3, 3:6].mean(), abs=1e-3)
    assert blocks[2, 2, 2] == pytest.approx(values[2, 6:, 6:].mean(), abs=1e-3)


def test_grow_is_connected_component_labelling(rng):
    allowed = rng.random((8, 20, 20)) < 0.35
    core = allowed & (rng.random(allowed.shape) < 0.02)
    labels, _ = ndimage.label(allowed)
    np.testing.assert_array_equal(
        voxels.grow(core, allowed), np.isin(labels, np.unique(labels[core])) & allowed
    )


def test_enclosed_in_slices_fills_holes_and_bridges_gaps():
    mask = np.zeros((2, 30, 30), bool)
    mask[0, 5:20, 5:20] = True
    mask[0, 8:17, 8:17] = False
    truth = ndimage.binary_fill_holes(mask[0]) & ~mask[0]
    found = voxels.enclosed_in_slices(mask, 1.5, 500, 0)
    np.testing.assert_array_equal(found[0], truth)
    assert not found[1].any()
    mask[0, 5:8, 11:13] = False  # a gap two pixels wide
    assert voxels.enclosed_in_slices(mask, 1.5, 500, 0)[0, 12, 12]
    assert not voxels.enclosed_in_slices(mask, 0.5, 500, 0)[0, 12, 12]
    assert not voxels.enclosed_in_slices(mask, 1.5, 20, 0)[0, 12, 12]
    edge = np.zeros((1, 30, 30), bool)
    edge[0, :10, [5, 15]] = edge[0, 10, 5:16] = True
    assert voxels.enclosed_in_slices(edge, 0.5, 500, 12)[0, 4, 10]
    assert not voxels.enclosed_in_slices(edge, 0.5, 500, 4)[0, 4, 10]


def test_distance_levels_match_brute_force(rng):
    mask = rng.random((4, 9, 10)) < 0.02
    mask[1, 4, 5] = True
    spacing, parts, limit = np.array([1.1, 1.3, 3.2]), 3, 7.0
    squared = voxels.slice_distance_squared(mask, spacing[0], spacing[1], limit)
    levels = voxels.distance_levels(squared, spacing[2], parts, 1.0, limit, -2.0, 20.0)
    assert levels.shape == (12, 9, 10)
    boxes = np.argwhere(mask)[:, ::-1]
    for level, j, i in np.ndindex(levels.shape):
        place = np.array([i, j, (level + 0.5) / parts - 0.5])
        gap = np.maximum(np.abs(place - boxes) - 0.5, 0) * spacing
        truth = min(limit, np.sqrt((gap**2).sum(1)).min())
        assert levels[level, j, i] == pytest.approx(np.floor((truth - 1.0 + 2.0) * 20.0), abs=1)
