"""A needle in the words of the person who pushes it.

Angles are read on the CT image as the scanner stored it (and as its console shows it):

- *axial-plane angle*: the needle seen in the axial image, as the direction from its tip out to its hub.
  0 degrees is straight up in the image, positive leans to the right of the image, negative to the left;
  90 degrees is horizontal from the right.  In a supine patient up is anterior and the image's right is the
  patient's left.
- *cranio-caudal angle*: how far the needle leaves the axial plane.  0 degrees stays in the slice, positive
  advances towards the head, negative towards the feet.

Depths are from the skin to the tip along the needle; seeds are given by the distance of their centre from
the tip.  A CT slice goes by the number that the scanner gave to its image, which is what the console shows,
and by its position in mm as well; where the images have no numbers of their own, by its position alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tps.model import Case, Grid, Needle, Seed


@dataclass(frozen=True)
class NeedleRow:
    """One line of the needle sheet.

    Parameters
    ----------
    needle : int
    target : str
    entry_mm, tip_mm : tuple of float
        Patient coordinates.
    depth_mm : float
        Insertion depth from the skin.
    axial_angle_deg, cranio_caudal_angle_deg : float
    image_number : int or None
        The scanner's number of the image nearest to the entry; None where it gave none.
    entry_slice_mm : float
        Position of that slice along the body (z).
    from_tip_mm : tuple of float
        Distance of each seed's centre from the tip, to 0.1 mm, deepest first.
    clearance_mm : float or None
        None: nothing near.
    nearest_obstacle : str
    lung_path_mm : float
    pleural_passages : int
    skin_angle_deg : float or None
        None: not looked at.
    crossed : str
        What it passes in order from the skin, with mm: "Liver 31.2; Lung (from CT) 12.0".
    """

    needle: int
    target: str
    entry_mm: tuple[float, float, float]
    tip_mm: tuple[float, float, float]
    depth_mm: float
    axial_angle_deg: float
    cranio_caudal_angle_deg: float
    image_number: int | None
    entry_slice_mm: float
    from_tip_mm: tuple[float, ...]
    clearance_mm: float | None
    nearest_obstacle: str
    lung_path_mm: float
    pleural_passages: int = 0
    skin_angle_deg: float | None = None
    crossed: str = ""


def angles_deg(direction: np.ndarray, grid: Grid) -> tuple[float, float]:
    """Axial-plane and cranio-caudal angle of a needle.

    Parameters
    ----------
    direction : (3,) float
        Unit vector from entry to tip.
    grid : Grid
        Of the CT: its axes are the image's right, its down, and the slice normal.

    Returns
    -------
    axial, cranio_caudal : float
        Degrees; axial in (-180, 180], 0 for a needle perpendicular to the slices.
    """
    outward = -np.asarray(direction, dtype=float)
    right, up = float(outward @ grid.axes[0]), float(-(outward @ grid.axes[1]))
    head = grid.axes[2] if grid.axes[2][2] >= 0 else -grid.axes[2]
    tilt = float(np.clip(-(outward @ head), -1.0, 1.0))
    in_plane = np.hypot(right, up) > 1e-9
    axial = float(np.degrees(np.arctan2(right, up))) if in_plane else 0.0
    # Rounding noise around zero must not print as "-0.0".
    shown = [a if abs(a) > 1e-9 else 0.0 for a in (axial, float(np.degrees(np.arcsin(tilt))))]
    return (180.0 if shown[0] == -180.0 else shown[0]), shown[1]


def nearest_slice(point_mm: np.ndarray, grid: Grid) -> tuple[int, float]:
    """Slice of a grid nearest to a point (3,): its index (0 first), and its z in mm beside the point."""
    index = grid.world_to_index([point_mm])[0]
    k = int(np.clip(np.rint(index[2]), 0, grid.shape[0] - 1))
    return k, float(grid.index_to_world([[index[0], index[1], k]])[0, 2])


def slice_name(row: NeedleRow) -> str:
    """The entry's CT slice as a table for people shows it: number of the image, and its z in mm."""
    number = "\N{EN DASH}" if row.image_number is None else str(row.image_number)
    return f"{number} ({row.entry_slice_mm:.1f} mm)"


def _xyz(point: np.ndarray) -> tuple[float, float, float]:
    x, y, z = point.tolist()
    return x, y, z


def needle_row(needle: Needle, seeds: Sequence[Seed], case: Case) -> NeedleRow:
    """The line of one needle.

    Parameters
    ----------
    needle : Needle
    seeds : sequence of Seed
        Those it carries.
    case : Case
        Its CT gives slices and image directions.
    """
    axial, tilt = angles_deg(needle.direction, case.ct.grid)
    k, position = nearest_slice(needle.entry_mm, case.ct.grid)
    distances = sorted(float((needle.tip_mm - s.position_mm) @ needle.direction) for s in seeds)
    return NeedleRow(
        needle=needle.id,
        target=needle.target,
        entry_mm=_xyz(needle.entry_mm),
        tip_mm=_xyz(needle.tip_mm),
        depth_mm=needle.length_mm,
        axial_angle_deg=axial,
        cranio_caudal_angle_deg=tilt,
        image_number=case.identity.image_number(k),
        entry_slice_mm=position,
        from_tip_mm=tuple(round(d, 1) for d in distances),
        clearance_mm=needle.clearance_mm if np.isfinite(needle.clearance_mm) else None,
        nearest_obstacle=needle.nearest_obstacle,
        lung_path_mm=needle.lung_path_mm,
        pleural_passages=needle.pleural_passages,
        skin_angle_deg=needle.skin_angle_deg if np.isfinite(needle.skin_angle_deg) else None,
        crossed="; ".join(f"{c.name} {c.length_mm:.1f}" for c in needle.crossed),
    )
