"""The part of a target that gets less than was prescribed: how much, in which pieces, where."""

from dataclasses import dataclass

import numpy as np
from scipy import ndimage

from tps.dose.model import DoseModel
from tps.geometry.region import Region
from tps.model import Grid, Seed

# Cells of the look: 1 mm, finer in small targets.
STEP_MM, LEAST_CELLS = 1.0, 20_000

# Pieces smaller than this are not told one by one, cm3.
LEAST_CC = 0.01


@dataclass(frozen=True, eq=False)
class Piece:
    """One connected part.

    Parameters
    ----------
    volume_cc : float
    centroid_mm : (3,)
        Of what is missing: the middle of the piece weighted by the missing dose.
    lowest_gy : float
    lowest_mm : (3,)
        Where that is.
    """

    volume_cc: float
    centroid_mm: np.ndarray
    lowest_gy: float
    lowest_mm: np.ndarray


@dataclass(frozen=True, eq=False)
class Underdosed:
    """What a target lacks.

    Parameters
    ----------
    target : str
    volume_cc, fraction : float
        Of the target, below the prescription.
    pieces : tuple of Piece
        Largest first.
    centroid_mm : (3,), optional
        Of all that is missing, weighted by the missing dose; None where nothing is.
    """

    target: str
    volume_cc: float
    fraction: float
    pieces: tuple[Piece, ...]
    centroid_mm: np.ndarray | None


def underdosed_part(
    name: str,
    solid: Region,
    bounds_mm: tuple[np.ndarray, np.ndarray],
    engine: DoseModel,
    seeds: tuple[Seed, ...],
    wanted_gy: float,
) -> Underdosed:
    """The part of a target below a dose.

    Parameters
    ----------
    name : str
    solid : Region
    bounds_mm : two (3,)
        Box that holds it.
    engine : DoseModel
    seeds : tuple of Seed
    wanted_gy : float
    """
    low, high = (np.asarray(v, float) for v in bounds_mm)
    step = min(STEP_MM, float(np.prod(high - low) / LEAST_CELLS) ** (1 / 3))
    grid = Grid.around(low, high, step)
    points = grid.centres_mm().reshape(-1, 3)
    inside = solid.contains(points)
    dose = np.full(len(points), np.inf)
    dose[inside] = engine.dose_gy(points[inside], seeds) if seeds else 0.0
    cold = dose < wanted_gy
    cell_cc = step**3 / 1000
    missing = np.where(cold, wanted_gy - dose, 0.0)
    marks, count = ndimage.label(cold.reshape(grid.shape), np.ones((3, 3, 3)))
    labels, pieces = marks.ravel(), []
    for n in range(1, count + 1):
        mine = np.flatnonzero(labels == n)
        if len(mine) * cell_cc < LEAST_CC:
            continue
        coldest = mine[int(np.argmin(dose[mine]))]
        pieces.append(
            Piece(
                len(mine) * cell_cc,
                missing[mine] @ points[mine] / missing[mine].sum(),
                float(dose[coldest]),
                points[coldest],
            )
        )
    pieces.sort(key=lambda piece: -piece.volume_cc)
    whole = None if not cold.any() else missing @ points / missing.sum()
    return Underdosed(
        name, float(cold.sum() * cell_cc), float(cold.sum() / max(inside.sum(), 1)), tuple(pieces), whole
    )
