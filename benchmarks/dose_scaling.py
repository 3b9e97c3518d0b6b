"""Volume dose from 10 to 1,000 seeds and 64^3 to 320^3 voxels: time, memory, and a picture of both."""

import numba
import numpy as np

from benchmarks.dose import BOX_MM, SOURCE, box, random_implant
from benchmarks.machine import best_of, peak_mb, reset_peak
from dose_kernels.dose import grid
from dose_kernels.dose.table import build_table
from tps.dose.engine import tg43_of
from tps.sources.library import load_source

DOCUMENT = "docs/dose-engine.md"
PICTURES = {"scaling.png": "docs/images/dose-scaling.png"}

SEEDS = (10, 30, 100, 300, 1000)
VOXELS = (64, 96, 128, 192, 256, 320)


def run(options) -> dict:
    """See the module's first line."""
    numba.set_num_threads(options.threads)
    tables = build_table(tg43_of(load_source(SOURCE)))
    rows = []
    for voxels in VOXELS[:3] if options.quick else VOXELS:
        place = box(voxels)
        for count in SEEDS[:3] if options.quick else SEEDS:
            seeds = random_implant(count, BOX_MM)
            reset_peak()
            before = peak_mb()
            grid.grid_dose_rate(tables, *place, *seeds)
            peak = peak_mb()
            pairs = count * voxels**3
            seconds = best_of(
                lambda p=place, s=seeds: grid.grid_dose_rate(tables, *p, *s), 2 if pairs > 2e9 else 4
            )
            rows.append(
                {
                    "seeds": count,
                    "voxels": voxels,
                    "seconds": seconds,
                    "million_pairs_per_s": pairs / seconds / 1e6,
                    "result_mb": 4 * voxels**3 / 2**20,
                    "peak_mb": peak,
                    "added_mb": peak - before,
                }
            )
    picture = options.out / "scaling.png"
    _draw(rows, picture, options.threads)
    return {"case": f"{SOURCE}, {BOX_MM:g} mm cube, adaptive tiles", "rows": rows, "picture": picture.name}


def lines(result) -> list[str]:
    """The table: milliseconds, with million pairs/s beside them."""
    counts = sorted({r["seeds"] for r in result["rows"]})
    text = [
        result["case"] + ": ms (M pairs/s)",
        f"{'voxels':<8}" + "".join(f"{c:>7} seeds   " for c in counts) + "  MB",
    ]
    for voxels in sorted({r["voxels"] for r in result["rows"]}):
        rows = {r["seeds"]: r for r in result["rows"] if r["voxels"] == voxels}
        cells = "".join(
            f"{1e3 * rows[c]['seconds']:>8.1f} ({rows[c]['million_pairs_per_s']:>5.0f})" for c in counts
        )
        text.append(f"{voxels}^3".ljust(8) + cells + f"{rows[counts[0]]['peak_mb']:>7.0f}")
    growth = _growth(result["rows"])
    text.append(
        f"time grows as seeds^{growth[0]:.2f} x voxels^{growth[1]:.2f} (least squares over the table)"
    )
    return text


def _growth(rows) -> tuple[float, float]:
    design = np.array([[1.0, np.log(r["seeds"]), 3 * np.log(r["voxels"])] for r in rows])
    _, seeds, voxels = np.linalg.lstsq(design, np.log([r["seconds"] for r in rows]), rcond=None)[0]
    return float(seeds), float(voxels)


def _draw(rows, path, threads) -> None:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(11, 4.4), layout="constrained")
    left, right = figure.subplots(1, 2)
    shades = ["#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#084594"]
    sizes = sorted({r["voxels"] for r in rows})
    for shade, voxels in zip(shades[-len(sizes) :], sizes, strict=True):
        mine = [r for r in rows if r["voxels"] == voxels]
        left.loglog(
            [r["seeds"] for r in mine],
            [r["seconds"] for r in mine],
            "o-",
            color=shade,
            label=f"{voxels}$^3$ voxels",
        )
    first = min(rows, key=lambda r: (r["voxels"], r["seeds"]))
    counts = np.array(sorted({r["seeds"] for r in rows}))
    left.loglog(counts, first["seconds"] * counts / counts[0], ":", color="grey", label="seeds x voxels")
    left.set(xlabel="seeds", ylabel="seconds", title=f"Time of a volume dose, {threads} threads")
    largest = {v: max(r["peak_mb"] for r in rows if r["voxels"] == v) for v in sizes}
    millions = [v**3 / 1e6 for v in sizes]
    right.loglog(millions, list(largest.values()), "s-", color="#b35806", label="peak of the whole process")
    right.loglog(millions, [4 * v**3 / 2**20 for v in sizes], ":", color="grey", label="the volume itself")
    right.set(xlabel="million voxels", ylabel="MB", title="Memory, 1,000 seeds at most")
    for axes in (left, right):
        axes.grid(alpha=0.3, which="both")
        axes.legend(fontsize=8)
    figure.savefig(path, dpi=110)
