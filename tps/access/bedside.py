"""Where a point of the skin lies in the room: from the laser, the middle of the body and the table.

These are the lengths that can be measured beside the scanner.  Left and right are along the rows of the
image, as the console shows it; the sagittal laser marks the line where that coordinate is 0.
"""

from dataclasses import dataclass

import numpy as np

from dose_kernels.geometry import rays
from tps.model.grid import Volume

# The table's height is read below this part of the body's width, around its middle; a cradle rises beyond.
MIDDLE_PART = 0.2

# A table lies no farther below the skin than a mattress is thick, mm, and is seen below this part of the
# columns that are looked at.
MATTRESS_MM = 90.0
LEAST_SEEN = 0.5


@dataclass(frozen=True)
class Bedside:
    """Lengths of one point.

    Parameters
    ----------
    laser_mm : float
        From the line that the sagittal laser marks, along the image's rows; above 0 to the image's right.
    middle_mm : float or None
        The same from halfway between the outermost skin on both sides of the slice; None where the scan cuts
        the body there.
    table_mm : float or None
        Height over the table; None where no table is seen below the body.
    """

    laser_mm: float
    middle_mm: float | None = None
    table_mm: float | None = None


def find_bedside(obstacles, ct: Volume, point_mm) -> Bedside:
    """Where a point lies in the room.

    Parameters
    ----------
    obstacles : Obstacles
        Its labels say what is body and what is table, in the part of the scan that needles can reach.
    ct : Volume
        The whole scan, HU: the body may go on beyond that part.
    point_mm : (3,) float
        Patient coordinates.
    """
    grid, point = obstacles.grid, np.asarray(point_mm, float)
    laser = float(point @ grid.axes[0])
    index = grid.world_to_index(point[None])[0]
    k = int(np.clip(np.rint(index[2]), 0, grid.shape[0] - 1))
    labels = obstacles.voxels.labels[k]
    edges = _edges(obstacles, ct, (labels & rays.BODY) != 0, k)
    middle = None if edges is None else float((index[0] - sum(edges) / 2) * grid.spacing_mm[0])
    return Bedside(laser, middle, _over_table_mm(obstacles, labels, index))


def _edges(obstacles, ct: Volume, body: np.ndarray, k: int) -> tuple[int, int] | None:
    """First and last column of the body in slice ``k``, counted in the obstacles' grid; None where it is cut.

    The obstacles' grid may end within the body; the scan shows how it goes on: as tissue in the body's rows.
    """
    columns, rows = np.flatnonzero(body.any(axis=0)), np.flatnonzero(body.any(axis=1))
    if not len(columns):
        return None
    corner = obstacles.grid.index_to_world([[0.0, 0.0, float(k)]])
    shift_x, shift_y, slice_k = np.rint(ct.grid.world_to_index(corner)[0]).astype(int)
    level = obstacles.protocol.body_hu
    tissue = (ct.values[slice_k, shift_y + rows[0] : shift_y + rows[-1] + 1] > level).any(axis=0)
    first, last = columns[0] + shift_x, columns[-1] + shift_x
    if columns[0] == 0:
        first = _run_end(tissue[: first + 1][::-1], first, -1)
    if columns[-1] == body.shape[1] - 1:
        last = _run_end(tissue[last:], last, 1)
    if first <= 0 or last >= ct.grid.shape[2] - 1:
        return None
    return first - shift_x, last - shift_x


def _run_end(tissue: np.ndarray, start: int, step: int) -> int:
    """Last column of the unbroken tissue that begins with the first entry of ``tissue``, at ``start``."""
    length = len(tissue) if tissue.all() else int(np.argmin(tissue))
    return start + step * (max(length, 1) - 1)


def _over_table_mm(obstacles, labels: np.ndarray, index: np.ndarray) -> float | None:
    """Height of a point over the table's surface in its slice; ``index`` is its voxel, x, y, z."""
    side, grid = obstacles.table_side, obstacles.grid
    if side is None:
        return None
    along = grid.axes[:2] @ np.asarray(side, float)
    axis = int(np.abs(along).argmax())  # 0: the table lies along the rows, 1: along the columns
    # Turned so that the table lies at the end of the first axis.
    view, place = (labels, index[1]) if axis == 1 else (labels.T, index[0])
    if along[axis] < 0:
        view, place = view[::-1], view.shape[0] - 1 - place
    body = (view & rays.BODY) != 0
    wide = np.flatnonzero(body.any(axis=0))
    if not len(wide):
        return None
    half = MIDDLE_PART / 2 * (wide[-1] - wide[0])
    middle = (wide[0] + wide[-1]) / 2
    chosen = wide[np.abs(wide - middle) <= half]
    last = len(view) - 1 - body[::-1].argmax(axis=0)
    step = grid.spacing_mm[axis]
    surfaces = []
    for column in chosen:
        below = np.flatnonzero(view[last[column] + 1 :, column] & rays.OBJECT)
        if len(below) and below[0] * step <= MATTRESS_MM:
            surfaces.append(last[column] + 1 + below[0] - 0.5)
    if len(surfaces) < LEAST_SEEN * len(chosen):
        return None
    return float((np.median(surfaces) - place) * step)
