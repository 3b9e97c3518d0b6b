"""Dose on a grid: made where a file or a surface is asked for, and nowhere else.

A dose is a function (``DoseModel.dose_gy``); figures of a plan are taken from it at points of their own.
"""

from collections.abc import Sequence

import numpy as np

from tps.dose.model import DoseModel
from tps.model import Grid, Protocol, Seed, Volume

# Of a file.  Readers interpolate linearly.  Dose falls about with the square of the distance from a seed, so
# the straight line lies above it: of real plans of 38 seeds in 30 cm3, plastimatch finds
# V(1.7 x prescription) too large by 3 % of the volume on a grid of 2 mm and by 0.9 % on this one, of which
# 0.7 % is its own sampling.
FILE_STEP_MM = 0.6

# 24 MB of 16-bit doses.  Targets far apart share one grid, which is then coarser.
MAX_VOXELS = 12_000_000

Bounds = tuple[np.ndarray, np.ndarray]


def file_grid(bounds_mm: Sequence[Bounds], protocol: Protocol) -> Grid:
    """The grid of a dose that is written: patient-aligned, over all regions with the protocol's margin.

    Parameters
    ----------
    bounds_mm : sequence of ((3,), (3,))
        Low and high corner of each region, mm.
    protocol : Protocol
        ``dose_grid_margin_mm`` goes around the regions.

    Returns
    -------
    Grid
        In steps of ``FILE_STEP_MM``; longer where that would be more than about ``MAX_VOXELS``.
    """
    low, high = _box(bounds_mm, protocol)
    step = max(FILE_STEP_MM, float(np.prod(high - low) / MAX_VOXELS) ** (1 / 3))
    return Grid.around(low, high, step)


def picture_grid(bounds_mm: Sequence[Bounds], protocol: Protocol) -> Grid:
    """The same box in the protocol's ``dose_grid_mm``: fine enough for a surface in a picture."""
    return Grid.around(*_box(bounds_mm, protocol), protocol.dose_grid_mm)


def _box(bounds_mm: Sequence[Bounds], protocol: Protocol) -> Bounds:
    low = np.min([b[0] for b in bounds_mm], axis=0) - protocol.dose_grid_margin_mm
    high = np.max([b[1] for b in bounds_mm], axis=0) + protocol.dose_grid_margin_mm
    return low, high


def file_dose(
    engine: DoseModel, seeds: Sequence[Seed], bounds_mm: Sequence[Bounds], protocol: Protocol
) -> Volume:
    """Total dose (Gy) of all that give dose, old seeds included, on ``file_grid``.

    Parameters
    ----------
    engine : DoseModel
    seeds : sequence of Seed
        All that give dose, old ones included.
    bounds_mm, protocol : as for ``file_grid``
    """
    return engine.dose_grid(file_grid(bounds_mm, protocol), seeds)
