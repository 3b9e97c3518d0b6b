"""Targets and organs in the scan after the implant: drawn anew, or carried over from the plan's."""

from collections.abc import Sequence

import numpy as np

from tps.errors import BadInput
from tps.geometry.solid import Solid, build_all, build_solid
from tps.model import Case, Structure
from tps.pipeline.regions import NOT_ORGANS
from tps.postimplant.carry_over import ROUGH_MM, carried_over
from tps.postimplant.planned import PlannedImplant
from tps.postimplant.rigid import RigidMove

# Organs are looked at within so much of a target, mm: a top-up may have to avoid them.
ORGANS_WITHIN_MM = 100.0


def planned_solids(planned: PlannedImplant) -> tuple[Solid, ...]:
    """The plan's targets in the scan they were drawn in; those that its margin made are made again."""
    if planned.case is None:
        return ()
    found = []
    for name in planned.targets:
        case = planned.case
        if name not in case.names and "+" in name:
            base, _, margin = name.rpartition("+")
            found.append(build_solid(case.structure(base), case.ct.grid).expand(float(margin[:-2]), name))
        else:
            found.append(build_solid(case.structure(name), case.ct.grid))
    return tuple(found)


def regions_in(
    planned: PlannedImplant,
    case: Case,
    wanted: Sequence[str],
    drawn: Sequence[Solid],
    move: RigidMove,
    anew: bool,
) -> tuple[tuple[Solid, ...], tuple[Solid, ...], tuple[str, ...]]:
    """Targets and organs in the new scan, and remarks.

    Parameters
    ----------
    planned : PlannedImplant
    case : Case
        The new scan.
    wanted : sequence of str
        Targets among its structures; default: of the plan's names.
    drawn : sequence of Solid
        The plan's targets in its own scan.
    move : RigidMove
    anew : bool
        The new scan has contours of its own.

    Raises
    ------
    BadInput
        If there are neither, or a target cannot be used.
    """
    if anew:
        names = tuple(wanted) or planned.targets
        solids = tuple(build_solid(case.structure(name), case.ct.grid) for name in names)
        others = [s for s in case.structures.values() if s.name not in names and _is_organ(s, solids)]
        organs, failures = build_all(others, case.ct.grid)
        return solids, organs, tuple(f"organ {n!r} left out: {e.what}" for n, e in failures.items())
    if not drawn or planned.case is None:
        raise BadInput(
            "no contours: the planning scan is not there and no new structures are given",
            where="--structures",
            expected="the target drawn on the new CT, or the planning CT to carry it over from",
            remedy="--structures RS, or --plan-ct DIR --plan-structures RS",
        )
    grid = case.ct.grid
    solids = tuple(build_solid(carried_over(s, move, grid), grid) for s in drawn)
    old = [
        s for s in planned.case.structures.values() if s.name not in planned.targets and _is_organ(s, drawn)
    ]
    found, _ = build_all(old, planned.case.ct.grid)
    there, notes = [], []
    for solid in found:
        try:
            there.append(build_solid(carried_over(solid, move, grid, ROUGH_MM), grid))
        except BadInput as error:
            notes.append(f"organ {solid.name!r} not carried over: {error.what}")
    return solids, tuple(there), tuple(notes)


def _is_organ(structure: Structure, targets: Sequence[Solid]) -> bool:
    if structure.interpreted_type.upper() in NOT_ORGANS or structure.is_target:
        return False
    low, high = structure.bounds_mm()
    return any(
        np.all(low <= t.bounds_mm()[1] + ORGANS_WITHIN_MM)
        and np.all(high >= t.bounds_mm()[0] - ORGANS_WITHIN_MM)
        for t in targets
    )
