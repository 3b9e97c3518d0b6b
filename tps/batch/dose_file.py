"""The computed dose of a plan as an RTDOSE, when it is asked for."""

from dataclasses import replace
from pathlib import Path

from pydicom import Dataset
from pydicom.uid import RTPlanStorage

from tps.batch.find.item import Item
from tps.batch.implant import ReadImplant
from tps.batch.options import Variant
from tps.batch.table import safely
from tps.dicom.rt.header import encode, finalise
from tps.dicom.rt.write_rtdose import build_rtdose
from tps.model import Volume


def write_dose_file(
    path: Path, item: Item, read: ReadImplant, variant: Variant, dose: Volume, identify: bool
) -> None:
    """Write the dose of one variant, in the study and frame of reference of the plan.

    Parameters
    ----------
    path : Path
        Written whole or not at all; what an interrupted run left there is replaced.
    item : Item
    read : ReadImplant
    variant : Variant
        Named in the series description.
    dose : Volume
    identify : bool
        Carry the patient's ID; otherwise the pseudonym stands in its place.
    """
    who = item.patient_id if identify else item.patient
    identity = replace(read.identity, patient_id=who)
    plan = Dataset()
    plan.SOPClassUID, plan.SOPInstanceUID = RTPlanStorage, item.plan_uid
    prescription_gy = read.implant.reference_gy
    data = build_rtdose(identity, dose, prescription_gy=prescription_gy, plan=plan if item.plan_uid else None)
    data.SeriesDescription = f"Recomputed dose, {variant.name}"
    content = encode(finalise(data))
    with safely(path) as part:
        part.write_bytes(content)
