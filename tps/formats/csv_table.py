"""Tables as CSV, both ways: written for spreadsheets, read as people and spreadsheets save them."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tps.errors import BadInput
from tps.formats.text_file import decode_text, read_text
from tps.formats.visible import one_line, shown

# A spreadsheet takes a table without this mark for one in the set of its own country, and shows other letters
# for the names of regions.
BYTE_ORDER_MARK = "\ufeff"

# What a spreadsheet takes for the beginning of a formula, in the letters of wide keyboards too.
FORMULA_STARTS = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")

# A table of a cohort has a line a region; larger files are something else.
MAX_BYTES = 100_000_000

DELIMITERS = ",;\t"

_NUMBER = re.compile(r"\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*", re.ASCII)


def read_number(text: str) -> float | None:
    """The finite number that a text writes in digits; None for anything else, such as ``1_0`` or ``nan``."""
    if not _NUMBER.fullmatch(text):
        return None
    value = float(text)
    return value if abs(value) < float("inf") else None


def number_in_cell(row: dict[str, str], name: str, where: str) -> float:
    """The finite number in a cell of a row; raises ``BadInput`` for anything else."""
    value = read_number(row[name])
    if value is None:
        raise BadInput(
            f"{name} is {row[name][:30]!r}", where=where, expected="a number, in digits with a decimal point"
        )
    return value


def cell_text(value) -> str:
    """A cell: text that a spreadsheet would run as a formula gets an apostrophe before it."""
    text = shown("" if value is None else str(value))
    return f"'{text}" if text.startswith(FORMULA_STARTS) and not _NUMBER.fullmatch(text) else text


def csv_text(columns: Sequence[str], rows: Iterable[Sequence]) -> str:
    """The text of a table, with a byte order mark.

    Parameters
    ----------
    columns : sequence of str
    rows : iterable of sequence
        Cells in that order; numbers as text already, or as they print.
    """
    text = io.StringIO()
    text.write(BYTE_ORDER_MARK)
    write_rows(text, columns, rows)
    return text.getvalue()


def write_rows(stream, columns: Sequence[str], rows: Iterable[Sequence]) -> int:
    """Write heading and rows to an open text stream; return the number of rows."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for row in rows:
        writer.writerow([cell_text(cell) for cell in row])
        count += 1
    return count


@dataclass(frozen=True)
class Table:
    """What a CSV holds.

    Parameters
    ----------
    columns : tuple of str
        Blanks around them cut.
    rows : tuple of (int, dict of str to str)
        Number of the line in the file, and the cells by column; empty lines left out.
    note : str
        What was unusual about the file: it is in another encoding, say; "" for a usual one.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[int, dict[str, str]], ...]
    note: str = ""


def read_table(
    path: Path | str,
    needed: Sequence[str],
    optional: Sequence[str] | None = (),
    *,
    most_bytes: int = MAX_BYTES,
    remedy: str = "",
) -> Table:
    """Read a table with a heading, its cells parted by commas, semicolons or tabs.

    Parameters
    ----------
    path : path
    needed, optional : sequence of str
        Columns that must and may be there; ``optional`` None: any others too.
    most_bytes : int
    remedy : str
        For the messages.

    Raises
    ------
    BadInput
        With file and line, if it cannot be read, has other columns, or a row has more or fewer values.
    """
    path = Path(path)
    expected = f"a table with the columns {', '.join(needed)}" + (
        f"; optional: {', '.join(optional)}" if optional else ""
    )
    found = read_text(path, most_bytes=most_bytes, expected=expected, remedy=remedy)
    name = one_line(path.name)
    delimiter = _delimiter(found.text, needed, optional)
    rows = csv.reader(io.StringIO(found.text, newline=""), delimiter=delimiter, strict=True)
    try:
        columns = tuple(cell.strip() for cell in next(rows, []))
        _check_columns(columns, needed, optional, name, expected, remedy)
        return Table(columns, tuple(_rows(rows, columns, name)), _note(found.encoding, delimiter, name))
    except csv.Error as error:
        raise BadInput(
            f"not a table ({error})", where=f"{name}:{rows.line_num}", expected=expected, remedy=remedy
        ) from error


def heading_of(path: Path | str) -> tuple[str, ...]:
    """The first line of a CSV written by this program; empty for any other file."""
    try:
        with open(path, "rb") as stream:
            line = stream.readline(10_000)
        return tuple(next(csv.reader([decode_text(line, "").text.rstrip("\r\n")]), ()))
    except (OSError, BadInput, csv.Error):
        return ()


def _delimiter(text: str, needed: Sequence[str], optional: Sequence[str] | None) -> str:
    """The one that makes the columns out of the first line; a comma where none does."""
    first = text.lstrip("\r\n").split("\n", 1)[0]
    fits = {
        d: sum(cell.strip(' "\r') in (*needed, *(optional or ())) for cell in first.split(d))
        for d in DELIMITERS
    }
    return max(DELIMITERS, key=lambda d: fits[d])


def _check_columns(columns, needed, optional, name: str, expected: str, remedy: str) -> None:
    missing = [c for c in needed if c not in columns]
    unknown = [c for c in columns if c not in needed and optional is not None and c not in optional]
    doubled = [c for c in columns if c and columns.count(c) > 1]
    if missing or unknown or doubled:
        found = [f"column {c} is missing" for c in missing[:3]]
        found += [f"unknown column {c[:30]!r}" for c in unknown[:3]]
        found += [f"column {c} comes twice" for c in doubled[:1]]
        raise BadInput(
            ", ".join(found), where=f"{name}:1", expected=expected, remedy=remedy or "correct the first line"
        )


def _rows(rows, columns: tuple[str, ...], name: str):
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        if len(row) != len(columns):
            raise BadInput(
                f"{len(row)} values",
                where=f"{name}:{rows.line_num}",
                expected=f"{len(columns)}, as in the first line",
                remedy="check the commas; put values with commas into quotes",
            )
        yield rows.line_num, dict(zip(columns, map(str.strip, row), strict=True))


def _note(encoding: str, delimiter: str, name: str) -> str:
    said = [] if encoding == "UTF-8" else [f"read as {encoding}"]
    said += [] if delimiter == "," else ["cells parted by " + {";": "semicolons", "\t": "tabs"}[delimiter]]
    return f"{name}: {', '.join(said)}" if said else ""
