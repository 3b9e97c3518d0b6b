"""What a process loads before its first kernel."""

import subprocess
import sys

SCRIPT = """
import sys
import numpy as np
from dose_kernels.geometry.distance import sample_points

values = np.arange(27, dtype=np.float32).reshape(3, 3, 3)
assert sample_points(values, np.array([[1.0, 1.0, 0.5]]), 0.0)[0] == 8.5
assert not any(name.startswith("scipy.linalg") for name in sys.modules), "a kernel waits for scipy to load"
import scipy.linalg

assert scipy.linalg.norm([3.0, 4.0]) == 5.0
"""


def test_a_kernel_runs_without_loading_scipy_and_scipy_still_loads():
    subprocess.run([sys.executable, "-c", SCRIPT], check=True)
