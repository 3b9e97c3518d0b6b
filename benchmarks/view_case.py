"""A patient with a large scan and 60 seeds, laid out by hand, on the desk of the workstation."""

import tempfile
from dataclasses import replace
from pathlib import Path

import numpy as np

import phantoms
from tps.model import Case, Grid, Needle, Plan, Prescription, Seed, Volume
from tps.pipeline.load import load_case
from tps.pipeline.plan import prepare
from tps.pipeline.request import PlanRequest
from tps.workstation.arrangement import Arrangement
from tps.workstation.basis import Basis
from tps.workstation.desk import Desk

PHANTOM, TARGET = "liver_metastasis", "Target"
SHAPE, QUICK_SHAPE = (200, 512, 512), (100, 256, 256)

# Eight seeds a needle, 10 mm apart both ways.
NEEDLES, SEEDS, ON_NEEDLE, APART_MM, ALONG_MM = 8, 60, 8, 10.0, 10.0
STRENGTH_U = 0.6


def large_scan(ct: Volume, shape: tuple[int, int, int]) -> Volume:
    """The same patient in so many voxels: each takes the value of the nearest."""
    grid = ct.grid
    steps = np.array(grid.shape[::-1]) / np.array(shape[::-1])
    index = [
        np.minimum((np.arange(n) * s).astype(int), m - 1)
        for n, s, m in zip(shape, steps[::-1], grid.shape, strict=True)
    ]
    finer = Grid(grid.origin_mm, grid.spacing_mm * steps, shape, grid.axes)
    return Volume(finer, np.ascontiguousarray(ct.values[np.ix_(*index)]), ct.quantity)


def layout(centre_mm: np.ndarray) -> tuple[tuple[Needle, ...], tuple[Seed, ...]]:
    """Parallel needles from in front, in two rows."""
    needles, seeds = [], []
    for n in range(NEEDLES):
        aside = np.array([(n % 4 - 1.5) * APART_MM, 0.0, (n // 4 - 0.5) * APART_MM])
        tip = centre_mm + aside + [0.0, 0.5 * ON_NEEDLE * ALONG_MM, 0.0]
        needles.append(Needle(n + 1, tip - [0.0, 150.0, 0.0], tip, target=TARGET))
        for k in range(min(ON_NEEDLE, SEEDS - len(seeds))):
            place = tip - [0.0, 3.0 + k * ALONG_MM, 0.0]
            seeds.append(Seed(len(seeds) + 1, n + 1, place, [0.0, 1.0, 0.0], STRENGTH_U))
    return tuple(needles), tuple(seeds)


def large_desk(quick: bool) -> Desk:
    """The desk with that plan on it."""
    with tempfile.TemporaryDirectory() as place:
        folder = phantoms.write_phantom(PHANTOM, Path(place) / "patient")
        case = load_case(Path(folder) / "ct", Path(folder) / "rtstruct.dcm")
    case = replace(case, ct=large_scan(case.ct, QUICK_SHAPE if quick else SHAPE))
    return _desk(case)


def _desk(case: Case) -> Desk:
    request = PlanRequest(targets=(TARGET,), prescription=Prescription(120.0), strength_u=STRENGTH_U)
    prepared = prepare(case, request, search=False)
    needles, seeds = layout(prepared.regions.planned[0].centroid_mm)
    plan = Plan(prepared.source.name, request.prescription, (TARGET,), needles, seeds, status="not-met")
    desk = Desk(case)
    desk.open(Basis.of(case, request, prepared, plan), Arrangement.of(plan))
    return desk
