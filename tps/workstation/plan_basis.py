"""What stays while a plan is edited: patient, request, rules, where dose is looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tps.dose.grids import picture_grid
from tps.dose.model import DoseModel
from tps.errors import BadInput
from tps.export.plan_identity import plan_version
from tps.model import Case, Plan, Prescription, Seed, SourceModel
from tps.model.approval import Approval
from tps.model.limit import Limit
from tps.optimize.problem import Layout
from tps.pipeline.edits import Edit
from tps.pipeline.finish import finish
from tps.pipeline.prepare import Preparation
from tps.pipeline.reevaluate import judged_layout
from tps.pipeline.request import PlanRequest
from tps.pipeline.result import PlanResult
from tps.pipeline.stopwatch import Stopwatch
from tps.pipeline.write import WrittenPlan, write_plan
from tps.workstation.arrangement import WHERE, Arrangement
from tps.workstation.basis import PLAN, Provenance
from tps.workstation.changes import net_changes
from tps.workstation.commands import apply
from tps.workstation.figures import Figures, exact_figures
from tps.workstation.live_dose import LiveDose, live_grid
from tps.workstation.look import Shape, shapes_of
from tps.workstation.plan_entry import arrangement_entry, source_entry
from tps.workstation.rules import RuleBook, Ruled
from tps.workstation.samples import DoseSamples
from tps.workstation.steering_commands import steering_entry


@dataclass(frozen=True, eq=False)
class PlanBasis:
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
    ) -> "PlanBasis":
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
        return PlanBasis(case, request, prepared, start, live, rules, shapes_of(case, prepared), locked)

    kind = PLAN

    @property
    def source(self) -> SourceModel:
        """Of the seeds."""
        return self.prepared.source

    @property
    def engine(self) -> DoseModel:
        """Gives their dose."""
        return self.prepared.engine

    @property
    def existing(self) -> tuple[Seed, ...]:
        """Seeds that were there before."""
        return self.prepared.existing

    @property
    def prescription(self) -> Prescription:
        """Of the request."""
        return self.request.prescription

    @property
    def targets(self) -> tuple[str, ...]:
        """Names of the plan's targets."""
        return self.start.targets

    @property
    def approval(self) -> Approval | None:
        """Of what was opened."""
        return self.start.approval

    @property
    def limits(self) -> tuple[Limit, ...]:
        """Limits and preferences of the request."""
        return self.prepared.problem.limits + self.prepared.problem.soft_limits

    def applied(self, edit: Mapping[str, Any], before: Arrangement) -> tuple[Arrangement, str]:
        """An arrangement after an edit, and the sentence that says it; errors as of ``commands.apply``.

        Parameters
        ----------
        edit : mapping
            Untrusted.
        before : Arrangement
        """
        strengths = [s.strength_u for s in before.seeds] or [self.prepared.problem.strength_u]
        target = edit.get("target") or self.targets[0]
        if target not in self.targets:
            raise BadInput("no such target", where=WHERE, expected=", ".join(self.targets))
        return apply(edit, before, strengths[0], target)

    def version_of(self, arrangement: Arrangement) -> str:
        """Sum of what is to be carried out."""
        needles, seeds = arrangement.planned
        plan = Plan(self.start.source, self.prescription, self.targets, needles, seeds)
        return plan_version(self.case, plan)

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

    def figures_of(self, result: PlanResult) -> Figures:
        """Figures of a plan that was evaluated in full."""
        return exact_figures(result)

    def with_provenance(self, result: PlanResult, provenance: Provenance) -> PlanResult:
        """The result as it is written: with parent, author and signatures."""
        plan = replace(result.plan, approval=provenance.approval)
        return replace(result, plan=plan, parent=provenance.parent, authored=provenance.authored)

    def write(self, result: PlanResult, folder: Path, language: str) -> WrittenPlan:
        """A plan folder, by the writer of every plan; raises ``OutputRefused``.

        Parameters
        ----------
        result : PlanResult
        folder : Path
        language : str
            Of the report.
        """
        return write_plan(result, folder, language=language)

    def strengths_entry(self, seeds: Sequence[Seed]) -> dict[str, Any]:
        """Source, strengths and prescription for the page."""
        strength = self.request.strength_of(self.source)
        return {
            **source_entry(self, seeds),
            "strength_u": round(strength.u, 6),
            "strength_label": strength.text,
            "seed_step_mm": self.request.protocol.seed_step_mm,
        }

    def arrangement_entry(self, arrangement: Arrangement, ruled: Ruled) -> dict[str, Any]:
        """Needles, seeds, what the rules say of them, and what the next planning is forbidden."""
        return arrangement_entry(self.request.protocol, arrangement, ruled) | steering_entry(arrangement)

    def moved_entry(
        self, arrangement: Arrangement, ruled: Ruled, needles: frozenset[int], seeds: frozenset[int]
    ) -> dict[str, Any]:
        """Of these needles and seeds alone.

        Parameters
        ----------
        arrangement : Arrangement
        ruled : Ruled
        needles, seeds : frozenset of int
            Numbers.
        """
        return arrangement_entry(self.request.protocol, arrangement, ruled, needles, seeds)
