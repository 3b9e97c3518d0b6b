"""The skin as an organ: the outer millimetres of the body near the targets, as samples."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dose_kernels.geometry import rays
from tps.access.obstacles import Obstacles
from tps.geometry.solid import Solid
from tps.model.grid import frozen_array

# The vessels of the dermis, whose damage shows, lie in this outer layer (E. van Limbergen et al., Int. J.
# Radiat. Oncol. Biol. Phys. 18 (1990) 1239).
SHELL_MM = 5.0

# The shell is looked at this far from a target at this step; farther and coarser where less than
# ``ENOUGH_CC`` of it lies that near: the dose is then low and even.
LOOKS = ((40.0, 1.0), (100.0, 2.5), (200.0, 5.0))
ENOUGH_CC = 12.0

NAME = "Skin"


@dataclass(frozen=True, eq=False)
class SkinShell:
    """Samples of the skin: points (n, 3) mm, and the volume (n,) mm3 each stands for."""

    name: str
    points_mm: np.ndarray
    volumes_mm3: np.ndarray

    def __post_init__(self):
        points = frozen_array(self.points_mm, (None, 3), "points_mm")
        object.__setattr__(self, "points_mm", points)
        object.__setattr__(self, "volumes_mm3", frozen_array(self.volumes_mm3, (len(points),), "volumes_mm3"))
        if not len(points):
            raise ValueError("a shell of skin needs at least one point")

    def thinned(self, most: int) -> "SkinShell":
        """At most so many of its points, evenly chosen, for the same volume."""
        if len(self.points_mm) <= most:
            return self
        kept = np.linspace(0, len(self.points_mm) - 1, most).astype(int)
        volumes = np.full(most, self.volumes_mm3.sum() / most)
        return SkinShell(self.name, self.points_mm[kept], volumes)


def find_skin_shell(obstacles: Obstacles, targets: Sequence[Solid], name: str = NAME) -> SkinShell | None:
    """The skin within reach of the dose of implants in the targets; None where there is none.

    Parameters
    ----------
    obstacles : Obstacles
        Tell body and depth below the skin.
    targets : sequence of Solid
    name : str
    """
    for reach, step in LOOKS:
        points = _lattice(obstacles, targets, reach, step)
        points = points[_in_body(obstacles, points)]
        points = points[obstacles.skin_depth_mm(points) <= SHELL_MM] if len(points) else points
        if len(points) * step**3 >= ENOUGH_CC * 1000.0 or (reach, step) == LOOKS[-1]:
            return SkinShell(name, points, np.full(len(points), step**3)) if len(points) else None
    return None


def _lattice(obstacles: Obstacles, targets: Sequence[Solid], reach: float, step: float) -> np.ndarray:
    """Points (n, 3) of one lattice in the boxes around the targets, each once, within the part looked at."""
    found = []
    for target in targets:
        low, high = target.bounds_mm()
        first = np.ceil((low - reach) / step).astype(int)
        count = np.floor((high + reach) / step).astype(int) - first + 1
        k, j, i = np.indices(count[::-1]).reshape(3, -1)
        found.append(np.stack([i, j, k], axis=1) + first)
    cells = found[0] if len(found) == 1 else np.unique(np.concatenate(found), axis=0)
    points = cells * step
    return points[obstacles.grid.contains(points)]


def _in_body(obstacles: Obstacles, points: np.ndarray) -> np.ndarray:
    index = np.rint(obstacles.grid.world_to_index(points)).astype(int)
    i, j, k = np.clip(index, 0, np.array(obstacles.grid.shape)[::-1] - 1).T
    return (obstacles.voxels.labels[k, j, i] & rays.BODY) != 0
