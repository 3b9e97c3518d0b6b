"""Exact dose at points."""

import numpy as np

from dose_kernels.dose.tg43 import FORMALISMS, tg43_dose_rate
from tps.dose.engine import CGY_PER_GY, tg43_of
from tps.errors import WrongUsage
from tps.model import SourceModel, seed_arrays


def dose_at_points(
    source: SourceModel, seeds, points_mm, formalism: str = "2d"
) -> tuple[np.ndarray, np.ndarray]:
    """Initial dose rate and total dose of a permanent implant at points, exact.

    Parameters
    ----------
    source : SourceModel
    seeds : iterable of Seed
    points_mm : (n, 3)
    formalism : {"2d", "1d"}

    Returns
    -------
    dose_rate_cgy_per_h, total_dose_gy : (n,) float64

    Raises
    ------
    WrongUsage
        If ``formalism`` is neither.
    """
    if formalism not in FORMALISMS:
        raise WrongUsage(f"formalism is {formalism!r}, expected 2d or 1d")
    rate = tg43_dose_rate(tg43_of(source), points_mm, *seed_arrays(seeds), formalism=formalism)
    return rate, rate * source.mean_life_h / CGY_PER_GY
