"""Dose that follows the hand: what stays is summed once, what moves is added anew each time.

What moves is taken out of the sum once, when the hand takes hold of it, and put in anew each time: nothing
drifts.  The hand sees samples of the regions, for figures, and the planes on the screen, for isodoses; the
grid of a whole plan is made where somebody asks for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from tps.dose.model import DoseModel
from tps.model import Grid, Seed
from tps.workstation.dose_plane import DosePlane
from tps.workstation.samples import DoseSamples

# Step of the grid that the page draws isodoses from, mm: at 8 mm from a seed, where the prescription lies,
# linear interpolation moves an isodose by 0.1 mm.
GRID_STEP_MM = 1.5

# Voxels of that grid; targets far apart share one, which is then coarser.
MOST_VOXELS = 400_000

# Planes whose resting dose is remembered: those on the screen, and a few that were looked at before.
MOST_PLANES = 12


def live_grid(low_mm: np.ndarray, high_mm: np.ndarray) -> Grid:
    """The grid that the page draws isodoses from, over a box (3,) to (3,) mm."""
    step = max(GRID_STEP_MM, float(np.prod(high_mm - low_mm) / MOST_VOXELS) ** (1 / 3))
    return Grid.around(low_mm, high_mm, step)


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

    def of(self, seeds: Sequence[Seed]) -> "Doses":
        """The dose of seeds; zeros where there is none."""
        return Doses(self, tuple(seeds), self.at(self.samples.points_mm, seeds))

    def at(self, points_mm: np.ndarray, seeds: Sequence[Seed]) -> np.ndarray:
        """Dose (n,) Gy of seeds at points (n, 3)."""
        return self.engine.dose_gy(points_mm, seeds) if seeds else np.zeros(len(points_mm))


@dataclass(frozen=True, eq=False)
class Doses:
    """Dose of some seeds, Gy.

    Parameters
    ----------
    live : LiveDose
    seeds : tuple of Seed
    at_samples : (n,) float64
    """

    live: LiveDose
    seeds: tuple[Seed, ...]
    at_samples: np.ndarray

    @cached_property
    def on_grid(self) -> np.ndarray:
        """On the live grid, (nz, ny, nx) float32."""
        if not self.seeds:
            return np.zeros(self.live.grid.shape, np.float32)
        return np.asarray(self.live.engine.dose_grid(self.live.grid, self.seeds).values)


@dataclass(eq=False)
class Held:
    """Seeds that rest while others move.

    Parameters
    ----------
    live : LiveDose
    resting : dict of int to Seed
        By number.
    earlier : tuple of Seed
        What was there before the plan; it rests too.
    rest : (n,) float64
        Dose of all that rests, Gy, at the samples.
    """

    live: LiveDose
    resting: dict[int, Seed]
    earlier: tuple[Seed, ...]
    rest: np.ndarray
    _planes: dict[bytes, np.ndarray] = field(init=False, default_factory=dict, repr=False)

    @staticmethod
    def around(total: Doses, before: Sequence[Seed], after: Sequence[Seed]) -> "Held":
        """What rests between two arrangements' seeds.

        Parameters
        ----------
        total : Doses
            Of ``before`` and of all that was there earlier.
        before, after : sequence of Seed
        """
        same = {id(seed) for seed in before} & {id(seed) for seed in after}
        mine = {id(seed) for seed in before}
        live, earlier = total.live, tuple(seed for seed in total.seeds if id(seed) not in mine)
        taken = live.of([seed for seed in before if id(seed) not in same])
        # Rounding makes nothing negative.
        rest = np.maximum(total.at_samples - taken.at_samples, 0.0)
        return Held(live, {s.id: s for s in after if id(s) in same}, earlier, rest)

    def fits(self, seeds: Sequence[Seed]) -> bool:
        """Whether all that rests is among the seeds as it is."""
        now = {seed.id: seed for seed in seeds}
        return all(now.get(number) is seed for number, seed in self.resting.items())

    def with_moved(self, seeds: Sequence[Seed]) -> Doses:
        """The dose of all seeds; those that do not rest are summed now."""
        moved = self.live.at(self.live.samples.points_mm, self._moving(seeds))
        return Doses(self.live, (*seeds, *self.earlier), self.rest + moved)

    def on_plane(self, plane: DosePlane, seeds: Sequence[Seed]) -> np.ndarray:
        """Dose (rows x columns,) float32 Gy of all seeds on a plane; what rests there is summed once.

        Parameters
        ----------
        plane : DosePlane
        seeds : sequence of Seed
        """
        points = plane.points_mm
        if plane.key not in self._planes:
            while len(self._planes) >= MOST_PLANES:
                del self._planes[next(iter(self._planes))]
            self._planes[plane.key] = self.live.at(points, (*self.resting.values(), *self.earlier))
        moved = self.live.at(points, self._moving(seeds))
        return (self._planes[plane.key] + moved).astype(np.float32)

    def _moving(self, seeds: Sequence[Seed]) -> list[Seed]:
        return [seed for seed in seeds if self.resting.get(seed.id) is not seed]
