"""Where the scan cuts the patient, in words: nothing can enter there, because no skin is seen."""

import numpy as np

from dose_kernels.geometry.components import dilated
from tps.access.tissue.body import Body
from tps.model.grid import Grid

# A shorter contact (mm) between body and the edge of what the scan shows in one slice is not worth a word.
LEAST_CONTACT_MM = 10.0

# Names of the sides by patient axis (x, y) and sign.
_SIDES = {(0, 1): "left", (0, -1): "right", (1, 1): "posterior", (1, -1): "anterior"}


def cut_warnings(body: Body, grid: Grid, scan: Grid, radius_mm: float | None) -> tuple[str, ...]:
    """A sentence for each way in which the scan cuts the patient: its circle of view, the edge of its images.

    Parameters
    ----------
    body : Body
        As found in ``grid``.
    grid, scan : Grid
        The part of the scan that was looked at, and the whole.
    radius_mm : float or None
        Radius of the circle of reconstruction, if one is seen.
    """
    found = []
    circle = body.solid & dilated(body.cells.dark, corners=True)
    if radius_mm is not None:
        found.append((circle, f"its circle of view (radius {radius_mm:.0f} mm)"))
    found.append((body.solid & _image_edge(body, grid, scan) & ~circle, "the edge of its images"))
    notes = []
    for contact, what in found:
        where = _places(contact, body, grid)
        if where:
            notes.append(
                f"the scan cuts the patient at {what}: {where}; no skin is seen there and no needle enters"
            )
    return tuple(notes)


def _image_edge(body: Body, grid: Grid, scan: Grid) -> np.ndarray:
    """Coarse cells at those edges of the part that are edges of the scan."""
    first = np.rint(scan.world_to_index(grid.origin_mm[None])[0]).astype(int)
    last = first[:2] + np.array(grid.shape[:0:-1]) == np.array(scan.shape[:0:-1])
    edge = np.zeros(body.solid.shape, bool)
    edge[:, :, 0] |= first[0] == 0
    edge[:, 0, :] |= first[1] == 0
    edge[:, :, -1] |= last[0]
    edge[:, -1, :] |= last[1]
    return edge


def _places(contact: np.ndarray, body: Body, grid: Grid) -> str:
    """Sides of the patient and heights at which there is a contact; "" for none."""
    cell_mm = body.cells.size_mm
    long = contact.sum(axis=(1, 2)) * float(cell_mm[0]) >= LEAST_CONTACT_MM
    found: dict[str, list[float]] = {}
    for k in np.flatnonzero(long):
        height = float(grid.index_to_world([[0.0, 0.0, float(k)]])[0, 2])
        rows, columns = np.nonzero(body.solid[k])
        middle = np.array([columns.mean(), rows.mean()])
        rows, columns = np.nonzero(contact[k])
        away = (np.stack([columns, rows], axis=1) - middle) * cell_mm[:2] @ grid.axes[:2, :2]
        axis = np.abs(away).argmax(axis=1)
        signs = np.where(np.take_along_axis(away, axis[:, None], 1)[:, 0] > 0, 1, -1)
        for side in _SIDES:
            if ((axis == side[0]) & (signs == side[1])).sum() * float(cell_mm[0]) >= LEAST_CONTACT_MM / 2:
                found.setdefault(_SIDES[side], []).append(height)
    return ", ".join(f"{side} (z {min(z):.0f} to {max(z):.0f} mm)" for side, z in found.items())
