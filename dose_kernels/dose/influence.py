"""Dose rate at points: the sum over seeds, or per unit strength of every candidate seed."""

import numpy as np

from dose_kernels.compile.options import fast, take
from dose_kernels.compile.threads import run
from dose_kernels.dose.block import CHUNK, add_block, f4, make_scratch
from dose_kernels.dose.tg43 import plain


@fast
def _sums(counter, table, x, y, z, centre, positions, directions, strengths, out):
    scratch, sums = make_scratch(), np.empty(CHUNK, np.float32)
    while True:
        first = take(counter) * CHUNK
        if first >= x.shape[0]:
            return
        last = min(first + CHUNK, x.shape[0])
        part = sums[: last - first]
        for s in range(positions.shape[0]):
            seed = (
                f4(positions[s, 0] - centre[0]),
                f4(positions[s, 1] - centre[1]),
                f4(positions[s, 2] - centre[2]),
                f4(directions[s, 0]),
                f4(directions[s, 1]),
                f4(directions[s, 2]),
            )
            part[:] = f4(0.0)
            add_block(
                table,
                x[first:last],
                y[first:last],
                z[first:last],
                seed,
                f4(strengths[s]),
                True,
                scratch,
                part,
            )
            for i in range(last - first):
                out[first + i] += part[i]


def _centred(points):
    """x, y, z as float32 about the middle of the points, and that middle."""
    if not len(points):
        return (np.zeros(0, np.float32),) * 3, np.zeros(3)
    # Column by column: numpy takes ten times as long for rows of three.
    centre = np.array([0.5 * (column.min() + column.max()) for column in points.T])
    return tuple((points[:, k] - centre[k]).astype(np.float32) for k in range(3)), centre


def table_dose_rate(table, points_mm, positions_mm, directions, strengths_u) -> np.ndarray:
    """Dose rate of seeds at points from the table, cGy/h, (n,) float64.

    Parameters
    ----------
    table : Table
    points_mm : (n, 3)
    positions_mm, directions : (s, 3)
    strengths_u : (s,)
    """
    points = plain(points_mm).reshape(-1, 3)
    (x, y, z), centre = _centred(points)
    positions, directions = plain(positions_mm).reshape(-1, 3), plain(directions).reshape(-1, 3)
    out = np.zeros(len(points))
    strengths, pieces = plain(strengths_u).reshape(-1), -(-len(points) // CHUNK)
    run(_sums, pieces, table, x, y, z, centre, positions, directions, strengths, out)
    return out


@fast
def _rows(counter, table, x, y, z, centre, positions, directions, out):
    scratch = make_scratch()
    while True:
        s = take(counter)
        if s >= positions.shape[0]:
            return
        seed = (
            f4(positions[s, 0] - centre[0]),
            f4(positions[s, 1] - centre[1]),
            f4(positions[s, 2] - centre[2]),
            f4(directions[s, 0]),
            f4(directions[s, 1]),
            f4(directions[s, 2]),
        )
        row = out[s]
        row[:] = f4(0.0)
        add_block(table, x, y, z, seed, f4(1.0), True, scratch, row)


def table_influence(table, points_mm, positions_mm, directions, out=None) -> np.ndarray:
    """Dose rate per U of each candidate at each point, cGy/h, (m, n) float32; row = candidate.

    Parameters
    ----------
    table : Table
    points_mm : (n, 3)
    positions_mm, directions : (m, 3)
    out : (m, n) float32, C order, optional
        Where to put it, e.g. a ``numpy.memmap`` for a matrix larger than memory.
    """
    points = plain(points_mm).reshape(-1, 3)
    positions, directions = plain(positions_mm).reshape(-1, 3), plain(directions).reshape(-1, 3)
    if out is None:
        out = np.empty((len(positions), len(points)), dtype=np.float32)
    (x, y, z), centre = _centred(points)
    run(_rows, len(positions), table, x, y, z, centre, positions, directions, out.view(np.ndarray))
    return out


def influence_blocks(table, points_mm, positions_mm, directions, block_bytes=2**28):
    """The rows of ``table_influence`` in blocks, in order.

    Parameters
    ----------
    table, points_mm, positions_mm, directions : as for ``table_influence``
    block_bytes : int
        A block takes no more, but has one row at least.

    Yields
    ------
    first : int
        Index of the block's first candidate.
    block : (k, n) float32
        Valid until the next one is asked for.
    """
    points, positions = plain(points_mm).reshape(-1, 3), plain(positions_mm).reshape(-1, 3)
    directions = plain(directions).reshape(-1, 3)
    rows = max(1, int(block_bytes // (4 * max(len(points), 1))))
    buffer = np.empty((min(rows, len(positions)), len(points)), dtype=np.float32)
    for first in range(0, len(positions), rows):
        part = slice(first, first + rows)
        block = buffer[: len(positions[part])]
        yield first, table_influence(table, points, positions[part], directions[part], out=block)
