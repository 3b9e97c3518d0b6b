"""From masks and maps of labels to structures: outlines on the voxels' own planes."""

import numpy as np

from tps.dicom.masks.outline import outlines
from tps.errors import BadInput
from tps.model import Contour, Grid

# A body of a hundred organs on 500 planes has a tenth of it; what has more is noise, not regions.
MAX_CONTOURS = 500_000

# On a plane with no larger label than this they are counted, which is quicker than sorting them.
_COUNTED = 65_536


def contours_of_labels(
    labels: np.ndarray, grid: Grid, normal, where: str = ""
) -> dict[int, tuple[Contour, ...]]:
    """Outlines of every label above 0, by label in ascending order.

    Parameters
    ----------
    labels : (nz, ny, nx) unsigned int or bool
    grid : Grid
        Of the labels; its axes may be left-handed.
    normal : (3,) float
        Unit normal of the CT slices: outlines are drawn on the planes of the map nearest to those.
    where : str
        For messages.

    Raises
    ------
    BadInput
        If the labels fall into more pieces than any regions do.
    """
    count = 0
    axis = int(np.abs(grid.axes @ np.asarray(normal, float)).argmax())  # x, y or z index of the map
    planes = np.moveaxis(labels, 2 - axis, 0)
    found: dict[int, list[Contour]] = {}
    for k, plane in enumerate(planes):
        plane = np.ascontiguousarray(plane)
        for label in labels_in(plane):
            polygons = outlines(plane == label)
            count += len(polygons)
            if count > MAX_CONTOURS:
                raise BadInput(
                    f"its labels lie scattered in more than {MAX_CONTOURS:,} pieces",
                    where=where,
                    expected="regions",
                    remedy="smooth it, or check that it is a label map",
                )
            drawn = found.setdefault(label, [])
            drawn += [Contour(grid.index_to_world(_indices(p, k, axis))) for p in polygons]
    return {label: tuple(found[label]) for label in sorted(found)}


def labels_in(values: np.ndarray, background: int = 0) -> list[int]:
    """The labels other than ``background`` in an array of unsigned integers or truth values, ascending."""
    highest = values.max(initial=0)
    if highest == background and values.min(initial=highest) == background:
        return []
    if highest < _COUNTED:
        found = np.flatnonzero(np.bincount(values.ravel()))
    else:
        found = np.unique(values)
    return [int(label) for label in found if label != background]


def _indices(polygon: np.ndarray, k: int, axis: int) -> np.ndarray:
    """Voxel indices x, y, z (n, 3) of a polygon on plane ``k`` across ``axis``."""
    index = np.empty((len(polygon), 3))
    index[:, axis] = k
    index[:, [a for a in range(3) if a != axis]] = polygon
    return index
