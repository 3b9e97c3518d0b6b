"""Figures of several plans beside each other, and their differences from the first."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from tps.export.compared_plan import ComparedPlan
from tps.formats.csv_table import csv_text
from tps.model.words import counted

# Figures of the implant as a whole stand under this name.
IMPLANT = "(implant)"


@dataclass(frozen=True)
class Row:
    """One figure of one region.

    Parameters
    ----------
    roi, metric : str
    unit : str
        "Gy", "cc", "U", "mCi", "mm", "deg", "fraction", or "" for a number of things.
    values : tuple of float or None
        One for each plan; None where a plan does not have it.
    """

    roi: str
    metric: str
    unit: str
    values: tuple[float | None, ...]

    @property
    def differences(self) -> tuple[float | None, ...]:
        """Of each further plan from the first."""
        first = self.values[0]
        return tuple(None if v is None or first is None else v - first for v in self.values[1:])


def comparison_rows(plans: Sequence[ComparedPlan]) -> tuple[Row, ...]:
    """All figures: the implant, then targets, then organs, in the order of the first plan that has them."""
    rows = [
        Row(IMPLANT, metric, unit, tuple(of(plan) for plan in plans)) for metric, unit, of in _IMPLANT_FIGURES
    ]
    rois = list(dict.fromkeys(roi for plan in plans for roi in plan.file.metrics))
    for roi in sorted(rois, key=lambda r: not any("ci" in p.file.metrics.get(r, {}) for p in plans)):
        keys = dict.fromkeys(key for plan in plans for key in plan.file.metrics.get(roi, {}))
        for key in keys:
            values = tuple(plan.file.metrics.get(roi, {}).get(key) for plan in plans)
            rows.append(Row(roi, key, unit_of(key), values))
    return tuple(rows)


def unit_of(key: str) -> str:
    """Unit of a figure of ``plan.json`` by its key."""
    if key.endswith("_gy"):
        return "Gy"
    return "cc" if key.endswith("_cc") else "fraction"


def comparison_csv(plans: Sequence[ComparedPlan], rows: Sequence[Row]) -> str:
    """The rows as a table: a column for each plan, and one for the difference of each further one."""
    names = [plan.name for plan in plans]
    heading = ("roi", "metric", "unit", *names, *(f"{name} - {names[0]}" for name in names[1:]))
    cells = [
        [row.roi, row.metric, row.unit, *map(_cell, row.values), *map(_cell, row.differences)] for row in rows
    ]
    return csv_text(heading, cells)


def _cell(value: float | None) -> str:
    return "" if value is None or not math.isfinite(value) else f"{value:.6g}"


def crossing_rows(plans: Sequence[ComparedPlan]) -> list[tuple[str, list[str]]]:
    """What needles pass: a structure, and for each plan how many pass it and the longest way through it."""
    lengths: dict[str, list[list[float]]] = {}
    for k, plan in enumerate(plans):
        for needle in plan.plan.needles:
            through: dict[str, float] = {}
            for crossing in needle.crossed:
                through[crossing.name] = through.get(crossing.name, 0.0) + crossing.length_mm
            for name, length in through.items():
                lengths.setdefault(name, [[] for _ in plans])[k].append(length)
    return [
        (
            name,
            [f"{counted(len(ways), 'needle')}, up to {max(ways):.0f} mm" if ways else "-" for ways in found],
        )
        for name, found in sorted(lengths.items(), key=lambda item: -max(map(max, filter(None, item[1]))))
    ]


def _strengths(plan: ComparedPlan) -> list[float]:
    return [seed.strength_u for seed in plan.plan.seeds]


def _each(plan: ComparedPlan) -> float | None:
    found = {round(u, 6) for u in _strengths(plan)}
    return found.pop() if len(found) == 1 else None


def _mci(plan: ComparedPlan, strength_u: float | None) -> float | None:
    factor = plan.file.strength.factor if plan.file.strength else None
    return None if strength_u is None or not factor else strength_u / factor


def _over_needles(of, value):
    """A figure of a plan from one of each of its needles; None where none has it."""

    def figure(plan: ComparedPlan) -> float | None:
        found = [value(needle) for needle in plan.plan.needles]
        found = [v for v in found if math.isfinite(v)]
        return of(found) if found else None

    return figure


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values)


_IMPLANT_FIGURES = (
    ("prescription", "Gy", lambda p: p.plan.prescription.dose_gy),
    ("needles", "", lambda p: float(len(p.plan.needles))),
    ("seeds", "", lambda p: float(len(p.plan.seeds))),
    ("strength of a seed", "U", _each),
    ("strength of a seed", "mCi", lambda p: _mci(p, _each(p))),
    ("strength of all seeds", "U", lambda p: sum(_strengths(p))),
    ("strength of all seeds", "mCi", lambda p: _mci(p, sum(_strengths(p)))),
    ("depth, mean", "mm", _over_needles(_mean, lambda n: n.length_mm)),
    ("depth, largest", "mm", _over_needles(max, lambda n: n.length_mm)),
    ("clearance, smallest", "mm", _over_needles(min, lambda n: n.clearance_mm)),
    ("lung on the way, all needles", "mm", _over_needles(sum, lambda n: n.lung_path_mm)),
    ("passages into lung", "", _over_needles(sum, lambda n: float(n.pleural_passages))),
    ("angle to the skin, largest", "deg", _over_needles(max, lambda n: n.skin_angle_deg)),
)
