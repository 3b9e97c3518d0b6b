"""``tps recompute``: the dose of many implants again, in one table."""

from pathlib import Path
from typing import Annotated

import typer

from tps.cli.options import AsJson, Language, SourceDir

EPILOG = (
    "Examples: tps recompute plans/ --out study/results.csv   |   "
    "tps recompute plans/ --formalism 1d --compare --out study/results.csv"
)

EXIT_SOME_FAILED = 4


def recompute_command(
    paths: Annotated[
        list[Path],
        typer.Argument(
            metavar="PATH...",
            help="Plan folders, folders with RTPLAN and RTSTRUCT, trees of such, or a manifest (.csv).",
        ),
    ],
    out: Annotated[Path, typer.Option(metavar="FILE", help="The table to write: .csv or .parquet.")],
    source: Annotated[str, typer.Option(metavar="MODEL", help="What if: this source model.")] = "",
    formalism: Annotated[str, typer.Option(metavar="2d|1d", help="What if: 1d averages over angles.")] = "2d",
    half_life_days: Annotated[float | None, typer.Option(help="What if: this half-life.")] = None,
    strength_factor: Annotated[float, typer.Option(help="What if: every strength times this.")] = 1.0,
    to_date: Annotated[
        str, typer.Option(metavar="ISO", help="Dose given from the implant to this date.")
    ] = "",
    days: Annotated[float | None, typer.Option(help="Dose given in the first so many days.")] = None,
    compare: Annotated[
        bool, typer.Option("--compare", help="Put the plan as it is and what-if into one table.")
    ] = False,
    target: Annotated[
        list[str], typer.Option("--target", metavar="ROI", help="This ROI is a target; may be given again.")
    ] = [],  # noqa: B006 - Typer reads the default, nothing changes it
    organs: Annotated[bool, typer.Option("--organs/--no-organs", help="Report organs too.")] = True,
    assume_source: Annotated[
        str, typer.Option(metavar="MODEL", help="Source model of plans that name none that is known.")
    ] = "",
    allow_any_strength: Annotated[
        bool, typer.Option("--allow-any-strength", help="Accept seeds of an improbable strength.")
    ] = False,
    prescription_gy: Annotated[
        float | None, typer.Option(help="Prescription of plans that state none.")
    ] = None,
    source_dir: SourceDir = None,
    charset: Annotated[
        str, typer.Option(metavar="SET", help="What names are written in where files do not say so truly.")
    ] = "",
    write_dose: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Also write the dose of each plan as RTDOSE there.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(metavar="N", help="Processes on this machine.", show_default="one per core")
    ] = None,
    scheduler: Annotated[
        str, typer.Option(metavar="tcp://HOST:PORT|local", help="Send the work to a Dask cluster.")
    ] = "",
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on where a stopped run of this table was.")
    ] = False,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Start again; replace the table.")] = False,
    parquet: Annotated[bool, typer.Option("--parquet", help="Write the table as Parquet too.")] = False,
    summary: Annotated[
        bool, typer.Option("--summary/--no-summary", help="Write a page with pictures beside it.")
    ] = True,
    identify: Annotated[
        bool, typer.Option("--identify", help="Put patient IDs, UIDs and paths into the table.")
    ] = False,
    key: Annotated[
        Path | None, typer.Option(metavar="FILE", help="CSV that says which pseudonym is which plan.")
    ] = None,
    lang: Language = "en",
    as_json: AsJson = False,
) -> None:
    """Compute the dose of many implants again and write one table, a row per plan and region.

    Exit code 0: every plan was computed; 4: some failed (each has its row and its reason); 2: wrong usage.
    A stopped run goes on with --resume; its table is the same as that of a run that was never stopped.
    """
    from tps.batch.options import RecomputeOptions, Variant, folder_digest, variants_of
    from tps.batch.recompute import recompute
    from tps.batch.run.items import Executor
    from tps.cli.batch_output import print_recomputed, rate_bar
    from tps.cli.screen import speak
    from tps.dicom.file.charset import statable

    speak(lang)
    what_if = Variant("what-if", source, formalism, half_life_days, strength_factor, to_date, days)
    options = RecomputeOptions(
        variants=variants_of(what_if, compare),
        source_folder=str(source_dir.resolve()) if source_dir else "",
        source_digest=folder_digest(source_dir) if source_dir else "",
        targets=tuple(target),
        organs=organs,
        assume_source=assume_source,
        allow_any_strength=allow_any_strength,
        prescription_gy=prescription_gy,
        charset=statable(charset) if charset else "",
        write_dose=str(write_dose or ""),
        identify=identify,
    )
    with rate_bar() as progress:
        report = recompute(
            paths,
            out,
            options,
            where=Executor(workers, scheduler),
            parquet=parquet,
            summary=summary,
            resume=resume,
            overwrite=overwrite,
            key_file=key,
            language=lang,
            progress=progress,
        )
    print_recomputed(report, as_json)
    if report.failed:
        raise typer.Exit(EXIT_SOME_FAILED)
