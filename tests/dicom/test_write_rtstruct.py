"""RT Structure Set: what is read back is what was drawn."""

from dataclasses import replace
from datetime import datetime

import numpy as np
import pydicom
import pytest
from export_case import CENTRE_MM, ball, make_case

from tps.dicom.case import read_case
from tps.dicom.rt.header import Stamp, encode
from tps.dicom.rt.write_rtstruct import Line, Points, build_rtstruct, write_rtstruct
from tps.errors import BadInput
from tps.model import Contour, Structure

STAMP = Stamp(datetime(2025, 1, 3, 10, 30))


@pytest.fixture(scope="module", params=["HFS", "HFP", "FFS", "FFP"])
def folder_and_case(request, tmp_path_factory):
    folder = tmp_path_factory.mktemp(request.param)
    return folder / "ct", make_case(folder, request.param)


@pytest.fixture
def case(folder_and_case):
    return folder_and_case[1]


def square(z=-300.0, half=10.0, centre=(5.0, -12.0)):
    corners = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * half + centre
    return Contour(np.column_stack([corners, np.full(4, z)]))


def test_contours_come_back_to_the_last_written_digit(folder_and_case, tmp_path):
    ct, case = folder_and_case
    drawn = case.structures["GTV"]
    hole = Structure("Ring", (square(), square(half=4.0)), 7, "derived", "AVOIDANCE")
    write_rtstruct(case, [drawn, hole], tmp_path / "rs.dcm", stamp=STAMP)
    again = read_case(ct, tmp_path / "rs.dcm")
    assert set(again.structures) == {"GTV", "Ring"}
    assert again.structures["Ring"].number == 7
    assert not [w for w in again.warnings if "refer" in w or "frame" in w.lower()]
    for name, structure in (("GTV", drawn), ("Ring", hole)):
        read = again.structures[name]
        assert read.interpreted_type == structure.interpreted_type
        assert len(read.contours) == len(structure.contours)
        for a, b in zip(read.contours, structure.contours, strict=True):
            # Six decimals are written.
            assert np.abs(a.points_mm - b.points_mm).max() <= 5.1e-7


def test_each_contour_names_the_slice_it_lies_on(case):
    off = Structure("Between", (square(z=CENTRE_MM[2] + 0.3),))
    dataset = build_rtstruct(case, [case.structures["GTV"], off], stamp=STAMP)
    z = dict(
        zip(
            case.identity.slice_uids,
            case.ct.grid.index_to_world(np.c_[np.zeros((32, 2)), np.arange(32)])[:, 2],
            strict=True,
        )
    )
    for contour in dataset.ROIContourSequence[0].ContourSequence:
        uid = contour.ContourImageSequence[0].ReferencedSOPInstanceUID
        assert z[uid] == pytest.approx(contour.ContourData[2], abs=0.01)
    assert "ContourImageSequence" not in dataset.ROIContourSequence[1].ContourSequence[0]


def test_structure_set_points_to_every_slice_of_the_ct(case):
    dataset = build_rtstruct(case, [case.structures["GTV"]], stamp=STAMP)
    frame = dataset.ReferencedFrameOfReferenceSequence[0]
    series = frame.RTReferencedStudySequence[0].RTReferencedSeriesSequence[0]
    assert frame.FrameOfReferenceUID == case.identity.frame_of_reference_uid
    assert series.SeriesInstanceUID == case.identity.series_uid
    assert [i.ReferencedSOPInstanceUID for i in series.ContourImageSequence] == list(case.identity.slice_uids)
    bare = replace(case, identity=replace(case.identity, slice_uids=()))
    frame = build_rtstruct(bare, [case.structures["GTV"]]).ReferencedFrameOfReferenceSequence[0]
    assert "RTReferencedStudySequence" not in frame


def test_a_contour_longer_than_64_kib_survives(folder_and_case, tmp_path):
    ct, case = folder_and_case
    angle = np.linspace(0, 2 * np.pi, 4000, endpoint=False)
    ring = np.column_stack(
        [5 + 40 * np.cos(angle), -12 + 40 * np.sin(angle), np.full(4000, CENTRE_MM[2] - 1.25)]
    )
    long = Structure("Body", (Contour(ring),), 3, "derived", "EXTERNAL")
    write_rtstruct(case, [long], tmp_path / "rs.dcm")
    assert (tmp_path / "rs.dcm").stat().st_size > 65536 + 8192
    read = read_case(ct, tmp_path / "rs.dcm").structures["Body"].contours[0].points_mm
    assert np.abs(read - ring).max() <= 5.1e-7


def test_needles_are_open_lines_with_a_point_on_each_slice(case):
    line = Line("Needle 1", [[0.0, -60.0, -300.0], [1.0, 0.0, -290.0]])
    dataset = build_rtstruct(case, [case.structures["GTV"]], lines=[line], stamp=STAMP)
    first, *points = dataset.ROIContourSequence[1].ContourSequence
    assert (first.ContourGeometricType, first.NumberOfContourPoints) == ("OPEN_PLANAR", 2)
    assert list(first.ContourData) == [0.0, -60.0, -300.0, 1.0, 0.0, -290.0]
    assert "ContourImageSequence" not in first, "it lies on no single slice"
    assert {p.ContourGeometricType for p in points} == {"POINT"}
    # Slices of 2.5 mm around the middle of 32: at -298.75, -296.25, -293.75 and -291.25.
    heights = [float(p.ContourData[2]) for p in points]
    assert sorted(heights) == pytest.approx([-298.75, -296.25, -293.75, -291.25])
    for point in points:
        x, y, z = map(float, point.ContourData)
        share = (z + 300) / 10
        assert (x, y) == pytest.approx((share, -60 + 60 * share), abs=1e-5)
    assert dataset.RTROIObservationsSequence[1].RTROIInterpretedType == "BRACHY_CHANNEL"


def test_seeds_are_points_on_the_slice_they_lie_in(folder_and_case):
    folder, case = folder_and_case
    files = {f.SOPInstanceUID: f for f in map(pydicom.dcmread, sorted(folder.glob("*.dcm")))}
    places = [[0.0, -10.0, -300.2], [3.0, -10.0, -299.9], [3.0, -10.0, 900.0]]
    dataset = build_rtstruct(case, [], lines=[Points("Seeds", places)], stamp=STAMP)
    contours = dataset.ROIContourSequence[0].ContourSequence
    assert [list(c.ContourData) for c in contours] == places
    assert {(c.ContourGeometricType, c.NumberOfContourPoints) for c in contours} == {("POINT", 1)}
    for contour, place in zip(contours[:2], places[:2], strict=True):
        file = files[contour.ContourImageSequence[0].ReferencedSOPInstanceUID]
        assert abs(float(file.ImagePositionPatient[2]) - place[2]) <= 1.25
    assert "ContourImageSequence" not in contours[2], "outside the scan"
    assert dataset.RTROIObservationsSequence[0].RTROIInterpretedType == "MARKER"
    with pytest.raises(ValueError, match="one point or more"):
        Points("Seeds", np.zeros((0, 3)))


def test_roi_numbers_are_kept_where_free_and_fresh_where_not(case):
    rois = [Structure(n, (square(),), number) for n, number in (("a", 5), ("b", 0), ("c", 5), ("d", 2))]
    dataset = build_rtstruct(case, rois, stamp=STAMP)
    assert [int(r.ROINumber) for r in dataset.StructureSetROISequence] == [5, 1, 3, 2]
    assert [int(r.ReferencedROINumber) for r in dataset.ROIContourSequence] == [5, 1, 3, 2]
    assert [int(r.ReferencedROINumber) for r in dataset.RTROIObservationsSequence] == [5, 1, 3, 2]


def test_origin_of_each_roi_is_said(case):
    rois = [Structure(o, (square(),), 0, o) for o in ("contoured", "derived", "entered")]
    dataset = build_rtstruct(case, rois, stamp=STAMP)
    assert [r.ROIGenerationAlgorithm for r in dataset.StructureSetROISequence] == ["", "AUTOMATIC", "MANUAL"]
    assert "not for clinical use" in dataset.SeriesDescription
    assert dataset.ApprovalStatus == "UNAPPROVED"


def test_same_content_same_bytes(case):
    first, again = (encode(build_rtstruct(case, [case.structures["GTV"]], stamp=STAMP)) for _ in range(2))
    assert first == again


def test_numbers_are_written_plainly(case, tmp_path):
    tiny = Contour([[-1e-9, 0.0, -300.0], [2e-7, 1.25e-5, -300.0], [3.0, 2.0, -300.0]])
    write_rtstruct(case, [Structure("x", (tiny,))], tmp_path / "rs.dcm")
    assert b"0\\0\\-300\\0\\0.000012\\-300\\3\\2\\-300" in (tmp_path / "rs.dcm").read_bytes()


def test_what_cannot_be_written_is_refused(case):
    target = case.structures["GTV"]
    with pytest.raises(BadInput, match="no structure"):
        build_rtstruct(case, [])
    with pytest.raises(BadInput, match="two ROIs"):
        build_rtstruct(case, [target, target])
    with pytest.raises(BadInput, match="64 characters"):
        build_rtstruct(case, [replace(target, name="x" * 65)])
    with pytest.raises(BadInput, match="Label"):
        build_rtstruct(case, [target], label="more than sixteen characters")
    with pytest.raises(ValueError, match="two points"):
        Line("Needle 1", [[0.0, 0.0, 0.0]])


def test_ball_keeps_its_volume(folder_and_case, tmp_path):
    ct, case = folder_and_case
    write_rtstruct(case, [ball(case.ct.grid, CENTRE_MM, 20.0)], tmp_path / "rs.dcm")
    read = read_case(ct, tmp_path / "rs.dcm").structures["GTV"]
    area = sum(
        abs(np.cross(c.points_mm, np.roll(c.points_mm, -1, axis=0))[:, 2].sum()) / 2 for c in read.contours
    )
    # Slices 2.5 mm apart through a ball of 20 mm radius: the sum over slices is right to 0.5 %.
    assert area * 2.5 == pytest.approx(4 / 3 * np.pi * 20.0**3, rel=0.01)
