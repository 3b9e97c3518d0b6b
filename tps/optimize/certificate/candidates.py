"""A finite choice of seed positions, for bounds and for planners that need a lattice."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dose_kernels.search.arrays import Rules
from tps.optimize.problem import TargetProblem

if TYPE_CHECKING:
    from tps.access.approach import Approach

# Two needles nearer than this are the same line.
SAME_LINE_MM = 0.05


@dataclass(frozen=True, eq=False)
class Candidates:
    """Seed positions on needle lines.

    Parameters
    ----------
    positions, directions : (n, 3) float
    line : (n,) int
        The needle line each lies on.
    lines : (m, 5) float
        For each line: number of its direction, a, b, and the depth of its shallowest and deepest candidate.
    """

    positions: np.ndarray
    directions: np.ndarray
    line: np.ndarray
    lines: np.ndarray


def may_hold_seed(
    target: TargetProblem, approach: "Approach", points: np.ndarray, rules: Rules
) -> np.ndarray:
    """True for points that a needle of the approach reaches and where a seed may lie, (n,).

    Parameters
    ----------
    target : TargetProblem
    approach : Approach
    points : (n, 3) float
        Patient coordinates, mm.
    rules : Rules
    """
    allowed = target.distance.at(points) >= 0.0
    for along in np.arange(0.5, rules.beyond + 0.01, 0.5):
        for side in (-along, along):
            allowed |= target.distance.at(points + side * approach.direction) >= 0.0
    allowed &= target.distance.at(points) >= -rules.beyond
    return allowed & approach.reaches(points, rules.first)


def lattice(
    target: TargetProblem, approach: "Approach", anchor: np.ndarray, pitch_mm: float, rules: Rules
) -> np.ndarray:
    """Allowed positions (n, 3), as (a, b, t), on a cubic lattice of the approach.

    Parameters
    ----------
    target : TargetProblem
    approach : Approach
    anchor : (3,) float
        One of the lattice's positions, as (a, b, t), mm.
    pitch_mm : float
    rules : Rules
    """
    a, b, t = approach.lateral_mm(target.surface_points_mm)
    axes = []
    for values, through in zip((a, b, t), anchor, strict=True):
        low, high = values.min() - rules.beyond, values.max() + rules.beyond
        first = through - pitch_mm * np.floor((through - low) / pitch_mm)
        axes.append(np.arange(first, high + 1e-9, pitch_mm))
    abt = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)
    points = approach.point_mm(abt[:, 0], abt[:, 1], abt[:, 2])
    return abt[may_hold_seed(target, approach, points, rules)]


def collect(parts: Sequence[tuple["Approach", np.ndarray]]) -> Candidates:
    """Candidates of several approaches, each with positions (n, 3) in (a, b, t); equal lines are one."""
    positions, directions, line = [], [], []
    lines: list[list[float]] = []
    for number, (approach, abt) in enumerate(parts):
        for a, b, t in abt:
            found = next(
                (
                    i
                    for i, (k, x, y, _, _) in enumerate(lines)
                    if k == number and abs(x - a) < SAME_LINE_MM and abs(y - b) < SAME_LINE_MM
                ),
                None,
            )
            if found is None:
                found = len(lines)
                lines.append([number, a, b, t, t])
            lines[found][3] = min(lines[found][3], t)
            lines[found][4] = max(lines[found][4], t)
            line.append(found)
            positions.append(approach.point_mm(a, b, t))
            directions.append(approach.direction)
    return Candidates(
        np.array(positions, float).reshape(-1, 3),
        np.array(directions, float).reshape(-1, 3),
        np.array(line, int),
        np.array(lines, float).reshape(-1, 5),
    )
