"""Write a folder of results: all of it or nothing, whatever happens on the way.

The files go into a hidden folder beside the destination, are flushed to the disk, and the hidden folder is
renamed to the destination in one step.  Where a destination is replaced, it is renamed out of the way first
and deleted last.  Killed at any moment, the destination is the complete old folder, the complete new one, or
absent; what was left beside it is put back or cleared away by the next run.
"""

import os
import shutil
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from tps.errors import OutputRefused

Content = bytes | str | Callable[[Path], None]

# A folder that holds this is one of ours, and --overwrite may replace it.  Anything else might be somebody's
# home directory.
MARKER = "plan.json"

# Hidden neighbours of the destination: being written; moved out of the way, complete; being deleted.
_NEW, _OLD, _GONE = "new", "old", "gone"


def check_destination(out: Path | str, *, overwrite: bool = False, marker: str = MARKER) -> None:
    """Find out before the work begins whether its result could be written.

    Parameters
    ----------
    out : path
        Folder to be written.
    overwrite : bool
        Whether it may replace one that holds ``marker``.
    marker : str

    Raises
    ------
    OutputRefused
        If the folder exists and may not be replaced, or no folder can be made there.
    """
    out = _resolved(out)
    with _refusing(out):
        _recover(out)
        _check_existing(out, overwrite, marker)
        parent = out.parent
        while not parent.exists():
            parent = parent.parent
    if not parent.is_dir() or not os.access(parent, os.W_OK | os.X_OK):
        raise OutputRefused(
            f"{out}: no folder can be made in {parent}\nRemedy: choose a place where you may write"
        )


def write_folder(
    out: Path | str, files: Mapping[str, Content], *, overwrite: bool = False, marker: str = MARKER
) -> Path:
    """Write ``files`` as the folder ``out``, all or nothing.

    Parameters
    ----------
    out : path
        Folders above it are made as needed.
    files : dict of str to bytes, str or callable
        Relative path with ``/`` to content; a callable is given the path it has to write.
    overwrite : bool
        Replace an existing folder that holds ``marker``; everything in it goes.
    marker : str

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    OutputRefused
        If the folder exists and may not be replaced, or the disk is full or not writable.  Nothing is left
        behind.
    """
    out = _resolved(out)
    check_destination(out, overwrite=overwrite, marker=marker)
    with _refusing(out), _parents(out):
        hidden = out.with_name(f".{out.name}.{_NEW}-{os.getpid()}-{uuid.uuid4().hex[:8]}")
        try:
            hidden.mkdir()
            for name, content in files.items():
                _write(hidden, name, content)
            for folder, _, _ in os.walk(hidden):
                _flush(Path(folder))
            _put_in_place(hidden, out, overwrite, marker)
        finally:
            shutil.rmtree(hidden, ignore_errors=True)
    return out


def _resolved(out: Path | str) -> Path:
    out = Path(out)
    return out.resolve() if out.is_symlink() else Path(os.path.abspath(out))


def _check_existing(out: Path, overwrite: bool, marker: str) -> None:
    if not out.exists():
        return
    if not out.is_dir():
        raise OutputRefused(f"{out}: exists and is not a folder\nRemedy: name another folder")
    if not overwrite:
        raise OutputRefused(
            f"{out}: exists already\nRemedy: name another folder, or add --overwrite to replace it"
        )
    if any(out.iterdir()) and not (out / marker).is_file():
        raise OutputRefused(
            f"{out}: holds files but no {marker}, so it is not a result that --overwrite may replace\n"
            "Remedy: name another folder, or empty this one yourself"
        )


@contextmanager
def _refusing(out: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputRefused(
            f"{out}: cannot be written ({error.strerror or type(error).__name__}); nothing was left behind\n"
            "Remedy: free space on the disk or choose a place where you may write"
        ) from error


@contextmanager
def _parents(out: Path) -> Iterator[None]:
    """Make the folders above ``out``; take those away again if what follows fails."""
    made = []
    folder = out.parent
    while not folder.exists():
        made.append(folder)
        folder = folder.parent
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        yield
    except BaseException:
        for folder in made:
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        raise


def _write(folder: Path, name: str, content: Content) -> None:
    relative = PurePosixPath(name)
    if relative.is_absolute() or ".." in relative.parts or not relative.parts:
        raise ValueError(f"{name!r} is not a path inside the folder")
    path = folder / relative
    path.parent.mkdir(parents=True, exist_ok=True)
    if callable(content):
        content(path)
        _flush(path)
        return
    with open(path, "xb") as stream:
        stream.write(content.encode() if isinstance(content, str) else content)
        stream.flush()
        os.fsync(stream.fileno())


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _put_in_place(hidden: Path, out: Path, overwrite: bool, marker: str) -> None:
    _check_existing(out, overwrite, marker)
    old, gone = (hidden.with_name(hidden.name.replace(f".{_NEW}-", f".{k}-")) for k in (_OLD, _GONE))
    if out.exists():
        out.rename(old)
    try:
        hidden.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    if old.exists():
        old.rename(gone)
    _flush(out.parent)
    shutil.rmtree(gone, ignore_errors=True)


def _recover(out: Path) -> None:
    """Clear what a killed run left beside ``out``; put the old folder back if that is all there is."""
    if not out.parent.is_dir():
        return
    for kind in (_OLD, _NEW, _GONE):
        start = f".{out.name}.{kind}-"
        for left in sorted(p for p in out.parent.iterdir() if p.name.startswith(start)):
            if _is_alive(left.name[len(start) :].partition("-")[0]):
                continue
            if kind == _OLD and not out.exists():
                left.rename(out)
            else:
                shutil.rmtree(left, ignore_errors=True)


def _is_alive(pid: str) -> bool:
    try:
        os.kill(int(pid), 0)
    except (ProcessLookupError, ValueError):
        return False
    except PermissionError:
        return True
    return True
