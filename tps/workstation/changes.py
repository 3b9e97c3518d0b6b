"""What differs between a plan and an edited one, in words, whatever was done on the way."""

from collections.abc import Sequence

import numpy as np

from tps.model import Needle, Plan, Seed
from tps.pipeline.edits import SAME_PLACE_MM, SAME_STRENGTH_U, mm_text
from tps.workstation.commands import from_tip_mm


def net_changes(start: Plan, needles: Sequence[Needle], seeds: Sequence[Seed]) -> tuple[str, ...]:
    """Sentences, each with the needle's number first; none where nothing differs.

    Parameters
    ----------
    start : Plan
    needles, seeds : sequence of Needle, of Seed
        After the edits.
    """
    before = {n.id: n for n in start.needles}
    now = {n.id: n for n in needles}
    words = [text for n in needles for text in _needle(n, before.get(n.id), seeds)]
    words += [f"needle {n} removed" for n in before if n not in now]
    old, new = {s.id: s for s in start.seeds}, {s.id: s for s in seeds}
    for seed in seeds:
        if seed.needle in before:
            words += _seed(seed, old.get(seed.id), now[seed.needle], before[seed.needle])
    words += [
        f"needle {s.needle}: seed {s.id} removed" for s in start.seeds if s.id not in new and s.needle in now
    ]
    return tuple(words)


def _needle(needle: Needle, before: Needle | None, seeds: Sequence[Seed]) -> list[str]:
    if before is None:
        count = sum(s.needle == needle.id for s in seeds)
        return [f"needle {needle.id} added, {count} seeds"]
    moves = []
    for name in ("entry", "tip"):
        way = getattr(needle, f"{name}_mm") - getattr(before, f"{name}_mm")
        if np.abs(way).max() > SAME_PLACE_MM:
            moves.append(f"{name} moved {mm_text(float(np.linalg.norm(way)))}")
    return [f"needle {needle.id}: {', '.join(moves)}"] if moves else []


def _seed(seed: Seed, before: Seed | None, needle: Needle, old_needle: Needle) -> list[str]:
    """What happened to a seed beside what its needle did."""
    head = f"needle {seed.needle}: seed {seed.id}"
    if before is None:
        return [f"{head} added {mm_text(from_tip_mm(needle, seed))} from the tip"]
    words = []
    out = from_tip_mm(needle, seed) - from_tip_mm(old_needle, before)
    if abs(out) > SAME_PLACE_MM:
        words.append(f"{head} moved {mm_text(abs(out))} further {'out' if out > 0 else 'in'}")
    if abs(seed.strength_u - before.strength_u) > SAME_STRENGTH_U:
        words.append(f"{head} has {seed.strength_u:.3f} U, before {before.strength_u:.3f} U")
    return words
