"""What is left of an organ beside a target in it: the tissue that is to be spared."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from tps.geometry.region import SampledRegion
from tps.model import Structure
from tps.model.names import minus_name

# Step of the samples of a target that tell how much of it lies in an organ, mm.
OVERLAP_STEP_MM = 1.0

# A target and an organ that share less than this touch and do not overlap, mm3; an organ of which less is
# left beside the target has no metrics of its own.
LEAST_SHARED_MM3 = 20.0
LEAST_LEFT_MM3 = 100.0


@dataclass(frozen=True, eq=False)
class Remainder:
    """An organ without some targets; samples and answers like a ``Solid``.

    Parameters
    ----------
    name : str
    whole : SampledRegion
    taken : tuple of SampledRegion
    volume_mm3 : float
        Of what is left.
    """

    name: str
    whole: SampledRegion
    taken: tuple[SampledRegion, ...]
    volume_mm3: float

    @property
    def structure(self) -> Structure:
        """That of the organ: it bounds what is left of it."""
        return self.whole.structure

    def contains(self, points) -> np.ndarray:
        """True for points (n, 3) of the organ outside the targets."""
        inside = np.array(self.whole.contains(points), dtype=np.bool_)
        for solid in self.taken:
            inside[inside] = ~np.asarray(solid.contains(np.asarray(points)[inside]))
        return inside

    def signed_distance_mm(self, points) -> np.ndarray:
        """Distance (n,) to the nearest of the surfaces, above 0 inside."""
        distances = [self.whole.signed_distance_mm(points)]
        distances += [-np.asarray(solid.signed_distance_mm(points)) for solid in self.taken]
        return np.min(distances, axis=0)

    def quadrature(self, step_mm: float = 1.0) -> tuple[np.ndarray, np.ndarray]:
        """Points (n, 3) and volumes (n,) in mm3 that sum to ``volume_mm3``."""
        points, volumes = self.whole.quadrature(step_mm)
        kept = np.ones(len(points), bool)
        for solid in self.taken:
            kept &= ~np.asarray(solid.contains(points))
        volumes = volumes[kept]
        return points[kept], volumes * (self.volume_mm3 / volumes.sum())


def remainders(organs: Sequence[SampledRegion], targets: Sequence[SampledRegion]) -> Iterator[Remainder]:
    """What is left of each organ beside each target it overlaps, and beside all of them where several are.

    Parameters
    ----------
    organs, targets : sequence of SampledRegion
    """
    for organ in organs:
        shared = {t: _shared_mm3(organ, t) for t in targets if t is not organ}
        inside = {t: volume for t, volume in shared.items() if volume > LEAST_SHARED_MM3}
        groups = [(t,) for t in inside] + ([tuple(inside)] if len(inside) > 1 else [])
        for taken in groups:
            left = organ.volume_mm3 - sum(inside[t] for t in taken)
            if left > LEAST_LEFT_MM3:
                name = taken[0].name if len(taken) == 1 else "all targets"
                yield Remainder(minus_name(organ.name, name), organ, taken, left)


def _shared_mm3(organ: SampledRegion, target: SampledRegion) -> float:
    low, high = organ.structure.bounds_mm()
    other_low, other_high = target.structure.bounds_mm()
    if np.any(low > other_high) or np.any(other_low > high):
        return 0.0
    points, volumes = target.quadrature(OVERLAP_STEP_MM)
    return float(volumes[np.asarray(organ.contains(points))].sum())
