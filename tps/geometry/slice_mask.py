"""Voxels whose centres lie inside a structure: quick, for large structures drawn on the scan's own slices."""

import numpy as np

from dose_kernels.geometry.polygons import fill_slice
from tps.geometry.planes import contour_frame, ring_edges
from tps.geometry.solid import build_solid
from tps.model.grid import Grid
from tps.model.structure import Structure

# Contours that drift further than this across one plane are not level with the slices.
LEVEL_TOLERANCE_MM = 0.1


def centre_mask(structure: Structure, grid: Grid) -> np.ndarray:
    """True for voxels (nz, ny, nx) of ``grid`` whose centre is inside.

    A slice takes the contours of the nearest plane, if that is within half the usual distance of planes (or
    of slices, if that is larger).  Structures not drawn parallel to the slices go through ``build_solid``.

    Raises
    ------
    BadInput
        If contours are not planar or not parallel.
    """
    frame = contour_frame(structure, grid)
    if np.abs(frame.axes - grid.axes).max() > 1e-6:
        return build_solid(structure, grid).mask(grid).values > 0.5
    rings = [grid.world_to_index(c.points_mm) * grid.spacing_mm for c in structure.contours]
    planes: list[tuple[float, list[np.ndarray]]] = []
    for height, ring in sorted(((float(r[:, 2].mean()), r) for r in rings), key=lambda pair: pair[0]):
        if not planes or height - planes[-1][0] > LEVEL_TOLERANCE_MM:
            planes.append((height, []))
        planes[-1][1].append(ring_edges(ring[:, :2]))
    heights = np.array([height for height, _ in planes])
    usual = float(np.median(np.diff(heights))) if len(heights) > 1 else 0.0
    reach = 0.5 * max(usual, float(grid.spacing_mm[2])) + LEVEL_TOLERANCE_MM
    nz, ny, nx = grid.shape
    out = np.zeros(grid.shape, bool)
    dx, dy, dz = (float(d) for d in grid.spacing_mm)
    for k in range(nz):
        nearest = int(np.abs(heights - k * dz).argmin())
        if abs(heights[nearest] - k * dz) <= reach:
            out[k] = fill_slice(np.concatenate(planes[nearest][1]), 0.0, 0.0, dx, dy, ny, nx)
    return out
