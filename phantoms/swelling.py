"""Tissue that swells or shrinks between plan and scan after the implant: a known displacement field."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from phantoms.errors import PhantomError
from phantoms.shapes import Shape

# Growth along an axis beyond which the field would fold, or be none that is seen in patients.
GROWTH_RANGE = -0.2, 0.25

# Tissue farther away than this multiple of the radius stays where it is.
REACHES = 3.0

# The way back is found by iteration; each step leaves about half of the error or less (see ``GROWTH_RANGE``).
STEPS = 40

# Points along each side of the box in which the radius of a target is looked for.
SIDE = 41


@dataclass(frozen=True)
class Swelling:
    """A ball of tissue that grows, and pushes what surrounds it outwards.

    A point at d from the centre moves by growth * d within the radius R.  Outside the same falls off as
    1/r^3, as about a ball that grows in a medium that gives way without being compressed, and ends at
    ``REACHES`` R.

    Parameters
    ----------
    centre_mm : (x, y, z)
        In the frame of the plan.
    radius_mm : float
    growth : (x, y, z)
        Relative growth along each axis; the ball's volume grows by the product of one plus each.
    """

    centre_mm: tuple[float, float, float]
    radius_mm: float
    growth: tuple[float, float, float]

    def __post_init__(self):
        low, high = GROWTH_RANGE
        if not all(low <= g <= high for g in self.growth):
            raise PhantomError(f"tissue grows by {self.growth} along x, y, z", f"{low} to {high} along each")
        if not self.radius_mm > 0:
            raise PhantomError(f"the radius of a swelling is {self.radius_mm}", "above 0 mm")

    @property
    def volume_factor(self) -> float:
        """By which the ball's volume grows."""
        return float(np.prod(1 + np.array(self.growth)))

    def away_mm(self, points_mm) -> np.ndarray:
        """Displacement (n, 3) of points (n, 3) of the plan's frame."""
        d = np.asarray(points_mm, float) - self.centre_mm
        r = np.maximum(np.linalg.norm(d, axis=-1, keepdims=True) / self.radius_mm, 1.0)
        end = REACHES**-3
        return np.array(self.growth) * d * np.maximum(r**-3 - end, 0.0) / (1 - end)

    def points(self, points_mm) -> np.ndarray:
        """Points (n, 3) of the plan's frame after the swelling."""
        return np.asarray(points_mm, float) + self.away_mm(points_mm)

    def back(self, points_mm) -> np.ndarray:
        """Where points (n, 3) came from."""
        there = np.asarray(points_mm, float)
        origin = self.centre_mm + (there - self.centre_mm) / (1 + np.array(self.growth))
        outside = np.linalg.norm(origin - self.centre_mm, axis=-1) > self.radius_mm
        end = there[outside]
        begin = end.copy()
        for _ in range(STEPS):
            before, begin = begin, end - self.away_mm(begin)
            if np.abs(begin - before).max(initial=0.0) < 1e-6:
                break
        origin[outside] = begin
        return origin

    def direction(self, position_mm, direction) -> np.ndarray:
        """Where an axis (3,) at a place (3,) points afterwards, a unit vector."""
        ends = np.asarray(position_mm) + np.outer([-1e-3, 1e-3], direction)
        moved = np.diff(self.points(ends), axis=0)[0]
        return moved / np.linalg.norm(moved)


class Swollen(Shape):
    """A shape after a swelling."""

    def __init__(self, shape: Shape, swelling: Swelling):
        self.shape, self.swelling = shape, swelling

    def field(self, x, y, z):
        x, y, z = np.broadcast_arrays(*(np.asarray(v, float) for v in (x, y, z)))
        centre, reach = self.swelling.centre_mm, REACHES * self.swelling.radius_mm
        near = (x - centre[0]) ** 2 + (y - centre[1]) ** 2 + (z - centre[2]) ** 2 < reach**2
        if not near.any():
            return self.shape.field(x, y, z)
        came = np.stack([x, y, z], axis=-1)
        came[near] = self.swelling.back(came[near])
        return self.shape.field(came[..., 0], came[..., 1], came[..., 2])

    def bounds(self):
        low, high = self.shape.bounds()
        most = np.abs(self.swelling.growth) * self.swelling.radius_mm
        return low - most, high + most


def swollen(shape: Shape, swellings: Sequence[Swelling]) -> Shape:
    """The shape after one swelling upon the other."""
    for one in swellings:
        shape = Swollen(shape, one)
    return shape


def swelling_about(shape: Shape, volume_factor: float) -> Swelling:
    """Swelling of the ball that holds a target, alike along all axes, by ``volume_factor`` of its volume."""
    low, high = shape.bounds()
    centre = shape.centroid_mm()
    axes = [np.linspace(a, b, SIDE) for a, b in zip(low, high, strict=True)]
    lattice = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)
    inside = lattice[shape.inside(lattice)]
    radius = float(np.linalg.norm(inside - centre, axis=1).max())
    growth = float(np.cbrt(volume_factor) - 1)
    x, y, z = (round(float(v), 4) for v in centre)
    return Swelling((x, y, z), round(radius, 4), (growth, growth, growth))
