"""Runs in PyGRPM's own environment, as its own process: implants as files in, D90 and the time of each out.

``python peer_pygrpm_implant.py TABLES_FOLDER FOLDER ...``; a line of JSON for each folder, which holds RP.dcm
and RS.dcm.  PyGRPM reads plan and contours, fills a dose grid of 2 mm over the target and 3 cm around it, and
takes D90 from points it draws in the target.  The tables are ours, in its form, so that both use the same
data.
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


def main(arguments):
    seed = Seed(arguments[0], use_xarray=False)
    for folder in map(Path, arguments[1:]):
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
        dose = np.zeros(len(points))
        near = np.zeros(len(inside), bool)
        for source in plan.source_positions:
            position = np.asarray(source.position, float)
            dose += np.asarray(
                seed.dose_at_points(points, position, np.asarray(source.direction, float))
            ).ravel()
            near |= np.linalg.norm(inside - position, axis=1) < NEAR_CM
        # cGy/h to Gy of a permanent implant
        dose *= plan.air_kerma_strength * float(np.ravel(seed.half_life)[0]) * 24 / np.log(2) / 100
        done = time.perf_counter()
        d90 = float(np.quantile(np.where(near, np.inf, dose[: len(inside)]), 0.1))
        print(
            json.dumps(
                {
                    "d90_gy": d90,
                    "seconds": time.perf_counter() - start,
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


if __name__ == "__main__":
    main(sys.argv[1:])
