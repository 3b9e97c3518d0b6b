"""The objective written out in NumPy: the slow twin of its kernels."""

import numpy as np

from dose_kernels.search.arrays import AXIS_POINTS
from dose_kernels.search.term_volumes import RAMP


def ramp(dose, level, half_width):
    return np.clip(0.5 + 0.5 * (dose - level) / half_width, 0.0, 1.0)


def axis_point_doses(search, state, dose, g):
    """Doses at the axis points of target ``g``'s needles."""
    static = len(search.points.volume)
    columns = [
        static + AXIS_POINTS * i + end
        for i in range(state.size[0])
        if search.rays.target[state.approach[i]] == g
        for end in range(AXIS_POINTS)
        if state.axis_point_exists[i, end]
    ]
    return dose[columns]


def limit_cost(search, dose, l):
    limits, volume = search.limits, search.points.volume
    part = slice(*limits.range[l])
    dose, volume, threshold = dose[part], volume[part].astype(float), float(limits.threshold[l])
    sign, allowed = float(limits.sign[l]), float(limits.allowed[l])
    if allowed < 0:
        return max(0.0, sign * ((volume * dose).sum() / threshold - 1.0))
    beyond = sign * (dose / threshold - 1.0) + 0.02
    wrong = (volume * np.clip(beyond / 0.02, 0, 1)).sum()
    excess = np.maximum(beyond, 0)
    return 0.0 if wrong <= allowed else wrong - allowed + 0.02 + (volume * excess / (1 + 0.5 * excess)).sum()


def plain_energy(search, state, dose, half_width=RAMP, limits=True):
    """Cost of doses (n,): cold surface and axis points, or uncovered volume; hot volume, outside, limits."""
    points, w = search.points, search.weights
    dose, total = np.asarray(dose, float), 0.0
    volume = points.volume.astype(float)
    for g in range(len(points.surface)):
        if w.cold_worst > 0:
            surface = dose[slice(*points.surface[g])]
            short = np.append(
                np.maximum(w.aim - surface, 0),
                np.maximum(w.aim + w.axis_point_margin - axis_point_doses(search, state, dose, g), 0),
            )
            total += w.cold_mean * (short**2).sum() / len(surface)
            total += w.cold_worst * (short**8).sum() ** (1 / 8)
        inside = slice(*points.inside[g])
        parts = {
            level: (volume[inside] * ramp(dose[inside], level, half_width)).sum() for level in (1.5, 2.0)
        }
        if w.cover_goal > 0:
            covered = (volume[inside] * ramp(dose[inside], w.aim, half_width)).sum()
            total += w.cover * max(0.0, w.cover_goal - covered)
            total += w.cover * (volume[inside] * np.maximum(1 - dose[inside], 0) ** 2).sum()
        total += w.v150 * parts[1.5] + w.v200 * parts[2.0]
        total += w.over * (max(parts[1.5] - w.v150_threshold, 0) + max(parts[2.0] - w.v200_threshold, 0))
        shell = slice(*points.shell[g])
        total += w.outside_dose * (volume[shell] * ramp(dose[shell], 1.0, half_width)).sum()
    if limits:
        total += sum(
            search.limits.weight[l] * limit_cost(search, dose, l) for l in range(len(search.limits.range))
        )
    return total
