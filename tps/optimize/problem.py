"""What the planner is given, and what it hands back."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import numpy as np

from dose_kernels.search.feasibility import depths
from tps.model import Grid, Needle, Prescription, Protocol, Seed
from tps.model.grid import frozen_array
from tps.model.limit import Limit
from tps.model.reason import Reason

if TYPE_CHECKING:
    from tps.access.approach import Approach
    from tps.dose.model import SeedDoseModel
    from tps.geometry.solid import Solid

# The distance field is read by trilinear interpolation; at 1.5 mm its error on a surface of 5 mm radius
# of curvature is below 0.1 mm.
DISTANCE_STEP_MM = 1.5

# So much of a target's surface must lie too near the skin for seeds before no dose is asked of it: less than
# that is served by the seeds below it.
LEAST_SHALLOW = 0.1

# How far outside a target the distance field still knows the distance.
DISTANCE_MARGIN_MM = 16.5


@dataclass(frozen=True, eq=False)
class DistanceField:
    """Signed distance to a target's surface on a regular grid along the patient axes; > 0 inside.

    Parameters
    ----------
    origin_mm : (3,) float
        Centre of voxel (0, 0, 0), x, y, z.
    step_mm : float
    values : (nz, ny, nx) float32, mm
    """

    origin_mm: np.ndarray
    step_mm: float
    values: np.ndarray

    def __post_init__(self):
        object.__setattr__(self, "origin_mm", frozen_array(self.origin_mm, (3,), "origin_mm"))
        object.__setattr__(
            self, "values", frozen_array(self.values, (None, None, None), "values", np.float32)
        )
        if not self.step_mm > 0:
            raise ValueError(f"step_mm is {self.step_mm}, must be positive")
        if min(self.values.shape) < 2:
            raise ValueError(f"values have shape {self.values.shape}, at least 2 are needed along each axis")

    @property
    def grid(self) -> Grid:
        """The grid of the samples."""
        return Grid(self.origin_mm, np.full(3, self.step_mm), self.values.shape)

    def at(self, points_mm) -> np.ndarray:
        """Signed distance (n,) at points (n, 3), trilinear; held at the edge value outside the grid."""
        points = np.asarray(points_mm, float).reshape(-1, 3)
        index = np.ascontiguousarray((points - self.origin_mm) / self.step_mm)
        out = np.empty(len(index))
        depths(self.values, index, out)
        return out

    @staticmethod
    def sample(
        signed_distance_mm: Callable[[np.ndarray], np.ndarray],
        low_mm,
        high_mm,
        step_mm: float = DISTANCE_STEP_MM,
    ) -> "DistanceField":
        """Sample a function over a box and the margin.

        Parameters
        ----------
        signed_distance_mm : callable
            Points (n, 3) to signed distances (n,), mm, > 0 inside.
        low_mm, high_mm : (3,) float
            Corners of the box, without the margin.
        step_mm : float
        """
        low, high = (
            np.asarray(low_mm, float) - DISTANCE_MARGIN_MM,
            np.asarray(high_mm, float) + DISTANCE_MARGIN_MM,
        )
        grid = Grid.around(low, high, step_mm)
        values = np.asarray(signed_distance_mm(grid.centres_mm())).reshape(grid.shape)
        return DistanceField(grid.origin_mm, step_mm, values)


@dataclass(frozen=True, eq=False)
class TargetProblem:
    """One target.

    Parameters
    ----------
    name : str
    surface_points_mm : (n, 3) float
        Surface sampled at 1 mm or finer; the minimum peripheral dose is the lowest dose there.  Of a target
        that reaches the skin only what lies deep enough for seeds: more cannot be asked of them.
    inside_points_mm : (m, 3) float
    inside_volumes_mm3 : (m,) float
        The volume each inside point stands for.
    distance : DistanceField
    approaches : tuple of Approach
        The directions it can be reached from.  May be empty: then no needle serves it.
    signed_distance_mm : callable, optional
        Points (n, 3) to signed distances (n,), the finest there is; default: ``distance``.
    reaches_skin : bool
        Whether some of its surface was left out for lying too near the skin.
    """

    name: str
    surface_points_mm: np.ndarray
    inside_points_mm: np.ndarray
    inside_volumes_mm3: np.ndarray
    distance: DistanceField
    approaches: tuple["Approach", ...] = ()
    signed_distance_mm: Callable[[np.ndarray], np.ndarray] | None = None
    reaches_skin: bool = False

    def __post_init__(self):
        object.__setattr__(
            self, "surface_points_mm", frozen_array(self.surface_points_mm, (None, 3), "surface_points_mm")
        )
        points = frozen_array(self.inside_points_mm, (None, 3), "inside_points_mm")
        object.__setattr__(self, "inside_points_mm", points)
        object.__setattr__(
            self,
            "inside_volumes_mm3",
            frozen_array(self.inside_volumes_mm3, (len(points),), "inside_volumes_mm3"),
        )
        object.__setattr__(self, "approaches", tuple(self.approaches))
        if len(self.surface_points_mm) == 0 or len(points) == 0:
            raise ValueError(f"target {self.name!r} has no points")

    @property
    def volume_mm3(self) -> float:
        """Volume the inside points stand for."""
        return float(self.inside_volumes_mm3.sum())

    @staticmethod
    def of_solid(
        solid: "Solid",
        approaches: Sequence["Approach"],
        protocol: Protocol,
        skin_depth_mm: Callable[[np.ndarray], np.ndarray] | None = None,
    ) -> "TargetProblem":
        """The target made of a solid, sampled at the protocol's surface step.

        Parameters
        ----------
        solid : Solid
        approaches : sequence of Approach
        protocol : Protocol
        skin_depth_mm : callable, optional
            Points (n, 3) to their distance (n,) to the skin, mm; without it there is no skin.
        """
        surface = solid.surface_points(protocol.surface_step_mm)
        inside, volumes = solid.scattered(protocol.surface_step_mm)
        distance = DistanceField.sample(solid.signed_distance_mm, surface.min(axis=0), surface.max(axis=0))
        signed, reaches_skin = solid.signed_distance_mm, False
        if skin_depth_mm is not None:
            deep = skin_depth_mm(surface) >= protocol.skin_clearance_mm
            if deep.any() and deep.mean() < 1.0 - LEAST_SHALLOW:
                surface, reaches_skin = surface[deep], True

                def signed(points_mm: np.ndarray) -> np.ndarray:
                    below = skin_depth_mm(points_mm) - protocol.skin_clearance_mm
                    return np.minimum(solid.signed_distance_mm(points_mm), below)

        return TargetProblem(
            solid.name, surface, inside, volumes, distance, tuple(approaches), signed, reaches_skin
        )


@dataclass(frozen=True, eq=False)
class OrganProblem:
    """An organ with a limit: points (n, 3) mm and the volume (n,) mm3 each stands for."""

    name: str
    points_mm: np.ndarray
    volumes_mm3: np.ndarray

    def __post_init__(self):
        object.__setattr__(self, "points_mm", frozen_array(self.points_mm, (None, 3), "points_mm"))
        object.__setattr__(
            self, "volumes_mm3", frozen_array(self.volumes_mm3, (len(self.points_mm),), "volumes_mm3")
        )
        if len(self.points_mm) == 0:
            raise ValueError(f"organ {self.name!r} has no points")

    @staticmethod
    def of_solid(solid: "Solid", step_mm: float = 2.0) -> "OrganProblem":
        """The organ made of a solid, sampled at ``step_mm``."""
        points, volumes = solid.quadrature(step_mm)
        return OrganProblem(solid.name, points, volumes)


@dataclass(frozen=True, eq=False)
class Problem:
    """Everything the planner needs to know.

    Parameters
    ----------
    targets : tuple of TargetProblem
        One to five; the dose is the sum over all seeds.
    engine : SeedDoseModel
        Gives the dose; its ``table`` is what the search loops use.
    strength_u : float
        Strength of every new seed at the time of the implant.
    prescription : Prescription
    protocol : Protocol
    organs : tuple of OrganProblem
    limits : tuple of Limit
        Hard: one that is not kept makes the layout "not met".  Each names a target or an organ.
    soft_limits : tuple of Limit
        Penalties: kept where that costs little.
    existing : tuple of Seed
        Seeds that are there already; fixed, their dose counts, their distance is kept.
    kept_needles, kept_seeds : tuple of Needle, tuple of Seed
        Needles of this plan that are not searched for, and those of ``existing`` that are on them; new ones
        are numbered on from theirs.
    check_path : callable (entry_mm, tip_mm, seed_ends_mm) -> PathCheck, optional
        The final judge of a needle (``tps.access.path_check.check_path``).  Without one the approaches alone
        decide.
    max_needles : int, optional
    fixed_lines : bool
        Every approach is one line of the user's: none is left out of the search.
    random_seed : int
        Same problem and seed, same layout, whatever the number of threads.
    effort : float
        1 is the usual amount of search; twice as much takes twice as long.
    threads : int, optional
        Threads that run the independent starts; default: as many as the machine has cores.
    progress : callable (fraction, text) -> None, optional

    Raises
    ------
    ValueError
        If there is no target, a limit names nothing here, or a number is out of range.
    """

    targets: tuple[TargetProblem, ...]
    engine: "SeedDoseModel"
    strength_u: float
    prescription: Prescription
    protocol: Protocol
    organs: tuple[OrganProblem, ...] = ()
    limits: tuple[Limit, ...] = ()
    soft_limits: tuple[Limit, ...] = ()
    existing: tuple[Seed, ...] = ()
    kept_needles: tuple[Needle, ...] = ()
    kept_seeds: tuple[Seed, ...] = ()
    check_path: Callable[[np.ndarray, np.ndarray, np.ndarray], Any] | None = None
    max_needles: int | None = None
    fixed_lines: bool = False
    random_seed: int = 0
    effort: float = 1.0
    threads: int | None = None
    progress: Callable[[float, str], None] | None = None

    def __post_init__(self):
        for name in ("targets", "organs", "limits", "soft_limits", "existing", "kept_needles", "kept_seeds"):
            object.__setattr__(self, name, tuple(getattr(self, name)))
        if not self.targets:
            raise ValueError("a problem needs at least one target")
        if not 0 < self.strength_u < float("inf"):
            raise ValueError(f"strength_u is {self.strength_u}, must be positive and finite")
        if self.max_needles is not None and self.max_needles < 1:
            raise ValueError(f"max_needles is {self.max_needles}, must be 1 or more")
        if not 0 < self.effort < float("inf"):
            raise ValueError(f"effort is {self.effort}, must be positive and finite")
        known = [t.name for t in self.targets] + [o.name for o in self.organs]
        for limit in self.limits + self.soft_limits:
            if limit.roi not in known:
                raise ValueError(f"limit {limit.text!r} names none of {known}")

    @property
    def half_seed_mm(self) -> float:
        """From a seed's centre to its ends."""
        return self.engine.source.capsule_half_length_mm


@dataclass(frozen=True, eq=False)
class Layout:
    """What the planner found.

    Parameters
    ----------
    needles, seeds : tuple of Needle, tuple of Seed
        Numbered from 1; seeds of a needle deepest first.
    met : bool
        Every target has its prescription, every hard limit and every rule is kept.
    reasons : tuple of Reason
        When not met: what binds, and what would do.
    warnings : tuple of Reason
    certificate : dict
        ``seeds``, ``lower_bound``, ``gap`` and how far they hold; values None where not asked for.
    search : dict
        Starts, iterations, approaches tried, points: how it was found.
    alternatives : tuple of Layout
        Layouts by other ways in: better dose by harder ways, or the other way round.
    """

    needles: tuple[Needle, ...]
    seeds: tuple[Seed, ...]
    met: bool
    reasons: tuple[Reason, ...] = ()
    warnings: tuple[Reason, ...] = ()
    certificate: dict = field(default_factory=lambda: {"seeds": None, "lower_bound": None, "gap": None})
    search: dict = field(default_factory=dict)
    alternatives: "tuple[Layout, ...]" = ()
