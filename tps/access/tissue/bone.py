"""Bone from the CT: dense regions with a dense core, and the marrow they enclose."""

import numpy as np

from dose_kernels.geometry.voxels import enclosed_in_slices, grow
from tps.access.tissue.crop import Crop

# A needle never crosses a voxel above this, whatever it is: cortex, calcification, metal, contrast.
DENSE_HU = 400

# A voxel of bone keeps this part of the threshold when averaged with its neighbours; a noisy one does not.
SMOOTH_PART = 0.6

# Gaps of the cortex up to twice this wide are bridged before marrow is looked for.
CORTEX_GAP_MM = 2.0

# Larger enclosed areas are not marrow or spinal canal: the inside of the skull, or of a ring of ribs.
LARGEST_MARROW_MM2 = 2500.0

# The edge of the scan may close a marrow cavity that it cuts, over this length.
CUT_MARROW_MM = 40.0


def find_bone(
    crop: Crop,
    bone_hu: float,
    core_hu: float,
    contrast: np.ndarray,
    marrow: np.ndarray,
    drawn: np.ndarray | None = None,
) -> np.ndarray:
    """Mask (nz, ny, nx) bool of what needles must treat as bone.

    Voxels above ``bone_hu`` that hang together with one above ``core_hu`` (the latter after a slight
    smoothing against noise); every voxel above ``DENSE_HU``; marrow; and what these enclose within a slice
    (marrow, spinal canal) except the target, which is not bone for lying in one.  Contrast is left out, but
    for dense voxels in the target.

    Parameters
    ----------
    crop : Crop
    bone_hu, core_hu : float
    contrast, marrow : (nz, ny, nx) bool
        Voxels filled with contrast; voxels within bone that are bright themselves.
    drawn : (nz, ny, nx) bool, optional
        Bone as contoured; added.
    """
    hu, smooth = crop.hu, crop.smooth
    own = crop.body & ~contrast
    allowed = own & (hu > bone_hu) & (smooth > SMOOTH_PART * bone_hu)
    bone = grow(allowed & (smooth > core_hu), allowed)
    bone |= (own | (crop.body & crop.target)) & (hu > DENSE_HU)
    bone |= marrow & own & ~crop.target
    dx, dy, _ = crop.grid.spacing_mm
    enclosed = enclosed_in_slices(
        bone,
        max(1.0, CORTEX_GAP_MM / float(dx)),
        int(LARGEST_MARROW_MM2 / float(dx * dy)),
        int(CUT_MARROW_MM / float(dx)),
    )
    bone |= enclosed & ~crop.target & own
    if drawn is not None:
        bone |= drawn & ~crop.target
    return bone
