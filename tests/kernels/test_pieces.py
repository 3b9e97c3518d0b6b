"""Pieces, wider and narrower masks, nearest distances: the same as scipy's, which takes long to load."""

import numpy as np
import pytest
from scipy import ndimage
from scipy.spatial import cKDTree

from dose_kernels.geometry.components import dilated, eroded, label_pieces
from dose_kernels.geometry.nearest import nearest_distance, within_boxes


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("corners", [False, True])
def test_masks_are_treated_as_scipy_treats_them(seed, corners):
    rng = np.random.default_rng(seed)
    mask = rng.random(rng.integers(1, 13, 3)) < rng.random()
    labels, count = label_pieces(mask, corners)
    wanted, wanted_count = ndimage.label(mask, np.ones((3, 3, 3)) if corners else None)
    assert count == wanted_count, f"seed {seed}"
    np.testing.assert_array_equal(labels, wanted, f"seed {seed}")
    within = ndimage.generate_binary_structure(2, 2 if corners else 1)[None]
    for rounds in (1, 2, 3):
        grown = ndimage.binary_dilation(mask, within, iterations=rounds)
        np.testing.assert_array_equal(dilated(mask, corners, rounds), grown, f"seed {seed}")
    shrunk = ndimage.binary_erosion(mask, within, border_value=1)
    np.testing.assert_array_equal(eroded(mask, corners), shrunk, f"seed {seed}")


def test_pieces_that_meet_late_are_one():
    mask = np.zeros((1, 5, 7), bool)
    mask[0, :, [0, 2, 4, 6]] = True
    mask[0, 4] = True
    labels, count = label_pieces(mask)
    assert count == 1 and set(np.unique(labels)) == {0, 1}


def cloud(rng, count, kind):
    points = rng.normal(size=(count, 3)) * rng.uniform(1, 60, 3)
    if kind == "plane":
        points[:, 2] = 5.0
    if kind == "one place":
        points[:] = points[0]
    return points


@pytest.mark.parametrize("kind", ["space", "plane", "one place"])
@pytest.mark.parametrize("others", ["space", "plane", "one place"])
def test_nearest_distance_is_that_of_a_tree(kind, others):
    rng = np.random.default_rng(len(kind) + 10 * len(others))
    for count in (1, 2, 63, 700, 5000):
        points, of = cloud(rng, count, kind), cloud(rng, 2 + 3000 // count, others)
        wanted = cKDTree(of).query(points)[0]
        np.testing.assert_allclose(nearest_distance(points, of), wanted, rtol=1e-12, atol=1e-12)


def test_no_points_have_no_distances():
    assert nearest_distance(np.zeros((0, 3)), np.ones((4, 3))).shape == (0,)


@pytest.mark.parametrize("centres", [0, 1, 30])
def test_within_boxes_is_the_greatest_distance_along_an_axis(centres):
    rng = np.random.default_rng(centres)
    points, middles = rng.uniform(-20, 20, (6000, 3)), rng.uniform(-20, 20, (centres, 3))
    away = np.abs(points[:, None] - middles).max(axis=2, initial=0.0)
    wanted = (away <= 4.0).any(axis=1)
    np.testing.assert_array_equal(within_boxes(points, middles, 4.0), wanted)
    assert wanted.any() == (centres > 0)
