"""Compiled code on disk is thrown away when a kernel file that went into it changes.

Numba's cache looks only at the file of the function it stored; a function that another file compiled into
itself would go on with the old code.  Importing this module (``dose_kernels.compile.options`` does) makes the
cached code of every function of this package depend on the text of its file and of all files of the package
imported there.
"""

import ast
import hashlib
from functools import cache
from pathlib import Path

from numba.core import config
from numba.core.caching import CacheImpl

PACKAGE = Path(__file__).resolve().parents[1]


@cache
def _modules_named(text: str) -> tuple[str, ...]:
    """Full names of what a file imports: each module, and each name of it, which may be a module too."""
    names: list[str] = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            names += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return tuple(names)


def _file_of(module: str, package: Path) -> Path | None:
    """The file of a module of ``package``, None for a module of another one or a name that is none."""
    first, *inside = module.split(".")
    path = package.joinpath(*inside)
    if first != PACKAGE.name:
        return None
    for file in (path.with_suffix(".py"), path / "__init__.py"):
        if file.exists():
            return file
    return None


def files_behind(path: Path, package: Path = PACKAGE) -> list[Path]:
    """``path`` and every file of the package it imports, directly or through others, sorted.

    ``package`` is where the modules called ``dose_kernels.*`` lie.
    """
    found: set[Path] = set()
    open_ends = [path]
    while open_ends:
        current = open_ends.pop()
        if current not in found:
            found.add(current)
            named = _modules_named(current.read_text(encoding="utf-8"))
            open_ends += [f for m in named if (f := _file_of(m, package)) is not None]
    return sorted(found)


def digest(path: Path, package: Path = PACKAGE) -> str:
    """SHA-256 over the places and texts of ``files_behind(path)``."""
    total = hashlib.sha256()
    for file in files_behind(path, package):
        total.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return total.hexdigest()


@cache
def _digest_now(py_file: str) -> str:
    """``digest`` of a file of this folder, "" for any other; once a process: a file holds many functions."""
    path = Path(py_file).resolve()
    return digest(path) if path.is_relative_to(PACKAGE) else ""


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
