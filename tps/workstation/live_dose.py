"""Dose that follows the hand: what stays is summed once, what moves is added anew each time.

What moves is taken out of the sum once, when the hand takes hold of it, and put in anew each time: nothing
drifts.  When the hand lets go all seeds are summed afresh.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from tps.dose.model import DoseModel
from tps.model import Grid, Seed
from tps.workstation.samples import DoseSamples

# Step of the grid that the page draws isodoses from, mm: at 8 mm from a seed, where the prescription lies,
# linear interpolation moves an isodose by 0.1 mm.
GRID_STEP_MM = 1.5

# Voxels of that grid; targets far apart share one, which is then coarser.
MOST_VOXELS = 400_000


def live_grid(low_mm: np.ndarray, high_mm: np.ndarray) -> Grid:
    """The grid that the page draws isodoses from, over a box (3,) to (3,) mm."""
    step = max(GRID_STEP_MM, float(np.prod(high_mm - low_mm) / MOST_VOXELS) ** (1 / 3))
    return Grid.around(low_mm, high_mm, step)


@dataclass(frozen=True, eq=False)
class Doses:
    """Dose of some seeds, Gy: at the samples (n,) float64, on the grid (nz, ny, nx) float32."""

    at_samples: np.ndarray
    on_grid: np.ndarray

    def plus(self, other: "Doses") -> "Doses":
        """Of these seeds and others."""
        return Doses(self.at_samples + other.at_samples, self.on_grid + other.on_grid)

    def minus(self, other: "Doses") -> "Doses":
        """Without other seeds that are among them; rounding makes nothing negative."""
        at_samples = np.maximum(self.at_samples - other.at_samples, 0.0)
        return Doses(at_samples, np.maximum(self.on_grid - other.on_grid, np.float32(0)))


@dataclass(frozen=True, eq=False)
class LiveDose:
    """Gives doses of seeds at the places that are looked at.

    Parameters
    ----------
    engine : DoseModel
    samples : DoseSamples
    grid : Grid
    """

    engine: DoseModel
    samples: DoseSamples
    grid: Grid

    def of(self, seeds: Sequence[Seed]) -> Doses:
        """The dose of seeds; zeros where there is none."""
        if not seeds:
            return Doses(np.zeros(len(self.samples.points_mm)), np.zeros(self.grid.shape, np.float32))
        at_samples = self.engine.dose_gy(self.samples.points_mm, seeds)
        return Doses(at_samples, np.asarray(self.engine.dose_grid(self.grid, seeds).values))


@dataclass(eq=False)
class Held:
    """Seeds that rest while others move.

    Parameters
    ----------
    live : LiveDose
    resting : dict of int to Seed
        By number.
    rest : Doses
        Theirs.
    """

    live: LiveDose
    resting: dict[int, Seed]
    rest: Doses

    @staticmethod
    def around(live: LiveDose, total: Doses, before: Sequence[Seed], after: Sequence[Seed]) -> "Held":
        """What rests between two arrangements' seeds.

        Parameters
        ----------
        live : LiveDose
        total : Doses
            Of ``before`` and of all that was there earlier.
        before, after : sequence of Seed
        """
        same = {id(seed) for seed in before} & {id(seed) for seed in after}
        taken = live.of([seed for seed in before if id(seed) not in same])
        return Held(live, {s.id: s for s in after if id(s) in same}, total.minus(taken))

    def fits(self, seeds: Sequence[Seed]) -> bool:
        """Whether all that rests is among the seeds as it is."""
        now = {seed.id: seed for seed in seeds}
        return all(now.get(number) is seed for number, seed in self.resting.items())

    def with_moved(self, seeds: Sequence[Seed]) -> Doses:
        """The dose of all seeds; those that do not rest are summed now."""
        return self.rest.plus(self.live.of([s for s in seeds if self.resting.get(s.id) is not s]))
