"""A small plan that calls every kernel a real one calls: to have them compiled before the first patient."""

from dataclasses import replace

import numpy as np

from tps.dose.engine import DoseEngine
from tps.dose.grids import file_dose
from tps.geometry.sphere import sphere_structure
from tps.model import Case, Grid, Prescription, Protocol, Seed, Volume
from tps.model.case import CaseIdentity
from tps.pipeline.plan import plan_case
from tps.pipeline.request import PlanRequest
from tps.sources.library import load_source

# Voxels and size of an oval of water with a rib, lung, gas and two organs.
SPACING_MM = (2.0, 2.0, 3.0)
SHAPE = (36, 70, 90)
BODY_MM = (66.0, 55.0)
# Radius: one needle will do, which takes less to find.
TARGET_MM = 3.0


def small_case() -> Case:
    """The patient."""
    grid = Grid(-0.5 * (np.array(SHAPE[::-1]) - 1) * SPACING_MM, np.array(SPACING_MM), SHAPE)
    x, y, z = grid.centres_mm().T.reshape(3, *SHAPE)
    hu = np.where(np.hypot(x / BODY_MM[0], y / BODY_MM[1]) < 1.0, 40.0, -1000.0)
    hu[np.hypot(x + 40.0, y + 5.0) < 15.0] = -800.0
    hu[np.hypot(x - 35.0, y - 15.0) < 5.0] = 900.0
    hu[np.hypot(np.hypot(x - 40.0, y + 5.0), z) < 4.0] = -950.0
    organs = [
        replace(sphere_structure((22.0, 12.0, 0.0), 8.0, grid, "Kidney-L"), interpreted_type="ORGAN"),
        replace(sphere_structure((0.0, 0.0, 0.0), 24.0, grid, "Liver"), interpreted_type="ORGAN"),
        replace(sphere_structure((0.0, 0.0, 3.0), TARGET_MM, grid, "Target"), interpreted_type="GTV"),
    ]
    # A region with a hole: a contour within another on each plane.
    outer, hole = (sphere_structure((-15.0, 20.0, 0.0), r, grid, "Bowel") for r in (9.0, 5.0))
    organs.append(replace(outer, contours=outer.contours + hole.contours, interpreted_type="ORGAN"))
    identity = CaseIdentity(patient_position="HFS")
    return Case(Volume(grid, hu.astype(np.int16), "HU"), {s.name: s for s in organs}, identity)


def make_small_plan() -> None:
    """Plan it; nothing is written."""
    request = PlanRequest(
        targets=("Target",),
        prescription=Prescription(90.0),  # which it meets at once
        protocol=Protocol(),
        avoid={"Kidney-L": None},
        limits=("Kidney-L D0.1cc < 500 Gy",),
        cross=("Liver", "Mediastinum (from CT)"),
    )
    plan_case(small_case(), request)


def compute_small_dose() -> None:
    """The dose of two seeds in it, as its file has it."""
    along = np.array([0.0, 0.0, 1.0])
    seeds = [Seed(n, 1, np.array([0.0, 0.0, 5.0 * n]), along, 0.5) for n in (1, 2)]
    bounds = [small_case().structures["Target"].bounds_mm()]
    file_dose(DoseEngine(load_source(PlanRequest.source)), seeds, bounds, Protocol())
