"""Plans of one patient held against each other: a page, a table, and the same for machines."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from tps import NOT_FOR_CLINICAL_USE, __version__
from tps.errors import BadInput, OutputRefused
from tps.export.compared_plan import ComparedPlan, read_compared
from tps.export.comparison_table import Row, comparison_csv, comparison_rows
from tps.export.plan_json import significant
from tps.formats.folder import write_folder
from tps.formats.owned import Mark
from tps.model import Case
from tps.pipeline.reevaluate import read_scan_of
from tps.pipeline.stopwatch import ProgressCallback, Stopwatch

PAGE, TABLE, DATA = "comparison.html", "comparison.csv", "comparison.json"
SCHEMA = "seedwright-comparison/1"

# By which a folder is known to be one of these.
COMPARISON = Mark(DATA, SCHEMA.partition("/")[0])


@dataclass(frozen=True, eq=False)
class Comparison:
    """What was compared.

    Parameters
    ----------
    folder : Path
        That was written.
    plans : tuple of ComparedPlan
    rows : tuple of Row
    notes : tuple of str
    document : dict
        As written for machines.
    """

    folder: Path
    plans: tuple[ComparedPlan, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    document: dict


def compare_folders(
    folders: Sequence[Path | str],
    out: Path | str,
    *,
    ct: Path | str | None = None,
    overwrite: bool = False,
    language: str = "en",
    progress: ProgressCallback | None = None,
) -> Comparison:
    """Compare plan folders and write the folder ``out``.

    Parameters
    ----------
    folders : sequence of path-like
        Two or more; differences are from the first.
    out : path-like
    ct : path-like, optional
        Where their CT is now, if it was moved.
    overwrite : bool
        Replace an earlier comparison.
    language : str
        Of the page, a code of ``tps.language.LANGUAGES``.
    progress : callable (stage, fraction), optional

    Raises
    ------
    BadInput
        As ``read_compared``; or if ``ct`` is not their CT.
    OutputRefused
        If ``out`` cannot be written, or lies in one of the plans.
    """
    watch = Stopwatch(progress)
    for folder in map(Path, folders):
        if Path(out).resolve() == folder.resolve() or folder.resolve() in Path(out).resolve().parents:
            raise OutputRefused(f"{out}: lies in a plan that is compared\nRemedy: name another folder")
    with watch.stage("reading"):
        plans = read_compared(folders)
        case, notes = _scan(plans, ct)
    notes = (*_differences(plans), *(note for plan in plans for note in plan.notes), *notes)
    rows = comparison_rows(plans)
    document = _document(plans, rows, notes)
    with watch.stage("drawing"):
        from tps.report.comparison import comparison_page

        made = datetime.now().astimezone().isoformat(sep=" ", timespec="minutes")
        page = comparison_page(plans, rows, case, notes, made, language)
    files = {PAGE: page, TABLE: comparison_csv(plans, rows), DATA: json.dumps(document, indent=1)}
    folder = write_folder(out, files, overwrite=overwrite, mark=COMPARISON)
    return Comparison(folder, plans, rows, notes, document)


def _scan(plans: Sequence[ComparedPlan], ct: Path | str | None) -> tuple[Case | None, tuple[str, ...]]:
    """The scan for the pictures; None, and why, where no plan knows where it is."""
    if ct is not None:
        return read_scan_of(plans[0].file, plans[0].folder, ct), ()
    for plan in plans:
        try:
            return read_scan_of(plan.file, plan.folder), ()
        except BadInput as error:
            why = error.what
    return None, (f"No CT below the isodoses: {why}. Say where it is with --ct DIR.",)


def _differences(plans: Sequence[ComparedPlan]) -> tuple[str, ...]:
    """What makes figures of plans hard to compare."""
    first, found = plans[0], []
    for plan in plans[1:]:
        pair = f"{plan.name} and {first.name}"
        mine, other = plan.file, first.file
        if mine.inputs.get("structure_set_uid") != other.inputs.get("structure_set_uid"):
            found.append(f"{pair} were made on different structure sets: regions of one name may differ.")
        if mine.prescription != other.prescription:
            found.append(f"{pair} have different prescriptions: V100 and the like mean different doses.")
        if mine.source.model != other.source.model:
            found.append(f"{pair} have seeds of different models.")
        if set(plan.plan.targets) != set(first.plan.targets):
            found.append(f"{pair} treat different targets.")
    for child in plans:
        for maker in plans:
            parent = child.file.parent
            if parent is not None and parent.sha256 == _sha256(maker.folder):
                found.append(f"{child.name} was made from {maker.name} by hand.")
    return tuple(found)


def _sha256(folder: Path) -> str:
    return hashlib.sha256((folder / "plan.json").read_bytes()).hexdigest()


def _document(plans: Sequence[ComparedPlan], rows: Sequence[Row], notes: Sequence[str]) -> dict:
    def numbers(values) -> list:
        return [None if v is None else significant(v) for v in values]

    return {
        "schema": SCHEMA,
        "notice": NOT_FOR_CLINICAL_USE,
        "software": f"seedwright {__version__}",
        "plans": [
            {
                "name": plan.name,
                "status": plan.plan.status,
                "verdict": None if plan.file.verdict is None else plan.file.verdict.model_dump(),
                "plan_uid": (plan.file.model_extra or {}).get("dicom", {}).get("RTPLAN.dcm", ""),
                "edited_by_hand": list(plan.plan.edited_by_hand),
            }
            for plan in plans
        ],
        "rows": [
            {
                "roi": row.roi,
                "metric": row.metric,
                "unit": row.unit,
                "values": numbers(row.values),
                "differences": numbers(row.differences),
            }
            for row in rows
        ],
        "notes": list(notes),
        "files": [PAGE, TABLE, DATA],
    }
