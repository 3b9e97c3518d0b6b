"""Write a dose distribution, with the dose-volume histograms of the plan.

Dose near a seed goes to thousands of Gy, of which nobody needs the digits, while 0.05 Gy at the prescription
is worth having.  With 16 bits the largest dose that can be told apart is therefore capped at
``CAP_PRESCRIPTIONS`` times the prescription (2400 Gy at 120 Gy, in steps of 0.037 Gy); hotter voxels are
written as the cap and the Dose Comment says so.  With 32 bits nothing is capped and a step is below a
micro-gray, but many readers, and the validator of dicom3tools, do not take 32 bits: 16 is the default.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pydicom import Dataset
from pydicom.tag import Tag
from pydicom.uid import RTDoseStorage
from pydicom.valuerep import DSfloat

from tps.dicom.rt.header import (
    LO_LENGTH,
    NOTICE,
    Stamp,
    check_text,
    decimal,
    decimals,
    finalise,
    new_object,
    reference,
    roi_numbers,
    save,
    set_long_decimals,
)
from tps.errors import BadInput
from tps.model import CaseIdentity, Volume
from tps.model.grid import frozen_array

CAP_PRESCRIPTIONS = 20.0

# Significant digits of the dose of one stored unit; as many as a decimal string surely holds.
_SCALING_DIGITS = 10


@dataclass(frozen=True, eq=False)
class DvhTable:
    """A cumulative DVH as DICOM has it.

    Parameters
    ----------
    roi : str
    bin_width_gy : (n,) float
        Widths of the bins, from dose 0 upwards, > 0.
    volume_cc : (n,) float
        Volume that gets at least the dose at which the bin begins.
    min_gy, mean_gy, max_gy : float
    """

    roi: str
    bin_width_gy: np.ndarray
    volume_cc: np.ndarray
    min_gy: float
    mean_gy: float
    max_gy: float

    def __post_init__(self):
        width = frozen_array(self.bin_width_gy, (None,), "bin_width_gy")
        volume = frozen_array(self.volume_cc, (len(width),), "volume_cc")
        if not len(width) or np.any(width <= 0):
            raise ValueError(f"DVH of {self.roi!r}: it needs bins, all of positive width")
        if volume[-1] < 0 or np.any(np.diff(volume) > 0):
            raise ValueError(f"DVH of {self.roi!r}: a cumulative volume must fall with the dose")
        object.__setattr__(self, "bin_width_gy", width)
        object.__setattr__(self, "volume_cc", volume)


def build_rtdose(
    identity: CaseIdentity,
    dose: Volume,
    *,
    prescription_gy: float,
    plan: Dataset | None = None,
    structure_set: Dataset | None = None,
    dvhs: Sequence[DvhTable] = (),
    bits: int = 16,
    stamp: Stamp | None = None,
) -> Dataset:
    """An RT Dose in the study and frame of reference of the CT.

    Parameters
    ----------
    identity : CaseIdentity
        Of the scan that the dose belongs to.
    dose : Volume
        Total dose, Gy.
    prescription_gy : float
        Sets the cap of a 16-bit file.
    plan : Dataset, optional
        The RT Plan it belongs to.
    structure_set : Dataset, optional
        The structure set the DVHs refer to.
    dvhs : sequence of DvhTable
        Of ROIs in ``structure_set``.
    bits : {16, 32}
    stamp : Stamp, optional
        When the export is made; default: now.

    Raises
    ------
    BadInput
        If the volume is not a dose in Gy, holds negative or non-finite values, ``bits`` is neither 16 nor 32,
        or a DVH is of an ROI that is not in the structure set.
    """
    stamp = stamp or Stamp.now()
    _check(dose, bits)
    ds = new_object(identity, RTDoseStorage, "RTDOSE", "Dose", stamp)
    ds.InstanceNumber = 1
    ds.ContentDate, ds.ContentTime = stamp.date, stamp.time
    _set_geometry(ds, dose)
    clipped = _set_pixels(ds, dose.values, CAP_PRESCRIPTIONS * prescription_gy, bits)
    ds.DoseUnits, ds.DoseType, ds.DoseSummationType = "GY", "PHYSICAL", "PLAN"
    comment = f"{NOTICE}."
    if clipped:
        comment += f" Doses above {CAP_PRESCRIPTIONS * prescription_gy:g} Gy are capped."
    ds.DoseComment = check_text(comment, LO_LENGTH, "Dose Comment")
    ds.TissueHeterogeneityCorrection = "WATER"
    if plan is not None:
        ds.ReferencedRTPlanSequence = [reference(plan.SOPClassUID, plan.SOPInstanceUID)]
    if dvhs:
        if structure_set is None:
            raise BadInput("DVHs without a structure set", where="RT Dose", remedy="name the structure set")
        ds.ReferencedStructureSetSequence = [
            reference(structure_set.SOPClassUID, structure_set.SOPInstanceUID)
        ]
        numbers = roi_numbers(structure_set)
        ds.DVHSequence = [_dvh(table, numbers) for table in dvhs]
    return finalise(ds)


def write_rtdose(identity: CaseIdentity, dose: Volume, path: Path | str, **options) -> Dataset:
    """Write the RT Dose of ``build_rtdose`` (same ``options``) to a new file, and return it.

    Parameters
    ----------
    identity, dose : as for ``build_rtdose``
    path : path
    **options

    Raises
    ------
    BadInput
        As ``build_rtdose``.
    OutputRefused
        If the file exists or cannot be written.
    """
    return save(build_rtdose(identity, dose, **options), path)


def _check(dose: Volume, bits: int) -> None:
    if dose.quantity != "Gy":
        raise BadInput(f"the volume holds {dose.quantity!r}", where="RT Dose", expected="a dose in Gy")
    if bits not in (16, 32):
        raise BadInput(f"{bits} bits", where="RT Dose", expected="16 or 32 bits")
    if not np.all(np.isfinite(dose.values)) or dose.values.min() < 0:
        raise BadInput("the dose has values that are negative or not finite", where="RT Dose")


def _set_geometry(ds: Dataset, dose: Volume) -> None:
    grid = dose.grid
    ds.ImagePositionPatient = decimals(grid.origin_mm)
    ds.ImageOrientationPatient = decimals(grid.axes[:2], 10)
    ds.PixelSpacing = decimals(grid.spacing_mm[[1, 0]])
    ds.SliceThickness = decimal(grid.spacing_mm[2])
    ds.NumberOfFrames, ds.Rows, ds.Columns = grid.shape
    ds.FrameIncrementPointer = Tag("GridFrameOffsetVector")
    along = np.sign(np.cross(grid.axes[0], grid.axes[1]) @ grid.axes[2])
    ds.GridFrameOffsetVector = decimals(along * grid.spacing_mm[2] * np.arange(grid.shape[0]))


def _set_pixels(ds: Dataset, values: np.ndarray, cap_gy: float, bits: int) -> bool:
    """Set pixel data and scaling; True if a voxel was capped."""
    highest = float(values.max())
    top = min(highest, cap_gy) if bits == 16 else highest
    steps = 2**bits - 1
    scaling = DSfloat(f"{(top or 1.0) / steps:.{_SCALING_DIGITS - 1}e}")
    stored = np.empty(values.shape, f"<u{bits // 8}")
    for plane, doses in zip(stored, values, strict=True):
        plane[:] = np.rint(np.minimum(doses.astype(float) / float(scaling), steps))
    ds.SamplesPerPixel, ds.PhotometricInterpretation = 1, "MONOCHROME2"
    ds.BitsAllocated = ds.BitsStored = bits
    ds.HighBit, ds.PixelRepresentation = bits - 1, 0
    ds.DoseGridScaling = scaling
    ds.PixelData = stored.tobytes() + b"\0" * (stored.size * bits // 8 % 2)
    ds["PixelData"].VR = "OW"
    return highest > top


def _dvh(table: DvhTable, numbers: dict[str, int]) -> Dataset:
    if table.roi not in numbers:
        raise BadInput(
            f"the structure set has no ROI named {table.roi!r}",
            where="DVH of the RT Dose",
            expected=f"one of: {', '.join(numbers)}",
        )
    item = Dataset()
    item.DVHType, item.DoseUnits, item.DoseType = "CUMULATIVE", "GY", "PHYSICAL"
    item.DVHDoseScaling = decimal(1.0)
    item.DVHVolumeUnits = "CM3"
    item.DVHNumberOfBins = len(table.bin_width_gy)
    set_long_decimals(item, "DVHData", np.stack([table.bin_width_gy, table.volume_cc], axis=1))
    item.DVHMinimumDose, item.DVHMaximumDose = decimal(table.min_gy), decimal(table.max_gy)
    item.DVHMeanDose = decimal(table.mean_gy)
    roi = Dataset()
    roi.DVHROIContributionType = "INCLUDED"
    roi.ReferencedROINumber = numbers[table.roi]
    item.DVHReferencedROISequence = [roi]
    return item
