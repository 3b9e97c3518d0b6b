"""A plan in one row: what the planner chooses by, and what tables show side by side."""

from collections.abc import Sequence

from tps.access.cost import tilt_deg
from tps.model.prescribed_metric import PrescribedMetric
from tps.optimize.search.weights import worth_of
from tps.pipeline.result import PlanResult


def plan_row(result: PlanResult) -> dict:
    """A plan in one row; doses and volumes are those of the worst target."""
    metrics = [result.evaluation.metrics[t.name] for t in result.regions.planned]
    strength, seeds = result.strength, len(result.plan.seeds)
    return {
        "strength_u": strength.u,
        "activity_mci": strength.mci,
        "met": result.plan.status == "met",
        "needles": len(result.plan.needles),
        "seeds": seeds,
        "total_activity_mci": None if strength.mci is None else seeds * strength.mci,
        "minimum_peripheral_dose_gy": min(m["minimum_peripheral_dose_gy"] for m in metrics),
        "d90_gy": min(m["d90_gy"] for m in metrics),
        "v150": max(m["v150"] for m in metrics),
        "v200": max(m["v200"] for m in metrics),
    }


def ways_row(result: PlanResult) -> dict:
    """What the ways in of a plan are like, as ranges (least, most)."""
    needles = result.plan.needles
    values = {
        "depth_mm": [n.length_mm for n in needles],
        "lung_mm": [n.lung_path_mm for n in needles],
        "skin_angle_deg": [n.skin_angle_deg for n in needles],
        "tilt_deg": [abs(tilt_deg(n.direction)) for n in needles],
    }
    ranges = {name: (min(found), max(found)) if found else (0.0, 0.0) for name, found in values.items()}
    verdict = result.plan.verdict
    return ranges | {"access": verdict.access if verdict is not None else ""}


def best_row(rows: Sequence[dict], measure: PrescribedMetric) -> int:
    """Index of the row of ``plan_row`` to take, as the search for ``measure`` weighs it."""
    worth = worth_of(measure)

    def merit(i: int) -> tuple:
        row = rows[i]
        if not row["met"]:
            return (1, -measure.of(row), row["strength_u"])
        cost = (
            worth.needle * row["needles"] + worth.seed * row["seeds"] + worth.heat(row["v150"], row["v200"])
        )
        return (0, cost, row["strength_u"])

    return min(range(len(rows)), key=merit)
