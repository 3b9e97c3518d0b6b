"""``seeds.csv``: the seeds of a plan, also the input of ``tps dose`` and of a top-up."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import numpy as np

from tps.errors import BadInput
from tps.formats.csv_table import Table, csv_text, number_in_cell, read_table
from tps.model import Seed
from tps.model.earlier import EarlierImplant
from tps.model.moment import read_moment
from tps.model.strength import check_strength

# Of seeds of several implants: when each was implanted, an ISO date and time.
IMPLANTED = "implanted"

COLUMNS = ("seed", "needle", "x_mm", "y_mm", "z_mm", "ux", "uy", "uz", "strength_u")

# An implant has at most a few hundred seeds; a longer table is some other file.
MAX_BYTES = 10_000_000

# No patient is larger; beyond, a unit was mixed up or the file is damaged.
MAX_COORDINATE_MM = 10_000.0

_REMEDY = f"give a table with the columns {','.join(COLUMNS)}, as `tps plan` writes it"


def seeds_csv(seeds: Iterable[Seed]) -> str:
    """The table of ``seeds``: mm to 6 decimals, direction cosines to 9, U to 6."""
    return csv_text(COLUMNS, map(_row, seeds))


def existing_csv(earlier: EarlierImplant) -> str:
    """The same of seeds that were there before; those of several sessions say when each was implanted."""
    if len(earlier.sessions) == 1:
        return seeds_csv(earlier.seeds)
    when = [part.at for part in earlier.sessions for _ in part.seeds]
    rows = [
        [*_row(seed), "" if at is None else at.isoformat()]
        for seed, at in zip(earlier.seeds, when, strict=True)
    ]
    return csv_text((*COLUMNS, IMPLANTED), rows)


def _row(seed: Seed) -> list:
    return [
        seed.id,
        seed.needle,
        *(f"{v + 0.0:.6f}" for v in seed.position_mm.round(6)),
        *(f"{v + 0.0:.9f}" for v in seed.direction.round(9)),
        f"{seed.strength_u:.6f}",
    ]


def read_existing_csv(
    path: Path | str, *, allow_any_strength: bool = False
) -> tuple[tuple[Seed, ...], tuple[datetime | None, ...]]:
    """Seeds that are there already, and when each was implanted where the table has that column.

    Parameters
    ----------
    path : path
    allow_any_strength : bool
        Take improbable strengths too.

    Raises
    ------
    BadInput
        As ``read_seeds_csv``; or where a row is dated and another is not.
    """
    path = Path(path)
    rows = _read(path, (IMPLANTED,)).rows
    seeds = _checked(path, rows, allow_any_strength)
    said = [row.get(IMPLANTED, "").strip() for _, row in rows]
    if any(said) and not all(said):
        line = next(line for (line, _), text in zip(rows, said, strict=True) if not text)
        raise BadInput(
            "it is not said when the seed was implanted, of others it is",
            where=f"{path.name}:{line}",
            expected="a date and time in every row, or in none",
        )
    when = [
        read_moment(text, f"{path.name}:{line}, {IMPLANTED}") if text else None
        for (line, _), text in zip(rows, said, strict=True)
    ]
    return seeds, tuple(when)


def read_seeds_csv(path: Path | str, *, allow_any_strength: bool = False) -> tuple[Seed, ...]:
    """Read a ``seeds.csv``.

    Parameters
    ----------
    path : path
    allow_any_strength : bool
        Take improbable strengths too.

    Returns
    -------
    tuple of Seed

    Raises
    ------
    BadInput
        With file and line, if the file cannot be read, a column is missing or unknown, a value is not a
        number, a direction is no unit vector, a strength is improbable, a seed number comes twice, or
        there is no seed.
    """
    path = Path(path)
    return _checked(path, _read(path).rows, allow_any_strength)


def _read(path: Path, optional: tuple[str, ...] = ()) -> Table:
    return read_table(path, COLUMNS, optional, most_bytes=MAX_BYTES, remedy=_REMEDY)


def _checked(path: Path, rows, allow_any_strength: bool) -> tuple[Seed, ...]:
    seeds = [_seed(row, f"{path.name}:{line}", allow_any_strength) for line, row in rows]
    if not seeds:
        raise BadInput("the table holds no seed", where=path.name, remedy=_REMEDY)
    ids = [s.id for s in seeds]
    doubled = sorted({i for i in ids if ids.count(i) > 1}) if len(set(ids)) < len(ids) else []
    if doubled:
        raise BadInput(f"seed {doubled[0]} comes twice", where=path.name, remedy="number the seeds from 1")
    return tuple(seeds)


def _seed(row: dict[str, str], where: str, allow_any_strength: bool) -> Seed:
    numbers = {name: number_in_cell(row, name, where) for name in COLUMNS}
    for name in ("seed", "needle"):
        if numbers[name] != int(numbers[name]) or not 0 <= numbers[name] < 1e9:
            raise BadInput(f"{name} is {row[name]!r}", where=where, expected="a whole number")
    return checked_seed(
        int(numbers["seed"]),
        int(numbers["needle"]),
        [numbers[n] for n in ("x_mm", "y_mm", "z_mm")],
        [numbers[n] for n in ("ux", "uy", "uz")],
        numbers["strength_u"],
        where,
        allow_any_strength,
    )


def checked_seed(
    number: int,
    needle: int,
    position_mm: list,
    direction: list,
    strength_u: float,
    where: str,
    allow_any_strength: bool = False,
) -> Seed:
    """A seed of values read from a file; raises ``BadInput`` where they cannot be one's.

    Parameters
    ----------
    number, needle : int
    position_mm, direction : list of 3 float
    strength_u : float
    where : str
        File and line, for messages.
    allow_any_strength : bool
        Take an improbable strength too.
    """
    if max(abs(v) for v in position_mm) > MAX_COORDINATE_MM or max(abs(v) for v in direction) > 2:
        raise BadInput(
            f"seed {number} lies at {position_mm} along {direction}",
            where=where,
            expected=f"mm, at most {MAX_COORDINATE_MM:g} from the origin, and a unit vector",
        )
    check_strength(strength_u, f"{where}, strength_u of seed {number}", insist=allow_any_strength)
    try:
        return Seed(number, needle, np.array(position_mm), np.array(direction), strength_u)
    except ValueError as error:
        raise BadInput(str(error), where=where, remedy="correct the seed") from error
