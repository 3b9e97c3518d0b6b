"""Names of labels: from the file's own table, from a file of names, and never from a number."""

import json

import numpy as np
import pytest
from made_dicom import ct_slices, rtstruct, square, write, write_series
from made_masks import NAMES, caret_table, labels_on, save, save_folder, save_multilabel, with_extension

from tps.dicom.case import read_case
from tps.dicom.masks import label_names
from tps.dicom.masks.label_names import read_label_names
from tps.dicom.masks.labelmap import read_labelmaps
from tps.errors import BadInput


@pytest.fixture
def grid(tmp_path):
    return read_case(write_series(ct_slices(), tmp_path / "ct")).ct.grid


def same_contours(a, b):
    assert list(a) == list(b)
    for name in a:
        for one, other in zip(a[name].contours, b[name].contours, strict=True):
            np.testing.assert_allclose(one.points_mm, other.points_mm, atol=1e-5)


@pytest.mark.parametrize("ending", ["nii", "nii.gz"])
@pytest.mark.parametrize("code", [0, 30])
def test_names_in_the_extended_header(tmp_path, grid, ending, code):
    path = save(tmp_path / f"total.{ending}", labels_on(grid), grid)
    with_extension(path, caret_table({0: "???", 1: "spleen", 2: "kidney_right", 4: "aorta <&>"}), code)
    found = read_labelmaps(path, grid)
    assert list(found.structures) == ["spleen", "aorta <&>"] and found.empty_rois == ("kidney_right",)


def test_one_file_of_all_and_one_file_each_are_the_same(tmp_path, grid):
    whole = save_multilabel(tmp_path / "total.nii.gz", labels_on(grid), grid, NAMES)
    folder = save_folder(tmp_path / "segmentations", labels_on(grid), grid, NAMES)
    assert set(NAMES.values()) == set(read_labelmaps(folder, grid).structures)
    found = read_labelmaps(folder, grid).structures
    same_contours(read_labelmaps(whole, grid).structures, {name: found[name] for name in NAMES.values()})


def test_the_only_label_there_is_named_by_the_table(tmp_path, grid):
    """A part of the classes was asked for: the file is called otherwise than what is in it."""
    values = (labels_on(grid) == 4) * np.uint8(4)
    path = save_multilabel(tmp_path / "seg.nii.gz", values, grid, {1: "spleen", 4: "aorta"})
    assert list(read_labelmaps(path).structures) == ["aorta"]


@pytest.mark.parametrize("ending", ["nii.gz", "nrrd", "mha"])
def test_labels_without_names_are_refused(tmp_path, grid, ending):
    path = save(tmp_path / f"total.{ending}", labels_on(grid), grid)
    with pytest.raises(BadInput, match="2 labels without a name: 1, 4") as caught:
        read_labelmaps(path, grid)
    assert "--labels FILE" in str(caught.value)
    with pytest.raises(BadInput, match="1 label without a name: 4"):
        read_labelmaps(path, grid, {1: "spleen", 7: "aorta"})


def test_labels_that_the_table_leaves_out_are_refused(tmp_path, grid):
    path = save_multilabel(tmp_path / "total.nii.gz", labels_on(grid), grid, {1: "spleen", 5: "liver"})
    with pytest.raises(BadInput, match="1 label without a name: 4"):
        read_labelmaps(path, grid)
    path = save_multilabel(tmp_path / "total.nii.gz", labels_on(grid), grid, NAMES)
    with pytest.raises(BadInput, match="names its labels itself"):
        read_labelmaps(path, grid, NAMES)


BOMB = "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'x'>]><CaretExtension>&b;</CaretExtension>"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (caret_table(NAMES)[:-20], "table of label names .* is damaged"),
        (caret_table({"x": "spleen"}), "table of label names .* is damaged"),
        (caret_table({"1_0": "spleen"}), "table of label names .* is damaged"),
        (caret_table(NAMES).encode() + b"\xff\xfe", "table of label names .* is damaged"),
        (BOMB, "table of label names .* is damaged"),
        (caret_table({1: "spleen", 4: "spleen"}), "labels 1 and 4 are both named 'spleen'"),
        (caret_table({1: "spleen", "01": "liver", 4: "a"}), "label 1 is named 'spleen' and 'liver'"),
        (caret_table({1: " ", 4: ""}), "2 labels without a name"),
        ("<CaretExtension></CaretExtension>", "2 labels without a name"),
        ("a remark", "2 labels without a name"),
    ],
)
def test_tables_that_are_wrong(tmp_path, grid, text, words):
    path = with_extension(save(tmp_path / "total.nii", labels_on(grid), grid), text)
    with pytest.raises(BadInput, match=words) as caught:
        read_labelmaps(path, grid)
    assert "total.nii" in str(caught.value)


def test_two_tables_and_a_damaged_extension(tmp_path, grid):
    path = save_multilabel(tmp_path / "total.nii", labels_on(grid), grid, {4: "aorta"})
    with_extension(path, caret_table({1: "spleen"}))
    assert list(read_labelmaps(path).structures) == ["spleen", "aorta"]
    with_extension(path, caret_table({1: "liver"}))
    with pytest.raises(BadInput, match="label 1 is named 'liver' and 'spleen'"):
        read_labelmaps(path)
    content = bytearray(path.read_bytes())
    content[352:356] = b"\xff\xff\xff\x7f"
    path.write_bytes(content)
    with pytest.raises(BadInput, match="its extended header"):
        read_labelmaps(path)


# --- files of names --------------------------------------------------------------------------------------

WANTED = {1: "spleen", 4: "kidney, right"}
GOOD = {
    "number to name": json.dumps({"0": "background", **{str(k): v for k, v in WANTED.items()}}),
    "name to number": json.dumps({"background": 0} | {v: k for k, v in WANTED.items()}),
    "inside": json.dumps({"task": "total", "labels": {v: k for k, v in WANTED.items()}}),
    "list": json.dumps([{"index": k, "name": v, "colour": [1, 2, 3]} for k, v in WANTED.items()]),
    "list of labels": json.dumps({"labels": [{"value": k, "label": v} for k, v in WANTED.items()]}),
    "csv": 'index,name\n1,spleen\n4,"kidney, right"\n',
    "csv, other order": 'Name,colour,Label\nspleen,red,1\n\n"kidney, right",blue,4\n',
    "csv without a heading": '1,spleen\r\n4,"kidney, right"\r\n',
    "semicolons": "index;name\n1;spleen\n4;kidney, right\n",
    "tabs": "\ufeff1\tspleen\n4\tkidney, right\n",
}


@pytest.mark.parametrize("form", GOOD)
def test_files_of_names(tmp_path, form):
    path = tmp_path / "names"
    path.write_text(GOOD[form], encoding="utf-8")
    assert read_label_names(path) == WANTED


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "names no label"),
        ("{}", "names no label"),
        ('{"0": "background"}', "names no label"),
        ("hello", "does not say which label"),
        ("1\n2\n", "does not say which label"),
        ("1,spleen\n2\n", "does not say which label"),
        ("1,spleen\nx,liver\n", "does not say which label"),
        ("colour,name\nred,liver\n", "does not say which label"),
        ('1,"spleen\n', "does not say which label"),
        ('{"1": 5}', "does not say which label"),
        ('{"1": "spleen", "1": "liver"}', "does not say which label"),
        ('{"spleen": 1.5}', "does not say which label"),
        ('{"spleen": true}', "does not say which label"),
        ('{"spleen": -1}', "does not say which label"),
        ('{"spleen": [1, 2]}', "does not say which label"),
        ('[["1", "spleen"]]', "does not say which label"),
        ('[{"index": 1}]', "does not say which label"),
        ('{"1": ', "does not say which label"),
        ("[" * 5000, "does not say which label"),
        ('{"1": "spleen", "2": "spleen"}', "labels 1 and 2 are both named"),
        ("1,spleen\n1,liver\n", "label 1 is named 'spleen' and 'liver'"),
    ],
)
def test_files_of_names_that_are_none(tmp_path, text, words):
    path = tmp_path / "names"
    path.write_text(text)
    with pytest.raises(BadInput, match=words) as caught:
        read_label_names(path)
    assert "names" in str(caught.value)


def test_files_of_names_that_cannot_be_read(tmp_path, monkeypatch):
    path = tmp_path / "names.csv"
    with pytest.raises(BadInput, match="cannot be read"):
        read_label_names(path)
    path.write_bytes("1,肝".encode("gbk"))
    with pytest.raises(BadInput, match="UTF-8"):
        read_label_names(path)
    monkeypatch.setattr(label_names, "MAX_NAMES_BYTES", 3)
    with pytest.raises(BadInput, match="over 3e-06 MB"):
        read_label_names(path)


def test_names_that_have_nothing_to_name(tmp_path, grid):
    names = tmp_path / "names.json"
    names.write_text(json.dumps(NAMES))
    with pytest.raises(BadInput, match="but no structures"):
        read_case(tmp_path / "ct", labels_path=names)
    rs = write(rtstruct({"GTV": [square(-8, -2, z) for z in (32.5, 35.0)]}), tmp_path / "rs.dcm")
    with pytest.raises(BadInput, match="no label map"):
        read_case(tmp_path / "ct", rs, labels_path=names)
