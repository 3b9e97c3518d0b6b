"""RT Plans and RT Doses made for one test each, as other systems write them."""

import numpy as np
from made_dicom import FRAME, blank
from pydicom import Dataset

RTPLAN = "1.2.840.10008.5.1.4.1.1.481.5"
RTDOSE = "1.2.840.10008.5.1.4.1.1.481.2"
MEAN_LIFE_S = 7404142.0
STRENGTH_U = 0.531


def seed_positions(count=36):
    """Places 10 mm apart, (count, 3)."""
    k = np.arange(count)
    return np.column_stack([10.0 * (k % 4) - 15.3, 10.0 * (k // 4 % 3) - 42.1, 10.0 * (k // 12) + 5.5])


def source(number, strength_u, isotope="I-125", half_life_d=59.4, **changes):
    item = Dataset()
    item.SourceNumber, item.SourceType, item.SourceManufacturer = number, "LINE", "somebody"
    item.SourceIsotopeName, item.SourceIsotopeHalfLife = isotope, half_life_d
    item.ReferenceAirKermaRate = strength_u
    item.SourceStrengthReferenceDate, item.SourceStrengthReferenceTime = "20240115", "093000"
    for keyword, value in changes.items():
        if value is None:
            delattr(item, keyword)
        else:
            setattr(item, keyword, value)
    return item


def control_points(positions, weights, orientation=None):
    points = []
    for k, (position, weight) in enumerate(zip(positions, weights, strict=True)):
        point = Dataset()
        point.ControlPointIndex, point.CumulativeTimeWeight = k, float(weight)
        point.ControlPointRelativePosition = float(k)
        point.ControlPoint3DPosition = [float(v) for v in position]
        if orientation is not None:
            point.ControlPointOrientation = [float(v) for v in orientation]
        points.append(point)
    return points


def channel(points, number=1, source_number=1, total_s=MEAN_LIFE_S, final=100.0):
    item = Dataset()
    item.ChannelNumber, item.ChannelTotalTime = number, total_s
    item.SourceMovementType, item.ReferencedSourceNumber = "STEPWISE", source_number
    item.NumberOfControlPoints, item.FinalCumulativeTimeWeight = len(points), final
    item.ChannelLength = 100.0
    item.BrachyControlPointSequence = points
    return item


def setup(number, channels, kind="INTERSTITIAL", kerma=None):
    item = Dataset()
    item.ApplicationSetupNumber, item.ApplicationSetupType = number, kind
    if kerma is not None:
        item.TotalReferenceAirKerma = float(kerma)
    if channels is not None:
        item.ChannelSequence = channels
    return item


def plan(setups, sources, kind="LDR", prescription_gy=145.0):
    dataset = blank(RTPLAN, "1.2.3.4.20", "RTPLAN")
    dataset.SeriesInstanceUID, dataset.FrameOfReferenceUID = "1.2.3.4.21", FRAME
    dataset.RTPlanLabel, dataset.ApprovalStatus = "post", "APPROVED"
    dataset.RTPlanGeometry, dataset.Manufacturer = "PATIENT", "Other"
    dataset.BrachyTreatmentType, dataset.BrachyTreatmentTechnique = kind, "INTERSTITIAL"
    dataset.SourceSequence, dataset.ApplicationSetupSequence = sources, setups
    group = Dataset()
    group.FractionGroupNumber, group.NumberOfBrachyApplicationSetups = 1, len(setups)
    group.ReferencedBrachyApplicationSetupSequence = []
    for item in setups:
        referenced = Dataset()
        referenced.ReferencedBrachyApplicationSetupNumber = item.ApplicationSetupNumber
        referenced.BrachyApplicationSetupDose = prescription_gy
        group.ReferencedBrachyApplicationSetupSequence.append(referenced)
    dataset.FractionGroupSequence = [group]
    structures = Dataset()
    structures.ReferencedSOPClassUID = "1.2.840.10008.5.1.4.1.1.481.3"
    structures.ReferencedSOPInstanceUID = "1.2.3.4.9"
    dataset.ReferencedStructureSetSequence = [structures]
    return dataset


def wild_plan(positions=None):
    """The plan of another system as described by those who met it: every seed in a setup of its own."""
    positions = seed_positions() if positions is None else positions
    kerma = len(positions) * STRENGTH_U * MEAN_LIFE_S / 3600
    setups = []
    for k, place in enumerate(positions):
        beside = place + (0, 0, 1.0)
        points = control_points([place, place, beside, beside], (0, 100, 0, 0))
        setups.append(setup(k + 1, [channel(points)], kerma=kerma))
    setups.append(setup(len(positions) + 1, None, kind="UNDEFINED", kerma=kerma))
    dataset = plan(setups, [source(1, STRENGTH_U), source(2, 0.0)])
    machine = Dataset()
    machine.TreatmentMachineName = "HDR afterloader"
    dataset.TreatmentMachineSequence = [machine]
    return dataset


def rtdose(
    values_gy, offsets, bits=16, origin=(-10.0, -12.0, 30.0), orientation=(1, 0, 0, 0, 1, 0), **changes
):
    """Dose of shape (frames, rows, columns) whose frame k lies at ``offsets[k]``."""
    values = np.asarray(values_gy, float)
    scaling = float(values.max()) / (2**bits - 1)
    dataset = blank(RTDOSE, "1.2.3.4.30", "RTDOSE")
    dataset.SeriesInstanceUID, dataset.FrameOfReferenceUID = "1.2.3.4.31", FRAME
    dataset.ImagePositionPatient = [float(v) for v in origin]
    dataset.ImageOrientationPatient = [float(v) for v in orientation]
    dataset.PixelSpacing = [2.0, 3.0]
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.NumberOfFrames, dataset.Rows, dataset.Columns = values.shape
    dataset.BitsAllocated = dataset.BitsStored = bits
    dataset.HighBit, dataset.PixelRepresentation = bits - 1, 0
    dataset.DoseUnits, dataset.DoseType, dataset.DoseSummationType = "GY", "PHYSICAL", "PLAN"
    dataset.GridFrameOffsetVector = [float(v) for v in offsets]
    dataset.DoseGridScaling = f"{scaling:.10g}"
    stored = np.rint(values / float(dataset.DoseGridScaling)).astype(f"<u{bits // 8}")
    for keyword, value in changes.items():
        if value is None:
            delattr(dataset, keyword)
        else:
            setattr(dataset, keyword, value)
    dataset.add_new(0x7FE00010, "OW", stored.tobytes())
    return dataset


def dvh(pairs, rois=(1,), **changes):
    item = Dataset()
    item.DVHType, item.DoseUnits, item.DoseType = "CUMULATIVE", "GY", "PHYSICAL"
    item.DVHDoseScaling, item.DVHVolumeUnits = 1.0, "CM3"
    item.DVHNumberOfBins, item.DVHData = len(pairs) // 2, [float(v) for v in pairs]
    item.DVHReferencedROISequence = []
    for number in rois:
        roi = Dataset()
        roi.DVHROIContributionType, roi.ReferencedROINumber = "INCLUDED", number
        item.DVHReferencedROISequence.append(roi)
    for keyword, value in changes.items():
        setattr(item, keyword, value)
    return item
