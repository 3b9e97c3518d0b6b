"""Isodose surfaces as contours, for other systems to show."""

from collections.abc import Sequence

import numpy as np

from tps.model import Contour, Structure, Volume

# Loops smaller than this many vertices enclose nothing.
_MIN_VERTICES = 4  # the first one repeated at the end


def isodose_structures(dose: Volume, levels_gy: Sequence[float]) -> tuple[Structure, ...]:
    """Closed contours of each level in every slice of the dose grid.

    An isodose that leaves the grid is closed along its edge.  Inner loops are holes (exclusive or).

    Parameters
    ----------
    dose : Volume
        Gy.
    levels_gy : sequence of float
        Above 0; a level that is reached nowhere gives no structure.

    Returns
    -------
    tuple of Structure
        Named ``Isodose 120 Gy``, hottest first.
    """
    import contourpy

    found = []
    for level in sorted(levels_gy, reverse=True):
        contours = []
        for k, plane in enumerate(dose.values):
            # A rim of zeros closes what would run off the grid; it is half a voxel wide where it is cut.
            padded = np.pad(np.asarray(plane, dtype=float), 1)
            loops = contourpy.contour_generator(z=padded).lines(level)
            contours += [_contour(loop - 1, k, dose) for loop in loops if len(loop) >= _MIN_VERTICES]
        if contours:
            name = f"Isodose {level:g} Gy"
            found.append(Structure(name, tuple(contours), 0, "derived", "DOSE_REGION"))
    return tuple(found)


def _contour(loop: np.ndarray, k: int, dose: Volume) -> Contour:
    index = np.column_stack([loop[:-1], np.full(len(loop) - 1, k)])
    return Contour(dose.grid.index_to_world(index))
