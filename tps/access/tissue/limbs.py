"""Arms and legs that lie against the rest of the body: where one ends and the other begins."""

import numpy as np

from dose_kernels.geometry.components import dilated, label_in_slices, widened_labels
from dose_kernels.geometry.voxels import slice_distance_squared

# Parts of a slice that a bridge narrower than twice this joins are parts of their own.
BRIDGE_MM = 20.0

# A limb has an area within these, less than this part of the main part's, and bone inside.
LIMB_AREA_MM2 = (500.0, 30_000.0)
LIMB_PART = 0.7
LIMB_BONE_HU = 350.0

# A part belongs to the main one if this much of it, or of the main part, lies over the main part of the
# slice before.
OVERLAP_PART = 0.5


def seams(solid: np.ndarray, means: np.ndarray, seeds: np.ndarray, cell_mm: np.ndarray) -> np.ndarray:
    """Cells of a coarse body where a limb touches the part that holds the target.

    Limb and trunk that touch look like one body, through which a needle could pass from one to the other.
    In each slice the parts that remain when narrow bridges fall away are followed from the target's slices
    on: what merges with the main part there (at the shoulder, at the hip) belongs to it.

    Parameters
    ----------
    solid : (nz, ny, nx) bool
        The body, filled.
    means : (nz, ny, nx) float
        Mean HU of each cell.
    seeds : (nz, ny, nx) bool
        Cells with target in them.
    cell_mm : (3,) float
    """
    seam = np.zeros(solid.shape, bool)
    squared = slice_distance_squared(~solid, float(cell_mm[0]), float(cell_mm[1]), BRIDGE_MM + cell_mm[0])
    cores, count = label_in_slices(squared > BRIDGE_MM**2)
    several = np.array([plane.max() > plane[plane > 0].min() if plane.any() else False for plane in cores])
    if not several.any() or not seeds.any():
        return seam
    parts = _grown(cores, solid, several, int(BRIDGE_MM / cell_mm[0]) + 3)
    main = _main_parts(parts, seeds, solid, several)
    area = np.bincount(parts.ravel(), minlength=count + 1) * float(cell_mm[0] * cell_mm[1])
    bone = np.bincount(parts[means > LIMB_BONE_HU], minlength=count + 1)
    for k in np.flatnonzero(several):
        own = np.unique(parts[k][parts[k] > 0])
        whole = sum(area[n] for n in own if n in main)
        limbs = [
            n
            for n in own
            if n not in main
            and bone[n] > 1
            and LIMB_AREA_MM2[0] < area[n] < min(LIMB_AREA_MM2[1], LIMB_PART * whole)
        ]
        limb = np.isin(parts[k], limbs)
        seam[k] = limb & dilated((parts[k] > 0) & ~limb, corners=True)
    return seam


def _grown(cores: np.ndarray, solid: np.ndarray, several: np.ndarray, rounds: int) -> np.ndarray:
    """Cores grown at the same pace over the body in slices that have several; the rest of it is 0."""
    parts = np.where(several[:, None, None], cores, 0)
    some, inside = parts[several], solid[several]
    for _ in range(rounds):
        some = np.where((some == 0) & inside, widened_labels(some), some)
    parts[several] = some
    return parts


def _main_parts(parts: np.ndarray, seeds: np.ndarray, solid: np.ndarray, several: np.ndarray) -> set[int]:
    """Numbers of the parts that belong to the body around the target, followed from slice to slice."""
    main: set[int] = set(np.unique(parts[seeds & (parts > 0)]).tolist())
    with_seeds = np.flatnonzero(seeds.any(axis=(1, 2)))
    for order in (range(with_seeds[0], -1, -1), range(with_seeds[0], len(parts))):
        before: np.ndarray | None = None
        for k in order:
            if not several[k]:
                before = solid[k]
                continue
            numbers = [n for n in np.unique(parts[k][parts[k] > 0]).tolist() if n not in main]
            for n in numbers:
                if before is None:
                    break
                own = parts[k] == n
                shared = (own & before).sum()
                if shared > OVERLAP_PART * min(own.sum(), before.sum()):
                    main.add(n)
            before = np.isin(parts[k], list(main))
    return main
