"""Trachea and main bronchi: tubes of air enclosed by soft tissue between the lungs."""

import numpy as np

from dose_kernels.geometry.components import (
    dilated,
    label_in_slices,
    label_pieces,
    piece_boxes,
    widened_labels,
)
from tps.access.tissue.crop import Crop

# Cells of a wide lumen: as thin as this on average without a wall in them.
AIR_HU, WALL_HU = -930.0, -700

# A lumen has this area in a slice, and soft tissue around it on most sides; it goes on for this long.
LUMEN_MM2 = (40.0, 1200.0)
LUMEN_WALL, RING_MM = 0.55, (3.0, 9.0)
SOFT_HU = -400.0
LEAST_AIRWAY_MM = 20.0

# Voxels of a lumen followed from slice to slice, after smoothing: aerated lung is denser.  Where a lumen
# leaves the soft tissue between the lungs it is followed no farther.
LUMEN_HU = -880
LEAST_FOLLOWED_MM2 = 15.0
FOLLOWED_WALL = 0.4

# How far beside the wide lumina the bronchi are looked for, and how far a lumen moves in one slice.
BESIDE_MM = 60.0
MOVE_MM = 3.0


def find_airways(crop: Crop, thin: np.ndarray, lungs: np.ndarray) -> np.ndarray:
    """Voxels (nz, ny, nx) of the lumina of trachea and main bronchi.

    Parameters
    ----------
    crop : Crop
    thin, lungs : (nz, ny, nx) bool
        Coarse cells thinner than soft tissue, and those of lung.
    """
    out = np.zeros(crop.hu.shape, bool)
    tubes = _wide_tubes(crop, thin, lungs)
    if not tubes.any():
        return out
    box = _box_around(tubes, crop)
    seeds = crop.to_voxels(tubes)[(slice(None), *box)]
    lumen = (crop.smooth[(slice(None), *box)] < LUMEN_HU) & crop.body[(slice(None), *box)]
    soft = crop.smooth[(slice(None), *box)] > SOFT_HU
    part = out[(slice(None), *box)]
    for wide in np.flatnonzero(tubes.any(axis=(1, 2))):
        part[wide] = _lumina(lumen[wide], soft[wide], seeds[wide], crop)
    reach = max(1, round(MOVE_MM / float(crop.grid.spacing_mm[0])))
    for order in (range(len(part) - 2, -1, -1), range(1, len(part))):
        for k in order:
            before = part[k - order.step]
            if before.any():
                part[k] |= _lumina(lumen[k], soft[k], dilated(before, rounds=reach), crop)
    return out


def _box_around(tubes: np.ndarray, crop: Crop) -> tuple[slice, slice]:
    """Rows and columns of voxels around coarse cells."""
    found = []
    for axis, n in ((1, crop.hu.shape[1]), (2, crop.hu.shape[2])):
        held = np.flatnonzero(tubes.any(axis=(0, 3 - axis)))
        beside = int(BESIDE_MM / float(crop.grid.spacing_mm[2 - axis]))
        found.append(
            slice(max(0, held[0] * crop.factor - beside), min(n, (held[-1] + 1) * crop.factor + beside))
        )
    return found[0], found[1]


def _lumina(lumen: np.ndarray, soft: np.ndarray, near: np.ndarray, crop: Crop) -> np.ndarray:
    """The lumina (ny, nx) of one slice that ``near`` touches and that soft tissue encloses."""
    out = np.zeros(lumen.shape, bool)
    pixel = float(crop.grid.spacing_mm[0] * crop.grid.spacing_mm[1])
    places, count = label_pieces(lumen[None])
    places = places[0]
    ring = max(1, round(2.0 / float(crop.grid.spacing_mm[0])))
    boxes = [box[1:] for box in piece_boxes(places[None], count)]
    for n in np.unique(places[near & lumen]):
        around = tuple(slice(max(0, s.start - 2 * ring - 1), s.stop + 2 * ring + 1) for s in boxes[n - 1])
        own = places[around] == n
        if not LEAST_FOLLOWED_MM2 <= own.sum() * pixel <= LUMEN_MM2[1]:
            continue
        wall = dilated(own, rounds=2 * ring) & ~dilated(own, rounds=ring)
        if soft[around][wall].mean() > FOLLOWED_WALL:
            out[around] |= own
    return out


def _wide_tubes(crop: Crop, thin: np.ndarray, lungs: np.ndarray) -> np.ndarray:
    """Coarse cells of lumina between or above the lungs that go on from slice to slice."""
    lumen = thin & (crop.mean < AIR_HU) & (crop.highest < WALL_HU)
    places, count = label_in_slices(lumen)
    if not count or not lungs.any():
        return np.zeros(thin.shape, bool)
    pixel = float(crop.cell_mm[0] * crop.cell_mm[1])
    area = np.bincount(places.ravel(), minlength=count + 1) * pixel
    fit = (area >= LUMEN_MM2[0]) & (area <= LUMEN_MM2[1])
    fit[0] = False
    # The ring a little off: the next cells hold the wall and what is beyond.
    places = np.where(fit[places], places, 0)
    grown = widened_labels(places, crop.rounds(RING_MM[1]))
    ring = (grown > 0) & ~dilated(lumen, corners=True, rounds=crop.rounds(RING_MM[0]))
    soft = np.bincount(grown[ring & (crop.mean > SOFT_HU)], minlength=count + 1)
    whole = np.bincount(grown[ring], minlength=count + 1)
    chosen = (fit & (soft > LUMEN_WALL * whole))[places]
    tubes, number = label_pieces(chosen, corners=True)
    keep = np.zeros(number + 1, bool)
    middle = between(lungs, crop)
    for n, box in enumerate(piece_boxes(tubes, number), start=1):
        length = (box[0].stop - box[0].start) * crop.cell_mm[2]
        keep[n] = length >= LEAST_AIRWAY_MM and ((tubes[box] == n) & middle[box]).any()
    return keep[tubes]


def between(lungs: np.ndarray, crop: Crop) -> np.ndarray:
    """Cells with lung on both sides of them, to the patient's left and right, in their slice."""
    along = left_right_axis(crop)
    before = np.logical_or.accumulate(lungs, axis=along)
    after = np.flip(np.logical_or.accumulate(np.flip(lungs, along), axis=along), along)
    return before & after


def left_right_axis(crop: Crop) -> int:
    """The array axis (1 or 2) that runs nearest to the patient's left and right."""
    return 2 if abs(crop.grid.axes[0, 0]) >= abs(crop.grid.axes[1, 0]) else 1
