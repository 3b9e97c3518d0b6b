"""Many implants: plans per second, memory, where the time goes, and PyGRPM on the same implants."""

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numba
import numpy as np

from benchmarks.batch_cohort import make_case, write_cohort
from benchmarks.machine import best_of
from benchmarks.peer_runner import interpreter
from tps.batch.find.discovery import find_items
from tps.batch.implant import ReadImplant, read_implant
from tps.batch.options import RecomputeOptions
from tps.dose.engine import DoseEngine
from tps.evaluate.dvh import Dvh
from tps.evaluate.samples import target_step_mm
from tps.model import Grid, Protocol
from tps.sources.library import load_source

# Where ``--record`` puts the table.
DOCUMENT = "docs/batch.md"

HERE = Path(__file__).resolve().parent
SEEDS = 60
PLANS, PLANS_QUICK = 100, 8

# The same plans, listed so many times in a manifest, show whether memory grows with their number.
REPEATS = 10

PEER_PLANS, PEER_PLANS_QUICK = 5, 1

# Points in the target at which the peer takes its D90; for the dose alone, ours is asked at as many.
PEER_POINTS = 60_000

# Points drawn around a lesion to find the D90 of its true shape: good to 0.05 %.
TRUE_POINTS = 5_000_000

# Stands for the dose of points beside seeds, where the peer gives none: hotter than any D90.
BESIDE_SEED_GY = 1e6

# Radii between which the peer's tables are filled as TG-43U1 says, mm.
PEER_RADII_MM = (0.5, 150.0)

# One run in a process of its own, from start to tables written, with what it needed.
RUN = """
import json, resource, sys, time
from tps.batch.recompute import recompute
from tps.batch.run.items import Executor

if __name__ == "__main__":
    paths, out, workers = sys.argv[3:], sys.argv[1], int(sys.argv[2])
    report = recompute(paths, out, where=Executor(workers), summary=False)
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    each = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024 if workers > 1 else 0.0
    print(json.dumps({"failed": report.failed, "rows": report.rows, "timing_s": report.timing_s,
                      "memory_mb": own + workers * each}))
"""


def timed_run(folder: Path, name: str, workers: int, paths) -> dict:
    """Wall-clock time, peak memory (sum over the processes) and parts of one run; its table is ``_table``."""
    script = folder / "run.py"
    script.write_text(RUN)
    out = _table(folder, name)
    start = time.perf_counter()
    done = subprocess.run(
        [sys.executable, str(script), str(out), str(workers), *map(str, paths)],
        env=dict(os.environ, PYTHONPATH=str(HERE.parent)),
        check=True,
        stdout=subprocess.PIPE,
    )
    seconds = time.perf_counter() - start
    return json.loads(done.stdout) | {"seconds": seconds, "workers": workers}


def peer_tables(source, folder: Path) -> None:
    """A source model in PyGRPM's form, filled by the rules of TG-43U1 to where it returns 0."""
    r = np.union1d(source.g_r_mm, np.concatenate([np.arange(0.5, 100, 0.1), np.arange(100, 150.5, 1.0)]))
    r = r[(r >= PEER_RADII_MM[0]) & (r <= PEER_RADII_MM[1])]
    slope = np.diff(np.log(source.g_l[-2:])) / np.diff(source.g_r_mm[-2:])
    log_g = np.interp(r, source.g_r_mm, np.log(source.g_l))
    log_g += slope * np.maximum(0.0, r - source.g_r_mm[-1])
    np.savetxt(folder / "gL.dat", np.stack([r / 10, np.exp(log_g)], axis=1), fmt="%.12g")
    f = np.column_stack([source.f[:, 0], source.f, source.f[:, -1]])
    radii = np.concatenate([[PEER_RADII_MM[0]], source.f_r_mm, [PEER_RADII_MM[1]]])
    f, radii = (f, radii) if radii[0] < radii[1] else (f[:, 1:], radii[1:])
    theta = np.concatenate([source.f_theta_deg, 180 - source.f_theta_deg[-2::-1]])
    table = np.column_stack([theta, np.vstack([f, f[-2::-1]])])
    np.savetxt(folder / "F.dat", np.vstack([np.concatenate([[np.nan], radii / 10]), table]), fmt="%.12g")
    scalars = {"L": source.active_length_mm / 10, "Lambda": source.dose_rate_constant}
    for name, value in (scalars | {"HalfLife": source.half_life_h / 24}).items():
        (folder / f"{name}.dat").write_text(f"{value:.12g}\n")


def peer_run(folder: Path, implants) -> list[dict]:
    """PyGRPM's D90s and times of some implants, and our D90 at the same points; empty without PyGRPM."""
    python = interpreter()
    if python is None:
        return []
    tables, points = folder / "tables", folder / "points"
    tables.mkdir()
    points.mkdir()
    peer_tables(load_source("i125_6711"), tables)
    built = [built_implant(implant) for implant in implants]
    samples = [target_samples(implant) for implant in built]
    for implant, (place, _) in zip(implants, samples, strict=True):
        np.save(points / f"{implant.name}.npy", place)
    done = subprocess.run(
        [python, HERE / "peer_pygrpm_implant.py", tables, points, *implants],
        check=True,
        stdout=subprocess.PIPE,
        env={"PATH": os.defpath},
    )
    engine, found = DoseEngine(load_source("i125_6711")), []
    for line, path, implant, (place, volumes) in zip(
        done.stdout.splitlines(), implants, built, samples, strict=True
    ):
        its = np.minimum(np.load(points / f"{path.name}_dose.npy"), BESIDE_SEED_GY)
        at_points = {
            "d90_at_points_gy": Dvh.of(its, volumes).d_at_fraction(0.9),
            "our_d90_at_points_gy": Dvh.of(
                engine.dose_gy(place, implant.implant.dose_seeds()), volumes
            ).d_at_fraction(0.9),
            "our_dose": dose_alone(implant),
        }
        found.append(json.loads(line) | at_points)
    return found


def built_implant(folder: Path) -> ReadImplant:
    """An implant read, its solids made."""
    (item,) = find_items([folder])
    implant = read_implant(item, RecomputeOptions())
    implant.build()
    return implant


def target_samples(implant: ReadImplant) -> tuple[np.ndarray, np.ndarray]:
    """Points (n, 3) of the target and the volumes (n,) they stand for: those our D90 is taken from."""
    (target,) = implant.targets
    return target.scattered(target_step_mm(target.volume_mm3))


def dose_alone(implant: ReadImplant) -> float:
    """Seconds, on one thread, for the dose the peer is timed with: 2 mm grid over target + 3 cm, points."""
    target, seeds = implant.targets[0], implant.implant.dose_seeds()
    protocol, engine = Protocol(), DoseEngine(load_source("i125_6711"))
    low, high = target.structure.bounds_mm()
    margin = protocol.dose_grid_margin_mm
    grid = Grid.around(low - margin, high + margin, protocol.dose_grid_mm)
    points = np.resize(target.quadrature(1.0)[0], (PEER_POINTS, 3))
    before = numba.get_num_threads()
    numba.set_num_threads(1)
    try:
        return best_of(lambda: (engine.dose_grid(grid, seeds), engine.dose_gy(points, seeds)), repeats=3)
    finally:
        numba.set_num_threads(before)


def true_d90(number: int) -> float:
    """D90 (Gy) of an implant's lesion as it was made up, before anything was contoured."""
    _, plan, lesion = make_case(number, SEEDS, organ=False)
    points = lesion.points_inside(TRUE_POINTS, np.random.default_rng(number))
    return float(np.quantile(DoseEngine(load_source("i125_6711")).dose_gy(points, plan.seeds), 0.1))


def _table(folder: Path, name: str) -> Path:
    return folder / name / "results.csv"


def _d90(table: Path) -> list[float]:
    import csv

    with open(table, newline="", encoding="utf-8-sig") as stream:
        return [float(row["d90_gy"]) for row in csv.DictReader(stream) if row["role"] == "target"]


def run(options) -> dict:
    """All measurements; see ``lines`` for what they say."""
    plans = PLANS_QUICK if options.quick else PLANS
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        implants = write_cohort(folder / "cohort", plans, SEEDS, organ=False)
        timed_run(folder, "warm", 1, implants[:1])
        one = timed_run(folder, "one", 1, [folder / "cohort"])
        two = timed_run(folder, "two", 2, [folder / "cohort"])
        same = _table(folder, "one").read_bytes() == _table(folder, "two").read_bytes()
        result = {"plans": plans, "seeds": SEEDS, "one": one, "two": two, "same_bytes": same}
        if not options.quick:
            manifest = folder / "many.csv"
            rows = [f"{p}/RP.dcm,{p}/RS.dcm" for p in implants] * REPEATS
            manifest.write_text("\n".join(["plan,structures", *rows]) + "\n")
            result["many"] = timed_run(folder, "many", 2, [manifest]) | {"plans": len(rows)}
        peer = peer_run(folder, implants[: PEER_PLANS_QUICK if options.quick else PEER_PLANS])
        ours = _d90(_table(folder, "one"))
        result["peer"] = [
            p | {"our_d90_gy": d90, "true_d90_gy": true_d90(n)}
            for n, (p, d90) in enumerate(zip(peer, ours, strict=False))
        ]
    return result


def lines(result: dict) -> list[str]:
    """The table a person reads."""
    one, two, plans = result["one"], result["two"], result["plans"]
    text = [
        f"{plans} implants of {result['seeds']} seeds: dose on a 2 mm grid over target + 3 cm, all metrics;",
        "from process start to table written, reading included",
        "",
        f"{'':<14}{'s':>9}{'plans/s':>10}{'peak MB':>10}",
    ]
    runs = [("1 worker", one, plans), ("2 workers", two, plans)]
    if "many" in result:
        runs.append(("2 workers", result["many"], result["many"]["plans"]))
    for label, measured, count in runs:
        rate, memory = count / measured["seconds"], measured["memory_mb"]
        text.append(f"{label:<14}{measured['seconds']:>9.1f}{rate:>10.2f}{memory:>10.0f}   {count} plans")
    text += [
        "",
        f"two workers against one: {one['seconds'] / two['seconds']:.2f} times;"
        f" tables {'equal byte for byte' if result['same_bytes'] else 'DIFFER'}",
    ]
    # A long run tells what a plan takes when processes have started and kernels are loaded.
    long, long_plans = result.get("many", two), result.get("many", result)["plans"]
    if "many" in result:
        started = sum(one["timing_s"].values()) / plans / (long["seconds"] / long_plans)
        text.append(f"once started ({long_plans} plans on two workers): {started:.2f} times")
    text += [
        "",
        "where the time of one plan goes (1 worker), ms",
    ]
    names = {"reading": "reading", "contours": "contours", "dose": "dose", "metrics": "DVH and figures"}
    for part, label in names.items():
        text.append(f"  {label:<18}{1000 * one['timing_s'].get(part, 0.0) / plans:>8.0f}")
    if not result["peer"]:
        return [*text, "", "PyGRPM: not installed (`make peers`)"]
    return text + _peer_lines(
        result["peer"], one["seconds"] / plans, long["seconds"] / long_plans, long_plans
    )


def _peer_lines(peers: list[dict], one_s: float, two_s: float, two_plans: int) -> list[str]:
    """PyGRPM beside us; ``one_s`` and ``two_s`` are our seconds per implant with one and two workers.

    The start of a process counts in ours, not in PyGRPM's.
    """
    text = [
        "",
        f"PyGRPM {peers[0]['version']} on {len(peers)} of these implants, same source data; s per implant",
        f"{'':<51}{'PyGRPM':>8}{'here':>8}{'times':>7}",
    ]
    whole, dose = (float(np.mean([peer[part] for peer in peers])) for part in ("seconds", "dose"))
    rows = [
        (
            f"dose alone: 2 mm grid, {PEER_POINTS:,} points; 1 thread",
            dose,
            np.mean([p["our_dose"] for p in peers]),
        ),
        ("files to D90 (here: all figures); 1 worker", whole, one_s),
        (f"the same; 2 workers here, {two_plans} plans", whole, two_s),
    ]
    text += [f"{label:<51}{peer:>8.2f}{ours:>8.3f}{peer / ours:>7.0f}" for label, peer, ours in rows]
    for label, one, other in (
        ("D90 of PyGRPM's dose against ours, at the same points", "d90_at_points_gy", "our_d90_at_points_gy"),
        ("D90 of PyGRPM against ours, each at its own points", "d90_gy", "our_d90_gy"),
        ("D90 of PyGRPM against that of the lesion's true shape", "d90_gy", "true_d90_gy"),
        ("D90 of ours against that of the lesion's true shape", "our_d90_gy", "true_d90_gy"),
    ):
        off = [peer[one] / peer[other] - 1 for peer in peers]
        text.append(f"{label}: {min(off):+.3%} to {max(off):+.3%}")
    return text
