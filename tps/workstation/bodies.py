"""Regions as bodies, made when they are first looked at and kept."""

from weakref import WeakKeyDictionary

import numpy as np

from tps.errors import BadInput
from tps.geometry.solid import Solid, build_solid
from tps.model import Grid, Structure
from tps.workstation.look import Shape


class Bodies:
    """Solids of the regions of one scan.

    Parameters
    ----------
    grid : Grid
        Of the scan.
    """

    def __init__(self, grid: Grid):
        self.grid = grid
        self._made: WeakKeyDictionary[Structure, Solid | None] = WeakKeyDictionary()

    def of(self, shape: Shape) -> Solid | None:
        """The body of a region; None where its contours are none."""
        known = shape.made() if shape.made is not None else None
        if known is not None:
            return known
        if shape.structure not in self._made:
            try:
                self._made[shape.structure] = build_solid(shape.structure, self.grid)
            except BadInput:
                self._made[shape.structure] = None
        return self._made[shape.structure]


def inside_contours(structure: Structure, point_mm: np.ndarray) -> bool:
    """Whether a point (3,) lies within the contours of the plane nearest to it, holes left out."""
    heights = np.array([c.points_mm[:, 2].mean() for c in structure.contours])
    away = np.abs(heights - point_mm[2])
    levels = np.unique(np.round(heights, 2))
    spacing = float(np.median(np.diff(levels))) if len(levels) > 1 else 1.0
    if away.min() > spacing / 2 + 0.01:
        return False
    level = heights[int(away.argmin())]
    crossed = 0
    for height, contour in zip(heights, structure.contours, strict=True):
        if abs(height - level) < 0.01:
            crossed += _crossings(contour.points_mm[:, :2], point_mm[:2])
    return crossed % 2 == 1


def _crossings(ring: np.ndarray, point: np.ndarray) -> int:
    """How often a line from a point (2,) along x crosses a closed ring (n, 2)."""
    end = np.roll(ring, -1, axis=0)
    passes = (ring[:, 1] > point[1]) != (end[:, 1] > point[1])
    a, b = ring[passes], end[passes]
    x = a[:, 0] + (point[1] - a[:, 1]) * (b[:, 0] - a[:, 0]) / (b[:, 1] - a[:, 1])
    return int(np.count_nonzero(x > point[0]))
