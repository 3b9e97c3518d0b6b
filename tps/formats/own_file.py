"""A file for the user alone that is gone when it is no longer needed."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def own_file(content: str, suffix: str = "") -> Iterator[Path]:
    """A temporary file that only its owner can read; it is deleted at the end of the block.

    Parameters
    ----------
    content : str
    suffix : str
        Of its name.
    """
    handle, name = tempfile.mkstemp(prefix="seedwright-", suffix=suffix)  # mode 0600
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            stream.write(content)
        yield Path(name)
    finally:
        Path(name).unlink(missing_ok=True)
