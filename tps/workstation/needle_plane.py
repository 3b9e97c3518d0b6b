"""The plane along one needle, as seen beside it: voxels, dose, what it passes and what is near."""

import base64
import math
from typing import Any

import numpy as np

from tps.model import Needle
from tps.report.planes import Plane
from tps.workstation.desk import Desk
from tps.workstation.outlines import CUT, cut_lines

# The picture: so much before the entry, beyond the tip and to either side, and its step, mm.
BEFORE_MM, BEYOND_MM, BESIDE_MM, STEP_MM = 15.0, 25.0, 40.0, 1.0

# Distances are told of what is nearer than this to the needle, looked at in steps of this, mm.
NEAR_MM, ALONG_MM = 20.0, 0.5

AIR_HU = -1000.0


def plane_of(needle: Needle, turn_deg: float = 0.0) -> Plane:
    """The plane that holds a needle: the picture's rows run along it, from the skin inwards.

    Parameters
    ----------
    needle : Needle
    turn_deg : float
        About the needle; 0 shows what lies towards the head on one side.
    """
    along = needle.direction
    head = np.array([0.0, 0.0, 1.0]) if abs(along[2]) < 0.9 else np.array([1.0, 0.0, 0.0])
    up = head - (head @ along) * along
    up /= np.linalg.norm(up)
    side, angle = np.cross(along, up), math.radians(turn_deg)
    up = math.cos(angle) * up + math.sin(angle) * side
    corner = needle.entry_mm - BEFORE_MM * along + BESIDE_MM * up
    return Plane(corner, along, -up, BEFORE_MM + needle.length_mm + BEYOND_MM, 2 * BESIDE_MM)


def plane_entry(desk: Desk, number: int, turn_deg: float = 0.0) -> dict[str, Any]:
    """``GET /api/plane``; raises ``BadInput`` for a needle that is not there.

    Parameters
    ----------
    desk : Desk
    number : int
        Of the needle.
    turn_deg : float
    """
    moment = desk.moment
    basis, arrangement = moment.basis, moment.arrangement
    known = {n.id: n for n in basis.rules.check(arrangement).needles}
    needle = known[number] if number in known else arrangement.needle(number)
    plane = plane_of(needle, turn_deg)
    hu = plane.sample(desk.case.ct, STEP_MM, AIR_HU)
    points = plane.points(STEP_MM)[2]
    seeds = (*arrangement.seeds, *basis.existing)
    dose = np.asarray(basis.engine.dose_gy(points, seeds), np.float32) if seeds else np.zeros(len(points))
    outlines = {
        shape.key: [
            np.round(line, 2).ravel().tolist() for line in cut_lines(desk.case, desk.bodies, shape, plane)
        ]
        for shape in basis.shapes
        if shape.kind in CUT
    }
    return {
        "needle": number,
        "shape": list(hu.shape),
        "step_mm": STEP_MM,
        "corner_mm": plane.corner_mm.tolist(),
        "right": plane.right.tolist(),
        "down": plane.down.tolist(),
        "letters": plane.edge_letters(),
        "entry_at_mm": BEFORE_MM,
        "tip_at_mm": BEFORE_MM + needle.length_mm,
        "needle_at_mm": BESIDE_MM,
        "hu": _packed(np.rint(hu), "<i2"),
        "dose": _packed(dose.reshape(hu.shape), "<f4"),
        "outlines": outlines,
        "seeds": _seeds_on(desk, plane),
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
        "beside": beside(desk, needle),
    }


def beside(desk: Desk, needle: Needle) -> list[dict[str, Any]]:
    """What lies near a needle: name, smallest distance from its axis and how deep that is, nearest first."""
    along = np.arange(0.0, needle.length_mm + ALONG_MM / 2, ALONG_MM)
    points = needle.entry_mm + along[:, None] * needle.direction
    found = []
    for shape in desk.moment.basis.shapes:
        if shape.kind not in CUT or shape.structure.name == needle.target:
            continue
        low, high = shape.structure.bounds_mm()
        near = np.all((points > low - NEAR_MM) & (points < high + NEAR_MM), axis=1)
        solid = desk.bodies.of(shape)
        if solid is None or not near.any():
            continue
        away = -np.asarray(solid.signed_distance_mm(points[near]), float)
        nearest = int(away.argmin())
        if away[nearest] < NEAR_MM:
            found.append(
                {
                    "name": shape.structure.name,
                    "key": shape.key,
                    "mm": round(max(float(away[nearest]), 0.0), 1),
                    "at_mm": round(float(along[near][nearest]), 1),
                }
            )
    return sorted(found, key=lambda item: item["mm"])


def _seeds_on(desk: Desk, plane: Plane) -> list[dict[str, Any]]:
    """The seeds within reach of the picture: number, place on it and distance from it."""
    seeds = desk.moment.arrangement.seeds
    if not seeds:
        return []
    places, heights = plane.project(np.array([s.position_mm for s in seeds]))
    return [
        {"id": s.id, "at_mm": np.round(p, 2).tolist(), "off_mm": round(float(h), 2)}
        for s, p, h in zip(seeds, places, heights, strict=True)
        if abs(h) <= BESIDE_MM
    ]


def _packed(values: np.ndarray, kind: str) -> str:
    return base64.b64encode(np.ascontiguousarray(values).astype(kind).tobytes()).decode()
