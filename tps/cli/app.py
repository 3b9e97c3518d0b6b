"""``tps``: the commands, and the one place where an error becomes a message and an exit code.

Command modules import what they need inside their functions, so that ``tps --help`` stays instant.
"""

import gc
import os
import sys
from typing import Annotated

import typer

from tps import NOT_FOR_CLINICAL_USE
from tps.cli.dose import dose_command
from tps.cli.fetch import EPILOG as FETCH_EPILOG
from tps.cli.fetch import fetch_command
from tps.cli.help_pages import PlainCommand, PlainGroup
from tps.cli.inspect import inspect_command
from tps.cli.phantom import phantom_command
from tps.cli.plan import EPILOG as PLAN_EPILOG
from tps.cli.plan import plan_command
from tps.cli.plan_batch import EPILOG as PLAN_BATCH_EPILOG
from tps.cli.plan_batch import plan_batch_command
from tps.cli.recompute import EPILOG as RECOMPUTE_EPILOG
from tps.cli.recompute import recompute_command
from tps.cli.send import EPILOG as SEND_EPILOG
from tps.cli.send import send_command
from tps.cli.sources import sources_command
from tps.errors import TpsError

app = typer.Typer(
    name="tps",
    help="Plan permanent iodine-125 seed implants: needles, seeds, TG-43 dose, DICOM.\n\n"
    + NOT_FOR_CLINICAL_USE,
    epilog="Example: tps phantom lung_nodule --out patient && tps plan patient/ct --structures"
    " patient/rtstruct.dcm --target Target --out plan",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    cls=PlainGroup,
)

app.command("plan", cls=PlainCommand, epilog=PLAN_EPILOG)(plan_command)
app.command("plan-batch", cls=PlainCommand, epilog=PLAN_BATCH_EPILOG)(plan_batch_command)
app.command("dose", cls=PlainCommand)(dose_command)
app.command("sources", cls=PlainCommand)(sources_command)
app.command("recompute", cls=PlainCommand, epilog=RECOMPUTE_EPILOG)(recompute_command)
app.command("inspect", cls=PlainCommand)(inspect_command)
app.command("phantom", cls=PlainCommand)(phantom_command)
app.command("send", cls=PlainCommand, epilog=SEND_EPILOG)(send_command)
app.command("fetch", cls=PlainCommand, epilog=FETCH_EPILOG)(fetch_command)

# Objects made between two looks for cycles: Python's own 700 costs a tenth of the time it takes to load.
COLLECT_EVERY = 50_000

EXIT_UNEXPECTED = 1
EXIT_INTERRUPTED = 130


def _print_version(wanted: bool) -> None:
    if wanted:
        from tps import __version__

        sys.stdout.write(f"seedwright {__version__}. {NOT_FOR_CLINICAL_USE}\n")
        raise typer.Exit()


@app.callback()
def _root(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and stop."),
    ] = False,
) -> None:
    pass


def main() -> None:
    """Run the command line; every failure ends in one message on stderr and a documented exit code."""
    gc.set_threshold(COLLECT_EVERY)
    try:
        code = app(standalone_mode=False)
    except TpsError as error:
        sys.stderr.write(f"tps: error: {error}\n")
        code = error.exit_code
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        sys.stderr.write(
            f"tps: error: {where}{error.strerror or error}; nothing was written\n"
            "Remedy: check that the disk has free space and that the files can be read and written\n"
        )
        code = TpsError.exit_code
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the one place where a fault becomes a message
        code = _usage_or_unexpected(error)
    if code == EXIT_INTERRUPTED:  # raised, or returned by the option parser, which catches Ctrl-C itself
        sys.stderr.write("tps: stopped; nothing half-written was left behind\n")
    gc.freeze()  # the process ends: to look for cycles among all its objects once more takes 0.3 s
    sys.exit(code if isinstance(code, int) else 0)


def _usage_or_unexpected(error: Exception) -> int:
    """Wrong usage is the option parser's own message and code 2; anything else is a fault of this program."""
    if hasattr(error, "show") and hasattr(error, "exit_code"):
        error.show()
        return int(error.exit_code)
    if type(error).__name__ == "Abort":
        return EXIT_INTERRUPTED
    if os.environ.get("SEEDWRIGHT_TRACEBACK"):
        raise error
    sys.stderr.write(
        f"tps: a fault of this program, not of your input: {type(error).__name__}: {error}\n"
        "Nothing was written. To report it, run again with SEEDWRIGHT_TRACEBACK=1 and send the output.\n"
    )
    return EXIT_UNEXPECTED
