"""What a printed plan goes by: a short number for people, and a sum of what is to be carried out.

- The *plan's number* is made of the RT Plan's UID: two exports have two numbers.
- The *version* is made of needles, seeds, strengths, source, prescription and the scan's frame of reference:
  two plans that would be carried out alike have one version, whenever they were written.
"""

import hashlib
from dataclasses import dataclass, field

from tps.dicom.identity.anonymise import anonymous_patient
from tps.formats.seeds_csv import seeds_csv
from tps.model import Case, Plan

RTPLAN = "RTPLAN.dcm"

VERSION_DIGITS = 12


@dataclass(frozen=True)
class PlanIdentity:
    """One written plan.

    Parameters
    ----------
    number : str
        "4F2A-91BC".
    version : str
        Twelve hexadecimal digits.
    patient : str
        The pseudonym by which tables name the patient.
    uids : dict of str to str
        SOP Instance UID of each DICOM file, by its name.
    """

    number: str
    version: str
    patient: str
    uids: dict[str, str] = field(default_factory=dict)

    @staticmethod
    def of(case: Case, plan: Plan, uids: dict[str, str] | None = None) -> "PlanIdentity":
        """Of a plan whose DICOM files have these identifiers; a plan without any goes by its version."""
        version, uids = plan_version(case, plan), dict(uids or {})
        digest = hashlib.sha256(uids.get(RTPLAN, version).encode()).hexdigest().upper()
        who = case.identity
        patient = anonymous_patient(who.patient_id, who.study_uid)
        return PlanIdentity(f"{digest[:4]}-{digest[4:8]}", version, patient, uids)


def plan_version(case: Case, plan: Plan) -> str:
    """The version of a plan on the scan of a case."""
    lines = [
        case.identity.frame_of_reference_uid,
        f"{plan.source} {plan.prescription.dose_gy:.6f} Gy {plan.prescription.metric}",
        *(
            " ".join(f"{v + 0.0:.6f}" for v in (*n.entry_mm.round(6), *n.tip_mm.round(6)))
            for n in plan.needles
        ),
        seeds_csv(plan.seeds),
    ]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:VERSION_DIGITS]
