"""How far isodoses reach outside a target: the part of space the conformity figures need beside the DVH."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tps.dose.model import DoseModel
from tps.evaluate.dvh import Dvh
from tps.evaluate.samples import target_step_mm
from tps.geometry.region import Region
from tps.model.grid import Grid
from tps.model.plan import Seed

# The searched box starts this far beyond the target and grows by half until the isodose closes inside it.
FIRST_MARGIN_MM = 8.0
GROWTH = 1.5

# An isodose this far from its target tells nothing about the target; the search ends.
LAST_MARGIN_MM = 120.0

# Cells of the searched box; beyond, its step grows.
MOST_CELLS = 700_000

# Cells cut by the target's surface are cut into this many parts a side: their outer part lies further out
# than their centre, and taking the centre's dose would read 1-2 % too high for a target of 5 cm3.
CUT_PARTS = 2


# A mask's fractions are float32 sums of a few cells; closer to 0 or 1 than this they are 0 or 1.
FRACTION_TOLERANCE = 1e-4


@dataclass(frozen=True, eq=False)
class Surroundings:
    """Dose around a target, sampled on a box.

    Parameters
    ----------
    dose_gy : (n,) float
        Samples outside the target, as far as they are at ``least_gy`` or above.
    volume_mm3 : (n,) float
        Their volumes.
    rim_gy : float
        Highest dose on the box's faces: isodoses above it are complete.
    least_gy : float
        Samples below this dose were left out.
    """

    dose_gy: np.ndarray
    volume_mm3: np.ndarray
    rim_gy: float
    least_gy: float = 0.0

    def volume_at_dose_mm3(self, dose_gy: float) -> float:
        """Volume outside the target with at least ``dose_gy``.

        Raises
        ------
        ValueError
            If samples of that dose were left out.
        """
        if dose_gy < self.least_gy:
            raise ValueError(f"dose_gy is {dose_gy}, samples below {self.least_gy} Gy were left out")
        return float(self.volume_mm3[self.dose_gy >= dose_gy].sum())


def matched_peripheral_dose(inside: Dvh, around: Surroundings) -> float:
    """Dose in Gy of the isodose whose whole volume, in or out of the target, equals the target's volume."""
    # The target alone fills its volume at its lowest dose, so colder samples around it do not matter.
    hot = around.dose_gy >= inside.min_gy
    doses = np.concatenate([inside.dose_gy, around.dose_gy[hot]])
    volumes = np.concatenate([inside.volume_cc * 1000.0, around.volume_mm3[hot]])
    return Dvh.of(doses, volumes).d_at_volume_cc(inside.total_cc)


def sample_surroundings(
    solid: Region,
    others: Sequence[Region],
    engine: DoseModel,
    seeds: Sequence[Seed],
    inside: Dvh,
    reference_gy: float,
) -> Surroundings:
    """Dose around a target, far enough out to hold its reference isodose and its matched isodose.

    With several targets, space belongs to the target it is nearest to (or deepest inside of): seeds of one
    lesion do not count as spill of another.

    Parameters
    ----------
    solid : Region
        The target.
    others : sequence of Region
        The other targets of the plan.
    engine : DoseModel
    seeds : sequence of Seed
    inside : Dvh
        DVH of the target.
    reference_gy : float
        Prescription dose.
    """
    margin = FIRST_MARGIN_MM
    # Most of a box is colder than what the reference isodose and the matched isodose enclose.
    least = min(reference_gy, inside.min_gy)
    while True:
        around = _sample_box(solid, others, engine, seeds, margin, least)
        if _closes(inside, around, reference_gy) or margin * GROWTH > LAST_MARGIN_MM:
            return around
        margin *= GROWTH


def _closes(inside: Dvh, around: Surroundings, reference_gy: float) -> bool:
    """True if the isodoses that are looked for, the reference and the matched one, lie within the box."""
    rim = around.rim_gy
    if rim >= reference_gy:
        return False
    if rim < inside.min_gy:
        return True
    # The matched isodose is hotter than the rim if the part that is hotter than the rim fills the target.
    return inside.v_at_dose(rim) * 1000.0 + around.volume_at_dose_mm3(rim) > inside.total_cc * 1000.0


def _sample_box(
    solid: Region,
    others: Sequence[Region],
    engine: DoseModel,
    seeds: Sequence[Seed],
    margin_mm: float,
    least_gy: float,
) -> Surroundings:
    low, high = solid.structure.bounds_mm()
    size = high - low + 2 * margin_mm
    step = max(target_step_mm(solid.volume_mm3), float((np.prod(size) / MOST_CELLS) ** (1 / 3)))
    grid = Grid.around(low - margin_mm, high + margin_mm, step)
    dose = np.asarray(engine.dose_grid(grid, seeds).values)
    outer = 1.0 - np.asarray(solid.mask(grid).values)
    if others:
        outer = outer * _owned(solid, others, grid, margin_mm)
    whole = outer > 1 - FRACTION_TOLERANCE
    cut_dose, cut_volume = _cut_cells(solid, engine, seeds, grid, np.where(whole, 0.0, outer))
    on_rim = dose[_rim(grid.shape) & whole]
    hot_dose, hot = dose[whole & (dose >= least_gy)].astype(float), cut_dose >= least_gy
    return Surroundings(
        np.concatenate([hot_dose, cut_dose[hot]]),
        np.concatenate([np.full(len(hot_dose), grid.voxel_mm3), cut_volume[hot]]),
        float(on_rim.max()) if on_rim.size else 0.0,
        least_gy,
    )


def _rim(shape: tuple[int, int, int]) -> np.ndarray:
    rim = np.ones(shape, bool)
    rim[1:-1, 1:-1, 1:-1] = False
    return rim


def _cut_cells(
    solid: Region, engine: DoseModel, seeds: Sequence[Seed], grid: Grid, outer: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Doses and volumes of the outer parts of cells cut by the surface."""
    k, j, i = np.unravel_index(np.flatnonzero(outer > FRACTION_TOLERANCE), outer.shape)
    part = (np.indices((CUT_PARTS,) * 3).reshape(3, -1).T + 0.5) / CUT_PARTS - 0.5
    index = [(along[:, None] + part[:, axis]).ravel() for axis, along in enumerate((i, j, k))]
    points = grid.index_to_world(np.stack(index, axis=1))
    outside = ~solid.contains(points).reshape(-1, len(part))
    outside[~outside.any(axis=1)] = True
    volume = (outer[k, j, i] * grid.voxel_mm3 / outside.sum(axis=1))[:, None] * outside
    keep = outside.ravel()
    return engine.dose_gy(points[keep], seeds), volume.ravel()[keep]


def _owned(solid: Region, others: Sequence[Region], grid: Grid, margin_mm: float) -> np.ndarray:
    """True where a voxel belongs to ``solid`` rather than to one of ``others``."""
    low, high = grid.index_to_world([0, 0, 0])[0], grid.index_to_world([np.array(grid.shape[::-1]) - 1])[0]
    owned = np.ones(grid.shape, bool)
    mine = None
    for other in others:
        other_low, other_high = other.structure.bounds_mm()
        if np.any(other_low - margin_mm > high) or np.any(other_high + margin_mm < low):
            continue
        centres = grid.centres_mm()
        mine = solid.signed_distance_mm(centres) if mine is None else mine
        owned &= (mine >= other.signed_distance_mm(centres)).reshape(grid.shape)
    return owned
