"""Body, bone, lung and gas from the CT, and the judgement of single paths."""

from dataclasses import replace

import numpy as np
import pytest
from little_patients import AIR, BONE, LUNG, TISSUE, Sketch, ball_target, grid_of, torso

from dose_kernels.geometry import rays
from tps.access.obstacles import find_obstacles
from tps.access.path_check import check_path
from tps.errors import UnknownName
from tps.geometry.solid import build_solid
from tps.geometry.sphere import sphere_structure
from tps.geometry.tracing import trace_mask
from tps.model import Protocol, Structure, Volume

PROTOCOL = Protocol()


def obstacles_of(sketch, target=None, avoid=None, structures=(), protocol=PROTOCOL):
    target = target or ball_target(sketch.grid)
    return find_obstacles(sketch.case(target.structure, *structures), [target], avoid or {}, protocol)


def has(obstacles, bit, point) -> bool:
    i, j, k = np.round(obstacles.grid.world_to_index(point)).astype(int)
    return bool(obstacles.voxels.labels[k, j, i] & bit)


# The skin of ``torso`` on the left lies at x = 60; between the last body voxel and the first of air.
ENTRY = (60.0, 0.0, 0.0)
CENTRE = (0.0, 0.0, 0.0)


def entry_of(obstacles, y=0.0, z=0.0):
    """Where the skin is seen from inside, coming from +x."""
    start = obstacles.local_mm(np.array([30.0, y, z]))
    depth, code = rays.find_skin(obstacles.voxels, start, np.array([-1.0, 0.0, 0.0]), -300.0, 200.0, False)
    assert code in (rays.FREE, rays.TABLE)
    return np.array([30.0 + depth, y, z])


def test_a_free_path_is_allowed():
    obstacles = obstacles_of(torso())
    entry = entry_of(obstacles)
    assert entry[0] == pytest.approx(61.0, abs=1.0)
    check = check_path(obstacles, entry, CENTRE)
    assert check.allowed and check.reason == "" and check.skin_angle_deg < 3.0
    assert check.clearance_mm == np.inf and check.nearest == "" and check.lung_mm == 0


def test_bone_stops_a_path_and_its_distance_is_exact():
    # A rod of bone along z; its voxels' faces lie at y = 9 (centres at multiples of 2 mm from -64).
    obstacles = obstacles_of(torso().cylinder(BONE, (30.0, 12.0), (3.0, 3.0)))
    for y, clearance in ((0.0, 9.0), (6.0, 3.0), (7.9, 1.1)):
        check = check_path(obstacles, entry_of(obstacles, y), (0.0, y, 0.0))
        assert check.allowed and check.nearest == "Bone"
        assert check.clearance_mm == pytest.approx(clearance, abs=0.01)  # sampled every 0.2 mm
    for y in (8.1, 9.5, 12.0):
        check = check_path(obstacles, entry_of(obstacles, y), (0.0, y, 0.0))
        assert not check.allowed and "from Bone, 1 mm needed" in check.reason


def test_a_tip_keeps_its_distance_from_what_lies_ahead():
    obstacles = obstacles_of(torso().cylinder(BONE, (-12.0, 0.0), (3.0, 8.0)))
    entry = entry_of(obstacles)
    assert check_path(obstacles, entry, (-7.9, 0, 0)).allowed
    assert not check_path(obstacles, entry, (-8.1, 0, 0)).allowed


def test_one_dense_voxel_is_enough():
    sketch = torso()
    sketch.hu[15, 32, 55] = 401
    obstacles = obstacles_of(sketch)
    point = sketch.grid.index_to_world([55.0, 32.0, 15.0])
    assert has(obstacles, rays.BONE, point)
    entry = entry_of(obstacles, point[1], point[2])
    assert not check_path(obstacles, entry, (0.0, point[1], point[2])).allowed


def test_dense_voxels_in_the_target_are_not_exempt():
    sketch = torso().ball(900, (4.0, 0.0, 0.0), 2.5)
    obstacles = obstacles_of(sketch)
    assert not check_path(obstacles, entry_of(obstacles), (-5.0, 0.0, 0.0)).allowed
    assert any("bone in the CT" in w for w in obstacles.warnings)


def test_marrow_counts_as_bone_but_a_lesion_in_it_does_not():
    ring = torso().cylinder(BONE, (-20.0, 0.0), (14.0, 14.0)).cylinder(-30, (-20.0, 0.0), (10.0, 10.0))
    obstacles = obstacles_of(ring)
    assert has(obstacles, rays.BONE, (-20.0, 0.0, 0.0))
    lesion = ball_target(ring.grid, (-20.0, 0.0, 0.0), 6.0)
    assert not has(obstacles_of(ring, lesion), rays.BONE, (-20.0, 0.0, 0.0))


def test_dim_bone_hangs_on_a_dense_core_and_contrast_does_not():
    sketch = torso().cylinder(230, (30.0, 20.0), (6.0, 6.0)).ball(500, (30.0, 20.0, 0.0), 5.0)
    sketch.cylinder(230, (-30.0, 20.0), (6.0, 6.0))
    obstacles = obstacles_of(sketch)
    assert has(obstacles, rays.BONE, (30.0, 20.0, 30.0))
    assert not has(obstacles, rays.BONE, (-30.0, 20.0, 0.0))


def test_noise_is_not_bone(rng):
    obstacles = obstacles_of(torso().noise(40.0, rng))
    assert ((obstacles.voxels.labels & rays.BONE) != 0).sum() == 0


def test_lung_is_inside_the_body_and_counted():
    sketch = torso().cylinder(LUNG, (25.0, 0.0), (20.0, 25.0))
    obstacles = obstacles_of(sketch)
    assert has(obstacles, rays.LUNG, (25.0, 0.0, 0.0)) and has(obstacles, rays.BODY, (25.0, 0.0, 0.0))
    check = check_path(obstacles, entry_of(obstacles), (0.0, 0.0, 0.0))
    assert check.allowed and check.pleural_passages == 1
    assert check.lung_mm == pytest.approx(40.0, abs=2.5)  # a voxel


def test_two_lobes_are_two_passages():
    sketch = torso().cylinder(LUNG, (42.0, 0.0), (8.0, 25.0)).cylinder(LUNG, (10.0, 0.0), (9.0, 25.0))
    obstacles = obstacles_of(sketch, ball_target(sketch.grid, (-10.0, 0.0, 0.0), 8.0))
    check = check_path(obstacles, entry_of(obstacles), (-10.0, 0.0, 0.0))
    assert check.pleural_passages == 2


def test_gas_is_an_obstacle():
    sketch = torso().ball(AIR, (30.0, 0.0, 0.0), 8.0)
    obstacles = obstacles_of(sketch)
    assert has(obstacles, rays.GAS, (30.0, 0.0, 0.0)) and not has(obstacles, rays.LUNG, (30.0, 0.0, 0.0))
    check = check_path(obstacles, entry_of(obstacles, 4.0), (0.0, 4.0, 0.0))
    assert not check.allowed and "from Gas" in check.reason


def test_nothing_enters_through_the_edge_of_the_scan():
    # The scan ends inside the body on the left; also at its lowest slice.
    sketch = Sketch(grid_of((100.0, 130.0, 90.0))).cylinder(TISSUE, (0.0, 0.0), (60.0, 45.0))
    obstacles = obstacles_of(sketch)
    check = check_path(obstacles, (49.0, 0.0, 0.0), CENTRE)
    assert not check.allowed and "no skin" in check.reason
    below = check_path(obstacles, (0.0, 0.0, -45.0), CENTRE)
    assert not below.allowed
    assert check_path(obstacles, (0.0, -44.7, 0.0), (0.0, 10.0, 0.0)).allowed


def test_padding_is_not_air():
    sketch = torso()
    sketch.hu[np.broadcast_to(sketch.x > 62.0, sketch.hu.shape)] = -3024
    obstacles = obstacles_of(sketch)
    check = check_path(obstacles, (60.5, 0.0, 0.0), CENTRE)
    assert not check.allowed and "no skin" in check.reason


def test_lung_cut_by_the_scan_is_no_way_in():
    sketch = Sketch(grid_of((100.0, 90.0, 90.0)))
    sketch.hu[:] = TISSUE
    sketch.box(LUNG, (20.0, -100, -100), (100.0, 100, 100))
    obstacles = obstacles_of(sketch)
    assert ((obstacles.voxels.labels & rays.AIR) != 0).sum() == 0
    assert not check_path(obstacles, (19.5, 0.0, 0.0), CENTRE).allowed


def test_bowel_gas_cut_by_the_scan_is_no_way_in():
    sketch = Sketch(grid_of((100.0, 130.0, 90.0))).cylinder(TISSUE, (0.0, 0.0), (60.0, 45.0))
    sketch.ball(AIR, (50.0, 0.0, 0.0), 14.0)
    obstacles = obstacles_of(sketch)
    check = check_path(obstacles, (36.0, 0.0, 0.0), CENTRE)
    assert not check.allowed


def test_the_table_is_no_part_of_the_body_and_shuts_its_side():
    sketch = torso().box(100, (70.0, -60.0, -100.0), (78.0, 60.0, 100.0))
    obstacles = obstacles_of(sketch)
    assert not has(obstacles, rays.BODY, (74.0, 0.0, 0.0)) and has(obstacles, rays.OBJECT, (74.0, 0.0, 0.0))
    check = check_path(obstacles, entry_of(obstacles), CENTRE)
    assert not check.allowed and "table" in check.reason


def test_a_thin_table_top_touching_the_skin_is_taken_off():
    sketch = torso().box(60, (-70.0, 45.0, -100.0), (70.0, 47.5, 100.0))
    assert not has(obstacles_of(sketch), rays.BODY, (55.0, 46.0, 0.0))


def test_the_way_in_may_not_lead_through_an_arm():
    sketch = Sketch(grid_of((200.0, 130.0, 90.0))).cylinder(TISSUE, (-15.0, 0.0), (60.0, 45.0))
    sketch.cylinder(TISSUE, (75.0, 0.0), (18.0, 20.0)).box(TISSUE, (40.0, -4.0, 30.0), (60.0, 4.0, 50.0))
    sketch.cylinder(BONE, (75.0, 0.0), (5.0, 5.0))
    obstacles = obstacles_of(sketch, ball_target(sketch.grid, (0.0, 0.0, -20.0)))
    check = check_path(obstacles, (44.7, 0.0, -20.0), (0.0, 0.0, -20.0))
    assert not check.allowed and "another part of the body" in check.reason


def test_entry_must_lie_on_the_skin_and_the_path_inside():
    obstacles = obstacles_of(torso())
    entry = entry_of(obstacles)
    deep = check_path(obstacles, entry - [8.0, 0, 0], CENTRE)
    high = check_path(obstacles, entry + [8.0, 0, 0], CENTRE)
    through = check_path(obstacles, entry, (-66.0, 0.0, 0.0))
    assert "off the skin" in deep.reason and not high.allowed
    assert "leaves the body" in through.reason
    assert "coincide" in check_path(obstacles, entry, entry).reason


def test_depth_is_limited():
    short = Protocol(needle_max_depth_mm=50.0)
    obstacles = obstacles_of(torso(), protocol=short)
    entry = entry_of(obstacles)
    assert "50 mm allowed" in check_path(obstacles, entry, CENTRE).reason
    assert check_path(obstacles, entry, (15.0, 0.0, 0.0)).allowed


def test_avoided_structures_keep_their_clearance():
    sketch = torso()
    vessel = sphere_structure((30.0, 14.0, 0.0), 6.0, sketch.grid, "Aorta")
    obstacles = obstacles_of(sketch, avoid={"Aorta": 4.0}, structures=(vessel,))
    entry = entry_of(obstacles, 3.0)
    near = check_path(obstacles, entry, (0.0, 3.0, 0.0))
    assert near.allowed and near.nearest == "Aorta" and near.clearance_mm == pytest.approx(5.0, abs=0.3)
    check = check_path(obstacles, entry_of(obstacles, 4.6), (0.0, 4.6, 0.0))
    assert not check.allowed and "from Aorta, 4 mm needed" in check.reason
    through = check_path(obstacles, entry_of(obstacles, 14.0), (0.0, 14.0, 0.0))
    assert not through.allowed and through.clearance_mm == 0.0


def test_overlap_of_target_and_avoided_structure_is_said():
    sketch = torso()
    vessel = sphere_structure((8.0, 0.0, 0.0), 6.0, sketch.grid, "Aorta")
    obstacles = obstacles_of(sketch, avoid={"Aorta": 3.0}, structures=(vessel,))
    assert any("overlaps Aorta" in w for w in obstacles.warnings)


def test_an_unknown_structure_to_avoid_is_refused():
    with pytest.raises(UnknownName, match="Aorta"):
        obstacles_of(torso(), avoid={"Aorta": 3.0})


def test_contoured_body_bone_and_lung_are_used():
    sketch = torso()
    body = torso(grid_of()).hu > -300
    drawn = [
        Structure("External", trace_mask(Volume(sketch.grid, body, "mask")), interpreted_type="EXTERNAL"),
        replace(sphere_structure((30.0, 10.0, 0.0), 6.0, sketch.grid, "Bone_extra"), interpreted_type=""),
        replace(sphere_structure((30.0, -20.0, 0.0), 9.0, sketch.grid, "Lung_L"), interpreted_type="ORGAN"),
    ]
    obstacles = obstacles_of(sketch, structures=drawn)
    assert has(obstacles, rays.BONE, (30.0, 10.0, 0.0)) and has(obstacles, rays.LUNG, (30.0, -20.0, 0.0))
    assert obstacles.drawn == {"Body", "Lung"}
    assert check_path(obstacles, entry_of(obstacles), CENTRE).allowed
    assert {s.name for s in obstacles.derived} == {"Bone (from CT)"}


def test_derived_structures_have_the_volume_of_their_voxels():
    sketch = torso().cylinder(BONE, (30.0, 12.0), (6.0, 6.0), (-30.0, 30.0))
    obstacles = obstacles_of(sketch)
    derived = {s.name: s for s in obstacles.derived}
    assert set(derived) == {"Body (from CT)", "Bone (from CT)"}
    for name, bit in (("Body (from CT)", rays.BODY), ("Bone (from CT)", rays.BONE)):
        voxels = ((obstacles.voxels.labels & bit) != 0).sum() * obstacles.grid.voxel_mm3
        assert derived[name].origin == "derived"
        # Contours cut the corners of pixels.
        assert build_solid(derived[name], sketch.grid).volume_mm3 == pytest.approx(voxels, rel=0.05)


def test_solids_at_hand_are_taken_and_others_built():
    sketch = torso()
    target = ball_target(sketch.grid)
    vessels = [sphere_structure((30.0, 20.0 * side, 0.0), 5.0, sketch.grid, f"V{side}") for side in (1, -1)]
    case = sketch.case(target.structure, *vessels)
    known = build_solid(vessels[0], sketch.grid)
    avoid = {"V-1": 3.0, "V1": 5.0}
    found = find_obstacles(case, [target], avoid, PROTOCOL, [known])
    by_name = {a.name: a for a in found.avoided}
    assert {name: a.clearance_mm for name, a in by_name.items()} == avoid
    assert by_name["V1"].solid is known
    built = find_obstacles(case, [target], avoid, PROTOCOL)
    np.testing.assert_array_equal(found.margin.values, built.margin.values)
