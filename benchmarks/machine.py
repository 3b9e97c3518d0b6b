"""What the machine can do at most: measured, to set beside what a kernel reaches."""

import os
import platform
import resource
import time
from pathlib import Path

import numba
import numpy as np

from dose_kernels.compile.options import take
from dose_kernels.compile.threads import run

# Numbers a thread works on: they stay in the first-level cache, and there are enough of them for a fused
# multiply-add to start in every cycle although each waits for the one before it.
LENGTH = 2048
CHAIN = 16


# Numbers a piece of copying holds.
PIECE = 2**19


@numba.njit(fastmath={"contract"}, nogil=True)
def _multiply_add(counter, rounds, values):
    a, b = np.float32(0.999), np.float32(0.001)
    while True:
        t = take(counter)
        if t >= values.shape[0]:
            return
        mine = values[t]
        for _ in range(rounds):
            for i in range(mine.shape[0]):
                v = mine[i]
                v = (((v * a + b) * a + b) * a + b) * a + b
                v = (((v * a + b) * a + b) * a + b) * a + b
                v = (((v * a + b) * a + b) * a + b) * a + b
                v = (((v * a + b) * a + b) * a + b) * a + b
                mine[i] = v


@numba.njit(nogil=True)
def _copy(counter, source, target):
    while True:
        first = take(counter) * PIECE
        if first >= source.shape[0]:
            return
        for i in range(first, min(first + PIECE, source.shape[0])):
            target[i] = source[i]


def best_of(action, repeats: int = 7) -> float:
    """Shortest wall-clock time of ``action()``, seconds, after one call that is not counted."""
    action()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def measured_limits(threads: int) -> dict[str, float]:
    """Single-precision arithmetic (GFLOP/s) and copying (GB/s, read and written) on ``threads`` threads."""
    numba.set_num_threads(threads)
    rounds, values = 500, np.full((8 * threads, LENGTH), 0.5, np.float32)
    seconds = best_of(lambda: run(_multiply_add, len(values), rounds, values))
    flops = 2.0 * CHAIN * values.size * rounds
    source = np.ones(2**25, np.float32)
    target = np.zeros_like(source)
    copied = best_of(lambda: run(_copy, -(-len(source) // PIECE), source, target))
    return {"gflops": flops / seconds / 1e9, "copy_gb_s": 2 * source.nbytes / copied / 1e9}


def description() -> dict[str, str | int]:
    """Processor, cores, operating system and versions."""
    names = [
        line.split(":", 1)[1].strip()
        for line in _lines("/proc/cpuinfo")
        if line.startswith(("model name", "cpu MHz"))
    ]
    return {
        "cpu": names[0] if names else platform.processor(),
        "cores": os.cpu_count() or 1,
        "load_before": round(os.getloadavg()[0], 2),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "numpy": np.__version__,
        "numba": numba.__version__,
    }


def _lines(path: str) -> list[str]:
    return Path(path).read_text().splitlines() if Path(path).exists() else []


def reset_peak() -> None:
    """Start counting the peak of resident memory anew (Linux; elsewhere it keeps counting)."""
    if Path("/proc/self/clear_refs").exists():
        Path("/proc/self/clear_refs").write_text("5")


def peak_mb() -> float:
    """Peak of resident memory since ``reset_peak``, MB."""
    for line in _lines("/proc/self/status"):
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
