"""A manifest: a CSV that says which files belong together where UIDs do not."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from tps.batch.find.headers import read_header
from tps.batch.find.item import Item
from tps.errors import BadInput
from tps.formats.csv_table import Table, read_number, read_table

COLUMNS = ("plan", "structures", "dose", "targets", "source", "prescription_gy")


def read_rows(path: Path, columns: tuple[str, ...], needed: tuple[str, ...]) -> Table:
    """The table of a manifest.

    Raises
    ------
    BadInput
        If it cannot be read, a column is unknown or missing, a row has more or fewer values than the header,
        or there is no row.
    """
    optional = [name for name in columns if name not in needed]
    table = read_table(path, needed, optional)
    if not table.rows:
        raise BadInput("no rows", where=str(path), expected=f"a row per plan: {', '.join(columns)}")
    return table


def number_in(row: dict[str, str], name: str, where: str, zero: bool = False) -> float | None:
    """The positive number (or ``zero``) in a cell, None if it is empty or not there; else ``BadInput``.

    Parameters
    ----------
    row : dict of str to str
    name : str
        Column.
    where : str
        For messages.
    zero : bool
        Take 0 too.
    """
    text = row.get(name, "")
    if not text:
        return None
    value = read_number(text)
    if value is None or not (value > 0 or (zero and value == 0)):
        expected = "0 or a number above it" if zero else "a number above 0"
        raise BadInput(f"{name} is {text!r}", where=where, expected=expected)
    return value


def trouble_of(check: Callable[[], object]) -> str:
    """What is wrong by the ``BadInput`` that a check raises; "" if it raises none."""
    try:
        check()
    except BadInput as error:
        return str(error)
    return ""


def names_in(row: dict[str, str], name: str) -> tuple[str, ...]:
    """The names in a cell, separated by semicolons."""
    return tuple(part.strip() for part in row.get(name, "").split(";") if part.strip())


def file_in(row: dict[str, str], name: str, folder: Path) -> str:
    """The path in a cell, relative to the manifest's folder; "" if the cell is empty."""
    return str((folder / row[name]).resolve()) if row.get(name) else ""


def read_manifest(path: Path) -> list[Item]:
    """Items of a manifest with the columns ``plan, structures, dose, targets, source, prescription_gy``.

    Paths are relative to the manifest; targets are separated by semicolons; only ``plan`` is needed, except
    that an RTPLAN needs its ``structures`` too.  What is wrong with a row becomes its trouble: the others are
    computed all the same.

    Raises
    ------
    BadInput
        If the manifest itself is wrong.
    """
    table = read_rows(path, COLUMNS, ("plan",))
    said = (f"the manifest {table.note}",) if table.note else ()
    items = [_item(row, path, f"{path.name} line {line}") for line, row in table.rows]
    return [replace(item, warnings=(*item.warnings, *said)) for item in items]


def _item(row: dict[str, str], manifest: Path, where: str) -> Item:
    folder = manifest.parent
    plan = file_in(row, "plan", folder)
    wrong = trouble_of(lambda: number_in(row, "prescription_gy", where))
    if not plan:
        wrong = str(BadInput("no plan", where=where, expected="the path of a plan.json or RTPLAN"))
    if wrong:
        return Item("", plan or str(manifest), trouble=wrong)
    files = {
        "plan": plan,
        "structures": file_in(row, "structures", folder),
        "dose": file_in(row, "dose", folder),
    }
    trouble = "; ".join(
        f"{part} file is not there ({where})" for part, p in files.items() if p and not Path(p).is_file()
    )
    if not files["structures"]:
        beside = Path(plan).parent / "RTSTRUCT.dcm"
        if Path(plan).name == "plan.json" and beside.is_file():
            files["structures"] = str(beside)
        else:
            trouble = trouble or f"no structures given ({where})"
    known = [read_header(Path(files[part])) for part in ("plan", "structures") if not trouble]
    return Item(
        "",
        plan,
        files["structures"],
        files["dose"],
        targets=names_in(row, "targets"),
        source=row.get("source", ""),
        prescription_gy=number_in(row, "prescription_gy", where),
        trouble=trouble,
        patient_id=next((header.patient_id for header in known if header.patient_id), ""),
        plan_uid=known[0].uid if known else "",
        words=tuple(sorted(frozenset().union(*(header.words for header in known)))),
    )
