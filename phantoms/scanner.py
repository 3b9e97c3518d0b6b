"""What a scanner makes of points of metal: blur in the slice, slice profile, clip, noise, streaks."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage, special

from phantoms.breathing import Breathing
from phantoms.errors import PhantomError

TWELVE_BIT_HU, EXTENDED_HU = 3071.0, 30000.0
SLICE_RANGE_MM = (0.5, 10.0)

# Beyond so many standard deviations a point of metal adds less than 1 HU.
REACH = 4.6


@dataclass(frozen=True)
class Scanner:
    """The fast level: analytic blur, linear in the attenuation, streaks as a pattern.

    Parameters
    ----------
    blur_mm : float
        Standard deviation of the in-plane point spread.
    slice_mm : float
        Thickness of the slice, a box; the distance of the slices is the raster's.
    edge_mm : float
        Standard deviation by which the ends of the box are rounded.
    undershoot : float
        Weight of a negative ring twice as wide as the point spread, of a sharp kernel; 0 for none.
    clip_hu : float
        Highest value stored.
    noise_hu : float
        Standard deviation of noise added to what is there already.
    streaks : float
        Depth of the dark bands at the ends of a seed, relative to its brightest pixel of that slice.
    breathing : Breathing, optional
        How seeds move meanwhile; None: not at all.
    """

    blur_mm: float = 0.6
    slice_mm: float = 2.5
    edge_mm: float = 0.3
    undershoot: float = 0.0
    clip_hu: float = TWELVE_BIT_HU
    noise_hu: float = 0.0
    streaks: float = 0.08
    breathing: Breathing | None = None

    def __post_init__(self):
        low, high = SLICE_RANGE_MM
        if not low <= self.slice_mm <= high:
            raise PhantomError(f"slice_mm is {self.slice_mm}", f"{low} to {high} mm")
        if not 0.2 <= self.blur_mm <= 2:
            raise PhantomError(f"blur_mm is {self.blur_mm}", "0.2 to 2 mm")


def add_points(hu: np.ndarray, raster, points_mm, masses, scanner: Scanner) -> tuple[slice, ...] | None:
    """Add the image of points of metal to ``hu`` (nz, ny, nx) float32, in place.

    Parameters
    ----------
    hu : (nz, ny, nx) float array
    raster : Raster
        Voxel centres, ascending.
    points_mm : (n, 3)
    masses : (n,)
        HU mm3.
    scanner : Scanner

    Returns
    -------
    tuple of slice, or None
        The part of ``hu`` that was changed; None where the points lie outside.
    """
    wide = scanner.blur_mm * (2 if scanner.undershoot else 1)
    reach = np.array(
        [REACH * wide, REACH * wide, scanner.slice_mm / 2 + REACH * scanner.edge_mm + 0.01], float
    )
    low, high = points_mm.min(axis=0) - reach, points_mm.max(axis=0) + reach
    axes = (raster.x_mm, raster.y_mm, raster.z_mm)
    spans = [slice(*np.searchsorted(a, [lo, hi])) for a, lo, hi in zip(axes, low, high, strict=True)]
    if any(s.start == s.stop for s in spans):
        return None
    x, y, z = (a[s] for a, s in zip(axes, spans, strict=True))
    pixel = float(raster.x_mm[1] - raster.x_mm[0])
    profile = slice_profile(z[None, :] - points_mm[:, 2:], scanner)
    added = np.zeros((len(z), len(y), len(x)))
    weights = [(1 + scanner.undershoot, scanner.blur_mm)]
    if scanner.undershoot:
        weights.append((-scanner.undershoot, 2 * scanner.blur_mm))
    for weight, sigma in weights:
        across = _box(x[None, :] - points_mm[:, :1], pixel, sigma)
        down = _box(y[None, :] - points_mm[:, 1:2], pixel, sigma)
        plane = (down[:, :, None] * across[:, None, :]).reshape(len(points_mm), -1)
        added += weight * ((profile * masses[:, None]).T @ plane).reshape(added.shape)
    where = (spans[2], spans[1], spans[0])
    hu[where] += added
    return where


def slice_profile(distance_mm, scanner: Scanner) -> np.ndarray:
    """How much a slice catches of what lies at a distance from its middle along z, 1/mm."""
    return _box(distance_mm, scanner.slice_mm, scanner.edge_mm)


def _box(distance, width: float, sigma: float) -> np.ndarray:
    """A box of unit area blurred by a Gaussian, at ``distance`` from its middle, 1/mm."""
    scale = np.sqrt(2) * sigma
    return (special.erf((distance + width / 2) / scale) - special.erf((distance - width / 2) / scale)) / (
        2 * width
    )


def add_streaks(hu: np.ndarray, raster, position_mm, direction, peak: np.ndarray, depth: float) -> None:
    """Dark bands from the ends of a seed, bright ones beside it, falling off with distance, in place.

    Parameters
    ----------
    hu : (nz, ny, nx) float array
    raster : Raster
    position_mm, direction : (3,)
    peak : (nz,) float
        Brightest excess of the seed in each slice.
    depth : float
        Depth of the bands relative to it.
    """
    reach = 25.0
    i = slice(*np.searchsorted(raster.x_mm, [position_mm[0] - reach, position_mm[0] + reach]))
    j = slice(*np.searchsorted(raster.y_mm, [position_mm[1] - reach, position_mm[1] + reach]))
    dx, dy = raster.x_mm[None, i] - position_mm[0], raster.y_mm[j, None] - position_mm[1]
    r = np.hypot(dx, dy) + 1e-6
    in_plane = float(np.hypot(direction[0], direction[1]))
    axis = np.array(direction[:2]) / in_plane if in_plane > 1e-3 else np.array([1.0, 0.0])
    angle = np.arctan2(dx * axis[1] - dy * axis[0], dx * axis[0] + dy * axis[1])
    # Zero at the seed, deepest about 3 mm away, gone at the edge of the patch.
    fall = (r / 3) ** 2 / (1 + (r / 3) ** 3) * np.clip(1 - r / reach, 0, None)
    # Without mean over the angle: a scanner neither makes nor loses attenuation.
    pattern = -(in_plane * np.cos(2 * angle) + 0.3 * np.cos(6 * angle + 1)) * fall
    for k in np.flatnonzero(peak > 50):
        hu[k, j, i] += depth * peak[k] * pattern


def finish(hu: np.ndarray, raster, scanner: Scanner, rng) -> np.ndarray:
    """The stored image, int16: with noise of a soft kernel, rounded and clipped.

    Parameters
    ----------
    hu : (nz, ny, nx) float array
        Changed in place.
    raster : Raster
    scanner : Scanner
    rng : numpy Generator
    """
    if scanner.noise_hu:
        pixel = float(raster.x_mm[1] - raster.x_mm[0])
        for k in range(len(hu)):
            grain = ndimage.gaussian_filter(
                rng.standard_normal(hu.shape[1:], dtype=np.float32), 0.8 / pixel, mode="wrap"
            )
            hu[k] += scanner.noise_hu * grain / grain.std()
    return np.clip(np.rint(hu), -1024, scanner.clip_hu).astype(np.int16)


def resliced(hu: np.ndarray, z_mm, slice_mm: float) -> tuple[np.ndarray, np.ndarray]:
    """Thicker slices of a stack: means over boxes of ``slice_mm``.

    Parameters
    ----------
    hu : (nz, ny, nx)
    z_mm : (nz,)
        Ascending, evenly spaced.
    slice_mm : float
        Distance and thickness of the new slices, at least that of the old ones.

    Returns
    -------
    hu : (mz, ny, nx) float32, z_mm : (mz,)
    """
    step = float(z_mm[1] - z_mm[0])
    if slice_mm < step - 1e-6:
        raise PhantomError(f"slice_mm is {slice_mm}", f"at least that of the scan, {step:g} mm")
    edges = np.arange(z_mm[0] - step / 2, z_mm[-1] + step / 2 + 1e-6, slice_mm)
    total = np.concatenate(
        [np.zeros((1, *hu.shape[1:]), np.float32), np.cumsum(hu, axis=0, dtype=np.float32)]
    )
    at = (edges - z_mm[0]) / step + 0.5
    low = np.clip(np.floor(at).astype(int), 0, len(hu) - 1)
    blend = (at - low)[:, None, None].astype(np.float32)
    running = total[low] * (1 - blend) + total[low + 1] * blend
    return np.diff(running, axis=0) * np.float32(step / slice_mm), (edges[1:] + edges[:-1]) / 2
