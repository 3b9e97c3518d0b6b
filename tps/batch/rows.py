"""Rows of the final table, made from the journal; with pseudonyms unless identities are asked for."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from tps.batch.find.item import Item
from tps.batch.run.journal import Journal
from tps.dicom.identity.identifying import Identifying
from tps.formats.visible import shown

# A DICOM UID inside a sentence: numbers have one dot only, versions of programs are shorter.
_UID = re.compile(r"\b(?=[\d.]{12})[0-2](?:\.\d+){2,}\b")


def table_rows(items: Sequence[Item], journal: Journal, identify: bool) -> Iterator[dict]:
    """Rows of the final table in the order of the items; read from the journal one plan at a time.

    Beside the table's columns a row has ``drawn_roi``: the region's name as it is in the files.
    """
    for item in items:
        entry = journal.read(item.case)
        who = {"case": item.case, "patient": item.patient}
        if identify:
            who |= {
                "patient_id": item.patient_id,
                "plan_uid": item.plan_uid,
                "plan_file": shown(item.plan_file),
            }
        if entry["status"] != "ok":
            message = one_line(entry["message"])
            message = message if identify else without_identity(message, item)
            yield who | {"status": "failed", "message": message}
            continue
        names = {} if identify else _hidden(item).renamed(row["roi"] for row in entry["rows"])
        for row in entry["rows"]:
            warnings = row["warnings"] if identify else without_identity(row["warnings"], item)
            told = {"roi": names.get(row["roi"], row["roi"]), "warnings": shown(warnings)}
            yield who | row | told | {"drawn_roi": row["roi"]}


def _hidden(item: Item) -> Identifying:
    return Identifying(frozenset(item.words))


def one_line(message: str) -> str:
    """A message in a cell of a table."""
    return shown(" | ".join(message.splitlines()))


def without_identity(message: str, item: Item) -> str:
    """The message with paths, names and identifiers replaced: a path or a region's name may hold a name."""
    for part, path in item.files.items():
        for name in (path, shown(path), Path(path).name, shown(Path(path).name)):
            message = message.replace(name, f"<{part} file>")
    if len(item.patient_id) > 2:
        message = message.replace(item.patient_id, "<identifier>")
    return _UID.sub("<UID>", _hidden(item).without(message))
