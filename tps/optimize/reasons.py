"""Why a layout does not meet what was asked for, and what would do."""

from collections.abc import Sequence

import numpy as np

from dose_kernels.search.arrays import Rules
from tps.model.nuclide import NUCLIDES
from tps.model.reason import Reason
from tps.optimize.problem import Problem
from tps.optimize.search.decode import DecodedLayout
from tps.optimize.search.directions import Choice
from tps.optimize.search.layout_metrics import LayoutMetrics, TargetDose

# A strength that differs by less than this from the present one is no advice: certificates differ as much.
WORTH_CHANGING = 0.02

# Beyond these a strength is on no shelf, U.
STRONGEST_U = {nuclide.name: nuclide.strongest_u for nuclide in NUCLIDES.values()}

# A cold point this near to a part no needle reaches is cold because of it.
NEAR_UNREACHED_MM = 8.0


def reasons_and_warnings(
    problem: Problem, decoded: DecodedLayout, verdict: LayoutMetrics, choices: Sequence[Choice], rules: Rules
) -> tuple[tuple[Reason, ...], tuple[Reason, ...]]:
    """Why a layout does not meet what was asked for, and what is met but worth saying.

    Parameters
    ----------
    problem : Problem
    decoded : DecodedLayout
    verdict : LayoutMetrics
        Of that layout.
    choices : sequence of Choice
        Of each target, those that were searched.
    rules : Rules

    Returns
    -------
    reasons : tuple of Reason
        Empty: it is met.
    warnings : tuple of Reason
    """
    reasons: list[Reason] = []
    for target, choice in zip(verdict.targets, choices, strict=True):
        if verdict.of(target) < 1.0:
            reasons.extend(_cold(problem, decoded, verdict, target, choice))
    reasons += [g.reason for g in verdict.broken]
    reasons += [
        Reason("path", f"needle {number} is not allowed by the final check of its path")
        for number in decoded.refused_numbers
    ]
    warnings = [g.reason for g in verdict.soft if not g.met]
    isolated = isolated_needles(decoded, rules, problem)
    if isolated:
        numbers = ", ".join(map(str, isolated))
        who = f"needle {numbers} lies" if len(isolated) == 1 else f"needles {numbers} each lie"
        text = f"{who} more than {rules.needle_max:g} mm from the nearest neighbour in the target"
        warnings.append(Reason("spacing", text))
    return tuple(reasons), tuple(warnings)


def _cold(
    problem: Problem, decoded: DecodedLayout, verdict: LayoutMetrics, target: TargetDose, choice: Choice
) -> list[Reason]:
    reference = problem.prescription.dose_gy
    value = verdict.of(target)
    metric = "lowest surface dose" if verdict.measure.on_surface else verdict.measure.label
    where = ", ".join(f"{x:.1f}" for x in target.coldest_mm)
    dose = f"{value * reference:.1f} Gy of {reference:g} Gy"
    if verdict.measure.on_surface and any(t.name == target.name and t.reaches_skin for t in problem.targets):
        metric += " of what lies deep enough below the skin"
    found = [Reason("dose", f"{target.name}: {metric} {dose}, coldest at ({where}) mm")]
    unreached = ~choice.covered.any(axis=0) if len(choice.covered) else np.ones(len(choice.points), bool)
    near = unreached & (np.linalg.norm(choice.points - target.coldest_mm, axis=1) < NEAR_UNREACHED_MM)
    if unreached.any() and (near.any() or unreached.mean() > 0.02):
        middle = ", ".join(f"{x:.1f}" for x in choice.points[unreached].mean(axis=0))
        part = f"{100 * unreached.mean():.0f} % of {target.name}"
        text = (
            f"the directions that were searched, {len(choice.covered)} of all, together leave {part}"
            f" without a needle path, around ({middle}) mm"
        )
        found.append(Reason("reach", text))
    elif problem.max_needles is not None and len(decoded.needles) >= problem.max_needles:
        found.append(Reason("needles", f"all allowed needles are in use ({problem.max_needles})"))
    else:
        spacing = problem.protocol.seed_min_distance_mm
        text = (
            f"no layout was found that meets it with {problem.strength_u:.3f} U"
            f" per seed and seeds at least {spacing:g} mm apart"
        )
        found.append(Reason("activity and spacing", text))
    return found + _stronger(problem, target.name, value)


def _stronger(problem: Problem, name: str, value: float) -> list[Reason]:
    """The strength with which the same layout would do, where seeds of it differ and exist."""
    # Seeds that are there already keep their strength: the dose is then not proportional to the new one.
    if value <= 0.0 or problem.existing:
        return []
    enough = problem.strength_u / value
    if 1.0 / value < 1.0 + WORTH_CHANGING or enough > STRONGEST_U[problem.engine.source.isotope]:
        return []
    text = (
        f"the same layout would meet {name} with {enough:.3f} U per seed ({1.0 / value:.2f} times)"
        " at the implant"
    )
    return [Reason("strength", text)]


def isolated_needles(decoded: DecodedLayout, rules: Rules, problem: Problem) -> list[int]:
    """Needles with no neighbour in the same target within the largest spacing, kept ones among them."""
    needles, seeds = problem.kept_needles + decoded.needles, problem.kept_seeds + decoded.seeds
    ends = {n.id: [s.position_mm for s in seeds if s.needle == n.id] for n in needles}
    isolated = []
    for n in decoded.needles:
        others = [m for m in needles if m.target == n.target and m.id != n.id]
        if others and min(_line_gap(n, m, ends) for m in others) > rules.needle_max + 1e-6:
            isolated.append(n.id)
    return isolated


def _line_gap(n, m, ends) -> float:
    from dose_kernels.search.feasibility import segment_distance

    first = [np.ascontiguousarray(ends[x.id][-1], float) for x in (n, m)]
    last = [np.ascontiguousarray(x.tip_mm, float) for x in (n, m)]
    return float(segment_distance(first[0], last[0], first[1], last[1]))
