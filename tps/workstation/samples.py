"""Points at which the dose follows the hand: samples of every region, made once.

They are fewer and evener than those of the full evaluation, which is done as soon as the hand lets go;
figures taken from them are called a preview wherever they are shown.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np

from tps.access.skin_shell import SkinShell
from tps.evaluate.dvh import Dvh
from tps.evaluate.isodose import Surroundings
from tps.evaluate.metrics import organ_metrics, skin_metrics, target_metrics
from tps.evaluate.remainder import remainders
from tps.evaluate.samples import organ_step_mm, target_step_mm
from tps.geometry.region import SampledRegion
from tps.geometry.solid import Solid
from tps.pipeline.regions import Regions

# Around the targets organs are sampled this finely, mm: D2cc then rests on 250 samples.
NEAR_STEP_MM = 2.0
NEAR_MM = 20.0

# Samples of the skin, which has many; so many as an organ has.
MOST_SKIN = 12_000

# A region is counted again only if some sample of it changes by this, a tenth of the last digit shown: what
# is far from the hand is most of the work.
UNCHANGED_GY = 0.01

# What a preview cannot tell: they need the dose around the target.
NOT_PREVIEWED = ("ci", "ei", "matched_peripheral_dose_gy")


@dataclass(frozen=True, eq=False)
class RegionSamples:
    """Where one region's dose is looked at.

    Parameters
    ----------
    name : str
    kind : {"target", "organ", "skin"}
    first, last, end : int
        Its inner samples are points ``first`` up to ``last``, those of its surface ``last`` up to ``end``.
    volumes_mm3 : (last - first,) float
    """

    name: str
    kind: str
    first: int
    last: int
    end: int
    volumes_mm3: np.ndarray


class _Figures(NamedTuple):
    """What some doses of a region's samples give."""

    dose_gy: np.ndarray
    reference_gy: float
    metrics: dict[str, float]
    dvh: Dvh
    coldest_mm: np.ndarray | None


@dataclass(frozen=True, eq=False)
class DoseSamples:
    """All regions' samples in one array.

    Parameters
    ----------
    points_mm : (n, 3) float
    regions : tuple of RegionSamples
        In the order in which the evaluation reports them.
    """

    points_mm: np.ndarray
    regions: tuple[RegionSamples, ...]
    _last: dict[str, _Figures] = field(init=False, default_factory=dict, repr=False)

    @staticmethod
    def of(regions: Regions, surface_step_mm: float) -> "DoseSamples":
        """The samples of every target and organ that the evaluation reports.

        Parameters
        ----------
        regions : Regions
        surface_step_mm : float
            Between samples of the targets' surfaces.
        """
        none = DoseSamples(np.zeros((0, 3)), ())
        return none._and(_of_targets(regions.targets, surface_step_mm)).with_organs(regions)

    def with_organs(self, regions: Regions) -> "DoseSamples":
        """These, of the targets, and those of the organs."""
        return self._and(_of_organs(regions))

    def with_skin(self, skin: SkinShell | None) -> "DoseSamples":
        """These and the skin's; the same ones where the skin is not reported."""
        if skin is None or skin.name in {region.name for region in self.regions}:
            return self
        skin = skin.thinned(MOST_SKIN)
        return self._and([(skin.name, "skin", skin.points_mm, skin.volumes_mm3, np.zeros((0, 3)))])

    def _and(self, more: Iterable["_Sampled"]) -> "DoseSamples":
        """These and those of more regions, which come last."""
        points, found, first = [self.points_mm], list(self.regions), len(self.points_mm)
        for name, kind, inside, volumes, surface in more:
            last = first + len(inside)
            found.append(RegionSamples(name, kind, first, last, last + len(surface), volumes))
            points += [inside, surface]
            first = last + len(surface)
        return DoseSamples(np.concatenate(points), tuple(found))

    def figures(
        self, dose_gy: np.ndarray, reference_gy: float
    ) -> tuple[dict[str, dict[str, float]], dict[str, Dvh], dict[str, np.ndarray]]:
        """Metrics and DVH of each region, and the coldest sample of each target's surface.

        Parameters
        ----------
        dose_gy : (n,) float
        reference_gy : float
            Prescription dose.
        """
        found = {region.name: self._figures_of(region, dose_gy, reference_gy) for region in self.regions}
        metrics = {name: dict(figures.metrics) for name, figures in found.items()}
        coldest = {name: f.coldest_mm for name, f in found.items() if f.coldest_mm is not None}
        return metrics, {name: figures.dvh for name, figures in found.items()}, coldest

    def _figures_of(self, region: RegionSamples, dose_gy: np.ndarray, reference_gy: float) -> _Figures:
        """Those of one region; the last ones, where no sample's dose has changed by ``UNCHANGED_GY``."""
        dose = dose_gy[region.first : region.end]
        last = self._last.get(region.name)
        if last is not None and last.reference_gy == reference_gy:
            if np.abs(dose - last.dose_gy).max() < UNCHANGED_GY:
                return last
        inside, surface = np.split(dose, [region.last - region.first])
        lowest = float(surface.min()) if len(surface) else np.inf
        dvh, coldest = Dvh.of(inside, region.volumes_mm3, lowest_gy=lowest), None
        if region.kind == "target":
            metrics = _target_metrics(dvh, surface, reference_gy)
            coldest = self.points_mm[region.last + int(surface.argmin())]
        else:
            metrics = (skin_metrics if region.kind == "skin" else organ_metrics)(dvh)
        self._last[region.name] = _Figures(dose.copy(), reference_gy, metrics, dvh, coldest)
        return self._last[region.name]


def _target_metrics(dvh: Dvh, surface_gy: np.ndarray, reference_gy: float) -> dict[str, float]:
    nothing_around = Surroundings(np.zeros(0), np.zeros(0), 0.0)
    found = target_metrics(dvh, surface_gy, nothing_around, reference_gy)
    return {key: value for key, value in found.items() if key not in NOT_PREVIEWED}


_Sampled = tuple[str, str, np.ndarray, np.ndarray, np.ndarray]


def _of_targets(targets: Sequence[Solid], surface_step_mm: float) -> Iterator[_Sampled]:
    """Name, kind, inner points, their volumes and surface points of each target."""
    for solid in targets:
        inside, volumes = solid.scattered(target_step_mm(solid.volume_mm3))
        yield solid.name, "target", inside, volumes, solid.surface_points(surface_step_mm)


def _of_organs(regions: Regions) -> Iterator[_Sampled]:
    """The same of each organ, and of what is left of it beside the targets."""
    none = np.zeros((0, 3))
    names = {solid.name for solid in regions.targets}
    drawn = [solid for solid in regions.organs if solid.name not in names]
    organs: list[SampledRegion] = [*drawn, *remainders(drawn, regions.planned)]
    for organ in organs:
        if organ.name not in names:
            names.add(organ.name)
            yield organ.name, "organ", *_organ(organ, regions.targets), none


def _organ(organ: SampledRegion, targets: Sequence[Solid]) -> tuple[np.ndarray, np.ndarray]:
    """Points and volumes of an organ: coarse far from the targets, finer near them."""
    coarse, coarse_mm3 = organ.quadrature(organ_step_mm(organ.volume_mm3))
    near = _near(coarse, targets)
    if organ_step_mm(organ.volume_mm3) <= NEAR_STEP_MM or not near.any():
        return coarse, coarse_mm3
    fine, fine_mm3 = organ.quadrature(NEAR_STEP_MM)
    kept = _near(fine, targets)
    points = np.concatenate([coarse[~near], fine[kept]])
    volumes = np.concatenate([coarse_mm3[~near], fine_mm3[kept]])
    return points, volumes * (organ.volume_mm3 / volumes.sum())


def _near(points: np.ndarray, targets: Sequence[Solid]) -> np.ndarray:
    near = np.zeros(len(points), bool)
    for target in targets:
        low, high = target.structure.bounds_mm()
        near |= np.all((points > low - NEAR_MM) & (points < high + NEAR_MM), axis=1)
    return near
