"""Images in one series that do not belong together: other patients, other acquisitions, other directions."""

import numpy as np
import pytest
from encoded_series import enhanced
from made_dicom import ct_slice, ct_slices, write, write_series

from tps.dicom.ct.acquisitions import alternation
from tps.dicom.ct.series import read_ct
from tps.dicom.inventory import take_inventory
from tps.errors import BadInput, UnknownName


def refused(path, *words, **options):
    with pytest.raises(BadInput) as caught:
        read_ct(path, **options)
    for word in words:
        assert word in str(caught.value), str(caught.value)
    for secret in ("Made", "MADE", "Doe", "PID7"):
        assert secret not in str(caught.value), "the patient in a message"
    (found,) = take_inventory(path).series
    assert found.grid is None and (found.problem in str(caught.value) or found.can_resample)
    return caught.value


# --- patients --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "keyword, value, words",
    [
        ("PatientID", "PID7", "Patient ID differs"),
        ("PatientID", "", "Patient ID differs"),
        ("PatientName", "Doe^Jane", "Patient's Name differs"),
        ("PatientBirthDate", "19500101", "Patient's Birth Date differs"),
    ],
)
def test_slices_of_another_patient(tmp_path, keyword, value, words):
    """A stack that is perfect but for one slice of somebody else."""
    slices = ct_slices()
    setattr(slices[2], keyword, value)
    error = refused(write_series(slices, tmp_path), words, "3 images (0.dcm, ", "1 image (14.dcm)")
    assert "take the images" in error.remedy and "--series" not in error.remedy


def test_two_patients_in_two_frames_of_reference_can_be_chosen_from(tmp_path):
    slices = ct_slices((8, 16, 12))
    for s in slices[1::2]:
        s.PatientID, s.FrameOfReferenceUID = "PID7", "1.2.66"
    folder = write_series(slices, tmp_path)
    assert "--series FRAME_OF_REFERENCE_UID" in refused(folder, "Patient ID differs").remedy
    assert read_ct(folder, series="1.2.66").volume.grid.spacing_mm[2] == pytest.approx(5.0)


def test_a_name_written_in_two_ways_is_one(tmp_path):
    slices = ct_slices()
    slices[1].PatientName = "MADE^UP^^"
    assert read_ct(write_series(slices, tmp_path)).warnings == ()


def test_studies(tmp_path):
    """Two are two unless one frame of reference ties them; one for each file is a converter's doing."""
    slices = ct_slices()
    slices[2].StudyInstanceUID = "1.2.99"
    read = read_ct(write_series(slices, tmp_path / "tied"))
    assert any("name 2 studies" in w for w in read.warnings)
    for s in slices:
        del s.FrameOfReferenceUID
    refused(write_series(slices, tmp_path / "loose"), "Study Instance UID differs")
    for k, s in enumerate(slices):
        s.StudyInstanceUID = f"1.2.99.{k}"
    read = read_ct(write_series(slices, tmp_path / "made up"))
    assert any("name 4 studies" in w for w in read.warnings)


# --- acquisitions ----------------------------------------------------------------------------------------

COUNT, STEP = 24, 2.5


def body(z, shift=0.0):
    """HU of a slice (20, 24) of a body that changes along z."""
    y, x = np.mgrid[:20, :24]
    radius = 6 + 2 * np.sin((z + shift) / 14)
    inside = np.hypot(x - 12 - 2 * np.cos((z + shift) / 20), y - 10) < radius
    return np.where(inside, 40 + 60 * np.sin((z + shift) / 9), -1000)


def stack_of(label, shift_b=0.0, **changes):
    """Slices that alternate between A and B; ``label(k, is_b)`` gives what tells them apart."""
    rng = np.random.default_rng(5)
    made = []
    for k in range(COUNT):
        is_b = bool(k % 2)
        z = k * STEP
        hu = body(z, shift_b if is_b else 0.0) + rng.normal(0, 8, (20, 24))
        pixels = np.clip(hu + 1024, 0, 4000).astype(np.uint16)
        made.append(ct_slice(k, pixels, (0, 0, z), spacing=(2.0, 2.0), **(changes | label(k, is_b))))
    return made


def clock(seconds):
    return f"{12 + int(seconds // 3600):02d}{int(seconds % 3600 // 60):02d}{seconds % 60:09.6f}"


# What can tell two acquisitions that take turns along the body apart, each by itself; k counts all slices.
TOLD_BY = {
    "acquisition numbers": lambda k, b: {"AcquisitionNumber": 1 + b},
    "temporal positions": lambda k, b: {"TemporalPositionIdentifier": 10 * (1 + b)},
    "phases": lambda k, b: {"NominalPercentageOfCardiacPhase": 70.0 if b else 30.0},
    "kernels": lambda k, b: {"ConvolutionKernel": "B70f" if b else "B30f"},
    "one time each": lambda k, b: {"AcquisitionTime": clock(300 * b)},
    "times that run twice": lambda k, b: {"AcquisitionTime": clock(300 * b + 0.5 * k)},
    "times that run there and back": lambda k, b: {"AcquisitionTime": clock(300 + (-0.5 if b else 0.5) * k)},
    "date and time": lambda k, b: {"AcquisitionDateTime": "20260101" + clock(300 * b + 0.5 * k) + "+0800"},
    "numbers that run twice": lambda k, b: {"InstanceNumber": 101 + k // 2 + COUNT * b},
    "numbers that run there and back": lambda k, b: {"InstanceNumber": 300 - k // 2 if b else 101 + k // 2},
    "numbers from 1 for both": lambda k, b: {"InstanceNumber": 1 + k // 2},
    "nothing but the pixels": lambda k, b: {"InstanceNumber": None},
}  # fmt: skip


@pytest.mark.parametrize("name", TOLD_BY)
def test_two_acquisitions_that_take_turns(tmp_path, name):
    """Refused with a list; each can be chosen and is then what it is alone; all of it only if asked for."""
    made = stack_of(TOLD_BY[name], shift_b=12.0 if name == "nothing but the pixels" else 0.0)
    folder = write_series(made, tmp_path / "both")
    error = refused(folder, "2 acquisitions share the series", f"1: {COUNT // 2} images", "--acquisition N")
    assert "--acquisition all" in error.remedy
    alone = [read_ct(write_series(made[k::2], tmp_path / "ab"[k])) for k in (0, 1)]
    chosen = [read_ct(folder, acquisition=n) for n in ("1", "2")]
    if chosen[0].volume.grid.origin_mm[2] > 1:  # the list goes by label or time, not by place
        chosen.reverse()
    for one, two in zip(alone, chosen, strict=True):
        assert one.volume.grid.same_as(two.volume.grid)
        np.testing.assert_array_equal(one.volume.values, two.volume.values)
        assert one.identity.slice_uids == two.identity.slice_uids and one.files == two.files
        assert any("12 of its 24 images" in w for w in two.warnings)
    together = read_ct(folder, acquisition="all")
    assert together.volume.grid.spacing_mm[2] == pytest.approx(STEP) and len(together.files) == COUNT
    with pytest.raises(UnknownName, match="acquisition named '3'"):
        read_ct(folder, acquisition="3")


@pytest.mark.parametrize("name", [n for n in TOLD_BY if n != "nothing but the pixels"])
def test_acquisitions_on_the_same_planes_can_be_chosen_too(tmp_path, name):
    """Phases of one scan: without a choice they would only be doubled slices."""
    made = stack_of(TOLD_BY[name])
    for k, s in enumerate(made):
        s.ImagePositionPatient = [0, 0, 2 * STEP * (k // 2)]
    folder = write_series(made, tmp_path)
    refused(folder, "2 acquisitions share the series")
    assert read_ct(folder, acquisition="2").volume.grid.shape[0] == COUNT // 2
    refused_all = pytest.raises(BadInput, match="there twice")
    with refused_all:
        read_ct(folder, acquisition="all")


# One scan, whatever its labels look like.
ONE = {
    "no labels": lambda k: {},
    "numbered down": lambda k: {"InstanceNumber": 200 - k},
    "numbered at random": lambda k: {"InstanceNumber": int(np.random.default_rng(4).permutation(COUNT)[k])},
    "numbered by sorted names": lambda k: {"InstanceNumber": 1 + sorted(range(COUNT), key=str).index(k)},
    "numbers all the same": lambda k: {"InstanceNumber": 1},
    "step and shoot": lambda k: {"AcquisitionNumber": 1 + k // 4, "AcquisitionTime": clock(2.0 * (k // 4))},
    "helical, from the head": lambda k: {"AcquisitionTime": clock(100 - 0.37 * k)},
    "times in whole seconds": lambda k: {"AcquisitionTime": clock(float(k // 3))[:6]},
    "chest, then abdomen": lambda k: {"AcquisitionNumber": int(k > 9), "AcquisitionTime": clock(k > 9)},
    "both scanned outwards": lambda k: {"InstanceNumber": 10 - k if k < 10 else k + 1},
    "a time that is none": lambda k: {"AcquisitionTime": "12"},
    "a label here and there": lambda k: {"AcquisitionNumber": 1 if k % 2 else ""},
}  # fmt: skip


@pytest.mark.parametrize("name", ONE)
def test_one_acquisition_is_read_whatever_its_labels(tmp_path, name):
    made = stack_of(lambda k, b: {"InstanceNumber": k, "AcquisitionNumber": 1} | ONE[name](k))
    folder = write_series(made, tmp_path)
    read = read_ct(folder)
    assert read.volume.grid.shape[0] == COUNT
    assert not any("acquisition" in w for w in read.warnings)
    assert read_ct(folder, acquisition="1").files == read.files
    with pytest.raises(UnknownName, match="acquisition named '2'"):
        read_ct(folder, acquisition="2")


def test_acquisitions_within_a_multi_frame_file(tmp_path):
    """Both in one object, told apart by their frames alone: one after the other."""
    slices = stack_of(lambda k, b: {})
    order = [*range(0, COUNT, 2), *range(1, COUNT, 2)]
    path = write(enhanced(slices, order), tmp_path / "enhanced.dcm")
    refused(path, "2 acquisitions share the series", "images 1 to 12")
    read = read_ct(path, acquisition="2")
    assert read.volume.grid.origin_mm[2] == pytest.approx(STEP) and read.volume.grid.shape[0] == COUNT // 2
    assert read.identity.image_numbers == tuple(range(13, 25))
    labelled = enhanced(slices, range(COUNT))
    for k, frame in enumerate(labelled.PerFrameFunctionalGroupsSequence):
        from pydicom import Dataset

        frame.FrameContentSequence = [Dataset()]
        frame.FrameContentSequence[0].FrameAcquisitionNumber = 1 + k % 2
    refused(write(labelled, tmp_path / "labelled.dcm"), "Acquisition Number 1", "Acquisition Number 2")


def test_a_second_acquisition_of_a_part(tmp_path):
    """Uneven steps that --resample would even out, were they not two scans."""
    made = stack_of(lambda k, b: {"AcquisitionNumber": 1 + b, "SliceThickness": 2 * STEP})
    some = [s for k, s in enumerate(made) if k % 2 == 0 or 8 <= k < 14]
    folder = write_series(some, tmp_path)
    refused(folder, "2 acquisitions share the series", resample=True)
    assert read_ct(folder, resample=True, acquisition="1").volume.grid.spacing_mm[2] == pytest.approx(
        2 * STEP
    )


@pytest.mark.parametrize("turns", [2, 3])
def test_alternation_needs_what_breathing_does(turns):
    """From a shift of a few slices on; never in one scan, in noise, or in a scan of nothing."""
    rng = np.random.default_rng(turns)

    def volume(shift):
        planes = [body(k * STEP, shift * (k % turns)) + rng.normal(0, 8, (20, 24)) for k in range(30)]
        return np.array(planes).astype(np.int16)

    assert alternation(volume(0.0)) == 1
    assert alternation(volume(15.0)) == turns
    for seed in range(20):
        noise = np.random.default_rng(seed).normal(40, 15, (12, 40, 40)).astype(np.int16)
        assert alternation(noise) == 1, f"seed {seed}"
    assert alternation(np.zeros((12, 8, 8), np.int16)) == 1


# --- directions ------------------------------------------------------------------------------------------


def jittered(seed, cosine, position_mm=0.0, shape=(9, 64, 48)):
    """A series whose direction cosines wander; the image is 75 mm across."""
    rng = np.random.default_rng(seed)
    slices = ct_slices(shape)
    for s in slices:
        s.ImageOrientationPatient = [
            float(v) for v in np.round(np.eye(3)[:2].ravel() + rng.normal(0, cosine, 6), 6)
        ]
        s.ImagePositionPatient = [
            float(v) for v in np.round(np.array(s.ImagePositionPatient) + rng.normal(0, position_mm, 3), 4)
        ]
    return slices


@pytest.mark.parametrize("seed", range(4))
def test_cosines_that_wander_a_little(tmp_path, seed):
    """Every pixel lies where its own header says within 0.2 mm, and a warning says how far at most."""
    slices = jittered(seed, 2e-4, 1e-3)
    read = read_ct(write_series(slices, tmp_path))
    (warning,) = (w for w in read.warnings if "differ from image to image" in w)
    stated = float(warning.split("more than ")[1].split(" mm")[0])
    worst = 0.0
    for k, s in enumerate(slices):
        row, column = np.array(s.ImageOrientationPatient, float).reshape(2, 3)
        row, column = row / np.linalg.norm(row), column / np.linalg.norm(column)
        for j, i in ((0, 0), (63, 0), (0, 47), (63, 47)):
            own = np.array(s.ImagePositionPatient, float) + row * 1.2 * i + column * 0.8 * j
            worst = max(worst, np.linalg.norm(own - read.volume.grid.index_to_world([[i, j, k]])[0]))
    assert 0.01 < worst < 0.2 and worst == pytest.approx(stated, abs=0.005)


def test_cosines_that_wander_too_far(tmp_path):
    error = refused(
        write_series(jittered(1, 5e-4, shape=(9, 300, 300)), tmp_path),
        "wanders within the series",
        "within 0.1 mm on average",
    )
    assert "export the series again" in error.remedy and "take the images" not in error.remedy


def test_directions_and_positions_together(tmp_path):
    """Each alone is within 0.1 mm of the grid, both together are not."""
    slices = ct_slices((8, 101, 101), spacing=(1.0, 1.0))
    for k, s in enumerate(slices):
        up = -1 if k % 2 else 1
        s.ImageOrientationPatient = [1, 0, 0, 0, 1, up * 1.35e-3]
        s.ImagePositionPatient = [0, 0, 2.5 * k + up * 0.02]
    refused(write_series(slices, tmp_path), "do not fit one grid", "0.1 mm")
