"""From a case and a request to a plan with its doses and its second check."""

from dataclasses import dataclass, field, replace

import numpy as np

from tps.dose.engine import DoseEngine
from tps.dose.second_check import SecondCheck, second_check
from tps.errors import PlanRefused
from tps.evaluate import Evaluation
from tps.evaluate.evaluate import evaluate_plan
from tps.model import Case, Plan, Seed, SourceModel
from tps.model.limit import Limit
from tps.optimize.bound import certify
from tps.optimize.insist import optimise_insisting
from tps.optimize.problem import Layout, OrganProblem, Problem, TargetProblem
from tps.pipeline.regions import Regions, build_regions
from tps.pipeline.request import PlanRequest
from tps.pipeline.stopwatch import Stopwatch, Tell
from tps.planning.approach import find_approaches
from tps.planning.obstacles import Obstacles, find_obstacles
from tps.planning.unreachable import unreachable_part
from tps.sources.library import load_source

# The second check looks at this many points of each target's surface and inside: well above the 200 that a
# plan must show, spread evenly.
CHECK_POINTS_PER_TARGET = 400


@dataclass(frozen=True, eq=False)
class PlanResult:
    """A plan and all that belongs to it.

    Parameters
    ----------
    case, request, source, plan, evaluation, second_check, regions, obstacles
        What went in and came out of each stage.
    existing : tuple of Seed
        Seeds that were there before.
    sweep : tuple of dict
        When several strengths were tried: a row each.
    timing_s : dict of str to float
    engine : DoseEngine, optional
        Of ``source``, for whoever needs more doses.
    """

    case: Case
    request: PlanRequest
    source: SourceModel
    plan: Plan
    evaluation: Evaluation
    second_check: SecondCheck
    regions: Regions
    obstacles: Obstacles
    existing: tuple[Seed, ...] = ()
    sweep: tuple[dict, ...] = ()
    timing_s: dict[str, float] = field(default_factory=dict)
    engine: DoseEngine | None = None


@dataclass(frozen=True, eq=False)
class Preparation:
    """What does not depend on the seeds' strength: shared by every strength tried."""

    source: SourceModel
    engine: DoseEngine
    regions: Regions
    obstacles: Obstacles
    problem: Problem
    unreachable: tuple[str, ...]
    watch: Stopwatch


def prepare(case: Case, request: PlanRequest, tell: Tell | None = None) -> Preparation:
    """Targets, obstacles and approaches of a request, and the problem they pose."""
    watch = Stopwatch(tell)
    protocol = request.protocol
    with watch.stage("structures"):
        source = load_source(request.source, request.source_folder or None)
        engine = DoseEngine(source)
        limits = tuple(Limit.parse(text) for text in request.limits)
        existing = _existing_seeds(request)
        regions = build_regions(case, request, limits)
    with watch.stage("obstacles"):
        avoid = {
            name: protocol.avoid_clearance_mm if clearance is None else clearance
            for name, clearance in request.avoid.items()
        }
        obstacles = find_obstacles(case, regions.planned, avoid, protocol)
    with watch.stage("approaches"):
        approaches = [find_approaches(obstacles, target, protocol) for target in regions.planned]
        unreachable = tuple(
            text
            for target, found in zip(regions.planned, approaches, strict=True)
            if (text := unreachable_part(target, found, obstacles).message)
        )
        problem = Problem(
            targets=tuple(
                TargetProblem.of_solid(t, a, protocol)
                for t, a in zip(regions.planned, approaches, strict=True)
            ),
            engine=engine,
            strength_u=request.strength_u,
            prescription=request.prescription,
            protocol=protocol,
            organs=tuple(
                OrganProblem.of_solid(o) for o in regions.organs if any(l.roi == o.name for l in limits)
            ),
            limits=limits,
            existing=existing,
            check_path=obstacles.check_path,
            max_needles=request.max_needles,
            random_seed=request.random_seed,
        )
    return Preparation(source, engine, regions, obstacles, problem, unreachable, watch)


def plan_case(case: Case, request: PlanRequest, tell: Tell | None = None) -> PlanResult:
    """Plan an implant.

    Parameters
    ----------
    case : Case
    request : PlanRequest
    tell : callable (stage, fraction), optional
        Told the progress of each stage.

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
    prepared = prepare(case, request, tell)
    with prepared.watch.stage("optimising") as done:
        layout = optimise_insisting(_with_progress(prepared.problem, done))
    return finish(case, request, prepared, layout)


def plan_best_strength(
    case: Case, request: PlanRequest, strengths_u: tuple[float, ...], tell: Tell | None = None
) -> PlanResult:
    """Plan with each strength on the shelf and take the best; all of them are in ``sweep``.

    The best meets the prescription with the fewest needles, then the fewest seeds, then the least V150.

    Parameters
    ----------
    case, request, tell
        See ``plan_case``; the request's own strength is not used.
    strengths_u : tuple of float
        U per seed.
    """
    if len(strengths_u) == 1:
        return plan_case(case, request.with_strength(strengths_u[0]), tell)
    for strength in strengths_u:
        request.with_strength(strength)  # each refuses a strength that cannot be
    prepared = prepare(case, request, tell)
    results = []
    for strength in strengths_u:
        problem = replace(prepared.problem, strength_u=strength)
        with prepared.watch.stage(f"optimising {strength:.3f} U") as done:
            layout = optimise_insisting(_with_progress(problem, done))
        results.append(finish(case, request.with_strength(strength), prepared, layout))
    rows = tuple(_sweep_row(result) for result in results)
    best = min(range(len(rows)), key=lambda i: _merit(rows[i]))
    marked = tuple(row | {"taken": i == best} for i, row in enumerate(rows))
    return replace(results[best], sweep=marked, timing_s=dict(prepared.watch.timing_s))


def _sweep_row(result: PlanResult) -> dict:
    """What one strength gives; doses and volumes are those of the worst target."""
    metrics = [result.evaluation.metrics[t.name] for t in result.regions.planned]
    strength, seeds = result.request.strength_u, len(result.plan.seeds)
    return {
        "strength_u": strength,
        "activity_mci": strength / result.request.u_per_mci,
        "met": result.plan.status == "met",
        "needles": len(result.plan.needles),
        "seeds": seeds,
        "total_activity_mci": seeds * strength / result.request.u_per_mci,
        "minimum_peripheral_dose_gy": min(m["minimum_peripheral_dose_gy"] for m in metrics),
        "d90_gy": min(m["d90_gy"] for m in metrics),
        "v150": max(m["v150"] for m in metrics),
        "v200": max(m["v200"] for m in metrics),
    }


def _merit(row: dict) -> tuple:
    return (not row["met"], row["needles"], row["seeds"], row["v150"])


def finish(
    case: Case, request: PlanRequest, prepared: Preparation, layout: Layout, sweep: tuple[dict, ...] = ()
) -> PlanResult:
    """Evaluate and check a layout; raises ``PlanRefused`` if the second check fails."""
    watch, engine, regions = prepared.watch, prepared.engine, prepared.regions
    notes = _standing_notes(case, request, prepared)
    notes += _remarks(prepared.obstacles, layout)
    if request.certify:
        layout, notes = _certified(prepared, layout, notes)
    plan = Plan(
        source=prepared.source.name,
        prescription=request.prescription,
        targets=tuple(t.name for t in regions.planned),
        needles=layout.needles,
        seeds=layout.seeds,
        status="met" if layout.met else "not-met",
        reasons=tuple(dict.fromkeys(prepared.unreachable * (not layout.met) + layout.reasons)),
        warnings=tuple(dict.fromkeys(case.warnings + prepared.obstacles.warnings + notes + layout.warnings)),
        certificate=layout.certificate,
        search=layout.search,
    )
    existing = prepared.problem.existing
    with watch.stage("evaluating"):
        evaluation = evaluate_plan(
            case,
            plan,
            engine,
            regions.targets,
            regions.organs,
            request.protocol,
            limits=prepared.problem.limits,
            existing=existing,
        )
    plan = _judged(plan, evaluation, request)
    with watch.stage("second check"):
        check = _check(prepared, plan.seeds + existing)
    if check.max_relative_difference > request.protocol.second_check_tolerance:
        raise PlanRefused(
            f"the independent second check differs by {100 * check.max_relative_difference:.2f} %"
            f" at one of {check.points} points (allowed: {request.protocol.second_check_tolerance:.1%}).\n"
            "The plan is not handed out. Remedy: report this with the source model and the inputs."
        )
    return PlanResult(
        case,
        request,
        prepared.source,
        plan,
        evaluation,
        check,
        regions,
        prepared.obstacles,
        existing,
        sweep,
        dict(watch.timing_s),
        engine,
    )


def _judged(plan: Plan, evaluation: Evaluation, request: PlanRequest) -> Plan:
    """The plan with the status its evaluation gives: what is reported decides."""
    key = "d90_gy" if request.prescription.metric == "d90" else "minimum_peripheral_dose_gy"
    wanted = request.prescription.dose_gy
    missed = [
        f"{name}: {evaluation.metrics[name][key]:.2f} Gy of the {wanted:g} Gy prescribed"
        for name in plan.targets
        if evaluation.metrics[name][key] < wanted
    ]
    missed += [
        f"limit not kept: {g.limit.text} (the plan gives {g.value_text})"
        for g in evaluation.goals
        if not g.met
    ]
    if not missed:
        return plan
    return replace(plan, status="not-met", reasons=plan.reasons or tuple(missed))


def _check(prepared: Preparation, seeds: tuple[Seed, ...]) -> SecondCheck:
    """Compare the reported doses with the separately coded engine's, spread over each target."""
    if not seeds:
        return SecondCheck(points=0, max_relative_difference=0.0)
    points = np.concatenate(
        [_spread(np.concatenate([t.surface_points_mm, t.inside_points_mm])) for t in prepared.problem.targets]
    )
    return second_check(prepared.source, seeds, points, prepared.engine.dose_gy(points, seeds))


def _spread(points: np.ndarray) -> np.ndarray:
    return points[np.unique(np.linspace(0, len(points) - 1, CHECK_POINTS_PER_TARGET).astype(int))]


def _existing_seeds(request: PlanRequest) -> tuple[Seed, ...]:
    if not request.existing_seeds:
        return ()
    from tps.export.seeds_csv import read_seeds_csv

    return read_seeds_csv(request.existing_seeds)


def _remarks(obstacles: Obstacles, layout: Layout) -> tuple[str, ...]:
    """What is allowed but worth saying about a needle: that the patient must be turned for it, say."""
    checks = [(n.id, obstacles.check_path(n.entry_mm, n.tip_mm)) for n in layout.needles]
    return tuple(f"Needle {number}: {check.remark}" for number, check in checks if check.remark)


def _certified(
    prepared: Preparation, layout: Layout, notes: tuple[str, ...]
) -> tuple[Layout, tuple[str, ...]]:
    """The layout with its lower bound; where none can be given, a note that says why."""
    if not layout.met or prepared.problem.prescription.metric != "minimum-peripheral":
        why = "a bound is given only for a plan that meets its minimum peripheral dose"
        return layout, (*notes, f"No certificate: {why}.")
    with prepared.watch.stage("certifying"):
        return certify(replace(prepared.problem, strength_u=layout.seeds[0].strength_u), layout), notes


def _standing_notes(case: Case, request: PlanRequest, prepared: Preparation) -> tuple[str, ...]:
    """What a reader must know of every plan like this one."""
    notes = []
    source = prepared.source
    if source.is_demonstration:
        notes.append(
            f"Source {source.name}: demonstration, unverified data (level {source.level})."
            " Do not plan with it."
        )
    if not request.avoid:
        notes.append(
            "No structure was named to be avoided: needles were kept only from bone, gas and the edge of the"
            " scan as the CT shows them. Vessels, bowel and nerves were not looked at."
        )
    if not request.implant_datetime:
        notes.append(
            "No implant date was given: the seeds' strength holds on the day of the implant, whichever;"
            " the RT Plan carries the time of this run as its reference."
        )
    if prepared.problem.existing:
        count = len(prepared.problem.existing)
        notes.append(
            f"Top-up: all doses include {count} seeds that are there already;"
            " the RT Plan holds the new seeds only."
        )
    return tuple(notes)


def _with_progress(problem: Problem, done) -> Problem:
    return replace(problem, progress=lambda fraction, text: done(fraction))
