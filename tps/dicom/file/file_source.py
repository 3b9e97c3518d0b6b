"""Where DICOM bytes come from: a file, a folder, or a ZIP read in memory."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from tps.dicom.file.file_tree import walk
from tps.errors import BadInput
from tps.formats.visible import shown

# No single object of a planning case comes near this; a longer file is a mistake or an attack.
MAX_FILE_BYTES = 2 * 1024**3

# What all members of a ZIP may unpack to together, and one alone: far more than a 512 x 512 x 2000 CT.
MAX_ZIP_BYTES = 4 * 1024**3
MAX_MEMBER_BYTES = 1024**3

# A member that unpacks to this many times its packed size is a bomb, not a CT (CT packs 2- to 5-fold, a
# structure set 10-fold; an empty image up to about 1000-fold, which is why small members are let through).
MAX_ZIP_RATIO = 25
ZIP_RATIO_FREE_BYTES = 64 * 1024**2

# A folder with more files than this is a disk, not a case.
MAX_FILES = 50_000

# What zipfile raises on bytes that are no ZIP, or no longer one.
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError)


@dataclass(frozen=True, eq=False)
class Blob:
    """The bytes of one file, read when asked for.

    Parameters
    ----------
    name : str
        Path relative to what the user named, for messages.
    read : callable
        Returns the bytes; every call returns the same ones.
    head : callable
        Returns the first so many bytes.
    path : Path, optional
        Of the file; None within a ZIP.
    """

    name: str
    read: Callable[[], bytes]
    head: Callable[[int], bytes]
    path: Path | None = None


@dataclass(frozen=True)
class Listing:
    """All files at a path, and what of it could not be looked into: (name, why)."""

    blobs: tuple[Blob, ...]
    unread: tuple[tuple[str, str], ...] = ()


def read_file(path: Path) -> bytes:
    """Bytes of a file; ``BadInput`` where it cannot be read or is too long."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise BadInput(
                f"the file has {size / 1e9:.1f} GB",
                where=shown(path.name),
                expected=f"at most {MAX_FILE_BYTES / 1e9:.1f} GB",
                remedy="check that this is a DICOM file",
            )
        return path.read_bytes()
    except OSError as error:
        raise _unreadable(path, error) from error


def _head_of(path: Path, count: int) -> bytes:
    try:
        with open(path, "rb") as stream:
            return stream.read(count)
    except OSError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: OSError) -> BadInput:
    return BadInput(
        f"cannot be read ({error.strerror or type(error).__name__})",
        where=shown(path),
        remedy="check the path and the access rights",
    )


def list_blobs(path: Path | str) -> tuple[Blob, ...]:
    """All files at ``path``: one file, a folder with its sub-folders, or a ZIP.

    Files whose name starts with a dot are left out.  Links are followed, to each file and folder once.

    Raises
    ------
    BadInput
        If there is nothing at ``path``, the folder is empty, part of it cannot be opened, or a ZIP is
        damaged or unpacks to too much.
    """
    found = look_into(path)
    if found.unread:
        named = "; ".join(f"{name} ({why})" for name, why in found.unread[:_NAMED])
        more = f" and {len(found.unread) - _NAMED} more" if len(found.unread) > _NAMED else ""
        raise BadInput(
            f"part of it cannot be read: {named}{more}",
            where=shown(path),
            expected="a folder that can be read as a whole: slices may be missing otherwise",
            remedy="check the access rights and the links, or name another folder",
        )
    return found.blobs


_NAMED = 5


def look_into(path: Path | str) -> Listing:
    """As ``list_blobs``, but what cannot be opened is told, not refused."""
    path = Path(path)
    if path.is_dir():
        tree = walk(path, MAX_FILES)
        unread = tuple((shown(p.relative_to(path)), why) for p, why in tree.unread)
        if not tree.files and not unread:
            raise BadInput("the folder is empty", where=shown(path), expected="a folder of DICOM files")
        return Listing(tuple(_of_file(file, str(file.relative_to(path))) for file in tree.files), unread)
    if not path.is_file():
        raise BadInput("there is no such file or folder", where=shown(path), remedy="check the path")
    if _head_of(path, 4) in (b"PK\x03\x04", b"PK\x05\x06"):
        return Listing(tuple(_of_zip(path)))
    return Listing((_of_file(path, path.name),))


def _of_file(file: Path, name: str) -> Blob:
    return Blob(shown(name), lambda: read_file(file), lambda count: _head_of(file, count), file)


def _of_zip(path: Path) -> Iterator[Blob]:
    """Members of a ZIP, unpacked in memory only: a path inside it names nothing on this machine."""
    try:
        archive = zipfile.ZipFile(path)  # stays open as long as a blob of it: its list is read once
        members = [m for m in archive.infolist() if not m.is_dir()]
    except _ZIP_ERRORS as error:
        raise BadInput(
            f"the ZIP is damaged ({error})", where=shown(path.name), remedy="copy it again"
        ) from error
    if len(members) > MAX_FILES or sum(m.file_size for m in members) > MAX_ZIP_BYTES:
        raise BadInput(
            f"the ZIP promises {len(members)} files of {sum(m.file_size for m in members) / 1e9:.1f} GB",
            where=shown(path.name),
            expected=f"at most {MAX_FILES} files of {MAX_ZIP_BYTES / 1e9:.1f} GB together",
            remedy="unpack it and name the folder of one scan",
        )
    for member in sorted(members, key=lambda m: m.filename):
        if not PurePosixPath(member.filename).name.startswith("."):
            where = f"{shown(path.name)}:{shown(member.filename)}"
            yield Blob(
                where,
                partial(_read_member, archive, member, where),
                partial(_unpacked, archive, member, where=where),
            )


def _read_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, where: str) -> bytes:
    most = min(MAX_MEMBER_BYTES, max(ZIP_RATIO_FREE_BYTES, MAX_ZIP_RATIO * member.compress_size))
    if member.file_size > most:
        raise BadInput(
            f"{member.compress_size} bytes promise to unpack to {member.file_size}",
            where=where,
            expected=f"at most {most}: {MAX_ZIP_RATIO}-fold, {MAX_MEMBER_BYTES / 1e9:.1f} GB",
            remedy="unpack the ZIP yourself and name the folder",
        )
    content = _unpacked(archive, member, member.file_size + 1, where)
    if len(content) != member.file_size:
        raise BadInput(
            f"unpacks to other than the {member.file_size} bytes its entry promises",
            where=where,
            remedy="copy the ZIP again",
        )
    return content


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, count: int, where: str) -> bytes:
    """The first so many bytes of a member."""
    try:
        with archive.open(member) as stream:
            return stream.read(count)
    except RuntimeError as error:  # zipfile's way to say that a password is needed
        raise BadInput("the ZIP is encrypted", where=where, remedy="unpack it and name the folder") from error
    except _ZIP_ERRORS as error:
        raise BadInput(f"the ZIP is damaged ({error})", where=where, remedy="copy it again") from error
