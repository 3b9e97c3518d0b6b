"""``tps view``: see, edit and sign a plan in the browser."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tps.cli.options import Language

if TYPE_CHECKING:
    from tps.workstation.room import Room

EPILOG = "Example: tps view plan  (a plan folder)  or: tps view patient/ct --structures patient/rtstruct.dcm"


def view_command(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="PATH", help="A plan folder, a verified folder, or a CT with --structures (no plan yet)."
        ),
    ],
    structures: Annotated[
        list[Path],
        typer.Option("--structures", metavar="RS", help="Contours of the CT; of a plan: where they are now."),
    ] = [],  # noqa: B006 - Typer reads the default, nothing changes it
    ct: Annotated[
        Path | None,
        typer.Option("--ct", metavar="DIR", help="Of a plan: where its CT is now, if it was moved since."),
    ] = None,
    plan: Annotated[
        Path | None,
        typer.Option(
            "--plan",
            metavar="PATH",
            help="Of a verified folder: where its plan is now, if it was moved since.",
        ),
    ] = None,
    port: Annotated[
        int, typer.Option(metavar="N", help="Port on this machine; 0 takes any that is free.")
    ] = 0,
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")
    ] = True,
    lang: Language = "en",
    threads: Annotated[int, typer.Option(metavar="N", help="Threads; 0 takes every core.")] = 0,
) -> None:
    """Open a plan, the seeds found after its implant, or a patient to plan, in the browser of this machine.

    End with Ctrl-C. The server answers on 127.0.0.1 alone. What was opened is never changed: exports are new
    folders beside it.
    """
    from tps.cli.screen import speak
    from tps.errors import BadInput
    from tps.pipeline.case_reader import CaseReader

    speak(lang)
    if not path.exists():
        raise BadInput("is not there", where=str(path), expected="a plan folder, or a CT")
    with CaseReader() as reader:
        # Scan and contours are read while all else is loaded.
        from tps.pipeline.reading import to_be_shown

        wanted = to_be_shown(path, ct, structures)
        if wanted is not None:
            reader.begin(*wanted[0], **wanted[1])
        try:
            from tps.workstation.entrance import Entrance
            from tps.workstation.launch import Opening, listening, serve
        except ModuleNotFoundError as error:
            raise BadInput(
                f"{error.name} is not installed",
                where="tps view",
                expected="the browser workstation's own parts",
                remedy='pip install "seedwright[view]"',
            ) from error
        from tps.cli.progress import progress_bar
        from tps.pipeline.threads import use_threads

        def make(entrance: Entrance) -> "Room":
            reader.images, reader.scan = entrance.images, entrance.show
            # The page is there before this is loaded.
            from tps.workstation.open_plan import open_room

            use_threads(threads)
            with progress_bar() as told:

                def progress(stage: str, fraction: float) -> None:
                    told(stage, fraction)
                    entrance.stage(stage, fraction)

                return open_room(path, structures, lang, progress, ct, plan, reader.read)

        with listening(port) as listener:
            serve(make, listener, Opening(browser, _tell_at_once, lang))


def _tell_at_once(text: str) -> None:
    import sys

    from tps.cli.screen import say

    say(text)
    sys.stdout.flush()
