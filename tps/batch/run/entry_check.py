"""Whether an entry of a journal is one that this program writes: a fitting checksum alone does not say so."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tps.batch.table import NUMBER, TEXT, WHOLE

# No count and no figure of a plan is larger; tables hold whole numbers of 64 bits.
LARGEST = 2**63

_KINDS: dict[str, Any] = {TEXT: str, WHOLE: int, NUMBER: (int, float)}


@dataclass(frozen=True)
class EntryCheck:
    """What the entries of one kind of run hold.

    Parameters
    ----------
    layout : sequence of (str, str, str)
        Columns of the table: name, kind, meaning.
    needed : tuple of str
        Columns that every row has, with a value.
    needed_of : dict of str to tuple of str
        More such columns, by the row's ``role``.
    positive : tuple of str
        Numbers that are above 0.
    """

    layout: Sequence[tuple[str, str, str]]
    needed: tuple[str, ...]
    needed_of: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    positive: tuple[str, ...] = ()

    def fault(self, entry: dict) -> str:
        """What is wrong with an entry; "" if nothing is."""
        if entry.get("status") == "failed":
            return "" if isinstance(entry.get("message"), str) else "a failure without its message"
        if entry.get("status") != "ok":
            return f"status {str(entry.get('status'))[:20]!r}"
        if not isinstance(entry.get("key"), str):
            return "a result without its key"
        if not _are_seconds(entry.get("timing_s", {})):
            return "times that are no numbers"
        rows = entry.get("rows")
        if not isinstance(rows, list) or not rows:
            return "a result without rows"
        return next((fault for row in rows if (fault := self._row_fault(row))), "")

    def _row_fault(self, row) -> str:
        if not isinstance(row, dict):
            return "a row that is none"
        kinds = {name: kind for name, kind, _ in self.layout}
        needed = (*self.needed, *self.needed_of.get(str(row.get("role")), ()))
        missing = [name for name in needed if row.get(name) is None]
        if missing:
            return f"a row without {missing[0]!r}"
        wrong = [n for n, v in row.items() if n not in kinds or not _is(v, kinds[n])]
        wrong = wrong or [name for name in self.positive if row.get(name) is not None and not row[name] > 0]
        return f"a row in which {wrong[0][:40]!r} is {str(row[wrong[0]])[:20]!r}" if wrong else ""


def _is(value: Any, kind: str) -> bool:
    if value is None:
        return True
    if isinstance(value, bool) or not isinstance(value, _KINDS[kind]):
        return False
    return kind == TEXT or abs(value) < LARGEST


def _are_seconds(times) -> bool:
    return isinstance(times, dict) and all(_is(v, NUMBER) and v is not None for v in times.values())
