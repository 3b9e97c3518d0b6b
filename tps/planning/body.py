"""The body, the air around it, and what else is dense outside: from the CT alone or from a drawn outline."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from dose_kernels.voxels import block_mean, grow

# Cells in which coarse decisions are made; thin table tops and blankets vanish, the chest wall does not.
COARSE_MM = 3.0

# Outside air is at -1000 HU, lung that the edge of the scan cuts -650 to -880 HU on average.  Foam and
# scatter can bring what surrounds the patient up to lung; then at least a twentieth of it is clear air, and
# it fills a corner of the image.
OUTSIDE_AIR_HU = -930.0
CLEAR_AIR_HU = -905.0
CLEAR_PERCENT = 5.0

# A bowel loop that the edge of the scan cuts looks like air too: what is outside is larger than this part of
# the largest such region.
LEAST_OUTSIDE = 0.2

# Cells above this hold tissue or table, and say nothing of the air around them.
THIN_HU = -300.0

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
    through air to the lateral edge of the scan.  Regions at that edge count as outside only if they look
    like air, so that lung cut by the edge of the scan is no way in.

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
    factor = coarse_factor(spacing_mm)
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
        inner, near = spread(inner, factor, hu.shape), spread(near, factor, hu.shape)
        body = inner | _attached(tissue & near & ~inner, inner)
    around = ndimage.binary_dilation(solid, plane, iterations=2)
    objects = tissue & ~body & ~spread(around, factor, hu.shape)
    outside_fine = spread(ndimage.binary_dilation(outside, plane, iterations=2), factor, hu.shape)
    air = ~body & ~tissue & (hu > PADDING_HU) & outside_fine
    return BodyMasks(body, air, objects)


def _attached(rim: np.ndarray, inner: np.ndarray) -> np.ndarray:
    """The part of ``rim`` that hangs together with ``inner``; specks of a mattress do not."""
    touching = np.zeros_like(rim)
    touching[:, 1:] |= inner[:, :-1]
    touching[:, :-1] |= inner[:, 1:]
    touching[:, :, 1:] |= inner[:, :, :-1]
    touching[:, :, :-1] |= inner[:, :, 1:]
    return grow(touching & rim, rim)


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
    corners = pieces[:, [0, 0, -1, -1], [0, -1, 0, -1]]
    means = block_mean(hu, factor)
    size = np.zeros(count + 1)
    for piece in np.unique(pieces[rim & ~core]):
        thin = means[(pieces == piece) & (means < THIN_HU)]
        if len(thin):
            clear = piece in corners and np.percentile(thin, CLEAR_PERCENT) < CLEAR_AIR_HU
            size[piece] = len(thin) * (clear or np.median(thin) < OUTSIDE_AIR_HU)
    return ((size > 0) & (size >= LEAST_OUTSIDE * size.max()))[pieces]


def coarse_factor(spacing_mm: np.ndarray) -> int:
    """Voxels along the side of a coarse cell."""
    return max(1, int(COARSE_MM / float(spacing_mm[0]) + 0.1))


def spread(coarse: np.ndarray, factor: int, shape: tuple[int, int, int]) -> np.ndarray:
    """Coarse cells spread over their voxels."""
    return np.repeat(np.repeat(coarse, factor, axis=1), factor, axis=2)[:, : shape[1], : shape[2]]
