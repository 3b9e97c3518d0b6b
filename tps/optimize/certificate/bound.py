"""How few seeds and needles could do: lower bounds by linear relaxations and a bounded search.

Sought are the fewest candidate seeds, or needle lines, of a covering program (``covering.py``).  Once the
lines are known its linear relaxation is nearly whole, and lines that keep their distance are few enough to
list all sets of them (``independent_sets.py``).  The relaxation of one set gives prices that bound every
other set (``dual_bounds.py``); always the set with the lowest bound is solved next, and parted where that is
not enough (``branch_and_bound.py``).  The bounds hold for every layout on the candidates; they say
nothing about other positions.
"""

import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from dose_kernels.search.arrays import Rules
from tps.errors import BadInput
from tps.optimize.certificate.branch_and_bound import WHOLE, Tree
from tps.optimize.certificate.candidates import Candidates, collect, lattice
from tps.optimize.certificate.covering import Costs, Program, make_program
from tps.optimize.certificate.dual_bounds import Prices
from tps.optimize.certificate.independent_sets import cells_of, line_sets
from tps.optimize.certificate.lp_relaxation import Relaxation, Relaxer
from tps.optimize.problem import Layout, Problem
from tps.optimize.search.arrays import make_rules

if TYPE_CHECKING:
    from tps.access.approach import Approach

# Lattice pitches tried, finest first, until the candidates are few enough.
PITCHES_MM = (5.0, 5.5, 6.0, 7.0, 8.0, 9.0, 10.0, 12.0, 15.0)
MOST_CANDIDATES = 300

# The search stops after so many relaxations (the same on any machine) or, at worst, seconds.
MOST_SOLVED = 3000
MOST_SECONDS = {"seeds": 44.0, "needles": 12.0}

# Sets of lines that are listed: those of 300 candidates in one direction are some 100,000.
MOST_SETS = 1_000_000

# A bound this little above a whole number is that number: far more than rounding can do to it.
WHOLE_TOLERANCE = 1e-4

# What is counted.  A prescription missing everywhere costs more than any choice.
PER_SEED = Costs(seed=1.0, line=0.0, missing=1e5)
PER_LINE = Costs(seed=0.0, line=1.0, missing=1e5)
ONLY_MISSING = Costs(seed=0.0, line=0.0, missing=1.0)


def candidates_for(
    problem: Problem, layout: Layout, rules: Rules, most: int = MOST_CANDIDATES
) -> tuple[Candidates, float]:
    """The layout's own seed positions, and a lattice on its approaches.

    Parameters
    ----------
    problem : Problem
    layout : Layout
        Of that problem.
    rules : Rules
    most : int
        The finest pitch is taken that gives no more candidates; the widest one where none does.

    Returns
    -------
    candidates : Candidates
    pitch_mm : float
        Of the lattice.
    """
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


@dataclass(frozen=True)
class Bound:
    """A lower bound, what the relaxation alone gave, and whether branch-and-bound finished."""

    value: int
    relaxation: float
    proven: bool


def fewest(
    program: Program,
    what: str,
    most: int = MOST_SOLVED,
    seconds: float | None = None,
    known: int | None = None,
) -> Bound:
    """Lower bound on the number of ``what``: "seeds" or "needles".

    Parameters
    ----------
    program : Program
    what : str
    most : int
        So many relaxations are solved at most, after the first.
    seconds : float, optional
        And so long is searched, about; default: ``MOST_SECONDS``.
    known : int, optional
        A number that is known to do: then only fewer are looked for, which is quicker.

    Raises
    ------
    BadInput
        If no choice gives every point its prescription.
    """
    deadline = time.perf_counter() + (MOST_SECONDS[what] if seconds is None else seconds)
    search = _fewest_seeds if what == "seeds" else _fewest_needles
    return search(program, most, deadline, known)


def _fewest_seeds(program: Program, most: int, deadline: float, known: int | None) -> Bound:
    return _least(program, line_sets(program.near_lines, MOST_SETS), PER_SEED, most, deadline, known)


def _fewest_needles(program: Program, most: int, deadline: float, known: int | None) -> Bound:
    """For one number of lines after the other, whether any choice of so many lines can do."""
    cells = cells_of(program.near_lines)
    first, _ = _begin(program, cells, Relaxer(program, cells, PER_LINE), PER_LINE)
    of_missing = Prices(program, cells, ONLY_MISSING)
    of_missing.add(first.dose_price, first.group_price)
    relaxer = Relaxer(program, cells, ONLY_MISSING)
    end = len(program.near_lines) + 1 if known is None else known
    for number in range(_whole(first.value), end):
        sets = line_sets(program.near_lines, MOST_SETS, number)
        if sets.sum(axis=1).max() > number:
            # Too many to list.
            sets = line_sets(program.near_lines, MOST_SETS)
            return _least(program, sets, PER_LINE, most, deadline, known)
        tree = Tree(program, sets, of_missing, relaxer, WHOLE)
        if not tree.raise_to(WHOLE, most, deadline):
            return Bound(number, first.value, tree.best <= WHOLE)
        most -= tree.solved
    if known is None:
        raise _uncovered()
    return Bound(known, first.value, True)


def _least(
    program: Program, sets: np.ndarray, costs: Costs, most: int, deadline: float, known: int | None
) -> Bound:
    """Lower bound on the cost of choices within ``sets`` of lines, a whole number."""
    cells = cells_of(program.near_lines)
    relaxer = Relaxer(program, cells, costs)
    first, prices = _begin(program, cells, relaxer, costs)
    ceiling = np.inf if known is None else known - 1 + WHOLE_TOLERANCE
    tree = Tree(program, sets, prices, relaxer, ceiling)
    while np.isfinite(tree.lowest):
        level = _whole(tree.lowest)
        if not tree.raise_to(level + WHOLE_TOLERANCE, most, deadline):
            return Bound(level, first.value, tree.best <= level + WHOLE_TOLERANCE)
    if known is None:
        raise _uncovered()
    return Bound(known, first.value, True)


def _whole(value: float) -> int:
    """The least whole number that is not less."""
    return int(np.ceil(value - WHOLE_TOLERANCE))


def _begin(
    program: Program, cells: Sequence[np.ndarray], relaxer: Relaxer, costs: Costs
) -> tuple[Relaxation, Prices]:
    """The relaxation of the whole program, and its prices."""
    every = np.ones(len(program.candidates.line), bool)
    first = relaxer.solve(np.ones(len(program.near_lines), bool), every, ~every)
    if WHOLE < first.missing < np.inf:
        raise _uncovered()
    prices = Prices(program, cells, costs)
    prices.add(first.dose_price, first.group_price)
    return first, prices


def _uncovered() -> BadInput:
    return BadInput(
        "no choice of candidates gives every surface point its prescription",
        expected="a plan that meets its prescription",
        remedy="a certificate can be had only for such a plan",
    )


def certify(problem: Problem, layout: Layout, most_candidates: int = MOST_CANDIDATES) -> Layout:
    """The layout with its certificate: lower bounds on seeds and needles, and the gaps.

    Raises
    ------
    BadInput
        If the layout has no seeds, or does not meet a prescription to the minimum peripheral dose: a bound
        would say nothing about it.
    """
    if not layout.seeds or not layout.met or not problem.prescription.measure.on_surface:
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
