"""Where the dose of a region is sampled: evenly in targets, finely only where it is hot in organs."""

import numpy as np

from tps.evaluate.dvh import Dvh

# A target is cut into at least this many samples: V100 of a 0.5 cm3 target then moves in steps of 0.03 %.
TARGET_SAMPLES_AT_LEAST = 4_000

# Beyond this many samples a finer step changes no printed digit, it only takes time.
TARGET_SAMPLES_AT_MOST = 250_000

# Coarsest step in a target that is not huge, mm: the grid step asked of surface samples, for the same reason.
TARGET_STEP_MM = 1.0

# Organs: number of coarse samples aimed at, and limits of their step, mm.
ORGAN_SAMPLES = 30_000
ORGAN_STEP_MM = (1.0, 10.0)

# The hottest part of an organ that is sampled again at FINE_STEP_MM; three times what D2cc looks at.
HOT_CC = 6.0
FINE_STEP_MM = 1.0

# Coarse samples down to this fraction of the dose at HOT_CC, or this close to a seed beyond their own cell,
# are looked at again: between two coarse samples the dose can be higher than at either.
HOT_HALO = 0.5
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
    if step <= FINE_STEP_MM or not len(seeds) or coarse.total_cc <= HOT_CC:
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
    near = np.zeros(len(points), bool)
    for seed in seeds:
        near |= np.abs(points - seed.position_mm).max(axis=1) <= distance_mm
    return near


def _fine_cells(points, step_mm: float) -> np.ndarray:
    """Centres of all cells of the fine lattice within ``step_mm`` of a point, each once, (n, 3)."""
    reach = int(np.ceil(step_mm / FINE_STEP_MM))
    low = np.floor(points.min(axis=0) / FINE_STEP_MM).astype(np.int64) - reach
    index = np.floor(points / FINE_STEP_MM).astype(np.int64) - low
    shape = index.max(axis=0) + reach + 1
    offset = np.indices((2 * reach + 1,) * 3).reshape(3, -1).T - reach
    strides = np.array([shape[1] * shape[2], shape[2], 1])
    cells = np.unique((index @ strides)[:, None] + (offset @ strides)[None, :])
    return (np.stack(np.unravel_index(cells, shape), axis=1) + low + 0.5) * FINE_STEP_MM
