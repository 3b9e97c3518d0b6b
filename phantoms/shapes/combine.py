"""Shapes made of several: joined, cut."""

from functools import reduce

import numpy as np

from phantoms.shapes.base import Shape


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
