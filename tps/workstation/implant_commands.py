"""Corrections of seeds that were found: moved anywhere, turned, added, split, taken out."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from tps.errors import BadInput
from tps.model import Seed
from tps.model.implant import NO_NEEDLE
from tps.pipeline.edits import mm_text
from tps.postimplant.corrections import row_as_written
from tps.workstation.arrangement import WHERE, Arrangement
from tps.workstation.edit_values import point_in, whole_in

# Two seeds of one that was found lie side by side, this far from its middle to either side, mm: as near as
# two capsules of 0.8 mm can be.
SPLIT_MM = 0.4

Edited = tuple[Arrangement, str]


def apply_correction(edit: Mapping[str, Any], before: Arrangement, strength_u: float) -> Edited:
    """The seeds after a correction, and the sentence for the list of edits.

    Parameters
    ----------
    edit : mapping
        ``type`` and what it needs; untrusted.
    before : Arrangement
    strength_u : float
        Of a seed that is added, U.

    Raises
    ------
    BadInput
        For a correction that is none, or of something that is not there.
    """
    kind = edit.get("type")
    if kind == "add-seed":
        return _add(edit, before, strength_u)
    if not isinstance(kind, str) or kind not in _CORRECTIONS:
        known = ", ".join((*_CORRECTIONS, "add-seed"))
        raise BadInput("no such edit", where=WHERE, expected=f"one of: {known}", remedy="reload the page")
    return _CORRECTIONS[kind](edit, before)


def _move(edit: Mapping[str, Any], before: Arrangement) -> Edited:
    seed = before.seed(whole_in(edit, "seed"))
    place = point_in(edit, "position_mm") if edit.get("position_mm") is not None else seed.position_mm
    axis = _axis(edit) if edit.get("direction") is not None else seed.direction
    place, axis = row_as_written(place, axis)
    moved = replace(seed, position_mm=place, direction=axis)
    way = float(np.linalg.norm(moved.position_mm - seed.position_mm))
    cosine = min(1.0, abs(float(moved.direction @ seed.direction)))
    said = [f"moved {mm_text(way)}"] if way > 0 or edit.get("direction") is None else []
    if edit.get("direction") is not None:
        said.append(f"turned by {np.degrees(np.arccos(cosine)):.0f} deg")
    return before.with_seeds([moved]), f"seed {seed.id} {' and '.join(said)}"


def _add(edit: Mapping[str, Any], before: Arrangement, strength_u: float) -> Edited:
    place = point_in(edit, "position_mm")
    axis = _axis(edit) if edit.get("direction") is not None else _axis_near(before, place)
    seed = Seed(before.last_seed + 1, NO_NEEDLE, *row_as_written(place, axis), strength_u)
    return before.with_seeds([seed]), "seed {} added at ({:.1f}, {:.1f}, {:.1f})".format(seed.id, *place)


def _remove(edit: Mapping[str, Any], before: Arrangement) -> Edited:
    seed = before.seed(whole_in(edit, "seed"))
    if len(before.seeds) == 1:
        raise BadInput("no seed would be left", where=WHERE, expected="one seed or more")
    return before.without(seeds=[seed.id]), f"seed {seed.id} taken out"


def _split(edit: Mapping[str, Any], before: Arrangement) -> Edited:
    """Two seeds side by side in the place of one: across its axis, within the slice as far as that can be."""
    seed = before.seed(whole_in(edit, "seed"))
    across = np.cross(seed.direction, [0.0, 0.0, 1.0])
    if np.linalg.norm(across) < 1e-3:
        across = np.array([1.0, 0.0, 0.0])
    aside = SPLIT_MM * across / np.linalg.norm(across)
    number = before.last_seed + 1
    places = [row_as_written(seed.position_mm + side * aside, seed.direction)[0] for side in (-1, 1)]
    both = [
        replace(seed, position_mm=places[0]),
        replace(seed, id=number, needle=NO_NEEDLE, position_mm=places[1]),
    ]
    return before.with_seeds(both), f"seed {seed.id} split into seeds {seed.id} and {number}"


_CORRECTIONS: dict[str, Callable[..., Edited]] = {
    "move-seed": _move,
    "remove-seed": _remove,
    "split-seed": _split,
}


def _axis(edit: Mapping[str, Any]) -> np.ndarray:
    axis = point_in(edit, "direction")
    length = float(np.linalg.norm(axis))
    if length < 1e-3:
        raise BadInput("the axis has no length", where=WHERE)
    return axis / length


def _axis_near(before: Arrangement, place_mm: np.ndarray) -> np.ndarray:
    """That of the seed nearest to a place: neighbours came through one needle, or through parallel ones."""
    away = [float(np.linalg.norm(s.position_mm - place_mm)) for s in before.seeds]
    return before.seeds[int(np.argmin(away))].direction
