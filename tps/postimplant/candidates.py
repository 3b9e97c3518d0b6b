"""Where in a CT something is much denser, and much narrower, than what surrounds it."""

from collections.abc import Iterator

import numpy as np
from scipy import ndimage

from tps.postimplant.component import LARGEST_MM, Component
from tps.postimplant.large_metal import large_metal
from tps.postimplant.response import Response, Window, rod_image

# Side of the square that must fit into what counts as background: wider than the bright core of three seeds
# side by side, narrower than a rib or a deposit that is no seed.
OPENING_MM = 6.0

# The threshold is this fraction of the faintest peak that one seed can have in slices of this thickness ...
THRESHOLD_FRACTION = 0.38
# ... within these bounds, HU above the background: below is bone and contrast, above the clip hides all.
THRESHOLD_RANGE_HU = (450.0, 1500.0)

# What is larger than a component may be is looked at again with a threshold higher by this factor.
RAISE = 1.35


# Single voxels of a component that could hold a seed: a seed's own excess sums to at least this fraction.
LEAST_MASS = 0.15


def faintest_peak(response: Response, spacing_mm) -> float:
    """Least brightest excess (HU) of a seed: in the slice, between two slices and between pixels."""
    sx, sy, sz = spacing_mm
    window = Window((np.arange(8) - 3.5) * sx, (np.arange(8) - 3.5) * sy, (np.arange(8) - 3.5) * sz)
    axes = [(1, 0, 0), (0, 0, 1), (0.7, 0, 0.714), (0.7, 0.714, 0)]
    return min(float(rod_image(response, window, np.zeros(3), np.array(a)).max()) for a in axes)


def threshold_of(response: Response, spacing_mm) -> float:
    """Threshold above the background for slices of this kind, HU."""
    return float(np.clip(THRESHOLD_FRACTION * faintest_peak(response, spacing_mm), *THRESHOLD_RANGE_HU))


def background_of(plane: np.ndarray, spacing_mm) -> np.ndarray:
    """One slice (ny, nx) with all that is narrower than ``OPENING_MM`` taken away (a grey opening)."""
    size = [max(3, int(round(OPENING_MM / s)) | 1) for s in (spacing_mm[1], spacing_mm[0])]
    eroded = ndimage.minimum_filter(plane, size)
    return ndimage.maximum_filter(eroded, size)


def find_components(
    hu: np.ndarray, spacing_mm, threshold_hu: float, inside: np.ndarray | None = None
) -> tuple[list[Component], np.ndarray, int]:
    """Components of what is ``threshold_hu`` above its background.

    Parameters
    ----------
    hu : (nz, ny, nx) int16
    spacing_mm : (3,)
        Along x, y, z.
    threshold_hu : float
    inside : (nz, ny, nx) bool, optional
        Where to look.

    Returns
    -------
    components : list of Component
    behind : (nz, ny, nx) int16
        The background.
    large : int
        How many large things (bone) fell apart or away at higher thresholds.
    """
    behind = np.empty_like(hu)
    above = np.zeros(hu.shape, bool)
    for k, plane in enumerate(hu):
        if plane.max() > threshold_hu - 200:
            behind[k] = background_of(plane, spacing_mm)
            np.greater(plane.astype(np.int32) - behind[k], threshold_hu, out=above[k])
        else:
            behind[k] = plane
    if inside is not None:
        above &= inside
    found, near = large_metal(hu, spacing_mm)
    above &= ~near
    labels, _ = ndimage.label(above, np.ones((3, 3, 3)))
    large = 0
    for number, box in enumerate(ndimage.find_objects(labels), start=1):
        excess = np.where(labels[box] == number, hu[box].astype(np.float32) - behind[box], 0)
        low = np.array([s.start for s in box])
        parts = list(_split(excess, low, threshold_hu, spacing_mm))
        large += len(parts) != 1
        found += parts
    return found, behind, large


def _split(excess: np.ndarray, low: np.ndarray, threshold: float, spacing_mm) -> Iterator[Component]:
    """The component itself, or what is left of it at higher thresholds where it is too large."""
    sz, sy, sx = spacing_mm[2], spacing_mm[1], spacing_mm[0]
    extent = np.array(excess.shape) * [sz, sy, sx]
    extent[0] -= sz
    if extent.max() <= LARGEST_MM:
        mask = excess > 0
        yield Component(low, mask, float(excess.sum()) * sx * sy * sz, threshold)
        return
    higher = threshold * RAISE
    labels, count = ndimage.label(excess > higher, np.ones((3, 3, 3)))
    for number, box in enumerate(ndimage.find_objects(labels), start=1):
        part = np.where(labels[box] == number, excess[box], 0)
        yield from _split(part, low + [s.start for s in box], higher, spacing_mm)
