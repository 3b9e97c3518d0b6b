"""The search's large kernels compiled beforehand, for arrays of the kinds that a plan brings.

They take half of all compile time.  Here a process of its own can compile them, while another compiles the
rest; nothing is computed.
"""

import numba
import numpy as np

from dose_kernels.dose.block import make_scratch
from dose_kernels.dose.gradient import make_pull_scratch
from dose_kernels.dose.table import Table
from dose_kernels.search import annealing as anneal
from dose_kernels.search import gradient_descent as descent
from dose_kernels.search.arrays import (
    Fields,
    Limits,
    Points,
    Rays,
    Rules,
    Search,
    State,
    Trial,
    Weights,
    new_layout,
    new_state,
    new_trial,
)


def example_search() -> Search:
    """A search with arrays of the kinds (not the sizes) of a real one."""

    def whole(dimensions, kind=np.int64):
        return np.zeros((1,) * dimensions, kind)

    def real(dimensions, kind=np.float64):
        return np.zeros((1,) * dimensions, kind)

    f4, i4 = np.float32, np.int32
    rays = Rays(
        target=whole(1, i4),
        direction=real(2),
        u=real(2),
        v=real(2),
        origin=real(2),
        step=real(1),
        low=real(2),
        count=whole(2, i4),
        start=whole(1),
        reach=real(1, f4),
        entry=real(1, f4),
        highest=real(1, f4),
        first=real(1, f4),
        cost=real(1, f4),
        ray_start=whole(1),
        ray_first=real(1, f4),
        ray_last=real(1, f4),
    )
    fields = Fields(real(2), real(1), whole(2), whole(1), real(1, f4))
    points = Points(real(2, f4), real(1, f4), whole(2), whole(2), whole(2), real(1, f4))
    limits = Limits(whole(2), *(real(1, f4) for _ in range(4)))
    rules = Rules(*(0.0,) * 5, 1, 1, *(0.0,) * 4, 1, real(2), real(2), real(1), real(1))
    lattice = (real(2, f4), f4(1), f4(1))
    table = Table(*lattice, *lattice, whole(1), real(2, f4), *(0.0,) * (len(Table._fields) - 8))
    return Search(rays, fields, points, limits, rules, Weights(*(0.0,) * len(Weights._fields)), table, 1.0)


def _compile(kernel, *arguments) -> None:
    kernel.compile(tuple(map(numba.typeof, arguments)))


def _scratch() -> tuple[State, Trial, State]:
    """State, trial and layout with room for one seed."""
    return new_state(1, 1, 1, 0), new_trial(1, 1, 1), new_layout(1, 1)


def compile_search() -> None:
    """Compile annealing and descent with all that they call."""
    search, (state, trial, layout) = example_search(), _scratch()
    scratch, work, numbers = make_scratch(), np.empty((6, 3)), np.zeros(1)
    _compile(anneal._run, search, layout, state, trial, layout, numbers, numbers, work, scratch)
    descent_state, pull_scratch = descent.new_descent_state(1, 1, 1), make_pull_scratch()
    _compile(descent._run, search, layout, state, trial, descent_state, numbers, work, scratch, pull_scratch)
