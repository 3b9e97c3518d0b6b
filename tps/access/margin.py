"""How much room a needle has: distance to the nearest obstacle less its clearance, on a lattice."""

from collections.abc import Sequence

import numpy as np

from dose_kernels.geometry import paths, rays
from dose_kernels.geometry.distance import sample_points
from dose_kernels.geometry.voxels import distance_levels, slice_distance_squared
from tps.access.closing import AvoidedSolid, Closing
from tps.access.risk import NEAR_TARGET_MM, Risk
from tps.geometry.solid import Solid
from tps.model.grid import Grid

# Nodes of the margin lattice are no farther apart.
LATTICE_MM = 1.1

# A byte b of the margin lattice stands for MARGIN_LOW_MM + b / MARGIN_PER_MM.
MARGIN_LOW_MM = -2.0
MARGIN_PER_MM = 20.0

# Clearances are measured out to this distance; beyond, an obstacle is "not near".
SEARCH_MM = 10.0

# Regions found in the CT are told this much beyond their clearance: farther off a needle walks in long steps.
REGION_ROOM_MM = 4.0

# The clearance near a target begins this much farther in than the rule says: a needle may run between rays.
BETWEEN_RAYS_MM = 0.71


def make_margin(
    labels: np.ndarray,
    grid: Grid,
    closing: Closing,
    bone_clearance_mm: float,
    targets: Sequence[Solid] = (),
) -> rays.Margin:
    """The margin of a scan.

    Parameters
    ----------
    labels : (nz, ny, nx) uint8
        Bits of ``dose_kernels.geometry.rays``; bone and gas are obstacles.
    grid : Grid
    closing : Closing
    bone_clearance_mm : float
        Of bone and gas.
    targets : sequence of Solid
        Inside and near them closed structures ask for their smaller clearance.
    """
    dx, dy, dz = grid.spacing_mm
    parts = max(1, int(np.ceil(dz / LATTICE_MM - 1e-6)))
    squared = slice_distance_squared((labels & (rays.BONE | rays.GAS)) != 0, dx, dy, SEARCH_MM)
    levels = distance_levels(squared, dz, parts, bone_clearance_mm, SEARCH_MM, MARGIN_LOW_MM, MARGIN_PER_MM)
    shift = np.array([0.0, 0.0, 0.5 - 0.5 * parts])
    margin = rays.Margin(levels, MARGIN_LOW_MM, MARGIN_PER_MM, grid.spacing_mm / [1, 1, parts], shift)
    closed = bool(closing.avoided or closing.closed_regions)
    zones = [_Zone(margin, grid, target) for target in targets] if closed else []
    for item in closing.avoided:
        _lower(levels, margin, grid, np.zeros(3, int), item, item.clearance_mm)
        for zone in zones:
            _lower(zone.levels, margin, grid, zone.first, item, item.near_target_mm)
    for region in closing.closed_regions:
        _lower_to_region(levels, closing.marks & region.bit, grid, parts, region.risk, zones)
    for zone in zones:
        zone.put_into(levels)
    return margin


def _lower_to_region(levels, marks: np.ndarray, grid: Grid, parts: int, risk: Risk, zones) -> None:
    """Lower the nodes of the lattice around marked voxels."""
    dx, dy, dz = grid.spacing_mm
    reach = risk.clearance_mm + REGION_ROOM_MM
    box = _box_around(marks, reach / grid.spacing_mm[::-1])
    squared = slice_distance_squared(np.ascontiguousarray(marks[box] != 0), dx, dy, reach)
    fine = (slice(box[0].start * parts, box[0].stop * parts), *box[1:])

    def distances(clearance_mm: float) -> np.ndarray:
        return distance_levels(squared, dz, parts, clearance_mm, reach, MARGIN_LOW_MM, MARGIN_PER_MM)

    _lower_within(levels[fine], distances(risk.clearance_mm), reach - risk.clearance_mm)
    if zones:
        near = distances(risk.clearance_near_target_mm)
        for zone in zones:
            zone.lower(near, fine, reach - risk.clearance_near_target_mm)


def _lower_within(levels: np.ndarray, found: np.ndarray, farthest_mm: float) -> None:
    """Lower levels, in place, where something was found nearer than ``farthest_mm``."""
    told = found < int((farthest_mm - MARGIN_LOW_MM) * MARGIN_PER_MM)
    np.minimum(levels, found, out=levels, where=told)


def _box_around(marks: np.ndarray, room: np.ndarray) -> tuple[slice, slice, slice]:
    """Slices z, y, x around the marked voxels with ``room`` (3,) voxels more on each side."""
    box: list[slice] = []
    for axis in range(3):
        used = np.flatnonzero(marks.any(axis=tuple(a for a in range(3) if a != axis)))
        more = int(np.ceil(room[axis]))
        box.append(slice(max(0, used[0] - more), min(marks.shape[axis], used[-1] + 1 + more)))
    return box[0], box[1], box[2]


class _Zone:
    """The nodes safely inside the zone around a target where the smaller clearances hold."""

    def __init__(self, margin: rays.Margin, grid: Grid, target: Solid):
        low, high = target.bounds_mm()
        corners = np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)])
        reach = NEAR_TARGET_MM + margin.steps
        index = _nodes(margin, grid, np.where(corners, high + reach.max(), low - reach.max()))
        count = np.array(margin.values.shape)[::-1]
        self.first = np.clip(np.floor(index.min(axis=0)).astype(int), 0, count)
        self.stop = np.clip(np.ceil(index.max(axis=0)).astype(int) + 1, self.first, count)
        self.levels = np.ascontiguousarray(self._part(margin.values))
        ranges = [np.arange(a, b) for a, b in zip(self.first[::-1], self.stop[::-1], strict=True)]
        k, j, i = (axis.ravel() for axis in np.meshgrid(*ranges, indexing="ij"))
        local = (np.stack([i, j, k], axis=1) + margin.shift) * margin.steps
        points = grid.index_to_world(local / grid.spacing_mm)
        depth = sample_points(target.distance_mm, target.grid.world_to_index(points), -np.inf)
        # No node that a place outside the zone is interpolated from may lie in it.
        inset = float(np.linalg.norm(margin.steps)) + BETWEEN_RAYS_MM
        self.inside = (depth > inset - NEAR_TARGET_MM).reshape(self.levels.shape)

    def _part(self, values: np.ndarray) -> np.ndarray:
        (i, j, k), (i_stop, j_stop, k_stop) = self.first, self.stop
        return values[k:k_stop, j:j_stop, i:i_stop]

    def lower(self, found: np.ndarray, at: tuple[slice, slice, slice], farthest_mm: float) -> None:
        """Lower the zone's nodes to levels that lie at ``at`` (z, y, x) on the lattice."""
        mine, theirs = [], []
        for place, first, stop in zip(at, self.first[::-1], self.stop[::-1], strict=True):
            low, high = max(place.start, first), min(place.stop, stop)
            if low >= high:
                return
            mine.append(slice(low - first, high - first))
            theirs.append(slice(low - place.start, high - place.start))
        _lower_within(self.levels[tuple(mine)], found[tuple(theirs)], farthest_mm)

    def put_into(self, levels: np.ndarray) -> None:
        part = self._part(levels)
        part[self.inside] = self.levels[self.inside]


def _nodes(margin: rays.Margin, grid: Grid, points_mm: np.ndarray) -> np.ndarray:
    """Indices (n, 3) x, y, z of patient points on the margin's lattice."""
    return grid.world_to_index(points_mm) * grid.spacing_mm / margin.steps - margin.shift


def _lower(levels, margin: rays.Margin, grid: Grid, start, item: AvoidedSolid, clearance_mm: float) -> None:
    """Lower the nodes of a part of the lattice that begins at node ``start`` (3,) for one structure."""
    own = item.grid
    first = own.world_to_index(grid.index_to_world((start + margin.shift) * margin.steps / grid.spacing_mm))
    cell = margin.steps[:, None] * (grid.axes @ own.axes.T)
    first = first.ravel() * own.spacing_mm
    paths.lower_margin(levels, MARGIN_LOW_MM, MARGIN_PER_MM, first, cell, item.shape, clearance_mm)
