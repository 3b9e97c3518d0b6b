"""Regions that a user forbids, as structures that needles avoid."""

from collections.abc import Mapping
from dataclasses import replace

import numpy as np

from tps.errors import BadInput
from tps.geometry.solid import Solid, build_solid
from tps.model.case import Case
from tps.model.forbidden import FORBID, ForbiddenRegion
from tps.model.grid import Grid
from tps.model.steering import Steering
from tps.model.structure import Contour, Structure

# A needle's axis keeps this from the outline, mm: the radius of an 18G needle is 0.64.
CLEARANCE_MM = 1.0

# Slices that lean more than this are no axial ones, degrees.
LEANING_DEG = 1.0


def with_forbidden(
    case: Case, avoid: Mapping[str, float | None], steering: Steering
) -> tuple[Case, dict[str, float | None], tuple[Solid, ...]]:
    """A case that has the forbidden regions, what needles avoid with them, and their bodies.

    Parameters
    ----------
    case : Case
    avoid : mapping of str to float or None
        ROIs to avoid with their clearance, mm.
    steering : Steering

    Raises
    ------
    BadInput
        If a region bears the name of a structure, or meets no slice of the scan.
    """
    if not steering.forbidden:
        return case, dict(avoid), ()
    grid, drawn = case.ct.grid, {}
    for region in steering.forbidden:
        if region.name in case.names:
            raise BadInput(
                f"the structures already have a ROI {region.name!r}", where=FORBID, remedy="call it otherwise"
            )
        drawn[region.name] = structure_of(region, grid)
    solids = tuple(build_solid(structure, grid) for structure in drawn.values())
    avoided = dict(avoid) | dict.fromkeys(drawn, CLEARANCE_MM)
    return replace(case, structures={**case.structures, **drawn}), avoided, solids


def structure_of(region: ForbiddenRegion, grid: Grid) -> Structure:
    """The region's outline on every slice from its lower to its upper end.

    Parameters
    ----------
    region : ForbiddenRegion
    grid : Grid
        Of the CT.

    Raises
    ------
    BadInput
        If it meets no slice, or the slices lean.
    """
    if abs(grid.axes[2][2]) < np.cos(np.radians(LEANING_DEG)):
        raise BadInput(
            "the slices of the scan lean: an outline in x and y lies in none of them",
            where=FORBID,
            expected="axial slices",
            remedy="straighten the scan with --resample",
        )
    half = grid.spacing_mm[2] / 2
    heights = grid.origin_mm[2] + grid.axes[2][2] * grid.spacing_mm[2] * np.arange(grid.shape[0])
    # A slice belongs to it where its middle does; one that is thinner than the slices, to the nearest.
    inside = (heights >= region.from_z_mm - 1e-6) & (heights <= region.to_z_mm + 1e-6)
    if not inside.any():
        nearest = int(np.abs(heights - (region.from_z_mm + region.to_z_mm) / 2).argmin())
        inside[nearest] = region.from_z_mm - half <= heights[nearest] <= region.to_z_mm + half
    if not inside.any():
        raise BadInput(
            f"{region.name!r} (z {region.from_z_mm:g} to {region.to_z_mm:g} mm) meets no slice of the scan",
            where=FORBID,
            expected=f"z within {heights.min():g} to {heights.max():g} mm",
        )
    contours = tuple(
        Contour(np.column_stack([region.outline_mm, np.full(len(region.outline_mm), z)]))
        for z in np.sort(heights[inside])
    )
    return Structure(region.name, contours, origin="entered", interpreted_type="AVOIDANCE")
