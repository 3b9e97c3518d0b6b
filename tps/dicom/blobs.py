"""Where DICOM bytes come from: a file, a folder, or a ZIP read in memory."""

import os
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tps.errors import BadInput

# No single object of a planning case comes near this; a longer file is a mistake or an attack.
MAX_FILE_BYTES = 2 * 1024**3

# What all members of a ZIP may unpack to together: far more than a 512 x 512 x 2000 CT.
MAX_ZIP_BYTES = 4 * 1024**3

# A member that unpacks to this many times its packed size is a bomb, not a CT (CT packs 2- to 5-fold; an
# empty image up to about 1000-fold, which is why small members are let through).
MAX_ZIP_RATIO = 200
ZIP_RATIO_FREE_BYTES = 16 * 1024**2

# A folder with more files than this is a disk, not a case.
MAX_FILES = 50_000


@dataclass(frozen=True, eq=False)
class Blob:
    """The bytes of one file, read when asked for.

    Parameters
    ----------
    name : str
        Path relative to what the user named, for messages.
    read : callable
        Returns the bytes; every call returns the same ones.
    """

    name: str
    read: Callable[[], bytes]


def read_file(path: Path) -> bytes:
    """Bytes of a file; ``BadInput`` where it cannot be read or is too long."""
    try:
        size = path.stat().st_size
        if size > MAX_FILE_BYTES:
            raise BadInput(
                f"the file has {size / 1e9:.1f} GB",
                where=path.name,
                expected=f"at most {MAX_FILE_BYTES / 1e9:.1f} GB",
                remedy="check that this is a DICOM file",
            )
        return path.read_bytes()
    except OSError as error:
        raise BadInput(
            f"cannot be read ({error.strerror or type(error).__name__})",
            where=str(path),
            remedy="check the path and the access rights",
        ) from error


def list_blobs(path: Path | str) -> tuple[Blob, ...]:
    """All files at ``path``: one file, a folder with its sub-folders, or a ZIP.

    Files whose name starts with a dot are left out.  Links to folders are not followed.

    Raises
    ------
    BadInput
        If there is nothing at ``path``, the folder is empty, or a ZIP is damaged or unpacks to too much.
    """
    path = Path(path)
    if path.is_dir():
        blobs = tuple(_of_folder(path))
        if not blobs:
            raise BadInput("the folder is empty", where=str(path), expected="a folder of DICOM files")
        return blobs
    if not path.is_file():
        raise BadInput("there is no such file or folder", where=str(path), remedy="check the path")
    if _is_zip(path):
        return tuple(_of_zip(path))
    return (Blob(path.name, lambda: read_file(path)),)


def _of_folder(folder: Path) -> Iterator[Blob]:
    found = []
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        found += [Path(root) / name for name in names if not name.startswith(".")]
        if len(found) > MAX_FILES:
            raise BadInput(
                f"the folder holds more than {MAX_FILES} files",
                where=str(folder),
                remedy="name the folder of one scan",
            )
    for file in sorted(found):
        if file.is_file():
            yield Blob(str(file.relative_to(folder)), lambda file=file: read_file(file))


def _is_zip(path: Path) -> bool:
    with open(path, "rb") as stream:
        return stream.read(4) in (b"PK\x03\x04", b"PK\x05\x06")


def _of_zip(path: Path) -> Iterator[Blob]:
    """Members of a ZIP, unpacked in memory only: a path inside it names nothing on this machine."""
    try:
        with zipfile.ZipFile(path) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise BadInput(f"the ZIP is damaged ({error})", where=path.name, remedy="copy it again") from error
    if len(members) > MAX_FILES or sum(m.file_size for m in members) > MAX_ZIP_BYTES:
        raise BadInput(
            f"the ZIP promises {len(members)} files of {sum(m.file_size for m in members) / 1e9:.1f} GB",
            where=path.name,
            expected=f"at most {MAX_FILES} files of {MAX_ZIP_BYTES / 1e9:.1f} GB together",
            remedy="unpack it and name the folder of one scan",
        )
    for member in sorted(members, key=lambda m: m.filename):
        if not PurePosixPath(member.filename).name.startswith("."):
            yield Blob(f"{path.name}:{member.filename}", lambda member=member: _read_member(path, member))


def _read_member(path: Path, member: zipfile.ZipInfo) -> bytes:
    where = f"{path.name}:{member.filename}"
    if member.file_size > max(ZIP_RATIO_FREE_BYTES, MAX_ZIP_RATIO * member.compress_size):
        raise BadInput(
            f"{member.compress_size} bytes promise to unpack to {member.file_size}",
            where=where,
            expected=f"at most {MAX_ZIP_RATIO}-fold",
            remedy="unpack the ZIP yourself and name the folder",
        )
    try:
        with zipfile.ZipFile(path) as archive, archive.open(member) as stream:
            content = stream.read(member.file_size + 1)
    except RuntimeError as error:  # zipfile's way to say that a password is needed
        raise BadInput("the ZIP is encrypted", where=where, remedy="unpack it and name the folder") from error
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise BadInput(f"the ZIP is damaged ({error})", where=where, remedy="copy it again") from error
    if len(content) != member.file_size:
        raise BadInput(
            f"unpacks to other than the {member.file_size} bytes its entry promises",
            where=where,
            remedy="copy the ZIP again",
        )
    return content
