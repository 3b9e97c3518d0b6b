"""Edits in the workstation: what they do, what they say, and the way back."""

import json

import numpy as np
import pytest
from export_case import CENTRE_MM
from hand_plans import STRENGTH_U, write_hand_plan
from workstation_visits import opened_desk, opened_room, visiting

from tps.errors import BadInput
from tps.formats.seeds_csv import seeds_csv
from tps.pipeline.edits import Edit
from tps.pipeline.finish import finish
from tps.pipeline.layout_rules import named_in
from tps.pipeline.reevaluate import judged_layout
from tps.workstation.arrangement import Arrangement
from tps.workstation.conflict import Conflict
from tps.workstation.desk import Desk
from tps.workstation.dose_plane import planes_in
from tps.workstation.history import History


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_hand_plan(tmp_path_factory.mktemp("hand"))


@pytest.fixture(scope="module")
def opened(folder):
    return opened_desk(folder)


@pytest.fixture
def desk(opened):
    """The plan as it was opened."""
    opened.open(opened.history.first.basis, opened.history.first.arrangement)
    return opened


# Planes of a screen: one that lies across everything, and a line of points through the ball's middle.
PLANE = {
    "origin_mm": (CENTRE_MM + [-20.0, 20.0, -5.0]).tolist(),
    "right_mm": [1.5, 0.0, 0.0],
    "down_mm": [0.0, -1.5, 0.5],
    "columns": 30,
    "rows": 20,
}
LEVEL = PLANE | {
    "origin_mm": (CENTRE_MM - [55.0, 0.0, 0.0]).tolist(),
    "right_mm": [10.0, 0.0, 0.0],
    "columns": 12,
    "rows": 1,
}


def do(desk, kind, **edit):
    return desk.edit(desk.revision, {"type": kind, **edit})


def seed_of(plan, number):
    return next(s for s in plan["seeds"] if s["id"] == number)


def needle_of(plan, number):
    return next(n for n in plan["needles"] if n["id"] == number)


def bits(desk):
    """Needles and seeds to the last bit."""
    now = desk.moment.arrangement
    return [
        *((n.id, n.entry_mm.tobytes(), n.tip_mm.tobytes(), n.target) for n in now.needles),
        *((s.id, s.needle, s.position_mm.tobytes(), s.direction.tobytes(), s.strength_u) for s in now.seeds),
        (sorted(now.locked_needles), sorted(now.locked_seeds)),
    ]


def test_a_seed_goes_along_its_needle(desk):
    before = desk.entry()
    plan = do(desk, "move-seed", seed=5, depth_mm=15.0)
    moved, needle = seed_of(plan, 5), needle_of(plan, 2)
    assert moved["depth_from_tip_mm"] == 15.0 and moved["manual"] is False
    tip, entry = np.array(needle["tip_mm"]), np.array(needle["entry_mm"])
    along = (tip - entry) / np.linalg.norm(tip - entry)
    assert np.abs(tip - 15.0 * along - moved["position_mm"]).max() < 2e-4  # printed to 0.0001 mm
    assert plan["edits"] == [{"number": 1, "text": "needle 2: seed 5 moved 2.0 mm further out"}]
    assert plan["edited"] and plan["checked"] == "preview" and plan["revision"] == before["revision"] + 1
    assert [s for s in plan["seeds"] if s["id"] != 5] == [
        s | {"rules": seed_of(plan, s["id"])["rules"]} for s in before["seeds"] if s["id"] != 5
    ]


def test_a_place_beside_the_needle_is_moved_onto_it(desk):
    now = desk.moment.arrangement
    needle, seed = now.needle(2), now.seed(5)
    place = seed.position_mm - 1.3 * needle.direction + [2.0, 0.0, 0.7]
    plan = do(desk, "move-seed", seed=5, position_mm=place.tolist())
    assert seed_of(plan, 5)["depth_from_tip_mm"] == pytest.approx(14.3)
    assert seed_of(plan, 5)["manual"] is True
    assert any("positions go in steps of 1 mm" in text for text in seed_of(plan, 5)["rules"])


def test_a_needle_takes_its_seeds_along(desk):
    before = desk.moment.arrangement
    tip = before.needle(1).tip_mm + [3.0, 0.0, 4.0]
    plan = do(desk, "move-needle", needle=1, tip_mm=tip.tolist())
    assert plan["edits"][0]["text"] == "needle 1: tip moved 5.0 mm"
    after = desk.moment.arrangement
    needle = after.needle(1)
    for seed in after.seeds_on(1):
        assert np.allclose(seed.direction, needle.direction, atol=1e-12)
        old = before.seed(seed.id)
        away = np.linalg.norm(before.needle(1).tip_mm - old.position_mm)
        assert np.allclose(seed.position_mm, needle.tip_mm - away * needle.direction, atol=1e-9)
    assert [seed_of(plan, n)["depth_from_tip_mm"] for n in (1, 2, 3)] == [3.0, 13.0, 23.0]
    entry = needle.entry_mm + [0.0, 0.0, 2.0]
    plan = do(desk, "move-needle", needle=1, entry_mm=entry.tolist(), tip_mm=(tip + [0, 0, 1]).tolist())
    assert plan["edits"][1]["text"] == "needle 1: entry moved 2.0 mm, tip moved 1.0 mm"


def test_needles_and_seeds_come_and_go_and_numbers_are_never_given_twice(desk):
    old = desk.moment.arrangement.needle(1)
    plan = do(desk, "remove-seed", seed=12)
    plan = do(desk, "add-seed", needle=4, depth_mm=24.0)
    assert seed_of(plan, 13)["strength_u"] == STRENGTH_U and seed_of(plan, 13)["needle"] == 4
    plan = do(desk, "remove-needle", needle=4)
    assert {s["id"] for s in plan["seeds"]} == set(range(1, 10))
    shift = np.array([-6.0, 0.0, 20.0])
    plan = do(
        desk, "add-needle", entry_mm=(old.entry_mm + shift).tolist(), tip_mm=(old.tip_mm + shift).tolist()
    )
    assert needle_of(plan, 5)["target"] == "GTV"
    assert "needle 5 carries no seed; it is left out of the plan" in needle_of(plan, 5)["rules"]
    plan = do(desk, "add-seed", needle=5, depth_mm=3.0, strength_u=0.5)
    assert seed_of(plan, 14)["strength_u"] == 0.5 and plan["strengths_u"] == [0.5, STRENGTH_U]
    assert [e["text"] for e in plan["edits"]] == [
        "needle 4: seed 12 removed",
        "needle 4: seed 13 added 24.0 mm from the tip",
        "needle 4 removed",
        f"needle 5 added, {needle_of(plan, 5)['length_mm']:.1f} mm deep",
        "needle 5: seed 14 added 3.0 mm from the tip",
    ]


def test_what_is_locked_stays(desk):
    plan = do(desk, "lock", needle=1)
    assert needle_of(plan, 1)["locked"] and not plan["edited"] and plan["checked"] != "edited-not-checked"
    do(desk, "lock", seed=5)
    before = bits(desk)
    for kind, edit in (
        ("move-seed", {"seed": 2, "depth_mm": 20}),
        ("move-seed", {"seed": 5, "depth_mm": 20}),
        ("remove-seed", {"seed": 5}),
        ("remove-needle", {"needle": 2}),
        ("move-needle", {"needle": 2, "tip_mm": [0, 0, 0]}),
        ("add-seed", {"needle": 1, "depth_mm": 33}),
    ):
        with pytest.raises(BadInput, match="is locked"):
            do(desk, kind, **edit)
    assert bits(desk) == before
    needles, seeds = desk.moment.arrangement.kept
    assert [n.id for n in needles] == [1, 2] and [s.id for s in seeds] == [1, 2, 3, 5]
    do(desk, "unlock", needle=1)
    do(desk, "unlock", seed=5)
    assert desk.moment.arrangement.kept == ((), ())
    assert do(desk, "move-seed", seed=2, depth_mm=14.0)["edited"]


def test_what_cannot_be_built_is_refused_and_nothing_is_changed(desk):
    before, revision = bits(desk), desk.revision
    for kind, edit, said in (
        ("move-seed", {"seed": 2, "depth_mm": 3.5}, "lie within each other"),
        ("move-seed", {"seed": 1, "depth_mm": -5.0}, "beyond the tip"),
        ("move-seed", {"seed": 99, "depth_mm": 3}, "no seed 99"),
        ("move-seed", {"seed": 1}, "position_mm is no point"),
        ("move-seed", {"seed": True, "depth_mm": 3}, "no whole number"),
        ("move-seed", {"seed": 1, "depth_mm": "3"}, "no number that can be meant"),
        ("move-seed", {"seed": 1, "depth_mm": float("nan")}, "no number that can be meant"),
        ("move-seed", {"seed": 1, "position_mm": [0, 0, 1e9]}, "no number that can be meant"),
        ("move-needle", {"needle": 1}, "neither entry nor tip"),
        ("move-needle", {"needle": 7, "tip_mm": [0, 0, 0]}, "no needle 7"),
        ("add-needle", {"entry_mm": [0, 0, 0], "tip_mm": [0, 0, 0.5]}, "less than 1 mm"),
        ("add-needle", {"entry_mm": [0, 0, 0], "tip_mm": [0, 0, 50], "target": "Cord"}, "no such target"),
        ("add-seed", {"needle": 1, "depth_mm": 33, "strength_u": 0}, "strength of 0"),
        ("explode", {}, "no such edit"),
        (["x"], {}, "no such edit"),
    ):
        with pytest.raises(BadInput, match=said):
            do(desk, kind, **edit)
    for seed in range(1, 12):
        do(desk, "remove-seed", seed=seed)
    with pytest.raises(BadInput, match="no seed would be left"):
        do(desk, "remove-seed", seed=12)
    for _ in range(11):
        desk.undo()
    assert bits(desk) == before and desk.revision > revision


def test_an_edit_of_what_has_changed_since_is_refused(desk):
    old = desk.revision
    do(desk, "move-seed", seed=5, depth_mm=15.0)
    with pytest.raises(Conflict):
        desk.edit(old, {"type": "move-seed", "seed": 5, "depth_mm": 16.0})
    with pytest.raises(Conflict):
        desk.drag(old, {"type": "move-seed", "seed": 5, "depth_mm": 16.0})


def test_rules_are_told_where_they_are_broken_and_allowed(desk):
    plan = do(desk, "move-seed", seed=2, depth_mm=10.0)
    said = "needle 1: seeds 1 and 2 are 7.0 mm apart, 10 to 15 mm allowed"
    assert said in seed_of(plan, 2)["rules"] and said in seed_of(plan, 1)["rules"]
    assert said in needle_of(plan, 1)["rules"] and said in plan["rules"]
    assert seed_of(plan, 4)["rules"] == []
    result = desk.evaluated(desk.moment)
    assert any(said in text for text in (*map(str, result.plan.reasons), *result.plan.warnings))
    entry = desk.moment.arrangement.needle(3).entry_mm
    far = do(desk, "move-needle", needle=3, entry_mm=(entry - [0, 30, 0]).tolist())
    assert any(text.startswith("needle 3:") and "skin" in text for text in needle_of(far, 3)["rules"])


@pytest.mark.parametrize(
    ("text", "needles", "seeds"),
    [
        ("seeds 3 and 14 are 9.2 mm apart, 10 mm needed", set(), {3, 14}),
        ("seeds 3 and 14 of those there already are 9.2 mm apart", set(), {3}),
        ("needle 2: seeds 6 and 5 are 7.0 mm apart", {2}, {5, 6}),
        ("seed 4 lies 1.0 mm beside the axis of needle 12; taken as given", {12}, {4}),
        ("needles 1 and 2 enter 4.0 mm apart", {1, 2}, set()),
        ("7 needles, 6 allowed", set(), set()),
    ],
)
def test_what_the_text_of_a_rule_names(text, needles, seeds):
    assert named_in(text) == (needles, seeds)


def test_the_full_evaluation_of_an_edited_plan_is_that_of_tps_evaluate(desk):
    first = desk.history.first
    do(desk, "move-seed", seed=5, depth_mm=15.0)
    do(desk, "move-needle", needle=1, tip_mm=(first.arrangement.needle(1).tip_mm + [0, 2, 0]).tolist())
    preview = desk.entry()
    plan = desk.refine()
    basis = desk.moment.basis
    needles, seeds = desk.moment.arrangement.planned
    words = ("needle 1: tip moved 2.0 mm", "needle 2: seed 5 moved 2.0 mm further out")
    layout = judged_layout(basis.prepared, basis.request, Edit(needles, seeds, words), "here")
    result = finish(basis.case, basis.request, basis.prepared, layout, words)
    assert plan["checked"] == "edited-not-checked" and plan["revision"] == preview["revision"]
    for roi, values in result.evaluation.metrics.items():
        for key, value in values.items():
            if np.isfinite(value):
                assert plan["metrics"][roi][key] == pytest.approx(value, rel=1e-5)
    assert desk.evaluated(desk.moment).plan.edited_by_hand == words
    # The preview's samples: the target's are the evaluation's own, the surface lacks the spots between them.
    exact, rough = plan["metrics"]["GTV"], preview["metrics"]["GTV"]
    for key in ("d90_gy", "v100", "v150", "mean_gy", "volume_cc"):
        assert rough[key] == pytest.approx(exact[key], rel=2e-3)
    assert 1.0 <= rough["minimum_peripheral_dose_gy"] / exact["minimum_peripheral_dose_gy"] < 1.06
    assert "ci" not in rough and preview["verdict"] is None and plan["verdict"] is not None


def test_regions_far_from_the_hand_are_not_counted_again_and_near_ones_are(desk):
    samples, reference = desk.moment.basis.live.samples(), 100.0
    dose = desk.doses().sampled.dose_gy
    first = samples.figures(dose, reference)
    region = next(r for r in samples.regions if r.name == "Cord")
    changed = dose.copy()
    changed[region.first] += 0.009
    assert samples.figures(changed, reference)[1]["Cord"] is first[1]["Cord"]
    changed[region.first] += 0.002
    second = samples.figures(changed, reference)
    assert second[1]["Cord"] is not first[1]["Cord"] and second[1]["GTV"] is first[1]["GTV"]
    # Small changes do not add up unseen: each is held against what was counted.
    for _ in range(3):
        changed[region.first] += 0.006
    assert (
        samples.figures(changed, reference)[1]["Cord"].dose_gy.max()
        == changed[region.first : region.end].max()
    )
    assert samples.figures(dose, 90.0)[0]["GTV"]["v150"] > first[0]["GTV"]["v150"]


def test_changes_are_told_against_the_plan_that_was_opened(desk):
    desk.refine()
    do(desk, "move-seed", seed=5, depth_mm=15.0)
    plan = desk.refine()
    old = desk.opened.metrics["GTV"]["d90_gy"]
    assert plan["changes"]["GTV"]["d90_gy"] == pytest.approx(plan["metrics"]["GTV"]["d90_gy"] - old, abs=1e-3)


def test_a_plan_that_the_journal_edited_is_told_against_the_one_that_was_opened(opened):
    first = opened.history.first
    desk = Desk(opened.case, opened.parent)
    desk.open(first.basis, first.arrangement)
    do(desk, "move-seed", seed=5, depth_mm=15.0)
    assert desk.opened is None and desk.entry()["changes"] == {}
    plan = desk.refine()
    assert desk.opened is not None and abs(plan["changes"]["GTV"]["mean_gy"]) > 0.1
    original = desk.entry(desk.history.first)
    assert original["checked"] == "checked" and not original["edited"] and plan["edited"]


def test_a_plan_without_a_seed_is_shown_as_it_is(opened):
    """A target that no needle reaches: nothing more is to be found out about it."""
    desk = Desk(opened.case)
    desk.open(opened.moment.basis, Arrangement((), ()))
    assert desk.refine() is None
    entry = desk.entry()
    assert entry["checked"] == "checked" and entry["seeds"] == []
    assert entry["metrics"]["GTV"]["d90_gy"] == 0.0


def test_going_back_to_the_start_is_a_step_of_its_own(desk):
    start = bits(desk)
    with pytest.raises(Conflict, match="as it was opened"):
        desk.original()
    do(desk, "move-seed", seed=5, depth_mm=15.0)
    edited = bits(desk)
    plan = desk.original()
    assert bits(desk) == start and not plan["edited"] and plan["can_undo"]
    desk.undo()
    assert bits(desk) == edited


def test_what_was_undone_is_forgotten_once_something_else_is_done(desk):
    do(desk, "move-seed", seed=5, depth_mm=15.0)
    assert desk.undo()["can_redo"]
    plan = do(desk, "move-seed", seed=6, depth_mm=25.0)
    assert not plan["can_redo"] and len(plan["edits"]) == 1
    with pytest.raises(Conflict, match="nothing to redo"):
        desk.redo()
    desk.undo()
    with pytest.raises(Conflict, match="nothing to undo"):
        desk.undo()


def test_a_history_without_steps_stays_where_it_is():
    history = History("a")
    assert not history.undo() and not history.redo() and history.state == "a"
    history.add("b", "b")
    assert history.undo() and not history.undo() and history.redo() and not history.redo()


def random_edit(rng, now):
    """Something a person might do."""
    kind = rng.choice(
        ["move-seed", "move-needle", "add-seed", "remove-seed", "add-needle", "remove-needle", "lock"]
    )
    needle = now.needles[rng.integers(len(now.needles))]
    seed = now.seeds[rng.integers(len(now.seeds))]
    near = lambda point: (point + rng.normal(0, 2, 3)).tolist()  # noqa: E731
    return {
        "move-seed": {"seed": seed.id, "depth_mm": float(rng.uniform(3, 30))},
        "move-needle": {
            "needle": needle.id,
            "tip_mm": near(needle.tip_mm),
            "entry_mm": near(needle.entry_mm),
        },
        "add-seed": {"needle": needle.id, "depth_mm": float(rng.uniform(3, 30))},
        "remove-seed": {"seed": seed.id},
        "add-needle": {"entry_mm": near(needle.entry_mm), "tip_mm": near(needle.tip_mm)},
        "remove-needle": {"needle": needle.id},
        "lock": {"seed": seed.id},
    }[kind] | {"type": str(kind)}


def test_two_hundred_edits_and_two_hundred_steps_back(desk, rng, folder):
    start, plan = (
        bits(desk),
        json.dumps(desk.moment.basis.evaluated(desk.moment.arrangement).evaluation.metrics),
    )
    states, tries = [start], 0
    while len(states) <= 200 and tries < 3000:
        tries += 1
        try:
            desk.edit(desk.revision, random_edit(rng, desk.moment.arrangement))
        except BadInput:
            assert bits(desk) == states[-1]
        else:
            states.append(bits(desk))
    assert len(states) == 201
    # What follows the hand does not drift from what is summed afresh.
    shown = desk.doses().sampled.dose_gy
    fresh = desk.moment.basis.live.of(desk.moment.arrangement.seeds).sampled.dose_gy
    assert np.abs(shown / fresh - 1).max() < 1e-6
    for state in states[-2::-1]:
        desk.undo()
        assert bits(desk) == state
    assert bits(desk) == start
    # As it would be written: the tables of the folder that was opened, byte for byte.
    needles, seeds = desk.moment.arrangement.planned
    assert seeds_csv(seeds) == (folder / "seeds.csv").read_bytes().decode()
    assert desk.version_of(desk.moment) == json.loads((folder / "plan.json").read_text())["plan"]["version"]
    again = json.dumps(desk.moment.basis.evaluated(desk.moment.arrangement).evaluation.metrics)
    assert again == plan
    for _ in states[1:]:
        desk.redo()
    assert bits(desk) == states[-1]


def test_a_drag_shows_what_letting_go_gives_and_changes_nothing(opened, desk):
    room = opened_room(desk)
    seen = {}

    async def visit(make):
        page = make()
        await page.connect()
        before, revision = bits(desk), desk.revision
        for serial, depth in enumerate((14.0, 14.5, 15.0)):
            edit = {"type": "move-seed", "seed": 5, "depth_mm": depth}
            drag = {"serial": serial, "base_revision": revision, "edit": edit, "planes": [PLANE, LEVEL]}
            await page.line.send_json({"type": "drag", **drag})
            seen["preview"] = await page.hear("preview", where=lambda m, s=serial: m["serial"] == s)
            seen["planes"] = await page.hear_planes()
            seen["ruled"] = await page.hear("ruled", where=lambda m, s=serial: m["serial"] == s)
        assert bits(desk) == before
        end = {"type": "drag-end", "serial": 9, "commit": True, "base_revision": revision, "edit": edit}
        await page.line.send_json(end)
        seen["plan"] = (await page.hear("plan"))["plan"]
        seen["exact"] = (await page.hear("plan", where=lambda m: m["plan"]["checked"] != "preview"))["plan"]

    visiting(room, visit, refine=True)
    preview, ruled, plan, exact = seen["preview"], seen["ruled"], seen["plan"], seen["exact"]
    assert [s["id"] for s in ruled["seeds"]] == [5] and ruled["needles"] == []
    assert ruled["seeds"][0] == seed_of(plan, 5)
    assert preview["metrics"] == plan["metrics"] and ruled["rules"] == plan["rules"]
    for name, curve in preview["dvh"].items():
        shown = np.array(plan["dvh"][name]["volume_fraction"])
        assert np.abs(np.array(curve["volume_fraction"]) - shown).max() < 1e-4  # fewer digits
    header, (slanted, level) = seen["planes"]
    assert header == {"serial": 2, "revision": preview["revision"], "sizes": [600, 12]}
    # The engine's own dose at each point, in rows from the first.
    seeds = desk.moment.arrangement.seeds
    engine = desk.moment.basis.prepared.engine
    places = [[1.5 * i, -1.5 * j, 0.5 * j] for j in range(20) for i in range(30)]
    assert np.allclose(slanted, engine.dose_gy(PLANE["origin_mm"] + np.array(places), seeds), rtol=1e-6)
    assert level.argmax() in (5, 6) and len(level) == 12
    assert exact["revision"] == plan["revision"] and exact["checked"] == "edited-not-checked"
    assert exact["metrics"]["GTV"]["d90_gy"] == pytest.approx(plan["metrics"]["GTV"]["d90_gy"], rel=2e-3)


def test_dose_that_follows_the_hand_is_that_of_all_seeds_summed_afresh(desk, rng):
    live, planes = desk.moment.basis.live, planes_in({"planes": [PLANE, LEVEL]})
    for edit in (
        *({"type": "move-seed", "seed": 5, "depth_mm": 13.5 + 0.5 * k} for k in range(4)),
        *(
            {"type": "move-needle", "needle": 1, "tip_mm": (CENTRE_MM + rng.normal(0, 8, 3)).tolist()}
            for _ in "123"
        ),
    ):
        preview = desk.drag(desk.revision, edit, planes)
        seeds = preview.moment.arrangement.seeds
        assert np.abs(preview.doses.sampled.dose_gy / live.of(seeds).sampled.dose_gy - 1).max() < 1e-6
        for plane, values in zip(planes, preview.planes, strict=True):
            assert np.abs(values / live.at(plane.points_mm, seeds) - 1).max() < 1e-6
        grid = np.asarray(live.engine.dose_grid(live.grid, seeds).values)
        assert np.array_equal(preview.doses.on_grid, grid)


def test_what_rests_on_a_plane_is_summed_once(desk, monkeypatch):
    live, summed = desk.moment.basis.live, []
    at = type(live).at
    monkeypatch.setattr(
        type(live), "at", lambda me, points, seeds: summed.append(len(seeds)) or at(me, points, seeds)
    )
    for depth in (13.5, 14.0, 14.5):
        del summed[:]
        desk.drag(
            desk.revision, {"type": "move-seed", "seed": 5, "depth_mm": depth}, planes_in({"planes": [PLANE]})
        )
        # The plane's rest once, then on plane and samples what moves alone.
        assert summed[-2:] == [1, 1] and (11 in summed) == (depth == 13.5)


@pytest.mark.parametrize(
    ("planes", "said"),
    [
        ({}, "no list of a few planes"),
        ([PLANE] * 9, "no list of a few planes"),
        (["x"], "no JSON object"),
        ([PLANE | {"columns": 0}], "columns of a plane"),
        ([PLANE | {"rows": 2.0}], "rows of a plane"),
        ([PLANE | {"rows": True}], "rows of a plane"),
        ([PLANE | {"columns": 400_000}], "too many points"),
        ([PLANE | {"origin_mm": [0, 0]}], "origin_mm of a plane"),
        ([PLANE | {"right_mm": [0, 0, "1"]}], "right_mm of a plane"),
        ([PLANE | {"down_mm": [0, 0, float("nan")]}], "down_mm of a plane"),
        ([PLANE | {"origin_mm": [1e9, 0, 0]}], "origin_mm of a plane"),
    ],
)
def test_planes_that_are_none_are_refused(planes, said):
    assert planes_in({}) == ()
    with pytest.raises(BadInput, match=said):
        planes_in({"planes": planes})


def test_a_drag_that_is_given_up_changes_nothing(desk):
    async def visit(make):
        page = make()
        await page.connect()
        before = bits(desk)
        edit = {"type": "move-needle", "needle": 1, "tip_mm": [0.0, 0.0, 0.0]}
        drag = {"serial": 1, "base_revision": desk.revision, "edit": edit}
        await page.line.send_json({"type": "drag", **drag})
        await page.line.send_json({"type": "drag-end", **drag, "commit": False})
        plan = (await page.hear("plan"))["plan"]
        assert plan["revision"] == desk.revision and bits(desk) == before
        await page.line.send_json({"type": "drag", **drag})
        await page.line.close()
        assert bits(desk) == before

    visiting(opened_room(desk), visit)


def test_the_newest_place_wins_while_the_hand_is_faster_than_the_dose(desk):
    async def visit(make):
        page = make()
        await page.connect()
        for serial in range(60):
            edit = {"type": "move-seed", "seed": 5, "depth_mm": 13.5 + 0.05 * serial}
            drag = {"type": "drag", "serial": serial, "base_revision": desk.revision, "edit": edit}
            await page.line.send_json(drag)
        serials = []
        while not serials or serials[-1] != 59:
            serials.append((await page.hear("preview"))["serial"])
        assert serials == sorted(serials) and len(serials) < 60

    visiting(opened_room(desk), visit)


def test_a_drag_into_what_cannot_be_built_says_so(desk):
    async def visit(make):
        page = make()
        await page.connect()
        edit = {"type": "move-seed", "seed": 2, "depth_mm": 3.5}
        drag = {"serial": 1, "base_revision": desk.revision, "edit": edit}
        await page.line.send_json({"type": "drag", **drag})
        assert "lie within each other" in (await page.hear("ruled"))["impossible"]
        await page.line.send_json({"type": "drag-end", **drag, "commit": True})
        assert "lie within each other" in (await page.hear("error"))["message"]
        for text in ("{", "[]", '{"type": "x"}', '{"type": "drag", "edit": 3}'):
            await page.line.send_str(text)
            assert (await page.hear("error"))["message"]

    visiting(opened_room(desk), visit)
