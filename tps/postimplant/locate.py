"""Find the seeds of an implant in a CT, how surely, and what else is as dense."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
from threadpoolctl import threadpool_limits

from tps.model import Volume
from tps.postimplant.across import THIN_MM, average_across
from tps.postimplant.calibrate import USUAL_EDGE_MM, USUAL_SIGMA_MM, Calibration, calibrate
from tps.postimplant.candidates import find_components, threshold_of
from tps.postimplant.classify import (
    LEAST_CONFIDENCE,
    LEAST_DOUBTFUL,
    Other,
    class_of,
    confidence_of,
    even_chance,
)
from tps.postimplant.component import Component
from tps.postimplant.explain import PENALTY, PENALTY_THIN, Explained, explain
from tps.postimplant.fit import Scene
from tps.postimplant.marker import Marker
from tps.postimplant.neighbours import with_others
from tps.postimplant.response import Response
from tps.postimplant.series import Series, series_of
from tps.postimplant.sureness import LEAST_SIGMA_MM, Sureness, sureness_of
from tps.postimplant.windows import correlation, scene_of

# Where fewer single seeds than this agree, each has a neighbour's blurred end in it as likely as not, and the
# blur and brightness they ask for may be worse than the usual ones: what explains the whole series better is
# taken.
FEW_SINGLES = 8

# Fewer pieces of metal with seeds than this within this distance (mm): a seed lies apart.
ABOUT_MM, ENOUGH_ABOUT = 50.0, 3

# Where the image alone leaves the tilt uncertain by more than this fraction of what is assumed of needles,
# what is told is in part the assumption.
ASSUMED_ABOVE = 0.5


@dataclass(frozen=True, eq=False)
class FoundSeed:
    """One seed.

    Parameters
    ----------
    position_mm, direction : (3,)
        Patient coordinates; the sense of the direction is arbitrary.
    covariance_mm2 : (3, 3)
        Of the position.
    sigma_tilt_deg, sigma_azimuth_deg : float
        Standard deviations of the axis across the slices and within them.
    axis_from : {"image", "needle"}
        "needle": the tilt is not in the image; that of needles near the plane of the slices is assumed.
    confidence : float
        0 to 1, that it is a seed.
    group : int
        Seeds of one number were found in one piece.
    """

    position_mm: np.ndarray
    direction: np.ndarray
    covariance_mm2: np.ndarray
    sigma_tilt_deg: float
    sigma_azimuth_deg: float
    axis_from: str
    confidence: float
    group: int

    @property
    def sigma_mm(self) -> np.ndarray:
        """Standard deviations along x, y, z (3,)."""
        return np.sqrt(np.diag(self.covariance_mm2))


@dataclass(frozen=True, eq=False)
class Located:
    """What a CT holds.

    Parameters
    ----------
    seeds : tuple of FoundSeed
        From the head down, front to back.
    doubtful : tuple of FoundSeed
        What may be a seed but is not counted, the most likely first.
    others : tuple of Other
        What is dense and no seed.
    series : Series
    calibration : Calibration
    threshold_hu : float
    """

    seeds: tuple[FoundSeed, ...]
    doubtful: tuple[FoundSeed, ...]
    others: tuple[Other, ...]
    series: Series
    calibration: Calibration
    threshold_hu: float


@dataclass(frozen=True, eq=False)
class _Counted:
    """Seeds of each component by one calibration: (number, explained, scene), and why others hold none."""

    calibration: Calibration
    inflation: float
    tried: tuple[tuple[int, Explained, Scene], ...]
    why_not: dict[int, str]

    def better_than(self, other: "_Counted") -> bool:
        """Whether components that both tried are explained better, each seed at its price."""
        both = {number for number, _, _ in self.tried} & {number for number, _, _ in other.tried}
        mine, others = (
            sum(f.fit.cost + PENALTY * len(f.fit.rods) for number, f, _ in one.tried if number in both)
            for one in (self, other)
        )
        return mine < others


# Its matrices are small: shared out between cores they take a hundred times as long where cores are busy.
@threadpool_limits.wrap(limits=1, user_api="blas")
def locate_seeds(
    ct: Volume,
    marker: Marker,
    *,
    slice_mm: float | None = None,
    inside: np.ndarray | None = None,
    report: Callable[[str, float], None] | None = None,
) -> Located:
    """The seeds in a CT; no count is given, and one set of parameters serves all thicknesses.

    Parameters
    ----------
    ct : Volume
        Hounsfield units.
    marker : Marker
        What shows of a seed.
    slice_mm : float, optional
        Thickness of the slices; default: their distance.
    inside : (nz, ny, nx) bool, optional
        Where to look.
    report : callable, optional
        Told stage and fraction.

    Returns
    -------
    Located

    Notes
    -----
    Tested on synthetic seeds only.
    """
    progress = report or (lambda stage, fraction: None)
    spacing, hu = ct.grid.spacing_mm, ct.values
    series = series_of(ct, slice_mm)
    usual = Response(USUAL_SIGMA_MM, USUAL_EDGE_MM, series.slice_mm, marker.mass_hu_mm3, marker.length_mm)
    threshold = threshold_of(usual, spacing)
    progress("Looking for metal", 0.0)
    components, behind, _ = find_components(hu, spacing, threshold, inside)
    owner = _owners(components, hu.shape)

    def scene(component: Component, response: Response):
        return scene_of(component, hu, behind, owner, response, spacing, series.noise_hu, series.clip_hu)

    progress("Measuring one seed", 0.0)
    calibration = calibrate(
        [c for c in components if not c.large_metal], lambda c: scene(c, usual), usual, spacing
    )

    def counted(calibration: Calibration) -> _Counted:
        response, tried, why_not = calibration.response, [], {}
        inflation = correlation(response, spacing)
        for number, component in enumerate(components):
            progress("Counting seeds", number / len(components))
            why = class_of(component, hu, behind, response, spacing, threshold, series.clip_hu)
            if why:
                why_not[number] = why
                continue
            here = scene(component, response)
            tried.append((number, explain(response, here, inflation), here))
        return _Counted(calibration, inflation, tuple(tried), why_not)

    best = counted(calibration)
    if calibration.from_series and calibration.singles < FEW_SINGLES:
        mixed = replace(usual, hardening=calibration.response.hardening)
        by_usual = counted(replace(calibration, response=mixed))
        best = by_usual if by_usual.better_than(best) else best
    calibration, inflation, why_not = best.calibration, best.inflation, dict(best.why_not)
    response = calibration.response
    tried = _again_with_others(best.tried, calibration, inflation)
    sure = sureness_of([(found, here) for _, found, here in tried], calibration, inflation)
    pairs: list[tuple[FoundSeed, float]] = []
    for (number, found, here), how in zip(tried, sure, strict=True):
        these = _seeds_of(found, ct, number, calibration, here, inflation, how)
        pairs += these
        if not any(s.confidence >= LEAST_CONFIDENCE for s, _ in these):
            why_not[number] = class_of(
                components[number], hu, behind, response, spacing, threshold, series.clip_hu, tried=True
            )
    others = [Other.of(why, components[number], ct.grid) for number, why in sorted(why_not.items())]
    judged = _among_others(pairs)
    seeds = [s for s in judged if s.confidence >= LEAST_CONFIDENCE]
    doubtful = [s for s in judged if s.confidence < LEAST_CONFIDENCE]
    seeds.sort(key=lambda s: (-round(float(s.position_mm[2]), 3), float(s.position_mm[1])))
    doubtful.sort(key=lambda s: -s.confidence)
    return Located(tuple(seeds), tuple(doubtful), tuple(others), series, calibration, threshold)


def _again_with_others(
    tried: Sequence[tuple[int, Explained, Scene]], calibration: Calibration, inflation: float
) -> list[tuple[int, Explained, Scene]]:
    """Components explained once more: where seeds of others show, and where one more may be hidden."""
    response, even = calibration.response, even_chance(calibration)
    known = []
    for _, found, _ in tried:
        rods = found.fit.rods
        for i in reversed(range(len(rods))):
            if confidence_of(found, i, even) < LEAST_CONFIDENCE:
                rods = rods.without(i)
        known.append(rods)
    scenes = with_others(response, [here for _, _, here in tried], known)
    again = []
    for (number, found, here), scene, rods in zip(tried, scenes, known, strict=True):
        hides = response.slice_mm > THIN_MM and found.fit.cost > PENALTY_THIN
        if len(rods) and (scene is not None or hides):
            here = scene or here
            found = explain(response, here, inflation, begun=found.fit.rods)
        again.append((number, found, here))
    return again


def _among_others(pairs: list[tuple[FoundSeed, float]]) -> list[FoundSeed]:
    """Seeds by their confidence; of those with few others about, by that of one that lies apart.

    Parameters
    ----------
    pairs : list of (FoundSeed, float)
        Each with the confidence it has if it lies apart.
    """
    sure = np.array([s.position_mm for s, _ in pairs if s.confidence >= LEAST_CONFIDENCE]).reshape(-1, 3)
    groups = np.array([s.group for s, _ in pairs if s.confidence >= LEAST_CONFIDENCE])
    judged = []
    for seed, apart in pairs:
        near = np.linalg.norm(sure - seed.position_mm, axis=1) < ABOUT_MM
        others = len(set(groups[near].tolist()) - {seed.group})
        few = others < ENOUGH_ABOUT and len(set(groups.tolist())) > ENOUGH_ABOUT
        judged.append(replace(seed, confidence=min(apart, seed.confidence)) if few else seed)
    return judged


def _owners(components: list[Component], shape) -> np.ndarray:
    owner = np.zeros(shape, np.int32)
    for number, c in enumerate(components, start=1):
        box = tuple(slice(a, b) for a, b in zip(c.low, c.high, strict=True))
        owner[box][c.mask] = number
    return owner


def _seeds_of(
    found: Explained,
    ct: Volume,
    group: int,
    calibration: Calibration,
    scene: Scene,
    inflation: float,
    how: Sureness,
) -> list[tuple[FoundSeed, float]]:
    """The rods of a component in patient coordinates, each with its confidence if it lies apart."""
    response, even = calibration.response, even_chance(calibration)
    axes, result = ct.grid.axes, []
    rods, across = found.fit.rods, None
    sure = [confidence_of(found, i, even) for i in range(len(rods))]
    strict = even_chance(calibration, apart=True)
    if response.slice_mm > THIN_MM and max(sure, default=0.0) >= LEAST_DOUBTFUL:
        rods, across = average_across(response, scene, rods, inflation, how.left, how.across)
    for i in range(len(rods)):
        if sure[i] < LEAST_DOUBTFUL:
            continue
        own = slice(6 * i, 6 * i + 6)
        cov = how.within * found.fit.covariance[own, own]
        free = how.within * found.fit.free_covariance[own, own]
        place = cov[:3, :3] + LEAST_SIGMA_MM**2 * np.eye(3)
        tilt, tilt_image = float(np.sqrt(cov[4, 4])), float(np.sqrt(free[4, 4]))
        if across is not None:
            place[2, :2] = place[:2, 2] = 0
            place[2, 2] = across[i].height_sd ** 2 + how.moved_mm**2
            tilt, tilt_image = across[i].tilt_sd, across[i].tilt_sd_image
        seed = FoundSeed(
            ct.grid.origin_mm + rods.position[i] @ axes,
            rods.axis[i] @ axes,
            axes.T @ place @ axes,
            float(np.degrees(min(tilt, np.pi / 2))),
            float(np.degrees(min(np.sqrt(cov[3, 3]), np.pi / 2))),
            "image" if tilt_image <= ASSUMED_ABOVE * scene.tilt_sd else "needle",
            sure[i],
            group,
        )
        result.append((seed, confidence_of(found, i, strict)))
    return result
