"""Options that are the same in every command that has them."""

from pathlib import Path
from typing import Annotated

import typer

# Of the environment: the language, and the folder of own source files, where no option names one.
LANGUAGE_VARIABLE = "SEEDWRIGHT_LANG"
SOURCES_VARIABLE = "SEEDWRIGHT_SOURCE_DIR"


def language_option(panel: str | None = None):
    """``--lang``, under a heading of the help."""
    return typer.Option(
        "--lang",
        metavar="en|zh",
        envvar=LANGUAGE_VARIABLE,
        show_envvar=False,
        help=f"Language of screen, report and pictures: en or zh. [default: en, or ${LANGUAGE_VARIABLE}]",
        show_default=False,
        rich_help_panel=panel,
    )


def report_option(panel: str | None = None):
    """``--report``, under a heading of the help."""
    return typer.Option(
        "--report/--no-report", help="Write report.html and its pictures.", rich_help_panel=panel
    )


def json_option(panel: str | None = None):
    """``--json``, under a heading of the help."""
    return typer.Option("--json", help="Result as JSON on stdout.", rich_help_panel=panel)


Language = Annotated[str, language_option()]
Report = Annotated[bool, report_option()]
AsJson = Annotated[bool, json_option()]
Series = Annotated[
    str | None, typer.Option("--series", help="Which CT series, by UID or number.", show_default=False)
]
Resample = Annotated[bool, typer.Option("--resample", help="Straighten a tilted or uneven stack first.")]
SourceDir = Annotated[
    Path | None,
    typer.Option(
        "--source-dir",
        metavar="DIR",
        envvar=SOURCES_VARIABLE,
        help="Folder of your own source files.",
        show_default=False,
    ),
]
