"""What a physicist signs: each figure of the report computed another way."""

import re
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from types import SimpleNamespace

import numpy as np
import pytest
from drawn_scene import DrawnScene
from evaluation_doubles import SphereSolid, torso_result
from read_page import Page

from tps.evaluate import evaluate_plan
from tps.export.plan_identity import PlanIdentity
from tps.model import Protocol, Strength
from tps.model.metric_table import BY_KEY, ORGAN_METRICS, TARGET_METRICS, meaning_of
from tps.report import make_report
from tps.report.content import Content
from tps.report.dosimetry import (
    BUDGET,
    BUDGET_TOTAL,
    NOT_VERIFIED,
    factor_text,
    source_rows,
    strength_rows,
    time_table,
)
from tps.report.organ_rows import organ_columns, organ_table, seed_place_rows
from tps.report.slice_sheet import target_strips

HALF_LIFE_D = 59.4


@pytest.fixture(scope="module")
def result():
    """With a liver around the target: one seed of each needle lies in it and not in the target."""
    plain = torso_result()
    liver = SphereSolid("Liver", (20.0, -5.0, 50.0), 35.0)
    target, aorta = plain.regions.targets[0], plain.regions.organs[0]
    evaluation = evaluate_plan(plain.case, plain.plan, plain.engine, [target], [aorta, liver], Protocol())
    regions = SimpleNamespace(targets=(target,), drawn=(target,), planned=(target,), organs=(aorta, liver))
    return SimpleNamespace(**{**vars(plain), "regions": regions, "evaluation": evaluation})


@pytest.fixture(scope="module")
def content(result):
    return Content.of(result)


@pytest.fixture(scope="module")
def html(result):
    uids = {"RTPLAN.dcm": "2.25.11", "RTDOSE.dcm": "2.25.12", "RTSTRUCT.dcm": "2.25.13"}
    identity = PlanIdentity("4F2A-91BC", "0123456789ab", "ANON-1", uids)
    return make_report(result, DrawnScene(), "", identity).files["report.html"].decode()


@pytest.mark.parametrize(
    "text",
    [
        "UNAPPROVED",
        "4F2A-91BC, version 0123456789ab",
        "RTPLAN 2.25.11",
        "Planned by",
        "Checked by (physicist)",
        "Approved by (physician)",
        "Numerical check of the engine.",
        "Files read back.",
        "1.270 U/mCi of I-125, AAPM TG-43 (1995)",
        "3 mm, 59.40 d (1425.6 h)",
        "0.965 cGy/(h U)",
        "2D, line source",
        "voxels of 0.6 mm",
        "where the ray from the seed's centre leaves it",
        "TG-138",
        "TG-186",
        "Every slice of the target",
        "Liver minus GTV",
    ],
)
def test_report_says(html, text):
    assert text in Page(html).text


def test_every_printed_page_carries_plan_and_number(html):
    assert 'content: "page " counter(page) " of " counter(pages)' in html
    # As a CSS string nothing of a name can end it.
    margin = re.search(r'@bottom-left \{ content: "([^"]*)"', html)[1]
    plain = re.sub(r"\\([0-9a-f]{6})", lambda m: chr(int(m[1], 16)), margin)
    assert plain == "Plan 4F2A-91BC, version 0123456789ab, UNAPPROVED"
    footer = re.search(r'<div class="footer">(.*?)</div>', html, re.S)[1]
    assert "4F2A-91BC" in footer and "2.25.12" in footer


def test_verdicts_come_first(html):
    text = Page(html).text
    order = [text.index(t) for t in ("PRESCRIPTION MET", "Dose dose met", "Warnings and notes", "Planned by")]
    assert order == sorted(order) and order[-1] < text.index("Patient ID")


def test_dose_in_time_is_that_of_the_decay(content):
    """The dose by a day is the sum of what is given in each hour before it."""
    table = time_table(content)
    dose = content.evaluation.metrics["GTV"]["d90_gy"]
    hours = np.arange(90 * 24)
    rate = dose * (1 - 0.5 ** (1 / (HALF_LIFE_D * 24))) * 0.5 ** (hours / (HALF_LIFE_D * 24))
    row = next(r for r in table["rows"] if r["name"] == "GTV, D90")
    for days, text in zip((30, 60, 90), row["doses"], strict=True):
        assert float(text) == pytest.approx(rate[: days * 24].sum(), abs=0.06)
    assert float(row["rate"]) == pytest.approx(100 * rate[0], rel=0.002)
    assert float(row["total"]) == pytest.approx(dose, abs=0.06)


def test_kerma_factor_and_dates(content):
    rows = dict(strength_rows(content))
    # 21 seeds of 0.762 uGy m2/h, for the mean life of 85.7 days.
    assert rows["Total reference air kerma"].startswith(f"{21 * 0.762 * 85.697 * 24 / 1000:.1f} mGy")
    implant = datetime(2026, 3, 1, 9, 30, tzinfo=timezone(timedelta(hours=8)))
    told = Strength.at_implant(
        content.source, 0.762, at=implant, calibrated_at=implant - timedelta(days=5), factor=1.3
    )
    dated = dict(strength_rows(replace(content, strength=told)))
    assert dated["Implant"] == "2026-03-01 09:30+08:00" and "2026-02-24 09:30+08:00" in dated["Calibration"]
    assert "as the certificate states" in factor_text(replace(content, strength=told))
    local = Strength.at_implant(content.source, 0.762, at=datetime(2026, 3, 1, 9, 30))
    assert "no zone was given" in dict(strength_rows(replace(content, strength=local)))["Implant"]


def test_both_dose_rate_constants_are_told(content):
    source = replace(content.source, monte_carlo_constant=0.932, file_sha256="ab" * 32)
    rows = dict(source_rows(replace(content, source=source)))
    assert rows["Dose-rate constant"] == "0.965 cGy/(h U); by Monte Carlo alone 0.932 (-3.4 %), not used"
    assert rows["SHA-256 of the data"] == "ab" * 32


def test_uncertainty_adds_up():
    assert np.sqrt(sum(u.percent**2 for u in BUDGET)) == pytest.approx(BUDGET_TOTAL, abs=0.05)


def test_uncertainty_that_was_not_read_is_printed_with_its_mark(html):
    text = Page(html).text
    for percent in (*(u.percent for u in BUDGET), BUDGET_TOTAL):
        assert f"{percent:.1f} % {NOT_VERIFIED}" in text


def test_seeds_are_counted_where_they_lie(content):
    """By their distance from the middles of two balls."""
    places = np.array([s.position_mm for s in content.plan.seeds])
    target = np.linalg.norm(places - content.targets[0].centre, axis=1) <= 15
    liver = np.linalg.norm(places - (20.0, -5.0, 50.0), axis=1) <= 35
    rows, _ = organ_table(content)
    seeds = {row["name"]: row["doses"][-1] for row in rows}
    assert seeds["Liver"] == str(liver.sum()) and seeds["Liver minus GTV"] == str((liver & ~target).sum())
    assert seeds["Aorta"] == "0"
    said = dict(seed_place_rows(content))
    assert said["Seeds in GTV"] == str(target.sum())
    dvh = content.evaluation.dvhs["GTV"]
    inside = float(said["V120Gy of GTV"].split()[0])
    assert inside == pytest.approx(dvh.volume_cc[dvh.dose_gy >= 120.0].sum(), abs=0.06)
    outside = [s.id for s, inside in zip(content.plan.seeds, target, strict=True) if not inside]
    assert said["Seeds outside the targets"].startswith(str(len(outside)))


def test_no_maximum_where_seeds_lie_and_a_part_follows_its_organ(content):
    rows, cold = organ_table(content)
    names = [row["name"] for row in rows]
    assert names.index("Liver minus GTV") == names.index("Liver") + 1 and cold == []
    column = organ_columns(content).index("max")
    shown = {row["name"]: row["doses"][column] for row in rows}
    assert shown["Liver"] == "-" and float(shown["Aorta"]) > 0
    volume = organ_columns(content).index("V120Gy cm\N{SUPERSCRIPT THREE}")
    dvh = content.evaluation.dvhs["Liver"]
    found = next(row for row in rows if row["name"] == "Liver")["doses"][volume]
    assert float(found) == pytest.approx(dvh.volume_cc[dvh.dose_gy >= 120.0].sum(), abs=0.02)


def test_every_slice_of_the_target_is_shown(content):
    (strip,) = target_strips(content)
    grid, (low, high) = content.case.ct.grid, content.targets[0].structure.bounds_mm()
    heights = grid.origin_mm[2] + grid.spacing_mm[2] * np.arange(grid.shape[0])
    inside = [k for k, z in enumerate(heights) if low[2] <= z <= high[2]]
    assert set(inside) <= set(strip.numbers) and len(strip.numbers) <= len(inside) + 2
    across, _ = strip.tiles
    assert across <= 4, "a tile is 45 mm of paper or more"


def test_trivia_stand_at_the_end(result):
    said = "ignored, not DICOM: notes.txt"
    plan = replace(result.plan, warnings=(said, "a real warning"))
    text = Page(
        make_report(SimpleNamespace(**{**vars(result), "plan": plan}), DrawnScene())
        .files["report.html"]
        .decode()
    ).text
    assert text.index("Left aside on reading") < text.index(said)
    assert text.index("a real warning") < text.index("Planned by") < text.index(said)


def test_one_table_of_metrics():
    keys = [m.key for m in (*TARGET_METRICS, *ORGAN_METRICS)]
    assert len(set(keys)) == len(keys) - 1, "the mean alone is both a target's and an organ's"
    assert BY_KEY["v100"].text(0.9993) == "99.9%" and BY_KEY["d1cc_gy"].text(float("nan")) == "-"
    assert BY_KEY["volume_cc"].text(1.234) == "1.23 cm\N{SUPERSCRIPT THREE}"
    assert meaning_of("ci") == "conformation number"


def test_a_version_is_what_would_be_carried_out(result):
    one = PlanIdentity.of(result.case, result.plan, {"RTPLAN.dcm": "2.25.1"})
    again = PlanIdentity.of(result.case, result.plan, {"RTPLAN.dcm": "2.25.2"})
    assert one.version == again.version and one.number != again.number
    first, *rest = result.plan.seeds
    moved = replace(result.plan, seeds=(replace(first, position_mm=first.position_mm + [0, 0, 0.1]), *rest))
    assert PlanIdentity.of(result.case, moved).version != one.version
    assert re.fullmatch(r"[0-9A-F]{4}-[0-9A-F]{4}", one.number)
