"""Organs of a known place: as they lie in patients, or a refusal that says what lies wrong."""

import numpy as np
import pytest
from drawn_shapes import sphere_rings

from tps.dicom.anatomy import check_anatomy
from tps.errors import BadInput
from tps.model import Contour, Structure

# Centre (mm, LPS: left, back and head are positive) and radius of some organs of a supine patient.
BODY = {
    "liver": ((-65, -20, 0), 60),
    "gallbladder": ((-40, -50, -30), 12),
    "spleen": ((90, 40, 10), 35),
    "stomach": ((50, -40, 10), 40),
    "heart": ((20, -50, 110), 45),
    "aorta": ((5, 20, 100), 15),
    "inferior_vena_cava": ((-20, 10, 100), 12),
    "trachea": ((0, 5, 180), 12),
    "spinal_cord": ((0, 60, 100), 100),
    "sternum": ((0, -110, 120), 10),
    "kidney_left": ((60, 40, -40), 30),
    "kidney_right": ((-60, 40, -50), 30),
    "rib_left_3": ((80, 0, 200), 10),
    "rib_right_3": ((-80, 0, 200), 10),
    "vertebrae_T3": ((0, 60, 190), 15),
    "vertebrae_T4": ((0, 60, 165), 15),
    "brain": ((0, 0, 400), 70),
    "urinary_bladder": ((0, -60, -300), 30),
}


def drawn(names, flip=(1, 1, 1), moved=None, step=6.0):
    """Balls for organs, the whole body mirrored by ``flip``, single ones ``moved``."""
    found = {}
    for name in names:
        centre, radius = BODY[name]
        centre = np.array(centre, float) + (moved or {}).get(name, (0, 0, 0))
        planes = np.arange(centre[2] - radius + 1, centre[2] + radius, step)
        rings = sphere_rings(centre, radius, planes, 40)
        found[name] = Structure(name, tuple(Contour(r * flip) for r in rings))
    return found


def test_organs_as_they_lie():
    assert check_anatomy(drawn(BODY), "seg") == []


@pytest.mark.parametrize(
    ("flip", "words"),
    [
        ((-1, 1, 1), "left and right"),
        ((1, -1, 1), "front and back"),
        ((1, 1, -1), "head and feet"),
        ((-1, -1, 1), "left and right"),
        ((1, -1, -1), "front and back"),
        ((-1, 1, -1), "left and right"),
    ],
)
def test_a_mirrored_or_turned_body_is_refused(flip, words):
    """Mirrored exports, and scans whose Patient Position says prone for supine, or feet for head first."""
    with pytest.raises(BadInput, match="mirrored, or the scan's Patient Position is wrong") as caught:
        check_anatomy(drawn(BODY, flip), "seg.dcm")
    assert words in str(caught.value) and "seg.dcm" in str(caught.value)


PAIRS = [
    ("spinal_cord", "trachea", 1),
    ("spinal_cord", "heart", 1),
    ("spinal_cord", "aorta", 1),
    ("heart", "sternum", 1),
    ("spleen", "liver", 0),
    ("stomach", "liver", 0),
    ("heart", "liver", 0),
    ("spinal_cord", "liver", 0),
    ("aorta", "inferior_vena_cava", 0),
    ("kidney_left", "kidney_right", 0),
    ("rib_left_3", "rib_right_3", 0),
    ("brain", "heart", 2),
    ("heart", "urinary_bladder", 2),
    ("vertebrae_T3", "vertebrae_T4", 2),
]


@pytest.mark.parametrize(("first", "second", "axis"), PAIRS)
def test_two_organs_are_enough(first, second, axis):
    flip = np.ones(3)
    flip[axis] = -1
    assert check_anatomy(drawn((first, second)), "seg") == []
    with pytest.raises(BadInput, match="mirrored"):
        check_anatomy(drawn((first, second), flip), "seg")


@pytest.mark.parametrize(
    "names", [("Spinal Cord", "Heart"), ("spinal-cord", "HEART"), ("SpinalCord", "heart"), ("cord", "Heart")]
)
def test_names_as_people_write_them(names):
    parts = drawn(("spinal_cord", "heart"), (1, -1, 1)).values()
    with pytest.raises(BadInput, match="spinal_cord lies .* mm in front of heart"):
        check_anatomy(dict(zip(names, parts, strict=True)), "rs")


@pytest.mark.parametrize("names", [("Kidney-L", "Kidney-R"), ("KIDNEY_LEFT", "Kidney Right")])
def test_sides_as_people_write_them(names):
    parts = drawn(("kidney_left", "kidney_right"), (-1, 1, 1)).values()
    with pytest.raises(BadInput, match="kidney_left lies .* mm to the right of kidney_right"):
        check_anatomy(dict(zip(names, parts, strict=True)), "rs")


def test_names_that_say_nothing_of_the_place():
    """Two tumours of one lung are left and right of each other without being on the patient's sides."""
    a, b = drawn(("kidney_left", "kidney_right"), (-1, 1, 1)).values()
    assert check_anatomy({"GTV_left": a, "GTV_right": b, "heart_dose": a}, "rs") == []
    assert check_anatomy({}, "rs") == []


def test_one_region_that_lies_wrong_among_many_is_a_warning():
    found = check_anatomy(drawn(BODY, moved={"kidney_left": (-150, 0, 0)}), "seg")
    assert found == ["kidney_left lies 30 mm to the right of kidney_right: check this region"]


def test_a_heart_that_was_drawn_over_is_no_contradiction():
    """After the removal of a lung the heart lies right of the cord."""
    names = ("heart", "spinal_cord", "trachea")
    assert check_anatomy(drawn(names, moved={"heart": (-50, 0, 0)}), "seg") == []


def test_heights_that_two_organs_do_not_share_are_not_compared():
    """A bent back: the cord of the neck lies further in front than an aorta farther down."""
    cord = {"spinal_cord": (0, -120, 300)}
    assert check_anatomy(drawn(("spinal_cord", "aorta"), moved=cord), "seg") == []


def test_a_line_has_no_area():
    line = Structure("heart", (Contour([(0, 0, 0), (1, 0, 0), (2, 0, 0)]),))
    assert check_anatomy({"heart": line, **drawn(("liver",))}, "seg") == []
