"""Height and tilt of a seed in thick slices: the mean of what the image allows, not one of many equal fits.

Within one thick slice the image is the same for every height and nearly so for every small tilt: a fit ends
anywhere on that plateau.  So both are averaged over a raster, weighted by likelihood and assumption, and
their spread is the error told.
"""

from dataclasses import dataclass, replace

import numpy as np

from tps.postimplant.fit import BACKGROUND_SD_HU, Rods, Scene, predicted
from tps.postimplant.hard_core import overlap
from tps.postimplant.response import Response, rod_image

# Thinner slices determine both by the fit.
THIN_MM = 1.6

TILTS = np.radians(np.arange(-80, 81, 10.0))
STEPS = 15
PASSES = 2

# Ends of the slice's profile that are tried, of those the series shows: few seeds lie where they would show.
EDGES = (0.55, 1.0)


@dataclass(frozen=True)
class Across:
    """Height (mm) and tilt (rad) of one seed, and their standard deviations."""

    height_mm: float
    tilt: float
    height_sd: float
    tilt_sd: float
    tilt_sd_image: float


def average_across(
    response: Response, scene: Scene, rods: Rods, inflation: float, left: float = 1.0, growth: float = 1.0
) -> tuple[Rods, list[Across]]:
    """The rods with height and tilt averaged, one after the other, and how well each is known.

    Parameters
    ----------
    response : Response
    scene : Scene
    rods : Rods
        Best fit.
    inflation : float
        Voxels that err together.
    left : float
        Fraction of the supposed variance of voxels that heights are taken with.
    growth : float
        The same for tilts, and for all errors told.
    """
    found: list[Across] = []
    for _ in range(PASSES if len(rods) > 1 else 1):
        found = []
        for i in range(len(rods)):
            one = _one(response, scene, rods, i, inflation, left, growth)
            found.append(one)
            level = rods.axis[i].copy()
            level[2] = 0
            size = np.linalg.norm(level)
            level = level / size if size > 1e-6 else np.array([1.0, 0, 0])
            position, axis = rods.position.copy(), rods.axis.copy()
            position[i, 2] = one.height_mm
            axis[i] = np.cos(one.tilt) * level + np.sin(one.tilt) * np.array([0, 0, 1.0])
            if overlap(position, axis):
                # One above the other: each alone may be in the middle of both, both cannot.
                away = float(rods.position[i, 2]) - one.height_mm
                found[-1] = replace(one, height_sd=float(np.hypot(one.height_sd, away)))
                continue
            rods = Rods(position, axis, rods.log_brightness, rods.offset)
    return rods, found


def _one(
    response: Response,
    scene: Scene,
    rods: Rods,
    index: int,
    inflation: float,
    left: float,
    growth: float,
) -> Across:
    level_behind = Rods(rods.position, rods.axis, rods.log_brightness, 0 * rods.offset)
    rest = predicted(response, scene, level_behind.without(index))
    position, axis = rods.position[index], rods.axis[index]
    bright = np.exp(rods.log_brightness[index])
    level = np.array([axis[0], axis[1], 0.0])
    level = level / np.linalg.norm(level) if np.linalg.norm(level) > 1e-6 else np.array([1.0, 0, 0])
    measured = np.minimum(scene.hu, scene.clip_hu)
    heights = position[2] + np.linspace(-0.75, 0.75, STEPS) * response.slice_mm
    # How well what a slice adds beside the metal is known is one of two: which holds, the image says.
    known = [scene, scene.for_heights()]
    width = [2 * float(np.log(one.sd[one.used]).sum()) / inflation for one in known]
    cost = np.empty((len(EDGES), len(known), len(heights), len(TILTS)))
    for n, sharper in enumerate(EDGES):
        edged = replace(response, edge_mm=sharper * response.edge_mm)
        for a, height in enumerate(heights):
            for b, tilt in enumerate(TILTS):
                u = np.cos(tilt) * level + np.sin(tilt) * np.array([0, 0, 1.0])
                at = np.array([position[0], position[1], height])
                hu = np.minimum(rest + bright * rod_image(edged, scene.window, at, u), scene.clip_hu)
                for m, one in enumerate(known):
                    cost[n, m, a, b] = best_offset_misfit(measured - hu, one, inflation) + width[m]
    sine = np.sin(TILTS)[None, :]
    assumed = np.cos(TILTS)[None, :] * np.exp(-0.5 * (sine / scene.tilt_sd) ** 2)
    cost -= cost.min()
    likely = np.exp(-0.5 * cost / growth).sum(axis=(0, 1))
    wide = likely * assumed
    sharp = np.exp(-0.5 * cost / left).sum(axis=(0, 1)) * assumed
    height, tilt = _mean(sharp.sum(axis=1), heights), _mean(wide.sum(axis=0), TILTS)
    height_sd, tilt_sd = _off(wide.sum(axis=1), heights, height), _off(wide.sum(axis=0), TILTS, tilt)
    image = (likely * np.cos(TILTS)).sum(axis=0)
    image_sd = _off(image, TILTS, _mean(image, TILTS))
    step = heights[1] - heights[0]
    turn = TILTS[1] - TILTS[0]
    return Across(
        height, tilt, float(np.hypot(height_sd, step / 3)), float(np.hypot(tilt_sd, turn / 3)), image_sd
    )


def best_offset_misfit(left: np.ndarray, scene: Scene, inflation: float) -> float:
    """Chi square and penalty of what is left, with the best offset behind each slice (in closed form)."""
    weight = scene.used / scene.sd**2 / inflation
    free = np.where(scene.hu < scene.clip_hu, weight, 0)  # an offset changes nothing where the scale ends
    pull = (free * left).sum(axis=(1, 2))
    stiff = free.sum(axis=(1, 2)) + 1 / BACKGROUND_SD_HU**2
    return float((weight * left**2).sum() - (pull**2 / stiff).sum())


def _mean(weight, values) -> float:
    return float((weight * values).sum() / weight.sum())


def _off(weight, values, place: float) -> float:
    """Root of the mean square distance from a place."""
    return float(np.sqrt((weight * (values - place) ** 2).sum() / weight.sum()))
