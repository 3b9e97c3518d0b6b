"""How few seeds and needles could do: lower bounds by linear relaxation and bounded branch-and-bound (HiGHS).

Choose candidate seeds x and needle lines y (0 or 1), as few as possible, so that every surface point gets the
prescription, seeds lie on chosen lines, and no two seeds and no two parallel lines are nearer than the rules.
Left out are rules that would only raise the optimum (largest gaps, entry points, crossings) and all but some
surface points; so the bound holds for every layout on the candidates.  It says nothing about other positions.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csr_array, vstack

from dose_kernels.anneal_types import Rules
from tps.errors import BadInput
from tps.optimize.candidates import Candidates, collect, lattice
from tps.optimize.points import thin_to
from tps.optimize.problem import Layout, Problem
from tps.optimize.space import make_rules

if TYPE_CHECKING:
    from tps.planning.approach import Approach

# Lattice pitches tried, finest first, until the candidates are few enough.
PITCHES_MM = (5.0, 5.5, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 15.0)
MOST_CANDIDATES = 300

# Surface points in the program, for all targets together; each left out can only lower the bound.
MOST_POINTS = 500

# Branch-and-bound stops after so many nodes (the same on any machine) or, at worst, seconds.
MOST_NODES = 4000
MOST_SECONDS = {"seeds": 42.0, "needles": 14.0}

# Doses count as reached this little below the prescription, so that rounding cannot cut off the plan itself.
DOSE_TOLERANCE = 1e-4

# A bound this little below a whole number is that number: HiGHS's own feasibility tolerance is 1e-6.
WHOLE_TOLERANCE = 1e-4


@dataclass(frozen=True, eq=False)
class Program:
    """The covering program of n candidates on m lines; its variables are the candidates, then the lines.

    Parameters
    ----------
    candidates : Candidates
    cover : (points, n) float
        Dose of each candidate at each point, in prescriptions; no more than is needed there.
    need : (points,) float
        Dose still missing there.
    windows : (rows, n + m) sparse
        Candidates of one line that are too near each other: at most one, and only if the line is chosen.
    apart : (rows, n + m) sparse 0/1
        Candidates of different lines, or lines, that are all too near each other: at most one of each group.
    """

    candidates: Candidates
    cover: np.ndarray
    need: np.ndarray
    windows: csr_array
    apart: csr_array

    @property
    def constraints(self) -> list[LinearConstraint]:
        """Everything a choice has to keep."""
        m = len(self.candidates.lines)
        cover = _widened(csr_array(self.cover), 0, m)
        return [
            LinearConstraint(cover, lb=self.need),
            LinearConstraint(self.windows, ub=0.0),
            LinearConstraint(self.apart, ub=1.0),
        ]


def candidates_for(
    problem: Problem, layout: Layout, rules: Rules, most: int = MOST_CANDIDATES
) -> tuple[Candidates, float]:
    """The layout's seed positions and a lattice on its approaches, about ``most`` at most; and the pitch."""
    own = [(_approach_of(problem, n), n) for n in layout.needles]
    for pitch in PITCHES_MM:
        parts = []
        for (g, k), approach in {key: a for (key, a), _ in own}.items():
            mine = [n for (key, _), n in own if key == (g, k)]
            seeds = np.array([s.position_mm for n in mine for s in layout.seeds if s.needle == n.id])
            abt = np.stack(approach.lateral_mm(seeds), axis=1)
            grid = lattice(problem.targets[g], approach, abt[0], pitch, rules)
            fresh = np.linalg.norm(grid[:, None] - abt[None], axis=2).min(axis=1) > 0.5
            parts.append((approach, np.concatenate([abt, grid[fresh]])))
        if sum(len(abt) for _, abt in parts) <= most:
            break
    return collect(parts), pitch


def _approach_of(problem: Problem, needle) -> tuple[tuple[int, int], "Approach"]:
    """Target and approach numbers of a needle, and the approach."""
    g = next(i for i, t in enumerate(problem.targets) if t.name == needle.target)
    fits = [float(a.direction @ needle.direction) for a in problem.targets[g].approaches]
    k = int(np.argmax(fits))
    return (g, k), problem.targets[g].approaches[k]


def make_program(problem: Problem, candidates: Candidates, rules: Rules) -> Program:
    """Cover and spacing constraints of candidates."""
    each = MOST_POINTS // len(problem.targets)
    points = np.concatenate(
        [t.surface_points_mm[thin_to(t.surface_points_mm, 2.0, each)] for t in problem.targets]
    )
    engine, reference = problem.engine, problem.prescription.dose_gy
    dose = engine.influence_gy_per_u(points, candidates.positions, candidates.directions)
    old = engine.dose_gy(points, problem.existing) if problem.existing else np.zeros(len(points))
    need = 1.0 - DOSE_TOLERANCE - old / reference
    cover = dose.T.astype(float) * (problem.strength_u / reference)
    return Program(
        candidates,
        # A whole seed that gives more than is needed is as good as one that gives just that: the choices that
        # cover stay the same, while parts of such a seed no longer count for more than their share.
        np.minimum(cover, np.maximum(need, 0.0)[:, None]),
        need,
        _windows(candidates, rules),
        _apart(candidates, rules),
    )


def _windows(candidates: Candidates, rules: Rules) -> csr_array:
    """For each line, every longest run of candidates nearer to each other than the smallest gap: sum <= y."""
    n, m = len(candidates.line), len(candidates.lines)
    gap = rules.gap_low * rules.step - 1e-6
    rows: list[tuple[np.ndarray, int]] = []
    for line in range(m):
        mine = np.nonzero(candidates.line == line)[0]
        depth = np.einsum("ij,ij->i", candidates.positions[mine], candidates.directions[mine])
        order = np.argsort(depth, kind="stable")
        mine, depth = mine[order], depth[order]
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


def _apart(candidates: Candidates, rules: Rules) -> csr_array:
    """Groups of parallel lines, and of candidates on lines of different directions, that are too near."""
    n, lines = len(candidates.line), candidates.lines
    gap = np.hypot(*(lines[:, None, 1 + c] - lines[None, :, 1 + c] for c in range(2)))
    parallel = lines[:, None, 0] == lines[None, :, 0]
    of_lines = cliques(parallel & (gap < rules.needle_min - 1e-6))
    crossing = ~parallel[np.ix_(candidates.line, candidates.line)]
    of_seeds = cliques(crossing & (distances(candidates.positions) < rules.seed_min - 1e-6))
    return vstack([_widened(of_lines, n, 0), _widened(of_seeds, 0, len(lines))]).tocsr()


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
        members = [i, j]
        common = near[i] & near[j]
        while common.any():
            # The one that leaves most to choose from, and of those the first.
            options = np.nonzero(common)[0]
            k = options[int(np.argmax(near[np.ix_(options, options)].sum(axis=1)))]
            members.append(k)
            common &= near[k]
        covered[np.ix_(members, members)] = True
        rows.append(np.array(members))
    index = np.concatenate([np.full(len(r), i) for i, r in enumerate(rows)]) if rows else np.zeros(0, int)
    at = np.concatenate(rows) if rows else np.zeros(0, int)
    return coo_array((np.ones(len(at)), (index, at)), shape=(len(rows), n)).tocsr()


@dataclass(frozen=True)
class Bound:
    """A lower bound, what the relaxation alone gave, and whether branch-and-bound finished."""

    value: int
    relaxation: float
    proven: bool


def fewest(
    program: Program,
    what: str,
    nodes: int = MOST_NODES,
    seconds: float | None = None,
    known: int | None = None,
) -> Bound:
    """Lower bound on the number of ``what``: "seeds" or "needles".

    ``known`` is a number that is known to do: then only fewer are looked for, which is quicker.
    """
    n, m = len(program.candidates.line), len(program.candidates.lines)
    seeds = 1.0 if what == "seeds" else 0.0
    cost = np.concatenate([np.full(n, seeds), np.full(m, 1.0 - seeds)])
    return _solve(cost, program.constraints, nodes, seconds or MOST_SECONDS[what], known)


def _widened(matrix: csr_array, before: int, after: int) -> csr_array:
    """A matrix with empty columns before and after."""
    matrix = matrix.tocoo()
    shape = (matrix.shape[0], before + matrix.shape[1] + after)
    return coo_array((matrix.data, (matrix.row, matrix.col + before)), shape=shape).tocsr()


def _solve(
    cost: np.ndarray, rows: Sequence[LinearConstraint], nodes: int, seconds: float, known: int | None
) -> Bound:
    rows = [r for r in rows if r.A.shape[0]]
    bounds = Bounds(0.0, 1.0)
    relaxed = milp(cost, constraints=rows, bounds=bounds)
    if relaxed.status == 2:
        raise BadInput(
            "no choice of candidates gives every surface point its prescription",
            expected="a plan that meets its prescription",
            remedy="a certificate can be had only for such a plan",
        )
    if known is not None:
        if relaxed.fun > known - 1 + WHOLE_TOLERANCE:
            return Bound(known, float(relaxed.fun), True)
        rows = [*rows, LinearConstraint(csr_array(cost[None]), ub=known - 1)]
    options = {"node_limit": nodes, "time_limit": seconds, "mip_rel_gap": 0.0}
    found = milp(cost, constraints=rows, bounds=bounds, integrality=np.ones(len(cost)), options=options)
    if known is not None and found.status == 2:
        return Bound(known, float(relaxed.fun), True)
    value = max(relaxed.fun, found.mip_dual_bound if found.mip_dual_bound is not None else -np.inf)
    return Bound(int(np.ceil(value - WHOLE_TOLERANCE)), float(relaxed.fun), found.status == 0)


def certify(problem: Problem, layout: Layout, most_candidates: int = MOST_CANDIDATES) -> Layout:
    """The layout with its certificate: lower bounds on seeds and needles, and the gaps.

    Raises
    ------
    BadInput
        If the layout has no seeds, or does not meet a prescription to the minimum peripheral dose: a bound
        would say nothing about it.
    """
    if not layout.seeds or not layout.met or problem.prescription.metric != "minimum-peripheral":
        raise BadInput(
            "no certificate can be given for this plan",
            expected="a plan that meets its minimum peripheral dose",
            remedy="leave out --certify, or change the request so that the prescription is met",
        )
    rules = make_rules(problem)
    candidates, pitch = candidates_for(problem, layout, rules, most_candidates)
    program = make_program(problem, candidates, rules)
    count, lines = len(layout.seeds), len(layout.needles)
    seeds, needles = fewest(program, "seeds", known=count), fewest(program, "needles", known=lines)
    # A plan's own positions are among the candidates, so it is never below its bound but by rounding.
    seed_bound, needle_bound = min(seeds.value, count), min(needles.value, lines)
    certificate = {
        "seeds": count,
        "lower_bound": seed_bound,
        "gap": (count - seed_bound) / count,
        "needles": lines,
        "needles_lower_bound": needle_bound,
        "needles_gap": (lines - needle_bound) / lines,
        "relaxation": round(seeds.relaxation, 3),
        "proven_optimal": seeds.proven,
        "candidates": len(candidates.positions),
        "points": len(program.need),
        "valid_for": (
            f"seeds on the plan's own positions and a {pitch:g} mm lattice on its directions,"
            f" seeds at least {rules.seed_min:g} mm apart, parallel needles {rules.needle_min:g} mm"
        ),
    }
    return replace(layout, certificate=certificate)
