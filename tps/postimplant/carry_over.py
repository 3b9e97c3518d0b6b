"""A region drawn in one scan, carried over onto the slices of another."""

import numpy as np

from tps.errors import BadInput
from tps.geometry.solid import Solid
from tps.geometry.tracing import trace_level
from tps.model import Grid, Structure
from tps.postimplant.rigid import RigidMove

# Between the places that are asked, mm: targets finely, organs roughly.
FINE_MM, ROUGH_MM = 0.5, 2.0

# So much beyond a body its distance is looked at.
SPARE_MM = 4.0


def carried_over(solid: Solid, move: RigidMove, grid: Grid, step_mm: float = FINE_MM) -> Structure:
    """The same body in the new scan, contoured on its slices; rigid, never bent.

    Parameters
    ----------
    solid : Solid
        In the scan that was planned on.
    move : RigidMove
    grid : Grid
        Of the new scan.
    step_mm : float
        Between the places that are asked.

    Raises
    ------
    BadInput
        If nothing of it lies on a slice of the new scan.
    """
    low, high = solid.bounds_mm()
    corners = np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)], bool)
    there = move.points(np.where(corners, high, low))
    first, last = there.min(axis=0), there.max(axis=0)
    heights = grid.world_to_index(np.where(corners, last, first))[:, 2]
    slices = np.arange(
        max(int(np.floor(heights.min())), 0), min(int(np.ceil(heights.max())), grid.shape[0] - 1) + 1
    )

    def depth(points: np.ndarray) -> np.ndarray:
        back = move.back(points)
        near = np.all((back > low - SPARE_MM) & (back < high + SPARE_MM), axis=1)
        found = np.full(len(points), -SPARE_MM)
        found[near] = solid.signed_distance_mm(back[near])
        return found

    contours = trace_level(depth, 0.0, grid, slices, (first, last), 2.0, step_mm)
    if not contours:
        raise BadInput(
            f"{solid.name!r} lies outside the new scan",
            where="carrying over",
            expected="a new CT that shows the target",
            remedy="check that the two scans are of one patient and one region",
        )
    old = solid.structure
    return Structure(old.name, contours, origin="derived", interpreted_type=old.interpreted_type)
