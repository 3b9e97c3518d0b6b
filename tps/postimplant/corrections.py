"""A table of found seeds that somebody corrected, and what was changed in it."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from scipy.optimize import linear_sum_assignment

from tps.errors import BadInput
from tps.formats.csv_table import number_in_cell, read_number, read_table
from tps.postimplant.locate import FoundSeed

PLACE, AXIS = ("x_mm", "y_mm", "z_mm"), ("ux", "uy", "uz")

# A row is the seed that was found where it lies no farther from it than this, mm.
SAME_SEED_MM = 4.0

# Moved and turned less, mm and degrees, it is as it was: tables are rounded.
STILL_MM, STILL_DEG = 0.01, 0.2

# What a place given by hand is good for, in parts of a voxel.
HAND_VOXELS = 0.5
HAND_TILT_DEG = 15.0

MAX_BYTES = 10_000_000
_REMEDY = "copy found.csv and change rows: x_mm, y_mm, z_mm and ux, uy, uz count"


# Place and axis of one seed, (3,) mm and (3,) unit vector.
Row = tuple[np.ndarray, np.ndarray]


def read_corrected(path: Path | str) -> list[Row]:
    """Places and axes of a corrected table.

    Parameters
    ----------
    path : path-like
        ``found.csv`` of a verification or a table of ``tps locate``, changed; more columns than place and
        axis are allowed.

    Raises
    ------
    BadInput
        If the table cannot be read, holds no seed, or an axis is no unit vector.
    """
    path = Path(path)
    table = read_table(path, (*PLACE, *AXIS), None, most_bytes=MAX_BYTES, remedy=_REMEDY)
    rows = [_row(row, f"{path.name}:{line}") for line, row in table.rows]
    if not rows:
        raise BadInput("the table holds no seed", where=path.name, remedy=_REMEDY)
    return rows


def row_as_written(position_mm: np.ndarray, direction: np.ndarray) -> Row:
    """A seed (3,) mm with its axis (3,) as ``read_corrected`` gives it back from a table of ours."""
    place = np.array([float(f"{v + 0.0:.3f}") for v in position_mm.round(3)])
    axis = np.array([float(f"{v + 0.0:.6f}") for v in direction.round(6)])
    return place, axis / float(np.linalg.norm(axis))


def corrected_seeds(
    rows: Sequence[Row], found: Sequence[FoundSeed], spacing_mm: Sequence[float]
) -> tuple[tuple[FoundSeed, ...], tuple[str, ...]]:
    """The seeds of a corrected table, and every change in words.

    Parameters
    ----------
    rows : sequence of (place, axis)
        Of ``read_corrected``.
    found : sequence of FoundSeed
        What the finder found in this scan.
    spacing_mm : (3,)
        Of its voxels: how well a place can be given by hand.

    Returns
    -------
    seeds : tuple of FoundSeed
    changes : tuple of str
    """
    partner = _partners([place for place, _ in rows], found)
    by_hand = np.diag((HAND_VOXELS * np.asarray(spacing_mm, float)) ** 2)
    seeds, changes = [], []
    for number, (place, axis) in enumerate(rows):
        old = found[partner[number]] if number in partner else None
        shift = np.inf if old is None else float(np.linalg.norm(place - old.position_mm))
        turn = 90.0 if old is None else _angle_deg(axis, old.direction)
        if old is not None and shift <= STILL_MM and turn <= STILL_DEG:
            seeds.append(old)
            continue
        said = "({:.1f}, {:.1f}, {:.1f})".format(*place)
        if old is None:
            changes.append(f"seed added at {said}")
        else:
            what = [f"moved by {shift:.1f} mm"] * (shift > STILL_MM)
            what += [f"turned by {turn:.0f} deg"] * (turn > STILL_DEG)
            changes.append(f"seed at {said} {' and '.join(what)}")
        group = -1 if old is None else old.group
        seeds.append(FoundSeed(place, axis, by_hand, HAND_TILT_DEG, HAND_TILT_DEG, "hand", 1.0, group))
    gone = sorted(set(range(len(found))) - set(partner.values()))
    changes += ["seed at ({:.1f}, {:.1f}, {:.1f}) taken out".format(*found[n].position_mm) for n in gone]
    return tuple(seeds), tuple(changes)


def _row(row: dict[str, str], where: str) -> tuple[np.ndarray, np.ndarray]:
    place = np.array([number_in_cell(row, name, where) for name in PLACE])
    said = [read_number(row[name]) for name in AXIS]
    axis = np.array([0.0 if value is None else value for value in said])
    length = float(np.linalg.norm(axis))
    if abs(length - 1) > 0.01:
        raise BadInput(
            f"the axis {axis.tolist()} has length {length:.3g}", where=where, expected="a unit vector"
        )
    return place, axis / length


def _partners(places: Sequence[np.ndarray], found: Sequence[FoundSeed]) -> dict[int, int]:
    """By row: the found seed that it is."""
    if not places or not found:
        return {}
    away = np.linalg.norm(np.array(places)[:, None] - [s.position_mm for s in found], axis=2)
    rows, columns = linear_sum_assignment(np.minimum(away, 10 * SAME_SEED_MM))
    return {int(i): int(j) for i, j in zip(rows, columns, strict=True) if away[i, j] <= SAME_SEED_MM}


def _angle_deg(a: np.ndarray, b: np.ndarray) -> float:
    """Angle between two axes, whichever way they point."""
    return float(np.degrees(np.arccos(min(1.0, abs(float(a @ b))))))
