"""Directions around the patient, their rasters, and what cannot be reached."""

import numpy as np
import pytest
from approach_looks import PROTOCOL, look
from little_patients import AIR, BONE, LUNG, TISSUE, Sketch, grid_of, torso

from dose_kernels.geometry import rays
from tps.access.approach import Approach, find_approaches
from tps.access.directions import directions_around
from tps.access.path_check import check_path
from tps.access.unreachable import unreachable_part
from tps.geometry.sphere import sphere_structure
from tps.model import Protocol
from tps.model.position import POSITIONS, position_named


def test_directions_go_round_and_tilt():
    directions = np.array(directions_around(Protocol(axial_step_deg=10.0)))
    assert directions.shape == (36 * 7, 3)
    np.testing.assert_allclose(np.linalg.norm(directions, axis=1), 1.0)
    tilts = np.unique(np.round(np.degrees(np.arcsin(directions[:, 2]))))
    assert tilts.tolist() == [-30, -20, -10, 0, 10, 20, 30]
    assert np.all(directions[:36, 2] == 0)


def test_a_free_body_is_reached_from_all_around():
    obstacles, target, approaches = look(torso())
    assert all(a.reachable_fraction > 0.99 for a in approaches)
    assert approaches[0].tilt_deg == 0.0
    for approach in approaches[:6]:
        assert np.array([approach.u, approach.v, approach.direction]) == pytest.approx(
            np.array([approach.u, approach.v, approach.direction])
        )
        np.testing.assert_allclose(
            np.stack([approach.u, approach.v, approach.direction]) @ approach.direction, [0, 0, 1], atol=1e-12
        )
    assert unreachable_part(target, approaches, obstacles).message == ""


def test_rays_know_skin_and_target():
    _, _, approaches = look(torso())
    approach = next(a for a in approaches if a.direction[0] > 0.999)
    i, j = (int(round(-low / approach.step_mm)) for low in (approach.a0, approach.b0))
    a, b = approach.a0 + i * approach.step_mm, approach.b0 + j * approach.step_mm
    half = np.sqrt(100.0 - a * a - b * b)
    assert approach.target_first_t[i, j] == pytest.approx(-half, abs=0.35)  # half a grid step of the solid
    assert approach.target_last_t[i, j] == pytest.approx(half, abs=0.35)
    assert approach.entry_t[i, j] == pytest.approx(-61.0, abs=1.0)
    assert approach.point_mm(a, b, approach.entry_t[i, j]) == pytest.approx([-61.0, 0, 0], abs=1.5)
    back = approach.lateral_mm(approach.point_mm([a], [b], [3.0]))
    np.testing.assert_allclose([x[0] for x in back], [a, b, 3.0], atol=1e-9)
    assert np.isnan(approach.target_first_t[0, 0])


def test_a_rib_throws_its_shadow():
    # A bar of bone in front of the target; rays beside it pass, rays behind it stop one clearance before it.
    obstacles, target, approaches = look(torso().box(BONE, (-40.0, -3.0, -200.0), (-34.0, 3.0, 200.0)))
    approach = next(a for a in approaches if a.direction[0] > 0.999)
    t = approach.a0 + approach.step_mm * np.arange(approach.shape[0])
    y = (approach.origin_mm + t[:, None] * approach.u)[:, 1]
    middle = approach.shape[1] // 2
    reach = approach.reach_t[:, middle]
    # Voxels are 2 mm wide: the bar's faces lie at y = -3 and 3, x = -41 and -33.
    behind = np.abs(y) < 3.5
    assert np.all(reach[behind] <= -41.0 - PROTOCOL.bone_clearance_mm)
    assert np.all(reach[behind] > -45.0)
    assert np.all(reach[np.abs(y) > 5.5] > 10.0)
    assert np.all(approach.stop[behind, middle] == rays.OBSTACLE)
    other = next(a for a in approaches if a.direction[0] < -0.999)
    assert other.reachable_fraction > 0.99 > approach.reachable_fraction
    assert approaches.index(other) < approaches.index(approach)


def test_rays_promise_no_more_than_the_judge_allows(rng):
    sketch = torso().box(BONE, (-40.0, -3.0, -200.0), (-34.0, 3.0, 200.0)).ball(AIR, (20, 15, 5), 5.0)
    vessel = sphere_structure((10.0, -18.0, 0.0), 5.0, sketch.grid, "Vessel")
    obstacles, _, approaches = look(sketch, avoid={"Vessel": 3.0}, structures=(vessel,))
    refused = judged = 0
    for approach in approaches:
        for _ in range(12):
            i, j = (rng.integers(n) for n in approach.shape)
            a, b = approach.a0 + i * approach.step_mm, approach.b0 + j * approach.step_mm
            entry, reach = float(approach.entry_t[i, j]), float(approach.reach_t[i, j])
            if np.isfinite(entry) and reach > entry + 3.0:
                check = check_path(obstacles, approach.point_mm(a, b, entry), approach.point_mm(a, b, reach))
                judged += 1
                refused += not check.allowed
    assert judged > 100 and refused == 0


def test_max_depth_ends_a_ray():
    protocol = Protocol(axial_step_deg=90.0, max_tilt_deg=0.0, needle_max_depth_mm=58.0)
    obstacles, target, approaches = look(torso(), protocol=protocol)
    for approach in approaches:
        finite = np.isfinite(approach.entry_t) & np.isfinite(approach.reach_t)
        assert (approach.reach_t - approach.entry_t)[finite].max() <= 58.0 + 1e-3
    side = next(a for a in approaches if a.direction[0] > 0.999)
    assert side.reachable_fraction < 0.5
    assert (side.stop == rays.TOO_DEEP).any()


def test_lung_costs_and_is_measured():
    free = look(torso())[2]
    obstacles, _, found = look(torso().cylinder(LUNG, (-30.0, 0.0), (15.0, 25.0)))
    approach = next(a for a in found if a.direction[0] > 0.999)
    middle = tuple(n // 2 for n in approach.shape)
    assert approach.lung_mm[middle] == pytest.approx(30.0, abs=2.5) and approach.pleura[middle] == 1
    assert approach.mean_lung_mm == pytest.approx(29.0, abs=2.5)
    assert approach.cost > next(a for a in free if a.direction[0] > 0.999).cost + 0.3
    assert found[0].mean_lung_mm < 1.0


def test_the_edge_of_the_scan_shuts_a_side():
    sketch = Sketch(grid_of((100.0, 130.0, 90.0))).cylinder(TISSUE, (0.0, 0.0), (60.0, 45.0))
    _, _, approaches = look(sketch)
    for approach in approaches:
        assert abs(approach.direction[0]) < 0.9
        assert np.all(
            np.isnan(approach.entry_t) == (approach.stop == rays.NO_SKIN) | (approach.stop == rays.NO_ROOM)
        )


def test_a_walled_in_lesion_is_said_to_be_so():
    shell = torso().ball(BONE, (0, 0, 0), 22.0).ball(TISSUE, (0, 0, 0), 14.0)
    obstacles, target, approaches = look(shell)
    assert approaches == ()
    lost = unreachable_part(target, approaches, obstacles)
    assert lost.fraction == pytest.approx(1.0)
    assert "no allowed needle reaches it" in lost.message and "bone (100 %)" in lost.message


def test_a_part_behind_bone_is_named_with_its_place():
    # A cap of bone over one half of the target, closed all round that half.
    sketch = torso().ball(BONE, (0, 0, 0), 20.0).ball(TISSUE, (0, 0, 0), 12.5)
    sketch.box(TISSUE, (-100, -100, 2.0), (100, 100, 100))
    sketch.strip((0, 0), (60.0, 45.0))
    obstacles, target, approaches = look(sketch)
    lost = unreachable_part(target, approaches, obstacles)
    assert 0.2 < lost.fraction < 0.8
    assert lost.centroid_mm[2] < -2.0
    assert "cannot be reached from any direction" in lost.message and "bone" in lost.message


def test_the_avoided_structure_is_named_as_blocker():
    sketch = torso()
    around = sphere_structure((0.0, 0.0, 0.0), 30.0, sketch.grid, "Liver")
    obstacles, target, approaches = look(sketch, avoid={"Liver": 3.0}, structures=(around,))
    lost = unreachable_part(target, approaches, obstacles)
    assert approaches == () and list(lost.blockers) == ["Liver"]


def test_no_needle_comes_from_below_whether_or_not_a_table_is_seen():
    bare = torso()
    table = torso().box(100, (-80.0, 47.0, -100.0), (80.0, 55.0, 100.0))
    for sketch in (bare, table):
        for name in POSITIONS:
            position = position_named(name)
            _, _, approaches = look(sketch, position=position)
            assert approaches
            assert all(-a.direction @ position.up > -0.01 for a in approaches)


def test_in_another_position_the_scans_table_does_not_count():
    # A table under the back; the patient is to lie on the front, needles come where the table was.
    table = torso().box(100, (-80.0, 47.0, -100.0), (80.0, 55.0, 100.0))
    _, _, approaches = look(table, position=position_named("prone", as_scanned=False))
    straight_down = next(a for a in approaches if a.direction[1] < -0.999)
    assert straight_down.reachable_fraction > 0.99
    _, _, scanned_so = look(table, position=position_named("prone"))
    assert not any(a.direction[1] < -0.999 and a.reachable_fraction > 0 for a in scanned_so)


def test_threads_change_nothing():
    obstacles, target, one = look(torso())
    again = find_approaches(obstacles, target, PROTOCOL, threads=1)
    assert len(one) == len(again)
    for a, b in zip(one, again, strict=True):
        np.testing.assert_array_equal(a.reach_t, b.reach_t)
        np.testing.assert_array_equal(a.entry_t, b.entry_t)


def test_rasters_of_different_shape_are_refused():
    approach = look(torso())[2][0]
    fields = {name: getattr(approach, name) for name in Approach.__dataclass_fields__}
    fields["reach_t"] = fields["reach_t"][1:]
    with pytest.raises(ValueError, match="reach_t has shape"):
        Approach(**fields)
