"""Seeds out of the channels of an RT Plan: time weights decide, not positions.

A stepwise channel (PS3.3, C.8.8.15.9) lists control points with a position and a cumulative time weight.
Time passes between two control points at one position whose weight grows: there is a seed.  Control points
between which no time passes are travel, and stand for nothing.
"""

from dataclasses import dataclass

import numpy as np
from pydicom import Dataset

from tps.dicom.file.values import has, integer, items, number, numbers, text
from tps.errors import BadInput

# Two control points nearer than this are at one position; written positions resolve 0.001 mm or better.
SAME_POSITION_MM = 5e-3

# Orientations are stored in single precision; a seed's two control points agree within this.
SAME_DIRECTION = 1e-4

# Shares of time of the seeds in one channel may differ by the rounding of their weights.
EQUAL_WEIGHT = 1e-3

_REMEDY = "export the plan again; if it is a permanent implant all the same, report this file"


@dataclass(frozen=True, eq=False)
class Dwell:
    """A place where time passes.

    Parameters
    ----------
    position_mm : (3,) float
    direction : (3,) float or None
    time_s : float or None
        How long; None where the channel states no total time.
    relative_mm : float
        Control Point Relative Position.
    """

    position_mm: np.ndarray
    direction: np.ndarray | None
    time_s: float | None
    relative_mm: float


def dwells_of(channel: Dataset, where: str) -> tuple[list[Dwell], list[str]]:
    """Places of one channel at which time passes, in order, and warnings.

    Raises
    ------
    BadInput
        If positions or weights are missing, time passes between positions, or the seeds of the channel
        have unequal weights.
    """
    points = items(channel, "BrachyControlPointSequence")
    stated = integer(channel, "NumberOfControlPoints", where, len(points))
    if stated != len(points):
        raise BadInput(
            f"Number of Control Points is {stated}, but there are {len(points)}", where=where, remedy=_REMEDY
        )
    positions = [_position(p, f"{where}, control point {k + 1}") for k, p in enumerate(points)]
    weights = _weights(points, where)
    found, gains, warnings = [], [], []
    for k in range(1, len(points)):
        gain = weights[k] - weights[k - 1]
        moved = np.linalg.norm(positions[k] - positions[k - 1])
        if gain > 0 and moved > SAME_POSITION_MM:
            raise BadInput(
                f"time passes while the source moves {moved:.1f} mm (control points {k} and {k + 1})",
                where=where,
                expected="seeds that stay where they are",
                remedy="only permanent implants can be read",
            )
        if gain < 0:
            warnings.append("cumulative time weights fall back: only growing weights count as seeds")
        if gain > 0:
            gains.append(gain)
            found.append((positions[k], _direction(points[k - 1], points[k], where), points[k]))
    if points and not gains:
        warnings.append(f"no time passes in {where.rpartition(', application')[2]}: no seed there")
    _check_equal(gains, where)
    total = _total_time(channel, gains, where)
    dwells = [
        Dwell(position, direction, time, number(point, "ControlPointRelativePosition", where, 0.0))
        for (position, direction, point), time in zip(found, total, strict=True)
    ]
    return dwells, warnings


def _position(point: Dataset, where: str) -> np.ndarray:
    if not has(point, "ControlPoint3DPosition"):
        raise BadInput(
            "Control Point 3D Position is missing",
            where=where,
            expected="positions in patient coordinates",
            remedy="export the plan with source positions",
        )
    return numbers(point, "ControlPoint3DPosition", where, 3)


def _weights(points: list[Dataset], where: str) -> np.ndarray:
    """Cumulative time weights; one that is left empty keeps the value before it."""
    weights, last = [], 0.0
    for point in points:
        last = number(point, "CumulativeTimeWeight", where, last)
        weights.append(last)
    return np.array(weights)


def _direction(first: Dataset, second: Dataset, where: str) -> np.ndarray | None:
    """Unit vector of the source axis; both control points of a seed must say the same."""
    found = []
    for point in (first, second):
        if has(point, "ControlPointOrientation"):
            vector = numbers(point, "ControlPointOrientation", where, 3)
            length = np.linalg.norm(vector)
            if length > 0:
                found.append(vector / length)
    if len(found) == 2 and np.abs(found[0] - found[1]).max() > SAME_DIRECTION:
        raise BadInput(
            "the two control points of a seed have different orientations",
            where=where,
            expected="one orientation for a seed",
            remedy=_REMEDY,
        )
    return found[0] if found else None


def _check_equal(gains: list[float], where: str) -> None:
    if gains and max(gains) - min(gains) > EQUAL_WEIGHT * max(gains):
        raise BadInput(
            f"its seeds have unequal time weights ({min(gains):g} to {max(gains):g})",
            where=where,
            expected="one weight for all seeds of a channel: a permanent seed has no time of its own",
            remedy=_REMEDY,
        )


def _total_time(channel: Dataset, gains: list[float], where: str) -> list[float | None]:
    """Time at each dwell, s: its share of the channel's total time."""
    total = number(channel, "ChannelTotalTime", where, 0.0)
    final = number(channel, "FinalCumulativeTimeWeight", where, 0.0)
    if total <= 0:
        return [None] * len(gains)
    return [total * gain / (final or sum(gains)) for gain in gains]


def channel_label(setup: Dataset, channel: Dataset) -> str:
    """How messages name a channel."""
    return (
        f"application setup {text(setup, 'ApplicationSetupNumber')}, channel {text(channel, 'ChannelNumber')}"
    )
