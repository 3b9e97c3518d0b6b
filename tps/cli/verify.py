"""``tps verify``: what was delivered, from the plan and the CT made after the implant."""

import math
import shlex
from pathlib import Path
from typing import Annotated

import typer

from tps import NOT_FOR_CLINICAL_USE
from tps.cli.options import AsJson, Language, Report, Resample, Series, SourceDir
from tps.cli.screen import in_words, padded, say, say_json, speak, warn
from tps.errors import WrongUsage

EPILOG = (
    "Exit codes: 0 done, whatever the dose; 2 wrong usage; 4 bad input.  A wrong seed? Copy found.csv, change"
    " rows, and run again with --seeds."
)

REGISTER_BY = ("images", "seeds", "none")


def verify_command(
    plan: Annotated[
        Path, typer.Argument(metavar="PLAN", help="A plan folder, or any RT Plan of permanent seeds.")
    ],
    ct: Annotated[Path, typer.Argument(metavar="CT", help="The CT made after the implant.")],
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Folder to write; all of it or nothing.")],
    structures: Annotated[
        list[Path],
        typer.Option(
            "--structures",
            metavar="FILE",
            help="Contours drawn on the new CT; without, those of the plan are carried over.",
        ),
    ] = [],  # noqa: B006 - Typer reads the default, nothing changes it
    seeds: Annotated[
        Path | None,
        typer.Option(
            "--seeds", metavar="FILE", help="A corrected table of the seeds found.", show_default=False
        ),
    ] = None,
    target: Annotated[
        list[str],
        typer.Option("--target", help="Its target in --structures, where it has another name there."),
    ] = [],  # noqa: B006
    implanted: Annotated[
        str,
        typer.Option(
            "--implanted",
            metavar="WHEN",
            help="Date and time of the implant. [default: the plan's]",
            show_default=False,
        ),
    ] = "",
    source: Annotated[
        str,
        typer.Option(
            "--source", metavar="MODEL", help="Seed model, if the plan names none known.", show_default=False
        ),
    ] = "",
    prescription_gy: Annotated[
        float | None,
        typer.Option("--prescription-gy", help="Of a plan that states none.", show_default=False),
    ] = None,
    plan_ct: Annotated[
        Path | None,
        typer.Option("--plan-ct", metavar="DIR", help="The CT that was planned on.", show_default=False),
    ] = None,
    plan_structures: Annotated[
        list[Path],
        typer.Option("--plan-structures", metavar="FILE", help="The contours that were planned on."),
    ] = [],  # noqa: B006
    register_by: Annotated[
        str, typer.Option("--register-by", help="images, seeds, or none (one frame for both).")
    ] = "images",
    series: Series = None,
    resample: Resample = False,
    source_dir: SourceDir = None,
    report: Report = True,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace a verification at --out.")] = False,
    lang: Language = "en",
    as_json: AsJson = False,
) -> None:
    """Find the seeds after the implant, compute the dose they give, and show what is missing.

    Example: tps verify plan post/ct --implanted 2026-03-01T09:30 --out verified
    """
    speak(lang)
    if register_by not in REGISTER_BY:
        raise WrongUsage(f"--register-by {register_by}: expected {', '.join(REGISTER_BY)}")
    from tps.cli.progress import progress_bar
    from tps.formats.folder import check_destination
    from tps.pipeline.reevaluate import refuse_within
    from tps.pipeline.verify import verify
    from tps.pipeline.write_verified import write_verified

    refuse_within(out, plan)
    read = [plan, ct, seeds, plan_ct, *structures, *plan_structures]
    check_destination(out, overwrite=overwrite, inputs=[path for path in read if path])
    with progress_bar(quiet=as_json) as progress:
        found = verify(
            plan,
            ct,
            structures=structures,
            seeds=seeds,
            targets=target,
            implanted=implanted,
            source=source,
            source_folder=str(source_dir or ""),
            prescription_gy=prescription_gy,
            plan_ct=plan_ct,
            plan_structures=plan_structures,
            by=register_by,
            series=series,
            resample=resample,
            progress=progress,
        )
        written = write_verified(
            found, out, overwrite=overwrite, report=report, language=lang, progress=progress
        )
    _print(found, written.folder, report, as_json)


def _seeds_text(apart) -> str:
    """What the seeds say of the registration."""
    if not math.isfinite(apart.distance_mm):
        return "; too few seeds lie apart from others to check it by"
    return f", the seeds {apart.distance_mm:.1f} mm (SD {apart.sd_mm:.1f}) apart from it"


def _print(found, folder: Path, report: bool, as_json: bool) -> None:
    from tps.postimplant.verified_files import verification_entry
    from tps.report.verification import cold_text

    entry = verification_entry(found)
    if as_json:
        say_json({"out": str(folder), **entry})
        return
    for note in found.notes:
        warn(f"tps: {note}")
    say(
        f"Seeds: planned {found.planned.count_text}, found {entry['found']}; {len(entry['lost'])} not found,"
        f" {len(entry['extra'])} more than planned, {len(entry['migrated'])} far from the target,"
        f" {len(entry['doubtful'])} doubtful"
    )
    registration = found.registration
    if registration.by == "images":
        say(
            f"Registration: correlation {registration.correlation:.3f}, other starts within"
            f" {registration.spread_mm:.1f} mm{_seeds_text(found.seeds_apart)}"
        )
    for text in found.changes:
        say(f"By hand: {text}")
    from tps.report.verification import SCREEN_METRICS, screen_rows

    band = in_words("with what finding the seeds leaves open")
    say(f"{'':<26}{padded('planned', -9)}{padded('delivered', -11)}   {band}")
    for name in (s.name for s in found.targets):
        say(name)
        for label, planned, delivered, band in screen_rows(found, name, SCREEN_METRICS):
            say(f"  {padded(label, 24)}{planned:>9}{delivered:>11}   {band}")
    for part in found.underdosed:
        say(cold_text(found, part))
    if report:
        say(f"Look at {folder / 'report.html'}")
    words = ["tps", "plan", str(found.case.read_from.get("ct_path", "CT"))]
    words += ["--structures", str(folder / "RTSTRUCT.dcm")]
    words += [word for s in found.targets for word in ("--target", s.name)]
    words += ["--existing", str(folder), "--implant-date", "WHEN", "--out", "topup"]
    say(f"Top up:\n  {shlex.join(words)}")
    say(f"Finding seeds was checked on synthetic seeds only. {NOT_FOR_CLINICAL_USE}")
