"""A manifest of cases to plan."""

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from tps.batch.find.manifest import file_in, names_in, number_in, read_rows
from tps.errors import BadInput
from tps.formats.csv_table import number_in_cell
from tps.model.prescribed_metric import PRESCRIBED_METRICS, metric_names
from tps.pipeline.request import SphereTarget

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
    "sphere_x_mm",
    "sphere_y_mm",
    "sphere_z_mm",
    "sphere_radius_mm",
)

NEEDED = ("case", "ct")

# A target without contours, DICOM patient coordinates.
SPHERE = COLUMNS[-4:]

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
    sphere : SphereTarget, optional
        A target without contours.
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
    sphere: SphereTarget | None = None
    trouble: str = ""


def read_plan_manifest(path) -> tuple[tuple[PlanItem, ...], str]:
    """Cases of a manifest; paths are relative to it, several names in a cell separated by semicolons.

    What is wrong with one row becomes that case's trouble: the others are planned all the same.  A row whose
    name cannot be a folder's, or is taken, goes by its line.

    Returns
    -------
    tuple of PlanItem
    str
        What was unusual about the file; "" for a usual one.

    Raises
    ------
    BadInput
        If the manifest is no such table.
    """
    path = Path(path).resolve()
    table = read_rows(path, COLUMNS, NEEDED)
    items: list[PlanItem] = []
    for line, row in table.rows:
        where = f"{path.name} line {line}"
        taken, case = {_alike(other.case) for other in items}, row["case"]
        try:
            case = _free_name(f"line_{line}", taken)
            _check_name(row["case"], taken, where)
            case = row["case"]
            item = _item(row, path.parent, where)
            _check(item, where)
        except BadInput as error:
            item = PlanItem(case, "", "", (), trouble=str(error))
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
        sphere=_sphere(row, where),
    )


def _sphere(row: dict[str, str], where: str) -> SphereTarget | None:
    """The sphere where all four cells are filled; None where none is."""
    stated = [name for name in SPHERE if row.get(name)]
    if not stated:
        return None
    if missing := [name for name in SPHERE if name not in stated]:
        raise BadInput(f"no {missing[0]}", where=where, expected="all four of " + ", ".join(SPHERE))
    x, y, z, radius = (number_in_cell(row, name, where) for name in SPHERE)
    try:
        return SphereTarget((x, y, z), radius)
    except BadInput as error:
        raise BadInput(error.what, where=f"{where}, {SPHERE[-1]}", expected=error.expected) from None


def _free_name(name: str, taken: set[str]) -> str:
    """The name, with a number behind it where it is taken."""
    return next(
        n for n in (name, *(f"{name}_{k}" for k in range(2, len(taken) + 3))) if _alike(n) not in taken
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
    needed = ("ct",) if item.sphere and not item.targets else ("ct", "structures", "targets")
    for column in needed:
        if not getattr(item, column):
            raise BadInput(
                f"no {column}",
                where=where,
                expected="a value in that column" + ", or a sphere" * (column != "ct"),
            )
    if item.prescribe_to and item.prescribe_to not in PRESCRIBED_METRICS:
        raise BadInput(f"prescribe_to is {item.prescribe_to!r}", where=where, expected=metric_names())
