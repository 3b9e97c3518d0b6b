"""What a batch is about to write, and whether that may stand in the place of what is there."""

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tps.errors import OutputRefused, WrongUsage
from tps.formats.csv_table import heading_of
from tps.formats.owned import check_replaceable
from tps.formats.whole_file import FOLDER_MODE

# The page of a batch says in its head who wrote it; that is at its very beginning.
PAGE_MARK = b'<meta name="generator" content="seedwright'
_PAGE_HEAD_BYTES = 2_000


@dataclass(frozen=True)
class Output:
    """A file to be written.

    Parameters
    ----------
    path : Path
    is_ours : callable
        Whether a file that is there is an earlier one of this kind, by its content.
    what : str
        The kind in words.
    """

    path: Path
    is_ours: Callable[[Path], bool]
    what: str


def csv_output(path: Path, columns: Sequence[str]) -> Output:
    """A table whose heading begins with ``columns``."""
    wanted = tuple(columns)
    return Output(path, lambda p: heading_of(p)[: len(wanted)] == wanted, "a table of this command")


def page_output(path: Path) -> Output:
    """A page of a batch."""
    return Output(path, _is_page, "a page of this command")


def _is_page(path: Path) -> bool:
    with open(path, "rb") as stream:
        return PAGE_MARK in stream.read(_PAGE_HEAD_BYTES)


def parquet_output(path: Path, columns: Sequence[str]) -> Output:
    """The same table as Parquet."""
    return Output(
        path, lambda p: _parquet_columns(p)[: len(columns)] == list(columns), "a table of this command"
    )


def _parquet_columns(path: Path) -> list[str]:
    from tps.batch.table import require_pyarrow

    pa = require_pyarrow()
    try:
        return pa.parquet.read_schema(path).names
    except (pa.ArrowException, OSError):
        return []


def dose_output(path: Path) -> Output:
    """An RTDOSE that this program wrote."""
    from tps.dicom.rt.header import is_own_file

    return Output(path, is_own_file, "a dose of this program")


def check_outputs(
    outputs: Sequence[Output],
    journal: Path,
    resume: bool,
    overwrite: bool,
    inputs: Iterable[Path | str] = (),
) -> None:
    """Refuse to write over what is there unless told to, and over what is not ours; make the folders.

    Parameters
    ----------
    outputs : sequence of Output
    journal : Path
    resume, overwrite : bool
    inputs : iterable of path
        What is read.

    Raises
    ------
    OutputRefused
        If a file exists and neither ``resume`` nor ``overwrite`` is set, or it is not an earlier one of its
        kind, or is an input, or a folder stands in its place, or a folder cannot be made.
    WrongUsage
        If both are set, or two outputs are one file.
    """
    if resume and overwrite:
        raise WrongUsage("--resume keeps what is done, --overwrite throws it away; give one of them")
    files = [output.path for output in outputs]
    _check_apart([*files, journal])
    there = [path for path in (*files, journal) if os.path.lexists(path)]
    read = {os.path.realpath(path) for path in inputs} if there else set()
    for path in there:
        if os.path.realpath(path) in read:
            raise OutputRefused(
                f"{path}: is also read; nothing was written.\nRemedy: give another file to write"
            )
    if there and not resume and not overwrite:
        raise OutputRefused(
            f"{there[0]}: is there already; nothing was written.\n"
            "Remedy: --resume to continue that run, --overwrite to start it again, or another --out"
        )
    for output in outputs:
        check_replaceable(output.path, output.is_ours, output.what)
    try:
        for path in files:
            path.parent.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
    except OSError as error:
        raise OutputRefused(f"{error.filename}: cannot be made ({error.strerror})") from error


def _check_apart(files: Sequence[Path]) -> None:
    seen: dict[str, Path] = {}
    for path in files:
        real = os.path.realpath(path)
        if real in seen:
            raise WrongUsage(
                f"{path} would be written twice; give each of --out, --key and --write-dose its own"
            )
        seen[real] = path
