"""One implant as read: seeds, targets and organs, and what came with it to compare with."""

from dataclasses import dataclass, field, replace
from pathlib import Path

from tps.batch.find.headers import PLAN_JSON
from tps.batch.find.item import Item
from tps.batch.find.regions import choose_organs, choose_targets
from tps.batch.options import RecomputeOptions
from tps.batch.seed_plans import ReadPlan, from_plan_json, from_rtplan
from tps.dicom.case import read_structures
from tps.dicom.rt.frames import in_frame
from tps.dicom.rt.rtdose_read import DoseRead, read_dose
from tps.dicom.rt.rtstruct_read import StructureSet
from tps.errors import BadInput
from tps.export.integrity import check_beside_plan
from tps.geometry.solid import Solid, build_solid
from tps.model import CaseIdentity, Grid, Implant, Prescription, Structure
from tps.model.names import LEFT_OUT
from tps.pipeline.contour_grid import ACROSS, contour_grid


@dataclass
class ReadImplant:
    """An implant ready to be computed; ``build`` adds the solids.

    Parameters
    ----------
    implant : Implant
        With seeds that were there before, and with a prescription.
    target_names, organ_names : tuple of str
        Regions to evaluate.
    needles : int, optional
        Number of needles, where the input tells.
    recorded : dict of str to dict
        Metrics that came with the plan, by ROI.
    dose : DoseRead, optional
        The dose that came with it.
    structures : dict of str to Structure
        Those regions.
    grid : Grid
        Of the planes on which they were drawn; in water no image is needed.
    identity : CaseIdentity
    warnings : tuple of str
    targets, organs : list of Solid
        Filled by ``build``.
    """

    implant: Implant
    target_names: tuple[str, ...]
    organ_names: tuple[str, ...]
    needles: int | None
    recorded: dict[str, dict]
    dose: DoseRead | None
    structures: dict[str, Structure]
    grid: Grid
    identity: CaseIdentity
    warnings: tuple[str, ...]
    targets: list[Solid] = field(default_factory=list)
    organs: list[Solid] = field(default_factory=list)

    def build(self) -> None:
        """Make the solids of targets and organs; an organ that is no solid is left out, with a warning."""
        self.targets = [build_solid(self.structures[name], self.grid) for name in self.target_names]
        for name in self.organ_names:
            try:
                self.organs.append(build_solid(self.structures[name], self.grid))
            except BadInput as error:
                self.warnings += (f"organ {name!r} left out: {error.what}",)
        self.warnings += tuple(note for solid in (*self.targets, *self.organs) for note in solid.notes)


def read_implant(item: Item, options: RecomputeOptions) -> ReadImplant:
    """Read the files of one item.

    Raises
    ------
    BadInput
        For anything that cannot be computed: no permanent seed plan, no prescription, no target, plan and
        structures in different frames of reference, a plan folder whose files contradict each other ...
    """
    edited = check_beside_plan(*item.files.values())
    is_ours = Path(item.plan_file).name == PLAN_JSON
    read = from_plan_json(item, options) if is_ours else from_rtplan(item, options)
    if read.is_top_up and any(v.to_date or v.days is not None for v in options.variants):
        raise BadInput(
            "some of its seeds were there before: they were implanted at another time than the others",
            where="--days / --to-date",
            expected="seeds of one implant",
            remedy="leave the option out: the total dose counts all of them",
        )
    found = read_structures(item.structures_file, ACROSS, charset=options.charset)
    _check_frames(read, found)
    found = in_frame(found, read.frame_uid, (), "RTSTRUCT")
    targets = choose_targets(found, item.targets or options.targets, read.targets)
    organs = choose_organs(found, targets, tuple(read.recorded)) if options.organs else ()
    grid = contour_grid(found, (*targets, *organs))
    implant = replace(read.implant, prescription=_prescription(item, options, read.implant))
    identity = CaseIdentity(
        study_uid=found.study_uid or read.study_uid,
        frame_of_reference_uid=read.frame_uid or next(iter(sorted(found.frame_of_reference_uids)), ""),
    )
    dose, notes = _stored_dose(item, read)
    wanted = {*targets, *organs}
    warnings = (*read.warnings, *_about(found.warnings, wanted), *notes, *edited)
    drawn = {name: found.structures[name] for name in found.structures if name in wanted}
    return ReadImplant(
        implant, targets, organs, read.needles, read.recorded, dose, drawn, grid, identity, warnings
    )


def _prescription(item: Item, options: RecomputeOptions, implant: Implant) -> Prescription:
    stated = implant.prescription
    dose_gy = item.prescription_gy or (stated and stated.dose_gy) or options.prescription_gy
    if dose_gy is None:
        raise BadInput(
            "the plan states no prescribed dose, or several",
            where="plan",
            remedy="--prescription-gy, or the column prescription_gy of a manifest",
        )
    return replace(stated or Prescription(), dose_gy=dose_gy)


def _check_frames(read: ReadPlan, found: StructureSet) -> None:
    frames = found.frame_of_reference_uids
    if read.frame_uid and frames and read.frame_uid not in frames:
        raise BadInput(
            "plan and structures lie in different frames of reference",
            where="RTSTRUCT",
            expected="structures drawn on the scan the plan was made on",
        )


def _stored_dose(item: Item, read: ReadPlan) -> tuple[DoseRead | None, tuple[str, ...]]:
    """The dose to compare with; one that cannot be compared is left out, saying why."""
    if not item.dose_file:
        return None, ()
    try:
        dose = read_dose(item.dose_file)
    except BadInput as error:
        return None, (f"RTDOSE not compared: {error.what}",)
    if dose.dose_type != "PHYSICAL":
        return None, (f"RTDOSE not compared: its type is {dose.dose_type or 'not stated'}, not PHYSICAL",)
    if read.frame_uid and dose.frame_of_reference_uid not in ("", read.frame_uid):
        return None, ("RTDOSE not compared: it lies in another frame of reference",)
    return dose, tuple(f"RTDOSE: {text}" for text in dose.warnings)


def _about(warnings: tuple[str, ...], names: set[str]) -> tuple[str, ...]:
    """Warnings about regions that are used or left out here, and those about no single region."""
    return tuple(
        text
        for text in warnings
        if not text.startswith("ROI ") or LEFT_OUT in text or any(f"ROI {name!r}" in text for name in names)
    )
