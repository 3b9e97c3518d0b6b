"""Compiled code on disk is thrown away when a kernel file that went into it changes.

Numba's cache looks only at the file of the function it stored; a function that another file compiled into
itself would go on with the old code.  Importing this module (``dose_kernels.jit`` does) makes the cached code
of every function of this folder depend on the text of its file and of all files of the folder imported there.
"""

import hashlib
import re
from functools import cache
from pathlib import Path

from numba.core import config
from numba.core.caching import CacheImpl

FOLDER = Path(__file__).resolve().parent
_IMPORT = re.compile(rf"^(?:from|import) {FOLDER.name}\.(\w+)", re.MULTILINE)


def files_behind(path: Path) -> list[Path]:
    """``path`` and every file of this folder it imports, directly or through others, sorted."""
    found, open_ends = set(), [path]
    while open_ends:
        current = open_ends.pop()
        if current not in found and current.exists():
            found.add(current)
            names = _IMPORT.findall(current.read_text(encoding="utf-8"))
            open_ends += [current.with_name(f"{name}.py") for name in names]
    return sorted(found)


def digest(path: Path) -> str:
    """SHA-256 over the texts of ``files_behind(path)``."""
    total = hashlib.sha256()
    for file in files_behind(path):
        total.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


@cache
def _digest_now(py_file: str) -> str:
    """``digest`` of a file of this folder, "" for any other; once a process: a file holds many functions."""
    path = Path(py_file).resolve()
    return digest(path) if path.is_relative_to(FOLDER) else ""


def _of_this_folder(locator):
    """A cache locator like ``locator``, for functions of this folder only, with the stamp described above."""

    class FolderLocator(locator):
        @classmethod
        def from_function(cls, py_func, py_file):
            stamp = _digest_now(py_file)
            own = super().from_function(py_func, py_file) if stamp else None
            if own is not None:
                own.stamp = stamp
            return own

        def get_source_stamp(self):
            return self.stamp

        def get_disambiguator(self):
            # Part of the file's name: an outdated file may name classes that are gone; it must not be opened.
            # Code that checks its indices is other code.
            kind = "-checked" if config.BOUNDSCHECK else ""
            return f"{super().get_disambiguator()}-{self.stamp[:12]}{kind}"

    return FolderLocator


def install() -> None:
    """Put the stamped locators before numba's own, once."""
    if not any(cls.__module__ == __name__ for cls in CacheImpl._locator_classes):
        CacheImpl._locator_classes[:0] = [_of_this_folder(locator) for locator in CacheImpl._locator_classes]
