"""Small CTs with synthetic seeds in memory, and how well a finder did on them."""

import numpy as np
from scipy.optimize import linear_sum_assignment

from phantoms.layers import Raster
from phantoms.scanner import Scanner
from phantoms.seed_looks import look_of
from phantoms.stamp import StampedSeed, stamp
from tps.model import Grid, Volume
from tps.postimplant import Marker, locate_seeds

MARKER = Marker(3.0, 87_000.0)
TISSUE_HU = 40.0


def raster_of(slice_mm, half_mm=45.0, pixel_mm=0.75, height_mm=35.0):
    side = np.arange(-half_mm, half_mm + 0.01, pixel_mm)
    return Raster(side, side, np.arange(-height_mm, height_mm + 0.01, slice_mm))


def volume_of(values, raster):
    origin = [raster.x_mm[0], raster.y_mm[0], raster.z_mm[0]]
    spacing = [axis[1] - axis[0] for axis in (raster.x_mm, raster.y_mm, raster.z_mm)]
    return Volume(Grid(origin, spacing, values.shape), values, "HU")


def ct_with(seeds, slice_mm, *, decoys=(), behind=None, seed=0, noise_hu=12.0, **scanner):
    raster = raster_of(slice_mm)
    hu = np.full(raster.shape, TISSUE_HU) if behind is None else behind
    how = Scanner(slice_mm=slice_mm, noise_hu=noise_hu, **scanner)
    return volume_of(stamp(hu, raster, seeds, look_of("6711"), how, decoys, seed), raster)


def isolated(count, rng, tilted=True):
    """Seeds 14 mm apart, at random axes."""
    found = []
    for n in range(count):
        at = np.array([n % 4 - 1.5, n // 4 % 4 - 1.5, n // 16 - 0.5]) * 14 + rng.uniform(-2, 2, 3)
        axis = rng.normal(size=3) * [1, 1, 1 if tilted else 0.1]
        found.append(StampedSeed(at, axis / np.linalg.norm(axis)))
    return found


def located(ct, **options):
    return locate_seeds(ct, MARKER, **options)


def matched(seeds, found, gate_mm=2.5):
    """Pairs (truth, found), one to one, nearer than the gate."""
    truth = np.array([s.position_mm for s in seeds]).reshape(-1, 3)
    there = np.array([s.position_mm for s in found.seeds]).reshape(-1, 3)
    distance = np.linalg.norm(truth[:, None] - there[None], axis=2)
    rows, columns = linear_sum_assignment(np.where(distance <= gate_mm, distance, 1e3))
    return [
        (seeds[i], found.seeds[j]) for i, j in zip(rows, columns, strict=True) if distance[i, j] <= gate_mm
    ]


def errors_mm(pairs):
    return np.array([np.linalg.norm(t.position_mm - f.position_mm) for t, f in pairs])


def angles_deg(pairs):
    return np.degrees([np.arccos(min(1.0, abs(float(t.direction @ f.direction)))) for t, f in pairs])
