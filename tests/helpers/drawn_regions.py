"""Regions as outlines on planes, read as a structure set would hand them over; and ways to spoil them."""

import numpy as np
from made_dicom import rtstruct

from tps.dicom.file.dicom_file import DicomFile
from tps.dicom.rt.rtstruct_read import StructureSet, read_structure_set
from tps.geometry.solid import build_solid
from tps.model import Grid

STEP = 2.5
PLANES = np.arange(-20, 21) * STEP
CT = Grid([-60.0, -60.0, -50.0], [1.0, 1.0, STEP], (41, 121, 121))


def ring(centre, radius, z, count=32, clockwise=False, stretch=1.0):
    """A closed ring (count, 3)."""
    angle = 2 * np.pi * np.arange(count) / count * (-1 if clockwise else 1)
    x, y = centre[0] + stretch * radius * np.cos(angle), centre[1] + radius * np.sin(angle)
    return np.column_stack([x, y, np.full(count, float(z))])


def ball(centre, radius, planes=PLANES, **options):
    """Sections of a ball."""
    squares = [(z, radius**2 - (z - centre[2]) ** 2) for z in planes]
    return [ring(centre[:2], square**0.5, z, **options) for z, square in squares if square > 0.3]


def cylinder(centre, radius, low, high, planes=PLANES, **options):
    """Sections of a cylinder."""
    return [ring(centre, radius, z, **options) for z in planes if low <= z <= high]


def read(contours, others=True) -> StructureSet:
    """The structure set with a region GTV of these contours, and another that is sound."""
    rois = {"GTV": list(contours)} | ({"Other": ball((-40, -40, 0), 10)} if others else {})
    return read_structure_set(DicomFile("rs.dcm", "", rtstruct(rois), None))


def volume_cc(found: StructureSet, name="GTV") -> float:
    """Volume of a region."""
    return build_solid(found.structures[name], CT).volume_mm3 / 1000


def said(found: StructureSet, name="GTV") -> list[str]:
    """What is said of a region."""
    return [w for w in found.warnings if w.startswith(f"ROI {name!r}")]


def moved(contours, *shift):
    """The contours, shifted."""
    return [c + np.array(shift, float) for c in contours]


def rounded(contours, decimals):
    """The contours with in-plane coordinates of so many decimals."""
    return [np.column_stack([np.round(c[:, :2], decimals), c[:, 2]]) for c in contours]


def redrawn(contours, count):
    """The contours through ``count`` points, evenly along the old ones."""
    found = []
    for c in contours:
        closed, at = np.vstack([c, c[:1]]), np.arange(count) * len(c) / count
        columns = [np.interp(at, np.arange(len(closed)), closed[:, k]) for k in range(3)]
        found.append(np.column_stack(columns))
    return found


def scaled(contours, factor):
    """Each contour grown about its middle."""
    found = []
    for c in contours:
        middle = c[:, :2].mean(axis=0)
        found.append(np.column_stack([middle + factor * (c[:, :2] - middle), c[:, 2]]))
    return found
