"""The files of a plan folder, as contents for ``write_folder``."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime

import numpy as np
from pydicom import Dataset

from tps import NOT_FOR_CLINICAL_USE
from tps.dicom.identity.anonymise import anonymise_case, anonymise_dataset
from tps.dicom.rt.header import Stamp, encode, unfit_warnings
from tps.dicom.rt.seed_plan import ALREADY_IMPLANTED
from tps.dicom.rt.write_rtdose import DvhTable, build_rtdose
from tps.dicom.rt.write_rtplan import EARLIER_DOSE, SetupDose, build_rtplan
from tps.dicom.rt.write_rtstruct import Line, Points, build_rtstruct
from tps.dose.points import dose_at_points
from tps.dose.second_check import SecondCheck
from tps.evaluate.dvh import Dvh
from tps.evaluate.evaluation import Evaluation
from tps.export.anonymous import Anonymous
from tps.export.isodoses import isodose_structures
from tps.export.plan_identity import PlanIdentity
from tps.export.plan_json import (
    SCHEMA,
    approval_entry,
    dump,
    existing_entry,
    metric_entries,
    needle_entries,
    seed_entries,
    significant,
    verdict_entries,
)
from tps.export.tables import dvh_csv, dvh_doses, needles_csv, order_csv
from tps.formats.seeds_csv import existing_csv, seeds_csv
from tps.model import Case, Plan, Protocol, Seed, SourceModel, Strength, Structure, Volume
from tps.model.earlier import EarlierImplant
from tps.model.names import free_name


@dataclass(frozen=True)
class ExportOptions:
    """What else the files say, and how.

    Parameters
    ----------
    implant : datetime, optional
        When the seeds have the plan's strength.
    certified : datetime, optional
        The seeds' calibration: when their strength is certified.
    protocol : Protocol
        Says how many spare seeds to order.
    u_per_mci : float, optional
        Factor by which strengths are shown in mCi; None: that of the source's nuclide.
    seed_step_mm : float
        Step in which seed positions can be dialled.
    dose_bits : {16, 32}
    isodoses_gy : tuple of float
        Levels to write into the structure set.
    needle_contours : bool
        Write needles and seeds into the structure set, as open contours and points.
    anonymise : bool
        Take the patient's identity out of every file.
    label : str
        RT Plan Label; "": the prescription.
    stamp : Stamp
        When the export is made.
    """

    implant: datetime | None = None
    certified: datetime | None = None
    protocol: Protocol = field(default_factory=Protocol)
    u_per_mci: float | None = None
    seed_step_mm: float = 1.0
    dose_bits: int = 16
    isodoses_gy: tuple[float, ...] = ()
    needle_contours: bool = True
    anonymise: bool = False
    label: str = ""
    stamp: Stamp = field(default_factory=Stamp.now)

    @property
    def dates(self) -> tuple[datetime | None, datetime | None]:
        """Implant and calibration as the files say them: not at all where identities are taken out."""
        return (None, None) if self.anonymise else (self.implant, self.certified)

    def strength(self, source: SourceModel, strength_u: float) -> Strength:
        """A seed's strength as the files say it."""
        at, calibrated_at = self.dates
        return Strength.at_implant(
            source, strength_u, at=at, calibrated_at=calibrated_at, factor=self.u_per_mci
        )


def plan_files(
    case: Case,
    plan: Plan,
    source: SourceModel,
    evaluation: Evaluation,
    second_check: SecondCheck,
    structures: Sequence[Structure],
    *,
    timing_s: Mapping[str, float] | None = None,
    earlier: EarlierImplant | None = None,
    extra: Mapping | None = None,
    pages: Mapping[str, bytes | str] | None = None,
    options: ExportOptions | None = None,
    dose: Volume | None = None,
) -> dict[str, bytes | str]:
    """All files of a plan folder but the report, whose pages are passed through.

    Parameters
    ----------
    case, plan, source, evaluation, second_check
        What the stages before gave.
    structures : sequence of Structure
        For the structure set: targets, organs, derived obstacles.
    timing_s : dict of str to float
    earlier : EarlierImplant, optional
        Seeds that were there before (top-up): in the dose, in ``existing_seeds.csv``, and in the RT Plan as a
        setup of their own.
    extra : dict
        More keys for ``plan.json``; none that is there already.
    pages : dict of file name to content
        ``report.html`` and its pictures.
    options : ExportOptions
    dose : Volume, optional
        Total dose to write, Gy, of ``tps.dose.grids``; only a plan without seeds has none.

    Returns
    -------
    dict of str to bytes or str
        Relative path to content.

    Raises
    ------
    BadInput
        If something of the plan cannot be said in DICOM.
    """
    options = options or ExportOptions()
    if dose is None and plan.seeds:
        raise ValueError("a plan with seeds is written with its dose")
    if options.anonymise:
        # Identifiers are replaced in the finished objects, names of regions here: they are in every file.
        anonymous = Anonymous.of(case, [s.name for s in structures])
        plan, evaluation = anonymous.plan(plan), anonymous.evaluation(evaluation)
        structures = [anonymous.structure(s) for s in structures]
        # Dates are taken out with the identity.
        earlier = earlier and earlier.undated
    dicom = dicom_objects(case, plan, source, evaluation, structures, options, dose, earlier)
    if options.anonymise:
        dicom = {name: anonymise_dataset(ds) for name, ds in dicom.items()}
    shown = anonymise_case(case) if options.anonymise else case
    files: dict[str, bytes | str] = {name: encode(ds) for name, ds in dicom.items()}
    identity = PlanIdentity.of(case, plan, {name: str(ds.SOPInstanceUID) for name, ds in dicom.items()})
    files["needles.csv"] = needles_csv(case, plan, identity, options.protocol)
    files["seeds.csv"] = seeds_csv(plan.seeds)
    files["dvh.csv"] = dvh_csv(evaluation.dvhs, plan.prescription.dose_gy)
    files["order.csv"] = order_csv(plan, source, options.u_per_mci, *options.dates, options.protocol)
    if earlier is not None:
        files["existing_seeds.csv"] = existing_csv(earlier)
    document = plan_document(shown, plan, source, evaluation, second_check, options, timing_s or {})
    if earlier is not None:
        document["existing"] = existing_entry(earlier, options.dates[0])
    document["dicom"] = identity.uids
    document["plan"] = {"number": identity.number, "version": identity.version}
    files["plan.json"] = dump(document | {k: v for k, v in (extra or {}).items() if k not in document})
    return files | dict(pages or {})


def dicom_objects(
    case: Case,
    plan: Plan,
    source: SourceModel,
    evaluation: Evaluation,
    structures: Sequence[Structure],
    options: ExportOptions,
    dose: Volume | None,
    earlier: EarlierImplant | None = None,
) -> dict[str, Dataset]:
    """``RTSTRUCT.dcm``, ``RTPLAN.dcm`` and ``RTDOSE.dcm`` (of ``dose``), each pointing to those it builds on.

    A plan without seeds (no needle can reach the target) has the structure set alone.

    Parameters
    ----------
    case, plan, source, evaluation, structures, options, dose, earlier
        As for ``plan_files``.
    """
    stamp = options.stamp
    # A region of the input may be an isodose or a needle of an earlier plan, and keeps its name.
    taken = {s.name for s in structures}
    drawn_isodoses = isodose_structures(dose, options.isodoses_gy) if dose is not None else ()
    isodoses = [replace(s, name=free_name(s.name, taken)) for s in drawn_isodoses]
    lines: list[Line | Points] = [
        Line(free_name(f"Needle {n.id}", taken), np.stack([n.entry_mm, n.tip_mm])) for n in plan.needles
    ]
    if plan.seeds:
        lines.append(Points(free_name("Seeds", taken), _positions(plan.seeds)))
    if earlier is not None:
        lines.append(Points(free_name(ALREADY_IMPLANTED, taken), _positions(earlier.seeds)))
    rtstruct = build_rtstruct(
        case,
        [*structures, *isodoses],
        lines=lines if options.needle_contours else (),
        stamp=stamp,
    )
    if not plan.seeds:
        # Nothing to implant: an RT Plan without a source, and a dose that belongs to it, would say nothing.
        return {"RTSTRUCT.dcm": rtstruct}
    if dose is None:
        raise ValueError("a plan with seeds is exported with its dose")
    rtplan = build_rtplan(
        case,
        plan,
        source,
        structure_set=rtstruct,
        implant=options.dates[0],
        calibrated=options.dates[1],
        setup_doses=_setup_doses(plan, source, evaluation, earlier),
        seed_step_mm=options.seed_step_mm,
        label=options.label,
        deepest_seed_mm=options.protocol.deepest_seed_mm,
        stamp=stamp,
        earlier=earlier,
    )
    drawn = {s.name for s in structures}
    tables = [
        dvh_table(roi, dvh, plan.prescription.dose_gy) for roi, dvh in evaluation.dvhs.items() if roi in drawn
    ]
    rtdose = build_rtdose(
        case.identity,
        dose,
        prescription_gy=plan.prescription.dose_gy,
        plan=rtplan,
        structure_set=rtstruct,
        dvhs=tables,
        bits=options.dose_bits,
        stamp=stamp,
    )
    return {"RTSTRUCT.dcm": rtstruct, "RTPLAN.dcm": rtplan, "RTDOSE.dcm": rtdose}


def _positions(seeds: Sequence[Seed]) -> np.ndarray:
    return np.array([s.position_mm for s in seeds])


def dvh_table(roi: str, dvh: Dvh, prescription_gy: float) -> DvhTable:
    """A DVH in DICOM's bins: steps of 0.5 Gy to five times the prescription, one bin for the rest."""
    edges = dvh_doses(dvh, prescription_gy, step_gy=0.5)
    begins = edges[:-1] if len(edges) > 1 else edges
    widths = np.diff(edges) if len(edges) > 1 else np.array([1.0])
    return DvhTable(roi, widths, dvh.curve(begins), dvh.min_gy, dvh.mean_gy, dvh.max_gy)


def _setup_doses(
    plan: Plan, source: SourceModel, evaluation: Evaluation, earlier: EarlierImplant | None
) -> dict[int, SetupDose]:
    """What each needle gives to the point of its target where the plan's dose is lowest.

    What the seeds there before give is told for the first target.
    """
    doses = {}
    for needle in plan.needles:
        seeds = plan.seeds_on(needle.id)
        target = needle.target if needle.target in evaluation.minimum_at_mm else plan.targets[0]
        point = evaluation.minimum_at_mm.get(target)
        if seeds and point is not None:
            _, dose = dose_at_points(source, seeds, np.asarray(point, float)[None])
            doses[needle.id] = SetupDose(float(dose[0]), np.asarray(point, float))
    point = evaluation.minimum_at_mm.get(plan.targets[0])
    if earlier is not None and point is not None:
        _, dose = dose_at_points(earlier.source, earlier.seeds, np.asarray(point, float)[None])
        doses[EARLIER_DOSE] = SetupDose(float(dose[0]), np.asarray(point, float))
    return doses


def plan_document(
    case: Case,
    plan: Plan,
    source: SourceModel,
    evaluation: Evaluation,
    second_check: SecondCheck,
    options: ExportOptions,
    timing_s: Mapping[str, float],
) -> dict:
    """The content of ``plan.json``.

    Parameters
    ----------
    case, plan, source, evaluation, second_check, options, timing_s
        As for ``plan_files``.
    """
    identity = case.identity
    strengths = sorted({round(s.strength_u, 6) for s in plan.seeds})
    document = {
        "schema": SCHEMA,
        "notice": NOT_FOR_CLINICAL_USE,
        "software": f"seedwright {options.stamp.version}",
        "status": plan.status,
        **verdict_entries(plan),
        "reasons": list(map(str, plan.reasons)),
        "source": {
            "model": source.name,
            "name": source.model,
            "isotope": source.isotope,
            "level": source.level,
            "level_text": source.level_text,
            "half_life_h": source.half_life_h,
            "dose_rate_constant": source.dose_rate_constant,
            "active_length_mm": source.active_length_mm,
            "file_sha256": source.file_sha256,
            "strength_u": strengths,
            "u_per_mci": options.strength(source, 1.0).factor,
            "capsule_length_mm": round(source.capsule_length_mm, 4),
            "activity_mci": [options.strength(source, s).entry()["mci"] for s in strengths],
        },
        "strength": _strength_entry(source, strengths, options),
        "prescription": {"dose_gy": plan.prescription.dose_gy, "metric": plan.prescription.metric},
        "targets": list(plan.targets),
        "needles": needle_entries(plan, case),
        "seeds": seed_entries(plan.seeds),
        "metrics": metric_entries(evaluation.metrics),
        "goals": [
            {
                "limit": g.limit.text,
                "value": significant(g.value),
                "unit": g.limit.unit,
                "met": bool(g.met),
                "hard": not g.limit.preference,
            }
            for g in evaluation.goals
        ],
        "protocol": {k: _plain(v) for k, v in asdict(options.protocol).items()},
        "certificate": {k: _plain(v) for k, v in plan.certificate.items()},
        "second_check": {
            "points": int(second_check.points),
            "max_relative_difference": float(second_check.max_relative_difference),
        },
        "warnings": [*plan.warnings, *unfit_warnings(identity)],
        "edited_by_hand": list(plan.edited_by_hand),
        **approval_entry(plan),
        "search": {k: _plain(v) for k, v in plan.search.items()},
        "timing_s": {k: round(float(v), 3) for k, v in timing_s.items()},
        "inputs": {
            "study_uid": identity.study_uid,
            "series_uid": identity.series_uid,
            "frame_of_reference_uid": identity.frame_of_reference_uid,
            "structure_set_uid": identity.structure_set_uid,
            "sha256": dict(case.files),
        },
    }
    if options.implant and not options.anonymise:
        document["implant"] = options.implant.isoformat()
    if not options.anonymise:
        document["created"] = options.stamp.created.isoformat(timespec="seconds")
    return document


def _strength_entry(source: SourceModel, strengths_u: list[float], options: ExportOptions) -> dict:
    """``strength`` of plan.json; seeds of several strengths, or none, share dates and factor alone."""
    entry = options.strength(source, strengths_u[0] if strengths_u else 1.0).entry()
    if len(strengths_u) == 1:
        return entry
    return entry | dict.fromkeys(("u", "mci", "calibrated_u", "calibrated_mci"))


def _plain(value):
    """NumPy values as Python's own; what is not finite as None."""
    if isinstance(value, (list, tuple)):
        return [_plain(v) for v in value]
    if isinstance(value, dict):
        return {str(k): _plain(v) for k, v in value.items()}
    value = value.item() if isinstance(value, np.generic) else value
    return significant(value, 9) if isinstance(value, float) else value
