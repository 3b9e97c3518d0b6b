"""Error of the fast dose engines against the exact one: all seed models, random implants, many grids."""

import numpy as np

from benchmarks.dose import NEAREST_MM, error_of, outside
from dose_kernels.dose import grid
from dose_kernels.dose.influence import table_dose_rate
from dose_kernels.dose.table import build_table
from dose_kernels.dose.tg43 import tg43_dose_rate
from tps.dose.engine import tg43_of
from tps.sources.library import list_sources

DOCUMENT = "docs/dose-engine.md"

CASES = 14
ARRANGEMENTS = ("at random", "parallel", "in line", "in two groups")
# Voxels of a case that are compared, and points of the whole sphere.
COMPARED = 20_000
FARTHEST_MM = 300.0


def run(options) -> dict:
    """See the module's first line."""
    rng = np.random.default_rng(2026)
    rows = []
    for source in list_sources():
        exact = tg43_of(source)
        tables = build_table(exact)
        tiles = [
            _tiles(rng, source, exact, tables, ARRANGEMENTS[k % 4])
            for k in range(4 if options.quick else CASES)
        ]
        rows.append(
            {
                "model": source.name,
                "look_up": _look_up(rng, source, exact, tables),
                "tiles": {key: max(t[key] for t in tiles) for key in tiles[0]},
                "cases": len(tiles),
            }
        )
    return {"rows": rows}


def _look_up(rng, source, exact, tables) -> dict[str, float]:
    """Single look-ups on the whole sphere, a third of them within some degrees of the axis."""
    r = np.exp(rng.uniform(np.log(NEAREST_MM), np.log(FARTHEST_MM), COMPARED))
    third = COMPARED // 3
    theta = np.radians(np.concatenate([rng.uniform(0, 180, COMPARED - third), rng.exponential(4.0, third)]))
    points = np.stack([r * np.sin(theta), 0 * r, r * np.cos(theta)], axis=1)
    seed = np.zeros((1, 3)), np.array([[0.0, 0.0, 1.0]])
    points = points[outside(points, *seed, source)]
    return error_of(
        table_dose_rate(tables, points, *seed, np.ones(1)), tg43_dose_rate(exact, points, *seed, np.ones(1))
    )


def _tiles(rng, source, exact, tables, arrangement) -> dict[str, float]:
    """A random implant on a random grid of 0.3 to 5 mm, in a box of 20 to 100 mm, obliquely."""
    positions, directions, strengths = _implant(rng, arrangement)
    spacing = np.exp(rng.uniform(np.log(0.3), np.log(5.0))) * rng.uniform(0.8, 1.25, 3)
    shape = np.clip(rng.uniform(20.0, 100.0, 3)[::-1] / spacing[::-1], 4, 110).astype(int)
    axes = np.linalg.qr(rng.normal(size=(3, 3)))[0]
    origin = -0.5 * ((shape[::-1] - 1) * spacing) @ axes
    dose = grid.grid_dose_rate(tables, origin, axes, spacing, tuple(shape), positions, directions, strengths)
    chosen = rng.permutation(dose.size)[: 2 * COMPARED]
    k, j, i = np.unravel_index(chosen, dose.shape)
    points = origin + (np.stack([i, j, k], axis=1) * spacing) @ axes
    free = np.flatnonzero(outside(points, positions, directions, source))[:COMPARED]
    return error_of(
        dose.ravel()[chosen[free]], tg43_dose_rate(exact, points[free], positions, directions, strengths)
    )


def _implant(rng, arrangement):
    count = int(np.exp(rng.uniform(0.0, np.log(80.5))))
    positions, directions = rng.uniform(-25, 25, (count, 3)), rng.normal(size=(count, 3))
    if arrangement != "at random":
        directions[:] = directions[0]
    directions /= np.linalg.norm(directions, axis=1)[:, None]
    if arrangement == "in line":
        positions = np.outer(10.0 * (np.arange(count) % 6 - 2.5), directions[0]) + 10 * (
            np.arange(count)[:, None] // 6 * np.roll(directions[0], 1)
        )
    elif arrangement == "in two groups":
        positions = 0.4 * positions + np.where(np.arange(count)[:, None] % 2, 25.0, -25.0)
    return positions, directions, rng.uniform(0.4, 0.9, count)


def lines(result) -> list[str]:
    """The table."""
    rows = result["rows"]
    text = [
        f"{NEAREST_MM:g} mm and more from every seed and outside the capsules, against the exact engine",
        f"look-up: {COMPARED} points of the whole sphere to {FARTHEST_MM:g} mm, many close to the axis;",
        f"tiles: {sum(r['cases'] for r in rows)} implants of 1 to 80 seeds {', '.join(ARRANGEMENTS)}; "
        "oblique grids of 0.3 to 5 mm",
        f"{'model':<28}{'look-up worst':>14}{'99.9 %':>9}{'tiles worst':>13}{'99.9 %':>9}",
    ]
    for row in sorted(rows, key=lambda r: -r["tiles"]["worst"]):
        errors = [row[kind][key] for kind in ("look_up", "tiles") for key in ("worst", "p999")]
        text.append(
            f"{row['model']:<28}"
            + "".join(f"{100 * e:>{w}.3f}%" for e, w in zip(errors, (13, 8, 12, 8), strict=True))
        )
    worst = [max(r[kind]["worst"] for r in rows) for kind in ("look_up", "tiles")]
    text.append(f"worst of all: look-up {100 * worst[0]:.3f} %, tiles {100 * worst[1]:.3f} %")
    return text
