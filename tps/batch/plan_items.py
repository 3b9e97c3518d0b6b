"""A manifest of cases to plan."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from tps.batch.manifest import file_in, names_in, number_in, read_rows
from tps.errors import BadInput
from tps.model.metric import PRESCRIBED_METRICS, metric_names

COLUMNS = (
    "case",
    "ct",
    "structures",
    "targets",
    "prescription_gy",
    "prescribe_to",
    "activity_mci",
    "margin_mm",
    "source",
    "avoid",
    "cross",
    "limits",
)

NEEDED = ("case", "ct", "structures", "targets")

# A case names its folder: letters of any language; anything else in a name could leave the output folder or
# not be written everywhere.
_NAME = re.compile(r"[^\W_][\w.-]{0,63}")


@dataclass(frozen=True)
class PlanItem:
    """One case to plan.

    Parameters
    ----------
    case : str
        Name of its folder.
    ct, structures : str
        Absolute paths.
    targets : tuple of str
    prescription_gy, activity_mci, margin_mm : float, optional
        None: as for all cases.
    prescribe_to, source : str
        "": as for all cases.
    avoid, cross, limits : tuple of str
        ``ROI[:CLEARANCE_MM]``, ROIs and limits as on the command line.
    trouble : str
        Why it cannot be planned, if its row already tells; "" otherwise.
    """

    case: str
    ct: str
    structures: str
    targets: tuple[str, ...]
    prescription_gy: float | None = None
    prescribe_to: str = ""
    activity_mci: float | None = None
    margin_mm: float | None = None
    source: str = ""
    avoid: tuple[str, ...] = ()
    cross: tuple[str, ...] = ()
    limits: tuple[str, ...] = ()
    trouble: str = ""


def read_plan_manifest(path) -> tuple[tuple[PlanItem, ...], str]:
    """Cases of a manifest; paths are relative to it, several names in a cell separated by semicolons.

    What is wrong with one row, its name apart, becomes that case's trouble: the others are planned all the
    same.

    Returns
    -------
    tuple of PlanItem
    str
        What was unusual about the file; "" for a usual one.

    Raises
    ------
    BadInput
        If the manifest is wrong: its columns, a case named twice or in a way no folder can be.
    """
    path = Path(path).resolve()
    table = read_rows(path, COLUMNS, NEEDED)
    items: list[PlanItem] = []
    for line, row in table.rows:
        where = f"{path.name} line {line}"
        _check_name(row["case"], {_alike(other.case) for other in items}, where)
        try:
            item = _item(row, path.parent, where)
            _check(item, where)
        except BadInput as error:
            item = PlanItem(row["case"], "", "", (), trouble=str(error))
        items.append(item)
    return tuple(items), table.note


def _item(row: dict[str, str], folder: Path, where: str) -> PlanItem:
    return PlanItem(
        case=row["case"],
        ct=file_in(row, "ct", folder),
        structures=file_in(row, "structures", folder),
        targets=names_in(row, "targets"),
        prescription_gy=number_in(row, "prescription_gy", where),
        prescribe_to=row.get("prescribe_to", ""),
        activity_mci=number_in(row, "activity_mci", where),
        margin_mm=number_in(row, "margin_mm", where, zero=True),
        source=row.get("source", ""),
        avoid=names_in(row, "avoid"),
        cross=names_in(row, "cross"),
        limits=names_in(row, "limits"),
    )


def _alike(case: str) -> str:
    """The same for names that are one folder on some disks."""
    return unicodedata.normalize("NFC", case).casefold()


def _check_name(case: str, taken: set[str], where: str) -> None:
    if not _NAME.fullmatch(case):
        raise BadInput(
            f"case is {case!r}",
            where=where,
            expected="a name of letters, digits, dots, dashes and underlines that can be a folder's",
        )
    if _alike(case) in taken:
        raise BadInput(f"case {case!r} is named twice", where=where, remedy="name each case once")


def _check(item: PlanItem, where: str) -> None:
    for column in ("ct", "structures", "targets"):
        if not getattr(item, column):
            raise BadInput(f"no {column}", where=where, expected="a value in that column")
    if item.prescribe_to and item.prescribe_to not in PRESCRIBED_METRICS:
        raise BadInput(f"prescribe_to is {item.prescribe_to!r}", where=where, expected=metric_names())
