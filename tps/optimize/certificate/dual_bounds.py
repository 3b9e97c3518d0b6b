"""Lower bounds for any set of needle lines from prices of dose, at the cost of a few sums.

Whoever pays u for each missing unit of dose at each point values a seed j at u . cover_j less its cost.  The
best value of a line's seeds that keep their distance follows by dynamic programming, and of the lines of a
cell only one can be chosen.  So every choice within a set of lines costs at least u . need less the best
values of its cells, for any u >= 0, however found (Lagrangian relaxation: Geoffrion 1974,
doi:10.1007/BFb0120690).
"""

from collections.abc import Sequence

import numpy as np

from tps.optimize.certificate.covering import Costs, Program, depths_on

# Prices by which a search chooses its next step: those that bound it best.
MOST_TRIED = 40


class Prices:
    """Prices tried so far, and the bounds they give.

    Parameters
    ----------
    program : Program
    cells : sequence of (lines,) int
        All lines, parted so that at most one of a cell can be chosen.
    costs : Costs
        Of a seed and a line.
    """

    def __init__(self, program: Program, cells: Sequence[np.ndarray], costs: Costs):
        self._program, self._cells, self._costs = program, cells, costs
        self._ordered = np.concatenate(cells)
        self._starts = np.concatenate([[0], np.cumsum([len(c) for c in cells])[:-1]]).astype(int)
        self._places, self._before = _places(program)
        # Here and in the values a last column stands for no candidate.
        self._beside = np.pad(program.beside, ((0, 0), (0, 1)))
        self._values = np.zeros((64, len(program.candidates.line) + 1))
        self._whole = np.zeros(64)
        self.count = 0

    def add(self, dose_price: np.ndarray, group_price: np.ndarray) -> None:
        """Try prices (points,) of missing dose and (groups,) of seeds that are near others; none below 0."""
        p = self._program
        if self.count == len(self._whole):
            self._values = np.concatenate([self._values, np.zeros_like(self._values)])
            self._whole = np.concatenate([self._whole, np.zeros_like(self._whole)])
        at = np.nonzero(dose_price)[0]
        self._values[self.count, :-1] = dose_price[at] @ p.cover[at] - group_price @ p.near_seeds
        self._values[self.count, :-1] -= self._costs.seed
        self._whole[self.count] = dose_price[at] @ p.need[at] - group_price.sum()
        self.count += 1

    def encoded(self, sets: np.ndarray) -> np.ndarray:
        """Sets of lines (sets, m bool) as a byte per cell."""
        bits = [sets[:, cell] @ (1 << np.arange(len(cell))) for cell in self._cells]
        return np.stack(bits, axis=1).astype(np.uint8)

    def decoded(self, code: np.ndarray) -> np.ndarray:
        """The set of lines (m bool) of one row of ``encoded``."""
        lines = np.zeros(len(self._ordered), bool)
        for cell, bits in zip(self._cells, code, strict=True):
            lines[cell] = (int(bits) >> np.arange(len(cell))) & 1
        return lines

    def of_sets(self, codes: np.ndarray, since: int) -> np.ndarray:
        """Bounds (sets,) of sets of lines, ``encoded``, by the prices from number ``since``."""
        every = np.ones(self._values.shape[1], bool)
        worth = self._of_lines(self._values[since : self.count], *self._rows(slice(None), every, ~every))
        best = np.full(len(codes), -np.inf)
        for whole, of_line in zip(self._whole[since : self.count], worth, strict=True):
            bound = np.full(len(codes), whole)
            for i, cell in enumerate(self._cells):
                bound -= _best_of_subsets(of_line[cell])[codes[:, i]]
            np.maximum(best, bound, out=best)
        return best

    def of_choices(self, lines: np.ndarray, allowed: np.ndarray, forced: np.ndarray, since: int) -> float:
        """Bound of choices of candidates; -inf where no prices are asked.

        Parameters
        ----------
        lines : (m,) bool
            Lines that may be used; none is too near a forced candidate's.
        allowed : (n,) bool
            Candidates that may be chosen; none is too near a forced one.
        forced : (n,) bool
            Of the allowed ones, those that every choice holds; they lie on ``lines``.
        since : int
            Number of the first prices that are asked.
        """
        worth = self._worth(lines, allowed, forced, since)
        bounds = self._whole[since : self.count] - self._of_cells(worth).sum(axis=1)
        return float(bounds.max(initial=-np.inf))

    def after_lines(
        self, lines: np.ndarray, allowed: np.ndarray, forced: np.ndarray, which: np.ndarray, near: np.ndarray
    ) -> np.ndarray:
        """Bounds of the same choices without some of their lines.

        Parameters
        ----------
        lines, allowed, forced : as for ``of_choices``
        which : (k,) int
            Lines.
        near : (m, m) bool
            Lines that are too near each other.

        Returns
        -------
        (2, k) float
            Without the lines near each of ``which``; and without it.
        """
        worth = self._worth(lines, allowed, forced, 0)
        first, worth = self._foremost(worth)
        bounds = []
        for gone in (near[which], np.eye(len(lines), dtype=bool)[which]):
            left = np.where(gone[None], -np.inf, worth[:, None])
            bounds.append((self._whole[first, None] - self._of_cells(left).sum(axis=-1)).max(axis=0))
        return np.stack(bounds)

    def after_seeds(
        self, lines: np.ndarray, allowed: np.ndarray, forced: np.ndarray, seeds: np.ndarray
    ) -> np.ndarray:
        """Bounds of the same choices with each of some candidates, and without it.

        Parameters
        ----------
        lines, allowed, forced : as for ``of_choices``; all of ``lines`` can be chosen together
        seeds : (k,) int
            Candidates on ``lines``, allowed and not forced.

        Returns
        -------
        (2, k) float
            With each; and without it.
        """
        first, worth = self._foremost(self._worth(lines, allowed, forced, 0))
        line = self._program.candidates.line[seeds]
        rest = (self._whole[first] - self._of_cells(worth).sum(axis=1))[:, None] + worth[:, line]
        places, before, may, must = self._rows(line, np.append(allowed, False), np.append(forced, False))
        it, beside = places == seeds[:, None], self._beside[seeds[:, None], places]
        values = self._values[first]
        chosen = self._of_lines(values, places, before, may & ~beside, must | it)
        without = self._of_lines(values, places, before, may & ~it, must)
        return np.stack([(rest - chosen).max(axis=0), (rest - without).max(axis=0)])

    def _worth(self, lines: np.ndarray, allowed: np.ndarray, forced: np.ndarray, since: int) -> np.ndarray:
        """Best value of the seeds of each line, (prices, m); -inf of those not in ``lines``."""
        worth = np.full((self.count - since, len(lines)), -np.inf)
        rows = self._rows(lines, np.append(allowed, False), np.append(forced, False))
        worth[:, lines] = self._of_lines(self._values[since : self.count], *rows)
        return worth

    def _rows(self, lines, allowed: np.ndarray, forced: np.ndarray) -> tuple[np.ndarray, ...]:
        places = self._places[lines]
        return places, self._before[lines], allowed[places], forced[places]

    def _of_lines(self, values, places, before, allowed, forced) -> np.ndarray:
        """Best value of each line, (prices, rows): less its cost, and none if no seed there is forced."""
        worth = _best(values, places, before, allowed, forced) - self._costs.line
        return np.where(forced.any(axis=1), worth, np.maximum(worth, 0.0))

    def _of_cells(self, worth: np.ndarray) -> np.ndarray:
        """Best value of each cell, (..., cells), of values (..., m) of lines."""
        best = np.maximum.reduceat(worth[..., self._ordered], self._starts, axis=-1)
        return np.where(np.isneginf(best), 0.0, best)

    def _foremost(self, worth: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """The prices that give the best bounds, and their rows of ``worth``."""
        bounds = self._whole[: self.count] - self._of_cells(worth).sum(axis=1)
        first = np.argsort(-bounds, kind="stable")[:MOST_TRIED]
        return first, worth[first]


def _places(program: Program) -> tuple[np.ndarray, np.ndarray]:
    """Candidates of each line by depth, (m, longest), filled up with n; how many before each go with it."""
    n, m = len(program.candidates.line), len(program.candidates.lines)
    rows = [depths_on(program.candidates, line) for line in range(m)]
    longest = max(len(mine) for mine, _ in rows)
    places, before = np.full((m, longest), n), np.zeros((m, longest), int)
    for line, (mine, depth) in enumerate(rows):
        places[line, : len(mine)] = mine
        before[line, : len(mine)] = np.searchsorted(depth, depth - program.gap, side="right")
    return places, before


def _best(
    values: np.ndarray, places: np.ndarray, before: np.ndarray, allowed: np.ndarray, forced: np.ndarray
) -> np.ndarray:
    """Largest sums (prices, rows) of values (prices, n) at places (rows, longest) that can go together."""
    rows, length = places.shape
    every = np.arange(rows)
    top = np.zeros((length + 1, rows, len(values)))
    for t in range(length):
        taken = values[:, places[:, t]].T + top[before[:, t], every]
        taken = np.where(allowed[:, t, None], taken, -np.inf)
        top[t + 1] = np.where(forced[:, t, None], taken, np.maximum(top[t], taken))
    return top[-1].T


def _best_of_subsets(worth: np.ndarray) -> np.ndarray:
    """For every subset of lines, as bits, the largest worth; 0 for none."""
    best = np.zeros(1)
    for value in worth:
        best = np.concatenate([best, np.maximum(best, value)])
    return best
