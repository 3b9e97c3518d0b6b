"""Versions of the plan: checked in full, signed, exported; what was opened is the first of them."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from tps.errors import BadInput
from tps.model.approval import Approval, Role, Signature, checked_name, checked_reason
from tps.pipeline.write import WrittenPlan
from tps.workstation.basis import PLAN, Provenance
from tps.workstation.conflict import Conflict
from tps.workstation.desk import Desk
from tps.workstation.moment import Moment

# What an export may be called: one plain folder name.
EXPORT_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")

UNSIGNED, PREPARED, SIGNED, CHANGED = "unsigned", "prepared", "signed", "changed-since"


@dataclass(eq=False)
class Version:
    """One version.

    Parameters
    ----------
    number : int
        0 is what was opened, or planned first.
    version : str
        Sum of what is to be carried out.
    moment : Moment
    author, reason, at : str
        Who made it, why and when, as typed.
    signatures : dict of str to Signature
        By role.
    result : optional
        Of the full evaluation; found again where it is not at hand.
    exported : str
        Name of the folder it was written to last; "" while it was not.
    """

    number: int
    version: str
    moment: Moment
    author: str = ""
    reason: str = ""
    at: str = ""
    signatures: dict[str, Signature] = field(default_factory=dict)
    result: Any = None
    exported: str = ""

    @property
    def approval(self) -> Approval | None:
        """The signatures under it; None without any."""
        return Approval(self.version, **self.signatures) if self.signatures else None

    def entry(self) -> dict[str, Any]:
        """For the page."""
        return {
            "number": self.number,
            "version": self.version,
            "author": self.author,
            "reason": self.reason,
            "at": self.at,
            "signatures": {role: _signed(s) for role, s in self.signatures.items()},
            "status": self.approval.status if self.approval else "UNAPPROVED",
            "exported": self.exported,
        }


def _signed(signature: Signature) -> dict[str, str]:
    return {"name": signature.name, "at": signature.at, "reason": signature.reason}


def now_text() -> str:
    """This moment with its zone, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")


@dataclass(eq=False)
class Versions:
    """The versions of one desk's plan.

    Parameters
    ----------
    desk : Desk
    folder : Path
        In which exports are made.
    on_note : callable, optional
        Hears what is to be remembered.

    Attributes
    ----------
    all : list of Version
    """

    desk: Desk
    folder: Path
    on_note: Callable[[dict[str, Any]], None] | None = None
    all: list[Version] = field(init=False, default_factory=list)

    def first(self) -> None:
        """Take what lies on the desk as version 0; who signed the folder that was opened, signed it."""
        with self.desk.lock:
            if self.all or self.desk.history is None:
                return
            moment = self.desk.history.first
            opened = Version(0, self.desk.version_of(moment), moment)
            approval = moment.basis.approval
            if approval is not None and approval.version == opened.version:
                signed = {role: getattr(approval, role) for role in get_args(Role)}
                opened.signatures = {role: s for role, s in signed.items() if s is not None}
            self.all.append(opened)

    @property
    def current(self) -> Version | None:
        """The version that lies on the desk; None where it was edited since and not checked."""
        self.first()
        if self.desk.history is None:
            return None
        wanted = self.desk.version_of(self.desk.moment)
        return next((v for v in reversed(self.all) if v.version == wanted), None)

    def entry(self) -> dict[str, Any]:
        """Versions and approval for the page."""
        current = self.current
        return {
            "versions": [v.entry() for v in self.all],
            "checked_version": None if current is None else current.number,
            "approval": self._approval(current),
        }

    def _approval(self, current: Version | None) -> dict[str, Any]:
        signed = current.signatures if current is not None else {}
        status = {0: UNSIGNED, 1: PREPARED, 2: SIGNED}[len(signed)]
        if not signed and any(v.signatures for v in self.all if v is not current):
            status = CHANGED
        return {"status": status, **{role: _signed(s) for role, s in signed.items()}}

    def check(self, base_revision: int, author: str, reason: str, at: str = "") -> Version:
        """Make a version of what lies on the desk: evaluate and second-check it in full.

        Parameters
        ----------
        base_revision : int
            That the page shows.
        author, reason : str
            As typed.
        at : str
            ISO date and time; "" is now.

        Raises
        ------
        BadInput, PlanRefused
            As ``Basis.evaluated``; or for a name that cannot be written.
        Conflict
            If the plan changed meanwhile.
        """
        author, reason = checked_name(author), checked_reason(reason)
        self.first()
        moment = self.desk.moment_at(base_revision)
        result = self.desk.evaluated(moment)
        with self.desk.lock:
            self.desk.moment_at(base_revision)
            self.desk.exact(moment, result)
            version, at = self.desk.version_of(moment), at or now_text()
            made = Version(len(self.all), version, moment, author, reason, at, result=result)
            self._note({"do": "check", "author": author, "reason": reason, "at": at})
            self.all.append(made)
        return made

    def remember(self, line: dict[str, Any]) -> None:
        """Put back a version, a signature or an export that was noted; raises as ``Memory`` expects."""
        self.first()
        moment = self.desk.moment
        if line["do"] == "check":
            author, reason, at = (str(line[key]) for key in ("author", "reason", "at"))
            version = self.desk.version_of(moment)
            self.all.append(Version(len(self.all), version, moment, author, reason, at))
        elif line["do"] == "sign":
            signature = Signature(line["name"], line["at"], line["reason"])
            self.all[line["number"]].signatures[line["role"]] = signature
        else:
            self.all[line["number"]].exported = line["name"]

    def sign(self, number: int, role: str, name: str, reason: str = "") -> Version:
        """Sign a version; it must be the one on the desk.

        Parameters
        ----------
        number : int
            Of the version that was shown.
        role : {"prepared", "reviewed"}
        name, reason : str
            As typed.

        Raises
        ------
        BadInput
            For a role that is none, a name that cannot be written, or who prepared it reviewing it too.
        Conflict
            If another version lies on the desk, or somebody has signed in that role.
        """
        if role not in get_args(Role):
            raise BadInput("no such role", where="the signature", expected=" or ".join(get_args(Role)))
        with self.desk.lock:
            version = self.current
            if version is None or version.number != number:
                raise Conflict("what lies on the desk is not the version that was shown: check it first")
            if version.moment.basis.kind != PLAN:
                raise Conflict("what was delivered is told, not signed: a plan is signed")
            if role in version.signatures:
                raise Conflict(f"this version is signed already: {role} by {version.signatures[role].name}")
            signature = Signature(name, now_text(), reason)
            if role == "reviewed":
                _check_reviewer(version, signature)
            self._note({"do": "sign", "number": number, "role": role, **_signed(signature)})
            version.signatures[role] = signature
            return version

    def export(self, number: int, name: str, language: str = "en") -> tuple[Version, WrittenPlan]:
        """Write a version as a new plan folder, by the writer of every plan.

        Parameters
        ----------
        number : int
            Of the version on the desk.
        name : str
            Of the new folder, beside what was opened.
        language : str
            Of its report.

        Raises
        ------
        BadInput
            For a name that is no plain name of a folder.
        Conflict
            If what lies on the desk is not that version.
        OutputRefused
            As ``write_plan``: what is there is never replaced.
        """
        if not EXPORT_NAME.fullmatch(name):
            raise BadInput(
                "is no name of a folder",
                where="the export",
                expected="letters, digits, - _ and . only, a letter or digit first, at most 64",
            )
        with self.desk.lock:
            version = self.current
            if version is None or version.number != number:
                raise Conflict("what lies on the desk was not checked: check it first")
        basis = version.moment.basis
        written = basis.write(self.result_of(version), self.folder / name, language)
        with self.desk.lock:
            version.exported = name
            self._note({"do": "export", "number": number, "name": name})
        return version, written

    def result_of(self, version: Version) -> Any:
        """The result of a version as it is written: with parent, author and signatures."""
        if version.result is None:
            version.result = self.desk.evaluated(version.moment)
        authored = {"author": version.author, "reason": version.reason, "at": version.at}
        provenance = Provenance(self.desk.parent, authored if version.author else {}, version.approval)
        return version.moment.basis.with_provenance(version.result, provenance)

    def _note(self, line: dict[str, Any]) -> None:
        if self.on_note is not None:
            self.on_note(line)


def _check_reviewer(version: Version, signature: Signature) -> None:
    prepared = version.signatures.get("prepared")
    if prepared is None:
        raise Conflict("nobody has signed as having prepared it; that comes first")
    if prepared.name.casefold() == signature.name.casefold():
        raise BadInput(
            f"{prepared.name} prepared it",
            where="the signature",
            expected="somebody else, who looks at it with other eyes",
        )
