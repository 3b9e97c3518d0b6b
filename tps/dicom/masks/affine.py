"""From a header's matrix of voxel index to position to a right-angled grid, or a refusal."""

from collections.abc import Sequence

import numpy as np

from tps.errors import BadInput
from tps.model import Grid

# Cosines of single precision are off by 1e-6; what is off by more than this is sheared.
SQUARE_TOLERANCE = 1e-3

# A voxel a kilometre away is in no patient.
FARTHEST_MM = 1e6

# Two ways in which a header states one geometry agree within single precision; a slip is a voxel and more.
SAME_PLACE_MM = 0.1

_REMEDY = "export it again in the geometry of the CT"


def grid_of_matrices(name: str, matrices: Sequence[np.ndarray], shape: tuple[int, int, int]) -> Grid:
    """The right-angled grid nearest to the first matrix, if all of them say the same.

    Parameters
    ----------
    name : str
        Of the file, for messages.
    matrices : sequence of (3, 4) float
        From voxel index x, y, z to position in DICOM's coordinates, mm.
    shape : (nz, ny, nx) int

    Raises
    ------
    BadInput
        If one is not finite, is sheared, or they put a voxel at two places.
    """
    for matrix in matrices:
        if not np.all(np.abs(matrix) < FARTHEST_MM):
            raise nowhere(name, "its matrix is not finite")
        lengths = np.linalg.norm(matrix[:, :3], axis=0)
        if lengths.min() <= 0 or _skew(matrix[:, :3] / lengths) > SQUARE_TOLERANCE:
            raise BadInput(
                "its axes are not right-angled",
                where=name,
                expected="a grid that is not sheared",
                remedy=_REMEDY,
            )
    columns = matrices[0][:, :3]
    lengths = np.linalg.norm(columns, axis=0)
    left, _, right = np.linalg.svd(columns / lengths)
    grid = Grid(matrices[0][:, 3], lengths, shape, (left @ right).T)
    corners = corners_of(shape)
    found = grid.index_to_world(corners)
    apart = max(float(np.abs(corners @ m[:, :3].T + m[:, 3] - found).max()) for m in matrices)
    if not apart <= SAME_PLACE_MM:
        raise contradictory(name, apart)
    return grid


def corners_of(shape: tuple[int, int, int]) -> np.ndarray:
    """Voxel indices x, y, z (8, 3) of the corners of an image of shape (nz, ny, nx)."""
    nz, ny, nx = shape
    return np.array([[i, j, k] for i in (0, nx - 1) for j in (0, ny - 1) for k in (0, nz - 1)], float)


def contradictory(name: str, apart_mm: float) -> BadInput:
    """A header that puts a voxel at two places."""
    return BadInput(
        f"its geometry is contradictory (two statements of it, or sheared axes): {apart_mm:.1f} mm apart",
        where=name,
        expected="one right-angled geometry",
        remedy=_REMEDY,
    )


def nowhere(name: str, what: str) -> BadInput:
    """A header that does not say where the image lies."""
    return BadInput(
        f"does not say where in the patient the image lies ({what})",
        where=name,
        expected="origin, spacing and directions",
        remedy="export it with its geometry",
    )


def _skew(axes: np.ndarray) -> float:
    """By how much the columns (3, 3), unit vectors, miss being perpendicular."""
    return float(np.abs(axes.T @ axes - np.eye(3)).max())
