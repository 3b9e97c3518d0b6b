"""A patient's implants with their dates: the dose given by a date, and what is still to come."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tps.dicom.case import read_structures
from tps.dicom.rt.frames import in_frame
from tps.dose.engine import DoseEngine
from tps.errors import BadInput, UnknownName
from tps.evaluate.over_time import DoseByDate, dose_by_dates
from tps.export.integrity import PLAN_JSON, check_beside_plan
from tps.export.plan_json import PlanFile
from tps.geometry.solid import build_solid
from tps.model.earlier import EarlierImplant
from tps.model.moment import read_moment
from tps.pipeline.contour_grid import ACROSS, contour_grid
from tps.pipeline.earlier import plan_beside, read_earlier
from tps.pipeline.request import PlanRequest
from tps.sources.library import load_source

STRUCTURES = "RTSTRUCT.dcm"


@dataclass(frozen=True, eq=False)
class DoseHistory:
    """Implants and their dose.

    Parameters
    ----------
    implants : EarlierImplant
        Every session with its seeds and time.
    doses : tuple of DoseByDate
        Date by date, target by target; the last date is None: until all has decayed.
    warnings : tuple of str
    """

    implants: EarlierImplant
    doses: tuple[DoseByDate, ...]
    warnings: tuple[str, ...]


def dose_history(
    implants: Path | str,
    dates: Sequence[str],
    *,
    structures: Path | str | None = None,
    targets: Sequence[str] = (),
    source: str = "",
    source_folder: str = "",
    implanted: str = "",
) -> DoseHistory:
    """The dose of all implants of a patient to each target by each date, and until all has decayed.

    Parameters
    ----------
    implants : path-like
        A folder of ``tps plan`` or ``tps verify``, which knows what was there before it; or a table of seeds
        with a column ``implanted``.
    dates : sequence of str
        ISO dates, with a time or without.
    structures : path-like, optional
        RTSTRUCT on the scan in which the seeds lie; default: that of the folder.
    targets : sequence of str
        Regions; default: the folder's targets.
    source, source_folder : str
        Seed model where a table names none; folder of the user's own models.
    implanted : str
        Date and time of a single implant that nobody dated.

    Raises
    ------
    BadInput
        If a file cannot be read, an implant is not dated, or nothing says which targets are meant.
    UnknownName
        If a target is none of the regions.
    """
    if not Path(implants).exists():
        raise BadInput("there is no such file or folder", where=str(implants), remedy="check the path")
    file = plan_beside(str(implants))
    model = load_source(_model_name(file, source, implants), source_folder or None)
    request = PlanRequest(
        tuple(targets) or ("-",),
        existing_seeds=str(implants),
        existing_source=model.name,
        existing_implanted=implanted,
        source=model.name,
    )
    history = read_earlier(request, model)
    assert history is not None  # seeds are named
    if any(part.at is None for part in history.sessions):
        raise BadInput(
            "an implant is not dated",
            where=str(implants),
            expected="date and time of every implant",
            remedy="--implanted WHEN of a single one; of several, a table with the column implanted",
        )
    moments = [read_moment(text, "--at") for text in dates]
    regions, notes = _regions(file, implants, structures, targets)
    doses = dose_by_dates(history, DoseEngine(model), regions, [*moments, None])
    return DoseHistory(history, doses, notes)


def _model_name(file: PlanFile | None, source: str, implants: Path | str) -> str:
    if file is not None:
        named = file.source.model
        if source and source != named:
            raise BadInput(
                f"the folder's seeds are of {named}", where="--source", remedy="leave the option out"
            )
        return named
    if not source:
        raise BadInput(
            "a table names no seed model",
            where=str(implants),
            remedy="--source MODEL; `tps sources` lists them",
        )
    return source


def _regions(file: PlanFile | None, implants, structures, targets):
    """The targets as solids, and what must be said of them."""
    folder = Path(implants) if Path(implants).is_dir() else Path(implants).parent
    path = Path(structures) if structures else folder / STRUCTURES
    if not structures and file is None:
        raise BadInput(
            "a table says nothing of targets", where=str(implants), remedy="--structures FILE --target ROI"
        )
    names = tuple(targets) or tuple(file.targets if file is not None else ())
    if not names:
        raise BadInput("no target is named", where="--target", remedy="--target ROI, once for each")
    notes = check_beside_plan(path)
    found = read_structures(path, ACROSS)
    frame = str(file.inputs.get("frame_of_reference_uid", "")) if file is not None else ""
    if frame and found.frame_of_reference_uids - {""} and frame not in found.frame_of_reference_uids:
        raise BadInput(
            "seeds and structures lie in different frames of reference",
            where=str(path),
            expected=f"structures of the scan that {PLAN_JSON} was made on",
        )
    found = in_frame(found, frame, (), path.name)
    names = tuple(found.renamed.get(name, name) for name in names)
    for name in names:
        if name not in found.structures:
            raise UnknownName("region", name, tuple(found.structures))
    grid = contour_grid(found, names)
    solids = tuple(build_solid(found.structures[name], grid) for name in names)
    return solids, tuple(dict.fromkeys((*notes, *(note for s in solids for note in s.notes))))


COLUMNS = (
    "target",
    "by",
    "implant",
    "implanted",
    "seeds",
    "given_fraction",
    "mean_given_gy",
    "mean_to_come_gy",
    "mean_gy",
    "coldest_given_gy",
    "coldest_gy",
    "d90_given_gy",
    "d90_gy",
    "minimum_peripheral_dose_given_gy",
    "minimum_peripheral_dose_gy",
)


def rows_of(history: DoseHistory) -> list[dict]:
    """A row for each date, target and implant, and one for all together; Gy to 4 decimals.

    The ``coldest`` columns are of the place of the target's surface where the whole dose is lowest; D90 and
    the minimum peripheral dose do not add up from implant to implant: only rows of all together have them.
    """
    rows = []
    for dose in history.doses:
        by = "" if dose.at is None else dose.at.isoformat()
        common = {"target": dose.target, "by": by or "all decayed"}
        given = [f * part.mean_gy for f, part in zip(dose.fractions, dose.parts, strict=True)]
        coldest = [f * part.coldest_gy for f, part in zip(dose.fractions, dose.parts, strict=True)]
        for n, part in enumerate(dose.parts):
            rows.append(
                common
                | dict.fromkeys(COLUMNS[11:], "")
                | {
                    "implant": part.of,
                    "implanted": part.at.isoformat() if part.at else "",
                    "seeds": part.seeds,
                    "given_fraction": round(dose.fractions[n], 6),
                    "mean_given_gy": round(given[n], 4),
                    "mean_to_come_gy": round(part.mean_gy - given[n], 4),
                    "mean_gy": round(part.mean_gy, 4),
                    "coldest_given_gy": round(coldest[n], 4),
                    "coldest_gy": round(part.coldest_gy, 4),
                }
            )
        whole = sum(part.mean_gy for part in dose.parts)
        rows.append(
            common
            | {
                "implant": "all",
                "implanted": "",
                "seeds": sum(part.seeds for part in dose.parts),
                "given_fraction": round(sum(given) / whole, 6) if whole else 0.0,
                "mean_given_gy": round(sum(given), 4),
                "mean_to_come_gy": round(whole - sum(given), 4),
                "mean_gy": round(whole, 4),
                "coldest_given_gy": round(sum(coldest), 4),
                "coldest_gy": round(sum(part.coldest_gy for part in dose.parts), 4),
                "d90_given_gy": round(dose.given["d90_gy"], 4),
                "d90_gy": round(dose.whole["d90_gy"], 4),
                "minimum_peripheral_dose_given_gy": round(dose.given["minimum_peripheral_dose_gy"], 4),
                "minimum_peripheral_dose_gy": round(dose.whole["minimum_peripheral_dose_gy"], 4),
            }
        )
    return rows
