"""What there is to look at beside the plan: voxels, contours, surfaces, planes, values at a point."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from tps.geometry.solid import Solid
from tps.model import Case, Structure
from tps.render3d import palette

# Dash patterns (on, off ... in pixels) beside the colours, so that no two lines differ by colour alone.
DASHES: tuple[tuple[int, ...], ...] = ((), (6, 3), (2, 2), (8, 3, 2, 3))
LEVEL_DASHES: tuple[tuple[int, ...], ...] = ((1, 3), (6, 3), (), (10, 3, 2, 3), (3, 3))

BODY_TYPE = "EXTERNAL"

# Contours this near to each other in height lie on one plane, mm.
SAME_PLANE_MM = 0.01


@dataclass(frozen=True, eq=False)
class Shape:
    """One region as the page shows it.

    Parameters
    ----------
    key : str
        By which the page names it: its place in the list.
    structure : Structure
    kind : {"target", "organ", "derived", "body", "other"}
    colour : str
    dash : tuple of int
    made : callable, optional
        Gives its body, where that is needed for more than looking; waits until it is made.
    """

    key: str
    structure: Structure
    kind: str
    colour: str
    dash: tuple[int, ...]
    made: Callable[[], Solid | None] | None = None

    def entry(self) -> dict:
        """For ``structures`` of the state."""
        name = self.structure.name
        return {"key": self.key, "name": name, "kind": self.kind, "colour": self.colour, "dash": self.dash}


def series_style(number: int) -> tuple[str, tuple[int, ...]]:
    """Colour and dash of the region that is drawn as number 0, 1, ..."""
    count = len(palette.SERIES)
    return palette.SERIES[number % count], DASHES[(number // count) % len(DASHES)]


Bodied = tuple[Structure, str, Callable[[], Solid | None] | None]


def shapes_of(
    case: Case,
    targets: Sequence[Structure],
    organs: Sequence[Structure],
    made: Callable[[Structure], Solid | None],
    derived: Sequence[Structure] = (),
) -> tuple[Shape, ...]:
    """All regions of a plan: targets, organs, what else is contoured, then what was found in the CT.

    Parameters
    ----------
    case : Case
    targets, organs : sequence of Structure
    made : callable (Structure)
        Gives the body of a target or an organ.
    derived : sequence of Structure
        Last, so that no other region is called otherwise once they are found.
    """
    found: list[Bodied] = [(s, "target", partial(made, s)) for s in targets]
    found += [(s, "organ", partial(made, s)) for s in organs]
    found += [(s, kind, None) for s, kind in _others(case, found)]
    found += [(s, "derived", None) for s in derived]
    return tuple(_coloured(found))


def shapes_without_plan(case: Case) -> tuple[Shape, ...]:
    """All regions where nothing is planned yet: what is called a target first."""
    drawn = sorted(case.structures.values(), key=lambda s: not s.is_target)
    return tuple(_coloured([(s, _kind(s), None) for s in drawn]))


def _others(case: Case, known: Sequence[Bodied]) -> list[tuple[Structure, str]]:
    names = {structure.name for structure, _, _ in known}
    rest = [s for s in case.structures.values() if s.name not in names]
    return [(s, "body" if _kind(s) == "body" else "other") for s in rest]


def _kind(structure: Structure) -> str:
    if structure.interpreted_type.upper() == BODY_TYPE:
        return "body"
    return "target" if structure.is_target else "organ"


def _coloured(found: list[Bodied]) -> Iterator[Shape]:
    number = 0
    for key, (structure, kind, made) in enumerate(found):
        colour, dash = palette.DERIVED, DASHES[2]
        if kind == "body":
            colour, dash = palette.BODY, DASHES[0]
        elif kind != "derived":
            colour, dash = series_style(number)
            number += 1
        yield Shape(str(key), structure, kind, colour, dash, made)


def contours_of(structure: Structure) -> list[dict]:
    """The drawn polygons by height, lowest first: ``[{z_mm, rings: [[x, y, x, y ...]]}]``."""
    levels: list[dict] = []
    heights = [(float(c.points_mm[:, 2].mean()), c) for c in structure.contours]
    for height, contour in sorted(heights, key=lambda pair: pair[0]):
        # Rings of one image differ by rounding; a plane for each would be cut as a sliver of its own.
        if not levels or height - levels[-1]["z_mm"] > SAME_PLANE_MM:
            levels.append({"z_mm": round(height, 3), "rings": []})
        levels[-1]["rings"].append(np.round(contour.points_mm[:, :2], 2).ravel().tolist())
    return levels


def levels_entry(prescribed_gy: float) -> list[dict]:
    """The isodoses that are drawn, as everywhere: in Gy, per cent, colour and dash."""
    return [
        {
            "gy": round(fraction * prescribed_gy, 3),
            "percent": round(100 * fraction, 3),
            "colour": palette.ISODOSES_ON_CT[fraction],
            "dash": dash,
        }
        for fraction, dash in zip(palette.ISODOSES, LEVEL_DASHES, strict=True)
    ]
