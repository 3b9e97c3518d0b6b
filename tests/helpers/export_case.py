"""A small patient for the tests of writing: a water cylinder as CT, a ball as target, a hand-made plan."""

import json
from dataclasses import replace
from datetime import datetime

import numpy as np
from pydicom import Dataset, dcmwrite
from pydicom.dataset import FileMetaDataset
from pydicom.uid import CTImageStorage, ExplicitVRLittleEndian

from tps.dicom.case import read_case
from tps.dicom.rt.header import Stamp
from tps.dose.engine import DoseEngine
from tps.dose.grids import file_dose
from tps.dose.second_check import SecondCheck
from tps.evaluate.dvh import Dvh
from tps.evaluate.evaluation import Evaluation
from tps.export.integrity import sealed, sums_of
from tps.export.plan_folder import ExportOptions, plan_files
from tps.formats.folder import write_folder
from tps.model import Contour, Grid, Needle, Plan, Prescription, Protocol, Seed, Structure

# Row and column direction of the image as a scanner stores it, by patient position.
ORIENTATION = {
    "HFS": (1, 0, 0, 0, 1, 0),
    "HFP": (-1, 0, 0, 0, -1, 0),
    "FFS": (-1, 0, 0, 0, 1, 0),
    "FFP": (1, 0, 0, 0, -1, 0),
}
CENTRE_MM = np.array([5.0, -12.0, -300.0])
UID = "1.2.826.0.1.3680043.9.9999"


def write_ct(folder, position="HFS", shape=(32, 80, 88), spacing=(2.5, 2.0, 2.0), name="TEST^EXPORT"):
    """A water cylinder around ``CENTRE_MM`` as CT slices; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    nz, ny, nx = shape
    dz, dy, dx = spacing
    row, column = np.array(ORIENTATION[position][:3], float), np.array(ORIENTATION[position][3:], float)
    normal = np.cross(row, column)
    origin = CENTRE_MM - row * dx * (nx - 1) / 2 - column * dy * (ny - 1) / 2 - normal * dz * (nz - 1) / 2
    j, i = np.indices((ny, nx))
    inside = np.hypot((i - (nx - 1) / 2) * dx, (j - (ny - 1) / 2) * dy) < 0.45 * nx * dx
    pixels = np.where(inside, 1024 + 10, 24).astype("<u2")
    for k in range(nz):
        ds = Dataset()
        ds.SpecificCharacterSet = "ISO_IR 192"
        ds.ImageType = ["ORIGINAL", "PRIMARY", "AXIAL"]
        ds.SOPClassUID, ds.SOPInstanceUID = CTImageStorage, f"{UID}.3.{k + 1}"
        ds.StudyDate, ds.StudyTime, ds.ContentDate, ds.ContentTime = "20250102", "0930", "20250102", "0931"
        ds.AccessionNumber, ds.Modality, ds.Manufacturer, ds.ReferringPhysicianName = "A1", "CT", "none", ""
        ds.Laterality = ""
        ds.StudyDescription, ds.SeriesDescription = "Planning", "Axial"
        ds.PatientName, ds.PatientID, ds.PatientBirthDate, ds.PatientSex = name, "X1", "19500101", "F"
        ds.KVP, ds.PatientPosition, ds.SliceThickness, ds.AcquisitionNumber = 120, position, dz, 1
        ds.StudyInstanceUID, ds.SeriesInstanceUID, ds.FrameOfReferenceUID = f"{UID}.1", f"{UID}.2", f"{UID}.4"
        ds.StudyID, ds.SeriesNumber, ds.InstanceNumber, ds.PositionReferenceIndicator = "S1", 2, k + 1, ""
        ds.ImagePositionPatient = [float(v) for v in origin + normal * dz * k]
        ds.ImageOrientationPatient, ds.PixelSpacing = list(ORIENTATION[position]), [dy, dx]
        ds.SamplesPerPixel, ds.PhotometricInterpretation, ds.Rows, ds.Columns = 1, "MONOCHROME2", ny, nx
        ds.BitsAllocated = ds.BitsStored = 16
        ds.HighBit, ds.PixelRepresentation, ds.RescaleIntercept, ds.RescaleSlope = 15, 0, -1024, 1
        ds.RescaleType = "HU"
        ds.PixelData = pixels.tobytes()
        ds["PixelData"].VR = "OW"
        ds.file_meta = FileMetaDataset()
        ds.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
        ds.file_meta.MediaStorageSOPClassUID = CTImageStorage
        ds.file_meta.MediaStorageSOPInstanceUID = ds.SOPInstanceUID
        dcmwrite(folder / f"ct{k:03d}.dcm", ds, enforce_file_format=True)
    return folder


def ball(grid, centre, radius, name="GTV", number=1, interpreted_type="GTV", vertices=72):
    """A ball drawn slice by slice on the CT grid."""
    angle = np.arange(vertices) * 2 * np.pi / vertices
    contours = []
    for k in range(grid.shape[0]):
        plane = grid.index_to_world([[0, 0, k]])[0]
        height = (plane - centre) @ grid.axes[2]
        if abs(height) >= radius - 1e-9:
            continue
        # Radius at which the polygon has the area of the circle.
        r = np.sqrt(radius**2 - height**2) * np.sqrt(2 * np.pi / vertices / np.sin(2 * np.pi / vertices))
        middle = centre + height * grid.axes[2]
        ring = middle + r * (np.cos(angle)[:, None] * grid.axes[0] + np.sin(angle)[:, None] * grid.axes[1])
        contours.append(Contour(ring))
    return Structure(name, tuple(contours), number, "contoured", interpreted_type)


def small_plan(source="i125_6711", strengths=(0.762,)):
    """Four oblique needles from in front, three seeds each, 10 mm apart, through ``CENTRE_MM``."""
    needles, seeds = [], []
    direction = np.array([0.1, 0.97, 0.2])
    direction /= np.linalg.norm(direction)
    for n, (a, b) in enumerate([(-6.0, -5.5), (6.0, -5.5), (-6.0, 6.0), (6.0, 6.0)]):
        middle = CENTRE_MM + [a, 0, b]
        tip = middle + 15.0 * direction
        entry = middle - 61.5 * direction
        needles.append(Needle(n + 1, entry, tip, 7.25 + n, "bone" if n else "", target="GTV"))
        for i in range(3):
            strength = strengths[(n + i) % len(strengths)]
            seeds.append(Seed(len(seeds) + 1, n + 1, tip - (5.0 + 10 * i) * direction, direction, strength))
    return Plan(source, Prescription(120.0), ("GTV",), tuple(needles), tuple(seeds))


def make_case(folder, position="HFS", **options):
    """The case of ``write_ct`` with a ball of 15 mm radius as GTV."""
    case = read_case(write_ct(folder / "ct", position, **options))
    structure = ball(case.ct.grid, CENTRE_MM, 15.0)
    return replace(case, structures={"GTV": structure})


def evaluate_ball(plan, source, centre=CENTRE_MM, radius=15.0, name="GTV"):
    """Evaluation of a plan on a ball, by sampling it: doses are the engine's, volumes exact."""
    engine = DoseEngine(source)
    grid = Grid.around(centre - radius, centre + radius, 1.0)
    points = grid.centres_mm()
    points = points[np.linalg.norm(points - centre, axis=1) < radius]
    volume = 4 / 3 * np.pi * radius**3 / len(points)
    inside = engine.dose_gy(points, plan.seeds)
    angle = np.random.default_rng(1).normal(size=(500, 3))
    surface = centre + radius * angle / np.linalg.norm(angle, axis=1, keepdims=True)
    shell = engine.dose_gy(surface, plan.seeds)
    dvh = Dvh.of(inside, np.full(len(points), volume))
    metrics = {
        "volume_cc": dvh.total_cc,
        "minimum_peripheral_dose_gy": float(shell.min()),
        "d90_gy": dvh.d_at_fraction(0.9),
        "v100": dvh.fraction_at_dose(plan.prescription.dose_gy),
    }
    return Evaluation({name: metrics}, {name: dvh}, {name: surface[shell.argmin()]})


def dose_of_ball(plan, source, centre=CENTRE_MM, radius=15.0):
    """The dose that is written for a plan on a ball, with a margin of 12 mm."""
    protocol = replace(Protocol(), dose_grid_margin_mm=12.0)
    return file_dose(DoseEngine(source), plan.seeds, [(centre - radius, centre + radius)], protocol)


def plan_folder_files(case, plan, source, **options):
    """Contents of a plan folder of the ball."""
    return plan_files(
        case,
        plan,
        source,
        evaluate_ball(plan, source),
        SecondCheck(400, 1e-4),
        list(case.structures.values()),
        timing_s={"optimising": 1.23456},
        dose=dose_of_ball(plan, source) if plan.seeds else None,
        options=ExportOptions(stamp=Stamp(datetime(2025, 1, 3, 10, 30)), **options),
    )


def write_plan_folder(out, files):
    """The folder of ``plan_folder_files``, sealed with its sums as ``write_plan`` does."""
    files = dict(files)
    document = json.loads(files.pop("plan.json"))

    def finalise(path):
        path.write_text(sealed(document, sums_of(path.parent)), encoding="utf-8")

    return write_folder(out, files | {"report.html": "<p>A report.</p>", "plan.json": finalise})
