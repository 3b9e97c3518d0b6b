"""Contours of a function or of a mask on the slices of a scan."""

from collections.abc import Callable, Iterable
from typing import cast

import contourpy
import numpy as np

from tps.model.grid import Grid, Volume
from tps.model.structure import Contour

# In-plane sampling of functions that are contoured.
TRACE_STEP_MM = 0.5

# Vertices that lie nearer than this to the line without them are dropped.
SIMPLIFY_MM = 0.05

# A traced contour enclosing less is noise of the sampling, mm2.
LEAST_TRACED_MM2 = 0.5


def trace_level(
    function: Callable[[np.ndarray], np.ndarray],
    level: float,
    ct_grid: Grid,
    slices: Iterable[int],
    bounds_mm: tuple[np.ndarray, np.ndarray],
    margin_mm: float,
    step_mm: float = TRACE_STEP_MM,
) -> tuple[Contour, ...]:
    """Contours where ``function`` of points (n, 3) equals ``level``, on slices of a scan.

    Parameters
    ----------
    function : callable
        Points (n, 3) mm to values (n,).
    level : float
    ct_grid : Grid
        Of the scan.
    slices : iterable of int
        Slice numbers along the scan's third axis; may lie beyond the scan.
    bounds_mm : two (3,)
        Box that holds the body.
    margin_mm : float
        Added to the box on every side.
    step_mm : float
        Between the points at which the function is asked.
    """
    corners = np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)])
    index = ct_grid.world_to_index(np.where(corners, bounds_mm[1], bounds_mm[0]))[:, :2]
    spacing = ct_grid.spacing_mm[:2]
    spare = (margin_mm + 2 * step_mm) / spacing
    low, high = index.min(axis=0) - spare, index.max(axis=0) + spare
    x = np.arange(low[0], high[0] + step_mm / spacing[0], step_mm / spacing[0])
    y = np.arange(low[1], high[1] + step_mm / spacing[1], step_mm / spacing[1])
    grid_x, grid_y = np.meshgrid(x, y)
    contours: list[Contour] = []
    for k in slices:
        flat = np.stack([grid_x.ravel(), grid_y.ravel(), np.full(grid_x.size, float(k))], axis=1)
        values = np.asarray(function(ct_grid.index_to_world(flat))).reshape(grid_x.shape)
        contours += _lines(x, y, values, level, ct_grid, float(k))
    return tuple(contours)


def trace_mask(mask: Volume, least_mm2: float = LEAST_TRACED_MM2) -> tuple[Contour, ...]:
    """Contours of a mask or fraction volume at one half, on its own slices."""
    grid = mask.grid
    contours: list[Contour] = []
    for k in range(grid.shape[0]):
        rows = np.flatnonzero(mask.values[k].any(axis=1))
        if not len(rows):
            continue
        # Of most slices a mask fills a small part: only that is looked at.
        top, bottom = int(rows[0]), int(rows[-1]) + 1
        columns = np.flatnonzero(mask.values[k, top:bottom].any(axis=0))
        left, right = int(columns[0]), int(columns[-1]) + 1
        values = np.pad(mask.values[k, top:bottom, left:right].astype(np.float32), 1)
        x, y = np.arange(left - 1, right + 1, dtype=float), np.arange(top - 1, bottom + 1, dtype=float)
        contours += _lines(x, y, values, 0.5, grid, float(k), least_mm2)
    return tuple(contours)


def level_lines(generator: contourpy.ContourGenerator, level: float) -> list[np.ndarray]:
    """Lines (n, 2) where a generator's values are ``level``: what it gives unless made for another kind."""
    return cast(list[np.ndarray], generator.lines(level))


def _lines(x, y, values, level, grid, k, least_mm2=LEAST_TRACED_MM2) -> list[Contour]:
    generator = contourpy.contour_generator(x, y, values, name="serial")
    found = []
    for line in level_lines(generator, level):
        if len(line) < 4 or not np.allclose(line[0], line[-1]):
            continue
        scaled = line[:-1] * grid.spacing_mm[:2]
        if abs(_shoelace(scaled)) < least_mm2:
            continue
        kept = line[:-1][_simplified(scaled)]
        if len(kept) >= 3:
            index = np.concatenate([kept, np.full((len(kept), 1), k)], axis=1)
            found.append(Contour(grid.index_to_world(index)))
    return found


def _shoelace(ring: np.ndarray) -> float:
    x, y = ring.T
    return 0.5 * float(x @ np.roll(y, -1) - y @ np.roll(x, -1))


def _simplified(ring: np.ndarray) -> np.ndarray:
    """Indices of the vertices to keep: every other one is dropped while the line stays where it is."""
    kept = np.arange(len(ring))
    for _ in range(6):
        if len(kept) < 8:
            break
        here = ring[kept]
        before, after = np.concatenate([here[-1:], here[:-1]]), np.concatenate([here[1:], here[:1]])
        chord = after - before
        length = np.maximum(np.hypot(*chord.T), 1e-9)
        off = np.abs(chord[:, 0] * (here - before)[:, 1] - chord[:, 1] * (here - before)[:, 0]) / length
        drop = off < SIMPLIFY_MM
        drop[1::2] = False
        if not drop.any():
            kept, drop = np.roll(kept, 1), np.roll(drop, 1)
            break
        kept = kept[~drop]
    return np.sort(kept)
