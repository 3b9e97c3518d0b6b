"""The body, the air around it, and what else is dense outside: from the CT alone or from a drawn outline."""

from dataclasses import dataclass

import numpy as np

from dose_kernels.pieces import label_pieces, narrowed, widened
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

    The largest piece of tissue (and any piece with target in it) is the body, with what they enclose, less
    what is thinner than about two coarse cells.  Enclosed means: no way through air to the lateral edge of
    the scan.  Regions at that edge count as outside only if they look like air, so that lung cut by the
    edge of the scan is no way in.

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
        outside = _outside_air(hu, block_mean(drawn, factor) > 0.5, factor)
        solid, body = ~outside, drawn
    else:
        seeds = block_mean(target, factor) > 0
        core = _main_pieces(block_mean(tissue, factor) > 0.5, seeds)
        # Thin attachments are taken off once lungs and gas are filled: the chest wall is thin too.
        solid = _without_thin_parts(~_outside_air(hu, core, factor), seeds)
        outside = ~solid
        inner = spread(narrowed(solid, corners=True), factor, hu.shape)
        near = spread(widened(solid, corners=True), factor, hu.shape)
        body = inner | _attached(tissue & near & ~inner, inner)
    around = spread(widened(solid, corners=True, rounds=2), factor, hu.shape)
    outside = spread(widened(outside, corners=True, rounds=2), factor, hu.shape)
    air = ~body & ~tissue & (hu > PADDING_HU) & outside
    return BodyMasks(body, air, tissue & ~body & ~around)


def _attached(rim: np.ndarray, inner: np.ndarray) -> np.ndarray:
    """The part of ``rim`` that hangs together with ``inner``; specks of a mattress do not."""
    touching = np.zeros_like(rim)
    touching[:, 1:] |= inner[:, :-1]
    touching[:, :-1] |= inner[:, 1:]
    touching[:, :, 1:] |= inner[:, :, :-1]
    touching[:, :, :-1] |= inner[:, :, 1:]
    return grow(touching & rim, rim)


def _main_pieces(mask: np.ndarray, seeds: np.ndarray) -> np.ndarray:
    """The largest connected piece of a coarse mask, and those with seeds in them."""
    pieces, count = label_pieces(mask)
    sizes = np.bincount(pieces.ravel(), minlength=count + 1)
    sizes[0] = 0
    keep = np.zeros(count + 1, bool)
    keep[np.unique(pieces[seeds & mask])] = True
    keep[sizes.argmax()] = sizes.max() > 0
    return keep[pieces]


def _without_thin_parts(solid: np.ndarray, seeds: np.ndarray) -> np.ndarray:
    """A filled coarse body less what is thinner than about two cells: table tops, blankets, wires."""
    opened = _main_pieces(narrowed(solid), seeds)
    if not opened.any():
        return solid
    return widened(opened, corners=True, rounds=2) & solid


def _outside_air(hu: np.ndarray, core: np.ndarray, factor: int) -> np.ndarray:
    """Coarse cells that are not body and reach the lateral edge of the scan as air."""
    pieces, count = label_pieces(~core)
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
