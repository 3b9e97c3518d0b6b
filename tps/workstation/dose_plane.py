"""Planes of the screen on which the page wants to see the dose: where to look, as the page says it."""

import math
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from tps.errors import BadInput

# So many planes are looked at for one picture, with so many points together: four panes of a large screen.
MOST_PLANES, MOST_POINTS = 8, 400_000

# Coordinates beyond this are none of a patient, mm.
FAR_MM = 1e5


@dataclass(frozen=True, eq=False)
class DosePlane:
    """Points of a plane in rows.

    Parameters
    ----------
    origin_mm : (3,) float
        The first point.
    right_mm, down_mm : (3,) float
        From a point to the next one of its row, and to that of the next row.
    columns, rows : int
    """

    origin_mm: np.ndarray
    right_mm: np.ndarray
    down_mm: np.ndarray
    columns: int
    rows: int

    @cached_property
    def key(self) -> bytes:
        """The same for the same points."""
        steps = np.concatenate([self.origin_mm, self.right_mm, self.down_mm, [self.columns, self.rows]])
        return steps.tobytes()

    @cached_property
    def points_mm(self) -> np.ndarray:
        """All points (rows x columns, 3), row by row."""
        along = np.arange(self.columns)[None, :, None] * self.right_mm
        across = np.arange(self.rows)[:, None, None] * self.down_mm
        return (self.origin_mm + along + across).reshape(-1, 3)


def planes_in(document: dict[str, Any]) -> tuple[DosePlane, ...]:
    """The planes that a message asks for; none where it names none.  Raises ``BadInput``."""
    found = document.get("planes", [])
    if not isinstance(found, list) or len(found) > MOST_PLANES:
        raise BadInput("planes is no list of a few planes", where="the message")
    planes = tuple(_plane(each) for each in found)
    if sum(plane.columns * plane.rows for plane in planes) > MOST_POINTS:
        raise BadInput(
            "the planes have too many points", where="the message", expected=f"at most {MOST_POINTS:,}"
        )
    return planes


def _plane(entry: Any) -> DosePlane:
    if not isinstance(entry, dict):
        raise BadInput("a plane is no JSON object", where="the message")
    origin, right, down = (_vector(entry, name) for name in ("origin_mm", "right_mm", "down_mm"))
    return DosePlane(origin, right, down, _count(entry, "columns"), _count(entry, "rows"))


def _vector(entry: dict[str, Any], name: str) -> np.ndarray:
    found = entry.get(name)
    if isinstance(found, list) and len(found) == 3 and all(type(x) in (int, float) for x in found):
        if all(math.isfinite(x) and abs(x) < FAR_MM for x in found):
            return np.array(found, float)
    raise BadInput(f"{name} of a plane is no point or direction", where="the message")


def _count(entry: dict[str, Any], name: str) -> int:
    found = entry.get(name)
    if type(found) is not int or not 1 <= found <= MOST_POINTS:
        raise BadInput(f"{name} of a plane is no number of points", where="the message")
    return found
