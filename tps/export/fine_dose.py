"""The dose as it is written: on a grid so fine that what readers make of it between the points is right."""

import numpy as np

from tps.dose.engine import DoseEngine
from tps.model import Grid, Seed, Volume

# Readers interpolate linearly.  Dose falls about with the square of the distance from a seed, so the straight
# line lies above it: of real plans of 38 seeds in 30 cm3, plastimatch finds V(1.7 x prescription) too large
# by 3 % of the volume on a grid of 2 mm and by 0.9 % on this one, of which 0.7 % is its own sampling.
STEP_MM = 0.6

# 24 MB of 16-bit doses.  Targets far apart share one grid, which is then coarser.
MAX_VOXELS = 12_000_000


def fine_dose(evaluated: Volume, engine: DoseEngine, seeds: tuple[Seed, ...]) -> Volume:
    """Total dose over the box of ``evaluated`` in steps of ``STEP_MM``.

    Parameters
    ----------
    evaluated : Volume
        The dose that was evaluated, Gy; returned as it is where its steps are no longer.
    engine : DoseEngine
    seeds : tuple of Seed
        All that give dose, those that were there before included.

    Returns
    -------
    Volume
        Gy.  Where it would have more than about ``MAX_VOXELS``, in longer steps, but none longer than those
        of ``evaluated``.
    """
    grid = evaluated.grid
    spans = grid.spacing_mm * (np.array(grid.shape[::-1]) - 1)
    step = max(STEP_MM, float(np.prod(spans) / MAX_VOXELS) ** (1 / 3))
    if step >= grid.spacing_mm.max():
        return evaluated
    # Never beyond the box: half a step may be missing at its far sides.
    shape = (np.floor(spans / step + 1e-9).astype(int) + 1)[::-1]
    return engine.dose_grid(Grid(grid.origin_mm, (step,) * 3, tuple(shape.tolist()), grid.axes), seeds)
