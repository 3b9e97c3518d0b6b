"""What a set of contours means: its volume, whatever is there twice, beside or between; or a word on it."""

import os

import numpy as np
import pytest
from drawn_regions import (
    CT,
    ball,
    cylinder,
    moved,
    read,
    redrawn,
    ring,
    rounded,
    said,
    scaled,
    volume_cc,
)
from hypothesis import given, settings
from hypothesis import strategies as st

from tps.errors import BadInput
from tps.geometry.solid import build_solid

# Of each shape; ``SEEDWRIGHT_FUZZ`` asks for more, as for damaged files.
SEEDS = int(os.environ.get("SEEDWRIGHT_FUZZ", "2000")) // 200

BALL = ball((20.0, -15.0, 1.25), 12.0, count=48)
BALL_CC = 7.1907  # of 48-cornered sections: 0.4 % less than 4/3 pi 12^3, and what the ends are read as
ISLAND = ball((-25.0, 20.0, 1.25), 12.0, count=48)


def refused(contours, *words, others=True):
    """The reason for which a region cannot be used."""
    if others:
        found = read(contours)
        assert "GTV" not in found.structures
        reason = found.left_out["GTV"]
        assert any("'GTV' IS LEFT OUT" in w and reason in w for w in found.warnings)
    else:
        with pytest.raises(BadInput) as caught:
            read(contours, others=False)
        reason = str(caught.value)
    for word in words:
        assert word in reason, reason
    return reason


def test_a_sound_region_has_its_volume_and_nothing_to_say():
    found = read(BALL)
    assert volume_cc(found) == pytest.approx(4 / 3 * np.pi * 1.2**3, rel=0.01)
    assert volume_cc(found) == pytest.approx(BALL_CC, rel=0.005)
    assert said(found) == []


@pytest.mark.parametrize(
    "copy",
    [
        pytest.param(BALL, id="exact"),
        pytest.param(rounded(BALL, 1), id="rounded to 0.1 mm"),
        pytest.param(moved(BALL, 0.01, 0, 0), id="0.01 mm beside"),
        pytest.param(moved(BALL, 0.2, 0, 0), id="0.2 mm beside"),
        pytest.param(moved(BALL, 0.15, 0.1, 0.2), id="beside, on other planes"),
        pytest.param(redrawn(BALL, 96), id="twice the points"),
        pytest.param([c[::-1] for c in BALL], id="the other way round"),
        pytest.param(rounded(BALL[2:6], 1), id="on four planes only"),
        pytest.param(rounded(BALL, 1) + moved(BALL, 0, 0.1, 0), id="three times in all"),
    ],
)
def test_what_is_there_twice_counts_once(copy):
    found = read(BALL + copy)
    assert volume_cc(found) == pytest.approx(volume_cc(read(BALL)), rel=0.003)
    assert any("drawn twice" in w and "counted once" in w for w in said(found))


def test_copies_say_how_far_they_differ():
    (remark,) = said(read(BALL + moved(BALL, 0.2, 0, 0)))
    assert "10 contour(s) are drawn twice on 10 plane(s), first at -10.0 mm" in remark
    assert "the copies run up to 0.2 mm beside" in remark


def test_thin_walls_and_specks_are_no_copies():
    wall = cylinder((0, 0), 12.0, -10, 10) + cylinder((0, 0), 10.5, -10, 10, clockwise=True)
    found = read(wall)
    assert len(found.structures["GTV"].contours) == len(wall) and said(found) == []
    specks = [ring((x, 0), 0.1, 0) for x in (0.0, 0.25)]
    assert len(read(specks).structures["GTV"].contours) == 2


@pytest.mark.parametrize("offset", [0.05, 0.15, 0.3, 0.45])
def test_islands_on_planes_a_little_beside(offset):
    both = BALL + moved(ISLAND, 0, 0, offset)
    found = read(both)
    assert volume_cc(found) == pytest.approx(volume_cc(read(BALL + ISLAND)), rel=1e-3)
    assert any(f"planes up to {offset:.2g} mm beside others" in w for w in said(found)) == (offset > 0.1)
    heights = {round(float(c.points_mm[0, 2]), 6) for c in found.structures["GTV"].contours}
    assert len(heights) == (10 if offset > 0.1 else 20)


@pytest.mark.parametrize("offset", [0.6, 1.0, 1.25])
def test_islands_between_the_planes_of_others_keep_their_volume(offset):
    found = read(BALL + moved(ISLAND, 0, 0, offset))
    assert volume_cc(found) == pytest.approx(volume_cc(read(BALL + ISLAND)), rel=0.01)


@pytest.mark.parametrize("offset", [0.15, 0.3])
def test_a_hole_on_planes_a_little_beside_is_a_hole(offset):
    outline, hole = cylinder((0, 0), 16, -12, 12), cylinder((2, 1), 8, -12, 12, clockwise=True)
    found = read(outline + moved(hole, 0, 0, offset))
    assert volume_cc(found) == pytest.approx(volume_cc(read(outline + hole)), rel=0.003)
    assert any(f"planes up to {offset:.2g} mm beside others" in w for w in said(found))


def test_a_hole_halfway_between_the_planes_of_its_outline_is_refused():
    outline, hole = cylinder((0, 0), 16, -12, 12), cylinder((2, 1), 8, -12, 12, clockwise=True)
    refused(outline + moved(hole, 0, 0, 1.25), "lie between larger ones above and below", "holes or not")
    refused(outline + moved(hole, 0, 0, 0.8), "holes or not")


def test_islands_on_single_planes_are_a_slice_thick_each():
    """They were as thick as the distance to the next island, wherever that lay."""
    single = volume_cc(read([ring((0, 0), 10, 0)])) + volume_cc(read([ring((25, 0), 8, 0)]))
    for gap in (0.8, 2.5, 5.0, 20.0):
        found = read([ring((0, 0), 10, 0), ring((25, 0), 8, gap)])
        assert volume_cc(found) == pytest.approx(single, rel=1e-3), gap
    (remark,) = said(read([ring((0, 0), 10, 0), ring((25, 0), 8, 0.8)]))
    assert "planes lie 0.8 mm beside others, where 2.5 mm is usual" in remark


def test_a_small_region_in_finer_steps_than_the_others_is_used_and_said():
    fine = [ring((0, 0), 4, 0), ring((0, 0), 4, 1.0)]
    (remark,) = said(read(fine))
    assert "planes lie 1 mm beside others, where 2.5 mm is usual: read as drawn" in remark


def test_fine_steps_are_no_planes_beside_each_other():
    fine = ball((0, 0, 0), 12.0, np.arange(-40, 41) * 0.5)
    found = read(fine)
    assert said(found) == [] and volume_cc(found) == pytest.approx(4 / 3 * np.pi * 1.2**3, rel=0.01)
    for contour, drawn in zip(found.structures["GTV"].contours, fine, strict=True):
        np.testing.assert_allclose(contour.points_mm, drawn, atol=1e-6)


def test_a_contour_that_runs_round_twice_is_refused():
    twice = [np.vstack([c, c + [0.004, 0.003, 0]]) for c in BALL]
    refused(twice, "runs round a place twice on 10 plane(s), first at -10.0 mm", "all of its volume")
    refused(twice, "runs round a place twice", others=False)
    one_loop = BALL[:4] + [np.vstack([BALL[4], ring((20, -15), 8.0, 0.0, 30)])] + BALL[5:]
    assert any("runs round a place twice on 1 plane(s)" in w for w in said(read(one_loop)))


@pytest.mark.parametrize("apart", [0.5, 0.8])
def test_two_outlines_with_a_rim_between_them_are_refused(apart):
    refused(BALL + moved(BALL, apart, 0, 0), "mm apart on average", "drawn twice")
    refused(BALL + scaled(BALL, 1 + apart / 12), "mm apart on average", "drawn twice")


def test_outlines_that_cross_are_refused_or_said_by_how_much_depends_on_it():
    refused(BALL + moved(BALL, 6, 0, 0), "contours cross each other on 10 plane(s)", "% of its volume")
    large = cylinder((0, 0), 20, -20, 20)
    some = said(read(large + cylinder((24, 0), 8, -6, 6)))
    assert any("contours cross each other on 5 plane(s), first at -5.0 mm" in w for w in some)
    assert said(read(large + cylinder((28.0, 0), 8, -6, 6))) == []  # they touch


def test_holes_are_said_where_they_run_as_their_outline_does():
    outline = cylinder((0, 0), 16, -12, 12)
    silent = read(outline + cylinder((2, 1), 8, -12, 12, clockwise=True))
    (remark,) = said(read(outline + cylinder((2, 1), 8, -12, 12)))
    assert said(silent) == [] and "the same way round: read as holes, 25 % of what is enclosed" in remark
    assert volume_cc(silent) == pytest.approx(np.pi * (16**2 - 8**2) * 22.5 / 1000, rel=0.01)


def test_parts_missing_where_others_are_drawn():
    """By exclusive or nothing is there; that it was forgotten is as likely."""
    island = [c for c in ISLAND if abs(c[0, 2] - 2.5) > 0.1]
    assert any(
        "not drawn on planes on which others are, first above 0.0 mm" in w for w in said(read(BALL + island))
    )
    outline, hole = cylinder((0, 0), 16, -12, 12), cylinder((2, 1), 8, -12, 12, clockwise=True)
    without_hole = said(read(outline + [c for c in hole if abs(c[0, 2]) > 0.1]))
    assert any("not drawn on planes on which others are, first above -2.5 mm" in w for w in without_hole)
    without_outline = said(read([c for c in outline if abs(c[0, 2]) > 0.1] + hole))
    assert any(
        "1 contour(s) lie between larger ones above and below, first at 0.0 mm" in w for w in without_outline
    )


SHAPES = {
    "ball": [ball((0, 0, 1), 12)],
    "islands": [ball((-16, 0, 1), 11), ball((16, 3, -2), 9)],
    "tube": [cylinder((0, 0), 16, -12, 12), cylinder((2, 1), 8, -12, 12, clockwise=True)],
    "single planes": [[ring((0, 0), 10, 2.5)], [ring((25, 0), 8, 2.5)]],
}


def spoiled(parts, seed):
    """One part of a region, or some of it, there again in one of many ways; and how, in words."""
    rng = np.random.default_rng(seed)
    chosen = int(rng.integers(len(parts)))
    share = rng.choice([1.0, 0.5, 0.2])
    some = [c for c in parts[chosen] if rng.random() <= share] or parts[chosen][:1]
    far = float(rng.choice([0.005, 0.05, 0.1, 0.2, 0.4, 0.8, 1.5, 3.0]))
    way = rng.normal(size=2)
    dx, dy = way / np.hypot(*way) * far
    near = float(rng.choice([0.05, 0.15, 0.3, 0.45]))
    ways = {
        "again": some,
        "again beside": moved(some, dx, dy, 0),
        "again rounded": rounded(some, int(rng.integers(0, 3))),
        "again redrawn": redrawn(some, int(rng.integers(10, 90))),
        "again the other way round": [c[::-1] + rng.normal(0, far / 10, 3) * [1, 1, 0] for c in some],
        "again larger": scaled(some, 1 + far / 30),
        "again on planes near by": moved(some, 0, 0, near),
        "again beside on planes near by": moved(some, dx, dy, near),
    }
    how = str(rng.choice([*ways, "on planes near by"]))
    if how == "on planes near by":
        parts = [moved(p, 0, 0, near) if k == chosen else p for k, p in enumerate(parts)]
        added = []
    else:
        added = ways[how]
    return [c for part in parts for c in part] + added, f"part {chosen} {how}, {far:g} mm, {near:g} mm"


@pytest.mark.parametrize("name", SHAPES)
def test_nothing_changes_a_volume_without_a_word(name):
    """Copies, near copies and planes beside others: the volume stays within 1 %, or it is said or refused."""
    sound = read([c for part in SHAPES[name] for c in part])
    volume = volume_cc(sound)
    for seed in range(SEEDS):
        contours, how = spoiled(SHAPES[name], seed)
        found = read(contours)
        if "GTV" in found.left_out:
            continue
        changed = volume_cc(found) / volume - 1
        assert abs(changed) < 0.01 or said(found), f"{name}, seed {seed}, {how}: {100 * changed:.1f} %"


@given(st.integers(0, 10**6))
@settings(max_examples=8, deadline=None)
def test_order_direction_and_first_vertex_mean_nothing(seed):
    rng = np.random.default_rng(seed)
    name = str(rng.choice([*SHAPES]))
    contours = [c for part in SHAPES[name] for c in part]
    shuffled = [np.roll(contours[k], int(rng.integers(99)), axis=0) for k in rng.permutation(len(contours))]
    assert volume_cc(read(shuffled)) == pytest.approx(volume_cc(read(contours)), rel=1e-6)
    turned = [c[::-1] if rng.random() < 0.5 else c for c in contours]
    assert volume_cc(read(turned)) == pytest.approx(volume_cc(read(contours)), rel=1e-6)


def test_a_gap_is_said_by_the_solid():
    apart = cylinder((0, 0), 8, -20, -10) + cylinder((0, 0), 8, 10, 20)
    solid = build_solid(read(apart).structures["GTV"], CT)
    assert any("left open" in note for note in solid.notes)
    sparse = build_solid(read([ring((0, 0), 8, 0), ring((0, 0), 8, 20)]).structures["GTV"], CT)
    assert any("drawn every 20.0 mm only, the CT's slices are 2.5 mm apart" in n for n in sparse.notes)
