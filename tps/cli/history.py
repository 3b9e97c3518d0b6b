"""``tps history``: what a patient's implants have given by a date, and what is still to come."""

from pathlib import Path
from typing import Annotated

import typer

from tps import NOT_FOR_CLINICAL_USE
from tps.cli.options import AsJson, Language, SourceDir
from tps.cli.screen import padded, say, say_json, speak, warn

EPILOG = "Exit codes: 0 done; 2 wrong usage; 4 bad input.  A date without a time is the start of that day."


def history_command(
    implants: Annotated[
        Path,
        typer.Argument(
            metavar="IMPLANTS",
            help="A folder of `tps verify` or `tps plan`, or a table of seeds with a column `implanted`.",
        ),
    ],
    at: Annotated[
        list[str], typer.Option("--at", metavar="WHEN", help="By when; may be given again. [default: now]")
    ] = [],  # noqa: B006 - Typer reads the default, nothing changes it
    structures: Annotated[
        Path | None,
        typer.Option(
            "--structures",
            metavar="FILE",
            help="RTSTRUCT on the scan in which the seeds lie. [default: the folder's]",
            show_default=False,
        ),
    ] = None,
    target: Annotated[
        list[str], typer.Option("--target", metavar="ROI", help="Of --structures. [default: the folder's]")
    ] = [],  # noqa: B006
    source: Annotated[
        str, typer.Option("--source", metavar="MODEL", help="Seed model, for a table.", show_default=False)
    ] = "",
    implanted: Annotated[
        str,
        typer.Option(
            "--implanted", metavar="WHEN", help="Date of a single implant that has none.", show_default=False
        ),
    ] = "",
    source_dir: SourceDir = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="FILE", help="Also as a table (CSV).", show_default=False),
    ] = None,
    lang: Language = "en",
    as_json: AsJson = False,
) -> None:
    """The dose of all implants of a patient: given by a date, still to come, and in all.

    Example: tps history verified --at 2026-06-01 --at 2027-01-01T12:00
    """
    speak(lang)
    from datetime import datetime

    from tps.cli.progress import progress_bar
    from tps.formats.csv_table import csv_text, heading_of
    from tps.formats.owned import check_replaceable
    from tps.formats.whole_file import write_whole
    from tps.model.moment import remark_on_moment
    from tps.pipeline.history import COLUMNS, dose_history, rows_of

    if out is not None:
        check_replaceable(out, lambda p: heading_of(p)[: len(COLUMNS)] == COLUMNS, "a table of doses by date")
    dates = at or [datetime.now().isoformat(timespec="minutes")]
    with progress_bar(quiet=as_json) as progress:
        progress("Computing dose", 0.0)
        found = dose_history(
            implants,
            dates,
            structures=structures,
            targets=target,
            source=source,
            source_folder=str(source_dir or ""),
            implanted=implanted,
        )
    speak(lang, {dose.target for dose in found.doses})
    rows = rows_of(found)
    if out is not None:
        write_whole(out, csv_text(COLUMNS, [[row[name] for name in COLUMNS] for row in rows]))
    remarks = [remark for text in dates if (remark := remark_on_moment(text, "--at"))]
    if as_json:
        say_json({"doses": rows, "warnings": [*found.warnings, *remarks]})
        return
    for note in (*found.warnings, *remarks):
        warn(f"tps: {note}")
    _print(found)
    if out is not None:
        say(f"Table: {out}")
    say(NOT_FOR_CLINICAL_USE)


def _print(found) -> None:
    from tps.model.moment import moment_text
    from tps.model.words import counted

    for dose in found.doses:
        if dose.at is None:
            continue
        say(f"{dose.target}, by {moment_text(dose.at)}")
        say(f"  {padded('Gy', 44)}{padded('given', -9)}{padded('to come', -10)}{padded('in all', -9)}")
        for part, fraction in zip(dose.parts, dose.fractions, strict=True):
            given = fraction * part.mean_gy
            who = f"{part.of}, {moment_text(part.at)}, {counted(part.seeds, 'seed')}"
            say(_line(f"{who}", given, part.mean_gy - given, part.mean_gy))
        mean = dose.given["mean_gy"], dose.whole["mean_gy"]
        say(_line("together, mean", mean[0], mean[1] - mean[0], mean[1]))
        for name, label in (("d90_gy", "D90"), ("minimum_peripheral_dose_gy", "Minimum peripheral dose")):
            say(_line(label, dose.given[name], None, dose.whole[name]))


def _line(label: str, given: float, to_come: float | None, whole: float) -> str:
    coming = "" if to_come is None else f"{to_come:.1f}"
    return f"  {padded(label, 44)}{given:>9.1f}{coming:>10}{whole:>9.1f}"
