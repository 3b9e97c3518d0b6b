"""Geometry of a regular voxel grid, apart from what the voxels hold."""

from dataclasses import dataclass, field

import numpy as np

# Direction cosines in DICOM carry about 6 significant digits; two axes that are meant to be perpendicular
# then differ from 90 degrees by up to 1e-4 rad.
ORTHOGONALITY_TOLERANCE = 1e-4

_NO_TURN = np.eye(3)

# Two grids are the same if no corner differs by more than this; well below any voxel and any printer's digit.
SAME_GRID_TOLERANCE_MM = 1e-3


def frozen_array(values, shape: tuple[int | None, ...], name: str, dtype=float) -> np.ndarray:
    """Return a read-only C-ordered array of ``values``; raise ``ValueError`` unless finite and of ``shape``.

    A ``None`` in ``shape`` accepts any length along that axis.

    Parameters
    ----------
    values : array-like
    shape : tuple of int or None
    name : str
        For messages.
    dtype : data-type
    """
    array = np.array(values, dtype=dtype, order="C")
    if array.ndim != len(shape) or any(
        want is not None and want != got for want, got in zip(shape, array.shape, strict=True)
    ):
        raise ValueError(f"{name} has shape {array.shape}, expected {shape}")
    if not np.all(np.isfinite(array)):
        raise ValueError(f"{name} contains values that are not finite")
    array.setflags(write=False)
    return array


def _by_column(operation, vectors, numbers) -> np.ndarray:
    """``operation(vectors, numbers)`` of vectors (..., 3) and three numbers, ten times as fast for many."""
    vectors = np.asarray(vectors, dtype=float)
    out = np.empty(vectors.shape)
    for axis in range(3):
        operation(vectors[..., axis], numbers[axis], out=out[..., axis])
    return out


def _turned(vectors: np.ndarray, matrix: np.ndarray) -> np.ndarray:
    """``vectors @ matrix`` (..., 3); the vectors themselves where the matrix turns nothing, as is usual."""
    return vectors if (matrix == _NO_TURN).all() else vectors @ matrix


@dataclass(frozen=True, eq=False)
class Grid:
    """A regular grid of voxel centres in DICOM patient coordinates (LPS, mm).

    Parameters
    ----------
    origin_mm : (3,) float
        Centre of voxel (0, 0, 0).
    spacing_mm : (3,) float
        Distance of neighbouring voxel centres along x-index (columns), y-index (rows), z-index (slices); > 0.
    shape : (nz, ny, nx) int
        Number of slices, rows and columns; the order of the voxel array.
    axes : (3, 3) float, optional
        Rows are the unit vectors of the x-, y- and z-index in patient coordinates; perpendicular.
        Default: aligned with the patient axes.

    Raises
    ------
    ValueError
        If a value is not finite, a spacing not positive, or the axes are not perpendicular unit vectors.
    """

    origin_mm: np.ndarray
    spacing_mm: np.ndarray
    shape: tuple[int, int, int]
    axes: np.ndarray = field(default_factory=lambda: np.eye(3))

    def __post_init__(self):
        object.__setattr__(self, "origin_mm", frozen_array(self.origin_mm, (3,), "origin_mm"))
        object.__setattr__(self, "spacing_mm", frozen_array(self.spacing_mm, (3,), "spacing_mm"))
        object.__setattr__(self, "axes", frozen_array(self.axes, (3, 3), "axes"))
        object.__setattr__(self, "shape", tuple(int(n) for n in self.shape))
        if np.any(self.spacing_mm <= 0):
            raise ValueError(f"spacing_mm is {self.spacing_mm.tolist()}, every value must be positive")
        if len(self.shape) != 3 or min(self.shape) < 1:
            raise ValueError(f"shape is {self.shape}, expected three positive numbers (nz, ny, nx)")
        if np.abs(self.axes @ self.axes.T - np.eye(3)).max() > ORTHOGONALITY_TOLERANCE:
            raise ValueError(f"axes {self.axes.tolist()} are not perpendicular unit vectors")

    @property
    def voxel_mm3(self) -> float:
        """Volume of one voxel."""
        return float(np.prod(self.spacing_mm))

    def index_to_world(self, index_xyz) -> np.ndarray:
        """Patient coordinates (n, 3) of continuous voxel indices (n, 3) given as x, y, z."""
        points = _turned(_by_column(np.multiply, index_xyz, self.spacing_mm), self.axes)
        return _by_column(np.add, points, self.origin_mm)

    def world_to_index(self, points_mm) -> np.ndarray:
        """Continuous voxel indices x, y, z (n, 3) of patient coordinates (n, 3)."""
        offset = _turned(_by_column(np.subtract, points_mm, self.origin_mm), self.axes.T)
        return _by_column(np.divide, offset, self.spacing_mm)

    def contains(self, points_mm) -> np.ndarray:
        """True for points (n, 3) inside the scanned box, whose faces lie half a voxel beyond the centres."""
        index = self.world_to_index(points_mm)
        return np.all((index >= -0.5) & (index <= np.array(self.shape[::-1]) - 0.5), axis=-1)

    def centres_mm(self) -> np.ndarray:
        """Voxel centres as (nz * ny * nx, 3), in the order of a raveled voxel array."""
        k, j, i = np.indices(self.shape).reshape(3, -1)
        return self.index_to_world(np.stack([i, j, k], axis=1))

    def same_as(self, other: "Grid") -> bool:
        """True if shape agrees and no voxel centre differs by more than ``SAME_GRID_TOLERANCE_MM``."""
        if self.shape != other.shape:
            return False
        corners = np.array([[i, j, k] for i in (0, 1) for j in (0, 1) for k in (0, 1)]) * (
            np.array(self.shape[::-1]) - 1
        )
        gap = np.abs(self.index_to_world(corners) - other.index_to_world(corners))
        return bool(gap.max() <= SAME_GRID_TOLERANCE_MM)

    def index_range(self, low_mm, high_mm) -> tuple[np.ndarray, np.ndarray]:
        """First and one past the last voxel (x, y, z) of the part that covers the box low..high (3,)."""
        corners = np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)])
        index = self.world_to_index(np.where(corners, high_mm, low_mm))
        first = np.maximum(np.floor(index.min(axis=0)).astype(int), 0)
        return first, np.minimum(np.ceil(index.max(axis=0)).astype(int) + 1, self.shape[::-1])

    def cropped(self, low_xyz, high_xyz) -> "Grid":
        """The part from voxel index ``low_xyz`` up to, not including, ``high_xyz`` (x, y, z)."""
        low, high = np.asarray(low_xyz, int), np.asarray(high_xyz, int)
        return Grid(self.index_to_world(low), self.spacing_mm, tuple((high - low)[::-1]), self.axes)

    @staticmethod
    def around(low_mm, high_mm, spacing_mm: float) -> "Grid":
        """A patient-aligned grid of isotropic ``spacing_mm`` whose centres cover the box low..high (3,)."""
        low, high = np.asarray(low_mm, float), np.asarray(high_mm, float)
        count = np.ceil((high - low) / spacing_mm).astype(int) + 1
        return Grid(low, np.full(3, float(spacing_mm)), tuple(count[::-1]))


@dataclass(frozen=True, eq=False)
class Volume:
    """Values on a grid: ``values[k, j, i]`` belongs to voxel (i, j, k).

    Parameters
    ----------
    grid : Grid
    values : (nz, ny, nx) array, any real type; kept as given, made read-only.
    quantity : str
        What the values are, with the unit: ``"HU"``, ``"Gy"``, ``"fraction"``, ``"mask"``, ``"mm"``.
    """

    grid: Grid
    values: np.ndarray
    quantity: str

    def __post_init__(self):
        values = np.ascontiguousarray(self.values)
        if values.shape != self.grid.shape:
            raise ValueError(f"values have shape {values.shape}, the grid {self.grid.shape}")
        values = values.view()
        values.setflags(write=False)
        object.__setattr__(self, "values", values)
