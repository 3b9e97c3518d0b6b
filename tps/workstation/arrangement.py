"""Needles and seeds as they are edited: frozen, so that each step of the history is kept as it was."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from tps.errors import BadInput
from tps.model import Needle, Plan, Seed
from tps.model.forbidden import ForbiddenDirections, ForbiddenRegion
from tps.model.steering import Steering

WHERE = "the edit"


@dataclass(frozen=True, eq=False)
class Arrangement:
    """What lies where, and what is locked.

    Parameters
    ----------
    needles, seeds : tuple of Needle, tuple of Seed
        A needle may carry no seed while it is edited.
    locked_needles, locked_seeds : frozenset of int
        Their numbers.
    last_needle, last_seed : int
        Highest numbers given so far: a number is never given twice.
    forbidden : tuple of ForbiddenRegion
    not_from : tuple of ForbiddenDirections
        Where the next planning lets no needle go.
    """

    needles: tuple[Needle, ...]
    seeds: tuple[Seed, ...]
    locked_needles: frozenset[int] = frozenset()
    locked_seeds: frozenset[int] = frozenset()
    last_needle: int = 0
    last_seed: int = 0
    forbidden: tuple[ForbiddenRegion, ...] = ()
    not_from: tuple[ForbiddenDirections, ...] = ()

    @staticmethod
    def of(plan: Plan) -> "Arrangement":
        """A plan's needles and seeds, nothing locked."""
        return Arrangement.numbered(plan.needles, plan.seeds)

    @staticmethod
    def numbered(needles: Iterable[Needle], seeds: Iterable[Seed]) -> "Arrangement":
        """Needles and seeds; the highest numbers are theirs."""
        needles, seeds = tuple(needles), tuple(seeds)
        last = [max((item.id for item in items), default=0) for items in (needles, seeds)]
        return Arrangement(needles, seeds, last_needle=last[0], last_seed=last[1])

    def needle(self, number: int) -> Needle:
        """A needle by its number; raises ``BadInput``."""
        for needle in self.needles:
            if needle.id == number:
                return needle
        raise BadInput(f"there is no needle {number}", where=WHERE)

    def seed(self, number: int) -> Seed:
        """A seed by its number; raises ``BadInput``."""
        for seed in self.seeds:
            if seed.id == number:
                return seed
        raise BadInput(f"there is no seed {number}", where=WHERE)

    def seeds_on(self, number: int) -> tuple[Seed, ...]:
        """The seeds of a needle, in the order of their numbers."""
        return tuple(seed for seed in self.seeds if seed.needle == number)

    def with_needle(self, needle: Needle) -> "Arrangement":
        """With one needle changed, or added."""
        kept = [needle if n.id == needle.id else n for n in self.needles]
        if all(n is not needle for n in kept):
            kept.append(needle)
        return replace(self, needles=tuple(kept), last_needle=max(self.last_needle, needle.id))

    def with_seeds(self, changed: Iterable[Seed]) -> "Arrangement":
        """With seeds changed, or added."""
        by_id = {seed.id: seed for seed in self.seeds} | {seed.id: seed for seed in changed}
        seeds = tuple(by_id[k] for k in sorted(by_id))
        return replace(self, seeds=seeds, last_seed=max([self.last_seed, *by_id]))

    def without(self, needle: int | None = None, seeds: Iterable[int] = ()) -> "Arrangement":
        """Without a needle, or without seeds."""
        gone = frozenset(seeds)
        return replace(
            self,
            needles=tuple(n for n in self.needles if n.id != needle),
            seeds=tuple(s for s in self.seeds if s.id not in gone),
            locked_needles=self.locked_needles - {needle},
            locked_seeds=self.locked_seeds - gone,
        )

    def steered_by(self, steering: Steering) -> "Arrangement":
        """With the forbidden regions and directions of a request."""
        return replace(self, forbidden=steering.forbidden, not_from=steering.not_from)

    @property
    def planned(self) -> tuple[tuple[Needle, ...], tuple[Seed, ...]]:
        """What becomes a plan: needles that carry seeds, and all seeds."""
        used = {seed.needle for seed in self.seeds}
        return tuple(n for n in self.needles if n.id in used), self.seeds

    @property
    def kept(self) -> tuple[tuple[Needle, ...], tuple[Seed, ...]]:
        """What planning again keeps: locked needles with all their seeds, and the needles of locked seeds."""
        seeds = tuple(s for s in self.seeds if s.needle in self.locked_needles or s.id in self.locked_seeds)
        used = {s.needle for s in seeds}
        return tuple(n for n in self.needles if n.id in used), seeds
