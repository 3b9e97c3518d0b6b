"""An implant as it turns out: needles that miss, seeds that slide together, get lost or migrate; decoys."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from phantoms.errors import PhantomError
from phantoms.seed_looks import perpendiculars
from phantoms.stamp import Decoy, StampedSeed

# Capsules lie apart by at least their own size.
CAPSULE_MM = (4.5, 0.8)


@dataclass(frozen=True)
class Errors:
    """How far an implant departs from its plan (percutaneous chest needles: lateral 1-3 mm, depth 3-5 mm).

    Parameters
    ----------
    across_mm, along_mm : float
        Standard deviations of a whole needle and of a seed along it.
    tilt_deg : float
        Standard deviation of a seed's axis about its needle.
    turned : float
        Fraction of the seeds that lie at any angle of 15 to 75 degrees to their needle.
    pairs, triples, quads : int
        Groups of two, three and four touching seeds: a neighbour slides up to the last one, end to end or
        side by side.
    lost, migrated : int
    missing : int
        So many seeds never come, those nearest to the head: a part of the target stays cold.
    clips, calcifications, deposits, droplets : int
        Decoys near the implant; a droplet is a deposit of 1-2 mm that is nearly as bright as metal.
    """

    across_mm: float = 1.2
    along_mm: float = 1.8
    tilt_deg: float = 8.0
    turned: float = 0.1
    pairs: int = 4
    triples: int = 1
    lost: int = 1
    migrated: int = 1
    clips: int = 2
    calcifications: int = 3
    deposits: int = 2
    droplets: int = 0
    missing: int = 0
    quads: int = 0


EASY = Errors(0.3, 0.5, 3.0, 0.0, 0, 0, 0, 0, 0, 0, 0, 0)


def unit(vector) -> np.ndarray:
    """The vector at length one."""
    vector = np.asarray(vector, float)
    return vector / np.linalg.norm(vector)


def planned_rows(centre_mm, direction, count: int, pitch_mm: float = 10.0) -> list[StampedSeed]:
    """A plan: seeds on parallel needles in a square pattern about a centre, the nearest to it.

    Parameters
    ----------
    centre_mm : (3,)
    direction : (3,)
        Of the needles.
    count : int
    pitch_mm : float
        Of needles, and of seeds along them.
    """
    direction = unit(direction)
    first, second = perpendiculars(direction)
    steps = np.arange(-4, 5) * pitch_mm
    places = [
        (a * a + b * b + c * c, i * 9 + j, a * first + b * second + c * direction)
        for i, a in enumerate(steps)
        for j, b in enumerate(steps)
        for c in steps
    ]
    if count > len(places):
        raise PhantomError(f"{count} seeds", f"at most {len(places)}")
    taken = sorted(places, key=lambda place: (place[0], place[1], tuple(place[2])))[:count]
    needles = {key: n for n, key in enumerate(sorted({key for _, key, _ in taken}), start=1)}
    return [
        StampedSeed(np.asarray(centre_mm) + at, direction, needles[key])
        for _, key, at in sorted(taken, key=lambda place: (place[1], place[0]))
    ]


def implanted(
    planned, errors: Errors, rng, there: Sequence[StampedSeed] = ()
) -> tuple[list[StampedSeed], list[StampedSeed]]:
    """Seeds as they come to lie, and those that were lost, of a plan's seeds.

    Parameters
    ----------
    planned : sequence of StampedSeed
    errors : Errors
    rng : numpy Generator
    there : sequence of StampedSeed
        Seeds that lie there already, where they stay; the first of those returned.

    Returns
    -------
    seeds, lost : lists of StampedSeed
        With their planned place; no two capsules overlap.
    """
    shifts = {n: _needle_error(errors, rng) for n in sorted({s.needle for s in planned})}
    never = _nearest_to_the_head(planned, errors.missing)
    order = [i for i in rng.permutation(len(planned)) if i not in never]
    lost = {int(i) for i in order[: errors.lost]}
    wandering = {int(i) for i in order[errors.lost : errors.lost + errors.migrated]}
    lost |= never
    seeds: list[StampedSeed] = list(there)
    for i, plan in enumerate(planned):
        if i in lost:
            continue
        across, along = shifts[plan.needle]
        for attempt in range(200):
            axis = _axis(plan.direction, errors, rng)
            first, second = perpendiculars(plan.direction)
            at = plan.position_mm + across[0] * first + across[1] * second
            at = at + (along + rng.normal(0, errors.along_mm / 2) * (1 + attempt / 20)) * plan.direction
            if i in wandering:
                at = plan.position_mm + unit(rng.normal(size=3)) * rng.uniform(28, 38)
            if _free(at, axis, seeds):
                break
        kind = "migrated" if i in wandering else "single"
        seeds.append(StampedSeed(at, axis, plan.needle, kind, 0, plan.position_mm, plan.direction))
    seeds = _grouped(seeds, errors, rng)
    return seeds, [
        StampedSeed(p.position_mm, p.direction, p.needle, "lost") for p in (planned[i] for i in sorted(lost))
    ]


def _nearest_to_the_head(planned, count: int) -> set[int]:
    heights = np.array([p.position_mm[2] for p in planned])
    return {int(i) for i in np.argsort(-heights, kind="stable")[:count]}


def _needle_error(errors: Errors, rng):
    return rng.normal(0, errors.across_mm, 2), rng.normal(0, errors.along_mm / 2)


def _axis(direction, errors: Errors, rng) -> np.ndarray:
    first, second = perpendiculars(direction)
    if rng.random() < errors.turned:
        angle = np.radians(rng.uniform(15, 75))
    else:
        angle = np.radians(abs(rng.normal(0, errors.tilt_deg)))
    turn = rng.uniform(0, 2 * np.pi)
    return np.cos(angle) * direction + np.sin(angle) * (np.cos(turn) * first + np.sin(turn) * second)


def capsule_distance(a_mm, a_axis, b_mm, b_axis, length_mm: float = CAPSULE_MM[0] - CAPSULE_MM[1]) -> float:
    """Least distance of two capsules' axes, without their rounded ends, mm; sampled every 0.1 mm.

    Parameters
    ----------
    a_mm, a_axis : (3,)
        Centre and unit vector of one.
    b_mm, b_axis : (3,)
        Of the other.
    length_mm : float
        Of the axes.
    """
    t = np.linspace(-length_mm / 2, length_mm / 2, 39)
    a, b = a_mm + t[:, None] * a_axis, b_mm + t[:, None] * b_axis
    return float(np.sqrt(((a[:, None] - b[None]) ** 2).sum(axis=2)).min())


def _free(at, axis, others, skip=()) -> bool:
    near = [o for n, o in enumerate(others) if n not in skip and np.linalg.norm(o.position_mm - at) < 5]
    return all(capsule_distance(at, axis, o.position_mm, o.direction) >= CAPSULE_MM[1] for o in near)


def _grouped(seeds: list[StampedSeed], errors: Errors, rng) -> list[StampedSeed]:
    """Let neighbours slide together to quads, triples and pairs."""
    result, group, used = list(seeds), max((s.cluster for s in seeds), default=0), set()
    for size in [4] * errors.quads + [3] * errors.triples + [2] * errors.pairs:
        free = [i for i, s in enumerate(result) if i not in used and s.kind == "single"]
        if len(free) < size:
            break
        anchor = int(rng.choice(free))
        home = result[anchor]
        free.sort(key=lambda i: float(np.linalg.norm(result[i].position_mm - home.position_mm)))
        group += 1
        members = [anchor]
        for other in free[1:]:
            if len(members) == size:
                break
            placed = _slid(result, members[-1], other, group, rng)
            if placed is not None:
                result[other] = placed
                members.append(other)
        used |= set(members)
        if len(members) > 1:
            kind = {3: "triple", 4: "quad"}.get(len(members), result[members[1]].kind)
            for i in members:
                result[i] = _as(result[i], kind, group)
    return result


def _as(one: StampedSeed, kind: str, group: int) -> StampedSeed:
    return StampedSeed(
        one.position_mm, one.direction, one.needle, kind, group, one.planned_mm, one.planned_direction
    )


def _slid(seeds, anchor: int, other: int, group: int, rng) -> StampedSeed | None:
    """Seed ``other`` touching ``anchor``; None where there is no room."""
    home, moved = seeds[anchor], seeds[other]
    first, second = perpendiculars(home.direction)
    for _ in range(60):
        if rng.random() < 0.5:
            kind, axis = "end-to-end", unit(home.direction + rng.normal(0, 0.08, 3))
            at = home.position_mm + rng.choice([-1, 1]) * rng.uniform(4.55, 4.9) * home.direction
            at = at + rng.normal(0, 0.15) * first
        else:
            kind, axis = "side-by-side", unit(home.direction + rng.normal(0, 0.12, 3))
            turn = rng.uniform(0, 2 * np.pi)
            at = home.position_mm + rng.uniform(0.85, 1.1) * (np.cos(turn) * first + np.sin(turn) * second)
            at = at + rng.uniform(-2, 2) * home.direction
        if _free(at, axis, seeds, skip=(other,)):
            return StampedSeed(at, axis, moved.needle, kind, group, moved.planned_mm, moved.planned_direction)
    return None


def decoys_near(centre_mm, seeds, errors: Errors, rng, reach_mm: float = 32.0) -> list[Decoy]:
    """Clips, calcifications and deposits around an implant; all but deposits keep away from the seeds.

    Parameters
    ----------
    centre_mm : (3,)
    seeds : sequence of StampedSeed
    errors : Errors
        How many of each.
    rng : numpy Generator
    reach_mm : float
        Greatest distance from the centre.
    """
    places = np.array([s.position_mm for s in seeds]) if seeds else np.zeros((0, 3)) + 1e6
    found: list[Decoy] = []

    def place(gap_mm: float, low: float) -> np.ndarray:
        for _ in range(400):
            at = np.asarray(centre_mm) + unit(rng.normal(size=3)) * rng.uniform(low, reach_mm)
            clear = len(places) == 0 or np.linalg.norm(places - at, axis=1).min() > gap_mm
            if clear and all(np.linalg.norm(d.position_mm - at) > 8 for d in found):
                return at
        return np.asarray(centre_mm) + np.array([reach_mm, 0.0, 0.0])

    def sizes(low: float, high: float) -> tuple[float, float, float]:
        a, b, c = rng.uniform(low, high, 3).tolist()
        return a, b, c

    for _ in range(errors.clips):
        size = (float(rng.uniform(4.5, 6.5)), float(rng.uniform(0.8, 1.6)), 0.8)
        found.append(Decoy("clip", place(8, 20), size, 7100.0, unit(rng.normal(size=3))))
    for _ in range(errors.calcifications):
        size = sizes(1.0, 2.5)
        found.append(Decoy("calcification", place(6, 15), size, float(rng.uniform(400, 1100)), np.eye(3)[2]))
    for _ in range(errors.deposits):
        size = sizes(3.0, 8.0)
        found.append(Decoy("deposit", place(0, 0), size, float(rng.uniform(250, 600)), np.eye(3)[2]))
    for _ in range(errors.droplets):
        size = sizes(0.8, 1.8)
        found.append(Decoy("deposit", place(5, 5), size, float(rng.uniform(1500, 3000)), np.eye(3)[2]))
    return found
