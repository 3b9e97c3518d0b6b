"""The stage's verb: from a plan, or from seeds that lie somewhere, to figures."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

import numpy as np

from tps.access.skin_shell import SkinShell
from tps.dose.model import DoseModel
from tps.errors import BadInput
from tps.evaluate.dvh import Dvh
from tps.evaluate.evaluation import Evaluation
from tps.evaluate.goals import check_limits
from tps.evaluate.isodose import Surroundings, sample_surroundings
from tps.evaluate.metrics import organ_metrics, skin_metrics, target_metrics
from tps.evaluate.remainder import remainders
from tps.evaluate.samples import organ_dvh, target_dvh, target_step_mm
from tps.evaluate.surface import cold_points
from tps.geometry.region import Region, SampledRegion
from tps.geometry.side_by_side import side_by_side
from tps.model.case import Case
from tps.model.grid import Grid
from tps.model.implant import Implant
from tps.model.limit import Limit
from tps.model.plan import Plan, Seed
from tps.model.protocol import Protocol

# Two targets share space if a sample of one, at this step, lies in the other.
OVERLAP_STEP_MM = 2.0


def evaluate_plan(
    case: Case,
    plan: Plan,
    engine: DoseModel,
    target_solids: Sequence[Region],
    organ_solids: Sequence[Region],
    protocol: Protocol,
    limits: Sequence[Limit] = (),
    *,
    existing: Sequence[Seed] = (),
    skin: SkinShell | None = None,
) -> Evaluation:
    """DVHs and figures of a plan.

    Parameters
    ----------
    case : Case
        The scan.
    plan : Plan
    engine : DoseModel
        Of the plan's source.
    target_solids, organ_solids, protocol, limits, skin
        As for ``evaluate_implant``.
    existing : sequence of Seed
        Seeds that are there already; their dose counts everywhere.

    Returns
    -------
    Evaluation

    Raises
    ------
    BadInput, UnknownName
        As ``evaluate_implant`` does.
    """
    return evaluate_implant(
        Implant.of_plan(plan).joined(existing),
        engine,
        target_solids,
        organ_solids,
        protocol,
        limits,
        planned=plan.targets,
        within=case.ct.grid,
        skin=skin,
    )


def evaluate_implant(
    implant: Implant,
    engine: DoseModel,
    target_solids: Sequence[Region],
    organ_solids: Sequence[Region],
    protocol: Protocol,
    limits: Sequence[Limit] = (),
    *,
    planned: Sequence[str] | None = None,
    within: Grid | None = None,
    skin: SkinShell | None = None,
    formalism: str = "2d",
) -> Evaluation:
    """DVHs and figures of seeds that lie somewhere.

    Parameters
    ----------
    implant : Implant
        All that gives dose, with the prescription that volumes and conformity refer to.
    engine : DoseModel
        Of the implant's source.
    target_solids, organ_solids : sequence of Region
        Regions to evaluate; an organ that is a target too is reported as a target.
    protocol : Protocol
        ``surface_step_mm`` is used.
    limits : sequence of Limit
        Checked on the regions' DVHs.
    planned : sequence of str, optional
        Names of the targets that organs are reported without, too; default: all targets.
    within : Grid, optional
        The scan, in which the centre of every target must lie.
    skin : SkinShell, optional
        Evaluated as an organ.
    formalism : {"2d", "1d"}
        Of the engine; 1d where an axis is not known.

    Returns
    -------
    Evaluation

    Raises
    ------
    BadInput
        If there is no target, or a target's centre lies outside the scan.
    UnknownName
        If a limit names a region that is not evaluated.
    """
    if not target_solids:
        raise BadInput("there is no target to evaluate", remedy="name at least one target")
    reference, seeds = implant.reference_gy, implant.dose_seeds(formalism)
    if within is not None:
        for solid in target_solids:
            _inside_scan(solid, within)
    targets = {solid.name: solid for solid in target_solids}
    drawn = [solid for solid in organ_solids if solid.name not in targets]
    whole = [solid for solid in target_solids if planned is None or solid.name in planned]
    organs: dict[str, SampledRegion] = {}
    others: list[SampledRegion] = [*drawn, *remainders(drawn, whole)]
    for organ in others:
        if organ.name not in targets:
            organs.setdefault(organ.name, organ)

    # Regions share nothing but what gives the dose: each may be looked at while others are.
    of_targets = [
        partial(_of_target, solid, target_solids, engine, seeds, reference, protocol)
        for solid in targets.values()
    ]
    of_organs = [partial(_of_organ, organ, engine, seeds, reference) for organ in organs.values()]
    found = dict(zip((*targets, *organs), side_by_side([*of_targets, *of_organs]), strict=True))
    metrics = {name: one.metrics for name, one in found.items()}
    dvhs = {name: one.dvh for name, one in found.items()}
    lowest = {name: one.coldest_mm for name, one in found.items() if one.coldest_mm is not None}
    if skin is not None:
        dvhs[skin.name] = Dvh.of(engine.dose_gy(skin.points_mm, seeds), skin.volumes_mm3)
        metrics[skin.name] = skin_metrics(dvhs[skin.name])
    goals = check_limits(limits, dvhs, reference)
    return Evaluation(metrics, dvhs, lowest, goals)


class _Found(NamedTuple):
    """What was found of one region; only of a target the place on its surface where the dose is lowest."""

    metrics: dict[str, float]
    dvh: Dvh
    coldest_mm: np.ndarray | None = None


def _of_target(
    solid: Region,
    target_solids: Sequence[Region],
    engine: DoseModel,
    seeds: Sequence[Seed],
    reference_gy: float,
    protocol: Protocol,
) -> _Found:
    """Figures of one of several targets.

    Parameters
    ----------
    solid : Region
    target_solids : sequence of Region
        All of them.
    engine : DoseModel
    seeds : sequence of Seed
    reference_gy : float
        Prescription dose.
    protocol : Protocol
    """
    coldest, surface_dose = cold_points(
        solid.surface_points(protocol.surface_step_mm),
        solid.signed_distance_mm,
        lambda points: engine.dose_gy(points, seeds, exact=True),
        seeds,
        lambda points: engine.dose_gy(points, seeds),
    )
    dvh = target_dvh(solid, engine, seeds, float(surface_dose[0]))
    around = Surroundings(np.zeros(0), np.zeros(0), 0.0)
    if seeds:
        around = sample_surroundings(solid, _apart(solid, target_solids), engine, seeds, dvh, reference_gy)
    return _Found(target_metrics(dvh, surface_dose, around, reference_gy), dvh, coldest[0])


def _of_organ(organ: SampledRegion, engine: DoseModel, seeds: Sequence[Seed], reference_gy: float) -> _Found:
    """Figures of an organ, or of what is left of it; arguments as of ``_of_target``."""
    dvh = organ_dvh(organ, engine, seeds, reference_gy)
    return _Found(organ_metrics(dvh), dvh)


def _apart(solid: Region, target_solids: Sequence[Region]) -> list[Region]:
    """The other targets that share no space with ``solid`` (a target and itself with a margin do)."""
    others = [other for other in target_solids if other is not solid]
    if not others:
        return []
    points, _ = solid.quadrature(max(OVERLAP_STEP_MM, target_step_mm(solid.volume_mm3)))
    return [other for other in others if not other.contains(points).any()]


def _inside_scan(solid: Region, grid: Grid) -> None:
    centre = np.mean(solid.structure.bounds_mm(), axis=0)
    if not grid.contains(centre[None])[0]:
        raise BadInput(
            f"its centre {np.round(centre, 1).tolist()} mm lies outside the scan",
            where=f"ROI {solid.name!r}",
            expected="a target inside the CT it was drawn on",
            remedy="check that the structures belong to this CT",
        )
