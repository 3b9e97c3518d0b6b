"""What the rules say of needles and seeds while they are edited: by the one checker of the program."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Protocol

from tps.errors import BadInput
from tps.model import Case, Needle
from tps.model.crossing import Crossing
from tps.model.reason import Reason
from tps.pipeline.judge import needles_with_crossings
from tps.pipeline.layout_rules import broken_rules, checked_needles, named_in, refuse_impossible_layout
from tps.pipeline.prepare import Premises, Preparation
from tps.pipeline.request import PlanRequest
from tps.workstation.arrangement import WHERE, Arrangement
from tps.workstation.once import Once

# Ways that were looked at are remembered, so that what did not change is not looked at again.
MOST_REMEMBERED = 2000

# All that is not kept is told: the page shows it beside what it is about.
EVERYTHING = 10_000


@dataclass(frozen=True, eq=False)
class Ruled:
    """An arrangement and what is said of it.

    Parameters
    ----------
    needles : tuple of Needle
        They know their way.
    broken : tuple of Reason
        Rules that are not kept, in words.
    impossible : str
        What cannot be built; "" where all can.
    asked : bool
        False as long as it is not known what the rules say: ``broken`` is empty then, and says nothing.
    """

    needles: tuple[Needle, ...]
    broken: tuple[Reason, ...]
    impossible: str = ""
    asked: bool = True

    @property
    def texts(self) -> list[str]:
        """All of it in words."""
        return [*([self.impossible] if self.impossible else []), *(reason.text for reason in self.broken)]

    @cached_property
    def of_needles(self) -> dict[int, list[str]]:
        """What is said of each needle."""
        return _by_number((n, r.text) for r in self.broken for n in named_in(r.text)[0])

    @cached_property
    def of_seeds(self) -> dict[int, list[str]]:
        """What is said of each seed."""
        return _by_number((s, r.text) for r in self.broken for s in named_in(r.text)[1])


def _by_number(pairs: Iterable[tuple[int, str]]) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for number, text in pairs:
        found.setdefault(number, []).append(text)
    return found


class Rules(Protocol):
    """What says something of an arrangement."""

    def check(self, arrangement: Arrangement) -> Ruled:
        """What is said of it."""

    def impossible(self, arrangement: Arrangement) -> str:
        """What cannot be, in one sentence; "" where all can."""


@dataclass(eq=False)
class RuleBook:
    """The rules of one request in one patient.

    Parameters
    ----------
    case : Case
    request : PlanRequest
    premises : Premises
    preparation : Once of Preparation
        Until it is made nothing is said but what cannot be built.
    """

    case: Case
    request: PlanRequest
    premises: Premises
    preparation: Once[Preparation]
    _seen: dict[bytes, tuple[Needle, tuple[Reason, ...]]] = field(
        init=False, default_factory=dict, repr=False
    )
    _passed: dict[bytes, tuple[Crossing, ...]] = field(init=False, default_factory=dict, repr=False)

    def check(self, arrangement: Arrangement) -> Ruled:
        """What the rules say of an arrangement, as far as they can be asked yet."""
        if not self.preparation.done:
            return Ruled(arrangement.needles, (), self.impossible(arrangement), asked=False)
        prepared, seeds = self.preparation(), arrangement.seeds
        needles, refused = self.ways(arrangement, arrangement.needles)
        rules = broken_rules(
            needles,
            seeds,
            prepared.regions.planned,
            self.request.protocol,
            existing=prepared.existing,
            max_needles=self.request.max_needles,
            most_told=EVERYTHING,
        )
        bare = {n.id for n in needles} - {s.needle for s in seeds}
        empty = tuple(
            Reason("rule not kept", f"needle {n} carries no seed; it is left out of the plan")
            for n in sorted(bare)
        )
        return Ruled(needles, (*refused, *rules, *empty), self.impossible(arrangement))

    def impossible(self, arrangement: Arrangement) -> str:
        """What cannot be built, in one sentence; "" where all can."""
        known = self.premises
        try:
            refuse_impossible_layout(
                arrangement.needles, arrangement.seeds, known.source, known.existing, WHERE
            )
        except BadInput as error:
            return error.what
        return ""

    def ways(
        self, arrangement: Arrangement, needles: Sequence[Needle]
    ) -> tuple[tuple[Needle, ...], tuple[Reason, ...]]:
        """Some needles that know their way, and why they may not go it, as ``checked_needles`` gives them.

        Parameters
        ----------
        arrangement : Arrangement
            In which they lie, with their seeds.
        needles : sequence of Needle
        """
        found = [self._way(needle, arrangement) for needle in needles]
        return tuple(needle for needle, _ in found), tuple(r for _, reasons in found for r in reasons)

    def _way(self, needle: Needle, arrangement: Arrangement) -> tuple[Needle, tuple[Reason, ...]]:
        """A needle that knows its way, and why it may not go it."""
        mine = arrangement.seeds_on(needle.id)
        line = b"".join(
            [f"{needle.id} {needle.target} ".encode(), needle.entry_mm.tobytes(), needle.tip_mm.tobytes()]
        )
        key = b"".join([line, *(seed.position_mm.tobytes() for seed in mine)])
        prepared = self.preparation()
        # Whoever else looks at ways may forget all that are known at any time.
        crossed, known = self._passed.get(line), self._seen.get(key)
        if crossed is None:
            passing = needles_with_crossings([needle], prepared.obstacles, self.case, prepared.regions)
            crossed = passing[0].crossed
            _remember(self._passed, line, crossed)
        if known is None:
            half_mm = prepared.problem.half_seed_mm
            (checked,), refused = checked_needles([needle], mine, prepared.obstacles, half_mm)
            known = replace(checked, crossed=crossed), refused
            _remember(self._seen, key, known)
        return known


def _remember(known: dict, key: bytes, value: object) -> None:
    """Keep a value; where there are too many, forget all others."""
    if len(known) >= MOST_REMEMBERED:
        known.clear()
    known[key] = value
