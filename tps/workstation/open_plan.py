"""From what the user named to a room with it on the desk."""

from collections.abc import Callable, Sequence
from pathlib import Path

from tps.dicom.case import read_case
from tps.errors import BadInput
from tps.export.integrity import is_plan_folder, is_verified
from tps.model import Case
from tps.pipeline.load import load_case
from tps.pipeline.reevaluate import OpenedPlan, open_folder
from tps.pipeline.stopwatch import ProgressCallback, Stopwatch
from tps.workstation.arrangement import Arrangement
from tps.workstation.desk import Desk
from tps.workstation.figures import stored_figures
from tps.workstation.journal import Journal, key_of, state_folder
from tps.workstation.memory import Memory
from tps.workstation.plan_basis import PlanBasis
from tps.workstation.room import Room
from tps.workstation.versions import Versions


def open_room(
    path: Path,
    structures: Sequence[Path] = (),
    language: str = "en",
    progress: ProgressCallback | None = None,
    ct: Path | None = None,
    plan: Path | None = None,
    read: Callable[..., Case] = read_case,
) -> Room:
    """A plan folder, or a scan with its contours, on the desk.

    Parameters
    ----------
    path : Path
        A plan folder, or what a scan is read from.
    structures : sequence of Path
        Contours of the scan; of a plan folder: where they are now, if they were moved.
    language : {"en", "zh"}
    progress : callable (stage, fraction), optional
    ct : Path, optional
        Of a plan folder: where its scan is now, if it was moved.
    plan : Path, optional
        Of a verified folder: where the plan that it verifies is now, if it was moved.
    read : callable
        Reads the scan that is shown, as for ``load_case``.

    Raises
    ------
    BadInput
        As ``open_folder`` and ``load_case``; or if it is open in another server.
    OutputRefused
        If no journal can be kept.
    """
    after_implant = path.is_dir() and is_plan_folder(path) and is_verified(path)
    if plan is not None and not after_implant:
        raise BadInput(
            f"{path} was not verified",
            where="--plan",
            expected="a folder that `tps verify` wrote",
            remedy="leave it out",
        )
    if after_implant:
        desk, key = implant_desk(path, progress, ct, structures, plan, read)
    elif path.is_dir() and is_plan_folder(path):
        with Stopwatch(progress).stage("reading"):
            opened = open_folder(path, ct, structures, read)
        desk, key = desk_of(opened), key_of(opened.as_parent["sha256"])
    else:
        with Stopwatch(progress).stage("reading"):
            case = load_case(path, list(structures) or None, read=read)
        desk, key = Desk(case), key_of(*sorted(case.files.values()))
    room = room_around(desk, path.resolve().parent, language)
    room.memory = Memory(desk, room.versions, Journal(state_folder() / f"{key}.journal"))
    with Stopwatch(progress).stage("restoring"):
        room.memory.begin()
    return room


def room_around(desk: Desk, folder: Path, language: str = "en") -> Room:
    """A room with a desk in it and no journal yet.

    Parameters
    ----------
    desk : Desk
    folder : Path
        In which exports are made.
    language : {"en", "zh"}
    """
    versions = Versions(desk, folder)
    desk.standing = versions.entry
    return Room(desk, versions, language)


def desk_of(opened: OpenedPlan) -> Desk:
    """A desk with a plan on it, to look at; what editing it needs is made later."""
    basis = PlanBasis(opened.case, opened.request, opened.premises, opened.plan)
    desk = Desk(opened.case, opened.as_parent)
    desk.open(basis, Arrangement.of(opened.plan).steered_by(opened.request.steering))
    # Without sums an edited file may go unseen: nothing is shown then that was not computed here.
    if opened.plan.seeds and opened.file.files:
        desk.shown(desk.moment).figures = stored_figures(opened)
    return desk


def implant_desk(
    folder: Path,
    progress: ProgressCallback | None = None,
    ct: Path | None = None,
    structures: Sequence[Path] = (),
    plan: Path | None = None,
    read: Callable[..., Case] = read_case,
) -> tuple[Desk, str]:
    """A desk with the seeds of a verified folder on it, and the name of its journal.

    Parameters
    ----------
    folder : Path
    progress : callable (stage, fraction), optional
    ct, structures, plan : optional
        Where they are now, if they were moved.
    read : callable
        Reads the scan that is shown, as for ``load_case``.
    """
    # What finds seeds takes half a second to load, which a plan that opens need not wait for.
    from tps.pipeline.open_verified import open_verified
    from tps.workstation.implant_basis import Corrected, ImplantBasis

    opened = open_verified(folder, plan, ct, structures, progress, read)
    basis = ImplantBasis.of(opened.after, opened.placement, opened.found)
    desk = Desk(opened.after.case, opened.as_parent)
    desk.open(basis, basis.arranged())
    desk.exact(desk.moment, Corrected(opened.found))
    return desk, key_of(opened.as_parent["sha256"])
