"""The verb: many cases planned, a plan folder each, and one table."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path

from tps.batch.find.plan_items import PlanItem, read_plan_manifest
from tps.batch.outputs import check_outputs, csv_output
from tps.batch.rows import one_line
from tps.batch.run.blas import one_blas_thread
from tps.batch.run.entry_check import EntryCheck
from tps.batch.run.fingerprint import fingerprint
from tps.batch.run.items import Executor, ProgressCallback, work_through
from tps.batch.run.journal import Journal, journal_path
from tps.batch.table import NUMBER, TEXT, WHOLE, write_csv
from tps.dicom.file.file_source import list_blobs
from tps.dose.decay import strength_from_mci
from tps.errors import BadInput, OutputRefused, UnknownName
from tps.export.integrity import PLAN_JSON, check_beside_plan
from tps.formats.csv_table import read_number
from tps.formats.folder import check_destination
from tps.formats.owned import PLAN, check_inputs
from tps.model import Prescription
from tps.model.metric_table import TARGET_METRICS, meaning_of
from tps.model.names import free_name
from tps.model.strength import check_strength
from tps.pipeline.load import load_case
from tps.pipeline.plan import plan_case
from tps.pipeline.request import PlanRequest, SphereTarget
from tps.pipeline.result import PlanResult
from tps.pipeline.write import write_plan
from tps.sources.library import load_source

TABLE = "plans.csv"
# In the order that the table has had from its beginning; what is newer comes last.
_NEWER = ("d95_gy",)
_METRICS = (
    *(m.key for m in TARGET_METRICS if m.key not in _NEWER),
    "max_gy",
    "d0.1cc_gy",
    "d1cc_gy",
    "d2cc_gy",
    "d10cc_gy",
    *_NEWER,
)

COLUMNS = (
    ("case", TEXT, "name in the manifest"),
    ("status", TEXT, "met, not-met or failed"),
    ("message", TEXT, "why it failed, or what binds"),
    ("access", TEXT, "what the needles pass, and what was not looked at"),
    ("roi", TEXT, "name of the region"),
    ("role", TEXT, "target or organ"),
    ("needles", WHOLE, "number of needles"),
    ("seeds", WHOLE, "number of seeds"),
    ("strength_u", NUMBER, "air-kerma strength of a seed at the implant, U"),
    ("prescription_gy", NUMBER, "prescription dose"),
    *((name, NUMBER, meaning_of(name)) for name in _METRICS),
)

# By these a table is known to be one of planned cases.
_FIRST_COLUMNS = ("case", "status", "message")

ENTRIES = EntryCheck(COLUMNS, needed=("status", "message", "roi", "role", "needles", "seeds"))


@dataclass(frozen=True)
class PlanBatchOptions:
    """What holds for all cases.

    Parameters
    ----------
    request : PlanRequest
        Its targets are a placeholder; a manifest's cell goes before its values.
    activity_mci : float, optional
        Per seed, where the manifest has none; None: the request's strength.
    out : str
        Folder in which each case gets a folder of its own.
    report : bool
        Write the reports.
    charset : str
        What names are written in where the files do not say so truly ("gb18030"); "": as they say.
    replace_folders : bool
        A plan folder that is already there is one of ours and may be replaced.
    keep_edited : bool
        But not if somebody has changed its files.
    """

    request: PlanRequest = field(default_factory=lambda: PlanRequest(targets=("as in the manifest",)))
    activity_mci: float | None = None
    out: str = "."
    report: bool = True
    charset: str = ""
    replace_folders: bool = False
    keep_edited: bool = False

    def canonical(self) -> str:
        """The same text for the same choices."""
        return repr((sorted(asdict(self.request).items()), self.activity_mci, self.report, self.charset))


@dataclass(frozen=True)
class PlanBatchReport:
    """What a run did: numbers of cases, the table, the message of each failed case, the manifest's oddity."""

    cases: int
    failed: int
    not_met: int
    resumed: int
    table: Path
    failures: dict[str, str] = field(default_factory=dict)
    note: str = ""


def plan_batch(
    manifest,
    out,
    options: PlanBatchOptions | None = None,
    *,
    where: Executor | None = None,
    resume: bool = False,
    overwrite: bool = False,
    progress: ProgressCallback | None = None,
) -> PlanBatchReport:
    """Plan every case of a manifest.

    Parameters
    ----------
    manifest : path-like
        CSV; see ``plan_items.COLUMNS``.
    out : path-like
        Folder for a plan folder per case and ``plans.csv``.
    options : PlanBatchOptions, optional
    where : Executor, optional
    resume, overwrite : bool
        Continue an earlier run, or start it again.
    progress : callable (done, total, failed), optional

    Raises
    ------
    BadInput
        If the manifest is no such table.
    OutputRefused
        If something would be written over.
    """
    out, where = Path(out).resolve(), where or Executor()
    items, note = read_plan_manifest(manifest)
    options = replace(
        options or PlanBatchOptions(),
        out=str(out),
        replace_folders=resume or overwrite,
        keep_edited=resume,
    )
    table = out / TABLE
    taken = [out / item.case for item in items if (out / item.case).exists()]
    if taken and not options.replace_folders:
        raise OutputRefused(
            f"{taken[0]}: is there already; nothing was written.\n"
            "Remedy: --resume to continue that run, --overwrite to start it again, or another --out"
        )
    read = [manifest, *(path for item in items for path in (item.ct, item.structures) if path)]
    check_outputs([csv_output(table, _FIRST_COLUMNS)], journal_path(table), resume, overwrite, read)
    check_inputs({out / item.case: _replaced(out / item.case) for item in items}, read)
    with Journal(journal_path(table), overwrite, ENTRIES.fault) as journal:
        task, is_done = partial(plan_one, options=options), partial(_is_done, options=options)
        resumed = work_through(items, task, where, journal, is_done, progress)
        write_csv(table, _rows(items, journal), COLUMNS)
        entries = list(journal.entries(item.case for item in items))
    failures = {e["case"]: e["message"] for e in entries if e["status"] == "failed"}
    not_met = sum(e["status"] == "ok" and e["rows"][0]["status"] == "not-met" for e in entries)
    return PlanBatchReport(len(items), len(failures), not_met, resumed, table, failures, note)


def _replaced(folder: Path) -> frozenset[str]:
    """Files that planning a case again replaces; what may not be replaced fails when the case comes up."""
    try:
        return PLAN.files_in(folder)
    except OutputRefused:
        return frozenset()


def plan_one(item: PlanItem, options: PlanBatchOptions) -> dict:
    """Plan one case and write its folder; return its rows and the key of what they follow from.

    Raises
    ------
    TpsError
        If the case cannot be planned or its folder not be written.
    """
    with one_blas_thread():
        return _plan(item, options)


def _plan(item: PlanItem, options: PlanBatchOptions) -> dict:
    if item.trouble:
        raise BadInput(item.trouble)
    folder = Path(options.out) / item.case
    if options.keep_edited:
        check_beside_plan(folder / PLAN_JSON)
    check_destination(folder, overwrite=options.replace_folders)
    key = plan_key(item, options)
    case = load_case(item.ct, item.structures or None, charset=options.charset)
    result = plan_case(case, request_of(item, options.request, case.names, options.activity_mci))
    write_plan(result, folder, overwrite=options.replace_folders, report=options.report)
    return {"key": key, "rows": _result_rows(item, result)}


def plan_key(item: PlanItem, options: PlanBatchOptions) -> str:
    """SHA-256 over the bytes of all files of a case, the choices and the program."""
    digest = hashlib.sha256(f"{fingerprint()}\n{options.canonical()}\n{item!r}".encode())
    for path in filter(None, (item.ct, item.structures)):
        for blob in list_blobs(path):
            digest.update(f"\n{blob.name} ".encode() + hashlib.sha256(blob.read()).digest())
    return digest.hexdigest()


def request_of(
    item: PlanItem, common: PlanRequest, rois: tuple[str, ...], activity_mci: float | None = None
) -> PlanRequest:
    """The request of one case: the manifest's cells, else what holds for all.

    Parameters
    ----------
    item : PlanItem
    common : PlanRequest
    rois : tuple of str
        Of the case.
    activity_mci : float, optional
        Per seed, where the manifest has none; None: the request's strength.

    Raises
    ------
    UnknownName, BadInput
        If a cell names no ROI of the case, or a value is out of range.
    """
    prescription = Prescription(
        item.prescription_gy or common.prescription.dose_gy, item.prescribe_to or common.prescription.metric
    )
    return replace(
        common,
        targets=item.targets,
        spheres=_spheres(item, rois),
        prescription=prescription,
        strength_u=_strength_u(item, common, activity_mci),
        margin_mm=common.margin_mm if item.margin_mm is None else item.margin_mm,
        source=item.source or common.source,
        avoid=dict(_avoided(text, rois) for text in item.avoid) or common.avoid,
        cross=item.cross or common.cross,
        limits=item.limits or common.limits,
    )


def _spheres(item: PlanItem, rois: tuple[str, ...]) -> tuple[SphereTarget, ...]:
    """The sphere of a case, under a name that no region has."""
    if item.sphere is None:
        return ()
    return (replace(item.sphere, name=free_name(item.sphere.name, set(rois))),)


def _strength_u(item: PlanItem, common: PlanRequest, activity_mci: float | None) -> float:
    """Strength of a seed; an activity is one of the nuclide of the case's own source."""
    activity = activity_mci if item.activity_mci is None else item.activity_mci
    if activity is None:
        return common.strength_u
    source = load_source(item.source or common.source, common.source_folder or None)
    strength_u = strength_from_mci(source, activity, common.u_per_mci)
    where = "--activity-mci" if item.activity_mci is None else "column activity_mci"
    check_strength(strength_u, where, isotope=source.isotope, unit="mCi", insist=common.allow_any_strength)
    return strength_u


def _avoided(text: str, rois: tuple[str, ...]) -> tuple[str, float | None]:
    """Name and clearance of ``ROI`` or ``ROI:CLEARANCE_MM``."""
    if text in rois:
        return text, None
    name, _, clearance = text.rpartition(":")
    if name not in rois:
        raise UnknownName("ROI", name or text, rois, where="column avoid")
    value = read_number(clearance)
    if value is None:
        raise BadInput(f"{text!r} has no clearance in mm", where="column avoid", expected="ROI:5")
    return name, value


def _is_done(item: PlanItem, entry: dict, options: PlanBatchOptions) -> bool:
    folder = Path(options.out) / item.case
    if not (folder / PLAN_JSON).is_file():
        return False
    try:
        check_beside_plan(folder / PLAN_JSON)
        return entry["key"] == plan_key(item, options)
    except BadInput:
        return False


def _result_rows(item: PlanItem, result: PlanResult) -> list[dict]:
    plan, planned = result.plan, set(result.plan.targets)
    drawn = {solid.name for solid in result.regions.targets}
    common = {
        "status": plan.status,
        "message": " | ".join(map(str, plan.reasons)),
        "access": plan.verdict.access if plan.verdict else "",
        "needles": len(plan.needles),
        "seeds": len(plan.seeds),
        "strength_u": result.strength.u,
        "prescription_gy": plan.prescription.dose_gy,
    }
    rows = []
    for roi, metrics in result.evaluation.metrics.items():
        found = {name: float(metrics[name]) for name in _METRICS if name in metrics}
        values = {name: value if abs(value) < float("inf") else None for name, value in found.items()}
        role = "target" if roi in planned | drawn else "organ"
        rows.append(common | {"roi": roi, "role": role} | values)
    return rows


def _rows(items: Sequence[PlanItem], journal: Journal) -> Iterator[dict]:
    for entry in journal.entries(item.case for item in items):
        if entry["status"] != "ok":
            yield {"case": entry["case"], "status": "failed", "message": one_line(entry["message"])}
            continue
        for row in entry["rows"]:
            yield {"case": entry["case"]} | row
