"""``tps phantom --post`` and ``tps locate``: from a phantom to a table of its seeds, and how they refuse."""

import csv
import io
import json

import numpy as np
import pytest
from typer.testing import CliRunner

from tps.cli.app import app
from tps.errors import BadInput, OutputRefused, UnknownName, WrongUsage
from tps.postimplant.located_files import COLUMNS

# A plan of the lung nodule: needle, places (mm) and directions of its seeds.
ACROSS, BACK = (0.642787610, -0.766044443, 0.0), (-0.173648178, -0.984807753, 0.0)
PLANNED = (
    (1, -92.70, 19.73, 141.42, ACROSS),
    (1, -99.12, 27.39, 141.42, ACROSS),
    (2, -81.96, 23.87, 142.73, ACROSS),
    (2, -89.03, 32.29, 142.73, ACROSS),
    (2, -95.46, 39.95, 142.73, ACROSS),
    (3, -105.72, 23.41, 150.63, BACK),
    (3, -103.98, 33.26, 150.63, BACK),
    (4, -93.19, 20.85, 152.87, BACK),
    (4, -90.59, 35.62, 152.87, BACK),
    (4, -88.85, 45.47, 152.87, BACK),
    (5, -81.42, 22.33, 153.32, BACK),
    (5, -79.51, 33.16, 153.32, BACK),
    (6, -100.09, 28.28, 159.48, BACK),
    (6, -98.18, 39.11, 159.48, BACK),
    (7, -88.42, 26.06, 163.35, BACK),
    (7, -86.69, 35.91, 163.35, BACK),
)


def run(*arguments):
    return CliRunner().invoke(app, [str(a) for a in arguments])


@pytest.fixture(scope="module")
def post(tmp_path_factory):
    """The lung nodule after an implant with errors, 2.5 mm."""
    out = tmp_path_factory.mktemp("implanted") / "post"
    shown = run("phantom", "small_lung_nodule", "--out", out, "--post", "--slice-mm", "2.5", "--json")
    assert shown.exit_code == 0, shown.output
    return json.loads(shown.stdout), out


def test_the_seeds_of_a_phantom_are_found(post, tmp_path):
    told, folder = post
    out = tmp_path / "seeds.csv"
    truth = json.loads((folder / "truth.json").read_text())
    assert told["seeds"] == len(truth["seeds"])
    expected = told["seeds"] + told["lost"]
    shown = run("locate", told["ct"], "--source", "i125_6711", "--out", out, "--expected", expected, "--json")
    assert shown.exit_code == 0, shown.output
    result = json.loads(shown.stdout)
    assert any(f"expected {expected} seeds, found {told['seeds']}" in text for text in result["remarks"])
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS and len(rows) == told["seeds"] == result["found"]
    places = np.array([[float(r[n]) for n in ("x_mm", "y_mm", "z_mm")] for r in rows])
    for seed in truth["seeds"]:
        assert np.linalg.norm(places - seed["position_mm"], axis=1).min() < 1.5
    assert {float(r["strength_u"]) for r in rows} == {0.762}
    assert any("no strength was given" in text for text in result["remarks"])


@pytest.mark.patient
def test_where_hardly_a_seed_lies_by_itself_none_is_counted_twice(tmp_path):
    """Halves of pairs pass for single seeds: what they said of one seed made three of two."""
    names = ("seed", "needle", "x_mm", "y_mm", "z_mm", "ux", "uy", "uz", "strength_u")
    rows = [(n, needle, *place, *axis, 0.762) for n, (needle, *place, axis) in enumerate(PLANNED, start=1)]
    table, out = tmp_path / "planned.csv", tmp_path / "post"
    table.write_text("\n".join(",".join(map(str, row)) for row in (names, *rows)) + "\n")
    shown = run(
        "phantom", "lung_nodule", "--post", "--implant", table, "--missing", 3, "--out", out, "--json"
    )
    assert shown.exit_code == 0, shown.output
    there = json.loads((out / "truth.json").read_text())["seeds"]
    assert sum(bool(s["cluster"]) for s in there) == 11
    shown = run("locate", out / "ct", "--source", "i125_6711", "--out", tmp_path / "seeds.csv", "--json")
    assert json.loads(shown.stdout)["found"] == len(there) == 12


def test_the_words_for_people(post, tmp_path):
    told, _ = post
    out = tmp_path / "seeds.csv"
    near = f"{told['structures']}:Target"
    options = ["--source", "i125_6711", "--out", out, "--near", near, "--strength-u", "0.8"]
    shown = run("locate", told["ct"], *options)
    assert shown.exit_code == 0
    assert "seeds found in slices of 2.5 mm" in shown.stdout and "synthetic seeds only" in shown.stdout
    assert "the scale ends at 3071 HU" in shown.stderr and "no strength" not in shown.stderr


def test_a_scan_without_seeds_gives_an_empty_table_and_says_so(tmp_path):
    patient, out = tmp_path / "patient", tmp_path / "seeds.csv"
    run("phantom", "vertebral_metastasis", "--out", patient, "--slice-mm", "10")
    shown = run("locate", patient / "ct", "--source", "i125_6711", "--out", out)
    assert shown.exit_code == 0
    assert "No seeds found in this CT" in shown.stdout
    assert out.read_text(encoding="utf-8-sig").split() == [",".join(COLUMNS)]


def test_what_cannot_be_used_is_refused_and_nothing_is_written(post, tmp_path):
    told, _ = post
    out = tmp_path / "seeds.csv"
    common = [told["ct"], "--out", out]

    def refused(kind, text, *arguments):
        shown = run("locate", *arguments)
        assert isinstance(shown.exception, kind) and text in str(shown.exception)
        assert not out.exists()

    refused(UnknownName, "i125_6711", *common, "--source", "i125_6712")
    refused(
        WrongUsage,
        "one of them",
        *common,
        "--source",
        "i125_6711",
        "--strength-u",
        "1",
        "--activity-mci",
        "1",
    )
    refused(WrongUsage, "one strength", *common, "--source", "i125_6711", "--activity-mci", "0.5,0.6")
    refused(BadInput, "names no file and region", *common, "--source", "i125_6711", "--near", "Target")
    near = f"{told['structures']}:Traget"
    refused(UnknownName, "Target", *common, "--source", "i125_6711", "--near", near)
    refused(BadInput, "no CT image", told["structures"], "--out", out, "--source", "i125_6711")


def test_somebody_s_table_is_not_replaced(post, tmp_path):
    out = tmp_path / "seeds.csv"
    out.write_text("my,own\n1,2\n")
    shown = run("locate", post[0]["ct"], "--source", "i125_6711", "--out", out)
    assert isinstance(shown.exception, OutputRefused) and out.read_text() == "my,own\n1,2\n"


def test_options_that_belong_to_the_time_after(tmp_path):
    for options in (["--extended"], ["--implant", "seeds.csv"], ["--post", "--no-lesions"]):
        shown = run("phantom", "lymph_node", "--out", tmp_path / "x", *options)
        assert isinstance(shown.exception, WrongUsage)
    assert list(tmp_path.iterdir()) == []
