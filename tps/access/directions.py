"""The directions from which needles may come."""

import numpy as np

from tps.access.cost import elevation_deg, tilt_deg
from tps.errors import BadInput
from tps.model.grid import Grid
from tps.model.position import Position
from tps.model.protocol import Protocol
from tps.model.steering import Steering

# A needle pushed horizontally is still above the table; nothing is pushed from below.
BELOW_TOLERANCE_DEG = 0.5

# Half the sector that a side stands for.
SIDE_DEG = 45.0

# Directions nearer than this to each other are one.
SAME_DEG = 1.0

# Out of the patient, in patient coordinates.
_OUT = {
    "anterior": (0.0, -1.0, 0.0),
    "posterior": (0.0, 1.0, 0.0),
    "left": (1.0, 0.0, 0.0),
    "right": (-1.0, 0.0, 0.0),
}


def directions_around(protocol: Protocol, tilted: bool = True) -> tuple[np.ndarray, ...]:
    """Unit vectors (3,) pointing inwards: axial ones first, then tilted by each step up to the largest."""
    count = max(1, int(round(360.0 / protocol.axial_step_deg)))
    tilts = [0.0]
    if tilted and protocol.tilt_step_deg > 0:
        steps = int(np.floor(protocol.max_tilt_deg / protocol.tilt_step_deg + 1e-9))
        for n in range(1, steps + 1):
            tilts += [n * protocol.tilt_step_deg, -n * protocol.tilt_step_deg]
    angles = 2 * np.pi * np.arange(count) / count
    return tuple(_inwards(angle, tilt) for tilt in np.deg2rad(tilts) for angle in angles)


def _inwards(angle: float, tilt: float) -> np.ndarray:
    return np.array([np.cos(angle) * np.cos(tilt), np.sin(angle) * np.cos(tilt), np.sin(tilt)])


def is_above(direction: np.ndarray, position: Position) -> bool:
    """Whether a needle along ``direction`` (3,) is pushed from above the horizontal."""
    return elevation_deg(direction, position) >= -BELOW_TOLERANCE_DEG


def direction_of(axial_deg: float, tilt: float, grid: Grid) -> np.ndarray:
    """The direction inwards (3,) of a needle with these angles on the needle sheet, degrees.

    Parameters
    ----------
    axial_deg : float
        0 comes from straight above in the image, positive from the image's right.
    tilt : float
        Positive advances towards the head.
    grid : Grid
        Of the CT.
    """
    head = grid.axes[2] if grid.axes[2][2] >= 0 else -grid.axes[2]
    angle, rise = np.deg2rad([axial_deg, tilt])
    outward = np.sin(angle) * grid.axes[0] - np.cos(angle) * grid.axes[1]
    return -np.cos(rise) * outward + np.sin(rise) * head


def axial_deg(direction: np.ndarray, grid: Grid) -> float:
    """The axial-plane angle on the needle sheet of a direction inwards (3,), as ``direction_of`` takes it.

    Parameters
    ----------
    direction : (3,) float
    grid : Grid
        Of the CT.
    """
    out = -np.asarray(direction, float)
    right, up = float(out @ grid.axes[0]), -float(out @ grid.axes[1])
    return float(np.degrees(np.arctan2(right, up))) if np.hypot(right, up) > 1e-9 else 0.0


def allowed_directions(
    protocol: Protocol, position: Position, steering: Steering, grid: Grid
) -> tuple[np.ndarray, ...]:
    """Directions inwards (3,) that protocol, position and user leave, the axial ones first.

    Parameters
    ----------
    protocol : Protocol
    position : Position
        How the patient lies.
    steering : Steering
        What the user says about the ways in.
    grid : Grid
        Of the scan.

    Raises
    ------
    BadInput
        If they leave none: the user's direction comes from below the patient.
    """
    if steering.lines:
        wanted = _distinct([line.direction for line in steering.lines])
    elif steering.directions:
        wanted = _distinct(steering.directions)
    elif steering.angle_deg is not None:
        wanted = (direction_of(steering.angle_deg, steering.tilt_deg or 0.0, grid),)
    else:
        wanted = directions_around(protocol, tilted=not steering.in_plane)
        if steering.side:
            wanted = tuple(d for d in wanted if _comes_from(d, steering.side))
    if steering.in_plane:
        wanted = tuple(d for d in wanted if abs(tilt_deg(d)) < SAME_DEG)
    wanted = tuple(d for d in wanted if not any(f.holds(axial_deg(d, grid)) for f in steering.not_from))
    above = tuple(d for d in wanted if is_above(d, position))
    if not above:
        raise BadInput(
            f"no direction is left: what was asked for comes from below a patient who lies {position.words}"
            if wanted
            else "no direction is left",
            where="--from / --in-plane / --keep-approach / --needles / --not-from",
            expected="needles from above the horizontal",
            remedy="ask for another side, or say how the patient is to lie with --position",
        )
    return above


def _comes_from(direction: np.ndarray, side: str) -> bool:
    outward = -direction[:2]
    length = float(np.linalg.norm(outward))
    return length > 0 and float(outward @ _OUT[side][:2]) / length >= np.cos(np.deg2rad(SIDE_DEG)) - 1e-9


def _distinct(directions) -> tuple[np.ndarray, ...]:
    kept: list[np.ndarray] = []
    for direction in directions:
        if all(direction @ other < np.cos(np.deg2rad(SAME_DEG)) for other in kept):
            kept.append(direction)
    return tuple(kept)
