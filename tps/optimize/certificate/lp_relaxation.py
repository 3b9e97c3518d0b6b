"""The linear relaxation of the covering program on some lines (HiGHS), with few of its points at a time."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

from tps.optimize.certificate.covering import Costs, Program

# Points a relaxation begins with, and those added at a time: the coldest ones, so far apart.
FIRST_POINTS = 100
MORE_POINTS = 12
APART_MM = 5.0

# A point is cold if it misses more than this of a prescription.
COLD = 1e-7

# Points this little above their need are likely to matter in a part of the same relaxation.
TIGHT = 0.03


@dataclass(frozen=True, eq=False)
class Relaxation:
    """Solution of a relaxation.

    Parameters
    ----------
    value : float
        Cost, with that of what is missing.
    missing : float
        Part of a prescription that is missing at the coldest point; infinite if HiGHS failed.
    seeds : (n,) float
        Part of each candidate.
    dose_price : (points,) float
        Duals of the points.
    group_price : (groups,) float
        Duals of the groups of near seeds.
    tight : (k,) int
        Points that hardly get what they need.
    """

    value: float
    missing: float
    seeds: np.ndarray
    dose_price: np.ndarray
    group_price: np.ndarray
    tight: np.ndarray


class Relaxer:
    """Solves relaxations one after the other; points that mattered often come first.

    Parameters
    ----------
    program : Program
    cells : sequence of (lines,) int
        All lines, parted so that at most one of a cell can be chosen.
    costs : Costs
    """

    def __init__(self, program: Program, cells: Sequence[np.ndarray], costs: Costs):
        self._program, self._cells, self.costs = program, cells, costs
        n = len(program.candidates.line)
        windows = program.windows.toarray()
        self._windows, self._window_line = windows[:, :n], windows[:, n:].argmin(axis=1)
        self._near = program.near_seeds.toarray()
        self._mattered = np.zeros(len(program.need), int)
        self._mattered[:: max(1, len(program.need) // FIRST_POINTS)] = 1

    def solve(
        self,
        lines: np.ndarray,
        allowed: np.ndarray,
        forced: np.ndarray,
        ceiling: float = np.inf,
        begin: Sequence[int] | np.ndarray = (),
    ) -> Relaxation:
        """The cheapest parts of candidates; points are added until none is cold.

        Parameters
        ----------
        lines : (m,) bool
            Lines that may be used.
        allowed : (n,) bool
            Candidates that may be used, in part too.
        forced : (n,) bool
            Of these, those that are used as a whole.
        ceiling : float
            No points are added once the cost exceeds it.
        begin : sequence of int
            Points to begin with; default: those that mattered most often.
        """
        p, costs = self._program, self.costs
        seeds = np.nonzero(allowed & lines[p.candidates.line])[0]
        spacing, upper, groups = self._spacing(lines, seeds)
        width = spacing.shape[1] - 1
        cost = np.full(width + 1, costs.line)
        cost[: len(seeds)], cost[-1] = costs.seed, costs.missing
        bounds = np.stack([np.zeros(width + 1), np.append(np.ones(width), np.inf)], axis=1)
        bounds[: len(seeds), 0] = forced[seeds]
        cover, need = p.cover[:, seeds], p.need
        rows = list(begin) or list(np.argsort(-self._mattered, kind="stable")[:FIRST_POINTS])
        while True:
            dose = np.zeros((len(rows), width + 1))
            dose[:, : len(seeds)], dose[:, -1] = -cover[rows], -1.0
            found = linprog(
                cost,
                A_ub=np.concatenate([dose, spacing]),
                b_ub=np.concatenate([-need[rows], upper]),
                bounds=bounds,
                method="highs-ds",
            )
            if found.x is None:
                # Numerical trouble: nothing is known, which is no less true.
                return self._nothing(rows)
            part, missing = found.x[: len(seeds)], found.x[-1]
            over = cover @ part + missing - need
            more = self._coldest(over, set(rows)) if found.fun <= ceiling else []
            if not more:
                break
            rows += more
        duals = np.maximum(-found.ineqlin.marginals, 0.0)
        dose_price, group_price = np.zeros(len(need)), np.zeros(len(self._near))
        dose_price[rows] = duals[: len(rows)]
        group_price[groups] = duals[len(duals) - len(groups) :]
        self._mattered[dose_price > 0.0] += 1
        whole = np.zeros(len(p.candidates.line))
        whole[seeds] = part
        tight = np.array(rows)[over[rows] < TIGHT]
        return Relaxation(float(found.fun), float(missing), whole, dose_price, group_price, tight)

    def _nothing(self, rows: Sequence[int]) -> Relaxation:
        p = self._program
        n, points, groups = len(p.candidates.line), len(p.need), len(self._near)
        return Relaxation(0.0, np.inf, np.zeros(n), np.zeros(points), np.zeros(groups), np.array(rows))

    def _spacing(self, lines: np.ndarray, seeds: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Rows <= bounds on (seeds, lines that are variables, missing): windows, cells, groups of near seeds.

        The third is the indices of those groups.
        """
        cells = [cell[lines[cell]] for cell in self._cells]
        shared = [c for c in cells if len(c) > 1 or (len(c) and self.costs.line > 0.0)]
        some = np.concatenate(shared) if shared else np.zeros(0, int)
        kept = lines[self._window_line]
        of_line = self._window_line[kept][:, None] == some[None]
        groups = np.nonzero(self._near[:, seeds].sum(axis=1) > 1.0)[0]
        k, w = len(seeds), int(kept.sum())
        rows = np.zeros((w + len(shared) + len(groups), k + len(some) + 1))
        rows[:w, :k] = self._windows[np.ix_(kept, seeds)]
        rows[:w, k:-1] = -1.0 * of_line
        for i, cell in enumerate(shared):
            rows[w + i, k:-1] = np.isin(some, cell)
        rows[w + len(shared) :, :k] = self._near[np.ix_(groups, seeds)]
        upper = np.ones(len(rows))
        upper[:w] -= of_line.sum(axis=1)
        return rows, upper, groups

    def _coldest(self, over: np.ndarray, known: set[int]) -> list[int]:
        """The coldest points but the ``known``, none near another."""
        points = self._program.points
        more: list[int] = []
        for i in np.argsort(over, kind="stable")[: 10 * MORE_POINTS]:
            if over[i] > -COLD or len(more) == MORE_POINTS:
                break
            if i not in known and all(np.sum((points[i] - points[j]) ** 2) > APART_MM**2 for j in more):
                more.append(int(i))
        return more
