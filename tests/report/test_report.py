"""The report: what the page says, that it stands alone, and that the pictures put things where they are."""

import base64
import io
import re
from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from drawn_scene import DrawnScene
from evaluation_doubles import TARGET_AT, IodineLikeEngine, SphereSolid, seven_needle_plan, torso_result
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.image import imread
from read_page import Page

from tps import NOT_FOR_CLINICAL_USE
from tps.model import Contour, Grid, Needle, Structure, Volume
from tps.report import make_report, needle_picture, write_report
from tps.report.content import Content
from tps.report.dvh_plot import dvh_figure, shown_regions
from tps.report.layers import ContourStack, inside_only, isodose_lines, layers_on, needle_parts, seed_lines
from tps.report.loading import from_tip, inside_target, loading_svg
from tps.report.overview_figure import hero_picture
from tps.report.picture_file import NOTICE_HEIGHT_IN, to_png
from tps.report.planes import Plane, letter, slice_plane, three_planes
from tps.report.slice_sheet import page_figure, strips
from tps.report.slices import target_figure


@pytest.fixture(scope="module")
def met():
    return torso_result()


@pytest.fixture(scope="module")
def content(met):
    return Content.of(met)


@pytest.fixture(scope="module")
def report(met):
    return make_report(met, DrawnScene())


@pytest.fixture(scope="module")
def page(report):
    return Page(report.files["report.html"].decode())


def test_files_of_a_report(report):
    assert set(report.files) == {
        "report.html",
        "scene.png",
        "dvh.png",
        "target-1.png",
        "target-slices-1.png",
        "target-slices-2.png",
        "slices-1.png",
        "slices-2.png",
    } | {f"needle-{n}.png" for n in range(1, 8)}
    assert all(data.startswith(b"\x89PNG") for name, data in report.files.items() if name.endswith(".png"))
    assert report.notes == ()


def test_page_stands_alone(page, report):
    assert page.references == []
    assert "url(" not in report.files["report.html"].decode()
    embedded = {base64.b64decode(image.partition(",")[2]) for image in page.images}
    assert embedded == {data for name, data in report.files.items() if name.endswith(".png")}


@pytest.mark.parametrize(
    "text",
    [
        NOT_FOR_CLINICAL_USE,
        "PRESCRIPTION MET",
        "120 Gy to the minimum peripheral dose",
        "PHANTOM-7",
        "Phantom Torso",
        "2026-01-02",
        "synthetic trunk",
        "7 needles, 21 seeds",
        "0.762 U (0.60 mCi), at 1.270 U/mCi",
        "16.00 U (12.6 mCi)",
        "level A: checked against the publication",
        "Phantom Torso PHANTOM-7 \u00b7 patient position",
        "7 needles, 21 seeds of",
        "usual surrogate",
        "CIAE-6711",
        "400 points differs by at most 0.04 %",
        "no plan from the same candidates has fewer than 19 (gap 10 %)",
        "bone (derived)",
        "made for a test",
        "Aorta D0.1cc < 120 Gy",
        "Named to be avoided (clearance) Aorta",
        "1.2.3.4.7",
        "ab" * 32,
        "3, 15, 27",
        "seedwright",
    ],
)
def test_page_says(page, text):
    assert text in page.text


def test_disclaimer_is_on_top_and_on_every_printed_page(report, page):
    html = report.files["report.html"].decode()
    assert page.text.count(NOT_FOR_CLINICAL_USE) == 2
    assert re.search(r"@media print.*\.footer \{ display: block; position: fixed; bottom: 0", html, re.S)


def test_every_picture_says_what_it_must_not_be_used_for(report):
    """A strip below the picture, black on white, on pictures wide and narrow."""
    pictures = {n: data for n, data in report.files.items() if n.endswith(".png") and n != "scene.png"}
    pictures["narrow"] = to_png(Figure(figsize=(1.2, 1.0)), 150)
    for name, data in pictures.items():
        picture = imread(io.BytesIO(data))[:, :, :3].mean(axis=2)
        dpi = {"slices": 150, "target-slices": 150, "narrow": 150, "needle": needle_picture.DPI}.get(
            name.rpartition("-")[0] or name, 220
        )
        strip = picture[-round(NOTICE_HEIGHT_IN * dpi) :]
        ink = np.flatnonzero((strip < 0.5).any(axis=0))
        assert len(ink) > 50, f"{name}: no notice"
        assert 0 < ink.min() and ink.max() < strip.shape[1] - 1, f"{name}: the notice is cut off"
        assert strip[0].min() == 1, f"{name}: the notice touches the picture"


def test_needle_sheet_names_targets_and_lung_where_there_is_something_to_tell(met, page):
    assert "Lung mm" not in page.text and "> Target <" not in page.text
    first, second, *rest = met.plan.needles
    needles = (replace(first, target="Node"), replace(second, lung_path_mm=23.4), *rest)
    changed = SimpleNamespace(**{**vars(met), "plan": replace(met.plan, needles=needles)})
    html = make_report(changed, DrawnScene()).files["report.html"].decode()
    sheet = html[html.index("Needle sheet") : html.index("On the way in")]
    head, *rows = sheet[sheet.index("<thead>") :].split("<tr>")[1:]
    assert "Target" in head and "Lung" in head
    assert ">Node<" in rows[0] and ">23<" in rows[1] and len(rows) == len(needles)
    assert {row.count("<td") for row in rows} == {head.count("<th") - 1}


def test_figures_are_those_of_the_evaluation(met, page):
    m = met.evaluation.metrics["GTV"]
    for value in (
        f"{m['minimum_peripheral_dose_gy']:.1f} Gy",
        f"{m['matched_peripheral_dose_gy']:.1f} Gy",
        f"{m['d90_gy']:.1f} Gy",
        f"{m['v150']:.1%}",
        f"{met.evaluation.metrics['Aorta']['d2cc_gy']:.1f}",
        met.evaluation.goals[1].value_text,
    ):
        assert value in page.text
    assert "\u2713 kept" in page.text and "\u2717 not kept" in page.text


def test_not_met_says_why_and_demonstration_data_are_marked():
    page = Page(make_report(torso_result("not-met", "C"), DrawnScene()).files["report.html"].decode())
    assert "PRESCRIPTION NOT MET" in page.text and "0.85 mCi per seed would do" in page.text
    assert "level C: demonstration, unverified" in page.text and "must not be used" in page.text


def test_a_missing_picture_is_a_note(met):
    report = make_report(met, DrawnScene(b"", "No 3D picture: no OpenGL."))
    assert report.notes == ("No 3D picture: no OpenGL.",)
    assert "scene.png" not in report.files
    assert "No 3D picture: no OpenGL." in Page(report.files["report.html"].decode()).text


def test_names_cannot_write_markup(met):
    identity = replace(met.case.identity, patient_name="<script>alert(1)</script>")
    changed = SimpleNamespace(**{**vars(met), "case": replace(met.case, identity=identity)})
    assert b"<script>" not in make_report(changed, DrawnScene()).files["report.html"]


def test_written_to_a_folder(met, tmp_path):
    report = write_report(met, tmp_path, DrawnScene())
    assert {p.name: p.read_bytes() for p in tmp_path.iterdir()} == report.files


def test_plan_without_needles(met):
    plan = replace(seven_needle_plan(status="not-met"), needles=(), seeds=())
    bare = SimpleNamespace(**{**vars(met), "plan": plan})
    report = make_report(bare, DrawnScene())
    assert not [name for name in report.files if name.startswith("slices")]
    text = Page(report.files["report.html"].decode()).text
    assert "0 needles, 0 seeds" in text and "Needle sheet" not in text


def test_hero_picture_with_and_without_the_space_view(met):
    drawn = to_png(Figure(figsize=(4, 3)), 100)
    both, alone = (imread(io.BytesIO(hero_picture(met, DrawnScene(png)))) for png in (drawn, b""))
    notice = round(NOTICE_HEIGHT_IN * 150)
    assert both.shape[1] > 2 * both.shape[0] and alone.shape[0] - notice == alone.shape[1]


# --- planes ---


@pytest.mark.parametrize(
    "axes, letters",
    [
        (np.eye(3), ["RLAP", "RLSI", "APSI"]),
        (np.diag([-1.0, -1, 1]), ["LRPA", "LRSI", "PASI"]),
        (np.diag([-1.0, 1, -1]), ["LRAP", "LRSI", "APSI"]),
    ],
)
def test_planes_keep_the_scanners_sides_and_put_the_head_up(axes, letters):
    grid = Grid(axes @ [-50, -50, -50], (1, 1, 2), (50, 100, 100), axes)
    planes = three_planes(grid, (3.0, 4.0, 5.2), 20.0)
    assert ["".join(p.edge_letters()) for p in planes] == letters
    for plane in planes:
        position, height = plane.project([(3.0, 4.0, 5.2)])
        assert abs(height[0]) <= 1.0 and np.allclose(position, 20, atol=1e-9)
        assert np.allclose(plane.project(plane.lift([(7.0, 9.0)]))[0], [(7, 9)])


def test_oblique_letters():
    assert letter(np.array([0.8, -0.6, 0])) == "LA" and letter(np.array([0, 0.05, -0.99])) == "I"


def test_plane_samples_the_volume_where_it_is():
    grid = Grid((-40, -30, -20), (2, 1, 2.5), (20, 60, 50))
    x, y, z = grid.centres_mm().T
    volume = Volume(grid, (x - 2 * y + 3 * z).reshape(grid.shape), "HU")
    for plane in three_planes(grid, (5.0, 0.0, 2.5), 10.0):
        _, _, points = plane.points(1.0)
        expected = points @ [1, -2, 3]
        # Trilinear interpolation is exact for a linear field, to float32 rounding.
        assert np.allclose(plane.sample(volume, 1.0, -999).ravel(), expected, atol=1e-3)
    outside = Plane(np.array([500.0, 0, 0]), np.array([1.0, 0, 0]), np.array([0, 1.0, 0]), 5, 5)
    assert np.all(outside.sample(volume, 1.0, -999) == -999)


def test_slice_plane_is_the_slice():
    grid = Grid((-40, -30, -20), (2, 1, 2.5), (20, 60, 50))
    plane = slice_plane(grid, 7, (-10, -5, -20), (10, 15, 20))
    assert np.isclose(plane.corner_mm[2], -20 + 7 * 2.5) and plane.title == "CT slice at z -2.5 mm"
    assert (plane.width_mm, plane.height_mm) == (20, 20)


# --- what lies on a plane ---


def test_target_outline_on_every_plane(content):
    for plane in three_planes(content.case.ct.grid, TARGET_AT, 30.0):
        lines = layers_on(content, plane).targets
        assert {name for name, _ in lines} == {"GTV"}
        for _, line in lines:
            radius = np.linalg.norm(plane.lift(line) - TARGET_AT, axis=1)
            # The axial plane shows the contour of the nearest drawn plane, half a slice away at most.
            assert np.all(radius < 15.3) and np.all(radius > 14.6)


def test_isodose_is_where_its_dose_is(content):
    plane = three_planes(content.case.ct.grid, TARGET_AT, 40.0)[0]
    lines = isodose_lines(content, plane)
    engine = IodineLikeEngine()
    for fraction, tolerance in ((0.5, 0.01), (1.0, 0.03)):
        assert lines[fraction]
        dose = engine.dose_gy(plane.lift(np.concatenate(lines[fraction])), content.plan.seeds)
        # Linear interpolation between samples 1 mm apart.
        assert np.allclose(dose, fraction * 120, rtol=tolerance)


def test_needle_parts_near_and_far_make_the_whole(content):
    plane = three_planes(content.case.ct.grid, TARGET_AT, 60.0)[0]
    near, far = needle_parts(content.plan.needles, plane, 3.0)
    length = {n.id: 0.0 for n in content.plan.needles}
    for number, line in near + far:
        length[number] += np.linalg.norm(np.diff(line, axis=0), axis=1).sum()
    for needle in content.plan.needles:
        in_plane = np.linalg.norm(np.cross(needle.tip_mm - needle.entry_mm, plane.normal))
        assert length[needle.id] == pytest.approx(in_plane, abs=1.0)  # runs share or lose one 0.5 mm step
    for _, line in near:
        assert len(line) >= 2
    shifted = replace(plane, corner_mm=plane.corner_mm + 90 * plane.normal)
    assert needle_parts(content.plan.needles, shifted, 3.0)[1] == []


def test_seeds_near_a_plane(content):
    plane = three_planes(content.case.ct.grid, TARGET_AT, 60.0)[0]
    heights = np.abs(plane.project([s.position_mm for s in content.plan.seeds])[1])
    lines = seed_lines(content.plan.seeds, plane, -1.0, 3.0, 4.6)
    assert len(lines) == np.count_nonzero(heights <= 3)
    assert len(seed_lines(content.plan.seeds, plane, 3.0, 9.0, 4.6)) == np.count_nonzero(
        (heights > 3) & (heights <= 9)
    )


def test_contours_across_the_slices_are_not_drawn_as_if_along():
    plane = three_planes(Grid((-50, -50, -50), (1, 1, 1), (100, 100, 100)), (0, 0, 0), 20.0)[0]
    upright = Structure("S", (Contour([(0, 0, 0), (0, 9, 0), (0, 9, 9)]),))
    assert ContourStack.of(upright, np.array([0, 0, 1.0])).on(plane) == []


def test_far_slices_show_noContour():
    square = Structure(
        "S", (Contour([(0, 0, 0), (9, 0, 0), (9, 9, 0)]), Contour([(0, 0, 3), (9, 0, 3), (9, 9, 3)]))
    )
    stack = ContourStack.of(square, np.array([0, 0, 1.0]))
    grid = Grid((-50, -50, -50), (1, 1, 1), (100, 100, 100))
    shown = [
        len(stack.on(slice_plane(grid, 50 + k, (0, 0, 0), (9, 9, 9)))) for k in (-2, -1, 0, 1, 2, 3, 4, 5)
    ]
    assert shown == [0, 1, 1, 1, 1, 1, 1, 0]  # up to half the spacing of the contours away


def test_lines_outside_the_picture_are_blanked():
    plane = Plane(np.zeros(3), np.array([1.0, 0, 0]), np.array([0, 1.0, 0]), 10, 10)
    line = inside_only(np.array([[-1.0, 5], [5, 5], [11, 5]]), plane)
    assert np.isnan(line[[0, 2]]).all() and line[1].tolist() == [5, 5]


# --- figures ---


def test_strip_holds_every_slice_with_a_needle(content):
    (strip,) = strips(content)
    index = content.case.ct.grid.world_to_index(
        [p for n in content.plan.needles for p in (n.entry_mm, n.tip_mm)]
    )[:, 2]
    assert sorted(strip.numbers) == list(range(round(index.min()), round(index.max()) + 1))
    assert list(strip.numbers) == sorted(strip.numbers, reverse=True), "the head comes first"
    across, down = strip.tiles
    assert strip.pages == -(-len(strip.numbers) // (across * down))
    figures = [page_figure(content, strip, page) for page in range(strip.pages)]
    assert sum(len(f.axes[0].images) for f in figures) == len(strip.numbers)
    for figure in figures:
        width, height = figure.get_size_inches()
        assert width <= 7.31 and height <= 9.71


@pytest.mark.parametrize("width_mm", [30.0, 400.0])
def test_labels_of_a_tile_do_not_run_into_each_other(content, width_mm):
    """Tall narrow tiles leave little room for slice, height and orientation."""
    (strip,) = strips(content)
    planes = tuple(
        Plane(p.corner_mm, p.right, p.down, width_mm, 3 * width_mm, "CT slice 145, -165.0 mm")
        for p in strip.planes
    )
    figure = page_figure(content, replace(strip, planes=planes, tiles=(7, 3)), 0)
    FigureCanvasAgg(figure).draw()
    texts = [t for t in figure.axes[0].texts if "CT slice" in t.get_text() or "up" in t.get_text()]
    boxes = [t.get_window_extent() for t in texts]
    assert len(boxes) >= len(planes[:21])
    for i, one in enumerate(boxes):
        assert not any(one.overlaps(other) for other in boxes[:i]), texts[i].get_text()


def test_each_target_has_its_own_strip(met):
    """Two targets far apart: each page shows one, near, and only the slices of its needles."""
    far = SphereSolid("Far", (-60.0, 10.0, 100.0), 10.0)
    needle = Needle(8, (-60.0, -90, 100), (-60.0, 12, 100), target="Far")
    plan = replace(met.plan, targets=("GTV", "Far"), needles=(*met.plan.needles, needle))
    regions = SimpleNamespace(targets=(*met.regions.targets, far), organs=())
    both = strips(Content.of(SimpleNamespace(**{**vars(met), "plan": plan, "regions": regions})))
    alone = strips(Content.of(met))[0]
    assert [s.target for s in both] == ["GTV", "Far"] and len(both[1].numbers) == 1
    assert both[0].numbers == alone.numbers and both[0].planes[0].width_mm == alone.planes[0].width_mm


def test_strip_shows_the_ct_behind_its_lines(content):
    (strip,) = strips(content)
    picture = imread(io.BytesIO(to_png(page_figure(content, strip, 0), 60)))[:, :, :3]
    # Soft tissue of 40 HU is middle grey in a window of 400 HU around 40 HU.
    grey = np.ptp(picture, axis=2) < 0.03
    middle = np.abs(picture.mean(axis=2) - 0.5) < 0.12
    assert np.mean(grey & middle) > 0.5


def test_target_figure_labels_isodoses_in_gy(content):
    figure = target_figure(content, content.targets[0])
    labels = [text.get_text() for text in figure.legends[0].get_texts()]
    assert labels[:5] == [
        "200 % = 240 Gy",
        "150 % = 180 Gy",
        "100 % = 120 Gy",
        "90 % = 108 Gy",
        "50 % = 60 Gy",
    ]
    assert len(figure.axes) == 3
    assert to_png(figure, 40).startswith(b"\x89PNG")


def test_dvh_figure_draws_the_dvh(content):
    assert shown_regions(content) == ["GTV", "Aorta"]
    axes = dvh_figure(content).axes[0]
    target = next(line for line in axes.lines if line.get_label().startswith("GTV"))
    at_120 = np.interp(120, target.get_xdata(), target.get_ydata())
    assert at_120 == pytest.approx(100 * content.evaluation.metrics["GTV"]["v100"], abs=0.3)


# --- loading sketch ---


def test_loading_sketch_has_every_seed(content):
    svg = loading_svg(content)
    assert (
        svg.count('class="seed"') == 21
        and svg.count('class="needle"') == 7
        and svg.count('class="target"') == 7
    )
    assert from_tip(content.plan, content.plan.needles[0]) == pytest.approx([3, 15, 27])


def test_part_of_a_needle_inside_its_target(content):
    first, last = inside_target(content, content.plan.needles[0], 60.0)
    # The middle needle: tip 16 mm beyond the centre of a sphere of 15 mm; steps of 0.5 mm.
    assert (first, last) == pytest.approx((1.0, 31.0), abs=0.51)
    assert inside_target(content, content.plan.needles[0], 0.6) is None
