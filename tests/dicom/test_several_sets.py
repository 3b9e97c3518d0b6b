"""Targets from one file and organs from another, given together."""

import json

import numpy as np
import pytest
from drawn_shapes import polar_ring
from made_dicom import ct_slices, rtstruct, square, write, write_series
from made_masks import NAMES, labels_on, save, save_multilabel, segmentation

from tps.dicom.case import read_case
from tps.errors import BadInput

GTV = {"GTV": [square(-8, -2, z) for z in (32.5, 35.0)], "Empty": [], "liver part": []}


@pytest.fixture
def ct(tmp_path):
    return write_series(ct_slices(), tmp_path / "ct")


@pytest.fixture
def drawn(tmp_path):
    return write(rtstruct(GTV), tmp_path / "rs.dcm")


@pytest.fixture
def organs(tmp_path, ct):
    grid = read_case(ct).ct.grid
    return save_multilabel(tmp_path / "total.nii.gz", labels_on(grid), grid, NAMES | {7: "spleen"})


def test_targets_by_a_person_and_organs_by_a_segmenter(ct, drawn, organs):
    alone = [read_case(ct, path) for path in (drawn, organs)]
    case = read_case(ct, [drawn, organs])
    assert list(case.structures) == ["GTV", *NAMES.values()]
    assert case.empty_rois == ("Empty", "spleen"), "what the other one has is not empty"
    assert case.identity.structure_set_uid == alone[0].identity.structure_set_uid != ""
    assert case.structures_from == f"{drawn}, {organs}"
    for one in alone:
        assert set(one.warnings) <= set(case.warnings)
        assert set(one.files.values()) <= set(case.files.values())
        for name, structure in one.structures.items():
            for a, b in zip(structure.contours, case.structures[name].contours, strict=True):
                np.testing.assert_array_equal(a.points_mm, b.points_mm)


def test_the_order_does_not_matter(ct, drawn, organs):
    one, other = read_case(ct, [drawn, organs]), read_case(ct, [organs, drawn])
    assert set(one.structures) == set(other.structures) and set(one.empty_rois) == set(other.empty_rois)
    assert one.identity == other.identity and set(one.files.values()) == set(other.files.values())


def test_a_region_that_both_have(tmp_path, ct, organs):
    grid = read_case(ct).ct.grid
    again = save(tmp_path / "lesion.nii.gz", (labels_on(grid) == 4).astype(np.uint8), grid)
    with pytest.raises(BadInput, match="'lesion' is in both of them") as caught:
        read_case(ct, [organs, again])
    assert "total.nii.gz" in str(caught.value) and "lesion.nii.gz" in str(caught.value)


def test_names_go_to_the_one_label_map(tmp_path, ct, drawn):
    grid = read_case(ct).ct.grid
    plain = save(tmp_path / "plain.nii.gz", labels_on(grid), grid)
    names = tmp_path / "names.json"
    names.write_text(json.dumps(NAMES))
    case = read_case(ct, [drawn, plain], labels_path=names)
    assert list(case.structures) == ["GTV", *NAMES.values()]
    seg = write(segmentation(labels_on(grid), ct_slices()), tmp_path / "seg.dcm")
    with pytest.raises(BadInput, match="0 label maps"):
        read_case(ct, [drawn, seg], labels_path=names)
    with pytest.raises(BadInput, match="2 label maps"):
        read_case(ct, [plain, plain], labels_path=names)


def test_one_set_of_another_scan_spoils_all(tmp_path, ct, organs):
    other = write(rtstruct(GTV, frame="1.9", study="1.8"), tmp_path / "other.dcm")
    with pytest.raises(BadInput, match="another scan") as caught:
        read_case(ct, [organs, other])
    assert "other.dcm" in str(caught.value)


def test_organs_are_compared_across_the_files(tmp_path):
    """A cord drawn by hand in front of a heart by a segmenter: one of the two is turned round."""
    shape = (24, 40, 40)
    ct = write_series(ct_slices(shape, 5.0, (5.0, 5.0), (-97.5, -97.5, 0)), tmp_path / "ct")
    grid = read_case(ct).ct.grid
    z = np.arange(10.0, 111, 5)
    cord = {"spinal_cord": [polar_ring(lambda angle: 8.0, (0, -60), height, 24) for height in z]}
    values = np.zeros(shape, np.uint8)
    values[4:18, 22:30, 16:26] = 1
    heart = save(tmp_path / "heart.nii.gz", values, grid)
    drawn = write(rtstruct(cord), tmp_path / "rs.dcm")
    for one in (drawn, heart):
        read_case(ct, one)
    with pytest.raises(BadInput, match="spinal_cord lies .* in front of heart"):
        read_case(ct, [drawn, heart])
