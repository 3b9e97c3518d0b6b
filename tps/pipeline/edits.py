"""A plan changed by hand: from an edited table to needles and seeds, and what was changed in words.

A table is held against the plan it came from.  What it does not change stays to the last digit, though tables
for people are rounded; seeds keep their numbers, so that the words name what is in both plans.  A needle on
which no seed is left is taken out: it would be pushed for nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from tps.errors import BadInput
from tps.export.read_needles import AXIAL, FOLLOWS, SheetRow
from tps.formats.csv_table import cell_text
from tps.model import Grid, Needle, Plan, Seed

# What a table for people can tell apart: half its last digit, and a little for rounding.
SAME_POINT_MM = 0.0051
SAME_DISTANCE_MM = 0.0501

# Positions, axes and strengths of a seeds.csv are given to this.
SAME_PLACE_MM, SAME_AXIS, SAME_STRENGTH_U = 2e-6, 1e-6, 2e-6


@dataclass(frozen=True, eq=False)
class Edit:
    """A plan's needles and seeds after a change.

    Parameters
    ----------
    needles : tuple of Needle
        Those that are new or were moved know nothing of their way yet.
    seeds : tuple of Seed
    words : tuple of str
        What was changed, the needle's number first; empty where nothing was.
    """

    needles: tuple[Needle, ...]
    seeds: tuple[Seed, ...]
    words: tuple[str, ...] = ()


def edit_by_needles(plan: Plan, rows: Sequence[SheetRow], grid: Grid) -> Edit:
    """The plan with the needles, and the seeds on them, that a table has.

    Parameters
    ----------
    plan : Plan
        That the table came from.
    rows : sequence of SheetRow
    grid : Grid
        Of the CT.

    Raises
    ------
    BadInput
        If a row contradicts itself (its depth was changed and its tip was not), names no target of the plan,
        or brings seeds whose strength is not clear.
    """
    old = {needle.id: needle for needle in plan.needles}
    ids = _Numbers(plan)
    needles, seeds, words = [], [], []
    for row in rows:
        before = old.get(row.needle)
        _check_row(row, before, plan.seeds_on(row.needle) if before else (), grid)
        if not row.from_tip_mm:
            words.append(f"needle {row.needle} removed: no seed is left on it" if before else "")
            continue
        needle, said = _needle(row, before, plan)
        mine, told = _seeds(row, needle, before, plan, ids)
        needles.append(needle)
        seeds += mine
        words += said + told
    kept = {row.needle for row in rows}
    words += [f"needle {n} removed" for n in old if n not in kept]
    return Edit(tuple(needles), tuple(sorted(seeds, key=lambda s: s.id)), tuple(filter(None, words)))


def needles_of_rows(
    rows: Sequence[SheetRow], targets: Sequence[str], grid: Grid, strength_u: float
) -> tuple[tuple[Needle, ...], tuple[Seed, ...]]:
    """Needles and seeds of a table that stands for itself; seeds are numbered from 1.

    Parameters
    ----------
    rows : sequence of SheetRow
    targets : sequence of str
        Names that a row may give as its target.
    grid : Grid
        Of the CT: angles are told against it.
    strength_u : float
        Of each seed.

    Raises
    ------
    BadInput
        As ``edit_by_needles``; and for a needle without a seed.
    """
    needles: list[Needle] = []
    seeds: list[Seed] = []
    for row in rows:
        _check_row(row, None, (), grid)
        if not row.from_tip_mm:
            raise BadInput(f"needle {row.needle} carries no seed", where=row.where, remedy="leave it out")
        needles.append(Needle(row.needle, row.entry_mm, row.tip_mm, target=_target(row, None, targets)))
        seeds += [
            Seed(len(seeds) + i, row.needle, row.tip_mm - d * row.direction, row.direction, strength_u)
            for i, d in enumerate(row.from_tip_mm, start=1)
        ]
    return tuple(needles), tuple(seeds)


class _Numbers:
    """Numbers for new seeds, beyond all that the plan has had."""

    def __init__(self, plan: Plan):
        self.last = max((s.id for s in plan.seeds), default=0)

    def next(self) -> int:
        self.last += 1
        return self.last


def _check_row(row: SheetRow, before: Needle | None, seeds: Sequence[Seed], grid: Grid) -> None:
    """Refuse a cell that was changed though it follows from others, which say something else."""
    follows = row.derived(grid)
    was = _row_of(before, seeds).derived(grid) if before is not None else follows
    for name, value in row.cells.items():
        apart = min(_apart(name, value, follows[name]), _apart(name, value, was[name]))
        if apart > FOLLOWS[name] + 1e-9:
            raise BadInput(
                f"needle {row.needle}: {name} is {value:g}, by its entry, tip and seeds it is"
                f" {follows[name]:.1f}",
                where=row.where,
                expected="a row that agrees with itself",
                remedy="change entry, tip or the seeds' distances; leave other columns as they were or blank",
            )


def _apart(name: str, first: float, second: float) -> float:
    away = abs(first - second)
    return min(away, abs(360.0 - away)) if name == AXIAL else away


def _row_of(needle: Needle, seeds: Sequence[Seed]) -> SheetRow:
    return SheetRow(
        needle.id, needle.target, needle.entry_mm, needle.tip_mm, _from_tip(needle, seeds), {}, "the plan"
    )


def _from_tip(needle: Needle, seeds: Sequence[Seed]) -> tuple[float, ...]:
    """Distance from the tip of each seed, in the order of ``seeds``."""
    return tuple(float((needle.tip_mm - s.position_mm) @ needle.direction) for s in seeds)


def _needle(row: SheetRow, before: Needle | None, plan: Plan) -> tuple[Needle, list[str]]:
    """The needle of a row, and what was changed of it."""
    target = _target(row, before, plan.targets)
    if before is None:
        added = f"needle {row.needle} added, {len(row.from_tip_mm)} seeds"
        return Needle(row.needle, row.entry_mm, row.tip_mm, target=target), [added]
    ends, moves = {}, []
    for name in ("entry", "tip"):
        old, new = getattr(before, f"{name}_mm"), getattr(row, f"{name}_mm")
        ends[name] = old
        if np.abs(old - new).max() > SAME_POINT_MM:
            ends[name] = new
            moves.append(f"{name} moved {mm_text(float(np.linalg.norm(new - old)))}")
    if target != before.target:
        moves.append(f"serves {target} instead of {before.target}")
    said = [f"needle {row.needle}: {', '.join(moves)}"] if moves else []
    if not moves:
        return before, said
    return Needle(row.needle, ends["entry"], ends["tip"], target=target), said


def _target(row: SheetRow, before: Needle | None, targets: Sequence[str]) -> str:
    named = next((t for t in targets if row.target in (t, cell_text(t))), None)
    if named is not None:
        return named
    if row.target:
        raise BadInput(
            f"needle {row.needle} serves {row.target!r}",
            where=row.where,
            expected=f"one of the plan's targets: {', '.join(targets)}",
        )
    if before is not None:
        return before.target
    if len(targets) > 1:
        raise BadInput(
            f"needle {row.needle} is new and says no target",
            where=row.where,
            expected=f"one of: {', '.join(targets)}",
            remedy="fill in its target",
        )
    return targets[0]


def _seeds(
    row: SheetRow, needle: Needle, before: Needle | None, plan: Plan, ids: _Numbers
) -> tuple[list[Seed], list[str]]:
    """The seeds of a row, and what was changed of them beside their needle."""
    old = list(plan.seeds_on(row.needle)) if before else []
    distances = _from_tip(before, old) if before else ()
    matched, left, new = _matched(distances, row.from_tip_mm)
    found, words = [], []
    for index in matched:
        seed = old[index]
        if needle is not before:
            place = needle.tip_mm - distances[index] * needle.direction
            seed = replace(seed, position_mm=place, direction=needle.direction)
        found.append(seed)
    for index, distance in zip(left, new, strict=False):
        place = needle.tip_mm - distance * needle.direction
        found.append(replace(old[index], position_mm=place, direction=needle.direction))
        way = distance - distances[index]
        where = "out" if way > 0 else "in"
        words.append(f"needle {row.needle}: seed {old[index].id} moved {mm_text(abs(way))} further {where}")
    words += [f"needle {row.needle}: seed {old[i].id} removed" for i in left[len(new) :]]
    for distance in new[len(left) :]:
        place = needle.tip_mm - distance * needle.direction
        strength = _strength(row, old or list(plan.seeds))
        found.append(Seed(ids.next(), row.needle, place, needle.direction, strength))
        if before is not None:
            words.append(f"needle {row.needle}: seed {found[-1].id} added {mm_text(distance)} from the tip")
    return found, words


def _matched(old: Sequence[float], new: Sequence[float]) -> tuple[list[int], list[int], list[float]]:
    """Indices of old distances that are among the new; those that are not; new ones that are not old."""
    open_old, open_new, found = list(range(len(old))), [], []
    for distance in new:
        index = next((i for i in open_old if abs(old[i] - distance) <= SAME_DISTANCE_MM), None)
        if index is None:
            open_new.append(distance)
        else:
            open_old.remove(index)
            found.append(index)
    return found, open_old, open_new


def _strength(row: SheetRow, seeds: Sequence[Seed]) -> float:
    found = sorted({round(s.strength_u, 6) for s in seeds})
    if len(found) != 1:
        raise BadInput(
            f"needle {row.needle} has a new seed, and the plan seeds of {len(found)} strengths",
            where=row.where,
            expected="seeds of one strength",
            remedy="change seeds.csv, which has a strength for each seed, and give it with --seeds",
        )
    return seeds[0].strength_u


def edit_by_seeds(plan: Plan, seeds: Sequence[Seed], where: str) -> Edit:
    """The plan with the seeds that a table has, on its own needles.

    Parameters
    ----------
    plan : Plan
        That the table came from.
    seeds : sequence of Seed
    where : str
        The table's name, for messages.

    Raises
    ------
    BadInput
        If a seed names a needle that the plan does not have.
    """
    known = {needle.id for needle in plan.needles}
    old = {seed.id: seed for seed in plan.seeds}
    found, words = [], []
    for seed in seeds:
        if seed.needle not in known:
            raise BadInput(
                f"seed {seed.id} is on needle {seed.needle}",
                where=where,
                expected=f"one of the plan's needles: {', '.join(map(str, sorted(known)))}",
                remedy="give the needle too, in a needles.csv, with --needles",
            )
        before = old.pop(seed.id, None)
        said = _changes(before, seed)
        found.append(before if before is not None and not said else seed)
        words += [f"needle {seed.needle}: seed {seed.id} {text}" for text in said]
    words += [f"needle {seed.needle}: seed {seed.id} removed" for seed in old.values()]
    used = {seed.needle for seed in found}
    words += [f"needle {n.id} removed: no seed is left on it" for n in plan.needles if n.id not in used]
    needles = tuple(n for n in plan.needles if n.id in used)
    return Edit(needles, tuple(sorted(found, key=lambda s: s.id)), tuple(words))


def _changes(before: Seed | None, after: Seed) -> list[str]:
    if before is None:
        return ["added"]
    said = []
    way = float(np.linalg.norm(after.position_mm - before.position_mm))
    if np.abs(after.position_mm - before.position_mm).max() > SAME_PLACE_MM:
        said.append(f"moved {mm_text(way)}")
    if after.needle != before.needle:
        said.append(f"taken from needle {before.needle}")
    if np.abs(after.direction - before.direction).max() > SAME_AXIS:
        cosine = float(np.clip(after.direction @ before.direction, -1.0, 1.0))
        said.append(f"turned by {np.degrees(np.arccos(cosine)):.1f} degrees")
    if abs(after.strength_u - before.strength_u) > SAME_STRENGTH_U:
        said.append(f"has {after.strength_u:.3f} U, before {before.strength_u:.3f} U")
    return said


def mm_text(length_mm: float) -> str:
    """A length for people: tenths of a millimetre, or as many digits as it needs."""
    return f"{length_mm:.1f} mm" if length_mm >= 0.05 else f"{length_mm:.2g} mm"
