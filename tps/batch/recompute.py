"""The verb: the dose of many implants again, in one table."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from tps.batch.find.discovery import find_items
from tps.batch.find.item import Item
from tps.batch.options import RecomputeOptions
from tps.batch.outputs import Output, check_outputs, csv_output, dose_output, page_output, parquet_output
from tps.batch.rows import table_rows
from tps.batch.run.entry_check import EntryCheck
from tps.batch.run.items import Executor, ProgressCallback, work_through
from tps.batch.run.journal import Journal, journal_path
from tps.batch.run.result_key import dose_files, item_key
from tps.batch.table import COLUMNS, columns, require_pyarrow, write_csv, write_parquet
from tps.errors import WrongUsage
from tps.formats.visible import shown

# The page of the table with the usual name; every other table's page bears its own, so that two runs in one
# folder do not meet.
SUMMARY = "summary.html"
USUAL_NAME = "results"

# What the page and the screen take from a row.
_TARGET_FIGURES = ("seeds", "volume_cc", "minimum_peripheral_dose_gy", "d90_gy", "v100", "v150", "ci")
ENTRIES = EntryCheck(
    COLUMNS,
    needed=(
        "variant",
        "status",
        "roi",
        "role",
        "source",
        "source_level",
        "formalism",
        "warnings",
        "prescription_gy",
    ),
    needed_of={"target": _TARGET_FIGURES},
    positive=("prescription_gy",),
)
CSV, PARQUET = ".csv", ".parquet"

KEY_COLUMNS = ("case", "patient", "patient_id", "plan_uid", "plan_file")

# By these a table is known to be one of recomputed plans, whatever columns a later version adds.
_FIRST_COLUMNS = tuple(name for name, _, _ in COLUMNS[:4])


@dataclass(frozen=True)
class RecomputeReport:
    """What a run did.

    Parameters
    ----------
    plans, failed, resumed, rows : int
        ``resumed``: plans that an earlier run had done.
    tables : tuple of Path
    summary : Path, optional
    failures : dict of str to str
        Message by plan file.
    copies : dict of str to tuple of str
        By plan file: identical copies of it that were left out.
    worst_mean : tuple of (str, float), optional
        Case and mean difference from the dose that came with its plan, where that is largest.
    timing_s : dict of str to float
        Seconds by part of the work, summed over all plans of this run and the ones resumed.
    """

    plans: int
    failed: int
    resumed: int
    rows: int
    tables: tuple[Path, ...]
    summary: Path | None = None
    failures: dict[str, str] = field(default_factory=dict)
    copies: dict[str, tuple[str, ...]] = field(default_factory=dict)
    worst_mean: tuple[str, float] | None = None
    timing_s: dict[str, float] = field(default_factory=dict)


def recompute(
    paths: Sequence,
    out,
    options: RecomputeOptions | None = None,
    *,
    where: Executor | None = None,
    parquet: bool = False,
    summary: bool = True,
    resume: bool = False,
    overwrite: bool = False,
    key_file=None,
    language: str = "en",
    progress: ProgressCallback | None = None,
) -> RecomputeReport:
    """Compute the dose of many plans and write one table.

    Parameters
    ----------
    paths : sequence of path-like
        Plan folders, folders with RTPLAN and RTSTRUCT, trees of such, manifests (``.csv``).
    out : path-like
        The table: ``.csv``, or ``.parquet``.
    options : RecomputeOptions, optional
    where : Executor, optional
        Processes of this machine (default: one per core) or a Dask cluster; the table does not depend on it.
    parquet : bool
        Write the table as Parquet beside the CSV too.
    summary : bool
        Write the page of ``summary_beside`` the table.
    resume, overwrite : bool
        Continue an earlier run of the same table, or start it again.
    key_file : path-like, optional
        CSV that says which pseudonym is which file; to be kept apart from the table.
    language : str
        Of the page, a code of ``tps.language.LANGUAGES``.
    progress : callable (done, total, failed), optional

    Returns
    -------
    RecomputeReport

    Raises
    ------
    BadInput
        If there is no plan at all, or the cluster is lost; what is done stays in the journal.
    OutputRefused
        If something would be written over.
    WrongUsage
        If ``out`` is named like no kind of table, or an optional package that is asked for is missing.
    """
    out, options, where = Path(out), options or RecomputeOptions(), where or Executor()
    tables = _tables(out, parquet)
    summary_path = summary_beside(out) if summary else None
    if options.write_dose:
        options = replace(options, write_dose=str(Path(options.write_dose).resolve()))
    items = find_items(paths)
    outputs = [_table_output(path) for path in tables]
    outputs += [page_output(summary_path)] if summary_path else []
    outputs += [csv_output(Path(key_file), KEY_COLUMNS)] if key_file else []
    outputs += [dose_output(path) for item in items for path in dose_files(item, options)]
    read = [*paths, *(file for item in items for file in item.files.values())]
    check_outputs(outputs, journal_path(out), resume, overwrite, read)
    with Journal(journal_path(out), overwrite, ENTRIES.fault) as journal:
        resumed = work_through(
            items,
            partial(_recompute_one, options=options),
            where,
            journal,
            partial(_is_done, options=options),
            progress,
        )
        rows = _write_tables(tables, items, journal, options.identify)
        if key_file:
            _write_key(Path(key_file), items)
        if summary_path:
            from tps.batch.summary import write_summary

            write_summary(summary_path, items, journal, options, language)
        failed = ((i, e) for i in items if (e := journal.read(i.case))["status"] != "ok")
        failures = {shown(i.plan_file): shown(e["message"]) for i, e in failed}
        timing = _total_time(journal.entries(item.case for item in items))
        worst = _worst_mean(journal.entries(item.case for item in items))
    return RecomputeReport(
        len(items),
        len(failures),
        resumed,
        rows,
        tables,
        summary_path,
        failures,
        {item.plan_file: item.copies for item in items if item.copies},
        worst,
        timing,
    )


def summary_beside(table: Path) -> Path:
    """The page of a table: ``summary.html`` of ``results.csv``, ``NAME.summary.html`` of ``NAME.csv``."""
    return table.with_name(SUMMARY if table.stem == USUAL_NAME else f"{table.stem}.{SUMMARY}")


def _recompute_one(item: Item, options: RecomputeOptions) -> dict:
    """As ``tps.batch.run.recompute_one.recompute_one``, which is loaded where it is called.

    A process that leaves the work to others starts a third of a second sooner without the kernels.
    """
    from tps.batch.run.recompute_one import recompute_one

    return recompute_one(item, options)


def _tables(out: Path, parquet: bool) -> tuple[Path, ...]:
    if out.suffix not in (CSV, PARQUET):
        raise WrongUsage(f"--out is {out}, expected a name that ends in {CSV} or {PARQUET}")
    tables: tuple[Path, ...] = (out,)
    if parquet and out.suffix != PARQUET:
        tables += (out.with_suffix(PARQUET),)
    if any(path.suffix == PARQUET for path in tables):
        require_pyarrow()
    return tables


def _table_output(path: Path) -> Output:
    make = parquet_output if path.suffix == PARQUET else csv_output
    return make(path, _FIRST_COLUMNS)


def _is_done(item: Item, entry: dict, options: RecomputeOptions) -> bool:
    """True if an entry was made from the same bytes and choices, and its dose files are still there."""
    try:
        same = entry["key"] == item_key(item, options)
    except OSError:
        return False
    return same and all(path.is_file() for path in dose_files(item, options))


def _write_tables(tables: tuple[Path, ...], items, journal: Journal, identify: bool) -> int:
    count = 0
    for path in tables:
        write = write_parquet if path.suffix == PARQUET else write_csv
        count = write(path, table_rows(items, journal, identify), columns(identify))
    return count


def _write_key(path: Path, items: Sequence[Item]) -> None:
    layout = [(name, "text", "") for name in KEY_COLUMNS]
    write_csv(path, ({name: getattr(item, name) for name, _, _ in layout} for item in items), layout)


def _worst_mean(entries) -> tuple[str, float] | None:
    """The case whose stored dose differs most in the mean, and by how much; None where none was compared."""
    means = [
        (entry["case"], row["difference_mean"])
        for entry in entries
        for row in entry.get("rows", ())
        if row.get("difference_mean") is not None
    ]
    return max(means, key=lambda pair: abs(pair[1]), default=None)


def _total_time(entries) -> dict[str, float]:
    total: dict[str, float] = {}
    for entry in entries:
        for part, seconds in entry.get("timing_s", {}).items():
            total[part] = total.get(part, 0.0) + seconds
    return total
