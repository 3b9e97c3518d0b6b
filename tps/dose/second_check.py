"""A second, separately written TG-43 calculation to check the dose a plan reports.

Shares nothing with ``dose_kernels``: plain NumPy float64 in centimetres, seed by seed, straight from the
``SourceModel``.  Rules as in ``dose_kernels.dose.tg43`` (doi:10.1118/1.1646040).
"""

from dataclasses import dataclass

import numpy as np

from tps.errors import BadInput
from tps.model import SourceModel

# Fewer points would not see every seed and every side of a target.
MIN_POINTS = 200


@dataclass(frozen=True)
class SecondCheck:
    """Outcome of a second check: how many points, and the largest |reported / recomputed - 1|."""

    points: int
    max_relative_difference: float


def _single_seed_rate(source: SourceModel, offset_cm: np.ndarray, axis: np.ndarray) -> np.ndarray:
    """Dose rate per U (cGy/h) at offsets (n, 3) from one seed."""
    along = np.abs(offset_cm @ axis)
    across = np.linalg.norm(np.cross(offset_cm, axis), axis=1)
    radius, half_length = source.capsule_radius_mm / 10, source.capsule_half_length_mm / 10
    across = np.where((across == 0) & (along == 0), radius, across)
    stretch = 1.0 / np.minimum(np.maximum(across / radius, along / half_length), 1.0)
    across, along = across * stretch, along * stretch

    length = source.active_length_mm / 10
    distance = np.hypot(across, along)
    ends = np.arctan2(along + length / 2, across) - np.arctan2(along - length / 2, across)
    on_axis = across < 1e-6 * distance
    line = np.where(
        on_axis,
        1.0 / np.abs(distance**2 - length**2 / 4),
        ends / (length * np.where(on_axis, 1.0, across)),
    )
    reference = 2.0 * np.arctan(length / 2.0) / length

    radii, log_g = source.g_r_mm / 10, np.log(source.g_l)
    tail = (log_g[-1] - log_g[-2]) / (radii[-1] - radii[-2])
    g = np.exp(np.interp(distance, radii, log_g) + tail * np.maximum(distance - radii[-1], 0.0))

    theta = np.degrees(np.arccos(np.clip(along / distance, 0.0, 1.0)))
    by_radius = np.stack([np.interp(theta, source.f_theta_deg, column) for column in source.f.T], axis=1)
    radius_f = source.f_r_mm / 10
    cell = np.clip(np.searchsorted(radius_f, distance) - 1, 0, len(radius_f) - 2)
    share = np.clip((distance - radius_f[cell]) / (radius_f[cell + 1] - radius_f[cell]), 0.0, 1.0)
    rows = np.arange(len(distance))
    f = by_radius[rows, cell] * (1 - share) + by_radius[rows, cell + 1] * share
    return source.dose_rate_constant * line / reference * g * f


def recompute_gy(source: SourceModel, seeds, points) -> np.ndarray:
    """Total dose (Gy) of a permanent implant at points (n, 3) mm, 2D formalism, the second way."""
    points = np.asarray(points, dtype=float)
    rate = np.zeros(len(points))
    for seed in seeds:
        offset = (points - seed.position_mm) / 10
        rate += seed.strength_u * _single_seed_rate(source, offset, seed.direction)
    return rate * source.half_life_h / np.log(2.0) / 100.0


def second_check(source: SourceModel, seeds, points, dose_gy) -> SecondCheck:
    """Compare reported total doses with a separate calculation.

    Parameters
    ----------
    source : SourceModel
    seeds : iterable of Seed
    points : (n, 3) mm, n >= ``MIN_POINTS``
    dose_gy : (n,)
        What the plan reports there.

    Raises
    ------
    BadInput
        If there are too few points, the numbers of points and doses differ, a dose is not finite, or the
        plan has no seeds.
    """
    seeds = list(seeds)
    points, dose_gy = np.asarray(points, dtype=float), np.asarray(dose_gy, dtype=float)
    if len(points) < MIN_POINTS:
        raise BadInput(f"second check at {len(points)} points", expected=f"at least {MIN_POINTS}")
    if dose_gy.shape != (len(points),):
        raise BadInput(f"second check of {dose_gy.shape} doses at {len(points)} points", expected="as many")
    if not np.all(np.isfinite(dose_gy)):
        raise BadInput("the plan reports a dose that is not finite", expected="finite doses")
    if not seeds:
        raise BadInput("second check of a plan without seeds", expected="at least one seed")
    again = recompute_gy(source, seeds, points)
    return SecondCheck(len(points), float(np.abs(dose_gy / again - 1.0).max()))
