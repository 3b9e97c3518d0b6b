"""What tissue is, from the CT alone: labels of every voxel, and regions that nobody contoured."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from dose_kernels.geometry import rays
from tps.access.tissue.body import find_body
from tps.access.tissue.bone import find_bone
from tps.access.tissue.contrast import find_bright
from tps.access.tissue.crop import Crop, crop_to_body
from tps.access.tissue.cut import cut_warnings
from tps.access.tissue.derived import DerivedRegion, derive_structures
from tps.access.tissue.field_of_view import find_field_of_view
from tps.access.tissue.lung import find_lung
from tps.model.grid import Grid, Volume
from tps.model.protocol import Protocol

# Voxels of bright marrow are denser than this after smoothing; beside it lies soft tissue.
MARROW_HU = 100


@dataclass(frozen=True, eq=False)
class Tissue:
    """What tissue is in one part of a scan.

    Parameters
    ----------
    labels : (nz, ny, nx) uint8
        Bits of ``dose_kernels.geometry.rays``.
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
    ct: Volume,
    hu: np.ndarray,
    grid: Grid,
    target: np.ndarray,
    drawn: Mapping[str, np.ndarray | None],
    protocol: Protocol,
) -> Tissue:
    """Tell tissues apart.

    Parameters
    ----------
    ct : Volume
        The whole scan: its edge shows where nothing was seen.
    hu : (nz, ny, nx) int16
        The part of it that is looked at.
    grid : Grid
        Of ``hu``.
    target : (nz, ny, nx) bool
        All targets.
    drawn : mapping of str to (nz, ny, nx) bool or None
        "Body", "Bone" and "Lung" as contoured.
    protocol : Protocol
    """
    view = find_field_of_view(ct)
    hidden = None if view is None else view.outside(grid)
    body = find_body(hu, grid.spacing_mm, protocol.body_hu, target, drawn["Body"], hidden)
    crop = crop_to_body(hu, grid, target, body)
    bright = find_bright(crop)
    lung = find_lung(crop, protocol.lung_hu, crop.cut(drawn["Lung"]))
    bone = find_bone(
        crop,
        protocol.bone_hu,
        protocol.bone_core_hu,
        crop.to_voxels(bright.contrast),
        crop.to_voxels(bright.marrow) & (crop.smooth > MARROW_HU),
        crop.cut(drawn["Bone"]),
    )
    part = body.labels[crop.box]
    part |= bone * np.uint8(rays.BONE)
    part |= (lung.gas & ~bone) * np.uint8(rays.GAS)
    part |= (lung.lung & ~bone) * np.uint8(rays.LUNG)
    regions = derive_structures(crop, bright, lung, bone)
    side = None if body.table is None else body.table.side(grid.axes)
    notes = cut_warnings(body, grid, ct.grid, None if view is None else view.radius_mm)
    return Tissue(body.labels, _whole(regions, crop, grid), side, notes)


def _whole(regions: tuple[DerivedRegion, ...], crop: Crop, grid: Grid) -> tuple[DerivedRegion, ...]:
    """Regions of the crop on the whole grid."""
    found = []
    for region in regions:
        mask = np.zeros(grid.shape, bool)
        mask[crop.box] = region.mask
        found.append(DerivedRegion(region.name, mask))
    return tuple(found)
