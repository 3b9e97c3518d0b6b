"""From a layout of needles and seeds to a plan: evaluated, judged, second-checked, with its notes."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tps.access.obstacles import Obstacles
from tps.dose.second_check import SecondCheck, second_check
from tps.errors import PlanRefused
from tps.evaluate import Evaluation
from tps.evaluate.contributions import Contribution, contributions
from tps.evaluate.evaluate import evaluate_plan
from tps.geometry.solid import Solid
from tps.model import Case, Plan, Seed
from tps.model.reason import Reason
from tps.optimize.problem import Layout
from tps.pipeline.judge import judged, needles_with_crossings
from tps.pipeline.prepare import Preparation
from tps.pipeline.request import PlanRequest
from tps.pipeline.result import PlanResult
from tps.pipeline.skin_organ import skin_name, skin_notes
from tps.pipeline.steering import unused_lines
from tps.pipeline.verdict import verdict_of

# The second check looks at this many points of each target's surface and inside: well above the 200 that a
# plan must show, spread evenly.
CHECK_POINTS_PER_TARGET = 400

# A target's nearness to the skin is told on points this far apart, where it is this part of it or more.
SKIN_STEP_MM = 2.0
WORTH_SAYING = 0.01


def finish(
    case: Case,
    request: PlanRequest,
    prepared: Preparation,
    layout: Layout,
    edited_by_hand: tuple[str, ...] = (),
) -> PlanResult:
    """Evaluate and check a layout; raises ``PlanRefused`` if the second check fails.

    Parameters
    ----------
    case : Case
    request : PlanRequest
    prepared : Preparation
        Of this case and request.
    layout : Layout
        The planner's, or one that was given.
    edited_by_hand : tuple of str
        What somebody changed, in words.
    """
    watch, engine, regions = prepared.watch, prepared.engine, prepared.regions
    notes = _standing_notes(case, request, prepared)
    notes = regions.warnings + notes
    unreached = tuple(Reason("unreached", part.message) for part in prepared.unreachable)
    notes += tuple(map(str, unreached)) * layout.met
    notes += tuple(advice.message for advice in prepared.advice)
    notes += _skin_notes(prepared.obstacles, regions.planned)
    existing = prepared.existing
    if prepared.locked is not None:
        layout = prepared.locked.joined(layout, regions, request, existing)
        notes += (prepared.locked.note,)
    notes += unused_lines(request.steering.lines, layout.needles)
    # Limits are told by what the evaluation gives, not by what the search believed.
    remarks = tuple(str(w) for w in layout.warnings if w.kind != "limit")
    plan = Plan(
        source=prepared.source.name,
        prescription=request.prescription,
        targets=tuple(t.name for t in regions.planned),
        needles=needles_with_crossings(layout.needles, prepared.obstacles, case, regions),
        seeds=layout.seeds,
        status="met" if layout.met else "not-met",
        reasons=tuple(dict.fromkeys(unreached * (not layout.met) + layout.reasons)),
        warnings=tuple(dict.fromkeys((*case.warnings, *prepared.obstacles.warnings, *notes, *remarks))),
        certificate=layout.certificate,
        search=layout.search,
        edited_by_hand=edited_by_hand,
    )
    with watch.stage("evaluating"):
        evaluation = evaluate_plan(
            case,
            plan,
            engine,
            regions.targets,
            regions.organs,
            request.protocol,
            limits=prepared.problem.limits + prepared.problem.soft_limits,
            existing=existing,
            skin=prepared.skin,
        )
    reaching = [target.name for target in prepared.problem.targets if target.reaches_skin]
    plan = judged(plan, evaluation, request.protocol.skin_clearance_mm, layout.met, reaching)
    plan = replace(
        plan, warnings=plan.warnings + skin_notes(evaluation, skin_name(case), request.prescription)
    )
    positions = tuple(advice.verdict for advice in prepared.advice)
    plan = replace(
        plan, verdict=verdict_of(plan, evaluation, prepared.obstacles, positions, tuple(case.left_out))
    )
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
        unreachable=prepared.unreachable,
        timing_s=dict(watch.timing_s),
        engine=engine,
        earlier=prepared.earlier,
        locked=tuple(n.id for n in prepared.locked.needles) if prepared.locked else (),
        contributions=_contributions(plan, prepared, evaluation, request),
    )


def _contributions(
    plan: Plan, prepared: Preparation, evaluation: Evaluation, request: PlanRequest
) -> dict[str, tuple[Contribution, ...]]:
    """By target: what each implant gives; nothing where there is one implant only."""
    if prepared.earlier is None:
        return {}
    return {
        solid.name: contributions(
            solid,
            solid.volume_mm3,
            evaluation.minimum_at_mm[solid.name],
            prepared.engine,
            plan.seeds,
            prepared.earlier,
            request.implanted,
        )
        for solid in prepared.regions.planned
    }


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


def _skin_notes(obstacles: Obstacles, targets: Sequence[Solid]) -> tuple[str, ...]:
    """How much of each target lies so near the skin that no seed may be left there."""
    notes = []
    for target in targets:
        points, volumes = target.quadrature(SKIN_STEP_MM)
        near = obstacles.skin_depth_mm(points) < obstacles.protocol.skin_clearance_mm
        part = float(volumes[near].sum() / volumes.sum())
        if part > WORTH_SAYING:
            notes.append(
                f"{target.name}: {100 * part:.0f} % of its volume lies within"
                f" {obstacles.protocol.skin_clearance_mm:g} mm of the skin; no seed is left there,"
                " its dose comes from below."
            )
    return tuple(notes)


def _standing_notes(case: Case, request: PlanRequest, prepared: Preparation) -> tuple[str, ...]:
    """What a reader must know of every plan like this one."""
    notes = []
    source = prepared.source
    if source.is_demonstration:
        notes.append(
            f"Source {source.name}: {source.standing} data (level {source.level}). Do not plan with it."
        )
    # Without a date in them: they stay in a plan whose dates are taken out.
    notes += [*request.date_remarks, *request.strength_of(source).remarks]
    if not request.implant_datetime:
        notes.append(
            "No implant date was given: the seeds' strength holds on the day of the implant, whichever;"
            " the RT Plan carries the time of this run as its reference."
        )
    earlier = prepared.earlier
    if earlier is not None:
        # Without the dates: they stay in a plan whose dates are taken out.
        notes.append(
            f"Top-up: all doses, those of RT Plan and RT Dose too, include {earlier.meaning(dated=False)}"
            " They are a setup of their own in the RT Plan and on no needle sheet."
        )
        notes += prepared.earlier_notes
    return tuple(notes)
