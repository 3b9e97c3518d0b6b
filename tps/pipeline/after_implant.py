"""What is read for a verification: plan and new CT, the seeds found in it, where the plan went."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tps.dicom.case import read_case
from tps.errors import BadInput
from tps.geometry.solid import Solid
from tps.model import Case, SourceModel
from tps.model.moment import read_moment
from tps.pipeline.load import load_case
from tps.pipeline.planned_implant import at_implant, read_planned
from tps.pipeline.stopwatch import Stopwatch
from tps.pipeline.verified_implant import registered
from tps.pipeline.verified_regions import planned_solids, regions_in
from tps.pipeline.verify_request import VerifyRequest
from tps.postimplant.locate import FoundSeed, Located, locate_seeds
from tps.postimplant.located_files import remarks
from tps.postimplant.marker import marker_of
from tps.postimplant.planned import PlannedImplant
from tps.postimplant.register import Registration
from tps.postimplant.series import stated_thickness
from tps.sources.library import load_source


@dataclass(frozen=True, eq=False)
class AfterImplant:
    """A plan and the CT after its implant, read, and the seeds that the finder finds there.

    Parameters
    ----------
    request : VerifyRequest
    planned : PlannedImplant
        Strengths at the implant.
    case : Case
        The new scan.
    model : SourceModel
    located : Located
    remarks : tuple of str
        What must be known of the series and of what it can tell.
    """

    request: VerifyRequest
    planned: PlannedImplant
    case: Case
    model: SourceModel
    located: Located
    remarks: tuple[str, ...] = ()

    @property
    def spacing_mm(self) -> list[float]:
        """Of the new scan's voxels, x, y, z."""
        return self.case.ct.grid.spacing_mm.tolist()


def read_after_implant(
    request: VerifyRequest, watch: Stopwatch, read: Callable[..., Case] = read_case
) -> AfterImplant:
    """Read plan and CT and find the seeds.

    Parameters
    ----------
    request : VerifyRequest
    watch : Stopwatch
    read : callable
        Reads the new scan, as for ``load_case``.

    Raises
    ------
    BadInput
        If something cannot be read or does not belong together.
    """
    with watch.stage("reading"):
        planned = read_planned(
            request.plan,
            ct=request.plan_ct or None,
            structures=request.plan_structures,
            source=request.source,
            source_folder=request.source_folder,
            prescription_gy=request.prescription_gy,
            targets=request.targets if not request.structures else (),
        )
        model = load_source(planned.implant.source, request.source_folder or None)
        when = read_moment(request.implanted, "--implanted") if request.implanted else None
        planned = at_implant(planned, when, model.half_life_h)
        drawn = list(request.structures) or None
        case = load_case(request.ct, drawn, series=request.series, resample=request.resample, read=read)
        _same_patient(planned, case)
    with watch.stage("finding seeds") as done:
        marker = marker_of(model)
        thick = stated_thickness(case.identity.slice_thickness_mm, request.resample)
        located = locate_seeds(case.ct, marker, slice_mm=thick, report=lambda _, fraction: done(fraction))
    said = tuple(remarks(located, marker.described))
    return AfterImplant(request, planned, case, model, located, said)


@dataclass(frozen=True, eq=False)
class Placement:
    """Where the plan went in the new scan, and its regions there.

    Parameters
    ----------
    registration : Registration
    drawn : tuple of Solid
        The plan's targets in its own scan.
    targets, organs : tuple of Solid
        In the new scan.
    notes : tuple of str
    """

    registration: Registration
    drawn: tuple[Solid, ...]
    targets: tuple[Solid, ...]
    organs: tuple[Solid, ...]
    notes: tuple[str, ...]


def placed(after: AfterImplant, seen: Sequence[FoundSeed], watch: Stopwatch) -> Placement:
    """Where the plan went: by images it does not depend on what was corrected in the seeds.

    Parameters
    ----------
    after : AfterImplant
    seen : sequence of FoundSeed
        The seeds that count.
    watch : Stopwatch

    Raises
    ------
    BadInput
        If there is no contour that can be used.
    """
    request, planned, case = after.request, after.planned, after.case
    with watch.stage("registering"):
        drawn = planned_solids(planned)
        # What metal spoils is what the finder saw; a seed corrected by hand must not move the target.
        metal = after.located.seeds if request.by == "images" and after.located.seeds else seen
        registration = registered(planned, case, metal, drawn, request.by)
    with watch.stage("contours"):
        regions, organs, notes = regions_in(
            planned, case, request.targets, drawn, registration.move, bool(request.structures)
        )
    return Placement(registration, drawn, regions, organs, notes)


def _same_patient(planned: PlannedImplant, case: Case) -> None:
    """Refuse another patient's scan, as far as identities tell."""
    if planned.case is None:
        return
    mine, other = planned.case.identity.patient_id, case.identity.patient_id
    if mine and other and mine != other:
        raise BadInput(
            "the new CT is of another patient than the plan",
            where="CT",
            expected="one Patient ID in both scans",
            remedy="check the folder",
        )
