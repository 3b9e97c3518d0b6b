"""RTSTRUCT reading: contours as drawn, and a refusal where they belong to another scan."""

import numpy as np
import pytest
from made_dicom import FRAME, SERIES, ct_slices, rtstruct, square, write, write_series

from tps.dicom.case import read_case
from tps.dicom.contours.clean import plane_normal
from tps.dicom.file.dicom_file import open_header
from tps.dicom.file.file_source import list_blobs
from tps.dicom.rt.rtstruct_read import read_structure_set
from tps.errors import BadInput, UnknownName

Z = (32.5, 35.0)  # two planes of the made CT


def read(tmp_path, rois, **options):
    path = write(rtstruct(rois, **options), tmp_path / "rs.dcm")
    return read_structure_set(open_header(list_blobs(path)[0]))


def case_of(tmp_path, dataset, **ct):
    write_series(ct_slices(**ct), tmp_path / "ct")
    return read_case(tmp_path / "ct", write(dataset, tmp_path / "rs.dcm"))


def refused(call, *words):
    with pytest.raises(BadInput) as caught:
        call()
    for word in words:
        assert word in str(caught.value), str(caught.value)
    assert "Made" not in str(caught.value)


def area_of(contours, step=0.05):
    """Area by even-odd counting on a fine raster, all contours of one plane together."""
    points = np.concatenate([c.points_mm for c in contours])
    low, high = points.min(0) - 1, points.max(0) + 1
    x = np.arange(low[0], high[0], step) + step / 3
    y = np.arange(low[1], high[1], step) + step / 3
    odd = np.zeros((len(y), len(x)), bool)
    for c in contours:
        a, b = c.points_mm[:, :2], np.roll(c.points_mm[:, :2], -1, axis=0)
        for (x0, y0), (x1, y1) in zip(a, b, strict=True):
            rows = (y >= y0) != (y >= y1)
            cross = x0 + (y[rows] - y0) / (y1 - y0) * (x1 - x0) if y1 != y0 else y[rows]
            odd[rows] ^= x[None, :] < cross[:, None]
    return odd.sum() * step**2


RING = [
    (0, 0), (8, 0), (8, 8), (0, 8), (0, 0), (2, 2), (2, 6), (6, 6), (6, 2), (2, 2),
]  # fmt: skip
RING_POINTS = np.column_stack([RING, np.full(len(RING), Z[0])]).astype(float)


def test_contours_are_kept_as_drawn(tmp_path):
    polygon = np.array([(1.23456, 2, Z[0]), (9.5, 2, Z[0]), (5, 9.25, Z[0])])
    found = read(tmp_path, {"GTV": [polygon, square(1, 3, Z[1]), square(5, 7, Z[1])]})
    structure = found.structures["GTV"]
    np.testing.assert_allclose(structure.contours[0].points_mm, polygon, rtol=0, atol=1e-9)
    assert len(structure.contours) == 3
    assert (structure.number, structure.interpreted_type, structure.origin) == (1, "GTV", "contoured")
    assert found.label == "made" and found.frame_of_reference_uids == {FRAME}


def test_values_of_more_than_sixteen_characters(tmp_path):
    dataset = rtstruct({"GTV": [square(1, 3, Z[0])]})
    item = dataset.ROIContourSequence[0].ContourSequence[0]
    text = "\\".join(["1.000000000000001234", "2.0", "32.5", "3.0", "2.0", "32.5", "3.0", "4.0", "32.5"])
    del item.ContourData
    item.add_new(0x30060050, "UT", text)
    item.NumberOfContourPoints = 3
    write(dataset, tmp_path / "rs.dcm")
    content = (tmp_path / "rs.dcm").read_bytes()
    # Under the true value representation, as a careless writer leaves it on disk.
    long_form = b"\x06\x30\x50\x00UT\x00\x00" + (len(text) + len(text) % 2).to_bytes(4, "little")
    short_form = b"\x06\x30\x50\x00DS" + (len(text) + len(text) % 2 + 4).to_bytes(2, "little") + b"    "
    assert long_form in content
    (tmp_path / "rs.dcm").write_bytes(content.replace(long_form, short_form))
    found = read_structure_set(open_header(list_blobs(tmp_path / "rs.dcm")[0]))
    assert found.structures["GTV"].contours[0].points_mm[0, 0] == pytest.approx(1.000000000000001, abs=1e-15)


def test_exclusive_or_hole(tmp_path):
    found = read(tmp_path, {"GTV": [square(0, 8, Z[0]), square(2, 6, Z[0])]})
    assert area_of(found.structures["GTV"].contours) == pytest.approx(64 - 16, abs=0.5)


def test_xor_contour_type(tmp_path):
    found = read(tmp_path, {"GTV": [("CLOSEDPLANAR_XOR", square(0, 8, Z[0]))]})
    assert len(found.structures["GTV"].contours) == 1


def test_keyhole_is_split_into_its_rings(tmp_path):
    found = read(tmp_path, {"GTV": [RING_POINTS]})
    contours = found.structures["GTV"].contours
    assert sorted(len(c.points_mm) for c in contours) == [4, 4]
    assert area_of(contours) == pytest.approx(64 - 16, abs=0.5)
    assert any("keyhole" in w for w in found.warnings)


def test_keyhole_with_the_cut_between_vertices_and_two_holes(tmp_path):
    hole_1 = [(4, 0), (4, 2), (6, 2), (6, 4), (4, 4), (4, 2), (4, 0)]
    hole_2 = [(4, 12), (4, 10), (6, 10), (6, 8), (4, 8), (4, 10), (4, 12)]
    ring = [(0, 0), *hole_1, (12, 0), (12, 12), *hole_2, (0, 12)]
    found = read(tmp_path, {"GTV": [np.column_stack([ring, np.full(len(ring), Z[0])])]})
    contours = found.structures["GTV"].contours
    assert len(contours) == 3
    assert area_of(contours) == pytest.approx(144 - 4 - 4, abs=1.0)


def test_repeated_points_fall_out(tmp_path):
    points = np.repeat(square(0, 8, Z[0]), 2, axis=0)
    found = read(tmp_path, {"GTV": [np.concatenate([points, points[:1]])]})
    assert len(found.structures["GTV"].contours[0].points_mm) == 4
    assert not any("GTV" in w for w in found.warnings)


def test_a_contour_drawn_twice_counts_once(tmp_path):
    found = read(tmp_path, {"GTV": [square(0, 8, Z[0]), np.roll(square(0, 8, Z[0]), 1, axis=0)]})
    assert len(found.structures["GTV"].contours) == 1
    assert any("twice" in w for w in found.warnings)


def test_a_vertex_out_of_a_smooth_contour_is_a_warning(tmp_path):
    angle = np.arange(40) * 2 * np.pi / 40
    circle = np.column_stack([20 * np.cos(angle), 20 * np.sin(angle), np.full(40, Z[0])])
    assert not any("spike" in w for w in read(tmp_path, {"GTV": [circle]}).warnings)
    circle[7] += (2.0, 2.0, 0)
    assert any("spike at [11.1, 19.8, 32.5] mm" in w for w in read(tmp_path, {"GTV": [circle]}).warnings)
    box = np.array([(x, y) for x in range(9) for y in range(9) if x in (0, 8) or y in (0, 8)], float)
    around = np.argsort(np.arctan2(box[:, 1] - 4, box[:, 0] - 4))
    corners = np.column_stack([3 * box[around], np.full(len(box), Z[0])])
    assert not any("spike" in w for w in read(tmp_path, {"GTV": [corners]}).warnings)


def test_contours_that_cross_are_a_warning(tmp_path):
    crossing = [square(0, 8, Z[0]), square(6, 14, Z[0]), square(0, 8, Z[1])]
    found = read(tmp_path, {"GTV": crossing})
    assert any("cross each other on 1 plane(s), first at 32.5 mm" in w for w in found.warnings)
    sagittal = read(tmp_path, {"GTV": [c[:, [2, 0, 1]] for c in crossing]})
    assert any("cross each other on 1 plane(s)" in w for w in sagittal.warnings)
    half = [square(0, 8, Z[0]), square(4, 12, Z[0]), square(0, 4, Z[1])]
    refused(lambda: read(tmp_path, {"GTV": half}), "cross each other on 1 plane(s)", "12 % of its volume")
    for other in (square(8, 12, Z[0]), square(2, 6, Z[0]), square(20, 24, Z[0]), square(4, 12, Z[1])):
        found = read(tmp_path, {"GTV": [square(0, 8, Z[0]), other]})
        assert not any("cross" in w for w in found.warnings)


def test_a_figure_of_eight_without_net_area_has_no_plane():
    eight = np.array([(0, 0, 0), (4, 4, 4), (4, 0, 4), (0, 4, 0)], float)
    assert plane_normal([eight - eight.mean(0)], np.array([0, 0, 1.0])) is None


def test_open_lines_points_and_slivers_are_ignored_by_name(tmp_path):
    line = [(0, 0, Z[0]), (5, 5, Z[0]), (10, 10, Z[0])]
    found = read(
        tmp_path,
        {
            "GTV": [square(0, 8, Z[0]), line],
            "Needle 1": [("OPEN_NONPLANAR", line)],
            "Iso": [("POINT", line[:1])],
        },
    )
    assert list(found.structures) == ["GTV"] and found.empty_rois == ("Needle 1", "Iso")
    text = " | ".join(found.warnings)
    for words in ("1 x closed contour without area of ROI GTV", "OPEN_NONPLANAR of ROI Needle 1", "POINT"):
        assert words in text


def test_empty_roi_and_unknown_name(tmp_path):
    case = case_of(tmp_path, rtstruct({"GTV": [square(-8, -2, Z[0])], "Areola": []}))
    assert case.empty_rois == ("Areola",)
    with pytest.raises(UnknownName, match="one of: GTV"):
        case.structure("gtv")


def test_roi_without_contour_item(tmp_path):
    dataset = rtstruct({"GTV": [square(0, 8, Z[0])], "Liver": []})
    del dataset.ROIContourSequence[1]
    path = write(dataset, tmp_path / "rs.dcm")
    assert read_structure_set(open_header(list_blobs(path)[0])).empty_rois == ("Liver",)


def test_equal_names_are_told_apart(tmp_path):
    dataset = rtstruct({"a": [square(0, 8, Z[0])], "b": [square(0, 4, Z[0])]})
    for roi in dataset.StructureSetROISequence:
        roi.ROIName = " GTV "
    path = write(dataset, tmp_path / "rs.dcm")
    found = read_structure_set(open_header(list_blobs(path)[0]))
    assert list(found.structures) == ["GTV (ROI 1)", "GTV (ROI 2)"]
    assert any("2 ROIs are named 'GTV'" in w for w in found.warnings)


def test_contours_without_a_region_are_mentioned(tmp_path):
    dataset = rtstruct({"a": [square(0, 8, Z[0])], "b": [square(0, 4, Z[0])]})
    del dataset.StructureSetROISequence[1], dataset.RTROIObservationsSequence
    path = write(dataset, tmp_path / "rs.dcm")
    found = read_structure_set(open_header(list_blobs(path)[0]))
    text = " | ".join(found.warnings)
    assert "ROI numbers [2]" in text and "no ROI types" in text


def test_contours_of_sagittal_planes(tmp_path):
    turned = [square(0, 8, x)[:, [2, 0, 1]] for x in (1.0, 2.0, 3.0)]
    found = read(tmp_path, {"GTV": turned})
    assert len(found.structures["GTV"].contours) == 3
    assert any("not parallel to the CT slices" in w for w in found.warnings)


def test_a_warped_contour_is_refused(tmp_path):
    bent = square(0, 8, Z[0])
    bent[0, 2] += 2.0
    refused(lambda: read(tmp_path, {"GTV": [bent]}), "parallel planes", "1.00 mm", "'GTV'")
    crossed = [square(0, 8, Z[0]), square(0, 4, 1.0)[:, [2, 0, 1]]]
    refused(lambda: read(tmp_path, {"GTV": crossed}), "parallel planes", "'GTV'")


def spoiled(tmp_path, change):
    dataset = rtstruct({"GTV": [square(0, 8, Z[0])], "b": [square(0, 4, Z[0])]})
    change(dataset)
    path = write(dataset, tmp_path / "rs.dcm")
    return lambda: read_structure_set(open_header(list_blobs(path)[0]))


def first_contour(dataset):
    return dataset.ROIContourSequence[0].ContourSequence[0]


@pytest.mark.parametrize(
    "change, words",
    [
        (lambda d: setattr(d, "SOPClassUID", "1.2.840.10008.5.1.4.1.1.2"), ("not a structure set",)),
        (lambda d: setattr(d, "StructureSetROISequence", []), ("no regions of interest",)),
        (lambda d: delattr(d, "ROIContourSequence"), ("no contours in it",)),
        (lambda d: setattr(d.StructureSetROISequence[1], "ROINumber", 1), ("same ROI Number",)),
        (lambda d: setattr(d.StructureSetROISequence[1], "ROINumber", None), ("ROI Number is missing",)),
    ],
)
def test_malformed_structure_sets(tmp_path, change, words):
    refused(spoiled(tmp_path, change), *words)


def test_truncated_anywhere(tmp_path):
    """Cut at 200 places: refused, or equal, or (cut between two elements at the end) with a warning."""
    path = write(rtstruct({"GTV": [square(0, 8, Z[0]), square(0, 8, Z[1])]}), tmp_path / "rs.dcm")
    content = path.read_bytes()
    for cut in np.linspace(0, len(content) - 1, 200).astype(int):
        path.write_bytes(content[:cut])
        try:
            found = read_structure_set(open_header(list_blobs(path)[0]))
        except BadInput as error:
            assert "rs.dcm" in str(error)
        else:
            assert len(found.structures["GTV"].contours) == 2 and found.warnings


# --- structures against the CT ---------------------------------------------------------------------------


def test_a_matching_pair_has_nothing_to_say(tmp_path):
    case = case_of(tmp_path, rtstruct({"GTV": [square(-8, -2, z) for z in Z]}, images=[f"{SERIES}.2"]))
    assert case.warnings == ()
    assert case.identity.structure_set_uid == "1.2.3.4.9" and "1.2.3.4.9" in case.files
    assert len(case.files) == 5


def test_foreign_images_are_a_warning(tmp_path):
    case = case_of(tmp_path, rtstruct({"GTV": [square(-8, -2, z) for z in Z]}, images=["1.9.9"]))
    assert any("1 image(s) that are not in this series" in w for w in case.warnings)


def test_contours_between_slices_are_kept(tmp_path):
    case = case_of(tmp_path, rtstruct({"GTV": [square(-8, -2, 33.7), square(-8, -2, 35.0)]}))
    assert case.structures["GTV"].contours[0].points_mm[0, 2] == 33.7
    assert any("1 of 2 contours lie between CT slices" in w for w in case.warnings)


def test_one_contour(tmp_path):
    case = case_of(tmp_path, rtstruct({"GTV": [square(-8, -2, 35.0)]}))
    assert any("single contour" in w for w in case.warnings)


def test_another_scan_is_refused(tmp_path):
    rois = {"GTV": [square(-8, -2, z) for z in Z]}
    other = rtstruct(rois, frame="1.9", study="1.8")
    refused(lambda: case_of(tmp_path, other), "another scan", "1.9", "of another study", FRAME)
    other = rtstruct(rois, frame="1.9")
    refused(lambda: case_of(tmp_path, other), "another scan", "1.9")


def test_another_frame_but_these_images(tmp_path):
    case = case_of(
        tmp_path, rtstruct({"GTV": [square(-8, -2, z) for z in Z]}, images=[f"{SERIES}.2"], frame="1.9")
    )
    assert any("they name its images" in w for w in case.warnings)


def test_without_any_frame_the_study_decides(tmp_path):
    rois = {"GTV": [square(-8, -2, z) for z in Z]}
    case = case_of(tmp_path, rtstruct(rois, frame=""))
    assert any("of one study" in w for w in case.warnings)
    refused(lambda: case_of(tmp_path, rtstruct(rois, frame="", study="1.8")), "nothing ties")


def test_contours_out_of_the_scan(tmp_path):
    far = [square(500, 508, z) for z in Z]
    refused(lambda: case_of(tmp_path, rtstruct({"GTV": far})), "outside the scan", "GTV")
    near = {"GTV": far, "b": [square(-8, -2, z) for z in Z], "c": [square(-30, -2, z) for z in Z]}
    case = case_of(tmp_path, rtstruct(near))
    assert any("'GTV' lies outside" in w for w in case.warnings)
    assert any("'c' reaches beyond" in w for w in case.warnings)


def test_another_patient_id_is_a_warning(tmp_path):
    dataset = rtstruct({"GTV": [square(-8, -2, z) for z in Z]})
    dataset.PatientID = "SOMEBODY"
    case = case_of(tmp_path, dataset)
    assert any("different Patient IDs" in w and "SOMEBODY" not in w for w in case.warnings)


def test_a_folder_with_one_structure_set_will_do(tmp_path):
    write_series(ct_slices(), tmp_path / "ct")
    write(rtstruct({"GTV": [square(-8, -2, z) for z in Z]}), tmp_path / "ct" / "rs.dcm")
    assert list(read_case(tmp_path / "ct", tmp_path / "ct").structures) == ["GTV"]
    write(rtstruct({"GTV": [square(-8, -2, z) for z in Z]}), tmp_path / "ct" / "second.dcm")
    refused(lambda: read_case(tmp_path / "ct", tmp_path / "ct"), "2 structure sets", "second.dcm")
    write_series(ct_slices(), tmp_path / "only")
    refused(lambda: read_case(tmp_path / "only", tmp_path / "only"), "0 structure sets")
    (tmp_path / "text.txt").write_text("no")
    refused(lambda: read_case(tmp_path / "only", tmp_path / "text.txt"), "0 structure sets")
