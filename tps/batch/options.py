"""What is asked of a recomputation: every choice, checked once."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path

from tps.errors import BadInput, WrongUsage
from tps.model import Protocol
from tps.model.moment import read_moment

AS_PLANNED = "as-planned"
WHAT_IF = "what-if"


def _positive(option: str, value: float | None) -> None:
    if value is not None and not 0 < value < float("inf"):
        raise WrongUsage(f"{option} is {value}, expected a number above 0")


@dataclass(frozen=True)
class Variant:
    """One set of assumptions under which the dose of a plan is computed.

    Parameters
    ----------
    name : str
        Stands in the table.
    source : str
        Source model; "": the plan's own.
    formalism : {"2d", "1d"}
    half_life_days : float, optional
        Instead of the source model's.
    strength_factor : float
        Every seed's strength is multiplied by it.
    to_date : str
        ISO date: dose given from the implant up to then.  Without a time it is the start of that day;
        without a time zone it is by the plan's own clock.
    days : float, optional
        Dose given in that many days after the implant.  Neither: the total dose.

    Raises
    ------
    WrongUsage
        If a number is out of range, the date is none, or both a date and days are given.
    """

    name: str = AS_PLANNED
    source: str = ""
    formalism: str = "2d"
    half_life_days: float | None = None
    strength_factor: float = 1.0
    to_date: str = ""
    days: float | None = None

    def __post_init__(self):
        if self.formalism not in ("2d", "1d"):
            raise WrongUsage(f"--formalism is {self.formalism!r}, expected 2d or 1d")
        _positive("--half-life-days", self.half_life_days)
        _positive("--strength-factor", self.strength_factor)
        _positive("--days", self.days)
        if self.to_date and self.days is not None:
            raise WrongUsage("--to-date and --days are two ways to say the same; give one")
        if self.to_date:
            try:
                read_moment(self.to_date, "--to-date")
            except BadInput:
                raise WrongUsage(
                    f"--to-date is {self.to_date!r}, expected a date such as 2026-05-31 or 2026-05-31T14:00"
                ) from None

    @property
    def changes_anything(self) -> bool:
        """True if the dose is computed under other assumptions than the plan's own."""
        return replace(self, name=AS_PLANNED) != Variant()


@dataclass(frozen=True)
class RecomputeOptions:
    """Everything a result depends on besides the files of the plan.

    Parameters
    ----------
    variants : tuple of Variant
        Each gives rows of its own.
    source_folder : str
        Folder of user source models; "": only those shipped.
    source_digest : str
        SHA-256 of that folder's models, so that a changed model is computed again.
    targets : tuple of str
        ROI names that are targets in every plan; empty: as each plan says.
    organs : bool
        Report organs too.
    assume_source : str
        Source model of plans that name none that is known; "": such plans fail.
    allow_any_strength : bool
        Take improbable strengths too.
    prescription_gy : float, optional
        For plans that carry none.
    charset : str
        What names are written in where the files do not say so truly ("gb18030"); "": as they say.
    write_dose : str
        Folder for an RTDOSE of each plan and variant; "": none written.
    identify : bool
        Put patient IDs, plan UIDs and paths into the table, and the patient's ID into written doses.
    protocol : Protocol
        Sampling steps and the dose grid.
    """

    variants: tuple[Variant, ...] = (Variant(),)
    source_folder: str = ""
    source_digest: str = ""
    targets: tuple[str, ...] = ()
    organs: bool = True
    assume_source: str = ""
    allow_any_strength: bool = False
    prescription_gy: float | None = None
    charset: str = ""
    write_dose: str = ""
    identify: bool = False
    protocol: Protocol = field(default_factory=Protocol)

    def __post_init__(self):
        names = [variant.name for variant in self.variants]
        if not names or len(set(names)) != len(names):
            raise WrongUsage(f"variants are {names}, expected one or more with different names")
        _positive("--prescription-gy", self.prescription_gy)

    def canonical(self) -> str:
        """The same text for the same choices, to be hashed; where the dose is written does not change it."""
        choices = asdict(self) | {"source_folder": "", "identify": False}
        choices["write_dose"] = ("as-is" if self.identify else "pseudonymous") if self.write_dose else ""
        return json.dumps(choices, sort_keys=True, allow_nan=False)


def variants_of(what_if: Variant, compare: bool) -> tuple[Variant, ...]:
    """The variants of a run: the plan's own assumptions, the changed ones, or both.

    Raises
    ------
    WrongUsage
        If a comparison is asked for and nothing is changed.
    """
    if not what_if.changes_anything:
        if compare:
            raise WrongUsage(
                "--compare needs something to compare with: give --source, --formalism, --half-life-days,"
                " --strength-factor, --to-date or --days"
            )
        return (Variant(),)
    changed = replace(what_if, name=WHAT_IF)
    return (Variant(), changed) if compare else (changed,)


def folder_digest(folder: Path) -> str:
    """SHA-256 over the names and contents of the source models in a folder."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.json")):
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
