"""Label maps: the structures have the volume of their voxels, where the voxels are, or are refused."""

import gzip
import json

import numpy as np
import pytest
import SimpleITK as sitk
from made_dicom import ct_slices, rtstruct, square, write, write_series
from made_masks import NAMES, ball_on, labels_on, save

from tps.dicom.case import read_case
from tps.dicom.masks import labelmap_header
from tps.dicom.masks import structures as masks
from tps.dicom.masks.labelmap import read_labelmaps
from tps.errors import BadInput
from tps.geometry.solid import build_solid
from tps.model import Grid


@pytest.fixture
def grid(tmp_path):
    return read_case(write_series(ct_slices(), tmp_path / "ct")).ct.grid


def write_names(folder, names):
    path = folder / "names.json"
    path.write_text(json.dumps(names))
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
    names = write_names(tmp_path, NAMES)
    case = read_case(tmp_path / "ct", save(tmp_path / f"auto.{ending}", values, grid), labels_path=names)
    assert list(case.structures) == list(NAMES.values())
    for label, name in NAMES.items():
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
    assert not any("not those of the CT" in w for w in case.warnings)
    assert "structures" in case.files


def test_a_map_stored_in_another_direction(tmp_path, grid):
    """Sagittal storage: outlines are drawn on the planes parallel to the CT slices all the same."""
    image = sitk.GetImageFromArray((labels_on(grid) == 1).astype(np.uint8))
    image.SetOrigin(grid.origin_mm.tolist())
    image.SetSpacing(grid.spacing_mm.tolist())
    sitk.WriteImage(sitk.PermuteAxes(image, [1, 2, 0]), str(tmp_path / "turned.nrrd"))
    case = read_case(tmp_path / "ct", tmp_path / "turned.nrrd")
    heights = {round(float(z), 3) for c in case.structures["turned"].contours for z in c.points_mm[:, 2]}
    assert heights == {32.5, 35.0}
    assert not any("not those of the CT" in w for w in case.warnings)


@pytest.mark.parametrize("shift, spacing", [((0.6, 0, 0), 1.0), ((0, 0, 0), 1.01), ((0, 0, -5), 1.0)])
def test_a_map_on_other_voxels_than_the_ct(tmp_path, grid, shift, spacing):
    other = Grid(grid.origin_mm + shift, grid.spacing_mm * spacing, grid.shape)
    path = save(tmp_path / "organ.nii.gz", (labels_on(grid) == 1).astype(np.uint8), other)
    warnings = read_case(tmp_path / "ct", path).warnings
    assert any("voxels of organ.nii.gz are not those of the CT" in w for w in warnings), warnings
    far = Grid(grid.origin_mm + [40, 0, 0], grid.spacing_mm, grid.shape)
    save(path, (labels_on(grid) == 1).astype(np.uint8), far)
    with pytest.raises(BadInput, match="outside the scan"):
        read_case(tmp_path / "ct", path)


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
    (tmp_path / "organs" / "statistics.json").write_text("{}")
    (tmp_path / "organs" / ".hidden.nii.gz").write_text("")
    warnings = read_case(tmp_path / "ct", tmp_path / "organs").warnings
    assert "not read, as no label map: 1 file in organs, statistics.json first" in warnings
    write(rtstruct({"GTV": [square(-8, -2, 32.5)]}), tmp_path / "organs" / "rs.dcm")
    with pytest.raises(BadInput, match="label maps and a structure set .rs.dcm. in it"):
        read_case(tmp_path / "ct", tmp_path / "organs")


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
    assert any("labels [1, 8] of a.seg.nrrd belong to no segment" in w for w in case.warnings)
    for key, bad, words in (
        ("Segment1_Layer", "7", "layer '7'"),
        ("Segment1_LabelValue", "x", "label 'x'"),
        ("Segment1_LabelValue", "0", "label '0'"),
        ("Segment1_Name", "GTV", "name or the label of another: 'GTV'"),
    ):
        with pytest.raises(BadInput, match=words):
            read_labelmaps(save(tmp_path / "a.seg.nrrd", values, grid, texts | {key: bad}, is_vector=True))
    path = save(tmp_path / "a.seg.nrrd", values, grid, texts | {"Segment0_Name": ""}, is_vector=True)
    assert list(read_labelmaps(path).structures) == ["segment 1", "Liver"]
    with pytest.raises(BadInput, match="names its labels itself"):
        read_labelmaps(path, names=NAMES)


def test_label_maps_that_are_none(tmp_path, monkeypatch, grid):
    def refused(values, words, **options):
        with pytest.raises(BadInput, match=words) as caught:
            read_labelmaps(save(tmp_path / "a.nrrd", values, grid, **options))
        assert "a.nrrd" in str(caught.value)

    refused(labels_on(grid) * 0, "no label is set")
    refused(labels_on(grid) * 0.3, "fractions, not labels")
    refused(labels_on(grid) * 1e30, "fractions, not labels")
    refused(np.where(labels_on(grid), np.nan, 0), "fractions, not labels")
    refused(labels_on(grid).astype(np.int16) - 1, "values go from -1 to 3")
    refused(np.arange(np.prod(grid.shape), dtype=np.int32).reshape(grid.shape), "more than 500 different")
    refused(np.stack([labels_on(grid)] * 2, -1), "several values per voxel", is_vector=True)
    (tmp_path / "b.nii.gz").write_bytes(gzip.compress(b"not a label map" * 100))
    with pytest.raises(BadInput, match="damaged"):
        read_labelmaps(tmp_path / "b.nii.gz")
    sitk.WriteImage(sitk.GetImageFromArray(np.ones((4, 4, 4, 4), np.uint8)), str(tmp_path / "four.nii"))
    with pytest.raises(BadInput, match="an image of 4 x 4 x 4 x 1 x 4"):
        read_labelmaps(tmp_path / "four.nii")
    flat = sitk.GetImageFromArray(np.ones((4, 4), np.uint8))
    for ending in ("mha", "nii"):
        sitk.WriteImage(flat, str(tmp_path / f"flat.{ending}"))
        with pytest.raises(BadInput, match="4 x 4"):
            read_labelmaps(tmp_path / f"flat.{ending}")
    (tmp_path / "two").mkdir()
    for name in ("x.nrrd", "x.mha"):
        save(tmp_path / "two" / name, (labels_on(grid) == 1).astype(np.uint8), grid)
    with pytest.raises(BadInput, match="two regions are named 'x'"):
        read_labelmaps(tmp_path / "two")
    with pytest.raises(BadInput, match="given for 2 label maps"):
        read_labelmaps(tmp_path / "two", names=NAMES)
    monkeypatch.setattr(masks, "MAX_CONTOURS", 3)
    refused((np.indices(grid.shape).sum(axis=0) % 2).astype(np.uint8), "scattered in more than 3 pieces")


@pytest.mark.parametrize("ending", ["nii", "nii.gz", "nrrd", "mha"])
def test_maps_too_large_are_refused_by_their_header(tmp_path, monkeypatch, grid, ending):
    path = save(tmp_path / f"a.{ending}", labels_on(grid), grid)
    monkeypatch.setattr(labelmap_header, "MAX_VOXEL_BYTES", 10)
    with pytest.raises(BadInput, match="promises 768 voxels of 1 bytes"):
        read_labelmaps(path)


@pytest.mark.parametrize("ending", ["nii", "nii.gz", "nrrd", "mha"])
def test_a_truncated_label_map(tmp_path, grid, ending):
    path = save(tmp_path / f"a.{ending}", labels_on(grid), grid)
    content = path.read_bytes()
    for cut in np.linspace(0, len(content) - 1, 12).astype(int):
        path.write_bytes(content[:cut])
        with pytest.raises(BadInput, match=r"a\."):
            read_labelmaps(path)


# --- any geometry: right or refused ----------------------------------------------------------------------


def in_unit(path, unit):
    """The file with its unit stated as the format has it; None where it has no word for it."""
    content = path.read_bytes()
    if path.suffix == ".nrrd":
        units = f'encoding: raw\nspace units: "{unit}" "{unit}" "{unit}"'
        return content.replace(b"encoding: raw", units.encode())
    if path.suffix == ".mha":
        return content.replace(b"NDims = 3", f"NDims = 3\nDistanceUnits = {unit}".encode())
    code = {"mm": 2, "cm": 0, "m": 1}[unit]
    return content[:123] + bytes([code]) + content[124:] if code else None


@pytest.mark.parametrize("seed", range(24))
def test_a_ball_is_where_its_header_says_or_refused(tmp_path, seed):
    """Any spacing, direction, handedness, order of axes, place, format, type and unit."""
    rng = np.random.default_rng(seed)
    ending, unit = ("nii", "nrrd", "mha")[seed % 3], ("mm", "mm", "mm", "cm", "m")[seed % 5]
    axes = np.linalg.qr(rng.normal(size=(3, 3)))[0]
    if seed % 2:  # along the patient's axes, in any order and sense, as most are
        axes = np.eye(3)[rng.permutation(3)] * rng.choice([-1, 1], 3)[:, None]
    spacing, centre, radius = rng.uniform(0.7, 1.6, 3), rng.uniform(-300, 300, 3), rng.uniform(8, 11)
    shape = tuple(int(n) for n in rng.integers(34, 40, 3))
    middle = (np.array(shape[::-1]) - 1) / 2 * spacing
    grid = Grid(centre - middle @ axes + rng.uniform(-1, 1, 3), spacing, shape, axes)
    ball = ball_on(grid, centre, radius)
    path = save(tmp_path / f"ball.{ending}", ball.astype(rng.choice(["u1", "i2", "f4"])), grid)
    changed = in_unit(path, unit)
    if changed is not None:
        path.write_bytes(changed)
    scan = Grid((0, 0, 0), (1, 1, 2.5), (10, 10, 10))
    if changed is not None and unit != "mm":
        with pytest.raises(BadInput, match="unit of length is"):
            read_labelmaps(path, scan)
        return
    solid = build_solid(read_labelmaps(path, scan).structures["ball"], scan)
    # The outline loses half a pixel a plane of some 150, and the ends are extrapolated.
    assert solid.volume_mm3 == pytest.approx(ball.sum() * grid.voxel_mm3, rel=0.03), f"seed {seed}"
    assert np.abs(solid.centroid_mm - centre).max() < 0.4, f"seed {seed}"
