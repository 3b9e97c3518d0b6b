"""From single images to one regular grid: pick the series, sort along the normal, check every step."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from tps.dicom.ct.axes import SAME_COSINE, common_axes, corner_misfit
from tps.dicom.ct.slices import Slice
from tps.errors import BadInput, UnknownName
from tps.model import Grid

# Positions are written with one digit after the point by some scanners: each slice is then off by up to
# 0.05 mm, a step by up to 0.1 mm.
STEP_TOLERANCE_MM = 0.1

# Below this a deviating step is not worth a word.
STEP_SILENT_MM = 0.01

# Two images nearer than this are the same slice twice.
DOUBLE_MM = 0.01

# How far the first pixels may wander sideways over the whole stack; a tilt of 0.1 degrees over 60 mm.
SHEAR_TOLERANCE_MM = 0.1

# Pixel sizes of one series agree within their written digits.
SAME_PIXEL_MM = 1e-4

# 2 GB of Hounsfield units: far more than a whole-body CT.
MAX_VOXELS = 1_000_000_000

_NAMED = 5


class NotStraight(BadInput):
    """A stack that is tilted or unevenly stepped: it can be resampled, if the user asks for it."""


def group_series(slices: Sequence[Slice]) -> dict[str, list[Slice]]:
    """Images by Series Instance UID, in order of appearance."""
    groups: dict[str, list[Slice]] = {}
    for s in slices:
        groups.setdefault(s.series_uid, []).append(s)
    return groups


def describe_series(slices: Sequence[Slice]) -> str:
    """One line about a series: number, images, matrix."""
    s = slices[0]
    return f"{s.series_uid} (series {s.series_number or '?'}, {len(slices)} images of {s.columns} x {s.rows})"


def choose_series(slices: Sequence[Slice], series: str | None, where: str) -> list[Slice]:
    """The images of one series.

    Parameters
    ----------
    slices : sequence of Slice
    series : str or None
        Series Instance UID; Frame of Reference UID or series number where that is unambiguous.  None: there
        must be only one.
    where : str
        For messages.

    Raises
    ------
    BadInput
        If there are several and none was named.
    UnknownName
        If the named one is not there.
    """
    groups = group_series(slices)
    if series is None:
        if len(groups) == 1:
            return next(iter(groups.values()))
        raise BadInput(
            f"{len(groups)} CT series are mixed: " + "; ".join(describe_series(g) for g in groups.values()),
            where=where,
            expected="one series",
            remedy="choose one with --series UID (tps inspect lists them)",
        )
    if series in groups:
        return groups[series]
    of_frame = group_series([s for s in slices if s.frame_of_reference_uid == series])
    if len(of_frame) == 1:
        return next(iter(of_frame.values()))
    same_number = [g for g in groups.values() if g[0].series_number == series]
    if len(same_number) == 1:
        return same_number[0]
    raise UnknownName("CT series", series, groups, where=where)


def _names(slices: Sequence[Slice]) -> str:
    names = [s.label for s in slices]
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more


def stack(slices: Sequence[Slice], where: str) -> tuple[Grid, list[Slice], list[str]]:
    """Order the images of one series along their normal and lay the grid through them.

    The grid's x-index runs along a row, its y-index along a column, both as stored; its z-index along
    row x column, so the axes are right-handed whatever the patient's position.

    Returns
    -------
    grid : Grid
    ordered : list of Slice
        In the order of the z-index.
    warnings : list of str

    Raises
    ------
    BadInput
        If the images do not make one regular, upright stack: the message names the slices, the steps
        found and expected, and the remedy.
    """
    slices = list(slices)
    check_alike(slices, where)
    axes = common_axes(slices, where)
    normal = axes[2]
    heights = np.array([s.position_mm @ normal for s in slices])
    order = np.argsort(heights, kind="stable")
    slices, heights = [slices[k] for k in order], heights[order]
    check_doubles(slices, heights, where)
    if len(slices) < 2:
        raise BadInput(
            "the series has a single image",
            where=where,
            expected="two images at least, to know the distance of slices",
            remedy="give the folder with all images of the series",
        )
    _check_upright(slices, heights, normal, where)
    step, step_warnings = _check_steps(slices, heights, where)
    first = slices[0]
    spacing = np.array([*first.pixel_mm, step])
    shape = (len(slices), first.rows, first.columns)
    check_size(shape, where)
    grid = Grid(first.position_mm, spacing, shape, axes)
    return grid, slices, step_warnings + corner_misfit(slices, grid, where) + _remarks(slices)


def check_size(shape: tuple[int, int, int], where: str) -> None:
    """``BadInput`` for more voxels (nz, ny, nx) than any scan has."""
    if int(np.prod(shape, dtype=np.int64)) > MAX_VOXELS:
        raise BadInput(
            f"the series promises {shape[2]} x {shape[1]} x {shape[0]} voxels",
            where=where,
            expected=f"at most {MAX_VOXELS:,}",
            remedy="crop or resample the scan",
        )


def check_alike(slices: Sequence[Slice], where: str) -> None:
    """``BadInput`` unless all images share frame of reference, matrix and pixel size."""
    first = slices[0]

    def refuse(what, others, found, wanted, remedy):
        raise BadInput(
            f"{what} differs within the series: {found} in {_names(others)}, {wanted} in {first.label}",
            where=where,
            expected="the same for all images",
            remedy=remedy,
        )

    take_out = "take the images that do not belong out of the folder"
    by_frame = f"choose one with --series FRAME_OF_REFERENCE_UID, or {take_out}"

    checks: tuple[tuple[str, Callable[[Slice], Any], float | None], ...] = (
        ("Frame of Reference UID", lambda s: s.frame_of_reference_uid, None),
        ("the number of rows and columns", lambda s: (s.rows, s.columns), None),
        ("Pixel Spacing", lambda s: s.pixel_mm, SAME_PIXEL_MM),
    )
    for what, value, tolerance in checks:
        wanted = value(first)
        if tolerance is None:
            others = [s for s in slices if value(s) != wanted]
        else:
            others = [s for s in slices if np.abs(value(s) - wanted).max() > tolerance]
        if others:
            show = np.round(value(others[0]), 5).tolist() if tolerance else value(others[0])
            wanted = np.round(wanted, 5).tolist() if tolerance else wanted
            refuse(what, others, show, wanted, by_frame if what.startswith("Frame") else take_out)


def check_doubles(slices: Sequence[Slice], heights: np.ndarray, where: str) -> None:
    """``BadInput`` if two images, sorted by height, lie at one place."""
    doubled = np.flatnonzero(np.diff(heights) < DOUBLE_MM)
    if len(doubled):
        pairs = ", ".join(
            f"{slices[k].label} and {slices[k + 1].label} at {heights[k]:.2f} mm" for k in doubled[:_NAMED]
        )
        raise BadInput(
            f"{len(doubled)} slice(s) are there twice: {pairs}",
            where=where,
            expected="one image at each position along the slice normal",
            remedy="remove the copies; if these are phases or reconstructions, export one of them alone",
        )


def _check_upright(slices: Sequence[Slice], heights: np.ndarray, normal: np.ndarray, where: str) -> None:
    """Each first pixel must lie straight above the one before, or the volume is sheared (gantry tilt)."""
    positions = np.array([s.position_mm for s in slices])
    aside = positions - positions[0] - np.outer(heights - heights[0], normal)
    worst = float(np.linalg.norm(aside, axis=1).max())
    if worst <= SHEAR_TOLERANCE_MM:
        return
    whole = positions[-1] - positions[0]
    angle = np.degrees(np.arctan2(np.linalg.norm(whole - (whole @ normal) * normal), abs(whole @ normal)))
    stated = slices[0].tilt_deg
    raise NotStraight(
        f"the slices are not stacked along their normal: they shift sideways by {worst:.1f} mm, a tilt of "
        f"{angle:.1f} degrees (gantry tilt in the header: {stated:.1f} degrees); "
        f"steps along the normal {_steps_text(np.diff(heights))}",
        where=where,
        expected="an untilted stack",
        remedy="scan or reconstruct without gantry tilt, or add --resample to resample to an untilted grid",
    )


def _steps_text(steps: np.ndarray) -> str:
    values, counts = np.unique(np.round(steps, 2), return_counts=True)
    order = np.argsort(-counts)[:_NAMED]
    more = " ..." if len(values) > _NAMED else ""
    return ", ".join(f"{values[k]:.2f} mm ({counts[k]} times)" for k in order) + more


def _check_steps(slices: Sequence[Slice], heights: np.ndarray, where: str) -> tuple[float, list[str]]:
    steps = np.diff(heights)
    usual = float(np.median(steps))
    bad = np.flatnonzero(np.abs(steps - usual) > STEP_TOLERANCE_MM + 1e-6)
    if len(bad):
        places = "; ".join(
            f"{steps[k]:.2f} mm between {slices[k].label} at {heights[k]:.2f} mm and "
            f"{slices[k + 1].label} at {heights[k + 1]:.2f} mm"
            + (f" (about {round(steps[k] / usual) - 1} slice(s) missing)" if steps[k] > 1.5 * usual else "")
            for k in bad[:_NAMED]
        )
        more = f"; and {len(bad) - _NAMED} more" if len(bad) > _NAMED else ""
        raise NotStraight(
            f"{len(bad)} of {len(steps)} slice steps are uneven: {places}{more}",
            where=where,
            expected=f"{usual:.2f} mm within {STEP_TOLERANCE_MM} mm at every step",
            remedy="export the complete series of one reconstruction (--resample evens out whole scans)",
        )
    step = float((heights[-1] - heights[0]) / (len(heights) - 1))
    drift = float(np.abs(heights - heights[0] - step * np.arange(len(heights))).max())
    if drift > STEP_TOLERANCE_MM + 1e-6:
        raise NotStraight(
            f"the slices drift by {drift:.2f} mm from an even spacing; steps {_steps_text(steps)}",
            where=where,
            expected=f"positions within {STEP_TOLERANCE_MM} mm of an even spacing",
            remedy="export the complete series of one reconstruction (--resample evens out whole scans)",
        )
    if drift > STEP_SILENT_MM:
        return step, [f"slice positions are rounded: off an even {step:.3f} mm step by up to {drift:.3f} mm"]
    return step, []


def _remarks(slices: Sequence[Slice]) -> list[str]:
    remarks = []
    worst = max(s.cosine_error for s in slices)
    if worst > SAME_COSINE:
        remarks.append(f"the direction cosines are rounded (off by {worst:.1g}); made perpendicular")
    tilt = max((s.tilt_deg for s in slices), key=abs)
    if tilt:
        remarks.append(
            f"the header states a gantry tilt of {tilt:.1f} degrees, but the slices stack upright: taken as "
            "corrected"
        )
    if not slices[0].frame_of_reference_uid:
        remarks.append("the CT has no Frame of Reference UID: nothing ties contours to it but their geometry")
    units = {s.rescale_type for s in slices} - {"", "HU"}
    if units:
        remarks.append(f"the header calls the values {', '.join(sorted(units))}, not HU: taken as HU")
    if any(s.is_lossy for s in slices):
        remarks.append("the images were compressed with loss: Hounsfield units are not the scanner's")
    rescales = {(s.slope, s.intercept) for s in slices}
    if len(rescales) > 1:
        remarks.append(f"{len(rescales)} different rescale slopes and intercepts within the series")
    return remarks
