"""A plan as it was opened, to look at while its rules and figures are prepared."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from tps.dose.engine import DoseEngine
from tps.model import Grid
from tps.pipeline.reevaluate import OpenedPlan
from tps.sources.library import load_source
from tps.workstation.arrangement import Arrangement
from tps.workstation.live_dose import live_grid
from tps.workstation.look import contours_of, levels_entry, shapes_first_seen
from tps.workstation.plan_entry import arrangement_entry
from tps.workstation.rules import Ruled

# The dose is looked at this far around the seeds, mm.
AROUND_MM = 25.0


@dataclass(frozen=True, eq=False)
class FirstLook:
    """What there is to see of a plan that nobody has judged yet.

    Parameters
    ----------
    entry : dict
        ``GET /api/look``: regions with their contours, needles, seeds and levels; nothing that was judged.
    grid : Grid
    dose : (nz, ny, nx) float32 or None
        Gy; None where more gives dose than the plan's seeds.
    """

    entry: dict[str, Any]
    grid: Grid
    dose: np.ndarray | None


def first_look(opened: OpenedPlan) -> FirstLook:
    """What a plan folder shows without rules and figures.

    Parameters
    ----------
    opened : OpenedPlan
    """
    plan, request = opened.plan, opened.request
    source = load_source(request.source, request.source_folder or None)
    places = np.array([s.position_mm for s in plan.seeds])
    grid = live_grid(places.min(axis=0) - AROUND_MM, places.max(axis=0) + AROUND_MM)
    dose = None
    if not request.existing_seeds:
        dose = np.asarray(DoseEngine(source).dose_grid(grid, plan.seeds).values)
    shapes = shapes_first_seen(opened.case, request.targets)
    entry = {
        "structures": [shape.entry() for shape in shapes],
        "contours": {shape.key: contours_of(shape.structure) for shape in shapes},
        "levels": levels_entry(request.prescription.dose_gy),
        "plan": {
            **arrangement_entry(request.protocol, Arrangement.of(plan), Ruled(plan.needles, ())),
            "seed_length_mm": 2.0 * source.capsule_half_length_mm,
            "prescription": {"dose_gy": request.prescription.dose_gy},
        },
    }
    return FirstLook(entry, grid, dose)
