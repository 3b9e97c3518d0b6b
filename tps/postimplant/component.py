"""A connected piece of something dense."""

from dataclasses import dataclass

import numpy as np

# No group of seeds in contact is larger.
LARGEST_MM = 26.0


@dataclass(frozen=True, eq=False)
class Component:
    """Connected voxels above the threshold.

    Parameters
    ----------
    low : (3,) int
        First voxel of its box, z, y, x.
    mask : (nz, ny, nx) bool
        Within its box.
    mass : float
        Excess above what surrounds it, as stored (clipped), HU mm3.
    threshold_hu : float
        Above the background.
    large_metal : bool
        Screws, rods, prostheses: metal in one piece larger than seeds in contact.
    """

    low: np.ndarray
    mask: np.ndarray
    mass: float
    threshold_hu: float
    large_metal: bool = False

    @property
    def high(self) -> np.ndarray:
        """One past the last voxel, z, y, x."""
        return self.low + self.mask.shape

    def centre(self) -> np.ndarray:
        """Middle of its voxels as continuous index z, y, x."""
        return self.low + np.argwhere(self.mask).mean(axis=0)
