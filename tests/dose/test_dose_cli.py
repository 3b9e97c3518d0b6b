"""``tps dose`` and ``tps sources`` from the command line, and the tables they read and write."""

import json
import sys

import numpy as np
import pytest
import tg43_naive as naive

from tps.cli.app import main
from tps.errors import BadInput, OutputRefused
from tps.formats.points_csv import doses_csv, read_points_csv
from tps.formats.whole_file import write_whole

SEEDS = "seed,needle,x_mm,y_mm,z_mm,ux,uy,uz,strength_u\n1,1,0,0,0,0,0,1,0.762\n2,1,5,5,10,0.6,0,0.8,0.5\n"
POINTS = "x_mm,y_mm,z_mm\n10,0,0\n-20,5.5,30\n0,0,15\n"


@pytest.fixture
def tables(tmp_path):
    (tmp_path / "seeds.csv").write_text(SEEDS)
    (tmp_path / "points.csv").write_text(POINTS)
    return tmp_path


@pytest.fixture
def tps(monkeypatch, capsys):
    """Run the command line in this process: exit code, stdout, stderr."""

    def run(*arguments):
        monkeypatch.setattr(sys, "argv", ["tps", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            main()
        out, err = capsys.readouterr()
        return end.value.code, out, err

    return run


def dose(tps, folder, *more, seeds="seeds.csv", points="points.csv", out="doses.csv", source="i125_6711"):
    options = ("--seeds", folder / seeds, "--points", folder / points, "--out", folder / out)
    return tps("dose", "--source", source, *options, *more)


def read_doses(path):
    header, *rows = path.read_text(encoding="utf-8-sig").splitlines()
    assert header == "x_mm,y_mm,z_mm,dose_rate_cgy_per_h,total_dose_gy"
    return np.array([[float(v) for v in row.split(",")] for row in rows])


@pytest.mark.parametrize("formalism", ["2d", "1d"])
def test_doses_are_those_of_the_slow_twin(tps, tables, formalism):
    code, out, err = dose(tps, tables, "--formalism", formalism, "--json")
    assert (code, err) == (0, "")
    found = read_doses(tables / "doses.csv")
    seeds = [((0, 0, 0), (0, 0, 1), 0.762), ((5, 5, 10), (0.6, 0, 0.8), 0.5)]
    file = naive.published("i125_6711")
    expected = [naive.total_rate(file, p, seeds, formalism) for p in found[:, :3]]
    # Nine digits are written; the twin's law of cosines is good to seven on the axis.
    np.testing.assert_allclose(found[:, 3], expected, rtol=1e-7)
    np.testing.assert_allclose(found[:, 4], found[:, 3] * 59.4 * 24 / np.log(2) / 100, rtol=1e-8)
    summary = json.loads(out)
    assert summary["formalism"] == formalism and summary["seeds"] == 2 and summary["points"] == 3
    assert summary["max_total_dose_gy"] == pytest.approx(found[:, 4].max(), rel=1e-8)


def test_every_option_changes_the_result(tps, tables):
    dose(tps, tables, out="a.csv")
    dose(tps, tables, "--formalism", "1d", out="b.csv")
    code, _, err = dose(tps, tables, out="c.csv", source="i125_9011_thinseed")
    assert code == 0 and "demonstration, unverified" in err
    assert len({(tables / n).read_text() for n in ("a.csv", "b.csv", "c.csv")}) == 3


def test_strengths_decay_to_the_implant_and_dose_in_time_is_part_of_the_total(tps, tables):
    dose(tps, tables, out="a.csv")
    # A half-life of iodine-125 later to the minute: 59.4 days.
    dates = ("--calibrated", "2026-03-01T08:00", "--implanted", "2026-04-29T17:36")
    code, out, _ = dose(tps, tables, *dates, "--days", "118.8", out="b.csv")
    assert code == 0 and "75.0 % of it within 118.8 days" in out and "decayed to 2026-04-29T17:36" in out
    whole = read_doses(tables / "a.csv")
    header, *rows = (tables / "b.csv").read_text(encoding="utf-8-sig").splitlines()
    later = np.array([[float(v) for v in row.split(",")] for row in rows])
    assert header.endswith("total_dose_gy,dose_in_time_gy")
    np.testing.assert_allclose(later[:, 3:5], 0.5 * whole[:, 3:5], rtol=1e-8)
    np.testing.assert_allclose(later[:, 5], 0.75 * later[:, 4], rtol=1e-8)
    summary = json.loads(dose(tps, tables, *dates, "--days", "59.4", "--json", out="c.csv")[1])
    assert summary["fraction_in_time"] == pytest.approx(0.5)
    assert summary["total_strength_u"] == pytest.approx(0.5 * 1.262)


def test_dates_that_do_not_serve_are_refused(tps, tables):
    for options, code, words in (
        (("--calibrated", "2026-03-01"), 2, "belong together"),
        (
            ("--calibrated", "1 March", "--implanted", "2026-03-02"),
            4,
            "--calibrated: '1 March' is not a date",
        ),
        (("--calibrated", "2026-03-01", "--implanted", "2026-03-02T00:00+01:00"), 4, "time zone"),
        (("--days", "-1"), 4, "not negative"),
    ):
        found, _, err = dose(tps, tables, *options)
        assert found == code and words in err
        assert not (tables / "doses.csv").exists()


def test_own_sources_are_offered_to_both_commands(tps, tables):
    own = tables / "own"
    own.mkdir()
    document = naive.published("i125_6711") | {"dose_rate_constant": 0.965 * 1.05}
    (own / "more.json").write_text(json.dumps(document))
    dose(tps, tables, out="once.csv")
    code, _, err = dose(tps, tables, "--source-dir", own, source="more", out="more.csv")
    assert code == 0 and "more: user, unverified" in err
    once, more = read_doses(tables / "once.csv"), read_doses(tables / "more.csv")
    np.testing.assert_allclose(more[:, 3:], 1.05 * once[:, 3:], rtol=1e-8)
    assert "[USER, UNVERIFIED]" in tps("sources", "--source-dir", own)[1]
    shown = tps("sources", "more", "--source-dir", own)[1]
    assert "1.01325" in shown and "USER, UNVERIFIED" in shown and "Level user: " in shown
    (own / "more.json").write_text(json.dumps(document | {"isotope": "Ir-192"}))
    code, _, err = tps("sources", "--source-dir", own)
    assert code == 4 and "more.json" in err and "isotope" in err


BAD_POINTS = {
    "x_mm,y_mm\n1,2\n": ("points.csv:1", "z_mm is missing"),
    "x_mm,y_mm,z_mm,w\n1,2,3,4\n": ("points.csv:1", "unknown column 'w'"),
    "x_mm,y_mm,z_mm,z_mm\n1,2,3,3\n": ("points.csv:1", "comes twice"),
    "x_mm,y_mm,z_mm\n1,2,3\n4,five,6\n": ("points.csv:3", "y_mm is 'five'"),
    "x_mm,y_mm,z_mm\n1,2,nan\n": ("points.csv:2", "z_mm is 'nan'"),
    "x_mm,y_mm,z_mm\n1,2\n": ("points.csv:2", "2 values"),
    "x_mm,y_mm,z_mm\n": ("points.csv", "no point"),
    "": ("points.csv:1", "x_mm is missing"),
    'x_mm,y_mm,z_mm\n1,2,"3\x00': ("points.csv", ""),
}


@pytest.mark.parametrize("text", BAD_POINTS)
def test_bad_points_are_named_by_line_and_column_and_nothing_is_written(tps, tables, text):
    (tables / "points.csv").write_text(text)
    code, out, err = dose(tps, tables)
    where, words = BAD_POINTS[text]
    assert (code, out) == (4, "")
    assert where in err and words in err and "Traceback" not in err
    assert sorted(p.name for p in tables.iterdir()) == ["points.csv", "seeds.csv"]


def test_bad_seeds_are_named_and_nothing_is_written(tps, tables):
    (tables / "seeds.csv").write_text(SEEDS.replace("0.762", "much"))
    code, _, err = dose(tps, tables)
    assert code == 4 and "seeds.csv:2" in err and "strength_u" in err
    assert not (tables / "doses.csv").exists()


def test_wrong_usage_and_unknown_names(tps, tables):
    code, _, err = dose(tps, tables, "--formalism", "3d")
    assert code == 4 and "2d, 1d" in err
    code, _, err = dose(tps, tables, source="i125")
    assert code == 4 and "i125_6711" in err
    code, _, err = dose(tps, tables, out="points.csv")
    assert code == 2 and "also an input" in err and (tables / "points.csv").read_text() == POINTS
    code, _, err = dose(tps, tables, points="none.csv")
    assert code == 4 and "none.csv" in err


def test_output_is_replaced_whole_or_left_alone(tps, tables):
    (tables / "doses.csv").write_text("x_mm,y_mm,z_mm\nsomebody's own table\n")
    code, _, err = dose(tps, tables)
    assert (
        code == 4 and "is not a table of doses" in err and "own table" in (tables / "doses.csv").read_text()
    )
    (tables / "doses.csv").unlink()
    for _ in range(2):
        assert dose(tps, tables)[0] == 0
    assert read_doses(tables / "doses.csv").shape == (3, 5)
    code, _, err = dose(tps, tables, out="no/such/folder.csv")
    assert code == 4 and "nothing was written" in err
    (tables / "taken").mkdir()
    with pytest.raises(OutputRefused, match="taken"):
        write_whole(tables / "taken", "text")
    assert sorted(p.name for p in tables.iterdir()) == ["doses.csv", "points.csv", "seeds.csv", "taken"]


def test_points_survive_the_round_trip(tmp_path):
    points = np.array([[1.25, -3.5, 1e-6], [0.0, 2.0, 3.123456]])
    write_whole(tmp_path / "d.csv", doses_csv(points, [1.0, 2.0], [3.0, 4.0]))
    np.testing.assert_allclose(read_doses(tmp_path / "d.csv")[:, :3], points, atol=5e-7)
    (tmp_path / "p.csv").write_text("\ufeffz_mm, x_mm ,y_mm\n3,1,2\n\n", encoding="utf-8")
    assert read_points_csv(tmp_path / "p.csv").tolist() == [[1.0, 2.0, 3.0]]
    (tmp_path / "p.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(BadInput, match="x_mm is missing"):
        read_points_csv(tmp_path / "p.csv")


def test_sources_lists_every_model_and_marks_demonstrations(tps):
    code, out, _ = tps("sources")
    assert code == 0
    for line in out.splitlines():
        name = line.split(" ")[0]
        if name.startswith(("i125_", "pd103_", "cs131_")):
            level = line.split()[4]
            assert ("[DEMONSTRATION, UNVERIFIED]" in line) == (level in "CD")
    listed = json.loads(tps("sources", "--json")[1])
    assert len(listed) == 21 and {s["use"] for s in listed} == {"ordinary", "demonstration, unverified"}


def test_one_source_is_shown_in_full(tps, tmp_path):
    code, out, _ = tps("sources", "i125_6711", "--plot", tmp_path / "p.png")
    assert code == 0 and "10.1118/1.1646040" in out and "0.0803" in out and "surrogate" in out
    assert (tmp_path / "p.png").read_bytes().startswith(b"\x89PNG")
    document = json.loads(tps("sources", "cs131_cs1_rev2", "--json")[1])
    assert document["published"]["anisotropy_function"]["F"][0][0] is None
    out = tps("sources", "cs131_cs1_rev2")[1]
    assert "COMPUTED" in out and "DEMONSTRATION" in out and "size assumed" in out
    assert tps("sources", "--plot", tmp_path / "q.png")[0] == 2
    code, _, err = tps("sources", "i125_6711", "--plot", tmp_path / "no" / "p.png")
    assert code == 4 and "cannot be written" in err
