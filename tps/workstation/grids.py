"""A grid of voxels as the page is told of it."""

from typing import Any

from tps.model import Grid


def grid_entry(grid: Grid) -> dict[str, Any]:
    """A grid for the page: shape, origin, spacing and axes."""
    return {
        "shape": list(grid.shape),
        "origin_mm": grid.origin_mm.tolist(),
        "spacing_mm": grid.spacing_mm.tolist(),
        "axes": grid.axes.tolist(),
    }
