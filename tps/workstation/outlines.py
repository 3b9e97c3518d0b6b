"""Where sagittal and coronal planes cut the regions."""

import numpy as np

from tps.model import Case
from tps.report.layers import ContourStack, solid_outline
from tps.report.planes import Plane
from tps.workstation.bodies import Bodies
from tps.workstation.look import Shape

# Kinds of regions that are cut; of the others the scan itself shows enough.
CUT = ("target", "organ")


def outlines_at(
    case: Case, bodies: Bodies, shapes: tuple[Shape, ...], axis: str, at_mm: float
) -> dict[str, list[list[float]]]:
    """Closed lines ``[a, b, a, b ...]`` by region: y, z on a sagittal plane, x, z on a coronal one, mm.

    Parameters
    ----------
    case : Case
    bodies : Bodies
    shapes : tuple of Shape
    axis : {"x", "y"}
        Across the plane.
    at_mm : float
        Where on it.
    """
    plane = patient_plane(case, axis, at_mm)
    columns = [1, 2] if axis == "x" else [0, 2]
    found: dict[str, list[list[float]]] = {}
    for shape in shapes:
        if shape.kind in CUT:
            lines = cut_lines(case, bodies, shape, plane)
            found[shape.key] = [np.round(plane.lift(l)[:, columns], 2).ravel().tolist() for l in lines]
    return found


def patient_plane(case: Case, axis: str, at_mm: float) -> Plane:
    """The plane across a patient axis that shows the whole scan."""
    grid = case.ct.grid
    last = np.array(grid.shape[::-1]) - 1
    corners = grid.index_to_world(
        np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)]) * last
    )
    low, high = corners.min(axis=0), corners.max(axis=0)
    across, along = np.eye(3)[1 if axis == "x" else 0], np.eye(3)[2]
    corner = low.copy()
    corner[0 if axis == "x" else 1] = at_mm
    size = high - low
    return Plane(corner, across, along, float(size @ across), float(size @ along))


def cut_lines(case: Case, bodies: Bodies, shape: Shape, plane: Plane) -> list[np.ndarray]:
    """Lines (n, 2) mm on a plane where it cuts a region; none of one that is no body.

    Parameters
    ----------
    case : Case
    bodies : Bodies
    shape : Shape
    plane : Plane
    """
    solid = bodies.of(shape)
    if solid is None:
        return []
    stack = ContourStack.of(shape.structure, case.ct.grid.axes[2])
    return list(solid_outline(solid, stack, plane))
