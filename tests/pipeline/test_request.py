"""Every choice a user can make is checked before any work begins."""

import pytest

from tps.cli import values
from tps.errors import BadInput, UnknownName
from tps.formats.protocol import load_protocol
from tps.model import Prescription, Protocol
from tps.pipeline.request import PlanRequest, SphereTarget


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"targets": ()}, "no target"),
        ({"targets": ("A", "A")}, "named twice: A"),
        ({"avoid": {"A": 3.0}}, "both a target and to be avoided"),
        ({"cross": ("A",)}, "both a target and to be crossed"),
        ({"avoid": {"B": 3.0}, "cross": ("B",)}, "both to be avoided and to be crossed"),
        ({"prescription": Prescription(80)}, "90 to 165 Gy"),
        ({"prescription": Prescription(166)}, "90 to 165 Gy"),
        ({"strength_u": 0.0}, "seed strength 0 U"),
        ({"strength_u": -0.762}, "seed strength -0.762 U"),
        ({"strength_u": 762.0}, "seed strength 762 U"),
        ({"strength_u": float("nan")}, "seed strength nan U"),
        ({"margin_mm": -1.0}, "margin -1 mm"),
        ({"avoid": {"B": -3.0}}, "clearance -3 mm of 'B'"),
        ({"max_needles": 0}, "0 needles"),
        ({"random_seed": -1}, "--seed: random seed -1\nExpected: a whole number, 0 or above"),
        ({"calibration_datetime": "2026-01-01"}, "the implant is not"),
        ({"calibration_datetime": "soon", "implant_datetime": "2026-01-02"}, "'soon' is not a date"),
        (
            {"calibration_datetime": "2026-01-01T10:00+01:00", "implant_datetime": "2026-01-02"},
            "carries a time zone",
        ),
    ],
)
def test_bad_choices_are_named(change, says):
    with pytest.raises(BadInput, match=says):
        PlanRequest(**({"targets": ("A",)} | change))


def test_prescription_outside_the_range_needs_an_explicit_word():
    request = PlanRequest(targets=("A",), prescription=Prescription(60), allow_any_prescription=True)
    assert request.prescription.dose_gy == 60


@pytest.mark.parametrize("radius", [0.0, -5.0, 150.0, float("nan")])
def test_spheres_have_a_sensible_radius(radius):
    with pytest.raises(BadInput, match="radius"):
        SphereTarget((0, 0, 0), radius)


@pytest.mark.parametrize("text", ["15:10", "0:15", "a:b", "", "10:1e9", "-3"])
def test_bad_spacings(text):
    with pytest.raises(BadInput, match="--spacing-mm"):
        values.spacing(text)


def test_spacing_and_strength_lists():
    assert values.spacing("10:15") == (10.0, 15.0)
    assert values.spacing("12") == (12.0, 12.0)
    assert values.strengths("0.6") == (0.6,)
    assert values.strengths("0.4:0.8") == (0.4, 0.5, 0.6, 0.7, 0.8)
    assert values.strengths("0.4,0.7") == (0.4, 0.7)


@pytest.mark.parametrize("text", ["0", "-0.6", "0.8:0.4", "0.6mCi", "nan", "inf"])
def test_bad_strengths(text):
    with pytest.raises(BadInput, match="--activity-mci"):
        values.strengths(text)


def test_a_name_may_hold_colons():
    known = ["A", "B:5", "C"]
    assert values.avoided(["A:4", "B:5", "C"], known) == {"A": 4.0, "B:5": None, "C": None}
    with pytest.raises(BadInput, match="--avoid A:x"):
        values.avoided(["A:x"], known)


@pytest.mark.parametrize("text", ["1,2,3", "1,2,3,x", ""])
def test_bad_spheres(text):
    with pytest.raises(BadInput, match="--target-sphere"):
        values.sphere(text)


def test_protocol_file(tmp_path):
    path = tmp_path / "clinic.toml"
    path.write_text("needle_max_depth_mm = 150\nseed_step_mm = 5\nseed_spacing_mm = [10, 12]\n")
    protocol = load_protocol(path)
    assert (protocol.needle_max_depth_mm, protocol.seed_step_mm) == (150.0, 5.0)
    assert protocol.seed_spacing_mm == (10.0, 12.0)
    assert protocol.bone_hu == Protocol().bone_hu


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("needle_max_depth = 150", "no protocol setting named 'needle_max_depth'"),
        ("needle_max_depth_mm = 'deep'", "needle_max_depth_mm is 'deep'"),
        ("needle_max_depth_mm = -1", "needle_max_depth_mm is -1, expected 20 to 300 mm"),
        ("surface_step_mm = 2.0", "expected 0.25 to 1 mm"),
        ("seed_spacing_mm = [15, 10]", "two numbers, the lower one first"),
        ("= 3", "cannot be read"),
    ],
)
def test_bad_protocol_files_say_what_and_where(tmp_path, text, says):
    path = tmp_path / "clinic.toml"
    path.write_text(text)
    with pytest.raises(BadInput, match=says) as caught:
        load_protocol(path)
    assert "clinic.toml" in str(caught.value)


def test_missing_protocol_file(tmp_path):
    with pytest.raises(BadInput, match="none.toml: cannot be read: No such file or directory") as caught:
        load_protocol(tmp_path / "none.toml")
    assert "Errno" not in str(caught.value)
    assert caught.value.expected and "--protocol" in caught.value.remedy


def test_unknown_names_list_the_valid_ones():
    error = UnknownName("ROI", "GVT", ["GTV", "Aorta"], where="structures")
    assert "GTV, Aorta" in str(error) and error.exit_code == 4


@pytest.mark.parametrize("step", [0.0, -1.0, 11.0, float("nan")])
def test_steps_of_the_gun_have_a_sensible_length(step):
    assert values.seed_step(5.0) == 5.0
    with pytest.raises(BadInput, match="--seed-step-mm"):
        values.seed_step(step)
