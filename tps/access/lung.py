"""Lung, and gas in airways and bowel, from the CT."""

import numpy as np

from dose_kernels.pieces import label_pieces, widened
from dose_kernels.voxels import block_mean
from tps.access.body import coarse_factor, spread

# Averages over a coarse cell below this are gas; aerated lung averages -650 to -880 HU.
GAS_HU = -900.0

# Smaller bubbles are noise, or harmless, mm3.
LEAST_GAS_MM3 = 200.0

# A piece that thin of this size is emphysematous lung, not an airway, bulla or bowel loop, mm3.
LARGEST_GAS_MM3 = 400_000.0

# A piece as thin as lung but smaller is gas mixed with something: foam in the stomach, a rim, mm3.
LEAST_LUNG_MM3 = 40_000.0


def find_lung(
    hu: np.ndarray,
    smooth_hu: np.ndarray,
    body: np.ndarray,
    spacing_mm: np.ndarray,
    lung_hu: tuple[float, float],
    drawn: np.ndarray | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Masks (lung, gas), each (nz, ny, nx) bool.

    Gas is what averages to air over a few millimetres, in pieces neither tiny nor as large as an
    emphysematous lobe; lung is the rest of what is thinner than ``lung_hu[1]``, in large pieces.

    Parameters
    ----------
    hu, smooth_hu : (nz, ny, nx) int16
        As scanned, and slightly smoothed.
    body : (nz, ny, nx) bool
    spacing_mm : (3,) float
    lung_hu : (low, high)
        Lung lies between; what is thinner than ``low`` on average counts as gas whatever its size.
    drawn : (nz, ny, nx) bool, optional
        Lung as contoured; used instead.
    """
    factor = coarse_factor(spacing_mm)
    cell = float(np.prod(spacing_mm)) * factor**2
    means = block_mean(hu, factor)
    inside = block_mean(body, factor) > 0.95
    # Both: smoothing makes the skin thin, and noise makes specks.
    thin = body & (hu < lung_hu[1]) & (smooth_hu < lung_hu[1])
    gas_cells = _pieces(inside & (means < GAS_HU), LEAST_GAS_MM3 / cell, LARGEST_GAS_MM3 / cell)
    gas_cells |= inside & (means < lung_hu[0])
    near_gas = widened(gas_cells, corners=True)
    if drawn is None:
        cells = inside & (means < lung_hu[1]) & ~near_gas
        large = _pieces(cells, LEAST_LUNG_MM3 / cell)
        lung = thin & spread(widened(large, corners=True), factor, hu.shape)
    else:
        lung = drawn
    # The rim of a bubble is as thin as lung on average; it belongs to the bubble.
    gas = thin & spread(near_gas, factor, hu.shape) & (~lung | spread(gas_cells, factor, hu.shape))
    # Thin but neither lung nor near a bubble: small gas.
    small = _pieces(block_mean(thin & ~lung & ~gas, factor) > 0.5, LEAST_GAS_MM3 / cell)
    gas |= thin & ~lung & spread(widened(small, corners=True), factor, hu.shape)
    return lung & ~gas, gas


def _pieces(mask: np.ndarray, least: float, most: float = np.inf) -> np.ndarray:
    """The connected pieces of a mask that have a number of cells in this range."""
    pieces, count = label_pieces(mask)
    sizes = np.bincount(pieces.ravel(), minlength=count + 1)
    keep = (sizes >= least) & (sizes <= most)
    keep[0] = False
    return keep[pieces]
