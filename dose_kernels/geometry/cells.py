"""Coarse cells of voxels: statistics over each cell, and labels of voxels from what their cell is."""

import numpy as np

from dose_kernels.compile.options import exact, take
from dose_kernels.compile.threads import run

# What a cell may say of its voxels; bits.
INNER = 1  # all is body
RIM = 2  # what is dense is body, if it hangs together with an inner cell within its slice
STRICT = 4  # as RIM, but only what is denser than a dressing
SOLID = 8  # all that is not body is an object; what is not dense is air as well
SUPPORT = 16  # what is dense and not body is an object
OPEN = 32  # what is not dense is air
NOTHING = 64  # neither body nor air: a seam between two parts of the body


@exact
def _statistics(counter, values, factor, threshold, mean, part, highest):
    nz, ny, nx = values.shape
    while True:
        k = take(counter)
        if k >= nz:
            return
        for j in range(mean.shape[1]):
            for i in range(mean.shape[2]):
                total, count, above, most = 0, 0, 0, -32768
                for jj in range(j * factor, min(ny, (j + 1) * factor)):
                    for ii in range(i * factor, min(nx, (i + 1) * factor)):
                        value = np.int64(values[k, jj, ii])
                        total += value
                        count += 1
                        above += value > threshold
                        most = max(most, value)
                mean[k, j, i] = total / count
                part[k, j, i] = above / count
                highest[k, j, i] = most


def cell_statistics(values, factor, threshold) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Mean, part above a threshold, and highest value over cells of ``factor`` x ``factor`` voxels.

    Parameters
    ----------
    values : (nz, ny, nx) int16
    factor : int
        Voxels along a cell's side within a slice; cells are one slice thick.
    threshold : float

    Returns
    -------
    (mean, part, highest) : (nz, ny', nx') float32, float32, int16
    """
    nz, ny, nx = values.shape
    shape = nz, -(-ny // factor), -(-nx // factor)
    mean, part, highest = np.empty(shape, np.float32), np.empty(shape, np.float32), np.empty(shape, np.int16)
    run(_statistics, nz, values, int(factor), int(threshold), mean, part, highest)
    return mean, part, highest


@exact
def _grow_rim(hu, cells, hidden, factor, dense, strict, out, stack):
    """Body voxels of one slice: inner cells, and dense voxels of rim cells that hang together with them."""
    ny, nx = hu.shape
    for j in range(ny):
        for i in range(nx):
            out[j, i] = (cells[j // factor, i // factor] & INNER) != 0 and not hidden[j, i]
    for j in range(ny):
        for i in range(nx):
            if not out[j, i] or not cells[j // factor, i // factor] & INNER:
                continue
            top = 1
            stack[0] = j * nx + i
            while top > 0:
                top -= 1
                y, x = stack[top] // nx, stack[top] % nx
                for side in range(4):
                    yy = y + (side == 0) - (side == 1)
                    xx = x + (side == 2) - (side == 3)
                    if yy < 0 or xx < 0 or yy >= ny or xx >= nx or out[yy, xx] or hidden[yy, xx]:
                        continue
                    cell = cells[yy // factor, xx // factor]
                    if cell & RIM and hu[yy, xx] > (strict if cell & STRICT else dense):
                        out[yy, xx] = True
                        stack[top] = yy * nx + xx
                        top += 1


@exact
def _label(counter, hu, cells, hidden, unseen, factor, dense, strict, body, given, bits, out):
    nz, ny, nx = hu.shape
    stack = np.empty(ny * nx, np.int32)
    own = np.empty((ny, nx), np.bool_)
    while True:
        k = take(counter)
        if k >= nz:
            return
        if given:
            # Element by element: a slice would compile the text of its error messages too.
            for j in range(ny):
                for i in range(nx):
                    own[j, i] = body[k, j, i]
        else:
            _grow_rim(hu[k], cells[k], hidden, factor, dense, strict, own, stack)
        for j in range(ny):
            for i in range(nx):
                cell, value = cells[k, j // factor, i // factor], hu[k, j, i]
                if own[j, i]:
                    out[k, j, i] = bits[0]
                elif hidden[j, i] or value <= unseen:
                    out[k, j, i] = bits[3]
                elif cell & NOTHING:
                    out[k, j, i] = 0
                elif value > dense:
                    out[k, j, i] = bits[2] if cell & (SOLID | SUPPORT) else 0
                else:
                    out[k, j, i] = (bits[1] if cell & OPEN else 0) | (bits[2] if cell & SOLID else 0)


def label_voxels(hu, cells, hidden, factor, thresholds, bits, body=None) -> np.ndarray:
    """Labels of voxels from what their cells say.

    Parameters
    ----------
    hu : (nz, ny, nx) int16
    cells : (nz, ny', nx') uint8
        Bits of this module.
    hidden : (ny, nx) bool
        Pixels that no slice shows.
    factor : int
        Voxels along a cell's side.
    thresholds : (dense, strict, unseen) of float
        HU above which a voxel is dense, above which it is denser than a dressing, up to which it is padding.
    bits : (body, air, object, unseen) of int
        The labels to write.
    body : (nz, ny, nx) bool, optional
        The body's voxels, where they are known.

    Returns
    -------
    (nz, ny, nx) uint8
    """
    out = np.empty(hu.shape, np.uint8)
    given = body is not None
    known = body if given else np.zeros((1, 1, 1), np.bool_)
    low, high, least = (float(t) for t in thresholds)
    bits = np.array(bits, np.uint8)
    run(_label, len(hu), hu, cells, hidden, least, int(factor), low, high, known, given, bits, out)
    return out
