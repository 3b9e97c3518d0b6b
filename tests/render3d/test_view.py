"""The 3D picture: what is in the scene, that a picture comes out, and that a failing child is only a note."""

import io
import itertools
import subprocess
import sys
import tempfile
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from evaluation_doubles import TARGET_AT, SphereSolid, torso_result
from matplotlib.image import imread

from tps.model import Grid, Needle, Volume
from tps.render3d import Renderer, Scene, implant_scene, palette, render_scene, scene, start_render
from tps.render3d.camera import Camera, camera_for
from tps.render3d.implant import _thinned
from tps.render3d.labels import place_labels, screen_axes
from tps.render3d.scene import Rods, Surface

SIZE = (240, 180)


@pytest.fixture(scope="module")
def result():
    return torso_result()


def scene_of(result, **other):
    fields = {"plan": result.plan, "organs": result.regions.organs, "existing": ()} | other
    return implant_scene(
        result.case,
        fields["plan"],
        result.engine,
        result.regions.targets,
        fields["organs"],
        result.request.protocol,
        result.source.capsule_length_mm,
        fields["existing"],
    )


def ball(radius=10.0):
    """The distance to a sphere on a small grid."""
    grid = Grid.around((-15, -15, -15), (15, 15, 15), 1.0)
    distance = radius - np.linalg.norm(grid.centres_mm(), axis=1)
    return Volume(grid, distance.reshape(grid.shape).astype(np.float32), "mm")


def small_scene(*rods):
    camera = Camera(np.zeros(3), np.array([0, 1.0, 0]), np.array([0, 0, 1.0]), 20.0)
    return Scene((Surface("ball", ball(), 0.0, "#CC79A7"),), rods, camera)


def test_scene_of_a_plan(result):
    found = scene_of(result)
    assert [s.name for s in found.surfaces] == ["GTV", "Aorta", "prescription", "bone", "body"]
    needles, seeds = found.rods
    assert needles.ends_mm.shape == (7, 2, 3) and seeds.ends_mm.shape == (21, 2, 3)
    assert np.allclose(seeds.ends_mm.mean(axis=1), [s.position_mm for s in result.plan.seeds])
    assert np.allclose(
        np.linalg.norm(np.diff(seeds.ends_mm, axis=1), axis=2), result.source.capsule_length_mm
    )
    assert np.allclose(needles.ends_mm[:, 1], [n.tip_mm for n in result.plan.needles])
    assert [text for text, _ in found.labels] == ["1", "2", "3", "4", "5", "6", "7"]
    prescription = found.surfaces[2]
    assert prescription.level == 120.0 and np.allclose(prescription.volume.grid.spacing_mm, 2.0)
    wanted = result.engine.dose_grid(prescription.volume.grid, result.plan.seeds)
    assert np.array_equal(prescription.volume.values, wanted.values)


def test_the_view_avoids_bone(result):
    """A plate of bone in front, seen from the view taken without it: another view is taken."""
    case, plain = result.case, scene_of(result).camera
    grid = case.ct.grid
    ahead = (grid.centres_mm() - TARGET_AT) @ plain.direction
    aside = np.linalg.norm(np.cross(grid.centres_mm() - TARGET_AT, plain.direction), axis=1)
    plate = (ahead < -30) & (ahead > -45) & (aside < 22)
    values = np.where(plate.reshape(grid.shape), 700, case.ct.values).astype(np.int16)
    changed = SimpleNamespace(**{**vars(result), "case": replace(case, ct=Volume(grid, values, "HU"))})
    assert np.linalg.norm(scene_of(changed).camera.direction - plain.direction) > 0.5


def test_large_and_far_organs_are_left_out(result):
    organs = (
        SphereSolid("huge", TARGET_AT, 80.0),
        SphereSolid("far", (-120.0, 0.0, 50.0), 10.0),
        SphereSolid("near", (45.0, 0.0, 50.0), 8.0),
    )
    names = [s.name for s in scene_of(result, organs=organs).surfaces]
    assert "near" in names and not {"huge", "far"} & set(names)


def test_seeds_already_there_are_shown_apart(result):
    found = scene_of(result, existing=result.plan.seeds[:3])
    assert [(r.name, len(r.ends_mm)) for r in found.rods] == [("needles", 7), ("seeds", 21), ("existing", 3)]


def test_camera_sees_every_point_and_needles_from_the_side(rng):
    points = rng.normal(0, 40, (30, 3))
    camera = camera_for(points, [(0.0, 1.0, 0.0)] * 3)
    assert np.linalg.norm(points - camera.focus_mm, axis=1).max() < camera.half_height_mm
    assert 0.4 < camera.direction @ [0, 1, 0] < 0.8
    assert np.isclose(np.linalg.norm(camera.direction), 1)
    beside = camera_for(points, [(0.0, 1.0, 0.0)], hidden=lambda view: -view[0])
    assert beside.direction[0] > 0.7, "not the view that hides least"
    assert np.allclose(camera_for(points, []).direction, camera_for(points, [(0, 1, 0)]).direction)
    assert np.allclose(camera_for(points, [(0, 0, 1)]).direction, camera_for(points, [(0, 1, 0)]).direction)


def test_numbers_of_close_needles_do_not_stand_over_each_other():
    """Twelve needles 8 mm apart in a picture so wide that their numbers would be one blot."""
    needles = [
        Needle(i + 1, (8.0 * (i % 4), -60, 8.0 * (i // 4)), (8.0 * (i % 4), 20, 8.0 * (i // 4)), target="T")
        for i in range(12)
    ]
    ends = np.array([p for n in needles for p in (n.entry_mm, n.tip_mm)])
    camera = camera_for(np.concatenate([ends, [[0, 0, 300], [0, 0, -300]]]), [n.direction for n in needles])
    labels, leaders = place_labels(needles, camera, 1050)
    assert [text for text, _ in labels] == [str(n.id) for n in needles]
    at = np.array([point for _, point in labels])
    for needle, point in zip(needles, at, strict=True):
        off = point - needle.entry_mm
        assert off @ needle.direction < -21 and np.allclose(np.cross(off, needle.direction), 0)
    pixels = at @ screen_axes(camera).T / (2 * camera.half_height_mm / 1050)
    for i, j in itertools.combinations(range(12), 2):
        away = np.abs(pixels[i] - pixels[j])
        assert away[0] > 14 or away[1] > 22, f"{labels[i][0]} and {labels[j][0]} are {away} pixels apart"
    assert len(leaders) and np.allclose(np.cross(leaders[:, 1] - leaders[:, 0], [0, 1, 0]), 0)
    alone, none = place_labels(needles[:1], camera, 1050)
    assert len(none) == 0 and np.allclose(alone[0][1], needles[0].entry_mm - [0, 22, 0])


@pytest.mark.parametrize("axes", [np.eye(3), np.diag([-1.0, -1, 1]), np.diag([-1.0, 1, -1])])
def test_thinned_ct_keeps_its_place(axes):
    grid = Grid((10, -20, 30), (1.0, 1.0, 2.5), (40, 50, 60), axes)
    x, y, z = grid.centres_mm().T
    ct = Volume(grid, (x + 2 * y + 3 * z).reshape(grid.shape), "HU")
    low, high = sorted(grid.index_to_world([[0, 0, 10], [0, 0, 30]])[:, 2])
    thin = _thinned(ct, low, high)
    x, y, z = thin.grid.centres_mm().T
    # A linear field averaged over blocks keeps its value at the blocks' centres.
    assert np.allclose(thin.values.ravel(), x + 2 * y + 3 * z, rtol=1e-5)
    assert thin.grid.shape == (21, 25, 30) and low - 2 <= z.min() and z.max() <= high + 2


@pytest.fixture(scope="module")
def opengl():
    """Skip where VTK itself, without our code, cannot draw off screen."""
    code = (
        "from vtkmodules.vtkRenderingCore import vtkRenderWindow\nimport vtkmodules.vtkRenderingOpenGL2\n"
        "w = vtkRenderWindow(); w.SetOffScreenRendering(1); w.SetSize(8, 8); w.Render()"
    )
    probe = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=120)
    if probe.returncode:
        pytest.skip("VTK has no OpenGL to draw with on this machine")


def test_picture_shows_the_ball_in_its_colour(tmp_path, opengl):
    path = tmp_path / "ball.png"
    assert render_scene(small_scene(), path, SIZE) == ""
    picture = imread(path)
    assert picture.shape[:2] == SIZE[::-1]
    middle = picture[70:110, 100:140, :3].mean(axis=(0, 1))
    assert middle[0] > middle[2] > middle[1], f"not the target's colour: {middle}"
    assert np.allclose(picture[5, 5, :3], 1), "background is not white"
    # A ball of 10 mm in a picture 40 mm high: a radius of a quarter of the height.
    width = np.count_nonzero(picture[90, 60:, 1] < 0.9)
    assert width == pytest.approx(2 * 10 / 40 * SIZE[1], abs=4)


def test_picture_says_what_it_must_not_be_used_for(tmp_path, opengl):
    path = tmp_path / "ball.png"
    assert render_scene(small_scene(), path, (700, 525)) == ""
    below = imread(path)[-20:, :, :3].mean(axis=2)
    ink = np.flatnonzero((below < 0.6).any(axis=0))
    assert ink.min() > 100 and ink.max() < 600 and len(ink) > 100


def test_rods_are_drawn(opengl):
    rod = Rods("needle", np.array([[[-18.0, -12, 15], [18, -12, 15]]]), 1.0, palette.NEEDLE)
    first, second = start_render(small_scene(), SIZE), start_render(small_scene(rod), SIZE)
    plain, with_rod = first.collect(), second.collect()
    assert plain.note == with_rod.note == ""
    one, two = (imread(io.BytesIO(p.png))[:, :, :3] for p in (plain, with_rod))
    row = round(SIZE[1] * (0.5 - 15 / 40))
    assert np.all(two[row, 60:200].mean(axis=1) < 0.6) and np.all(one[row, 60:200] > 0.9)


def test_whole_plan_is_drawn_with_its_couch_left_out(result, opengl):
    """A bright plate outside the body is not shown as bone; bone inside is."""
    grid = result.case.ct.grid
    x, y, _ = grid.centres_mm().T
    plate = ((y > 118) & (np.abs(x) < 150)).reshape(grid.shape)
    values = np.where(plate, 900, result.case.ct.values).astype(np.int16)
    pictures = []
    for ct in (result.case.ct, Volume(grid, values, "HU")):
        changed = SimpleNamespace(**{**vars(result), "case": replace(result.case, ct=ct)})
        with start_render(scene_of(changed), (320, 240)) as job:
            picture = job.collect()
        assert picture.note == ""
        pictures.append(imread(io.BytesIO(picture.png))[:, :, :3])
    bone = np.ptp(pictures[0], axis=2) > 0.1
    assert bone.any()
    assert np.mean(np.abs(pictures[0] - pictures[1])) < 0.01


def test_a_child_that_fails_is_a_note(tmp_path, monkeypatch):
    monkeypatch.setattr(scene, "WORKER", "tps.render3d.no_such_worker")
    path = tmp_path / "none.png"
    note = render_scene(small_scene(), path, SIZE)
    assert note.startswith("No 3D picture") and "no_such_worker" in note and not path.exists()


def test_a_child_that_hangs_is_stopped():
    with start_render(small_scene(), (4000, 3000)) as job:
        picture = job.collect(timeout_s=0.01)
        assert not picture.png and "longer than 0.01 s" in picture.note
        assert job.process.poll() is not None
        assert job.collect() is picture


def test_leaving_early_ends_the_child_and_clears_up():
    with start_render(small_scene(), SIZE) as job:
        pass
    assert job.process.poll() is not None
    assert job.renderer.data.closed and job.renderer.picture.closed


def test_a_scene_lies_in_no_file_that_could_be_left_behind(tmp_path, monkeypatch):
    """Not even when parent and child are killed: a scene shows a patient."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with start_render(small_scene(), SIZE) as job:
        assert job.renderer.data.seek(0, 2) > 1000
        assert list(tmp_path.iterdir()) == []


def test_view_loads_no_vtk():
    code = "import sys, tps.render3d; assert not [m for m in sys.modules if m.startswith('vtk')]"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_child_that_was_started_before_draws_the_same(opengl):
    with Renderer.start() as renderer:
        early = start_render(small_scene(), SIZE, renderer)
        late = start_render(small_scene(), SIZE)
        assert early.process is renderer.process
        assert early.collect().png == late.collect().png != b""


def test_a_child_that_gets_no_scene_is_ended():
    with Renderer.start() as renderer:
        pass
    assert renderer.process.poll() is not None


def test_a_child_whose_parent_goes_ends_by_itself():
    renderer = Renderer.start()
    renderer.process.communicate(timeout=60)
    assert renderer.process.returncode == 0
    renderer.close()


def test_a_child_that_died_early_is_a_note():
    with Renderer.start() as renderer:
        renderer.process.kill()
        renderer.process.wait()
        picture = start_render(small_scene(), SIZE, renderer).collect()
    assert not picture.png and "code -9" in picture.note
