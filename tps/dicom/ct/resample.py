"""Straighten a tilted stack: from sheared, unevenly stepped slices to a right-angled, even grid.

A gantry tilt leaves slices that are parallel but shifted against each other.  The new grid keeps the planes
of the slices (their rows, columns and normal) and puts every slice straight above the one before, so nothing
is interpolated that was not between scanned values, but at the rims: the field of view of each slice was
shifted, and where the new grid reaches beyond it, the nearest scanned value is repeated.  Air stays air
there, and a body cut by the edge of the scan stays cut, so that no skin appears where none was scanned.
"""

from collections.abc import Sequence

import numpy as np

from tps.dicom.ct.axes import common_axes
from tps.dicom.ct.slices import Slice
from tps.dicom.ct.stack import STEP_TOLERANCE_MM, check_alike, check_doubles, check_size
from tps.errors import BadInput
from tps.model import Grid

# Neighbouring slices farther apart than this many slice thicknesses leave tissue between them unseen.
GAP_THICKNESSES = 1.25


def straight_grid(slices: Sequence[Slice], where: str) -> tuple[Grid, list[Slice], list[str]]:
    """The grid to resample a stack to, the slices in its order, and warnings.

    In-plane spacing is kept; the step is the lower quartile of the steps found, so that thin parts keep
    their detail.

    Raises
    ------
    BadInput
        If the images differ in kind, one is there twice, or a slice is missing.
    """
    slices = list(slices)
    check_alike(slices, where)
    if len(slices) < 2:
        raise BadInput("the series has a single image", where=where, expected="two images at least")
    axes = common_axes(slices, where)
    normal = axes[2]
    slices.sort(key=lambda s: float(s.position_mm @ normal))
    first = slices[0]
    heights = np.array([(s.position_mm - first.position_mm) @ normal for s in slices])
    check_doubles(slices, heights, where)
    steps = np.diff(heights)
    _check_gaps(slices, steps, where)
    step = float(np.quantile(steps, 0.25, method="lower"))
    count = int(np.floor(heights[-1] / step + 1e-6)) + 1
    across = _shifts(slices, axes)  # (n, 2) along row and column
    low, high = across.min(axis=0), across.max(axis=0)
    extra = np.ceil((high - low) / first.pixel_mm - 1e-6).astype(int)
    origin = first.position_mm + low[0] * axes[0] + low[1] * axes[1]
    shape = (count, first.rows + int(extra[1]), first.columns + int(extra[0]))
    check_size(shape, where)
    grid = Grid(origin, np.array([*first.pixel_mm, step]), shape, axes)
    tilt = np.degrees(np.arctan2(np.ptp(across, axis=0).max(), heights[-1]))
    warning = (
        f"resampled to an untilted grid: tilt {tilt:.1f} degrees, steps {steps.min():.2f} to "
        f"{steps.max():.2f} mm made {step:.2f} mm; beyond the field of view the nearest value is repeated"
    )
    return grid, slices, [warning]


def _shifts(slices: Sequence[Slice], axes: np.ndarray) -> np.ndarray:
    """How far (n, 2) each first pixel lies from that of the first slice along row and column."""
    return np.array([s.position_mm - slices[0].position_mm for s in slices]) @ axes[:2].T


def _check_gaps(slices: Sequence[Slice], steps: np.ndarray, where: str) -> None:
    usual = float(np.median(steps))
    thickness = np.array([s.thickness_mm or usual for s in slices])
    covered = GAP_THICKNESSES * (thickness[:-1] + thickness[1:]) / 2
    bad = np.flatnonzero((steps > covered + STEP_TOLERANCE_MM) & (steps > usual + STEP_TOLERANCE_MM))
    if len(bad):
        k = bad[0]
        raise BadInput(
            f"a slice is missing: {steps[k]:.2f} mm between {slices[k].label} and {slices[k + 1].label}, "
            f"{thickness[k]:.2f} and {thickness[k + 1]:.2f} mm thick",
            where=where,
            expected=f"steps of at most {GAP_THICKNESSES} slice thicknesses",
            remedy="export the complete series; what was not scanned cannot be resampled",
        )


def resample_hu(values: np.ndarray, slices: Sequence[Slice], grid: Grid) -> np.ndarray:
    """Hounsfield units (nz, ny, nx) int16 on ``grid`` by linear interpolation.

    Parameters
    ----------
    values : (n, rows, columns) int16
        Of the slices.
    slices : sequence of Slice
        In ascending order along their normal.
    grid : Grid
        As ``straight_grid`` gives it.

    Notes
    -----
    Trilinear in the slices' own lattice: between two slices the first pixel moves along the straight line
    from one to the other, which for an even tilt is the affine map of the sheared volume.
    """
    first = slices[0]
    normal = grid.axes[2]
    heights = np.array([(s.position_mm - first.position_mm) @ normal for s in slices])
    across = _shifts(slices, grid.axes)
    start = np.array([(grid.origin_mm - first.position_mm) @ grid.axes[a] for a in (0, 1)])
    out = np.empty(grid.shape, dtype=np.int16)
    for k in range(grid.shape[0]):
        height = min(k * grid.spacing_mm[2], heights[-1])
        low = min(int(np.searchsorted(heights, height, side="right")) - 1, len(slices) - 2)
        part = (height - heights[low]) / (heights[low + 1] - heights[low])
        shift = (1 - part) * across[low] + part * across[low + 1]
        plane = (1 - part) * values[low] + part * values[low + 1]
        out[k] = np.rint(_moved(plane, (start - shift) / first.pixel_mm, grid.shape[1:]))
    return out


def _moved(plane: np.ndarray, offset: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """``plane`` (rows, columns) read ``offset`` (columns, rows) further on; linear, edges repeated."""
    for axis, shift in ((1, offset[0]), (0, offset[1])):
        index = np.clip(np.arange(shape[axis]) + shift, 0, plane.shape[axis] - 1)
        low = np.minimum(index.astype(int), max(plane.shape[axis] - 2, 0))
        part = index - low
        part = part if axis == 1 else part[:, None]
        high = np.minimum(low + 1, plane.shape[axis] - 1)
        plane = (1 - part) * plane.take(low, axis) + part * plane.take(high, axis)
    return plane


def nearest_slices(slices: Sequence[Slice], grid: Grid) -> list[Slice]:
    """The scanned slice nearest to each slice of ``grid``: what its planes refer to."""
    heights = np.array([(s.position_mm - slices[0].position_mm) @ grid.axes[2] for s in slices])
    return [slices[int(np.abs(heights - k * grid.spacing_mm[2]).argmin())] for k in range(grid.shape[0])]
