"""How many seeds a component holds: add one where it explains enough, until none does."""

from dataclasses import dataclass, replace
from itertools import combinations, product

import numpy as np
from scipy import ndimage

from tps.postimplant.across import THIN_MM
from tps.postimplant.fit import Fit, Rods, Scene, cost_of, fit, predicted
from tps.postimplant.hard_core import overlap
from tps.postimplant.response import Response, directions, rod_image

# Six numbers a seed; each must earn its keep (a penalised likelihood in the manner of Schwarz).  In slices
# that show the heights of seeds side by side, rods that are none gain 0 to 5, the fourth of four gains 7.5
# and more in a scale that ends; in thicker slices rods that are none gain up to 13.
PENALTY, PENALTY_THIN = 6 * 3.0, 6 * 1.2

# Once the seeds of other pieces are known, what a rod that is none gains follows from what nobody explains:
# the price is this multiple of the misfit by voxel that is left, within the two above.
PRICE_OF_LEFT = 50.0

# A further seed must explain at least this fraction of what one seed would add to voxels that know of it.
LEAST_EXPLAINED = 0.35

# A component with more seeds is a mass of metal that no count can be given for.
MOST_SEEDS = 8

# Starts tried for each further seed: places, and axes at each.
PEAKS, STARTS = 2, 2

# In slices too thick to tell the tilt, one more start for the first seed: the best axis this near to them.
LEVEL = 0.3

# Of these, so many are refined until one neither overlaps nor fails to pay.
MOST_REFINED = 5

# What rods explain that the background behind them does not, relative to what they add to voxels: seeds reach
# 0.5 and more; pieces that one rod, and then several, explain at less than this hold none.
HOPELESS_ONE, HOPELESS_MORE = 0.25, 0.33

# Below this fraction of those it is not even tried whether rods put otherwise are worth more.
CLEARLY = 0.6

# Rods that are worth less than this are no seeds, however they lie.
WORTH_ARRANGING = 0.38

# Log brightness of a rod from which on it may be two.
BRIGHT = 0.15

# Rods whose middles are this near can be taken for each other's mirror images; this near, for any two side by
# side.
ENTANGLED_MM, BESIDE_MM = 5.5, 2.5

# Of more rods only one at a time is raised, and of still more none is put otherwise before another is added.
MOST_RAISED, MOST_ENTANGLED = 3, 5

# Of the rearrangements of a fit so many are tried, and so many of these refined, where they come this near to
# its cost; what is better by less is the same; rounds of that.
MOST_STARTED, MOST_REARRANGED, NEARLY, LEAST_GAIN, ROUNDS = 24, 2, 5.0, 0.5, 5

_BANK = directions(48)


@dataclass(frozen=True, eq=False)
class Explained:
    """The seeds of a component, and how sure each is.

    Parameters
    ----------
    fit : Fit
    gain : (k,) float
        How much worse the whole explains without each seed (the others refitted), beyond the penalty.
    explained : (k,) float
        Fraction of what the seed ought to add that is there.
    hidden : (k,) float
        Fraction of the seed's brightness that lies beyond the scale's end.
    seen : (k,) float
        Fraction of the seed's brightness that lies in voxels that count.
    worth : float
        How much better all rods explain than the background alone, relative to what they add to voxels.
    """

    fit: Fit
    gain: np.ndarray
    explained: np.ndarray
    hidden: np.ndarray
    seen: np.ndarray
    worth: float


def explain(
    response: Response, scene: Scene, inflation: float, most: int = MOST_SEEDS, begun: Rods | None = None
) -> Explained:
    """The seeds that explain a scene.

    Parameters
    ----------
    response : Response
    scene : Scene
    inflation : float
        Voxels that err together, see ``correlation``.
    most : int
        At most so many.
    begun : Rods, optional
        What explained nearly the same scene; default: no seed.
    """
    alone = fit(response, scene, Rods.none(scene.window.shape[0]), inflation=inflation)
    best = alone if begun is None else fit(response, scene, begun, inflation=inflation)
    settled = begun is not None
    while len(best.rods) < most:
        found = _one_more(response, scene, best, inflation, settled)
        if found is None:
            break
        best = found
        least = HOPELESS_ONE if len(best.rods) == 1 else HOPELESS_MORE
        if _worth(response, scene, best, alone, inflation) < CLEARLY * least:
            best = alone
            break
        if response.slice_mm > THIN_MM and len(best.rods) <= 2 and best.cost > PENALTY:
            best = _rearranged(response, scene, best, inflation)
        if _worth(response, scene, best, alone, inflation) < least:
            best = alone
            break
    if len(best.rods) < most and _worth(response, scene, best, alone, inflation) >= WORTH_ARRANGING:
        best = _rearranged(response, scene, best, inflation)
    return _pruned(response, scene, best, alone, inflation, settled)


def _price(response: Response, scene: Scene, one: Fit, inflation: float, settled: bool) -> float:
    """What a rod of a fit must gain; ``settled``: the seeds of other components are known."""
    if response.slice_mm <= THIN_MM:
        return PENALTY_THIN
    left = one.chi2 * inflation / max(int(scene.used.sum()), 1)
    return float(np.clip(PRICE_OF_LEFT * left, PENALTY_THIN, PENALTY)) if settled else PENALTY


def _one_more(response: Response, scene: Scene, best: Fit, inflation: float, settled: bool) -> Fit | None:
    """The best fit with one seed more; None where it does not pay."""
    price = PENALTY_THIN if settled or response.slice_mm <= THIN_MM else PENALTY
    if best.cost < price:
        return None  # nothing could

    def pays(one: Fit) -> bool:
        enough = best.cost - one.cost >= _price(response, scene, one, inflation, settled)
        return enough and not overlap(one.rods.position, one.rods.axis)

    trials = []
    starts = [*_splits(best.rods, response.slice_mm), *_starts(response, scene, best.rods, inflation)]
    for rods in starts:
        quick = fit(response, scene, rods, steps=6, inflation=inflation)
        trials.append(quick)
    trials.sort(key=lambda one: one.cost)
    nearest = None
    paying = [one for one in trials if best.cost - one.cost >= price / 2] or trials[:1]
    for quick in paying[:MOST_REFINED]:
        full = fit(response, scene, quick.rods, inflation=inflation)
        if pays(full):
            return full
        if nearest is None or full.cost < nearest.cost:
            nearest = full
    if nearest is None or not 0 < len(best.rods) < MOST_ENTANGLED or nearest.cost > best.cost + NEARLY:
        return None
    full = _rearranged(response, scene, nearest, inflation)
    return full if pays(full) else None


def _rearranged(response: Response, scene: Scene, best: Fit, inflation: float) -> Fit:
    """The best of a fit and what it becomes with one or two rods put otherwise.

    Two rods side by side look much like two that cross, or lean the other way; in thick slices one that goes
    on in the slice above looks much like one in that below: a fit that began there stays.
    """
    for _ in range(ROUNDS if best.cost > NEARLY or len(best.rods) > 1 else 0):
        starts = [*_disentangled(best.rods), *_raised(best.rods, response.slice_mm)]
        starts.sort(key=lambda rods: _start_cost(response, scene, rods, inflation))
        trials = [fit(response, scene, r, steps=6, inflation=inflation) for r in starts[:MOST_STARTED]]
        trials.sort(key=lambda one: one.cost)
        near = [one for one in trials[:MOST_REARRANGED] if one.cost < best.cost + NEARLY]
        found = [fit(response, scene, one.rods, inflation=inflation) for one in near]
        found = [one for one in found if not overlap(one.rods.position, one.rods.axis)]
        better = min(found, key=lambda one: one.cost, default=best)
        if better.cost > best.cost - LEAST_GAIN and not overlap(best.rods.position, best.rods.axis):
            return best
        best = better
    return best


def _start_cost(response: Response, scene: Scene, rods: Rods, inflation: float) -> float:
    chi2, penalty = cost_of(response, scene, rods)
    return chi2 / inflation + penalty


def _disentangled(rods: Rods):
    """Rods with two that lie near to each other parallel, level, mirrored, or with heights exchanged."""
    for a in range(len(rods)):
        for b in range(a):
            apart = float(np.linalg.norm(rods.position[a] - rods.position[b]))
            if apart > ENTANGLED_MM:
                continue
            mean = rods.axis[a] + np.sign(rods.axis[a] @ rods.axis[b] + 1e-9) * rods.axis[b]
            mean /= np.linalg.norm(mean)
            level = np.array([mean[0], mean[1], 0.0])
            size = float(np.linalg.norm(level))
            middle = (rods.position[a] + rods.position[b]) / 2
            half = rods.position[a] - middle
            for axis in (mean, level / size, mean * [1, 1, -1]) if size > 0.5 else (mean,):
                side, up = _across(axis)
                halves = [half, half * [1, 1, -1]]
                if apart < BESIDE_MM:
                    halves += [0.55 * side, 0.55 * up, 0.4 * (side + up), 0.4 * (side - up)]
                for way in halves:
                    position, axes, bright = (
                        rods.position.copy(),
                        rods.axis.copy(),
                        rods.log_brightness.copy(),
                    )
                    position[a], position[b] = middle + way, middle - way
                    axes[[a, b]], bright[[a, b]] = axis, 0.0
                    yield Rods(position, axes, bright, rods.offset)


def _raised(rods: Rods, slice_mm: float):
    """In thick slices: rods with one or two half a slice higher or lower, level or leaning the other way."""
    if slice_mm <= THIN_MM:
        return
    count = len(rods)
    otherwise = [(rise, lean) for rise in (0.0, -0.5, 0.5) for lean in (1.0, 0.0, -1.0)]
    # Two at once: what shows in a slice between may be of either.
    some = combinations(range(count), 2) if 2 <= count <= MOST_RAISED else [(i,) for i in range(count)]
    for which in some:
        for ways in product(otherwise, repeat=len(which)):
            position, axes = rods.position.copy(), rods.axis.copy()
            for i, (rise, lean) in zip(which, ways, strict=True):
                position[i, 2] += rise * slice_mm
                axes[i, 2] *= lean
            size = np.linalg.norm(axes, axis=1, keepdims=True)
            if size.min() > 0.5:
                yield Rods(position, axes / size, rods.log_brightness, rods.offset)


def _across(axis: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Unit vectors across an axis: within the slice, and across both."""
    level = np.cross(axis, [0.0, 0.0, 1.0])
    size = float(np.linalg.norm(level))
    level = level / size if size > 1e-6 else np.array([1.0, 0.0, 0.0])
    return level, np.cross(axis, level)


def _splits(rods: Rods, slice_mm: float):
    """Rods with the brightest one made two, where it is brighter than one ought to be."""
    if not len(rods):
        return
    i = int(np.argmax(rods.log_brightness))
    if rods.log_brightness[i] < BRIGHT:
        return
    axis = rods.axis[i]
    level, up = _across(axis)
    # In thick slices nothing draws two rods apart in height that begin near to each other.
    height = float(np.clip(0.2 * slice_mm, 0.6, 1.0))
    sideways = (0.6 * level, height * up, 0.8 * (level + up), 0.8 * (level - up))
    for apart in (*sideways, 1.2 * axis + 0.4 * level, 2.3 * axis):
        rest = rods.without(i)
        yield rest.with_one(rods.position[i] + apart, axis).with_one(rods.position[i] - apart, axis)


def _starts(response: Response, scene: Scene, rods: Rods, inflation: float):
    """Rods with one more, at the places where most is unexplained, along the axes that explain most there."""
    hu = predicted(response, scene, rods)
    left = np.where(scene.used, np.minimum(scene.hu, scene.clip_hu) - np.minimum(hu, scene.clip_hu), 0)
    smooth = _smoothed(left / scene.sd)
    w = scene.window
    for peak in range(PEAKS):
        k, j, i = map(int, np.unravel_index(int(np.argmax(smooth)), smooth.shape))
        if smooth[k, j, i] <= 0:
            return
        at = _middle(left, w, k, j, i)
        scores = []
        for axis in _BANK:
            trial = np.minimum(hu + rod_image(response, w, at, axis), scene.clip_hu)
            r = ((np.minimum(scene.hu, scene.clip_hu) - trial) / scene.sd)[scene.used]
            scores.append(float(r @ r) / inflation + (axis[2] / scene.tilt_sd) ** 2)
        taken: list[int] = []
        for n in np.argsort(scores):
            if all(abs(_BANK[n] @ _BANK[m]) < 0.9 for m in taken):
                taken.append(int(n))
                yield rods.with_one(at, _BANK[n])
            if len(taken) == STARTS:
                break
        if not len(rods) and peak == 0 and np.isfinite(scene.tilt_sd):
            level = np.flatnonzero(np.abs(_BANK[:, 2]) < LEVEL)
            yield rods.with_one(at, _BANK[level[np.argmin(np.array(scores)[level])]])
        zz, yy, xx = np.meshgrid(w.z_mm, w.y_mm, w.x_mm, indexing="ij")
        away = (xx - at[0]) ** 2 + (yy - at[1]) ** 2 + (zz - at[2]) ** 2
        smooth = np.where(away < 1.6**2, 0, smooth)


def _smoothed(values: np.ndarray) -> np.ndarray:
    return ndimage.uniform_filter(values, (min(3, values.shape[0]), 3, 3))


def _middle(left: np.ndarray, w, k: int, j: int, i: int) -> np.ndarray:
    """Centre of what is left about a voxel, weighted, mm."""
    box = tuple(slice(max(n - r, 0), n + r + 1) for n, r in ((k, 1), (j, 2), (i, 2)))
    weight = np.maximum(left[box], 0)
    if weight.sum() <= 0:
        return np.array([w.x_mm[i], w.y_mm[j], w.z_mm[k]])
    axes = (w.z_mm[box[0]], w.y_mm[box[1]], w.x_mm[box[2]])
    z, y, x = (
        float((weight.sum(axis=tuple(a for a in range(3) if a != n)) * axis).sum() / weight.sum())
        for n, axis in enumerate(axes)
    )
    return np.array([x, y, z])


def _pruned(
    response: Response, scene: Scene, best: Fit, alone: Fit, inflation: float, settled: bool
) -> Explained:
    """Take out what does not pay once the others are there; weigh what stays."""
    while True:
        price = _price(response, scene, best, inflation, settled)
        gain = np.empty(len(best.rods))
        others = []
        for i in range(len(best.rods)):
            without = fit(response, scene, best.rods.without(i), steps=12, inflation=inflation)
            others.append(without)
            gain[i] = without.cost - best.cost - price
        share = np.array([_explained(response, scene, best.rods, i) for i in range(len(best.rods))])
        weak = (gain < 0) | (share < LEAST_EXPLAINED)
        if not weak.any():
            hidden = np.array([_hidden(response, scene, best.rods, i) for i in range(len(best.rods))])
            seen = np.array([_seen(response, scene, best.rods, i) for i in range(len(best.rods))])
            worth = _worth(response, scene, best, alone, inflation)
            return Explained(best, gain, share, hidden, seen, worth)
        worst = int(np.argmin(np.where(weak, gain, np.inf)))
        best = fit(response, scene, others[worst].rods, inflation=inflation)
        if 0 < len(best.rods) < MOST_ENTANGLED:
            best = _rearranged(response, scene, best, inflation)


def _explained(response: Response, scene: Scene, rods: Rods, index: int) -> float:
    """1 - (misfit with the seed) / (misfit without), over the voxels where the seed shows."""
    one = Rods(rods.position[[index]], rods.axis[[index]], rods.log_brightness[[index]], rods.offset)
    image = np.exp(one.log_brightness[0]) * rod_image(response, scene.window, one.position[0], one.axis[0])
    shows = scene.used & (image > 0.08 * image.max())
    if not shows.any():
        return 0.0
    all_of = predicted(response, scene, rods)
    measured = np.minimum(scene.hu, scene.clip_hu)
    with_it = measured - np.minimum(all_of, scene.clip_hu)
    without = measured - np.minimum(all_of - image, scene.clip_hu)
    return 1 - float((with_it[shows] ** 2).sum()) / max(float((without[shows] ** 2).sum()), 1e-9)


def _hidden(response: Response, scene: Scene, rods: Rods, index: int) -> float:
    image = rod_image(response, scene.window, rods.position[index], rods.axis[index])
    return float(image[scene.hu >= scene.clip_hu].sum() / image.sum())


def _seen(response: Response, scene: Scene, rods: Rods, index: int) -> float:
    """What lies in voxels that do not count may be anything."""
    w, response = scene.window, replace(response, hardening=0.0)
    image = rod_image(response, w, rods.position[index], rods.axis[index])
    voxel = np.prod([a[1] - a[0] if len(a) > 1 else response.slice_mm for a in (w.x_mm, w.y_mm, w.z_mm)])
    return float(image[scene.used].sum() * voxel / response.mass)


def _worth(response: Response, scene: Scene, best: Fit, alone: Fit, inflation: float) -> float:
    """Bone is explained by its background nearly as well: rods that together look flat are worth little."""
    if not len(best.rods):
        return 0.0
    whole, added = predicted(response, scene, best.rods), 0.0
    for i in range(len(best.rods)):
        p, u, a = best.rods.position[i], best.rods.axis[i], best.rods.log_brightness[i]
        without = whole - np.exp(a) * rod_image(response, scene.window, p, u)
        step = (np.minimum(whole, scene.clip_hu) - np.minimum(without, scene.clip_hu)) / scene.sd
        added += float((step[scene.used] ** 2).sum()) / inflation
    return (alone.cost - best.cost) / max(added, 1e-9)
