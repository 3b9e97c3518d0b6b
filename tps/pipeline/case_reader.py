"""A case read by a process of its own, while this one loads the program and looks at the plan.

Reading is Python's own work, of which one process does one thing at a time: side by side the two take half as
long.  Nothing of the patient is written anywhere: all goes through a pipe.
"""

import contextlib
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import IO, Any

from tps.errors import TpsError

CHILD = "tps.pipeline.case_reader_child"


def _nobody(*_told: object) -> None:
    """Nobody listens."""


class CaseReader:
    """Reads one case, whose reading begins before anybody waits for it.  Use it as a context manager.

    Attributes
    ----------
    images : callable (done, of)
        Each time more images are read; heard by whoever waits.
    scan : callable (Volume)
        Once, as soon as the scan is whole.
    """

    images: Callable[[int, int], None] = staticmethod(_nobody)
    scan: Callable[[Any], None] = staticmethod(_nobody)

    def __init__(self) -> None:
        """Start the child, which loads what reading needs, and return at once."""
        pipe, none = subprocess.PIPE, subprocess.DEVNULL
        # Modules come from where this process has its own, and from nowhere else.
        program = f"import sys; sys.path[:] = {sys.path!r}; from {CHILD} import main; main()"
        command = [sys.executable, "-P", "-c", program]
        self.process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=none)
        self._asked: tuple | None = None
        self._listener = threading.Thread(target=self._listen, args=(self.process.stdout,), daemon=True)
        self._heard: SimpleQueue[tuple] = SimpleQueue()

    def begin(self, *what: Any, **how: Any) -> None:
        """Let the child read what ``read_case`` would read with these arguments, and return at once."""
        assert self.process.stdin is not None
        self._asked = _plain(what, how)
        with contextlib.suppress(OSError):  # a child that has died is noticed by who waits for it
            pickle.dump((what, how), self.process.stdin)
            self.process.stdin.flush()
        self._listener.start()

    def read(self, *what: Any, **how: Any) -> Any:
        """The case: arguments, value and errors as of ``read_case``.

        The child's, if that is what it was let begin with; whatever else ended it happens here again, and is
        told as always.
        """
        asked, self._asked = self._asked, None
        while asked == _plain(what, how):
            kind, *found = self._heard.get()
            if kind == "images":
                self.images(*found)
            elif kind == "scan":
                self.scan(found[0])
            elif kind == "case":
                return found[0]
            elif kind == "error":
                raise _error(*found)
            else:
                break
        from tps.dicom.case import read_case
        from tps.dicom.hearing import Hearing

        return read_case(*what, **how, hearing=Hearing(self.images, self.scan))

    def _listen(self, stream: IO[bytes]) -> None:
        """Take in what the child tells, until there is no more."""
        scan = None
        try:
            with contextlib.suppress(EOFError, OSError):
                while True:
                    kind, *found = _Message(stream, scan).load()
                    if kind == "scan":
                        scan = _taken(stream, *found)
                        found = [scan]
                    self._heard.put((kind, *found))
        finally:
            self._heard.put(("ended",))
            self.process.wait()

    def __enter__(self) -> "CaseReader":
        return self

    def __exit__(self, *exception: object) -> None:
        self.process.kill()
        if self._listener.ident is not None:
            self._listener.join()
        for stream in (self.process.stdin, self.process.stdout):
            with contextlib.suppress(OSError):  # what was not heard any more
                if stream is not None:
                    stream.close()
        self.process.wait()


class _Message(pickle.Unpickler):
    """One message of the child's, in which the scan, which comes once, is only named."""

    def __init__(self, stream: IO[bytes], scan: Any):
        super().__init__(stream)
        self._scan = scan

    def persistent_load(self, _name: str) -> Any:
        return self._scan


def _taken(stream: IO[bytes], grid: Any, quantity: str, kind: str) -> Any:
    """The volume whose values follow in a stream.

    Parameters
    ----------
    stream : file
    grid : Grid
    quantity : str
    kind : str
        Of the values, as numpy names it.
    """
    import numpy as np

    from tps.model import Volume

    values = np.empty(grid.shape, kind)
    rest = values.data.cast("B")
    while rest:
        count = stream.readinto(rest)  # type: ignore[attr-defined]  # which a pipe's reader has
        if not count:
            raise EOFError
        rest = rest[count:]
    return Volume(grid, values, quantity)


def _plain(what: tuple, how: dict[str, Any]) -> tuple:
    """Arguments as they are compared: paths as texts."""
    texts = tuple([str(p) for p in w] if isinstance(w, (list, tuple)) else w and str(w) for w in what)
    return texts, {name: value and str(value) for name, value in how.items()}


def _error(kind: type[TpsError], text: str, about: dict[str, Any]) -> TpsError:
    """An error of the child's; its class may want other arguments than a text."""
    error = kind.__new__(kind, text)
    error.__dict__.update(about)
    return error
