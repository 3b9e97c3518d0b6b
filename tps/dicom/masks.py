"""From masks of voxels to structures: outlines on the mask's own planes."""

import numpy as np

from tps.dicom.outline import outlines
from tps.model import Contour, Grid, Structure


def structure_of_mask(name: str, mask: np.ndarray, grid: Grid, normal, number: int) -> Structure | None:
    """The structure that a mask marks; ``None`` where nothing is set.

    Parameters
    ----------
    name : str
    mask : (nz, ny, nx) bool
    grid : Grid
        Of the mask; its axes may be left-handed.
    normal : (3,) float
        Unit normal of the CT slices: outlines are drawn on the planes of the mask nearest to those.
    number : int
        ROI number.
    """
    axis = int(np.abs(grid.axes @ np.asarray(normal, float)).argmax())  # x, y or z index of the mask
    along = 2 - axis
    occupied = np.flatnonzero(mask.any(axis=tuple(a for a in range(3) if a != along)))
    contours = []
    for k in occupied:
        plane = mask.take(k, axis=along)
        for polygon in outlines(plane):
            contours.append(Contour(grid.index_to_world(_indices(polygon, k, axis))))
    return Structure(name, tuple(contours), number) if contours else None


def _indices(polygon: np.ndarray, k: int, axis: int) -> np.ndarray:
    """Voxel indices x, y, z (n, 3) of a polygon on plane ``k`` across ``axis``."""
    index = np.empty((len(polygon), 3))
    index[:, axis] = k
    index[:, [a for a in range(3) if a != axis]] = polygon
    return index
