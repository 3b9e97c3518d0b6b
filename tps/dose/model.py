"""What gives dose, as evaluation and planning ask for it: a typed protocol, fulfilled by TG-43's engine."""

from collections.abc import Iterable
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from dose_kernels.dose.table import Table
from tps.model import Grid, Seed, SourceModel, Volume


class DoseModel(Protocol):
    """A dose is a function of points and seeds, in Gy until all seeds have decayed.

    ``tps.dose.engine.DoseEngine`` is one; what evaluates a plan asks for no more than this.
    """

    def dose_gy(self, points: ArrayLike, seeds: Iterable[Seed], exact: bool = False) -> np.ndarray:
        """Total dose (n,) at points (n, 3) mm; ``exact`` where a faster way errs."""
        ...

    def influence_gy_per_u(
        self, points: ArrayLike, positions: ArrayLike, directions: ArrayLike
    ) -> np.ndarray:
        """Total dose per U of each candidate (row) at each point (column), (m, n) float32."""
        ...

    def dose_grid(self, grid: Grid, seeds: Iterable[Seed]) -> Volume:
        """Total dose at the voxel centres of a grid."""
        ...


class SeedDoseModel(DoseModel, Protocol):
    """A dose model that is one seed's dose, summed: what the search computes with, seed by seed."""

    source: SourceModel
    table: Table
    gy_per_rate: float
