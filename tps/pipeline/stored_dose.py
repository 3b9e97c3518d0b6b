"""DVHs of any structure set in any dose, as files hold them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tps.dicom.case import read_structures
from tps.dicom.rt.frames import in_frame
from tps.dicom.rt.rtdose_read import DoseRead, read_dose
from tps.dicom.rt.rtstruct_read import StructureSet
from tps.errors import BadInput, UnknownName
from tps.evaluate.region_dose import RegionDose, region_dose
from tps.export.integrity import check_beside_plan
from tps.geometry.solid import build_all
from tps.model.names import left_out_warnings
from tps.pipeline.contour_grid import ACROSS, contour_grid
from tps.pipeline.stopwatch import ProgressCallback, Stopwatch


@dataclass(frozen=True, eq=False)
class StoredDose:
    """Regions and their doses.

    Parameters
    ----------
    regions : tuple of RegionDose
        In the structure set's order.
    warnings : tuple of str
    """

    regions: tuple[RegionDose, ...]
    warnings: tuple[str, ...]


def dvhs_of_files(
    structures_path: Path | str,
    dose_path: Path | str,
    rois: Sequence[str] = (),
    *,
    charset: str = "",
    progress: ProgressCallback | None = None,
) -> StoredDose:
    """The DVH of every region of a structure set in a dose.

    Parameters
    ----------
    structures_path : path-like
        RTSTRUCT or DICOM SEG.
    dose_path : path-like
        RTDOSE.
    rois : sequence of str
        Regions to look at; none: all that are bodies.
    charset : str
        What names are written in where the file does not say so truly.
    progress : callable (stage, fraction), optional

    Raises
    ------
    BadInput
        If a file cannot be read, they lie in different frames of reference, a region that is named is no
        body, or there is none at all.
    UnknownName
        If a region is named that is not there.
    """
    watch = Stopwatch(progress)
    with watch.stage("reading"):
        notes = check_beside_plan(structures_path, dose_path)
        dose = read_dose(dose_path)
        found = read_structures(structures_path, ACROSS, charset=charset)
        notes += _check_frames(found, dose, Path(dose_path).name)
        found = in_frame(found, dose.frame_of_reference_uid, (), Path(structures_path).name)
        names = _chosen(found, rois, Path(structures_path).name)
        single_mm = (
            dose.step_mm if len(dose.heights_mm) < 2 else float(dose.heights_mm[1] - dose.heights_mm[0])
        )
        solids, failures = build_all(
            [found.structures[name] for name in names], contour_grid(found, names, single_mm)
        )
    for name in [n for n in rois if found.renamed.get(n, n) in failures]:
        raise failures[found.renamed.get(name, name)]
    if not solids:
        raise BadInput(
            "no region of it is a body", where=Path(structures_path).name, remedy="draw regions on two planes"
        )
    regions = []
    with watch.stage("sampling") as done:
        for n, solid in enumerate(solids):
            done(n / len(solids))
            regions.append(region_dose(solid, dose))
    notes += found.warnings + dose.warnings
    notes += left_out_warnings({name: error.what for name, error in failures.items()})
    notes += tuple(note for region in regions for note in (*region.notes, *_outside(region)))
    return StoredDose(tuple(regions), tuple(dict.fromkeys(notes)))


def _check_frames(found: StructureSet, dose: DoseRead, where: str) -> tuple[str, ...]:
    """Refuse a dose that lies elsewhere than the regions; what was accepted without a frame in common."""
    frames = found.frame_of_reference_uids - {""}
    if dose.frame_of_reference_uid and dose.frame_of_reference_uid in frames:
        return ()
    if dose.frame_of_reference_uid and frames:
        raise BadInput(
            f"the dose lies in another frame of reference, {dose.frame_of_reference_uid}",
            where=where,
            expected=f"that of the regions, {', '.join(sorted(frames))}",
            remedy="name the structure set that the dose was computed for",
        )
    if found.sop_uid and dose.structure_set_uid == found.sop_uid:
        return ("no frame of reference in common: accepted because the dose names this structure set",)
    raise BadInput(
        "nothing ties the dose to the regions: no frame of reference in common",
        where=where,
        expected="the same Frame of Reference UID",
        remedy="name the structure set that the dose was computed for",
    )


def _chosen(found: StructureSet, rois: Sequence[str], where: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(found.renamed.get(name, name) for name in rois))
    for name in names:
        if name in found.left_out:
            raise BadInput(f"ROI {name!r} cannot be used: {found.left_out[name]}", where=where)
        if name not in found.structures:
            raise UnknownName("ROI", name, found.structures, where=where)
    if not (names or found.structures):
        raise BadInput("no region in it has contours", where=where, remedy="name another structure set")
    return names or tuple(found.structures)


def _outside(region: RegionDose) -> tuple[str, ...]:
    if region.outside_fraction == 0:
        return ()
    if region.dvh is None:
        return (f"{region.name}: lies outside the dose's grid, no dose is known",)
    part = region.outside_fraction
    said = f"{part:.1%}" if part >= 0.001 else "less than 0.1 %"
    return (f"{region.name}: {said} of its volume lies outside the dose's grid; its figures are of the rest",)
