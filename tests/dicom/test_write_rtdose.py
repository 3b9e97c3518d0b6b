"""RT Dose: what a reader gets out of the file is the dose that was put in."""

from datetime import datetime
from io import BytesIO

import numpy as np
import pytest
from export_case import make_case
from pydicom import dcmread

from tps.dicom.rt.header import Stamp, encode
from tps.dicom.rt.write_rtdose import DvhTable, build_rtdose, write_rtdose
from tps.dicom.rt.write_rtstruct import build_rtstruct
from tps.errors import BadInput
from tps.model import Grid, Volume

STAMP = Stamp(datetime(2025, 1, 3, 10, 30))
TABLE = DvhTable("GTV", np.array([50.0, 100.0]), np.array([14.0, 7.0]), 20.0, 80.0, 150.0)


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    return make_case(tmp_path_factory.mktemp("patient"))


def volume(values, axes=None):
    values = np.asarray(values, dtype=np.float32)
    grid = Grid([10.0, -20.0, 30.0], [1.0, 2.0, 3.0], values.shape, np.eye(3) if axes is None else axes)
    return Volume(grid, values, "Gy")


def dose_of(dataset):
    dataset = dcmread(BytesIO(encode(dataset)))
    return dataset.pixel_array.astype(float) * float(dataset.DoseGridScaling)


def points_of(dataset):
    """Voxel centres (frames, rows, columns, 3), straight from PS3.3 C.7.6.2.1.1."""
    row, column = np.array(dataset.ImageOrientationPatient, float).reshape(2, 3)
    down, right = np.array(dataset.PixelSpacing, float)
    k, j, i = np.indices((int(dataset.NumberOfFrames), dataset.Rows, dataset.Columns))[..., None]
    offset = np.array(dataset.GridFrameOffsetVector, float)[k]
    normal = np.cross(row, column)
    return (
        np.array(dataset.ImagePositionPatient, float) + i * right * row + j * down * column + offset * normal
    )


def test_sixteen_bits_keep_the_dose_to_two_hundredths_of_a_gray(case, rng):
    values = rng.uniform(0, 2400, (5, 6, 7))
    dataset = build_rtdose(case.identity, volume(values), prescription_gy=120.0, stamp=STAMP)
    # Half a step of 2400 Gy / 65535.
    assert np.abs(dose_of(dataset) - values).max() < 0.0185
    assert "capped" not in dataset.DoseComment
    assert dataset.BitsAllocated == 16


def test_hot_voxels_are_capped_and_the_file_says_so(case):
    values = np.full((3, 3, 3), 120.0)
    values[1, 1, 1] = 9000.0
    dataset = build_rtdose(case.identity, volume(values), prescription_gy=120.0, stamp=STAMP)
    dose = dose_of(dataset)
    assert dose[1, 1, 1] == pytest.approx(2400.0, abs=1e-5)
    assert dose[0, 0, 0] == pytest.approx(120.0, abs=0.0185)
    assert dataset.DoseComment == "Research, not for clinical use. Doses above 2400 Gy are capped."


def test_thirty_two_bits_cap_nothing(case, rng):
    values = rng.uniform(0, 9000, (3, 4, 5))
    dataset = build_rtdose(case.identity, volume(values), prescription_gy=120.0, bits=32, stamp=STAMP)
    # float32 input of 9000 Gy has steps of 5e-4 Gy; the file adds 1e-6.
    assert np.abs(dose_of(dataset) - values.astype(np.float32)).max() < 5e-6
    assert "capped" not in dataset.DoseComment


def test_no_dose_at_all_is_no_dose(case):
    dataset = build_rtdose(case.identity, volume(np.zeros((2, 2, 2))), prescription_gy=120.0, stamp=STAMP)
    assert dose_of(dataset).max() == 0.0
    assert float(dataset.DoseGridScaling) > 0


@pytest.mark.parametrize(
    "axes",
    [
        np.eye(3),
        np.diag([-1.0, -1.0, 1.0]),
        np.diag([-1.0, 1.0, -1.0]),
        np.diag([1.0, 1.0, -1.0]),
        np.array([[0.8, 0.6, 0.0], [-0.6, 0.8, 0.0], [0.0, 0.0, 1.0]]),
    ],
    ids=["supine", "prone", "feet-first", "downward frames", "oblique"],
)
def test_every_voxel_lies_where_the_grid_has_it(case, axes, rng):
    dose = volume(rng.uniform(0, 100, (4, 3, 5)), axes)
    dataset = build_rtdose(case.identity, dose, prescription_gy=120.0, stamp=STAMP)
    # Positions carry 6 decimals, direction cosines 10.
    assert np.abs(points_of(dataset).reshape(-1, 3) - dose.grid.centres_mm()).max() < 2e-6
    assert np.abs(dose_of(dataset) - dose.values).max() < 1e-3


def test_dvhs_stand_in_the_file_with_their_roi(case, tmp_path):
    structures = build_rtstruct(case, list(case.structures.values()), stamp=STAMP)
    options = {"prescription_gy": 120.0, "structure_set": structures, "dvhs": [TABLE], "stamp": STAMP}
    write_rtdose(case.identity, volume(np.ones((2, 2, 2))), tmp_path / "RTDOSE.dcm", **options)
    dataset = dcmread(tmp_path / "RTDOSE.dcm")
    item = dataset.DVHSequence[0]
    assert list(item.DVHData) == [50.0, 14.0, 100.0, 7.0]
    assert (item.DVHNumberOfBins, item.DVHVolumeUnits, item.DoseUnits) == (2, "CM3", "GY")
    assert [float(item[k].value) for k in ("DVHMinimumDose", "DVHMeanDose", "DVHMaximumDose")] == [
        20,
        80,
        150,
    ]
    assert item.DVHReferencedROISequence[0].ReferencedROINumber == 1
    assert dataset.ReferencedStructureSetSequence[0].ReferencedSOPInstanceUID == structures.SOPInstanceUID


def test_dose_says_what_it_is(case):
    dataset = build_rtdose(case.identity, volume(np.ones((2, 2, 2))), prescription_gy=120.0, stamp=STAMP)
    assert (dataset.DoseUnits, dataset.DoseType, dataset.DoseSummationType) == ("GY", "PHYSICAL", "PLAN")
    assert dataset.TissueHeterogeneityCorrection == "WATER"
    assert dataset.FrameOfReferenceUID == case.identity.frame_of_reference_uid
    assert "not for clinical use" in dataset.DoseComment


def test_what_is_no_dose_is_refused(case):
    grid = Grid([0, 0, 0], [1, 1, 1], (2, 2, 2))
    good = np.ones((2, 2, 2))
    bad = {"negative": -good, "not finite": np.full((2, 2, 2), np.nan)}
    for text, values in bad.items():
        with pytest.raises(BadInput, match=text):
            build_rtdose(case.identity, Volume(grid, values, "Gy"), prescription_gy=120.0)
    with pytest.raises(BadInput, match="HU"):
        build_rtdose(case.identity, Volume(grid, good, "HU"), prescription_gy=120.0)
    with pytest.raises(BadInput, match="12 bits"):
        build_rtdose(case.identity, Volume(grid, good, "Gy"), prescription_gy=120.0, bits=12)
    with pytest.raises(BadInput, match="without a structure set"):
        build_rtdose(case.identity, Volume(grid, good, "Gy"), prescription_gy=120.0, dvhs=[TABLE])
    structures = build_rtstruct(case, list(case.structures.values()), stamp=STAMP)
    other = DvhTable("Liver", [1.0], [1.0], 1.0, 1.0, 1.0)
    with pytest.raises(BadInput, match="Liver"):
        build_rtdose(
            case.identity,
            Volume(grid, good, "Gy"),
            prescription_gy=120.0,
            dvhs=[other],
            structure_set=structures,
        )


def test_a_dvh_that_is_none_is_refused():
    for width, dvh in (([], []), ([0.0], [1.0]), ([1.0, 1.0], [1.0, 2.0]), ([1.0], [-1.0])):
        with pytest.raises(ValueError, match="DVH"):
            DvhTable("GTV", width, dvh, 0.0, 0.0, 0.0)
