"""RT Plan and RT Dose read back from disk, held against plan.json and against each other."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from tps.dicom.rt.rtdose_read import DoseRead, read_dose
from tps.dicom.rt.rtplan_read import read_plan
from tps.dose.second_check import recompute_gy
from tps.errors import PlanRefused
from tps.export.agreement import RTDOSE, RTPLAN, SAME_DOSE, contradictions, some_voxels
from tps.export.plan_json import PlanFile
from tps.model import SourceModel


@dataclass(frozen=True)
class ReadBack:
    """What was found.

    Parameters
    ----------
    seeds : int
        In the RT Plan, those there before included.
    voxels : int
        Of the RT Dose at which it was compared with the dose of these seeds.
    max_relative_difference : float
    """

    seeds: int
    voxels: int
    max_relative_difference: float

    def entry(self) -> dict:
        """As ``checks.read_back`` of plan.json."""
        return {
            "files": [RTPLAN, RTDOSE],
            "seeds": self.seeds,
            "voxels": self.voxels,
            "max_relative_difference": float(f"{self.max_relative_difference:.3g}"),
            "allowed": SAME_DOSE,
        }


def read_back(folder: Path, file: PlanFile, source: SourceModel) -> ReadBack | None:
    """Read the written files and compare them; None for a plan without seeds, which has neither.

    Parameters
    ----------
    folder : Path
        Holds the files.
    file : PlanFile
        What ``plan.json`` says, or will say.
    source : SourceModel
        For the dose of the RT Plan's seeds, by the separately coded calculation.

    Raises
    ------
    PlanRefused
        If a file says otherwise than plan.json, or the RT Dose is not the dose of the RT Plan's seeds.
    """
    found = contradictions(folder, file)
    if found:
        raise PlanRefused(
            "the files that were just written contradict each other:\n  "
            + "\n  ".join(found)
            + "\nThe plan is not handed out. Remedy: report this with the inputs."
        )
    if not (folder / RTPLAN).is_file():
        return None
    plan, dose = read_plan(folder / RTPLAN, allow_any_strength=True), read_dose(folder / RTDOSE)
    worst, voxels = _apart(plan.seeds, dose, source)
    if worst > SAME_DOSE:
        raise PlanRefused(
            f"{RTDOSE} differs by up to {100 * worst:.1f} % from the dose of the seeds in {RTPLAN}"
            f" (allowed: {100 * SAME_DOSE:g} %).\n"
            "The plan is not handed out. Remedy: report this with the source model and the inputs."
        )
    return ReadBack(len(plan.seeds), voxels, worst)


def _apart(seeds, dose: DoseRead, source: SourceModel) -> tuple[float, int]:
    """Largest relative difference of stored and recomputed dose, and at how many voxels."""
    points, stored = some_voxels(dose, seeds)
    if not len(points):
        return 0.0, 0
    again = recompute_gy(source, seeds, points)
    return float(np.abs(stored / again - 1.0).max()), len(points)
