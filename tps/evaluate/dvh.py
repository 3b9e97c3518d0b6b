"""The one dose-volume histogram of the project.

A region is a set of sample points, each standing for a small volume.  Sorted from the hottest down,
sample ``i`` covers the interval of cumulative volume from ``sum(v[:i])`` to ``sum(v[:i+1])``; its dose is
taken to hold at the middle of that interval (midpoint rule, error of second order in the sample volume),
linear in between, and constant from the first and last midpoint outwards.  Both directions, dose at a
volume and volume at a dose, read that one curve, so they are each other's inverse.  Doses are not binned,
so targets below 1 cm3 lose nothing.
"""

from dataclasses import dataclass, field

import numpy as np

from tps.model.grid import frozen_array


@dataclass(frozen=True, eq=False)
class Dvh:
    """Cumulative dose-volume histogram of one region; build it with ``Dvh.of``.

    Parameters
    ----------
    dose_gy : (n,) float
        Dose of the samples, highest first.
    volume_cc : (n,) float
        Volume of each sample, > 0, in the same order.
    total_cc : float
        Volume of the region.

    Raises
    ------
    ValueError
        If there is no sample, a value is not finite, a dose negative, a volume not positive, or the order
        wrong.
    """

    dose_gy: np.ndarray
    volume_cc: np.ndarray
    total_cc: float = field(init=False)
    _middle_cc: np.ndarray = field(init=False, repr=False)

    def __post_init__(self):
        dose = frozen_array(self.dose_gy, (None,), "dose_gy")
        volume = frozen_array(self.volume_cc, (len(dose),), "volume_cc")
        if not len(dose):
            raise ValueError("a DVH needs at least one sample")
        if dose[-1] < 0 or np.any(np.diff(dose) > 0):
            raise ValueError("dose_gy must be sorted from high to low and not negative")
        if np.any(volume <= 0):
            raise ValueError("every sample of a DVH needs a positive volume")
        edge = np.cumsum(volume)
        for name, value in (("dose_gy", dose), ("volume_cc", volume), ("_middle_cc", edge - volume / 2)):
            value.setflags(write=False)
            object.__setattr__(self, name, value)
        object.__setattr__(self, "total_cc", float(edge[-1]))

    @staticmethod
    def of(dose_gy, volumes_mm3) -> "Dvh":
        """DVH of samples in any order: doses (n,) Gy, volumes (n,) mm3."""
        dose, volume = np.asarray(dose_gy, float), np.asarray(volumes_mm3, float)
        if dose.shape != volume.shape:
            raise ValueError(f"{dose.shape} doses for {volume.shape} volumes")
        order = np.argsort(dose)[::-1]
        return Dvh(dose[order], volume[order] / 1000.0)

    @property
    def max_gy(self) -> float:
        """Highest dose of any sample."""
        return float(self.dose_gy[0])

    @property
    def min_gy(self) -> float:
        """Lowest dose of any sample."""
        return float(self.dose_gy[-1])

    @property
    def mean_gy(self) -> float:
        """Mean dose over the volume."""
        return float(np.sum(self.dose_gy * self.volume_cc) / self.total_cc)

    def d_at_volume_cc(self, volume_cc: float) -> float:
        """Lowest dose to the hottest ``volume_cc`` (D2cc ...); of the whole region if that is smaller."""
        if not volume_cc >= 0:
            raise ValueError(f"volume_cc is {volume_cc}, must not be negative")
        return float(np.interp(volume_cc, self._middle_cc, self.dose_gy))

    def d_at_fraction(self, fraction: float) -> float:
        """Dose that ``fraction`` (0-1) of the volume gets at least (D90: 0.9); 1.0: the lowest sample."""
        if not 0 <= fraction <= 1:
            raise ValueError(f"fraction is {fraction}, must lie in 0-1 (it is not a percentage)")
        return self.d_at_volume_cc(fraction * self.total_cc)

    def v_at_dose(self, dose_gy: float) -> float:
        """Volume in cm3 that gets at least ``dose_gy``."""
        if not dose_gy >= 0:
            raise ValueError(f"dose_gy is {dose_gy}, must not be negative")
        count = int(np.searchsorted(-self.dose_gy, -dose_gy, side="right"))
        if count == 0:
            return 0.0
        if count == len(self.dose_gy):
            return self.total_cc
        high, low = self.dose_gy[count - 1], self.dose_gy[count]
        part = (high - dose_gy) / (high - low)
        return float((1 - part) * self._middle_cc[count - 1] + part * self._middle_cc[count])

    def fraction_at_dose(self, dose_gy: float) -> float:
        """Fraction of the volume that gets at least ``dose_gy``."""
        return self.v_at_dose(dose_gy) / self.total_cc

    def curve(self, doses_gy) -> np.ndarray:
        """Volume (n,) in cm3 at each of ``doses_gy`` (n,), for plots and tables."""
        return np.array([self.v_at_dose(float(d)) for d in np.ravel(doses_gy)])
