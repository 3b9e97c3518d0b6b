"""Straightening a tilted stack, against a linear function and against SimpleITK."""

import shutil

import numpy as np
import pytest
import SimpleITK as sitk
from made_dicom import ct_slice, ct_slices, write_series

from tps.dicom.case import read_case
from tps.dicom.ct.series import read_ct
from tps.errors import BadInput

TILT = np.radians(12.0)
ROW, COLUMN = np.array([1.0, 0, 0]), np.array([0, np.cos(TILT), -np.sin(TILT)])
SPACING = (0.7, 0.9)  # rows, columns apart


def tilted(steps=(3.0,) * 7, shape=(40, 30), values=None, **changes):
    """Slices in planes tilted by 12 degrees whose first pixels lie straight above each other along z."""
    rng = np.random.default_rng(5)
    heights = np.concatenate([[0.0], np.cumsum(steps)])
    made = []
    for k, height in enumerate(heights):
        position = np.array([-12.0, -14.0, 50.0 + height / np.cos(TILT)])
        if values is None:
            pixels = rng.integers(0, 2000, size=shape).astype(np.uint16)
        else:
            j, i = np.indices(shape)[..., None].astype(float)
            pixels = np.rint(values(position + SPACING[1] * i * ROW + SPACING[0] * j * COLUMN) + 1024)
            pixels = pixels.astype(np.uint16)
        made.append(ct_slice(k, pixels, position, (*ROW, *COLUMN), SPACING, **changes))
    return made


def by_simpleitk(slices, grid):
    """The same lattice as an affine map, resampled by SimpleITK; nan outside the scanned field."""
    pixels = np.array(
        [np.frombuffer(s.PixelData, np.int16 if s.PixelRepresentation else np.uint16) for s in slices]
    )
    pixels = pixels.reshape(len(slices), slices[0].Rows, slices[0].Columns).astype(np.float64)
    first, last = (np.array(s.ImagePositionPatient, float) for s in (slices[0], slices[-1]))
    row, column = np.array(slices[0].ImageOrientationPatient, float).reshape(2, 3)
    dy, dx = map(float, slices[0].PixelSpacing)
    lattice = np.column_stack([dx * row, dy * column, (last - first) / (len(slices) - 1)])
    image = sitk.GetImageFromArray(pixels + float(slices[0].RescaleIntercept))
    transform = sitk.AffineTransform(3)
    transform.SetMatrix(np.linalg.inv(lattice).ravel())
    transform.SetTranslation(-np.linalg.inv(lattice) @ first)
    resampler = sitk.ResampleImageFilter()
    resampler.SetSize(grid.shape[::-1])
    resampler.SetOutputOrigin(grid.origin_mm.tolist())
    resampler.SetOutputSpacing(grid.spacing_mm.tolist())
    resampler.SetOutputDirection(grid.axes.T.ravel().tolist())
    resampler.SetTransform(transform)
    resampler.SetInterpolator(sitk.sitkLinear)
    resampler.SetDefaultPixelValue(np.nan)
    return sitk.GetArrayFromImage(resampler.Execute(image))


def assert_same_inside(values, other):
    inside = np.isfinite(other)
    assert inside.mean() > 0.5
    # Rounding to whole HU; SimpleITK's index of the outermost slice is off by 1e-10.
    np.testing.assert_allclose(values[inside], np.clip(other[inside], -1024, None), atol=0.5 + 1e-3)


def test_every_point_keeps_its_value(tmp_path):
    """Values that grow linearly in space must be the same function of space afterwards."""

    def ramp(points):
        return points @ np.array([3.0, -5.0, 7.0])

    folder = write_series(tilted(values=ramp), tmp_path)
    ct = read_ct(folder, resample=True)
    grid = ct.volume.grid
    expected = ramp(grid.centres_mm()).reshape(grid.shape)
    assert grid.shape == (8, 47, 30)  # 4.5 mm of shift over the stack are 7 rows more
    inside = (slice(None), slice(7, 40))
    # Half a HU when written and half when read.
    np.testing.assert_allclose(ct.volume.values[inside], expected[inside], atol=1.001)


def test_agrees_with_simpleitk(tmp_path):
    slices = tilted()
    ct = read_ct(write_series(slices, tmp_path), resample=True)
    assert ct.volume.grid.shape[0] == 8 and ct.volume.grid.spacing_mm == pytest.approx((0.9, 0.7, 3.0))
    assert_same_inside(ct.volume.values, by_simpleitk(slices, ct.volume.grid))
    assert any("tilt 12.0 degrees" in w for w in ct.warnings)


def test_nothing_new_appears_beyond_the_field_of_view(tmp_path):
    slices = tilted(values=lambda p: np.full(p.shape[:-1], 40.0))
    ct = read_ct(write_series(slices, tmp_path), resample=True)
    assert np.unique(ct.volume.values).tolist() == [40]


def test_uneven_steps_become_even(tmp_path):
    def ramp(points):
        return points @ np.array([0.0, 0.0, 7.0])

    slices = tilted(steps=(2, 2, 2, 2, 3, 4, 4), values=ramp)
    for k, s in enumerate(slices):
        s.SliceThickness = 2.0 if k < 5 else 4.0
    ct = read_ct(write_series(slices, tmp_path), resample=True)
    assert ct.volume.grid.spacing_mm[2] == pytest.approx(2.0) and ct.volume.grid.shape[0] == 10
    rows = slice(6, 34)  # away from the shifted rims
    expected = ramp(ct.volume.grid.centres_mm()).reshape(ct.volume.grid.shape)
    np.testing.assert_allclose(ct.volume.values[:, rows], expected[:, rows], atol=1.001)


def test_a_straight_series_is_left_alone(tmp_path):
    folder = write_series(ct_slices(), tmp_path)
    plain, asked = read_ct(folder), read_ct(folder, resample=True)
    assert asked.volume.grid.same_as(plain.volume.grid) and asked.warnings == plain.warnings == ()
    np.testing.assert_array_equal(plain.volume.values, asked.volume.values)


def test_missing_and_doubled_slices_are_refused_all_the_same(tmp_path):
    slices = tilted(SliceThickness=3.0)
    del slices[3]
    with pytest.raises(BadInput, match=r"a slice is missing: 6\.00 mm between .* 3\.00 mm thick"):
        read_ct(write_series(slices, tmp_path / "gap"), resample=True)
    slices = [*tilted(), tilted()[2]]
    with pytest.raises(BadInput, match="there twice"):
        read_ct(write_series(slices, tmp_path / "double"), resample=True)
    with pytest.raises(BadInput, match="single image"):
        read_ct(write_series(tilted()[:1], tmp_path / "one"), resample=True)


def test_real_tilted_head(shared_data, tmp_path):
    """The first 14 slices are 4 mm apart: SimpleITK's result; all 28 with their change of step."""
    source = shared_data / "head-tilt-ge" / "ct"
    for k in range(1, 15):
        shutil.copy(source / f"{k:02d}.dcm", tmp_path)
    case = read_case(tmp_path, resample=True)
    from pydicom import dcmread

    slices = [dcmread(source / f"{k:02d}.dcm") for k in range(1, 15)]
    reference = by_simpleitk(slices, case.ct.grid)
    # Padding (-1500) became air before our interpolation, after it in the reference: look at real values.
    mixed = reference < -1024
    reference[mixed] = np.nan
    inside = np.isfinite(reference)
    difference = np.abs(case.ct.values[inside] - reference[inside])
    assert inside.mean() > 0.5 and np.mean(difference > 0.501) < 0.002
    whole = read_case(source, resample=True)
    assert whole.ct.grid.shape[0] == 37 and len(whole.identity.slice_uids) == 37 and len(whole.files) == 28
    assert any("tilt 18.5 degrees, steps 1.08 to 7.00 mm" in w for w in whole.warnings)
