"""Rows of the final table, made from the journal; with pseudonyms unless identities are asked for."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tps.batch.item import Item
from tps.batch.journal import Journal


def table_rows(items: Sequence[Item], journal: Journal, identify: bool) -> Iterator[dict]:
    """Rows of the final table in the order of the items; read from the journal one plan at a time."""
    for item in items:
        entry = journal.read(item.case)
        who = {"case": item.case, "patient": item.patient}
        if identify:
            who |= {"patient_id": item.patient_id, "plan_uid": item.plan_uid, "plan_file": item.plan_file}
        if entry["status"] != "ok":
            message = entry["message"].replace("\n", " ")
            yield who | {"status": "failed", "message": message if identify else without_paths(message, item)}
            continue
        for row in entry["rows"]:
            yield who | row


def without_paths(message: str, item: Item) -> str:
    """The message with the item's paths replaced by what they are: a path may hold a name."""
    for part, path in item.files.items():
        message = message.replace(path, f"<{part} file>").replace(Path(path).name, f"<{part} file>")
    for uid in (item.plan_uid, item.patient_id):
        message = message.replace(uid, "<identifier>") if len(uid) > 2 else message
    return message
