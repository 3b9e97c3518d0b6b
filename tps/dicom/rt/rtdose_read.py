"""Read an RT Dose: the grid, whichever way its frames run, and the DVHs stored with it."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from pydicom import Dataset

from tps.dicom.ct.slices import image_axes
from tps.dicom.file.dicom_file import DicomFile, open_header, reading_guard
from tps.dicom.file.file_source import list_blobs
from tps.dicom.file.pixels import matrix_of, stored_frames
from tps.dicom.file.values import has, integer, items, number, numbers, text
from tps.errors import BadInput
from tps.model import Grid, Volume
from tps.model.grid import frozen_array

RTDOSE = "1.2.840.10008.5.1.4.1.1.481.2"

# Frame offsets are written with two or three digits; steps that differ by less are equal.
STEP_TOLERANCE_MM = 0.01

_REMEDY = "export the dose again"


@dataclass(frozen=True, eq=False)
class StoredDvh:
    """A DVH as the file states it.

    Parameters
    ----------
    roi_numbers : tuple of int
        ROIs whose volume counts.
    kind : {"CUMULATIVE", "DIFFERENTIAL", "NATURAL"}
    dose_gy : (n,) float
        Lower edge of each bin.
    volume : (n,) float
        In ``volume_units``.
    volume_units : {"CM3", "PERCENT", "PER_U"}
    """

    roi_numbers: tuple[int, ...]
    kind: str
    dose_gy: np.ndarray
    volume: np.ndarray
    volume_units: str


@dataclass(frozen=True, eq=False)
class DoseRead:
    """A dose distribution as read.

    Parameters
    ----------
    origin_mm : (3,) float
        Centre of the first voxel of the lowest plane.
    axes : (3, 3) float
        Rows: unit vectors along a row, along a column, along row x column.
    pixel_mm : (2,) float
        Distance of columns (x) and rows (y).
    heights_mm : (nz,) float
        Distance of each plane from the lowest, ascending; not always equally spaced.
    values_gy : (nz, ny, nx) float32
    summation, dose_type : str
    dvhs : tuple of StoredDvh
    sop_uid, study_uid, frame_of_reference_uid, plan_uid, structure_set_uid : str
    warnings : tuple of str
    sha256 : str
    """

    origin_mm: np.ndarray
    axes: np.ndarray
    pixel_mm: np.ndarray
    heights_mm: np.ndarray
    values_gy: np.ndarray
    summation: str
    dose_type: str
    dvhs: tuple[StoredDvh, ...] = ()
    sop_uid: str = ""
    study_uid: str = ""
    frame_of_reference_uid: str = ""
    plan_uid: str = ""
    structure_set_uid: str = ""
    warnings: tuple[str, ...] = ()
    sha256: str = ""

    def __post_init__(self):
        for name, shape in (
            ("origin_mm", (3,)),
            ("axes", (3, 3)),
            ("pixel_mm", (2,)),
            ("heights_mm", (None,)),
        ):
            object.__setattr__(self, name, frozen_array(getattr(self, name), shape, name))

    def volume(self) -> Volume:
        """The dose on a regular grid, as stored.

        Raises
        ------
        BadInput
            If the planes are not equally spaced; ``dose_at`` works all the same.
        """
        steps = np.diff(self.heights_mm)
        if len(steps) and np.ptp(steps) > STEP_TOLERANCE_MM:
            raise BadInput(
                f"the planes of the dose are {steps.min():.2f} to {steps.max():.2f} mm apart",
                where=self.sop_uid,
                expected="equal steps",
                remedy="export the dose on a regular grid, or ask for the dose at points",
            )
        step = float(steps.mean()) if len(steps) else 1.0
        spacing = np.array([*self.pixel_mm, step])
        grid = Grid(self.origin_mm, spacing, self.values_gy.shape, self.axes)
        return Volume(grid, self.values_gy, "Gy")

    def dose_at(self, points_mm) -> np.ndarray:
        """Dose (n,) Gy at points (n, 3), linear between voxel centres; nan outside them."""
        local = (np.asarray(points_mm, float) - self.origin_mm) @ self.axes.T
        nz, ny, nx = self.values_gy.shape
        z = np.interp(local[:, 2], self.heights_mm, np.arange(nz), left=np.nan, right=np.nan)
        index = np.column_stack([local[:, 0] / self.pixel_mm[0], local[:, 1] / self.pixel_mm[1], z])
        last = np.array([nx, ny, nz]) - 1
        # Rounding must not push a point on the outermost centre outside: 1e-9 voxel.
        inside = np.all((index >= -1e-9) & (index <= last + 1e-9), axis=1)
        result = np.full(len(index), np.nan)
        result[inside] = _linear(self.values_gy, np.clip(index[inside], 0, last))
        return result

    @property
    def step_mm(self) -> float:
        """Smallest distance of two neighbouring voxels."""
        return float(min([*self.pixel_mm, *np.diff(self.heights_mm)]))

    def voxels_within(self, low_mm, high_mm) -> tuple[np.ndarray, np.ndarray]:
        """Centres (n, 3) of the voxels in a box of patient coordinates, and their doses (n,) Gy."""
        corners = np.array([[a, b, c] for a in (0, 1) for b in (0, 1) for c in (0, 1)])
        local = (np.where(corners, high_mm, low_mm) - self.origin_mm) @ self.axes.T
        low, high = local.min(axis=0), local.max(axis=0)
        nz, ny, nx = self.values_gy.shape
        axes = (self.pixel_mm[0] * np.arange(nx), self.pixel_mm[1] * np.arange(ny), self.heights_mm)
        inside = [np.flatnonzero((p >= a) & (p <= b)) for p, a, b in zip(axes, low, high, strict=True)]
        i, j, k = np.meshgrid(*inside, indexing="ij")
        place = np.stack([axes[0][i], axes[1][j], axes[2][k]], axis=-1).reshape(-1, 3)
        return place @ self.axes + self.origin_mm, self.values_gy[k, j, i].ravel().astype(float)


def _linear(values: np.ndarray, index_xyz: np.ndarray) -> np.ndarray:
    """Trilinear interpolation at valid continuous indices (n, 3)."""
    low = np.minimum(index_xyz.astype(int), np.maximum(np.array(values.shape[::-1]) - 2, 0))
    part = index_xyz - low
    high = np.minimum(low + 1, np.array(values.shape[::-1]) - 1)
    total = np.zeros(len(index_xyz))
    for corner in range(8):
        take = [(corner >> axis) & 1 for axis in range(3)]
        place = [np.where(take[a], high[:, a], low[:, a]) for a in range(3)]
        weight = np.prod([part[:, a] if take[a] else 1 - part[:, a] for a in range(3)], axis=0)
        total += weight * values[place[2], place[1], place[0]]
    return total


def read_dose(path: Path | str) -> DoseRead:
    """Read one RT Dose file.

    Raises
    ------
    BadInput
        If the file is no RT Dose, is not in Gy, is cut short, or its planes cannot be placed.
    """
    blobs = list_blobs(path)
    file = open_header(blobs[0]) if len(blobs) == 1 else None
    if file is None:
        raise BadInput("is not one DICOM file", where=str(path), expected="an RT Dose")
    return dose_of(file)


def dose_of(file: DicomFile) -> DoseRead:
    """The dose in an opened file; raises as ``read_dose``."""
    with reading_guard(file.name):
        return _read(file)


def _read(file: DicomFile) -> DoseRead:
    dataset, where = file.dataset, file.name
    warnings = list(file.notes)
    _check_kind(dataset, where, warnings)
    rows, columns = matrix_of(dataset, where)
    row, column, _ = image_axes(numbers(dataset, "ImageOrientationPatient", where, 6), where)
    normal = np.cross(row, column)
    origin = numbers(dataset, "ImagePositionPatient", where, 3)
    pixel = numbers(dataset, "PixelSpacing", where, 2)[::-1]
    if pixel.min() <= 0:
        raise BadInput(f"Pixel Spacing is {pixel[::-1].tolist()}", where=where, expected="values above 0")
    offsets = _offsets(dataset, origin, normal, where)
    order = np.argsort(offsets, kind="stable")
    heights = offsets[order]
    if len(heights) > 1 and np.diff(heights).min() < STEP_TOLERANCE_MM:
        raise BadInput("two planes of the dose lie at one place", where=where, remedy=_REMEDY)
    stored = stored_frames(file, rows, columns)
    return DoseRead(
        origin_mm=origin + heights[0] * normal,
        axes=np.array([row, column, normal]),
        pixel_mm=pixel,
        heights_mm=heights - heights[0],
        values_gy=_values(stored, order, number(dataset, "DoseGridScaling", where), where),
        summation=text(dataset, "DoseSummationType"),
        dose_type=text(dataset, "DoseType"),
        dvhs=tuple(_dvh(d, where, warnings) for d in items(dataset, "DVHSequence")),
        sop_uid=text(dataset, "SOPInstanceUID"),
        study_uid=text(dataset, "StudyInstanceUID"),
        frame_of_reference_uid=text(dataset, "FrameOfReferenceUID"),
        plan_uid=_reference(dataset, "ReferencedRTPlanSequence"),
        structure_set_uid=_reference(dataset, "ReferencedStructureSetSequence"),
        warnings=tuple(dict.fromkeys(warnings)),
        sha256=file.sha256,
    )


def _check_kind(dataset: Dataset, where: str, warnings: list[str]) -> None:
    if text(dataset, "SOPClassUID") != RTDOSE:
        kind = text(dataset, "Modality") or "unknown"
        raise BadInput(f"is not an RT Dose (modality {kind})", where=where, expected="an RT Dose")
    units = text(dataset, "DoseUnits")
    if units != "GY":
        raise BadInput(f"the dose is given as {units or '(no unit)'}", where=where, expected="Dose Units GY")
    kind = text(dataset, "DoseType")
    if kind == "ERROR":
        raise BadInput("holds differences of doses, not a dose", where=where, expected="Dose Type PHYSICAL")
    if kind != "PHYSICAL":
        warnings.append(f"the dose is {kind or 'of no stated type'}, not PHYSICAL")


def _offsets(dataset: Dataset, origin: np.ndarray, normal: np.ndarray, where: str) -> np.ndarray:
    """Distance of each plane from the first pixel's plane, along the normal (PS3.3, C.8.8.3.2)."""
    frames = integer(dataset, "NumberOfFrames", where, 1)
    if frames == 1 and not has(dataset, "GridFrameOffsetVector"):
        return np.zeros(1)
    offsets = numbers(dataset, "GridFrameOffsetVector", where)
    if len(offsets) != frames:
        raise BadInput(
            f"the Grid Frame Offset Vector has {len(offsets)} values for {frames} planes",
            where=where,
            remedy=_REMEDY,
        )
    if offsets[0] == 0:
        return offsets
    is_axial = abs(abs(normal[2]) - 1) < 1e-6
    if is_axial and abs(offsets[0] - origin[2]) < STEP_TOLERANCE_MM:
        return (offsets - origin[2]) * np.sign(normal[2])
    raise BadInput(
        f"the Grid Frame Offset Vector begins with {offsets[0]:g}",
        where=where,
        expected=f"0, or the first plane's z ({origin[2]:g}) where planes are axial",
        remedy=_REMEDY,
    )


def _values(stored: np.ndarray, order: np.ndarray, scaling: float, where: str) -> np.ndarray:
    if scaling <= 0:
        raise BadInput(f"Dose Grid Scaling is {scaling:g}", where=where, expected="more than 0")
    if stored.dtype.kind == "i" and stored.min() < 0:
        raise BadInput("holds negative doses", where=where, expected="doses of 0 and more", remedy=_REMEDY)
    values = np.empty(stored.shape, dtype=np.float32)
    for k, source in enumerate(order):
        values[k] = stored[source] * scaling
    if not np.isfinite(values[-1]).all() or not np.isfinite(values).all():
        raise BadInput(f"doses are not finite (Dose Grid Scaling {scaling:g})", where=where, remedy=_REMEDY)
    return values


def _dvh(item: Dataset, where: str, warnings: list[str]) -> StoredDvh:
    label = f"{where}, DVH"
    units = text(item, "DoseUnits")
    if units != "GY":
        raise BadInput(f"its dose is given as {units or '(no unit)'}", where=label, expected="GY")
    pairs = numbers(item, "DVHData", label)
    if len(pairs) % 2:
        raise BadInput(f"DVH Data has {len(pairs)} numbers", where=label, expected="pairs", remedy=_REMEDY)
    width, volume = pairs[::2] * number(item, "DVHDoseScaling", label, 1.0), pairs[1::2]
    if width.min() < 0 or volume.min() < 0:
        raise BadInput("DVH Data holds negative numbers", where=label, remedy=_REMEDY)
    stated = integer(item, "DVHNumberOfBins", label, len(width))
    if stated != len(width):
        warnings.append(f"a DVH says it has {stated} bins and has {len(width)}: all are used")
    rois = tuple(
        integer(r, "ReferencedROINumber", label)
        for r in items(item, "DVHReferencedROISequence")
        if text(r, "DVHROIContributionType", "INCLUDED") == "INCLUDED"
    )
    kind = text(item, "DVHType", "CUMULATIVE")
    if kind == "CUMULATIVE" and np.any(np.diff(volume) > 1e-6 * volume.max()):
        warnings.append("a cumulative DVH grows with the dose")
    return StoredDvh(rois, kind, np.cumsum(width) - width, volume, text(item, "DVHVolumeUnits"))


def _reference(dataset: Dataset, keyword: str) -> str:
    found = items(dataset, keyword)
    return text(found[0], "ReferencedSOPInstanceUID") if found else ""
