"""The spinal canal: the hole within the ring of each vertebra, followed from slice to slice."""

from typing import NamedTuple

import numpy as np

from dose_kernels.geometry.components import label_in_slices, piece_boxes
from dose_kernels.geometry.voxels import enclosed_in_slices
from tps.access.tissue.crop import Crop

# Area of a canal in a slice, and its mean HU: cord and fluid, no fat (the marrow of long bones), no contrast.
CANAL_MM2 = (60.0, 700.0)
CANAL_HU = (-40.0, 75.0)

# Cells as bright as this on average belong to the ring, where they are no contrast.
RING_HU = 115.0

# A ring may be open by up to twice each of these; the smaller ones are tried first.
RING_GAPS_MM = (3.0, 6.0)

# A canal is roundish: it fills this part of its bounding ellipse, whose axes differ by this factor at most.
ROUND_PART, ROUND_FACTOR = 0.6, 2.2

# A ring has bone in front and on both sides; in front it reaches out this far, the vertebra's body, and fills
# this part of a square of that size.
RING_MM, VERTEBRA_MM = 12.0, 20.0
VERTEBRA_PART = 0.25

# From slice to slice a canal's middle moves by about this much, and by this part of the step.
MOVE_MM, MOVE_PART = 3.0, 0.5

# Between two slices with a ring no more than this is bridged.  A shorter canal is none, but in shorter scans,
# nor is one with fewer rings.  Holes in neighbouring slices overlap by this part.
BRIDGE_MM = 70.0
LEAST_LENGTH_MM = 40.0
LEAST_RINGS = 0.5
LEAST_OVERLAP = 0.3


class Hole(NamedTuple):
    """What may be a canal in slice ``k``: its middle (row, column), its cells (ny, nx), its area in cells."""

    k: int
    middle: np.ndarray
    cells: np.ndarray
    area: int


def find_canal(crop: Crop, bone: np.ndarray, contrast: np.ndarray) -> np.ndarray:
    """Coarse cells (nz, ny, nx) of the spinal canal; bridged where a ring is open or hidden by metal.

    Parameters
    ----------
    crop : Crop
    bone, contrast : (nz, ny, nx) bool
        Coarse cells with bone in them, and those filled with contrast.
    """
    ring = crop.solid & (bone | ((crop.mean > RING_HU) & ~contrast))
    holes = _holes(crop, ring)
    chain = _best_chain(holes, crop.cell_mm)
    out = np.zeros(ring.shape, bool)
    slices = chain[-1].k - chain[0].k + 1 if chain else 0
    least = min(LEAST_LENGTH_MM / crop.cell_mm[2], len(ring))
    if slices < least or len(chain) < max(1, LEAST_RINGS * slices):
        return out
    for one, following in zip(chain, chain[1:], strict=False):
        out[one.k] = one.cells
        for between in range(one.k + 1, following.k):
            part = (between - one.k) / (following.k - one.k)
            way = following.middle - one.middle
            out[between] = _shifted(one.cells, part * way) | _shifted(following.cells, (part - 1) * way)
    out[chain[-1].k] = chain[-1].cells
    return out & crop.solid


def _shifted(mask: np.ndarray, by: np.ndarray) -> np.ndarray:
    return np.roll(mask, tuple(np.rint(by).astype(int)), (0, 1))


def _holes(crop: Crop, ring: np.ndarray) -> list[Hole]:
    """What may be a canal, slice by slice; of two that overlap, the one with the narrower gap."""
    pixel = float(crop.cell_mm[0] * crop.cell_mm[1])
    found: list[Hole] = []
    taken = np.zeros(ring.shape, bool)
    for gap in RING_GAPS_MM:
        radius = max(1.0, gap / float(crop.cell_mm[0]))
        inside = enclosed_in_slices(ring, radius, int(CANAL_MM2[1] / pixel), 0)
        places, count = label_in_slices(inside)
        area = np.bincount(places.ravel(), minlength=count + 1)
        hu = np.bincount(places.ravel(), crop.mean.ravel(), count + 1) / np.maximum(area, 1)
        fit = (area * pixel >= CANAL_MM2[0]) & (area * pixel <= CANAL_MM2[1])
        fit &= (hu >= CANAL_HU[0]) & (hu <= CANAL_HU[1])
        boxes = piece_boxes(places, count)
        for n in np.flatnonzero(fit[1:]) + 1:
            k, rows, columns = boxes[n - 1][0].start, *boxes[n - 1][1:]
            own = places[k, rows, columns] == n
            middle = np.argwhere(own).mean(axis=0) + [rows.start, columns.start]
            if (taken[k, rows, columns] & own).any() or not _is_round(own):
                continue
            if not _has_vertebra(ring[k], middle, np.sqrt(area[n] * pixel / np.pi), crop):
                continue
            taken[k, rows, columns] |= own
            cells = np.zeros(ring.shape[1:], bool)
            cells[rows, columns] = own
            found.append(Hole(k, middle, cells, int(area[n])))
    return sorted(found, key=lambda hole: hole.k)


def _is_round(own: np.ndarray) -> bool:
    high, wide = own.shape
    factor = max(high, wide) / min(high, wide)
    return factor <= ROUND_FACTOR and own.sum() >= ROUND_PART * np.pi / 4 * high * wide


def _has_vertebra(ring: np.ndarray, middle: np.ndarray, radius_mm: float, crop: Crop) -> bool:
    """Whether bone stands around a hole, and in front reaches out as a vertebra's body does."""
    cell_mm = crop.cell_mm
    far = radius_mm + RING_MM + VERTEBRA_MM
    first = np.maximum(0, (middle - far / cell_mm[1::-1]).astype(int))
    last = (middle + far / cell_mm[1::-1]).astype(int) + 2
    rows, columns = np.nonzero(ring[first[0] : last[0], first[1] : last[1]])
    along = np.stack(
        [(columns + first[1] - middle[1]) * cell_mm[0], (rows + first[0] - middle[0]) * cell_mm[1]]
    )
    # To the patient's left and to the back.
    x, y = crop.grid.axes[:2, :2].T @ along
    away = np.hypot(y, x)
    side, front = np.abs(x) >= np.abs(y), (np.abs(y) > np.abs(x)) & (y < 0)
    near = away < radius_mm + RING_MM
    beyond = (away > radius_mm + 0.75 * RING_MM) & (away < far) & front
    least = VERTEBRA_PART * VERTEBRA_MM**2 / (cell_mm[0] * cell_mm[1])
    around = [near & side & (x < 0), near & side & (x > 0), near & front]
    return all(a.sum() > 1 for a in around) and beyond.sum() > least


def _best_chain(holes: list[Hole], cell_mm: np.ndarray) -> list[Hole]:
    """The chain of holes, at most one a slice, that goes on for longest and straightest."""
    if not holes:
        return []
    step = float(cell_mm[2])
    slices = np.array([hole.k for hole in holes])
    middles = np.array([hole.middle for hole in holes]) * cell_mm[1::-1]
    areas = np.log([hole.area for hole in holes])
    worth, before = np.ones(len(holes)), np.full(len(holes), -1)
    for n in range(1, len(holes)):
        gone = slices[n] - slices[:n]
        far = np.hypot(*(middles[n] - middles[:n]).T) / (MOVE_MM + MOVE_PART * gone * step)
        unlike = np.minimum(np.abs(areas[n] - areas[:n]), 1.0)
        total = worth[:n] + 1.0 - 0.25 * far**2 - 0.25 * unlike
        for m in np.flatnonzero(gone == 1):
            shared = (holes[m].cells & holes[n].cells).sum()
            if shared < LEAST_OVERLAP * min(holes[m].area, holes[n].area):
                total[m] = 0.0
        total[(gone < 1) | (gone * step > BRIDGE_MM) | (far > 2.0)] = 0.0
        best = int(total.argmax())
        if total[best] > 1.0:
            worth[n], before[n] = total[best], best
    chain, n = [], int(worth.argmax())
    while n >= 0:
        chain.append(holes[n])
        n = before[n]
    return chain[::-1]
