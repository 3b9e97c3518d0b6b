"""How far seeds came to lie from where they were planned."""

from dataclasses import dataclass

import numpy as np

from tps.postimplant.rigid import fitted_move
from tps.postimplant.verification import Verification

# So many pairs tell a scale.
LEAST_PAIRS = 6


@dataclass(frozen=True, eq=False)
class Displacements:
    """Over all pairs; mm, after the move between the scans.

    Parameters
    ----------
    count : int
    mean, sd, median, p95, largest : float
        Of the distance.
    along_mean, along_sd : float
        Along the needle, > 0 towards its tip.
    across_mean, across_p95 : float
    shift_mm : (3,)
        Of all seeds together.
    scale : float
        Of the seed cloud about its middle: above 1 where it swelled; nan for few seeds.
    nearest_median_mm, nearest_least_mm : float
        Between neighbouring seeds.
    """

    count: int
    mean: float
    sd: float
    median: float
    p95: float
    largest: float
    along_mean: float
    along_sd: float
    across_mean: float
    across_p95: float
    shift_mm: np.ndarray
    scale: float
    nearest_median_mm: float
    nearest_least_mm: float


def displacements(found: Verification) -> Displacements | None:
    """Of a verification; None where no seed has a partner."""
    pairs = found.matching.pairs
    if not pairs:
        return None
    planned = found.registration.move.points([found.planned_seeds[p.planned].position_mm for p in pairs])
    seen = np.array([found.seen[p.found].position_mm for p in pairs])
    length = np.linalg.norm(seen - planned, axis=1)
    along = np.array([p.along_mm for p in pairs])
    across = np.array([p.across_mm for p in pairs])
    places = np.array([s.position_mm for s in found.seen])
    apart = np.linalg.norm(places[:, None] - places[None], axis=2) + np.diag(np.full(len(places), np.inf))
    nearest = apart.min(axis=1) if len(places) > 1 else np.array([np.nan])
    return Displacements(
        len(pairs),
        float(length.mean()),
        float(length.std()),
        float(np.median(length)),
        float(np.quantile(length, 0.95)),
        float(length.max()),
        float(along.mean()),
        float(along.std()),
        float(across.mean()),
        float(np.quantile(across, 0.95)),
        (seen - planned).mean(axis=0),
        _scale(planned, seen),
        float(np.median(nearest)),
        float(nearest.min()),
    )


def _scale(planned: np.ndarray, seen: np.ndarray) -> float:
    """The isotropic scale that takes one cloud nearest to the other, after the best rigid move."""
    if len(planned) < LEAST_PAIRS:
        return float("nan")
    moved = fitted_move(planned, seen).points(planned)
    a, b = moved - moved.mean(axis=0), seen - seen.mean(axis=0)
    return float((a * b).sum() / (a * a).sum())
