"""Tables of regions in a dose that came from anywhere: figures, and how finely curves are told."""

import math
from collections.abc import Sequence

from tps.evaluate.dvh import Dvh
from tps.evaluate.region_dose import METRICS, PRESCRIBED, RegionDose
from tps.export.plan_json import significant
from tps.export.tables import DVH_COLUMNS, DVH_PRESCRIPTIONS
from tps.formats.csv_table import csv_text

METRIC_COLUMNS = ("roi", *(key for key, _ in METRICS))

# A curve has about this many points up to where its dose is that of a volume, and steps of 1, 2 or 5.
CURVE_POINTS = 200
COARSEST_GY = 1.0

__all__ = ["DVH_COLUMNS", "METRIC_COLUMNS", "curve_grid", "metrics_csv", "metrics_entries"]


def curve_grid(
    dvhs: Sequence[Dvh], prescription_gy: float | None = None, step_gy: float | None = None
) -> tuple[float, float]:
    """The dose to which curves are tabulated in steps, as a prescription of ``dvh_doses``, and the step, Gy.

    Without a prescription they go to half more than the highest D2 of all regions.
    """
    top = prescription_gy or 1.5 * max((d.d_at_fraction(0.02) for d in dvhs), default=1.0) / DVH_PRESCRIPTIONS
    if step_gy is not None:
        return max(top, step_gy), step_gy
    wanted = max(DVH_PRESCRIPTIONS * top / CURVE_POINTS, 1e-6)
    power = 10.0 ** math.floor(math.log10(wanted))
    step = power * max(m for m in (1.0, 2.0, 5.0) if m * power <= wanted * (1 + 1e-9))
    return top, min(step, COARSEST_GY)


def metrics_entries(
    regions: Sequence[RegionDose], prescription_gy: float | None = None
) -> dict[str, dict[str, float | None]]:
    """Figures by ROI, 6 significant places; what is not known is None."""
    return {r.name: {k: significant(v) for k, v in r.metrics(prescription_gy).items()} for r in regions}


def metrics_csv(regions: Sequence[RegionDose], prescription_gy: float | None = None) -> str:
    """The same as a table, a row a ROI; what is not known is blank."""
    keys = [*METRIC_COLUMNS[1:], *(key for key, _ in PRESCRIBED if prescription_gy)]
    entries = metrics_entries(regions, prescription_gy)
    rows = [
        [name, *("" if values[k] is None else f"{values[k]:g}" for k in keys)]
        for name, values in entries.items()
    ]
    return csv_text(("roi", *keys), rows)
