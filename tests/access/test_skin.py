"""The skin as an organ: a shell of known volume, doses to it, limits on it, and the warning."""

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from evaluation_doubles import IodineLikeEngine
from little_patients import TISSUE, Sketch, ball_target, grid_of, torso

from tps.access.obstacles import find_obstacles
from tps.access.skin_shell import SHELL_MM, SkinShell, find_skin_shell
from tps.errors import BadInput
from tps.evaluate import evaluate_plan
from tps.geometry.sphere import sphere_structure
from tps.model import Needle, Plan, Prescription, Protocol, Seed
from tps.model.limit import Limit
from tps.pipeline.skin_organ import check_skin_found, check_skin_limits, skin_name, skin_notes


def look(sketch, *targets):
    targets = targets or (ball_target(sketch.grid),)
    case = sketch.case(*(t.structure for t in targets))
    return case, targets, find_obstacles(case, targets, {}, Protocol())


def flat(depth):
    """A body whose skin is the plane x = 40, and a target whose surface lies ``depth`` mm below it."""
    grid = grid_of((140.0, 140.0, 140.0), (1.0, 1.0, 1.0))
    sketch = Sketch(grid).box(TISSUE, (-200.0, -60.0, -200.0), (40.0, 60.0, 200.0))
    return look(sketch, ball_target(grid, (40.0 - depth - 10.0, 0.0, 0.0), 10.0, "GTV"))


def test_the_shell_is_the_outer_5_mm():
    case, targets, obstacles = flat(8.0)
    shell = find_skin_shell(obstacles, targets)
    assert shell.name == "Skin"
    depth = 40.5 - shell.points_mm[:, 0]  # the body's last voxels end at x = 40.5
    plane = np.abs(shell.points_mm[:, 1]) < 50  # away from its sides
    assert 0 < depth[plane].min() and depth[plane].max() == pytest.approx(SHELL_MM, abs=0.6)
    # Within 40 mm of the target on either side of the plane: a slab of 5 mm.
    slab = plane & (np.abs(shell.points_mm[:, 1]) < 30) & (np.abs(shell.points_mm[:, 2]) < 30)
    assert shell.volumes_mm3[slab].sum() == pytest.approx(60 * 60 * 5.0, rel=0.06)


def test_deep_targets_have_a_skin_too_looked_at_more_coarsely():
    sketch = torso(grid_of((300.0, 300.0, 120.0), (4.0, 4.0, 4.0)))
    sketch.cylinder(TISSUE, (0.0, 0.0), (130.0, 130.0))
    case, targets, obstacles = look(sketch)
    shell = find_skin_shell(obstacles, targets)
    assert len(np.unique(shell.volumes_mm3)) == 1 and shell.volumes_mm3[0] > 1.0
    assert np.hypot(*shell.points_mm[:, :2].T).min() > 120.0


def test_two_targets_share_one_shell():
    sketch = torso()
    near, far = (ball_target(sketch.grid, (x, 0.0, 0.0), 8.0, f"T{x:.0f}") for x in (20.0, -20.0))
    case, targets, obstacles = look(sketch, near, far)
    shell = find_skin_shell(obstacles, targets)
    assert len(np.unique(shell.points_mm, axis=0)) == len(shell.points_mm)
    alone = find_skin_shell(obstacles, [near])
    assert shell.volumes_mm3.sum() > alone.volumes_mm3.sum()


def test_thinning_keeps_the_volume_and_a_shell_has_points():
    shell = SkinShell("Skin", np.zeros((1000, 3)) + np.arange(1000)[:, None], np.ones(1000))
    thin = shell.thinned(100)
    assert len(thin.points_mm) == 100 and thin.volumes_mm3.sum() == pytest.approx(1000.0)
    assert shell.thinned(5000) is shell
    with pytest.raises(ValueError, match="at least one point"):
        SkinShell("Skin", np.zeros((0, 3)), np.zeros(0))


def evaluated(depth, strength=0.762, limits=()):
    case, targets, obstacles = flat(depth)
    shell = find_skin_shell(obstacles, targets)
    centre = targets[0].centroid_mm
    needle = Needle(1, centre + [60.0, 0, 0], centre - [15.0, 0, 0], target="GTV")
    seed = Seed(1, 1, [40.5 - depth, 0.0, 0.0], [-1.0, 0, 0], strength)
    plan = Plan("i125_6711", Prescription(120.0), ("GTV",), (needle,), (seed,))
    engine = IodineLikeEngine()
    found = evaluate_plan(case, plan, engine, targets, (), Protocol(), limits, skin=shell)
    return found, engine, shell, seed


def test_skin_doses_are_those_of_the_shell_and_fall_with_the_depth():
    found, engine, shell, seed = evaluated(8.0)
    metrics = found.metrics["Skin"]
    dose = np.sort(engine.dose_gy(shell.points_mm, (seed,)))[::-1]
    assert metrics["d1cc_gy"] == pytest.approx(dose[1000], rel=0.01)  # samples of 1 mm3
    assert metrics["d10cc_gy"] == pytest.approx(dose[10000], rel=0.01)
    assert metrics["d0.1cc_gy"] > metrics["d1cc_gy"] > metrics["d10cc_gy"] > 0
    deeper = evaluated(20.0)[0].metrics["Skin"]
    assert all(deeper[key] < metrics[key] for key in ("d0.1cc_gy", "d1cc_gy", "d10cc_gy"))


def test_a_limit_on_the_skin_is_checked():
    for value, met in ((1e4, True), (1.0, False)):
        (goal,) = evaluated(8.0, limits=(Limit.parse(f"Skin D1cc < {value} Gy"),))[0].goals
        assert goal.met == met and goal.value == evaluated(8.0)[0].metrics["Skin"]["d1cc_gy"]


def test_a_hot_skin_gives_a_warning_unasked():
    prescription = Prescription(120.0)
    for dose, warned in ((119.0, False), (121.0, True)):
        evaluation = SimpleNamespace(metrics={"Skin": {"d1cc_gy": dose}})
        assert bool(skin_notes(evaluation, "Skin", prescription)) == warned
    assert skin_notes(SimpleNamespace(metrics={}), "Skin", prescription) == ()


@pytest.mark.parametrize(
    "text", ["Skin D50 < 20 Gy", "Skin mean < 20 Gy", "Skin V100 < 5 %", "Skin min < 2 Gy"]
)
def test_limits_that_depend_on_how_much_skin_is_looked_at_are_refused(text):
    with pytest.raises(BadInput, match="only the skin near the targets"):
        check_skin_limits([Limit.parse(text)], "Skin")


def test_other_limits_pass():
    texts = ("Skin D1cc < 90 Gy", "Skin V100 < 2 cc", "Skin max < 300 Gy", "Liver D50 < 20 Gy")
    check_skin_limits([Limit.parse(text) for text in texts], "Skin")
    check_skin_found([Limit.parse("Liver D50 < 20 Gy")], "Skin", None)


def test_a_limit_on_a_skin_that_the_scan_does_not_show_is_refused():
    with pytest.raises(BadInput, match="shows no skin within 200 mm"):
        check_skin_found([Limit.parse("Skin D1cc < 90 Gy")], "Skin", None)


def test_a_contoured_skin_keeps_its_name_unless_it_is_the_outline():
    sketch = torso()
    drawn = sphere_structure((0.0, 0.0, 0.0), 40.0, sketch.grid, "Skin")
    assert skin_name(sketch.case()) == "Skin"
    assert skin_name(sketch.case(drawn)) == "Skin (from CT)"
    assert skin_name(sketch.case(replace(drawn, interpreted_type="EXTERNAL"))) == "Skin"
