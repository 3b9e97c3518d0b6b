"""A rigid move between two scans."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

# So many pairs at least, and this much spread across their longest direction (mm), determine a turn.
LEAST_PAIRS, LEAST_SPREAD_MM = 4, 3.0


@dataclass(frozen=True, eq=False)
class RigidMove:
    """Where a point of one scan lies in another: ``matrix @ point + shift_mm``.

    Parameters
    ----------
    matrix : (3, 3) float
        A rotation.
    shift_mm : (3,) float
    """

    matrix: np.ndarray
    shift_mm: np.ndarray

    @classmethod
    def still(cls) -> "RigidMove":
        """No move."""
        return cls(np.eye(3), np.zeros(3))

    def points(self, points_mm: ArrayLike) -> np.ndarray:
        """Points (n, 3) moved."""
        return np.asarray(points_mm, float).reshape(-1, 3) @ self.matrix.T + self.shift_mm

    def axes(self, directions: ArrayLike) -> np.ndarray:
        """Directions (n, 3) turned."""
        return np.asarray(directions, float).reshape(-1, 3) @ self.matrix.T

    def back(self, points_mm: ArrayLike) -> np.ndarray:
        """Points (n, 3) of the other scan in the first."""
        return (np.asarray(points_mm, float).reshape(-1, 3) - self.shift_mm) @ self.matrix

    @property
    def turn_deg(self) -> float:
        """Angle of the rotation."""
        return float(np.degrees(np.arccos(np.clip((np.trace(self.matrix) - 1) / 2, -1, 1))))


def fitted_move(first_mm: ArrayLike, second_mm: ArrayLike) -> RigidMove:
    """The rigid move that takes points (n, 3) nearest to others (n, 3), by least squares.

    After Kabsch 1976 (doi:10.1107/S0567739476001873).  Few points, or points near one line, give a shift
    alone: they do not tell the turn.
    """
    first, second = (np.asarray(p, float).reshape(-1, 3) for p in (first_mm, second_mm))
    middle, other = first.mean(axis=0), second.mean(axis=0)
    spread = np.linalg.svd(first - middle, compute_uv=False) / np.sqrt(max(len(first), 1))
    if len(first) < LEAST_PAIRS or spread[1] < LEAST_SPREAD_MM:
        return RigidMove(np.eye(3), other - middle)
    u, _, vt = np.linalg.svd((first - middle).T @ (second - other))
    flip = np.diag([1.0, 1.0, np.sign(np.linalg.det(vt.T @ u.T))])
    matrix = vt.T @ flip @ u.T
    return RigidMove(matrix, other - matrix @ middle)
