"""The seed stamper where things move: breath during the scan, tissue that swells, a second implant, quads."""

import json
from dataclasses import replace

import numpy as np
import pytest
from made_implants import raster_of

import phantoms
from phantoms.breathing import Breathing
from phantoms.implant_errors import EASY, Errors, capsule_distance, implanted, planned_rows
from phantoms.moved import Move
from phantoms.scanner import EXTENDED_HU, Scanner
from phantoms.seed_looks import look_of
from phantoms.shapes import Ellipsoid, Sphere, integrated_volume_mm3
from phantoms.stamp import StampedSeed, shown_mm, stamp
from phantoms.swelling import REACHES, Swelling, swelling_about, swollen

X = np.array([1.0, 0, 0])
LOOK = look_of("6711")
GROWN = Swelling((5.0, -3.0, 2.0), 12.0, (0.10, 0.05, -0.08))


def scanned(breathing, slice_mm=2.5, projected=False):
    """Excess HU of one seed, its raster, and where the scan shows it."""
    raster = raster_of(slice_mm, half_mm=20, height_mm=20)
    seed = StampedSeed(np.array([0.3, -0.2, 0.9]), np.array([0.8, 0.6, 0.0]))
    scanner = Scanner(slice_mm=slice_mm, clip_hu=EXTENDED_HU, streaks=0.0, breathing=breathing)
    hu = stamp(np.zeros(raster.shape), raster, [seed], LOOK, scanner, projected=projected)
    return hu.astype(float), raster, shown_mm(seed, LOOK, raster, scanner)


def middle(hu, raster):
    weights = (hu.sum(axis=(0, 1)), hu.sum(axis=(0, 2)))
    return np.array([w @ a / w.sum() for w, a in zip(weights, (raster.x_mm, raster.y_mm), strict=True)])


def test_a_breath_has_the_mean_place_and_the_amplitude():
    breathing = Breathing((1.0, 2.0, 8.0), period_s=4.0)
    away = breathing.away_mm(np.arange(400) / 100)
    np.testing.assert_allclose(away.mean(axis=0), 0, atol=1e-12)
    np.testing.assert_allclose(np.ptp(away, axis=0), [1.0, 2.0, 8.0], atol=1e-12)


def test_a_breath_within_the_slice_blurs_a_seed_and_keeps_its_mass():
    still, _, _ = scanned(None)
    # Fast table: all slices catch the same moment; long rotation: all of the breath.
    breathing = Breathing((0.0, 6.0, 0.0), period_s=1.0, rotation_s=1.0, table_mm_per_s=1e6)
    hu, raster, shown = scanned(breathing)
    assert hu.sum() == pytest.approx(still.sum(), rel=3e-3) and hu.max() < 0.6 * still.max()
    spread = [float((v.sum(axis=(0, 2)) @ (raster.y_mm + 0.2) ** 2) / v.sum()) for v in (still, hu)]
    # The second moment of a cosine of amplitude 3, at seven moments of its period.
    assert spread[1] - spread[0] == pytest.approx(4.5, rel=0.02)
    np.testing.assert_allclose(shown, [0.3, -0.2, 0.9], atol=1e-6)


def test_slices_catch_a_seed_where_it_is_at_their_moment():
    breathing = Breathing((0.0, 10.0, 0.0), period_s=4.0, rotation_s=1e-3, table_mm_per_s=2.5)
    hu, raster, shown = scanned(breathing)
    seen = [k for k in range(len(hu)) if hu[k].sum() > 1000]
    assert len(seen) == 2  # a second apart, a quarter of a breath
    for k in seen:
        there = -0.2 + breathing.away_mm([raster.z_mm[k] / 2.5])[0, 1]
        assert middle(hu[k : k + 1], raster)[1] == pytest.approx(there, abs=0.02)
    assert middle(hu, raster) == pytest.approx(shown[:2], abs=0.02)


def test_along_the_table_a_breath_doubles_a_seed_or_hides_it():
    slow = Breathing((0.0, 0.0, 16.0), period_s=4.0, rotation_s=0.3, table_mm_per_s=3.0)
    hu, raster, shown = scanned(slow)
    counts = []
    for phase in np.arange(8) / 8:
        hu, raster, shown = scanned(replace(slow, phase=float(phase)))
        mass = hu.sum(axis=(1, 2))
        seen = mass > 0.1 * mass.max()
        counts.append(int(np.diff(np.append(0, seen.astype(int))).clip(0).sum()))
        if seen.any():
            # The image is where the truth says that it is shown.
            assert mass @ raster.z_mm / mass.sum() == pytest.approx(shown[2], abs=1.5)
    assert max(counts) >= 2


def test_projected_metal_is_seen_where_it_is_at_each_view():
    far = Breathing((0.0, 5.0, 0.0), period_s=1000.0, rotation_s=1e-3, table_mm_per_s=1e6)
    hu, raster, shown = scanned(far, projected=True)
    near = np.where(hu > 0.1 * hu.max(), hu, 0)
    assert middle(near, raster) == pytest.approx([0.3, -2.7], abs=0.1) and shown[1] == pytest.approx(-2.7)
    moving = scanned(replace(far, period_s=1.0, rotation_s=1.0), projected=True)[0]
    assert moving.max() < 0.7 * hu.max()


def test_tissue_grows_by_what_is_said_and_finds_its_way_back(rng):
    points = rng.normal(size=(500, 3)) * 20
    np.testing.assert_allclose(GROWN.back(GROWN.points(points)), points, atol=1e-5)
    inside = GROWN.centre_mm + rng.uniform(-6, 6, (20, 3))
    grown = GROWN.points(inside) - GROWN.centre_mm
    np.testing.assert_allclose(grown, (inside - GROWN.centre_mm) * [1.10, 1.05, 0.92], atol=1e-12)
    assert GROWN.volume_factor == pytest.approx(1.10 * 1.05 * 0.92)
    far = GROWN.centre_mm + REACHES * 12.0 * X
    np.testing.assert_array_equal(GROWN.points(far[None])[0], far)
    # Across the rim nothing tears.
    rim = GROWN.centre_mm + 12.0 * np.array([[0.6, 0.8, 0.0]]) * [[1 - 1e-9], [1 + 1e-9]]
    assert np.ptp(GROWN.points(rim), axis=0).max() < 1e-6
    axis = GROWN.direction(inside[0], np.array([0.6, 0.8, 0.0]))
    expected = np.array([0.66, 0.84, 0.0])
    np.testing.assert_allclose(axis, expected / np.linalg.norm(expected), atol=1e-6)


def test_a_target_grows_by_its_factor_and_is_contoured_so():
    target = Ellipsoid(9.0, 7.0, 8.0).at(5.0, -3.0, 2.0)
    one = swelling_about(target, 1.18)
    grown = swollen(target, [one])
    assert integrated_volume_mm3(grown, 20, 4) == pytest.approx(1.18 * target.volume_mm3(), rel=3e-3)
    (ring,) = grown.contours([4.0])[0]
    on = np.column_stack([ring, np.full(len(ring), 4.0)])
    assert np.abs(target.field(*one.back(on).T)).max() < 1e-4
    # What lies far away stays as it is.
    distant = Sphere(4.0).at(90.0, 0.0, 0.0)
    (ring,) = swollen(distant, [one]).contours([1.0])[0]
    assert np.abs(np.linalg.norm(ring - [90.0, 0.0], axis=1) - np.sqrt(15)).max() < 1e-9


@pytest.mark.parametrize("seed", range(3))
def test_quads_are_four_seeds_in_contact(seed):
    plan = planned_rows((0, 0, 0), (0.9, 0.4, 0.1), 30)
    seeds, _ = implanted(plan, replace(Errors(), quads=2), np.random.default_rng(seed))
    quads = {s.cluster for s in seeds if s.kind == "quad"}
    assert quads
    for group in quads:
        members = [s for s in seeds if s.cluster == group]
        assert len(members) == 4
        for a in members:
            gaps = [
                capsule_distance(a.position_mm, a.direction, b.position_mm, b.direction)
                for b in members
                if b is not a
            ]
            assert 0.78 <= min(gaps) < 1.6


def test_two_moves_are_one(rng):
    first, second = Move(3.0, (4.0, -3.0, 2.0), (5.0, 1.0)), Move(-1.0, (1.0, 2.0, -6.0), (-20.0, 8.0))
    points = rng.normal(size=(5, 3)) * 30
    np.testing.assert_allclose(
        second.after(first).points(points), second.points(first.points(points)), atol=1e-8
    )


@pytest.fixture(scope="module")
def twice(tmp_path_factory):
    """A swollen nodule after one implant, and after a second one upon it."""
    folder = tmp_path_factory.mktemp("twice")
    scanner = Scanner(slice_mm=10.0, breathing=Breathing())
    how = {"slice_mm": 10.0, "errors": EASY, "scanner": scanner}
    phantoms.write_post_implant("small_lung_nodule", folder / "one", swelling=1.2, **how)
    first = json.loads((folder / "one" / "truth.json").read_text())
    centre = np.mean([s["position_mm"] for s in first["seeds"]], axis=0)
    planned = [(1, centre + [3.0, k, 4.0], (0.0, 1.0, 0.0)) for k in (-6.0, 6.0)]
    again = {"planned": planned, "after": folder / "one", "move": Move(1.0, (2.0, 0.0, 1.0))}
    phantoms.write_post_implant("small_lung_nodule", folder / "two", **again, **how)
    return folder, first, json.loads((folder / "two" / "truth.json").read_text()), planned


def test_the_truth_tells_what_swelled_and_what_moved(twice):
    _, first, _, _ = twice
    (grown,) = first["swellings"]
    assert grown["volume_factor"] == pytest.approx(1.2) and first["options"]["swelling"] == 1.2
    assert first["breathing"]["amplitude_mm"] == [0.0, 2.0, 8.0]
    one = Swelling(tuple(grown["centre_mm"]), grown["radius_mm"], tuple(grown["growth"]))
    move = Move(*(first["move"][n] for n in ("turn_deg", "shift_mm", "about_mm")))
    for seed in first["seeds"]:
        expected = move.points(one.points(np.array([seed["planned_mm"]])))[0]
        # Errors of 0.3 mm across and 0.5 mm along.
        assert np.linalg.norm(expected - seed["position_mm"]) < 3
        assert 0 < np.linalg.norm(np.array(seed["shown_mm"]) - seed["position_mm"]) < 4.2


def test_a_second_implant_finds_the_first_one_there(twice):
    folder, first, second, planned = twice
    move = Move(1.0, (2.0, 0.0, 1.0))
    old = [s for s in second["seeds"] if s["kind"] == "there"]
    new = [s for s in second["seeds"] if s["kind"] != "there"]
    assert len(old) == len(first["seeds"]) and len(new) == len(planned)
    there = move.points([s["position_mm"] for s in first["seeds"]])
    np.testing.assert_allclose([s["position_mm"] for s in old], there, atol=1e-3)
    for seed, (_, place, _) in zip(new, planned, strict=True):
        assert np.linalg.norm(move.points([place])[0] - seed["position_mm"]) < 3
    # The target lies where both moves have brought it.
    import pydicom

    middles = []
    for name in ("one", "two"):
        data = pydicom.dcmread(folder / name / "rtstruct.dcm")
        points = [c.ContourData for c in data.ROIContourSequence[0].ContourSequence]
        middles.append(np.concatenate([np.reshape(p, (-1, 3)) for p in points]).astype(float).mean(axis=0))
    # Planes of 10 mm cut it at other heights.
    apart = middles[1] - move.points(middles[:1])[0]
    assert np.abs(apart[:2]).max() < 0.4 and abs(apart[2]) < 5.1


def test_what_cannot_be_is_refused(tmp_path, twice):
    folder, *_ = twice
    how = {"slice_mm": 10.0, "errors": EASY}
    planned = [(1, (0.0, 0.0, 0.0), (0.0, 1.0, 0.0))]
    for words, message in (
        ({"after": tmp_path / "none", "planned": planned}, "cannot be read"),
        ({"after": folder / "one"}, "the seeds of its plan"),
        ({"after": folder / "one", "planned": planned, "swelling": 1.1}, "or none"),
        ({"swelling": 3.0}, "grows by"),
    ):
        with pytest.raises(phantoms.PhantomError, match=message):
            phantoms.write_post_implant("small_lung_nodule", tmp_path / "x", **words, **how)
    with pytest.raises(phantoms.PhantomError, match="holds no implant of lymph_node"):
        phantoms.write_post_implant(
            "lymph_node", tmp_path / "x", after=folder / "one", planned=planned, **how
        )
    with pytest.raises(phantoms.PhantomError, match="40 mm"):
        Breathing((0.0, 0.0, 80.0))
    with pytest.raises(phantoms.PhantomError, match="above 0"):
        Breathing(period_s=0.0)
    with pytest.raises(phantoms.PhantomError, match="above 0 mm"):
        Swelling((0, 0, 0), 0.0, (0.1, 0.1, 0.1))
    assert list(tmp_path.iterdir()) == []
