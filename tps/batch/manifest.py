"""A manifest: a CSV that says which files belong together where UIDs do not."""

import csv
from collections.abc import Callable
from pathlib import Path

from tps.batch.headers import read_header
from tps.batch.item import Item
from tps.errors import BadInput

COLUMNS = ("plan", "structures", "dose", "targets", "source", "prescription_gy")


def read_rows(
    path: Path, columns: tuple[str, ...], needed: tuple[str, ...]
) -> list[tuple[int, dict[str, str]]]:
    """Rows of a CSV with their line numbers; empty lines left out, blanks around values cut.

    Raises
    ------
    BadInput
        If it cannot be read, a column is unknown or missing, or a row is longer than the header.
    """
    try:
        with open(path, newline="", encoding="utf-8-sig") as stream:
            reader = csv.DictReader(stream, strict=True)
            names = [name.strip() for name in reader.fieldnames or ()]
            _check_columns(path, names, columns, needed)
            reader.fieldnames = names
            rows = []
            for row in reader:
                if None in row or None in row.values():
                    raise BadInput(
                        "the row has more or fewer values than the header",
                        where=f"{path.name} line {reader.line_num}",
                        remedy="check the commas; put values with commas into quotes",
                    )
                if any(value.strip() for value in row.values()):
                    rows.append((reader.line_num, {k: v.strip() for k, v in row.items()}))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise BadInput(f"cannot be read: {error}", where=str(path), expected="a CSV in UTF-8") from error
    if not rows:
        raise BadInput("no rows", where=str(path), expected=f"a row per plan: {', '.join(columns)}")
    return rows


def _check_columns(path: Path, names: list[str], columns: tuple[str, ...], needed: tuple[str, ...]) -> None:
    wrong = [name for name in names if name not in columns]
    missing = [name for name in needed if name not in names]
    if wrong or missing or len(set(names)) != len(names):
        raise BadInput(
            f"columns are {', '.join(names) or '(none)'}",
            where=str(path),
            expected=f"{', '.join(needed)}; optional: {', '.join(c for c in columns if c not in needed)}",
            remedy="correct the first line",
        )


def number_in(row: dict[str, str], name: str, where: str, zero: bool = False) -> float | None:
    """The positive number (or ``zero``) in a cell, None if it is empty or not there; else ``BadInput``."""
    text = row.get(name, "")
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not (0 < value < float("inf") or (zero and value == 0)):
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
    return [_item(row, path, f"{path.name} line {line}") for line, row in read_rows(path, COLUMNS, ("plan",))]


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
    )
