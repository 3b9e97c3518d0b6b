"""``--lock``: needles that are kept with their seeds, and the rest planned around them."""

import json

import numpy as np
import pytest
from hand_plans import CENTRE_MM, changed_table, hand_request, write_hand_plan, write_patient

from tps.access.kept_needles import segments_apart
from tps.errors import BadInput
from tps.pipeline.edits import needles_of_rows
from tps.pipeline.layout_rules import broken_rules
from tps.pipeline.load import load_case
from tps.pipeline.plan import plan_best_strength, plan_case
from tps.pipeline.reevaluate import evaluate_folder
from tps.pipeline.write import write_plan

pytestmark = pytest.mark.patient


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("lock")
    write_patient(folder)
    write_hand_plan(folder)
    return folder


@pytest.fixture(scope="module")
def case(home):
    return load_case(home / "ct", home / "rs.dcm")


def two_of(rows):
    rows[1]["needle"] = "5"
    return rows[:2]


@pytest.fixture(scope="module")
def two(home):
    """The first two needles of the plan, the second under another number."""
    path = home / "two.csv"
    path.write_text(changed_table(home / "plan" / "needles.csv", two_of))
    return path


@pytest.fixture(scope="module")
def around(case, two):
    return plan_case(case, hand_request(lock=str(two)))


def test_the_needles_are_kept_exactly_and_the_rest_is_planned(around, two, home):
    plan = around.plan
    assert plan.status == "met", plan.reasons
    assert around.locked == (1, 5)
    assert [n.id for n in plan.needles[:2]] == [1, 5] and len(plan.needles) > 2
    assert [n.id for n in plan.needles[2:]] == list(range(6, 4 + len(plan.needles)))
    assert [s.id for s in plan.seeds] == list(range(1, len(plan.seeds) + 1))
    for needle, x in zip(plan.needles[:2], (CENTRE_MM[0] - 6, CENTRE_MM[0] + 6), strict=True):
        assert needle.tip_mm.tolist() == [x, 1.0, -306.0]
        for seed, distance in zip(plan.seeds_on(needle.id), (3.0, 13.0, 23.0), strict=True):
            assert np.abs(seed.position_mm - (needle.tip_mm - distance * needle.direction)).max() < 1e-9


def test_they_count_as_needles_of_the_plan_in_every_rule(around, case):
    rules = broken_rules(
        around.plan.needles, around.plan.seeds, around.regions.planned, around.request.protocol
    )
    assert rules == ()
    assert not [w for w in around.plan.warnings if w.startswith("rule not kept")]
    assert any("Kept as given (--lock): 2 needles (1, 5) with 6 seeds" in w for w in around.plan.warnings)


def test_they_are_in_every_output(around, tmp_path):
    folder = write_plan(around, tmp_path / "out", report=False).folder
    document = json.loads((folder / "plan.json").read_text())
    assert document["locked"] == [1, 5] and "existing" not in document
    assert len(document["needles"]) == len(around.plan.needles)
    assert (folder / "needles.csv").read_text(encoding="utf-8").count("\n") == 1 + len(around.plan.needles)
    again = evaluate_folder(folder)
    assert again.locked == (1, 5) and again.plan.status == "met"


def test_needles_that_do_alone_need_no_others(case, home):
    plan = plan_case(case, hand_request(lock=str(home / "plan" / "needles.csv"))).plan
    assert len(plan.needles) == 4 and len(plan.seeds) == 12 and plan.status == "met"


def test_they_count_among_the_needles_allowed(case, two):
    plan = plan_case(case, hand_request(lock=str(two), max_needles=2)).plan
    assert len(plan.needles) == 2 and plan.status == "not-met"
    plan = plan_case(case, hand_request(lock=str(two), max_needles=3)).plan
    assert len(plan.needles) == 3
    with pytest.raises(BadInput, match="2 needles to keep, 1 allowed"):
        plan_case(case, hand_request(lock=str(two), max_needles=1))


@pytest.mark.slow
def test_their_seeds_have_the_strength_of_the_plan(case, two):
    result = plan_best_strength(case, hand_request(lock=str(two)), (0.7, 0.9))
    strengths = {round(s.strength_u, 6) for s in result.plan.seeds}
    assert strengths == {next(row["strength_u"] for row in result.sweep if row["taken"])}


def overlapping(rows):
    rows[0]["seed_distances_from_tip_mm"] = "3;5"
    rows[0]["seeds"] = ""


def without_seeds(rows):
    rows[0]["seed_distances_from_tip_mm"], rows[0]["seeds"] = "", ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (overlapping, "--lock: seed 1 and seed 2 lie within each other"),
        (without_seeds, "needle 1 carries no seed"),
        (lambda rows: rows[0].update(target="Liver"), "needle 1 serves 'Liver'"),
    ],
)
def test_a_table_that_cannot_be(case, home, tmp_path, change, said):
    path = tmp_path / "lock.csv"
    path.write_text(changed_table(home / "plan" / "needles.csv", change))
    with pytest.raises(BadInput, match=said):
        plan_case(case, hand_request(lock=str(path)))


def test_a_new_needle_without_a_target_among_several(case):
    from tps.export.read_needles import SheetRow

    row = SheetRow(1, "", [0, 0, 0], [0, 50, 0], (3.0,), {}, "x:2")
    with pytest.raises(BadInput, match="needle 1 is new and says no target"):
        needles_of_rows([row], ["A", "B"], case.ct.grid, 1.0)


def test_segments_apart_agrees_with_a_search_over_both():
    rng = np.random.default_rng(4)
    t = np.linspace(0, 1, 401)
    for _ in range(20):
        p, q, r, s = rng.normal(size=(4, 3))
        first, second = (a + t[:, None] * (b - a) for a, b in ((p, q), (r, s)))
        slow = np.linalg.norm(first[:, None] - second[None], axis=-1).min()
        assert segments_apart(p[None], q[None], r, s)[0] == pytest.approx(slow, abs=0.01)
    parallel = segments_apart(
        np.zeros((1, 3)), np.array([[0.0, 0, 9]]), np.array([3.0, 4, 2]), np.array([3.0, 4, 99])
    )
    assert parallel[0] == pytest.approx(5.0)
