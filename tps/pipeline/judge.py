"""What becomes of a layout: the status its evaluation gives, and what its needles pass."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from tps.access.crossing import CrossingFinder
from tps.access.obstacles import Obstacles
from tps.evaluate import Evaluation
from tps.model import Case, Needle, Plan
from tps.model.reason import Reason
from tps.pipeline.plausibility import improbable
from tps.pipeline.regions import Regions


def judged(
    plan: Plan,
    evaluation: Evaluation,
    skin_clearance_mm: float,
    deep_met: bool = False,
    reaching_skin: Collection[str] = (),
) -> Plan:
    """The plan with the status its evaluation gives: what is reported decides, limits told by its figures.

    Parameters
    ----------
    plan : Plan
        With the reasons that the search gave.
    evaluation : Evaluation
    skin_clearance_mm : float
        How deep below the skin seeds lie.
    deep_met : bool
        Whether all that lies deep enough below the skin for seeds has its prescription.
    reaching_skin : collection of str
        Targets of which the search looked only at what lies deep enough.
    """
    measure = plan.prescription.measure
    wanted = plan.prescription.dose_gy
    found = {name: measure.of(evaluation.metrics[name]) for name in plan.targets}
    below = {
        name: Reason("dose", f"{name}: {dose:.2f} Gy of the {wanted:g} Gy prescribed")
        for name, dose in found.items()
        if dose < wanted
    }
    cold = tuple(below.values())
    if cold and deep_met:
        depth = f"{skin_clearance_mm:g} mm"
        has = f"what lies deep enough below the skin for whole seeds ({depth}) has it"
        cold = tuple(Reason("skin", f"{reason.text}; {has}") for reason in cold)
    broken = [g for g in evaluation.goals if not g.met]
    limits = tuple(g.reason for g in broken if not g.limit.preference)
    preferences = tuple(str(g.reason) for g in broken if g.limit.preference)
    believed = tuple(reason for reason in plan.reasons if reason.kind != "limit")
    refused = any(reason.kind == "path" for reason in believed)
    warnings = (*plan.warnings, *preferences, *improbable(plan, evaluation))
    if not (cold or limits or refused):
        return replace(plan, status="met", reasons=(), warnings=warnings)
    # What the search says of the deep part is not what the whole target has.
    told_apart = bool(believed) and measure.on_surface
    whole = tuple(reason for name, reason in below.items() if told_apart and name in reaching_skin)
    why = (*whole, *(believed or cold)) if cold or refused else ()
    return replace(plan, status="not-met", reasons=why + limits, warnings=warnings)


def needles_with_crossings(
    needles: Sequence[Needle], obstacles: Obstacles, case: Case, regions: Regions
) -> tuple[Needle, ...]:
    """The needles with what each passes on its way; its own target, planned or drawn, is left out.

    Parameters
    ----------
    needles : sequence of Needle
    obstacles : Obstacles
    case : Case
        Whose contours are looked at.
    regions : Regions
    """
    ways = [(n.entry_mm, n.tip_mm) for n in needles]
    finder = CrossingFinder(obstacles, case, ways, regions.organs + regions.drawn)
    drawn = {p.name: d.name for p, d in zip(regions.planned, regions.drawn, strict=True)}
    return tuple(
        replace(n, crossed=finder.crossed(n.entry_mm, n.tip_mm, (n.target, drawn.get(n.target, ""))))
        for n in needles
    )
