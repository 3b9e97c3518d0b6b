"""Write one file: all of it or nothing, readable by its owner alone."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tps.errors import OutputRefused

# What this program writes may tell of a patient, so others on the machine cannot read it unless the owner
# opens it to them (chmod).
FILE_MODE, FOLDER_MODE = 0o600, 0o700


@contextmanager
def written_whole(path: Path | str, remedy: str = "") -> Iterator[Path]:
    """Give the path of an empty file beside ``path``; if the block ends well, move it there, safely on disk.

    The file's name cannot be foreseen and it is new, so nothing is written through a link that somebody put
    there; a link at ``path`` itself is replaced, and what it points at left alone.

    Parameters
    ----------
    path : path
    remedy : str
        For the message.

    Raises
    ------
    OutputRefused
        If it cannot be written; nothing is left behind and what was there before is untouched.
    """
    path = Path(path)
    part = None
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.", suffix=".part")
        os.close(handle)
        part = Path(name)
        yield part
        with open(part, "rb+") as stream:
            os.fsync(stream.fileno())
        os.replace(part, path)
    except OSError as error:
        raise OutputRefused(
            f"{path}: cannot be written ({error.strerror or type(error).__name__}); nothing was written\n"
            f"Remedy: {remedy or 'choose a file in a folder where you may write; make room on the disk'}"
        ) from error
    finally:
        if part is not None:
            part.unlink(missing_ok=True)


def write_whole(path: Path | str, content: str | bytes) -> None:
    """Write ``content`` to ``path``, text as UTF-8, replacing what is there; all of it or nothing.

    Raises
    ------
    OutputRefused
        If it cannot be written; what was there before is untouched.
    """
    with written_whole(path) as part:
        part.write_bytes(content.encode() if isinstance(content, str) else content)
