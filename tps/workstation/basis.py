"""What stays while needles and seeds are edited: patient, request, rules, where dose is looked at."""

from dataclasses import dataclass, field, replace

from tps.dose.grids import picture_grid
from tps.model import Case, Plan
from tps.model.limit import Limit
from tps.optimize.problem import Layout
from tps.pipeline.edits import Edit
from tps.pipeline.finish import finish
from tps.pipeline.prepare import Preparation
from tps.pipeline.reevaluate import judged_layout
from tps.pipeline.request import PlanRequest
from tps.pipeline.result import PlanResult
from tps.pipeline.stopwatch import Stopwatch
from tps.workstation.arrangement import WHERE, Arrangement
from tps.workstation.changes import net_changes
from tps.workstation.live_dose import LiveDose, live_grid
from tps.workstation.look import Shape, shapes_of
from tps.workstation.rules import RuleBook
from tps.workstation.samples import DoseSamples


@dataclass(frozen=True, eq=False)
class Basis:
    """One request in one patient, ready to be edited.

    Parameters
    ----------
    case : Case
    request : PlanRequest
    prepared : Preparation
    start : Plan
        What the planner, or the folder, gave: edits are told against it.
    live : LiveDose
    rules : RuleBook
    shapes : tuple of Shape
    locked : tuple of int
        Numbers of the needles that were given and not searched for.
    """

    case: Case
    request: PlanRequest
    prepared: Preparation
    start: Plan
    live: LiveDose
    rules: RuleBook
    shapes: tuple[Shape, ...] = field(repr=False)
    locked: tuple[int, ...] = ()

    @staticmethod
    def of(
        case: Case, request: PlanRequest, prepared: Preparation, start: Plan, locked: tuple[int, ...] = ()
    ) -> "Basis":
        """Prepare everything that previews need.

        Parameters
        ----------
        case : Case
        request : PlanRequest
        prepared : Preparation
        start : Plan
        locked : tuple of int
        """
        bounds = [solid.structure.bounds_mm() for solid in prepared.regions.targets]
        box = picture_grid(bounds, request.protocol)
        low, high = box.origin_mm, box.origin_mm + box.spacing_mm * (tuple(n - 1 for n in box.shape[::-1]))
        samples = DoseSamples.of(prepared, request.protocol.surface_step_mm)
        live = LiveDose(prepared.engine, samples, live_grid(low, high))
        rules = RuleBook(case, request, prepared)
        return Basis(case, request, prepared, start, live, rules, shapes_of(case, prepared), locked)

    @property
    def limits(self) -> tuple[Limit, ...]:
        """Limits and preferences of the request."""
        return self.prepared.problem.limits + self.prepared.problem.soft_limits

    def evaluated(self, arrangement: Arrangement) -> PlanResult:
        """The full evaluation and the second check of an arrangement, as of any plan.

        Raises
        ------
        BadInput
            For what cannot be built.
        PlanRefused
            If the second check fails.
        """
        needles, seeds = arrangement.planned
        words = net_changes(self.start, needles, seeds)
        edit = Edit(needles, seeds, words)
        unchanged = self.start if not words else None
        layout: Layout = judged_layout(self.prepared, self.request, edit, WHERE, plan=unchanged)
        said = (*self.start.edited_by_hand, *words)
        # A watch of its own: what was measured before, and who was told of it, is another story.
        prepared = replace(self.prepared, watch=Stopwatch())
        result = finish(self.case, self.request, prepared, layout, said)
        there = {needle.id for needle in needles}
        return replace(result, locked=tuple(n for n in self.locked if n in there))
