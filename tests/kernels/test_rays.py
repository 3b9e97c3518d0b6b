"""Rays and paths through voxels against slow twins."""

import numpy as np
import pytest

from dose_kernels.geometry import paths, rays


def box_distance(labels, spacing, wanted, point):
    """Distance of a local position to the nearest voxel with a wanted bit, each voxel a box."""
    boxes = np.argwhere(labels & wanted)[:, ::-1] * spacing
    gap = np.maximum(np.abs(point - boxes) - 0.5 * spacing, 0.0)
    return np.sqrt((gap**2).sum(1)).min() if len(boxes) else np.inf


@pytest.fixture
def scene(rng):
    """Random labels: mostly body, a few bone and gas voxels, some lung."""
    spacing = np.array([1.0, 1.2, 2.5])
    labels = np.full((12, 25, 30), rays.BODY, np.uint8)
    labels[rng.random(labels.shape) < 0.004] |= rays.BONE
    labels[rng.random(labels.shape) < 0.002] |= rays.GAS
    labels[:, :, 12:18] |= rays.LUNG
    hu = rng.integers(-100, 600, labels.shape).astype(np.int16)
    return rays.Voxels(hu, labels, spacing)


def random_path(rng):
    start, end = rng.uniform([0, 0, 0], [29, 28, 27], (2, 3))
    length = float(np.linalg.norm(end - start))
    return start, (end - start) / length, length


def test_voxel_distance_matches_brute_force(scene, rng):
    wanted = rays.BONE | rays.GAS
    for _ in range(80):
        point = rng.uniform([-3, -3, -3], [33, 32, 30])
        truth = box_distance(scene.labels, scene.spacing, wanted, point)
        found, label = paths.voxel_distance(scene.labels, scene.spacing, wanted, point, 6.0)
        assert found == pytest.approx(min(truth, 6.0), abs=1e-9)
        assert bool(label & wanted) == (truth < 6.0)


def test_path_voxel_distance_misses_nothing(scene, rng):
    for _ in range(40):
        start, along, length = random_path(rng)
        found, where, _ = paths.path_voxel_distance(
            scene.labels, scene.spacing, rays.BONE, start, along, length, 10.0, 0.2
        )
        t = np.append(np.arange(0, length, 0.05), length)
        truth = min(box_distance(scene.labels, scene.spacing, rays.BONE, start + s * along) for s in t)
        # Half a step of 0.2 mm at a corner that the path touches, its square over 2 d away from it.
        assert found == pytest.approx(min(truth, 10.0), abs=0.1 if truth < 0.6 else 0.01)
        if truth < 9.9:
            at = box_distance(scene.labels, scene.spacing, rays.BONE, start + where * along)
            assert at == pytest.approx(found, abs=1e-9)


def test_highest_hu_and_lung_match_fine_sampling(scene, rng):
    for _ in range(40):
        start, along, length = random_path(rng)
        t = np.append(np.arange(0, length, 0.2), length)
        index = np.floor((start + t[:, None] * along) / scene.spacing + 0.5).astype(int)
        seen = scene.hu[index[:, 2], index[:, 1], index[:, 0]]
        assert paths.path_highest_hu(scene, start, along, length, 0.2) == seen.max()
        lung, passages = rays.lung_on_path(scene, start, along, 0.0, length)
        fine = np.arange(0.005, length, 0.01)
        column = np.floor((start + fine[:, None] * along)[:, 0] / scene.spacing[0] + 0.5)
        # Steps of 0.5 mm at either end of the slab of lung.
        assert lung == pytest.approx(0.01 * ((column >= 12) & (column < 18)).sum(), abs=1.0)
        assert passages <= 1


def test_path_leaves_body(scene):
    scene.labels[:, 20:, :] &= ~np.uint8(rays.BODY)
    start, along = np.array([15.0, 2.0, 10.0]), np.array([0.0, 1.0, 0.0])
    assert np.isnan(paths.path_leaves_body(scene, start, along, 20.0, 1.0, 0.1))
    # The face of row 20 lies at 19.5 rows of 1.2 mm.
    assert paths.path_leaves_body(scene, start, along, 25.0, 1.0, 0.1) == pytest.approx(23.4 - 2.0, abs=0.11)


def test_distance_outside_a_grid_is_a_lower_bound(rng):
    k, j, i = np.indices((21, 21, 21))
    ball = (4.0 - np.sqrt(((i - 10) ** 2 + (j - 10) ** 2 + (k - 10) ** 2) * 0.25)).astype(np.float32)
    steps = np.full(3, 0.5)
    for _ in range(100):
        x, y, z = rng.uniform(-10, 20, 3)
        truth = np.linalg.norm([x - 5, y - 5, z - 5]) - 4.0
        found = paths.distance_outside(ball, steps, x, y, z)
        assert found <= truth + 0.03  # interpolation
        # Two sides of a right angle are at most sqrt(2) times as long as its hypotenuse.
        assert found >= truth / np.sqrt(2) - 0.05
    shape = rays.Shape(ball, steps)
    nearest = paths.path_shape_distance(shape, np.array([-5.0, 5.0, 9.5]), np.array([1.0, 0, 0]), 20.0, 0.2)
    assert nearest == pytest.approx(0.5, abs=0.05)


def test_lower_margin_takes_the_smaller(rng):
    k, j, i = np.indices((21, 21, 21))
    ball = (4.0 - np.sqrt(((i - 10) ** 2 + (j - 10) ** 2 + (k - 10) ** 2) * 0.25)).astype(np.float32)
    margin = np.full((6, 7, 8), 60, np.uint8)
    first, cell = np.array([1.0, 2.0, 0.5]), np.diag([1.3, 1.1, 1.7])
    shape = rays.Shape(ball, np.full(3, 0.5))
    paths.lower_margin(margin, -2.0, 20.0, first, cell, shape, 1.5)
    for c in ((0, 0, 0), (2, 3, 3), (5, 6, 7), (3, 2, 5)):
        place = first + np.array(c[::-1]) * np.diag(cell)
        d = paths.distance_outside(ball, shape.steps, *place) - 1.5
        assert margin[c] == min(60, int(max(0.0, (d + 2.0) * 20.0)))
    assert margin.min() == 0 and margin.max() == 60


def test_lower_margin_looks_at_every_node_that_is_near_enough(rng):
    """An oblique lattice that reaches far beyond the shape's grid, against every node one by one."""
    k, j, i = np.indices((21, 21, 21))
    ball = (4.0 - np.sqrt(((i - 10) ** 2 + (j - 10) ** 2 + (k - 10) ** 2) * 0.25)).astype(np.float32)
    shape = rays.Shape(ball, np.full(3, 0.5))
    cell = np.linalg.qr(rng.normal(size=(3, 3)))[0] * [[2.3], [1.9], [2.1]]
    first = np.full(3, 5.0) - [9.0, 11.0, 8.0] @ cell
    margin = rng.integers(0, 256, (17, 19, 21)).astype(np.uint8)
    slow = margin.copy()
    for c in np.ndindex(slow.shape):
        d = paths.distance_outside(ball, shape.steps, *(first + np.array(c[::-1]) @ cell)) - 1.5
        slow[c] = min(slow[c], int(min(255.0, max(0.0, (d + 2.0) * 20.0))))
    paths.lower_margin(margin, -2.0, 20.0, first, cell, shape, 1.5)
    np.testing.assert_array_equal(margin, slow)
