"""The body, the air around it, and whatever else is dense outside: from the CT alone or from a drawn outline."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from dose_kernels.voxels import block_mean

# Cells in which coarse decisions are made; thin table tops and blankets vanish, the chest wall does not.
COARSE_MM = 3.0

# Outside air is at -1000 HU; lung that the scan's edge cuts is denser on average.
OUTSIDE_AIR_HU = -930.0

# Padding outside the reconstructed circle is written far below air; it shows nothing.
PADDING_HU = -1500


@dataclass(frozen=True, eq=False)
class BodyMasks:
    """Boolean masks (nz, ny, nx) of one part of the scan.

    ``body`` has its inner gas and lungs filled; ``air`` is outside the body and really seen as air;
    ``objects`` are dense voxels outside the body: table, supports, another limb.
    """

    body: np.ndarray
    air: np.ndarray
    objects: np.ndarray


def find_body(
    hu: np.ndarray,
    spacing_mm: np.ndarray,
    body_hu: float,
    target: np.ndarray,
    drawn: np.ndarray | None = None,
) -> BodyMasks:
    """Separate body, outside air and outside objects.

    The largest piece of tissue (and any piece with target in it) is the body, after what is thinner than
    about two coarse cells has been taken off; what it encloses belongs to it.  Enclosed means: no way
    through air, in any slice, to the lateral edge of the scan.  Air-like regions at that edge count as
    outside only if they are as thin as air, so that lung cut by the edge of the scan is no way in.

    Parameters
    ----------
    hu : (nz, ny, nx) int16
    spacing_mm : (3,) float
        x, y, z.
    body_hu : float
    target : (nz, ny, nx) bool
        All targets.
    drawn : (nz, ny, nx) bool, optional
        The body as contoured; used instead of what the CT shows.
    """
    factor = max(1, int(round(COARSE_MM / float(spacing_mm[0]))))
    tissue = hu > body_hu
    if drawn is not None:
        core = block_mean(drawn, factor) > 0.5
    else:
        core = _main_piece(block_mean(tissue, factor) > 0.5, block_mean(target, factor) > 0)
    outside = _outside_air(hu, core, factor)
    solid = ~outside if drawn is None else core
    plane = ndimage.generate_binary_structure(2, 2)[None]
    if drawn is not None:
        body = drawn
    else:
        inner = ndimage.binary_erosion(solid, plane, border_value=1)
        near = ndimage.binary_dilation(solid, plane)
        body = _fine(inner, factor, hu.shape) | (tissue & _fine(near, factor, hu.shape))
    around = ndimage.binary_dilation(solid, plane, iterations=2)
    objects = tissue & ~body & ~_fine(around, factor, hu.shape)
    outside_fine = _fine(ndimage.binary_dilation(outside, plane, iterations=2), factor, hu.shape)
    air = ~body & ~tissue & (hu > PADDING_HU) & outside_fine
    return BodyMasks(body, air, objects)


def _main_piece(tissue: np.ndarray, target: np.ndarray) -> np.ndarray:
    """The largest coarse piece of tissue and those with target in them, thin attachments taken off."""
    plane = ndimage.generate_binary_structure(2, 1)[None]
    opened = ndimage.binary_erosion(tissue, plane, border_value=1)
    pieces, count = ndimage.label(opened)
    if count == 0:
        return tissue
    sizes = np.bincount(pieces.ravel())
    sizes[0] = 0
    keep = np.zeros(count + 1, bool)
    keep[sizes.argmax()] = True
    keep[np.unique(pieces[target & opened])] = True
    keep[0] = False
    return ndimage.binary_dilation(keep[pieces], plane, iterations=2) & tissue


def _outside_air(hu: np.ndarray, core: np.ndarray, factor: int) -> np.ndarray:
    """Coarse cells that are not body and reach the lateral edge of the scan as air."""
    pieces, count = ndimage.label(~core)
    rim = np.zeros(core.shape, bool)
    rim[:, [0, -1], :] = rim[:, :, [0, -1]] = True
    outside = np.zeros(count + 1, bool)
    means = block_mean(hu, factor)
    for piece in np.unique(pieces[rim & ~core]):
        outside[piece] = piece > 0 and np.median(means[(pieces == piece) & (means < -300)]) < OUTSIDE_AIR_HU
    return outside[pieces]


def _fine(coarse: np.ndarray, factor: int, shape: tuple[int, int, int]) -> np.ndarray:
    """Coarse cells spread over their voxels."""
    return np.repeat(np.repeat(coarse, factor, axis=1), factor, axis=2)[:, : shape[1], : shape[2]]
