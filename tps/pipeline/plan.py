"""From a case and a request to the best plan: strengths on the shelf, ways in, gun steps, certificate."""

from dataclasses import replace

from tps.errors import BadInput
from tps.model import Case
from tps.optimize.problem import Layout, Problem
from tps.pipeline.finish import finish
from tps.pipeline.locked import Kept, layout_around
from tps.pipeline.plan_rows import best_row, plan_row, ways_row
from tps.pipeline.prepare import Preparation, prepare
from tps.pipeline.request import PlanRequest
from tps.pipeline.result import PlanResult
from tps.pipeline.stopwatch import ProgressCallback
from tps.sources.library import load_source

# What a plan in coarser steps is compared with.
FINE_STEP_MM = 1.0


def plan_case(
    case: Case, request: PlanRequest, progress: ProgressCallback | None = None, kept: Kept = ((), ())
) -> PlanResult:
    """Plan an implant.

    Parameters
    ----------
    case : Case
    request : PlanRequest
    progress : callable (stage, fraction), optional
        Told the progress of each stage.
    kept : (sequence of Needle, sequence of Seed)
        As for ``prepare``.

    Returns
    -------
    PlanResult
        ``plan.status`` is ``"not-met"`` where the prescription cannot be met; ``plan.reasons`` says why.

    Raises
    ------
    BadInput
        For a request the case cannot serve.
    PlanRefused
        If the independent second check differs by more than the protocol allows.
    """
    return plan_best_strength(case, request, (request.strength_u,), progress, kept)


def plan_best_strength(
    case: Case,
    request: PlanRequest,
    strengths_u: tuple[float, ...],
    progress: ProgressCallback | None = None,
    kept: Kept = ((), ()),
) -> PlanResult:
    """Plan with each strength on the shelf and take the best; all of them are in ``sweep``.

    The best meets the prescription and costs least as the search weighs it: a needle as much as three
    seeds or five points of V150.  Where none meets it, the one that comes nearest is taken.

    Parameters
    ----------
    case, request, progress, kept
        See ``plan_case``; the request's own strength is not used.
    strengths_u : tuple of float
        U per seed, stated for the same time as the request's own.
    """
    request = request.with_names(case.name_of)
    requests = [request.with_strength(strength) for strength in strengths_u]
    source = load_source(request.source, request.source_folder or None)
    at_implant = [one.strength_of(source).u for one in requests]  # each refuses what cannot be
    prepared = prepare(case, requests[0], progress, kept=kept)
    tries = [prepared.with_strength(strength) for strength in at_implant]
    several = len(tries) > 1
    results = []
    for one, asked in zip(tries, requests, strict=True):
        stage = f"optimising {one.problem.strength_u:.3f} U" if several else "optimising"
        results.append(_solved(case, asked, one, stage))
    best = best_row(rows := [plan_row(r) for r in results], request.prescription.measure)
    result = results[best]
    if several:
        result = replace(result, sweep=tuple(row | {"taken": i == best} for i, row in enumerate(rows)))
    if request.protocol.seed_step_mm > FINE_STEP_MM and result.plan.seeds:
        result = replace(result, step_cost=_step_cost(case, requests[best], tries[best], result))
    if request.certify:
        result = _certified(tries[best], result)
    return replace(result, timing_s=dict(prepared.watch.timing_s))


def _solved(case: Case, request: PlanRequest, prepared: Preparation, stage: str) -> PlanResult:
    with prepared.watch.stage(stage) as done:
        layout = layout_around(_with_progress(prepared.problem, done), prepared.locked, request)
    ways = list(enumerate([layout, *layout.alternatives]))
    if request.alternative >= len(ways):
        raise BadInput(
            f"alternative {request.alternative}, of {len(layout.alternatives)}",
            where="--alternative",
            expected="one of those that the plan without it lists",
        )
    ways.insert(0, ways.pop(request.alternative))
    results = [(number, finish(case, request, prepared, way)) for number, way in ways]
    taken = results[0][1]
    if len(ways) == 1:
        return taken
    rows = [{"alternative": number} | plan_row(r) | ways_row(r) for number, r in results]
    return replace(taken, alternatives=tuple(rows))


def _step_cost(
    case: Case, request: PlanRequest, prepared: Preparation, result: PlanResult
) -> tuple[dict, ...]:
    """The plan in the gun's steps beside the best found in steps of 1 mm."""
    protocol = replace(request.protocol, seed_step_mm=FINE_STEP_MM)
    fine = replace(prepared, problem=replace(prepared.problem, protocol=protocol))
    other = _solved(
        case, replace(request, protocol=protocol), fine, f"optimising in {FINE_STEP_MM:g} mm steps"
    )
    return tuple({"seed_step_mm": r.request.protocol.seed_step_mm} | plan_row(r) for r in (result, other))


def _certified(prepared: Preparation, result: PlanResult) -> PlanResult:
    """The result with its lower bound; where none can be given, a note that says why."""
    plan, why = result.plan, ""
    if plan.status != "met" or not prepared.problem.prescription.measure.on_surface:
        why = "a bound is given only for a plan that meets its minimum peripheral dose"
    elif prepared.locked is not None:
        why = "some needles were given, and a bound is given only for what was searched for"
    if why:
        return replace(result, plan=replace(plan, warnings=(*plan.warnings, f"No certificate: {why}.")))
    # Only a certificate needs scipy's solvers, which take a tenth of a second to load.
    from tps.optimize.certificate.bound import certify

    with prepared.watch.stage("certifying"):
        layout = certify(prepared.problem, Layout(plan.needles, plan.seeds, met=True))
    return replace(result, plan=replace(plan, certificate=layout.certificate))


def _with_progress(problem: Problem, done) -> Problem:
    return replace(problem, progress=lambda fraction, text: done(fraction))
