"""Regions of another frame of reference than the CT's: a structure set may hold several."""

from collections.abc import Iterable
from dataclasses import replace

from tps.dicom.rt.rtstruct_read import StructureSet
from tps.errors import BadInput
from tps.model.names import left_out_warnings


def in_frame(found: StructureSet, frame_uid: str, image_uids: Iterable[str], where: str) -> StructureSet:
    """The regions that lie in a frame of reference; the others are left out, with their reason.

    A region belongs to it if it names it, names none, or if its contours, or those of another region of the
    same frame, name images of the scan.  Nothing is left out where nothing of the structure set belongs:
    it is another scan's as a whole.

    Parameters
    ----------
    found : StructureSet
    frame_uid : str
        Of the CT, or of the plan; "" where it has none.
    image_uids : iterable of str
        SOP Instance UIDs of the scan's images.
    where : str
        File or folder, for messages.

    Raises
    ------
    BadInput
        If no region is left.
    """
    images = frozenset(image_uids)
    tied = {t.frame_of_reference_uid for t in found.ties.values() if t.image_uids & images}
    if not frame_uid or not (frame_uid in found.frame_of_reference_uids or tied):
        return found
    same = {"", frame_uid} | tied
    foreign = {
        name: "it lies in another frame of reference than the scan"
        for name, ties in found.ties.items()
        if ties.frame_of_reference_uid not in same and name in found.structures
    }
    if not foreign:
        return found
    kept = {name: s for name, s in found.structures.items() if name not in foreign}
    if not kept:
        frames = sorted({found.ties[name].frame_of_reference_uid for name in foreign})
        raise BadInput(
            f"all regions belong to another scan (ROI {', '.join(foreign)}; {', '.join(frames)})",
            where=where,
            expected=f"regions in the frame of reference of the scan, {frame_uid}",
            remedy="name the RTSTRUCT drawn on this CT",
        )
    return replace(
        found,
        structures=kept,
        left_out=found.left_out | foreign,
        warnings=(
            *left_out_warnings(foreign),
            *(w for w in found.warnings if not w.startswith(tuple(f"ROI {name!r}: " for name in foreign))),
        ),
    )
