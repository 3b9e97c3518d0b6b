"""Runs in PyGRPM's own environment, as its own process: implants as files in, D90 and the time of each out.

``python peer_pygrpm_implant.py TABLES_FOLDER POINTS_FOLDER FOLDER ...``; a line of JSON for each folder,
which holds RP.dcm and RS.dcm.  PyGRPM reads plan and contours, fills a dose grid of 2 mm over the target and
3 cm around it, and takes D90 from points it draws in the target.  The tables are ours, in its form, so that
both use the same data.

POINTS_FOLDER holds NAME.npy for each FOLDER/NAME, points (n, 3) in mm; its dose there, in Gy, is written to
NAME_dose.npy (infinite beside seeds, where it gives none), not counted in the times.
"""

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path

import numpy as np
from pygrpm.brachy_dvh.dicom.brachy_rt_plan_wrapper import BrachyRtPlanWrapper
from pygrpm.brachy_dvh.dicom.rt_struct_wrapper import RtStructWrapper
from pygrpm.tg43 import Seed

SPACING_CM, MARGIN_CM, SAMPLES = 0.2, 3.0, 60_000
# One sample is left out of D90 if it lies this near to a seed: its tables give no dose there, and it is hot.
NEAR_CM = 0.1


def dose_of(seed, plan, points):
    """Total dose (Gy) of a permanent implant at points in cm."""
    dose = np.zeros(len(points))
    for source in plan.source_positions:
        position, direction = np.asarray(source.position, float), np.asarray(source.direction, float)
        dose += np.asarray(seed.dose_at_points(points, position, direction)).ravel()
    # cGy/h to Gy
    return dose * plan.air_kerma_strength * float(np.ravel(seed.half_life)[0]) * 24 / np.log(2) / 100


def without_near(plan, points, dose):
    """The dose, infinite where a seed is so near that the tables give none of it."""
    near = np.zeros(len(points), bool)
    for source in plan.source_positions:
        near |= np.linalg.norm(points - np.asarray(source.position, float), axis=1) < NEAR_CM
    return np.where(near, np.inf, dose)


def main(arguments):
    seed, given = Seed(arguments[0], use_xarray=False), Path(arguments[1])
    for folder in map(Path, arguments[2:]):
        start = time.perf_counter()
        plan = BrachyRtPlanWrapper(folder / "RP.dcm")
        target = RtStructWrapper(folder / "RS.dcm").structures[0]
        read = time.perf_counter()
        np.random.seed(1)
        inside = np.asarray(target.sample_random_points(SAMPLES)) / 10
        sampled = time.perf_counter()
        low, high = inside.min(axis=0) - MARGIN_CM, inside.max(axis=0) + MARGIN_CM
        axes = [np.arange(a, b + SPACING_CM, SPACING_CM) for a, b in zip(low, high, strict=True)]
        grid = np.stack(np.meshgrid(*axes, indexing="ij"), axis=-1).reshape(-1, 3)
        points = np.concatenate([inside, grid])
        dose = dose_of(seed, plan, points)
        done = time.perf_counter()
        d90 = float(np.quantile(without_near(plan, inside, dose[: len(inside)]), 0.1))
        end = time.perf_counter()
        print(
            json.dumps(
                {
                    "d90_gy": d90,
                    "seconds": end - start,
                    "reading": read - start,
                    "sampling": sampled - read,
                    "dose": done - sampled,
                    "points": len(points),
                    "seeds": len(plan.source_positions),
                    "version": version("pygrpm"),
                }
            ),
            flush=True,
        )
        ours = np.load(given / f"{folder.name}.npy") / 10
        np.save(given / f"{folder.name}_dose.npy", without_near(plan, ours, dose_of(seed, plan, ours)))


if __name__ == "__main__":
    main(sys.argv[1:])
