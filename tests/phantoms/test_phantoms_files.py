"""The files of a phantom: valid DICOM, one anatomy in every position, exact contours, all or nothing."""

import json
import shutil
import subprocess

import numpy as np
import pydicom
import pytest
from scipy import ndimage

import phantoms
from phantoms.catalogue import scene
from phantoms.cohort import random_scene
from phantoms.dicom_common import DS_CHARACTERS, decimal
from phantoms.frame import Frame, Identifiers
from phantoms.shapes import Box, Sphere, ring_area_mm2
from phantoms.torso import TorsoShell
from tps.errors import OutputRefused

POSITIONS = ("HFS", "HFP", "FFS", "FFP")

# What is written has four decimals.
WRITTEN_MM = 1e-4


def read_ct(folder):
    """Slices along the normal of their planes."""

    def height(s):
        row, column = np.array(s.ImageOrientationPatient, float).reshape(2, 3)
        return float(np.cross(row, column) @ np.array(s.ImagePositionPatient, float))

    return sorted((pydicom.dcmread(path) for path in (folder / "ct").glob("*.dcm")), key=height)


def in_patient_axes(slices):
    """HU on ascending patient axes and the three axes, worked out from the DICOM attributes alone."""
    row, column = np.array(slices[0].ImageOrientationPatient, float).reshape(2, 3)
    spacing = np.array(slices[0].PixelSpacing, float)
    corner = np.array([s.ImagePositionPatient for s in slices], dtype=float)
    hu = np.stack([s.pixel_array * float(s.RescaleSlope) + float(s.RescaleIntercept) for s in slices])
    x = corner[0][0] + row[0] * spacing[1] * np.arange(slices[0].Columns)
    y = corner[0][1] + column[1] * spacing[0] * np.arange(slices[0].Rows)
    order = [np.argsort(axis) for axis in (corner[:, 2], y, x)]
    return hu[np.ix_(*order)], [np.sort(axis) for axis in (corner[:, 2], y, x)]


def contours_by_roi(path):
    """All contours, each (n, 3), and the UID of the slice each refers to, by ROI name."""
    ds = pydicom.dcmread(path)
    names = {roi.ROINumber: roi.ROIName for roi in ds.StructureSetROISequence}
    return {
        names[item.ReferencedROINumber]: [
            (
                np.array(c.ContourData, float).reshape(-1, 3),
                c.ContourImageSequence[0].ReferencedSOPInstanceUID,
            )
            for c in item.ContourSequence
        ]
        for item in ds.ROIContourSequence
    }


@pytest.fixture(scope="module")
def adrenal(tmp_path_factory):
    return phantoms.write_phantom("adrenal", tmp_path_factory.mktemp("p") / "adrenal", slice_mm=5.0, seed=3)


@pytest.fixture(scope="module")
def cohort(tmp_path_factory):
    """The same small patient in the four positions."""
    root = tmp_path_factory.mktemp("positions")
    return {
        p: phantoms.write_random_phantom(root / p, 11, 2, slice_mm=4.0, position=p, diameter_mm=(15, 25))
        for p in POSITIONS
    }


def validation_errors(path):
    done = subprocess.run(["dciodvfy", str(path)], capture_output=True, text=True, check=False)
    report = (done.stdout + done.stderr).splitlines()
    assert any("CTImage" in line or "RTStructureSet" in line for line in report), report
    return [line for line in report if line.startswith("Error")]


@pytest.mark.interop
@pytest.mark.skipif(shutil.which("dciodvfy") is None, reason="needs dciodvfy of dicom3tools")
def test_ct_and_rtstruct_are_valid_dicom(adrenal, cohort):
    for folder in (adrenal, *cohort.values()):
        assert validation_errors(folder / "rtstruct.dcm") == []
        slices = sorted((folder / "ct").glob("*.dcm"))
        for path in (slices[0], slices[-1]):
            assert validation_errors(path) == []


def test_every_position_shows_the_same_anatomy(cohort):
    volume, axes = in_patient_axes(read_ct(cohort["HFS"]))
    for position in POSITIONS[1:]:
        other, other_axes = in_patient_axes(read_ct(cohort[position]))
        for one, two in zip(axes, other_axes, strict=True):
            assert one == pytest.approx(two, abs=WRITTEN_MM)
        assert np.array_equal(volume, other), position


def test_positions_differ_in_how_they_are_stored(cohort):
    first = {position: read_ct(folder) for position, folder in cohort.items()}
    for position, slices in first.items():
        assert {s.PatientPosition for s in slices} == {position}
        row, column = np.array(slices[0].ImageOrientationPatient, float).reshape(2, 3)
        steps = np.diff([s.ImagePositionPatient for s in slices], axis=0)
        # Slices follow the normal of their planes.
        assert steps == pytest.approx(
            np.tile(4.0 * np.cross(row, column), (len(steps), 1)), abs=2 * WRITTEN_MM
        )
    assert [float(v) for v in first["HFP"][0].ImageOrientationPatient] == [-1, 0, 0, 0, -1, 0]
    assert len({s[0].pixel_array.tobytes() for s in first.values()}) == 4


def test_images_are_numbered_as_they_passed_the_gantry(cohort):
    """Head first from the head down, feet first from the feet up; not from 1, never along row x column."""
    for position, folder in cohort.items():
        slices = read_ct(folder)
        numbers = [int(s.InstanceNumber) for s in slices]
        assert numbers == json.loads((folder / "truth.json").read_text())["frame"]["image_numbers"]
        assert sorted(numbers) == list(range(31, 31 + len(slices))) and np.all(np.diff(numbers) == -1)
        assert [path.stem for path in sorted((folder / "ct").iterdir())] == [
            f"{n:03d}" for n in sorted(numbers)
        ]
        first = min(slices, key=lambda s: int(s.InstanceNumber))
        heights = [float(s.ImagePositionPatient[2]) for s in slices]
        at = float(first.ImagePositionPatient[2])
        assert at == (max(heights) if position.startswith("HF") else min(heights))


def test_positions_share_their_contours(cohort):
    contours = {p: contours_by_roi(folder / "rtstruct.dcm") for p, folder in cohort.items()}
    for position in POSITIONS[1:]:
        assert contours[position].keys() == contours["HFS"].keys()
        for roi, found in contours[position].items():
            ordered = sorted(found, key=lambda item: item[0][0, 2])
            expected = sorted(contours["HFS"][roi], key=lambda item: item[0][0, 2])
            for (one, _), (two, _) in zip(ordered, expected, strict=True):
                assert np.array_equal(one, two)


def test_contours_lie_on_the_slices_they_refer_to(adrenal, cohort):
    for folder in (adrenal, *cohort.values()):
        heights = {s.SOPInstanceUID: float(s.ImagePositionPatient[2]) for s in read_ct(folder)}
        for roi, found in contours_by_roi(folder / "rtstruct.dcm").items():
            for points, uid in found:
                assert np.all(np.abs(points[:, 2] - heights[uid]) < WRITTEN_MM / 2), roi


def test_target_contours_are_exact_and_fine(adrenal, cohort):
    cases = [(adrenal, scene("adrenal"))]
    cases += [(folder, random_scene(11, 2, diameter_mm=(15, 25))) for folder in cohort.values()]
    for folder, found in cases:
        contours = contours_by_roi(folder / "rtstruct.dcm")
        for target in found.targets:
            for points, _ in contours[target.name]:
                assert len(points) >= 100
                inner = target.shape.field(*(points * 1.0).T)
                # The function rises by up to about three per mm on these shapes; four decimals were kept.
                assert np.abs(inner).max() < 5e-4, target.name


def test_truth_agrees_with_the_shapes_and_the_contours(adrenal):
    truth = json.loads((adrenal / "truth.json").read_text())
    (target,) = scene("adrenal").targets
    entry = truth["rois"]["Target"]
    semi = 15 * 12 * 11
    assert entry["volume_cc"] == pytest.approx(4 / 3 * np.pi * semi / 1000, rel=1e-9)
    assert entry["centre_mm"] == pytest.approx(target.shape.centre_mm(), abs=WRITTEN_MM)
    assert entry["centroid_mm"] == pytest.approx(entry["centre_mm"], abs=0.02)
    contours = contours_by_roi(adrenal / "rtstruct.dcm")
    area = sum(ring_area_mm2(points[:, :2]) for points, _ in contours["Target"])
    # Four decimals move an area of 500 mm2 by far less than 1e-5 of it.
    assert area * 5.0 / 1000 == pytest.approx(entry["slab_volume_cc"], rel=1e-5)
    vertices = np.concatenate([points for points, _ in contours["Target"]])
    assert (vertices >= np.array(entry["low_mm"]) - WRITTEN_MM).all()
    assert (vertices <= np.array(entry["high_mm"]) + WRITTEN_MM).all()
    assert truth["targets"] == ["Target"] and truth["plannable"] and truth["why"]
    assert set(contours) == set(truth["rois"])
    assert set(truth["obstacles"]) == set(truth["avoid"]) and "Kidney-L" in truth["avoid"]
    for organ, gap in truth["obstacles"].items():
        others = np.concatenate([points for points, _ in contours[organ]])
        nearest = min(np.linalg.norm(others - v, axis=1).min() for v in vertices[::7])
        assert gap["Target"] <= nearest + 0.01, organ


def test_truth_describes_the_frame(cohort):
    for position, folder in cohort.items():
        truth, slices = json.loads((folder / "truth.json").read_text()), read_ct(folder)
        frame = truth["frame"]
        assert frame["position"] == position
        assert frame["slice_z_mm"] == pytest.approx(
            [float(s.ImagePositionPatient[2]) for s in slices], abs=WRITTEN_MM
        )
        assert frame["shape_zyx"] == [len(slices), slices[0].Rows, slices[0].Columns]
        assert frame["first_image_position_mm"] == pytest.approx(
            list(slices[0].ImagePositionPatient), abs=WRITTEN_MM
        )
        assert frame["frame_of_reference_uid"] == slices[0].FrameOfReferenceUID
        assert truth["options"]["seed"] == 11 and truth["options"]["n_lesions"] == 2


def test_lesions_show_in_the_voxels_where_the_contours_say(adrenal):
    volume, (z, y, x) = in_patient_axes(read_ct(adrenal))
    (target,) = scene("adrenal").targets
    inside = target.shape.field(x[None, None, :], y[None, :, None], z[:, None, None])
    assert volume[inside < -2].mean() == pytest.approx(72, abs=4)
    ring = (inside > 2) & (inside < 5)
    assert np.median(volume[ring]) < 60


def test_decimal_strings_fit(adrenal):
    for element in pydicom.dcmread(adrenal / "rtstruct.dcm").ROIContourSequence[0].ContourSequence:
        assert max(len(str(v.original_string)) for v in element.ContourData) <= DS_CHARACTERS
    assert [decimal(v) for v in (-0.00001, 12.30004, -7.0)] == ["0", "12.3", "-7"]
    with pytest.raises(OverflowError):
        decimal(-12345678901234.5)


def files_of(folder):
    return {p.relative_to(folder): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def test_same_seed_same_bytes(tmp_path):
    options = {"slice_mm": 5.0, "diameter_mm": (15, 20)}
    one, two, other = (
        files_of(phantoms.write_random_phantom(tmp_path / name, seed, **options))
        for name, seed in (("one", 5), ("two", 5), ("other", 6))
    )
    assert one == two
    assert one.keys() and all(one[path] != other.get(path) for path in one)


def test_every_option_changes_the_identifiers():
    text = "phantom {}"
    assert Identifiers(text.format(1)).uid("ct/1") == Identifiers(text.format(1)).uid("ct/1")
    uids = {Identifiers(text.format(k)).uid(what) for k in (1, 2) for what in ("ct/1", "ct/2", "study")}
    assert len(uids) == 6
    assert all(uid.startswith("2.25.") and len(uid) <= 64 and pydicom.uid.UID(uid).is_valid for uid in uids)


def test_the_seed_changes_only_the_noise(tmp_path):
    folders = [
        phantoms.write_shape_case(tmp_path / str(s), "sphere", 5, slice_mm=5.0, seed=s) for s in (0, 1)
    ]
    one, two = (in_patient_axes(read_ct(folder))[0] for folder in folders)
    assert not np.array_equal(one, two)
    body = ndimage.binary_erosion(one > -300, iterations=4)
    assert np.std((one - two)[body]) < 25 and abs(np.mean((one - two)[body])) < 1
    rings = [contours_by_roi(folder / "rtstruct.dcm")["Target"] for folder in folders]
    assert all(np.array_equal(a[0], b[0]) for a, b in zip(*rings, strict=True))


def test_without_lesions_there_is_no_target(tmp_path):
    told = []
    folder = phantoms.write_phantom(
        "lymph_node", tmp_path / "healthy", slice_mm=10.0, lesions=False, report=told.append
    )
    assert told == sorted(told) and told[-1] == 1.0 and len(told) == len(read_ct(folder))
    truth = json.loads((folder / "truth.json").read_text())
    assert truth["targets"] == [] and not truth["plannable"]
    assert "Target" not in contours_by_roi(folder / "rtstruct.dcm")


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"name": "spleen_cyst"}, "lung_nodule"),
        ({"position": "HFDR"}, "HFS, HFP, FFS, FFP"),
        ({"slice_mm": 0.0}, "0.5 to 10"),
        ({"slice_mm": 25.0}, "0.5 to 10"),
        ({"slice_mm": float("nan")}, "0.5 to 10"),
        ({"seed": -1}, "0 or more"),
    ],
)
def test_options_that_cannot_be_are_refused_and_leave_nothing(tmp_path, change, word):
    options = {"name": "adrenal", "slice_mm": 5.0, "position": "HFS", "seed": 0} | change
    with pytest.raises(phantoms.PhantomError, match=word):
        phantoms.write_phantom(out=tmp_path / "out", **options)
    assert list(tmp_path.iterdir()) == []


def test_a_target_too_small_for_the_slices_is_refused(tmp_path):
    with pytest.raises(phantoms.PhantomError, match="fewer than 2 slices"):
        phantoms.write_shape_case(tmp_path / "out", "sphere", 0.2, slice_mm=10.0)
    assert list(tmp_path.iterdir()) == []


def test_an_existing_folder_is_kept_unless_overwriting(tmp_path):
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    with pytest.raises(OutputRefused, match="exists already"):
        phantoms.write_random_phantom(out, 1, slice_mm=5.0)
    assert (out / "mine.txt").read_text() == "mine"
    (out / "mine.txt").unlink()
    phantoms.write_random_phantom(out, 1, slice_mm=5.0, overwrite=True)
    (out / "ct" / "mine.txt").write_text("mine")
    former = json.loads((out / "truth.json").read_text())["files"]
    assert "rtstruct.dcm" in former and sum(name.startswith("ct/") for name in former) == len(former) - 1
    phantoms.write_random_phantom(out, 1, slice_mm=9.0, overwrite=True)
    truth = json.loads((out / "truth.json").read_text())
    assert len(truth["files"]) < len(former) and (out / "ct" / "mine.txt").read_text() == "mine"
    there = {p.relative_to(out).as_posix() for p in out.rglob("*") if p.is_file()}
    assert there == {*truth["files"], "truth.json", "ct/mine.txt"}
    assert [p.name for p in tmp_path.iterdir()] == ["out"]


def test_overwriting_replaces_phantoms_only(tmp_path, monkeypatch):
    folder, file = tmp_path / "home", tmp_path / "thesis.txt"
    folder.mkdir()
    (folder / "thesis.txt").write_text("mine")
    file.write_text("mine")
    for out in (folder, file):
        with pytest.raises(OutputRefused, match="no truth.json of this program|not a folder"):
            phantoms.write_random_phantom(out, 1, slice_mm=5.0, overwrite=True)
    monkeypatch.chdir(folder)
    with pytest.raises(OutputRefused, match="no truth.json of this program"):
        phantoms.write_random_phantom(".", 1, slice_mm=5.0, overwrite=True)
    assert sorted(p.name for p in tmp_path.rglob("*")) == ["home", "thesis.txt", "thesis.txt"]


@pytest.mark.parametrize("overwrite", [False, True])
def test_a_failure_half_way_leaves_what_was_there(tmp_path, monkeypatch, overwrite):
    def full_disk(*_):
        raise OSError(28, "No space left on device")

    out = tmp_path / "out"
    if overwrite:
        phantoms.write_random_phantom(out, 1, slice_mm=9.0)
    before = {p: p.read_bytes() for p in out.rglob("*") if p.is_file()}
    monkeypatch.setattr("phantoms.write.write_rtstruct", full_disk)
    with pytest.raises(OutputRefused, match="No space"):
        phantoms.write_random_phantom(out, 1, slice_mm=5.0, overwrite=overwrite)
    assert [p.name for p in tmp_path.iterdir()] == (["out"] if overwrite else [])
    assert {p: p.read_bytes() for p in out.rglob("*") if p.is_file()} == before


def test_frame_refuses_an_unknown_position():
    with pytest.raises(phantoms.PhantomError, match="HFS"):
        Frame("LFS", np.arange(3.0), np.arange(3.0), np.arange(3.0))


@pytest.mark.parametrize("shape", phantoms.shape_names())
@pytest.mark.parametrize("volume_cc", [5, 64])
def test_shape_cases_have_the_volume_asked_for(shape, volume_cc):
    case = phantoms.shape_case(shape, volume_cc, ("ribs", "vessel", "cord"))
    (target,) = case.targets
    assert target.shape.volume_mm3() == pytest.approx(volume_cc * 1000, rel=1e-9)
    low, high = target.shape.bounds()
    body = TorsoShell(10, 130, 95)
    assert body.inside(np.array([[x, y, 0.0] for x in (low[0], high[0]) for y in (low[1], high[1])])).all()
    for region in case.regions:
        if region.avoid:
            box = region.shape.bounds()
            # Beside the target, so that no needle needs to touch it.
            assert box[0][0] > high[0] + 7 or box[0][1] > high[1] + 7


def test_a_shape_of_ones_own_becomes_a_case(tmp_path):
    folder = phantoms.write_shape_case(tmp_path / "box", Box([-1, -1, -1], [1, 1, 2]), 6.0, slice_mm=5.0)
    assert json.loads((folder / "truth.json").read_text())["rois"]["Target"]["volume_cc"] == pytest.approx(
        6.0
    )


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("cube", 5), "kidney"),
        (("sphere", 0), "0.1 to 150"),
        (("sphere", 500), "0.1 to 150"),
        (("sphere", 5, ("wall",)), "vessel"),
        ((Sphere(3), 1e6), "0.1 to 150"),
    ],
)
def test_impossible_shape_cases_are_refused(arguments, word):
    with pytest.raises(phantoms.PhantomError, match=word):
        phantoms.shape_case(*arguments)


def test_random_lesions_are_apart_and_of_the_size_asked_for():
    for seed in range(12):
        lesions = phantoms.random_lesions(seed, 1 + seed % 4, diameter_mm=(15, 30))
        boxes = [lesion.bounds() for lesion in lesions]
        for i, (low, high) in enumerate(boxes):
            diameter = np.cbrt(6 / np.pi * lesions[i].volume_mm3())
            assert 15 <= diameter <= 30, f"seed {seed}"
            assert all(np.any((low > b) | (high < a)) for a, b in boxes[:i]), f"seed {seed}"
    again = phantoms.random_lesions(3, 2)
    assert [s.volume_mm3() for s in again] == [s.volume_mm3() for s in phantoms.random_lesions(3, 2)]


@pytest.mark.parametrize(
    ("options", "word"),
    [
        ({"n_lesions": 0}, "1 to 5"),
        ({"diameter_mm": (30, 20)}, "low <= high"),
        ({"diameter_mm": (5, 20)}, "low <= high"),
    ],
)
def test_impossible_cohorts_are_refused(options, word):
    with pytest.raises(phantoms.PhantomError, match=word):
        phantoms.random_lesions(0, **options)


def test_lesions_that_find_no_room_are_refused(monkeypatch):
    monkeypatch.setattr("phantoms.cohort.TRIES", 3)
    with pytest.raises(phantoms.PhantomError, match="5 lesions of up to 50 mm find no room"):
        phantoms.random_lesions(0, 5, diameter_mm=(49, 50))
