"""The outer form of the synthetic patient: skin, fat, muscle, the cavity, and where the spine runs.

Patient coordinates (LPS): x to the patient's left, y to the back, z to the head, in mm.  z = 0 is the middle
of the first lumbar vertebra; a vertebra with its disc is 30 mm tall.
"""

import numpy as np

from phantoms.shapes import Shape
from phantoms.shapes.solids import ENDLESS_MM

HALF_WIDTH_MM, HALF_DEPTH_MM = 168.0, 110.0

# Between an ellipse (0) and a rectangle (1).
SQUARENESS = 0.45

SKIN_MM, FAT_MM, WALL_MM = 2.0, 13.0, 19.0

# Depth below the skin of the ribs' middle: within the muscle of the wall.
RIB_DEPTH_MM = 25.0

VERTEBRA_PITCH_MM = 30.0


def squircle(x, y, a: float, b: float, squareness: float = SQUARENESS):
    """How far out (x, y) lies: 1 on a rounded outline of half-axes a, b; proportional to distance.

    Parameters
    ----------
    x, y : float or array
    a, b : float
        Half axes.
    squareness : float
        0 is an ellipse; more is squarer.
    """
    u, v = (x / a) ** 2, (y / b) ** 2
    total = np.maximum(u + v, 1e-12)
    share = u * v / (total * total)
    # Along a ray u = r c, v = r d with c + d = 1 the outline is where r - squareness c d r**2 = 1.
    edge = 2 / (1 + np.sqrt(1 - 4 * squareness * share))
    return np.sqrt(total / edge)


class TorsoShell(Shape):
    """Everything deeper than ``depth_mm`` below the skin, endless along z."""

    def __init__(
        self,
        depth_mm: float = 0.0,
        half_width_mm: float = HALF_WIDTH_MM,
        half_depth_mm: float = HALF_DEPTH_MM,
    ):
        self.a, self.b = half_width_mm - depth_mm, half_depth_mm - depth_mm

    def field(self, x, y, z):
        # A slight waist, so that the outline changes from slice to slice as a person's does.
        narrowing = 1 - 0.03 * np.exp(-(((z + 40) / 60) ** 2))
        return (squircle(x / narrowing, y, self.a, self.b) - 1) * self.b

    def bounds(self):
        high = np.array([self.a, self.b, ENDLESS_MM])
        return -high, high


def spine_y(z):
    """Where the middle of the vertebral bodies lies: lordosis of the loin, kyphosis of the chest."""
    return 45 + 6 * np.sin((z - 20) / 110)


def beside_spine(x: float, gap_y: float, low: float, high: float, step: float = 20.0) -> np.ndarray:
    """Points (n, 3) that follow the spine from ``low`` to ``high`` at ``x``, ``gap_y`` behind its middle.

    Parameters
    ----------
    x : float
        From the middle, mm.
    gap_y : float
        Behind the spine's middle, mm.
    low, high, step : float
        From where to where along the body, and between the points, mm.
    """
    z = np.linspace(low, high, int(np.ceil((high - low) / step)) + 1)
    return np.stack([np.full_like(z, x), spine_y(z) + gap_y, z], axis=1)
