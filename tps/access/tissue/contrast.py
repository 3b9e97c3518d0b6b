"""Bright tissue that is not thin: contrast in vessels, kidneys and bowel, told from bone by its profile.

Bone is brightest at its surface, where the cortex lies, and uneven inside; a lumen or a kidney full of
contrast is as bright inside as anywhere and even.  Both are told only where they are wider than about 9 mm.
"""

from dataclasses import dataclass

import numpy as np

from dose_kernels.geometry.components import dilated, eroded, label_pieces, piece_boxes
from tps.access.tissue.crop import Crop

# Cells brighter than this may be contrast, or marrow.
BRIGHT_HU = 130.0

# Smaller plateaus, their rim left out, tell too little; brighter than this, so do narrower ones across:
# processes and ribs may be as bright throughout.
LEAST_PLATEAU_MM3 = 1000.0
LEAST_ACROSS_MM2, NARROW_HU = 40.0, 300.0

# What surrounds a plateau within 9 mm is brighter than it by this ...
CORTEX_ABOVE_HU = 120.0
# ... on less than the first part of its sides for contrast; up to the second, beside bone, where it is even.
LEAST_CORTEX, MOST_CORTEX = 0.03, 0.15
RING_MM = 9.0

# The rim of a plateau, which holds some of what is beside it.
RIM_MM = 3.0

# Even: the brightest voxel of a cell lies no more above its mean than in soft tissue, times and plus this.
EVEN_FACTOR, EVEN_HU = 1.2, 5.0

# Only where this much contrast stands alone is some of it looked for beside bone, mm3.
SURE_CONTRAST_MM3 = 10_000.0

# What is brighter than this inside is bone or metal; cells with a brighter voxel show cortex.
MOST_CONTRAST_HU = 700.0
CORTEX_HU = 500

# Contrast as bright as this on average is worth a name where it is no vessel: kidneys, bowel.  No liver is.
LEAST_CONTRAST_HU = 170.0

# Cells beside its plateaus are of contrast down to here, cells beside a vessel's down to here.
CONTRAST_HU = LEAST_CONTRAST_HU - 20.0
VESSEL_RIM_HU = BRIGHT_HU - 20.0

# A vessel is no wider than this, has at most this area across on average (its rim left out), goes on for this
# length, and is as bright as the longest one within this.
VESSEL_WIDTH_MM = 36.0
VESSEL_MM2 = 500.0
VESSEL_LENGTH_MM = 25.0
LEAST_AORTA_MM = 50.0
VESSEL_HU = 30.0


@dataclass(frozen=True, eq=False)
class Bright:
    """Coarse masks (nz, ny, nx): plateaus of marrow, contrast of any kind, and the vessels among it."""

    marrow: np.ndarray
    contrast: np.ndarray
    vessels: np.ndarray


@dataclass(frozen=True)
class _Plateau:
    """One plateau: its number, median HU, volume, length along z (mm), whether it is narrow.

    ``cortex``: part of its sides that are much brighter; ``even``: whether it has no texture.
    """

    number: int
    hu: float
    mm3: float
    length_mm: float
    narrow: bool
    cortex: float
    even: bool

    @property
    def stands_alone(self) -> bool:
        """Contrast with no bone about it."""
        return self.may_be_contrast and self.cortex < LEAST_CORTEX

    @property
    def may_be_contrast(self) -> bool:
        """Neither as bright nor as thin as only bone is."""
        wide = self.mm3 >= LEAST_ACROSS_MM2 * self.length_mm
        return self.hu < MOST_CONTRAST_HU and (wide or self.hu < NARROW_HU)


def find_bright(crop: Crop) -> Bright:
    """Sort the bright plateaus of a scan."""
    bright = crop.solid & (crop.mean > BRIGHT_HU)
    core = bright
    for _ in range(crop.rounds(RIM_MM)):
        core = eroded(core, corners=True)
    pieces, count = label_pieces(core)
    found = _plateaus(crop, pieces, count)
    filled = _contrast(found)
    vessels = _vessels(filled)
    seeds = vessels | {p.number for p in filled if p.hu >= LEAST_CONTRAST_HU}
    bones = _pick(pieces, count, {p.number for p in found if p not in filled})
    tubes = _pick(pieces, count, vessels)
    contrast = _all_of(crop, _pick(pieces, count, seeds), tubes, bones)
    grown = dilated(tubes, corners=True, rounds=crop.rounds(2 * RIM_MM))
    return Bright(
        dilated(bones, corners=True, rounds=crop.rounds(RIM_MM)) & bright & ~contrast,
        contrast,
        contrast & grown,
    )


def _contrast(found: list[_Plateau]) -> list[_Plateau]:
    """Plateaus of contrast: those that stand alone, and even ones beside bone if there are any such."""
    sure = sum(p.mm3 for p in found if p.stands_alone) > SURE_CONTRAST_MM3
    return [
        p
        for p in found
        if p.stands_alone or (sure and p.may_be_contrast and p.even and p.cortex < MOST_CORTEX)
    ]


def _pick(pieces: np.ndarray, count: int, numbers) -> np.ndarray:
    keep = np.zeros(count + 1, bool)
    keep[list(numbers)] = True
    return keep[pieces]


def _plateaus(crop: Crop, pieces: np.ndarray, count: int) -> list[_Plateau]:
    """What can be told of each plateau that is large enough."""
    soft = crop.solid & (np.abs(crop.mean - 40.0) < 40.0)
    above = (crop.highest - crop.mean)[soft]
    even = EVEN_FACTOR * float(np.median(above)) + EVEN_HU if len(above) else EVEN_HU
    sizes = np.bincount(pieces.ravel(), minlength=count + 1)
    found, beyond = [], crop.rounds(RING_MM)
    for number, box in enumerate(piece_boxes(pieces, count), start=1):
        if sizes[number] * crop.cell_mm3 < LEAST_PLATEAU_MM3:
            continue
        around = tuple(
            slice(max(0, s.start - w), s.stop + w) for s, w in zip(box, (0, beyond, beyond), strict=True)
        )
        own = pieces[around] == number
        mean, highest = crop.mean[around], crop.highest[around]
        hu = float(np.median(mean[own]))
        ring = dilated(own, corners=True, rounds=beyond) & ~own & crop.solid[around]
        cortex = float(np.mean(highest[ring] > hu + CORTEX_ABOVE_HU)) if ring.any() else 0.0
        found.append(
            _Plateau(
                number,
                hu,
                float(sizes[number]) * crop.cell_mm3,
                (box[0].stop - box[0].start) * float(crop.cell_mm[2]),
                _is_narrow(own, crop),
                cortex,
                float(np.median((highest - mean)[own])) < even,
            )
        )
    return found


def _is_narrow(own: np.ndarray, crop: Crop) -> bool:
    """Whether a plateau, whose rim is left out, is nowhere wider than a vessel."""
    for n in range(crop.rounds(0.5 * VESSEL_WIDTH_MM - RIM_MM)):
        own = eroded(own, corners=n % 2 == 1)
    return not own.any()


def _vessels(filled: list[_Plateau]) -> set[int]:
    """Numbers of the plateaus that are vessels: long and narrow, and as bright as the longest of them."""
    tubes = [
        p
        for p in filled
        if p.narrow and p.length_mm >= VESSEL_LENGTH_MM and p.mm3 <= VESSEL_MM2 * p.length_mm
    ]
    longest = max(tubes, key=lambda p: p.length_mm, default=None)
    if longest is None or longest.length_mm < LEAST_AORTA_MM:
        return set()
    return {p.number for p in tubes if abs(p.hu - longest.hu) <= VESSEL_HU}


def _all_of(crop: Crop, seeds: np.ndarray, vessels: np.ndarray, bones: np.ndarray) -> np.ndarray:
    """Cells of contrast: what is near its plateaus, and all that hangs together with them alone.

    A liver that enhances is brighter than ``BRIGHT_HU`` in part, and touches the kidney: beyond vessels, only
    what is nearly as bright as contrast is counts.
    """
    reach = crop.rounds(2 * RIM_MM)
    near = dilated(seeds, corners=True, rounds=reach) & crop.solid & (crop.mean > CONTRAST_HU)
    near |= dilated(vessels, corners=True, rounds=reach) & crop.solid & (crop.mean > VESSEL_RIM_HU)
    if not seeds.any():
        return near
    dense = crop.solid & ((crop.mean > CONTRAST_HU) | (crop.highest > CORTEX_HU))
    pieces, count = label_pieces(dense)
    cortex = (bones | (crop.highest > CORTEX_HU)) & ~dilated(seeds, corners=True, rounds=crop.rounds(RING_MM))
    has_bone = np.bincount(pieces[cortex], minlength=count + 1) > 0
    alone = (np.bincount(pieces[seeds], minlength=count + 1) > 0) & ~has_bone
    alone[0] = False
    return near | alone[pieces]
