"""The dose of one region where dose is given on a grid, whoever computed it.

The region is the ``Solid`` of its contours: interpolated between planes; at its ends it goes on as its areas
do, or half a plane distance as a cylinder where these do not say how it ends.  Its dose is linear between
voxel centres in all three axes and sampled at least twice for each voxel along each of them.  A function of
that kind is highest and lowest on the surface or at a voxel's centre: both are looked at.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from tps.evaluate.dvh import Dvh
from tps.evaluate.samples import target_step_mm

# Samples in a region: above, no printed digit changes; it only takes time.
MOST_SAMPLES = 1_000_000

# A region is cut into so many samples at least: the hottest 0.1 cm3 of 1 cm3 is then told to 0.1 %.
LEAST_SAMPLES = 20_000

# Points of the surface lie so far apart, mm; nearer together on a small region.
SURFACE_STEP_MM = 1.0

# What the curve of a region holds, in words for every output.
SAMPLING = (
    "dose linear between voxel centres; at least two samples a voxel along each axis; extremes at voxels and"
    " on the surface; between contours interpolated; ends as the areas go on, else half a plane flat"
)

# Figures of a region that has its dose: key and label.
METRICS = (
    ("volume_cc", "volume cc"),
    ("outside_fraction", "outside"),
    ("min_gy", "min"),
    ("d98_gy", "D98"),
    ("d95_gy", "D95"),
    ("d90_gy", "D90"),
    ("d50_gy", "D50"),
    ("d2_gy", "D2"),
    ("max_gy", "max"),
    ("mean_gy", "mean"),
    ("d0.1cc_gy", "D0.1cc"),
    ("d1cc_gy", "D1cc"),
    ("d2cc_gy", "D2cc"),
)
PRESCRIBED = (("v90", "V90"), ("v100", "V100"), ("v150", "V150"), ("v200", "V200"))


class DoseOnGrid(Protocol):
    """A dose known at voxel centres."""

    @property
    def step_mm(self) -> float:
        """Between neighbouring centres."""
        ...

    def dose_at(self, points_mm) -> np.ndarray:
        """Dose (n,) Gy at points (n, 3); nan outside the outermost centres."""

    def voxels_within(self, low_mm, high_mm) -> tuple[np.ndarray, np.ndarray]:
        """Centres (n, 3) in a box and their doses (n,)."""


@dataclass(frozen=True, eq=False)
class RegionDose:
    """One region and its dose.

    Parameters
    ----------
    name : str
    volume_cc : float
        Of the whole region.
    outside_fraction : float
        Fraction of its volume that lies outside the dose's grid, where no dose is known.
    dvh : Dvh or None
        Of the part inside the grid; None where there is none.
    notes : tuple of str
        What is unusual about its contours.
    """

    name: str
    volume_cc: float
    outside_fraction: float
    dvh: Dvh | None
    notes: tuple[str, ...] = ()

    def metrics(self, prescription_gy: float | None = None) -> dict[str, float]:
        """Figures by the keys of ``METRICS``, and of ``PRESCRIBED`` where a prescription is given.

        Fractions of the volume (D90, V100) are of the part inside the grid; nan where there is no dose, or
        the region is smaller than the volume asked for.
        """
        found = {"volume_cc": self.volume_cc, "outside_fraction": self.outside_fraction}
        dvh = self.dvh
        if dvh is None:
            keys = [k for k, _ in METRICS[2:]] + [k for k, _ in PRESCRIBED if prescription_gy]
            return found | dict.fromkeys(keys, float("nan"))
        found |= {"min_gy": dvh.min_gy}
        found |= {f"d{p}_gy": dvh.d_at_fraction(p / 100) for p in (98, 95, 90, 50, 2)}
        found |= {"max_gy": dvh.max_gy, "mean_gy": dvh.mean_gy}
        found |= {f"d{cc:g}cc_gy": dvh.d_at_volume_cc(cc) for cc in (0.1, 1.0, 2.0)}
        if prescription_gy:
            found |= {f"v{p}": dvh.fraction_at_dose(p / 100 * prescription_gy) for p in (90, 100, 150, 200)}
        return found


def region_dose(solid, dose: DoseOnGrid) -> RegionDose:
    """The DVH of a region in a dose on a grid.

    Parameters
    ----------
    solid : Solid
    dose : DoseOnGrid
    """
    volume = solid.volume_mm3
    step = min(target_step_mm(volume), dose.step_mm / 2, (volume / LEAST_SAMPLES) ** (1 / 3))
    points, volumes = solid.scattered(max(step, (volume / MOST_SAMPLES) ** (1 / 3)))
    values = dose.dose_at(points)
    known = np.isfinite(values)
    outside = float(volumes[~known].sum() / volumes.sum())
    dvh = None
    if known.any():
        extremes = _extremes(solid, dose)
        ends = (
            {"lowest_gy": float(extremes.min()), "highest_gy": float(extremes.max())} if len(extremes) else {}
        )
        dvh = Dvh.of(values[known], volumes[known], **ends)
    return RegionDose(solid.name, volume / 1000.0, outside, dvh, solid.notes)


def _extremes(solid, dose: DoseOnGrid) -> np.ndarray:
    """Doses where the highest and the lowest of a region are: on its surface, and at voxels inside."""
    surface = solid.surface_points(min(SURFACE_STEP_MM, (solid.volume_mm3 / LEAST_SAMPLES) ** (1 / 3) * 2))
    on_surface = dose.dose_at(surface)
    centres, values = dose.voxels_within(*solid.bounds_mm())
    inside = solid.contains(centres) if len(centres) else np.zeros(0, bool)
    return np.concatenate([on_surface[np.isfinite(on_surface)], values[inside]])
