"""The one dose-volume histogram of the project.

A region is a set of sample points, each standing for a small volume.  Sorted from the hottest down,
sample ``i`` covers the interval of cumulative volume from ``sum(v[:i])`` to ``sum(v[:i+1])``; its dose is
taken to hold at the middle of that interval (midpoint rule, error of second order in the sample volume),
linear in between.  From the first and last midpoint outwards it goes to the highest and lowest dose of the
region, where these are known (``tps.evaluate.extremes`` looks for them between the samples), and is constant
otherwise.  Both directions, dose at a volume and volume at a dose, read that one curve, so they are each
other's inverse.  Doses are not binned, so targets below 1 cm3 lose nothing.
"""

from dataclasses import dataclass, field

import numpy as np

from tps.model.grid import frozen_array

# Volumes that differ by less are one: sums of thousands of samples round.
SAME_VOLUME = 1e-9


@dataclass(frozen=True, eq=False)
class Dvh:
    """Cumulative dose-volume histogram of one region; build it with ``Dvh.of``.

    Parameters
    ----------
    dose_gy : (n,) float
        Dose of the samples, highest first.
    volume_cc : (n,) float
        Volume of each sample, > 0, in the same order.
    max_gy, min_gy : float, optional
        Highest and lowest dose anywhere in the region; default: of the samples.

    Attributes
    ----------
    total_cc : float
        Volume of the region.

    Raises
    ------
    ValueError
        If there is no sample, a value is not finite, a dose negative, a volume not positive, the order
        wrong, or a sample outside ``min_gy`` to ``max_gy``.
    """

    dose_gy: np.ndarray
    volume_cc: np.ndarray
    max_gy: float = None  # type: ignore[assignment]  # None is replaced as the histogram is made
    min_gy: float = None  # type: ignore[assignment]
    total_cc: float = field(init=False)
    _curve_gy: np.ndarray = field(init=False, repr=False)
    _curve_cc: np.ndarray = field(init=False, repr=False)

    def __post_init__(self):
        dose = frozen_array(self.dose_gy, (None,), "dose_gy")
        volume = frozen_array(self.volume_cc, (len(dose),), "volume_cc")
        if not len(dose):
            raise ValueError("a DVH needs at least one sample")
        if dose[-1] < 0 or np.any(np.diff(dose) > 0):
            raise ValueError("dose_gy must be sorted from high to low and not negative")
        if np.any(volume <= 0):
            raise ValueError("every sample of a DVH needs a positive volume")
        highest = float(dose[0]) if self.max_gy is None else float(self.max_gy)
        lowest = float(dose[-1]) if self.min_gy is None else float(self.min_gy)
        if not 0 <= lowest <= dose[-1] or not dose[0] <= highest < np.inf:
            raise ValueError(f"doses from {lowest} to {highest} Gy do not hold those of the samples")
        edge = np.cumsum(volume)
        for name, value in (
            ("dose_gy", dose),
            ("volume_cc", volume),
            ("_curve_gy", np.concatenate([[highest], dose, [lowest]])),
            ("_curve_cc", np.concatenate([[0.0], edge - volume / 2, edge[-1:]])),
        ):
            value.setflags(write=False)
            object.__setattr__(self, name, value)
        for name, number in (("max_gy", highest), ("min_gy", lowest), ("total_cc", float(edge[-1]))):
            object.__setattr__(self, name, number)

    @staticmethod
    def of(dose_gy, volumes_mm3, *, lowest_gy: float = np.inf, highest_gy: float = -np.inf) -> "Dvh":
        """DVH of samples in any order.

        Parameters
        ----------
        dose_gy : (n,) float
        volumes_mm3 : (n,) float
        lowest_gy, highest_gy : float
            Of doses met in the region beside the samples; the ends of the curve are the lowest and the
            highest of all.
        """
        dose, volume = np.asarray(dose_gy, float), np.asarray(volumes_mm3, float)
        if dose.shape != volume.shape:
            raise ValueError(f"{dose.shape} doses for {volume.shape} volumes")
        order = np.argsort(dose)[::-1]
        ends = {}
        if len(dose):
            ends = {"max_gy": max(highest_gy, dose[order[0]]), "min_gy": min(lowest_gy, dose[order[-1]])}
        return Dvh(dose[order], volume[order] / 1000.0, **ends)

    @property
    def mean_gy(self) -> float:
        """Mean dose over the volume."""
        return float(np.sum(self.dose_gy * self.volume_cc) / self.total_cc)

    def d_at_volume_cc(self, volume_cc: float) -> float:
        """Lowest dose to the hottest ``volume_cc`` (D2cc ...); nan where the region is smaller than that."""
        if not volume_cc >= 0:
            raise ValueError(f"volume_cc is {volume_cc}, must not be negative")
        if volume_cc > self.total_cc * (1 + SAME_VOLUME):
            return float("nan")
        return float(np.interp(volume_cc, self._curve_cc, self._curve_gy))

    def d_at_fraction(self, fraction: float) -> float:
        """Dose that ``fraction`` (0-1) of the volume gets at least (D90: 0.9); 1.0: the lowest of all."""
        if not 0 <= fraction <= 1:
            raise ValueError(f"fraction is {fraction}, must lie in 0-1 (it is not a percentage)")
        return self.d_at_volume_cc(fraction * self.total_cc)

    def v_at_dose(self, dose_gy: float) -> float:
        """Volume in cm3 that gets at least ``dose_gy``."""
        if not dose_gy >= 0:
            raise ValueError(f"dose_gy is {dose_gy}, must not be negative")
        count = int(np.searchsorted(-self._curve_gy, -dose_gy, side="right"))
        if count == 0:
            return 0.0
        if count == len(self._curve_gy):
            return self.total_cc
        high, low = self._curve_gy[count - 1], self._curve_gy[count]
        part = (high - dose_gy) / (high - low)
        return float((1 - part) * self._curve_cc[count - 1] + part * self._curve_cc[count])

    def fraction_at_dose(self, dose_gy: float) -> float:
        """Fraction of the volume that gets at least ``dose_gy``."""
        return self.v_at_dose(dose_gy) / self.total_cc

    def curve(self, doses_gy) -> np.ndarray:
        """Volume (n,) in cm3 at each of ``doses_gy`` (n,), for plots and tables."""
        doses = np.ravel(np.asarray(doses_gy, float))
        if not (doses >= 0).all():
            raise ValueError("doses_gy must not be negative")
        last = len(self._curve_gy) - 1
        count = np.searchsorted(-self._curve_gy, -doses, side="right")
        below = np.clip(count, 1, last)
        high, low = self._curve_gy[below - 1], self._curve_gy[below]
        steep = high > low
        part = np.where(steep, (high - doses) / np.where(steep, high - low, 1.0), 0.0)
        found = (1 - part) * self._curve_cc[below - 1] + part * self._curve_cc[below]
        return np.where(count == 0, 0.0, np.where(count > last, self.total_cc, found))
