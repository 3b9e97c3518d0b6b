"""The mediastinum: soft tissue between the lungs, with the heart and the great vessels in it."""

from typing import NamedTuple

import numpy as np

from dose_kernels.geometry.components import dilated, eroded, label_pieces
from dose_kernels.geometry.voxels import slice_distance_squared
from tps.access.tissue.crop import Crop

# A lung with less area in a slice does not count as seen there.
LEAST_LUNG_MM2 = 800.0

# Where one lung is not seen at all, the mediastinum reaches this far beyond the spine's middle.
BEYOND_SPINE_MM = 50.0

# It keeps this far within the ring of ribs, which is completed from slices within this of each other; in
# front, where ribs are cartilage, from bone this far aside.  What lies deeper than this between the outer
# ends of the lungs is within anyway.
WITHIN_RIBS_MM = 10.0
RIBS_ALONG_MM = 12.0
CARTILAGE_MM = 25.0
BELOW_SKIN_MM = 30.0

# Below where the lungs are widest it grows to the right by no more than this for each mm (the liver's dome is
# no heart), and to the left; parts that hang on it by less than twice this beside what is above are no heart.
GROWTH = (1.0, 1.5)
NECK_MM = 8.0

# The diaphragm begins below that, once their area has fallen to this part.  There the
# heart grows no more, and ends after this length; below, only what lies this near before the spine remains.
DIAPHRAGM_PART = 0.9
HEART_BELOW_MM = 40.0
BEFORE_SPINE_MM = (40.0, 45.0)

# Vessels and septa thinner than about twice this, and pieces smaller than this, are left out.
THIN_MM = 4.0
LEAST_MM3 = 5_000.0


class _Chest(NamedTuple):
    """Masks turned so that z runs to the head, y to the back, x to the left of the patient; sizes in mm.

    ``middle`` and ``front`` (nz,): column of the spine's middle, and row of the spinal canal's front.
    """

    lungs: np.ndarray
    soft: np.ndarray
    wall: np.ndarray
    middle: np.ndarray
    front: np.ndarray
    dx: float
    dy: float
    dz: float


def find_mediastinum(crop: Crop, lungs: np.ndarray, bone: np.ndarray, canal: np.ndarray) -> np.ndarray:
    """Coarse cells (nz, ny, nx) between the lungs, in front of the spinal canal and within the ribs.

    In each row across the patient it reaches from one lung to the other, or to the ribs where the heart
    lies against them.  Contrast is not needed.

    Parameters
    ----------
    crop : Crop
    lungs, bone, canal : (nz, ny, nx) bool
        Coarse cells.
    """
    found = np.zeros(lungs.shape, bool)
    # Without any bone nothing tells where ribs and spine are, and whether this is a chest.
    if not (lungs.any() and bone.any()):
        return found
    chest, out = _turned(crop, lungs, bone, canal, found)
    area = chest.lungs.sum(axis=(1, 2)) * chest.dx * chest.dy
    rows = _rows_between(chest)
    widest = int(area.argmax())
    start = None
    for k in range(widest - 1, -1, -1):
        above = rows[k + 1]
        if area[k] < DIAPHRAGM_PART * area[widest]:
            start = k if start is None else start
            rows[k] &= above
            if (start - k) * chest.dz > HEART_BELOW_MM:
                rows[k] &= _before_spine(chest, k)
        elif above.any():
            columns = np.flatnonzero(above.any(axis=0)) * chest.dx
            x = np.arange(rows.shape[2]) * chest.dx
            right, left = (g * chest.dz + 1.0 for g in GROWTH)
            rows[k] &= (x >= columns[0] - right) & (x <= columns[-1] + left)
            rows[k] = _hanging(rows[k], above, max(1, round(NECK_MM / chest.dx)))
    out[:] = _tidy(rows, chest)
    return found


def _turned(crop: Crop, lungs, bone, canal, out) -> tuple[_Chest, np.ndarray]:
    """The chest, and a view of ``out`` turned likewise."""
    axes = crop.grid.axes
    across = 2 if abs(axes[0, 0]) >= abs(axes[1, 0]) else 1
    x_axis, y_axis = (axes[0], axes[1]) if across == 2 else (axes[1], axes[0])
    step = tuple(1 if value >= 0 else -1 for value in (axes[2, 2], y_axis[1], x_axis[0]))

    def turn(mask: np.ndarray) -> np.ndarray:
        turned = mask if across == 2 else mask.swapaxes(1, 2)
        return turned[:: step[0], :: step[1], :: step[2]]

    dx, dy, dz = crop.cell_mm
    dx, dy = (dx, dy) if across == 2 else (dy, dx)
    lungs, bone, canal = turn(lungs), turn(bone), turn(canal)
    reach = int(RIBS_ALONG_MM / dz)
    ring = _widened_along(bone | lungs, reach, 0)
    wide = _widened_along(ring, int(CARTILAGE_MM / dx), 2)
    within = _on_both_sides(wide, 1) & _on_both_sides(ring, 2)
    for _ in range(max(1, round(WITHIN_RIBS_MM / dx))):
        within = eroded(within)
    deep = slice_distance_squared(~crop.solid, float(crop.cell_mm[0]), float(crop.cell_mm[1]), BELOW_SKIN_MM)
    middle, front = _spine(canal, turn(crop.solid), lungs)
    across_lungs = _across_lungs(lungs, middle, WITHIN_RIBS_MM / dx, BEYOND_SPINE_MM / dx)
    within |= (turn(deep) >= BELOW_SKIN_MM**2) & across_lungs
    # Airways lie in it; what is air is left out at the end.
    soft = turn(crop.solid) & ~lungs & ~bone
    return _Chest(lungs, soft, within, middle, front, float(dx), float(dy), float(dz)), turn(out)


def _across_lungs(lungs: np.ndarray, middle: np.ndarray, less: float, beyond: float) -> np.ndarray:
    """Columns (nz, 1, nx) between the outer ends of the lungs in each slice, and about the spine."""
    columns, n = np.any(lungs, axis=1), np.arange(lungs.shape[2])
    first = columns.argmax(axis=1) + less
    last = len(n) - 1 - columns[:, ::-1].argmax(axis=1) - less
    low = np.where(columns.any(axis=1), np.minimum(first, middle - beyond), len(n))
    return ((n >= low[:, None]) & (n <= np.maximum(last, middle + beyond)[:, None]))[:, None]


def _widened_along(mask: np.ndarray, rounds: int, axis: int) -> np.ndarray:
    out = np.swapaxes(mask, 0, axis).copy()
    for _ in range(rounds):
        before = out.copy()
        out[1:] |= before[:-1]
        out[:-1] |= before[1:]
    return np.swapaxes(out, 0, axis)


def _on_both_sides(mask: np.ndarray, axis: int) -> np.ndarray:
    before = np.logical_or.accumulate(mask, axis=axis)
    return before & np.flip(np.logical_or.accumulate(np.flip(mask, axis), axis=axis), axis)


def _spine(canal: np.ndarray, solid: np.ndarray, lungs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Column of the spine's middle and row of the canal's front, for each slice."""
    slices = np.arange(len(canal))
    held = canal.any(axis=(1, 2))
    if held.any():
        known = np.flatnonzero(held)
        middle = [np.flatnonzero(canal[k].any(axis=0)).mean() for k in known]
        front = [np.flatnonzero(canal[k].any(axis=1))[0] for k in known]
        return np.interp(slices, known, middle), np.interp(slices, known, front)
    # No canal: the body's middle, and the back of the lungs.
    with_lung = lungs.any(axis=(1, 2))
    middle = np.flatnonzero(solid[with_lung].any(axis=(0, 1))).mean()
    back = np.flatnonzero(lungs.any(axis=(0, 2)))[-1]
    return np.full(len(canal), middle), np.full(len(canal), float(back))


def _rows_between(chest: _Chest) -> np.ndarray:
    """Soft cells from lung to lung, row by row, in front of the canal; to the ribs beside a single lung."""
    nz, ny, nx = chest.lungs.shape
    x = np.arange(nx)
    left_side = x[None, None] >= chest.middle[:, None, None]
    right, left = chest.lungs & ~left_side, chest.lungs & left_side
    has_right, has_left = np.any(right, axis=2), np.any(left, axis=2)
    # Innermost lung of either side in each row.
    inner_right = np.where(has_right, nx - 1 - right[:, :, ::-1].argmax(axis=2), -1)
    inner_left = np.where(has_left, left.argmax(axis=2), nx)
    pixel = chest.dx * chest.dy
    seen_right = right.sum(axis=(1, 2)) * pixel >= LEAST_LUNG_MM2
    seen_left = left.sum(axis=(1, 2)) * pixel >= LEAST_LUNG_MM2
    beyond = BEYOND_SPINE_MM / chest.dx
    least = np.where(seen_right, -1.0, chest.middle - beyond)
    most = np.where(seen_left, float(nx), chest.middle + beyond)
    low = np.maximum(inner_right, np.where(has_right, -1.0, least[:, None]))
    high = np.minimum(inner_left, np.where(has_left, float(nx), most[:, None]))
    rows = chest.soft & (x > low[:, :, None]) & (x < high[:, :, None])
    rows &= (has_right | has_left)[:, :, None] & (np.arange(ny)[None, :, None] < chest.front[:, None, None])
    return rows & (chest.wall | (has_right & has_left)[:, :, None])


def _hanging(rows: np.ndarray, above: np.ndarray, rounds: int) -> np.ndarray:
    """What of one slice (ny, nx) goes on from the slice above, less what hangs on it by a narrow neck."""
    opened = rows
    for n in range(rounds):
        opened = eroded(opened, corners=n % 2 == 1)
    pieces, count = label_pieces(opened[None])
    pieces = pieces[0]
    aside = np.ones(count + 1, bool)
    aside[np.unique(pieces[above])] = False
    aside[0] = False
    lost = aside[pieces]
    if not lost.any():
        return rows
    for n in range(rounds + 1):
        lost = dilated(lost, corners=n % 2 == 1)
    return rows & (~lost | above)


def _before_spine(chest: _Chest, k: int) -> np.ndarray:
    """Cells (ny, nx) close before the spine."""
    ny, nx = chest.lungs.shape[1:]
    deep, wide = BEFORE_SPINE_MM[0] / chest.dy, BEFORE_SPINE_MM[1] / chest.dx
    rows = np.arange(ny)[:, None] > chest.front[k] - deep - 25.0 / chest.dy
    return rows & (np.abs(np.arange(nx)[None] - chest.middle[k]) < wide)


def _tidy(rows: np.ndarray, chest: _Chest) -> np.ndarray:
    """Without thin parts and small pieces."""
    rounds = max(1, round(THIN_MM / chest.dx))
    opened = rows
    for _ in range(rounds):
        opened = eroded(opened)
    for _ in range(rounds + 1):
        opened = dilated(opened)
    opened &= rows
    pieces, count = label_pieces(opened)
    size = np.bincount(pieces.ravel(), minlength=count + 1) * (chest.dx * chest.dy * chest.dz)
    keep = size >= LEAST_MM3
    keep[0] = False
    return keep[pieces]
