"""Spine, ribs and breastbone: all levels of a kind are one shape, periodic in z.

Sizes are those of an adult: vertebral body 46 x 34 x 24 mm, rib 12 mm tall and 9 mm thick, the gap between
two ribs 14 to 18 mm measured square to them.
"""

import numpy as np

from phantoms.layers import Layer
from phantoms.shapes import Box, Intersection, Shape
from phantoms.shapes.solids import ENDLESS_MM
from phantoms.torso import HALF_DEPTH_MM, HALF_WIDTH_MM, RIB_DEPTH_MM, VERTEBRA_PITCH_MM, spine_y, squircle

CORTEX_HU, SPONGIOSA_HU, CARTILAGE_HU, DISC_HU, CANAL_HU, CORD_HU = 700.0, 230.0, 110.0, 85.0, 15.0, 42.0

# Vertebra 0 is L1, -1 is L2, 1 is T12 ... and rib k hangs on vertebra k, 1 <= k <= 12.
LAST_RIB = 12

# How far round from the back (degrees) each rib is bone, from the twelfth (short, floating) upwards.
BONE_ENDS_DEG = np.array([0, 58, 92, 114, 122, 128, 132, 135, 138, 140, 142, 144, 145], dtype=float)
CARTILAGE_ENDS_DEG = np.array([0, 58, 92, 120, 134, 144, 152, 170, 170, 170, 170, 170, 170], dtype=float)
RIB_STARTS_DEG = 14.0

# A rib falls by this much from the spine to its lowest point, beside the end of its bone.
RIB_FALL_MM = 62.0
RIB_LOWEST_DEG = 140.0


def _level(z):
    """Distance to the middle of the nearest vertebra."""
    return z - VERTEBRA_PITCH_MM * np.round(z / VERTEBRA_PITCH_MM)


class _Endless(Shape):
    half = (60.0, 60.0)
    middle_y = 46.0 + 30.0

    def bounds(self):
        low = np.array([-self.half[0], self.middle_y - self.half[1], -ENDLESS_MM])
        return low, np.array([self.half[0], self.middle_y + self.half[1], ENDLESS_MM])


class VertebralBodies(_Endless):
    """All vertebral bodies, ``depth_mm`` below their surface; without gaps for the discs if ``joined``."""

    def __init__(self, depth_mm: float = 0.0, joined: bool = False):
        self.depth, self.joined = depth_mm, joined

    def field(self, x, y, z):
        away = _level(z)
        waist = 1.0 if self.joined else 1 - 0.10 * np.cos(np.pi * away / 24)
        across = np.sqrt(
            (x / (23 * waist - self.depth)) ** 2 + ((y - spine_y(z)) / (17 * waist - self.depth)) ** 2
        )
        across = (across - 1) * 17
        return across if self.joined else np.maximum(across, np.abs(away) - 12 + self.depth)


class NeuralArches(_Endless):
    """Pedicles, laminae, and the processes to the side and to the back, around the spinal canal."""

    def __init__(self, depth_mm: float = 0.0):
        self.depth = depth_mm

    def field(self, x, y, z):
        away, back, side = _level(z), y - spine_y(z), np.abs(x)
        ring = np.sqrt((x / 17) ** 2 + ((back - 27) / 15) ** 2) - 1
        arch = np.maximum(ring * 15, np.abs(away - np.where(back > 27, -2, 3)) - np.where(back > 27, 9, 6))
        spinous = np.maximum(
            np.maximum(side - 3.2, np.abs(back - 43) - 9.5), np.abs(away + 5 + (back - 40) * 0.4) - 8
        )
        reach = np.where(z > 15, 30.0, 42.0)
        t = np.clip(side, 14, reach)
        transverse = np.sqrt((side - t) ** 2 + (back - 27 - 0.12 * t) ** 2 + (0.7 * (away - 2)) ** 2) - 4.6
        return np.minimum(np.minimum(arch, spinous), transverse) + self.depth


class SpinalCanal(_Endless):
    """The canal behind the vertebral bodies, ``depth_mm`` below its wall."""

    def __init__(self, depth_mm: float = 0.0):
        self.depth = depth_mm

    def field(self, x, y, z):
        across = np.sqrt((x / (11 - self.depth)) ** 2 + ((y - spine_y(z) - 26) / (9 - self.depth)) ** 2)
        return (across - 1) * (9 - self.depth)


class Ribs(Shape):
    """All ribs of both sides, ``depth_mm`` below their surface, each from its start to its end."""

    def __init__(self, ends_deg, starts_deg=RIB_STARTS_DEG, depth_mm: float = 0.0):
        self.ends, self.depth = np.radians(np.asarray(ends_deg, dtype=np.float32)), depth_mm
        self.start = np.broadcast_to(np.radians(np.asarray(starts_deg, dtype=np.float32)), len(self.ends))

    def field(self, x, y, z):
        a, b = HALF_WIDTH_MM - RIB_DEPTH_MM, HALF_DEPTH_MM - RIB_DEPTH_MM
        out = squircle(x, y, a, b)
        radial = (out - 1) / np.maximum(out, 0.1) * np.sqrt(x * x + y * y)
        angle = np.arctan2(np.abs(x) / a, y / b)
        fall = RIB_FALL_MM * np.sin(np.pi / 2 * np.minimum(angle / np.radians(RIB_LOWEST_DEG), 1.35)) ** 2
        along = (z + fall) / VERTEBRA_PITCH_MM
        rib = np.clip(np.round(along), 1, LAST_RIB).astype(int)
        vertical = (along - rib) * VERTEBRA_PITCH_MM
        section = np.sqrt((radial / (4.6 - self.depth)) ** 2 + (vertical / (6.2 - self.depth)) ** 2) - 1
        # Past its ends a rib is cut straight; 100 mm is about the radius on which the angle is measured.
        beyond = np.maximum(angle - self.ends[rib], self.start[rib] - angle) * 100
        return np.maximum(section * (4.6 - self.depth), beyond + self.depth)

    def bounds(self):
        high = np.array([HALF_WIDTH_MM, HALF_DEPTH_MM, VERTEBRA_PITCH_MM * LAST_RIB + 10])
        low = np.array([-HALF_WIDTH_MM, -HALF_DEPTH_MM, VERTEBRA_PITCH_MM - RIB_FALL_MM - 10])
        return low, high


def sternum(depth_mm: float = 0.0) -> Shape:
    """The breastbone: a plate in the front wall of the chest."""
    low = np.array([-19 + depth_mm, -94 + depth_mm, 112 + depth_mm])
    return Box(low, [19 - depth_mm, -83 - depth_mm, 270])


def skeleton() -> list[Layer]:
    """Bone with cortex and spongiosa, cartilage, discs, canal and cord."""
    conus = Box([-60, -20, -25], [60, 150, ENDLESS_MM])
    return [
        Layer("discs", VertebralBodies(1.5, joined=True), DISC_HU, 4),
        Layer("arch cortex", NeuralArches(), CORTEX_HU, 40),
        Layer("arch spongiosa", NeuralArches(2.2), SPONGIOSA_HU, 25),
        Layer("body cortex", VertebralBodies(), CORTEX_HU, 40),
        Layer("body spongiosa", VertebralBodies(2.0), SPONGIOSA_HU, 25),
        Layer("spinal canal", SpinalCanal(), CANAL_HU),
        Layer("cord", Intersection(SpinalCanal(3.5), conus), CORD_HU),
        Layer("cartilage", Ribs(CARTILAGE_ENDS_DEG, BONE_ENDS_DEG), CARTILAGE_HU, 8),
        Layer("rib cortex", Ribs(BONE_ENDS_DEG), CORTEX_HU, 40),
        Layer("rib spongiosa", Ribs(BONE_ENDS_DEG, depth_mm=2.3), SPONGIOSA_HU, 20),
        Layer("sternum cortex", sternum(), CORTEX_HU - 150, 40),
        Layer("sternum spongiosa", sternum(2.0), SPONGIOSA_HU - 40, 20),
    ]
