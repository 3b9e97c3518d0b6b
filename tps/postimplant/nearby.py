"""Where to look for seeds: a region and what lies about it."""

import numpy as np
from scipy import ndimage

from tps.geometry.solid import build_solid
from tps.model import Grid, Structure

# Seeds lie in the target and, by errors of the needles, about it; those further away have migrated.
NEAR_MM = 40.0


def near_mask(structure: Structure, grid: Grid, distance_mm: float = NEAR_MM) -> np.ndarray:
    """Voxels (nz, ny, nx) bool within ``distance_mm`` of a structure."""
    inside = build_solid(structure, grid).mask(grid).values > 0
    boxes = ndimage.find_objects(inside.astype(np.int8))
    result = np.zeros(grid.shape, bool)
    if not boxes:
        return result
    spacing = grid.spacing_mm[::-1]
    margin = np.ceil(distance_mm / spacing).astype(int)
    box = tuple(
        slice(max(s.start - m, 0), min(s.stop + m, n))
        for s, m, n in zip(boxes[0], margin, grid.shape, strict=True)
    )
    result[box] = ndimage.distance_transform_edt(~inside[box], sampling=spacing) <= distance_mm
    return result
