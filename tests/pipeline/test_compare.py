"""``tps compare``: plans of one patient on one page and in one table."""

import csv
import io
import json
import shutil
import sys

import numpy as np
import pytest
from hand_plans import changed_table, hand_request, write_hand_plan
from matplotlib.colors import to_rgb
from page_texts import english_in, texts_of
from read_page import Page

from tps.cli.app import main
from tps.errors import BadInput, OutputRefused
from tps.export.compared_plan import USUAL_SEED_MM, read_compared, seed_length_mm
from tps.export.comparison_table import IMPLANT, comparison_csv, comparison_rows
from tps.model import Prescription
from tps.pipeline.compare import compare_folders
from tps.pipeline.load import load_case
from tps.pipeline.reevaluate import evaluate_folder
from tps.pipeline.write import write_plan
from tps.report.comparison_pictures import DASHES, dvh_picture, isodose_picture, shown_regions


def move(rows):
    rows[0]["tip_y_mm"] = f"{float(rows[0]['tip_y_mm']) - 4.0:.2f}"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    folder = tmp_path_factory.mktemp("compare")
    write_hand_plan(folder)
    (folder / "mine.csv").write_text(changed_table(folder / "plan" / "needles.csv", move))
    edited = evaluate_folder(folder / "plan", needles=folder / "mine.csv")
    write_plan(edited, folder / "edited", report=False)
    write_hand_plan(folder, hand_request(prescription=Prescription(120.0)), out="hotter")
    return folder


@pytest.fixture(scope="module")
def plans(home):
    return read_compared([home / "plan", home / "edited"])


@pytest.fixture(scope="module")
def made(home):
    return compare_folders([home / "plan", home / "edited"], home / "out")


def documents(home, *names):
    return [json.loads((home / name / "plan.json").read_text()) for name in names]


def test_figures_are_those_of_the_plans_with_their_differences(home, plans):
    old, new = documents(home, "plan", "edited")
    rows = {(r.roi, r.metric, r.unit): r for r in comparison_rows(plans)}
    for roi in old["metrics"]:
        for key, value in old["metrics"][roi].items():
            unit = "Gy" if key.endswith("_gy") else "cc" if key.endswith("_cc") else "fraction"
            row = rows[(roi, key, unit)]
            assert row.values == (value, new["metrics"][roi][key])
            if None not in row.values:
                assert row.differences[0] == pytest.approx(new["metrics"][roi][key] - value)
    assert rows[(IMPLANT, "seeds", "")].values == (12.0, 12.0)
    assert rows[(IMPLANT, "depth, mean", "mm")].differences[0] == pytest.approx(-1.0, abs=0.01)
    assert rows[(IMPLANT, "strength of all seeds", "mCi")].values[0] == pytest.approx(12 * 0.6)
    # Targets come before organs.
    order = list(dict.fromkeys(r.roi for r in comparison_rows(plans)))
    assert order[:2] == [IMPLANT, "GTV"]


def test_the_table_has_a_column_for_each_plan_and_difference(plans):
    text = comparison_csv(plans, comparison_rows(plans))
    rows = list(csv.DictReader(io.StringIO(text.lstrip("\ufeff"))))
    assert list(rows[0]) == ["roi", "metric", "unit", "plan", "edited", "edited - plan"]
    row = next(r for r in rows if (r["roi"], r["metric"]) == ("GTV", "d90_gy"))
    assert float(row["edited"]) - float(row["plan"]) == pytest.approx(float(row["edited - plan"]), abs=1e-3)


def test_the_page_stands_alone_and_says_what_there_is_to_say(made):
    page = Page((made.folder / "comparison.html").read_text())
    assert page.references == [] and len(page.images) == 2
    for text in (
        "Not for clinical use",
        "plan",
        "edited",
        "edited \N{MINUS SIGN} plan",
        "PRESCRIPTION MET",
        "needle 1: tip moved 4.0 mm",
        "edited was made from plan by hand.",
        "Minimum peripheral dose, Gy",
        "Conformation number CI",
        "Needles and ways in",
        "3 13 23",
        "GTV",
        "Cord",
    ):
        assert text in page.text, text
    # Names as given, no pseudonyms.
    assert made.document["plans"][0]["name"] == "plan"


def test_dvhs_lie_over_each_other_a_line_style_a_plan(plans):
    axes = dvh_picture(plans).axes[0]
    lines = [line for line in axes.lines if len(line.get_xdata()) > 10]
    assert len(lines) == len(plans) * len(shown_regions(plans))
    first, second = lines[:2]
    assert first.get_color() == second.get_color() and first.get_linestyle() != second.get_linestyle()
    d90 = plans[0].file.metrics["GTV"]["d90_gy"]
    assert np.interp(-90.0, -first.get_ydata(), first.get_xdata()) == pytest.approx(d90, rel=0.01)


def test_isodoses_of_both_are_in_one_picture_on_the_same_slices(home, plans):
    case = load_case(home / "ct", home / "rs.dcm")
    figure = isodose_picture(plans, "GTV", case)
    assert len(figure.axes) == 6
    for axes in figure.axes:
        assert len(axes.images) == 1 and "CT image" in axes.get_title()
    yellow = to_rgb("#F0E442")
    styles = {
        line.get_linestyle()
        for axes in figure.axes
        for line in axes.lines
        if to_rgb(line.get_color()) == yellow
    }
    assert styles == {"-", "--"} and DASHES[0] == "-"
    without = isodose_picture(plans, "GTV", None)
    assert len(without.axes) == 6 and not without.axes[0].images


def test_seeds_are_drawn_as_long_as_the_plans_own(home, plans, tmp_path):
    """By plan.json; a folder that does not say it: by the source model of that name."""
    assert [plan.seed_mm for plan in plans] == [4.55] * len(plans)
    figure = isodose_picture(plans, "GTV", load_case(home / "ct", home / "rs.dcm"))
    drawn = [line for axes in figure.axes for line in axes.lines if line.get_linewidth() == 4.2]
    lengths = [np.hypot(*np.ptp(line.get_xydata(), axis=0)) for line in drawn]
    # Whole seeds that lie in the slice; others are seen shortened, or cut by the picture's edge.
    assert max(lengths) == pytest.approx(4.55, abs=0.02)
    old = plans[0].file.model_copy(
        update={"source": plans[0].file.source.model_copy(update={"capsule_length_mm": None})}
    )
    assert seed_length_mm(old) == 4.55
    unknown = old.model_copy(update={"source": old.source.model_copy(update={"model": "of_my_own"})})
    assert seed_length_mm(unknown) == USUAL_SEED_MM


def test_three_plans_and_what_makes_them_hard_to_compare(home):
    found = compare_folders([home / "plan", home / "edited", home / "hotter"], home / "three")
    said = " ".join(found.notes)
    assert "hotter and plan have different prescriptions" in said
    assert len(found.rows[0].values) == 3 and len(found.rows[0].differences) == 2
    page = Page((found.folder / "comparison.html").read_text())
    assert "hotter \N{MINUS SIGN} plan" in page.text


def test_two_folders_of_one_name_go_by_their_paths(home, tmp_path):
    copy = tmp_path / "x" / "plan"
    shutil.copytree(home / "edited", copy)
    names = [p.name for p in read_compared([home / "plan", copy])]
    assert names == [str(home / "plan"), str(copy)]


def test_plans_of_another_scan_are_refused(home, tmp_path):
    other = tmp_path / "patient"
    other.mkdir()
    from pydicom import dcmread

    shutil.copytree(home / "ct", other / "ct")
    shutil.copy(home / "rs.dcm", other / "rs.dcm")
    for path in (other / "ct").iterdir():
        data = dcmread(path)
        data.SeriesInstanceUID += ".7"
        data.save_as(path)
    theirs = write_hand_plan(other)
    with pytest.raises(BadInput, match="plan was not made on the scan of|was not made on the scan of"):
        read_compared([home / "edited", theirs])


def test_what_cannot_be_compared(home, tmp_path):
    with pytest.raises(BadInput, match="comes twice"):
        read_compared([home / "plan", home / "plan"])
    with pytest.raises(BadInput, match="expected|Expected"):
        read_compared([home / "plan"])
    with pytest.raises(BadInput, match="is no plan folder"):
        read_compared([home / "plan", home / "ct"])
    with pytest.raises(OutputRefused, match="lies in a plan that is compared"):
        compare_folders([home / "plan", home / "edited"], home / "plan" / "out")
    copy = tmp_path / "copy"
    shutil.copytree(home / "edited", copy)
    (copy / "dvh.csv").unlink()
    with pytest.raises(BadInput, match="has no dvh.csv"):
        read_compared([home / "plan", copy])
    (copy / "seeds.csv").write_text("nothing")
    with pytest.raises(BadInput, match="seeds.csv is not as written"):
        read_compared([home / "plan", copy])


def test_a_scan_that_was_moved_is_said(home, tmp_path):
    gone = tmp_path / "elsewhere"
    shutil.move(home / "ct", gone)
    try:
        found = compare_folders([home / "plan", home / "edited"], tmp_path / "out")
        assert any("No CT below the isodoses" in note and "--ct DIR" in note for note in found.notes)
        found = compare_folders([home / "plan", home / "edited"], tmp_path / "with", ct=gone)
        assert not any("No CT" in note for note in found.notes)
    finally:
        shutil.move(gone, home / "ct")


def run(monkeypatch, capsys, *words) -> tuple[int, str, str]:
    monkeypatch.setattr(sys, "argv", ["tps", *map(str, words)])
    with pytest.raises(SystemExit) as stopped:
        main()
    out, err = capsys.readouterr()
    return stopped.value.code, out, err


def test_the_command(home, tmp_path, monkeypatch, capsys):
    words = ["compare", home / "plan", home / "edited", "--out", tmp_path / "out"]
    code, out, err = run(monkeypatch, capsys, *words)
    assert code == 0 and "edited - plan" in out and "Minimum peripheral dose" in out, err
    assert sorted(p.name for p in (tmp_path / "out").iterdir()) == [
        "comparison.csv",
        "comparison.html",
        "comparison.json",
    ]
    code, out, err = run(monkeypatch, capsys, *words)
    assert code == 4 and "out" in err
    code, out, err = run(monkeypatch, capsys, *words, "--overwrite", "--json")
    told = json.loads(out)
    assert code == 0 and [p["name"] for p in told["plans"]] == ["plan", "edited"]
    assert told == json.loads((tmp_path / "out" / "comparison.json").read_text())
    code, out, err = run(monkeypatch, capsys, "compare", home / "plan", "--out", tmp_path / "one")
    assert code == 2 and "two or more" in err


def test_page_in_chinese_has_no_english_left(home, tmp_path):
    made = compare_folders([home / "plan", home / "edited"], tmp_path / "zh", language="zh")
    page = (made.folder / "comparison.html").read_text(encoding="utf-8")
    assert '<html lang="zh-CN">' in page and "计划比较" in page and "最小周边剂量" in page
    names = {"plan", "edited", "Cord", "plan, edited"}
    assert [t for t in texts_of(page) if english_in(t) and t not in names] == []
    # What machines read is the same as in English.
    english = compare_folders([home / "plan", home / "edited"], tmp_path / "en")
    assert made.document == english.document
