"""What there is at one point of the patient."""

from typing import Any

import numpy as np

from tps.export.plan_json import significant
from tps.workstation.basis import EDITING, ORGANS
from tps.workstation.bodies import inside_contours
from tps.workstation.desk import Desk
from tps.workstation.look import Shape
from tps.workstation.state import shapes_on


def point_entry(desk: Desk, point_mm: np.ndarray) -> dict[str, Any]:
    """HU of the voxel, dose by the engine, and the regions that hold the point.

    Parameters
    ----------
    desk : Desk
    point_mm : (3,) float
    """
    ct, ready = desk.case.ct, desk.preparing not in (EDITING, ORGANS)
    i, j, k = np.rint(ct.grid.world_to_index(point_mm[None])[0]).astype(int)
    inside = bool(ct.grid.contains(point_mm[None])[0])
    found: dict[str, Any] = {
        "hu": int(ct.values[k, j, i]) if inside else None,
        "dose_gy": None,
        "percent": None,
        "structures": [s.structure.name for s in shapes_on(desk) if _holds(s, point_mm, ready)],
    }
    if desk.history is not None:
        moment = desk.moment
        seeds = (*moment.arrangement.seeds, *moment.basis.existing)
        dose = float(moment.basis.engine.dose_gy(point_mm[None], seeds)[0])
        wanted = moment.basis.prescription.dose_gy
        found |= {"dose_gy": significant(dose), "percent": significant(100 * dose / wanted)}
    return found


def _holds(shape: Shape, point_mm: np.ndarray, ready: bool) -> bool:
    """Whether a region holds a point; its contours are asked as long as bodies are not ready."""
    solid = shape.made() if ready and shape.made is not None else None
    if solid is not None:
        return bool(solid.contains(point_mm[None])[0])
    return inside_contours(shape.structure, point_mm)
