"""Lung, airways, bullae, and gas in the bowel, from the CT: by what encloses them more than by their HU."""

from dataclasses import dataclass

import numpy as np

from dose_kernels.geometry.components import dilated, eroded, label_pieces, widened_labels
from dose_kernels.geometry.voxels import block_mean
from tps.access.tissue.airway import find_airways
from tps.access.tissue.crop import Crop

# Smaller bubbles are noise, or harmless, mm3.
LEAST_GAS_MM3 = 200.0

# A piece as thin as lung but smaller is gas, unless it lies beside lung or is cut by the head end of the
# scan, mm3.
LEAST_LUNG_MM3 = 40_000.0
LEAST_CUT_LUNG_MM3 = 5_000.0

# Of lung at least this part, its rim left out, is denser than gas, be it ever so emphysematous: vessels,
# septa, less damaged parts.  Of bowel and stomach gas nothing is.  Small pieces must be clearly lung.
LUNG_PART, SMALL_LUNG_PART = 0.1, 0.5

# A small piece of lung lies this near to a large one.
BESIDE_MM = 9.0

# The rim of an airway is as thin as lung; it goes this far in voxels, and in cells, which are larger.
AIRWAY_RIM_MM = 2.5
AIRWAY_CELLS_MM = 4.0

# A bulla is clear air at least this wide (mm) within lung; where less than this part of what surrounds clear
# air is lung, it is stomach or bowel beside the lung: of a bulla at the pleura nearly half is.
BULLA_HU = -965.0
BULLA_MM = 10.0
LUNG_AROUND_BULLA, AROUND_BULLA_MM = 0.35, 9.0
POCKET_HU, POCKET_RIM_MM = -830.0, 6.0

# A cell amid clear air counts as clear whatever its noise: if so many of the nine around it are clear.
CLEAR_AROUND = 6


@dataclass(frozen=True, eq=False)
class Lung:
    """Masks (nz, ny, nx) of voxels: ``lung``, ``gas`` (airways among it), ``airways``; of coarse cells:
    ``cells`` (lung), ``bullae``.
    """

    lung: np.ndarray
    gas: np.ndarray
    airways: np.ndarray
    cells: np.ndarray
    bullae: np.ndarray


def find_lung(crop: Crop, lung_hu: tuple[float, float], drawn: np.ndarray | None = None) -> Lung:
    """Tell lung from gas.

    Large pieces of what is thin are lung if their inside is not gas throughout; small ones if they lie beside
    such a piece and look like lung.  Trachea and main bronchi count as gas; clear air amid lung is a bulla,
    and stays lung.  All else is gas.

    Parameters
    ----------
    crop : Crop
    lung_hu : (low, high)
        Lung lies between; a piece whose inside is thinner than ``low`` is gas.
    drawn : (nz, ny, nx) bool, optional
        Lung as contoured; used instead.
    """
    thin = crop.inside & (crop.mean < lung_hu[1])
    lungs, gas = _sorted(crop, thin, lung_hu[0])
    if drawn is not None:
        from_outline = crop.inside & (block_mean(drawn, crop.factor) > 0.5)
        lungs, gas = from_outline, gas & ~from_outline
    airways = find_airways(crop, thin, lungs)
    tubes = dilated(block_mean(airways, crop.factor) > 0, corners=True, rounds=crop.rounds(AIRWAY_CELLS_MM))
    bullae, pockets = _bullae(crop, lungs & ~tubes & (crop.mean < BULLA_HU), lungs, thin)
    gas |= pockets
    # Both: smoothing makes the skin thin, and noise makes specks.
    voxels = crop.body & (crop.hu < lung_hu[1]) & (crop.smooth < lung_hu[1])
    lungs &= ~pockets
    wall = dilated(airways, rounds=max(1, round(AIRWAY_RIM_MM / float(crop.grid.spacing_mm[0]))))
    gas_voxels = voxels & (wall | crop.to_voxels(dilated(gas, corners=True) & ~lungs))
    if drawn is None:
        lung_voxels = voxels & crop.to_voxels(dilated(lungs, corners=True)) & ~gas_voxels
    else:
        lung_voxels = drawn & ~gas_voxels
    return Lung(lung_voxels, gas_voxels, airways & voxels, lungs & ~tubes, bullae)


def _sorted(crop: Crop, thin: np.ndarray, low_hu: float) -> tuple[np.ndarray, np.ndarray]:
    """Cells of lung and of gas among ``thin`` cells, piece by piece."""
    pieces, count = label_pieces(thin)
    size = np.bincount(pieces.ravel(), minlength=count + 1) * crop.cell_mm3
    inner = eroded(thin, corners=True)
    inside = np.bincount(pieces[inner], minlength=count + 1)
    like_lung = np.bincount(pieces[inner & (crop.mean > low_hu)], minlength=count + 1) / np.maximum(1, inside)
    size[0] = like_lung[0] = 0
    lung = (size >= LEAST_LUNG_MM3) & (like_lung > LUNG_PART)
    lung |= (size >= LEAST_CUT_LUNG_MM3) & (like_lung > SMALL_LUNG_PART) & _at_head(crop, pieces, count)
    near = dilated(lung[pieces], corners=True, rounds=crop.rounds(BESIDE_MM))
    near[1:] |= near[:-1]
    near[:-1] |= near[1:]
    beside = np.bincount(pieces[near], minlength=count + 1) > 0
    everywhere = np.bincount(pieces[thin & (crop.mean > low_hu)], minlength=count + 1)
    mostly = everywhere > SMALL_LUNG_PART * np.bincount(pieces.ravel(), minlength=count + 1)
    lung |= beside & mostly & (size > 0)
    lung[0] = False
    return lung[pieces], ((size >= LEAST_GAS_MM3) & ~lung)[pieces]


def _at_head(crop: Crop, pieces: np.ndarray, count: int) -> np.ndarray:
    """Which pieces the head end of the scan cuts, (count + 1,) bool."""
    last = -1 if crop.grid.axes[2, 2] > 0 else 0
    return np.bincount(pieces[last].ravel(), minlength=count + 1) > 0


def _bullae(crop: Crop, clear, lungs, thin) -> tuple[np.ndarray, np.ndarray]:
    """Clear air of some width within lung: amid lung (bullae), or beside it (stomach, bowel).

    Noise must not hide the gas of a bowel; it may hide a bulla, which is lung all the same.
    """
    bullae, pockets = _wide_air(crop, clear, lungs)
    pockets |= _wide_air(crop, clear | (lungs & (_around(clear) >= CLEAR_AROUND)), lungs)[1]
    rim = dilated(pockets, corners=True, rounds=crop.rounds(POCKET_RIM_MM)) & thin
    rim &= crop.mean < POCKET_HU
    return bullae & ~rim, rim


def _wide_air(crop: Crop, clear, lungs) -> tuple[np.ndarray, np.ndarray]:
    """Pieces of clear air at least ``BULLA_MM`` wide: those amid lung, and the others."""
    rounds = max(1, crop.rounds(0.5 * BULLA_MM) - 1)
    core = clear
    for n in range(rounds):
        core = eroded(core, corners=n % 2 == 0)
    opened = core
    for n in range(rounds):
        opened = dilated(opened, corners=n % 2 == 0)
    opened &= clear
    pieces, count = label_pieces(opened)
    grown = widened_labels(pieces, crop.rounds(AROUND_BULLA_MM))
    ring = (grown > 0) & (pieces == 0)
    lung = np.bincount(grown[ring & lungs & (crop.mean > BULLA_HU) & (crop.mean < -500)], minlength=count + 1)
    whole = np.bincount(grown[ring], minlength=count + 1)
    size = np.bincount(pieces.ravel(), minlength=count + 1) * crop.cell_mm3
    large = size >= 0.5 * BULLA_MM**3
    large[0] = False
    amid = lung > LUNG_AROUND_BULLA * whole
    return (large & amid)[pieces], (large & ~amid)[pieces]


def _around(cells: np.ndarray) -> np.ndarray:
    """How many of the nine cells around each, itself among them, are set (nz, my, mx)."""
    rows = np.pad(cells.astype(np.uint8), ((0, 0), (1, 1), (1, 1)))
    rows = rows[:, :-2] + rows[:, 1:-1] + rows[:, 2:]
    return rows[..., :-2] + rows[..., 1:-1] + rows[..., 2:]
