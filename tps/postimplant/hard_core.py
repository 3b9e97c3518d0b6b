"""Two capsules cannot overlap: how near the axes of rods come to each other, and what that costs a fit."""

from dataclasses import dataclass

import numpy as np

# The straight part of a capsule's axis (4.5 mm less its rounded ends), and its points that are looked at.
AXIS_MM = 3.7
_T = np.linspace(-AXIS_MM / 2, AXIS_MM / 2, 19)

# Capsules are 0.8 mm thick; a fit pays for what is nearer than this, in units of the second.
WANTED_MM, SOFTNESS_MM = 0.75, 0.12

# What is still nearer than this after the fit is one seed taken for two.
CLOSEST_MM = 0.55

# No overlap is possible beyond.
FAR_MM = AXIS_MM + 1.0


@dataclass(frozen=True, eq=False)
class Contact:
    """Two rods nearer than ``WANTED_MM``.

    Parameters
    ----------
    a, b : int
    gap_mm : float
        Between their axes.
    normal : (3,)
        Unit vector from b to a where they are closest.
    along_a, along_b : float
        Where that is, from each centre along its axis, mm.
    """

    a: int
    b: int
    gap_mm: float
    normal: np.ndarray
    along_a: float
    along_b: float


def contacts(position: np.ndarray, axis: np.ndarray) -> list[Contact]:
    """All pairs nearer than ``WANTED_MM`` of rods with centres and axes (k, 3)."""
    found = []
    for a in range(len(position)):
        for b in range(a):
            if np.abs(position[a] - position[b]).max() > FAR_MM:
                continue
            apart = (position[a] + _T[:, None] * axis[a])[:, None] - (position[b] + _T[:, None] * axis[b])[
                None
            ]
            squared = (apart * apart).sum(axis=2)
            i, j = divmod(int(squared.argmin()), len(_T))
            gap = float(np.sqrt(squared[i, j]))
            if gap < WANTED_MM:
                normal = apart[i, j] / gap if gap > 1e-3 else np.array([0.0, 0.0, 1.0])
                found.append(Contact(a, b, gap, normal, float(_T[i]), float(_T[j])))
    return found


def overlap(position: np.ndarray, axis: np.ndarray) -> bool:
    """Whether two rods are nearer than any two capsules can be."""
    return any(c.gap_mm < CLOSEST_MM for c in contacts(position, axis))
