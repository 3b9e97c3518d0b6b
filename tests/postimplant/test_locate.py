"""Seeds are found, counted and placed; what is no seed is not counted.  All seeds here are synthetic."""

import numpy as np
import pytest
from made_implants import angles_deg, ct_with, errors_mm, isolated, located, matched, raster_of, volume_of

from phantoms.stamp import Decoy, StampedSeed
from tps.model import Grid, Volume
from tps.postimplant.explain import _rearranged, explain
from tps.postimplant.fit import Rods, Scene, _linearised, fit, predicted, residual
from tps.postimplant.response import Response, Window, rod_gradient, rod_image

X, Z = np.array([1.0, 0, 0]), np.array([0, 0, 1.0])
RESPONSE = Response(0.65, 0.35, 2.5, 87_000.0, 3.0)


def slow_rod(response, window, position, axis):
    """The integral along the rod by a fine midpoint rule, voxel by voxel."""
    from scipy.stats import norm

    t = ((np.arange(400) + 0.5) / 400 - 0.5) * response.length_mm
    p = np.asarray(position) + t[:, None] * axis
    gx = norm.pdf(window.x_mm[None], p[:, :1], response.sigma_mm)
    gy = norm.pdf(window.y_mm[None], p[:, 1:2], response.sigma_mm)
    half = response.slice_mm / 2
    d = window.z_mm[None] - p[:, 2:]
    bz = (
        norm.cdf((d + half) / response.edge_mm) - norm.cdf((d - half) / response.edge_mm)
    ) / response.slice_mm
    return response.mass * np.einsum("nk,nj,ni->kji", bz, gy, gx) / 400


def window():
    return Window(np.arange(-6, 6.1, 0.75), np.arange(-6, 6.1, 0.75), np.arange(-5, 5.1, 2.5))


@pytest.mark.parametrize("axis", [X, Z, np.array([0.6, 0.48, 0.64])])
def test_the_image_of_a_rod_is_the_integral_along_it(axis):
    at = np.array([0.31, -0.2, 0.7])
    exact = slow_rod(RESPONSE, window(), at, axis)
    # Eight nodes on 3 mm against a blur of 0.65 mm; 400 midpoints err by less.
    assert np.abs(rod_image(RESPONSE, window(), at, axis) - exact).max() < 2e-4 * exact.max()


def test_derivatives_of_the_image():
    at, axis, step = np.array([0.31, -0.2, 0.7]), np.array([0.6, 0.48, 0.64]), 1e-5
    found = rod_gradient(RESPONSE, window(), at, axis)
    for n in range(3):
        e = np.eye(3)[n] * step
        by_place = rod_image(RESPONSE, window(), at + e, axis) - rod_image(RESPONSE, window(), at - e, axis)
        by_axis = rod_image(RESPONSE, window(), at, axis + e) - rod_image(RESPONSE, window(), at, axis - e)
        assert np.allclose(found[1 + n], by_place / (2 * step), atol=1e-3 * np.abs(found[1 + n]).max())
        assert np.allclose(found[4 + n], by_axis / (2 * step), atol=1e-3 * np.abs(found[4 + n]).max())


def test_a_clipped_voxel_says_at_least():
    w = window()
    image = rod_image(RESPONSE, w, np.zeros(3), X) + 40
    used = np.ones(w.shape, bool)
    scene = Scene(w, np.minimum(image, 3071), np.full(w.shape, 40.0), np.full(w.shape, 20.0), used, 3071.0)
    rods = Rods.none(w.shape[0]).with_one(np.zeros(3), X)
    assert np.allclose(residual(scene, image * 1.0), 0)
    r, jacobian, q, prior, _ = _linearised(RESPONSE, scene, rods)
    assert np.allclose(r, 0, atol=1e-6)
    assert (jacobian[:, (image >= 3071)[used]] == 0).all() and (jacobian[:3] != 0).any()
    assert prior[0, 5] == 1 / RESPONSE.spread and (q == 0).all()


@pytest.mark.parametrize("clip_hu", [3071.0, 30000.0])
def test_isolated_seeds_in_thin_slices_are_all_found_and_placed(rng, clip_hu):
    seeds = isolated(8, rng)
    found = located(ct_with(seeds, 1.0, clip_hu=clip_hu))
    pairs = matched(seeds, found)
    assert len(pairs) == len(seeds) == len(found.seeds) and not found.doubtful
    assert errors_mm(pairs).max() < 0.12 and angles_deg(pairs).max() < 6
    assert {s.axis_from for s in found.seeds} == {"image"}
    assert found.calibration.from_series and found.series.is_clipped == (clip_hu == 3071.0)
    assert found.calibration.response.sigma_mm == pytest.approx(0.65, abs=0.07)  # 0.6 and half a pixel


def test_thick_slices_tell_what_they_do_not_know(rng):
    seeds = isolated(8, rng, tilted=False)
    found = located(ct_with(seeds, 5.0))
    pairs = matched(seeds, found)
    assert len(pairs) == len(seeds) == len(found.seeds)
    level = [(t.position_mm - f.position_mm)[:2] for t, f in pairs]
    assert np.linalg.norm(level, axis=1).max() < 0.25
    assert all(abs(t.position_mm[2] - f.position_mm[2]) < 3 * f.sigma_mm[2] for t, f in pairs)
    in_one_slice = [f for t, f in pairs if abs((t.position_mm[2] + 35) % 5 - 2.5) > 1.3]
    assert in_one_slice and all(f.sigma_tilt_deg > 5 for f in in_one_slice)
    assert "needle" in {f.axis_from for f in in_one_slice}
    assert max(f.sigma_azimuth_deg for f in found.seeds) < 6


def around(members, rng):
    """Touching seeds, and four single ones to measure by."""
    places = [(-25, -25, 3), (25, -25, -4), (-25, 25, 8), (25, 25, -9)]
    singles = [StampedSeed(np.array(p, float) + rng.uniform(-0.5, 0.5, 3), X) for p in places]
    return [StampedSeed(np.array(p, float), np.array(u, float)) for p, u in members] + singles


@pytest.mark.parametrize("slice_mm", [1.0, 2.5])
@pytest.mark.parametrize(
    "members",
    [
        [((-2.3, 0.2, 0.4), X), ((2.3, 0.2, 0.4), X)],  # end to end
        [((0.2, -0.45, 0.4), X), ((1.2, 0.5, 0.4), X)],  # side by side
        [((0.2, -0.45, 0.4), X), ((1.2, 0.5, 0.4), X), ((6.0, 0.1, 0.2), X)],
    ],
)
def test_touching_seeds_are_counted(rng, slice_mm, members):
    seeds = around(members, rng)
    found = located(ct_with(seeds, slice_mm))
    assert len(found.seeds) == len(seeds) == len(matched(seeds, found))


@pytest.mark.parametrize("shift", [(0.3, 0.2, 0.4), (0.1, -0.3, 0.7)])
def test_four_that_touch_are_counted_where_the_scale_ends(rng, shift):
    """Three explain what shows of them nearly as well."""
    members = [
        ((-0.34, -1.27, 0.31), (0.92, 0.30, 0.27)),
        ((2.99, 1.58, 0.38), (0.93, 0.30, 0.21)),
        ((-1.58, 0.18, -0.66), (0.93, 0.20, 0.30)),
        ((-1.07, -0.49, -0.02), (0.96, 0.21, 0.18)),
    ]
    members = [(np.add(at, shift), np.array(axis) / np.linalg.norm(axis)) for at, axis in members]
    seeds = around(members, rng)
    found = located(ct_with(seeds, 1.0))
    pairs = matched(seeds, found)
    # Seeds in contact are 0.8 mm apart.
    assert len(found.seeds) == len(seeds) == len(pairs) and errors_mm(pairs).max() < 0.4


@pytest.mark.parametrize("height", [2.0, 2.2, -2.2])
def test_a_seed_that_two_thick_slices_share_is_found(rng, height):
    """A fit that begins in the middle of the brighter slice takes the rest for background."""
    axis = np.array([0.86, 0.49, 0.18])
    seeds = around([((0.0, 0.0, height), axis / np.linalg.norm(axis))], rng)
    found = located(ct_with(seeds, 5.0, clip_hu=30000.0))
    pairs = matched(seeds, found)
    assert len(found.seeds) == len(seeds) == len(pairs)
    (off,) = [t.position_mm - f.position_mm for t, f in pairs if t is seeds[0]]
    assert abs(off[2]) < 0.3  # what the other slice catches tells the height


def test_seeds_one_above_the_other_in_a_thick_slice_do_not_end_at_one_place(rng):
    seeds = around([((0.0, 0.0, -0.45), X), ((0.1, 0.0, 0.45), X)], rng)
    found = located(ct_with(seeds, 2.5, clip_hu=30000.0))
    places = np.array([s.position_mm for s in found.seeds])
    apart = np.linalg.norm(places[:, None] - places[None], axis=2) + 99 * np.eye(len(places))
    assert len(found.seeds) == len(seeds) and apart.min() > 0.5


def two_rods(response, grid, mirrored):
    """A pair side by side; mirrored: leaning the other way, heights exchanged."""
    at = np.array([[0.82, 0.19, -0.35], [-0.82, -0.19, 0.35]])
    axes = np.array([[0.90, 0.41, 0.13], [0.87, 0.45, 0.19]])
    if mirrored:
        at, axes = at * [1, 1, -1], axes * [1, 1, -2.5]
    axes /= np.linalg.norm(axes, axis=1, keepdims=True)
    return Rods(at, axes, np.zeros(2), np.zeros(grid.shape[0]))


def test_a_fit_that_began_at_the_mirror_image_gets_out_of_it():
    grid = Window(np.arange(-6, 6.1, 0.75), np.arange(-6, 6.1, 0.75), np.arange(-4, 4.1, 1.0))
    response = Response(0.72, 0.3, 1.0, 68_000.0, 3.0, 0.08, 0.9)
    true = two_rods(response, grid, mirrored=False)
    behind = np.full(grid.shape, 40.0)
    bare = Scene(grid, behind, behind, np.ones(grid.shape), np.ones(grid.shape, bool), 3071.0)
    hu = np.minimum(predicted(response, bare, true), 3071.0)
    sd = np.sqrt(150.0**2 + (0.06 * (hu - 40)) ** 2)
    scene = Scene(grid, hu, behind, sd, hu > 400, 3071.0)
    stuck = fit(response, scene, two_rods(response, grid, mirrored=True), inflation=3.7)
    out = _rearranged(response, scene, stuck, 3.7)
    assert stuck.cost > 5 and out.cost < 1
    apart = np.linalg.norm(out.rods.position[:, None] - true.position[None], axis=2)
    assert apart.min(axis=1).max() < 0.1


def test_one_bright_single_is_not_made_two(rng):
    seeds = around([((0.3, 0.1, 0.4), (0.8, 0.6, 0))], rng)
    found = located(ct_with(seeds, 2.5, clip_hu=30000.0, streaks=0.15, noise_hu=40.0))
    assert len(found.seeds) == len(seeds)


def test_metal_that_is_no_seed_is_told_and_not_counted(rng):
    seeds = around([], rng)
    clip = Decoy("clip", np.array([2.0, 3.0, 0.5]), (5.5, 1.2, 0.8), 7100.0, np.array([0.8, 0.6, 0.0]))
    calcification = Decoy("calcification", np.array([-3.0, -14.0, 6.0]), (1.8, 1.5, 1.6), 900.0, Z)
    for slice_mm in (1.0, 5.0):
        found = located(ct_with(seeds, slice_mm, decoys=[clip, calcification], clip_hu=30000.0))
        assert len(found.seeds) == len(seeds) == len(matched(seeds, found))
        assert any(np.linalg.norm(o.position_mm - clip.position_mm) < 5 for o in found.others)


def test_a_seed_in_a_deposit_is_found(rng):
    seeds = around([((0.5, 0.3, 0.4), (0.6, 0.8, 0.0))], rng)
    deposit = Decoy("deposit", np.array([1.0, 0.0, 0.0]), (7.0, 6.0, 6.0), 500.0, Z)
    found = located(ct_with(seeds, 2.5, decoys=[deposit]))
    assert len(found.seeds) == len(seeds) == len(matched(seeds, found))


def worth_of(values):
    """How much the rods are worth that explain an image (nz, ny, nx) of excess HU over tissue."""
    w = window()
    behind, sd, used = np.full(w.shape, 40.0), np.full(w.shape, 60.0), np.ones(w.shape, bool)
    found = explain(RESPONSE, Scene(w, values + 40.0, behind, sd, used, 3071.0, 0.6), 4.0)
    return found.worth, found.seen, len(found.fit.rods)


def test_what_the_background_explains_nearly_as_well_is_worth_little():
    w = window()
    seed = rod_image(RESPONSE, w, np.array([0.3, -0.2, 0.4]), np.array([0.8, 0.6, 0.0]))
    worth, seen, count = worth_of(np.minimum(seed, 3031))
    assert count == 1 and worth > 0.6 and seen.min() > 0.9
    # A sheet of bone across the window, no brighter than a seed's rim.
    x, _ = np.meshgrid(w.x_mm, w.y_mm)
    sheet = np.broadcast_to(np.where(np.abs(x) < 4.5, 700.0, 0.0), w.shape)
    worth, _, count = worth_of(sheet)
    assert worth < 0.44 or count == 0


def test_without_seeds_none_are_found():
    raster = raster_of(2.5)
    x, y, z = np.meshgrid(raster.x_mm, raster.y_mm, raster.z_mm, indexing="ij")
    bone = (np.hypot(x - 10, y) < 9) & (np.hypot(x - 10, y) > 6.5)
    hu = np.where(bone, 1200.0, 40.0).transpose(2, 1, 0)
    found = located(ct_with([], 2.5, behind=hu))
    assert found.seeds == () and {o.kind for o in found.others} <= {"bone", "calcification"}


def test_moved_by_a_voxel_they_are_found_moved_by_a_voxel(rng):
    seeds = isolated(4, rng)
    ct = ct_with(seeds, 2.5)
    shifted = Volume(ct.grid, np.roll(ct.values, (1, 2, -3), (0, 1, 2)), "HU")
    first, second = located(ct), located(shifted)
    a = np.array([s.position_mm for s in first.seeds]) + np.array([-3, 2, 1]) * ct.grid.spacing_mm
    b = np.array([s.position_mm for s in second.seeds])
    assert len(a) == len(b) == 4 and np.abs(a - b).max() < 1e-6


def test_a_patient_lying_otherwise_has_the_seeds_at_the_same_place(rng):
    seeds = isolated(4, rng)
    ct = ct_with(seeds, 2.5)
    last = np.array(ct.grid.shape[::-1]) - 1
    # Columns and rows run the other way, as for a patient on the belly.
    turned = Grid(
        ct.grid.index_to_world(last * [1, 1, 0]),
        ct.grid.spacing_mm,
        ct.grid.shape,
        np.diag([-1.0, -1.0, 1.0]),
    )
    found = located(Volume(turned, ct.values[:, ::-1, ::-1], "HU"))
    pairs = matched(seeds, found)
    assert len(pairs) == 4 and errors_mm(pairs).max() < 0.6 and angles_deg(pairs).max() < 30
    plain = matched(seeds, located(ct))
    assert np.allclose(sorted(errors_mm(pairs)), sorted(errors_mm(plain)), atol=0.05)


def test_only_where_it_is_asked_to_look(rng):
    seeds = isolated(4, rng)
    ct = ct_with(seeds, 2.5)
    inside = np.zeros(ct.grid.shape, bool)
    inside[:, :, : ct.grid.shape[2] // 2] = True
    found = located(ct, inside=inside)
    assert len(found.seeds) == sum(s.position_mm[0] < 0 for s in seeds)


def test_a_scan_without_tissue_is_no_fault():
    raster = raster_of(5.0)
    found = located(volume_of(np.full(raster.shape, -1000, np.int16), raster))
    assert found.seeds == () and found.others == ()


def test_large_metal_is_told_and_nothing_in_it_is_counted(rng):
    seeds = around([], rng)
    raster = raster_of(2.5)
    x, y, _ = np.meshgrid(raster.x_mm, raster.y_mm, raster.z_mm, indexing="ij")
    rod = np.where(np.hypot(x, y) < 3, 6000.0, 40.0).transpose(2, 1, 0)
    found = located(ct_with(seeds, 2.5, behind=rod))
    assert len(found.seeds) == len(seeds) == len(matched(seeds, found))
    assert "metal" in {o.kind for o in found.others}


@pytest.mark.patient
@pytest.mark.parametrize("name", ["limb-sts-025", "lung-4d-113"])
def test_real_scans_without_seeds_have_none(shared_data, name):
    from tps.pipeline.load import load_case

    found = located(load_case(shared_data / name / "ct").ct)
    assert found.seeds == () and "bone" in {o.kind for o in found.others}
