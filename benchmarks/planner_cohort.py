"""Planner: a cohort as in a clinic's published table: random patients, one to three lesions, 90 to 165 Gy."""

import tempfile
from pathlib import Path

import numpy as np

from benchmarks.planner_cases import SLICE_MM
from phantoms.cohort import write_random_phantom
from phantoms.errors import PhantomError
from tps.model import Prescription
from tps.pipeline.load import load_case
from tps.pipeline.plan import plan_case
from tps.pipeline.request import PlanRequest

DOCUMENT = "docs/planner.md"

PATIENTS = 50

# Lesion sizes of the published table, mean and spread, mm, cut off where no implant would be made.
SIZE_MM, SPREAD_MM, CUT_MM = 30.0, 15.0, (8.0, 70.0)

# What the phantoms can paint.
DRAWN_MM = (8.0, 50.0)

# Published: seeds per patient, mean and spread.
PUBLISHED_SEEDS = (29.4, 20.8)


def run(options) -> dict:
    """Plan every patient; each has a prescription of its own."""
    rng = np.random.default_rng(2026)
    rows, no_room = [], 0
    while len(rows) < (5 if options.quick else PATIENTS):
        lesions = int(rng.integers(1, 4))
        size = np.inf
        while not CUT_MM[0] <= size <= CUT_MM[1]:
            size = rng.normal(SIZE_MM, SPREAD_MM)
        size, dose_gy = float(np.clip(size, *DRAWN_MM)), float(rng.integers(18, 34) * 5)
        try:
            rows.append(_plan(len(rows), lesions, size, dose_gy))
        except PhantomError:
            # So many lesions of this size do not fit into the body: another patient in its place.
            no_room += 1
    return {"patients": rows, "no_room": no_room}


def _plan(number: int, lesions: int, size_mm: float, dose_gy: float) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "patient"
        size = (max(size_mm - 2.0, DRAWN_MM[0]), min(size_mm + 2.0, DRAWN_MM[1]))
        write_random_phantom(out, number, lesions, diameter_mm=size, slice_mm=SLICE_MM)
        case = load_case(out / "ct", out / "rtstruct.dcm")
    targets = tuple(name for name in case.structures if name.startswith("Target"))
    result = plan_case(case, PlanRequest(targets=targets, prescription=Prescription(dose_gy)))
    metrics = [result.evaluation.metrics[name] for name in targets]
    return {
        "lesions": len(targets),
        "size_mm": size_mm,
        "volume_cc": sum(m["volume_cc"] for m in metrics),
        "prescription_gy": dose_gy,
        "met": result.plan.status == "met",
        "needles": len(result.plan.needles),
        "seeds": len(result.plan.seeds),
        "v100": min(m["v100"] for m in metrics),
        "v150": float(np.mean([m["v150"] for m in metrics])),
        "solve_s": result.timing_s["optimising"],
    }


def lines(result: dict) -> list[str]:
    """The table a person reads."""
    rows = result["patients"]

    def spread(key: str) -> str:
        values = np.array([r[key] for r in rows], float)
        return f"{values.mean():.1f} +- {values.std(ddof=1):.1f}"

    met = sum(r["met"] for r in rows)
    return [
        f"{len(rows)} patients, {spread('lesions')} lesions of {spread('size_mm')} mm, 0.6 mCi seeds,"
        f" prescribed {spread('prescription_gy')} Gy to the minimum peripheral dose",
        f"targets of a patient together {spread('volume_cc')} cc;"
        f" {result['no_room']} more draws found no room",
        f"seeds per patient {spread('seeds')} (published {PUBLISHED_SEEDS[0]} +- {PUBLISHED_SEEDS[1]}),"
        f" needles {spread('needles')}",
        f"met in {met}; mean V150 {np.mean([r['v150'] for r in rows]):.0%};"
        f" solving {np.median([r['solve_s'] for r in rows]):.1f} s in the median,"
        f" {max(r['solve_s'] for r in rows):.1f} s at most",
    ]
