"""Seeds found after an implant, held against the plan: where the plan went, who is who, what lies where."""

from collections.abc import Sequence

import numpy as np

from tps.geometry.solid import Solid
from tps.model import Case, Implant, PlacedSeed, Seed
from tps.postimplant.common_shift import CommonShift, common_shift
from tps.postimplant.locate import FoundSeed
from tps.postimplant.matching import Matching, match_seeds
from tps.postimplant.planned import PlannedImplant
from tps.postimplant.register import Registration, register
from tps.postimplant.rigid import RigidMove, fitted_move


def registered(
    planned: PlannedImplant, case: Case, seen: Sequence[FoundSeed], drawn: Sequence[Solid], by: str
) -> Registration:
    """Where the plan went: by the images about its targets, by the seeds alone, or nowhere.

    Parameters
    ----------
    planned : PlannedImplant
    case : Case
        The new scan.
    seen : sequence of FoundSeed
    drawn : sequence of Solid
        The plan's targets in its own scan.
    by : {"images", "seeds", "none"}
        Images need the planning scan; without it the seeds are taken.
    """
    places = np.array([s.position_mm for s in seen])
    if by == "none":
        return Registration(RigidMove.still(), float("nan"), 0.0, "none")
    if by == "images" and planned.case is not None and drawn:
        low = np.min([s.bounds_mm()[0] for s in drawn], axis=0)
        high = np.max([s.bounds_mm()[1] for s in drawn], axis=0)
        return register(planned.case.ct, case.ct, low, high, places)
    return Registration(
        _by_seeds(planned.implant.positions_mm, planned.axes, places), float("nan"), 0.0, "seeds"
    )


def _by_seeds(planned_mm: np.ndarray, axes: np.ndarray, found_mm: np.ndarray) -> RigidMove:
    """Where the seeds alone put the plan: middles on each other, then pairs and fit in turn."""
    move = RigidMove(np.eye(3), np.median(found_mm, axis=0) - np.median(planned_mm, axis=0))
    for _ in range(10):
        # As one needle: all lie off together.
        match = match_seeds(move.points(planned_mm), move.axes(axes), [0] * len(planned_mm), found_mm)
        if not match.pairs:
            return move
        pairs = [(p.planned, p.found) for p in match.pairs]
        move = fitted_move(planned_mm[[i for i, _ in pairs]], found_mm[[j for _, j in pairs]])
    return move


def matched(planned: PlannedImplant, seen: Sequence[FoundSeed], move: RigidMove) -> Matching:
    """Which of the seeds seen is which of the plan's, then of those that were there before."""
    places, axes, numbers, known = _there(planned, move)
    return match_seeds(places, axes, numbers, np.array([s.position_mm for s in seen]), known)


def seeds_apart(
    planned: PlannedImplant, seen: Sequence[FoundSeed], registration: Registration
) -> CommonShift:
    """How far off seeds lie together from where the images put the plan; unknown without images."""
    if registration.by != "images":
        return CommonShift.unknown()
    places, axes, numbers, known = _there(planned, registration.move)
    return common_shift(places, axes, numbers, np.array([s.position_mm for s in seen]), known)


def _there(planned: PlannedImplant, move: RigidMove):
    """Planned seeds, then those of before, in the new scan: places, axes, needles, whether seen before."""
    axes, places = [planned.axes], [planned.implant.positions_mm]
    numbers = [-1 - n if s.needle is None else s.needle for n, s in enumerate(planned.implant.seeds)]
    old = planned.earlier_seeds
    if old:
        # Each for itself: their needles are not known any more.
        places.append(np.array([s.position_mm for s in old]))
        axes.append(np.array([[0, 0, 1.0] if s.direction is None else s.direction for s in old]))
        numbers += [-1 - len(numbers) - n for n in range(len(old))]
    known = [n >= len(planned.implant.seeds) for n in range(len(numbers))]
    return move.points(np.concatenate(places)), move.axes(np.concatenate(axes)), numbers, known


def implants_of(
    planned: PlannedImplant, seen: Sequence[FoundSeed], matching: Matching, move: RigidMove
) -> tuple[Implant, tuple[int, ...], tuple[Implant, ...], tuple[int, ...]]:
    """The new seeds and those of each earlier implant as they lie; with the places of its seeds in ``seen``.

    A seed that is none of the plan's has the mean strength of the plan's.

    Parameters
    ----------
    planned : PlannedImplant
    seen : sequence of FoundSeed
    matching : Matching
    move : RigidMove
    """
    count = len(planned.implant.seeds)
    mean = planned.implant.total_strength_u / max(count, 1)
    partner = {pair.found: pair.planned for pair in matching.pairs}
    axes = move.axes(planned.axes)
    new: list[PlacedSeed] = []
    before = planned.earlier_seeds
    found: dict[int, int] = {}
    mine = []
    for n, one in enumerate(seen):
        who = partner.get(n)
        if who is not None and who >= count:
            found[who - count] = n
            continue
        axis, needle, strength = one.direction, None, mean
        if who is not None:
            needle, strength = planned.implant.seeds[who].needle, planned.implant.seeds[who].strength_u
            # The sense of an axis is not in the image; that of the needle is taken.
            axis = axis if axis @ axes[who] >= 0 else -axis
        new.append(PlacedSeed(len(new) + 1, needle, one.position_mm, axis, strength))
        mine.append(n)
    sessions, theirs, first = [], [], 0
    for session in planned.earlier:
        there = [k for k in range(first, first + len(session.seeds)) if k in found]
        theirs += [found[k] for k in there]
        first += len(session.seeds)
        seeds = tuple(
            Seed(number, 0, seen[found[k]].position_mm, seen[found[k]].direction, before[k].strength_u)
            for number, k in enumerate(there, start=1)
        )
        sessions.append(Implant(planned.implant.source, seeds, None, session.at))
    implant = planned.implant
    return (
        Implant(implant.source, tuple(new), implant.prescription, implant.at),
        tuple(mine),
        tuple(one for one in sessions if one.seeds),
        tuple(theirs),
    )
