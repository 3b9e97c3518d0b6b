"""Which of a patient's structures are closed to needles, and which are crossed at a cost."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from dose_kernels.geometry import rays
from dose_kernels.geometry.distance import sample_points, signed_distance_3d
from tps.access.risk import FROM_CT_SUFFIX, Risk, derived_risk, risk_of, unknown_risk
from tps.access.tissue.derived import DerivedRegion
from tps.geometry.solid import MARGIN_MM, Solid, build_all
from tps.model.case import Case
from tps.model.grid import Grid
from tps.model.protocol import Protocol
from tps.model.structure import Structure

# A target more than this inside a structure can only be reached through it.
HOLDS_TARGET = 0.5

# One bit of a byte for each region found in the CT.
MOST_REGIONS = 8

# Distances are told this much farther than a clearance.
PAST_REACH_MM = 1.0

# Step of the samples that tell how much of a target lies in a structure.
OVERLAP_STEP_MM = 2.0


@dataclass(frozen=True, eq=False)
class AvoidedSolid:
    """A structure closed to needles, and the distances a needle's axis must keep from it.

    Parameters
    ----------
    solid : Solid
    clearance_mm : float
    near_target_mm : float
        The same inside the targets and ``risk.NEAR_TARGET_MM`` around them.
    risk : Risk
    grid : Grid
        Of ``shape``.
    shape : rays.Shape
        What is closed of it, as the kernels take it: all of it, or all but what a target shares with it.
    asked : bool
        Whether the user named it to be avoided.
    """

    solid: Solid
    clearance_mm: float
    near_target_mm: float
    risk: Risk
    grid: Grid
    shape: rays.Shape
    asked: bool = False

    @property
    def name(self) -> str:
        """The structure's name."""
        return self.solid.name


@dataclass(frozen=True, eq=False)
class ChargedSolid:
    """A structure that needles may cross at a cost; ``opened`` if the table had closed it."""

    solid: Solid
    risk: Risk
    opened: bool = False

    @property
    def name(self) -> str:
        """The structure's name."""
        return self.solid.name


@dataclass(frozen=True, eq=False)
class FoundRegion:
    """A region found in the CT that needles keep away from, unless it was opened by name.

    Parameters
    ----------
    name : str
    bit : int
        That marks its voxels in ``Closing.marks``.
    risk : Risk
    opened : bool
    """

    name: str
    bit: int
    risk: Risk
    opened: bool = False


@dataclass(frozen=True, eq=False)
class Closing:
    """The structures within reach, sorted by what needles may do with them.

    Parameters
    ----------
    avoided : tuple of AvoidedSolid
    charged : tuple of ChargedSolid
    opened : tuple of str
        Structures that are closed by the table and were opened by name.
    holding : tuple of str
        Structures that are open because most of a target lies in them.
    looked_at : tuple of str
        All structures within reach but the body's outline and what is no tissue.
    regions : tuple of FoundRegion
    marks : (nz, ny, nx) uint8
        Bits of the regions, on the voxels within reach; empty where there is none.
    failed : dict of str to str
        Structures within reach that are no bodies, and why; nothing keeps needles from them.
    """

    avoided: tuple[AvoidedSolid, ...] = ()
    charged: tuple[ChargedSolid, ...] = ()
    opened: tuple[str, ...] = ()
    holding: tuple[str, ...] = ()
    looked_at: tuple[str, ...] = ()
    regions: tuple[FoundRegion, ...] = ()
    marks: np.ndarray = field(default_factory=lambda: np.zeros((0, 0, 0), np.uint8))
    failed: dict[str, str] = field(default_factory=dict)

    @property
    def closed_regions(self) -> tuple[FoundRegion, ...]:
        """Those that needles keep away from."""
        return tuple(region for region in self.regions if not region.opened)

    def with_opened(self, names: Collection[str]) -> "Closing":
        """The same with these structures and regions open."""
        return replace(
            self,
            avoided=tuple(item for item in self.avoided if item.name not in names),
            regions=tuple(replace(r, opened=r.opened or r.name in names) for r in self.regions),
        )

    def with_regions(self, found: Sequence[DerivedRegion], cross: Collection[str]) -> "Closing":
        """The same with the regions found in the CT, those named in ``cross`` open.

        Raises
        ------
        ValueError
            If there are more regions than bits.
        """
        if len(found) > MOST_REGIONS:
            raise ValueError(
                f"{len(found)} regions found in the CT, at most {MOST_REGIONS} can be told apart"
            )
        if not found:
            return self
        marks = np.zeros(found[0].mask.shape, np.uint8)
        regions = []
        for number, region in enumerate(found):
            marks |= region.mask * np.uint8(1 << number)
            opened = bool(names_of(region.name) & set(cross))
            regions.append(FoundRegion(region.name, 1 << number, derived_risk(region.name), opened))
        named = tuple(region.name for region in regions if region.opened)
        return replace(self, regions=tuple(regions), marks=marks, opened=self.opened + named)


def names_of(region: str) -> set[str]:
    """The names by which a region found in the CT may be called."""
    return {region, region.removesuffix(FROM_CT_SUFFIX)}


@dataclass(frozen=True)
class Wishes:
    """What the user says of structures by name.

    Parameters
    ----------
    avoid : mapping of str to float or None
        Clearance (mm) of structures to keep away from; None takes the table's or the protocol's.
    cross : tuple of str
        Structures that may be crossed though the table closes them.
    targets : tuple of str
        Names of what is treated.
    """

    avoid: Mapping[str, float | None] = field(default_factory=dict)
    cross: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()


def close_structures(
    case: Case,
    reach: Grid,
    targets: Sequence[Solid],
    wishes: Wishes,
    protocol: Protocol,
    solids: Sequence[Solid] = (),
) -> Closing:
    """Sort the structures within reach.

    Parameters
    ----------
    case : Case
    reach : Grid
        The part of the scan that needles can touch.
    targets : sequence of Solid
        What is planned to.
    wishes : Wishes
        Its names are the case's.
    protocol : Protocol
    solids : sequence of Solid
        Structures that are at hand as solids; others are built.

    Raises
    ------
    BadInput
        If a structure that the user names to be avoided is no body.
    """
    own = {t.name for t in targets} | set(wishes.targets)
    looked_at: list[tuple[Structure, Risk, bool]] = []
    opened = []
    for structure in case.structures.values():
        name, asked = structure.name, structure.name in wishes.avoid
        if name in own or not (asked or overlaps(structure, reach)):
            continue
        risk = risk_of(name, structure.interpreted_type)
        risk = unknown_risk(protocol.avoid_clearance_mm) if risk.kind == "unknown" else risk
        if name in wishes.cross and (risk.is_closed or risk.risk_class == "bone"):
            opened.append(name)
        looked_at.append((structure, risk, asked))
    wanted = [s for s, risk, asked in looked_at if asked or risk.is_closed or risk.points_per_crossing]
    known = {solid.name: solid for solid in solids}
    built, failures = build_all([s for s in wanted if s.name not in known], case.ct.grid)
    for name in wishes.avoid:
        if name in failures:
            raise failures[name]
    known |= {solid.name: solid for solid in built}
    avoided, charged, holding = [], [], []
    for structure, risk, asked in looked_at:
        solid, name = known.get(structure.name), structure.name
        if solid is None or (not asked and structure not in wanted):
            continue
        if asked:
            clearances = _asked(risk, wishes.avoid[name], protocol)
            closed = risk if risk.is_closed else replace(unknown_risk(), kind=risk.kind)
            part = _closed_part(solid, (), clearances[0])
            avoided.append(AvoidedSolid(solid, *clearances, closed, *part, True))
            continue
        held = [_held(solid, target) > HOLDS_TARGET for target in targets]
        if risk.is_closed and name not in wishes.cross:
            if not (risk.opens_for_target and any(held)):
                avoided += _closed(solid, risk, targets)
                continue
            holding.append(name)
        # Where every target lies in it, there is no way that does not cross it.
        if not all(held) or name in wishes.cross:
            charged.append(ChargedSolid(solid, risk, name in wishes.cross))
    failed = {name: error.what for name, error in failures.items()}
    seen = [s.name for s, risk, _ in looked_at if risk.risk_class != "none" and s.name not in failed]
    return Closing(tuple(avoided), tuple(charged), tuple(opened), tuple(holding), tuple(seen), failed=failed)


def overlaps(structure: Structure, grid: Grid) -> bool:
    """True if a structure's bounding box reaches into a grid."""
    low, high = structure.bounds_mm()
    corners = np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)])
    index = grid.world_to_index(np.where(corners, high, low))
    last = np.array(grid.shape)[::-1] - 0.5
    return bool(np.all(index.max(axis=0) >= -0.5) and np.all(index.min(axis=0) <= last))


def overlaps_box(points_mm: np.ndarray, low, high) -> bool:
    """True if the bounding box of points (n, 3) reaches into a box of patient coordinates."""
    return bool(np.all(points_mm.max(axis=0) >= low) and np.all(points_mm.min(axis=0) <= high))


def _asked(risk: Risk, clearance: float | None, protocol: Protocol) -> tuple[float, float]:
    """Clearances of a structure that the user named: what was asked for holds everywhere."""
    if clearance is not None:
        return float(clearance), float(clearance)
    usual = max(protocol.avoid_clearance_mm, risk.clearance_mm)
    return usual, min(usual, max(protocol.avoid_clearance_mm, risk.clearance_near_target_mm))


def _closed(solid: Solid, risk: Risk, targets: Sequence[Solid]) -> list[AvoidedSolid]:
    """A structure closed by its name but for what targets share with it; nothing if they cover it."""
    grid, shape = _closed_part(solid, targets, risk.clearance_mm)
    if not (shape.values > 0).any():
        return []
    return [AvoidedSolid(solid, risk.clearance_mm, risk.clearance_near_target_mm, risk, grid, shape)]


def _held(solid: Solid, target: Solid) -> float:
    """The part of a target that lies in a structure."""
    if _apart(solid, target):
        return 0.0
    points, volumes = target.quadrature(OVERLAP_STEP_MM)
    return float(volumes[solid.contains(points)].sum() / target.volume_mm3)


def _apart(one: Solid, other: Solid) -> bool:
    (low, high), (other_low, other_high) = one.structure.bounds_mm(), other.structure.bounds_mm()
    return bool(np.any(low > other_high) or np.any(high < other_low))


def _closed_part(solid: Solid, targets: Sequence[Solid], reach_mm: float) -> tuple[Grid, rays.Shape]:
    """A structure less the targets, on a grid that reaches ``reach_mm`` beyond it."""
    grid, values = solid.grid, solid.distance_mm
    shared = [target for target in targets if not _apart(solid, target)]
    for target in shared:
        values = np.minimum(values, -_depth_at_nodes(target, grid))
    steps = np.array(grid.spacing_mm)
    more = np.ceil(np.maximum(reach_mm + PAST_REACH_MM - MARGIN_MM, 0.0) / steps).astype(int)
    if more.any():
        values = np.pad(values, [(n, n) for n in more[::-1]], constant_values=np.nan)
        nz, ny, nx = values.shape
        grid = Grid(grid.index_to_world(-more[None])[0], grid.spacing_mm, (nz, ny, nx), grid.axes)
    if shared or more.any():
        values = np.ascontiguousarray(values, np.float32)
        values = signed_distance_3d(values, steps) if np.nanmax(values) > 0 else values
    return grid, rays.Shape(values, steps)


def _depth_at_nodes(target: Solid, grid: Grid) -> np.ndarray:
    """Depth (nz, ny, nx) of a grid's nodes inside a target; very low beyond the target's own grid."""
    depth = np.full(grid.shape, -np.inf, np.float32)
    size = np.array(target.grid.shape)[::-1] - 1
    corners = np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)]) * size
    index = grid.world_to_index(target.grid.index_to_world(corners))
    first = np.clip(np.floor(index.min(axis=0)).astype(int), 0, None)
    last = np.minimum(np.ceil(index.max(axis=0)).astype(int) + 1, np.array(grid.shape)[::-1])
    if np.all(last > first):
        k, j, i = np.meshgrid(
            *(np.arange(a, b) for a, b in zip(first[::-1], last[::-1], strict=True)), indexing="ij"
        )
        nodes = np.stack([i.ravel(), j.ravel(), k.ravel()], axis=1)
        found = sample_points(
            target.distance_mm, target.grid.world_to_index(grid.index_to_world(nodes)), -np.inf
        )
        depth[first[2] : last[2], first[1] : last[1], first[0] : last[0]] = found.reshape(i.shape)
    return depth
