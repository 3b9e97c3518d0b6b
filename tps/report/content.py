"""What a report is written from."""

from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from tps.access.bedside import find_bedside
from tps.dose.hand_check import Bounds, HandCheck, hand_checks, input_bounds
from tps.evaluate import Evaluation
from tps.evaluate.contributions import contribution_text
from tps.export.insertion_order import InsertionOrder, insertion_order
from tps.export.needle_guide import NeedleGuide, needle_guide
from tps.export.plan_identity import PlanIdentity
from tps.model.case import Case
from tps.model.plan import Needle, Plan, Seed
from tps.model.protocol import Protocol
from tps.model.source import SourceModel
from tps.model.strength import Strength
from tps.model.structure import Structure
from tps.report.layers import ContourStack


@dataclass(frozen=True, eq=False)
class Content:
    """Everything the pages and pictures show.

    Parameters
    ----------
    case : Case
    plan : Plan
    evaluation : Evaluation
    source : SourceModel
    engine : DoseEngine
        Of the source; draws the isodoses.
    second_check : SecondCheck
    targets, organs : tuple of Solid
    derived : tuple of Structure
        Obstacles computed from the CT.
    existing : tuple of Seed
    existing_text : str
    contributions : dict of str to str
        Of a top-up: what each implant gives.
        What they are taken to be.
    protocol : Protocol
    strength : Strength
        As the request states it.
    settings : dict of str to str
        How the plan was asked for, as text for people.
    sweep : tuple of dict
        A row for each strength that was tried.
    step_cost : tuple of dict
        With steps coarser than 1 mm: a row for this plan, and one for the best found in steps of 1 mm.
    unreachable : tuple of Unreachable
        The part of each target that no needle reaches, where there is one.
    timing_s : dict of str to float
    stacks : dict of str to ContourStack
        Contours of all regions along the CT's slice normal, by name.
    guides : dict of int to NeedleGuide
        By needle: what is measured to place it.
    order : InsertionOrder
    up : (3,) float
        Away from the floor, patient coordinates, as the patient lies during the implant.
    hand : tuple of HandCheck
    bounds : tuple of Bounds
        Of what went into the dose.
    identity : PlanIdentity
        What the printed plan goes by.
    obstacles : Obstacles
        What was found in the CT: the skin is drawn from it.
    """

    case: Case
    plan: Plan
    evaluation: Evaluation
    source: SourceModel
    engine: Any
    second_check: Any
    targets: tuple
    organs: tuple
    derived: tuple[Structure, ...]
    existing: tuple[Seed, ...]
    existing_text: str
    contributions: dict[str, str]
    protocol: Protocol
    strength: Strength
    settings: dict[str, str]
    sweep: tuple[dict, ...]
    step_cost: tuple[dict, ...]
    unreachable: tuple
    timing_s: dict[str, float]
    stacks: dict[str, ContourStack]
    guides: dict[int, NeedleGuide]
    order: InsertionOrder
    up: np.ndarray
    hand: tuple[HandCheck, ...]
    bounds: tuple[Bounds, ...]
    identity: PlanIdentity
    obstacles: Any = None

    @staticmethod
    def of(result, derived: tuple[Structure, ...] | None = None) -> "Content":
        """From the result of planning.

        Parameters
        ----------
        result : PlanResult
            Or anything with its fields ``case, request, source, strength, plan, evaluation, second_check,
            regions, obstacles, existing, sweep, step_cost, unreachable, timing_s``; a field ``engine`` is
            used where there is one.  A ``Content`` is returned as it is.
        derived : tuple of Structure, optional
            ``result.obstacles.derived`` where it is at hand: to trace it takes a while.
        """
        if isinstance(result, Content):
            return result
        engine = getattr(result, "engine", None)
        if engine is None:
            from tps.dose.engine import DoseEngine

            engine = DoseEngine(result.source)
        regions, derived = result.regions, tuple(result.obstacles.derived if derived is None else derived)
        structures = [s.structure for s in (*regions.targets, *regions.organs)] + list(derived)
        axis = result.case.ct.grid.axes[2]
        return Content(
            case=result.case,
            plan=result.plan,
            evaluation=result.evaluation,
            source=result.source,
            engine=engine,
            second_check=result.second_check,
            targets=tuple(regions.targets),
            organs=tuple(regions.organs),
            derived=derived,
            existing=tuple(result.existing),
            existing_text=_existing_text(result),
            contributions=_given(result),
            protocol=result.request.protocol,
            strength=result.strength,
            settings=_settings(result.request) | _kept(result),
            sweep=tuple(result.sweep),
            step_cost=tuple(result.step_cost),
            unreachable=tuple(result.unreachable),
            timing_s=dict(result.timing_s),
            stacks={s.name: ContourStack.of(s, axis) for s in structures},
            guides={n.id: _guide(result, n) for n in result.plan.needles},
            order=insertion_order(result.plan),
            up=result.obstacles.position.up,
            hand=hand_checks(result.plan, result.source, result.strength, _volumes_cc(result), engine),
            bounds=input_bounds(result.plan, result.source, result.strength),
            identity=PlanIdentity.of(result.case, result.plan),
            obstacles=result.obstacles,
        )

    def of_target(self, name: str) -> "Content":
        """The same with one target and the needles that serve it."""
        needles = tuple(n for n in self.plan.needles if n.target == name)
        numbers = {n.id for n in needles}
        seeds = tuple(s for s in self.plan.seeds if s.needle in numbers)
        plan = replace(self.plan, targets=(name,), needles=needles, seeds=seeds)
        return replace(self, plan=plan, targets=tuple(s for s in self.targets if s.name == name))


def _volumes_cc(result) -> dict[str, float]:
    return {name: found["volume_cc"] for name, found in result.evaluation.metrics.items()}


def _guide(result, needle: Needle) -> NeedleGuide:
    bedside = find_bedside(result.obstacles, result.case.ct, needle.entry_mm)
    seeds, up = result.plan.seeds_on(needle.id), result.obstacles.position.up
    as_scanned = result.obstacles.position.as_scanned
    return needle_guide(needle, seeds, result.case, result.request.protocol, up, bedside, as_scanned)


def _existing_text(result) -> str:
    """What seeds there already are taken to be; "" where there are none."""
    earlier = getattr(result, "earlier", None)
    if earlier is None:
        return f"{len(result.existing)}; their dose is included" if result.existing else ""
    return earlier.meaning(result.strength.at)


def _given(result) -> dict[str, str]:
    """What each implant gives to each target, in words; nothing where there is one implant only."""
    found = getattr(result, "contributions", {})
    several = len(found) > 1
    return {
        f"What each gives{f', {name}' * several}": contribution_text(rows) for name, rows in found.items()
    }


def _kept(result) -> dict[str, str]:
    """Needles that were given and not searched for."""
    locked = getattr(result, "locked", ())
    return {"Needles kept as given": ", ".join(map(str, locked))} if locked else {}


def _settings(request) -> dict[str, str]:
    protocol = request.protocol
    low, high = protocol.needle_spacing_mm
    seed_low, seed_high = protocol.seed_spacing_mm
    avoid = [name if gap is None else f"{name} ({gap:g} mm)" for name, gap in request.avoid.items()]
    return {
        "Margin around the targets": f"{request.margin_mm:g} mm",
        "Needle spacing in the target": f"{low:g} to {high:g} mm",
        "Seed spacing on a needle": f"{seed_low:g} to {seed_high:g} mm",
        "Least distance of any two seeds": f"{protocol.seed_min_distance_mm:g} mm",
        "Named to be avoided (clearance)": ", ".join(avoid) or "none",
        "Named to be crossed": ", ".join(request.cross) or "none",
        "Clearance to bone": f"{protocol.bone_clearance_mm:g} mm",
        "Longest needle": f"{protocol.needle_max_depth_mm:g} mm",
        "Step of seed positions from the tip": f"{protocol.seed_step_mm:g} mm",
        "Limits asked for": "; ".join(request.limits) or "none",
        "Preferences": "; ".join(request.preferences) or "none",
        "Random seed": str(request.random_seed),
    }
