"""Looking at a plan in the browser, as a person does: slices, crosshair, window, readout, tables, DVH."""

import io
import json
import re

import numpy as np
import pytest
from PIL import Image
from workstation_page import until

from tps.dicom.case import read_case
from tps.model.metric_table import TARGET_METRICS

PERCENT = '[data-level="{}"] td:last-child input'


@pytest.fixture(scope="module")
def plan(hand_plan):
    return json.loads((hand_plan / "plan.json").read_text())


@pytest.fixture(scope="module")
def ct(hand_plan):
    return read_case(hand_plan.parent / "ct").ct


@pytest.fixture(autouse=True)
def as_opened(page):
    """Each test begins with the page as it opens."""
    page.open()


def test_the_page_shows_all_panes_tables_and_curves_and_the_figures_of_the_plan(page, plan):
    assert [p.is_displayed() for p in page.css(".pane")] == [True] * 5
    assert len(page.css("[data-needle-row]")) == len(plan["needles"])
    assert page.css(".dvh .u-over")
    page.at_rest()
    shown = dict(
        zip(
            page.texts("[data-roi=GTV] [data-metric] dt"), page.texts("[data-roi=GTV] dd .value"), strict=True
        )
    )
    table = {m.key: m for m in TARGET_METRICS}
    for key, label in (("d90_gy", "D90"), ("v100", "V100")):
        printed = table[key].text(plan["metrics"]["GTV"][key])
        assert shown[label].replace(" ", "") == printed.replace(" ", "")


def test_no_request_leaves_this_machine_and_the_console_is_silent(page, view_server):
    page.watch()
    page.requests.clear()
    page.messages.clear()
    page.open()
    page.go(page.cursor())
    page.watch()
    hosts = {
        re.sub(r"^\w+://([^/]+).*", r"\1", url)
        for url in page.requests
        if not url.startswith(("data:", "about:"))
    }
    assert hosts == {view_server.origin.removeprefix("http://")}
    assert not page.messages


@pytest.mark.parametrize("pane", ["axial", "sagittal", "coronal"])
def test_a_notch_of_the_wheel_is_one_slice_and_it_stops_at_the_ends(page, pane):
    x, y = page.place(f"[data-pane={pane}]")
    first = page.slice_of(pane)
    page.wheel(x, y, 1)
    until(lambda: page.slice_of(pane) == first + 1, "next slice")
    page.wheel(x, y, -7)
    until(lambda: page.slice_of(pane) == first - 6, "slice six further up")
    page.focus(f"[data-pane={pane}]")
    page.keys("\ue010")  # End
    last = int(page.attribute(f"[data-pane={pane}]", "aria-label").split()[-1]) - 1
    until(lambda: page.slice_of(pane) == last, "last slice")
    page.wheel(x, y, 3)
    page.settled()
    assert page.slice_of(pane) == last
    page.keys("\ue011", "\ue015", "\ue00f")  # Home, arrow down, PgDn
    until(lambda: page.slice_of(pane) == 11, "slice 11")
    page.keys("\ue00e", "\ue013")  # PgUp, arrow up
    until(lambda: page.slice_of(pane) == 0, "first slice")


def test_fifty_notches_in_a_burst_are_fifty_slices(page):
    x, y = page.place("[data-pane=coronal]")
    page.focus("[data-pane=coronal]")
    page.keys("\ue011")
    until(lambda: page.slice_of("coronal") == 0, "first slice")
    page.wheel(x, y, 50)
    until(lambda: page.slice_of("coronal") == 50, "slice 50")
    # A touchpad sends parts of a notch: four quarters are one slice, three are none.
    for _ in range(3):
        page.mouse("mouseWheel", x, y, "none", 0, deltaX=0, deltaY=25)
    page.settled()
    assert page.slice_of("coronal") == 50
    page.mouse("mouseWheel", x, y, "none", 0, deltaX=0, deltaY=25)
    until(lambda: page.slice_of("coronal") == 51, "slice 51")


def centre_grey(page, pane):
    """Grey of the canvas where the crosshair is."""
    script = """
      const pane = document.querySelector(`[data-pane=${arguments[0]}]`);
      const canvas = pane.querySelector('canvas');
      const cross = pane.querySelector('.crosshair'), ratio = canvas.width / pane.clientWidth;
      const [x, y] = [cross.dataset.x, cross.dataset.y].map(v => Math.round(Number(v) * ratio));
      return [...canvas.getContext('2d').getImageData(x, y, 1, 1).data].slice(0, 3);
    """
    return page.js(script, pane)


def test_a_preset_gives_a_known_voxel_its_grey_and_the_readout_its_hu(page, ct):
    water = ct.grid.index_to_world(np.array([[v // 2 for v in ct.grid.shape[::-1]]]))[0]
    page.go(water)
    hu = float(ct.values[tuple(v // 2 for v in ct.grid.shape)])
    page.focus("[data-pane=axial]")
    for key, width, level in (("2", 1500, -600), ("3", 2500, 480), ("1", 400, 40)):
        page.keys(key)
        until(lambda w=width: f"W {w}" in page.text("[data-pane=axial] .pane-window"), "window")
        page.settled()
        wanted = round(255 * min(1.0, max(0.0, (hu - (level - width / 2)) / width)))
        # The picture is scaled with smoothing; the water is uniform, so one step of grey is rounding.
        assert centre_grey(page, "axial") == pytest.approx([wanted] * 3, abs=1), key
    readout = page.texts("[data-readout] span")
    assert readout[1] == f"{hu:.0f} HU"
    assert [float(v) for v in re.findall(r"-?\d+\.\d", readout[0])] == pytest.approx(water, abs=0.051)


def test_the_readout_gives_dose_in_gy_and_per_cent_and_the_structures(page, plan):
    # Between the needles, in the middle of the target.
    page.go(np.mean([s["position_mm"] for s in plan["seeds"]], axis=0))
    page.hover(5, 5)
    until(lambda: page.attribute("[data-readout]", "data-exact") == "true", "the server's own figures")
    dose = page.texts("[data-readout] span")[2]
    gy, percent = (float(v) for v in re.match(r"([\d.]+) Gy \((\d+) %\)", dose).groups())
    assert percent == pytest.approx(100 * gy / plan["prescription"]["dose_gy"], abs=0.51)
    assert "GTV" in page.texts("[data-readout] span")[3]


def test_a_click_in_one_pane_takes_the_others_there_and_a_reload_keeps_it(page, ct):
    x, y = page.place("[data-pane=axial]")
    page.press(x + 31, y - 17)
    page.settled()
    point = page.cursor()
    for pane, axis in (("axial", 2), ("sagittal", 0), ("coronal", 1)):
        index = ct.grid.world_to_index(np.array([point]))[0]
        # Half a voxel: the slice that holds the point is shown.
        assert abs(page.slice_of(pane) - index[axis]) <= 0.5
    x, y = page.place("[data-pane=sagittal]")
    page.focus("[data-pane=sagittal]")
    page.keys("f")
    page.settled()
    page.mouse("mouseWheel", x, y, "none", 0, deltaX=0, deltaY=-100, modifiers=2)
    page.keys("f")
    page.settled()
    assert page.cursor() == pytest.approx(point)
    until(lambda: "at=" in page.js("return location.hash"), "place in the address")
    page.driver.refresh()
    page.wait_ready()
    # The address keeps two digits.
    assert page.cursor() == pytest.approx(point, abs=0.0051)


def test_a_row_of_the_table_takes_all_panes_to_its_needle(page, plan):
    page.click('[data-needle-row="3"]')
    page.settled()
    seeds = [s for s in plan["seeds"] if s["needle"] == 3]
    assert any(np.allclose(page.cursor(), s["position_mm"], atol=1e-3) for s in seeds)
    for pane in ("axial", "coronal", "sagittal"):
        assert page.attributes(f"[data-pane={pane}] .needle.chosen", "data-needle") == [["3"]]
    until(lambda: "3" in page.text("[data-pane=needle] .pane-title"), "needle's own picture")
    assert page.attribute('[data-needle-row="3"]', "aria-selected") == "true"


def white_in_space(page):
    """How many pixels of the picture in space are nearly white: what is chosen is drawn so."""
    left, top, width, height = page.box("[data-pane=space]")
    shot = Image.open(io.BytesIO(page.driver.get_screenshot_as_png())).convert("RGB")
    part = shot.crop((left + 4, top + 30, left + width - 4, top + height - 4))
    return int((np.asarray(part, int).min(axis=2) > 190).sum())


def test_a_chosen_needle_stands_out_in_space(page):
    page.focus("[data-pane=axial]")
    page.settled()
    before = white_in_space(page)
    page.click('[data-needle-row="3"]')
    until(lambda: white_in_space(page) > before + 60, "white needle")


def test_a_seed_that_is_clicked_in_a_picture_is_chosen_in_the_table(page, plan):
    seed = plan["seeds"][4]
    page.click("#tab-seeds")
    page.go(seed["position_mm"])
    page.press(*page.place(f'[data-pane=sagittal] [data-seed="{seed["id"]}"] .grip'))
    until(lambda: page.attribute(f'[data-seed-row="{seed["id"]}"]', "aria-selected") == "true", "chosen row")


def test_the_dvh_says_under_the_pointer_what_its_table_says(page, plan):
    prescribed = plan["prescription"]["dose_gy"]
    box = page.box(".u-over")
    # The axis runs to three prescriptions; the target's curve lies above the others there.
    page.hover(box[0] + box[2] / 3, box[1] + 2)
    said = until(lambda: page.text(".dvh-readout"), "readout of the DVH")
    name, gy, percent, volume, cc = re.match(
        r"(.+): (\d+) Gy \((\d+) %\), ([\d.]+) %, ([\d.]+) cm³", said
    ).groups()
    assert name == "GTV" and int(gy) == pytest.approx(prescribed, abs=1)
    assert int(percent) == pytest.approx(100 * int(gy) / prescribed, abs=0.51)
    cell = f'.dvh-values [data-roi=GTV] [data-gy="{prescribed:g}"]'
    table = float(page.text(cell).split()[0])
    # The pointer may be one step of the axis, 1 Gy, beside the table's dose.
    slope = 100 * max(abs(np.diff(plan_fraction(page, [prescribed - 1, prescribed, prescribed + 1]))))
    assert float(volume) == pytest.approx(table, abs=slope + 0.11)
    assert float(cc) == pytest.approx(float(volume) / 100 * plan["metrics"]["GTV"]["volume_cc"], abs=0.02)


def plan_fraction(page, doses):
    """Volume fractions of the target as the server sent them."""
    curve = page.fetched("/api/state")["plan"]["dvh"]["GTV"]
    return np.interp(doses, curve["dose_gy"], curve["volume_fraction"])


def test_a_curve_is_hidden_by_a_click_and_so_is_its_contour(page):
    assert page.css('[data-pane=axial] [data-structure="GTV"]')
    page.click('[data-curve="GTV"]')
    until(lambda: not page.css('[data-pane=axial] [data-structure="GTV"]'), "picture without the contour")
    assert page.attribute('[data-curve="GTV"]', "aria-pressed") == "false"
    page.click('[data-curve="GTV"]')
    until(lambda: page.css('[data-pane=axial] [data-structure="GTV"]'), "contour again")


def test_isodoses_have_gy_and_per_cent_and_their_levels_can_be_changed(page, plan):
    prescribed = plan["prescription"]["dose_gy"]
    legend = page.texts(".isodose-legend li")
    assert f"{prescribed:.1f} Gy · 100 %" in legend
    page.click("#tab-structures")
    row = next(
        n for (n,) in page.attributes("[data-level]", "data-level") if page.value(PERCENT.format(n)) == "100"
    )
    page.type_over(PERCENT.format(row), "80")
    until(lambda: f"{0.8 * prescribed:.1f} Gy · 80 %" in page.texts(".isodose-legend li"), "level of 80 %")
    levels = [float(gy) for (gy,) in page.attributes("[data-pane=axial] .isodoses path", "data-gy")]
    assert any(v == pytest.approx(0.8 * prescribed) for v in levels)


def test_a_measured_distance_is_that_of_the_scan(page, ct):
    x, y = page.place("[data-pane=axial]")
    page.focus("[data-pane=axial]")
    page.keys("m")
    page.press(x, y)
    page.press(x + 60, y)
    label = until(lambda: page.text("[data-pane=axial] .measure text"), "measured distance")
    scale = page.px_per_mm("axial")
    # One digit is shown; a pixel may be rounded at either end.
    assert float(label.split()[0]) == pytest.approx(60 / scale, abs=0.05 + 1 / scale)


def test_all_targets_have_a_coldest_place_and_a_click_goes_there(page, plan):
    page.click("#tab-structures")
    cold = page.one('[data-structure-row="GTV"] button.small')
    shown = float(cold.text.split()[0])
    page.js("arguments[0].click()", cold)
    page.hover(5, 5)
    until(lambda: page.attribute("[data-readout]", "data-exact") == "true", "the server's own figures")
    gy = float(page.texts("[data-readout] span")[2].split()[0])
    # Both are of the server; one digit each is shown.
    assert gy == pytest.approx(shown, abs=0.11)
