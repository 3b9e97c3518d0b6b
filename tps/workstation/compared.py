"""Two versions beside each other."""

import math
from typing import Any

from tps.export.plan_json import significant
from tps.model.metric_table import BY_KEY
from tps.workstation.desk import Desk
from tps.workstation.figures import Figures
from tps.workstation.moment import Moment
from tps.workstation.plan_entry import figures_entry


def compared_entry(desk: Desk, other: Moment, name: str) -> dict[str, Any]:
    """``GET /api/compare``: every figure of what lies on the desk, of another version, and the difference.

    Parameters
    ----------
    desk : Desk
    other : Moment
    name : str
        Of the other version.
    """
    with desk.lock:
        now = desk.moment
        mine, theirs = desk.figures(now), desk.figures(other)
        basis = other.basis
        return {
            "with": name,
            "exact": mine.exact and theirs.exact,
            "rows": figure_rows(mine, theirs),
            "other": {
                **basis.strengths_entry(other.arrangement.seeds),
                **basis.arrangement_entry(other.arrangement, basis.rules.check(other.arrangement)),
                **figures_entry(basis, theirs, None),
            },
        }


def figure_rows(mine: Figures, theirs: Figures) -> list[dict[str, Any]]:
    """Rows of region, metric, both values and their difference (this less the other)."""
    rows = []
    for roi in dict.fromkeys((*mine.metrics, *theirs.metrics)):
        a, b = mine.metrics.get(roi, {}), theirs.metrics.get(roi, {})
        for key in dict.fromkeys((*a, *b)):
            one, two = (found.get(key, math.nan) for found in (a, b))
            rows.append(
                {
                    "roi": roi,
                    "key": key,
                    "label": BY_KEY[key].label if key in BY_KEY else key,
                    "unit": BY_KEY[key].unit if key in BY_KEY else "",
                    "digits": BY_KEY[key].digits if key in BY_KEY else 2,
                    "value": significant(one),
                    "other": significant(two),
                    "difference": significant(one - two),
                }
            )
    return rows
