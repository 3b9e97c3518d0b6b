"""Kernels that kernels call are linked into them; what Python calls is machine code; both give the same."""

import os
import subprocess
import sys

import numba
import numpy as np
import pytest
from places import ROOT

# Kernels in three files: ``lower`` is called by two others, and by Python.
FILES = {
    "lower.py": """
from dose_kernels.compile.options import exact
@exact
def third(a, i): return a[i] / 3.0
""",
    "one.py": """
from dose_kernels.compile.options import exact
from lower import third
@exact
def six(a, i): return 18.0 * third(a, i)
""",
    "two.py": """
from dose_kernels.compile.options import exact
from lower import third
@exact
def nine(a, i): return 27.0 * third(a, i)
""",
}

PROGRAM = """
import sys
import numpy as np
from dose_kernels.compile.listeners import heard_by
heard = []
with heard_by(heard.append):
    {call}
print(*heard)
"""


@pytest.fixture
def compiled(tmp_path):
    """A function that runs a line in a process of its own, and gives what was compiled there."""
    for name, text in FILES.items():
        (tmp_path / name).write_text(text)
    environment = os.environ | {
        "NUMBA_CACHE_DIR": str(tmp_path / "cache"),
        "PYTHONPATH": os.pathsep.join((str(ROOT), str(tmp_path))),
    }

    def run(call, **more):
        words = [sys.executable, "-c", PROGRAM.format(call=call)]
        done = subprocess.run(words, env=environment | more, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout.split()

    return run


SIX = "from one import six; assert six(np.ones(2), 1) == 6.0"
NINE = "from two import nine; assert nine(np.ones(2), 1) == 9.0"
THIRD = "from lower import third; assert third(np.ones(2), 1) == 1.0 / 3.0"


def test_what_kernels_call_is_compiled_once_for_them_and_once_for_python(compiled):
    assert sorted(compiled(SIX)) == ["six", "third"]
    assert compiled(NINE) == ["nine"], "the code to link was not taken from the disk"
    assert compiled(THIRD) == ["third"]
    assert compiled(f"{SIX}; {NINE}; {THIRD}") == []


def test_no_machine_code_is_made_for_kernels_alone():
    from dose_kernels.geometry.distance import _samples, sample_points, trilinear

    values = np.arange(27, dtype=np.float32).reshape(3, 3, 3)
    assert sample_points(values, np.array([[1.0, 1.0, 0.5]]), 0.0)[0] == 8.5
    assert _samples.overloads
    signature = (numba.typeof(values), *(numba.float64,) * 3)
    assert signature not in trilinear.overloads
    assert trilinear(values, 1.0, 1.0, 0.5) == 8.5
    assert signature in trilinear.overloads


BESIDE = """
    from one import six
    try:
        six(np.ones(2), 2)
    except IndexError:
        pass
    else:
        raise SystemExit("not noticed")
"""


def test_an_index_beside_an_array_is_noticed_within_a_callee(compiled):
    for _ in range(2):  # as it was compiled, and as it was kept
        compiled(BESIDE, NUMBA_BOUNDSCHECK="1")


def test_without_a_compiler_kernels_are_plain_functions(compiled):
    assert compiled(f"{SIX}; assert type(six).__name__ == 'function'", NUMBA_DISABLE_JIT="1") == []
