"""Beam hardening of a rod: held against a plain sum over the views of a scanner."""

import numpy as np
import pytest
from made_implants import errors_mm, located, matched, raster_of, volume_of

from phantoms.scanner import Scanner
from phantoms.seed_looks import look_of
from phantoms.stamp import StampedSeed, stamp
from tps.postimplant.hardening import END, hardened, seen_by_view
from tps.postimplant.response import Response, Window, rod_gradient, rod_image

X, Z = np.array([1.0, 0, 0]), np.array([0, 0, 1.0])
SIDE = np.arange(-6, 6.1, 0.75)
NEAR = np.arange(-4, 4.1, 1.0)


def by_views(depth, sigma, axis, views=72):
    """Each view's projection of the rod (points, blurred), ramp filtered, smeared back, with its share."""
    t = ((np.arange(16) + 0.5) / 16 - 0.5) * 3.0
    points = t[:, None] * np.asarray(axis[:2])
    k = (np.arange(160) + 0.5) / 160 * 5 / sigma
    level = float(np.hypot(*axis[:2]))
    total = np.zeros((len(NEAR), len(NEAR)))
    for angle in np.pi * (np.arange(views) + 0.5) / views:
        across = np.array([-np.sin(angle), np.cos(angle)])  # rays run along (cos, sin)
        turn = angle - np.arctan2(axis[1], axis[0])
        share = seen_by_view(depth, level, np.array([turn]))[0] - 1
        s = (NEAR[None, :] * across[0] + NEAR[:, None] * across[1]).ravel()
        away = s[:, None] - (points @ across)[None, :]
        filtered = np.cos(away[:, :, None] * k).mean(axis=1) @ (k * np.exp(-0.5 * (sigma * k) ** 2))
        total += share * filtered.reshape(total.shape) * (k[1] - k[0])
    return total / (2 * np.pi * views)


@pytest.mark.parametrize("axis", [X, np.array([0.6, 0.64, 0.48])])
def test_the_change_is_a_sum_over_views(axis):
    exact = by_views(2.4, 0.62, axis)
    found = hardened(2.4, 0.62, NEAR, NEAR, np.zeros(3), axis)
    # Eight harmonics, and tables every 0.25 mm between a few blurs, depths and tilts.
    assert np.abs(found - exact).max() < 0.03 * np.abs(exact).max()


def test_what_a_view_sees():
    angles = np.linspace(0, np.pi, 50)
    np.testing.assert_array_equal(seen_by_view(0.0, 1.0, angles), 1.0)
    seen = seen_by_view(2.4, 1.0, np.array([0.0, np.pi / 2]))
    # From its end an opaque disc: its area, over what the half transparent side view sees.
    assert seen == pytest.approx([END * -np.expm1(-2.4 / END) / -np.expm1(-2.4), 1.0])
    np.testing.assert_allclose(seen_by_view(2.4, 0.0, angles), 1.0)


def test_a_rod_across_the_slices_does_not_change_and_one_within_darkens_at_its_ends():
    window = Window(SIDE, SIDE, np.arange(-5, 5.1, 2.5))
    plain, hard = (Response(0.62, 0.35, 2.5, 87_000.0, 3.0, hardening=q) for q in (0.0, 2.4))
    upright = rod_image(hard, window, np.zeros(3), Z)
    assert np.abs(upright - rod_image(plain, window, np.zeros(3), Z)).max() < 1e-6 * upright.max()
    level = rod_image(hard, window, np.zeros(3), X)
    assert level[2, 8].min() < -100 and level.sum() < 0.95 * upright.sum()
    np.testing.assert_allclose(rod_gradient(hard, window, np.zeros(3), X)[0], level)


def test_a_series_of_projected_metal_tells_its_hardening():
    raster = raster_of(2.5, half_mm=30.0, height_mm=10.0)
    axes = [(1, 0, 0), (0.8, 0.6, 0), (0.6, 0.7, 0.3)]
    places = [(-14.0, -12.0, 0.4), (13.0, -3.0, -0.7), (-3.0, 14.0, 1.1)]
    seeds = [
        StampedSeed(np.array(p), np.array(u) / np.linalg.norm(u)) for p, u in zip(places, axes, strict=True)
    ]
    found = {}
    for projected in (True, False):
        scanner = Scanner(slice_mm=2.5, noise_hu=12.0, streaks=0.0)
        hu = stamp(np.full(raster.shape, 40.0), raster, seeds, look_of("6711"), scanner, projected=projected)
        found[projected] = located(volume_of(hu, raster))
        assert len(matched(seeds, found[projected])) == len(found[projected].seeds) == len(seeds)
    depths = {k: v.calibration.response.hardening for k, v in found.items()}
    assert depths[True] > 0.3 > 0.1 > depths[False]
    off = [np.linalg.norm((t.position_mm - f.position_mm)[:2]) for t, f in matched(seeds, found[True])]
    assert max(off) < 0.1 and errors_mm(matched(seeds, found[True])).max() < 1.0
