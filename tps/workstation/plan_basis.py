"""What stays while a plan is edited: patient, request, rules, where dose is looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from tps.dose.model import DoseModel
from tps.errors import BadInput
from tps.export.plan_identity import plan_version
from tps.geometry.solid import Solid
from tps.model import Case, Plan, Prescription, Seed, SourceModel, Structure
from tps.model.approval import Approval
from tps.model.limit import Limit
from tps.optimize.problem import Layout
from tps.pipeline.edits import Edit
from tps.pipeline.finish import finish
from tps.pipeline.prepare import Premises, Preparation, prepare, prepare_regions
from tps.pipeline.reevaluate import judged_layout
from tps.pipeline.regions import Regions, build_targets, organ_structures, target_structures
from tps.pipeline.request import PlanRequest
from tps.pipeline.result import PlanResult
from tps.pipeline.stopwatch import Stopwatch
from tps.pipeline.write import WrittenPlan, write_plan
from tps.workstation.arrangement import WHERE, Arrangement
from tps.workstation.basis import EDITING, ORGANS, PLAN, READY, RULES, Provenance
from tps.workstation.changes import net_changes
from tps.workstation.commands import apply
from tps.workstation.figures import Figures, exact_figures
from tps.workstation.live_dose import LiveDose, grid_around
from tps.workstation.look import Shape, shapes_of
from tps.workstation.once import Once
from tps.workstation.plan_entry import arrangement_entry, source_entry
from tps.workstation.rules import RuleBook, Ruled
from tps.workstation.samples import DoseSamples
from tps.workstation.steering_commands import steering_entry


@dataclass(frozen=True, eq=False)
class Growing:
    """Samples of which some are there before all are.

    Parameters
    ----------
    stages : tuple of Once of DoseSamples
        Each holds those of the one before, and more.
    """

    stages: tuple[Once[DoseSamples], ...]

    @property
    def done(self) -> bool:
        """Whether the first are there."""
        return self.stages[0].done

    def __call__(self) -> DoseSamples:
        """All that there are by now; waits for the first."""
        return next((stage for stage in reversed(self.stages) if stage.done), self.stages[0])()


@dataclass(frozen=True, eq=False)
class PlanBasis:
    """One request in one patient; what editing needs is made in the background, or when it is asked for.

    Parameters
    ----------
    case : Case
    request : PlanRequest
    premises : Premises
    start : Plan
        What the planner, or the folder, gave: edits are told against it.
    locked : tuple of int
        Numbers of the needles that were given and not searched for.

    Attributes
    ----------
    live : LiveDose
    rules : RuleBook
    """

    case: Case
    request: PlanRequest
    premises: Premises
    start: Plan
    locked: tuple[int, ...] = ()
    live: LiveDose = field(init=False, repr=False)
    rules: RuleBook = field(init=False, repr=False)
    _targets: Once[Regions] = field(init=False, repr=False)
    _first_samples: Once[DoseSamples] = field(init=False, repr=False)
    _regions: Once[Regions] = field(init=False, repr=False)
    _samples: Once[DoseSamples] = field(init=False, repr=False)
    _prepared: Once[Preparation] = field(init=False, repr=False)
    _all_samples: Once[DoseSamples] = field(init=False, repr=False)
    _derived: Once[tuple[Structure, ...]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        case, request, premises = self.case, self.request, self.premises
        set_once = partial(object.__setattr__, self)
        set_once("_targets", Once(lambda: build_targets(case, request)))
        step_mm = request.protocol.surface_step_mm
        set_once("_first_samples", Once(lambda: DoseSamples.of(self._targets(), step_mm)))
        set_once("_regions", Once(lambda: prepare_regions(case, request, premises, self._targets())))
        set_once("_samples", Once(lambda: self._first_samples().with_organs(self._regions())))
        set_once("_prepared", Once(self._prepare))
        set_once("_all_samples", Once(lambda: self._samples().with_skin(self._prepared().skin)))
        set_once("_derived", Once(lambda: self._prepared().obstacles.derived))
        bounds = [structure.bounds_mm() for structure in self._target_structures]
        grid = grid_around(bounds, request.protocol)
        samples = Growing((self._first_samples, self._samples, self._all_samples))
        set_once("live", LiveDose(premises.engine, samples, grid))
        set_once("rules", RuleBook(case, request, premises, self._prepared))

    @staticmethod
    def of(case: Case, request: PlanRequest, start: Plan, locked: tuple[int, ...] = ()) -> "PlanBasis":
        """Of a request whose premises are not known yet.

        Parameters
        ----------
        case : Case
        request : PlanRequest
        start : Plan
        locked : tuple of int
        """
        return PlanBasis(case, request, Premises.of(case, request), start, locked)

    kind = PLAN

    def _prepare(self) -> Preparation:
        return prepare(self.case, self.request, search=False, premises=self.premises, regions=self._regions())

    @property
    def prepared(self) -> Preparation:
        """Everything that rules and the full evaluation need; waits until it is there."""
        return self._prepared()

    @property
    def steps(self) -> tuple[Once, ...]:
        """Samples of targets; of organs; rules, and the skin's samples; outlines of what is in the CT."""
        return self._first_samples, self._samples, self._all_samples, self._derived

    @property
    def preparing(self) -> str:
        """What is not there yet."""
        if not self._first_samples.done:
            return EDITING
        if not self._samples.done:
            return ORGANS
        return READY if self._all_samples.done else RULES

    @property
    def _target_structures(self) -> tuple[Structure, ...]:
        """A margin is drawn nowhere: where one is asked for, the bodies are made first."""
        if not self.request.margin_mm:
            return target_structures(self.case, self.request)
        return tuple(solid.structure for solid in self._targets().targets)

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """Regions as drawn, and as found in the CT as soon as that is known."""
        targets, organs = self._drawn
        derived = self._derived() if self._derived.done else ()
        return shapes_of(self.case, targets, organs, self._body_of, derived)

    @cached_property
    def _drawn(self) -> tuple[tuple[Structure, ...], tuple[Structure, ...]]:
        """Targets and organs."""
        case, request = self.case, self.request
        organs = organ_structures(case, request, self.limits, target_structures(case, request))
        return self._target_structures, organs

    def _body_of(self, structure: Structure) -> Solid | None:
        regions = self._regions()
        return next((s for s in (*regions.targets, *regions.organs) if s.structure is structure), None)

    @property
    def source(self) -> SourceModel:
        """Of the seeds."""
        return self.premises.source

    @property
    def engine(self) -> DoseModel:
        """Gives their dose."""
        return self.premises.engine

    @property
    def existing(self) -> tuple[Seed, ...]:
        """Seeds that were there before."""
        return self.premises.existing

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
        return self.premises.all_limits

    def applied(self, edit: Mapping[str, Any], before: Arrangement) -> tuple[Arrangement, str]:
        """An arrangement after an edit, and the sentence that says it; errors as of ``commands.apply``.

        Parameters
        ----------
        edit : mapping
            Untrusted.
        before : Arrangement
        """
        strengths = [s.strength_u for s in before.seeds] or [self.premises.strength_u]
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
        ways = partial(self.rules.ways, arrangement)
        layout: Layout = judged_layout(self.prepared, self.request, edit, WHERE, unchanged, ways)
        said = (*self.start.edited_by_hand, *words)
        # A watch of its own: what was measured before, and who was told of it, is another story.
        prepared = replace(self.prepared, watch=Stopwatch())
        result = finish(self.case, self.request, prepared, layout, said)
        there = {needle.id for needle in needles}
        return replace(result, locked=tuple(n for n in self.locked if n in there))

    def figures_of(self, result: PlanResult) -> Figures:
        """Figures of a plan that was evaluated in full."""
        return exact_figures(result.evaluation, result.plan, result.second_check)

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
