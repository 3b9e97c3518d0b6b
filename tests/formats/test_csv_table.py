"""Tables are written for spreadsheets and read as they save them, in every encoding that can be told."""

import csv
import io

import pytest

from tps.batch.find.manifest import read_manifest
from tps.batch.find.plan_items import read_plan_manifest
from tps.batch.table import write_csv
from tps.errors import BadInput
from tps.formats.csv_table import csv_text, read_number, read_table

HEAD = "case,ct,structures,targets"
ROWS = "甲,病人/ct,病人/rs.dcm,肿瘤\n乙,病人/ct,病人/rs.dcm,靶区\n"


@pytest.mark.parametrize(
    ("name", "cell"),
    [
        ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
        ("+SUM(A1)", "'+SUM(A1)"),
        ("-2+3", "'-2+3"),
        ("@import", "'@import"),
        ("\uff1dcmd", "'\uff1dcmd"),
        ("\t=cmd", "\\x09=cmd"),
        ("-12.50", "-12.50"),
        ("+1e-3", "+1e-3"),
        ("GTV-1", "GTV-1"),
        ("a\x1b[2Jb\r", "a\\x1b[2Jb\\x0d"),
        ("肿瘤", "肿瘤"),
        (None, ""),
        (-1, "-1"),
    ],
)
def test_no_cell_is_a_formula_or_steers_a_screen(tmp_path, name, cell):
    rows = list(csv.reader(io.StringIO(csv_text(["roi"], [[name]]).removeprefix("\ufeff"))))
    assert rows == [["roi"], [cell]]
    write_csv(tmp_path / "t.csv", [{"roi": name}], [("roi", "text", "")])
    raw = (tmp_path / "t.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbfroi\n")
    assert list(csv.reader(io.StringIO(raw.decode("utf-8-sig")))) == rows


@pytest.mark.parametrize("text", ["1", "-1.5", "+2.", ".5", "1e3", "1E-3", " 7 "])
def test_numbers_in_digits(text):
    assert read_number(text) == float(text)


@pytest.mark.parametrize(
    "text",
    ["1_0", "nan", "inf", "-Infinity", "0x10", "", "1,5", "\uff11\uff12", "1e999", "1 2", "\u0661", "1\n2"],
)
def test_what_python_takes_for_a_number_and_people_do_not(text):
    assert read_number(text) is None


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    ("codec", "said"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", "read as UTF-16"),
        ("gbk", "read as GB18030"),
        ("gb18030", "read as GB18030"),
    ],
)
def test_a_manifest_as_a_chinese_spreadsheet_saves_it(tmp_path, codec, said, delimiter):
    path = tmp_path / "cases.csv"
    path.write_bytes(f"{HEAD}\n{ROWS}".replace(",", delimiter).replace("\n", "\r\n").encode(codec))
    items, note = read_plan_manifest(path)
    assert [item.case for item in items] == ["甲", "乙"]
    assert [item.targets for item in items] == [("肿瘤",), ("靶区",)]
    assert items[0].ct == str((tmp_path / "病人" / "ct").resolve()) and not any(i.trouble for i in items)
    assert (said in note) if said else "read as" not in note
    assert ("parted by" in note) == (delimiter != ",")


def test_what_was_unusual_about_a_manifest_is_in_its_rows(tmp_path):
    (tmp_path / "list.csv").write_bytes("plan;structures\n计划/plan.json;结构.dcm\n".encode("gbk"))
    (item,) = read_manifest(tmp_path / "list.csv")
    assert item.warnings == ("the manifest list.csv: read as GB18030, cells parted by semicolons",)


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (f"{HEAD}\nа,Больной/кт,Больной/опухоль.dcm,Опухоль\n".encode("cp1251"), "is not in UTF-8"),
        (f"{HEAD}\na,Müller/ct,Müller/rs.dcm,Geschwür\n".encode("cp1252"), "is not in UTF-8"),
        (f"{HEAD}\nα,ασθενής/ct,όγκος.dcm,όγκος\n".encode("iso8859_7"), "is not in UTF-8"),
        (f"{HEAD}\na,ct,s,T\0\n".encode(), "a NUL character in line 2"),
        (f"{HEAD}\na,ct,s\n".encode(), "cases.csv:2: 3 values"),
        (f"{HEAD},margin_mm\na;ct;s;T;1\n".encode(), "cases.csv:2: 1 values"),
        (b"case|ct|structures|targets\na|ct|s|T\n", "column case is missing"),
        (f'{HEAD}\na,ct,s,"T\n'.encode(), "not a table"),
    ],
)
def test_what_cannot_be_told_is_refused_with_a_remedy(tmp_path, raw, said):
    (tmp_path / "cases.csv").write_bytes(raw)
    with pytest.raises(BadInput, match=said) as refused:
        read_plan_manifest(tmp_path / "cases.csv")
    text = str(refused.value)
    assert text.count(said) == 1
    if "UTF-8" in said:
        assert "CSV UTF-8" in text


def test_numbers_of_a_manifest_are_in_digits(tmp_path):
    rows = "".join(f"{c},ct,s,T,{text}\n" for c, text in (("a", "1_0"), ("b", "10"), ("c", "\uff11")))
    (tmp_path / "cases.csv").write_text(f"{HEAD},margin_mm\n{rows}", encoding="utf-8")
    items, _ = read_plan_manifest(tmp_path / "cases.csv")
    assert [bool(item.trouble) for item in items] == [True, False, True]
    assert "margin_mm is '1_0'" in items[0].trouble and items[1].margin_mm == 10.0


def test_our_own_tables_are_read_back(tmp_path):
    (tmp_path / "t.csv").write_text(csv_text(["roi", "gy"], [["肿瘤", "-1.5"], ["", ""]]), encoding="utf-8")
    table = read_table(tmp_path / "t.csv", ("gy",), ("roi",))
    assert table.columns == ("roi", "gy") and table.rows == ((2, {"roi": "肿瘤", "gy": "-1.5"}),)
    assert table.note == ""
