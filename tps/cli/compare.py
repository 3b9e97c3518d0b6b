"""``tps compare``: plans of one patient held against each other."""

from pathlib import Path
from typing import Annotated

import typer

from tps.cli.options import AsJson, Language

EPILOG = "Example: tps compare plan plan2 --out comparison"

# Of the figures, what a screen shows of the targets; the page and the table hold all.
SHOWN = ("volume_cc", "minimum_peripheral_dose_gy", "d90_gy", "v100", "v150", "ci")


def compare_command(
    plans: Annotated[
        list[Path],
        typer.Argument(metavar="PLANS", help="Two plan folders or more; differences are from the first."),
    ],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Folder to write; all of it or nothing.")],
    ct: Annotated[
        Path | None, typer.Option("--ct", metavar="DIR", help="Where their CT is now, if it was moved.")
    ] = None,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace a comparison that is there.")
    ] = False,
    lang: Language = "en",
    as_json: AsJson = False,
) -> None:
    """Compare plans made on one CT: figures with differences, DVHs, isodoses, needles, verdicts.

    Exit code 0: written, whatever the plans are worth; 4: bad input; 2: wrong usage.
    """
    from tps.cli.progress import progress_bar
    from tps.cli.screen import say_json, speak
    from tps.errors import WrongUsage
    from tps.formats.folder import check_destination
    from tps.pipeline.compare import COMPARISON, compare_folders

    speak(lang)
    if len(plans) < 2:
        raise WrongUsage("one plan; name two or more")
    check_destination(out, overwrite=overwrite, mark=COMPARISON, inputs=[*plans, *([ct] if ct else [])])
    with progress_bar(quiet=as_json) as progress:
        found = compare_folders(plans, out, ct=ct, overwrite=overwrite, language=lang, progress=progress)
    if as_json:
        say_json(found.document)
        return
    speak(lang, [row.roi for row in found.rows])
    _print(found)


def _print(found) -> None:
    from tps import NOT_FOR_CLINICAL_USE, __version__
    from tps.cli.screen import Table, console, line
    from tps.pipeline.compare import PAGE, TABLE
    from tps.report.comparison import label_of

    screen = console()
    for plan in found.plans:
        screen.print(
            line((f"{plan.name}: ", "bold"), (plan.plan.headline, "bold"), " (", plan.plan.size, ")"),
            soft_wrap=True,
        )
    targets = {name for plan in found.plans for name in plan.plan.targets}
    names = [plan.name for plan in found.plans]
    table = Table("Targets; differences are from " + names[0])
    for heading in ("", "", *names, *(f"{name} - {names[0]}" for name in names[1:])):
        table.add_column(heading, right=bool(heading))
    for row in found.rows:
        if row.roi in targets and row.metric in SHOWN:
            values = [_cell(v) for v in row.values]
            table.add_row(row.roi, label_of(row.metric), *values, *(_cell(d, "+") for d in row.differences))
    screen.print(table)
    for note in found.notes:
        screen.print(line(("Note:", "yellow"), " ", note), soft_wrap=True)
    screen.print(line(f"Look at {found.folder / PAGE} and {found.folder / TABLE}"), soft_wrap=True)
    screen.print(line((f"seedwright {__version__}. {NOT_FOR_CLINICAL_USE}", "dim")))


def _cell(value: float | None, sign: str = "") -> str:
    return "-" if value is None else f"{value:{sign}.4g}"
