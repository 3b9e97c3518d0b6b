"""What stays while something is edited: seeds that are to be implanted, or seeds found after an implant."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from tps.dose.model import DoseModel
from tps.model import Case, Prescription, Seed, SourceModel
from tps.model.approval import Approval
from tps.model.limit import Limit
from tps.pipeline.write import WrittenPlan
from tps.workstation.arrangement import Arrangement
from tps.workstation.figures import Figures
from tps.workstation.live_dose import LiveDose
from tps.workstation.look import Shape
from tps.workstation.once import Once
from tps.workstation.rules import Ruled, Rules

# What a basis is for.
PLAN, IMPLANT = "plan", "implant"

# What is not there yet: what every edit needs; organs as bodies; what the rules need; nothing is missing.
EDITING, ORGANS, RULES, READY = "editing", "organs", "rules", ""


@dataclass(frozen=True)
class Provenance:
    """Where a version comes from and who answers for it.

    Parameters
    ----------
    parent : dict
        The folder that was opened, as plan.json names it; empty without one.
    authored : dict
        ``author``, ``reason`` and ``at``; empty where nobody made a version.
    approval : Approval, optional
    """

    parent: dict = field(default_factory=dict)
    authored: dict = field(default_factory=dict)
    approval: Approval | None = None


class Basis(Protocol):
    """What the desk asks of what lies under an arrangement."""

    @property
    def kind(self) -> str:
        """``PLAN`` or ``IMPLANT``."""

    @property
    def case(self) -> Case:
        """Scan and contours."""

    @property
    def steps(self) -> tuple[Once, ...]:
        """What is made in the background, in the order in which it is needed."""

    @property
    def preparing(self) -> str:
        """``EDITING``, ``ORGANS``, ``RULES`` or ``READY``."""

    @property
    def live(self) -> LiveDose:
        """The dose at the places that are looked at."""

    @property
    def rules(self) -> Rules:
        """What is said of an arrangement."""

    @property
    def shapes(self) -> tuple[Shape, ...]:
        """The regions that there are to see."""

    @property
    def source(self) -> SourceModel:
        """Of the seeds."""

    @property
    def engine(self) -> DoseModel:
        """Gives their dose."""

    @property
    def existing(self) -> tuple[Seed, ...]:
        """Seeds that give dose and are not edited."""

    @property
    def prescription(self) -> Prescription:
        """What is wanted."""

    @property
    def limits(self) -> tuple[Limit, ...]:
        """Limits and preferences."""

    @property
    def targets(self) -> tuple[str, ...]:
        """Their names."""

    @property
    def approval(self) -> Approval | None:
        """Of what was opened."""

    def applied(self, edit: Mapping[str, Any], before: Arrangement) -> tuple[Arrangement, str]:
        """An arrangement after an edit, and the sentence that says it; raises ``BadInput``."""

    def version_of(self, arrangement: Arrangement) -> str:
        """Sum of what an arrangement says."""

    def evaluated(self, arrangement: Arrangement) -> Any:
        """The full evaluation and second check; raises ``BadInput`` or ``PlanRefused``."""

    def figures_of(self, result: Any) -> Figures:
        """Figures of such an evaluation."""

    def with_provenance(self, result: Any, provenance: Provenance) -> Any:
        """The evaluation as it is written."""

    def write(self, result: Any, folder: Path, language: str) -> WrittenPlan:
        """Write it as a new folder; raises ``OutputRefused``."""

    def strengths_entry(self, seeds: Sequence[Seed]) -> dict[str, Any]:
        """Source, strengths and prescription for the page."""

    def arrangement_entry(self, arrangement: Arrangement, ruled: Ruled) -> dict[str, Any]:
        """Needles, seeds and what is said of them, for the page."""

    def moved_entry(
        self, arrangement: Arrangement, ruled: Ruled, needles: frozenset[int], seeds: frozenset[int]
    ) -> dict[str, Any]:
        """Of these needles and seeds alone, while they are dragged.

        Parameters
        ----------
        arrangement : Arrangement
        ruled : Ruled
        needles, seeds : frozenset of int
            Numbers.
        """
