"""The synthetic patients are what they say: tissues in their HU ranges, targets within reach or not."""

from functools import cache

import numpy as np
import pytest
from scipy import ndimage

from phantoms.catalogue import names, scene, titles
from phantoms.errors import PhantomError
from phantoms.layers import Raster, paint
from phantoms.organs import aorta, bowel, kidney, lung, stomach
from phantoms.patient import couch, patient
from phantoms.shapes import Box, Intersection
from phantoms.skeleton import Ribs, VertebralBodies
from phantoms.torso import TorsoShell

# Bone begins here for a planner that goes by HU; contrast in vessels must stay below it.
BONE_HU = 200.0

# A needle keeps this far from bone and from structures to be avoided (mm).
BONE_GAP_MM, AVOID_GAP_MM = 1.0, 3.0

LONGEST_NEEDLE_MM = 200.0
SLICE_MM, PIXEL_MM = 3.0, 1.8


@cache
def painted(name, z_mm=None):
    """Scene, raster and coarse HU volume of a phantom, or of a stretch of it."""
    found = scene(name)
    pixels = tuple(int(n * found.pixel_mm / PIXEL_MM) for n in found.pixels)
    planes = np.arange(*found.z_mm, SLICE_MM)
    if z_mm is not None:
        planes = planes[(planes >= z_mm[0]) & (planes <= z_mm[1])]
    raster = Raster.centred(pixels, PIXEL_MM, planes)
    return found, raster, paint(found.layers, raster, noise_hu=found.noise_hu, seed=0)


def stretch_of(target, approaches):
    """Heights that needles to a target pass, with what they keep away from."""
    low, high = target.shape.bounds()
    rise = max(abs(way[2]) / np.linalg.norm(way) for way in approaches) * LONGEST_NEEDLE_MM
    return low[2] - rise - 2 * AVOID_GAP_MM, high[2] + rise + 2 * AVOID_GAP_MM


def voxels(raster):
    return raster.x_mm[None, None, :], raster.y_mm[None, :, None], raster.z_mm[:, None, None]


def sampled(volume, raster, points):
    index = [
        (points[:, 2] - raster.z_mm[0]) / SLICE_MM,
        (points[:, 1] - raster.y_mm[0]) / PIXEL_MM,
        (points[:, 0] - raster.x_mm[0]) / PIXEL_MM,
    ]
    return ndimage.map_coordinates(volume, index, order=0, mode="constant", cval=-1.0)


def passable(found, raster, hu):
    """1 where a needle may be, 0 where not, -1 beyond the scan (by ``sampled``); and the body likewise."""
    spacing = (SLICE_MM, PIXEL_MM, PIXEL_MM)
    free = ndimage.distance_transform_edt(hu <= BONE_HU, sampling=spacing) >= BONE_GAP_MM
    avoided = np.zeros(hu.shape, dtype=bool)
    for region in found.regions:
        if region.avoid:
            avoided |= np.broadcast_to(region.shape.field(*voxels(raster)) <= 0, hu.shape)
    if avoided.any():
        free &= ndimage.distance_transform_edt(~avoided, sampling=spacing) >= AVOID_GAP_MM
    body = np.broadcast_to(TorsoShell().field(*voxels(raster)) <= 0, hu.shape)
    return free.astype(np.float32), body.astype(np.float32)


def points_in(shape, step_mm=3.0):
    low, high = shape.bounds()
    axes = [np.arange(a, b, step_mm) for a, b in zip(low, high, strict=True)]
    points = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)
    return points[shape.inside(points)]


def reachable(points, inwards, free, body, raster):
    """Which points a straight needle along ``inwards`` can reach from the skin."""
    outwards = -np.asarray(inwards, dtype=float) / np.linalg.norm(inwards)
    good, inside = np.ones(len(points), dtype=bool), np.ones(len(points), dtype=bool)
    for depth in np.arange(0.0, LONGEST_NEEDLE_MM, 1.5):
        here = points + depth * outwards
        in_body = sampled(body, raster, here)
        good &= ~(inside & (in_body < 0))
        inside &= in_body > 0
        good &= ~inside | (sampled(free, raster, here) > 0)
        if not inside.any():
            return good
    return good & ~inside


@pytest.mark.patient
@pytest.mark.parametrize("name", [n for n in names() if n != "walled_in"])
def test_every_plannable_target_is_reachable_along_the_stated_approaches(name):
    found = scene(name)
    assert found.plannable and found.why and found.approaches
    for target in found.targets:
        _, raster, hu = painted(name, stretch_of(target, found.approaches))
        free, body = passable(found, raster, hu)
        points = points_in(target.shape)
        reach = np.array([reachable(points, way, free, body, raster) for way in found.approaches])
        assert reach.any(axis=0).mean() > 0.97, f"{target.name}: {reach.mean(axis=1)} by approach"
        assert reach.mean(axis=1).max() > 0.75, f"{target.name}: {reach.mean(axis=1)} by approach"


@pytest.mark.patient
def test_a_walled_in_target_is_reachable_from_nowhere():
    found, raster, hu = painted("walled_in")
    assert not found.plannable and "bone" in found.why
    body = passable(found, raster, hu)[1]
    # Bone alone closes it in, with no clearance and no organ to help.
    free = (hu <= BONE_HU).astype(np.float32)
    points = points_in(found.targets[0].shape)
    for turn in np.radians(np.arange(0, 360, 20)):
        for lean in np.radians([-60, -40, -20, 0, 20, 40, 60]):
            way = [np.cos(lean) * np.cos(turn), np.cos(lean) * np.sin(turn), np.sin(lean)]
            assert not reachable(points, way, free, body, raster).any(), np.degrees([turn, lean])


def test_tissues_have_their_hounsfield_units():
    found, raster, hu = painted("oligometastases")
    where = {
        "lung": (lung(1), -0.5, (-900, -800)),
        "aorta": (aorta(), -4.0, (135, 160)),
        "kidney": (kidney(1), -10.0, (90, 125)),
        "spongiosa": (VertebralBodies(), -6.0, (180, 290)),
    }
    for name, (shape, depth, (low, high)) in where.items():
        mask = np.broadcast_to(shape.field(*voxels(raster)) <= depth, hu.shape)
        assert low < np.median(hu[mask]) < high, name
    cortex = np.broadcast_to(np.abs(VertebralBodies(0.8).field(*voxels(raster))) < 0.4, hu.shape)
    assert 350 < np.median(hu[cortex]) < 1200
    ribs = np.broadcast_to(Ribs(np.full(13, 55.0)).field(*voxels(raster)) <= -1, hu.shape)
    assert np.median(hu[ribs]) > BONE_HU


def test_nothing_but_bone_reaches_the_threshold_of_bone():
    found, raster, hu = painted("liver_metastasis")
    skeleton = np.zeros(hu.shape, dtype=bool)
    for layer in found.layers:
        if layer.hu > BONE_HU:
            skeleton |= np.broadcast_to(layer.shape.field(*voxels(raster)) <= 2.0, hu.shape)
    assert (hu > BONE_HU).sum() > 1000
    assert hu[~skeleton].max() < BONE_HU


@pytest.mark.parametrize("prone", [False, True])
def test_the_couch_is_below_the_patient_and_apart_from_the_skin(prone):
    raster = Raster.centred((96, 96), 4.0, np.array([0.0, 3.0]))
    hu = paint(scene("abdominal_wall", prone=prone).layers, raster, noise_hu=0.0, seed=0)
    solid, count = ndimage.label(hu > -300)
    body = solid[0, 48, 48]
    assert count > 1 and body
    plate = np.argwhere((solid > 0) & (solid != body))[:, 1]
    side = raster.y_mm[plate]
    assert (side < -110).all() if prone else (side > 110).all()
    rows = raster.y_mm[np.argwhere(solid == body)[:, 1]]
    assert np.abs(rows).max() <= 112
    assert couch(prone)


def test_lesion_sizes_span_the_clinic():
    volumes = {name: [t.shape.volume_mm3() / 1000 for t in scene(name).targets] for name in names()}
    assert volumes["small_lung_nodule"] == [pytest.approx(0.5)]
    assert volumes["large_liver_metastasis"][0] > 30
    assert len(volumes["oligometastases"]) == 3
    for name, found in volumes.items():
        assert all(0.4 < volume < 65 for volume in found), name


def test_targets_lie_wholly_in_body_and_scan():
    for name in names():
        found = scene(name)
        for target in found.targets:
            low, high = target.shape.bounds()
            assert found.z_mm[0] + 50 < low[2] and high[2] < found.z_mm[1] - 50, name
            corners = np.array([[x, y, low[2]] for x in (low[0], high[0]) for y in (low[1], high[1])])
            assert TorsoShell().inside(corners).all(), name


def test_titles_name_every_phantom():
    assert tuple(titles()) == names()
    assert all(titles().values())


def test_an_unknown_phantom_is_refused_with_the_names():
    with pytest.raises(PhantomError, match="lung_nodule"):
        scene("lung_nodul")


@pytest.mark.parametrize("prone", [False, True])
def test_gas_floats_to_the_side_that_is_up(prone):
    layers = {layer.name: layer for layer in patient(prone)}
    for organ, whole in (("stomach", stomach(4)), ("bowel", bowel(2.5))):
        gas = points_in(Intersection(layers[f"{organ} gas"].shape, Box([-150, -90, -100], [150, 60, 95])))
        content = points_in(Intersection(whole, Box([-150, -90, -100], [150, 60, 95])))
        assert len(gas) > 50
        shift = (gas[:, 1].mean() - content[:, 1].mean()) * (1 if prone else -1)
        assert shift > 1.5, f"{organ}: gas {shift:.1f} mm above the content"
