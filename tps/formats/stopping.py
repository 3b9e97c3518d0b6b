"""A process that is told to end does so in order: what it has begun is cleared away."""

import signal

# What a terminal that is closed, and an administrator or a queue, sends; Ctrl-C is Python's own.
SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def stop_in_order() -> dict:
    """Let these signals end the process through its ``finally`` blocks; return the handlers there were.

    The exit code is 128 and the signal's number, as a shell has it.  To be called in the main thread.
    """
    return {number: signal.signal(number, _stop) for number in SIGNALS}


def restore(handlers: dict) -> None:
    """Put back what ``stop_in_order`` returned."""
    for number, handler in handlers.items():
        signal.signal(number, handler)


def _stop(number: int, _frame) -> None:
    for each in SIGNALS:  # a second one must not cut the clearing short
        signal.signal(each, signal.SIG_IGN)
    raise SystemExit(128 + number)
