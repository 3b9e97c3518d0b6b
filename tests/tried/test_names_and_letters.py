"""Names, letters, file names and tables as outsiders had them."""

import shutil
import time
from pathlib import Path

import pytest
from pydicom import dcmread
from tried_cases import BALL_CC, ON_THIS_MACHINE, made, planned, rows_of, texts_of, tps, volume_cc

pytestmark = ON_THIS_MACHINE


def name_of(path: Path) -> str:
    """Patient's name, decoded by what the file itself says."""
    dataset = dcmread(path)
    return str(dataset.PatientName)


@pytest.mark.parametrize("key", ["none", "latin1"])
def test_06_bytes_that_are_not_what_they_say_are_read_as_stated_or_not_at_all(tmp_path, key):
    made("06", tmp_path)
    done = tps("inspect", key, where=tmp_path)
    assert "look like GB18030" in done.said and "--charset gb18030" in done.said
    target = {"ct": f"{key}/ct", "target": "肿瘤靶区"}
    done, plan = planned(tmp_path, f"{key}/rs.dcm", **target)
    assert done.code == 4 and not plan and "--charset" in done.said
    done, plan = planned(tmp_path, f"{key}/rs.dcm", "--charset", "gb18030", **target)
    assert done.code == 0 and volume_cc(plan, "肿瘤靶区") == pytest.approx(BALL_CC, rel=0.01)
    for name in ("RTPLAN", "RTSTRUCT", "RTDOSE"):
        assert name_of(tmp_path / "plan" / f"{name}.dcm") == "王小明"


def test_07_code_extensions_leave_no_escapes(tmp_path):
    made("07", tmp_path)
    done, plan = planned(tmp_path, "rs.dcm", target="肿瘤靶区")
    assert done.code == 0 and set(plan["metrics"]) >= {"肿瘤靶区", "左肾"}
    for name in ("RTPLAN", "RTSTRUCT", "RTDOSE"):
        assert name_of(tmp_path / "plan" / f"{name}.dcm") == "Wang^XiaoMing=王^小明"
    assert not [text for text in texts_of(tmp_path / "plan") if "\x1b" in text]


def test_08_chinese_names_in_pictures_and_tables(tmp_path):
    made("08", tmp_path)
    done = tps(
        "plan",
        "病人 张三/ct",
        *("--structures", "病人 张三/rs.dcm", "--target", "肿瘤靶区", "--avoid", "左肾:5", "--out", "plan"),
        where=tmp_path,
    )
    assert done.code == 0 and "Glyph" not in done.said
    needles = (tmp_path / "plan" / "needles.csv").read_bytes()
    assert needles.startswith(b"\xef\xbb\xbf") or "utf-8" in done.said.lower() or needles.isascii()


def test_09_file_names_that_are_no_utf_8(tmp_path):
    made("09", tmp_path)
    done, plan = planned(tmp_path, "a/rs.dcm", ct="gbk")
    assert done.code == 0 and volume_cc(plan) == pytest.approx(BALL_CC, rel=0.01)
    assert "\\xb1\\xa8\\xb8\\xe6.pdf" in done.said
    recompute = ("recompute", "cohort", "--identify", "--out", "c.csv", "--assume-source", "i125_6711")
    done = tps(*recompute, where=tmp_path)
    assert done.code == 0
    assert [row["status"] for row in rows_of(tmp_path / "c.csv")] == ["ok", "ok"]


def test_10_a_screen_that_is_not_utf_8(tmp_path):
    made("10", tmp_path)
    case = {"ct": "病人 张三/ct", "target": "肿瘤靶区"}
    done, plan = planned(tmp_path, "病人 张三/rs.dcm", env={"PYTHONIOENCODING": "latin-1"}, **case)
    assert done.code == 0 and plan and "Nothing was written" not in done.said
    posix = {"LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = tps("inspect", ".", where=tmp_path, env=posix)
    assert done.code == 0 and "30 images" in done.said


def test_15_a_long_name_is_shortened_at_the_beginning(tmp_path):
    made("15", tmp_path)
    assert f"'{'x' * 70}' is called '{'x' * 62}~1'" in tps("inspect", ".", where=tmp_path).said
    done, plan = planned(tmp_path, "rs.dcm")
    assert done.code == 0 and f"{'x' * 62}~1" in plan["metrics"]
    names = [roi.ROIName for roi in dcmread(tmp_path / "plan" / "RTSTRUCT.dcm").StructureSetROISequence]
    assert f"{'x' * 62}~1" in names


def test_19_links_are_followed_and_films_are_not_read(tmp_path):
    made("19", tmp_path)
    assert "30 images" in tps("inspect", "cd", where=tmp_path).said
    assert "30 images" in tps("inspect", "linked", where=tmp_path).said
    done, plan = planned(tmp_path, "cd/DICOM/PAT00000/STD00000/RS000001", ct="cd")
    assert done.code == 0 and volume_cc(plan) == pytest.approx(BALL_CC, rel=0.01)
    with open(tmp_path / "cd" / "VIEWER" / "movie.avi", "r+b") as film:
        film.truncate(1_500_000_000)
    begun = time.monotonic()
    assert tps("inspect", "cd", where=tmp_path).code == 0 and time.monotonic() - begun < 15
    recompute = ("recompute", "cohort_links", "--out", "c.csv", "--assume-source", "i125_6711")
    assert tps(*recompute, where=tmp_path).code == 0
    assert [row["status"] for row in rows_of(tmp_path / "c.csv") if row["roi"] == "GTV"] == ["ok", "ok"]


@pytest.mark.parametrize("name", ["gbk", "utf16", "semicolon", "chinese_case"])
def test_20_manifests_as_a_chinese_spreadsheet_saves_them(tmp_path, name):
    made("20", tmp_path)
    patient = next(made("08", tmp_path / "patient").iterdir())
    for part in ("ct", "rs.dcm"):
        shutil.move(patient / part, tmp_path / part)
    done = tps("plan-batch", f"{name}.csv", "--no-report", "--out", "o", where=tmp_path)
    assert done.code == 0, done.said
    rows = {row["roi"]: row for row in rows_of(tmp_path / "o" / "plans.csv")}
    assert rows["肿瘤靶区"]["status"] == "met"
    assert rows["肿瘤靶区"]["case"] == ("张三" if name == "chinese_case" else "p1")
    assert ("note:" in done.said) == (name != "chinese_case")


def test_20_a_table_of_points_in_gbk_is_read_and_told_or_refused_with_a_remedy(tmp_path):
    made("20", tmp_path)
    (tmp_path / "seeds.csv").write_text(
        "seed,needle,x_mm,y_mm,z_mm,ux,uy,uz,strength_u\n1,1,10,0,0,0,0,1,0.762\n", encoding="utf-8"
    )
    options = (
        "--source",
        "i125_6711",
        "--seeds",
        "seeds.csv",
        "--points",
        "points_gbk.csv",
        "--out",
        "d.csv",
    )
    done = tps("dose", *options, where=tmp_path)
    assert done.code == 4 and "备注" in done.said and "Expected" in done.said and "Remedy" in done.said
