"""Lung, and gas in airways and bowel, from the CT."""

import numpy as np
from scipy import ndimage

from dose_kernels.voxels import block_mean
from tps.planning.body import COARSE_MM, _fine

# A region as thin as lung but smaller is the rim of some gas, mm3.
LEAST_LUNG_MM3 = 10_000.0

# Smaller bubbles are noise, or harmless, mm3.
LEAST_GAS_MM3 = 200.0

# Inside lung, gas is only called so if it is thinner than this on the average of a coarse cell (airways,
# bullae), and not smaller than that, mm3.
AIRWAY_HU = -960.0
LEAST_AIRWAY_MM3 = 1000.0


def find_lung(
    hu: np.ndarray,
    body: np.ndarray,
    spacing_mm: np.ndarray,
    lung_hu: tuple[float, float],
    drawn: np.ndarray | None = None,
) -> tuple[np.ndarray, np.ndarray]:
    """Masks (lung, gas), each (nz, ny, nx) bool.

    Parameters
    ----------
    hu : (nz, ny, nx) int16
        Slightly smoothed.
    body : (nz, ny, nx) bool
    spacing_mm : (3,) float
    lung_hu : (low, high)
    drawn : (nz, ny, nx) bool, optional
        Lung as contoured; used instead.
    """
    factor = max(1, int(round(COARSE_MM / float(spacing_mm[0]))))
    cell = float(np.prod(spacing_mm)) * factor**2
    means = block_mean(hu, factor)
    inside = block_mean(body, factor) > 0.95
    thin = body & (hu < lung_hu[1])
    if drawn is None:
        core = _pieces_of(inside & (means > lung_hu[0]) & (means < lung_hu[1]), LEAST_LUNG_MM3 / cell)
        lung = thin & _fine(_wider(core), factor, hu.shape)
    else:
        core = block_mean(drawn, factor) > 0.5
        lung = drawn
    airway = _pieces_of(inside & core & (means < AIRWAY_HU), LEAST_AIRWAY_MM3 / cell)
    bowel = _pieces_of((block_mean(thin, factor) > 0.5) & ~_wider(core), LEAST_GAS_MM3 / cell)
    gas = thin & _fine(_wider(bowel), factor, hu.shape) & ~lung
    gas |= thin & _fine(airway, factor, hu.shape)
    return lung & ~gas, gas


def _wider(mask: np.ndarray) -> np.ndarray:
    return ndimage.binary_dilation(mask, ndimage.generate_binary_structure(2, 2)[None])


def _pieces_of(mask: np.ndarray, least_cells: float) -> np.ndarray:
    """The connected pieces of a mask with at least so many cells."""
    pieces, count = ndimage.label(mask)
    keep = np.bincount(pieces.ravel(), minlength=count + 1) >= max(1.0, least_cells)
    keep[0] = False
    return keep[pieces]
