"""The search behind the lower bound: small random covering programs, against trying everything."""

from itertools import combinations

import numpy as np
import pytest
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from tps.optimize.certificate import bound
from tps.optimize.certificate import lp_relaxation as relaxed
from tps.optimize.certificate.bound import ONLY_MISSING, PER_LINE, PER_SEED, fewest
from tps.optimize.certificate.candidates import Candidates
from tps.optimize.certificate.covering import Program, cliques, near_lines_of, windows_of
from tps.optimize.certificate.dual_bounds import Prices
from tps.optimize.certificate.independent_sets import cells_of, line_sets
from tps.optimize.certificate.lp_relaxation import Relaxer

GAP_MM, SPACING_MM = 10.0, 10.0


def draw(rng, lines=6, most_on_line=4, points=25, directions=1) -> Program:
    """Random lines through a box, seeds on them, and points that need random doses."""
    m = lines
    a, b = rng.uniform(0, 25, (2, m))
    direction = rng.integers(0, directions, m)
    line = np.repeat(np.arange(m), rng.integers(1, most_on_line + 1, m))
    n = len(line)
    depth = rng.uniform(0, 35, n)
    candidates = Candidates(
        np.stack([a[line], b[line], depth], axis=1),
        np.tile([0.0, 0.0, 1.0], (n, 1)),
        line,
        np.stack([direction, a, b, np.zeros(m), np.full(m, 35.0)], axis=1).astype(float),
    )
    place = rng.uniform(0, [25, 25, 35], (points, 3))
    away = np.linalg.norm(place[:, None] - candidates.positions[None], axis=2)
    need = rng.uniform(0.4, 1.0, points)
    crossing = direction[line][:, None] != direction[line][None]
    near = np.linalg.norm(candidates.positions[:, None] - candidates.positions[None], axis=2) < 12.0
    return Program(
        candidates,
        place,
        np.minimum(rng.uniform(3, 7) / np.maximum(away, 2.0), need[:, None]),
        need,
        windows_of(candidates, GAP_MM),
        near_lines_of(candidates, SPACING_MM),
        cliques(near & crossing),
        GAP_MM,
    )


def every_choice(program: Program) -> np.ndarray:
    """All choices (choices, n bool) that keep their distances, whatever they cover."""
    c = program.candidates
    n = len(c.line)
    choices = ((np.arange(2**n)[:, None] >> np.arange(n)) & 1).astype(bool)
    kept = np.ones(len(choices), bool)
    for i, j in combinations(range(n), 2):
        one, other = c.lines[c.line[i]], c.lines[c.line[j]]
        if c.line[i] == c.line[j]:
            near = abs(c.positions[i, 2] - c.positions[j, 2]) < GAP_MM
        elif one[0] == other[0]:
            near = np.hypot(*(one[1:3] - other[1:3])) < SPACING_MM - 1e-6
        else:
            near = np.linalg.norm(c.positions[i] - c.positions[j]) < 12.0
        if near:
            kept &= ~(choices[:, i] & choices[:, j])
    return choices[kept]


def covering(program: Program, choices: np.ndarray) -> np.ndarray:
    """Those that give every point what it needs."""
    return choices[(choices @ program.cover.T >= program.need - 1e-9).all(axis=1)]


def lines_of(program: Program, choices: np.ndarray) -> np.ndarray:
    """Lines of choices, (choices, m bool)."""
    return choices @ (program.candidates.line[:, None] == np.arange(len(program.candidates.lines))) > 0


def random_prices(rng, program):
    """Of points and of groups of near seeds, now few and expensive, now many and cheap."""
    dose = rng.exponential(1.0, len(program.need)) * (rng.random(len(program.need)) < rng.uniform(0.05, 1))
    return dose * 10.0 ** rng.uniform(-2, 1), rng.exponential(1.0, program.near_seeds.shape[0])


@pytest.mark.parametrize("directions", [1, 3])
@pytest.mark.parametrize("listed", [1_000_000, 1], ids=["sets listed", "one set of all lines"])
def test_bounds_are_what_trying_everything_gives(rng, monkeypatch, listed, directions):
    monkeypatch.setattr(bound, "MOST_SETS", listed)
    compared = 0
    for case in range(25):
        program = draw(rng, directions=directions, lines=5)
        kept = covering(program, every_choice(program))
        if not len(kept):
            continue
        wanted = {
            "seeds": int(kept.sum(axis=1).min()),
            "needles": int(lines_of(program, kept).sum(axis=1).min()),
        }
        for what, number in wanted.items():
            where = f"case {case}: {what}"
            found = fewest(program, what)
            assert (found.value, found.proven) == (number, True), where
            assert found.relaxation <= number + 1e-6, where
            for known in (number, number + 2):
                assert fewest(program, what, known=known).value == number, where
            for most in (0, 1, 2, 4):
                short = fewest(program, what, most=most)
                assert short.value <= number, where
                assert short.value == number or not short.proven, where
        compared += 1
    assert compared >= 10


def test_a_bound_never_exceeds_the_optimum_of_a_mixed_integer_solver(rng):
    compared = 0
    for case in range(6):
        program = draw(rng, lines=14, most_on_line=5, points=60, directions=1 + case % 2)
        n, m = len(program.candidates.line), len(program.candidates.lines)
        for what, cost in (
            ("seeds", np.repeat([1.0, 0.0], [n, m])),
            ("needles", np.repeat([0.0, 1.0], [n, m])),
        ):
            exact = milp(
                cost, constraints=program.constraints, bounds=Bounds(0, 1), integrality=np.ones(n + m)
            )
            if exact.status != 0:
                continue
            number = round(exact.fun)
            assert fewest(program, what).value == number, f"case {case}: {what}"
            for most in (0, 1, 5, 20):
                assert fewest(program, what, most=most).value <= number, f"case {case}: {what}, {most}"
            compared += 1
    assert compared >= 6


@pytest.mark.parametrize("listed", [1_000_000, 1], ids=["sets listed", "one set of all lines"])
def test_whole_seeds_on_lines_too_near_are_no_choice(monkeypatch, listed):
    """Two seeds would do if the second and third of three lines could be used together."""
    monkeypatch.setattr(bound, "MOST_SETS", listed)
    across = np.array([0.0, 8.0, 16.0])
    line = np.array([0, 0, 1, 2])
    positions = np.stack([across[line], np.zeros(4), [0.0, 20.0, 0.0, 0.0]], axis=1)
    lines = np.stack([np.zeros(3), across, np.zeros(3), np.zeros(3), np.full(3, 20.0)], axis=1)
    candidates = Candidates(positions, np.tile([0.0, 0.0, 1.0], (4, 1)), line, lines)
    program = Program(
        candidates,
        np.array([[0.0, 0.0, 0.0], [50.0, 0.0, 0.0]]),
        np.array([[0.5, 0.5, 1.0, 0.0], [0.0, 0.0, 0.0, 1.0]]),
        np.ones(2),
        windows_of(candidates, GAP_MM),
        near_lines_of(candidates, SPACING_MM),
        cliques(np.zeros((4, 4), bool)),
        GAP_MM,
    )
    found = fewest(program, "seeds")
    assert (found.value, found.proven) == (3, True)


def test_a_failing_solver_loosens_a_bound_but_makes_none_false(rng, monkeypatch):
    """Every second relaxation fails."""
    calls, solve = [], relaxed.linprog

    def unsure(*args, **kwargs):
        calls.append(1)
        found = solve(*args, **kwargs)
        if len(calls) % 2 == 0:
            found.x = None
        return found

    monkeypatch.setattr(relaxed, "linprog", unsure)
    for case in range(8):
        program = draw(rng, lines=4)
        kept = covering(program, every_choice(program))
        if len(kept):
            found = fewest(program, "seeds")
            assert found.value == kept.sum(axis=1).min() or not found.proven, f"case {case}"
            assert found.value <= kept.sum(axis=1).min(), f"case {case}"
    assert len(calls) > 10


@pytest.mark.parametrize("costs", [PER_SEED, PER_LINE, ONLY_MISSING])
@pytest.mark.parametrize("directions", [1, 2])
def test_any_prices_bound_what_every_choice_within_a_set_costs(rng, costs, directions):
    for case in range(8):
        program = draw(rng, directions=directions, lines=5)
        kept = every_choice(program)
        kept = np.concatenate([covering(program, kept), np.zeros((0, kept.shape[1]), bool)])
        if not len(kept):
            continue
        used = lines_of(program, kept)
        cost = costs.seed * kept.sum(axis=1) + costs.line * used.sum(axis=1)
        prices = Prices(program, cells_of(program.near_lines), costs)
        for _ in range(70):
            prices.add(*random_prices(rng, program))
        sets = rng.random((30, len(program.near_lines))) < 0.7
        bounds = prices.of_sets(prices.encoded(sets), 3)
        n = kept.shape[1]
        every = np.ones(n, bool)
        for lines, bound_of_set in zip(sets, bounds, strict=True):
            within = ~(used & ~lines).any(axis=1)
            assert bound_of_set <= cost[within].min(initial=np.inf) + 1e-9, f"case {case}"
            again = prices.of_choices(lines, every, ~every, 3)
            assert again == pytest.approx(bound_of_set, abs=1e-9)


def test_prices_of_a_part_heed_what_is_forced_and_forbidden(rng):
    """Against the best choice by the Lagrangian itself, over all choices of the part."""
    compared = 0
    for case in range(12):
        program = draw(rng, lines=4)
        near = program.near_lines
        prices = Prices(program, cells_of(near), PER_SEED)
        dose, group = random_prices(rng, program)
        prices.add(dose, group)
        choices = every_choice(program)
        line = program.candidates.line
        costs = dose @ program.need - choices @ (dose @ program.cover - 1.0)
        lines = lines_of(program, choices[[rng.integers(len(choices))]])[0] & True
        if not lines.any():
            continue
        free = np.nonzero(lines[line])[0]
        at = int(rng.choice(free))
        allowed = rng.random(len(line)) < 0.8
        allowed[at] = True
        for forced_at in (None, at):
            forced = np.zeros(len(line), bool)
            may = allowed.copy()
            if forced_at is not None:
                forced[at] = True
                may &= ~program.beside[at]
            part = (~(choices & ~(may & lines[line]))).all(axis=1) & choices[:, forced].all(axis=1)
            found = prices.of_choices(lines, may, forced, 0)
            assert found == pytest.approx(costs[part].min(), abs=1e-9), f"case {case}"
        both = prices.after_seeds(lines, allowed, np.zeros(len(line), bool), np.array([at]))[:, 0]
        inside = (~(choices & ~(allowed & lines[line]))).all(axis=1)
        for value, these in zip(both, (choices[:, at], ~choices[:, at]), strict=True):
            assert value == pytest.approx(costs[inside & these].min(), abs=1e-9), f"case {case}"
        compared += 1
    assert compared >= 8


def test_codes_of_sets_hold_the_sets(rng):
    near = rng.random((20, 20)) < 0.3
    near = np.triu(near, 1) | np.triu(near, 1).T
    cells = cells_of(near)
    assert np.array_equal(np.sort(np.concatenate(cells)), np.arange(20))
    for cell in cells:
        assert near[np.ix_(cell, cell)].sum() == len(cell) * (len(cell) - 1)
    program = draw(rng, lines=20)
    prices = Prices(program, cells_of(program.near_lines), PER_SEED)
    sets = rng.random((50, 20)) < 0.5
    assert all(np.array_equal(prices.decoded(c), s) for c, s in zip(prices.encoded(sets), sets, strict=True))


@pytest.mark.parametrize("size", [None, 0, 2, 3])
def test_line_sets_are_the_largest_allowed_choices(rng, size):
    for _ in range(10):
        m = 9
        near = np.triu(rng.random((m, m)) < rng.uniform(0.2, 0.7), 1)
        near |= near.T
        every = ((np.arange(2**m)[:, None] >> np.arange(m)) & 1).astype(bool)
        allowed = every[[not near[np.ix_(s, s)].any() for s in every]]
        if size is not None:
            allowed = allowed[allowed.sum(axis=1) <= size]
        held = (allowed[:, None] & ~allowed[None]).any(axis=2)
        largest = {tuple(s) for s, h in zip(allowed, held, strict=True) if h.sum() == len(allowed) - 1}
        assert {tuple(s) for s in line_sets(near, 10_000, size)} == largest


def test_too_many_sets_to_list_become_one():
    near = np.zeros((12, 12), bool)
    near[0, 1] = near[1, 0] = True
    assert line_sets(near, 1).tolist() == [[True] * 12]
    assert line_sets(near, 10, size=6).tolist() == [[True] * 12]


def test_lines_far_from_all_others_do_not_multiply_the_sets():
    near = np.zeros((40, 40), bool)
    near[0, 1] = near[1, 0] = True
    sets = line_sets(near, 10)
    assert sets.sum(axis=1).tolist() == [39, 39]
    assert (sets[:, 0] ^ sets[:, 1]).all()


def test_a_relaxation_is_the_whole_programs_though_it_sees_few_points(rng, monkeypatch):
    monkeypatch.setattr(relaxed, "FIRST_POINTS", 3)
    monkeypatch.setattr(relaxed, "MORE_POINTS", 1)
    for case in range(10):
        program = draw(rng, points=60)
        n, m = len(program.candidates.line), len(program.candidates.lines)
        lines = line_sets(program.near_lines, 1000)[0]
        every = np.ones(n, bool)
        found = Relaxer(program, cells_of(program.near_lines), PER_SEED).solve(lines, every, ~every)
        # The same with a variable for what is missing.
        rows = [
            LinearConstraint(
                csr_array(np.hstack([program.cover, np.zeros((60, m)), np.ones((60, 1))])), program.need
            ),
            LinearConstraint(
                np.hstack([program.windows.toarray(), np.zeros((program.windows.shape[0], 1))]), ub=0.0
            ),
        ]
        upper = np.concatenate([every, lines, [np.inf]]).astype(float)
        cost = np.concatenate([every, np.zeros(m), [PER_SEED.missing]]).astype(float)
        whole = milp(cost, constraints=rows, bounds=Bounds(0.0, upper))
        assert found.value == pytest.approx(whole.fun, rel=1e-6), f"case {case}"
