"""The child process that reads one case and tells it to the process that started it."""

import contextlib
import gc
import os
import pickle
import signal
import sys
import time
from typing import IO, Any

# How far the reading is, is told so often, seconds.
TOLD_EVERY_S = 0.05


class _Message(pickle.Pickler):
    """One message, in which the scan, once it was told, is only named."""

    def __init__(self, stream: IO[bytes], scan: Any):
        super().__init__(stream, protocol=5)
        self._scan = scan

    def persistent_id(self, item: Any) -> str | None:
        return "scan" if item is self._scan and item is not None else None


class _Teller:
    """Writes messages; the scan's values once, as they are."""

    def __init__(self, stream: IO[bytes]):
        self._stream, self._scan, self._told_at = stream, None, 0.0

    def tell(self, *message: Any) -> None:
        """One message."""
        _Message(self._stream, self._scan).dump(message)
        self._stream.flush()

    def images(self, done: int, of: int) -> None:
        """So many images are read."""
        now = time.monotonic()
        if done == of or now - self._told_at > TOLD_EVERY_S:
            self._told_at = now
            self.tell("images", done, of)

    def scan(self, scan: Any) -> None:
        """The scan is read."""
        self.tell("scan", scan.grid, scan.quantity, scan.values.dtype.str)
        self._stream.write(scan.values.data.cast("B"))
        self._stream.flush()
        self._scan = scan


def main() -> None:
    """Read what standard input asks for, tell it on standard output, and end the process."""
    with contextlib.suppress(EOFError, BrokenPipeError):  # nobody listens any more
        _read_and_tell()
    # All is told: to clear a scan away piece by piece takes longer than to end.
    os._exit(0)


def _read_and_tell() -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's, which ends this process
    gc.disable()
    # What a library prints must not come between the messages.
    told = os.fdopen(os.dup(sys.stdout.fileno()), "wb", 1 << 20)
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    from tps.dicom.case import read_case
    from tps.dicom.hearing import Hearing
    from tps.errors import TpsError

    what, how = pickle.load(sys.stdin.buffer)
    teller = _Teller(told)
    try:
        case = read_case(*what, **how, hearing=Hearing(teller.images, teller.scan))
    except TpsError as error:
        teller.tell("error", type(error), str(error), error.__dict__)
    else:
        teller.tell("case", case)
