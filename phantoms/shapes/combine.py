"""Shapes made of shapes: moved, scaled, joined, cut."""

from functools import reduce

import numpy as np

from phantoms.shapes.base import Shape


class Moved(Shape):
    """``shape`` with its origin at ``offset_mm`` (3,)."""

    def __init__(self, shape: Shape, offset_mm):
        self.shape, self.offset = shape, tuple(float(v) for v in offset_mm)

    def field(self, x, y, z):
        return self.shape.field(x - self.offset[0], y - self.offset[1], z - self.offset[2])

    def bounds(self):
        low, high = self.shape.bounds()
        return low + self.offset, high + self.offset

    def volume_mm3(self):
        return self.shape.volume_mm3()


class Scaled(Shape):
    """``shape``, ``factor`` times as large, seen from its own origin."""

    def __init__(self, shape: Shape, factor: float):
        self.shape, self.factor = shape, float(factor)

    def field(self, x, y, z):
        return self.shape.field(x / self.factor, y / self.factor, z / self.factor) * self.factor

    def bounds(self):
        low, high = self.shape.bounds()
        return low * self.factor, high * self.factor

    def volume_mm3(self):
        return self.shape.volume_mm3() * self.factor**3


class Union(Shape):
    """All points that are in any of the shapes."""

    def __init__(self, *shapes: Shape):
        self.shapes = shapes

    def field(self, x, y, z):
        return reduce(np.minimum, (shape.field(x, y, z) for shape in self.shapes))

    def bounds(self):
        corners = [shape.bounds() for shape in self.shapes]
        return np.min([low for low, _ in corners], axis=0), np.max([high for _, high in corners], axis=0)


class Intersection(Shape):
    """All points that are in every one of the shapes."""

    def __init__(self, *shapes: Shape):
        self.shapes = shapes

    def field(self, x, y, z):
        return reduce(np.maximum, (shape.field(x, y, z) for shape in self.shapes))

    def bounds(self):
        corners = [shape.bounds() for shape in self.shapes]
        low, high = np.max([low for low, _ in corners], axis=0), np.min([high for _, high in corners], axis=0)
        return low, np.maximum(low, high)


class Difference(Shape):
    """All points of ``shape`` that are in none of ``holes``."""

    def __init__(self, shape: Shape, *holes: Shape):
        self.shape, self.holes = shape, holes

    def field(self, x, y, z):
        return reduce(np.maximum, (-hole.field(x, y, z) for hole in self.holes), self.shape.field(x, y, z))

    def bounds(self):
        return self.shape.bounds()
