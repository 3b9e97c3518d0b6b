"""The table a patient lies on: blocks that touch the body, and on which side of it the table lies."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from dose_kernels.geometry.components import dilated

# A block or board is no thicker than this; its bottom and top are flat to a coarse cell, over these widths.
MOST_BLOCK_MM = 90.0
LEAST_BOTTOM_MM = 100.0
LEAST_WING_MM = 20.0

# Part of the body's slices that a block, or a table, goes on through.
LEAST_SLICES = 0.5

# A cell with this much tissue, or brighter than this on average, may be table: foam, carbon, plastic.
TABLE_PART, TABLE_HU = 0.1, -900.0

# A table lies behind this part of the body's width, seen along one side of the scan; where the body ends
# it counts no more.
LEAST_COVER = 0.6
MIDDLE_PART = 0.8

# Its surface is flat: curved no more than a cradle, and as even as this over most of it, or over what of it
# the patient does not hide.  A second limb is rounder.
LEAST_RADIUS_MM = 150.0
MOST_RESIDUE_MM = 6.0
LEAST_FLAT = 0.75
LEAST_SHOWN = 0.25
LEAST_COLUMNS = 8

# A place must be free of the body in this part of the slices before they tell whether a table goes on there.
LEAST_LOOKED = 0.3

# The surface may differ by this much from slice to slice.
SAG_MM = 12.0


@dataclass(frozen=True, eq=False)
class Table:
    """The table as seen.

    Parameters
    ----------
    axis : int
        1 if the table lies along the rows' direction, 2 along the columns' (of an array z, y, x).
    sign : int
        1 if it lies at high indices, -1 at low ones.
    zone : (nz, ny, nx) bool
        Coarse cells from the table's surface on, away from the patient.
    """

    axis: int
    sign: int
    zone: np.ndarray

    def side(self, axes: np.ndarray) -> np.ndarray:
        """Unit vector (3,) from the patient to the table, for the axes of the scan's grid."""
        return self.sign * np.asarray(axes, float)[1 if self.axis == 1 else 0]


def _sides(*masks: np.ndarray) -> Iterator[tuple[int, int, list[np.ndarray]]]:
    """Views of masks (nz, ny, nx) turned so that a side of the image lies at the end of axis 1."""
    for axis in (1, 2):
        turned = [m if axis == 1 else m.swapaxes(1, 2) for m in masks]
        for sign in (1, -1):
            yield axis, sign, [m[:, ::sign] for m in turned]


def find_blocks(dense: np.ndarray, cell_mm: np.ndarray) -> np.ndarray:
    """Cells of flat blocks and boards that the body lies on, thicker than its skin and touching it.

    A block has a flat bottom wider than where it touches the body, and a flat top that shows on one side or
    both, with a square end.  Between the sides its top goes on straight, below the body.

    Parameters
    ----------
    dense : (nz, ny, nx) bool
        Coarse cells of tissue and whatever is as dense.
    cell_mm : (3,) float
    """
    found = np.zeros(dense.shape, bool)
    for axis, _, (view, out) in _sides(dense, found):
        away, across = (cell_mm[1], cell_mm[0]) if axis == 1 else (cell_mm[0], cell_mm[1])
        top, bottom = _last_run(view)
        levels = [_block_level(t, b, away, across) for t, b in zip(top, bottom, strict=True)]
        held = [k for k, level in enumerate(levels) if level is not None]
        if len(held) < LEAST_SLICES * max(1, view.any(axis=(1, 2)).sum()):
            continue
        level = np.median([levels[k] for k in held], axis=0)
        for k in range(len(view)):
            own: Any = levels[k] if levels[k] is not None else level
            if np.abs(np.subtract(own, level)).max() * away <= SAG_MM:
                columns = np.abs(bottom[k] - own[1]) <= 1
                rows = np.arange(view.shape[1]) >= own[0]
                out[k] |= view[k] & rows[:, None] & columns[None]
    return found


def _last_run(view: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """First and last index along axis 1 of the last run of each column, (nz, nx) each; -1 where none is."""
    n = view.shape[1]
    bottom = n - 1 - view[:, ::-1].argmax(axis=1)
    bottom[~view.any(axis=1)] = -1
    beyond = np.arange(n)[None, :, None] > bottom[:, None]
    gap = (~view & ~beyond)[:, ::-1]
    top = n - gap.argmax(axis=1)
    top[~gap.any(axis=1)] = 0
    top[bottom < 0] = -1
    return top, bottom


def _block_level(top, bottom, away_mm: float, across_mm: float) -> tuple[int, int] | None:
    """Index of a block's top and bottom in one slice, or None; from the last run of each column."""
    with_any = bottom >= 0
    if not with_any.any():
        return None
    low = int(np.bincount(bottom[with_any]).argmax())
    flat = with_any & (np.abs(bottom - low) <= 1)
    if flat.sum() * across_mm < LEAST_BOTTOM_MM:
        return None
    thick = bottom - top + 1
    slim = flat & (thick * away_mm <= MOST_BLOCK_MM)
    if not slim.any() or slim.sum() == flat.sum():
        return None
    high = int(np.bincount(top[slim]).argmax())
    wing = slim & (np.abs(top - high) <= 1)
    columns = np.flatnonzero(flat)
    for end, inward in ((columns[0], 1), (columns[-1], -1)):
        beyond = end - inward
        taper = end - 3 * inward
        square = not 0 <= beyond < len(top) or not with_any[min(max(taper, 0), len(top) - 1)]
        n = end
        while 0 <= n < len(top) and wing[n]:
            n += inward
        if square and abs(n - end) * across_mm >= LEAST_WING_MM and (flat & ~slim).any():
            return high, low
    return None


def find_table(solid, dense, means, dark, cell_mm: np.ndarray) -> Table | None:
    """The side on which a table lies, and all cells from its surface on; None where none is seen.

    Parameters
    ----------
    solid : (nz, ny, nx) bool
        The coarse body, filled.
    dense : (nz, ny, nx) float
        Part of each cell that is as dense as tissue.
    means : (nz, ny, nx) float
        Mean HU of each cell.
    dark : (nz, ny, nx) bool
        Cells that the scan does not show.
    cell_mm : (3,) float
    """
    # Cells beside the body hold some of its skin.
    around = ~dilated(solid, corners=True) & ~dark
    for things in ((dense > TABLE_PART) & around, (means > TABLE_HU) & around):
        table = _table_of(solid, things, cell_mm)
        if table is not None:
            return table
    return None


def _table_of(solid, things, cell_mm: np.ndarray) -> Table | None:
    """The table made of ``things``, (nz, ny, nx) bool, on the side where they cover most of the body."""
    zone = np.zeros(solid.shape, bool)
    best, best_cover = None, LEAST_COVER
    for axis, sign, (body, thing, out) in _sides(solid, things, zone):
        cover, surface = _surface(body, thing)
        along, across = (cell_mm[1], cell_mm[0]) if axis == 1 else (cell_mm[0], cell_mm[1])
        level = _level(surface, along, across) if cover > best_cover else None
        if level is not None:
            best_cover, best = cover, (axis, sign, body, thing, out, level, SAG_MM / along)
    if best is None:
        return None
    axis, sign, body, thing, out, level, sag = best
    out[:] = _zone(body, thing, level, sag)
    return Table(axis, sign, zone)


def _surface(body: np.ndarray, thing: np.ndarray) -> tuple[float, np.ndarray]:
    """How much of the body has a thing beyond it, and where what goes on through the slices begins, (nx,)."""
    n = body.shape[1]
    under = np.where(body.any(axis=1), n - 1 - body[:, ::-1].argmax(axis=1), n)
    beyond = np.arange(n)[None, :, None] > under[:, None]
    later = thing & beyond
    # A table that runs askew by a cell goes on too.
    later[:, 1:] |= later[:, :-1]
    looked = beyond.sum(axis=0)
    lasting = (later.sum(axis=0) >= LEAST_SLICES * looked) & (looked >= LEAST_LOOKED * len(body))
    surface = np.where(lasting.any(axis=0), lasting.argmax(axis=0).astype(float), np.nan)
    middle = _middle_columns(np.any(body, axis=1))
    held = later.any(axis=1)
    covers = [held[k][middle[k]].mean() for k in range(len(body)) if middle[k].any()]
    return float(np.mean(np.array(covers) > 0.5) * np.mean(covers)) if covers else 0.0, surface


def _middle_columns(has_body: np.ndarray) -> np.ndarray:
    """The middle part of the columns with body in each slice, (nz, nx) bool."""
    count = has_body.sum(axis=1, keepdims=True)
    order = np.cumsum(has_body, axis=1)
    edge = 0.5 * (1 - MIDDLE_PART) * count
    return has_body & (order > edge) & (order <= count - edge)


def _level(surface: np.ndarray, away_mm: float, across_mm: float) -> np.ndarray | None:
    """The flat or slightly hollow curve (nx,) that a table's surface follows; None if it follows none.

    Where the patient lies on the table its surface is hidden and something farther away is seen instead:
    what is nearest counts, if it shows on either side.
    """
    columns = np.flatnonzero(np.isfinite(surface))
    if len(columns) < LEAST_COLUMNS:
        return None
    y = surface * away_mm
    for some in (columns, columns[y[columns] <= _end_of_nearest(y[columns])]):
        level = _curve(y, some, np.arange(len(surface)) * across_mm)
        if level is None:
            continue
        residue = (y - level)[columns]
        kept, nearer = np.mean(np.abs(residue) <= MOST_RESIDUE_MM), np.mean(residue < -MOST_RESIDUE_MM)
        wide = np.ptp(some) >= LEAST_COVER * np.ptp(columns)
        if kept >= LEAST_FLAT or (kept >= LEAST_SHOWN and nearer < 1 - LEAST_FLAT and wide):
            return level / away_mm
    return None


def _end_of_nearest(y: np.ndarray) -> float:
    """Where the nearest of several layers ends: before the widest gap between values."""
    values = np.sort(y)
    return float(values[np.diff(values).argmax()])


def _curve(y: np.ndarray, columns: np.ndarray, x: np.ndarray) -> np.ndarray | None:
    """A parabola through most of the columns, over all x; None where it is too bent."""
    for _ in range(3):
        if len(columns) < LEAST_COLUMNS:
            return None
        middle = x[columns].mean()
        bend = np.polyfit(x[columns] - middle, y[columns], 2)
        level = np.polyval(bend, x - middle)
        away = np.abs(level - y)
        columns = columns[away[columns] <= max(MOST_RESIDUE_MM, 2 * np.median(away[columns]))]
    return level if abs(2 * bend[0]) <= 1 / LEAST_RADIUS_MM else None


def _zone(body: np.ndarray, thing: np.ndarray, level: np.ndarray, sag: float) -> np.ndarray:
    """All cells beyond the table's surface in columns where it is seen, (nz, n, nx)."""
    rows = np.arange(body.shape[1])[:, None]
    near = thing & (np.abs(rows - level[None]) <= sag)[None]
    seen = near.any(axis=1)
    first = np.where(seen, near.argmax(axis=1) - level[None], np.nan)
    # Slice by slice: a table bends under its load, and specks of a mattress are no table.
    moved = [np.median(f[np.isfinite(f)]) if np.isfinite(f).any() else 0.0 for f in first]
    # Under the patient it goes on from one side to the other.
    on = np.maximum.accumulate(seen, axis=1) & np.maximum.accumulate(seen[:, ::-1], axis=1)[:, ::-1]
    start = np.where(on, level[None] + np.array(moved)[:, None] - 0.5, body.shape[1])
    return (rows[None] >= start[:, None]) & ~body
