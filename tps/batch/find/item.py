"""One plan to work on: where its files lie, and what is known before any of them is read."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Item:
    """A plan with the files that belong to it; small and picklable, so that it can travel to a worker.

    Parameters
    ----------
    case : str
        Pseudonym of the plan, unique in the run.
    plan_file : str
        ``plan.json`` of a plan folder, or an RTPLAN.
    structures_file, dose_file, existing_file : str
        RTSTRUCT, RTDOSE and list of seeds that were there before; "" where there is none.
    targets : tuple of str
        ROI names to treat as targets; empty: as the plan or the ROI types say.
    source : str
        Source model of this plan; "": as the plan says.
    prescription_gy : float, optional
        Prescription of this plan; None: as the plan says.
    trouble : str
        Why it cannot be computed, if that is known already; "" otherwise.
    warnings : tuple of str
        What was unusual when its files were put together.
    copies : tuple of str
        Identical copies of the plan that were left out.
    patient : str
        Pseudonym of the patient.
    patient_id, plan_uid : str
        As in the files; go into the table only when asked for.
    words : tuple of str
        Of names and numbers in the files that tell who the patient is: taken out of what the table says.
    """

    case: str
    plan_file: str
    structures_file: str = ""
    dose_file: str = ""
    existing_file: str = ""
    targets: tuple[str, ...] = ()
    source: str = ""
    prescription_gy: float | None = None
    trouble: str = ""
    warnings: tuple[str, ...] = ()
    patient: str = ""
    patient_id: str = ""
    plan_uid: str = ""
    copies: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def files(self) -> dict[str, str]:
        """The files by the part they play; those that are missing left out."""
        parts = {
            "plan": self.plan_file,
            "structures": self.structures_file,
            "dose": self.dose_file,
            "existing": self.existing_file,
        }
        return {part: path for part, path in parts.items() if path}
