"""The hand-made plan after its implant: the same oval with seeds in it, one lost, verified."""

import json
from pathlib import Path

import numpy as np
from export_case import write_ct
from hand_plans import SKIN_MM, write_hand_plan
from pydicom import dcmread

from phantoms.layers import Raster
from phantoms.scanner import Scanner
from phantoms.seed_looks import look_of
from phantoms.stamp import StampedSeed, stamp
from tps.pipeline.verify import verify
from tps.pipeline.write_verified import write_verified

# Finer than the planning scan's: a seed is to be seen.
SHAPE, SPACING_MM = (32, 160, 176), (2.5, 1.0, 1.0)

LOST = 12
OFF_MM = np.array([1.0, -0.5, 0.8])


def write_hand_implant(folder: Path) -> tuple[Path, Path]:
    """Plan folder and verified folder; every seed lies ``OFF_MM`` off, number ``LOST`` is not there."""
    plan = write_hand_plan(folder)
    post = _write_post(folder / "post", json.loads((plan / "plan.json").read_text())["seeds"])
    # A homogeneous oval has nothing to register: both scans are in one frame.
    found = verify(plan, post, by="none", draws=20)
    return plan, write_verified(found, folder / "verified", report=False).folder


def _write_post(folder: Path, planned: list[dict]) -> Path:
    paths = sorted(write_ct(folder, shape=SHAPE, spacing=SPACING_MM).iterdir())
    slices = sorted((dcmread(path) for path in paths), key=lambda ds: float(ds.ImagePositionPatient[2]))
    x0, y0, z0 = map(float, slices[0].ImagePositionPatient)
    raster = Raster(
        *(v + s * np.arange(n) for v, s, n in zip((x0, y0, z0), (1.0, 1.0, 2.5), SHAPE[::-1], strict=True))
    )
    across, down = (
        (raster.x_mm - raster.x_mm.mean()) / SKIN_MM[0],
        (raster.y_mm - raster.y_mm.mean()) / SKIN_MM[1],
    )
    oval = np.hypot(across[None, :], down[:, None]) < 1.0
    hu = np.broadcast_to(np.where(oval, 10.0, -1000.0), raster.shape).copy()
    there = [s for s in planned if s["id"] != LOST]
    seeds = [StampedSeed(np.array(s["position_mm"]) + OFF_MM, np.array(s["direction"])) for s in there]
    values = stamp(hu, raster, seeds, look_of("6711"), Scanner(slice_mm=2.5, noise_hu=10.0))
    for ds, image in zip(slices, values, strict=True):
        ds.PixelData = (image.astype(int) + 1024).astype("<u2").tobytes()
        ds.save_as(ds.filename)
    return folder
