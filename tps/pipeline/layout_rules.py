"""Needles and seeds that a person placed: what cannot be, and which rules are not kept.

The search keeps the protocol's rules by itself.  A person may have a reason not to: then it is said.  What no
person can do is refused.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from dose_kernels.search.feasibility import segment_distance
from tps.access.obstacles import Obstacles
from tps.access.old_seeds import needles_too_near
from tps.access.path_check import check_path
from tps.errors import BadInput
from tps.geometry.solid import Solid
from tps.model import Needle, Protocol, Seed, SourceModel
from tps.model.reason import Reason
from tps.optimize.search.arrays import NEEDLE_MARGIN_MM

# A seed lies in its needle's bore: farther from the axis, or turned more against it, it was not put there by
# that needle.
OFF_NEEDLE_MM = 1.0
OFF_AXIS_DEG = 5.0

# A seed this far from the axis is told: less is rounding.
SAID_OFF_NEEDLE_MM = 0.05

# Tables for people are rounded to 0.01 mm (a spacing is the difference of two).
ROUNDING_MM = 0.03

# Steps of the gun are told apart down to this.
STEP_TOLERANCE_MM = 0.05

# Ways through a target are looked at in steps of this.
ALONG_MM = 0.5

# Half of what a seed measures, mm; nearly all are as long.
HALF_SEED_MM = 2.25

# Seeds are looked for in targets whose box is no farther away than this, mm.
NEAR_MM = 30.0

# Of one kind of broken rule so many are told; the rest is counted.
MOST_TOLD = 5


def refuse_impossible_layout(
    needles: Sequence[Needle],
    seeds: Sequence[Seed],
    source: SourceModel,
    existing: Sequence[Seed] = (),
    where: str = "",
) -> None:
    """Raise ``BadInput`` for what cannot be built.

    Parameters
    ----------
    needles, seeds : sequence of Needle, of Seed
        Every seed names one of the needles.
    source : SourceModel
        Gives the capsule's size.
    existing : sequence of Seed
        That are there already, on needles nobody knows.
    where : str
        The table, for messages.

    Raises
    ------
    BadInput
        If two capsules lie within each other, or a seed beside its needle, across it, or beyond its tip.
    """
    by_id = {needle.id: needle for needle in needles}
    for seed in seeds:
        needle = by_id[seed.needle]
        along, off = _place(needle, seed)
        angle = _angle_deg(needle, seed)
        if off > OFF_NEEDLE_MM or angle > OFF_AXIS_DEG:
            how = f"{off:.1f} mm beside the axis of" if off > OFF_NEEDLE_MM else f"{angle:.0f} degrees across"
            raise BadInput(
                f"seed {seed.id} lies {how} needle {needle.id}",
                where=where,
                expected=f"seeds within {OFF_NEEDLE_MM:g} mm of their needle and along it",
                remedy="move the needle as well (--needles), or correct the seed",
            )
        if along > needle.length_mm + ROUNDING_MM:
            raise BadInput(
                f"seed {seed.id} lies {along - needle.length_mm:.1f} mm beyond the tip of needle {needle.id}",
                where=where,
                expected="seeds between entry and tip of their needle",
                remedy="push the needle deeper (--needles), or correct the seed",
            )
    there_before = {id(seed) for seed in existing}
    for first, second in _overlapping([*seeds, *existing], source):
        if {id(first), id(second)} <= there_before:
            continue  # they were found so, within the error of finding them; nobody can move them
        there = [f"seed {s.id}" + " of those there already" * (s in existing) for s in (first, second)]
        raise BadInput(
            f"{there[0]} and {there[1]} lie within each other, centres"
            f" {np.linalg.norm(first.position_mm - second.position_mm):.1f} mm apart",
            where=where,
            expected=f"capsules ({2 * source.capsule_half_length_mm:g} mm x"
            f" {2 * source.capsule_radius_mm:g} mm) that are apart",
            remedy="move one of them",
        )


def _place(needle: Needle, seed: Seed) -> tuple[float, float]:
    """Distance of a seed from its needle's entry along the needle, and from its axis, mm."""
    way = seed.position_mm - needle.entry_mm
    along = float(way @ needle.direction)
    return along, float(np.linalg.norm(way - along * needle.direction))


def _angle_deg(needle: Needle, seed: Seed) -> float:
    # A seed that points the other way lies along its needle all the same: its two ends are alike.
    return float(np.degrees(np.arccos(min(abs(float(seed.direction @ needle.direction)), 1.0))))


def _overlapping(seeds: Sequence[Seed], source: SourceModel) -> Iterator[tuple[Seed, Seed]]:
    """Pairs of seeds whose capsules share space (taken with rounded ends, which lie within flat ones)."""
    half, radius = source.capsule_half_length_mm, source.capsule_radius_mm
    reach = (half - radius) * np.array([[-1.0], [1.0]])
    for i, j in _near_pairs([s.position_mm for s in seeds], 2 * half):
        ends = [seeds[k].position_mm + reach * seeds[k].direction for k in (i, j)]
        if _apart_mm(*ends[0], *ends[1]) < 2 * radius - ROUNDING_MM:
            yield seeds[i], seeds[j]


def _near_pairs(points: Sequence[np.ndarray], distance_mm: float) -> list[tuple[int, int]]:
    """Indices of points nearer to each other than a distance."""
    places = np.array(points, float).reshape(-1, 3)
    away = np.linalg.norm(places[:, None] - places[None], axis=-1)
    return [(i, j) for i, j in np.argwhere(np.triu(away < distance_mm, k=1)).tolist()]


def checked_needles(
    needles: Iterable[Needle], seeds: Sequence[Seed], obstacles: Obstacles, half_seed_mm: float
) -> tuple[tuple[Needle, ...], tuple[Reason, ...]]:
    """Needles that know their way, by the final judge of every needle; and why it refuses some.

    Parameters
    ----------
    needles : iterable of Needle
    seeds : sequence of Seed
        Their ends must keep the rules too.
    obstacles : Obstacles
    half_seed_mm : float
        From a seed's centre to its end.
    """
    found, reasons = [], []
    for needle in needles:
        mine = [s for s in seeds if s.needle == needle.id]
        ends = [s.position_mm + side * half_seed_mm * s.direction for s in mine for side in (-1.0, 1.0)]
        check = check_path(obstacles, needle.entry_mm, needle.tip_mm, ends)
        found.append(
            replace(
                needle,
                clearance_mm=check.clearance_mm,
                nearest_obstacle=check.nearest,
                lung_path_mm=check.lung_mm,
                pleural_passages=check.pleural_passages,
                skin_angle_deg=check.skin_angle_deg,
            )
        )
        if not check.allowed:
            reasons.append(Reason("path", f"needle {needle.id}: {check.reason}"))
    return tuple(found), tuple(reasons)


def broken_rules(
    needles: Sequence[Needle],
    seeds: Sequence[Seed],
    targets: Sequence[Solid],
    protocol: Protocol,
    *,
    existing: Sequence[Seed] = (),
    max_needles: int | None = None,
    most_told: int = MOST_TOLD,
) -> tuple[Reason, ...]:
    """The protocol's rules on needles and seeds that are not kept, each in words with the value found.

    Parameters
    ----------
    needles, seeds : sequence of Needle, of Seed
    targets : sequence of Solid
        That are planned to.
    protocol : Protocol
    existing : sequence of Seed
        Other seeds keep their distance from these.
    max_needles : int, optional
    most_told : int
        Of one kind of broken rule; the rest is counted.
    """
    kinds = (
        _seeds_too_near(seeds, existing, protocol),
        _gaps(needles, seeds, protocol),
        _off_steps(needles, seeds, protocol),
        _off_axis(needles, seeds),
        _outside(needles, seeds, targets, protocol),
        _needles_too_near(needles, seeds, targets, protocol),
        _needles_at_old_seeds(needles, existing, protocol),
    )
    found = [text for kind in kinds for text in _told(kind, most_told)]
    if max_needles is not None and len(needles) > max_needles:
        found.append(f"{len(needles)} needles, {max_needles} allowed")
    return tuple(Reason("rule not kept", text) for text in found)


def _told(texts: Iterable[str], most: int) -> list[str]:
    texts = list(texts)
    more = len(texts) - most
    return texts if more <= 1 else [*texts[:most], f"and {more} more like these"]


def named_in(text: str) -> tuple[set[int], set[int]]:
    """Numbers of the needles, and of the plan's seeds, that the text of a broken rule names."""
    found: dict[str, set[int]] = {"needle": set(), "seed": set()}
    for kind, first, second in re.findall(r"\b(needle|seed)s? (\d+)(?: and (\d+)\b(?! of those))?", text):
        found[kind] |= {int(number) for number in (first, second) if number}
    return found["needle"], found["seed"]


def _seeds_too_near(seeds: Sequence[Seed], existing: Sequence[Seed], protocol: Protocol) -> Iterator[str]:
    everyone = [*seeds, *existing]
    most = max(protocol.seed_min_distance_mm, protocol.old_seed_clearance_mm)
    for i, j in _near_pairs([s.position_mm for s in everyone], most - ROUNDING_MM):
        if i >= len(seeds):
            continue
        old = j >= len(seeds)
        least = protocol.old_seed_clearance_mm if old else protocol.seed_min_distance_mm
        away = np.linalg.norm(everyone[i].position_mm - everyone[j].position_mm)
        if away >= least - ROUNDING_MM:
            continue
        other = " of those there already" * old
        yield (
            f"seeds {everyone[i].id} and {everyone[j].id}{other} are {away:.1f} mm apart, {least:g} mm needed"
        )


def _needles_at_old_seeds(
    needles: Sequence[Needle], existing: Sequence[Seed], protocol: Protocol
) -> Iterator[str]:
    least = protocol.old_seed_clearance_mm
    for needle, seed, away in needles_too_near(needles, existing, HALF_SEED_MM, least):
        yield (
            f"needle {needle.id} comes within {away:.1f} mm of seed {seed.id} of those there already,"
            f" {least:g} mm needed"
        )


def _gaps(needles: Sequence[Needle], seeds: Sequence[Seed], protocol: Protocol) -> Iterator[str]:
    low, high = protocol.seed_spacing_mm
    for needle in needles:
        mine = sorted((_place(needle, s)[0], s.id) for s in seeds if s.needle == needle.id)
        for (first, one), (second, other) in zip(mine, mine[1:], strict=False):
            gap = second - first
            if not low - ROUNDING_MM <= gap <= high + ROUNDING_MM:
                yield (
                    f"needle {needle.id}: seeds {other} and {one} are {gap:.1f} mm apart,"
                    f" {low:g} to {high:g} mm allowed"
                )


def _off_steps(needles: Sequence[Needle], seeds: Sequence[Seed], protocol: Protocol) -> Iterator[str]:
    step, deepest = protocol.seed_step_mm, protocol.deepest_seed_mm
    by_id = {needle.id: needle for needle in needles}
    for seed in seeds:
        needle = by_id[seed.needle]
        from_tip = needle.length_mm - _place(needle, seed)[0]
        what = f"needle {needle.id}: seed {seed.id} is {from_tip:.1f} mm from the tip"
        if from_tip < deepest - STEP_TOLERANCE_MM:
            yield f"{what}, the nearest allowed is {deepest:g} mm"
        elif abs(from_tip - round(from_tip / step) * step) > STEP_TOLERANCE_MM:
            yield f"{what}, positions go in steps of {step:g} mm"


def _off_axis(needles: Sequence[Needle], seeds: Sequence[Seed]) -> Iterator[str]:
    by_id = {needle.id: needle for needle in needles}
    for seed in seeds:
        off = _place(by_id[seed.needle], seed)[1]
        if off > SAID_OFF_NEEDLE_MM:
            yield f"seed {seed.id} lies {off:.1f} mm beside the axis of needle {seed.needle}; taken as given"


def _outside(
    needles: Sequence[Needle], seeds: Sequence[Seed], targets: Sequence[Solid], protocol: Protocol
) -> Iterator[str]:
    beyond = protocol.seed_beyond_target_mm
    steps = np.linspace(-beyond, beyond, 2 * int(np.ceil(beyond)) + 1)
    by_id = {needle.id: needle for needle in needles}
    if not seeds:
        return
    ways = np.stack([s.position_mm + steps[:, None] * by_id[s.needle].direction for s in seeds])
    depths = _deepest(ways, targets)
    for seed, depth in zip(seeds, depths, strict=True):
        if _place(by_id[seed.needle], seed)[0] < 0:
            yield f"seed {seed.id} lies outside the body, before the entry of needle {seed.needle}"
        # The field that the search reads is good to a few tenths of a millimetre.
        elif depth.max() < -0.3:
            out = -float(depth[len(steps) // 2])
            yield f"seed {seed.id} lies {out:.1f} mm outside the target, {beyond:g} mm allowed"


def _deepest(ways: np.ndarray, targets: Sequence[Solid]) -> np.ndarray:
    """Depth (n, m) of points (n, m, 3) in the target in which they lie deepest; below 0 outside all."""
    depths = np.full(ways.shape[:2], -np.inf)
    for target in targets:
        low, high = target.structure.bounds_mm()
        near = np.all((ways > low - NEAR_MM) & (ways < high + NEAR_MM), axis=(1, 2))
        if near.any():
            _take_deeper(depths, near, ways, target)
    # Beyond that any target may be the nearest; to look at all of them takes long, and is seldom needed.
    far = depths.max(axis=1) < -NEAR_MM
    if far.any():
        for target in targets:
            _take_deeper(depths, far, ways, target)
    return depths


def _take_deeper(depths: np.ndarray, rows: np.ndarray, ways: np.ndarray, target: Solid) -> None:
    found = np.asarray(target.signed_distance_mm(ways[rows].reshape(-1, 3)), float)
    depths[rows] = np.maximum(depths[rows], found.reshape(-1, ways.shape[1]))


def _needles_too_near(
    needles: Sequence[Needle], seeds: Sequence[Seed], targets: Sequence[Solid], protocol: Protocol
) -> Iterator[str]:
    clear = 2.0 * protocol.needle_radius_mm + NEEDLE_MARGIN_MM
    least = protocol.needle_spacing_mm[0]
    inside = [in_target(needle, seeds, targets) for needle in needles]
    for i, one in enumerate(needles):
        for j, other in enumerate(needles[:i]):
            pair = f"needles {other.id} and {one.id}"
            entries = float(np.linalg.norm(one.entry_mm - other.entry_mm))
            whole = _apart_mm(one.entry_mm, one.tip_mm, other.entry_mm, other.tip_mm)
            apart = _apart_mm(*inside[i], *inside[j])
            if whole < clear - ROUNDING_MM:
                yield f"{pair} come within {whole:.1f} mm of each other, {clear:g} mm needed"
            elif apart < least - ROUNDING_MM:
                yield f"{pair} are {apart:.1f} mm apart in the target, {least:g} mm needed"
            if entries < protocol.entry_separation_mm - ROUNDING_MM:
                needed = protocol.entry_separation_mm
                yield f"{pair} enter {entries:.1f} mm apart, {needed:g} mm needed"


def in_target(
    needle: Needle, seeds: Sequence[Seed], targets: Sequence[Solid]
) -> tuple[np.ndarray, np.ndarray]:
    """The part of a needle that keeps its distance: from first seed or target's surface to its tip."""
    along = np.arange(0.0, needle.length_mm, ALONG_MM)
    ways = needle.entry_mm + along[:, None] * needle.direction
    starts = [float(along[hit][0]) for t in targets if (hit := np.asarray(t.contains(ways))).any()]
    starts += [_place(needle, s)[0] for s in seeds if s.needle == needle.id]
    top = needle.entry_mm + min(starts, default=0.0) * needle.direction
    return top, needle.tip_mm


def _apart_mm(*ends: np.ndarray) -> float:
    """Distance of two segments, four ends (3,); copies, for compiled code is made for arrays of one kind."""
    return float(segment_distance(*(np.array(end, float) for end in ends)))
