"""A process that is told to end does so in order: what it has begun is cleared away."""

import _thread
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager

# What a terminal that is closed, and an administrator or a queue, sends; Ctrl-C is Python's own.
SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


@contextmanager
def stopping_in_order() -> Iterator[None]:
    """Let these signals end the process through its ``finally`` blocks, for the length of a ``with`` block.

    The exit code is 128 and the signal's number, as a shell has it.  To be entered in the main thread.
    """
    hook = sys.unraisablehook
    handlers = {number: signal.signal(number, _stop) for number in SIGNALS}
    sys.unraisablehook = hear_again
    try:
        yield
    finally:
        sys.unraisablehook = hook
        for number, handler in handlers.items():
            signal.signal(number, handler)


def _stop(number: int, _frame) -> None:
    for each in SIGNALS:  # a second one must not cut the clearing short
        signal.signal(each, signal.SIG_IGN)
    raise SystemExit(128 + number)


def hear_again(unraisable) -> None:
    """What ends the process, raised while compiled code calls back where Python can only drop it: once more.

    Parameters
    ----------
    unraisable : sys.UnraisableHookArgs
        As ``sys.unraisablehook`` gets it; all else is shown as Python does.
    """
    if issubclass(unraisable.exc_type, KeyboardInterrupt):
        number = signal.SIGINT
    elif issubclass(unraisable.exc_type, SystemExit):
        number, code = signal.SIGTERM, unraisable.exc_value.code

        def end(_number, _frame):
            signal.signal(number, signal.SIG_IGN)
            raise SystemExit(code)

        signal.signal(number, end)
    else:
        sys.__unraisablehook__(unraisable)
        return
    # Not now: what is raised here would be dropped too.
    again = threading.Timer(0.05, _interrupt, (number,))
    again.daemon = True
    again.start()


def _interrupt(number: signal.Signals) -> None:
    """Send the main thread a signal, which also ends its waiting for a file or pipe where the system can."""
    main = threading.main_thread().ident
    if hasattr(signal, "pthread_kill") and main is not None:
        signal.pthread_kill(main, number)
    else:
        _thread.interrupt_main(number)
