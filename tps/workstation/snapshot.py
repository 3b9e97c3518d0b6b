"""An arrangement as text and back, to the last bit: numbers are written so that they read as the same."""

from typing import Any

import numpy as np

from tps.model import Needle, Plan, Prescription, Reason, Seed
from tps.model.forbidden import ForbiddenDirections, ForbiddenRegion
from tps.pipeline.request import PlanRequest
from tps.pipeline.request_record import request_record
from tps.workstation.arrangement import Arrangement


def arrangement_record(arrangement: Arrangement) -> dict[str, Any]:
    """An arrangement as plain values."""
    return {
        "needles": [[n.id, n.entry_mm.tolist(), n.tip_mm.tolist(), n.target] for n in arrangement.needles],
        "seeds": [
            [s.id, s.needle, s.position_mm.tolist(), s.direction.tolist(), s.strength_u]
            for s in arrangement.seeds
        ],
        "locked_needles": sorted(arrangement.locked_needles),
        "locked_seeds": sorted(arrangement.locked_seeds),
        "last": [arrangement.last_needle, arrangement.last_seed],
        "forbidden": [
            [r.name, np.asarray(r.outline_mm).tolist(), r.from_z_mm, r.to_z_mm] for r in arrangement.forbidden
        ],
        "not_from": [[d.from_deg, d.to_deg] for d in arrangement.not_from],
    }


def arrangement_of(record: dict[str, Any], known: Arrangement | None = None) -> Arrangement:
    """An arrangement of plain values.

    Parameters
    ----------
    record : dict
    known : Arrangement, optional
        What of it is the same is taken from here: its needles know their way.

    Raises
    ------
    KeyError, TypeError, ValueError
        If the record is none.
    """
    old_needles = {n.id: n for n in known.needles} if known else {}
    old_seeds = {s.id: s for s in known.seeds} if known else {}
    needles = [
        _same_needle(Needle(number, np.array(entry), np.array(tip), target=target), old_needles.get(number))
        for number, entry, tip, target in record["needles"]
    ]
    seeds = [
        _same_seed(_seed(number, needle, place, axis, strength), old_seeds.get(number))
        for number, needle, place, axis, strength in record["seeds"]
    ]
    last_needle, last_seed = record["last"]
    return Arrangement(
        tuple(needles),
        tuple(seeds),
        frozenset(record["locked_needles"]),
        frozenset(record["locked_seeds"]),
        int(last_needle),
        int(last_seed),
        tuple(ForbiddenRegion(*values) for values in record.get("forbidden", ())),
        tuple(ForbiddenDirections(*values) for values in record.get("not_from", ())),
    )


def _seed(number: int, needle: int, place: list[float], axis: list[float], strength_u: float) -> Seed:
    """A seed with its axis as it was: to make it a unit vector once more may change its last bit."""
    seed = Seed(number, needle, np.array(place), np.array(axis), strength_u)
    direction = np.array(axis)
    direction.setflags(write=False)
    object.__setattr__(seed, "direction", direction)
    return seed


def _same_needle(found: Needle, old: Needle | None) -> Needle:
    if old is None or old.target != found.target:
        return found
    same = np.array_equal(old.entry_mm, found.entry_mm) and np.array_equal(old.tip_mm, found.tip_mm)
    return old if same else found


def _same_seed(found: Seed, old: Seed | None) -> Seed:
    if old is None or (old.needle, old.strength_u) != (found.needle, found.strength_u):
        return found
    same = np.array_equal(old.position_mm, found.position_mm)
    return old if same and np.array_equal(old.direction, found.direction) else found


def start_record(request: PlanRequest, start: Plan, locked: tuple[int, ...]) -> dict[str, Any]:
    """What a plan that was planned anew rests on: its request, and what the search said of it.

    Parameters
    ----------
    request : PlanRequest
    start : Plan
    locked : tuple of int
        Numbers of the needles that were given.
    """
    return {
        "locked": list(locked),
        "request": request_record(request),
        "source": start.source,
        "targets": list(start.targets),
        "status": start.status,
        "reasons": list(map(str, start.reasons)),
        "arrangement": arrangement_record(Arrangement.of(start)),
    }


def start_of(record: dict[str, Any], prescription: Prescription) -> Plan:
    """The plan of ``start_record``; raises as ``arrangement_of``."""
    arrangement = arrangement_of(record["arrangement"])
    return Plan(
        record["source"],
        prescription,
        tuple(record["targets"]),
        arrangement.needles,
        arrangement.seeds,
        status=record["status"],
        reasons=tuple(map(Reason.parse, record["reasons"])),
    )
