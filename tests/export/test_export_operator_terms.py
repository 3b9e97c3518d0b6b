"""Angles and slices as the operator reads them, in all patient positions."""

import numpy as np
import pytest
from export_case import CENTRE_MM, make_case, small_plan

from tps.export.operator_terms import angles_deg, nearest_slice, needle_row, slice_name
from tps.model import Grid, Needle

# Image right, image down, slice normal, as scanners store them.
HFS = np.eye(3)
HFP = np.diag([-1.0, -1.0, 1.0])
FFS = np.diag([-1.0, 1.0, -1.0])


def grid(axes):
    return Grid([0, 0, 0], [1, 1, 2.5], (10, 4, 4), axes)


@pytest.mark.parametrize(
    ("axes", "direction", "axial", "tilt"),
    [
        (HFS, (0, 1, 0), 0, 0),  # from the front, straight down
        (HFS, (-1, 0, 0), 90, 0),  # from the patient's left, the image's right, horizontally
        (HFS, (1, 0, 0), -90, 0),
        (HFS, (0, -1, 0), 180, 0),  # from the back
        (HFS, (-1, 1, 0), 45, 0),  # hub to the image's upper right
        (HFS, (0, 1, 1), 0, 45),  # advancing to the head
        (HFS, (0, 1, -1), 0, -45),
        (HFS, (0, 0, 1), 0, 90),
        (HFP, (0, -1, 0), 0, 0),  # prone: from the back is from above
        (HFP, (1, 0, 0), 90, 0),  # prone: the patient's right is the image's right
        (FFS, (1, 0, 0), 90, 0),
        (FFS, (0, 1, 1), 0, 45),  # towards the head, whichever end went in first
    ],
)
def test_angles_of_needles_one_can_picture(axes, direction, axial, tilt):
    direction = np.array(direction, float) / np.linalg.norm(direction)
    assert angles_deg(direction, grid(axes)) == pytest.approx((axial, tilt), abs=1e-9)


def test_angles_and_depth_give_the_needle_back(rng):
    """Whoever dials the angles on the CT image arrives at the tip."""
    for _ in range(50):
        direction = rng.normal(size=3)
        direction /= np.linalg.norm(direction)
        axial, tilt = np.radians(angles_deg(direction, grid(HFS)))
        outward = np.array([np.sin(axial) * np.cos(tilt), -np.cos(axial) * np.cos(tilt), -np.sin(tilt)])
        assert np.abs(outward + direction).max() < 1e-9


def test_nearest_slice_stays_in_the_scan():
    assert nearest_slice(np.array([1.0, 1.0, 5.1]), grid(HFS)) == (2, 5.0)
    assert nearest_slice(np.array([1.0, 1.0, -50.0]), grid(HFS)) == (0, 0.0)
    assert nearest_slice(np.array([1.0, 1.0, 99.0]), grid(HFS)) == (9, 22.5)


def test_needle_row_in_each_patient_position(tmp_path):
    """The same needle in the patient; only what the image shows changes."""
    plan = small_plan()
    needle = plan.needles[0]
    rows = {
        p: needle_row(needle, plan.seeds_on(1), make_case(tmp_path / p, p)) for p in ("HFS", "HFP", "FFS")
    }
    for row in rows.values():
        assert row.from_tip_mm == (5.0, 15.0, 25.0)
        assert row.depth_mm == pytest.approx(76.5)
        assert row.cranio_caudal_angle_deg == pytest.approx(11.59, abs=0.01)
        assert abs(row.entry_slice_mm - needle.entry_mm[2]) <= 1.25
    assert rows["HFS"].axial_angle_deg == pytest.approx(-5.886, abs=0.01)
    assert rows["FFS"].axial_angle_deg == pytest.approx(5.886, abs=0.01)
    assert rows["HFP"].axial_angle_deg == pytest.approx(180 - 5.886, abs=0.01)
    # Both number their images from 1 along row x column: up the body and down it.
    assert rows["HFS"].image_number + rows["FFS"].image_number == 33
    assert slice_name(rows["HFS"]) == "9 (-318.8 mm)"


def test_needle_with_nothing_near_has_no_clearance(tmp_path):
    needle = Needle(1, CENTRE_MM - [0, 60, 0], CENTRE_MM)
    row = needle_row(needle, (), make_case(tmp_path))
    assert (row.clearance_mm, row.nearest_obstacle, row.from_tip_mm) == (None, "", ())
