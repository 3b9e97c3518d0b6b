"""Stored pixels to Hounsfield units, slice by slice into one int16 array."""

from collections.abc import Sequence

import numpy as np

from tps.dicom.ct.slices import Slice
from tps.dicom.file.pixels import stored_frames
from tps.dicom.file.values import integer
from tps.dicom.hearing import SILENT, Hearing
from tps.errors import BadInput

# Hounsfield units begin at -1000 (vacuum about -1024).  Whatever is below was never measured: outside the
# circle of reconstruction many scanners write -2000, -3024 or other values, often without a padding element.
# It is air for every purpose of planning, and becomes this value.
AIR_HU = -1024

# A padding value whose HU lies below this can only be air or nothing; a higher one may also occur in tissue.
SURELY_AIR_HU = -900

_INT16_MAX = np.iinfo(np.int16).max


def read_hu(slices: Sequence[Slice], hearing: Hearing = SILENT) -> tuple[np.ndarray, list[str]]:
    """Hounsfield units (nz, ny, nx) int16 of ordered slices, and warnings; ``hearing`` is told of each image.

    HU = slope x stored + intercept, rounded.  Padding, and everything below ``AIR_HU``, becomes ``AIR_HU``;
    values above 32767 become 32767.  A padding value that could also be tissue is taken as padding only
    where it touches the edge of the image.

    Raises
    ------
    BadInput
        If a file is cut short or its pixels cannot be decoded.
    """
    first = slices[0]
    below = above = padded = 0
    file, frames, volume = None, np.empty(0), np.empty(0)
    for k, s in enumerate(slices):
        if s.file is not file:
            file, frames = s.file, stored_frames(s.file, s.rows, s.columns)
            described = 1 if s.frame is None else integer(file.dataset, "NumberOfFrames", file.name)
            if len(frames) != described:
                raise BadInput(
                    f"holds {len(frames)} frames and describes {described}",
                    where=file.name,
                    remedy="export the series again",
                )
        if k == 0:  # not before a file has shown that it holds what its header promises
            volume = np.empty((len(slices), first.rows, first.columns), dtype=np.int16)
        stored = frames[s.frame or 0]
        hu = _to_hu(stored, s)
        outside = _padding_mask(stored, s)
        if outside is not None:
            padded += int(np.count_nonzero(outside))
            hu[outside] = AIR_HU
        below += int(np.count_nonzero(hu < AIR_HU))
        above += int(np.count_nonzero(hu > _INT16_MAX))
        np.clip(hu, AIR_HU, _INT16_MAX, out=hu)
        volume[k] = hu
        hearing.images((len(slices) + k + 1) // 2, len(slices))
    return volume, _remarks(volume.size, below, above, padded)


def _remarks(size: int, below: int, above: int, padded: int) -> list[str]:
    remarks = []
    if padded:
        remarks.append(f"{padded} voxels ({padded / size:.1%}) are marked as padding: taken as air")
    if below:
        share = f"{below} voxels ({below / size:.1%})"
        remarks.append(f"{share} lie below {AIR_HU} HU (nothing was measured there): taken as air")
    if above:
        remarks.append(f"{above} voxels lie above {_INT16_MAX} HU: cut to that")
    return remarks


def _to_hu(stored: np.ndarray, s: Slice) -> np.ndarray:
    if s.slope == 1 and s.intercept == round(s.intercept) and abs(s.intercept) < 2**24:
        return stored.astype(np.int32) + np.int32(s.intercept)
    hu = np.rint(stored * s.slope + s.intercept)
    # Before the integers: beyond these the value says only "far outside", and must not wrap around.
    return np.clip(hu, -(2**30), 2**30).astype(np.int32)


def _padding_mask(stored: np.ndarray, s: Slice) -> np.ndarray | None:
    """True where a pixel is padding; None where the header names no padding or none occurs."""
    if s.padding is None:
        return None
    mask = (stored >= s.padding[0]) & (stored <= s.padding[1])
    if not mask.any():
        return None
    ends = [s.slope * p + s.intercept for p in s.padding]
    if max(ends) > SURELY_AIR_HU:
        mask = _touching_edge(mask)
    return mask


def _touching_edge(mask: np.ndarray) -> np.ndarray:
    """The part of a 2-D mask that is connected to the edge of the image."""
    import SimpleITK as sitk

    rest = sitk.GetImageFromArray((~mask).astype(np.uint8))
    filled = sitk.GetArrayFromImage(sitk.BinaryFillhole(rest, fullyConnected=False, foregroundValue=1))
    return filled == 0
