"""What a request asks of a patient: targets, obstacles, approaches, and the problem they pose."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from tps.access.approach import Approach, find_approaches
from tps.access.lying import PositionAdvice, better_position, settled_position
from tps.access.obstacles import Obstacles, find_obstacles
from tps.access.old_seeds import shortened_before, without_seeds
from tps.access.path_check import check_path
from tps.access.skin_shell import SkinShell, find_skin_shell
from tps.access.unreachable import Unreachable, unreachable_part
from tps.dose.engine import DoseEngine
from tps.errors import BadInput
from tps.geometry.solid import Solid
from tps.model import Case, Protocol, Seed, SourceModel
from tps.model.earlier import EarlierImplant
from tps.model.limit import Limit
from tps.model.position import position_of
from tps.optimize.problem import OrganProblem, Problem, TargetProblem
from tps.pipeline.earlier import check_frame, check_in_patient, read_earlier
from tps.pipeline.locked import Kept, Locked, locked_as, read_locked
from tps.pipeline.possible_limits import refuse_impossible
from tps.pipeline.regions import Regions, build_regions
from tps.pipeline.request import PlanRequest
from tps.pipeline.skin_organ import check_skin_found, check_skin_limits, skin_name
from tps.pipeline.steering import check_lines
from tps.pipeline.stopwatch import ProgressCallback, Stopwatch
from tps.sources.library import load_source

# The search looks at a limit on the skin with at most so many points.
MOST_SKIN_POINTS = 20_000

# How needles were locked that no table names.
ON_SCREEN = "locked on the screen"


@dataclass(frozen=True, eq=False)
class Preparation:
    """What does not depend on the seeds' strength: shared by every strength tried."""

    source: SourceModel
    engine: DoseEngine
    regions: Regions
    obstacles: Obstacles
    problem: Problem
    unreachable: tuple[Unreachable, ...]
    watch: Stopwatch
    advice: tuple[PositionAdvice, ...] = ()
    skin: SkinShell | None = None
    earlier: EarlierImplant | None = None
    earlier_notes: tuple[str, ...] = ()
    locked: Locked | None = None

    @property
    def existing(self) -> tuple[Seed, ...]:
        """Seeds that were there before, which are none of this plan's."""
        return self.earlier.seeds if self.earlier else ()

    def with_strength(self, strength_u: float) -> "Preparation":
        """The same for seeds of another strength."""
        problem = replace(self.problem, strength_u=strength_u)
        if self.locked is None:
            return replace(self, problem=problem)
        locked = self.locked.with_strength(strength_u)
        problem = replace(problem, existing=self.existing + locked.seeds, kept_seeds=locked.seeds)
        return replace(self, problem=problem, locked=locked)


@dataclass(frozen=True, eq=False)
class Premises:
    """What is known of a request in a patient before its regions are bodies: little work.

    Parameters
    ----------
    source : SourceModel
    engine : DoseEngine
    strength_u : float
    limits, preferences : tuple of Limit
    earlier : EarlierImplant or None
    earlier_notes : tuple of str
    """

    source: SourceModel
    engine: DoseEngine
    strength_u: float
    limits: tuple[Limit, ...]
    preferences: tuple[Limit, ...]
    earlier: EarlierImplant | None
    earlier_notes: tuple[str, ...]

    @staticmethod
    def of(case: Case, request: PlanRequest) -> "Premises":
        """Read source, limits and seeds that are there already; raises ``BadInput`` for what cannot be."""
        source = load_source(request.source, request.source_folder or None)
        strength = request.strength_of(source)
        check_seeds_fit(source, request.protocol)
        limits = tuple(Limit.parse(text) for text in request.limits)
        preferences = tuple(Limit.parse(text, preference=True) for text in request.preferences)
        earlier = read_earlier(request, source)
        check_frame(request, case.identity.frame_of_reference_uid)
        earlier_notes = check_in_patient(earlier, case.ct)
        check_lines(request.steering.lines, case.ct.grid)
        engine = DoseEngine(source)
        return Premises(source, engine, strength.u, limits, preferences, earlier, earlier_notes)

    @property
    def all_limits(self) -> tuple[Limit, ...]:
        """Limits, then preferences."""
        return self.limits + self.preferences

    @property
    def existing(self) -> tuple[Seed, ...]:
        """Seeds that were there before."""
        return self.earlier.seeds if self.earlier else ()


def prepare_regions(
    case: Case, request: PlanRequest, premises: Premises, targets: Regions | None = None
) -> Regions:
    """Targets and organs as bodies.

    Parameters
    ----------
    case : Case
    request : PlanRequest
    premises : Premises
    targets : Regions, optional
        As for ``build_regions``.

    Raises
    ------
    BadInput
        As ``build_regions``; or for limits that cannot be kept, or not be told.
    """
    regions = build_regions(case, request, premises.all_limits, targets)
    check_skin_limits(premises.all_limits, skin_name(case))
    refuse_impossible(premises.limits, regions.planned, regions.organs, request.prescription)
    return regions


def prepare(
    case: Case,
    request: PlanRequest,
    progress: ProgressCallback | None = None,
    *,
    search: bool = True,
    kept: Kept = ((), ()),
    premises: Premises | None = None,
    regions: Regions | None = None,
) -> Preparation:
    """Targets, obstacles and approaches of a request, and the problem they pose.

    Without ``search`` no approach is looked for: enough to judge needles that are there.

    Parameters
    ----------
    case : Case
    request : PlanRequest
    progress : callable (stage, fraction), optional
        Hears how far it is.
    search : bool
        Look for approaches.
    kept : (sequence of Needle, sequence of Seed)
        Locked on the screen: kept as they are, as those of the request's table.
    premises, regions : optional
        Of the same case and request, where they are at hand.
    """
    watch = Stopwatch(progress)
    protocol = request.protocol
    with watch.stage("structures"):
        premises = premises or Premises.of(case, request)
        regions = regions or prepare_regions(case, request, premises)
        source, engine, earlier = premises.source, premises.engine, premises.earlier
        limits, preferences = premises.limits, premises.preferences
    with watch.stage("obstacles"):
        position = position_of(case.identity.patient_position, request.position)
        obstacles = find_obstacles(
            _without_old_seeds(case, earlier, source, protocol),
            regions.planned,
            request.avoid,
            protocol,
            regions.organs,
            position,
            request.steering,
            cross=request.cross,
            treated=request.targets,
        )
        settled = settled_position(position, obstacles.table_side)
        if settled is not position:
            obstacles = replace(obstacles, position=settled)
    with watch.stage("approaches"):
        approaches: list[tuple[Approach, ...]] = [() for _ in regions.planned]
        parts: list[Unreachable] = []
        if search:
            approaches = [find_approaches(obstacles, target, protocol) for target in regions.planned]
            parts = [
                unreachable_part(target, found, obstacles)
                for target, found in zip(regions.planned, approaches, strict=True)
            ]
        skin = find_skin_shell(obstacles, regions.planned, skin_name(case))
        check_skin_found(limits + preferences, skin_name(case), skin)
        advice = _position_advice(request, obstacles, regions.planned, approaches) if search else ()
        existing = premises.existing
        locked = locked_as(kept, source, obstacles, existing, ON_SCREEN) or read_locked(
            request, source, regions, obstacles, case.ct.grid, existing
        )
        if locked is not None:
            approaches = [tuple(locked.around(a, regions, request) for a in found) for found in approaches]
        approaches = [tuple(_before_seeds(a, existing, source, protocol) for a in f) for f in approaches]
        named = {limit.roi for limit in limits + preferences}
        problem = Problem(
            targets=tuple(
                TargetProblem.of_solid(t, a, protocol, obstacles.skin_depth_mm)
                for t, a in zip(regions.planned, approaches, strict=True)
            ),
            engine=engine,
            strength_u=premises.strength_u,
            prescription=request.prescription,
            protocol=protocol,
            organs=_limited_organs(regions, skin, named),
            limits=limits,
            soft_limits=preferences,
            existing=existing + (locked.seeds if locked else ()),
            kept_needles=locked.needles if locked else (),
            kept_seeds=locked.seeds if locked else (),
            check_path=partial(check_path, obstacles),
            max_needles=_needles_left(request, locked),
            fixed_lines=bool(request.steering.lines),
            random_seed=request.random_seed,
        )
    # Of the user's own lines each serves what lies around it: what they leave out, the search says.
    unreachable = () if request.steering.lines else tuple(part for part in parts if part.message)
    return Preparation(
        source,
        engine,
        regions,
        obstacles,
        problem,
        unreachable,
        watch,
        advice,
        skin,
        earlier,
        premises.earlier_notes,
        locked,
    )


def _without_old_seeds(
    case: Case, earlier: EarlierImplant | None, source: SourceModel, protocol: Protocol
) -> Case:
    """The case with a scan in which the metal of an earlier implant is no bone."""
    if earlier is None:
        return case
    clear = protocol.old_seed_clearance_mm
    return replace(case, ct=without_seeds(case.ct, earlier.seeds, source.capsule_half_length_mm, clear))


def _before_seeds(
    approach: Approach, existing: Sequence[Seed], source: SourceModel, protocol: Protocol
) -> Approach:
    """An approach whose ways end before seeds that are there already."""
    return shortened_before(approach, existing, source.capsule_half_length_mm, protocol.old_seed_clearance_mm)


def _needles_left(request: PlanRequest, locked: Locked | None) -> int | None:
    """How many needles may be added; at least 1, for a plan that may have none is not searched for."""
    if request.max_needles is None or locked is None:
        return request.max_needles
    return max(request.max_needles - len(locked.needles), 1)


def _limited_organs(regions: Regions, skin: SkinShell | None, named: set[str]) -> tuple[OrganProblem, ...]:
    """Organs that limits name, and the skin."""
    organs = [OrganProblem.of_solid(o) for o in regions.organs if o.name in named]
    if skin is not None and skin.name in named:
        thin = skin.thinned(MOST_SKIN_POINTS)
        organs.append(OrganProblem(skin.name, thin.points_mm, thin.volumes_mm3))
    return tuple(organs)


def _position_advice(
    request: PlanRequest, obstacles: Obstacles, targets: Sequence[Solid], approaches
) -> tuple[PositionAdvice, ...]:
    """Other positions that would serve better; none where the user says how the patient lies."""
    if request.position or not request.steering.is_free:
        return ()
    found = [better_position(obstacles, t, a) for t, a in zip(targets, approaches, strict=True)]
    return tuple(advice for advice in found if advice is not None)


def check_seeds_fit(source: SourceModel, protocol: Protocol) -> None:
    """Refuse a spacing at which the seeds of a needle would lie within each other; raises ``BadInput``."""
    length = 2.0 * source.capsule_half_length_mm
    nearest = max(protocol.seed_spacing_mm[0], protocol.seed_min_distance_mm)
    if nearest < length - 1e-6:
        raise BadInput(
            f"seeds of a needle {nearest:g} mm apart would lie within each other",
            where="--spacing-mm, or seed_spacing_mm of the protocol",
            expected=f"at least {length:g} mm, the length of a seed of {source.name}",
        )
