"""The lower bound: against trying every choice, and never above a plan."""

from dataclasses import replace

import numpy as np
import pytest
from planner_problems import ball_problem

from tps.errors import BadInput
from tps.optimize.certificate.bound import certify, fewest
from tps.optimize.certificate.candidates import collect, lattice
from tps.optimize.certificate.covering import cliques, make_program
from tps.optimize.problem import Layout
from tps.optimize.search.arrays import make_rules
from tps.optimize.solve import optimise

SMALL = (0.0, -8.0, 0.0, 7.0)


def tiny(rng, strength_u, count=13):
    """A problem, a dozen candidates on two directions, and its rules."""
    problem = ball_problem(SMALL, strength_u=strength_u)
    target, rules = problem.targets[0], make_rules(problem)
    approaches = rng.choice(len(target.approaches), 2, replace=False)
    parts = []
    for number, k in enumerate(approaches):
        approach = target.approaches[k]
        anchor = np.array(approach.lateral_mm(np.array([SMALL[:3]]))).ravel() + rng.uniform(-2, 2, 3)
        abt = lattice(target, approach, anchor, 4.0 + rng.uniform(0, 2), rules)
        take = count // 2 + (number == 0) * (count % 2)
        parts.append((approach, abt[rng.choice(len(abt), min(take, len(abt)), replace=False)]))
    return problem, collect(parts), rules


def every_choice(problem, candidates, rules):
    """Fewest seeds and fewest lines over all allowed choices that cover the program's points."""
    n = len(candidates.line)
    choices = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    program = make_program(problem, candidates, rules)
    allowed = (choices @ program.cover.T >= program.need).all(axis=1)
    places, lines = candidates.positions, candidates.lines
    for i in range(n):
        for j in range(i):
            one, other = candidates.line[i], candidates.line[j]
            if one == other:
                near = np.linalg.norm(places[i] - places[j]) < rules.gap_low * rules.step - 1e-6
            elif lines[one, 0] == lines[other, 0]:
                near = np.hypot(*(lines[one, 1:3] - lines[other, 1:3])) < rules.needle_min - 1e-6
            else:
                near = np.linalg.norm(places[i] - places[j]) < rules.seed_min - 1e-6
            if near:
                allowed &= ~(choices[:, i] & choices[:, j]).astype(bool)
    kept = choices[allowed]
    if len(kept) == 0:
        return None
    used = np.array([len(set(candidates.line[row.astype(bool)])) for row in kept])
    return int(kept.sum(axis=1).min()), int(used.min())


def test_bound_of_tiny_programs_is_what_trying_everything_gives(rng):
    compared = 0
    for case in range(14):
        problem, candidates, rules = tiny(rng, rng.uniform(1.5, 4.0))
        wanted = every_choice(problem, candidates, rules)
        program = make_program(problem, candidates, rules)
        if wanted is None:
            continue
        for what, number in zip(("seeds", "needles"), wanted, strict=True):
            found = fewest(program, what)
            assert found.proven and found.value == number, f"case {case}: {what}"
            assert found.relaxation <= number + 1e-6
            again = fewest(program, what, known=number)
            assert again.proven and again.value == number, f"case {case}: {what} known"
            more = fewest(program, what, known=number + 1)
            assert more.proven and more.value == number, f"case {case}: {what}, one more known"
            for most in (0, 1, 3):
                cut_short = fewest(program, what, most=most)
                assert cut_short.value <= number, f"case {case}: {what}, {most} relaxations"
                assert cut_short.value == number or not cut_short.proven
        compared += 1
    assert compared >= 4


def test_what_cannot_be_covered_has_no_bound(rng):
    problem, candidates, rules = tiny(rng, 0.01)
    with pytest.raises(BadInput, match="no choice of candidates"):
        fewest(make_program(problem, candidates, rules), "seeds")


def test_cliques_cover_every_pair_and_no_other(rng):
    for _ in range(20):
        points = rng.uniform(0, 10, (25, 2))
        near = np.linalg.norm(points[:, None] - points[None], axis=2) < rng.uniform(1, 5)
        np.fill_diagonal(near, False)
        groups = cliques(near).toarray()
        together = (groups.T @ groups) > 0
        np.fill_diagonal(together, False)
        assert np.array_equal(together, near)


@pytest.fixture(scope="module")
def certified():
    """A plan of a small target and its certificate over few candidates."""
    problem = ball_problem(SMALL, strength_u=1.1, effort=1.0)
    layout = optimise(problem)
    assert layout.met, layout.reasons
    return problem, layout, certify(problem, layout, most_candidates=60)


def test_a_plan_is_never_below_its_bound_and_the_gap_is_the_difference(certified):
    _, layout, found = certified
    c = found.certificate
    assert 1 <= c["lower_bound"] <= c["seeds"] == len(layout.seeds)
    assert 1 <= c["needles_lower_bound"] <= c["needles"] == len(layout.needles)
    assert c["gap"] == pytest.approx(1 - c["lower_bound"] / c["seeds"])
    assert c["needles_gap"] == pytest.approx(1 - c["needles_lower_bound"] / c["needles"])
    assert c["relaxation"] <= c["seeds"] + 1e-6
    assert c["candidates"] >= len(layout.seeds)
    assert found.seeds == layout.seeds and found.needles == layout.needles


def test_a_plan_with_needless_seeds_shows_a_larger_gap(certified):
    """Seeds dosed for a much higher prescription than the one they are certified for."""
    problem, layout, found = certified
    easy = replace(problem, prescription=replace(problem.prescription, dose_gy=60.0))
    loose = certify(easy, layout, most_candidates=60).certificate
    assert loose["gap"] > found.certificate["gap"]
    assert loose["lower_bound"] < found.certificate["lower_bound"]


@pytest.mark.parametrize("change", [{"met": False}, {"seeds": (), "needles": ()}])
def test_a_plan_that_does_not_meet_its_prescription_has_no_certificate(certified, change):
    problem, layout, _ = certified
    with pytest.raises(BadInput, match="no certificate"):
        certify(problem, replace(layout, **change))


def test_two_targets_are_certified_together():
    problem = ball_problem((-14.0, -8.0, 0.0, 8.0), (17.0, -5.0, 6.0, 7.0), effort=0.3, strength_u=1.1)
    layout = optimise(problem)
    assert layout.met, layout.reasons
    both = certify(problem, layout).certificate
    assert both["lower_bound"] <= len(layout.seeds)
    # Each target alone needs some seeds and needles; dose from the other one's spares it a few at most.
    assert both["gap"] <= 0.1 and both["needles_lower_bound"] >= 4


def test_no_certificate_for_a_prescription_to_d90(certified):
    problem, layout, _ = certified
    to_d90 = replace(problem, prescription=replace(problem.prescription, metric="d90"))
    with pytest.raises(BadInput, match="no certificate"):
        certify(to_d90, Layout(layout.needles, layout.seeds, met=True))
