"""The plan as the page is told of it: one JSON document, every number computed here."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tps.access.cost import tilt_deg
from tps.export.plan_json import significant
from tps.model import Needle, Protocol, Seed
from tps.model.metric_table import ORGAN_METRICS, SKIN_METRICS, TARGET_METRICS
from tps.pipeline.layout_rules import SAID_OFF_NEEDLE_MM, STEP_TOLERANCE_MM
from tps.workstation.arrangement import Arrangement
from tps.workstation.basis import Basis
from tps.workstation.commands import from_tip_mm
from tps.workstation.figures import Figures, curve_doses
from tps.workstation.look import series_style
from tps.workstation.rules import Ruled


def needle_entry(needle: Needle, arrangement: Arrangement, ruled: Ruled) -> dict[str, Any]:
    """One needle.

    Parameters
    ----------
    needle : Needle
        That knows its way.
    arrangement : Arrangement
    ruled : Ruled
    """
    return {
        "id": needle.id,
        "target": needle.target,
        "entry_mm": point_entry_mm(needle.entry_mm),
        "tip_mm": point_entry_mm(needle.tip_mm),
        "locked": needle.id in arrangement.locked_needles,
        "length_mm": round(needle.length_mm, 2),
        "depth_mm": round(needle.length_mm, 2),
        "tilt_deg": round(float(tilt_deg(needle.direction)), 1),
        "skin_angle_deg": _finite(needle.skin_angle_deg, 1),
        "lung_mm": round(needle.lung_path_mm, 1),
        "pleural_passages": needle.pleural_passages,
        "clearance_mm": _finite(needle.clearance_mm, 1),
        "nearest_obstacle": needle.nearest_obstacle,
        "crossed": [
            {
                "name": c.name,
                "class": c.risk_class,
                "derived": c.derived,
                "mm": round(c.length_mm, 1),
                "from_mm": round(c.from_mm, 1),
            }
            for c in needle.crossed
        ],
        "rules": ruled.of_needles.get(needle.id, []),
        "seeds": [s.id for s in arrangement.seeds_on(needle.id)],
    }


def seed_entry(seed: Seed, arrangement: Arrangement, ruled: Ruled, step_mm: float) -> dict[str, Any]:
    """One seed.

    Parameters
    ----------
    seed : Seed
    arrangement : Arrangement
    ruled : Ruled
    step_mm : float
        Of the gun: a seed elsewhere was placed by hand.
    """
    needle = arrangement.needle(seed.needle)
    away = from_tip_mm(needle, seed)
    aside = seed.position_mm - (needle.tip_mm - away * needle.direction)
    return {
        "id": seed.id,
        "needle": seed.needle,
        "position_mm": point_entry_mm(seed.position_mm),
        "direction": [round(float(v), 6) for v in seed.direction],
        "strength_u": round(seed.strength_u, 6),
        "depth_from_tip_mm": round(away, 3),
        "locked": seed.id in arrangement.locked_seeds,
        "manual": abs(away - round(away / step_mm) * step_mm) > STEP_TOLERANCE_MM
        or float(np.linalg.norm(aside)) > SAID_OFF_NEEDLE_MM,
        "rules": ruled.of_seeds.get(seed.id, []),
    }


def arrangement_entry(
    protocol: Protocol,
    arrangement: Arrangement,
    ruled: Ruled,
    needles: frozenset[int] | None = None,
    seeds: frozenset[int] | None = None,
) -> dict[str, Any]:
    """Needles, seeds and what the rules say of them.

    Parameters
    ----------
    protocol : Protocol
    arrangement : Arrangement
    ruled : Ruled
    needles, seeds : frozenset of int, optional
        Numbers: of these alone.
    """
    step = protocol.seed_step_mm
    return {
        "needles": [
            needle_entry(n, arrangement, ruled) for n in ruled.needles if needles is None or n.id in needles
        ],
        "seeds": [
            seed_entry(s, arrangement, ruled, step)
            for s in arrangement.seeds
            if seeds is None or s.id in seeds
        ],
        "rules": ruled.texts,
    }


def figures_entry(basis: Basis, figures: Figures, opened: Figures | None) -> dict[str, Any]:
    """Metrics, goals, DVHs, coldest places, and what changed since the plan was opened.

    Parameters
    ----------
    basis : Basis
    figures : Figures
    opened : Figures or None
    """
    doses = curve_doses(basis.prescription.dose_gy)
    keys = {shape.structure.name: shape for shape in basis.shapes}
    dvh = {}
    for number, (name, curve) in enumerate(figures.curves.items()):
        shape = keys.get(name)
        colour, dash = (shape.colour, shape.dash) if shape else series_style(number)
        dvh[name] = {
            "key": shape.key if shape else None,
            "colour": colour,
            "dash": dash,
            "dose_gy": np.round(doses, 3).tolist(),
            "volume_fraction": np.round(curve, 5).tolist(),
            "volume_cc": significant(figures.volumes_cc[name]),
        }
    return {
        "metrics": metrics_entry(figures.metrics),
        "changes": _changes(figures, opened),
        "goals": [
            {
                "text": g.limit.text,
                "value": g.value_text,
                "met": bool(g.met),
                "preference": g.limit.preference,
            }
            for g in figures.goals
        ],
        "dvh": dvh,
        "coldest": {
            name: {"dose_gy": significant(dose), "at_mm": point_entry_mm(place)}
            for name, (dose, place) in figures.coldest.items()
        },
    } | judged_entry(figures)


def judged_entry(figures: Figures) -> dict[str, Any]:
    """Verdict, status, warnings and second check; nothing of a preview."""
    plan, check = figures.plan, figures.check
    if plan is None or check is None:
        return {"verdict": None, "status": None, "warnings": [], "second_check": None}
    said = plan.verdict
    return {
        "verdict": said
        and {
            "dose": said.dose,
            "access": said.access,
            "limits": said.limits,
            "dose_met": said.dose_met,
            "limits_kept": said.limits_kept,
        },
        "status": plan.status,
        "reasons": list(map(str, plan.reasons)),
        "warnings": list(plan.warnings),
        "second_check": {
            "points": int(check.points),
            "max_relative_difference": float(check.max_relative_difference),
        },
    }


def metrics_entry(metrics: Mapping[str, Mapping[str, float]]) -> dict[str, dict[str, float | None]]:
    """Metrics by region; what is not finite is null."""
    return {roi: {key: significant(v) for key, v in values.items()} for roi, values in metrics.items()}


def metric_table() -> list[dict[str, Any]]:
    """The program's table of metrics."""
    groups = (("target", TARGET_METRICS), ("organ", (*ORGAN_METRICS, *SKIN_METRICS)))
    return [
        {
            "key": m.key,
            "label": m.label,
            "unit": m.unit,
            "digits": m.digits,
            "meaning": m.meaning,
            "group": group,
        }
        for group, metrics in groups
        for m in metrics
    ]


def source_entry(basis: Basis, seeds: Sequence[Seed]) -> dict[str, Any]:
    """Source, prescription and the strengths that there are."""
    wanted = basis.prescription
    measure = wanted.measure
    return {
        "prescription": {
            "dose_gy": wanted.dose_gy,
            "metric": wanted.metric,
            "label": measure.label,
            "key": measure.key,
        },
        "targets": list(basis.targets),
        "source": {
            "name": basis.source.name,
            "level": basis.source.level,
            "level_text": basis.source.level_text,
        },
        "strengths_u": sorted({round(s.strength_u, 6) for s in seeds}),
        "seed_length_mm": 2.0 * basis.source.capsule_half_length_mm,
    }


def _changes(figures: Figures, opened: Figures | None) -> dict[str, dict[str, float | None]]:
    if opened is None or opened is figures:
        return {}
    return {
        roi: {
            key: significant(value - opened.metrics[roi][key])
            for key, value in values.items()
            if key in opened.metrics[roi] and math.isfinite(value - opened.metrics[roi][key])
        }
        for roi, values in figures.metrics.items()
        if roi in opened.metrics
    }


def point_entry_mm(values: np.ndarray) -> list[float]:
    """A point (3,) mm for the page."""
    return [round(float(v), 4) for v in values]


def _finite(value: float, digits: int) -> float | None:
    return round(float(value), digits) if math.isfinite(value) else None
