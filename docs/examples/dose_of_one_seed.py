"""Dose around one seed: exact TG-43 along its axis and beside it."""

import numpy as np

import tps
from tps.model import Seed
from tps.sources.library import load_source

source = load_source("i125_6711")
seed = Seed(1, 1, np.zeros(3), np.array([0.0, 0.0, 1.0]), 0.762)
points = np.array([[10.0, 0, 0], [20.0, 0, 0], [0, 0, 10.0]])
rates, totals = tps.dose_at_points(source, [seed], points)
for point, rate, total in zip(points, rates, totals, strict=True):
    print(f"{point}  {rate:.3f} cGy/h  {total:.2f} Gy")
