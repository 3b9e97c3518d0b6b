"""Which structures are targets and which are organs, as solids."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tps.access.skin_shell import NAME as SKIN
from tps.errors import BadInput, UnknownName
from tps.evaluate.goals import refuse_larger_than
from tps.geometry.solid import Solid, build_all, build_solids
from tps.geometry.sphere import sphere_structure
from tps.model import Case, Structure
from tps.model.limit import Limit
from tps.model.names import free_name, left_out_warnings
from tps.pipeline.request import PlanRequest
from tps.pipeline.skin_organ import is_outline, skin_name

# The body outline is not an organ: its DVH says nothing and would cost the most.
NOT_ORGANS = ("EXTERNAL", "SUPPORT", "FIXATION", "MARKER", "BOLUS", "REGISTRATION", "ISOCENTER")

# Beyond this an I-125 implant gives less than a thousandth of its prescription.
ORGAN_RANGE_MM = 100.0


@dataclass(frozen=True, eq=False)
class Regions:
    """Solids of one planning task.

    Parameters
    ----------
    drawn : tuple of Solid
        Targets as contoured or entered.
    planned : tuple of Solid
        What is planned to: ``drawn`` with the margin; the same objects where there is none.
    organs : tuple of Solid
        Every other contoured structure near a target.
    warnings : tuple of str
        Which structures near a target are no bodies, and what is unusual about the contours of the others.
    """

    drawn: tuple[Solid, ...]
    planned: tuple[Solid, ...]
    organs: tuple[Solid, ...]
    warnings: tuple[str, ...] = ()

    @property
    def targets(self) -> tuple[Solid, ...]:
        """All target solids to report: the planned ones first, then those drawn that differ."""
        return self.planned + tuple(d for d in self.drawn if d not in self.planned)


def target_structures(case: Case, request: PlanRequest) -> tuple[Structure, ...]:
    """The structures to treat, inside the scan; raises ``UnknownName`` or ``BadInput``."""
    if request.targets and not (case.structures or case.empty_rois or case.left_out):
        raise BadInput(
            "--target was given but no structures",
            where="--structures",
            remedy="name the RTSTRUCT, or use --target-sphere",
        )
    found = [case.structure(name) for name in request.targets]
    for sphere in request.spheres:
        if sphere.name in case.structures:
            raise BadInput(f"the structures already have a ROI {sphere.name!r}", where="--target-sphere")
        found.append(sphere_structure(sphere.centre_mm, sphere.radius_mm, case.ct.grid, sphere.name))
    spheres, file = {sphere.name for sphere in request.spheres}, case.structures_from or "structures"
    for structure in found:
        _check_shown(structure, case, "--target-sphere" if structure.name in spheres else file)
    return tuple(found)


def _check_shown(structure: Structure, case: Case, where: str) -> None:
    """A target must lie in the scanned box: what was not scanned cannot be planned."""
    if not case.ct.grid.contains(np.concatenate([c.points_mm for c in structure.contours])).all():
        raise BadInput(
            f"target {structure.name!r} reaches outside the scan",
            where=where,
            expected="a target that the CT shows whole",
            remedy="take the CT it was drawn on, or a larger one",
        )


def build_targets(case: Case, request: PlanRequest) -> Regions:
    """Solids of targets alone; errors as of ``build_regions``, as far as they are about targets."""
    drawn = build_solids(target_structures(case, request), case.ct.grid)
    planned = drawn
    if request.margin_mm:
        planned = _with_margin(drawn, request.margin_mm, case)
        for solid in planned:
            _check_shown(solid.structure, case, "--margin-mm")
    return Regions(drawn, planned, ())


def build_regions(
    case: Case, request: PlanRequest, limits: tuple[Limit, ...], targets: Regions | None = None
) -> Regions:
    """Solids of targets and organs.

    Parameters
    ----------
    case : Case
    request : PlanRequest
    limits : tuple of Limit
    targets : Regions, optional
        As ``build_targets`` gives them, where they are there already.

    Raises
    ------
    UnknownName, BadInput
        For ROIs asked for that do not exist, are empty or left out, are no bodies, lie outside the scan, or
        are smaller than a limit's volume.
    """
    targets = targets or build_targets(case, request)
    drawn, planned = targets.drawn, targets.planned
    wanted = _wanted(case, request, limits, {s.name for s in drawn + planned})
    built, failures = build_all(_organs(case, [d.structure for d in drawn], wanted), case.ct.grid)
    for name in sorted(wanted & set(failures)):
        raise failures[name]
    volumes_cc = {s.name: s.volume_mm3 / 1000 for s in (*drawn, *planned, *built)}
    for limit in limits:
        refuse_larger_than(limit, volumes_cc[limit.roi])
    warnings = left_out_warnings({name: error.what for name, error in failures.items()})
    notes = tuple(note for solid in (*drawn, *built) for note in solid.notes)
    return Regions(drawn, planned, built, warnings + notes)


def organ_structures(
    case: Case, request: PlanRequest, limits: tuple[Limit, ...], targets: Sequence[Structure]
) -> tuple[Structure, ...]:
    """The structures that ``build_regions`` makes organs of, where targets have no margin.

    Parameters
    ----------
    case : Case
    request : PlanRequest
    limits : tuple of Limit
    targets : sequence of Structure
        As ``target_structures`` gives them.

    Raises
    ------
    UnknownName, BadInput
        For organs asked for that do not exist, or lie outside the scan.
    """
    return _organs(case, targets, _wanted(case, request, limits, {t.name for t in targets}))


def _wanted(case: Case, request: PlanRequest, limits: tuple[Limit, ...], taken: set[str]) -> set[str]:
    """Names of the organs that the request asks for; ``taken`` are those of the targets."""
    wanted = ({limit.roi for limit in limits} | set(request.avoid)) - taken
    for name in sorted(wanted - {skin_name(case)}):
        if name not in case.names:
            known = [*case.structures, skin_name(case)]
            raise UnknownName("ROI", name, known, where="--avoid / --limit")
        _inside_the_scan(case.structure(name), case)
    return wanted


def _organs(case: Case, targets: Sequence[Structure], wanted: set[str]) -> tuple[Structure, ...]:
    treated = {t.name for t in targets}
    return tuple(
        s
        for s in case.structures.values()
        if s.name not in treated
        and not (s.name == SKIN and is_outline(case, SKIN))
        and (s.name in wanted or is_organ_nearby(s, targets))
    )


def _with_margin(drawn: tuple[Solid, ...], margin_mm: float, case: Case) -> tuple[Solid, ...]:
    """The targets with a margin, under names that no region of the case has."""
    taken, found, end = {*case.names, *(d.name for d in drawn)}, [], f"+{margin_mm:g}mm"
    for solid in drawn:
        found.append(solid.expand(margin_mm, free_name(solid.name + end, taken, end)))
        taken.add(found[-1].name)
    return tuple(found)


def _inside_the_scan(structure: Structure, case: Case) -> None:
    """A dose to a region that the CT does not show says nothing of it."""
    if not case.ct.grid.contains(np.concatenate([c.points_mm for c in structure.contours])).any():
        raise BadInput(
            f"ROI {structure.name!r} lies outside the scan",
            where=case.structures_from or "structures",
            expected="a region that the CT shows, to be avoided or limited",
            remedy="take the CT it was drawn on, or leave it out",
        )


def is_organ_nearby(structure: Structure, targets: Sequence[Structure]) -> bool:
    """Whether a structure is an organ that an implant in the targets gives dose to."""
    if structure.interpreted_type.upper() in NOT_ORGANS:
        return False
    low, high = structure.bounds_mm()
    for target in targets:
        t_low, t_high = target.bounds_mm()
        if np.all(low <= t_high + ORGAN_RANGE_MM) and np.all(high >= t_low - ORGAN_RANGE_MM):
            return True
    return False
