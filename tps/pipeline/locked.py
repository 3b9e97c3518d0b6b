"""Needles that a user gives with their seeds: kept as they are, and the rest is planned around them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tps.access.approach import Approach
from tps.access.kept_needles import KeptNeedle, closed_beside
from tps.access.obstacles import Obstacles
from tps.errors import BadInput
from tps.export.integrity import check_beside_plan
from tps.export.read_needles import read_needles_csv
from tps.model import Grid, Needle, Seed, SourceModel
from tps.model.reason import Reason
from tps.model.words import counted
from tps.optimize.problem import Layout, Problem
from tps.optimize.search.arrays import NEEDLE_MARGIN_MM
from tps.optimize.search.layout_metrics import measure_layout
from tps.pipeline.edits import needles_of_rows
from tps.pipeline.layout_rules import broken_rules, checked_needles, in_target, refuse_impossible_layout
from tps.pipeline.regions import Regions
from tps.pipeline.request import PlanRequest

LOCK = "--lock"

# Needles and their seeds.
Kept = tuple[Sequence[Needle], Sequence[Seed]]


@dataclass(frozen=True, eq=False)
class Locked:
    """Needles that are kept.

    Parameters
    ----------
    needles : tuple of Needle
        They know their way.
    seeds : tuple of Seed
        On them, numbered from 1.
    refused : tuple of Reason
        Why the final judge does not allow some of them.
    where : str
        How they were given.
    as_they_are : bool
        Their seeds have strengths of their own.
    """

    needles: tuple[Needle, ...]
    seeds: tuple[Seed, ...]
    refused: tuple[Reason, ...]
    where: str = LOCK
    as_they_are: bool = False

    def with_strength(self, strength_u: float) -> "Locked":
        """The same with seeds of another strength: those of the plan."""
        if self.as_they_are:
            return self
        return replace(self, seeds=tuple(replace(s, strength_u=strength_u) for s in self.seeds))

    @property
    def note(self) -> str:
        """What a reader must know of the plan."""
        numbers = ", ".join(str(n.id) for n in self.needles)
        return (
            f"Kept as given ({self.where}): {counted(len(self.needles), 'needle')} ({numbers}) with"
            f" {counted(len(self.seeds), 'seed')}; the rest was planned around them."
        )

    def around(self, approach: Approach, regions: Regions, request: PlanRequest) -> Approach:
        """An approach without the rays that come too near to the needles that are kept."""
        protocol = request.protocol
        kept = [KeptNeedle(n, in_target(n, self.seeds, regions.planned)[0]) for n in self.needles]
        clear = 2.0 * protocol.needle_radius_mm + NEEDLE_MARGIN_MM
        return closed_beside(
            approach, kept, clear, protocol.needle_spacing_mm[0], protocol.entry_separation_mm
        )

    def joined(
        self, layout: Layout, regions: Regions, request: PlanRequest, existing: Sequence[Seed]
    ) -> Layout:
        """The layout of the rest with these needles first; rules that are not kept are among its warnings.

        Parameters
        ----------
        layout : Layout
            Numbered on from these needles and seeds.
        regions : Regions
        request : PlanRequest
        existing : sequence of Seed
            That are there already, of earlier implants.
        """
        needles, seeds = self.needles + layout.needles, self.seeds + layout.seeds
        rules = broken_rules(needles, seeds, regions.planned, request.protocol, existing=existing)
        return replace(
            layout,
            needles=needles,
            seeds=seeds,
            reasons=layout.reasons + self.refused,
            warnings=layout.warnings + rules,
        )


def read_locked(
    request: PlanRequest,
    source: SourceModel,
    regions: Regions,
    obstacles: Obstacles,
    grid: Grid,
    existing: Sequence[Seed],
) -> Locked | None:
    """The needles to keep; None where none are given.

    Parameters
    ----------
    request : PlanRequest
    source : SourceModel
        Of their seeds, which are the plan's own.
    regions : Regions
    obstacles : Obstacles
    grid : Grid
        Of the CT.
    existing : sequence of Seed
        That are there already.

    Raises
    ------
    BadInput
        If the table cannot be read, names a target that is not planned, asks for what cannot be built, or
        has more needles than are allowed.
    """
    if not request.lock:
        return None
    check_beside_plan(request.lock)
    rows = read_needles_csv(request.lock)
    if request.max_needles is not None and len(rows) > request.max_needles:
        raise BadInput(
            f"{counted(len(rows), 'needle')} to keep, {request.max_needles} allowed",
            where=f"{LOCK} and --max-needles",
            remedy="allow more needles, or keep fewer",
        )
    planned = {d.name: p.name for d, p in zip(regions.drawn, regions.planned, strict=True)}
    named = [replace(row, target=planned.get(row.target, row.target)) for row in rows]
    names = [solid.name for solid in regions.planned]
    needles, seeds = needles_of_rows(named, names, grid, request.strength_of(source).u)
    refuse_impossible_layout(needles, seeds, source, existing, where=LOCK)
    needles, refused = checked_needles(needles, seeds, obstacles, source.capsule_half_length_mm)
    return Locked(needles, seeds, refused)


def locked_as(
    kept: Kept, source: SourceModel, obstacles: Obstacles, existing: Sequence[Seed], where: str
) -> Locked | None:
    """Needles to keep with their seeds, numbers and strengths; None where there are none.

    Parameters
    ----------
    kept : tuple of Needle, tuple of Seed
    source : SourceModel
    obstacles : Obstacles
    existing : sequence of Seed
        That are there already.
    where : str
        How they were given, for messages.

    Raises
    ------
    BadInput
        For what cannot be built.
    """
    needles, seeds = kept
    if not needles:
        return None
    refuse_impossible_layout(needles, seeds, source, existing, where)
    needles, refused = checked_needles(needles, seeds, obstacles, source.capsule_half_length_mm)
    return Locked(needles, tuple(seeds), refused, where, as_they_are=True)


def layout_around(problem: Problem, locked: Locked | None, request: PlanRequest) -> Layout:
    """``optimise``, unless the needles that are kept are as many as allowed, or do alone."""
    # Who opens a plan, or judges one, does not wait for the search's compiled code.
    from tps.optimize.solve import optimise

    if locked is None:
        return optimise(problem)
    verdict = measure_layout(problem, ())
    met = verdict.met and not verdict.broken
    if met or len(locked.needles) == request.max_needles:
        return Layout((), (), met)
    return optimise(problem)
