"""The verdict on a plan in words: dose, limits and access, each for itself."""

from collections.abc import Sequence

import numpy as np

from dose_kernels.geometry import rays
from tps.access.obstacles import Obstacles
from tps.access.risk import FROM_CT_SUFFIX, risk_of
from tps.evaluate import Evaluation
from tps.model import Needle, Plan
from tps.model.verdict import Verdict
from tps.model.words import counted

# What lies in the way somewhere, by the part of the body; lung tells the chest.
IN_THE_CHEST = ("heart", "vessels", "oesophagus", "airways", "nerves")
ELSEWHERE = ("vessels", "bowel", "nerves")

# Part of the body's voxels in the needles' slices that is lung: in the chest alone, and at its border.
CHEST, CHEST_BORDER = 0.2, 0.02

# Vessels and nerves are never contoured all.
_NEVER_ALL = {"vessels": "other vessels", "nerves": "other nerves"}


def verdict_of(
    plan: Plan,
    evaluation: Evaluation,
    obstacles: Obstacles,
    positions: Sequence[str] = (),
    left_out: Sequence[str] = (),
) -> Verdict:
    """The verdict on a plan whose needles know what they cross.

    Parameters
    ----------
    plan : Plan
    evaluation : Evaluation
        Its doses decide, not what the search believed.
    obstacles : Obstacles
    positions : sequence of str
        What is to be said of how the patient lies.
    left_out : sequence of str
        Regions of the input that cannot be used.
    """
    measure, wanted = plan.prescription.measure, plan.prescription.dose_gy
    doses = {name: measure.of(evaluation.metrics[name]) for name in plan.targets}
    cold = [f"{name} {dose:.1f} of {wanted:g} Gy" for name, dose in doses.items() if dose < wanted]
    hard = [g for g in evaluation.goals if not g.limit.preference]
    broken = [f"{g.limit.text} (plan: {g.value_text})" for g in hard if not g.met]
    limits = "limits kept" if hard else "no limits asked for"
    if broken:
        limits = f"{'limit' if len(broken) == 1 else 'limits'} not kept: {', '.join(broken)}"
    looked_at = (*obstacles.closing.looked_at, *(region.name for region in obstacles.closing.regions))
    unusable = [n for n in (*left_out, *obstacles.closing.failed) if risk_of(n).risk_class != "none"]
    missing = tuple(f"{name} (left out)" for name in dict.fromkeys(unusable))
    missing += not_looked_at(obstacles, plan.needles, looked_at)
    return Verdict(
        dose=f"dose not met: {', '.join(cold)}" if cold else "dose met",
        limits=limits,
        access="; ".join([*_access(plan, obstacles, looked_at, missing), *positions]),
        dose_met=not cold,
        limits_kept=not broken,
        looked_at=looked_at,
        not_looked_at=missing,
    )


def _access(
    plan: Plan, obstacles: Obstacles, looked_at: tuple[str, ...], missing: tuple[str, ...]
) -> list[str]:
    if not plan.needles:
        return ["no needle reaches the target"]
    parts = [reason.text for reason in plan.reasons if reason.kind == "path"]
    crossed = crossings_in_words(plan.needles)
    if not looked_at:
        unseen = "nothing between skin and target was contoured or looked at but bone, gas and lung in the CT"
        return [*parts, *crossed, unseen]
    parts += crossed or ["no organ that was looked at is crossed"]
    if obstacles.closing.opened:
        parts.append(f"opened by name: {', '.join(obstacles.closing.opened)}")
    return [*parts, f"not looked at: {', '.join(missing)}"]


def crossings_in_words(needles: Sequence[Needle]) -> list[str]:
    """How many needles cross what, and the longest way through it; what is free of charge is left out."""
    longest: dict[str, list[float]] = {}
    for needle in needles:
        through: dict[str, float] = {}
        for crossing in needle.crossed:
            name = _spoken(crossing.name, crossing.risk_class)
            if name:
                through[name] = through.get(name, 0.0) + crossing.length_mm
        for name, length in through.items():
            longest.setdefault(name, []).append(length)
    return [
        f"{counted(len(ways), 'needle')} through {name}, up to {max(ways):.0f} mm"
        for name, ways in sorted(longest.items(), key=lambda item: -max(item[1]))
    ]


def _spoken(name: str, risk_class: str) -> str:
    """What a crossing is called in the verdict; "" for what is not worth a word there."""
    risk = risk_of(name.removesuffix(FROM_CT_SUFFIX))
    if risk.tissue == "lung":
        return "lung"
    if risk_class == "free" or (risk_class == "cost" and not risk.charge(1.0) and risk.kind == "organ"):
        return ""
    return name


def not_looked_at(
    obstacles: Obstacles, needles: Sequence[Needle], looked_at: Sequence[str]
) -> tuple[str, ...]:
    """Kinds of organs that usually lie there and that were neither contoured nor found in the CT."""
    seen = {risk_of(name.removesuffix(FROM_CT_SUFFIX)).group for name in looked_at}
    found = [_NEVER_ALL.get(g, "") if g in seen else g for g in _expected(obstacles, needles)]
    return tuple(dict.fromkeys(group for group in found if group))


def _expected(obstacles: Obstacles, needles: Sequence[Needle]) -> tuple[str, ...]:
    labels = obstacles.voxels.labels
    ends = [point for needle in needles for point in (needle.entry_mm, needle.tip_mm)]
    if ends:
        heights = np.rint(obstacles.grid.world_to_index(np.array(ends))[:, 2]).astype(int)
        low, high = np.clip([heights.min(), heights.max()], 0, len(labels) - 1)
        labels = labels[low : high + 1]
    body = int(np.count_nonzero(labels & rays.BODY))
    lung = int(np.count_nonzero(labels & rays.LUNG)) / max(body, 1)
    if lung >= CHEST:
        return IN_THE_CHEST
    return tuple(dict.fromkeys(IN_THE_CHEST + ELSEWHERE)) if lung >= CHEST_BORDER else ELSEWHERE
