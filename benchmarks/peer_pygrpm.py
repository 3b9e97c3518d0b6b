"""Runs in PyGRPM's own environment, as its own process: seeds and points in, doses and the time out.

``python peer_pygrpm.py IN.npz TABLES_FOLDER OUT.npz``; PyGRPM reads the tables from the folder.
"""

import json
import sys
import time
from importlib.metadata import version

import numpy as np
from pygrpm.tg43 import Seed


def main(arguments):
    given, tables, result = np.load(arguments[0]), arguments[1], arguments[2]
    points = given["points_cm"]
    seed = Seed(tables, use_xarray=False)
    start = time.perf_counter()
    dose = np.zeros(len(points))
    inside = np.ones(len(points), bool)
    for position, direction, strength in zip(
        given["positions_cm"], given["directions"], given["strengths"], strict=True
    ):
        one = np.asarray(seed.dose_at_points(points, position, direction)).ravel()
        inside &= one > 0
        dose += strength * one
    seconds = time.perf_counter() - start
    info = {"pygrpm": version("pygrpm"), "numpy": np.__version__, "python": sys.version.split()[0]}
    np.savez(result, dose=dose, inside=inside, seconds=seconds, versions=json.dumps(info))


if __name__ == "__main__":
    main(sys.argv[1:])
