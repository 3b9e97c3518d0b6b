"""What is done so far, a line per plan, safe against a stop at any moment.

A line is appended and forced to the disk when a plan is finished; the final table is made from the journal
alone.  A line carries its checksum: what a power cut tore is recognised, dropped and computed again.
"""

import json
import os
import zlib
from collections.abc import Iterator
from pathlib import Path

from tps.errors import BadInput

SUFFIX = ".journal"


def journal_path(table: Path) -> Path:
    """Where the journal of a table lies: beside it."""
    return table.with_name(table.name + SUFFIX)


class Journal:
    """The journal file of one run; entries are dictionaries of JSON values with a ``case``.

    Parameters
    ----------
    path : Path
        Made if it is not there; what is in it is read, and a torn end cut off.

    Raises
    ------
    BadInput
        If a line that is not the last one is damaged, or the file is not a journal.
    """

    def __init__(self, path: Path):
        self.path = path
        self._where: dict[str, tuple[int, int]] = {}
        self._stream = open(path, "a+b")
        try:
            self._stream.truncate(self._index())
        except BadInput:
            self._stream.close()
            raise
        self._stream.seek(0, os.SEEK_END)

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
        """Add an entry and return when it is on the disk; a later entry of a case replaces the earlier."""
        line = encode(entry)
        start = self._stream.seek(0, os.SEEK_END)
        self._stream.write(line)
        self._stream.flush()
        os.fsync(self._stream.fileno())
        self._where[entry["case"]] = (start, len(line))

    def read(self, case: str) -> dict:
        """The latest entry of a case."""
        start, length = self._where[case]
        self._stream.seek(start)
        return decode(self._stream.read(length))

    def entries(self, cases) -> Iterator[dict]:
        """Entries of some cases in the order given, one at a time."""
        for case in cases:
            yield self.read(case)

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
            self._where[entry["case"]] = (end, len(line))
            end += len(line)
        return end


def encode(entry: dict) -> bytes:
    """One line: the entry with the checksum of its text."""
    text = json.dumps(entry, allow_nan=False, ensure_ascii=False, separators=(",", ":"))
    return f'{{"crc32":"{zlib.crc32(text.encode()):08x}","entry":{text}}}\n'.encode()


def decode(line: bytes) -> dict:
    """The entry of a line; ``ValueError`` if the line is torn or changed."""
    if not line.endswith(b"\n"):
        raise ValueError("the line has no end")
    entry = json.loads(line)["entry"] if line.startswith(b'{"crc32":"') else None
    if not isinstance(entry, dict) or encode(entry) != line:
        raise ValueError("the line does not match its checksum")
    return entry
