"""Cutting planes through the patient, as pictures see them."""

from dataclasses import dataclass, field

import numpy as np
from scipy import ndimage

from tps.model.case import CaseIdentity
from tps.model.grid import Grid, Volume

# A direction belongs to a patient axis if it lies within about 25 degrees of it.
AXIS_COSINE = 0.9

LETTERS = (("R", "L"), ("A", "P"), ("I", "S"))

# Of a scan whose images have no numbers.
NAMELESS = CaseIdentity()


@dataclass(frozen=True, eq=False)
class Plane:
    """A rectangle in space, looked at as a picture.

    Parameters
    ----------
    corner_mm : (3,) float
        Upper left corner of the picture.
    right, down : (3,) float
        Unit vectors along the picture's rows and columns.
    width_mm, height_mm : float
    title : str

    Attributes
    ----------
    normal : (3,) float
        Unit vector into the picture.
    """

    corner_mm: np.ndarray
    right: np.ndarray
    down: np.ndarray
    width_mm: float
    height_mm: float
    title: str = ""
    normal: np.ndarray = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "normal", np.cross(self.right, self.down))

    def points(self, step_mm: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Sample positions along the width (c,) and height (r,) in mm, and their points (r * c, 3)."""
        across = np.arange(step_mm / 2, self.width_mm, step_mm)
        along = np.arange(step_mm / 2, self.height_mm, step_mm)
        points = self.corner_mm + along[:, None, None] * self.down + across[None, :, None] * self.right
        return across, along, points.reshape(-1, 3)

    def project(self, points_mm) -> tuple[np.ndarray, np.ndarray]:
        """Picture coordinates (n, 2) in mm, and the distance (n,) from the plane, of points (n, 3)."""
        offset = np.asarray(points_mm, float).reshape(-1, 3) - self.corner_mm
        return np.stack([offset @ self.right, offset @ self.down], axis=1), offset @ self.normal

    def lift(self, positions_mm) -> np.ndarray:
        """Points (n, 3) of picture coordinates (n, 2)."""
        positions = np.asarray(positions_mm, float).reshape(-1, 2)
        return self.corner_mm + positions[:, :1] * self.right + positions[:, 1:] * self.down

    def sample(self, volume: Volume, step_mm: float, outside: float) -> np.ndarray:
        """Values (r, c) of a volume on the plane, trilinear; ``outside`` beyond its box."""
        across, along, points = self.points(step_mm)
        index = volume.grid.world_to_index(points)[:, ::-1].T
        values = ndimage.map_coordinates(volume.values, index, order=1, cval=outside, output=np.float32)
        return values.reshape(len(along), len(across))

    def edge_letters(self) -> tuple[str, str, str, str]:
        """Patient directions at the left, right, upper and lower edge."""
        return letter(-self.right), letter(self.right), letter(-self.down), letter(self.down)


def letter(direction) -> str:
    """The patient direction a vector points to: one letter, or two where it is oblique."""
    order = np.argsort(-np.abs(direction))
    first = LETTERS[order[0]][int(direction[order[0]] > 0)]
    if abs(direction[order[0]]) >= AXIS_COSINE:
        return first
    return first + LETTERS[order[1]][int(direction[order[1]] > 0)]


def slice_title(grid: Grid, k: int, point_mm, identity: CaseIdentity) -> str:
    """CT slice ``k`` (0 first) for people: the scanner's number of the image, and where the slice lies.

    The position is that of a point (3,) of the slice along the patient's axis that the slices follow best:
    for axial images z.

    Parameters
    ----------
    grid : Grid
        Of the CT.
    k : int
    point_mm : (3,) float
    identity : CaseIdentity
        Has the scanner's numbers of the images.
    """
    number = identity.image_number(k)
    along = int(np.abs(grid.axes[2]).argmax())
    position = f"{'xyz'[along]} {point_mm[along]:.1f} mm"
    return f"CT slice at {position}" if number is None else f"CT image {number}, {position}"


def slice_plane(grid: Grid, k: int, low_mm, high_mm, identity: CaseIdentity = NAMELESS) -> Plane:
    """CT slice ``k`` (0 first), rows and columns as the scanner stored them, around a box of corners.

    Parameters
    ----------
    grid : Grid
        Of the CT.
    k : int
    low_mm, high_mm : (3,) float
        Corners of the box.
    identity : CaseIdentity
        Has the scanner's numbers of the images.
    """
    index = grid.world_to_index(_corners(low_mm, high_mm))
    low, high = index.min(axis=0), index.max(axis=0)
    corner = grid.index_to_world([[low[0], low[1], k]])[0]
    size = (high - low) * grid.spacing_mm
    middle = grid.index_to_world([[*(low[:2] + high[:2]) / 2, k]])[0]
    return Plane(corner, grid.axes[0], grid.axes[1], size[0], size[1], slice_title(grid, k, middle, identity))


def three_planes(
    grid: Grid, centre_mm, half_mm: float, identity: CaseIdentity = NAMELESS
) -> tuple[Plane, Plane, Plane]:
    """The CT slice nearest to a point, and two planes across it through the point; squares.

    Parameters
    ----------
    grid : Grid
        Of the CT.
    centre_mm : (3,) float
    half_mm : float
        Half the edge of each square.
    identity : CaseIdentity
        Has the scanner's numbers of the images.
    """
    centre = np.asarray(centre_mm, float)
    k = int(np.clip(np.round(grid.world_to_index(centre[None])[0, 2]), 0, grid.shape[0] - 1))
    column, row, through = grid.axes
    head = through if through[2] >= 0 else -through
    snapped = centre + ((k - grid.world_to_index(centre[None])[0, 2]) * grid.spacing_mm[2]) * through
    size = 2 * half_mm

    def plane(middle, right, down, title):
        return Plane(middle - half_mm * (right + down), right, down, size, size, title)

    names = (
        ("axial, ", "coronal", "sagittal")
        if np.abs(np.diag(grid.axes)).min() > AXIS_COSINE
        else ("", "along rows", "along columns")
    )
    return (
        plane(snapped, column, row, names[0] + slice_title(grid, k, snapped, identity)),
        plane(centre, column, -head, names[1]),
        plane(centre, row, -head, names[2]),
    )


def _corners(low_mm, high_mm) -> np.ndarray:
    low, high = np.asarray(low_mm, float), np.asarray(high_mm, float)
    return np.array(
        [[x, y, z] for x in (low[0], high[0]) for y in (low[1], high[1]) for z in (low[2], high[2])]
    )
