"""Which files of a folder this program wrote, by what the folder itself says.

A folder is ours only by the text of its mark (``plan.json`` of a plan), never by the name of a file, and only
the files listed there were written by us: somebody may have put others beside them.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tps.errors import OutputRefused

# A list of files is small; what is larger is somebody else's.
MAX_MARK_BYTES = 50_000_000


@dataclass(frozen=True)
class Mark:
    """The file by which a folder of ours tells what it is and what belongs to it.

    Parameters
    ----------
    name : str
        A JSON file whose ``files`` lists relative paths with ``/``.
    family : str
        What its ``schema`` begins with.
    """

    name: str
    family: str

    def files_in(self, folder: Path) -> frozenset[str]:
        """Relative paths of the files that the folder lists, the mark among them.

        Raises
        ------
        OutputRefused
            If the folder has no such mark, or it lists no files: nothing in it may then be replaced.
        """
        document = _document(folder / self.name)
        if document is None:
            raise OutputRefused(
                f"{folder}: holds files but no {self.name} of this program, so it is not a result that"
                " --overwrite may replace\nRemedy: name another folder, or empty this one yourself"
            )
        schema = document.get("schema")
        if not isinstance(schema, str) or not schema.startswith(self.family):
            said = repr(schema[:40]) if isinstance(schema, str) else "not stated"
            raise OutputRefused(
                f"{folder}: its {self.name} is not one of this program (schema {said}), so"
                " --overwrite replaces nothing in it\nRemedy: name another folder"
            )
        listed = document.get("files")
        if not listed or not isinstance(listed, list | dict) or not all(map(is_inside, listed)):
            raise OutputRefused(
                f"{folder}: its {self.name} does not list the files that belong to it (an older version wrote"
                " it), so --overwrite cannot tell them from others\n"
                "Remedy: name another folder, or remove this one yourself"
            )
        return frozenset(PurePosixPath(name).as_posix() for name in listed) | {self.name}


PLAN = Mark("plan.json", "seedwright-plan")


def is_inside(name) -> bool:
    """True if ``name`` is a relative path that stays in its folder."""
    if not isinstance(name, str) or "\0" in name:
        return False
    path = PurePosixPath(name)
    return not path.is_absolute() and ".." not in path.parts and bool(path.parts)


def _document(path: Path) -> dict | None:
    try:
        if path.is_symlink() or path.stat().st_size > MAX_MARK_BYTES:
            return None
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def foreign_entries(folder: Path, owned: frozenset[str]) -> Iterator[str]:
    """Relative paths of what lies in a folder and is not owned: files, links, and folders that stay.

    A folder comes before what it holds; one of which every file is owned does not come.
    """
    for name in sorted(os.listdir(folder)):
        yield from _foreign_at(folder, name, owned)


def _foreign_at(root: Path, name: str, owned: frozenset[str]) -> Iterator[str]:
    path = root / name
    if path.is_symlink() or not path.is_dir():
        if name not in owned:
            yield name
        return
    below = [
        entry for child in sorted(os.listdir(path)) for entry in _foreign_at(root, f"{name}/{child}", owned)
    ]
    if below or not any(other.startswith(f"{name}/") for other in owned):
        yield name
        yield from below


def check_inputs(replaced: Mapping[Path, Iterable[str]], inputs: Iterable[Path | str]) -> None:
    """Refuse to replace files that are read to make the new ones.

    Parameters
    ----------
    replaced : dict of Path to iterable of str
        Folder to relative paths in it that would be replaced.
    inputs : iterable of path
        Files and folders that are read; of a folder, the files that lie in it directly.

    Raises
    ------
    OutputRefused
        If one of them is among those.
    """
    files = {os.path.realpath(out / name): out / name for out, names in replaced.items() for name in names}
    above = {os.path.dirname(path): file for path, file in files.items()}
    for given in inputs:
        path = os.path.realpath(given)
        file = files.get(path) or above.get(path)
        if file is not None:
            raise OutputRefused(
                f"{given}: is read, and {file} would be replaced; nothing was written\n"
                "Remedy: name another folder to write, or copy the input elsewhere first"
            )


def check_replaceable(path: Path, is_ours: Callable[[Path], bool], what: str) -> None:
    """Refuse to write over a file that is not an earlier one of its kind.

    Parameters
    ----------
    path : Path
        That is about to be written.
    is_ours : callable
        Whether what is there is one, by its content; an empty file may always be replaced.
    what : str
        The kind in words.

    Raises
    ------
    OutputRefused
        If another file, or a folder, is there.
    """
    if path.is_dir():
        raise OutputRefused(
            f"{path}: is a folder, expected the name of a file to write; nothing was written.\n"
            "Remedy: give a file in it, or another name"
        )
    try:
        ours = not path.exists() or not path.stat().st_size or is_ours(path)
    except OSError:
        ours = False
    if not ours:
        raise OutputRefused(
            f"{path}: is not {what}, so it is not replaced; nothing was written.\n"
            "Remedy: give another file to write, or move that one away"
        )
