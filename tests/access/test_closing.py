"""Contoured structures are closed by their names; the target, --avoid and --cross change that."""

from dataclasses import replace

import numpy as np
import pytest
from little_patients import BONE, ball_target, torso

from dose_kernels.geometry import rays
from tps.access import obstacles as obstacles_module
from tps.access.approach import find_approaches, reached_by
from tps.access.closing import MOST_REGIONS, Closing
from tps.access.obstacles import find_obstacles
from tps.access.path_check import check_path
from tps.access.tissue.derived import DerivedRegion
from tps.access.unreachable import unreachable_part
from tps.errors import UnknownName
from tps.geometry.sphere import sphere_structure
from tps.model import Protocol
from tps.model.structure import Contour

PROTOCOL = Protocol(axial_step_deg=30.0, max_tilt_deg=0.0)


def organ(sketch, name, centre=(30.0, 0.0, 0.0), radius=7.0, kind="ORGAN"):
    return replace(sphere_structure(centre, radius, sketch.grid, name), interpreted_type=kind)


def obstacles_of(sketch, *structures, target=None, avoid=None, **more):
    target = target or ball_target(sketch.grid)
    case = sketch.case(target.structure, *structures)
    return find_obstacles(case, [target], avoid or {}, PROTOCOL, **more)


def way_in(obstacles, y=0.0, tip_x=0.0, z=0.0):
    """The verdict on a needle from the left, level with y, to x."""
    start = obstacles.local_mm(np.array([50.0, y, z]))
    depth, _ = rays.find_skin(obstacles.voxels, start, np.array([-1.0, 0.0, 0.0]), -300.0, 200.0, False)
    return check_path(obstacles, np.array([50.0 + depth, y, z]), np.array([tip_x, y, z]))


@pytest.mark.parametrize(
    ("name", "clearance"),
    [("Heart", 8.0), ("Aorta", 5.0), ("Kidney_L", 3.0), ("zzz", 3.0), ("肠", 5.0), ("kidney_cyst_left", 2.0)],
)
def test_a_closed_organ_keeps_its_clearance(name, clearance):
    sketch = torso()
    obstacles = obstacles_of(sketch, organ(sketch, name))
    through = way_in(obstacles)
    assert not through.allowed and f"from {name}, {clearance:g} mm needed" in through.reason
    assert way_in(obstacles, 7.0 + clearance + 0.3).allowed
    near = way_in(obstacles, 7.0 + clearance - 0.3)
    assert not near.allowed and f"{clearance:g} mm needed" in near.reason


@pytest.mark.parametrize("name", ["Liver", "breast_left", "Couch", "GTV_2", "Lung-R"])
def test_what_is_open_stops_nothing(name):
    sketch = torso()
    assert way_in(obstacles_of(sketch, organ(sketch, name))).allowed


@pytest.mark.parametrize("kind", ["SUPPORT", "GTV", "DOSE_REGION"])
def test_what_its_type_opens_stops_nothing(kind):
    sketch = torso()
    drawn = organ(sketch, "Something", (0.0, 0.0, 0.0), 40.0, kind)
    assert way_in(obstacles_of(sketch, drawn)).allowed


def test_contoured_bone_stops_a_needle_and_is_opened_by_name_where_the_ct_shows_none():
    sketch = torso()
    cartilage = organ(sketch, "costal_cartilages")
    closed = way_in(obstacles_of(sketch, cartilage))
    assert not closed.allowed and "from Bone" in closed.reason
    assert way_in(obstacles_of(sketch, cartilage, cross=["costal_cartilages"])).allowed
    bony = torso().ball(BONE, (30.0, 0.0, 0.0), 7.0)
    assert not way_in(obstacles_of(bony, cartilage, cross=["costal_cartilages"])).allowed


def test_cross_opens_one_structure_alone_and_says_so():
    sketch = torso()
    both = organ(sketch, "Aorta"), organ(sketch, "Colon", (40.0, 0.0, 0.0), 5.0)
    assert "from Colon" in way_in(obstacles_of(sketch, *both, cross=["Aorta"])).reason
    opened = obstacles_of(sketch, *both, cross=["Aorta", "Colon"])
    assert way_in(opened).allowed
    assert set(opened.closing.opened) == {"Aorta", "Colon"}
    assert any("opened by name" in w and "Aorta" in w and "Colon" in w for w in opened.warnings)


def test_cross_of_a_structure_that_is_not_there_lists_the_names():
    with pytest.raises(UnknownName, match="Aorta") as caught:
        obstacles_of(torso(), cross=["Aorta"])
    assert "--cross" in str(caught.value)


def test_avoid_closes_what_is_open_and_sets_the_clearance():
    sketch = torso()
    liver = organ(sketch, "Liver")
    assert "from Liver, 3 mm needed" in way_in(obstacles_of(sketch, liver, avoid={"Liver": None})).reason
    assert way_in(obstacles_of(sketch, liver, avoid={"Liver": None}), 10.3).allowed
    assert not way_in(obstacles_of(sketch, liver, avoid={"Liver": 6.0}), 10.3).allowed
    heart = organ(sketch, "Heart")
    assert "8 mm needed" in way_in(obstacles_of(sketch, heart, avoid={"Heart": None}), 12.0).reason
    assert "9 mm needed" in way_in(obstacles_of(sketch, heart, avoid={"Heart": 9.0}), 15.5).reason


def test_an_organ_of_class_avoid_opens_for_the_target_it_holds():
    sketch = torso()
    kidney = organ(sketch, "Kidney", (5.0, 0.0, 0.0), 25.0)
    obstacles = obstacles_of(sketch, kidney)
    assert way_in(obstacles).allowed and obstacles.closing.holding == ("Kidney",)
    assert any("Kidney may be crossed" in w for w in obstacles.warnings)
    # Named, it stays closed.
    assert not way_in(obstacles_of(sketch, kidney, avoid={"Kidney": None})).allowed


def test_a_vessel_round_the_target_stays_closed_outside_it():
    sketch = torso()
    aorta = organ(sketch, "Aorta", (5.0, 0.0, 0.0), 25.0)
    obstacles = obstacles_of(sketch, aorta)
    assert not way_in(obstacles).allowed and not obstacles.closing.holding
    target = ball_target(sketch.grid)
    found = find_approaches(obstacles, target, PROTOCOL)
    part = unreachable_part(target, found, obstacles)
    assert part.fraction > 0.99 and max(part.blockers, key=part.blockers.get) == "Aorta"
    assert part.openings == {"Aorta": 1.0}
    assert "--cross Aorta would open ways to 100 % of it" in part.message


def test_structures_that_only_together_open_a_way_are_named_together():
    sketch = torso()
    target = ball_target(sketch.grid)
    around = [organ(sketch, name, (0.0, 0.0, 0.0), 22.0) for name in ("Aorta", "Great vessels")]
    obstacles = obstacles_of(sketch, *around)
    part = unreachable_part(target, find_approaches(obstacles, target, PROTOCOL), obstacles)
    assert part.openings == {"Aorta + Great vessels": 1.0}
    assert "--cross Aorta --cross 'Great vessels' would open ways to 100 % of it" in part.message


def test_an_organ_that_a_target_overlaps_is_closed_but_for_the_target():
    """A kidney that holds a fifth of the target: the needle may pass in the target, not in the kidney."""
    sketch = torso()
    target = ball_target(sketch.grid, (0.0, 0.0, 0.0), 12.0)
    kidney = organ(sketch, "Kidney", (-18.0, 0.0, 0.0), 14.0)
    obstacles = obstacles_of(sketch, kidney, target=target)
    # The target's far wall lies at x = -12, inside the kidney, which reaches to x = -4.
    assert way_in(obstacles, tip_x=-9.5).allowed  # in both, 2.5 mm from what is kidney alone
    assert not way_in(obstacles, tip_x=-10.5).allowed
    whole = obstacles_of(sketch, kidney, target=target, avoid={"Kidney": 2.0})
    assert not way_in(whole, tip_x=-3.0).allowed


def test_near_the_target_the_smaller_clearance_holds():
    """A vessel beside a target: 5 mm on the way, 3 mm inside the target and 5 mm around it."""
    sketch = torso()
    target = ball_target(sketch.grid, (0.0, 0.0, 0.0), 10.0)
    beside = organ(sketch, "Aorta", (0.0, 16.0, 0.0), 4.0)  # its surface at y = 12
    obstacles = obstacles_of(sketch, beside, target=target)
    assert way_in(obstacles, y=8.5).allowed  # 3.5 mm from it, in the target
    assert "3 mm needed" in way_in(obstacles, y=9.5).reason
    far = organ(sketch, "Aorta", (30.0, 16.0, 0.0), 4.0)
    assert "5 mm needed" in way_in(obstacles_of(sketch, far, target=target), y=8.5).reason


def test_rays_never_promise_what_the_final_check_refuses(rng):
    """The lattice of the search is nowhere more generous than the check, at the zone's border either."""
    sketch = torso()
    refused = judged = 0
    for _ in range(6):
        target = ball_target(sketch.grid, rng.uniform(-8, 8, 3), rng.uniform(7, 12))
        names = ["Heart", "Aorta", "Kidney_L", "Colon"]
        organs = [organ(sketch, n, rng.uniform(-25, 25, 3), rng.uniform(4, 10)) for n in names]
        obstacles = obstacles_of(sketch, *organs, target=target)
        for approach in find_approaches(obstacles, target, PROTOCOL):
            open_rays = np.argwhere(np.isfinite(approach.reach_t) & (approach.reach_t > approach.entry_t + 5))
            for i, j in open_rays[rng.permutation(len(open_rays))[:15]]:
                a, b = approach.a0 + i * approach.step_mm, approach.b0 + j * approach.step_mm
                entry = approach.point_mm(a, b, float(approach.entry_t[i, j]))
                check = check_path(obstacles, entry, approach.point_mm(a, b, float(approach.reach_t[i, j])))
                judged += 1
                refused += "needed" in check.reason
    assert judged > 300 and refused == 0


def test_closed_organs_are_gone_round():
    """The kidney lies in the straight way; the planner's rays all keep from it and still reach the target."""
    sketch = torso()
    kidney = organ(sketch, "Kidney-L", (28.0, 0.0, 0.0), 12.0)
    obstacles = obstacles_of(sketch, kidney)
    target = ball_target(sketch.grid)
    found = find_approaches(obstacles, target, PROTOCOL)
    assert reached_by(found, target.quadrature(3.0)[0], PROTOCOL).all()
    from_left = [a for a in found if a.direction[0] < -0.99]
    for approach in from_left:
        i, j = (int(round(-low / approach.step_mm)) for low in (approach.a0, approach.b0))
        assert approach.reach_t[i, j] < -25.0  # the ray through the middle stops before the kidney


def test_the_targets_own_contour_is_no_obstacle_with_a_margin_either():
    sketch = torso()
    drawn = ball_target(sketch.grid, name="Tumour")
    case = sketch.case(drawn.structure)
    planned = drawn.expand(3.0)
    obstacles = find_obstacles(case, [planned], {}, PROTOCOL, treated=["Tumour"])
    assert not obstacles.avoided and way_in(obstacles).allowed


def test_structures_beyond_reach_are_left_out():
    sketch = torso()
    near = organ(sketch, "Colon", (0.0, 0.0, 0.0), 10.0)
    shifted = [Contour(c.points_mm + [0.0, 0.0, 900.0]) for c in near.contours]
    assert not obstacles_of(sketch, replace(near, contours=tuple(shifted))).avoided


@pytest.fixture
def found_in_ct(monkeypatch):
    """Makes the label stage find balls (centre, radius) by name."""
    original = obstacles_module.find_tissue

    def balls(sketch, **named):
        def find(*args):
            tissue = original(*args)
            masks = {
                name: (sketch.x - x) ** 2 + (sketch.y - y) ** 2 + (sketch.z - z) ** 2 <= radius**2
                for name, ((x, y, z), radius) in named.items()
            }
            return replace(
                tissue, derived=tuple(DerivedRegion(f"{n} (from CT)", mask) for n, mask in masks.items())
            )

        monkeypatch.setattr(obstacles_module, "find_tissue", find)

    return balls


@pytest.mark.parametrize(("name", "clearance"), [("Mediastinum", 3.0), ("Vessel", 5.0), ("Bulla", 2.0)])
def test_regions_found_in_the_ct_are_kept_from(found_in_ct, name, clearance):
    sketch = torso()
    found_in_ct(sketch, **{name: ((30.0, 0.0, 0.0), 8.0)})
    obstacles = obstacles_of(sketch)
    through = way_in(obstacles)
    assert not through.allowed and f"from {name} (from CT), {clearance:g} mm needed" in through.reason
    # The outermost voxels' faces lie at 8 to 9 mm.
    assert way_in(obstacles, 9.2 + clearance).allowed and not way_in(obstacles, 7.8 + clearance).allowed
    for spoken in (name, f"{name} (from CT)"):
        opened = obstacles_of(sketch, cross=[spoken])
        assert way_in(opened).allowed and opened.closing.opened == (f"{name} (from CT)",)


def test_regions_found_in_the_ct_are_contoured_with_the_tissues(found_in_ct):
    sketch = torso()
    found_in_ct(sketch, Vessel=((30.0, 0.0, 0.0), 8.0))
    derived = {s.name: s for s in obstacles_of(sketch).derived}
    assert set(derived) == {"Body (from CT)", "Vessel (from CT)"}
    assert derived["Vessel (from CT)"].origin == "derived"
    assert len({s.number for s in derived.values()}) == 2
    # Read again from a structure set of ours, it is no contour: the CT is looked at again.
    assert obstacles_of(sketch, derived["Vessel (from CT)"]).closing.looked_at == ()


def test_rays_keep_from_regions_found_in_the_ct(found_in_ct, rng):
    sketch = torso()
    judged = refused = reached = 0
    for _ in range(3):
        near = rng.uniform(-22, 22, 3) * [1, 1, 0.5]
        found_in_ct(sketch, Vessel=(near, 6.0), Mediastinum=((-30.0, 5.0, 0.0), 9.0))
        target = ball_target(sketch.grid, rng.uniform(-5, 5, 3), 9.0)
        obstacles = obstacles_of(sketch, target=target)
        for approach in find_approaches(obstacles, target, PROTOCOL):
            open_rays = np.argwhere(approach.reach_t > approach.entry_t + 5)
            reached += len(open_rays)
            for i, j in open_rays[rng.permutation(len(open_rays))[:15]]:
                a, b = approach.a0 + i * approach.step_mm, approach.b0 + j * approach.step_mm
                entry = approach.point_mm(a, b, float(approach.entry_t[i, j]))
                check = check_path(obstacles, entry, approach.point_mm(a, b, float(approach.reach_t[i, j])))
                judged += 1
                refused += "needed" in check.reason
    assert judged > 200 and refused == 0


def test_a_region_in_the_way_is_named_with_its_remedy(found_in_ct):
    sketch = torso()
    target = ball_target(sketch.grid, radius=6.0)
    found_in_ct(sketch, Mediastinum=((0.0, 0.0, 0.0), 25.0))
    obstacles = obstacles_of(sketch, target=target)
    part = unreachable_part(target, find_approaches(obstacles, target, PROTOCOL), obstacles)
    assert "--cross 'Mediastinum (from CT)' would open ways to 100 %" in part.message


def test_more_regions_than_bits_are_a_fault_of_the_program():
    found = [DerivedRegion(str(n), np.ones((1, 1, 1), bool)) for n in range(MOST_REGIONS + 1)]
    with pytest.raises(ValueError, match="9 regions"):
        Closing().with_regions(found, ())


def points_from_left(obstacles, target):
    """Points of the ray from the left through the target's middle."""
    found = find_approaches(obstacles, target, PROTOCOL)
    (approach,) = [a for a in found if a.direction[0] < -0.99]
    i, j = (int(round(-low / approach.step_mm)) for low in (approach.a0, approach.b0))
    return float(approach.points[i, j])


def test_a_crossing_is_charged_by_its_length_and_outside_the_target_alone():
    sketch = torso()
    target = ball_target(sketch.grid)
    free = points_from_left(obstacles_of(sketch, target=target), target)
    liver = organ(sketch, "Liver", (30.0, 0.0, 0.0), 10.0)
    charged = points_from_left(obstacles_of(sketch, liver, target=target), target)
    assert charged - free == pytest.approx(0.5 + 0.05 * 2.0, abs=0.02)  # a crossing of 20 mm
    opened = obstacles_of(sketch, organ(sketch, "Aorta"), target=target, cross=["Aorta"])
    assert points_from_left(opened, target) - free == pytest.approx(4.0, abs=0.02)
    lesion = organ(sketch, "GTV_2")
    assert points_from_left(obstacles_of(sketch, lesion, target=target), target) - free == pytest.approx(1.0)
    holding = organ(sketch, "Liver", (0.0, 0.0, 0.0), 30.0)
    assert points_from_left(obstacles_of(sketch, holding, target=target), target) == pytest.approx(free)


def test_where_two_share_a_place_the_dearer_is_charged():
    sketch = torso()
    target = ball_target(sketch.grid)
    both = organ(sketch, "Liver"), organ(sketch, "Aorta")
    first = obstacles_of(sketch, *both, target=target, cross=["Aorta"])
    second = obstacles_of(sketch, *both[::-1], target=target, cross=["Aorta"])
    free = points_from_left(obstacles_of(sketch, target=target), target)
    assert points_from_left(first, target) == points_from_left(second, target)
    assert points_from_left(first, target) - free == pytest.approx(4.0, abs=0.02)
