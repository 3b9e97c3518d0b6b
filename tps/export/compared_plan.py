"""Plan folders read to be held against each other: what their files say, nothing computed anew."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from tps.dicom.case import read_structures
from tps.dicom.rt.rtdose_read import DoseRead, read_dose
from tps.errors import BadInput, UnknownName
from tps.export.integrity import PLAN_JSON, check_plan_folder, is_plan_folder
from tps.export.plan_json import PlanFile, read_plan_json
from tps.export.tables import DVH_COLUMNS
from tps.formats.csv_table import number_in_cell, read_table
from tps.model import Grid, Plan, Structure
from tps.sources.library import load_source

# Of a model that is not known here, in a folder of an earlier version that does not say it.
USUAL_SEED_MM = 4.5

# Structures are read as they were drawn: no grid counts.
_ACROSS = Grid(np.zeros(3), np.ones(3), (1, 1, 1))


@dataclass(frozen=True, eq=False)
class Curve:
    """A DVH as written: doses (n,) Gy ascending, and the fraction (n,) of the volume with at least these."""

    dose_gy: np.ndarray
    fraction: np.ndarray

    def at(self, doses_gy: np.ndarray) -> np.ndarray:
        """Fractions at other doses, linear between; 0 beyond the highest."""
        return np.interp(doses_gy, self.dose_gy, self.fraction, right=0.0)


@dataclass(frozen=True, eq=False)
class ComparedPlan:
    """One plan.

    Parameters
    ----------
    name : str
        As given.
    folder : Path
    file : PlanFile
    plan : Plan
    curves : dict of str to Curve
        By ROI.
    structures : dict of str to Structure
    dose : DoseRead or None
        None for a plan without seeds.
    notes : tuple of str
    seed_mm : float
        Length of a seed's capsule.
    """

    name: str
    folder: Path
    file: PlanFile
    plan: Plan
    curves: dict[str, Curve]
    structures: dict[str, Structure]
    dose: DoseRead | None
    notes: tuple[str, ...] = field(default=())
    seed_mm: float = USUAL_SEED_MM


def read_compared(folders: Sequence[Path | str]) -> tuple[ComparedPlan, ...]:
    """Read plan folders that are to be compared.

    Raises
    ------
    BadInput
        If there are fewer than two, one is no plan folder or contradicts itself, one comes twice, or they
        were not made on one scan.
    """
    if len(folders) < 2:
        raise BadInput("one plan", where="tps compare", expected="two plan folders or more")
    names = _names([Path(folder) for folder in folders])
    plans = tuple(_read(Path(folder), name) for folder, name in zip(folders, names, strict=True))
    for other in plans[1:]:
        _check_same_scan(plans[0], other)
    return plans


def _names(folders: Sequence[Path]) -> list[str]:
    """The folders' own names; whole paths where two are alike."""
    places = [folder.resolve() for folder in folders]
    for place in places:
        if places.count(place) > 1:
            raise BadInput("comes twice", where=str(place), expected="different plans")
    short = [place.name for place in places]
    return [
        name if short.count(name) == 1 else str(folder) for name, folder in zip(short, folders, strict=True)
    ]


def _read(folder: Path, name: str) -> ComparedPlan:
    if not folder.is_dir() or not is_plan_folder(folder):
        raise BadInput(
            "is no plan folder",
            where=str(folder),
            expected="a folder with a plan.json as `tps plan --out` writes it",
        )
    notes = check_plan_folder(folder)
    file = read_plan_json(folder)
    for needed in ("dvh.csv", "RTSTRUCT.dcm", *(["RTDOSE.dcm"] if file.seeds else [])):
        if not (folder / needed).is_file():
            raise BadInput(f"has no {needed}", where=str(folder), remedy="give the folder as it was written")
    found = read_structures(folder / "RTSTRUCT.dcm", _ACROSS)
    return ComparedPlan(
        name,
        folder,
        file,
        file.plan(allow_any_strength=True),
        read_curves(folder / "dvh.csv"),
        found.structures,
        read_dose(folder / "RTDOSE.dcm") if file.seeds else None,
        tuple(f"{name}: {note}" for note in notes),
        seed_length_mm(file),
    )


def seed_length_mm(file: PlanFile) -> float:
    """As the plan says, else as the source model of that name has it."""
    if file.source.capsule_length_mm is not None:
        return file.source.capsule_length_mm
    try:
        return load_source(file.source.model).capsule_length_mm
    except (BadInput, UnknownName):
        return USUAL_SEED_MM


def read_curves(path: Path) -> dict[str, Curve]:
    """The curves of a ``dvh.csv``, by region; raises ``BadInput`` for a table that is none."""
    rows: dict[str, list[tuple[float, float]]] = {}
    for line, row in read_table(path, DVH_COLUMNS).rows:
        where = f"{path.name}:{line}"
        pair = (number_in_cell(row, "dose_gy", where), number_in_cell(row, "volume_fraction", where))
        rows.setdefault(row["roi"], []).append(pair)
    return {name: Curve(*np.array(pairs).T) for name, pairs in rows.items()}


def _check_same_scan(first: ComparedPlan, other: ComparedPlan) -> None:
    for key, what in (
        ("series_uid", "Series Instance UID"),
        ("frame_of_reference_uid", "Frame of Reference UID"),
    ):
        wanted, found = first.file.inputs.get(key), other.file.inputs.get(key)
        if wanted != found or not wanted:
            raise BadInput(
                f"{other.name} was not made on the scan of {first.name}: its {what} is {found or '(none)'}",
                where=str(other.folder / PLAN_JSON),
                expected=f"{wanted or 'one'}, that of {first.name}",
                remedy="compare plans of one patient on one CT; identities taken out make another CT",
            )
