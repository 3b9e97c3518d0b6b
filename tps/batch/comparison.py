"""Our dose against the one that came with the plan, where that one was stored: at voxel centres.

The *mean difference* comes first, (stored - ours) / ours, above 0 where the stored dose is higher: a wrong
strength, half-life or dose rate constant shifts all doses alike, and shows there to its full size.  Gamma
forgives it: dose falls by 5 % in a quarter of a millimetre near seeds, so that with all strengths 5 % wrong
nine of ten voxels still pass 2 %, 2 mm.  What gamma is for, and the mean difference is blind to, is a dose
that is shifted or differs in places.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tps.dicom.rt.rtdose_read import DoseRead
from tps.evaluate.dvh import Dvh
from tps.evaluate.gamma import GammaCriterion, pass_rate
from tps.model import Seed

# How far around the target doses are compared.
AROUND_TARGET_MM = 10.0

# Voxels nearer to a seed's centre may lie in a capsule (half length 2.25 mm), where no dose is defined.
SEED_CLEARANCE_MM = 2.5

# Points at which the difference is taken.
POINTS = 1000

# Gamma is taken at no more voxels than this, drawn at random; the pass rate is then good to 0.3 % above 95 %.
GAMMA_POINTS = 5_000

# Below this fraction of the prescription a relative difference says nothing about the treatment.
LOWEST_DOSE = 0.1

# Voxels kept around a target for interpolation: one on each side of any dose grid.
_CROP_MARGIN_MM = 12.0

# Nearer to a seed than this the inverse square is no guide: there lies its capsule.
LEAST_DISTANCE_MM = 1.0

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
    """The voxels of ``dose`` to compare at.

    Parameters
    ----------
    dose : DoseRead
    solid : Solid
        The target.
    seeds : sequence of Seed
        Voxels too near to one are left out.
    prescription_gy : float
        Voxels far colder than this are left out.
    """
    part = crop(dose, solid.bounds_mm(), AROUND_TARGET_MM)
    points, value = voxel_centres(part), part.values_gy.astype(float).ravel()
    keep = value >= LOWEST_DOSE * prescription_gy
    for seed in seeds:
        keep &= np.sum((points - seed.position_mm) ** 2, axis=1) >= SEED_CLEARANCE_MM**2
    points, value = points[keep], value[keep]
    near = solid.signed_distance_mm(points) >= -AROUND_TARGET_MM if len(points) else np.zeros(0, bool)
    points, value = points[near], value[near]
    order = np.random.default_rng(DRAW).permutation(len(points))
    return StoredDose(points[order], value[order])


def crop(dose: DoseRead, bounds_mm: tuple[np.ndarray, np.ndarray], margin_mm: float) -> DoseRead:
    """The voxels of ``dose`` in a patient-aligned box (low, high), widened by a margin; may be none."""
    low_mm, high_mm = bounds_mm
    corner = np.array([[x, y, z] for x in (0, 1) for y in (0, 1) for z in (0, 1)], dtype=bool)
    local = (np.where(corner, high_mm + margin_mm, low_mm - margin_mm) - dose.origin_mm) @ dose.axes.T
    nz, ny, nx = dose.values_gy.shape
    places = (dose.pixel_mm[0] * np.arange(nx), dose.pixel_mm[1] * np.arange(ny), dose.heights_mm)
    x, y, z = (
        np.flatnonzero((place >= local[:, axis].min()) & (place <= local[:, axis].max()))
        for axis, place in enumerate(places)
    )
    start = np.array([places[a][index[0]] if len(index) else 0.0 for a, index in enumerate((x, y, z))])
    return replace(
        dose,
        origin_mm=dose.origin_mm + start @ dose.axes,
        heights_mm=dose.heights_mm[z] - start[2],
        values_gy=dose.values_gy[np.ix_(z, y, x)],
    )


def voxel_centres(dose: DoseRead) -> np.ndarray:
    """Centres (n, 3) of all voxels, in the order of the raveled values."""
    _, ny, nx = dose.values_gy.shape
    x, y = dose.pixel_mm[0] * np.arange(nx), dose.pixel_mm[1] * np.arange(ny)
    local = np.stack(np.meshgrid(dose.heights_mm, y, x, indexing="ij")[::-1], axis=-1).reshape(-1, 3)
    return dose.origin_mm + local @ dose.axes


def compare_doses(stored: StoredDose, engine, seeds, prescription_gy: float) -> dict[str, float | int | None]:
    """Figures of the comparison: relative differences (stored - ours) / ours, and gamma pass rates.

    Above 0 the stored dose is higher than ours.

    Parameters
    ----------
    stored : StoredDose
    engine : DoseEngine
    seeds : sequence of Seed
    prescription_gy : float
        To which gamma's tolerance refers.

    Returns
    -------
    dict
        ``points``, ``difference_mean`` (signed), ``difference_median``, ``difference_p95`` and
        ``difference_worst`` (of its size), and the keys of ``GAMMA_CRITERIA``; all None but ``points``
        where nothing overlaps.
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
        result[name] = pass_rate(points, dose, lambda p: engine.dose_gy(p, seeds), criterion)
    return result


def stored_dvh(dose: DoseRead, solid, step_mm: float, seeds) -> Dvh | None:
    """DVH of a target from a stored dose; None where the dose does not cover it.

    Between voxel centres the dose is interpolated as a multiple of ``inverse_square``: taken as it is, it
    would read 1 % too high on a 2 mm grid, because it falls as 1/r^2 around each seed.  No source model comes
    into it: the stored dose is the same whatever is assumed of the seeds.

    Parameters
    ----------
    dose : DoseRead
    solid : Solid
    step_mm : float
        Between the samples.
    seeds : sequence of Seed
    """
    points, volumes = solid.scattered(step_mm)
    part = crop(dose, solid.bounds_mm(), _CROP_MARGIN_MM)
    if not part.values_gy.size:
        return None
    shape = inverse_square(voxel_centres(part), seeds).reshape(part.values_gy.shape)
    ratio = replace(part, values_gy=part.values_gy / shape).dose_at(points)
    return None if np.isnan(ratio).any() else Dvh.of(ratio * inverse_square(points, seeds), volumes)


def inverse_square(points_mm: np.ndarray, seeds: Sequence[Seed]) -> np.ndarray:
    """Sum over seeds of strength / distance^2 (n,), U/mm2: the shape of any implant's dose, roughly."""
    total = np.zeros(len(points_mm))
    for seed in seeds:
        away = points_mm - seed.position_mm
        total += seed.strength_u / np.maximum(np.einsum("ij,ij->i", away, away), LEAST_DISTANCE_MM**2)
    return total
