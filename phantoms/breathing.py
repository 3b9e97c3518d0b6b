"""Seeds that move with the breath during the scan: blurred within a slice, torn or doubled between slices.

A scan takes its slices one after the other, so each shows a seed where it is at that moment; within the time
of one rotation it moves on, which blurs it.  The rest of the patient is painted at rest: what is tested is
how seeds come to look, not how organs do.
"""

from dataclasses import dataclass

import numpy as np

from phantoms.errors import PhantomError

# Moments that stand for one rotation.
MOMENTS = 7


@dataclass(frozen=True)
class Breathing:
    """One breath after the other, about the place that a seed has in the mean of a breath.

    Parameters
    ----------
    amplitude_mm : (x, y, z)
        From breathed out to breathed in; a seed moves by half of it to either side.
    period_s : float
        Of one breath.
    rotation_s : float
        Time in which a slice is taken.
    table_mm_per_s : float
        Of the scan along z; slow against the breath it doubles seeds, fast it shifts them.
    phase : float
        Fraction of a breath that has passed when the plane z = 0 is scanned.
    """

    amplitude_mm: tuple[float, float, float] = (0.0, 2.0, 8.0)
    period_s: float = 4.0
    rotation_s: float = 0.5
    table_mm_per_s: float = 30.0
    phase: float = 0.0

    def __post_init__(self):
        if not all(0 <= abs(a) <= 40 for a in self.amplitude_mm):
            raise PhantomError(
                f"a breath moves seeds by {self.amplitude_mm} mm", "at most 40 mm along each axis"
            )
        if not min(self.period_s, self.rotation_s, self.table_mm_per_s) > 0:
            raise PhantomError("period, rotation and speed of the table of a breath", "above 0")

    def away_mm(self, seconds) -> np.ndarray:
        """Displacement (n, 3) at times (n,) after the plane z = 0 is scanned; over a breath its mean is 0."""
        turn = 2 * np.pi * (np.asarray(seconds, float) / self.period_s + self.phase)
        return -0.5 * np.cos(turn)[:, None] * np.array(self.amplitude_mm)

    def within_slice_mm(self, z_mm: float, moments: int = MOMENTS) -> np.ndarray:
        """Displacements (moments, 3) spread over the rotation in which the slice at ``z_mm`` is taken."""
        spread = ((np.arange(moments) + 0.5) / moments - 0.5) * self.rotation_s
        return self.away_mm(z_mm / self.table_mm_per_s + spread)

    @property
    def reach_mm(self) -> float:
        """Farthest along z from the mean place."""
        return abs(self.amplitude_mm[2]) / 2
