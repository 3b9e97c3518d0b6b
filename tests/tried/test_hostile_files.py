"""Files made to mislead: each is refused by name or does no harm."""

import csv
import re

import numpy as np
import pytest
from pydicom import dcmread
from tried_cases import HOSTILE, ON_THIS_MACHINE, planned, texts_of, tps, volume_cc

pytestmark = ON_THIS_MACHINE


@pytest.mark.parametrize(
    ("name", "organ_cc", "word"),
    [
        ("rs_target_drawn_twice_0.01mm", 7.2, "ROI 'Target': 3 contour(s) are drawn twice"),
        ("rs_organ_drawn_twice_0.2mm", None, "ROI 'Wall': 14 contour(s) are drawn twice"),
        ("rs_tiny_organ", None, "'Organ' IS LEFT OUT: its contours enclose 9e-05 cm3"),
        ("rs_contour_12m", None, "'Organ' IS LEFT OUT: its contours reach over 31.99 m"),
        ("rs_contour_1200m", None, "'Organ' IS LEFT OUT: its contours reach over 3200 m"),
    ],
)
def test_odd_contours(scan, tmp_path, name, organ_cc, word):
    done, plan = planned(scan, HOSTILE / f"{name}.dcm", target="Target", out=tmp_path / "plan")
    assert done.code in (0, 3) and word in done.said
    assert volume_cc(plan, "Target") == pytest.approx(2.136, rel=0.01)
    if organ_cc:
        assert volume_cc(plan, "Organ") == pytest.approx(organ_cc, rel=0.02)


def test_no_needle_goes_through_bone(scan, tmp_path):
    _, plan = planned(
        scan, HOSTILE / "rs_target_for_bone.dcm", ct="bone", target="Target", out=tmp_path / "p"
    )
    slices = sorted((dcmread(f) for f in (scan / "bone").iterdir()), key=lambda d: d.ImagePositionPatient[2])
    hu = np.stack([d.pixel_array for d in slices])
    assert hu.max() >= 370 and plan["needles"]
    for needle in plan["needles"]:
        way = np.linspace(needle["entry_mm"], needle["tip_mm"], 500)
        at = np.round((way - np.array(slices[0].ImagePositionPatient, float)) / 3.0).astype(int)
        assert hu[at[:, 2], at[:, 1], at[:, 0]].max() < 300


@pytest.mark.parametrize("name", ["a_nogeo.mha", "n_units_cmcmcm.nrrd"])
def test_masks_that_do_not_say_where_they_lie(scan, tmp_path, name):
    done, plan = planned(scan, HOSTILE / name, target="Target", out=tmp_path / "plan")
    assert done.code == 4 and not plan
    assert "does not say where in the patient" in done.said or "unit of length is 'cm'" in done.said


def test_no_escape_sequence_reaches_the_screen(scan, tmp_path):
    done, _ = planned(scan, HOSTILE / "rs_ansi_name.dcm", target="ROI 1", out=tmp_path / "plan")
    assert "\x1b" not in done.out + done.error and "\x07" not in done.out + done.error
    assert not [text for text in texts_of(tmp_path / "plan") if "\x1b" in text or "\x07" in text]


@pytest.mark.parametrize("name", ["rs_left_right_brackets", "rs_markup_name", "rs_csv_formula_html"])
def test_names_are_shown_as_they_are_and_run_nothing(scan, tmp_path, name):
    rois = [r.ROIName for r in dcmread(HOSTILE / f"{name}.dcm").StructureSetROISequence]
    done, plan = planned(scan, HOSTILE / f"{name}.dcm", target=rois[0], out=tmp_path / "plan")
    assert done.code in (0, 3) and plan
    # Organs of less than 1 Gy are counted on the screen of a plan, not listed.
    assert rois[0] in done.out
    assert all(roi in tps("inspect", HOSTILE / f"{name}.dcm", where=tmp_path).said for roi in rois)
    for table in (tmp_path / "plan").glob("*.csv"):
        cells = [cell for row in csv.reader(table.read_text("utf-8-sig").splitlines()) for cell in row]
        assert not [cell for cell in cells if cell[:1] in ("=", "@", "+") and not _is_number(cell)], table


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("file", sorted((HOSTILE / "toml").glob("*.toml")), ids=lambda p: p.stem)
def test_no_protocol_value_is_out_of_its_range(scan, tmp_path, file):
    protocol = ("--protocol", file)
    done, plan = planned(scan, HOSTILE / "rs_ok.dcm", *protocol, target="Target", out=tmp_path / "plan")
    assert done.code == 4 and not plan
    assert re.search(rf"{file.stem.partition('___')[0]} is \S+, expected .* to ", done.said)
