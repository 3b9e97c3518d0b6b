"""What several implants have given by a date, and what is still to come: held against the law of decay."""

import csv
import io
import json
from datetime import datetime, timedelta

import numpy as np
import pytest
from export_case import CENTRE_MM, ball, make_case
from typer.testing import CliRunner

from tps.cli.app import app
from tps.dose.engine import DoseEngine
from tps.errors import BadInput, UnknownName
from tps.evaluate.over_time import dose_by_dates
from tps.formats.seeds_csv import seeds_csv
from tps.geometry.solid import build_solid
from tps.model import Implant, Seed
from tps.model.earlier import EarlierImplant
from tps.pipeline.history import COLUMNS, dose_history, rows_of
from tps.sources.library import load_source

SOURCE = load_source("i125_6711")
HALF_LIFE = timedelta(hours=SOURCE.half_life_h)
FIRST, SECOND = datetime(2026, 1, 5, 9, 0), datetime(2026, 3, 1, 12, 30)


def seeds(count, x_mm, first=1):
    places = CENTRE_MM + np.array([[x_mm, 6.0 * n - 9.0, 2.0 * n] for n in range(count)])
    return tuple(Seed(first + n, 1, p, (0.0, 0.6, 0.8), 0.6) for n, p in enumerate(places))


@pytest.fixture(scope="module")
def patient(tmp_path_factory):
    """A case with a target of 15 mm radius, and its structure set as a file."""
    folder = tmp_path_factory.mktemp("history")
    case = make_case(folder)
    return folder, case, build_solid(ball(case.ct.grid, CENTRE_MM, 15.0, "GTV"), case.ct.grid)


@pytest.fixture(scope="module")
def twice():
    sessions = [
        Implant(SOURCE.name, seeds(4, -5.0), None, FIRST),
        Implant(SOURCE.name, seeds(3, 6.0, 5), None, SECOND),
    ]
    return EarlierImplant.of_sessions(sessions, SOURCE)


def test_after_one_half_life_half_is_given(patient):
    _, _, solid = patient
    alone = EarlierImplant.of_sessions([Implant(SOURCE.name, seeds(4, 0.0), None, FIRST)], SOURCE)
    half, before, end = dose_by_dates(
        alone, DoseEngine(SOURCE), [solid], [FIRST + HALF_LIFE, FIRST - HALF_LIFE, None]
    )
    assert half.fractions == pytest.approx((0.5,)) and before.fractions == (0.0,) and end.fractions == (1.0,)
    for name, value in half.whole.items():
        assert half.given[name] == pytest.approx(value / 2, rel=1e-6)
        assert before.given[name] == 0.0 and end.given[name] == pytest.approx(value)


def test_each_implant_decays_from_its_own_day(patient, twice):
    """The dose at a place by a date is the sum of each implant's, times one minus what is left of it."""
    _, _, solid = patient
    engine, when = DoseEngine(SOURCE), datetime(2026, 6, 1)
    found, end = dose_by_dates(twice, engine, [solid], [when, None])
    days = [(when - at).total_seconds() / 86400 for at in (FIRST, SECOND)]
    expected = [1 - 2 ** (-d / (SOURCE.half_life_h / 24)) for d in days]
    assert found.fractions == pytest.approx(expected, rel=1e-12)
    points, volumes = solid.scattered(1.0)
    parts = [engine.dose_gy(points, s.dose_seeds()) for s in twice.sessions]
    mean = sum(f * float(p @ volumes) / volumes.sum() for f, p in zip(expected, parts, strict=True))
    # Other samples of the same body.
    told = sum(f * p.mean_gy for f, p in zip(found.fractions, found.parts, strict=True))
    assert told == pytest.approx(mean, rel=0.02)
    assert sum(p.coldest_gy for p in found.parts) == pytest.approx(
        end.whole["minimum_peripheral_dose_gy"], rel=1e-6
    )
    assert 0 < found.given["d90_gy"] < found.whole["d90_gy"]
    # Given then and given later: what is to come shrinks by what the strengths have lost.
    later, _ = dose_by_dates(twice, engine, [solid], [when + HALF_LIFE, None])
    left = [1 - f for f in found.fractions]
    assert [1 - f for f in later.fractions] == pytest.approx([x / 2 for x in left], rel=1e-9)


def table(folder, dated=True):
    lines = seeds_csv((*seeds(4, -5.0), *seeds(3, 6.0, 5))).splitlines()
    when = [FIRST.isoformat()] * 4 + [SECOND.isoformat()] * 3
    path = folder / ("dated.csv" if dated else "plain.csv")
    rows = [f"{line},{at}" for line, at in zip(lines[1:], when, strict=True)] if dated else lines[1:]
    path.write_text("\n".join([lines[0] + (",implanted" if dated else ""), *rows]) + "\n")
    return path


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    """The structure set of a phantom, and the middle of its target."""
    import phantoms

    folder = tmp_path_factory.mktemp("drawn")
    phantoms.write_phantom("small_lung_nodule", folder / "patient", slice_mm=5.0)
    truth = json.loads((folder / "patient" / "truth.json").read_text())
    return folder, folder / "patient" / "rtstruct.dcm", np.array(truth["rois"]["Target"]["centroid_mm"])


def moved_table(folder, middle, **options):
    path = table(folder, **options)
    lines = path.read_text().splitlines()
    shift = middle - np.array(CENTRE_MM)
    rows = []
    for line in lines[1:]:
        cells = line.split(",")
        cells[2:5] = [f"{float(v) + d:.6f}" for v, d in zip(cells[2:5], shift, strict=True)]
        rows.append(",".join(cells))
    path.write_text("\n".join([lines[0], *rows]) + "\n")
    return path


def test_the_command_tells_a_table_of_implants(drawn):
    folder, structures, middle = drawn
    path, out = moved_table(folder, middle), folder / "doses.csv"
    words = ["history", path, "--structures", structures, "--target", "Target", "--source", "i125_6711"]
    words += ["--at", "2026-03-05", "--at", "2026-09-01T12:00", "--out", out]
    shown = CliRunner().invoke(app, [str(w) for w in words])
    assert shown.exit_code == 0, shown.output
    assert "Target, by 2026-03-05 00:00" in shown.output and "to come" in shown.output
    assert "no time of day" in shown.output and "implant 2, 2026-03-01 12:30, 3 seeds" in shown.output
    rows = list(csv.DictReader(io.StringIO(out.read_text(encoding="utf-8-sig"))))
    assert tuple(rows[0]) == COLUMNS and len(rows) == 9
    first, second, together = rows[:3]
    assert float(first["given_fraction"]) == pytest.approx(1 - 2 ** (-(58 + 15 / 24) / 59.4), rel=1e-3)
    assert float(second["given_fraction"]) == pytest.approx(1 - 2 ** (-(3 + 11.5 / 24) / 59.4), rel=1e-3)
    for kind in ("mean_given_gy", "mean_to_come_gy", "mean_gy", "coldest_gy"):
        assert float(together[kind]) == pytest.approx(float(first[kind]) + float(second[kind]), abs=2e-4)
    assert rows[-1]["by"] == "all decayed" and rows[-1]["mean_to_come_gy"] == "0.0"
    assert rows[-1]["d90_given_gy"] == rows[-1]["d90_gy"] == together["d90_gy"]
    told = json.loads(CliRunner().invoke(app, [*(str(w) for w in words[:-2]), "--json"]).stdout)
    assert [r["mean_gy"] for r in told["doses"]] == [float(r["mean_gy"]) for r in rows]


def test_a_history_in_chinese_has_no_english_left(drawn):
    from page_texts import english_in

    from tps.cli.screen import speak

    folder, structures, middle = drawn
    path = moved_table(folder, middle)
    words = ["history", path, "--structures", structures, "--target", "Target", "--source", "i125_6711"]
    shown = CliRunner().invoke(app, [str(w) for w in (*words, "--at", "2026-03-05T10:00", "--lang", "zh")])
    speak("en")
    assert shown.exit_code == 0 and "Target" in shown.output
    said = shown.output.replace("Target", "").replace("D90", "").replace("Gy", "")
    assert not english_in(said), shown.output


def test_what_cannot_be_told_is_refused(drawn):
    folder, structures, middle = drawn
    dated, plain = moved_table(folder, middle), moved_table(folder, middle, dated=False)
    how = {"structures": structures, "targets": ("Target",), "source": "i125_6711"}
    with pytest.raises(BadInput, match="not dated"):
        dose_history(plain, ["2026-06-01"], **how)
    one = dose_history(plain, ["2026-06-01"], implanted=FIRST.isoformat(), **how)
    assert [len(s.seeds) for s in one.implants.sessions] == [7] and len(rows_of(one)) == 4
    with pytest.raises(BadInput, match="no such file"):
        dose_history(folder / "nowhere", ["2026-06-01"], **{**how, "source": ""})
    with pytest.raises(BadInput, match="names no seed model"):
        dose_history(dated, ["2026-06-01"], **{**how, "source": ""})
    with pytest.raises(BadInput, match="nothing of targets"):
        dose_history(dated, ["2026-06-01"], **{**how, "structures": None})
    with pytest.raises(BadInput, match="no target is named"):
        dose_history(dated, ["2026-06-01"], **{**how, "targets": ()})
    with pytest.raises(UnknownName, match="Tumour"):
        dose_history(dated, ["2026-06-01"], **{**how, "targets": ("Tumour",)})
    with pytest.raises(BadInput, match="is not a date"):
        dose_history(dated, ["in June"], **how)
    with pytest.raises(BadInput, match="time zone"):
        dose_history(dated, ["2026-06-01T12:00+02:00"], **how)
