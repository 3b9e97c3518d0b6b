"""What a CT series says of itself: slices, noise, highest value stored."""

from dataclasses import dataclass

import numpy as np

from tps.model import Volume

# A highest value at least this high that several voxels share is where the scale ends.
LEAST_CLIP_HU, LEAST_CLIPPED = 1900, 3
TWELVE_BIT_HU = 3071

SOFT_TISSUE_HU = -150, 250
LEAST_NOISE_HU = 12.0


@dataclass(frozen=True)
class Series:
    """Slices (mm), noise (HU), and the value beyond which nothing is stored (inf: not reached)."""

    slice_mm: float
    spacing_mm: tuple[float, float, float]
    noise_hu: float
    clip_hu: float

    @property
    def is_clipped(self) -> bool:
        """Whether metal exceeds the scale."""
        return bool(np.isfinite(self.clip_hu))


# A stated thickness is believed within these, mm.
THINNEST_MM, THICKEST_MM = 0.2, 15.0


def stated_thickness(stated_mm: float, is_resampled: bool = False) -> float | None:
    """The thickness to take from a header; None: that of the distance of the slices.

    Slices that were made between the stored ones are no longer what the header says.
    """
    return stated_mm if THINNEST_MM <= stated_mm <= THICKEST_MM and not is_resampled else None


def series_of(ct: Volume, slice_mm: float | None = None) -> Series:
    """Measure a CT; ``slice_mm`` where the thickness is known to differ from the distance of the slices."""
    hu, (sx, sy, sz) = ct.values, ct.grid.spacing_mm.tolist()
    top = int(hu.max())
    shared = int(np.count_nonzero(hu == top))
    clipped = top >= LEAST_CLIP_HU and (shared >= LEAST_CLIPPED or top == TWELVE_BIT_HU)
    return Series(slice_mm or sz, (sx, sy, sz), _noise(hu), float(top) if clipped else np.inf)


def _noise(hu: np.ndarray) -> float:
    """Standard deviation in soft tissue, of differences of pixels two apart, which share little grain."""
    part = hu[:: max(1, len(hu) // 12), ::2].astype(np.int32)
    low, high = SOFT_TISSUE_HU
    a, b = part[:, :, :-2], part[:, :, 2:]
    soft = (a > low) & (a < high) & (b > low) & (b < high)
    if soft.sum() < 100:
        return LEAST_NOISE_HU
    spread = np.median(np.abs((a - b)[soft])) * 1.4826 / np.sqrt(2)
    return max(LEAST_NOISE_HU, float(spread))
