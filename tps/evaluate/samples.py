"""Where the dose of a region is sampled: evenly in targets, finely only where it is hot in organs."""

import numpy as np

from dose_kernels.nearest import within_boxes
from dose_kernels.pieces import label_pieces
from tps.evaluate.dvh import Dvh
from tps.model.grid import Grid

# A target is cut into at least this many samples: V100 of a 0.5 cm3 target then moves in steps of 0.03 %.
TARGET_SAMPLES_AT_LEAST = 4_000

# Beyond this many samples a finer step changes no printed digit, it only takes time.
TARGET_SAMPLES_AT_MOST = 250_000

# Coarsest step in a target that is not huge, mm: the grid step asked of surface samples, for the same reason.
TARGET_STEP_MM = 1.0

# Organs: number of coarse samples aimed at, and limits of their step, mm.
ORGAN_SAMPLES = 12_000
ORGAN_STEP_MM = (1.0, 10.0)

# The part of an organ that is sampled again at FINE_STEP_MM: the hottest 4 cm3 (D2cc sees half of it), and
# whatever gets more than a quarter of the prescription, up to 100 cm3 (an organ around the implant).
HOT_CC, MOST_HOT_CC = 4.0, 100.0
HOT_FRACTION = 0.25
FINE_STEP_MM = 1.0

# An organ whose hottest coarse sample is below this keeps its coarse samples: they are good to 5 %.
COLD_GY = 1.0

# Coarse samples down to this fraction of the dose at HOT_CC, or this close to a seed beyond their own cell,
# are looked at again: between two coarse samples the dose can be higher than at either.
HOT_HALO = 0.6
SEED_HALO_MM = 4.0

# Hot samples farther apart than this are looked at in boxes of their own.
CLUSTER_MM = 15.0


def target_step_mm(volume_mm3: float) -> float:
    """Sampling step for a target of that volume, mm."""
    finest = (volume_mm3 / TARGET_SAMPLES_AT_MOST) ** (1 / 3)
    return max(finest, min(TARGET_STEP_MM, (volume_mm3 / TARGET_SAMPLES_AT_LEAST) ** (1 / 3)))


def target_dvh(solid, engine, seeds) -> Dvh:
    """DVH of a target."""
    points, volumes = solid.scattered(target_step_mm(solid.volume_mm3))
    return Dvh.of(engine.dose_gy(points, seeds), volumes)


def organ_dvh(solid, engine, seeds, reference_gy: float) -> Dvh:
    """DVH of an organ of any size: whole volume, coarse far from the implant, 1 mm where it is hot.

    Samples above a threshold dose come from the fine set, all others from the coarse one, so no part of
    space is counted twice.  The small mismatch to the organ's volume is put on the cold samples, or on all
    where most of the organ is hot.
    """
    volume = solid.volume_mm3
    low, high = ORGAN_STEP_MM
    step = min(max((volume / ORGAN_SAMPLES) ** (1 / 3), low), high)
    points, volumes = solid.quadrature(step)
    dose = engine.dose_gy(points, seeds)
    coarse = Dvh.of(dose, volumes)
    if step <= FINE_STEP_MM or coarse.max_gy < COLD_GY or coarse.total_cc <= HOT_CC:
        return coarse
    threshold = min(coarse.d_at_volume_cc(HOT_CC), HOT_FRACTION * reference_gy)
    threshold = max(threshold, coarse.d_at_volume_cc(MOST_HOT_CC))
    near = _near_seeds(points, seeds, step + SEED_HALO_MM)
    fine_dose = _hot_dose(
        solid, engine, seeds, points[(dose >= HOT_HALO * threshold) | near], step, threshold
    )
    cold = dose < threshold
    hot_mm3 = np.full(len(fine_dose), FINE_STEP_MM**3)
    cold_mm3 = volumes[cold]
    if cold_mm3.sum() > volume / 2:
        cold_mm3 = cold_mm3 * ((volume - hot_mm3.sum()) / cold_mm3.sum())
    both = np.concatenate([hot_mm3, cold_mm3])
    return Dvh.of(np.concatenate([fine_dose, dose[cold]]), both * (volume / both.sum()))


def _near_seeds(points, seeds, distance_mm: float) -> np.ndarray:
    return within_boxes(points, [seed.position_mm for seed in seeds], distance_mm)


def _hot_dose(solid, engine, seeds, points, reach_mm: float, threshold_gy: float) -> np.ndarray:
    """Doses of the fine lattice's cells inside the solid, near ``points``, at ``threshold_gy`` or above."""
    cells, doses = [], []
    for part in _clusters(points):
        low = np.floor((part.min(axis=0) - reach_mm) / FINE_STEP_MM)
        high = np.ceil((part.max(axis=0) + reach_mm) / FINE_STEP_MM)
        grid = Grid.around((low + 0.5) * FINE_STEP_MM, (high + 0.5) * FINE_STEP_MM, FINE_STEP_MM)
        dose = engine.dose_grid(grid, seeds).values
        cell = np.argwhere(dose >= threshold_gy)[:, ::-1]
        inside = solid.contains(grid.index_to_world(cell))
        cells.append(cell[inside] + low.astype(np.int64))
        doses.append(dose[dose >= threshold_gy][inside])
    # Boxes of neighbouring clusters may share cells.
    _, once = np.unique(np.concatenate(cells), axis=0, return_index=True)
    return np.concatenate(doses)[once].astype(float)


def _clusters(points) -> list[np.ndarray]:
    """Points (n, 3) in groups that lie apart, so that no box spans the gap between two implants."""
    index = np.floor(points / CLUSTER_MM).astype(np.int64)
    index -= index.min(axis=0)
    occupied = np.zeros(index.max(axis=0) + 1, bool)
    occupied[tuple(index.T)] = True
    labels, count = label_pieces(occupied, corners=True)
    mine = labels[tuple(index.T)]
    return [points[mine == k + 1] for k in range(count)]
