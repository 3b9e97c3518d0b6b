"""Write a folder of results: all of it or nothing, whatever happens on the way.

The files go into a hidden folder beside the destination, are flushed to the disk, and the hidden folder is
renamed to the destination in one step.  Where a destination is replaced, only the files that it lists itself
go; everything else in it is taken over into the new folder before that step.  Killed at any moment, the
destination is the complete old folder, the complete new one, or absent; what was left beside it is put back
or cleared away by the next run.

What is written may tell of a patient: folders are for their owner alone, and so are the files.
"""

import os
import re
import shutil
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from tps.errors import OutputRefused
from tps.formats.owned import PLAN, Mark, check_inputs, foreign_entries, is_inside
from tps.formats.whole_file import FILE_MODE, FOLDER_MODE

Content = bytes | str | Callable[[Path], None]

# Hidden neighbours of the destination: being written; moved out of the way, complete; being deleted.
_NEW, _OLD, _GONE = "new", "old", "gone"


def check_destination(
    out: Path | str, *, overwrite: bool = False, mark: Mark = PLAN, inputs: Iterable[Path | str] = ()
) -> None:
    """Find out before the work begins whether its result could be written.

    Parameters
    ----------
    out : path
        Folder to be written.
    overwrite : bool
        Whether it may replace one that is ours.
    mark : Mark
        By which a folder is known to be ours.
    inputs : iterable of path
        What is read to make it.

    Raises
    ------
    OutputRefused
        If the folder exists and may not be replaced, an input is among the files that would be replaced, or
        no folder can be made there.
    """
    out = _resolved(out)
    with _refusing(out):
        _recover(out)
        owned = _replaceable(out, overwrite, mark)
        check_inputs({out: owned}, inputs)
        parent = out.parent
        while not parent.exists():
            parent = parent.parent
    if not parent.is_dir() or not os.access(parent, os.W_OK | os.X_OK):
        raise OutputRefused(
            f"{out}: no folder can be made in {parent}\nRemedy: choose a place where you may write"
        )


def write_folder(
    out: Path | str, files: Mapping[str, Content], *, overwrite: bool = False, mark: Mark = PLAN
) -> Path:
    """Write ``files`` as the folder ``out``, all or nothing.

    Parameters
    ----------
    out : path
        Folders above it are made as needed.
    files : dict of str to bytes, str or callable
        Relative path with ``/`` to content; a callable is given the path it has to write.
    overwrite : bool
        Replace those files of an existing folder that its mark lists; what else lies there stays.
    mark : Mark

    Returns
    -------
    Path
        The folder.

    Raises
    ------
    OutputRefused
        If the folder exists and may not be replaced, or the disk is full or not writable.  Nothing is left
        behind, and an existing folder is as it was.
    """

    def fill(hidden: Path) -> None:
        for name, content in files.items():
            _write(hidden, name, content)

    return fill_folder(out, fill, overwrite=overwrite, mark=mark)


def fill_folder(
    out: Path | str, fill: Callable[[Path], None], *, overwrite: bool = False, mark: Mark = PLAN
) -> Path:
    """As ``write_folder``, of whatever ``fill`` writes into the empty folder it is given.

    Parameters
    ----------
    out : path
    fill : callable
    overwrite : bool
    mark : Mark

    Raises
    ------
    OutputRefused
        As ``write_folder``.
    """
    out = _resolved(out)
    check_destination(out, overwrite=overwrite, mark=mark)
    with _refusing(out), _parents(out):
        hidden = out.with_name(f".{out.name}.{_NEW}-{os.getpid()}-{uuid.uuid4().hex[:8]}")
        try:
            hidden.mkdir(mode=FOLDER_MODE)
            fill(hidden)
            _make_private(hidden)
            for folder, _, _ in os.walk(hidden):
                _flush(Path(folder))
            _put_in_place(hidden, out, overwrite, mark)
        finally:
            shutil.rmtree(hidden, ignore_errors=True)
    return out


def _resolved(out: Path | str) -> Path:
    out = Path(out)
    return out.resolve() if out.is_symlink() else Path(os.path.abspath(out))


def _replaceable(out: Path, overwrite: bool, mark: Mark) -> frozenset[str]:
    """Relative paths of the files that may be replaced."""
    if not out.exists():
        return frozenset()
    if not out.is_dir():
        raise OutputRefused(f"{out}: exists and is not a folder\nRemedy: name another folder")
    if not overwrite:
        raise OutputRefused(
            f"{out}: exists already\nRemedy: name another folder, or add --overwrite to replace it"
        )
    return mark.files_in(out) if any(out.iterdir()) else frozenset()


def _take_over(out: Path, hidden: Path, owned: frozenset[str]) -> None:
    """Put what is not ours in the old folder into the new one too, without moving it away from the old.

    Raises
    ------
    OutputRefused
        If one of the new files has its name, or another disk is mounted there.
    """
    for name in foreign_entries(out, owned):
        old, new = out / name, hidden / name
        is_folder = old.is_dir() and not old.is_symlink()
        if os.path.ismount(old):
            raise OutputRefused(
                f"{old}: another disk is mounted there, so the folder is not replaced\n"
                "Remedy: name another folder"
            )
        if os.path.lexists(new) and not (is_folder and new.is_dir()):
            raise OutputRefused(
                f"{old}: is in the way, and was not written by this program; nothing was replaced\n"
                "Remedy: name another folder, or move that file away"
            )
        if is_folder:
            new.mkdir(exist_ok=True)
            shutil.copystat(old, new)
        else:
            _link(old, new)


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:  # a disk that knows no links
        shutil.copy2(old, new, follow_symlinks=False)


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
    if not is_inside(name):
        raise ValueError(f"{name!r} is not a path inside the folder")
    path = folder / PurePosixPath(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    if callable(content):
        content(path)
        return
    with open(path, "xb") as stream:
        stream.write(content.encode() if isinstance(content, str) else content)


def _make_private(folder: Path) -> None:
    """Close folders and files to others, and flush the files."""
    for above, _, names in os.walk(folder):
        os.chmod(above, FOLDER_MODE)
        for name in names:
            path = Path(above, name)
            os.chmod(path, FILE_MODE)
            _flush(path)


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _put_in_place(hidden: Path, out: Path, overwrite: bool, mark: Mark) -> None:
    owned = _replaceable(out, overwrite, mark)
    if out.exists():
        _take_over(out, hidden, owned)
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
        # Somebody's own hidden folder may be named much like ours.
        ours = re.compile(re.escape(f".{out.name}.{kind}-") + r"(\d+)-[0-9a-f]{8}")
        for left in sorted(out.parent.iterdir()):
            match = ours.fullmatch(left.name)
            if not match or left.is_symlink() or _is_alive(match[1]):
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
