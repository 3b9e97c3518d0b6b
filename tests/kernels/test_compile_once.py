"""The first run: kernels compiled beforehand, once, by one process, and with a word about it."""

import os
import subprocess
import sys

import numba
import numpy as np
from anneal_states import NEEDLES, SEEDS, annealed, search_of
from places import ROOT

from dose_kernels.compile.listeners import heard_by, tell
from dose_kernels.search.arrays import new_layout, new_state, new_trial
from dose_kernels.search.warm_up import example_search
from tps.cli.app import _Compiling
from tps.pipeline.warm_up_plan import small_case

# A kernel that takes long enough for another process to come in between.
KERNEL = """
import sys, time
sys.path.insert(0, {root!r})
from dose_kernels.compile.listeners import heard_by
from dose_kernels.compile.options import exact
sys.path.insert(0, {folder!r})
with heard_by(lambda name: print("compiled", name, flush=True)):
    from kernel import twice
    assert twice(2.0) == 4.0
"""


def test_two_processes_compile_a_kernel_once(tmp_path):
    # The kernel lies in a folder of its own, but its cache is that of every kernel.
    (tmp_path / "kernel.py").write_text(
        "from dose_kernels.compile.options import exact\n\n\n@exact\ndef twice(x):\n    return 2.0 * x\n"
    )
    environment = dict(os.environ, NUMBA_CACHE_DIR=str(tmp_path / "cache"))
    program = KERNEL.format(root=str(ROOT), folder=str(tmp_path))
    running = [
        subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True, env=environment)
        for _ in range(3)
    ]
    said = [process.communicate(timeout=120)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert sum(text.count("compiled twice") for text in said) == 1


def test_whoever_listens_is_told_and_nobody_else():
    heard = []
    with heard_by(heard.append):
        tell("a kernel")
    tell("another")
    assert heard == ["a kernel"]


def test_the_screen_says_it_once(capsys):
    say = _Compiling()
    say("one"), say("two")
    assert capsys.readouterr().err.count("compiling once") == 1


def kinds(value) -> str:
    return str(numba.typeof(value))


def test_the_search_is_compiled_for_what_a_plan_brings():
    search = search_of("ball")
    assert kinds(example_search()) == kinds(search)
    state, trial, best = annealed(search, 1, 1)
    n = search.points.volume.shape[0]
    for made, real in (
        (new_state(1, 1, 1, 0), state),
        (new_trial(1, 1, 1), trial),
        (new_layout(1, 1), best),
        (new_state(NEEDLES, SEEDS, n, 1), state),
    ):
        assert kinds(made) == kinds(real)


def test_the_small_patient_has_what_kernels_look_for():
    case = small_case()
    hu = case.ct.values
    assert set(case.structures) == {"Kidney-L", "Liver", "Target", "Bowel"}
    for low, high in ((-1000, -999), (-960, -940), (-810, -790), (30, 50), (890, 910)):
        assert np.any((hu >= low) & (hu <= high)), (low, high)
