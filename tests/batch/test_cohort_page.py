"""The page beside the table of many implants: variants paired, organs, D90 against volume, columns told."""

import html
import re

import numpy as np
import pytest
from page_texts import english_in, texts_of

from benchmarks.batch_cohort import write_cohort
from tps.batch.cohort_tables import ORGAN_ROWS, Organs, paired_rows
from tps.batch.options import AS_PLANNED, RecomputeOptions, Variant, variants_of
from tps.batch.recompute import recompute
from tps.batch.run.items import Executor
from tps.batch.scatter import scatter_svg
from tps.batch.summary import TargetLine
from tps.batch.table import COLUMNS
from tps.language import catalogue


def line(case, variant, volume=10.0, d90=120.0, prescription=120.0, roi="GTV"):
    values = {
        "volume_cc": volume,
        "minimum_peripheral_dose_gy": d90 - 20,
        "d90_gy": d90,
        "v100": 0.9,
        "v150": 0.4,
        "d90_of_prescription": d90 / prescription,
    }
    return TargetLine(case, roi, variant, 20, values)


def test_variants_of_a_target_stand_in_one_row():
    lines = [line("a", "x", d90=120.0), line("b", "x"), line("a", "y", d90=110.0), line("c", "y")]
    (row,) = paired_rows(lines, "x", "y")
    assert (row["case"], row["roi"]) == ("a", "GTV")
    assert row["cells"][:7] == ["10.0", "100.0", "90.0", "-10.0", "120.0", "110.0", "-10.0"]
    assert row["cells"][7:10] == ["90.0", "90.0", "+0.0"]


def test_points_lie_at_their_volume_and_dose():
    """Twice the volume is as far to the right anywhere; the prescription's line passes through 100 %."""
    lines = [line("a", "x", 1.0, 120.0), line("b", "x", 2.0, 132.0), line("c", "x", 4.0, 144.0)]
    drawn = scatter_svg(lines, ["x"])
    points = [tuple(map(float, p)) for p in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', drawn)]
    (x1, y1), (x2, y2), (x3, y3) = points
    assert x2 - x1 == pytest.approx(x3 - x2, abs=0.11) and y1 - y2 == pytest.approx(y2 - y3, abs=0.11)
    assert float(re.search(r',([\d.]+) H\d+" class="wanted"', drawn)[1]) == y1
    assert "b, GTV, x: 2.00 cm³, 110.0 %" in html.unescape(drawn)
    assert scatter_svg([], ["x"]) == ""


def test_names_cannot_end_the_drawing():
    drawn = scatter_svg([line("a", "x", roi="<b>&")], ["x"])
    assert "<b>" not in drawn and "&lt;b&gt;&amp;" in drawn


def test_hottest_organs_are_kept_and_all_are_counted():
    organs = Organs("x")
    doses = np.random.default_rng(1).permutation(ORGAN_ROWS + 50) + 1.0
    for i, dose in enumerate(doses):
        row = {"case": f"c{i}", "roi": "Liver", "variant": "x", "volume_cc": 9.0, "d2cc_gy": float(dose)}
        organs.add(row)
    organs.add({"case": "z", "roi": "Duct", "variant": "x", "volume_cc": 0.5, "max_gy": 7.0})
    organs.add({"case": "z", "roi": "Duct", "variant": "other", "volume_cc": 0.5, "max_gy": 9000.0})
    rows = organs.rows()
    assert len(rows) == ORGAN_ROWS and organs.count == ORGAN_ROWS + 51
    assert rows[0]["cells"][3] == f"{doses.max():.1f}" and float(rows[-1]["cells"][3]) == 51.0
    liver, duct = organs.by_name()
    assert (liver["count"], liver["cells"][2]) == (ORGAN_ROWS + 50, f"{doses.max():.1f}")
    assert duct == {"roi": "Duct", "count": 1, "cells": ["7.0"] * 3}


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The page of two implants and a what-if, in both languages."""
    folder = tmp_path_factory.mktemp("cohort")
    write_cohort(folder / "in", 2, 8)
    options = RecomputeOptions(variants=variants_of(Variant("what-if", strength_factor=0.9), True))
    found = {}
    for language in ("en", "zh"):
        out = folder / language / "results.csv"
        recompute([folder / "in"], out, options, where=Executor(1), language=language)
        found[language] = (folder / language / "summary.html").read_text(encoding="utf-8")
    return found


def cells_of(page, table):
    body = re.search(rf'<table[^>]*id="{table}">(.*?)</table>', page, re.S)[1]
    rows = re.findall(r"<tr>(.*?)</tr>", body, re.S)
    return [re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S) for row in rows]


def test_page_has_every_table_and_needs_nothing_else(pages):
    page = pages["en"]
    assert not re.search(r'(src|href)="(?!data:)', page)
    assert {"pairs", "targets", "organs", "organ-names"} <= set(re.findall(r'id="([\w-]+)"', page))
    groups, _, *pairs = cells_of(page, "pairs")
    assert groups[1] == "Minimum peripheral dose, Gy" and len(pairs) == 2
    for row in pairs:
        d90, what_if, change = map(float, row[6:9])
        # Printed to a tenth of a gray each.
        assert what_if == pytest.approx(0.9 * d90, abs=0.1)
        assert change == pytest.approx(what_if - d90, abs=0.11)
    for name, _, meaning in COLUMNS:
        assert name in page and html.escape(meaning, quote=False).replace("'", "&#39;") in page


def test_fields_filter_by_the_columns_they_name(pages):
    page = pages["en"]
    headings = cells_of(page, "targets")[0]
    panel = re.search(r'data-filters="targets".*?</p>', page, re.S)[0]
    for label, column in re.findall(r'>(\w+) below <input[^>]*data-below="(\d+)"', panel):
        assert headings[int(column)].startswith(label)
    assert headings[int(re.search(r'data-is="(\d+)"', panel)[1])] == "variant"
    assert AS_PLANNED in panel


def test_page_in_chinese_has_no_english_left(pages):
    said = [t for t in texts_of(pages["zh"]) if not re.search(r"case-[0-9a-f]{6}|i125_", t)]
    assert [t for t in said if english_in(t)] == []
    assert catalogue("zh").text("cohort.pairs") in pages["zh"]
