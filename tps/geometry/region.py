"""What a region is to those who ask for its dose: a typed protocol, fulfilled by ``Solid``."""

from typing import Protocol

import numpy as np

from tps.model import Grid, Structure, Volume


class SampledRegion(Protocol):
    """A body whose inside can be sampled: enough for the dose of an organ."""

    @property
    def name(self) -> str:
        """Of the structure."""
        ...

    @property
    def structure(self) -> Structure:
        """The contours it was made from."""
        ...

    @property
    def volume_mm3(self) -> float:
        """Its volume."""
        ...

    def contains(self, points_mm: np.ndarray) -> np.ndarray:
        """True (n,) for points (n, 3) inside."""
        ...

    def signed_distance_mm(self, points_mm: np.ndarray) -> np.ndarray:
        """Distance (n,) of points (n, 3) to the surface, > 0 inside."""
        ...

    def quadrature(self, step_mm: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
        """Points (n, 3) and the volume (n,) each stands for, for integrals."""
        ...


class Region(SampledRegion, Protocol):
    """A body that knows its volume, its inside, its surface and points of its own."""

    def surface_points(self, step_mm: float = 1.0) -> np.ndarray:
        """Points (n, 3) of its surface."""
        ...

    def scattered(self, step_mm: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
        """The same, for distributions."""
        ...

    def mask(self, grid: Grid) -> Volume:
        """The part of each voxel of a grid that lies inside."""
        ...
