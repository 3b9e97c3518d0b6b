"""The user's wishes about the ways in, and what lies too near the skin."""

import numpy as np
import pytest
from approach_looks import look
from little_patients import TISSUE, Sketch, ball_target, grid_of, torso

from tps.access.directions import direction_of
from tps.access.forbidden import structure_of
from tps.access.path_check import check_path
from tps.errors import BadInput
from tps.export.operator_terms import angles_deg
from tps.geometry.sphere import sphere_structure
from tps.model import Protocol
from tps.model.forbidden import ForbiddenDirections, ForbiddenRegion
from tps.model.position import position_named, position_of
from tps.model.steering import Line, Steering
from tps.pipeline.steering import check_lines, read_forbidden, read_lines, steering_of


@pytest.mark.parametrize(
    ("side", "outward"),
    [("anterior", (0, -1, 0)), ("posterior", (0, 1, 0)), ("left", (1, 0, 0)), ("right", (-1, 0, 0))],
)
def test_needles_come_from_the_side_asked_for(side, outward):
    position = position_named("prone" if side == "posterior" else "supine")
    _, _, approaches = look(torso(), position=position, side=side)
    assert approaches
    for approach in approaches:
        flat = -approach.direction[:2] / np.linalg.norm(approach.direction[:2])
        assert flat @ outward[:2] >= np.cos(np.deg2rad(45.0)) - 1e-6


def test_a_side_from_below_is_refused():
    with pytest.raises(BadInput, match="comes from below a patient who lies supine"):
        look(torso(), side="posterior", protocol=Protocol(axial_step_deg=10.0))[2]
        look(torso(), angle_deg=180.0)


@pytest.mark.parametrize(("angle", "tilt"), [(0.0, 0.0), (-30.0, 0.0), (60.0, 20.0), (90.0, -15.0)])
@pytest.mark.parametrize("axes", [np.eye(3), np.diag([-1.0, -1.0, 1.0]), np.diag([1.0, -1.0, -1.0])])
def test_an_angle_asked_for_is_the_angle_on_the_sheet(angle, tilt, axes):
    grid = grid_of(axes=axes)
    assert angles_deg(direction_of(angle, tilt, grid), grid) == pytest.approx((angle, tilt), abs=1e-9)


def test_one_angle_gives_one_direction():
    obstacles, _, approaches = look(torso(), angle_deg=-30.0, tilt_deg=10.0)
    assert len(approaches) == 1
    assert angles_deg(approaches[0].direction, obstacles.grid) == pytest.approx((-30.0, 10.0), abs=1e-6)


def test_in_plane_leaves_no_tilt():
    _, _, approaches = look(torso(), in_plane=True)
    assert approaches and all(a.direction[2] == 0.0 for a in approaches)


def test_depth_and_lung_are_hard():
    from little_patients import LUNG

    lungs = torso().cylinder(LUNG, (0.0, -25.0), (25.0, 8.0))
    obstacles, _, approaches = look(lungs, max_lung_mm=5.0)
    assert approaches
    for a in approaches:
        assert a.lung_mm[np.isfinite(a.reach_t)].max(initial=0.0) <= 5.0
    through = check_path(obstacles, (0.0, -45.0, 0.0), (0.0, 0.0, 0.0))
    assert not through.allowed and "mm of lung on the way, 5 mm allowed" in through.reason
    obstacles, _, approaches = look(torso(), max_depth_mm=50.0)
    for a in approaches:
        ways = np.isfinite(a.reach_t)
        assert (a.reach_t - a.entry_t)[ways].max() <= 50.0 + 1e-3
    assert "50 mm allowed" in check_path(obstacles, (61.0, 0.0, 0.0), (0.0, 0.0, 0.0)).reason


def test_needles_enter_in_the_drawn_region():
    sketch = torso()
    patch = sphere_structure((0.0, -45.0, 0.0), 12.0, sketch.grid, "Entry")
    _, _, approaches = look(sketch, structures=(patch,), entry="Entry")
    assert approaches
    for approach in approaches:
        for i, j in np.argwhere(np.isfinite(approach.reach_t)):
            a, b = approach.a0 + i * approach.step_mm, approach.b0 + j * approach.step_mm
            entry = approach.point_mm(a, b, approach.entry_t[i, j])
            assert np.linalg.norm(entry - [0.0, -45.0, 0.0]) < 12.0 + 5.0 + 1.0


def test_no_needle_comes_from_a_forbidden_direction():
    obstacles, _, free = look(torso())
    wide, across = ForbiddenDirections(-60.0, 20.0), ForbiddenDirections(80.0, -80.0)
    _, _, approaches = look(torso(), not_from=(wide, across))

    def angles(found):
        return [angles_deg(a.direction, obstacles.grid)[0] for a in found]

    def forbidden(angle):
        return -60.0 <= angle <= 20.0 or angle >= 80.0 or angle <= -80.0

    assert approaches and not any(map(forbidden, angles(approaches)))
    assert any(map(forbidden, angles(free))), "this would pass without the wish"
    with pytest.raises(BadInput, match="no direction is left"):
        look(torso(), not_from=(ForbiddenDirections(-180.0, 179.0), ForbiddenDirections(170.0, -170.0)))


# In front of the target, from the skin halfway down: a wall 30 mm wide.
WALL = [[-15.0, -46.0], [15.0, -46.0], [15.0, -25.0], [-15.0, -25.0]]


@pytest.mark.parametrize("outline", [WALL, WALL[::-1]])
def test_no_needle_enters_a_forbidden_region(outline):
    region = ForbiddenRegion("Vessel", outline, -20.0, 20.0)
    straight = ((0.0, -45.0, 0.0), (0.0, 0.0, 0.0))
    free, _, _ = look(torso())
    assert check_path(free, *straight).allowed
    obstacles, _, approaches = look(torso(), forbidden=(region,))
    through = check_path(obstacles, *straight)
    assert not through.allowed and "Vessel" in through.reason
    # Above the region the same way is free.
    assert check_path(obstacles, (0.0, -44.0, 26.0), (0.0, -20.0, 26.0)).allowed
    ways = 0
    for approach in approaches:
        useful = np.isfinite(approach.target_first_t) & (approach.reach_t > approach.target_first_t)
        for i, j in np.argwhere(useful):
            a, b = approach.a0 + i * approach.step_mm, approach.b0 + j * approach.step_mm
            depths = np.linspace(approach.entry_t[i, j], approach.reach_t[i, j], 60)
            points = np.array([approach.point_mm(a, b, t) for t in depths])
            inside = (np.abs(points[:, 0]) < 15) & (points[:, 1] < -25) & (np.abs(points[:, 2]) < 20)
            assert not inside.any()
            ways += 1
    assert ways > 20


def test_a_forbidden_region_has_a_name_of_its_own_and_meets_the_scan():
    sketch = torso()
    patch = sphere_structure((0.0, -30.0, 0.0), 8.0, sketch.grid, "Vessel")
    with pytest.raises(BadInput, match="already have a ROI"):
        look(sketch, structures=(patch,), forbidden=(ForbiddenRegion("Vessel", WALL, -20.0, 20.0),))
    with pytest.raises(BadInput, match="meets no slice"):
        look(torso(), forbidden=(ForbiddenRegion("Vessel", WALL, 200.0, 220.0),))
    with pytest.raises(BadInput, match="lean"):
        turned = grid_of(axes=np.eye(3)[[0, 2, 1]])
        structure_of(ForbiddenRegion("Vessel", WALL, -20.0, 20.0), turned)
    # Thinner than a slice it is still there.
    thin = structure_of(ForbiddenRegion("Vessel", WALL, 0.4, 0.9), sketch.grid)
    assert len(thin.contours) == 1


def test_lines_of_ones_own_are_kept_to_the_hundredth_of_a_millimetre():
    lines = (
        Line("1", (0.0, -80.0, 0.0), (0.0, 4.0, 0.0)),
        Line("2", (40.0, -80.0, 3.0), (5.0, 2.0, -3.0)),
        Line("misses", (60.0, -80.0, 30.0), (60.0, 4.0, 30.0)),
    )
    _, _, approaches = look(torso(), lines=lines)
    assert len(approaches) == 2
    for line, approach in zip(lines, approaches, strict=False):
        np.testing.assert_allclose(approach.direction, line.direction, atol=1e-12)
        a, b, _ = approach.lateral_mm([line.tip_mm])
        low = np.array([approach.a0, approach.b0])
        assert np.all(np.abs(np.array([a[0], b[0]]) - low - 0.01) < 0.011)


def test_seeds_lie_below_the_skin_along_every_ray():
    # A ball that touches the skin: rays keep 5 mm at the entry, and under the far skin too.
    sketch = torso()
    target = ball_target(sketch.grid, (0.0, -36.0, 0.0), 9.0)
    obstacles, _, approaches = look(sketch, target)
    checked = 0
    for approach in approaches:
        for i, j in np.argwhere(np.isfinite(approach.reach_t) & np.isfinite(approach.seed_from_t)):
            a, b = approach.a0 + i * approach.step_mm, approach.b0 + j * approach.step_mm
            t = np.linspace(approach.seed_from_t[i, j], approach.reach_t[i, j], 7)
            x, y, _ = approach.point_mm(a, b, t).T
            # The skin is the ellipse of half axes 60 and 45 mm: how deep, from its implicit form.
            level = np.sqrt((x / 60.0) ** 2 + (y / 45.0) ** 2)
            slope = np.hypot(x / 3600.0, y / 2025.0) / level
            assert ((1.0 - level) / slope).min() > 5.0 - 1.2  # voxels of 2 mm
            checked += 1
    assert checked > 1000


def test_a_flat_needle_and_a_shallow_tip_are_refused():
    obstacles, _, approaches = look(torso(), protocol=Protocol(axial_step_deg=10.0))
    for approach in approaches:
        ways = np.isfinite(approach.reach_t)
        assert approach.skin_angle_deg[ways].max() <= 60.0 + 1e-3
    # 64 degrees from the normal, and still from above.
    at = np.array([60.0 * np.sin(-0.3), -45.0 * np.cos(0.3), 0.0])
    inward = -at / np.array([3600.0, 2025.0, 1.0])
    angle = np.arctan2(inward[1], inward[0]) - np.deg2rad(65.0)
    flat = check_path(obstacles, at, at + 40.0 * np.array([np.cos(angle), np.sin(angle), 0.0]))
    assert "from the skin's normal, 60 allowed" in flat.reason
    shallow = check_path(obstacles, (0.0, -45.0, 0.0), (0.0, -42.0, 0.0))
    assert "below the skin, 5 mm needed" in shallow.reason
    ends = [(0.0, -42.0, 0.0), (0.0, -37.5, 0.0)]
    seed = check_path(obstacles, (0.0, -45.0, 0.0), (0.0, 0.0, 0.0), ends)
    assert "the end of a seed lies" in seed.reason


def test_the_skin_angle_is_that_of_the_surface():
    # A cylinder of 60 mm: the angle of a vertical line at lateral distance x is asin(x / 60).
    sketch = Sketch(grid_of((160.0, 160.0, 60.0))).cylinder(TISSUE, (0.0, 0.0), (60.0, 60.0))
    obstacles, _, _ = look(sketch)
    for x in (0.0, 15.0, 30.0, 45.0):
        entry = (x, -np.sqrt(3600.0 - x * x), 0.0)
        found = obstacles.skin_angle_deg(entry, (0.0, 1.0, 0.0))
        assert found == pytest.approx(np.degrees(np.arcsin(x / 60.0)), abs=3.0)


@pytest.mark.parametrize(
    ("code", "asked", "name", "as_scanned"),
    [
        ("HFS", "", "supine", True),
        ("FFP", "", "prone", True),
        ("HFDR", "", "right-down", True),
        ("FFDL", "", "left-down", True),
        ("", "", "supine", True),
        ("HFS", "prone", "prone", False),
        ("", "prone", "prone", True),
        ("HFP", "prone", "prone", True),
    ],
)
def test_patient_position_says_how_the_patient_lies(code, asked, name, as_scanned):
    found = position_of(code, asked)
    assert (found.name, found.as_scanned) == (name, as_scanned)
    assert found.stated == bool(code or asked)


def test_a_sitting_patient_is_asked_about():
    with pytest.raises(BadInput, match="--position"):
        position_of("SITTING")
    assert position_of("SITTING", "supine").name == "supine"


@pytest.mark.parametrize(
    "wishes",
    [
        {"side": "top"},
        {"angle_deg": 200.0},
        {"angle_deg": np.nan},
        {"max_lung_mm": -1.0},
        {"max_depth_mm": 0.0},
        {"side": "left", "lines": (Line("1", (0, 0, 0), (0, 0, 1)),)},
        {"angle_deg": 0.0, "tilt_deg": 10.0, "in_plane": True},
        {"forbidden": (ForbiddenRegion("a", WALL, 0, 9), ForbiddenRegion("a", WALL, 10, 19))},
    ],
)
def test_wishes_that_cannot_be_are_refused(wishes):
    with pytest.raises(BadInput):
        Steering(**wishes)


@pytest.mark.parametrize("text", ["up", "10:20:30", "nan", "10:", ":5"])
def test_a_direction_that_is_none_is_refused(text):
    with pytest.raises(BadInput, match="--from|DEG"):
        steering_of(text)


@pytest.mark.parametrize(
    "values",
    [(" ", WALL, 0, 9), ("a", WALL[:2], 0, 9), ("a", [[0, 0], [1, 0], [2, 0]], 0, 9), ("a", WALL, 9, 0)],
)
def test_a_forbidden_region_that_is_none_is_refused(values):
    with pytest.raises(BadInput, match="--forbid"):
        ForbiddenRegion(*values)


@pytest.mark.parametrize("text", ["10", "10:10", "up:down", "0:400", "10:20:30"])
def test_forbidden_directions_that_are_none_are_refused(text):
    with pytest.raises(BadInput, match="--not-from"):
        steering_of(not_from=[text])


@pytest.mark.parametrize(
    ("first", "last", "inside", "outside"),
    [(-10, 10, (-10, 0, 10), (-11, 11, 180)), (150, -150, (150, 180, -180, -150), (149, 0, -149))],
)
def test_a_range_of_directions_goes_upwards_from_the_one_to_the_other(first, last, inside, outside):
    found = ForbiddenDirections(first, last)
    assert all(map(found.holds, inside)) and not any(map(found.holds, outside))


def test_a_table_of_forbidden_regions_is_read(tmp_path):
    path = tmp_path / "forbidden.csv"
    head = "region,x_mm,y_mm,from_z_mm,to_z_mm"
    corners = ["0,0,-5,5", "10,0,-5,5", "0,10,-5,5"]
    path.write_text("\n".join([head, *(f"{n},{c}" for n in ("a", "b") for c in corners)]) + "\n")
    one, other = read_forbidden(path)
    assert (one.name, other.name, one.area_mm2) == ("a", "b", 50.0) and (one.from_z_mm, one.to_z_mm) == (
        -5,
        5,
    )
    for rows, said in (
        ([], "no region"),
        (["a,0,0,-5,5", "a,10,0,-5,5"], "three corners"),
        (["a,0,0,-5,5", "a,10,0,-5,6"], "other heights"),
        (["a,0,x,-5,5"], "y_mm"),
    ):
        path.write_text("\n".join([head, *rows]) + "\n")
        with pytest.raises(BadInput, match=said):
            read_forbidden(path)


def test_a_table_of_lines_is_read(tmp_path):
    path = tmp_path / "lines.csv"
    head = "needle,entry_x_mm,entry_y_mm,entry_z_mm,tip_x_mm,tip_y_mm,tip_z_mm"
    path.write_text(f"{head}\n1,0,-80,0,0,4,0\nB,1,2,3,4,5,6\n")
    one, other = read_lines(path)
    assert (one.name, other.name) == ("1", "B") and other.tip_mm.tolist() == [4, 5, 6]
    for text in (
        head,
        f"{head}\n1,0,0,0,0,0,0",
        f"{head}\n1,0,x,0,1,0,0",
        f"{head}\n1,0,0,0,1,0,0\n1,0,0,0,2,0,0",
        "a,b\n1,2",
    ):
        path.write_text(text)
        with pytest.raises(BadInput):
            read_lines(path)
    with pytest.raises(BadInput):
        read_lines(tmp_path / "missing.csv")


def test_lines_of_another_scan_are_refused():
    grid = grid_of()
    inside = Line("1", (0.0, -80.0, 0.0), (0.0, 4.0, 0.0))
    check_lines((), grid)
    check_lines((inside,), grid)
    far = Line("B", (800.0, -80.0, 0.0), (800.0, 4.0, 0.0))
    with pytest.raises(BadInput, match=r"tips of 1 of 2 needles lie outside the scan, needle B at \[800.0"):
        check_lines((inside, far), grid)
