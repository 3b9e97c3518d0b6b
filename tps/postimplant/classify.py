"""Seed, clip, calcification, deposit or bone: what a dense thing is."""

from dataclasses import dataclass

import numpy as np

from tps.model import Grid
from tps.postimplant.calibrate import Calibration
from tps.postimplant.candidates import RAISE
from tps.postimplant.component import Component
from tps.postimplant.explain import MOST_SEEDS, Explained
from tps.postimplant.response import Response, Window, rod_image

# A component with less than this fraction of the excess one seed has, as stored, holds none.
LEAST_MASS = 0.35

# Spread of the log brightness of seeds as fitted, where all of it shows, and how much more where it lies
# beyond the scale's end and is judged by the rim alone.  Beyond the multiple a rod is some other metal.
BRIGHTNESS_SD, HIDDEN_SD = 0.22, 0.20
MOST_SDS = 2.0

# A rod that leaves this multiple of what single seeds leave unexplained is a seed with even chance, within
# these bounds of what it explains; the chance goes from a quarter to three quarters over two steps.
LEFT_MULTIPLE, EVEN_RANGE, SHAPE_STEP = 4.0, (0.72, 0.88), 0.04

# The same for one with few others about: pieces of bone leave 2 to 10 % where single seeds leave 0.5 %.
EVEN_APART, STEP_APART = 0.98, 0.01
# The same where no single seeds were found to compare with.
EVEN_ALONE = 0.93

# Worth (see ``Explained``) at which rods are seeds with even chance, and step: seeds reach 0.5 and more, with
# beam hardening too, pieces of bone as a rule 0.1 to 0.4.
EVEN_WORTH, WORTH_STEP = 0.44, 0.02

# A rod with less than this fraction of its brightness in voxels that count explains a corner of other things.
LEAST_SEEN = 0.6

# More metal in one piece than rods can be counted in, or a background this far off: something else is there.
MOST_OFFSET_HU = 600.0

# A seed that just pays its penalty is so sure as far as that goes; the rest comes over this gain.  (Of two
# seeds that one bright rod nearly explains each just pays, and yet one of them is certain.)
JUST_PAYS = 0.65
COST_SCALE = 8.0

# What is at least so sure is counted.
LEAST_CONFIDENCE = 0.5
# What is less sure than this is not even called doubtful.
LEAST_DOUBTFUL = 0.05

METAL_HU = 1900.0
SPECK_MM = 5.0
BONE_BEHIND_HU = 220.0


@dataclass(frozen=True, eq=False)
class Other:
    """Something dense that is no seed: its class, place (3,), mm, and largest extent, mm."""

    kind: str
    position_mm: np.ndarray
    extent_mm: float

    @staticmethod
    def of(kind: str, component: Component, grid: Grid) -> "Other":
        """The thing a component shows."""
        extent = np.array(component.mask.shape)[::-1] * grid.spacing_mm
        place = grid.index_to_world(component.centre()[::-1][None])[0]
        return Other(kind, place, float(extent.max()))


def stored_mass(response: Response, spacing_mm, clip_hu: float, threshold_hu: float) -> float:
    """Least excess of one seed as stored, above the threshold, HU mm3: over axes and places.

    Parameters
    ----------
    response : Response
    spacing_mm : (3,)
        Along x, y, z.
    clip_hu : float
    threshold_hu : float
        Above the background.
    """
    sx, sy, sz = spacing_mm
    reach = response.reach_mm()
    count = [int(np.ceil(r / s)) for r, s in zip(reach, (sx, sy, sz), strict=True)]
    found = []
    for half in (0.0, 0.5):
        window = Window(
            *((np.arange(-n, n + 1) + half) * s for n, s in zip(count, (sx, sy, sz), strict=True))
        )
        for axis in ((1, 0, 0), (0, 0, 1), (0.7, 0, 0.714)):
            image = np.minimum(rod_image(response, window, np.zeros(3), np.array(axis)), clip_hu)
            found.append(image[image > threshold_hu].sum() * sx * sy * sz)
    return float(min(found))


def class_of(
    component: Component,
    hu: np.ndarray,
    behind: np.ndarray,
    response: Response,
    spacing_mm,
    threshold_hu: float,
    clip_hu: float,
    tried: bool = False,
) -> str:
    """The class of a component that holds no seed; "" where it may hold one.

    Parameters
    ----------
    component : Component
    hu, behind : (nz, ny, nx)
    response : Response
    spacing_mm : (3,)
        Along x, y, z.
    threshold_hu, clip_hu : float
    tried : bool
        True: no seed explained it; it gets a class whatever its mass.
    """
    if component.large_metal:
        return "metal"
    if not tried:
        least = stored_mass(response, spacing_mm, min(clip_hu, 1e9), component.threshold_hu)
        if component.mass >= LEAST_MASS * least:
            return ""
    box = tuple(slice(a, b) for a, b in zip(component.low, component.high, strict=True))
    peak = float(hu[box][component.mask].max())
    extent = float((np.array(component.mask.shape)[::-1] * spacing_mm).max())
    if component.threshold_hu > threshold_hu * (RAISE - 0.01):
        return "bone"
    if peak >= METAL_HU:
        return "clip" if extent > SPECK_MM else "deposit"
    if float(np.median(behind[box][component.mask])) > BONE_BEHIND_HU or extent > 3 * SPECK_MM:
        return "bone"
    return "calcification" if extent <= SPECK_MM else "bone"


def brightness_sds(found: Explained, index: int) -> float:
    """How far a rod's brightness is from that of the series' seeds, in standard deviations."""
    sd = BRIGHTNESS_SD + HIDDEN_SD * found.hidden[index]
    return float(abs(found.fit.rods.log_brightness[index]) / sd)


def even_chance(calibration: Calibration, apart: bool = False) -> float:
    """Fraction a rod must explain to be a seed with even chance: by what single seeds explain in this series.

    Where no single seeds were found there may be none at all, and a strict rule holds; for one that has few
    others about (``apart``) too.
    """
    if not calibration.from_series:
        return EVEN_ALONE
    return float(
        np.clip(
            1 - LEFT_MULTIPLE * calibration.unexplained, EVEN_RANGE[0], EVEN_APART if apart else EVEN_RANGE[1]
        )
    )


def confidence_of(found: Explained, index: int, even: float) -> float:
    """That a rod is a seed, 0 to 1: by what it explains, what its absence costs, and its brightness.

    Parameters
    ----------
    found : Explained
    index : int
    even : float
        See ``even_chance``.
    """
    if len(found.fit.rods) >= MOST_SEEDS or np.abs(found.fit.rods.offset).max() > MOST_OFFSET_HU:
        return 0.0
    if found.seen[index] < LEAST_SEEN:
        return 0.0
    step = STEP_APART if even > EVEN_ALONE else SHAPE_STEP
    shape = 1 / (1 + np.exp(-(found.explained[index] - even) / step))
    least = JUST_PAYS if len(found.fit.rods) > 1 else 0.0
    cost = least + (1 - least) * (1 - np.exp(-max(found.gain[index], 0) / COST_SCALE))
    sds = brightness_sds(found, index)
    bright = np.exp(-0.5 * max(sds - 0.5, 0) ** 2) if sds <= MOST_SDS else 0.0
    worth = 1 / (1 + np.exp(-(found.worth - EVEN_WORTH) / WORTH_STEP))
    return float(np.clip(shape * cost * bright * worth, 0, 1))
