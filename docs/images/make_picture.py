"""Draw the README's picture: a phantom, planned by the same calls as in the README.  `make picture`."""

import tempfile
from pathlib import Path

import phantoms
import tps
from tps.pipeline.request import PlanRequest
from tps.report.overview_figure import hero_picture

PHANTOM = "liver_metastasis"

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        patient = phantoms.write_phantom(PHANTOM, Path(folder) / "patient")
        case = tps.load_case(patient / "ct", patient / "rtstruct.dcm")
    result = tps.plan_case(case, PlanRequest(targets=("Target",)))
    Path(__file__).with_name("plan.png").write_bytes(hero_picture(result))
