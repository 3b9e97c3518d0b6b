"""The box around the body, in voxels and in coarse cells: where tissue is told apart."""

from dataclasses import dataclass

import numpy as np

from dose_kernels.geometry import rays
from dose_kernels.geometry.voxels import block_mean, smooth_in_plane
from tps.access.tissue.body import Body, spread
from tps.model.grid import Grid

# A cell with less body than this touches the skin.
INSIDE_PART = 0.95


@dataclass(frozen=True, eq=False)
class Crop:
    """The part of a scan that holds the body.

    Parameters
    ----------
    grid : Grid
        Of the voxels.
    hu, smooth : (nz, ny, nx) int16
        As scanned, and slightly smoothed within slices.
    body, target : (nz, ny, nx) bool
    mean, highest : (nz, my, mx) float32, int16
        Of coarse cells.
    solid, inside : (nz, my, mx) bool
        Cells of the body, and those that are body throughout.
    dark : (nz, my, mx) bool
        Cells that the scan does not show.
    lesion : (nz, my, mx) bool
        Cells that are mostly target.
    factor : int
        Voxels along a cell's side.
    cell_mm : (3,) float
        x, y, z.
    box : tuple of slice
        Where its voxels lie in the whole.
    """

    grid: Grid
    hu: np.ndarray
    smooth: np.ndarray
    body: np.ndarray
    target: np.ndarray
    mean: np.ndarray
    highest: np.ndarray
    solid: np.ndarray
    inside: np.ndarray
    dark: np.ndarray
    lesion: np.ndarray
    factor: int
    cell_mm: np.ndarray
    box: tuple[slice, slice, slice]

    def to_voxels(self, cells: np.ndarray) -> np.ndarray:
        """Coarse cells spread over their voxels."""
        return spread(cells, self.factor, self.hu.shape)

    def cut(self, mask: np.ndarray | None) -> np.ndarray | None:
        """The part of a mask of the whole that lies in this box; None of None."""
        return None if mask is None else np.ascontiguousarray(mask[self.box])

    def rounds(self, mm: float) -> int:
        """How many cells make up a distance within a slice, one at least."""
        return max(1, round(mm / float(self.cell_mm[0])))

    @property
    def cell_mm3(self) -> float:
        """Volume of a cell."""
        return float(np.prod(self.cell_mm))


def crop_to_body(hu: np.ndarray, grid: Grid, target: np.ndarray, body: Body) -> Crop:
    """The box around the body, a coarse cell wider than it; at least one cell.

    Parameters
    ----------
    hu : (nz, ny, nx) array
        The scan.
    grid : Grid
        Of the scan.
    target : (nz, ny, nx) bool
        The voxels to treat.
    body : Body
    """
    cells, factor = body.cells, body.cells.factor
    rows, columns = (_range(np.any(body.solid, axis=(0, other)), factor) for other in (2, 1))
    coarse = (slice(None), rows, columns)
    _, ny, nx = hu.shape
    fine = (
        slice(0, len(hu)),
        slice(rows.start * factor, min(ny, rows.stop * factor)),
        slice(columns.start * factor, min(nx, columns.stop * factor)),
    )
    own = np.ascontiguousarray(hu[fine])
    mask = (body.labels[fine] & rays.BODY) != 0
    lesion = np.ascontiguousarray(target[fine])
    solid = np.ascontiguousarray(body.solid[coarse])
    return Crop(
        grid.cropped((fine[2].start, fine[1].start, 0), (fine[2].stop, fine[1].stop, len(hu))),
        own,
        smooth_in_plane(own),
        mask,
        lesion,
        np.ascontiguousarray(cells.mean[coarse]),
        np.ascontiguousarray(cells.highest[coarse]),
        solid,
        solid & (block_mean(mask, factor) > INSIDE_PART),
        np.ascontiguousarray(cells.dark[coarse]),
        block_mean(lesion, factor) > 0.5,
        factor,
        cells.size_mm,
        fine,
    )


def _range(held: np.ndarray, factor: int) -> slice:
    found = np.flatnonzero(held)
    if not len(found):
        return slice(0, 1)
    return slice(max(0, int(found[0]) - 1), min(len(held), int(found[-1]) + 2))
