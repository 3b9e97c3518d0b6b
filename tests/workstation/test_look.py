"""What the workstation shows is what the program knows: voxels, regions, dose and figures."""

import base64
import json

import numpy as np
import pytest
from export_case import CENTRE_MM
from hand_plans import hand_request, write_hand_plan
from workstation_visits import opened_desk, opened_room, visiting

from tps.dicom.rt.rtdose_read import read_dose
from tps.errors import BadInput
from tps.formats.seeds_csv import seeds_csv
from tps.geometry.solid import build_solid
from tps.geometry.sphere import sphere_structure
from tps.model import Contour, Grid, Seed, Structure
from tps.model.metric_table import BY_KEY
from tps.render3d import palette
from tps.workstation import surfaces
from tps.workstation.bodies import inside_contours
from tps.workstation.live_dose import live_grid
from tps.workstation.look import contours_of
from tps.workstation.needle_plane import plane_of
from tps.workstation.open_plan import open_room
from tps.workstation.samples import DoseSamples
from tps.workstation.surfaces import MANY, MOST_TRIANGLES, surface_of


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_hand_plan(tmp_path_factory.mktemp("hand"))


@pytest.fixture(scope="module")
def desk(folder):
    desk = opened_desk(folder)
    desk.refine()
    return desk


def asked(desk, *paths):
    """The answers to some paths, JSON or grids."""

    async def visit(make):
        page = make()
        return [await (page.grid if p in GRIDS else page.json)(p) for p in paths]

    found = visiting(opened_room(desk), visit)
    return found[0] if len(found) == 1 else found


GRIDS = ("/api/ct", "/api/dose", "/api/dose?version=original")


def test_the_figures_are_those_of_the_plan_file(desk, folder):
    state = asked(desk, "/api/state")
    plan, file = state["plan"], json.loads((folder / "plan.json").read_text())
    assert plan["checked"] == "checked" and not plan["edited"]
    assert plan["metrics"] == file["metrics"]
    assert plan["version"] == file["plan"]["version"]
    assert plan["verdict"]["dose"] == file["verdict"]["dose"] and plan["status"] == file["status"]
    assert [g["met"] for g in plan["goals"]] == [g["met"] for g in file["goals"]]
    assert [s["position_mm"] for s in plan["seeds"]] == [
        [round(v, 4) for v in s["position_mm"]] for s in file["seeds"]
    ]
    assert {n["id"]: n["crossed"] for n in plan["needles"]} == {
        n["id"]: [c | {"mm": round(c["mm"], 1), "from_mm": round(c["from_mm"], 1)} for c in n["crossed"]]
        for n in file["needles"]
    }
    for roi, values in plan["metrics"].items():
        assert set(values) - {"volume_cc"} <= set(BY_KEY), roi
    assert {m["key"] for m in plan["metric_table"]} == set(BY_KEY)


def test_curves_are_the_program_s_own(desk):
    plan = asked(desk, "/api/state")["plan"]
    result = desk.evaluated(desk.moment)
    assert set(plan["dvh"]) == set(result.evaluation.dvhs)
    for name, curve in plan["dvh"].items():
        dvh = result.evaluation.dvhs[name]
        expected = [dvh.fraction_at_dose(d) for d in curve["dose_gy"]]
        assert np.abs(np.array(curve["volume_fraction"]) - expected).max() < 1e-5
        assert curve["volume_cc"] == pytest.approx(dvh.total_cc, rel=1e-5)


def test_the_state_tells_no_name(desk):
    identity = desk.case.identity
    text = json.dumps(asked(desk, "/api/state"))
    assert identity.patient_name and identity.patient_name not in text
    assert identity.patient_id and f'"{identity.patient_id}"' not in text


def test_levels_are_the_palette_s_in_gray_and_per_cent(desk):
    levels = asked(desk, "/api/state")["levels"]
    assert [(v["gy"], v["percent"]) for v in levels] == [
        (50, 50),
        (90, 90),
        (100, 100),
        (150, 150),
        (200, 200),
    ]
    assert [v["colour"] for v in levels] == list(palette.ISODOSES_ON_CT.values())
    assert len({tuple(v["dash"]) for v in levels}) == len(levels)


def test_voxels_are_the_scan_s(desk):
    about, values = asked(desk, "/api/ct")
    grid = desk.case.ct.grid
    assert np.array_equal(values, desk.case.ct.values)
    assert about["origin_mm"] == grid.origin_mm.tolist() and about["spacing_mm"] == grid.spacing_mm.tolist()


def test_the_dose_is_the_engine_s_and_that_of_the_file(desk, folder):
    about, dose = asked(desk, "/api/dose")
    assert about["revision"] == desk.revision and about["max_gy"] == float(dose.max())
    rng = np.random.default_rng(5)
    index = np.stack([rng.integers(0, n, 400) for n in dose.shape[::-1]], axis=1)
    points = np.array(about["origin_mm"]) + index * about["spacing_mm"]
    i, j, k = index.T
    exact = desk.moment.basis.prepared.engine.dose_gy(points, desk.moment.arrangement.seeds)
    # The grid is made with lattices that err by 0.1 % (dose_kernels.dose.grid.TOLERANCE) and by float32.
    assert np.abs(dose[k, j, i] / exact - 1).max() < 0.0015
    # The file's grid is another one: between its voxels, away from the seeds, linear is good to 1 %; 16 bits
    # cannot tell doses far away that finely.
    moderate = (exact < 150) & (exact > 10)
    stored = read_dose(folder / "RTDOSE.dcm").dose_at(points[moderate])
    inside = np.isfinite(stored)
    assert inside.sum() > 30
    assert np.abs(stored[inside] / exact[moderate][inside] - 1).max() < 0.01


def test_isodoses_between_the_voxels_lie_where_they_should(desk):
    """The 100 % isodose of a ball of 10 mm, read linearly between voxels, is off by less than 0.3 mm."""
    about, dose = asked(desk, "/api/dose")
    engine, seeds = desk.moment.basis.prepared.engine, desk.moment.arrangement.seeds
    centre = np.mean([s.position_mm for s in seeds], axis=0)
    rng = np.random.default_rng(6)
    rays = rng.normal(size=(60, 3))
    rays /= np.linalg.norm(rays, axis=1, keepdims=True)
    along = np.arange(12.0, 28.0, 0.02)
    for ray in rays:
        points = centre + along[:, None] * ray
        index = (points - about["origin_mm"]) / about["spacing_mm"]
        shown = _linear(dose, index)
        true = engine.dose_gy(points, seeds)
        last = [
            along[np.flatnonzero(values >= 100.0)[-1]] if (values >= 100.0).any() else 0
            for values in (shown, true)
        ]
        assert abs(last[0] - last[1]) < 0.3


def _linear(values, index):
    low = np.floor(index).astype(int)
    part = index - low
    found = np.zeros(len(index))
    for corner in np.ndindex(2, 2, 2):
        weight = np.prod(np.where(corner, part, 1 - part), axis=1)
        i, j, k = (low + corner).T
        found += weight * values[k, j, i]
    return found


def test_regions_contours_and_surfaces(desk):
    state, contours, surfaces = asked(desk, "/api/state", "/api/contours", "/api/surfaces")
    shapes = {s["name"]: s for s in state["structures"]}
    assert shapes["GTV"]["kind"] == "target" and shapes["Cord"]["kind"] == "organ"
    assert (
        len({(s["colour"], tuple(s["dash"])) for s in shapes.values() if s["kind"] in ("target", "organ")})
        == 2
    )
    drawn = desk.case.structures["GTV"].contours
    found = contours[shapes["GTV"]["key"]]
    assert sum(len(level["rings"]) for level in found) == len(drawn)
    assert found == sorted(found, key=lambda level: level["z_mm"])
    ring = np.array(found[0]["rings"][0]).reshape(-1, 2)
    assert np.abs(ring - drawn[0].points_mm[:, :2]).max() < 0.006 or len(drawn) > 1
    surface = surfaces[shapes["GTV"]["key"]]
    points = np.frombuffer(base64.b64decode(surface["points"]), "<f4").reshape(-1, 3)
    triangles = np.frombuffer(base64.b64decode(surface["triangles"]), "<i4").reshape(-1, 3)
    solid = desk.moment.basis.prepared.regions.planned[0]
    assert np.abs(solid.signed_distance_mm(points)).max() < 0.5
    corners = points[triangles].astype(float) - points.mean(axis=0)
    volume = abs(np.linalg.det(corners).sum() / 6)
    assert volume == pytest.approx(solid.volume_mm3, rel=0.03)  # flat triangles 1 mm wide on a ball of 10 mm


def test_rings_of_one_image_are_one_plane_however_their_heights_are_rounded():
    def ring(count, height, aside):
        angle = np.linspace(0.0, 2 * np.pi, count, endpoint=False)
        return Contour(np.stack([aside + np.cos(angle), np.sin(angle), np.full(count, height)], axis=1))

    # 21.1055 goes to 21.105 or 21.106, as the mean of so many vertices has it.
    rings = (ring(7, 21.1055, 0.0), ring(11, 22.1608, 0.0), ring(31, 21.1055, 9.0), ring(5, 21.1051, 20.0))
    found = contours_of(Structure("A", rings))
    assert [(level["z_mm"], len(level["rings"])) for level in found] == [(21.105, 3), (22.161, 1)]


def test_outlines_of_other_planes_lie_on_the_surface(desk):
    solid = desk.moment.basis.prepared.regions.planned[0]
    centre = solid.centroid_mm
    for axis, at in (("x", centre[0] + 2), ("y", centre[1] - 3)):
        lines = asked(desk, f"/api/outlines?axis={axis}&at={at}")["0"]
        assert len(lines) == 1
        pairs = np.array(lines[0]).reshape(-1, 2)
        points = np.insert(pairs, "xyz".index(axis), at, axis=1)
        # Traced on points 1 mm apart (report.layers.REGION_STEP_MM).
        assert np.abs(solid.signed_distance_mm(points)).max() < 0.2
        assert np.ptp(pairs[:, 1]) > 15


def test_a_point_tells_voxel_dose_and_regions(desk):
    ct, basis = desk.case.ct, desk.moment.basis
    target = basis.prepared.regions.planned[0].centroid_mm
    for place in (target, target + [3.3, 1.2, -4.1], target + [25.0, 20.0, 0.0]):
        x, y, z = place
        found = asked(desk, f"/api/point?x={x}&y={y}&z={z}")
        i, j, k = np.rint(ct.grid.world_to_index(place[None])[0]).astype(int)
        assert found["hu"] == ct.values[k, j, i]
        dose = basis.prepared.engine.dose_gy(place[None], desk.moment.arrangement.seeds)[0]
        assert found["dose_gy"] == pytest.approx(dose, rel=1e-5)
        assert found["percent"] == pytest.approx(dose, rel=1e-5)  # 100 Gy prescribed
    assert "Cord" in found["structures"] and "GTV" not in found["structures"]
    assert asked(desk, "/api/point?x=5000&y=0&z=0")["hu"] is None


def test_holes_are_no_inside(desk):
    structure = desk.case.structures["GTV"]
    middle = structure.contours[len(structure.contours) // 2].points_mm.mean(axis=0)
    assert inside_contours(structure, middle)
    assert not inside_contours(structure, middle + [30, 0, 0])
    assert not inside_contours(structure, middle + [0, 0, 60])


def test_the_plane_along_a_needle(desk):
    found = asked(desk, "/api/plane?needle=2")
    needle, seeds = desk.moment.arrangement.needle(2), desk.moment.arrangement.seeds
    corner, right, down = (np.array(found[name]) for name in ("corner_mm", "right", "down"))
    entry = corner + found["entry_at_mm"] * right + found["needle_at_mm"] * down
    tip = corner + found["tip_at_mm"] * right + found["needle_at_mm"] * down
    assert np.abs(entry - needle.entry_mm).max() < 1e-9 and np.abs(tip - needle.tip_mm).max() < 1e-9
    rows, columns = found["shape"]
    dose = np.frombuffer(base64.b64decode(found["dose"]), "<f4").reshape(rows, columns)
    hu = np.frombuffer(base64.b64decode(found["hu"]), "<i2").reshape(rows, columns)
    place = corner + (60 + 0.5) * found["step_mm"] * right + (30 + 0.5) * found["step_mm"] * down
    expected = desk.moment.basis.prepared.engine.dose_gy(place[None], seeds)[0]
    assert dose[30, 60] == pytest.approx(expected, rel=1e-6)
    assert hu[40, 5] < -900 and hu[40, 40] > 0  # before the skin, and below it
    mine = [s for s in found["seeds"] if s["id"] in (4, 5, 6)]
    assert len(mine) == 3 and all(abs(s["off_mm"]) < 1e-6 for s in mine)
    assert found["crossed"] == asked(desk, "/api/state")["plan"]["needles"][1]["crossed"]
    cord = next(b for b in found["beside"] if b["name"] == "Cord")
    solid = next(o for o in desk.moment.basis.prepared.regions.organs if o.name == "Cord")
    t = np.linspace(0, 1, 2000)[:, None]
    away = -solid.signed_distance_mm(needle.entry_mm + t * (needle.tip_mm - needle.entry_mm)).max()
    assert cord["mm"] == pytest.approx(away, abs=0.15)
    turned = asked(desk, "/api/plane?needle=2&turn=90")
    assert abs(np.dot(turned["down"], found["down"])) < 1e-9 and turned["right"] == found["right"]
    assert plane_of(needle).edge_letters()[2] == "S"


def test_what_is_not_there_is_said_so(desk):
    async def visit(make):
        page = make()
        for path, status in (
            ("/api/plane?needle=99", 422),
            ("/api/plane?needle=x", 422),
            ("/api/point?x=1&y=2", 422),
            ("/api/point?x=1&y=2&z=inf", 422),
            ("/api/outlines?axis=z&at=0", 404),
            ("/api/nothing", 404),
        ):
            assert (await page.get(path))[0] == status, path

    visiting(opened_room(desk), visit)


def test_a_patient_without_a_plan(folder, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    room = open_room(folder.parent / "ct", [folder.parent / "rs.dcm"])

    async def visit(make):
        page = make()
        state = await page.json("/api/state")
        assert state["phase"] == "no-plan" and state["plan"] is None and state["original"] is None
        assert {s["name"]: s["kind"] for s in state["structures"]} == {"GTV": "target", "Cord": "organ"}
        assert set(await page.json("/api/contours")) == {"0", "1"}
        assert len((await page.json("/api/surfaces"))["0"]["points"]) > 1000
        assert (await page.grid("/api/ct"))[1].shape == tuple(state["ct"]["shape"])
        assert (await page.json("/api/point?x=0&y=0&z=0"))["dose_gy"] is None
        for path, status in (("/api/dose", 404), ("/api/compare", 409), ("/api/plane?needle=1", 409)):
            assert (await page.get(path))[0] == status
        await page.connect()
        for path in ("/api/undo", "/api/redo", "/api/original"):
            assert (await page.post(path))[0] == 409

    visiting(room, visit)


def test_a_plan_whose_scan_was_moved(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    plan = write_hand_plan(tmp_path)
    (tmp_path / "ct").rename(tmp_path / "moved")
    with pytest.raises(BadInput, match="not there"):
        open_room(plan)
    room = open_room(plan, ct=tmp_path / "moved")
    assert room.desk.entry()["checked_version"] == 0
    room.memory.journal.close()


def test_seeds_that_were_there_before_count_and_may_lie_as_they_were_found(tmp_path):
    """Two of them lie within each other, as found after an implant."""
    places = [CENTRE_MM + [-20.0, 0.0, 0.0], CENTRE_MM + [-19.5, 0.0, 0.5], CENTRE_MM + [-20.0, 0.0, 12.0]]
    old = [Seed(i, 1, place, [0.0, 1.0, 0.0], 0.6) for i, place in enumerate(places, start=1)]
    (tmp_path / "old.csv").write_text(seeds_csv(old))
    dates = {"existing_implanted": "2026-01-09T09:30", "implant_datetime": "2026-03-10T09:30"}
    table = {"existing_seeds": str(tmp_path / "old.csv"), "existing_source": "i125_6711"}
    plan = write_hand_plan(tmp_path, hand_request(**dates, **table))
    desk = opened_desk(plan)
    shown, file = desk.refine(), json.loads((plan / "plan.json").read_text())
    assert shown["metrics"] == file["metrics"]
    place = CENTRE_MM + [-15.0, 0.0, 0.0]
    new = desk.moment.basis.prepared.engine.dose_gy(place[None], desk.moment.arrangement.seeds)[0]
    x, y, z = place
    assert asked(desk, f"/api/point?x={x}&y={y}&z={z}")["dose_gy"] > new + 20
    depth = shown["seeds"][4]["depth_from_tip_mm"]
    moved = desk.edit(desk.revision, {"type": "move-seed", "seed": 5, "depth_mm": depth + 1.0})
    exact = desk.refine()
    for key in ("d90_gy", "mean_gy"):
        assert moved["metrics"]["GTV"][key] == pytest.approx(exact["metrics"]["GTV"][key], rel=2e-3)


def test_samples_cover_every_region_that_is_reported(desk):
    result = desk.evaluated(desk.moment)
    samples = desk.moment.basis.live.samples()
    assert isinstance(samples, DoseSamples)
    assert [r.name for r in samples.regions] == list(result.evaluation.metrics)
    for region in samples.regions:
        metrics = result.evaluation.metrics[region.name]
        assert region.volumes_mm3.sum() / 1000 == pytest.approx(metrics["volume_cc"], rel=1e-9)


def test_the_grid_of_isodoses_stays_small():
    near = live_grid(np.zeros(3), np.full(3, 90.0))
    assert near.spacing_mm[0] == 1.5
    far = live_grid(np.zeros(3), np.array([400.0, 300.0, 300.0]))
    assert 300_000 < np.prod(far.shape) < 450_000


def test_the_surface_of_a_large_body_lies_where_the_body_ends():
    grid = Grid(np.full(3, -90.0), np.ones(3), (181, 181, 181))
    large = build_solid(sphere_structure(np.array([1.0, -2.0, 3.0]), 78.0, grid, "Large"), grid, 1.0)
    assert surfaces._surface(large).GetNumberOfPolys() > 4 * MANY * MOST_TRIANGLES
    points, triangles = surface_of(large)
    assert MOST_TRIANGLES / 2 < len(triangles) <= 1.1 * MOST_TRIANGLES and triangles.max() < len(points)
    away = np.linalg.norm(points - [1.0, -2.0, 3.0], axis=1)
    # Linear between nodes 3 mm apart: (3 mm)2 / (8 x 78 mm) each way.  A triangle's middle lies deeper.
    assert np.abs(away - 78.0).max() < 0.2
    middles = points[triangles].mean(axis=1)
    assert np.abs(np.linalg.norm(middles - [1.0, -2.0, 3.0], axis=1) - 78.0).max() < 0.5
    # All round.
    assert (np.ptp(points, axis=0) > 154.0).all()
