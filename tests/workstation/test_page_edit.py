"""Moving seeds and needles by hand, keys and numbers; taking it back; what is never done by mistake."""

import json

import numpy as np
import pytest
from selenium.webdriver import Keys
from typer.testing import CliRunner
from workstation_page import until

from tps.cli.app import app
from tps.formats.seeds_csv import seeds_csv
from tps.model import Seed

TIP = '[data-pane=sagittal] [data-handle="tip"] .grip'
SEED = 5
CANCEL = """
  const pane = document.querySelector('[data-pane=sagittal]');
  pane.dispatchEvent(new PointerEvent('pointercancel', {pointerId: 1}));
"""
# Edits that are undone and done again.
COUNT = 25


@pytest.fixture(scope="module")
def plan(hand_plan):
    return json.loads((hand_plan / "plan.json").read_text())


@pytest.fixture(autouse=True)
def as_opened(page):
    """Each test begins with the plan as it was opened, and no dialog or tool left."""
    page.as_opened("seeds")


def choose_seed(page, plan, number=SEED):
    """Goes to a seed and chooses it by a click in the sagittal picture; its place on the screen."""
    seed = next(s for s in plan["seeds"] if s["id"] == number)
    page.go(seed["position_mm"])
    selector = f'[data-pane=sagittal] [data-seed="{number}"] .grip'
    page.press(*page.place(selector))
    until(lambda: page.attribute(f'[data-seed-row="{number}"]', "aria-selected") == "true", "chosen seed")
    return page.place(selector)


def depth_of(page, number=SEED):
    return float(page.value(f'[data-seed-row="{number}"] input'))


def d90(page):
    return page.figure("GTV", "d90_gy")


def test_a_seed_is_dragged_along_its_needle_and_figures_follow_before_release(page, plan):
    before, start, figure = depth_of(page), choose_seed(page, plan), d90(page)
    # The needles of this plan run from anterior to posterior: to the right in the sagittal picture, deeper.
    end = (start[0] + 5 * page.px_per_mm("sagittal"), start[1])
    page.drag(start, end, release=False)
    until(lambda: d90(page) != figure, "figures that follow")
    assert page.text(".metrics .checked") == "preview"
    assert not page.one(".goals").is_displayed(), "the verdict of the plan before"
    assert not page.css("ol.edits li")
    page.mouse("mouseReleased", *end, buttons=0)
    until(lambda: depth_of(page) == before - 5, "moved seed")
    page.click("#tab-edits")
    until(lambda: len(page.texts("ol.edits li")) == 1, "list of edits")
    assert "5" in page.texts("ol.edits li")[0]
    page.at_rest()
    assert page.text(".metrics .checked") == "edited, not re-checked"


def test_the_curve_as_opened_stays_dashed_beside_the_edited_one(page, plan):
    curves = "return document.querySelectorAll('.u-series').length"
    assert page.js("return document.querySelector('.dvh').textContent").count("before") == 0
    choose_seed(page, plan)
    page.focus(f'[data-pane=sagittal] [data-seed="{SEED}"]')
    page.keys(Keys.ARROW_DOWN, held=Keys.SHIFT)
    until(lambda: depth_of(page) == depth_in(plan) + 5, "moved seed")
    box = page.box(".u-over")
    said = set()
    # Along the target's falling slope two curves lie near each other: edited, and as opened.
    for part in np.linspace(0.2, 0.95, 60):
        for height in (0.1, 0.3, 0.5, 0.7):
            page.hover(box[0] + box[2] * part, box[1] + box[3] * height)
            said.add(page.text(".dvh-readout").split(":")[0])
        if {"GTV", "GTV, before"} <= said:
            break
    assert {"GTV", "GTV, before"} <= said, curves


def depth_in(plan, number=SEED):
    seed = next(s for s in plan["seeds"] if s["id"] == number)
    needle = next(n for n in plan["needles"] if n["id"] == seed["needle"])
    return round(float(np.linalg.norm(np.subtract(needle["tip_mm"], seed["position_mm"]))), 1)


def test_keys_move_half_a_millimetre_and_five_with_shift_and_ctrl_z_takes_it_back(page, plan):
    choose_seed(page, plan)
    before = depth_of(page)
    page.focus(f'[data-pane=sagittal] [data-seed="{SEED}"]')
    page.keys(Keys.ARROW_UP)
    until(lambda: depth_of(page) == before - 0.5, "half a millimetre deeper")
    page.keys(Keys.ARROW_DOWN, held=Keys.SHIFT)
    until(lambda: depth_of(page) == before + 4.5, "five millimetres back")
    page.keys("z", held=Keys.CONTROL)
    until(lambda: depth_of(page) == before - 0.5, "one edit undone")
    page.keys("z", held=Keys.CONTROL)
    until(lambda: depth_of(page) == before, "both edits undone")
    page.keys("z", held=Keys.CONTROL + Keys.SHIFT)
    until(lambda: depth_of(page) == before - 0.5, "one edit done again")


def test_a_typed_number_does_what_the_drag_does(page, plan):
    start = choose_seed(page, plan)
    before = depth_of(page)
    page.drag(start, (start[0] + 3 * page.px_per_mm("sagittal"), start[1]))
    until(lambda: depth_of(page) == before - 3, "moved seed")
    page.at_rest()
    dragged = page.texts(f'[data-seed-row="{SEED}"] td'), d90(page)
    page.keys("z", held=Keys.CONTROL)
    until(lambda: depth_of(page) == before, "undone drag")
    page.type_over(f'[data-seed-row="{SEED}"] input', str(before - 3))
    until(lambda: page.texts(f'[data-seed-row="{SEED}"] td') == dragged[0], "the same row")
    page.at_rest()
    until(lambda: d90(page) == dragged[1], "the same dose")


@pytest.mark.parametrize("how", ["escape", "blur", "pointercancel"])
def test_a_drag_that_is_broken_off_changes_nothing(page, plan, how):
    start = choose_seed(page, plan)
    before, revision, figure = depth_of(page), page.revision(), d90(page)
    end = (start[0] + 4 * page.px_per_mm("sagittal"), start[1])
    page.drag(start, end, release=False)
    until(lambda: depth_of(page) != before, "preview")
    if how == "escape":
        page.keys(Keys.ESCAPE)
    elif how == "blur":
        page.js("window.dispatchEvent(new Event('blur'))")
    else:
        page.js(CANCEL)
    until(lambda: depth_of(page) == before, "the place before")
    page.mouse("mouseReleased", *end, buttons=0)
    page.settled()
    until(lambda: d90(page) == figure, "the figures before")
    assert (depth_of(page), page.revision()) == (before, revision)
    page.click("#tab-edits")
    assert not page.css("ol.edits li")


def test_what_is_not_chosen_does_not_move(page, plan):
    seed = next(s for s in plan["seeds"] if s["id"] == SEED)
    page.go(seed["position_mm"])
    start = page.place(f'[data-pane=sagittal] [data-seed="{SEED}"] .grip')
    before, revision = depth_of(page), page.revision()
    page.drag(start, (start[0] + 40, start[1]))
    page.settled()
    assert (depth_of(page), page.revision()) == (before, revision)
    assert "again" in page.text("#message")


def test_what_is_locked_does_not_move_and_says_so(page, plan):
    start = choose_seed(page, plan)
    before = depth_of(page)
    page.click(f'[data-seed-row="{SEED}"] .lock')
    until(lambda: page.attribute(f'[data-seed-row="{SEED}"] .lock', "aria-pressed") == "true", "locked seed")
    revision = page.revision()
    page.drag(start, (start[0] + 40, start[1]))
    page.settled()
    assert page.revision() == revision
    assert "ocked" in page.text("#message")
    page.click(f'[data-seed-row="{SEED}"] .lock')
    until(lambda: page.css(f'[data-seed-row="{SEED}"] input'), "unlocked seed")
    assert depth_of(page) == before


def test_a_whole_needle_follows_with_its_seeds_and_a_rule_is_said_in_words(page, plan):
    page.click("#tab-needles")
    page.click('[data-needle-row="2"]')
    page.settled()
    tip = np.array(next(n for n in plan["needles"] if n["id"] == 2)["tip_mm"])
    seeds = {s["id"]: np.array(s["position_mm"]) for s in plan["seeds"] if s["needle"] == 2}
    x, y = page.place(TIP)
    # Between the first seed and the second.
    start = (x - 8 * page.px_per_mm("sagittal"), y)
    # Headwards, towards its neighbour, until the two are nearer than needles may be.
    end = (start[0], start[1] - 9 * page.px_per_mm("sagittal"))
    page.drag(start, end, release=False)
    until(lambda: "mm" in page.text("#message"), "rule in words")
    page.mouse("mouseReleased", *end, buttons=0)
    until(lambda: page.css('[data-needle-row="2"] .rules.broken'), "marked row")
    moved = page.js("return [...document.querySelectorAll('.coordinates input')].map(e => Number(e.value))")
    way = np.array(moved[3:]) - tip
    # A pixel is about half a millimetre here.
    assert way == pytest.approx([0, 0, 9], abs=0.7)
    page.click("#tab-seeds")
    for number, place in seeds.items():
        shown = [float(v) for v in page.text(f'[data-seed-row="{number}"] .position').split(",")]
        assert shown == pytest.approx(place + way, abs=0.051)


def test_a_needle_is_added_by_clicking_entry_and_tip_gets_a_seed_and_is_removed(page, plan):
    x, y = page.place("[data-pane=axial]")
    page.click("[data-tool=needle]")
    page.press(x + 40, y - 90)
    page.hover(x + 42, y - 30)
    assert page.css("[data-pane=axial] .draft line")
    page.press(x + 42, y)
    new = len(plan["needles"]) + 1
    page.click("#tab-needles")
    until(lambda: page.css(f'[data-needle-row="{new}"]'), "new needle")
    page.at_rest()
    page.click(".details .actions button")
    until(lambda: page.text(f'[data-needle-row="{new}"] td') == "1", "seed on it")
    page.at_rest()
    page.js("[...document.querySelectorAll('.details .actions button')].at(-1).click()")
    until(lambda: not page.css(f'[data-needle-row="{new}"]'), "needle gone")
    page.click("#tab-edits")
    assert len(page.texts("ol.edits li")) == 3


def state_of(page):
    return page.fetched("/api/state")["plan"]


def test_after_a_drag_the_dose_is_that_of_tps_dose_on_the_saved_seeds(page, plan, tmp_path):
    start = choose_seed(page, plan)
    before = depth_of(page)
    page.drag(start, (start[0] + 5 * page.px_per_mm("sagittal"), start[1]))
    until(lambda: depth_of(page) == before - 5, "moved seed")
    page.at_rest()
    now = state_of(page)
    assert now["checked"] == "edited-not-checked"
    seeds = [
        Seed(s["id"], s["needle"], s["position_mm"], s["direction"], s["strength_u"]) for s in now["seeds"]
    ]
    (tmp_path / "seeds.csv").write_text(seeds_csv(seeds))
    places = [np.mean([s.position_mm for s in seeds], axis=0), np.array(now["coldest"]["GTV"]["at_mm"])]
    rows = "".join(f"{x:.3f},{y:.3f},{z:.3f}\n" for x, y, z in places)
    (tmp_path / "points.csv").write_text(f"x_mm,y_mm,z_mm\n{rows}")
    files = [str(tmp_path / f"{name}.csv") for name in ("seeds", "points", "doses")]
    words = ["dose", "--source", "i125_6711", "--seeds", files[0], "--points", files[1], "--out", files[2]]
    done = CliRunner().invoke(app, words)
    assert done.exit_code == 0, done.output
    doses = [float(row.split(",")[-1]) for row in (tmp_path / "doses.csv").read_text().split()[1:]]
    shown = [page.fetched("/api/point?x={:.3f}&y={:.3f}&z={:.3f}".format(*p))["dose_gy"] for p in places]
    assert shown == pytest.approx(doses, rel=1e-3)
    # The lowest dose on the target's surface, as the metrics tell it.
    lowest = now["metrics"]["GTV"]["minimum_peripheral_dose_gy"]
    assert doses[1] == pytest.approx(lowest, rel=1e-3)


def test_a_needle_dropped_through_an_organ_says_so_in_words_and_its_row_is_marked(page, plan):
    page.click("#tab-needles")
    page.click('[data-needle-row="2"]')
    page.settled()
    x, y = page.place('[data-pane=axial] [data-handle="tip"] .grip')
    scale = page.px_per_mm("axial")
    # By its tip; 19 mm to the right of the picture and deeper lies the cord.
    start = (x, y)
    end = (start[0] + 19 * scale, start[1] + 7 * scale)
    page.drag(start, end, release=False)
    until(lambda: "Cord" in page.text("#message"), "organ in words")
    assert state_of(page)["edits"] == []
    page.mouse("mouseReleased", *end, buttons=0)
    row = '[data-needle-row="2"] .rules.broken'
    until(lambda: page.css(row), "marked row")
    assert "Cord" in page.text(row)
    page.at_rest()
    exact = state_of(page)
    (needle,) = [n for n in exact["needles"] if n["id"] == 2]
    assert any("Cord" in text for text in needle["rules"])
    assert exact["checked"] == "edited-not-checked" and exact["verdict"]


def test_a_region_is_forbidden_by_drawing_around_it_on_a_slice(page, plan):
    page.click("#tab-steer")
    page.go(plan["needles"][0]["tip_mm"])
    page.click('.tabs [data-tool="forbid"]')
    x, y = page.cross("axial")
    corners = [(x - 30, y - 30), (x + 30, y - 30), (x + 30, y + 20), (x - 30, y + 20)]
    page.hover(*corners[0])
    page.mouse("mousePressed", *corners[0])
    for start, end in zip(corners, [*corners[1:], corners[0]], strict=True):
        for part in np.linspace(0.1, 1.0, 8):
            page.mouse("mouseMoved", *(np.array(start) + part * (np.array(end) - start)))
    page.settled()
    assert page.css('[data-pane=axial] [data-forbidden="outline-draft"]')
    page.mouse("mouseReleased", *corners[0], buttons=0)
    page.type_over("#forbid-name", "Vessel")
    page.click("dialog .primary")
    until(lambda: "Vessel" in page.text(".forbidden-list"), "forbidden region")
    (region,) = state_of(page)["forbidden"]
    scale, here = page.px_per_mm("axial"), page.cursor()
    low, high = np.min(region["outline_mm"], axis=0), np.max(region["outline_mm"], axis=0)
    # Corners are taken every 1.5 mm.
    assert low == pytest.approx([here[0] - 30 / scale, here[1] - 30 / scale], abs=1.6)
    assert high == pytest.approx([here[0] + 30 / scale, here[1] + 20 / scale], abs=1.6)
    # Four slices of 2.5 mm to either side, each of them whole.
    assert (region["from_z_mm"], region["to_z_mm"]) == pytest.approx(
        (here[2] - 11.25, here[2] + 11.25), abs=1.3
    )
    for pane in ("axial", "sagittal", "coronal"):
        assert page.css(f'[data-pane={pane}] [data-forbidden^="regionVessel"]'), pane
    page.wheel(*page.place("[data-pane=axial]"), 8)
    until(lambda: not page.css('[data-pane=axial] [data-forbidden="regionVessel"]'), "slice beyond it")
    page.keys("z", held=Keys.CONTROL)
    until(lambda: not state_of(page)["forbidden"], "undone drawing")
    assert page.text(".forbidden-list") == ""


def test_directions_are_forbidden_by_an_arc_around_the_target(page, plan):
    page.click("#tab-steer")
    page.go(np.mean([s["position_mm"] for s in plan["seeds"]], axis=0).tolist())
    page.click('.tabs [data-tool="forbid-directions"]')
    x, y = page.cross("axial")
    # From straight above in the picture to its right.
    page.drag((x + 3, y - 60), (x + 60, y - 3), steps=8)
    until(lambda: state_of(page)["not_from"], "forbidden directions")
    (found,) = state_of(page)["not_from"]
    assert (found["from_deg"], found["to_deg"]) == pytest.approx((0, 90), abs=8)
    assert page.css('[data-pane=axial] [data-forbidden="sector0"]')
    page.click(".forbidden-list button")
    until(lambda: not state_of(page)["not_from"], "directions that are allowed again")


def test_the_undo_of_everything_gives_the_plan_as_it_was(page, plan):
    page.click("#tab-seeds")
    first = [page.texts(f'[data-seed-row="{s["id"]}"] td') for s in plan["seeds"]], d90(page)
    rng = np.random.default_rng(20260101)
    for _ in range(COUNT):
        seed = plan["seeds"][rng.integers(len(plan["seeds"]))]
        before = page.revision()
        page.type_over(
            f'[data-seed-row="{seed["id"]}"] input', f"{depth_in(plan, seed['id']) + rng.uniform(-2, 2):.1f}"
        )
        until(lambda b=before: page.revision() != b, "edit")
    last = [page.texts(f'[data-seed-row="{s["id"]}"] td') for s in plan["seeds"]]
    for _ in range(COUNT):
        before = page.revision()
        page.keys("z", held=Keys.CONTROL)
        until(lambda b=before: page.revision() != b, "undo")
    page.at_rest()
    until(
        lambda: ([page.texts(f'[data-seed-row="{s["id"]}"] td') for s in plan["seeds"]], d90(page)) == first,
        "the plan as opened",
    )
    for _ in range(COUNT):
        before = page.revision()
        page.keys("z", held=Keys.CONTROL + Keys.SHIFT)
        until(lambda b=before: page.revision() != b, "redo")
    until(
        lambda: [page.texts(f'[data-seed-row="{s["id"]}"] td') for s in plan["seeds"]] == last,
        "the last state",
    )


def test_a_second_tab_is_read_only_and_takes_over_when_the_first_goes(view_server, page, plan, tmp_path):
    choose_seed(page, plan)
    page.driver.switch_to.new_window("tab")
    page.resize(1440, 900)
    page.driver.get(view_server.address)
    until(lambda: page.js("return document.body?.dataset.ready === 'true'"), "second tab")
    until(lambda: any("another tab" in text for text in page.texts(".chip")), "word on reading only")
    page.click("#tab-seeds")
    assert not page.enabled(f'[data-seed-row="{SEED}"] input')
    assert not page.enabled("[data-tool=needle]")
    first, second = page.driver.window_handles
    page.driver.switch_to.window(first)
    page.driver.close()
    page.driver.switch_to.window(second)
    until(lambda: not any("another tab" in text for text in page.texts(".chip")), "editing second tab")
    assert page.enabled(f'[data-seed-row="{SEED}"] input')
