"""Seeds of an earlier implant: ways of new needles end before them, and their metal is no bone."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tps.access.approach import Approach
from tps.access.kept_needles import ROUNDING_MM, segments_apart
from tps.model import Needle, Seed, Volume

# A way is looked at in steps of this length, mm.
STEP_MM = 0.5

# What a seed stands in is looked at so far around it, mm.
SHELL_MM = 3.0


def shortened_before(
    approach: Approach, seeds: Sequence[Seed], half_seed_mm: float, clear_mm: float
) -> Approach:
    """The approach with its ways ending before a tip would come too near to a seed that is there.

    Parameters
    ----------
    approach : Approach
    seeds : sequence of Seed
    half_seed_mm : float
        From a seed's centre to its ends.
    clear_mm : float
        Least distance of a new needle from a seed's axis.
    """
    if not seeds or clear_mm <= 0:
        return approach
    a = approach.a0 + approach.step_mm * np.arange(approach.shape[0])[:, None]
    b = approach.b0 + approach.step_mm * np.arange(approach.shape[1])[None]
    open_ = np.isfinite(approach.entry_t) & np.isfinite(approach.reach_t)
    along_u, along_v = (np.broadcast_to(x, approach.shape)[open_] for x in (a, b))
    reach = approach.reach_t[open_].copy()
    # Halfway between two rays a line is nearer than at either, by the height of the arc.
    least = max(np.hypot(clear_mm, approach.step_mm / 2), approach.step_mm * np.sqrt(0.5)) + ROUNDING_MM
    way = approach.direction
    for seed in seeds:
        offset = seed.position_mm - approach.origin_mm
        middle, side = float(offset @ way), np.array([offset @ approach.u, offset @ approach.v])
        near = np.hypot(along_u - side[0], along_v - side[1]) < least + half_seed_mm
        near &= reach > middle - half_seed_mm - least
        if not near.any():
            continue
        ends = [seed.position_mm + sign * half_seed_mm * seed.direction for sign in (-1, 1)]
        lines = np.flatnonzero(near)
        # From outside inwards: the first stretch that is too near ends the way at its beginning.
        stop = reach[lines].copy()
        closed = np.zeros(len(lines), bool)
        for t in np.arange(middle - half_seed_mm - least, middle + half_seed_mm + least, STEP_MM):
            first = approach.point_mm(along_u[lines], along_v[lines], np.full(len(lines), t))
            last = approach.point_mm(along_u[lines], along_v[lines], np.full(len(lines), t + STEP_MM))
            hit = ~closed & (segments_apart(first, last, *ends) < least)
            stop[hit] = np.minimum(stop[hit], t)
            closed |= hit
        reach[lines] = stop
    found = np.array(approach.reach_t)
    entry = approach.entry_t[open_]
    found[open_] = np.where(reach > entry, reach, -np.inf)
    return replace(approach, reach_t=found)


def needles_too_near(
    needles: Sequence[Needle], seeds: Sequence[Seed], half_seed_mm: float, clear_mm: float
) -> list[tuple[Needle, Seed, float]]:
    """Needles that come nearer to a seed's axis than ``clear_mm``: needle, seed, distance (mm).

    Parameters
    ----------
    needles : sequence of Needle
    seeds : sequence of Seed
    half_seed_mm, clear_mm : as for ``shortened_before``
    """
    if not needles:
        return []
    entry, tip = np.array([n.entry_mm for n in needles]), np.array([n.tip_mm for n in needles])
    found = []
    for seed in seeds:
        half = half_seed_mm * seed.direction
        apart = segments_apart(entry, tip, seed.position_mm - half, seed.position_mm + half)
        found += [
            (needles[int(n)], seed, float(apart[n])) for n in np.flatnonzero(apart < clear_mm - ROUNDING_MM)
        ]
    return found


def without_seeds(ct: Volume, seeds: Sequence[Seed], half_seed_mm: float, within_mm: float) -> Volume:
    """The scan as it would be without old seeds, whose metal would pass for bone.

    Only what lies within ``within_mm`` of a seed's axis changes: no needle goes there, so that bone which is
    taken away with the metal is not missed.

    Parameters
    ----------
    ct : Volume
        HU.
    seeds : sequence of Seed
    half_seed_mm, within_mm : float
    """
    if not seeds:
        return ct
    values = np.array(ct.values)
    spacing, most = np.array(ct.grid.spacing_mm), np.array(ct.grid.shape[::-1])
    for seed in seeds:
        middle = ct.grid.world_to_index(seed.position_mm[None])[0]
        room = np.ceil((half_seed_mm + within_mm + SHELL_MM) / spacing)
        low = np.clip(np.floor(middle - room).astype(int), 0, most)
        high = np.clip(np.ceil(middle + room).astype(int) + 1, 0, most)
        if np.any(high <= low):
            continue
        part = ct.grid.cropped(low, high)
        away = part.centres_mm().reshape(-1, 3) - seed.position_mm
        along = np.clip(away @ seed.direction, -half_seed_mm, half_seed_mm)
        distance = np.linalg.norm(away - along[:, None] * seed.direction, axis=1).reshape(part.shape)
        box = values[low[2] : high[2], low[1] : high[1], low[0] : high[0]]
        around = box[(distance > within_mm) & (distance < within_mm + SHELL_MM)]
        usual = np.median(around) if len(around) else 0
        box[(distance <= within_mm) & (box > usual)] = usual
    return Volume(ct.grid, values, ct.quantity)
