"""One seed in a scan with lung in it: isodose, window, readout, names and Ctrl-C against what is known."""

import base64
import io
import signal

import numpy as np
import pytest
from drawn_isodoses import distance_from_level, drawn_points
from export_case import CENTRE_MM, ball
from hand_plans import hand_request, write_patient
from PIL import Image
from pydicom import dcmread
from workstation_page import Page, Server, need_browser, until

from tps.dicom.case import read_case
from tps.dicom.rt.write_rtstruct import write_rtstruct
from tps.dose.engine import DoseEngine
from tps.model import Needle, Prescription, Seed
from tps.pipeline.edits import Edit
from tps.pipeline.finish import finish
from tps.pipeline.load import load_case
from tps.pipeline.prepare import prepare
from tps.pipeline.reevaluate import judged_layout
from tps.pipeline.write import write_plan
from tps.sources.library import load_source
from tps.workstation.grids import grid_entry
from tps.workstation.plan_basis import PlanBasis

LUNG_HU, LUNG_MM, LUNG_AT = -800, 7.0, CENTRE_MM + [0.0, 28.0, 0.0]
PRESCRIBED_GY = 60.0
MARKUP = "<img src=x onerror=alert(1)>"
# Columns, rows, and the axis across the picture, of each pane.
SHOWN = {"axial": (0, 1, 2), "sagittal": (1, 2, 0), "coronal": (0, 2, 1)}
# How far the dose grid is to lie beside the scan's voxels, in voxels.
BESIDE = 0.37


def write_scan(folder):
    """The oval of ``hand_plans`` with a ball of lung behind the middle; its case."""
    ct, _ = write_patient(folder)
    grid = read_case(ct).ct.grid
    for path in ct.iterdir():
        ds = dcmread(path)
        k = round((float(ds.ImagePositionPatient[2]) - grid.origin_mm[2]) / grid.spacing_mm[2])
        j, i = np.indices((ds.Rows, ds.Columns))
        index = np.column_stack([i.ravel(), j.ravel(), np.full(i.size, k)])
        inside = np.linalg.norm(grid.index_to_world(index) - LUNG_AT, axis=1).reshape(i.shape) < LUNG_MM
        pixels = ds.pixel_array.copy()
        pixels[inside] = LUNG_HU + 1024
        ds.PixelData = pixels.astype("<u2").tobytes()
        ds.save_as(path)
    return ct


def planned_at(folder, ct, centre, out):
    """A plan of one seed in the middle of a ball about ``centre``; its folder and what it rests on."""
    grid = read_case(ct).ct.grid
    structures = [ball(grid, centre, 8.0), ball(grid, centre + [25.0, 5.0, 0.0], 6.0, MARKUP, 2, "ORGAN")]
    drawn = folder / f"{out}.dcm"
    write_rtstruct(read_case(ct), structures, drawn)
    case = load_case(ct, drawn)
    request = hand_request(
        avoid={},
        limits=(),
        preferences=(),
        prescription=Prescription(PRESCRIBED_GY),
        allow_any_prescription=True,
        allow_any_strength=True,
    )
    prepared = prepare(case, request, search=False)
    along = np.array([0.0, 1.0, 0.0])
    needle = Needle(1, centre - 55.0 * along, centre + 3.0 * along, target="GTV")
    edit = Edit((needle,), (Seed(1, 1, centre, along, 2.5),))
    layout = judged_layout(prepared, request, edit, "a test")
    result = finish(case, request, prepared, layout)
    written = write_plan(result, folder / out, report=False).folder
    return written, PlanBasis.of(case, request, result.plan)


def beside_voxels(basis):
    """Where the dose grid's first point lies between the scan's voxels, (3,) in voxels."""
    scan, dose = (grid_entry(g) for g in (basis.case.ct.grid, basis.live.grid))
    apart = np.subtract(dose["origin_mm"], scan["origin_mm"]) / scan["spacing_mm"]
    return apart - np.floor(apart)


@pytest.fixture(scope="module")
def one_seed(tmp_path_factory):
    """The plan folder, the seed, and the scan's grid."""
    need_browser()
    folder = tmp_path_factory.mktemp("one")
    ct = write_scan(folder)
    # The grid follows the target: where it lies for a first place says by how much to move.
    _, basis = planned_at(folder, ct, CENTRE_MM, "first")
    spacing = basis.case.ct.grid.spacing_mm
    # Across the slices it follows the contours, which lie on them.
    centre = CENTRE_MM + (BESIDE - beside_voxels(basis)) * spacing * [1, 1, 0]
    plan, basis = planned_at(folder, ct, centre, "plan")
    assert beside_voxels(basis)[:2] == pytest.approx([BESIDE] * 2, abs=0.06)
    return plan, basis.start.seeds[0], basis.case.ct.grid


@pytest.fixture(scope="module")
def page(one_seed, tmp_path_factory):
    server = Server(one_seed[0], log=one_seed[0].parent / "view.log")
    page = Page(server.address, tmp_path_factory.mktemp("profile"))
    page.server = server
    yield page
    page.close()
    server.stop()


def test_the_isodose_of_one_seed_is_where_the_formula_has_it(page, one_seed):
    _, seed, grid = one_seed
    engine = DoseEngine(load_source("i125_6711"))
    page.at_rest()
    page.go(seed.position_mm + [0.4, -0.6, 0.9])
    for pane, axes in SHOWN.items():
        lines = page.attributes(f"[data-pane={pane}] .isodoses path", "data-gy", "d")
        path = next(d for gy, d in lines if float(gy) == PRESCRIBED_GY)
        depth = page.slice_of(pane) * grid.spacing_mm[axes[2]]
        points = drawn_points(path, axes, depth) + grid.origin_mm
        assert len(points) > 40
        # Without a plan of many seeds: no point beside the line can belong to another one.
        assert np.linalg.norm(points - seed.position_mm, axis=1).min() > 4.0
        assert distance_from_level(engine, [seed], points, PRESCRIBED_GY).max() < 0.3, pane
    legend = page.texts(".isodose-legend li")
    assert f"{PRESCRIBED_GY:.1f} Gy · 100 %" in legend


def grey_at(page, pane):
    """Grey of a pane's picture where the crosshair is, lines left out."""
    left, top, *_ = page.box(f"[data-pane={pane}] canvas")
    x, y = np.subtract(page.cross(pane), (left, top))
    script = """
      const c = document.querySelector(`[data-pane=${arguments[0]}] canvas`);
      const png = c.toDataURL('image/png');
      return png.slice(png.indexOf(',') + 1);
    """
    picture = Image.open(io.BytesIO(base64.b64decode(page.js(script, pane)))).convert("RGB")
    return picture.getpixel((round(x), round(y)))


def test_lung_has_the_grey_of_its_window_and_the_readout_says_hu_mm_and_dose(page, one_seed):
    page.go(LUNG_AT)
    page.focus("[data-pane=axial]")
    page.keys("2")
    until(lambda: "W 1500  L -600" in page.text("[data-pane=axial] .pane-window"), "lung window")
    page.settled()
    wanted = round(255 * (LUNG_HU - (-600 - 750)) / 1500)
    for pane in SHOWN:
        # The picture is scaled with smoothing; the ball is uniform, so one step of grey is rounding.
        assert grey_at(page, pane) == pytest.approx((wanted,) * 3, abs=1), pane
    page.hover(5, 5)
    until(lambda: page.attribute("[data-readout]", "data-exact") == "true", "the server's own figures")
    place, hu, dose, _ = page.texts("[data-readout] span")
    assert hu == f"{LUNG_HU} HU"
    assert [float(v) for v in place.replace("mm", "").split()[1::2]] == pytest.approx(LUNG_AT, abs=0.051)
    exact = DoseEngine(load_source("i125_6711")).dose_gy(LUNG_AT[None], [one_seed[1]])[0]
    gy, percent = dose.replace("(", "").split()[0:3:2]
    assert float(gy) == pytest.approx(exact, abs=0.051)
    assert float(percent) == pytest.approx(100 * exact / PRESCRIBED_GY, abs=0.51)


def test_a_name_with_markup_is_text_in_figures_tables_and_pictures(page):
    page.open()
    page.at_rest()
    assert MARKUP in page.texts(".region h3") and MARKUP in page.text(".dvh")
    page.click("#tab-structures")
    assert MARKUP in page.texts("[data-structure-row] button.link")
    page.click("#tab-steer")
    until(lambda: MARKUP in page.texts(".region-line span"), "name in the form")
    assert not page.css("img")
    page.watch()
    assert not page.messages


def test_ctrl_c_in_mid_edit_keeps_what_was_done_and_the_next_start_offers_it(page, one_seed, tmp_path):
    page.click("#tab-seeds")
    page.type_over('[data-seed-row="1"] input', "4.5")
    until(lambda: page.revision() == 2, "edit")
    page.at_rest()
    page.go(one_seed[1].position_mm)
    seed = '[data-pane=sagittal] [data-seed="1"] .grip'
    page.press(*page.place(seed))
    until(lambda: page.attribute('[data-seed-row="1"]', "aria-selected") == "true", "chosen seed")
    x, y = page.place(seed)
    page.drag((x, y), (x - 4 * page.px_per_mm("sagittal"), y), release=False)
    until(lambda: page.value('[data-seed-row="1"] input') != "4.5", "preview")
    page.server.stop(signal.SIGINT)
    assert page.server.process.returncode == 0
    until(lambda: page.text("#banner"), "word on the lost line")
    assert page.value('[data-seed-row="1"] input') == "4.5"
    page.server = Server(one_seed[0], log=tmp_path / "again.log")
    try:
        page.open(page.server.address)
        assert "1 edit" in page.text("#message") and "takes it away" in page.text("#message")
        page.click("#tab-seeds")
        assert page.value('[data-seed-row="1"] input') == "4.5"
        page.click("#tab-edits")
        page.js("[...document.querySelectorAll('#panel-edits button')].at(-1).click()")
        until(lambda: not page.fetched("/api/state")["plan"]["edited"], "plan as opened")
    finally:
        page.server.stop()
