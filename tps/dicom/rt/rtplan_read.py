"""Read the RT Plan of a permanent implant, ours or another system's."""

from pathlib import Path

import numpy as np
from pydicom import Dataset

from tps.dicom.file.dicom_file import DicomFile, open_header, reading_guard
from tps.dicom.file.file_source import list_blobs
from tps.dicom.file.values import has, integer, items, number, text
from tps.dicom.rt.planned_source import is_ours, planned_source
from tps.dicom.rt.seed_channels import Dwell, channel_label, dwells_of
from tps.dicom.rt.seed_permanence import Stay, permanence_remarks
from tps.dicom.rt.seed_plan import ALREADY_IMPLANTED, PlannedNeedle, PlannedSeed, PlannedSource, SeedPlan
from tps.errors import BadInput
from tps.model.strength import check_strength

RTPLAN = "1.2.840.10008.5.1.4.1.1.481.5"
ION_PLAN = "1.2.840.10008.5.1.4.1.1.481.8"

# Tips computed from different seeds of one needle differ by rounding alone.
SAME_TIP_MM = 0.01

# Capsules are 0.8 mm thick: two seeds cannot be nearer; a plan that lists its seeds twice has them at 0.
OVERLAP_MM = 0.5


def read_plan(path: Path | str, *, allow_any_strength: bool = False) -> SeedPlan:
    """Read one RT Plan of a permanent seed implant.

    Parameters
    ----------
    path : path
    allow_any_strength : bool
        Take improbable strengths too.

    Returns
    -------
    SeedPlan

    Raises
    ------
    BadInput
        If the file is no RT Plan, is a plan for an afterloader (HDR, PDR), a temporary implant or for
        external beams, states its seeds in a way that leaves doubt, or a strength is improbable.
    """
    blobs = list_blobs(path)
    file = open_header(blobs[0]) if len(blobs) == 1 else None
    if file is None:
        raise BadInput("is not one DICOM file", where=str(path), expected="an RT Plan")
    return plan_of(file, allow_any_strength)


def plan_of(file: DicomFile, allow_any_strength: bool = False) -> SeedPlan:
    """The seed plan in an opened file; raises as ``read_plan``."""
    with reading_guard(file.name):
        return _read(file, allow_any_strength)


def _read(file: DicomFile, allow_any_strength: bool) -> SeedPlan:
    dataset, where = file.dataset, file.name
    refuse_other_plans(dataset, where)
    warnings = list(file.notes)
    found = [planned_source(s, dataset, where, warnings) for s in _used_sources(dataset, where)]
    for source in found:
        check_strength(
            source.strength_u,
            f"{where}, source {source.number}",
            isotope=source.isotope,
            insist=allow_any_strength,
        )
    sources = {s.number: s for s in found}
    seeds, needles, stays = [], [], []
    for setup in items(dataset, "ApplicationSetupSequence"):
        setup_seeds, needle, setup_stays = _setup(setup, sources, where, warnings, is_ours(dataset))
        seeds += setup_seeds
        needles += [needle] if setup_seeds else []
        stays += setup_stays
    if not seeds:
        raise BadInput(
            "no seeds in it: no channel in which the time weight grows",
            where=where,
            expected="a permanent seed implant",
            remedy="export the plan with its seeds",
        )
    _check_setups(dataset, where, warnings)
    _check_overlap(seeds, where)
    warnings += permanence_remarks(dataset, stays, seeds, sources, where)
    if any(s.direction is None for s in seeds):
        warnings.append(
            f"{sum(s.direction is None for s in seeds)} of {len(seeds)} seeds have no orientation"
        )
    prescriptions = _prescriptions(dataset, where)
    if not prescriptions:
        warnings.append("the plan states no prescribed dose")
    used = tuple(sources[n] for n in sorted({s.source for s in seeds}))
    return SeedPlan(
        seeds=tuple(seeds),
        needles=tuple(needles),
        sources=used,
        prescriptions_gy=prescriptions,
        label=text(dataset, "RTPlanLabel"),
        name=text(dataset, "RTPlanName"),
        approval=text(dataset, "ApprovalStatus"),
        manufacturer=text(dataset, "Manufacturer"),
        sop_uid=text(dataset, "SOPInstanceUID"),
        study_uid=text(dataset, "StudyInstanceUID"),
        frame_of_reference_uid=text(dataset, "FrameOfReferenceUID"),
        structure_set_uid=_first_reference(dataset, "ReferencedStructureSetSequence"),
        patient_id=text(dataset, "PatientID"),
        dose_uids=tuple(
            text(r, "ReferencedSOPInstanceUID") for r in items(dataset, "ReferencedDoseSequence")
        ),
        warnings=tuple(dict.fromkeys(warnings)),
        sha256=file.sha256,
    )


def refuse_other_plans(dataset: Dataset, where: str) -> None:
    """``BadInput``, in one sentence, for anything but a plan of seeds left in place."""
    sop_class = text(dataset, "SOPClassUID")
    if sop_class not in (RTPLAN, ION_PLAN):
        kind = text(dataset, "Modality") or "unknown"
        raise BadInput(f"is not an RT Plan (modality {kind})", where=where, expected="an RT Plan")
    expected = "a permanent seed implant"
    has_beams = sop_class == ION_PLAN or items(dataset, "BeamSequence")
    if has_beams or not items(dataset, "ApplicationSetupSequence"):
        kind = "an external-beam plan" if has_beams else "a plan without seeds"
        raise BadInput(f"is {kind}, not a seed implant", where=where, expected=expected)
    kind = text(dataset, "BrachyTreatmentType").upper()
    if kind in ("HDR", "PDR", "MDR"):
        article = "a" if kind == "PDR" else "an"
        raise BadInput(
            f"is {article} {kind} afterloader plan, not a seed implant", where=where, expected=expected
        )


def _used_sources(dataset: Dataset, where: str) -> list[Dataset]:
    """Sources that a channel with control points names; others (dummies) are passed over."""
    channels = [c for s in items(dataset, "ApplicationSetupSequence") for c in items(s, "ChannelSequence")]
    named = {integer(c, "ReferencedSourceNumber", where) for c in channels}
    sources = items(dataset, "SourceSequence")
    found = {integer(s, "SourceNumber", where): s for s in sources}
    if len(found) < len(sources):
        raise BadInput("two sources have the same number", where=where, remedy="export the plan again")
    lost = sorted(named - set(found))
    if lost:
        raise BadInput(f"channels name sources {lost} that are not there", where=where)
    return [found[n] for n in sorted(named)]


def _setup(
    setup: Dataset, sources: dict[int, PlannedSource], where: str, warnings: list[str], ours: bool
) -> tuple[list[PlannedSeed], PlannedNeedle, list[Stay]]:
    """Seeds of one application setup, the needle it stands for, and how long each channel's seeds stay."""
    count = integer(setup, "ApplicationSetupNumber", where)
    seeds: list[PlannedSeed] = []
    stays: list[Stay] = []
    ends: tuple[np.ndarray | None, np.ndarray | None] = (None, None)
    is_earlier = ours and text(setup, "ApplicationSetupName") == ALREADY_IMPLANTED
    for channel in items(setup, "ChannelSequence"):
        label = f"{where}, {channel_label(setup, channel)}"
        dwells, remarks = dwells_of(channel, label)
        warnings += remarks
        source = sources[integer(channel, "ReferencedSourceNumber", label)]
        place = integer(channel, "ChannelNumber", label, 1)
        seeds += [
            PlannedSeed(d.position_mm, d.direction, source.strength_u, source.number, count, place)
            for d in dwells
        ]
        if dwells and dwells[0].time_s is not None:
            times = [d.time_s for d in dwells if d.time_s is not None]
            stays.append(Stay(sum(times), len(dwells), source.number))
        if ours and dwells and not is_earlier:
            ends = _needle_ends(dwells, channel, label, warnings)
    kind = text(setup, "ApplicationSetupType")
    if not items(setup, "ChannelSequence") and kind != "UNDEFINED":
        warnings.append(f"application setup {count} has no channels: seeds may be missing")
    name = text(setup, "ApplicationSetupName")
    return seeds, PlannedNeedle(count, name, kind, *ends, is_earlier=is_earlier), stays


def _needle_ends(
    dwells: list[Dwell], channel: Dataset, where: str, warnings: list[str]
) -> tuple[np.ndarray | None, np.ndarray | None]:
    """Tip and entry, by the convention of our own plans.

    Relative positions count from the distal-most place of a seed, which lies the tip length behind the tip;
    plans of older versions state no tip length and count from the tip itself.
    """
    beyond = number(channel, "SourceApplicatorTipLength", where, 0.0)
    turned = [(d, d.direction) for d in dwells if d.direction is not None]
    if not turned:
        return None, None
    tips = [d.position_mm + direction * (d.relative_mm + beyond) for d, direction in turned]
    spread = max(float(np.linalg.norm(t - tips[0])) for t in tips)
    if spread > SAME_TIP_MM:
        warnings.append(f"{where}: its seeds put the needle's tip {spread:.2f} mm apart")
    length = number(channel, "ChannelLength", where)
    if abs(number(channel, "SourceApplicatorLength", where, length - beyond) + beyond - length) > SAME_TIP_MM:
        warnings.append(f"{where}: channel length and applicator length differ")
    return tips[0], tips[0] - turned[0][1] * length


def _check_setups(dataset: Dataset, where: str, warnings: list[str]) -> None:
    """The fraction group names every application setup; a difference means that some were lost."""
    there = {integer(s, "ApplicationSetupNumber", where) for s in items(dataset, "ApplicationSetupSequence")}
    for group in items(dataset, "FractionGroupSequence"):
        references = items(group, "ReferencedBrachyApplicationSetupSequence")
        named = {integer(r, "ReferencedBrachyApplicationSetupNumber", where) for r in references}
        stated = integer(group, "NumberOfBrachyApplicationSetups", where, len(named))
        if named - there or stated != len(named):
            warnings.append(
                f"the fraction group counts {stated} application setups and names {len(named)}, of which "
                f"{len(named & there)} are there: seeds may be missing"
            )


def _check_overlap(seeds: list[PlannedSeed], where: str) -> None:
    positions = np.array([s.position_mm for s in seeds])
    order = np.argsort(positions[:, 0], kind="stable")
    ordered = positions[order]
    for i in range(len(ordered) - 1):
        last = np.searchsorted(ordered[:, 0], ordered[i, 0] + OVERLAP_MM, side="right")
        near = np.linalg.norm(ordered[i + 1 : last] - ordered[i], axis=1) < OVERLAP_MM
        if near.any():
            raise BadInput(
                f"two seeds are at the same place {np.round(ordered[i], 2).tolist()}: the plan may list its "
                "seeds twice",
                where=where,
                expected=f"seeds at least {OVERLAP_MM} mm apart",
                remedy="export a plan that holds each seed once",
            )


def _prescriptions(dataset: Dataset, where: str) -> dict[str, float]:
    """Prescribed dose by target; failing that, what the fraction group states for the setups."""
    found: dict[str, float] = {}
    for reference in items(dataset, "DoseReferenceSequence"):
        is_target = text(reference, "DoseReferenceType", "TARGET") == "TARGET"
        if is_target and has(reference, "TargetPrescriptionDose"):
            label = text(reference, "DoseReferenceDescription") or f"dose reference {len(found) + 1}"
            found[label] = number(reference, "TargetPrescriptionDose", where)
    if found:
        return found
    doses = {
        number(setup, "BrachyApplicationSetupDose", where)
        for group in items(dataset, "FractionGroupSequence")
        for setup in items(group, "ReferencedBrachyApplicationSetupSequence")
        if has(setup, "BrachyApplicationSetupDose")
    }
    doses.discard(0.0)
    return {"application setups": doses.pop()} if len(doses) == 1 else {}


def _first_reference(dataset: Dataset, keyword: str) -> str:
    found = items(dataset, keyword)
    return text(found[0], "ReferencedSOPInstanceUID") if found else ""
