"""Beam hardening: rays along a rod of silver are black already, so views from its end miss most of it.

Each view of a scanner measures the logarithm of what passes.  A rod seen from the side is half transparent;
seen from its end it casts a shadow a sixth as long and opaque, and the view misses most of its mass.  The
image is a sum over views; with the mass that each sees it becomes darker at the ends of a rod and beyond
(streaks), and its brightness depends on the tilt.  With a the shadow's area relative to that from the side
and q the optical depth from the side, a view sees a (1 - exp(-q / a)) / (1 - exp(-q)) of the mass; q = 0 is a
scanner that sees all.

A view's share of the image of a point is the inverse Fourier transform of a wedge; by harmonics of the angle
of the view these are Hankel transforms of even order of the blur.  Tables of them, for a marker of 3 mm, are
made once and interpolated.
"""

from functools import cache, lru_cache

import numpy as np
from scipy.special import jv

# Diameter over length of the marker: the shadow from the end relative to that from the side is pi/4 of it.
END = np.pi / 4 * 0.5 / 3.0
LENGTH_MM = 3.0

# What tables are made for: blur (mm), optical depth from the side, cosine of the tilt out of the slice.
SIGMAS_MM = np.array([0.4, 0.62, 0.9])
DEPTHS = np.array([0.0, 0.5, 1.2, 2.4, 4.0, 7.0])
COSINES = np.array([0.0, 0.4, 0.6, 0.75, 0.87, 0.94, 0.98, 1.0])

# Of the tables: distance of their points and of the last one; streaks farther away are faint.
STEP_MM, COUNT = 0.25, 49

# Harmonics of the angle of the view: the dip at the end of a rod is some 20 degrees wide.
HARMONICS = 8

NODES, WEIGHTS = np.polynomial.legendre.leggauss(10)


def seen_by_view(depth: float, cosine: float, angles: np.ndarray) -> np.ndarray:
    """Fraction of the mass that views see whose rays stand at angles to the rod within the slice.

    Parameters
    ----------
    depth : float
        Optical depth from the side.
    cosine : float
        Of the rod's tilt out of the slice.
    angles : (n,)
    """
    along = np.abs(cosine * np.cos(angles))
    area = np.sqrt(np.maximum(1 - along**2, 0)) + END * along
    if depth < 1e-6:
        return np.ones_like(area)
    return area * -np.expm1(-depth / area) / -np.expm1(-depth)


def _harmonics(depth: float, cosine: float) -> np.ndarray:
    """Cosine series of what views see, over twice the angle, less one (m,)."""
    angles = np.pi * (np.arange(720) + 0.5) / 720
    seen = seen_by_view(depth, cosine, angles) - 1
    found = np.array([2 * np.mean(seen * np.cos(2 * m * angles)) for m in range(HARMONICS + 1)])
    found[0] /= 2
    return found


@cache
def _table(sigma_mm: float) -> np.ndarray:
    """By depth and cosine: the change of the image in one quadrant along and across the rod, 1/mm2."""
    at = np.arange(COUNT) * STEP_MM
    radius = np.arange(0, at[-1] * 1.5 + LENGTH_MM, 0.15)
    k = (np.arange(240) + 0.5) / 240 * 5.0 / sigma_mm
    spectrum = k * np.exp(-0.5 * (sigma_mm * k) ** 2) * (k[1] - k[0]) / (2 * np.pi)
    radial = np.stack([jv(2 * m, np.outer(radius, k)) @ spectrum for m in range(HARMONICS + 1)])
    result = np.zeros((len(DEPTHS), len(COSINES), COUNT, COUNT))
    for c, cosine in enumerate(COSINES):
        basis = np.zeros((HARMONICS + 1, COUNT, COUNT))
        for node, weight in zip(NODES, WEIGHTS, strict=True):
            a = at[None, :] - node * LENGTH_MM / 2 * cosine
            r, angle = np.hypot(a, at[:, None]), np.arctan2(at[:, None], a)
            for m in range(HARMONICS + 1):
                basis[m] += weight / 2 * np.interp(r, radius, radial[m]) * np.cos(2 * m * angle)
        for d, depth in enumerate(DEPTHS):
            result[d, c] = np.tensordot(_harmonics(depth, cosine), basis, 1)
    return result


@lru_cache(maxsize=64)
def _of_scanner(depth: float, sigma_mm: float) -> np.ndarray:
    """The table of one blur and one depth, by cosine."""
    i, s = _between(SIGMAS_MM, sigma_mm)
    j, d = _between(DEPTHS, depth)
    found = 0.0
    for n, share in ((i, 1 - s), (i + 1, s)):
        if share > 0:
            part = _table(float(SIGMAS_MM[n]))
            found = found + share * ((1 - d) * part[j] + d * part[j + 1])
    return np.ascontiguousarray(found)


def _between(nodes: np.ndarray, value: float) -> tuple[int, float]:
    value = float(np.clip(value, nodes[0], nodes[-1]))
    low = int(np.clip(np.searchsorted(nodes, value) - 1, 0, len(nodes) - 2))
    return low, (value - nodes[low]) / (nodes[low + 1] - nodes[low])


def hardened(depth: float, sigma_mm: float, x_mm: np.ndarray, y_mm: np.ndarray, position, axis) -> np.ndarray:
    """By how much hardening changes the image of a rod of unit mass within the slice (ny, nx), 1/mm2.

    Parameters
    ----------
    depth : float
        Optical depth of the rod from the side.
    sigma_mm : float
        Blur.
    x_mm, y_mm : (nx,), (ny,)
        Columns and rows.
    position, axis : (3,)
        Centre and unit vector of the rod.
    """
    level = float(np.hypot(axis[0], axis[1]))
    k, c = _between(COSINES, level)
    tables = _of_scanner(depth, sigma_mm)
    table = (1 - c) * tables[k] + c * tables[k + 1]
    ux, uy = (axis[0] / level, axis[1] / level) if level > 1e-6 else (1.0, 0.0)
    dx, dy = x_mm[None, :] - position[0], y_mm[:, None] - position[1]
    a, b = np.abs(dx * ux + dy * uy) / STEP_MM, np.abs(dy * ux - dx * uy) / STEP_MM
    a, b = np.minimum(a, COUNT - 1.001), np.minimum(b, COUNT - 1.001)
    p, q = a.astype(np.int64), b.astype(np.int64)
    a, b, flat, at = a - p, b - q, table.ravel(), q * COUNT + p
    low = flat[at] * (1 - a) + flat[at + 1] * a
    high = flat[at + COUNT] * (1 - a) + flat[at + COUNT + 1] * a
    return low * (1 - b) + high * b
