"""Bone from the CT: dense regions with a dense core, and the marrow they enclose."""

import numpy as np

from dose_kernels.voxels import enclosed_in_slices, grow

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
    hu: np.ndarray,
    smooth_hu: np.ndarray,
    body: np.ndarray,
    spacing_mm: np.ndarray,
    bone_hu: float,
    core_hu: float,
    target: np.ndarray,
    drawn: np.ndarray | None = None,
) -> np.ndarray:
    """Mask (nz, ny, nx) bool of what needles must treat as bone.

    Voxels above ``bone_hu`` that hang together with one above ``core_hu`` (the latter after a slight
    smoothing against noise); every voxel above ``DENSE_HU``; and what these enclose within a slice (marrow,
    spinal canal) except the target, which is not bone for lying in one.  Contrast-filled bowel or kidney
    pelvis as dense as bone is taken for bone: no needle should cross those either.

    Parameters
    ----------
    hu, smooth_hu : (nz, ny, nx) int16
    body, target : (nz, ny, nx) bool
    spacing_mm : (3,) float
    bone_hu, core_hu : float
    drawn : (nz, ny, nx) bool, optional
        Bone as contoured; added.
    """
    allowed = body & (hu > bone_hu) & (smooth_hu > SMOOTH_PART * bone_hu)
    bone = grow(allowed & (smooth_hu > core_hu), allowed)
    bone |= body & (hu > DENSE_HU)
    pixel = float(spacing_mm[0] * spacing_mm[1])
    radius = max(1.0, CORTEX_GAP_MM / float(spacing_mm[0]))
    enclosed = enclosed_in_slices(
        bone, radius, int(LARGEST_MARROW_MM2 / pixel), int(CUT_MARROW_MM / float(spacing_mm[0]))
    )
    bone |= enclosed & ~target & body
    if drawn is not None:
        bone |= drawn & ~target
    return bone
