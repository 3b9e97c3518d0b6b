"""The final table: its columns, CSV and Parquet; written whole or not at all."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from tps.errors import WrongUsage
from tps.formats.csv_table import write_rows
from tps.formats.whole_file import written_whole
from tps.model.metric_table import TARGET_METRICS, meaning_of

TEXT, WHOLE, NUMBER = "text", "whole number", "number"

# Name, kind, meaning; the order is that of the table.
# Metrics of targets and organs, in the order that the table has had from its beginning.
_METRICS = (*(m.key for m in TARGET_METRICS), "max_gy", "d0.1cc_gy", "d1cc_gy", "d2cc_gy")

COLUMNS = (
    ("case", TEXT, "pseudonym of the plan"),
    ("patient", TEXT, "pseudonym of the patient"),
    ("variant", TEXT, "as-planned or what-if"),
    ("status", TEXT, "ok or failed"),
    ("message", TEXT, "why it failed"),
    ("roi", TEXT, "name of the region"),
    ("role", TEXT, "target or organ"),
    ("source", TEXT, "source model used"),
    ("source_level", TEXT, "how well its data are verified: A to D, or user"),
    ("formalism", TEXT, "2d or 1d"),
    ("half_life_days", NUMBER, "half-life used"),
    ("strength_factor", NUMBER, "factor on every strength"),
    ("days", NUMBER, "dose given within so many days of the implant; empty: total dose"),
    ("seeds", WHOLE, "number of seeds"),
    ("needles", WHOLE, "number of needles; empty: the input does not say"),
    ("strength_u", NUMBER, "mean air-kerma strength of a seed at the implant, factor included, U"),
    ("total_strength_u", NUMBER, "sum over the seeds, U"),
    ("prescription_gy", NUMBER, "prescription dose"),
    *((key, NUMBER, meaning_of(key)) for key in _METRICS),
    ("d90_change", NUMBER, "D90 of this variant over that of the plan as it is, minus 1"),
    ("v100_change", NUMBER, "V100 of this variant minus that of the plan as it is"),
    ("input_d90_gy", NUMBER, "D90 that came with the plan, or follows from its dose; of the total dose"),
    ("input_v100", NUMBER, "V100 that came with the plan, or follows from its dose"),
    ("input_metrics", TEXT, "where these two come from: plan.json or RTDOSE"),
    ("points", WHOLE, "voxels at which the stored dose was compared with our total dose"),
    ("difference_mean", NUMBER, "mean of (stored dose / ours - 1): above 0 the stored dose is higher"),
    ("difference_median", NUMBER, "median of its size"),
    ("difference_p95", NUMBER, "95th percentile of its size"),
    ("difference_worst", NUMBER, "largest size"),
    ("gamma_1pc_1mm", NUMBER, "fraction of voxels with gamma (1 % of prescription, 1 mm) of 1 or less"),
    ("gamma_2pc_2mm", NUMBER, "the same for 2 %, 2 mm"),
    ("warnings", TEXT, "what was unusual about the input"),
)

IDENTITY_COLUMNS = (
    ("patient_id", TEXT, "as in the files"),
    ("plan_uid", TEXT, "SOP Instance UID of the plan"),
    ("plan_file", TEXT, "path of the plan"),
)

# Digits in the CSV: more than any measurement has, few enough to read; the Parquet table keeps every bit.
CSV_DIGITS = 9

# Rows held in memory while Parquet is written.
ROWS_AT_ONCE = 5_000


def columns(identify: bool) -> tuple[tuple[str, str, str], ...]:
    """Columns of a table, with the patient's identity or without."""
    return COLUMNS + IDENTITY_COLUMNS if identify else COLUMNS


def safely(path: Path):
    """``written_whole`` with the remedy of a batch."""
    return written_whole(
        path, "check the folder's rights and the space on the disk; then run again with --resume"
    )


def write_csv(path: Path, rows: Iterable[dict], layout=COLUMNS) -> int:
    """Write the rows as CSV; return their number."""
    names = [name for name, _, _ in layout]
    with safely(path) as part, open(part, "w", newline="", encoding="utf-8-sig") as stream:
        return write_rows(stream, names, ([_digits(row.get(name)) for name in names] for row in rows))


def _digits(value):
    return format(value, f".{CSV_DIGITS}g") if isinstance(value, float) else value


def require_pyarrow():
    """The module ``pyarrow``; ``WrongUsage`` with the remedy where it is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise WrongUsage(
            "Parquet needs pyarrow, which is not installed.\n"
            "Remedy: pip install 'seedwright[tables]', or ask for CSV"
        ) from error
    return pyarrow


def write_parquet(path: Path, rows: Iterable[dict], layout=COLUMNS) -> int:
    """Write the rows as Parquet, full precision; return their number."""
    pa = require_pyarrow()
    kinds = {TEXT: pa.string(), WHOLE: pa.int64(), NUMBER: pa.float64()}
    schema = pa.schema(
        [pa.field(name, kinds[kind], metadata={"meaning": meaning}) for name, kind, meaning in layout]
    )
    count = 0
    with safely(path) as part, pa.parquet.ParquetWriter(part, schema) as writer:
        for chunk in _chunks(rows, ROWS_AT_ONCE):
            writer.write_table(
                pa.Table.from_pylist([{n: r.get(n) for n in schema.names} for r in chunk], schema)
            )
            count += len(chunk)
    return count


def _chunks(rows: Iterable[dict], size: int) -> Iterator[list[dict]]:
    chunk = []
    for row in rows:
        chunk.append(row)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
