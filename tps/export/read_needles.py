"""``needles.csv`` read back: the needles a person wrote down or changed, with the seeds on them."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tps.errors import BadInput
from tps.export.operator_terms import angles_deg
from tps.formats.csv_table import number_in_cell, read_number, read_table
from tps.formats.seeds_csv import MAX_COORDINATE_MM
from tps.model import Grid
from tps.model.grid import frozen_array

ENTRY = ("entry_x_mm", "entry_y_mm", "entry_z_mm")
TIP = ("tip_x_mm", "tip_y_mm", "tip_z_mm")
DISTANCES = "seed_distances_from_tip_mm"

# What else a row says that follows from entry, tip and seeds, and how far a printed value may be off: half of
# its last digit, and what entry and tip lose by theirs (an angle of a needle of 30 mm: 0.03 degrees).
DEPTH, AXIAL, TILT, SEEDS = "insertion_depth_mm", "axial_angle_deg", "cranio_caudal_angle_deg", "seeds"
FOLLOWS = {DEPTH: 0.07, AXIAL: 0.12, TILT: 0.12, SEEDS: 0.0}

# A table of needles has at most so many bytes: some hundred needles.
MOST_BYTES = 1_000_000

_REMEDY = "give a table with the columns of the needles.csv of a plan"


@dataclass(frozen=True, eq=False)
class SheetRow:
    """One needle as a table has it.

    Parameters
    ----------
    needle : int
    target : str
        "" where the table does not say.
    entry_mm, tip_mm : (3,) float
    from_tip_mm : tuple of float
        Distance of each seed's centre from the tip, deepest first.
    cells : dict of str to float
        What the row says that follows from these; blank cells are left out.
    where : str
        File and line, for messages.
    """

    needle: int
    target: str
    entry_mm: np.ndarray
    tip_mm: np.ndarray
    from_tip_mm: tuple[float, ...]
    cells: dict[str, float]
    where: str

    def __post_init__(self):
        for name in ("entry_mm", "tip_mm"):
            object.__setattr__(self, name, frozen_array(getattr(self, name), (3,), name))

    @property
    def length_mm(self) -> float:
        """From entry to tip."""
        return float(np.linalg.norm(self.tip_mm - self.entry_mm))

    @property
    def direction(self) -> np.ndarray:
        """Unit vector from entry to tip, (3,)."""
        return (self.tip_mm - self.entry_mm) / self.length_mm

    def derived(self, grid: Grid) -> dict[str, float]:
        """What the columns of ``FOLLOWS`` must say, by entry, tip and seeds; ``grid`` is the CT's."""
        axial, tilt = angles_deg(self.direction, grid)
        return {DEPTH: self.length_mm, AXIAL: axial, TILT: tilt, SEEDS: float(len(self.from_tip_mm))}


def read_needles_csv(path: Path | str) -> tuple[SheetRow, ...]:
    """Read a table of needles with their seeds.

    Raises
    ------
    BadInput
        With file and line, for anything that is not such a table: a column that is missing, a needle that
        comes twice or has no length, a distance that is no number or not above 0.
    """
    path = Path(path)
    table = read_table(path, ("needle", *ENTRY, *TIP, DISTANCES), None, most_bytes=MOST_BYTES, remedy=_REMEDY)
    rows = tuple(_row(row, f"{path.name}:{line}") for line, row in table.rows)
    if not rows:
        raise BadInput("the table holds no needle", where=path.name, remedy=_REMEDY)
    numbers = [row.needle for row in rows]
    for row in rows:
        if numbers.count(row.needle) > 1:
            raise BadInput(f"needle {row.needle} comes twice", where=row.where, remedy="number each once")
    return rows


def _row(row: dict[str, str], where: str) -> SheetRow:
    number = number_in_cell(row, "needle", where)
    if number != int(number) or not 0 < number < 1e6:
        raise BadInput(f"needle is {row['needle']!r}", where=where, expected="a whole number, 1 or above")
    entry, tip = (np.array([_coordinate(row, name, where) for name in names]) for names in (ENTRY, TIP))
    if not np.linalg.norm(np.subtract(tip, entry)) > 1.0:
        raise BadInput(
            f"needle {number:g}: entry and tip coincide", where=where, expected="more than 1 mm between them"
        )
    cells = {name: number_in_cell(row, name, where) for name in FOLLOWS if row.get(name)}
    return SheetRow(int(number), row.get("target", ""), entry, tip, _distances(row, where), cells, where)


def _coordinate(row: dict[str, str], name: str, where: str) -> float:
    value = number_in_cell(row, name, where)
    if not abs(value) < MAX_COORDINATE_MM:
        raise BadInput(f"{name} is {row[name]!r}", where=where, expected="a number of mm")
    return value


def _distances(row: dict[str, str], where: str) -> tuple[float, ...]:
    found = []
    for text in filter(None, (part.strip() for part in row[DISTANCES].replace(",", ";").split(";"))):
        value = read_number(text)
        if value is None or not 0 < value < MAX_COORDINATE_MM:
            raise BadInput(
                f"{DISTANCES} holds {text[:30]!r}",
                where=where,
                expected="distances in mm above 0, parted by semicolons, such as 3;13;23",
            )
        found.append(value)
    return tuple(sorted(found))
