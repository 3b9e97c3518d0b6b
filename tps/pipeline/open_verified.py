"""A folder that ``tps verify`` wrote, opened again: what it verified, and the seeds as they stand in it."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tps.dicom.case import read_case
from tps.errors import BadInput
from tps.export.integrity import PLAN_JSON
from tps.export.plan_json import PlanFile
from tps.model import Case
from tps.pipeline.after_implant import AfterImplant, Placement, placed, read_after_implant
from tps.pipeline.reevaluate import read_plan_folder
from tps.pipeline.stopwatch import ProgressCallback, Stopwatch
from tps.pipeline.verify import verified
from tps.pipeline.verify_request import VerifyRequest
from tps.postimplant.corrections import corrected_seeds, read_corrected
from tps.postimplant.verification import Verification
from tps.postimplant.verified_files import FOUND_CSV


@dataclass(frozen=True, eq=False)
class OpenedVerification:
    """A verified folder.

    Parameters
    ----------
    folder : Path
    file : PlanFile
    after : AfterImplant
    placement : Placement
    found : Verification
        Made anew of the seeds that stand in the folder.
    """

    folder: Path
    file: PlanFile
    after: AfterImplant
    placement: Placement
    found: Verification

    @property
    def as_parent(self) -> dict:
        """What a folder with corrected seeds says of it: ``corrected_from`` of plan.json."""
        return {
            "plan_uid": (self.file.model_extra or {}).get("dicom", {}).get("RTPLAN.dcm", ""),
            "sha256": hashlib.sha256((self.folder / PLAN_JSON).read_bytes()).hexdigest(),
            "folder": self.folder.resolve().name,
        }


def open_verified(
    folder: Path,
    plan: Path | None = None,
    ct: Path | None = None,
    structures: Sequence[Path] = (),
    progress: ProgressCallback | None = None,
    read: Callable[..., Case] = read_case,
) -> OpenedVerification:
    """Open a verified folder.

    Parameters
    ----------
    folder : Path
        It is only read.
    plan, ct : Path, optional
        Where plan and scan are now, if they were moved since.
    structures : sequence of Path
        Where the contours drawn on the new scan are now.
    progress : callable (stage, fraction), optional
    read : callable
        Reads the new scan, as for ``load_case``.

    Raises
    ------
    BadInput
        If something is no longer there, or is not what was verified.
    """
    file, watch = read_plan_folder(folder), Stopwatch(progress)
    where = str(folder / PLAN_JSON)
    request = VerifyRequest.recorded((file.model_extra or {}).get("asked"), where)
    request = request.moved(plan, ct, tuple(structures))
    for path, option in (
        (request.plan, "--plan"),
        (request.ct, "--ct"),
        *((p, "--structures") for p in request.structures),
    ):
        if not Path(path).exists():
            raise BadInput(
                f"{path} is not there",
                where=where,
                expected="the plan, the CT and the contours that were verified",
                remedy=f"say where it is now: {option} PATH",
            )
    after = read_after_implant(request, watch, read)
    _check_same(file, after, where)
    rows = read_corrected(folder / FOUND_CSV)
    seen, changes = corrected_seeds(rows, after.located.seeds, after.spacing_mm)
    after = replace(after, remarks=(*after.remarks, *found_otherwise(changes, file.edited_by_hand)))
    placement = placed(after, seen, watch)
    found = verified(after, seen, changes, placement=placement, watch=watch)
    return OpenedVerification(folder, file, after, placement, found)


def found_otherwise(changes: Sequence[str], recorded: Sequence[str]) -> tuple[str, ...]:
    """What must be said where the finder has learnt since: nobody moved by hand what a program moved.

    Parameters
    ----------
    changes : sequence of str
        Of the folder's seeds against those that are found now.
    recorded : sequence of str
        Those that the folder knows of.
    """
    new = [text for text in changes if text not in recorded]
    if not new:
        return ()
    return (
        "seeds of this folder that lie elsewhere than this version finds them, and count as placed by hand:"
        f" {len(new)}",
    )


def _check_same(file: PlanFile, after: AfterImplant, where: str) -> None:
    """Plan and scan must be those of the folder, to the last byte."""
    if file.parent is not None and file.parent.sha256 != after.planned.parent.get("sha256"):
        raise BadInput(
            "the plan is not the one that was verified",
            where=where,
            expected="the same plan to the last byte (SHA-256)",
            remedy="--plan PATH, or verify again",
        )
    wanted = file.inputs.get("sha256", {})
    changed = sorted(k for k in {*wanted, *after.case.files} if wanted.get(k) != after.case.files.get(k))
    if changed:
        raise BadInput(
            f"scan and contours differ from what was verified, first {changed[0]}",
            where=where,
            expected="the same files to the last byte (SHA-256)",
            remedy="--ct DIR --structures FILE, or verify again",
        )
