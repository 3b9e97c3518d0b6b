"""The first run done beforehand: every kernel compiled, by several processes at once."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager

from tps.errors import PlanRefused

# What each process compiles, half of all each: a third would have to begin with seconds of what the compiler
# does in every process.  What both need is compiled by whoever comes first.
TASKS = {
    "the search": (
        "from dose_kernels.search.warm_up import compile_search",
        "compile_search()",
        "from tps.pipeline.warm_up_plan import compute_small_dose",
        "compute_small_dose()",
    ),
    "a plan": ("from tps.pipeline.warm_up_plan import make_small_plan", "make_small_plan()"),
}

# Looks for cycles among what the compiler makes take a seventh of its time, and such a process ends soon:
# with hardly any it takes 490 MB instead of 400.
COLLECT = (500_000, 50, 1000)

# Each process tells every kernel that it compiles in a line of its own.
_PROGRAM = """
import gc
gc.set_threshold(*{collect})
from dose_kernels.compile.listeners import heard_by
with heard_by(lambda name: print(name, flush=True)):
    {task}
"""


def warm_up(progress: Callable[[int, float], None] | None = None) -> tuple[int, float]:
    """Compile what is not compiled yet.

    Parameters
    ----------
    progress : callable (kernels compiled so far, seconds), optional

    Returns
    -------
    kernels : int
        Compiled by this call; 0 where all had been.
    seconds : float

    Raises
    ------
    PlanRefused
        If a kernel cannot be compiled: a fault of the installation.
    """
    begun, compiled = time.monotonic(), 0
    reading, writing = os.pipe()
    with ExitStack() as stack:
        errors = {name: stack.enter_context(tempfile.TemporaryFile("w+")) for name in TASKS}
        running = {
            name: stack.enter_context(_ended(_start(task, writing, errors[name])))
            for name, task in TASKS.items()
        }
        os.close(writing)
        # The pipe of all ends when the last of them does.
        for _ in stack.enter_context(open(reading)):
            compiled += 1
            if progress is not None:
                progress(compiled, time.monotonic() - begun)
        for name, process in running.items():
            if process.wait():
                errors[name].seek(0)
                last = errors[name].read().strip().splitlines()[-1:] or [f"exit code {process.returncode}"]
                raise PlanRefused(
                    f"{name}: its kernels cannot be compiled ({last[0]})\n"
                    "Remedy: install again (make env), and report it if that does not help"
                )
    return compiled, time.monotonic() - begun


def _start(task: Sequence[str], out: int, errors) -> subprocess.Popen:
    program = _PROGRAM.format(task="\n    ".join(task), collect=COLLECT)
    return subprocess.Popen([sys.executable, "-c", program], stdout=out, stderr=errors)


@contextmanager
def _ended(process: subprocess.Popen) -> Iterator[subprocess.Popen]:
    """The process, which does not outlive the block."""
    try:
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
