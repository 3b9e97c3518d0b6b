"""Outlines of masks hold exactly the mask."""

import numpy as np
import pytest

from tps.dicom.masks.outline import outlines


def crossings(points, polygons):
    """Even-odd: True for points (n, 2) inside the polygons together; an independent slow twin."""
    odd = np.zeros(len(points), bool)
    for polygon in polygons:
        for (x0, y0), (x1, y1) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
            if y0 != y1:
                hit = ((y0 <= points[:, 1]) != (y1 <= points[:, 1])) & (
                    points[:, 0] < x0 + (points[:, 1] - y0) / (y1 - y0) * (x1 - x0)
                )
                odd ^= hit
    return odd


def signed_area(polygon):
    x, y = polygon[:, 0], polygon[:, 1]
    return 0.5 * np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))


@pytest.mark.parametrize("density", [0.02, 0.3, 0.5, 0.8, 1.0])
def test_outlines_hold_exactly_the_pixels_of_a_random_mask(rng, density):
    for _ in range(5):
        mask = rng.random((13, 17)) < density
        polygons = outlines(mask)
        j, i = np.indices(mask.shape)
        centres = np.column_stack([i.ravel(), j.ravel()]).astype(float)
        # A hair off the grid lines on which vertices lie.
        np.testing.assert_array_equal(crossings(centres + 1e-4, polygons).reshape(mask.shape), mask)
        # Half a pixel is lost per outline and gained per hole, as the docstring says.
        areas = [signed_area(p) for p in polygons]
        assert sum(areas) == pytest.approx(mask.sum() - 0.5 * np.sum(np.sign(areas)))


def test_a_pixel_a_diagonal_and_a_ring():
    assert [len(p) for p in outlines(np.ones((1, 1)))] == [4]
    assert len(outlines(np.eye(3))) == 3
    ring = np.ones((5, 5), bool)
    ring[2, 2] = False
    assert sorted(np.sign(signed_area(p)) for p in outlines(ring)) == [-1, 1]
    assert outlines(np.zeros((4, 4))) == []
