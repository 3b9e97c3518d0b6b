"""Which regions of a structure set are targets and organs."""

import numpy as np

from tps.dicom.rt.rtstruct_read import StructureSet
from tps.errors import BadInput, UnknownName
from tps.model.structure import TARGET_TYPES
from tps.pipeline.regions import NOT_ORGANS, ORGAN_RANGE_MM


def choose_targets(found: StructureSet, asked: tuple[str, ...], planned: tuple[str, ...]) -> tuple[str, ...]:
    """Names of the targets: those asked for; else those the plan names; else those marked as targets.

    Raises
    ------
    UnknownName
        If one that is asked for is not there.
    BadInput
        If it has no contours or cannot be used, or nothing tells which ROI is a target.
    """
    asked = tuple(found.renamed.get(name, name) for name in asked)
    planned = tuple(found.renamed.get(name, name) for name in planned)
    for name in (*asked, *(() if asked else planned)):
        if name in found.left_out:
            raise BadInput(
                f"ROI {name!r} cannot be used: {found.left_out[name]}",
                where="RTSTRUCT",
                remedy="draw or export the region again, or choose another",
            )
    for name in asked:
        if name in found.empty_rois:
            raise BadInput(f"ROI {name!r} has no contours", where="RTSTRUCT")
        if name not in found.structures:
            raise UnknownName("ROI", name, found.structures, where="RTSTRUCT")
    named = tuple(name for name in planned if name in found.structures)
    if asked or named:
        return asked or named
    marked = tuple(n for n, s in found.structures.items() if s.is_target)
    if not marked:
        raise BadInput(
            "nothing tells which ROI is the target",
            where="RTSTRUCT",
            expected=f"a ROI marked as {', '.join(TARGET_TYPES)}; there are: {', '.join(found.structures)}",
            remedy="--target ROI, or the column targets of a manifest",
        )
    return marked


def choose_organs(
    found: StructureSet, targets: tuple[str, ...], recorded: tuple[str, ...]
) -> tuple[str, ...]:
    """Names of the regions to report beside the targets: those the plan reported, else all within reach."""
    if recorded:
        return tuple(name for name in recorded if name in found.structures and name not in targets)
    bounds = [found.structures[name].bounds_mm() for name in targets]
    low = np.min([b[0] for b in bounds], axis=0) - ORGAN_RANGE_MM
    high = np.max([b[1] for b in bounds], axis=0) + ORGAN_RANGE_MM
    chosen = []
    for name, structure in found.structures.items():
        if name in targets or structure.interpreted_type.upper() in NOT_ORGANS:
            continue
        first, last = structure.bounds_mm()
        if np.all(first <= high) and np.all(last >= low):
            chosen.append(name)
    return tuple(chosen)
