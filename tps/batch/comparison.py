"""Our dose against the one that came with the plan, where that one was stored: at voxel centres."""

from dataclasses import dataclass

import numpy as np

from tps.dicom.rtdose_read import DoseRead
from tps.evaluate.dvh import Dvh
from tps.evaluate.gamma import GammaCriterion, gamma_index, pass_rate

# How far around the target doses are compared.
AROUND_TARGET_MM = 10.0

# Voxels nearer to a seed's centre may lie in a capsule (half length 2.25 mm), where no dose is defined.
SEED_CLEARANCE_MM = 2.5

# Points at which the difference is taken.
POINTS = 1000

# Gamma is taken at no more voxels than this, spread evenly at random; its standard error is then below 0.4 %.
GAMMA_POINTS = 20_000

# Below this fraction of the prescription a relative difference says nothing about the treatment.
LOWEST_DOSE = 0.1

# The draw of points, the same in every run.
DRAW = 20_250_101

# (part of the prescription, mm), as in the columns' names.
GAMMA_CRITERIA = {"gamma_1pc_1mm": (0.01, 1.0), "gamma_2pc_2mm": (0.02, 2.0)}


@dataclass(frozen=True, eq=False)
class StoredDose:
    """Voxels of a stored dose in and around one target.

    Parameters
    ----------
    points_mm : (n, 3) float
        Voxel centres within ``AROUND_TARGET_MM`` of the target and clear of every seed, in a random order
        that is the same in every run.
    dose_gy : (n,) float
        As stored there.
    """

    points_mm: np.ndarray
    dose_gy: np.ndarray


def stored_dose_near(dose: DoseRead, solid, seeds, prescription_gy: float) -> StoredDose:
    """The voxels of ``dose`` to compare at."""
    low, high = solid.bounds_mm()
    corner = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], dtype=bool)
    local = (np.where(corner, high + AROUND_TARGET_MM, low - AROUND_TARGET_MM) - dose.origin_mm) @ dose.axes.T
    nz, ny, nx = dose.values_gy.shape
    parts = []
    for axis, places in enumerate(
        (dose.pixel_mm[0] * np.arange(nx), dose.pixel_mm[1] * np.arange(ny), dose.heights_mm)
    ):
        inside = np.flatnonzero((places >= local[:, axis].min()) & (places <= local[:, axis].max()))
        parts.append((inside, places[inside]))
    (i, x), (j, y), (k, z) = parts
    grid = np.stack(np.meshgrid(z, y, x, indexing="ij")[::-1], axis=-1).reshape(-1, 3)
    points = dose.origin_mm + grid @ dose.axes
    value = dose.values_gy[np.ix_(k, j, i)].astype(float).ravel()
    keep = value >= LOWEST_DOSE * prescription_gy
    for seed in seeds:
        keep &= np.sum((points - seed.position_mm) ** 2, axis=1) >= SEED_CLEARANCE_MM**2
    points, value = points[keep], value[keep]
    near = solid.signed_distance_mm(points) >= -AROUND_TARGET_MM if len(points) else np.zeros(0, bool)
    points, value = points[near], value[near]
    order = np.random.default_rng(DRAW).permutation(len(points))
    return StoredDose(points[order], value[order])


def compare_doses(stored: StoredDose, engine, seeds, prescription_gy: float) -> dict[str, float | int | None]:
    """Figures of the comparison: relative differences (stored - ours) / ours, and gamma pass rates.

    Returns
    -------
    dict
        ``points``, ``difference_median``, ``difference_p95`` and ``difference_worst`` (of the absolute
        relative difference), ``difference_mean`` (signed), and the keys of ``GAMMA_CRITERIA``; all None but
        ``points`` where nothing overlaps.
    """
    names = ("difference_mean", "difference_median", "difference_p95", "difference_worst", *GAMMA_CRITERIA)
    result: dict[str, float | int | None] = {
        "points": min(POINTS, len(stored.points_mm)),
        **dict.fromkeys(names),
    }
    if not result["points"]:
        return result
    ours = engine.dose_gy(stored.points_mm[:POINTS], seeds, exact=True)
    difference = stored.dose_gy[:POINTS] / ours - 1.0
    size = np.abs(difference)
    result["difference_mean"] = float(difference.mean())
    result["difference_median"] = float(np.median(size))
    result["difference_p95"] = float(np.quantile(size, 0.95))
    result["difference_worst"] = float(size.max())
    points, dose = stored.points_mm[:GAMMA_POINTS], stored.dose_gy[:GAMMA_POINTS]
    for name, (part, distance_mm) in GAMMA_CRITERIA.items():
        criterion = GammaCriterion(part * prescription_gy, distance_mm)
        gamma = gamma_index(points, dose, lambda p: engine.dose_gy(p, seeds), criterion)
        result[name] = pass_rate(gamma)
    return result


def stored_dvh(dose: DoseRead, points_mm: np.ndarray, volumes_mm3: np.ndarray) -> Dvh | None:
    """DVH of a region from a stored dose, linear between voxel centres; None where it is not covered."""
    value = dose.dose_at(points_mm)
    return None if np.isnan(value).any() else Dvh.of(value, volumes_mm3)
