"""The covering program: candidate seeds x and needle lines y (0 or 1) that give every surface point its dose.

Seeds lie on chosen lines, and no two seeds and no two parallel lines are nearer than the rules.  Left out is
what would only raise the optimum: some rules (largest gaps, entry points, crossings) and most surface points.
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import LinearConstraint
from scipy.sparse import coo_array, csr_array

from dose_kernels.search.arrays import Rules
from tps.optimize.certificate.candidates import Candidates
from tps.optimize.problem import Problem
from tps.optimize.search.dose_points import thin_to

# Surface points in the program, for all targets together; each left out can only lower a bound.
MOST_POINTS = 1500

# Doses count as reached this little below the prescription, so that rounding cannot cut off the plan itself.
DOSE_TOLERANCE = 1e-4


@dataclass(frozen=True, eq=False)
class Program:
    """The covering program of n candidates on m lines; its variables are the candidates, then the lines.

    Parameters
    ----------
    candidates : Candidates
    points : (points, 3) float, mm
    cover : (points, n) float
        Dose of each candidate at each point, in prescriptions; no more than is needed there.
    need : (points,) float
        Dose still missing there.
    windows : (rows, n + m) sparse
        Candidates of one line that are too near each other: at most one, and only if the line is chosen.
    near_lines : (m, m) bool
        Parallel lines that are too near each other.
    near_seeds : (groups, n) sparse 0/1
        Candidates on lines of different directions that are all too near each other: at most one of a group.
    gap : float
        Two seeds of one line are at least so far apart, mm.
    """

    candidates: Candidates
    points: np.ndarray
    cover: np.ndarray
    need: np.ndarray
    windows: csr_array
    near_lines: np.ndarray
    near_seeds: csr_array
    gap: float

    @property
    def constraints(self) -> list[LinearConstraint]:
        """Everything a choice has to keep."""
        n, m = len(self.candidates.line), len(self.candidates.lines)
        rows = [
            LinearConstraint(_widened(csr_array(self.cover), 0, m), lb=self.need),
            LinearConstraint(self.windows, ub=0.0),
            LinearConstraint(_widened(cliques(self.near_lines), n, 0), ub=1.0),
            LinearConstraint(_widened(self.near_seeds, 0, m), ub=1.0),
        ]
        return [r for r in rows if r.A.shape[0]]

    @property
    def beside(self) -> np.ndarray:
        """Pairs of candidates that cannot be chosen together, (n, n) bool."""
        line = self.candidates.line
        windows = self.windows.toarray()[:, : len(line)]
        near = self.near_lines[np.ix_(line, line)]
        for groups in (windows, self.near_seeds.toarray()):
            near |= groups.T @ groups > 0
        np.fill_diagonal(near, False)
        return near


@dataclass(frozen=True)
class Costs:
    """What a seed, a line, and a prescription missing at the coldest point cost."""

    seed: float
    line: float
    missing: float


def make_program(problem: Problem, candidates: Candidates, rules: Rules) -> Program:
    """Cover and spacing constraints of candidates."""
    each = MOST_POINTS // len(problem.targets)
    points = np.concatenate(
        [t.surface_points_mm[thin_to(t.surface_points_mm, 1.0, each)] for t in problem.targets]
    )
    engine, reference = problem.engine, problem.prescription.dose_gy
    dose = engine.influence_gy_per_u(points, candidates.positions, candidates.directions)
    old = engine.dose_gy(points, problem.existing) if problem.existing else np.zeros(len(points))
    need = 1.0 - DOSE_TOLERANCE - old / reference
    cover = dose.T.astype(float) * (problem.strength_u / reference)
    gap = rules.gap_low * rules.step - 1e-6
    return Program(
        candidates,
        points,
        # A whole seed that gives more than is needed is as good as one that gives just that: the choices that
        # cover stay the same, while parts of such a seed no longer count for more than their share.
        np.minimum(cover, np.maximum(need, 0.0)[:, None]),
        need,
        windows_of(candidates, gap),
        near_lines_of(candidates, rules.needle_min),
        near_seeds_of(candidates, rules.seed_min),
        gap,
    )


def depths_on(candidates: Candidates, line: int) -> tuple[np.ndarray, np.ndarray]:
    """The candidates of a line (indices) from the shallowest to the deepest, and their depths, mm."""
    mine = np.nonzero(candidates.line == line)[0]
    depth = np.einsum("ij,ij->i", candidates.positions[mine], candidates.directions[mine])
    order = np.argsort(depth, kind="stable")
    return mine[order], depth[order]


def windows_of(candidates: Candidates, gap: float) -> csr_array:
    """For each line, every longest run of candidates nearer to each other than ``gap``: sum <= y."""
    n, m = len(candidates.line), len(candidates.lines)
    rows: list[tuple[np.ndarray, int]] = []
    for line in range(m):
        mine, depth = depths_on(candidates, line)
        last = 0
        for i in range(len(mine)):
            end = int(np.searchsorted(depth, depth[i] + gap))
            if end > last:
                rows.append((mine[i:end], line))
                last = end
    index = np.concatenate([np.full(len(r) + 1, i) for i, (r, _) in enumerate(rows)])
    at = np.concatenate([np.append(r, n + line) for r, line in rows])
    value = np.concatenate([np.append(np.ones(len(r)), -1.0) for r, _ in rows])
    return coo_array((value, (index, at)), shape=(len(rows), n + m)).tocsr()


def near_lines_of(candidates: Candidates, spacing: float) -> np.ndarray:
    """Pairs of parallel lines nearer to each other than ``spacing``, (m, m) bool."""
    lines = candidates.lines
    gap = np.hypot(*(lines[:, None, 1 + c] - lines[None, :, 1 + c] for c in range(2)))
    near = (lines[:, None, 0] == lines[None, :, 0]) & (gap < spacing - 1e-6)
    np.fill_diagonal(near, False)
    return near


def near_seeds_of(candidates: Candidates, spacing: float) -> csr_array:
    """Groups of candidates of different directions that are all nearer than ``spacing``, (groups, n)."""
    direction = candidates.lines[candidates.line, 0]
    crossing = direction[:, None] != direction[None]
    return cliques(crossing & (distances(candidates.positions) < spacing - 1e-6))


def distances(points: np.ndarray) -> np.ndarray:
    """Distance of every point (n, 3) to every other, (n, n)."""
    return np.linalg.norm(points[:, None] - points[None], axis=2)


def cliques(near: np.ndarray) -> csr_array:
    """Groups that cover every pair of ``near`` (n, n bool), each pair of a group being near; (groups, n) 0/1.

    Each uncovered pair is grown, in order, by whatever is near all its members.
    """
    n = len(near)
    near = near.copy()
    np.fill_diagonal(near, False)
    covered = np.zeros_like(near)
    rows: list[np.ndarray] = []
    for i, j in zip(*np.nonzero(np.triu(near)), strict=True):
        if covered[i, j]:
            continue
        members = grown(near, [i, j])
        covered[np.ix_(members, members)] = True
        rows.append(np.array(members))
    index = np.concatenate([np.full(len(r), i) for i, r in enumerate(rows)]) if rows else np.zeros(0, int)
    at = np.concatenate(rows) if rows else np.zeros(0, int)
    return coo_array((np.ones(len(at)), (index, at)), shape=(len(rows), n)).tocsr()


def grown(near: np.ndarray, members: list[int]) -> list[int]:
    """``members`` and what else is near all of them and each other."""
    members = list(members)
    common = near[members].all(axis=0)
    while common.any():
        # The one that leaves most to choose from, and of those the first.
        options = np.nonzero(common)[0]
        k = int(options[int(np.argmax(near[np.ix_(options, options)].sum(axis=1)))])
        members.append(k)
        common &= near[k]
    return members


def _widened(matrix: csr_array, before: int, after: int) -> csr_array:
    """A matrix with empty columns before and after."""
    matrix = matrix.tocoo()
    shape = (matrix.shape[0], before + matrix.shape[1] + after)
    return coo_array((matrix.data, (matrix.row, matrix.col + before)), shape=shape).tocsr()
