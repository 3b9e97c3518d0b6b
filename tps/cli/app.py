"""``tps``: the commands, and the one place where an error becomes a message and an exit code.

Command modules import what they need inside their functions, so that ``tps --help`` stays instant.
"""

import gc
import os
import sys
from typing import Annotated

import typer

from dose_kernels.compile.listeners import COMPILING, heard_by
from tps import NOT_FOR_CLINICAL_USE
from tps.cli.compare import EPILOG as COMPARE_EPILOG
from tps.cli.compare import compare_command
from tps.cli.dose import dose_command
from tps.cli.dvh import EPILOG as DVH_EPILOG
from tps.cli.dvh import dvh_command
from tps.cli.evaluate import EPILOG as EVALUATE_EPILOG
from tps.cli.evaluate import evaluate_command
from tps.cli.fetch import EPILOG as FETCH_EPILOG
from tps.cli.fetch import fetch_command
from tps.cli.help_pages import PlainCommand, PlainGroup
from tps.cli.history import EPILOG as HISTORY_EPILOG
from tps.cli.history import history_command
from tps.cli.inspect import inspect_command
from tps.cli.locate import EPILOG as LOCATE_EPILOG
from tps.cli.locate import locate_command
from tps.cli.phantom import phantom_command
from tps.cli.plan import EPILOG as PLAN_EPILOG
from tps.cli.plan import plan_command
from tps.cli.plan_batch import EPILOG as PLAN_BATCH_EPILOG
from tps.cli.plan_batch import plan_batch_command
from tps.cli.recompute import EPILOG as RECOMPUTE_EPILOG
from tps.cli.recompute import recompute_command
from tps.cli.screen import guarded_screen, say, warn
from tps.cli.send import EPILOG as SEND_EPILOG
from tps.cli.send import send_command
from tps.cli.sources import sources_command
from tps.cli.verify import EPILOG as VERIFY_EPILOG
from tps.cli.verify import verify_command
from tps.cli.view import EPILOG as VIEW_EPILOG
from tps.cli.view import view_command
from tps.cli.warm_up import EPILOG as WARM_UP_EPILOG
from tps.cli.warm_up import warm_up_command
from tps.errors import TpsError
from tps.formats.stopping import SIGNALS, stopping_in_order

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
app.command("evaluate", cls=PlainCommand, epilog=EVALUATE_EPILOG)(evaluate_command)
app.command("compare", cls=PlainCommand, epilog=COMPARE_EPILOG)(compare_command)
app.command("dose", cls=PlainCommand)(dose_command)
app.command("dvh", cls=PlainCommand, epilog=DVH_EPILOG)(dvh_command)
app.command("sources", cls=PlainCommand)(sources_command)
app.command("recompute", cls=PlainCommand, epilog=RECOMPUTE_EPILOG)(recompute_command)
app.command("locate", cls=PlainCommand, epilog=LOCATE_EPILOG)(locate_command)
app.command("verify", cls=PlainCommand, epilog=VERIFY_EPILOG)(verify_command)
app.command("history", cls=PlainCommand, epilog=HISTORY_EPILOG)(history_command)
app.command("inspect", cls=PlainCommand)(inspect_command)
app.command("phantom", cls=PlainCommand)(phantom_command)
app.command("view", cls=PlainCommand, epilog=VIEW_EPILOG)(view_command)
app.command("warm-up", cls=PlainCommand, epilog=WARM_UP_EPILOG)(warm_up_command)
app.command("send", cls=PlainCommand, epilog=SEND_EPILOG)(send_command)
app.command("fetch", cls=PlainCommand, epilog=FETCH_EPILOG)(fetch_command)

# Objects made between two looks for cycles: Python's own 700 costs a tenth of the time it takes to load.
COLLECT_EVERY = 50_000

EXIT_UNEXPECTED = 1
EXIT_INTERRUPTED = 130

# Ended by Ctrl-C, or by a signal that asks for it.
STOPPED = (EXIT_INTERRUPTED, *(128 + number for number in SIGNALS))

# True whenever a command fails: files and folders are written whole.
NOTHING_HALF = "nothing half-written was left behind"


def _print_version(wanted: bool) -> None:
    if wanted:
        from tps import __version__

        say(f"seedwright {__version__}. {NOT_FOR_CLINICAL_USE}")
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
    with stopping_in_order(), guarded_screen() as screen, heard_by(_Compiling()):
        code = _run()
        screen.flush()
        if screen.failure is not None and not screen.is_gone:
            why = getattr(screen.failure, "strerror", None) or screen.failure
            warn(
                f"tps: error: standard output cannot be written ({why}); files that the command wrote are"
                " complete\nRemedy: make room, or send the output elsewhere"
            )
            code = TpsError.exit_code
    gc.freeze()  # the process ends: to look for cycles among all its objects once more takes 0.3 s
    sys.exit(code if isinstance(code, int) else 0)


class _Compiling:
    """Says once, on stderr, that kernels are being compiled and that this happens once."""

    def __init__(self):
        self._said = False

    def __call__(self, kernel: str) -> None:
        if not self._said:
            self._said = True
            warn(COMPILING)


def _run():
    """The exit code of the command, None for 0; whatever goes wrong is said on stderr."""
    try:
        code = app(standalone_mode=False)
    except TpsError as error:
        warn(f"tps: error: {error}")
        code = error.exit_code
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        warn(
            f"tps: error: {where}{error.strerror or error}; {NOTHING_HALF}\n"
            "Remedy: check that the disk has free space and that the files can be read and written"
        )
        code = TpsError.exit_code
    except KeyboardInterrupt:
        code = EXIT_INTERRUPTED
    except SystemExit as stop:
        code = stop.code
    except Exception as error:  # noqa: BLE001 - the one place where a fault becomes a message
        code = _usage_or_unexpected(error)
    if code in STOPPED:  # raised, or returned by the option parser, which catches Ctrl-C itself
        warn(f"tps: stopped; {NOTHING_HALF}")
    return code


def _usage_or_unexpected(error: Exception) -> int:
    """Wrong usage is the option parser's own message and code 2; anything else is a fault of this program."""
    if hasattr(error, "show") and hasattr(error, "exit_code"):
        error.show()
        return int(error.exit_code)
    if type(error).__name__ == "Abort":
        return EXIT_INTERRUPTED
    if os.environ.get("SEEDWRIGHT_TRACEBACK"):
        raise error
    warn(
        f"tps: a fault of this program, not of your input: {type(error).__name__}: {error}\n"
        f"{NOTHING_HALF.capitalize()}. To report it, run again with SEEDWRIGHT_TRACEBACK=1 and send the"
        " output."
    )
    return EXIT_UNEXPECTED
