"""Regions that cannot be used: left out with a loud warning, refused by their reason where they are used."""

import tracemalloc
from dataclasses import replace

import numpy as np
import pytest
from drawn_regions import ball, moved, read, ring
from made_dicom import FRAME, SERIES, ct_slices, rtstruct, square, write, write_series
from pydicom import Dataset, dcmread
from pydicom.dataelem import RawDataElement
from pydicom.tag import Tag
from pydicom.uid import ExplicitVRBigEndian

from tps.batch.find.regions import choose_targets
from tps.dicom.case import read_case
from tps.dicom.contours.region import LONGEST_MM
from tps.dicom.file.dicom_file import DicomFile
from tps.dicom.inventory import take_inventory
from tps.dicom.rt.frames import in_frame
from tps.dicom.rt.roi_names import with_fitting_names
from tps.dicom.rt.rtstruct_read import read_structure_set
from tps.errors import BadInput
from tps.model import Contour, Structure
from tps.model.names import LEFT_OUT
from tps.pipeline.contour_grid import contour_grid

Z = (32.5, 35.0)
GOOD = [square(-8, -2, z) for z in Z]


def parsed(dataset):
    return read_structure_set(DicomFile("rs.dcm", "", dataset, None))


def case_of(tmp_path, dataset):
    write_series(ct_slices(), tmp_path / "ct")
    return read_case(tmp_path / "ct", write(dataset, tmp_path / "rs.dcm"))


def first_contour(dataset):
    return dataset.ROIContourSequence[0].ContourSequence[0]


def set_nan(dataset):
    text = b"\\".join([b"NaN"] * 12)
    text += b" " * (len(text) % 2)
    tag = Tag("ContourData")
    first_contour(dataset)[tag] = RawDataElement(tag, "DS", len(text), text, 0, False, True)


def claim_twice(dataset):
    dataset.ROIContourSequence[1].ReferencedROINumber = 1


DAMAGE = {
    "type": (lambda d: setattr(first_contour(d), "ContourGeometricType", "ROUND"), ("'ROUND'", "contour 1")),
    "no type": (lambda d: delattr(first_contour(d), "ContourGeometricType"), ("Geometric Type ''",)),
    "thirds": (lambda d: setattr(first_contour(d), "ContourData", [1, 2, 3, 4]), ("4 numbers", "contour 1")),
    "count": (lambda d: setattr(first_contour(d), "NumberOfContourPoints", 5), ("is 5, but there are 4",)),
    "no data": (lambda d: delattr(first_contour(d), "ContourData"), ("Contour Data is missing",)),
    "not a number": (set_nan, ("Contour Data is not finite",)),
    "bent": (
        lambda d: setattr(first_contour(d), "ContourData", [0, 0, 30, 8, 0, 30, 8, 8, 34, 0, 8, 30]),
        ("parallel planes", "2.00 mm"),
    ),
    "far": (
        lambda d: setattr(first_contour(d), "ContourData", [0, 0, 30, 1.2e7, 0, 30, 8, 8, 30]),
        ("reach over 1.2e+04 m",),
    ),
    "two items": (claim_twice, ("several items of the ROI Contour Sequence claim its number 1",)),
}


@pytest.mark.parametrize("kind", DAMAGE)
def test_one_bad_region_is_left_out_and_the_others_are_read(tmp_path, kind):
    change, words = DAMAGE[kind]
    dataset = rtstruct({"Marker": GOOD, "b": [], "GTV": [square(0, 4, z) for z in Z]})
    change(dataset)
    if kind == "far":
        first_contour(dataset).NumberOfContourPoints = 3
    case = case_of(tmp_path, dataset)
    assert list(case.structures) == ["GTV"] and len(case.structures["GTV"].contours) == 2
    (warning,) = [w for w in case.warnings if LEFT_OUT in w]
    assert warning == f"ROI 'Marker' IS LEFT OUT: {case.left_out['Marker']}"
    with pytest.raises(BadInput, match="'Marker' cannot be used") as caught:
        case.structure("Marker")
    for word in words:
        assert word in case.left_out["Marker"] and word in str(caught.value)
    assert "rs.dcm" in str(caught.value) and "one of: GTV" in str(caught.value)


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_bad_region_alone_refuses_the_set(kind):
    change, words = DAMAGE[kind]
    dataset = rtstruct({"Marker": GOOD} | ({"b": []} if kind == "two items" else {}))
    change(dataset)
    if kind == "far":
        first_contour(dataset).NumberOfContourPoints = 3
    with pytest.raises(BadInput) as caught:
        parsed(dataset)
    for word in words:
        assert word in str(caught.value)


def test_two_items_for_one_number_never_swap_contours():
    """The last of them won, so that a target took the contours of an organ."""
    dataset = rtstruct({"GTV": [square(0, 4, z) for z in Z], "Organ": GOOD, "Other": GOOD})
    dataset.ROIContourSequence[1].ReferencedROINumber = 1
    found = parsed(dataset)
    assert list(found.structures) == ["Other"] and found.empty_rois == ("Organ",)
    assert "several items" in found.left_out["GTV"]


def test_two_types_of_one_region_are_none():
    dataset = rtstruct({"GTV": GOOD})
    again = Dataset()
    again.ReferencedROINumber, again.RTROIInterpretedType = 1, "ORGAN"
    dataset.RTROIObservationsSequence.append(again)
    found = parsed(dataset)
    assert found.structures["GTV"].interpreted_type == ""
    assert any("has the types 'GTV' and 'ORGAN': taken as none" in w for w in found.warnings)
    again.RTROIInterpretedType = "GTV"
    assert parsed(dataset).structures["GTV"].interpreted_type == "GTV"


# --- frames of reference ---------------------------------------------------------------------------------


def mixed(images=()):
    """A region drawn on an MR, one on the CT, one that names no frame."""
    dataset = rtstruct({"GTV_MR": GOOD, "Organ": GOOD, "b": GOOD}, images=images)
    dataset.StructureSetROISequence[0].ReferencedFrameOfReferenceUID = "1.9"
    dataset.StructureSetROISequence[2].ReferencedFrameOfReferenceUID = ""
    return dataset


def test_a_region_of_another_frame_of_reference_is_left_out_by_name(tmp_path):
    case = case_of(tmp_path, mixed())
    assert list(case.structures) == ["Organ", "b"]
    assert "another frame of reference" in case.left_out["GTV_MR"]
    with pytest.raises(BadInput, match="'GTV_MR' cannot be used: it lies in another frame"):
        case.structure("GTV_MR")
    assert not any("1.9" in w for w in case.warnings)  # an identifier of a scan


def test_a_region_whose_contours_name_the_scans_images_lies_in_its_frame(tmp_path):
    case = case_of(tmp_path, mixed(images=[f"{SERIES}.2"]))
    assert list(case.structures) == ["GTV_MR", "Organ", "b"] and case.left_out == {}


def test_regions_of_other_frames_only_are_refused(tmp_path):
    dataset = mixed()
    del dataset.StructureSetROISequence[1:], dataset.ROIContourSequence[1:]
    frame = Dataset()
    frame.FrameOfReferenceUID = FRAME
    dataset.ReferencedFrameOfReferenceSequence = [frame]
    with pytest.raises(BadInput, match="all regions belong to another scan") as caught:
        case_of(tmp_path, dataset)
    assert "GTV_MR" in str(caught.value) and FRAME in str(caught.value)


def test_frames_count_for_a_plan_of_the_batch_too():
    found = parsed(mixed())
    assert list(in_frame(found, FRAME, (), "RTSTRUCT").structures) == ["Organ", "b"]
    assert in_frame(found, "", (), "") is found and in_frame(found, "1.7", (), "") is found


def test_inspect_names_what_is_left_out(tmp_path):
    write_series(ct_slices(), tmp_path)
    write(mixed(), tmp_path / "rs.dcm")
    (found,) = take_inventory(tmp_path).objects
    assert "left out: GTV_MR" in found.summary and found.rois == ("Organ", "b")
    assert found.warnings[0].startswith("ROI 'GTV_MR' IS LEFT OUT")


# --- targets and organs of a batch -----------------------------------------------------------------------


def test_a_planned_target_that_is_left_out_is_not_replaced_by_another():
    found = read(ball((0, 0, 0), 8))
    found = replace(found, left_out={"GTV": "bad"}, structures={"PTV": found.structures["GTV"]})
    for asked, planned in ((("GTV",), ()), ((), ("GTV",))):
        with pytest.raises(BadInput, match="'GTV' cannot be used: bad"):
            choose_targets(found, asked, planned)


def test_names_of_the_input_are_understood():
    found = with_fitting_names(read(ball((0, 0, 0), 8)))
    found = replace(found, renamed={"long": "GTV"})
    assert choose_targets(found, ("long",), ()) == ("GTV",) == choose_targets(found, (), ("long",))


def test_regions_of_two_places_make_no_grid():
    near, far = ball((0, 0, 0), 8), moved(ball((0, 0, 0), 8), 2 * LONGEST_MM, 0, 0)
    structures = {n: Structure(n, tuple(map(Contour, c))) for n, c in (("a", near), ("b", far))}
    found = replace(read(near), structures=structures)
    with pytest.raises(BadInput, match="the regions lie 5.02 m apart"):
        contour_grid(found, ("a", "b"))


def test_contours_metres_away_take_no_memory():
    far = ball((0, 0, 0), 10)[:-1] + [ring((12_000, 0), 5, 10)]
    tracemalloc.start()
    found = read(far)
    size = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert "reach over 12.02 m" in found.left_out["GTV"] and size < 20e6


# --- long contours in explicit VR ------------------------------------------------------------------------


@pytest.mark.filterwarnings("ignore:The value for the data element")
@pytest.mark.parametrize("big_endian", [False, True])
def test_contours_of_more_than_64_kilobytes_in_explicit_vr(tmp_path, big_endian):
    """pydicom, and others, call them unknown (UN): a decimal string has a length of 16 bits there."""
    points = ring((0, 0), 8.123456, 32.5, 5000)
    dataset = rtstruct({"GTV": [points, ring((0, 0), 8, 35.0)]})
    if big_endian:
        dataset.file_meta.TransferSyntaxUID = ExplicitVRBigEndian
    path = write(dataset, tmp_path / "rs.dcm")
    item = dcmread(path).ROIContourSequence[0].ContourSequence[0]
    assert item.get_item("ContourData").VR == "UN" and len(item.get_item("ContourData").value) > 2**16
    found = case_of(tmp_path, dataset).structures["GTV"]
    np.testing.assert_allclose(found.contours[0].points_mm, np.round(points, 6), atol=1e-9)
