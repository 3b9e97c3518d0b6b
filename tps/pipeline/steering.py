"""From what a user writes about the ways in to what the planner takes."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tps.errors import BadInput
from tps.export.integrity import check_beside_plan
from tps.export.plan_json import read_plan_json
from tps.formats.csv_table import number_in_cell, read_number, read_table
from tps.formats.seeds_csv import MAX_COORDINATE_MM
from tps.model import Grid, Needle
from tps.model.forbidden import NOT_FROM, ForbiddenDirections, ForbiddenRegion
from tps.model.steering import SIDES, Line, Steering
from tps.model.words import counted

# A table of needle lines has at most so many bytes: some hundred needles.
MOST_BYTES = 1_000_000

# A needle of a line lies on it to the hundredths of a mm in which tables are written.
SAME_LINE_MM = 0.1

ENTRY = ("entry_x_mm", "entry_y_mm", "entry_z_mm")
TIP = ("tip_x_mm", "tip_y_mm", "tip_z_mm")

CORNER = ("region", "x_mm", "y_mm", "from_z_mm", "to_z_mm")


def steering_of(
    come_from: str = "",
    in_plane: bool = False,
    max_lung_mm: float | None = None,
    max_depth_mm: float | None = None,
    entry: str = "",
    *,
    keep_approach: Path | str | None = None,
    needles: Path | str | None = None,
    forbid: Path | str | None = None,
    not_from: Sequence[str] = (),
) -> Steering:
    """What a user says about the ways in, checked.

    Parameters
    ----------
    come_from : str
        A side, or ``DEG[:TILT]`` as on the needle sheet; "" for anywhere.
    in_plane : bool
    max_lung_mm, max_depth_mm : float, optional
    entry : str
        ROI in which needles enter.
    keep_approach : path, optional
        Plan whose needles' directions are taken.
    needles : path, optional
        Table of lines: ``needle`` and the columns of ``ENTRY`` and ``TIP``; others are passed over.
    forbid : path, optional
        Table of forbidden regions, the columns of ``CORNER``: a row a corner.
    not_from : sequence of str
        Forbidden directions, ``DEG:DEG`` as on the needle sheet.

    Raises
    ------
    BadInput
        For a value, file or combination that cannot be.
    """
    side, angle, tilt = _come_from(come_from)
    directions = () if keep_approach is None else plan_directions(keep_approach)
    lines = () if needles is None else read_lines(needles)
    forbidden = () if forbid is None else read_forbidden(forbid)
    ranges = tuple(map(_range, not_from))
    return Steering(
        side, angle, tilt, in_plane, max_lung_mm, max_depth_mm, entry, directions, lines, forbidden, ranges
    )


def _range(text: str) -> ForbiddenDirections:
    numbers = _angles(text)
    if len(numbers) != 2:
        raise BadInput(
            f"{text!r}",
            where=NOT_FROM,
            expected="two angles DEG:DEG as on the needle sheet, such as 150:-150",
        )
    return ForbiddenDirections(*numbers)


def _angles(text: str) -> list[float]:
    """The numbers of ``A``, ``A:B`` ...; none where a part is no number."""
    numbers = [read_number(part) for part in text.split(":")]
    found = [n for n in numbers if n is not None]
    return found if len(found) == len(numbers) else []


def read_forbidden(path: Path | str) -> tuple[ForbiddenRegion, ...]:
    """The forbidden regions of a table: a row a corner, in their order around each region.

    Raises
    ------
    BadInput
        With file and line, for anything that is not such a table.
    """
    path = Path(path)
    check_beside_plan(path)
    table = read_table(
        path,
        CORNER,
        None,
        most_bytes=MOST_BYTES,
        remedy=f"give a table with the columns {', '.join(CORNER)}: a row for each corner",
    )
    corners: dict[str, list[tuple[float, float]]] = {}
    heights: dict[str, tuple[float, float]] = {}
    for line, row in table.rows:
        where, name = f"{path.name}:{line}", row["region"].strip()
        x, y, low, high = (number_in_cell(row, column, where) for column in CORNER[1:])
        if heights.setdefault(name, (low, high)) != (low, high):
            raise BadInput(
                f"region {name!r} has other heights than before",
                where=where,
                expected="one from_z_mm and one to_z_mm for a region",
            )
        corners.setdefault(name, []).append((x, y))
    if not corners:
        raise BadInput("the table holds no region", where=path.name)
    return tuple(ForbiddenRegion(name, np.array(found), *heights[name]) for name, found in corners.items())


def _come_from(text: str) -> tuple[str, float | None, float | None]:
    if not text or text in SIDES:
        return text, None, None
    numbers = _angles(text)
    if not 1 <= len(numbers) <= 2:
        raise BadInput(
            f"{text!r}",
            where="--from",
            expected=f"{', '.join(SIDES)}, or an angle DEG or DEG:TILT as on the needle sheet",
        )
    return "", numbers[0], numbers[1] if len(numbers) == 2 else None


def plan_directions(path: Path | str) -> tuple:
    """Directions inwards of a plan's needles, in its order."""
    check_beside_plan(path)
    plan = read_plan_json(path).plan()
    if not plan.needles:
        raise BadInput("the plan has no needle", where=str(path), remedy="name another plan")
    return tuple(needle.direction for needle in plan.needles)


def read_lines(path: Path | str) -> tuple[Line, ...]:
    """The lines of a table of needles.

    Raises
    ------
    BadInput
        With file and line, for anything that is not such a table.
    """
    path = Path(path)
    check_beside_plan(path)
    table = read_table(
        path,
        ("needle", *ENTRY, *TIP),
        None,
        most_bytes=MOST_BYTES,
        remedy="give a table such as the needles.csv of a plan",
    )
    lines = [_line(row, f"{path.name}:{line}") for line, row in table.rows]
    if not lines:
        raise BadInput("the table holds no line", where=path.name)
    names = [line.name for line in lines]
    doubled = next((name for name in names if names.count(name) > 1), None)
    if doubled is not None:
        raise BadInput(f"needle {doubled} comes twice", where=path.name, remedy="name each needle once")
    return tuple(lines)


def check_lines(lines: Sequence[Line], grid: Grid) -> None:
    """Raise ``BadInput`` where a line of the user's does not lead into the scan: it is another patient's."""
    if not lines:
        return
    outside = [
        line
        for line, inside in zip(lines, grid.contains([n.tip_mm for n in lines]), strict=True)
        if not inside
    ]
    if outside:
        raise BadInput(
            f"the tips of {len(outside)} of {counted(len(lines), 'needle')} lie outside the scan, needle"
            f" {outside[0].name} at {np.round(outside[0].tip_mm, 1).tolist()} mm",
            where="--needles",
            expected="needles of this patient, in the coordinates of this scan",
            remedy="check whose needles these are, and on which scan they were planned",
        )


def unused_lines(lines: Sequence[Line], needles: Sequence[Needle]) -> tuple[str, ...]:
    """A sentence about the user's lines on which no needle lies; none where each has one."""
    unused = [line.name for line in lines if not any(_lies_on(line, needle) for needle in needles)]
    if not unused:
        return ()
    return (
        f"No needle lies on {'line' if len(unused) == 1 else 'lines'} {', '.join(unused)} of those given: not"
        " needed, or no path that the rules allow.",
    )


def _lies_on(line: Line, needle: Needle) -> bool:
    apart = np.cross([needle.entry_mm - line.tip_mm, needle.tip_mm - line.tip_mm], line.direction)
    return bool(np.linalg.norm(apart, axis=1).max() < SAME_LINE_MM)


def _line(row: dict[str, str], where: str) -> Line:
    entry, tip = (np.array([_within_reach(row, name, where) for name in ends]) for ends in (ENTRY, TIP))
    return Line(row["needle"] or where, entry, tip)


def _within_reach(row: dict[str, str], name: str, where: str) -> float:
    value = number_in_cell(row, name, where)
    if not abs(value) < MAX_COORDINATE_MM:
        raise BadInput(f"{name} is {row[name]!r}", where=where, expected="a number of mm")
    return value
