"""The scanner's blur and the brightness of one seed, from the series itself."""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import least_squares

from tps.postimplant.across import best_offset_misfit
from tps.postimplant.component import Component
from tps.postimplant.fit import Scene
from tps.postimplant.response import Response, directions, rod_image

# What is taken where the series cannot tell: a soft-tissue kernel.
USUAL_SIGMA_MM, USUAL_EDGE_MM = 0.62, 0.35

# The marker's brightness may differ from what its size says by a factor of two and a half: spectrum, marker.
MASS_RANGE = 0.4, 2.5
SIGMA_RANGE_MM = 0.3, 1.2
LENGTH_RANGE = 0.72, 1.35

# Length and tilt look alike in thick slices; most needles lie near the plane of the slices, so the middle of
# the lengths is right if the tilt is held back.
TILT_SD = 0.15

# Spread of the brightness from seed to seed that is believed.
SPREAD_RANGE = 0.08, 0.16

# Neighbouring voxels err together: their information is divided by this.
INFLATION = 9.0

# Components looked at, the most seed-like first, and how many must agree before the series is believed.
MOST_LOOKED_AT, LEAST_AGREEING = 24, 3

# A single seed explains at least this fraction of its component.
WELL_EXPLAINED = 0.90

# ... and is worth this (pieces of bone less, as their background explains them nearly as well).
WORTH = 0.45

# The same where most components are bone, of which a rod explains up to 0.97.
SURELY_EXPLAINED = 0.985


@dataclass(frozen=True)
class Calibration:
    """What the series says of itself.

    Parameters
    ----------
    response : Response
    singles : int
        Components that agree on it.
    from_series : bool
        False: too few, the usual values are taken.
    unexplained : float
        Fraction of a single seed that its own best rod leaves unexplained in this series (median).
    """

    response: Response
    singles: int
    from_series: bool
    unexplained: float = 0.0


def single_fit(scene: Scene, start: Response, centre_mm) -> tuple[Response, float, float]:
    """One rod with free blur, brightness, length and hardening, and how much it is worth.

    Parameters
    ----------
    scene : Scene
    start : Response
    centre_mm : (3,)
        Where the rod is looked for.

    Returns
    -------
    response : Response
        What the rod asks for.
    explained : float
        Fraction of what is there.
    worth : float
        How much better it explains than the background alone, relative to what it adds to voxels.
    """
    window, used = scene.window, scene.used
    measured = np.minimum(scene.hu, scene.clip_hu)

    def response_of(values) -> Response:
        sigma, mass, length = np.exp(values[:3])
        return Response(
            start.sigma_mm * sigma,
            start.edge_mm * np.exp(values[10]),
            start.slice_mm,
            start.mass * mass,
            start.length_mm * length,
            hardening=float(values[11] ** 2),
        )

    def image(values):
        axis = values[6:9] / np.linalg.norm(values[6:9])
        return scene.behind + values[9] + rod_image(response_of(values), window, values[3:6], axis)

    def misfit(values):
        r = ((measured - np.minimum(image(values), scene.clip_hu)) / scene.sd)[used] / INFLATION**0.5
        prior = np.append(
            values[:3] / [0.35, 0.6, 0.2],
            [values[9] / 120, np.linalg.norm(values[6:9]) - 1, values[10] / 0.4, (values[11] - 1) / 1.0],
        )
        return np.concatenate([r, prior, [values[8] / min(scene.tilt_sd, TILT_SD)]])

    bank = directions(12)
    scored = sorted(bank, key=lambda u: float((misfit(_start(centre_mm, u)) ** 2).sum()))
    fits = [least_squares(misfit, _start(centre_mm, u), method="trf", max_nfev=25) for u in scored[:2]]
    best = min(fits, key=lambda one: one.cost)
    shown = np.minimum(image(best.x), scene.clip_hu)
    left = ((measured - shown) ** 2)[used].sum()
    total = ((measured - scene.behind) ** 2)[used].sum()
    shown = np.where(used, shown, scene.behind)
    added = float((((shown - scene.behind) / scene.sd)[used] ** 2).sum()) / INFLATION
    gain = best_offset_misfit(measured - scene.behind, scene, INFLATION) - 2 * best.cost
    return response_of(best.x), 1 - float(left / total), gain / max(added, 1e-9)


def _start(centre_mm, axis) -> np.ndarray:
    return np.concatenate([np.zeros(3), centre_mm, axis, [0.0, 0.0, 1.0]])


def calibrate(components: list[Component], scene_of, start: Response, spacing_mm) -> Calibration:
    """The response of the series, a robust middle of its single seeds.

    Parameters
    ----------
    components : list of Component
    scene_of : callable
        From a component to its scene.
    start : Response
        What is usual.
    spacing_mm : (3,)
        Along x, y, z.
    """
    sizes = np.array([c.mask.sum() for c in components], float) * float(np.prod(spacing_mm))
    likely = [i for i in np.argsort(-sizes) if _could_be_single(components[i], spacing_mm)]
    if not likely:
        return Calibration(start, 0, False)
    usual = float(np.median(sizes[likely]))
    likely.sort(key=lambda i: abs(np.log(sizes[i] / usual)))
    found = _singles(components, likely[:MOST_LOOKED_AT], scene_of, start, spacing_mm)
    if len(found) < LEAST_AGREEING:
        # Where bone falls into many pieces, the middle size is that of bone: seeds hold more.
        likely.sort(key=lambda i: -components[i].mass)
        found = _singles(components, likely[:MOST_LOOKED_AT], scene_of, start, spacing_mm)
        found = [pair for pair in found if pair[1] <= 1 - SURELY_EXPLAINED]
    if len(found) < LEAST_AGREEING:
        return Calibration(start, len(found), False)
    masses = np.log([r.mass for r, _ in found])
    middle = np.median(masses)
    near = [pair for pair, m in zip(found, masses, strict=True) if abs(m - middle) < 0.35]
    agreeing = [r for r, _ in near]
    if len(agreeing) < LEAST_AGREEING:
        return Calibration(start, len(agreeing), False)
    names = ("sigma_mm", "edge_mm", "mass", "length_mm", "hardening")
    middles = (np.median([getattr(r, n) for r in agreeing]) for n in names)
    # Four digits: what arithmetic leaves open in a fit stays out of the result.
    sigma, edge, mass, length, depth = (float(f"{middle:.4g}") for middle in middles)
    spread = float(np.clip(np.std([np.log(r.mass) for r in agreeing]), *SPREAD_RANGE))
    response = Response(sigma, edge, start.slice_mm, mass, length, round(spread, 5), depth)
    return Calibration(response, len(agreeing), True, float(np.median([u for _, u in near])))


def _singles(
    components: list[Component], chosen: list[int], scene_of, start: Response, spacing_mm
) -> list[tuple[Response, float]]:
    """Of components, the responses of those that are one seed, and what each leaves unexplained."""
    found = []
    for i in chosen:
        centre = components[i].centre()[::-1] * np.asarray(spacing_mm)
        response, explained, worth = single_fit(scene_of(components[i]), start, centre)
        if explained >= WELL_EXPLAINED and worth >= WORTH and _plausible(response, start):
            found.append((response, 1 - explained))
    return found


def _could_be_single(component: Component, spacing_mm) -> bool:
    extent = np.array(component.mask.shape) * np.array(spacing_mm)[::-1]
    extent[0] -= spacing_mm[2]
    return bool(1.2 < np.linalg.norm(extent) < 10 and component.mask.sum() >= 4)


def _plausible(response: Response, start: Response) -> bool:
    return (
        MASS_RANGE[0] < response.mass / start.mass < MASS_RANGE[1]
        and SIGMA_RANGE_MM[0] < response.sigma_mm < SIGMA_RANGE_MM[1]
        and LENGTH_RANGE[0] < response.length_mm / start.length_mm < LENGTH_RANGE[1]
    )
