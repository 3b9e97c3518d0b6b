"""A region of interest as it was drawn: planar closed contours."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from tps.model.grid import frozen_array

# RT ROI Interpreted Types of what is to be treated.
TARGET_TYPES = ("GTV", "CTV", "PTV")


@dataclass(frozen=True, eq=False)
class Contour:
    """One closed planar polygon.

    Parameters
    ----------
    points_mm : (n, 3) float, n >= 3
        Vertices in patient coordinates; the last joins the first.
    """

    points_mm: np.ndarray

    def __post_init__(self):
        points = frozen_array(self.points_mm, (None, 3), "points_mm")
        if len(points) < 3:
            raise ValueError(f"a closed contour has {len(points)} points, at least 3 are needed")
        object.__setattr__(self, "points_mm", points)


@dataclass(frozen=True, eq=False)
class Structure:
    """A named region of interest.

    Parameters
    ----------
    name : str
    contours : tuple of Contour
        Polygons in planes of one common normal.  Several on one plane combine by exclusive or: a polygon
        inside another is a hole.
    number : int
        ROI Number in the RTSTRUCT it came from, or a fresh one.
    origin : {"contoured", "derived", "entered"}
        Drawn by a person, computed from the CT, or typed in (``--target-sphere``).
    interpreted_type : str
        RT ROI Interpreted Type: GTV, CTV, PTV, ORGAN, AVOIDANCE, EXTERNAL or "".
    """

    name: str
    contours: tuple[Contour, ...]
    number: int = 0
    origin: Literal["contoured", "derived", "entered"] = "contoured"
    interpreted_type: str = ""

    def __post_init__(self):
        if not self.name:
            raise ValueError("a structure needs a name")
        object.__setattr__(self, "contours", tuple(self.contours))
        if not self.contours:
            raise ValueError(f"structure {self.name!r} has no contours")

    @property
    def is_target(self) -> bool:
        """True if its type is that of a target."""
        return self.interpreted_type.upper() in TARGET_TYPES

    def bounds_mm(self) -> tuple[np.ndarray, np.ndarray]:
        """Lowest and highest x, y, z of all vertices."""
        return self._bounds_mm

    @cached_property
    def _bounds_mm(self) -> tuple[np.ndarray, np.ndarray]:
        points = np.concatenate([c.points_mm for c in self.contours])
        low, high = points.min(axis=0), points.max(axis=0)
        low.setflags(write=False)
        high.setflags(write=False)
        return low, high
