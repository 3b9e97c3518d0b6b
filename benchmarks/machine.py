"""What the machine can do at most: measured, to set beside what a kernel reaches."""

import os
import platform
import resource
import time
from pathlib import Path

import numba
import numpy as np

# Numbers a thread works on: they stay in the first-level cache, and there are enough of them for a fused
# multiply-add to start in every cycle although each waits for the one before it.
LENGTH = 2048
CHAIN = 16


@numba.njit(parallel=True, fastmath={"contract"}, nogil=True)
def _multiply_add(rounds, values):
    a, b = np.float32(0.999), np.float32(0.001)
    for t in numba.prange(values.shape[0]):
        mine = values[t]
        for _ in range(rounds):
            for i in range(mine.shape[0]):
                v = mine[i]
                v = (((v * a + b) * a + b) * a + b) * a + b
                v = (((v * a + b) * a + b) * a + b) * a + b
                v = (((v * a + b) * a + b) * a + b) * a + b
                v = (((v * a + b) * a + b) * a + b) * a + b
                mine[i] = v


@numba.njit(parallel=True, nogil=True)
def _copy(source, target):
    for block in numba.prange(64):
        size = source.shape[0] // 64
        first = block * size
        for i in range(first, first + size):
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
    rounds, values = 2000, np.full((threads, LENGTH), 0.5, np.float32)
    seconds = best_of(lambda: _multiply_add(rounds, values))
    flops = 2.0 * CHAIN * LENGTH * rounds * threads
    source = np.ones(2**25, np.float32)
    target = np.zeros_like(source)
    copied = best_of(lambda: _copy(source, target))
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
