"""The sheet for the CT room: each figure computed another way, from a phantom's truth or the files alone."""

import json
import re
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pydicom
import pytest
from evaluation_doubles import torso_result
from export_case import CENTRE_MM, make_case, small_plan

import phantoms
from dose_kernels.geometry import rays
from tps.access.bedside import Bedside, find_bedside
from tps.access.obstacles import find_obstacles
from tps.dicom.case import read_case
from tps.export.insertion_order import insertion_order
from tps.export.needle_guide import length_to_take, needle_guide, withdraw_steps
from tps.geometry.solid import build_solid
from tps.model import Crossing, Needle, Plan, Prescription, Protocol
from tps.report.content import Content
from tps.report.needle_blocks import (
    aim_lines,
    entry_lines,
    hub_lines,
    needle_blocks,
    push_lines,
    room_lines,
    seed_lines,
)
from tps.report.needle_loading import LEFT_MM, needle_loading_svg
from tps.report.needle_picture import entry_plane, needle_figure
from tps.report.protractor import MARGIN, RADIUS, protractor_svg, tilt_svg
from tps.report.skin_map import EDGE_MM, above_view, skin_map_svg, table_height_mm
from tps.report.skin_scene import skin_around, skin_scene_svg

UP = {"HFS": (0, -1, 0), "HFP": (0, 1, 0), "FFS": (0, -1, 0), "FFP": (0, 1, 0)}

# The couch's plate of every phantom: half a patient's depth and the foam below the middle.
PLATE_AT_MM = 122.0


@pytest.fixture(scope="module")
def liver(tmp_path_factory):
    """The phantom's case, its obstacles and its truth."""
    folder = phantoms.write_phantom("liver_metastasis", tmp_path_factory.mktemp("liver") / "patient")
    case = read_case(folder / "ct", folder / "rtstruct.dcm")
    target = build_solid(case.structures["Target"], case.ct.grid)
    obstacles = find_obstacles(case, [target], {}, Protocol())
    return case, obstacles, json.loads((folder / "truth.json").read_text())


def guide_of(needle, case, up=(0, -1, 0), seeds=(), protocol=None, bedside=None):
    return needle_guide(needle, seeds, case, protocol or Protocol(), up, bedside or Bedside(0.0))


@pytest.mark.patient
def test_the_room_around_an_entry_is_the_phantoms(liver):
    """Plate and middle of the synthetic patient are known; its body goes on beyond what needles reach."""
    case, obstacles, _ = liver
    assert obstacles.grid.shape[2] < case.ct.grid.shape[2], "the obstacles' grid ends within the body"
    for point in ((-118.0, -88.0, 7.5), (-20.0, -109.0, 35.0), (60.0, -100.0, 20.0)):
        found = find_bedside(obstacles, case.ct, point)
        assert found.laser_mm == pytest.approx(point[0])
        assert found.middle_mm == pytest.approx(point[0], abs=1.0)  # a voxel of 0.9 mm
        assert found.table_mm == pytest.approx(PLATE_AT_MM - point[1], abs=2.0)  # in cells of 3 mm


@pytest.mark.patient
def test_no_table_and_a_body_that_is_cut_say_nothing(liver):
    case, obstacles, _ = liver
    assert find_bedside(replace(obstacles, table_side=None), case.ct, (0, -100, 20)).table_mm is None
    torso = torso_result()
    labels = torso.obstacles.voxels.labels.copy()
    torso.case.ct.values.setflags(write=False)
    found = find_bedside(torso.obstacles, torso.case.ct, (30.0, -100.0, 50.0))
    assert found.middle_mm == pytest.approx(30.0, abs=3.0) and found.table_mm is None
    labels[:] = rays.BODY
    cut = SimpleNamespace(**{**vars(torso.obstacles), "voxels": SimpleNamespace(labels=labels)})
    assert find_bedside(cut, torso.case.ct, (30.0, -100.0, 50.0)).middle_mm is None


@pytest.mark.parametrize("position", UP)
def test_entry_is_found_on_the_file_alone(tmp_path, position):
    """Image number, column and row lead to the entry by nothing but the image's own header."""
    case = make_case(tmp_path, position)
    files = {int(f.InstanceNumber): f for f in map(pydicom.dcmread, (tmp_path / "ct").iterdir())}
    for needle in small_plan().needles:
        guide = guide_of(needle, case, UP[position])
        file = files[guide.row.image_number]
        row, column = np.array(file.ImageOrientationPatient, float).reshape(2, 3)
        dy, dx = map(float, file.PixelSpacing)
        at = np.array(file.ImagePositionPatient, float)
        at += (guide.pixel[0] - 1) * dx * row + (guide.pixel[1] - 1) * dy * column
        assert np.allclose(at[:2], needle.entry_mm[:2], atol=1e-6)
        assert abs(at[2] - needle.entry_mm[2]) <= 1.25 + 1e-6, "half a slice"
        assert at[2] == pytest.approx(guide.row.entry_slice_mm)


@pytest.mark.parametrize("position", UP)
def test_angles_lead_back_to_the_needle(tmp_path, position, rng):
    """Gantry tilted and protractor turned, as the sheet says, the needle lies where it was."""
    case, up = make_case(tmp_path, position), np.array(UP[position], float)
    head = np.array([0.0, 0, 1])
    for _ in range(20):
        direction = rng.normal(size=3) * (1, 1, 0.4)
        direction /= np.linalg.norm(direction)
        guide = guide_of(Needle(1, CENTRE_MM - 60 * direction, CENTRE_MM), case, up)
        outward = -direction
        # The tilted image's own vertical: upright, leaning as the gantry does.
        tilt = np.deg2rad(guide.gantry_deg)
        vertical = np.cos(tilt) * up - np.sin(tilt) * head
        if guide.hub_side:
            assert guide.hub_side == "the patient's " + ("left" if outward[0] > 0 else "right")
        side = np.array([np.sign(outward[0]), 0, 0])
        turn = np.deg2rad(guide.image_deg)
        again = np.cos(turn) * vertical + np.sin(turn) * side
        assert np.allclose(again, outward, atol=1e-9)
        # Seen along the body: the lateral part over the rise.
        flat = outward * (1, 1, 0)
        assert np.cos(np.deg2rad(guide.vertical_deg)) == pytest.approx(flat @ up / np.linalg.norm(flat))
        assert guide.leans_right == bool(outward @ case.ct.grid.axes[0] > 0), "as the scanner shows it"


def test_upright_needles_lean_nowhere(tmp_path):
    case = make_case(tmp_path)
    guide = guide_of(Needle(1, CENTRE_MM - [0, 60, 0], CENTRE_MM), case)
    assert guide.hub_side == "" and guide.in_plane and tilt_svg(guide) == ""
    assert aim_lines(guide) == [
        "**0\N{DEGREE SIGN} from the vertical**, upright",
        "in the slice: no gantry tilt",
    ]


def test_a_tilt_towards_the_head_says_which_edge_leans(tmp_path):
    """Entry at the feet, tip at the head: the image's upper edge must lean to the feet to hold both."""
    guide = guide_of(Needle(1, CENTRE_MM - [0, 60, 16.0766], CENTRE_MM), make_case(tmp_path))
    assert guide.gantry_deg == pytest.approx(15.0, abs=1e-3)
    text = " ".join(aim_lines(guide))
    assert "**15\N{DEGREE SIGN} out of the slice**, tip towards the head" in text
    assert "gantry's upper edge 15\N{DEGREE SIGN} to the feet" in text
    assert tilt_svg(guide).count("shaft") == 1
    # A needle from the side leaves the slice whatever the gantry does.
    flat = guide_of(Needle(1, CENTRE_MM - [60, 0, 20], CENTRE_MM), make_case(tmp_path / "flat"))
    assert "no gantry tilt shows it in one image" in aim_lines(flat)
    assert f"**{np.rad2deg(np.arctan(20 / 60)):.0f}\N{DEGREE SIGN} out of the slice**" in aim_lines(flat)[1]


@pytest.mark.parametrize("leans_right", [False, True])
def test_protractor_draws_the_angle_it_says(tmp_path, leans_right):
    side = 1 if leans_right else -1
    direction = np.array([-side * np.sin(np.deg2rad(25)), np.cos(np.deg2rad(25)), 0])
    svg = protractor_svg(guide_of(Needle(1, CENTRE_MM - 60 * direction, CENTRE_MM), make_case(tmp_path)))
    x1, y1, x2, y2 = map(
        float,
        re.search(r'x1="([-\d.]+)" y1="([-\d.]+)" x2="([-\d.]+)" y2="([-\d.]+)" class="shaft"', svg).groups(),
    )
    assert np.rad2deg(np.arctan2(x2 - x1, y1 - y2)) == pytest.approx(25 * side, abs=0.1)
    assert x1 == RADIUS + MARGIN and ">25\N{DEGREE SIGN}<" in svg
    assert svg.index("the patient's right") < svg.index("the patient's left")


def test_needle_to_take_leaves_a_grip():
    assert length_to_take(80.0, (100.0, 150.0)) == 100.0 and length_to_take(80.1, (150.0, 100.0)) == 150.0
    assert length_to_take(131.0, (100.0, 150.0)) is None


def test_steps_add_up_to_the_seeds():
    steps = withdraw_steps((3.0, 14.0, 25.5))
    assert steps == (3.0, 11.0, 11.5) and np.allclose(np.cumsum(steps), (3.0, 14.0, 25.5))
    assert withdraw_steps(()) == ()


def test_order_goes_by_target_then_depth():
    def needle(number, depth, target):
        return Needle(number, (0, 0, 0), (0, depth, 0), target=target)

    needles = (needle(1, 80, "A"), needle(2, 95, "A"), needle(3, 120, "B"), needle(4, 95.2, "A"))
    plan = Plan("i125_6711", Prescription(120.0), ("A", "B"), needles, ())
    order = insertion_order(plan)
    assert order.needles == (2, 4, 1, 3) and order.place(3) == 4
    assert order.text == "2, 4, 1, 3" and order.reason.startswith("target by target (A, B)")


# --- the block ---


@pytest.fixture(scope="module")
def content():
    result = torso_result()
    first, *rest = result.plan.needles
    crossed = (
        Crossing("Lung (from CT)", "cost", True, 12.0, 31.0),
        Crossing("Liver", "cost", False, 11.0, 43.0),
    )
    plan = replace(result.plan, needles=(replace(first, crossed=crossed), *rest))
    return Content.of(SimpleNamespace(**{**vars(result), "plan": plan}))


def test_a_block_says_how_far_with_what_and_through_what(content):
    needle = content.plan.needles[0]
    text = " ".join(push_lines(content, needle, content.guides[1]))
    assert "**96 mm** from the skin" in text and "take **150 mm**, 54 mm stay outside" in text
    assert "pleura* at 31 mm, 12 mm through Lung" in text and "Liver at 43 mm" in text
    # A ball of 15 mm around the middle of the needle's last 32 mm.
    assert re.search(r"GTV 65 to 95 mm", text) and "deepest seed's centre 93 mm" in text
    assert text.index("pleura") < text.index("Liver") < text.index("GTV")
    short = replace(content, protocol=Protocol(needle_lengths_mm=(100.0,)))
    guide = guide_of(needle, content.case, protocol=short.protocol)
    assert "no needle in stock is long enough (100 mm" in " ".join(push_lines(short, needle, guide))


def test_a_block_says_where_and_how_far_back(content):
    guide = content.guides[1]
    entry = content.plan.needles[0].entry_mm
    lines = entry_lines(guide)
    assert f"z {guide.row.entry_slice_mm:.1f} mm" in lines[0]
    assert f"**{entry[0]:.0f} mm to the patient's left** of the laser" in lines[1]
    assert (
        seed_lines(content, guide)[0]
        == "withdraw by **3 \N{RIGHTWARDS ARROW} 12 \N{RIGHTWARDS ARROW} 12** mm"
    )
    blocks = needle_blocks(content)
    assert [b["id"] for b in blocks] == [n.id for n in content.plan.needles]
    assert sorted(b["place"] for b in blocks) == list(range(1, 8))
    assert blocks[0]["boxes"] == ("depth reached, mm", "seeds dropped", "lot", "time", "initials")


def test_a_dial_that_is_not_as_the_image_says_so(content):
    assert room_lines(content) == []
    prone = replace(content, up=np.array([0.0, 1.0, 0.0]))
    assert room_lines(prone) == ["dial: as in the room; the CT image is upside down"]
    assert room_lines(prone)[0] in needle_blocks(prone)[0]["aim"]


def test_the_drawn_needle_has_its_own_size(content):
    """One unit of the drawing is a millimetre of paper: seeds lie where a ruler reads them."""
    svg = needle_loading_svg(content, content.plan.needles[0])
    width = float(re.search(r'viewBox="0 0 ([\d.]+)', svg)[1])
    css = (phantoms_root() / "tps/report/templates/report.css").read_text()
    assert f".loading1 {{ width: {width:g}mm" in css
    seeds = [
        float(x) + float(w) / 2
        for x, w in re.findall(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"[^>]*class="seed"', svg)
    ]
    assert np.allclose(np.array(seeds) - LEFT_MM, (3, 15, 27), atol=0.01)
    x, w = map(
        float, re.search(r'<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"[^>]*class="target"', svg).groups()
    )
    assert (x - LEFT_MM, x + w - LEFT_MM) == pytest.approx((1.0, 31.0), abs=0.6)  # steps of 0.5 mm


def phantoms_root():
    from pathlib import Path

    return Path(phantoms.__file__).parents[1]


def test_skin_map_puts_entries_on_their_grid(content):
    """At 1 : 1 two entries are as far apart on paper as on the patient, seen straight down."""
    view, svg = above_view(content), skin_map_svg(content)
    assert view.scale == 1.0
    drawn = np.array(re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="0.9"', svg), float)
    entries = np.array([n.entry_mm for n in content.plan.needles])
    # To the right of the page: the patient's left, x; up: the head, z.
    assert np.allclose(drawn[:, 0] - drawn[0, 0], entries[:, 0] - entries[0, 0], atol=0.02)
    assert np.allclose(drawn[:, 1] - drawn[0, 1], entries[0, 2] - entries[:, 2], atol=0.02)
    zero = view.at([[0.0, 0.0, entries[0, 2]]])[0, 0]
    assert drawn[0, 0] - zero == pytest.approx(entries[0, 0], abs=0.01), "the laser's line"
    assert view.at([[view.low[0], 0, view.high[1]]])[0] == pytest.approx([EDGE_MM, EDGE_MM])
    assert "the patient's right" in svg and svg.count('class="number"') == 7
    assert table_height_mm(content) is None


def test_entry_picture_holds_entry_and_tip(content):
    for needle in content.plan.needles:
        plane = entry_plane(content, needle)
        places, height = plane.project([needle.entry_mm, needle.tip_mm])
        assert np.all(places > 30) and np.all(places < plane.width_mm - 30)
        assert abs(height[0]) <= content.case.ct.grid.spacing_mm[2] / 2 + 1e-6
        assert plane.width_mm == pytest.approx(plane.height_mm)
    figure = needle_figure(content, content.plan.needles[0])
    assert [a.get_title() for a in figure.axes] == [
        "Along needle 1",
        f"Entry: {entry_plane(content, content.plan.needles[0]).title}",
    ]
    names = [t.get_text() for t in figure.axes[0].texts]
    assert "Lung from 31" in names and "Liver from 43" in names


@pytest.mark.parametrize("degrees", [0, 25, 60])
def test_room_of_the_hub_by_hand(tmp_path, degrees):
    """A needle from above that leans to the left; its entry lies 100 mm above and 30 mm left of the axis."""
    turn = np.deg2rad(degrees)
    outward = np.array([np.sin(turn), -np.cos(turn), 0.0])
    entry = np.array([30.0, -100.0, CENTRE_MM[2]])
    needle = Needle(1, entry, entry - 77.0 * outward)
    room = guide_of(needle, make_case(tmp_path), bedside=Bedside(0.0, table_mm=180.0)).hub
    # A shaft of 100 mm leaves 23 mm, and the hub is 25 mm long.
    x, y = 30 + 48 * np.sin(turn), -100 - 48 * np.cos(turn)
    assert room.gantry_mm == pytest.approx(350 - np.hypot(x, y))
    assert room.table_mm == pytest.approx(180 + 48 * np.cos(turn))
    (said,) = hub_lines(room)
    over = f"{room.table_mm:.0f} mm over the table"
    assert said == f"hub {room.gantry_mm:.0f} mm from the gantry (bore 700 mm), {over}"


def test_hub_that_does_not_fit_is_said_first(tmp_path):
    needle = Needle(1, CENTRE_MM + [0, -320.0, 0], CENTRE_MM + [0, -250.0, 0])
    room = guide_of(needle, make_case(tmp_path)).hub
    assert room.gantry_mm < 0 and room.table_mm is None
    assert hub_lines(room) == [f"**hub {-room.gantry_mm:.0f} mm too far out for the gantry's bore** (700 mm)"]
    wide = guide_of(needle, make_case(tmp_path / "b"), protocol=Protocol(gantry_bore_mm=1000.0)).hub
    assert wide.gantry_mm == pytest.approx(room.gantry_mm + 150)


def test_patient_who_lies_otherwise_than_in_the_scan_has_no_gantry(tmp_path):
    needle = Needle(1, CENTRE_MM + [0, -60.0, 0], CENTRE_MM)
    case = make_case(tmp_path)
    guide = needle_guide(needle, (), case, Protocol(), (0, 1, 0), Bedside(0.0), as_scanned=False)
    assert guide.hub.gantry_mm is None and hub_lines(guide.hub) == []


def test_skin_in_space_is_the_bodys_surface(content):
    """Heights are those of the labels, seen straight down; every entry lies on the drawn surface's raster."""
    skin = skin_around(content)
    assert np.isfinite(skin.height_mm).all()
    labels, grid = content.obstacles.voxels.labels, content.case.ct.grid
    for i, j in ((0, 0), (3, 4), (5, 2)):
        point = skin.points()[i, j]
        index = grid.world_to_index(point[None])[0]
        column = labels[round(index[2]), :, round(index[0])] != 0
        assert abs(column.argmax() - index[1]) <= 1.0
    svg = skin_scene_svg(content, skin)
    cells = (len(skin.across_mm) - 1) * (len(skin.along_mm) - 1)
    assert svg.count('class="skin3d"') == cells
    assert svg.count('class="number"') == len(content.plan.needles)
    for side in ("the patient's right", "the patient's left", "the head", "the feet"):
        assert side in svg
    air = SimpleNamespace(labels=np.zeros_like(labels))
    nobody = replace(content, obstacles=SimpleNamespace(**{**vars(content.obstacles), "voxels": air}))
    assert skin_scene_svg(nobody, skin_around(nobody)) == ""


def test_each_lesion_has_its_own_skin_map(content):
    """Needles of one target, its shape, and nothing of the other's."""
    needles = tuple(replace(n, target="Node" if n.id > 4 else "GTV") for n in content.plan.needles)
    node = replace(content.targets[0], name="Node")
    plan = replace(content.plan, needles=needles, targets=("GTV", "Node"))
    both = replace(content, plan=plan, targets=(*content.targets, node))
    for name, numbers in (("GTV", [1, 2, 3, 4]), ("Node", [5, 6, 7])):
        one = both.of_target(name)
        assert [n.id for n in one.plan.needles] == numbers and one.plan.targets == (name,)
        assert {s.needle for s in one.plan.seeds} == set(numbers)
        svg = skin_map_svg(one)
        assert svg.count('class="target"') == 1
        assert [int(n) for n in re.findall(r'class="number">(\d+)<', svg)] == numbers
