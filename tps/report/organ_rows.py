"""The organs' part of the report: doses, volumes at a dose, and the seeds that lie in each."""

import numpy as np

from tps.evaluate.metrics import hottest_part_gy
from tps.model.metric_table import NO_VALUE, ORGAN_METRICS
from tps.model.names import MINUS
from tps.report.content import Content
from tps.report.dvh_plot import SHOWN_FROM_GY

# Fractions of the prescription at which an organ's volume is told.
VOLUME_FRACTIONS = (0.5, 1.0)

ALL_TARGETS = "all targets"


def organ_columns(content: Content) -> list[str]:
    """Headings beside name and volume."""
    reference = content.plan.prescription.dose_gy
    volumes = [f"V{f * reference:g}Gy cm\N{SUPERSCRIPT THREE}" for f in VOLUME_FRACTIONS]
    return [*(m.label for m in ORGAN_METRICS), *volumes, "seeds in it"]


def organ_table(content: Content) -> tuple[list[dict], list[str]]:
    """A row for each organ with ``SHOWN_FROM_GY`` or more, highest D0.1cc first; names of the others.

    What is left of an organ beside a target follows the organ.  Where seeds lie in an organ it has no
    maximum: that is the dose at a capsule, whatever the plan.
    """
    metrics = content.evaluation.metrics
    names = [n for n in metrics if "d2cc_gy" in metrics[n]]
    names.sort(key=lambda n: -hottest_part_gy(metrics[n]))
    shown = [n for n in names if hottest_part_gy(metrics[n]) >= SHOWN_FROM_GY]
    wholes = [n for n in shown if n.partition(MINUS)[0] not in shown or MINUS not in n]
    ordered = [
        n for whole in wholes for n in (whole, *(p for p in shown if p.partition(MINUS)[0] == whole != p))
    ]
    ordered = list(dict.fromkeys(ordered))
    inside = {name: seeds_inside(content, name) for name in ordered}
    rows = [_row(content, name, inside[name]) for name in ordered]
    return rows, [n for n in names if n not in shown and MINUS not in n]


def _row(content: Content, name: str, seeds: int | None) -> dict:
    metrics, dvh = content.evaluation.metrics[name], content.evaluation.dvhs[name]
    doses = [
        NO_VALUE if m.key == "max_gy" and seeds else m.text(metrics[m.key], with_unit=False)
        for m in ORGAN_METRICS
    ]
    reference = content.plan.prescription.dose_gy
    volumes = [f"{dvh.v_at_dose(f * reference):.2f}" for f in VOLUME_FRACTIONS]
    return {
        "name": name,
        "volume": f"{metrics['volume_cc']:.1f}",
        "doses": [*doses, *volumes, NO_VALUE if seeds is None else str(seeds)],
        "part": MINUS in name,
    }


def seeds_inside(content: Content, name: str) -> int | None:
    """How many seeds lie with their centre in a region; None for one that is no solid (the skin)."""
    inside = _inside(content, name)
    return None if inside is None else int(np.count_nonzero(inside))


def _inside(content: Content, name: str) -> np.ndarray | None:
    """Which seeds lie in a region, old ones included, (n,) bool."""
    solids = {s.name: s for s in (*content.organs, *content.targets)}
    places = np.array([s.position_mm for s in (*content.plan.seeds, *content.existing)]).reshape(-1, 3)
    if name in solids:
        return np.asarray(solids[name].contains(places), bool)
    whole, _, taken = name.partition(MINUS)
    if whole not in solids or not taken:
        return None
    names = list(content.plan.targets) if taken == ALL_TARGETS else [taken]
    left = np.asarray(solids[whole].contains(places), bool)
    for other in names:
        if other in solids:
            left &= ~np.asarray(solids[other].contains(places), bool)
    return left


def seed_place_rows(content: Content) -> list[tuple[str, str]]:
    """How many seeds of the plan lie in each target, and the numbers of those outside all of them."""
    plan = content.plan
    if not plan.seeds:
        return []
    places = np.array([s.position_mm for s in plan.seeds])
    treated = [s for s in content.targets if s.name in plan.targets]
    inside = {s.name: np.asarray(s.contains(places), bool) for s in treated}
    rows = [(f"Seeds in {name}", str(int(found.sum()))) for name, found in inside.items()]
    outside = [s.id for s, out in zip(plan.seeds, ~np.any(list(inside.values()), axis=0), strict=True) if out]
    numbers = f" (no. {', '.join(map(str, outside))})" if outside else ""
    return [*rows, ("Seeds outside the targets", f"{len(outside)}{numbers}"), *_volume_rows(content)]


def _volume_rows(content: Content) -> list[tuple[str, str]]:
    """How much tissue gets the prescription, in and out of each target: EI and V100 in cm3."""
    reference, rows = content.plan.prescription.dose_gy, []
    for name in content.plan.targets:
        found = content.evaluation.metrics[name]
        inside, outside = (found[key] * found["volume_cc"] for key in ("v100", "ei"))
        rows.append(
            (
                f"V{reference:g}Gy of {name}",
                f"{inside:.1f} in it, {outside:.1f} cm\N{SUPERSCRIPT THREE} around it",
            )
        )
    return rows
