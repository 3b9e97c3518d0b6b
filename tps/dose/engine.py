"""Dose of seeds in water after TG-43: at points, on grids, per candidate."""

from collections.abc import Iterable

import numpy as np
from numpy.typing import ArrayLike

from dose_kernels.dose.grid import grid_dose_rate
from dose_kernels.dose.influence import table_dose_rate, table_influence
from dose_kernels.dose.table import build_table
from dose_kernels.dose.tg43 import FORMALISMS, Tg43, tg43_dose_rate, tg43_tables
from tps.errors import WrongUsage
from tps.model import Grid, Seed, SourceModel, Volume, seed_arrays

CGY_PER_GY = 100.0


def tg43_of(source: SourceModel) -> Tg43:
    """The kernels' view of a source model."""
    return tg43_tables(
        dose_rate_constant=source.dose_rate_constant,
        active_length_mm=source.active_length_mm,
        g_r_mm=source.g_r_mm,
        g_l=source.g_l,
        f_r_mm=source.f_r_mm,
        f_theta_deg=source.f_theta_deg,
        f=source.f,
        phi_r_mm=source.phi_r_mm,
        phi_an=source.phi_an,
        capsule_radius_mm=source.capsule_radius_mm,
        capsule_half_length_mm=source.capsule_half_length_mm,
    )


class DoseEngine:
    """Total dose of a permanent implant: initial dose rate x mean life; a ``tps.dose.model.DoseModel``.

    Parameters
    ----------
    source : SourceModel
    formalism : {"2d", "1d"}
        2D uses each seed's direction; 1D averages over directions.

    Attributes
    ----------
    table : dose_kernels.dose.table.Table
        For kernels that sum doses incrementally (cGy/h per U).
    gy_per_rate : float
        Total dose (Gy) per initial dose rate (cGy/h): mean life / 100.

    Raises
    ------
    WrongUsage
        If ``formalism`` is neither.
    """

    def __init__(self, source: SourceModel, formalism: str = "2d"):
        if formalism not in FORMALISMS:
            raise WrongUsage(f"formalism is {formalism!r}, expected 2d or 1d")
        self.source, self.formalism = source, formalism
        self.tg43 = tg43_of(source)
        self.table = build_table(self.tg43, formalism)
        self.gy_per_rate = source.mean_life_h / CGY_PER_GY

    def dose_gy(self, points: ArrayLike, seeds: Iterable[Seed], exact: bool = False) -> np.ndarray:
        """Total dose at points.

        Parameters
        ----------
        points : (n, 3) mm
        seeds : iterable of Seed
        exact : bool
            Straight from the published tables instead of the fast one (which agrees within 0.1 %).

        Returns
        -------
        (n,) float64, Gy
        """
        arrays = seed_arrays(seeds)
        if exact:
            return self.gy_per_rate * tg43_dose_rate(self.tg43, points, *arrays, formalism=self.formalism)
        return self.gy_per_rate * table_dose_rate(self.table, points, *arrays)

    def influence_gy_per_u(
        self, points: ArrayLike, positions: ArrayLike, directions: ArrayLike
    ) -> np.ndarray:
        """Total dose per U of each candidate (row) at each point (column), (m, n) float32."""
        matrix = table_influence(self.table, points, positions, directions)
        matrix *= np.float32(self.gy_per_rate)
        return matrix

    def dose_grid(self, grid: Grid, seeds: Iterable[Seed]) -> Volume:
        """Total dose at the voxel centres of ``grid``: a ``Volume`` of float32 "Gy"."""
        rate = grid_dose_rate(
            self.table, grid.origin_mm, grid.axes, grid.spacing_mm, grid.shape, *seed_arrays(seeds)
        )
        rate *= np.float32(self.gy_per_rate)
        return Volume(grid, rate, "Gy")
