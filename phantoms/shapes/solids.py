"""Solids with a name: each about its own origin, axes along x, y, z unless it says otherwise."""

import numpy as np

from phantoms.errors import PhantomError
from phantoms.shapes.base import Shape

# A box that stands for "no end in this direction"; larger than any scan.
ENDLESS_MM = 1e4


def _positive(**lengths_mm) -> None:
    for name, value in lengths_mm.items():
        if not 0 < value < np.inf:
            raise PhantomError(f"{name} is {value}", "a positive number of millimetres")


class Ellipsoid(Shape):
    """An ellipsoid of semi-axes a, b, c, turned about z by ``turn_deg``, then about y by ``lean_deg``."""

    def __init__(self, a: float, b: float, c: float, turn_deg: float = 0.0, lean_deg: float = 0.0):
        _positive(a=a, b=b, c=c)
        self.semi = np.array([a, b, c], dtype=float)
        turn, lean = np.radians([turn_deg, lean_deg])
        about_z = np.array([[np.cos(turn), -np.sin(turn), 0], [np.sin(turn), np.cos(turn), 0], [0, 0, 1]])
        about_y = np.array([[np.cos(lean), 0, np.sin(lean)], [0, 1, 0], [-np.sin(lean), 0, np.cos(lean)]])
        self.axes = about_y @ about_z  # columns: where the own x, y, z axes point

    def field(self, x, y, z):
        local = [
            float(v[0]) * x + float(v[1]) * y + float(v[2]) * z for v in self.axes.T / self.semi[:, None]
        ]
        return (np.sqrt(local[0] ** 2 + local[1] ** 2 + local[2] ** 2) - 1) * float(self.semi.min())

    def bounds(self):
        reach = np.sqrt(((self.axes * self.semi) ** 2).sum(axis=1))
        return -reach, reach

    def volume_mm3(self):
        return float(4 / 3 * np.pi * np.prod(self.semi))


class Sphere(Ellipsoid):
    """A ball of ``radius_mm``."""

    def __init__(self, radius_mm: float):
        super().__init__(radius_mm, radius_mm, radius_mm)


class Kidney(Shape):
    """An ellipsoid bent into a bean: every point is pushed along x by ``bend * y**2 / b``.

    The push is a shear, so the volume stays that of the ellipsoid.
    """

    def __init__(self, a: float, b: float, c: float, bend: float = 0.5):
        _positive(a=a, b=b, c=c)
        self.a, self.b, self.c, self.bend = float(a), float(b), float(c), float(bend)

    def field(self, x, y, z):
        u = (x + self.bend / self.b * (y**2 - self.b**2 / 2)) / self.a
        return (np.sqrt(u**2 + (y / self.b) ** 2 + (z / self.c) ** 2) - 1) * min(self.a, self.b, self.c)

    def bounds(self):
        y = np.linspace(0, self.b, 2001)
        middle = -self.bend / self.b * (y**2 - self.b**2 / 2)
        half = self.a * np.sqrt(np.maximum(1 - (y / self.b) ** 2, 0))
        spare = 1e-3 * self.a  # the extreme may lie between two of the sampled y
        return (
            np.array([(middle - half).min() - spare, -self.b, -self.c]),
            np.array([(middle + half).max() + spare, self.b, self.c]),
        )

    def volume_mm3(self):
        return float(4 / 3 * np.pi * self.a * self.b * self.c)


class Dumbbell(Shape):
    """Two balls of ``radius_mm``, centres ``distance_mm`` apart on x, joined by a cylinder of ``neck_mm``."""

    def __init__(self, radius_mm: float, distance_mm: float, neck_mm: float):
        _positive(radius_mm=radius_mm, distance_mm=distance_mm, neck_mm=neck_mm)
        if neck_mm > radius_mm:
            raise PhantomError(f"neck_mm is {neck_mm}", f"at most radius_mm = {radius_mm}")
        self.radius, self.half, self.neck = float(radius_mm), distance_mm / 2, float(neck_mm)

    def field(self, x, y, z):
        axial, across = np.abs(x), np.sqrt(y**2 + z**2)
        ball = np.sqrt((axial - self.half) ** 2 + across**2) - self.radius
        return np.minimum(ball, np.maximum(across - self.neck, axial - self.half))

    def bounds(self):
        high = np.array([self.half + self.radius, self.radius, self.radius])
        return -high, high

    def volume_mm3(self):
        """Volume of revolution of the two halves: ball beyond its plane with the neck, cylinder before it."""
        start = -np.sqrt(self.radius**2 - self.neck**2)  # where neck and ball meet, from the ball's centre
        start = max(start, -self.half)

        def ball(t):
            return self.radius**2 * t - t**3 / 3

        return float(2 * np.pi * (self.neck**2 * (self.half + start) + ball(self.radius) - ball(start)))


class Lobulated(Shape):
    """A ball with bumps: radius ``radius_mm * (1 + depth * w)``, w a smooth wave over the directions."""

    def __init__(self, radius_mm: float, depth: float = 0.15, phase: float = 0.0):
        _positive(radius_mm=radius_mm)
        if not 0 <= depth <= 0.25:
            raise PhantomError(f"depth is {depth}", "0 to 0.25: deeper bumps fold over")
        self.radius, self.depth, self.phase = float(radius_mm), float(depth), float(phase)
        radii, direction, _ = self._radii(400)
        corners = np.array([[(radii * d).min(), (radii * d).max()] for d in direction])
        # The extreme may lie between two of the sampled directions.
        self._box = corners[:, 0] - 1e-3 * self.radius, corners[:, 1] + 1e-3 * self.radius

    def _wave(self, u, v, w):
        cos, sin = float(np.cos(self.phase)), float(np.sin(self.phase))
        p, q = cos * u - sin * v, sin * u + cos * v
        return 1.5 * p * (p * p - 3 * q * q) * (0.6 + 0.4 * w) + 1.2 * w * q + 0.6 * w * w * w

    def field(self, x, y, z):
        distance = np.maximum(np.sqrt(x**2 + y**2 + z**2), 1e-9)
        wave = self._wave(x / distance, y / distance, z / distance)
        return distance - self.radius * (1 + self.depth * wave)

    def _radii(self, n: int):
        """Radius on a product grid (Gauss-Legendre in cosine, even in longitude), with its weights."""
        cosine, weight = np.polynomial.legendre.leggauss(n // 2)
        longitude = 2 * np.pi * np.arange(n) / n
        across = np.sqrt(1 - cosine**2)[:, None]
        direction = across * np.cos(longitude), across * np.sin(longitude), cosine[:, None] + 0 * longitude
        return (
            self.radius * (1 + self.depth * self._wave(*direction)),
            direction,
            weight[:, None] * 2 * np.pi / n,
        )

    def bounds(self):
        return self._box[0].copy(), self._box[1].copy()

    def volume_mm3(self):
        """Integral of r**3 / 3 over the sphere; exact to rounding, as r is a polynomial of low degree."""
        radii, _, weight = self._radii(64)
        return float((radii**3 / 3 * weight).sum())


class Tube(Shape):
    """A round tube along a polyline ``points_mm`` (n, 3), with one radius or one for each point."""

    def __init__(self, points_mm, radius_mm):
        self.points = np.asarray(points_mm, dtype=float)
        self.radii = np.broadcast_to(np.asarray(radius_mm, dtype=float), len(self.points)).copy()
        _positive(radius_mm=self.radii.min())

    def _segments(self):
        return zip(self.points[:-1], self.points[1:], self.radii[:-1], self.radii[1:], strict=True)

    def field(self, x, y, z):
        lowest, highest = np.min(z), np.max(z)
        largest = float(self.radii.max())
        value = np.full(
            np.broadcast_shapes(np.shape(x), np.shape(y), np.shape(z)), largest, np.result_type(x, y, z)
        )
        for p, q, rp, rq in self._segments():
            if max(p[2], q[2]) + 2 * largest < lowest or min(p[2], q[2]) - 2 * largest > highest:
                continue
            d = [float(v) for v in q - p]
            a = [x - float(p[0]), y - float(p[1]), z - float(p[2])]
            t = np.clip((a[0] * d[0] + a[1] * d[1] + a[2] * d[2]) / (d[0] ** 2 + d[1] ** 2 + d[2] ** 2), 0, 1)
            gap = np.sqrt((a[0] - t * d[0]) ** 2 + (a[1] - t * d[1]) ** 2 + (a[2] - t * d[2]) ** 2)
            value = np.minimum(value, gap - (float(rp) + t * float(rq - rp)))
        return value

    def bounds(self):
        reach = self.radii[:, None]
        return (self.points - reach).min(axis=0), (self.points + reach).max(axis=0)


class Box(Shape):
    """All points between two corners ``low_mm`` and ``high_mm`` (3,)."""

    def __init__(self, low_mm, high_mm):
        self.low, self.high = np.asarray(low_mm, dtype=float), np.asarray(high_mm, dtype=float)

    def field(self, x, y, z):
        middle, half = (self.low + self.high) / 2, (self.high - self.low) / 2
        reach = [np.abs(v - float(m)) - float(h) for v, m, h in zip((x, y, z), middle, half, strict=True)]
        return np.maximum(np.maximum(reach[0], reach[1]), reach[2])

    def bounds(self):
        return self.low.copy(), self.high.copy()

    def volume_mm3(self):
        return float(np.prod(self.high - self.low))


class HalfSpace(Shape):
    """All points p with ``normal . p <= offset_mm``."""

    def __init__(self, normal, offset_mm: float):
        self.normal, self.offset = tuple(float(v) for v in normal), float(offset_mm)

    def field(self, x, y, z):
        return self.normal[0] * x + self.normal[1] * y + self.normal[2] * z - self.offset

    def bounds(self):
        return np.full(3, -ENDLESS_MM), np.full(3, ENDLESS_MM)
