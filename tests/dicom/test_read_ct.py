"""CT reading: each kind of series ends in the right geometry or in a refusal that says what and where."""

import numpy as np
import pytest
from made_dicom import CT_IMAGE, blank, ct_slice, ct_slices, pixels_of, write, write_series

from tps.dicom.ct.series import read_ct
from tps.errors import BadInput, UnknownName


def rotation(angles):
    """Rows are three perpendicular unit vectors, turned about x, y, z by ``angles`` (rad)."""
    a, b, c = angles
    x = np.array([[1, 0, 0], [0, np.cos(a), -np.sin(a)], [0, np.sin(a), np.cos(a)]])
    y = np.array([[np.cos(b), 0, np.sin(b)], [0, 1, 0], [-np.sin(b), 0, np.cos(b)]])
    z = np.array([[np.cos(c), -np.sin(c), 0], [np.sin(c), np.cos(c), 0], [0, 0, 1]])
    return x @ y @ z


AXES = {
    "HFS": np.eye(3)[:2],
    "HFP": np.array([[-1, 0, 0], [0, -1, 0]], float),
    "FFS": np.eye(3)[:2],
    "FFS reversed columns": np.array([[-1, 0, 0], [0, 1, 0]], float),
    "FFP": np.array([[-1, 0, 0], [0, -1, 0]], float),
    "FFP reversed columns": np.array([[1, 0, 0], [0, -1, 0]], float),
    "oblique": rotation((0.3, -0.2, 0.5))[:2],
    "sagittal": np.array([[0, 1, 0], [0, 0, -1]], float),
}


@pytest.mark.parametrize("name", AXES)
def test_every_voxel_lies_where_its_header_says(tmp_path, name):
    """Position by the standard's equation C.7.6.2.1-1, evaluated from each file alone."""
    axes = AXES[name]
    slices = ct_slices(axes=axes, PatientPosition=name[:3] if name[:2] in ("HF", "FF") else "HFS")
    ct = read_ct(write_series(slices, tmp_path))
    grid = ct.volume.grid
    assert ct.volume.values.dtype == np.int16
    assert np.linalg.det(grid.axes) == pytest.approx(1.0, abs=1e-9)
    for dataset in slices:
        row, column = np.array(dataset.ImageOrientationPatient, float).reshape(2, 3)
        between_rows, between_columns = map(float, dataset.PixelSpacing)
        for j, i in ((0, 0), (3, 7), (15, 11)):
            point = (
                np.array(dataset.ImagePositionPatient, float)
                + row * between_columns * i
                + column * between_rows * j
            )
            x, y, z = grid.world_to_index(point[None])[0]
            # Directions written with 16 characters: 1e-12 relative over 30 mm.
            assert (x, y, z) == pytest.approx(np.round((x, y, z)), abs=1e-6)
            stored = np.frombuffer(dataset.PixelData, np.uint16).reshape(16, 12)[j, i]
            assert ct.volume.values[round(z), round(y), round(x)] == int(stored) - 1024


def test_unequal_pixel_sizes_are_not_swapped(tmp_path):
    ct = read_ct(write_series(ct_slices(spacing=(0.8, 1.2)), tmp_path))  # rows 0.8 mm apart, columns 1.2 mm
    assert ct.volume.grid.spacing_mm == pytest.approx((1.2, 0.8, 2.5))


@pytest.mark.parametrize(
    "changes",
    [
        {"InstanceNumber": 1},
        {"SpacingBetweenSlices": -2.5},
        {"SpacingBetweenSlices": 99},
        {"SliceThickness": 1},
        {"SliceLocation": 5},
        {"InstanceNumber": None},
    ],
)
def test_only_positions_decide_the_order_and_the_step(tmp_path, changes):
    plain = read_ct(write_series(ct_slices(), tmp_path / "plain"))
    other = read_ct(write_series(ct_slices(**changes), tmp_path / "other"))
    assert other.volume.grid.same_as(plain.volume.grid)
    np.testing.assert_array_equal(other.volume.values, plain.volume.values)


@pytest.mark.parametrize("slope, intercept", [(1, 0), (2, -1000), (0.5, -1024.5), (-1, 100)])
def test_rescale(tmp_path, slope, intercept):
    ct = read_ct(write_series(ct_slices(RescaleSlope=slope, RescaleIntercept=intercept), tmp_path))
    expected = np.clip(np.rint(pixels_of() * float(slope) + intercept), -1024, 32767)
    np.testing.assert_array_equal(ct.volume.values, expected)


def test_signed_pixels_of_twelve_bits(tmp_path):
    hu = np.random.default_rng(2).integers(-1000, 2000, size=(3, 8, 8)).astype(np.int16)
    slices = [
        ct_slice(k, hu[k] & np.int16(0x0FFF), (0, 0, k * 2), BitsStored=12, HighBit=11, RescaleIntercept=0)
        for k in range(3)
    ]
    np.testing.assert_array_equal(read_ct(write_series(slices, tmp_path)).volume.values, hu)


def test_values_beyond_int16_are_cut_with_a_warning(tmp_path):
    slices = ct_slices(RescaleSlope=100)
    ct = read_ct(write_series(slices, tmp_path))
    assert ct.volume.values.max() == 32767
    assert any("above 32767" in w for w in ct.warnings)


# --- padding ---------------------------------------------------------------------------------------------


def padded(tmp_path, value, mask, **changes):
    hu = np.full((3, 12, 12), 40, np.int16)
    hu[:, mask] = value
    slices = [ct_slice(k, hu[k], (0, 0, k * 2.0), RescaleIntercept=0, **changes) for k in range(3)]
    return read_ct(write_series(slices, tmp_path))


CORNER = np.add.outer(np.arange(12), np.arange(12)) < 5
INNER = np.zeros((12, 12), bool)
INNER[6, 6] = True


def test_values_below_air_are_air_without_a_padding_element(tmp_path):
    ct = padded(tmp_path, -3024, CORNER)
    assert set(np.unique(ct.volume.values)) == {-1024, 40}
    assert any("below -1024 HU" in w for w in ct.warnings)


@pytest.mark.parametrize("value", [-2000, -1000])
def test_padding_value_is_air(tmp_path, value):
    ct = padded(tmp_path, value, CORNER, PixelPaddingValue=value)
    np.testing.assert_array_equal(ct.volume.values[1] == -1024, CORNER)
    assert any("padding" in w for w in ct.warnings)


def test_padding_range(tmp_path):
    ct = padded(tmp_path, -1990, CORNER, PixelPaddingValue=-2000, PixelPaddingRangeLimit=-1980)
    np.testing.assert_array_equal(ct.volume.values[1] == -1024, CORNER)
    assert any("padding" in w for w in ct.warnings)


def test_a_padding_value_in_the_range_of_tissue_leaves_tissue_alone(tmp_path):
    ct = padded(tmp_path, 0, CORNER | INNER, PixelPaddingValue=0)
    np.testing.assert_array_equal(ct.volume.values[1] == -1024, CORNER)
    assert ct.volume.values[1, 6, 6] == 0


def test_padding_value_written_with_the_other_sign(tmp_path):
    slices = ct_slices()
    hu = np.full((16, 12), -2000, np.int16)
    made = []
    for k, s in enumerate(slices):
        signed = ct_slice(k, hu, s.ImagePositionPatient, spacing=(0.8, 1.2), RescaleIntercept=0)
        signed.add_new(0x00280120, "US", 2**16 - 2000)
        made.append(signed)
    ct = read_ct(write_series(made, tmp_path))
    assert any("marked as padding" in w for w in ct.warnings)


# --- refusals --------------------------------------------------------------------------------------------


def refused(path, *words, series=None):
    with pytest.raises(BadInput) as caught:
        read_ct(path, series)
    for word in words:
        assert word in str(caught.value), str(caught.value)
    assert caught.value.where
    assert "Made" not in str(caught.value), "a patient's name in a message"
    return caught.value


def test_missing_folder(tmp_path):
    refused(tmp_path / "nowhere", "no such file or folder", "nowhere")


def test_empty_folder(tmp_path):
    refused(tmp_path, "folder is empty")


def test_folder_without_ct(tmp_path):
    (tmp_path / "notes.txt").write_text("nothing here")
    refused(tmp_path, "no CT image", "not DICOM")


def test_single_image(tmp_path):
    refused(write_series(ct_slices()[:1], tmp_path), "single image", "two images")


def test_missing_slice(tmp_path):
    slices = ct_slices((6, 8, 8))
    del slices[3]
    refused(write_series(slices, tmp_path), "5.00 mm between", "1 slice(s) missing", "2.50 mm within")


def test_doubled_slice(tmp_path):
    slices = ct_slices()
    copy = ct_slices()[1]
    copy.SOPInstanceUID = "1.2.3.99"
    refused(write_series([*slices, copy], tmp_path), "there twice", "7.dcm", "32.50 mm")


def test_uneven_steps(tmp_path):
    slices = ct_slices((5, 8, 8))
    slices[2].ImagePositionPatient = [-10, -12, 35.3]
    refused(write_series(slices, tmp_path), "uneven", "2.80 mm between", "2.20 mm between")


def test_small_rounding_of_positions_is_kept_with_a_warning(tmp_path):
    slices = ct_slices((9, 8, 8), step=1.25)
    for s in slices:
        s.ImagePositionPatient = [float(np.round(v, 1)) for v in s.ImagePositionPatient]
    ct = read_ct(write_series(slices, tmp_path))
    assert ct.volume.grid.spacing_mm[2] == pytest.approx(1.25)
    assert any("rounded" in w for w in ct.warnings)


def test_creeping_steps_are_refused(tmp_path):
    slices = ct_slices((12, 8, 8))
    for k, s in enumerate(slices):
        s.ImagePositionPatient = [-10, -12, 30 + 2.5 * k + 0.008 * k * k]
    refused(write_series(slices, tmp_path), "drift")


def test_tilted_gantry(tmp_path):
    slices = ct_slices((6, 8, 8), GantryDetectorTilt=10)
    for k, s in enumerate(slices):
        s.ImagePositionPatient = [-10, -12 + k * 2.5 * np.tan(np.radians(10)), 30 + 2.5 * k]
    refused(write_series(slices, tmp_path), "tilt of 10.0 degrees", "--resample")


def test_a_stated_tilt_without_a_shear_is_a_warning(tmp_path):
    ct = read_ct(write_series(ct_slices(GantryDetectorTilt=10), tmp_path))
    assert any("gantry tilt of 10.0" in w for w in ct.warnings)


def test_two_series_are_refused_listed_and_chosen_from(tmp_path):
    write_series(ct_slices(), tmp_path / "a")
    write_series(ct_slices(step=5.0, SeriesInstanceUID="1.2.77", SeriesNumber=8), tmp_path / "b")
    refused(tmp_path, "2 CT series", "1.2.77", "1.2.3.4.2", "--series")
    assert read_ct(tmp_path, "1.2.77").volume.grid.spacing_mm[2] == pytest.approx(5.0)
    assert read_ct(tmp_path, "7").volume.grid.spacing_mm[2] == pytest.approx(2.5)
    with pytest.raises(UnknownName, match=r"1\.2\.77"):
        read_ct(tmp_path, "1.2.78")


@pytest.mark.parametrize(
    "change, words",
    [
        ({"FrameOfReferenceUID": "1.2.66"}, "Frame of Reference UID differs"),
        ({"PixelSpacing": [0.8, 1.3]}, "Pixel Spacing differs"),
        ({"ImageOrientationPatient": [0, 1, 0, -1, 0, 0]}, "Orientation (Patient) differs"),
    ],
)
def test_one_image_that_does_not_belong(tmp_path, change, words):
    slices = ct_slices()
    for keyword, value in change.items():
        setattr(slices[2], keyword, value)
    refused(write_series(slices, tmp_path), words, "14.dcm")


def test_another_matrix_within_the_series(tmp_path):
    slices = ct_slices()
    slices[2] = ct_slice(2, pixels_of((1, 8, 8))[0], slices[2].ImagePositionPatient, spacing=(0.8, 1.2))
    refused(write_series(slices, tmp_path), "rows and columns differs", "14.dcm", "(8, 8)")


@pytest.mark.parametrize(
    "change, words",
    [
        ({"PixelSpacing": [0.8]}, "Pixel Spacing has 1 values"),
        ({"PixelSpacing": [0, 1]}, "Pixel Spacing is"),
        ({"PixelSpacing": None}, "Pixel Spacing is missing"),
        ({"ImagePositionPatient": None}, "Image Position (Patient) is missing"),
        ({"ImageOrientationPatient": [1, 0, 0, 0.5, 1, 0]}, "perpendicular unit vectors"),
        ({"RescaleSlope": 0}, "Rescale Slope is 0"),
        ({"RescaleIntercept": None}, "Rescale Intercept is missing"),
        ({"Rows": None}, "Rows is missing"),
        ({"BitsAllocated": None}, "Bits Allocated is missing"),
        ({"Rows": 60000, "Columns": 60000}, "60000 x 60000 pixels"),
        ({"SamplesPerPixel": 3}, "colour"),
        ({"Columns": 11}, "384 bytes of pixel data, 352 by its header"),
        ({"Rows": 15}, "384 bytes of pixel data, 360 by its header"),
        ({"BitsStored": 12}, "12 bits are stored with High Bit 15"),
    ],
)
def test_malformed_headers(tmp_path, change, words):
    slices = ct_slices()
    for s in slices:
        for keyword, value in change.items():
            if value is None:
                delattr(s, keyword)
            else:
                setattr(s, keyword, value)
    refused(write_series(slices, tmp_path), words)


def test_values_that_are_no_numbers(tmp_path):
    folder = write_series(ct_slices(), tmp_path)
    file = folder / "7.dcm"
    content = file.read_bytes()
    for bad, words in ((b"  nan", "not finite"), (b"-12x0", "not numeric")):
        file.write_bytes(content.replace(b"-12.0\\32.5", bad + b"\\32.5"))
        refused(folder, words, "7.dcm")


def test_more_voxels_than_any_scan(tmp_path):
    """Headers that promise 8192 x 8192 pixels on 16 slices, 1 GB, refused before a byte of it is taken."""
    slices = ct_slices((16, 2, 2), Rows=8192, Columns=8192)
    refused(write_series(slices, tmp_path), "8192 x 8192 x 16 voxels")


def test_truncated_anywhere(tmp_path):
    """A file cut at any of 60 places is refused by name."""
    folder = write_series(ct_slices(), tmp_path)
    file = folder / "7.dcm"
    content = file.read_bytes()
    for cut in np.linspace(0, len(content) - 1, 60).astype(int):
        file.write_bytes(content[:cut])
        refused(folder, "7.dcm")


def test_files_that_are_no_dicom_but_say_so(tmp_path):
    folder = write_series(ct_slices(), tmp_path)
    (folder / "x.dcm").write_bytes(b"")
    refused(folder, "x.dcm", "empty")
    (folder / "x.dcm").write_bytes(b"GIF89a" * 50)
    refused(folder, "x.dcm", "not DICOM")


def test_localizers_and_other_objects_are_ignored_by_name(tmp_path):
    folder = write_series(ct_slices(), tmp_path)
    scout = ct_slices(axes=[[0, 1, 0], [0, 0, -1]], ImageType=["ORIGINAL", "PRIMARY", "LOCALIZER"])[0]
    scout.SeriesInstanceUID = "1.2.5"
    write(scout, folder / "scout")
    write(blank("1.2.840.10008.5.1.4.1.1.7", "1.2.6", "CT"), folder / "capture.dcm")
    write(blank("1.2.3.4.5.6", "1.2.7", "XX"), folder / "odd.dcm")
    (folder / "readme.txt").write_text("hello")
    (folder / ".hidden").write_text("hello")
    ct = read_ct(folder)
    assert ct.volume.grid.shape == (4, 16, 12)
    text = " | ".join(ct.warnings)
    for word in ("localizer (scout)", "Secondary Capture Image (capture.dcm)", "XX (odd.dcm)", "readme.txt"):
        assert word in text
    assert "hidden" not in text


def test_identity_and_hashes(tmp_path):
    import hashlib

    folder = write_series(ct_slices(), tmp_path)
    ct = read_ct(folder)
    assert ct.identity.study_uid == "1.2.3.4.1" and ct.identity.patient_position == "HFS"
    assert ct.identity.ct_sop_class_uid == CT_IMAGE
    assert ct.identity.slice_uids == tuple(f"1.2.3.4.2.{k}" for k in (1, 2, 3, 4))
    assert ct.files["1.2.3.4.2.2"] == hashlib.sha256((folder / "7.dcm").read_bytes()).hexdigest()


def test_rounded_direction_cosines_are_made_perpendicular(tmp_path):
    axes = np.round(rotation((0.3, -0.2, 0.5))[:2], 3)
    slices = ct_slices()
    exact = rotation((0.3, -0.2, 0.5))
    for k, s in enumerate(slices):
        s.ImageOrientationPatient = [float(v) for v in axes.ravel()]
        s.ImagePositionPatient = [float(v) for v in np.round(k * 2.5 * exact[2], 3)]
    ct = read_ct(write_series(slices, tmp_path))
    assert any("cosines are rounded" in w for w in ct.warnings)
    assert ct.volume.grid.spacing_mm[2] == pytest.approx(2.5, abs=2e-3)


def test_remarks_that_do_not_stop_the_reading(tmp_path):
    slices = ct_slices(RescaleType="US")
    slices[1].RescaleIntercept = -1000
    text = " | ".join(read_ct(write_series(slices, tmp_path)).warnings)
    assert "not HU" in text and "2 different rescale slopes" in text


def test_padding_value_that_never_occurs(tmp_path):
    assert read_ct(write_series(ct_slices(PixelPaddingValue=60000), tmp_path)).warnings == ()


def test_pixels_that_do_not_fit_their_header(tmp_path):
    bare = ct_slices()
    del bare[1].PixelData
    refused(write_series(bare, tmp_path / "b"), "no pixel data", "7.dcm")
    many = ct_slices((2, 8, 8), NumberOfFrames=100_000_000)
    refused(write_series(many, tmp_path / "c"), "8 x 8 x 100000000 values")


def test_irregular_but_clear_files_are_a_warning(tmp_path):
    folder = write_series(ct_slices(), tmp_path)
    file = folder / "7.dcm"
    file.write_bytes(file.read_bytes() + bytes(64))
    assert any("64 zero bytes" in w and "7.dcm" in w for w in read_ct(folder).warnings)


def test_values_must_be_whole_where_they_count(tmp_path):
    slices = ct_slices()
    for s in slices:
        s.add_new(0x00200013, "DS", "1.5")  # not used
        s.add_new(0x00280120, "DS", "1.5")  # padding
    refused(write_series(slices, tmp_path), "Pixel Padding Value is 1.5, not a whole number")


@pytest.mark.parametrize("text", ["1_0", "ten"])
def test_numbers_that_python_would_take_but_dicom_does_not(tmp_path, text):
    folder = write_series(ct_slices(), tmp_path)
    file = folder / "7.dcm"
    content = file.read_bytes()
    assert b"-12.0\\32.5" in content
    file.write_bytes(content.replace(b"-12.0\\32.5", text.encode().ljust(5) + b"\\32.5"))
    refused(folder, "not numeric")


def test_two_frames_of_reference_in_one_series_can_be_chosen_from(tmp_path):
    """The patient got up in between: same series, another place."""
    write_series(ct_slices((4, 16, 12)), tmp_path / "a")
    again = ct_slices((6, 16, 12), FrameOfReferenceUID="1.2.66")
    for k, s in enumerate(again):
        s.SOPInstanceUID = s.file_meta.MediaStorageSOPInstanceUID = f"1.2.66.{k}"
    write_series(again, tmp_path / "b")
    with pytest.raises(BadInput, match=r"differs within the series: 1\.2\.66 in .*b/") as caught:
        read_ct(tmp_path)
    assert "--series FRAME_OF_REFERENCE_UID" in caught.value.remedy
    read = read_ct(tmp_path, series="1.2.66")
    assert read.volume.grid.shape == (6, 16, 12) and read.identity.frame_of_reference_uid == "1.2.66"
    assert read_ct(tmp_path, series="1.2.3.4.3").volume.grid.shape == (4, 16, 12)
    with pytest.raises(UnknownName):
        read_ct(tmp_path, series="1.2.67")
