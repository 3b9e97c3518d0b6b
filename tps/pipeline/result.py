"""A plan and all that belongs to it."""

from dataclasses import dataclass, field

from tps.access.obstacles import Obstacles
from tps.access.unreachable import Unreachable
from tps.dose.engine import DoseEngine
from tps.dose.second_check import SecondCheck
from tps.evaluate import Evaluation
from tps.evaluate.contributions import Contribution
from tps.model import Case, Plan, Seed, SourceModel, Strength
from tps.model.earlier import EarlierImplant
from tps.pipeline.regions import Regions
from tps.pipeline.request import PlanRequest


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
