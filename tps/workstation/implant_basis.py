"""What stays while seeds that were found are corrected: both scans, the plan, the finder's own seeds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from tps.dose.model import DoseModel
from tps.errors import BadInput
from tps.export.plan_identity import plan_version
from tps.model import Case, Needle, Plan, Prescription, Protocol, Seed, SourceModel
from tps.model.approval import Approval
from tps.model.limit import Limit
from tps.model.strength import Strength
from tps.pipeline.after_implant import AfterImplant, Placement
from tps.pipeline.regions import Regions
from tps.pipeline.verified_implant import matched
from tps.pipeline.verify import is_far, verified
from tps.pipeline.write import WrittenPlan
from tps.pipeline.write_verified import delivered_plan, own_line, write_verified
from tps.postimplant.corrections import corrected_seeds, row_as_written
from tps.postimplant.locate import FoundSeed
from tps.postimplant.matching import Matching
from tps.postimplant.verification import Verification
from tps.workstation.arrangement import WHERE, Arrangement
from tps.workstation.basis import EDITING, IMPLANT, READY, Provenance
from tps.workstation.figures import Figures, exact_figures
from tps.workstation.implant_commands import apply_correction
from tps.workstation.implant_entry import implant_entry
from tps.workstation.live_dose import LiveDose, grid_around
from tps.workstation.look import Shape, shapes_of
from tps.workstation.once import Once
from tps.workstation.plan_entry import source_entry
from tps.workstation.rules import Ruled
from tps.workstation.samples import DoseSamples


@dataclass(frozen=True, eq=False)
class Corrected:
    """A verification with corrected seeds, and who corrected them.

    Parameters
    ----------
    found : Verification
    said : dict
        ``corrected_from`` and ``authored`` for plan.json.
    """

    found: Verification
    said: dict[str, dict] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class SeedsFound:
    """Nothing that was found is against a rule."""

    needles: tuple[Needle, ...]

    def check(self, arrangement: Arrangement) -> Ruled:
        """The planned needles, nothing said of them."""
        return Ruled(self.needles, ())

    def impossible(self, arrangement: Arrangement) -> str:
        """Seeds lie where they were seen."""
        return ""


@dataclass(frozen=True, eq=False)
class ImplantBasis:
    """Seeds found after one implant, ready to be corrected.

    Parameters
    ----------
    after : AfterImplant
    placement : Placement
        Where the plan went: what the page shows.
    opened : Verification
        As it was opened.
    samples : Once of DoseSamples
    live : LiveDose
    shapes : tuple of Shape
    """

    after: AfterImplant
    placement: Placement
    opened: Verification
    samples: Once[DoseSamples]
    live: LiveDose
    shapes: tuple[Shape, ...] = field(repr=False)

    kind = IMPLANT

    @staticmethod
    def of(after: AfterImplant, placement: Placement, opened: Verification) -> "ImplantBasis":
        """Prepare everything that previews need.

        Parameters
        ----------
        after : AfterImplant
        placement : Placement
        opened : Verification
        """
        protocol = Protocol()
        regions = Regions(opened.targets, opened.targets, opened.organs)
        samples = Once(lambda: DoseSamples.of(regions, protocol.surface_step_mm))
        grid = grid_around([s.bounds_mm() for s in opened.targets], protocol)
        made = {s.structure: s for s in (*opened.targets, *opened.organs)}
        targets, organs = ([s.structure for s in solids] for solids in (opened.targets, opened.organs))
        shapes = shapes_of(after.case, targets, organs, made.get)
        live = LiveDose(opened.engine, samples, grid)
        return ImplantBasis(after, placement, opened, samples, live, shapes)

    @property
    def steps(self) -> tuple[Once, ...]:
        """Samples for previews."""
        return (self.samples,)

    @property
    def preparing(self) -> str:
        """What is not there yet."""
        return READY if self.live.samples.done else EDITING

    @property
    def case(self) -> Case:
        """The new scan."""
        return self.after.case

    @property
    def source(self) -> SourceModel:
        """Of the seeds."""
        return self.after.model

    @property
    def engine(self) -> DoseModel:
        """Gives their dose."""
        return self.opened.engine

    @property
    def existing(self) -> tuple[Seed, ...]:
        """None: seeds of earlier implants were found too, and can be corrected."""
        return ()

    @property
    def limits(self) -> tuple[Limit, ...]:
        """None: they are of a plan."""
        return ()

    @property
    def approval(self) -> Approval | None:
        """None: a plan is approved, what was delivered is not."""
        return None

    @property
    def prescription(self) -> Prescription:
        """Of the plan."""
        found = self.after.planned.implant.prescription
        assert found is not None, "read_planned gives one"
        return found

    @property
    def targets(self) -> tuple[str, ...]:
        """Their names in the new scan."""
        return tuple(s.name for s in self.opened.targets)

    @cached_property
    def rules(self) -> SeedsFound:
        """Shows where the needles were planned, in the new scan."""
        move = self.opened.registration.move
        return SeedsFound(
            tuple(
                Needle(n.id, move.points(n.entry_mm)[0], move.points(n.tip_mm)[0], target=n.target)
                for n in self.after.planned.needles
            )
        )

    def arranged(self) -> Arrangement:
        """The seeds of what was opened, numbered as in its found.csv."""
        found = self.opened
        strengths = {
            n: s.strength_u
            for places, seeds in (
                (found.delivered_seen, found.delivered.seeds),
                (found.before_seen, found.before_seeds),
            )
            for n, s in zip(places, seeds, strict=True)
        }
        seeds = [
            Seed(n + 1, 0, seen.position_mm, seen.direction, strengths[n])
            for n, seen in enumerate(found.seen)
        ]
        return Arrangement.numbered((), seeds)

    def applied(self, edit: Mapping[str, Any], before: Arrangement) -> tuple[Arrangement, str]:
        """The seeds after a correction; errors as of ``apply_correction``.

        Parameters
        ----------
        edit : mapping
            Untrusted.
        before : Arrangement
        """
        implant = self.after.planned.implant
        after, text = apply_correction(edit, before, implant.total_strength_u / max(len(implant.seeds), 1))
        if not self.case.ct.grid.contains(np.array([s.position_mm for s in after.seeds])).all():
            raise BadInput(
                "the place lies outside the scan", where=WHERE, expected="a place that the CT shows"
            )
        return after, text

    def version_of(self, arrangement: Arrangement) -> str:
        """Sum of what lies where."""
        seeds = arrangement.seeds
        lines = tuple(own_line(n, s) for n, s in enumerate(seeds, start=1))
        numbered = tuple(
            Seed(s.id, n, s.position_mm, s.direction, s.strength_u) for n, s in enumerate(seeds, start=1)
        )
        return plan_version(
            self.case, Plan(self.source.name, self.prescription, self.targets, lines, numbered)
        )

    def evaluated(self, arrangement: Arrangement) -> Corrected:
        """The verification of these seeds, as ``tps verify --seeds`` makes it; raises ``BadInput``."""
        rows = [row_as_written(s.position_mm, s.direction) for s in arrangement.seeds]
        seen, changes = corrected_seeds(rows, self.after.located.seeds, self.after.spacing_mm)
        # Registered by the seeds themselves, the plan goes elsewhere with every correction.
        placement = None if self.after.request.by == "seeds" else self.placement
        return Corrected(verified(self.after, seen, changes, placement=placement))

    def figures_of(self, result: Corrected) -> Figures:
        """Figures of a verification."""
        found = result.found
        return exact_figures(found.evaluation, delivered_plan(found), found.check)

    def with_provenance(self, result: Corrected, provenance: Provenance) -> Corrected:
        """The verification as it is written: with the folder it was corrected from, and who did it."""
        said = {"corrected_from": provenance.parent, "authored": provenance.authored}
        return Corrected(result.found, {name: each for name, each in said.items() if each})

    def write(self, result: Corrected, folder: Path, language: str) -> WrittenPlan:
        """A folder as ``tps verify`` writes it; raises ``OutputRefused``.

        Parameters
        ----------
        result : Corrected
        folder : Path
        language : str
            Of the report.
        """
        return write_verified(result.found, folder, language=language, corrected=result.said)

    def strengths_entry(self, seeds: Sequence[Seed]) -> dict[str, Any]:
        """Source, strengths and prescription for the page; what was planned of each metric."""
        implant = self.after.planned.implant
        mean = implant.total_strength_u / max(len(implant.seeds), 1)
        strength = Strength.at_implant(self.source, mean, at=implant.at)
        planned = {name: row for name, row in self.opened.planned_metrics.items() if name in self.targets}
        return {
            **source_entry(self, seeds),
            "strength_u": round(mean, 6),
            "strength_label": strength.text,
            "seed_step_mm": None,
            "planned_metrics": planned,
        }

    def arrangement_entry(self, arrangement: Arrangement, ruled: Ruled) -> dict[str, Any]:
        """The seeds, who is who, and what is lost or doubtful."""
        move, as_found = self.opened.registration.move, self._as_found(arrangement)
        far = {s.id for s in arrangement.seeds if is_far(s.position_mm, self.opened.targets)}
        return implant_entry(
            arrangement,
            ruled.needles,
            self.after.planned,
            move,
            self._matching(arrangement),
            as_found,
            frozenset(far),
            self.after.located.doubtful,
        )

    def moved_entry(
        self, arrangement: Arrangement, ruled: Ruled, needles: frozenset[int], seeds: frozenset[int]
    ) -> dict[str, Any]:
        """Where these seeds are; who is who is told when they lie still.

        Parameters
        ----------
        arrangement : Arrangement
        ruled : Ruled
        needles, seeds : frozenset of int
            Numbers.
        """
        moved = [
            {
                "id": s.id,
                "position_mm": [round(float(v), 4) for v in s.position_mm],
                "direction": [round(float(v), 6) for v in s.direction],
                "rules": [],
            }
            for s in arrangement.seeds
            if s.id in seeds
        ]
        return {"needles": [], "seeds": moved, "rules": []}

    def _matching(self, arrangement: Arrangement) -> Matching:
        seen = [_by_hand(s) for s in arrangement.seeds]
        return matched(self.after.planned, seen, self.opened.registration.move)

    def _as_found(self, arrangement: Arrangement) -> dict[int, FoundSeed]:
        """By number: the seeds that nobody has changed."""
        rows = [row_as_written(s.position_mm, s.direction) for s in arrangement.seeds]
        seen, _ = corrected_seeds(rows, self.after.located.seeds, self.after.spacing_mm)
        return {s.id: one for s, one in zip(arrangement.seeds, seen, strict=True) if one.axis_from != "hand"}


def _by_hand(seed: Seed) -> FoundSeed:
    """A seed as the matching takes it: it looks at places alone."""
    return FoundSeed(seed.position_mm, seed.direction, np.eye(3), 0.0, 0.0, "hand", 1.0, -1)
