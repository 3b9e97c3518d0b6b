"""A spherical target typed in instead of drawn."""

import numpy as np

from tps.errors import BadInput
from tps.model.grid import Grid
from tps.model.structure import Contour, Structure

# Vertices of the largest contour are about this far apart.
VERTEX_STEP_MM = 0.5

# A sphere typed in to a tenth of a millimetre may end on the last slice's face.
INSIDE_TOLERANCE_MM = 0.05


def sphere_structure(centre_mm, radius_mm: float, ct_grid: Grid, name: str = "Sphere") -> Structure:
    """A sphere contoured on the slices of a CT.

    The polygons have the area of the circles they stand for.

    Parameters
    ----------
    centre_mm : (3,) float
    radius_mm : float
    ct_grid : Grid
    name : str

    Raises
    ------
    BadInput
        If the radius is not positive, or the sphere reaches beyond the first or last slice.
    """
    centre = np.asarray(centre_mm, dtype=float)
    if centre.shape != (3,) or not np.all(np.isfinite(centre)) or not 0 < radius_mm < np.inf:
        raise BadInput(
            f"sphere {name!r} has centre {centre.tolist()} and radius {radius_mm:g} mm",
            expected="three finite coordinates and a positive radius in mm",
        )
    index = ct_grid.world_to_index(centre)
    half = radius_mm / ct_grid.spacing_mm[2]
    _check_slices(centre, radius_mm, ct_grid, name)
    slices = np.arange(int(np.ceil(index[2] - half)), int(np.floor(index[2] + half)) + 1)
    count = max(24, int(np.ceil(2 * np.pi * radius_mm / VERTEX_STEP_MM)))
    angles = 2 * np.pi * np.arange(count) / count
    # A regular polygon with this circumradius has the circle's area.
    swell = np.sqrt(2 * np.pi / (count * np.sin(2 * np.pi / count)))
    contours = []
    for k in slices:
        height = (k - index[2]) * ct_grid.spacing_mm[2]
        radius = np.sqrt(max(0.0, radius_mm**2 - height**2)) * swell
        if radius < 1e-2:
            continue
        ring = radius * np.stack([np.cos(angles), np.sin(angles)], axis=1)
        points = centre + height * ct_grid.axes[2] + ring @ ct_grid.axes[:2]
        contours.append(Contour(points))
    if not contours:
        raise BadInput(
            f"sphere {name!r} of radius {radius_mm:g} mm at {centre.tolist()} meets no slice of the scan",
            expected="a sphere inside the scan",
            remedy="give the centre in patient coordinates (LPS, mm)",
        )
    return Structure(name, tuple(contours), origin="entered", interpreted_type="GTV")


def _check_slices(centre: np.ndarray, radius_mm: float, ct_grid: Grid, name: str) -> None:
    """The scan's slices must hold all of the sphere: they reach half a step beyond their middles."""
    height, step = ct_grid.world_to_index(centre)[2] * ct_grid.spacing_mm[2], ct_grid.spacing_mm[2]
    beyond = max(-0.5 * step - (height - radius_mm), height + radius_mm - (ct_grid.shape[0] - 0.5) * step)
    if beyond > INSIDE_TOLERANCE_MM:
        raise BadInput(
            f"sphere {name!r} of radius {radius_mm:g} mm at {centre.tolist()} reaches {beyond:.1f} mm"
            " outside the scan",
            where="--target-sphere",
            expected="a target that the CT shows whole",
            remedy="check the centre (patient coordinates, LPS, mm), or take a larger CT",
        )
