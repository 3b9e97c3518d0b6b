"""The option ``--lang``, the same in every command that has it."""

from typing import Annotated

import typer

# Of the environment: the language where no option names one.
VARIABLE = "SEEDWRIGHT_LANG"


def language_option(panel: str | None = None):
    """The option, under a heading of the help."""
    return typer.Option(
        "--lang",
        metavar="en|zh",
        envvar=VARIABLE,
        show_envvar=False,
        help=f"Language of screen, report and pictures: en or zh. [default: en, or ${VARIABLE}]",
        show_default=False,
        rich_help_panel=panel,
    )


Language = Annotated[str, language_option()]
