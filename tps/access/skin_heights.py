"""The skin as seen from above: how high it lies over a raster of places, for a picture of it in space."""

from dataclasses import dataclass

import numpy as np

from dose_kernels.geometry import rays

# Steps down to the skin, mm: finer than what a picture shows.
DOWN_MM = 1.0


@dataclass(frozen=True, eq=False)
class SkinHeights:
    """Heights over a raster.

    Parameters
    ----------
    right, head, up : (3,) float
        Unit vectors of the view from above.
    across_mm : (na,) float
        Places along ``right``.
    along_mm : (nb,) float
        Places along ``head``.
    height_mm : (na, nb) float
        Of the skin along ``up``; nan where there is no body below.
    """

    right: np.ndarray
    head: np.ndarray
    up: np.ndarray
    across_mm: np.ndarray
    along_mm: np.ndarray
    height_mm: np.ndarray

    def points(self) -> np.ndarray:
        """The places on the skin, (na, nb, 3) patient coordinates."""
        return (
            self.across_mm[:, None, None] * self.right
            + self.along_mm[None, :, None] * self.head
            + self.height_mm[:, :, None] * self.up
        )


def find_skin_heights(obstacles, low_mm, high_mm, right, head, up, step_mm: float) -> SkinHeights:
    """Look down on the body.

    Parameters
    ----------
    obstacles : Obstacles
        Its labels say what is body.
    low_mm, high_mm : (2,) float
        Ends of the raster along ``right`` and ``head``.
    right, head, up : (3,) float
    step_mm : float
        Between places.
    """
    right, head, up = (np.asarray(v, float) for v in (right, head, up))
    across, along = (np.arange(low_mm[i], high_mm[i] + 1e-6, step_mm) for i in (0, 1))
    grid, labels = obstacles.grid, obstacles.voxels.labels
    nz, ny, nx = grid.shape
    ends = np.array([[x, y, z] for x in (0, nx - 1) for y in (0, ny - 1) for z in (0, nz - 1)])
    levels = grid.index_to_world(ends) @ up
    down = np.arange(levels.max(), levels.min() - DOWN_MM, -DOWN_MM)
    height = np.full((len(across), len(along)), np.nan)
    for i, a in enumerate(across):
        points = a * right + along[:, None, None] * head + down[None, :, None] * up
        index = np.rint(grid.world_to_index(points.reshape(-1, 3))).astype(int)
        inside = np.all((index >= 0) & (index < (nx, ny, nz)), axis=1)
        body = np.zeros(len(index), bool)
        k = index[inside]
        body[inside] = (labels[k[:, 2], k[:, 1], k[:, 0]] & rays.BODY) != 0
        columns = body.reshape(len(along), len(down))
        met = columns.any(axis=1)
        height[i, met] = down[columns.argmax(axis=1)[met]]
    return SkinHeights(right, head, up, across, along, height)
