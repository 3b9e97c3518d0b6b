"""Edits that say where the next planning lets no needle go: a region that was drawn, or directions."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from tps.errors import BadInput
from tps.model.forbidden import ForbiddenDirections, ForbiddenRegion
from tps.workstation.arrangement import WHERE, Arrangement
from tps.workstation.edit_values import number_in

# A line drawn by hand has fewer corners.
MOST_CORNERS = 2000

# A name that the page gives has fewer letters.
MOST_LETTERS = 60

Edited = tuple[Arrangement, str]


def forbid_region(edit: Mapping[str, Any], before: Arrangement) -> Edited:
    """Forbid what was outlined on a slice; raises ``BadInput``.

    Parameters
    ----------
    edit : mapping
        ``outline_mm``, ``from_z_mm``, ``to_z_mm`` and perhaps ``name``; untrusted.
    before : Arrangement
    """
    outline = edit.get("outline_mm")
    if not isinstance(outline, list) or not 3 <= len(outline) <= MOST_CORNERS:
        raise BadInput("the outline is none", where=WHERE, expected=f"3 to {MOST_CORNERS} corners")
    name = edit.get("name") or _free_name(before)
    if not isinstance(name, str) or len(name) > MOST_LETTERS:
        raise BadInput("the name is none", where=WHERE, expected=f"at most {MOST_LETTERS} letters")
    if any(region.name == name for region in before.forbidden):
        raise BadInput(f"{name} is forbidden already", where=WHERE, remedy="call it otherwise")
    corners = [[number_in({"corner": v}, "corner") for v in _pair(corner)] for corner in outline]
    region = ForbiddenRegion(
        name, np.array(corners), number_in(edit, "from_z_mm"), number_in(edit, "to_z_mm")
    )
    after = replace(before, forbidden=(*before.forbidden, region))
    return after, f"no needle through {name}: z {region.from_z_mm:.1f} to {region.to_z_mm:.1f} mm"


def forbid_directions(edit: Mapping[str, Any], before: Arrangement) -> Edited:
    """Forbid directions between two axial angles; raises ``BadInput``.

    Parameters
    ----------
    edit : mapping
        ``from_deg`` and ``to_deg``; untrusted.
    before : Arrangement
    """
    found = ForbiddenDirections(number_in(edit, "from_deg"), number_in(edit, "to_deg"))
    after = replace(before, not_from=(*before.not_from, found))
    return after, f"no needle from {found.from_deg:.0f} to {found.to_deg:.0f} deg"


def allow(edit: Mapping[str, Any], before: Arrangement) -> Edited:
    """Allow again what was forbidden: a region by its name, or directions by their place in the list.

    Parameters
    ----------
    edit : mapping
        ``region`` or ``directions``; untrusted.
    before : Arrangement
    """
    if "region" in edit:
        left = tuple(r for r in before.forbidden if r.name != edit["region"])
        if len(left) == len(before.forbidden):
            raise BadInput("no such forbidden region", where=WHERE)
        return replace(before, forbidden=left), f"needles may pass {edit['region']} again"
    place = edit.get("directions")
    if isinstance(place, bool) or not isinstance(place, int) or not 0 <= place < len(before.not_from):
        raise BadInput("no such forbidden directions", where=WHERE)
    gone = before.not_from[place]
    left_ranges = before.not_from[:place] + before.not_from[place + 1 :]
    text = f"needles may come from {gone.from_deg:.0f} to {gone.to_deg:.0f} deg again"
    return replace(before, not_from=left_ranges), text


def steering_entry(arrangement: Arrangement) -> dict[str, Any]:
    """What is forbidden, for the page."""
    return {
        "forbidden": [
            {
                "name": r.name,
                "outline_mm": [[round(float(v), 2) for v in corner] for corner in r.outline_mm],
                "from_z_mm": r.from_z_mm,
                "to_z_mm": r.to_z_mm,
            }
            for r in arrangement.forbidden
        ],
        "not_from": [{"from_deg": d.from_deg, "to_deg": d.to_deg} for d in arrangement.not_from],
    }


def _free_name(before: Arrangement) -> str:
    taken, number = {region.name for region in before.forbidden}, 1
    while f"Forbidden {number}" in taken:
        number += 1
    return f"Forbidden {number}"


def _pair(corner: object) -> list[Any]:
    if not isinstance(corner, list) or len(corner) != 2:
        raise BadInput("a corner is no point", where=WHERE, expected="two numbers: x, y in mm")
    return corner
