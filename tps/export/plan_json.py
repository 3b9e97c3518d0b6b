"""``plan.json``: the plan and its figures for machines; the contract other software reads.

Lengths are given in mm to 6 decimals (a nanometre), direction cosines to 9, strengths in U to 6, metrics to 6
significant places; fractions are fractions.  A plan read back equals the one written to those digits.
"""

import json
import math
import re
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal

import numpy as np
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from tps.errors import BadInput
from tps.export.operator_terms import needle_row
from tps.formats.json_file import read_json
from tps.formats.seeds_csv import MAX_COORDINATE_MM, checked_seed
from tps.model import Case, Crossing, Needle, Plan, Prescription, Reason, Seed, Verdict
from tps.model.approval import ROLES, Approval, Signature
from tps.model.earlier import EarlierImplant
from tps.model.prescribed_metric import PRESCRIBED_METRICS

SCHEMA = "seedwright-plan/1"

# Its name in a plan folder.
PLAN_JSON = "plan.json"

# A plan of a few hundred seeds has well under a megabyte.
MAX_BYTES = 50_000_000

_REMEDY = "give a plan.json as `tps plan` writes it"

Vector = Annotated[list[float], Field(min_length=3, max_length=3)]


def _inside(name: str) -> str:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise ValueError(f"{name[:60]!r} is no file of the folder")
    return name


FileName = Annotated[str, AfterValidator(_inside)]
Sum = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class _Entry(BaseModel):
    """Unknown keys are kept and ignored: a later version may add some."""

    model_config = ConfigDict(extra="allow", allow_inf_nan=False, populate_by_name=True, strict=True)


class SourceEntry(_Entry):
    """The source model and how well its data are verified; length of its capsule."""

    model: str
    level: str = ""
    strength_u: list[float] = []
    u_per_mci: float | None = None
    capsule_length_mm: float | None = None


class StrengthEntry(_Entry):
    """Strength of each seed: ``u`` and ``mci`` at the implant ``at``, null where the seeds differ.

    ``calibrated_u`` and ``calibrated_mci`` are what it has, or must have, at ``calibrated_at``; ``factor`` is
    in U/mCi.  Times are ISO texts, null where they are not set.
    """

    u: float | None
    mci: float | None
    factor: float | None
    at: str | None = None
    calibrated_at: str | None = None
    calibrated_u: float | None = None
    calibrated_mci: float | None = None


class PrescriptionEntry(_Entry):
    """Dose and where it must be reached."""

    dose_gy: float
    metric: Literal[*PRESCRIBED_METRICS]  # type: ignore[valid-type]  # the names stand in one table


class CrossingEntry(_Entry):
    """One structure on a needle's way."""

    name: str
    class_: str = Field(alias="class")
    derived: bool
    mm: float
    from_mm: float = 0.0


class NeedleEntry(_Entry):
    """One needle."""

    id: int
    entry_mm: Vector
    tip_mm: Vector
    length_mm: float
    clearance_mm: float | None = None
    nearest_obstacle: str = ""
    lung_path_mm: float = 0.0
    target: str = ""
    pleural_passages: int = 0
    skin_angle_deg: float | None = None
    crossed: list[CrossingEntry] = []
    image_number: int | None = None


class VerdictEntry(_Entry):
    """Dose, limits and access in words."""

    dose: str
    limits: str
    access: str
    dose_met: bool
    limits_kept: bool


class AccessEntry(_Entry):
    """What was looked at on the ways in."""

    verdict: str
    looked_at: list[str] = []
    not_looked_at: list[str] = []


class SeedEntry(_Entry):
    """One seed."""

    id: int
    needle: int
    position_mm: Vector
    direction: Vector
    strength_u: float


class SessionEntry(_Entry):
    """One implant of several: ``seeds`` are so many of those listed, in their order."""

    implanted: str | None = None
    seeds: int
    given_fraction: float | None = None


class ExistingEntry(_Entry):
    """Seeds that were there before; their strengths are those at their own implant."""

    source: str
    source_stated: bool = True
    seeds: list[SeedEntry]
    implanted: str | None = None
    days_before: float | None = None
    given_fraction: float | None = None
    meaning: str = ""
    sessions: list[SessionEntry] = []


class ParentEntry(_Entry):
    """The plan that this one was made from by hand: its RT Plan's UID ("" without one) and the SHA-256 of
    its ``plan.json``."""

    plan_uid: str
    sha256: Sum
    folder: str = ""


class AuthoredEntry(_Entry):
    """Who made this version, why and when, as typed; ``at`` is an ISO date and time."""

    author: str
    reason: str = ""
    at: str


class SignatureEntry(_Entry):
    """One signature."""

    name: str
    at: str
    reason: str = ""


class ApprovalEntry(_Entry):
    """Who stands for the plan: ``version`` is the one that was signed."""

    status: Literal["APPROVED", "UNAPPROVED"]
    version: str
    prepared: SignatureEntry | None = None
    reviewed: SignatureEntry | None = None


class NumberEntry(_Entry):
    """What the printed plan goes by: ``number`` of this export, ``version`` of what is to be carried out."""

    number: str
    version: str


class HandCheckEntry(_Entry):
    """One number of the plan beside the same found by hand; ``allowed`` is a relative difference."""

    what: str
    found: float
    expected: float
    unit: str
    allowed: float
    ok: bool
    how: str = ""


class BoundsEntry(_Entry):
    """One input and the lowest and highest value it may have."""

    what: str
    value: float
    low: float
    high: float
    unit: str = ""
    ok: bool


class ReadBackEntry(_Entry):
    """The DICOM files read from disk after writing: seeds found, and the dose at voxels against theirs."""

    files: list[str]
    seeds: int
    voxels: int
    max_relative_difference: float
    allowed: float


class ChecksEntry(_Entry):
    """What was checked beside the engine's numbers, which ``second_check`` tells."""

    hand: list[HandCheckEntry] = []
    plausibility: list[BoundsEntry] = []
    read_back: ReadBackEntry | None = None


class PlanFile(_Entry):
    """The whole file; ``plan`` makes the model of it."""

    schema_: str = Field(alias="schema")
    software: str
    source: SourceEntry
    strength: StrengthEntry | None = None
    prescription: PrescriptionEntry
    targets: list[str]
    needles: list[NeedleEntry]
    seeds: list[SeedEntry]
    numbered: NumberEntry | None = Field(None, alias="plan")
    checks: ChecksEntry | None = None
    metrics: dict[str, dict[str, float | None]]
    certificate: dict
    second_check: dict[str, float]
    status: Literal["met", "not-met"]
    verdict: VerdictEntry | None = None
    access: AccessEntry | None = None
    reasons: list[str] = []
    warnings: list[str] = []
    inputs: dict = {}
    timing_s: dict[str, float] = {}
    existing: ExistingEntry | None = None
    parent: ParentEntry | None = None
    authored: AuthoredEntry | None = None
    approval: ApprovalEntry | None = None
    edited_by_hand: list[str] = []
    request: dict | None = None
    read_from: dict | None = None
    files: dict[FileName, Sum] = {}

    def plan(self, *, allow_any_strength: bool = False) -> Plan:
        """The plan.

        Parameters
        ----------
        allow_any_strength : bool
            Take improbable strengths too.

        Raises
        ------
        BadInput
            If the entries contradict each other: a seed on a needle that is not there, a direction that is
            no unit vector ...; or a strength is improbable.
        """
        try:
            return Plan(
                source=self.source.model,
                prescription=Prescription(self.prescription.dose_gy, self.prescription.metric),
                targets=tuple(self.targets),
                needles=tuple(_needle(n) for n in self.needles),
                seeds=_seeds(self.seeds, allow_any_strength),
                status=self.status,
                reasons=tuple(map(Reason.parse, self.reasons)),
                warnings=tuple(self.warnings),
                certificate=dict(self.certificate),
                search=dict((self.model_extra or {}).get("search", {})),
                verdict=self._verdict(),
                edited_by_hand=tuple(self.edited_by_hand),
                approval=self._approval(),
            )
        except ValueError as error:
            raise BadInput(str(error), where="plan.json", remedy=_REMEDY) from error

    def _approval(self) -> Approval | None:
        found = self.approval
        if found is None:
            return None
        signed = {role: getattr(found, role) for role in ROLES}
        names = {role: Signature(s.name, s.at, s.reason) for role, s in signed.items() if s is not None}
        return Approval(found.version, **names)

    def _verdict(self) -> Verdict | None:
        found, access = self.verdict, self.access or AccessEntry(verdict="")
        if found is None:
            return None
        return Verdict(
            found.dose,
            found.limits,
            found.access,
            found.dose_met,
            found.limits_kept,
            tuple(access.looked_at),
            tuple(access.not_looked_at),
        )

    def existing_seeds(self, *, allow_any_strength: bool = False) -> tuple[Seed, ...]:
        """Seeds that were there before, strengths at their own implant; raises ``BadInput`` as ``plan``."""
        return _seeds(self.existing.seeds, allow_any_strength) if self.existing else ()


def _seeds(entries: list[SeedEntry], allow_any_strength: bool) -> tuple[Seed, ...]:
    return tuple(
        checked_seed(
            s.id, s.needle, s.position_mm, s.direction, s.strength_u, "plan.json", allow_any_strength
        )
        for s in entries
    )


def _needle(n: NeedleEntry) -> Needle:
    if max(abs(v) for v in (*n.entry_mm, *n.tip_mm)) > MAX_COORDINATE_MM:
        raise ValueError(f"needle {n.id} goes from {n.entry_mm} to {n.tip_mm}: no patient is that large")
    clearance = math.inf if n.clearance_mm is None else n.clearance_mm
    return Needle(
        n.id,
        np.array(n.entry_mm),
        np.array(n.tip_mm),
        clearance_mm=clearance,
        nearest_obstacle=n.nearest_obstacle,
        lung_path_mm=n.lung_path_mm,
        pleural_passages=n.pleural_passages,
        skin_angle_deg=math.nan if n.skin_angle_deg is None else n.skin_angle_deg,
        target=n.target,
        crossed=tuple(Crossing(c.name, c.class_, c.derived, c.mm, c.from_mm) for c in n.crossed),
    )


def needle_entries(plan: Plan, case: Case) -> list[dict]:
    """``needles`` of the file; ``image_number``: the scanner's own number of the image at the entry."""
    return [
        {
            "id": n.id,
            "target": n.target,
            "entry_mm": _rounded(n.entry_mm, 6),
            "tip_mm": _rounded(n.tip_mm, 6),
            "length_mm": round(n.length_mm, 6),
            "seeds": [s.id for s in plan.seeds_on(n.id)],
            "clearance_mm": round(n.clearance_mm, 4) if math.isfinite(n.clearance_mm) else None,
            "nearest_obstacle": n.nearest_obstacle,
            "lung_path_mm": round(n.lung_path_mm, 4),
            "lung_mm": round(n.lung_path_mm, 4),
            "depth_mm": round(n.length_mm, 6),
            "pleural_passages": n.pleural_passages,
            "skin_angle_deg": round(n.skin_angle_deg, 3) if math.isfinite(n.skin_angle_deg) else None,
            "crossed": [
                {
                    "name": c.name,
                    "class": c.risk_class,
                    "derived": c.derived,
                    "mm": round(c.length_mm, 3),
                    "from_mm": round(c.from_mm, 3),
                }
                for c in n.crossed
            ],
            "image_number": needle_row(n, (), case).image_number,
        }
        for n in plan.needles
    ]


def verdict_entries(plan: Plan) -> dict:
    """``verdict`` and ``access`` of the file; nothing for a plan that was not judged."""
    verdict = plan.verdict
    if verdict is None:
        return {}
    return {
        "verdict": {
            "dose": verdict.dose,
            "access": verdict.access,
            "limits": verdict.limits,
            "dose_met": verdict.dose_met,
            "limits_kept": verdict.limits_kept,
        },
        "access": {
            "verdict": verdict.access,
            "looked_at": list(verdict.looked_at),
            "not_looked_at": list(verdict.not_looked_at),
        },
    }


def approval_entry(plan: Plan) -> dict:
    """``approval`` of the file; nothing for a plan that nobody signed."""
    approval = plan.approval
    if approval is None:
        return {}
    signed = {role: s and asdict(s) for role in ROLES for s in (getattr(approval, role),)}
    return {"approval": {"status": approval.status, "version": approval.version, **signed}}


def seed_entries(seeds: Iterable[Seed]) -> list[dict]:
    """``seeds`` of the file."""
    return [
        {
            "id": s.id,
            "needle": s.needle,
            "position_mm": _rounded(s.position_mm, 6),
            "direction": _rounded(s.direction, 9),
            "strength_u": round(s.strength_u, 6),
        }
        for s in seeds
    ]


def existing_entry(earlier: EarlierImplant, implant: datetime | None) -> dict:
    """``existing`` of the file: seeds that were there before the implant."""
    hours, given = earlier.hours_before(implant), earlier.given_fraction(implant)
    return {
        "source": earlier.source.name,
        "source_stated": earlier.model_stated,
        "seeds": seed_entries(earlier.seeds),
        "implanted": None if earlier.implanted is None else earlier.implanted.isoformat(),
        "days_before": None if hours is None else significant(hours / 24),
        "given_fraction": None if given is None else significant(given),
        "meaning": earlier.meaning(implant),
        "sessions": _session_entries(earlier, implant) if len(earlier.sessions) > 1 else [],
    }


def _session_entries(earlier: EarlierImplant, implant: datetime | None) -> list[dict]:
    """Each implant of a history: when, how many of ``existing.seeds`` in their order, how much is given."""
    entries = []
    for part in earlier.sessions:
        given = earlier.given_of(part, implant)
        entries.append(
            {
                "implanted": None if part.at is None else part.at.isoformat(),
                "seeds": len(part.seeds),
                "given_fraction": None if given is None else significant(given),
            }
        )
    return entries


def metric_entries(metrics: dict[str, dict[str, float]]) -> dict[str, dict[str, float | None]]:
    """``metrics`` of the file: 6 significant places; what is not finite is null."""
    return {
        roi: {key: significant(value) for key, value in values.items()} for roi, values in metrics.items()
    }


def significant(value: float, places: int = 6) -> float | None:
    """``value`` to some significant places; None unless finite."""
    return float(f"{float(value):.{places}g}") if math.isfinite(value) else None


def _rounded(vector, digits: int) -> list[float]:
    return [round(float(v), digits) + 0.0 for v in vector]


def dump(document: dict) -> str:
    """The text of a plan file: checked against the schema, indented, vectors on one line.

    Raises
    ------
    pydantic.ValidationError
        If the document is not what the schema says: a fault of the program.
    """
    PlanFile.model_validate(document)
    text = json.dumps(document, indent=2, ensure_ascii=False, allow_nan=False)
    return re.sub(r"\[\s+([-+\d.eE,\s]+?)\s+\]", lambda m: f"[{' '.join(m[1].split())}]", text) + "\n"


def read_plan_json(path: Path | str) -> PlanFile:
    """Read a ``plan.json``, or the one in a plan folder.

    Raises
    ------
    BadInput
        If it cannot be read, is not JSON, of another schema, or a value is missing or of the wrong kind.
    """
    path = Path(path)
    path = path / PLAN_JSON if path.is_dir() else path
    document = read_json(path, most_bytes=MAX_BYTES, expected=f"a file of schema {SCHEMA}", remedy=_REMEDY)
    schema = document.get("schema") if isinstance(document, dict) else None
    if schema != SCHEMA:
        said = repr(schema[:40]) if isinstance(schema, str) else "no text"
        raise BadInput(f"schema is {said}", where=str(path), expected=SCHEMA, remedy=_REMEDY)
    try:
        return PlanFile.model_validate(document)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(p) for p in first["loc"])
        raise BadInput(
            f"{place}: {first['msg']}", where=str(path), expected="the schema " + SCHEMA, remedy=_REMEDY
        ) from error
