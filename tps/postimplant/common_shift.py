"""By how much all seeds lie off together: what they say of the move that a plan was carried over by.

A seed lies off because its needle does, because it slid along that needle, and because the move is wrong.
Only the last is common to all, so each needle's mean is weighed by how far needles and their seeds usually
lie off, across and along: needles that all run one way say little of a shift along them.  Seeds that lie
against each other slid there and say nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tps.postimplant.matching import KNOWN_MM, NEEDLE_MM, SEED_MM, match_seeds
from tps.postimplant.touching import touching_groups

# Fewer seeds that lie by themselves tell nothing.
LEAST_SEEDS = 3

# A shift whose square, in units of its own error, exceeds this is none of chance: one of a thousand of three
# normal numbers does.
BY_CHANCE = 16.3


@dataclass(frozen=True, eq=False)
class CommonShift:
    """How far seeds lie off together.

    Parameters
    ----------
    shift_mm : (3,)
        nan where seeds cannot tell.
    covariance_mm2 : (3, 3)
    """

    shift_mm: np.ndarray
    covariance_mm2: np.ndarray

    @classmethod
    def unknown(cls) -> "CommonShift":
        """Seeds cannot tell."""
        return cls(np.full(3, np.nan), np.full((3, 3), np.nan))

    @property
    def distance_mm(self) -> float:
        """Its length; nan where seeds cannot tell."""
        return float(np.linalg.norm(self.shift_mm))

    @property
    def sd_mm(self) -> float:
        """Standard deviation of ``distance_mm`` by what is usual of needles."""
        way = self.shift_mm / max(self.distance_mm, 1e-9)
        return float(np.sqrt(way @ self.covariance_mm2 @ way))

    @property
    def by_chance(self) -> bool:
        """Whether needles that miss as usual explain it."""
        if not np.isfinite(self.distance_mm):
            return True
        return bool(self.shift_mm @ np.linalg.solve(self.covariance_mm2, self.shift_mm) <= BY_CHANCE)


def common_shift(
    planned_mm: np.ndarray,
    axes: np.ndarray,
    needles: Sequence[int],
    found_mm: np.ndarray,
    known: Sequence[bool],
) -> CommonShift:
    """How far found seeds lie off planned ones together.

    Parameters
    ----------
    planned_mm : (m, 3)
        Moved into the new scan.
    axes : (m, 3)
        Unit vectors of their needles.
    needles : sequence of int
        Number of each planned seed's needle.
    found_mm : (n, 3)
    known : sequence of bool
        Planned seeds whose place an earlier scan has shown, each a needle of its own.
    """
    planned, found = (np.asarray(p, float).reshape(-1, 3) for p in (planned_mm, found_mm))
    if not len(planned) or not len(found):
        return CommonShift.unknown()
    # Where the move is far off, seeds do not meet their own places: the middles are laid on each other too.
    homes = (np.zeros(3), np.median(found, axis=0) - np.median(planned, axis=0))
    matched = [match_seeds(planned + home, axes, needles, found, known).pairs for home in homes]
    pairs = max(matched, key=len)  # of equal ones the first
    slid = {i for group in touching_groups(found) for i in group}
    alone = [(p.planned, p.found) for p in pairs if p.found not in slid]
    if len(alone) < LEAST_SEEDS:
        return CommonShift.unknown()
    information, pull = np.zeros((3, 3)), np.zeros(3)
    numbers = np.asarray(needles, int)
    for number in sorted({int(numbers[i]) for i, _ in alone}):
        mine = [(i, j) for i, j in alone if numbers[i] == number]
        off = np.mean([found[j] - planned[i] for i, j in mine], axis=0)
        across, along = (n**2 + s**2 / len(mine) for n, s in zip(NEEDLE_MM, SEED_MM, strict=True))
        if known[mine[0][0]]:
            across = along = KNOWN_MM**2
        way = np.outer(axes[mine[0][0]], axes[mine[0][0]])
        weight = (np.eye(3) - way) / across + way / along
        information += weight
        pull += weight @ off
    covariance = np.linalg.inv(information)
    return CommonShift(covariance @ pull, covariance)
