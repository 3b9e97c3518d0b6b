"""The seed stamper: what it puts into a CT is what it says."""

import json

import numpy as np
import pytest
from made_implants import raster_of

import phantoms
from phantoms.implant_errors import EASY, Errors, capsule_distance, implanted, planned_rows
from phantoms.moved import Move
from phantoms.scanner import EXTENDED_HU, Scanner, resliced
from phantoms.seed_looks import LOOKS, look_of
from phantoms.stamp import Decoy, StampedSeed, stamp

X = np.array([1.0, 0, 0])
QUIET = {"streaks": 0.0, "clip_hu": EXTENDED_HU}


def excess(slice_mm, position, axis, pixel_mm=0.75, **scanner):
    raster = raster_of(slice_mm, half_mm=20, pixel_mm=pixel_mm, height_mm=20)
    seed = StampedSeed(np.array(position, float), np.array(axis, float))
    found = stamp(
        np.zeros(raster.shape), raster, [seed], look_of("6711"), Scanner(slice_mm=slice_mm, **scanner)
    )
    return found.astype(float), raster


@pytest.mark.parametrize("slice_mm", [0.6, 1.0, 2.5, 5.0])
@pytest.mark.parametrize("axis", [(1, 0, 0), (0, 0, 1), (0.6, 0, 0.8)])
def test_the_mass_depends_on_neither_place_nor_thickness(slice_mm, axis):
    hu, raster = excess(slice_mm, (0.3, -0.2, 0.9), axis, **QUIET)
    step = raster.z_mm[1] - raster.z_mm[0]
    # Rounding to whole HU over some hundred voxels.
    assert hu.sum() * 0.75**2 * step == pytest.approx(look_of("6711").mass_hu_mm3, rel=3e-3)


def test_the_centre_of_the_image_is_the_seed():
    hu, raster = excess(1.0, (0.3, -0.2, 0.9), (0.6, 0.64, 0.48), **QUIET)
    for axis, values, at in ((2, raster.x_mm, 0.3), (1, raster.y_mm, -0.2), (0, raster.z_mm, 0.9)):
        profile = hu.sum(axis=tuple(a for a in range(3) if a != axis))
        assert profile @ values / profile.sum() == pytest.approx(at, abs=0.01)


def test_in_thick_slices_a_seed_within_the_slice_fades():
    peaks = [excess(t, (0, 0, 0), X, **QUIET)[0].max() for t in (1.0, 2.5, 5.0)]
    assert peaks[0] > 2 * peaks[1] > 3.9 * peaks[2]
    between = excess(5.0, (0, 0, 2.5), X, **QUIET)[0].max()
    assert between == pytest.approx(peaks[2] / 2, rel=0.05)


def test_the_scale_ends_where_it_is_said():
    assert excess(1.0, (0, 0, 0), X)[0].max() == 3071
    assert excess(1.0, (0, 0, 0), X, **QUIET)[0].max() > 10_000


def test_streaks_are_dark_beside_a_seed_and_add_nothing_in_all():
    plain, _ = excess(2.5, (0, 0, 0), X, clip_hu=EXTENDED_HU, streaks=0.0)
    hu, raster = excess(2.5, (0, 0, 0), X, clip_hu=EXTENDED_HU, streaks=0.1)
    at = np.abs(raster.x_mm - 6).argmin()
    middle = len(raster.y_mm) // 2, len(raster.z_mm) // 2
    assert (hu - plain)[middle[1], middle[0], at] < -100
    assert abs((hu - plain).sum()) < 0.01 * np.abs(hu - plain).sum()


def test_a_sharp_kernel_undershoots():
    soft, _ = excess(2.5, (0, 0, 0), X, **QUIET)
    sharp, _ = excess(2.5, (0, 0, 0), X, undershoot=0.4, **QUIET)
    assert sharp.max() > soft.max() and sharp.min() < -100 <= soft.min()
    assert sharp.sum() == pytest.approx(soft.sum(), rel=0.01)


def test_nothing_stamped_changes_nothing(rng):
    raster = raster_of(5.0)
    hu = rng.integers(-1000, 500, raster.shape).astype(np.int16)
    assert (stamp(hu, raster, [], look_of("6711"), Scanner()) == hu).all()


def test_other_markers_look_otherwise():
    masses = {name: look.mass_hu_mm3 for name, look in LOOKS.items()}
    assert masses["no-marker"] < 0.2 * masses["6711"] and len(set(masses.values())) == len(masses)


def test_decoys_have_the_mass_of_their_solids():
    raster = raster_of(1.0, half_mm=20, height_mm=20)
    deposit = Decoy("deposit", np.zeros(3), (2.0, 3.0, 2.5), 500.0, X)
    clip = Decoy("clip", np.zeros(3), (5.0, 1.0, 0.8), 7100.0, X)
    for decoy, mass in ((deposit, 4 / 3 * np.pi * 15 * 500), (clip, 2 * np.pi * 0.16 * 5 * 7100)):
        hu = stamp(
            np.zeros(raster.shape), raster, [], look_of("6711"), Scanner(slice_mm=1.0, **QUIET), [decoy]
        )
        assert hu.astype(float).sum() * 0.75**2 == pytest.approx(mass, rel=0.01)


@pytest.mark.parametrize("seed", range(4))
def test_no_two_capsules_overlap_and_groups_touch(seed):
    plan = planned_rows((0, 0, 0), (0.9, 0.4, 0.1), 40)
    seeds, lost = implanted(plan, Errors(), np.random.default_rng(seed))
    assert len(seeds) + len(lost) == 40 and len(lost) == 1
    gaps = {
        (i, j): capsule_distance(a.position_mm, a.direction, b.position_mm, b.direction)
        for i, a in enumerate(seeds)
        for j, b in enumerate(seeds[:i])
        if np.linalg.norm(a.position_mm - b.position_mm) < 7
    }
    assert min(gaps.values()) >= 0.78
    groups = {s.cluster for s in seeds} - {0}
    assert len(groups) >= 3
    for group in groups:
        members = [i for i, s in enumerate(seeds) if s.cluster == group]
        assert all(min(gaps.get((max(i, j), min(i, j)), 9) for j in members if j != i) < 1.6 for i in members)
    far = [s for s in seeds if s.kind == "migrated"]
    assert len(far) == 1 and np.linalg.norm(far[0].position_mm - far[0].planned_mm) > 25


def test_thicker_slices_are_means(rng):
    hu = rng.normal(size=(20, 3, 4)).astype(np.float32)
    thick, z = resliced(hu, np.arange(20) * 1.0, 2.5)
    assert np.allclose(z[:2], [0.75, 3.25])
    assert np.allclose(thick[0], (hu[0] + hu[1] + 0.5 * hu[2]) / 2.5, atol=1e-5)
    assert np.allclose(thick[1], (0.5 * hu[2] + hu[3] + hu[4]) / 2.5, atol=1e-5)


def test_a_move_keeps_distances_and_turns_rings_with_points(rng):
    move = Move(5.0, (3.0, -2.0, 4.0), (10.0, 20.0))
    points = rng.normal(size=(6, 3)) * 30
    moved = move.points(points)
    assert np.allclose(
        np.linalg.norm(moved[0] - moved[1:], axis=1), np.linalg.norm(points[0] - points[1:], axis=1)
    )
    assert np.allclose(move.points([[10.0, 20.0, 1.0]]), [[13.0, 18.0, 5.0]])
    assert np.allclose(move.rings([[points[:, :2]]])[0][0], moved[:, :2])


def test_the_folder_after_an_implant(tmp_path):
    import pydicom

    move = Move(3.0, (5.0, -4.0, 1.0))
    folder = phantoms.write_post_implant(
        "small_lung_nodule", tmp_path / "post", slice_mm=5.0, errors=EASY, move=move, seed=3
    )
    truth = json.loads((folder / "truth.json").read_text())
    assert truth["lost"] == [] and truth["move"]["shift_mm"] == [5.0, -4.0, 1.0]
    first = truth["seeds"][0]
    # Errors of 0.3 mm across and 0.5 mm along: well within 4 mm of the planned place, moved.
    expected = move.points([first["planned_mm"]])[0]
    assert np.linalg.norm(expected - first["position_mm"]) < 4
    slices = [pydicom.dcmread(p) for p in sorted((folder / "ct").iterdir())]
    nearest = min(slices, key=lambda ds: abs(float(ds.ImagePositionPatient[2]) - first["position_mm"][2]))
    offset = np.array(first["position_mm"][:2]) - [float(v) for v in nearest.ImagePositionPatient[:2]]
    axes = np.array(nearest.ImageOrientationPatient, float).reshape(2, 3)[:, :2]
    column, row = np.rint(axes @ offset / float(nearest.PixelSpacing[0])).astype(int)
    assert nearest.pixel_array[row - 1 : row + 2, column - 1 : column + 2].max() - 1024 > 1200
    assert "Synthetic" in nearest.StudyDescription
    again = phantoms.write_post_implant(
        "small_lung_nodule", tmp_path / "again", slice_mm=5.0, errors=EASY, move=move, seed=3
    )
    for path in (folder / "ct").iterdir():
        assert path.read_bytes() == (again / "ct" / path.name).read_bytes()


def test_what_cannot_be_stamped_is_refused(tmp_path):
    raster = raster_of(5.0)
    far = StampedSeed(np.array([500.0, 0, 0]), X)
    with pytest.raises(phantoms.PhantomError, match="outside the scan"):
        stamp(np.zeros(raster.shape), raster, [far], look_of("6711"), Scanner(slice_mm=5.0))
    with pytest.raises(phantoms.PhantomError, match="shape"):
        stamp(np.zeros((2, 3, 4)), raster, [], look_of("6711"), Scanner())
    with pytest.raises(phantoms.PhantomError, match="0.5 to 10"):
        Scanner(slice_mm=0.1)
    with pytest.raises(phantoms.PhantomError, match="6711"):
        look_of("6712")
    with pytest.raises(phantoms.PhantomError, match="at least"):
        resliced(np.zeros((4, 2, 2)), np.arange(4) * 5.0, 2.5)
    with pytest.raises(phantoms.PhantomError, match="outside the scan"):
        planned = [(1, (0.0, 900.0, 0.0), (0.0, 1.0, 0.0))]
        phantoms.write_post_implant("lymph_node", tmp_path / "x", planned=planned, slice_mm=5.0, errors=EASY)
    assert list(tmp_path.iterdir()) == []


def test_projected_metal_lies_where_it_is_put_and_hardens_the_beam():
    raster = raster_of(2.5, half_mm=20, height_mm=10)
    at, scanner = np.array([0.6, -0.4, 0.8]), Scanner(slice_mm=2.5, clip_hu=EXTENDED_HU)
    masses, dark = [], []
    for axis in (X, np.array([0, 0, 1.0])):
        seed = StampedSeed(at, axis)
        hu = stamp(np.zeros(raster.shape), raster, [seed], look_of("6711"), scanner, projected=True).astype(
            float
        )
        near = np.where(hu > 0.1 * hu.max(), hu, 0)
        centre = [near.sum(axis=(0, 1)) @ raster.x_mm, near.sum(axis=(0, 2)) @ raster.y_mm] / near.sum()
        assert np.allclose(centre, at[:2], atol=0.1)
        masses.append(near.sum())
        dark.append(hu.min())
    # Rays along a rod that lies in the plane are nearly black: it shows less of its mass than one across it.
    assert 0.5 * masses[1] < masses[0] < 0.9 * masses[1]
    assert dark[0] < -100 < -10 < dark[1]
