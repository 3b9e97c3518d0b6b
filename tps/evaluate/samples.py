"""Where the dose of a region is sampled: evenly in targets, finely only where it is hot in organs."""

import numpy as np
from scipy.ndimage import maximum_filter
from scipy.spatial import cKDTree

from tps.evaluate.dvh import Dvh

# A target is cut into at least this many samples: V100 of a 0.5 cm3 target then moves in steps of 0.03 %.
TARGET_SAMPLES_AT_LEAST = 4_000

# Beyond this many samples a finer step changes no printed digit, it only takes time.
TARGET_SAMPLES_AT_MOST = 250_000

# Coarsest step in a target that is not huge, mm: the grid step asked of surface samples, for the same reason.
TARGET_STEP_MM = 1.0

# Organs: number of coarse samples aimed at, and limits of their step, mm.
ORGAN_SAMPLES = 12_000
ORGAN_STEP_MM = (1.0, 10.0)

# The hottest part of an organ that is sampled again at FINE_STEP_MM; D2cc looks at half of it.
HOT_CC = 4.0
FINE_STEP_MM = 1.0

# An organ whose hottest coarse sample is below this keeps its coarse samples: they are good to 5 %.
COLD_GY = 1.0

# Coarse samples down to this fraction of the dose at HOT_CC, or this close to a seed beyond their own cell,
# are looked at again: between two coarse samples the dose can be higher than at either.
HOT_HALO = 0.6
SEED_HALO_MM = 4.0


def target_step_mm(volume_mm3: float) -> float:
    """Sampling step for a target of that volume, mm."""
    finest = (volume_mm3 / TARGET_SAMPLES_AT_MOST) ** (1 / 3)
    return max(finest, min(TARGET_STEP_MM, (volume_mm3 / TARGET_SAMPLES_AT_LEAST) ** (1 / 3)))


def target_dvh(solid, engine, seeds) -> Dvh:
    """DVH of a target."""
    points, volumes = solid.quadrature(target_step_mm(solid.volume_mm3))
    return Dvh.of(engine.dose_gy(points, seeds), volumes)


def organ_dvh(solid, engine, seeds) -> Dvh:
    """DVH of an organ of any size: whole volume, coarse far from the implant, 1 mm in the hottest 6 cm3.

    Samples above the dose at ``HOT_CC`` come from the fine set, all others from the coarse one, so no part of
    space is counted twice; the cold volumes are scaled to make the total the organ's volume.
    """
    volume = solid.volume_mm3
    low, high = ORGAN_STEP_MM
    step = min(max((volume / ORGAN_SAMPLES) ** (1 / 3), low), high)
    points, volumes = solid.quadrature(step)
    dose = engine.dose_gy(points, seeds)
    coarse = Dvh.of(dose, volumes)
    if step <= FINE_STEP_MM or coarse.max_gy < COLD_GY or coarse.total_cc <= HOT_CC:
        return coarse
    threshold = coarse.d_at_volume_cc(HOT_CC)
    near = _near_seeds(points, seeds, step + SEED_HALO_MM)
    fine = _fine_cells(points[(dose >= HOT_HALO * threshold) | near], step)
    fine = fine[solid.contains(fine)]
    fine_dose = engine.dose_gy(fine, seeds)
    fine_dose = fine_dose[fine_dose >= threshold]
    cold = dose < threshold
    hot_mm3 = len(fine_dose) * FINE_STEP_MM**3
    scale = (volume - hot_mm3) / volumes[cold].sum()
    doses = np.concatenate([fine_dose, dose[cold]])
    return Dvh.of(doses, np.concatenate([np.full(len(fine_dose), FINE_STEP_MM**3), volumes[cold] * scale]))


def _near_seeds(points, seeds, distance_mm: float) -> np.ndarray:
    tree = cKDTree([seed.position_mm for seed in seeds])
    return tree.query(points, p=np.inf, distance_upper_bound=distance_mm)[0] <= distance_mm


def _fine_cells(points, step_mm: float) -> np.ndarray:
    """Centres of all cells of the fine lattice within ``step_mm`` of a point, along each axis, (n, 3)."""
    reach = int(np.ceil(step_mm / FINE_STEP_MM))
    index = np.floor(points / FINE_STEP_MM).astype(np.int64)
    low = index.min(axis=0) - reach
    marked = np.zeros(index.max(axis=0) - low + reach + 1, np.uint8)
    marked[tuple((index - low).T)] = 1
    cells = np.argwhere(maximum_filter(marked, 2 * reach + 1, mode="constant"))
    return (cells + low + 0.5) * FINE_STEP_MM
