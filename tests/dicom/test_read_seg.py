"""DICOM SEG: the structures have the volume of their frames, where the frames are, or are refused."""

from copy import deepcopy

import numpy as np
import pytest
from made_dicom import FRAME, ct_slices, write, write_series
from made_masks import ball_on, frames_of, labels_on, segmentation, set_frames

from tps.dicom.case import read_case, read_structures
from tps.dicom.file import pixels
from tps.dicom.file.dicom_file import open_header
from tps.dicom.file.file_source import list_blobs
from tps.dicom.masks.seg import read_segmentation
from tps.errors import BadInput
from tps.geometry.solid import build_solid
from tps.model import Grid


@pytest.mark.parametrize("kind", ["BINARY", "FRACTIONAL", "LABELMAP"])
@pytest.mark.parametrize("axes", [None, [[-1, 0, 0], [0, -1, 0]]])
def test_segmentations(tmp_path, kind, axes):
    ct = ct_slices(axes=axes)
    grid = read_case(write_series(ct, tmp_path / "ct")).ct.grid
    values = labels_on(grid)
    path = write(segmentation(values, ct_slices(axes=axes), kind), tmp_path / "seg.dcm")
    case = read_case(tmp_path / "ct", path)
    assert list(case.structures) == ["Liver", "GTV"] and case.empty_rois == ("Nothing",)
    assert case.structures["GTV"].number == 4
    for label, name in ((1, "Liver"), (4, "GTV")):
        expected = np.argwhere(values == label)[:, ::-1]
        index = grid.world_to_index(np.concatenate([c.points_mm for c in case.structures[name].contours]))
        np.testing.assert_allclose(index.min(0), expected.min(0) - (0.5, 0.5, 0), atol=1e-6)
        np.testing.assert_allclose(index.max(0), expected.max(0) + (0.5, 0.5, 0), atol=1e-6)
    assert case.identity.structure_set_uid == "1.2.3.4.40"
    assert any("fractional" in w for w in case.warnings) == (kind == "FRACTIONAL")


def test_a_segmentation_of_another_scan(tmp_path):
    ct = ct_slices()
    write_series(ct_slices(), tmp_path / "ct")
    dataset = segmentation(labels_on(read_case(tmp_path / "ct").ct.grid), ct)
    dataset.FrameOfReferenceUID = "1.9"
    with pytest.raises(BadInput, match="another scan") as caught:
        read_case(tmp_path / "ct", write(dataset, tmp_path / "seg.dcm"))
    assert FRAME in str(caught.value)


def read(path, grid=None):
    return read_segmentation(open_header(list_blobs(path)[0]))


@pytest.fixture
def grid(tmp_path):
    return read_case(write_series(ct_slices(), tmp_path / "ct")).ct.grid


def seg_of(grid, kind="BINARY", **options):
    return segmentation(labels_on(grid), ct_slices(), kind, **options)


def repeat_plane(dataset):
    frames = dataset.PerFrameFunctionalGroupsSequence
    frames[1].PlanePositionSequence = frames[0].PlanePositionSequence


def rename_segment(dataset):
    frame = dataset.PerFrameFunctionalGroupsSequence[0]
    frame.SegmentIdentificationSequence[0].ReferencedSegmentNumber = 9


def zero_spacing(dataset):
    measures = dataset.SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0]
    measures.PixelSpacing = [0, 1]


def per_frame(dataset, keyword):
    """State a group of all frames in every frame instead."""
    shared = dataset.SharedFunctionalGroupsSequence[0]
    for frame in dataset.PerFrameFunctionalGroupsSequence:
        setattr(frame, keyword, deepcopy(getattr(shared, keyword)))
    delattr(shared, keyword)


def turn_a_frame(dataset):
    per_frame(dataset, "PlaneOrientationSequence")
    plane = dataset.PerFrameFunctionalGroupsSequence[1].PlaneOrientationSequence[0]
    plane.ImageOrientationPatient = [1, 0, 0, 0, 0.9962, 0.0872]


def say_it_twice(dataset):
    shared = dataset.SharedFunctionalGroupsSequence[0]
    other = deepcopy(shared.PixelMeasuresSequence)
    other[0].PixelSpacing = [1, 1]
    dataset.PerFrameFunctionalGroupsSequence[0].PixelMeasuresSequence = other


def lift_a_frame(dataset):
    """As if the frame were from another stack, 0.2 mm beside."""
    first, second = (f.PlanePositionSequence[0] for f in dataset.PerFrameFunctionalGroupsSequence[:2])
    x, y, z = first.ImagePositionPatient
    second.ImagePositionPatient = [x, y, z + 0.2]


@pytest.mark.parametrize(
    "change, words",
    [
        (lambda d: setattr(d, "SegmentSequence", []), "describes no segments"),
        (lambda d: setattr(d, "SegmentationType", "ODD"), "Segmentation Type is ODD"),
        (lambda d: d.PerFrameFunctionalGroupsSequence.pop(), "holds 4 frames and describes 3"),
        (lambda d: setattr(d, "SharedFunctionalGroupsSequence", []), "PlaneOrientationSequence is missing"),
        (repeat_plane, "two frames on one plane"),
        (rename_segment, "segment 9, which is not described"),
        (zero_spacing, "Pixel Spacing is"),
        (lambda d: setattr(d.SegmentSequence[1], "SegmentNumber", 1), "two segments have the same"),
        (turn_a_frame, r"frames 1 and 2 are not parallel \(5.0 degrees\)"),
        (say_it_twice, "PixelMeasuresSequence is stated for all frames and otherwise for one"),
        (lift_a_frame, r"two frames of segment 4 are 0.20 mm apart, the usual step is 2.50 mm"),
    ],
)
def test_malformed_segmentations(tmp_path, grid, change, words):
    dataset = seg_of(grid)
    change(dataset)
    with pytest.raises(BadInput, match=words):
        read(write(dataset, tmp_path / "seg.dcm"))


def test_no_fraction(tmp_path, grid):
    dataset = seg_of(grid, "FRACTIONAL")
    dataset.MaximumFractionalValue = 0
    with pytest.raises(BadInput, match="Maximum Fractional Value is 0"):
        read(write(dataset, tmp_path / "seg.dcm"))


@pytest.mark.parametrize("kind", ["BINARY", "FRACTIONAL", "LABELMAP"])
@pytest.mark.parametrize("wrong", [{"Columns": 11}, {"Rows": 15}, {"Columns": 13}, {"NumberOfFrames": 2}])
def test_frames_of_another_size_than_their_pixels(tmp_path, grid, kind, wrong):
    """Rows one too long or too short give a sheared region of about the right volume."""
    dataset = seg_of(grid, kind)
    dataset.update(wrong)
    with pytest.raises(BadInput, match="bytes of pixel data"):
        read(write(dataset, tmp_path / "seg.dcm"))


@pytest.mark.parametrize("background, number", [(0, 0), (255, 255), (7, 7)])
def test_the_background_of_a_label_map_is_no_region(tmp_path, grid, background, number):
    values = labels_on(grid)
    values[values == 0] = background
    names = {1: "Liver", 4: "GTV", number: "Background"}
    dataset = segmentation(values, ct_slices(), "LABELMAP", names)
    dataset.PixelPaddingValue = background
    found = read(write(dataset, tmp_path / "seg.dcm"))
    assert list(found.structures) == ["Liver", "GTV"] and not found.empty_rois
    assert not any("belong to no described segment" in w for w in found.warnings)


def test_a_background_that_no_value_names(tmp_path, grid):
    """Without Pixel Padding Value 0 is the background; with another, 0 is a segment like any other."""
    names = {0: "Rest", 1: "Liver", 4: "GTV"}
    dataset = segmentation(labels_on(grid), ct_slices(), "LABELMAP", names)
    assert list(read(write(dataset, tmp_path / "a.dcm")).structures) == ["Liver", "GTV"]
    dataset.PixelPaddingValue = 99
    assert list(read(write(dataset, tmp_path / "b.dcm")).structures) == ["Rest", "Liver", "GTV"]
    dataset.SegmentSequence.pop(0)
    assert "labels [0] of the pixels belong to no described segment: ignored" in (
        read(write(dataset, tmp_path / "c.dcm")).warnings
    )


def test_segments_of_one_name(tmp_path, grid):
    dataset = seg_of(grid)
    for segment in dataset.SegmentSequence:
        segment.SegmentLabel = "Organ"
    found = read(write(dataset, tmp_path / "seg.dcm"))
    assert list(found.structures) == ["Organ (segment 1)", "Organ (segment 4)"]


def test_segments_without_label_content_or_description_are_mentioned(tmp_path, grid):
    dataset = seg_of(grid, "LABELMAP")
    dataset.SegmentSequence[0].SegmentLabel = ""
    dataset.SegmentSequence[1].SegmentNumber = 6
    found = read_structures(write(dataset, tmp_path / "seg.dcm"), grid)
    for words in (
        "segment 1 has no label",
        "labels [4] of the pixels belong to no described segment: ignored",
        "without contours: segment GTV, Nothing",
    ):
        assert words in found.warnings


# --- any geometry: right or refused ----------------------------------------------------------------------


def turned(rng):
    """A random rotation: rows are the axes of row, column and slice."""
    axes = np.linalg.qr(rng.normal(size=(3, 3)))[0]
    return axes * [[1], [1], [np.linalg.det(axes)]]


@pytest.mark.parametrize("seed", range(12))
def test_a_ball_whose_frames_state_their_geometry_anyhow(tmp_path, seed):
    """In any order, for all or for each frame, flipped within a plane, cropped: the ball stays what it is."""
    rng = np.random.default_rng(seed)
    kind = ("BINARY", "FRACTIONAL", "LABELMAP")[seed % 3]
    spacing = (*rng.uniform(0.6, 1.2, 2), rng.uniform(1.0, 2.5))
    axes, centre, radius = turned(rng), rng.uniform(-200, 200, 3), rng.uniform(7, 10)
    shape = (int(26 / spacing[2]), 40, 44)
    middle = (np.array(shape[::-1]) - 1) / 2 * spacing
    grid = Grid(centre - middle @ axes + rng.uniform(-2, 2, 3), spacing, shape, axes)
    ball = ball_on(grid, centre, radius)
    ct = ct_slices(shape, spacing[2], spacing[1::-1], grid.origin_mm, axes[:2])
    dataset = segmentation(ball.astype(np.uint8), ct, kind, {1: "Ball"})
    stored, frames = frames_of(dataset).copy(), dataset.PerFrameFunctionalGroupsSequence
    for keyword in ("PlaneOrientationSequence", "PixelMeasuresSequence"):
        if rng.random() < 0.7:
            per_frame(dataset, keyword)
    order = rng.permutation(len(frames))
    dataset.PerFrameFunctionalGroupsSequence = [frames[n] for n in order]
    stored = stored[order]
    for n, frame in enumerate(dataset.PerFrameFunctionalGroupsSequence):
        if "PlaneOrientationSequence" in frame and rng.random() < 0.5:
            # Rows the other way round, from the other end: the same picture of the same place.
            plane, position = frame.PlaneOrientationSequence[0], frame.PlanePositionSequence[0]
            position.ImagePositionPatient = list(
                np.array(position.ImagePositionPatient) + 43 * spacing[0] * axes[0]
            )
            plane.ImageOrientationPatient = [*(-axes[0]), *axes[1]]
            stored[n] = stored[n][:, ::-1]
    set_frames(dataset, stored)
    found = read(write(dataset, tmp_path / "seg.dcm"))
    solid = build_solid(found.structures["Ball"], grid)
    # 40 pixels across: the outline loses half a pixel a plane, the ends are extrapolated.
    assert solid.volume_mm3 == pytest.approx(ball.sum() * grid.voxel_mm3, rel=0.03), f"seed {seed}"
    assert np.abs(solid.centroid_mm - centre).max() < 0.4, f"seed {seed}"


def test_a_segmentation_with_many_frames_is_read_one_frame_at_a_time(tmp_path, grid, monkeypatch):
    """Bits are counted as bits: a hundred organs on a hundred planes are 10,000 frames."""
    dataset = seg_of(grid)
    path = write(dataset, tmp_path / "seg.dcm")
    whole = read(path)
    monkeypatch.setattr(pixels, "MAX_VALUES", int(dataset.NumberOfFrames) * 12 * 16 // 8)
    assert list(read(path).structures) == list(whole.structures)
    monkeypatch.setattr(pixels, "MAX_VALUES", int(dataset.NumberOfFrames) * 12 * 16 // 8 - 1)
    with pytest.raises(BadInput, match="promises 12 x 16 x 4 values"):
        read(path)


def test_frames_of_bits_that_do_not_fill_bytes(tmp_path):
    """Frames of 5 x 7 pixels follow one another within a byte."""
    ct = ct_slices((4, 5, 7))
    grid = read_case(write_series(ct_slices((4, 5, 7)), tmp_path / "ct")).ct.grid
    values = np.zeros((4, 5, 7), np.uint8)
    values[0:3, 1:4, 2:6] = 1
    values[1, 2, 3] = 0
    found = read(write(segmentation(values, ct, names={1: "Box"}), tmp_path / "seg.dcm"))
    counts = sorted(len(c.points_mm) for c in found.structures["Box"].contours)
    assert counts == [4, 8, 8, 8], "the hole lies on the middle plane alone"
    index = grid.world_to_index(np.concatenate([c.points_mm for c in found.structures["Box"].contours]))
    np.testing.assert_allclose([index.min(0), index.max(0)], [[1.5, 0.5, 0], [5.5, 3.5, 2]], atol=1e-6)
