"""What is done so far, a line per plan, safe against a stop at any moment.

A line is appended and forced to the disk when a plan is finished; the final table is made from the journal
alone.  A line carries its checksum: what a power cut tore is recognised, dropped and computed again.
"""

import fcntl
import json
import os
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

from tps.errors import BadInput, OutputRefused
from tps.formats.whole_file import FILE_MODE

SUFFIX = ".journal"

# How every line begins.
_BEGIN = b'{"crc32":"'


def journal_path(table: Path) -> Path:
    """Where the journal of a table lies: beside it."""
    return table.with_name(table.name + SUFFIX)


class Journal:
    """The journal file of one run; entries are dictionaries of JSON values with a ``case``.

    Parameters
    ----------
    path : Path
        Made if it is not there; what is in it is read, and a torn end cut off.
    fresh : bool
        Forget what is in it.
    fault : callable, optional
        An entry to what is wrong with it, "" if nothing is.

    Raises
    ------
    BadInput
        If a line that is not the last one is damaged, an entry is none that this program writes, or the file
        is not a journal.
    OutputRefused
        If it cannot be written, or another run is writing it.
    """

    def __init__(self, path: Path, fresh: bool = False, fault: Callable[[dict], str] | None = None):
        self.path, self._fault = path, fault
        self._where: dict[str, tuple[int, int]] = {}
        try:
            # Not through a link: a journal is cut short at its damaged end, and that may be anybody's file.
            handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT | os.O_NOFOLLOW, FILE_MODE)
            self._stream = os.fdopen(handle, "a+b")
        except OSError as error:
            raise _not_written(path, error, "check the folder's rights") from error
        try:
            _claim(self._stream, path)
            self._check_kind()
            self._stream.truncate(0 if fresh else self._index())
        except (BadInput, OutputRefused):
            self._stream.close()
            raise

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *_) -> None:
        self.close()

    def __contains__(self, case: str) -> bool:
        return case in self._where

    def __len__(self) -> int:
        return len(self._where)

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def append(self, entry: dict) -> None:
        """Add an entry and return when it is on the disk; a later entry of a case replaces the earlier.

        Raises
        ------
        OutputRefused
            If it cannot be written; the entries before it stay.
        """
        line = encode(entry)
        file = self._stream.fileno()
        try:
            start = os.fstat(file).st_size
            # Not through the stream: what its buffer could not write it would try again on closing.
            written = os.write(file, line)
            if written < len(line):
                os.write(file, line[written:])
            os.fsync(file)
        except OSError as error:
            remedy = "make room on the disk, then run the same command with --resume: what is done stays done"
            raise _not_written(self.path, error, remedy) from error
        self._where[entry["case"]] = (start, len(line))

    def read(self, case: str) -> dict:
        """The latest entry of a case."""
        start, length = self._where[case]
        return decode(os.pread(self._stream.fileno(), length, start))

    def entries(self, cases) -> Iterator[dict]:
        """Entries of some cases in the order given, one at a time."""
        for case in cases:
            yield self.read(case)

    def _check_kind(self) -> None:
        """Refuse a file that does not begin as a journal does: it is about to be cut short."""
        self._stream.seek(0)
        head = self._stream.read(len(_BEGIN))
        if head != _BEGIN[: len(head)]:
            raise BadInput(
                "is not a journal of this program, though it is named like one",
                where=str(self.path),
                remedy="move it away, or give another --out",
            )

    def _index(self) -> int:
        """Note where every entry lies; return where the good part of the file ends."""
        self._stream.seek(0)
        end, damaged = 0, 0
        for number, line in enumerate(self._stream, start=1):
            if damaged:
                raise BadInput(
                    f"line {damaged} of the journal is damaged and more follows",
                    where=str(self.path),
                    remedy="move the journal away and start the run again",
                )
            try:
                entry = decode(line)
            except ValueError:
                damaged = number
                continue
            self._check(entry, number)
            self._where[entry["case"]] = (end, len(line))
            end += len(line)
        return end

    def _check(self, entry: dict, number: int) -> None:
        fault = self._fault(entry) if self._fault else ""
        if not isinstance(entry.get("case"), str):
            fault = "no case"
        if fault:
            raise BadInput(
                f"line {number} of the journal is not as this program writes it: {fault}",
                where=str(self.path),
                remedy="move the journal away and start the run again",
            )


def _claim(stream, path: Path) -> None:
    """Keep the journal to this process until it ends, however it ends."""
    try:
        fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise OutputRefused(
            f"{path}: another run is writing this table; nothing was written.\n"
            "Remedy: wait until it has ended, or give another --out"
        ) from error
    except OSError:
        pass  # some network folders know no locks; one run at a time is then the user's care


def _not_written(path: Path, error: OSError, remedy: str) -> OutputRefused:
    return OutputRefused(
        f"{path}: cannot be written ({error.strerror or type(error).__name__}).\nRemedy: {remedy}"
    )


def encode(entry: dict) -> bytes:
    """One line: the entry with the checksum of its text."""
    text = json.dumps(entry, allow_nan=False, ensure_ascii=False, separators=(",", ":"))
    return f'{{"crc32":"{zlib.crc32(text.encode()):08x}","entry":{text}}}\n'.encode()


def decode(line: bytes) -> dict:
    """The entry of a line; ``ValueError`` if the line is torn or changed."""
    if not line.endswith(b"\n"):
        raise ValueError("the line has no end")
    try:
        entry = json.loads(line)["entry"] if line.startswith(_BEGIN) else None
    except (KeyError, RecursionError) as error:
        raise ValueError("the line is no entry") from error
    if not isinstance(entry, dict) or encode(entry) != line:
        raise ValueError("the line does not match its checksum")
    return entry
