"""Whether what the files of a plan folder say is one plan: seeds, needles and prescription of each."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tps.dicom.file.dicom_file import open_header
from tps.dicom.file.file_source import list_blobs
from tps.dicom.rt.rtdose_read import DoseRead, read_dose
from tps.dicom.rt.rtplan_read import read_plan
from tps.dose.second_check import recompute_gy
from tps.errors import BadInput, UnknownName
from tps.export.plan_json import PlanFile
from tps.formats.csv_table import read_number, read_table
from tps.formats.seeds_csv import COLUMNS, read_existing_csv, read_seeds_csv
from tps.model import Seed
from tps.sources.library import load_source

# Positions are written to a nanometre in every file.
SAME_PLACE_MM = 2e-6

# Axes are stored in single precision in an RT Plan.
SAME_AXIS = 1e-6

# Strengths are written to 6 decimals.
SAME_STRENGTH_U = 2e-6

# Whether a strength is probable is for whoever computes with it; here files are held against each other.
ANY = {"allow_any_strength": True}

# The needle sheet is for people: hundredths of a millimetre.
SAME_ON_SHEET_MM = 0.006
_SHEET_COLUMNS = [f"{end}_{axis}_mm" for end in ("entry", "tip") for axis in "xyz"]

SEEDS_CSV, EXISTING_CSV, NEEDLES_CSV, RTPLAN, RTDOSE, RTSTRUCT = (
    "seeds.csv",
    "existing_seeds.csv",
    "needles.csv",
    "RTPLAN.dcm",
    "RTDOSE.dcm",
    "RTSTRUCT.dcm",
)

# The dose on file is held against that of the seeds at so many voxels, none nearer to a seed than this: there
# single precision and 16 bits say it to a thousandth, and the engine's table errs by as much.
DOSE_VOXELS = 60
FROM_SEED_MM = 5.0
SAME_DOSE = 0.01

# Of the highest dose of the file: what 16 bits cannot tell.
SAME_DOSE_OF_MAX = 1e-4


def contradictions(folder: Path, file: PlanFile) -> list[str]:
    """What the files of a folder say otherwise than its ``plan.json``; files that are not there say nothing.

    Parameters
    ----------
    folder : Path
    file : PlanFile
        As read from its ``plan.json``.

    Returns
    -------
    list of str
        A sentence for each file, its name first.
    """
    looks = {
        SEEDS_CSV: _seeds,
        EXISTING_CSV: _existing,
        NEEDLES_CSV: _needles,
        RTPLAN: _rtplan,
        RTDOSE: _rtdose,
        RTSTRUCT: _rtstruct,
    }
    found = []
    for name, look in looks.items():
        path = folder / name
        if path.is_file():
            try:
                said = look(path, file)
            except BadInput as error:
                said = error.what
            found += [f"{name}: {said}"] if said else []
    return found


def _seeds(path: Path, file: PlanFile) -> str:
    if not file.seeds:  # an input of seeds must have some; the table of a plan that found none has none
        rows = read_table(path, COLUMNS).rows
        return f"{len(rows)} seeds, plan.json has none" if rows else ""
    return seeds_differ(seed_table(read_seeds_csv(path, **ANY)), seed_table(file.plan(**ANY).seeds))


def _existing(path: Path, file: PlanFile) -> str:
    seeds, _ = read_existing_csv(path, **ANY)
    return seeds_differ(seed_table(seeds), seed_table(file.existing_seeds(**ANY)))


def _needles(path: Path, file: PlanFile) -> str:
    try:
        rows = [row for _, row in read_table(path, _SHEET_COLUMNS, None).rows]
    except BadInput:
        return "not the needle sheet that was written"
    if len(rows) != len(file.needles):
        return f"{len(rows)} needles, plan.json has {len(file.needles)}"
    for row, needle in zip(rows, file.needles, strict=True):
        said = [v for name in _SHEET_COLUMNS if (v := read_number(row[name])) is not None]
        if len(said) < len(_SHEET_COLUMNS):
            return "not the needle sheet that was written"
        if np.abs(np.subtract(said, [*needle.entry_mm, *needle.tip_mm])).max() > SAME_ON_SHEET_MM:
            return f"needle {needle.id} lies elsewhere than in plan.json"
    return ""


def _rtplan(path: Path, file: PlanFile) -> str:
    read = read_plan(path, **ANY)
    seeds = [*file.plan(**ANY).seeds, *file.existing_seeds(**ANY)]
    if _listed_uid(file, RTPLAN) not in ("", read.sop_uid):
        return "another plan than the one plan.json was written with"
    doses = set(read.prescriptions_gy.values())
    if doses != {file.prescription.dose_gy}:
        said = ", ".join(f"{d:g}" for d in sorted(doses))
        return f"{said or 'no'} Gy prescribed, plan.json has {file.prescription.dose_gy:g} Gy"
    return seeds_differ(seed_table(read.seeds), seed_table(seeds))


def _listed_uid(file: PlanFile, name: str) -> str:
    """SOP Instance UID that plan.json lists for a DICOM file; "" where it lists none."""
    return (file.model_extra or {}).get("dicom", {}).get(name, "")


def _rtstruct(path: Path, file: PlanFile) -> str:
    read = open_header(list_blobs(path)[0])
    if read is None:
        return "no DICOM file"
    if _listed_uid(file, RTSTRUCT) not in ("", str(read.dataset.get("SOPInstanceUID", ""))):
        return "another structure set than the one plan.json was written with"
    return ""


def _rtdose(path: Path, file: PlanFile) -> str:
    read = read_dose(path)
    if _listed_uid(file, RTDOSE) not in ("", read.sop_uid):
        return "another dose than the one plan.json was written with"
    if _listed_uid(file, RTPLAN) not in ("", read.plan_uid):
        return "belongs to another plan than RTPLAN.dcm"
    seeds = [*file.plan(**ANY).seeds, *file.existing_seeds(**ANY)]
    points, stored = some_voxels(read, seeds)
    try:
        source = load_source(file.source.model)
    except UnknownName:
        return ""  # a model of the user's own: without its data nothing can be said
    if not len(points):
        return ""
    away = np.abs(stored - recompute_gy(source, seeds, points))
    apart = away > SAME_DOSE * stored + SAME_DOSE_OF_MAX * read.values_gy.max()
    if apart.any():
        place = np.round(points[np.argmax(apart)], 1).tolist()
        return (
            f"the dose at {place} mm is {stored[np.argmax(apart)]:.1f} Gy, not that of the seeds in plan.json"
        )
    return ""


def some_voxels(read: DoseRead, seeds: Sequence[Seed]) -> tuple[np.ndarray, np.ndarray]:
    """Centres (n, 3) of voxels spread over a dose, not close to a seed, and their doses (n,)."""
    volume = read.volume()
    count = volume.values.size
    chosen = np.unique(np.linspace(0, count - 1, min(8 * DOSE_VOXELS, count)).astype(int))
    index = np.stack(np.unravel_index(chosen, volume.values.shape), axis=1)
    points = volume.grid.index_to_world(index[:, ::-1])
    places = np.array([s.position_mm for s in seeds]).reshape(-1, 3)
    near = np.linalg.norm(points[:, None] - places[None], axis=-1).min(axis=1, initial=np.inf)
    chosen = np.flatnonzero(near >= FROM_SEED_MM)
    # The nearest of them: far from the implant all plans are alike.
    chosen = chosen[np.argsort(near[chosen], kind="stable")[:DOSE_VOXELS]]
    return points[chosen], volume.values[tuple(index[chosen].T)].astype(float)


def seed_table(seeds: Sequence) -> np.ndarray:
    """Position, axis and strength of seeds, (n, 7), in an order that does not depend on theirs."""
    rows = [
        [*s.position_mm, *(s.direction if s.direction is not None else 3 * [np.nan]), s.strength_u]
        for s in seeds
    ]
    table = np.array(rows, dtype=float).reshape(-1, 7)
    # Sorted by what all files have alike: rounding must not change the order.
    return table[np.lexsort(np.round(table[:, [2, 1, 0]], 3).T)]


def seeds_differ(found: np.ndarray, wanted: np.ndarray) -> str:
    """How seeds of a file differ from those of ``plan.json``, both as ``seed_table``; "" if they do not."""
    if len(found) != len(wanted):
        return f"{len(found)} seeds, plan.json has {len(wanted)}"
    for what, columns, same in (
        ("lies elsewhere", slice(0, 3), SAME_PLACE_MM),
        ("points elsewhere", slice(3, 6), SAME_AXIS),
        ("has another strength", slice(6, 7), SAME_STRENGTH_U),
    ):
        # A value that is missing (nan) differs from any.
        apart = ~(np.abs(found[:, columns] - wanted[:, columns]) <= same).all(axis=1)
        if apart.any():
            place = np.round(wanted[np.argmax(apart), :3], 1).tolist()
            return f"the seed at {place} mm {what} than in plan.json"
    return ""
