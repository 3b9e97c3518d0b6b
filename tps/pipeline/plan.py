"""From a case and a request to a plan with its doses and its second check."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial

import numpy as np

from tps.access.approach import Approach, find_approaches
from tps.access.cost import tilt_deg
from tps.access.lying import PositionAdvice, better_position, settled_position
from tps.access.obstacles import Obstacles, find_obstacles
from tps.access.old_seeds import shortened_before, without_seeds
from tps.access.path_check import check_path
from tps.access.skin_shell import SkinShell, find_skin_shell
from tps.access.unreachable import Unreachable, unreachable_part
from tps.dose.engine import DoseEngine
from tps.dose.second_check import SecondCheck, second_check
from tps.errors import BadInput, PlanRefused
from tps.evaluate import Evaluation
from tps.evaluate.contributions import Contribution, contributions
from tps.evaluate.evaluate import evaluate_plan
from tps.geometry.solid import Solid
from tps.model import Case, Plan, Protocol, Seed, SourceModel, Strength
from tps.model.earlier import EarlierImplant
from tps.model.limit import Limit
from tps.model.position import position_of
from tps.model.prescribed_metric import PrescribedMetric
from tps.model.reason import Reason
from tps.optimize.problem import Layout, OrganProblem, Problem, TargetProblem
from tps.optimize.search.weights import worth_of
from tps.pipeline.earlier import check_frame, check_in_patient, read_earlier
from tps.pipeline.judge import judged, needles_with_crossings
from tps.pipeline.locked import Kept, Locked, layout_around, locked_as, read_locked
from tps.pipeline.possible_limits import refuse_impossible
from tps.pipeline.regions import Regions, build_regions
from tps.pipeline.request import PlanRequest
from tps.pipeline.skin_organ import check_skin_found, check_skin_limits, skin_name, skin_notes
from tps.pipeline.steering import check_lines, unused_lines
from tps.pipeline.stopwatch import ProgressCallback, Stopwatch
from tps.pipeline.verdict import verdict_of
from tps.sources.library import load_source

# The second check looks at this many points of each target's surface and inside: well above the 200 that a
# plan must show, spread evenly.
CHECK_POINTS_PER_TARGET = 400

# A target's nearness to the skin is told on points this far apart, where it is this part of it or more.
SKIN_STEP_MM = 2.0
WORTH_SAYING = 0.01

# The search looks at a limit on the skin with at most so many points.
MOST_SKIN_POINTS = 20_000

# How needles were locked that no table names.
ON_SCREEN = "locked on the screen"

# What a plan in coarser steps is compared with.
FINE_STEP_MM = 1.0


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
    alternatives : tuple of dict
        Where other ways in were searched too: a row for this plan, and one for each of the others.
    step_cost : tuple of dict
        With steps coarser than 1 mm: a row for this plan, and one for the best found in steps of 1 mm.
    unreachable : tuple of Unreachable
        The part of each target that no needle reaches, where there is one.
    timing_s : dict of str to float
    engine : DoseEngine, optional
        Of ``source``, for whoever needs more doses.
    earlier : EarlierImplant, optional
        What ``existing`` belongs to.
    parent : dict
        ``parent`` of plan.json: the plan that this one was made from by hand; empty for one of the planner's.
    locked : tuple of int
        Numbers of the needles that were given and not searched for.
    authored : dict
        ``authored`` of plan.json: who made this version, why and when; empty where nobody said.
    contributions : dict of str to tuple of Contribution
        Of a top-up: by target, what each implant gives.
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
    alternatives: tuple[dict, ...] = ()
    step_cost: tuple[dict, ...] = ()
    unreachable: tuple[Unreachable, ...] = ()
    timing_s: dict[str, float] = field(default_factory=dict)
    engine: DoseEngine | None = None
    earlier: EarlierImplant | None = None
    parent: dict = field(default_factory=dict)
    locked: tuple[int, ...] = ()
    authored: dict = field(default_factory=dict)
    contributions: dict[str, tuple[Contribution, ...]] = field(default_factory=dict)

    @property
    def strength(self) -> Strength:
        """Of each seed, at the implant and at the calibration."""
        return self.request.strength_of(self.source)


@dataclass(frozen=True, eq=False)
class Preparation:
    """What does not depend on the seeds' strength: shared by every strength tried."""

    source: SourceModel
    engine: DoseEngine
    regions: Regions
    obstacles: Obstacles
    problem: Problem
    unreachable: tuple[Unreachable, ...]
    watch: Stopwatch
    advice: tuple[PositionAdvice, ...] = ()
    skin: SkinShell | None = None
    earlier: EarlierImplant | None = None
    earlier_notes: tuple[str, ...] = ()
    locked: Locked | None = None

    @property
    def existing(self) -> tuple[Seed, ...]:
        """Seeds that were there before, which are none of this plan's."""
        return self.earlier.seeds if self.earlier else ()

    def with_strength(self, strength_u: float) -> "Preparation":
        """The same for seeds of another strength."""
        problem = replace(self.problem, strength_u=strength_u)
        if self.locked is None:
            return replace(self, problem=problem)
        locked = self.locked.with_strength(strength_u)
        problem = replace(problem, existing=self.existing + locked.seeds, kept_seeds=locked.seeds)
        return replace(self, problem=problem, locked=locked)


def prepare(
    case: Case,
    request: PlanRequest,
    progress: ProgressCallback | None = None,
    *,
    search: bool = True,
    kept: Kept = ((), ()),
) -> Preparation:
    """Targets, obstacles and approaches of a request, and the problem they pose.

    Without ``search`` no approach is looked for: enough to judge needles that are there.

    Parameters
    ----------
    case : Case
    request : PlanRequest
    progress : callable (stage, fraction), optional
        Hears how far it is.
    search : bool
        Look for approaches.
    kept : (sequence of Needle, sequence of Seed)
        Locked on the screen: kept as they are, as those of the request's table.
    """
    watch = Stopwatch(progress)
    protocol = request.protocol
    with watch.stage("structures"):
        source = load_source(request.source, request.source_folder or None)
        strength = request.strength_of(source)
        check_seeds_fit(source, protocol)
        engine = DoseEngine(source)
        limits = tuple(Limit.parse(text) for text in request.limits)
        preferences = tuple(Limit.parse(text, preference=True) for text in request.preferences)
        earlier = read_earlier(request, source)
        check_frame(request, case.identity.frame_of_reference_uid)
        earlier_notes = check_in_patient(earlier, case.ct)
        check_lines(request.steering.lines, case.ct.grid)
        regions = build_regions(case, request, limits + preferences)
        check_skin_limits(limits + preferences, skin_name(case))
        refuse_impossible(limits, regions.planned, regions.organs, request.prescription)
    with watch.stage("obstacles"):
        position = position_of(case.identity.patient_position, request.position)
        obstacles = find_obstacles(
            _without_old_seeds(case, earlier, source, protocol),
            regions.planned,
            request.avoid,
            protocol,
            regions.organs,
            position,
            request.steering,
            cross=request.cross,
            treated=request.targets,
        )
        settled = settled_position(position, obstacles.table_side)
        if settled is not position:
            obstacles = replace(obstacles, position=settled)
    with watch.stage("approaches"):
        approaches: list[tuple[Approach, ...]] = [() for _ in regions.planned]
        parts: list[Unreachable] = []
        if search:
            approaches = [find_approaches(obstacles, target, protocol) for target in regions.planned]
            parts = [
                unreachable_part(target, found, obstacles)
                for target, found in zip(regions.planned, approaches, strict=True)
            ]
        skin = find_skin_shell(obstacles, regions.planned, skin_name(case))
        check_skin_found(limits + preferences, skin_name(case), skin)
        advice = _position_advice(request, obstacles, regions.planned, approaches) if search else ()
        existing = earlier.seeds if earlier else ()
        locked = locked_as(kept, source, obstacles, existing, ON_SCREEN) or read_locked(
            request, source, regions, obstacles, case.ct.grid, existing
        )
        if locked is not None:
            approaches = [tuple(locked.around(a, regions, request) for a in found) for found in approaches]
        approaches = [tuple(_before_seeds(a, existing, source, protocol) for a in f) for f in approaches]
        named = {limit.roi for limit in limits + preferences}
        problem = Problem(
            targets=tuple(
                TargetProblem.of_solid(t, a, protocol, obstacles.skin_depth_mm)
                for t, a in zip(regions.planned, approaches, strict=True)
            ),
            engine=engine,
            strength_u=strength.u,
            prescription=request.prescription,
            protocol=protocol,
            organs=_limited_organs(regions, skin, named),
            limits=limits,
            soft_limits=preferences,
            existing=existing + (locked.seeds if locked else ()),
            kept_needles=locked.needles if locked else (),
            kept_seeds=locked.seeds if locked else (),
            check_path=partial(check_path, obstacles),
            max_needles=_needles_left(request, locked),
            fixed_lines=bool(request.steering.lines),
            random_seed=request.random_seed,
        )
    # Of the user's own lines each serves what lies around it: what they leave out, the search says.
    unreachable = () if request.steering.lines else tuple(part for part in parts if part.message)
    return Preparation(
        source,
        engine,
        regions,
        obstacles,
        problem,
        unreachable,
        watch,
        advice,
        skin,
        earlier,
        earlier_notes,
        locked,
    )


def _without_old_seeds(
    case: Case, earlier: EarlierImplant | None, source: SourceModel, protocol: Protocol
) -> Case:
    """The case with a scan in which the metal of an earlier implant is no bone."""
    if earlier is None:
        return case
    clear = protocol.old_seed_clearance_mm
    return replace(case, ct=without_seeds(case.ct, earlier.seeds, source.capsule_half_length_mm, clear))


def _before_seeds(
    approach: Approach, existing: Sequence[Seed], source: SourceModel, protocol: Protocol
) -> Approach:
    """An approach whose ways end before seeds that are there already."""
    return shortened_before(approach, existing, source.capsule_half_length_mm, protocol.old_seed_clearance_mm)


def _needles_left(request: PlanRequest, locked: Locked | None) -> int | None:
    """How many needles may be added; at least 1, for a plan that may have none is not searched for."""
    if request.max_needles is None or locked is None:
        return request.max_needles
    return max(request.max_needles - len(locked.needles), 1)


def _limited_organs(regions: Regions, skin: SkinShell | None, named: set[str]) -> tuple[OrganProblem, ...]:
    """Organs that limits name, and the skin."""
    organs = [OrganProblem.of_solid(o) for o in regions.organs if o.name in named]
    if skin is not None and skin.name in named:
        thin = skin.thinned(MOST_SKIN_POINTS)
        organs.append(OrganProblem(skin.name, thin.points_mm, thin.volumes_mm3))
    return tuple(organs)


def _position_advice(
    request: PlanRequest, obstacles: Obstacles, targets: Sequence[Solid], approaches
) -> tuple[PositionAdvice, ...]:
    """Other positions that would serve better; none where the user says how the patient lies."""
    if request.position or not request.steering.is_free:
        return ()
    found = [better_position(obstacles, t, a) for t, a in zip(targets, approaches, strict=True)]
    return tuple(advice for advice in found if advice is not None)


def check_seeds_fit(source: SourceModel, protocol: Protocol) -> None:
    """Refuse a spacing at which the seeds of a needle would lie within each other; raises ``BadInput``."""
    length = 2.0 * source.capsule_half_length_mm
    nearest = max(protocol.seed_spacing_mm[0], protocol.seed_min_distance_mm)
    if nearest < length - 1e-6:
        raise BadInput(
            f"seeds of a needle {nearest:g} mm apart would lie within each other",
            where="--spacing-mm, or seed_spacing_mm of the protocol",
            expected=f"at least {length:g} mm, the length of a seed of {source.name}",
        )


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


def ways_row(result: PlanResult) -> dict:
    """What the ways in of a plan are like, as ranges (least, most)."""
    needles = result.plan.needles
    values = {
        "depth_mm": [n.length_mm for n in needles],
        "lung_mm": [n.lung_path_mm for n in needles],
        "skin_angle_deg": [n.skin_angle_deg for n in needles],
        "tilt_deg": [abs(tilt_deg(n.direction)) for n in needles],
    }
    ranges = {name: (min(found), max(found)) if found else (0.0, 0.0) for name, found in values.items()}
    verdict = result.plan.verdict
    return ranges | {"access": verdict.access if verdict is not None else ""}


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


def plan_row(result: PlanResult) -> dict:
    """A plan in one row; doses and volumes are those of the worst target."""
    metrics = [result.evaluation.metrics[t.name] for t in result.regions.planned]
    strength, seeds = result.strength, len(result.plan.seeds)
    return {
        "strength_u": strength.u,
        "activity_mci": strength.mci,
        "met": result.plan.status == "met",
        "needles": len(result.plan.needles),
        "seeds": seeds,
        "total_activity_mci": None if strength.mci is None else seeds * strength.mci,
        "minimum_peripheral_dose_gy": min(m["minimum_peripheral_dose_gy"] for m in metrics),
        "d90_gy": min(m["d90_gy"] for m in metrics),
        "v150": max(m["v150"] for m in metrics),
        "v200": max(m["v200"] for m in metrics),
    }


def best_row(rows: Sequence[dict], measure: PrescribedMetric) -> int:
    """Index of the row of ``plan_row`` to take, as the search for ``measure`` weighs it."""
    worth = worth_of(measure)

    def merit(i: int) -> tuple:
        row = rows[i]
        if not row["met"]:
            return (1, -measure.of(row), row["strength_u"])
        cost = (
            worth.needle * row["needles"] + worth.seed * row["seeds"] + worth.heat(row["v150"], row["v200"])
        )
        return (0, cost, row["strength_u"])

    return min(range(len(rows)), key=merit)


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
    plan = judged(plan, evaluation, request.protocol.skin_clearance_mm, layout.met)
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


def _with_progress(problem: Problem, done) -> Problem:
    return replace(problem, progress=lambda fraction, text: done(fraction))
