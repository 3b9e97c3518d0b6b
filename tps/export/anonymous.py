"""A plan as it may leave the house: no word of the patient's in names of regions, warnings and reasons."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tps.dicom.identity.identifying import Identifying, identifying_of_case
from tps.evaluate.evaluation import Evaluation
from tps.model import Case, Plan, Structure
from tps.model.names import MINUS
from tps.model.verdict import Verdict


@dataclass(frozen=True, eq=False)
class Anonymous:
    """What is taken out, and the new names of regions.

    Parameters
    ----------
    hidden : Identifying
    names : dict of str to str
        Only of regions whose name changes.
    """

    hidden: Identifying
    names: dict[str, str]

    @staticmethod
    def of(case: Case, regions: Iterable[str] = ()) -> "Anonymous":
        """For a case and the names of further regions of its plan."""
        hidden = identifying_of_case(case)
        return Anonymous(hidden, hidden.renamed([*case.structures, *case.empty_rois, *regions]))

    def text(self, text: str) -> str:
        """A sentence without anything identifying."""
        return self.hidden.without(text)

    def name(self, name: str) -> str:
        """The name a region goes by; of an organ without a target, both are renamed."""
        if name not in self.names and MINUS in name:
            return MINUS.join(self.names.get(part, part) for part in name.split(MINUS))
        return self.names.get(name, name)

    def structure(self, structure: Structure) -> Structure:
        """The same contours under that name."""
        return replace(structure, name=self.name(structure.name))

    def plan(self, plan: Plan) -> Plan:
        """The plan with those names and without identifying remarks."""
        needles = [
            replace(
                n,
                target=self.name(n.target),
                nearest_obstacle=self.text(self.name(n.nearest_obstacle)),
                crossed=tuple(replace(c, name=self.text(self.name(c.name))) for c in n.crossed),
            )
            for n in plan.needles
        ]
        return replace(
            plan,
            targets=tuple(map(self.name, plan.targets)),
            needles=tuple(needles),
            reasons=tuple(replace(r, text=self.text(r.text)) for r in plan.reasons),
            warnings=tuple(map(self.text, plan.warnings)),
            edited_by_hand=tuple(map(self.text, plan.edited_by_hand)),
            verdict=plan.verdict and self.verdict(plan.verdict),
            approval=None,
        )

    def verdict(self, verdict: Verdict) -> Verdict:
        """The verdict under those names."""
        return replace(
            verdict,
            dose=self.text(verdict.dose),
            limits=self.text(verdict.limits),
            access=self.text(verdict.access),
            looked_at=tuple(self.text(self.name(n)) for n in verdict.looked_at),
        )

    def evaluation(self, evaluation: Evaluation) -> Evaluation:
        """The evaluation under those names."""

        def renamed(found: dict) -> dict:
            return {self.name(n): v for n, v in found.items()}

        goals = [replace(g, limit=replace(g.limit, roi=self.name(g.limit.roi))) for g in evaluation.goals]
        return replace(
            evaluation,
            metrics=renamed(evaluation.metrics),
            dvhs=renamed(evaluation.dvhs),
            minimum_at_mm=renamed(evaluation.minimum_at_mm),
            goals=tuple(goals),
        )
