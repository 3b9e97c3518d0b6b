"""What an auto-segmenter writes of a phantom, given as it is: each of its formats holds the same organs."""

import numpy as np
import pytest
from made_dicom import ct_slices, write
from made_masks import save, save_folder, save_multilabel, segmentation, segmented

from phantoms.catalogue import scene
from tps.dicom.anatomy import check_anatomy
from tps.dicom.case import read_structures
from tps.errors import BadInput
from tps.geometry.solid import build_solids
from tps.model import Grid

CT = Grid((-170, -130, -150), (1, 1, 2.5), (121, 261, 341))

# 1.5 mm would be usual; the organs are as true on a coarser grid, which is none of the CT's either.
COARSE = Grid((-168.0, -128, -148), (4.0, 4, 5), (60, 64, 84))


@pytest.fixture(scope="module")
def organs():
    return segmented(scene("oligometastases").regions, COARSE)


def written(folder, values, names, form, grid=COARSE):
    """The organs in one of the formats; the path to give to --structures."""
    if form == "multilabel":
        return save_multilabel(folder / "total.nii.gz", values, grid, names)
    if form == "folder":
        return save_folder(folder / "segmentations", values, grid, names)
    if form == "slicer":
        texts = {}
        for n, (label, name) in enumerate(names.items()):
            texts |= {f"Segment{n}_Name": name, f"Segment{n}_LabelValue": str(label)}
        return save(folder / "total.seg.nrrd", values, grid, texts)
    ct = ct_slices(values.shape, grid.spacing_mm[2], grid.spacing_mm[1::-1], grid.origin_mm, grid.axes[:2])
    return write(segmentation(values, ct, form, names), folder / "seg.dcm")


FORMS = ["multilabel", "folder", "slicer", "BINARY", "LABELMAP"]


@pytest.mark.parametrize("form", FORMS)
def test_every_format_holds_the_organs_where_they_are(tmp_path, organs, form):
    values, names = organs
    found = read_structures(written(tmp_path, values, names, form), CT).structures
    assert set(found) == set(names.values()) and len(names) >= 8
    centres = COARSE.centres_mm().reshape(*COARSE.shape, 3)
    for label, name in names.items():
        (solid,) = build_solids([found[name]], CT)
        inside = values == label
        # Outlines halve the pixels of the rim, and the ends are extrapolated: of a thin tube that is much.
        assert solid.volume_mm3 == pytest.approx(inside.sum() * COARSE.voxel_mm3, rel=0.12), name
        assert np.abs(solid.centroid_mm - centres[inside].mean(axis=0)).max() < 3.0, name
    assert check_anatomy(found, form) == []


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("axis", [0, 1, 2])
def test_a_mirrored_export_is_refused(tmp_path, organs, form, axis):
    """The voxels turned round within the same grid: what exports of some versions did front to back."""
    values, names = organs
    path = written(tmp_path, np.flip(values, 2 - axis).copy(), names, form)
    with pytest.raises(BadInput, match="mirrored"):
        check_anatomy(read_structures(path, CT).structures, str(path))


@pytest.mark.parametrize("axes", [[[-1, 0, 0], [0, -1, 0]], [[1, 0, 0], [0, -1, 0]], [[0, 1, 0], [0, 0, -1]]])
@pytest.mark.parametrize("form", FORMS)
def test_storage_in_another_order_is_no_mirror(tmp_path, organs, form, axes):
    """Prone, feet first, sagittal: the same organs at the same places, stored along other axes."""
    axes = np.vstack([axes, np.cross(*axes)]).astype(float)
    low, high = COARSE.index_to_world([[0, 0, 0], np.array(COARSE.shape[::-1]) - 1])
    size = np.abs(axes) @ np.array(COARSE.shape[::-1])
    origin = np.where(axes.sum(axis=0) > 0, low, high)
    grid = Grid(origin, np.abs(axes) @ COARSE.spacing_mm, tuple(size[::-1].astype(int)), axes)
    values, names = segmented(scene("oligometastases").regions, grid)
    assert names == organs[1] and (values > 0).sum() == (organs[0] > 0).sum()
    found = read_structures(written(tmp_path, values, names, form, grid), CT).structures
    assert check_anatomy(found, form) == []
    expected = COARSE.centres_mm().reshape(*COARSE.shape, 3)[organs[0] == 1].mean(axis=0)
    (solid,) = build_solids([found[names[1]]], CT)
    assert np.abs(solid.centroid_mm - expected).max() < 3.0
