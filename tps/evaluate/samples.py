"""Where the dose of a region is sampled: evenly in targets, finely only where it is hot in organs."""

from collections.abc import Sequence

import numpy as np

from dose_kernels.geometry.components import label_pieces
from dose_kernels.geometry.nearest import within_boxes
from tps.dose.model import DoseModel
from tps.evaluate.dvh import Dvh
from tps.evaluate.extremes import highest_dose, lowest_dose
from tps.geometry.region import Region, SampledRegion
from tps.model.grid import Grid
from tps.model.plan import Seed

# A target is cut into at least this many samples: V100 of a 0.5 cm3 target then moves in steps of 0.03 %.
TARGET_SAMPLES_AT_LEAST = 4_000

# Beyond this many samples a finer step changes no printed digit, it only takes time.
TARGET_SAMPLES_AT_MOST = 250_000

# Coarsest step in a target that is not huge, mm: the grid step asked of surface samples, for the same reason.
TARGET_STEP_MM = 1.0

# Organs: number of coarse samples aimed at, and limits of their step, mm.
ORGAN_SAMPLES = 12_000
ORGAN_STEP_MM = (1.0, 10.0)

# An organ up to this size is sampled evenly and so finely that D0.1cc rests on a hundred samples or more.
SMALL_ORGAN_CC = 4.0
SMALL_ORGAN_SAMPLES = 25_000

# The part of a larger organ that is sampled again at FINE_STEP_MM: the hottest 4 cm3 (D2cc sees half of it),
# and whatever gets more than a quarter of the prescription, up to 100 cm3 (an organ around the implant).
HOT_CC, MOST_HOT_CC = 4.0, 100.0
HOT_FRACTION = 0.25
FINE_STEP_MM = 1.0

# The hottest parts of all are sampled once more: up to so many cm3 each fine cell in so many parts a side.
# D0.1cc rests on a hundred cells of 1 mm, and D1cc of an organ with an implant in it on two dozen beside each
# seed: there the dose falls so steeply that they err by 3 to 5 %.
HOTTEST_CC_PARTS = ((1.2, 2), (0.15, 4))

# An organ whose hottest coarse sample is below this keeps its coarse samples: they are good to 5 %.
COLD_GY = 1.0

# Samples down to this fraction of a threshold, or this close to a seed beyond their own cell, are looked at
# again: between two samples the dose can be higher than at either.
HOT_HALO = 0.6
SEED_HALO_MM = 4.0

# Half the diagonal of a fine cell is 0.87 mm: so near to a seed the dose in it may be 1 / HOT_HALO times that
# in its middle, farther away 1 / FAR_HALO times (inverse square of 8 and 7.1 mm).
STEEP_WITHIN_MM = 8.0
FAR_HALO = 0.79

# Hot samples farther apart than this are looked at in boxes of their own.
CLUSTER_MM = 15.0


def target_step_mm(volume_mm3: float) -> float:
    """Sampling step for a target of that volume, mm."""
    finest = (volume_mm3 / TARGET_SAMPLES_AT_MOST) ** (1 / 3)
    return max(finest, min(TARGET_STEP_MM, (volume_mm3 / TARGET_SAMPLES_AT_LEAST) ** (1 / 3)))


def target_dvh(solid: Region, engine: DoseModel, seeds: Sequence[Seed], coldest_gy: float = np.inf) -> Dvh:
    """DVH of a target; ``coldest_gy`` is the lowest dose on its surface, which belongs to it.

    Parameters
    ----------
    solid : Region
    engine : DoseModel
    seeds : sequence of Seed
    coldest_gy : float
        Lowest dose on the surface, which belongs to the target.
    """
    points, volumes = solid.scattered(target_step_mm(solid.volume_mm3))
    dose = engine.dose_gy(points, seeds)
    inside = points[solid.contains(points)]
    if len(inside) and len(seeds):
        coldest_gy = min(coldest_gy, lowest_dose(solid, inside, engine, seeds))
    return Dvh.of(dose, volumes, lowest_gy=coldest_gy)


def organ_dvh(solid: SampledRegion, engine: DoseModel, seeds: Sequence[Seed], reference_gy: float) -> Dvh:
    """DVH of an organ of any size: whole volume, coarse far from the implant, finer the hotter it is.

    Samples above a threshold dose come from a finer set, all others from the coarser one, so no part of
    space is counted twice.  The small mismatch to the organ's volume is put on the cold samples, or on all
    where most of the organ is hot.

    Parameters
    ----------
    solid : Region
    engine : DoseModel
    seeds : sequence of Seed
    reference_gy : float
        Prescription dose: a part of it is hot.
    """
    volume = solid.volume_mm3
    points, volumes = solid.quadrature(organ_step_mm(volume))
    dose = engine.dose_gy(points, seeds)
    coarse = Dvh.of(dose, volumes)
    if coarse.max_gy < COLD_GY:
        return coarse
    if coarse.total_cc > SMALL_ORGAN_CC:
        dose, volumes, points = _refined(solid, engine, seeds, reference_gy, (dose, volumes, points))
    inside = points[solid.contains(points)]
    hottest = highest_dose(solid, inside, engine, seeds) if len(inside) else -np.inf
    return Dvh.of(dose, volumes, highest_gy=hottest)


def organ_step_mm(volume_mm3: float) -> float:
    """Sampling step for the coarse samples of an organ of that volume, mm."""
    if volume_mm3 <= 1000.0 * SMALL_ORGAN_CC:
        return (volume_mm3 / SMALL_ORGAN_SAMPLES) ** (1 / 3)
    low, high = ORGAN_STEP_MM
    return min(max((volume_mm3 / ORGAN_SAMPLES) ** (1 / 3), low), high)


def _refined(
    solid: SampledRegion, engine: DoseModel, seeds: Sequence[Seed], reference_gy: float, coarse: tuple
) -> tuple:
    """Doses, volumes and points of coarse samples, the hot part replaced by finer ones."""
    dose, volumes, points = coarse
    dvh, step = Dvh.of(dose, volumes), organ_step_mm(solid.volume_mm3)
    threshold = min(dvh.d_at_volume_cc(HOT_CC), HOT_FRACTION * reference_gy)
    if dvh.total_cc > MOST_HOT_CC:
        threshold = max(threshold, dvh.d_at_volume_cc(MOST_HOT_CC))
    near = _near_seeds(points, seeds, step + SEED_HALO_MM)
    cells, cell_dose = _hot_cells(
        engine, seeds, points[(dose >= HOT_HALO * threshold) | near], step, HOT_HALO * threshold
    )
    fine = solid.contains(cells) & (cell_dose >= threshold)
    steep = _near_seeds(cells, seeds, STEEP_WITHIN_MM)
    kept = [(cell_dose[fine], np.full(int(fine.sum()), FINE_STEP_MM**3), cells[fine])]
    for most_cc, count in HOTTEST_CC_PARTS:
        last_dose, last_mm3, last_points = kept[-1]
        if not len(last_dose):
            break
        highest = Dvh.of(last_dose, last_mm3)
        top = highest.d_at_volume_cc(min(most_cc, highest.total_cc))
        least = np.where(steep, HOT_HALO, FAR_HALO) * top
        parts, part_dose = _parts(solid, engine, seeds, cells[cell_dose >= least], count)
        hot, below = part_dose >= top, last_dose < top
        kept[-1] = (last_dose[below], last_mm3[below], last_points[below])
        kept.append((part_dose[hot], np.full(int(hot.sum()), (FINE_STEP_MM / count) ** 3), parts[hot]))
    cold = dose < threshold
    hot_mm3 = sum(float(v.sum()) for _, v, _ in kept)
    cold_mm3 = volumes[cold]
    if cold_mm3.sum() > solid.volume_mm3 / 2:
        cold_mm3 = cold_mm3 * ((solid.volume_mm3 - hot_mm3) / cold_mm3.sum())
    kept.append((dose[cold], cold_mm3, points[cold]))
    doses, sizes, places = (np.concatenate(column) for column in zip(*kept, strict=True))
    return doses, sizes * (solid.volume_mm3 / sizes.sum()), places


def _near_seeds(points, seeds, distance_mm: float) -> np.ndarray:
    return within_boxes(points, [seed.position_mm for seed in seeds], distance_mm)


def _hot_cells(
    engine: DoseModel, seeds: Sequence[Seed], points: np.ndarray, reach_mm: float, least_gy: float
) -> tuple[np.ndarray, np.ndarray]:
    """Centres and doses of fine cells near ``points`` that get ``least_gy`` or more, inside or not."""
    cells, doses = [np.empty((0, 3), np.int64)], [np.empty(0)]
    for part in _clusters(points):
        low = np.floor((part.min(axis=0) - reach_mm) / FINE_STEP_MM)
        high = np.ceil((part.max(axis=0) + reach_mm) / FINE_STEP_MM)
        grid = Grid.around((low + 0.5) * FINE_STEP_MM, (high + 0.5) * FINE_STEP_MM, FINE_STEP_MM)
        dose = engine.dose_grid(grid, seeds).values
        hot = dose >= least_gy
        cells.append(np.argwhere(hot)[:, ::-1] + low.astype(np.int64))
        doses.append(dose[hot])
    index, dose = np.concatenate(cells), np.concatenate(doses).astype(float)
    if len(cells) > 2:
        # Boxes of neighbouring clusters may share cells.
        size = np.ptp(index, axis=0) + 1
        _, once = np.unique(np.ravel_multi_index((index - index.min(axis=0)).T, size), return_index=True)
        index, dose = index[once], dose[once]
    return (index + 0.5) * FINE_STEP_MM, dose


def _parts(
    solid: SampledRegion, engine: DoseModel, seeds: Sequence[Seed], cells: np.ndarray, count: int
) -> tuple[np.ndarray, np.ndarray]:
    """Centres and doses of the parts of cells that lie inside; a cell that the surface cuts has some."""
    corner = np.indices((2, 2, 2)).reshape(3, -1).T - 0.5
    corners = (cells[:, None] + FINE_STEP_MM * corner).reshape(-1, 3)
    cells = cells[solid.contains(corners).reshape(-1, len(corner)).any(axis=1) | solid.contains(cells)]
    part = (np.indices((count,) * 3).reshape(3, -1).T + 0.5) / count - 0.5
    points = (cells[:, None] + FINE_STEP_MM * part).reshape(-1, 3)
    points = points[solid.contains(points)]
    return points, engine.dose_gy(points, seeds)


def _clusters(points) -> list[np.ndarray]:
    """Points (n, 3) in groups that lie apart, so that no box spans the gap between two implants."""
    index = np.floor(points / CLUSTER_MM).astype(np.int64)
    index -= index.min(axis=0)
    occupied = np.zeros(index.max(axis=0) + 1, bool)
    occupied[tuple(index.T)] = True
    labels, count = label_pieces(occupied, corners=True)
    mine = labels[tuple(index.T)]
    return [points[mine == k + 1] for k in range(count)]
