"""Dose that follows the hand: what stays is summed once, what moves is added anew each time.

What moves is taken out of the sum once, when the hand takes hold of it, and put in anew each time: nothing
drifts.  The hand sees samples of the regions, for figures, and the planes on the screen, for isodoses; the
grid of a whole plan is made where somebody asks for it.
"""

import typing
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from tps.dose.grids import Bounds, picture_grid
from tps.dose.model import DoseModel
from tps.model import Grid, Protocol, Seed
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


def grid_around(bounds_mm: Sequence[Bounds], protocol: Protocol) -> Grid:
    """The live grid over targets, each told by its low and high corner, with the protocol's margin."""
    box = picture_grid(bounds_mm, protocol)
    high = box.origin_mm + box.spacing_mm * (np.array(box.shape[::-1]) - 1)
    return live_grid(box.origin_mm, high)


class SampleSource(typing.Protocol):
    """Makes the samples when they are first asked for, and may make more of them later."""

    @property
    def done(self) -> bool:
        """Whether some are there: nobody has to wait for them."""

    def __call__(self) -> DoseSamples:
        """All that there are by now."""


@dataclass(frozen=True, eq=False)
class LiveDose:
    """Gives doses of seeds at the places that are looked at.

    Parameters
    ----------
    engine : DoseModel
    samples : SampleSource
    grid : Grid
    """

    engine: DoseModel
    samples: SampleSource
    grid: Grid

    def of(self, seeds: Sequence[Seed]) -> "Doses":
        """The dose of seeds; zeros where there is none."""
        return Doses(self, tuple(seeds))

    def at(self, points_mm: np.ndarray, seeds: Sequence[Seed]) -> np.ndarray:
        """Dose (n,) Gy of seeds at points (n, 3)."""
        return self.engine.dose_gy(points_mm, seeds) if seeds else np.zeros(len(points_mm))


@dataclass(frozen=True, eq=False)
class Sampled:
    """Dose (n,) float64 Gy at some samples."""

    samples: DoseSamples
    dose_gy: np.ndarray


@dataclass(eq=False)
class Doses:
    """Dose of some seeds, Gy.

    Parameters
    ----------
    live : LiveDose
    seeds : tuple of Seed
    summed : Sampled, optional
        Where it is known already.
    """

    live: LiveDose
    seeds: tuple[Seed, ...]
    summed: Sampled | None = None

    @property
    def sampled(self) -> Sampled:
        """At the samples; summed when first asked for."""
        if self.summed is None:
            samples = self.live.samples()
            self.summed = Sampled(samples, self.live.at(samples.points_mm, self.seeds))
        return self.summed

    @property
    def is_stale(self) -> bool:
        """Whether there are more samples now."""
        return self.summed is not None and self.summed.samples is not self.live.samples()

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
    rest : Sampled
        Dose of all that rests.
    """

    live: LiveDose
    resting: dict[int, Seed]
    earlier: tuple[Seed, ...]
    rest: Sampled
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
        samples, dose = total.sampled.samples, total.sampled.dose_gy
        taken = live.at(samples.points_mm, [seed for seed in before if id(seed) not in same])
        # Rounding makes nothing negative.
        rest = Sampled(samples, np.maximum(dose - taken, 0.0))
        return Held(live, {s.id: s for s in after if id(s) in same}, earlier, rest)

    def fits(self, seeds: Sequence[Seed]) -> bool:
        """Whether all that rests is among the seeds as it is."""
        now = {seed.id: seed for seed in seeds}
        return all(now.get(number) is seed for number, seed in self.resting.items())

    def with_moved(self, seeds: Sequence[Seed]) -> Doses:
        """The dose of all seeds; those that do not rest are summed now."""
        samples = self.rest.samples
        moved = self.live.at(samples.points_mm, self._moving(seeds))
        return Doses(self.live, (*seeds, *self.earlier), Sampled(samples, self.rest.dose_gy + moved))

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
