"""Which needle lines can go together: few enough to be listed, since needles keep their distance."""

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from tps.optimize.certificate.covering import grown

# Lines of one cell: so many fit the bits of a byte.
MOST_IN_CELL = 8


def cells_of(near: np.ndarray) -> list[np.ndarray]:
    """The lines (m, m bool: which are too near) parted into cells; at most one line of each can be chosen."""
    left = np.ones(len(near), bool)
    cells = []
    for line in range(len(near)):
        if left[line]:
            members = grown(near & left & left[:, None], [line])[:MOST_IN_CELL]
            left[members] = False
            cells.append(np.sort(members))
    return cells


def line_sets(near: np.ndarray, most: int, size: int | None = None) -> np.ndarray:
    """Sets of lines (sets, m bool) such that every allowed choice of lines lies within one of them.

    The sets are the largest allowed choices; where there would be more than ``most``, one set of all lines.

    Parameters
    ----------
    near : (m, m) bool
        Lines that cannot be chosen together.
    most : int
    size : int, optional
        Choices of more lines need not be covered.
    """
    if size is not None:
        return _listed(near, most, size)
    # Lines that are near each other through others, such as those of one direction, go with any other lines.
    number, part = connected_components(csr_array(near), directed=False)
    whole = np.zeros((1, len(near)), bool)
    for i in range(number):
        mine = np.nonzero(part == i)[0]
        sets = _listed(near[np.ix_(mine, mine)], most, len(mine))
        if len(whole) * len(sets) > most:
            return np.ones((1, len(near)), bool)
        whole = np.repeat(whole, len(sets), axis=0)
        whole[:, mine] = np.tile(sets, (len(whole) // len(sets), 1))
    return whole


def _listed(near: np.ndarray, most: int, size: int) -> np.ndarray:
    """As ``line_sets``, choice by choice."""
    m = len(near)
    blocked = near | np.eye(m, dtype=bool)
    chosen, free = np.zeros((1, m), bool), np.ones((1, m), bool)
    # Lines that could be added but are left to another set, which adds lines in their order.
    passed = np.zeros((1, m), bool)
    found, count = [], 0
    for level in range(m + 1):
        if level == size:
            found.append(chosen)
            break
        open_ = free.any(axis=1)
        found.append(chosen[~open_ & ~passed.any(axis=1)])
        count += len(found[-1])
        chosen, free, passed = chosen[open_], free[open_], passed[open_]
        if not len(chosen):
            break
        if count + int(free.sum()) > most:
            return np.ones((1, m), bool)
        row, line = np.nonzero(free)
        before = np.arange(m)[None] < line[:, None]
        allowed = ~blocked[line]
        passed = (passed[row] | (free[row] & before)) & allowed
        free = free[row] & ~before & allowed
        chosen = chosen[row]
        chosen[np.arange(len(row)), line] = True
    return np.concatenate(found)
