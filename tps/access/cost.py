"""What a way in costs: one scale for choosing directions and for the search.

The unit is a *point*: one unit of log-odds of a complication, so that published odds ratios can be used as
they are.  Points rank ways; they predict no rate: the ratios come from single-needle biopsies and from
analyses of one factor at a time.
"""

import numpy as np

from tps.model.position import Position
from tps.model.protocol import Protocol

# Depth: a needle drifts sideways by about half a millimetre for every 10 mm (2.8 to 3.4 degrees of error in
# phantom studies of CT-guided needles), and longer paths bled and leaked more often.
PER_DEPTH_MM = 0.01

# Lung: the first 10 mm carry most of the pneumothorax risk (47 % at 1-10 mm against 14 % at the pleura,
# 274 biopsies); a path of 30 mm and more has an odds ratio of 2.4 (23,104 biopsies).
LUNG_FIRST_MM = 10.0
PER_LUNG_FIRST_MM = 0.05
PER_LUNG_MM = 0.02

# Each passage through the pleura: a second puncture has an odds ratio of 2.4, ln 2.4 = 0.9; a plan has many
# needles, each counts for part of it.
PER_PLEURA = 0.5

# A target outside the lung can nearly always be reached without it.
LUNG_FOR_OTHERS = 1.0

# Leaving the axial plane: one image no longer shows the whole needle (error 3.3 mm in the plane, 4.4 mm out
# of it); steeper than 10 degrees each degree counts.
OFF_PLANE = 0.3
OFF_PLANE_DEG = 0.5
STEEP_DEG = 10.0
PER_STEEP_DEG = 0.05

# A skin that slides by 3 mm moves the entry by 1.7 mm at 30 degrees from its normal and by 5.2 mm at 60.
SLANTED_DEG = 30.0
PER_SLANTED_DEG = 0.03

# Away from straight down a needle needs holding; near the horizontal the table and the arms are in the way.
PER_OFF_VERTICAL_DEG = 0.005
NEAR_HORIZONTAL_DEG = 10.0
NEAR_HORIZONTAL = 0.5


def ray_points(
    raster: dict[str, np.ndarray],
    direction: np.ndarray,
    protocol: Protocol,
    position: Position,
    in_lung: bool,
) -> np.ndarray:
    """Points of each ray (na, nb) of an approach, down to the far side of the target.

    Parameters
    ----------
    raster : dict of str to (na, nb)
        ``entry_t``, ``target_last_t``, ``lung_mm``, ``pleura``, ``skin_angle_deg`` and ``crossing``.
    direction : (3,) float
        Inwards.
    protocol : Protocol
        Its weights multiply what they name.
    position : Position
    in_lung : bool
        Whether the target lies in lung.
    """
    end = np.where(np.isnan(raster["target_last_t"]), 0.0, raster["target_last_t"])
    points = protocol.weight_depth * PER_DEPTH_MM * np.maximum(end - raster["entry_t"], 0.0)
    lung = raster["lung_mm"]
    through = PER_LUNG_FIRST_MM * np.minimum(lung, LUNG_FIRST_MM)
    through = through + PER_LUNG_MM * np.maximum(lung - LUNG_FIRST_MM, 0.0)
    through = through + (PER_PLEURA + (0.0 if in_lung else LUNG_FOR_OTHERS)) * raster["pleura"]
    points = points + protocol.weight_lung * through
    points = points + PER_SLANTED_DEG * np.maximum(raster["skin_angle_deg"] - SLANTED_DEG, 0.0)
    return points + raster["crossing"] + direction_points(direction, protocol, position)


def direction_points(direction: np.ndarray, protocol: Protocol, position: Position) -> float:
    """Points that a direction (3,) costs wherever a needle along it enters."""
    tilt = abs(tilt_deg(direction))
    points = OFF_PLANE * (tilt > OFF_PLANE_DEG) + PER_STEEP_DEG * max(tilt - STEEP_DEG, 0.0)
    points *= protocol.weight_tilt
    above = elevation_deg(direction, position)
    points += PER_OFF_VERTICAL_DEG * (90.0 - above)
    return float(points + NEAR_HORIZONTAL * (above < NEAR_HORIZONTAL_DEG))


def tilt_deg(direction: np.ndarray) -> float:
    """Angle between a direction (3,) and the axial plane, > 0 towards the head."""
    return float(np.degrees(np.arcsin(np.clip(direction[2], -1.0, 1.0))))


def elevation_deg(direction: np.ndarray, position: Position) -> float:
    """How high above the horizontal a needle along ``direction`` (3,) points out of the patient, degrees."""
    return float(np.degrees(np.arcsin(np.clip(-np.asarray(direction) @ position.up, -1.0, 1.0))))
