"""A patient is a stack of layers, each painted over what lies below it: a shape, its mean HU, its texture."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from phantoms.shapes import Shape

AIR_HU = -1000.0

# Point spread of a soft-tissue reconstruction kernel, and of its noise, in mm.
BLUR_MM = 0.6
NOISE_GRAIN_MM = 0.8

# Pitch of the coarse lattice whose interpolation makes tissue look uneven, in mm.
TEXTURE_PITCH_MM = 7.0


@dataclass(frozen=True)
class Layer:
    """One tissue.

    Parameters
    ----------
    name : str
    shape : Shape
    hu : float
        Mean Hounsfield units.
    texture_hu : float
        Standard deviation of the slow unevenness of the tissue, HU; the scanner's noise comes on top.
    """

    name: str
    shape: Shape
    hu: float
    texture_hu: float = 0.0


@dataclass(frozen=True)
class Raster:
    """Voxel centres along the patient's axes, all ascending, in mm."""

    x_mm: np.ndarray
    y_mm: np.ndarray
    z_mm: np.ndarray

    @property
    def shape(self) -> tuple[int, int, int]:
        """(nz, ny, nx)."""
        return len(self.z_mm), len(self.y_mm), len(self.x_mm)

    @staticmethod
    def centred(pixels: tuple[int, int], pixel_mm: float, z_mm) -> "Raster":
        """``pixels`` = (columns, rows) of ``pixel_mm`` centred on x = y = 0, at the slice planes ``z_mm``."""
        x, y = ((np.arange(n) - (n - 1) / 2) * pixel_mm for n in pixels)
        return Raster(x, y, np.asarray(z_mm, dtype=float))


def paint(layers, raster: Raster, *, noise_hu: float, seed: int, report=None) -> np.ndarray:
    """HU of the layers on the raster, (nz, ny, nx) int16.

    Parameters
    ----------
    layers : sequence of Layer
        From the lowest to the topmost.
    raster : Raster
    noise_hu : float
        Standard deviation of the correlated noise, HU.
    seed : int
        Same seed, same voxels.
    report : callable, optional
        Told the fraction done after every slice.
    """
    boxes = [layer.shape.bounds() for layer in layers]
    rng = np.random.default_rng(seed)
    texture = _Texture(raster, rng)
    pixel_mm = float(raster.x_mm[1] - raster.x_mm[0])
    x, y = raster.x_mm.astype(np.float32), raster.y_mm.astype(np.float32)
    result = np.empty(raster.shape, dtype=np.int16)
    for k, z in enumerate(raster.z_mm):
        hu = np.full(raster.shape[1:], AIR_HU, dtype=np.float32)
        uneven = np.zeros_like(hu)
        for layer, (low, high) in zip(layers, boxes, strict=True):
            if low[2] <= z <= high[2]:
                _paint_one(layer, low, high, x, y, np.float32(z), hu, uneven)
        hu = ndimage.gaussian_filter(hu, BLUR_MM / pixel_mm)
        hu += uneven * texture.slice(z) + noise_hu * _grain(rng, hu.shape, NOISE_GRAIN_MM / pixel_mm)
        result[k] = np.clip(np.rint(hu), -1024, 3071)
        if report:
            report((k + 1) / len(result))
    return result


def _paint_one(layer, low, high, x, y, z, hu, uneven) -> None:
    i0, i1 = np.searchsorted(x, [low[0], high[0]])
    j0, j1 = np.searchsorted(y, [low[1], high[1]])
    if i0 == i1 or j0 == j1:
        return
    inside = layer.shape.field(x[None, i0:i1], y[j0:j1, None], z) <= 0
    hu[j0:j1, i0:i1][inside] = layer.hu
    uneven[j0:j1, i0:i1][inside] = layer.texture_hu


def _grain(rng, shape, sigma_pixels: float) -> np.ndarray:
    """Unit-variance noise, correlated over ``sigma_pixels``."""
    noise = ndimage.gaussian_filter(rng.standard_normal(shape, dtype=np.float32), sigma_pixels, mode="wrap")
    return noise / noise.std()


class _Texture:
    """A smooth random field of about unit variance, one slice at a time."""

    def __init__(self, raster: Raster, rng):
        self._z0 = float(raster.z_mm[0])
        span = float(raster.z_mm[-1]) - self._z0
        planes = int(span / TEXTURE_PITCH_MM) + 2
        pixel_mm = float(raster.x_mm[1] - raster.x_mm[0])
        counts = [max(4, round(n * pixel_mm / TEXTURE_PITCH_MM)) for n in raster.shape[1:]]
        self._lattice = rng.standard_normal((planes, *counts), dtype=np.float32)
        self._shape = raster.shape[1:]

    def slice(self, z: float) -> np.ndarray:
        """The field at height ``z``, (ny, nx)."""
        at = (z - self._z0) / TEXTURE_PITCH_MM
        k = int(at)
        blend = np.float32(at - k)
        coarse = (1 - blend) * self._lattice[k] + blend * self._lattice[k + 1]
        fine = ndimage.zoom(
            coarse,
            [n / m for n, m in zip(self._shape, coarse.shape, strict=True)],
            order=1,
            grid_mode=True,
            mode="grid-wrap",
        )
        # Interpolation between independent values loses variance; 1.6 restores about one.
        return fine * np.float32(1.6)
