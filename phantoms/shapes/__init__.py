"""Analytic shapes: inside or not, volume, bounding box, and exact planar contours."""

from phantoms.shapes.base import Moved, Scaled, Shape, integrated_volume_mm3
from phantoms.shapes.combine import Difference, Intersection, Union
from phantoms.shapes.contours import ring_area_mm2
from phantoms.shapes.solids import Box, Dumbbell, Ellipsoid, HalfSpace, Kidney, Lobulated, Sphere, Tube

__all__ = [
    "Box",
    "Difference",
    "Dumbbell",
    "Ellipsoid",
    "HalfSpace",
    "Intersection",
    "Kidney",
    "Lobulated",
    "Moved",
    "Scaled",
    "Shape",
    "Sphere",
    "Tube",
    "Union",
    "integrated_volume_mm3",
    "ring_area_mm2",
]
