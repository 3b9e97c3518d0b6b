"""Stamp seeds and other dense things into any CT, synthetic or real."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from phantoms.errors import PhantomError
from phantoms.layers import Raster
from phantoms.projected import add_projected
from phantoms.scanner import Scanner, add_points, add_streaks, finish, slice_profile
from phantoms.seed_looks import MATERIALS_HU, SeedLook, cylinder, ellipsoid


@dataclass(frozen=True)
class StampedSeed:
    """A seed as it lies.

    Parameters
    ----------
    position_mm, direction : (3,)
    needle : int
    kind : {"single", "end-to-end", "side-by-side", "triple", "quad", "migrated", "there"}
    cluster : int
        Number of the group of touching seeds it belongs to; 0 for none.
    planned_mm, planned_direction : (3,), optional
        Where the plan has it, in the frame of the plan.
    """

    position_mm: np.ndarray
    direction: np.ndarray
    needle: int = 0
    kind: str = "single"
    cluster: int = 0
    planned_mm: np.ndarray | None = None
    planned_direction: np.ndarray | None = None


@dataclass(frozen=True)
class Decoy:
    """Something dense that is no seed.

    Parameters
    ----------
    kind : {"clip", "calcification", "deposit"}
    position_mm, direction : (3,)
    size_mm : (3,)
        Semi-axes; of a clip: length of an arm, gap, diameter of the wire.
    hu : float
        Above what surrounds it; a clip is solid titanium.
    """

    kind: str
    position_mm: np.ndarray
    size_mm: tuple[float, float, float]
    hu: float
    direction: np.ndarray

    def points(self) -> tuple[np.ndarray, np.ndarray]:
        """Points (n, 3) and their excess (n,), HU mm3."""
        if self.kind != "clip":
            return ellipsoid(self.position_mm, self.size_mm, self.hu)
        length, gap, wire = self.size_mm
        side = np.cross(self.direction, [0.31, 0.52, 0.79])
        side /= np.linalg.norm(side)
        mass = np.pi / 4 * wire**2 * length * MATERIALS_HU["titanium"]
        arms = [
            cylinder(self.position_mm + sign * gap / 2 * side, self.direction, length, wire * 0.35, mass)
            for sign in (-1, 1)
        ]
        return np.concatenate([p for p, _ in arms]), np.concatenate([m for _, m in arms])


def stamp(
    hu,
    raster: Raster,
    seeds: Sequence[StampedSeed],
    look: SeedLook,
    scanner: Scanner,
    decoys: Sequence[Decoy] = (),
    seed: int = 0,
    projected: bool = False,
) -> np.ndarray:
    """The CT with seeds in it.

    Parameters
    ----------
    hu : (nz, ny, nx)
        Without seeds.
    raster : Raster
        Voxel centres, ascending.
    seeds : sequence of StampedSeed
    look : SeedLook
    scanner : Scanner
    decoys : sequence of Decoy
    seed : int
        Of the noise.
    projected : bool
        Seeds by projection, with streaks as they come (seconds a seed) instead of the fast level.

    Returns
    -------
    (nz, ny, nx) int16
        Exactly ``hu`` where there is nothing to stamp and no noise to add.

    Raises
    ------
    PhantomError
        If a seed lies outside the scan, or the raster does not belong to ``hu``.
    """
    hu = np.asarray(hu)
    if hu.shape != raster.shape:
        raise PhantomError(f"the image has shape {hu.shape}", f"that of its raster, {raster.shape}")
    if not len(seeds) and not len(decoys) and not scanner.noise_hu:
        return hu.astype(np.int16)
    result = hu.astype(np.float32)
    for decoy in decoys:
        _add_moving(result, raster, *decoy.points(), scanner)
    if projected:
        add_projected(result, raster, seeds, look, scanner)
        return finish(result, raster, scanner, np.random.default_rng(seed))
    for number, one in enumerate(seeds, start=1):
        before = np.array(one.position_mm, float)
        points, masses = look.points(before, one.direction)
        if not _add_moving(result, raster, points, masses, scanner):
            raise PhantomError(f"seed {number} at {before.round(1).tolist()} lies outside the scan", "inside")
    if scanner.streaks:
        for one in seeds:
            peak = _peaks(one, look, raster, scanner)
            add_streaks(result, raster, one.position_mm, one.direction, peak, scanner.streaks)
    return finish(result, raster, scanner, np.random.default_rng(seed))


def _add_moving(hu: np.ndarray, raster: Raster, points, masses, scanner: Scanner) -> bool:
    """Add points of metal as each slice catches them; whether they lie in the scan."""
    breathing = scanner.breathing
    if breathing is None:
        return add_points(hu, raster, points, masses, scanner) is not None
    far = scanner.slice_mm / 2 + 5 * scanner.edge_mm + breathing.reach_mm
    low, high = points[:, 2].min() - far, points[:, 2].max() + far
    seen = False
    for k in range(*np.searchsorted(raster.z_mm, [low, high])):
        one = Raster(raster.x_mm, raster.y_mm, raster.z_mm[k : k + 1])
        moments = breathing.within_slice_mm(float(raster.z_mm[k]))
        there = (points + moments[:, None]).reshape(-1, 3)
        part = np.tile(masses / len(moments), len(moments))
        seen |= add_points(hu[k : k + 1], one, there, part, scanner) is not None
    return seen


def shown_mm(one: StampedSeed, look: SeedLook, raster: Raster, scanner: Scanner) -> np.ndarray:
    """Where the scan shows a seed (3,): the middle of what each slice catches of it.

    Without breath that is its place.  With it one scan cannot tell the place in the mean of a breath.

    Parameters
    ----------
    one : StampedSeed
    look : SeedLook
    raster : Raster
    scanner : Scanner
    """
    breathing = scanner.breathing
    if breathing is None:
        return np.array(one.position_mm, float)
    points, masses = look.points(one.position_mm, one.direction)
    total, weight = np.zeros(3), 0.0
    for z in raster.z_mm:
        for moment in breathing.within_slice_mm(float(z)):
            there = points + moment
            caught = masses * slice_profile(z - there[:, 2], scanner)
            total += caught @ there
            weight += float(caught.sum())
    return total / weight if weight else np.array(one.position_mm, float)


def _peaks(one: StampedSeed, look: SeedLook, raster: Raster, scanner: Scanner) -> np.ndarray:
    """Excess of a seed at its middle, by slice (nz,)."""
    x, y = one.position_mm[0], one.position_mm[1]
    pixel = float(raster.x_mm[1] - raster.x_mm[0])
    middle = Raster(np.array([x, x + pixel]), np.array([y, y + pixel]), raster.z_mm)
    patch = np.zeros((len(raster.z_mm), 2, 2), np.float32)
    _add_moving(patch, middle, *look.points(one.position_mm, one.direction), scanner)
    return patch[:, 0, 0]
