"""What needles pass, against chords known in closed form."""

from dataclasses import replace

import numpy as np
import pytest
from little_patients import LUNG, ball_target, torso

from tps.access import obstacles as obstacles_module
from tps.access.crossing import LEAST_MM, CrossingFinder
from tps.access.obstacles import find_obstacles
from tps.access.tissue.derived import DerivedRegion
from tps.geometry.sphere import sphere_structure
from tps.model import Protocol
from tps.model.crossing import Crossing

ENTRY, TIP = np.array([60.0, 0.0, 0.0]), np.array([-5.0, 0.0, 0.0])


def organ(sketch, name, centre, radius, kind="ORGAN"):
    return replace(sphere_structure(centre, radius, sketch.grid, name), interpreted_type=kind)


def crossed(sketch, *structures, entry=ENTRY, tip=TIP, cross=(), leave_out=("Target",)):
    target = ball_target(sketch.grid)
    case = sketch.case(target.structure, *structures)
    obstacles = find_obstacles(case, [target], {}, Protocol(), cross=cross)
    return CrossingFinder(obstacles, case, [(entry, tip)]).crossed(entry, tip, leave_out)


@pytest.mark.parametrize("off", [0.0, 3.0, 6.0, 9.0])
def test_the_chord_of_a_ball(off):
    sketch = torso()
    (found,) = crossed(sketch, organ(sketch, "Liver", (30.0, off, 0.0), 10.0))
    chord = 2 * np.sqrt(100.0 - off**2)
    # A ball drawn on slices of 3 mm is told within a few tenths of a millimetre.
    assert found.length_mm == pytest.approx(chord, abs=0.6)
    assert found.from_mm == pytest.approx(30.0 - chord / 2, abs=0.4)
    assert (found.name, found.risk_class, found.derived) == ("Liver", "cost", False)


def test_a_ball_beside_the_way_is_not_crossed():
    sketch = torso()
    assert crossed(sketch, organ(sketch, "Liver", (30.0, 10.5, 0.0), 10.0)) == ()


def test_crossings_come_in_order_from_the_skin_each_with_its_class():
    sketch = torso()
    drawn = [
        organ(sketch, "zzz", (14.0, 0.0, 0.0), 3.0),
        organ(sketch, "Liver", (45.0, 0.0, 0.0), 6.0),
        organ(sketch, "breast", (54.0, 0.0, 0.0), 3.0),
        organ(sketch, "Aorta", (30.0, 0.0, 0.0), 5.0),
        organ(sketch, "Couch", (30.0, 0.0, 0.0), 5.0),
        organ(sketch, "GTV_2", (22.0, 0.0, 0.0), 3.0),
    ]
    found = crossed(sketch, *drawn, cross=["Aorta"])
    assert [(c.name, c.risk_class) for c in found] == [
        ("breast", "free"),
        ("Liver", "cost"),
        ("Aorta", "never"),
        ("GTV_2", "cost"),
        ("zzz", "avoid"),
    ]
    assert [c.from_mm for c in found] == sorted(c.from_mm for c in found)


def test_a_structure_in_two_parts_is_one_crossing_with_both_lengths():
    sketch = torso()
    first, second = (organ(sketch, "Liver", (x, 0.0, 0.0), 4.0) for x in (45.0, 25.0))
    both = replace(first, contours=first.contours + second.contours)
    (found,) = crossed(sketch, both)
    assert found.length_mm == pytest.approx(16.0, abs=0.8) and found.from_mm == pytest.approx(11.0, abs=0.4)


def test_a_path_that_ends_inside_counts_to_its_tip():
    sketch = torso()
    (found,) = crossed(sketch, organ(sketch, "Liver", (30.0, 0.0, 0.0), 12.0), tip=np.array([30.0, 0.0, 0.0]))
    assert found.length_mm == pytest.approx(12.0, abs=0.4)


def test_lung_found_in_the_ct_is_derived_and_a_contoured_lung_is_named_as_drawn():
    sketch = torso().cylinder(LUNG, (30.0, 0.0), (12.0, 25.0))
    (found,) = crossed(sketch)
    assert (found.name, found.derived) == ("Lung (from CT)", True)
    assert found.length_mm == pytest.approx(24.0, abs=2.0)  # a voxel
    (found,) = crossed(sketch, organ(sketch, "Lung-L", (30.0, 0.0, 0.0), 12.0))
    assert (found.name, found.derived) == ("Lung-L", False)


def test_regions_found_in_the_ct_are_listed_where_they_are_opened(monkeypatch):
    sketch = torso()
    original = obstacles_module.find_tissue

    def find(*args):
        mask = (sketch.x - 30.0) ** 2 + sketch.y**2 + sketch.z**2 <= 64.0
        return replace(original(*args), derived=(DerivedRegion("Vessel (from CT)", mask),))

    monkeypatch.setattr(obstacles_module, "find_tissue", find)
    (found,) = crossed(sketch, cross=["Vessel"])
    assert (found.name, found.risk_class, found.derived) == ("Vessel (from CT)", "never", True)
    assert found.length_mm == pytest.approx(18.0, abs=0.5)  # nine voxels of 2 mm


def test_the_needles_own_target_is_no_crossing_but_another_is():
    sketch = torso()
    assert crossed(sketch, leave_out=()) != ()
    assert crossed(sketch) == ()


def test_turning_the_way_round_gives_the_same_lengths(rng):
    """Measured from either end, and on random ways, a crossing is as long as the chord."""
    sketch = torso()
    centre, radius = np.array([20.0, 5.0, 3.0]), 12.0
    for _ in range(12):
        entry = centre + 30.0 * (lambda v: v / np.linalg.norm(v))(rng.normal(size=3) * [1, 1, 0.5])
        tip = centre + rng.uniform(-10, 10, 3)
        way = (tip - entry) / np.linalg.norm(tip - entry)
        far = entry + 60.0 * way
        off = np.linalg.norm(np.cross(centre - entry, way))
        ahead, back = (
            crossed(sketch, organ(sketch, "Liver", centre, radius), entry=a, tip=b)
            for a, b in ((entry, far), (far, entry))
        )
        chord = 2 * np.sqrt(max(radius**2 - off**2, 0.0))
        for found in (ahead, back):
            length = sum(c.length_mm for c in found if c.name == "Liver")
            assert length == pytest.approx(chord, abs=max(LEAST_MM, 1.0))
        assert sum(c.length_mm for c in ahead) == pytest.approx(sum(c.length_mm for c in back), abs=0.05)


def test_a_crossing_has_a_length():
    with pytest.raises(ValueError, match="Liver"):
        Crossing("Liver", "cost", False, 0.0)
    assert Crossing("Liver", "cost", False, 31.2).text == "Liver 31 mm"
