"""How far figures of a delivered dose may be off: where the seeds lie, which are there, where the target is.

The places of the seeds are drawn from the finder's covariances, their axes from its angles, and uncertain
seeds are in or out as their confidence says; each draw is one implant whose figures are taken on the same
points.  The contour is moved out and in by what contours differ by.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from tps.dose.model import DoseModel
from tps.evaluate.dvh import Dvh
from tps.geometry.solid import Solid
from tps.model import Implant, PlacedSeed
from tps.postimplant.locate import FoundSeed

DRAWS = 200
CONTOUR_MM = 2.0

# Points at which each draw is looked at: enough for D90 to 0.1 %, which the draws' spread is far above.
POINTS = 4000
SURFACE_STEP_MM = 1.5

# A seed this sure is there in every draw: confidences end at 0.95.
CERTAIN = 0.9

# Of the draws so many lie below and above the band.
LOW, HIGH = 0.025, 0.975


@dataclass(frozen=True)
class Band:
    """Range of a figure: 95 % of the draws lie within."""

    low: float
    high: float


def figures(dose: np.ndarray, volumes: np.ndarray, surface: np.ndarray, wanted_gy: float) -> dict[str, float]:
    """The figures of a target that bands are given for, from samples.

    Parameters
    ----------
    dose, volumes : (n,)
        Inside, Gy, and mm3 of each sample.
    surface : (m,)
        Dose on the surface, Gy.
    wanted_gy : float
        The prescription.
    """
    dvh = Dvh.of(dose, volumes)
    found = {
        "minimum_peripheral_dose_gy": float(surface.min()),
        "d90_gy": dvh.d_at_fraction(0.9),
        "d95_gy": dvh.d_at_fraction(0.95),
        "mean_gy": float(dose @ volumes / volumes.sum()),
    }
    return found | {
        f"v{percent}": dvh.fraction_at_dose(wanted_gy * percent / 100) for percent in (90, 100, 150, 200)
    }


def localisation_bands(
    implant: Implant,
    seen: Sequence[FoundSeed],
    doubtful: Sequence[tuple[FoundSeed, float]],
    solid: Solid,
    engine: DoseModel,
    draws: int = DRAWS,
    progress: Callable[[float], None] | None = None,
) -> dict[str, Band]:
    """By figure: its range over the draws.

    Parameters
    ----------
    implant : Implant
        The seeds counted, in the order of ``seen``; more after them have no error.
    seen : sequence of FoundSeed
    doubtful : sequence of (FoundSeed, float)
        What may be a seed, with the strength (U) that it would have.
    solid : Solid
        The target.
    engine : DoseModel
    draws : int
    progress : callable, optional
        Hears the fraction done.
    """
    points, volumes, surface = _samples(solid)
    random = np.random.default_rng(20)
    rows = []
    for n in range(draws):
        seeds = drawn_seeds(implant, seen, doubtful, random).dose_seeds()
        dose = engine.dose_gy(np.concatenate([points, surface]), seeds)
        rows.append(figures(dose[: len(points)], volumes, dose[len(points) :], implant.reference_gy))
        if progress is not None:
            progress((n + 1) / draws)
    return {key: _band([row[key] for row in rows]) for key in rows[0]} if rows else {}


def contour_bands(
    implant: Implant, solid: Solid, engine: DoseModel, by_mm: float = CONTOUR_MM
) -> dict[str, Band]:
    """By figure: its range when the contour lies ``by_mm`` farther out or in.

    Parameters
    ----------
    implant : Implant
    solid : Solid
    engine : DoseModel
    by_mm : float
    """
    rows = [_figures_of(implant, s, engine) for s in (solid, solid.expand(by_mm))]
    points, volumes, _ = _samples(solid)
    depth = solid.signed_distance_mm(points)
    deep = depth > by_mm
    if deep.any():
        shell = points[np.abs(depth - by_mm) < SURFACE_STEP_MM / 2]
        seeds = implant.dose_seeds()
        edge = engine.dose_gy(shell if len(shell) else points[deep], seeds)
        rows.append(figures(engine.dose_gy(points[deep], seeds), volumes[deep], edge, implant.reference_gy))
    return {key: Band(min(r[key] for r in rows), max(r[key] for r in rows)) for key in rows[0]}


def _figures_of(implant: Implant, solid: Solid, engine: DoseModel) -> dict[str, float]:
    points, volumes, surface = _samples(solid)
    seeds = implant.dose_seeds()
    return figures(
        engine.dose_gy(points, seeds), volumes, engine.dose_gy(surface, seeds), implant.reference_gy
    )


def _samples(solid: Solid) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    points, volumes = solid.scattered((solid.volume_mm3 / POINTS) ** (1 / 3))
    return points, volumes, solid.surface_points(SURFACE_STEP_MM)


def drawn_seeds(
    implant: Implant,
    seen: Sequence[FoundSeed],
    doubtful: Sequence[tuple[FoundSeed, float]],
    random: np.random.Generator,
) -> Implant:
    """One implant that may be the true one.

    Parameters
    ----------
    implant, seen, doubtful : as for ``localisation_bands``
    random : numpy Generator
    """
    kept = []
    for seed, one in zip(implant.seeds, seen, strict=False):
        if one.confidence >= CERTAIN or random.random() < one.confidence:
            kept.append(PlacedSeed(seed.id, seed.needle, *_drawn(one, random), seed.strength_u))
    kept += implant.seeds[len(seen) :]
    for one, strength_u in doubtful:
        if random.random() < one.confidence:
            kept.append(PlacedSeed(len(kept) + 1, None, *_drawn(one, random), strength_u))
    return Implant(implant.source, tuple(kept), implant.prescription, implant.at)


def _drawn(one: FoundSeed, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """A place and an axis."""
    place = one.position_mm + np.linalg.cholesky(one.covariance_mm2 + 1e-9 * np.eye(3)) @ random.normal(
        size=3
    )
    axis = np.asarray(one.direction, float)
    level = np.cross([0.0, 0.0, 1.0], axis)
    level = np.array([1.0, 0.0, 0.0]) if np.linalg.norm(level) < 1e-6 else level / np.linalg.norm(level)
    up = np.cross(axis, level)
    tilt, azimuth = np.radians([one.sigma_tilt_deg, one.sigma_azimuth_deg]) * random.normal(size=2)
    turned = axis + np.tan(np.clip(tilt, -1.2, 1.2)) * up + np.tan(np.clip(azimuth, -1.2, 1.2)) * level
    return place, turned / np.linalg.norm(turned)


def _band(values: list[float]) -> Band:
    return Band(float(np.quantile(values, LOW)), float(np.quantile(values, HIGH)))
