"""What tissue is, from the CT alone: labels of every voxel, and regions that nobody contoured."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dose_kernels import rays
from dose_kernels.voxels import smooth_in_plane
from tps.access.body import find_body
from tps.access.bone import find_bone
from tps.access.lung import find_lung
from tps.model.grid import Grid
from tps.model.protocol import Protocol


@dataclass(frozen=True, eq=False)
class DerivedRegion:
    """A region found in the CT that needles keep away from: ``mask`` (nz, ny, nx) bool, targets left out."""

    name: str
    mask: np.ndarray


@dataclass(frozen=True, eq=False)
class Tissue:
    """What tissue is in one part of a scan.

    Parameters
    ----------
    labels : (nz, ny, nx) uint8
        Bits of ``dose_kernels.rays``.
    derived : tuple of DerivedRegion
        Mediastinum, spinal canal, airways, vessels and contrast, as far as the CT shows them.
    table_side : (3,) float or None
        Unit vector in patient axes from the patient to the table; None if no table is seen.
    warnings : tuple of str
        Where the scan cuts the patient.
    """

    labels: np.ndarray
    derived: tuple[DerivedRegion, ...] = ()
    table_side: np.ndarray | None = None
    warnings: tuple[str, ...] = ()


def find_tissue(
    hu: np.ndarray,
    grid: Grid,
    target: np.ndarray,
    drawn: Mapping[str, np.ndarray | None],
    protocol: Protocol,
) -> Tissue:
    """Tell tissues apart.

    Parameters
    ----------
    hu : (nz, ny, nx) int16
    grid : Grid
        Of ``hu``.
    target : (nz, ny, nx) bool
        All targets.
    drawn : mapping of str to (nz, ny, nx) bool or None
        "Body", "Bone" and "Lung" as contoured.
    protocol : Protocol
    """
    spacing = grid.spacing_mm
    smooth = smooth_in_plane(hu)
    masks = find_body(hu, spacing, protocol.body_hu, target, drawn["Body"])
    core = protocol.bone_core_hu
    bone = find_bone(hu, smooth, masks.body, spacing, protocol.bone_hu, core, target, drawn["Bone"])
    lung, gas = find_lung(hu, smooth, masks.body, spacing, protocol.lung_hu, drawn["Lung"])
    labels = masks.body * np.uint8(rays.BODY)
    for bit, mask in (
        (rays.BONE, bone),
        (rays.GAS, gas & ~bone),
        (rays.LUNG, lung & ~bone),
        (rays.AIR, masks.air),
        (rays.OBJECT, masks.objects),
    ):
        labels |= mask * np.uint8(bit)
    return Tissue(labels)
