"""From a component to the scene that is fitted: its voxels, what lies behind, how well both are known."""

import numpy as np
from scipy import ndimage

from tps.postimplant.component import Component
from tps.postimplant.fit import Scene
from tps.postimplant.response import Response, Window

# The model of a seed is right to about this fraction of the excess (beam hardening, point spread).
MODEL_ERROR = 0.06
# Streaks beside a seed, relative to its brightest pixel where it lies in the slice.
STREAK_ERROR = 0.03
# The ends of the slice's profile are known to this fraction of a seed's brightest pixel.
TAIL_ERROR = 0.006

# What lies behind is right to this fraction of what it exceeds soft tissue by (deposits, contrast, bone).
BEHIND_ERROR, SOFT_HU = 0.3, 80.0

# What lies about a component is texture up to so many HU, of at least so many voxels of a slice.
TEXTURE_HU, LEAST_ABOUT = 300.0, 10

# Voxels so far about a component count too: they say where a seed ends.
RIM_MM = 1.8

# Needles of implants guided by CT lie near the plane of the slices: standard deviation of the axis' component
# across the slices, where these are too thick to tell (4 mm) or tell little (2 mm).
TILT_SD_THICK, TILT_SD_MIDDLE = 0.30, 0.60


def tilt_sd(slice_mm: float) -> float:
    """What is assumed of the axes: nothing in thin slices."""
    if slice_mm > 4:
        return TILT_SD_THICK
    return TILT_SD_MIDDLE if slice_mm > 2 else np.inf


def scene_of(
    component: Component,
    hu: np.ndarray,
    behind: np.ndarray,
    others: np.ndarray,
    response: Response,
    spacing_mm,
    noise_hu: float,
    clip_hu: float,
) -> Scene:
    """The scene about a component.

    Parameters
    ----------
    component : Component
    hu, behind : (nz, ny, nx) int16
    others : (nz, ny, nx) int
        Number of the component that each voxel belongs to plus 1, 0 for none; voxels of others do not count.
    response : Response
    spacing_mm : (3,)
        Along x, y, z.
    noise_hu, clip_hu : float
    """
    sx, sy, sz = spacing_mm
    margin = np.array(
        [1 if sz > 1.5 else int(np.ceil(2.0 / sz)), int(np.ceil(2.5 / sy)), int(np.ceil(2.5 / sx))]
    )
    low = np.maximum(component.low - margin, 0)
    high = np.minimum(component.high + margin, hu.shape)
    box = tuple(slice(a, b) for a, b in zip(low, high, strict=True))
    mine = np.zeros(high - low, bool)
    inner = tuple(slice(a, a + n) for a, n in zip(component.low - low, component.mask.shape, strict=True))
    mine[inner] = component.mask
    distance = ndimage.distance_transform_edt(~mine, sampling=(min(sz, 1.2), sy, sx))
    foreign = (others[box] > 0) & ~mine
    used = (distance <= RIM_MM) & ~foreign
    values = hu[box].astype(np.float64)
    back = ndimage.uniform_filter(behind[box].astype(np.float64), (1, 3, 3))
    excess = np.maximum(values - back, 0)
    # The steepest part of a blurred seed is the worst known: spread the excess to its neighbours.
    near = ndimage.maximum_filter(excess, (1, 3, 3)) * 0.5 + excess * 0.5
    peak = response.mass / (response.length_mm * 2.5 * response.sigma_mm * max(response.slice_mm, 1.0))
    # A slice that catches little metal has little of its streaks.
    brightest = np.where(used, excess, 0).max(axis=(1, 2), keepdims=True)
    ended = (used & (values >= clip_hu)).any(axis=(1, 2), keepdims=True)
    caught = np.where(ended, peak, np.minimum(brightest, peak))
    dense = np.maximum(back - SOFT_HU, 0)
    known = noise_hu**2 + (MODEL_ERROR * near) ** 2 + (BEHIND_ERROR * dense) ** 2
    sd = np.sqrt(known + (STREAK_ERROR * peak) ** 2)
    texture = _texture(values - back, ~used & ~foreign)
    sd_by_slice = np.sqrt(known + texture**2 + (STREAK_ERROR * caught) ** 2 + (TAIL_ERROR * peak) ** 2)
    window = Window(
        *(np.arange(a, b) * s for a, b, s in zip(low[::-1], high[::-1], (sx, sy, sz), strict=True))
    )
    return Scene(window, values, back, sd, used, clip_hu, tilt_sd(response.slice_mm), sd_by_slice)


def _texture(excess: np.ndarray, about: np.ndarray) -> np.ndarray:
    """Standard deviation of what lies about a component (nz, 1, 1), slice by slice: vessels, fat, streaks.

    Where a slice beside the metal catches little of it, a seed's height is told from no more than that.
    """
    found = np.zeros((len(excess), 1, 1))
    for k, plane in enumerate(excess):
        some = plane[about[k]]
        some = some[np.abs(some) < TEXTURE_HU]
        if len(some) >= LEAST_ABOUT:
            found[k] = 1.4826 * np.median(np.abs(some - np.median(some)))
    return found


def correlation(response: Response, spacing_mm) -> float:
    """How many neighbouring voxels err together: those of one blur."""
    sx, sy, sz = spacing_mm
    return float(np.clip(2 * np.pi * (response.sigma_mm * 0.8) ** 2 / (sx * sy), 1, 20)) * max(1.0, 1.0 / sz)
