"""Seeds found after an implant, corrected on the screen, from the open folder to the exported one."""

import json
import re

import numpy as np
import pytest
from hand_implant import LOST, write_hand_implant
from workstation_page import Page, Server, need_browser, until

GREY = """
  const picture = document.querySelector('[data-pane=axial] canvas').getContext('2d');
  return picture.getImageData(arguments[0], arguments[1], 1, 1).data[0];
"""
SLAB = """
  const slab = document.querySelector('.slab');
  slab.value = arguments[0];
  slab.dispatchEvent(new Event('change'));
"""


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    need_browser()
    return write_hand_implant(tmp_path_factory.mktemp("implant"))


@pytest.fixture(scope="module")
def page(folders, tmp_path_factory):
    server = Server(folders[1], log=folders[1].parent / "view.log")
    page = Page(server.address, tmp_path_factory.mktemp("profile"))
    yield page
    page.close()
    server.stop()


@pytest.fixture(autouse=True)
def as_opened(page):
    page.as_opened("found")


def number_of(page, planned):
    """The number on the screen of the seed that was planned as ``planned``."""
    rows = page.attributes("[data-seed-row]", "data-seed-row", "aria-label")
    return next(int(n) for n, label in rows if re.search(rf"seed {planned} of", label))


def place_of(page, number):
    return [float(v) for v in page.text(f'[data-seed-row="{number}"] .position').split(",")]


def d90(page):
    return page.figure("GTV", "d90_gy")


def choose(page, number):
    page.click(f'[data-seed-row="{number}"] th')
    until(lambda: page.css(f'[data-split="{number}"]'), "chosen seed")


def test_delivered_stands_beside_planned_and_the_lost_seed_is_named(page, folders):
    delivered, planned = (json.loads((f / "plan.json").read_text())["metrics"]["GTV"] for f in folders[::-1])
    assert d90(page) == pytest.approx(delivered["d90_gy"], abs=0.051)
    said = page.text('[data-roi=GTV] [data-metric="d90_gy"] .planned')
    assert said == f"planned {planned['d90_gy']:.1f} Gy"
    assert page.texts(".chip")[0] == "DELIVERED"
    assert page.text(".counts") == "11 of 12 seeds; 11 matched, 0 corrected by hand."
    assert f"Seed {LOST} of needle 4" in page.text(".found-list")
    assert not page.css("#tab-steer") and not page.one(".topbar button:nth-of-type(2)").text == "Sign"


def test_a_slab_shows_the_brightest_of_its_slices(page):
    number = number_of(page, 1)
    choose(page, number)
    place = page.cursor()
    x, y = page.cross("axial")
    left, top, *_ = page.box("[data-pane=axial] canvas")
    page.click("[data-toggle=isodoses]")

    def seen():
        page.settled()
        return page.js(GREY, round(x - left), round(y - top))

    assert seen() == 255
    # Four slices lower there is water: a slab of 10 mm does not reach back, one of 40 mm does.
    page.go([place[0], place[1], place[2] - 10.0])
    bare = seen()
    assert bare < 200
    for slab, bright in (("10", False), ("40", True)):
        page.js(SLAB, slab)
        assert (seen() == 255) is bright
        assert f"brightest of {slab} mm" in page.text("[data-pane=axial] .pane-window")
    page.click("[data-toggle=isodoses]")


def test_a_seed_is_dragged_anywhere_in_a_plane_and_the_dose_follows(page):
    number = number_of(page, 5)
    choose(page, number)
    before, figure = place_of(page, number), d90(page)
    start = page.place(f'[data-pane=sagittal] [data-seed="{number}"] .grip')
    scale = page.px_per_mm("sagittal")
    # Across its needle, and back along it: 4 mm towards the head, 3 mm to the front.
    end = (start[0] - 3 * scale, start[1] - 4 * scale)
    page.drag(start, end, release=False)
    until(lambda: d90(page) != figure, "figures that follow")
    assert page.text(".metrics .checked") == "preview"
    page.mouse("mouseReleased", *end, buttons=0)
    # A pixel is about half a millimetre here.
    wanted = np.add(before, [0, -3, 4])
    until(lambda: np.abs(np.subtract(place_of(page, number), wanted)).max() < 0.7, "moved seed")
    until(lambda: "by hand" in page.text(f'[data-seed-row="{number}"]'), "word that it was moved")
    page.at_rest()
    assert page.text(".metrics .checked") == "edited, not re-checked"
    page.keys("z", held="\ue009")
    until(lambda: place_of(page, number) == before, "the place before")


def test_keys_and_numbers_move_a_seed_along_the_axes(page):
    number = number_of(page, 5)
    choose(page, number)
    before = place_of(page, number)
    page.focus(f'[data-pane=axial] [data-seed="{number}"]')
    page.keys("\ue014")
    until(lambda: place_of(page, number) == pytest.approx(np.add(before, [0.5, 0, 0]), abs=0.06), "half a mm")
    page.type_over('.details .coordinates input[aria-label*="y"]', f"{before[1] + 2:.1f}")
    until(
        lambda: place_of(page, number) == pytest.approx(np.add(before, [0.5, 2, 0]), abs=0.11), "typed place"
    )


def test_split_take_out_add_then_check_and_export(page, folders):
    one, two = number_of(page, 1), number_of(page, 2)
    choose(page, one)
    page.click(f'[data-split="{one}"]')
    until(lambda: len(page.css("[data-seed-row]")) == 12, "two seeds of one")
    page.click(f'[data-seed-row="{two}"] button')
    until(lambda: len(page.css("[data-seed-row]")) == 11, "seed taken out")
    page.click(f'[data-take="lost{LOST}"]')
    until(lambda: len(page.css("[data-seed-row]")) == 12, "seed put where it was planned")
    page.click('[data-tool="seed"]')
    x, y = page.cross("axial")
    page.press(x + 30, y + 20)
    until(lambda: len(page.css("[data-seed-row]")) == 13, "seed where the click was")
    assert page.texts(".chip")[0] == "DELIVERED"
    page.click("#tab-edits")
    assert len(page.texts("ol.edits li")) == 4
    page.at_rest()
    shown = d90(page)
    page.js("[...document.querySelectorAll('.tools button')].find(b => b.textContent === 'Check').click()")
    page.type_over("#check-author", "A. Physicist")
    page.type_over("#check-reason", "looked again")
    page.click("dialog .primary")
    until(lambda: page.text(".metrics .checked") == "checked", "checked version")
    page.js("[...document.querySelectorAll('.tools button')].find(b => b.textContent === 'Export').click()")
    page.type_over("#export-name", "corrected")
    page.click("dialog .primary")
    out = folders[1].parent / "corrected"
    until((out / "plan.json").exists, "exported folder")
    until(lambda: "corrected" in page.text("dialog"), "word of it")
    written = json.loads((out / "plan.json").read_text())
    assert written["metrics"]["GTV"]["d90_gy"] == pytest.approx(shown, abs=0.051)
    assert written["authored"]["author"] == "A. Physicist" and len(written["edited_by_hand"]) >= 4
    page.keys("\ue00c")
    page.watch()
    # Reading pixels back is this file's doing, not the page's.
    assert not [text for text in page.messages if "willReadFrequently" not in text]
