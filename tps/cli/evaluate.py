"""``tps evaluate``: a plan judged again, as it is or with a table that was changed by hand."""

import contextlib
from pathlib import Path
from typing import Annotated

import typer

from tps.cli.options import AsJson, Language, Report

EPILOG = (
    "Example: cp plan/needles.csv mine.csv, change mine.csv, then: tps evaluate plan --needles mine.csv --out"
    " plan2"
)

EXIT_NOT_MET = 3


def evaluate_command(
    plan: Annotated[Path, typer.Argument(metavar="PLAN", help="A plan folder; it is never changed.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder to write; all of it or nothing.")],
    needles: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="A changed needles.csv: entry, tip, and the seeds' distances from the tip count.",
        ),
    ] = None,
    seeds: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A changed seeds.csv; the needles stay.")
    ] = None,
    ct: Annotated[
        Path | None,
        typer.Option("--ct", metavar="DIR", help="Where the CT is now, if it was moved since."),
    ] = None,
    structures: Annotated[
        list[Path],
        typer.Option("--structures", metavar="FILE", help="Where its contours are now; may be given again."),
    ] = [],  # noqa: B006 - Typer reads the default, nothing changes it
    report: Report = True,
    isodose: Annotated[
        list[float],
        typer.Option("--isodose", metavar="GY", help="Isodose to contour in RTSTRUCT; may be given again."),
    ] = [],  # noqa: B006
    needle_contours: Annotated[
        bool,
        typer.Option(
            "--needle-contours/--no-needle-contours", help="Write needles and seeds into RTSTRUCT too."
        ),
    ] = True,
    dose_bits: Annotated[int, typer.Option(metavar="BITS", help="Bits per voxel of RTDOSE: 16 or 32.")] = 16,
    threads: Annotated[int, typer.Option(metavar="N", help="Threads; 0 takes every core.")] = 0,
    lang: Language = "en",
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace the files of a plan that is at --out.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Judge a plan by the rules it was made with, and write its whole folder anew.

    Exit code 0: prescription met; 3: the plan was written but does not meet it; 4: bad input; 2: wrong usage.
    """
    import dataclasses

    from tps.cli.plan_result import print_result
    from tps.cli.progress import progress_bar
    from tps.cli.screen import speak
    from tps.cli.start import seconds_since_start
    from tps.errors import BadInput, WrongUsage
    from tps.formats.folder import check_destination
    from tps.pipeline.reevaluate import evaluate_folder, refuse_within
    from tps.pipeline.threads import use_threads
    from tps.pipeline.write import write_plan
    from tps.render3d import Renderer

    speak(lang)
    if needles is not None and seeds is not None:
        raise WrongUsage("--needles and --seeds both given; change one table at a time")
    if dose_bits not in (16, 32):
        raise WrongUsage(f"--dose-bits {dose_bits}: expected 16 or 32")
    if any(not 0 < level < float("inf") for level in isodose):
        raise BadInput(
            "an isodose must be above 0 Gy", where="--isodose", expected="a dose in Gy, such as 120"
        )
    begun = seconds_since_start()
    refuse_within(out, plan)
    use_threads(threads)
    read = (plan, needles, seeds, ct, *structures)
    check_destination(out, overwrite=overwrite, inputs=[path for path in read if path])
    with contextlib.ExitStack() as stack:
        renderer = stack.enter_context(Renderer.start()) if report else None
        progress = stack.enter_context(progress_bar(quiet=as_json))
        result = evaluate_folder(
            plan, needles=needles, seeds=seeds, ct=ct, structures=structures, progress=progress
        )
        result = dataclasses.replace(result, timing_s={"starting": begun} | result.timing_s)
        progress("writing", 0.0)
        written = write_plan(
            result,
            out,
            overwrite=overwrite,
            report=report,
            isodoses_gy=tuple(isodose),
            needle_contours=needle_contours,
            dose_bits=dose_bits,
            language=lang,
            renderer=renderer,
        )
    speak(lang, result.evaluation.metrics)
    print_result(result, written, as_json)
    if result.plan.status != "met":
        raise typer.Exit(EXIT_NOT_MET)
