"""What was done on the desk, kept so that it survives a closed tab and a killed server.

One file for each plan that was opened, in the user's own state folder: needles and seeds lie in it, no name.
A line is added for each step before the page is told of it; a line that was cut short by a kill is left out
when the file is read.
"""

import contextlib
import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tps.errors import BadInput, OutputRefused
from tps.formats.whole_file import FILE_MODE, FOLDER_MODE

SCHEMA = "seedwright-journal/1"

# Where the user's programs keep what they remember (XDG base directories).
STATE = "XDG_STATE_HOME"
USUAL_STATE = Path(".local", "state")
FOLDER = "seedwright"

# A journal of many thousand steps has less.
MOST_BYTES = 200_000_000


def state_folder() -> Path:
    """The user's folder for journals, made if it is not there; raises ``OutputRefused``."""
    stated = os.environ.get(STATE, "")
    base = Path(stated) if stated and Path(stated).is_absolute() else Path.home() / USUAL_STATE
    folder = base / FOLDER
    try:
        folder.mkdir(parents=True, mode=FOLDER_MODE, exist_ok=True)
        folder.chmod(FOLDER_MODE)
    except OSError as error:
        raise OutputRefused(
            f"{folder}: no journal can be kept there ({error.strerror})\n"
            f"Remedy: let {STATE} name a folder where you may write"
        ) from error
    return folder


def key_of(*parts: str) -> str:
    """The name of a journal: a sum of what was opened, which tells nothing of it."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


class Journal:
    """The journal of one plan; only one server may have it.

    Parameters
    ----------
    path : Path

    Raises
    ------
    BadInput
        If another server has it, or it is no journal.
    OutputRefused
        If it cannot be written.
    """

    def __init__(self, path: Path):
        self.path = path
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), FILE_MODE)
        except OSError as error:
            raise OutputRefused(
                f"{path}: the journal cannot be written ({error.strerror})\n"
                f"Remedy: let {STATE} name a folder where you may write"
            ) from error
        self._stream = os.fdopen(handle, "r+b")
        try:
            _take(handle)
            os.fchmod(handle, FILE_MODE)
            self.lines = self._read()
        except BaseException:
            self._stream.close()
            raise

    def _read(self) -> list[dict[str, Any]]:
        """What was noted; the file ends after the last whole line."""
        content = self._stream.read(MOST_BYTES + 1)
        whole = content[: content.rfind(b"\n") + 1]
        found = list(_lines(whole)) if len(content) <= MOST_BYTES else [{}]
        if found and found[0].get("schema") != SCHEMA:
            raise BadInput(
                "is no journal of this version",
                where=str(self.path),
                expected=SCHEMA,
                remedy="move the file away",
            )
        self._stream.seek(len(whole))
        self._stream.truncate()
        if not found:
            self._write({"schema": SCHEMA})
        return found[1:]

    def note(self, line: dict[str, Any]) -> None:
        """Add a line; it lies on the disk when this returns."""
        self._write(line)

    def clear(self) -> None:
        """Forget everything."""
        self._stream.seek(0)
        self._stream.truncate()
        self.lines = []
        self._write({"schema": SCHEMA})

    def close(self) -> None:
        """Let it go; it stays as it is."""
        self._stream.close()

    def _write(self, line: dict[str, Any]) -> None:
        try:
            self._stream.write(json.dumps(line, allow_nan=False).encode() + b"\n")
            self._stream.flush()
            os.fsync(self._stream.fileno())
        except OSError as error:
            raise OutputRefused(
                f"{self.path}: the journal cannot be written ({error.strerror})\n"
                "Remedy: make room on the disk"
            ) from error


def _lines(content: bytes) -> Iterator[dict[str, Any]]:
    """The lines up to the first that is damaged."""
    with contextlib.suppress(ValueError):
        for text in content.splitlines():
            found = json.loads(text)
            if not isinstance(found, dict):
                return
            yield found


def _take(handle: int) -> None:
    """Make sure that no other server has the journal; where the system has no locks, that is not known."""
    with contextlib.suppress(ImportError):
        import fcntl

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BadInput(
                "this plan is open in another tps view",
                where="tps view",
                remedy="go on there, or end it first",
            ) from error
