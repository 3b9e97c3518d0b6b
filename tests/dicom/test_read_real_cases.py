"""The real cases beside the checkout: each loads with the geometry its description gives, or is refused."""

import numpy as np
import pytest

from tps.dicom.case import read_case
from tps.dicom.file.dicom_file import open_header
from tps.dicom.file.file_source import list_blobs
from tps.dicom.rt.rtstruct_read import read_structure_set
from tps.errors import BadInput


def slab_volume_cc(structure, step_mm):
    """Sum of contour areas times their distance; nested contours are subtracted by their sense of nesting."""
    total = 0.0
    for c in structure.contours:
        x, y = c.points_mm[:, 0], c.points_mm[:, 1]
        total += abs(0.5 * np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))) * step_mm
    return total / 1000


@pytest.mark.parametrize(
    "name, shape, position, z, hu, cc",
    [
        ("limb-sts-025", (47, 138, 149), "FFS", 3.27, (-1000, 1554), 30),
        ("limb-sts-002", (48, 143, 161), "HFS", 3.27, (-1000, 1156), 53),
    ],
)
def test_limb_cases(shared_data, name, shape, position, z, hu, cc):
    case = read_case(shared_data / name / "ct", shared_data / name / "rtstruct" / "RS.dcm")
    grid = case.ct.grid
    assert grid.shape == shape and case.identity.patient_position == position
    assert grid.spacing_mm == pytest.approx((0.976562, 0.976562, z), abs=1e-6)
    assert (case.ct.values.min(), case.ct.values.max()) == hu
    # The description rounds to whole cm3.
    assert slab_volume_cc(case.structures["GTV_Mass_CT"], z) == pytest.approx(cc, abs=0.6)
    assert any("not in this series" in w for w in case.warnings)
    assert len(case.files) == shape[0] + 1


def test_lung_case(shared_data):
    folder = shared_data / "lung-4d-113"
    case = read_case(folder / "ct", folder / "rtstruct" / "RS.dcm")
    assert case.ct.grid.shape == (99, 512, 512)
    assert case.ct.grid.origin_mm == pytest.approx((-250, -163.019, -1132))
    assert (case.ct.values.min(), case.ct.values.max()) == (-1000, 2976)
    drawn = {n: len({round(c.points_mm[0, 2], 2) for c in s.contours}) for n, s in case.structures.items()}
    assert drawn["Tumor_c40"] == 28 and drawn["Carina_c40"] == 1 and drawn["Vertebra_c40"] == 5
    assert slab_volume_cc(case.structures["LN_c40"], 3.0) == pytest.approx(6.4, abs=0.15)
    assert case.warnings == ("ROI 'Carina_c40' has a single contour",)


def test_liver_case_pads_with_air(shared_data):
    case = read_case(shared_data / "liver-crlm-1006" / "ct")
    assert case.ct.grid.shape == (51, 512, 512) and case.ct.grid.origin_mm[2] == pytest.approx(-376.44)
    assert (case.ct.values.min(), case.ct.values.max()) == (-1024, 1184)
    assert any("below -1024 HU" in w for w in case.warnings)
    assert not case.structures and case.ct.values.nbytes == 51 * 512 * 512 * 2


def test_tilted_head_is_refused(shared_data):
    with pytest.raises(BadInput) as caught:
        read_case(shared_data / "head-tilt-ge" / "ct")
    for words in (
        "18.5 degrees",
        "4.00 mm (13 times), 7.00 mm (13 times), 1.08 mm",
        "--resample",
        "head-tilt-ge",
    ):
        assert words in str(caught.value)


def test_localizer_and_captures_alone_are_no_ct(shared_data):
    with pytest.raises(BadInput, match="1 x localizer, 5 x Secondary Capture"):
        read_case(shared_data / "head-tilt-ge" / "philips-localizer-and-summary")


def test_localizers_beside_a_series(shared_data, tmp_path):
    for source in (
        shared_data / "limb-sts-025" / "ct",
        shared_data / "head-tilt-ge" / "philips-localizer-and-summary",
    ):
        for file in source.iterdir():
            (tmp_path / file.name).symlink_to(file)
    case = read_case(tmp_path)
    assert case.ct.grid.shape == (47, 138, 149)
    text = " | ".join(case.warnings)
    assert "1 x localizer (localizer_I10)" in text and "5 x Secondary Capture Image" in text


def test_two_patients_in_one_folder(shared_data, tmp_path):
    for name in ("limb-sts-025", "limb-sts-002"):
        (tmp_path / name).mkdir()
        for file in (shared_data / name / "ct").iterdir():
            (tmp_path / name / file.name).symlink_to(file)
    with pytest.raises(BadInput, match="2 CT series are mixed"):
        read_case(tmp_path)


def test_structures_of_another_patient(shared_data):
    with pytest.raises(BadInput, match="another scan"):
        read_case(shared_data / "limb-sts-025" / "ct", shared_data / "limb-sts-002" / "rtstruct" / "RS.dcm")


def test_oblique_series_without_thickness_or_location(shared_data):
    case = read_case(shared_data / "mini-rt-utils" / "oriented_data")
    assert case.ct.grid.spacing_mm == pytest.approx((2.5, 3.5, 4.5), abs=1e-5)
    assert case.ct.grid.axes[0] == pytest.approx((0.9541666, -0.2080757, 0.2151061), abs=1e-6)


def test_single_slices_are_refused(shared_data):
    for folder in ("mini-rt-utils/one_slice_data", "mini-dicompyler-core"):
        with pytest.raises(BadInput, match="single image"):
            read_case(shared_data / folder)


def test_structures_with_references_that_do_not_exist(shared_data):
    folder = shared_data / "mini-rt-utils" / "mock_data"
    good = read_case(folder, folder / "rt.dcm")
    assert [len(s.contours) for s in good.structures.values()] == [2]
    for name in ("invalid_reference_rt.dcm", "non_existent_reference_rt.dcm"):
        case = read_case(folder, folder / name)
        assert any("not in this series" in w for w in case.warnings), case.warnings


def structures(path):
    return read_structure_set(open_header(list_blobs(path)[0]))


def test_breast_structures(shared_data):
    found = structures(shared_data / "mini-dicompyler-core" / "rtss.dcm")
    assert "Areola" in found.empty_rois
    assert {"BODY", "Heart", "Lt Lung", "Breast", "Nodes", "Tumor Bed", "Tumor Bed Block"} <= set(
        found.structures
    )
    assert slab_volume_cc(found.structures["Tumor Bed"], 3.0) == pytest.approx(13, abs=1.0)


def test_needle_paths_are_no_regions(shared_data):
    found = structures(shared_data / "hdr-vitesse-phantom" / "SS001.dcm")
    assert {"Prostate", "Urethra", "Rectum"} == set(found.structures)
    assert any("14 x OPEN_NONPLANAR of ROI a5.5, B5.5" in w for w in found.warnings)


def test_names_with_blanks_and_an_empty_region(shared_data):
    found = structures(shared_data / "hdr-waterphantom-pytg43" / "HDR" / "RS.HDR.dcm")
    assert {"Water", "HRCTV", "1.5cm"} <= set(found.structures) | set(found.empty_rois)
    assert "Normal tissue" in found.empty_rois
