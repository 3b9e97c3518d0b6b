"""The files below a folder: every one once, whatever links lead there, and what could not be looked into."""

import os
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from tps.errors import BadInput
from tps.formats.visible import shown


@dataclass(frozen=True)
class FileTree:
    """What a walk through a folder found.

    Parameters
    ----------
    files : tuple of Path
        In the order of their paths, below the folder as it was named.
    unread : tuple of (Path, str)
        Folders that could not be opened and links that lead nowhere, each with the reason.
    """

    files: tuple[Path, ...]
    unread: tuple[tuple[Path, str], ...] = ()


def walk(root: Path, most: int) -> FileTree:
    """All files below a folder.

    Names that begin with a dot are left out.  Links are followed once everything that is no link has been
    seen, and only to what has not: a file or folder is found once, and circles end.

    Parameters
    ----------
    root : Path
        A folder.
    most : int
        Number of files at which to give up.

    Raises
    ------
    BadInput
        If there are more files.
    """
    walker = _Walker(root, most)
    walker.folder(root)
    while walker.links:
        links, walker.links = sorted(walker.links), []
        for link in links:
            walker.link(link)
    return FileTree(tuple(sorted(walker.files)), tuple(sorted(walker.unread)))


class _Walker:
    """State of one walk."""

    def __init__(self, root: Path, most: int):
        self.root, self.most = root, most
        self.files: list[Path] = []
        self.links: list[Path] = []
        self.unread: list[tuple[Path, str]] = []
        self.seen: set[tuple[int, int]] = set()

    def folder(self, folder: Path) -> None:
        """Look through a folder and those below it; keep links for later."""
        waiting = [folder]
        while waiting:
            here = waiting.pop()
            try:
                if not self._is_new(os.stat(here)):
                    continue
                entries = sorted(os.scandir(here), key=lambda e: e.name)
            except OSError as error:
                self.unread.append((here, error.strerror or type(error).__name__))
                continue
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_symlink():
                    self.links.append(Path(entry.path))
                elif entry.is_dir():
                    waiting.append(Path(entry.path))
                elif entry.is_file():  # a pipe or a device may wait for ever
                    self._add(Path(entry.path), entry.stat())

    def link(self, link: Path) -> None:
        """Follow a link to what has not been seen."""
        try:
            found = link.stat()
        except OSError as error:
            self.unread.append((link, f"the link leads nowhere ({error.strerror or type(error).__name__})"))
            return
        if link.is_dir():
            self.folder(link)
        elif link.is_file():
            self._add(link, found)

    def _is_new(self, found: os.stat_result) -> bool:
        place = found.st_dev, found.st_ino
        is_new = place not in self.seen
        self.seen.add(place)
        return is_new

    def _add(self, file: Path, found: os.stat_result) -> None:
        if not self._is_new(found):
            return
        self.files.append(file)
        if len(self.files) > self.most:
            raise BadInput(
                f"the folder holds more than {self.most} files",
                where=shown(self.root),
                remedy="name the folder of one scan",
            )


def shell_word(path: Path | str) -> str:
    """A path as a shell takes it, whatever bytes its name has."""
    name = str(path)
    if name == shown(path):
        return quote(name)
    plain = set(range(0x20, 0x7F)) - set(b"\\'")
    escaped = "".join(chr(b) if b in plain else f"\\x{b:02x}" for b in os.fsencode(name))
    return f"$'{escaped}'"
