"""The desk and its journal: each step is noted, and what was noted is put back on the desk."""

from dataclasses import dataclass, field
from typing import Any

from tps.errors import TpsError
from tps.model import Case
from tps.pipeline.request_record import request_of
from tps.workstation.basis import Basis
from tps.workstation.desk import Desk
from tps.workstation.journal import Journal
from tps.workstation.moment import Moment
from tps.workstation.plan_basis import PlanBasis
from tps.workstation.snapshot import arrangement_of, arrangement_record, start_of, start_record
from tps.workstation.versions import Versions

NOT_RESTORED = "The journal of earlier work could not be read to its end; what could be is on the desk."


@dataclass(eq=False)
class Memory:
    """Notes what the desk does.

    Parameters
    ----------
    desk : Desk
    versions : Versions
    journal : Journal

    Attributes
    ----------
    restored : int
        How many lines were put back on the desk.
    note : str
        What the user must know of that; "" where there is nothing.
    """

    desk: Desk
    versions: Versions
    journal: Journal
    restored: int = field(init=False, default=0)
    note: str = field(init=False, default="")
    _noted: list[Basis] = field(init=False, default_factory=list, repr=False)

    def begin(self) -> None:
        """Put back what was noted, and note what is done from now on."""
        if self.desk.history is not None:
            self._noted.append(self.desk.moment.basis)
        for line in self.journal.lines:
            try:
                self._redo(line)
            except (TpsError, KeyError, TypeError, ValueError, IndexError):
                self.note = NOT_RESTORED
                break
            self.restored += 1
        if self.note:
            self._write_anew()
        self.desk.on_step = self._step
        self.versions.on_note = self.journal.note

    def _redo(self, line: dict[str, Any]) -> None:
        kind = line["do"]
        if kind in ("undo", "redo"):
            self.desk.turn(kind)
        elif kind in ("check", "sign", "export"):
            self.versions.remember(line)
        elif kind == "basis":
            self._noted.append(_basis(self.desk.case, line["start"]))
        else:
            known = self.desk.moment.arrangement if self.desk.history is not None else None
            arrangement = arrangement_of(line["arrangement"], known)
            self.desk.put(line["text"], Moment(self._noted[line["basis"]], arrangement))

    def _step(self, kind: str, text: str, moment: Moment) -> None:
        if kind != "step":
            self.journal.note({"do": kind})
            return
        basis = moment.basis
        # Only planning makes another basis.
        if basis not in self._noted and isinstance(basis, PlanBasis):
            self._noted.append(basis)
            self.journal.note(
                {"do": "basis", "start": start_record(basis.request, basis.start, basis.locked)}
            )
        number = self._noted.index(basis)
        said = {"do": "step", "text": text, "basis": number}
        self.journal.note(said | {"arrangement": arrangement_record(moment.arrangement)})

    def _write_anew(self) -> None:
        """The journal without the lines that could not be put back."""
        kept = self.journal.lines[: self.restored]
        self.journal.clear()
        for line in kept:
            self.journal.note(line)


def _basis(case: Case, record: dict[str, Any]) -> PlanBasis:
    request = request_of(record["request"])
    start = start_of(record, request.prescription)
    return PlanBasis.of(case, request, start, tuple(record["locked"]))
