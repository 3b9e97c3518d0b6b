"""The body, the air around it, and what else is dense outside: from the CT alone or from a drawn outline."""

from dataclasses import dataclass

import numpy as np

from dose_kernels.geometry import rays
from dose_kernels.geometry.cells import (
    INNER,
    NOTHING,
    OPEN,
    RIM,
    SOLID,
    STRICT,
    SUPPORT,
    cell_statistics,
    label_voxels,
)
from dose_kernels.geometry.components import dilated, eroded, label_pieces
from dose_kernels.geometry.voxels import block_mean, grow
from tps.access.tissue.limbs import LIMB_BONE_HU, seams
from tps.access.tissue.table import Table, find_blocks, find_table

# Cells in which coarse decisions are made; thin table tops and blankets vanish, the chest wall does not.
COARSE_MM = 3.0

# What sticks out of the body and is thinner than this is taken off: tubes, cables, table tops, ears.
THIN_MM = 12.0

# Outside air is at -1000 HU, lung that the edge of the scan cuts -650 to -880 HU on average, to -940 HU where
# it is emphysematous.  Foam and scatter can bring what surrounds the patient up to lung; but it fills a
# corner of the image and has a twentieth of nearly clear air, or it is as long as this part of the view's
# edge and has a fifth of quite clear air.
OUTSIDE_AIR_HU = -960.0
CORNER_PERCENT, CORNER_HU = 5.0, -905.0
EDGE_PERCENT, EDGE_HU, EDGE_PART = 20.0, -970.0, 0.1

# A bowel loop that the edge of the scan cuts looks like air too: what is outside is larger than this part of
# the largest such region.
LEAST_OUTSIDE = 0.2

# Cells above this hold tissue or table, and say nothing of the air around them.
THIN_HU = -300.0

# A layer on the skin thinner than this is no tissue: fat lies at -70 to -130 HU, gauze and foam below that.
DRESSING_HU = -160.0

# Padding outside the reconstructed circle is written far below air; it shows nothing.
PADDING_HU = -1500


@dataclass(frozen=True, eq=False)
class Cells:
    """Coarse cells of a scan, about 3 mm wide within a slice and one slice thick.

    ``mean``, ``part`` and ``highest`` (nz, ny, nx): mean HU, part denser than the skin's threshold, highest
    HU; ``dark`` bool: what the scan does not show; ``factor``: voxels along a side; ``size_mm`` (3,).
    """

    mean: np.ndarray
    part: np.ndarray
    highest: np.ndarray
    dark: np.ndarray
    factor: int
    size_mm: np.ndarray

    @property
    def dense(self) -> np.ndarray:
        """Cells that are mostly as dense as tissue, (nz, ny, nx) bool."""
        return (self.part > 0.5) & ~self.dark


@dataclass(frozen=True, eq=False)
class Body:
    """What is body and what is around it.

    Parameters
    ----------
    labels : (nz, ny, nx) uint8
        ``BODY`` (inner gas and lungs filled), ``AIR`` (outside the body and really seen as air), ``OBJECT``
        (outside, stops a needle: table and all beyond it, supports, tubes, another limb), ``UNSEEN`` (what
        the scan does not show); bits of ``dose_kernels.geometry.rays``.
    solid : (nz, ny, nx) bool
        The body in coarse cells.
    cells : Cells
    table : Table or None
    """

    labels: np.ndarray
    solid: np.ndarray
    cells: Cells
    table: Table | None = None


def find_body(
    hu: np.ndarray,
    spacing_mm: np.ndarray,
    body_hu: float,
    target: np.ndarray,
    drawn: np.ndarray | None = None,
    hidden: np.ndarray | None = None,
) -> Body:
    """Separate body, outside air and outside objects.

    The largest piece of tissue (and any piece with target in it) is the body, with what they enclose, less
    blocks it lies on, what sticks out thinly, and what lies on the skin thinner than fat.  Enclosed means: no
    way through air to the lateral edge of what the scan shows.  Regions at that edge count as outside only if
    they look like air, so that lung cut by the edge of the scan is no way in.

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
    hidden : (ny, nx) bool, optional
        Pixels beyond the circle of reconstruction.
    """
    hidden = np.zeros(hu.shape[1:], bool) if hidden is None else hidden
    cells = _cells(hu, spacing_mm, body_hu, hidden)
    seeds = block_mean(target, cells.factor) > 0
    if drawn is not None:
        solid = block_mean(drawn, cells.factor) > 0.5
        outside = _outside_air(cells, solid)
        flags, solid = np.zeros(solid.shape, np.uint8), ~outside & ~cells.dark
        taken_off = np.zeros(solid.shape, bool)
    else:
        solid, taken_off, light = _solid(cells, seeds)
        flags = _body_flags(cells, solid, taken_off, light)
        flags[seams(solid, cells.mean, seeds, cells.size_mm)] = NOTHING
        outside = ~solid & ~cells.dark
    table = find_table(solid, cells.part, cells.mean, cells.dark, cells.size_mm)
    flags |= dilated(outside, corners=True, rounds=2) * np.uint8(OPEN)
    flags |= (taken_off | ~dilated(solid, corners=True, rounds=2)) * np.uint8(SUPPORT)
    if table is not None:
        flags |= table.zone * np.uint8(SOLID)
    thresholds, bits = (body_hu, DRESSING_HU, PADDING_HU), (rays.BODY, rays.AIR, rays.OBJECT, rays.UNSEEN)
    labels = label_voxels(hu, flags, hidden, cells.factor, thresholds, bits, drawn)
    return Body(labels, solid, cells, table)


def _cells(hu: np.ndarray, spacing_mm: np.ndarray, body_hu: float, hidden: np.ndarray) -> Cells:
    factor = coarse_factor(spacing_mm)
    mean, part, highest = cell_statistics(hu, factor, body_hu)
    dark = np.broadcast_to(block_mean(hidden[None], factor) > 0, mean.shape) | (mean <= PADDING_HU)
    return Cells(mean, part, highest, dark, factor, np.array(spacing_mm) * [factor, factor, 1.0])


def _solid(cells: Cells, seeds: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Coarse masks: the filled body, what was taken off it, and dressings."""
    blocks = find_blocks(cells.dense, cells.size_mm) & ~seeds
    core = _main_pieces(cells.dense & ~blocks, seeds)
    whole = ~_outside_air(cells, core) & ~cells.dark & ~blocks
    # Thin attachments are taken off once lungs and gas are filled: the chest wall is thin too.
    rounds = max(1, round(0.5 * THIN_MM / cells.size_mm[0]))
    solid = _without_thin_parts(whole, cells, seeds, rounds)
    light = _light_layer(solid, cells)
    solid = solid & ~light
    return solid, blocks | (whole & ~solid), light


def _body_flags(cells: Cells, solid: np.ndarray, taken_off: np.ndarray, light: np.ndarray) -> np.ndarray:
    """Cells whose voxels are body, or are if they hang together with it; specks of a mattress do not."""
    flags = (eroded(solid | cells.dark, corners=True) & solid) * np.uint8(INNER)
    flags |= (dilated(solid, corners=True) & ~taken_off) * np.uint8(RIM)
    flags |= dilated(light, corners=True) * np.uint8(STRICT)
    return flags


def _main_pieces(mask: np.ndarray, seeds: np.ndarray) -> np.ndarray:
    """The largest connected piece of a coarse mask, and those with seeds in them."""
    pieces, count = label_pieces(mask)
    sizes = np.bincount(pieces.ravel(), minlength=count + 1)
    sizes[0] = 0
    keep = np.zeros(count + 1, bool)
    keep[np.unique(pieces[seeds & mask])] = True
    keep[sizes.argmax()] = sizes.max() > 0
    return keep[pieces]


def _without_thin_parts(solid: np.ndarray, cells: Cells, seeds: np.ndarray, rounds: int) -> np.ndarray:
    """A filled coarse body less what is thinner than about ``2 * rounds`` cells: tubes, table tops, wires.

    What hung on the body by a thin part alone goes too, but limbs stay: they have bone in them.
    """
    opened = solid | cells.dark
    for n in range(rounds):
        opened = eroded(opened, corners=n % 2 == 1)
    opened &= solid
    opened = _main_pieces(opened, seeds | (opened & (cells.highest > LIMB_BONE_HU)))
    if not opened.any():
        return solid
    # One round more than was taken off: corners come back.
    for n in range(rounds + 1):
        opened = dilated(opened, corners=n % 2 == 1)
    return opened & solid


def _light_layer(solid: np.ndarray, cells: Cells) -> np.ndarray:
    """Cells at the surface of a coarse body, two and more deep, that are too light for tissue."""
    light = solid & (cells.mean < DRESSING_HU)
    light = grow(light & dilated(~solid & ~cells.dark), light)
    return light & ~dilated(solid & ~light)


def _outside_air(cells: Cells, core: np.ndarray) -> np.ndarray:
    """Coarse cells that are not body and reach the lateral edge of the view as air."""
    free = ~core & ~cells.dark
    pieces, count = label_pieces(free)
    rim = dilated(cells.dark)
    rim[:, [0, -1], :] = rim[:, :, [0, -1]] = True
    corners = pieces[:, [0, 0, -1, -1], [0, -1, 0, -1]]
    along_edge = np.bincount(pieces[rim & free], minlength=count + 1) / max(1, (rim & ~cells.dark).sum())
    size = np.zeros(count + 1)
    for piece in np.flatnonzero(along_edge):
        thin = cells.mean[(pieces == piece) & (cells.mean < THIN_HU)]
        if len(thin):
            in_corner = piece in corners and np.percentile(thin, CORNER_PERCENT) < CORNER_HU
            long = along_edge[piece] > EDGE_PART and np.percentile(thin, EDGE_PERCENT) < EDGE_HU
            size[piece] = len(thin) * (in_corner or long or np.median(thin) < OUTSIDE_AIR_HU)
    return ((size > 0) & (size >= LEAST_OUTSIDE * size.max()))[pieces]


def coarse_factor(spacing_mm: np.ndarray) -> int:
    """Voxels along the side of a coarse cell."""
    return max(1, int(COARSE_MM / float(spacing_mm[0]) + 0.1))


def spread(coarse: np.ndarray, factor: int, shape: tuple[int, int, int]) -> np.ndarray:
    """Coarse cells spread over their voxels."""
    # Along the rows first: whole rows are then copied at once.
    return np.repeat(np.repeat(coarse, factor, axis=2), factor, axis=1)[:, : shape[1], : shape[2]]
