"""Search over sets of needle lines for choices of candidates that cost little, or proof that none do."""

import heapq
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tps.optimize.certificate.covering import Program
from tps.optimize.certificate.dual_bounds import Prices
from tps.optimize.certificate.lp_relaxation import Relaxation, Relaxer

# A candidate is chosen as a whole, or not, within this.
WHOLE = 1e-6


@dataclass(frozen=True, eq=False)
class Part:
    """Choices of ``allowed`` candidates (n bool) with all those ``forced`` (n bool) on ``lines`` (m bool).

    ``seen`` is how many prices its bound heeds already, ``begin`` the points its relaxation begins with.
    """

    lines: np.ndarray
    allowed: np.ndarray
    forced: np.ndarray
    seen: int = 0
    begin: Sequence[int] | np.ndarray = ()
    solution: Relaxation | None = None


class Tree:
    """Best-first search: at any time no choice costs less than ``lowest``.

    A relaxation solved for one part gives prices, and those a bound for every other part.

    Parameters
    ----------
    program : Program
    sets : (sets, m) bool
        Every choice lies within one of these sets of lines.
    prices : Prices
        To begin with.
    relaxer : Relaxer
    ceiling : float
        Choices that cost more are of no interest.

    Attributes
    ----------
    best : float
        Cost of the cheapest choice found.
    solved : int
        Relaxations solved.
    """

    def __init__(
        self, program: Program, sets: np.ndarray, prices: Prices, relaxer: Relaxer, ceiling: float = np.inf
    ):
        self._program, self._prices, self._relaxer, self._ceiling = program, prices, relaxer, ceiling
        self._line, self._near, self._beside = program.candidates.line, program.near_lines, program.beside
        self._sets = prices.encoded(sets)
        self._bounds = prices.of_sets(self._sets, 0)
        self._heap: list[tuple[float, int, Part]] = []
        self._pushed = 0
        self.best = np.inf
        self.solved = 0
        self._drop_dear_sets()

    @property
    def lowest(self) -> float:
        """No choice costs less, but for those above the ceiling."""
        of_parts = self._heap[0][0] if self._heap else np.inf
        return max(0.0, min(float(self._bounds.min(initial=np.inf)), of_parts, self.best))

    def raise_to(self, threshold: float, most: int, deadline: float) -> bool:
        """Search until no choice is left that may cost ``threshold`` or less.

        False if one was found, after ``most`` relaxations, or at the ``deadline`` (``time.perf_counter``).
        """
        while self.lowest <= threshold:
            if self.best <= threshold or self.solved >= most or time.perf_counter() > deadline:
                return False
            bound, part = self._next()
            fresh = self._bound(part)
            if fresh > bound:
                self._push(fresh, part)
            elif part.solution is None:
                self._push(bound, self._solved(part))
            else:
                for child in self._children(part, part.solution, bound):
                    self._push(bound, child)
        return True

    def _next(self) -> tuple[float, Part]:
        """The part with the lowest bound, taken out."""
        if self._heap and self._heap[0][0] <= self._bounds.min(initial=np.inf):
            bound, _, part = heapq.heappop(self._heap)
            return bound, part
        at = int(np.argmin(self._bounds))
        bound = float(self._bounds[at])
        lines = self._prices.decoded(self._sets[at])
        self._bounds[at] = np.inf
        every = np.ones(len(self._line), bool)
        return bound, Part(lines, every, ~every, seen=self._prices.count)

    def _push(self, bound: float, part: Part) -> None:
        bound = max(bound, self._bound(part))
        if bound <= self._ceiling:
            self._pushed += 1
            heapq.heappush(self._heap, (bound, self._pushed, replace(part, seen=self._prices.count)))

    def _bound(self, part: Part) -> float:
        """By the prices that are new to the part."""
        return self._prices.of_choices(part.lines, part.allowed, part.forced, part.seen)

    def _solved(self, part: Part) -> Part:
        """The part with its relaxation, whose prices are used everywhere."""
        found = self._relaxer.solve(part.lines, part.allowed, part.forced, self._ceiling, part.begin)
        self.solved += 1
        if self._is_choice(found):
            self.best = min(self.best, found.value)
        self._prices.add(found.dose_price, found.group_price)
        fresh = self._prices.of_sets(self._sets, self._prices.count - 1)
        np.maximum(self._bounds, fresh, out=self._bounds)
        self._drop_dear_sets()
        return replace(part, solution=found)

    def _drop_dear_sets(self) -> None:
        kept = self._bounds <= self._ceiling
        # Copying pays only when much goes.
        if kept.sum() < 0.7 * len(kept):
            self._bounds, self._sets = self._bounds[kept], self._sets[kept]

    def _is_choice(self, found: Relaxation) -> bool:
        """True if a relaxation's solution is whole seeds, gives what is needed and keeps every distance."""
        chosen = np.nonzero(found.seeds > WHOLE)[0]
        lines = np.unique(self._line[chosen])
        return bool(
            found.value <= self._ceiling
            and found.missing <= WHOLE
            and (found.seeds[chosen] >= 1.0 - WHOLE).all()
            and not self._near[np.ix_(lines, lines)].any()
        )

    def _children(self, part: Part, found: Relaxation, bound: float) -> list[Part]:
        """Parts that together hold every choice of a part solved as ``found``; none if there is no choice."""
        part = replace(part, begin=found.tight, solution=None)
        crowded = np.nonzero(part.lines & self._near[part.lines].any(axis=0))[0]
        if len(crowded):
            gain = self._prices.after_lines(part.lines, part.allowed, part.forced, crowded, self._near)
            at = crowded[self._most_gained(gain, bound)]
            without = part.lines.copy()
            without[at] = False
            return [replace(part, lines=part.lines & ~self._near[at]), replace(part, lines=without)]
        free = part.allowed & ~part.forced & part.lines[self._line]
        parted = np.abs(found.seeds - np.round(found.seeds)) > WHOLE
        seeds = np.nonzero(free & parted if (free & parted).any() else free)[0]
        if not len(seeds):
            self._take(part)
            return []
        gain = self._prices.after_seeds(part.lines, part.allowed, part.forced, seeds)
        at = seeds[self._most_gained(gain, bound)]
        forced, without = part.forced.copy(), part.allowed.copy()
        forced[at], without[at] = True, False
        chosen = replace(part, allowed=part.allowed & ~self._beside[at], forced=forced)
        return [chosen, replace(part, allowed=without)]

    def _take(self, part: Part) -> None:
        """Note the one choice that is left of a part, should its relaxation have failed to see it."""
        p, costs = self._program, self._relaxer.costs
        if (p.cover @ part.forced >= p.need - WHOLE).all():
            lines = len(np.unique(self._line[part.forced]))
            self.best = min(self.best, costs.seed * part.forced.sum() + costs.line * lines)

    def _most_gained(self, bounds: np.ndarray, bound: float) -> int:
        """Where both children's bounds (2, choices) rise most over the parent's."""
        dearest = min(self._ceiling + 1.0, bounds[np.isfinite(bounds)].max(initial=bound + 1.0))
        gain = np.minimum(bounds, dearest) - bound
        return int(np.argmax(np.prod(np.maximum(gain, 1e-3), axis=0)))
