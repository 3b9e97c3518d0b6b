"""What one seed looks like in a CT: its marker rod blurred by the scanner, averaged over the slice.

Everything here is in the *grid frame*: mm along columns, rows and slices from the centre of voxel (0, 0, 0).
The excess over tissue of a rod of mass M (HU mm3), length L, centre p and axis u is the integral along it of
M/L g(x) g(y) b(z), with g a Gaussian of standard deviation sigma and b a box of the slice's thickness with
rounded ends; a Gauss-Legendre rule makes it a short sum of separable terms, whose derivatives are exact too.
"""

from dataclasses import dataclass

import numpy as np
from scipy.special import ndtr

from tps.postimplant.hardening import hardened

# Nodes along the rod: 3 mm in 8 pieces, each well below any scanner's blur.
NODES, WEIGHTS = np.polynomial.legendre.leggauss(8)

_ROOT_2PI = np.sqrt(2 * np.pi)


@dataclass(frozen=True)
class Response:
    """Scanner and marker as one.

    Parameters
    ----------
    sigma_mm : float
        Standard deviation of the in-plane point spread.
    edge_mm : float
        Standard deviation by which the ends of the slice profile are rounded.
    slice_mm : float
        Thickness of the slice.
    mass : float
        Excess of one seed, HU mm3.
    length_mm : float
        Length of the marker rod as it shows.
    spread : float
        Relative standard deviation of the mass from seed to seed.
    hardening : float
        Optical depth of the marker from the side; the mass is what such views see.  0: all views see all.
    """

    sigma_mm: float
    edge_mm: float
    slice_mm: float
    mass: float
    length_mm: float
    spread: float = 0.10
    hardening: float = 0.0

    def reach_mm(self) -> np.ndarray:
        """Half sides (3,) of a box about a seed beyond which it adds nothing, whatever its axis."""
        half = self.length_mm / 2
        across = half + 4 * self.sigma_mm
        return np.array([across, across, half + self.slice_mm / 2 + 3 * self.edge_mm])


@dataclass(frozen=True)
class Window:
    """A box of voxels of the grid frame.

    Parameters
    ----------
    x_mm, y_mm, z_mm : (n,) arrays
    """

    x_mm: np.ndarray
    y_mm: np.ndarray
    z_mm: np.ndarray

    @property
    def shape(self) -> tuple[int, int, int]:
        """(nz, ny, nx)."""
        return len(self.z_mm), len(self.y_mm), len(self.x_mm)


def rod_image(response: Response, window: Window, position, axis) -> np.ndarray:
    """Excess HU (nz, ny, nx) of one seed.

    Parameters
    ----------
    response : Response
    window : Window
    position, axis : (3,)
        Centre and unit vector, grid frame.
    """
    t = NODES * response.length_mm / 2
    gx, _ = _gauss(window.x_mm, position[0] + t * axis[0], response.sigma_mm)
    gy, _ = _gauss(window.y_mm, position[1] + t * axis[1], response.sigma_mm)
    bz, _ = _slab(window.z_mm, position[2] + t * axis[2], response)
    plane = (gy[:, :, None] * gx[:, None, :]).reshape(len(t), -1)
    bz = bz * (response.mass * WEIGHTS / 2)[:, None]
    image = (bz.T @ plane).reshape(window.shape)
    if response.hardening:
        image += _hardened(response, window, position, axis, bz)
    return image


def _hardened(response: Response, window: Window, position, axis, weighted) -> np.ndarray:
    """What hardening changes, alike in all slices but for how much each catches (``weighted``, by node)."""
    x, y, depth = window.x_mm, window.y_mm, response.hardening
    change = hardened(depth, response.sigma_mm, x, y, position, axis)
    return weighted.sum(axis=0)[:, None, None] * change


def rod_gradient(response: Response, window: Window, position, axis) -> np.ndarray:
    """Image and its derivatives by position and by axis, (7, nz, ny, nx): image, x, y, z, ux, uy, uz.

    Parameters
    ----------
    response : Response
    window : Window
    position, axis : (3,)
        Centre and unit vector, grid frame.
    """
    t = NODES * response.length_mm / 2
    gx, dx = _gauss(window.x_mm, position[0] + t * axis[0], response.sigma_mm)
    gy, dy = _gauss(window.y_mm, position[1] + t * axis[1], response.sigma_mm)
    bz, dz = _slab(window.z_mm, position[2] + t * axis[2], response)
    w = (response.mass * WEIGHTS / 2)[:, None]
    shape = len(t), -1
    plane = (gy[:, :, None] * gx[:, None, :]).reshape(shape)
    plane_x = (gy[:, :, None] * dx[:, None, :]).reshape(shape)
    plane_y = (dy[:, :, None] * gx[:, None, :]).reshape(shape)
    result = np.empty((7, *window.shape))
    flat = result.reshape(7, window.shape[0], -1)
    tw = w * t[:, None]
    np.matmul((bz * w).T, plane, out=flat[0])
    if response.hardening:
        # Its derivatives are small beside the rod's own and left out: a fit still ends where the image fits.
        result[0] += _hardened(response, window, position, axis, bz * w)
    np.matmul((bz * w).T, plane_x, out=flat[1])
    np.matmul((bz * w).T, plane_y, out=flat[2])
    np.matmul((dz * w).T, plane, out=flat[3])
    np.matmul((bz * tw).T, plane_x, out=flat[4])
    np.matmul((bz * tw).T, plane_y, out=flat[5])
    np.matmul((dz * tw).T, plane, out=flat[6])
    return result


def _gauss(at, nodes, sigma):
    """Gaussian (m, n) at ``at`` about each node, and its derivative by the node, 1/mm."""
    d = at[None, :] - nodes[:, None]
    g = np.exp(-0.5 * (d / sigma) ** 2) / (_ROOT_2PI * sigma)
    return g, g * d / sigma**2


def _slab(at, nodes, response: Response):
    d, h, e = at[None, :] - nodes[:, None], response.slice_mm / 2, response.edge_mm
    b = (ndtr((d + h) / e) - ndtr((d - h) / e)) / response.slice_mm
    slope = np.exp(-0.5 * ((d - h) / e) ** 2) - np.exp(-0.5 * ((d + h) / e) ** 2)
    return b, slope / (_ROOT_2PI * e * response.slice_mm)


def directions(count: int = 48) -> np.ndarray:
    """Unit vectors (count, 3) spread evenly over a half sphere (a Fibonacci lattice)."""
    k = np.arange(count) + 0.5
    z = k / count
    turn = np.pi * (1 + 5**0.5) * k
    r = np.sqrt(1 - z * z)
    return np.column_stack([r * np.cos(turn), r * np.sin(turn), z])
