"""Label maps and DICOM SEG: the structures have the volume of their voxels, where the voxels are."""

import gzip
import struct

import numpy as np
import pytest
import SimpleITK as sitk
from made_dicom import FRAME, ct_slices, write, write_series
from pydicom import Dataset

from tps.dicom import labelmap
from tps.dicom.blobs import list_blobs
from tps.dicom.case import read_case, read_structures
from tps.dicom.dicom_file import open_header
from tps.dicom.labelmap import read_labelmaps
from tps.dicom.outline import outlines
from tps.dicom.seg import LABELMAP_SEGMENTATION, SEGMENTATION, read_segmentation
from tps.errors import BadInput


def crossings(points, polygons):
    """Even-odd: True for points (n, 2) inside the polygons together; an independent slow twin."""
    odd = np.zeros(len(points), bool)
    for polygon in polygons:
        for (x0, y0), (x1, y1) in zip(polygon, np.roll(polygon, -1, axis=0), strict=True):
            if y0 != y1:
                hit = ((y0 <= points[:, 1]) != (y1 <= points[:, 1])) & (
                    points[:, 0] < x0 + (points[:, 1] - y0) / (y1 - y0) * (x1 - x0)
                )
                odd ^= hit
    return odd


def signed_area(polygon):
    x, y = polygon[:, 0], polygon[:, 1]
    return 0.5 * np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))


@pytest.mark.parametrize("density", [0.02, 0.3, 0.5, 0.8, 1.0])
def test_outlines_hold_exactly_the_pixels_of_a_random_mask(rng, density):
    for _ in range(5):
        mask = rng.random((13, 17)) < density
        polygons = outlines(mask)
        j, i = np.indices(mask.shape)
        centres = np.column_stack([i.ravel(), j.ravel()]).astype(float)
        # A hair off the grid lines on which vertices lie.
        np.testing.assert_array_equal(crossings(centres + 1e-4, polygons).reshape(mask.shape), mask)
        # Half a pixel is lost per outline and gained per hole, as the docstring says.
        areas = [signed_area(p) for p in polygons]
        assert sum(areas) == pytest.approx(mask.sum() - 0.5 * np.sum(np.sign(areas)))


def test_a_pixel_a_diagonal_and_a_ring():
    assert [len(p) for p in outlines(np.ones((1, 1)))] == [4]
    assert len(outlines(np.eye(3))) == 3
    ring = np.ones((5, 5), bool)
    ring[2, 2] = False
    assert sorted(np.sign(signed_area(p)) for p in outlines(ring)) == [-1, 1]
    assert outlines(np.zeros((4, 4))) == []


# --- label maps ------------------------------------------------------------------------------------------


def labels_on(grid):
    """Two labels on a CT grid: a box and a small one beside it."""
    values = np.zeros(grid.shape, np.uint8)
    values[1:3, 4:10, 3:8] = 1
    values[2:4, 1:3, 9:11] = 4
    return values


def save(path, values, grid, texts=None, is_vector=False):
    image = sitk.GetImageFromArray(values, isVector=is_vector)
    image.SetOrigin(grid.origin_mm.tolist())
    image.SetSpacing(grid.spacing_mm.tolist())
    image.SetDirection(grid.axes.T.ravel().tolist())
    for key, value in (texts or {}).items():
        image.SetMetaData(key, value)
    sitk.WriteImage(image, str(path))
    return path


def volume_of(structure, area_step):
    """Sum of outline areas plus the half pixel each loses, times the step."""
    pixel_mm2, step = area_step
    total = 0.0
    for c in structure.contours:
        local = c.points_mm - c.points_mm[0]
        total += np.linalg.norm(0.5 * np.cross(local, np.roll(local, -1, axis=0)).sum(axis=0)) + pixel_mm2 / 2
    return total * step


@pytest.mark.parametrize("ending", ["nii.gz", "nii", "nrrd", "mha"])
@pytest.mark.parametrize("axes", [None, [[-1, 0, 0], [0, -1, 0]]])
def test_label_maps_lie_on_the_ct(tmp_path, ending, axes):
    """NIfTI has x and y the other way round (RAS), NRRD may: the outlines must come back to the voxels."""
    write_series(ct_slices(axes=axes), tmp_path / "ct")
    grid = read_case(tmp_path / "ct").ct.grid
    values = labels_on(grid)
    case = read_case(tmp_path / "ct", save(tmp_path / f"auto.{ending}", values, grid))
    assert list(case.structures) == ["auto label 1", "auto label 4"]
    for label, name in ((1, "auto label 1"), (4, "auto label 4")):
        structure = case.structures[name]
        assert len(structure.contours) == 2
        expected = np.argwhere(values == label)[:, ::-1]
        index = grid.world_to_index(np.concatenate([c.points_mm for c in structure.contours]))
        # NIfTI stores its matrix in single precision: 1e-5 of 30 mm.
        np.testing.assert_allclose(index.min(0), expected.min(0) - (0.5, 0.5, 0), atol=2e-3)
        np.testing.assert_allclose(index.max(0), expected.max(0) + (0.5, 0.5, 0), atol=2e-3)
        volume = volume_of(structure, (0.8 * 1.2, 2.5))
        assert volume == pytest.approx(len(expected) * 0.8 * 1.2 * 2.5, rel=1e-4)
    assert any("no frame of reference" in w for w in case.warnings)
    assert "structures" in case.files


def test_a_map_stored_in_another_direction(tmp_path):
    """Sagittal storage: outlines are drawn on the planes parallel to the CT slices all the same."""
    write_series(ct_slices(), tmp_path / "ct")
    grid = read_case(tmp_path / "ct").ct.grid
    image = sitk.GetImageFromArray(labels_on(grid))
    image.SetOrigin(grid.origin_mm.tolist())
    image.SetSpacing(grid.spacing_mm.tolist())
    sitk.WriteImage(sitk.PermuteAxes(image, [1, 2, 0]), str(tmp_path / "turned.nrrd"))
    case = read_case(tmp_path / "ct", tmp_path / "turned.nrrd")
    heights = {
        round(float(z), 3) for c in case.structures["turned label 1"].contours for z in c.points_mm[:, 2]
    }
    assert heights == {32.5, 35.0}


def test_a_folder_with_a_file_per_organ(tmp_path):
    write_series(ct_slices(), tmp_path / "ct")
    grid = read_case(tmp_path / "ct").ct.grid
    (tmp_path / "organs").mkdir()
    values = labels_on(grid)
    save(tmp_path / "organs" / "liver.nii.gz", (values == 1).astype(np.uint8), grid)
    save(tmp_path / "organs" / "gall.bladder.nii.gz", (values == 4).astype(np.float32), grid)
    save(tmp_path / "organs" / "spleen.nii.gz", np.zeros_like(values), grid)
    case = read_case(tmp_path / "ct", tmp_path / "organs")
    assert set(case.structures) == {"liver", "gall.bladder"} and case.empty_rois == ("spleen",)


def test_slicer_segments_with_names_and_layers(tmp_path):
    write_series(ct_slices(), tmp_path / "ct")
    grid = read_case(tmp_path / "ct").ct.grid
    values = np.stack([labels_on(grid), labels_on(grid) * 2], axis=-1)
    texts = {"Segment0_Name": "GTV", "Segment0_LabelValue": "4", "Segment0_Layer": "0"}
    texts |= {"Segment1_Name": "Liver", "Segment1_LabelValue": "2", "Segment1_Layer": "1"}
    path = save(tmp_path / "a.seg.nrrd", values, grid, texts, is_vector=True)
    case = read_case(tmp_path / "ct", path)
    assert list(case.structures) == ["GTV", "Liver"]
    inside = np.argwhere(labels_on(grid) == 4)
    assert len(case.structures["GTV"].contours) == len(np.unique(inside[:, 0]))
    for key, bad in (("Segment1_Layer", "7"), ("Segment1_LabelValue", "x")):
        with pytest.raises(BadInput):
            read_labelmaps(save(tmp_path / "a.seg.nrrd", values, grid, texts | {key: bad}, is_vector=True))


def test_label_maps_that_are_none(tmp_path, monkeypatch):
    grid = read_case(write_series(ct_slices(), tmp_path / "ct")).ct.grid

    def refused(values, words, **options):
        with pytest.raises(BadInput, match=words) as caught:
            read_labelmaps(save(tmp_path / "a.nrrd", values, grid, **options))
        assert "a.nrrd" in str(caught.value)

    refused(labels_on(grid) * 0, "no label is set")
    refused(labels_on(grid) * 0.3, "fractions, not labels")
    refused(labels_on(grid) * 1e30, "fractions, not labels")
    refused(np.where(labels_on(grid), np.nan, 0), "fractions, not labels")
    refused(np.arange(np.prod(grid.shape), dtype=np.int32).reshape(grid.shape), "767 different values")
    refused(np.stack([labels_on(grid)] * 2, -1), "several values per voxel", is_vector=True)
    (tmp_path / "b.nii.gz").write_bytes(gzip.compress(b"not a label map" * 100))
    with pytest.raises(BadInput, match="damaged"):
        read_labelmaps(tmp_path / "b.nii.gz")
    sitk.WriteImage(sitk.GetImageFromArray(np.ones((4, 4), np.uint8)), str(tmp_path / "flat.mha"))
    with pytest.raises(BadInput, match="4 x 4"):
        read_labelmaps(tmp_path / "flat.mha")
    monkeypatch.setattr(labelmap, "MAX_VOXELS", 10)
    refused(labels_on(grid), "promises an image of 12 x 16 x 4")
    (tmp_path / "two").mkdir()
    monkeypatch.setattr(labelmap, "MAX_VOXELS", 10**6)
    for name in ("x.nrrd", "x.mha"):
        save(tmp_path / "two" / name, (labels_on(grid) == 1).astype(np.uint8), grid)
    with pytest.raises(BadInput, match="two regions are named 'x'"):
        read_labelmaps(tmp_path / "two")


@pytest.mark.parametrize("ending", ["nii", "nii.gz", "nrrd", "mha"])
def test_a_truncated_label_map(tmp_path, ending):
    grid = read_case(write_series(ct_slices(), tmp_path / "ct")).ct.grid
    path = save(tmp_path / f"a.{ending}", labels_on(grid), grid)
    content = path.read_bytes()
    for cut in np.linspace(0, len(content) - 1, 12).astype(int):
        path.write_bytes(content[:cut])
        with pytest.raises(BadInput, match=r"a\."):
            read_labelmaps(path)


LINES = {
    "nrrd": [
        (b"space: left-posterior-superior", b"space: " + b"[" * 3000, "header's line 'space: "),
        (b"(1.2,0,0)", b"(1.2,0," + b"[" * 3000, "header's line 'space directions: "),
        (b"space: left-posterior-superior\n", b"", r"does not say where .*\(no space\)"),
        (b"space origin: (-10,-12,30)\n", b"", "no space origin"),
        (b"encoding: raw", b"encoding: raw\ndata file: ../../secret", "in another file"),
        (b"endian", b"\xff\xfe", "no text"),
        (b"NRRD0004", b"NRRD\x00004", "no NRRD header"),
    ],
    "mha": [
        (b"= LOCAL", b"= /etc/passwd", "in another file"),
        (b"CenterOfRotation", b"Cent\xc3\xa9OfRotation", "header's line"),
        (b"NDims = 3", b"NDims = " + b"3" * 5000, "header's line"),
        (b"ElementDataFile", b"Nothing", "no MetaImage header"),
    ],
}


@pytest.mark.parametrize(("ending", "old", "new", "words"), [(e, *line) for e in LINES for line in LINES[e]])
def test_headers_of_text_are_checked_before_the_library_sees_them(tmp_path, ending, old, new, words):
    """Some of these end the process inside the library."""
    grid = read_case(write_series(ct_slices(), tmp_path / "ct")).ct.grid
    path = save(tmp_path / f"a.{ending}", labels_on(grid).astype(np.uint16), grid)
    content = path.read_bytes()
    assert old in content
    read_labelmaps(path)
    path.write_bytes(content.replace(old, new))
    with pytest.raises(BadInput, match=words) as caught:
        read_labelmaps(path)
    assert path.name in str(caught.value)


def test_a_map_beside_its_header_is_taken_from_that_folder_alone(tmp_path):
    grid = read_case(write_series(ct_slices(), tmp_path / "ct")).ct.grid
    path = save(tmp_path / "a.mhd", labels_on(grid), grid)
    assert list(read_labelmaps(path).structures) == ["a label 1", "a label 4"]
    path.write_bytes(path.read_bytes().replace(b"= a.raw", b"= ../a.raw"))
    with pytest.raises(BadInput, match="not in a file beside it"):
        read_labelmaps(path)


def changed_nifti(path, **changes):
    """Overwrite fields of the header, by their places in NIfTI-1."""
    content = bytearray(path.read_bytes())
    for name, value in changes.items():
        kind, place = {
            "magic": ("4s", 344),
            "qform": ("<h", 252),
            "sform": ("<h", 254),
            "srow_x": ("<4f", 280),
        }[name]
        struct.pack_into(kind, content, place, *(value if isinstance(value, tuple) else (value,)))
    path.write_bytes(content)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"magic": b"\0\0\0\0"}, "no NIfTI-1 header"),
        ({"qform": 0, "sform": 0}, "qform and sform codes are 0"),
        ({"srow_x": (-1.2, 0, 0, 15.0)}, r"contradictory .* 5\.0 mm apart"),
        ({"srow_x": (-1.2, 0.5, 0, 10.0), "qform": 0}, "not right-angled"),
        ({"srow_x": (float("nan"), 0, 0, 10.0)}, "not finite"),
        ({"srow_x": (-1.2, 0, 0, 1e30)}, "not finite"),
        ({"srow_x": (1e38, 1e38, 0, 0.0)}, "not finite"),
    ],
)
def test_nifti_must_say_where_it_lies_once(tmp_path, changes, words):
    grid = read_case(write_series(ct_slices(), tmp_path / "ct")).ct.grid
    path = save(tmp_path / "a.nii", labels_on(grid), grid)
    changed_nifti(path, **changes)
    with pytest.raises(BadInput, match=words):
        read_labelmaps(path)


@pytest.mark.parametrize("code", [{"qform": 0}, {"sform": 0}])
@pytest.mark.parametrize("axes", [None, [[0, 1, 0], [-1, 0, 0]], [[0.8, 0.6, 0], [0, 0, -1]]])
def test_either_way_of_nifti_to_state_a_geometry(tmp_path, code, axes):
    grid = read_case(write_series(ct_slices(axes=axes), tmp_path / "ct")).ct.grid
    path = save(tmp_path / "a.nii", labels_on(grid), grid)
    whole = read_labelmaps(path, grid.axes[2])
    changed_nifti(path, **code)
    found = read_labelmaps(path, grid.axes[2])
    for name, structure in whole.structures.items():
        for a, b in zip(structure.contours, found.structures[name].contours, strict=True):
            np.testing.assert_allclose(a.points_mm, b.points_mm, atol=1e-3)


# --- DICOM SEG -------------------------------------------------------------------------------------------


def segmentation(values, ct, kind="BINARY"):
    """A SEG of the labels 1 and 4 on the CT's slices, frames without content left out, in odd order."""
    dataset = Dataset()
    dataset.update(ct[0])
    dataset.file_meta = ct[0].file_meta
    sop_class = LABELMAP_SEGMENTATION if kind == "LABELMAP" else SEGMENTATION
    dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID = sop_class
    dataset.SOPInstanceUID, dataset.Modality, dataset.SegmentationType = "1.2.3.4.40", "SEG", kind
    dataset.ContentLabel, dataset.MaximumFractionalValue = "AUTO", 200
    for keyword in ("ImagePositionPatient", "ImageOrientationPatient", "PixelSpacing"):
        delattr(dataset, keyword)
    shared, plane, measures = Dataset(), Dataset(), Dataset()
    plane.ImageOrientationPatient, measures.PixelSpacing = ct[0].ImageOrientationPatient, ct[0].PixelSpacing
    shared.PlaneOrientationSequence, shared.PixelMeasuresSequence = [plane], [measures]
    dataset.SharedFunctionalGroupsSequence = [shared]
    dataset.SegmentSequence = []
    for number, label in ((1, "Liver"), (4, "GTV"), (5, "Nothing")):
        segment = Dataset()
        segment.SegmentNumber, segment.SegmentLabel = number, label
        dataset.SegmentSequence.append(segment)
    dataset.PerFrameFunctionalGroupsSequence, planes = [], []
    wanted = (
        [(0, k) for k in range(4)] if kind == "LABELMAP" else [(n, k) for n in (4, 1) for k in (3, 2, 1, 0)]
    )
    for number, k in wanted:
        plane_values = values[k] if kind == "LABELMAP" else values[k] == number
        if not plane_values.any():
            continue
        frame, position, identity = Dataset(), Dataset(), Dataset()
        position.ImagePositionPatient, identity.ReferencedSegmentNumber = ct[k].ImagePositionPatient, number
        frame.PlanePositionSequence = [position]
        if kind != "LABELMAP":
            frame.SegmentIdentificationSequence = [identity]
        dataset.PerFrameFunctionalGroupsSequence.append(frame)
        planes.append(plane_values)
    stored = np.array(planes, np.uint8) * (200 if kind == "FRACTIONAL" else 1)
    dataset.NumberOfFrames = len(stored)
    if kind == "BINARY":
        dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 1, 1, 0
        content = np.packbits(stored.ravel(), bitorder="little").tobytes()
    else:
        dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = 8, 8, 7
        content = stored.tobytes()
    dataset.add_new(0x7FE00010, "OB", content + b"\0" * (len(content) % 2))
    return dataset


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


@pytest.mark.parametrize(
    "change, words",
    [
        (lambda d: setattr(d, "SegmentSequence", []), "describes no segments"),
        (lambda d: setattr(d, "SegmentationType", "ODD"), "Segmentation Type is ODD"),
        (lambda d: d.PerFrameFunctionalGroupsSequence.pop(), "holds 4 frames and describes 3"),
        (lambda d: setattr(d, "SharedFunctionalGroupsSequence", []), "PlaneOrientationSequence is missing"),
        (lambda d: repeat_plane(d), "two frames on one plane"),
        (lambda d: rename_segment(d), "segment 9, which is not described"),
        (lambda d: zero_spacing(d), "Pixel Spacing is"),
    ],
)
def test_malformed_segmentations(tmp_path, change, words):
    ct = ct_slices()
    grid = read_case(write_series(ct_slices(), tmp_path / "ct")).ct.grid
    dataset = segmentation(labels_on(grid), ct)
    change(dataset)
    path = write(dataset, tmp_path / "seg.dcm")
    with pytest.raises(BadInput, match=words):
        read_segmentation(open_header(list_blobs(path)[0]))


def repeat_plane(dataset):
    frames = dataset.PerFrameFunctionalGroupsSequence
    frames[1].PlanePositionSequence = frames[0].PlanePositionSequence


def rename_segment(dataset):
    frame = dataset.PerFrameFunctionalGroupsSequence[0]
    frame.SegmentIdentificationSequence[0].ReferencedSegmentNumber = 9


def zero_spacing(dataset):
    measures = dataset.SharedFunctionalGroupsSequence[0].PixelMeasuresSequence[0]
    measures.PixelSpacing = [0, 1]


def test_segments_of_one_name(tmp_path):
    grid = read_case(write_series(ct_slices(), tmp_path / "ct")).ct.grid
    dataset = segmentation(labels_on(grid), ct_slices())
    for segment in dataset.SegmentSequence:
        segment.SegmentLabel = "Organ"
    found = read_segmentation(open_header(list_blobs(write(dataset, tmp_path / "seg.dcm"))[0]))
    assert list(found.structures) == ["Organ (segment 1)", "Organ (segment 4)"]


def test_segments_without_label_content_or_description_are_mentioned(tmp_path):
    ct = ct_slices()
    grid = read_case(write_series(ct_slices(), tmp_path / "ct")).ct.grid
    dataset = segmentation(labels_on(grid), ct, "LABELMAP")
    dataset.SegmentSequence[0].SegmentLabel = ""
    dataset.SegmentSequence[1].SegmentNumber = 6
    found = read_structures(write(dataset, tmp_path / "seg.dcm"), grid)
    for words in (
        "segment 1 has no label",
        "labels [4] of the pixels belong to no described segment: ignored",
        "without contours: segment GTV, Nothing",
    ):
        assert words in found.warnings
