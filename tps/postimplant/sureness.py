"""How sure places and axes are: by what the rods of a series leave unexplained.

The voxels' errors as supposed for a fit are wide, so that it counts well; how far a rod may be off follows
from what is left of its own piece of metal and of the usual one of the series, half and half.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tps.postimplant.across import THIN_MM
from tps.postimplant.calibrate import Calibration
from tps.postimplant.classify import EVEN_WORTH
from tps.postimplant.explain import Explained
from tps.postimplant.fit import Scene, predicted, residual

# What no covariance of noise shows, mm.
LEAST_SIGMA_MM = 0.01

# Variances within the slice are those of the fit times the misfit by voxel and this: streaks and tissue are
# smooth, and a rod that gives way to them leaves only part of what they do.
SMOOTH = 8.0

# Heights: what a slice beside the metal catches is read with this fraction of the supposed variance, and more
# of it where a component is explained worse than most of the series (breath, streaks, bone), up to a factor.
READ, MOST_WORSE = 0.3, 8.0

# Told of heights: where single seeds leave more unexplained than this, the model is worse than supposed and
# variances grow; where they leave less they shrink, within these factors.  Where the beam hardens, from this
# depth on, seeds change each other's images too, which single ones do not show: variances grow at least by
# the last.
USUAL_UNEXPLAINED, LEAST_GROWTH, MOST_GROWTH = 0.005, 0.3, 4.0
HARDENED, LEAST_GROWTH_HARDENED = 0.4, 2.0

# A seed that moves while slice after slice is taken is caught by these for longer or shorter, and lies off by
# as much of their distance: so many times what the brightness of the series' single seeds varies by.
MOVED, LEAST_SINGLES = 2.0, 3


@dataclass(frozen=True)
class Sureness:
    """By what variances of one component grow.

    Parameters
    ----------
    within : float
        Factor of the fit's covariance.
    left : float
        Fraction of the supposed variance of voxels that heights are taken with, in thick slices.
    across : float
        The same for the errors told of them.
    moved_mm : float
        Standard deviation of heights that one still model does not know of.
    """

    within: float
    left: float
    across: float
    moved_mm: float


def sureness_of(
    pieces: Sequence[tuple[Explained, Scene]], calibration: Calibration, inflation: float
) -> list[Sureness]:
    """How sure each of a series' components is.

    Parameters
    ----------
    pieces : sequence of (Explained, Scene)
    calibration : Calibration
    inflation : float
        Voxels that err together.
    """
    response = calibration.response
    are = np.array([len(f.fit.rods) > 0 and f.worth >= EVEN_WORTH for f, _ in pieces], bool)
    left = np.array([_misfit(calibration, found, scene) for found, scene in pieces], float)
    usual = float(np.median(left[are])) if are.any() else 1.0
    # What is left by degree of freedom: in small pieces rods take much of the misfit with them.
    free = np.array([s.used.sum() / inflation - 6 * len(f.fit.rods) for f, s in pieces], float)
    by_freedom = np.array([f.fit.chi2 for f, _ in pieces], float) / np.maximum(free, 1)
    known = are & (free > 1)
    usual_by_freedom = float(np.median(by_freedom[known])) if known.any() else 1.0
    unexplained = calibration.unexplained if calibration.from_series else USUAL_UNEXPLAINED
    least = LEAST_GROWTH_HARDENED if response.hardening >= HARDENED else LEAST_GROWTH
    growth = float(np.clip(unexplained / USUAL_UNEXPLAINED, least, MOST_GROWTH))
    single = [f for (f, _), yes in zip(pieces, are, strict=True) if yes and len(f.fit.rods) == 1]
    bright = [f.fit.rods.log_brightness[0] for f in single]
    varies = float(np.std(bright)) if len(bright) >= LEAST_SINGLES else 0.0
    # Within one slice a seed may be anywhere: no worse than that.
    moved = min(MOVED * varies, 12**-0.5) * response.slice_mm if response.slice_mm > THIN_MM else 0.0
    worse = np.where(known, np.clip(by_freedom / usual_by_freedom, 1, MOST_WORSE), 1.0)
    return [
        Sureness(
            SMOOTH * (mine + usual) / 2,
            READ * float(np.clip(mine / usual, 1, MOST_WORSE)),
            growth * more,
            moved,
        )
        for mine, more in zip(left.tolist(), worse.tolist(), strict=True)
    ]


def _misfit(calibration: Calibration, found: Explained, scene: Scene) -> float:
    """Mean square by voxel, in units of what was supposed."""
    r = residual(scene, predicted(calibration.response, scene, found.fit.rods))
    return float(r @ r / max(len(r), 1))
