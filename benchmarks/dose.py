"""Volume dose of one implant: NumPy, exact, direct, adaptive tiles and PyGRPM, with error and bound."""

import os
import subprocess
import sys
import tempfile
import time

import numba
import numpy as np

from benchmarks import peer_runner
from benchmarks.machine import best_of, measured_limits, peak_mb, reset_peak
from benchmarks.reference import numpy_dose_rate
from dose_kernels.dose import block, grid, incremental, table, tg43
from tps.dose.engine import tg43_of
from tps.sources.library import load_source

DOCUMENT = "docs/dose-engine.md"

SOURCE = "i125_6711"
BOX_MM = 90.0
SEEDS = 60
# The promise counts from here outwards, outside the capsules.
NEAREST_MM = 2.0

# Arithmetic of one look-up, counted in the source of ``dose_kernels.dose.block``: a fused multiply-add is
# two, division or root one, a comparison or conversion none.  Near a seed: its capsule, and no series.
FLOPS_FAR, FLOPS_NEAR = 82, 105

FIRST_USE = """
import time
start = time.perf_counter()
import numpy as np
from dose_kernels.dose import grid
from dose_kernels.dose import incremental
from dose_kernels.dose import influence
from dose_kernels.dose import tg43
from tps.dose.engine import DoseEngine
from tps.sources.library import load_source
engine = DoseEngine(load_source("i125_6711"))
seed = np.zeros((1, 3)), np.array([[0.0, 0.0, 1.0]]), np.ones(1)
volume = grid.grid_dose_rate(engine.table, np.full(3, 5.0), np.eye(3), np.ones(3), (8, 8, 8), *seed)
first = time.perf_counter() - start
points = np.full((10, 3), 7.0)
tg43.tg43_dose_rate(engine.tg43, points, *seed)
influence.table_dose_rate(engine.table, points, *seed)
influence.table_influence(engine.table, points, *seed[:2])
incremental.move_seed(engine.table, np.zeros(10), points, *(np.zeros(3), np.ones(3)) * 2, 1.0)
print(first, time.perf_counter() - start)
"""


def random_implant(seeds: int, box_mm: float, random_seed: int = 7):
    """Positions, directions, strengths of seeds all over the inner 80 % of a box about the origin."""
    rng = np.random.default_rng(random_seed)
    directions = rng.normal(size=(seeds, 3))
    directions /= np.linalg.norm(directions, axis=1)[:, None]
    return rng.uniform(-0.4 * box_mm, 0.4 * box_mm, (seeds, 3)), directions, rng.uniform(0.4, 0.9, seeds)


def box(voxels: int, box_mm: float = BOX_MM):
    """Origin, axes, spacing and shape of a cube of voxels about the origin."""
    spacing = box_mm / voxels
    return np.full(3, 0.5 * (spacing - box_mm)), np.eye(3), np.full(3, spacing), (voxels,) * 3


def centres(origin, _axes, spacing, shape) -> np.ndarray:
    """Voxel centres (n, 3) in the order of the raveled volume."""
    k, j, i = np.indices(shape).reshape(3, -1)
    return origin + np.stack([i, j, k], axis=1) * spacing


def outside(points, positions, directions, source) -> np.ndarray:
    """Points at least ``NEAREST_MM`` from every seed and outside every capsule."""
    free = np.ones(len(points), bool)
    for position, direction in zip(positions, directions, strict=True):
        offset = points - position
        r2 = (offset**2).sum(axis=1)
        axial = np.abs(offset @ direction)
        inside = (axial < source.capsule_half_length_mm) & (r2 - axial**2 < source.capsule_radius_mm**2)
        free &= (r2 >= NEAREST_MM**2) & ~inside
    return free


def error_of(dose, exact) -> dict[str, float]:
    """Worst and 99.9th percentile of |dose / exact - 1|."""
    error = np.abs(np.asarray(dose, float) / exact - 1.0)
    return {"worst": float(error.max()), "p999": float(np.quantile(error, 0.999))}


def start_up(fresh: bool) -> tuple[float, float]:
    """Seconds of a new process up to its first volume dose, and up to the end of all kernels' first use."""
    with tempfile.TemporaryDirectory() as cache:
        environment = os.environ | ({"NUMBA_CACHE_DIR": cache} if fresh else {})
        done = subprocess.run(
            [sys.executable, "-c", FIRST_USE], check=True, capture_output=True, text=True, env=environment
        )
    first, everything = map(float, done.stdout.split())
    return first, everything


def work(tables, place, seeds, tolerance) -> tuple[int, float]:
    """Look-ups that the tiles need, and operations with those of interpolation, counted tile by tile."""
    origin, axes, spacing, shape = place
    layout = grid._Layout(axes, spacing, shape)
    _, _, _, offsets, counts, h, rows, *_ = layout.arrays()
    (nz, ny, _), width, sizes = layout.voxels, rows.shape[2], np.diff(offsets)
    spread = [
        2 * width * (z * y * (-(-x // grid.TAPS) * grid.TAPS) + grid.TAPS * ny * (z + nz))
        for z, y, x in counts
    ]
    count = len(seeds[0])
    level, near = np.empty(count, np.int64), np.empty(count, np.bool_)
    share, rough = np.empty(count), np.empty((count, 2))
    look_ups, operations = 0, 0.0
    for tile in np.ndindex(*layout.tiles):
        middle = (np.array(tile) * layout.voxels + 0.5 * (layout.voxels - 1))[::-1]
        centre = origin + middle @ layout.steps
        grid._choose(tables, centre, layout.radius_mm, *seeds, h, tolerance, level, near, share, rough)
        look_ups += int(sizes[level].sum())
        operations += float(sizes[level] @ np.where(near, FLOPS_NEAR, FLOPS_FAR))
        operations += sum(spread[lattice] for lattice in set(level.tolist()) - {0})
    return look_ups, operations


def run(options) -> dict:
    """See the module's first line."""
    voxels, some = (48, 20_000) if options.quick else (128, 100_000)
    numba.set_num_threads(options.threads)
    compile_s, warm = start_up(fresh=True), min(start_up(fresh=False) for _ in range(3))
    source = load_source(SOURCE)
    tables, exact_tables = None, tg43_of(source)
    start = time.perf_counter()
    tables = table.build_table(exact_tables)
    build_s = time.perf_counter() - start
    seeds, place = random_implant(SEEDS, BOX_MM), box(voxels)
    points = centres(*place)
    pairs = len(points) * SEEDS
    free = outside(points, *seeds[:2], source)

    reset_peak()
    began = time.perf_counter()
    exact = tg43.tg43_dose_rate(exact_tables, points, *seeds)
    exact_s = min(
        time.perf_counter() - began, best_of(lambda: tg43.tg43_dose_rate(exact_tables, points, *seeds), 1)
    )
    rows = [
        _row(
            "exact, compiled, float64",
            pairs,
            exact_s,
            peak_mb(),
            {"worst": 0.0, "p999": 0.0},
            options.threads,
        )
    ]

    pick = np.flatnonzero(free)[:: max(1, int(free.sum()) // some)]
    reset_peak()
    began = time.perf_counter()
    plain = numpy_dose_rate(source, points[pick], *seeds)
    numpy_s = min(
        time.perf_counter() - began, best_of(lambda: numpy_dose_rate(source, points[pick], *seeds), 2)
    )
    rows.insert(
        0,
        _row(
            "NumPy, whole arrays, float64",
            len(pick) * SEEDS,
            numpy_s,
            peak_mb(),
            error_of(plain, exact[pick]),
            1,
        ),
    )
    for threads in sorted({1, options.threads}):
        numba.set_num_threads(threads)
        for name, tolerance in (("direct look-up", 0.0), ("adaptive tiles", grid.TOLERANCE)):
            reset_peak()
            dose = grid.grid_dose_rate(tables, *place, *seeds, tolerance=tolerance)
            memory = peak_mb()
            seconds = best_of(
                lambda t=tolerance: grid.grid_dose_rate(tables, *place, *seeds, tolerance=t), 15
            )
            rows.append(
                _row(name, pairs, seconds, memory, error_of(dose.ravel()[free], exact[free]), threads)
            )
    numba.set_num_threads(options.threads)
    result = {
        "case": f"{SEEDS} seeds {SOURCE} at random positions and directions, {voxels}^3 voxels over "
        f"{BOX_MM:g} mm",
        "voxels_compared": int(free.sum()),
        "rows": rows,
        "peer": _peer(source, points[pick], seeds, exact[pick]),
        "compile_s": {"first_dose": compile_s[0], "all_dose_kernels": compile_s[1]},
        "warm_start_s": warm[0],
        "build_table_s": build_s,
        "move_one_seed_s": _moves(tables, seeds),
        "threads_of_bound": options.threads,
        "bound": _bound(options.threads, tables, place, seeds, pairs, rows),
    }
    return result


def _row(name, pairs, seconds, memory_mb, error, threads) -> dict:
    return {
        "engine": name,
        "threads": threads,
        "seconds": seconds,
        "million_pairs_per_s": pairs / seconds / 1e6,
        "peak_mb": memory_mb,
        "error": error,
    }


def _peer(source, points, seeds, exact) -> dict | str:
    """PyGRPM on points inside its table for every seed, and what it does with the others."""
    if peer_runner.interpreter() is None:
        return f"PyGRPM not installed (make peers, or {peer_runner.VARIABLE})"
    wide = peer_runner.run(source, points, *seeds)
    result = {
        "million_pairs_per_s": len(points) * SEEDS / wide["seconds"] / 1e6,
        "versions": wide["versions"],
        "lowest_dose_ratio_outside_its_table": float((wide["dose"] / exact).min()),
        "points_outside_its_table": float(np.mean(~wide["inside"])),
    }
    # Seeds drawn together so that every point lies within the 5-50 mm of the anisotropy table of each.
    rng = np.random.default_rng(3)
    close = (0.3 * seeds[0], *seeds[1:])
    cloud = rng.uniform(-22, 22, (60_000, 3))
    distance = np.linalg.norm(cloud[:, None] - close[0], axis=2)
    cloud = cloud[(distance > source.f_r_mm[0]).all(axis=1) & (distance < source.f_r_mm[-1]).all(axis=1)]
    ours = tg43.tg43_dose_rate(tg43_of(source), cloud, *close)
    result["points_compared"] = len(cloud)
    for key, dense in (("same_table", True), ("its_linear_g", False)):
        theirs = peer_runner.run(source, cloud, *close, dense=dense)
        result[f"worst_difference_{key}"] = float(np.abs(theirs["dose"] / ours - 1).max())
    return result


def _moves(tables, seeds) -> dict[str, float]:
    """Moving one seed on 10,000 points (one thread) and on a 120^3 grid (all threads)."""
    rng = np.random.default_rng(5)
    points, dose = rng.uniform(-40, 40, (10_000, 3)), np.zeros(10_000)
    a, b = seeds[0][0].copy(), seeds[1][0].copy()
    volume, place = np.zeros((120,) * 3, np.float32), box(120)[:3]
    pair = np.stack([a, a + 3.0]), np.stack([b, b]), np.array([-0.6, 0.6])
    return {
        "points_10000": best_of(
            lambda: incremental.move_seed(tables, dose, points, a, b, a + 3.0, b, 0.6), 30
        ),
        "grid_120": best_of(lambda: grid.add_to_grid(tables, *place, volume, *pair), 15),
    }


def _bound(threads, tables, place, seeds, pairs, rows) -> dict[str, float]:
    limits = measured_limits(threads)
    speed = {r["engine"]: r["million_pairs_per_s"] for r in rows if r["threads"] == threads}
    seconds = {name: pairs / (rate * 1e6) for name, rate in speed.items()}
    _, direct = work(tables, place, seeds, 0.0)
    look_ups, adaptive = work(tables, place, seeds, grid.TOLERANCE)
    volume_gb = 4e-9 * np.prod(place[3])
    return limits | {
        "direct_operations_per_look_up": direct / pairs,
        "direct_fraction_of_arithmetic": direct / seconds["direct look-up"] / limits["gflops"] / 1e9,
        "adaptive_look_ups_per_pair": look_ups / pairs,
        "adaptive_operations_per_pair": adaptive / pairs,
        "adaptive_fraction_of_arithmetic": adaptive / seconds["adaptive tiles"] / limits["gflops"] / 1e9,
        "adaptive_fraction_of_copy": 2 * volume_gb / seconds["adaptive tiles"] / limits["copy_gb_s"],
        "chunk": block.CHUNK,
    }


def lines(result) -> list[str]:
    """The table."""
    text = [
        result["case"],
        f"error over {result['voxels_compared']} voxels, {NEAREST_MM:g} mm and more from every seed",
    ]
    text.append(
        f"{'engine':<30}{'threads':>8}{'M pairs/s':>11}{'x NumPy':>9}"
        f"{'worst':>10}{'99.9 %':>10}{'peak MB':>9}"
    )
    reference = result["rows"][0]["million_pairs_per_s"]
    for row in result["rows"]:
        error = row["error"]
        text.append(
            f"{row['engine']:<30}{row['threads']:>8}{row['million_pairs_per_s']:>11.1f}"
            f"{row['million_pairs_per_s'] / reference:>9.1f}{100 * error['worst']:>9.4f}%"
            f"{100 * error['p999']:>9.4f}%{row['peak_mb']:>9.0f}"
        )
    text += _peer_lines(result)
    compile_s, moves, bound = result["compile_s"], result["move_one_seed_s"], result["bound"]
    text += [
        f"first use: compiled to the first dose in {compile_s['first_dose']:.1f} s, all dose kernels "
        f"{compile_s['all_dose_kernels']:.1f} s; "
        f"later processes: first dose after {result['warm_start_s']:.2f} s, import included",
        f"moving one seed: 10,000 points {1e3 * moves['points_10000']:.2f} ms (1 thread), "
        f"120^3 grid {1e3 * moves['grid_120']:.2f} ms",
        f"machine, {result['threads_of_bound']} threads: {bound['gflops']:.0f} GFLOP/s multiply-add, "
        f"{bound['copy_gb_s']:.1f} GB/s copied",
        f"reached: direct {100 * bound['direct_fraction_of_arithmetic']:.0f} % of the arithmetic "
        f"({bound['direct_operations_per_look_up']:.0f} operations a look-up); adaptive "
        f"{100 * bound['adaptive_fraction_of_arithmetic']:.0f} % "
        f"({bound['adaptive_look_ups_per_pair']:.3f} look-ups, {bound['adaptive_operations_per_pair']:.1f} "
        f"operations a pair) and {100 * bound['adaptive_fraction_of_copy']:.0f} % of the memory bound",
    ]
    return text


def _peer_lines(result) -> list[str]:
    peer = result["peer"]
    if isinstance(peer, str):
        return [peer]
    fastest = result["rows"][-1]["million_pairs_per_s"]
    speed = peer["million_pairs_per_s"]
    version = peer["versions"]["pygrpm"]
    return [
        f"{'PyGRPM ' + version:<30}{1:>8}{speed:>11.1f}   (adaptive tiles: {fastest / speed:.0f} x)",
        f"  same table, {peer['points_compared']} points inside its range: at most "
        f"{100 * peer['worst_difference_same_table']:.5f} % apart "
        f"({100 * peer['worst_difference_its_linear_g']:.2f} % with its own linear g)",
        f"  outside its table it gives 0: that touches {100 * peer['points_outside_its_table']:.0f} % of the "
        f"box, where its sum falls to {100 * peer['lowest_dose_ratio_outside_its_table']:.0f} % of the true "
        "one",
    ]
