"""From a plan and the CT after the implant to what was delivered."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from tps.dose.engine import DoseEngine
from tps.dose.second_check import SecondCheck, second_check
from tps.errors import BadInput
from tps.evaluate import Dvh, evaluate_implant
from tps.evaluate.samples import target_dvh
from tps.geometry.solid import Solid
from tps.model import Protocol, Seed, SourceModel
from tps.pipeline.after_implant import AfterImplant, Placement, placed, read_after_implant
from tps.pipeline.stopwatch import ProgressCallback, Stopwatch
from tps.pipeline.verified_implant import implants_of, matched, seeds_apart
from tps.pipeline.verify_request import VerifyRequest
from tps.postimplant.band import DRAWS, contour_bands, localisation_bands
from tps.postimplant.corrections import corrected_seeds, read_corrected
from tps.postimplant.locate import FoundSeed
from tps.postimplant.planned import PlannedImplant
from tps.postimplant.rigid import RigidMove
from tps.postimplant.underdosed import underdosed_part
from tps.postimplant.verification import Verification

# Images and seeds that disagree by more than this about where the target went: a warning, mm.
DISAGREE_MM = 3.0

# A seed so far outside every target has moved away, mm.
FAR_MM = 20.0

# Organs are carried over within so much of a target, mm.
ORGANS_WITHIN_MM = 60.0

# Points of the second check on each target.
CHECK_POINTS = 400


def verify(
    plan: Path | str,
    ct: Path | str,
    *,
    structures: Sequence[Path | str] = (),
    seeds: Path | str | None = None,
    targets: Sequence[str] = (),
    implanted: str = "",
    source: str = "",
    source_folder: str = "",
    prescription_gy: float | None = None,
    plan_ct: Path | str | None = None,
    plan_structures: Sequence[Path | str] = (),
    by: str = "images",
    series: str | None = None,
    resample: bool = False,
    draws: int = DRAWS,
    progress: ProgressCallback | None = None,
) -> Verification:
    """Find the seeds in a CT after the implant, hold them against the plan, and compute what they give.

    Parameters
    ----------
    plan : path-like
        A plan folder or an RT Plan; only read.
    ct : path-like
        The CT after the implant.
    structures : sequence of path-like
        Contours drawn on it; without, those of the plan are carried over.
    seeds : path-like, optional
        A corrected table of the seeds found.
    targets : sequence of str
        Regions of ``structures`` that are the plan's targets, in its order; default: those of its names.
    implanted : str
        ISO date and time; "": that of the plan.
    source, source_folder, prescription_gy : as for ``read_planned``
    plan_ct, plan_structures : path-like
        The planning scan and its contours, where the plan does not say where they are.
    by : {"images", "seeds", "none"}
        What the two scans are registered by.
    series, resample : as for ``load_case``
    draws : int
        Of the band.
    progress : callable (stage, fraction), optional

    Raises
    ------
    BadInput
        If something cannot be read or does not belong together, or no seed is found.
    """
    request = VerifyRequest(
        str(plan),
        str(ct),
        tuple(map(str, structures)),
        tuple(targets),
        implanted,
        source,
        source_folder,
        prescription_gy,
        str(plan_ct or ""),
        tuple(map(str, plan_structures)),
        by,
        series,
        resample,
    )
    watch = Stopwatch(progress)
    after = read_after_implant(request, watch)
    seen: tuple[FoundSeed, ...] = after.located.seeds
    changes: tuple[str, ...] = ()
    if seeds is not None:
        seen, changes = corrected_seeds(read_corrected(seeds), seen, after.spacing_mm)
    return verified(after, seen, changes, draws=draws, watch=watch)


def verified(
    after: AfterImplant,
    seen: tuple[FoundSeed, ...],
    changes: tuple[str, ...] = (),
    *,
    placement: Placement | None = None,
    draws: int = DRAWS,
    watch: Stopwatch | None = None,
) -> Verification:
    """Hold seeds against the plan and compute what they give.

    Parameters
    ----------
    after : AfterImplant
    seen : tuple of FoundSeed
        The seeds that count.
    changes : tuple of str
        What was corrected by hand in them.
    placement : Placement, optional
        Of ``placed``, where it is known.
    draws : int
        Of the band.
    watch : Stopwatch, optional

    Raises
    ------
    BadInput
        If there is no seed, or no contour that can be used.
    """
    request, planned, case, model = after.request, after.planned, after.case, after.model
    watch = watch or Stopwatch()
    if not seen:
        raise BadInput(
            "no seed was found in this CT",
            where=request.ct,
            expected="the CT after the implant",
            remedy="check that it is; seeds that you see can be given with --seeds FILE",
        )
    where = placement or placed(after, seen, watch)
    registration, drawn, regions = where.registration, where.drawn, where.targets
    matching = matched(planned, seen, registration.move)
    apart = seeds_apart(planned, seen, registration)
    with watch.stage("dose"):
        engine = DoseEngine(model)
        delivered, mine, before, theirs = implants_of(planned, seen, matching, registration.move)
        everything = delivered.joined(seed for one in before for seed in one.seeds)
        dose_seeds, wanted = everything.dose_seeds(), everything.reference_gy
        evaluation = evaluate_implant(
            everything, engine, regions, where.organs, Protocol(), within=case.ct.grid
        )
        metrics, dvhs = _figures(planned, engine, drawn, regions, registration.move)
        cold = tuple(underdosed_part(s.name, s, s.bounds_mm(), engine, dose_seeds, wanted) for s in regions)
        check = _check(model, engine, regions, dose_seeds)
    with watch.stage("uncertainty") as done:
        strength = everything.total_strength_u / len(everything.seeds)
        doubtful = [] if changes else [(s, strength) for s in after.located.doubtful]
        lined_up = [seen[n] for n in (*mine, *theirs)]
        bands = {
            s.name: localisation_bands(everything, lined_up, doubtful, s, engine, draws, done)
            for s in regions
        }
        contour = {s.name: contour_bands(everything, s, engine) for s in regions}
    said = [*planned.notes, *where.notes, *after.remarks]
    if apart.distance_mm > DISAGREE_MM and not apart.by_chance:
        said.append(
            f"images and seeds disagree by {apart.distance_mm:.1f} mm about where the target went: check the"
            " contour"
        )
    return Verification(
        planned=planned,
        case=case,
        source=model,
        engine=engine,
        located=after.located,
        seen=seen,
        changes=changes,
        registration=registration,
        seeds_apart=apart,
        carried=not request.structures,
        matching=matching,
        delivered=delivered,
        before=before,
        delivered_seen=mine,
        before_seen=theirs,
        far=tuple(n for n, seed in enumerate(seen) if is_far(seed.position_mm, regions)),
        targets=regions,
        organs=where.organs,
        evaluation=evaluation,
        planned_metrics=metrics,
        planned_dvhs=dvhs,
        bands=bands,
        contour_bands=contour,
        underdosed=cold,
        check=check,
        notes=tuple(dict.fromkeys(said)),
        timing_s=watch.timing_s,
        asked=request.record(),
    )


def _figures(
    planned: PlannedImplant,
    engine: DoseEngine,
    drawn: Sequence[Solid],
    regions: Sequence[Solid],
    move: RigidMove,
) -> tuple[dict[str, dict], dict[str, Dvh]]:
    """By region of the new scan: figures and curve of the plan, on the planning scan where it is there."""
    before = planned.earlier_seeds
    whole = planned.implant.joined(before)
    if not drawn:
        axes = np.concatenate([planned.axes, np.array([s.direction for s in before]).reshape(-1, 3)])
        there = whole.moved(move.points(whole.positions_mm), move.axes(axes))
        found = evaluate_implant(there, engine, regions, (), Protocol())
        return found.metrics, found.dvhs
    formalism = "2d" if whole.has_axes else "1d"
    model = engine if formalism == "2d" else DoseEngine(engine.source, "1d")
    metrics = planned.metrics
    if not all(s.name in metrics for s in drawn):
        metrics = evaluate_implant(whole, model, drawn, (), Protocol(), formalism=formalism).metrics
    seeds = whole.dose_seeds(formalism)
    names = {old.name: new.name for old, new in zip(drawn, regions, strict=False)}
    return (
        {names.get(name, name): row for name, row in metrics.items()},
        {names[old.name]: target_dvh(old, model, seeds) for old in drawn if old.name in names},
    )


def is_far(place_mm: np.ndarray, targets: Sequence[Solid]) -> bool:
    """Whether a place (3,) mm lies far from every target."""
    return all(float(s.signed_distance_mm(place_mm[None])[0]) < -FAR_MM for s in targets)


def _check(
    model: SourceModel, engine: DoseEngine, targets: Sequence[Solid], seeds: tuple[Seed, ...]
) -> SecondCheck:
    points = np.concatenate([s.surface_points(2.0) for s in targets])
    points = points[np.unique(np.linspace(0, len(points) - 1, CHECK_POINTS).astype(int))]
    return second_check(model, seeds, points, engine.dose_gy(points, seeds))
