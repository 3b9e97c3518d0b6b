"""Edits as the page asks for them: each makes a new arrangement and a sentence that says what was done."""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from tps.errors import BadInput
from tps.model import Needle, Seed
from tps.pipeline.edits import mm_text
from tps.workstation.arrangement import WHERE, Arrangement
from tps.workstation.edit_values import number_in, point_in, whole_in
from tps.workstation.steering_commands import allow, forbid_directions, forbid_region

Edited = tuple[Arrangement, str]


def apply(edit: Mapping[str, Any], before: Arrangement, strength_u: float, target: str) -> Edited:
    """The arrangement after an edit, and the sentence for the list of edits.

    Parameters
    ----------
    edit : mapping
        ``type`` and what it needs; untrusted.
    before : Arrangement
    strength_u : float
        Of a seed that is added without one, U.
    target : str
        That a new needle serves.

    Raises
    ------
    BadInput
        For an edit that is none, of something that is not there, or of something locked.
    """
    kind = edit.get("type")
    if not isinstance(kind, str) or kind not in _EDITS:
        raise BadInput(
            "no such edit", where=WHERE, expected=f"one of: {', '.join(_EDITS)}", remedy="reload the page"
        )
    if kind == "add-needle":
        return _add_needle(edit, before, target)
    if kind == "add-seed":
        return _add_seed(edit, before, strength_u)
    return _EDITS[kind](edit, before)


def _move_seed(edit: Mapping[str, Any], before: Arrangement) -> Edited:
    seed = before.seed(whole_in(edit, "seed"))
    needle = before.needle(seed.needle)
    _refuse_locked(before, seed.needle, seed.id)
    place = _place_on(needle, edit)
    way = float((place - seed.position_mm) @ needle.direction)
    moved = replace(seed, position_mm=place, direction=needle.direction)
    where = "further in" if way > 0 else "further out"
    text = f"needle {needle.id}: seed {seed.id} moved {mm_text(abs(way))} {where}"
    return before.with_seeds([moved]), text


def _move_needle(edit: Mapping[str, Any], before: Arrangement) -> Edited:
    needle = before.needle(whole_in(edit, "needle"))
    _refuse_locked(before, needle.id, *(s.id for s in before.seeds_on(needle.id)))
    ends = {name: point_in(edit, f"{name}_mm") for name in ("entry", "tip") if f"{name}_mm" in edit}
    if not ends:
        raise BadInput("neither entry nor tip is given", where=WHERE)
    moved = _built(
        needle.id, ends.get("entry", needle.entry_mm), ends.get("tip", needle.tip_mm), needle.target
    )
    seeds = [
        replace(
            seed,
            position_mm=moved.tip_mm - from_tip_mm(needle, seed) * moved.direction,
            direction=moved.direction,
        )
        for seed in before.seeds_on(needle.id)
    ]
    ways = [(name, float(np.linalg.norm(end - getattr(needle, f"{name}_mm")))) for name, end in ends.items()]
    said = ", ".join(f"{name} moved {mm_text(way)}" for name, way in ways if way > 0) or "not moved"
    return before.with_needle(moved).with_seeds(seeds), f"needle {needle.id}: {said}"


def _add_needle(edit: Mapping[str, Any], before: Arrangement, target: str) -> Edited:
    number = before.last_needle + 1
    needle = _built(number, point_in(edit, "entry_mm"), point_in(edit, "tip_mm"), target)
    return before.with_needle(needle), f"needle {number} added, {mm_text(needle.length_mm)} deep"


def _remove_needle(edit: Mapping[str, Any], before: Arrangement) -> Edited:
    number = before.needle(whole_in(edit, "needle")).id
    mine = [s.id for s in before.seeds_on(number)]
    _refuse_locked(before, number, *mine)
    after = before.without(needle=number, seeds=mine)
    return _with_seeds_left(before, after), f"needle {number} removed"


def _add_seed(edit: Mapping[str, Any], before: Arrangement, strength_u: float) -> Edited:
    needle = before.needle(whole_in(edit, "needle"))
    _refuse_locked(before, needle.id)
    number = before.last_seed + 1
    strength = number_in(edit, "strength_u") if edit.get("strength_u") is not None else strength_u
    if not 0 < strength < math.inf:
        raise BadInput(f"a strength of {strength:g} U", where=WHERE, expected="a strength above 0")
    place = _place_on(needle, edit)
    seed = Seed(number, needle.id, place, needle.direction, strength)
    text = f"needle {needle.id}: seed {number} added {mm_text(from_tip_mm(needle, seed))} from the tip"
    return before.with_seeds([seed]), text


def _remove_seed(edit: Mapping[str, Any], before: Arrangement) -> Edited:
    seed = before.seed(whole_in(edit, "seed"))
    _refuse_locked(before, seed.needle, seed.id)
    after = _with_seeds_left(before, before.without(seeds=[seed.id]))
    return after, f"needle {seed.needle}: seed {seed.id} removed"


def _lock(edit: Mapping[str, Any], before: Arrangement) -> Edited:
    kind, number = _item(edit, before)
    name = f"locked_{kind}s"
    return replace(before, **{name: getattr(before, name) | {number}}), f"{kind} {number} locked"


def _unlock(edit: Mapping[str, Any], before: Arrangement) -> Edited:
    kind, number = _item(edit, before)
    name = f"locked_{kind}s"
    return replace(before, **{name: getattr(before, name) - {number}}), f"{kind} {number} unlocked"


_EDITS: dict[str, Callable[..., Edited]] = {
    "move-seed": _move_seed,
    "move-needle": _move_needle,
    "add-needle": _add_needle,
    "remove-needle": _remove_needle,
    "add-seed": _add_seed,
    "remove-seed": _remove_seed,
    "lock": _lock,
    "unlock": _unlock,
    "forbid-region": forbid_region,
    "forbid-directions": forbid_directions,
    "allow": allow,
}

# These leave every needle and seed where it is.
_STILL = ("lock", "unlock", "forbid-region", "forbid-directions", "allow")


def moves_nothing(edit: Mapping[str, Any]) -> bool:
    """Whether an edit leaves every needle and seed where it is."""
    return edit.get("type") in _STILL


def from_tip_mm(needle: Needle, seed: Seed) -> float:
    """Distance of a seed's centre from its needle's tip, along the needle, mm."""
    return float((needle.tip_mm - seed.position_mm) @ needle.direction)


def _place_on(needle: Needle, edit: Mapping[str, Any]) -> np.ndarray:
    """The point of the needle's axis that an edit names, (3,) mm."""
    if edit.get("depth_mm") is not None:
        away = number_in(edit, "depth_mm")
    else:
        away = float((needle.tip_mm - point_in(edit, "position_mm")) @ needle.direction)
    return needle.tip_mm - away * needle.direction


def _built(number: int, entry: np.ndarray, tip: np.ndarray, target: str) -> Needle:
    if np.linalg.norm(tip - entry) < 1.0:
        raise BadInput("entry and tip are less than 1 mm apart", where=WHERE, remedy="pull them apart")
    return Needle(number, entry, tip, target=target)


def _item(edit: Mapping[str, Any], before: Arrangement) -> tuple[str, int]:
    if "needle" in edit:
        return "needle", before.needle(whole_in(edit, "needle")).id
    return "seed", before.seed(whole_in(edit, "seed")).id


def _refuse_locked(before: Arrangement, needle: int, *seeds: int) -> None:
    locked = [f"needle {needle}"] if needle in before.locked_needles else []
    locked += [f"seed {s}" for s in seeds if s in before.locked_seeds]
    if locked:
        raise BadInput(f"{locked[0]} is locked", where=WHERE, remedy="unlock it first")


def _with_seeds_left(before: Arrangement, after: Arrangement) -> Arrangement:
    if before.seeds and not after.seeds:
        raise BadInput("no seed would be left", where=WHERE, expected="a plan with one seed or more")
    return after
