"""A patient with a large scan and a plan of 60 seeds, laid out by hand, as folders like any user's."""

from dataclasses import replace
from pathlib import Path

import numpy as np

from phantoms.catalogue import scene, usual_position
from phantoms.write import write_scene
from tps.model import Needle, Prescription, Seed
from tps.pipeline.edits import Edit
from tps.pipeline.finish import finish
from tps.pipeline.load import load_case
from tps.pipeline.prepare import prepare
from tps.pipeline.reevaluate import judged_layout
from tps.pipeline.request import PlanRequest
from tps.pipeline.write import write_plan

PHANTOM, TARGET = "liver_metastasis", "Target"

# Slices and pixels of a slice.
SCAN, QUICK_SCAN = (200, 512), (60, 256)

# Eight seeds a needle, 10 mm apart both ways.
NEEDLES, SEEDS, ON_NEEDLE, APART_MM, ALONG_MM = 8, 60, 8, 10.0, 10.0
STRENGTH_U = 0.6


def write_patient(folder: Path, slices: int, pixels: int) -> Path:
    """The phantom in so many slices of ``pixels`` x ``pixels``: ``ct`` and ``rtstruct.dcm`` in a folder."""
    usual = scene(PHANTOM)
    wide = max(usual.pixels) * usual.pixel_mm
    finer = replace(usual, pixels=(pixels, pixels), pixel_mm=wide / pixels)
    slice_mm = (usual.z_mm[1] - usual.z_mm[0]) / (slices - 1)
    # Planes lie at whole multiples of their distance.
    first = np.ceil(usual.z_mm[0] / slice_mm) * slice_mm
    finer = replace(finer, z_mm=(first - 0.1 * slice_mm, first + (slices - 0.9) * slice_mm))
    return write_scene(
        finer, folder, slice_mm=slice_mm, position=usual_position(PHANTOM), upright=True, seed=0
    )


def layout(centre_mm: np.ndarray) -> Edit:
    """Parallel needles from in front, in two rows."""
    needles, seeds = [], []
    for n in range(NEEDLES):
        aside = np.array([(n % 4 - 1.5) * APART_MM, 0.0, (n // 4 - 0.5) * APART_MM])
        tip = centre_mm + aside + [0.0, 0.5 * ON_NEEDLE * ALONG_MM, 0.0]
        needles.append(Needle(n + 1, tip - [0.0, 150.0, 0.0], tip, target=TARGET))
        for k in range(min(ON_NEEDLE, SEEDS - len(seeds))):
            place = tip - [0.0, 3.0 + k * ALONG_MM, 0.0]
            seeds.append(Seed(len(seeds) + 1, n + 1, place, [0.0, 1.0, 0.0], STRENGTH_U))
    return Edit(tuple(needles), tuple(seeds))


def large_plan(folder: Path, quick: bool) -> Path:
    """The folder of that plan, beside its patient; made if it is not there."""
    if (folder / "plan").is_dir():
        return folder / "plan"
    patient = write_patient(folder / "patient", *(QUICK_SCAN if quick else SCAN))
    case = load_case(patient / "ct", patient / "rtstruct.dcm")
    request = PlanRequest(targets=(TARGET,), prescription=Prescription(120.0), strength_u=STRENGTH_U)
    prepared = prepare(case, request, search=False)
    edit = layout(prepared.regions.planned[0].centroid_mm)
    result = finish(case, request, prepared, judged_layout(prepared, request, edit, "the benchmark"))
    return write_plan(result, folder / "plan", report=False).folder
