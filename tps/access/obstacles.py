"""What a needle may not cross: tissue found in the CT, and the structures to avoid."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from dose_kernels.geometry import rays
from dose_kernels.geometry.distance import sample_points
from dose_kernels.search.feasibility import depths
from tps.access.closing import AvoidedSolid, Closing, Wishes, close_structures, names_of
from tps.access.forbidden import with_forbidden
from tps.access.margin import make_margin
from tps.access.risk import FROM_CT_SUFFIX, NEAR_TARGET_MM, risk_of
from tps.access.skin_depth import find_skin
from tps.access.tissue.derived import DerivedRegion
from tps.access.tissue.labels import find_tissue
from tps.errors import UnknownName
from tps.geometry.slice_mask import centre_mask
from tps.geometry.solid import Solid, build_solids
from tps.geometry.tracing import trace_mask
from tps.model.case import Case
from tps.model.grid import Grid, Volume
from tps.model.names import left_out_warnings
from tps.model.position import Position, position_named, position_of
from tps.model.protocol import Protocol
from tps.model.steering import Steering
from tps.model.structure import Structure

# What is looked at around the targets, beyond the longest needle.
ROOM_AROUND_MM = 60.0

# Derived structures get ROI numbers from here on.
FIRST_DERIVED_NUMBER = 9001

# Traced pieces of derived structures smaller than this are not worth a contour, mm2.
LEAST_DERIVED_MM2 = 20.0

# Part of a target that must be obstructed before it is worth a warning.
WORTH_A_WARNING = 0.001

# A target lies in lung if most of what is this far outside its surface is lung.
LUNG_STEP_MM, LUNG_AROUND_MM = 4.0, 4.0

_TISSUES = (
    ("Body", rays.BODY, "EXTERNAL"),
    ("Bone", rays.BONE, "ORGAN"),
    ("Lung", rays.LUNG, "ORGAN"),
    ("Gas", rays.GAS, "ORGAN"),
)
# Tissues that a contour may outline, beside or instead of what the CT shows.
_DRAWN = {"Body": "body", "Bone": "bone", "Lung": "lung"}


@dataclass(frozen=True, eq=False)
class Obstacles:
    """The part of the scan that needles can reach, sorted by what may be crossed.

    Parameters
    ----------
    grid : Grid
        That part of the scan.
    patient : rays.Patient
        ``voxels``: its HU, and labels made of the bits ``BODY, BONE, GAS, LUNG, AIR, OBJECT`` of
        ``dose_kernels.geometry.rays``; ``margin``: distance to the nearest obstacle less the clearance it
        asks for, on a lattice of about 1 mm; ``skin``; ``organs`` that are crossed at a cost.
    closing : Closing
        The contoured structures and regions found, sorted by what needles may do with them.
    targets : tuple of Solid
        Inside and near them smaller clearances hold.
    protocol : Protocol
    drawn : frozenset of str
        Which of "Body" and "Lung" are as contoured.
    warnings : tuple of str
        Where the scan cuts the patient, and where targets and obstacles overlap, in words.
    regions : tuple of DerivedRegion
        Mediastinum, spinal canal, airways, vessels and contrast, as far as the CT shows them.
    table_side : (3,) float or None
        Unit vector in patient axes from the patient to the table; None if no table is seen.
    position : Position
        How the patient lies during the implant.
    steering : Steering
        What the user says about the ways in: its depth and lung are hard rules.
    entry : Solid, optional
        The region of the skin in which needles enter.
    """

    grid: Grid
    patient: rays.Patient
    closing: Closing
    targets: tuple[Solid, ...]
    protocol: Protocol
    drawn: frozenset[str]
    warnings: tuple[str, ...] = ()
    regions: tuple[DerivedRegion, ...] = ()
    table_side: np.ndarray | None = None
    position: Position = field(default_factory=lambda: position_named("supine"))
    steering: Steering = field(default_factory=Steering)
    entry: Solid | None = None

    @property
    def voxels(self) -> rays.Voxels:
        """HU and labels."""
        return self.patient.voxels

    @property
    def margin(self) -> rays.Margin:
        """Distance to the nearest obstacle less its clearance."""
        return self.patient.margin

    @property
    def avoided(self) -> tuple[AvoidedSolid, ...]:
        """Structures closed to needles."""
        return self.closing.avoided

    @property
    def solids(self) -> tuple[Solid, ...]:
        """Structures that are at hand as solids."""
        avoided = tuple(item.solid for item in self.closing.avoided)
        return avoided + tuple(item.solid for item in self.closing.charged)

    @property
    def derived(self) -> tuple[Structure, ...]:
        """Tissues and regions as found in the CT, contoured on its slices; not what had been drawn."""
        masks = [
            (f"{n}{FROM_CT_SUFFIX}", kind, self.mask(bit)) for n, bit, kind in _TISSUES if n not in self.drawn
        ]
        masks += [(r.name, "AVOIDANCE", Volume(self.grid, r.mask, "mask")) for r in self.regions]
        found: list[Structure] = []
        for name, kind, mask in masks:
            contours = trace_mask(mask, LEAST_DERIVED_MM2)
            if contours:
                number = FIRST_DERIVED_NUMBER + len(found)
                found.append(Structure(name, contours, number, "derived", kind))
        return tuple(found)

    def opened(self, names: Collection[str]) -> "Obstacles":
        """The same with these structures open to needles."""
        closing, clearance = self.closing.with_opened(names), self.protocol.bone_clearance_mm
        margin = make_margin(self.voxels.labels, self.grid, closing, clearance, self.targets)
        return replace(self, closing=closing, patient=self.patient._replace(margin=margin))

    def mask(self, bit: int) -> Volume:
        """Voxels with a label bit of ``dose_kernels.geometry.rays``."""
        return Volume(self.grid, (self.voxels.labels & bit) != 0, "mask")

    def local_mm(self, points_mm) -> np.ndarray:
        """Points (n, 3) in mm along the voxel axes from the centre of voxel (0, 0, 0)."""
        return self.grid.world_to_index(points_mm) * self.grid.spacing_mm

    @property
    def deepest_mm(self) -> float:
        """Greatest depth of a tip, from the skin: the protocol's, or less where the user says so."""
        most = self.protocol.needle_max_depth_mm
        return most if self.steering.max_depth_mm is None else min(most, self.steering.max_depth_mm)

    def skin_depth_mm(self, points_mm) -> np.ndarray:
        """Distance (n,) of points (n, 3) to the skin, told up to a little more than the rules ask for."""
        depth = self.patient.skin.depth
        index = self.local_mm(np.asarray(points_mm, float).reshape(-1, 3)) / depth.steps - depth.shift
        found = np.empty(len(index))
        depths(depth.values, np.ascontiguousarray(index), found)
        return depth.low_mm + found / depth.per_mm

    def skin_angle_deg(self, entry_mm, direction) -> float:
        """Angle between a needle's direction (3,) and the skin's normal at its entry (3,)."""
        along = self.grid.axes @ np.asarray(direction, float)
        cosine = rays.skin_cosine(self.patient.skin, self.local_mm(np.asarray(entry_mm, float)), along)
        return float(np.degrees(np.arccos(np.clip(cosine, -1.0, 1.0))))

    def lies_in_lung(self, target: Solid) -> bool:
        """Whether a target lies in lung: most of what is around it is."""
        surface = target.surface_points(LUNG_STEP_MM)
        outward = surface - target.centroid_mm
        length = np.maximum(np.linalg.norm(outward, axis=1, keepdims=True), 1e-6)
        index = np.rint(self.grid.world_to_index(surface + LUNG_AROUND_MM * outward / length)).astype(int)
        inside = np.all((index >= 0) & (index < np.array(self.grid.shape)[::-1]), axis=1)
        x, y, z = index[inside].T
        return bool(inside.any() and np.mean((self.voxels.labels[z, y, x] & rays.LUNG) != 0) > 0.5)

    def is_near_target(self, points_mm) -> np.ndarray:
        """True for points (n, 3) inside a target or near it, where the smaller clearances hold."""
        points = np.asarray(points_mm, float).reshape(-1, 3)
        near = np.zeros(len(points), bool)
        for target in self.targets:
            depth = sample_points(target.distance_mm, target.grid.world_to_index(points), -np.inf)
            near |= depth > -NEAR_TARGET_MM
        return near


def find_obstacles(
    case: Case,
    targets: Sequence[Solid],
    avoid: Mapping[str, float | None],
    protocol: Protocol,
    solids: Sequence[Solid] = (),
    position: Position | None = None,
    steering: Steering | None = None,
    *,
    cross: Sequence[str] = (),
    treated: Sequence[str] = (),
) -> Obstacles:
    """Sort what lies within reach of the targets by what needles may cross.

    Body, bone, lung and gas come from the CT; a contoured body or lung is used instead, contoured bone in
    addition to what is as dense as bone.  Contoured structures are closed by the risk table.

    Parameters
    ----------
    case : Case
    targets : sequence of Solid
    avoid : mapping of str to float or None
        ROIs to keep away from as a whole, and the clearance (mm) between each and a needle's axis, needle
        radius included; None takes the table's.
    protocol : Protocol
    solids : sequence of Solid
        Structures of the case that are at hand as solids; others are built.
    position : Position, optional
        How the patient lies; default: as the scan says.
    steering : Steering, optional
        Its forbidden regions are avoided too.
    cross : sequence of str
        ROIs, and regions found in the CT, that needles may cross though the table closes them.
    treated : sequence of str
        ROIs of the targets, where ``targets`` bear other names (with a margin).

    Raises
    ------
    UnknownName, BadInput
        If ``avoid``, ``cross`` or the steering name a ROI that the case does not have, or cannot use.
    """
    steering = steering or Steering()
    case, avoid, forbidden = with_forbidden(case, avoid, steering)
    solids = (*solids, *forbidden)
    entries = (steering.entry,) if steering.entry else ()
    wishes = Wishes(dict(avoid), tuple(cross), (*treated, *entries))
    _known("--avoid", avoid, case)
    _known("--entry", entries, case)
    grid, hu = _within_reach(case.ct, targets, protocol)
    target = np.zeros(grid.shape, bool)
    for solid in targets:
        target |= solid.mask(grid).values > 0.5
    # Bone that the user opens is bone where the CT shows it, not where it is contoured.
    apart = {t.name for t in targets} | set(wishes.targets) | set(wishes.cross)
    drawn = {tissue: _drawn(case, grid, apart, tissue) for tissue in _DRAWN}
    notes = []
    if drawn["Body"] is not None and 2 * np.count_nonzero(drawn["Body"] & target) < np.count_nonzero(target):
        notes.append("the contoured body does not hold the targets: taken from the CT instead")
        drawn["Body"] = None
    tissue = find_tissue(case.ct, hu, grid, target, drawn, protocol)
    labels = tissue.labels
    callable_names = set().union(*(names_of(region.name) for region in tissue.derived))
    _known("--cross", cross, case, sorted(callable_names))
    closing = close_structures(case, grid, targets, wishes, protocol, solids)
    closing = closing.with_regions(tissue.derived, cross)
    skin = find_skin(labels, grid, protocol.skin_clearance_mm)
    patient = rays.Patient(
        rays.Voxels(hu, labels, np.array(grid.spacing_mm)),
        make_margin(labels, grid, closing, protocol.bone_clearance_mm, targets),
        skin,
        charged_organs(closing, grid, target),
    )
    return Obstacles(
        grid,
        patient,
        closing,
        tuple(targets),
        protocol,
        frozenset(tissue for tissue in ("Body", "Lung") if drawn[tissue] is not None),
        warnings=(*tissue.warnings, *notes, *_warnings(targets, target, labels, closing)),
        regions=tissue.derived,
        table_side=tissue.table_side,
        position=position or position_of(case.identity.patient_position),
        steering=steering,
        entry=build_solids([case.structures[steering.entry]], case.ct.grid)[0] if steering.entry else None,
    )


def charged_organs(closing: Closing, grid: Grid, target: np.ndarray) -> rays.Organs:
    """What may be crossed at a cost, on the voxels of a grid outside the targets (nz, ny, nx)."""
    risks = [(item.risk, centre_mask(item.solid.structure, grid)) for item in closing.charged]
    risks += [(r.risk, (closing.marks & r.bit) != 0) for r in closing.regions if r.opened]
    if not risks:
        return rays.Organs(np.zeros((1, 1, 1), np.uint8), np.zeros(1), np.zeros(1))
    # Where two share a voxel, the dearer one counts.
    risks.sort(key=lambda item: item[0].charge(10.0))
    index = np.zeros(grid.shape, np.uint8)
    for number, (_, mask) in enumerate(risks, start=1):
        index[mask & ~target] = number
    crossing = [0.0, *(risk.points_per_crossing for risk, _ in risks)]
    per_mm = [0.0, *(risk.points_per_10mm / 10.0 for risk, _ in risks)]
    return rays.Organs(index, np.array(crossing), np.array(per_mm))


def _known(option: str, names: Collection[str], case: Case, others: Collection[str] = ()) -> None:
    for name in names:
        if name in others:
            continue
        if name not in case.names:
            raise UnknownName("ROI", name, [*case.structures, *others], where=option)
        case.structure(name)  # refuses one that cannot be used


def _within_reach(ct: Volume, targets: Sequence[Solid], protocol: Protocol) -> tuple[Grid, np.ndarray]:
    """The part of the scan that a needle to any target can touch."""
    reach = np.full(3, protocol.needle_max_depth_mm)
    reach[2] *= np.sin(np.deg2rad(protocol.max_tilt_deg))
    low = np.min([t.bounds_mm()[0] for t in targets], axis=0) - reach - ROOM_AROUND_MM
    high = np.max([t.bounds_mm()[1] for t in targets], axis=0) + reach + ROOM_AROUND_MM
    start, stop = ct.grid.index_range(low, high)
    part = ct.values[start[2] : stop[2], start[1] : stop[1], start[0] : stop[0]]
    return ct.grid.cropped(start, stop), np.array(part, np.int16, order="C")


def _drawn(case: Case, grid: Grid, apart: set[str], tissue: str) -> np.ndarray | None:
    """Union of the contoured structures of a tissue, or None."""
    found = None
    for structure in case.structures.values():
        kind = structure.interpreted_type.upper()
        if structure.name in apart or structure.is_target:
            continue
        if risk_of(structure.name, kind).tissue == _DRAWN[tissue]:
            mask = centre_mask(structure, grid)
            found = mask if found is None else found | mask
    return found


def _warnings(targets, target: np.ndarray, labels: np.ndarray, closing: Closing) -> tuple[str, ...]:
    notes = []
    inside = labels[target]
    for word, bit in (("bone", rays.BONE), ("gas", rays.GAS)):
        part = np.mean((inside & bit) != 0) if len(inside) else 0.0
        if part > WORTH_A_WARNING:
            notes.append(f"{100 * part:.1f} % of the targets is {word} in the CT; no needle goes through it")
    for solid in targets:
        points, volumes = solid.quadrature(2.0)
        for item in closing.avoided:
            part = volumes[item.solid.contains(points)].sum() / solid.volume_mm3
            if part > WORTH_A_WARNING:
                where = "" if item.asked else " outside the target"
                notes.append(
                    f"{100 * part:.1f} % of {solid.name} overlaps {item.name}, which needles avoid{where}"
                )
    notes += left_out_warnings(closing.failed)
    if closing.holding:
        notes.append(f"{_listed(closing.holding)} may be crossed: most of a target lies in it")
    if closing.opened:
        notes.append(f"opened by name, so that needles may cross: {_listed(closing.opened)}")
    return tuple(notes)


def _listed(names) -> str:
    return ", ".join(names)
