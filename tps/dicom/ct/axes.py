"""The common directions of a series: rows, columns and normal of images parallel but for rounding."""

from collections.abc import Sequence

import numpy as np

from tps.dicom.ct.slices import COSINE_TOLERANCE, Slice
from tps.errors import BadInput
from tps.model import Grid

# Direction cosines of one series agree within their written digits; some scanners write a noise on top.
SAME_COSINE = 1e-4

# Where they differ by more, one grid stands for all images if the corners of each lie this near to it: root
# mean square of the four, so that none lies farther off than twice as much.
FIT_MM = 0.1

_NAMED = 5


def common_axes(slices: Sequence[Slice], where: str) -> np.ndarray:
    """Axes (3, 3) of a stack: along rows, along columns, and their cross product.

    Those of the first image, where all agree within ``SAME_COSINE``, else the median of all.

    Raises
    ------
    BadInput
        If the directions of an image move its corner pixels by more than ``FIT_MM``.
    """
    written = np.array([[s.row_axis, s.column_axis] for s in slices])
    if np.abs(written - written[0]).max() <= SAME_COSINE:
        return np.array([slices[0].row_axis, slices[0].column_axis, slices[0].normal])
    row, column = np.median(written, axis=0)
    row = row / np.linalg.norm(row)
    column = column - (column @ row) * row
    column /= np.linalg.norm(column)
    off = [_turned_mm(s, row, column) for s in slices]
    others = [s for s, distance in zip(slices, off, strict=True) if distance > FIT_MM]
    if others:
        _refuse(slices, others, max(off), where)
    return np.array([row, column, np.cross(row, column)])


def _turned_mm(s: Slice, row: np.ndarray, column: np.ndarray) -> float:
    """How far the corner pixels move, root mean square, if an image is turned to the given directions."""
    width, height = (s.columns - 1) * s.pixel_mm[0], (s.rows - 1) * s.pixel_mm[1]
    along, down = (s.row_axis - row) * width, (s.column_axis - column) * height
    return _root_mean_square(np.array([along, down, along + down, np.zeros(3)]))


def _root_mean_square(vectors: np.ndarray) -> float:
    return float(np.sqrt((vectors**2).sum(axis=1).mean()))


def _refuse(slices: Sequence[Slice], others: Sequence[Slice], worst_mm: float, where: str) -> None:
    cosines = np.array([[s.row_axis, s.column_axis] for s in slices])
    spread = float(np.ptp(cosines, axis=0).max())
    if spread <= 2 * COSINE_TOLERANCE:
        raise BadInput(
            f"Image Orientation (Patient) wanders within the series by up to {spread:.1g}: corner pixels of "
            f"{len(others)} of {len(slices)} images lie up to {worst_mm:.2f} mm off the common directions",
            where=where,
            expected=f"parallel images, corner pixels within {FIT_MM} mm on average",
            remedy="export the series again from the scanner, or reconstruct it again: no image stands out "
            "that could be left out",
        )
    first = next(s for s in slices if s not in others) if len(others) < len(slices) else slices[0]
    names = ", ".join(s.label for s in others[:_NAMED])
    more = f" and {len(others) - _NAMED} more" if len(others) > _NAMED else ""
    raise BadInput(
        f"Image Orientation (Patient) differs within the series: {_shown(others[0])} in {names}{more}, "
        f"{_shown(first)} in {first.label}",
        where=where,
        expected="the same for all images",
        remedy="take the images that do not belong out of the folder",
    )


def _shown(s: Slice) -> list[float]:
    return np.round(np.concatenate([s.row_axis, s.column_axis]), 5).tolist()


def corner_misfit(slices: Sequence[Slice], grid: Grid, where: str) -> list[str]:
    """A warning where the direction cosines of a stack differ more than by rounding.

    Raises
    ------
    BadInput
        If directions and positions together put an image's corners more than ``FIT_MM`` off the grid.
    """
    written = np.array([[s.row_axis, s.column_axis] for s in slices])
    spread = float(np.abs(written - written[0]).max())
    if spread <= SAME_COSINE:
        return []
    nz, ny, nx = grid.shape
    corners = np.array([[i, j, 0] for i in (0, nx - 1) for j in (0, ny - 1)], dtype=float)
    mean, worst = 0.0, 0.0
    for k, s in enumerate(slices):
        own = s.position_mm + corners[:, :2] * s.pixel_mm @ np.array([s.row_axis, s.column_axis])
        apart = own - grid.index_to_world(corners + [0, 0, k])
        mean = max(mean, _root_mean_square(apart))
        worst = max(worst, float(np.linalg.norm(apart, axis=1).max()))
    if mean > FIT_MM:
        raise BadInput(
            f"the images do not fit one grid: direction cosines that differ by up to {spread:.1g} and the "
            f"positions together put pixels up to {worst:.2f} mm off",
            where=where,
            expected=f"corner pixels within {FIT_MM} mm of one grid on average",
            remedy="export the series again from the scanner, or reconstruct it again",
        )
    return [
        f"the direction cosines differ from image to image by up to {spread:.1g}: one grid is laid through "
        f"all, no pixel of any image lies more than {worst:.3f} mm off it"
    ]
