"""Write the plan of a permanent implant.

How the implant is laid out in the RT Plan (PS3.3 C.8.8.15), and why:

- One *application setup* per needle, holding one *channel*; a needle that carries seeds of two strengths has
  one channel for each, since a channel names one source.
- A seed is a pair of control points at one position between which the cumulative time weight grows by 1, as
  the standard has it for a stepwise channel.  No other control point exists, so a reader that counts
  positions and one that goes by weights find the same seeds.
- Each seed stays for ever, which is as much dose as its initial rate kept up for its mean life: the channel's
  total time is the mean life for each of its seeds.
- *Control Point Relative Position* is the distance of the seed's centre from the distal-most place a seed of
  this needle may have, as the standard has it, and not from the needle's tip; *Source Applicator Tip Length*
  is how far behind the tip that place lies.  The number the operator dials is the sum of both.  (C.8.8.15.16:
  *Channel Effective Length* ends at the distal-most place, *Channel Length* has been read in different ways;
  here it is the insertion depth.)
- *Control Point Orientation* is the seed's axis.
- *Reference Air Kerma Rate* (uGy/h at 1 m) equals the air-kerma strength in U, and so does
  *Source Strength*.  It is the strength at the implant, and *Source Strength Reference Date* and *Time* are
  the implant's: a reader that takes the strength as it stands and one that lets it decay from its reference
  to the implant find the same dose.  The calibration, and the strength then, stand in the plan's description.
- Times that carry a time zone keep it: *Timezone Offset From UTC* holds for every time in the object.
- The needle's entry and tip follow: tip = seed + orientation * (relative position + tip length),
  entry = tip - orientation * channel length; the orientation's single precision makes that good to
  0.0001 mm.  Setups are in the order of the needles, the seeds of a channel go from the deepest outwards.
- *Source Description* is the name of the source model here; maker and model stand beside it.
- Seeds that were there before (a top-up) are a setup of their own, the last, called *Already implanted*: the
  plan is then the whole implant that its dose belongs to.  Their needles are not known; their source has the
  strength that they had at their own implant, and its reference is that implant.
- *Brachy Application Setup Dose* is what this needle's seeds give to the dose specification point, so the
  doses of all setups of a target add up to the dose there.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import groupby
from pathlib import Path

import numpy as np
from pydicom import Dataset
from pydicom.uid import RTPlanStorage

from tps.dicom.identity.uids import uid_of
from tps.dicom.rt.header import (
    LO_LENGTH,
    NOTICE,
    SH_LENGTH,
    Stamp,
    check_text,
    decimal,
    decimals,
    finalise,
    new_object,
    reference,
    roi_numbers,
    save,
)
from tps.dicom.rt.seed_plan import ALREADY_IMPLANTED
from tps.errors import BadInput
from tps.model import Case, Needle, Plan, Seed, SourceModel, Strength
from tps.model.earlier import EarlierImplant

# The list of setup types in the standard may be added to; none of its entries is a needle through the skin.
SETUP_TYPE = "PERCUTANEOUS"

# Source strengths that differ by less are one source: what a certificate can tell apart is 1000 times more.
SAME_STRENGTH_U = 1e-6

HOURS_PER_DAY, SECONDS_PER_HOUR = 24.0, 3600.0

# The reader knows by this sentence that the reference time is that of the export.
IMPLANT_NOT_SET = "Time of the implant not set: the source strength is the one at the implant."

# Key of their dose among those of the needles, which are numbered from 1.
EARLIER_DOSE = 0

# Longest short text (ST; PS3.5, 6.2).
ST_LENGTH = 1024

# So much of it may tell of changes by hand.
EDITS_LENGTH = 400


@dataclass(frozen=True, eq=False)
class SetupDose:
    """What one needle gives: dose in Gy at a point (3,) in mm."""

    dose_gy: float
    point_mm: np.ndarray


@dataclass(frozen=True)
class _Terms:
    """What holds for every needle of a plan."""

    source: SourceModel
    strengths_u: tuple[float, ...]
    step_mm: float
    deepest_seed_mm: float
    roi_numbers: dict[str, int]

    def source_index(self, seed: Seed) -> int:
        """Which of the plan's sources a seed is."""
        return int(np.abs(np.array(self.strengths_u) - seed.strength_u).argmin())


def build_rtplan(
    case: Case,
    plan: Plan,
    source: SourceModel,
    *,
    structure_set: Dataset | None = None,
    implant: datetime | None = None,
    calibrated: datetime | None = None,
    setup_doses: Mapping[int, SetupDose] | None = None,
    seed_step_mm: float = 1.0,
    deepest_seed_mm: float = 3.0,
    label: str = "",
    stamp: Stamp | None = None,
    earlier: EarlierImplant | None = None,
) -> Dataset:
    """An RT Plan in the study and frame of reference of the CT, unapproved.

    Parameters
    ----------
    case : Case
    plan : Plan
    source : SourceModel
        The model of its seeds.
    structure_set : Dataset, optional
        As ``build_rtstruct`` gave it; the dose references then name its ROIs.
    implant : datetime, optional
        When the seeds have the plan's strength.  Where it is not known, the time of the export stands in
        its place (the standard wants one) and the plan's description says so.
    calibrated : datetime, optional
        When the seeds' strength is certified.
    setup_doses : dict of needle id to SetupDose, optional
        That of the seeds there before under ``EARLIER_DOSE``.
    seed_step_mm : float
        Step in which seed positions can be dialled.
    deepest_seed_mm : float
        From a needle's tip to the distal-most place of a seed's centre; a plan whose seeds lie nearer to the
        tip of a needle has that place there.
    label : str
        RT Plan Label, 16 characters at most; default: the prescription with its kind, and the nuclide where
        there is room.
    stamp : Stamp, optional
        When the export is made; default: now.
    earlier : EarlierImplant, optional
        Seeds that were there before.

    Raises
    ------
    BadInput
        If the plan has no seeds, or a text does not fit its element.
    """
    stamp = _in_zone(stamp or Stamp.now(), implant)
    if not plan.seeds:
        raise BadInput(
            "the plan has no seeds", where="RT Plan", remedy="export a plan with at least one seed"
        )
    ds = new_object(case.identity, RTPlanStorage, "RTPLAN", "Plan", stamp)
    if implant is not None and implant.utcoffset() is not None:
        ds.TimezoneOffsetFromUTC = implant.strftime("%z")[:5]
    dose = plan.prescription.dose_gy
    ds.RTPlanLabel = check_text(label or _label(plan, source), SH_LENGTH, "RT Plan Label")
    ds.RTPlanName = plan.size
    strengths = _strengths(plan.seeds)
    told = [
        Strength.at_implant(source, u, at=implant, calibrated_at=calibrated).calibration_text
        for u in strengths
    ]
    ds.RTPlanDescription = _description(plan, implant, told, earlier)
    ds.RTPlanDate, ds.RTPlanTime = stamp.date, stamp.time
    ds.PlanIntent = "RESEARCH"
    _set_approval(ds, plan)
    ds.RTPlanGeometry = "TREATMENT_DEVICE" if structure_set is None else "PATIENT"
    if structure_set is not None:
        item = reference(structure_set.SOPClassUID, structure_set.SOPInstanceUID)
        ds.ReferencedStructureSetSequence = [item]
    numbers = roi_numbers(structure_set)
    ds.DoseReferenceSequence = _dose_references(plan, numbers, ds)
    needles = [n for n in plan.needles if plan.seeds_on(n.id)]
    keys = [n.id for n in needles] + [EARLIER_DOSE] * (earlier is not None)
    ds.FractionGroupSequence = [_fraction_group(keys, dose, setup_doses or {})]
    ds.BrachyTreatmentTechnique = "PERMANENT"
    ds.BrachyTreatmentType = "LDR"
    machine = Dataset()
    machine.TreatmentMachineName = None
    ds.TreatmentMachineSequence = [machine]
    when = implant or stamp.created
    ds.SourceSequence = [_source(source, s, i + 1, when) for i, s in enumerate(strengths)]
    terms = _Terms(source, tuple(strengths), seed_step_mm, deepest_seed_mm, numbers)
    ds.ApplicationSetupSequence = [
        _setup(n, i + 1, plan.seeds_on(n.id), terms) for i, n in enumerate(needles)
    ]
    if earlier is not None:
        _add_earlier(ds, earlier, terms, earlier.implanted or when)
    # Numbered through the plan, though a setup of its own would do: readers exist that tell needles by it.
    channels = [c for setup in ds.ApplicationSetupSequence for c in setup.ChannelSequence]
    for number, channel in enumerate(channels, start=1):
        channel.ChannelNumber = number
    return finalise(ds)


def _set_approval(ds: Dataset, plan: Plan) -> None:
    """The approval status; of an approved plan who reviewed it and when, and who prepared it."""
    approval = plan.approval
    ds.ApprovalStatus = "UNAPPROVED" if approval is None else approval.status
    if approval is None or approval.prepared is None or approval.reviewed is None:
        return
    when = datetime.fromisoformat(approval.reviewed.at)
    ds.ReviewDate, ds.ReviewTime = when.strftime("%Y%m%d"), when.strftime("%H%M%S")
    ds.ReviewerName, ds.OperatorsName = approval.reviewed.name, approval.prepared.name


def write_rtplan(case: Case, plan: Plan, source: SourceModel, path: Path | str, **options) -> Dataset:
    """Write the RT Plan of ``build_rtplan`` (same ``options``) to a new file, and return it.

    Parameters
    ----------
    case, plan, source : as for ``build_rtplan``
    path : path
    **options

    Raises
    ------
    BadInput
        As ``build_rtplan``.
    OutputRefused
        If the file exists or cannot be written.
    """
    return save(build_rtplan(case, plan, source, **options), path)


def _in_zone(stamp: Stamp, implant: datetime | None) -> Stamp:
    """The stamp in the time zone of the implant, where that has one: an object has one zone."""
    if implant is None or implant.utcoffset() is None:
        return stamp
    return replace(stamp, created=stamp.created.astimezone(implant.tzinfo))


def _label(plan: Plan, source: SourceModel) -> str:
    """The prescription and its kind, in the longest form that fits."""
    dose, kind = f"{plan.prescription.dose_gy:g}", plan.prescription.measure.short
    forms = (f"{source.isotope} {dose} Gy {kind}", f"{dose} Gy {kind}", f"{dose}Gy {kind}", f"{dose} Gy")
    return next(text for text in forms if len(text) <= SH_LENGTH)


def _met_text(plan: Plan) -> str:
    """Whether the prescription is met; a limit that fails is told apart from it."""
    if plan.verdict is None:
        return "met." if plan.status == "met" else "NOT met."
    dose = "met" if plan.verdict.dose_met else "NOT met"
    return dose + ("." if plan.verdict.limits_kept else ", a dose limit is NOT kept.")


def _description(
    plan: Plan, implant: datetime | None, told: list[str], earlier: EarlierImplant | None
) -> str:
    parts = [
        f"{NOTICE}. Permanent implant, source data {plan.source}.",
        f"{plan.prescription.dose_gy:g} Gy as {plan.prescription.measure.label}: " + _met_text(plan),
    ]
    parts += [f"Seeds of {text}." for text in told if text]
    if implant is None:
        parts.append(IMPLANT_NOT_SET)
    if plan.edited_by_hand:
        parts.append(_edits(plan))
    if earlier is not None:
        parts.append(f"Top-up, the dose is that of all: {earlier.meaning(implant)}")
    text = " ".join(parts)
    # Only a plan of many strengths is longer than the element; plan.json holds them all.
    return text if len(text) <= ST_LENGTH else text[: ST_LENGTH - 4] + " ..."


def _edits(plan: Plan) -> str:
    """What was changed by hand; of a long list its beginning, for other sentences must have room too."""
    if len(plan.edits_text) <= EDITS_LENGTH:
        return plan.edits_text
    count = len(plan.edited_by_hand)
    return f"{plan.edits_text[:EDITS_LENGTH].rpartition(';')[0]}; ... ({count} changes, all in plan.json)."


def _dose_references(plan: Plan, numbers: dict[str, int], ds: Dataset) -> list[Dataset]:
    found = []
    for i, target in enumerate(plan.targets):
        item = Dataset()
        item.DoseReferenceNumber = i + 1
        item.DoseReferenceUID = uid_of(
            "dose reference", ds.StudyInstanceUID, ds.RTPlanDate, ds.RTPlanTime, target
        )
        if target in numbers:
            item.DoseReferenceStructureType = "VOLUME"
            item.ReferencedROINumber = numbers[target]
        else:
            item.DoseReferenceStructureType = "SITE"
        what = plan.prescription.measure.label
        item.DoseReferenceDescription = f"{target[: LO_LENGTH - len(what) - 2]}: {what}"
        item.DoseReferenceType = "TARGET"
        item.TargetPrescriptionDose = decimal(plan.prescription.dose_gy)
        if plan.prescription.measure.on_surface:
            item.TargetMinimumDose = decimal(plan.prescription.dose_gy)
        else:
            item.TargetUnderdoseVolumeFraction = decimal(100.0 * plan.prescription.measure.spared_fraction)
        found.append(item)
    return found


def _fraction_group(keys: list[int], dose_gy: float, doses: Mapping[int, SetupDose]) -> Dataset:
    """The group of the setups, in the order of ``keys``, under which their doses are."""
    group = Dataset()
    group.FractionGroupNumber = 1
    group.FractionGroupDescription = f"Permanent implant, {dose_gy:g} Gy"
    group.NumberOfFractionsPlanned = 1
    group.NumberOfBeams = 0
    group.NumberOfBrachyApplicationSetups = len(keys)
    setups = []
    for i, key in enumerate(keys):
        item = Dataset()
        if key in doses:
            item.BrachyApplicationSetupDoseSpecificationPoint = decimals(doses[key].point_mm)
            item.BrachyApplicationSetupDose = decimal(doses[key].dose_gy)
        item.ReferencedBrachyApplicationSetupNumber = i + 1
        setups.append(item)
    group.ReferencedBrachyApplicationSetupSequence = setups
    return group


def _strengths(seeds: Sequence[Seed]) -> list[float]:
    """The different source strengths, weakest first."""
    found: list[float] = []
    for strength in sorted(s.strength_u for s in seeds):
        if not found or strength - found[-1] > SAME_STRENGTH_U:
            found.append(strength)
    return found


def _source(source: SourceModel, strength_u: float, number: int, when: datetime) -> Dataset:
    item = Dataset()
    item.SourceNumber = number
    item.SourceType = "LINE"
    item.SourceManufacturer = source.manufacturer[:LO_LENGTH]
    item.SourceModelID = source.model[:SH_LENGTH]
    item.SourceDescription = check_text(source.name, LO_LENGTH, "source model")
    item.ActiveSourceLength = decimal(source.active_length_mm)
    item.SourceIsotopeName = source.isotope
    item.SourceIsotopeHalfLife = decimal(source.half_life_h / HOURS_PER_DAY, 10)
    item.SourceStrengthUnits = "AIR_KERMA_RATE"
    item.ReferenceAirKermaRate = decimal(strength_u)
    # For sources that emit no photons, that is with a kerma rate of zero.  dciodvfy compares whole units
    # only, so below 1 U it asks for the attribute and from 1 U it forbids it.
    if strength_u < 1.0:
        item.SourceStrength = decimal(strength_u)
    item.SourceStrengthReferenceDate = when.strftime("%Y%m%d")
    item.SourceStrengthReferenceTime = when.strftime("%H%M%S.%f")
    return item


def _from_tip_mm(needle: Needle, seed: Seed) -> float:
    return float((needle.tip_mm - seed.position_mm) @ needle.direction)


def _setup(needle: Needle, number: int, seeds: tuple[Seed, ...], terms: _Terms) -> Dataset:
    distal_mm = min(terms.deepest_seed_mm, *(_from_tip_mm(needle, s) for s in seeds))
    if decimal(distal_mm) < 0:
        raise BadInput(
            f"a seed of needle {needle.id} lies {-distal_mm:.2f} mm beyond its tip",
            where="RT Plan",
            expected="seeds between entry and tip of their needle",
        )
    by_source = sorted(seeds, key=terms.source_index)  # stable: the deepest stay first
    setup = Dataset()
    setup.ApplicationSetupType = SETUP_TYPE
    setup.ApplicationSetupNumber = number
    setup.ApplicationSetupName = f"Needle {needle.id}"
    setup.TotalReferenceAirKerma = decimal(sum(s.strength_u for s in seeds) * terms.source.mean_life_h)
    setup.ChannelSequence = [
        _channel(needle, tuple(group), index + 1, distal_mm, terms)
        for index, group in groupby(by_source, key=terms.source_index)
    ]
    return setup


def _channel(
    needle: Needle, seeds: tuple[Seed, ...], source_number: int, distal_mm: float, terms: _Terms
) -> Dataset:
    """Seeds of one strength; ``distal_mm`` is from the needle's tip to the distal-most place of a seed."""
    channel = Dataset()
    channel.ReferencedROINumber = terms.roi_numbers.get(f"Needle {needle.id}")
    channel.ChannelLength = decimal(needle.length_mm)
    channel.ChannelEffectiveLength = decimal(needle.length_mm - distal_mm)
    channel.ChannelInnerLength = decimal(needle.length_mm)
    channel.ChannelTotalTime = decimal(len(seeds) * terms.source.mean_life_h * SECONDS_PER_HOUR, 3)
    channel.SourceMovementType = "STEPWISE"
    channel.SourceApplicatorNumber = needle.id
    channel.SourceApplicatorID = f"Needle {needle.id}"
    channel.SourceApplicatorType = "RIGID"
    channel.SourceApplicatorLength = decimal(needle.length_mm - distal_mm)
    channel.SourceApplicatorTipLength = decimal(distal_mm)
    channel.SourceApplicatorStepSize = decimal(terms.step_mm)
    channel.TransferTubeNumber = None
    channel.ReferencedSourceNumber = source_number
    channel.NumberOfControlPoints = 2 * len(seeds)
    channel.FinalCumulativeTimeWeight = decimal(len(seeds))
    points = []
    for i, seed in enumerate(seeds):
        from_distal = _from_tip_mm(needle, seed) - distal_mm
        points += [_control_point(seed, from_distal, 2 * i + k, i + k) for k in (0, 1)]
    channel.BrachyControlPointSequence = points
    return channel


def _add_earlier(ds: Dataset, earlier: EarlierImplant, terms: _Terms, when: datetime) -> None:
    """Append sources and setup of seeds that were there before; sources of their own, as of their implant."""
    setup = Dataset()
    setup.ApplicationSetupType = SETUP_TYPE
    setup.ApplicationSetupNumber = len(ds.ApplicationSetupSequence) + 1
    setup.ApplicationSetupName = ALREADY_IMPLANTED
    kerma = sum(s.strength_u for s in earlier.seeds) * earlier.source.mean_life_h
    setup.TotalReferenceAirKerma = decimal(kerma)
    # A channel for each seed: nothing moves, and nobody knows which of them lie on one line.
    channels = []
    for session in earlier.sessions:
        seeds = session.dose_seeds()
        first, strengths = len(ds.SourceSequence) + 1, _strengths(seeds)
        for number, strength in enumerate(strengths, start=first):
            ds.SourceSequence.append(_source(earlier.source, strength, number, session.at or when))
        old = replace(terms, source=earlier.source, strengths_u=tuple(strengths))
        channels += [_fixed_channel(seed, first + old.source_index(seed), earlier.source) for seed in seeds]
    setup.ChannelSequence = channels
    ds.ApplicationSetupSequence.append(setup)


def _fixed_channel(seed: Seed, source_number: int, source: SourceModel) -> Dataset:
    """One seed whose needle is not known."""
    channel = Dataset()
    channel.ChannelLength = None
    channel.ChannelTotalTime = decimal(source.mean_life_h * SECONDS_PER_HOUR, 3)
    channel.SourceMovementType = "FIXED"
    channel.TransferTubeNumber = None
    channel.ReferencedSourceNumber = source_number
    channel.NumberOfControlPoints = 2
    channel.FinalCumulativeTimeWeight = decimal(1)
    channel.BrachyControlPointSequence = [_control_point(seed, 0.0, k, k) for k in (0, 1)]
    return channel


def _control_point(seed: Seed, from_distal_mm: float, index: int, weight: int) -> Dataset:
    point = Dataset()
    point.ControlPointIndex = index
    point.CumulativeTimeWeight = decimal(weight)
    point.ControlPointRelativePosition = decimal(from_distal_mm)
    point.ControlPoint3DPosition = decimals(seed.position_mm)
    point.ControlPointOrientation = [float(v) for v in seed.direction]
    return point
