"""``points.csv``, where a dose is wanted, and ``doses.csv``, what it is there."""

from pathlib import Path

import numpy as np

from tps.errors import BadInput
from tps.formats.csv_table import MAX_BYTES, csv_text, number_in_cell, read_table

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
    table = read_table(path, POINT_COLUMNS, most_bytes=MAX_BYTES, remedy=_REMEDY)
    if not table.rows:
        raise BadInput("the table holds no point", where=path.name, remedy=_REMEDY)
    return np.array(
        [[number_in_cell(row, n, f"{path.name}:{line}") for n in POINT_COLUMNS] for line, row in table.rows]
    )


def doses_csv(points_mm, dose_rate_cgy_per_h, total_dose_gy, dose_in_time_gy=None) -> str:
    """The table: mm to 6 decimals, doses to 9 significant digits; one more column for a dose in time.

    Parameters
    ----------
    points_mm : (n, 3) float
    dose_rate_cgy_per_h, total_dose_gy : (n,) float
        At the implant; until all has decayed.
    dose_in_time_gy : (n,) float, optional
        Until some day.
    """
    more = [] if dose_in_time_gy is None else [dose_in_time_gy]
    rows = (
        [*(f"{x:.6f}" for x in place), *(f"{dose:.9g}" for dose in doses)]
        for place, *doses in zip(points_mm, dose_rate_cgy_per_h, total_dose_gy, *more, strict=True)
    )
    return csv_text(DOSE_COLUMNS + (IN_TIME_COLUMN,) * len(more), rows)
