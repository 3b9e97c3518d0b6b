"""RT Dose: 16 and 32 bits, frames that run downwards or unevenly, units, DVHs."""

import numpy as np
import pytest
from made_dicom import ct_slices, write
from made_plans import dvh, rtdose

from tps.dicom.file.dicom_file import open_header
from tps.dicom.file.file_source import list_blobs
from tps.dicom.rt.rtdose_read import read_dose
from tps.dicom.rt.rtstruct_read import read_structure_set
from tps.errors import BadInput


def ramp(points):
    """A dose that is linear in the patient's coordinates, Gy: what any linear interpolation gives back."""
    return 200 + np.asarray(points) @ np.array([1.0, -2.0, 3.0])


def made(offsets, origin=(-10.0, -12.0, 30.0), orientation=(1, 0, 0, 0, 1, 0), **options):
    row, column = np.reshape(orientation, (2, 3)).astype(float)
    normal = np.cross(row, column)
    relative = np.asarray(offsets, float) - (0 if offsets[0] == 0 else origin[2])
    k, j, i = np.indices((len(offsets), 5, 4))
    heights = relative[k] * (np.sign(normal[2]) if offsets[0] else 1)
    points = (
        np.asarray(origin)
        + 3.0 * i[..., None] * row
        + 2.0 * j[..., None] * column
        + heights[..., None] * normal
    )
    return rtdose(ramp(points), offsets, origin=origin, orientation=orientation, **options)


def read(tmp_path, dataset):
    return read_dose(write(dataset, tmp_path / "rd.dcm"))


@pytest.mark.parametrize("bits", [16, 32])
@pytest.mark.parametrize(
    "offsets, orientation",
    [
        ((0, 2, 4, 6), (1, 0, 0, 0, 1, 0)),
        ((0, -2, -4, -6), (1, 0, 0, 0, 1, 0)),
        ((30, 32, 34, 36), (1, 0, 0, 0, 1, 0)),
        ((30, 28, 26, 24), (1, 0, 0, 0, 1, 0)),
        ((0, 2, 4, 6), (-1, 0, 0, 0, -1, 0)),
        ((0, 2, 4, 6), (-1, 0, 0, 0, 1, 0)),
        ((30, 28, 26, 24), (-1, 0, 0, 0, 1, 0)),
        ((0, 2, 4, 6), (0, 1, 0, 0, 0, -1)),
    ],
)
def test_every_dose_lies_where_it_was(tmp_path, bits, offsets, orientation):
    found = read(tmp_path, made(offsets, orientation=orientation, bits=bits))
    volume = found.volume()
    assert np.linalg.det(volume.grid.axes) == pytest.approx(1)
    assert volume.grid.spacing_mm == pytest.approx((3, 2, 2))
    # Half a stored unit: the largest dose is under 400 Gy.
    unit = 400 / (2**bits - 1)
    expected = ramp(volume.grid.centres_mm())
    np.testing.assert_allclose(volume.values.ravel(), expected, atol=unit + 400 * 1e-7)
    inside = volume.grid.index_to_world([[1.3, 2.2, 0.7], [0, 0, 0], [3, 4, 3]])
    np.testing.assert_allclose(found.dose_at(inside), ramp(inside), atol=unit + 400 * 1e-6)
    assert np.isnan(found.dose_at(volume.grid.index_to_world([[3.1, 0, 0]]))).all()
    assert found.warnings == ()


def test_uneven_planes(tmp_path):
    found = read(tmp_path, made((0, 2, 3, 7)))
    points = np.array([[-8.0, -10.0, 30 + h] for h in (0.0, 1.1, 2.5, 4.9, 7.0)])
    np.testing.assert_allclose(found.dose_at(points), ramp(points), atol=0.01)
    with pytest.raises(BadInput, match=r"1\.00 to 4\.00 mm apart"):
        found.volume()


def test_a_single_plane(tmp_path):
    found = read(tmp_path, made((0,), GridFrameOffsetVector=None, NumberOfFrames=None))
    assert found.volume().grid.shape == (1, 5, 4)
    assert found.dose_at([[-10, -12, 30.0]]) == pytest.approx(ramp([[-10, -12, 30.0]]), abs=0.01)


def test_dvhs(tmp_path):
    dataset = made((0, 2))
    dataset.DVHSequence = [
        dvh((1, 20, 1, 10, 2, 5), DVHDoseScaling=2.0),
        dvh((1, 5, 1, 9), DVHNumberOfBins=7),
    ]
    found = read(tmp_path, dataset)
    first = found.dvhs[0]
    assert first.dose_gy.tolist() == [0, 2, 4] and first.volume.tolist() == [20, 10, 5]
    assert first.roi_numbers == (1,) and first.volume_units == "CM3"
    assert any("7 bins" in w for w in found.warnings) and any(
        "grows with the dose" in w for w in found.warnings
    )


def test_dose_that_is_not_physical_is_a_warning(tmp_path):
    assert any("EFFECTIVE" in w for w in read(tmp_path, made((0, 2), DoseType="EFFECTIVE")).warnings)


@pytest.mark.parametrize(
    "change, words",
    [
        ({"DoseUnits": "RELATIVE"}, "given as RELATIVE"),
        ({"DoseUnits": None}, "(no unit)"),
        ({"DoseType": "ERROR"}, "differences of doses"),
        ({"GridFrameOffsetVector": [0, 2, 4]}, "3 values for 2 planes"),
        ({"GridFrameOffsetVector": [0, 0]}, "two planes"),
        ({"GridFrameOffsetVector": [5, 7]}, "begins with 5"),
        ({"DoseGridScaling": 0}, "Scaling is 0"),
        ({"DoseGridScaling": 1e38}, "not finite"),
        ({"PixelSpacing": [0, 1]}, "Pixel Spacing is"),
        ({"Rows": 10000}, "10000 x 4 pixels"),
        ({"NumberOfFrames": 3, "GridFrameOffsetVector": [0, 1, 2]}, "cut short: 80 of 120 bytes"),
        ({"NumberOfFrames": 2000000, "Rows": 5000}, "offset Vector"),
        ({"SOPClassUID": "1.2.840.10008.5.1.4.1.1.481.5"}, "not an RT Dose"),
        ({"PixelRepresentation": 1}, "negative doses"),
    ],
)
def test_refusals(tmp_path, change, words):
    dataset = made((0, 2), **change)
    with pytest.raises(BadInput) as caught:
        read(tmp_path, dataset)
    assert words.lower() in str(caught.value).lower() and "rd.dcm" in str(caught.value)


@pytest.mark.parametrize(
    "bad, words",
    [
        (dvh((1, 2, 3)), "3 numbers"),
        (dvh((1, 2), DoseUnits="RELATIVE"), "given as RELATIVE"),
        (dvh((-1, 2)), "negative"),
    ],
)
def test_malformed_dvhs(tmp_path, bad, words):
    dataset = made((0, 2))
    dataset.DVHSequence = [bad]
    with pytest.raises(BadInput, match=words):
        read(tmp_path, dataset)


def test_more_planes_in_the_pixels_than_offsets(tmp_path):
    dataset = made((0, 2))
    dataset.NumberOfFrames, dataset.GridFrameOffsetVector = 1, 0
    with pytest.raises(BadInput, match="80 bytes of pixel data, 40 by its header"):
        read(tmp_path, dataset)


def test_files_that_are_no_dose(tmp_path):
    with pytest.raises(BadInput, match="not an RT Dose"):
        read(tmp_path, ct_slices()[0])
    (tmp_path / "a.txt").write_text("hello")
    with pytest.raises(BadInput, match="one DICOM file"):
        read_dose(tmp_path / "a.txt")


def inside_polygon(points, polygon):
    x, y = points[:, :1], points[:, 1:2]
    x0, y0 = polygon[:, 0], polygon[:, 1]
    x1, y1 = np.roll(x0, -1), np.roll(y0, -1)
    with np.errstate(divide="ignore", invalid="ignore"):
        cross = (y0 <= y) != (y1 <= y)
        left = x < x0 + (y - y0) / (y1 - y0) * (x1 - x0)
    return np.count_nonzero(cross & left, axis=1) % 2 == 1


def test_real_dose_with_downward_frames_agrees_with_its_own_dvh(shared_data):
    """Prostate dose sampled on 2 mm planes against the DVH the same file stores.

    Read upside down, the volume above 15 Gy would be less than half; 3 % is left for the organ's ends, which
    reach beyond the grid, and for the planning system's own interpolation.
    """
    folder = shared_data / "hdr-vitesse-phantom"
    dose = read_dose(folder / "DO001.dcm")
    assert dose.volume().grid.origin_mm == pytest.approx((-70.7424, -85.1824, -45))
    assert any("65 bins" in w for w in dose.warnings)
    prostate = next(d for d in dose.dvhs if d.roi_numbers == (0,))
    at = np.interp([7.5, 10, 15], prostate.dose_gy, prostate.volume / prostate.volume[0])
    # Whether a volume belongs to the lower or upper edge of its bin (0.048 Gy) is worth 0.002 here.
    assert at == pytest.approx((1.0, 1.0, 0.950), abs=0.002)
    assert [round(d.volume[0], 2) for d in dose.dvhs] == [49.60, 1.42, 6.17]
    contours = (
        read_structure_set(open_header(list_blobs(folder / "SS001.dcm")[0])).structures["Prostate"].contours
    )
    grid = np.stack(np.meshgrid(np.arange(-70, 10, 1.0), np.arange(-85, -5, 1.0)), -1).reshape(-1, 2)
    samples = []
    for c in contours:
        flat = grid[inside_polygon(grid, c.points_mm[:, :2])]
        samples.append(dose.dose_at(np.column_stack([flat, np.full(len(flat), c.points_mm[0, 2])])))
    found = np.concatenate(samples)
    found = found[np.isfinite(found)]
    assert np.mean(found > 15) == pytest.approx(0.950, abs=0.03)
    assert np.mean(found > 10) == pytest.approx(1.0, abs=0.03)
