"""Damaged label maps, segmentations, multi-frame files and ZIPs: refused in one message, or valid.

A mask says nothing twice: a voxel or a name gone wrong is a different, valid mask.  What can be asked is that
its outlines are outlines, that a multi-frame file lies where it lay, and that nothing ends the process: the
library that reads label maps can.
"""

import os
import zipfile

import numpy as np
import pytest
import SimpleITK as sitk
from bounded import GRID_MM, Hang, memory_limit, time_limit
from damaged_texts import damaged
from encoded_series import enhanced
from made_dicom import ct_slices, write, write_series
from made_masks import NAMES, labels_on, save, save_multilabel, segmentation
from mutants import mutant

from tps.dicom.case import read_structures
from tps.dicom.ct.series import read_ct
from tps.errors import TpsError

MUTANTS = int(os.environ.get("SEEDWRIGHT_FUZZ", "2000")) // 10


def survive(path, damage, read, check):
    whole, refused = path.read_bytes(), 0
    read()
    for seed in range(MUTANTS):
        path.write_bytes(damage(whole, seed))
        label = f"{path.name}, mutant {seed}"
        try:
            with time_limit(), memory_limit(label, seed % 8 == 0):
                found = read()
        except TpsError:
            refused += 1
        except Hang:
            pytest.fail(f"{label}: hangs")
        except Exception as error:
            raise AssertionError(f"{label}: {type(error).__name__}") from error
        else:
            assert check(found), f"{label}: accepted what is not valid"
    assert refused > 0.3 * MUTANTS, "the mutants do little harm"


def damaged_dicom(content, seed):
    return mutant(content, seed)[0]


@pytest.fixture
def grid(tmp_path):
    return read_ct(write_series(ct_slices(), tmp_path / "ct")).volume.grid


def are_outlines(found):
    contours = [c.points_mm for s in found.structures.values() for c in s.contours]
    return all(np.isfinite(p).all() and len(p) >= 3 for p in contours)


@pytest.mark.parametrize("ending", ["nii", "nii.gz", "nrrd", "seg.nrrd", "mha"])
def test_label_maps(tmp_path, grid, ending):
    is_slicer = ending.startswith("seg")
    texts = {"Segment0_Name": "GTV", "Segment0_LabelValue": "4"} if is_slicer else {}
    path = save(tmp_path / f"auto.{ending}", labels_on(grid), grid, texts)
    names = None if is_slicer else tmp_path / "names.csv"
    (tmp_path / "names.csv").write_text("index,name\n1,Liver\n4,GTV\n")
    sitk.ProcessObject.SetGlobalWarningDisplay(False)

    def check(found):
        return are_outlines(found) and any("no frame of reference" in w for w in found.warnings)

    survive(path, damaged, lambda: read_structures(path, grid, names), check)


def test_tables_of_label_names(tmp_path, grid):
    """Names in the extended header of a NIfTI file: they name what they named, or the file is refused."""
    path = save_multilabel(tmp_path / "auto.nii", labels_on(grid), grid, NAMES)

    def damage(content, seed):
        return damaged(content[:900], seed) + content[900:]

    survive(path, damage, lambda: read_structures(path, grid), are_outlines)


@pytest.mark.parametrize("ending", ["csv", "json"])
def test_files_of_label_names(tmp_path, grid, ending):
    path = save(tmp_path / "auto.nii.gz", labels_on(grid), grid)
    names = tmp_path / f"names.{ending}"
    names.write_text("index,name\n1,Liver\n4,GTV\n" if ending == "csv" else '{"1": "Liver", "4": "GTV"}')
    survive(names, damaged, lambda: read_structures(path, grid, names), are_outlines)


@pytest.mark.parametrize("kind", ["BINARY", "FRACTIONAL", "LABELMAP"])
def test_segmentations(tmp_path, grid, kind):
    path = write(segmentation(labels_on(grid), ct_slices(), kind), tmp_path / "seg.dcm")
    survive(path, damaged_dicom, lambda: read_structures(path, grid), are_outlines)


def lies_on(grid, found):
    if found.shape != grid.shape:
        return False
    corners = [[0, 0, 0], [11, 15, 3], [11, 0, 0], [0, 15, 3]]
    return np.abs(found.index_to_world(corners) - grid.index_to_world(corners)).max() <= GRID_MM


def test_multi_frame_files(tmp_path, grid):
    path = write(enhanced(ct_slices(), [2, 0, 3, 1]), tmp_path / "enhanced.dcm")
    usual = set(read_ct(path).warnings)

    def check(found):
        return lies_on(grid, found.volume.grid) or set(found.warnings) - usual

    survive(path, damaged_dicom, lambda: read_ct(path), check)


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_zips(tmp_path, grid, packing):
    path = tmp_path / "ct.zip"
    with zipfile.ZipFile(path, "w", packing) as archive:
        for file in sorted((tmp_path / "ct").iterdir()):
            archive.write(file, file.name)
    survive(path, damaged, lambda: read_ct(path), lambda found: lies_on(grid, found.volume.grid))
