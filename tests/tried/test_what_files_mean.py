"""What outsiders gave as contours, masks and scans: each means what it should, or is refused."""

import time

import numpy as np
import pytest
from tried_cases import BALL_CC, ON_THIS_MACHINE, made, planned, rows_of, tps, volume_cc

pytestmark = ON_THIS_MACHINE


def test_01_no_needle_enters_through_the_edge_of_the_circle_of_view(tmp_path):
    made("01", tmp_path)
    for name in ("minus2000", "minus3024", "padding"):
        done, plan = planned(tmp_path / name, "rs.dcm")
        assert done.code == 0 and "the scan cuts the patient at its circle of view" in done.said
        entries = np.array([n["entry_mm"] for n in plan["needles"]])
        # The true skin is the ellipse; a voxel measures 2 mm.
        assert np.abs(np.hypot(entries[:, 0] / 105, entries[:, 1] / 70) - 1).max() < 2 / 70
        assert np.hypot(entries[:, 0], entries[:, 1]).max() < 77


@pytest.mark.parametrize(
    "name", ["plain", "rounded", "shifted_0.01", "shifted_0.2", "more_points", "target_part"]
)
def test_02_a_contour_that_is_there_twice_counts_once(tmp_path, name):
    made("02", tmp_path)
    done, plan = planned(tmp_path, f"{name}.dcm")
    assert done.code == 0
    assert volume_cc(plan) == pytest.approx(BALL_CC, rel=0.01)
    assert ("drawn twice" in done.said) == (name != "plain")


def test_02_a_contour_that_runs_round_twice_is_refused(tmp_path):
    made("02", tmp_path)
    done, plan = planned(tmp_path, "wound_twice.dcm")
    assert done.code == 4 and not plan
    assert "'GTV'" in done.said and "runs round a place twice on 9 plane(s), first at -8.8 mm" in done.said


def test_02_a_doubled_organ_is_the_organ(tmp_path):
    made("02", tmp_path)
    done, plan = planned(tmp_path, "organ.dcm", "--avoid", "Bowel:5")
    assert done.code in (0, 3)
    assert volume_cc(plan, "Bowel") == pytest.approx(49.7, rel=0.01)
    assert "ROI 'Bowel': 22 contour(s) are drawn twice" in done.said


def test_03_a_target_of_another_frame_of_reference_is_refused_by_name(tmp_path):
    made("03", tmp_path)
    done, plan = planned(tmp_path, "rs.dcm", target="GTV_MR")
    assert done.code == 4 and not plan
    assert "'GTV_MR'" in done.said and "another frame of reference" in done.said


@pytest.mark.parametrize("name", ["ref0.8", "ref0.3", "ref0.12", "wire0.2", "sliver"])
def test_04_a_region_of_less_than_a_pixel_stops_nothing(tmp_path, name):
    made("04", tmp_path)
    done, plan = planned(tmp_path, f"{name}.dcm")
    assert done.code == 0
    assert ("'Ref point' IS LEFT OUT" in done.said) == (name != "ref0.8")
    assert volume_cc(plan) == pytest.approx(BALL_CC, rel=0.01)


def test_04_nor_a_batch(tmp_path):
    made("04", tmp_path)
    done = tps("recompute", "batch", "--out", "b.csv", "--assume-source", "i125_6711", where=tmp_path)
    assert done.code == 0
    rows = rows_of(tmp_path / "b.csv")
    assert [row["status"] for row in rows if row["roi"] == "GTV"] == ["ok", "ok"]
    assert all("'Ref point' left out" in row["warnings"] for row in rows)


@pytest.mark.parametrize("off", ["0.0", "0.05", "0.15", "0.3"])
def test_05_islands_on_planes_a_little_apart_are_both_there(tmp_path, off):
    made("05", tmp_path)
    done, plan = planned(tmp_path, f"off{off}.dcm")
    assert done.code == 0
    assert volume_cc(plan) == pytest.approx(2 * BALL_CC, rel=0.01)
    assert ("beside others are taken as lying on those" in done.said) == (off in ("0.15", "0.3"))


@pytest.mark.parametrize("name", ["not_flat", "count", "no_type", "no_data", "nan"])
def test_13_one_bad_region_nobody_needs_stops_nothing(tmp_path, name):
    made("13", tmp_path)
    done, plan = planned(tmp_path, f"{name}.dcm")
    assert done.code == 0 and "'Marker' IS LEFT OUT" in done.said
    assert volume_cc(plan) == pytest.approx(BALL_CC, rel=0.01)
    done, plan = planned(tmp_path, f"{name}.dcm", "--avoid", "Marker:5", out="needed")
    assert done.code == 4 and not plan and "'Marker'" in done.said


@pytest.mark.parametrize("points", [2000, 12000])
def test_14_dense_outlines_take_time_in_proportion(tmp_path, points):
    made("14", tmp_path, str(points))
    for name, count in ((f"rings{points}.dcm", 10), ("body.dcm", 360)):
        begun = time.monotonic()
        done = tps("inspect", name, where=tmp_path)
        assert done.code == 0 and f"({count})" in done.said
        assert time.monotonic() - begun < 30  # alone on a machine: 2 s; quadratic: 626 s


def test_16_cosines_that_tremble_are_taken_with_a_word(tmp_path):
    made("16", tmp_path)
    done, plan = planned(tmp_path, "rs.dcm")
    assert done.code == 0 and "direction cosines differ from image to image" in done.said
    assert volume_cc(plan) == pytest.approx(BALL_CC, rel=0.01)


def test_17_a_mask_in_centimetres_is_refused(tmp_path):
    made("17", tmp_path)
    done, plan = planned(tmp_path, "mm.nrrd", target="mm")
    assert done.code == 0 and volume_cc(plan, "mm") == pytest.approx(7.14, rel=0.02)
    done, plan = planned(tmp_path, "cm.nrrd", target="cm", out="no")
    assert done.code == 4 and not plan and "its unit of length is 'cm'" in done.said


def test_18_a_background_is_no_region(tmp_path):
    made("18", tmp_path)
    done, plan = planned(tmp_path, "labelmap.dcm")
    assert done.code == 0 and "Background" not in plan["metrics"]
    assert volume_cc(plan) == pytest.approx(7.14, rel=0.02)
