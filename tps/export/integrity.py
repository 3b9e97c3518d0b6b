"""Whether the files of a plan folder are still those that were written together.

A plan folder says one thing in several files.  Where one of them is edited, the others go on saying the old
one, and whoever reads the folder next takes either.  So ``plan.json`` lists the SHA-256 of every file written
with it, its own included, and every command that reads a file of the folder looks at all of them first.
"""

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path

from tps.errors import BadInput
from tps.export.agreement import contradictions
from tps.export.plan_json import PLAN_JSON, SCHEMA, PlanFile, dump, read_plan_json

# What tells a plan.json of ours, of whatever version, from another program's.
FAMILY = SCHEMA.partition("/")[0]
OUR_KEYS = {"needles", "seeds", "prescription"}

# Stands in the place of the sum of plan.json while that sum is taken.
BLANK = "0" * 64

_REMEDY = (
    "put back the files as they were written, or plan again; to use changed seeds or contours, copy the file"
    " to a folder of its own"
)

NO_SUMS = "plan.json lists no sums of its files (an older version wrote it): an edited file may go unseen"


def sums_of(folder: Path) -> dict[str, str]:
    """SHA-256 (hex) of every file in a folder and below, by relative path with ``/``; plan.json left out."""
    files = sorted(p for p in folder.rglob("*") if p.is_file() and p != folder / PLAN_JSON)
    return {p.relative_to(folder).as_posix(): _sum_of_file(p) for p in files}


def sealed(document: dict, sums: dict[str, str]) -> str:
    """The text of ``plan.json`` with the sums of its files, its own among them.

    Parameters
    ----------
    document : dict
    sums : dict of str to str
        As ``sums_of`` gives them.
    """
    text = dump(document | {"files": sums | {PLAN_JSON: BLANK}})
    return _with_sum(text, BLANK, _sum(text.encode()))


def _with_sum(text: str, old: str, new: str) -> str:
    return text.replace(f'"{PLAN_JSON}": "{old}"', f'"{PLAN_JSON}": "{new}"')


def _sum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _sum_of_file(path: Path) -> str:
    with open(path, "rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def check_beside_plan(*paths: Path | str) -> tuple[str, ...]:
    """Refuse files that lie in a plan folder whose files contradict each other.

    Parameters
    ----------
    paths : path-like
        Files that are about to be read, or a plan folder itself.

    Returns
    -------
    tuple of str
        What is unusual about the folders; empty where the paths lie in no plan folder.

    Raises
    ------
    BadInput
        As ``check_plan_folder``.
    """
    resolved = [Path(p).resolve() for p in paths]
    folders = dict.fromkeys(p if p.is_dir() else p.parent for p in resolved)
    notes = [note for folder in folders if is_plan_folder(folder) for note in check_plan_folder(folder)]
    return tuple(dict.fromkeys(notes))


def plan_folders(path: Path | str) -> tuple[Path, ...]:
    """Plan folders at a path and below it."""
    root = Path(path)
    if not root.is_dir():
        return ()
    return tuple(sorted(p.parent for p in root.rglob(PLAN_JSON) if is_plan_folder(p.parent)))


def is_plan_folder(folder: Path) -> bool:
    """True if the folder holds a ``plan.json`` that is ours, whole or damaged, and not another program's."""
    path = folder / PLAN_JSON
    if not path.is_file():
        return False
    try:
        document = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return True
    if not isinstance(document, dict):
        return False
    return str(document.get("schema", "")).startswith(FAMILY) or OUR_KEYS <= set(document)


def is_verified(folder: Path) -> bool:
    """Whether a plan folder tells what was delivered; raises ``BadInput`` for one that cannot be read."""
    return bool((read_plan_json(folder).model_extra or {}).get("delivered"))


def check_plan_folder(folder: Path) -> tuple[str, ...]:
    """Refuse a plan folder whose files are not those that were written together.

    Parameters
    ----------
    folder : Path

    Returns
    -------
    tuple of str
        What is unusual: that there are no sums, say.

    Raises
    ------
    BadInput
        If ``plan.json`` cannot be read, a file is not the one it lists, or files that are there contradict
        each other; the message names them.  A file that is missing is no contradiction.
    """
    file = read_plan_json(folder)
    changed = changed_files(folder, file)
    if changed:
        one = len(changed) == 1
        raise BadInput(
            f"{_listed(changed)} {'is' if one else 'are'} not as written with this plan",
            where=str(folder),
            expected="the files that were written together, unchanged",
            remedy=_REMEDY,
        )
    found = contradictions(folder, file)
    if found:
        raise BadInput(
            "; ".join(found), where=str(folder), expected="files that say the same", remedy=_REMEDY
        )
    return () if file.files else (NO_SUMS,)


def changed_files(folder: Path, file: PlanFile) -> list[str]:
    """Names of the files that are there and differ from the sums that ``plan.json`` lists."""
    changed = []
    for name, wanted in file.files.items():
        path = folder / name
        if name == PLAN_JSON:
            text = path.read_bytes().decode("utf-8", errors="replace")
            found = _sum(_with_sum(text, wanted, BLANK).encode())
        else:
            found = _sum_of_file(path) if path.is_file() else wanted
        if found != wanted:
            changed.append(name)
    return sorted(changed)


def _listed(names: Iterable[str]) -> str:
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last
