"""Who stands for a plan: prepared by, reviewed by, and for which version."""

from dataclasses import dataclass
from typing import Literal

from tps.errors import BadInput

Role = Literal["prepared", "reviewed"]
ROLES: tuple[Role, ...] = ("prepared", "reviewed")

# A component group of a DICOM person name has 64 characters.
NAME_LENGTH = 60

# What has a meaning of its own in a DICOM person name.
_NOT_IN_NAMES = frozenset("\\^=")

# Reasons are remarks, not essays.
REASON_LENGTH = 500


def checked_name(name: str) -> str:
    """A person's name as typed, spaces around it taken away; raises ``BadInput``."""
    name = " ".join(name.split())
    if not name or len(name) > NAME_LENGTH or not name.isprintable() or _NOT_IN_NAMES & set(name):
        raise BadInput(
            "the name cannot be written into a plan",
            where="the signature",
            expected=f"1 to {NAME_LENGTH} letters, none of \\ ^ =",
        )
    return name


def checked_reason(reason: str) -> str:
    """A remark as typed; raises ``BadInput``."""
    reason = " ".join(reason.split())
    if len(reason) > REASON_LENGTH or not reason.isprintable():
        raise BadInput(
            "the reason cannot be written into a plan",
            where="the reason",
            expected=f"at most {REASON_LENGTH} letters",
        )
    return reason


@dataclass(frozen=True)
class Signature:
    """One person's word for a plan.

    Parameters
    ----------
    name : str
        As typed.
    at : str
        ISO date and time with the zone.
    reason : str
        "" without one.
    """

    name: str
    at: str
    reason: str = ""

    def __post_init__(self):
        object.__setattr__(self, "name", checked_name(self.name))
        object.__setattr__(self, "reason", checked_reason(self.reason))

    @property
    def text(self) -> str:
        """Name and time in one line."""
        return f"{self.name}, {self.at[:16].replace('T', ' ')}"


@dataclass(frozen=True)
class Approval:
    """The signatures under one version of a plan.

    Parameters
    ----------
    version : str
        Of the plan that was signed (``tps.export.plan_identity``).
    prepared, reviewed : Signature, optional
    """

    version: str
    prepared: Signature | None = None
    reviewed: Signature | None = None

    @property
    def is_approved(self) -> bool:
        """Whether both have signed."""
        return self.prepared is not None and self.reviewed is not None

    @property
    def status(self) -> str:
        """As DICOM has it."""
        return "APPROVED" if self.is_approved else "UNAPPROVED"

    @property
    def text(self) -> str:
        """The status and who signed, in one line."""
        said = [f"{role} by {s.text}" for role in ROLES if (s := getattr(self, role)) is not None]
        return "; ".join([self.status, *said])
