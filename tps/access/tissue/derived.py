"""Structures to keep away from where nobody contoured them, as well as the CT shows them."""

from dataclasses import dataclass

import numpy as np

from dose_kernels.geometry.components import dilated
from dose_kernels.geometry.voxels import block_mean
from tps.access.tissue.bone import DENSE_HU
from tps.access.tissue.canal import find_canal
from tps.access.tissue.contrast import BRIGHT_HU, Bright
from tps.access.tissue.crop import Crop
from tps.access.tissue.lung import Lung
from tps.access.tissue.mediastinum import find_mediastinum

# Part of a cell that is bone before it counts as such.
BONE_PART = 0.3

# Voxels of contrast and vessels are brighter than this after smoothing, or dense: the corner of a vessel that
# juts into lung is smoothed away.
REGION_HU = BRIGHT_HU - 20.0

# The mediastinum has its fat, but no lung.
SOFT_HU = -300

# Beside the cells of the canal, which leave out what is partly bone, it goes on up to here.
CANAL_HU = 150

# The smallest region worth a name, mm3.
LEAST_MM3 = 300.0


@dataclass(frozen=True, eq=False)
class DerivedRegion:
    """A region found in the CT that needles keep away from: ``mask`` (nz, ny, nx) bool, targets left out."""

    name: str
    mask: np.ndarray


def derive_structures(crop: Crop, bright: Bright, lung: Lung, bone: np.ndarray) -> tuple[DerivedRegion, ...]:
    """Spinal canal, mediastinum, airways, bullae, vessels and contrast; only what is found.

    Parameters
    ----------
    crop : Crop
    bright : Bright
    lung : Lung
    bone : (nz, ny, nx) bool
        Voxels of bone, marrow and canal filled.
    """
    cortex = block_mean(bone & (crop.smooth > BRIGHT_HU), crop.factor) > BONE_PART
    canal = find_canal(crop, cortex, bright.contrast)
    bony = block_mean(bone, crop.factor) > BONE_PART
    mediastinum = find_mediastinum(crop, lung.cells, bony, canal)
    least = LEAST_MM3 / crop.grid.voxel_mm3
    own, dense = crop.body & ~crop.target, crop.hu > DENSE_HU
    filled = own & ((crop.smooth > REGION_HU) | dense)
    vessels = crop.to_voxels(bright.vessels) & filled
    contrast = crop.to_voxels(bright.contrast & ~bright.vessels) & filled
    if np.count_nonzero(contrast) <= least:
        # Too little for a name of its own, but no bone either: it must not be lost.
        vessels, contrast = vessels | contrast, np.zeros_like(contrast)
    masks = {
        "Mediastinum (from CT)": crop.to_voxels(mediastinum) & (crop.smooth > SOFT_HU) & ~bone,
        "Spinal-Canal (from CT)": crop.to_voxels(dilated(canal, corners=True)) & (crop.smooth < CANAL_HU),
        "Airway (from CT)": lung.airways,
        "Bulla (from CT)": crop.to_voxels(lung.bullae),
        "Vessel (from CT)": vessels,
        "Contrast (from CT)": contrast,
    }
    regions = (DerivedRegion(name, mask & own) for name, mask in masks.items())
    return tuple(r for r in regions if np.count_nonzero(r.mask) > least or (r.mask & dense).any())
