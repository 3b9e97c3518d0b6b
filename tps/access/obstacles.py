"""What a needle may not cross: tissue found in the CT, and the structures to avoid."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dose_kernels import paths, rays
from dose_kernels.voxels import distance_levels, slice_distance_squared
from tps.access.path_check import SEARCH_MM, PathCheck, check_path
from tps.access.tissue import DerivedRegion, find_tissue
from tps.errors import UnknownName
from tps.geometry.slice_mask import centre_mask
from tps.geometry.solid import Solid, build_solids
from tps.geometry.tracing import trace_mask
from tps.model.case import Case
from tps.model.grid import Grid, Volume
from tps.model.protocol import Protocol
from tps.model.structure import Structure

# What is looked at around the targets, beyond the longest needle.
ROOM_AROUND_MM = 60.0

# Nodes of the margin lattice are no farther apart.
LATTICE_MM = 1.1

# A byte b of the margin lattice stands for MARGIN_LOW_MM + b / MARGIN_PER_MM.
MARGIN_LOW_MM = -2.0
MARGIN_PER_MM = 20.0

# Derived structures get ROI numbers from here on.
FIRST_DERIVED_NUMBER = 9001

# Traced pieces of derived structures smaller than this are not worth a contour, mm2.
LEAST_DERIVED_MM2 = 20.0

# Part of a target that must be obstructed before it is worth a warning.
WORTH_A_WARNING = 0.001

_TISSUES = (
    ("Body", rays.BODY, "EXTERNAL"),
    ("Bone", rays.BONE, "ORGAN"),
    ("Lung", rays.LUNG, "ORGAN"),
    ("Gas", rays.GAS, "ORGAN"),
)
_NAMES = {
    "Body": re.compile(r"^(external|body|skin)$", re.I),
    "Bone": re.compile(
        r"^(bone|skelet|rib|vertebr|spine\b|sternum|pelvi[cs]_?bone|scapula|sacrum|femur|ilium)", re.I
    ),
    "Lung": re.compile(r"^lungs?(\b|_|$)", re.I),
}
_TARGET_TYPES = ("GTV", "CTV", "PTV")


@dataclass(frozen=True, eq=False)
class AvoidedSolid:
    """An avoided structure and the distance (mm) a needle's axis must keep from it."""

    solid: Solid
    clearance_mm: float

    @property
    def shape(self) -> rays.Shape:
        """The solid as the kernels take it."""
        return rays.Shape(self.solid.distance_mm, self.solid.grid.spacing_mm)


@dataclass(frozen=True, eq=False)
class Obstacles:
    """The part of the scan that needles can reach, sorted by what may be crossed.

    Parameters
    ----------
    grid : Grid
        That part of the scan.
    voxels : rays.Voxels
        Its HU, and labels made of the bits ``BODY, BONE, GAS, LUNG, AIR, OBJECT`` of ``dose_kernels.rays``.
    margin : rays.Margin
        Distance to the nearest obstacle less the clearance it asks for, on a lattice of about 1 mm.
    avoided : tuple of AvoidedSolid
    protocol : Protocol
    drawn : frozenset of str
        Which of "Body" and "Lung" are as contoured.
    warnings : tuple of str
        Where the scan cuts the patient, and where targets and obstacles overlap, in words.
    regions : tuple of DerivedRegion
        Mediastinum, spinal canal, airways, vessels and contrast, as far as the CT shows them.
    table_side : (3,) float or None
        Unit vector in patient axes from the patient to the table; None if no table is seen.
    """

    grid: Grid
    voxels: rays.Voxels
    margin: rays.Margin
    avoided: tuple[AvoidedSolid, ...]
    protocol: Protocol
    drawn: frozenset[str]
    warnings: tuple[str, ...] = ()
    regions: tuple[DerivedRegion, ...] = ()
    table_side: np.ndarray | None = None

    @property
    def derived(self) -> tuple[Structure, ...]:
        """Body, bone, lung and gas as found in the CT, contoured on its slices; not what had been drawn."""
        found = []
        for number, (name, bit, kind) in enumerate(_TISSUES, start=FIRST_DERIVED_NUMBER):
            if name not in self.drawn:
                contours = trace_mask(self.mask(bit), LEAST_DERIVED_MM2)
                if contours:
                    found.append(Structure(f"{name} (from CT)", contours, number, "derived", kind))
        return tuple(found)

    def mask(self, bit: int) -> Volume:
        """Voxels with a label bit of ``dose_kernels.rays``."""
        return Volume(self.grid, (self.voxels.labels & bit) != 0, "mask")

    def local_mm(self, points_mm) -> np.ndarray:
        """Points (n, 3) in mm along the voxel axes from the centre of voxel (0, 0, 0)."""
        return self.grid.world_to_index(points_mm) * self.grid.spacing_mm

    def clearance_of(self, name: str) -> float:
        """Distance (mm) that a needle's axis must keep from bone, gas, or an avoided structure."""
        for item in self.avoided:
            if item.solid.name == name:
                return item.clearance_mm
        return self.protocol.bone_clearance_mm

    def check_path(self, entry_mm, tip_mm) -> PathCheck:
        """Judge a straight needle from the skin ``entry_mm`` to ``tip_mm`` by every hard rule."""
        return check_path(self, entry_mm, tip_mm)


def find_obstacles(
    case: Case,
    targets: Sequence[Solid],
    avoid: Mapping[str, float],
    protocol: Protocol,
    solids: Sequence[Solid] = (),
) -> Obstacles:
    """Sort what lies within reach of the targets by what needles may cross.

    Body, bone, lung and gas come from the CT; a contoured body or lung is used instead, contoured bone in
    addition to what is as dense as bone.

    Parameters
    ----------
    case : Case
    targets : sequence of Solid
    avoid : mapping of str to float
        ROI name to the clearance (mm) between it and a needle's axis, needle radius included.
    protocol : Protocol
    solids : sequence of Solid
        Structures of the case that are at hand as solids; others to avoid are built.

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
    drawn = {tissue: _drawn(case, grid, names, tissue) for tissue in _NAMES}
    tissue = find_tissue(hu, grid, target, drawn, protocol)
    labels = tissue.labels
    known = {solid.name: solid for solid in solids}
    built = build_solids([case.structures[name] for name in avoid if name not in known], case.ct.grid)
    known |= {solid.name: solid for solid in built}
    avoided = tuple(AvoidedSolid(known[name], float(clearance)) for name, clearance in avoid.items())
    return Obstacles(
        grid,
        rays.Voxels(hu, labels, np.array(grid.spacing_mm)),
        _margin(labels, grid, avoided, protocol),
        avoided,
        protocol,
        frozenset(tissue for tissue in ("Body", "Lung") if drawn[tissue] is not None),
        tissue.warnings + _warnings(targets, target, labels, avoided),
        tissue.derived,
        tissue.table_side,
    )


def _within_reach(ct: Volume, targets: Sequence[Solid], protocol: Protocol) -> tuple[Grid, np.ndarray]:
    """The part of the scan that a needle to any target can touch."""
    reach = np.full(3, protocol.needle_max_depth_mm)
    reach[2] *= np.sin(np.deg2rad(protocol.max_tilt_deg))
    low = np.min([t.bounds_mm()[0] for t in targets], axis=0) - reach - ROOM_AROUND_MM
    high = np.max([t.bounds_mm()[1] for t in targets], axis=0) + reach + ROOM_AROUND_MM
    start, stop = ct.grid.index_range(low, high)
    part = ct.values[start[2] : stop[2], start[1] : stop[1], start[0] : stop[0]]
    return ct.grid.cropped(start, stop), np.array(part, np.int16, order="C")


def _drawn(case: Case, grid: Grid, targets: set[str], tissue: str) -> np.ndarray | None:
    """Union of the contoured structures of a tissue, or None."""
    found = None
    for structure in case.structures.values():
        kind = structure.interpreted_type.upper()
        if structure.name in targets or kind in _TARGET_TYPES:
            continue
        if _NAMES[tissue].match(structure.name) or (tissue == "Body" and kind == "EXTERNAL"):
            mask = centre_mask(structure, grid)
            found = mask if found is None else found | mask
    return found


def _margin(labels: np.ndarray, grid: Grid, avoided, protocol: Protocol) -> rays.Margin:
    dx, dy, dz = grid.spacing_mm
    parts = max(1, int(np.ceil(dz / LATTICE_MM - 1e-6)))
    stop = (labels & (rays.BONE | rays.GAS)) != 0
    squared = slice_distance_squared(stop, dx, dy, SEARCH_MM)
    levels = distance_levels(
        squared, dz, parts, protocol.bone_clearance_mm, SEARCH_MM, MARGIN_LOW_MM, MARGIN_PER_MM
    )
    shift = np.array([0.0, 0.0, 0.5 - 0.5 * parts])
    margin = rays.Margin(levels, MARGIN_LOW_MM, MARGIN_PER_MM, grid.spacing_mm / [1, 1, parts], shift)
    for item in avoided:
        own = item.solid.grid
        first = own.world_to_index(grid.index_to_world(shift * margin.steps / grid.spacing_mm))
        cell = margin.steps[:, None] * (grid.axes @ own.axes.T)
        paths.lower_margin(
            levels,
            MARGIN_LOW_MM,
            MARGIN_PER_MM,
            first * own.spacing_mm,
            cell,
            item.shape,
            item.clearance_mm,
        )
    return margin


def _warnings(targets, target: np.ndarray, labels: np.ndarray, avoided) -> tuple[str, ...]:
    notes = []
    inside = labels[target]
    for word, bit in (("bone", rays.BONE), ("gas", rays.GAS)):
        part = np.mean((inside & bit) != 0) if len(inside) else 0.0
        if part > WORTH_A_WARNING:
            notes.append(f"{100 * part:.1f} % of the targets is {word} in the CT; no needle goes through it")
    for solid in targets:
        points, volumes = solid.quadrature(2.0)
        for item in avoided:
            part = volumes[item.solid.contains(points)].sum() / solid.volume_mm3
            if part > WORTH_A_WARNING:
                notes.append(
                    f"{100 * part:.1f} % of {solid.name} overlaps {item.solid.name}, which needles avoid"
                )
    return tuple(notes)
