"""Which found seed is which planned one: needle by needle, nobody forced into a pair.

A found and a planned seed pair up at a cost: the squares of their distances across and along the needle,
each in units of what is usual.  A needle lies off as a whole first, its seeds about that second: where a
needle has gone is estimated from the pairs so far, and the pairs are chosen anew about it (a few rounds).  A
planned seed may have no partner (lost) and a found one neither (extra); an assignment with dummies finds the
best choice.

The dose never depends on who is who.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

# Standard deviations, mm, across (each of two ways) and along: of a needle as a whole, and of a seed about
# its needle.  Published errors of chest needles: tip 4.4 +- 2.9 mm, depth 5.2 +- 4.8 mm
# (Ji et al., J Radiat Res 2021;62:910).
NEEDLE_MM = (2.0, 3.0)
SEED_MM = (1.5, 3.0)

# The same of a seed that an earlier scan showed, every way: it has grown in; scans are registered and seeds
# found that well.
KNOWN_MM = 1.2

# A pair is not made where this is exceeded: five standard deviations of needle and seed together.
MOST_COST = 25.0

ROUNDS = 6

# Margins, in the same units, above which an identity is sure and likely.
SURE, LIKELY = 9.0, 2.0


@dataclass(frozen=True, eq=False)
class Pair:
    """A planned and a found seed.

    Parameters
    ----------
    planned, found : int
        Their places in the two lists.
    margin : float
        How much more the best assignment without this pair costs.
    along_mm, across_mm : float
        From the planned place, moved into the new scan, to the found one.
    """

    planned: int
    found: int
    margin: float
    along_mm: float
    across_mm: float

    @property
    def certainty(self) -> str:
        """How sure the identity is, in a word."""
        return "sure" if self.margin >= SURE else "likely" if self.margin >= LIKELY else "a guess"


@dataclass(frozen=True, eq=False)
class Matching:
    """Who is who.

    Parameters
    ----------
    pairs : tuple of Pair
        In the order of the planned seeds.
    lost, extra : tuple of int
        Planned seeds not found, found seeds not planned.
    needle_shift_mm : dict of int to (3,)
        By needle: how it lies off as a whole.
    """

    pairs: tuple[Pair, ...]
    lost: tuple[int, ...]
    extra: tuple[int, ...]
    needle_shift_mm: dict[int, np.ndarray]


def match_seeds(
    planned_mm: np.ndarray,
    axes: np.ndarray,
    needles: Sequence[int],
    found_mm: np.ndarray,
    known: Sequence[bool] | None = None,
) -> Matching:
    """Pair planned with found seeds.

    Parameters
    ----------
    planned_mm : (m, 3)
        In the new scan.
    axes : (m, 3)
        Unit vectors of their needles.
    needles : sequence of int
        Number of each planned seed's needle.
    found_mm : (n, 3)
    known : sequence of bool, optional
        Planned seeds whose place an earlier scan has shown.

    Returns
    -------
    Matching
    """
    planned, found = (np.asarray(p, float).reshape(-1, 3) for p in (planned_mm, found_mm))
    numbers = np.asarray(needles, int)
    shift = np.zeros_like(planned)
    seen_before = np.zeros(len(planned), bool) if known is None else np.asarray(known, bool)
    both = _spread(np.hypot(NEEDLE_MM, SEED_MM), seen_before)
    about_needle = _spread(np.array(SEED_MM), seen_before)
    cost = _costs(planned, axes, found, both)
    pairs = _assigned(cost)
    for _ in range(ROUNDS if len(pairs) else 0):
        shift = _needle_shifts(planned, axes, numbers, found, pairs)
        shift[seen_before] = 0.0
        about = _costs(planned + shift, axes, found, about_needle)
        # How far a needle lies off is paid for too, and no pair is made far from the plan.
        whole = _costs(planned, axes, found, both)
        cost = np.where(whole > MOST_COST, np.inf, about + _own_cost(shift, axes)[:, None])
        again = _assigned(cost)
        if again == pairs:
            break
        pairs = again
    margins = _margins(cost, pairs)
    moved = [found[j] - planned[i] for i, j in pairs]
    made = tuple(
        Pair(i, j, margin, float(d @ axes[i]), float(np.linalg.norm(d - (d @ axes[i]) * axes[i])))
        for (i, j), margin, d in zip(pairs, margins, moved, strict=True)
    )
    taken_i, taken_j = {i for i, _ in pairs}, {j for _, j in pairs}
    return Matching(
        made,
        tuple(i for i in range(len(planned)) if i not in taken_i),
        tuple(j for j in range(len(found)) if j not in taken_j),
        {int(n): shift[np.flatnonzero(numbers == n)[0]] for n in sorted(set(numbers.tolist()))},
    )


def _spread(usual: np.ndarray, known: np.ndarray) -> np.ndarray:
    """Standard deviations (m, 2) of planned seeds, across and along."""
    return np.where(known[:, None], KNOWN_MM, usual[None, :])


def _costs(planned: np.ndarray, axes: np.ndarray, found: np.ndarray, sd: np.ndarray) -> np.ndarray:
    """(m, n) squared distances in units of ``sd`` (m, 2), across and along."""
    away = found[None] - planned[:, None]
    along = np.einsum("mnk,mk->mn", away, axes)
    across = np.einsum("mnk,mnk->mn", away, away) - along**2
    return np.maximum(across, 0) / sd[:, :1] ** 2 + along**2 / sd[:, 1:] ** 2


def _own_cost(shift: np.ndarray, axes: np.ndarray) -> np.ndarray:
    along = np.einsum("mk,mk->m", shift, axes)
    across = np.einsum("mk,mk->m", shift, shift) - along**2
    return np.maximum(across, 0) / NEEDLE_MM[0] ** 2 + along**2 / NEEDLE_MM[1] ** 2


def _needle_shifts(planned, axes, numbers, found, pairs) -> np.ndarray:
    """How each seed's needle lies off (m, 3): the mean of its pairs, drawn to none as their number asks."""
    shift = np.zeros_like(planned)
    for number in np.unique(numbers):
        mine = [found[j] - planned[i] for i, j in pairs if numbers[i] == number]
        if not mine:
            continue
        axis = axes[np.flatnonzero(numbers == number)[0]]
        total = np.sum(mine, axis=0)
        along = (total @ axis) * axis
        drawn = [len(mine) + (s / n) ** 2 for s, n in zip(SEED_MM, NEEDLE_MM, strict=True)]
        shift[numbers == number] = (total - along) / drawn[0] + along / drawn[1]
    return shift


def _assigned(cost: np.ndarray) -> list[tuple[int, int]]:
    """The cheapest pairs, a seed left alone costing half of ``MOST_COST``."""
    m, n = cost.shape
    if not m or not n:
        return []
    whole = _with_dummies(cost)
    rows, columns = linear_sum_assignment(whole)
    return [
        (int(i), int(j))
        for i, j in zip(rows, columns, strict=True)
        if i < m and j < n and cost[i, j] < MOST_COST
    ]


def _with_dummies(cost: np.ndarray) -> np.ndarray:
    m, n = cost.shape
    whole = np.zeros((m + n, m + n))
    whole[:m, :n] = np.minimum(cost, 1e6)
    whole[:m, n:] = MOST_COST / 2
    whole[m:, :n] = MOST_COST / 2
    return whole


def _margins(cost: np.ndarray, pairs: list[tuple[int, int]]) -> list[float]:
    """For each pair: what the best assignment without it costs more."""
    if not pairs:
        return []
    whole = _with_dummies(cost)
    best = float(whole[linear_sum_assignment(whole)].sum())
    margins = []
    for i, j in pairs:
        kept, whole[i, j] = whole[i, j], 1e6
        margins.append(max(0.0, float(whole[linear_sum_assignment(whole)].sum()) - best))
        whole[i, j] = kept
    return margins
