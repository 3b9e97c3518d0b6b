"""``points.csv``, where a dose is wanted, and ``doses.csv``, what it is there."""

import csv
import io
import math
from pathlib import Path

import numpy as np

from tps.errors import BadInput

POINT_COLUMNS = ("x_mm", "y_mm", "z_mm")
DOSE_COLUMNS = (*POINT_COLUMNS, "dose_rate_cgy_per_h", "total_dose_gy")
# Only where a time was asked for.
IN_TIME_COLUMN = "dose_in_time_gy"

_REMEDY = f"give a table with the columns {','.join(POINT_COLUMNS)}, a line a point, mm"


def read_points_csv(path: Path | str) -> np.ndarray:
    """Points (n, 3), mm, of a ``points.csv``.

    Raises
    ------
    BadInput
        With file, line and column, if the file cannot be read, a column is missing or unknown, a value is not
        a number, or there is no point.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise BadInput(
            f"cannot be read ({error.strerror})", where=str(path), remedy="check the path and the rights"
        ) from error
    except UnicodeDecodeError as error:
        raise BadInput("not a text file", where=path.name, remedy=_REMEDY) from error
    rows = csv.reader(io.StringIO(text))
    try:
        columns = _columns([cell.strip() for cell in next(rows, [])], path)
        points = [
            _point(row, columns, f"{path.name}:{rows.line_num}")
            for row in rows
            if any(cell.strip() for cell in row)
        ]
    except csv.Error as error:
        raise BadInput(f"not a table ({error})", where=path.name, remedy=_REMEDY) from error
    if not points:
        raise BadInput("the table holds no point", where=path.name, remedy=_REMEDY)
    return np.array(points)


def _columns(header: list[str], path: Path) -> list[int]:
    missing = [name for name in POINT_COLUMNS if name not in header]
    unknown = [name for name in header if name not in POINT_COLUMNS]
    if missing or unknown or len(header) != len(POINT_COLUMNS):
        found = [f"column {name} is missing" for name in missing]
        found += [f"unknown column {name[:30]!r}" for name in unknown[:3]]
        raise BadInput(", ".join(found) or "a column comes twice", where=f"{path.name}:1", remedy=_REMEDY)
    return [header.index(name) for name in POINT_COLUMNS]


def _point(row: list[str], columns: list[int], where: str) -> list[float]:
    if len(row) != len(columns):
        raise BadInput(f"{len(row)} values", where=where, expected=f"{len(columns)}", remedy=_REMEDY)
    return [_number(row[column], name, where) for name, column in zip(POINT_COLUMNS, columns, strict=True)]


def _number(text: str, name: str, where: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise BadInput(f"{name} is {text[:30]!r}", where=where, expected="a number")
    return value


def doses_csv(points_mm, dose_rate_cgy_per_h, total_dose_gy, dose_in_time_gy=None) -> str:
    """The table: mm to 6 decimals, doses to 9 significant digits; one more column for a dose in time."""
    more = [] if dose_in_time_gy is None else [dose_in_time_gy]
    lines = [",".join(DOSE_COLUMNS + (IN_TIME_COLUMN,) * len(more))]
    for (x, y, z), *doses in zip(points_mm, dose_rate_cgy_per_h, total_dose_gy, *more, strict=True):
        lines.append(f"{x:.6f},{y:.6f},{z:.6f}," + ",".join(f"{dose:.9g}" for dose in doses))
    return "\n".join(lines) + "\n"
