"""What a needle may not cross, and the judgement of a path."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dose_kernels import rays
from dose_kernels.voxels import distance_levels, slice_distance_squared, smooth_in_plane
from tps.errors import UnknownName
from tps.geometry.solid import Solid, build_solid
from tps.geometry.tracing import trace_mask
from tps.model.case import Case
from tps.model.grid import Grid, Volume
from tps.model.protocol import Protocol
from tps.model.structure import Structure
from tps.planning.body import find_body
from tps.planning.bone import DENSE_HU, find_bone
from tps.planning.lung import find_lung
from tps.planning.path_check import PathCheck

# Clearances are measured out to this distance; beyond, an obstacle is "not near".
SEARCH_MM = 10.0

# What is looked at around the targets, beyond the longest needle.
ROOM_AROUND_MM = 60.0

# Nodes of the margin lattice are no farther apart; interpolation between them is then good to MARGIN_ERROR_MM.
LATTICE_MM = 1.1

# A byte b of the margin lattice stands for MARGIN_LOW_MM + b / MARGIN_PER_MM.
MARGIN_LOW_MM = -2.0
MARGIN_PER_MM = 20.0

# Paths are sampled this finely; half of it squared over twice a clearance of 1 mm is below 0.01 mm.
CHECK_STEP_MM = 0.2

# An entry this far from where the scan shows the skin is still on the skin.
SKIN_TOLERANCE_MM = 1.0

_BONE_NAMES = re.compile(
    r"^(bone|skelet|rib|vertebr|spine\b|sternum|pelvis|scapula|sacrum|femur|ilium)", re.I
)
_LUNG_NAMES = re.compile(r"^lungs?(\b|_)", re.I)
_BODY_NAMES = re.compile(r"^(external|body|skin)$", re.I)
_TARGET_TYPES = ("GTV", "CTV", "PTV")


@dataclass(frozen=True, eq=False)
class AvoidedSolid:
    """An avoided structure and the distance a needle's axis must keep from it."""

    solid: Solid
    clearance_mm: float


@dataclass(frozen=True, eq=False)
class Obstacles:
    """The part of the scan that needles can reach, sorted by what may be crossed.

    Parameters
    ----------
    grid : Grid
        That part of the scan.
    hu : (nz, ny, nx) int16
    labels : (nz, ny, nx) uint8
        Bits ``BODY, BONE, GAS, LUNG, AIR, OBJECT`` of ``dose_kernels.rays``.
    margin : (mz, my, mx) uint8
        Distance to the nearest obstacle less the clearance it asks for, on the same box, in slices
        ``parts`` times as dense; a byte b stands for ``MARGIN_LOW_MM + b / MARGIN_PER_MM``.
    parts : int
    avoided : tuple of AvoidedSolid
    protocol : Protocol
    drawn : frozenset of str
        Which of "Body", "Bone", "Lung" came from contours.
    scan_grid : Grid
        The whole scan.
    warnings : tuple of str
    """

    grid: Grid
    hu: np.ndarray
    labels: np.ndarray
    margin: np.ndarray
    parts: int
    avoided: tuple[AvoidedSolid, ...]
    protocol: Protocol
    drawn: frozenset[str]
    scan_grid: Grid
    warnings: tuple[str, ...] = ()

    @property
    def derived(self) -> tuple[Structure, ...]:
        """Body, bone, lung and gas found in the CT, as structures; only what nobody had drawn."""
        found = []
        number = 9001
        for name, bit, kind in (
            ("Body", rays.BODY, "EXTERNAL"),
            ("Bone", rays.BONE, "ORGAN"),
            ("Lung", rays.LUNG, "ORGAN"),
            ("Gas", rays.GAS, "ORGAN"),
        ):
            if name in self.drawn:
                continue
            contours = trace_mask(Volume(self.grid, (self.labels & bit) != 0, "mask"), least_mm2=20.0)
            if contours:
                found.append(Structure(f"{name} (from CT)", contours, number, "derived", kind))
            number += 1
        return tuple(found)

    def local_mm(self, points_mm) -> np.ndarray:
        """Points (n, 3) in mm along the voxel axes from the centre of voxel (0, 0, 0)."""
        return self.grid.world_to_index(points_mm) * self.grid.spacing_mm

    def check_path(self, entry_mm, tip_mm) -> PathCheck:
        """Judge a straight needle from the skin to its tip by every hard rule."""
        entry, tip = np.asarray(entry_mm, dtype=float), np.asarray(tip_mm, dtype=float)
        length = float(np.linalg.norm(tip - entry))
        if length == 0:
            return PathCheck(False, "entry and tip coincide")
        direction = (tip - entry) / length
        start, along = self.local_mm(entry), self.grid.axes @ direction
        distance, nearest, excess = self._nearest_obstacle(entry, direction, start, along, length)
        lung, passages = rays.path_lung(self.labels, self.grid.spacing_mm, start, along, length)
        reason = (
            self._depth_reason(length)
            or self._skin_reason(start, along, length)
            or self._obstacle_reason(distance, nearest, excess)
            or self._density_reason(start, along, length)
        )
        return PathCheck(not reason, reason, distance, nearest, lung, passages)

    def _depth_reason(self, length: float) -> str:
        most = self.protocol.needle_max_depth_mm
        return f"{length:.1f} mm deep, {most:g} mm allowed" if length > most + 1e-6 else ""

    def _skin_reason(self, start, along, length) -> str:
        spacing, labels = self.grid.spacing_mm, self.labels
        # Start a little inside, where the body's mask is certain, and walk out to the skin.
        inside = min(length, 2.0 * float(spacing.max()))
        walked, code = rays.find_skin(
            self.hu, labels, spacing, start + inside * along, along, self.protocol.body_hu, inside + 20.0
        )
        if code == rays.NO_ROOM:
            return "something stands in front of the skin at the entry"
        if code == rays.NO_SKIN:
            return "the scan shows no skin with air in front of it at the entry"
        if code == rays.TOO_DEEP or abs(walked - inside) > SKIN_TOLERANCE_MM:
            return (
                f"the entry is not on the skin, which lies {walked - inside:+.1f} mm from it along the needle"
            )
        left = rays.path_leaves_body(labels, spacing, start, along, length, inside, CHECK_STEP_MM)
        return "" if np.isnan(left) else f"the needle leaves the body {left:.1f} mm from the skin"

    def _nearest_obstacle(self, entry, direction, start, along, length) -> tuple[float, str, float]:
        """Smallest distance, whose it is, and by how much the tightest clearance is kept (< 0: broken)."""
        wanted = rays.BONE | rays.GAS
        distance, _, label = rays.path_voxel_distance(
            self.labels, self.grid.spacing_mm, wanted, start, along, length, SEARCH_MM, CHECK_STEP_MM
        )
        best, name = np.inf, ""
        excess = (np.inf, "")
        if label:
            best, name = distance, "Bone" if label & rays.BONE else "Gas"
            excess = (best - self.protocol.bone_clearance_mm, name)
        for avoided in self.avoided:
            solid = avoided.solid
            local = solid.grid.world_to_index(entry) * solid.grid.spacing_mm
            d = rays.path_body_distance(
                solid.distance_mm,
                solid.grid.spacing_mm,
                local,
                solid.grid.axes @ direction,
                length,
                CHECK_STEP_MM,
            )
            excess = min(excess, (d - avoided.clearance_mm, solid.name))
            if d < best and d <= SEARCH_MM:
                best, name = d, solid.name
        if excess[0] < 0:
            # What forbids the path is what the user must hear of, nearest or not.
            return max(0.0, excess[0] + self._clearance_of(excess[1])), excess[1], excess[0]
        return max(0.0, float(best)), name, excess[0]

    def _clearance_of(self, name: str) -> float:
        for avoided in self.avoided:
            if avoided.solid.name == name:
                return avoided.clearance_mm
        return self.protocol.bone_clearance_mm

    def _obstacle_reason(self, distance, nearest, excess) -> str:
        if excess >= 0:
            return ""
        needed = self._clearance_of(nearest)
        return f"{distance:.1f} mm from {nearest}, {needed:g} mm needed"

    def _density_reason(self, start, along, length) -> str:
        highest = rays.path_highest_hu(self.hu, self.grid.spacing_mm, start, along, length, CHECK_STEP_MM)
        return f"a voxel of {highest} HU on the way, {DENSE_HU} allowed" if highest > DENSE_HU else ""


def find_obstacles(
    case: Case, targets: Sequence[Solid], avoid: Mapping[str, float], protocol: Protocol
) -> Obstacles:
    """Sort what lies within reach of the targets by what needles may cross.

    Parameters
    ----------
    case : Case
    targets : sequence of Solid
    avoid : mapping of str to float
        ROI name to the clearance (mm) between it and a needle's axis.
    protocol : Protocol

    Raises
    ------
    UnknownName
        If ``avoid`` names a ROI the case does not have.
    """
    for name in avoid:
        if name not in case.structures:
            raise UnknownName("ROI", name, case.structures, where="--avoid")
    grid, hu = _within_reach(case.ct, targets, protocol)
    target = np.zeros(grid.shape, bool)
    for solid in targets:
        target |= solid.mask(grid).values > 0.5
    names = {t.name for t in targets}
    drawn = {
        "Body": _drawn(case, grid, names, _BODY_NAMES, "EXTERNAL"),
        "Bone": _drawn(case, grid, names, _BONE_NAMES, ""),
        "Lung": _drawn(case, grid, names, _LUNG_NAMES, ""),
    }
    smooth = smooth_in_plane(hu)
    masks = find_body(hu, grid.spacing_mm, protocol.body_hu, target, drawn["Body"])
    bone = find_bone(
        hu,
        smooth,
        masks.body,
        grid.spacing_mm,
        protocol.bone_hu,
        protocol.bone_core_hu,
        target,
        drawn["Bone"],
    )
    lung, gas = find_lung(smooth, masks.body, grid.spacing_mm, protocol.lung_hu, drawn["Lung"])
    labels = np.zeros(grid.shape, np.uint8)
    for bit, mask in (
        (rays.BODY, masks.body),
        (rays.BONE, bone),
        (rays.GAS, gas & ~bone),
        (rays.LUNG, lung & ~bone),
        (rays.AIR, masks.air),
        (rays.OBJECT, masks.objects),
    ):
        labels[mask] |= np.uint8(bit)
    avoided = tuple(
        AvoidedSolid(build_solid(case.structures[name], case.ct.grid), float(clearance))
        for name, clearance in avoid.items()
    )
    parts = max(1, int(np.ceil(grid.spacing_mm[2] / LATTICE_MM - 1e-6)))
    return Obstacles(
        grid,
        hu,
        labels,
        _margin(labels, grid, parts, avoided, protocol),
        parts,
        avoided,
        protocol,
        frozenset(name for name, mask in drawn.items() if mask is not None and name != "Bone"),
        case.ct.grid,
        _warnings(targets, target, bone, gas, avoided),
    )


def _within_reach(ct: Volume, targets: Sequence[Solid], protocol: Protocol) -> tuple[Grid, np.ndarray]:
    """The part of the scan that a needle to any target can touch."""
    low = np.min([t.bounds_mm()[0] for t in targets], axis=0)
    high = np.max([t.bounds_mm()[1] for t in targets], axis=0)
    reach = np.full(3, protocol.needle_max_depth_mm)
    reach[2] *= np.sin(np.deg2rad(protocol.max_tilt_deg))
    reach += ROOM_AROUND_MM
    low, high = low - reach, high + reach
    corners = np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)])
    index = ct.grid.world_to_index(np.where(corners, high, low))
    start = np.clip(np.floor(index.min(axis=0)).astype(int), 0, None)
    stop = np.minimum(np.ceil(index.max(axis=0)).astype(int) + 1, ct.grid.shape[::-1])
    part = ct.values[start[2] : stop[2], start[1] : stop[1], start[0] : stop[0]]
    return ct.grid.cropped(start, stop), np.ascontiguousarray(part)


def _drawn(case: Case, grid: Grid, targets: set[str], names: re.Pattern, kind: str) -> np.ndarray | None:
    """Union of the contoured structures of a sort, or None."""
    found = None
    for structure in case.structures.values():
        type_ = structure.interpreted_type.upper()
        if structure.name in targets or type_ in _TARGET_TYPES:
            continue
        if names.match(structure.name) or (kind and type_ == kind):
            mask = build_solid(structure, case.ct.grid).mask(grid).values > 0.5
            found = mask if found is None else found | mask
    return found


def _margin(labels, grid: Grid, parts: int, avoided, protocol: Protocol) -> np.ndarray:
    dx, dy, dz = grid.spacing_mm
    stop = (labels & (rays.BONE | rays.GAS)) != 0
    squared = slice_distance_squared(stop, dx, dy, SEARCH_MM)
    margin = distance_levels(
        squared, dz, parts, protocol.bone_clearance_mm, SEARCH_MM, MARGIN_LOW_MM, MARGIN_PER_MM
    )
    steps = grid.spacing_mm / [1, 1, parts]
    for item in avoided:
        solid = item.solid
        first_mm = grid.index_to_world([0.0, 0.0, (0.5 - 0.5 * parts) / parts])
        first = solid.grid.world_to_index(first_mm) * solid.grid.spacing_mm
        cell = steps[:, None] * (grid.axes @ solid.grid.axes.T)
        rays.lower_margin(
            margin,
            MARGIN_LOW_MM,
            MARGIN_PER_MM,
            first,
            cell,
            solid.distance_mm,
            solid.grid.spacing_mm,
            item.clearance_mm,
        )
    return margin


def _warnings(targets, target, bone, gas, avoided) -> tuple[str, ...]:
    notes = []
    whole = max(1, int(target.sum()))
    for word, mask in (("bone", bone), ("gas", gas)):
        part = (mask & target).sum() / whole
        if part > 0.001:
            notes.append(f"{100 * part:.1f} % of the target is {word} in the CT; no needle goes through it")
    for solid in targets:
        points, volumes = solid.quadrature(2.0)
        for item in avoided:
            part = volumes[item.solid.contains(points)].sum() / solid.volume_mm3
            if part > 0.001:
                notes.append(
                    f"{100 * part:.1f} % of {solid.name} overlaps {item.solid.name}, which needles avoid"
                )
    return tuple(notes)
