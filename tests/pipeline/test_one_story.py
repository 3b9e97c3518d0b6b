"""Terminal, report, plan.json and needle sheet tell the same verdict and the same crossings."""

import csv
import html
import io
import re
from dataclasses import replace
from types import SimpleNamespace

import pytest
from drawn_scene import DrawnScene
from evaluation_doubles import torso_result

from tps.cli.plan_result import print_result
from tps.export.plan_folder import ExportOptions, plan_document
from tps.export.tables import needles_csv
from tps.model import Crossing
from tps.report import make_report

PASSED = (
    (Crossing("Liver", "cost", False, 31.2, 10.0), Crossing("Lung (from CT)", "cost", True, 12.4, 55.0)),
    (),
    (Crossing("Aorta [old]", "never", False, 7.7, 40.0),),
)


@pytest.fixture(scope="module")
def told():
    """The result and its four accounts."""
    result = torso_result("not-met")
    needles = [
        replace(
            n,
            crossed=PASSED[i] if i < len(PASSED) else (),
            lung_path_mm=12.4 * (i == 0),
            pleural_passages=int(i == 0),
        )
        for i, n in enumerate(result.plan.needles)
    ]
    result.plan = replace(result.plan, needles=tuple(needles))
    return result


def from_json(result):
    document = plan_document(
        result.case, result.plan, result.source, result.evaluation, result.second_check, ExportOptions(), {}
    )
    passed = {n["id"]: [(c["name"], round(c["mm"], 1)) for c in n["crossed"]] for n in document["needles"]}
    return document, passed


def from_sheet(result):
    rows = csv.DictReader(io.StringIO(needles_csv(result.case, result.plan).removeprefix("\ufeff")))
    found = {}
    for row in rows:
        items = [item.rsplit(" ", 1) for item in row["crossed_mm"].split("; ") if item]
        found[int(row["needle"])] = [(name, float(mm)) for name, mm in items]
    return found


def from_page(page, needles):
    table = re.search(r"On the way in.*?</table>", page, re.S)[0]
    found = {}
    for number, text in re.findall(r"<tr><th>(\d+)</th>.*?<td class=\"text\">([^<]*)</td></tr>", table, re.S):
        items = [i.rsplit(" ", 1) for i in html.unescape(text).split(", ") if i[-1].isdigit()]
        found[int(number)] = [
            (n.removesuffix("*") + " (from CT)" * n.endswith("*"), float(mm)) for n, mm in items
        ]
    return found


def test_all_four_tell_the_same_crossings(told, capsys, tmp_path):
    document, passed = from_json(told)
    assert passed[1] == [("Liver", 31.2), ("Lung (from CT)", 12.4)] and passed[2] == []
    page = make_report(told, DrawnScene()).files["report.html"].decode()
    assert from_sheet(told) == passed
    assert from_page(page, told.plan.needles) == passed
    print_result(told, SimpleNamespace(folder=tmp_path, notes=(), timing_s={}), False)
    screen = capsys.readouterr().out
    for crossings in passed.values():
        for name, mm in crossings:
            shown = name.replace(" (from CT)", "*")
            assert f"{shown} {mm:.0f}" in screen


def test_all_tell_the_same_verdict(told, capsys, tmp_path):
    document, _ = from_json(told)
    page = html.unescape(make_report(told, DrawnScene()).files["report.html"].decode())
    print_result(told, SimpleNamespace(folder=tmp_path, notes=(), timing_s={}), False)
    screen = " ".join(capsys.readouterr().out.split())
    verdict = told.plan.verdict
    for text in (verdict.dose, verdict.limits, verdict.access):
        assert text in page and text in screen
    assert document["verdict"]["dose"] == verdict.dose and document["verdict"]["limits"] == verdict.limits
    assert document["verdict"]["access"] == document["access"]["verdict"] == verdict.access
    assert verdict.headline in page and verdict.headline in screen
